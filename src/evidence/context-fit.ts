/** How well a word, and a word that could have stood there, fits its neighbours and the subject of its document. */
import type {Document} from '../document/document.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import {formOf, stemOf} from '../document/inflection.ts';
import {ParagraphEvidence} from '../document/paragraph-evidence.ts';
import type {Token} from '../document/token.ts';
import {readData} from '../lexicon/assets.ts';
import {addTo, type Entry, lookup, normalise, nullVector, pairCount, product, vectorAt} from '../lexicon/lexicon.ts';
import type {Gap, Likelihood} from './fluency.ts';
import type {RightSense, SenseRecord, Wrong} from './senses.ts';

/** What is weighed, in the order of {@link Measures}, and what each says, for people: what depends on the two words alone, on their paragraph, on the document. */
const OF_THE_WORDS = {
  frequency: 'how common it is',
  ownFrequency: 'how common the word itself is',
  odd: 'an expression that English does not have',
  expression: 'an expression that English has',
  phrase: 'it is an expression of several words',
  blind: 'no vector is known',
  alike: 'how near its meaning is to that of the word itself',
  synonym: 'it means nearly the same as the word itself',
  kin: 'WordNet has it as a synonym, a kind or a part of the word itself',
  choices: 'how many other words may have been meant',
  languages: 'how many languages have both senses',
  uncued: 'it has few cue words',
  adjective: 'an adjective',
  verb: 'a verb',
} as const;
const OF_THE_PARAGRAPH = {
  fluent: 'how likely it is between the words before and after, less that of the word itself',
  before: 'the same by the words before alone',
  home: 'how much likelier it is between these words than anywhere',
  ownHome: 'how much likelier the word itself is between these words than anywhere',
  unknown: 'the language model does not know the word itself, or (negative) the other',
  fit: 'nearness to the words around, less that of the word itself',
  near: 'the same for the five words on either side',
  slotLeft: 'nearness to the word that it depends on, less that of the word itself',
  slotRight: 'nearness to the word that depends on it, less that of the word itself',
  pair: 'how common it is beside the neighbours',
  ownPair: 'how common the word itself is beside them',
  ownFit: 'nearness of the word itself to the words around',
  ownNear: 'the same for the five words on either side',
  ownSlot: 'nearness of the word itself to the words that it depends on and that depend on it',
  ownBest: 'nearness of the word itself to the three words around that are nearest',
  best: 'nearness to the three words around that are nearest, less that of the word itself',
  cueFit: 'nearness of its cue words to the words around, less that of the word’s own',
} as const;
const OF_THE_DOCUMENT = {
  theme: 'nearness of its topics to the document, less that of the word’s own',
  topic: 'nearness to the document, less that of the word itself',
  ownTopic: 'nearness of the word itself to the document',
  cuesNear: 'cue words within fifteen words',
  cuesFar: 'cue words elsewhere in the document',
  ownCuesNear: 'cue words of the word itself within fifteen words',
  cueMajority: 'its cue words against those of the word itself',
  elsewhere: 'it stands elsewhere in the document',
  ownElsewhere: 'the word itself stands elsewhere in the document',
  ownOften: 'how often the word itself stands in the document',
} as const;
export const MEASURES = {...OF_THE_WORDS, ...OF_THE_PARAGRAPH, ...OF_THE_DOCUMENT} as const;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];
/** The place of the first of {@link OF_THE_PARAGRAPH} in {@link MEASURE_NAMES}. */
const PARAGRAPH = Object.keys(OF_THE_WORDS).length;
/** One number for each of {@link MEASURES}, most from -1 to 1. */
export type Measures = readonly number[];

interface Weights {
  readonly bias: number;
  /** Logits for each unit of a measure. */
  readonly weights: Readonly<Record<Measure, number>>;
  /** Where a measure says more or less than its weight: logits that are added above a value, up to the next one. */
  readonly bends: Readonly<Partial<Record<Measure, readonly (readonly [above: number, adds: number])[]>>>;
  /** Factor of what the source language adds: see {@link languageShift}. */
  readonly language: number;
  /** The most that is added, nearly everywhere, by the language model; by all that comes after it; by the nearest words, the cues and the document. */
  readonly most: {readonly fluency: number; readonly context: number; readonly cues: number};
  /** Logits off where the document is shorter than `words`. */
  readonly short: {readonly words: number; readonly penalty: number};
  /** Logits off for words that sound text has often where the right one seems to fit. */
  readonly raised: Readonly<Record<string, number>>;
}

