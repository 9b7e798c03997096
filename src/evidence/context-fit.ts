/** How well a word, and a word that could have stood there, fits its neighbours and the subject of its document. */
import type {Document} from '../document/document.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import {formOf, stemOf} from '../document/inflection.ts';
import type {Token} from '../document/token.ts';
import {readData} from '../lexicon/assets.ts';
import {addTo, lookup, normalise, nullVector, pairCount, product, vectorAt} from '../lexicon/lexicon.ts';
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
const DOCUMENT_NAMES = Object.keys(OF_THE_DOCUMENT) as (keyof typeof OF_THE_DOCUMENT)[];
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
interface Ground {
  /** Unit vector of the document. */
  readonly topic: Float32Array;
  /** How near the document is to each topic asked for. */
  readonly themes: Map<string, number>;
  /** Places (token indexes) of each stem. */
  readonly places: ReadonlyMap<string, readonly number[]>;
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
const rowOf = (token: Token) => (token.kind === 'word' && !FUNCTION_WORDS.has(token.word.base) ? token.word.entry.row : -1);

function groundOf(document: Document): Ground {
  let ground = grounds.get(document);
  if (ground) return ground;
  const {tokens} = document;
  const places = new Map<string, number[]>();
  const distinct = new Set<number>();
  const topic = nullVector();
  for (let i = 0; i < tokens.length && i < MAX_GROUND; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const {base, entry} = token.word;
    if (FUNCTION_WORDS.has(base)) continue;
    if (distinct.size < MAX_TOPIC && entry.row >= 0 && !distinct.has(entry.row)) {
      distinct.add(entry.row);
      addTo(topic, vectorAt(entry.row)!, shareOf(entry.frequency));
    }
    const key = stem(base);
    const list = places.get(key);
    if (!list) places.set(key, [i]);
    else if (list.length < 400) list.push(i);
  }
  ground = {topic: normalise(topic), themes: new Map(), places};
  grounds.set(document, ground);
  return ground;
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
    blind: own && other ? 0 : 1, alike, synonym: Math.max(0, alike - ALIKE), kin: right.kin ?? 0, choices: Math.log2(wrong.record.right.length) / 4, languages: Math.log2(Object.keys(right.from).length) / 4, uncued: right.cues.length < 4 ? 1 : 0, adjective: wrong.record.pos === 'adjective' ? 1 : 0,
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

type Stretch = Pick<Place, 'document' | 'first' | 'last'>;

/** Distinct cue words, given by their stems, near a place and elsewhere in its document. Where the text has a word only inside the place, it does not count. */
function countCues(place: Stretch, cues: readonly string[], except: string): readonly [near: number, far: number] {
  const {places} = groundOf(place.document);
  let near = 0;
  let far = 0;
  for (const key of cues) {
    if (key === except) continue;
    const found = places.get(key);
    if (!found) continue;
    let best = 3;
    for (const at of found) {
      if (at >= place.first && at <= place.last) continue;
      const distance = at < place.first ? place.first - at : at - place.last;
      best = Math.min(best, distance <= CUES_NEAR ? 1 : 2);
      if (best === 1) break;
    }
    if (best === 1) near++;
    else if (best === 2) far++;
  }
  return [near, far];
}

function standsElsewhere(place: Stretch, stems: readonly string[]): boolean {
  const {places} = groundOf(place.document);
  return stems.some((key) => places.get(key)?.some((at) => at < place.first || at > place.last) ?? false);
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

/** The same with what the document says; the place are the tokens `first` to `last`. */
export function measureWide(document: Document, first: number, last: number, wrong: Given, right: RightSense, near: NearMeasures): Measures {
  const place = {document, first, last};
  const rights = wordsOfSense(right);
  const ownStem = stem(wrong.lemma);
  const {themes, topic, places} = groundOf(document);
  const nearness = (name: string) => {
    let value = themes.get(name);
    if (value === undefined) themes.set(name, (value = similar(vectorOf(name), topic)));
    return value;
  };
  const theme = (topics: readonly string[]) => (topics.length ? Math.max(...topics.map(nearness)) : 0.1);
  const [cuesNear, cuesFar] = countCues(place, rights.cues, ownStem);
  const [ownNear, ownFar] = countCues(place, cuesOfRecord(wrong.record), rights.stem);
  const ownTopic = nearness(wrong.lemma);
  const single = wrong.words.length === 1;
  const values: Record<keyof typeof OF_THE_DOCUMENT, number> = {
    theme: theme(right.topics) - theme(wrong.record.topics), topic: vectorOf(right.word) && vectorOf(wrong.lemma) ? nearness(right.word) - ownTopic : 0, ownTopic,
    cuesNear: Math.min(3, cuesNear) / 3, cuesFar: Math.min(4, cuesFar) / 4, ownCuesNear: Math.min(3, ownNear) / 3, cueMajority: Math.tanh(cuesNear + cuesFar / 3 - ownNear - ownFar / 3),
    elsewhere: standsElsewhere(place, rights.all) ? 1 : 0, ownElsewhere: single && standsElsewhere(place, [ownStem]) ? 1 : 0, ownOften: single ? Math.log2(Math.min(8, places.get(ownStem)?.length ?? 1)) / 3 : 0,
  };
  return [...inherent(wrong, right).values, ...near, ...DOCUMENT_NAMES.map((name) => values[name])];
}

/** All that speaks for and against a right sense in the place of the tokens `first` to `last`. */
export const measure = (place: Place, gap: Gap, wrong: Given, right: RightSense): Measures => measureWide(place.document, place.first, place.last, wrong, right, measureNear(place, wrong, right, fluencyOf(gap, gap.likelihoodOf(inflected(wrong.lemma, wrong.form)), right, wrong.form))!);

/** Logits that the right sense was meant, by the fitted weights, before the document's language and length. */
export const weigh = (measures: Measures): number => senseWeights().bias + sumFrom(0, measures);

/** Languages whose words have mostly the same senses; what one lexicon lacks, another's may stand for. */
const FAMILIES: readonly (readonly string[])[] = [['fr', 'es', 'it', 'pt', 'ro'], ['de', 'nl'], ['ru', 'uk', 'pl'], ['zh', 'ja', 'ko']];
const KIN = 0.2;
const STRANGER = 0.06;
/** What was English before, and came back through any language, as a language: `rules/senses/en.yml`. */
const BACK = 'en';
const BACK_COVER = 0.75;

/** How far the lexicons say that a language has a sense, 0 to 1: one that no likely language has keeps {@link STRANGER}, since lexicons have gaps. */
export const languageCover = (language: string, from: Readonly<Record<string, string>>): number => (language in from ? 1 : BACK in from ? BACK_COVER : FAMILIES.some((f) => f.includes(language) && f.some((l) => l in from)) ? KIN : STRANGER);

/** The share of the languages that have a sense, on the average over the places of the fit. */
const USUAL_SHARE = 0.18;

/**
 * What the source language says of a sense, in logits: the share of the likely languages that have it. Where nothing
 * is known of the language, senses of many languages are likelier than those of one.
 */
export function languageShift(chances: ReadonlyMap<string, number>, from: Readonly<Record<string, string>>): number {
  let share = 0;
  for (const [language, chance] of chances) share += chance * languageCover(language, from);
  return senseWeights().language * Math.log(share / USUAL_SHARE);
}
