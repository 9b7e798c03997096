import type {Document} from './document.ts';
import {DocumentNote} from './document-note.ts';

/**
 * Something to know of the whole document, asked by a rule that sees one paragraph: about a word or the like, or about nothing (""). It is made once, for
 * all documents, and its answers depend on the document and what it is asked about alone.
 */
export class Question<T> {
  readonly answer: (whole: Document, about: string) => T;
  /** About what the answer may be another one than in the version before; undefined if that is not known. A question without it is put again for every version. */
  readonly changed: ((whole: Document) => Iterable<string> | undefined) | undefined;

  constructor(answer: Question<T>['answer'], changed?: Question<T>['changed']) {
    this.answer = answer;
    this.changed = changed;
  }
}

/** Who wants to know what a paragraph's results depend on, and answers. */
export interface Listener {
  ask<T>(question: Question<T>, about: string): T;
}

let listener: Listener | undefined;

/** What was asked of a document before: many paragraphs ask the same. */
const answers = new DocumentNote<Map<Question<unknown>, Map<string, unknown>>>();

function answerOf<T>(whole: Document, question: Question<T>, about: string): T {
  let asked = answers.get(whole);
  if (!asked) answers.set(whole, (asked = new Map()));
  let known = asked.get(question);
  if (!known) asked.set(question, (known = new Map()));
  if (known.has(about)) return known.get(about) as T;
  const answer = question.answer(whole, about);
  known.set(about, answer);
  return answer;
}

/**
 * Asks something of the whole document of which a rule sees one paragraph. An editor keeps what was found in the paragraph while the answer,
 * as `Object.is` compares it, stays the same.
 */
export const ask = <T>(document: Document, question: Question<T>, about = ''): T => (listener ? listener.ask(question, about) : answerOf(document.whole, question, about));

/** Runs something on what is given to it; its questions a listener, or nobody, hears. */
export function listen<T, G = undefined>(to: Listener | undefined, run: (given: G) => T, given: G): T {
  const before = listener;
  listener = to;
  try {
    return run(given);
  } finally {
    listener = before;
  }
}

/** Whether somebody wants to know what is asked. */
export const isHeard = (): boolean => listener !== undefined;
