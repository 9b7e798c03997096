/** Text in which Markdown's grammar can find nothing, cut short for it: its time grows with every character, and of prose it needs hardly one in five. */

/** Marks after which nothing is cut up to the next blank line: labels, tags and expressions may hold words that count. */
const EXPRESSIVE = /[[\]<{]/;
/** Of ASCII, what means nothing between words. Dots and colons do not where white space follows: else they may belong to an address. */
const INERT = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,;\'"()?!%/-') INERT[c.charCodeAt(0)] = 1;
/** Fewer characters are not worth a cut. */
const LEAST = 6;

const isLetter = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
const isSpace = (unit: number) => unit === 32 || unit === 9 || unit === 10 || unit === 13;

/** Where a run of inert text ends that begins at an offset: behind its last character, which white space or the end of the text follows. */
function endOfInert(text: string, from: number, to: number): number {
  let end = from;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    const next = i + 1 < to ? text.charCodeAt(i + 1) : 10;
    // "www." alone is an address.
    if (unit === 32 || unit >= 128 || INERT[unit] === 1 || ((unit === 46 || unit === 58) && isSpace(next) && (text.charCodeAt(i - 1) | 32) !== 119)) {
      if (unit !== 32 && isSpace(next)) end = i + 1;
    } else break;
  }
  return end;
}

/**
 * A text without what stands inside of inert runs, of which the first and the last character stay, and for each offset in it the offset in the text. A run
 * begins with a letter at the beginning of a word and ends with a word, in one line.
 */
export function withoutInertText(text: string): {readonly text: string; readonly offsets: Int32Array} {
  const offsets = new Int32Array(text.length + 1);
  let short = '';
  let size = 0;
  let kept = 0;
  const keep = (to: number) => {
    short += text.slice(kept, to);
    for (; kept < to; kept++) offsets[size++] = kept;
  };
  for (const {0: block, index} of text.matchAll(/\S[^\n]*(?:\n[ \t\r]*\S[^\n]*)*/g)) {
    if (EXPRESSIVE.test(block)) continue;
    const to = index + block.length;
    for (let i = index; i < to; i++) {
      if (!isLetter(text.charCodeAt(i)) || (i > 0 && !isSpace(text.charCodeAt(i - 1)))) continue;
      const end = endOfInert(text, i, to);
      if (end - i - 2 < LEAST) continue;
      keep(i + 1);
      kept = end - 1;
      i = end;
    }
  }
  keep(text.length);
  offsets[size] = text.length;
  return {text: short, offsets};
}
