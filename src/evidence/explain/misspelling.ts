import type {Explanation, Unknown} from '../triage.ts';

export function explainMisspelling(_unknown: Unknown): Explanation | undefined {
  return undefined;
}
