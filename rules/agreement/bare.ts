/** Nouns and verbs that lost their ending where no word before them says so: "Expert say", "three week for", "There are a problem", "the children plays". */
import type {Document} from '../../src/document/document.ts';
import {AUXILIARIES, DETERMINERS, NUMBER_WORDS, PREPOSITIONS, CONJUNCTIONS, inCaseOf, pluralOf} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, baseOfThird, isInfinitive} from '../../src/document/verbs.ts';
import {wordQuestion} from '../../src/document/word.ts';
import {countNoun, endsPhrase, needsDeterminer, nounish, opensClause, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';
import {mayBeQuantity, quantity} from './quantity.ts';

type Put = (found: Report & {readonly kind: 'plural' | 'verb' | 'quantity' | 'adjective'}) => void;

const MANY_PLURAL = 'More than one: the noun needs its plural.';
/** Who is named in the plural where no article stands before him. */
const SPEAKERS = /^(?:expert|witness|resident|volunteer|protester|critic|official|analyst|rescuer|firefighter|journalist|doctor|neighbour|neighbor|eyewitness|observer|activist|scientist|investigator|researcher|economist|farmer|villager|passenger|commuter|lawmaker|policeman|employee|visitor|tourist|spectator|fan|student|teacher|nurse|shopkeeper|fisherman|local)$/;
const SPEAKS = /^(?:say|said|claim|claimed|believe|believed|warn|warned|complain|complained|fear|feared|report|reported|told|agree|agreed|expect|expected|hope|hoped|describe|described|gathered|protested|fled|were|are|have)$/;
const UNITS = /^(?:meter|metre|kilometer|kilometre|mile|hour|minute|week|month|year|day|gram|kilogram|kilo|tonne|ton|liter|litre|second|decade|dollar|degree|hectare)$/;
const PEOPLE = /^(?:children|women|men|people)$/;
const PLURAL_ONLY = /^(?:clothes|goods|trousers|scissors|glasses|savings|injured|wounded|rich|poor|elderly|homeless|unemployed|premises|authorities|outskirts|surroundings|belongings|earnings|remains)$/;
const PLURAL_OF: Readonly<Record<string, string>> = {is: 'are', was: 'were', has: 'have'};
const SINGULAR_OF: Readonly<Record<string, string>> = {are: 'is', were: 'was', have: 'has'};
/** Behind "there are a": several. */
const SEVERAL = /^(?:few|lot|number|couple|dozen|hundred|thousand|million|billion|variety|range|handful|total|group|good|great|huge|large|series|score|host|maximum|minimum|wide|growing|small|whole|limited|significant|considerable|pair|multitude|plethora|wealth|bunch|vast|record|little|half|further|ton|mere|full|smaller|larger|myriad|raft|string|slew|mix|mixture|combination|host|further|majority|million|surprising|fair)$/;

/** Words at which one of these is looked for. */
export const mayBeBareNumber = wordQuestion((word) => isBareNumber(word.folded) || mayBeQuantity(word));
const isBareNumber = (folded: string) => SPEAKERS.test(folded) || UNITS.test(folded) || PEOPLE.test(folded) || PLURAL_ONLY.test(folded) || folded === 'there' || folded === 'and' || folded === 'other' || folded === 'few' || folded === 'police' || folded === 'news' || /^(?:each|dozen)$/.test(folded);

const opens = (document: Document, token: Token) => document.opensSentence(token) && !document.isTitle(token.sentence);
const goesOn = (t: Token | undefined, sentence: number) => t === undefined || t.sentence !== sentence || t.kind === 'punctuation' && /^[.,;:!?)]$/.test(t.text) || t.kind === 'word' && (PREPOSITIONS.has(t.word.folded) || AUXILIARIES.has(t.word.folded) || CONJUNCTIONS.has(t.word.folded) || DETERMINERS.has(t.word.folded));
const pastVerb = (document: Document, t: Token | undefined, sentence: number) => t?.kind === 'word' && t.sentence === sentence && t.word.shape === 'lower' && baseOfPast(t.word.folded) !== undefined && posOf(document, t) === 'VERB';

