import {expect, it} from 'vitest';
import {forgetUnused, limitNow, Recent} from '../src/lexicon/recent.ts';

const made = (recent: Recent<string>, keys: readonly string[]) => {
  const out: string[] = [];
  for (const key of keys) recent.of(key, () => {
    out.push(key);
    return key.toUpperCase();
  });
  return out;
};

it('what was asked for last is remembered, up to twice the limit', () => {
  const recent = new Recent<string>(1);
  const keys = Array.from({length: 3 * limitNow(1)}, (_, i) => `k${i}`);
  expect(made(recent, keys)).toEqual(keys);
  expect(made(recent, keys.slice(-limitNow(1)))).toEqual([]);
  expect(made(recent, keys.slice(0, 1))).toEqual(['k0']);
});

it('what nobody asked for between two times is forgotten', () => {
  const recent = new Recent<string>(100);
  expect(made(recent, ['a', 'b'])).toEqual(['a', 'b']);
  forgetUnused();
  expect(made(recent, ['a'])).toEqual([]);
  forgetUnused();
  expect(made(recent, ['a', 'b'])).toEqual(['b']);
});
