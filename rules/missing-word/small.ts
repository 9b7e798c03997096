/** Small words lost between a verb or an adjective and what goes with it: "was able win", "is believed have fled", "has arrested at the airport", "the ship been sold". */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, formsOf, isInfinitive} from '../../src/document/verbs.ts';
import {BE, HAVE, MODALS} from '../../src/evidence/clause.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {pairCount} from '../../src/lexicon/lexicon.ts';

/** What is missing: it stands before `token`. */
export interface Lost {
  readonly kind: 'to' | 'auxiliary';
  readonly token: Token;
  readonly words: readonly string[];
  readonly confidence: number;
  readonly note: string;
}

const set = (words: string) => new Set(words.split(' '));
const OBJECT = /^(?:the|a|an|his|her|its|their|this|these|those|our|him|them|it|all|any|some|more|new)$/;
/** What one finds an action to be, or can or must do. */
const JUDGED = set('able unable difficult easy hard impossible possible necessary important ready willing unwilling forced obliged determined eager reluctant afraid entitled likely unlikely');
/** What is thought of somebody. */
const THOUGHT = set('believed said thought reported expected known supposed alleged rumoured rumored considered understood estimated claimed');
/** Who makes or lets somebody do something. */
const CAUSES = new Map<string, string>();
for (const base of 'allow force ask urge enable permit oblige order invite encourage persuade tell want require expect'.split(' ')) for (const form of formsOf(base)) CAUSES.set(form, base);
/** What is done to somebody or something, never done without an object. */
const TRANSITIVE = set('arrested detained killed injured wounded destroyed elected appointed accused sentenced convicted charged published evacuated hospitalised hospitalized invited adopted extradited deported kidnapped abducted murdered imprisoned jailed nominated seized confiscated cancelled canceled postponed identified suspended dismissed built rescued released transferred divided buried founded established');
const PASSIVE_SIGNS = /^(?:in|at|on|by|from|near|after|during|for|to|since|because)$/;
const ALSO_ACTIVE = set('transferred released identified suspended built divided established published adopted dismissed elected charged');

/** "was able win", "difficult say" */
export function judged(document: Document, token: Token, verb: Token): Lost | undefined {
  if (!JUDGED.has(token.word.folded) || !bare(verb)) return undefined;
  const be = document.before(token);
  const link = be && /^(?:very|not|more|too|so|also|extremely|now|still)$/.test(be.word.folded) ? document.before(be) : be;
  if (!link || !BE.has(link.word.folded) && !/^(?:become|became|seems?|remains?)$/.test(link.word.folded)) return undefined;
  return {kind: 'to', token: verb, words: ['to'], confidence: 0.72, note: `Behind \`${token.text}\` English has the infinitive with \`to\`.`};
}

/** "is believed have fled" */
export function thought(document: Document, token: Token, verb: Token): Lost | undefined {
  if (!THOUGHT.has(token.word.folded) || !/^(?:have|be)$/.test(verb.word.folded)) return undefined;
  const be = document.before(token);
  const then = document.after(verb);
  if (!be || !/^(?:is|are|was|were)$/.test(be.word.folded) || then?.kind !== 'word' || verb.word.folded === 'have' && !baseOfParticiple(then.word.folded)) return undefined;
  return {kind: 'to', token: verb, words: ['to'], confidence: 0.8, note: `Behind \`${token.text}\` English has the infinitive with \`to\`.`};
}

/** "will allow companies dismiss workers", "asked the court release him" */
export function caused(document: Document, token: Token): Lost | undefined {
  if (!CAUSES.has(token.word.folded)) return undefined;
  const {tokens} = document;
  let k = token.index + 1;
  const determined = /^(?:the|his|her|its|their|all|these|those)$/.test(tokens[k]?.word.folded ?? '');
  const pronoun = /^(?:him|them|us|me)$/.test(tokens[k]?.word.folded ?? '');
  if (tokens[k]?.sentence !== token.sentence) return undefined;
  if (determined) k++;
  const noun = tokens[k];
  if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || noun.sentence !== token.sentence) return undefined;
  const many = pluralNoun(noun) !== undefined || /^(?:people|police|children|men|women)$/.test(noun.word.folded);
  if (!pronoun && !many && !(determined && posOf(document, noun) === 'NOUN')) return undefined;
  const verb = tokens[k + 1];
  if (!verb || verb.sentence !== token.sentence || !bare(verb, false) || !OBJECT.test(tokens[k + 2]?.word.folded ?? '') && !(tokens[k + 2]?.kind === 'word' && pluralNoun(tokens[k + 2]!))) return undefined;
  // "asked that the court release him", "told the people meet the": a wish, or a clause of its own.
  const base = CAUSES.get(token.word.folded)!;
  const before = document.before(token);
  if (!before || /^(?:that|the|a|an|as|which|what|of|his|their)$/.test(before.word.folded) || many && !pronoun && (base === 'tell' || base === 'want' || base === 'expect' || base === 'require' || base === 'order')) return undefined;
  if (tokens[token.index - 1]?.text === ',' ) return undefined;
  return {kind: 'to', token: verb, words: ['to'], confidence: pronoun ? 0.72 : 0.55, note: `Behind \`${base}\` and who it is English has the infinitive with \`to\`.`};
}

