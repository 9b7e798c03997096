/** A tense that the time beside it rules out: "two seasons ago plays", "played since he was 6", "When I was ten, the boys don't", "if they rested and would drink", "had known how hard it will be". */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, baseOfThird, ingOf, isInfinitive, participleOf, pastOf} from '../../src/document/verbs.ts';
import {finite, wordAt} from '../../src/evidence/clause.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;

const SPAN = /^(?:years?|months?|weeks?|days?|seasons?|decades?|centuries|century|hours?|minutes?)$/;
const SUBJECT = /^(?:i|he|she|they|we|who)$/;
/** What one was as a child, behind "since he was". */
const YOUNG = /^(?:a|an|young|small|little|born|in|at|six|seven|eight|nine|ten|five|four|three|twelve|fifteen)$/;

/** "which two seasons ago plays in the third division", asked at "ago". */
export function agoPresent(document: Document, ago: Token, put: Put): void {
  const {tokens} = document;
  const {sentence, index} = ago;
  const verb = tokens[index + 1];
  if (!SPAN.test(wordAt(document, index - 1, sentence) ?? '') || verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower') return;
  const base = baseOfThird(verb.word.folded);
  const opener = tokens[index - 3];
  if (!base || base === 'be' || base === 'have' || posOf(document, verb) !== 'VERB' || !(opener && opener.sentence === sentence && (opener.text === ',' || /^(?:who|which|that)$/.test(opener.word.folded)))) return;
  put({start: verb.start, end: verb.end, proposals: [pastOf(base)], confidence: 0.66, note: 'Of a time that is over the past tells.'});
}

/** "played the guitar since he was 6": what began then, in the simple past. */
export function pastSince(document: Document, since: Token, put: Put): void {
  const {tokens} = document;
  const {sentence, index} = since;
  if (!/^(?:i|he|she|they|we)$/.test(wordAt(document, index + 1, sentence) ?? '') || !/^(?:was|were)$/.test(wordAt(document, index + 2, sentence) ?? '') || !(YOUNG.test(wordAt(document, index + 3, sentence) ?? '') || tokens[index + 3]?.kind === 'number')) return;
  const {first} = document.sentences[sentence]!;
  for (let k = index - 1; k > first && index - k < 10; k--) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind === 'punctuation' || /^(?:has|have|had|that|which|and|but|not|never|was|were|is|are|been|to)$/.test(w)) return;
    const base = t.word.shape === 'lower' ? baseOfPast(w) : undefined;
    if (base === undefined || base === w && !/^(?:read|put|set|let)$/.test(w) || posOf(document, t) !== 'VERB') continue;
    const subject = document.before(t);
    if (!subject || !SUBJECT.test(subject.word.folded) && subject.word.shape !== 'capital') return;
    put({start: t.start, end: t.end, proposals: [`had ${participleOf(base)}`, `has ${participleOf(base)}`], confidence: 0.55, note: 'What began then and went on stands in the perfect.'});
    return;
  }
}

