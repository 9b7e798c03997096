import type {ReportContext} from './reporter.ts';
import {type FileResult, nameOf, proposalTexts} from './result.ts';
import {xml} from './xml.ts';

/** JUnit's XML: a suite a file, a failure a finding; a file without findings is one test that passed. */
export function* junit(results: readonly FileResult[], {cwd}: ReportContext): Generator<string, void> {
  let [tests, failures, errors] = [0, 0, 0];
  for (const result of results) {
    failures += result.findings.length;
    errors += result.errors.length;
    tests += result.findings.length + result.errors.length || 1;
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mtlint" tests="${tests}" failures="${failures}" errors="${errors}">\n`;
  for (const result of results) {
    const name = xml(nameOf(result, cwd));
    const cases = result.errors.map((error) => `    <testcase name="linting" classname="${name}"><error message="${xml(error)}"/></testcase>\n`);
    for (const finding of result.findings) {
      const {line, column} = result.pointAt(finding.start);
      const or = proposalTexts(finding).slice(1);
      const body = [`${nameOf(result, cwd)}:${line}:${column}`, finding.note ?? '', or.length ? `or ${or.join(' | ')}` : ''].filter(Boolean).join('\n');
      cases.push(`    <testcase name="${xml(`${finding.ruleId} ${line}:${column}`)}" classname="${name}"><failure type="${finding.severity === 'error' ? 'error' : 'warning'}" message="${xml(finding.message)}">${xml(body)}</failure></testcase>\n`);
    }
    if (!cases.length) cases.push(`    <testcase name="no findings" classname="${name}"/>\n`);
    yield `  <testsuite name="${name}" tests="${cases.length}" failures="${result.findings.length}" errors="${result.errors.length}">\n${cases.join('')}  </testsuite>\n`;
  }
  yield '</testsuites>\n';
}
