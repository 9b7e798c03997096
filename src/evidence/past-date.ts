import type {Document} from '../document/document.ts';
import {ask, Question} from '../document/ask.ts';
import {DAYS, MONTHS, PREPOSITIONS} from '../document/english.ts';
import {baseOfPast} from '../document/verbs.ts';
import {wordAt} from './clause.ts';

export const YEAR = /^(?:1[5-9]\d\d|20[0-2]\d)$/;
export const SPANS = /^(?:year|years|month|months|week|weeks|day|days|decade|decades|hours|century|centuries|minutes|night|summer|winter|spring|autumn|season)$/;

/** A time that is over. `sure` is false where the day may lie ahead. */
export interface PastDate {
  /** In tokens. */
  readonly length: number;
  readonly sure: boolean;
}

/** What is over when one tells of it, behind "during the", "before the". */
const OVER: Readonly<Record<string, RegExp>> = {
  during: /^(?:night|weekend|match|game|storm|attack|raid|ceremony|clashes|war|flight|concert|meeting|shooting|riots?|march|rally|chase|arrest|trip|visit|operation|interrogation|warm-up)$/,
  before: /^(?:interval|break|kick-off|match|game|attack|accident|crash|explosion|storm|war|final|race|start)$/,
  after: /^(?:interval|break|match|game|attack|accident|crash|explosion|race)$/,
};

