import {applyEdits} from '../fix/apply.ts';
import type {Format, FormatOptions, Parsed} from '../format/format.ts';
import {text as plainText} from '../format/text.ts';
import type {ParagraphMemo} from '../rule/paragraph-memo.ts';
import type {Edit} from '../rule/rule.ts';
import type {Finding} from '../rule/run.ts';
import {type LintOptions, type LintResult, levelOf, lintProse, ruleIds} from './lint.ts';
import {suppress} from './suppress.ts';

/** Rounds after which `fixSource` stops even if findings with safe fixes are left. */
export const MAX_ROUNDS = 10;

export interface SourceOptions extends LintOptions, FormatOptions {}

/**
 * Lints a source in its format. Offsets of the findings and of their proposals are UTF-16 code units into `source`.
 * A proposal that the format cannot put into the source is left out. Throws a `FormatError` for a broken source.
 */
export function lintSource(source: string, format: Format, options: SourceOptions = {}, memo?: ParagraphMemo): LintResult {
  return lintParsed(source, format.parse(source, options), format, options, {memo}).result;
}

/**
 * The edit that puts another text in the place of a finding, as the format wants it: escaped, with the markup that stands there. Undefined
 * where there is none, or where it would change what stands around.
 */
export function replacement(source: string, format: Format, options: SourceOptions, {fingerprint, start, end}: Finding, text: string): Edit | undefined {
  const parsed = format.parse(source, options);
  const before = parsed.prose.text;
  // Comments are no prose.
  const own = lintProse(parsed.prose, options).findings.find((finding) => finding.fingerprint === fingerprint);
  const edit = own ? parsed.toSourceEdit({start: own.start, end: own.end, text}) : {start, end, text};
  if (!edit) return undefined;
  try {
    const after = spaced(format.parse(applyEdits(source, [edit]).text, options).prose.text);
    const [head, tail] = own ? [before.slice(0, own.start), before.slice(own.end)].map(spaced) as [string, string] : [spaced(before), ''];
    return after.startsWith(head) && after.endsWith(tail) && after.length >= head.length + tail.length ? edit : undefined;
  } catch {
    return undefined;
  }
}

/** A finding's safe fix as an edit of the prose, which comments are no part of, and as one of the source. */
interface Fix {
  readonly finding: Finding;
  readonly prose?: Edit;
  readonly source: Edit;
}

/** A source with fixes applied. */
interface Fixed {
  readonly source: string;
  readonly parsed: Parsed;
  readonly applied: number;
}

/**
 * Lints what has been read, and applies the safe fixes: one that the format cannot take is no proposal. Findings that comments
 * or settings suppress are left as they are. `tidy` takes unused comments out, too. `fix`: whether the source with the fixes is wanted.
 */
function lintParsed(source: string, parsed: Parsed, format: Format, options: SourceOptions, {tidy = true, fix = false, memo}: {readonly tidy?: boolean; readonly fix?: boolean; readonly memo?: ParagraphMemo}): {result: LintResult; fixed?: Fixed} {
  const {document: _, ...result} = lintProse(parsed.prose, options, memo);
  const {all, fixes} = inSource(parsed, result.findings);
  const {findings, suppressed, unused} = suppress(source, all, parsed.comments, {accepted: options.accepted, ruleIds: options.extraRules?.length ? [...ruleIds, ...options.extraRules.map((r) => r.rule.id)] : ruleIds, level: (id) => levelOf(id, options.rules)});
  const kept = new Set(findings);
  const open = fixes.filter((f) => kept.has(f.finding));
  if (tidy) for (const finding of unused) if (finding.tier === 'safe') open.push({finding, source: finding.proposals[0]!});
  // Plain text takes every fix.
  const {fixed, refused} = fix || parsed.prose.toSource ? applyFixes(source, parsed, open, format, options) : NO_FIXES;
  const barred = new Set(refused.map((f) => f.finding));
  const settled = [...findings, ...unused].map((f): Finding => {
    const proposals = barred.has(f) ? f.proposals.slice(1) : f.proposals;
    const wanted = barred.has(f) ? 'suggest' : f.tier;
    const tier = wanted === 'suggest' && !proposals.length ? 'report' : wanted;
    return proposals === f.proposals && tier === f.tier ? f : {...f, proposals, tier};
  });
  if (unused.length) settled.sort(byPlace);
  return {result: {...result, findings: settled, ...(suppressed.length ? {suppressed} : {}), ...(parsed.notes ? {notes: parsed.notes} : {})}, ...(fixed ? {fixed} : {})};
}

const byPlace = (a: Finding, b: Finding) => a.start - b.start || a.end - b.end;

