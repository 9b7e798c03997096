/** Denials and contrasts of two halves, of which one says something else: "Nor the mayor nor the council answered", "Not only tired, also hungry", "wants to resign but to stay". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {HELPER} from './denied-verb.ts';
import {denied} from './sentence.ts';

type Put = (found: Denial) => void;

const DETERMINER = /^(?:the|a|an|his|her|its|their|our|my|this|these)$/;
const ends = ({tokens}: Document, token: Token) => {
  const next = tokens[token.index + 1];
  return !next || next.sentence !== token.sentence || /^[.,;!?”"]$/.test(next.text);
};

/** "Nor the mayor nor the council answered", "Or he or his wife came", "Not the mayor nor the council replied" */
export function firstHalf(document: Document, second: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  let {first} = sentences[second.sentence]!;
  while (first < second.index && tokens[first]!.kind !== 'word') first++;
  const lead = tokens[first]!;
  const w = lead.word.folded;
  if (!/^(?:nor|or|not)$/.test(w) || lead === second || second.index - lead.index > 5 || (w === 'or') !== (second.word.folded === 'or')) return false;
  // Nothing but two subjects of the same kind.
  const one = document.after(lead)!;
  const other = document.after(second);
  if (other?.kind !== 'word' || other.sentence !== second.sentence) return false;
  const pronoun = /^(?:he|she|they|we|i|it)$/.test(one.word.folded);
  if (!pronoun && !(DETERMINER.test(one.word.folded) && DETERMINER.test(other.word.folded)) && !(one.word.shape === 'capital' && other.word.shape === 'capital')) return false;
  for (let k = one.index; k < second.index; k++) if (tokens[k]!.kind !== 'word' || HELPER.test(tokens[k]!.word.folded) || posOf(document, tokens[k]!) === 'VERB') return false;
  put({kind: 'lost', start: lead.start, end: lead.end, proposals: [w === 'or' ? 'Either' : 'Neither'], confidence: w === 'not' ? 0.5 : w === 'or' ? 0.4 : 0.7, note: w === 'or' ? 'The first of two that “or” joins has “either”.' : 'The first of two that “nor” joins has “neither”.'});
  return true;
}

/** "He did not come, neither the doctor.", "I do not know, and my wife neither." */
export function neitherEnds(document: Document, neither: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[neither.sentence]!;
  const before = document.before(neither);
  const next = document.after(neither);
  if (!before) return false;
  if (ends(document, neither) && before.kind === 'word' && before.word.shape === 'lower' || ends(document, neither) && before.kind === 'word' && posOf(document, before) === 'PROPN') {
    // The subject goes back to "and" or a comma.
    for (let k = before.index; k > first && neither.index - k < 5; k--) {
      const t = tokens[k]!;
      if (t.kind === 'word' && (HELPER.test(t.word.folded) || posOf(document, t) === 'VERB')) return false;
      const joins = tokens[k - 1]!;
      if (joins.text !== ',' && !/^(?:and|but)$/.test(joins.word.folded)) continue;
      const subject = document.text.slice(t.start, before.end);
      put({kind: 'doubled', start: t.start, end: neither.end, proposals: [`neither does ${subject}`, `${subject} does not either`], confidence: 0.56, note: 'Of somebody else of whom the same is denied English says “neither does he”.'});
      return true;
    }
    return false;
  }
  if (before.text !== ',' || next?.kind !== 'word' || !DETERMINER.test(next.word.folded) || !denied(document, before)) return false;
  let k = next.index + 1;
  while (tokens[k]?.kind === 'word' && tokens[k]!.sentence === neither.sentence && k < next.index + 4 && !HELPER.test(tokens[k]!.word.folded) && posOf(document, tokens[k]!) !== 'VERB') k++;
  if (!ends(document, tokens[k - 1]!) || k === next.index + 1 || /^(?:nor|or)$/.test(tokens[k]?.word.folded ?? '')) return false;
  for (let n = k; n <= sentences[neither.sentence]!.last; n++) if (tokens[n]!.word.folded === 'nor') return false;
  put({kind: 'doubled', start: neither.start, end: neither.end, proposals: ['nor did', 'nor'], confidence: 0.56, note: 'What is denied of another one, too, follows with “nor” and a verb.'});
  return true;
}

/** "may use the bridge, but not the trams either": either behind what is denied for the first time. */
export function notEither(document: Document, either: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[either.sentence]!;
  if (!ends(document, either)) return false;
  for (let k = either.index - 2; k > first && either.index - k < 6; k--) {
    if (tokens[k]!.kind !== 'word') return false;
    if (tokens[k]!.word.folded !== 'not' || tokens[k - 1]!.word.folded !== 'but') continue;
    if (denied(document, tokens[k - 1]!)) return false;
    put({kind: 'doubled', start: tokens[either.index - 1]!.end, end: either.end, proposals: [''], confidence: 0.5, note: '“Either” goes on from a denial, and there is none before it.'});
    return true;
  }
  return false;
}

/** "Not only tired, also hungry": but also. */
export function onlyAlso(document: Document, also: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[also.sentence]!;
  if (document.before(also)?.text !== ',' || tokens[also.index + 1]?.text === ',') return false;
  for (let k = also.index - 2; k > first && also.index - k < 24; k--) {
    const w = tokens[k]!.word.folded;
    if (tokens[k]!.text === ';' || w === 'but') return false;
    if (w !== 'only' || tokens[k - 1]!.word.folded !== 'not') continue;
    put({kind: 'lost', start: also.start, end: also.end, proposals: ['but also'], confidence: 0.6, note: 'Behind “not only” comes “but also”.'});
    return true;
  }
  return false;
}

/** "wants to resign but to stay", "It is about money, but about respect": what is set against another thing that is not denied. */
export function butInstead(document: Document, but: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {first} = sentences[but.sentence]!;
  const again = document.after(but);
  if (again?.kind !== 'word' || again.sentence !== but.sentence || denied(document, but)) return false;
  const w = again.word.folded;
  const verb = tokens[again.index + 1];
  if (w === 'to' ? verb?.kind !== 'word' || !isInfinitive(verb.word.folded) || posOf(document, verb) !== 'VERB' : !/^(?:about|against|for)$/.test(w)) return false;
  const comma = tokens[but.index - 1]!.text === ',' ? but.index - 1 : but.index;
  for (let k = comma - 1; k > first && comma - k < (w === 'to' ? 7 : 5); k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    if (/^(?:nothing|choice|option|alternative|anything|only|first|all|little|everything|ready|able|enough|too)$/.test(t.word.folded)) return false;
    if (t.word.folded !== w) continue;
    const lead = tokens[k - 1]!;
    const wants = w === 'to' ? /^(?:want|wants|wanted|wish|wishes|wished|intend|intends|intended|plans?|planned|aim|is|was|are|were|decided|came)$/.test(lead.word.folded) : /^(?:is|was|are|were)$/.test(lead.word.folded);
    if (!wants) return false;
    const be = /^(?:is|was|are|were)$/.test(lead.word.folded);
    put({kind: 'lost', start: be ? t.start : lead.start, end: be ? t.end : lead.end, proposals: [be ? `not ${t.text}` : `does not ${lead.text.replace(/s$/, '')}`], confidence: 0.42, message: 'A `not` seems to be lost: “but” sets nothing apart', note: 'What comes behind “but” would stand in place of what goes before, which is not denied.'});
    return true;
  }
  return false;
}
