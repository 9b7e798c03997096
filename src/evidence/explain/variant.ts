import {distance} from 'fastest-levenshtein';
import type {Document} from '../../document/document.ts';
import {DocumentNote} from '../../document/document-note.ts';
import {DAYS, FUNCTION_WORDS, MONTHS} from '../../document/english.ts';
import {TokenEvidence} from '../../document/paragraph-evidence.ts';
import type {Token} from '../../document/token.ts';
import {wordClass} from '../../document/word.ts';
import {readData} from '../../lexicon/assets.ts';
import {Flag, isEnglish, lookup, plain} from '../../lexicon/lexicon.ts';
import {Recent} from '../../lexicon/recent.ts';
import {isLeader, leaders} from '../leaders.ts';
import type {Explanation, Unknown} from '../triage.ts';
import {type Usage, UsageTable, usageIn} from '../usage.ts';

/** A name that a document spells in two ways: the spelling to change, and the one to keep. */
export interface Variant {
  /** The preferred spelling, in its case. */
  readonly to: string;
  /** The places to change, without a possessive 's; UTF-16 offsets. */
  readonly places: readonly {readonly start: number; readonly end: number}[];
  readonly confidence: number;
  readonly note: string;
}

interface Listed {
  readonly preferred: string;
  readonly person: boolean;
  /** Words beside which it is part of another name: "Peking duck". */
  readonly beside: readonly string[];
  /** It is a club, too: the place is meant behind a preposition only. */
  readonly club: boolean;
}
/** How a spelling is listed: "Torino*", "Schanghai!", "Peking (duck opera)". */
const ENTRY = /^([^ (!*]+)(?: \(([^)]*)\))?([!*]?)$/;
interface Lists {
  /** Spellings of well-known names, keyed by their folded form; the preferred spelling is one of them. */
  readonly sets: Map<string, Listed>;
  /** What English writes for spellings that it does not have, best first, by their folded form. */
  readonly foreign: Map<string, readonly string[]>;
  /** Words of names, folded, and the English words that engines put for them. */
  readonly rendered: [string, string[]][];
}
let loaded: Lists | undefined;

function lists(): Lists {
  if (loaded) return loaded;
  loaded = {sets: new Map(), foreign: new Map(), rendered: []};
  for (const line of readData<string[]>('name-variants')) {
    const m = /^([^:=~]+?)(:| =| ~) (.+)$/.exec(line);
    if (!m) continue;
    const [, head = '', sign, rest = ''] = m;
    const forms = rest.split(', ');
    if (sign === ' ~') {
      loaded.rendered.push([head.toLowerCase(), forms]);
      continue;
    }
    const entries = forms.map((form) => ENTRY.exec(form)!);
    // "Chornobyl", which no list knows yet, behind "Chernobyl".
    const english = entries.filter(([, , , mark]) => mark !== '!').map(([, form = '']) => form);
    const known = lookup(head.toLowerCase()).frequency > 0 ? [head] : english.filter((form) => lookup(form.toLowerCase()).frequency > 0).slice(0, 1);
    for (const [, form = head, beside = '', mark] of [[head, head] as const, ...entries]) {
      const folded = form.toLowerCase();
      if (mark === '!') loaded.foreign.set(folded, [...new Set([...known, head])]);
      if (!loaded.sets.has(folded)) loaded.sets.set(folded, {preferred: head, person: sign === ' =', beside: beside ? beside.toLowerCase().split(' ') : [], club: mark === '*'});
    }
  }
  return loaded;
}

/** What English writes for a name (folded) that it has in no such spelling: "Schanghai", "Lukaschenko"; best first. */
export const englishSpellingOf = (form: string): readonly string[] | undefined => lists().foreign.get(form);

const placeOf = (token: Token) => ({start: token.start, end: token.end - (token.word.folded.length - token.word.base.length)});

