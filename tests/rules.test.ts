import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {rules} from '../rules/index.ts';
import {Document} from '../src/document/document.ts';
import {applyEdits} from '../src/fix/apply.ts';
import {parseOptions} from '../src/rule/rule.ts';
import {run} from '../src/rule/run.ts';

const folder = path.resolve(import.meta.dirname, '../rules');

it('has every rule file in the index, and no other', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.ts') && f !== 'index.ts').map((f) => f.slice(0, -3));
  expect(rules.map((r) => r.rule.id).sort()).toEqual(files.sort());
});

for (const {rule} of rules) {
  describe(rule.id, () => {
    const lint = (text: string, given: {from?: string; mt?: 'yes' | 'no'}) => {
      const result = run(Document.fromText(text, {from: given.from, mt: given.mt}), [{rule, options: parseOptions(rule)}]);
      expect(result.failures).toEqual([]);
      return result.findings;
    };
    it('is documented', () => {
      expect(rule.summary).toMatch(/^[A-Z].{10,100}[^.]$/);
      expect(rule.why.length).toBeGreaterThan(60);
      expect(rule.examples.bad.length).toBeGreaterThan(0);
      expect(rule.examples.good.length).toBeGreaterThan(0);
      const texts = [...rule.examples.bad.map((e) => e.text), ...rule.examples.good.map((g) => (typeof g === 'string' ? g : g.text))];
      expect(new Set(texts).size).toBe(texts.length);
    });
    for (const example of rule.examples.bad) {
      it(`finds: ${example.text}`, () => {
        const findings = lint(example.text, example);
        expect(findings.map((f) => f.actual)).toEqual(example.flagged);
        if (example.fixed !== undefined) expect(applyEdits(example.text, findings.flatMap((f) => f.proposals[0] ?? [])).text).toBe(example.fixed);
        else expect(findings.every((f) => f.proposals.length === 0), 'a finding has a proposal: give `fixed`').toBe(true);
      });
    }
    for (const good of rule.examples.good) {
      const {text, ...given} = typeof good === 'string' ? {text: good} : good;
      it(`is silent: ${text}`, () => {
        expect(lint(text, given).map((f) => f.actual)).toEqual([]);
      });
    }
  });
}
