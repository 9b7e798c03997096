/** Steps in which each dimension of the vectors is kept: half a byte a number. */
const LEVELS = 16;

/**
 * Vectors (rows × dimensions signed bytes) in half bytes: for each dimension 16 levels that leave the least square error over all rows (Lloyd 1982, "Least squares
 * quantization in PCM"), as signed bytes, and for each row the numbers of its levels, the first of two in the lower half of a byte.
 */
export function quantiseVectors(vectors: Int8Array, dimensions: number): {levels: Int8Array; codes: Uint8Array} {
  const rows = vectors.length / dimensions;
  const levels = new Int8Array(dimensions * LEVELS);
  const codes = new Uint8Array(vectors.length / 2);
  for (let d = 0; d < dimensions; d++) {
    const counts = new Uint32Array(256);
    for (let row = 0; row < rows; row++) counts[vectors[row * dimensions + d]! + 128]!++;
    const own = leastSquares(counts);
    levels.set(own, d * LEVELS);
    const nearest = Uint8Array.from(counts, (_, value) => own.reduce((best, level, i) => (Math.abs(level - value + 128) < Math.abs(own[best]! - value + 128) ? i : best), 0));
    for (let row = 0; row < rows; row++) {
      const place = row * dimensions + d;
      codes[place >> 1]! |= nearest[vectors[place]! + 128]! << (place % 2 ? 4 : 0);
    }
  }
  return {levels, codes};
}

/** Levels for values -128 to 127 that occur so often. */
function leastSquares(counts: Uint32Array): number[] {
  let [all, sum, squares] = [0, 0, 0];
  for (const [i, count] of counts.entries()) {
    all += count;
    sum += count * (i - 128);
    squares += count * (i - 128) ** 2;
  }
  const mean = sum / all;
  const deviation = Math.sqrt(squares / all - mean ** 2);
  let levels = Array.from({length: LEVELS}, (_, i) => mean + deviation * 2.5 * ((2 * i) / (LEVELS - 1) - 1));
  for (let round = 0; round < 100; round++) {
    const sums = levels.map(() => ({sum: 0, count: 0}));
    for (let value = -128, own = 0; value < 128; value++) {
      while (own + 1 < LEVELS && Math.abs(levels[own + 1]! - value) < Math.abs(levels[own]! - value)) own++;
      sums[own]!.sum += counts[value + 128]! * value;
      sums[own]!.count += counts[value + 128]!;
    }
    levels = levels.map((level, i) => (sums[i]!.count ? sums[i]!.sum / sums[i]!.count : level));
  }
  return levels.map((level) => Math.max(-127, Math.min(127, Math.round(level))));
}
