import retextEnglish from 'retext-english';
import retextStringify from 'retext-stringify';
import {retext} from 'retext';
import {unified} from 'unified';
import {describe, expect, it} from 'vitest';
import * as mtlint from '../src/index.ts';
import preset from '../src/retext.ts';
import fusedWords from '../rules/fused-words.ts';

const BAD = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace.';

it('exports these names and no others', () => {
  expect(Object.keys(mtlint).sort()).toEqual(['defineRule', 'fix', 'lint', 'rules']);
});

describe('lint', () => {
  it('gives findings with offsets in UTF-16 code units', () => {
    const {findings, words, machineLikeness} = mtlint.lint(`😀 ${BAD}`);
    expect(findings.map((f) => [f.ruleId, f.actual])).toEqual([['fused-words', 'dayswhich'], ['split-words', 'hard -won']]);
    expect(`😀 ${BAD}`.slice(findings[0]!.start, findings[0]!.end)).toBe('dayswhich');
    expect(words).toBe(14);
    expect(machineLikeness).toBeGreaterThan(0.3);
  });
  it('takes levels, accepted words, languages by name, and refuses what it does not know', () => {
    expect(mtlint.lint(BAD, {rules: {'fused-words': 'off'}}).findings.map((f) => f.ruleId)).toEqual(['split-words']);
    expect(mtlint.lint(BAD, {rules: {'split-words': ['error', {}]}}).findings[1]!.severity).toBe('error');
    expect(mtlint.lint(BAD, {accept: ['Dayswhich']}).findings.map((f) => f.ruleId)).toEqual(['split-words']);
    expect(mtlint.lint(BAD, {from: 'French'}).sourceLanguage).toEqual({language: 'fr', score: 1});
    expect(() => mtlint.lint(BAD, {from: 'elvish'})).toThrow('source language `elvish`');
    expect(() => mtlint.lint(BAD, {rules: {nothing: 'off'}})).toThrow('no rule `nothing`');
    expect(() => mtlint.lint(BAD, {rules: {'fused-words': ['warn', {depth: 3}]}})).toThrow('has no option `depth`');
    expect(() => mtlint.lint(BAD, {mt: 'maybe' as 'yes'})).toThrow('not `maybe`');
  });
  it('takes a sentence by itself for a part of a quotation, and misses a mark in a text', () => {
    const marks = (text: string) => mtlint.lint(text).findings.filter((f) => f.ruleId === 'quotes').map((f) => f.actual);
    expect(marks('The mayor said: “We have no time.')).toEqual([]);
    expect(marks('“We have no time, said the mayor. The council meets on Friday.')).toEqual([',']);
    expect(marks('The mayor said: “We have no time.\n\nThe council meets on Friday.\n\nIt met last week,” he said.')).toEqual([]);
  });
  it('shows weak signs in machine-translated texts only', () => {
    const weak = 'Those who wish may return Tickets at the desk.';
    expect(mtlint.lint(weak, {mt: 'no'}).findings).toEqual([]);
    expect(mtlint.lint(weak, {mt: 'yes'}).findings).toHaveLength(1);
  });
});

describe('fix', () => {
  it('applies safe repairs only and tells what is left', () => {
    const {text, applied, result} = mtlint.fix(BAD);
    expect(text).toBe('The visit lasts four dayswhich includes the parade. They defended the hard-won peace.');
    expect(applied).toBe(1);
    expect(result.findings.map((f) => f.ruleId)).toEqual(['fused-words']);
  });
});

describe('as retext plugins', () => {
  it('one rule', async () => {
    const file = await unified().use(retextEnglish).use(fusedWords).use(retextStringify).process(BAD);
    expect(file.messages).toHaveLength(1);
    const [message] = file.messages;
    expect(message).toMatchObject({ruleId: 'fused-words', source: 'mtlint', actual: 'dayswhich', expected: ['days, which', 'days which'], line: 1, column: 22});
    expect(message!.reason).toBe('Unexpected `dayswhich`, expected `days, which`');
    expect(message!.url).toContain('fused-words');
  });
  it('all rules as a preset', async () => {
    const file = await retext().use(preset, {rules: {'fused-words': 'off'}}).process(BAD);
    expect(file.messages.map((m) => m.ruleId)).toEqual(['split-words']);
  });
});

it('a rule that throws becomes a failure of that rule, and stops nothing', async () => {
  const {Document} = await import('../src/document/document.ts');
  const {run} = await import('../src/rule/run.ts');
  const {parseOptions} = await import('../src/rule/options.ts');
  const broken = mtlint.defineRule({...fusedWords.rule, id: 'broken', check: () => { throw new Error('boom'); }} as never);
  const result = run(Document.fromText(BAD), [broken, fusedWords].map(({rule}) => ({rule, options: parseOptions(rule)})));
  expect(result.failures.map((f) => [f.ruleId, f.error.message])).toEqual([['broken', 'boom']]);
  expect(result.findings).toHaveLength(1);
});

describe('a rule that fails is told of once', () => {
  const boom = () => { throw new Error('boom'); };
  const broken = mtlint.defineRule({...fusedWords.rule, id: 'broken', needs: 0, weak: {most: 0.9, check: boom}, crowd: boom, whole: boom, check: boom} as never);
  const text = `${BAD} ${'The minister said that the visit was a success. '.repeat(20)}`;
  const told = 'The rule broken failed on this text (boom): its findings are missing. Please report it.';
  it('by lint and fix, however often it was run', () => {
    expect(mtlint.lint(text, {extraRules: [broken]}).failures.map((f) => f.ruleId)).toEqual(['broken']);
    const {result, applied} = mtlint.fix(text, {extraRules: [broken]});
    expect(applied).toBeGreaterThan(0);
    expect(result.failures.map((f) => f.ruleId)).toEqual(['broken']);
  });
  it('by fix, if it failed before the last round only', () => {
    const once = mtlint.defineRule({...fusedWords.rule, id: 'once', check: (document: {text: string}) => { if (document.text.includes('hard -won')) boom(); }} as never);
    expect(mtlint.fix(BAD, {extraRules: [once]}).result.failures.map((f) => f.ruleId)).toEqual(['once']);
  });
  it('as retext preset and as retext plugin', async () => {
    for (const used of [retext().use(preset, {extraRules: [broken], rules: {'fused-words': 'off', 'split-words': 'off'}}), retext().use(broken)]) {
      const file = await used.process(BAD);
      expect(file.messages.map((m) => [m.ruleId, m.source, m.reason])).toEqual([['broken', 'mtlint', told]]);
    }
  });
});
