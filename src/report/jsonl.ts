import {toEslint} from './json.ts';
import type {FileResult} from './result.ts';

/** One line of JSON a finding: ESLint's message with its `filePath`. */
export function* jsonl(results: readonly FileResult[]): Generator<string, void> {
  for (const result of results) {
    const {filePath, messages} = toEslint(result);
    for (const message of messages) yield `${JSON.stringify({filePath, ...message})}\n`;
  }
}
