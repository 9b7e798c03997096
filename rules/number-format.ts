import * as v from 'valibot';
import {ask, Question} from '../src/document/ask.ts';
import {Signs} from '../src/document/segment-memo.ts';
import type {Document} from '../src/document/document.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';

const UNIT = /^\s?(?:%|°|per ?cent|percent|milli(?:on|ard)|billion|trillion|million|mln|mlrd|mrd|bn|m\b|km|cm|mm|kg|g\b|kilomet|met(?:er|re)s?\b|litre|liter|degrees?|euros?|dollars?|pounds?|rubles|roubles|points?|tonnes?|tons?|hectares?|hours?|seconds?|s\b|min\b|ha\b|kWh|MW|GW|°C)/i;
/** What stands behind a count of thousands: "2.300 soldiers". */
const COUNTED = /^\s(?:people|persons|inhabitants|residents|euros?|dollars?|pounds|francs|soldiers|troops|men|women|children|workers|employees|jobs|homes|houses|households|families|students|pupils|visitors|spectators|fans|tourists|refugees|migrants|voters|votes|members|companies|cases|deaths|victims|patients|doses|tests|beds|places|seats|units|copies|cars|vehicles|trucks|tonnes|tons|hectares|kilomet(?:re|er)s|met(?:re|er)s|square|feet|years|hours|pages|books|works|trees|animals|participants|runners|police|officers|firefighters|volunteers)\b/;
/** Words of a text that shows how it writes numbers. */
const MIN_WORDS = 40;
const ROMAN: Record<string, number> = {I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000};