let loaded: Weights | undefined;
/** The fitted weights of `rules/senses/weights.json`. */
export function senseWeights(): Weights {
  return (loaded ??= readData<Weights>('sense-weights'));
}

/** The weights by the places of {@link MEASURE_NAMES}: above and more in turn. */
let table: {readonly weights: Float64Array; readonly bends: readonly Float64Array[]} | undefined;
function byPlace() {
  if (!table) {
    const {weights, bends} = senseWeights();
    table = {weights: Float64Array.from(MEASURE_NAMES, (name) => weights[name]), bends: MEASURE_NAMES.map((name) => Float64Array.from((bends[name] ?? []).flat()))};
  }
  return table;
}

/** The logits that a value of the measure at a place of {@link MEASURE_NAMES} adds. */
export function adds(place: number, value: number): number {
  const {weights, bends} = byPlace();
  const bend = bends[place]!;
  let more = 0;
  for (let i = 0; i < bend.length && value > bend[i]!; i += 2) more = bend[i + 1]!;
  return weights[place]! * value + more;
}

/** The same of the measures from a place on. */
function sumFrom(place: number, values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += adds(place + i, values[i]!);
  return sum;
}

/** Nearness from which two words stand for each other: the better one is a matter of style. */
const ALIKE = 0.4;
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
  /** The words, by their vectors, that it is made of. */
  readonly rows: readonly number[];
  /** How near the document is to each topic asked for. */
  readonly themes: Map<string, number>;
  /** How often the document has each stem. */
  readonly counts: Map<string, number>;
  /** The stems of which it has more or fewer than the version before, as far as anybody asks; undefined where that is not known. */
  readonly changed: ReadonlySet<string> | undefined;
}

const grounds = new WeakMap<Document, Ground>();
const stems = new Map<string, string>();

function stem(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    found = stemOf(word);
    if (stems.size > 50_000) stems.clear();
    stems.set(word, found);
  }
  return found;
}

/** Smooth inverse frequency (Arora et al. 2017): 1 for rare words, near 0 for the commonest. Rounded, since engines differ in the last bit of powers. */
const shareOf = (frequency: number) => Math.fround(1 / (1 + 600 * 2 ** ((frequency - 255) / 8.5)));

/** The row of a token's vector; -1 for words without content and what is no word. */
const rowOf = (token: Token) => (isContent(token) ? token.word.entry.row : -1);

/** The words with a vector in each paragraph. */
const entriesIn = new ParagraphEvidence((document: Document): readonly Entry[] => [...new Map(document.ownTokens.filter((token) => rowOf(token) >= 0).map(({word: {entry}}) => [entry.row, entry])).values()]);

const contentOf = ({tokens, segmentTokens}: Document, segment: number) => tokens.slice(segmentTokens[segment]![0], segmentTokens[segment]![1] + 1).filter(isContent);
const isContent = ({kind, word}: Token) => kind === 'word' && !FUNCTION_WORDS.has(word.base);
/** More of a stem than this say no more. */
const MANY = 8;

let grounded = 0;

