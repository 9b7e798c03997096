import type {Document} from '../document/document.ts';
import {DAYS, FUNCTION_WORDS, MONTHS} from '../document/english.ts';
import {ParagraphEvidence} from '../document/paragraph-evidence.ts';
import type {Token} from '../document/token.ts';
import {type Word, wordClass, wordNote, wordOf} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';
import {Flag, languagesOf, surprise} from '../lexicon/lexicon.ts';
import {identify} from './identify.ts';
import {renderingsOf} from './residue.ts';
import {isOtherScript, scriptOf, UNSPACED} from './script.ts';
import {functionWordOf, sourceLanguageOf} from './source-language.ts';

/** A stretch of tokens, both ends included, in one language. */
export interface ForeignRun {
  readonly first: Token;
  readonly last: Token;
  readonly language: string;
  /** Words of the language, names and numbers not counted. */
  readonly words: number;
  /** Those that English does not have. */
  readonly strong: number;
  /** Function words among them. */
  readonly small: number;
  /** It goes on with a name: "Systeme de metaphysique implicite dans les postulats". */
  readonly named?: boolean;
}

/** Words from which on what follows a name is the title of a work. */
const MIN_NAMED = 6;
/** A sentence longer than this is looked at in its first tokens only. */
const MAX_SENTENCE = 400;
/** Languages with this share of the votes of the first are for the identifier to settle. */
const CLOSE = 0.8;
/** Words in small letters that English lacks, for a sentence in a language without a vocabulary. */
const MIN_STRANGE = 5;
/** Lead over English that the identifier must see in such a sentence. */
const MIN_LEAD = 0.3;
/** Of the words of a sentence, those of the language that English lacks: from here on it is a sentence in it if the identifier says so, by this lead. */
const MIN_STRONG = 0.3;
const MIN_SENTENCE_LEAD = 0.1;
const MIN_SENTENCE = 5;
/** Frequency below which a word beside a stretch is rather its language's than English. */
const RARE = 105;
/** Frequency below which a word that English has speaks for another language that has it, too: "carretera". */
const HARDLY_ENGLISH = 90;
/** Words to each side of a lonely strange word, of which two must be of its language. */
const BESIDE = 2;
/** Bits a letter by which a word that no vocabulary has must look more like the language than like English. */
const LETTERS_LEAD = 0.5;
/** Words of a whole sentence that is too short for the identifier. */
const MIN_SHORT = 4;
const MAX_SHORT = 12;
/** Small words of the language in a clause that has few words which English lacks. */
const MIN_OWN_SMALL = 3;
/** The same with its tokens by their places. */
type Run = Omit<ForeignRun, 'first' | 'last'> & {readonly first: number; readonly last: number};

interface Vote {readonly languages: readonly string[]; readonly strong: boolean; readonly small: readonly string[]}
const NOTHING: Vote = {languages: [], strong: false, small: []};

/** Words that English lacks: in small letters, or in another script. */
export const STRANGE = wordClass(({english, shape, text}) => !english && (shape === 'lower' || text.charCodeAt(0) >= 0x370));

const vote = wordNote(voteOf);

/** Languages that a word may be of: any for words that English does not have, small words only for those that it has. */
function voteOf(word: Word): Vote {
  const form = word.folded;
  const small = functionWordOf(form);
  if (word.english) {
    const own = word.shape === 'lower' && form.length > 4 && word.entry.frequency < HARDLY_ENGLISH ? languagesOf(form) : [];
    if (own.length) return {languages: [...new Set([...small, ...own])], strong: true, small};
    return small.length ? {languages: small, strong: false, small} : NOTHING;
  }
  const languages = new Set(small);
  if (form.length > 2) {
    for (const language of languagesOf(form)) languages.add(language);
    for (const {rendering, match} of renderingsOf(word.text)) if (match !== 'accents') languages.add(rendering.language);
    const elided = /^(?:[ldnsjmct]|qu|dell|all|nell|dall|sull|un)'(.+)$/.exec(form)?.[1];
    if (elided) for (const language of [...languagesOf(elided), ...(elided.length > 2 ? ['fr', 'it'] : [])]) languages.add(language);
  }
  return {languages: [...languages], strong: true, small};
}

/**
 * Stretches of three or more words in another language. Which language a sentence drops into is settled between the vocabularies
 * that know its words and a language identifier over the sentence; where the stretch begins and ends, word by word, by
 * the vocabulary. A sentence in a language for which there is no vocabulary is one stretch by the identifier's word alone.
 */
