/** Negations beside what denies by itself ("hardly anyone did not", "prevented from not", "no longer not"), and those in the form of another language ("works not more", "has nor water nor food", "at all clear"). */
import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS, NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfIng, baseOfParticiple, baseOfPast, ingOf, isInfinitive} from '../../src/document/verbs.ts';
import {startsObject} from '../../src/evidence/clause.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {affirmed, deniedBehind, deniedVerb, HELPER} from './denied-verb.ts';
import {denied} from './sentence.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const BE = /^(?:is|are|was|were)$/;
const HAVE = /^(?:has|have|had)$/;
const TWICE = 'two negations cancel each other.';
/** What keeps somebody from something. */
const PREVENTS = /^(?:prevent(?:s|ed|ing)?|stop(?:s|ped|ping)?|prohibit(?:s|ed|ing)?|deter(?:s|red|ring)?|discourag(?:e|es|ed|ing)|hinder(?:s|ed|ing)?|bar(?:s|red|ring)?|ban(?:s|ned|ning)?|dissuad(?:e|es|ed|ing)|refrain(?:s|ed|ing)?|abstain(?:s|ed|ing)?)$/;
/** What forbids somebody to do something. */
const FORBIDS = /^(?:forbid|forbids|forbade|forbidden|forbidding|prohibit|prohibits|prohibited|prohibiting|banned|bans)$/;
const AVOIDS = /^avoid(?:s|ed|ing)?$/;
/** What is seldom said of what did not happen, for it is said against what did. */
const DOUBTS = /^(?:den(?:y|ies|ied|ying)|doubt(?:s|ed)?)$/;
const PEOPLE = /^(?:anyone|anybody|anything|any|a|one|ever)$/;

const isQuestion = ({tokens, sentences}: Document, sentence: number) => {
  const {last} = sentences[sentence]!;
  return tokens[last]!.text === '?' || tokens[last - 1]?.text === '?';
};

/** The words beside a "not", and what takes it out; undefined where it does not stand between two words. */
export function neighboursOf(document: Document, not: Token, put: Put) {
  const before = document.before(not);
  const next = document.after(not);
  if (before?.kind !== 'word' || next?.kind !== 'word' || next.sentence !== not.sentence) return undefined;
  const drop = (confidence: number, note: string) => {
    put({kind: 'doubled', start: not.start, end: next.start, proposals: [''], confidence, note});
    return true;
  };
  return {before, next, drop};
}

