import type {Finding} from '../rule/run.ts';
import {jsonList} from './reporter.ts';
import type {FileResult} from './result.ts';

export interface EslintResult {
  readonly filePath: string;
  readonly messages: Record<string, unknown>[];
  readonly [key: string]: unknown;
}

const suggestion = (finding: Finding, index: number) => {
  const edit = finding.proposals[index]!;
  return {desc: edit.text ? `Replace with \`${edit.text}\`` : 'Remove', fix: {range: [edit.start, edit.end], text: edit.text}};
};

/** ESLint's result format, so that every ESLint formatter reads it. Offsets are UTF-16 code units into the decoded file. */
export function toEslint(result: FileResult): EslintResult {
  const messageOf = (finding: Finding): Record<string, unknown> => {
    const start = result.pointAt(finding.start);
    const end = result.pointAt(finding.end);
    const safe = finding.tier === 'safe';
    const rest = finding.proposals.map((_, i) => suggestion(finding, i)).slice(safe ? 1 : 0);
    return {
      ruleId: finding.ruleId, severity: finding.severity === 'error' ? 2 : 1, message: finding.message,
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column, range: [finding.start, finding.end],
      ...(safe ? {fix: suggestion(finding, 0).fix} : {}),
      ...(rest.length ? {suggestions: rest} : {}),
      confidence: finding.confidence, category: finding.category, fingerprint: finding.fingerprint, ...(finding.note ? {note: finding.note} : {}),
    };
  };
  const messages = result.findings.map(messageOf);
  for (const error of result.errors) messages.push({ruleId: null, fatal: true, severity: 2, message: error, line: 1, column: 1});
  const count = (severity: number, fixable: boolean) => messages.filter((m) => m.severity === severity && (!fixable || m.fix)).length;
  return {
    filePath: result.path, messages, suppressedMessages: (result.suppressed ?? []).map(({finding, by, reason}) => ({...messageOf(finding), suppressions: [{kind: by === 'comment' ? 'directive' : 'settings', justification: reason ?? ''}]})),
    errorCount: count(2, false), fatalErrorCount: result.errors.length, warningCount: count(1, false), fixableErrorCount: count(2, true), fixableWarningCount: count(1, true),
    usedDeprecatedRules: [], machineLikeness: result.machineLikeness,
  };
}

export function* json(results: readonly FileResult[]): Generator<string, void> {
  yield* jsonList(results, (result) => [toEslint(result)]);
  yield '\n';
}