export const foreignRuns = (document: Document): readonly ForeignRun[] => runs.in(document).map((run) => ({...run, first: document.tokens[run.first]!, last: document.tokens[run.last]!}));

const runs = new ParagraphEvidence(find, (run, by) => ({...run, first: run.first + by, last: run.last + by}));

function find(document: Document): Run[] {
  const runs: Run[] = [];
  const all = document.where(STRANGE);
  for (let at = 0; at < all.length; ) {
    const sentence = document.sentences[all[at]!.sentence]!;
    const last = Math.min(sentence.last, sentence.first + MAX_SENTENCE);
    let strange = 0;
    let other = false;
    for (; at < all.length && all[at]!.sentence === sentence.index; at++) {
      const t = all[at]!;
      if (t.kind !== 'word' || t.index > last) continue;
      strange++;
      if (t.text.charCodeAt(0) >= 0x370 && isOtherScript(t.text)) other = true;
    }
    const found = runs.length;
    if (other) otherScripts(document, sentence.first, last, runs);
    if (!strange) continue;
    const short = shortSentence(document, sentence.first, last);
    if (short) {
      runs.push(short);
      continue;
    }
    if (strange < 2 && !isSupported(document, all[at - 1]!)) {
      opened(document, sentence.first, last, runs, found);
      continue;
    }
    const counts = new Map<string, number>();
    for (let i = sentence.first; i <= last; i++) {
      const t = document.tokens[i]!;
      if (t.kind !== 'word' || t.word.shape !== 'lower') continue;
      const v = vote(t.word);
      if (v.strong) for (const l of v.languages) counts.set(l, (counts.get(l) ?? 0) + (v.small.includes(l) ? 2 : 1));
      else for (const l of v.small) counts.set(l, (counts.get(l) ?? 0) + 0.2);
    }
    let language: string | undefined;
    for (const [l, n] of counts) if (n >= 2 && (!language || n > counts.get(language)!)) language = l;
    if (language) {
      const close = [...counts].filter(([, n]) => n >= Math.max(2, CLOSE * counts.get(language!)!)).map(([l]) => l);
      const source = sourceLanguageOf(document)?.language;
      const likely = source && (counts.get(source) ?? 0) >= counts.get(language)! - 0.5 ? [...new Set([...close, source])] : close;
      // The identifier costs more than all else here: it is asked only where a stretch would come of it.
      if (likely.some((l) => collect(document, sentence.first, last, l).length)) {
        if (close.length > 1) language = settled(document, sentence.first, last, close) ?? language;
        if (source && source !== language && (counts.get(source) ?? 0) >= counts.get(language)! - 0.5) language = source;
        runs.push(...(quotation(document, sentence.first, last, language) ?? wholeSentence(document, sentence.first, last, language) ?? collect(document, sentence.first, last, language)));
      }
    }
    if (runs.length === found && strange >= MIN_STRANGE) unlisted(document, sentence.first, last, runs);
    opened(document, sentence.first, last, runs, found);
  }
  return joined(document, runs.sort((a, b) => a.first - b.first));
}

/** Of languages that are as likely, the one that most words of a stretch are of; where several have as many, the identifier says which, by the stretch. */
function settled(document: Document, from: number, to: number, languages: readonly string[]): string | undefined {
  const stretches = languages.map((language) => {
    const found = collect(document, from, to, language);
    return {language, words: found.reduce((sum, run) => sum + run.words + run.small, 0), first: found[0]?.first ?? to, last: found.at(-1)?.last ?? from};
  });
  const most = Math.max(...stretches.map(({words}) => words));
  const best = stretches.filter(({words}) => words === most);
  if (!most || best.length === 1) return most ? best[0]!.language : identify(document.slice(from, to), languages)?.language;
  return identify(document.slice(Math.min(...best.map(({first}) => first)), Math.max(...best.map(({last}) => last))), best.map(({language}) => language))?.language;
}

/** Words with which a clause begins, by language: "selon", "wegen", "il y a". */
let openers: Map<string, {readonly language: string; readonly words: readonly string[]}[]> | undefined;
function openersFrom(word: string) {
  if (!openers) {
    openers = new Map();
    for (const [language, phrases] of Object.entries(readData<Record<string, string[][]>>('openers'))) for (const words of phrases) openers.set(words[0]!, [...(openers.get(words[0]!) ?? []), {language, words}]);
  }
  return openers.get(word) ?? [];
}
/** Articles between such words and their noun, and words of a stretch that they open. */
const MAX_ARTICLES = 2;
const MAX_OPENED = 14;

