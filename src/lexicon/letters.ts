import {readAsset} from './assets.ts';
import {LETTERS_MAGIC, plain} from './format.ts';

let models: Map<string, Uint8Array> | undefined;

function load(): Map<string, Uint8Array> {
  const buffer = readAsset('letters.bin');
  if (buffer.readUInt32LE(0) !== LETTERS_MAGIC) throw new Error('assets/letters.bin is damaged: run `npm run lexicon`');
  const size = buffer.readUInt32LE(4);
  models = new Map();
  let at = 16 + size;
  for (const name of JSON.parse(buffer.toString('utf8', 16, 16 + size)) as string[]) {
    models.set(name, buffer.subarray(at, at + 19683));
    at += 19683;
  }
  return models;
}

const code = (c: number) => (c >= 97 && c <= 122 ? c - 96 : 0);

/**
 * How surprising a word's spelling is: bits a letter by the letter trigrams of a language ("en", "fr" …) or
 * of names ("names"). English words have 2 to 4, "hisap" in English 4.4, keyboard mashing 6 and more.
 */
export function surprise(word: string, model = 'en'): number {
  const table = (models ?? load()).get(model);
  if (!table) return Number.POSITIVE_INFINITY;
  const p = `  ${plain(word).replace(/[^a-z]/g, '')} `;
  if (p.length < 4) return Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let i = 2; i < p.length; i++) bits += table[(code(p.charCodeAt(i - 2)) * 27 + code(p.charCodeAt(i - 1))) * 27 + code(p.charCodeAt(i))]!;
  return bits / 16 / (p.length - 2);
}

/** The names of the letter models. */
export function letterModels(): string[] {
  return [...(models ?? load()).keys()];
}
