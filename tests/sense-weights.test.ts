import {expect, it} from 'vitest';
import {adds, MEASURE_NAMES, mostNear, mostUpTo} from '../src/evidence/sense-weights.ts';

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

it('nothing near a value adds more than its bound, and something adds nearly as much', () => {
  for (const place of MEASURE_NAMES.keys()) for (const value of VALUES.slice(20, -20)) for (const spread of [0.02, 0.2]) {
    const most = Math.max(...[-spread, -spread / 2, 0, spread / 2, spread].map((by) => adds(place, value + by)));
    expect(mostNear(place, value, spread)).toBeGreaterThanOrEqual(most - 1e-9);
    // A bend is near, or the bound is that of one end.
    expect(mostNear(place, value, spread)).toBeLessThan(most + 0.5);
  }
});
