import type {Finding} from '../rule/run.ts';

/** What a report needs of one file. */
export interface FileResult {
  /** Absolute path, or "<stdin>". */
  readonly path: string;
  /** The decoded text, for source lines. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** What kept the file, or a rule on it, from being linted: one sentence each. */
  readonly errors: readonly string[];
  readonly words: number;
  readonly machineLikeness: number;
  /** Name of the source language, where it is known or inferred. */
  readonly from?: string;
  /** Line and column, from 1, of an offset (UTF-16 code units). */
  pointAt(offset: number): {line: number; column: number};
}

/** A function from offsets to lines and columns, from 1; both in UTF-16 code units. */
export function pointsOf(text: string): FileResult['pointAt'] {
  let starts: number[] | undefined;
  return (offset) => {
    if (!starts) {
      starts = [0];
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    }
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return {line: low + 1, column: offset - starts[low]! + 1};
  };
}
