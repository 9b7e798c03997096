/**
 * The largest assets in a form that gzip makes smaller: what is alike stands together, sorted, as differences. Nothing is lost: what is
 * joined again answers every question as the asset does, though words of one bucket, or slots of one run, may stand in another order.
 */
import {hash} from './format.ts';
import {joinNgrams, splitNgrams} from './ngram-columns.ts';
import {startsOf} from './ngram-file.ts';
import {lexemesAt} from './numbered.ts';
import {bytesOf, concat, numbersOf, Reader, toPlanes} from './planes.ts';
import {joinResidue, type Residue, splitResidue} from './residue-tables.ts';
import {encodeTable, entriesOf} from './table.ts';
import {joinText, splitText} from './texts.ts';

/**
 * A table of 2^bits slots, each 24 bits of a hash and 8 of a value, as sorted hashes of 32 bits and values. The first slot of a hash, its highest
 * bits, overlaps with the 24 that are stored, so that the others are found where it is.
 */
function splitTable(slots: Uint32Array, bits: number): Uint8Array {
  const overlap = 2 ** (bits - 8);
  // Hash and value in one number of 40 bits, so that they are sorted together.
  const entries = new Float64Array(slots.reduce((n, slot) => n + (slot ? 1 : 0), 0));
  let count = 0;
  for (const [i, slot] of slots.entries()) {
    if (!slot) continue;
    const print = slot >>> 8;
    let home = i - (i % overlap) + (print >>> (32 - bits));
    if (home > i) home -= overlap;
    if (home < 0) home += slots.length;
    entries[count++] = (home * 2 ** (32 - bits) + (print & (2 ** (32 - bits) - 1))) * 256 + (slot & 255);
  }
  entries.sort();
  const hashes = Uint32Array.from(entries, (entry) => Math.floor(entry / 256));
  return concat([bytesOf(Uint32Array.of(count)), toPlanes(hashes.map((h, i) => h - (hashes[i - 1] ?? 0)), 4), Uint8Array.from(entries, (entry) => entry % 256)]);
}

function joinTable(reader: Reader, bits: number): Uint32Array {
  const count = numbersOf(reader.take(4), 0, 1)[0]!;
  const differences = reader.planes(count, 4);
  const values = reader.take(count);
  const slots = new Uint32Array(2 ** bits);
  let key = 0;
  for (let i = 0; i < count; i++) {
    key += differences[i]!;
    let slot = key >>> (32 - bits);
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = ((key & 0xffffff) << 8) | values[i]!;
  }
  return slots;
}

/** An asset's two forms. `join` takes what `split` gives. */
interface Columns {
  split(asset: Uint8Array): Uint8Array;
  join(columns: Uint8Array): Uint8Array;
}

/** `pairs.bin`: a head of 16 bytes and the table. */
const pairs: Columns = {
  split: (asset) => concat([asset.subarray(0, 16), splitTable(numbersOf(asset, 16, (asset.length - 16) / 4), numbersOf(asset, 4, 1)[0]!)]),
  join: (columns) => {
    const reader = new Reader(columns);
    const head = reader.take(16);
    return concat([head, bytesOf(joinTable(reader, numbersOf(head, 4, 1)[0]!))]);
  },
};

