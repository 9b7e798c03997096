/** Milliseconds without an edit after which there are diagnostics: at most, and by how long linting takes after an edit. */
const PAUSE = {most: 2000, factor: 1.5};
/** The part of the pause, at its end, in which a text is linted already, so that diagnostics are there when it is over: as long as linting takes, at most this. */
const AHEAD = 0.5;
/** Lints after edits of which the one in the middle says how long linting takes: an edit that changes much says nothing of the next. */
const USUAL = 3;

/** How long the pause after an edit of a text is, by how long it took to lint the text after others. Times are milliseconds. */
export class Pace {
  #took: readonly number[] = [];

  /** A lint after an edit took so long. The first one of a text takes many times as long as what follows, and is none. */
  took(ms: number): void {
    this.#took = [ms, ...this.#took].slice(0, USUAL);
  }

  /** How long after an edit diagnostics are told, at least `least`, and how long after it linting begins. */
  after(least: number): {readonly pause: number; readonly begins: number} {
    const usual = this.#took.toSorted((a, b) => a - b)[this.#took.length >> 1] ?? 0;
    const pause = Math.max(least, Math.min(PAUSE.most, usual * PAUSE.factor));
    return {pause, begins: pause - Math.min(usual, pause * AHEAD)};
  }
}
