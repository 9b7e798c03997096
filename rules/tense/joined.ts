/** Verbs whose tense must go with that of another one: joined to it by "and", or in a clause beside it. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive, participleOf, pastOf} from '../../src/document/verbs.ts';
import {activeVerb, BE, beforeAdverbs, DO, HAVE, MODALS, startsObject, wordAt} from '../../src/evidence/clause.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {quotedTokens} from '../../src/evidence/quotation.ts';
import type {Report} from '../../src/rule/rule.ts';
import {EVENTS} from './events.ts';

type Put = (r: Omit<Report, 'kind'>) => void;

/** Tokens before a verb within which the one that it is joined to stands, and behind it within which its clause tells how long it goes on. */
const REACH = 24;
/** Words that part clauses, so that it is not known which verb is meant. */
const PARTS = /^(?:who|which|that|whose|whom|where|when|because|if|while|although|as|than|whether|how|why|what|or|since|until|unless|though)$/;
/** Events whose third person is a plural noun as well. */
const NOUNS = /^(?:attack|arrest|assault|bomb|buy|call|catch|collapse|crash|cross|drown|escape|fall|find|fire|hijack|jump|kill|land|launch|lose|meet|move|murder|open|order|pull|push|raid|release|rescue|resign|return|sack|search|sentence|shoot|sink|stab|step|stop|storm|strike|surrender|swim|throw|transfer|travel|vote|win|withdraw|wound)$/;
/** With these the perfect, or the present, is right beside a past. */
const GOES_ON = /^(?:since|ever|already|never|now|recently|yet|far|times?|years|months|weeks|decades|today|still|always|this|so|again|usually|often|every|each|once|twice|lately|currently|become|remained|lived)$/;
const ADVERBS = /^(?:then|later|also|immediately|afterwards|subsequently|finally|soon)$/;
/** Behind their object stands an infinitive without "to". */
const BARE = /^(?:let|made|make|helped|help|saw|see|heard|watched|had|have)$/;

/** The finite verb nearest before a token, of its clause. */
function finiteBefore(document: Document, index: number): Token | undefined {
  const {tokens} = document;
  const {first} = document.sentences[tokens[index]!.sentence]!;
  for (let k = index - 1; k >= Math.max(first, index - REACH); k--) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (/^[;:“”"()–—]$/.test(t.text) || t.kind === 'word' && PARTS.test(w)) return undefined;
    if (t.kind !== 'word' || t.word.shape !== 'lower' || w.endsWith('ing')) continue;
    if (BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w)) return t;
    if (tokens[k - 1]?.word.folded === 'to' && isInfinitive(w)) return undefined;
    if (isPast(document, t) ? activeVerb(document, t, 'past') > 0 && !HAVE.has(beforeAdverbs(document, k)?.word.folded ?? '') : baseOfThird(w) !== undefined && posOf(document, t) === 'VERB') return t;
  }
  return undefined;
}

function isPast(document: Document, t: Token): boolean {
  const base = baseOfPast(t.word.folded);
  return base !== undefined && base !== t.word.folded && posOf(document, t) === 'VERB';
}

