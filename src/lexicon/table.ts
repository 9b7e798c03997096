import {readDataBytes} from './assets.ts';

const NEWLINE = 10;
const TAB = 9;

/**
 * A table of `dist/data/NAME.tsv`: lines sorted by the UTF-8 bytes of their first field, which ends with a tab. It is
 * searched as bytes, by bisection: nothing is decoded but the lines that are asked for.
 */
export class SortedTable {
  readonly #name: string;
  #bytes: Buffer | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** The lines under a key, without the newline, first field included. */
  lines(key: string): string[] {
    this.#bytes ??= readDataBytes(`${this.#name}.tsv`);
    const bytes = this.#bytes;
    const wanted = Buffer.from(`${key}\t`);
    let low = 0;
    let high = bytes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : bytes.lastIndexOf(NEWLINE, middle - 1) + 1;
      const end = bytes.indexOf(TAB, start) + 1;
      if (Buffer.compare(bytes.subarray(start, end), wanted) < 0) low = bytes.indexOf(NEWLINE, start) + 1;
      else high = start;
    }
    const found: string[] = [];
    while (low < bytes.length && bytes.compare(wanted, 0, wanted.length, low, Math.min(bytes.length, low + wanted.length)) === 0) {
      const end = bytes.indexOf(NEWLINE, low);
      found.push(bytes.toString('utf8', low, end));
      low = end + 1;
    }
    return found;
  }

  /** Every line; decodes the whole table. */
  all(): string[] {
    this.#bytes ??= readDataBytes(`${this.#name}.tsv`);
    return this.#bytes.toString('utf8').split('\n').filter(Boolean);
  }
}
