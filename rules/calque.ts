import type {Document} from '../src/document/document.ts';
import {ARTICLES, AUXILIARIES, pluralOf, POSSESSIVES, singularOf} from '../src/document/english.ts';
import {type Inflection, formsOf} from '../src/document/inflection.ts';
import {ParagraphEvidence} from '../src/document/paragraph-evidence.ts';
import {MODALS} from '../src/evidence/clause.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {isHeadline} from '../src/evidence/headline.ts';
import {indefiniteBeforeText} from '../src/evidence/indefinite.ts';
import {packOf, type PhraseEntry, type PhraseMatch, phrasesIn} from '../src/evidence/phrases.ts';
import {sourceLanguageOf} from '../src/evidence/source-language.ts';
import {subjectBefore} from '../src/evidence/subject.ts';
import {lookup} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

/** What the source language adds or takes, in logits, where it is sure. */
const LANGUAGE = 1.4;
/** Certainty up to which a phrase says nothing in a text that seems to come from another language: of such findings in annotated texts one in three was right. */
const VAGUE = 0.4;
/** What it is worth there: it is shown to those alone who say that an engine wrote the text. */
const ELSEWHERE = 0.06;

/** How much rarer the plural of a noun that is counted may be than its singular. */
const COUNTED = 20;

/** Of "be" person and number show: it stays as it stands. */
const BEING = new Set(Object.values(formsOf('be')).flat());

