import type {Document} from '../document/document.ts';
import {ARTICLES, DAYS, DETERMINERS, MONTHS, NUMBER_WORDS, POSSESSIVES, PREPOSITIONS} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {baseOfPast, baseOfThird, isInfinitive} from '../document/verbs.ts';
import {posOf} from './pos.ts';

export const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', "isn't", "aren't", "wasn't", "weren't", "he's", "she's", "it's", "they're", "we're", "you're", "i'm"]);
export const HAVE: ReadonlySet<string> = new Set(['has', 'have', 'had', 'having', "hasn't", "haven't", "hadn't", "i've", "we've", "they've", "you've"]);
export const MODALS: ReadonlySet<string> = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'should', 'shall', 'cannot', "can't", "won't", "wouldn't", "couldn't", "shouldn't", "mustn't"]);
export const DO: ReadonlySet<string> = new Set(['do', 'does', 'did', "don't", "doesn't", "didn't"]);
const SUBJECTS = new Set(['he', 'she', 'they', 'we', 'i', 'you', 'who']);
export const OBJECTS: ReadonlySet<string> = new Set(['him', 'them', 'us', 'me']);
const ADVERBS = new Set(['not', 'once', 'first', 'also', 'already', 'never', 'just', 'only', 'even', 'still', 'often', 'always', 'then', 'again', 'now', 'ever', 'soon', 'later', 'immediately', 'recently', 'finally', 'quickly', 'briefly', 'repeatedly', 'publicly', 'reportedly', 'officially', 'therefore', 'currently']);
const LY_NOUNS = new Set(['family', 'assembly', 'ally', 'supply', 'reply', 'monopoly', 'anomaly', 'july', 'italy', 'bully', 'rally', 'butterfly', 'melancholy', 'sally', 'holly', 'emily', 'billy', 'kelly', 'sicily', 'weekly', 'daily', 'monthly', 'elderly', 'only']);
/** Words that make a phrase one of time, place or manner rather than an object. */
export const TIME_WORDS: ReadonlySet<string> = new Set(['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days', 'hour', 'hours', 'minute', 'minutes', 'decade', 'decades', 'century', 'centuries', 'morning', 'afternoon', 'evening', 'night', 'weekend', 'summer', 'winter', 'spring', 'autumn', 'fall', 'time', 'times', 'moment', 'while', 'season', 'today', 'tomorrow', 'yesterday', 'now', 'then', 'once', 'long', 'example', 'instance', 'ages', 'eve', 'anniversary', 'noon', 'midnight', 'dawn', 'term', 'period', 'past', 'meantime', 'extent', 'degree', 'point', 'behalf', 'side', 'part', 'case']);

/** A word in lower case, a number as it stands, or undefined. */
export function wordAt(document: Document, i: number, sentence: number): string | undefined {
  const t = document.tokens[i];
  return t && t.sentence === sentence && (t.kind === 'word' || t.kind === 'number' || t.kind === 'mixed') ? (t.kind === 'word' ? t.word.folded : t.text) : undefined;
}

/** The token before, adverbs skipped; at most three. */
export function beforeAdverbs(document: Document, i: number): Token | undefined {
  let t = document.tokens[i] && document.before(document.tokens[i]!);
  for (let n = 0; t && n < 3 && t.kind === 'word' && (ADVERBS.has(t.word.folded) || t.word.folded.endsWith('ly') && !LY_NOUNS.has(t.word.folded)); n++) t = document.before(t);
  return t;
}

/**
 * Whether a verb form stands as an active verb with a subject, by what stands before it: 0 no or unclear, 1 likely
 * (a noun or name before it), 2 surely (a pronoun, an auxiliary, "to").
 */
export function activeVerb(document: Document, token: Token, form: 'base' | 'third' | 'past' | 'ing'): 0 | 1 | 2 {
  const before = beforeAdverbs(document, token.index);
  if (!before) return 0;
  const w = before.word.folded;
  // "The leader, Anna Nowak, accused": the subject stands before an apposition.
  if (before.text === ',' && (form === 'past' || form === 'third') && before.index === token.index - 1 && document.tokens[before.index - 1]?.word.shape === 'capital' && document.tokens[before.index - 1]!.sentence === token.sentence) return posOf(document, token) === 'VERB' && soleVerb(document, token) ? 1 : 0;
  if (before.kind !== 'word') return 0;
  if (form === 'base') {
    if (MODALS.has(w)) return 2;
    // "could do damage to"
    if (DO.has(w)) return w.endsWith("n't") || document.tokens[token.index - 1]!.word.folded === 'not' ? 2 : 0;
    if (w === 'to') return posOf(document, token) === 'VERB' ? 2 : 0;
    return (w === 'they' || w === 'we' || w === 'i') ? 2 : 0;
  }
  if (form === 'ing') return BE.has(w) || w === 'after' || w === 'before' || w === 'without' || w === 'while' || w === 'by' ? 2 : 0;
  if (form === 'third') {
    if (w === 'he' || w === 'she' || w === 'it' || w === 'who' || w === 'which') return 2;
    if ((w === 'this' || w === 'that') && posOf(document, token) === 'VERB') return 1;
    return isNounLike(before) && posOf(document, token) === 'VERB' ? 1 : 0;
  }
  if (SUBJECTS.has(w) || w === 'it' || HAVE.has(w)) return 2;
  if (BE.has(w)) return 0;
  if (w === 'and' || w === 'but' || w === 'never') return posOf(document, token) === 'VERB' ? 1 : 0;
  if (w === 'or') return 0;
  return isNounLike(before) && posOf(document, token) === 'VERB' ? 1 : 0;
}