/** Changes of spelling that one name undergoes between systems of transliteration; a key of what is left. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/['’ʹʼ`]/g, ''],
  [/(?:skiy|skyi|skyy|skij|ski|skii)$/, 'sky'], [/(?:iy|yy|yi|ij|ii)$/, 'y'], [/(?<=[aeo])i$/, 'y'], [/ks/g, 'x'],
  [/shch|schtsch|chtch/g, 'šč'], [/tsch|tch/g, 'č'], [/sch/g, 'š'],
  [/kh/g, 'h'], [/zh/g, 'ž'], [/ou/g, 'u'], [/[yj]a/g, 'ia'], [/[yj]u/g, 'iu'], [/(?<=[aeiou])y(?=[aeo])/g, ''], [/(?<=[aou])i(?=[aeo])/g, ''],
  [/^yev/, 'ev'], [/ph/g, 'f'], [/tz/g, 'ts'], [/(.)\1/g, '$1'],
];

/** Two forms with one key differ by transliteration, doubled letters or accents only. Undefined for forms that are too short. */
export function spellingKey(base: string): string | undefined {
  return (base.length < 60 ? keys.of(base, findSpellingKey) : findSpellingKey(base)) ?? undefined;
}
const keys = new Recent<string | null>(5000);

function findSpellingKey(base: string): string | null {
  let key = plain(base);
  if (key.length < 5) return null;
  for (const [from, to] of SPELLINGS) key = key.replace(from, to);
  // "Wollschlaeger" and "Wollschläger"; "Michael" and "Michal" are told apart by `among`.
  return key.length < 6 ? key : key.replace(/([aou])e(?=[bcdfghklmnprstz])/g, '$1');
}

const hasAccent = (base: string) => plain(base) !== base;
/** What may stand before a name without being part of it. */
const TITLES = new Set('mr mrs ms dr sir president minister prime secretary general colonel captain major chief chancellor king queen prince princess pope saint st san governor mayor judge senator ambassador commissioner coach manager goalkeeper striker captain in on the a of'.split(' '));
/** Words between two spellings that say that both are meant. */
const EXPLAINED = /\b(?:formerly|also|known as|aka|a\.k\.a\.|or|called|spelled|spelt|written|renamed|named|name|in (?:Ukrainian|Russian|German|French|Polish|Spanish|Italian|Turkish|Arabic|Kazakh|English)|then|now|previously|officially|Soviet|colonial|Ottoman|transliterat\w+)\b/i;
const MAX_PLACES = 20;

const isNameBy = (u: Usage) => (u.capital > 0 || u.opening > 0) && u.lower === 0 && u.upper === 0;

/** The word of a name's run beside a token: the next capitalised word without a mark between, or undefined. */
export function neighbour(document: Document, token: Token, step: -1 | 1): Token | undefined {
  const other = step < 0 ? document.before(token) : document.after(token);
  if (other?.kind !== 'word' || (other.word.shape !== 'capital' && other.word.shape !== 'mixed') || (step > 0 && token.word.folded !== token.word.base)) return undefined;
  if (FUNCTION_WORDS.has(other.word.base) || MONTHS.has(other.word.base) || DAYS.has(other.word.base) || (step < 0 && TITLES.has(other.word.base))) return undefined;
  return other;
}

