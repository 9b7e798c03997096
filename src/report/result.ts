import path from 'node:path';
import type {KnownFinding} from '../engine/baseline.ts';
import {languageName} from '../engine/languages.ts';
import type {LintResult} from '../engine/lint.ts';
import type {Suppressed} from '../engine/suppress.ts';
import type {Note} from '../format/format.ts';
import {failureText} from '../rule/message.ts';
import type {Finding} from '../rule/run.ts';

/** A finding as it is reported. */
export interface ReportedFinding extends Finding {
  /** How it stands to the baseline: not in it, or in it. Absent where there is no baseline. Reports other than SARIF get only what is new. */
  readonly baseline?: 'new' | 'unchanged';
}

/** A finding that a baseline knows and that no longer occurs. */
export interface GoneFinding extends KnownFinding {
  /** Absolute path of its file, which may be gone, too. */
  readonly path: string;
}

/** What a report needs of one file. */
export interface FileResult {
  /** Absolute path, or "<stdin>". */
  readonly path: string;
  /** The decoded text, for source lines; empty where there is nothing to show. */
  readonly text: string;
  readonly findings: readonly ReportedFinding[];
  /** Findings that comments or the settings keep from being reported. */
  readonly suppressed?: readonly Suppressed[];
  /** What kept the file, or a rule on it, from being linted: one sentence each. */
  readonly errors: readonly string[];
  /** What of the file could not be read. */
  readonly notes?: readonly Note[];
  readonly words: number;
  readonly machineLikeness: number;
  /** Name of the source language, where it is known or inferred. */
  readonly from?: string;
  /** Line and column, from 1, of an offset (UTF-16 code units). */
  pointAt(offset: number): {line: number; column: number};
}

/** A function from offsets to lines and columns, from 1; both in UTF-16 code units. */
export function pointsOf(text: string): FileResult['pointAt'] {
  let starts: number[] | undefined;
  return (offset) => {
    if (!starts) {
      starts = [0];
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    }
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return {line: low + 1, column: offset - starts[low]! + 1};
  };
}

/** What a report needs of a file that was linted. */
export function resultOf(file: string, text: string, {findings, suppressed, failures, words, machineLikeness, notes, sourceLanguage}: LintResult): FileResult {
  // Of a file without findings nobody asks what it says: the texts of a large folder are not kept.
  const kept = findings.length || suppressed?.length ? text : '';
  return {
    path: file, text: kept, findings, words, machineLikeness, pointAt: pointsOf(kept), ...(suppressed ? {suppressed} : {}), ...(notes ? {notes} : {}),
    ...(sourceLanguage && sourceLanguage.score >= SURE ? {from: languageName(sourceLanguage.language)} : {}),
    errors: failures.map(failureText),
  };
}

/** Of a packed result, what makes one with other findings. */
type Repack = (findings: FileResult['findings'], suppressed: FileResult['suppressed']) => FileResult;
const packed = new WeakMap<FileResult, Repack>();

/** Says that a result is packed: one with other findings is to be, too. */
export function packWith(result: FileResult, repack: Repack): void {
  packed.set(result, repack);
}

/** A result with other findings; packed if it was. */
export function withFindings(result: FileResult, findings: FileResult['findings'], suppressed = result.suppressed): FileResult {
  return packed.get(result)?.(findings, suppressed) ?? {...result, findings, ...(suppressed ? {suppressed} : {})};
}

/** The name of a file in reports: relative to `cwd`, with slashes; "<stdin>" stays. */
export function nameOf(result: FileResult, cwd: string): string {
  if (result.path.startsWith('<')) return result.path;
  return (path.relative(cwd, result.path) || result.path).split(path.sep).join('/');
}

/** Findings and errors by level, over all files. */
export function countLevels(results: readonly FileResult[]): {errors: number; warnings: number; safe: number} {
  let [errors, warnings, safe] = [0, 0, 0];
  for (const result of results) {
    errors += result.errors.length;
    for (const {severity, tier} of result.findings) {
      if (severity === 'error') errors++;
      else warnings++;
      if (tier === 'safe') safe++;
    }
  }
  return {errors, warnings, safe};
}

export const plural = (n: number, word: string): string => `${n.toLocaleString('en-US')} ${word}${n === 1 ? '' : 's'}`;

/** The proposals of a finding as a reader sees them, best first: the text to put in, "(nothing)" for a deletion. */
export const proposalTexts = (finding: Finding, limit = 5): string[] => finding.proposals.slice(0, limit).map((p) => p.text.trim() || (p.text ? '(space)' : '(nothing)'));

/** Score of a source language from which it is named. */
export const SURE = 0.5;
/** Machine-likeness from which reports say so. */
export const LIKELY = 0.6;