/** "segundo a polícia", "laut dem Verein": too short for anything else. Those of the sentence that are known begin at `found` in the list. */
function opened(document: Document, from: number, to: number, runs: Run[], found: number): void {
  const {tokens} = document;
  const known = runs.slice(found).sort((a, b) => a.first - b.first);
  let next = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    while (next < known.length && known[next]!.last < i) next++;
    if (token.kind !== 'word' || (token.word.shape !== 'lower' && !document.opensSentence(token)) || (next < known.length && known[next]!.first <= i)) continue;
    for (const {language, words} of openersFrom(token.word.folded)) {
      const run = openedAt(document, i, to, language, words);
      if (!run || (next < known.length && known[next]!.first <= run.last)) continue;
      runs.push(run);
      i = run.last;
      break;
    }
  }
}

function openedAt(document: Document, i: number, to: number, language: string, words: readonly string[]): Run | undefined {
  const {tokens} = document;
  for (const [k, word] of words.entries()) if (tokens[i + k]?.kind !== 'word' || tokens[i + k]!.word.folded !== word || i + k > to) return undefined;
  const before = tokens[i - 1];
  if (before?.kind === 'word' && before.segment === tokens[i]!.segment && before.word.shape !== 'lower' && !before.word.english) return undefined;
  const isSmall = (t: Token) => t.kind === 'word' && t.word.shape === 'lower' && (vote(t.word).small.includes(language) || /^[aeoyàéèá]$/.test(t.text));
  const isNoun = (t: Token) => t.kind === 'word' && !vote(t.word).small.includes(language) && (!t.word.english && (vote(t.word).languages.includes(language) || (t.word.shape === 'lower' && !vote(t.word).languages.length && looksLike(t, language))) || (t.word.shape === 'lower' && /[^\0-\x7f]/.test(t.text) && languagesOf(t.word.folded).includes(language)));
  let last = i + words.length - 1;
  let strong = 0;
  let small = 0;
  let all = words.length;
  let articles = 0;
  for (let k = last + 1; k <= Math.min(to, i + MAX_OPENED); k++) {
    const t = tokens[k]!;
    if (!t.spaced || t.kind !== 'word') break;
    // "laut dem Verein": a noun behind an article that is none of English.
    const german = language === 'de' && articles > 0 && t.word.shape === 'capital' && vote(tokens[k - 1]!.word).strong && !DAYS.has(t.word.folded) && !MONTHS.has(t.word.folded);
    if (isNoun(t) || german) {
      if (t.word.shape !== 'lower' && language !== 'de' && !articles) break;
      strong++;
      all += 1 + articles;
      small += articles;
      articles = 0;
      last = k;
    } else if (isSmall(t) && articles < MAX_ARTICLES) articles++;
    else if (articles && t.word.shape === 'capital' && strong && !MONTHS.has(t.word.folded) && !DAYS.has(t.word.folded)) {
      all += 1 + articles;
      articles = 0;
      last = k;
    } else if (strong && t.word.shape === 'capital' && !t.word.english && !MONTHS.has(t.word.folded) && !DAYS.has(t.word.folded)) {
      // "segundo a agência Lusa"
      all++;
      last = k;
    } else if (t.word.english && !FUNCTION_WORDS.has(t.word.folded) && t.word.shape === 'lower' && k < to && isNoun(tokens[k + 1]!) && tokens[k + 1]!.word.shape === 'lower') articles++;
    else break;
  }
  // Of a word that English has, too, more must say that it is none.
  const own = words.some((word) => !wordOf(word).english || /[^\0-\x7f]/.test(word));
  if (strong < (own ? 1 : 2)) return undefined;
  return {first: i, last, language, words: all, strong: strong + (own ? 2 : 0), small: small + 1};
}

/** Whether a word belongs to a language and is no small word of English. */
const isOf = ({kind, word}: Token, language: string): boolean => kind === 'word' && !FUNCTION_WORDS.has(word.folded) && vote(word).languages.includes(language);

/** Whether the words beside a lonely strange word are of its language. */
function isSupported(document: Document, token: Token): boolean {
  const beside: Token[] = [];
  for (const step of [-1, 1]) {
    let t: Token | undefined = token;
    for (let k = 0; k < BESIDE && t; k++) {
      t = document.tokens[t.index + step];
      if (t?.sentence !== token.sentence || t.kind !== 'word') break;
      beside.push(t);
    }
  }
  return vote(token.word).languages.some((l) => beside.filter((t) => isOf(t, l)).length >= 2);
}

