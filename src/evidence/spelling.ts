/**
 * General spelling: the engine of retext-spell (nspell) with dictionary-en, for the few words that nothing else
 * explains. retext-spell itself is a plugin that loads its dictionary asynchronously and checks every word of a
 * tree; rules are synchronous and ask for single words. So the same two packages are loaded here, lazily and
 * synchronously: loading takes about 0.2 s, a word's suggestions up to 60 ms.
 */
import {distance} from 'fastest-levenshtein';
import {readBeside, requirePackage} from '../lexicon/assets.ts';
import {isCommonWord} from './near-words.ts';

interface Speller {correct(word: string): boolean; suggest(word: string): string[]}
let speller: Speller | null | undefined;

function load(): Speller | null {
  try {
    const nspell = requirePackage('nspell') as (dictionary: {aff: Buffer; dic: Buffer}) => Speller;
    return nspell({aff: readBeside('dictionary-en', 'index.aff'), dic: readBeside('dictionary-en', 'index.dic')});
  } catch {
    // Without the packages the rule is poorer, not broken.
    return null;
  }
}

/** Up to three words that a general speller has for an unknown one, nearest first; none where it is right or too far. */
export function suggestionsFor(word: string): readonly string[] {
  let found = memo.get(word);
  if (!found) {
    if (memo.size > 5000) memo.clear();
    memo.set(word, (found = suggest(word)));
  }
  return found;
}
const memo = new Map<string, readonly string[]>();

function suggest(word: string): string[] {
  speller ??= load();
  if (!speller || speller.correct(word)) return [];
  return speller.suggest(word).filter((s) => isCommonWord(s) && distance(s, word) <= (word.length > 9 ? 3 : 2)).sort((a, b) => distance(a, word) - distance(b, word)).slice(0, 3);
}
