/**
 * Compiles `assets/ngrams.bin` from the language model of Debian's package pocketsphinx-en-us (CMU Sphinx, BSD-2-Clause; 72,547
 * words, 2,051,547 pairs, 1,669,625 triples of general American English). Run with `npm run ngrams` on Debian; the result
 * is committed. The source's format is the trie of sphinxbase (ngram_model_trie.c, lm_trie.c, lm_trie_quant.c): n-grams stand
 * under their last word, then the word before it, then the one before that; probabilities are logarithms to the base 1.0001.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {BACK_OFF_STEP, BACK_OFF_ZERO, encodeNgrams, NGRAM_MOST, NGRAM_STEP, WORD_STEP} from '../src/lexicon/ngram-file.ts';

/** The share of triples, and of pairs without triples, that is left out: docs/data.md says what it costs. */
const GONE = 0.41;

const root = path.resolve(import.meta.dirname, '..');
const sources = process.env.LEXICON_SOURCES ?? path.join(root, '.lexicon-sources');
const file = path.join(sources, 'sphinx/usr/share/pocketsphinx/model/en-us/en-us.lm.bin');
if (!existsSync(file)) {
  mkdirSync(sources, {recursive: true});
  execFileSync('apt-get', ['download', 'pocketsphinx-en-us'], {cwd: sources, stdio: 'inherit'});
  const deb = readdirSync(sources).find((name) => name.startsWith('pocketsphinx-en-us') && name.endsWith('.deb'))!;
  execFileSync('dpkg-deb', ['-x', deb, 'sphinx'], {cwd: sources});
}
const bytes = readFileSync(file);
const TITLE = 'Trie Language Model';
if (bytes.toString('latin1', 0, TITLE.length) !== TITLE || bytes[TITLE.length] !== 3) throw new Error(`${file} is no trie of order 3`);
let at = TITLE.length + 1;
const [V, B, T] = [0, 4, 8].map((o) => bytes.readUInt32LE(at + o)) as [number, number, number];
at += 12 + 4;
const TABLE = 65_536;
const quantum = new Float32Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 3 * TABLE * 4));
at += 3 * TABLE * 4;
const unigrams = at;
at += (V + 1) * 12;
const width = (n: number) => 32 - Math.clz32(n);
const wordBits = width(V);
const pairs = at;
const pairBits = wordBits + 32 + width(T);
at += Math.floor(((B + 1) * pairBits + 7) / 8) + 8;
const triples = at;
const tripleBits = wordBits + 16;
at += Math.floor(((T + 1) * tripleBits + 7) / 8) + 8;
const words = bytes.toString('utf8', at + 4, at + 4 + bytes.readUInt32LE(at)).split('\0').slice(0, V);

/** `count` bits from bit `from` behind a byte, least significant first. */
function bits(base: number, from: number, count: number): number {
  let value = 0;
  let byte = base + Math.floor(from / 8);
  let shift = from % 8;
  for (let got = 0; got < count; ) {
    const take = Math.min(8 - shift, count - got);
    value += ((bytes[byte]! >> shift) & ((1 << take) - 1)) * 2 ** got;
    got += take;
    shift = 0;
    byte++;
  }
  return value;
}
const LOG = Math.log10(1.0001);
/** A logarithm to the base 10 in steps. */
const quantise = (log: number, step = NGRAM_STEP, most = NGRAM_MOST) => Math.max(0, Math.min(most, Math.round((-log * LOG) / step)));
/** A back-off weight may be a little above 0. */
const quantiseBackOff = (log: number) => Math.max(0, Math.min(255, Math.round((-log * LOG) / BACK_OFF_STEP) + BACK_OFF_ZERO));

// Ids of 16 bits: the rarest words go. The commonest have the lowest, so that what is near in a list is near in numbers.
const kept = words.map((word, i) => ({word, i, log: bytes.readFloatLE(unigrams + i * 12)})).filter(({word}) => /^(?:<\/?s>|['a-z][a-z'.-]*)$/.test(word)).sort((a, b) => b.log - a.log).slice(0, 65_535)
  .map(({word, i, log}) => ({word, i, probability: quantise(log, WORD_STEP, 255)})).sort((a, b) => a.probability - b.probability || (a.word < b.word ? -1 : 1));
