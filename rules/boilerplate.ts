import * as v from 'valibot';
import {MARKS} from '../src/document/marks.ts';
import type {Sentence, Token} from '../src/document/token.ts';
import {wordQuestion} from '../src/document/word.ts';
import {isLicence, isTechnical} from '../src/evidence/text-kind.ts';
import {Table} from '../src/lexicon/table.ts';
import {defineRule} from '../src/rule/rule.ts';

type Kind = 'engine' | 'assistant' | 'site' | 'credit' | 'dateline';
/** A phrase by its words; `colon` if it counts only before a colon. */
interface Phrase {readonly words: readonly string[]; readonly kind: Kind; readonly colon: boolean}

const NOTES: Readonly<Record<Kind, string>> = {
  engine: 'The translation engine signed its work.',
  assistant: 'An assistant talks to its user here.',
  site: 'Part of the web page around the article.',
  credit: 'A credit of a picture or a writer that ran into the text.',
  dateline: 'A line of the page’s header.',
};
/** Longest rest of a line that goes with a phrase, in tokens. */
const MAX_REST = 22;
/** Tokens between an assistant's phrase and its colon: "Here is the translation of the article you sent:". */
const MAX_ANNOUNCED = 10;
/** How sure it is that a line is residue which may be a heading, and the words that a text must have for it: the line of a subtitle may be “More:”. */
const WEAK = 0.75;
const MIN_WORDS = 60;
/** Longest block that may be nothing but lines around an article, in UTF-16 code units. */
const MAX_BLOCK = 300;
const DATE = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}\.? \p{L}{3,10}\.?,? \d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4})`;
const TIME = String.raw`\d{1,2}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:[A-Z]{2,4}|\([A-Z]{2,4}\)))?`;
/** Lines whose words change: counters, dates, paths of sections, rights, embedded posts. */
const COUNTED: readonly RegExp[] = [
  /^\d{1,6} (?:comments?|shares?|views?|likes?|replies|reactions)$/iu, /^comments?:? ?\(?\d{1,6}\)?$/iu, /^\d{1,3} ?(?:min(?:ute)?s?\.?)(?: of)? read(?:ing)?$/iu,
  /^(?:(?:time|duration|length|reading|read|lecture|listening|listen)(?: (?:to read|of reading|of lecture|time|duration|length|to the article|to this article))?):? ?(?:about |ca\.? |approx\.? )?\d{1,3} ?min(?:ute)?s?\.?$/iu, /^you have \d{1,3}(?:[.,]\d{1,2})? ?% of this article (?:left )?to read/iu,
  /^(?:published |updated |posted |last updated |last modified )?\d{1,3} (?:seconds?|minutes?|mins?|hours?|days?) ago$/iu, /^page \d{1,4}(?: (?:of|\/) \d{1,4})?$/iu,
  new RegExp(`^(?:(?:first |originally )?(?:published|updated|posted|modified|created)|last (?:updated|modified|change)|date)(?: on| at)?:? ?(?:on )?${DATE}(?:,? ?(?:at |[-–—|,] ?)?${TIME})?$`, 'iu'),
  new RegExp(`^(?:first |originally )?(?:published|posted|updated|modified)(?: on| at)?:? ?(?:${TIME}|\\p{Lu}\\p{Ll}{2,8} \\d{1,2})$`, 'iu'),
  new RegExp(`^${DATE}(?:,? ?(?:at |[-–—|,] ?)?)${TIME}$`, 'iu'), new RegExp(`^by \\p{Lu}[\\p{L}.'’ -]{2,50} ?[|•·–—-] ?${DATE}(?:.{0,20})$`, 'iu'),
  /^(?:home|homepage|home page|start|start page|main) ?(?:[>»›/→] ?[^>»›→\n]{1,40}){1,6}$/iu,
  /^(?:©|\(c\)|copyright ©?) ?.{2,80}$/iu, /^pic\.twitter\.com\/\w+$/iu, /^— .{2,60} \(@\w{2,15}\) \p{Lu}\p{Ll}+ \d{1,2}, \d{4}$/u, /^(?:#[\p{L}\d_]{2,40}[ ,]*){2,12}$/u,
];
const HEADER = /^(?:date|published|updated|modified|created|posted|time|author|url|lang|language|source|category|tags?|slug)$/;

const PHRASES = new Table('boilerplate');
/** Phrases with one first word, the longest first, and their second words; these are absent if one of the phrases is that word alone. */
interface Opening {readonly phrases: readonly Phrase[]; readonly seconds?: ReadonlySet<string>}
function openingOf(word: string): Opening {
  let found = memo.get(word);
  if (!found) {
    const phrases = PHRASES.lines(word).map((line) => JSON.parse(line) as Phrase);
    memo.set(word, (found = {phrases, ...(phrases.every(({words}) => words.length > 1) ? {seconds: new Set(phrases.map(({words}) => words[1]!))} : {})}));
  }
  return found;
}
const memo = new Map<string, Opening>();
const NONE: readonly Phrase[] = [];

const CREDIT = /^(?:photo|photos|photograph|image|picture|credit|video)$/;

const EAGER = /^(?:sure(?: thing)?|certainly|of course|absolutely|great|okay|ok|got it|no problem|gladly)[!.]$/i;
const SPEAKS = /^(?:said|says|wrote|writes|told|tells|added|asked|replied|explained|joked)$/;
/** Words with which the phrases and headers begin. */
const mayOpen = wordQuestion(({folded}) => PHRASES.has(folded) || HEADER.test(folded));

/** Where films and posts are. */
const EMBEDDED = /^https?:\/\/(?:www\.)?(?:youtube\.com\/watch|youtube\.com\/(?:embed|shorts)|youtu\.be|twitter\.com|x\.com|t\.co|facebook\.com|instagram\.com|tiktok\.com)\/?\S*$/;

export default defineRule({
  id: 'boilerplate',
  summary: 'Residue of engines, assistants and web pages inside the article',
  why: `What stood around an article is translated with it: \`Translated with www.DeepL.com/Translator\`, \`Article reserved for subscribers\`, \`Editor in charge: Sun Lu\`, \`Subscribe to our channel in Viber\`, \`date 2025-05-08\`; assistants add \`Here is the translation:\`.

The phrases stand in \`rules/boilerplate/en.yml\`; they count only where a sentence or line begins.`,
  category: 'boilerplate',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  options: v.object({
    phrases: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.description('Further phrases around an article, as they begin a sentence or line; with a colon behind, only before one.')), []),
  }),
  kinds: {
    engine: 'What a translation engine writes under its work',
    assistant: 'What an assistant says to its user',
    site: 'Parts of the web page around the article',
    credit: 'The credit of a picture or a writer',
    dateline: 'A line of the header of the page',
  },
  examples: {
    bad: [
      {text: 'The train leaves at noon. Translated with www.DeepL.com/Translator (free version)', flagged: ['Translated with www.DeepL.com/Translator (free version)'], fixed: 'The train leaves at noon. '},
      {text: 'Article reserved for subscribers The conductor spent two winters on it.', flagged: ['Article reserved for subscribers '], fixed: 'The conductor spent two winters on it.'},
      {text: 'date 2024-03-11\n\nThe minister left on Monday.', flagged: ['date 2024-03-11'], fixed: '\n\nThe minister left on Monday.'},
      {text: 'Here is the translation:\n\nThe minister left on Monday.', flagged: ['Here is the translation:'], fixed: '\n\nThe minister left on Monday.'},
      {text: 'Here is the translation of your text: The minister left on Monday.', flagged: ['Here is the translation of your text: '], fixed: 'The minister left on Monday.'},
      {text: 'The minister left on Monday. (Photo by Anna Nowak)', flagged: ['(Photo by Anna Nowak)'], fixed: 'The minister left on Monday. '},
      {text: 'He said no. (Photo: Belga) The ratings rose.', flagged: ['(Photo: Belga) '], fixed: 'He said no. The ratings rose.'},
      {text: 'The delegations of both countries will meet again on Friday in Vienna, a spokesman for the ministry said. They want to agree before summer. dpa/mz', flagged: ['dpa/mz'], fixed: 'The delegations of both countries will meet again on Friday in Vienna, a spokesman for the ministry said. They want to agree before summer. ', mt: 'yes'},
      {text: 'The train left.\n\nLire aussi : Le maire démissionne\n\nIt was late.\n\nFacebook\nTwitter\nWhatsApp', flagged: ['Lire aussi : Le maire démissionne', 'Facebook\nTwitter\nWhatsApp'], fixed: 'The train left.\n\n\n\nIt was late.\n\n'},
      {text: 'The train left.\n\nPublished on 05/05/2024 at 14:30', flagged: ['Published on 05/05/2024 at 14:30'], fixed: 'The train left.\n\n'},
      {text: 'Sure! Here is the translated article:\n\nThe train left.', flagged: ['Sure! Here is the translated article:'], fixed: '\n\nThe train left.'},
      {text: 'The minister opened the bridge and left. https://www.youtube.com/watch?v=abc', flagged: [' https://www.youtube.com/watch?v=abc'], fixed: 'The minister opened the bridge and left.', mt: 'yes'},
      {text: 'Stay with us for all the news. The minister left.', flagged: ['Stay with us for all the news. '], fixed: 'The minister left.', options: {phrases: ['Stay with us']}},
    ],
    good: [
      'The film is at https://www.youtube.com/watch?v=abc and https://example.com is its site.',
      'He had the poem translated with care by a friend.',
      'The date 2025-05-08 was set by the court in an order.',
      'The read also took in the margins.',
      'I hope this helps the families, said the mayor.',
      'Copyright: 2011 Ann Bell\n\nCopyright: 2012 Tom Hill\n\nThis file comes without warranty.',
      'Photos of the storm show roofs torn off.',
    ],
  },
  check(document, report, {phrases}) {
    const {tokens} = document;
    let pending: {kind: Kind; start: number; end: number; confidence: number} | undefined;
    const own = phrases.map((phrase): Phrase => ({words: phrase.replace(/:$/, '').toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [], kind: 'site', colon: phrase.endsWith(':')})).filter(({words}) => words.length);
    const openings = new Set(own.map(({words}) => words[0]));
    for (const sentence of document.ownSentences) {
      const first = firstWord(sentence);
      if (!first || !(mayOpen(first.word) || openings.has(first.word.folded))) continue;
      const listed = phrasesAt(first);
      const phrase = listed.length + own.length ? [...own, ...listed].find((candidate) => {
        const {words, colon} = candidate;
        const last = matches(first.index, words);
        return last !== undefined && (own.includes(candidate) && !colon || stands(last, sentence.last, words.length, colon));
      }) : undefined;
      // Documentation has lists of contents and references, licences name who holds rights.
      if (phrase && (phrase.kind === 'site' || phrase.kind === 'credit') && !own.includes(phrase) && (isTechnical(document) || isLicence(document))) continue;
      // "I hope this helps the families, said the mayor."
      if (phrase?.kind === 'assistant' && !own.includes(phrase) && tokens.slice(first.index, sentence.last + 1).some((t) => SPEAKS.test(t.word.folded))) continue;
      if (phrase) {
        const last = matches(first.index, phrase.words)!;
        const end = endOf(last, sentence.last, phrase.kind);
        const start = opening(sentence.first, first.index, end);
        const next = tokens[end + 1];
        const same = next && next.segment === first.segment;
        // Without its trailing space, unless the line is the whole paragraph.
        const stop = same && next.start - tokens[end]!.end < 4 ? next.start : tokens[end]!.end;
        const alone = sentence.first === start && (end === sentence.last || end > last);
        found(phrase.kind, eager(start), stop, phrase.kind === 'engine' || phrase.kind === 'assistant' || own.includes(phrase) ? 0.95 : alone ? 0.85 : 0.75);
        continue;
      }
      if (HEADER.test(first.word.folded) && sentence.last - first.index <= 8 && first.index === sentence.first && document.segments[first.segment]!.start === first.start) {
        const line = document.text.slice(first.end, tokens[sentence.last]!.end);
        if (/^ ?:? ?\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\S{0,8}$/.test(line)) report({kind: 'dateline', start: first.start, end: tokens[sentence.last]!.end, proposals: [''], confidence: 0.9, note: NOTES.dateline});
      }
    }

    found();
    for (const n of document.ownSegments) block(n);
    for (const n of document.ownSegments) bareLink(n);
    signature();

    // "(Photo: Belga)" in the middle of the text
    for (const mark of document.where(MARKS)) {
      if (mark.text !== '(' && mark.text !== '[') continue;
      const close = mark.text === '(' ? ')' : ']';
      const word = tokens[mark.index + 1];
      const joint = tokens[mark.index + 2];
      if (!word || !joint || word.segment !== mark.segment || joint.segment !== mark.segment || !CREDIT.test(word.word.folded) || !(joint.text === ':' || (joint.text === 'by' && tokens[mark.index + 3]?.word.shape === 'capital'))) continue;
      let end = joint.index + 1;
      while (end < joint.index + 9 && tokens[end]?.segment === mark.segment && tokens[end]!.text !== close) end++;
      if (tokens[end]?.text !== close || tokens[end]!.segment !== mark.segment) continue;
      const next = tokens[end + 1];
      const stop = next?.segment === mark.segment && next.start - tokens[end]!.end < 4 ? next.start : tokens[end]!.end;
      report({kind: 'credit', start: mark.start, end: stop, proposals: [''], confidence: 0.8, note: NOTES.credit});
    }

    /** Phrases that may begin with a word: most are ruled out by the next one. */
    function phrasesAt(first: Token): readonly Phrase[] {
      const {phrases, seconds} = openingOf(first.word.folded);
      const next = tokens[first.index + 1];
      return seconds && next?.kind === 'word' && !seconds.has(next.word.folded) ? NONE : phrases;
    }

    /** Reports residue; sentences of it that follow each other are one stretch. */
    function found(kind?: Kind, start = 0, end = 0, confidence = 0): void {
      if (pending && pending.kind === kind && pending.end === start) {
        pending = {kind, start: pending.start, end, confidence: Math.max(confidence, pending.confidence)};
        return;
      }
      if (pending) report({...pending, proposals: [''], note: NOTES[pending.kind]});
      pending = kind && {kind, start, end, confidence};
    }

    /** Where an assistant's answer begins: with "Sure!", if that stands before it. */
    function eager(i: number): number {
      const before = document.sentences[tokens[i]!.sentence - 1];
      const word = before && tokens[before.first];
      return word?.segment === tokens[i]!.segment && before && before.last <= before.first + 2 && before.last + 1 === i && EAGER.test(document.text.slice(word.start, tokens[before.last]!.end)) ? word.start : tokens[i]!.start;
    }

    /** "… and left. https://youtube.com/watch?v=1": the film or post that stood below the text. */
    function bareLink(n: number): void {
      const last = tokens[document.segmentTokens[n]![1]];
      const before = last && tokens[last.index - 1];
      if (last?.kind === 'opaque' && last.spaced && before?.segment === n && /^[.!?”"]$/.test(before.text) && EMBEDDED.test(last.text)) report({kind: 'site', start: before.end, end: last.end, proposals: [''], confidence: 0.7, evidence: 0.1, note: 'The address of a film or a post that stood beside the text.'});
    }

    /** A block that is nothing but lines around an article: a share bar, a counter, "Lire aussi : …". */
    function block(n: number): void {
      const {start, end} = document.segments[n]!;
      if (end - start > MAX_BLOCK || start >= end) return;
      const lines = document.text.slice(start, end).split('\n').map((line) => line.trim()).filter(Boolean);
      const strength = isShareBar(lines.join(' ')) ? 0.9 : lines.reduce((least, line) => (least ? Math.min(least, furniture(line)) : 0), 1);
      if (!strength || isTechnical(document) || isLicence(document)) return;
      report({kind: 'site', start, end, proposals: [''], confidence: strength, minWords: strength <= WEAK ? MIN_WORDS : 0, note: NOTES.site});
    }

    /** How sure it is that a line by itself is no part of the article; 0 for one that is. */
    function furniture(line: string): number {
      const bare = line.replace(/^[\s>»▶►•*|[(#-]+(?=[\p{L}\d])/u, '').replace(/[\s|*…-]+$/u, '');
      if (COUNTED.some((pattern) => pattern.test(line) || pattern.test(bare))) return /[»›→]/.test(line) ? 0.99 : 0.88;
      const plain = bare.toLowerCase().replaceAll('’', "'").replace(/ +:/, ':').replace(/[\])](?= |$)/g, '');
      const first = /^[\p{L}'-]{1,30}/u.exec(plain)?.[0].replace(/['-]+$/, '');
      if (!first) return 0;
      const rows = PHRASES.lines(`line ${first}`);
      for (const row of rows) {
        const [wanted = '', strength] = row.split('\t');
        const open = wanted.endsWith('*');
        if (open ? !plain.startsWith(wanted.slice(0, -1)) : plain.replace(/[.:]+$/, '') !== wanted) continue;
        // "Read: he could not."
        if (open && strength !== 'foreign' && wanted.includes(':') && /\.$/.test(plain)) continue;
        return strength === 'weak' ? WEAK : strength === 'foreign' ? 0.98 : 0.9;
      }
      return 0;
    }

    function isShareBar(line: string): boolean {
      const words = line.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
      return words.length > 1 && words.length < 16 && !/\p{Ll}[.!?]/u.test(line) && words.every((word) => PHRASES.has(`share ${word}`));
    }

    /** The mark of an agency or an editor behind the last full stop of the text: "EFE", "dpa/mz", "(PAP)", "(End)", "Ed. MK". */
    function signature(): void {
      const last = document.ownSentences.at(-1)?.last;
      if (last === undefined || tokens[last + 1] || last < 20) return;
      let first = last;
      while (first > last - 5 && !/^[.!?…”"]$/.test(tokens[first - 1]!.text) && tokens[first - 1]!.segment === tokens[last]!.segment) first--;
      if (/^ed$/i.test(tokens[first - 2]?.text ?? '') && tokens[first - 1]!.text === '.' && /^[.!?…”"]$/.test(tokens[first - 3]!.text)) first -= 2;
      const end = tokens[first - 1]!;
      if (tokens[first]!.segment !== tokens[last]!.segment || end.segment !== tokens[last]!.segment || !/^[.!?…”"]$/.test(end.text) || !tokens[first]!.spaced) return;
      const line = document.text.slice(tokens[first]!.start, tokens[last]!.end);
      if (!/^(?:(?:©|\(c\)|Copyright) [\p{L}./ ]{2,30}|\((?:\p{L}{2,12}|\p{Lu}{2,8}(?:[/, ]{1,2}\p{L}{2,6}){1,2})\)|(?:Ed\.?|Red\.?|Text:?) \p{Lu}{2,3}|\p{Lu}{2,8}|[\p{Lu}\p{Ll}]{2,8}(?:\/\p{L}{2,6}){1,3})$/u.test(line)) return;
      report({kind: 'credit', start: tokens[first]!.start, end: tokens[last]!.end, proposals: [''], confidence: 0.6, evidence: 0, note: NOTES.credit});
    }

    /** The word that opens a sentence, four marks before it at most. */
    function firstWord(sentence: Sentence): Token | undefined {
      for (let i = sentence.first; i <= sentence.last && i < sentence.first + 5; i++) {
        const {kind} = tokens[i]!;
        if (kind === 'word') return tokens[i];
        if (kind === 'opaque' || kind === 'number') return undefined;
      }
      return undefined;
    }

    /** Where residue begins with the marks before its first word: ">>> Read also", "[Read also] The …". */
    function opening(from: number, first: number, end: number): number {
      const marks = document.text.slice(tokens[from]!.start, tokens[first]!.start);
      if (/^[>»▶►•*\s-]+$/.test(marks)) return from;
      const closing = marks.endsWith('[') ? ']' : marks.endsWith('(') ? ')' : undefined;
      return closing && tokens.slice(first, end + 1).some(({text}) => text === closing) ? first - 1 : first;
    }

    /** Index of the last token of a phrase that begins at token `i`; undefined if it does not stand there. */
    function matches(i: number, words: readonly string[]): number | undefined {
      let k = i;
      let last = i;
      for (const word of words) {
        let t: Token | undefined = tokens[k];
        while (t && t.kind === 'punctuation' && k > i && k < last + 3 && t.sentence === tokens[i]!.sentence && t.text !== '.') t = tokens[++k];
        if (!t || t.sentence !== tokens[i]!.sentence || (t.kind === 'word' ? t.word.folded : t.text.toLowerCase()) !== word) {
          // "www.DeepL.com" stands for the rest of the phrase.
          return t?.kind === 'opaque' && word.includes('.') && t.text.toLowerCase().startsWith(word) ? k : undefined;
        }
        last = k;
        k++;
      }
      return last;
    }

    /** Whether what follows a phrase lets it stand for itself; short ones may begin a sound sentence. */
    function stands(last: number, sentenceLast: number, words: number, colon: boolean): boolean {
      const next = tokens[last + 1];
      if (colon) return next?.text === ':' && !next.spaced && tokens[sentenceLast]!.text !== '.';
      if (words > 3 || last >= sentenceLast || !next) return true;
      if (next.kind === 'opaque' || next.text === ':' || next.text === '(') return true;
      const {first, segment} = {first: document.sentences[next.sentence]!.first, segment: next.segment};
      if (tokens[sentenceLast]!.text === '!' && tokens[sentenceLast + 1]?.segment !== segment && tokens[first - 1]?.segment !== segment) return true;
      return !/^[.!?"”’…]$/.test(tokens[sentenceLast]!.text) || (next.kind === 'word' && next.word.shape === 'capital' && next.word.english && !/^(?:of|by|to|in|on|the|with)$/.test(tokens[last]!.text));
    }

    /** Where the residue ends: with the phrase if a sentence of its own follows, else with the line; what an assistant says, with its colon. */
    function endOf(last: number, sentenceLast: number, kind: Kind): number {
      const next = tokens[last + 1];
      if (last >= sentenceLast || !next) return last;
      if (kind === 'assistant') for (let i = last + 1; i < sentenceLast && i <= last + MAX_ANNOUNCED; i++) if (tokens[i]!.text === ':') return i;
      const capital = next.kind === 'word' && next.word.shape === 'capital' && next.word.english;
      // "… was originally published in French."
      if (/^(?:in|by|from|with|of|on)$/.test(tokens[last]!.word.folded) && sentenceLast - last <= 4) return sentenceLast;
      if (capital && tokens[sentenceLast]!.text === '.') return last;
      return sentenceLast - last <= MAX_REST ? sentenceLast : /^[:–—-]$/.test(next.text) ? last + 1 : last;
    }
  },
});
