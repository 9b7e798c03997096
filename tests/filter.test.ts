import {expect, it} from 'vitest';
import {encodeFilter, filterOf, isIn, mix} from '../src/lexicon/filter.ts';
import {languagesOf} from '../src/lexicon/lexicon.ts';
import {filterWithEndings} from '../scripts/endings.ts';

const has = (filter: Buffer, key: number) => isIn(filterOf(filter), mix(key), mix(mix(key) ^ key));

it.each([0, 1, 2, 100, 50_000])('a filter of %i keys has them all, and one in 256 of others', (count) => {
  const keys = Uint32Array.from({length: count}, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const filter = encodeFilter(keys);
  expect(keys.every((key) => has(filter, key))).toBe(true);
  const others = Array.from({length: 20_000}, (_, i) => mix(Math.imul(i + 1, 0x85ebca77) ^ 0x1234567)).filter((key) => has(filter, key));
  expect(others.length).toBeLessThan(120);
  if (count === 50_000) expect(filter.length * 8).toBeLessThan(10 * count);
});

it('a form that is another one with a common ending is not kept, and found', () => {
  const stems = Array.from({length: 1000}, (_, i) => `stem${i.toString(36).padStart(3, 'q')}`);
  const bare = filterWithEndings(new Set(stems));
  const {filter, endings} = filterWithEndings(new Set(stems.flatMap((stem) => [stem, `${stem}os`])));
  expect(endings).toContain('os');
  expect(filter.length).toBe(bare.filter.length);
});

it('foreign words are found in the languages that have them, with their endings', () => {
  for (const [word, language] of [['casas', 'es'], ['maisons', 'fr'], ['ragazze', 'it'], ['kinderen', 'nl'], ['regeringens', 'sv'], ['orașului', 'ro'], ['bombeiro', 'pt'], ['krankenhaus', 'de']] as const) expect([word, languagesOf(word)]).toEqual([word, expect.arrayContaining([language])]);
  const nonsense = ['xqzzt', 'wvkrrp', 'qjxv', 'ththth', 'zzzyx', 'bvnmk', 'plokijuh', 'qwertzui', 'asdfghj', 'mnbvcxy'];
  expect(nonsense.flatMap(languagesOf).length).toBeLessThan(6);
});
