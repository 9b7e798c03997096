/** Words of quantity in the wrong form or without what joins them to what is counted: "a number experts", "more than hundred people", "hundred of people"; and a people's name in the plural for an adjective: "Italians banks". */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS, singularOf} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import type {Word} from '../../src/document/word.ts';
import {gainOf} from '../../src/evidence/fluency.ts';
import {endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {Flag, lookup} from '../../src/lexicon/lexicon.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report & {readonly kind: 'plural' | 'quantity' | 'adjective'}) => void;

const PEOPLE = /^(?:people|men|women|children)$/;
const COUNTS = /^(?:number|amount|percentage|handful|majority|dozens|hundreds|thousands|millions)$/;
const ROUND = /^(?:hundred|thousand|million|billion|dozen)$/;
const AROUND = /^(?:than|about|around|nearly|almost|over|approximately|roughly|least|to|exceeded|exceeding|reached)$/;

/** Whether one of these is looked for at a word. */
export const mayBeQuantity = (word: Word): boolean => COUNTS.test(word.folded) || ROUND.test(word.folded) || word.shape === 'capital' && /[a-z]{3}ns$/.test(word.folded) && (lookup(word.folded.slice(0, -1)).flags & Flag.Proper) !== 0;

export function quantity(document: Document, token: Token, put: Put): void {
  const w = token.word.folded;
  if (COUNTS.test(w)) joined(document, token, put);
  else if (ROUND.test(w)) round(document, token, put);
  else demonym(document, token, put);
}

const manyAt = (document: Document, token: Token | undefined) => token?.kind === 'word' && token.word.shape === 'lower' && (PEOPLE.test(token.word.folded) || (pluralNoun(token) !== undefined || /^[a-z]{3}s$/.test(token.word.folded) && singularOf(token.word.folded) !== undefined) && posOf(document, token) === 'NOUN');

/** "a number experts", "the number deaths" */
function joined(document: Document, count: Token, put: Put): void {
  const noun = document.after(count);
  const before = document.before(count);
  if (!noun?.spaced || !before || !/^(?:a|the|large|small|great|growing|increasing|record|total|considerable|significant|vast|certain|high|huge)$/.test(before.word.folded) || /^(?:dozens|hundreds|thousands|millions)$/.test(count.word.folded) || !manyAt(document, noun)) return;
  const next = document.tokens[noun.index + 1];
  if (!endsPhrase(next, count.sentence) && posOf(document, next!) !== 'VERB') return;
  if (gainOf(document, noun.index, noun.index - 1, ['of']) < 1) return;
  put({kind: 'quantity', start: count.start, end: count.end, proposals: [`${count.text} of`], confidence: 0.66, note: 'Such a quantity takes “of”.'});
}

/** "more than hundred people", "hundred of people", "thousand of fans" */
function round(document: Document, count: Token, put: Put): void {
  const {tokens} = document;
  const before = document.before(count);
  const next = document.after(count);
  if (!next || count.word.shape !== 'lower' && !document.opensSentence(count) || before && (before.kind !== 'word' || NUMBER_WORDS.has(before.word.folded) || /^(?:few|several|many|half|couple|some|that|those|hundred|thousand|every|each|per|-)$/.test(before.word.folded))) return;
  const many = next.word.folded === 'of' ? tokens[next.index + 1] : undefined;
  if (many) {
    // "a hundred of them", "the thousand of 1990"
    const noun = /^(?:the|these|those|his|her|its|their)$/.test(many.word.folded) ? undefined : many;
    if (!manyAt(document, noun)) return;
    const one = before && /^an?$/.test(before.word.folded);
    if (one) put({kind: 'quantity', start: next.start, end: noun!.start, proposals: [''], confidence: 0.66, note: 'Behind a number there is no “of”.'});
    else put({kind: 'plural', start: count.start, end: count.end, proposals: [`${count.text}s`], confidence: 0.72, note: 'An uncertain quantity is a plural.'});
    return;
  }
  if (before && AROUND.test(before.word.folded) && manyAt(document, next) && (before.word.folded !== 'to' || document.before(before)?.word.folded === 'up') && (before.word.folded !== 'over' || !/^(?:all|is|was)$/.test(document.before(before)?.word.folded ?? ''))) put({kind: 'quantity', start: count.start, end: count.end, proposals: [`a ${count.text}`], confidence: 0.72, note: 'A hundred of something has an “a”, a “one” or another number.'});
}

/** "the Italians banks", "Germans voters": an adjective in the plural. */
function demonym(document: Document, token: Token, put: Put): void {
  const noun = document.after(token);
  if (!noun?.spaced || !manyAt(document, noun)) return;
  const adjective = token.text.slice(0, -1);
  const {flags} = lookup(adjective.toLowerCase());
  const next = document.tokens[noun.index + 1];
  if (!(flags & Flag.Proper) || !endsPhrase(next, token.sentence) && posOf(document, next!) !== 'VERB') return;
  put({kind: 'adjective', start: token.start, end: token.end, proposals: [adjective], confidence: 0.7, note: 'Adjectives have no plural in English.'});
}
