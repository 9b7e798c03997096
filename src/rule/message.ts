import type {VFile} from 'vfile';
import {location} from 'vfile-location';
import type {Document} from '../document/document.ts';
import {ruleUrl} from './rule-url.ts';
import type {Finding, RunResult} from './run.ts';

/** What a user reads of a rule that failed. */
export const failureText = ({ruleId, error}: RunResult['failures'][number]): string => `The rule ${ruleId} failed on this text (${error.message}): its findings are missing. Please report it.`;

/** Puts findings on a VFile as messages, in the form of the retext plugins, and one for each rule that failed. */
export function addMessages(file: VFile, document: Document, {findings, failures}: {readonly findings: readonly Finding[]; readonly failures: readonly RunResult['failures'][number][]}): void {
  for (const failure of failures) file.message(failureText(failure), {ruleId: failure.ruleId, source: 'mtlint', cause: failure.error});
  const places = location(file);
  const at = (offset: number) => document.prose.toSource?.(offset) ?? offset;
  for (const finding of findings) {
    const start = places.toPoint(at(finding.start));
    const end = places.toPoint(at(finding.end));
    const message = file.message(finding.message, {place: start && end ? {start, end} : undefined, ruleId: finding.ruleId, source: 'mtlint'});
    message.actual = finding.actual;
    message.expected = finding.proposals.map((p) => p.text);
    if (finding.note) message.note = finding.note;
    message.url = ruleUrl(finding.ruleId);
    if (finding.severity === 'error') message.fatal = false;
  }
}
