/** Lists beside the rules and in `assets/`, as rows for the tables that the rules look things up in: key, tab, what is known of it. */
import {formsOf} from '../src/document/verbs.ts';
import {idiomKeys} from '../src/evidence/idioms.ts';
import {stemsOf} from '../src/evidence/institutions.ts';
import {plain} from '../src/lexicon/format.ts';

/** Closed compounds under their letters: "underwater", and hyphenated ones with their hyphens: "co-wrote". */
export const compoundRows = (lines: readonly string[]): string[] => [...new Map(lines.map((compound) => [compound.toLowerCase().replaceAll('-', ''), compound]))].map((pair) => pair.join('\t'));

/** Loans of one word, with nothing behind the tab, and those of several under each of their words. */
export function loanRows(lines: readonly string[]): string[] {
  return [...new Set(lines.flatMap((line) => {
    const loan = line.toLowerCase().replaceAll('’', "'");
    const parts = loan.split(/[ -]/);
    return parts.length === 1 ? [`${loan}\t`] : parts.map((part) => `${part}\t${loan}`);
  }))];
}

/** First names of one gender: "m" or "f". The text has a part for each, "= male" and "= female". */
export function firstNameRows(text: string): string[] {
  const [male = '', female = ''] = text.split(/^= (?:male|female)$/m).slice(1);
  const rows = new Map<string, string>();
  for (const [names, gender] of [[male, 'm'], [female, 'f']] as const) for (const name of names.trim().split(/\s+/)) rows.set(name.toLowerCase(), gender);
  return [...rows].map((pair) => pair.join('\t'));
}

/** Idioms under what their words begin with. */
export const idiomRows = (lines: readonly string[]): string[] => lines.flatMap((idiom) => idiomKeys(idiom).map((key) => `${key}\t${idiom}`));

/** English demonyms by the stems of the country's name in English and other languages: "maroc" gives "Moroccan". */
export function demonymRows({demonyms, exonyms}: {readonly exonyms: Readonly<Record<string, Record<string, string>>>; readonly demonyms: readonly (readonly [string, string])[]}): string[] {
  const found = new Map<string, string>();
  const of = new Map(demonyms);
  const put = (name: string, demonym: string) => {
    const bare = plain(name);
    if (!/^[a-z]{4,}$/.test(bare)) return;
    for (const stem of [bare, bare.replace(/(?:ien|ija|[aeiouy]{1,2})$/, '')]) if (stem.length > 3 && !found.has(stem)) found.set(stem, demonym);
  };
  for (const [country, demonym] of demonyms) put(country, demonym);
  for (const names of Object.values(exonyms)) for (const [name, country] of Object.entries(names)) if (of.has(country)) put(name, of.get(country)!);
  // Names that are English words too, and so are not among the countries' other names.
  for (const [name, country] of [['maroc', 'Morocco'], ['marok', 'Morocco'], ['tchad', 'Chad'], ['sued', 'Sweden'], ['suec', 'Sweden'], ['norveg', 'Norway'], ['phillipin', 'Philippines'], ['filipin', 'Philippines']] as const) found.set(name, of.get(country) ?? country);
  return [...found].map((pair) => pair.join('\t'));
}

/** The mean of the vectors of `vectors.bin`, numbers of 32 bits. Every fourth row is enough for the mean of 38,000. */
export function meanVector(bytes: Buffer): Buffer {
  const [rows, dimensions] = [bytes.readUInt32LE(4), bytes.readUInt32LE(8)];
  const mean = new Float32Array(dimensions);
  let n = 0;
  const codes = 16 + 16 * dimensions;
  for (let row = 0; row < rows; row += 4, n++) for (let d = 0, at = row * dimensions; d < dimensions; d++, at++) mean[d]! += bytes.readInt8(16 + 16 * d + ((bytes[codes + (at >> 1)]! >> (at % 2 ? 4 : 0)) & 15));
  for (let d = 0; d < dimensions; d++) mean[d]! /= n;
  return Buffer.from(mean.buffer);
}

/** Phrases of boilerplate under their first word, the longest first: JSON of what the rule looks for. */
export function boilerplateRows(groups: readonly {readonly kind: string; readonly phrases: readonly string[]}[]): string[] {
  const entries = groups.flatMap(({kind, phrases}) => phrases.map((phrase) => {
    const words = phrase.toLowerCase().replaceAll('’', "'").match(/[\p{L}\p{N}.']*[\p{L}\p{N}]/gu) ?? [];
    return {words, kind, colon: words.length === 1 || phrase.endsWith(':')};
  }));
  return entries.filter(({words}) => words.length).sort((a, b) => b.words.length - a.words.length).map((entry) => `${entry.words[0]!}\t${JSON.stringify(entry)}`);
}

/** The sections of `prepositions.yml` under every form of their words: section, word, what is said of it. */
export const prepositionRows = (sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] => ['adjectives', 'nouns', 'verbs'].flatMap((section) => Object.entries(sections[section] ?? {}).flatMap(([head, body]) => (section === 'verbs' ? formsOf(head) : [head]).map((form) => `${form}\t${section}\t${head}\t${body}`)));

/** Institutions under the stems of their words in the order of letters: the name, then the orders of stems that English has, separated by tabs. Each stem alone has a row without a name. */
export function institutionRows(lines: readonly string[]): string[] {
  const rows = new Map<string, string>();
  for (const line of lines) {
    const [names = '', sound = ''] = line.split(': ');
    for (const name of names.startsWith('(') ? [names.replace(/^\((.+?)\)/, '$1'), names.replace(/^\(.+?\) /, '')] : [names]) {
      const stems = stemsOf(name);
      for (const stem of stems) if (!rows.has(stem)) rows.set(stem, '');
      rows.set([...stems].sort().join(' '), [name, stems.join(' '), ...sound.split(', ').filter(Boolean).map((form) => stemsOf(form).join(' '))].join('\t'));
    }
  }
  return [...rows].map((pair) => pair.join('\t'));
}

/** What words of places say of the language, in hundredths of a vote. */
const PLACE_VOTES = {world: 40, own: 80, money: 80} as const;
/** Rows `word TAB language weight` of the words of places by kind and language; money, which is written in lower case, with a full stop behind it. */
export function placeRows(places: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] {
  const rows = new Map<string, string>();
  for (const [kind, byLanguage] of Object.entries(places)) {
    if (!(kind in PLACE_VOTES)) throw new Error(`rules/places.yml: \`${kind}\` is none of ${Object.keys(PLACE_VOTES).join(', ')}`);
    for (const [language, words] of Object.entries(byLanguage)) for (const word of words.split(' ')) {
      for (const form of new Set([word, plain(word)])) {
        const key = kind === 'money' ? `${form}.` : form;
        if (!rows.has(key)) rows.set(key, `${key}\t${language} ${PLACE_VOTES[kind as keyof typeof PLACE_VOTES]}`);
      }
    }
  }
  return [...rows.values()];
}
