/** "With 34 years he is the youngest", "The girl has nine years", "the man, 34 years, was held": how old somebody is, in the words of other languages. */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';

export interface Age {
  readonly first: Token;
  readonly last: Token;
  readonly proposals: readonly string[];
  readonly confidence: number;
}

const CHILD = /^(?:boy|girl|baby|child|man|woman|son|daughter|suspect|victim|driver|player|singer|actor|actress|father|mother|brother|sister|grandmother|grandfather|pensioner|student|pupil|tree|building|teenager|patient|writer|author|striker|goalkeeper)$/;

/** Asked at "years". */
export function ageAt(document: Document, years: Token): Age | undefined {
  const {tokens} = document;
  const {sentence} = years;
  const age = document.before(years);
  if (!age || age.sentence !== sentence || !(age.kind === 'number' ? /^\d{1,2}$/.test(age.text) : NUMBER_WORDS.has(age.word.folded))) return undefined;
  const before = document.before(age);
  if (!before || before.sentence !== sentence) return undefined;
  const b = before.word.folded;
  const next = tokens[years.index + 1];
  const ends = !next || next.sentence !== sentence || /^[.,;]$/.test(next.text) || /^(?:and|but)$/.test(next.word.folded);
  const subject = document.before(before);
  // "With 34 years he is", "won at 34 years his first title"
  if ((b === 'with' || b === 'at') && next?.sentence === sentence && (/^(?:he|she)$/.test(next.word.folded) || b === 'at' && /^(?:his|her)$/.test(next.word.folded) || next.text === ',' && /^(?:he|she)$/.test(tokens[next.index + 1]?.word.folded ?? ''))) {
    if (b === 'with' && !document.opensSentence(before)) return undefined;
    return {first: before, last: years, proposals: [`${before.word.shape === 'capital' ? 'At' : 'at'} ${age.text}`, `${before.word.shape === 'capital' ? 'Aged' : 'aged'} ${age.text}`], confidence: 0.68};
  }
  // "The girl has nine years.", "he is 34 years,"
  if (ends && subject && subject.sentence === sentence) {
    const who = subject.word.folded;
    const person = CHILD.test(who) || /^(?:he|she)$/.test(who);
    if (/^(?:has|had)$/.test(b) && CHILD.test(who)) return {first: before, last: years, proposals: [`${b === 'has' ? 'is' : 'was'} ${age.text} years old`, `${b === 'has' ? 'is' : 'was'} ${age.text}`], confidence: 0.62};
    if (/^(?:is|was)$/.test(b) && person && who !== 'building') return {first: years, last: years, proposals: ['years old'], confidence: 0.6};
    // "The man, 34 years, was held"
    if (before.text === ',' && next?.text === ',' && (CHILD.test(who) || subject.word.shape === 'capital' && subject.word.isName) && !/^(?:after|before|later|ago)$/.test(tokens[next.index + 1]?.word.folded ?? '')) return {first: age, last: years, proposals: [age.text], confidence: 0.5};
  }
  return undefined;
}