/** The stems of a text, corrected by what changed since the version before. */
function stemsOfDocument(document: Document): Pick<Ground, 'number' | 'before' | 'counts' | 'changed'> {
  const {previous, gone, come} = document.changes ?? {};
  const before = previous && grounds.get(previous);
  if (!before || Math.max(previous.tokens.length, document.tokens.length) > MAX_GROUND) {
    const counts = new Map<string, number>();
    for (let i = 0; i < document.tokens.length && i < MAX_GROUND; i++) if (isContent(document.tokens[i]!)) countStem(counts, stem(document.tokens[i]!.word.base), 1);
    return {number: ++grounded, before: undefined, counts, changed: undefined};
  }
  grounds.delete(previous);
  const {counts} = before;
  const had = new Map<string, number>();
  for (const [of, segments, by] of [[previous, gone!, -1], [document, come!, 1]] as const) for (const segment of segments) for (const token of contentOf(of, segment)) {
    const key = stem(token.word.base);
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
  const distinct = new Map<number, Entry>();
  for (const entry of entriesIn.in(whole)) {
    distinct.set(entry.row, entry);
    if (distinct.size === MAX_TOPIC) break;
  }
  const rows = [...distinct.keys()];
  const same = before && rows.length === before.rows.length && rows.every((row, i) => row === before.rows[i]);
  ground = {...stemsOfDocument(whole), ...(same ? {rows: before.rows, topic: before.topic, themes: before.themes} : {rows, topic: topicOf(distinct.values()), themes: new Map()})};
  grounds.set(whole, ground);
  return ground;
}

function topicOf(entries: Iterable<Entry>): Float32Array {
  const topic = nullVector();
  for (const {row, frequency} of entries) addTo(topic, vectorAt(row)!, shareOf(frequency));
  return normalise(topic);
}

/** The unit vector of the sum of some words' vectors; undefined where nothing is known. */
function vectorOfWords(words: Iterable<string>): Float32Array | undefined {
  let sum: Float32Array | undefined;
  for (const word of words) {
    const vector = word.length > 1 && !FUNCTION_WORDS.has(word) ? vectorAt(lookup(word).row) : undefined;
    if (vector) addTo((sum ??= nullVector()), vector);
  }
  return sum && normalise(sum);
}

const wordsOf = (text: string) => text.toLowerCase().split(/[ '’-]+/);
const vectors = new Map<string, Float32Array | undefined>();
/** The vector of a word or expression. */
function vectorOf(text: string): Float32Array | undefined {
  if (vectors.has(text)) return vectors.get(text);
  const found = vectorOfWords(wordsOf(text));
  if (vectors.size > 20_000) vectors.clear();
  vectors.set(text, found);
  return found;
}

const MAX_CUES = 40;
const cueVectors = new WeakMap<object, Float32Array | undefined>();
/** The middle of a sense's cue words and the word itself: the sense, where the word's own vector is that of all its senses. */
function cueVector(of: RightSense | SenseRecord, word: string): Float32Array | undefined {
  if (!cueVectors.has(of)) cueVectors.set(of, vectorOfWords([...of.cues.slice(0, MAX_CUES), ...('word' in of || !of.cues.length ? wordsOf(word) : [])]));
  return cueVectors.get(of);
}

interface SenseWords {readonly words: readonly string[]; readonly stem: string; readonly cues: readonly string[]; readonly all: readonly string[]}
const senseWords = new WeakMap<RightSense, SenseWords>();
/** A sense's words, its stem, the stems of its cues, and those of it and its equals. */
function wordsOfSense(right: RightSense): SenseWords {
  let found = senseWords.get(right);
  if (!found) senseWords.set(right, (found = {words: wordsOf(right.word), stem: stem(right.word), cues: stemsOf(right.cues), all: [right.word, ...right.also].map((w) => stem(w.toLowerCase()))}));
  return found;
}
const stemsOf = (cues: readonly string[]) => cues.slice(0, MAX_CUES).map(stem);
const ownCues = new WeakMap<SenseRecord, readonly string[]>();
function cuesOfRecord(record: SenseRecord): readonly string[] {
  let found = ownCues.get(record);
  if (!found) ownCues.set(record, (found = stemsOf(record.cues)));
  return found;
}

const similar = (a: Float32Array | undefined, b: Float32Array | undefined) => (a && b ? product(a, b) : 0);

/** A place where one wrong word stands, ready to weigh what could stand there. */
export interface Place {
  readonly document: Document;
  /** First and last token of the stretch. */
  readonly first: number;
  readonly last: number;
  /** Unit vectors of the words within {@link WINDOW} and, in the sentence, within {@link NARROW}. */
  readonly local: Float32Array;
  readonly narrow: Float32Array;
  /** Vectors of the words around that say something. */
  readonly around: readonly Float32Array[];
  /** Nearness of the wrong words to all of these, by word. */
  readonly own: Map<string, Nearness>;
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
const frequencyOf = (word: string) => lookup(word).frequency / 255;

type Given = Pick<Wrong, 'lemma' | 'words' | 'record' | 'form'>;

const inherents = new WeakMap<RightSense, {readonly values: readonly number[]; readonly adds: number}>();
/** The measures that do not depend on the place, in the order of {@link OF_THE_WORDS}, and what they add. */
function inherent(wrong: Given, right: RightSense) {
  let found = inherents.get(right);
  if (!found) {
    const values = inherentOf(wrong, right);
    inherents.set(right, (found = {values, adds: sumFrom(0, values)}));
  }
  return found;
}

function inherentOf(wrong: Given, right: RightSense): number[] {
  const single = wrong.words.length === 1;
  let joined = !single;
  for (let i = 1; i < wrong.words.length; i++) if (!pairCount(wrong.words[i - 1]!, wrong.words[i]!)) joined = false;
  const rightWords = wordsOf(right.word);
  const own = vectorOf(wrong.lemma);
  const other = vectorOf(right.word);
  const alike = own && other ? product(own, other) : 0;
  const values: Record<keyof typeof OF_THE_WORDS, number> = {
    frequency: frequencyOf(rightWords.at(-1)!), ownFrequency: single ? frequencyOf(wrong.lemma) : 0.4, odd: single || joined ? 0 : 1, expression: joined ? 1 : 0, phrase: rightWords.length > 1 ? 1 : 0,
    blind: own && other ? 0 : 1, alike, synonym: Math.max(0, alike - ALIKE), kin: right.kin ?? 0, choices: Math.log2(wrong.record.right.length) / 4, languages: Math.log2(Object.keys(right.from).length) / 4, uncued: right.cues.length < 4 ? 1 : 0, adjective: wrong.record.pos === 'adjective' ? 1 : 0, verb: wrong.record.pos === 'verb' ? 1 : 0,
  };
  return Object.keys(OF_THE_WORDS).map((name) => values[name as keyof typeof OF_THE_WORDS]);
}

export function placeOf(document: Document, first: number, last: number): Place {
  const {tokens} = document;
  const {segment, sentence} = tokens[first]!;
  const local = nullVector();
  const narrow = nullVector();
  const around: Float32Array[] = [];
  for (let i = Math.max(0, first - WINDOW); i <= Math.min(tokens.length - 1, last + WINDOW); i++) {
    const row = rowOf(tokens[i]!);
    if ((i >= first && i <= last) || row < 0 || tokens[i]!.segment !== segment) continue;
    const vector = vectorAt(row)!;
    const share = shareOf(tokens[i]!.word.entry.frequency);
    const inside = tokens[i]!.sentence === sentence;
    addTo(local, vector, share * (inside ? 1 : 0.5));
    if (inside && (i < first ? first - i : i - last) <= NARROW) addTo(narrow, vector, share);
    if (share > 0.3) around.push(vector);
  }
  const slot = (from: number, step: -1 | 1) => {
    let i = from + step;
    for (let gap = 0; gap < MAX_GAP && tokens[i]?.kind === 'word' && FUNCTION_WORDS.has(tokens[i]!.word.base); gap++) i += step;
    return tokens[i]?.sentence === sentence ? vectorAt(rowOf(tokens[i]!)) : undefined;
  };
  return {document, first, last, local: normalise(local), narrow: normalise(narrow), around, own: new Map(), left: wordAt(document, first - 1, first), right: wordAt(document, last + 1, first), slotLeft: slot(first, -1), slotRight: slot(last, 1)};
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
    if (!isContent(tokens[i]!)) continue;
    const key = stem(tokens[i]!.word.base);
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

/**
 * The senses for which {@link weigh} may give more than a floor, and how likely each is between the neighbours: cheap, and
 * enough to pass over most.
 */
export function likelySenses(gap: Gap, wrong: Given, floor: number): {right: RightSense; fluency: Fluency}[] {
  const {bias, most} = senseWeights();
  const found: {right: RightSense; fluency: Fluency}[] = [];
  let own: Likelihood | undefined;
  for (const right of wrong.record.right) {
    const ground = bias + inherent(wrong, right).adds + most.context - floor;
    if (ground + most.fluency <= 0) continue;
    own ??= gap.likelihoodOf(inflected(wrong.lemma, wrong.form));
    const fluency = fluencyOf(gap, own, right, wrong.form);
    if (ground + sumFrom(PARAGRAPH, fluency) > 0) found.push({right, fluency});
  }
  return found;
}

const forms = new Map<Wrong['form'], Map<string, readonly string[]>>();
/** The words of an expression in a form, as the language model knows them. */
function inflected(text: string, form: Wrong['form']): readonly string[] {
  let byText = forms.get(form);
  if (!byText) forms.set(form, (byText = new Map()));
  let words = byText.get(text);
  if (!words) {
    if (byText.size > 20_000) byText.clear();
    byText.set(text, (words = formOf(text, form).toLowerCase().split(/[ -]+/)));
  }
  return words;
}
/** Tenfold steps beyond which a difference says no more. */
const MOST_STEPS = 3;
const inSteps = (steps: number) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, steps)) / MOST_STEPS;

/** How likely a right sense is in a place, against the wrong word that stands there: the first of {@link OF_THE_PARAGRAPH}, each from -1 to 1. */
export type Fluency = readonly [fluent: number, before: number, home: number, ownHome: number, unknown: number];

function fluencyOf(gap: Gap, own: Likelihood, right: RightSense, form: Wrong['form']): Fluency {
  const other = gap.likelihoodOf(inflected(right.word, form));
  return [inSteps(other.whole - own.whole), inSteps(other.before - own.before), inSteps(other.gain), inSteps(own.gain), Number(other.known) - Number(own.known)];
}

/** The mean of the three highest products of a vector with others. */
function bestOf(vector: Float32Array | undefined, others: readonly Float32Array[]): number {
  if (!vector || !others.length) return 0;
  let a = -1;
  let b = -1;
  let c = -1;
  for (const other of others) {
    const value = product(vector, other);
    if (value <= c) continue;
    c = value;
    if (c > b) [b, c] = [c, b];
    if (b > a) [a, b] = [b, a];
  }
  return others.length === 1 ? a : others.length === 2 ? (a + b) / 2 : (a + b + c) / 3;
}

/** The values of {@link OF_THE_PARAGRAPH}, in order. */
export type NearMeasures = readonly number[];

/** How near the wrong words are to what is around a place. */
interface Nearness {
  readonly fit: number;
  readonly near: number;
  readonly left: number;
  readonly right: number;
  readonly best: number;
}

/**
 * What the paragraph says for and against a right sense in the place of a wrong word; undefined where {@link weigh} would hardly
 * give more than a floor.
 */
export function measureNear(place: Place, wrong: Given, right: RightSense, fluency: Fluency, floor = Number.NEGATIVE_INFINITY): NearMeasures | undefined {
  const {bias, most} = senseWeights();
  const own = vectorOf(wrong.lemma);
  const other = vectorOf(right.word);
  const {words} = wordsOfSense(right);
  let near = place.own.get(wrong.lemma);
  if (!near) place.own.set(wrong.lemma, (near = {fit: similar(own, place.local), near: similar(own, place.narrow), left: similar(own, place.slotLeft), right: similar(own, place.slotRight), best: bestOf(own, place.around)}));
  const against = (context: Float32Array | undefined, nearness: number) => (own && other && context ? product(other, context) - nearness : 0);
  const values = [
    ...fluency, against(place.local, near.fit), against(place.narrow, near.near), against(place.slotLeft, near.left), against(place.slotRight, near.right),
    pairs(place.left, place.right, words[0]!, words.at(-1)!), pairs(place.left, place.right, wrong.words[0]!, wrong.words.at(-1)!), near.fit, near.near, Math.max(near.left, near.right), near.best,
  ];
  if (bias + inherent(wrong, right).adds + sumFrom(PARAGRAPH, values) + most.cues < floor) return undefined;
  values.push(own && other ? bestOf(other, place.around) - near.best : 0, similar(cueVector(right, right.word), place.local) - similar(cueVector(wrong.record, wrong.lemma), place.local));
  return values;
}

/** The first of {@link OF_THE_DOCUMENT}: what its subject says. */
function topicMeasures({themes, topic}: Ground, wrong: Given, right: RightSense): readonly number[] {
  const nearness = (name: string) => {
    let value = themes.get(name);
    if (value === undefined) themes.set(name, (value = similar(vectorOf(name), topic)));
    return value;
  };
  const theme = (topics: readonly string[]) => (topics.length ? Math.max(...topics.map(nearness)) : 0.1);
  const ownTopic = nearness(wrong.lemma);
  return [theme(right.topics) - theme(wrong.record.topics), vectorOf(right.word) && vectorOf(wrong.lemma) ? nearness(right.word) - ownTopic : 0, ownTopic];
}
const TOPIC = PARAGRAPH + Object.keys(OF_THE_PARAGRAPH).length;

/** The others: what its words say. */
function wordMeasures(ground: Ground, stretch: Stretch, wrong: Given, right: RightSense): readonly number[] {
  const rights = wordsOfSense(right);
  const ownStem = stem(wrong.lemma);
  const single = wrong.words.length === 1;
  const [cuesNear, cuesFar] = countCues(ground, stretch, rights.cues, ownStem);
  const [ownNear, ownFar] = countCues(ground, stretch, cuesOfRecord(wrong.record), rights.stem);
  return [
    Math.min(3, cuesNear) / 3, Math.min(4, cuesFar) / 4, Math.min(3, ownNear) / 3, Math.tanh(cuesNear + cuesFar / 3 - ownNear - ownFar / 3),
    rights.all.some((key) => isElsewhere(ground, stretch, key)) ? 1 : 0, single && isElsewhere(ground, stretch, ownStem) ? 1 : 0, single ? Math.log2(Math.min(MANY, ground.counts.get(ownStem) ?? 1)) / 3 : 0,
  ];
}
const WORDS = TOPIC + 3;

/** A right sense for a wrong word in its place, as far as the paragraph tells and as the document said last. */
export class Weighing {
  readonly right: RightSense;
  readonly #wrong: Given;
  readonly #near: NearMeasures;
  /** Logits by all but the document. */
  readonly #base: number;
  #topic: readonly number[] = [];
  #words: readonly number[] = [];
  #byWords = 0;

  constructor(wrong: Given, right: RightSense, near: NearMeasures) {
    this.#wrong = wrong;
    this.right = right;
    this.#near = near;
    this.#base = senseWeights().bias + inherent(wrong, right).adds + sumFrom(PARAGRAPH, near);
  }

  /** Logits that the right sense was meant, by the fitted weights, before the document's language and length. `again`: the words of the document may say another thing than last time. */
  weigh(ground: Ground, stretch: Stretch, again: boolean): number {
    if (again) {
      this.#words = wordMeasures(ground, stretch, this.#wrong, this.right);
      this.#byWords = sumFrom(WORDS, this.#words);
    }
    this.#topic = topicMeasures(ground, this.#wrong, this.right);
    return this.#base + sumFrom(TOPIC, this.#topic) + this.#byWords;
  }

  /** All that speaks for and against the right sense, as it was weighed last. */
  get measures(): Measures {
    return [...inherent(this.#wrong, this.right).values, ...this.#near, ...this.#topic, ...this.#words];
  }

  /** The stems of which the words of the document are counted. */
  get stems(): readonly string[] {
    const {cues, all} = wordsOfSense(this.right);
    return [...cues, ...all, ...cuesOfRecord(this.#wrong.record), stem(this.#wrong.lemma)];
  }
}

/** All that speaks for and against a right sense in the place of the tokens `first` to `last`. */
export function measure(place: Place, gap: Gap, wrong: Given, right: RightSense): Measures {
  const weighing = new Weighing(wrong, right, measureNear(place, wrong, right, fluencyOf(gap, gap.likelihoodOf(inflected(wrong.lemma, wrong.form)), right, wrong.form))!);
  weighing.weigh(groundOf(place.document), stretchOf(place.document, place.first, place.last), true);
  return weighing.measures;
}

/** Languages whose words have mostly the same senses; what one lexicon lacks, another's may stand for. */
const FAMILIES: readonly (readonly string[])[] = [['fr', 'es', 'it', 'pt', 'ro'], ['de', 'nl'], ['ru', 'uk', 'pl'], ['zh', 'ja', 'ko']];
const KIN = 0.2;
const STRANGER = 0.06;
/** What was English before, and came back through any language, as a language: `rules/senses/en.yml`. */
const BACK = 'en';
const BACK_COVER = 0.75;

/** How far the lexicons say that a language has a sense, 0 to 1: one that no likely language has keeps {@link STRANGER}, since lexicons have gaps. */
export const languageCover = (language: string, from: Readonly<Record<string, string>>): number => (language in from ? 1 : BACK in from ? BACK_COVER : FAMILIES.some((f) => f.includes(language) && f.some((l) => l in from)) ? KIN : STRANGER);

const covers = new WeakMap<Readonly<Record<string, string>>, Map<string, number>>();

/** The share of the languages that have a sense, on the average over the places of the fit. */
const USUAL_SHARE = 0.18;

/**
 * What the source language says of a sense, in logits: the share of the likely languages that have it. Where nothing
 * is known of the language, senses of many languages are likelier than those of one.
 */
export function languageShift(chances: ReadonlyMap<string, number>, from: Readonly<Record<string, string>>): number {
  let known = covers.get(from);
  if (!known) covers.set(from, (known = new Map()));
  let share = 0;
  for (const [language, chance] of chances) {
    let cover = known.get(language);
    if (cover === undefined) known.set(language, (cover = languageCover(language, from)));
    share += chance * cover;
  }
  return senseWeights().language * Math.log(share / USUAL_SHARE);
}
