/** Sentences that lack a verb or a subject, told by how they begin: "The man now in hospital.", "He born in 1950", "Said that it was late.", "Is not true." */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird} from '../../src/document/verbs.ts';
import {AUXILIARIES} from '../../src/document/english.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';

/** What is missing, and the token that it stands before. */
export interface Verbless {
  readonly kind: 'verb' | 'subject' | 'auxiliary';
  readonly token: Token;
  readonly words: readonly string[];
  readonly confidence: number;
  readonly note: string;
}

const STATE = /^(?:now|still|already|not|under|also|very|too|so|again|safe|ready|alive|dead|closed|open|full|empty|missing)$/;
const VERB_NEEDED = 'An English sentence has a verb.';
const MAX_TOKENS = 16;

/** Asked at the first token of a sentence. */
export function verbless(document: Document, opener: Token): Verbless | undefined {
  const {tokens, sentences} = document;
  const {sentence} = opener;
  const {first, last} = sentences[sentence]!;
  const w = opener.word.folded;
  const [second, third] = [tokens[first + 1], tokens[first + 2]];
  if (opener.index !== first || tokens[last]!.text !== '.' || !second || second.sentence !== sentence || document.isTitle(sentence)) return undefined;
  // "Said that it was late.", "Is not true."
  if (/^(?:said|says|added|adds|noted|notes|stressed|explained|explains|recalled|recalls|claims|claimed|insisted|insists|stated|states|assured|assures|warned|warns|confirmed|confirms)$/.test(w) && opener.word.shape === 'capital' && second.word.folded === 'that' && third && /^(?:he|she|they|it|the|his|her|their|its|this|we|there|no|nobody)$/.test(third.word.folded)) return {kind: 'subject', token: opener, words: ['He', 'She', 'It'], confidence: 0.58, note: 'An English clause has a subject.'};
  if (/^(?:is|was)$/.test(w) && opener.word.shape === 'capital' && (second.word.folded === 'not' || second.word.folded === 'also' || second.word.folded === 'already') && third?.kind === 'word' && third.sentence === sentence && !/^(?:that|this|it|he|she|the)$/.test(third.word.folded)) return {kind: 'subject', token: opener, words: ['It', 'He', 'She'], confidence: 0.62, note: 'An English clause has a subject.'};
  if (last - first > MAX_TOKENS || last - first < 4) return undefined;
  const pronoun = /^(?:he|she|they|we|it)$/.test(w);
  if (!pronoun && !/^(?:the|his|her|its|their|our|my|this|these)$/.test(w)) return undefined;
  let state: Token | undefined;
  for (let k = first + 1; k < last; k++) {
    const t = tokens[k]!;
    if (t.kind === 'opaque' || /^[:;?!“”"()–—-]$/.test(t.text) || /['’](?:s|re|ve|d|ll|m)$/.test(t.text) && k < first + 4) return undefined;
    if (t.kind !== 'word') continue;
    const f = t.word.folded;
    if (AUXILIARIES.has(f) || /^(?:VERB|AUX)$/.test(posOf(document, t) ?? '') || f.endsWith('ing') || t.word.shape === 'lower' && (baseOfParticiple(f) !== undefined || baseOfPast(f) !== undefined || f.endsWith('s') && baseOfThird(f) !== undefined && pluralNoun(t) === undefined) || pronoun && k === first + 1 && !STATE.test(f)) return undefined;
    if (!state && (pronoun ? k === first + 1 : k > first + 1) && STATE.test(f) && k <= first + 4) state = t;
  }
  if (!state || state.index + 1 >= last) return undefined;
  const before = tokens[state.index - 1]!;
  if (!pronoun && (before.kind !== 'word' || posOf(document, before) !== 'NOUN' && posOf(document, before) !== 'PROPN')) return undefined;
  const many = pronoun ? /^(?:they|we)$/.test(w) : pluralNoun(before) !== undefined || /^(?:people|police|children|men|women)$/.test(before.word.folded);
  return {kind: 'verb', token: state, words: many ? ['are', 'were'] : ['is', 'was'], confidence: 0.6, note: VERB_NEEDED};
}

/** "He born in 1950", asked at "born"; "The victim not yet been found", asked at "been"; "the house that located on", asked at "located". */
export function withoutBe(document: Document, token: Token): Verbless | undefined {
  const {tokens} = document;
  const before = document.before(token);
  const next = document.after(token);
  if (before?.kind !== 'word' || !next || next.sentence !== token.sentence) return undefined;
  const b = before.word.folded;
  const w = token.word.folded;
  if (w === 'born') return /^(?:he|she|who|they|i)$/.test(b) && /^(?:in|on|to|and|into|at|with|there)$/.test(next.word.folded) ? {kind: 'auxiliary', token, words: [b === 'they' ? 'were' : 'was'], confidence: 0.78, note: 'Who is born “was born”.'} : undefined;
  if (w === 'been') {
    // "not yet been identified"
    const not = b === 'yet' ? tokens[before.index - 1] : undefined;
    const subject = not && tokens[not.index - 1];
    if (not?.word.folded !== 'not' || subject?.kind !== 'word' || subject.sentence !== token.sentence || !/^(?:NOUN|PROPN|PRON)$/.test(posOf(document, subject) ?? '') || next.kind !== 'word') return undefined;
    return {kind: 'auxiliary', token: not, words: [pluralNoun(subject) ? 'have' : 'has'], confidence: 0.74, note: 'The perfect needs `has` or `have`.'};
  }
  if (!/^(?:that|which)$/.test(b) || !/^(?:in|on|at|near|to|between|behind|outside|from|by)$/.test(next.word.folded)) return undefined;
  const noun = document.before(before);
  if (noun?.kind !== 'word' || noun.sentence !== token.sentence || !/^(?:NOUN|PROPN)$/.test(posOf(document, noun) ?? '')) return undefined;
  return {kind: 'auxiliary', token, words: [pluralNoun(noun) ? 'are' : 'is', pluralNoun(noun) ? 'were' : 'was'], confidence: 0.66, note: 'What is done to somebody or something is said with “be”.'};
}

