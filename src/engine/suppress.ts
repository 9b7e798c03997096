import type {Comment} from '../format/format.ts';
import {lastAtMost} from '../format/prose-builder.ts';
import {hash} from '../rule/fingerprint.ts';
import {defineRule, type Edit, type Severity} from '../rule/rule.ts';
import type {Finding} from '../rule/run.ts';
import {nearest} from '../rule/nearest.ts';

/** Not run over texts: the engine reports under this id what {@link suppress} finds wrong with comments. */
export const unusedDisable = defineRule({
  id: 'unused-disable',
  summary: 'A comment to mtlint that suppresses nothing',
  why: 'A comment such as `<!-- mtlint-disable-next-line fused-words -- a brand -->` that suppresses nothing was left behind when the text changed, or names a rule in a wrong spelling. It would hide the next finding at its place. Comments that name a rule which is off are not reported.',
  category: 'suppression',
  tier: 'safe',
  severity: 'warn',
  since: '0.2.0',
  evidence: 0,
  examples: {bad: [], good: []},
  check() {},
});

/** A finding that is not reported, and why. */
export interface Suppressed {
  readonly finding: Finding;
  /** A comment in the source, or an entry of `accepted` in the settings. */
  readonly by: 'comment' | 'settings';
  /** What the comment says behind `--`. */
  readonly reason?: string;
}

interface Directive {
  readonly comment: Comment;
  readonly kind: Kind;
  /** Rule ids; empty for all rules. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** The ids for which it suppressed something or, of `enable`, ended what did; "*" where it names none. */
  readonly used: Set<string>;
  /** Of `enable`: what it ends. */
  readonly ends?: readonly {directive: Directive; rule: string}[];
}

const near = (given: string, known: readonly string[], prefix = '') => {
  const name = nearest(given, known);
  return name === undefined ? '' : `: did you mean \`${prefix}${name}\`?`;
};

const KINDS = ['disable', 'enable', 'disable-line', 'disable-next-line'] as const;
type Kind = (typeof KINDS)[number];
const PREFIX = 'mtlint-';
/** What is meant for mtlint and begins otherwise. */
const MISWRITTEN = /^mtlint[-:_ \t]{1,3}((?:disable|enable)[\w-]{0,30})/i;

interface Settings {
  readonly accepted?: readonly string[];
  readonly ruleIds: readonly string[];
  /** The level at which a rule reports; "off" if it does not run. */
  level(id: string): Severity | 'off';
}

/**
 * Sorts out the findings that comments of the source or the settings suppress; `unused` are findings about comments that suppress nothing.
 * Findings and comments are in the order of the source; all offsets are UTF-16 code units into it. Linear in their number.
 */
export function suppress(source: string, findings: readonly Finding[], comments: readonly Comment[], settings: Settings): {findings: readonly Finding[]; suppressed: Suppressed[]; unused: Finding[]} {
  const accepted = settings.accepted?.length ? new Set(settings.accepted) : undefined;
  const directives: Directive[] = [];
  const unused: Finding[] = [];
  const severity = settings.level(unusedDisable.rule.id);
  const seen = new Map<string, number>();
  const report = (comment: Comment, message: string, edit: Edit | undefined) => {
    if (severity === 'off') return;
    const key = `${unusedDisable.rule.id}\0${comment.text}\0${message}`;
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    unused.push({
      ruleId: unusedDisable.rule.id, category: unusedDisable.rule.category, severity, tier: edit ? 'safe' : 'report', start: comment.start, end: comment.end,
      actual: source.slice(comment.start, comment.end), message, confidence: 1, ownConfidence: 1, fingerprint: hash(`${key}\0${n}`), proposals: edit ? [edit] : [],
    });
  };
  for (const comment of comments) {
    if (!comment.text.startsWith(PREFIX)) {
      const [given, name] = MISWRITTEN.exec(comment.text) ?? [];
      if (given) report(comment, `There is no comment \`${given}\`${near(name!.toLowerCase(), KINDS, PREFIX)}`, undefined);
      continue;
    }
    const [, name = '', rest = ''] = /^mtlint-([\w-]*):?\s*(.*)$/s.exec(comment.text) ?? [];
    if (!(KINDS as readonly string[]).includes(name)) {
      report(comment, `There is no comment \`${PREFIX}${name}\`${near(name, KINDS, PREFIX)}`, undefined);
      continue;
    }
    const [, ids = '', reason] = /^((?:(?!--|—).)*)(?:(?:--|—)(.*))?$/s.exec(rest) ?? [];
    directives.push({comment, kind: name as Kind, rules: ids.split(/[\s,]+/).filter(Boolean), ...(reason?.trim() ? {reason: reason.trim()} : {}), used: new Set(), ...(name === 'enable' ? {ends: []} : {})});
  }
  if (!directives.length && !accepted) return {findings, suppressed: [], unused};

  const lines = linesOf(source, directives);
  const kept: Finding[] = [];
  const suppressed: Suppressed[] = [];
  let all: Directive | undefined;
  let byRule = new Map<string, Directive>();
  let next = 0;
  const advance = (to: number) => {
    for (; next < directives.length && directives[next]!.comment.start < to; next++) {
      const directive = directives[next]!;
      if (directive.kind !== 'disable' && directive.kind !== 'enable') continue;
      const ends = directive.ends as {directive: Directive; rule: string}[] | undefined;
      const end = (open: Directive | undefined, rule: string) => {
        if (open?.kind === 'disable') ends?.push({directive: open, rule});
      };
      if (directive.rules.length) {
        for (const rule of directive.rules) {
          end(byRule.get(rule) ?? all, rule);
          byRule.set(rule, directive);
        }
      } else {
        for (const [rule, open] of byRule) end(open, rule);
        end(all, '*');
        byRule = new Map();
        all = directive;
      }
    }
  };
  for (const finding of findings) {
    advance(finding.start);
    const {ruleId} = finding;
    const block = byRule.get(ruleId) ?? all;
    const by = lines?.(finding.start, ruleId) ?? (block?.kind === 'disable' ? block : undefined);
    if (by) {
      by.used.add(by.rules.length ? ruleId : '*');
      suppressed.push({finding, by: 'comment', ...(by.reason ? {reason: by.reason} : {})});
    } else if (accepted?.has(finding.fingerprint)) suppressed.push({finding, by: 'settings'});
    else kept.push(finding);
  }
  advance(source.length + 1);
  for (const directive of directives) {
    for (const {directive: open, rule} of directive.ends ?? []) if (open.used.has(open.rules.length ? rule : '*')) directive.used.add(directive.rules.length ? rule : '*');
    const {comment, rules, used} = directive;
    const what = directive.kind === 'enable' ? 'switches on nothing that a comment suppressed' : 'suppresses nothing';
    const idle = rules.filter((id, i) => rules.indexOf(id) < i || (!used.has(id) && (!settings.ruleIds.includes(id) || settings.level(id) !== 'off')));
    const wrong = idle.find((id) => !settings.ruleIds.includes(id));
    if (wrong !== undefined) report(comment, `There is no rule \`${wrong}\`${near(wrong, settings.ruleIds)}`, undefined);
    else if (rules.length ? idle.length === rules.length : !used.size) report(comment, `This comment ${what}`, removal(source, comment));
    else if (idle.length) report(comment, `This comment ${what} of \`${idle.join('`, `')}\``, withoutRules(source, comment, idle));
  }
  return {findings: kept, suppressed, unused};
}

