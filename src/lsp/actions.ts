import {type CodeAction, type CodeActionContext, CodeActionKind, type Range, type TextEdit, type WorkspaceEdit} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import {fixSource, type SourceOptions} from '../engine/source.ts';
import type {Format} from '../format/format.ts';
import type {Acceptable} from '../cli/accept.ts';
import {type FrontMatterSyntax, frontMatterIn} from '../format/front-matter.ts';
import type {Edit} from '../rule/rule.ts';
import type {Finding} from '../rule/run.ts';
import type {Checked} from './check.ts';
import {diagnosticOf, hasPage, rangeOf} from './diagnostics.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.mtlint`;
export const KINDS = [CodeActionKind.QuickFix, FIX_ALL];

/** Commands of the server. */
export const COMMANDS = {accept: 'mtlint.accept', page: 'mtlint.openRulePage', workspace: 'mtlint.lintWorkspace'} as const;

const show = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text).replace(/\s+/g, ' ').trim();
const titleOf = (edit: Edit, actual: string) => (edit.text.trim() ? `Write “${show(edit.text)}”` : edit.text ? 'Put a space here' : actual.trim() ? `Delete “${show(actual)}”` : 'Delete the space');

const editOf = (document: TextDocument, {start, end, text}: Edit): TextEdit => ({range: rangeOf(document, start, end), newText: text});

/** How a comment stands in a format, and in front matter; undefined where there are none. */
function commentIn(format: string, front: FrontMatterSyntax['id'] | undefined, text: string): string | undefined {
  if (front) return front === 'json' ? undefined : `# ${text}`;
  return format === 'mdx' ? `{/* ${text} */}` : format === 'markdown' || format === 'html' ? `<!-- ${text} -->` : undefined;
}

/** Where a comment for the whole file goes: behind front matter, which ends at `front`, or what XML and HTML begin with. */
function startOf(text: string, front: number | undefined): number {
  const at = front ?? /^\s*(?:<\?xml\b[^>]*>\s*)?(?:<!doctype[^>]*>)?/i.exec(text)![0].trimEnd().length;
  return at && at + /^[ \t]*(?:\r?\n)?/.exec(text.slice(at))![0].length;
}

/** A way to see whether a source with a comment put in has it as a comment, and shows its readers what it did. */
function commentsOf(source: string, format: Format, options: SourceOptions): (edit: Edit) => boolean {
  const read = (text: string) => {
    try {
      const {prose, comments} = format.parse(text, options);
      return {shows: prose.text.replace(/\s+/g, ' ').trim(), starts: new Set(comments.map(({start}) => start))};
    } catch {
      return undefined;
    }
  };
  let before: ReturnType<typeof read>;
  return ({start, end, text}) => {
    const after = read(source.slice(0, start) + text + source.slice(end));
    return after?.starts.has(start + text.search(/\S/)) === true && after.shows === (before ??= read(source))?.shows;
  };
}

/** The comment that switches a rule off for the line at an offset, behind it or, where it would be none there, on a line before. */
function onLine(document: TextDocument, offset: number, comment: (directive: string) => string | undefined, eol: string, isComment: (edit: Edit) => boolean): Edit | undefined {
  const {line} = document.positionAt(offset);
  const start = document.offsetAt({line, character: 0});
  const content = document.getText({start: {line, character: 0}, end: {line: line + 1, character: 0}}).trimEnd();
  const end = start + content.length;
  return [{start: end, end, text: ` ${comment('disable-line')}`}, {start, end: start, text: `${/^[ \t]*/.exec(content)![0]}${comment('disable-next-line')}${eol}`}].find(isComment);
}

/** The edits that make one text of another, each as small as a word. */
async function editsBetween(document: TextDocument, before: string, after: string): Promise<TextEdit[]> {
  const {diffWordsWithSpace} = await import('diff');
  const edits: TextEdit[] = [];
  let at = 0;
  let open: {start: number; end: number; text: string} | undefined;
  const close = () => {
    if (open) edits.push(editOf(document, open));
    open = undefined;
  };
  for (const {value, added, removed} of diffWordsWithSpace(before, after)) {
    if (!added && !removed) {
      close();
      at += value.length;
      continue;
    }
    open ??= {start: at, end: at, text: ''};
    if (added) open.text += value;
    else {
      at += value.length;
      open.end = at;
    }
  }
  close();
  return edits;
}

/** First proposals of findings, those that overlap one before left out. */
function firstProposals(findings: readonly Finding[]): Edit[] {
  let last = -1;
  return findings.flatMap(({proposals: [first]}) => {
    if (!first || first.start < last) return [];
    last = first.end;
    return [first];
  }).sort((a, b) => a.start - b.start);
}

