import type {Explanation, Unknown} from '../triage.ts';

export function explainForeign(_unknown: Unknown): Explanation | undefined {
  return undefined;
}