/** The definite past date that begins at token `i`, if there is one. */
export function pastDateAt(document: Document, i: number, sentence: number): PastDate | undefined {
  const w = wordAt(document, i, sentence);
  if (w === undefined) return undefined;
  const next = wordAt(document, i + 1, sentence) ?? '';
  if (w === 'yesterday') return {length: 1, sure: true};
  if (w === 'last' && (SPANS.test(next) || DAYS.has(next) || MONTHS.has(next)) && next !== 'days' && next !== 'years' && next !== 'months' && next !== 'weeks' && next !== 'hours' && next !== 'minutes' && next !== 'decades' && next !== 'centuries') return {length: 2, sure: true};
  if (w === 'in' && YEAR.test(next)) return {length: 2, sure: true};
  if (w === 'in' && MONTHS.has(next) && YEAR.test(wordAt(document, i + 2, sentence) ?? '')) return {length: 3, sure: true};
  if (w === 'between' && YEAR.test(next) && wordAt(document, i + 2, sentence) === 'and') return {length: 4, sure: true};
  if ((w === 'on' || w === 'this') && DAYS.has(next)) return {length: 2, sure: false};
  if (w === 'in' && MONTHS.has(next) && next !== 'may') return {length: 2, sure: false};
  if (w === 'in' && next === 'the' && /^(?:first|second|opening|closing|\d{1,2}(?:st|nd|rd|th))$/.test(wordAt(document, i + 2, sentence) ?? '') && /^(?:half|set|minute|quarter|leg|period)$/.test(wordAt(document, i + 3, sentence) ?? '') && wordAt(document, i + 4, sentence) !== 'of') return {length: 4, sure: false};
  if (w === 'on' && MONTHS.has(next) && document.tokens[i + 2]?.kind === 'number') return {length: 3, sure: false};
  if (w === 'at' || w === 'during' || w === 'before' || w === 'after') {
    const at = /^(?:around|about|approximately|exactly|nearly)$/.test(next) ? i + 2 : i + 1;
    const hour = document.tokens[at];
    // "at around 8 p.m.", "at 5.30", "at dawn"
    if (w === 'at' && hour?.sentence === sentence && hour.kind !== 'word' && (/^\d{1,2}[.:]\d\d$/.test(hour.text) || /^(?:[ap]\.?m\.?|a|p|o'clock)$/.test(wordAt(document, at + 1, sentence) ?? '') && /^\d{1,2}$/.test(hour.text))) return {length: at - i + 1, sure: false};
    if (w === 'at' && /^(?:dawn|noon|midday|midnight|dusk|sunrise|sunset)$/.test(next)) return {length: 2, sure: false};
    if (next === 'the' && OVER[w]?.test(wordAt(document, i + 2, sentence) ?? '')) return {length: 3, sure: false};
  }
  if ((w === 'the' || w === 'that') && (/^(?:same|next|following|previous)$/.test(next) && /^(?:day|night|evening|morning|afternoon|week|month|year)$/.test(wordAt(document, i + 2, sentence) ?? '') && w === 'the')) return {length: 3, sure: true};
  if (w === 'that' && /^(?:day|night|evening|morning|afternoon|year|summer|winter)$/.test(next)) return {length: 2, sure: true};
  if (w === 'the' && /^(?:day|night|week|evening)$/.test(next) && wordAt(document, i + 2, sentence) === 'before') return {length: 3, sure: true};
  if (w === 'as' && next === 'a' && /^(?:child|boy|girl|teenager|student|baby)$/.test(wordAt(document, i + 2, sentence) ?? '')) return {length: 3, sure: false};
  if (SPANS.test(next) && wordAt(document, i + 2, sentence) === 'ago' && !PREPOSITIONS.has(w)) return {length: 3, sure: true};
  return undefined;
}

/** As {@link pastDateAt}, and other ways to name a time that is long over: "in the 1970s", "on 12 May 1996", "at that time", "during the Second World War". */
export function longPastAt(document: Document, i: number, sentence: number): PastDate | undefined {
  const date = pastDateAt(document, i, sentence);
  if (date?.sure) return date;
  const [w, a, b, c] = [0, 1, 2, 3].map((n) => wordAt(document, i + n, sentence) ?? '') as [string, string, string, string];
  if (/^(?:in|during)$/.test(w) && a === 'the' && /^1[5-9]\d0s$/.test(b)) return {length: 3, sure: true};
  if (/^(?:in|during)$/.test(w) && a === 'the' && /^(?:1[0-9]th|eighteenth|nineteenth|sixteenth|seventeenth|fifteenth)$/.test(b) && c === 'century') return {length: 4, sure: true};
  if (w === 'on' && /^\d{1,2}$/.test(a) && MONTHS.has(b) && YEAR.test(c)) return {length: 4, sure: true};
  if (w === 'on' && MONTHS.has(a) && /^\d{1,2}$/.test(b)) {
    const year = document.tokens[i + 3]?.text === ',' ? i + 4 : i + 3;
    if (YEAR.test(wordAt(document, year, sentence) ?? '')) return {length: year - i + 1, sure: true};
  }
  if (w === 'at' && /^(?:that|the)$/.test(a) && b === 'time' && c !== 'of') return {length: 3, sure: true};
  if (w === 'in' && a === 'those' && /^(?:days|years)$/.test(b)) return {length: 3, sure: true};
  if (w === 'during' && a === 'the' && /^(?:first|second)$/.test(b) && c === 'world') return {length: 5, sure: true};
  return date;
}

/** What was over when this was written is over in every text; what came later is over where the text says so. */
const LONG_OVER = 2022;
/** Tokens before a year that are looked at for its verb. */
const VERB_REACH = 12;

/** The latest year of which a text tells in the past: "was opened in 2027", and nothing of what is planned or lasts until then. */
const LATEST = new Question((whole) => {
  let latest = LONG_OVER;
  for (const token of whole.tokens) {
    if (token.kind !== 'number' || token.text.length !== 4) continue;
    const year = Number(token.text);
    if (!(year > latest && year < 2100)) continue;
    let past = false;
    for (let k = token.index - 1; k >= 0 && token.index - k <= VERB_REACH && whole.tokens[k]!.sentence === token.sentence; k--) {
      const {folded} = whole.tokens[k]!.word;
      if (/^(?:will|would|should|may|might|must|to|until|till|by|before|from|is|are|planned|expected|scheduled|due|next)$/.test(folded)) {
        past = false;
        break;
      }
      past ||= /^(?:was|were|had|did)$/.test(folded) || baseOfPast(folded) !== undefined;
    }
    if (past) latest = year;
  }
  return latest;
});

/** The latest year that is over for sure in a text; never before 2022. */
export const latestPastYear = (document: Document): number => ask(document, LATEST);
