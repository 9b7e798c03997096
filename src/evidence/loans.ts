import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import {wordNote} from '../document/word.ts';
import {Table} from '../lexicon/table.ts';

/** Loans of several words under each of them, and an empty line under those of one word. */
const LOANS = new Table('loans');

/** Whether English uses a foreign word as it is, in any case. */
export function isLoan(word: string): boolean {
  return LOANS.lines(word.toLowerCase().replaceAll('’', "'")).includes('');
}

/** The loans of several words that a word is in. */
const longer = wordNote(({folded}) => LOANS.lines(folded).filter(Boolean));

/** Whether a token is part of a foreign expression of several words that English uses: "coup d'état", "de jure". */
export function inLoan(document: Document, token: Token): boolean {
  const list = longer(token.word);
  if (!list.length) return false;
  const from = Math.max(0, token.start - 60);
  const around = document.text.slice(from, token.end + 60).toLowerCase().replaceAll('’', "'");
  return list.some((phrase) => {
    for (let at = around.indexOf(phrase); at >= 0; at = around.indexOf(phrase, at + 1)) if (from + at <= token.start && from + at + phrase.length >= token.end) return true;
    return false;
  });
}
