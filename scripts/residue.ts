import type {Rendering, ResidueTables} from '../src/evidence/residue.ts';
import {romanKey} from '../src/evidence/transliterate.ts';
import {plain} from '../src/lexicon/format.ts';

/** English has these names of countries otherwise than the source of the table. */
const COUNTRY: Record<string, string[]> = {türkiye: ['Turkey', 'Türkiye'], czechia: ['the Czech Republic', 'Czechia'], 'united states': ['the United States'], 'united kingdom': ['the United Kingdom', 'Britain'], netherlands: ['the Netherlands'], philippines: ['the Philippines'], 'dr congo': ['the Democratic Republic of Congo'], 'united arab emirates': ['the United Arab Emirates']};
const CYRILLIC = new Set(['ru', 'uk', 'be', 'bg', 'sr']);

/** Compiles the residue lexicons and the names of countries into the tables that `src/evidence/residue.ts` searches. */
export function compileResidue(lexicons: Readonly<Record<string, Record<string, string | string[]>>>, exonyms: Readonly<Record<string, Record<string, string>>>): ResidueTables {
  const words: string[] = [];
  const sequences: string[] = [];
  const romanised: string[] = [];
  const add = ({key, language, english, country}: Rendering) => {
    const rest = `${key}\t${language}\t${country ? 1 : 0}\t${english.join('|')}`;
    if (/[\t\n]/.test(key + english.join('')) || /\|/.test(english.join(''))) throw new Error(`rules/residue/${language}.yml: \`${key}\` has a tab, a line break or |`);
    if (/[ -]/.test(key) || (/\p{L}['’]\p{L}/u.test(key) && !/^\p{L}+['’]\p{L}+$/u.test(key))) sequences.push(`${plain(/^[\p{L}\p{M}'’]+/u.exec(key)?.[0] ?? key)}\t${rest}`);
    else {
      words.push(`${plain(key)}\t${rest}`);
      if (CYRILLIC.has(language) && key.length >= 4 && /\p{Script=Cyrillic}/u.test(key)) romanised.push(`${romanKey(key, language)}\t${rest}`);
    }
  };
  for (const [language, entries] of Object.entries(lexicons)) for (const [key, english] of Object.entries(entries)) add({key, language, english: Array.isArray(english) ? english.map(String) : [String(english)]});
  for (const [language, names] of Object.entries(exonyms)) for (const [key, name] of Object.entries(names)) add({key, language, english: COUNTRY[name.toLowerCase()] ?? [name], country: true});
  // Of one key the lexicons stand before the countries.
  return {words, sequences, romanised};
}
