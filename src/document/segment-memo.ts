import type {Document} from './document.ts';

/** UTF-16 code units of the segments that one memo keeps; beyond, it forgets all. */
const MAX_KEPT = 1_000_000;

/**
 * Keeps what depends on nothing but a segment, through the documents that have it: an editor lints a text again at every change, and
 * most of its paragraphs are as they were.
 */
export class SegmentMemo<T> {
  readonly #known = new Map<string, T>();
  #kept = 0;

  /** What `make` gives for a segment, made once; `key` names what else it depends on. */
  of(document: Document, segment: number, key: string, make: () => T): T {
    const id = `${key}\n${document.segmentLikeness(segment)}`;
    let known = this.#known.get(id);
    if (known === undefined) {
      known = make();
      this.#kept += id.length;
      if (this.#kept > MAX_KEPT) {
        this.#known.clear();
        this.#kept = id.length;
      }
      this.#known.set(id, known);
    }
    return known;
  }
}
