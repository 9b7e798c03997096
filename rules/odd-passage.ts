import type {Word} from '../src/document/word.ts';
import {wordId} from '../src/evidence/fluency.ts';
import {isStrange} from '../src/evidence/strange-words.ts';
import {triageOf} from '../src/evidence/triage.ts';
import {BEGIN, logProbability, ngramId} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Words of a passage. */
const WORDS = 3;
/** Share of a sentence's words that English readers hardly know from which on it is not believed. */
const STRANGE = 0.05;
/** How likely the words of a passage are at most behind those before them: the mean, as a logarithm to the base 10. */
const UNLIKELY = -4;
/** Passages of a sentence that are marked. */
const MOST = 2;
const MIN_WORDS = 5;
/** What nobody but who says that a text is an engine's is shown; see `MIN_CONFIDENCE` in `src/rule/run.ts`. */
const DOUBTFUL = 0.055;

export default defineRule({
  id: 'odd-passage',
  summary: 'Words that hardly go together, in a sentence with words that nobody knows',
  why: `Where an engine did not understand a sentence, it is seldom one word that is wrong: beside words that nobody knows stand words that nobody puts together: \`seeing those easy choirs\`. What was meant, only the original tells; so nothing is proposed.

At most two passages of three words are marked in a sentence, the least likely ones by a language model of general English. Shown only in texts that the user says are machine-translated (\`--mt yes\`).`,
  category: 'garbled',
  tier: 'report',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0,
  examples: {
    bad: [
      {text: 'The hjurgly of the king had seeing easy choirs in the house.', mt: 'yes', flagged: ['seeing easy choirs']},
    ],
    good: [
      'The hjurgly of the king had seeing easy choirs in the house.',
      {text: 'The king had seeing easy choirs in the house.', mt: 'yes'},
      {text: 'The hjurgly of the king was one of the most beautiful in the world.', mt: 'yes'},
    ],
  },
  check(document, report) {
    // Who says that a text is an engine's wants to see where it makes no sense.
    if (document.context.mt !== 'yes') return;
    const {tokens} = document;
    const triage = triageOf(document);
    /** What is only misspelt, or two words run together, readers know. */
    const isUnknown = (word: Word) => isStrange(word) && !/^(?:fused|misspelling)$/.test(triage.of(word)?.cause ?? '');
    const begin = ngramId(BEGIN);
    for (const {first, last} of document.ownSentences) {
      let words = 0;
      let strange = 0;
      for (let i = first; i <= last; i++) {
        if (tokens[i]!.kind !== 'word') continue;
        words++;
        if (isUnknown(tokens[i]!.word)) strange++;
      }
      if (words < MIN_WORDS || strange <= words * STRANGE) continue;
      const passages: {readonly from: number; readonly mean: number}[] = [];
      /** Of the words without a mark between them, up to the token: their number, and how likely the last ones are. */
      let row = 0;
      const logs: number[] = [];
      let [a, b] = [-1, begin];
      for (let i = first; i <= last; i++) {
        const token = tokens[i]!;
        const plain = token.kind === 'word' && (token.word.shape === 'lower' || i === first) && (token.spaced || i === first) && !isStrange(token.word);
        const id = token.kind === 'word' ? wordId(token.word) : -1;
        if (!plain) row = 0;
        else logs[row++] = logProbability(a, b, id);
        [a, b] = [b, id];
        // Its first word is behind what is no part of it.
        if (row >= WORDS) passages.push({from: i - WORDS + 1, mean: logs.slice(row - WORDS + 1, row).reduce((sum, log) => sum + log, 0) / (WORDS - 1)});
      }
      passages.sort((p, q) => p.mean - q.mean || p.from - q.from);
      const marked: number[] = [];
      for (const {from, mean} of passages) {
        if (mean >= UNLIKELY || marked.length === MOST) break;
        if (marked.some((other) => Math.abs(other - from) <= WORDS)) continue;
        marked.push(from);
        const {start} = tokens[from]!;
        const {end} = tokens[from + WORDS - 1]!;
        report({start, end, confidence: DOUBTFUL, message: `\`${document.text.slice(start, end).replace(/\s+/g, ' ')}\`: these words hardly go together`, note: 'The sentence has words that English readers hardly know, too: read it beside the original.'});
      }
    }
  },
});
