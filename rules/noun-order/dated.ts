/** What happened on a day, with the day behind "of": "the vote of Thursday", "the arrests of this weekend". */
import type {Document} from '../../src/document/document.ts';
import {DAYS, inCaseOf} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const HAPPENINGS = set('vote votes voting attack attacks meeting meetings session sessions summit election elections referendum strike strikes match matches game games protest protests demonstration demonstrations talks ruling verdict decision announcement arrest arrests raid raids bombing bombings explosion explosions blast accident crash collision fire speech interview conference debate hearing march rally visit operation operations shooting shootings deportation deportations statement statements trial draw training clashes incident incidents storm earthquake quake launch ceremony victory defeat assault massacre mobilization mobilisation plenary council conversation call');
const DAYTIME = /^(?:morning|afternoon|evening|night)$/;
const SPANS = /^(?:week|weekend|month|year|night|morning|afternoon|evening)$/;
/** What may stand behind the day where it belongs to the noun: the end of the phrase or its verb. */
const GOES_ON = /^(?:is|are|was|were|will|would|has|have|had|in|at|on|against|between|with|to|by|of|and|but|that|which|who|could|may|should|left|killed|caused|came|did|ended|took|went|for|from|after|before|as|because|when|where)$/;

export interface Dated {readonly start: number; readonly end: number; readonly put: string}

/** Asked at "of". */
export function datedAt(document: Document, of: Token): Dated | undefined {
  const {tokens} = document;
  const {sentence} = of;
  const at = (k: number) => (tokens[k]?.sentence === sentence ? tokens[k] : undefined);
  const noun = at(of.index - 1);
  if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || !HAPPENINGS.has(noun.word.folded)) return undefined;
  const day = at(of.index + 1);
  if (!day) return undefined;
  let last = day.index;
  if (DAYS.has(day.word.folded) && day.word.shape === 'capital') {
    if (DAYTIME.test(at(last + 1)?.word.folded ?? '')) last++;
  } else if (/^(?:this|last)$/.test(day.word.folded) && (SPANS.test(at(last + 1)?.word.folded ?? '') || DAYS.has(at(last + 1)?.word.folded ?? ''))) last++;
  else if (day.word.folded !== 'yesterday') return undefined;
  const next = at(last + 1);
  if (next && next.kind !== 'punctuation' && !GOES_ON.test(next.word.folded) || next?.text === '-' || next?.kind === 'number' || /^['’]s?$/.test(next?.text ?? '')) return undefined;
  // "the attack of Sunday 7 October", "of Monday and Tuesday"
  if (/^(?:and|or|to)$/.test(next?.word.folded ?? '') && DAYS.has(at(last + 2)?.word.folded ?? '')) return undefined;
  let first = noun.index;
  while (first > of.index - 4 && at(first - 1)?.kind === 'word' && tokens[first - 1]!.word.shape === 'lower' && !/^(?:the|a|an|this|that|in|on|at|of|for|to|by|with|and|or|after|before|during|from|as|over|about|into|since)$/.test(tokens[first - 1]!.word.folded)) first--;
  const the = at(first - 1);
  if (the?.word.folded !== 'the') return undefined;
  const apostrophe = document.text.includes('’') ? '’' : "'";
  const when = document.text.slice(day.start, tokens[last]!.end);
  return {start: the.start, end: tokens[last]!.end, put: `${inCaseOf(the.text, `${when}${apostrophe}s`)} ${document.slice(first, noun.index)}`};
}