function isNounLike(t: Token): boolean {
  const w = t.word.folded;
  return t.kind === 'word' && !PREPOSITIONS.has(w) && !ARTICLES.has(w) && !POSSESSIVES.has(w) && !BE.has(w) && !DETERMINERS.has(w) && !MODALS.has(w) && !DO.has(w);
}

/** Whether no other finite verb stands in the clause of a past form, so that it is no participle behind its noun. At most 30 tokens to each side. */
export function soleVerb(document: Document, token: Token): boolean {
  const {first, last} = document.sentences[token.sentence]!;
  const finite = (t: Token) => t.kind === 'word' && t.word.shape === 'lower' && (BE.has(t.word.folded) || HAVE.has(t.word.folded) || MODALS.has(t.word.folded) || DO.has(t.word.folded) || !t.word.folded.endsWith('ing') && posOf(document, t) === 'VERB' && document.tokens[t.index - 1]?.word.folded !== 'to');
  for (let k = token.index - 1; k >= first && token.index - k < 30; k--) {
    const t = document.tokens[k]!;
    if (/^[;:“”"]$/.test(t.text) || /^(?:that|who|which|and|but|because|when|while|if|after|before|as|where|although)$/.test(t.word.folded)) break;
    if (finite(t)) return false;
  }
  for (let k = token.index + 1; k <= last && k - token.index < 30; k++) {
    const t = document.tokens[k]!;
    if (/^[;:“”",]$/.test(t.text) || /^(?:that|who|which|and|but|because|when|while|if|after|before|as|where|although|how|why|what|whether)$/.test(t.word.folded)) break;
    if (finite(t)) return false;
  }
  return true;
}

/** Whether a token is the finite verb of a clause, as far as its form tells: an auxiliary, a past, a form in -s. */
export function finite(document: Document, t: Token | undefined): boolean {
  if (t?.kind !== 'word' || t.word.shape !== 'lower') return false;
  const w = t.word.folded;
  if (/^(?:be|been|being|having)$/.test(w)) return false;
  return BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w) || (baseOfPast(w) !== undefined || baseOfThird(w) !== undefined) && posOf(document, t) === 'VERB';
}

/** Whether a noun phrase that is no time expression begins at token `i`: behind a preposition in question. */
export function startsObject(document: Document, i: number, sentence: number): boolean {
  const t = document.tokens[i];
  if (!t || t.sentence !== sentence || t.kind !== 'word') return false;
  const w = t.word.folded;
  if (DAYS.has(w) || MONTHS.has(w) || TIME_WORDS.has(w) || MODALS.has(w) || w === 'which' || w === 'whom' || w === 'what' || w === 'all' || w === 'some' || w === 'each') return false;
  const determiner = ARTICLES.has(w) || POSSESSIVES.has(w) || DETERMINERS.has(w);
  if (!determiner) return OBJECTS.has(w) || (t.word.shape !== 'lower' && t.text.length > 1);
  for (let k = i + 1; k <= i + 4; k++) {
    const next = wordAt(document, k, sentence);
    if (next === undefined) break;
    if (TIME_WORDS.has(next) || DAYS.has(next) || MONTHS.has(next) || NUMBER_WORDS.has(next) && k === i + 1 && next !== 'one') return false;
    if (PREPOSITIONS.has(next)) break;
  }
  return true;
}

/** Whether token `i` is the "to" of an infinitive. */
export function infinitiveAt(document: Document, i: number, sentence: number): boolean {
  if (wordAt(document, i, sentence) !== 'to') return false;
  const verb = document.tokens[i + 1];
  return !!verb && verb.sentence === sentence && verb.word.shape === 'lower' && isInfinitive(verb.word.folded);
}

const BREAKS = new Set(['and', 'or', 'but', 'that', 'who', 'which', 'if', 'when', 'while', 'because', 'as', 'said', 'says', 'than']);

/** The "to" of an infinitive behind a noun phrase that begins at `i`, of at most six words without verbs or prepositions but "of"; -1 if there is none. */
export function infinitiveBehindObject(document: Document, i: number, sentence: number): number {
  for (let k = i; k < i + 7; k++) {
    const w = wordAt(document, k, sentence);
    if (w === undefined) return -1;
    if (w === 'to') return k > i && infinitiveAt(document, k, sentence) ? k : -1;
    if ((PREPOSITIONS.has(w) && w !== 'of') || BREAKS.has(w) || BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w)) return -1;
  }
  return -1;
}

const HAVING = new Set('have has had having been be is are was were being am get got'.split(' '));
/** Whether a form that may be a past or a participle follows "have" or "be", one word between at most. */
export function participleAt(document: Document, index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 2); i--) {
    if (document.tokens[i]!.sentence !== document.tokens[index]!.sentence) return false;
    const word = document.tokens[i]!.word.folded;
    if (HAVING.has(word) || word.endsWith("'ve") || word.endsWith("n't")) return true;
  }
  return false;
}
