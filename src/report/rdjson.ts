import type {Edit} from '../rule/rule.ts';
import {jsonList, type ReportContext} from './reporter.ts';
import {type FileResult, nameOf} from './result.ts';
import {HOME, ruleUrl} from '../rule/rule-url.ts';

/** Proposals a finding that reviewdog shows as suggestions. */
const SUGGESTIONS = 3;

/** Reviewdog's diagnostic format, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf; its columns count bytes of UTF-8. */
export function* rdjson(results: readonly FileResult[], {cwd}: ReportContext): Generator<string, void> {
  yield `{"source":${JSON.stringify({name: 'mtlint', url: HOME})},"diagnostics":`;
  yield* jsonList(results, (result) => {
    const path = nameOf(result, cwd);
    const point = (offset: number) => {
      const {line, column} = result.pointAt(offset);
      return {line, column: Buffer.byteLength(result.text.slice(offset - column + 1, offset)) + 1};
    };
    const range = ({start, end}: Pick<Edit, 'start' | 'end'>) => ({start: point(start), end: point(end)});
    return [
      ...result.errors.map((message) => ({message, location: {path}, severity: 'ERROR'})),
      ...result.findings.map((finding) => ({
        message: finding.note ? `${finding.message}. ${finding.note}` : finding.message,
        location: {path, range: range(finding)},
        severity: finding.severity === 'error' ? 'ERROR' : 'WARNING',
        code: {value: finding.ruleId, url: ruleUrl(finding.ruleId)},
        ...(finding.proposals.length ? {suggestions: finding.proposals.slice(0, SUGGESTIONS).map((p) => ({range: range(p), text: p.text}))} : {}),
      })),
    ];
  });
  yield '}\n';
}