/** 19 of "XIX"; 0 if it is no number below 31. */
function roman(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN[text[i]!] ?? 0;
    sum += value < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum > 0 && sum < 31 ? sum : 0;
}
function ordinal(n: number): string {
  const tens = n % 100;
  return `${n}${tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
const thousands = (n: number) => String(Math.round(n)).replace(/\B(?=(?:\d{3})+$)/g, ',');
const round = (n: number) => String(Math.round(n * 1000) / 1000);

/** "8:15 p.m.", "8:15pm" or "20:15". */
function timeOfDay(hours: number, minutes: number, style: Clock): string {
  if (style === '24-hour') return `${hours}:${String(minutes).padStart(2, '0')}`;
  const half = hours % 24 < 12 ? 'a' : 'p';
  const hour = hours % 12 || 12;
  return `${hour}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}${style === 'p.m.' ? ` ${half}.m.` : `${half}m`}`;
}

/** "1,500" for "1.500" and "1 500", "3.5" for "3,5"; as it stands where nothing says what it is. */
function english(number: string): string {
  if (/^\d{1,3}(?:[. \u00a0\u202f\u2009]\d{3})+(?:,\d{1,2})?$/.test(number)) return number.replace(',', '|').replace(/[. \u00a0\u202f\u2009]/g, ',').replace('|', '.');
  return /^\d+,\d{1,2}$/.test(number) ? number.replace(',', '.') : number;
}

/** A day of the week at the end of what stands before a date. */
const WEEKDAY = /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? \($/;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Whether a date (month and day from 1) falls on a day of the week; none does if there is no such date. */
function isOn(weekday: string, year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && WEEKDAYS[date.getUTCDay()] === weekday;
}
/** The day of the month that falls on a day of the week, among the six days from a date on (`ahead` 7) or before it (0); undefined where it is another month's. */
function dayOn(weekday: string, year: number, month: number, day: number, ahead: number): number | undefined {
  for (let k = ahead ? 1 : -1; Math.abs(k) < 7; k += ahead ? 1 : -1) if (isOn(weekday, year, month, day + k)) return day + k;
  return undefined;
}

type Clock = 'p.m.' | 'pm' | '24-hour';

interface Pattern {
  readonly kind: 'scale' | 'number' | 'clock' | 'date' | 'century' | 'ordinal' | 'decade' | 'thousands' | 'decimal' | 'money' | 'score' | 'calendar';
  readonly pattern: RegExp;
  /** What must be there where a match needs no figures. */
  readonly cue?: RegExp;
  /** Whether what stands before figures, which begin at `start`, may be part of a match. */
  readonly ahead?: (text: string, start: number) => boolean;
  /** Whether what stands behind the first figures, which end at `end`, may be part of a match. To make a pattern ready takes V8 up to a millisecond. */
  readonly behind?: (text: string, end: number) => boolean;
  /** Proposals (best first), confidence and reason for a match; nothing if it is sound. */
  find(m: RegExpExecArray, context: Context): Pick<Report, 'proposals' | 'confidence' | 'note' | 'tier' | 'minWords'> | undefined;
}
interface Context {
  readonly before: string;
  readonly after: string;
  /** The text writes thousands the English way ("9,400"). */
  readonly commas: boolean;
  /** The text has numbers that only a decimal comma or a dot for thousands explains. */
  readonly continental: boolean;
  readonly clock: Clock;
  readonly american: boolean;
  /** A date with strokes in the text has its day first: "25/05/2025". */
  readonly daySlash: boolean;
  /** The text has shares with three decimals, "0.842": then "1.000" is one. */
  readonly shares: boolean;
  /** The text is too short to show how it writes numbers. */
  readonly short: boolean;
}

/** Where a fraction behind figures ends: ".5", ",25". */
const endOfFraction = (text: string, end: number) => (/[.,]/.test(text[end] ?? '') && isDigit(text, end + 1) ? endOfDigits(text, end + 1) : end);
function endOfDigits(text: string, at: number): number {
  while (isDigit(text, at)) at++;
  return at;
}
const isDigit = (text: string, at: number) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
const stands = (words: readonly string[]) => (text: string, end: number) => {
  const at = endOfFraction(text, end);
  return words.some((word) => text.startsWith(word, at));
};

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const SCALE: Record<string, string> = {milliard: 'billion', milliards: 'billion', mlrd: 'billion', mrd: 'billion', mld: 'billion', mln: 'million', miliardi: 'billion', miliardo: 'billion', mio: 'million', millones: 'million', millions: 'million', billions: 'billion', milliarden: 'billion', millionen: 'million', milhões: 'million', bilhões: 'billion', milioni: 'million'};

const MONTHS = MONTH.split('|');
/** A unit that has to be written in another way itself: its figures are repaired with it. */
const LARGER = /^\s?(?:mille?|milliards?|millions|millones|milioni|miliardi|mln|mlrd|mrd|points? (?:of|percent)|percentage)\b/i;
/** What is counted off: "the 9. minute", "11e place". */
const RANKED = /^ (?:minute|place|century|edition|anniversary|birthday|lap|round|stage|day|season|floor|district|arrondissement|week|position|rank|session|congress|division|match|game|matchday|year|time|attempt|goal|title|victory)\b/;
/** How a match went. */
const PLAYED = /\b(?:won|win|wins|winning|lost|lose|loses|losing|beat|beats|drew|draw|draws|scored?|ended|ends|finished|defeat|defeated|victory|leading|led|leads|lead|level|trailed|behind|ahead|half-?time|result|made it|made the|equali[sz]ed|equali[sz]er|reduced|converted)\b[^.!?;]*$/i;

// The order counts: of matches at one place the first pattern's stands.
const PATTERNS: readonly Pattern[] = [
  {
    // "15€", "1.500 $"
    kind: 'money',
    behind: (text, end) => /^[ \u00a0\u202f.,\d]{0,14}[€$£]/.test(text.slice(end, end + 15)),
    pattern: /(?<![\d.,:/\p{L}€$£-]|[€$£] )\d{1,3}(?:(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?|\d*(?:[.,]\d{1,2})?)[ \u00a0\u202f]?[€$£](?![\d\p{L}])/gu,
    find: (m) => ({proposals: [`${m[0].at(-1)}${english(m[0].slice(0, -1).trim())}`], confidence: 0.86, tier: 'suggest', note: 'English writes the currency before the amount.'}),
  },
  {
    // "n° 5", "Nr. 5", "nº 27", "№ 3"
    kind: 'number',
    ahead: (text, start) => /[°º.r№m][ \u00a0]?$/.test(text.slice(Math.max(0, start - 2), start)),
    pattern: /(?<![\p{L}\d])(?:[nN][°º]|[Nn][rº]\.|Nr|№|[Nn]úm\.?)[ \u00a0]?(?=\d)/gu,
    find: (m, {before}) => ({proposals: [/\p{L},? $/u.test(before) || /^[Nn№]/.test(m[0]) ? 'No. ' : 'no. '], confidence: 0.88, tier: 'suggest', note: 'The sign of another language for “number”.'}),
  },
  {
    // "in 2.019", "the year 2.024"
    kind: 'thousands',
    behind: (text, end) => text[end] === '.' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}$€£-])(1\.9\d\d|2\.0[0-4]\d)(?![\d\p{L}]|[.,:/-]\d)/gu,
    find: (m, {before, after}) => (/\b(?:in|since|until|of|from|year|(?:early|late|mid)) $/i.test(before) && /^(?:$|[.,;:)!?]| (?:and|in|the|an?|some|there|to|when|after|with|he|she|it|they|as|but|was|is|were|that|at|on|by)\b)/.test(after) ? {proposals: [m[0].replace('.', ''), m[0].replace('.', ',')], confidence: /year $/i.test(before) ? 0.93 : 0.7, tier: 'suggest', note: 'English writes years without a mark.'} : undefined),
  },
  {
    // "08.05.2025"
    kind: 'date',
    behind: (text, end) => text[end] === '.' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}-])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:1[89]|20)\d\d)(?![\d\p{L}]|[.,:/-]\d)/gu,
    find(m, {american, before, after}) {
      // The line of a page above or below a text: "| 27.04.2018"
      if (/(?:^|[|\n]\s*)$/.test(before) && /^\.?\s*(?:$|[|\n])/.test(after)) return undefined;
      const [, day, month, year] = m;
      const name = MONTHS[Number(month) - 1]!;
      const forms = [`${name} ${Number(day)}, ${year}`, `${Number(day)} ${name} ${year}`];
      return {proposals: american ? forms : forms.reverse(), confidence: 0.88, tier: 'suggest', note: 'English spells the month out: 8.5. is the 5th of August to some readers.'};
    },
  },
  {
    // "25/05/2025", and "05/06/2025" where another date of the text shows that the day comes first
    kind: 'date',
    behind: (text, end) => text[end] === '/' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}=?-])(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|1[0-2])\/((?:1[89]|20)\d\d)(?![\d\p{L}/]|[.,:-]\d)/gu,
    find(m, {american, daySlash, before, after}) {
      const [, day, month, year] = m;
      if (Number(day) < 13 && !daySlash || !/\p{L}[,:]? $/u.test(before) || /^\s*[|\n]/.test(after)) return undefined;
      const name = MONTHS[Number(month) - 1]!;
      const forms = [`${name} ${Number(day)}, ${year}`, `${Number(day)} ${name} ${year}`];
      return {proposals: american ? forms : forms.reverse(), confidence: 0.6, tier: 'suggest', note: 'In running text English spells the month out.'};
    },
  },
  {
    // "Friday (9/9/2025)", which was a Tuesday; "(24/24/2025)"
    kind: 'calendar',
    behind: (text, end) => text[end] === '/' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}=?-])(\d{1,2})\/(\d{1,2})(?:\/(20[12]\d))?(?![\d\p{L}/]|[.,:-]\d)/gu,
    find(m, {before, after}) {
      const [, a, b, year] = m;
      const [first, second] = [Number(a), Number(b)];
      const bracketed = before.endsWith('(') && after.startsWith(')');
      const weekday = WEEKDAY.exec(before)?.[1];
      if (!bracketed || !weekday || !first || !second || first > 31 || second > 31) return undefined;
      if (first > 12 && second > 12) return {proposals: [], confidence: 0.85, tier: 'report', note: 'No month has this number.'};
      if (!year || isOn(weekday, Number(year), second, first) || isOn(weekday, Number(year), first, second)) return undefined;
      const dayFirst = second <= 12;
      return {proposals: [7, 0].flatMap((week) => {
        const day = dayOn(weekday, Number(year), dayFirst ? second : first, dayFirst ? first : second, week);
        return day ? [dayFirst ? `${day}/${b}/${year}` : `${a}/${day}/${year}`] : [];
      }), confidence: 0.85, tier: 'suggest', note: `This day is no ${weekday}.`};
    },
  },
  {
    // "Friday, June 6, 2026", which will be a Saturday
    kind: 'calendar',
    behind: (text, end) => text[end] === ',' && text[end + 1] === ' ' && text[end + 2] === '2',
    pattern: /(?<![\d.,:/\p{L}-])(\d{1,2})(, )(20[12]\d)(?![\d\p{L}])/gu,
    find(m, {before}) {
      const [, day, comma, year] = m;
      const [, weekday = '', name = ''] = /\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (\p{Lu}\p{Ll}{2,8}) $/u.exec(before) ?? [];
      const month = MONTHS.indexOf(name) + 1;
      if (!month || Number(day) > 31 || !Number(day) || isOn(weekday, Number(year), month, Number(day))) return undefined;
      const years = [Number(year) - 1, Number(year) + 1].filter((other) => isOn(weekday, other, month, Number(day))).map((other) => `${day}${comma}${other}`);
      const days = [7, 0].flatMap((week) => dayOn(weekday, Number(year), month, Number(day), week) ?? []).map((other) => `${other}${comma}${year}`);
      return {proposals: [...years, ...days], confidence: 0.85, tier: 'suggest', note: `This day is no ${weekday}.`};
    },
  },
  {
    // "on Wednesday 4/30/2025)": the bracket that opens was lost.
    kind: 'calendar',
    behind: (text, end) => text[end] === '/' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}(=?-])\d{1,2}\/\d{1,2}(?:\/20\d\d)?(?=\))/gu,
    find: (m, {before}) => (/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day $/.test(before) ? {proposals: [`(${m[0]}`], confidence: 0.9, tier: 'suggest', note: 'The bracket that opens is missing.'} : undefined),
  },
  {
    // "2 : 1", and "2:2" where a match is spoken of
    kind: 'score',
    behind: (text, end) => /^ ?: ?\d/.test(text.slice(end, end + 4)),
    pattern: /(?<![\d.,:/\p{L}-])(\d{1,2})( ?): ?(\d{1,2})(?![\d\p{L}]|[.,:/-]\d|: ?\d| ?(?:am|pm|[ap]\.m|o['’]clock))(?:(?:, | ?\()\d{1,2}:\d{1,2}\)?(?![\d\p{L}]|[.,:/-]\d)){0,8}/gu,
    find(m, {before}) {
      const [all, left = '', gap, right = ''] = m;
      const first = /^\d+ ?: ?\d+/.exec(all)![0];
      if (gap ? !/ : /.test(first) : / /.test(first) || !PLAYED.test(before) || /\b(?:at|by|until|from) $/.test(before) || /^0\d/.test(right) || Number(left) > 20 || Number(right) > 20) return undefined;
      // "6:3, 7:6 (7:3), 6:4": the sets of one match.
      return {proposals: [`${left}-${right}${all.slice(first.length).replaceAll(':', '-')}`], confidence: 0.86, tier: 'suggest', note: 'English writes scores with a hyphen.'};
    },
  },
  {
    // "the 9. minute"
    kind: 'ordinal',
    behind: (text, end) => /^\. [a-z]/.test(text.slice(end, end + 3)),
    pattern: /(?<![\p{L}\d.,])(\d{1,3})\.(?= \p{Ll})/gu,
    find: (m, {before, after}) => (/\b(?:the|his|her|its|their) $/i.test(before) && RANKED.test(after) ? {proposals: [ordinal(Number(m[1]))], confidence: 0.93, tier: 'suggest', note: 'A full stop makes no ordinal in English: 1st, 2nd, 3rd, 4th.'} : undefined),
  },
  {
    // "11e place", "2a edition"
    kind: 'ordinal',
    behind: (text, end) => /^[eao] /.test(text.slice(end, end + 2)),
    pattern: /(?<![\p{L}\d.,-])(\d{1,3})[eao](?= \p{Ll})/gu,
    find: (m, {before, after}) => (RANKED.test(after) && !/(?:\b(?:flat|apartment|room|gate|class|grade|year|group|level|stage|section|article|chapter|figure|table|step|phase|no\.|number)|§) $/i.test(before) ? {proposals: [ordinal(Number(m[1]))], confidence: 0.86, tier: 'suggest', note: 'A foreign ordinal: English writes 1st, 2nd, 3rd, 4th.'} : undefined),
  },
  {
    // "the 21-st century", "the 21 st century"
    kind: 'ordinal',
    behind: (text, end) => /^[- ](?:st|nd|rd|th)\b/.test(text.slice(end, end + 4)),
    pattern: /(?<![\p{L}\d.,/-])(\d{1,3})[- ](?:st|nd|rd|th)(?![\p{L}\d.-])/gu,
    find: (m) => ({proposals: [ordinal(Number(m[1]))], confidence: 0.93, note: 'The ending of an ordinal is written to its figures.'}),
  },
  {
    // "14.30 o'clock", "20 o'clock", "at 14.30 hours"
    kind: 'clock',
    behind: (text, end) => /^(?:[.:]\d\d)? (?:o['’]|hours)/.test(text.slice(end, end + 9)),
    pattern: /(?<![\d.,:])([01]?\d|2[0-4])(?:[.:]([0-5]\d))? (o['’]clock|hours)\b/g,
    find(m, {clock, before}) {
      const [, hour, minutes, unit] = m;
      if (unit === 'hours' ? !minutes || !/\b(?:at|from|until|till|by) $/i.test(before) : !minutes && Number(hour) < 13) return undefined;
      return {proposals: [timeOfDay(Number(hour), Number(minutes ?? 0), clock), `${hour}:${minutes ?? '00'}`], confidence: 0.88, tier: 'suggest', note: 'English counts twelve hours with o’clock, and writes other times with a.m. and p.m.'};
    },
  },
  {
    // "22:00 p.m."
    kind: 'clock',
    behind: (text, end) => /^[.:]\d\d ?[ap]\.?m/.test(text.slice(end, end + 7)),
    pattern: /(?<![\d.,:])(1[3-9]|2[0-3])[.:]([0-5]\d) ?p(?:\.m\.|m\b)/g,
    find: ([, hour, minutes], {clock}) => ({proposals: [timeOfDay(Number(hour), Number(minutes), clock)], confidence: 0.9, tier: 'suggest', note: 'An hour above twelve has no p.m.'}),
  },
  {
    // "1,2 millions of euro", "1,3 milliard", "3 millions of people"
    kind: 'scale',
    behind(text, end) {
      const at = endOfFraction(text, end);
      return /[mb]/i.test(text[text[at] === ' ' ? at + 1 : at] ?? '');
    },
    pattern: /(?<![\d.,:\wª-ɏ])(\d{1,3}(?:[.,]\d{1,3})?) ?([Mm]illiards?|[Mm]lrd|[Mm]rd|[Mm]ld|[Mm]ln|[Mm]iliard[io]|[Mm]io|[Mm]illones|[Mm]illions|[Bb]illions|[Mm]illiarden|[Mm]illionen|[Mm]ilhões|[Bb]ilhões|[Mm]ilioni)\b(?:\.(?= [a-z]))?( (?:of|de|di|d['’]))?( ?(?:[Ee]uros?|[Dd]ollars?)\b)?/g,
    find(m, {before}) {
      const [, number = '', scale = '', of, money] = m;
      const english = SCALE[scale.toLowerCase()];
      if (!english) return undefined;
      const value = number.replace(',', '.');
      const currency = money ? (money.trim().endsWith('s') ? money.trim() : `${money.trim()}s`) : '';
      const text = `${value} ${english}${currency ? ` ${currency}` : ''}`;
      const more = currency ? [`${/euro/.test(currency) ? '€' : '$'}${value} ${english}`] : [];
      return {proposals: /[€$£]$/.test(before) ? [text] : [text, ...more], confidence: /s$/.test(scale) && !number.includes(',') && !of ? 0.75 : 0.93, note: 'English counts in million and billion, without s and of, with a decimal point.'};
    },
  },
  {
    // "1 million 200 thousand"
    kind: 'scale',
    behind: stands([' million ', ' billion ']),
    pattern: /(?<![\d.,])(\d{1,3}) (million|billion) (\d{1,3}) (thousand|million)\b/g,
    find(m) {
      const [, whole = '', scale = '', part = ''] = m;
      const value = Number(whole) + Number(part) / 1000;
      return {proposals: [`${round(value)} ${scale}`, thousands(value * (scale === 'million' ? 1e6 : 1e9))], confidence: 0.9, tier: 'suggest', note: 'English writes one number with one unit.'};
    },
  },
  {
    // "1.2 hundred million", "30 ten thousand": Chinese counts in ten thousands and hundred millions.
    kind: 'scale',
    behind: stands([' hundred ', ' ten ', ' thousand ']),
    pattern: /(?<![\d.,])(\d{1,4}(?:\.\d{1,3})?) (hundred million|ten thousand|ten million|thousand million|hundred thousand)\b/g,
    find(m) {
      const factor = {'hundred million': 1e8, 'ten thousand': 1e4, 'ten million': 1e7, 'thousand million': 1e9, 'hundred thousand': 1e5}[m[2]!]!;
      const value = Number(m[1]) * factor;
      const text = value >= 1e9 ? `${round(value / 1e9)} billion` : value >= 1e6 ? `${round(value / 1e6)} million` : thousands(value);
      return {proposals: [text], confidence: 0.9, tier: 'suggest', note: 'The source counts in other steps than English.'};
    },
  },
  {
    kind: 'scale',
    behind: stands([' thousand']),
    pattern: /(?<![\d.,$€£])(\d{1,3}(?:[.,]\d)?) thousand\b(?! (?:million|and))/g,
    find(m, {after}) {
      if (/^-/.test(after)) return undefined;
      return {proposals: [thousands(Number(m[1]!.replace(',', '.')) * 1000)], confidence: m[1]!.includes(',') ? 0.97 : 0.62, tier: 'suggest', note: 'In figures English writes thousands out: 2,000.'};
    },
  },
  {
    // "14 h 30", "14h30", "8 h to 20 h"
    kind: 'clock',
    behind: stands(['h', ' h']),
    pattern: /(?<![\d.,:])([01]?\d|2[0-4]) ?h(?: ?([0-5]\d))?(?: ?(to|and|-|–|until) ?([01]?\d|2[0-4]) ?h(?: ?([0-5]\d))?)?(?![\p{L}\d])/gu,
    find(m, {clock, after, before}) {
      const [, hour = '', minutes, link, hour2, minutes2] = m;
      if (!minutes && !link && (/^\/?\d|^\/|^-/.test(after) || !/(?:\bat|\bfrom|\buntil|\bto|\bby|\baround|\babout|\bbetween|\bbefore|\bafter|\bsince) $/.test(before))) return undefined;
      const first = timeOfDay(Number(hour), Number(minutes ?? 0), clock);
      const text = link ? `${first} ${link} ${timeOfDay(Number(hour2), Number(minutes2 ?? 0), clock)}`.replace(/ ([-–]) /, '$1') : first;
      return {proposals: [text, text.replace(/ ?([ap])\.?m\.?/g, clock === 'p.m.' ? '$1m' : ' $1.m.')], confidence: 0.88, tier: 'suggest', note: 'English writes times of day with a.m. and p.m., or with a colon.'};
    },
  },
  {
    // "20.15 clock", "18 o'clock"
    kind: 'clock',
    behind: (text, end) => /^(?:[.:]\d\d)? (?:clock|hours? clock|uhr)/i.test(text.slice(end, end + 15)),
    pattern: /(?<![\d.,:])([01]?\d|2[0-4])(?:[.:]([0-5]\d))? (?:clock|hours? clock|uhr)\b/giu,
    find: (m, {clock}) => ({proposals: [timeOfDay(Number(m[1]), Number(m[2] ?? 0), clock), `${m[1]}:${m[2] ?? '00'}`], confidence: 0.93, tier: 'suggest', note: 'German writes times with “Uhr” (clock).'}),
  },
  {
    // "22 of November", "the 8 May", "the 14. June"
    kind: 'date',
    behind: (text, end) => /^[.°º]?(?: of)? [JFMASOND]/.test(text.slice(end, end + 6)),
    pattern: new RegExp(`(?<![\\d.,:/-])(the )?([12]?\\d|3[01])(\\.|°|º)?( of)? (${MONTH})(?![\\p{L}-])`, 'gu'),
    find(m, {after, american, before}) {
      const [, the = '', day = '', dot, of, month = ''] = m;
      if (!dot && !of && !the) return undefined;
      // "the 6 June 1944 landings", "the 8 May holiday": an attribute
      if (the && !dot && !of && /^(?: \d{4})? \p{Ll}/u.test(after) && !/^(?: \d{4})? (?:and|in|at|by|to|of|with|for|from|when|where|after|before|the|a|as|on|but|is|was|will|has|had)\b/.test(after)) return undefined;
      if (of && /(?:\bone|\btwo|\b\d+|\bleast|\bonly|\bfirst|\bsome|\babout) $/.test(before)) return undefined;
      const forms = american ? [`${month} ${day}`, `${day} ${month}`] : [`${day} ${month}`, `${month} ${day}`];
      return {proposals: forms, confidence: dot || of ? 0.92 : 0.72, tier: 'suggest', note: 'English dates have neither “the” nor “of” nor a full stop.'};
    },
  },
  {
    // "Thursday (12)": the Brazilian press gives the day of the month so.
    kind: 'date',
    ahead: (text, start) => text[start - 1] === '(',
    pattern: /(?<=\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) \((?:[12]?\d|3[01])\)/g,
    find: () => ({proposals: [''], confidence: 0.9, tier: 'suggest', note: 'The day of the month in brackets is a habit of the Brazilian press.'}),
  },
  {
    // "XIXe century", "XIX century", "the century XIX"
    kind: 'century',
    cue: /[IVX](?:[eèª]|º|th|st|nd|rd)?(?:me)? [csaeR]/,
    pattern: /(?<![\p{L}\d])([IVX]{1,5})(e|è|ème|ª|º|eme|th|st|nd|rd)?(?= (?:century|centuries|siècle|anniversary|edition|arrondissement|Republic)\b)/gu,
    find(m, {after}) {
      const n = roman(m[1]!);
      if (!n || (!m[2] && !/^ centur/.test(after)) ) return undefined;
      return {proposals: [ordinal(n)], confidence: m[2] ? 0.95 : 0.8, tier: 'suggest', note: 'English writes centuries in Arabic figures: 19th century.'};
    },
  },
  {
    kind: 'century',
    cue: /century [IVX]/,
    pattern: /\b(?:the )?century ([IVX]{1,5})(?![\p{L}\d])/gu,
    find(m) {
      const n = roman(m[1]!);
      return n ? {proposals: [`${m[0].startsWith('the') ? 'the ' : ''}${ordinal(n)} century`], confidence: 0.92, tier: 'suggest', note: 'English puts the number before the word: 19th century.'} : undefined;
    },
  },
  {
    kind: 'ordinal',
    behind: (text, end) => /[eèªºn]/.test(text[end] ?? ''),
    pattern: /(?<![\p{L}\d.,])(\d{1,3})(er|ère|ème|eme|ª|º|nde|nd[ae])(?![\p{L}\d°])/gu,
    find(m, {after}) {
      if (m[2] === 'º' && /^ ?[CFNS]/.test(after)) return undefined;
      return {proposals: [ordinal(Number(m[1]))], confidence: 0.85, tier: 'suggest', note: 'A foreign ordinal: English writes 1st, 2nd, 3rd, 4th.'};
    },
  },
  {
    // "the 90-ies", "in the 1970-ies", "the 80-s"
    kind: 'decade',
    behind: (text, end) => /^(?:-ies|-s|ies|-th years|s years)(?![\p{L}\d])/u.test(text.slice(end, end + 12)),
    pattern: /(?<![\d.,])((?:1[89]|20)?[1-9]0)(?:-ies|-s|ies|-th years|s years)(?![\p{L}\d-])/gu,
    find: (m, {before}) => (/\b(?:the|early|late|mid|and|of)[ -]$/i.test(before) ? {proposals: [m[1]!.length === 2 ? `19${m[1]}s` : `${m[1]}s`, `${m[1]}s`], confidence: 0.9, tier: 'suggest', note: 'English writes decades with a plain s.'} : undefined),
  },
  {
    // "starts at 13-00", "from 9-30"
    kind: 'clock',
    behind: (text, end) => /^-[0-5][05](?!\d)/.test(text.slice(end, end + 4)),
    pattern: /(?<![\d.,:/-])([01]?\d|2[0-3])-([0-5][05])(?![\d.,-]*\d|-|%|\p{L})/gu,
    find: (m, {clock, before}) => (/\b(?:at|from|until|till|by|since|after|before|around|about)(?: (?:about|around|exactly))? $/i.test(before) && Number(m[2]) % 5 === 0 && (m[2] === '00' || Number(m[2]) > Number(m[1])) && !(Number(m[2]) <= Number(m[1])  && m[2] !== '00') ? {proposals: [timeOfDay(Number(m[1]), Number(m[2]), clock), `${m[1]}:${m[2]}`], confidence: m[2] === '00' ? 0.85 : 0.55, tier: 'suggest', note: 'English writes times with a colon.'} : undefined),
  },
  {
    // "16 ths. cards", "200 thous.", "3 thsd"
    kind: 'scale',
    behind: (text, end) => /^ ?(?:ths|thous|thsd|tys|tis|tsd)\b/i.test(text.slice(end, end + 8)),
    pattern: /(?<![\d.,])(\d{1,3})(?:[.,](\d))? ?(?:ths|thous|thsd|tys|tis|tsd)\b\.?/gi,
    find: (m) => ({proposals: [m[2] ? `${m[1]},${m[2]}00` : `${m[1]},000`], confidence: 0.9, tier: 'suggest', note: 'An abbreviation of “thousand” that English does not have.'}),
  },
  {
    // "28.7 proc.": Polish and Romanian
    kind: 'number',
    behind: (text, end) => text.startsWith(' proc', endOfFraction(text, end)),
    pattern: /(?<![\d.,:])\d{1,3}(?:[.,]\d{1,2})? proc\b\.?(?= \p{Ll}|[,;:)]|$)/gu,
    find: (m) => ({proposals: [`${m[0].replace(/ proc.*$/, '').replace(',', '.')} percent`], confidence: 0.9, tier: 'suggest', note: 'An abbreviation of “percent” that English does not have.'}),
  },
  {
    // "%52": Turkish
    kind: 'number',
    ahead: (text, start) => text[start - 1] === '%',
    pattern: /(?<=\p{L} )%(\d{1,3}(?:[.,]\d{1,2})?)(?=[ .,;:)]|$)(?![.,]\d)/gu,
    find: (m) => ({proposals: [`${m[1]!.replace(',', '.')}%`], confidence: 0.86, tier: 'suggest', note: 'English writes the percent sign behind its number.'}),
  },
  {
    kind: 'decade',
    ahead: (text, start) => /years? $/.test(text.slice(Math.max(0, start - 6), start)),
    pattern: /\bthe years? ((?:[1-9]0)|(?:1[89]|20)\d0)(?:s|['’]s)?(?![\p{L}\d.,%])(?! (?:years|million|percent|people|km))/gu,
    find: (m) => ({proposals: [`the ${m[1]!.length === 2 ? `19${m[1]}` : m[1]}s`], confidence: 0.85, tier: 'suggest', note: 'English says the 1950s, not “the years 50”.'}),
  },
  {
    // "the 1960 s"
    kind: 'decade',
    behind: (text, end) => text.startsWith(' s', end),
    pattern: /(?<![\d.,])(?:1[5-9]|20)\d0 s(?![\p{L}\d'’.]\S)/gu,
    find: (m, {before}) => (/\b(?:the|early|late|mid|in|and) $/i.test(before) ? {proposals: [m[0].replace(' ', '')], confidence: 0.95, note: 'A space has come between a decade and its ending.'} : undefined),
  },
  {
    // "the 80 anniversary", "his 50 birthday", "in the 12 minute"
    kind: 'ordinal',
    behind: (text, end) => text[end] === ' ' && /^ (?:minute|anniversary|birthday|century|edition|lap)/.test(text.slice(end, end + 12)),
    pattern: /(?<![\p{L}\d.,])(\d{1,3}) (minute|anniversary|birthday|century|edition|lap)(?![\p{L}\d-])/gu,
    find(m, {before, after}) {
      if (!/(?:\bthe|\bhis|\bher|\bits|\btheir|['’]s) $/.test(before) || m[2] === 'minute' && !/(?:\bin|\bby|\buntil|\bfrom) the $/.test(before) || /^ (?:match|film|walk|drive|speech|show|video|break|game|ride|flight|delay|interview|call|race|set|miles|mile)\b/.test(after)) return undefined;
      return {proposals: [`${ordinal(Number(m[1]))} ${m[2]}`], confidence: 0.85, tier: 'suggest', note: 'What is counted off has an ordinal: the 80th anniversary.'};
    },
  },
  {
    kind: 'ordinal',
    ahead: (text, start) => text.startsWith('minute ', start - 7),
    pattern: /\b(?:the )?minute (\d{1,3})(?![\d:,.])/g,
    find: (m, {before}) => (/\b(?:in|at|by|on|until) (?:the )?$/.test(before) || m[0].startsWith('the ') ? {proposals: [`${m[0].startsWith('the ') ? 'the ' : ''}${ordinal(Number(m[1]))} minute`], confidence: 0.8, tier: 'suggest', note: 'English counts minutes of a match: the 17th minute.'} : undefined),
  },
  {
    // "35.000.000", "1.234,56"
    kind: 'thousands',
    behind: (text, end) => /[. \u00a0\u202f]/.test(text[end] ?? '') && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}-])\d{1,3}(?:\.\d{3}){2,4}(?:,\d{1,2})?(?![\d.,:/]|[.,]\d|-\d)|(?<![\d.,:/\p{L}-]|\d )\d{1,3}(?:[. \u00a0\u202f]\d{3})+,\d{1,2}(?![\d.,])/gu,
    find(m, {short}) {
      const text = english(m[0]);
      const value = Number(text.replaceAll(',', ''));
      const words = value >= 1e9 && value % 1e7 === 0 ? [`${round(value / 1e9)} billion`] : value >= 1e6 && value % 1e4 === 0 ? [`${round(value / 1e6)} million`] : [];
      return {proposals: [text, ...words], confidence: 0.95, tier: short ? 'suggest' : undefined, note: 'English groups thousands with commas.'};
    },
  },
  {
    // "1 500 000", "12 500"
    kind: 'thousands',
    behind: (text, end) => isDigit(text, end + 1) && /\s/.test(text[end] ?? ''),
    pattern: /(?<![\d.,:/\p{L}-]|[\d] )\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,4}(?![\d.,:/-]\d|\d| \d)/gu,
    find(m, {before, after}) {
      const groups = m[0].split(/[ \u00a0\u202f\u2009]/);
      if (new RegExp(`(?:${MONTH}|[Pp]age|[Nn]o\\.|[Rr]oute|[Ff]light|[Rr]oom|\\+\\d*|[Tt]el\\.?|[Cc]all) ?$`).test(before) || /^0/.test(groups[0]!) || (groups.length === 2 && /^(?:19|20)\d\d$/.test(groups[0]!))) return undefined;
      if (groups.length === 2 && groups[1] !== '000' && !COUNTED.test(after) && !/[\u00a0\u202f\u2009]/.test(m[0])) return {proposals: [groups.join(',')], confidence: 0.45, tier: 'suggest', note: 'English groups thousands with commas.', minWords: MIN_WORDS};
      return {proposals: [groups.join(',')], confidence: groups.length > 2 ? 0.93 : 0.85, note: 'English groups thousands with commas.', minWords: groups.length > 2 ? 0 : MIN_WORDS};
    },
  },
  {
    // "20'000", "1’200’000": Swiss
    kind: 'thousands',
    behind: (text, end) => /['’]/.test(text[end] ?? '') && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}'’-])[1-9]\d{0,2}(?:['’]\d{3})+(?![\d\p{L}'’]|[.,:/-]\d)/gu,
    find: (m) => ({proposals: [m[0].replace(/['’]/g, ',')], confidence: 0.95, note: 'English groups thousands with commas.'}),
  },
  {
    // "2.300 metres"
    kind: 'thousands',
    behind: (text, end) => text[end] === '.' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}$€£-])[1-9]\d{0,2}\.\d{3}(?![\d\p{L}]|[.,:/-]\d)/gu,
    find(m, {after, commas, continental, shares}) {
      if (shares && /^\d\./.test(m[0])) return undefined;
      const counted = COUNTED.test(after);
      const confidence = counted ? (continental || /000$/.test(m[0]) ? 0.93 : commas ? 0.88 : 0.75) : commas && /00$/.test(m[0]) ? 0.86 : commas && continental ? 0.8 : /00$/.test(m[0]) ? 0.6 : 0.3;
      return {proposals: [m[0].replace('.', ',')], confidence, tier: confidence > 0.9 ? undefined : 'suggest', note: 'English groups thousands with commas.', minWords: commas ? 0 : MIN_WORDS};
    },
  },
  {
    // "reached the 4,5%": Spanish, Italian and Portuguese have an article before a share.
    kind: 'decimal',
    ahead: (text, start) => text.startsWith('the ', start - 4),
    behind: (text, end) => text[end] === ',' && isDigit(text, end + 1),
    pattern: /(?<=\p{L} )the (\d{1,3}),(\d{1,2}) ?%(?![\p{L}\d])/gu,
    find: (m, {after}) => (/^(?:$|[.,;:)!?]| (?:of|in|on|at|by|for|from|to|and|or|but|while|when|as|with|than|last|this|during|between|since|until)\b)/.test(after) ? {proposals: [`${m[1]}.${m[2]}%`], confidence: 0.965, tier: 'suggest', note: 'English writes decimals with a point, and a share without “the”.'} : undefined),
  },
  {
    // "38,5°C", "2,4 %"
    kind: 'decimal',
    behind: (text, end) => text[end] === ',' && isDigit(text, end + 1),
    pattern: /(?<![\d.,:/\p{L}(]|[\d\p{L}.,)]-)(\d{1,4}),(\d{1,2}|\d{4,6})( %)?(?![\d\p{L}]|[.,:/-]\d)/gu,
    find(m, {after, before, continental, short}) {
      const value = `${m[1]}.${m[2]}`;
      if ((m[2]!.length > 3 && m[1] !== '0') || /^0+,0+$/.test(m[0])) return undefined;
      if (/(?:pages?|pp?\.|articles?|sections?|verses?|chapters?|lines?|figs?\.|and|[A-Z]\w+) $/.test(before) && !UNIT.test(after) && m[1] !== '0' && !m[3] && !continental) return undefined;
      const unit = m[3] !== undefined || UNIT.test(after);
      return {proposals: [m[3] ? `${value}%` : value], confidence: unit || m[1] === '0' ? 0.96 : continental ? 0.85 : 0.7, tier: (unit || m[1] === '0') && !short && !/\b[Tt]he $/.test(before) && !LARGER.test(after) ? undefined : 'suggest', note: 'English writes decimals with a point.', minWords: unit ? 0 : MIN_WORDS};
    },
  },
];

/** Signs of how a text writes figures, one bit each. */
const SIGNS = [
  /(?<![\d.,])\d{1,3},\d{3}(?![\d,])/, /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}|(?<![\d.,(])\d{1,3},\d{1,2}(?= ?%| ?°|[ \u00a0](?:milli|euro|km|met))/, /\b[ap]\.m\./, /\d ?[ap]m\b/,
  new RegExp(`\\b(?:${MONTH}|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) (?:[12]?\\d|3[01])\\b`), new RegExp(`\\b(?:[12]?\\d|3[01]) (?:${MONTH})\\b`),
  /(?<![\d.,])0\.\d{3}(?![\d.,]\d|\d)/, /(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\/(?:1[89]|20)\d\d(?![\d/])/, /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/(?:1[89]|20)\d\d(?![\d/])/,
];
const signs = new Signs(SIGNS);
const SHORT = new Question(({wordCount}) => wordCount < MIN_WORDS);
const WRITTEN = new Question((whole) => signs.in(whole));

function contextOf(document: Document): Omit<Context, 'before' | 'after'> {
  const found = ask(document, WRITTEN);
  const [commas, continental, withDots, withoutDots, monthFirst, dayFirst, shares, daySlash, monthSlash] = SIGNS.map((_, k) => (found & (1 << k)) !== 0) as boolean[] as [boolean, boolean, boolean, boolean, boolean, boolean, boolean, boolean, boolean];
  return {commas, continental, clock: withDots || !withoutDots ? 'p.m.' : 'pm', american: monthFirst || !dayFirst, daySlash: daySlash && !monthSlash, shares, short: ask(document, SHORT)};
}

const DIGITS = /\d+/g;
/** A pattern that begins with a digit is tried where figures begin; by itself it would go over the whole text. */
const atDigits = new Map(PATTERNS.flatMap(({pattern}) => (/^(?:\(\?<!(?:\[[^\]]*\]|[^()[\]])*\))?\(?(?:\\d|\[01\]|\[1-9\]|\(\?:1\[5-9\])/.test(pattern.source) ? [[pattern, new RegExp(pattern.source, pattern.flags.replace('g', 'y'))] as const] : [])));

/** Whether a stretch of a text, with these places of figures, has what a pattern needs at least: most have not. */
function mayMatch({pattern, cue, ahead, behind}: Pattern, text: string, stretch: string, figures: readonly (readonly [start: number, end: number])[]): boolean {
  if (cue) return cue.test(stretch);
  if (!ahead && !behind) return figures.length > 0 || !atDigits.has(pattern);
  return figures.some(([start, end]) => (!ahead || ahead(text, start)) && (!behind || behind(text, end)));
}

/** The matches of a pattern without overlap in a stretch of a text that begins at `start`; `figures` are the places in the text where its figures begin and end. */
function* matchesOf({pattern, behind}: Pattern, text: string, start: number, stretch: string, figures: readonly (readonly [start: number, end: number])[]): Generator<RegExpExecArray> {
  const sticky = atDigits.get(pattern);
  if (!sticky) {
    for (let at = 0, m: RegExpExecArray | null; ; at = pattern.lastIndex) {
      pattern.lastIndex = at;
      if (!(m = pattern.exec(stretch))) return;
      m.index += start;
      yield m;
    }
  }
  let last = start;
  for (const [at, end] of figures) {
    if (at < last || (behind && !behind(text, end))) continue;
    sticky.lastIndex = at;
    const m = sticky.exec(text);
    if (!m) continue;
    last = at + m[0].length;
    yield m;
  }
}

export default defineRule({
  id: 'number-format',
  summary: 'A number, time or date written the way of another language',
  why: `Engines copy figures as they stand: \`38,5°C\`, \`35.000.000\`, \`1 500 000\`, \`14 h 30\`, \`22 of November\`, \`the XIXe century\`, \`1.2 hundred million\`. Read the English way some of them mean something else.

Whether \`55.000\`, \`18 000\` and a bare \`2,4\` are mistakes or the style of a house shows in a longer text alone: texts of fewer than ${MIN_WORDS} words keep them. A date with strokes is spelled out where it can be read in one way alone: \`25/05/2025\`, and \`05/06/2025\` beside it. The option \`date\` says in which order; \`ignore: [date]\` keeps figures.

Silent on three-digit groups that may be decimals unless the text or the words around show what is meant, and on scores, verses, versions, telephone numbers and addresses.`,
  category: 'number-format',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  options: v.object({
    clock: v.optional(v.pipe(v.picklist(['auto', 'p.m.', 'pm', '24-hour']), v.description('how repairs write times of day. `auto` does as the text.')), 'auto'),
    date: v.optional(v.pipe(v.picklist(['auto', 'day-first', 'month-first']), v.description('how repairs write dates. `auto` does as the text.')), 'auto'),
  }),
  kinds: {
    number: 'The sign for “number”',
    scale: 'Millions and billions counted or written the foreign way',
    clock: 'Times of day',
    date: 'Days of the month',
    century: 'Centuries in Roman figures',
    ordinal: 'Ordinals with foreign endings, and minutes of a match',
    decade: 'Decades such as the years 80',
    thousands: 'Thousands grouped with full stops or spaces',
    decimal: 'Decimals with a comma',
    money: 'A currency sign behind its amount',
    score: 'A score with a colon',
    calendar: 'A day that is none, or not the day of the week that stands beside it',
  },
  examples: {
    bad: [
      {text: 'The club marked its 80 anniversary with a goal in the 12 minute.', flagged: ['80 anniversary', '12 minute'], fixed: 'The club marked its 80th anniversary with a goal in the 12th minute.'},
      {text: 'The temperature rose to 38,5°C and prices by 2,4 %.', flagged: ['38,5', '2,4 %'], fixed: 'The temperature rose to 38.5°C and prices by 2.4%.'},
      {text: 'In the 90-ies the plant closed. The game starts at 13-00 and was seen by 16 ths. fans.', flagged: ['90-ies', '13-00', '16 ths.'], fixed: 'In the 1990s the plant closed. The game starts at 1 p.m. and was seen by 16,000 fans.'},
      {text: 'At -4,5 °C some 20\'000 people skated.', flagged: ['4,5', "20'000"], fixed: 'At -4.5 °C some 20,000 people skated.'},
      {text: 'The ticket cost 15€ on 08.05.2025, when they won 2 : 1 with a goal in the 9. minute.', flagged: ['15€', '08.05.2025', '2 : 1', '9.'], fixed: 'The ticket cost €15 on May 8, 2025, when they won 2-1 with a goal in the 9th minute.'},
      {text: 'The bus left at 22:30 p.m. on Sunday.', flagged: ['22:30 p.m.'], fixed: 'The bus left at 10:30 p.m. on Sunday.'},
      {text: 'He finished in 11e place in the 21-st century, at 14.30 o’clock.', flagged: ['11e', '21-st', '14.30 o’clock'], fixed: 'He finished in 11th place in the 21st century, at 2:30 p.m.'},
      {text: 'The share of imports reached the 4,5% in May, he said.', flagged: ['the 4,5%'], fixed: 'The share of imports reached 4.5% in May, he said.'},
      {text: 'The house n° 5 was sold on 25/05/2025, the barn on 05/06/2025.', flagged: ['n° ', '25/05/2025', '05/06/2025'], fixed: 'The house No. 5 was sold on May 25, 2025, the barn on June 5, 2025.', mt: 'yes'},
      {text: 'In the year 2.019 some 18,4 thousand people came.', flagged: ['2.019', '18,4 thousand'], fixed: 'In the year 2019 some 18,400 people came.'},
      {text: 'The damage exceeds 35.000.000 euros.', flagged: ['35.000.000'], fixed: 'The damage exceeds 35,000,000 euros.'},
      {text: 'The town has 1 500 000 inhabitants and 12 000 jobs.', flagged: ['1 500 000', '12 000'], fixed: 'The town has 1,500,000 inhabitants and 12,000 jobs.'},
      {text: 'The office is open from 8 h to 20 h, the match begins at 14 h 30.', flagged: ['8 h to 20 h', '14 h 30'], fixed: 'The office is open from 8 a.m. to 8 p.m., the match begins at 2:30 p.m.'},
      {text: 'The final is on 22 of November, not on the 14. June.', flagged: ['22 of November', 'the 14. June'], fixed: 'The final is on November 22, not on June 14.'},
      {text: 'In the XIXe century some 2.300 people lived here.', flagged: ['XIXe', '2.300'], fixed: 'In the 19th century some 2,300 people lived here.'},
      {text: 'It cost 1,3 milliard euros and drew 1.2 hundred million viewers.', flagged: ['1,3 milliard euros', '1.2 hundred million'], fixed: 'It cost 1.3 billion euros and drew 120 million viewers.'},
      {text: 'He died on Thursday (12) at home.', flagged: [' (12)'], fixed: 'He died on Thursday at home.'},
      {text: 'The match begins at 14 h 30 on 22 of November.', flagged: ['14 h 30', '22 of November'], fixed: 'The match begins at 14:30 on 22 November.', options: {clock: '24-hour', date: 'day-first'}},
      {text: 'It was a hit of the years 80 in France.', flagged: ['the years 80'], fixed: 'It was a hit of the 1980s in France.'},
      {text: 'They met in the 1960 s.', flagged: ['1960 s'], fixed: 'They met in the 1960s.'},
      {text: 'The frequency was 28.7 proc. and support fell to %52.', flagged: ['28.7 proc.', '%52'], fixed: 'The frequency was 28.7 percent and support fell to 52%.'},
      {text: 'They met on Friday (9/9/2025), on Thursday (24/24/2025) and on Wednesday 4/30/2025).', flagged: ['9/9/2025', '24/24/2025', '4/30/2025'], fixed: 'They met on Friday (12/9/2025), on Thursday (24/24/2025) and on Wednesday (4/30/2025).'},
      {text: 'He spoke on Friday, June 6, 2026, and on Sunday, April 24, 2025.', flagged: ['6, 2026', '24, 2025'], fixed: 'He spoke on Friday, June 6, 2025, and on Sunday, April 27, 2025.'},
      {text: 'She won with a score of 6:3, 7:6 (7:3), 6:4.', flagged: ['6:3, 7:6 (7:3), 6:4'], fixed: 'She won with a score of 6-3, 7-6 (7-3), 6-4.'},
      {text: 'She won the 2ème stage.', flagged: ['2ème'], fixed: 'She won the 2nd stage.'},
    ],
    good: [
      'Precision is 1.000 of 63 and recall 0.842.',
      {text: 'The deal was signed on 05/06/2025 in Rome.', mt: 'yes'},
      'They met on Wednesday (4/30/2025), on Tuesday (9/9/2025), on Friday, June 6, 2025, and on Monday (24/7).',
      'Pi is 3.142, the ratio 1.618, and version 2.300.1 is out.',
      'Some 9,400 people saw the 2,000th show at 8.30pm.',
      'On May 5 200 people came, and in 2019 300 more.',
      'John 3,16 and pages 4,5 were read; call 020 794 6000.',
      'The 6 June 1944 landings, the 8 May holiday and two of March’s games.',
      'It rose 0.125 points to $3.499 a gallon, and 150 of May’s 300 cases.',
      'A pulse of 1500 s was seen after the 1960 season.',
      'Louis XIV and Pius XII; chapter IV of the book.',
      'They won in flat 2a at 12:30; version 8.5.2025.1, a ratio of 2:1, and Mark 2:12.',
    ],
  },
  check(document, report, {clock, date}) {
    const {text} = document;
    for (const [from, to] of document.ownStretches) {
      const stretch = text.slice(from, to);
      if (!/\d|[IVX]{2}/.test(stretch)) continue;
      let context: ReturnType<typeof contextOf> | undefined;
      const taken: [number, number][] = [];
      const figures: [start: number, end: number][] = [];
      DIGITS.lastIndex = 0;
      for (let m = DIGITS.exec(stretch); m; m = DIGITS.exec(stretch)) figures.push([from + m.index, from + DIGITS.lastIndex]);
      for (const wanted of PATTERNS) {
        if (!mayMatch(wanted, text, stretch, figures)) continue;
        const {kind, find} = wanted;
        for (const m of matchesOf(wanted, text, from, stretch, figures)) {
          const start = m.index;
          const end = start + m[0].length;
          const token = document.tokenAt(start);
          if (!token || token.kind === 'opaque' || token.kind === 'markup') continue;
          context ??= {...contextOf(document), ...(clock === 'auto' ? {} : {clock}), ...(date === 'auto' ? {} : {american: date === 'month-first'})};
          const found = find(m, {...context, before: text.slice(Math.max(0, start - 24), start), after: text.slice(end, end + 24)});
          if (!found || taken.some(([a, b]) => start < b && end > a)) continue;
          if (taken.length < 500) taken.push([start, end]);
          // "p.m." at the end of a sentence has one full stop.
          const proposals = text[end] === '.' ? found.proposals?.map((p) => (typeof p === 'string' ? p.replace(/\.$/, '') : p)) : found.proposals;
          report({kind, start, end, ...found, proposals});
        }
      }
    }
  },
});

