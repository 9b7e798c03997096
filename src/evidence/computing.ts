import type {Document} from '../document/document.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {lookup} from '../lexicon/lexicon.ts';
import {addTo, normalise, nullVector, product, vectorAt} from '../lexicon/vectors.ts';

/** Words to each side that say what a place is about. */
const WINDOW = 15;
/** Nearness to the field from which the words around are about computers, and from which one word is, of which there must be some: "files", "online". */
const ABOUT = 0.4;
const OF_THE_FIELD = 0.55;
const MIN_OF_THE_FIELD = 2;

let field: Float32Array | undefined;

/** Whether the words around a token speak of software, where programs and formats have names like no other words: "mtlint", "xlsx". */
export function isAboutComputing(document: Document, {index, segment}: Token): boolean {
  if (!field) {
    field = nullVector();
    for (const word of ['software', 'browser', 'app', 'server', 'file', 'code', 'web', 'user']) addTo(field, vectorAt(lookup(word).row)!);
    normalise(field);
  }
  const around = nullVector();
  let words = 0;
  for (let i = Math.max(0, index - WINDOW); i <= Math.min(document.tokens.length - 1, index + WINDOW); i++) {
    const token = document.tokens[i]!;
    const vector = i === index || token.kind !== 'word' || token.segment !== segment || FUNCTION_WORDS.has(token.word.base) ? undefined : vectorAt(token.word.entry.row);
    if (!vector) continue;
    addTo(around, vector);
    if (product(vector, field) >= OF_THE_FIELD) words++;
  }
  return words >= MIN_OF_THE_FIELD && product(normalise(around), field) > ABOUT;
}
