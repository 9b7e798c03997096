/** Small edits of grammar that an editor is likely to make, by trees fitted to edits of real translations (`scripts/fit-grammar.ts`). */
import {detached} from '../document/detached.ts';
import type {Document} from '../document/document.ts';
import {inCaseOf} from '../document/english.ts';
import {ParagraphEvidence} from '../document/paragraph-evidence.ts';
import {TextMemo} from '../document/segment-memo.ts';
import {readData, readDataBytes} from '../lexicon/assets.ts';
import {type EditKind, MEASURE_NAMES, type SmallEdit, smallEditsIn} from './small-edits.ts';

/** What `rules/small-edits.json` says beside its trees. */
export interface Fit {
  readonly bias: number;
  /** From the sum of the trees to the logits of an editor's changing the place, in machine-translated articles. */
  readonly calibration: {readonly slope: number; readonly level: number};
  readonly priors: Readonly<Record<string, number>>;
  readonly leastPrior: number;
}

/** The trees one behind the other: of each node the measure that is asked (-1: a leaf, which adds its value in logits), the value up to which the answer is to the left, and where the left one of the two that follow stands. */
export interface Trees {
  readonly values: Float64Array;
  /** The most that the trees from each one on can add. */
  readonly rest: Float64Array;
  readonly roots: Int32Array;
  readonly lefts: Int32Array;
  readonly asks: Int32Array;
}

/** Bytes of `dist/data/small-edits.bin`: how many trees and nodes there are, then the arrays of {@link Trees} in their order. */
export function encodeTrees({values, rest, roots, lefts, asks}: Trees): Buffer {
  return Buffer.concat([Uint32Array.of(roots.length, values.length), values, rest, roots, lefts, asks].map(({buffer}) => new Uint8Array(buffer)));
}

function decodeTrees(bytes: Buffer): Trees {
  const {buffer} = Uint8Array.from(bytes);
  const [trees, nodes] = new Uint32Array(buffer, 0, 2) as unknown as [number, number];
  let at = 8;
  const take = <T>(make: new (buffer: ArrayBuffer, at: number, length: number) => T, length: number, size: number): T => {
    const taken = new make(buffer, at, length);
    at += length * size;
    return taken;
  };
  return {values: take(Float64Array, nodes, 8), rest: take(Float64Array, trees + 1, 8), roots: take(Int32Array, trees, 4), lefts: take(Int32Array, nodes, 4), asks: take(Int32Array, nodes, 4)};
}

/** `least`: the sum from which on an edit is reported. */
let loaded: (Fit & Trees & {readonly least: number}) | undefined;
function load() {
  const fit = readData<Fit>('small-edits');
  const {slope, level} = fit.calibration;
  return {...fit, ...decodeTrees(readDataBytes('small-edits.bin')), least: (Math.log(LEAST / (1 - LEAST)) - level) / slope};
}

const PRIOR = MEASURE_NAMES.indexOf('prior');

/** An edit with how likely an editor changes the place, in a text that is surely machine-translated: 0 to 1. */
export interface LikelyEdit extends SmallEdit {
  readonly chance: number;
}

/** How little less a bound may be than what it bounds, by rounding. */
const ROUNDING = 1e-9;

/** Where `edit` stands among an engine's faults, by the trees: 0 to 1; 0 as soon as it is sure to be below {@link LEAST}. */
function chanceOf({name, measures}: SmallEdit): number {
  const {bias, calibration, priors, leastPrior, roots, asks, values, lefts, rest, least} = (loaded ??= load());
  (measures as number[])[PRIOR] = priors[name] ?? leastPrior;
  let sum = bias;
  for (let t = 0; t < roots.length; t++) {
    if (sum + rest[t]! < least - ROUNDING) return 0;
    let at = roots[t]!;
    for (let ask = asks[at]!; ask >= 0; ask = asks[at]!) at = lefts[at]! + (measures[ask]! <= values[at]! ? 0 : 1);
    sum += values[at]!;
  }
  return 1 / (1 + Math.exp(-(calibration.slope * sum + calibration.level)));
}

