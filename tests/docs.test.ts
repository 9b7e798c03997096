import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {pages} from '../scripts/docs.ts';
import {rules} from '../rules/index.ts';
import {precision} from '../src/report/precision.ts';
import {ruleMarkdown} from '../src/report/rule-page.ts';

const root = path.resolve(import.meta.dirname, '..');

it('generated pages are up to date (npm run docs)', () => {
  const wanted = pages();
  for (const [file, content] of wanted) expect(readFileSync(path.join(root, file), 'utf8'), file).toBe(content);
  expect(readdirSync(path.join(root, 'docs/rules')).map((f) => `docs/rules/${f}`).sort()).toEqual([...wanted.keys()].filter((f) => f.startsWith('docs/rules/')).sort());
});

it('what was measured is of rules that there are, and stands on their pages', () => {
  const {rules: measured, confidences} = precision();
  const ids = rules.map(({rule}) => rule.id);
  expect(Object.keys(measured).filter((id) => !ids.includes(id))).toEqual([]);
  for (const {rule} of rules) if (measured[rule.id]) {
    for (const [findings, right] of Object.values(measured[rule.id]!)) expect(right).toBeLessThanOrEqual(findings);
    expect(ruleMarkdown(rule), rule.id).toContain('## How often it is right');
  }
  // Of a hundred findings with confidence 0.9 ninety are right.
  const rightOf = (bins: typeof confidences.pages) => {
    const sure = bins.filter((bin) => bin.from >= 0.9);
    return sure.reduce((n, bin) => n + bin.right, 0) / sure.reduce((n, bin) => n + bin.findings, 0);
  };
  expect(rightOf(confidences.articles)).toBeGreaterThan(0.9);
  expect(rightOf(confidences.pages)).toBeGreaterThan(0.85);
});
