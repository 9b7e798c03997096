/** "such big crowd", "What strange day it was", "previous the government", "on first day of", "a good advice": determiners by what stands beside them. */
import type {Document} from '../../src/document/document.ts';
import {inCaseOf} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {indefiniteBefore} from '../../src/evidence/indefinite.ts';
import {countNoun, endsPhrase, needsDeterminer} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;

/** Adjectives that stand before nouns alone. */
const ATTRIBUTE = /^(?:previous|former|current|local|national|federal|entire|main|same|regional|outgoing|latter|municipal|international)$/;
const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next)$/;
/** What comes in a row, and hardly bare: "on first day of". */
const IN_A_ROW = /^(?:day|night|floor|round|stage|minute|set|quarter|week|month|attempt|phase|visit|meeting|hours|days|weeks|months|years|decade|century|season)$/;
/** Not counted, whatever is said of them. */
const MASS = /^(?:advice|information|equipment|homework|progress|furniture|luggage|evidence|research|weather|news|behaviour|behavior|machinery|clothing|legislation|permission|unemployment)$/;

/** "She has never seen such big crowd" */
function suchNoun(document: Document, such: Token, put: Put): boolean {
  const {tokens} = document;
  const adjective = tokens[such.index + 1];
  const noun = tokens[such.index + 2];
  if (adjective?.kind !== 'word' || noun?.kind !== 'word' || noun.sentence !== such.sentence || adjective.word.shape !== 'lower' || document.before(such)?.word.folded === 'no' || !countNoun(noun) || !endsPhrase(tokens[noun.index + 1], such.sentence)) return false;
  if (posOf(document, adjective) !== 'ADJ' || posOf(document, noun) !== 'NOUN' || /^(?:as|other|many|much|few|high|low|good|great|common|close|short|long)$/.test(adjective.word.folded) || /^(?:any|some|of|all|every|one|a|an|the)$/.test(document.before(such)?.word.folded ?? '')) return false;
  put({start: such.start, end: such.end, proposals: [`${such.text} ${indefiniteBefore(adjective) ?? 'a'}`], confidence: 0.5, note: 'Behind “such” a single thing has “a”.'});
  return true;
}

/** "The previous the government", "said that previous the government" */
function adjectiveThe(document: Document, adjective: Token, put: Put): boolean {
  const the = document.tokens[adjective.index + 1];
  const noun = document.tokens[adjective.index + 2];
  if (the?.text !== 'the' || the.sentence !== adjective.sentence || noun?.kind !== 'word' || noun.word.shape !== 'lower' || document.before(adjective)?.kind === 'word' && /^(?:is|was|are|were|the)$/.test(document.before(adjective)!.word.folded) && document.before(adjective)!.word.folded !== 'the' || /er$/.test(noun.word.folded) && noun.word.folded.length < 8 || posOf(document, noun) !== 'NOUN') return false;
  put({start: adjective.start, end: the.end, proposals: [inCaseOf(adjective.text, `the ${adjective.text.toLowerCase()}`)], confidence: 0.66, note: 'The article stands before the adjective.'});
  return true;
}

/** "on first day of the talks", "in second round" */
function inARow(document: Document, ordinal: Token, put: Put): boolean {
  const before = document.before(ordinal);
  const noun = document.tokens[ordinal.index + 1];
  const next = document.tokens[ordinal.index + 2];
  if (before?.kind !== 'word' || !/^(?:on|in|during|of|after|before|from|until|since|for)$/.test(before.word.folded) || noun?.kind !== 'word' || !noun.spaced || noun.word.shape !== 'lower' || !IN_A_ROW.test(noun.word.folded) || !endsPhrase(next, ordinal.sentence)) return false;
  const w = ordinal.word.folded;
  if (/^(?:last|next)$/.test(w) && !(noun.word.folded.endsWith('s') || next?.word.folded === 'of' || /^(?:minute|stage|round|floor|attempt|phase)$/.test(noun.word.folded)) || w === 'next' && next?.word.folded !== 'of') return false;
  put({start: ordinal.start, end: ordinal.end, proposals: [`the ${ordinal.text}`], confidence: next?.word.folded === 'of' || before.word.folded === 'on' ? 0.5 : 0.4, note: 'One of a row has “the”.'});
  return true;
}

