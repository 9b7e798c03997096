import {expect, it} from 'vitest';
import {adds, MEASURE_NAMES, mostUpTo} from '../src/evidence/sense-weights.ts';

const VALUES = Array.from({length: 401}, (_, i) => -2 + i / 100);

it('nothing up to a value adds more than its bound, and something adds as much', () => {
  for (const place of MEASURE_NAMES.keys()) {
    let most = Number.NEGATIVE_INFINITY;
    for (const value of VALUES) {
      most = Math.max(most, adds(place, value));
      const bound = mostUpTo(place, value);
      expect(bound).toBeGreaterThanOrEqual(most - 1e-9);
      // Right behind a bend a measure adds a little more than on the grid.
      expect(bound).toBeLessThan(most + 0.1);
    }
  }
});
