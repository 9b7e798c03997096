/** Lists beside the rules and in `assets/`, as rows for the tables that the rules look things up in: key, tab, what is known of it. */
import {pluralOf} from '../src/document/english.ts';
import {formsOf, ingOf, pastOf, thirdOf} from '../src/document/verbs.ts';
import {anchorKeys, idiomKeys} from '../src/evidence/idiom-list.ts';
import {orderOf, stemsOf} from '../src/evidence/institutions.ts';
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

/** The same under their two words that say most. */
export const anchorRows = (lines: readonly string[]): string[] => lines.flatMap((idiom) => anchorKeys(idiom).map((key) => `${key}\t${idiom}`));

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

/**
 * Lines around an article under `line` and their first word: the line, `*` at its end for any rest, and behind a tab `weak` for one that may be
 * a heading, `foreign` for one in another language; words of share bars under `share`.
 */
export function lineRows({shares, weak, lines, foreign}: Readonly<Record<'shares' | 'weak' | 'lines' | 'foreign', readonly string[]>>): string[] {
  const row = (line: string, strength: string) => `line ${/^[\p{L}'.-]*/u.exec(line)![0].replace(/[.'-]+$/, '')}\t${line}\t${strength}`;
  return [...shares.map((word) => `share ${word}\t1`), ...weak.map((line) => row(line, 'weak')), ...lines.map((line) => row(line, 'strong')), ...foreign.map((line) => row(line, 'foreign'))];
}

/** The sections of `prepositions.yml` under every form of their words: section, word, what is said of it. */
export const prepositionRows = (sections: Readonly<Record<string, Readonly<Record<string, string>>>>): string[] => ['adjectives', 'nouns', 'verbs'].flatMap((section) => Object.entries(sections[section] ?? {}).flatMap(([head, body]) => (section === 'verbs' ? formsOf(head) : [head]).map((form) => `${form}\t${section}\t${head}\t${body}`)));

/** Institutions under the stems of their words in the order of letters: the name, then other orders of stems, with articles, that English has, separated by tabs. Each stem alone has a row without a name. */
export function institutionRows(lines: readonly string[]): string[] {
  const rows = new Map<string, string>();
  for (const line of lines) {
    const [names = '', sound = ''] = line.split(': ');
    for (const name of names.startsWith('(') ? [names.replace(/^\((.+?)\)/, '$1'), names.replace(/^\(.+?\) /, '')] : [names]) {
      const stems = stemsOf(name);
      for (const stem of stems) if (!rows.has(stem)) rows.set(stem, '');
      rows.set([...stems].sort().join(' '), [name, ...sound.split(', ').filter(Boolean).map(orderOf)].join('\t'));
    }
  }
  return [...rows].map((pair) => pair.join('\t'));
}

/** What words of places say of the language, in hundredths of a vote. */
const PLACE_VOTES = {world: 40, own: 80} as const;
/** Rows `word TAB language weight` of the words of places by kind and language. */
export function placeRows(places: Readonly<Record<keyof typeof PLACE_VOTES, Readonly<Record<string, string>>>>): string[] {
  const rows = new Map<string, string>();
  for (const [kind, vote] of Object.entries(PLACE_VOTES)) {
    for (const [language, words] of Object.entries(places[kind as keyof typeof PLACE_VOTES])) for (const word of words.split(' ')) {
      for (const form of [word, plain(word)]) if (!rows.has(form)) rows.set(form, `${form}\t${language} ${vote}`);
    }
  }
  return [...rows.values()];
}

/** The language of each word for money and the like, which stands in lower case. */
export const moneyWords = (money: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(money).flatMap(([language, words]) => words.split(' ').flatMap((word) => [[word, language], [plain(word), language]])));

/** What `verb-patterns.yml` says. */
interface VerbPatterns extends Readonly<Record<string, string | Readonly<Record<string, string>>>> {
  readonly transitive: Readonly<Record<string, string>>;
}
const wordsOf = (data: VerbPatterns, key: string): string[] => ((data[key] as string | undefined) ?? '').split(' ');
const pairsOf = (data: VerbPatterns, key: string): (readonly [string, string])[] => wordsOf(data, key).map((pair) => pair.split(':') as [string, string]);

/** For `rules/verb-form.ts`: by every form of a verb the verb and what it wants behind it. */
export function verbForms(data: VerbPatterns) {
  const forms = new Map<string, {base: string; kinds: Record<string, string>}>();
  const add = (base: string, kind: string, value = '') => {
    for (const form of formsOf(base)) {
      let entry = forms.get(form);
      if (!entry) forms.set(form, (entry = {base, kinds: {}}));
      if (entry.base === base) entry.kinds[kind] = value;
    }
  };
  for (const kind of ['gerund', 'object-first', 'infinitive', 'no-passive']) for (const base of wordsOf(data, kind)) add(base, kind);
  for (const [base, preposition] of pairsOf(data, 'preposition-gerund')) add(base, 'preposition', preposition);
  for (const preposition of ['from', 'of', 'for']) for (const base of wordsOf(data, `person-${preposition}`)) add(base, 'person', preposition);
  return forms;
}

