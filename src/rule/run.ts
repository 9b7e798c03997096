import type {Context, Document} from '../document/document.ts';
import {beyondChance, confidenceIn, faintDensity, likenessBy, machineLikeness, type Signs, strongDensity, weakDensity} from '../evidence/machine-likeness.ts';
import {withoutTags} from '../evidence/pos.ts';
import {fingerprints} from './fingerprint.ts';
import {type RuleOptions, withinPhrases} from './options.ts';
import type {ParagraphMemo} from './paragraph-memo.ts';
import type {Category, Edit, Report, RuleDefinition, Severity, Tier} from './rule.ts';
import {fitTogether, settle} from './settle.ts';

/** Findings below this confidence are not reported: in a text of which nobody says what it is, and in one that is said to be an engine's, whose editor wants to see what is less sure too. */
export const MIN_CONFIDENCE = {judged: 0.5, said: 0.35} as const;
/** What holds for a text where the user gives no other. */
export const minConfidenceFor = (mt: Context['mt']): number => (mt === 'yes' ? MIN_CONFIDENCE.said : MIN_CONFIDENCE.judged);

/** A finding, final: offsets are UTF-16 code units into the document's text. */
export interface Finding {
  readonly ruleId: string;
  /** By which mechanism, of a rule that tells kinds apart. */
  readonly kind?: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
  readonly actual: string;
  readonly message: string;
  readonly note?: string;
  /** How likely an editor would change this, given the whole document: 0 to 1. */
  readonly confidence: number;
  /** Tells this finding from all others of the document and survives edits elsewhere; see `fingerprint.ts`. */
  readonly fingerprint: string;
  /** The same if nothing were known of the document: what the rule says. */
  readonly ownConfidence: number;
  /** Ranked proposals; the first is applied by `--fix` if the tier is safe. */
  readonly proposals: readonly Edit[];
}

export interface ActiveRule {
  readonly rule: RuleDefinition;
  readonly options: RuleOptions;
  readonly severity?: Severity;
}

export interface RunResult {
  readonly findings: Finding[];
  /** 0 to 1; see `machine-likeness.ts`. */
  readonly machineLikeness: number;
  /** What it was found by. */
  readonly signs?: Signs;
  /** Rules that failed, each once: reported, never fatal. */
  readonly failures: {ruleId: string; error: Error}[];
}

/** Confidences are rounded, since engines differ in the last bit of exponentials: a page and Node must say the same. */
const PRECISION = 1e6;
/** Machine-likeness to which weak signs need not be added. */
const SURE = 0.85;
/** Words below which weak signs are not counted together. */
const MIN_CROWD_WORDS = 60;
/** Words up to which grammar is looked at in a text without other signs: a longer one that an engine wrote has had room to show some. */
const MAX_PROBE_WORDS = 500;
/** Density of signs of grammar, found without parts of speech, from which on rules of grammar are run. */
const MIN_GRAMMAR = 0.25;

/** Whether a rule's weak signs are counted together with those of its like: rules that need a machine-like text and cannot say themselves what is beyond chance. */
const isJoint = (rule: RuleDefinition) => rule.needs !== undefined && !rule.crowd;

/** A rule that finds what another one finds besides: see {@link RuleDefinition.weak}. */
function weakOf(rule: RuleDefinition): RuleDefinition {
  let weak = weakRules.get(rule);
  if (!weak) weakRules.set(rule, (weak = {...rule, evidence: 0, check: rule.weak!.check}));
  return weak;
}
const weakRules = new WeakMap<RuleDefinition, RuleDefinition>();

const TIERS: readonly Tier[] = ['report', 'suggest', 'safe'];
const spaced = (text: string) => (text.length > 60 ? `${text.slice(0, 40)}…${text.slice(-15)}` : text).replace(/\s+/g, ' ');
const show = (text: string) => spaced(text).trim();