/** `words.bin`: see `words.ts`. Words in order, each without what it has in common with the one before. */
const words: Columns = {
  split: (asset) => {
    const bits = numbersOf(asset, 4, 1)[0]!;
    const decoder = new TextDecoder();
    const records: {word: string; at: number}[] = [];
    for (let at = 16 + (2 ** bits + 1) * 4; at < asset.length; at += 6 + asset[at]!) records.push({word: decoder.decode(asset.subarray(at + 6, at + 6 + asset[at]!)), at});
    records.sort((a, b) => (a.word < b.word ? -1 : 1));
    const shared = Uint8Array.from(records, ({word}, i) => {
      const last = records[i - 1]?.word ?? '';
      let n = 0;
      while (n < word.length && word[n] === last[n]) n++;
      return n;
    });
    const field = (offset: number) => Uint8Array.from(records, ({at}) => asset[at + offset]!);
    return concat([asset.subarray(0, 16), bytesOf(Uint32Array.of(records.length)), shared, ...FIELDS.map(field), new TextEncoder().encode(records.map(({word}, i) => word.slice(shared[i])).join('\n'))]);
  },
  join: (columns) => {
    const reader = new Reader(columns);
    const head = reader.take(16);
    const bits = numbersOf(head, 4, 1)[0]!;
    const count = numbersOf(reader.take(4), 0, 1)[0]!;
    const shared = reader.take(count);
    const fields = FIELDS.map(() => reader.take(count));
    const ends = new TextDecoder().decode(columns.subarray(20 + 6 * count)).split('\n');
    const encoder = new TextEncoder();
    // The words' bytes one after the other, and where each begins: at most three for a code unit.
    const bytes = new Uint8Array(3 * (columns.length + shared.reduce((n, s) => n + s, 0)));
    const begins = new Uint32Array(count + 1);
    const buckets = new Uint32Array(count);
    const start = new Uint32Array(2 ** bits + 1);
    for (let i = 0, at = 0, last = ''; i < count; i++) {
      last = last.slice(0, shared[i]) + ends[i]!;
      at += encoder.encodeInto(last, bytes.subarray(at, at + 3 * last.length)).written;
      begins[i + 1] = at;
      buckets[i] = hash(last) >>> (32 - bits);
      start[buckets[i]! + 1]! += 6 + at - begins[i]!;
    }
    for (let bucket = 0; bucket < 2 ** bits; bucket++) start[bucket + 1]! += start[bucket]!;
    const records = new Uint8Array(start[2 ** bits]!);
    const next = start.slice();
    // In a bucket the common words come first.
    for (let frequency = 255; frequency >= 0; frequency--) for (let i = fields[0]!.indexOf(frequency); i >= 0; i = fields[0]!.indexOf(frequency, i + 1)) {
      let at = next[buckets[i]!]!;
      records[at++] = begins[i + 1]! - begins[i]!;
      for (const field of fields) records[at++] = field[i]!;
      for (let k = begins[i]!; k < begins[i + 1]!; k++) records[at++] = bytes[k]!;
      next[buckets[i]!] = at;
    }
    return concat([head, bytesOf(start), records]);
  },
};
/** Where a record has its frequency, flags and row: behind the length of its word. */
const FIELDS = [1, 2, 3, 4, 5] as const;

/** A table (`table.ts`) as text: the keys in order, each with its lines. */
function textOf(asset: Uint8Array): string {
  const entries = [...entriesOf(Buffer.from(asset.buffer, asset.byteOffset, asset.length))].sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, lines]) => [key, ...lines].join('\u0001')).join('\0');
}
const tableOf = (text: string): Buffer => encodeTable(new Map(text.split('\0').map((entry) => {
  const [key = '', ...lines] = entry.split('\u0001');
  return [key, lines];
})));
const tables: Columns = {split: (asset) => new TextEncoder().encode(textOf(asset)), join: (columns) => tableOf(new TextDecoder().decode(columns))};
/** Tables that say the same again and again. */
const wordy: Columns = {split: (asset) => splitText(textOf(asset)), join: (columns) => tableOf(joinText(columns))};

const residue = (name: Residue): Columns => ({split: splitResidue, join: (columns) => joinResidue(columns, name)});

/** `pos-core.bin`: of where the lexemes begin, their lengths. */
const posCore: Columns = {
  split: (asset) => {
    const {at, count} = lexemesAt(asset);
    const starts = numbersOf(asset, 4 * at, count + 1);
    return concat([asset.subarray(0, 4 * at), Uint8Array.from({length: count}, (_, i) => starts[i + 1]! - starts[i]!), asset.subarray(4 * (at + count + 1))]);
  },
  join: (columns) => {
    const {at, count} = lexemesAt(columns);
    return concat([columns.subarray(0, 4 * at), bytesOf(startsOf(columns.subarray(4 * at, 4 * at + count))), columns.subarray(4 * at + count)]);
  },
};

const OF_FILES: Readonly<Record<string, Columns>> = {'assets/pairs.bin': pairs, 'assets/ngrams.bin': {split: splitNgrams, join: joinNgrams}, 'assets/words.bin': words, 'dist/data/pos-core.bin': posCore, 'dist/data/senses.table': wordy, 'dist/data/idioms.table': wordy, 'dist/data/idiom-anchors.table': wordy, 'dist/data/phrase-entries.table': wordy, 'dist/data/residue-words.table': residue('words'), 'dist/data/residue-sequences.table': residue('sequences')};

/** How a file of a pack is split; undefined for one that stays whole, as the JSON of lists does. */
export const columnsOf = (name: string): Columns | undefined => OF_FILES[name] ?? (name.endsWith('.table') && !name.endsWith('/lists.table') ? tables : undefined);
