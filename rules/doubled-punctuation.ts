import {ask, Question} from '../src/document/ask.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import {MARKS} from '../src/document/marks.ts';
import {defineRule} from '../src/rule/rule.ts';

const DOUBLED = new Set([',', ';', ':', '!', '?', '.']);

const CURLY = new Question((whole) => /[“”]/.test(whole.text));

/** Frequency of words that are hardly an abbreviation: "proc." */
const SURE = 130;

export default defineRule({
  id: 'doubled-punctuation',
  summary: 'A punctuation mark twice, or two that exclude each other',
  why: `Engines translate a sentence piece by piece and end each piece with its own mark: \`years,, he said\`, \`on Monday.,\`.

Silent on ellipses, on \`?!\`, \`!!\` and \`??\`, which people write, and on the full stop of an abbreviation before another mark.`,
  category: 'punctuation',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'The talks lasted two days,, he said.', flagged: [',,'], fixed: 'The talks lasted two days, he said.'},
      {text: 'They left the house,. The car was gone.', flagged: [',.'], fixed: 'They left the house. The car was gone.'},
      {text: 'They left the room., then returned.', flagged: ['.,'], fixed: 'They left the room, then returned.'},
      {text: 'The mayor said: ,,When the dam broke, we ran.”', flagged: [',,'], fixed: 'The mayor said: “When the dam broke, we ran.”'},
    ],
    good: ['It was 28.7 proc., just above that. He waited... and waited. He waited.. and came. They met etc.. Yes.', 'Who, me?! Never!!', 'Acme Inc., a maker of anvils, closed.', 'It opens at 8 a.m.; bring a coat.'],
  },
  check(document, report) {
    const {tokens} = document;
    /** "left the house,. The car": a known word ends there, and a sentence begins behind. */
    const endsAfterComma = (i: number) => {
      const [word, comma, next] = [tokens[i - 2], tokens[i - 1]!, tokens[i + 1]];
      return comma.text === ',' && !comma.spaced && word?.kind === 'word' && word.word.shape === 'lower' && word.word.english && (!next || next.segment !== comma.segment || next.spaced && next.kind === 'word' && next.word.shape === 'capital');
    };
    for (const token of document.where(MARKS)) {
      const i = token.index;
      const before = tokens[i - 1];
      if (!before || token.kind !== 'punctuation' || token.spaced || token.segment !== before.segment || !DOUBLED.has(token.text) || !DOUBLED.has(before.text)) continue;
      if (token.text === '.' && !endsAfterComma(i)) continue;
      if ((token.text === ':' && before.text === ':') || token.text === '!' || token.text === '?' || before.text === '!' || before.text === '?') continue;
      if (tokens[i + 1]?.kind === 'punctuation' && !tokens[i + 1]!.spaced) continue;
      const same = token.text === before.text;
      // ",,When the dam broke"
      if (same && token.text === ',' && before.spaced && tokens[i + 1]?.spaced === false) {
        report({start: before.start, end: token.end, proposals: [ask(document, CURLY) ? '“' : '"'], confidence: 0.9, tier: 'suggest', note: 'Two commas stand for the low quotation mark of another language.'});
        continue;
      }
      // A full stop before a comma may belong to an abbreviation that we do not know.
      const word = tokens[i - 2];
      if (!same && token.text !== '.' && (before.text !== '.' || word?.kind !== 'word' || word.word.shape !== 'lower' || word.text.length < 4 || !word.word.english || word.word.entry.frequency < SURE)) continue;
      // "Among them are,, and Oslo": what stood between two commas is gone.
      const gone = same && (word?.kind !== 'word' || FUNCTION_WORDS.has(word.word.folded) || tokens[i + 1]?.word.folded === 'and');
      report({start: before.start, end: token.end, proposals: [token.text], confidence: 0.9, tier: gone ? 'suggest' : undefined, note: 'Two marks in one place: one of them is left over from a piece of the sentence that was translated by itself.'});
    }
  },
});
