import {encodeFilter} from '../src/lexicon/filter.ts';
import {foreignKey, LONGEST_ENDING, SHORTEST_BASE} from '../src/lexicon/foreign.ts';

/** So many endings a language has at most; those that fewer words have than this are left. */
const ENDINGS = 40;
const LEAST = 400;

/** The commonest endings with which forms are other forms. */
function endingsOf(forms: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) for (let at = Math.max(SHORTEST_BASE, form.length - LONGEST_ENDING); at < form.length; at++) if (forms.has(form.slice(0, at))) counts.set(form.slice(at), (counts.get(form.slice(at)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, ENDINGS).map(([ending]) => ending);
}

/** The filter of a vocabulary, which lacks every form that is another one of it with one of the endings. */
export function filterWithEndings(forms: ReadonlySet<string>): {filter: Buffer; endings: string[]} {
  const endings = endingsOf(forms);
  const kept = new Set<string>();
  for (const form of [...forms].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) if (!endings.some((ending) => form.length >= ending.length + SHORTEST_BASE && form.endsWith(ending) && kept.has(form.slice(0, -ending.length)))) kept.add(form);
  return {filter: encodeFilter(Uint32Array.from(new Set([...kept].map(foreignKey)))), endings};
}
