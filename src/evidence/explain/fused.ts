import type {Explanation, Unknown} from '../triage.ts';

export function explainFused(_unknown: Unknown): Explanation | undefined {
  return undefined;
}
