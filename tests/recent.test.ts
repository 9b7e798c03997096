import {expect, it} from 'vitest';
import {forgetTexts, TextMemo} from '../src/document/segment-memo.ts';
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

it('texts are forgotten at once where a document comes that has none of them', () => {
  const memo = new TextMemo<string>();
  for (let i = 0; i < 3; i++) memo.set(`${i}${'x'.repeat(70_000)}`, 'made');
  const last = `2${'x'.repeat(70_000)}`;
  expect(memo.get(last)).toBe('made');
  forgetTexts();
  expect(memo.get(last)).toBeUndefined();
  expect(memo.get(`1${'x'.repeat(70_000)}`)).toBeUndefined();
});
