/** Negations that other languages put where nothing is denied: "more serious than we do not think", "to avoid that it does not break", "almost did not drown", "no matter what he did not say"; and "not more" for "no longer". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {deniedBehind, deniedVerb} from './denied-verb.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const PRONOUN = /^(?:i|we|you|he|she|it|they|one|people|many|everyone|anyone|experts)$/;
const DETERMINER = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my)$/;
const COMPARED = /^(?:more|less|fewer|worse|better|other|otherwise|rather|different)$|^[a-z]{2,}er$/;
const PREVENTS = /^(?:avoid|avoids|avoided|avoiding|prevent|prevents|prevented|preventing|hinder|hinders|hindered)$/;
const BE = /^(?:is|are|was|were|be)$/;

/** Reports a denied verb, and its sentence without the denial. */
function undo({aux, verb, affirmed}: NonNullable<ReturnType<typeof deniedVerb>>, confidence: number, note: string, put: Put): boolean {
  put({kind: 'doubled', start: aux.start, end: verb.end, proposals: [affirmed], confidence, note});
  return true;
}

/** Whether "than" stands within so many tokens from a token on, in its sentence. */
function compares({tokens, sentences}: Document, from: Token, reach: number): boolean {
  const {last} = sentences[from.sentence]!;
  for (let k = from.index; k <= last && k < from.index + reach; k++) if (tokens[k]!.word.folded === 'than') return true;
  return false;
}

/** "more serious than we do not think": French, Italian and Spanish deny behind a comparison. */
export function thanNot(document: Document, than: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[than.sentence]!;
  let compared = false;
  for (let k = than.index - 1; k >= first && than.index - k < 7 && !compared; k--) compared = tokens[k]!.kind === 'word' && COMPARED.test(tokens[k]!.word.folded);
  const subject = document.after(than);
  if (!compared || subject?.kind !== 'word' || !PRONOUN.test(subject.word.folded) && !DETERMINER.test(subject.word.folded)) return false;
  const found = deniedBehind(document, subject.index + 1, PRONOUN.test(subject.word.folded) ? 2 : 5);
  // "Those who have are happier than those who do not have"
  if (!found || !isListed('judging', found.verb.word.folded)) return false;
  return undo(found, 0.8, 'English does not negate behind “than”.', put);
}

/** "to avoid that the dam does not break": what is prevented, denied. */
export function preventedNot(document: Document, not: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[not.sentence]!;
  const found = deniedVerb(document, document.before(not));
  if (!found) return false;
  for (let k = found.aux.index - 1; k > first && found.aux.index - k < 8; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    if (t.word.folded !== 'that') continue;
    return PREVENTS.test(tokens[k - 1]!.word.folded) && undo(found, 0.66, `“${tokens[k - 1]!.text}” denies already: two negations cancel each other.`, put);
  }
  return false;
}

/** "He almost did not drown": Slavic languages deny what nearly happened. */
export function almostNot(document: Document, not: Token, put: Put): boolean {
  const did = document.before(not);
  const almost = did && document.before(did);
  const found = deniedVerb(document, did);
  if (!found || did!.word.folded !== 'did' || !almost || !/^(?:almost|nearly)$/.test(almost.word.folded) || !isListed('mishaps', found.verb.word.folded)) return false;
  return undo(found, 0.6, 'What nearly happened is said without “not”.', put);
}

/** "no matter what he did not say", "Whatever the doctors did not try": Slavic languages deny behind such words. */
export function whateverNot(document: Document, not: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[not.sentence]!;
  const found = deniedVerb(document, document.before(not));
  if (!found) return false;
  const {aux} = found;
  const subject = document.before(aux);
  if (subject?.kind !== 'word') return false;
  for (let k = aux.index - 1; k >= first && aux.index - k < 5; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    const matter = /^(?:what|who|how|where|whom|which)$/.test(t.word.folded) && tokens[k - 1]?.word.folded === 'matter' && tokens[k - 2]?.word.folded === 'no';
    if (matter || /^(?:whatever|wherever|however|whomever)$/.test(t.word.folded) && tokens[k + 1]?.kind === 'word' && k < aux.index - 1) return undo(found, matter ? 0.6 : 0.4, `“${matter ? 'No matter' : t.text}” is said without “not”.`, put);
  }
  return false;
}

