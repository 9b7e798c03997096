/** Small things at the wrong place: a day behind "tomorrow", a share of the market before it, the verb of a report before who says it. */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS} from '../../src/document/english.ts';
import {speaks} from '../../src/document/speech.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple} from '../../src/document/verbs.ts';
import {wordNote} from '../../src/document/word.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';

/** What stands at the wrong place, in tokens, and how it is said. */
export interface Displaced {
  readonly kind: 'subject' | 'adverb' | 'adjective';
  readonly first: Token;
  readonly last: Token;
  readonly proposals: readonly string[];
  readonly confidence: number;
  readonly note: string;
}

type Find = (document: Document, token: Token) => Displaced | undefined;

const raised = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** "on Thursday tomorrow" */
const dayFirst: Find = (document, day) => {
  const when = document.after(day);
  const before = document.before(day);
  if (!when?.spaced || !/^(?:tomorrow|yesterday|today)$/.test(when.text) || day.word.base !== day.word.folded || !before || before.kind !== 'word' || before.word.shape !== 'lower') return undefined;
  const next = document.after(when);
  if (next && !endsPhrase(next, day.sentence)) return undefined;
  const first = before.word.folded === 'on' ? before : day;
  return {kind: 'adverb', first, last: when, proposals: [`${when.text}, ${day.text}${next && next.kind === 'word' ? ',' : ''}`, first === before ? `${before.text} ${day.text}` : day.text], confidence: 0.75, note: 'English names the day behind “tomorrow” or “yesterday”.'};
};

/** "at the local time of 07:30" */
const localTime: Find = (document, local) => {
  const {tokens} = document;
  if (tokens[local.index + 1]?.word.folded !== 'time') return undefined;
  const the = document.before(local);
  let k = local.index + 2;
  if (tokens[k]?.word.folded === 'of') k++;
  const from = k;
  if (tokens[k]?.kind !== 'number' || tokens[k]!.sentence !== local.sentence) return undefined;
  if (tokens[k + 1]?.text === ':' && !tokens[k + 1]!.spaced && tokens[k + 2]?.kind === 'number') k += 2;
  if (/^[ap]\.?m$/.test(tokens[k + 1]?.word.folded ?? '')) k++;
  return {kind: 'adverb', first: the?.word.folded === 'the' ? the : local, last: tokens[k]!, proposals: [`${document.slice(from, k)} local time`], confidence: 0.8, note: 'English puts the hour before “local time”.'};
};

/** “…,” had argued the French presidency */
const argued: Find = (document, had) => {
  const {tokens} = document;
  const said = document.after(had);
  const before = tokens[had.index - 1];
  if (!said || !before || before.sentence !== had.sentence || !/^[”"»]$/.test(before.text) && !(before.text === ',' && /^[”"»]$/.test(tokens[before.index - 1]?.text ?? '')) || !speaks(said.word.folded, 'statement') && !/^(?:denounced|lamented|regretted|stressed|recalled|judged|promised|threatened|launched|specified|hammered)$/.test(said.word.folded) || !baseOfParticiple(said.word.folded)) return undefined;
  const first = document.after(said);
  if (!first || !(/^(?:the|a|an|his|her|its|their|one)$/.test(first.word.folded) || first.word.shape === 'capital' || first.word.shape === 'upper')) return undefined;
  let last = first.index;
  while (last < first.index + 6 && !endsPhrase(tokens[last + 1], had.sentence) && tokens[last + 1]!.kind === 'word' && !DAYS.has(tokens[last + 1]!.word.folded)) last++;
  if (last === first.index && first.word.shape === 'lower') return undefined;
  return {kind: 'subject', first: had, last: tokens[last]!, proposals: [`${document.slice(first.index, last)} ${had.text} ${said.text}`, `${said.text} ${document.slice(first.index, last)}`], confidence: 0.82, note: 'Behind what was said English turns round only a simple “said”.'};
};

