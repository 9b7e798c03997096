/** Two words in one clause that both deny it, whatever they are: "At the meeting no decision was not taken", "did not answer to no question", "nobody nothing explains", "refused to give no opinion". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {deniedVerb, HELPER} from './denied-verb.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const TWICE = 'two negations cancel each other.';
/** Here another clause begins. */
const CLAUSE = /^(?:that|which|who|whom|whose|because|when|if|while|whether|but|although|though|as|than|where|what|how|why|since|and|or|nor|until|before|after|unless|except|so|yet|not)$/;
const SUBJECT_PRONOUN = /^(?:he|she|they|we|i)$/;
const NOBODY = /^(?:nobody|nothing|none)$/;
const ANY: Readonly<Record<string, readonly string[]>> = {nobody: ['anybody', 'anyone'], nothing: ['anything'], none: ['any'], nowhere: ['anywhere'], never: ['ever'], no: ['any', 'a']};
/** What deny the clause that they open: "in no way", "at no time", "under no circumstances". */
const NO_WAY = /^(?:way|time|circumstances|circumstance|means|case|point|moment|account|conditions?|stage)$/;
const BY_NO = /^(?:in|at|under|by|on)$/;
/** Of these "no" says something about another clause: "There is no doubt the bank did not know". */
const OF_A_CLAUSE = /^(?:doubt|question|wonder|surprise|secret|evidence|reason|reasons|proof|sign|indication|matter|excuse|chance|idea|longer|more|less|fewer|guarantee|mistake|sooner|later|other|choice|need|point|use|good)$/;
/** Verbs behind which a clause may begin with no word of its own: "I do not think nobody cares". */
const THINKS = /^(?:think|thinks|thought|say|says|said|mean|means|meant|believe|believed|know|knows|knew|guess|feel|felt|suggest|claim|assume|see|understand|suppose|imagine|pretend|hope|hoped|sure|certain|uncommon|unusual)$/;
/** Behind these, what denies is part of a fixed phrase. */
const FIXED = /^(?:expect|for|of|from|about|like|is|was|are|were|be|been|being|do|doing|does|did|or|as|into)$/;

/** Where what denies begins: "in no way", "not a single", "no one of". */
interface First {
  readonly start: Token;
  /** The subject ("nobody"), an adverb ("at no time") or the verb ("did not"). */
  readonly as: 'subject' | 'adverb' | 'verb';
  readonly name: string;
}

/** Whether nothing but the beginning of a clause, an adverb or a time stands before a token. */
function opens(document: Document, token: Token): boolean {
  const before = document.before(token);
  if (!before || before.sentence !== token.sentence || before.kind !== 'word' && before.kind !== 'number') return true;
  if (before.kind === 'number' || /^(?:and|but|that|because|where|since|then|so|yet|also|today|now|yesterday|still|almost|practically|although|which|when)$/.test(before.word.folded)) return true;
  if (HELPER.test(before.word.folded) || /^(?:be|been|being|to|of)$/.test(before.word.folded)) return false;
  const pos = posOf(document, before);
  return pos !== 'VERB' && pos !== 'AUX' && pos !== 'ADP' && pos !== 'DET';
}

/** The word before `second` in its clause that denies already. `pronouns`: whether it may stand before "he" or "they". */
function firstDenial(document: Document, second: Token): First | undefined {
  const {tokens, sentences} = document;
  const {first} = sentences[second.sentence]!;
  let pronoun = false;
  let verbs = 0;
  for (let k = second.index - 1; k >= first && second.index - k < 13; k--) {
    const t = tokens[k]!;
    if (t.kind === 'number') continue;
    if (t.kind !== 'word') return undefined;
    const w = t.word.folded;
    const next = tokens[k + 1]!.word.folded;
    if (w === 'not') {
      const single = next === 'a' && tokens[k + 2]?.word.folded === 'single' || next === 'one';
      if ((single || next === 'once') && opens(document, t)) return single && pronoun ? undefined : {start: t, as: next === 'once' ? 'adverb' : 'subject', name: document.slice(k, k + (single && next === 'a' ? 2 : 1))};
      return !pronoun && HELPER.test(tokens[k - 1]?.word.folded ?? '') && !/^(?:only|just|because|necessarily|merely|simply|so|even|to|about|for|always|that|like)$/.test(next) ? {start: t, as: 'verb', name: t.text} : undefined;
    }
    if (CLAUSE.test(w)) return undefined;
    if (SUBJECT_PRONOUN.test(w)) pronoun = true;
    if (w === 'cannot' || w.endsWith("n't")) return pronoun ? undefined : {start: t, as: 'verb', name: t.text};
    if (w === 'never') return {start: t, as: 'adverb', name: next === 'before' ? 'Never before' : t.text};
    if (w === 'without') return undefined;
    if (/^(?:hardly|scarcely|barely|rarely|seldom)$/.test(w)) return pronoun ? undefined : {start: t, as: 'adverb', name: t.text};
    if (w === 'no') {
      const by = tokens[k - 1];
      if (by && BY_NO.test(by.word.folded) && NO_WAY.test(next)) return {start: by, as: 'adverb', name: document.slice(k - 1, k + 1)};
      if (pronoun || OF_A_CLAUSE.test(next) || !opens(document, t)) return undefined;
      return {start: t, as: 'subject', name: document.slice(k, k + 1)};
    }
    if (NOBODY.test(w) || w === 'neither') return pronoun || !opens(document, t) || w === 'nothing' && /^(?:to|but|if|about)$/.test(next) ? undefined : {start: t, as: 'subject', name: t.text};
    if (!HELPER.test(w) && w !== 'been' && posOf(document, t) === 'VERB' && ++verbs > 2) return undefined;
  }
  return undefined;
}

