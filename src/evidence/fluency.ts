import type {Document} from '../document/document.ts';
import {wordNote} from '../document/word.ts';
import {BEGIN, END, logProbability, ngramId} from '../lexicon/lexicon.ts';

/** The model's number of a word form. */
export const wordId = wordNote(({folded}) => ngramId(folded));

/** Words on each side of a stretch that the model sees. */
const REACH = 2;

/** British endings and what the model's American writers put. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [[/is(e[drs]?|ers|ing|ations?)$/, 'iz$1'], [/ys(e[ds]?|ing)$/, 'yz$1'], [/our(?=s$|ed$|ing$|able$|$)/, 'or'], [/tre(s?)$/, 'ter$1'], [/ll(?=ed$|ing$|ers?$)/, 'l'], [/ence(s?)$/, 'ense$1'], [/ogue(s?)$/, 'og$1'], [/mme(s?)$/, 'm$1']];

/** The model's number of a word (lower case), in American spelling if it has no other. */
function idOf(word: string): number {
  const id = ngramId(word);
  if (id >= 0) return id;
  for (const [british, american] of AMERICAN) {
    if (!british.test(word)) continue;
    const other = ngramId(word.replace(british, american));
    if (other >= 0) return other;
  }
  return -1;
}

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const below100 = (n: number): string[] => (n < 20 ? [ONES[n]!] : [TENS[Math.floor(n / 10) - 2]!, ...(n % 10 ? [ONES[n % 10]!] : [])]);
const below1000 = (n: number): string[] => (n < 100 ? below100(n) : [ONES[Math.floor(n / 100)]!, 'hundred', ...(n % 100 ? below100(n % 100) : [])]);

/** A number as it is spoken, in the words of the model: "48" as forty eight, "1999" as nineteen ninety nine; nothing where it is too long. */
export function spokenNumber(text: string): readonly string[] {
  const digits = text.replace(/(?<=\d)[, ](?=\d{3})/g, '');
  if (!/^\d{1,6}$/.test(digits)) return [];
  const n = Number(digits);
  if (digits === text && n >= 1100 && n < 2100 && (n < 2000 || n >= 2010)) return [...below100(Math.floor(n / 100)), ...(n % 100 ? below100(n % 100) : ['hundred'])];
  if (n < 1000) return below1000(n);
  return [...below1000(Math.floor(n / 1000)), 'thousand', ...(n % 1000 ? below1000(n % 1000) : [])];
}

/** The words of a sentence on one side of a token, nearest first, up to a mark that ends a clause; `numbers` as they are spoken. */
function beside(document: Document, from: number, step: -1 | 1, sentence: number, numbers = false): number[] {
  const {tokens} = document;
  const ids: number[] = [];
  for (let i = from; ids.length < REACH; i += step) {
    const token = tokens[i];
    if (!token || token.sentence !== sentence) {
      ids.push(ngramId(step < 0 ? BEGIN : END));
      break;
    }
    if (token.kind === 'word') ids.push(wordId(token.word));
    else if (token.kind === 'punctuation' || token.kind === 'symbol') {
      // Quotation marks and hyphens are not spoken; other marks separate.
      if (/^["“”‘’'-]$/.test(token.text)) continue;
      ids.push(/^[.!?…]$/.test(token.text) ? ngramId(step < 0 ? BEGIN : END) : -1);
      break;
    } else if (numbers && token.kind === 'number') {
      const spoken = spokenNumber(token.text).map(ngramId);
      ids.push(...(spoken.length ? (step < 0 ? spoken.reverse() : spoken) : [-1]).slice(0, REACH - ids.length));
    } else ids.push(-1);
  }
  return ids;
}

/** How likely words are in a {@link Gap}, in logarithms to the base 10, in general American English. For comparing. */
export interface Likelihood {
  /** Of the words and the two after the gap, after the two before it. */
  readonly whole: number;
  /** Of the words alone, after the two before. */
  readonly before: number;
  /** How much likelier words and neighbours are together than each for itself. */
  readonly gain: number;
  /** The model has all of the words. */
  readonly known: boolean;
}

/** Words as the language model knows them. */
export interface Wording {
  readonly ids: readonly number[];
  /** The logarithm of their probability without anything before them. */
  readonly alone: number;
  /** The model has all of them. */
  readonly known: boolean;
}

/** Words (lower case) as the language model knows them. */
export function wordingOf(words: readonly string[]): Wording {
  const ids = words.map(idOf);
  return {ids, alone: ids.reduce((sum, id, i) => sum + logProbability(-1, i ? ids[i - 1]! : -1, id), 0), known: !ids.includes(-1)};
}

/** The tokens `first` to `last` of a document as a gap between their neighbours, to be filled with words. Nothing is looked up before it is asked for. */
export class Gap {
  readonly #document: Document;
  readonly #first: number;
  readonly #last: number;
  /** Whether numbers beside it are taken as they are spoken. */
  readonly #numbers: boolean;
  #left: readonly number[] | undefined;
  #right: readonly number[] = [];
  /** What the two words after the gap have without it. */
  #alone = 0;

  constructor(document: Document, first: number, last: number, numbers = true) {
    this.#document = document;
    this.#first = first;
    this.#last = last;
    this.#numbers = numbers;
  }

  #open(): readonly number[] {
    const {sentence} = this.#document.tokens[this.#first]!;
    const left = beside(this.#document, this.#first - 1, -1, sentence, this.#numbers);
    const [next = -1, second = -1] = (this.#right = beside(this.#document, this.#last + 1, 1, sentence, this.#numbers));
    this.#alone = (next >= 0 ? logProbability(-1, -1, next) : 0) + (second >= 0 ? logProbability(-1, next, second) : 0);
    return (this.#left = left);
  }

  /** How likely words are here. */
  likelihoodOf({ids, alone, known}: Wording): Likelihood {
    const left = this.#left ?? this.#open();
    const right = this.#right;
    let whole = 0;
    let a = left.length > 1 ? left[1]! : -1;
    let b = left.length ? left[0]! : -1;
    for (let i = 0; i < ids.length; i++) {
      whole += logProbability(a, b, ids[i]!);
      a = b;
      b = ids[i]!;
    }
    const before = whole;
    for (let i = 0; i < right.length; i++) {
      if (right[i]! >= 0) whole += logProbability(a, b, right[i]!);
      a = b;
      b = right[i]!;
    }
    return {whole, before, gain: whole - alone - this.#alone, known};
  }
}

/**
 * By how many tenfold steps a sentence gains likelihood when the tokens `first` to `last` give way to other words (lower
 * case, none to delete them); of words after one and two others, in general American English. An insertion before a token has `last = first - 1`. A gain
 * of 2 says that English has the other wording a hundred times as often; names and rare words make it unreliable.
 */
export function gainOf(document: Document, first: number, last: number, words: readonly string[]): number {
  const gap = new Gap(document, first, last, false);
  const old: number[] = [];
  for (let i = first; i <= last; i++) if (document.tokens[i]!.kind === 'word') old.push(wordId(document.tokens[i]!.word));
  const wholeOf = (ids: readonly number[]) => gap.likelihoodOf({ids, alone: 0, known: true}).whole;
  return wholeOf(words.map(ngramId)) - wholeOf(old);
}
