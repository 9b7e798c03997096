import type {Severity} from '../rule/rule.ts';
import type {ReportContext} from './reporter.ts';
import {type FileResult, nameOf, proposalTexts, type ReportedFinding} from './result.ts';

/** Annotations of a level that GitHub shows of one step. */
const SHOWN = 10;
/** Further places of a cause that its annotation lists. */
const PLACES = 20;

/** Control characters, which the log of a job would obey, are shown as a dot. */
const data = (text: string) => text.replace(/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '·').replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

interface Cause {
  readonly severity: Severity;
  readonly result: FileResult;
  readonly findings: ReportedFinding[];
}

/** One cause in one file: what a rule says about the same text, wherever it stands. */
function causesOf(result: FileResult): Cause[] {
  const causes = new Map<string, Cause>();
  for (const finding of result.findings) {
    // The message has the proposal as readers see it, without the markup that stands in one place and not in another.
    const key = `${finding.ruleId}\0${finding.severity}\0${`${finding.actual}\0${finding.message}`.toLowerCase().replace(/\s+/g, ' ')}`;
    const cause = causes.get(key);
    if (cause) cause.findings.push(finding);
    else causes.set(key, {severity: finding.severity, result, findings: [finding]});
  }
  return [...causes.values()];
}

function annotation({result, severity, findings}: Cause, root: string): string {
  const [first, ...rest] = findings as [ReportedFinding, ...ReportedFinding[]];
  const start = result.pointAt(first.start);
  const end = result.pointAt(first.end);
  const or = proposalTexts(first).slice(1);
  const lines = [...new Set(rest.map((f) => result.pointAt(f.start).line))].filter((line) => line !== start.line);
  const places = rest.length ? `Stands ${findings.length} times${lines.length ? `: also on ${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, PLACES).join(', ')}${lines.length > PLACES ? ' …' : ''}` : ' on this line'}.` : '';
  const message = [first.message, first.note ?? '', or.length ? `Or: ${or.join(' | ')}` : '', places].filter(Boolean).join('\n');
  // GitHub takes columns only within one line.
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${Math.max(end.column, start.column + 1)}` : '';
  return `::${severity === 'error' ? 'error' : 'warning'} title=${property(`mtlint ${first.ruleId}`)},file=${property(nameOf(result, root))},line=${start.line},endLine=${end.line}${columns}::${data(message)}\n`;
}

/** Workflow commands that GitHub shows as annotations: one a cause and file, errors first. Names are relative to the checkout. */
export function github(results: readonly FileResult[], {cwd}: ReportContext): string {
  const root = process.env.GITHUB_WORKSPACE || cwd;
  const failures = results.flatMap((result) => result.errors.map((error) => `::error title=mtlint,file=${property(nameOf(result, root))}::${data(error)}\n`));
  const notes = results.flatMap((result) => (result.notes ?? []).map(({line, text}) => `::notice title=mtlint,file=${property(nameOf(result, root))}${line === undefined ? '' : `,line=${line}`}::${data(text)}\n`));
  const causes = results.flatMap(causesOf);
  const errors = causes.filter((c) => c.severity === 'error');
  const warnings = causes.filter((c) => c.severity !== 'error');
  const more = failures.length + errors.length > SHOWN || warnings.length > SHOWN;
  return [...failures, ...[...errors, ...warnings].map((c) => annotation(c, root)), ...notes, more ? `GitHub shows ${SHOWN} errors and ${SHOWN} warnings of a step; the job summary lists all.\n` : ''].join('');
}
