import * as v from 'valibot';
import {LANGUAGES, languageCode, languageName} from '../engine/languages.ts';
import {ruleById, ruleIds} from '../engine/lint.ts';
import {didYouMean} from '../rule/nearest.ts';
import {FORMATS} from '../format/registry.ts';
import {OptionsError, parseOptions} from '../rule/options.ts';
import type {Rule} from '../rule/rule.ts';
import {type Common, keysAt, type Settings, schema} from './schema.ts';

/** What is wrong with settings: where, as keys from the top, and a sentence that says what to do. */
export interface Problem {
  readonly at: readonly PropertyKey[];
  readonly message: string;
}

/** Checks what a settings file gave; returns it typed, or the first thing that is wrong with it. */
export function checkSettings(given: unknown): {readonly settings: Settings} | {readonly problem: Problem} {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return {problem: {at: [], message: 'Settings are keys with values, such as `from: fr`.'}};
  const result = v.safeParse(schema, given);
  if (!result.success) {
    const issue = result.issues.find((i) => i.expected === 'never') ?? result.issues[0];
    const at = issue.path?.map((item) => item.key as PropertyKey) ?? [];
    const key = String(at.at(-1));
    const where = at.filter((k) => typeof k === 'string').join('.');
    if (issue.expected === 'never') {
      const known = keysAt(at.slice(0, -1));
      return {problem: {at, message: `There is no setting \`${where}\`.${didYouMean(key, known) || ` Known: ${known.join(', ')}.`}`}};
    }
    if (issue.received === 'undefined') return {problem: {at: at.slice(0, -1), message: `\`${key}\` is missing.`}};
    return {problem: {at, message: `\`${where}\`: ${issue.message}${/[.?]$/.test(issue.message) ? '' : '.'}`}};
  }
  return {settings: result.output};
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
      else return {at: place, message: `The rule \`${id}\` has no options.`};
    } catch (error) {
      return {at: error instanceof OptionsError ? [...place, 1, ...error.at] : place, message: `${(error as Error).message}.`};
    }
  }
  if (from !== undefined && !languageCode(from)) return {at: [...at, 'from'], message: unknownLanguage(from)};
  if (as !== undefined && !FORMATS.includes(as)) return {at: [...at, 'as'], message: `There is no format \`${as}\`.${didYouMean(as, FORMATS)} Known: ${FORMATS.join(', ')}.`};
  return undefined;
}

/** One sentence for a language that is not known, with the nearest that is. */
export function unknownLanguage(given: string): string {
  const names = [...LANGUAGES, ...LANGUAGES.map((code) => languageName(code).toLowerCase())];
  return `There is no source language \`${given}\`.${didYouMean(given.toLowerCase(), names)} Known: ${LANGUAGES.join(', ')}.`;
}