/** A short sentence in which no word is English alone: "Choveu o dia inteiro." */
function shortSentence(document: Document, from: number, to: number): Run | undefined {
  const words = document.tokens.slice(from, Math.min(to, from + 3 * MAX_SHORT) + 1).filter((t) => t.kind === 'word');
  if (words.length < MIN_SHORT || words.length > MAX_SHORT || to - from > 3 * MAX_SHORT) return undefined;
  const inside = words.filter((t) => t.word.shape === 'lower' || document.opensSentence(t));
  const strange = inside.filter((t) => t.word.shape === 'lower' && vote(t.word).strong);
  for (const language of new Set(strange.flatMap((t) => vote(t.word).languages))) {
    const of = inside.filter((t) => vote(t.word).languages.includes(language) || (t.word.english && t.word.entry.frequency < RARE && languagesOf(t.word.folded).includes(language)));
    const strong = of.filter((t) => vote(t.word).strong).length;
    if (of.length < 3 || inside.length < words.length - 1 || !inside.every((t) => of.includes(t) || (!t.word.english && !t.word.isName))) continue;
    const small = of.filter((t) => vote(t.word).small.includes(language)).length;
    if (strong + small < 2) continue;
    return {first: words[0]!.index, last: words.at(-1)!.index, language, words: words.length, strong, small};
  }
  return undefined;
}

/** Sentences of one language that follow each other are one stretch. */
function joined(document: Document, runs: readonly Run[]): Run[] {
  const {tokens} = document;
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    let i = last ? last.last + 1 : 0;
    while (last && i < run.first && tokens[i]!.kind === 'punctuation') i++;
    if (last && i === run.first && last.language === run.language && tokens[i]!.segment === tokens[last.last]!.segment && tokens[i]!.sentence !== tokens[last.last]!.sentence) all[all.length - 1] = {...last, last: run.last, words: last.words + run.words, strong: last.strong + run.strong, small: last.small + run.small};
    else all.push(run);
  }
  return all;
}

/** Words of an English clause, and the small ones among them that another language has not. */
const MIN_CLAUSE = 3;
const MIN_SMALL = 2;

/** How many of the words among some tokens stand in English clauses, in a text or sentence that is mostly in another language. */
export function englishWords(tokens: readonly Token[], language: string): number {
  let all = 0;
  let words = 0;
  let small = 0;
  const close = () => {
    if (small >= MIN_SMALL && words >= MIN_CLAUSE) all += words;
    words = small = 0;
  };
  for (const {kind, word, text} of tokens) {
    if (kind === 'punctuation' && text !== "'" && text !== '’' && text !== '-') close();
    if (kind !== 'word') continue;
    if (!word.english) close();
    else {
      words++;
      if (word.folded.length > 1 && FUNCTION_WORDS.has(word.folded) && !functionWordOf(word.folded).includes(language)) small++;
    }
  }
  close();
  return all;
}

/** What a sentence that is English otherwise has between two quotation marks, if that is in a given language from end to end. */
function quotation(document: Document, from: number, to: number, language: string): Run[] | undefined {
  const {tokens} = document;
  const isMark = (i: number, marks: string) => tokens[i]!.kind === 'punctuation' && marks.includes(tokens[i]!.text);
  let first = from;
  while (first < to && !isMark(first, '“"«„')) first++;
  let last = to;
  while (last > first && !isMark(last, '”"»“')) last--;
  if (last - first < MIN_SENTENCE) return undefined;
  const around = [...tokens.slice(from, first), ...tokens.slice(last + 1, to + 1)].filter((t) => t.kind === 'word');
  return around.length && around.every((t) => t.word.english) ? wholeSentence(document, first + 1, last - 1, language) : undefined;
}