/** "could not not notice": of Russian "не мог не". */
export function notNot(document: Document, not: Token, put: Put): boolean {
  const before = document.before(not);
  const can = before && document.before(before);
  const verb = document.after(not);
  const twice = before?.word.folded === 'not' && can && /^(?:can|could)$/.test(can.word.folded) ? can : before?.word.folded === 'cannot' ? before : undefined;
  if (!twice || verb?.kind !== 'word' || verb.word.folded === 'be' || !isInfinitive(verb.word.folded)) return false;
  put({kind: 'doubled', start: twice.start, end: verb.end, proposals: [`${twice.word.folded === 'could' ? 'could' : 'can'} only ${verb.text}`, `${twice.word.folded === 'could' ? 'could' : 'can'}not fail to ${verb.text}`], confidence: 0.5, note: 'Two negations cancel each other.'});
  return true;
}

/** "It is not more possible", "were not more needed": what has ended is no longer so. */
export function notMore(document: Document, not: Token, put: Put): boolean {
  const be = document.before(not);
  const more = document.after(not);
  const state = more && document.after(more);
  if (!be || !BE.test(be.word.folded) || !more || !/^(?:more|anymore)$/.test(more.word.folded) || state?.kind !== 'word' || state.sentence !== not.sentence || !isListed('ended-states', state.word.folded)) return false;
  if (compares(document, state, 12)) return false;
  put({kind: 'doubled', start: not.start, end: more.end, proposals: ['no longer'], confidence: more.word.folded === 'more' ? 0.6 : 0.5, note: 'What has ended is no longer so.'});
  return true;
}

/** "The museum is no more open on Sundays": "no more" counts, "no longer" tells of time. */
export function noMore(document: Document, no: Token, put: Put): boolean {
  const be = document.before(no);
  const more = document.after(no);
  const state = more && document.after(more);
  if (!be || !BE.test(be.word.folded) || more?.word.folded !== 'more' || state?.kind !== 'word' || state.sentence !== no.sentence || /^(?:a|an|the|in|at)$/.test(state.word.folded) || !isListed('ended-states', state.word.folded) || document.before(be)?.word.folded === 'there') return false;
  if (compares(document, state, 12)) return false;
  put({kind: 'doubled', start: no.start, end: more.end, proposals: ['no longer'], confidence: 0.5, note: 'What has ended is no longer so.'});
  return true;
}

/** "The minister is more a member of the party": French "n’est plus", of which half was lost. */
export function isMore(document: Document, more: Token, put: Put): boolean {
  const {tokens} = document;
  const be = document.before(more);
  const next = document.after(more);
  const subject = be && document.before(be);
  if (!be || !/^(?:is|are|was|were)$/.test(be.word.folded) || next?.kind !== 'word' || subject?.kind !== 'word' || !(/^(?:he|she)$/.test(subject.word.folded) || isListed('office-holders', subject.word.folded))) return false;
  const part = /^an?$/.test(next.word.folded) && isListed('memberships', tokens[next.index + 1]?.word.folded ?? '') || /^(?:in|at)$/.test(next.word.folded) && /^(?:office|power|charge|work|school|hospital|prison)$/.test(tokens[next.index + 1]?.word.folded ?? '') || isListed('memberships', next.word.folded) && tokens[next.index + 1]?.word.folded === 'of';
  if (!part) return false;
  if (compares(document, next, 16)) return false;
  put({kind: 'lost', start: more.start, end: more.end, proposals: ['no longer'], confidence: 0.6, message: 'A negation seems to be lost: `more` for `no longer`', note: 'What has ended is no longer so.'});
  return true;
}

/** "Residents were not advised to drink the water": what one was told is not to do it. */
export function toldNot(document: Document, not: Token, put: Put): boolean {
  const be = document.before(not);
  const told = document.after(not);
  const to = told && document.after(told);
  if (!be || !/^(?:is|are|was|were|been)$/.test(be.word.folded) || !told || !/^(?:advised|recommended|urged)$/.test(told.word.folded) || to?.word.folded !== 'to' || !baseOfParticiple(told.word.folded)) return false;
  const verb = document.after(to);
  if (verb?.kind !== 'word' || !isInfinitive(verb.word.folded) || posOf(document, verb) !== 'VERB' && posOf(document, verb) !== 'AUX') return false;
  put({kind: 'doubled', start: not.start, end: told.end, proposals: [`${told.text} not`], confidence: 0.42, note: 'Who should leave something alone is told not to do it.'});
  return true;
}
