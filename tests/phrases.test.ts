import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import calque from '../rules/calque.ts';
import {compilePhrases, expand} from '../scripts/phrases.ts';
import {Document} from '../src/document/document.ts';
import {formsOf} from '../src/document/inflection.ts';
import {applyEdits} from '../src/fix/apply.ts';
import {parseOptions} from '../src/rule/options.ts';
import {run} from '../src/rule/run.ts';

const {entries, examples} = compilePhrases(path.resolve(import.meta.dirname, '../rules/phrases'));
// Weak phrases show only where a machine is certain: that is how they are tried.
const lint = (text: string, from: string | undefined) => {
  const {findings, failures} = run(Document.fromText(text, {from, mt: 'yes'}), [{rule: calque.rule, options: parseOptions(calque.rule)}]);
  expect(failures).toEqual([]);
  return findings;
};

for (const pack of examples) {
  describe(pack.file, () => {
    it('finds its phrases, and has no other finding in their examples', () => {
      const wrong = pack.phrases.filter(({text, entry}) => lint(text, entries[entry]!.from[0]).length !== 1).map(({text, line, entry}) => `${pack.file}:${line}: ${text} -> ${lint(text, entries[entry]!.from[0]).map((f) => f.actual).join(' | ')}`);
      expect(wrong.join("\n")).toBe("");
    });
    it('repairs its examples', () => {
      for (const {text, fixed} of pack.bad) {
        const findings = lint(text, pack.from);
        expect(findings.length, text).toBeGreaterThan(0);
        if (fixed !== undefined) expect(applyEdits(text, findings.flatMap((f) => f.proposals[0] ?? [])).text).toBe(fixed);
      }
    });
    it('is silent on near misses', () => {
      expect(pack.good.flatMap((text) => lint(text, pack.from).map((f) => `${text} -> ${f.actual}`))).toEqual([]);
    });
  });
}

describe('authors’ errors', () => {
  const errors = (files: Record<string, string>) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'phrases-'));
    try {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.join(folder, path.dirname(file)), {recursive: true});
        writeFileSync(path.join(folder, file), text);
      }
      compilePhrases(folder, 'p');
      return [];
    } catch (error) {
      return (error as Error).message.split('\n');
    } finally {
      rmSync(folder, {recursive: true});
    }
  };
  const pack = (phrases: string, rest = 'examples:\n  good: [Nothing here.]\n') => `summary: A pack\nwhy: Reasons.\n${phrases}${rest}`;
  it.each([
    ['an unknown key', pack('phrases:\n  - {match: green tea, uses: [x], use: [y], example: Green tea.}\n'), /^p\/any\/a\.yml:4: unknown key `uses`/],
    ['a match without example', pack('phrases:\n  - {match: green tea, use: [y]}\n'), /^p\/any\/a\.yml:4: no example has `green tea`/],
    ['an example without the phrase', pack('phrases:\n  - {match: green tea, use: [y], example: Red tea.}\n'), /^p\/any\/a\.yml:4: the example does not have/],
    ['no good', pack('phrases:\n  - {match: green tea, use: [y], example: Green tea.}\n', 'examples:\n  bad: []\n'), /^p\/any\/a\.yml:6: a pack needs `good`/],
    ['no use', pack('phrases:\n  - {match: green tea, example: Green tea.}\n'), /^p\/any\/a\.yml:4: `use` must name/],
    ['an unknown slot', pack('phrases:\n  - {match: "green {colour}", use: [y], example: Green tea.}\n'), /^p\/any\/a\.yml:4: `green \{colour\}` has the unknown slot/],
    ['a certainty that is none', pack('phrases:\n  - {match: green tea, use: [y], certain: 2, example: Green tea.}\n'), /^p\/any\/a\.yml:4: `certain` must be/],
    ['a condition of two words', pack('when: [chief executive]\nphrases:\n  - {match: green tea, use: [y], example: Green tea.}\n'), /^p\/any\/a\.yml:3: `when` looks for single words: `chief executive` is none/],
    ['broken YAML', 'summary: [\nwhy: x\n', /^p\/any\/a\.yml:\d+: /],
  ])('reports %s', (_, text, expected) => {
    expect(errors({'any/a.yml': text})[0]).toMatch(expected);
  });
  it.each([
    ['G7 countries', 'The G7 countries met.'], ['{name} countries', 'The G20 countries met.'], ['in the {number} men', 'They sat in the 12 men.'], ['in the {number} men', 'They sat in the twelve men.'],
  ])('finds `%s`', (match, example) => {
    expect(errors({'any/a.yml': pack(`phrases:\n  - {match: "${match}", use: [y], example: ${example}}\n`)})).toEqual([]);
  });
  it('takes no ordinal for a number', () => {
    expect(errors({'any/a.yml': pack('phrases:\n  - {match: "in the {number} men", use: [y], example: They sat in the 3rd men.}\n')})[0]).toContain('the example does not have the phrase');
  });
  it('reports a phrase in two files', () => {
    const one = pack('phrases:\n  - {match: green (tea|milk), use: [y], example: Green tea.}\n');
    const two = pack('from: [fr]\nphrases:\n  - {match: green tea, use: [y], example: Green tea.}\n');
    expect(errors({'any/a.yml': one, 'fr/b.yml': two})).toEqual(['p/fr/b.yml:5: `green tea` stands in p/any/a.yml:4 already']);
  });
});

it('writes out alternatives and optional words', () => {
  expect(expand('in (the|a)? green tea?').map((s) => s.join(' '))).toEqual(['in the green tea', 'in the green', 'in a green tea', 'in a green', 'in green tea', 'in green']);
});

it('inflects', () => {
  expect(formsOf('plan')).toEqual({base: ['plan'], s: ['plans'], past: ['planned'], participle: ['planned'], ing: ['planning']});
  expect(formsOf('take').past).toEqual(['took']);
  expect(formsOf('doorman').s).toEqual(['doormen']);
  expect(formsOf('study')).toMatchObject({s: ['studies'], past: ['studied'], ing: ['studying']});
});
