import {Recent} from '../lexicon/recent.ts';
import type {Document} from './document.ts';

/** UTF-16 code units of the texts that a memo keeps. */
const GENERATION = 100_000;

const memos = new Set<WeakRef<{clear(): void}>>();

/** Has all of them forget everything: one who goes on to another document never meets its texts again. */
export function forgetTexts(): void {
  for (const reference of memos) {
    const memo = reference.deref();
    if (memo) memo.clear();
    else memos.delete(reference);
  }
}

/** Keeps what depends on nothing but a text of some length, of the texts that were asked for last. */
export class TextMemo<T extends NonNullable<unknown>> extends Recent<T> {
  constructor() {
    super(GENERATION, ({length}) => length);
    memos.add(new WeakRef(this));
  }

  // Many files have no texts in common.
  protected override get limit(): number {
    return GENERATION;
  }
}

/** Keeps what depends on nothing but a segment, through the documents that have it: an editor lints a text again at every change, and most of its paragraphs are as they were. */
export class SegmentMemo<T extends NonNullable<unknown>> {
  readonly #memo = new TextMemo<T>();

  /** What `make` gives for a segment, made once; `key` names what else it depends on. */
  of(document: Document, segment: number, key: string, make: () => T): T {
    const likeness = document.segmentLikeness(segment);
    return this.#memo.of(key ? `${key}\n${likeness}` : likeness, make);
  }
}

/** What is looked for in the texts of the segments of a document, one after the other: by an editor in those alone that it has not seen. */
export class SegmentTexts<T extends NonNullable<unknown>> {
  readonly #memo = new SegmentMemo<T>();
  readonly #find: (text: string) => T;

  constructor(find: (text: string) => T) {
    this.#find = find;
  }

  *in(document: Document): Generator<T> {
    const {whole} = document;
    for (const [i, {start, end}] of whole.segments.entries()) {
      const find = () => this.#find(whole.text.slice(start, end));
      yield whole.keeper ? this.#memo.of(whole, i, '', find) : find();
    }
  }
}

/** Which of some signs stand anywhere in a text, looked for segment by segment: by an editor in those alone that it has not seen, else until all are found. */
export class Signs {
  readonly #memo = new SegmentMemo<number>();
  readonly #patterns: readonly RegExp[];

  /** At most 31 patterns, without the flag g. */
  constructor(patterns: readonly RegExp[]) {
    this.#patterns = patterns;
  }

  /** One bit for each pattern that matches in a segment of the document. */
  in(document: Document): number {
    const {whole} = document;
    const all = 2 ** this.#patterns.length - 1;
    let found = 0;
    for (let i = 0; i < whole.segments.length && found !== all; i++) found |= whole.keeper ? this.#memo.of(whole, i, '', () => this.#within(whole, i, 0)) : this.#within(whole, i, found);
    return found;
  }

  #within(document: Document, segment: number, known: number): number {
    const {start, end} = document.segments[segment]!;
    const text = document.text.slice(start, end);
    return this.#patterns.reduce((bits, pattern, k) => (bits & (1 << k) || !pattern.test(text) ? bits : bits | (1 << k)), known);
  }
}
