import type {ReportContext} from './reporter.ts';
import {type FileResult, nameOf, proposalTexts} from './result.ts';
import {xml} from './xml.ts';

/** JUnit's XML: a suite a file, a failure a finding; a file without findings is one test that passed. */
export function junit(results: readonly FileResult[], {cwd}: ReportContext): string {
  let failures = 0;
  let tests = 0;
  const suites = results.map((result) => {
    const name = xml(nameOf(result, cwd));
    const cases = result.errors.map((error) => `    <testcase name="linting" classname="${name}"><error message="${xml(error)}"/></testcase>\n`);
    for (const finding of result.findings) {
      const {line, column} = result.pointAt(finding.start);
      const or = proposalTexts(finding).slice(1);
      const body = [`${nameOf(result, cwd)}:${line}:${column}`, finding.note ?? '', or.length ? `or ${or.join(' | ')}` : ''].filter(Boolean).join('\n');
      cases.push(`    <testcase name="${xml(`${finding.ruleId} ${line}:${column}`)}" classname="${name}"><failure type="${finding.severity === 'error' ? 'error' : 'warning'}" message="${xml(finding.message)}">${xml(body)}</failure></testcase>\n`);
    }
    if (!cases.length) cases.push(`    <testcase name="no findings" classname="${name}"/>\n`);
    failures += result.findings.length;
    tests += cases.length;
    return `  <testsuite name="${name}" tests="${cases.length}" failures="${result.findings.length}" errors="${result.errors.length}">\n${cases.join('')}  </testsuite>\n`;
  });
  const errors = results.reduce((n, r) => n + r.errors.length, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mtlint" tests="${tests}" failures="${failures}" errors="${errors}">\n${suites.join('')}</testsuites>\n`;
}
