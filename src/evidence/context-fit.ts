/** How well a word, and a word that could have stood there, fits its neighbours and the subject of its document. */
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import type {Form} from '../document/inflection.ts';
import type {Token} from '../document/token.ts';
import {wordNote} from '../document/word.ts';
import {addTo, type Entry, normalise, nullVector, pairCount, product, vectorAt} from '../lexicon/lexicon.ts';
import type {Gap, Likelihood} from './fluency.ts';
import {adds, DOCUMENT, type Measures, mostNear, mostUpTo, PARAGRAPH, senseWeights, sumFrom} from './sense-weights.ts';
import {type Bearing, type Expression, expressionOf, type MostTopical, type Sense, stem, type Topical} from './sense-words.ts';
import type {RightSense, Wrong} from './senses.ts';

const CUES_NEAR = 15;
const WINDOW = 15;
const NARROW = 5;
const MAX_TOPIC = 1500;
/** Tokens of a document that say what it is about: of a book, its beginning. */
const MAX_GROUND = 20_000;
/** Function words passed over on the way to the word in a slot. */
const MAX_GAP = 4;

/** What the context of a document's words is made of: computed once a document. */
export interface Ground {
  /** Its number, and that of the version of the text before, of which `changed` speaks. */
  readonly number: number;
  readonly before: number | undefined;
  /** Unit vector of the document. One object as long as the words stay the same. */
  readonly topic: Float32Array;
  /** A vector within {@link DRIFT} of it: an object that stays from version to version while it is near enough. */
  readonly anchor: Float32Array;
  /** The words that it is made of. */
  readonly words: readonly Entry[];
  /** How often the document has each stem. */
  readonly counts: Map<string, number>;
  /** The stems of which it has more or fewer than the version before, as far as anybody asks; undefined where that is not known. */
  readonly changed: ReadonlySet<string> | undefined;
}

const grounds = new DocumentNote<Ground>();
/** How far the subject of a text may move before all senses are weighed against it again: as far as edits of a page or so move that of a long text. */
const DRIFT = 0.02;
/** Smooth inverse frequency (Arora et al. 2017): 1 for rare words, near 0 for the commonest. Rounded, since engines differ in the last bit of powers. */
const shareOf = (frequency: number) => Math.fround(1 / (1 + 600 * 2 ** ((frequency - 255) / 8.5)));

/** What a word form says of the subject of its text. */
interface Content {
  /** Of its vector; -1 if it has none. */
  readonly row: number;
  readonly share: number;
  readonly stem: string;
}
const NO_CONTENT: Content = {row: -1, share: 0, stem: ''};
const contentOfWord = wordNote(({base, entry}): Content => (FUNCTION_WORDS.has(base) ? NO_CONTENT : {row: entry.row, share: shareOf(entry.frequency), stem: stem(base)}));
const contentOf = (token: Token): Content => (token.kind === 'word' ? contentOfWord(token.word) : NO_CONTENT);

/** The words with a vector in each paragraph, each once. */
const ENTRIES = {};
const entriesIn = (document: Document, segment: number): readonly Entry[] => document.made(segment, ENTRIES, (first, last) => {
  const entries = new Map<number, Entry>();
  for (let i = first; i <= last; i++) {
    const token = document.tokens[i]!;
    if (contentOf(token).row >= 0) entries.set(token.word.entry.row, token.word.entry);
  }
  return [...entries.values()];
});

/** The first words of a document with a vector, each once: of words that share one, the last. */
function topicWords(document: Document): Entry[] {
  const entries: Entry[] = [];
  all: for (const segment of document.ownSegments) for (const entry of entriesIn(document, segment)) {
    const place = places[entry.row]!;
    if (place) entries[place - 1] = entry;
    else {
      places[entry.row] = entries.push(entry);
      if (entries.length === MAX_TOPIC) break all;
    }
  }
  for (const {row} of entries) places[row] = 0;
  return entries;
}
/** By row, while {@link topicWords} runs: the place of its entry, from 1. */
const places = new Uint16Array(2 ** 16);

