import type {Explanation, Unknown} from '../triage.ts';

export function explainVariant(_unknown: Unknown): Explanation | undefined {
  return undefined;
}
