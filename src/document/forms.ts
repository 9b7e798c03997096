import {Table} from '../lexicon/table.ts';
import {type Word, wordNote} from './word.ts';

/** Made by `scripts/forms.ts`: under each form the lists that know it, each with the number of its entry there; under both of these the entry. */
const TABLE = new Table('forms');
const NONE: readonly string[] = [];
/** One look for all lists. */
const listsOf = wordNote(({folded}) => {
  const lines = TABLE.lines(folded);
  return lines.length ? lines : NONE;
});

/** What a list beside the rules says of the forms of words. An entry is decoded when a text has one of its forms. */
export class Forms<T> {
  readonly #list: string;
  readonly #entries = new Map<string, T>();

  constructor(list: string) {
    this.#list = `${list} `;
  }

  get(word: Word): T | undefined {
    for (const line of listsOf(word)) {
      if (!line.startsWith(this.#list)) continue;
      let entry = this.#entries.get(line);
      if (entry === undefined) this.#entries.set(line, (entry = JSON.parse(TABLE.lines(line)[0]!) as T));
      return entry;
    }
    return undefined;
  }
}