/** The stems of the words with content in a paragraph. */
const stemsIn = ({tokens, segmentTokens}: Document, segment: number) => tokens.slice(segmentTokens[segment]![0], segmentTokens[segment]![1] + 1).map((token) => contentOf(token).stem).filter(Boolean);
/** More of a stem than this say no more. */
const MANY = 8;

let grounded = 0;

/** The stems of a text, corrected by what changed since the version before. */
function stemsOfDocument(document: Document): Pick<Ground, 'number' | 'before' | 'counts' | 'changed'> {
  const {previous, gone, come} = document.changes ?? {};
  const before = previous && grounds.get(previous);
  if (!before || Math.max(previous.tokens.length, document.tokens.length) > MAX_GROUND) {
    const counts = new Map<string, number>();
    for (let i = 0; i < document.tokens.length && i < MAX_GROUND; i++) {
      const {stem} = contentOf(document.tokens[i]!);
      if (stem) countStem(counts, stem, 1);
    }
    return {number: ++grounded, before: undefined, counts, changed: undefined};
  }
  grounds.delete(previous);
  const {counts} = before;
  const had = new Map<string, number>();
  for (const [of, segments, by] of [[previous, gone!, -1], [document, come!, 1]] as const) for (const segment of segments) for (const key of stemsIn(of, segment)) {
    if (!had.has(key)) had.set(key, counts.get(key) ?? 0);
    countStem(counts, key, by);
  }
  return {number: ++grounded, before: before.number, counts, changed: new Set(Array.from(had).flatMap(([key, n]) => (Math.min(MANY + 1, n) === Math.min(MANY + 1, counts.get(key) ?? 0) ? [] : [key])))};
}

function countStem(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const n = (counts.get(key) ?? 0) + by;
  if (n) counts.set(key, n);
  else counts.delete(key);
}

export function groundOf(document: Document): Ground {
  const {whole} = document;
  let ground = grounds.get(whole);
  if (ground) return ground;
  const before = whole.changes && grounds.get(whole.changes.previous);
  const words = topicWords(whole);
  const same = before && areSame(words, before.words);
  const topic = same ? before.topic : topicOf(words);
  const anchor = before && (same || distance(topic, before.anchor) <= DRIFT) ? before.anchor : topic;
  ground = {...stemsOfDocument(whole), words, topic, anchor};
  grounds.set(whole, ground);
  return ground;
}

function areSame(a: readonly Entry[], b: readonly Entry[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i]!.row !== b[i]!.row || a[i]!.frequency !== b[i]!.frequency) return false;
  return true;
}

function topicOf(entries: readonly Entry[]): Float32Array {
  const topic = nullVector();
  for (const {row, frequency} of entries) addTo(topic, vectorAt(row)!, shareOf(frequency));
  return normalise(topic);
}

function distance(a: Float32Array, b: Float32Array): number {
  let square = 0;
  for (let d = 0; d < a.length; d++) square += (a[d]! - b[d]!) ** 2;
  return Math.sqrt(square);
}

const similar = (a: Float32Array | undefined, b: Float32Array | undefined) => (a && b ? product(a, b) : 0);

/** A place where one wrong word stands, ready to weigh what could stand there. */
export interface Place {
  /** First and last token of the stretch. */
  readonly first: number;
  readonly last: number;
  /** Unit vectors of the words within {@link WINDOW} and, in the sentence, within {@link NARROW}: until the next place is made. */
  readonly local: Float32Array;
  readonly narrow: Float32Array;
  /** The words around that say something, by the rows of their vectors: who keeps a place would keep vectors that are kept elsewhere. */
  readonly around: readonly number[];
  /** The neighbours, in lower case. */
  readonly left: string | undefined;
  readonly right: string | undefined;
  /** Vectors of the nearest words with content in the sentence: what governs it or modifies it, what it governs. */
  readonly slotLeft: Float32Array | undefined;
  readonly slotRight: Float32Array | undefined;
}

function wordAt(document: Document, index: number, near: number): string | undefined {
  const t: Token | undefined = document.tokens[index];
  return t?.kind === 'word' && t.sentence === document.tokens[near]!.sentence ? t.word.base : undefined;
}

