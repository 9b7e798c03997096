import {plain} from './format.ts';
import {bytesOf, concat, numbersOf, Reader} from './planes.ts';
import {lineOf, type Rendering, renderingOf} from './rendering.ts';
import {encodeTable, entriesOf} from './table.ts';
import {joinText, splitText} from './texts.ts';
import {romanKey} from './transliterate.ts';

/** Under what a rendering stands: a word without accents in lower case, an expression by its first word. */
const PLACES = {
  words: ({key}: Rendering): string => plain(key),
  sequences: ({key}: Rendering): string => plain(/^[\p{L}\p{M}'’]+/u.exec(key)?.[0] ?? key),
};
export type Residue = keyof typeof PLACES;

const CYRILLIC = new Set(['ru', 'uk', 'be', 'bg', 'sr']);
const romanPlace = ({key, language}: Rendering): string | undefined => (CYRILLIC.has(language) && key.length >= 4 && /\p{Script=Cyrillic}/u.test(key) ? romanKey(key, language) : undefined);

/** Countries behind the lexicons, by languages, then by keys. */
const inOrder = (a: Rendering, b: Rendering): number => Number(a.country) - Number(b.country) || (a.language === b.language ? (a.key < b.key ? -1 : 1) : a.language < b.language ? -1 : 1);

function tableOf(renderings: readonly Rendering[], place: (rendering: Rendering) => string | undefined): Buffer {
  const entries = new Map<string, string[]>();
  for (const rendering of renderings) {
    const under = place(rendering);
    if (under === undefined) continue;
    const lines = entries.get(under);
    if (lines) lines.push(lineOf(rendering));
    else entries.set(under, [lineOf(rendering)]);
  }
  return encodeTable(entries);
}

const renderingsIn = (table: Uint8Array): Rendering[] => [...entriesOf(Buffer.from(table.buffer, table.byteOffset, table.length))].flatMap(([, lines]) => lines.map(renderingOf));

/** `dist/data/residue-words.table` and `residue-sequences.table`. */
export const residueTable = (renderings: readonly Rendering[], residue: Residue): Buffer => tableOf(renderings.toSorted(inOrder), PLACES[residue]);
/** `residue-romanised.table`, of that of words: Cyrillic keys by {@link romanKey}. */
export const romanisedTable = (words: Uint8Array): Buffer => tableOf(renderingsIn(words).filter(({language}) => CYRILLIC.has(language)).sort(inOrder), romanPlace);

/**
 * For a pack, a table in order: how many renderings a language has; of each key what it has in common with the one before, and the rest;
 * what English has for them. Under what they stand follows from the keys.
 */
export function splitResidue(table: Uint8Array): Uint8Array {
  const renderings = renderingsIn(table).sort(inOrder);
  const groups = new Map<string, number>();
  for (const {language, country} of renderings) {
    const group = `${language}${country ? 1 : 0}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const shared = renderings.map(({key}, i) => {
    const last = renderings[i - 1]?.key ?? '';
    let n = 0;
    while (n < 255 && n < key.length && key[n] === last[n]) n++;
    return n;
  });
  const text = new TextEncoder().encode([JSON.stringify([...groups]), ...renderings.map(({key}, i) => key.slice(shared[i]))].join('\n'));
  return concat([bytesOf(Uint32Array.of(renderings.length, text.length)), Uint8Array.from(shared), text, splitText(renderings.map(({english}) => english.join('|')).join('\0'))]);
}

export function joinResidue(columns: Uint8Array, residue: Residue): Buffer {
  const reader = new Reader(columns);
  const [count = 0, size = 0] = numbersOf(reader.take(8), 0, 2);
  const shared = reader.take(count);
  const [groups = '', ...rest] = new TextDecoder().decode(reader.take(size)).split('\n');
  const english = joinText(columns.subarray(8 + count + size)).split('\0');
  const renderings: Rendering[] = [];
  let last = '';
  for (const [group, members] of JSON.parse(groups) as [string, number][]) for (let k = 0; k < members; k++) {
    const i = renderings.length;
    last = last.slice(0, shared[i]) + rest[i]!;
    renderings.push({key: last, language: group.slice(0, -1), country: group.endsWith('1'), english: english[i]!.split('|')});
  }
  return tableOf(renderings, PLACES[residue]);
}