export function bareNumber(document: Document, token: Token, put: Put): void {
  const w = token.word.folded;
  if (w === 'there') thereAre(document, token, put);
  else if (w === 'and') coordinated(document, token, put);
  else if (w === 'other' || w === 'few') quantified(document, token, put);
  else if (w === 'each') eachOne(document, token, put);
  else if (w === 'dozen') dozen(document, token, put);
  else if (w === 'news') newsFrom(document, token, put);
  else if (PEOPLE.test(w) || w === 'police') peopleDo(document, token, put);
  else if (PLURAL_ONLY.test(w)) pluralOnly(document, token, put);
  else if (SPEAKERS.test(w)) speaker(document, token, put);
  if (UNITS.test(w)) unit(document, token, put);
  if (mayBeQuantity(token.word)) quantity(document, token, put);
}

/** "There are a problem" */
function thereAre(document: Document, there: Token, put: Put): void {
  const {tokens} = document;
  const verb = tokens[there.index + 1];
  if (!verb || !/^(?:are|were|have)$/.test(verb.word.folded)) return;
  const a = tokens[there.index + (verb.word.folded === 'have' ? 3 : 2)];
  if (!a || a.sentence !== there.sentence || !/^an?$/.test(a.text) || verb.word.folded === 'have' && tokens[there.index + 2]!.word.folded !== 'been') return;
  for (let k = a.index + 1; k < a.index + 4; k++) {
    const noun = tokens[k];
    if (noun?.kind !== 'word' || noun.sentence !== there.sentence || SEVERAL.test(noun.word.folded)) return;
    if (!endsPhrase(tokens[k + 1], there.sentence)) continue;
    if (tokens[k + 1]?.word.folded === 'and' || tokens[k + 1]?.text === ',' || tokens[k + 1]?.word.folded === 'of' && !/^(?:shortage|lack|risk|danger|sign|sense|matter|question|state|case|need|fear|feeling|atmosphere|symbol|piece)$/.test(noun.word.folded) || !countNoun(noun) || posOf(document, noun) !== 'NOUN') return;
    put({kind: 'verb', start: verb.start, end: verb.end, proposals: [SINGULAR_OF[verb.word.folded]!], confidence: 0.68, note: 'What there is, is one: the verb needs its singular.'});
    return;
  }
}

/** "The minister and his wife was"; "Cars and bus were burned" */
function coordinated(document: Document, and: Token, put: Put): void {
  const {tokens} = document;
  const first = document.before(and);
  const second = document.after(and);
  if (first?.kind !== 'word' || second?.kind !== 'word') return;
  const {sentence} = and;
  if (/^(?:the|his|her|its|their)$/.test(second.word.folded)) {
    const noun = tokens[second.index + 1];
    const verb = tokens[second.index + 2];
    const lead = document.before(first);
    if (!noun || !verb || verb.sentence !== sentence || !Object.hasOwn(PLURAL_OF, verb.word.folded) || noun.word.shape !== 'lower' || !lead || !/^(?:the|his|her|its|their)$/i.test(lead.text) || !opens(document, lead)) return;
    if (!(countNoun(first) || pluralNoun(first)) || !(countNoun(noun) || pluralNoun(noun)) || posOf(document, noun) !== 'NOUN') return;
    put({kind: 'verb', start: verb.start, end: verb.end, proposals: [PLURAL_OF[verb.word.folded]!], confidence: 0.6, note: 'The subject is more than one: the verb needs its plural.'});
    return;
  }
  // "Cash and weapons was found"
  const be = tokens[second.index + 1];
  if (opens(document, first) && be?.sentence === sentence && /^(?:is|was)$/.test(be.word.folded) && pluralNoun(second) !== undefined && posOf(document, second) === 'NOUN' && posOf(document, first) === 'NOUN' && first.word.english) {
    put({kind: 'verb', start: be.start, end: be.end, proposals: [PLURAL_OF[be.word.folded]!], confidence: 0.55, note: 'The subject is more than one: the verb needs its plural.'});
    return;
  }
  // "Police and firefighter came"
  if (!opens(document, first) || !(pluralNoun(first, true) || /^(?:police|men|women|people|children|soldiers)$/.test(first.word.folded))) return;
  const plural = countNoun(second);
  const verb = tokens[second.index + 1];
  if (!plural || !verb || verb.sentence !== sentence || !(/^(?:are|were|have)$/.test(verb.word.folded) || pastVerb(document, verb, sentence)) || !needsDeterminer(second) && nounish(second.word.folded) < 30 && !SPEAKERS.test(second.word.folded) || posOf(document, second) !== 'NOUN') return;
  put({kind: 'plural', start: second.start, end: second.end, proposals: [plural], confidence: 0.55, note: 'The other half of the pair is a plural.'});
}

