import {plain} from '../lexicon/lexicon.ts';
import {Recent} from '../lexicon/recent.ts';
import {type Rendering, renderingOf} from '../lexicon/rendering.ts';
import {Table} from '../lexicon/table.ts';
import {romanKey} from '../lexicon/transliterate.ts';

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
  ['pl', 'ami', 'a', true], ['pl', 'ach', 'a', true], ['pl', 'ami', '', true], ['pl', 'ach', '', true], ['pl', 'ów', '', true], ['pl', 'om', '', true], ['pl', 'owi', '', false], ['pl', 'em', '', false], ['pl', 'iem', '', false], ['pl', 'y', '', true], ['pl', 'y', 'a', false], ['pl', 'ę', 'a', false], ['pl', 'ą', 'a', false], ['pl', 'u', '', false], ['pl', 'a', '', false], ['pl', 'iami', 'ia', true], ['pl', 'iach', 'ia', true], ['pl', 'ii', 'ia', false], ['pl', 'ię', 'ia', false], ['pl', 'ią', 'ia', false], ['pl', 'i', '', true], ['pl', 'i', 'a', true], ['pl', 'i', 'ia', false],
  ['tr', 'ların', '', true], ['tr', 'lerin', '', true], ['tr', 'ları', '', true], ['tr', 'leri', '', true], ['tr', 'lar', '', true], ['tr', 'ler', '', true], ['tr', 'ın', '', false], ['tr', 'in', '', false], ['tr', 'nın', '', false], ['tr', 'nin', '', false], ['tr', 'sı', '', false], ['tr', 'si', '', false],
  ['ro', 'elor', 'e', false], ['ro', 'ilor', 'i', false], ['ro', 'ele', 'e', false], ['ro', 'ile', 'i', false], ['ro', 'iei', 'ie', false], ['ro', 'ia', 'ie', false], ['ro', 'ea', 'e', false], ['ro', 'ei', 'ă', false], ['ro', 'ilor', '', true], ['ro', 'urile', '', true], ['ro', 'uri', '', true], ['ro', 'ului', '', false], ['ro', 'ul', '', false], ['ro', 'ii', '', true], ['ro', 'i', '', true],
  ['ru', 'ов', '', true], ['ru', 'ами', '', true], ['ru', 'ах', '', true], ['ru', 'ы', '', true], ['ru', 'ы', 'а', false], ['ru', 'и', 'а', false], ['ru', 'у', 'а', false], ['ru', 'ой', 'а', false], ['ru', 'ом', '', false], ['ru', 'а', '', false], ['ru', 'у', '', false], ['ru', 'е', '', false], ['ru', 'ями', 'я', true], ['ru', 'ях', 'я', true], ['ru', 'ей', 'я', false], ['ru', 'ей', 'ь', true], ['ru', 'и', 'я', false], ['ru', 'и', 'ь', true], ['ru', 'ю', 'я', false], ['ru', 'ью', 'ь', false], ['ru', 'и', '', true],
  ['uk', 'ів', '', true], ['uk', 'ами', '', true], ['uk', 'ах', '', true], ['uk', 'и', '', true], ['uk', 'и', 'а', false], ['uk', 'у', 'а', false], ['uk', 'ою', 'а', false], ['uk', 'ом', '', false], ['uk', 'а', '', false], ['uk', 'у', '', false], ['uk', 'і', 'а', false], ['uk', 'ями', 'я', true], ['uk', 'ях', 'я', true], ['uk', 'ею', 'я', false], ['uk', 'і', 'я', false], ['uk', 'ї', 'я', false], ['uk', 'ю', 'я', false], ['uk', 'і', 'ь', false],
];
const MIN_STEM = 4;

const WORDS = new Table('residue-words', {aside: true});
const ROMANISED = new Table('residue-romanised', {aside: true});
const SEQUENCES = new Table('residue-sequences');

/** The renderings under a key of a table. */
const find = (table: Table, key: string): Rendering[] => table.lines(key).map(renderingOf);

const memo = new Recent<readonly Hit[]>(5000);

/** Renderings of one word as written; `inflected` looks for regular inflections and romanised Cyrillic too. */
export function renderingsOf(form: string, inflected = true): readonly Hit[] {
  const key = inflected ? `+${form}` : form;
  let hits = memo.get(key);
  if (!hits) {
    hits = lookUp(form, inflected);
    if (form.length < 60) memo.set(key, hits);
  }
  return hits;
}

