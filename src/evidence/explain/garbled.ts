import type {Explanation, Unknown} from '../triage.ts';

export function explainGarbled(_unknown: Unknown): Explanation | undefined {
  return undefined;
}