/** Chance from which on an edit is reported. */
const LEAST = 0.55;

/** Of sentences: tokens are counted from the first of the sentence. */
const known = new TextMemo<readonly LikelyEdit[]>();
const moved = (edit: LikelyEdit, by: number): LikelyEdit => ({...edit, first: edit.first + by, last: edit.last + by});
const likely = new ParagraphEvidence((document: Document) => document.ownSentences.flatMap(({index, first}) => {
  const likeness = likenessOf(document, index);
  // What is kept by it would keep the whole text.
  return known.of(document.whole.keeper ? detached(likeness) : likeness, () => likelyIn(document, index, first)).map((edit) => moved(edit, first));
}), moved);

/** The edits of a document that are likely enough, in its order. */
export const likelyEdits = (document: Document): readonly LikelyEdit[] => likely.in(document);

/** Equal for sentences that have the same tokens and the same beside them. */
function likenessOf(document: Document, sentence: number): string {
  const {first, last} = document.sentences[sentence]!;
  const before = document.tokens[first - 1];
  let opaque = '';
  for (let i = first; i <= last; i++) if (document.tokens[i]!.kind === 'opaque') opaque += `${i - first} `;
  return `${document.isTitle(sentence)} ${opaque}${before?.text} ${document.tokens[first]!.spaced} ${document.slice(first, Math.min(last + 1, document.tokens.length - 1))} ${last - first}`;
}

function likelyIn(document: Document, sentence: number, base: number): LikelyEdit[] {
  return smallEditsIn(document, sentence, 'foremost').flatMap((edit) => {
    const chance = chanceOf(edit);
    return chance >= LEAST ? [{...edit, first: edit.first - base, last: edit.last - base, chance}] : [];
  });
}

/** Whose finding an edit is: the rule that people know the problem by. */
export type EditRule = 'article' | 'preposition' | 'verb-form' | 'agreement' | 'pronoun' | 'missing-word';
const BY_KIND: Readonly<Record<EditKind, EditRule>> = {
  delete: 'preposition', insert: 'missing-word', preposition: 'preposition', article: 'article', number: 'agreement', verb: 'verb-form', auxiliary: 'agreement', modal: 'verb-form',
  pronoun: 'pronoun', possessive: 'pronoun', relative: 'pronoun', demonstrative: 'pronoun', quantity: 'agreement', adverb: 'verb-form', perfect: 'verb-form', infinitive: 'verb-form',
};
function ruleOf({kind, name}: SmallEdit): EditRule {
  if (/^(?:delete|insert) (?:the|a)$/.test(name)) return 'article';
  if (/^delete (?:is|are|was|were|be|been|has|have|had)$/.test(name)) return 'verb-form';
  if (/^delete (?:his|her|its|their)$/.test(name)) return 'pronoun';
  if (/^verb (?:base>third|third>base)$/.test(name)) return 'agreement';
  return BY_KIND[kind];
}

/** Weight of a machine-translated text in a finding's confidence, in logits; see `machine-likeness.ts`. */
const BOLDNESS = 2.4;
/** A text must have this many words: one sentence does not show whether it is broken all through. */
const MIN_WORDS = 60;

/** The most that an edit's confidence is: hardly any comes near it. */
const MOST = 0.45;

/** What a rule reports of an edit: see `Report` in `src/rule/rule.ts`. */
interface EditReport {
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly {readonly start: number; readonly end: number; readonly text: string}[];
  readonly confidence: number;
  readonly note: string;
  readonly minWords: number;
  readonly kind: 'small-edit';
}

/** Among the kinds of findings of a rule that asks for edits. */
export const SMALL_EDIT = {'small-edit': 'A small word or an ending without which the sentence is much likelier'} as const;