/** Findings of the prose as findings of the source, in the order of their places there, and the safe fixes among them. */
function inSource(parsed: Parsed, findings: readonly Finding[]): {readonly all: Finding[]; readonly fixes: readonly Fix[]} {
  const all: Finding[] = [];
  const fixes: Fix[] = [];
  for (const finding of findings) {
    const [start, end] = parsed.toSource(finding.start, finding.end);
    const edits: Edit[] = [];
    let isFirstTaken = false;
    for (let i = 0; i < finding.proposals.length; i++) {
      const own = parsed.toSourceEdit(finding.proposals[i]!);
      if (!own) continue;
      edits.push(own);
      if (i === 0) isFirstTaken = true;
    }
    const mapped = copyOf(finding, start, end, edits, finding.tier === 'safe' && !isFirstTaken ? 'suggest' : finding.tier);
    if (finding.tier === 'safe' && isFirstTaken) fixes.push({finding: mapped, prose: finding.proposals[0]!, source: edits[0]!});
    all.push(mapped);
  }
  // What stands aside in the prose, such as the text of an image, stands inside of a sentence in the source.
  return {all: all.sort(byPlace), fixes};
}

/** A finding elsewhere. By name, since copying an object whose fields are not known takes many times as long. */
const copyOf = ({ruleId, kind, category, severity, actual, message, note, confidence, fingerprint, ownConfidence}: Finding, start: number, end: number, proposals: readonly Edit[], tier: Finding['tier']): Finding => ({ruleId, kind, category, severity, tier, start, end, actual, proposals, message, note, confidence, fingerprint, ownConfidence});

/** How often fixes are tried in parts before the rest of them is left. */
const MAX_TRIES = 64;

const NO_FIXES: ReturnType<typeof applyFixes> = {refused: []};

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Applies fixes to a source and reads it again. Refused are fixes that change more of what its readers see than they should, because
 * what they put in has a meaning in the format: a star beside a space is no emphasis in Markdown.
 */
function applyFixes(source: string, parsed: Parsed, fixes: readonly Fix[], format: Format, options: SourceOptions): {fixed?: Fixed; refused: readonly Fix[]} {
  const apply = (some: readonly Fix[]): Fixed | undefined => {
    const {text: next, applied} = applyEdits(source, some.map((f) => f.source));
    let again: Parsed;
    try {
      again = format.parse(next, options);
    } catch {
      return undefined;
    }
    if (parsed.prose.toSource) {
      const expected = applyEdits(parsed.prose.text, some.flatMap((f) => f.prose ?? [])).text;
      if (again.prose.text !== expected && spaced(again.prose.text) !== spaced(expected)) return undefined;
    }
    return {source: next, parsed: again, applied};
  };
  // Of fixes that overlap the first is taken.
  const chosen: Fix[] = [];
  let end = -1;
  for (const fix of [...fixes].sort((a, b) => a.source.start - b.source.start || a.source.end - b.source.end)) {
    if (fix.source.start < end || (fix.source.start === end && fix.source.end === end)) continue;
    chosen.push(fix);
    ({end} = fix.source);
  }
  let good: readonly Fix[] = [];
  let fixed: Fixed | undefined;
  const refused: Fix[] = [];
  const parts: (readonly Fix[])[] = chosen.length ? [chosen] : [];
  for (let part = parts.pop(), tries = 0; part; part = parts.pop(), tries++) {
    const result = tries < MAX_TRIES ? apply([...good, ...part]) : undefined;
    if (result) {
      good = [...good, ...part];
      fixed = result;
    } else if (part.length > 1 && tries < MAX_TRIES) parts.push(part.slice(part.length >> 1), part.slice(0, part.length >> 1));
    else refused.push(...part);
  }
  return {...(fixed ? {fixed} : {}), refused};
}

/** Applies safe fixes to a source until none is left, at most ten rounds. Returns the source and what is still found in it. */
export function fixSource(source: string, format: Format, options: SourceOptions = {}): {source: string; applied: number; result: LintResult} {
  let applied = 0;
  let current = source;
  const seen = new Set([current]);
  let {result, fixed} = lintParsed(source, format.parse(source, options), format, options, {fix: true});
  const failures = [...result.failures];
  for (let round = 0; round < MAX_ROUNDS && fixed; round++) {
    // Fixes that undo each other would alternate for ever: the first text of such a circle stays.
    if (seen.has(fixed.source)) break;
    seen.add(fixed.source);
    current = fixed.source;
    applied += fixed.applied;
    // Repairs make a text look less machine-translated, and weak signs go silent: a comment for one of them is not unused.
    ({result, fixed} = lintParsed(current, fixed.parsed, format, options, {tidy: false, fix: true}));
    // A rule that failed in one round only has repaired nothing in it.
    failures.push(...result.failures.filter(({ruleId}) => !failures.some((f) => f.ruleId === ruleId)));
  }
  return {source: current, applied, result: {...result, failures}};
}

/** Applies safe fixes to a plain text until none is left. Returns the text and what is still found in it. */
export function fix(text: string, options: LintOptions = {}): {text: string; applied: number; result: LintResult} {
  const {source, ...rest} = fixSource(text, plainText, options);
  return {text: source, ...rest};
}