/** At a "not" or "cannot" that denies a verb, behind what denies the clause already. */
export function notTwice(document: Document, not: Token, put: Put): boolean {
  const short = not.word.folded === 'cannot' || not.word.folded.endsWith("n't");
  const helper = short ? not : document.before(not);
  const verb = document.after(not);
  if (!helper || !short && !HELPER.test(helper.word.folded) || verb?.kind !== 'word' || verb.sentence !== not.sentence || /^(?:only|just|to|necessarily|unlike|without|merely|one|a|an|the|so|all|every|everyone|because|enough)$/.test(verb.word.folded)) return false;
  if (/^(?:to)$/.test(document.before(helper)?.word.folded ?? '')) return false;
  const found = firstDenial(document, helper);
  if (!found || found.as === 'verb' || found.name === 'never' && /^(?:is|was|are|were)$/.test(helper.word.folded)) return false;
  // "No country is not affected", "Nothing is not possible": all are.
  const be = /^(?:is|are|was|were)$/.test(helper.word.folded);
  const sure = found.as === 'adverb' ? 0.6 : be && found.name.toLowerCase() !== 'nothing' && !/(?:ed|en|wn|de|ne)$/.test(verb.word.folded) ? 0.36 : 0.5;
  const note = `“${found.name}” denies already: ${TWICE}`;
  const whole = deniedVerb(document, helper);
  if (whole) put({kind: 'doubled', start: whole.aux.start, end: whole.verb.end, proposals: [whole.affirmed], confidence: sure, note});
  else if (short) put({kind: 'doubled', start: not.start, end: not.end, proposals: [not.word.folded === 'cannot' ? 'can' : not.text.slice(0, -3)], confidence: sure, note});
  else put({kind: 'doubled', start: not.start, end: verb.start, proposals: [''], confidence: sure, note});
  return true;
}

/** What a word that denies is where another denies the clause; undefined where it stands in a fixed phrase. */
function anyFor(document: Document, no: Token): {end: Token; proposals: readonly string[]} | undefined {
  const {tokens} = document;
  const w = no.word.folded;
  const next = tokens[no.index + 1];
  const n = next?.sentence === no.sentence ? next.word.folded : '';
  if (!Object.hasOwn(ANY, w) || no.word.shape === 'capital' && w === 'no') return undefined;
  if (w === 'no') {
    if (n === 'one') return {end: next!, proposals: ['anyone', 'anybody']};
    if (next?.kind !== 'word' || next.word.shape !== 'lower' || !next.spaced || OF_A_CLAUSE.test(n) || NO_WAY.test(n) || /^(?:to|for|in|at|on|and|or|but|matter|such|small|mean|way|by|from|with)$/.test(n) || tokens[no.index + 2]?.text === '-') return undefined;
  } else if (/^(?:but|if|less|more|short|other|else)$/.test(n) || w === 'never' && (n === 'mind' || tokens[no.index + 1]?.text === '-')) return undefined;
  return {end: no, proposals: ANY[w]!};
}

