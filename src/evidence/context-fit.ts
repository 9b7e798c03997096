import type {Document} from '../document/document.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import {stemOf} from '../document/inflection.ts';
import type {Token} from '../document/token.ts';
import {readData} from '../lexicon/assets.ts';
import {cosine, lookup, pairCount, sumOf} from '../lexicon/lexicon.ts';
import type {RightSense, Wrong} from './senses.ts';

/** What is weighed; the order is that of {@link Measures}. */
export const MEASURES = ['fit', 'ownFit', 'cuesNear', 'cuesFar', 'ownCuesNear', 'ownCuesFar', 'ownPair', 'pair', 'elsewhere', 'ownElsewhere', 'ownFrequency', 'frequency', 'languages', 'odd', 'expression', 'theme', 'blind', 'likeness', 'phrase', 'noCues', 'cueMajority', 'form'] as const;
/** One number for each of {@link MEASURES}, most from -1 to 1. */
export type Measures = readonly number[];

interface Weights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly language: {readonly same: number; readonly other: number};
  /** Logits off where the document is shorter than `words`. */
  readonly short: {readonly words: number; readonly penalty: number};
  /** Words that stand too often where they are right. */
  readonly disabled: readonly string[];
}

let loaded: Weights | undefined;
/** The fitted weights of `rules/senses/weights.json`. */
export function senseWeights(): Weights {
  return (loaded ??= readData<Weights>('sense-weights'));
}
let off: Set<string> | undefined;
export function isDisabled(lemma: string): boolean {
  return (off ??= new Set(senseWeights().disabled ?? [])).has(lemma);
}

const NEAR = 15;
const WINDOW = 12;
const MAX_TOPIC = 1500;

/** What the context of a document's words is made of: computed once a document. */
interface Ground {
  /** Row of each token's vector; -1 for words without content. */
  readonly rows: Int32Array;
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

function groundOf(document: Document): Ground {
  let ground = grounds.get(document);
  if (ground) return ground;
  const {tokens} = document;
  const rows = new Int32Array(tokens.length).fill(-1);
  const places = new Map<string, number[]>();
  const distinct = new Set<number>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const {base, entry} = token.word;
    if (FUNCTION_WORDS.has(base)) continue;
    rows[i] = entry.row;
    if (distinct.size < MAX_TOPIC && entry.row >= 0) distinct.add(entry.row);
    const key = stem(base);
    const list = places.get(key);
    if (!list) places.set(key, [i]);
    else if (list.length < 400) list.push(i);
  }
  ground = {rows, topic: sumOf(distinct), themes: new Map(), places};
  grounds.set(document, ground);
  return ground;
}

