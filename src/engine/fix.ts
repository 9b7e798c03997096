import {applyEdits} from '../fix/apply.ts';
import {type LintOptions, type LintResult, lint} from './lint.ts';

/** Rounds after which `fix` stops even if findings with safe fixes are left. */
export const MAX_ROUNDS = 10;

/** Applies safe fixes until none is left, at most ten rounds. Returns the text and what is still found in it. */
export function fix(text: string, options: LintOptions = {}): {text: string; applied: number; result: LintResult} {
  let applied = 0;
  let current = text;
  let result = lint(current, options);
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
    result = lint(current, options);
  }
  return {text: current, applied, result};
}
