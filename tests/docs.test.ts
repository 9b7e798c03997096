import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {pages} from '../scripts/docs.ts';

const root = path.resolve(import.meta.dirname, '..');

it('generated pages are up to date (npm run docs)', () => {
  const wanted = pages();
  for (const [file, content] of wanted) expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(content);
  expect(readdirSync(path.join(root, 'docs/rules')).map((f) => `docs/rules/${f}`).sort()).toEqual([...wanted.keys()].filter((f) => f.startsWith('docs/rules/')).sort());
});
