import type {Document} from '../../document/document.ts';
import {inCaseOf} from '../../document/english.ts';
import {speaks} from '../../document/speech.ts';
import type {Token} from '../../document/token.ts';
import {Flag, isEnglish, languagesOf, lookup, plain, usualCase} from '../../lexicon/lexicon.ts';
import {Table} from '../../lexicon/table.ts';
import {Gap, wordingOf} from '../fluency.ts';
import {isLoan} from '../loans.ts';
import {fitAt, isCommonWord, isNotedName, type Near, nearWords} from '../near-words.ts';
import type {Explanation, Unknown} from '../triage.ts';
import {cutWords} from './fused.ts';
import {englishSpellingOf, inLongerName} from './variant.ts';

const MIN_LENGTH = 4;
const MAX_LENGTH = 24;
/** The commonest: V8 takes long to make patterns of all letters ready. */
const LATIN_LETTERS = /^[a-zà-öø-ɏ]*$/;
const PREFIX = /^(?:anti|de|dis|in|im|inter|micro|mis|non|over|pre|re|sub|trans|un|under)/;
/** Unknown words of a text up to which they are looked into; a text with more is no English prose. */
const MAX_WORDS = 800;
/** Whether a word is among those of its text that are looked into. */
export const hasTurn = ({number}: Unknown): boolean => number < MAX_WORDS;

