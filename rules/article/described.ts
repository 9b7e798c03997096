/** "with inflatable duck", "in small village", "signed new contract": a single thing with an adjective and no determiner. */
import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {HAVE} from '../../src/evidence/clause.ts';
import {gainOf} from '../../src/evidence/fluency.ts';
import {indefiniteBefore} from '../../src/evidence/indefinite.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

const LINKS = /^(?:in|of|at|by|for|with|to|from|on|after|before|during|against|into|through|near|about|under|between|since|until|despite|behind|inside|outside|around|over|without|like|as)$/;
/** Adjectives that stand in phrases without an article, or that are determiners themselves. */
const NO_ADJECTIVE = /^(?:other|own|such|same|many|more|most|several|few|little|much|enough|certain|various|numerous|only|further|due|full|high|low|common|public|private|short|long|good|poor|early|late|mid|next|last|past|recent|sheer|mere|first|second|third|half|broad|open|free|record|top|left|right|safe|critical|serious|great|real|true|pure|plain|bare|bodily|human|general|particular|future|possible)$/;

/** Nouns that are bare behind many adjectives. */
const NO_NOUN = /^(?:number|amount|account|opportunity|tribute|association|minister|president|editor|extent|degree|reason|range|currency|necessity)$/;

/** Gain in likelihood by an article, in tenfold steps. */
const LEAST_GAIN = 0.1;
const SURE_GAIN = 0.5;

const opens = (word: string) => LINKS.test(word) || HAVE.has(word) || word === 'is' || word === 'was';

/** What {@link described} asks of the words before a noun, as far as it can be told without their parts of speech: few nouns are worth finding those out. */
export function mayBeDescribed({tokens}: Document, noun: Token): boolean {
  const [adjective, before] = [tokens[noun.index - 1], tokens[noun.index - 2]];
  if (adjective?.kind !== 'word' || before?.kind !== 'word' || before.sentence !== noun.sentence || adjective.word.shape !== 'lower' || before.word.shape !== 'lower') return false;
  return !FUNCTION_WORDS.has(adjective.word.folded) && (!FUNCTION_WORDS.has(before.word.folded) || opens(before.word.folded));
}

/** `noun` is a singular count noun that ends its phrase. */
export function described(document: Document, noun: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  let first = noun;
  let nouns = false;
  for (let n = 0; n < 2; n++) {
    const t = tokens[first.index - 1];
    if (t?.kind !== 'word' || t.sentence !== noun.sentence || t.word.shape !== 'lower' || !first.spaced || FUNCTION_WORDS.has(t.word.folded) || /ly$/.test(t.word.folded) || !/^(?:ADJ|NOUN)$/.test(posOf(document, t) ?? '')) break;
    nouns ||= posOf(document, t) === 'NOUN';
    first = t;
  }
  if (first === noun || !first.spaced || NO_NOUN.test(noun.word.folded)) return false;
  for (let k = first.index; k < noun.index; k++) if (NO_ADJECTIVE.test(tokens[k]!.word.folded) || /(?:er|est|s)$/.test(tokens[k]!.word.folded) && tokens[k]!.word.folded.length < 8) return false;
  const before = tokens[first.index - 1];
  if (before?.kind !== 'word' || before.sentence !== noun.sentence || before.word.shape !== 'lower') return false;
  if (tokens[before.index - 1]?.text === '-' && !before.spaced) return false;
  const b = before.word.folded;
  const verb = !LINKS.test(b) && !FUNCTION_WORDS.has(b) && posOf(document, before) === 'VERB' && !b.endsWith('ing');
  if (!verb && !opens(b)) return false;
  const a = indefiniteBefore(first) ?? 'a';
  const gainA = gainOf(document, first.index, first.index - 1, [a]);
  const gainThe = gainOf(document, first.index, first.index - 1, ['the']);
  // English must have it more often with one of the articles than without; "large number" is a pair by itself.
  const gain = Math.max(gainA, gainThe);
  if (gain < (nouns ? SURE_GAIN : LEAST_GAIN)) return false;
  const [indefinite, definite] = [`${a} ${first.text}`, `the ${first.text}`];
  put({start: first.start, end: first.end, proposals: gainA >= gainThe - 0.3 ? [indefinite, definite] : [definite, indefinite], confidence: gain > SURE_GAIN ? 0.45 : 0.32, note: 'A single thing that can be counted has an article.'});
  return true;
}
