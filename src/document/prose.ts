/** What a stretch of prose is for. Rules about sentences skip headings, captions and quotations where they must. */
export type Role = 'body' | 'heading' | 'quote' | 'caption';

/** A paragraph, heading or other block; offsets are UTF-16 code units into `Prose.text`. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/**
 * The text to be linted, as its readers see it. A format (plain text, Markdown …) makes it from a source and
 * knows where each character came from.
 */
export interface Prose {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Stretches of `text` that must not be linted (code, literal markup), sorted, as [start, end). */
  readonly opaque?: readonly (readonly [number, number])[];
  /** Source offset of an offset in `text`; absent where both are the same. */
  toSource?(offset: number): number;
}

const TERMINAL = /[.!?…:;,"”»)]\s*$/;

/** Splits plain text into paragraphs at blank lines; a short single line without a full stop is a heading. */
export function proseFromText(text: string): Prose {
  const segments: Segment[] = [];
  const blank = /\n[ \t\r\f\v\u00a0]*\n\s*/g;
  let start = 0;
  const push = (end: number) => {
    while (start < end && /\s/.test(text[start]!)) start++;
    let last = end;
    while (last > start && /\s/.test(text[last - 1]!)) last--;
    if (last <= start) return;
    const length = last - start;
    const heading = length < 120 && !text.slice(start, last).includes('\n') && !TERMINAL.test(text.slice(start, last));
    segments.push({start, end: last, role: heading ? 'heading' : 'body'});
  };
  for (let m = blank.exec(text); m; m = blank.exec(text)) {
    push(m.index);
    start = m.index + m[0].length;
  }
  push(text.length);
  // A text of one line is body: somebody pasted a sentence.
  if (segments.length === 1) segments[0] = {...segments[0]!, role: 'body'};
  return {text, segments};
}