/** What comments that are for single lines switch off there. */
interface Scope {
  readonly start: number;
  readonly end: number;
  all?: Directive;
  readonly byRule: Map<string, Directive>;
}

/** The comment that is for a single line, or a unit of translation, and switches a rule off at an offset; undefined where there is none for lines at all. */
function linesOf(source: string, directives: readonly Directive[]): ((offset: number, rule: string) => Directive | undefined) | undefined {
  const ofLine = directives.filter(({kind}) => kind === 'disable-line' || kind === 'disable-next-line');
  if (!ofLine.length) return undefined;
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  const lineAt = (offset: number) => lastAtMost(starts, offset);
  /** The first line from one on that is not blank, known for all lines. */
  const filled: number[] = new Array(starts.length + 1).fill(starts.length);
  for (let i = starts.length - 1; i >= 0; i--) filled[i] = source.slice(starts[i], starts[i + 1] ?? source.length).trim() ? i : filled[i + 1]!;
  const lines = new Map<number, Scope>();
  /** From left to right, as comments are. */
  const stretches: Scope[] = [];
  for (const directive of ofLine) {
    const {start, end, next} = directive.comment;
    let scope: Scope | undefined;
    if (directive.kind === 'disable-next-line' && next) {
      scope = stretches.at(-1);
      if (scope?.start !== next[0]) stretches.push(scope = {start: next[0], end: next[1], byRule: new Map()});
    } else {
      const number = directive.kind === 'disable-line' ? lineAt(start) : filled[lineAt(end) + 1]!;
      scope = lines.get(number);
      if (!scope) lines.set(number, scope = {start: 0, end: source.length, byRule: new Map()});
    }
    if (directive.rules.length) for (const rule of directive.rules) scope.byRule.has(rule) || scope.byRule.set(rule, directive);
    else scope.all ??= directive;
  }
  const stretchStarts = stretches.map(({start}) => start);
  return (offset, rule) => {
    for (const scope of [lines.get(lineAt(offset)), stretches[lastAtMost(stretchStarts, offset)]]) {
      const by = scope && offset <= scope.end ? scope.byRule.get(rule) ?? scope.all : undefined;
      if (by) return by;
    }
    return undefined;
  };
}

/** Takes a comment out: with its line, if it stands alone and nothing would run together; else with a space beside it. */
function removal(source: string, {start, end}: Comment): Edit {
  let from = start;
  while (from > 0 && (source[from - 1] === ' ' || source[from - 1] === '\t')) from--;
  let to = end;
  while (to < source.length && (source[to] === ' ' || source[to] === '\t' || source[to] === '\r')) to++;
  const opens = from === 0 || source[from - 1] === '\n';
  const closes = to === source.length || source[to] === '\n';
  if (!opens) return {start: closes || to > end ? from : start, end: closes ? (source[to - 1] === '\r' ? to - 1 : to) : end, text: ''};
  if (!closes) return {start, end: to, text: ''};
  const blankBefore = from === 0 || /(?:^|\n)[ \t\r]*\n$/.test(source.slice(Math.max(0, from - 80), from));
  const blankAfter = to >= source.length - 1 || /^[ \t\r]*(?:\n|$)/.test(source.slice(to + 1, to + 80));
  return {start: from, end: blankBefore || blankAfter ? Math.min(to + 1, source.length) : source[to - 1] === '\r' ? to - 1 : to, text: ''};
}

/** Takes rule ids out of a comment and leaves the others. */
function withoutRules(source: string, {start, end}: Comment, ids: readonly string[]): Edit | undefined {
  const [, head, given, tail] = /^([^\w]*mtlint-[\w-]+\s+)((?:(?!--|\*\/)[\s\S])*)([\s\S]*)$/.exec(source.slice(start, end)) ?? [];
  if (given === undefined) return undefined;
  const left = given.split(/[\s,]+/).filter((id) => id && !ids.includes(id));
  return {start, end, text: `${head}${left.join(given.includes(',') ? ', ' : ' ')}${/\s*$/.exec(given)![0]}${tail}`};
}
