import {createHash} from 'node:crypto';
import {jsonList, type ReportContext} from './reporter.ts';
import {type FileResult, nameOf} from './result.ts';

/** GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function* gitlab(results: readonly FileResult[], {cwd}: ReportContext): Generator<string, void> {
  yield* jsonList(results, (result) => {
    const path = nameOf(result, cwd);
    // GitLab takes equal fingerprints for one issue, also in different files.
    const print = (text: string) => createHash('sha256').update(`${path}\0${text}`).digest('hex');
    return [
      ...result.errors.map((description) => ({description, check_name: 'mtlint', fingerprint: print(description), severity: 'blocker', location: {path, lines: {begin: 1}}})),
      ...result.findings.map((finding) => ({
        description: finding.note ? `${finding.message}. ${finding.note}` : finding.message, check_name: finding.ruleId, fingerprint: print(finding.fingerprint),
        severity: finding.severity === 'error' ? 'major' : 'minor',
        location: {path, lines: {begin: result.pointAt(finding.start).line, end: result.pointAt(finding.end).line}},
      })),
    ];
  });
  yield '\n';
}
