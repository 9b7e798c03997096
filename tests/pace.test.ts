import {expect, it} from 'vitest';
import {Pace} from '../src/lsp/pace.ts';

const paced = (...took: number[]) => {
  const pace = new Pace();
  for (const ms of took) pace.took(ms);
  return pace.after(80);
};

it('a text that is linted in no time has diagnostics after the least pause', () => {
  expect(paced()).toEqual({pause: 80, begins: 80});
  expect(paced(30)).toEqual({pause: 80, begins: 50});
});

it('linting begins in the second half of the pause, which is as long as linting wants it', () => {
  expect(paced(60, 60)).toEqual({pause: 90, begins: 45});
  expect(paced(5000)).toEqual({pause: 2000, begins: 1000});
});

it('one edit that changes much does not make the pauses after it longer', () => {
  expect(paced(30, 30, 300)).toEqual(paced(30, 30, 30));
  expect(paced(30, 30, 300, 30)).toEqual(paced(30, 30, 30));
  expect(paced(30, 300, 300).pause).toBe(450);
});