/** "a bad weather", "a good advice" */
function mass(document: Document, noun: Token, put: Put): boolean {
  const adjective = document.before(noun);
  // "in such a weather"
  if (adjective && /^an?$/.test(adjective.text) && document.before(adjective)?.word.folded === 'such' && endsPhrase(document.tokens[noun.index + 1], noun.sentence)) {
    put({start: adjective.start, end: noun.start, proposals: [''], confidence: 0.6, note: `English does not count “${noun.text}”.`});
    return true;
  }
  const a = adjective && document.before(adjective);
  if (!a || !/^an?$/.test(a.text) || adjective!.kind !== 'word' || adjective!.word.shape !== 'lower' || !endsPhrase(document.tokens[noun.index + 1], noun.sentence) || /^(?:little|certain|piece)$/.test(adjective!.word.folded) || posOf(document, adjective!) !== 'ADJ') return false;
  put({start: a.start, end: adjective!.start, proposals: [''], confidence: 0.6, note: `English does not count “${noun.text}”.`});
  return true;
}

/** "in few years", "Few days later": several, not hardly any. */
function few(document: Document, token: Token, put: Put): boolean {
  const {tokens} = document;
  const span = tokens[token.index + 1];
  if (span?.kind !== 'word' || span.sentence !== token.sentence || !SPANS.test(span.text)) return false;
  const before = document.before(token);
  const since = /^(?:ago|later|earlier|before|after|afterwards|away)$/.test(tokens[span.index + 1]?.sentence === token.sentence ? tokens[span.index + 1]!.word.folded : '');
  const opens = before === undefined || /^[,;“"]$/.test(before.text) || /^(?:and|but|just|only)$/.test(before.word.folded);
  if (!(before?.kind === 'word' && /^(?:in|after|for|within|since|during|over|lasted|lasts|takes|took)$/.test(before.word.folded)) && !(since && opens)) return false;
  put({start: token.start, end: token.end, proposals: [inCaseOf(token.text, 'a few')], confidence: since ? 0.75 : 0.66, note: '“Few” is hardly any; several are “a few”.'});
  return true;
}
const SPANS = /^(?:seconds|minutes|hours|days|weeks|months|years|decades|met(?:re|er)s|kilomet(?:re|er)s|miles|steps)$/;

/** "voted for other party" */
function other(document: Document, token: Token, put: Put): boolean {
  const before = document.before(token);
  const noun = document.tokens[token.index + 1];
  if (before?.kind !== 'word' || !/^(?:for|in|to|with|from|by|at|on|into|against|about|found|bought|has|had|have|chose|need|needs|joined|wants)$/.test(before.word.folded) || noun?.kind !== 'word' || noun.word.shape !== 'lower' || !noun.spaced || !needsDeterminer(noun) || !endsPhrase(document.tokens[noun.index + 1], token.sentence) || /^(?:and|or)$/.test(document.tokens[noun.index + 1]?.word.folded ?? '') || posOf(document, noun) !== 'NOUN') return false;
  put({start: token.start, end: token.end, proposals: ['another', 'the other'], confidence: 0.5, note: 'A single thing that can be counted has an article.'});
  return true;
}

/** Whether one of these is looked for at a word. */
export const mayBeBeside = ({word}: Token): boolean => word.folded === 'such' || word.folded === 'other' || word.folded === 'few' || ATTRIBUTE.test(word.folded) || ORDINAL.test(word.folded) || MASS.test(word.folded);

export function besideNoun(document: Document, token: Token, missing: Put, superfluous: Put): boolean {
  const w = token.word.folded;
  if (w === 'such') return suchNoun(document, token, missing);
  if (w === 'few') return few(document, token, missing);
  if (w === 'other') return other(document, token, missing);
  if (MASS.test(w)) return mass(document, token, superfluous);
  return ATTRIBUTE.test(w) && adjectiveThe(document, token, missing) || ORDINAL.test(w) && inARow(document, token, missing);
}
