/** Verbs and small words where other languages have them: "Meanwhile searches the club for", "although existed delays", "in which will take part the unions", "Also the sailors are angry", "and never she voted", "neither we can leave", "the two only shops", "no water more". */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS, PREPOSITIONS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../../src/document/verbs.ts';
import {BE, finite, HAVE, MODALS, DO, wordAt} from '../../src/evidence/clause.ts';
import {endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Inversion} from './inversions.ts';

const PRONOUN = /^(?:i|he|she|it|they|we|you)$/;
const DETERMINER = /^(?:the|a|an|his|her|its|their|our|my|this|these|those|many|several|some|two|three|four|five|no)$/;
/** Adverbs that open a sentence, behind which English has the subject. */
const OPENERS = new Set('meanwhile therefore moreover nevertheless nonetheless currently recently yesterday today tomorrow additionally furthermore previously initially unfortunately fortunately perhaps maybe already often sometimes usually afterwards likewise consequently accordingly occasionally apparently obviously naturally'.split(' '));
/** Verbs that English, too, puts before what comes or stands there. */
const PRESENTS = /^(?:come|go|stand|lie|sit|hang|begin|follow|live|rise|appear|arrive|enter|remain|say|add|note|write|report|explain|warn|be|have|do)$/;
const EXISTS = /^(?:exist|exists|existed|happened|happens|occurred|occurs|arose|prevailed|prevails)$/;
const PLACE_FIRST = 'English puts the subject before its verb.';

/** The last token of a noun phrase that begins at `i`, of at most five words; -1 for none. */
function phraseEnd(document: Document, i: number): number {
  const {tokens} = document;
  const first = tokens[i];
  if (!first) return -1;
  for (let k = i; k < i + 5; k++) {
    const t = tokens[k];
    if (t?.sentence !== first.sentence || t.kind !== 'word' && t.kind !== 'number' || k > i && (endsPhrase(t, first.sentence) || DETERMINER.test(t.word.folded))) return -1;
    if (endsPhrase(tokens[k + 1], first.sentence)) return /^(?:NOUN|PROPN)$/.test(posOf(document, t) ?? '') ? k : -1;
  }
  return -1;
}

