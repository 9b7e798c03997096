/*
 * `ngrams.bin` for a pack (`columns.ts`). Of sorted lists there are the gaps, of the word before a pair its place among the words that are before the
 * pair's first word, since every triple begins with a pair that the model has. What depends on something known before stands sorted by it,
 * so that gzip, which makes a code for every few thousand bytes, makes one for each case.
 */
import {contextsOf, decodeNgrams, encodeNgrams, EXTENDED, type NgramLists, searchPair, startsOf} from './ngram-file.ts';
import {bytesOf, concat, numbersOf, Reader, toPlanes} from './planes.ts';

/** Indexes by class, in order within a class. */
function byClass(classes: Uint16Array): Uint32Array {
  const next = new Uint32Array(65_537);
  for (const c of classes) next[c + 1]!++;
  for (let c = 0; c < 65_536; c++) next[c + 1]! += next[c]!;
  const order = new Uint32Array(classes.length);
  for (let i = 0; i < classes.length; i++) order[next[classes[i]!]!++] = i;
  return order;
}

const pick = (values: Uint8Array, order: Uint32Array): Uint8Array => {
  const out = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) out[i] = values[order[i]!]!;
  return out;
};
const unpick = (values: Uint8Array, order: Uint32Array): Uint8Array => {
  const out = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) out[order[i]!] = values[i]!;
  return out;
};

/** Numbers up to this have a symbol of their own; above it, one for their highest bit and the three behind it, and the other bits follow. */
const OWN = 128;
const OWN_BITS = 7;

/** Numbers below 2^22 as symbols, and the bits that these lack: count of their bytes, symbols, bits. */
function splitNumbers(values: Uint32Array): Uint8Array {
  const symbols = new Uint8Array(values.length);
  const bits = new Uint8Array(values.length * 3 + 4);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < OWN) {
      symbols[i] = value;
      continue;
    }
    const high = 31 - Math.clz32(value);
    symbols[i] = OWN + (high - OWN_BITS) * 8 + ((value >> (high - 3)) & 7);
    for (let bit = high - 4; bit >= 0; bit--, at++) bits[at >> 3]! |= ((value >> bit) & 1) << (at & 7);
  }
  return concat([bytesOf(Uint32Array.of(Math.ceil(at / 8))), symbols, bits.subarray(0, Math.ceil(at / 8))]);
}

function joinNumbers(reader: Reader, count: number): Uint32Array {
  const size = numbersOf(reader.take(4), 0, 1)[0]!;
  const symbols = reader.take(count);
  const bits = reader.take(size);
  const values = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    const symbol = symbols[i]!;
    if (symbol < OWN) {
      values[i] = symbol;
      continue;
    }
    const high = OWN_BITS + ((symbol - OWN) >> 3);
    let value = 8 | ((symbol - OWN) & 7);
    for (let bit = high - 4; bit >= 0; bit--, at++) value = (value << 1) | ((bits[at >> 3]! >> (at & 7)) & 1);
    values[i] = value;
  }
  return values;
}

/** Words in the order of letters: how many letters each shares with the one before, then its others. */
function splitWords(words: readonly string[]): Uint8Array {
  const shared = words.map((word, i) => {
    const last = words[i - 1] ?? '';
    let same = 0;
    while (same < word.length && word[same] === last[same]) same++;
    return same;
  });
  const ends = new TextEncoder().encode(words.map((word, i) => word.slice(shared[i])).join('\n'));
  return concat([bytesOf(Uint32Array.of(ends.length)), Uint8Array.from(shared), ends]);
}

function joinWords(reader: Reader, count: number): string[] {
  const size = numbersOf(reader.take(4), 0, 1)[0]!;
  const shared = reader.take(count);
  let last = '';
  return new TextDecoder().decode(reader.take(size)).split('\n').map((end, i) => (last = last.slice(0, shared[i]) + end));
}

/** Classes of pairs: what is likely of a probability by those of both words, and of the number of triples by how common a pair is. */
function pairClasses({pairsOf, histories, unigrams}: Pick<NgramLists, 'pairsOf' | 'histories' | 'unigrams'>): Uint16Array {
  const classes = new Uint16Array(histories.length);
  for (let word = 0, i = 0; word < pairsOf.length; word++) for (const end = i + pairsOf[word]!; i < end; i++) classes[i] = (unigrams[2 * word]! >> 3) * 32 + (unigrams[2 * histories[i]!]! >> 3);
  return classes;
}
const frequencies = ({histories, pairs, unigrams}: Pick<NgramLists, 'histories' | 'pairs' | 'unigrams'>): Uint16Array => new Uint16Array(histories.length).map((_, i) => pairs[i]! * 2 + unigrams[2 * histories[i]!]!);

/** Classes of triples by how dense they are among the words that may be before their pair. */
function densities({histories, triplesOf, pairsOf}: Pick<NgramLists, 'histories' | 'triplesOf' | 'pairsOf'>, triples: number): Uint16Array {
  const classes = new Uint16Array(triples);
  for (let pair = 0, i = 0; pair < triplesOf.length; pair++) if (triplesOf[pair]) classes.fill(Math.round(2 * Math.log2(pairsOf[histories[pair]!]! / triplesOf[pair]!)), i, (i += triplesOf[pair]!));
  return classes;
}

/** Classes of triples by the probability of their pair and by how common the pair is with which they begin. */
function tripleClasses({triplesOf, pairs}: Pick<NgramLists, 'triplesOf' | 'pairs'>, contexts: Uint32Array, frequencyOf: Uint16Array): Uint16Array {
  const classes = new Uint16Array(contexts.length);
  for (let pair = 0, i = 0; pair < triplesOf.length; pair++) for (const end = i + triplesOf[pair]!; i < end; i++) classes[i] = (pairs[pair]! >> 1) * 64 + (frequencyOf[contexts[i]!]! >> 3);
  return classes;
}

