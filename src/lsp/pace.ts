/** Milliseconds without an edit after which linting begins: at least, so that edits that come together are heard first, and at most. */
const STILL = {least: 20, most: 1000};
/** Linting begins so early that it is done when the pause is over even if it takes so many times as long as usual. */
const AHEAD = 2;
/** Milliseconds of linting after every letter typed that keep nobody waiting. What takes longer waits for that much longer: typing is fluent, then, and the machine is not kept busy. */
const FLUENT = 70;
/** Lints after edits of which the one in the middle says how long linting takes: an edit that changes much says nothing of the next. */
const USUAL = 7;

/** How long the pause after an edit of a text is, by how long it took to lint the text after others. Times are milliseconds. */
export class Pace {
  #took: readonly number[] = [];

  /** A lint after an edit took so long. The first one of a text takes many times as long as what follows, and is none. */
  took(ms: number): void {
    this.#took = [ms, ...this.#took].slice(0, USUAL);
  }

  /** How long after an edit diagnostics are told, at least `least`, and how long after it linting begins. */
  after(least: number): {readonly pause: number; readonly begins: number} {
    const usual = this.#took.toSorted((a, b) => a - b)[this.#took.length >> 1];
    // The first edit: it may take long.
    if (usual === undefined) return {pause: least, begins: Math.min(STILL.least, least)};
    const begins = Math.min(STILL.most, Math.max(STILL.least, least - AHEAD * usual, STILL.least + usual - FLUENT));
    return {pause: Math.max(least, begins), begins};
  }
}
