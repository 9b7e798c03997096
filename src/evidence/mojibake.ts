/**
 * Text decoded with the wrong character set. UTF-8 read as a single-byte encoding shows up as runs of characters
 * whose bytes in that encoding are valid UTF-8. A run is taken as damage when it holds something that real text
 * does not put there (a symbol after a letter), or when it is too long to be valid by chance.
 * The cases are those that the documentation of ftfy (Robyn Speer) names; the method is our own.
 */

/** A stretch to replace; UTF-16 offsets. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Another reading of it is about as likely, or not all of it can be read: not to be repaired unseen. */
  readonly doubtful?: true;
}

interface Codec {
  readonly name: string;
  /** Character to byte, for the bytes 0x80 to 0xff. */
  readonly byte: ReadonlyMap<string, number>;
  /** Sequences that a run needs when nothing else speaks for it. */
  readonly min: number;
}

/** Bytes 0x80 to 0xff of DOS in western Europe. */
const CP850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
/** Bytes 0x80 to 0xff of DOS in America. */
export const cp437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** The bytes 0x80 to 0x9f. Written out because TextDecoder of some Node versions reads windows-1252 as Latin-1. */
const CP1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The character of a byte 0x80 to 0x9f in windows-1252. */
export const windows1252 = (byte: number): string => CP1252[byte - 0x80]!;

let codecs: Codec[] | undefined;
function allCodecs(): Codec[] {
  if (codecs) return codecs;
  const high = Uint8Array.from({length: 128}, (_, i) => 128 + i);
  const fromLabel = (name: string, min: number): Codec => {
    const chars = [...new TextDecoder(name).decode(high)];
    const byte = new Map<string, number>();
    // Bytes that the encoding leaves undefined come through as C1 controls ("sloppy" decoding).
    for (let i = 0; i < 128; i++) byte.set(String.fromCharCode(128 + i), 128 + i);
    for (const [i, c] of chars.entries()) if (c !== '\ufffd') byte.set(c, 128 + i);
    return {name, byte, min};
  };
  codecs = [
    {name: 'windows-1252', min: 3, byte: new Map(Array.from({length: 128}, (_, i) => [i < 32 ? CP1252[i]! : String.fromCharCode(128 + i), 128 + i] as const).concat(Array.from({length: 32}, (_, i) => [String.fromCharCode(128 + i), 128 + i] as const)))}, fromLabel('windows-1250', 3), fromLabel('windows-1251', 3), fromLabel('macintosh', 3),
    {name: 'cp437', byte: new Map([...cp437].map((c, i) => [c, 128 + i])), min: 2},
    {name: 'cp850', byte: new Map([...CP850].map((c, i) => [c, 128 + i])), min: 3},
    fromLabel('iso-8859-2', 3), fromLabel('windows-1253', 4), fromLabel('windows-1254', 3), fromLabel('windows-1257', 3), fromLabel('windows-1256', 4), fromLabel('koi8-r', 4), fromLabel('ibm866', 4),
  ];
  return codecs;
}

/** Symbols, controls and marks that text does not put right behind an accented letter inside a run. */
const WEIRD = /[\u0080-\u009f\u00ad¢£¤¥¦§¨©¬¯°±²³´µ¶·¸¹¼½¾¿€†‡‰ˆ˜ƒ‹›œŒ˘˙˝˛ˇ\u2200-\u22ff\u2500-\u25ff⌐₧∙ⁿ¡ª•‚„]/;
/** Marks that may well follow a letter: the end of a quotation, a trademark. */
const ORDINARY = /[™—–…”“’‘»«®\u00a0º]/;
/** What decoded text may consist of. */
const PLAUSIBLE = /^(?:[\u00a0-\u024f\u02c6\u02dc\u0370-\u0377\u037b-\u03ff\u0400-\u045f\u0490\u0491\u05d0-\u05ea\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u1e00-\u1eff\u200b\u2010-\u2027\u202f-\u203a\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff\u2500-\u27bf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef\ufeff\ufffd]|[\ud83c-\ud83e][\udc00-\udfff])$/;
/** Cyrillic letters of the Serbian, Macedonian and Ukrainian ends of cp1251 count as symbols inside Russian runs. */
const WEIRD_1251 = /[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇґєїјЅѕ‚„†‡€‰‹‘’“”•–—™›¤¦§©«¬®°±µ¶·№»]/;

