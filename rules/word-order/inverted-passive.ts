/** "In the crash were injured five people", "the hall where was held the meeting": what is done to somebody before who he is. */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS, NUMBER_WORDS, PREPOSITIONS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple} from '../../src/document/verbs.ts';
import {BE, HAVE, MODALS} from '../../src/evidence/clause.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';

/** A verb before its subject, in tokens, and how sure that is wrong. */
export interface InvertedPassive {
  readonly be: Token;
  readonly participle: Token;
  readonly firstOfSubject: Token;
  readonly lastOfSubject: Token;
  readonly confidence: number;
}

/** What happens, so that it is told in the order of a statement: "on the wall is carved a bull" is English. */
export const DONE = /^(?:killed|wounded|injured|arrested|detained|found|built|created|opened|published|adopted|introduced|established|held|signed|presented|discussed|organised|organized|registered|recorded|destroyed|damaged|discovered|launched|sent|shot|evacuated|rescued|hospitalised|hospitalized|announced|approved|elected|appointed|installed|formed|founded|planted|delivered|seized|confiscated|celebrated|judged|tried|staged|drawn|written|detected|inaugurated|observed|reported|caught|stolen|robbed|attacked|kidnapped|sentenced|convicted|questioned|expelled|deported|released|freed|burned|burnt|cut|closed|cancelled|canceled|suspended|sold|bought|invited|elected|named|chosen|admitted|treated|taken|brought|carried|saved|lost|used|collected|distributed|allocated|invested|spent|produced)$/;
const OPENS = /^(?:in|on|at|to|from|by|after|during|near|for|under|as|with|among|inside|outside|behind|between|before|over|through|around|since)$/;
const SUBJECT = /^(?:the|a|an|his|her|its|their|this|these|those|some|many|several|all|both|about|around|nearly|almost|more|over|hundreds|thousands|dozens|tens|also|only|no|another|other)$/;
/** Pieces that English itself puts first: "on the list was included", "Attached was a note". */
const MAX_OPENING = 14;
const MAX_SUBJECT = 9;

/** Asked at a form of "be". */
export function invertedPassive(document: Document, be: Token): InvertedPassive | undefined {
  const {tokens, sentences} = document;
  const {sentence} = be;
  const {first, last} = sentences[sentence]!;
  if (!/^(?:was|were|is|are)$/.test(be.word.folded) || document.isTitle(sentence) || tokens[last]!.text === '?') return undefined;
  const participle = document.after(be);
  if (participle?.kind !== 'word' || participle.word.shape !== 'lower' || !DONE.test(participle.word.folded) || !baseOfParticiple(participle.word.folded) || BE.has(participle.word.folded) || HAVE.has(participle.word.folded)) return undefined;
  const subject = tokens[participle.index + 1];
  if (!subject || subject.sentence !== sentence || !(SUBJECT.test(subject.word.folded) || subject.kind === 'number' || NUMBER_WORDS.has(subject.word.folded))) return undefined;
  const joined = /^(?:where|when)$/.test(tokens[be.index - 1]?.word.folded ?? '') || tokens[be.index - 1]?.word.folded === 'which' && PREPOSITIONS.has(tokens[be.index - 2]?.word.folded ?? '');
  if (!joined) {
    if (!OPENS.test(tokens[first]!.word.folded) || tokens[first]!.word.shape !== 'capital' || be.index - first < 3 || be.index - first > MAX_OPENING) return undefined;
    // The opening phrase has neither a verb nor another clause: "By then the bridge was closed the whole day".
    let nouns = 0;
    for (let k = first + 1; k < be.index; k++) {
      const t = tokens[k]!;
      const w = t.word.folded;
      if (/^[,;:“”"()—–]$/.test(t.text) || BE.has(w) || HAVE.has(w) || MODALS.has(w) || /^(?:that|who|which|and|but|it|he|she|they|we|this)$/.test(w)) return undefined;
      if (t.kind === 'word' && posOf(document, t) === 'VERB') return undefined;
      // A second noun phrase that no preposition joins would be the subject.
      if (/^(?:the|a|an|his|her|its|their)$/.test(w) && k > first + 1 && !PREPOSITIONS.has(tokens[k - 1]!.word.folded)) return undefined;
      if (t.kind === 'word' && (/^(?:NOUN|PROPN)$/.test(posOf(document, t) ?? '')) && !DAYS.has(w) && !MONTHS.has(w)) nouns++;
    }
    if (nouns === 0) return undefined;
    const before = tokens[be.index - 1]!;
    if (!/^(?:NOUN|PROPN|NUM)$/.test(posOf(document, before) ?? '') && before.kind !== 'number') return undefined;
    // "In 1990 Rome was given the prize": a name may be the subject where no preposition stands before it.
    let k = be.index - 1;
    while (k > first && !PREPOSITIONS.has(tokens[k]!.word.folded)) k--;
    for (let n = k + 1; n < be.index - 1; n++) if (tokens[n]!.kind === 'number' || DAYS.has(tokens[n]!.word.folded) || MONTHS.has(tokens[n]!.word.folded)) return undefined;
  }
  // The subject goes as far as its phrase.
  let end = subject.index;
  while (end < Math.min(last, subject.index + MAX_SUBJECT) && !endsPhrase(tokens[end + 1], sentence)) end++;
  const noun = tokens[end]!;
  if (end === subject.index && subject.kind !== 'number' || noun.kind === 'word' && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(posOf(document, noun) ?? '')) return undefined;
  if (/^(?:days?|weeks?|months?|years?|hours?|minutes?|times?|time|night|morning|evening|afternoon|day|way)$/.test(noun.word.folded)) return undefined;
  return {be, participle, firstOfSubject: subject, lastOfSubject: noun, confidence: joined ? 0.62 : 0.66};
}