/** "Meanwhile searches the club for another coach", asked at the adverb that opens a sentence. */
export function adverbVerb(document: Document, adverb: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = adverb;
  if (!OPENERS.has(adverb.word.folded) || document.isTitle(sentence) || tokens[document.sentences[sentence]!.last]!.text === '?') return undefined;
  const [verb, subject] = [tokens[index + 1], tokens[index + 2]];
  if (verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower' || subject?.sentence !== sentence) return undefined;
  const base = baseOfThird(verb.word.folded) ?? baseOfPast(verb.word.folded);
  if (base === undefined || PRESENTS.test(base) || posOf(document, verb) !== 'VERB' || !DETERMINER.test(subject.word.folded) && subject.word.shape !== 'capital') return undefined;
  const end = phraseEnd(document, index + 2);
  if (end < 0 || end === index + 2 && subject.word.shape !== 'capital') return undefined;
  return {kind: 'subject', first: verb, last: tokens[end]!, proposals: [`${document.slice(index + 2, end)} ${verb.text}`], confidence: 0.62, note: PLACE_FIRST};
}

/** "although existed delays", asked at "although", "because", "since", "while". */
export function thereExisted(document: Document, conjunction: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = conjunction;
  const [verb, noun] = [tokens[index + 1], tokens[index + 2]];
  if (verb?.sentence !== sentence || !EXISTS.test(verb.word.folded) || noun?.kind !== 'word' || noun.sentence !== sentence || PREPOSITIONS.has(noun.word.folded)) return undefined;
  const many = pluralNoun(noun) !== undefined || pluralNoun(tokens[index + 3]!) !== undefined;
  if (!many && !DETERMINER.test(noun.word.folded)) return undefined;
  const be = /s$/.test(verb.word.folded) || verb.word.folded === 'exist' ? (many ? 'are' : 'is') : many ? 'were' : 'was';
  return {kind: 'subject', first: verb, last: verb, proposals: [`there ${be}`], confidence: 0.66, note: PLACE_FIRST};
}

/** "a session in which will take part the unions", "where has opened a hospital": asked at "which" and "where". */
export function whichWill(document: Document, which: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = which;
  const before = document.before(which);
  const place = which.word.folded === 'where';
  if (!before || before.sentence !== sentence || !(place ? before.text === ',' || before.kind === 'word' && posOf(document, before) === 'NOUN' : /^(?:in|at|on|to|for|during|with|from|by)$/.test(before.word.folded))) return undefined;
  const aux = tokens[index + 1];
  const verb = tokens[index + 2];
  if (!aux || aux.sentence !== sentence || !verb || verb.kind !== 'word' || verb.sentence !== sentence || tokens[document.sentences[sentence]!.last]!.text === '?') return undefined;
  const a = aux.word.folded;
  const have = /^(?:has|have|had)$/.test(a);
  if (have ? baseOfParticiple(verb.word.folded) === undefined : !/^(?:will|would|can|could|must|should|may)$/.test(a) || !isInfinitive(verb.word.folded)) return undefined;
  let k = index + 3;
  if (/^(?:take|taken|make|made)$/.test(verb.word.folded) && /^(?:part|place|use)$/.test(wordAt(document, k, sentence) ?? '')) k++;
  else if (verb.word.folded === 'be' || verb.word.folded === 'been') {
    if (baseOfParticiple(wordAt(document, k, sentence) ?? '') === undefined) return undefined;
    k++;
  } else if (posOf(document, verb) !== 'VERB') return undefined;
  const start = k;
  if (wordAt(document, k, sentence) === 'also') k++;
  const subject = tokens[k];
  if (!subject || subject.sentence !== sentence || !(DETERMINER.test(subject.word.folded) || subject.kind === 'number' || NUMBER_WORDS.has(subject.word.folded) || pluralNoun(subject))) return undefined;
  const end = phraseEnd(document, k);
  if (end < 0) return undefined;
  // A clause with a subject of its own has its object here: "in which has been seen a man".
  return {kind: 'subject', first: aux, last: tokens[end]!, proposals: [`${document.slice(k, end)} ${a}${start < k ? ' also' : ''} ${document.slice(index + 2, start - 1)}`], confidence: 0.6, note: PLACE_FIRST};
}

/** "Also the sailors are angry", asked at the "also" that opens a sentence. */
export function alsoFirst(document: Document, also: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = also;
  const subject = tokens[index + 1];
  if (subject?.kind !== 'word' || subject.sentence !== sentence || !(/^(?:the|his|her|its|their|our|my|this|these|those|many|other|people)$/.test(subject.word.folded) || subject.word.shape === 'capital') || document.isTitle(sentence)) return undefined;
  for (let k = index + 2; k < index + 8; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' && t?.kind !== 'number' || t.sentence !== sentence || /^(?:who|which|that|and|or|as)$/.test(t.word.folded)) return undefined;
    if (!finite(document, t)) continue;
    const name = document.slice(index + 1, k - 1);
    const said = subject.word.shape === 'lower' ? name[0]!.toUpperCase() + name.slice(1) : name;
    return {kind: 'adverb', first: also, last: tokens[k - 1]!, proposals: [`${said}, too,`, ...(BE.has(t.word.folded) ? [] : [`${said} also`])], confidence: 0.55, note: 'At the head of a sentence “also” speaks of the whole of it; of one word English says “too”.'};
  }
  return undefined;
}

/** "and never she voted", asked at "never" inside a sentence; "neither we can leave", asked at "neither". */
export function deniedFirst(document: Document, denied: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = denied;
  const [subject, verb] = [tokens[index + 1], tokens[index + 2]];
  if (!subject || !PRONOUN.test(subject.word.folded) || verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower') return undefined;
  const before = document.before(denied);
  const v = verb.word.folded;
  const aux = BE.has(v) && !/^(?:be|been|being)$/.test(v) || HAVE.has(v) && v !== 'having' || MODALS.has(v) || DO.has(v);
  if (denied.word.folded === 'neither') {
    if (!aux || before && before.sentence === sentence && !/^(?:that|and|but|because|[,;“"])$/.test(before.text)) return undefined;
    return {kind: 'subject', first: denied, last: verb, proposals: [`${denied.text} ${verb.text} ${subject.text}`], confidence: 0.7, note: 'Behind “neither” the verb comes before its subject.'};
  }
  if (!before || before.sentence !== sentence || !/^(?:and|but|that|because|,)$/.test(before.text)) return undefined;
  if (aux) return {kind: 'subject', first: denied, last: verb, proposals: [`${subject.text} ${verb.text} never`, `never ${verb.text} ${subject.text}`], confidence: 0.6, note: 'English says who before “never”.'};
  if (posOf(document, verb) !== 'VERB') return undefined;
  return {kind: 'subject', first: denied, last: subject, proposals: [`${subject.text} ${denied.text}`], confidence: 0.62, note: 'English says who before “never”.'};
}

/** "the two only shops", asked at "only". */
export function onlyBehind(document: Document, only: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = only;
  const number = tokens[index - 1];
  const noun = tokens[index + 1];
  if (!/^(?:two|three|four|five|six|seven|eight|nine|ten)$/.test(number?.word.folded ?? '') || !/^(?:the|his|her|its|their|our|my)$/.test(wordAt(document, index - 2, sentence) ?? '') || noun?.sentence !== sentence || noun.word.shape !== 'lower' || noun.kind !== 'word' || finite(document, noun) && pluralNoun(noun) === undefined) return undefined;
  return {kind: 'adjective', first: number!, last: only, proposals: [`only ${number!.text}`], confidence: 0.7, note: 'English puts the number behind it.'};
}

/** "carried no water more", asked at "more". */
export function noMoreBehind(document: Document, more: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = more;
  const noun = tokens[index - 1];
  const next = tokens[index + 1];
  if (wordAt(document, index - 2, sentence) !== 'no' || noun?.kind !== 'word' || noun.word.shape !== 'lower' || /^(?:one|less|longer|matter|doubt|more)$/.test(noun.word.folded) || posOf(document, noun) !== 'NOUN' || next && next.sentence === sentence && !/^[.,;”"]$/.test(next.text)) return undefined;
  return {kind: 'adjective', first: noun, last: more, proposals: [`more ${noun.text}`, noun.text], confidence: 0.6, note: 'English puts “more” before its noun.'};
}

/** What comes to be so, which other languages put before it: "Fell the price", "when went out the light". */
const HAPPENS = /^(?:fell|rose|went|grew|began|started|ended|stopped|died|arrived|broke|exploded|burst|disappeared|appeared|happened|occurred|increased|decreased|resumed|collapsed|declined|dropped|changed|closed|opened)$/;

/** "Fell the price of a litre to nine dinars", asked at the verb that opens a sentence. */
export function verbOpens(document: Document, verb: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = verb;
  if (!/^(?:fell|rose|went|grew|began|died|arrived|happened|occurred|increased|decreased|resumed|collapsed|declined|exploded|disappeared)$/.test(verb.word.folded) || wordAt(document, index + 1, sentence) !== 'the' || document.isTitle(sentence)) return undefined;
  let end = index + 2;
  while (end < index + 9 && tokens[end + 1]?.kind === 'word' && tokens[end + 1]!.sentence === sentence && (!endsPhrase(tokens[end + 1], sentence) || tokens[end + 1]!.word.folded === 'of') && !finite(document, tokens[end + 1])) end++;
  const next = tokens[end + 1];
  if (next?.sentence !== sentence || finite(document, next) || !/^(?:to|from|on|in|by|at|after|for|since|with|yesterday|today|[.,])$/.test(next.text)) return undefined;
  const name = document.slice(index + 1, end);
  return {kind: 'subject', first: verb, last: tokens[end]!, proposals: [`${name[0]!.toUpperCase()}${name.slice(1)} ${verb.word.folded}`], confidence: 0.6, note: PLACE_FIRST};
}

/** "If stopped the work, she would starve", asked at "if", "when", "after", "until", "because". */
export function clauseVerb(document: Document, conjunction: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = conjunction;
  let v = index + 1;
  const verb = tokens[v];
  if (verb?.sentence !== sentence || verb.word.shape !== 'lower' || !HAPPENS.test(verb.word.folded)) return undefined;
  if (/^(?:out|off|up|down)$/.test(wordAt(document, v + 1, sentence) ?? '')) v++;
  if (!/^(?:the|his|her|its|their|all)$/.test(wordAt(document, v + 1, sentence) ?? '')) return undefined;
  const end = phraseEnd(document, v + 1);
  const next = tokens[end + 1];
  if (end < 0 || next && next.sentence === sentence && !/^[.,;”"]$/.test(next.text) && !/^(?:on|in|at|and)$/.test(next.word.folded)) return undefined;
  // "opened" may have an object: "when opened the box"
  if (/^(?:opened|closed|changed|started|ended|stopped|began|increased|decreased|resumed|broke|dropped)$/.test(verb.word.folded) && !/^[.,]$/.test(next?.text ?? '.')) return undefined;
  return {kind: 'subject', first: verb, last: tokens[end]!, proposals: [`${document.slice(v + 1, end)} ${document.slice(index + 1, v)}`], confidence: 0.58, note: PLACE_FIRST};
}

/** "Interesting is that", asked at the adjective that opens a sentence. */
export function adjectiveIs(document: Document, adjective: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = adjective;
  if (!/^(?:interesting|important|clear|strange|surprising|certain|true|curious|sad|remarkable|noteworthy|obvious|possible|known|good|bad|worrying|striking|significant|notable|characteristic|paradoxical)$/.test(adjective.word.folded)) return undefined;
  const be = tokens[index + 1];
  if (be?.sentence !== sentence || !/^(?:is|was)$/.test(be.word.folded) || wordAt(document, index + 2, sentence) !== 'that') return undefined;
  return {kind: 'subject', first: adjective, last: be, proposals: [`It ${be.text} ${adjective.word.folded}`], confidence: 0.75, note: 'An English clause has a subject before its verb.'};
}

/** What is found, hurt or lacking: ", and are lacking 300,000 zlotys", "were found cracks". */
const SUFFERED = /^(?:found|discovered|lacking|missing|destroyed|damaged|killed|injured|arrested|detained|seized|recorded|registered|needed|built|planted|organised|organized|held|wounded|evacuated|rescued|confiscated|detected)$/;

/** ", were found cracks in nine houses", asked at "is", "are", "was", "were". */
export function passiveFirst(document: Document, be: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence, index} = be;
  const done = tokens[index + 1];
  const before = tokens[index - 1];
  if (done?.sentence !== sentence || !SUFFERED.test(done.word.folded) || !before || before.sentence !== sentence || !/^(?:[,]|and|that|when|because|where)$/.test(before.text)) return undefined;
  const subject = tokens[index + 2];
  if (!subject || subject.sentence !== sentence || !(subject.kind === 'number' || NUMBER_WORDS.has(subject.word.folded) || /^(?:the|many|several|some|no)$/.test(subject.word.folded) || pluralNoun(subject))) return undefined;
  const end = phraseEnd(document, index + 2);
  if (end < 0 || /^(?:days?|weeks?|months?|years?|hours?|minutes?|times?|day|night|morning|evening|week|metres|meters|kilometres|kilometers|miles|km)$/.test(tokens[end]!.word.folded) || /^(?:next|following|same|previous)$/.test(wordAt(document, index + 3, sentence) ?? '')) return undefined;
  return {kind: 'subject', first: be, last: tokens[end]!, proposals: [`${document.slice(index + 2, end)} ${be.text} ${done.text}`], confidence: 0.58, note: PLACE_FIRST};
}
