import {decodeNgrams} from './ngram-file.ts';
import {romanisedTable} from './residue-tables.ts';
import {encodeTable} from './table.ts';

/*
 * Tables of `dist/data/` that follow from another file: the number of each word that it lists, or its words by their romanised form. `scripts/build.ts`
 * makes them, and whoever unpacks a pack, which lacks them.
 */

const decoder = new TextDecoder();

/** The words of `ngrams.bin`. */
const ngramWords = (bytes: Uint8Array): string[] => decoder.decode(decodeNgrams(bytes).words).split('\n');

/** How many numbers of 32 bits are before those of the lexemes' beginnings in `pos-core.bin` (`src/evidence/pos-model.ts`), and how many lexemes there are. */
export function lexemesAt(bytes: Uint8Array): {at: number; count: number} {
  const [lexicon, xpansions, count] = new Uint32Array(Uint8Array.from(bytes.subarray(0, 12)).buffer) as unknown as [number, number, number];
  return {at: 3 + lexicon + xpansions, count};
}

function posLexemes(bytes: Uint8Array): string[] {
  const {at, count} = lexemesAt(bytes);
  const starts = new Uint32Array(Uint8Array.from(bytes.subarray(4 * at, 4 * (at + count + 1))).buffer);
  const texts = bytes.subarray(4 * (at + count + 1));
  return Array.from({length: count}, (_, i) => decoder.decode(texts.subarray(starts[i], starts[i + 1])));
}

const numbered = (words: readonly string[]): Buffer => encodeTable(new Map(words.map((word, number) => [word, [String(number)]])));

/** By name: of which file it is made, and how. */
export const NUMBERED: ReadonlyMap<string, {readonly of: string; make(bytes: Uint8Array): Buffer}> = new Map([
  ['dist/data/ngram-words.table', {of: 'assets/ngrams.bin', make: (bytes) => numbered(ngramWords(bytes))}],
  ['dist/data/pos-lexemes.table', {of: 'dist/data/pos-core.bin', make: (bytes) => numbered(posLexemes(bytes))}],
  ['dist/data/residue-romanised.table', {of: 'dist/data/residue-words.table', make: romanisedTable}],
]);
