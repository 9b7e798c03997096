import {expect, it} from 'vitest';
import {Binned, boost, scoreOf} from '../scripts/boosted-trees.ts';

it('learns what no single measure says', () => {
  const rows = Array.from({length: 400}, (_, i) => [(i * 7) % 20, (i * 11) % 13, i % 3]);
  const wanted = ([a, b]: readonly number[]) => (a! < 10 !== b! < 6 ? 1 : 0);
  let seed = 1;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const trees = boost(new Binned(rows), Int32Array.from(rows.keys()), Uint8Array.from(rows, wanted), new Float64Array(rows.length).fill(1), 0, random, {trees: 60, leaves: 6, rate: 0.2, minimum: 1, l2: 1, rows: 1, measures: 1});
  for (const row of [[2, 3, 0], [2, 10, 1], [15, 1, 2], [15, 12, 0]]) expect(scoreOf(trees, row) > 0 ? 1 : 0).toBe(wanted(row));
});
