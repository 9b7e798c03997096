import type {Rendering} from '../src/lexicon/rendering.ts';
import type {Residue} from '../src/lexicon/residue-tables.ts';

/** English has these names of countries otherwise than the source of the table. */
const COUNTRY: Record<string, string[]> = {türkiye: ['Turkey', 'Türkiye'], czechia: ['the Czech Republic', 'Czechia'], 'united states': ['the United States'], 'united kingdom': ['the United Kingdom', 'Britain'], netherlands: ['the Netherlands'], philippines: ['the Philippines'], 'dr congo': ['the Democratic Republic of Congo'], 'united arab emirates': ['the United Arab Emirates']};

/** Puts the residue lexicons and the names of countries into the tables that `src/evidence/residue.ts` searches. */
export function compileResidue(lexicons: Readonly<Record<string, Record<string, string | string[]>>>, exonyms: Readonly<Record<string, Record<string, string>>>): Record<Residue, readonly Rendering[]> {
  const words: Rendering[] = [];
  const sequences: Rendering[] = [];
  const add = (rendering: Rendering) => {
    const {key, language, english} = rendering;
    if (/[\t\n]/.test(key + english.join('')) || /\|/.test(english.join(''))) throw new Error(`rules/residue/${language}.yml: \`${key}\` has a tab, a line break or |`);
    (/[ -]/.test(key) || (/\p{L}['’]\p{L}/u.test(key) && !/^\p{L}+['’]\p{L}+$/u.test(key)) ? sequences : words).push(rendering);
  };
  for (const [language, entries] of Object.entries(lexicons)) for (const [key, english] of Object.entries(entries)) add({key, language, english: Array.isArray(english) ? english.map(String) : [String(english)], country: false});
  for (const [language, names] of Object.entries(exonyms)) for (const [key, name] of Object.entries(names)) add({key, language, english: COUNTRY[name.toLowerCase()] ?? [name], country: true});
  return {words, sequences};
}
