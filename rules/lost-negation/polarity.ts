/** What only a negation allows, however far from its verb: "voted for the budget either", "There is evidence whatsoever", "had money for bread, let alone medicine", "will sign any agreement until". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {denied} from './sentence.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const BE = /^(?:is|are|was|were)$/;
const HAVE = /^(?:has|have|had)$/;
const MODAL = /^(?:will|would|can|could)$/;
const DO = /^(?:do|does|did)$/;
/** Here another clause begins. */
const CLAUSE = /^(?:that|which|who|whom|whose|because|when|if|while|but|although|as|than|where|what|how|why|since)$/;
const ADVERB = /^(?:also|already|still|ever|even|just|now|so|far|yet|actually|really|[a-z]{3,}ly)$/;

/** A finite verb, and what it is when it is denied. */
interface Finite {
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly string[];
  readonly first: Token;
  /** Whether it tells what happened or is, not what may or will. */
  readonly told: boolean;
  /** Whether it is “be” or “have” itself, with no other verb. */
  readonly being?: boolean;
}

/** The word before a token, adverbs passed over. */
function beforeAdverb(document: Document, token: Token): Token | undefined {
  let before = document.before(token);
  while (before?.kind === 'word' && ADVERB.test(before.word.folded) && before.sentence === token.sentence) before = document.before(before);
  return before?.kind === 'word' ? before : undefined;
}

/** The finite verb that governs what stands at token `from` on, at most sixteen tokens back in its clause; `near` with no infinitive or participle between. */
export function governing(document: Document, from: number, near = false): Finite | undefined {
  const {tokens, sentences} = document;
  const {sentence} = tokens[from]!;
  const {first} = sentences[sentence]!;
  for (let k = from - 1; k > first && from - k < 16; k--) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind === 'number') continue;
    if (t.kind !== 'word' || CLAUSE.test(w)) return undefined;
    if (t.word.shape !== 'lower') continue;
    const before = beforeAdverb(document, t);
    const b = before?.word.folded ?? '';
    if (!(w === 'have' && (MODAL.test(b) || b === 'to')) && (BE.test(w) || HAVE.test(w))) return isAuxiliary(document, t, from) ? undefined : ofBeing(document, t, from);
    if (MODAL.test(w) || DO.test(w) || b === 'be') return undefined;
    if (w.endsWith('ing') && !BE.test(b) && posOf(document, t) === 'VERB' || b === 'to') {
      if (near) return undefined;
      continue;
    }
    const helped = BE.test(b) || HAVE.test(b) ? w === 'been' || w.endsWith('ing') || baseOfParticiple(w) !== undefined && posOf(document, t) !== 'ADJ' : (MODAL.test(b) || DO.test(b)) && isInfinitive(w) || b === 'been' && baseOfParticiple(w) !== undefined;
    if (helped) {
      const aux = b === 'been' ? beforeAdverb(document, before!) : before!;
      if (!aux || b === 'been' && !HAVE.test(aux.word.folded)) return undefined;
      const behind = document.text.slice(aux.end, t.end);
      return {start: aux.start, end: t.end, proposals: [aux.word.folded === 'can' ? `cannot${behind}` : `${aux.text} not${behind}`], first: aux, told: !MODAL.test(aux.word.folded)};
    }
    if (posOf(document, t) !== 'VERB' || before === undefined || /^(?:a|an|the|his|her|its|their|of|in|at|by|for|with|and|or)$/.test(b)) continue;
    const past = baseOfPast(w);
    const third = w.endsWith('s') ? baseOfThird(w) : undefined;
    if (past === undefined && third === undefined && !(isInfinitive(w) && /^(?:they|we|i|you)$|[a-z]{3}s$/.test(b))) continue;
    const told = past !== undefined && past !== w;
    return {start: t.start, end: t.end, proposals: [told ? `did not ${past}` : third ? `does not ${third}` : `do not ${w}`], first: t, told};
  }
  return undefined;
}

/** Whether "is", "has" help a verb that stands before token `end`. */
function isAuxiliary({tokens}: Document, aux: Token, end: number): boolean {
  let k = aux.index + 1;
  while (k < end && tokens[k]!.kind === 'word' && ADVERB.test(tokens[k]!.word.folded)) k++;
  return k < end && /^(?:not|never|no)$/.test(tokens[k]!.word.folded);
}

