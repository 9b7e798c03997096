import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import {readData} from '../lexicon/assets.ts';

let words: Set<string> | undefined;
let phrases: Map<string, string[]> | undefined;

function load(): void {
  words = new Set();
  phrases = new Map();
  for (const line of readData<string[]>('loans')) {
    const loan = line.toLowerCase().replaceAll('’', "'");
    const parts = loan.split(/[ -]/);
    if (parts.length === 1) words.add(loan);
    else for (const part of parts) {
      const list = phrases.get(part);
      if (!list) phrases.set(part, [loan]);
      else if (!list.includes(loan)) list.push(loan);
    }
  }
}

/** Whether English uses a foreign word as it is, in any case. */
export function isLoan(word: string): boolean {
  if (!words) load();
  return words!.has(word.toLowerCase().replaceAll('’', "'"));
}

/** Whether a token is part of a foreign expression of several words that English uses: "coup d'état", "de jure". */
export function inLoan(document: Document, token: Token): boolean {
  if (!phrases) load();
  const list = phrases!.get(token.word.folded);
  if (!list) return false;
  const from = Math.max(0, token.start - 60);
  const around = document.text.slice(from, token.end + 60).toLowerCase().replaceAll('’', "'");
  return list.some((phrase) => {
    for (let at = around.indexOf(phrase); at >= 0; at = around.indexOf(phrase, at + 1)) if (from + at <= token.start && from + at + phrase.length >= token.end) return true;
    return false;
  });
}
