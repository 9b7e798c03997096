import {readdirSync} from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import {describe, expect, it} from 'vitest';
import {rules} from '../rules/index.ts';
import {Document} from '../src/document/document.ts';
import {applyEdits} from '../src/fix/apply.ts';
import {parseOptions} from '../src/rule/options.ts';
import type {Example} from '../src/rule/rule.ts';
import {run} from '../src/rule/run.ts';

const folder = path.resolve(import.meta.dirname, '../rules');

it('has every rule file in the index, and no other', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.ts') && f !== 'index.ts').map((f) => f.slice(0, -3));
  expect(rules.map((r) => r.rule.id).sort()).toEqual(files.sort());
});

for (const {rule} of rules) {
  describe(rule.id, () => {
    const lint = (text: string, given: Omit<Example, 'text' | 'flagged' | 'fixed'>) => {
      const result = run(Document.fromText(text, {from: given.from, mt: given.mt}), [{rule, options: parseOptions(rule, given.options)}]);
      expect(result.failures).toEqual([]);
      return result.findings;
    };
    it('is documented', () => {
      expect(rule.summary).toMatch(/^[A-Z].{10,100}[^.]$/);
      expect(rule.why.length).toBeGreaterThan(60);
      expect(rule.examples.bad.length).toBeGreaterThan(0);
      expect(rule.examples.good.length).toBeGreaterThan(0);
      const texts = [...rule.examples.bad.map((e) => e.text), ...rule.examples.good.map((g) => (typeof g === 'string' ? g : g.text))];
      const keys = [...rule.examples.bad, ...rule.examples.good].map((e) => (typeof e === 'string' ? e : `${e.text}${JSON.stringify(e.options ?? '')}`));
      expect(new Set(keys).size).toBe(texts.length);
    });
    const options = Object.entries(rule.options?.entries ?? {});
    it.runIf(options.length)('has options with a default, a description and an example that shows their effect', () => {
      const examples = [...rule.examples.bad, ...rule.examples.good].flatMap((e) => (typeof e === 'string' || !e.options ? [] : [e as Example]));
      for (const [name, entry] of options) {
        expect(v.getDefault(entry as never), name).toBeDefined();
        expect(v.getDescription((entry as unknown as {wrapped: v.GenericSchema}).wrapped), name).toMatch(/\.$/);
        const own = examples.find((e) => name in e.options!);
        expect(own, `no example for the option ${name}`).toBeDefined();
        const {[name]: _, ...others} = own!.options!;
        const seen = (e: Example) => lint(e.text, e).map((f) => [f.start, f.end, f.proposals]);
        expect(seen({...own!, options: others}), `the option ${name} changes nothing in ${own!.text}`).not.toEqual(seen(own!));
      }
    });
    const kinds = Object.keys(rule.kinds ?? {});
    it.runIf(kinds.length)('has kinds that its examples show, and each can be left out', () => {
      const shown = new Set<string>();
      for (const example of rule.examples.bad) for (const {kind} of lint(example.text, example)) {
        expect(kind).toBeDefined();
        if (!shown.has(kind!)) expect(lint(example.text, {...example, options: {...example.options, ignore: [kind!]}}).map((f) => f.kind)).not.toContain(kind);
        shown.add(kind!);
      }
      expect([...shown].sort()).toEqual([...kinds].sort());
      for (const [kind, what] of Object.entries(rule.kinds!)) expect(`${kind}: ${what}`).toMatch(/^[a-z]+(?:-[a-z]+)*: .{8,120}[^.]$/);
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