/** "is", "has" as the verb itself: "There is no evidence", "had no chances", "is not safe". */
function ofBeing(document: Document, verb: Token, from: number): Finite | undefined {
  const next = document.after(verb);
  if (next?.kind !== 'word' || next.sentence !== verb.sentence) return undefined;
  const there = document.before(verb)?.word.folded === 'there';
  const had = HAVE.test(verb.word.folded);
  const base = verb.word.folded === 'had' ? 'did not have' : verb.word.folded === 'has' ? 'does not have' : 'do not have';
  if (next.index < from && (had || there) && /^(?:a|an|any)$/.test(next.word.folded)) return {start: verb.start, end: next.end, proposals: [`${verb.text} no`, ...(had ? [`${base} ${next.word.folded === 'any' ? 'any' : next.text}`] : [])], first: verb, told: true, being: true};
  if (next.index < from && (had || there) && next.word.shape === 'lower' && !/^(?:the|his|her|its|their|this|that|these|those|to)$/.test(next.word.folded)) return {start: verb.start, end: next.end, proposals: [`${verb.text} no ${next.text}`, ...(had ? [`${base} ${next.text}`] : [])], first: verb, told: true, being: true};
  if (had && next.index === from && tokensAny(next)) return {start: verb.start, end: next.end, proposals: next.word.folded === 'any' ? [`${verb.text} no`, `${base} any`] : [`${base} ${next.text}`], first: verb, told: true, being: true};
  return {start: verb.start, end: verb.end, proposals: [had ? base : `${verb.text} not`], first: verb, told: true, being: true};
}
const tokensAny = (t: Token) => /^any/.test(t.word.folded);

const stops = ({tokens}: Document, token: Token, more?: RegExp) => {
  const next = tokens[token.index + 1];
  return !next || next.sentence !== token.sentence || /^[.,;:!)”"]$/.test(next.text) || more !== undefined && next.kind === 'word' && more.test(next.word.folded);
};
const PREPOSITION = /^(?:in|at|on|for|to|of|during|after|before|by|with|since|from|about|and)$/;

/** What strengthens a negation: where the phrase that `token` ends begins, and how sure it is that nothing else is said; undefined for all others. */
function strengthens(document: Document, token: Token): readonly [from: number, confidence: number] | undefined {
  const {tokens} = document;
  const {index: i} = token;
  const back = (n: number) => (tokens[i - n]?.sentence === token.sentence ? tokens[i - n]!.word.folded : '');
  switch (token.word.folded) {
    case 'all': return back(1) === 'at' && stops(document, token, PREPOSITION) ? [i - 1, 0.66] : undefined;
    case 'whatsoever': return [i, 0.66];
    case 'longer': return back(1) === 'any' && stops(document, token, PREPOSITION) ? [i - 1, 0.66] : undefined;
    case 'anymore': return stops(document, token) ? [i, 0.7] : undefined;
    case 'either': return stops(document, token) && back(1) !== 'of' ? [i, 0.5] : undefined;
    case 'way': return back(1) === 'any' && back(2) === 'in' && stops(document, token) ? [i - 2, 0.5] : undefined;
    case 'alone': return back(1) === 'let' && back(2) === '' && tokens[i - 2]?.text === ',' ? [i - 2, 0.5] : undefined;
    case 'least': return back(1) === 'the' && back(2) === 'in' && stops(document, token) ? [i - 2, 0.5] : undefined;
    case 'yet': return back(1) === 'as' && stops(document, token) ? [i - 1, 0.62] : undefined;
    default: return undefined;
  }
}

/** "The driver was hurt at all", "The line has been served anymore" */
export function strengthened(document: Document, token: Token, put: Put): boolean {
  const found = strengthens(document, token);
  if (!found || denied(document, document.tokens[found[0]]!)) return false;
  const verb = governing(document, found[0]);
  if (!verb) return false;
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: verb.proposals, confidence: found[1], message: `A negation seems to be lost: \`${document.slice(found[0], token.index).replace(/^, /, '')}\` needs one`, note: 'As it stands, the sentence may say the opposite of what was meant.'});
  return true;
}

/** "is by any means worried": no for any. */
export function byAnyMeans(document: Document, means: Token, put: Put): boolean {
  const any = document.before(means);
  const by = any && document.before(any);
  if (any?.word.folded !== 'any' || by?.word.folded !== 'by' || denied(document, by) || !BE.test(document.before(by)?.word.folded ?? '')) return false;
  put({kind: 'lost', start: any.start, end: any.end, proposals: ['no'], confidence: 0.62, note: '“By any means” strengthens a negation.'});
  return true;
}

