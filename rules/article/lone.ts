/** "driving white van", "works in laboratory near", "It is big honour": a single thing without a determiner, where English has an article far more often. */
import type {Document} from '../../src/document/document.ts';
import {DETERMINERS, FUNCTION_WORDS, NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {wordNote} from '../../src/document/word.ts';
import {BE, HAVE} from '../../src/evidence/clause.ts';
import {gainOf} from '../../src/evidence/fluency.ts';
import {indefiniteBefore} from '../../src/evidence/indefinite.ts';
import {countNoun, endsPhrase, isRare, needsDeterminer} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {readData} from '../../src/lexicon/assets.ts';
import {pairCount} from '../../src/lexicon/lexicon.ts';
import type {Report} from '../../src/rule/rule.ts';

const LINKS = /^(?:in|of|at|for|with|to|from|on|after|before|during|against|into|through|near|about|under|along|across|around|over|without|behind|inside|outside)$/;
/** Abstract nouns by their endings, which are mostly bare. */
const ABSTRACT = /(?:ness|ism|ity|ship|hood|ance|ence|ment|ture)$/;
/** Adjectives that stand in phrases without an article, and what is a determiner itself. */
const NO_ADJECTIVE = /^(?:other|own|such|same|many|more|most|several|few|little|much|enough|certain|various|numerous|only|further|due|full|high|low|common|public|private|early|late|mid|next|last|past|first|second|third|half|open|record|top|left|right|safe|critical|great|good|bad|poor|real|true|pure|sheer|mere|human|general|particular|future|possible|free|prime|deputy|vice|chief|former|senior|junior|acting|early|later|recent|double|triple|whole|both|all|either|neither|no|any|some|this|that|what|which|whose)$/;

let lists: {readonly bare: ReadonlySet<string>; readonly one: ReadonlySet<string>} | undefined;
function listed() {
  const data = readData<Readonly<Record<'bare' | 'one', string>>>('articles');
  return {bare: new Set(data.bare.split(' ')), one: new Set(data.one.split(' '))};
}
/** Nouns that stand bare in phrases, or are not counted in one of their senses. */
const isBare = (word: string) => (lists ??= listed()).bare.has(word);
const isOne = (word: string) => (lists ??= listed()).one.has(word);

/** Whether a form is a noun that a missing article may be looked for at. By the lexicon alone. */
const lone = wordNote((word): boolean => {
  const {folded} = word;
  if (word.shape !== 'lower' || isBare(folded) || ABSTRACT.test(folded) && !isOne(folded) || countNoun({kind: 'word', word}) === undefined) return false;
  return Math.max(pairCount('a', folded), pairCount('an', folded)) > 60 || isRare(folded) && word.entry.frequency >= 100;
});
export const mayBeLone = (token: Token): boolean => token.kind === 'word' && lone(token.word);

/** Gain in likelihood by an article, in tenfold steps, from which on it is reported. */
const LEAST_GAIN = 0.8;
const WITH_ADJECTIVE = 0.5;
const SURE_GAIN = 1.5;

/** Whether something else begins behind an "and": a noun with its own determiner, a subject or a verb. */
function another(document: Document, and: Token): boolean {
  const t = document.tokens[and.index + 1];
  return t?.sentence === and.sentence && (t.kind === 'number' || t.kind === 'word' && t.word.shape === 'lower' && (DETERMINERS.has(t.word.folded) || NUMBER_WORDS.has(t.word.folded) || /^(?:he|she|it|they|we|said|told|is|was|has|will)$/.test(t.word.folded) || /(?:ed|[^s]s|ing)$/.test(t.word.folded) && posOf(document, t) === 'VERB'));
}

export function loneNoun(document: Document, noun: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const {sentence} = noun;
  const next = tokens[noun.index + 1];
  if (!noun.spaced || !endsPhrase(next, sentence) && !/^[“"]$/.test(next!.text) || next?.text === '-' || /^(?:and|or|nor|than|by|to|after|upon|but)$/.test(next?.word.folded ?? '') && next!.sentence === sentence && !(next!.text === 'and' && another(document, next!))) return false;
  // What a determiner or a name goes before needs no parts of speech.
  let first = noun;
  let before = tokens[noun.index - 1];
  for (let n = 0; n < 2 && before?.kind === 'word' && before.sentence === sentence && before.word.shape === 'lower' && first.spaced && !FUNCTION_WORDS.has(before.word.folded) && !/ly$/.test(before.word.folded) && posOf(document, before) === 'ADJ'; n++) {
    if (NO_ADJECTIVE.test(before.word.folded) || /(?:er|est)$/.test(before.word.folded) && before.text.length < 8) return false;
    first = before;
    before = tokens[first.index - 1];
  }
  if (before?.kind !== 'word' || before.sentence !== sentence || before.word.shape !== 'lower' || !first.spaced || tokens[before.index - 1]?.text === '-' && !before.spaced) return false;
  const b = before.word.folded;
  const be = BE.has(b);
  const link = LINKS.test(b);
  // "set up hotline", "takes off helmet"
  const particle = /^(?:up|off|out|down)$/.test(b) && tokens[before.index - 1]?.sentence === sentence && tokens[before.index - 1]!.kind === 'word' && posOf(document, tokens[before.index - 1]!) === 'VERB';
  const verb = particle && (isRare(noun.word.folded) || needsDeterminer(noun)) || !link && !be && !HAVE.has(b) && !FUNCTION_WORDS.has(b) && posOf(document, before) === 'VERB';
  if (!link && !be && !HAVE.has(b) && !verb || b === 'being' || b === 'be' && first === noun) return false;
  // "from house to house", "by night", "Prices of bread" are said so.
  const there = pairCount(b, first.word.folded);
  if (link && (first === noun ? there > 0 && Math.max(pairCount('the', first.word.folded), pairCount('a', first.word.folded)) - there < 20 : there > 110)) return false;
  if (verb && pairCount(b, first.word.folded) > 60 || posOf(document, noun) !== 'NOUN') return false;
  const behind = tokens[noun.index + 1];
  if (behind?.text === ',' && link && tokens[noun.index + 2]?.kind === 'word' && endsPhrase(tokens[noun.index + 3], sentence)) return false;
  const a = indefiniteBefore(first) ?? 'a';
  const gainA = gainOf(document, first.index, first.index - 1, [a]);
  const gainThe = gainOf(document, first.index, first.index - 1, ['the']);
  const gain = Math.max(gainA, gainThe);
  if (gain < (first === noun || be ? LEAST_GAIN : WITH_ADJECTIVE)) return false;
  const [indefinite, definite] = [`${a} ${first.text}`, `the ${first.text}`];
  const rather = gainA >= gainThe - 0.3 && !(next?.text === 'of' && gainThe > gainA - 0.5);
  put({start: first.start, end: first.end, proposals: rather ? [indefinite, definite] : [definite, indefinite], confidence: gain > SURE_GAIN ? 0.42 : 0.3, note: 'A single thing that can be counted has an article.'});
  return true;
}