const touching = ({tokens}: Document, a: SmallEdit, b: SmallEdit | undefined): b is LikelyEdit => b !== undefined && b.first <= a.last + 1 && b.last >= a.first - 1 && tokens[a.first]!.segment === tokens[b.first]!.segment;

/** What a rule finds by edits: `weak` of its definition. */
export const weakEdits = (rule: EditRule) => ({
  most: MOST,
  check(document: Document, report: (report: EditReport) => void): void {
    for (const edit of editsFor(document, rule)) report(edit);
  },
});

/** The likely edits that are findings of one rule: of several for one place the likeliest, with the others behind it. */
export function* editsFor(document: Document, rule: EditRule): Generator<EditReport> {
  const all = likelyEdits(document);
  for (const [i, edit] of all.entries()) {
    if (ruleOf(edit) !== rule) continue;
    const others: LikelyEdit[] = [];
    for (const step of [-1, 1]) for (let k = i + step; touching(document, edit, all[k]); k += step) others.push(all[k]!);
    if (others.some((o) => o.chance > edit.chance || o.chance === edit.chance && o.first < edit.first)) continue;
    const alike = others.filter((o) => o.first === edit.first && o.last === edit.last).sort((a, b) => b.chance - a.chance);
    const proposals = [edit, ...alike].map((e) => changeOf(document, e));
    const [{start, end}] = proposals as [EditReport['proposals'][number]];
    yield {start, end, proposals, confidence: Math.min(MOST, 1 / (1 + Math.exp(BOLDNESS) * (1 / edit.chance - 1))), minWords: MIN_WORDS, kind: 'small-edit', note: noteOn(document, edit)};
  }
}

/** An edit of the text: a deletion takes the space behind the word along, an insertion stands with the word that follows. */
function changeOf(document: Document, {first, last, words}: SmallEdit): EditReport['proposals'][number] {
  const {tokens} = document;
  const {start, text, end} = tokens[first]!;
  const put = inCaseOf(text, words.join(' '));
  if (last < first) return {start, end, text: `${put} ${text}`};
  const next = document.after(tokens[last]!);
  return {start, end: words.length || !next ? tokens[last]!.end : next.start, text: put};
}

function noteOn(document: Document, {first, last, words}: SmallEdit): string {
  const {tokens} = document;
  const before = document.before(tokens[first]!);
  const behind = last < first ? tokens[first]! : document.after(tokens[last]!);
  const phrase = (middle: string) => [before?.kind === 'word' && before.text, middle, behind?.kind === 'word' && behind.text].filter(Boolean).join(' ');
  return `English has “${phrase(words.join(' '))}” far more often than “${phrase(last < first ? '' : document.slice(first, last))}”.`;
}

/** The numbers behind the edits of a stretch, for `mtlint explain --finding`: empty where there is none. */
export function explainEdits(document: Document, start: number, end: number): string {
  const here = likelyEdits(document).filter(({first, last}) => document.tokens[first]!.start < end && document.tokens[Math.max(first, last)]!.end > start);
  const number = (x: number) => x.toFixed(2).padStart(7);
  return here.sort((a, b) => b.chance - a.chance).flatMap(({name, words, chance, measures}) => [
    `${name}${words.length ? ` (\`${words.join(' ')}\`)` : ''}: an editor changes this place with a chance of ${chance.toFixed(2)} in a machine-translated text`,
    ...SHOWN.map(([measure, what]) => `  ${number(measures[MEASURE_NAMES.indexOf(measure)]!)}  ${what}`),
  ]).join('\n');
}
const SHOWN: readonly (readonly [(typeof MEASURE_NAMES)[number], string])[] = [
  ['gain', 'gain in likelihood, in tenfold steps'], ['own', 'of it in the words put in or taken out'], ['next', 'in the word behind'], ['nextButOne', 'in the one after that'],
  ['prior', 'how often editors make such an edit, in logits'], ['newSeen', 'words seen together with what is put in (1 to 3)'], ['oldSeen', 'words seen together with what stands there'], ['rivals', 'other edits of the place that are about as likely'],
];
