import type {Document} from '../document/document.ts';
import {BEGIN, END, logProbability, ngramId} from '../lexicon/lexicon.ts';

/** Words on each side of a stretch that the model sees. */
const REACH = 2;

/** The words of a sentence on one side of a token, nearest first, up to a mark that ends a clause. */
function beside(document: Document, from: number, step: -1 | 1, sentence: number): number[] {
  const {tokens} = document;
  const ids: number[] = [];
  for (let i = from; ids.length < REACH; i += step) {
    const token = tokens[i];
    if (!token || token.sentence !== sentence) {
      ids.push(ngramId(step < 0 ? BEGIN : END));
      break;
    }
    if (token.kind === 'word') ids.push(ngramId(token.word.folded));
    else if (token.kind === 'punctuation' || token.kind === 'symbol') {
      // Quotation marks and hyphens are not spoken; other marks separate.
      if (/^["“”‘’'-]$/.test(token.text)) continue;
      ids.push(/^[.!?…]$/.test(token.text) ? ngramId(step < 0 ? BEGIN : END) : -1);
      break;
    } else ids.push(-1);
  }
  return ids;
}

/** How likely words are between their neighbours, nearest first on both sides: the sum of the logarithms (base 10) of what they and the next two words have. */
function weigh(left: readonly number[], words: readonly number[], right: readonly number[]): number {
  let sum = 0;
  let a = left[1] ?? -1;
  let b = left[0] ?? -1;
  for (let i = 0; i < words.length; i++) {
    sum += logProbability(a, b, words[i]!);
    a = b;
    b = words[i]!;
  }
  for (let i = 0; i < right.length; i++) {
    if (right[i]! >= 0) sum += logProbability(a, b, right[i]!);
    a = b;
    b = right[i]!;
  }
  return sum;
}

interface Neighbours {readonly document: Document; readonly first: number; readonly last: number; readonly left: readonly number[]; readonly right: readonly number[]}
/** Many words are weighed in one place. */
let latest: Neighbours | undefined;
const idLists = new WeakMap<readonly string[], readonly number[]>();
function idsOf(words: readonly string[]): readonly number[] {
  let ids = idLists.get(words);
  if (!ids) idLists.set(words, (ids = words.map(ngramId)));
  return ids;
}

/**
 * How likely a sentence is with other words (lower case) in place of the tokens `first` to `last`: the logarithm to the base 10 of
 * what they and the next two words have after the two before each, in general American English. For comparing.
 */
export function likelihoodOf(document: Document, first: number, last: number, words: readonly string[]): number {
  if (latest?.document !== document || latest.first !== first || latest.last !== last) {
    const {sentence} = document.tokens[first]!;
    latest = {document, first, last, left: beside(document, first - 1, -1, sentence), right: beside(document, last + 1, 1, sentence)};
  }
  return weigh(latest.left, idsOf(words), latest.right);
}

/**
 * By how many tenfold steps a sentence gains likelihood when the tokens `first` to `last` give way to other words (lower
 * case, none to delete them); of words after one and two others, in general American English. An insertion before a token has `last = first - 1`. A gain
 * of 2 says that English has the other wording a hundred times as often; names and rare words make it unreliable.
 */
export function gainOf(document: Document, first: number, last: number, words: readonly string[]): number {
  const {tokens} = document;
  const {sentence} = tokens[first]!;
  const left = beside(document, first - 1, -1, sentence);
  const right = beside(document, last + 1, 1, sentence);
  const old: number[] = [];
  for (let i = first; i <= last; i++) if (tokens[i]!.kind === 'word') old.push(ngramId(tokens[i]!.word.folded));
  return weigh(left, words.map(ngramId), right) - weigh(left, old, right);
}
