import {rules} from '../../rules/index.ts';
import {Document} from '../document/document.ts';
import type {Prose} from '../document/prose.ts';
import {proseFromText} from '../document/prose.ts';
import {withoutForeignQuotes} from '../evidence/foreign-quote.ts';
import {senseHitsIn} from '../evidence/sense-hits.ts';
import {type SourceLanguage, sourceLanguageOf} from '../evidence/source-language.ts';
import {parseOptions} from '../rule/options.ts';
import type {Rule, Severity} from '../rule/rule.ts';
import type {ParagraphMemo} from '../rule/paragraph-memo.ts';
import {type ActiveRule, type Finding, run} from '../rule/run.ts';
import type {Note} from '../format/format.ts';
import {languageCode} from './languages.ts';
import {type Suppressed, unusedDisable} from './suppress.ts';

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
  /** Words that are right in any case. */
  readonly accept?: readonly string[];
  /** Names that are right as written. */
  readonly names?: readonly string[];
  /** Preferred forms with the variants that they replace. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** Fingerprints of findings that stay as they are. */
  readonly accepted?: readonly string[];
  /** Rules beside mtlint's own. */
  readonly extraRules?: readonly Rule[];
  /** Leave out findings below this confidence; 0.5, where `mt` is "yes" 0.35. */
  readonly minConfidence?: number;
}

export interface LintResult {
  readonly findings: readonly Finding[];
  /** What would be findings, but comments or settings say that they stay. */
  readonly suppressed?: readonly Suppressed[];
  /** How machine-translated the text looks, 0 to 1. */
  readonly machineLikeness: number;
  /** The language that the text was translated from, given or inferred; see `source-language.ts`. */
  readonly sourceLanguage?: SourceLanguage;
  /** Words in the text. */
  readonly words: number;
  /** What of the source could not be read, and why. */
  readonly notes?: readonly Note[];
  /** Rules that failed on this text. */
  readonly failures: readonly {readonly ruleId: string; readonly error: Error}[];
}

/** Machine-likeness from which words in the wrong sense tell of the source language: below, they are hardly wrong. */
const SENSES_SPEAK = 0.4;

/** All rules by id, and what the engine itself reports. */
export const ruleById: ReadonlyMap<string, Rule> = new Map([...rules, unusedDisable].map((rule) => [rule.rule.id, rule]));

/** Ids that settings may name. */
export const ruleIds: readonly string[] = [...ruleById.keys()];

/** The level at which a rule reports under settings. */
export function levelOf(id: string, settings: LintOptions['rules'] = {}): Level {
  const setting = settings[id];
  return (Array.isArray(setting) ? setting[0] as Level : setting as Level | undefined) ?? ruleById.get(id)?.rule.severity ?? 'warn';
}

/** A later setting of a rule over an earlier one: where it says no more than the level, the options stay. */
export const ruleSettingOver = (earlier: RuleSetting | undefined, later: RuleSetting): RuleSetting => (typeof later === 'string' && Array.isArray(earlier) && earlier[1] ? [later, earlier[1] as Record<string, unknown>] : later);

/** The rules that settings leave on, with their options. Throws on an unknown rule, level or option. */
export function activeRules(settings: LintOptions['rules'] = {}, extra: readonly Rule[] = []): ActiveRule[] {
  for (const id of Object.keys(settings)) if (!ruleIds.includes(id) && !extra.some((r) => r.rule.id === id)) throw new Error(`There is no rule \`${id}\``);
  return [...rules, ...extra].flatMap(({rule}) => {
    const setting = settings[rule.id];
    const [level, options] = Array.isArray(setting) ? (setting as [Level, Record<string, unknown>]) : [setting as Level | undefined, undefined];
    if (level !== undefined && !['off', 'warn', 'error'].includes(level)) throw new Error(`The level of \`${rule.id}\` is \`off\`, \`warn\` or \`error\`, not \`${String(level)}\``);
    if (level === 'off') return [];
    return [{rule, options: parseOptions(rule, options), ...(level ? {severity: level} : {})}];
  });
}

const accepted = new WeakMap<LintOptions, ReadonlySet<string>>();
const NOTHING: ReadonlySet<string> = new Set();

/** Words, the parts of names, and preferred terms, folded; made once for the files that share their settings. A term that is preferred to another case of itself is not right in any case. */
function acceptedWords(options: LintOptions): ReadonlySet<string> {
  if (!options.accept?.length && !options.names?.length) return NOTHING;
  let known = accepted.get(options);
  if (!known) {
    const names = [...(options.accept ?? []), ...(options.names ?? [])].flatMap((entry) => [entry, ...entry.split(/[\s-]+/)]);
    const terms = Object.entries(options.terms ?? {}).flatMap(([term, variants]) => (variants.some((variant) => variant.toLowerCase() === term.toLowerCase()) ? [] : [term]));
    accepted.set(options, known = new Set([...names, ...terms].map((word) => word.toLowerCase())));
  }
  return known;
}

/** Lints prose that a format or a tree has made; offsets of the findings are in `given.text`. `memo`, of the text and its settings, keeps what an editor's next lint can use. */
export function lintProse(given: Prose, options: LintOptions = {}, memo?: ParagraphMemo): LintResult & {document: Document} {
  const prose = withoutForeignQuotes(given);
  const from = options.from === undefined ? undefined : languageCode(options.from);
  if (options.from !== undefined && !from) throw new Error(`There is no source language \`${options.from}\``);
  if (options.mt !== undefined && !['auto', 'yes', 'no'].includes(options.mt)) throw new Error(`\`mt\` is \`auto\`, \`yes\` or \`no\`, not \`${String(options.mt)}\``);
  const context = {from, mt: options.mt, accepted: acceptedWords(options), terms: options.terms};
  const document = memo?.document(prose, context) ?? new Document(prose, context);
  const {signs: _, ...result} = run(document, activeRules(options.rules, options.extraRules), options.minConfidence, memo);
  const sourceLanguage = result.findings.length || from ? sourceLanguageOf(document, result.machineLikeness >= SENSES_SPEAK ? senseHitsIn(document) : undefined) : undefined;
  memo?.rest();
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
