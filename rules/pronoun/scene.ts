/** A paragraph in which people are spoken of, as the mechanisms of `pronoun` see it. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {wordNote} from '../../src/document/word.ts';
import {FIRST_NAMES} from '../../src/evidence/first-names.ts';
import type {Gender, Mention, People} from '../../src/evidence/people.ts';
import type {quotedTokens} from '../../src/evidence/quotation.ts';

/** A report counted from where its paragraph begins. */
export interface Found {
  readonly kind: 'thing' | 'person' | 'it' | 'several' | 'each-other' | 'case';
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly string[];
  readonly confidence: number;
  readonly note: string;
}

export interface Scene {
  readonly document: Document;
  readonly tokens: readonly Token[];
  readonly sentences: Document['sentences'];
  /** Those of this paragraph and of the sentences before it to which one may look. */
  readonly mentions: Mention[];
  /** The first of the mentions that are at most three sentences back. */
  from: number;
  readonly everyone: People;
  /** By token: whether it stands in quotation marks. */
  readonly quoted: ReturnType<typeof quotedTokens>;
  readonly report: (found: Found) => void;
  readonly flagged: (kind: Found['kind'], token: Token, to: string, confidence: number, note: string, more?: string[]) => Found;
  readonly flag: (kind: Found['kind'], token: Token, to: string, confidence: number, note: string, more?: string[]) => void;
  readonly mention: (index: number, gender: Gender, pronoun?: boolean) => void;
  /** Notes who holds an office. */
  readonly held: (office: string, gender: Gender) => void;
}

/** Whose first name a word is, if it is one. */
export const firstNameOf = wordNote((word): Gender | '' => (FIRST_NAMES.lines(word.plain)[0] as Gender | undefined) ?? '');

/** A text with the capital of what it stands for. */
export const cased = (model: string, text: string) => (/^\p{Lu}/u.test(model) ? text[0]!.toUpperCase() + text.slice(1) : text);