const pairs = (left: string | undefined, next: string | undefined, first: string, last: string) => ((left ? pairCount(left, first) : 0) + (next ? pairCount(last, next) : 0)) / 255;
/** The vectors of the last place: a text has a place for every few words. */
let local: Float32Array | undefined;
let narrow: Float32Array | undefined;
export function placeOf(document: Document, first: number, last: number): Place {
  const {tokens} = document;
  const {segment, sentence} = tokens[first]!;
  local = (local ?? nullVector()).fill(0);
  narrow = (narrow ?? nullVector()).fill(0);
  const around: number[] = [];
  for (let i = Math.max(0, first - WINDOW); i <= Math.min(tokens.length - 1, last + WINDOW); i++) {
    const token = tokens[i]!;
    const {row, share} = contentOf(token);
    if ((i >= first && i <= last) || row < 0 || token.segment !== segment) continue;
    const vector = vectorAt(row)!;
    const inside = token.sentence === sentence;
    addTo(local, vector, share * (inside ? 1 : 0.5));
    if (inside && (i < first ? first - i : i - last) <= NARROW) addTo(narrow, vector, share);
    if (share > 0.3) around.push(row);
  }
  const slot = (from: number, step: -1 | 1) => {
    let i = from + step;
    for (let gap = 0; gap < MAX_GAP && tokens[i]?.kind === 'word' && contentOf(tokens[i]!) === NO_CONTENT; gap++) i += step;
    return tokens[i]?.sentence === sentence ? vectorAt(contentOf(tokens[i]!).row) : undefined;
  };
  return {first, last, local: normalise(local), narrow: normalise(narrow), around, left: wordAt(document, first - 1, first), right: wordAt(document, last + 1, first), slotLeft: slot(first, -1), slotRight: slot(last, 1)};
}

/** Where a wrong word may stand, tokens `first` to `last`, and the stems of the words within {@link CUES_NEAR}. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly near: ReadonlySet<string>;
  /** How often each stem stands in the stretch itself. */
  readonly own: ReadonlyMap<string, number>;
}

export function stretchOf({tokens}: Document, first: number, last: number): Stretch {
  const near = new Set<string>();
  const own = new Map<string, number>();
  for (let i = Math.max(0, first - CUES_NEAR); i <= Math.min(tokens.length - 1, last + CUES_NEAR); i++) {
    const key = contentOf(tokens[i]!).stem;
    if (!key) continue;
    if (i >= first && i <= last) countStem(own as Map<string, number>, key, 1);
    else near.add(key);
  }
  return {first, last, near, own};
}

/** Whether a stem stands in the document outside of a stretch. */
const isElsewhere = ({counts}: Ground, {own}: Stretch, key: string) => (counts.get(key) ?? 0) > (own.get(key) ?? 0);

/** Distinct cue words, given by their stems, near a place and elsewhere in its document. Where the text has a word only inside the place, it does not count. */
function countCues(ground: Ground, stretch: Stretch, cues: readonly string[], except: string): readonly [near: number, far: number] {
  let near = 0;
  let far = 0;
  for (const key of cues) {
    if (key === except) continue;
    if (stretch.near.has(key)) near++;
    else if (isElsewhere(ground, stretch, key)) far++;
  }
  return [near, far];
}

/** How little less a bound may be than what it bounds, by rounding. */
const ROUNDING = 1e-9;

/**
 * The senses for which {@link Weighing.weigh} may give more than a floor, and how likely each is between the neighbours: cheap, and
 * enough to pass over most.
 */
export function likelySenses(gap: Gap, expression: Expression, form: Form, floor: number): readonly {sense: Sense; fluency: Fluency}[] {
  const {most} = senseWeights();
  const {grounds, wordings} = expression;
  let found: {sense: Sense; fluency: Fluency}[] | undefined;
  let own: Likelihood | undefined;
  for (let i = 0; i < grounds.length; i++) {
    const ground = grounds[i]! - floor;
    if (ground + most.all <= 0) break;
    const sense = expression.sense(i);
    own ??= gap.likelihoodOf(wordings.in(form));
    const fluency = fluencyOf(own, gap.likelihoodOf(sense.wordings.in(form)));
    if (ground + sumFrom(PARAGRAPH, fluency) + most.context > 0) (found ??= []).push({sense, fluency});
  }
  return found ?? NO_SENSES;
}
const NO_SENSES: readonly {sense: Sense; fluency: Fluency}[] = [];