/** The sentence from token `from` to `to` as one stretch, if it is in a given language from end to end. */
function wholeSentence(document: Document, from: number, to: number, language: string): Run[] | undefined {
  const all = document.tokens.slice(from, to + 1);
  const words = all.filter((t) => t.kind === 'word');
  const votes = words.map((t) => vote(t.word)).filter((v) => v.languages.includes(language));
  const strong = votes.filter((v) => v.strong).length;
  if (words.length < MIN_SENTENCE || strong < MIN_STRONG * words.length || englishWords(all, language)) return undefined;
  // "The accident happened auf der Straße zwischen Köln und Bonn on Friday": English at its edges.
  const isIn = (t: Token) => vote(t.word).languages.includes(language);
  const edges = [...words.slice(0, words.findIndex(isIn)), ...words.slice(words.findLastIndex(isIn) + 1)];
  if (edges.some(({word}) => word.folded.length > 1 && FUNCTION_WORDS.has(word.folded) && !functionWordOf(word.folded).includes(language))) return undefined;
  const found = identify(document.slice(from, to));
  if (found?.language !== language || found.lead < MIN_SENTENCE_LEAD) return undefined;
  return [{first: words[0]!.index, last: words.at(-1)!.index, language, words: words.length, strong, small: votes.filter((v) => v.small.includes(language)).length}];
}

/** Whether a word in small letters that English has, too, belongs to a stretch in a language beside it. */
function isAlso({kind, word}: Token, language: string): boolean {
  if (kind !== 'word' || word.shape !== 'lower' || word.text.length < 2 || FUNCTION_WORDS.has(word.folded)) return false;
  return functionWordOf(word.folded).includes(language) || (word.entry.frequency < RARE && languagesOf(word.folded).includes(language));
}

/** A small letter by itself, which is a word of many languages. */
const isLetter = ({kind, text}: Token): boolean => kind === 'word' && /^[aeiouyàèéóò]$/.test(text);

/** Whether the letters of a word that no vocabulary has are rather those of a language than of English. */
function looksLike({word}: Token, language: string): boolean {
  return word.shape === 'lower' && !word.english && word.text.length > 4 && surprise(word.base) - surprise(word.base, language) >= LETTERS_LEAD;
}

/** A noun with its capital, behind other words of the language. */
const isGermanNoun = ({kind, word}: Token): boolean => kind === 'word' && word.shape === 'capital' && !word.english && (word.entry.flags & (Flag.Place | Flag.Person)) === 0 && languagesOf(word.folded).includes('de');

