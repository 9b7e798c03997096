import {readAsset, readData} from '../lexicon/assets.ts';
import {plain} from '../lexicon/lexicon.ts';
import {romanKey} from './transliterate.ts';

/** A foreign word or expression and what English has for it. */
export interface Rendering {
  /** As the source language writes it, in its case. */
  readonly key: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Best first, in the number and tense of the key. */
  readonly english: readonly string[];
  /** A country in another language. */
  readonly country?: boolean;
}

/** How a form came to its rendering, surest first. */
export type Match = 'exact' | 'case' | 'accents' | 'inflected' | 'romanised';
export interface Hit {
  readonly rendering: Rendering;
  readonly match: Match;
  /** The form is a plural of the rendering's singular key. */
  readonly plural: boolean;
}

/**
 * Regular inflection: language, ending, what stands there in the lemma, whether the form is a plural. Irregular
 * forms are entries of their own. Longer endings first within a language.
 */
const ENDINGS: readonly (readonly [string, string, string, boolean])[] = [
  ['fr', 'aux', 'al', true], ['fr', 'aux', 'ail', true], ['fr', 'elles', 'el', true], ['fr', 'ives', 'if', true], ['fr', 'euses', 'eux', true], ['fr', 'trices', 'teur', true], ['fr', 'es', '', true], ['fr', 'es', 'e', true], ['fr', 's', '', true], ['fr', 'x', '', true], ['fr', 'ive', 'if', false], ['fr', 'elle', 'el', false], ['fr', 'euse', 'eux', false], ['fr', 'euse', 'eur', false], ['fr', 'trice', 'teur', false], ['fr', 'e', '', false],
  ['es', 'ciones', 'ción', true], ['es', 'siones', 'sión', true], ['es', 'ones', 'ón', true], ['es', 'ces', 'z', true], ['es', 'oras', 'or', true], ['es', 'as', 'o', true], ['es', 'es', '', true], ['es', 's', '', true], ['es', 'a', 'o', false], ['es', 'ora', 'or', false],
  ['pt', 'ções', 'ção', true], ['pt', 'sões', 'são', true], ['pt', 'ões', 'ão', true], ['pt', 'ais', 'al', true], ['pt', 'eis', 'el', true], ['pt', 'ns', 'm', true], ['pt', 'oras', 'or', true], ['pt', 'as', 'o', true], ['pt', 'es', '', true], ['pt', 's', '', true], ['pt', 'a', 'o', false], ['pt', 'ora', 'or', false],
  ['it', 'chi', 'co', true], ['it', 'ghi', 'go', true], ['it', 'che', 'ca', true], ['it', 'ghe', 'ga', true], ['it', 'i', 'o', true], ['it', 'i', 'e', true], ['it', 'i', 'io', true], ['it', 'i', 'a', true], ['it', 'e', 'a', true], ['it', 'e', 'o', true], ['it', 'a', 'o', false],
  ['de', 'innen', 'in', true], ['de', 'ern', 'er', true], ['de', 'en', '', true], ['de', 'n', '', true], ['de', 'e', '', true], ['de', 'er', '', true], ['de', 'es', '', false], ['de', 's', '', false], ['de', 'en', 'e', false], ['de', 'er', 'e', false], ['de', 'es', 'e', false], ['de', 'em', 'e', false],
  ['nl', 'en', '', true], ['nl', "'s", '', true], ['nl', 's', '', true], ['nl', 'e', '', false],
  ['pl', 'ami', 'a', true], ['pl', 'ach', 'a', true], ['pl', 'ami', '', true], ['pl', 'ach', '', true], ['pl', 'ów', '', true], ['pl', 'om', '', true], ['pl', 'owi', '', false], ['pl', 'em', '', false], ['pl', 'iem', '', false], ['pl', 'y', '', true], ['pl', 'y', 'a', false], ['pl', 'ę', 'a', false], ['pl', 'ą', 'a', false], ['pl', 'u', '', false], ['pl', 'a', '', false],
  ['tr', 'ların', '', true], ['tr', 'lerin', '', true], ['tr', 'ları', '', true], ['tr', 'leri', '', true], ['tr', 'lar', '', true], ['tr', 'ler', '', true], ['tr', 'ın', '', false], ['tr', 'in', '', false], ['tr', 'nın', '', false], ['tr', 'nin', '', false], ['tr', 'sı', '', false], ['tr', 'si', '', false],
  ['ro', 'ilor', '', true], ['ro', 'urile', '', true], ['ro', 'uri', '', true], ['ro', 'ului', '', false], ['ro', 'ul', '', false], ['ro', 'ii', '', true], ['ro', 'i', '', true],
  ['ru', 'ов', '', true], ['ru', 'ами', '', true], ['ru', 'ах', '', true], ['ru', 'ы', '', true], ['ru', 'ы', 'а', false], ['ru', 'и', 'а', false], ['ru', 'у', 'а', false], ['ru', 'ой', 'а', false], ['ru', 'ом', '', false], ['ru', 'а', '', false], ['ru', 'у', '', false], ['ru', 'е', '', false],
  ['uk', 'ів', '', true], ['uk', 'ами', '', true], ['uk', 'ах', '', true], ['uk', 'и', '', true], ['uk', 'и', 'а', false], ['uk', 'у', 'а', false], ['uk', 'ою', 'а', false], ['uk', 'ом', '', false], ['uk', 'а', '', false], ['uk', 'у', '', false], ['uk', 'і', 'а', false],
];
const MIN_STEM = 4;
/** English has these names of countries otherwise than the source of the table. */
const COUNTRY: Record<string, string[]> = {'türkiye': ['Turkey', 'Türkiye'], czechia: ['the Czech Republic', 'Czechia'], 'united states': ['the United States'], 'united kingdom': ['the United Kingdom', 'Britain'], netherlands: ['the Netherlands'], philippines: ['the Philippines'], 'dr congo': ['the Democratic Republic of Congo'], 'united arab emirates': ['the United Arab Emirates']};

