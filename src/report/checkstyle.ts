import type {ReportContext} from './reporter.ts';
import {type FileResult, nameOf} from './result.ts';
import {xml} from './xml.ts';

/** Checkstyle's XML, which Jenkins and many other tools read. */
export function* checkstyle(results: readonly FileResult[], {cwd, version}: ReportContext): Generator<string, void> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3" generator="mtlint ${version}">\n`;
  for (const result of results) {
    const errors = result.errors.map((error) => `    <error line="1" column="1" severity="error" message="${xml(error)}" source="mtlint"/>\n`);
    for (const finding of result.findings) {
      const {line, column} = result.pointAt(finding.start);
      errors.push(`    <error line="${line}" column="${column}" severity="${finding.severity === 'error' ? 'error' : 'warning'}" message="${xml(finding.note ? `${finding.message}. ${finding.note}` : finding.message)}" source="mtlint.${xml(finding.ruleId)}"/>\n`);
    }
    yield `  <file name="${xml(nameOf(result, cwd))}">\n${errors.join('')}  </file>\n`;
  }
  yield '</checkstyle>\n';
}