/** Whether the clause that goes on behind a token says that something lasts or comes again. */
function lasts(document: Document, index: number): boolean {
  const {tokens} = document;
  for (let k = index; k < index + REACH && tokens[k]?.sentence === tokens[index]!.sentence && !/^[;”"]$/.test(tokens[k]!.text); k++) if (GOES_ON.test(tokens[k]!.word.folded)) return true;
  return false;
}

/** What a perfect that begins at a token becomes, and where it ends. */
function perfectAt(document: Document, have: Token): {readonly last: Token; readonly past: string; readonly before: string} | undefined {
  const third = have.word.folded === 'has';
  if (!third && have.word.folded !== 'have') return undefined;
  const [one, two] = [document.tokens[have.index + 1], document.tokens[have.index + 2]];
  if (one?.sentence !== have.sentence || one.word.shape !== 'lower') return undefined;
  const w = one.word.folded;
  if (w === 'been') return two?.sentence === have.sentence && baseOfParticiple(two.word.folded) !== undefined ? {last: one, past: third ? 'was' : 'were', before: 'had been'} : undefined;
  const base = baseOfParticiple(w);
  return base && base !== 'have' && base !== 'get' && w.length > 2 && posOf(document, one) === 'VERB' ? {last: one, past: pastOf(base) === participleOf(base) ? w : pastOf(base), before: `had ${w}`} : undefined;
}

/** "won the stage and has taken over the jersey", "tore off roofs and leaves 300 homes without power": the second of two verbs with one subject. */
export function checkJoined(document: Document, and: Token, report: Put): void {
  const {tokens} = document;
  let k = and.index + 1;
  if (ADVERBS.test(wordAt(document, k, and.sentence) ?? '')) k++;
  const verb = tokens[k];
  if (verb?.sentence !== and.sentence || verb.word.shape !== 'lower' || verb.text.length < 3) return;
  const w = verb.word.folded;
  const have = w === 'has' || w === 'have';
  const third = have ? undefined : w.endsWith('s') ? baseOfThird(w) : undefined;
  const base = third ?? (!have && isInfinitive(w) && baseOfPast(w) === undefined ? w : undefined);
  if (!have && (base === undefined || !EVENTS.has(base) || quotedTokens(document)[k] || document.isTitle(and.sentence))) return;
  const main = finiteBefore(document, and.index);
  if (!main || !isPast(document, main) || lasts(document, and.index)) return;
  if (have) {
    if (w === 'have' || tokens[and.index - 1]!.text === ',') return;
    const perfect = perfectAt(document, verb);
    if (perfect) report({start: verb.start, end: perfect.last.end, proposals: [perfect.past], confidence: 0.36, note: 'Both verbs tell of what is over.'});
    return;
  }
  if (posOf(document, verb) !== 'VERB' || NOUNS.test(base!) && !startsObject(document, k + 1, and.sentence) && tokens[k + 1]?.kind !== 'number' || !third && BARE.test(main.word.folded) || lasts(document, document.sentences[and.sentence]!.first)) return;
  report({start: verb.start, end: verb.end, proposals: [pastOf(base!)], confidence: third ? 0.42 : 0.36, note: 'Both verbs tell of what is over.'});
}

/** Verbs behind which a question or a statement keeps its own tense. */
const TELLING = /^(?:said|told|asked|announced|wondered|knew|explained|added|showed|learned|wrote|stated|declared|stressed|reported|warned|promised)$/;

/** "was found on Sunday after he has spent two nights there", "arrived in Ankara, where he meets his colleague": a clause beside a past. */
export function checkClause(document: Document, conjunction: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = conjunction;
  const {first} = document.sentences[sentence]!;
  if (conjunction.index - first < 3) return;
  let verb: Token | undefined;
  let perfect: ReturnType<typeof perfectAt>;
  for (let k = conjunction.index + 2; k < conjunction.index + 7; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== sentence) return;
    const w = t.word.folded;
    if (PARTS.test(w) || BE.has(w) || MODALS.has(w) || DO.has(w) || w === 'had') return;
    if (w === 'has' || w === 'have') {
      verb = t;
      perfect = perfectAt(document, t);
      if (!perfect) return;
      break;
    }
    if (t.word.shape !== 'lower' || k === conjunction.index + 2 && /^(?:the|a|an|his|her|its|their)$/.test(tokens[k - 1]!.word.folded)) continue;
    if (isPast(document, t)) return;
    const base = w.endsWith('s') ? baseOfThird(w) : undefined;
    if (base && EVENTS.has(base) && (posOf(document, t) === 'VERB' || /^(?:he|she|it)$/.test(tokens[k - 1]!.word.folded))) {
      verb = t;
      break;
    }
  }
  if (!verb) return;
  const main = finiteBefore(document, conjunction.index);
  if (!main || !(isPast(document, main) || /^(?:was|were)$/.test(main.word.folded)) || lasts(document, conjunction.index + 1)) return;
  const c = conjunction.word.folded;
  if (perfect) {
    if (/^(?:after|before|when)$/.test(c)) report({start: verb.start, end: perfect.last.end, proposals: [perfect.before, perfect.past], confidence: 0.42, note: 'What was over before that stands in the past perfect.'});
  } else if (!TELLING.test(main.word.folded) && !quotedTokens(document)[verb.index] && !document.isTitle(sentence)) {
    const base = baseOfThird(verb.word.folded)!;
    report({start: verb.start, end: verb.end, proposals: [pastOf(base)], confidence: 0.42, note: 'What is told before it stands in the past.'});
  }
}
