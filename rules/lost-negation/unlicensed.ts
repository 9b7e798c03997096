/** What English says in another way where something is denied or has to be: "Any official did not comment", "We ever imagined", "There was not evidence", "does not live more here", "No one of the firms", "even did not look". */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../../src/document/verbs.ts';
import {soleVerb, startsObject} from '../../src/evidence/clause.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {affirmed, deniedBehind, deniedVerb, HELPER} from './denied-verb.ts';
import {denied} from './sentence.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const NONE: Readonly<Record<string, string>> = {any: 'no', anyone: 'no one', anybody: 'nobody', anything: 'nothing'};
const BE = /^(?:is|are|was|were)$/;
const HAVE = /^(?:has|have|had)$/;
const alike = (word: string, like: string) => (/^[A-Z]/.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word);

/** Whether a phrase ends before a token: a mark, the sentence, a preposition. */
const ends = ({tokens}: Document, sentence: number, index: number) => {
  const t = tokens[index];
  return !t || t.sentence !== sentence || /^[.,;:!?)”"]$/.test(t.text) || t.kind === 'word' && /^(?:to|of|for|about|in|at|on|against|between|that|and|or|from|with|among|by|before|after|because|but|when)$/.test(t.word.folded);
};

/** "Anyone did not come", "Any official did not comment": any that another language lets stand before its "not". */
export function anyNot(document: Document, any: Token, put: Put): boolean {
  const before = document.before(any);
  const next = document.after(any);
  if (!document.opensSentence(any) && before && before.text !== ',' && !/^(?:that|and|but|because|since|then)$/.test(before.word.folded) || next?.kind !== 'word' || next.sentence !== any.sentence) return false;
  const one = any.word.folded !== 'any';
  const found = deniedBehind(document, one ? any.index + 1 : any.index + 2, one ? 1 : 4);
  if (!found || !/^(?:did|was|were|has|have|had|could|does|do|didn't|wasn't|weren't|hasn't|haven't|hadn't|couldn't|doesn't|don't)$/.test(found.aux.word.folded)) return false;
  const of = next.word.folded === 'of';
  const subject = document.text.slice(any.end, found.aux.start);
  put({kind: 'lost', start: any.start, end: found.verb.end, proposals: [`${alike(of ? 'none' : NONE[any.word.folded]!, any.text)}${subject}${found.affirmed}`], confidence: one ? 0.6 : 0.5, note: '“Any” does not stand before the negation that allows it: English denies the subject.'});
  return true;
}

/** "We ever imagined such an end": never. */
export function everDid(document: Document, ever: Token, licensed: (i: number) => boolean, put: Put): boolean {
  const subject = document.before(ever);
  const verb = document.after(ever);
  if (subject?.kind !== 'word' || verb?.kind !== 'word' || verb.sentence !== ever.sentence || verb.word.shape !== 'lower' || !/^(?:he|she|they|we|i)$/.test(subject.word.folded)) return false;
  const opening = document.before(subject);
  if (!document.opensSentence(subject) && !(opening && (/^[,“"]$/.test(opening.text) || /^(?:and|but|because)$/.test(opening.word.folded) || opening.word.folded === 'that' && /^(?:said|says|admitted|claimed|added|stressed|recalled|confessed|assured|explained)$/.test(document.before(opening)?.word.folded ?? '')))) return false;
  const past = baseOfPast(verb.word.folded);
  if (past === undefined || past === verb.word.folded || licensed(ever.index)) return false;
  put({kind: 'lost', start: ever.start, end: ever.end, proposals: ['never'], confidence: 0.55, note: '“Ever” needs a negation, a question or a comparison.'});
  return true;
}

/** "Person was injured": French “personne”, which is nobody beside a “ne”. */
export function personDid(document: Document, person: Token, put: Put): boolean {
  const verb = document.after(person);
  if (person.text !== 'Person' || !document.opensSentence(person) || verb?.kind !== 'word' || verb.sentence !== person.sentence || verb.word.shape !== 'lower') return false;
  const w = verb.word.folded;
  if (!HELPER.test(w) && !(w.endsWith('s') && baseOfThird(w) !== undefined && posOf(document, verb) === 'VERB')) return false;
  put({kind: 'lost', start: person.start, end: person.end, proposals: ['No one', 'Nobody'], confidence: 0.66, note: 'French says “nobody” with two words (ne … personne), of which one came out as “person”.'});
  return true;
}

/** "The result was no obvious", "The plan was no approved" */
export function beNo(document: Document, no: Token, put: Put): boolean {
  const be = document.before(no);
  const state = document.after(no);
  if (!be || !/^(?:is|are|was|were|be|been)$/.test(be.word.folded) || state?.kind !== 'word' || state.sentence !== no.sentence || state.word.shape !== 'lower' || document.before(be)?.word.folded === 'there' || !ends(document, no.sentence, state.index + 1)) return false;
  const w = state.word.folded;
  if (/(?:er|ion|less)$|^(?:good|worse|better|more|different|exception|secret|fun|joke|use|longer|further|wiser|match|less|matter|picnic|fool|saint|hero|novice)$/.test(w)) return false;
  const participle = w.endsWith('ed') && baseOfParticiple(w) !== undefined;
  if (!participle && posOf(document, state) !== 'ADJ') return false;
  put({kind: 'lost', start: no.start, end: no.end, proposals: ['not'], confidence: 0.56, note: 'An adjective is denied with “not”.'});
  return true;
}

/** "There was not evidence against him", "The company has not permission to dig", "had not any suspects" */
export function notNoun(document: Document, not: Token, put: Put): boolean {
  const verb = document.before(not);
  const noun = document.after(not);
  if (!verb || noun?.kind !== 'word' || noun.sentence !== not.sentence || noun.word.shape !== 'lower') return false;
  const there = BE.test(verb.word.folded) && document.before(verb)?.word.folded === 'there';
  if (!there && !HAVE.test(verb.word.folded)) return false;
  const w = noun.word.folded;
  const {tokens} = document;
  if (w === 'any' && !there && tokens[noun.index + 1]?.kind === 'word') {
    const does = verb.word.folded === 'has' ? 'does' : verb.word.folded === 'had' ? 'did' : 'do';
    put({kind: 'lost', start: verb.start, end: noun.end, proposals: [`${verb.text} no`, `${does} not have any`], confidence: 0.6, note: 'What one has none of, one does not have.'});
    return true;
  }
  if (/^(?:much|many|enough|one|always|only|even|yet|more|less|as|so|too|anything|anyone|been|a|an|the|necessarily|time|long|just|nearly|quite|really)$/.test(w) || !ends(document, not.sentence, noun.index + 1)) return false;
  const plural = pluralNoun(noun) !== undefined;
  if (!isListed('doubted', w) && !/^(?:permission|money|right|need|room|cause|access)$/.test(w) && (baseOfParticiple(w) !== undefined && !plural || posOf(document, noun) !== 'NOUN')) return false;
  put({kind: 'lost', start: not.start, end: not.end, proposals: ['no'], confidence: 0.5, note: 'Of what there is none English says “no”.'});
  return true;
}

/** "They even did not call": not even. */
export function evenNot(document: Document, even: Token, put: Put): boolean {
  const subject = document.before(even);
  const found = deniedVerb(document, document.after(even));
  if (subject?.kind !== 'word' || subject.sentence !== even.sentence || !found) return false;
  const w = subject.word.folded;
  const pronoun = /^(?:he|she|it|they|we|i|who)$/.test(w);
  if (!pronoun && posOf(document, subject) !== 'NOUN' && posOf(document, subject) !== 'PROPN') return false;
  const helper = found.aux.text;
  put({kind: 'doubled', start: even.start, end: found.verb.end, proposals: [/n't$|^cannot$/.test(found.aux.word.folded) ? `${helper} even ${found.verb.text}` : `${helper} not even ${found.verb.text}`], confidence: pronoun ? 0.62 : 0.5, note: 'English says “not even”, behind the verb that helps.'});
  return true;
}

/** "The minister not once visited": which other languages say for never, and for often. */
export function onceNot(document: Document, once: Token, put: Put): boolean {
  const not = document.before(once);
  const verb = document.after(once);
  const subject = not?.word.folded === 'not' ? document.before(not) : undefined;
  if (subject?.kind !== 'word' || subject.sentence !== once.sentence || verb?.kind !== 'word' || HELPER.test(subject.word.folded)) return false;
  const past = baseOfPast(verb.word.folded);
  if (!BE.test(verb.word.folded) && !HAVE.test(verb.word.folded) && (past === undefined || past === verb.word.folded)) return false;
  put({kind: 'doubled', start: not!.start, end: once.end, proposals: ['never', 'more than once'], confidence: 0.42, note: 'Slavic languages say with “not once” that something happened often, or never.'});
  return true;
}

/** "must not necessarily": need not. */
export function mustNot(document: Document, not: Token, put: Put): boolean {
  const must = document.before(not);
  const next = document.after(not);
  if (must?.word.folded !== 'must' || !next || !/^(?:necessarily|always)$/.test(next.word.folded)) return false;
  put({kind: 'lost', start: must.start, end: not.end, proposals: ['need not', 'does not have to'], confidence: 0.62, note: '“Must not” forbids; what nobody has to do need not be done.'});
  return true;
}

/** "will be not able", "would be not easy" */
export function beNot(document: Document, not: Token, put: Put): boolean {
  const be = document.before(not);
  const modal = be && document.before(be);
  const state = document.after(not);
  const {tokens, sentences} = document;
  if (be?.word.folded !== 'be' || !modal || !/^(?:will|would|can|could|should|must)$/.test(modal.word.folded) || state?.kind !== 'word' || state.word.shape !== 'lower') return false;
  if (posOf(document, state) !== 'ADJ' && !baseOfParticiple(state.word.folded) || /^(?:only|just|less|more|so|as|merely|simply)$/.test(state.word.folded)) return false;
  for (let k = state.index + 1; k <= sentences[not.sentence]!.last; k++) if (/^(?:but|rather)$/.test(tokens[k]!.word.folded)) return false;
  put({kind: 'doubled', start: be.start, end: not.end, proposals: ['not be'], confidence: 0.6, note: '“Not” stands behind the first verb that helps.'});
  return true;
}

/** "The team not won a match", "The marks not fell." */
export function notDid(document: Document, not: Token, put: Put): boolean {
  const subject = document.before(not);
  const verb = document.after(not);
  if (subject?.kind !== 'word' || verb?.kind !== 'word' || verb.sentence !== not.sentence || verb.word.shape !== 'lower') return false;
  const base = baseOfPast(verb.word.folded);
  const the = document.before(subject);
  const named = subject.word.shape === 'capital' && posOf(document, subject) === 'PROPN' && document.opensSentence(subject);
  if (base === undefined || base === verb.word.folded || !(the && /^(?:the|this|that|these|those|his|her|its|their|our|my)$/.test(the.word.folded) && posOf(document, subject) === 'NOUN' || named)) return false;
  if (the && !named && !(document.opensSentence(the) || /^(?:that|and|but|because)$/.test(document.before(the)?.word.folded ?? ''))) return false;
  // "the plan not adopted was": a participle.
  const sure = baseOfParticiple(verb.word.folded) === undefined || startsObject(document, verb.index + 1, not.sentence) || ends(document, not.sentence, verb.index + 1) && document.tokens[verb.index + 1]?.text === '.';
  if (!sure || posOf(document, verb) !== 'VERB' && posOf(document, verb) !== 'AUX' || !soleVerb(document, verb)) return false;
  put({kind: 'doubled', start: not.start, end: verb.end, proposals: [`did not ${base}`, `had not ${verb.text}`], confidence: 0.6, note: 'English denies a verb with “did not”.'});
  return true;
}

/** What ends: "does not exist more." */
const ENDS = /^(?:exist|live|work|smoke|drink|play|function|come|return|serve|belong|believe|participate|operate|study|reside|remain|trust|depend|appear|happen|fly|run|sing|train|teach|worry)$/;

/** "does not live more in the city", "do not drink more this water" */
export function notVerbMore(document: Document, more: Token, put: Put): boolean {
  const verb = document.before(more);
  const not = verb && document.before(verb);
  const found = not && deniedVerb(document, not.word.folded === 'not' ? document.before(not) : not);
  const next = document.tokens[more.index + 1];
  if (!found || found.verb !== verb || !isInfinitive(verb.word.folded) || !/^(?:do|does|did|will|would|can|could|don't|doesn't|didn't|won't|can't|cannot|couldn't)$/.test(found.aux.word.folded)) return false;
  for (let k = more.index + 1; k < more.index + 12; k++) if (document.tokens[k]?.sentence === more.sentence && document.tokens[k]!.word.folded === 'than') return false;
  const object = next?.sentence === more.sentence && next.kind === 'word' && /^(?:the|this|his|her|their|its|my|our|your|him|them|it)$/.test(next.word.folded);
  const place = ENDS.test(verb.word.folded) && (!next || next.sentence !== more.sentence || /^[.,;”"]$/.test(next.text) || /^(?:in|at|here|there|for|to|with|there|on)$/.test(next.word.folded));
  if (!object && !place) return false;
  const helps = /^d/.test(found.aux.word.folded);
  put({kind: 'doubled', start: found.aux.start, end: more.end, proposals: [helps ? `no longer ${found.affirmed}` : `${/^won/.test(found.aux.word.folded) ? 'will' : /^ca/.test(found.aux.word.folded) ? 'can' : found.aux.text} no longer ${verb.text}`], confidence: object ? 0.62 : 0.55, note: 'What has ended is no longer so.'});
  return true;
}

/** "No one of the firms", "Nobody of the witnesses": none. */
export function noneOf(document: Document, of: Token, put: Put): boolean {
  const before = document.before(of);
  const no = before?.word.folded === 'one' ? document.before(before) : undefined;
  const nobody = before?.word.folded === 'nobody';
  const next = document.after(of);
  const start = nobody ? before : no && /^(?:no|neither)$/.test(no.word.folded) ? no : undefined;
  if (!start || !next || !/^(?:the|them|us|these|those|his|her|our|their|you|its)$/.test(next.word.folded)) return false;
  put({kind: 'doubled', start: start.start, end: before!.end, proposals: [alike('none', start.text)], confidence: nobody ? 0.72 : 0.6, note: 'Of several that are told apart English says “none”.'});
  return true;
}

/** "It is secret that", "It was coincidence that": of what one denies. */
export function noSecret(document: Document, secret: Token, put: Put): boolean {
  const be = document.before(secret);
  const that = document.after(secret);
  const it = be && document.before(be);
  if (!be || !BE.test(be.word.folded) || that?.word.folded !== 'that' || !it || !/^(?:it|this)$/.test(it.word.folded) || denied(document, secret)) return false;
  put({kind: 'lost', start: secret.start, end: secret.end, proposals: [`no ${secret.text}`], confidence: 0.5, message: `A \`no\` seems to be lost before \`${secret.text}\``, note: 'English says this with an article or with “no”.'});
  return true;
}

/** "denied not to have seen the report": what is denied is that one did. */
export function deniedNotTo(document: Document, not: Token, put: Put): boolean {
  const verb = document.before(not);
  const to = document.after(not);
  const have = to?.word.folded === 'to' ? document.after(to) : undefined;
  if (!verb || !/^(?:deny|denies|denied)$/.test(verb.word.folded) || !have || !isInfinitive(have.word.folded)) return false;
  const done = have.word.folded === 'have' ? document.after(have) : undefined;
  const past = done?.kind === 'word' && baseOfParticiple(done.word.folded) !== undefined;
  put({kind: 'doubled', start: not.start, end: past ? done.end : have.end, proposals: [past ? `having ${done.text}` : have.word.folded === 'be' ? 'being' : `that he would ${have.text}`], confidence: 0.7, note: `“${verb.text}” denies already: two negations cancel each other.`});
  return true;
}

/** Whether no finite verb stands between a token and the end of its clause; at most twelve tokens on. */
function verbless(document: Document, from: number): boolean {
  const {tokens} = document;
  const {sentence} = tokens[from]!;
  for (let k = from; k < from + 12; k++) {
    const t = tokens[k];
    if (!t || t.sentence !== sentence || /^[.,;:!?”")]$/.test(t.text) || t.kind === 'word' && /^(?:and|or|but|that|which|who|because|when)$/.test(t.word.folded)) return true;
    if (t.kind === 'word' && (HELPER.test(t.word.folded) || t.word.shape === 'lower' && posOf(document, t) === 'VERB' && !t.word.folded.endsWith('ing'))) return false;
  }
  return false;
}

/** "contained not that 300 litres", "will not be opened that in June", "do not produce but 2,000 barrels": of French “ne … que” and its like. */
export function onlyThat(document: Document, that: Token, put: Put): boolean {
  const {tokens} = document;
  const before = document.before(that);
  const next = tokens[that.index + 1];
  if (before?.kind !== 'word' || !next || next.sentence !== that.sentence) return false;
  const amount = next.kind === 'number' || NUMBER_WORDS.has(next.word.folded) || /^(?:a|an|few)$/.test(next.word.folded);
  const but = that.word.folded === 'but';
  const note = 'French says “only” with two words (ne … que), of which one came out as “not”.';
  if (before.word.folded === 'not') {
    const verb = document.before(before);
    const be = verb && BE.test(verb.word.folded);
    if (but ? !be || !/^(?:a|an|the)$/.test(next.word.folded) || !verbless(document, next.index) : !verb || HELPER.test(verb.word.folded) || !amount || verb.kind !== 'word' || posOf(document, verb) !== 'VERB') return false;
    put({kind: 'doubled', start: before.start, end: that.end, proposals: ['only'], confidence: 0.6, note});
    return true;
  }
  const not = document.before(before);
  const be = before.word.folded !== 'be' && not?.word.folded === 'be' ? document.before(not) : not;
  const found = be?.word.folded === 'not' ? document.before(be) : undefined;
  if (!found || !HELPER.test(found.word.folded) || tokens[be!.index]!.sentence !== that.sentence) return false;
  const passive = be !== not;
  const place = !but && /^(?:in|on|at|after|from|with|by|for|to|if|when|until|during|since)$/.test(next.word.folded);
  if (!amount && !place || !verbless(document, next.index + 1) || !(passive ? baseOfParticiple(before.word.folded) : HAVE.test(found.word.folded) || BE.test(found.word.folded) ? baseOfParticiple(before.word.folded) : isInfinitive(before.word.folded))) return false;
  if (but && before.word.folded === 'help') return false;
  const does = /^d/.test(found.word.folded);
  const verb = document.text.slice(be!.end, before.end);
  put({kind: 'doubled', start: found.start, end: that.end, proposals: [does ? `${affirmed(found.word.folded, before.text)} only` : `${found.text}${verb} only`], confidence: 0.56, note});
  return true;
}

/** "worried that the roof would not collapse" with what is feared in a list; "is afraid that the strike does not cost jobs". */
export function worriedNot(document: Document, not: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const would = document.before(not);
  const verb = document.after(not);
  if (!would || !/^(?:would|will|may|might|could|do|does)$/.test(would.word.folded) || verb?.kind !== 'word' || !isListed('feared', verb.word.folded) && !/^(?:cost|damage|fall|harm|hurt|endanger|threaten|ruin)$/.test(verb.word.folded)) return false;
  const {first} = sentences[not.sentence]!;
  for (let k = would.index - 1; k >= first && would.index - k < 8; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    if (!/^(?:afraid|fear|fears|feared|fearing|worried|anxious|scared)$/.test(t.word.folded)) continue;
    const helps = /^do(?:es)?$/.test(would.word.folded);
    put({kind: 'doubled', start: helps ? would.start : not.start, end: helps ? verb.end : verb.start, proposals: [helps ? `will ${verb.text}` : ''], confidence: 0.52, note: 'What is feared is what would happen: other languages put a “not” here.'});
    return true;
  }
  return false;
}

/** "has been yet reopened" */
export function beenYet(document: Document, yet: Token, put: Put): boolean {
  const been = document.before(yet);
  const have = been && document.before(been);
  const done = document.after(yet);
  if (been?.word.folded !== 'been' || !have || !HAVE.test(have.word.folded) || done?.kind !== 'word' || baseOfParticiple(done.word.folded) === undefined || denied(document, have)) return false;
  put({kind: 'lost', start: been.start, end: yet.end, proposals: ['not yet been'], confidence: 0.6, message: 'A `not` seems to be lost before `yet`', note: '“Yet” between the verbs needs a negation.'});
  return true;
}

/** What goes or stays undone: "went noticed" for unnoticed. */
const GONE_UN = /^(?:noticed|punished|heard|answered|rewarded|challenged|reported|recognised|recognized|detected|mentioned|sold|told)$/;
const STAYED_UN = /^(?:solved|answered|punished|explained|identified|hurt|harmed|scathed|resolved|accounted|claimed|disturbed|spoken)$/;
const UN: Readonly<Record<string, string>> = {defeated: 'undefeated', hurt: 'unhurt', scathed: 'unscathed'};

/** "The theft went noticed", "The murder remains solved", "have been defeated at home since October": the “un” of a participle. */
export function lostUn(document: Document, done: Token, put: Put): boolean {
  const {tokens} = document;
  const verb = document.before(done);
  if (verb?.kind !== 'word' || verb.sentence !== done.sentence) return false;
  const w = done.word.folded;
  const went = /^(?:go|goes|went|gone|going|passed|pass|passes)$/.test(verb.word.folded) && GONE_UN.test(w) && ends(document, done.sentence, done.index + 1);
  const stayed = /^(?:remain|remains|remained|remaining)$/.test(verb.word.folded) && STAYED_UN.test(w) && ends(document, done.sentence, done.index + 1);
  let since = false;
  if (!went && !stayed && /^(?:defeated|beaten)$/.test(w) && verb.word.folded === 'been' && HAVE.test(document.before(verb)?.word.folded ?? '')) {
    let k = done.index + 1;
    if (/^(?:at|away)$/.test(tokens[k]?.word.folded ?? '')) k += tokens[k]!.word.folded === 'at' ? 2 : 1;
    since = tokens[k]?.sentence === done.sentence && /^(?:since|in|for)$/.test(tokens[k]!.word.folded) && (tokens[k]!.word.folded === 'since' || /^(?:matches|games|months|weeks|races|years|fights)$/.test(tokens[k + 2]?.word.folded ?? '') || /^(?:matches|games|months|weeks|races|years|fights)$/.test(tokens[k + 3]?.word.folded ?? ''));
  }
  if (!went && !stayed && !since || denied(document, verb)) return false;
  put({kind: 'lost', start: done.start, end: done.end, proposals: since ? ['unbeaten', 'undefeated'] : [UN[w] ?? `un${done.text}`], confidence: went ? 0.6 : 0.45, message: `An \`un\` seems to be lost before \`${done.text}\``, note: 'As it stands, the sentence says the opposite of what was meant.'});
  return true;
}

/** "He did even call his wife": did not even. */
export function didEven(document: Document, even: Token, put: Put): boolean {
  const did = document.before(even);
  const verb = document.after(even);
  if (!did || !/^(?:do|does|did)$/.test(did.word.folded) || verb?.kind !== 'word' || verb.sentence !== even.sentence || !isInfinitive(verb.word.folded) || posOf(document, verb) !== 'VERB' || denied(document, did)) return false;
  put({kind: 'lost', start: even.start, end: even.end, proposals: [`not ${even.text}`], confidence: 0.55, message: `A \`not\` seems to be lost before \`${even.text}\``, note: '“Even” between “did” and its verb needs a negation.'});
  return true;
}

/** "Neither even the coach knew" */
export function neitherEven(document: Document, even: Token, put: Put): boolean {
  const neither = document.before(even);
  if (neither?.word.folded !== 'neither') return false;
  put({kind: 'doubled', start: neither.start, end: even.end, proposals: [alike('not even', neither.text)], confidence: 0.7, note: 'It is “not even”.'});
  return true;
}

/** "waited while the rain did not stop": until. */
export function waitWhile(document: Document, not: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const found = deniedVerb(document, document.before(not));
  const {first} = sentences[not.sentence]!;
  if (!found) return false;
  for (let k = not.index - 2; k > first && not.index - k < 7; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    if (t.word.folded !== 'while') continue;
    if (!/^(?:wait|waits|waited|waiting)$/.test(tokens[k - 1]!.word.folded)) return false;
    put({kind: 'doubled', start: t.start, end: found.verb.end, proposals: [`until${document.text.slice(t.end, found.aux.start)}${found.affirmed}`], confidence: 0.62, note: 'One waits until something happens: other languages say while it does not.'});
    return true;
  }
  return false;
}

/** "Those who must not travel should stay at home": who need not. */
export function whoMustNot(document: Document, not: Token, put: Put): boolean {
  const must = document.before(not);
  const who = must && document.before(must);
  if (must?.word.folded !== 'must' || !who || !/^(?:who|whoever)$/.test(who.word.folded)) return false;
  put({kind: 'lost', start: must.start, end: not.end, proposals: ['need not', who.word.folded === 'whoever' ? 'does not have to' : 'do not have to'], confidence: 0.4, note: '“Must not” forbids; what nobody has to do need not be done.'});
  return true;
}