/** "When I was ten, the boys don't let me play", asked at the "when" that opens a sentence. */
export function whenWas(document: Document, when: Token, put: Put): void {
  const {tokens} = document;
  const {sentence, index} = when;
  if (!/^(?:was|were)$/.test(wordAt(document, index + 2, sentence) ?? '') || !/^(?:i|he|she|we|they)$/.test(wordAt(document, index + 1, sentence) ?? '')) return;
  if (!YOUNG.test(wordAt(document, index + 3, sentence) ?? '') && !/^(?:with|still|on|there|here)$/.test(wordAt(document, index + 3, sentence) ?? '') && tokens[index + 3]?.kind !== 'number') return;
  let comma = index + 3;
  while (comma < index + 12 && tokens[comma]?.sentence === sentence && tokens[comma]!.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return;
  for (let k = comma + 1; k < comma + 6 && tokens[k]?.sentence === sentence; k++) {
    const w = tokens[k]!.word.folded;
    if (tokens[k]!.kind !== 'word' || finite(document, tokens[k]) && !/^(?:do|does|don't|doesn't)$/.test(w)) return;
    if (!/^(?:do|does|don't|doesn't)$/.test(w) || k === comma + 1) continue;
    if (/n't$/.test(w)) put({start: tokens[k]!.start, end: tokens[k]!.end, proposals: ['didn’t'], confidence: 0.66, note: 'The sentence tells of a time that is over.'});
    else if (wordAt(document, k + 1, sentence) === 'not') put({start: tokens[k]!.start, end: tokens[k]!.end, proposals: ['did'], confidence: 0.66, note: 'The sentence tells of a time that is over.'});
    return;
  }
}

/** "if the workers rested at noon and would drink", asked at "would". */
export function ifAndWould(document: Document, would: Token, put: Put): void {
  const {tokens} = document;
  const {sentence, index} = would;
  const verb = tokens[index + 1];
  if (wordAt(document, index - 1, sentence) !== 'and' || verb?.sentence !== sentence || verb.word.shape !== 'lower' || !isInfinitive(verb.word.folded) || posOf(document, verb) !== 'VERB') return;
  const {first} = document.sentences[sentence]!;
  let past = false;
  for (let k = index - 2; k >= first && index - k < 16; k--) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind === 'punctuation' || /^(?:would|could|should|might|that|because|whether)$/.test(w)) return;
    const base = baseOfPast(w);
    if (base !== undefined && base !== w && t.word.shape === 'lower' && posOf(document, t) === 'VERB') past = true;
    if (w !== 'if') continue;
    if (past) put({start: would.start, end: verb.end, proposals: [pastOf(verb.word.folded)], confidence: 0.55, note: 'Behind “if” English has no “would”.'});
    return;
  }
}

/** "had known how hard it will become", asked at "will". */
export function knownWill(document: Document, will: Token, put: Put): void {
  const {sentence, index} = will;
  const {first} = document.sentences[sentence]!;
  for (let k = index - 1; k > first && index - k < 9; k--) {
    const w = wordAt(document, k, sentence);
    if (w === undefined || /^(?:and|but|who|which|because)$/.test(w)) return;
    if (!/^(?:how|what|when|where|that|why|whether)$/.test(w)) continue;
    if (/^(?:known|thought|believed|guessed|suspected|imagined|realised|realized|understood)$/.test(wordAt(document, k - 1, sentence) ?? '') && /^(?:had|i'd|not|never|ever)$/.test(wordAt(document, k - 2, sentence) ?? '') && [2, 3, 4].some((n) => wordAt(document, k - n, sentence) === 'had')) put({start: will.start, end: will.end, proposals: ['would'], confidence: 0.62, note: 'What was known then stands in the past.'});
    return;
  }
}

/** "Since thirty years I drive here", asked at the "since" or "for" that opens a sentence. */
export function openedByLength(document: Document, opener: Token, put: Put): void {
  const {tokens} = document;
  const {sentence} = opener;
  let k = opener.index + 1;
  if (/^(?:over|almost|nearly|about|around)$/.test(wordAt(document, k, sentence) ?? '')) k++;
  else if (wordAt(document, k, sentence) === 'more' && wordAt(document, k + 1, sentence) === 'than') k += 2;
  if (!(tokens[k]?.kind === 'number' || NUMBER_WORDS.has(wordAt(document, k, sentence) ?? '')) || !/^(?:years|months|weeks|decades|generations)$/.test(wordAt(document, k + 1, sentence) ?? '')) return;
  k += 2;
  if (/^(?:now|already)$/.test(wordAt(document, k, sentence) ?? '')) k++;
  if (tokens[k]?.text === ',') k++;
  const subject = wordAt(document, k, sentence) ?? '';
  const verb = tokens[k + 1];
  if (!/^(?:i|we|they|he|she|it)$/.test(subject) || verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower') return;
  const w = verb.word.folded;
  const many = /^(?:i|we|they)$/.test(subject);
  const base = /^(?:is|are|am)$/.test(w) ? 'be' : many ? (isInfinitive(w) && baseOfPast(w) === undefined && !/^(?:do|have)$/.test(w) ? w : undefined) : baseOfThird(w);
  if (!base || base === 'have' || base === 'do' || base !== 'be' && posOf(document, verb) !== 'VERB') return;
  const have = many ? 'have' : 'has';
  put({start: verb.start, end: verb.end, proposals: base === 'be' ? [`${have} been`] : [`${have} been ${ingOf(base)}`, `${have} ${participleOf(base)}`], confidence: 0.62, note: 'What began then and still goes on stands in the perfect.'});
}
