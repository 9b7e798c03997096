import {readAsset, readDataBytes} from './assets.ts';
import {VECTORS_MAGIC} from './format.ts';

/** Vectors kept in their decoded form; more are dropped at once. */
const MAX_KEPT = 4000;

/** Two numbers in a byte, each the place of its level among the 16 of its dimension. */
let codes: Uint8Array | undefined;
let levels: Int8Array;
let dimensions = 0;
let rows = 0;
let mean: Float32Array;
/** By row. */
let kept: (Float32Array | undefined)[] = [];
let count = 0;
/** Vectors in one buffer, and that of the last. */
const TOGETHER = 32;
let room: Float32Array;

function load(): Uint8Array {
  const buffer = readAsset('vectors.bin');
  if (buffer.readUInt32LE(0) !== VECTORS_MAGIC) throw new Error('assets/vectors.bin is damaged: run `npm run lexicon`');
  rows = buffer.readUInt32LE(4);
  dimensions = buffer.readUInt32LE(8);
  levels = new Int8Array(buffer.buffer, buffer.byteOffset + 16, 16 * dimensions);
  codes = buffer.subarray(16 + levels.length);
  const stored = readDataBytes('vector-mean.bin');
  kept = new Array(rows).fill(undefined);
  mean = new Float32Array(stored.buffer.slice(stored.byteOffset, stored.byteOffset + stored.length));
  return codes;
}

/** A number of dimension `d` as it is stored, at a place among all numbers. */
const component = (all: Uint8Array, at: number, d: number): number => levels[(d << 4) | ((all[at >> 1]! >> ((at & 1) << 2)) & 15)]!;

/** Scales a vector to length 1, in place; a null vector stays. */
export function normalise(vector: Float32Array): Float32Array {
  let square = 0;
  for (let d = 0; d < vector.length; d++) square += vector[d]! * vector[d]!;
  if (square > 0) for (let d = 0, scale = 1 / Math.sqrt(square); d < vector.length; d++) vector[d]! *= scale;
  return vector;
}

/**
 * The unit vector of a row (see `Entry.row`), undefined for a negative one. What all vectors have in common is taken
 * away first, so that their products tell words apart (Mu & Viswanath 2018, "All-but-the-top"). Shared: not to be changed.
 */
export function vectorAt(row: number): Float32Array | undefined {
  const all = codes ?? load();
  if (row < 0 || row >= rows) return undefined;
  let vector = kept[row];
  if (!vector) {
    if (++count > MAX_KEPT) {
      kept = new Array(rows).fill(undefined);
      count = 1;
    }
    // A buffer for each would take as much again. They go together.
    const place = (count - 1) % TOGETHER;
    if (!place) room = new Float32Array(TOGETHER * dimensions);
    vector = room.subarray(place * dimensions, (place + 1) * dimensions);
    for (let d = 0, at = row * dimensions; d < dimensions; d++) vector[d] = component(all, at + d, d) - mean[d]!;
    kept[row] = normalise(vector);
  }
  return vector;
}

/** A null vector. */
export function nullVector(): Float32Array {
  if (!codes) load();
  return new Float32Array(dimensions);
}

/** Adds a vector, times a weight, to another, in place. */
export function addTo(sum: Float32Array, vector: Float32Array, weight = 1): void {
  for (let d = 0; d < sum.length; d++) sum[d]! += weight * vector[d]!;
}

/** Product of two vectors: for unit vectors their cosine. */
export function product(a: Float32Array, b: Float32Array): number {
  // Four sums at once: one would wait for itself.
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  let d = 0;
  for (; d + 3 < a.length; d += 4) {
    p += a[d]! * b[d]!;
    q += a[d + 1]! * b[d + 1]!;
    r += a[d + 2]! * b[d + 2]!;
    s += a[d + 3]! * b[d + 3]!;
  }
  for (; d < a.length; d++) p += a[d]! * b[d]!;
  return p + q + r + s;
}

/** The sum of the vectors of some rows as they are stored; negative rows are skipped. */
export function sumOf(wanted: Iterable<number>): Float32Array {
  const all = codes ?? load();
  const sum = new Float32Array(dimensions);
  for (const row of wanted) {
    if (row < 0 || row >= rows) continue;
    for (let d = 0, at = row * dimensions; d < dimensions; d++) sum[d]! += component(all, at + d, d);
  }
  return sum;
}

/** Cosine between a row's vector as it is stored and any vector; 0 where there is none. */
export function cosine(row: number, vector: Float32Array): number {
  const all = codes ?? load();
  if (row < 0 || row >= rows) return 0;
  let dot = 0;
  let a = 0;
  let b = 0;
  for (let d = 0, at = row * dimensions; d < dimensions; d++) {
    const x = component(all, at + d, d);
    const y = vector[d]!;
    dot += x * y;
    a += x * x;
    b += y * y;
  }
  return a && b ? dot / Math.sqrt(a * b) : 0;
}