function expected(byte: number): number {
  return byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}
const utf8 = new TextDecoder('utf-8', {fatal: true});

interface Sequence {readonly end: number; readonly text: string; readonly weird: boolean; readonly spaces: number}

/** Reads one UTF-8 sequence in disguise at `at`. */
function sequenceAt(text: string, at: number, {byte, name}: Codec): Sequence | undefined {
  const lead = byte.get(text[at]!);
  if (lead === undefined) return undefined;
  const size = expected(lead);
  if (!size || at + size > text.length + 1) return undefined;
  const bytes = [lead];
  let weird = /[\u2500-\u25ff]/.test(text[at]!);
  let spaces = 0;
  let end = at + 1;
  for (; bytes.length < size; end++) {
    const c = text[end];
    if (c === undefined) return undefined;
    if (c === '\ufffd') return name === 'windows-1252' || name === 'windows-1250' ? {end: end + 1, text: '\ufffd', weird: true, spaces} : undefined;
    // The byte A0 is a no-break space, which later steps often turn into a plain one.
    const b = c === ' ' ? 0xa0 : byte.get(c);
    if (b === undefined || b < 0x80 || b > 0xbf) return undefined;
    if (c === ' ') spaces++;
    if (name === 'windows-1251' ? WEIRD_1251.test(c) : WEIRD.test(c)) weird = true;
    bytes.push(b);
  }
  const decoded = decode(bytes) ?? surrogatePair(text, end, bytes, byte);
  if (decoded === undefined) return undefined;
  if (bytes.length === 6) return {end: end + 3, text: decoded, weird: true, spaces};
  return PLAUSIBLE.test(decoded) || (name === 'windows-1252' && C1.test(decoded)) ? {end, text: decoded, weird, spaces} : undefined;
}

function decode(bytes: readonly number[]): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** CESU-8: both halves of a surrogate pair as three bytes each. Appends the second half's bytes to `bytes`. */
function surrogatePair(text: string, end: number, bytes: number[], byte: Codec['byte']): string | undefined {
  if (bytes[0] !== 0xed || bytes[1]! < 0xa0 || bytes[1]! > 0xaf) return undefined;
  const rest = [0, 1, 2].map((k) => byte.get(text[end + k] ?? '') ?? 0);
  if (rest[0] !== 0xed || rest[1]! < 0xb0 || rest[1]! > 0xbf) return undefined;
  bytes.push(...rest);
  const unit = (a: number, b: number) => 0xd000 | ((a & 0x3f) << 6) | (b & 0x3f);
  return String.fromCharCode(unit(bytes[1]!, bytes[2]!), unit(rest[1]!, rest[2]!));
}

const LETTER = /\p{L}/u;
/** What a second layer of damage leaves between two. */
const C1 = /^[\u0080-\u009f]$/;
/** Marks of three bytes, which letters do not give by chance. */
const THREE_BYTE_MARK = /^[\u200b\u2010-\u203a\u20ac\u2122\u2212]$/;

/** What is known beside the place itself. */
export interface Beside {
  /** Whether a word, in lower case, exists in some language or as a name. */
  known(word: string): boolean;
  /** Names of the encodings that did damage elsewhere in the text, divided by commas. */
  damagedBy(): string;
  /** Whether all of it is damage: the second layer. */
  readonly certain?: true;
}

interface Run extends Repair {
  /** The encodings as which the run reads the same. */
  readonly codecs: readonly string[];
}

