import {expect, it} from 'vitest';
import {Document} from '../src/document/document.ts';
import {Gap, spokenNumber, wordingOf} from '../src/evidence/fluency.ts';
import {BEGIN, logProbability, ngramId} from '../src/lexicon/ngrams.ts';

const after = (text: string) => {
  const [a, b, c] = text.split(' ').map(ngramId) as [number, number, number];
  return logProbability(a, b, c);
};

it('words are likelier where English has them', () => {
  expect(after('the prime minister')).toBeGreaterThan(-0.5);
  expect(after('depends on the')).toBeGreaterThan(after('depends of the'));
  expect(after('the vice president')).toBeGreaterThan(after('the vice avocado') + 2);
  expect(after(`${BEGIN} he said`)).toBeGreaterThan(after(`${BEGIN} he sofa`));
  expect(after('in the morning')).toBeGreaterThan(after('in the mourning'));
});

it('unknown words give no evidence, and no word has a probability above 1', () => {
  expect(ngramId('xyzzyx')).toBe(-1);
  expect(logProbability(-1, -1, -1)).toBeLessThan(-5);
  for (const text of ['the of the', 'president of the', 'a an the']) expect(after(text)).toBeLessThanOrEqual(0);
});

it('numbers are read as they are spoken', () => {
  expect(spokenNumber('48')).toEqual(['forty', 'eight']);
  expect(spokenNumber('1999')).toEqual(['nineteen', 'ninety', 'nine']);
  expect(spokenNumber('2,500')).toEqual(['two', 'thousand', 'five', 'hundred']);
  expect(spokenNumber('1234567')).toEqual([]);
  const document = Document.fromText('The race lasted 48 counts.');
  const counts = document.tokens.findIndex((token) => token.text === 'counts');
  const gap = new Gap(document, counts, counts);
  expect(gap.likelihoodOf(wordingOf(['hours'])).gain).toBeGreaterThan(gap.likelihoodOf(wordingOf(['counts'])).gain + 1);
});
