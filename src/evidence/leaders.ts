/** People whose names everybody knows: `rules/leaders.txt`. */
import {readData} from '../lexicon/assets.ts';
import {Flag, lookup, plain} from '../lexicon/lexicon.ts';

let names: readonly string[] | undefined;
/** Words that engines make of a surname, in lower case, by the names. */
const renderings = new Map<string, ReadonlySet<string>>();

/** Their names as written, first name first. */
export function leaders(): readonly string[] {
  return (names ??= readData<string[]>('leaders').map((line) => {
    const [name = '', words] = line.split(': ');
    if (words) renderings.set(name, new Set(words.split(' ')));
    return name;
  }));
}

/** What engines make of the surname in a name of {@link leaders}. */
export const renderingsOfSurname = (name: string): ReadonlySet<string> | undefined => renderings.get(name);

/** Frequency of a common word from which on it is one in the news, too: "brown", "may", "gates". */
const COMMON = 110;

let surnames: ReadonlySet<string> | undefined;
/** Whether a form (lower case) is the surname of one of them and no common word. */
export function isLeader(form: string): boolean {
  surnames ??= new Set(leaders().map((name) => plain(name.split(' ').at(-1)!.toLowerCase())));
  const {flags, frequency} = lookup(form);
  return surnames.has(plain(form)) && !(flags & Flag.Lower && frequency >= COMMON);
}
