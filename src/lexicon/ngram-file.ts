/*
 * The layout of `ngrams.bin`, a model of three words with back-off: five numbers of 32 bits (magic, words, pairs, extended pairs, triples) and one for the
 * bytes of the words; then the parts in the order of {@link Ngrams}, each padded to 4 bytes; at the end the words in the order of their numbers, by newlines.
 */
const MAGIC = 0x3274_6e67;
/** Probabilities of pairs and triples are this many tenfold steps below 1 each, those of single words and back-off weights in steps of their own. */
export const NGRAM_STEP = 0.06;
/** The least probability of a pair or a triple, 10^-5.1, in steps. */
export const NGRAM_MOST = 85;
export const WORD_STEP = 0.04;
export const BACK_OFF_STEP = 0.02;
/** A back-off weight of 1: those above are stored below it. */
export const BACK_OFF_ZERO = 40;
/** A pair that goes on: it has triples, or a weight for words that it has not been seen with. */
export const EXTENDED = 128;
/** In how many pairs the extended ones are counted together (2^6). */
export const BLOCK_BITS = 6;

/** Words are numbers, the commonest the lowest. */
export interface Ngrams {
  /** Where the pairs of each last word begin, and behind the last one's where they end. */
  readonly start: Uint32Array;
  /** How many extended pairs are before each block. */
  readonly extendedBefore: Uint32Array;
  /** Where the triples of each extended pair begin, and behind the last one's where they end. */
  readonly tripleStart: Uint32Array;
  /** First word of each pair, in order under its last word. */
  readonly histories: Uint16Array;
  /** The word before the pair, of each triple, in order under its pair. */
  readonly before: Uint16Array;
  /** Probability of each pair, with {@link EXTENDED}. */
  readonly pair: Uint8Array;
  /** Back-off weight of each extended pair. */
  readonly pairBackOff: Uint8Array;
  readonly triple: Uint8Array;
  /** Probability and back-off weight of each word. */
  readonly unigram: Uint8Array;
}

const HEAD = 24;
const aligned = (size: number) => Math.ceil(size / 4) * 4;

/** Reads `ngrams.bin`, without copying where it begins at a multiple of 4 bytes. Throws for anything else. */
export function decodeNgrams(file: Uint8Array): Ngrams & {readonly words: Uint8Array} {
  const bytes = file.byteOffset % 4 ? Uint8Array.from(file) : file;
  const [magic, words, pairs, extended, triples, text] = new Uint32Array(bytes.buffer, bytes.byteOffset, 6) as unknown as [number, number, number, number, number, number];
  if (magic !== MAGIC) throw new Error('assets/ngrams.bin is damaged: run `npm run ngrams`');
  let at = bytes.byteOffset + HEAD;
  const take = <T>(type: new (buffer: ArrayBufferLike, at: number, length: number) => T, size: number, length: number): T => {
    const part = new type(bytes.buffer, at, length);
    at += aligned(size * length);
    return part;
  };
  return {
    start: take(Uint32Array, 4, words + 1), extendedBefore: take(Uint32Array, 4, (pairs >> BLOCK_BITS) + 1), tripleStart: take(Uint32Array, 4, extended + 1),
    histories: take(Uint16Array, 2, pairs), before: take(Uint16Array, 2, triples),
    pair: take(Uint8Array, 1, pairs), pairBackOff: take(Uint8Array, 1, extended), triple: take(Uint8Array, 1, triples), unigram: take(Uint8Array, 1, 2 * words), words: take(Uint8Array, 1, text),
  };
}

/** The same as lists: under each word its pairs, under each pair its triples, in order. */
export interface NgramLists {
  readonly words: readonly string[];
  readonly unigrams: Uint8Array;
  /** How many pairs each word ends. */
  readonly pairsOf: Uint32Array;
  readonly histories: Uint16Array;
  readonly pairs: Uint8Array;
  /** Of each pair; that of a pair that begins no triple is not kept. */
  readonly backOff: Uint8Array;
  /** How many triples each pair ends. */
  readonly triplesOf: Uint32Array;
  readonly before: Uint16Array;
  readonly triples: Uint8Array;
}

/** Where a value stands among those from `low` to before `end`, which are in order; -1 if it does not. */
export function searchIn(values: Uint16Array, low: number, end: number, value: number): number {
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < end && values[low] === value ? low : -1;
}

/** Index of the pair "first last"; -1 if it is not among the pairs. */
export const searchPair = ({start, histories}: Pick<Ngrams, 'start' | 'histories'>, first: number, last: number): number => searchIn(histories, start[last]!, start[last + 1]!, first);

/** Where each group begins, by the sizes of the groups; one more, where the last ends. */
export function startsOf(sizes: ArrayLike<number>): Uint32Array {
  const start = new Uint32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) start[i + 1] = start[i]! + sizes[i]!;
  return start;
}

/** Which pairs are the first two words of a triple. */
export function contextsOf({words, pairsOf, histories, triplesOf, before}: Pick<NgramLists, 'words' | 'pairsOf' | 'histories' | 'triplesOf' | 'before'>): Uint8Array {
  const contexts = new Uint8Array(histories.length);
  const model = {start: startsOf(pairsOf), histories};
  for (let word = 0, pair = 0, triple = 0; word < words.length; word++) for (; pair < model.start[word + 1]!; pair++) for (const end = triple + triplesOf[pair]!; triple < end; triple++) {
    const context = searchPair(model, before[triple]!, histories[pair]!);
    if (context >= 0) contexts[context] = 1;
  }
  return contexts;
}

/** The bytes of `ngrams.bin`. */
export function encodeNgrams(lists: NgramLists, contexts = contextsOf(lists)): Uint8Array {
  const {words, unigrams, pairsOf, histories, pairs, backOff, triplesOf, before, triples} = lists;
  const pair = pairs.slice();
  const extendedBefore = new Uint32Array((pair.length >> BLOCK_BITS) + 1);
  let extended = 0;
  for (let i = 0; i < pair.length; i++) {
    if (i % 2 ** BLOCK_BITS === 0) extendedBefore[i >> BLOCK_BITS] = extended;
    if (!triplesOf[i] && !contexts[i]) continue;
    pair[i]! |= EXTENDED;
    extended++;
  }
  if (pair.length % 2 ** BLOCK_BITS === 0) extendedBefore[pair.length >> BLOCK_BITS] = extended;
  const isExtended = (_: number, i: number) => pair[i]! >= EXTENDED;
  const text = new TextEncoder().encode(words.join('\n'));
  const parts = [
    Uint32Array.of(MAGIC, words.length, pair.length, extended, triples.length, text.length),
    startsOf(pairsOf), extendedBefore, startsOf(triplesOf.filter(isExtended)), histories, before, pair, backOff.map((weight, i) => (contexts[i] ? weight : BACK_OFF_ZERO)).filter(isExtended), triples, unigrams, text,
  ];
  const bytes = new Uint8Array(parts.reduce((n, {byteLength}) => n + aligned(byteLength), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return bytes;
}
