import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {fix, lint} from '../src/index.ts';
import {pretty} from '../src/report/pretty.ts';
import {wholeReport} from '../src/report/reporter.ts';
import {resultOf} from '../src/report/result.ts';

const folder = path.resolve(import.meta.dirname, '../seeds');

for (const name of readdirSync(folder).filter((f) => f.endsWith('.txt'))) {
  describe(name, () => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it('is its annotation without the marks', () => {
      const gold = readFileSync(path.join(folder, name.replace('.txt', '.gold')), 'utf8');
      expect(gold.replace(/\[\[([\s\S]*?)\|\|[\s\S]*?\]\]/g, '$1')).toBe(text);
    });
    it('has this report', async () => {
      const result = lint(text);
      expect(result.failures).toEqual([]);
      const report = wholeReport(pretty([resultOf(name, text, result)], {color: false, cwd: '.', version: ''}));
      await expect(report).toMatchFileSnapshot(path.resolve(import.meta.dirname, 'fixtures', name.replace('.txt', '.report.txt')));
    });
    it('is repaired to this', async () => {
      await expect(fix(text).text).toMatchFileSnapshot(path.resolve(import.meta.dirname, 'fixtures', name.replace('.txt', '.fixed.txt')));
    });
  });
}
