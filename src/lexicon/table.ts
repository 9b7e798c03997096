import {readDataBytes} from './assets.ts';
import {hash} from './format.ts';

const encoder = new TextEncoder();
const scratch = new Uint8Array(1024);
/** Bytes of a key at most: `encodeTable` refuses longer ones. */
const MAX_KEY = 255;

/**
 * A table of `dist/data/NAME.table`: lines under keys, in a hash table of bytes. Nothing is decoded but the lines that
 * are asked for, so that opening it costs no more than reading the file.
 */
export class Table {
  readonly #name: string;
  #bytes: Buffer | undefined;
  #bits = 0;

  constructor(name: string) {
    this.#name = name;
  }

  #open(): Buffer {
    this.#bytes = readDataBytes(`${this.#name}.table`);
    this.#bits = this.#bytes.readUInt32LE(0);
    return this.#bytes;
  }

  /** Where the lines of a key begin and end; undefined if it is not in the table. */
  #find(key: string): readonly [start: number, end: number] | undefined {
    if (key.length > MAX_KEY) return undefined;
    const bytes = this.#bytes ?? this.#open();
    const bucket = 8 + (hash(key) >>> (32 - this.#bits)) * 4;
    const base = 8 + ((1 << this.#bits) + 1) * 4;
    let at = base + bytes.readUInt32LE(bucket);
    const end = base + bytes.readUInt32LE(bucket + 4);
    if (at === end) return undefined;
    const {written} = encoder.encodeInto(key, scratch);
    while (at < end) {
      const size = bytes[at]!;
      const lines = at + 5 + size;
      const length = bytes.readUInt32LE(at + 1);
      if (size === written) {
        let i = 0;
        while (i < size && bytes[at + 5 + i] === scratch[i]) i++;
        if (i === size) return [lines, lines + length];
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
    return found ? this.#bytes!.toString('utf8', ...found).split('\n') : [];
  }

  /** Every key with its lines, in no particular order; decodes the whole table. */
  *entries(): Generator<readonly [key: string, lines: string[]]> {
    const bytes = this.#bytes ?? this.#open();
    for (let at = 8 + ((1 << this.#bits) + 1) * 4; at < bytes.length; ) {
      const from = at + 5 + bytes[at]!;
      const to = from + bytes.readUInt32LE(at + 1);
      yield [bytes.toString('utf8', at + 5, from), bytes.toString('utf8', from, to).split('\n')];
      at = to;
    }
  }
}

/**
 * The bytes of a table with these keys: log2 of the buckets and one unused number; where the records of each bucket begin, and where the last
 * ends; the records: length of the key in bytes (8 bits), of the lines (32 bits), the key, the lines. Numbers are little-endian. Throws on too long a key.
 */
export function encodeTable(entries: ReadonlyMap<string, readonly string[]>): Buffer {
  const bits = Math.max(1, Math.ceil(Math.log2(entries.size + 1)));
  const buckets: Buffer[][] = Array.from({length: 2 ** bits}, () => []);
  for (const [key, lines] of entries) {
    const name = Buffer.from(key);
    if (name.length > MAX_KEY) throw new Error(`The key \`${key.slice(0, 40)}…\` is too long`);
    const text = Buffer.from(lines.join('\n'));
    const head = Buffer.alloc(5);
    head[0] = name.length;
    head.writeUInt32LE(text.length, 1);
    buckets[hash(key) >>> (32 - bits)]!.push(head, name, text);
  }
  const index = Buffer.alloc(8 + (2 ** bits + 1) * 4);
  index.writeUInt32LE(bits, 0);
  let at = 0;
  for (const [i, records] of buckets.entries()) {
    index.writeUInt32LE(at, 8 + i * 4);
    at += records.reduce((sum, {length}) => sum + length, 0);
  }
  index.writeUInt32LE(at, index.length - 4);
  return Buffer.concat([index, ...buckets.flat()]);
}
