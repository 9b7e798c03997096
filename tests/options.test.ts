import {retext} from 'retext';
import {describe, expect, it} from 'vitest';
import calque from '../rules/calque.ts';
import spacing from '../rules/spacing.ts';
import {rules} from '../rules/index.ts';
import {fix, lint} from '../src/index.ts';
import {type OptionsError, parseOptions, withinPhrases} from '../src/rule/options.ts';

const TEXT = 'The deal was signed in the framework of the summit. Another one in the  framework of the talks.';
const found = (options: Record<string, unknown>) => lint(TEXT, {mt: 'yes', rules: {calque: ['warn', options]}}).findings.map((f) => f.actual);

describe('options of every rule', () => {
  it('allow leaves alone what lies inside of a phrase, in any case, for the one rule', () => {
    expect(found({})).toHaveLength(2);
    expect(found({allow: ['IN THE framework of the summit']})).toHaveLength(1);
    expect(found({allow: ['framework']})).toHaveLength(2);
    expect(found({allow: ['in the framework of']})).toEqual([]);
    expect(lint('Nobody knows !', {rules: {calque: ['warn', {allow: ['!']}]}}).findings).toHaveLength(1);
    expect(lint('Nobody knows !', {rules: {spacing: ['warn', {allow: ['!']}]}}).findings).toEqual([]);
  });
  it('minConfidence holds for the rule alone, above and below the setting', () => {
    const [one] = lint('Nobody knows !').findings;
    const at = (minConfidence: number, global?: number) => lint('Nobody knows !', {minConfidence: global, rules: {spacing: ['warn', {minConfidence}]}}).findings;
    expect(one!.confidence).toBeGreaterThan(0.5);
    expect(at(0.99)).toEqual([]);
    expect(at(0.1, 0.99)).toHaveLength(1);
  });
  it('fix keeps --fix from repairing, and the proposal stays', () => {
    const text = 'Will it be here in five years ? Nobody knows !';
    expect(fix(text).applied).toBe(2);
    const kept = fix(text, {rules: {spacing: ['warn', {fix: false}]}});
    expect(kept).toMatchObject({applied: 0, text});
    expect(kept.result.findings.map((f) => [f.tier, f.proposals.length])).toEqual([['suggest', 1], ['suggest', 1]]);
  });
  it('are options of the retext plugins', async () => {
    const messages = async (options: Record<string, unknown>) => (await retext().use(calque, {mt: 'yes', options}).process(TEXT)).messages.length;
    expect(await messages({})).toBe(2);
    expect(await messages({allow: ['in the framework of']})).toBe(0);
    expect(await messages({allow: ['in the framework of the talks']})).toBe(1);
  });
  it('have defaults that are what no options give', () => {
    for (const {rule} of rules) expect(parseOptions(rule, {}), rule.id).toEqual(parseOptions(rule));
  });
});

describe('options that do not fit', () => {
  const error = (options: unknown): [string, unknown] => {
    try {
      parseOptions(spacing.rule, options);
    } catch (wrong) {
      return [(wrong as Error).message, (wrong as OptionsError).at];
    }
    return ['', undefined];
  };
  it.each([
    [{alow: []}, 'The rule `spacing` has no option `alow`. Did you mean `allow`? `mtlint explain spacing` lists them', ['alow']],
    [{allow: 'word'}, 'Option `allow` of the rule `spacing`: write a list, such as `[one, another]`', ['allow']],
    [{allow: [3]}, 'Option `allow` of the rule `spacing`: write a word or phrase; in quotation marks if it looks like something else', ['allow', 0]],
    [{fix: 'no'}, 'Option `fix` of the rule `spacing`: write `true` or `false`', ['fix']],
    [{minConfidence: 7}, 'Option `minConfidence` of the rule `spacing`: write a number of 1 at most', ['minConfidence']],
    [['x'], 'Options of the rule `spacing` are keys with values, such as `allow: [word]`', []],
  ])('%j', (options, message, at) => {
    expect(error(options)).toEqual([message, at]);
  });
});

describe('withinPhrases', () => {
  it.each([
    ['the panic', 'caused the panic', 7, 11, true], // "the "
    ['panic', 'caused the panics', 11, 16, false],
    ["it's", 'so it’s late', 3, 7, true],
    ['40 %', 'by 40\n% more', 5, 7, true],
    ['%', 'by 40 % more', 5, 7, true],
    ['Šiauliai', 'in šiauliai now', 3, 11, true],
    ['a.b', 'in axb now', 3, 6, false],
  ])('%j in %j', (phrase, text, start, end, expected) => {
    expect(withinPhrases([phrase])(text, start, end)).toBe(expected);
  });
});
