import {readData} from '../../src/lexicon/assets.ts';

let lists: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Whether a word (lower case) stands in a list of `rules/negation.yml`. */
export function isListed(list: string, word: string): boolean {
  lists ??= new Map(Object.entries(readData<Record<string, string>>('negation')).map(([name, words]) => [name, new Set(words.split(' '))]));
  return lists.get(list)!.has(word);
}
