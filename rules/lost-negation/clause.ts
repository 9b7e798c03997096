/** Negation of a whole clause: by its subject ("any witness saw"), by its verb ("no wants", "is yet known") and by what strengthens it ("replied either"). */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive, participleOf, pastOf} from '../../src/document/verbs.ts';
import {soleVerb} from '../../src/evidence/clause.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {isListed} from './words.ts';

/** What is found, with token numbers counted in the document. */
export interface Denial {
  readonly kind: 'lost' | 'doubled';
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly string[];
  readonly confidence: number;
  readonly note: string;
  readonly message?: string;
}
type Put = (found: Denial) => void;

const NO_BODY: Readonly<Record<string, string>> = {anyone: 'No one', anybody: 'Nobody', anything: 'Nothing'};
const HAPPENED = /^(?:was|were|has|had|have)$/;
const OPENS_ASIDE = /^(?:many|some|most|several|including|among|all|both|one|two|three|according|however|though|whether)$/;
/** Quantities and adverbs that "not" denies, and "no" does not. */
const NOT_NO = /^(?:only|even|yet|always|all|everyone|everybody|everything|enough|necessarily|many|everywhere)$/;
const FINITE = /^(?:is|are|was|were|has|have|had|will|would|can|could|must|wants?|knows?|goes|go|exists?|works?|wanted|knew|went|came|said|likes?)$/;
const DENIES = /^(?:not|no|never|nobody|nothing|none|neither|nor|nowhere|without|hardly|barely|scarcely|rarely|seldom|few|little|cannot|unable|refused|refuses|or)$|n't$/;

const pastVerb = (document: Document, token: Token) => token.kind === 'word' && token.word.shape === 'lower' && baseOfPast(token.word.folded) !== undefined && baseOfPast(token.word.folded) !== token.word.folded && posOf(document, token) === 'VERB' && soleVerb(document, token);
/** "came", "saw": no participle of the same form. */
const onlyPast = (w: string) => {
  const base = baseOfPast(w);
  return base !== undefined && participleOf(base) !== w && base !== w;
};
const isQuestion = ({tokens, sentences}: Document, sentence: number) => {
  const {last} = sentences[sentence]!;
  return tokens[last]!.text === '?' || tokens[last - 1]?.text === '?';
};

/** "Anyone came", "Anything has changed": who is not told apart cannot have done anything. */
export function anyoneDid(document: Document, token: Token, put: Put): boolean {
  const {tokens} = document;
  if (!document.opensSentence(token) || isQuestion(document, token.sentence)) return false;
  let verb = document.after(token);
  if (verb?.word.folded === 'else') verb = document.after(verb);
  if (verb?.kind !== 'word' || verb.sentence !== token.sentence) return false;
  let sure = 0;
  if (HAPPENED.test(verb.word.folded)) {
    let done = tokens[verb.index + 1];
    if (/^(?:been|yet|ever|already)$/.test(done?.word.folded ?? '')) done = tokens[verb.index + 2];
    if (done?.kind !== 'word' || done.sentence !== token.sentence || isListed('general', done.word.folded) || !baseOfParticiple(done.word.folded)) return false;
    sure = 0.7;
  } else if (pastVerb(document, verb)) sure = onlyPast(verb.word.folded) ? 0.7 : 0.5;
  if (!sure) return false;
  put({kind: 'lost', start: token.start, end: token.end, proposals: [NO_BODY[token.word.folded]!], confidence: sure, note: `“${token.text}” at the head of a statement about what happened says the opposite of what was meant.`});
  return true;
}

/** "Any witness saw", "Any of the clients, many of them farmers, had suspected": how sure it is that it is none; 0 where it may be any. */
export function anyDid(document: Document, token: Token): number {
  const {tokens, sentences} = document;
  const noun = document.after(token);
  if (noun?.kind !== 'word' || noun.sentence !== token.sentence || isQuestion(document, token.sentence)) return 0;
  const {last} = sentences[token.sentence]!;
  if (noun.word.folded === 'of') {
    let k = noun.index + 1;
    for (let n = 0; n < 8 && k < last; n++, k++) {
      const t = tokens[k]!;
      if (t.text === ',') {
        // What is said aside, up to its other comma.
        if (!OPENS_ASIDE.test(tokens[k + 1]!.word.folded)) return 0;
        let close = k + 1;
        while (close < last && close < k + 14 && tokens[close]!.text !== ',') close++;
        if (tokens[close]!.text !== ',') return 0;
        k = close;
        continue;
      }
      if (t.kind !== 'word' && t.kind !== 'number' || /^(?:who|which|that|whom|can|could|may|might|will|would|should|must|is|are)$/.test(t.word.folded)) return 0;
      if (/^(?:was|were|has|had|have|did)$/.test(t.word.folded)) return tokens[k + 1]!.word.folded === 'to' ? 0 : 0.66;
      if (n > 1 && onlyPast(t.word.folded) && pastVerb(document, t)) return 0.6;
    }
    return 0;
  }
  if (!isListed('counted', noun.word.folded)) return 0;
  const verb = document.after(noun);
  if (verb?.kind !== 'word' || verb.sentence !== token.sentence) return 0;
  if (/^(?:was|were|has|had)$/.test(verb.word.folded)) {
    const done = tokens[verb.index + 1]?.word.folded === 'been' ? tokens[verb.index + 2] : tokens[verb.index + 1];
    return done?.kind === 'word' && done.sentence === token.sentence && baseOfParticiple(done.word.folded) && !isListed('general', done.word.folded) ? 0.6 : 0;
  }
  return pastVerb(document, verb) ? (onlyPast(verb.word.folded) ? 0.6 : 0.45) : 0;
}