/** "Other country will follow", "Few inhabitant remained" */
function quantified(document: Document, many: Token, put: Put): void {
  if (!opens(document, many)) return;
  const noun = document.after(many);
  const verb = noun && document.tokens[noun.index + 1];
  const plural = noun && countNoun(noun);
  if (!noun || !plural || verb?.sentence !== many.sentence || !(/^(?:will|are|were|have|can|could|would)$/.test(verb.word.folded) || pastVerb(document, verb, many.sentence)) || posOf(document, noun) !== 'NOUN') return;
  const other = many.word.folded === 'other';
  put({kind: 'plural', start: noun.start, end: noun.end, proposals: other ? [plural, {start: many.start, end: many.end, text: 'Another'}] : [plural], confidence: 0.6, note: MANY_PLURAL});
}

/** "Each of the player received" */
function eachOne(document: Document, each: Token, put: Put): void {
  const {tokens} = document;
  if (tokens[each.index + 1]?.word.folded !== 'of' || !/^(?:the|his|her|its|their|these|those)$/.test(tokens[each.index + 2]?.word.folded ?? '')) return;
  const noun = tokens[each.index + 3];
  const plural = noun && countNoun(noun);
  const next = noun && tokens[noun.index + 1];
  if (!noun || !plural || noun.sentence !== each.sentence || !(goesOn(next, each.sentence) || pastVerb(document, next, each.sentence)) || posOf(document, noun) !== 'NOUN') return;
  put({kind: 'plural', start: noun.start, end: noun.end, proposals: [plural], confidence: 0.62, note: 'One of several: the noun needs its plural.'});
}

/** "Several dozen protester gathered" */
function dozen(document: Document, token: Token, put: Put): void {
  const before = document.before(token);
  const noun = document.after(token);
  const plural = noun && countNoun(noun);
  if (!before || !/^(?:a|several|some|few|two|three|four|five|six)$/.test(before.word.folded) || !plural || !pastVerb(document, document.tokens[noun.index + 1], token.sentence) || posOf(document, noun) !== 'NOUN') return;
  put({kind: 'plural', start: noun.start, end: noun.end, proposals: [plural], confidence: 0.6, note: MANY_PLURAL});
}

/** "The news from the front are bad" */
function newsFrom(document: Document, news: Token, put: Put): void {
  const {tokens} = document;
  const the = document.before(news);
  if (the?.word.folded !== 'the' || !opens(document, the) || !/^(?:of|from|about)$/.test(tokens[news.index + 1]?.word.folded ?? '')) return;
  for (let k = news.index + 2; k < news.index + 6; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== news.sentence || /^(?:who|which|that|and)$/.test(t.word.folded)) return;
    if (!/^(?:are|were|have)$/.test(t.word.folded)) continue;
    put({kind: 'verb', start: t.start, end: t.end, proposals: [SINGULAR_OF[t.word.folded]!], confidence: 0.62, note: 'News is singular in English.'});
    return;
  }
}

/** "The children plays in the yard" */
function peopleDo(document: Document, people: Token, put: Put): void {
  const {tokens} = document;
  const verb = tokens[people.index + 1];
  if (verb?.kind !== 'word' || verb.sentence !== people.sentence || verb.word.shape !== 'lower') return;
  const base = /[a-z]s$/.test(verb.word.folded) ? baseOfThird(verb.word.folded) : undefined;
  const lead = document.before(people);
  const first = lead?.word.folded === 'the' ? lead : people;
  if (!base || base === 'be' || base === 'have' || document.isTitle(people.sentence) || !opensClause(document, first) || people.word.folded === 'police' && first === people) return;
  const next = tokens[verb.index + 1];
  if (!goesOn(next, people.sentence) && next?.word.folded !== 'that' || next?.word.folded === 'and' || posOf(document, verb) !== 'VERB') return;
  put({kind: 'verb', start: verb.start, end: verb.end, proposals: [base], confidence: people.word.folded === 'police' ? 0.5 : 0.66, note: 'The subject is more than one: the verb needs its plural.'});
}