function lookUp(form: string, inflected: boolean): Hit[] {
  const text = form.replaceAll('’', "'");
  const bare = plain(text);
  const lower = text.toLowerCase();
  const hits: Hit[] = [];
  for (const rendering of find(WORDS, bare)) {
    const {key} = rendering;
    hits.push({rendering, plural: false, match: key === text ? 'exact' : key.toLowerCase() === lower ? 'case' : 'accents'});
  }
  // "Oberbuergermeister"
  if (!hits.length && /[aou]e/.test(bare)) for (const rendering of find(WORDS, bare.replace(/([aou])e/g, '$1'))) {
    if (rendering.language === 'de' && rendering.key.toLowerCase().replace(/[äöü]/g, (letter) => `${plain(letter)}e`) === lower) hits.push({rendering, plural: false, match: rendering.key[0] === text[0] ? 'exact' : 'case'});
  }
  if (hits.length || !inflected) return hits;
  for (const [language, ending, lemma, plural] of ENDINGS) {
    if (!lower.endsWith(ending) || lower.length - ending.length < MIN_STEM) continue;
    const base = lower.slice(0, lower.length - ending.length) + lemma;
    for (const rendering of find(WORDS, plain(base))) {
      if (rendering.language !== language || rendering.country || isAcronym(rendering.key) || hits.some((h) => h.rendering.key === rendering.key && h.rendering.language === language)) continue;
      if (rendering.key.toLowerCase() === base || plain(base) === base) hits.push({rendering, plural, match: 'inflected'});
    }
  }
  if (hits.length || lower.length < 4 || !/^[a-zčšžëïûâ'’]+$/.test(lower)) return hits;
  for (const rendering of find(ROMANISED, romanKey(text))) if (!isAcronym(rendering.key)) hits.push({rendering, plural: false, match: 'romanised'});
  return hits;
}

const isAcronym = (key: string) => key.length > 1 && key === key.toUpperCase();

type Sequences = ReadonlyMap<number, readonly Rendering[]>;
const sequences = new Recent<Sequences>(5000);

/** Two letters in either case as one number; what is not ASCII counts as one letter. */
const lettersAt = (text: string, at: number) => {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return (a < 0x80 ? a | 32 : 0x80) * 256 + (b < 0x80 ? b | 32 : 0x80);
};

/** Expressions that begin with a word, longest first, by the first letters of the second. */
function sequencesOf(first: string): Sequences {
  let byLetters = sequences.get(first);
  if (!byLetters) {
    const lists = new Map<number, Rendering[]>();
    for (const rendering of find(SEQUENCES, first).sort((a, b) => b.key.length - a.key.length)) {
      const letters = lettersAt(rendering.key, rendering.key.search(/[ -]/) + 1);
      const list = lists.get(letters);
      if (list) list.push(rendering);
      else lists.set(letters, [rendering]);
    }
    byLetters = lists;
    if (first.length < 60) sequences.set(first, byLetters);
  }
  return byLetters;
}

/** The longest expression of several words that stands at an offset of a text, and its end; its words must be whole. One that stands there in its own case comes first. */
export function expressionAt(text: string, start: number, word: string): {renderings: Rendering[]; end: number; exact: boolean} | undefined {
  const list = sequencesOf(plain(word)).get(lettersAt(text, start + word.length + 1)) ?? [];
  let found: {renderings: Rendering[]; end: number; exact: boolean} | undefined;
  for (const rendering of list) {
    const end = start + rendering.key.length;
    if (found && end !== found.end) break;
    const there = text.slice(start, end).replaceAll('’', "'");
    if (there !== rendering.key && there.toLowerCase() !== rendering.key.toLowerCase()) continue;
    if (/[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 1)) || /[-’']/.test(text[end] ?? '') && /\p{L}/u.test(text[end + 1] ?? '')) continue;
    const exact = there === rendering.key;
    if (!found) found = {renderings: [rendering], end, exact};
    else if (exact) found = {renderings: [rendering, ...found.renderings], end, exact};
    else found.renderings.push(rendering);
  }
  return found;
}

/** Whether an expression of several words may begin with a word (its form without accents, in lower case). */
export function beginsExpression(word: string): boolean {
  return sequencesOf(word).size > 0;
}
