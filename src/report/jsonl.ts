import {toEslint} from './json.ts';
import type {FileResult} from './result.ts';

/** One line of JSON a finding: ESLint's message with its `filePath`. */
export const jsonl = (results: readonly FileResult[]): string => toEslint(results).flatMap(({filePath, messages}) => messages.map((message) => `${JSON.stringify({filePath, ...message})}\n`)).join('');
