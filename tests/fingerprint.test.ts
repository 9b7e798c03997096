import {expect, it} from 'vitest';
import {lint} from '../src/index.ts';

const BAD = 'They defended the hard -won peace in the long war.';
const printsOf = (text: string) => lint(text).findings.map((f) => f.fingerprint);

it('a fingerprint survives edits elsewhere and new line breaks', () => {
  const [print] = printsOf(BAD);
  expect(print).toMatch(/^[\da-f]{14}$/);
  expect(printsOf(`A new first paragraph.\n\n${BAD} More of it follows here.`)).toEqual([print]);
  expect(printsOf(BAD.replace('They defended', 'They\ndefended'))).toEqual([print]);
});

it('equal findings get different fingerprints; another neighbourhood gives another one', () => {
  const [first, second] = printsOf(`${BAD} ${BAD} `.replaceAll('long war.', 'long war. They'));
  expect(first).not.toBe(second);
  expect(printsOf(BAD.replace('peace', 'victory'))).not.toEqual(printsOf(BAD));
});