const idOf = new Map(kept.map(({i}, id) => [i, id]));
/** Logarithms to the base 1.0001, as they come. */
interface Triple {readonly before: number; readonly log: number}
interface Pair {readonly history: number; readonly log: number; readonly backOff: number; triples: readonly Triple[]}
let lists = kept.map(({i}) => {
  const own: Pair[] = [];
  for (let p = bytes.readUInt32LE(unigrams + i * 12 + 8), end = bytes.readUInt32LE(unigrams + i * 12 + 20); p < end; p++) {
    const from = p * pairBits;
    const history = idOf.get(bits(pairs, from, wordBits));
    if (history === undefined) continue;
    const triplesOf: Triple[] = [];
    for (let t = bits(pairs, from + wordBits + 32, pairBits - wordBits - 32), last = bits(pairs, from + pairBits + wordBits + 32, pairBits - wordBits - 32); t < last; t++) {
      const before = idOf.get(bits(triples, t * tripleBits, wordBits));
      if (before !== undefined) triplesOf.push({before, log: quantum[2 * TABLE + bits(triples, t * tripleBits + wordBits, 16)]!});
    }
    own.push({history, log: quantum[bits(pairs, from + wordBits + 16, 16)]!, backOff: quantum[TABLE + bits(pairs, from + wordBits, 16)]!, triples: triplesOf.sort((a, b) => a.before - b.before)});
  }
  return own.sort((a, b) => a.history - b.history);
});

// What says least goes: its joint probability times how far it is from what shorter ones say of it (after Stolcke 1998). Back-off weights stay: they
// hardly change. "X of Y" stays whole: it is weighed against "Y X" (src/evidence/compound.ts).
const of = kept.findIndex(({word}) => word === 'of');
const alone = kept.map(({i}) => ({log: bytes.readFloatLE(unigrams + i * 12), backOff: bytes.readFloatLE(unigrams + i * 12 + 4)}));
const pairOf = lists.map((own) => new Map(own.map((pair) => [pair.history, pair])));
const say = (context: number, log: number, shorter: number) => 10 ** ((context + log) * LOG) * Math.abs(log - shorter);
const sayTriple = (pair: Pair, {before, log}: Triple) => {
  if (pair.history === of) return Number.POSITIVE_INFINITY;
  const context = pairOf[pair.history]!.get(before)!;
  return say(alone[before]!.log + context.log, log, context.backOff + pair.log);
};
const sayPair = ({history, log}: Pair, word: number) => say(alone[history]!.log, log, alone[history]!.backOff + alone[word]!.log);
/** Below this is a share of the values. */
const levelOf = (values: readonly number[], share: number) => Float64Array.from(values).sort()[Math.floor(share * values.length)]!;
const tripleLevel = levelOf(lists.flatMap((own) => own.flatMap((pair) => pair.triples.map((triple) => sayTriple(pair, triple)))), GONE);
for (const pair of lists.flat()) pair.triples = pair.triples.filter((triple) => sayTriple(pair, triple) >= tripleLevel);
// A pair stays while a triple begins or ends with it.
const begun = new Set(lists.flat().flatMap(({history, triples}) => triples.map(({before}) => history * 2 ** 16 + before)));
const free = (pair: Pair, word: number) => !pair.triples.length && !begun.has(word * 2 ** 16 + pair.history);
const pairLevel = levelOf(lists.flatMap((own, word) => own.filter((pair) => free(pair, word)).map((pair) => sayPair(pair, word))), GONE);
lists = lists.map((own, word) => own.filter((pair) => !free(pair, word) || sayPair(pair, word) >= pairLevel));

const all = lists.flat();
const counts = lists.map(({length}) => length);
const asset = encodeNgrams({
  words: kept.map(({word}) => word),
  unigrams: Uint8Array.from(kept.flatMap(({i, probability}) => [probability, quantiseBackOff(bytes.readFloatLE(unigrams + i * 12 + 4))])),
  pairsOf: Uint32Array.from(counts),
  histories: Uint16Array.from(all, ({history}) => history),
  pairs: Uint8Array.from(all, ({log}) => quantise(log)),
  triplesOf: Uint32Array.from(all, ({triples}) => triples.length),
  before: Uint16Array.from(all.flatMap(({triples}) => triples.map(({before}) => before))),
  triples: Uint8Array.from(all.flatMap(({triples}) => triples.map(({log}) => quantise(log)))),
  backOff: Uint8Array.from(all, ({backOff}) => quantiseBackOff(backOff)),
});
writeFileSync(path.join(root, 'assets/ngrams.bin'), asset);
console.error(`${kept.length} words, ${all.length} pairs, ${all.reduce((n, {triples}) => n + triples.length, 0)} triples, ${asset.length} bytes`);