/** Behind these any is whichever. */
const WHICHEVER = /^(?:who|whom|that|which|whose|he|she|they|it|we|you|i|but|number|amount|more|other|else|given|time|moment|means|way|case|rate|event|cost|price|stage|circumstances|circumstance|pretext|available|necessary|possible|with|interested|wishing|wanting|willing|looking|longer|kind|sort|can|could|will|would|may)$/;
/** What is done to all alike, or to whoever comes: "banned any protest", "open to anyone". */
const FOR_WHOEVER = /^(?:open|offered|available|offers?|promised?|promises|welcom(?:e|es|ed)|free|easier|urged?|encouraged?|called|calls|warn(?:s|ed)?|invited?|intends?|ready|prepared|beyond|out|grew|worth|enough|tried|tries|trying|helps?|helped|like|surpassed|exceeded|beat)$/;

/** "has had any electricity", "was charged with anything", "Experts do see any danger": any in what is told as having happened. */
export function anyTold(document: Document, any: Token, licensed: (i: number) => boolean, put: Put): boolean {
  const {tokens} = document;
  const next = document.after(any);
  const bare = any.word.folded === 'any';
  if (bare && (next?.kind !== 'word' || next.sentence !== any.sentence || next.word.shape !== 'lower' || WHICHEVER.test(next.word.folded) || WHICHEVER.test(tokens[next.index + 1]?.word.folded ?? '')) || !bare && next?.kind === 'word' && (WHICHEVER.test(next.word.folded) || next.word.folded === 'from')) return false;
  const lead = document.before(any);
  if (lead && /^(?:for|like|than|from|as|to|with)$/.test(lead.word.folded) || tokens[document.sentences[any.sentence]!.first]!.word.folded === 'any') return false;
  const verb = governing(document, any.index, true);
  if (!verb || verb.being && any.index - verb.first.index > 2) return false;
  for (let k = verb.first.index; k < any.index; k++) if (tokens[k]!.kind === 'word' && FOR_WHOEVER.test(tokens[k]!.word.folded)) return false;
  const does = DO.test(verb.first.word.folded);
  const told = verb.told || /^(?:knows|has|shows|sees|wants|feels|finds|expects|plans)$/.test(verb.first.word.folded);
  const nothing = /^(?:can|could)$/.test(verb.first.word.folded) && tokens[any.index - 1]!.word.folded === 'do' && any.word.folded === 'anything' && /^(?:for|about|against|with)$/.test(next?.word.folded ?? '');
  if (nothing ? denied(document, any) : !told && !does || licensed(any.index)) return false;
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: verb.proposals, confidence: does ? 0.62 : nothing ? 0.3 : any.index - verb.first.index < 6 ? 0.42 : 0.3, message: `A negation seems to be lost: \`${any.text}\` needs one`, note: 'As it stands, the sentence may say the opposite of what was meant.'});
  return true;
}

/** "will sign any agreement until the hostages are free", "gave up until the last miner was out": what is done at one moment does not last until another. */
export function untilThen(document: Document, until: Token, put: Put): boolean {
  if (denied(document, until, 'any')) return false;
  const verb = governing(document, until.index);
  if (!verb) return false;
  // A clause follows, not a date until which something may last.
  const {tokens} = document;
  let clause = false;
  for (let k = until.index + 2; k < until.index + 10 && tokens[k]?.sentence === until.sentence && tokens[k]!.kind === 'word' && !clause; k++) clause = BE.test(tokens[k]!.word.folded) || HAVE.test(tokens[k]!.word.folded) || MODAL.test(tokens[k]!.word.folded) || posOf(document, tokens[k]!) === 'VERB' && (baseOfPast(tokens[k]!.word.folded) !== undefined || baseOfThird(tokens[k]!.word.folded) !== undefined);
  if (!clause) return false;
  const text = document.text.slice(verb.start, verb.end).split(' ').at(-1)!;
  const base = verb.told ? baseOfPast(text) : text;
  if (base === undefined || !isListed('momentary', base) || !verb.told && !/^(?:will|would)$/.test(verb.first.word.folded)) return false;
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: verb.proposals, confidence: 0.4, message: 'A `not` seems to be lost', note: 'What happens at one moment cannot last until another.'});
  return true;
}

