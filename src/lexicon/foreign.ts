import {readAsset} from './assets.ts';
import {type Filter, filterOf, isIn, mix} from './filter.ts';
import {FOREIGN_MAGIC} from './format.ts';

/** Letters of an ending and of what it stands behind. */
export const LONGEST_ENDING = 6;
export const SHORTEST_BASE = 4;

interface Vocabulary {readonly language: string; readonly filter: Filter}
let vocabularies: Vocabulary[] | undefined;
/** Endings, with the vocabularies (bits by their place) in which a word may have them. */
const endings = new Map<string, number>();

function load(): Vocabulary[] {
  const buffer = readAsset('foreign.bin');
  if (buffer.readUInt32LE(0) !== FOREIGN_MAGIC) throw new Error('assets/foreign.bin is damaged: run `npm run lexicon`');
  const size = buffer.readUInt32LE(4);
  let at = 16 + size;
  vocabularies = [];
  for (const [language, bytes, own] of JSON.parse(buffer.toString('utf8', 16, 16 + size)) as [string, number, string[]][]) {
    for (const ending of own) endings.set(ending, (endings.get(ending) ?? 0) | (1 << vocabularies.length));
    vocabularies.push({language, filter: filterOf(buffer.subarray(at, at + bytes))});
    at += bytes;
  }
  return vocabularies;
}

/** The hash of a word goes on from that of its beginning. */
const START = 0x811c9dc5;
const next = (h: number, unit: number): number => Math.imul(h ^ unit, 0x01000193);

/** The key of a word in the filters: FNV-1a over UTF-16 code units. */
export function foreignKey(word: string): number {
  let h = START;
  for (let i = 0; i < word.length; i++) h = next(h, word.charCodeAt(i));
  return h >>> 0;
}

/**
 * Languages (ISO 639-1) of whose vocabulary a form is probably part, English excepted. The form is in lower case, with its accents. A
 * vocabulary has a form, or, with an ending that is common in its language, what stands before it: "casas" is "casa" with "s". About
 * 1 wrong answer in 100 for each language.
 */
export function languagesOf(word: string): string[] {
  const all = vocabularies ?? load();
  let found = 0;
  let key = START;
  for (let i = 0; i < word.length; i++) {
    key = next(key, word.charCodeAt(i));
    const left = word.length - i - 1;
    if (left > LONGEST_ENDING || left && i + 1 < SHORTEST_BASE) continue;
    const may = (left ? (endings.get(word.slice(i + 1)) ?? 0) : -1) & ~found;
    if (!may) continue;
    const x = mix(key);
    const y = mix(x ^ key);
    for (let v = 0; v < all.length; v++) if (may & (1 << v) && isIn(all[v]!.filter, x, y)) found |= 1 << v;
  }
  return found ? all.flatMap(({language}, v) => (found & (1 << v) ? [language] : [])) : [];
}
