import type {Document} from './document.ts';

/** Who wants to know what a paragraph's results depend on. */
export interface Listener {
  /** A question was asked: what it was, and what came of it. Questions of one key ask the same. */
  heard(key: string, question: (whole: Document) => unknown, answer: unknown): void;
}

let listener: Listener | undefined;

/** What was asked of a document before, by key: many paragraphs ask the same. */
const answers = new WeakMap<Document, Map<string, unknown>>();

function answerOf<T>(whole: Document, key: string, question: (whole: Document) => T): T {
  let known = answers.get(whole);
  if (!known) answers.set(whole, (known = new Map()));
  if (known.has(key)) return known.get(key) as T;
  // What the answer is made of is the question's own affair.
  const answer = listen(undefined, () => question(whole));
  known.set(key, answer);
  return answer;
}

/**
 * Asks something of the whole document of which a rule sees one paragraph. An editor keeps what was found in the paragraph while the answer,
 * as `Object.is` compares it, stays the same; so a question is of the whole alone, and `key` says all that it depends on beside it.
 */
export function ask<T>(document: Document, key: string, question: (whole: Document) => T): T {
  const answer = answerOf(document.whole, key, question);
  listener?.heard(key, question, answer);
  return answer;
}

/** Runs something whose questions a listener, or nobody, hears. */
export function listen<T>(to: Listener | undefined, run: () => T): T {
  const before = listener;
  listener = to;
  try {
    return run();
  } finally {
    listener = before;
  }
}

/** Whether somebody wants to know what is asked. */
export const isHeard = (): boolean => listener !== undefined;
