import {ask, Question} from '../document/ask.ts';
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {ParagraphEvidence} from '../document/paragraph-evidence.ts';
import type {Token} from '../document/token.ts';
import {Word, wordClass, wordNote} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';
import {Flag, languagesOf} from '../lexicon/lexicon.ts';
import {languageCover} from './context-fit.ts';
import {type PhraseEntry, phrasesIn} from './phrases.ts';
import {renderingsOf} from './residue.ts';
import {BOLDEST, type SenseHit} from './sense-hits.ts';
import {Table} from '../lexicon/table.ts';
import type {RightSense} from './senses.ts';

export interface SourceLanguage {
  /** ISO 639-1. */
  readonly language: string;
  /** 0 to 1: how sure. 1 where the user said so. */
  readonly score: number;
}

/** Steps in which it is told how sure a language is: rules that ask look again whenever it is another one, and a twentieth is as much as can be known. */
const STEPS = 20;

/** The chance of each language (ISO 639-1) to be the one that a text was translated from; they add up to 1. */
export type LanguageChances = ReadonlyMap<string, number>;

/** How often news in English is translated from a language, roughly; the rest, of which less is known, is rarer. */
const SHARES: Readonly<Record<string, number>> = {fr: 2, es: 1.5, de: 1.3, ru: 1.3, it: 1.1, pt: 1, zh: 1, uk: 0.9, pl: 0.8, nl: 0.8, tr: 0.8, ar: 0.9, ja: 0.7, ko: 0.7, id: 0.6, ro: 0.4, cs: 0.3, hu: 0.3, sv: 0.3, el: 0.2, fi: 0.2, da: 0.2, no: 0.2, he: 0.2, th: 0.1, hi: 0.2};
const TOTAL = Object.values(SHARES).reduce((a, b) => a + b, 0);
/** The chances before anything is known. */
export const PRIOR_CHANCES: LanguageChances = new Map(Object.entries(SHARES).map(([language, share]) => [language, share / TOTAL]));

/** Letters that point to languages; English texts have them in names. */
const LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[ñ]/, ['es']], [/[ãõ]/, ['pt']], [/[œùêë]/, ['fr']], [/[ç]/, ['fr', 'pt', 'tr']], [/[ß]/, ['de']], [/[ä]/, ['de', 'sv', 'fi']], [/[öü]/, ['de', 'tr', 'hu']], [/[ø]/, ['da', 'no']], [/[å]/, ['sv', 'da', 'no']], [/[łżźśńęą]/, ['pl']],
  [/[ğış]/, ['tr']], [/[țşăș]/, ['ro']], [/[őű]/, ['hu']], [/[ěřů]/, ['cs']], [/[ìò]/, ['it']], [/[áíóú]/, ['es', 'pt']], [/[âô]/, ['fr', 'pt']], [/[èà]/, ['fr', 'it']], [/[é]/, ['fr', 'es', 'pt']],
];
const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[іїєґ]/i, ['uk']], [/[ыэъё]/i, ['ru']], [/\p{Script=Cyrillic}/u, ['ru', 'uk']], [/\p{Script=Han}/u, ['zh']], [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, ['ja']], [/\p{Script=Hangul}/u, ['ko']],
  [/\p{Script=Arabic}/u, ['ar']], [/\p{Script=Greek}/u, ['el']], [/\p{Script=Hebrew}/u, ['he']], [/\p{Script=Thai}/u, ['th']], [/\p{Script=Devanagari}/u, ['hi']],
];
/** Places and institutions by language, of `rules/places.yml`: `word TAB language weight`, the weight in hundredths. */
const PLACES = new Table('places');
/** Votes of places for a language, at most. */
const MOST_PLACES = 4;
const memo = new DocumentNote<ReadonlyMap<string, number>>();
let functionWords: Map<string, string[]> | undefined;

/** Languages of which a word (lower case, straight apostrophe) is a function word. */
export function functionWordOf(word: string): readonly string[] {
  if (!functionWords) {
    functionWords = new Map();
    for (const [language, words] of Object.entries(readData<Record<string, string[]>>('function-words'))) for (const w of words) {
      const list = functionWords.get(w);
      if (!list) functionWords.set(w, [language]);
      else if (!list.includes(language)) list.push(language);
    }
  }
  return functionWords.get(word) ?? [];
}

