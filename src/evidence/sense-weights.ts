/** What is weighed of a word in the wrong sense and of what may have been meant, and how much each says: fitted by `scripts/fit-senses.ts`. */
import {readData} from '../lexicon/assets.ts';

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
  dictionary: 'dictionaries alone say that one word has both senses: nobody has seen it printed',
  choices: 'how many other words may have been meant, without those that dictionaries alone say',
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
/** The place of the first measure of the paragraph in {@link MEASURE_NAMES}, and of the first of the document. */
export const PARAGRAPH = Object.keys(OF_THE_WORDS).length;
export const DOCUMENT = PARAGRAPH + Object.keys(OF_THE_PARAGRAPH).length;
/** The measures that depend on the two words alone: those before {@link PARAGRAPH}. */
export type WordMeasure = keyof typeof OF_THE_WORDS;
export const WORD_MEASURES = Object.keys(OF_THE_WORDS) as WordMeasure[];
/** One number for each of {@link MEASURES}, most from -1 to 1. */
export type Measures = readonly number[];

interface Weights {
  readonly bias: number;
  /** Logits for each unit of a measure. */
  readonly weights: Readonly<Record<Measure, number>>;
  /** Where a measure says more or less than its weight: logits that are added above a value, up to the next one. */
  readonly bends: Readonly<Partial<Record<Measure, readonly (readonly [above: number, adds: number])[]>>>;
  /** Factor of what the source language adds: see `languageShift` in `context-fit.ts`. */
  readonly language: number;
  /**
   * What to wait for. `fluency`: the most that the language model adds, nearly everywhere. The others: how far below the floor a sense that is shown in the end
   * may be by its two words alone (`all`), with the language model (`context`), with the words around (`cues`): see `scripts/fit-least.ts`.
   */
  readonly most: {readonly all: number; readonly fluency: number; readonly context: number; readonly cues: number};
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

/** The least value of a measure, and a little less. */
const LEAST = -2;

/** The most that {@link adds} gives for any value up to one. */
export function mostUpTo(place: number, value: number): number {
  const {weights, bends} = byPlace();
  const bend = bends[place]!;
  const weight = weights[place]!;
  let most = Number.NEGATIVE_INFINITY;
  let from = LEAST;
  let more = 0;
  for (let i = 0; i < bend.length && value > bend[i]!; i += 2) {
    most = Math.max(most, weight * (weight > 0 ? bend[i]! : from) + more);
    from = bend[i]!;
    more = bend[i + 1]!;
  }
  return Math.max(most, weight * (weight > 0 ? value : from) + more);
}

/** The most that {@link adds} gives for any value within `spread` of one, and hardly more. */
export function mostNear(place: number, value: number, spread: number): number {
  const {weights, bends} = byPlace();
  const bend = bends[place]!;
  const [from, to] = [value - spread, value + spread];
  let most = Number.NEGATIVE_INFINITY;
  // Each piece between two bends, as far as it is near.
  for (let i = -2; i < bend.length && (i < 0 || to > bend[i]!); i += 2) if (i + 2 >= bend.length || from <= bend[i + 2]!) most = Math.max(most, i < 0 ? 0 : bend[i + 1]!);
  return weights[place]! * (weights[place]! > 0 ? to : from) + most;
}

/** The logits that the measures from a place on add. */
export function sumFrom(place: number, values: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += adds(place + i, values[i]!);
  return sum;
}