/** "His clothes was wet", "The rich has left" */
function pluralOnly(document: Document, noun: Token, put: Put): void {
  const lead = document.before(noun);
  const verb = document.after(noun);
  if (!lead || !verb || !/^(?:the|his|her|its|their|these|those)$/.test(lead.word.folded) || !opensClause(document, lead) || !Object.hasOwn(PLURAL_OF, verb.word.folded) || document.isTitle(noun.sentence)) return;
  put({kind: 'verb', start: verb.start, end: verb.end, proposals: [PLURAL_OF[verb.word.folded]!], confidence: /^(?:remains|savings|earnings)$/.test(noun.word.folded) ? 0.5 : 0.66, note: 'The subject is more than one: the verb needs its plural.'});
}

/** "Expert say", "Volunteer from the Red Cross made tea" */
function speaker(document: Document, noun: Token, put: Put): void {
  const {tokens} = document;
  if (!opens(document, noun) || noun.word.shape !== 'capital') return;
  const last = tokens[document.sentences[noun.sentence]!.last]!;
  const verb = tokens[noun.index + 1];
  if (verb?.kind !== 'word' || verb.sentence !== noun.sentence || verb.word.shape !== 'lower' || last.kind === 'word') return;
  let speaks = SPEAKS.test(verb.word.folded);
  // "from the Red Cross made"
  if (/^(?:from|of|in|at)$/.test(verb.word.folded) && tokens[verb.index + 1]?.word.folded === 'the') for (let k = verb.index + 2; k < verb.index + 6 && !speaks; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== noun.sentence) return;
    speaks = pastVerb(document, t, noun.sentence) || /^(?:say|were|are|have|believe)$/.test(t.word.folded);
  }
  if (!speaks) return;
  const lower = noun.text.toLowerCase();
  put({kind: 'plural', start: noun.start, end: noun.end, proposals: [inCaseOf(noun.text, pluralOf(lower)), `The ${lower}`], confidence: /^(?:say|claim|believe|warn|are|were|have|complain|fear|expect|hope|agree)$/.test(verb.word.folded) ? 0.62 : 0.45, note: 'A single person has an article; several are a plural.'});
}

/** "three week for the answer", "Forty meter separate" */
function unit(document: Document, token: Token, put: Put): void {
  const {tokens} = document;
  const number = tokens[token.index - 1];
  const next = tokens[token.index + 1];
  if (!number || number.sentence !== token.sentence || !token.spaced || token.word.shape !== 'lower' || !(number.kind === 'number' ? /^(?:[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+)$/.test(number.text) : NUMBER_WORDS.has(number.word.folded) && !/^(?:one|half)$/.test(number.word.folded))) return;
  const before = document.before(number);
  if (before && (/^[-–:./]$/.test(tokens[number.index - 1]!.text) || /^(?:the|a|an|this|that|his|her|its|their|per|each|every|first|second|third|one|and|men's|women's|of)$/.test(before.word.folded) && !(before.word.folded === 'of' && /(?:meter|metre|mile|week|month|hour|minute|dollar|degree|hectare)$/.test(token.word.folded)) || before.kind === 'number' || before.word.shape === 'capital' && before.kind === 'word' && !document.opensSentence(before))) return;
  const opening = document.opensSentence(number) && number.kind === 'word';
  if (!goesOn(next, token.sentence) && !(opening && next?.kind === 'word' && isInfinitive(next.word.folded)) || next !== undefined && /^(?:old|long|ago|and|or|round|after|-)$/.test(next.word.folded || next.text)) return;
  put({kind: 'plural', start: token.start, end: token.end, proposals: [pluralOf(token.text)], confidence: 0.62, note: MANY_PLURAL});
}
