import * as v from 'valibot';
import {LANGUAGES, languageCode, languageName} from '../engine/languages.ts';
import {ruleById, ruleIds} from '../engine/lint.ts';
import {didYouMean} from '../rule/nearest.ts';
import {FORMATS} from '../format/registry.ts';
import {OptionsError, parseOptions} from '../rule/options.ts';
import type {Rule} from '../rule/rule.ts';
import {type Common, keysAt, LEVELS, type Settings, schema} from './schema.ts';

/** What is wrong with settings: where, as keys from the top, and a sentence that says what to do. */
export interface Problem {
  readonly at: readonly PropertyKey[];
  readonly message: string;
  /** Whether the value is wrong, not its key. */
  readonly value?: true;
}

/** Checks what a settings file gave; returns it typed, or the first thing that is wrong with it. */
export function checkSettings(given: unknown): {readonly settings: Settings} | {readonly problem: Problem} {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return {problem: {at: [], value: true, message: `Settings are ${described(given)} here: write keys with values, such as \`{"from": "fr"}\`.`}};
  const list = listForKeys(given);
  if (list) return {problem: list};
  const result = v.safeParse(schema, given);
  if (result.success) return {settings: result.output};
  const issue = result.issues.find((i) => i.expected === 'never') ?? result.issues[0];
  const {at, input} = innermost(issue);
  const key = String(at.at(-1));
  const where = nameOf(at);
  if (issue.expected === 'never') {
    const known = keysAt(at.slice(0, -1));
    return {problem: {at, message: `There is no setting \`${where}\`.${didYouMean(key, known) || ` Known: ${known.join(', ')}.`}`}};
  }
  if (issue.received === 'undefined') return {problem: {at: at.slice(0, -1), message: `\`${key}\` is missing. Add it: \`"${key}": "news/**/*.md"\`.`}};
  const near = at.includes('rules') ? (typeof input === 'number' && LEVELS[input] ? ` Did you mean \`"${LEVELS[input]}"\`?` : didYouMean(String(input), LEVELS)) : '';
  return {problem: {at, value: true, message: `\`${where}\` is ${described(input)}${near ? `.${near} Else ` : ': '}${issue.message}${/[.?]$/.test(issue.message) ? '' : '.'}`}};
}

/** The first list that stands where keys with values are meant: to valibot it is a record, too. */
function listForKeys(given: object): Problem | undefined {
  const wrong = (at: readonly PropertyKey[], wanted: string): Problem => ({at, value: true, message: `\`${nameOf(at)}\` is a list: write ${wanted}.`});
  const {overrides} = given as {overrides?: unknown};
  const places: readonly (readonly [at: readonly PropertyKey[], value: unknown])[] = [[[], given], ...(Array.isArray(overrides) ? overrides.map((value: unknown, i) => [['overrides', i], value] as const) : [])];
  for (const [at, value] of places) {
    if (Array.isArray(value)) return wrong(at, 'keys with values, such as `{"files": "news/**/*.md", "mt": "yes"}`');
    const {rules} = (value ?? {}) as {rules?: unknown};
    if (Array.isArray(rules)) return wrong([...at, 'rules'], 'rule ids with their levels, such as `{"fused-words": "error"}`');
    for (const [id, rule] of Object.entries(rules ?? {})) if (Array.isArray(rule) && Array.isArray(rule[1])) return wrong([...at, 'rules', id, 1], 'options with their values, such as `{"allow": ["word"]}`');
  }
  return undefined;
}

/** The path of a setting as people write it: `overrides[0].files`. */
const nameOf = (at: readonly PropertyKey[]): string => at.map((key, i) => (/^\d+$/.test(String(key)) ? `[${String(key)}]` : `${i ? '.' : ''}${String(key)}`)).join('');

/** A value as a message names it. */
function described(value: unknown): string {
  return value === null || value === undefined ? 'empty' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'keys with values' : typeof value === 'function' ? 'a function' : `\`${typeof value === 'string' && value.length > 40 ? `"${value.slice(0, 40)}…` : JSON.stringify(value)}\``;
}

/** Where in the value of an issue the wrong part stands: of the ways in which the value could be right, the one that goes the furthest. */
function innermost(issue: v.BaseIssue<unknown>): {at: PropertyKey[]; input: unknown} {
  const at = issue.path?.map(({key}) => key as PropertyKey) ?? [];
  const inner = (issue.issues ?? []).filter((one) => one.path?.at(-1)?.origin !== 'key').map(innermost).reduce<ReturnType<typeof innermost> | undefined>((best, one) => (one.at.length > (best?.at.length ?? 0) ? one : best), undefined);
  return inner ? {at: [...at, ...inner.at], input: inner.input} : {at, input: issue.path?.at(-1)?.origin === 'key' ? issue.path.at(-1)!.value : issue.input};
}

/** What the schema cannot know: which rules there are, with `extra` those of plugins, their options, languages and formats. */
export function checkNames(settings: Settings, extra: readonly Rule[]): Problem | undefined {
  const known = {ids: [...ruleIds, ...extra.map(({rule}) => rule.id)], rule: (id: string) => ruleById.get(id) ?? extra.find((r) => r.rule.id === id)};
  return checkCommon(settings, [], known) ?? settings.overrides?.map((override, i) => checkCommon(override, ['overrides', i], known)).find(Boolean);
}

/** Settings without the rules that only plugins could bring. */
export function withoutUnknownRules(settings: Settings): Settings {
  const known = <T extends Common>(common: T): T => (common.rules ? {...common, rules: Object.fromEntries(Object.entries(common.rules).filter(([id]) => ruleById.has(id)))} : common);
  return {...known(settings), ...(settings.overrides ? {overrides: settings.overrides.map(known)} : {})};
}

function checkCommon({rules = {}, from, as}: Common, at: readonly PropertyKey[], known: {readonly ids: readonly string[]; rule(id: string): Rule | undefined}): Problem | undefined {
  for (const [id, setting] of Object.entries(rules)) {
    const place = [...at, 'rules', id];
    if (!known.ids.includes(id)) return {at: place, message: `There is no rule \`${id}\`.${didYouMean(id, known.ids)} \`mtlint rules\` lists them.`};
    const rule = known.rule(id);
    if (!Array.isArray(setting) || setting[1] === undefined) continue;
    try {
      if (rule) parseOptions(rule.rule, setting[1]);
      else return {at: place, message: `The rule \`${id}\` has no options: write its level alone.`};
    } catch (error) {
      const unknown = !(error instanceof OptionsError) || /^There is no option|has no option/.test(error.message);
      return {...(unknown ? {} : {value: true as const}), at: error instanceof OptionsError ? [...place, 1, ...error.at] : place, message: `${(error as Error).message}.`};
    }
  }
  if (from !== undefined && !languageCode(from)) return {at: [...at, 'from'], value: true, message: unknownLanguage(from)};
  if (as !== undefined && !FORMATS.includes(as)) return {at: [...at, 'as'], value: true, message: `There is no format \`${as}\`.${didYouMean(as, FORMATS)} Known: ${FORMATS.join(', ')}.`};
  return undefined;
}

/** One sentence for a language that is not known, with the nearest that is. */
export function unknownLanguage(given: string): string {
  const names = [...LANGUAGES, ...LANGUAGES.map((code) => languageName(code).toLowerCase())];
  return `There is no source language \`${given}\`.${didYouMean(given.toLowerCase(), names)} Known: ${LANGUAGES.join(', ')}.`;
}
