import {expect, it} from 'vitest';
import {Pace} from '../src/lsp/pace.ts';

const paced = (...took: number[]) => {
  const pace = new Pace();
  for (const ms of took) pace.took(ms);
  return pace.after(80);
};

it('a text that is linted in no time has diagnostics after the least pause', () => {
  expect(paced()).toEqual({pause: 80, begins: 80});
});

it('linting begins so early that it may take twice as long as usual, but not before edits that come together are heard', () => {
  expect(paced(20, 20)).toEqual({pause: 80, begins: 40});
  expect(paced(30, 30)).toEqual({pause: 80, begins: 20});
  expect(paced(60, 60)).toEqual({pause: 80, begins: 10});
});

it('what takes longer begins later, so that the machine is not kept busy while somebody types', () => {
  expect(paced(100)).toEqual({pause: 140, begins: 40});
  expect(paced(400)).toEqual({pause: 740, begins: 340});
  expect(paced(5000)).toEqual({pause: 2000, begins: 1000});
});

it('one edit that changes much does not make the pauses after it longer', () => {
  expect(paced(30, 30, 300)).toEqual(paced(30, 30, 30));
  expect(paced(30, 30, 300, 30)).toEqual(paced(30, 30, 30));
  expect(paced(30, 300, 300)).toEqual(paced(300));
});
