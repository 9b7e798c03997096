/** "refused to say when would the new chief be chosen", "asked whether would the plant reopen": a question that is told, with its verb before the subject. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Inversion} from './inversions.ts';

const ASKS = /^(?:say|says|said|tell|told|know|knows|knew|known|ask|asks|asked|explain|explained|specify|specified|comment|commented|wonder|wondered|disclose|disclosed|decide|decided|clear|unclear|determine|understand|understood|predict|reveal|revealed|on|of|about|see)$/;

/** Asked at a verb that helps. */
export function indirectQuestion(document: Document, aux: Token): Inversion | undefined {
  const {tokens, sentences} = document;
  const {sentence} = aux;
  const wh = document.before(aux);
  const told = wh && document.before(wh);
  // "asked me why"
  const asks = told && /^(?:me|him|us|them)$/.test(told.word.folded) ? document.before(told) : told;
  if (!wh || !/^(?:when|where|how|why|whether|what)$/.test(wh.word.folded) || asks?.kind !== 'word' || asks.sentence !== sentence || !ASKS.test(asks.word.folded)) return undefined;
  const {last} = sentences[sentence]!;
  if (tokens[last]!.text === '?' || tokens[last - 1]?.text === '?') return undefined;
  const have = /^ha/.test(aux.word.folded);
  const first = tokens[aux.index + 1];
  if (first?.kind !== 'word' || first.sentence !== sentence) return undefined;
  const pronoun = /^(?:he|she|it|they|we|i)$/.test(first.word.folded);
  if (!pronoun && !/^(?:the|this|that|his|her|its|their|our|a|an)$/.test(first.word.folded) && first.word.shape !== 'capital') return undefined;
  // "why has she a fever"
  if (have && pronoun && /^(?:a|an|the|no|not|any|such)$/.test(tokens[aux.index + 2]?.word.folded ?? '')) return {kind: 'question', first: aux, last: first, proposals: [`${first.text} ${aux.text}`], confidence: 0.62, note: 'A question that is told has its subject before the verb.'};
  for (let k = aux.index + 2; k < aux.index + 8; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== sentence || /^(?:who|which|that|and|or|but)$/.test(t.word.folded)) return undefined;
    const verb = have ? t.word.folded === 'been' || baseOfParticiple(t.word.folded) !== undefined && posOf(document, t) === 'VERB' : t.word.folded === 'be' || isInfinitive(t.word.folded) && posOf(document, t) === 'VERB';
    if (!verb || pronoun && k > aux.index + 2) continue;
    if (/^d/.test(aux.word.folded)) return undefined;
    return {kind: 'question', first: aux, last: tokens[k - 1]!, proposals: [`${document.slice(first.index, k - 1)} ${aux.text}`], confidence: 0.62, note: 'A question that is told has its subject before the verb.'};
  }
  return undefined;
}
