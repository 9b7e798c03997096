import {readAsset} from './assets.ts';
import {FOREIGN_MAGIC, hash} from './format.ts';

interface Filter {readonly language: string; readonly bits: Uint8Array}
let filters: Filter[] | undefined;

function load(): Filter[] {
  const buffer = readAsset('foreign.bin');
  if (buffer.readUInt32LE(0) !== FOREIGN_MAGIC) throw new Error('assets/foreign.bin is damaged: run `npm run lexicon`');
  const size = buffer.readUInt32LE(4);
  let at = 16 + size;
  filters = [];
  for (const [language, bytes] of JSON.parse(buffer.toString('utf8', 16, 16 + size)) as [string, number][]) {
    filters.push({language, bits: buffer.subarray(at, at + bytes)});
    at += bytes;
  }
  return filters;
}

/**
 * Languages (ISO 639-1) of whose vocabulary a form is probably part, English excepted. The form is in lower
 * case, with its accents. A Bloom filter of 10 bits a word: about 1 wrong answer in 100 for each language.
 */
export function languagesOf(word: string): string[] {
  const h0 = hash(word);
  const step = hash(word, 0x1234567) | 1;
  const out: string[] = [];
  next: for (const {language, bits} of filters ?? load()) {
    const m = bits.length * 8;
    let h = h0;
    for (let k = 0; k < 7; k++) {
      const bit = h % m;
      if (!(bits[bit >> 3]! & (1 << (bit & 7)))) continue next;
      h = (h + step) >>> 0;
    }
    out.push(language);
  }
  return out;
}
