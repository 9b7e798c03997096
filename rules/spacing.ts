import {ask, Question} from '../src/document/ask.ts';
import type {Document} from '../src/document/document.ts';
import {SegmentMemo} from '../src/document/segment-memo.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import {MARKS} from '../src/document/marks.ts';
import {isTechnical} from '../src/evidence/text-kind.ts';
import {defineRule} from '../src/rule/rule.ts';

const NOTE_BEFORE = 'English puts no space before this mark.';
const OPENING = new Set(['(', '[', '“', '‘', '{']);
const CLOSING = new Set([')', ']', '”', '}']);
/** Marks of Chinese and Japanese, Arabic and Hindi in an English sentence, and what English has in their place. */
const FULL_WIDTH: Readonly<Record<string, string>> = {'，': ', ', '。': '. ', '；': '; ', '：': ': ', '！': '! ', '？': '? ', '、': ', ', '（': ' (', '）': ') ', '％': '%', '،': ', ', '؛': '; ', '؟': '? ', '۔': '. ', '।': '. '};
/** Letters of the scripts that have those marks. */
const OTHER_SCRIPT = /[\u0600-\u06ff\u0900-\u0dff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

export default defineRule({
  id: 'spacing',
  summary: 'A space too many or too few around punctuation',
  why: `French puts a space before \`; : ! ?\` and \`%\`, engines put spaces inside brackets and around marks they treat as words, and drop the one behind \`%\`. Marks of full width come from Chinese and Japanese, others from Arabic and Hindi.

Silent on ellipses set with spaces, on emoticons, ratios and times, on code and on the no-break spaces that typographers put between a number and its unit.`,
  category: 'punctuation',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  kinds: {
    'before-mark': 'A space before a full stop, comma, colon, question mark and the like',
    percent: 'A space before the percent sign, or none behind it',
    brackets: 'A space inside brackets',
    'behind-mark': 'No space behind a colon, or beside a bracket',
    unit: 'A space between a sign and what it belongs to',
    'full-width': 'A mark of full width, or of another script',
  },
  examples: {
    bad: [
      {text: 'Will the factory be here in five years ? Nobody knows !', flagged: [' ?', ' !'], fixed: 'Will the factory be here in five years? Nobody knows!'},
      {text: 'He said : it rose by 40 % ; then it fell.', flagged: [' :', ' %', ' ;'], fixed: 'He said: it rose by 40%; then it fell.'},
      {text: 'About 40%of the voters ( mostly women ) agreed , he said .', flagged: ['%of', '( ', ' )', ' ,', ' .'], fixed: 'About 40% of the voters (mostly women) agreed, he said.'},
      {text: 'The talks were long ,and they failed.', flagged: [' ,'], fixed: 'The talks were long, and they failed.'},
      {text: 'The pact (signed in 2010)was renewed, said the pilot of the plane(a small jet), who said:"We left." ;he stayed.', flagged: [')', '(', ':"', ' ;'], fixed: 'The pact (signed in 2010) was renewed, said the pilot of the plane (a small jet), who said: "We left."; he stayed.'},
      {text: 'It was 40 ° C in the shade, and a fan cost $ 500 (+ 1.6%).', flagged: ['° C', '$ ', '+ '], fixed: 'It was 40 °C in the shade, and a fan cost $500 (+1.6%).', mt: 'yes'},
      {text: 'The deal is done，he said。', flagged: ['，', '。'], fixed: 'The deal is done, he said.'},
    ],
    good: [
      'He waited . . . and waited ... and left :) or :-(',
      'The ratio is 3 : 1 and it is 10 km/h (about).',
      'Set .gitignore to node_modules; run ./x or use .NET today.',
      'A 5 % share — in the Swiss style — of 20 °C.',
      'Is it (really) so? Yes! “Why?” he asked.',
      'The word(s) for (re)built houses; (un)known (in)formal groups of f(x) and the US$ 500.',
    ],
  },
  check(document, report) {
    const {tokens, text} = document;
    const gap = (i: number) => text.slice(tokens[i - 1]!.end, tokens[i]!.start);
    // Once is a slip of the finger, twice is a habit of the source.
    const {percents, stray} = ask(document, HABIT);
    for (const token of document.where(MARKS)) {
      const i = token.index;
      if (token.kind !== 'punctuation' && token.kind !== 'symbol') continue;
      const before = tokens[i - 1];
      const after = tokens[i + 1];
      const joined = before && before.segment === token.segment;
      const full = FULL_WIDTH[token.text];
      if (full !== undefined) {
        const latin = (t: typeof before) => t === undefined || t.segment !== token.segment || !OTHER_SCRIPT.test(t.text) || FULL_WIDTH[t.text] !== undefined;
        if (!latin(before) || !latin(after) || !joined) continue;
        const start = full.startsWith(' ') && token.spaced ? before.end : token.start;
        // "120，000"
        const figures = before.kind === 'number' && !token.spaced && after?.kind === 'number' && !after.spaced;
        const put = figures || !after || after.segment !== token.segment || after.spaced || /^[.,;:!?”"')\]]/.test(after.text) ? full.trimEnd() : full;
        const lone = token.text === '）' && !hasOpening(i) || token.text === '）' && before.text === ')';
        report({kind: 'full-width', start, end: token.end, proposals: [put], confidence: 0.95, tier: lone ? 'suggest' : undefined, note: /[\u0600-\u0fff]/.test(token.text) ? 'A mark of another script.' : 'A mark of full width, from Chinese or Japanese.'});
        continue;
      }
      if (token.spaced && joined && /^[,;:!?.%]$/.test(token.text)) {
        const space = gap(i);
        if (space.length > 3 || /\n/.test(space)) continue;
        // "& Scaron ;": a reference that was cut apart
        if (token.text === ';' && /&[\w;# ]{0,12}$/.test(text.slice(Math.max(0, before.end - 14), before.end))) continue;
        const tail = after && !after.spaced && after.segment === token.segment ? after : undefined;
        if (token.text === ',' && tail?.kind === 'word' && before.kind === 'word') {
          report({kind: 'before-mark', start: before.end, end: token.end, proposals: [', '], confidence: 0.93, note: 'The space stands on the wrong side of the comma.'});
          continue;
        }
        if (token.text === ';' && tail?.kind === 'word' && (before.kind === 'word' || /^["”]$/.test(before.text)) && tail.text.length > 1) {
          report({kind: 'before-mark', start: before.end, end: token.end, proposals: ['; '], confidence: 0.9, note: 'The space stands on the wrong side of the semicolon.'});
          continue;
        }
        // ".NET", ":)", ". . .", "..", ":-("
        if (tail && !/^["”’»)\]]$/.test(tail.text)) continue;
        if (before.kind === 'punctuation' && !/^["”’»)\]%]$/.test(before.text)) continue;
        if ((before.kind === 'symbol' && before.text !== '%') || before.kind === 'markup' || (tail && /^[:;]$/.test(token.text) && /^[)(\]]$/.test(tail.text))) continue;
        if (/^[:;]$/.test(token.text) && after && /^[-()]$/.test(after.text)) continue;
        if (token.text === '.' && (after?.text === '.' || before.text === '.')) continue;
        if (token.text === ':' && (before.kind === 'number' && after?.kind === 'number')) continue;
        if (token.text === '%') {
          if (before.kind !== 'number') continue;
          report({kind: 'percent', start: before.end, end: token.end, proposals: ['%'], confidence: stray > 0 ? 0.9 : percents > 1 ? 0.4 : 0.55, tier: stray > 0 ? undefined : 'suggest', note: NOTE_BEFORE});
          continue;
        }
        if (/^[”"’]$/.test(before.text) && /^[.,]$/.test(token.text) && !before.spaced) {
          report({kind: 'before-mark', start: before.end, end: token.end, proposals: [token.text], confidence: stray > 1 ? 0.9 : 0.78, tier: stray > 1 ? undefined : 'suggest', note: NOTE_BEFORE});
          continue;
        }
        // "worshipped ? by many": a character that was lost
        const lost = token.text === '?' && after !== undefined && after.segment === token.segment && (after.text === '?' || after.word.shape === 'lower');
        report({kind: 'before-mark', start: before.end, end: token.end, proposals: [token.text], confidence: stray > 1 ? 0.93 : 0.78, tier: stray > 1 && !lost ? undefined : 'suggest', note: NOTE_BEFORE});
      } else if (token.text === '%' && !token.spaced && after && !after.spaced && after.kind === 'word' && after.segment === token.segment && after.word.shape === 'lower' && before?.kind === 'number') {
        report({kind: 'percent', start: token.start, end: after.end, proposals: [`% ${after.text}`], confidence: 0.93, note: 'A space was lost behind the percent sign.'});
      } else if (token.text === ':' && !token.spaced && before?.kind === 'word' && before.word.shape === 'lower' && after && !after.spaced && /^["“]$/.test(after.text) && tokens[i + 2]?.spaced === false && tokens[i + 2]!.word.shape === 'capital') {
        // `he said:"We left"`
        report({kind: 'behind-mark', start: token.start, end: after.end, proposals: [`: ${after.text}`], confidence: 0.88, tier: 'suggest', note: 'A space was lost behind the colon.'});
      } else if (token.text === ')' && !token.spaced && after?.kind === 'word' && !after.spaced && after.word.shape === 'lower' && after.word.english && after.text.length > 1 && !isTechnical(document) && isAside(bracketBefore(i), i, after.word.folded)) {
        report({kind: 'behind-mark', start: token.start, end: token.end, proposals: [') '], confidence: 0.88, tier: 'suggest', note: 'A space was lost behind the bracket.'});
      } else if (token.text === '(' && !token.spaced && before?.kind === 'word' && before.word.shape === 'lower' && before.word.english && before.text.length > 2 && after?.kind === 'word' && !after.spaced && !isTechnical(document) && isAside(i, bracketBehind(i), after.word.folded)) {
        report({kind: 'behind-mark', start: token.start, end: token.end, proposals: [' ('], confidence: 0.86, tier: 'suggest', note: 'A space was lost before the bracket.'});
      } else if (/^[$€£]$/.test(token.text) && after?.kind === 'number' && after.spaced && after.segment === token.segment && gap(i + 1) !== '\n' && (token.spaced || !joined || before.text === '(') && before?.kind !== 'number') {
        report({kind: 'unit', start: token.start, end: after.start, proposals: [token.text], confidence: 0.55, evidence: 0.2, tier: 'suggest', note: 'English writes the sign of a currency to its amount.'});
      } else if (token.text === '+' && after?.kind === 'number' && after.spaced && tokens[i + 2]?.text === '%' && (before?.text === '(' || before?.kind === 'word') && gap(i + 1).length === 1) {
        report({kind: 'unit', start: token.start, end: after.start, proposals: ['+'], confidence: 0.75, evidence: 0.2, tier: 'suggest', note: 'The sign belongs to its number.'});
      } else if (token.text === '°' && before?.kind === 'number' && after?.spaced && /^[CF]$/.test(after.text) && !(tokens[i + 2] && !tokens[i + 2]!.spaced && tokens[i + 2]!.text === '.')) {
        report({kind: 'unit', start: token.start, end: after.end, proposals: [`°${after.text}`], confidence: 0.8, evidence: 0.3, tier: 'suggest', note: 'The degree sign belongs to its scale.'});
      } else if ((token.text === '(' || token.text === '[') && after?.spaced && after.segment === token.segment && token.spaced && after.kind !== 'punctuation') {
        const space = gap(i + 1);
        if (space.length < 3 && !/\n/.test(space) && !isTechnical(document)) report({kind: 'brackets', start: token.start, end: after.start, proposals: [token.text], confidence: 0.85, note: 'No space inside brackets.'});
      } else if ((token.text === ')' || token.text === ']') && token.spaced && joined && before.kind !== 'punctuation' && !OPENING.has(before.text) && !CLOSING.has(before.text)) {
        const space = gap(i);
        // "a )" as a bullet of a list
        if (space.length < 3 && !/\n/.test(space) && hasOpening(i) && !isTechnical(document)) report({kind: 'brackets', start: before.end, end: token.end, proposals: [token.text], confidence: 0.85, note: 'No space inside brackets.'});
      }
    }

    /** The bracket that opens before token `i` or closes behind it, and -1. */
    function bracketBefore(i: number): number {
      document.lookFar();
      for (let k = i - 1; k >= Math.max(0, i - 40) && tokens[k]!.text !== ')'; k--) if (tokens[k]!.text === '(') return k;
      return -1;
    }
    function bracketBehind(i: number): number {
      document.lookFar();
      for (let k = i + 1; k <= i + 40 && k < tokens.length && tokens[k]!.text !== '('; k++) if (tokens[k]!.text === ')') return k;
      return -1;
    }
    /** Whether brackets hold more than a part of a word: "(signed in 2010)was", but not "(re)built", "word(s)". */
    function isAside(open: number, close: number, word: string): boolean {
      if (open < 0 || close < 0) return false;
      if (close - open === 2) return FUNCTION_WORDS.has(word) && tokens[open]!.spaced && tokens[open + 1]!.text.length > 3;
      return tokens.slice(open + 2, close).some(({spaced}) => spaced);
    }

    function hasOpening(i: number): boolean {
      document.lookFar();
      for (let k = i - 1; k >= Math.max(0, i - 40); k--) if (/^[([（]$/.test(tokens[k]!.text)) return true;
      return false;
    }
  },
});

/** How many percent signs behind a number, and other marks, have a space before them: none, one (1), more (2). Of equal numbers one object. */
interface Habit {readonly percents: number; readonly stray: number}
const HABITS: readonly Habit[] = Array.from({length: 9}, (_, i) => ({percents: Math.floor(i / 3), stray: i % 3}));
const habits = new SegmentMemo<Habit>();

function habitWithin({tokens}: Document, first: number, last: number): Habit {
  let percents = 0;
  let stray = 0;
  for (let i = first + 1; i <= last; i++) {
    const {kind, text, spaced} = tokens[i]!;
    if (!spaced || (kind !== 'punctuation' && kind !== 'symbol')) continue;
    const before = tokens[i - 1]!;
    if (text === '%' && before.kind === 'number') percents++;
    else if (/^[,;:!?]$/.test(text) && (before.kind === 'word' || before.text === '%') && (i === last || tokens[i + 1]!.spaced)) stray++;
  }
  return {percents, stray};
}

const HABIT = new Question(habitOf);
function habitOf(document: Document): Habit {
  let percents = 0;
  let stray = 0;
  for (const [segment, [first, last]] of document.segmentTokens.entries()) {
    const own = document.keeper ? habits.of(document, segment, '', () => habitWithin(document, first, last)) : habitWithin(document, first, last);
    percents += own.percents;
    stray += own.stray;
  }
  return HABITS[3 * Math.min(2, percents) + Math.min(2, stray)]!;
}
