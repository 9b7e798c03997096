/**
 * Compiles `assets/ngrams.bin` from the language model of Debian's package pocketsphinx-en-us (CMU Sphinx, BSD-2-Clause; 72,547
 * words, 2,051,547 pairs, 1,669,625 triples of general American English). Run with `npm run ngrams` on Debian; the result
 * is committed. The source's format is the trie of sphinxbase (ngram_model_trie.c, lm_trie.c, lm_trie_quant.c): n-grams stand
 * under their last word, then the word before it, then the one before that; probabilities are logarithms to the base 1.0001.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {hashTriple, NGRAMS_MAGIC, NGRAM_STEP} from '../src/lexicon/format.ts';

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
/** A logarithm to the base 10, 0 to -5.1, in a byte. */
const quantise = (log: number) => Math.max(0, Math.min(255, Math.round((-log * LOG) / NGRAM_STEP)));
/** A back-off weight may be a little above 0. */
const quantiseBackOff = (log: number) => Math.max(0, Math.min(255, Math.round((-log * LOG) / NGRAM_STEP) + 40));

// Ids of 16 bits: the rarest words go.
const kept = words.map((word, i) => ({word, i, log: bytes.readFloatLE(unigrams + i * 12)})).filter(({word}) => /^(?:<\/?s>|['a-z][a-z'.-]*)$/.test(word)).sort((a, b) => b.log - a.log).slice(0, 65_535);
kept.sort((a, b) => (a.word < b.word ? -1 : 1));
const idOf = new Map(kept.map(({i}, id) => [i, id]));
const unigram = new Uint8Array(kept.length * 2);
const start = new Uint32Array(kept.length + 1);
const histories: number[] = [];
const pairProbability: number[] = [];
const pairBackOff: number[] = [];
const tripleKeys: [number, number][] = [];
for (const [id, {i, log}] of kept.entries()) {
  unigram[id * 2] = Math.min(255, Math.round((-log * LOG) / (2 * NGRAM_STEP)));
  unigram[id * 2 + 1] = quantiseBackOff(bytes.readFloatLE(unigrams + i * 12 + 4));
  const own: [number, number, number, number, number][] = [];
  for (let p = bytes.readUInt32LE(unigrams + i * 12 + 8), end = bytes.readUInt32LE(unigrams + i * 12 + 20); p < end; p++) {
    const from = p * pairBits;
    const history = idOf.get(bits(pairs, from, wordBits));
    if (history === undefined) continue;
    const first = bits(pairs, from + wordBits + 32, pairBits - wordBits - 32);
    const last = bits(pairs, from + pairBits + wordBits + 32, pairBits - wordBits - 32);
    own.push([history, quantum[bits(pairs, from + wordBits + 16, 16)]!, quantum[TABLE + bits(pairs, from + wordBits, 16)]!, first, last]);
  }
  own.sort((a, b) => a[0] - b[0]);
  start[id] = histories.length;
  for (const [history, probability, backOff, first, last] of own) {
    histories.push(history);
    pairProbability.push(quantise(probability));
    pairBackOff.push(quantiseBackOff(backOff));
    for (let t = first; t < last; t++) {
      const before = idOf.get(bits(triples, t * tripleBits, wordBits));
      if (before !== undefined) tripleKeys.push([hashTriple(before, history, id), quantise(quantum[2 * TABLE + bits(triples, t * tripleBits + wordBits, 16)]!)]);
    }
  }
}
start[kept.length] = histories.length;
const SLOTS = 21;
const slots = new Uint32Array(1 << SLOTS);
for (const [key, value] of tripleKeys) {
  let slot = key >>> (32 - SLOTS);
  const print = (key & 0xffffff) || 1;
  while (slots[slot] && slots[slot]! >>> 8 !== print) slot = (slot + 1) & (slots.length - 1);
  if (!slots[slot] || value < (slots[slot]! & 255)) slots[slot] = ((print << 8) | value) >>> 0;
}
const text = Buffer.from(kept.map(({word}) => word).join('\n'));
const pad = (b: Buffer) => Buffer.concat([b, Buffer.alloc((4 - (b.length % 4)) % 4)]);
const header = Buffer.alloc(24);
for (const [i, n] of [NGRAMS_MAGIC, kept.length, histories.length, SLOTS, text.length].entries()) header.writeUInt32LE(n, i * 4);
const part = (a: Uint8Array | Uint16Array | Uint32Array) => pad(Buffer.from(a.buffer, a.byteOffset, a.byteLength));
writeFileSync(path.join(root, 'assets/ngrams.bin'), Buffer.concat([header, part(start), part(slots), part(Uint16Array.from(histories)), part(Uint8Array.from(pairProbability)), part(Uint8Array.from(pairBackOff)), part(unigram), pad(text)]));
console.error(`${kept.length} words, ${histories.length} pairs, ${tripleKeys.length} triples`);
