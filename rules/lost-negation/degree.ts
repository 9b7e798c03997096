/** Negations beside a superlative, "any of" and "even one": "the worst flood that the town has never seen", "Any of the guards remembers it", "that even one citizen would be left". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple} from '../../src/document/verbs.ts';
import {finite, MODALS} from '../../src/evidence/clause.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';

type Put = (found: Denial) => void;

/** "the worst flood that the town has never seen": Romance languages deny behind a superlative. */
export function neverBest(document: Document, never: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {sentence} = never;
  const {first} = sentences[sentence]!;
  const have = document.before(never);
  const done = document.after(never);
  if (!have || !/^(?:has|have|had)$/.test(have.word.folded) || done?.kind !== 'word' || baseOfParticiple(done.word.folded) === undefined && done.word.folded !== 'had') return false;
  // The subject of the clause, "that" or "which", and the noun with its superlative.
  let k = have.index - 1;
  if (tokens[k]?.kind !== 'word' || /^(?:who|that|which|and)$/.test(tokens[k]!.word.folded)) return false;
  const joined = (n: number) => /^(?:that|which|whom)$/.test(tokens[n]?.word.folded ?? '');
  const pronoun = /^(?:i|he|she|it|they|we|you)$/.test(tokens[k]!.word.folded);
  while (k > first && have.index - k < 6 && !joined(k) && !(pronoun && k < have.index - 1)) {
    if (tokens[k]!.kind !== 'word' || finite(document, tokens[k])) return false;
    k--;
  }
  if (joined(k)) k--;
  else if (!pronoun) return false;
  if (posOf(document, tokens[k]!) !== 'NOUN') return false;
  for (let n = k - 1; n >= first && k - n < 5; n--) {
    const w = tokens[n]!.word.folded;
    if (tokens[n]!.kind !== 'word' || finite(document, tokens[n])) return false;
    if (/^(?:most|best|worst|[a-z]{3,}est)$/.test(w) && !/^(?:forest|interest|request|guest|harvest|contest|protest|arrest|priest|nest|test|rest|west)$/.test(w)) {
      put({kind: 'doubled', start: never.start, end: never.end, proposals: ['ever'], confidence: 0.68, note: 'Behind a superlative English has “ever”.'});
      return true;
    }
  }
  return false;
}

/** "Any of the people remembers it", asked at the "any" that opens a sentence. */
export function anyOf(document: Document, any: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {sentence, index} = any;
  const {last} = sentences[sentence]!;
  if (any.word.shape !== 'capital' || !document.opensSentence(any) || tokens[index + 1]?.word.folded !== 'of' || !/^(?:the|these|those|them|us|his|her|its|their|our)$/.test(tokens[index + 2]?.word.folded ?? '') || /[?]/.test(tokens[last]!.text + tokens[last - 1]!.text)) return false;
  let inside = false;
  for (let k = index + 3; k <= last && k < index + 16; k++) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.text === ',' || MODALS.has(w) || /^(?:if|not|never|no|whether)$/.test(w)) return false;
    if (/^(?:who|which|that)$/.test(w)) {
      inside = true;
      continue;
    }
    if (!finite(document, t)) continue;
    if (inside) {
      inside = false;
      continue;
    }
    put({kind: 'lost', start: any.start, end: any.end, proposals: ['None'], confidence: 0.62, note: 'What is said of any of them here is denied.'});
    return true;
  }
  return false;
}

/** "said that even one citizen would be left", asked at "even". */
export function evenOne(document: Document, even: Token, put: Put): boolean {
  const {tokens} = document;
  const {sentence, index} = even;
  const before = document.before(even);
  const one = tokens[index + 1];
  const noun = tokens[index + 2];
  const verb = tokens[index + 3];
  if (!one || !/^one$/.test(one.word.folded) || noun?.kind !== 'word' || noun.sentence !== sentence || noun.word.shape !== 'lower' || verb?.sentence !== sentence || !/^(?:would|will|was|has|had|is|did)$/.test(verb.word.folded) || before && before.sentence === sentence && !/^(?:that|and|but|,|“|")$/.test(before.text)) return false;
  if (/^(?:enough|too|more|less)$/.test(tokens[index + 4]?.word.folded ?? '') || /^(?:day|hour|minute|time|year|death|case|mistake|life)$/.test(noun.word.folded)) return false;
  put({kind: 'lost', start: even.start, end: even.end, proposals: [`${even.word.shape === 'capital' ? 'Not' : 'not'} even`], confidence: 0.56, note: 'Of one alone English says “not even one”.'});
  return true;
}