/** ", adds in the document" */
const addsIn: Find = (document, adds) => {
  const {tokens} = document;
  const before = tokens[adds.index - 1];
  const [preposition, the, what] = [tokens[adds.index + 1], tokens[adds.index + 2], tokens[adds.index + 3]];
  if (before?.text !== ',' && !/^[”"]$/.test(before?.text ?? '') || !/^(?:adds|says|writes|explains|states|indicates|notes|specifies|reads|stresses|concludes)$/.test(adds.word.folded) || preposition?.word.folded !== 'in' || !/^(?:the|this|its|their)$/.test(the?.word.folded ?? '') || what?.sentence !== adds.sentence) return undefined;
  if (!/^(?:document|statement|note|report|letter|text|release|communiqué|communique|message|decision|publication|bulletin|study|ruling)$/.test(what.word.folded)) return undefined;
  return {kind: 'subject', first: adds, last: what, proposals: [`${the!.text} ${what.text} ${adds.text}`, `it ${adds.text} in ${the!.text} ${what.text}`], confidence: 0.66, note: 'The verb lacks its subject.'};
};

/** "Positive too Interpump (+3.26%)", "Also negative BancoBPM (-1.2%)" */
const market: Find = (document, word) => {
  const {tokens, sentences} = document;
  const {first} = sentences[word.sentence]!;
  if (word.index > first + 1 || word.index === first + 1 && !/^(?:also|even|still|very|more|particularly|equally)$/.test(tokens[first]!.word.folded)) return undefined;
  let k = word.index + 1;
  const also = /^(?:also|too|even|still|instead)$/.test(tokens[k]?.word.folded ?? '') || tokens[first]!.word.folded === 'also';
  if (/^(?:also|too|even|still|instead)$/.test(tokens[k]?.word.folded ?? '')) k++;
  const from = k;
  while (k < from + 3 && tokens[k]?.kind === 'word' && tokens[k]!.word.shape !== 'lower' && tokens[k]!.word.shape !== 'none') k++;
  if (k === from || tokens[k]?.text !== '(' || tokens[k]!.sentence !== word.sentence) return undefined;
  let percent = false;
  for (let n = k + 1; n < k + 6; n++) percent ||= tokens[n]?.text === '%' || /%$/.test(tokens[n]?.text ?? '');
  if (!percent) return undefined;
  return {kind: 'subject', first: tokens[first]!, last: tokens[k - 1]!, proposals: [`${document.slice(from, k - 1)} was ${also ? 'also ' : ''}${word.word.folded}`], confidence: 0.7, note: 'English puts the subject and a verb before what is said of it.'};
};

/** "3 another people" */
const another: Find = (document, word) => {
  const number = document.before(word);
  const next = document.after(word);
  if (!number || !(number.kind === 'number' && /^\d{1,3}$/.test(number.text) || /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/.test(number.word.folded)) || next?.kind !== 'word' || !/s$|^(?:people|men|women|children|police)$/.test(next.word.folded)) return undefined;
  return {kind: 'adjective', first: number, last: word, proposals: [`${number.text} other`, `another ${number.text.toLowerCase()}`].map((text) => (number.word.shape === 'capital' ? raised(text) : text)), confidence: 0.8, note: '“Another” stands before the number.'};
};

/** "by acting the chief judge" */
const acting: Find = (document, word) => {
  const the = document.after(word);
  if (the?.word.folded !== 'the' || word.word.shape !== 'lower') return undefined;
  const {tokens} = document;
  for (let k = the.index + 1; k < the.index + 4; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== word.sentence) return undefined;
    if (/^(?:president|minister|premier|chancellor|governor|mayor|judge|justice|chairman|chairwoman|director|secretary|chief|head|leader|commander|captain|coach|prosecutor|ambassador)$/.test(t.word.folded)) return {kind: 'adjective', first: word, last: the, proposals: [`the ${word.text}`], confidence: 0.72, note: 'The article stands before the adjective.'};
  }
  return undefined;
};

/** "in 2025 May 6" */
const yearFirst: Find = (document, month) => {
  const year = document.before(month);
  const day = document.after(month);
  if (year?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(year.text) || !month.spaced || month.word.shape !== 'capital' || day?.kind !== 'number' || !/^[0-3]?\d$/.test(day.text)) return undefined;
  const before = document.before(year);
  const next = document.after(day);
  if (before?.kind === 'number' || before && MONTHS.has(before.word.folded) || next && (next.text === ':' || !endsPhrase(next, month.sentence))) return undefined;
  return {kind: 'adverb', first: year, last: day, proposals: [`${month.text} ${day.text}, ${year.text}`], confidence: 0.75, note: 'English puts the year last.'};
};

/** Who speaks, as an institution. */
const BODY = /^(?:ministry|department|service|press-service|office|kremlin|duma|rada|senate|parliament|government|party|company|club|agency|police|headquarters|administration|council|committee|embassy|bank|union|pentagon|eu|nato|un|airline|authority|federation|association|bureau|directorate|prosecutor's|prosecutor’s|cabinet|palace|organisation|organization|corporation|inspectorate)$/;
const SAID = /^(?:said|told|stated|noted|explained|clarified|confirmed|denied|added|stressed|emphasi[sz]ed|reported|announced)$/;
const WHAT = /^(?:that|the|about|an?|no|his|its|their|this|these)$/;

/** "In the ministry said that", "Later in the Kremlin did not rule out": who speaks, as if it were a place. */
const inBody: Find = (document, word) => {
  const {tokens} = document;
  const before = document.before(word);
  if (!document.opensSentence(word) && !(before && document.opensSentence(before) && /^(?:later|earlier|also|previously|then|meanwhile|today|yesterday)$/.test(before.word.folded))) return undefined;
  if (!/^(?:the|an?)$/.test(tokens[word.index + 1]?.word.folded ?? '') && tokens[word.index + 1]?.word.shape !== 'capital') return undefined;
  let k = word.index + 1;
  let body = false;
  let behindOf = false;
  for (; k < word.index + 9; k++) {
    const t = tokens[k];
    if (!t || t.sentence !== word.sentence || t.kind !== 'word' && t.text !== '-') return undefined;
    const w = t.word.folded;
    if (SAID.test(w) || w === 'did') break;
    if (/^(?:who|which|that|was|were|is|are|has|have|had|where|and|or|in|on|at|by|to|with|from)$/.test(w) || /[^e]ed$/.test(w) && w !== 'united') return undefined;
    if (w === 'of' || w === 'for') behindOf = true;
    else if (!behindOf) body = BODY.test(w);
  }
  const verb = tokens[k];
  const next = tokens[k + 1];
  if (!body || verb?.sentence !== word.sentence || !next || next.sentence !== word.sentence) return undefined;
  const {folded} = verb.word;
  if (folded === 'did' ? next.word.folded !== 'not' : !SAID.test(folded) || !WHAT.test(next.word.folded) && !/^[:“"]$/.test(next.text)) return undefined;
  const [first, last] = [tokens[word.index + 1]!, tokens[k - 1]!];
  const who = document.slice(first.index, last.index);
  const subject = document.opensSentence(word) ? raised(who) : who;
  return {kind: 'subject', first: word, last, proposals: [/^(?:the|an?)$/.test(first.word.folded) ? subject : `${document.opensSentence(word) ? 'The' : 'the'} ${who}`], confidence: 0.88, note: 'Who says something is the subject in English, and no place.'};
};

const FINDS: readonly (readonly [RegExp, Find])[] = [
  [/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/, dayFirst],
  [/^in$/, inBody],
  [/^local$/, localTime],
  [/^(?:had|has|have)$/, argued],
  [/^(?:adds|says|writes|explains|states|indicates|notes|specifies|reads|stresses|concludes)$/, addsIn],
  [/^(?:positive|negative|good|bad|weak|strong|flat|stable|down|up|sharp|brilliant|heavy)$/, market],
  [/^another$/, another],
  [/^(?:acting|former|current|outgoing|incumbent)$/, acting],
  [/^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/, yearFirst],
];
/** What may be found at a word; null for nothing. */
const findOf = wordNote(({folded}): Find | null => FINDS.find(([words]) => words.test(folded))?.[1] ?? null);

/** Asked at every word outside of quotations. */
export function displaced(document: Document, token: Token): Displaced | undefined {
  return findOf(token.word)?.(document, token);
}
