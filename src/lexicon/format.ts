/**
 * The binary layout shared by the lexicon compiler (`scripts/build-lexicon.ts`) and its reader.
 *
 * `words.bin`: a hash table of words.
 *   u32 magic, u32 bucketBits, u32 wordCount, u32 reserved, then 2^bucketBits + 1 offsets (u32, bytes
 *   into the records), then the records of each bucket one after another:
 *   u8 byteLength, u8 frequency, u16 flags, u16 vectorRow (0xffff: none), UTF-8 bytes.
 * `pairs.bin`: counts of word pairs.
 *   u32 magic, u32 slotBits, u32 count, u32 reserved, then 2^slotBits slots (u32): 24 bits of hash, 8 bits of log count.
 * `vectors.bin`: u32 magic, u32 rows, u32 dimensions, f32 scale, then for each dimension 16 levels (signed bytes), then rows × dimensions
 *   half bytes, the lower one first: which level of its dimension it is (`scripts/vector-levels.ts`).
 * `foreign.bin`: u32 magic, u32 byteLength, two unused, that many bytes of JSON (`[[language, bytes of its filter, endings], …]`), then the
 *   filters; see `foreign.ts` and `filter.ts`.
 * `ngrams.bin`: see `ngram-file.ts`.
 * `letters.bin`: per language log probabilities of letter trigrams; see `letters.ts`.
 *
 * All numbers are little-endian.
 */
export const WORDS_MAGIC = 0x31574c4d;
export const PAIRS_MAGIC = 0x31504c4d;
export const VECTORS_MAGIC = 0x32564c4d;
export const FOREIGN_MAGIC = 0x32464c4d;
export const LETTERS_MAGIC = 0x314c4c4d;

/** What sources say of a word. */
export const Flag = {
  /** An English dictionary has it in lower case. */
  Lower: 1,
  /** A dictionary or list of names has it with a capital. */
  Name: 2,
  /** A city, country or region. */
  Place: 4,
  /** A demonym, language, nationality, month or day: takes a capital always. */
  Proper: 8,
  /** A first or family name of a person. */
  Person: 16,
  /** A dictionary has it in capitals (NATO). */
  Acronym: 32,
  /** A list of common English words has it in lower case. */
  Common: 64,
  /** Mostly capitalised in subtitles. */
  UsuallyCapital: 128,
  /** In the vocabulary of the embeddings (news and Wikipedia). */
  Seen: 256,
  /** A loan word or foreign expression's word that English uses. */
  Loan: 512,
} as const;

/** FNV-1a over UTF-16 code units; 32 bits, unsigned. */
export function hash(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  return h >>> 0;
}

/** Hash of an ordered pair of words. */
export function hashPair(first: string, second: string): number {
  return hash(second, Math.imul(hash(first), 0x9e3779b1) ^ 0x85ebca6b);
}

/** A frequency as one byte: 10 × log2 of occurrences per billion words, 0 to 255. */
export function frequencyByte(perBillion: number): number {
  return perBillion < 1 ? 1 : Math.max(1, Math.min(255, Math.round(8.5 * Math.log2(perBillion + 1))));
}

const MARKS = /\p{M}+/gu;
const NON_ASCII = /[^\0-\x7f]/;
const LETTERS: Record<string, string> = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'e'};

/** Lower-cased text without diacritics: "Biélarusian" gives "bielarusian". */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  return lower.normalize('NFD').replace(MARKS, '').replace(/[ßæœøłđðþıħŧŋĸə]/g, (c) => LETTERS[c] ?? c);
}