/** Senses that are asked for in a first look. */
const FOREMOST = 2;

/** The most that {@link Weighing.weigh} comes to for the foremost senses by the words and their neighbours alone, if it is more than a floor; else the floor. */
export function likeliestBetween(gap: Gap, expression: Expression, form: Form, floor: number): number {
  const {most} = senseWeights();
  const {grounds, wordings} = expression;
  let best = floor;
  let own: Likelihood | undefined;
  for (let i = 0; i < grounds.length && i < FOREMOST; i++) {
    const ground = grounds[i]!;
    if (ground + most.fluency <= best) break;
    own ??= gap.likelihoodOf(wordings.in(form));
    best = Math.max(best, ground + sumFrom(PARAGRAPH, fluencyOf(own, gap.likelihoodOf(expression.sense(i).wordings.in(form)))));
  }
  return best;
}

/** Tenfold steps beyond which a difference says no more. */
const MOST_STEPS = 3;
const inSteps = (steps: number) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps)) / MOST_STEPS;

/** How likely a right sense is in a place, against the wrong word that stands there: the first measures of the paragraph, each from -1 to 1. */
export type Fluency = readonly [fluent: number, before: number, home: number, ownHome: number, unknown: number];


const fluencyOf = (own: Likelihood, other: Likelihood): Fluency => [inSteps(other.whole - own.whole), inSteps(other.before - own.before), inSteps(other.gain), inSteps(own.gain), Number(other.known) - Number(own.known)];

/** The mean of the three highest products of a vector with those of some rows. */
function bestOf(vector: Float32Array | undefined, others: readonly number[]): number {
  if (!vector || !others.length) return 0;
  let a = -1;
  let b = -1;
  let c = -1;
  for (const row of others) {
    const value = product(vector, vectorAt(row)!);
    if (value <= c) continue;
    c = value;
    if (c > b) [b, c] = [c, b];
    if (b > a) [a, b] = [b, a];
  }
  return others.length === 1 ? a : others.length === 2 ? (a + b) / 2 : (a + b + c) / 3;
}

const FIT = PARAGRAPH + 5;
const NEAR = PARAGRAPH + 6;
const SLOT_LEFT = PARAGRAPH + 7;
const SLOT_RIGHT = PARAGRAPH + 8;
const PAIR = PARAGRAPH + 9;
const OWN_PAIR = PARAGRAPH + 10;
const OWN_FIT = PARAGRAPH + 11;
const OWN_NEAR = PARAGRAPH + 12;
const OWN_SLOT = PARAGRAPH + 13;
const OWN_BEST = PARAGRAPH + 14;
const BEST = PARAGRAPH + 15;

/** A vector among the words around a place that say something. */
class Among {
  readonly vector: Float32Array | undefined;
  readonly around: readonly number[];
  #best: number | undefined;

  constructor(vector: Float32Array | undefined, around: readonly number[]) {
    this.vector = vector;
    this.around = around;
  }

  /** How near the nearest are to it. */
  get best(): number {
    return (this.#best ??= bestOf(this.vector, this.around));
  }
}

/** A wrong expression in its place: how near it is to what is around. */
export class Standing {
  readonly place: Place;
  readonly expression: Expression;
  readonly among: Among;
  readonly fit: number;
  readonly near: number;
  readonly left: number;
  readonly right: number;
  readonly pair: number;
  /** What these add, and the most that {@link Among.best} does. */
  readonly adds: number;

