import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {fileResultOf, pack, unpack} from '../src/cli/packed-result.ts';
import {lint} from '../src/engine/lint.ts';
import {REPORTERS, wholeReport} from '../src/report/reporter.ts';
import {resultOf, withFindings} from '../src/report/result.ts';

const files = ['victory-day.txt', '04-es.txt'].map((name) => {
  const file = path.join(import.meta.dirname, '../seeds', name);
  const text = readFileSync(file, 'utf8');
  return [file, text, lint(text)] as const;
});
const results = files.map(([file, text, result]) => resultOf(file, text, result));
const kept = files.map(([file, text, result]) => fileResultOf(file, text, pack(result)));

describe('a packed result', () => {
  it('is what it was when it is unpacked', () => {
    for (const [, , result] of files) expect(unpack(pack(result))).toEqual(result);
    expect(pack(lint('The talks went on.\n')).packed).toBeUndefined();
  });
  it('says in every report what it said before', async () => {
    const context = {color: false, cwd: path.resolve('seeds'), version: '1.2.3'};
    for (const [name, load] of Object.entries(REPORTERS)) {
      const report = await load();
      expect(wholeReport(await report(kept, context)), name).toBe(wholeReport(await report(results, context)));
    }
  });
  it('stays itself where others are read between', () => {
    const [a, b] = kept;
    const {text} = a!;
    expect(b!.text).toBe(results[1]!.text);
    expect([text, a!.findings, a!.pointAt(100)]).toEqual([results[0]!.text, results[0]!.findings, results[0]!.pointAt(100)]);
  });
  it('can have fewer findings, and is packed then, too', () => {
    const few = withFindings(kept[0]!, results[0]!.findings.slice(0, 2));
    expect(Object.getOwnPropertyDescriptor(few, 'findings')?.get).toBeDefined();
    expect(few).toMatchObject({text: results[0]!.text, findings: results[0]!.findings.slice(0, 2), words: results[0]!.words});
    expect(Object.getOwnPropertyDescriptor(withFindings(results[0]!, []), 'findings')?.get).toBeUndefined();
  });
});
