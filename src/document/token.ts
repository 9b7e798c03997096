import type {Word} from './word.ts';

/**
 * word: letters, with apostrophes inside ("don't", "L’Isle"), initialisms with their dots ("U.S.");
 * number: begins with a digit ("2,300", "17th", "8am", "14h30");
 * mixed: letters, then digits ("G20", "until2030");
 * punctuation, symbol: one character each, "..." one token;
 * opaque: URL, e-mail address, hashtag, handle, file name, code;
 * markup: an HTML tag, entity or comment left in the text.
 */
export type TokenKind = 'word' | 'number' | 'mixed' | 'punctuation' | 'symbol' | 'opaque' | 'markup';

/** A token; offsets are UTF-16 code units into `Document.text`. */
export interface Token {
  readonly index: number;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The word form; of tokens that are not words, an empty one. */
  readonly word: Word;
  /** White space (or the start of the text) stands before it. */
  readonly spaced: boolean;
  /** Index into `Document.segments`. */
  readonly segment: number;
  /** Index into `Document.sentences`. */
  sentence: number;
}

/** A sentence: tokens `first` to `last`, both included. */
export interface Sentence {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly segment: number;
  /** Whether it is set as a title, once that was asked: `Document.isTitle`. */
  title: boolean | undefined;
}