  constructor(place: Place, expression: Expression) {
    const own = expression.vector;
    this.place = place;
    this.expression = expression;
    this.among = new Among(own, place.around);
    this.fit = similar(own, place.local);
    this.near = similar(own, place.narrow);
    this.left = similar(own, place.slotLeft);
    this.right = similar(own, place.slotRight);
    this.pair = pairs(place.left, place.right, expression.words[0]!, expression.words.at(-1)!);
    this.adds = adds(OWN_PAIR, this.pair) + adds(OWN_FIT, this.fit) + adds(OWN_NEAR, this.near) + adds(OWN_SLOT, Math.max(this.left, this.right)) + mostUpTo(OWN_BEST, 1);
  }
}

/**
 * A right sense for a wrong word in its place, as far as the paragraph tells. What a document without its measures needs is kept of them alone: there are thousands.
 */
export class Near {
  readonly sense: Sense;
  /** The most that all measures of the paragraph add to the ground of the sense, in logits. */
  readonly most: number;
  /** What they add; without those of the words around that are nearest, which say little and cost much, as long as these words are there. */
  #sum: number;
  #among: Among | undefined;

  constructor(sense: Sense, most: number, sum: number, among: Among) {
    this.sense = sense;
    this.most = most;
    this.#sum = sum;
    this.#among = among;
  }

  /** Whether {@link sum} is known. */
  get isSummed(): boolean {
    return this.#among === undefined;
  }

  get sum(): number {
    const among = this.#among;
    if (among) {
      this.#sum += adds(OWN_BEST, among.best) + adds(BEST, betterAmong(among, this.sense));
      this.#among = undefined;
    }
    return this.#sum;
  }
}

/** How much nearer than a wrong word a sense is to the words around that are nearest. */
const betterAmong = (among: Among, {vector}: Sense) => (among.vector && vector ? bestOf(vector, among.around) - among.best : 0);

/** The measures of the paragraph that were made last, in their order; {@link OWN_BEST} and {@link BEST} are not among them. */
const nearValues: number[] = new Array<number>(17).fill(0);

/**
 * What the paragraph says for and against a right sense in the place of a wrong word; undefined where {@link Weighing.weigh} would hardly
 * give more than a floor.
 */
export function measureNear(standing: Standing, sense: Sense, fluency: Fluency, floor = Number.NEGATIVE_INFINITY): Near | undefined {
  const {place, expression, among} = standing;
  const own = among.vector;
  const other = sense.vector;
  const both = own !== undefined && other !== undefined;
  const least = floor - senseWeights().most.cues - ROUNDING;
  const fit = both ? product(other, place.local) - standing.fit : 0;
  const near = both ? product(other, place.narrow) - standing.near : 0;
  const known = sense.ground + sumFrom(PARAGRAPH, fluency) + adds(FIT, fit) + adds(NEAR, near) + standing.adds;
  const hasLeft = both && place.slotLeft !== undefined;
  const hasRight = both && place.slotRight !== undefined;
  if (known + (hasLeft ? mostUpTo(SLOT_LEFT, 1 - standing.left) : 0) + (hasRight ? mostUpTo(SLOT_RIGHT, 1 - standing.right) : 0) + mostUpTo(PAIR, 2) < least) return undefined;
  const left = hasLeft ? product(other, place.slotLeft!) - standing.left : 0;
  const right = hasRight ? product(other, place.slotRight!) - standing.right : 0;
  const pair = pairs(place.left, place.right, sense.words[0]!, sense.words.at(-1)!);
  const sum = known + adds(SLOT_LEFT, left) + adds(SLOT_RIGHT, right) + adds(PAIR, pair);
  if (sum < least) return undefined;
  const cues = similar(sense.cues.vector, place.local) - similar(expression.cues.vector, place.local);
  const [fluent, before, home, ownHome, unknown] = fluency;
  const values = [fluent, before, home, ownHome, unknown, fit, near, left, right, pair, standing.pair, standing.fit, standing.near, Math.max(standing.left, standing.right), 0, 0, cues];
  let all = sense.ground;
  for (let i = 0; i < values.length; i++) {
    nearValues[i] = values[i]!;
    if (i !== OWN_BEST - PARAGRAPH && i !== BEST - PARAGRAPH) all += adds(PARAGRAPH + i, values[i]!);
  }
  return new Near(sense, sum + mostUpTo(BEST, 2) + adds(CUE_FIT, cues) + ROUNDING, all, among);
}
const CUE_FIT = PARAGRAPH + 16;

/** The first measures of the document: what its subject says. They are the same wherever the sense may stand. */
function topicalOf({topic}: Ground, expression: Expression, sense: Sense): Topical {
  const topical = (sense.topical ??= {topic: NO_TOPIC, measures: [0, 0, 0], adds: 0});
  if (topical.topic === topic) return topical;
  const {measures} = topical;
  const ownTopic = expression.bearing.nearness(topic);
  measures[0] = nearest(sense.themes, topic) - nearest(expression.themes, topic);
  measures[1] = sense.vector && expression.vector ? sense.bearing.nearness(topic) - ownTopic : 0;
  measures[2] = ownTopic;
  topical.topic = topic;
  topical.adds = sumFrom(DOCUMENT, measures);
  return topical;
}
const NO_TOPIC = new Float32Array();

/** How near a subject is to the nearest of some themes. */
function nearest(themes: readonly Bearing[], topic: Float32Array): number {
  let most = themes.length ? Number.NEGATIVE_INFINITY : 0.1;
  for (let i = 0; i < themes.length; i++) most = Math.max(most, themes[i]!.nearness(topic));
  return most;
}

/** How far each of these measures may be from that of a subject within {@link DRIFT}: two are differences of products of unit vectors. */
const SPREADS = [2 * DRIFT, 2 * DRIFT, DRIFT];

/** The most that subjects within {@link DRIFT} of the anchor add. */
function mostTopicalOf(ground: Ground, expression: Expression, sense: Sense): MostTopical {
  const {anchor} = ground;
  if (sense.mostTopical?.anchor === anchor) return sense.mostTopical;
  // From where the subject is now, which may be that far from its anchor itself.
  const {measures} = topicalOf(ground, expression, sense);
  const times = ground.topic === anchor ? 1 : 2;
  const adds = measures.reduce((sum, value, i) => sum + mostNear(DOCUMENT + i, value, times * SPREADS[i]! + ROUNDING), 0);
  return (sense.mostTopical = {anchor, adds});
}

/** The others: what its words say. */
function wordMeasures(ground: Ground, stretch: Stretch, expression: Expression, sense: Sense): readonly number[] {
  const single = expression.words.length === 1;
  const [cuesNear, cuesFar] = countCues(ground, stretch, sense.cues.stems, expression.stem);
  const [ownNear, ownFar] = countCues(ground, stretch, expression.cues.stems, sense.stem);
  return [
    Math.min(3, cuesNear) / 3, Math.min(4, cuesFar) / 4, Math.min(3, ownNear) / 3, Math.tanh(cuesNear + cuesFar / 3 - ownNear - ownFar / 3),
    sense.all.some((key) => isElsewhere(ground, stretch, key)) ? 1 : 0, single && isElsewhere(ground, stretch, expression.stem) ? 1 : 0, single ? Math.log2(Math.min(MANY, ground.counts.get(expression.stem) ?? 1)) / 3 : 0,
  ];
}
const WORDS = DOCUMENT + 3;

/** A right sense for a wrong word in its place, as far as the paragraph tells and as the document said last. */
export class Weighing {
  readonly #near: Near;
  /** Logits by what the words of the document said last. */
  #byWords = 0;