/** A finding before it is known how bold to be. */
export interface Draft extends Omit<Finding, 'confidence' | 'fingerprint' | 'ownConfidence' | 'message'> {
  /** What its rule says; else {@link messageOf} says what is most of all proposed. */
  readonly message: string | undefined;
  readonly evidence: number;
  readonly raw: number;
  /** The place of its rule among those that are run: of equals the earlier counts. */
  readonly order: number;
  /** Its rule looks at suspicious texts alone. */
  readonly needs: boolean;
  /** A weak sign that others of its kind make stronger. */
  readonly joint: boolean;
  /** See {@link Report.relies}. */
  readonly relies?: number;
  /** It is left out of texts with fewer words. */
  readonly minWords: number;
}

/** What a rule's reports become drafts by, and those that they became. */
interface Taking {
  readonly drafts: Draft[];
  readonly document: Document;
  readonly rule: RuleDefinition;
  readonly severity: Severity;
  readonly order: number;
  readonly joint: boolean;
  /** The rule is run by itself: it is wanted, however short the text. */
  readonly lone: boolean;
  readonly fix: boolean;
  readonly ignore: readonly string[];
  readonly allowed: ReturnType<typeof withinPhrases> | undefined;
}

const MAX_PROPOSALS = 8;

/** What a rule proposes in the place of a stretch, each once, without what changes nothing. */
function proposalsOf({text}: Document, {start, end, proposals}: Report): readonly Edit[] {
  if (!proposals) return [];
  const edits: Edit[] = [];
  next: for (const given of proposals) {
    const edit = typeof given === 'string' ? {start, end, text: given} : given;
    if (text.slice(edit.start, edit.end) === edit.text) continue;
    for (const known of edits) if (known.text === edit.text && known.start === edit.start) continue next;
    if (edits.push(edit) === MAX_PROPOSALS) break;
  }
  return edits;
}

/** Takes what a rule reports, if its settings let it. */
function take({drafts, document, rule, severity, order, joint, lone, fix, ignore, allowed}: Taking, report: Report): void {
  const {start, end, kind} = report;
  if (!(start >= 0 && end <= document.text.length && start <= end)) throw new RangeError(`offsets ${start} to ${end} are outside of the text`);
  const actual = document.text.slice(start, end);
  if (document.context.accepted?.has(actual.toLowerCase()) || (kind !== undefined && ignore.includes(kind)) || allowed?.(document.text, start, end)) return;
  const proposals = proposalsOf(document, report);
  const wanted = report.tier && TIERS.indexOf(report.tier) < TIERS.indexOf(rule.tier) ? report.tier : rule.tier;
  const tier = !proposals.length ? 'report' : wanted === 'safe' && !fix ? 'suggest' : wanted;
  drafts.push({
    ruleId: rule.id, kind, category: rule.category, severity, tier, start, end, actual, proposals, message: report.message, note: report.note,
    raw: Math.round(report.confidence * PRECISION) / PRECISION, evidence: report.evidence ?? rule.evidence, order, needs: rule.needs !== undefined, joint, relies: report.relies, minWords: lone ? 0 : (report.minWords ?? 0),
  });
}

/** Asks rules one by one. */
export class Checker {
  readonly #document: Document;
  /** Of each rule the place among those that are run. */
  readonly #orders: ReadonlyMap<string, number>;

  constructor(document: Document, rules: readonly ActiveRule[]) {
    this.#document = document;
    this.#orders = new Map(rules.map(({rule}, order) => [rule.id, order]));
  }