/** "because anyone wanted to pay", "For a long time anything was heard": the subject of what happened, in a clause that another one goes before. */
export function anyoneInside(document: Document, any: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const before = document.before(any);
  const verb = document.after(any);
  const inside = before && (/^(?:because|and|but|so)$/.test(before.word.folded) || before.text === ',' || before.word.folded === 'time' && before.index - sentences[any.sentence]!.first < 6);
  if (!inside || verb?.kind !== 'word' || verb.sentence !== any.sentence || denied(document, any)) return false;
  const done = tokens[verb.index + 1];
  const happened = /^(?:was|were|had|has)$/.test(verb.word.folded) && done?.kind === 'word' && baseOfParticiple(done.word.folded) !== undefined && !isListed('general', done.word.folded)
    || baseOfPast(verb.word.folded) !== undefined && baseOfPast(verb.word.folded) !== verb.word.folded && posOf(document, verb) === 'VERB' && !verb.word.folded.endsWith('ing') && /^(?:to|the|a|an|his|her|him|them|it|in|at|for|that|about|on|any|from|up)$/.test(done?.word.folded ?? '');
  if (!happened) return false;
  put({kind: 'lost', start: any.start, end: any.end, proposals: any.word.folded === 'anything' ? ['nothing'] : any.word.folded === 'anyone' ? ['no one', 'nobody'] : ['nobody', 'no one'], confidence: 0.42, note: `“${any.text}” as the subject of what happened says the opposite of what was meant.`});
  return true;
}

/** "The body yet has been identified": yet before the verb that helps. */
export function yetBefore(document: Document, yet: Token, put: Put): boolean {
  const aux = document.after(yet);
  const before = document.before(yet);
  const done = aux && document.after(aux);
  if (!aux || !HAVE.test(aux.word.folded) || before?.kind !== 'word' || posOf(document, before) !== 'NOUN' && posOf(document, before) !== 'PROPN' || done?.kind !== 'word' || done.word.folded !== 'been' && baseOfParticiple(done.word.folded) === undefined || denied(document, yet)) return false;
  put({kind: 'lost', start: yet.start, end: done.end, proposals: [`${aux.text} not yet ${done.text}`], confidence: 0.5, message: 'A `not` seems to be lost beside `yet`', note: '“Yet” in a statement needs a negation.'});
  return true;
}

/** "has received a single dose so far", "said a word throughout the trial": the least there is. */
export function leastOf(document: Document, single: Token, put: Put): boolean {
  const {tokens} = document;
  const a = document.before(single);
  if (a?.word.folded !== 'a' || denied(document, a)) return false;
  const noun = document.after(single);
  let limit = noun?.index ?? single.index;
  while (limit < single.index + 4 && tokens[limit + 1]?.kind === 'word' && !/^(?:so|yet|to|until|since)$/.test(tokens[limit + 1]!.word.folded)) limit++;
  const [x, y] = [tokens[limit + 1], tokens[limit + 2]];
  if (!x || !y || y.sentence !== single.sentence || !(x.word.folded === 'so' && y.word.folded === 'far' || x.word.folded === 'until' && y.word.folded === 'now' || x.word.folded === 'to' && y.word.folded === 'date' || x.word.folded === 'yet')) return false;
  const verb = governing(document, a.index);
  if (!verb || !HAVE.test(verb.first.word.folded)) return false;
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: verb.proposals, confidence: 0.36, message: 'A negation seems to be lost: `a single` is the least there is', note: 'As it stands, the sentence may say the opposite of what was meant.'});
  return true;
}

/** "The factory longer produces tyres" */
export function longerDoes(document: Document, longer: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const noun = document.before(longer);
  const verb = document.after(longer);
  if (noun?.kind !== 'word' || verb?.kind !== 'word' || verb.sentence !== longer.sentence || verb.word.shape !== 'lower' || !baseOfThird(verb.word.folded) || !verb.word.folded.endsWith('s') || posOf(document, verb) !== 'VERB' || !/^(?:he|she|it|who|which)$/.test(noun.word.folded) && posOf(document, noun) !== 'NOUN' && posOf(document, noun) !== 'PROPN') return false;
  for (let k = verb.index; k <= sentences[longer.sentence]!.last; k++) if (tokens[k]!.word.folded === 'than') return false;
  put({kind: 'lost', start: longer.start, end: longer.end, proposals: ['no longer'], confidence: 0.66, message: 'A `no` seems to be lost before `longer`', note: '“Longer” before the verb needs “no”.'});
  return true;
}
