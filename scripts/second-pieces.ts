/** What the second piece of a torn word may be: "tee" of "commit tee". */
import {allWords} from '../src/lexicon/words.ts';
import {Flag, isEnglish, lookup, pairCount} from '../src/lexicon/lexicon.ts';
import {MAX_PAIR, MIN_WHOLE} from '../rules/split-words/torn.ts';

/** Frequencies of second pieces: rarer ones are hardly words, commoner ones follow everything. */
const MIN_PIECE = 60;
const MAX_PIECE = 170;

/** The second pieces, English words themselves, of common words that may be torn into two words which hardly stand side by side. */
export function secondPieces(): string[] {
  const pieces = new Set<string>();
  for (const {word, entry} of allWords()) {
    if (!(entry.flags & Flag.Lower) || entry.frequency < MIN_WHOLE || !/^[a-z]{6,20}$/.test(word)) continue;
    for (let cut = 2; cut < word.length - 1; cut++) {
      const left = word.slice(0, cut);
      const right = word.slice(cut);
      const {frequency} = lookup(right);
      if (!pieces.has(right) && frequency >= MIN_PIECE && frequency < MAX_PIECE && lookup(left).frequency >= MIN_PIECE && isEnglish(left) && isEnglish(right) && pairCount(left, right) <= MAX_PAIR) pieces.add(right);
    }
  }
  return [...pieces].sort();
}
