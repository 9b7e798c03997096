import {closest, distance} from 'fastest-levenshtein';

const letters = (name: string) => [...name].sort().join('');

/** The known name that a mistyped one is likely to be: one that it begins or is a part of, else one that a few edits make of it, else the longest that begins it. Undefined where none is near. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  if (!known.length || !given) return undefined;
  const longer = given.length > 2 ? known.find((k) => k.startsWith(given)) ?? (given.length > 3 ? known.find((k) => k.includes(given)) : undefined) : undefined;
  if (longer) return longer;
  const near = closest(given, known);
  const edits = distance(given, near);
  return edits <= Math.max(1, Math.floor(Math.max(given.length, near.length) / 3)) || (edits === 2 && letters(given) === letters(near)) ? near : known.filter((k) => k.length > 3 && given.startsWith(k)).sort((a, b) => b.length - a.length)[0];
}

/** A sentence that names what was meant, with a space before it; empty where nothing is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const near = nearest(given, known);
  return near === undefined ? '' : ` Did you mean \`${near}\`?`;
}
