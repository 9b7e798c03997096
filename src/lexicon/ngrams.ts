import {readAsset} from './assets.ts';
import {hashTriple, NGRAM_STEP, NGRAMS_MAGIC} from './format.ts';
import {Table} from './table.ts';

interface Model {
  readonly start: Uint32Array;
  readonly slots: Uint32Array;
  readonly bits: number;
  readonly histories: Uint16Array;
  readonly pair: Uint8Array;
  readonly pairBackOff: Uint8Array;
  readonly unigram: Uint8Array;
}
let loaded: Model | undefined;
/** Back-off weights are stored above this. */
const ZERO = 40;

function model(): Model {
  if (loaded) return loaded;
  const file = readAsset('ngrams.bin');
  const buffer = file.byteOffset % 4 ? Buffer.from(file) : file;
  if (buffer.readUInt32LE(0) !== NGRAMS_MAGIC) throw new Error('assets/ngrams.bin is damaged: run `npm run ngrams`');
  const [words, pairs, bits] = [4, 8, 12].map((at) => buffer.readUInt32LE(at)) as [number, number, number];
  let at = buffer.byteOffset + 24;
  const take = <T>(type: new (buffer: ArrayBufferLike, at: number, length: number) => T, size: number, length: number): T => {
    const part = new type(buffer.buffer, at, length);
    at += Math.ceil((size * length) / 4) * 4;
    return part;
  };
  const start = take(Uint32Array, 4, words + 1);
  const slots = take(Uint32Array, 4, 2 ** bits);
  const histories = take(Uint16Array, 2, pairs);
  const pair = take(Uint8Array, 1, pairs);
  const pairBackOff = take(Uint8Array, 1, pairs);
  const unigram = take(Uint8Array, 1, 2 * words);
  return (loaded = {start, slots, bits, histories, pair, pairBackOff, unigram});
}

/** Begin and end of a sentence, as words. */
export const BEGIN = '<s>';
export const END = '</s>';

/** The number by which {@link logProbability} knows a word in lower case ("minister", "don't", `BEGIN`, `END`); -1 for a word that the model lacks. */
export function ngramId(word: string): number {
  let id = ids.get(word);
  if (id === undefined) {
    id = Number(WORDS.lines(word)[0] ?? -1);
    if (ids.size > 50_000) ids.clear();
    if (word.length < 60) ids.set(word, id);
  }
  return id;
}
const ids = new Map<string, number>();
/** The place of each word among the words of the model: made of its file by `scripts/build.ts`. */
const WORDS = new Table('ngram-words');

/** Pairs that were looked up last: two words in 32 bits, at the place that {@link pairAt} gives them, and their index. */
const KEPT_BITS = 15;
const keptPairs = new Uint32Array(2 ** KEPT_BITS);
const keptPlaces = new Int32Array(2 ** KEPT_BITS).fill(-2);

/** Index of the pair "first last"; -1 if it is not among the pairs. The same pairs are asked for again and again around one place. */
function pairAt(model: Model, first: number, last: number): number {
  const pair = ((first << 16) | last) >>> 0;
  const kept = Math.imul(pair, 0x9e3779b1) >>> (32 - KEPT_BITS);
  if (keptPairs[kept] === pair && keptPlaces[kept] !== -2) return keptPlaces[kept]!;
  keptPairs[kept] = pair;
  return (keptPlaces[kept] = searchPair(model, first, last));
}

function searchPair({start, histories}: Model, first: number, last: number): number {
  let low = start[last]!;
  let high = start[last + 1]!;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (histories[middle]! < first) low = middle + 1;
    else high = middle;
  }
  return low < end && histories[low] === first ? low : -1;
}

/** Given for words that the model lacks. */
const UNKNOWN = -6.5;

/** Words known together in {@link lastSeen}. */
type Seen = 0 | 1 | 2 | 3;
let lastSeen: Seen = 0;

/**
 * The logarithm to the base 10 of the probability that word `c` follows the words `a b` (ids; -1 for unknown words), from a model of
 * three words with back-off.
 */
export function logProbability(a: number, b: number, c: number): number {
  lastSeen = 1;
  if (c < 0) return UNKNOWN;
  const m = model();
  if (b < 0) return -m.unigram[c * 2]! * 2 * NGRAM_STEP;
  const bc = pairAt(m, b, c);
  if (a >= 0 && bc >= 0) {
    const key = hashTriple(a, b, c);
    const wanted = (key & 0xffffff) || 1;
    const mask = m.slots.length - 1;
    for (let i = key >>> (32 - m.bits), slot = m.slots[i]!; slot; slot = m.slots[(i = (i + 1) & mask)]!) if (slot >>> 8 === wanted) {
      lastSeen = 3;
      return -(slot & 255) * NGRAM_STEP;
    }
  }
  const ab = a < 0 ? -1 : pairAt(m, a, b);
  const backOff = ab >= 0 ? -(m.pairBackOff[ab]! - ZERO) * NGRAM_STEP : 0;
  if (bc >= 0) {
    lastSeen = 2;
    return backOff - m.pair[bc]! * NGRAM_STEP;
  }
  return backOff - (m.unigram[b * 2 + 1]! - ZERO) * NGRAM_STEP - m.unigram[c * 2]! * 2 * NGRAM_STEP;
}

/** A word behind two others: see {@link continuation}. */
export interface Continuation {
  readonly log: number;
  /** How many of the words were seen together: 3, 2, or 1 where it is but the word's own frequency; 0 where nothing was asked. */
  readonly seen: Seen;
}

/** What {@link logProbability} gives, with how many of the words were seen together. */
export function continuation(a: number, b: number, c: number): Continuation {
  const log = logProbability(a, b, c);
  return {log, seen: lastSeen};
}

/** The logarithm to the base 10 of a word's own probability (id; -1 for an unknown word). */
export function wordLogProbability(id: number): number {
  return id < 0 ? UNKNOWN : -model().unigram[id * 2]! * 2 * NGRAM_STEP;
}