/** Whether a settings file can have a text as a term. */
const isTerm = (text: string) => text.length <= 100 && !/[:,#\r\n]/.test(text);

/** What an editor takes. */
export interface Taking {
  /** Edits that say of which version of the text they are, so that none is made in another. */
  readonly versions: boolean;
  /** Actions whose edits are made when they are chosen (`repairAll`). */
  readonly later: boolean;
}

const change = (document: TextDocument, edits: TextEdit[], {versions}: Taking): WorkspaceEdit => (versions ? {documentChanges: [{textDocument: {uri: document.uri, version: document.version}, edits}]} : {changes: {[document.uri]: edits}});

/** What an action says of itself whose edit is made later. */
export interface Later {
  readonly uri: string;
  readonly version: number;
}

/** The edit that makes all repairs that are safe; undefined where there are none that the format takes. */
export async function repairAll(document: TextDocument, {format, options}: Checked, taking: Taking): Promise<WorkspaceEdit | undefined> {
  const before = document.getText();
  const {source} = fixSource(before, format, options);
  return source === before ? undefined : change(document, await editsBetween(document, before, source), taking);
}

/** What can be done about the findings that touch a range, and, asked for, all repairs that are safe. `canAccept`: whether there is a project whose settings can keep what is right. */
export async function actionsFor(document: TextDocument, checked: Checked, range: Range, {only}: CodeActionContext, canAccept: boolean, taking: Taking): Promise<CodeAction[]> {
  const wants = (kind: string) => !only || only.some((one) => !one || kind === one || kind.startsWith(`${one}.`));
  const {findings, format, options} = checked;
  const {uri} = document;
  const text = document.getText();
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const isComment = commentsOf(text, format, options);
  const edited = (...edits: Edit[]) => ({edit: change(document, edits.map((edit) => editOf(document, edit)), taking)});
  const out: CodeAction[] = [];
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  const syntax = format.id === 'markdown' || format.id === 'mdx' ? await frontMatterIn(text, format.id === 'mdx') : undefined;
  const frontEnd = syntax?.end(text);
  const here = wants(CodeActionKind.QuickFix) ? findings.filter((f) => f.start <= to && f.end >= from) : [];
  for (const finding of here) {
    const diagnostics = [diagnosticOf(document, finding)];
    const {ruleId, actual, proposals, fingerprint} = finding;
    const quick = (title: string, rest: Partial<CodeAction>): void => void out.push({title, kind: CodeActionKind.QuickFix, diagnostics, ...rest});
    for (const [i, proposal] of proposals.entries()) quick(titleOf(proposal, actual), {...edited(proposal), ...(i ? {} : {isPreferred: true})});
    const all = firstProposals(findings.filter((f) => f.ruleId === ruleId));
    if (all.length > 1) quick(`Repair all ${all.length} of ${ruleId} in this file`, edited(...all));
    if (canAccept) {
      const accept = (kind: Acceptable, value: string, title: string) => quick(title, {command: {title, command: COMMANDS.accept, arguments: [{uri, kind, value, reason: kind === 'finding' ? `${ruleId} ${show(actual)}` : undefined}]}});
      if (/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’ .-]{0,60}$/u.test(actual)) {
        if (!/\s/.test(actual)) accept('word', actual, `Accept “${show(actual)}” as a word in this project`);
        accept('name', actual, `Accept “${show(actual)}” as a name in this project`);
      }
      // Of two spellings either may be the project's own.
      const other = finding.category === 'inconsistent-term' ? proposals[0]?.text.trim() : undefined;
      if (other && [other, actual].every(isTerm)) for (const [preferred, variant] of [[other, actual], [actual, other]] as const) accept('term', `${preferred}: ${variant}`, `Always write “${show(preferred)}” for “${show(variant)}” in this project`);
      if (ruleId !== 'unused-disable') accept('finding', fingerprint, 'Accept this place as it is');
    }
    const front = finding.start < (frontEnd ?? 0) ? syntax!.id : undefined;
    const comment = (directive: string) => commentIn(format.id, front, `mtlint-${directive} ${ruleId}`);
    if (ruleId !== 'unused-disable' && comment('disable')) {
      const line = onLine(document, finding.start, comment, eol, isComment);
      if (line) quick(`Switch ${ruleId} off on this line`, edited(line));
      const at = front ? text.indexOf('\n') + 1 : startOf(text, frontEnd);
      const file = {start: at, end: at, text: `${comment('disable')}${eol}${front ? '' : eol}`};
      if (isComment(file)) quick(`Switch ${ruleId} off in this file`, edited(file));
    }
    if (hasPage(ruleId)) quick(`Why? Open the page of ${ruleId}`, {command: {title: 'Open the page', command: COMMANDS.page, arguments: [ruleId]}});
  }
  // What is asked for on saving, or beside a finding; a text of which only a part was linted is repaired by the command.
  if (wants(FIX_ALL) && (only || here.length) && checked.cut === undefined && findings.some((f) => f.tier === 'safe')) {
    const action: CodeAction = {title: 'Repair all that is safe in this file', kind: FIX_ALL};
    if (taking.later) out.push({...action, data: {uri, version: document.version} satisfies Later});
    else {
      const edit = await repairAll(document, checked, taking);
      if (edit) out.push({...action, edit});
    }
  }
  return out;
}

/** What stands behind the findings at a place, as Markdown or plain text; editors show their messages above it. */
export function hoverOf(findings: readonly Finding[], markdown: boolean): string {
  const code = (text: string) => (markdown ? `\`${text.replaceAll('`', 'ˋ').replace(/\s+/g, ' ')}\`` : `“${text.replace(/\s+/g, ' ')}”`);
  return findings.map(({message, note, confidence, proposals, ruleId}) => [
    markdown ? `**${ruleId}** ${(note || message).replace(/[\\*_<>[\]]/g, '\\$&')}` : `${ruleId}: ${note || message}`,
    ...(proposals.length ? [`Proposals: ${proposals.slice(0, 5).map((p) => (p.text.trim() ? code(p.text) : p.text ? '(space)' : '(nothing)')).join(' or ')}`] : []),
    `An editor would change this in ${Math.round(confidence * 100)} of 100 cases.`,
  ].join(markdown ? '\n\n' : '\n')).join(markdown ? '\n\n---\n\n' : '\n\n');
}
