/** What sense lexicons, vectors and WordNet say of a wrong expression and of what may have been meant, whatever the text. */
import {FUNCTION_WORDS} from '../document/english.ts';
import {type Form, formOf, stemOf} from '../document/inflection.ts';
import {addTo, lookup, normalise, nullVector, pairCount, product, vectorAt} from '../lexicon/lexicon.ts';
import {joinMemories, limitNow, Recent} from '../lexicon/recent.ts';
import {type Wording, wordingOf} from './fluency.ts';
import {senseWeights, sumFrom, WORD_MEASURES, type WordMeasure} from './sense-weights.ts';
import type {RightSense, SenseRecord, Wrong} from './senses.ts';

/** Nearness from which two words stand for each other: the better one is a matter of style. */
const ALIKE = 0.4;
const MAX_CUES = 40;

const stems = new Recent<string>(5000);

/** The stem of a word in lower case, remembered. */
export function stem(word: string): string {
  return stems.of(word, stemOf);
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

/** Where a word or expression points, and how near that is to the subject of a text. */
export class Bearing {
  /** A unit vector; undefined where nothing is known. */
  readonly vector: Float32Array | undefined;
  #topic: Float32Array | undefined;
  #nearness = 0;

  constructor(text: string) {
    this.vector = vectorOfWords(wordsOf(text));
  }

  /** Its product with a subject, a unit vector: that of one is remembered. */
  nearness(topic: Float32Array): number {
    if (this.#topic !== topic) {
      this.#topic = topic;
      this.#nearness = this.vector ? product(this.vector, topic) : 0;
    }
    return this.#nearness;
  }
}
const bearings = new Recent<Bearing>(2000);
const bearingOf = (text: string): Bearing => bearings.of(text, (key) => new Bearing(key));

/** The unit vector of a word or expression. */
const vectorOf = (text: string): Float32Array | undefined => bearingOf(text).vector;

/** The words of an expression in its forms, as the language model knows them. */
class Wordings {
  readonly #text: string;
  /** That of the form that a text had first, and those of others: few have any. */
  #form: Form | undefined;
  #wording: Wording | undefined;
  #others: Map<Form, Wording> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  in(form: Form): Wording {
    if (form === this.#form) return this.#wording!;
    let wording = this.#others?.get(form);
    if (!wording) {
      wording = wordingOf(formOf(this.#text, form).toLowerCase().split(/[ -]+/));
      if (this.#form === undefined) {
        this.#form = form;
        this.#wording = wording;
      } else (this.#others ??= new Map()).set(form, wording);
    }
    return wording;
  }
}

/** Cue words of a sense. */
class Cues {
  /** Their stems. */
  readonly stems: readonly string[];
  readonly #cues: readonly string[];
  readonly #own: readonly string[];
  #vector: Float32Array | undefined | null = null;
  #asked = false;

  /** `cues` are its cue words, `own` the words of the sense itself that count among them in {@link vector}. */
  constructor(cues: readonly string[], own: readonly string[]) {
    this.#cues = cues;
    this.#own = own;
    this.stems = (cues.length > MAX_CUES ? cues.slice(0, MAX_CUES) : cues).map(stem);
  }

  /** Their middle: the sense, where the word's own vector is that of all its senses. Only who measures a paragraph asks for it: it goes when nobody has for a while. */
  get vector(): Float32Array | undefined {
    this.#asked = true;
    if (this.#vector === null) {
      this.#vector = vectorOfWords([...this.#cues.slice(0, MAX_CUES), ...this.#own]);
      middles.add(this);
    }
    return this.#vector;
  }

  /** Lets the vector go if nobody asked for it since the last time. Returns whether it is still there. */
  forget(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    if (!asked) this.#vector = null;
    return asked;
  }
}

/** Vectors of cue words that are made before those go that nobody asked for meanwhile. */
const MIDDLES = 500;
/** The cue words that have theirs. */
const middles = {
  cues: [] as Cues[],
  made: 0,
  add(cues: Cues) {
    this.cues.push(cues);
    if (++this.made >= limitNow(MIDDLES)) this.forget();
  },
  forget() {
    this.made = 0;
    this.cues = this.cues.filter((one) => one.forget());
  },
};
joinMemories(middles);

/** What the subject of a text, a vector, says of a sense: measures, and what they add in logits. */
export interface Topical {
  topic: Float32Array;
  readonly measures: number[];
  adds: number;
}

/** The most that any subject near another one, `anchor`, adds to a sense, in logits. */
export interface MostTopical {
  readonly anchor: Float32Array;
  readonly adds: number;
}

/** What may have been meant where a wrong expression stands. */
export class Sense {
  readonly right: RightSense;
  /** The level of the fit and what {@link values} add, in logits. */
  readonly ground: number;
  readonly wordings: Wordings;
  /** Of the last text for which it was asked: kept by `context-fit.ts`. */
  topical: Topical | undefined = undefined;
  mostTopical: MostTopical | undefined = undefined;
  readonly #wrong: Given;
  #values: readonly number[] | undefined;
  #words: readonly string[] | undefined;
  #stem: string | undefined;
  #bearing: Bearing | undefined;
  #themes: readonly Bearing[] | undefined;
  #cues: Cues | undefined;
  #all: readonly string[] | undefined;

  constructor(wrong: Given, right: RightSense) {
    this.right = right;
    this.ground = right.ground;
    this.wordings = new Wordings(right.word);
    this.#wrong = wrong;
  }

  /** The measures that depend on the two words alone, in the order of `WORD_MEASURES`. */
  get values(): readonly number[] {
    return (this.#values ??= valuesOf(this.#wrong, this.right));
  }

  get words(): readonly string[] {
    return (this.#words ??= wordsOf(this.right.word));
  }

  get stem(): string {
    return (this.#stem ??= stem(this.right.word));
  }

  get bearing(): Bearing {
    return (this.#bearing ??= bearingOf(this.right.word));
  }

  get vector(): Float32Array | undefined {
    return this.bearing.vector;
  }

  /** Of its topics. */
  get themes(): readonly Bearing[] {
    return (this.#themes ??= this.right.topics.map(bearingOf));
  }

  get cues(): Cues {
    return (this.#cues ??= new Cues(this.right.cues, this.words));
  }

  /** The stems of it and its equals. */
  get all(): readonly string[] {
    return (this.#all ??= [this.right.word, ...this.right.also].map((word) => stem(word.toLowerCase())));
  }
}

/** A wrong expression, whatever its form. */
export class Expression {
  readonly lemma: string;
  readonly words: readonly string[];
  readonly stem: string;
  readonly record: SenseRecord;
  /** Logits off, since sound text often has the word where another one seems to fit. */
  readonly raised: number;
  readonly wordings: Wordings;
  /** {@link Sense.ground} of what may have been meant, the likeliest by the words alone first: most senses are passed over by it alone. */
  readonly grounds: readonly number[];
  readonly #wrong: Given;
  readonly #senses: (Sense | undefined)[] = [];
  #bearing: Bearing | undefined;
  #themes: readonly Bearing[] | undefined;
  #cues: Cues | undefined;

  constructor(wrong: Given) {
    const {lemma, words, record} = wrong;
    this.lemma = lemma;
    this.words = words;
    this.stem = stem(lemma);
    this.record = record;
    this.raised = senseWeights().raised[lemma] ?? 0;
    this.wordings = new Wordings(lemma);
    this.#wrong = wrong;
    this.grounds = record.right.map(({ground}) => ground);
  }

  /** What may have been meant, by its place in {@link grounds}. */
  sense(place: number): Sense {
    return (this.#senses[place] ??= new Sense(this.#wrong, this.record.right[place]!));
  }

  get bearing(): Bearing {
    return (this.#bearing ??= bearingOf(this.lemma));
  }

  get vector(): Float32Array | undefined {
    return this.bearing.vector;
  }

  /** Of its topics. */
  get themes(): readonly Bearing[] {
    return (this.#themes ??= this.record.topics.map(bearingOf));
  }

  get cues(): Cues {
    const {cues} = this.record;
    return (this.#cues ??= new Cues(cues, cues.length ? [] : wordsOf(this.lemma)));
  }
}

type Given = Pick<Wrong, 'lemma' | 'words' | 'record'>;

/** The expression of an entry of the lexicons. */
export const expressionOf = (wrong: Given): Expression => (wrong.record.expression ??= new Expression(wrong)) as Expression;

const frequencyOf = (word: string) => lookup(word).frequency / 255;

/** How likely a sense is by the two words alone: the level of the fit and what their measures add, in logits. `scripts/senses.ts` computes it once. */
export const groundOf = (wrong: Given, right: Right): number => senseWeights().bias + sumFrom(0, valuesOf(wrong, right));

type Right = Pick<RightSense, 'word' | 'kin' | 'dictionary' | 'from' | 'cues'>;

function valuesOf({lemma, words, record}: Given, right: Right): number[] {
  const rightWords = wordsOf(right.word);
  const single = words.length === 1;
  let joined = !single;
  for (let i = 1; i < words.length; i++) if (!pairCount(words[i - 1]!, words[i]!)) joined = false;
  const own = vectorOf(lemma);
  const other = vectorOf(right.word);
  const alike = own && other ? product(own, other) : 0;
  const values: Record<WordMeasure, number> = {
    frequency: frequencyOf(rightWords.at(-1)!), ownFrequency: single ? frequencyOf(lemma) : 0.4, odd: single || joined ? 0 : 1, expression: joined ? 1 : 0, phrase: rightWords.length > 1 ? 1 : 0,
    blind: own && other ? 0 : 1, alike, synonym: Math.max(0, alike - ALIKE), kin: right.kin ?? 0, dictionary: right.dictionary ? 1 : 0, choices: Math.log2(record.choices) / 4, languages: Math.log2(Object.keys(right.from).length) / 4, uncued: right.cues.length < 4 ? 1 : 0, adjective: record.pos === 'adjective' ? 1 : 0, verb: record.pos === 'verb' ? 1 : 0,
  };
  return WORD_MEASURES.map((name) => values[name]);
}