/** Decodes the run of disguised UTF-8 that begins at `at`, if it is one: by itself, or for what is known beside it. */
function runAt(text: string, at: number, beside: Beside | undefined): Run | undefined {
  let best: (Repair & {codecs: string[]; rank: number}) | undefined;
  const before = text[at - 1] ?? ' ';
  for (const codec of allCodecs()) {
    let end = at;
    let out = '';
    let sequences = 0;
    let weird = 0;
    let tail = '';
    for (;;) {
      const sequence = sequenceAt(text, end, codec);
      if (!sequence) break;
      // A plain space stands for a byte only where more damage follows at once.
      if (sequence.spaces && text[sequence.end - 1] === ' ') {
        const again = sequenceAt(text, sequence.end, codec);
        if (!again) break;
      }
      out += sequence.text;
      tail = text.slice(end + 1, sequence.end);
      end = sequence.end;
      sequences++;
      if (sequence.weird) weird++;
      if (sequences > 2000) break;
    }
    if (!sequences || (best && end < best.end) || (sequences > 1 && isMixed(out))) continue;
    let confidence = sequences > 1 || weird > 0 ? 0.99 : 0.95;
    const elsewhere = () => beside?.damagedBy().split(',').includes(codec.name) === true;
    if (!isSure(text, at, end, {codec, out, sequences, weird: weird > 0, tail})) {
      if (!beside || !beside.certain && (!plausibleThere(before, out, text[end]) || (ORDINARY.test(tail) && !LETTER.test(text[end] ?? '') && !/\p{Ll}/u.test(before)))) continue;
      if (!makesWord(text, at, codec, beside.known) && !elsewhere()) continue;
      confidence = 0.95;
    }
    if (best && end === best.end && out === best.text) {
      best.codecs.push(codec.name);
      continue;
    }
    // Several encodings may read the same stretch: the likeliest letters, then the one that did damage elsewhere.
    const rank = (RARE.test(out) ? 0 : 4) + (isRaised(text, at, end, out) ? 0 : 4) + (elsewhere() ? 2 : 0) + (beside && !beside.certain && makesWord(text, at, codec, beside.known) ? 2 : 0);
    const rivals = best?.end === end && Math.abs(best.rank - rank) < 2;
    if (!best || end > best.end || rank > best.rank) best = {start: at, end, text: out, confidence, codecs: [codec.name], rank};
    if (rivals || (best.text.includes('\ufffd') && !text.slice(at, best.end).includes('\ufffd')) || best.rank < 8) best = {...best, doubtful: true};
  }
  return best;
}

/** Whether a run gives a capital inside a word of small letters, "PÊrigueux". */
function isRaised(text: string, at: number, end: number, out: string): boolean {
  const before = text[at - 1] ?? '';
  return /^\p{Lu}/u.test(out) && (/\p{Ll}/u.test(before) || (LETTER.test(before) && /\p{Ll}/u.test(text[end] ?? '')));
}

/** Letters that are seldom in names. */
const RARE = /[\u0108\u0109\u0114\u0115\u011c\u011d\u0124\u0125\u012c\u012d\u0134\u0135\u0138\u015c\u015d\u0166\u0167\u016c\u016d\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u024f\u0370-\u0385\u0460-\u048f\u04a0-\u04ff]/;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, /\p{Script=Hangul}/u, /[\p{Script=Devanagari}\p{Script=Thai}]/u];
/** Whether letters of several scripts follow each other, as no text has them. */
const isMixed = (text: string): boolean => SCRIPTS.filter((script) => script.test(text)).length > 1;

/** Whether a run is damage for what stands in it alone. */
function isSure(text: string, at: number, end: number, {codec, out, sequences, weird, tail}: {readonly codec: Codec; readonly out: string; readonly sequences: number; readonly weird: boolean; readonly tail: string}): boolean {
  const lead = text[at]!;
  const before = text[at - 1] ?? ' ';
  const after = text[end] ?? '';
  let sure = weird || sequences >= codec.min;
  // "itÂ’s", but not a letter that is quoted, “Â”
  if (codec.name === 'windows-1252' && /[ÃÂ]/.test(lead)) sure = !(sequences === 1 && /^[”’]$/.test(tail) && !/[\p{Ll}]/u.test(before));
  // "Å™", "Å—": a letter and an ordinary mark.
  if (sequences === 1 && !/[ÃÂ]/.test(lead) && ORDINARY.test(tail) && !WEIRD.test(tail)) sure = false;
  if (sequences === 1 && lead.toLowerCase() !== lead.toUpperCase() && /^[¡ª•„‚‹›°]$/.test(tail) && !/[a-z]/.test(before) && !LETTER.test(after)) sure = false;
  // Two letters of a real word may look like a sequence; the result must then be a letter between letters.
  if (sequences < codec.min && codec.name !== 'windows-1252' && !(weird && (codec.name !== 'windows-1251' || /\p{Script=Latin}/u.test(before)) && plausibleThere(before, out, after))) sure = false;
  // "a lot of Ã’s": an apostrophe
  if (sequences === 1 && tail === '’' && /^[st]\b/.test(text.slice(end, end + 2))) sure = false;
  if (sequences < 3 && codec.name === 'macintosh' && /[“”‘’«»–—…]/.test(lead)) sure = false;
  return sure || (tail.length >= 2 && sequences === 1 && THREE_BYTE_MARK.test(out)) || (tail.length >= 2 && THREE_BYTE_MARK.test(out[0]!) && [...out].every((c) => THREE_BYTE_MARK.test(c)));
}

