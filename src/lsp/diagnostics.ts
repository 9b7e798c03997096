import {type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import {ruleById} from '../engine/lint.ts';
import {ruleUrl} from '../rule/rule-url.ts';
import type {Finding} from '../rule/run.ts';
import type {Checked} from './check.ts';
import type {SettingsProblem} from './project.ts';

/** Places of the other spelling that a finding names. */
const MAX_RELATED = 5;

export const rangeOf = (document: TextDocument, start: number, end: number): Range => ({start: document.positionAt(start), end: document.positionAt(end)});

/** Whether there is a page about a rule: about those of plugins there is none. */
export const hasPage = (ruleId: string): boolean => ruleById.has(ruleId);

/** A finding as editors show it. `data` is its fingerprint. */
export function diagnosticOf(document: TextDocument, finding: Finding): Diagnostic {
  const related = relatedTo(document, finding);
  return {
    range: rangeOf(document, finding.start, finding.end), severity: finding.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, code: finding.ruleId,
    ...(hasPage(finding.ruleId) ? {codeDescription: {href: ruleUrl(finding.ruleId)}} : {}), source: 'mtlint', message: finding.message, data: finding.fingerprint,
    ...(finding.proposals[0]?.text === '' && finding.proposals[0].start === finding.start && finding.proposals[0].end === finding.end ? {tags: [DiagnosticTag.Unnecessary]} : {}),
    ...(related.length ? {relatedInformation: related} : {}),
  };
}

/** Where the text has the spelling that a finding proposes for another. */
function relatedTo(document: TextDocument, {category, proposals: [first]}: Finding): DiagnosticRelatedInformation[] {
  if (category !== 'inconsistent-term' || !first?.text.trim()) return [];
  const text = document.getText();
  const out: DiagnosticRelatedInformation[] = [];
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(first.text); at >= 0 && out.length < MAX_RELATED; at = text.indexOf(first.text, at + 1)) {
    const end = at + first.text.length;
    if (letter.test(text[at - 1] ?? '') || letter.test(text[end] ?? '')) continue;
    out.push({location: {uri: document.uri, range: rangeOf(document, at, end)}, message: `\`${first.text}\` is written here`});
  }
  return out;
}

/** Everything to say about a document: its findings, and what kept it from being linted. */
export function diagnosticsOf(document: TextDocument, checked: Checked): Diagnostic[] {
  const out: Diagnostic[] = [];
  for (const finding of checked.findings) out.push(diagnosticOf(document, finding));
  if (checked.error) out.push({range: rangeOf(document, 0, 0), severity: DiagnosticSeverity.Error, source: 'mtlint', message: checked.error});
  for (const {line = 1, text} of checked.result?.notes ?? []) out.push({range: {start: {line: line - 1, character: 0}, end: {line: line - 1, character: 1000}}, severity: DiagnosticSeverity.Information, source: 'mtlint', message: text});
  if (checked.cut !== undefined) out.push({range: rangeOf(document, checked.cut, checked.cut), severity: DiagnosticSeverity.Information, source: 'mtlint', message: 'This text is very long: mtlint checks it only up to here while you write. The command `mtlint` checks all of it.'});
  return out;
}

export const diagnosticOfProblem = ({line, message}: SettingsProblem): Diagnostic => ({range: {start: {line, character: 0}, end: {line, character: 1000}}, severity: DiagnosticSeverity.Error, source: 'mtlint', message});
