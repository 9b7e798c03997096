import {applyEdits} from '../fix/apply.ts';
import type {Format, FormatOptions} from '../format/format.ts';
import {text as plainText} from '../format/text.ts';
import type {Edit} from '../rule/rule.ts';
import {type LintOptions, type LintResult, lintProse} from './lint.ts';

/** Rounds after which `fixSource` stops even if findings with safe fixes are left. */
export const MAX_ROUNDS = 10;

export interface SourceOptions extends LintOptions, FormatOptions {}

/**
 * Lints a source in its format. Offsets of the findings and of their proposals are UTF-16 code units into `source`.
 * A proposal that the format cannot put into the source is left out. Throws a `FormatError` for a broken source.
 */
export function lintSource(source: string, format: Format, options: SourceOptions = {}): LintResult {
  const parsed = format.parse(source, options);
  const {document: _, ...result} = lintProse(parsed.prose, options);
  return {
    ...result,
    findings: result.findings.map((finding) => {
      const [start, end] = parsed.toSource(finding.start, finding.end);
      const proposals = finding.proposals.map((p) => parsed.toSourceEdit(p)).filter((p): p is Edit => p !== undefined);
      // The safe fix is the first proposal: without it nothing may be applied unseen.
      const safe = finding.tier === 'safe' && parsed.toSourceEdit(finding.proposals[0]!) !== undefined;
      return {...finding, start, end, proposals, tier: safe ? 'safe' : proposals.length ? 'suggest' : 'report'};
    }),
  };
}

/** Applies safe fixes to a source until none is left, at most ten rounds. Returns the source and what is still found in it. */
export function fixSource(source: string, format: Format, options: SourceOptions = {}): {source: string; applied: number; result: LintResult} {
  let applied = 0;
  let current = source;
  let result = lintSource(current, format, options);
  const seen = new Set([current]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const safe = result.findings.filter((f) => f.tier === 'safe').map((f) => f.proposals[0]!);
    if (!safe.length) break;
    const next = applyEdits(current, safe);
    // Fixes that undo each other would alternate for ever: the first text of such a circle stays.
    if (seen.has(next.text)) break;
    seen.add(next.text);
    current = next.text;
    applied += next.applied;
    result = lintSource(current, format, options);
  }
  return {source: current, applied, result};
}

/** Applies safe fixes to a plain text until none is left. Returns the text and what is still found in it. */
export function fix(text: string, options: LintOptions = {}): {text: string; applied: number; result: LintResult} {
  const {source, ...rest} = fixSource(text, plainText, options);
  return {text: source, ...rest};
}
