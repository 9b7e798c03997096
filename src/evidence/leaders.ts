/** People whose names everybody knows: `rules/leaders.txt`. */
import {readData} from '../lexicon/assets.ts';
import {Flag, lookup, plain} from '../lexicon/lexicon.ts';

/** Their names as written, first name first. */
export const leaders = (): readonly string[] => (names ??= readData<string[]>('leaders'));
let names: readonly string[] | undefined;

/** Frequency of a common word from which on it is one in the news, too: "brown", "may", "gates". */
const COMMON = 110;

let surnames: ReadonlySet<string> | undefined;
/** Whether a form (lower case) is the surname of one of them and no common word. */
export function isLeader(form: string): boolean {
  surnames ??= new Set(leaders().map((name) => plain(name.split(' ').at(-1)!.toLowerCase())));
  const {flags, frequency} = lookup(form);
  return surnames.has(plain(form)) && !(flags & Flag.Lower && frequency >= COMMON);
}