/**
 * The language from which a text was translated, if anything shows it: what the user said, else votes of words left
 * untranslated (3), words of another vocabulary (1), letters of names (0.3), quotation marks (0.5 to 1), phrases of a
 * language put into English (up to 1.5), and the places that the text is about (0.4 for what all the world writes of, 0.8 for others, at most 4). A vote for several
 * languages is split among them. In texts that look machine-translated, words that seem to stand in a wrong sense
 * (`hits`) vote too. Undefined where nothing speaks.
 */
export function sourceLanguageOf(document: Document, hits?: readonly SenseHit[]): SourceLanguage | undefined {
  const {from} = document.context;
  if (from) return {language: from, score: 1};
  if (!hits && document.whole !== document) {
    const [language, score] = ask(document, SOURCE)?.split(' ') ?? [];
    return language === undefined ? undefined : {language, score: Number(score)};
  }
  if (!votesOf(document).size && !hits?.length) return undefined;
  const chances = languageChances(document, hits);
  let language = 'fr';
  for (const [l, chance] of chances) if (chance > (chances.get(language) ?? 0)) language = l;
  return {language, score: Math.round(STEPS * chances.get(language)!) / STEPS};
}

const SOURCE = new Question((whole) => {
  const source = sourceLanguageOf(whole);
  return source && `${source.language} ${source.score}`;
});

const NO_HITS: readonly SenseHit[] = [];
const known = new DocumentNote<Map<readonly SenseHit[], LanguageChances>>();

/** The chances of all languages, by the same signs as {@link sourceLanguageOf}; found once for a document and its hits. */
export function languageChances(document: Document, hits: readonly SenseHit[] = NO_HITS): LanguageChances {
  const {from} = document.context;
  if (from) return new Map([[from, 1]]);
  let byHits = known.get(document);
  if (!byHits) known.set(document, (byHits = new Map()));
  let chances = byHits.get(hits);
  if (!chances) byHits.set(hits, (chances = chancesBy(document, hits)));
  return chances;
}

function chancesBy(document: Document, hits: readonly SenseHit[]): LanguageChances {
  const votes = votesOf(document);
  const senses = hits.length ? votesOfSenses(hits) : undefined;
  const chances = new Map<string, number>();
  let sum = 0;
  for (const language of new Set([...PRIOR_CHANCES.keys(), ...votes.keys()])) {
    const chance = (PRIOR_CHANCES.get(language) ?? 0.003) * Math.exp(Math.min(30, (votes.get(language) ?? 0) + (senses?.get(language) ?? 0)));
    chances.set(language, chance);
    sum += chance;
  }
  for (const [language, chance] of chances) chances.set(language, chance / sum);
  return chances;
}

/** Votes in nats, without the senses. */
function votesOf(document: Document): ReadonlyMap<string, number> {
  let known = memo.get(document.whole);
  if (!known) memo.set(document.whole, (known = vote(document.whole)));
  return known;
}

/** Signs that hang together count less than if each stood alone. */
const DAMPING = 0.6;

/**
 * Bayes' rule for each word that seems to stand in a wrong sense: how much likelier that is from a language that has
 * the sense than from any.
 */
function votesOfSenses(hits: readonly SenseHit[]): Map<string, number> {
  const votes = new Float64Array(VOTING.length);
  const products = new Float64Array(VOTING.length).fill(1);
  let factors = 0;
  const seen = new Set<string>();
  for (const {wrong, candidates} of hits) {
    if (seen.has(wrong.lemma)) continue;
    seen.add(wrong.lemma);
    const best = candidates.reduce((a, b) => (b.context > a.context ? b : a));
    const chance = 1 / (1 + Math.exp(-best.context - BOLDEST));
    if (chance < 0.3) continue;
    const covers = coversOf(best.right);
    for (let i = 0; i < products.length; i++) products[i]! *= 1 - chance + chance * covers[i]!;
    if (++factors % MANY_FACTORS === 0) take();
  }
  take();
  return new Map(VOTING.map((language, i) => [language, votes[i]!]));

  function take(): void {
    for (let i = 0; i < products.length; i++) votes[i]! += DAMPING * Math.log(products[i]!);
    products.fill(1);
  }
}
/** One logarithm for so many factors, the product of which is far from the limits of numbers. */
const MANY_FACTORS = 32;

