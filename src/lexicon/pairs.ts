import {readAsset, uint32s} from './assets.ts';
import {hashPair, PAIRS_MAGIC} from './format.ts';

let slots: Uint32Array | undefined;
let bits = 0;

/**
 * How often two words follow each other: 0 if the pair is not among the 243,342 commonest of English,
 * else 8 × log2(count / 10,000) in a corpus of 10^12 words (1 to 255).
 */
export function pairCount(first: string, second: string): number {
  if (!slots) {
    const buffer = readAsset('pairs.bin');
    if (buffer.readUInt32LE(0) !== PAIRS_MAGIC) throw new Error('assets/pairs.bin is damaged: run `npm run lexicon`');
    bits = buffer.readUInt32LE(4);
    slots = uint32s(buffer.subarray(16));
  }
  const h = hashPair(first, second);
  const mask = (1 << bits) - 1;
  const wanted = h & 0xffffff;
  for (let i = h >>> (32 - bits); slots[i]; i = (i + 1) & mask) if (slots[i]! >>> 8 === wanted) return slots[i]! & 255;
  return 0;
}
