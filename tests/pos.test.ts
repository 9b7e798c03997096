import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import winkNLP from 'wink-nlp';
import {expect, it} from 'vitest';
import {tagged} from '../src/evidence/tagger.ts';

it('tags are those of the whole model', () => {
  const whole = winkNLP(createRequire(import.meta.url)('wink-eng-lite-web-model'), ['pos']);
  const folder = path.resolve(import.meta.dirname, '../seeds');
  let tokens = 0;
  for (const name of readdirSync(folder).filter((f) => f.endsWith('.txt'))) {
    const text = readFileSync(path.join(folder, name), 'utf8').replaceAll('’', "'");
    const expected = whole.readDoc(text).tokens().out(whole.its.pos) as string[];
    expect(tagged(text).tags).toEqual(expected);
    tokens += expected.length;
  }
  expect(tokens).toBeGreaterThan(4000);
});