interface Index {
  /** By the form without accents, in lower case. */
  readonly words: ReadonlyMap<string, Rendering | Rendering[]>;
  /** Keys of several words, by the first word without accents, in lower case; longest first. */
  readonly sequences: ReadonlyMap<string, Rendering[]>;
  /** Cyrillic keys by {@link romanKey}. */
  readonly romanised: ReadonlyMap<string, Rendering | Rendering[]>;
}

let index: Index | undefined;

function put(map: Map<string, Rendering | Rendering[]>, key: string, rendering: Rendering): void {
  const known = map.get(key);
  if (!known) map.set(key, rendering);
  else if (Array.isArray(known)) known.push(rendering);
  else map.set(key, [known, rendering]);
}

function load(): Index {
  const words = new Map<string, Rendering | Rendering[]>();
  const sequences = new Map<string, Rendering[]>();
  const romanised = new Map<string, Rendering | Rendering[]>();
  const add = (rendering: Rendering) => {
    const {key, language} = rendering;
    if (/[ -]|\p{L}['’]\p{L}/u.test(key) && !/^\p{L}+['’]\p{L}+$/u.test(key)) {
      const first = plain(firstWord(key));
      const list = sequences.get(first);
      if (list) list.push(rendering);
      else sequences.set(first, [rendering]);
    } else {
      put(words, plain(key), rendering);
      if ((language === 'ru' || language === 'uk' || language === 'be' || language === 'bg' || language === 'sr') && key.length >= 4 && /\p{Script=Cyrillic}/u.test(key)) put(romanised, romanKey(key, language), rendering);
    }
  };
  for (const [language, entries] of Object.entries(readData<Record<string, Record<string, string[]>>>('residue'))) {
    for (const [key, english] of Object.entries(entries)) add({key, language, english: Array.isArray(english) ? english : [english]});
  }
  const {exonyms} = JSON.parse(readAsset('countries.json').toString('utf8')) as {exonyms: Record<string, Record<string, string>>};
  for (const [language, names] of Object.entries(exonyms)) for (const [key, name] of Object.entries(names)) add({key, language, english: COUNTRY[name.toLowerCase()] ?? [name], country: true});
  for (const list of sequences.values()) if (list.length > 1) list.sort((a, b) => b.key.length - a.key.length);
  return {words, sequences, romanised};
}

const firstWord = (text: string) => /^[\p{L}\p{M}'’]+/u.exec(text)?.[0] ?? text;
const asArray = (found: Rendering | Rendering[] | undefined): readonly Rendering[] => (found === undefined ? [] : Array.isArray(found) ? found : [found]);

/** Renderings of one word as written; `inflected` looks for regular inflections and romanised Cyrillic too. */
export function renderingsOf(form: string, inflected = true): Hit[] {
  const {words, romanised} = (index ??= load());
  const text = form.replaceAll('’', "'");
  const bare = plain(text);
  const lower = text.toLowerCase();
  const hits: Hit[] = [];
  for (const rendering of asArray(words.get(bare))) {
    const {key} = rendering;
    hits.push({rendering, plural: false, match: key === text ? 'exact' : key.toLowerCase() === lower ? 'case' : 'accents'});
  }
  if (hits.length || !inflected) return hits;
  for (const [language, ending, lemma, plural] of ENDINGS) {
    if (!lower.endsWith(ending) || lower.length - ending.length < MIN_STEM) continue;
    const base = lower.slice(0, lower.length - ending.length) + lemma;
    for (const rendering of asArray(words.get(plain(base)))) {
      if (rendering.language !== language || rendering.country || isAcronym(rendering.key) || hits.some((h) => h.rendering === rendering)) continue;
      if (rendering.key.toLowerCase() === base || plain(base) === base) hits.push({rendering, plural, match: 'inflected'});
    }
  }
  if (hits.length || lower.length < 4 || !/^[a-zčšžëïûâ'’]+$/.test(lower)) return hits;
  for (const rendering of asArray(romanised.get(romanKey(text)))) if (!isAcronym(rendering.key)) hits.push({rendering, plural: false, match: 'romanised'});
  return hits;
}

const isAcronym = (key: string) => key.length > 1 && key === key.toUpperCase();

/** The longest expression of several words that stands at an offset of a text, and its end; its words must be whole. */
export function expressionAt(text: string, start: number, word: string): {renderings: Rendering[]; end: number; exact: boolean} | undefined {
  const list = (index ??= load()).sequences.get(plain(word));
  if (!list) return undefined;
  let found: {renderings: Rendering[]; end: number; exact: boolean} | undefined;
  for (const rendering of list) {
    const end = start + rendering.key.length;
    if (found && end !== found.end) break;
    const there = text.slice(start, end).replaceAll('’', "'");
    if (there !== rendering.key && there.toLowerCase() !== rendering.key.toLowerCase()) continue;
    if (/[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 1)) || /[-’']/.test(text[end] ?? '') && /\p{L}/u.test(text[end + 1] ?? '')) continue;
    if (found) found.renderings.push(rendering);
    else found = {renderings: [rendering], end, exact: there === rendering.key};
  }
  return found;
}

/** Whether an expression of several words may begin with a word (its form without accents, in lower case). */
export function beginsExpression(word: string): boolean {
  return (index ??= load()).sequences.has(word);
}
