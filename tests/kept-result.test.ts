import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {kept, withFindings} from '../src/cli/kept-result.ts';
import {lint} from '../src/engine/lint.ts';
import {REPORTERS, wholeReport} from '../src/report/reporter.ts';
import {resultOf} from '../src/report/result.ts';

const results = ['victory-day.txt', '04-es.txt'].map((name) => {
  const file = path.join(import.meta.dirname, '../seeds', name);
  const text = readFileSync(file, 'utf8');
  return resultOf(file, text, lint(text));
});

describe('a result that is kept as bytes', () => {
  it('says in every report what it said before', async () => {
    const context = {color: false, cwd: path.resolve('seeds'), version: '1.2.3'};
    for (const [name, load] of Object.entries(REPORTERS)) {
      const report = await load();
      expect(wholeReport(await report(results.map(kept), context)), name).toBe(wholeReport(await report(results, context)));
    }
  });
  it('stays itself where others are read between', () => {
    const [a, b] = results.map(kept) as [typeof results[0], typeof results[0]];
    const {text} = a!;
    expect(b!.text).toBe(results[1]!.text);
    expect([text, a!.findings, a!.pointAt(100)]).toEqual([results[0]!.text, results[0]!.findings, results[0]!.pointAt(100)]);
  });
  it('can have fewer findings, and is kept then, too', () => {
    const few = withFindings(kept(results[0]!), results[0]!.findings.slice(0, 2));
    expect(Object.getOwnPropertyDescriptor(few, 'findings')?.get).toBeDefined();
    expect(few).toMatchObject({text: results[0]!.text, findings: results[0]!.findings.slice(0, 2), words: results[0]!.words});
    expect(Object.getOwnPropertyDescriptor(withFindings(results[0]!, []), 'findings')?.get).toBeUndefined();
  });
});