const vectors = new Map<string, number | Float32Array>();
/** Row of a word, or the sum of the vectors of an expression's words; -1 where nothing is known. */
function vectorOf(text: string): number | Float32Array {
  let found = vectors.get(text);
  if (found === undefined) {
    const words = text.toLowerCase().split(/[ '’-]+/).filter((w) => w.length > 1 && !FUNCTION_WORDS.has(w));
    const rows = words.map((w) => lookup(w).row).filter((r) => r >= 0);
    found = rows.length === 0 ? -1 : rows.length === 1 ? rows[0]! : sumOf(rows);
    if (vectors.size > 20_000) vectors.clear();
    vectors.set(text, found);
  }
  return found;
}

function similar(vector: number | Float32Array, context: Float32Array): number {
  if (typeof vector === 'number') return cosine(vector, context);
  let dot = 0;
  let a = 0;
  let b = 0;
  for (let d = 0; d < vector.length; d++) {
    const x = vector[d]!;
    const y = context[d]!;
    dot += x * y;
    a += x * x;
    b += y * y;
  }
  return a && b ? dot / Math.sqrt(a * b) : 0;
}

function alike(a: number | Float32Array, b: number | Float32Array): number {
  if (a === -1 || b === -1) return 0.2;
  return similar(a, typeof b === 'number' ? sumOf([b]) : b);
}

/** A place where one wrong word stands, ready to weigh what could stand there. */
export interface Place {
  readonly document: Document;
  /** First and last token of the stretch. */
  readonly first: number;
  readonly last: number;
  /** Sum of the vectors around the place. */
  readonly local: Float32Array;
  readonly left: string | undefined;
  readonly right: string | undefined;
}

function wordAt(document: Document, index: number, near: number): string | undefined {
  const t: Token | undefined = document.tokens[index];
  return t?.kind === 'word' && t.sentence === document.tokens[near]!.sentence ? t.word.base : undefined;
}

const wordsOf = (text: string) => text.toLowerCase().split(/[ '’-]+/);
const pairs = (left: string | undefined, next: string | undefined, first: string, last: string) => ((left ? pairCount(left, first) : 0) + (next ? pairCount(last, next) : 0)) / 255;
const frequencyOf = (word: string) => lookup(word).frequency / 255;

/** The measures that do not depend on the place. */
function inherent(wrong: Pick<Wrong, 'lemma' | 'words'>, right: RightSense) {
  const own = vectorOf(wrong.lemma);
  const other = vectorOf(right.word);
  const single = wrong.words.length === 1;
  let joined = !single;
  for (let i = 1; i < wrong.words.length; i++) if (!pairCount(wrong.words[i - 1]!, wrong.words[i]!)) joined = false;
  const rightWords = wordsOf(right.word);
  return {
    ownFrequency: single ? frequencyOf(wrong.lemma) : 0.4, frequency: frequencyOf(rightWords.at(-1)!), languages: Math.min(4, Object.keys(right.from).length) / 4,
    odd: single || joined ? 0 : 1, expression: joined ? 1 : 0, blind: own === -1 || other === -1 ? 1 : 0, likeness: alike(own, other), phrase: rightWords.length > 1 ? 1 : 0,
  };
}

export function placeOf(document: Document, first: number, last: number): Place {
  const {rows} = groundOf(document);
  const {tokens} = document;
  const near: number[] = [];
  const segment = tokens[first]!.segment;
  for (let i = Math.max(0, first - WINDOW); i <= Math.min(tokens.length - 1, last + WINDOW); i++) if ((i < first || i > last) && rows[i]! >= 0 && tokens[i]!.segment === segment) near.push(rows[i]!);
  return {document, first, last, local: sumOf(near), left: wordAt(document, first - 1, first), right: wordAt(document, last + 1, first)};
}

/** Distinct cue words near a place and elsewhere in its document. Where the text has a word only inside the place, it does not count. */
function countCues(place: Place, cues: readonly string[], except: string): readonly [near: number, far: number] {
  const {places} = groundOf(place.document);
  let near = 0;
  let far = 0;
  for (let c = 0; c < cues.length && c < 40; c++) {
    const key = stem(cues[c]!);
    if (key === except) continue;
    const found = places.get(key);
    if (!found) continue;
    let best = 3;
    for (const at of found) {
      if (at >= place.first && at <= place.last) continue;
      const distance = at < place.first ? place.first - at : at - place.last;
      best = Math.min(best, distance <= NEAR ? 1 : 2);
      if (best === 1) break;
    }
    if (best === 1) near++;
    else if (best === 2) far++;
  }
  return [near, far];
}

function standsElsewhere(place: Place, words: readonly string[]): boolean {
  const {places} = groundOf(place.document);
  return words.some((word) => places.get(stem(word.toLowerCase()))?.some((at) => at < place.first || at > place.last) ?? false);
}

/** As much as the fit, the cues and the theme add in nearly all places. */
const BEST_PLACE = 2.8;
const priors = new WeakMap<RightSense, number>();

/** The most that {@link weigh} can give, nearly; cheap, to pass over words that are at home. */
export function outlook(document: Document, first: number, last: number, wrong: Pick<Wrong, 'lemma' | 'words' | 'record'>, right: RightSense): number {
  const {bias, weights} = senseWeights();
  let prior = priors.get(right);
  if (prior === undefined) {
    const statics = inherent(wrong, right);
    prior = bias;
    for (const [name, value] of Object.entries(statics)) prior += (weights[name] ?? 0) * value;
    priors.set(right, prior);
  }
  const left = wordAt(document, first - 1, first);
  const next = wordAt(document, last + 1, first);
  const rightWords = wordsOf(right.word);
  return prior + BEST_PLACE + (weights.ownPair ?? 0) * pairs(left, next, wrong.words[0]!, wrong.words.at(-1)!) + (weights.pair ?? 0) * pairs(left, next, rightWords[0]!, rightWords.at(-1)!);
}

/** What speaks for and against a right sense in the place of a wrong word. */
export function measure(place: Place, wrong: Pick<Wrong, 'lemma' | 'words' | 'record'>, right: RightSense): Measures {
  const {local, document} = place;
  const own = vectorOf(wrong.lemma);
  const other = vectorOf(right.word);
  const blind = own === -1 || other === -1;
  const ownFit = similar(own, local);
  const fit = blind ? 0 : similar(other, local) - ownFit;
  const [cuesNear, cuesFar] = countCues(place, right.cues, stem(wrong.lemma));
  const [ownNear, ownFar] = countCues(place, wrong.record.cues, stem(right.word));
  const single = wrong.words.length === 1;
  const [head = ''] = wrong.words;
  const tail = wrong.words.at(-1)!;
  const rightWords = wordsOf(right.word);
  const fixed = inherent(wrong, right);
  const {themes, topic} = groundOf(document);
  const theme = (topics: readonly string[]) => {
    let best = topics.length ? -1 : 0.3;
    for (const name of topics) {
      let value = themes.get(name);
      if (value === undefined) themes.set(name, (value = similar(vectorOf(name), topic)));
      if (value > best) best = value;
    }
    return best;
  };
  return [
    fit, ownFit,
    Math.min(3, cuesNear) / 3, Math.min(4, cuesFar) / 4, Math.min(3, ownNear) / 3, Math.min(4, ownFar) / 4,
    pairs(place.left, place.right, head, tail), pairs(place.left, place.right, rightWords[0]!, rightWords.at(-1)!),
    standsElsewhere(place, [right.word, ...right.also]) ? 1 : 0, standsElsewhere(place, single ? [wrong.lemma] : []) ? 1 : 0,
    fixed.ownFrequency, fixed.frequency, fixed.languages, fixed.odd, fixed.expression,
    theme(right.topics) - theme(wrong.record.topics), fixed.blind, fixed.likeness, fixed.phrase, cuesNear + cuesFar ? 0 : 1, Math.tanh(cuesNear + cuesFar / 3 - ownNear - ownFar / 3), place.left === 'the' || place.left === 'a' || place.left === 'an' ? 1 : 0,
  ];
}

/** Logits that the right sense was meant, by the fitted weights, before the document's language and length. */
export function weigh(measures: Measures): number {
  const {bias, weights} = senseWeights();
  let sum = bias;
  for (let i = 0; i < MEASURES.length; i++) sum += (weights[MEASURES[i]!] ?? 0) * measures[i]!;
  return sum;
}