/** The soft signs of scholarly transliteration inside Slavic names: "Khmel'nyts'kyi". */
const SOFT_SIGN = /(?<=\p{L}[lntsdrzcp])['’ʹʼ](?=(?:[kmnsbtvhzdyi][\p{Ll}]|k$))/gu;
const SLAVIC = /(?:[sc]['’ʹʼ]?k(?:yi|yy|yj|iy|ij|ii|y|i|a|e|oi|oho|ogo)?|[eoiu]v|ev|ov|enko|vych|vich|chuk|lyi|nyi|yn|in|an|ets['’ʹʼ]?|at['’ʹʼ]?|iuk|iy)$/u;

/** The most that a word two slips away may score: finding it costs most of all. */
const FAR = 0.7;

/** Explains an unknown word as a misspelling: wrong accents, a foreign spelling of an English word, a slip. `rival` is the score of another explanation. */
export function explainMisspelling(unknown: Unknown, rival: number): Explanation | undefined {
  const {word, lower, tokens} = unknown;
  const token = tokens[0]!;
  const possessive = token.text.slice(token.text.length - (word.folded.length - word.base.length));
  if (word.base.length < MIN_LENGTH || word.base.length > MAX_LENGTH || isLoan(word.base) || /\d/.test(word.base)) return undefined;
  const signs = softSigns(word.text);
  if (signs) return signs;
  const english = word.shape === 'capital' ? englishSpellingOf(word.base) : undefined;
  if (english && rival < SURE_FOREIGN) return inNames(unknown) ? undefined : {cause: 'misspelling', score: FOREIGN_SPELLING, proposals: english.map((name) => name + possessive), note: 'A name spelled as in another language.'};
  if ((!LATIN_LETTERS.test(word.base) && /[^\p{Script=Latin}\p{M}]/u.test(word.base)) || (word.shape !== 'lower' && word.shape !== 'capital')) return undefined;
  if (!hasTurn(unknown)) return undefined;
  const found = word.shape === 'capital' ? capitalised(unknown) ?? opening(unknown) : lower ? lowerCase(unknown, rival < FAR) : undefined;
  return found && {...found, proposals: found.proposals.map((p) => p + (word.folded === word.base ? '' : possessive))};
}

/** What a listed spelling scores that English does not have. */
const FOREIGN_SPELLING = 0.88;
/** From this on a form is the word of a language, which `untranslated` names. */
const SURE_FOREIGN = 0.8;

/** Whether a name is part of longer ones: "Tokio Hotel", "Radio Kairo". */
const inNames = ({document, tokens}: Unknown) => tokens.slice(0, 8).some((token) => inLongerName(document, token, true) || [document.before(token), document.after(token)].some((t) => t?.kind === 'word' && t.word.shape === 'capital' && t.word.entry.frequency === 0 && !(t.word.entry.flags & Flag.Person)));

function softSigns(text: string): Explanation | undefined {
  if (text.length < 6 || !/['’ʹʼ]/.test(text) || /['’]s$/.test(text) || !/^\p{Lu}\p{Ll}/u.test(text)) return undefined;
  const bare = text.replace(SOFT_SIGN, '');
  if (bare === text || /['’ʹʼ]/.test(bare) || !SLAVIC.test(text.toLowerCase()) || lookup(text.toLowerCase().replaceAll('’', "'")).flags & Flag.Name) return undefined;
  return {cause: 'misspelling', score: 0.85, proposals: [bare], note: 'The apostrophes are soft signs of a transliteration; news leaves them out.'};
}

/** Behind these a noun is plural. */
const PLURAL = /^(?:all|many|several|few|these|those|both|two|three|four|five|six|seven|eight|nine|ten)$/;

/** Ranks what is near by cost and by how well it fits the place, with `more` for some; at most five. */
function ranked(document: Document, token: Token, near: readonly Near[], more: ReadonlyMap<Near, number> = new Map()): Near[] {
  const many = PLURAL.test(document.before(token)?.word.folded ?? '');
  const value = new Map(near.map((n) => [n, fitAt(document, token, n.word) - 9 * n.cost + (many && n.word.endsWith('s') ? 4 : 0) + (more.get(n) ?? 0)]));
  return [...near].sort((a, b) => value.get(b)! - value.get(a)!).slice(0, 5);
}

/** Bits in {@link ranked} for a tenfold gain by the language model. */
const GAIN_BITS = 3;
/** What a slip of a common word scores that is sure in sound text, too. */
const SURE_SLIP = 0.9;
/** The same where the word opens a sentence, and may be somebody's name. */
const OPENING_SLIP = 0.88;

/**
 * Whether a form that no dictionary has is a slip of a word near it, in sound English too. `frequency`: of the form on the web, which has the usual slips;
 * `gain`: of the word at this place, by the language model. The shorter the form, the more both must say, since abbreviations and names of things are short.
 */
function isSlip(form: string, frequency: number, {word, cost}: Near, gain: number): boolean {
  if (cost > 1 || !/[aeiouy]/.test(form)) return false;
  const {length} = form;
  const common = lookup(word).frequency;
  if (languagesOf(form).length > 1) return cost <= 0.85 && gain > (cost <= 0.4 ? 0.5 : 1) && common - frequency >= 60;
  if (!frequency) return (length > 7 && cost <= 0.85 && common >= 110) || (common >= 100 && gain > (cost > 0.85 ? 1 : length > 6 ? 0.5 : 0.9));
  const gap = common - frequency;
  if (cost > 0.85) return false;
  if (length < 6) return gain > 0.3 && gap >= 75;
  return (length > 7 && gap >= 60) || (gain > 0.15 && gap >= (cost <= 0.4 ? 30 : 42));
}

/** Two words in one: "lumpfish", "keyworker". */
function isCompound(form: string): boolean {
  const parts = cutWords(form)?.parts;
  return parts?.length === 2 && parts.every((p) => p.length >= 3);
}

function lowerCase({word, document, tokens}: Unknown, far: boolean): Explanation | undefined {
  const form = word.base;
  const {frequency, flags} = word.entry;
  if (flags & ~Flag.Seen || frequency > 95) return undefined;
  const token = tokens[0]!;
  // A prefix too many is derivation, not a slip: "devolutionary" is no "evolutionary".
  const near = nearWords(form, 'common', isCommonWord, far).filter((n) => n.cost < 0.6 || !(form.length > n.word.length && form.endsWith(n.word)) && !(n.cost > 1 && PREFIX.test(form)));
  if (!near.length) return undefined;
  const gap = new Gap(document, token.index, token.index);
  const gains = new Map(near.filter((n) => n.cost < near[0]!.cost + 0.75).map((n) => [n, gap.likelihoodOf(wordingOf([n.word])).gain]));
  const list = ranked(document, token, [...gains.keys()], new Map([...gains].map(([n, gain]) => [n, GAIN_BITS * gain])));
  const [best] = list;
  if (!best) return undefined;
  const common = lookup(best.word).frequency;
  const slip = isSlip(form, frequency, best, gains.get(best)!) && !isCompound(form);
  let score: number;
  if (slip) score = SURE_SLIP;
  else if (form.length < 6 && plain(form) === form) return undefined;
  else if (frequency > 0) {
    // Slips that the vocabulary of the web has: far rarer than the word they stand for.
    const gap = common - frequency;
    if (!(best.cost < 0.65 ? gap >= 58 && form.length > 6 : best.cost < 0.85 && gap >= 72 && form.length > 7) || languagesOf(form).length > 1) return undefined;
    score = 0.72;
  } else {
    if (common < 100 && (best.cost > 0.4 || form.length < 8)) return undefined;
    if (common < 112 && form.length < 8 && !best.regular) return undefined;
    score = best.regular ? 0.8 - Math.max(0, best.cost - 0.35) * 0.35 : best.cost <= 1 ? 0.74 - best.cost * 0.12 : 0.62 - (best.cost - 1) * 0.35;
    if (form.length < 8) score -= best.regular && best.cost < 0.4 ? 0.12 : 0.25;
    else if (form.length > 9) score += 0.08;
    if (isCompound(form)) score -= 0.4;
    if (/(?:us|um|ae|is|ii|ine|ase|ose|mab|nib|vir|oid|ite|idae|iformes|zole|cillin)$/.test(form) && best.cost > 0.5) score -= 0.35;
    const gap = list[1] ? list[1].cost - best.cost : 1;
    if (gap < 0.15 && list.length > 2) score -= 0.08;
  }
  if (tokens.length > 2) score -= 0.15;
  // A form of another language is that language's word first.
  if (!slip && languagesOf(form).length && best.cost > 0.3) score -= 0.1;
  const [first, last] = document.hyphenated(token);
  if (first !== last || /^["“‘'«(]$/.test(document.tokens[token.index - 1]?.text ?? '')) score -= 0.2;
  if (score < 0.25) return undefined;
  return {cause: 'misspelling', score: Math.min(slip ? SURE_SLIP : 0.88, score), proposals: list.map((n) => n.word), note: best.regular ? 'Spelled as in another language.' : 'No word is spelled like this.'};
}

/** A slip of a common word with the capital of the sentence that it opens: "Goverment officials". */
function opening(unknown: Unknown): Explanation | undefined {
  const {word, document, tokens, capitalInside} = unknown;
  if (capitalInside || word.base.length < 6 || word.entry.flags & ~Flag.Seen || tokens.some((token) => !document.opensSentence(token))) return undefined;
  const after = document.after(tokens[0]!);
  if (after?.kind !== 'word' || after.word.shape !== 'lower' || speaks(after.word.folded)) return undefined;
  const found = lowerCase(unknown, false);
  if (found?.score !== SURE_SLIP) return undefined;
  return {...found, score: OPENING_SLIP, proposals: found.proposals.map((p) => inCaseOf(word.text, p))};
}

/** English demonyms by the stems of the country's name in English and other languages. */
const DEMONYMS = new Table('demonyms');
const DEMONYM_ENDING = /(?:ians?|eans?|ans?|ese|ines?|ish|is?|ites?|ers?|ois|iens?|ais|enses?|eños?|inos?)$/;

/** "Kuwaitian", "Egiptian", "Marocan": a country's stem with another ending or in another language. */
function demonymOf(form: string): string | undefined {
  const bare = plain(form);
  const ending = DEMONYM_ENDING.exec(bare)?.[0];
  if (!ending || bare.length < 6) return undefined;
  for (let cut = ending.length; cut > 0; cut--) {
    const demonym = DEMONYMS.lines(bare.slice(0, -cut))[0];
    if (demonym && demonym.toLowerCase() !== bare) return /s$/.test(ending) && !/(?:ese|ois|ais|is)s?$/.test(ending) && !/(?:s|sh|ch|ese)$/.test(demonym) ? `${demonym}s` : demonym;
  }
  return undefined;
}

function capitalised({word, document, tokens, capitalInside}: Unknown): Explanation | undefined {
  const form = word.base;
  const {frequency, flags} = word.entry;
  if (form.length < 6 || frequency > 95 || flags & ~Flag.Seen || tokens.length > 3) return undefined;
  const token = tokens[0]!;
  const accents = plain(form) !== form;
  const before = document.before(token);
  const after = document.after(token);
  // Beside another name it is part of a person's or a company's name.
  const beside = (t: Token | undefined) => t?.kind === 'word' && t.word.shape === 'capital' && !isEnglish(t.word.base) && !(lookup(t.word.base).flags & Flag.Proper);
  const lonely = !beside(before) && !beside(after);
  if ((!lonely && (capitalInside || beside(after))) || (frequency && !DEMONYM_ENDING.test(plain(form)))) return undefined;
  const near = lonely ? nearWords(form, 'names', isNotedName, false, accents).filter((n) => n.cost <= (accents ? 1 : 0.85) && n.word[0] === plain(form)[0]) : [];
  if (lonely) {
    const demonym = frequency < 78 ? demonymOf(form) : undefined;
    if (demonym) return {cause: 'misspelling', score: frequency ? 0.75 : 0.88, proposals: [demonym], note: 'The people of this country have another name in English.'};
  }
  // The web's usual slips in well-known names: "Portugese".
  if (frequency && !(near[0] && near[0].cost < 0.85 && lookup(near[0].word).flags & Flag.Proper && lookup(near[0].word).frequency - frequency > 25)) return undefined;
  if (near.length) {
    const list = ranked(document, token, near);
    const best = list[0]!;
    const demonym = (lookup(best.word).flags & Flag.Proper) !== 0;
    let score = (demonym ? 0.85 : 0.7) - best.cost * 0.2 + (accents ? 0.15 : 0) + (best.regular ? 0.05 : 0) - (form.length < 7 ? 0.2 : 0);
    if (demonym && !/(?:an|ian|ese|ish|ch|ic|i|ean|ar|er|ay|en|le|ri)$/.test(form)) score -= 0.3;
    if (tokens.length > 1) score -= 0.15;
    if (score >= 0.3) return {cause: 'misspelling', score: Math.min(0.92, score), proposals: list.filter((n) => n.cost < best.cost + 0.4).map((n) => usualCase(n.word)), note: 'A name in a wrong spelling.'};
  }
  if (capitalInside || beside(after)) return undefined;
  const common = nearWords(form, 'common', isCommonWord, false, false).filter((n) => n.cost <= 0.6 && lookup(n.word).frequency > 105);
  if (!common.length || form.length < 7) return undefined;
  const list = ranked(document, token, common);
  return {cause: 'misspelling', score: list[0]!.regular ? 0.55 : 0.5, proposals: list.map((n) => inCaseOf(word.text, n.word)), note: 'No word is spelled like this.'};
}
