import type {Pieces} from './file-pieces.ts';
import {hash} from './format.ts';
import {openPackageFile, readPackageFile} from './package-files.ts';

const encoder = new TextEncoder();
const scratch = new Uint8Array(1024);
/** Bytes of a key at most: `encodeTable` refuses longer ones. */
const MAX_KEY = 255;

const NEWLINE = 10;

/** A line, and the bytes of the table in which it stands. */
export interface Placed {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A table of `dist/data/NAME.table`: lines under keys, in a hash table of bytes. Nothing is decoded but the lines that
 * are asked for, so that opening it costs no more than reading the file. A table that is `aside` is not even read but for these,
 * where the host has files: for those whose lines are kept by who asks for them.
 */
export class Table {
  readonly #file: string;
  readonly #aside: boolean;
  /** All bytes, or of a table that is aside those before the records. */
  #bytes: Buffer | undefined;
  #records: Pieces | undefined;
  #bits = 0;

  constructor(name: string, {aside = false} = {}) {
    this.#file = `dist/data/${name}.table`;
    this.#aside = aside;
  }

  #open(): Buffer {
    if (this.#aside) {
      this.#records = openPackageFile(this.#file);
      this.#bits = this.#records(0, 4).readUInt32LE(0);
      return (this.#bytes = this.#records(0, 8 + ((1 << this.#bits) + 1) * 4));
    }
    this.#bytes = readPackageFile(this.#file);
    this.#bits = this.#bytes.readUInt32LE(0);
    return this.#bytes;
  }

  /** The bytes in which the lines of a key stand, where, and how far into the file these bytes begin; undefined if it is not in the table. */
  #find(key: string): readonly [bytes: Buffer, start: number, end: number, offset: number] | undefined {
    if (key.length > MAX_KEY) return undefined;
    let bytes = this.#bytes ?? this.#open();
    const bucket = 8 + (hash(key) >>> (32 - this.#bits)) * 4;
    const base = 8 + ((1 << this.#bits) + 1) * 4;
    let at = base + bytes.readUInt32LE(bucket);
    let end = base + bytes.readUInt32LE(bucket + 4);
    let offset = 0;
    if (at === end) return undefined;
    if (this.#records) {
      offset = at;
      bytes = this.#records(at, end);
      at = 0;
      end = bytes.length;
    }
    const {written} = encoder.encodeInto(key, scratch);
    while (at < end) {
      const size = bytes[at]!;
      const lines = at + 5 + size;
      const length = bytes.readUInt32LE(at + 1);
      if (size === written) {
        let i = 0;
        while (i < size && bytes[at + 5 + i] === scratch[i]) i++;
        if (i === size) return [bytes, lines, lines + length, offset];
      }
      at = lines + length;
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /** What stands under a key, a line each, in the order of the source. */
  lines(key: string): string[] {
    const found = this.#find(key);
    return found ? found[0].toString('utf8', found[1], found[2]).split('\n') : [];
  }

  /** The same with where each line stands, for {@link lineAt}. */
  places(key: string): readonly Placed[] {
    const found = this.#find(key);
    if (!found) return [];
    const [bytes, start, end, offset] = found;
    const placed: Placed[] = [];
    for (let at = start; at <= end; ) {
      const newline = bytes.indexOf(NEWLINE, at);
      const to = newline < 0 || newline > end ? end : newline;
      placed.push({line: bytes.toString('utf8', at, to), start: offset + at, end: offset + to});
      at = to + 1;
    }
    return placed;
  }

  /** The line of {@link places}, and nothing but it. */
  lineAt(start: number, end: number): string {
    return this.#records ? this.#records(start, end).toString('utf8') : (this.#bytes ?? this.#open()).toString('utf8', start, end);
  }

  /** Every key with its lines, in no particular order; decodes the whole table. */
  entries(): Generator<readonly [key: string, lines: string[]]> {
    return entriesOf(readPackageFile(this.#file));
  }
}

/** Every key of a table's bytes with its lines, in no particular order. */
export function* entriesOf(bytes: Buffer): Generator<readonly [key: string, lines: string[]]> {
  for (let at = 8 + ((1 << bytes.readUInt32LE(0)) + 1) * 4; at < bytes.length; ) {
    const from = at + 5 + bytes[at]!;
    const to = from + bytes.readUInt32LE(at + 1);
    yield [bytes.toString('utf8', at + 5, from), bytes.toString('utf8', from, to).split('\n')];
    at = to;
  }
}

/**
 * The bytes of a table with these keys: log2 of the buckets and one unused number; where the records of each bucket begin, and where the last
 * ends; the records: length of the key in bytes (8 bits), of the lines (32 bits), the key, the lines. Numbers are little-endian. Throws on too long a key.
 */
export function encodeTable(entries: ReadonlyMap<string, readonly string[]>): Buffer {
  const bits = Math.max(1, Math.ceil(Math.log2(entries.size + 1)));
  // All records one after the other, at most three bytes for a code unit; then each goes into its bucket.
  let most = 0;
  for (const [key, lines] of entries) most += 5 + 3 * (key.length + lines.reduce((n, line) => n + line.length + 1, 0));
  const records = Buffer.allocUnsafe(most);
  const begins = new Uint32Array(entries.size + 1);
  const buckets = new Uint32Array(entries.size);
  const starts = new Uint32Array(2 ** bits + 1);
  let at = 0;
  let i = 0;
  for (const [key, lines] of entries) {
    const name = records.write(key, at + 5);
    if (name > MAX_KEY) throw new Error(`The key \`${key.slice(0, 40)}…\` is too long`);
    const text = records.write(lines.join('\n'), at + 5 + name);
    records[at] = name;
    records.writeUInt32LE(text, at + 1);
    at += 5 + name + text;
    buckets[i] = hash(key) >>> (32 - bits);
    starts[buckets[i]! + 1]! += at - begins[i]!;
    begins[++i] = at;
  }
  for (let bucket = 0; bucket < 2 ** bits; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const base = 8 + starts.length * 4;
  const table = Buffer.alloc(base + at);
  table.writeUInt32LE(bits, 0);
  for (const [bucket, start] of starts.entries()) table.writeUInt32LE(start, 8 + bucket * 4);
  for (let record = 0; record < entries.size; record++) {
    records.copy(table, base + starts[buckets[record]!]!, begins[record]!, begins[record + 1]!);
    starts[buckets[record]!]! += begins[record + 1]! - begins[record]!;
  }
  return table;
}