/** At "no", "nothing", "nobody", "none", "nowhere", "never" behind a verb that is denied, or behind nobody who does it. */
export function noTwice(document: Document, no: Token, put: Put): boolean {
  const {tokens} = document;
  const right = anyFor(document, no);
  const before = document.before(no);
  if (!right || before?.kind !== 'word' || before.sentence !== no.sentence || document.opensSentence(no)) return false;
  const b = before.word.folded;
  // "nobody nothing explains", "never no one": side by side.
  if ((NOBODY.test(b) || b === 'never' || b === 'one' && document.before(before)?.word.folded === 'no') && no.word.folded !== 'none') {
    const verb = tokens[right.end.index + 1];
    put({kind: 'doubled', start: no.start, end: verb?.kind === 'word' && verb.sentence === no.sentence && b !== 'never' && /^[a-z]+(?:s|ed)$|^(?:told|said|knew|did|gave|came|saw)$/.test(verb.text) ? verb.end : right.end.end, proposals: verb?.kind === 'word' && b !== 'never' && /^[a-z]+(?:s|ed)$|^(?:told|said|knew|did|gave|came|saw)$/.test(verb.text) ? [`${verb.text} ${right.proposals[0]!}`] : right.proposals, confidence: 0.72, note: `English negates once: ${TWICE}`});
    return true;
  }
  if (THINKS.test(b) || FIXED.test(b) || CLAUSE.test(b) && b !== 'not') return false;
  if (refused(document, no, right, put)) return true;
  // "has not nothing to hide"
  if (b === 'not') {
    const have = document.before(before);
    if (!have || !/^(?:has|have|had|do|does|did|can|could|will|would)$/.test(have.word.folded) || no.word.folded === 'no') return false;
    put({kind: 'doubled', start: no.start, end: right.end.end, proposals: right.proposals, confidence: 0.6, note: `English negates once: ${TWICE}`});
    return true;
  }
  const found = firstDenial(document, no);
  if (!found || no.word.folded === 'never' && found.as !== 'verb') return false;
  const near = no.index - found.start.index;
  for (let k = found.start.index + 1; k < no.index; k++) {
    const w = tokens[k]!.word.folded;
    if (w === 'to' && isInfinitive(tokens[k + 1]!.word.folded) && no.word.folded === 'nothing' || THINKS.test(w)) return false;
  }
  put({kind: 'doubled', start: no.start, end: right.end.end, proposals: right.proposals, confidence: near < 7 ? 0.56 : 0.42, note: `“${found.name}” denies already: ${TWICE}`});
  return true;
}

/** "refused to give no opinion", "denied that no money was paid" */
function refused(document: Document, no: Token, right: {end: Token; proposals: readonly string[]}, put: Put): boolean {
  const {tokens} = document;
  const verb = document.before(no);
  const to = verb && document.before(verb);
  const refuses = to && document.before(to);
  if (to?.word.folded !== 'to' || !refuses || !isListed('refusing', refuses.word.folded) || !isInfinitive(verb!.word.folded) || verb!.word.folded === 'do') return false;
  if (/^(?:not|never|no)$|n't$/.test(tokens[refuses.index - 1]?.word.folded ?? '')) return false;
  put({kind: 'doubled', start: no.start, end: right.end.end, proposals: right.proposals, confidence: 0.62, note: `“${refuses.text}” denies already: ${TWICE}`});
  return true;
}

/** "denied that no money had been paid", "left without that nobody noticed": what the clause that goes before "that" denies. */
export function deniedThatNo(document: Document, no: Token, put: Put): boolean {
  const that = document.before(no);
  const verb = that?.word.folded === 'that' ? document.before(that) : undefined;
  const right = anyFor(document, no);
  if (!verb || !right) return false;
  const without = verb.word.folded === 'without';
  if (!without && !/^(?:denied|denies|denying|deny)$/.test(verb.word.folded)) return false;
  if (!without && /^(?:not|never|no|cannot|be|is|nobody)$|n't$/.test(document.before(verb)?.word.folded ?? '')) return false;
  put({kind: 'doubled', start: without ? that!.start : no.start, end: right.end.end, proposals: right.proposals, confidence: without ? 0.74 : 0.5, note: `“${verb.text}” denies already: ${TWICE}`});
  return true;
}

/** "did not say not a word", "did not rain not at all": a second "not" that strengthens the first. */
export function notStrengthened(document: Document, not: Token, put: Put): boolean {
  const {tokens} = document;
  const next = document.after(not);
  const n = next?.word.folded ?? '';
  const before = document.before(not);
  if (next?.kind !== 'word' || before?.kind !== 'word' || HELPER.test(before.word.folded)) return false;
  const behind = tokens[next.index + 1]?.word.folded ?? '';
  const strengthens = n === 'a' && /^(?:word|single|thing|soul|penny|cent|minute|day|moment)$/.test(behind) || n === 'at' && behind === 'all' || n === 'one' && /^(?:word|single|penny|cent)$/.test(behind) || n === 'even';
  const found = strengthens ? firstDenial(document, not) : undefined;
  if (!found || found.as !== 'verb') return false;
  put({kind: 'doubled', start: not.start, end: next.start, proposals: [''], confidence: 0.6, note: `English negates once: ${TWICE}`});
  return true;
}
