import {languageCode} from '../engine/languages.ts';
import {type Level, ruleIds} from '../engine/lint.ts';

/** What the editor says, over every settings file. */
export interface EditorSettings {
  readonly from?: string;
  readonly mt?: 'auto' | 'yes' | 'no';
  readonly minConfidence?: number;
  readonly rules?: Readonly<Record<string, Level>>;
}

/** Longer pauses are taken for mistakes, in milliseconds. */
const LONGEST = 10_000;
const LEVELS: readonly unknown[] = ['off', 'warn', 'error'] satisfies Level[];

const isGiven = (value: unknown) => value !== undefined && value !== null;
/** A number from 0 to `most`; undefined for anything else. */
const within = (value: unknown, most: number): number | undefined => (typeof value === 'number' && value >= 0 && value <= most ? value : undefined);

/** What a client sent for settings, of which nothing is certain: what can be used of it, and one sentence for each value that cannot. */
export function readEditorSettings(given: unknown): {settings: EditorSettings; delay?: number; problems: string[]} {
  const {from, mt, minConfidence, rules, delay} = (given ?? {}) as Partial<Record<keyof EditorSettings | 'delay', unknown>>;
  const problems: string[] = [];
  const code = typeof from === 'string' && from ? languageCode(from) : undefined;
  if (from && !code) problems.push(`The editor’s setting \`mtlint.from\` names no language that mtlint knows: ${String(from)}.`);
  const answer = (['yes', 'no'] as const).find((one) => one === mt);
  const entries = Object.entries(typeof rules === 'object' && rules ? rules : {});
  const usable = entries.filter(([id, level]) => ruleIds.includes(id) && LEVELS.includes(level)) as [string, Level][];
  for (const [id, level] of entries) {
    if (!ruleIds.includes(id)) problems.push(`The editor’s setting \`mtlint.rules\` names a rule that there is not: ${id}.`);
    else if (!LEVELS.includes(level)) problems.push(`The editor’s setting \`mtlint.rules\` gives ${id} the level ${String(level)}: there are off, warn and error.`);
  }
  const share = within(minConfidence, 1);
  const pause = within(delay, LONGEST);
  const wrong = (key: string, value: unknown, there: string) => problems.push(`The editor’s setting \`mtlint.${key}\` is ${String(value)}: there are ${there}.`);
  if (mt && mt !== 'auto' && !answer) wrong('mt', mt, 'auto, yes and no');
  if (isGiven(minConfidence) && share === undefined) wrong('minConfidence', minConfidence, '0 to 1');
  if (isGiven(delay) && pause === undefined) wrong('delay', delay, `0 to ${LONGEST} milliseconds`);
  return {
    settings: {...(code ? {from: code} : {}), ...(answer ? {mt: answer} : {}), ...(share === undefined ? {} : {minConfidence: share}), ...(usable.length ? {rules: Object.fromEntries(usable)} : {})},
    ...(pause === undefined ? {} : {delay: pause}), problems,
  };
}