/** The stretches of a sentence, tokens `from` to `to`, that are in a given language. */
function collect(document: Document, from: number, to: number, language: string): Run[] {
  const runs: Run[] = [];
  const {tokens} = document;
  let first = -1;
  let last = -1;
  let words = 0;
  let strong = 0;
  let small = 0;
  /** Small words that English does not have. */
  let own = 0;
  let neutral = 0;
  let pending = 0;
  /** Those that look like the language. */
  let likely = 0;
  /** Words that English has, too: those inside, and those since the last one of the language. */
  let common = 0;
  let shared = 0;
  const close = () => {
    if (first >= 0 && words >= 3 && strong >= 2 && !(shared && /[«»“”"]/.test(document.slice(first, last))) && ((small >= 1 && (own >= 1 || strong >= 3)) || strong >= 4 || (small >= MIN_OWN_SMALL && words + shared >= MIN_SENTENCE)) && neutral <= words) {
      const before = first > from ? tokens[first - 1]! : undefined;
      const name = before?.kind === 'word' && before.word.shape !== 'lower' && !before.word.english;
      let end = last;
      // "a déclaré le ministre on Monday": the small word belongs to the English behind.
      while (end > first && FUNCTION_WORDS.has(tokens[end]!.word.folded) && !vote(tokens[end]!.word).strong) end--;
      // "la Conmebol": the name that the last words lead to.
      while (end < to && tokens[end + 1]!.kind === 'word' && tokens[end + 1]!.spaced && !tokens[end + 1]!.word.english && !DAYS.has(tokens[end + 1]!.word.folded) && !MONTHS.has(tokens[end + 1]!.word.folded)) end++;
      while (first > from && tokens[first]!.spaced && tokens[first - 1]!.kind === 'word' && tokens[first - 1]!.word.shape === 'lower' && !tokens[first - 1]!.word.english) first--;
      // Small words at the edge that English has too belong to the English around.
      while (first < end && !vote(tokens[first]!.word).strong && first > from && tokens[first - 1]!.kind === 'word') first++;
      while (end > first && tokens[end]!.kind === 'word' && tokens[end]!.word.shape === 'lower' && !vote(tokens[end]!.word).strong && end < to && tokens[end + 1]!.kind === 'word') end--;
      let left = 0;
      for (let k = first; k <= end; k++) if (tokens[k]!.kind === 'word') left++;
      // "les travaux vont durer": words of the language that few English texts have.
      while (first > from && tokens[first]!.spaced) {
        // "che i lavori"
        const step = isAlso(tokens[first - 1]!, language) || isLetter(tokens[first - 1]!) && first - 1 > from && tokens[first - 2]!.kind === 'punctuation' ? 1 : first - 1 > from && isLetter(tokens[first - 1]!) && tokens[first - 1]!.spaced && isAlso(tokens[first - 2]!, language) ? 2 : 0;
        if (!step) break;
        first -= step;
      }
      while (end < to && tokens[end + 1]!.spaced) {
        // "lleva a Burgos", "dell'isola di Creta"
        const leads = end + 1 < to && tokens[end + 2]!.spaced && tokens[end + 2]!.kind === 'word' && tokens[end + 2]!.word.shape === 'capital' && (isLetter(tokens[end + 1]!) || isAlso(tokens[end + 1]!, language));
        const step = leads ? 2 : isAlso(tokens[end + 1]!, language) ? 1 : 0;
        if (!step) break;
        end += step;
      }
      if (left >= (name ? MIN_NAMED : 3)) runs.push({first, last: end, language, words, strong, small, ...(name ? {named: true} : {})});
    }
    first = -1;
    words = strong = small = own = neutral = pending = likely = shared = common = 0;
  };
  for (let i = from; i <= to; i++) {
    const t = tokens[i]!;
    if (t.kind !== 'word') {
      if (t.kind === 'opaque' || t.kind === 'markup') close();
      continue;
    }
    const v = vote(t.word);
    const of = v.languages.includes(language);
    if (of && (t.word.shape === 'lower' || (t.word.shape === 'capital' && (v.small.includes(language) || v.strong) && document.opensSentence(t)) || (language === 'de' && isGermanNoun(t) && first >= 0))) {
      if (first < 0) first = i;
      last = i;
      words++;
      if (v.strong) strong++;
      if (v.small.includes(language)) {
        small++;
        if (v.strong) own++;
      }
      neutral += pending;
      shared += common;
      strong += likely;
      pending = common = likely = 0;
    } else if (first >= 0 && common < 2 && t.word.shape === 'lower' && t.text.length > 3 && t.word.english && languagesOf(t.word.folded).includes(language)) common++;
    // "une source policière"
    else if (first >= 0 && i === last + 1 && i < to && common < 2 && t.word.shape === 'lower' && t.text.length > 3 && !FUNCTION_WORDS.has(t.word.folded) && vote(tokens[last]!.word).small.includes(language) && vote(tokens[last]!.word).strong && tokens[i + 1]!.word.shape === 'lower' && vote(tokens[i + 1]!.word).strong && vote(tokens[i + 1]!.word).languages.includes(language)) common++;
    else if (t.text.length === 1 || !t.word.english || (t.word.shape !== 'lower' && t.word.isName)) {
      if (first >= 0 && ++pending > 2) close();
      else if (first >= 0 && looksLike(t, language)) likely++;
    } else close();
  }
  close();
  return runs;
}

/** A sentence nearly all of whose words English lacks, in a language that the identifier knows and no vocabulary has. */
function unlisted(document: Document, from: number, to: number, runs: Run[]): void {
  const words = document.tokens.slice(from, to + 1).filter((t) => t.kind === 'word');
  const strong = words.filter((t) => !t.word.english).length;
  if (strong < words.length * 0.7) return;
  const found = identify(words.map((t) => t.text).join(' '));
  if (found && found.lead >= MIN_LEAD) runs.push({first: words[0]!.index, last: words.at(-1)!.index, language: found.language, words: words.length, strong, small: 0});
}

/** Passages of three words or more in another script. */
function otherScripts(document: Document, from: number, to: number, runs: Run[]): void {
  const {tokens} = document;
  for (let i = from; i <= to; i++) {
    if (tokens[i]!.kind !== 'word' || !isOtherScript(tokens[i]!.text)) continue;
    let last = i;
    let words = 1;
    for (let k = i + 1; k <= to; k++) {
      const t = tokens[k]!;
      if (t.kind === 'word' && isOtherScript(t.text)) {
        last = k;
        words++;
      } else if (t.kind === 'word' || t.kind === 'opaque' || /^[()]$/.test(t.text)) break;
    }
    const text = document.slice(i, last);
    if (words >= 3 || (UNSPACED.test(text) && text.length >= 12)) runs.push({first: i, last, language: scriptOf(text)?.language ?? 'ru', words, strong: words, small: 1});
    i = last;
  }
}
