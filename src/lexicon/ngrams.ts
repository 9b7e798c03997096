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
const WORDS = new Table('ngram-words');

/**
 * Pairs that were looked up last, at the places that {@link keptAt} gives them, four numbers each, so that one look at memory finds all: the two words in 32
 * bits, their index and 2 (0 where nothing is kept), their place among the extended pairs and 1. The same pairs are asked for again and again around one place,
 * and common ones in every text.
 */
const KEPT_BITS = 17;
const kept = new Int32Array(4 * 2 ** KEPT_BITS);

/** Where what is known of the pair "first last" is kept. */
function keptAt(model: Ngrams, first: number, last: number): number {
  const pair = (first << 16) | last;
  const at = (Math.imul(pair, 0x9e3779b1) >>> (32 - KEPT_BITS)) << 2;
  if (kept[at] === pair && kept[at + 1] !== 0) return at;
  kept[at] = pair;
  const index = searchPair(model, first, last);
  kept[at + 1] = index + 2;
  kept[at + 2] = index >= 0 && model.pair[index]! >= EXTENDED ? extendedAt(model, index) + 1 : 0;
  return at;
}

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
  const bc = keptAt(m, b, c);
  const index = kept[bc + 1]! - 2;
  const extended = kept[bc + 2]! - 1;
  if (a >= 0 && extended >= 0) {
    const triple = tripleAt(m, extended, a);
    if (triple >= 0) {
      lastSeen = 3;
      return -m.triple[triple]! * NGRAM_STEP;
    }
  }
  const ab = a < 0 ? -1 : kept[keptAt(m, a, b) + 2]! - 1;
  const backOff = ab >= 0 ? -(m.pairBackOff[ab]! - BACK_OFF_ZERO) * BACK_OFF_STEP : 0;
  if (index >= 0) {
    lastSeen = 2;
    return backOff - (m.pair[index]! & ~EXTENDED) * NGRAM_STEP;
  }
  return backOff - (m.unigram[b * 2 + 1]! - BACK_OFF_ZERO) * BACK_OFF_STEP - m.unigram[c * 2]! * WORD_STEP;
}

/** How many of the words were seen together that {@link logProbability} was asked about last: 3, 2, or 1 where it is but the word's own frequency. */
export const seenTogether = (): Seen => lastSeen;

/** The logarithm to the base 10 of a word's own probability (id; -1 for an unknown word). */
export function wordLogProbability(id: number): number {
  return id < 0 ? UNKNOWN : -model().unigram[id * 2]! * WORD_STEP;
}
