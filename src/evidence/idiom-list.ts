/** The idioms of English, and how a word of a text answers to a word of one. */
import {detached} from '../document/detached.ts';
import {FUNCTION_WORDS, POSSESSIVES, singularOf} from '../document/english.ts';
import {baseOfParticiple, baseOfPast} from '../document/verbs.ts';
import {type Word, wordClass, wordNote} from '../document/word.ts';
import {Flag, lookup} from '../lexicon/lexicon.ts';
import {Table} from '../lexicon/table.ts';

/** A word of idioms, one object in all that have it. */
export interface IdiomWord {
  readonly text: string;
  /** Its first character; 0 if it has none. */
  readonly code: number;
  /** Any possessive may stand for it. */
  readonly slot: boolean;
  readonly content: boolean;
  /** What it is a form of; see {@link lemmaOf}. Empty until it is asked for. */
  lemma: string;
}
export class Idiom {
  readonly text: string;
  readonly words: readonly IdiomWord[];
  /** The last stretch, by number, that was compared with it. */
  compared = 0;

  constructor(text: string) {
    this.text = text;
    this.words = wordsOf(text).map(idiomWord);
  }

  /** The words as they are written: of most idioms nobody asks. */
  get shown(): readonly string[] {
    return this.text.split(' ');
  }
}

const MAX_IDIOM = 12;
const SLOTS = new Set([...POSSESSIVES, "one's", "someone's"]);

const IDIOMS = new Table('idioms');
const ANCHORS = new Table('idiom-anchors');
const keyOf = (word: string) => word.slice(0, 5);
const isContent = (word: string) => word.length > 2 && !FUNCTION_WORDS.has(word) && !SLOTS.has(word);

const wordsOf = (idiom: string) => idiom.split(' ').map((w) => w.toLowerCase().replace(/[,;:!?.]/g, ''));

/** Bits that a word of an idiom says: the rarer, the more. */
export const bitsOf = (word: string): number => Math.max(0, 200 - (lookup(word).frequency || 60)) / 8.5;

/** Under what the table of idioms has one: the beginnings of its words that are not grammar; none if it is too short or too long. */
export function idiomKeys(idiom: string): string[] {
  const words = wordsOf(idiom);
  return words.length < 3 || words.length > MAX_IDIOM ? [] : [...new Set(words.filter(isContent).map(keyOf))];
}

/** Bits of its other words that an idiom must have for one that gave way to a word of English to be seen. */
export const LEAST_INTACT = 6.5;

/** Under what an idiom is looked for of which one word gave way to another: the beginnings of the two that say most, if what else is intact says enough. */
export function anchorKeys(idiom: string): string[] {
  const words = wordsOf(idiom);
  if (words.length < 3 || words.length > MAX_IDIOM) return [];
  const content = [...new Set(words)].filter(isContent).sort((a, b) => bitsOf(b) - bitsOf(a));
  const bits = content.reduce((sum, word) => sum + bitsOf(word), 0);
  return [...new Set(content.slice(0, 2).filter((word) => content.some((other) => other !== word && bits - bitsOf(other) >= LEAST_INTACT)).map(keyOf))];
}

const words = new Map<string, IdiomWord>();
function idiomWord(text: string): IdiomWord {
  let word = words.get(text);
  if (!word) {
    const own = detached(text);
    words.set(own, word = {text: own, code: text.charCodeAt(0) || 0, slot: SLOTS.has(text), content: isContent(text), lemma: ''});
  }
  return word;
}

const decoded = new Map<string, Idiom>();
function decode(text: string): Idiom {
  let idiom = decoded.get(text);
  if (!idiom) {
    const own = detached(text);
    decoded.set(own, idiom = new Idiom(own));
  }
  return idiom;
}

/** The idioms of a table under what a word begins with. The same idiom is one object wherever it is found. */
function listIn(table: Table): (word: Word) => readonly Idiom[] {
  const known = new Map<string, readonly Idiom[]>();
  return ({folded}) => {
    if (!isContent(folded)) return NONE;
    const key = keyOf(folded);
    let list = known.get(key);
    if (!list) known.set(key, list = table.lines(key).map(decode));
    return list;
  };
}
const NONE: readonly Idiom[] = [];

/** Idioms with a word that begins like this one. */
export const idiomsWith = wordNote(listIn(IDIOMS));

/** A word of an idiom. */
export interface IdiomPlace {
  readonly idiom: Idiom;
  /** Number of the word. */
  readonly at: number;
}
const placesOf = (word: Word, idioms: readonly Idiom[]): readonly IdiomPlace[] => idioms.flatMap((idiom) => idiom.words.flatMap((w, at) => (w.content && isForm(word, w) ? [{idiom, at}] : [])));

/** Where a word stands in idioms. */
export const placesIn = wordNote((word) => placesOf(word, idiomsWith(word)));
const anchors = listIn(ANCHORS);
/** The same for the two words of an idiom that say most. */
export const anchorsIn = wordNote((word) => placesOf(word, anchors(word)));

/** Whether a word of a text may be a word of an idiom: the same, another form of it, or any possessive for another. */
export function same({folded}: Word, {text: idiom, code, slot}: IdiomWord): boolean {
  if (slot) return folded === idiom || POSSESSIVES.has(folded) || folded.endsWith("'s");
  if (folded.charCodeAt(0) !== code) return false;
  if (folded === idiom || (idiom === 'an' && folded === 'a') || (idiom === 'a' && folded === 'an')) return true;
  let i = 0;
  while (i < folded.length && folded[i] === idiom[i]) i++;
  return i >= 4 && i >= Math.max(folded.length, idiom.length) - 3 && /^(?:e|s|es|d|ed|ing)?$/.test(folded.slice(i)) && /^(?:e|s|es|d|ed|ing)?$/.test(idiom.slice(i));
}

/** The word of which a form is a past tense, a participle or a plural. */
const lemmaOf = (form: string): string => baseOfPast(form) ?? baseOfParticiple(form) ?? singularOf(form) ?? form;
const lemma = wordNote(({folded}) => lemmaOf(folded));

/** Whether it is the same or another form of the same verb or noun: "threw in the towel". */
export const isForm = (word: Word, idiom: IdiomWord): boolean => same(word, idiom) || (idiom.content && word.folded.charCodeAt(0) === idiom.code && lemma(word) === (idiom.lemma ||= lemmaOf(idiom.text)));

/** A word that no dictionary has, be it that somebody has that name: "lorch", "nik". */
export const isNoWord = ({english, shape}: Word): boolean => !english && shape === 'lower';

/** A form that no list has: neither word nor name. */
export const isNonsense = ({entry, base, shape, english}: Word): boolean => base.length > 2 && shape !== 'upper' && shape !== 'none' && !english && (entry.flags & ~Flag.Seen) === 0 && entry.frequency < 70;

/** Where a damaged idiom may be found: at what is no word, and at the words that say most of one. */
export const IDIOM_PLACES = wordClass((word) => isNonsense(word) || isNoWord(word) || anchorsIn(word).length > 0);
