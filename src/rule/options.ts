import * as v from 'valibot';
import {LANGUAGE_NAMES} from '../evidence/explain/foreign.ts';
import {didYouMean} from './nearest.ts';
import type {RuleDefinition} from './rule.ts';

/** What every rule takes beside options of its own; the engine sees to them. */
export interface CommonOptions {
  /** Words and phrases that the rule leaves alone, in any case. */
  readonly allow: readonly string[];
  /** Kinds of findings that are left out, of those that the rule names. */
  readonly ignore: readonly string[];
  /** In place of the setting `minConfidence`, 0 to 1. */
  readonly minConfidence?: number;
  /** Of rules with safe repairs: whether `--fix` applies them. */
  readonly fix: boolean;
}

/** Options of a rule, with its defaults. */
export type RuleOptions = CommonOptions & Record<string, unknown>;

/** Options that do not fit a rule: a sentence that says what to do, and the keys from the options to what is wrong. */
export class OptionsError extends Error {
  readonly at: readonly PropertyKey[];
  constructor(message: string, at: readonly PropertyKey[]) {
    super(message);
    this.at = at;
  }
}

const DEFAULTS: CommonOptions = {allow: [], ignore: [], fix: true};
const texts = v.array(v.pipe(v.string(), v.nonEmpty()));

/** Whether a rule takes options: what the engine reports itself does not. */
const takesOptions = (rule: RuleDefinition) => rule.category !== 'suppression';

const schemas = new WeakMap<RuleDefinition, v.StrictObjectSchema<v.ObjectEntries, undefined>>();

/** What a rule's options may be, its own first; undefined if it takes none. */
export function optionsSchema(rule: RuleDefinition): v.StrictObjectSchema<v.ObjectEntries, undefined> | undefined {
  if (!takesOptions(rule)) return undefined;
  let schema = schemas.get(rule);
  if (!schema) {
    const kinds = Object.keys(rule.kinds ?? {});
    const entries: v.ObjectEntries = {
      ...rule.options?.entries,
      ...(kinds.length ? {ignore: v.optional(v.pipe(v.array(v.picklist(kinds)), v.description('Kinds of findings to leave out.')), [])} : {}),
      allow: v.optional(v.pipe(texts, v.description('Words and phrases to leave alone, in any case: what is found inside of one is not reported.')), []),
      minConfidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1), v.description('In place of the setting `minConfidence`, for this rule alone.'))),
      ...(rule.tier === 'safe' ? {fix: v.optional(v.pipe(v.boolean(), v.description('Whether `--fix` repairs what is sure.')), true)} : {}),
    };
    schemas.set(rule, schema = v.strictObject(entries));
  }
  return schema;
}

const defaults = new WeakMap<RuleDefinition, RuleOptions>();

/** The options of a rule with its defaults filled in. Throws an {@link OptionsError} that names the rule when they do not fit. */
export function parseOptions(rule: RuleDefinition, given?: unknown): RuleOptions {
  if (given === undefined) {
    let known = defaults.get(rule);
    if (!known) defaults.set(rule, known = {...(rule.options ? v.getDefaults(rule.options) : {}), ...DEFAULTS});
    return known;
  }
  const schema = optionsSchema(rule);
  if (!schema) {
    if (given && typeof given === 'object' && Object.keys(given).length === 0) return DEFAULTS as RuleOptions;
    throw new OptionsError(`The rule \`${rule.id}\` has no options: write its level alone`, []);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new OptionsError(`Options of the rule \`${rule.id}\` are keys with values, such as \`allow: [word]\``, []);
  const result = v.safeParse(schema, given);
  if (result.success) return {...DEFAULTS, ...result.output};
  const issue = result.issues.find((one) => one.expected === 'never') ?? result.issues[0];
  const at = issue.path?.map(({key}) => key as PropertyKey) ?? [];
  if (issue.expected === 'never') throw new OptionsError(`The rule \`${rule.id}\` has no option \`${String(at[0])}\`.${didYouMean(String(at[0]), Object.keys(schema.entries))} \`mtlint explain ${rule.id}\` lists them`, at);
  throw new OptionsError(`Option \`${at.filter((key) => typeof key === 'string').join('.')}\` of the rule \`${rule.id}\`: ${whatToWrite(issue)}`, at);
}

/** In plain words what should stand where an option does not fit. */
function whatToWrite(issue: v.BaseIssue<unknown>): string {
  const choices = (issue as unknown as {requirement?: unknown}).requirement;
  switch (issue.type) {
    case 'picklist': {
      const known = issue.expected?.replace(/^\(|\)$/g, '').split(' | ').map((name) => name.replace(/^"|"$/g, '')) ?? [];
      return typeof issue.input === 'string' ? `there is no \`${issue.input}\`.${didYouMean(issue.input, known)} Known: ${known.join(', ')}` : `write one of ${known.join(', ')}`;
    }
    case 'boolean': return 'write `true` or `false`';
    case 'string': return 'write a word or phrase; in quotation marks if it looks like something else';
    case 'non_empty': return 'an entry is empty: leave it out';
    case 'number': return 'write a number';
    case 'integer': return 'write a whole number';
    case 'min_value': return `write a number from ${String(choices)} up`;
    case 'max_value': return `write a number of ${String(choices)} at most`;
    case 'array': return 'write a list, such as `[one, another]`';
    case 'record': case 'object': return 'write keys with values';
    default: return issue.message;
  }
}

const SPACES = /\s+/;

/** Tests whether a stretch of a text, without the spaces around it, lies within one of the phrases; case and the form of apostrophes do not matter. Takes time with the length of stretch and phrases, not of the text. */
export function withinPhrases(phrases: readonly string[]): (text: string, start: number, end: number) => boolean {
  const sources = phrases.map((phrase) => phrase.trim()).filter(Boolean).map((phrase) => {
    const words = phrase.split(SPACES).map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "['’]")).join('\\s{1,4}');
    return `${/^[\p{L}\p{N}]/u.test(phrase) ? '(?<![\\p{L}\\p{N}])' : ''}${words}${/[\p{L}\p{N}]$/u.test(phrase) ? '(?![\\p{L}\\p{N}])' : ''}`;
  });
  const patterns = sources.map((source) => new RegExp(source, 'giu'));
  const reach = Math.max(0, ...phrases.map((phrase) => phrase.length)) * 2 + 2;
  return (text, start, end) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    const left = Math.max(0, from - reach);
    const around = text.slice(left, to + reach);
    return patterns.some((pattern) => {
      for (const {0: {length}, index} of around.matchAll(pattern)) if (left + index <= from && left + index + length >= to) return true;
      return false;
    });
  };
}

/** An option that lists languages by their codes (ISO 639-1); none by default. */
export const languageList = (description: string) => v.optional(v.pipe(v.array(v.picklist(Object.keys(LANGUAGE_NAMES))), v.description(description)), []);