/** Mechanisms at a "not". */
export function notBeside(document: Document, not: Token, put: Put): boolean {
  const {tokens} = document;
  const beside = neighboursOf(document, not, put);
  if (!beside) return false;
  const {before, next, drop} = beside;
  const b = before.word.folded;
  const n = next.word.folded;
  if (b === 'from' && n.endsWith('ing') && baseOfIng(n)) {
    if (document.before(before)?.word.folded === 'far') return drop(0.75, `“Far from” denies already: ${TWICE}`);
    for (let k = before.index - 1; k > before.index - 8 && tokens[k]?.sentence === not.sentence && tokens[k]!.kind === 'word'; k--) if (PREVENTS.test(tokens[k]!.word.folded)) return drop(0.72, `“${tokens[k]!.text}” denies already: ${TWICE}`);
    return false;
  }
  if (AVOIDS.test(b)) {
    const verb = n === 'to' ? document.after(next) : undefined;
    if (verb?.kind === 'word' && isInfinitive(verb.word.folded)) {
      put({kind: 'doubled', start: not.start, end: verb.end, proposals: [ingOf(verb.word.folded)], confidence: 0.85, note: `“Avoid” denies already: ${TWICE}`});
      return true;
    }
    return n.endsWith('ing') && baseOfIng(n) !== undefined && drop(0.5, `“Avoid” denies already: ${TWICE}`);
  }
  if (/^(?:hardly|scarcely|barely)$/.test(b)) return drop(0.6, `“${before.text}” denies already: ${TWICE}`);
  if (b === 'longer' && document.before(before)?.word.folded === 'no') return drop(0.75, `“No longer” denies already: ${TWICE}`);
  if (n === 'to') {
    // "forbade the press not to film"
    for (let k = not.index - 1; k > not.index - 6 && tokens[k]?.sentence === not.sentence && tokens[k]!.kind === 'word'; k--) {
      if (/^(?:and|or|but|who|that|which)$/.test(tokens[k]!.word.folded)) return false;
      if (FORBIDS.test(tokens[k]!.word.folded)) return k < not.index - 1 && drop(0.66, `“${tokens[k]!.text}” denies already: ${TWICE}`);
    }
    return false;
  }
  if (n === 'none' && HELPER.test(b)) {
    put({kind: 'doubled', start: not.start, end: next.end, proposals: [document.after(next)?.kind === 'word' ? 'no' : 'none'], confidence: 0.8, note: 'English negates once: “no” or “not any”.'});
    return true;
  }
  // "does not more work", "can not more pay"
  if (n === 'more' && /^(?:do|does|did|can|could|will|would)$/.test(b)) {
    const verb = document.after(next);
    if (verb?.kind !== 'word' || !isInfinitive(verb.word.folded) && verb.word.folded !== 'work') return false;
    put({kind: 'doubled', start: before.start, end: verb.end, proposals: [/^d/.test(b) ? `no longer ${affirmed(b, verb.word.folded)}` : `${b} no longer ${verb.text}`], confidence: 0.75, note: 'What has ended is no longer so.'});
    return true;
  }
  // "is not still known", "has not still been repaired"
  if (n === 'still' && (BE.test(b) || HAVE.test(b))) {
    const done = document.after(next);
    if (done?.kind !== 'word' || done.word.shape !== 'lower' || !(done.word.folded === 'been' || /^(?:known|clear)$/.test(done.word.folded) || HAVE.test(b) && baseOfParticiple(done.word.folded))) return false;
    put({kind: 'doubled', start: not.start, end: next.end, proposals: ['still not', 'not yet'], confidence: 0.66, note: 'What is to come has not happened yet, or still has not.'});
    return true;
  }
  // "has not money", "had not children": of what there is none.
  if (HAVE.test(b) && n !== 'but' && next.word.shape === 'lower') {
    const behind = tokens[next.index + 1];
    const goesOn = behind?.sentence === not.sentence && behind.kind === 'word' && !/^(?:to|for|and|or|in|at|on|of|with)$/.test(behind.word.folded) || behind?.text === '-';
    if (!goesOn && (/^(?:money|time|water|food|children|friends|enemies|electricity|work|information|evidence|access|room|space|power|strength|problems|luck|heating|weapons|doctors|medicine|medicines|teachers|fuel)$/.test(n) || pluralNoun(next) && !baseOfParticiple(n)) && posOf(document, next) === 'NOUN') {
      put({kind: 'doubled', start: not.start, end: not.end, proposals: ['no'], confidence: 0.66, note: 'Of what there is none English says “no”.'});
      return true;
    }
  }
  // "The club not has money"
  if (/^(?:has|is|was|were|are|can|will)$/.test(n) && before.word.shape === 'lower' && !BE.test(b) && posOf(document, before) === 'NOUN') {
    const the = document.before(before);
    if (!the || !/^(?:the|this|his|her|its|their|our)$/.test(the.word.folded) || !(document.opensSentence(the) || /^(?:that|but|because)$/.test(document.before(the)?.word.folded ?? ''))) return false;
    const participle = n === 'has' && baseOfParticiple(document.after(next)?.word.folded ?? '') !== undefined;
    put({kind: 'doubled', start: not.start, end: next.end, proposals: [n === 'has' && !participle ? 'does not have' : n === 'can' ? 'cannot' : `${next.text} not`], confidence: 0.7, note: '“Not” stands behind the verb that helps.'});
    return true;
  }
  // "does not have but two doctors", "has not but ruins": of French "ne … que".
  const but = n === 'but' ? next : /^(?:do|does|did)$/.test(b) && isInfinitive(n) && document.after(next)?.word.folded === 'but' ? document.after(next)! : undefined;
  if (but && (HELPER.test(b)) && (startsObject(document, but.index + 1, not.sentence) || NUMBER_WORDS.has(tokens[but.index + 1]?.word.folded ?? '')) && tokens[but.index - 1]!.kind === 'word') {
    const two = tokens[but.index + 1]!;
    if (but === next ? !/^(?:has|have|had)$/.test(b) || baseOfParticiple(two.word.folded) : !/^(?:a|an|two|three|four|five|one)$/.test(two.word.folded) && two.kind !== 'number') return false;
    put({kind: 'doubled', start: but === next ? not.start : before.start, end: but.end, proposals: [but === next ? 'only' : `${affirmed(b, n)} only`], confidence: 0.6, note: '“Not … but” stands for “only”.'});
    return true;
  }
  // "denied that he had not received money": what is denied is that he had.
  if (HELPER.test(b) && n !== 'only') for (let k = before.index - 1; k > before.index - 8 && tokens[k]?.sentence === not.sentence && tokens[k]!.kind === 'word'; k--) {
    if (tokens[k]!.word.folded !== 'that') continue;
    const verb = tokens[k - 1];
    if (!verb || verb.sentence !== not.sentence || !DOUBTS.test(verb.word.folded) || denied(document, verb) || /^(?:no|any|little|without|the|a)$/.test(document.before(verb)?.word.folded ?? '')) return false;
    const right = isInfinitive(n) || HAVE.test(b) ? affirmed(b, n) : `${before.text} ${next.text}`;
    put({kind: 'doubled', start: before.start, end: next.end, proposals: [right], confidence: 0.36, note: `“${verb.text}” denies already: ${TWICE}`});
    return true;
  }
  return false;
}