  constructor(near: Near) {
    this.#near = near;
  }

  get sense(): Sense {
    return this.#near.sense;
  }

  /** Whether it hangs on how often the document has one of some stems. */
  concerns(changed: ReadonlySet<string>, expression: Expression): boolean {
    const {sense} = this;
    for (const key of changed) if (key === expression.stem || sense.cues.stems.includes(key) || expression.cues.stems.includes(key) || sense.all.includes(key)) return true;
    return false;
  }

  /** Takes to heart what the words of the document say now. */
  count(ground: Ground, stretch: Stretch, expression: Expression): void {
    this.#byWords = sumFrom(WORDS, wordMeasures(ground, stretch, expression, this.sense));
  }

  /** Whether {@link weigh} may give more than a floor before the words say another thing or the subject leaves its anchor. */
  mayExceed(ground: Ground, expression: Expression, floor: number): boolean {
    return (this.#near.isSummed ? this.#near.sum : this.#near.most) + mostTopicalOf(ground, expression, this.sense).adds + this.#byWords > floor;
  }

  /** Logits that the right sense was meant, by the fitted weights, before the document's language and length; undefined where they are not more than a floor. */
  weigh(ground: Ground, expression: Expression, floor: number): number | undefined {
    const byDocument = topicalOf(ground, expression, this.sense).adds + this.#byWords;
    if (!this.#near.isSummed && this.#near.most + byDocument <= floor) return undefined;
    const sum = this.#near.sum + byDocument;
    return sum > floor ? sum : undefined;
  }

  /** The stems of which the words of the document are counted. */
  stems(expression: Expression): readonly string[] {
    return [...this.sense.cues.stems, ...this.sense.all, ...expression.cues.stems, expression.stem];
  }
}

/** All that speaks for and against a right sense in the place of the tokens `first` to `last`. */
export function measure(document: Document, place: Place, gap: Gap, wrong: Wrong, right: RightSense): Measures {
  const expression = expressionOf(wrong);
  const sense = expression.sense(wrong.record.right.indexOf(right));
  const fluency = fluencyOf(gap.likelihoodOf(expression.wordings.in(wrong.form)), gap.likelihoodOf(sense.wordings.in(wrong.form)));
  const standing = new Standing(place, expression);
  measureNear(standing, sense, fluency);
  const near = [...nearValues];
  near[OWN_BEST - PARAGRAPH] = standing.among.best;
  near[BEST - PARAGRAPH] = betterAmong(standing.among, sense);
  const ground = groundOf(document);
  return [...sense.values, ...near, ...topicalOf(ground, expression, sense).measures, ...wordMeasures(ground, stretchOf(document, place.first, place.last), expression, sense)];
}

/** Languages whose words have mostly the same senses; what one lexicon lacks, another's may stand for. */
const FAMILIES: readonly (readonly string[])[] = [['fr', 'es', 'it', 'pt', 'ro'], ['de', 'nl'], ['ru', 'uk', 'pl'], ['zh', 'ja', 'ko']];
const KIN = 0.07;
const STRANGER = 0.03;
/** What was English before, and came back through any language, as a language: `rules/senses/en.yml`. */
const BACK = 'en';
const BACK_COVER = 0.75;

/** How far the lexicons say that a language has a sense, 0 to 1: one that no likely language has keeps {@link STRANGER}, since lexicons have gaps. */
export const languageCover = (language: string, from: Readonly<Record<string, string>>): number => COVERS[coverOf(language, from)]!;

/** The same as a place in this list. */
const COVERS = [STRANGER, KIN, BACK_COVER, 1];
const coverOf = (language: string, from: Readonly<Record<string, string>>) => (language in from ? 3 : BACK in from ? 2 : FAMILIES.some((f) => f.includes(language) && f.some((l) => l in from)) ? 1 : 0);

/** The share of the languages that have a sense, on the average over the places of the fit. */
const USUAL_SHARE = 0.18;

/**
 * What the source language says of a sense, in logits: the share of the likely languages that have it. Where nothing
 * is known of the language, senses of many languages are likelier than those of one.
 */
export function languageShift(chances: ReadonlyMap<string, number>, from: Readonly<Record<string, string>>): number {
  if (listed?.chances !== chances) listed = {chances, numbers: Uint16Array.from(chances.keys(), numberOf), values: Float64Array.from(chances.values())};
  const {numbers, values} = listed;
  let known = covers.get(from);
  if (!known || known.length < languages.length) covers.set(from, (known = String.fromCharCode(...languages.map((language) => coverOf(language, from)))));
  let share = 0;
  for (let i = 0; i < values.length; i++) share += values[i]! * COVERS[known.charCodeAt(numbers[i]!)]!;
  return senseWeights().language * Math.log(share / USUAL_SHARE);
}

/**
 * The languages of which chances were asked for, by their numbers; the chances that were asked for last, by these; how far the lexicons say that each has a
 * sense, as {@link COVERS} by the codes of characters, which take the least room.
 */
const languages: string[] = [];
const numberOf = (language: string) => (languages.includes(language) ? languages.indexOf(language) : languages.push(language) - 1);
let listed: {readonly chances: ReadonlyMap<string, number>; readonly numbers: Uint16Array; readonly values: Float64Array} | undefined;
const covers = new WeakMap<Readonly<Record<string, string>>, string>();
