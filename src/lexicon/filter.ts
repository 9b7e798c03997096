/*
 * Sets of 32-bit hashes in nine bits each, from which nothing can be read back: a binary fuse filter (Graf & Lemire 2022,
 * "Binary Fuse Filters: Fast and Smaller Than Xor Filters"). Each key has a cell in three segments of the table that follow each other; the
 * three together (exclusive or) give its fingerprint. What is not in the set is found in it once in 256 times.
 */

/** A filter as it is read: two numbers of 32 bits (segments where a key may begin, log2 of a segment's cells), then the cells, a byte each. */
export interface Filter {
  /** In how many cells a key may begin. */
  readonly begins: number;
  readonly segmentBits: number;
  readonly cells: Uint8Array;
}

/** A key takes part in filters as two numbers of 32 bits, `mix(key)` and `mix(mix(key) ^ key)`. */
export function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

const first = (x: number, begins: number): number => Math.floor(x * begins * 2 ** -32);
const second = (one: number, y: number, bits: number): number => (one + (1 << bits)) ^ (y & ((1 << bits) - 1));
const third = (one: number, y: number, bits: number): number => (one + (2 << bits)) ^ ((y >>> 12) & ((1 << bits) - 1));

/** Whether a key, given by its two numbers, is in the set, or looks as if it were. */
export function isIn({begins, segmentBits, cells}: Filter, x: number, y: number): boolean {
  const one = first(x, begins);
  return (cells[one]! ^ cells[second(one, y, segmentBits)]! ^ cells[third(one, y, segmentBits)]!) === y >>> 24;
}

/** Bytes before the cells of a filter. */
const HEAD = 8;

export const filterOf = (bytes: Buffer): Filter => ({begins: bytes.readUInt32LE(0) << bytes.readUInt32LE(4), segmentBits: bytes.readUInt32LE(4), cells: bytes.subarray(HEAD)});

/** The filter of these keys, which all differ. */
export function encodeFilter(keys: Uint32Array): Buffer {
  const n = keys.length;
  const log = Math.log(Math.max(2, n));
  const segmentBits = Math.max(2, Math.min(12, Math.floor(log / Math.log(3.33) + 2.25)));
  const least = Math.max(1, Math.ceil((n * Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / log)) / 2 ** segmentBits) - 2);
  // Where no order of keys is found, a little more room helps.
  for (let segments = least; ; segments++) {
    const begins = segments << segmentBits;
    const size = begins + (2 << segmentBits);
    const places = new Uint32Array(3 * n);
    const prints = new Uint8Array(n);
    const count = new Uint32Array(size);
    // Which keys are in a cell: one, where one is left.
    const keysIn = new Uint32Array(size);
    for (let k = 0; k < n; k++) {
      const x = mix(keys[k]!);
      const y = mix(x ^ keys[k]!);
      const one = first(x, begins);
      places.set([one, second(one, y, segmentBits), third(one, y, segmentBits)], 3 * k);
      prints[k] = y >>> 24;
      for (let i = 3 * k; i < 3 * k + 3; i++) {
        count[places[i]!]!++;
        keysIn[places[i]!]! ^= k;
      }
    }
    // A key that is alone in a cell is taken out, and with it the last that is alone in others.
    const order: [key: number, cell: number][] = [];
    const alone: number[] = [];
    for (let cell = 0; cell < size; cell++) if (count[cell] === 1) alone.push(cell);
    for (let cell = alone.pop(); cell !== undefined; cell = alone.pop()) {
      if (count[cell] !== 1) continue;
      const k = keysIn[cell]!;
      order.push([k, cell]);
      for (let i = 3 * k; i < 3 * k + 3; i++) {
        keysIn[places[i]!]! ^= k;
        if (--count[places[i]!]! === 1) alone.push(places[i]!);
      }
    }
    if (order.length < n) continue;
    const cells = new Uint8Array(size);
    for (const [k, cell] of order.reverse()) cells[cell] = prints[k]! ^ cells[places[3 * k]!]! ^ cells[places[3 * k + 1]!]! ^ cells[places[3 * k + 2]!]! ^ cells[cell]!;
    const bytes = Buffer.alloc(HEAD);
    for (const [i, number] of [segments, segmentBits].entries()) bytes.writeUInt32LE(number, 4 * i);
    return Buffer.concat([bytes, cells]);
  }
}
