/** "It was first time", "is only hospital in", "She is daughter of a fisherman", "It is pity that": what is said of somebody or something with a noun. */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {wordQuestion} from '../../src/document/word.ts';
import {BE, wordAt} from '../../src/evidence/clause.ts';
import {indefiniteBefore} from '../../src/evidence/indefinite.ts';
import {countNoun, needsDeterminer} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
/** One of a row: with "the" before a noun. */
const RANKS = /^(?:first|second|third|fourth|fifth|sixth|last|latest|final|only|same|main|biggest|largest|oldest|youngest|highest|lowest|longest|worst|best|greatest|strongest|fastest|deadliest|richest|poorest|hottest|most)$/;
/** What one is the first or the only one of; other nouns by the counts of pairs. */
const RANKED = set('time man woman person player country city team company victim win victory defeat goal title case step attempt visit trip meeting match race president leader club driver rider film book album election attack strike death child son daughter candidate party season reason way chance problem option solution place town village region state survivor witness member point game stage day year one hospital school');
/** "is first minister of Scotland", "is second nature", "was first class": set expressions. */
const BARE_RANKS = /^(?:minister|lady|secretary|deputy|nature|class|choice|best|hand|rate|half|lieutenant|officer|place|year|week|month|night|day|time|season|summer|winter|autumn|spring|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
/** Whose somebody or what somebody is one of: "is a member of", "is the daughter of". */
const KIN: Readonly<Record<string, string>> = Object.fromEntries([['the', 'daughter son brother sister wife husband widow widower mother father grandson granddaughter nephew niece cousin author owner founder inventor capital hero heroine victim winner symbol result cause aim purpose goal essence consequence heir'], ['a', 'member native citizen resident supporter fan graduate veteran friend colleague relative descendant participant user reader follower opponent critic student pupil piece mixture symptom']].flatMap(([article, nouns]) => nouns!.split(' ').map((noun) => [noun, article!])));
/** Said of it, this or that with "a". */
const JUDGED = set('pity shame mistake pleasure honour honor problem miracle disaster tragedy scandal surprise disgrace nightmare lie joke dream secret crime sin blow step signal challenge priority question sign success failure catastrophe sensation shock provocation warning lesson relief pleasure privilege must trap coincidence misunderstanding compromise gift fact risk threat danger weakness strength burden');

/** Whether a form may be what a predicate is found at. */
export const mayBePredicate = wordQuestion(({folded, shape}) => shape === 'lower' && (RANKS.test(folded) || Object.hasOwn(KIN, folded) || JUDGED.has(folded)));

/** `put` is given the token that lacks its article. */
export function predicate(document: Document, token: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const {sentence} = token;
  const w = token.word.folded;
  let before = document.before(token);
  if (before && /^(?:also|still|now|probably|not|already|again)$/.test(before.word.folded)) before = document.before(before);
  if (before?.kind !== 'word' || before.sentence !== sentence) return false;
  const b = before.word.folded;
  const note = 'A single thing that can be counted has an article.';
  const insert = (article: string, confidence: number) => {
    put({start: token.start, end: token.end, proposals: [`${article === 'a' ? indefiniteBefore(token) ?? 'a' : 'the'} ${token.text}`], confidence, note});
    return true;
  };
  const next = tokens[token.index + 1];
  const n = wordAt(document, token.index + 1, sentence);
  if (!BE.has(b)) {
    // "is doing same thing", "in same year"
    if (w === 'same' && n !== undefined && next!.word.shape === 'lower' && /^(?:in|at|of|on|with|from|for|by|to|under|about|has|have|had|made|did|said|doing|using|wearing)$/.test(b) && next!.spaced && posOf(document, next!) === 'NOUN') return insert('the', 0.62);
    return false;
  }
  if (n === undefined || next!.word.shape !== 'lower' || !next!.spaced) return false;
  const subject = document.before(before);
  if (w === 'most') {
    const noun = tokens[token.index + 2];
    if (noun?.kind !== 'word' || noun.sentence !== sentence || posOf(document, next!) !== 'ADJ' || posOf(document, noun) !== 'NOUN' || !countNoun(noun)) return false;
    return insert('the', 0.6);
  }
  if (RANKS.test(w)) {
    // "was last week", "is second nature"; of time only with what came after: "was first time that".
    const timed = n === 'time' || n === 'day' || n === 'year' || n === 'season' ? /^(?:first|second|third|fourth|fifth|sixth|only)$/.test(w) && /^(?:that|in|since|for|when|he|she|they|the|it|we|i|of|without|with)$/.test(wordAt(document, token.index + 2, sentence) ?? '') : undefined;
    if (timed === false || timed === undefined && BARE_RANKS.test(n) || NUMBER_WORDS.has(n)) return false;
    if (!(RANKED.has(n) || needsDeterminer(next!)) || posOf(document, next!) !== 'NOUN') return false;
    if (w === 'only' && !/^(?:in|of|that|which|where|to|for|with|who|on)$/.test(wordAt(document, token.index + 2, sentence) ?? '')) return false;
    const behind = tokens[token.index + 2];
    if (behind?.sentence === sentence && behind.kind === 'word' && posOf(document, behind) === 'NOUN') return false;
    return insert('the', w === 'only' ? 0.55 : w === 'best' || w === 'main' ? 0.55 : 0.62);
  }
  if (JUDGED.has(w)) {
    if (!/^(?:it|this|that|which)$/.test(subject?.word.folded ?? '') || !(n === 'that' || n === 'to' || n === 'for') && next!.kind === 'word') return false;
    return insert('a', 0.62);
  }
  // "She is daughter of": of a person or a thing by name or pronoun.
  if (n !== 'of' || !subject || !(/^(?:he|she|who|it|this|which|that|i)$/.test(subject.word.folded) || subject.word.shape === 'capital') || !/^(?:is|was|am)$/.test(b)) return false;
  return insert(KIN[w]!, 0.6);
}
