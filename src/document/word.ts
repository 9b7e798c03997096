import {detached} from './detached.ts';
import {type Entry, Flag, lookup, lookupPlain, plain} from '../lexicon/lexicon.ts';
import {joinMemories, limitNow} from '../lexicon/recent.ts';
import {contractionBase, derivedFrom} from './english.ts';

export type Shape = 'lower' | 'capital' | 'upper' | 'mixed' | 'none';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const NON_ASCII = /[^\0-\x7f]/;

function shapeOf(text: string): Shape {
  if (!NON_ASCII.test(text)) {
    if (/^[a-z][a-z']*$/.test(text)) return 'lower';
    if (/^[A-Z][a-z']*$/.test(text)) return text.length === 1 ? 'upper' : 'capital';
    if (/^[A-Z]['A-Z]*(?:'s)?$/.test(text)) return 'upper';
    return /[a-z]/i.test(text) ? 'mixed' : 'none';
  }
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (!letters || letters.toLowerCase() === letters.toUpperCase()) return 'none';
  if (letters === letters.toLowerCase()) return 'lower';
  const [first = ''] = letters;
  const rest = letters.slice(first.length);
  if (letters.length > first.length && letters.replace(/s$/, '') === letters.replace(/s$/, '').toUpperCase()) return 'upper';
  if (first !== first.toLowerCase() && rest === rest.toLowerCase()) return rest ? 'capital' : 'upper';
  return 'mixed';
}

function hashOf(text: string): number {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) & 0x3fffffff;
  return hash || 1;
}

/** Lists of classes that forms belong to, by what is in them: forms share them. */
const classLists = new Map<string, readonly number[]>();
const NO_CLASSES: readonly number[] = [];

/** A word form, shared by all tokens with the same text: everything about it that does not depend on where it stands. */
export class Word {
  /** As written. */
  readonly text: string;
  /** Lower case, straight apostrophes, without invisible characters. */
  readonly folded: string;
  /** `folded` without a possessive 's. */
  readonly base: string;
  readonly shape: Shape;
  /** Not 0; of equal `folded` equal, of others seldom. */
  readonly hash: number;
  /** The lexicon's entry of `base`; for forms with accents that it lacks, of the form without accents. */
  readonly entry: Entry;
  /** Answers to the questions of {@link wordQuestion}, two bits each. */
  answers = 0;
  /** The classes of {@link wordClass} that the form belongs to, and how many there were when they were asked. */
  classes = NO_CLASSES;
  asked = 0;
  /** What {@link wordNote} keeps. */
  readonly notes: unknown[] = [];
  #english: boolean | undefined;
  #plain: string | undefined;

  constructor(text: string) {
    this.text = text;
    const ascii = !NON_ASCII.test(text);
    const straight = ascii ? text : text.replaceAll('’', "'").replace(INVISIBLE, '');
    const folded = ascii ? text.toLowerCase() : text.toLowerCase().replaceAll('’', "'").replace(INVISIBLE, '');
    this.folded = folded;
    this.base = folded.endsWith("'s") ? folded.slice(0, -2) : folded;
    this.shape = shapeOf(straight);
    this.hash = hashOf(folded);
    this.entry = lookupPlain(this.base);
  }

  /** Without accents. */
  get plain(): string {
    this.#plain ??= plain(this.base);
    return this.#plain;
  }

  /** Whether the form, in lower case, is a word of English: by dictionary, contraction or productive affix. */
  get english(): boolean {
    if (this.#english === undefined) {
      const {flags} = this.entry;
      this.#english =
        (flags & (Flag.Lower | Flag.Common | Flag.Loan)) !== 0 ||
        (lookup(this.folded).flags & (Flag.Lower | Flag.Common)) !== 0 ||
        contractionBase(this.folded) !== undefined ||
        derivedFrom(this.base) !== undefined;
    }
    return this.#english;
  }

  /** Whether lists of names have it. */
  get isName(): boolean {
    return (this.entry.flags & Flag.Name) !== 0;
  }
}

let questions = 0;

/**
 * A yes-or-no question about word forms that asks each form once: the answer stays with the form. For the first test of
 * a rule over all words, which nearly all of them fail. There is room for sixteen such questions.
 */
export function wordQuestion(ask: (word: Word) => boolean): (word: Word) => boolean {
  if (questions === 16) throw new RangeError('There is room for sixteen questions about words');
  const asked = 1 << (2 * questions);
  const yes = 1 << (2 * questions++ + 1);
  return (word) => {
    if (!(word.answers & asked)) word.answers |= ask(word) ? asked | yes : asked;
    return (word.answers & yes) !== 0;
  };
}

let noteCount = 0;

/** Something made of a word form that is kept with the form: for what is asked of nearly every word of a text. It must not be undefined. */
export function wordNote<T>(make: (word: Word) => T): (word: Word) => T {
  const index = noteCount++;
  return (word) => {
    const {notes} = word;
    // Room for all at once: an array that grows takes half as much again.
    if (notes.length <= index) notes.length = noteCount;
    return (notes[index] ??= make(word)) as T;
  };
}

/** A class of word forms, of whose tokens a document keeps a list: `Document.where`. */
export interface WordClass {
  readonly index: number;
  /** Whether a form belongs to it; asked once a form. */
  has(word: Word): boolean;
}

const classes: ((word: Word) => boolean)[] = [];

/**
 * Makes a class of word forms (a mark, a number is a form too) for a rule that has to do with few tokens only: what all rules look for is
 * sorted out in one walk over a text, and a rule comes to its own tokens without a walk of its own.
 */
export function wordClass(belongs: (word: Word) => boolean): WordClass {
  const index = classes.push(belongs) - 1;
  return {index, has: (word) => (word.asked > index ? word.classes : classesOf(word)).includes(index)};
}

/** How many classes there are. */
export const classCount = (): number => classes.length;

/** The indices of the classes that a form belongs to, in order. */
export function classesOf(word: Word): readonly number[] {
  // A class may ask for one that was made before it.
  while (word.asked < classes.length) {
    const index = word.asked++;
    if (classes[index]!(word)) word.classes = sharedList([...word.classes, index]);
  }
  return word.classes;
}

function sharedList(list: readonly number[]): readonly number[] {
  const key = list.join();
  let known = classLists.get(key);
  if (!known) classLists.set(key, (known = list));
  return known;
}

/** Forms that are remembered though no text has them any more. */
const MAX_SHARED = 6000;
/** Longer forms are shared by nobody. */
const MAX_LENGTH = 60;
let shared = new Map<string, Word>();
/** The others, as long as a document has them: of one form there are never two words. */
const others = new Map<string, WeakRef<Word>>();

/** The shared {@link Word} of a text. */
export function wordOf(text: string): Word {
  if (text.length > MAX_LENGTH) return new Word(detached(text));
  let word = shared.get(text);
  if (!word) {
    word = others.get(text)?.deref() ?? new Word(detached(text));
    if (shared.size >= limitNow(MAX_SHARED)) retire();
    shared.set(word.text, word);
  }
  return word;
}

/** Lets the forms go that no document has. */
function retire(): void {
  for (const [text, reference] of others) if (!reference.deref()) others.delete(text);
  for (const [text, word] of shared) others.set(text, new WeakRef(word));
  shared = new Map();
}

/** A server that clears its heap keeps the forms of its texts. */
const MEMORY = {forget: retire};
joinMemories(MEMORY);