export default defineRule({
  id: 'calque',
  summary: 'A phrase put into English word by word',
  why: `Every language has fixed phrases of its own: formulas of the news, names of offices, expressions of time. Engines that do not know one put its words into English one by one: "a green number" for a free helpline, "the past Sunday" for last Sunday, "in the framework of" for as part of. All words are English; the phrase is not.

The phrases stand in \`rules/phrases/\`, by language and theme. Those that English never has are reported everywhere; those that a person may write, only in texts that look machine-translated, and sooner where the language of the phrase is the language of the text. Silent on a phrase in quotation marks of its own, and where words nearby show that it is meant.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'The deal was signed in the framework of the summit.', flagged: ['in the framework of'], fixed: 'The deal was signed as part of the summit.', mt: 'yes'},
      {text: 'A green number is open to the families.', flagged: ['green number'], fixed: 'A helpline is open to the families.', from: 'fr', mt: 'yes'},
      {text: 'He was born in the years 50 in Madrid.', flagged: ['years 50'], fixed: 'He was born in the 1950s in Madrid.', from: 'es'},
      {text: 'The ambulance brigades arrived at noon, and a fire of forest broke out beside two fires of forest.', flagged: ['brigades', 'fire of forest', 'fires of forest'], fixed: 'The ambulance crews arrived at noon, and a forest fire broke out beside two forest fires.', mt: 'yes'},
      {text: 'The deputies of the coalition voted against it.', flagged: ['deputies of the coalition'], fixed: 'The coalition MPs voted against it.', mt: 'yes'},
      {text: 'The players put the cards on the table.', flagged: ['put the'], fixed: 'The players laid their cards on the table.', from: 'pt', mt: 'yes'},
      {text: 'They have assisted at the ceremony.', flagged: ['assisted at'], fixed: 'They have attended the ceremony.', from: 'fr', mt: 'yes'},
    ],
    good: [
      'The theory offers a framework of rules.',
      'He held up a green number 7 shirt.',
      'In the past, Sunday trading was banned.',
      {text: 'The Bank of Japan and the Joint Chiefs of Staff were asked.', mt: 'yes'},
      'She assisted at the birth of twins.',
      {text: 'The French speak of a “green number” when they mean a helpline.', from: 'fr', mt: 'yes'},
    ],
  },
  check(document, report) {
    for (const {entry, first, last, proposals} of CALQUES.in(document)) report({start: document.tokens[first]!.start, end: document.tokens[last]!.end, proposals, confidence: confidence(document, entry), note: entry.why ?? packOf(entry).why});
  },
});

/** A phrase with what takes its place, from token `first` to `last`. */
interface Calque {
  readonly entry: PhraseEntry;
  readonly first: number;
  readonly last: number;
  readonly proposals: readonly string[];
}

/** They are the same whatever language the text seems to come from, which an edit anywhere may change. */
const CALQUES = new ParagraphEvidence((document) => {
  const found: Calque[] = [];
  for (const match of phrasesIn(document)) {
    const {entry} = match;
    // Headlines drop articles.
    if (entry.article && isHeadline(document, document.tokens[match.first]!.sentence)) continue;
    const rendered = inNumber(document, match, inPerson(document, match, entry.use.map((use) => render(document, match, use))));
    // Patterns know no case: a name may stand as it should already ("Bank of Japan").
    const printed = document.slice(match.first, match.last);
    if (rendered[0] === printed && / \p{Lu}/u.test(printed)) continue;
    const [first, last, proposals] = trim(document, match, rendered);
    found.push({entry, first, last, proposals: hasArticle(document, first) ? proposals.map((p) => p.replace(/^(?:an?|the) /, '')) : proposals});
  }
  return found;
}, ({entry, first, last, proposals}: Calque, by) => ({entry, first: first + by, last: last + by, proposals}));

/** The phrase's certainty, moved by whether the text comes from a language that has it. */
function confidence(document: Document, {certain, from}: PhraseEntry): number {
  if (!from.length) return certain;
  const source = sourceLanguageOf(document);
  if (!source) return certain;
  const agrees = from.includes(source.language);
  const logit = Math.log(certain / (1 - certain)) + (agrees ? LANGUAGE : -LANGUAGE) * source.score;
  const moved = !agrees && (certain >= 0.85 || source.score < 0.5) ? certain : Math.min(Math.max(certain, 0.95), 1 / (1 + Math.exp(-logit)));
  return agrees || certain > VAGUE ? moved : Math.min(moved, ELSEWHERE);
}

/** A replacement with the inflection, the slots and the capital of what stands in the text. */
function render(document: Document, match: PhraseMatch, use: string): string {
  let k = 0;
  const text = use
    .replace(/<([a-z-]+)>/g, (_, lemma: string) => {
      const being = lemma === 'be' ? document.tokens.slice(match.first, match.last + 1).find((t) => BEING.has(t.word.folded)) : undefined;
      const form: Inflection = match.forms[Math.min(k++, match.forms.length - 1)] ?? 'base';
      return being ? being.word.folded : lemma === 'be' ? beFor(document, match.first, form) : formsOf(lemma)[form][0]!;
    })
    .replace(/\{([a-z]+)\}/g, (_, slot: string) => match.slots.get(slot) ?? endOf(document, match, slot === 'first'))
    .replace(/ (?=[,.]$)/, '')
    .replace(/\ba (?=(\S+))/g, (all: string, next: string) => (use.includes('a {') ? `${indefiniteBeforeText(next) ?? 'a'} ` : all));
  const actual = document.slice(match.first, match.last);
  if (/\p{Lu}/u.test(actual) && actual === actual.toUpperCase() && actual.length > 6) return text.toUpperCase();
  const lower = !match.entry.raised;
  const raise = (word: string) => word.replace(/^\p{Ll}/u, (c) => c.toUpperCase());
  if (lower && !match.slots.size && isName(actual)) return raise(text.replace(/\p{L}[\p{L}'’]*/gu, (word) => (JOINT.test(word) || ARTICLES.has(word) ? word : raise(word))));
  const raised = /^\p{Lu}/u.test(actual) && (lower || document.opensSentence(document.tokens[match.first]!));
  return raised ? raise(text) : text;
}

/** The first or the last word of a match, or the words of the pattern's part that stands there: "prime minister". */
function endOf(document: Document, {first, last, entry}: PhraseMatch, head: boolean): string {
  for (const words of (head ? entry.heads : entry.tails) ?? []) {
    const n = words.split(' ').length;
    const [from, to] = head ? [first, first + n - 1] : [last - n + 1, last];
    if (document.tokens.slice(from, to + 1).map((token) => token.text.toLowerCase()).join(' ').replaceAll('’', "'") === words) return document.slice(from, to);
  }
  return document.tokens[head ? first : last]!.text;
}

/** "Superior Education", "Court of Accounts": each word but the small ones is raised, and there are some. */
function isName(text: string): boolean {
  const words = text.split(/[\s-]+/).filter((word) => !JOINT.test(word) && !ARTICLES.has(word));
  return words.length > 1 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
}

const INFINITIVE = /^(?:to|not|did|does|do|didn't|doesn't|don't|can't|won't|cannot)$/;
/** The form of "be" that takes the place of another verb: in person and number it goes with its subject ("ten people resulted injured"). */
function beFor(document: Document, first: number, form: Inflection): string {
  const subject = subjectBefore(document, first);
  const many = subject ? subject.number === 'many' : false;
  if (form === 'past' && many) return 'were';
  const before = document.before(document.tokens[first]!)?.word.folded ?? '';
  if (form === 'base' && before && !MODALS.has(before) && !INFINITIVE.test(before)) return 'are';
  return formsOf('be')[form][0]!;
}

/** Words for a person, and that person's possessive and reflexive. */
const PERSONS: ReadonlyMap<string, readonly [string, string]> = new Map(
  'i me my myself|you your yourself|he him his himself|she her herself|it its itself|we us our ourselves|they them their themselves'.split('|').flatMap((row) => {
    const words = row.split(' ');
    return words.map((word) => [word, [words.at(-2)!, words.at(-1)!]] as const);
  }),
);
const BETWEEN = /^(?:not|also|then|never|later|even|just|now|still|always|already|[a-z]{3,}ly)$/;

/** Replacements with "one's" and "oneself" in the person of the phrase itself or of its subject; as they are where that is not plain. */
function inPerson(document: Document, match: PhraseMatch, proposals: string[]): string[] {
  if (!proposals.some((text) => /\bone(?:'s|self)\b/.test(text))) return proposals;
  const owner = ownerOf(document, match);
  return owner ? proposals.map((text) => text.replace(/\bone's\b/g, owner[0]).replace(/\boneself\b/g, owner[1])) : proposals;
}

function ownerOf(document: Document, {first, last}: PhraseMatch): readonly [string, string] | undefined {
  const {tokens} = document;
  for (let i = first; i <= last; i++) {
    const word = tokens[i]!.word.folded;
    if (/self$|selves$/.test(word) || POSSESSIVES.has(word)) return PERSONS.get(word);
  }
  const {sentence} = tokens[first]!;
  let i = first - 1;
  while (i >= 0 && tokens[i]!.sentence === sentence && (BETWEEN.test(tokens[i]!.word.folded) || AUXILIARIES.has(tokens[i]!.word.folded))) i--;
  const before = tokens[i];
  if (!before || before.sentence !== sentence) return undefined;
  const person = PERSONS.get(before.word.folded);
  if (person) return person;
  const subject = subjectBefore(document, i + 1);
  if (!subject) return undefined;
  if (subject.number !== 'one') return PERSONS.get(subject.number === 'many' ? 'they' : 'it');
  const name = FIRST_NAMES.lines(subject.first.word.folded)[0];
  return PERSONS.get(name === 'f' ? 'she' : 'he');
}

const JOINT = /^(?:of|for|in|on|to|at|by|with|from|and|as|about|between|without)$/;
/** The noun that a phrase is about: the last word before its first preposition. */
function headOf(words: readonly string[]): number {
  const joint = words.findIndex((word, i) => i > 0 && JOINT.test(word));
  return joint > 0 ? joint - 1 : words.length - 1;
}

/**
 * The replacements in the number of the phrase, where its pattern has both numbers: what is in that number comes first, and a
 * singular alone becomes a plural if English counts it ("ambulance brigades" are "ambulance crews").
 */
function inNumber(document: Document, {first, last, entry}: PhraseMatch, proposals: string[]): string[] {
  const words = document.tokens.slice(first, last + 1).filter((t) => t.kind === 'word').map((t) => t.word.folded);
  const noun = words[headOf(words)] ?? '';
  const one = singularOf(noun);
  if (!entry.counted?.includes(noun)) return proposals;
  const counted = proposals.map((text) => {
    const parts = text.split(' ');
    const head = headOf(parts);
    return {text, parts, head, plural: singularOf(parts[head]!.toLowerCase()) !== undefined};
  });
  const inPlural = ({parts, head}: (typeof counted)[number]) => parts.map((part, i) => (i === head ? pluralOf(part) : part)).join(' ');
  const [best, ...rest] = counted;
  const other = best && rest.find((p) => p.plural !== best.plural && (best.plural ? inPlural(p) === best.text : inPlural(best) === p.text));
  if (!best || best.plural === (one !== undefined)) return proposals;
  if (other) return [other.text, ...proposals.filter((text) => text !== other.text)];
  const word = best.parts[best.head]!;
  // "MP" is counted.
  if (one && /^[A-Z]{2,3}$/.test(word)) return [inPlural(best), ...proposals];
  if (!one || counted.some(({plural}) => plural) || !/^[a-z]{3,}$/.test(word) || word === noun || lookup(word).frequency - lookup(pluralOf(word)).frequency > COUNTED) return proposals;
  return [inPlural(best), ...proposals];
}

/** Leaves out what the phrase and all its replacements have in common at either end; one word at least stays in each. */
function trim(document: Document, {first, last}: PhraseMatch, proposals: string[]): [number, number, string[]] {
  let from = first;
  let to = last;
  let rest = proposals.map((p) => p.split(' '));
  const same = (a: string, b: string | undefined) => a === b;
  while (from < to && rest.every((r) => r.length > 1 && same(document.tokens[from]!.text, r[0]))) {
    from++;
    rest = rest.map((r) => r.slice(1));
  }
  while (from < to && document.tokens[to]!.spaced && rest.every((r) => r.length > 1 && same(document.tokens[to]!.text, r.at(-1)))) {
    to--;
    rest = rest.map((r) => r.slice(0, -1));
  }
  return [from, to, rest.map((r) => r.join(' '))];
}

/** Whether an a or an stands before a phrase: its replacements need no article, and the engine fits that one to them. */
function hasArticle(document: Document, index: number): boolean {
  const before = document.tokens[index - 1];
  return before !== undefined && before.segment === document.tokens[index]!.segment && /^an?$/i.test(before.text);
}
