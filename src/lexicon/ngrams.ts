import {readAsset} from './assets.ts';
import {BACK_OFF_STEP, BACK_OFF_ZERO, BLOCK_BITS, decodeNgrams, EXTENDED, NGRAM_STEP, type Ngrams, searchIn, searchPair, WORD_STEP} from './ngram-file.ts';
import {Recent} from './recent.ts';
import {Table} from './table.ts';

let loaded: Ngrams | undefined;
const model = (): Ngrams => (loaded ??= decodeNgrams(readAsset('ngrams.bin')));

/** Begin and end of a sentence, as words. */
export const BEGIN = '<s>';
export const END = '</s>';

/** The number by which {@link logProbability} knows a word in lower case ("minister", "don't", `BEGIN`, `END`); -1 for a word that the model lacks. */
export function ngramId(word: string): number {
  let id = ids.get(word);
  if (id === undefined) {
    id = Number(WORDS.lines(word)[0] ?? -1);
    if (word.length < 60) ids.set(word, id);
  }
  return id;
}
const ids = new Recent<number>(10_000);
/** The place of each word among the words of the model: made of its file by `scripts/build.ts`. */
const WORDS = new Table('ngram-words', {aside: true});

/**
 * Pairs that were looked up last, at places that their words give, two numbers of 32 bits each, so that one look at memory finds all: the two words;
 * and what {@link lookUp} gives, 0 where nothing is kept. The same pairs are asked for again and again around one place, and common ones in every text.
 */
const KEPT_BITS = 17;
const kept = new Int32Array(2 * 2 ** KEPT_BITS);
/** That the model has a pair; below it, the pair's probability. */
const SEEN = 128;

/** What is known of the pair "first last": its place among the extended pairs and 2 (1 if it is none of them) in the upper 24 bits, {@link SEEN}, its probability. */
function lookUp(model: Ngrams, first: number, last: number): number {
  const index = searchPair(model, first, last);
  if (index < 0) return 1 << 8;
  const pair = model.pair[index]!;
  return ((pair >= EXTENDED ? extendedAt(model, index) + 2 : 1) << 8) | SEEN | (pair & ~EXTENDED);
}

/** The same, kept. */
function pairOf(model: Ngrams, first: number, last: number): number {
  const words = (first << 16) | last;
  const at = (Math.imul(words, 0x9e3779b1) >>> (32 - KEPT_BITS)) << 1;
  if (kept[at] === words && kept[at + 1] !== 0) return kept[at + 1]!;
  kept[at] = words;
  return (kept[at + 1] = lookUp(model, first, last));
}
/** The place among the extended pairs; -1 if it is none. */
const extendedIn = (pair: number) => (pair >>> 8) - 2;

/** The place of an extended pair among them. */
function extendedAt({pair, extendedBefore}: Ngrams, index: number): number {
  let place = extendedBefore[index >> BLOCK_BITS]!;
  for (let i = (index >> BLOCK_BITS) << BLOCK_BITS; i < index; i++) place += pair[i]! >> 7;
  return place;
}

/** Index of the triple of a word before an extended pair; -1 if there is none. */
const tripleAt = ({tripleStart, before}: Ngrams, extended: number, word: number): number => searchIn(before, tripleStart[extended]!, tripleStart[extended + 1]!, word);

/** Given for words that the model lacks. */
const UNKNOWN = -6.5;

type Seen = 1 | 2 | 3;
let lastSeen: Seen = 1;

/**
 * The logarithm to the base 10 of the probability that word `c` follows the words `a b` (ids; -1 for unknown words), from a model of
 * three words with back-off.
 */
export function logProbability(a: number, b: number, c: number): number {
  lastSeen = 1;
  if (c < 0) return UNKNOWN;
  const m = model();
  if (b < 0) return -m.unigram[c * 2]! * WORD_STEP;
  const bc = pairOf(m, b, c);
  const extended = extendedIn(bc);
  if (a >= 0 && extended >= 0) {
    const triple = tripleAt(m, extended, a);
    if (triple >= 0) {
      lastSeen = 3;
      return -m.triple[triple]! * NGRAM_STEP;
    }
  }
  const ab = a < 0 ? -1 : extendedIn(pairOf(m, a, b));
  const backOff = ab >= 0 ? -(m.pairBackOff[ab]! - BACK_OFF_ZERO) * BACK_OFF_STEP : 0;
  if (bc & SEEN) {
    lastSeen = 2;
    return backOff - (bc & (SEEN - 1)) * NGRAM_STEP;
  }
  return backOff - (m.unigram[b * 2 + 1]! - BACK_OFF_ZERO) * BACK_OFF_STEP - m.unigram[c * 2]! * WORD_STEP;
}

/** How many of the words were seen together that {@link logProbability} was asked about last: 3, 2, or 1 where it is but the word's own frequency. */
export const seenTogether = (): Seen => lastSeen;

/** The logarithm to the base 10 of a word's own probability (id; -1 for an unknown word). */
export function wordLogProbability(id: number): number {
  return id < 0 ? UNKNOWN : -model().unigram[id * 2]! * WORD_STEP;
}
