/** How many words of a text look as if they stood in a wrong sense: each says little, many together tell an engine's choice of words. */
import type {Document} from '../document/document.ts';
import {readData} from '../lexicon/assets.ts';
import {likelyBetween} from './sense-hits.ts';

interface Weights {
  readonly bias: number;
  /** What each word adds that may be in a wrong sense at all. */
  readonly word: number;
  /** What a word adds for each logit between `above` and `to` that another sense is likelier. */
  readonly steps: readonly {readonly above: number; readonly to: number; readonly adds: number}[];
}

let loaded: Weights | undefined;
const weights = () => (loaded ??= readData<Weights>('sense-crowd'));

/** Words that are looked at: enough to know, and no more work in a book than in an article. */
const WORDS = 500;
/** What is as likely as this by the words and their neighbours counts as little as what is unlikelier: the lowest of the steps. */
const FLOOR = -6;

/** The words of the beginning of a document that may be in a wrong sense, and how likely each is, in logits; `share`: how many times 400 words were looked at. */
export function suspectsOf(document: Document): {readonly likely: readonly number[]; readonly share: number} {
  const {tokens, wordCount} = document;
  const end = wordCount <= WORDS ? tokens.length : tokens.length * (WORDS / wordCount);
  // Short texts are too little to go by.
  return {likely: [...likelyBetween(document, end, FLOOR).values()], share: Math.max(0.6, Math.min(wordCount, WORDS) / 400)};
}

/** How machine-translated the choice of words in the beginning of a document looks, in logits: see `scripts/fit-crowd.ts`. */
export function senseCrowd(document: Document): number {
  const {bias, word, steps} = weights();
  const {likely, share} = suspectsOf(document);
  let sum = 0;
  for (const logits of likely) {
    sum += word;
    for (const {above, to, adds} of steps) if (logits > above) sum += adds * (Math.min(to, logits) - above);
  }
  return bias + sum / share;
}
