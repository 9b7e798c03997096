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

/** How likely words are between their neighbours: the sum of the logarithms (base 10) of what they and the next two words have. */
function weigh(left: readonly number[], words: readonly number[], right: readonly number[]): number {
  const line = [...left].reverse().concat(words, right);
  let sum = 0;
  for (let i = left.length; i < line.length; i++) if (i < left.length + words.length || line[i]! >= 0) sum += logProbability(line[i - 2] ?? -1, line[i - 1] ?? -1, line[i]!);
  return sum;
}

/**
 * How likely a sentence is with other words (lower case) in place of the tokens `first` to `last`: the logarithm to the base 10 of
 * what they and the next two words have after the two before each, in general American English. For comparing.
 */
export function likelihoodOf(document: Document, first: number, last: number, words: readonly string[]): number {
  const {sentence} = document.tokens[first]!;
  return weigh(beside(document, first - 1, -1, sentence), words.map(ngramId), beside(document, last + 1, 1, sentence));
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