  #takingOf({rule, options, severity}: ActiveRule): Taking {
    return {
      drafts: [], document: this.#document, rule, order: this.#orders.get(rule.id)!, joint: isJoint(rule), lone: this.#orders.size === 1, severity: severity ?? rule.severity, fix: options.fix, ignore: options.ignore,
      allowed: options.allow.length ? withinPhrases(options.allow) : undefined,
    };
  }

  /** What a rule reports of a document or a part of it. Throws what the rule throws. */
  check(active: ActiveRule, part: Document): readonly Draft[] {
    const taking = this.#takingOf(active);
    // One function for all rules: V8 forgets what it compiled of functions that are made anew.
    active.rule.check(part, take.bind(undefined, taking), active.options);
    return taking.drafts;
  }

  /** What a rule reports of the document as a whole. */
  checkWhole(active: ActiveRule): readonly Draft[] {
    const taking = this.#takingOf(active);
    const report = active.rule.whole?.(this.#document, active.options);
    if (report) take(taking, report);
    return taking.drafts;
  }
}

/** The drafts that are bold enough in a document of some likeness. `kept`: what they propose is kept, and moves with its paragraph. */
function findingsOf(document: Document, drafts: readonly Draft[], likeness: number, minConfidence: number, least: ReadonlyMap<string, number>, kept: boolean): Finding[] {
  const findings: Finding[] = [];
  const fingerprint = fingerprints(document);
  for (const draft of drafts) {
    const {ruleId, kind, category, severity, tier, start, end, actual, note, raw, proposals} = draft;
    const confidence = confidenceIn(raw, likeness);
    if (confidence < (least.get(ruleId) ?? minConfidence)) continue;
    findings.push({ruleId, kind, category, severity, tier, start, end, actual, proposals: kept ? proposals.map(copyOf) : proposals, message: messageOf(draft), note, confidence: Math.round(confidence * 1000) / 1000, fingerprint: fingerprint.of(ruleId, start, end), ownConfidence: raw});
  }
  return findings;
}
function needingOf(drafts: readonly Draft[], joint: boolean): Draft[] {
  const found: Draft[] = [];
  for (const draft of drafts) if (draft.needs && draft.joint === joint) found.push(draft);
  return found;
}
const copyOf = ({start, end, text}: Edit): Edit => ({start, end, text});

/**
 * Runs rules over a document and settles between findings that overlap: one finding a cause, the surest wins.
 * `memo` keeps what rules find in paragraphs from one run to the next.
 */
