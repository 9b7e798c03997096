import {rules} from '../../rules/index.ts';
import {Document} from '../document/document.ts';
import type {Prose} from '../document/prose.ts';
import {proseFromText} from '../document/prose.ts';
import {senseHitsIn} from '../evidence/sense-hits.ts';
import {type SourceLanguage, sourceLanguageOf} from '../evidence/source-language.ts';
import {parseOptions, type Rule, type Severity} from '../rule/rule.ts';
import {type ActiveRule, type Finding, run} from '../rule/run.ts';
import {languageCode} from './languages.ts';

export type Level = 'off' | Severity;
/** A rule's level, or its level and options. */
export type RuleSetting = Level | readonly [Level, Record<string, unknown>];

export interface LintOptions {
  /** By rule id; rules that are not named keep their own severity. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Language the text was translated from: ISO 639-1 or its English name. Inferred if absent. */
  readonly from?: string;
  /** Whether the text is machine-translated; "auto" (default) judges by the evidence. */
  readonly mt?: 'auto' | 'yes' | 'no';
  /** Words and names that are right in any case. */
  readonly accept?: readonly string[];
  /** Leave out findings below this confidence; 0.5. */
  readonly minConfidence?: number;
}

export interface LintResult {
  readonly findings: readonly Finding[];
  /** How machine-translated the text looks, 0 to 1. */
  readonly machineLikeness: number;
  /** The language that the text was translated from, given or inferred; see `source-language.ts`. */
  readonly sourceLanguage?: SourceLanguage;
  /** Words in the text. */
  readonly words: number;
  /** Rules that failed on this text. */
  readonly failures: readonly {readonly ruleId: string; readonly error: Error}[];
}

/** Machine-likeness from which words in the wrong sense tell of the source language: below, they are hardly wrong. */
const SENSES_SPEAK = 0.4;

/** All rules by id. */
export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.rule.id, rule]));

/** The rules that settings leave on, with their options. Throws on an unknown rule, level or option. */
export function activeRules(settings: LintOptions['rules'] = {}): ActiveRule[] {
  for (const id of Object.keys(settings)) if (!ruleById.has(id)) throw new Error(`There is no rule \`${id}\``);
  return rules.flatMap(({rule}) => {
    const setting = settings[rule.id];
    const [level, options] = Array.isArray(setting) ? (setting as [Level, Record<string, unknown>]) : [setting as Level | undefined, undefined];
    if (level !== undefined && !['off', 'warn', 'error'].includes(level)) throw new Error(`The level of \`${rule.id}\` is \`off\`, \`warn\` or \`error\`, not \`${String(level)}\``);
    if (level === 'off') return [];
    return [{rule, options: parseOptions(rule, options), ...(level ? {severity: level} : {})}];
  });
}

/** Lints prose that a format or a tree has made; offsets of the findings are in `prose.text`. */
export function lintProse(prose: Prose, options: LintOptions = {}): LintResult & {document: Document} {
  const from = options.from === undefined ? undefined : languageCode(options.from);
  if (options.from !== undefined && !from) throw new Error(`There is no source language \`${options.from}\``);
  if (options.mt !== undefined && !['auto', 'yes', 'no'].includes(options.mt)) throw new Error(`\`mt\` is \`auto\`, \`yes\` or \`no\`, not \`${String(options.mt)}\``);
  const document = new Document(prose, {from, mt: options.mt, accepted: new Set(options.accept?.map((word) => word.toLowerCase()))});
  const result = run(document, activeRules(options.rules), options.minConfidence);
  const sourceLanguage = result.findings.length || from ? sourceLanguageOf(document, result.machineLikeness >= SENSES_SPEAK ? senseHitsIn(document) : undefined) : undefined;
  return {...result, ...(sourceLanguage ? {sourceLanguage} : {}), words: document.wordCount, document};
}

/**
 * Finds what machine translation left behind in an English text.
 * Offsets of the findings are UTF-16 code units into `text`. Touches no files. Throws on wrong options only.
 */
export function lint(text: string, options: LintOptions = {}): LintResult {
  const {document: _, ...result} = lintProse(proseFromText(text), options);
  return result;
}
