import type {Document} from './document.ts';

let notes = 0;

/**
 * Something that is kept with documents, for as long as they are there. It stays with the document itself: what an old weak map holds lives through V8's
 * short collections of garbage, and all that it leads to, such as the tokens of every text of a folder, would go to the old heap.
 */
export class DocumentNote<T extends NonNullable<unknown>> {
  readonly #index = notes++;

  get(document: Document): T | undefined {
    return document.notes[this.#index] as T | undefined;
  }

  set(document: Document, value: T): void {
    const {notes} = document;
    while (notes.length <= this.#index) notes.push(undefined);
    notes[this.#index] = value;
  }

  delete(document: Document): void {
    if (this.#index < document.notes.length) document.notes[this.#index] = undefined;
  }
}