export function run(document: Document, rules: readonly ActiveRule[], minConfidence = minConfidenceFor(document.context.mt), memo?: ParagraphMemo): RunResult {
  const drafts: Draft[] = [];
  const failures: RunResult['failures'] = [];
  const first = rules.filter(({rule}) => rule.needs === undefined);
  const later = rules.filter(({rule}) => rule.needs !== undefined);
  const fail = ({id}: RuleDefinition, error: unknown) => {
    if (!failures.some(({ruleId}) => ruleId === id)) failures.push({ruleId: id, error: error instanceof Error ? error : new Error(String(error))});
  };
  const checker = new Checker(document, [...first, ...later]);
  const addAll = (some: readonly Draft[]) => {
    for (const draft of some) if (document.wordCount >= draft.minWords) drafts.push(draft);
  };
  const apply = (some: readonly ActiveRule[], probing = false) => {
    const kept = probing ? undefined : memo?.draftsOf(document, some.filter(({rule}) => rule.reach === 'paragraph'), checker);
    if (kept) addAll(kept.drafts);
    for (const active of some) {
      try {
        if (!kept || active.rule.reach !== 'paragraph') addAll(checker.check(active, document));
        else if (kept.failures.has(active.rule)) throw kept.failures.get(active.rule);
      } catch (error) {
        fail(active.rule, error);
      }
    }
  };
  const least = new Map(rules.flatMap(({rule, options}) => (options.minConfidence === undefined ? [] : [[rule.id, options.minConfidence] as const])));
  const finish = (settled: readonly Draft[], likeness: number): RunResult => ({
    findings: fitTogether(document, findingsOf(document, settled, likeness, minConfidence, least, memo !== undefined)), machineLikeness: Math.round(likeness * 100) / 100, failures,
  });
  for (const active of rules) {
    try {
      addAll(checker.checkWhole(active));
    } catch (error) {
      fail(active.rule, error);
    }
  }
  if (drafts.length) return finish(settle(drafts), machineLikeness(document, []));
  apply(first);
  let settled = settle([...drafts]);
  let likeness = machineLikeness(document, settled);
  // A rule that is run alone is wanted.
  const alone = first.length === 0;
  const judged = document.context.mt === undefined || document.context.mt === 'auto';
  // A short text shows too little of weak signs, and asking costs.
  const asked = !alone && judged && likeness < SURE && document.wordCount >= MIN_CROWD_WORDS;
  let density = 0;
  const weak = later.filter(({rule}) => isJoint(rule));
  const probed = asked && document.wordCount <= MAX_PROBE_WORDS && weak.some(({rule}) => likeness < rule.needs!);
  if (probed) {
    // Without parts of speech, which take long to load, rules of grammar see enough to say whether it is worth while.
    const before = drafts.length;
    withoutTags(() => apply(weak, true));
    density = weakDensity(document, settle(drafts.slice(before)));
    drafts.length = before;
  }
  let crowd = 0;
  if (asked && !(probed && density === 0 && strongDensity(document, settled) === 0)) for (const {rule} of later) {
    try {
      crowd = Math.max(crowd, rule.crowd?.(document) ?? 0);
    } catch (error) {
      fail(rule, error);
    }
  }
  const faint = faintDensity(document, settled);
  const besides = crowd + (asked ? faint : 0) + (density >= MIN_GRAMMAR ? density : 0);
  if (besides > 0) likeness = machineLikeness(document, settled, besides);
  const bold = later.filter(({rule}) => alone || likeness >= rule.needs!);
  // A rule that is run alone, and a short text, show too few signs to weigh them against each other.
  const weighed = !alone && document.wordCount >= MIN_CROWD_WORDS;
  const signs = {strong: strongDensity(document, settled), weak: faint, grammar: 0, senses: 0, crowd};
  if (weighed) likeness = likenessBy(document, signs);
  if (bold.length) {
    apply(bold.filter(({rule}) => isJoint(rule)));
    settled = settle(drafts);
    const needing = (joint: boolean) => weakDensity(document, needingOf(settled, joint));
    signs.grammar = needing(true);
    // Words that may be in a wrong sense let all of these rules look; they are weighed, which costs most, only where another sign says that there is reason.
    const suspicious = weighed ? likenessBy(document, signs) : 1;
    apply(bold.filter(({rule}) => !isJoint(rule) && suspicious >= rule.needs!));
    settled = settle(drafts);
    signs.grammar = needing(true);
    signs.senses = needing(false);
    likeness = weighed ? likenessBy(document, signs) : machineLikeness(document, settled, crowd + beyondChance(signs.grammar));
    const edits = bold.filter(({rule}) => rule.weak && confidenceIn(rule.weak.most, likeness) >= (least.get(rule.id) ?? minConfidence));
    if (edits.length) {
      const before = drafts.length;
      apply(edits.map((active) => ({...active, rule: weakOf(active.rule)})));
      // They are no evidence: the text looks as it did.
      if (drafts.length > before) settled = settle(drafts);
    }
  }
  return {...finish(settled, likeness), signs};
}

/** What a draft says. Of most it is never asked: they are too unsure to be shown. */
export const messageOf = ({message, actual, proposals}: Draft): string => message ?? defaultMessage(actual, proposals[0]);

function defaultMessage(actual: string, first: Edit | undefined): string {
  const what = show(actual) ? `\`${show(actual)}\`` : 'space';
  if (!first) return `Unexpected ${what}`;
  if (!actual) return `Expected \`${show(first.text)}\` here`;
  // What differs in a space at one end is shown with it.
  if (show(actual) === show(first.text) && show(actual)) return `Unexpected \`${spaced(actual)}\`, expected \`${spaced(first.text)}\``;
  return first.text.trim() ? `Unexpected ${what}, expected \`${show(first.text)}\`` : `Unexpected ${what}, expected nothing here`;
}
