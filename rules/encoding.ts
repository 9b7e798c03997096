import {ask, Question} from '../src/document/ask.ts';
import type {Document} from '../src/document/document.ts';
import type {Token} from '../src/document/token.ts';
import {escapesIn, referenceOf} from '../src/evidence/escapes.ts';
import {type Beside, damagingCodecs, type Repair, repairs} from '../src/evidence/mojibake.ts';
import {lostApostrophes, unconfused, unquoted, type Words} from '../src/evidence/confused-bytes.ts';
import {englishSpellingOf} from '../src/evidence/explain/variant.ts';
import {SegmentTexts} from '../src/document/segment-memo.ts';
import {wordClass} from '../src/document/word.ts';
import {isEnglish, languagesOf, lookup, lookupPlain} from '../src/lexicon/lexicon.ts';
import {isLicence, isTechnical} from '../src/evidence/text-kind.ts';
import {defineRule} from '../src/rule/rule.ts';

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200c\u200d\u200e\u200f]/g;
const INVISIBLE_ONE = new RegExp(INVISIBLE.source);
/** Characters that nobody sees, and what terminals are told. */
const UNSEEN = /\u001b?\[\d{1,2}(?:;\d{1,2}){0,3}m|[\0-\x08\x0e-\x1f\x7f]+|[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
/** Cyrillic and Greek letters that look like Latin ones. */
const TWINS: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', І: 'I', Ї: 'Ï', Ј: 'J', Ѕ: 'S', а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ї: 'ï', ј: 'j', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', к: 'k', м: 'm', н: 'n', т: 't', в: 'b', г: 'r', п: 'n', и: 'u',
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', ο: 'o', ν: 'v', α: 'a', ι: 'i', ρ: 'p', υ: 'u', κ: 'k', τ: 't',
};
/** Those of them that only look nearly so: they count where a known word comes of them. */
const NEARLY = /[кмнтвгпиνακυηΠ]/;
/** Words before which a lost mark in front of "re", "ve", "ll", "d" and "m" is an apostrophe. */
const SHORTENED = /^(?:i|you|he|she|it|we|they|that|there|who|what|these|those|how|where)$/i;
/** Letters in full width, and those of mathematics. */
const WIDE = /(?:[\uff21-\uff3a\uff41-\uff5a]|\ud835[\udc00-\udfcb]){2}/;
const LIGATURES: Readonly<Record<string, string>> = {ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st'};
const TAGS = /^<\/?(?:a|abbr|b|blockquote|br|center|cite|code|div|em|bpt|ept|figcaption|figure|font|g|h[1-6]|hr|i|iframe|img|input|ins|li|mark|mrk|ol|p|ph|pre|q|seg|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|time|tr|u|ul|video|x)\b/i;

/** What stands behind an apostrophe. */
const SUFFIX = /^(?:s|t|re|ve|ll|d|m)$/i;
/** Letters that get lost, the commonest first. */
const LETTERS = 'éèêëáàâäãåíìîïóòôöõøúùûüçñšžčćăşß';
/** What a language that has a word is worth, as frequency. */
const IN_LANGUAGE = 20;
/** What a word that English texts have as it is written is worth. */
const ATTESTED = 1000;
/** Letters that are neither ASCII nor Latin with accents. */
const OTHER_LETTERS = /[^\0-\u00ac\u00ae-\u036f\u1e00-\u1eff’]/;
const ODD = wordClass(({text}) => OTHER_LETTERS.test(text) || /^(?:[<&]|[{%$[\ufffd]$)/.test(text));

const PLACEHOLDERS = /^(?:\{\d{1,2}\}|\{\{\s?[\w.]{1,30}\s?\}\}|\$\{[\w.]{1,30}\}|\[(?:UNK|MASK|NAME|DATE|URL|object Object)\]|\[(?:[Ii]nsert|INSERT|[Ee]nter) [^[\]]{2,30}\])/;
const SHORTCODE = /^\[(\/?)(?:(b|i|u|s|url|img|quote|color|size|caption|gallery|embed|video|audio|youtube|twitter|center|spoiler)((?:=[^[\]]{1,200}| [\w-]{1,20}=[^[\]]{1,200})?))\]/i;
const PARTNER = new Question((whole, name) => whole.text.toLowerCase().includes(`[/${name}]`));
const OPENED = new Question((whole, name) => new RegExp(`\\[${name}[\\] =]`, 'i').test(whole.text));
const LETTER = /^\p{L}+$/u;
/** Letters and stretches of letters in one word at most, of a word that has entities. */
const MAX_PIECES = 24;

const SPACE = /^[ \u00a0\u2009\u202f]$/;

const CLOSED = new Question((whole, name) => whole.text.includes(`</${name}`));
/** What is no mark of ordinary text, nor in ASCII. */
const CONFUSED = /[^\0-\x7f’‘“”–—…\s]/;
const MAX_CONFUSED = 40;
/** ASCII letters and all else up to the symbols of East Asia. */
const ofWord = (code: number) => (code >= 0x80 ? code < 0x3000 : (code | 32) >= 97 && (code | 32) <= 122);

/** What may be words of which bytes were read wrongly: letters, of which one or more are none in ASCII; where each begins, and it. */
function confusableIn(text: string): {readonly index: number; readonly word: string}[] {
  const found: {readonly index: number; readonly word: string}[] = [];
  for (let end = 0, m = CONFUSED_NEXT.exec(text); m; CONFUSED_NEXT.lastIndex = Math.max(end, m.index + 1), m = CONFUSED_NEXT.exec(text)) {
    let start = m.index;
    while (start > end && m.index - start < MAX_CONFUSED && ofWord(text.charCodeAt(start - 1))) start--;
    end = m.index + 1;
    while (end < text.length && end - start <= MAX_CONFUSED && ofWord(text.charCodeAt(end))) end++;
    const word = text.slice(start, end);
    if (end - start >= 3 && end - start <= MAX_CONFUSED && !LETTER_OR_DIGIT.test(text[start - 1] ?? '') && !LETTER_OR_DIGIT.test(text[end] ?? '')) found.push({index: start, word});
  }
  return found;
}
const CONFUSED_NEXT = new RegExp(CONFUSED.source, 'g');
const LETTER_OR_DIGIT = /[\p{L}\d]/u;
const WORDS: Words = {
  exists: (word) => lookup(word).frequency > 0 || languagesOf(word).length > 0,
  attested: (word) => lookup(word).frequency > 0,
  attestedPlain: (word) => lookupPlain(word).frequency > 0,
};
const LOST_APOSTROPHES = new Question((whole) => lostApostrophes(whole.text));
const ESCAPED = {markup: 'Code of a web page was taken for text.', escape: 'An escape of a program, a mail or an address was taken for text.', lost: 'A character was lost.'};
const codecs = new SegmentTexts(damagingCodecs);
const DAMAGED_BY = new Question((whole) => [...new Set([...codecs.in(whole)].flat())].sort().join());
/** Whether a text has curly marks: it shows some, or it is long and has no straight ones. */
const CURLY = new Question((whole) => /[“”][^“”]*[“”]|[a-zÀ-ɏ]’[a-z]/i.test(whole.text) || (whole.wordCount >= MIN_WORDS && !/["']/.test(whole.text)));
/** Words from which on a text without straight marks shows that it has none. */
const MIN_WORDS = 60;

/** Letters of a word between two damaged places of it, at most this many code units. */
const BETWEEN = 30;

/** Repairs of one stretch, in their order, where those in one word are one: a word that is repaired in part is still damaged. */
function wholeWords(stretch: string, found: readonly Repair[]): Repair[] {
  const whole: Repair[] = [];
  for (const repair of found) {
    const before = whole.at(-1);
    const between = before && repair.start - before.end <= BETWEEN ? stretch.slice(before.end, repair.start) : '';
    if (before && /^\p{L}+$/u.test(between)) whole[whole.length - 1] = {...before, end: repair.end, text: before.text + between + repair.text, confidence: Math.min(before.confidence, repair.confidence), ...(repair.doubtful ? {doubtful: true} : {})};
    else whole.push(repair);
  }
  return whole;
}

/** A quotation mark of another language, or a straight one, that stood as a reference, as English has it; the same where it does not touch what it opens or closes ("Home &raquo; News"). */
function englishMark(put: string, text: string, start: number, end: number): string {
  if (!/^[«»„‹›"]$/.test(put)) return put;
  const before = /[^\s([—–]/.test(text[start - 1] ?? ' ');
  const after = /[\p{L}\p{N}]/u.test(text[end] ?? ' ');
  if (before === after) return put;
  return /[‹›]/.test(put) ? (after ? '‘' : '’') : after ? '“' : '”';
}

export default defineRule({
  id: 'encoding',
  summary: 'Damaged characters, entities, tags and placeholders, invisible and look-alike letters',
  why: `Text that was decoded with the wrong character set (\`LefÃ¨vre\`, \`partnerâ€™s\`), HTML that was translated as text (\`&#8217;\`, \`<br />\`), placeholders that nobody filled (\`{0}\`, \`%s\`), characters that nobody sees (soft hyphens, zero-width spaces) and Cyrillic letters inside Latin words (\`Аlmaty\`).

Silent on letters with accents as names have them, on trademarks and dashes behind a letter, and on text in other scripts.`,
  category: 'encoding',
  tier: 'safe',
  severity: 'error',
  since: '0.1.0',
  evidence: 0.5,
  reach: 'paragraph',
  kinds: {
    mojibake: 'Text decoded with the wrong character set',
    markup: 'Entities and tags of a web page',
    escape: 'Escapes of programs, mails and addresses',
    placeholder: 'A placeholder that was never filled',
    invisible: 'Characters that nobody sees',
    'look-alike': 'Cyrillic or Greek letters in a Latin word',
    ligature: 'Two letters in one character',
    lost: 'A character that was lost',
  },
  examples: {
    bad: [
      {text: 'The players of YÄ±ldÄ±z came to BolÃ¼.', flagged: ['Ä±ldÄ±', 'Ã¼'], fixed: 'The players of Yıldız came to Bolü.'},
      {text: 'He said &laquo;we are ready&raquo; – the link is Home &raquo; News.', flagged: ['&laquo;', '&raquo;', '&raquo;'], fixed: 'He said "we are ready" – the link is Home » News.'},
      {text: 'The company LefÃ¨vre said itâ€™s sorry.', flagged: ['Ã¨', 'â€™'], fixed: "The company Lefèvre said it's sorry."},
      {text: 'The caf├⌐ in Malm├╢ of Krak├│w: donΓÇÖt go.', flagged: ['├⌐', '├╢', '├│', 'ΓÇÖ'], fixed: "The café in Malmö of Kraków: don't go."},
      {text: 'The club&amp;rsquo;s pool and the caf=C3=A9 didn?t open\\u2026', flagged: ['&amp;rsquo;', '=C3=A9', '?', '\\u2026'], fixed: 'The club’s pool and the café didn\'t open…'},
      {text: 'The clubÕs owner from Gdañsk canÕt pay.', flagged: ['clubÕs', 'Gdañsk', 'canÕt'], fixed: "The club's owner from Gdańsk can't pay."},
      {text: 'See [b]all[/b] of it, said {name}.', flagged: ['[b]', '[/b]', '{name}'], fixed: 'See all of it, said {name}.'},
      {text: 'The city&#8217;s pools in A Coru&ntilde;a closed.', flagged: ['&#8217;', '&ntilde;'], fixed: 'The city’s pools in A Coruña closed.'},
      {text: 'The town of &#321;&oacute;d&#378; grew.', flagged: ['&#321;&oacute;d&#378;'], fixed: 'The town of Łódź grew.'},
      {text: 'The minister &apos;s car left.', flagged: [' &apos;'], fixed: "The minister's car left."},
      {text: 'Grief followed. <br />The minister left.', flagged: ['<br />'], fixed: 'Grief followed. The minister left.'},
      {text: 'It raised {0} yuan from %s investors.', flagged: ['{0}', '%s'], fixed: undefined},
      {text: 'Shippers in \u0410lmaty and Shen\u200bzhen complain.', flagged: ['\u0410lmaty', 'Shen\u200bzhen'], fixed: 'Shippers in Almaty and Shenzhen complain.'},
      {text: 'She didn\ufffdt \ufb01nd it.', flagged: ['didn\ufffdt', '\ufb01nd'], fixed: "She didn't find it."},
      {text: 'The caf\ufffd in M\ufffdnchen was closed.', flagged: ['caf\ufffd', 'M\ufffdnchen'], fixed: 'The café in München was closed.'},
    ],
    good: [
      'The NF-κB pathway, the set {x} and a < b > c; C:\\temp\\new is a folder.',
      'París, Solís and Avilés; Tañón, Sigurðsson and Þór.',
      'Charlotte Brontë… and AHÅ™, the new sofa, cost £5 — “naïve” São Paulo NÃO.',
      'A radius of 10 Å—about—was measured at 20 °C.',
      'ВІКІ is Ukrainian for WIKI, and Άρης is a team.',
      'Write to <a at example.org> where package <I> is meant; ┌──┐ is a box.',
      'AT&T & Co; x < y > z; it rose 100% so far.',
      'The family emoji 👨‍👩‍👧 has joiners.',
    ],
  },
  check(document, report) {
    const {text, tokens} = document;
    const curly = ask(document, CURLY);
    const styled = (s: string) => (curly ? s : s.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"));

    const beside: Beside = {known: (word) => isEnglish(word) || languagesOf(word).length > 0 || lookup(word).frequency > 0 || lookupPlain(word).frequency > 0, damagedBy: () => ask(document, DAMAGED_BY)};

    const repaired = new Set<Token | undefined>();
    for (const [from, to] of document.ownStretches) {
      const stretch = text.slice(from, to);
      if (!/[^\0-\x7f]/.test(stretch)) continue;
      let straightened = false;
      for (const {start, end, text: put, confidence, doubtful} of wholeWords(stretch, repairs(stretch, beside))) {
        // "──┐": a table or a drawing
        if (/^[\u2500-\u259f]+$/.test(stretch.slice(start, end)) && !/\p{L}/u.test(`${stretch[start - 1] ?? ''}${stretch[end] ?? ''}`)) continue;
        repaired.add(document.tokenAt(from + start));
        const decoded = styled(put);
        if (decoded !== put && /["]/.test(decoded)) straightened = true;
        report({kind: 'mojibake', start: from + start, end: from + end, proposals: [decoded], confidence, tier: doubtful || isForeignStill(from + start, from + end, decoded) ? 'suggest' : undefined, note: 'The text was decoded with the wrong character set.'});
      }
      // The partner of a mark that was repaired to a straight one.
      if (straightened) for (const token of document.ownTokens) if (token.start >= from && token.end <= to && (token.text === '”' || token.text === '“')) report({kind: 'mojibake', start: token.start, end: token.end, proposals: ['"'], confidence: 0.9, note: 'Its partner is a straight quotation mark.'});
    }
    confused();
    for (const [from, to] of document.ownStretches) {
      const stretch = text.slice(from, to);
      if (/__|@@/.test(stretch)) for (const m of stretch.matchAll(/(?<!\w)__[A-Z]{2,12}(?:_?\d{1,3})?__(?!\w)|@@\d{1,3}@@/g)) if (!isTechnical(document)) report({kind: 'placeholder', start: from + m.index, end: from + m.index + m[0].length, confidence: 0.99, note: 'A placeholder that was never filled: ask the source.'});
    }
    const escaped = new Set<number>();
    for (const [from, to] of document.ownStretches) {
      for (const {start, end, put, confidence, kind} of escapesIn(text.slice(from, to))) {
        const token = document.tokenAt(from + start);
        if (token?.kind === 'opaque' || (kind !== 'markup' && isTechnical(document))) continue;
        if (token?.kind === 'markup') escaped.add(token.start);
        // "Vigd?s" lost a letter
        if (kind === 'lost' && !/^t/i.test(text.slice(from + end, from + end + 1))) {
          const before = tokens[(token?.index ?? 0) - 1];
          if (before?.end !== from + start || !(before.word.english || before.word.isName)) continue;
        }
        report({kind, ...spaceFor(from + start, from + end, kind === 'markup' ? put : styled(put)), confidence, tier: isForeignStill(from + start, from + end, put) ? 'suggest' : undefined, note: ESCAPED[kind]});
      }
    }
    unseen();
    for (const token of document.where(ODD)) {
      const {index: i} = token;
      if (token.kind === 'markup') checkMarkup(token);
      else if (token.kind === 'word' || token.kind === 'mixed') checkWord(token);
      else if (token.text === '{' || token.text === '%' || token.text === '$' || token.text === '[') checkPlaceholder(i);
      else if (token.text === '\ufffd' && !isTechnical(document)) checkReplacement(i);
    }

    /** Characters that nobody sees outside of words; signs of direction only where nothing is written from right to left. */
    function unseen(): void {
      for (const [from, to] of document.ownStretches) {
        const stretch = text.slice(from, to);
        if (!/[\0-\x08\x0e-\x1f\x7f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\uf020-\uf0ff]/.test(stretch) && !/\[\d{1,2}(?:;\d{1,2}){0,3}m/.test(stretch)) continue;
        const rightToLeft = /[\u0590-\u08ff]/.test(stretch);
        for (const m of stretch.matchAll(UNSEEN)) {
          const start = from + m.index;
          const direction = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/.test(m[0]);
          const token = document.tokenAt(start);
          if ((direction && rightToLeft) || token?.kind === 'opaque' || (token?.kind === 'word' && INVISIBLE_ONE.test(token.text))) continue;
          const control = /[\0-\x1f\x7f]|m$/.test(m[0]);
          // Between two spaces one of them goes, too; a control character may stand for a word.
          const spaces = !control && text[start - 1] === ' ' && text[start + m[0].length] === ' ' ? 1 : 0;
          report({kind: 'invisible', start, end: start + m[0].length + spaces, proposals: [''], confidence: 0.95, note: control ? 'A control character that nobody sees.' : 'A character that nobody sees.'});
        }
        for (const m of stretch.matchAll(/[\uf020-\uf0ff]/g)) report({kind: 'lost', start: from + m.index, end: from + m.index + 1, proposals: /[\uf0a7\uf0b7\uf0d8\uf0fc]/.test(m[0]) ? ['•'] : [], confidence: 0.85, tier: 'suggest', note: 'A character of a font of symbols.'});
      }
    }

    /** Words whose bytes were read in another encoding of one byte: "donÕt", "Gdañsk", "Erdoðan", "Ïðåçèäåíò". */
    function confused(): void {
      for (const [from, to] of document.ownStretches) {
        const stretch = text.slice(from, to);
        for (const {index, word} of confusableIn(stretch)) {
          const start = from + index;
          if (repaired.has(document.tokenAt(start))) continue;
          // "Аlmaty" with a Cyrillic А only looks damaged so.
          const {twin, other} = twinOf(word);
          if (other && /[a-z]/i.test(word) && known(document, twin)) continue;
          const put = unconfused(word, WORDS) ?? (/^[Òìô]|[Óîö]$/.test(word) && ask(document, LOST_APOSTROPHES) ? unquoted(word, WORDS) : undefined);
          if (put === undefined) continue;
          report({kind: 'mojibake', start, end: start + word.length, proposals: [styled(put)], confidence: 0.85, tier: 'suggest', note: 'The text was decoded with the wrong character set.'});
          if (document.tokenAt(start)) repaired.add(document.tokenAt(start));
        }
      }
    }

    function checkMarkup(token: Token): void {
      const note = 'Code of a web page was taken for text.';
      if (token.text.startsWith('&')) {
        const put = referenceOf(token.text.slice(1, -1));
        if (put === undefined || escaped.has(token.start)) return;
        if (LETTER.test(put)) {
          const whole = wordAround(token.index);
          if (whole) {
            if (whole.opens) report({kind: 'markup', start: whole.start, end: whole.end, proposals: [whole.text], confidence: 0.97, tier: isForeignStill(whole.start, whole.end, whole.text) ? 'suggest' : undefined, note});
            return;
          }
        }
        // "minister &apos;s": cut as engines cut words.
        const next = tokens[token.index + 1];
        const before = tokens[token.index - 1];
        const mark = englishMark(put, text, token.start, token.end);
        const cut = put === "'" && token.spaced && before?.segment === token.segment && before.kind === 'word' && next?.kind === 'word' && !next.spaced && SUFFIX.test(next.text);
        // "10&nbsp;000", "35&nbsp;%": English has no space there at all.
        const figures = SPACE.test(put) && before?.kind === 'number' && /^[\d%€$£°]/.test(next?.text ?? '');
        const thousands = figures && !token.spaced && next?.spaced === false && /^\d{3}$/.test(next.text);
        report({kind: 'markup', ...(cut ? {start: before.end, end: token.end, proposals: [put]} : spaceFor(token.start, token.end, thousands ? ',' : mark === put ? put : styled(mark))), confidence: 0.97, tier: figures || isForeignStill(token.start, token.end, put) ? 'suggest' : undefined, note});
        return;
      }
      if (!token.text.startsWith('<!--') && !TAGS.test(token.text)) return;
      // "<a at example.org>" is an address, "<I>" without "</I>" stands for something; documentation shows tags.
      if (/^<[a-z\d]+ [^=]*\.[^=]*>$/i.test(token.text) || /^<[abiqsux]>$/i.test(token.text) && !ask(document, CLOSED, token.text.slice(1, -1)) || isTechnical(document) || isLicence(document)) return;
      const line = /^<\/?(?:br|p|div|li|h\d)/i.test(token.text);
      const before = tokens[token.index - 1];
      const after = tokens[token.index + 1];
      const joined = before && after && !token.spaced && !after.spaced && before.segment === after.segment && line;
      const doubled = after && token.spaced && after.spaced && after.segment === token.segment;
      report({kind: 'markup', start: token.start, end: doubled ? after.start : token.end, proposals: [joined ? ' ' : ''], confidence: 0.9, note});
    }

    /** Whether English writes a name that comes of a repair in another way: "Ukraïne". */
    function isForeignStill(start: number, end: number, put: string): boolean {
      if (!/[\u00c0-\u024f]/.test(put)) return false;
      const word = /\p{L}{0,30}$/u.exec(text.slice(Math.max(0, start - 30), start))![0] + put + /^\p{L}{0,30}/u.exec(text.slice(end, end + 30))![0];
      return /^\p{Lu}/u.test(word) && englishSpellingOf(word.toLowerCase()) !== undefined;
    }

    /** What a reference is put for; one to a space with the spaces beside it, of which one is left where English has any. */
    function spaceFor(start: number, end: number, put: string): {start: number; end: number; proposals: string[]} {
      if (!SPACE.test(put)) return {start, end, proposals: [put]};
      while (SPACE.test(text[start - 1] ?? '')) start--;
      while (SPACE.test(text[end] ?? '')) end++;
      const none = /^(?:[\n([“«‘„]|)$/.test(text[start - 1] ?? '') || /^(?:[\n,.;:!?)\]”»…%]|)$/.test(text[end] ?? '');
      return {start, end, proposals: [none ? '' : ' ']};
    }

    /** The word with several letters written as entities that one of them at token `i` is part of: "&#321;&oacute;d&#378;". `opens`: it is the first of them. */
    function wordAround(i: number): {readonly start: number; readonly end: number; readonly text: string; readonly opens: boolean} | undefined {
      const piece = (k: number): string | undefined => {
        const t = tokens[k];
        if (t?.segment !== tokens[i]!.segment) return undefined;
        if (t.kind === 'word') return t.text;
        const letter = t.kind === 'markup' && t.text.startsWith('&') ? referenceOf(t.text.slice(1, -1)) : undefined;
        return letter !== undefined && LETTER.test(letter) ? letter : undefined;
      };
      let first = i;
      while (i - first < MAX_PIECES && !tokens[first]!.spaced && piece(first - 1) !== undefined) first--;
      let whole = '';
      let entities = 0;
      let opens = true;
      let k = first;
      for (; k - i < MAX_PIECES && (k === first || !tokens[k]?.spaced); k++) {
        const put = piece(k);
        if (put === undefined) break;
        whole += put;
        if (tokens[k]!.kind !== 'markup') continue;
        entities++;
        if (k < i) opens = false;
      }
      // One letter alone is a repair of its own.
      return entities > 1 && k - first < MAX_PIECES ? {start: tokens[first]!.start, end: tokens[k - 1]!.end, text: whole, opens} : undefined;
    }

    function checkWord(token: Token): void {
      const {text: form} = token;
      if (!OTHER_LETTERS.test(form) || repaired.has(token)) return;
      if (!/\p{Script=Latin}/u.test(form) && !WIDE.test(form)) return;
      if (INVISIBLE.test(form)) {
        INVISIBLE.lastIndex = 0;
        const joined = form.replace(INVISIBLE, '');
        // "anti\u00adBrexit": what became a place to break was a hyphen.
        const hyphen = form.includes('\u00ad') && !known(document, joined) && form.split('\u00ad').every((part) => part.length > 1 && known(document, part));
        report({kind: 'invisible', start: token.start, end: token.end, proposals: hyphen ? [form.replaceAll('\u00ad', '-'), joined] : [joined], confidence: 0.97, tier: hyphen ? 'suggest' : undefined, note: 'There is a character in this word that nobody sees.'});
        return;
      }
      if (WIDE.test(form)) {
        report({kind: 'look-alike', start: token.start, end: token.end, proposals: [form.normalize('NFKC')], confidence: 0.93, note: 'Letters of another width or style, which search does not find.'});
        return;
      }
      const {twin, other, ligature} = twinOf(form);
      if (ligature && !other) report({kind: 'ligature', start: token.start, end: token.end, proposals: [twin], confidence: 0.9, note: 'Two letters in one character, from a printed page.'});
      // "NF-κB": a Greek letter before a capital
      else if (/^[α-ω]\p{Lu}/u.test(form)) return;
      else if (other && !twin.includes('\0')) report({kind: 'look-alike', start: token.start, end: token.end, proposals: [twin], confidence: known(document, twin) || other <= 2 ? 0.97 : 0.85, tier: NEARLY.test(form) && (twin.length < 4 || !known(document, twin)) ? 'suggest' : undefined, note: 'Some letters of this word are Cyrillic or Greek and only look Latin.'});
    }

    function checkPlaceholder(i: number): void {
      const {start, spaced} = tokens[i]!;
      const piece = text.slice(start, start + 80);
      const joined = !spaced && /[\p{L}\d\\$]/u.test(text[start - 1] ?? '');
      const m = joined ? null : PLACEHOLDERS.exec(piece) ?? (spaced || i === 0 ? /^%(?:\d\$|\(\w{1,30}\))?[sd](?![\p{L}\d])/u.exec(piece) : null) ?? (isTechnical(document) ? null : /^\{[a-z]\w{2,30}(?:\}|, ?(?:number|plural|select|date|time)\b[^{}]{0,60}\})/i.exec(piece));
      if (m) report({kind: 'placeholder', start, end: start + m[0].length, confidence: 0.9, note: 'A placeholder that was never filled: ask the source.'});
      const code = m || isTechnical(document) ? null : SHORTCODE.exec(text.slice(start, start + 300));
      if (!code) return;
      const [all, close, name = '', rest] = code;
      if (close ? !ask(document, OPENED, name.toLowerCase()) : joined || (!rest && !ask(document, PARTNER, name.toLowerCase()))) return;
      const end = start + all.length;
      const space = spaced ? /^ */.exec(text.slice(end, end + 4))![0].length : 0;
      report({kind: 'markup', start, end: end + space, proposals: [''], confidence: 0.98, note: 'Code of a forum or a content system was taken for text.'});
    }

    function checkReplacement(i: number): void {
      const token = tokens[i]!;
      const before = tokens[i - 1];
      // Of one character two or three bytes may be left.
      if (before?.text === '\ufffd' && !token.spaced) return;
      let last = i;
      while (last < i + 2 && tokens[last + 1]?.text === '\ufffd' && !tokens[last + 1]!.spaced) last++;
      const after = tokens[last + 1];
      const next = after?.segment === token.segment ? after : undefined;
      const inWord = before?.kind === 'word' && next?.kind === 'word' && !token.spaced && !next.spaced;
      const note = 'A character was lost.';
      const cut = inWord && SUFFIX.test(next.text) && (/^t$/i.test(next.text) ? /n$/i.test(before.text) : /^s$/i.test(next.text) ? before.word.english || before.word.isName : SHORTENED.test(before.text));
      if (cut) report({kind: 'lost', start: before.start, end: next.end, proposals: [`${before.text}${curly ? '’' : "'"}${next.text}`], confidence: 0.95, tier: 'safe', note});
      else if (inWord) {
        // One letter is missing: which one makes a known word?
        const candidates = withLetter((c) => before.text + c + next.text);
        report({kind: 'lost', start: before.start, end: next.end, proposals: [...new Set(candidates)].slice(0, 5), confidence: 0.9, tier: 'suggest', note});
      } else {
        const word = before?.kind === 'word' && before.text.length > 2 && !token.spaced ? before : undefined;
        const candidates = word && !word.word.english ? withLetter((c) => word.text + c) : [];
        if (candidates.length) report({kind: 'lost', start: word!.start, end: tokens[last]!.end, proposals: candidates, confidence: 0.9, tier: 'suggest', note});
        else report({kind: 'lost', start: token.start, end: tokens[last]!.end, proposals: markFor(token, before, next), confidence: 0.85, tier: 'suggest', note: 'A character was lost: ask the source.'});
      }
    }

    /** What mark may have stood there: a dash between spaces, quotation marks before and behind words, money before figures. */
    function markFor(token: Token, before: Token | undefined, next: Token | undefined): string[] {
      if (token.spaced && next?.spaced) return ['–'];
      if (next?.kind === 'number' && !next.spaced) return ['£', '€'];
      if (token.spaced && next?.kind === 'word' && !next.spaced) return [styled('“')];
      return before && !token.spaced && (next === undefined || next.spaced || next.kind === 'punctuation') ? [styled('”')] : [];
    }

    /** The words that one letter may make: those that are known as they are written, then those known without accents, the best known first; else those that some language may have. */
    function withLetter(make: (letter: string) => string): string[] {
      const forms = [...LETTERS].map((c) => {
        const form = make(c);
        const lower = form.toLowerCase();
        const exact = lookup(lower).frequency;
        const languages = IN_LANGUAGE * Math.min(3, languagesOf(lower).length);
        const plain = lookupPlain(lower).frequency;
        return {form, score: exact ? ATTESTED + exact : plain ? plain + languages : 0, plain: languages};
      });
      const written = forms.filter(({score}) => score > 0).sort((a, b) => b.score - a.score);
      return (written.length ? written : forms.filter(({plain}) => plain > 0).sort((a, b) => b.plain - a.plain)).slice(0, 5).map(({form}) => form);
    }
  },
});

/** A word with Latin letters for those that look like them; `other`: how many Cyrillic and Greek letters it has; a NUL for one that looks like none. */
function twinOf(form: string): {twin: string; other: number; ligature: boolean} {
  let twin = '';
  let other = 0;
  let ligature = false;
  for (const c of form) {
    if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(c)) {
      other++;
      twin += TWINS[c] ?? '\0';
    } else if (LIGATURES[c]) {
      ligature = true;
      twin += LIGATURES[c];
    } else twin += c;
  }
  return {twin, other, ligature};
}
function known(document: Document, form: string): boolean {
  return document.context.accepted?.has(form.toLowerCase()) === true || lookupPlain(form.toLowerCase()).frequency > 0;
}
