import type {Document} from './document.ts';
import {DocumentNote} from './document-note.ts';
import type {Token} from './token.ts';
import type {WordClass} from './word.ts';

/** What keeps results about the paragraphs of a text from one version to the next. */
export interface Keeper {
  /**
   * What `make` gives for the view of a segment. It may depend on what a rule of reach "paragraph" may depend on, and says what it is about by
   * offsets or tokens counted from where the segment begins.
   */
  keep<T>(segment: number, key: object, make: (view: Document) => T): T;
  /** Whether a segment, and all that may be depended on around it, is as it was in the version before, if there was one. */
  stayed(segment: number): boolean;
  /** See {@link Document.lookFar}. */
  lookFar(): void;
}

/** Evidence that is found paragraph by paragraph: at once in a document by itself, in the changed paragraphs of one that has a {@link Keeper}. */
export class ParagraphEvidence<T> {
  readonly #memo = new DocumentNote<readonly T[]>();
  readonly #find: (document: Document) => readonly T[];
  readonly #moved: ((item: T, by: number) => T) | undefined;

  /** `find` looks at the own segments of a document; `moved` counts the tokens of what was found from another one, `by` tokens farther to the front; absent where it names none. */
  constructor(find: (document: Document) => readonly T[], moved?: (item: T, by: number) => T) {
    this.#find = find;
    this.#moved = moved;
  }

  /** What is found in each segment of a document that is kept, with tokens counted from where the segment begins: the same array as long as it holds. */
  bySegment({keeper, segmentTokens}: Document): readonly (readonly T[])[] {
    return segmentTokens.map(([first], segment) => keeper!.keep(segment, this, (view) => this.#find(view).map((item) => this.#moved?.(item, -first) ?? item)));
  }

  #keptIn({whole, ownSegments}: Document, keeper: Keeper): readonly T[] {
    const moved = this.#moved;
    const find = (view: Document) => {
      const own = this.#find(view);
      const [first] = whole.segmentTokens[view.ownSegments[0]!]!;
      return moved ? own.map((item) => moved(item, -first)) : own;
    };
    const found: T[] = [];
    for (const segment of ownSegments) {
      const own = keeper.keep(segment, this, find);
      const [first] = whole.segmentTokens[segment]!;
      for (let i = 0; i < own.length; i++) found.push(moved ? moved(own[i]!, first) : own[i]!);
    }
    return found;
  }

  /** What is found in the own segments of a document, in their order. */
  in(document: Document): readonly T[] {
    let found = this.#memo.get(document);
    if (!found) {
      const {keeper} = document.whole;
      this.#memo.set(document, (found = keeper ? this.#keptIn(document, keeper) : this.#find(document)));
    }
    return found;
  }
}

/** Evidence that depends on nothing but a paragraph's own tokens, and is looked for at those of a class: in a document that has a {@link Keeper} in the paragraphs that came. It may hold tokens. */
export class TokenEvidence<T> {
  readonly #words: WordClass;
  readonly #find: (document: Document, tokens: readonly Token[]) => readonly T[];

  constructor(words: WordClass, find: (document: Document, tokens: readonly Token[]) => readonly T[]) {
    this.#words = words;
    this.#find = find;
  }

  /** What is found in the own segments of a document, in their order. */
  in(document: Document): readonly T[] {
    const {whole} = document;
    if (!whole.keeper) return this.#find(document, document.where(this.#words));
    const found: T[] = [];
    for (const segment of document.ownSegments) for (const one of whole.made(segment, this, () => this.#find(whole, whole.within(segment).where(this.#words)))) found.push(one);
    return found;
  }
}