const VOTING = [...PRIOR_CHANCES.keys()];
const covers = new WeakMap<RightSense, readonly number[]>();

/** How much likelier than on the average each language of {@link VOTING} is to have a sense. */
function coversOf(right: RightSense): readonly number[] {
  let found = covers.get(right);
  if (!found) {
    const own = VOTING.map((language) => languageCover(language, right.from));
    let expected = 0;
    for (const [i, language] of VOTING.entries()) expected += PRIOR_CHANCES.get(language)! * own[i]!;
    covers.set(right, (found = own.map((cover) => cover / expected)));
  }
  return found;
}

/** Parts of a vote: sums of whole numbers are the same in any order. */
const PARTS = 2 ** 20;

/** What a word form says of the language, wherever it stands. */
interface Ballot {
  readonly votes: readonly (readonly [language: string, parts: number])[];
  /** The language of the place that it names, with its vote in hundredths. */
  readonly place: readonly [language: string, hundredths: number] | undefined;
}
const EMPTY: Ballot = {votes: [], place: undefined};
const ballotOf = wordNote(makeBallot);

const split = (languages: readonly string[], weight: number): readonly (readonly [string, number])[] => languages.map((language) => [language, Math.round((PARTS * weight) / languages.length)]);

/** Vote of a word for money, in hundredths. */
const MONEY_VOTE = 80;
let money: ReadonlyMap<string, string> | undefined;

/** Whether a word, written with a capital, is a place or an institution of the lands of some language. */
export const isPlaceSomewhere = ({base}: Word): boolean => base.length > 2 && PLACES.lines(base).length > 0;

/** Places and institutions have capitals; money has none, and its words are few: most words are asked for there alone. */
function placeOf({base, shape}: Word): Ballot['place'] {
  if (shape === 'lower') {
    const language = (money ??= new Map(Object.entries(readData<Record<string, string>>('money')))).get(base);
    return language === undefined ? undefined : [language, MONEY_VOTE];
  }
  const line = base.length > 2 ? PLACES.lines(base)[0] : undefined;
  return line === undefined ? undefined : [line.slice(0, 2), Number(line.slice(3))];
}

function makeBallot(word: Word): Ballot {
  const votes: (readonly [string, number])[] = [];
  const place = placeOf(word);
  const give = (languages: readonly string[], weight: number) => void votes.push(...split(languages, weight));
  if (!(word.english && word.shape === 'lower')) {
    if (/[^\0-\x7f]/.test(word.base)) {
      const script = SCRIPTS.find(([letters]) => letters.test(word.base));
      if (script) give(script[1], 2);
      else for (const [letters, languages] of LETTERS) if (letters.test(word.base)) give(languages, 0.3);
    }
    if (!(word.english || (word.shape !== 'lower' && word.isName && word.entry.frequency > 80))) {
      const hits = renderingsOf(word.text, word.shape === 'lower').filter((h) => h.match !== 'accents' && (word.shape === 'lower' || h.rendering.key === word.text));
      if (hits.length) give([...new Set(hits.map((h) => h.rendering.language))], word.shape === 'lower' ? 3 : (word.entry.flags & Flag.Person) !== 0 ? 0.3 : 1.2);
      else if (word.shape === 'lower' && word.base.length > 3) {
        const languages = languagesOf(word.base);
        if (languages.length && languages.length < 4) give(languages, 1);
      }
    }
  }
  return votes.length || place ? {votes, place} : EMPTY;
}