/** "Hardly anyone did not notice" */
export function hardlyAnyone(document: Document, hardly: Token, put: Put): boolean {
  const any = document.after(hardly);
  if (any?.kind !== 'word' || !PEOPLE.test(any.word.folded) || /^(?:a|one|ever)$/.test(any.word.folded)) return false;
  const found = deniedBehind(document, any.index + 1, 4);
  if (!found) return false;
  put({kind: 'doubled', start: found.aux.start, end: found.verb.end, proposals: [found.affirmed], confidence: 0.78, note: `“${hardly.text} ${any.text}” denies already: ${TWICE}`});
  return true;
}

/** "cannot no longer", "does not work no more", "no never": no beside what denies. */
export function noBeside(document: Document, no: Token, put: Put): boolean {
  const {tokens} = document;
  const before = document.before(no);
  const next = document.after(no);
  if (before?.kind !== 'word' || next?.kind !== 'word') return false;
  const b = before.word.folded;
  const n = next.word.folded;
  if (n === 'longer' && (b === 'not' || b === 'never' || b === 'cannot' || /n['’]t$/.test(b))) {
    put({kind: 'doubled', start: no.start, end: next.end, proposals: ['any longer'], confidence: 0.8, note: `English negates once: ${TWICE}`});
    return true;
  }
  if (/^(?:not|never)$/.test(n)) {
    // "Oh no, never", "no not a word": the first of two is said by itself.
    if (!/^(?:is|are|was|were|has|have|had|will|would|does|do|did|can|could)$/.test(b)) return false;
    put({kind: 'doubled', start: no.start, end: next.start, proposals: [''], confidence: 0.75, note: `English negates once: ${TWICE}`});
    return true;
  }
  // "will start no before March"
  if (n === 'before' && !/^(?:say|says|said|answer|vote|voted|yes|or|and|with|a|the|is|was)$/.test(b)) {
    put({kind: 'lost', start: no.start, end: no.end, proposals: ['not'], confidence: 0.66, note: 'A verb or an adverb is denied with “not”.'});
    return true;
  }
  // "decided to no sell the house"
  if (b === 'to' && isInfinitive(n) && startsObject(document, next.index + 1, no.sentence) && posOf(document, next) === 'VERB') {
    put({kind: 'lost', start: before.start, end: no.end, proposals: ['not to'], confidence: 0.72, note: 'An infinitive is denied with “not”.'});
    return true;
  }
  // "does not work no more."
  const behind = tokens[next.index + 1];
  if ((n === 'more' || n === 'longer') && (!behind || behind.sentence !== no.sentence || /^[.,;]$/.test(behind.text))) for (let k = no.index - 1; k > no.index - 5 && tokens[k]?.sentence === no.sentence && tokens[k]!.kind === 'word'; k--) {
    const t = tokens[k]!.word.folded;
    if (t !== 'not' && t !== 'cannot' && !/^(?:does|do|did|is|are|was|were|ca|wo)n['’]t$/.test(t)) continue;
    put({kind: 'doubled', start: no.start, end: no.end, proposals: ['any'], confidence: 0.55, note: `English negates once: ${TWICE}`});
    return true;
  }
  return false;
}

/** "None has not survived" */
export function noneDid(document: Document, none: Token, put: Put): boolean {
  const found = deniedVerb(document, document.after(none));
  if (!found) return false;
  put({kind: 'doubled', start: found.aux.start, end: found.verb.end, proposals: [found.affirmed], confidence: 0.72, note: `“None” denies already: ${TWICE}`});
  return true;
}

/** "has nor water nor food", "The residents nor the owner were told", "Nor even the coach", "nor was his wife not.": nor without what goes before it. */
export function norAlone(document: Document, nor: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first, last} = sentences[nor.sentence]!;
  const next = document.after(nor);
  if (next?.kind !== 'word') return false;
  if (document.opensSentence(nor)) {
    if (next.word.folded !== 'even') return false;
    put({kind: 'doubled', start: nor.start, end: nor.end, proposals: ['Not'], confidence: 0.72, note: 'It is “not even”.'});
    return true;
  }
  // What denies before it, or a clause of its own: "He left, nor did he return".
  for (let k = nor.index - 1; k >= first && nor.index - k < 40; k--) if (/^(?:not|no|never|neither|nor|nobody|nothing|none|nowhere|without|cannot|hardly|barely|rarely|seldom|few|little|unable|unlikely|refused|declined|failed|denied|denies|lacks?|lacked|impossible)$|n['’]t$|^un[a-z]{4}/.test(tokens[k]!.word.folded)) return false;
  const before = document.before(nor);
  if (before?.kind !== 'word' || HELPER.test(next.word.folded)) return false;
  let second = -1;
  for (let k = nor.index + 2; k <= last && k < nor.index + 9 && second < 0; k++) if (tokens[k]!.word.folded === 'nor') second = k;
  if (second > 0) {
    put({kind: 'lost', start: nor.start, end: nor.end, proposals: ['neither'], confidence: 0.82, note: 'The first of two “nor” is “neither”.'});
    return true;
  }
  const subject = tokens[first]!;
  if (!document.opensSentence(subject) || nor.index - first > 5 || subject.kind !== 'word' || posOf(document, before) !== 'NOUN' && posOf(document, before) !== 'PROPN') return false;
  for (let k = first; k < nor.index; k++) if (tokens[k]!.kind !== 'word' || posOf(document, tokens[k]!) === 'VERB' || posOf(document, tokens[k]!) === 'AUX') return false;
  put({kind: 'lost', start: subject.start, end: nor.end, proposals: [`Neither ${subject.word.isName && !FUNCTION_WORDS.has(subject.word.folded) ? subject.text : subject.text.toLowerCase()}${document.text.slice(subject.end, nor.end)}`], confidence: 0.7, message: 'A `neither` seems to be lost before `nor`', note: '“Nor” goes on from “neither” or from another negation.'});
  return true;
}

/** "The army has neither confirmed the attack.": neither behind the helping verb, with no “nor”. */
export function neitherDone(document: Document, neither: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {last} = sentences[neither.sentence]!;
  const aux = document.before(neither);
  const verb = document.after(neither);
  if (!aux || verb?.kind !== 'word' || !HELPER.test(aux.word.folded) || !(HAVE.test(aux.word.folded) ? baseOfParticiple(verb.word.folded) : /^(?:did|does|do|will|would|can|could)$/.test(aux.word.folded) && isInfinitive(verb.word.folded))) return false;
  for (let k = verb.index + 1; k <= last; k++) if (/^(?:nor|or|and|but)$/.test(tokens[k]!.word.folded)) return false;
  put({kind: 'doubled', start: neither.start, end: neither.end, proposals: ['not', 'also not'], confidence: 0.6, note: '“Neither” behind the verb that helps needs “nor”.'});
  return true;
}

/** "Neither the rain stopped the fans": for not even, or nor. */
export function neitherSubject(document: Document, neither: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {last} = sentences[neither.sentence]!;
  const the = document.after(neither);
  const noun = the && document.after(the);
  const verb = noun && document.after(noun);
  if (!document.opensSentence(neither) || !the || !/^(?:the|this|his|her|its|their|our)$/.test(the.word.folded) || verb?.kind !== 'word' || noun?.word.shape !== 'lower') return false;
  for (let k = the.index; k <= last; k++) if (/^(?:nor|or|neither)$/.test(tokens[k]!.word.folded)) return false;
  const base = baseOfPast(verb.word.folded);
  if (!base || base === verb.word.folded || posOf(document, verb) !== 'VERB' || !startsObject(document, verb.index + 1, neither.sentence)) return false;
  put({kind: 'doubled', start: neither.start, end: neither.end, proposals: ['Not even'], confidence: 0.62, note: '“Neither” before one subject needs “nor” and another.'});
  return true;
}

/** "already does not work", "is already not": of Slavic "уже не". */
export function alreadyNot(document: Document, already: Token, put: Put): boolean {
  const {tokens} = document;
  const next = document.after(already);
  const before = document.before(already);
  if (next?.kind !== 'word' || isQuestion(document, already.sentence)) return false;
  const note = 'What was so and is so no more is “no longer” so.';
  if (next.word.folded === 'not' && before && HELPER.test(before.word.folded)) {
    const behind = document.after(next);
    if (behind?.kind !== 'word' || before.word.folded === 'if') return false;
    put({kind: 'doubled', start: already.start, end: next.end, proposals: ['no longer'], confidence: 0.7, note});
    return true;
  }
  const not = tokens[next.index + 1];
  const verb = tokens[next.index + 2];
  if (!/^(?:do|does|did|can|could|is|are|was|were|will)$/.test(next.word.folded) || not?.word.folded !== 'not' || verb?.kind !== 'word' || before?.kind !== 'word' || BE.test(before.word.folded) || HELPER.test(before.word.folded)) return false;
  const helps = /^d/.test(next.word.folded);
  if (helps && !isInfinitive(verb.word.folded)) return false;
  put({kind: 'doubled', start: already.start, end: verb.end, proposals: [helps ? `no longer ${affirmed(next.word.folded, verb.word.folded)}` : `${next.text} no longer ${verb.text}`], confidence: 0.75, note});
  return true;
}

/** "were at all surprised": what strengthens a denial, before an adjective. */
export function atAllClear(document: Document, all: Token, put: Put): boolean {
  const at = document.before(all);
  const be = at && document.before(at);
  const next = document.after(all);
  if (!at || !be || !BE.test(be.word.folded) || next?.kind !== 'word' || !isListed('at-all', next.word.folded) || denied(document, at) || isQuestion(document, all.sentence)) return false;
  put({kind: 'lost', start: at.start, end: all.end, proposals: ['not at all'], confidence: 0.66, message: 'A `not` seems to be lost before `at all`', note: '“At all” needs a negation or a question.'});
  return true;
}

/** "are yet official", "is yet repaired" */
export function yetOfficial(document: Document, yet: Token, put: Put): boolean {
  const be = document.before(yet);
  const next = document.after(yet);
  if (!be || !BE.test(be.word.folded) || next?.kind !== 'word' || !isListed('still-to-come', next.word.folded) || denied(document, yet)) return false;
  put({kind: 'lost', start: yet.start, end: yet.end, proposals: ['not yet'], confidence: 0.62, message: 'A `not` seems to be lost before `yet`', note: '“Yet” between the verb and what it says needs a negation.'});
  return true;
}

/** "Ever had the river risen so high": the verb stands before its subject behind a negation alone. */
export function everFirst(document: Document, ever: Token, put: Put): boolean {
  const aux = document.after(ever);
  if (!document.opensSentence(ever) || !aux || !/^(?:has|have|had|did|was|were)$/.test(aux.word.folded) || isQuestion(document, ever.sentence)) return false;
  if (!startsObject(document, aux.index + 1, ever.sentence) && !/^(?:he|she|it|they|we|i|so)$/.test(document.after(aux)?.word.folded ?? '')) return false;
  put({kind: 'lost', start: ever.start, end: ever.end, proposals: ['Never'], confidence: 0.8, note: 'The verb stands before its subject, as it does behind a negation only.'});
  return true;
}

/** "The company has anymore the money" */
export function hasAnymore(document: Document, anymore: Token, put: Put): boolean {
  const verb = document.before(anymore);
  if (!verb || !/^(?:has|have|had|is|are|was|were|exists|works|lives|knows)$/.test(verb.word.folded) || !startsObject(document, anymore.index + 1, anymore.sentence) && !/^(?:a|an|the|any|in|there|here)$/.test(document.after(anymore)?.word.folded ?? '') || denied(document, anymore)) return false;
  const w = verb.word.folded;
  put({kind: 'lost', start: verb.start, end: anymore.end, proposals: [BE.test(w) ? `${w} no longer` : `no longer ${w}`], confidence: 0.7, message: 'A negation seems to be lost before `anymore`', note: '“Anymore” needs a negation.'});
  return true;
}

/** "We cannot regret this": of French "ne peut que". */
export function canOnly(document: Document, cannot: Token, put: Put): boolean {
  const verb = document.after(cannot);
  if (verb?.kind !== 'word' || !isListed('can-only', verb.word.folded) || !/^(?:we|i|one)$/.test(document.before(cannot)?.word.folded ?? '') || !startsObject(document, verb.index + 1, cannot.sentence) && !/^(?:that|this|at|in)$/.test(document.after(verb)?.word.folded ?? '')) return false;
  put({kind: 'doubled', start: cannot.start, end: cannot.end, proposals: ['can only'], confidence: 0.5, message: 'Expected `can only`: `cannot` seems to be only half of what was said', note: 'French says “can only” with two words (ne … que), of which one came out as “not”.'});
  return true;
}

/** "has anything to do with the weather", "There was anyone in the house" */
export function anyThere(document: Document, any: Token, put: Put): boolean {
  const {tokens} = document;
  const verb = document.before(any);
  if (verb?.kind !== 'word' || denied(document, any)) return false;
  const none = any.word.folded === 'anything' ? 'nothing' : any.word.folded === 'anyone' ? 'no one' : 'nobody';
  const next = tokens[any.index + 1];
  const n = next?.sentence === any.sentence ? next.word.folded : '';
  const there = BE.test(verb.word.folded) && document.before(verb)?.word.folded === 'there';
  const toDo = HAVE.test(verb.word.folded) && n === 'to' && tokens[any.index + 2]?.word.folded === 'do' && any.word.folded === 'anything' && !/^(?:to|who|that|which|may|might|could|can)$/.test(document.before(verb)?.word.folded ?? '');
  if (!there && !toDo || there && !(n === '' || /^(?:left|in|at|on|here|to|who|for|there|inside|new)$/.test(n) || /^[.,;]$/.test(next!.text))) return false;
  put({kind: 'lost', start: any.start, end: any.end, proposals: [none], confidence: 0.66, note: `“${any.text}” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.`});
  return true;
}

/** "has commented on the affair yet." */
export function doneYet(document: Document, yet: Token, put: Put): boolean {
  const {tokens} = document;
  const next = tokens[yet.index + 1];
  const before = document.before(yet);
  if (before?.kind !== 'word' || next && next.sentence === yet.sentence && !/^[.;]$/.test(next.text) || denied(document, yet) || isQuestion(document, yet.sentence)) return false;
  for (let k = yet.index - 3; k > yet.index - 9 && tokens[k]?.sentence === yet.sentence && tokens[k]!.kind === 'word'; k--) {
    const done = tokens[k + 1]!;
    if (/(?:e|i)st$|^(?:most|more|best|first|only|as|so|worst|but|and|what|if)$/.test(done.word.folded)) return false;
    if (!HAVE.test(tokens[k]!.word.folded)) continue;
    if (!(done.word.folded === 'been' || baseOfParticiple(done.word.folded)) || done.word.folded === 'had') return false;
    put({kind: 'lost', start: done.start, end: done.end, proposals: [`not ${done.text}`], confidence: 0.62, message: `A \`not\` seems to be lost before \`${done.text}\``, note: '“Yet” at the end of a statement needs a negation.'});
    return true;
  }
  return false;
}

/** "not only lost votes, and also its leader" */
export function andAlso(document: Document, also: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const and = document.before(also);
  if (and?.word.folded !== 'and') return false;
  const {first} = sentences[also.sentence]!;
  for (let k = and.index - 1; k > first && and.index - k < 20; k--) {
    const w = tokens[k]!.word.folded;
    if (w === 'but' || w === 'and' || tokens[k]!.text === ';') return false;
    if (w !== 'only' || tokens[k - 1]!.word.folded !== 'not') continue;
    put({kind: 'lost', start: and.start, end: and.end, proposals: ['but'], confidence: 0.66, note: 'Behind “not only” comes “but also”.'});
    return true;
  }
  return false;
}

/** "did not nowhere advance", "no nothing", "without not asking", "has yet not been" */
export function besideNot(document: Document, not: Token, put: Put): boolean {
  const before = document.before(not);
  const next = document.after(not);
  if (before?.kind !== 'word' || next?.kind !== 'word') return false;
  const n = next.word.folded;
  const b = before.word.folded;
  if (b === 'without' && n.endsWith('ing')) {
    put({kind: 'doubled', start: not.start, end: next.start, proposals: [''], confidence: 0.72, note: `“Without” denies already: ${TWICE}`});
    return true;
  }
  if (b === 'yet' && HAVE.test(document.before(before)?.word.folded ?? '')) {
    put({kind: 'doubled', start: before.start, end: not.end, proposals: ['not yet'], confidence: 0.55, note: 'What is to come has not happened yet.'});
    return true;
  }
  const any = /^(?:nowhere|nobody|nothing|never)$/.test(n) ? n.replace(/^no/, 'any').replace('never', 'ever') : undefined;
  const verb = document.after(next);
  if (!any || !/^(?:do|does|did|can|could|will|would|has|have|had)$/.test(b) || verb?.kind !== 'word' || !(HAVE.test(b) ? baseOfParticiple(verb.word.folded) : isInfinitive(verb.word.folded))) return false;
  put({kind: 'doubled', start: next.start, end: next.end, proposals: [any], confidence: 0.72, note: `English negates once: ${TWICE}`});
  return true;
}
