import pc from 'picocolors';
import type {Finding} from '../rule/run.ts';
import type {ReportContext} from './reporter.ts';
import {countLevels, type FileResult, LIKELY, nameOf, plural} from './result.ts';

/** Characters of the line shown to each side of a finding. */
const AROUND = 34;

/** What would move the cursor or hide text on a terminal, made visible. */
export const visible = (text: string) => text.replace(/[\0-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (c) => (/\s/.test(c) && c !== '\ufeff' ? ' ' : '·'));
/** Columns that a text takes: wide East Asian characters two, combining marks none. */
const columns = (text: string) => [...text].reduce((n, c) => n + (/\p{M}/u.test(c) ? 0 : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]/u.test(c) ? 2 : 1), 0);

/** The look of vfile-reporter, with the place in the text, an underline, the reason and the proposals. */
export function* pretty(results: readonly FileResult[], {color, cwd}: ReportContext): Generator<string, void> {
  const c = pc.createColors(color);
  const {errors, warnings, safe} = countLevels(results);
  for (const result of results) {
    if (!result.findings.length && !result.errors.length) continue;
    const name = nameOf(result, cwd);
    const looks = result.machineLikeness >= LIKELY ? `looks machine-translated${result.from ? ` from ${result.from}` : ''}: ` : '';
    const lines = [`${c.underline(visible(name))}${result.findings.length ? c.dim(`  ${looks}${plural(result.findings.length, 'finding')} in ${plural(result.words, 'word')}`) : ''}`];
    for (const error of result.errors) lines.push(`  ${c.red('error')}  ${visible(error)}`);
    for (const finding of result.findings) lines.push(...describeFinding(result, finding, c));
    yield `${lines.join('\n')}\n\n`;
  }
  const total = errors + warnings;
  const summary = total
    ? `${errors ? c.red(`✖ ${plural(errors, 'error')}`) : ''}${errors && warnings ? ', ' : ''}${warnings ? c.yellow(`⚠ ${plural(warnings, 'warning')}`) : ''}${safe ? c.dim(` (${safe} can be repaired with --fix)`) : ''}`
    : results.length === 1 ? c.green('No findings') : c.green(`No findings in ${plural(results.length, 'file')}`);
  yield `${summary}\n`;
}

/** The lines on one finding: place and message, the text around it, the reason, and, if wanted, what else could stand there. */
export function describeFinding(result: Pick<FileResult, 'text' | 'pointAt'>, finding: Finding, c: ReturnType<typeof pc.createColors>, alternatives = true): string[] {
  const {line, column} = result.pointAt(finding.start);
  const label = finding.severity === 'error' ? c.red('error') : c.yellow('warning');
  const out = [`  ${c.dim(`${line}:${column}`.padEnd(8))}${label.padEnd(label.length + (finding.severity === 'error' ? 2 : 0))}  ${visible(finding.message)}  ${c.dim(finding.ruleId)}`];
  const {text} = result;
  let start = finding.start;
  while (start > 0 && finding.start - start < AROUND && text[start - 1] !== '\n') start--;
  let end = finding.end;
  while (end < text.length && end - finding.end < AROUND && text[end] !== '\n') end++;
  const marked = text.slice(finding.start, Math.min(finding.end, finding.start + 120)).split('\n')[0]!;
  const before = visible(text.slice(start, finding.start));
  const after = finding.end - finding.start === marked.length ? visible(text.slice(finding.end, end)) : ' …';
  const indent = ' '.repeat(10);
  out.push(`${indent}${c.dim(before)}${visible(marked)}${c.dim(after)}`);
  out.push(`${indent}${' '.repeat(columns(before))}${c.red('~'.repeat(Math.max(1, columns(visible(marked)))))}`);
  if (finding.note) out.push(`${indent}${c.dim(visible(finding.note))}`);
  if (alternatives && finding.proposals.length > 1) out.push(`${indent}${c.dim('or ')}${finding.proposals.slice(1, 5).map((p) => visible(p.text.trim() || '(nothing)')).join(c.dim(' | '))}`);
  return out;
}