/** Words in the order of letters, as indexes. */
const alphabetical = (words: readonly string[]): Uint32Array => Uint32Array.from([...words.keys()].sort((a, b) => (words[a]! < words[b]! ? -1 : 1)));

export function splitNgrams(asset: Uint8Array): Uint8Array {
  const model = decodeNgrams(asset);
  const {start, histories, before, unigram: unigrams, tripleStart} = model;
  const words = new TextDecoder().decode(model.words).split('\n');
  const pairsOf = Uint32Array.from(words, (_, word) => start[word + 1]! - start[word]!);
  const pairs = model.pair.map((probability) => probability & ~EXTENDED);
  const triplesOf = new Uint32Array(histories.length);
  for (let pair = 0, extended = 0; pair < histories.length; pair++) if (model.pair[pair]! >= EXTENDED) triplesOf[pair] = tripleStart[extended + 1]! - tripleStart[extended++]!;
  const gaps = new Uint32Array(histories.length);
  for (let word = 0, i = 0; word < words.length; word++) for (let last = -1; i < start[word + 1]!; last = histories[i++]!) gaps[i] = histories[i]! - last - 1;
  const lists = {words, unigrams, pairsOf, histories, pairs, triplesOf, before};
  const contexts = new Uint32Array(before.length);
  const tripleGaps = new Uint32Array(before.length);
  for (let pair = 0, i = 0; pair < histories.length; pair++) {
    const first = histories[pair]!;
    for (let last = start[first]! - 1, end = i + triplesOf[pair]!; i < end; last = contexts[i++]!) {
      contexts[i] = searchPair(model, before[i]!, first);
      tripleGaps[i] = contexts[i]! - last - 1;
    }
  }
  const isContext = contextsOf(lists);
  const backOff = model.pairBackOff.filter(((pair) => () => {
    while (model.pair[pair]! < EXTENDED) pair++;
    return isContext[pair++];
  })(0));
  const frequencyOf = frequencies(lists);
  const order = alphabetical(words);
  const dense = byClass(densities(lists, before.length));
  return concat([
    bytesOf(Uint32Array.of(words.length, histories.length, before.length)), splitWords(Array.from(order, (word) => words[word]!)), pick(unigrams, order.map((word) => 2 * word)), pick(unigrams, order.map((word) => 2 * word + 1)),
    toPlanes(pairsOf, 3), splitNumbers(gaps), pick(pairs, byClass(pairClasses(lists))),
    splitNumbers(Uint32Array.from(byClass(frequencyOf), (pair) => triplesOf[pair]!)),
    splitNumbers(dense.map((triple) => tripleGaps[triple]!)), pick(model.triple, byClass(tripleClasses(lists, contexts, frequencyOf))), backOff,
  ]);
}

export function joinNgrams(columns: Uint8Array): Uint8Array {
  const reader = new Reader(columns);
  const [count, pairCount, tripleCount] = numbersOf(reader.take(12), 0, 3) as unknown as [number, number, number];
  const sorted = joinWords(reader, count);
  const [probabilities, weights] = [reader.take(count), reader.take(count)];
  // Words have their numbers by probability, and by letters where that is the same.
  const order = byClass(Uint16Array.from(probabilities));
  const words = Array.from(order, (word) => sorted[word]!);
  const unigrams = new Uint8Array(2 * count);
  for (let word = 0; word < count; word++) unigrams.set([probabilities[order[word]!]!, weights[order[word]!]!], 2 * word);
  const pairsOf = reader.planes(count, 3);
  const start = startsOf(pairsOf);
  const gaps = joinNumbers(reader, pairCount);
  const histories = new Uint16Array(pairCount);
  for (let word = 0, i = 0; word < count; word++) for (let last = -1; i < start[word + 1]!; i++) histories[i] = last += gaps[i]! + 1;
  const pairs = unpick(reader.take(pairCount), byClass(pairClasses({pairsOf, histories, unigrams})));
  const frequencyOf = frequencies({histories, pairs, unigrams});
  const counts = joinNumbers(reader, pairCount);
  const triplesOf = new Uint32Array(pairCount);
  for (const [i, pair] of byClass(frequencyOf).entries()) triplesOf[pair] = counts[i]!;
  const dense = byClass(densities({histories, triplesOf, pairsOf}, tripleCount));
  const sortedGaps = joinNumbers(reader, tripleCount);
  const contexts = new Uint32Array(tripleCount);
  for (let i = 0; i < tripleCount; i++) contexts[dense[i]!] = sortedGaps[i]!;
  const before = new Uint16Array(tripleCount);
  const isContext = new Uint8Array(pairCount);
  for (let pair = 0, i = 0; pair < pairCount; pair++) for (let last = start[histories[pair]!]! - 1, end = i + triplesOf[pair]!; i < end; i++) {
    contexts[i] = last += contexts[i]! + 1;
    before[i] = histories[last]!;
    isContext[last] = 1;
  }
  const triples = unpick(reader.take(tripleCount), byClass(tripleClasses({triplesOf, pairs}, contexts, frequencyOf)));
  const backOff = new Uint8Array(pairCount);
  for (let pair = 0; pair < pairCount; pair++) if (isContext[pair]) backOff[pair] = reader.take(1)[0]!;
  return encodeNgrams({words, unigrams, pairsOf, histories, pairs, triplesOf, before, triples, backOff}, isContext);
}
