import {forgetTexts} from '../document/segment-memo.ts';
import type {LintResult} from '../engine/lint.ts';
import {fixSource, lintSource, type SourceOptions} from '../engine/source.ts';
import {FormatError} from '../format/format.ts';
import {loadFormat} from '../format/registry.ts';
import {forgetUnused} from '../lexicon/recent.ts';
import {loadPlugins} from '../settings/load.ts';
import type {PluginSource} from '../settings/resolve.ts';
import {isPacked, type PackedResult, pack} from './packed-result.ts';

/** A source to be linted, as it is sent to a worker. */
export interface Work {
  readonly source: string;
  /** Id of the format. */
  readonly format: string;
  readonly options: SourceOptions;
  /** "fix" repairs and tells what is left; "diff" repairs and tells what was found before. */
  readonly plugins: readonly PluginSource[];
  readonly mode: 'lint' | 'fix' | 'diff';
}

export type Answer =
  | {/** Packed where it comes from a worker. */ readonly result: LintResult | PackedResult; /** The repaired source. */ readonly fixed?: string}
  /** What makes the source unfit for its format. */
  | {readonly problem: string};

/** What came of a work that was sent with others: an error of one leaves the others alone. */
export type Outcome = {readonly answer: Answer} | {readonly error: unknown};

/** Works after which what nobody asked for meanwhile is forgotten: the words of so many articles are most of those of the next. */
const SPAN = 300;
let done = 0;

/** Lints some sources, one after the other, in this thread; results are packed, to be sent. */
export async function workAll(works: readonly Work[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of works) {
    try {
      const answer = await work(one);
      outcomes.push({answer: 'problem' in answer || isPacked(answer.result) ? answer : {...answer, result: pack(answer.result)}});
    } catch (error) {
      outcomes.push({error});
    }
  }
  return outcomes;
}

/** Lints a source, in this thread. What it takes and gives can be sent between threads. */
export async function work({source, format: id, options: given, plugins, mode}: Work): Promise<Answer> {
  try {
    const format = await loadFormat(id, source);
    const options = plugins.length ? {...given, extraRules: await loadPlugins(plugins)} : given;
    if (mode === 'lint') return {result: lintSource(source, format, options)};
    const {source: fixed, result} = fixSource(source, format, options);
    return {result: mode === 'diff' ? lintSource(source, format, options) : result, fixed};
  } catch (error) {
    if (error instanceof FormatError) return {problem: error.message};
    throw error;
  } finally {
    forgetTexts();
    if (++done % SPAN === 0) forgetUnused();
  }
}
