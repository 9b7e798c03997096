import {closest} from 'fastest-levenshtein';

/** The known name nearest to a mistyped one: one that it begins, else by edits. */
export const nearest = (given: string, known: readonly string[]): string => known.find((k) => given.length > 2 && k.startsWith(given)) ?? closest(given, known);