/** Whether one place in the text names both spellings, near each other, with a word of explanation or in brackets. */
function explained(document: Document, a: readonly Token[], b: readonly Token[]): boolean {
  for (const x of a.slice(0, MAX_PLACES)) for (const y of b.slice(0, MAX_PLACES)) {
    const [first, second] = x.start < y.start ? [x, y] : [y, x];
    if (second.start - first.end > 90) continue;
    const between = document.text.slice(first.end, second.start);
    if (/[()/[]/.test(between) || (first.sentence === second.sentence && (between.length < 4 || EXPLAINED.test(between)))) return true;
  }
  return false;
}

/** A place in a quotation that is not the text's own voice, or inside a longer name ("Dynamo Kiev", "Kiev Rus"). */
export function inLongerName(document: Document, token: Token, person: boolean): boolean {
  if (/^[-‐‑]$/.test(document.before(token)?.text ?? '') && !token.spaced) return true;
  const after = document.tokens[token.index + 1];
  if (after && !after.spaced && /^[-‐‑]$/.test(after.text)) return true;
  if (neighbour(document, token, 1)) return true;
  if (person) return false;
  const before = neighbour(document, token, -1);
  if (before && (!document.opensSentence(before) || !before.word.english)) return true;
  const listed = lists().sets.get(token.word.base);
  if (!listed) return false;
  const [ahead, behind] = [document.before(token)?.word.base ?? '', after?.kind === 'word' ? after.word.base : ''];
  return listed.beside.includes(ahead) || listed.beside.includes(behind) || (listed.club && !OF_PLACES.has(ahead));
}
/** What stands before a place and before no club. */
const OF_PLACES = new Set('in near around outside through into throughout'.split(' '));

const memo = new DocumentNote<Map<string, readonly Variant[]>>();

/**
 * Names that a document spells in several ways, with the spelling to keep: the user's (`prefer`: preferred form to
 * its variants), else that of the majority, else the usual one in English, else the first.
 */
export function variantsIn(document: Document, prefer: Readonly<Record<string, readonly string[]>> = {}): readonly Variant[] {
  const id = JSON.stringify(prefer);
  let known = memo.get(document);
  if (!known) memo.set(document, known = new Map());
  let found = known.get(id);
  if (!found) known.set(id, found = find(document, prefer));
  return found;
}

function find(document: Document, prefer: Readonly<Record<string, readonly string[]>>): Variant[] {
  const own = new Map<string, string>();
  for (const [form, variants] of Object.entries(prefer)) for (const variant of variants) own.set(variant.toLowerCase(), form);
  const usage = usageIn(document);
  const found: Variant[] = [];
  const names = [...own.keys()].flatMap((variant) => usage.get(variant) ?? []).filter(({capital, opening}) => capital + opening > 0);
  for (const {base, tokens} of names.sort(byPlace)) found.push({to: own.get(base)!, places: tokens.filter((t) => t.word.shape !== 'lower').map(placeOf), confidence: 0.99, note: 'Your settings prefer the other spelling.'});
  const several = KEYS.together(document, groupsOf).map(([key, group]) => [key, group.filter(({base}) => !own.has(base)).sort(byPlace)] as const).filter(([, group]) => group.length > 1);
  several.sort(([, [a]], [, [b]]) => byPlace(a!, b!));
  for (const [key, group] of several) if (group.length < 5 && (key.startsWith('=') || group.some((u) => u.capital > 0)) && (!key.startsWith('~') || group.some((u) => hasAccent(u.base)))) found.push(...among(document, key, group));
  found.push(...swapped(document), ...reversed(document), ...rendered(document), ...slipped(document));
  return found;
}

const byPlace = (a: Usage, b: Usage) => a.tokens[0]!.index - b.tokens[0]!.index;

/** Words of one key, of those keys that several have. */
function groupsOf(all: ReadonlyMap<string, {readonly key: string; readonly usage: Usage}>): readonly (readonly [key: string, group: readonly Usage[]])[] {
  const groups = new Map<string, Usage[]>();
  for (const {key, usage} of all.values()) {
    const group = groups.get(key);
    if (group) group.push(usage);
    else groups.set(key, [usage]);
  }
  return [...groups].filter(([, group]) => group.length > 1);
}

/** Names of one key may be one name in several spellings. */
const KEYS = new UsageTable((_, usage) => {
  const key = usage.capital + usage.opening > 0 ? findKey(usage) : '';
  return key ? {key, usage} : undefined;
});

/** How a form is listed, be it with other accents. */
const listedAs = (base: string) => lists().sets.get(base) ?? (hasAccent(base) ? lists().sets.get(plain(base)) : undefined);

/** Empty for what is no name. */
function findKey(usage: Usage): string {
  const {base} = usage;
  if (base.length < 3 || usage.lower > 0) return '';
  const set = listedAs(base);
  if (set) return `=${set.preferred}`;
  // At the head of a sentence stands a capital anyway: what else is spelled so must be a name elsewhere.
  if (!isNameBy(usage) || isEnglish(base)) return '';
  // Short names: "Téo" and "Theo".
  return spellingKey(base) ?? `~${plain(base).replace(/th/g, 't').replace(/ph/g, 'f')}`;
}

/** Whether a lexicon has a name; what no lexicon has is no better for standing more often. */
const isKnown = ({tokens: [token]}: Usage) => token!.word.isName;

function among(document: Document, key: string, group: readonly Usage[]): Variant[] {
  const set = key.startsWith('=') ? listedAs(group[0]!.base)! : undefined;
  const preferred = set?.preferred.toLowerCase();
  // First names before one and the same family name are one person's.
  const next = (t: Token) => neighbour(document, t, 1)?.word.plain ?? '';
  const shared = new Set(group.slice(1).flatMap((u) => u.tokens.slice(0, MAX_PLACES).map(next)).filter((n) => n && group[0]!.tokens.slice(0, MAX_PLACES).some((t) => next(t) === n)));
  // Inside longer names each spelling has its own right.
  const free = new Map(group.map((u) => [u, u.tokens.filter((t) => t.word.shape === 'capital' && (shared.has(next(t)) || !inLongerName(document, t, set?.person ?? !(u.tokens[0]!.word.entry.flags & Flag.Place))))]));
  const count = (u: Usage) => free.get(u)!.length;
  const [keep, ...rest] = group.filter(count).sort((a, b) => Number(!set && isLeader(b.base)) - Number(!set && isLeader(a.base)) || Number(!set && isKnown(b)) - Number(!set && isKnown(a)) || count(b) - count(a) || Number(b.base === preferred) - Number(a.base === preferred) || Number(hasAccent(b.base)) - Number(hasAccent(a.base)) || a.tokens[0]!.start - b.tokens[0]!.start);
  if (!keep) return [];
  const to = free.get(keep)![0]!.text.replace(/['’]s$/, '');
  const out: Variant[] = [];
  for (const from of rest) {
    // Only listed spellings may differ by more than their key.
    if (!set && !isNameBy(from)) continue;
    if (!set && /[aou]e/.test(from.base) !== /[aou]e/.test(keep.base) && !/[äöüø]/.test(from.base + keep.base)) continue;
    // First names have spellings of their own: Sofia and Sophia are two people.
    if (!set && !free.get(from)!.some((t) => shared.has(next(t))) && from.tokens[0]!.word.entry.flags & keep.tokens[0]!.word.entry.flags & Flag.Person && hasAccent(from.base) === hasAccent(keep.base) && !/sk[iy]|ov|ev|ko$/.test(from.base)) continue;
    if (from.base === `${keep.base}s` || keep.base === `${from.base}s` || !set && !hasAccent(from.base + keep.base) && inOneSentence(from, keep) || explained(document, from.tokens, keep.tokens) || differ(document, from, keep)) continue;
    const few = count(from) * 2 <= count(keep);
    out.push({to, places: free.get(from)!.map(placeOf), confidence: set ? (few ? 0.9 : 0.85) : few ? 0.85 : 0.75, note: `The text also spells this name “${to}”.`});
  }
  return out;
}

/** Letters that stand for one sound, for one of them; vowels go, but for the first letter. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [[/tsch|tch/g, 'k'], [/sch|sh|zh|tz|ts|cz|sz|[szçß]/g, 's'], [/ch/g, 'k'], [/ph|w|v/g, 'f'], [/ck|[cqg]/g, 'k'], [/th|d/g, 't'], [/b/g, 'p'], [/x/g, 'ks'], [/(?<=.)[aeiouyhj]/g, ''], [/(.)\1+/g, '$1']];
function soundsOf(base: string): string {
  let sounds = plain(base).slice(0, MAX_SOUNDS);
  for (const [letters, sound] of SOUNDS) sounds = sounds.replace(letters, sound);
  return sounds.replace(/^[yj]/, 'i');
}
const MAX_SOUNDS = 30;
const MIN_SOUNDS = 5;

/** Names by how they sound. */
const SOUNDING = new UsageTable((_, usage) => (usage.capital + usage.opening > 0 && usage.base.length >= MIN_SOUNDS && isNameBy(usage) && !isEnglish(usage.base) ? {key: soundsOf(usage.base), usage} : undefined));
/** By how much rarer a slip of a name is than the name, in the steps of the lexicon. */
const RARER = 35;
/** Names that sound alike and are looked at. */
const MAX_ALIKE = 6;

/** A name that nobody has beside one that many know, from which it differs by a slip or two and which sounds alike: "Habek" and "Habeck". */
function slipped(document: Document): Variant[] {
  const out: Variant[] = [];
  for (const [, alike] of SOUNDING.together(document, groupsOf)) {
    if (alike.length > MAX_ALIKE) continue;
    const group = alike.toSorted(byPlace);
    const entryOf = (u: Usage) => u.tokens[0]!.word.entry;
    for (const from of group) {
      const {flags, frequency} = entryOf(from);
      if (flags & ~Flag.Seen || listedAs(from.base)) continue;
      const keep = group.filter((u) => u !== from && (entryOf(u).frequency >= frequency + RARER || frequency === 0 && isLeader(u.base)) && spellingKey(u.base) !== spellingKey(from.base) && u.tokens.length >= from.tokens.length && distance(plain(u.base), plain(from.base)) <= (from.base.length > 7 ? 2 : 1)).sort((a, b) => b.tokens.length - a.tokens.length)[0];
      if (!keep || from.base === `${keep.base}s` || keep.base === `${from.base}s` || inOneSentence(from, keep) || explained(document, from.tokens, keep.tokens) || differ(document, from, keep)) continue;
      // Somebody else has a first name of his own.
      const firsts = (u: Usage) => new Set(u.tokens.slice(0, MAX_PLACES).flatMap((t) => neighbour(document, t, -1)?.word.plain ?? []));
      const [own, other] = [firsts(from), firsts(keep)];
      if ([...own].some((name) => !other.has(name)) || from.tokens.some((t) => inLongerName(document, t, true))) continue;
      const to = keep.tokens.find((t) => t.word.shape === 'capital')!.text.replace(/['’]s$/, '');
      out.push({to, places: from.tokens.filter((t) => t.word.shape === 'capital').map(placeOf), confidence: other.size ? 0.88 : 0.8, note: `The text also spells this name “${to}”.`});
    }
  }
  return out;
}

/** Whether two names stand in one sentence: then they are two. */
function inOneSentence(a: Usage, b: Usage): boolean {
  const sentences = new Set(a.tokens.slice(0, MAX_PLACES).map((t) => t.sentence));
  return b.tokens.slice(0, MAX_PLACES).some((t) => sentences.has(t.sentence));
}

/** Two people of one name in two spellings: both stand behind first names, and never behind the same one. */
function differ(document: Document, a: Usage, b: Usage): boolean {
  const firsts = (u: Usage) => new Set(u.tokens.slice(0, MAX_PLACES).flatMap((t) => neighbour(document, t, -1)?.word.plain ?? []));
  const lasts = (u: Usage) => new Set(u.tokens.slice(0, MAX_PLACES).flatMap((t) => neighbour(document, t, 1)?.word.plain ?? []));
  for (const beside of [firsts, lasts]) {
    const x = beside(a);
    const y = beside(b);
    if (x.size && y.size && ![...x].some((n) => y.has(n))) return true;
  }
  return false;
}

/** Names of two words that are looked at. */
const MAX_PAIRS = 20_000;
const NAME_PART = wordClass(({shape, base, folded}) => shape === 'capital' && base === folded && !isEnglish(base));

/** The first words of names of two words. */
const PAIRS = new TokenEvidence(NAME_PART, ({tokens}, parts) => parts.filter((a) => {
  const b = tokens[a.index + 1];
  return a.kind === 'word' && b?.kind === 'word' && b.word.shape === 'capital' && a.sentence === b.sentence && a.word.base !== b.word.base && !((a.word.entry.flags | b.word.entry.flags) & Flag.Proper) && !isEnglish(b.word.base);
}));

/** Family and given name in both orders: "Zhao Minghui" and "Minghui Zhao". */
function swapped(document: Document): Variant[] {
  const {tokens} = document;
  const pairs = PAIRS.in(document).slice(0, MAX_PAIRS);
  const firsts = new Set(pairs.map((a) => a.word.base));
  const lasts = new Set(pairs.map((a) => tokens[a.index + 1]!.word.base));
  const seen = new Map<string, Token[]>();
  for (const a of pairs) {
    const b = tokens[a.index + 1]!;
    if (!firsts.has(b.word.base) || !lasts.has(a.word.base)) continue;
    const key = `${a.word.base} ${b.word.base}`;
    const list = seen.get(key);
    if (list) list.push(a);
    else seen.set(key, [a]);
  }
  const out: Variant[] = [];
  const done = new Set<string>();
  for (const [key, places] of seen) {
    const other = key.split(' ').reverse().join(' ');
    const others = seen.get(other);
    if (!others || done.has(other)) continue;
    done.add(key);
    const [few, many] = places.length < others.length || (places.length === others.length && places[0]!.start > others[0]!.start) ? [places, others] : [others, places];
    const alone = (t: Token) => !neighbour(document, tokens[t.index + 1]!, 1) && !(neighbour(document, t, -1) && !document.opensSentence(tokens[t.index - 1]!));
    if (!many.some(alone)) continue;
    const to = document.slice(many[0]!.index, many[0]!.index + 1).replace(/['’]s$/, '');
    out.push({to, places: few.filter(alone).map((t) => ({start: t.start, end: placeOf(tokens[t.index + 1]!).end})), confidence: 0.8, note: `The text also has this name as “${to}”.`});
  }
  return out;
}

/** Names of people whom everybody knows, by their words in the other order, folded and without accents. */
let backwards: ReadonlyMap<string, string> | undefined;

/** The first words of these, with the names. */
const BACKWARDS = new TokenEvidence(NAME_PART, ({tokens}, parts) => {
  const names = (backwards ??= new Map(leaders().flatMap((name) => {
    const words = name.split(' ');
    return words.length === 2 ? [[plain(`${words[1]!} ${words[0]!}`.toLowerCase()), name] as const] : [];
  })));
  return parts.flatMap((a) => {
    const b = tokens[a.index + 1];
    const to = b?.kind === 'word' && b.spaced && b.word.shape === 'capital' && b.sentence === a.sentence ? names.get(`${a.word.plain} ${b.word.plain}`) : undefined;
    return to === undefined ? [] : [{a, to}];
  });
});

/** A name that everybody knows in the other order: "Jinping Xi". */
function reversed(document: Document): Variant[] {
  const {tokens} = document;
  const out: Variant[] = [];
  for (const {a, to} of BACKWARDS.in(document)) {
    const b = tokens[a.index + 1]!;
    if (neighbour(document, b, 1) || neighbour(document, a, -1) && !document.opensSentence(tokens[a.index - 1]!) || document.isTitle(a.sentence)) continue;
    out.push({to, places: [{start: a.start, end: placeOf(b).end}], confidence: 0.82, note: `English has this name as “${to}”.`});
  }
  return out;
}

/** Names with one word rendered in English, beside the same next word: "Athletic Latacunga" and "Atlético Latacunga". */
function rendered(document: Document): Variant[] {
  const usage = usageIn(document);
  const out: Variant[] = [];
  const capitals = (form: string) => usage.get(form)?.tokens.filter((t) => t.word.shape === 'capital') ?? [];
  const beside = (t: Token) => neighbour(document, t, 1)?.word.base ?? '';
  for (const [original, renderings] of lists().rendered) {
    const all = capitals(original);
    const put = all.length ? renderings.flatMap((form) => capitals(form.toLowerCase())) : [];
    if (!put.length) continue;
    const names = new Set(all.map(beside).filter(Boolean));
    const tokens = put.filter((t) => names.has(beside(t)));
    if (!tokens.length) continue;
    const rendered = new Set(tokens.map(beside));
    const kept = all.filter((t) => rendered.has(beside(t)));
    if (!kept.length || !tokens.length) continue;
    // Of two spellings that stand for each other the rarer one goes, of equals the later.
    const rarer = tokens.length < kept.length || (tokens.length === kept.length && kept[0]!.start < tokens[0]!.start);
    if (rarer) out.push({to: kept[0]!.text, places: tokens.map(placeOf), confidence: 0.88, note: `The text also has this name with “${kept[0]!.text}”.`});
  }
  return out;
}

const starts = new DocumentNote<ReadonlyMap<number, Variant>>();

/** Explains an unknown word as another spelling of a name of the text. */
export function explainVariant({word, document, lower, tokens}: Unknown): Explanation | undefined {
  if (lower || word.base.length < 3) return undefined;
  let byStart = starts.get(document);
  if (!byStart) starts.set(document, byStart = new Map(variantsIn(document).flatMap((v) => (v.to.includes(' ') ? [] : v.places.map((p) => [p.start, v] as const)))));
  for (const token of tokens) {
    const variant = byStart.get(token.start);
    if (variant) return {cause: 'variant', score: variant.confidence, proposals: [variant.to], note: variant.note};
  }
  return undefined;
}