/** For `rules/verb-pattern.ts`: by every form of a verb the verb, which form it is, and its pattern. */
export function verbPatterns(data: VerbPatterns) {
  const forms = new Map<string, Record<string, unknown>>();
  const add = (base: string, pattern: Record<string, unknown>) => {
    for (const word of formsOf(base)) {
      let known = forms.get(word);
      if (!known) {
        const form = word === ingOf(base) ? 'ing' : word === base && word !== pastOf(base) ? 'base' : word === thirdOf(base) ? 'third' : 'past';
        forms.set(word, (known = {base, form}));
      }
      Object.assign(known, pattern);
    }
  };
  for (const [base, words] of Object.entries(data.transitive)) add(base, {transitive: words.split(' ')});
  for (const [kind, name] of [['to-person', 'toPerson'], ['to-person-that', 'toPersonThat'], ['person-to-verb', 'personToVerb'], ['no-reflexive', 'noReflexive']] as const) for (const base of wordsOf(data, kind)) add(base, {[name]: true});
  for (const [base, other] of pairsOf(data, 'person-to-verb-other')) add(base, {other});
  for (const [base, address] of pairsOf(data, 'address')) add(base, {address});
  return forms;
}

/** For `rules/collocation.ts`: the pairs of `collocations.yml` that each form of a verb has. */
export function collocations(data: Readonly<Record<'sure' | 'likely', Readonly<Record<string, Readonly<Record<string, string>>>>>>) {
  const forms = new Map<string, {base: string; particle?: string; sure: boolean; nouns: Record<string, string>}[]>();
  for (const level of ['sure', 'likely'] as const) for (const [verb, rights] of Object.entries(data[level])) {
    const [base = '', particle] = verb.split(' ');
    const nouns: Record<string, string> = {};
    for (const [right, list] of Object.entries(rights)) for (const noun of list.split(' ')) for (const form of [noun, pluralOf(noun)]) nouns[form] = right;
    for (const form of new Set(formsOf(base))) forms.set(form, [...(forms.get(form) ?? []), {base, particle, sure: level === 'sure', nouns}]);
  }
  return forms;
}

/** For `rules/attribution.ts`: the verbs of `attributions.yml` by their third person and past, those with words behind them first. */
export function attributions(data: Readonly<Record<'sure' | 'likely', Readonly<Record<string, string>>>>) {
  const forms = new Map<string, {form: 'third' | 'past'; behind: string[]; use: string[]; sure: boolean}[]>();
  for (const level of ['sure', 'likely'] as const) for (const [verb, meant] of Object.entries(data[level])) {
    const [base = '', ...behind] = verb.split(' ');
    for (const [form, inflect] of [['third', thirdOf], ['past', pastOf]] as const) {
      const use = meant.split(', ').map((text) => text.replace(/^\S+/, inflect));
      forms.set(inflect(base), [...(forms.get(inflect(base)) ?? []), {form, behind, use, sure: level === 'sure'}].sort((a, b) => b.behind.length - a.behind.length));
    }
  }
  return forms;
}

/** For `rules/verb-form.ts`: the verbs that want an infinitive in the passive, and the forms of those that want it bare. */
export const infinitives = (data: VerbPatterns) => ({passive: wordsOf(data, 'passive-infinitive'), bare: wordsOf(data, 'bare').flatMap(formsOf)});

/** For `rules/preposition.ts`: the wrong prepositions behind the object of a verb, by its forms. */
export function complements(objects: Readonly<Record<string, string>>) {
  const forms = new Map<string, {base: string; wrong: string[]; right: string[]; number: boolean}>();
  for (const [base, body] of Object.entries(objects)) {
    const [wrong = '', put = ''] = body.split('>');
    const complement = {base, wrong: wrong.trim().split(' '), right: put.replace('#', '').trim().split('|'), number: put.includes('#')};
    for (const form of formsOf(base)) forms.set(form, complement);
  }
  return forms;
}

/** For `rules/preposition.ts`: the phrases by their first word, those with a placeholder behind it last. */
export function prepositionPhrases(phrases: Readonly<Record<string, string>>) {
  const byFirst = new Map<string, {words: string[]; right: string; weak: boolean}[]>();
  const open = ([wrong]: readonly [string, string]) => Number(/^\S+ [@%~](?: |$)/.test(wrong));
  for (const [wrong, put] of Object.entries(phrases).sort((a, b) => open(a) - open(b))) {
    const words = wrong.split(' ');
    byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), {words, right: put.replace('?', ''), weak: put.startsWith('?')}]);
  }
  return byFirst;
}
