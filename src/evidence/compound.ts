/** Whether English has two nouns as a compound ("climate activists") or with "of" ("freedom of speech"). */
import {singularOf} from '../document/english.ts';
import {logProbability, ngramId} from '../lexicon/lexicon.ts';
import {Recent} from '../lexicon/recent.ts';

/** A compound that may be meant by "HEAD of MODIFIER". */
export interface Compound {
  /** The modifier in the number that the compound has: "passenger", "sports". */
  readonly modifier: string;
  /** How many tenfold steps the compound is commoner than the phrase with "of"; over 2 it is the usual wording. */
  readonly gain: number;
  /** How many tenfold steps the head is commoner behind the modifier than anywhere: under 1 the two are hardly a compound. */
  readonly lift: number;
}

/** Plurals whose singular is another word. */
const PLURAL = new Set('goods arms savings customs means news glasses works spirits minutes forces grounds times resources earnings'.split(' '));

const NONE: Compound = {modifier: '', gain: -9, lift: -9};
const memo = new Recent<Compound>(3000);

/** Log probability of two words in a row, without what stands before them. */
const together = (a: number, b: number) => logProbability(-1, -1, a) + logProbability(-1, a, b);

/** Weighs "HEAD of MODIFIER" (lower case) against "MODIFIER HEAD", both out of context, in the trigram model. */
export function compoundOf(head: string, modifier: string): Compound {
  const key = `${head} ${modifier}`;
  let best = memo.get(key);
  if (best) return best;
  best = NONE;
  const a = ngramId(head);
  const b = ngramId(modifier);
  const of = ngramId('of');
  if (a >= 0 && b >= 0) {
    const phrase = together(a, of) + logProbability(a, of, b);
    for (const form of new Set([PLURAL.has(modifier) ? modifier : singularOf(modifier) ?? modifier, modifier])) {
      const m = ngramId(form);
      if (m < 0) continue;
      const gain = together(m, a) - phrase;
      if (gain > best.gain) best = {modifier: form, gain, lift: logProbability(-1, m, a) - logProbability(-1, -1, a)};
    }
  }
  memo.set(key, best);
  return best;
}

/** How many tenfold steps commoner "SECOND FIRST" is than "FIRST SECOND" (lower case), and its lift: see {@link Compound}. */
export function flippedGain(first: string, second: string): {gain: number; lift: number} {
  const a = ngramId(first);
  const b = ngramId(second);
  if (a < 0 || b < 0) return NONE;
  return {gain: together(b, a) - together(a, b), lift: logProbability(-1, b, a) - logProbability(-1, -1, a)};
}