/** Quotation marks and other marks that point to languages, with their votes. */
function markOf(document: Document, {text, end}: Token): readonly [readonly string[], number] | undefined {
  switch (text) {
    case '«': return [document.text[end] === ' ' ? ['fr'] : ['ru', 'uk', 'es', 'it'], 0.7];
    case '„': return [['de', 'pl', 'cs', 'ro', 'hu'], 0.5];
    case '¿': case '¡': return [['es'], 1];
    case '「': case '《': return [['zh'], 1];
    case '，': case '。': return [['zh', 'ja'], 1];
    default: return undefined;
  }
}

/** Words that have a vote, and marks that may have one. */
const SIGN = wordClass((word) => ballotOf(word) !== EMPTY || /^[«„¿¡「《，。]$/.test(word.text));

/** What says something of the language: words, phrases, and the votes of marks. */
type Sign = Word | PhraseEntry | Ballot['votes'];

/** The signs in each paragraph. */
const signs = new ParagraphEvidence((document: Document): Sign[] => {
  const found = new Set<Sign>();
  for (const token of document.where(SIGN)) {
    if (token.kind === 'word') found.add(token.word);
    else if (token.kind === 'punctuation') {
      const mark = markOf(document, token);
      if (mark) found.add(split(...mark));
    }
  }
  for (const {entry} of phrasesIn(document)) if (entry.from.length) found.add(entry);
  return [...found];
});

/** The votes of a text: of words and phrases each once, of marks as often as they stand there. They are whole numbers, so that signs may come and go in any order. */
class Votes {
  readonly #parts = new Map<string, number>();
  /** What the text is about, in hundredths of a vote. */
  readonly #about = new Map<string, number>();
  readonly #times = new Map<string | number, number>();
  #bySegment: readonly (readonly Sign[])[] = [];

  /** Takes in (1) or out (-1) what some signs say. */
  #count(signs: readonly Sign[], by: 1 | -1): void {
    for (const sign of signs) {
      if ('length' in sign) {
        this.#give(sign, by);
        continue;
      }
      const key = sign instanceof Word ? sign.text : sign.id;
      const times = (this.#times.get(key) ?? 0) + by;
      add(this.#times, key, by);
      if (times !== (by > 0 ? 1 : 0)) continue;
      if (sign instanceof Word) {
        const {votes, place} = ballotOf(sign);
        this.#give(votes, by);
        if (place) add(this.#about, place[0], by * place[1]);
      } else this.#give(split(sign.from, 1.5 * sign.certain), by);
    }
  }

  #give(votes: Ballot['votes'], by: 1 | -1): void {
    for (const [language, parts] of votes) add(this.#parts, language, by * parts);
  }

  /** Counts a document, or what is other in it than in the version that was counted before. */
  follow(document: Document): void {
    const {keeper, changes} = document;
    if (!keeper) return this.#count(signs.in(document), 1);
    const before = this.#bySegment;
    const now = (this.#bySegment = signs.bySegment(document));
    for (const segment of changes?.gone ?? []) this.#count(before[segment] ?? [], -1);
    for (let segment = 0; segment < now.length; segment++) {
      const own = now[segment]!;
      const old = before[changes?.same[segment] ?? -1];
      if (own === old) continue;
      if (old) this.#count(old, -1);
      this.#count(own, 1);
    }
  }

  /** In nats, by language; in an order that is the same for all versions of a text. */
  get byLanguage(): Map<string, number> {
    const parts = new Map(this.#parts);
    for (const [language, hundredths] of this.#about) add(parts, language, Math.round(PARTS * Math.min(MOST_PLACES, hundredths / 100)));
    return new Map(Array.from(parts, ([language, sum]) => [language, sum / PARTS] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Adds to a sum; one that comes to nothing is as if it were not there. */
function add<K>(sums: Map<K, number>, key: K, by: number): void {
  const sum = (sums.get(key) ?? 0) + by;
  if (sum) sums.set(key, sum);
  else sums.delete(key);
}

const counted = new DocumentNote<Votes>();

function vote(document: Document): Map<string, number> {
  const {previous} = document.changes ?? {};
  const before = previous && counted.get(previous);
  if (before) counted.delete(previous);
  const votes = before ?? new Votes();
  votes.follow(document);
  if (document.keeper) counted.set(document, votes);
  return votes.byLanguage;
}
