import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import {gainOf} from '../../src/evidence/fluency.ts';
import {Flag, lookup, pairCount} from '../../src/lexicon/lexicon.ts';
import {Table} from '../../src/lexicon/table.ts';

/** Frequency of a whole word from which on two words may be its pieces. */
export const MIN_WHOLE = 90;
/** The count of a pair, from 0 to 255, up to which its words hardly stand side by side. */
export const MAX_PAIR = 20;
/** Frequency of words that newspapers have often. */
export const COMMON = 110;
/** What a sentence must gain by the whole word, in tenfold steps: more where nothing else says that the words are one. */
const GAIN = 2;
const FUNCTION_GAIN = 2.5;
const COMPOUND_GAIN = 1;

/** Second pieces that are English words themselves, made by `scripts/second-pieces.ts`. */
export const SECOND_PIECES = new Table('second-pieces');

/** Whether the words `last - 1` and `last` of a document (`left`, `right`, in lower case) are one, of which the sentence says so: "goal keeper", "commit tee". `compound`: lists have it as one. */
export function isTorn(document: Document, last: number, left: string, right: string, compound: boolean): boolean {
  const whole = lookup(left + right);
  if (!(whole.flags & Flag.Lower) || whole.frequency < MIN_WHOLE || pairCount(left, right) > MAX_PAIR) return false;
  const least = FUNCTION_WORDS.has(left) ? FUNCTION_GAIN : compound && whole.frequency >= COMMON && document.before(document.tokens[last - 1]!)?.word.folded !== 'to' ? COMPOUND_GAIN : GAIN;
  return gainOf(document, last - 1, last, [left + right]) > least;
}