/** Whether a form may be a verb in its base form, or, `alone`, is hardly anything else. */
function bare(verb: Token, alone = true): boolean {
  const w = verb.word.folded;
  return verb.kind === 'word' && verb.word.shape === 'lower' && isInfinitive(w) && !/(?:ed|ing|s|ly)$/.test(w) && w.length > 2 && !/^(?:and|but|for|out|off|not|well|better|near|like|long|even|just|more|over|back|down|up|right|then|once|yet|still|clear|open|free|close|last|own|live|off|home|due|next|with)$/.test(w) && pairCount('to', w) > 40 && (!alone || pairCount('to', w) > pairCount('the', w) + 8);
}

/** "The man has arrested at the airport": done to him. */
export function been(document: Document, token: Token, next: Token): Lost | undefined {
  const w = token.word.folded;
  if (!TRANSITIVE.has(w)) return undefined;
  let have = document.before(token);
  if (have && /^(?:already|also|recently|now|just|not|never)$/.test(have.word.folded)) have = document.before(have);
  if (!have || !/^(?:has|have|had)$/.test(have.word.folded)) return undefined;
  const stop = next.sentence !== token.sentence || next.text === '.';
  if (!stop && (!PASSIVE_SIGNS.test(next.word.folded) || /^(?:least|most|all|more|order|response|recent|total|addition|what|his|her|its|their)$/.test(document.after(next)?.word.folded ?? ''))) return undefined;
  if (stop && ALSO_ACTIVE.has(w)) return undefined;
  // "the man whom they have arrested", "people it had killed": what is done stands before.
  const {first, last} = document.sentences[token.sentence]!;
  for (let k = have.index - 1; k >= first && have.index - k < 12; k--) if (/^(?:who|whom|which|that|what|as|than|he|she|they|we|it|i|you|when|where|and|police|authorities|forces|troops|army|government|court)$/.test(document.tokens[k]!.word.folded)) return undefined;
  // The object may come later: "has arrested in Paris two men".
  for (let k = token.index + 1; k <= last && k - token.index < 6; k++) {
    const t = document.tokens[k]!;
    if (/^[.,;]$/.test(t.text)) break;
    if (t.kind === 'number' || NUMBER_WORDS.has(t.word.folded) || pluralNoun(t)) return undefined;
  }
  return {kind: 'auxiliary', token, words: ['been'], confidence: ALSO_ACTIVE.has(w) ? 0.4 : 0.6, note: 'What is done to somebody needs `been` in the perfect.'};
}

/** "The company been sold" */
export function has(document: Document, token: Token, next: Token): Lost | undefined {
  if (next.kind !== 'word' || next.word.shape !== 'lower' || !baseOfParticiple(next.word.folded) && !/^(?:in|a|the|at)$/.test(next.word.folded)) return undefined;
  const {tokens} = document;
  const {first} = document.sentences[token.sentence]!;
  const noun = document.before(token);
  if (noun?.kind !== 'word' || noun.sentence !== token.sentence || BE.has(noun.word.folded) || HAVE.has(noun.word.folded)) return undefined;
  for (let k = token.index - 1; k >= first && token.index - k < 14; k--) {
    const w = tokens[k]!.word.folded;
    if (HAVE.has(w) || BE.has(w) || MODALS.has(w) || /['’](?:ve|d|s|re)$|n['’]t$/.test(w) || /^(?:not|never|what|how|nor|ve|d)$/.test(w)) return undefined;
  }
  const pos = posOf(document, noun);
  if (pos !== 'NOUN' && pos !== 'PROPN' && !/^(?:he|she|it|they|we|who|which|that|already|also|recently)$/.test(noun.word.folded)) return undefined;
  const many = pluralNoun(noun) !== undefined || /^(?:they|we|people|police)$/.test(noun.word.folded);
  return {kind: 'auxiliary', token, words: many ? ['have', 'had'] : ['has', 'had'], confidence: 0.72, note: 'The perfect needs `has` or `have`.'};
}
