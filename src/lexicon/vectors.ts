import {readAsset} from './assets.ts';
import {VECTORS_MAGIC} from './format.ts';

let bytes: Int8Array | undefined;
let dimensions = 0;
let rows = 0;

function load(): Int8Array {
  const buffer = readAsset('vectors.bin');
  if (buffer.readUInt32LE(0) !== VECTORS_MAGIC) throw new Error('assets/vectors.bin is damaged: run `npm run lexicon`');
  rows = buffer.readUInt32LE(4);
  dimensions = buffer.readUInt32LE(8);
  bytes = new Int8Array(buffer.buffer, buffer.byteOffset + 16, rows * dimensions);
  return bytes;
}

/** The sum of the unit vectors of some rows (see `Entry.row`); negative rows are skipped. */
export function sumOf(wanted: Iterable<number>): Float32Array {
  const all = bytes ?? load();
  const sum = new Float32Array(dimensions);
  for (const row of wanted) {
    if (row < 0 || row >= rows) continue;
    for (let d = 0, at = row * dimensions; d < dimensions; d++) sum[d]! += all[at + d]!;
  }
  return sum;
}

/** Cosine between a row's vector and any vector; 0 where there is none. */
export function cosine(row: number, vector: Float32Array): number {
  const all = bytes ?? load();
  if (row < 0 || row >= rows) return 0;
  let dot = 0;
  let a = 0;
  let b = 0;
  for (let d = 0, at = row * dimensions; d < dimensions; d++) {
    const x = all[at + d]!;
    const y = vector[d]!;
    dot += x * y;
    a += x * x;
    b += y * y;
  }
  return a && b ? dot / Math.sqrt(a * b) : 0;
}
