import type {Edit} from '../rule/rule.ts';

/** Applies edits (UTF-16 offsets into `text`) from left to right; of edits that overlap or touch at a deletion the first is taken. */
export function applyEdits(text: string, edits: readonly Edit[]): {text: string; applied: number} {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let last = 0;
  let applied = 0;
  for (const {start, end, text: put} of sorted) {
    if (start < last || (applied && start === last && start === end)) continue;
    out += text.slice(last, start) + put;
    last = end;
    applied++;
  }
  return {text: out + text.slice(last), applied};
}