/** "No only the school", "the mayor no wants": no for not. */
export function noForNot(document: Document, token: Token, put: Put): boolean {
  const next = document.after(token);
  const before = document.before(token);
  if (next?.kind !== 'word' || !next.spaced || next.word.shape !== 'lower') return false;
  const w = next.word.folded;
  const note = 'A verb or an adverb is denied with “not”.';
  if (NOT_NO.test(w) && !/^(?:say|says|said|saying|vote|voted|answer|answered|or|and|with|of|a|an|the)$/.test(before?.word.folded ?? '')) {
    const behind = document.after(next);
    // "no even number", "no enough of this"
    if (w === 'even' && behind?.kind === 'word' && /^(?:number|numbers)$/.test(behind.word.folded)) return false;
    put({kind: 'lost', start: token.start, end: token.end, proposals: [token.word.shape === 'capital' ? 'Not' : 'not'], confidence: 0.8, note});
    return true;
  }
  if (!FINITE.test(w) && !(onlyPast(w) || /ed$/.test(w) && baseOfPast(w) !== undefined) || before?.kind !== 'word' || before.sentence !== token.sentence) return false;
  const pronoun = /^(?:he|she|it|they|we|i|this)$/.test(before.word.folded);
  const noun = /^(?:the|this|his|her|its|their|our|my)$/.test(document.before(before)?.word.folded ?? '') && posOf(document, before) === 'NOUN';
  if (!pronoun && !noun || !FINITE.test(w) && !pastVerb(document, next)) return false;
  const plural = /^(?:they|we|i)$/.test(before.word.folded);
  const base = /^(?:is|are|was|were|has|have|had|will|would|can|could|must)$/.test(w) ? undefined : baseOfPast(w) ?? baseOfThird(w) ?? w;
  const past = base !== undefined && pastOf(base) === w;
  put({kind: 'lost', start: token.start, end: next.end, proposals: base === undefined ? [w === 'can' ? 'cannot' : /^ha/.test(w) && document.after(next)?.kind === 'word' && !baseOfParticiple(document.after(next)!.word.folded) ? `${w === 'had' ? 'did' : w === 'has' ? 'does' : 'do'} not have` : `${next.text} not`] : [`${past ? 'did' : plural ? 'do' : 'does'} not ${base}`], confidence: noun && !/^(?:is|are|was|were|wants?|wanted|can|will)$/.test(w) ? 0.5 : 0.75, note});
  return true;
}

/** "The council replied either.", "Either did the mayor reply": either that nothing denies. */
export function eitherDenied(document: Document, token: Token, put: Put): void {
  const {tokens, sentences} = document;
  const {first, last} = sentences[token.sentence]!;
  if (isQuestion(document, token.sentence)) return;
  if (document.opensSentence(token)) {
    const aux = document.after(token);
    if (!aux || !/^(?:do|does|did|has|have|had|is|are|was|were|can|could|will|would)$/.test(aux.word.folded)) return;
    for (let k = aux.index; k <= last; k++) if (tokens[k]!.word.folded === 'or') return;
    put({kind: 'lost', start: token.start, end: token.end, proposals: ['Nor', 'Neither'], confidence: 0.7, note: 'The verb stands before its subject, as it does behind a negation only.'});
    return;
  }
  const next = tokens[token.index + 1];
  if (next && next.sentence === token.sentence && !/^[.,;!”"]$/.test(next.text)) return;
  const verb = document.before(token);
  if (verb?.kind !== 'word' || verb.word.shape !== 'lower') return;
  for (let k = token.index - 1; k >= first && token.index - k < 40; k--) if (DENIES.test(tokens[k]!.word.folded) || /^un[a-z]{4}|^im?possible$/.test(tokens[k]!.word.folded)) return;
  const base = baseOfPast(verb.word.folded);
  if (base && base !== verb.word.folded && posOf(document, verb) === 'VERB') put({kind: 'lost', start: verb.start, end: token.end, proposals: [`did not ${base} either`, `${verb.text} too`], confidence: 0.62, message: 'A negation seems to be lost before `either`', note: '“Either” at the end of a statement goes with a negation.'});
}

/** "is yet known", "was yet clear": behind "be", "yet" wants a negation. */
export function yetKnown(document: Document, token: Token, put: Put): boolean {
  const be = document.before(token);
  const next = document.after(token);
  if (!be || !/^(?:is|are|was|were)$/.test(be.word.folded) || next?.kind !== 'word' || !isListed('known', next.word.folded)) return false;
  put({kind: 'lost', start: token.start, end: token.end, proposals: ['not yet'], confidence: 0.68, message: 'A `not` seems to be lost before `yet`', note: '“Yet” between the verb and what it says needs a negation.'});
  return true;
}

/** "was ever found", "will ever return": ever that nothing allows. */
export function everDone(document: Document, token: Token): boolean {
  const aux = document.before(token);
  const verb = document.after(token);
  if (!aux || verb?.kind !== 'word' || verb.word.shape !== 'lower' || verb.word.folded === 'so') return false;
  if (/^(?:was|were|is|are|been)$/.test(aux.word.folded)) return baseOfParticiple(verb.word.folded) !== undefined && !/(?:ing|er)$/.test(verb.word.folded);
  return /^(?:will|would)$/.test(aux.word.folded) && isInfinitive(verb.word.folded);
}