/** The longest word that is put together again, in UTF-16 code units. */
const LONGEST_WORD = 40;

/** Whether the word of which a sequence at `at` is a part, all of it decoded, is one that exists, while what stands there is none. */
function makesWord(text: string, at: number, codec: Codec, known: Beside['known']): boolean {
  let start = at;
  while (start > 0 && start > at - LONGEST_WORD && !/[\s!-,./:-@[-`{-~]/.test(text[start - 1]!)) start--;
  let decoded = '';
  let place = -1;
  let end = start;
  while (end < text.length && end < at + LONGEST_WORD) {
    if (end === at) place = decoded.length;
    const sequence = sequenceAt(text, end, codec);
    if (sequence && !sequence.spaces) {
      decoded += sequence.text;
      end = sequence.end;
    } else if (LETTER.test(text[end]!)) decoded += text[end++];
    else if (end < at) {
      decoded = '';
      end++;
    } else break;
  }
  const word = /^\p{L}+/u.exec(decoded)?.[0] ?? '';
  return place >= 0 && place < word.length && word.length > 3 && known(word.toLowerCase()) && !known(text.slice(start, end).toLowerCase());
}

/** Names of the encodings that certainly did damage in a text. */
export function damagingCodecs(text: string): readonly string[] {
  const names = new Set<string>();
  CANDIDATE.lastIndex = 0;
  for (let m = CANDIDATE.exec(text); m; m = CANDIDATE.exec(text)) {
    const run = runAt(text, m.index, undefined);
    if (!run) continue;
    for (const name of run.codecs) names.add(name);
    CANDIDATE.lastIndex = run.end;
  }
  return names.size ? [...names] : NO_NAMES;
}
const NO_NAMES: readonly string[] = [];

/** Whether decoded text fits between its neighbours: Latin letters inside Latin words. */
function plausibleThere(before: string, decoded: string, after = ' '): boolean {
  const latin = /\p{Script=Latin}/u;
  if (!latin.test(before) && !latin.test(after)) return true;
  return [...decoded].every((c) => latin.test(c) || !LETTER.test(c));
}

/** Windows-1252 bytes read as Latin-1: quotation marks and dashes as C1 controls. */
function controlAt(text: string, at: number): Repair | undefined {
  const code = text.charCodeAt(at);
  if (code < 0x80 || code > 0x9f) return undefined;
  const decoded = windows1252(code);
  // Behind the first byte of a sequence, which may be written in another way ("&acirc;" or "&acirc"), it is no mark of its own.
  if (decoded.charCodeAt(0) === code || /(?:[Â-ô]|& ?\w{2,8} ?;?)[\u0080-\u009f]{0,3}$/.test(text.slice(Math.max(0, at - 16), at)) || /[Â-ô]/.test(text[at + 1] ?? '')) return undefined;
  return {start: at, end: at + 1, text: decoded, confidence: 0.95};
}

/** Characters with which damage begins; marks of English, which are frequent, before others than ASCII alone: no first byte is followed by one of those. */
const CANDIDATE = /[آأؤإāĀįĮ\u0080-\u009fÂ-ôĂĄĆČĎĐĘĚĹŁŃŇŐŘŚŞŠŢŤŮŰŹŻŽăąćčďđęěĺłńňőřśşšţťůűźżžƒŒœŸΒ-ώВ-яЂ-џѓ¬√≈∆«»…À-ÕÿŸ⁄€‹›ﬁﬂ‡·‚„‰◊Ω┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣ╨╤┴]|[“”‘’–—](?=[^\0-\x7f])/g;

/** What a second layer is read with: the first one is damage for certain. */
const inner = (codecs: readonly string[]): Beside => ({certain: true, known: () => false, damagedBy: () => [...codecs, 'windows-1252'].join()});

/** All repairs of damaged encoding in a text, in order, not overlapping. Linear in practice: each place is tried once. */
export function repairs(text: string, beside: Beside): Repair[] {
  const out: Repair[] = [];
  CANDIDATE.lastIndex = 0;
  for (let m = CANDIDATE.exec(text); m; m = CANDIDATE.exec(text)) {
    const at = m.index;
    const run = runAt(text, at, beside);
    let found: Repair | undefined = (RARE.test(run?.text ?? '') ? lowered(text, at) : undefined) ?? run ?? controlAt(text, at) ?? lowered(text, at) ?? cutApart(text, at) ?? lostSpace(text, at, beside) ?? lostSecond(text, at, beside) ?? lostMark(text, at, beside);
    if (!found) continue;
    // Damage on damage: "Ã¢â‚¬â„¢" is "â€™" is "’".
    for (let layer = 0; layer < 3; layer++) {
      const inside = repairs(found.text, inner(run?.codecs ?? []));
      if (!inside.length) break;
      let text2 = '';
      let last = 0;
      for (const r of inside) {
        text2 += found.text.slice(last, r.start) + r.text;
        last = r.end;
      }
      found = {...found, text: text2 + found.text.slice(last)};
    }
    out.push(found);
    CANDIDATE.lastIndex = found.end;
  }
  return out;
}

/** What the second byte of a letter looks like in windows-1252, as text does not put it behind a letter. */
const SECOND = /[\u0080-\u009f¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º¼½¾¿„†‡ˆ‰]/;
const windows = () => allCodecs()[0]!;

/** "cafã©", "pã³r": the first byte of a letter, in small letters as the text around it. */
function lowered(text: string, at: number): Repair | undefined {
  if (!/[ãäåæ]/.test(text[at]!) || !SECOND.test(text[at + 1] ?? '') || !LETTER.test(`${text[at - 1] ?? ''}`) && !LETTER.test(text[at + 2] ?? '')) return undefined;
  const letter = sequenceAt(text[at]!.toUpperCase() + text[at + 1]!, 0, windows())?.text;
  if (letter === undefined || !/^\p{Script=Latin}$/u.test(letter) || RARE.test(letter)) return undefined;
  return {start: at, end: at + 2, text: /\p{Lu}/u.test(text[at - 1] ?? ' ') ? letter : letter.toLowerCase(), confidence: 0.95};
}

/** "Besan Ã § on", "peopleâ € ™s": bytes with spaces between them, as engines cut marks apart; the space that is left beside a letter is theirs, too. */
function cutApart(text: string, at: number): Repair | undefined {
  const mark = /^â ?€ ?([™œ\u009d˜“”¦])/.exec(text.slice(at, at + 5));
  if (mark && mark[0].length > 3) {
    const found = sequenceAt(mark[0].replaceAll(' ', ''), 0, windows())?.text;
    if (found !== undefined && THREE_BYTE_MARK.test(found)) return {start: at, end: at + mark[0].length, text: found, confidence: 0.95, doubtful: true};
  }
  if (!/[ÃÄÅÂ]/.test(text[at]!) || text[at + 1] !== ' ' || !SECOND.test(text[at + 2] ?? '') || !LETTER.test(text[at - 1] ?? ' ')) return undefined;
  const letter = sequenceAt(text[at]! + text[at + 2]!, 0, windows())?.text;
  if (letter === undefined || !/^\p{Script=Latin}$/u.test(letter) || RARE.test(letter)) return undefined;
  return {start: at, end: at + 3, text: letter, confidence: 0.95};
}

/** "Å koda": the second byte, A0, of a letter became a plain space. */
function lostSecond(text: string, at: number, {known, damagedBy}: Beside): Repair | undefined {
  if (text[at] !== 'Å' || text[at + 1] !== ' ') return undefined;
  const rest = /^\p{Ll}{3,30}/u.exec(text.slice(at + 2, at + 32))?.[0];
  return rest && !/\p{L}/u.test(text[at - 1] ?? '') && known(`š${rest}`) && damagedBy() ? {start: at, end: at + 2, text: 'Š', confidence: 0.9} : undefined;
}

/** "clubâs", "donât", "ânoâ": a mark of which the last two bytes were lost; between spaces a dash. */
function lostMark(text: string, at: number, {known, damagedBy}: Beside): Repair | undefined {
  if (text[at] !== 'â') return undefined;
  // "miracles,â€ said": the third byte of a closing mark has no character.
  if (text[at + 1] === '€' && !/[\p{L}\d]/u.test(text[at + 2] ?? ' ') && /[\p{L}\d,.!?%)…]/u.test(text[at - 1] ?? ' ') && damagedBy()) return {start: at, end: at + 2, text: '”', confidence: 0.95};
  if (text[at + 1] === '€') return undefined;
  const base = /[a-zA-Z]{0,30}$/.exec(text.slice(Math.max(0, at - 30), at))![0];
  const rest = /^\p{L}{0,30}/u.exec(text.slice(at + 1, at + 31))![0];
  const negated = rest === 't' && /^(?:ca|wo|do|did|does|is|was|were|are|would|could|should|has|have|had|must|need)n$/i.test(base);
  if (negated || (/^(?:s|re|ve|ll|d|m)$/.test(rest) && base && known(base.toLowerCase()) && !known(`${base}â${rest}`.toLowerCase()))) return {start: at, end: at + 1, text: '’', confidence: 0.95};
  if (text[at + 1] === '¦' || text[at + 1] === '¬') return {start: at, end: at + 2, text: text[at + 1] === '¦' ? '…' : '€', confidence: 0.95};
  // Quotation marks, where a text has other damage.
  if (!base && rest.length > 1 && known(rest.toLowerCase()) && !known(`â${rest}`.toLowerCase()) && damagedBy()) return {start: at, end: at + 1, text: '“', confidence: 0.9};
  if (!rest && (/[,.!?]/.test(text[at - 1] ?? '') || base.length > 1 && known(base.toLowerCase()) && !known(`${base}â`.toLowerCase())) && damagedBy()) return {start: at, end: at + 1, text: '”', confidence: 0.9};
  if (!base && rest === '' && text[at - 1] === ' ' && /^ [A-Za-z]/.test(text.slice(at + 1, at + 3)) && damagedBy()) return {start: at, end: at + 1, text: '–', confidence: 0.9};
  return undefined;
}

/** "Ã" whose second byte, A0, became a plain space or was lost: "voilÃ le" is "voilà le", "GÃ idhlig" is "Gàidhlig". */
function lostSpace(text: string, at: number, {known, damagedBy}: Beside): Repair | undefined {
  if (text[at] !== 'Ã') return undefined;
  const before = text[at - 1] ?? '';
  // "Ã  peine": the preposition
  if ((before === '' || /[\s'’]/.test(before)) && /^ {1,2}\p{Ll}/u.test(text.slice(at + 1)) && (text[at + 2] === ' ' || damagedBy() !== '')) return {start: at, end: text[at + 2] === ' ' ? at + 2 : at + 1, text: 'à', confidence: 0.9};
  if (!/\p{Ll}|\p{Lu}/u.test(before) || !/^[ \u00a0]/.test(text.slice(at + 1))) return undefined;
  if (before === before.toUpperCase() && /^.\p{Lu}/u.test(text.slice(at + 1))) return undefined;
  const rest = /^[ \u00a0]([ \u00a0]?)(\p{L}{0,40})/u.exec(text.slice(at + 1, at + 50));
  if (!rest) return undefined;
  const [, second = '', word = ''] = rest;
  const wordBefore = /\p{L}{0,30}$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  if (second || !word) return {start: at, end: at + 2, text: second ? 'à' : 'à ', confidence: 0.95};
  if (wordBefore.length < 2 && !known(word.toLowerCase())) return {start: at, end: at + 2, text: 'à', confidence: 0.95};
  return {start: at, end: at + 1, text: 'à', confidence: 0.95};
}
