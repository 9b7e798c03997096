import type {ReportContext} from './reporter.ts';
import {countLevels, type FileResult, LIKELY, nameOf, plural, proposalTexts} from './result.ts';
import {ruleUrl} from '../rule/rule-url.ts';

/** Characters that a comment on a pull request may have: 65,536, less what a bot puts around the report. */
const LIMIT = 60_000;
/** Longest stretch of a text shown, and longest sentence of mtlint's own, in UTF-16 code units. */
const LONGEST = 80;
const LONGEST_SENTENCE = 600;

/** Text that neither Markdown nor HTML takes for anything else, mentions included. */
const plain = (text: string, longest = LONGEST) => (text.length > longest ? `${text.slice(0, longest)}…` : text).toWellFormed().replace(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (c) => `&#${c.charCodeAt(0)};`);
const code = (text: string) => `<code>${plain(text.trim() ? text : '␣')}</code>`;

/** A report for a comment on a pull request and for the summary of a job. */
export function markdown(results: readonly FileResult[], {cwd}: ReportContext): string {
  const {errors, warnings, safe} = countLevels(results);
  if (!errors && !warnings) return `### mtlint: no findings\n\n${plural(results.length, 'file')} linted.\n`;
  const levels = [errors ? plural(errors, 'error') : '', warnings ? plural(warnings, 'warning') : ''].filter(Boolean).join(', ');
  let out = `### mtlint: ${levels}\n${safe ? `\n${safe === 1 ? 'One of them' : `${safe} of them`} can be repaired with \`mtlint --fix\`.\n` : ''}`;
  let left = 0;
  const add = (text: string, findings: number) => {
    if (left || out.length + text.length > LIMIT) left += findings;
    else out += text;
  };
  for (const result of results) {
    if (!result.findings.length && !result.errors.length) continue;
    add(`\n#### ${plain(nameOf(result, cwd))}\n${result.machineLikeness >= LIKELY ? `\nLooks machine-translated${result.from ? ` from ${result.from}` : ''}.\n` : ''}`, 0);
    for (const error of result.errors) add(`\n- **error** ${plain(error, LONGEST_SENTENCE)}\n`, 1);
    if (!result.findings.length) continue;
    add('\n| line | | found | proposed | why | rule |\n|--:|---|---|---|---|---|\n', 0);
    for (const finding of result.findings) {
      const {line} = result.pointAt(finding.start);
      add(`| ${line} | ${finding.severity === 'error' ? '❌ error' : '⚠️ warning'} | ${code(finding.actual)} | ${proposalTexts(finding, 3).map(code).join(' or ')} | ${plain(finding.note ?? '', LONGEST_SENTENCE)} | [${finding.ruleId}](${ruleUrl(finding.ruleId)}) |\n`, 1);
    }
  }
  return left ? `${out}\n… and ${left.toLocaleString('en-US')} more.\n` : out;
}
