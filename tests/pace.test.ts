import {expect, it} from 'vitest';
import {Pace} from '../src/lsp/pace.ts';

const paced = (...took: number[]) => {
  const pace = new Pace();
  for (const ms of took) pace.took(ms);
  return pace.after(80);
};

it('diagnostics are told after the least pause, and linting begins so early that it may take twice as long as usual', () => {
  expect(paced(0)).toEqual({pause: 80, begins: 80});
  expect(paced(20, 20)).toEqual({pause: 80, begins: 40});
  expect(paced(28, 28)).toEqual({pause: 80, begins: 24});
});

it('linting does not begin before edits that come together are heard, and after the first edit, of which nothing is known, right then', () => {
  expect(paced(60, 60)).toEqual({pause: 80, begins: 20});
  expect(paced()).toEqual({pause: 80, begins: 20});
});

it('what takes longer begins later, so that the machine is not kept busy while somebody types', () => {
  expect(paced(100)).toEqual({pause: 80, begins: 50});
  expect(paced(400)).toEqual({pause: 350, begins: 350});
  expect(paced(5000)).toEqual({pause: 1000, begins: 1000});
});

it('one edit that changes much does not make the pauses after it longer', () => {
  expect(paced(30, 30, 300)).toEqual(paced(30, 30, 30));
  expect(paced(30, 30, 300, 30)).toEqual(paced(30, 30, 30));
  expect(paced(30, 300, 300)).toEqual(paced(300));
});
