import {ask, Question} from '../document/ask.ts';
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {MARKS} from '../document/marks.ts';
import type {Token} from '../document/token.ts';

/** Whether a mark opens a quotation: by the space on its two sides, since engines turn marks round (\`time, “he said\`), else by its shape. */
function opens(document: Document, token: Token, open: boolean): boolean {
  const next = document.tokens[token.index + 1];
  const before = document.tokens[token.index - 1];
  if (token.text !== '«' && token.text !== '»') {
    const left = token.spaced || !before || before.segment !== token.segment || /^[([—–-]$/.test(before.text);
    const right = !next || next.segment !== token.segment || next.spaced || /^[.,;:!?)\]]$/.test(next.text);
    if (left !== right) return left;
  }
  return token.text === '“' || token.text === '«' ? true : token.text === '"' ? !open : false;
}

const DOUBLE = new Set('“”"«»');
const isDouble = ({kind, text}: Token) => kind === 'punctuation' && DOUBLE.has(text);

const memo = new DocumentNote<Uint8Array>();

/** 1 for every token of a document that stands inside double quotation marks, which close with their paragraph at the latest; 0 for the others and the marks. */
export function quotedTokens(document: Document): Uint8Array {
  let quoted = memo.get(document.whole);
  if (quoted) return quoted;
  quoted = new Uint8Array(document.tokens.length);
  let open = false;
  const marks = document.whole.where(MARKS).filter(isDouble);
  for (const [i, mark] of marks.entries()) {
    open = opens(document, mark, open && marks[i - 1]!.segment === mark.segment);
    if (!open) continue;
    const next = marks[i + 1];
    quoted.fill(1, mark.index + 1, next?.segment === mark.segment ? next.index : document.segmentTokens[mark.segment]![1] + 1);
  }
  memo.set(document.whole, quoted);
  return quoted;
}

/** Segments of a document by what is alike for equal ones; of these the first counts. */
const places = new DocumentNote<Map<string, number>>();

function placeOf(whole: Document, likeness: string): number {
  let known = places.get(whole);
  if (!known) {
    places.set(whole, (known = new Map()));
    for (let i = whole.segments.length - 1; i >= 0; i--) known.set(whole.segmentLikeness(i), i);
  }
  return known.get(likeness) ?? -1;
}

/** Whether a quotation is open at the end of a segment. */
function leavesOpen(document: Document, segment: number): boolean {
  let open = false;
  for (const mark of document.within(segment).where(MARKS)) if (mark.kind === 'punctuation' && DOUBLE.has(mark.text)) open = opens(document, mark, open);
  return open;
}

/** Paragraphs without a quotation mark over which a quotation may run. */
const MAX_RUN = 12;
const doubleMarks = (whole: Document, segment: number) => whole.within(segment).where(MARKS).filter(isDouble);

/** Whether one of the marks of a paragraph ends a quotation that none of them began. */
function closesMore(whole: Document, marks: readonly Token[]): boolean {
  let open = false;
  for (const mark of marks) {
    const begins = opens(whole, mark, open);
    if (!begins && !open) return true;
    open = begins;
  }
  return false;
}

/** "1": a paragraph before leaves a quotation open; "2": one behind begins with a mark, or ends a quotation that it did not begin. Paragraphs without marks in between belong to it. */
const AROUND = new Question((whole, likeness) => {
  const segment = placeOf(whole, likeness);
  if (segment < 0) return '';
  let around = '';
  for (let i = segment - 1; i >= 0 && i >= segment - MAX_RUN; i--) {
    if (!doubleMarks(whole, i).length) continue;
    if (leavesOpen(whole, i)) around = '1';
    break;
  }
  for (let i = segment + 1; i < whole.segments.length && i <= segment + MAX_RUN; i++) {
    const marks = doubleMarks(whole, i);
    if (!marks.length) continue;
    if (marks[0]!.index === whole.segmentTokens[i]![0] || closesMore(whole, marks)) around += '2';
    break;
  }
  return around;
});

/** Whether the quotation that a segment ends and did not begin, or begins and does not end, is that of paragraphs around it. */
export const goesOn = (document: Document, segment: number, closes: boolean): boolean => ask(document, AROUND, document.segmentLikeness(segment)).includes(closes ? '1' : '2');
