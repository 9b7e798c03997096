/** "adopted on Monday the law", "arrested in Rome three men", "likes very much football": a time, a place or a manner between a verb and a short object. */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS, NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, baseOfThird, isInfinitive} from '../../src/document/verbs.ts';
import {activeVerb} from '../../src/evidence/clause.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {Flag} from '../../src/lexicon/lexicon.ts';
import type {Inversion} from './inversions.ts';

/** Verbs of news that have an object. */
const VERBS = new Set('adopt announce arrest approve accept award ban begin build buy call cancel cause close condemn confirm create criticise criticize cut declare defeat demand deny destroy detain discover discuss dismiss elect end evacuate express file find finish fire fix hold host injure introduce invite kill launch lead lose make meet name nominate open organise organize pass pay play present produce publish publicise reach receive reject release report rescue seize sell sentence send sign start steal stop strike suspend take unveil use visit win wound write criticise attack inaugurate celebrate block cross damage deliver describe deploy dissolve enter expel explain extend give hit impose inspect issue kidnap leave mark order postpone promise raise ratify record resume reveal score see shoot offer propose submit summon test torpedo withdraw'.split(' '));
const PREPOSITION = /^(?:on|in|at)$/;

/** Whether a time or a place that one names without an article stands behind a preposition, and how many tokens it has. */
function timeOrPlace({tokens}: Document, i: number, sentence: number): number {
  const first = tokens[i];
  const second = tokens[i + 1];
  if (first?.sentence !== sentence) return 0;
  if (first.kind === 'word' && /^(?:yesterday|today|tomorrow)$/.test(first.word.folded)) return 1;
  if (first.kind === 'word' && /^(?:last|next|this)$/.test(first.word.folded)) return second?.sentence === sentence && (/^(?:week|month|year|night|summer|winter|spring|autumn)$/.test(second.word.folded) || DAYS.has(second.word.folded)) ? 2 : 0;
  if (first.kind !== 'word' || !PREPOSITION.test(first.word.folded) || first.word.shape !== 'lower' || second?.sentence !== sentence) return 0;
  if (first.word.folded === 'in' && second.word.folded === 'the') return REGIONS.test(tokens[i + 2]?.word.folded ?? '') ? 3 : 0;
  if (second.kind === 'number') return first.word.folded === 'in' && /^(?:1[89]|20)\d\d$/.test(second.text) ? 2 : 0;
  if (second.word.shape !== 'capital' || !second.spaced) return 0;
  if (DAYS.has(second.word.folded)) return /^(?:morning|evening|night|afternoon)$/.test(tokens[i + 2]?.word.folded ?? '') ? 3 : 2;
  if (MONTHS.has(second.word.folded)) return first.word.folded === 'in' ? 2 : 0;
  return first.word.folded === 'in' && (second.word.entry.flags & Flag.Place) !== 0 && tokens[i + 2]?.word.shape !== 'capital' && !/['’]s?$/.test(second.text) ? 2 : 0;
}

/** Places that one names with an article. */
const REGIONS = /^(?:capital|region|country|north|south|east|west|city|area|centre|center|province|district|town)$/;

/** How many tokens those have to whom a verb gives or tells its object: "presented to the parliament the budget". */
function receiver({tokens}: Document, i: number, sentence: number): number {
  const [to, the, body] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  return to?.word.folded === 'to' && body?.sentence === sentence && /^(?:the|its|his|her)$/.test(the!.word.folded) && RECEIVERS.test(body.word.folded) ? 3 : 0;
}
const GIVING = /^(?:present|submit|send|deliver|explain|give|announce|offer|propose|hand|describe|promise|reveal|express)$/;
const RECEIVERS = /^(?:parliament|assembly|senate|congress|council|deputies|government|president|commission|court|public|press|people|lawmakers|ministers|cabinet|chamber|minister|authorities|police|prosecutor|board|journalists|reporters)$/;

/** Asked at every verb of the list, by its base. */
export function betweenVerbAndObject(document: Document, verb: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = verb;
  let length = timeOrPlace(document, verb.index + 1, sentence);
  const given = length === 0 ? receiver(document, verb.index + 1, sentence) : 0;
  if (length) length += timeOrPlace(document, verb.index + 1 + length, sentence);
  else length = given;
  if (length === 0) return undefined;
  const w = verb.word.folded;
  const past = baseOfPast(w);
  const base = past ?? (w.endsWith('s') ? baseOfThird(w) : isInfinitive(w) ? w : undefined);
  if (base === undefined || !(given ? GIVING.test(base) : VERBS.has(base)) || verb.word.shape !== 'lower') return undefined;
  const first = tokens[verb.index + 1 + length];
  if (first?.sentence !== sentence || !(/^(?:the|a|an|his|her|its|their)$/.test(first.word.folded) || first.kind === 'number' && !/^(?:1[89]|20)\d\d$/.test(first.text) || NUMBER_WORDS.has(first.word.folded))) return undefined;
  let last = first.index + 1;
  while (last < first.index + 4 && tokens[last]?.kind === 'word' && !endsPhrase(tokens[last + 1], sentence)) last++;
  const noun = tokens[last];
  const stop = tokens[last + 1];
  if (noun?.kind !== 'word' || noun.sentence !== sentence || stop && stop.sentence === sentence && !/^[.;!”"]$/.test(stop.text) || posOf(document, noun) !== 'NOUN' && posOf(document, noun) !== 'PROPN' || posOf(document, verb) !== 'VERB') return undefined;
  if (/^(?:years?|months?|weeks?|days?|hours?|minutes?|times?|percent|km|time|night|evening|morning|afternoon)$/.test(noun.word.folded)) return undefined;
  if (!activeVerb(document, verb, past !== undefined && past !== w ? 'past' : w.endsWith('s') ? 'third' : 'base')) return undefined;
  const when = document.slice(verb.index + 1, verb.index + length);
  return {kind: 'adverb', first: tokens[verb.index + 1]!, last: noun, proposals: [`${document.slice(first.index, last)} ${when}`], confidence: 0.5, note: 'English has nothing between a verb and its object.'};
}

/** "likes very much football", asked at "much". */
export function veryMuch(document: Document, much: Token): Inversion | undefined {
  const {tokens} = document;
  const very = document.before(much);
  const verb = very && document.before(very);
  const next = document.after(much);
  if (!very || !/^(?:very|so)$/.test(very.word.folded) || !verb || !/^(?:like|likes|liked|love|loves|loved|enjoy|enjoys|enjoyed|want|wants|wanted|appreciate|appreciates|appreciated|miss|missed|regret|regrets|regretted|admire|admires|admired|need|needs|needed|hate|hates|hated)$/.test(verb.word.folded) || next?.kind !== 'word' || next.sentence !== much.sentence) return undefined;
  let last = next.index;
  while (last < next.index + 4 && !endsPhrase(tokens[last + 1], much.sentence)) last++;
  if (endsPhrase(next, much.sentence) || tokens[last]!.kind !== 'word' || posOf(document, tokens[last]!) !== 'NOUN' && posOf(document, tokens[last]!) !== 'PROPN') return undefined;
  return {kind: 'adverb', first: very, last: tokens[last]!, proposals: [`${document.slice(next.index, last)} ${very.text} ${much.text}`], confidence: very.word.folded === 'so' ? 0.4 : 0.62, note: 'English has nothing between a verb and its object.'};
}
