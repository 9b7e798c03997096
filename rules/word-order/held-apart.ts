/** "has on Wednesday decided", "Nobody has us told": what German and Dutch put between the verb that helps and its participle. */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Inversion} from './inversions.ts';

/** Asked at "has", "have", "had", "will", "would". */
export function heldApart(document: Document, aux: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = aux;
  const first = tokens[aux.index + 1];
  if (first?.kind !== 'word' || first.sentence !== sentence || first.word.shape !== 'lower') return undefined;
  const have = /^ha/.test(aux.word.folded);
  const verbAt = (k: number) => {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== sentence || t.word.shape !== 'lower') return undefined;
    return (have ? baseOfParticiple(t.word.folded) !== undefined && !/^(?:set|put|cut|let|had|left|lost|made)$/.test(t.word.folded) : isInfinitive(t.word.folded)) && posOf(document, t) === 'VERB' ? t : undefined;
  };
  if (/^(?:us|me|him|them)$/.test(first.word.folded)) {
    const verb = verbAt(first.index + 1);
    if (!verb || /^(?:had|have)$/.test(aux.word.folded) && document.before(aux)?.word.folded === 'to' || aux.word.folded !== 'has' && have && /ed$/.test(verb.word.folded) && !/^(?:nobody|he|she|they|we|who|i)$/.test(document.before(aux)?.word.folded ?? '')) return undefined;
    return {kind: 'adverb', first, last: verb, proposals: [`${verb.text} ${first.text}`], confidence: 0.56, note: 'English has its object behind the verb.'};
  }
  let end = -1;
  const second = tokens[first.index + 1];
  if (/^(?:yesterday|today)$/.test(first.word.folded)) end = first.index;
  else if (/^(?:on|in|since)$/.test(first.word.folded) && second?.sentence === sentence) {
    if (first.word.folded !== 'in' && DAYS.has(second.word.folded) || first.word.folded === 'in' && MONTHS.has(second.word.folded) || second.kind === 'number' && /^(?:1[89]|20)\d\d$/.test(second.text)) end = second.index;
    if (end > 0 && /^(?:morning|evening|night|afternoon)$/.test(tokens[end + 1]?.word.folded ?? '')) end++;
  }
  const verb = end > 0 ? verbAt(end + 1) : undefined;
  if (!verb) return undefined;
  const when = document.slice(first.index, end);
  return {kind: 'adverb', first, last: verb, proposals: [`${verb.text} ${when}`], confidence: 0.56, note: 'A time does not stand between the verb that helps and its participle.'};
}
