import {readAsset} from './assets.ts';
import {Flag, hash, plain, WORDS_MAGIC} from './format.ts';

/** What the lexicon knows of a word form. */
export interface Entry {
  /** 0 (unknown) to 255; 8.5 steps a doubling: 255 is "the", 150 a word of a newspaper's every issue, below 70 rare. */
  readonly frequency: number;
  /** Bits of {@link Flag}. */
  readonly flags: number;
  /** Row in the vectors, or -1. */
  readonly row: number;
}

const UNKNOWN: Entry = {frequency: 0, flags: 0, row: -1};

let table: Buffer | undefined;
let bits = 0;

function load(): Buffer {
  const buffer = readAsset('words.bin');
  if (buffer.readUInt32LE(0) !== WORDS_MAGIC) throw new Error('assets/words.bin is damaged: run `npm run lexicon`');
  bits = buffer.readUInt32LE(4);
  table = buffer;
  return buffer;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(1024);

/**
 * Looks up a word form exactly as given: lower case, straight apostrophes.
 * Unknown words give an entry with frequency 0 and no flags.
 */
export function lookup(word: string): Entry {
  const length = word.length;
  if (length === 0 || length > 60) return UNKNOWN;
  const buffer = table ?? load();
  const at4 = 16 + (hash(word) >>> (32 - bits)) * 4;
  const base = 16 + ((1 << bits) + 1) * 4;
  let at = base + (buffer[at4]! | (buffer[at4 + 1]! << 8) | (buffer[at4 + 2]! << 16) | (buffer[at4 + 3]! << 24));
  const end = base + (buffer[at4 + 4]! | (buffer[at4 + 5]! << 8) | (buffer[at4 + 6]! << 16) | (buffer[at4 + 7]! << 24));
  if (at === end) return UNKNOWN;
  let bytes = length;
  for (let i = 0; i < length; i++) {
    const unit = word.charCodeAt(i);
    if (unit > 0x7f) {
      bytes = encoder.encodeInto(word, scratch).written;
      break;
    }
    scratch[i] = unit;
  }
  while (at < end) {
    const size = buffer[at]!;
    if (size === bytes) {
      let i = 0;
      while (i < size && buffer[at + 6 + i] === scratch[i]) i++;
      if (i === size) {
        const row = buffer.readUInt16LE(at + 4);
        return {frequency: buffer[at + 1]!, flags: buffer.readUInt16LE(at + 2), row: row === 0xffff ? -1 : row};
      }
    }
    at += 6 + size;
  }
  return UNKNOWN;
}

/** Like {@link lookup}, and where the form is not known, by its letters without accents. */
export function lookupPlain(word: string): Entry {
  const entry = lookup(word);
  if (entry.frequency) return entry;
  const bare = plain(word);
  return bare === word ? entry : lookup(bare);
}

/** Is the form an English word that stands in lower case? */
export function isEnglish(word: string): boolean {
  return (lookup(word).flags & (Flag.Lower | Flag.Common)) !== 0;
}

/** Every word of the lexicon in no particular order; slow (0.4 s), for indexes built on first use. */
export function* allWords(): Generator<{word: string; entry: Entry}> {
  const buffer = table ?? load();
  let at = 16 + ((1 << bits) + 1) * 4;
  while (at < buffer.length) {
    const size = buffer[at]!;
    const row = buffer.readUInt16LE(at + 4);
    yield {word: buffer.toString('utf8', at + 6, at + 6 + size), entry: {frequency: buffer[at + 1]!, flags: buffer.readUInt16LE(at + 2), row: row === 0xffff ? -1 : row}};
    at += 6 + size;
  }
}

let casedForms: Map<string, string> | undefined;

/** A name in its usual case: "colombian" gives "Colombian", "nato" "NATO", "iphone" "iPhone". */
export function usualCase(word: string): string {
  casedForms ??= new Map((JSON.parse(readAsset('cased.json').toString('utf8')) as string[]).map((w) => [w.toLowerCase(), w]));
  const special = casedForms.get(word);
  if (special) return special;
  if (lookup(word).flags & Flag.Acronym) return word.toUpperCase();
  return word.replace(/(^|-)(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
