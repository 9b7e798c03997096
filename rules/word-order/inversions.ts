/** Subjects and verbs in the order of other languages, told by the words at the joint: "Not only he lost", "nor he came", "Because it rained, came he late", "According to him was the bridge safe", "In the plant are working 40 people". */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS, PREPOSITIONS} from '../../src/document/english.ts';
import {speaks} from '../../src/document/speech.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfIng, baseOfPast, baseOfThird} from '../../src/document/verbs.ts';
import {wordAt} from '../../src/evidence/clause.ts';
import {countNoun, endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {indefiniteBefore} from '../../src/evidence/indefinite.ts';
import {posOf} from '../../src/evidence/pos.ts';

export interface Inversion {
  readonly kind: 'subject' | 'question' | 'adjective' | 'adverb';
  readonly first: Token;
  readonly last: Token;
  readonly proposals: readonly string[];
  readonly confidence: number;
  readonly note: string;
}

const PRONOUN = /^(?:he|she|it|they|we|i|you)$/;
const AUX = /^(?:is|are|was|were|has|have|had|can|could|will|would|must|should|did|does|do|may|might)$/;
const DET = /^(?:the|a|an|his|her|its|their|this|these|those|our|many|several|some|all|no|about|around|more|over|only|nearly|almost|hundreds|thousands|dozens)$/;

const COUNTED = /^(?:many|several|some|no|about|around|more|over|only|nearly|almost|hundreds|thousands|dozens)$/;

/** How a verb is asked or denied: "did" and the base; undefined for what is no finite verb. */
function withDid(document: Document, verb: Token, subject: string): string | undefined {
  const w = verb.word.folded;
  if (AUX.test(w)) return `${verb.text} ${subject}`;
  const past = baseOfPast(w);
  if (posOf(document, verb) !== 'VERB') return undefined;
  if (past !== undefined && !(w === past && /^(?:he|she|it)$/i.test(subject))) return `did ${subject} ${past}`;
  const third = w.endsWith('s') ? baseOfThird(w) : undefined;
  return third === undefined ? undefined : `does ${subject} ${third}`;
}

/** "Not only he lost", "nor he sent a deputy": asked at "only" and "nor". */
export function afterNegation(document: Document, token: Token): Inversion | undefined {
  const {tokens, sentences} = document;
  const {sentence} = token;
  if (token.word.folded === 'only') {
    const not = tokens[token.index - 1];
    if (not?.word.folded !== 'not' || not.sentence !== sentence || !document.opensSentence(not)) return undefined;
  } else {
    const {first} = sentences[sentence]!;
    if (token.index === first) return undefined;
    // "Neither he nor she came"
    for (let k = token.index - 1; k >= Math.max(first, token.index - 8); k--) if (tokens[k]!.word.folded === 'neither') return undefined;
  }
  const subject = tokens[token.index + 1];
  const verb = tokens[token.index + 2];
  if (!subject || !PRONOUN.test(subject.word.folded) || verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower' || /^(?:but|who|and|alone|himself|herself)$/.test(verb.word.folded)) return undefined;
  const put = withDid(document, verb, subject.text);
  return put === undefined ? undefined : {kind: 'subject', first: subject, last: verb, proposals: [put], confidence: 0.66, note: `Behind “${token.word.folded === 'only' ? 'not only' : 'nor'}” the verb comes before its subject.`};
}

/** ", came he late": asked at a pronoun. */
export function verbBeforePronoun(document: Document, pronoun: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = pronoun;
  const verb = tokens[pronoun.index - 1];
  const comma = tokens[pronoun.index - 2];
  const next = tokens[pronoun.index + 1];
  if (comma?.text !== ',' || verb?.kind !== 'word' || verb.sentence !== sentence || comma.sentence !== sentence || verb.word.shape !== 'lower' || AUX.test(verb.word.folded) || !next || next.sentence !== sentence || next.kind !== 'word' && next.kind !== 'number') return undefined;
  const w = verb.word.folded;
  if (speaks(w, 'statement', 'told') || speaks(w, 'statement') || /^(?:says|said|thinks?|thought|believes?|asks?|asked|writes|wrote|tells|told|knows|knew|guess|hopes?|suggests?|suggested|adds|added|replied|continued|insisted|explained|recalled)$/.test(w)) return undefined;
  if (!(baseOfPast(w) ?? (w.endsWith('s') ? baseOfThird(w) : undefined)) || posOf(document, verb) !== 'VERB' || /^(?:VERB|AUX)$/.test(posOf(document, next) ?? '') || /(?:ed|en)$/.test(w) && w.length > 6) return undefined;
  return {kind: 'subject', first: verb, last: pronoun, proposals: [`${pronoun.text} ${verb.text}`], confidence: 0.55, note: 'English puts the subject before its verb.'};
}

/** "According to the mayor was the bridge safe": asked at "According". */
export function accordingTo(document: Document, according: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = according;
  if (wordAt(document, according.index + 1, sentence) !== 'to' || !document.opensSentence(according)) return undefined;
  for (let k = according.index + 3; k < according.index + 9; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== sentence || /^(?:who|which|that|whose|and|what|how)$/.test(t.word.folded)) return undefined;
    if (!/^(?:is|are|was|were|has|have|had|will|would)$/.test(t.word.folded)) continue;
    const subject = tokens[k + 1];
    if (!subject || subject.sentence !== sentence || !(DET.test(subject.word.folded) || PRONOUN.test(subject.word.folded))) return undefined;
    let end = k + 1;
    if (!PRONOUN.test(subject.word.folded)) {
      while (end < k + 6 && tokens[end + 1]?.kind === 'word' && tokens[end + 1]!.sentence === sentence && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(posOf(document, tokens[end + 1]!) ?? '') && !(end > k + 1 && posOf(document, tokens[end]!) === 'NOUN' && posOf(document, tokens[end + 1]!) === 'ADJ')) end++;
      if (end === k + 1) return undefined;
    }
    return {kind: 'subject', first: t, last: tokens[end]!, proposals: [`${document.slice(k + 1, end)} ${t.text}`], confidence: 0.68, note: 'English puts the subject before its verb.'};
  }
  return undefined;
}

/** "In the plant are working 40 people", "On Tuesday has taken place a meeting": asked at "are", "were", "is", "was", "has", "have". */
export function behindPlace(document: Document, aux: Token): Inversion | undefined {
  const {tokens, sentences} = document;
  const {sentence} = aux;
  const {first, last} = sentences[sentence]!;
  if (aux.index - first < 2 || aux.index - first > 12 || !PREPOSITIONS.has(tokens[first]!.word.folded) || /^(?:as|than|like|but|of)$/.test(tokens[first]!.word.folded) || tokens[last]!.text === '?' || document.isTitle(sentence)) return undefined;
  const w = aux.word.folded;
  const verb = tokens[aux.index + 1];
  if (verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower') return undefined;
  let end = verb.index;
  if (/^(?:is|are|was|were)$/.test(w)) {
    if (!verb.word.folded.endsWith('ing') || !/^(?:working|living|waiting|fighting|playing|studying|staying|running|standing|sitting|taking|participating|hiding|happening|growing|operating|training|serving|competing|performing)$/.test(verb.word.folded) || baseOfIng(verb.word.folded) === undefined) return undefined;
  } else if (/^(?:has|have|had)$/.test(w)) {
    if (verb.word.folded === 'taken' && wordAt(document, verb.index + 1, sentence) === 'place') end = verb.index + 1;
    else if (!/^(?:begun|started|appeared|arrived|died|occurred|happened|emerged|gathered|broken|disappeared|remained|entered|fallen|come)$/.test(verb.word.folded)) return undefined;
  } else return undefined;
  const subject = tokens[end + 1];
  if (!subject || subject.sentence !== sentence || !((verb.word.folded.endsWith('ing') ? COUNTED : DET).test(subject.word.folded) || subject.kind === 'number' || NUMBER_WORDS.has(subject.word.folded))) return undefined;
  // The phrase at the head has no subject of its own.
  for (let k = first + 1; k < aux.index; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word' && t.kind !== 'number' || AUX.test(t.word.folded) || PRONOUN.test(t.word.folded) || /^(?:that|who|which|and|but|where|when)$/.test(t.word.folded) || t.kind === 'word' && posOf(document, t) === 'VERB') return undefined;
    if (/^(?:the|a|an|his|her|its|their)$/.test(t.word.folded) && k > first + 1 && !PREPOSITIONS.has(tokens[k - 1]!.word.folded)) return undefined;
  }
  let stop = subject.index;
  while (stop < Math.min(last, subject.index + 6) && !endsPhrase(tokens[stop + 1], sentence)) stop++;
  if (stop === subject.index || /^(?:NOUN|PROPN)$/.test(posOf(document, tokens[stop]!) ?? '') === false || /^(?:hours?|days?|weeks?|months?|years?|minutes?|time|place)$/.test(tokens[stop]!.word.folded)) return undefined;
  return {kind: 'subject', first: aux, last: tokens[stop]!, proposals: [`${document.slice(subject.index, stop)} ${document.slice(aux.index, end)}`], confidence: 0.6, note: 'English puts the subject before its verb.'};
}

/** "the house the most expensive was sold": asked at "most". */
export function mostBehind(document: Document, most: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = most;
  const the = document.before(most);
  const noun = the && document.before(the);
  const adjective = document.after(most);
  const next = adjective && tokens[adjective.index + 1];
  if (the?.word.folded !== 'the' || noun?.kind !== 'word' || noun.sentence !== sentence || noun.word.shape !== 'lower' || adjective?.kind !== 'word' || adjective.sentence !== sentence || adjective.word.shape !== 'lower' || adjective.word.folded.endsWith('ly')) return undefined;
  if (next && next.sentence === sentence && !/^(?:is|are|was|were|has|have|had|will|of|in|[.,;])$/.test(next.text) || posOf(document, adjective) !== 'ADJ' || posOf(document, noun) !== 'NOUN') return undefined;
  const lead = document.before(noun);
  if (lead?.word.folded !== 'the' || /(?:ed|ing)$/.test(adjective.word.folded) && !/^(?:interesting|expensive)$/.test(adjective.word.folded)) return undefined;
  return {kind: 'adjective', first: noun, last: adjective, proposals: [`most ${adjective.text} ${noun.text}`], confidence: 0.62, note: 'English puts the adjective before its noun.'};
}

/** "So big fire was never seen", "in so short time": asked at "so". */
export function soBig(document: Document, so: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = so;
  const adjective = document.after(so);
  const noun = adjective && tokens[adjective.index + 1];
  const next = noun && tokens[noun.index + 1];
  if (adjective?.kind !== 'word' || adjective.word.shape !== 'lower' || adjective.sentence !== sentence || /^(?:much|many|little|few|far|long|called|often|well|more|less|fast|hard)$/.test(adjective.word.folded) || noun?.kind !== 'word' || noun.sentence !== sentence || noun.word.shape !== 'lower') return undefined;
  const before = document.before(so);
  if (before && !document.opensSentence(so) && !PREPOSITIONS.has(before.word.folded) && !/^(?:never|had|have|has|see|seen|such|made|was|is|without)$/.test(before.word.folded)) return undefined;
  if (!(countNoun(noun) || noun.word.folded === 'time') || posOf(document, adjective) !== 'ADJ' || posOf(document, noun) !== 'NOUN' || next && next.sentence === sentence && !/^(?:[.,;]|was|is|has|had|will|that|as|for|in|before|after|to|of|with)$/.test(next.text)) return undefined;
  const such = `${so.word.shape === 'capital' ? 'Such' : 'such'} ${indefiniteBefore(adjective) ?? 'a'} ${adjective.text} ${noun.text}`;
  return {kind: 'adjective', first: so, last: noun, proposals: [such], confidence: 0.62, note: 'Before a noun English says “such a”.'};
}

/** "How is called the street?": asked at "how". */
export function howCalled(document: Document, how: Token): Inversion | undefined {
  const be = document.after(how);
  const called = be && document.tokens[be.index + 1];
  if (!be || !/^(?:is|are|was|were)$/.test(be.word.folded) || called?.word.folded !== 'called' || called.sentence !== how.sentence) return undefined;
  return {kind: 'question', first: how, last: how, proposals: [how.word.shape === 'capital' ? 'What' : 'what'], confidence: 0.7, note: 'One asks what something is called.'};
}

const INSIDE = /^(?:does|did|do|is|am|are|was|were|has|have|can|could|will|would|should)$/;

/** "asked if does he know", asked at "if" and "whether". */
export function insideQuestion(document: Document, token: Token): Inversion | undefined {
  const {tokens} = document;
  const [aux, subject, verb] = [tokens[token.index + 1], tokens[token.index + 2], tokens[token.index + 3]];
  if (!aux || !subject || aux.sentence !== token.sentence || subject.sentence !== token.sentence || !INSIDE.test(aux.word.folded) || !/^(?:he|she|they|we|i|it)$/.test(subject.word.folded) || verb?.kind !== 'word' || verb.sentence !== token.sentence) return undefined;
  return {kind: 'question', first: aux, last: subject, proposals: [/^d/.test(aux.word.folded) ? subject.text : `${subject.text} ${aux.text}`], confidence: 0.7, note: 'A question inside a sentence keeps the order of a statement.'};
}

/** "the factory where works his father", asked at "where". */
export function whereWorks(document: Document, where: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = where;
  const before = document.before(where);
  const [verb, det] = [tokens[where.index + 1], tokens[where.index + 2]];
  if (before?.kind !== 'word' || !verb || !det || det.sentence !== sentence || !/^(?:works|worked|lives|lived|plays|played|studies|studied|died|sleeps|slept|stays|stayed|teaches|taught|grew|trains|trained)$/.test(verb.word.folded) || !/^(?:the|a|an|his|her|their|some|many)$/.test(det.word.folded)) return undefined;
  if (/^(?:played|plays|teaches|taught|studied|studies|grew|trains|trained|works|worked|stayed)$/.test(verb.word.folded) && /^(?:a|an|the|some|many)$/.test(det.word.folded) && !/^(?:works|worked|stayed)$/.test(verb.word.folded)) return undefined;
  let end = det.index + 1;
  while (end < det.index + 4 && !endsPhrase(tokens[end + 1], sentence) && /^(?:NOUN|ADJ|PROPN)$/.test(posOf(document, tokens[end + 1]!) ?? '')) end++;
  const noun = tokens[end];
  if (noun?.kind !== 'word' || noun.sentence !== sentence) return undefined;
  return {kind: 'subject', first: verb, last: noun, proposals: [`${document.slice(det.index, end)} ${verb.text}`], confidence: 0.6, note: 'English puts the subject before its verb.'};
}

/** "It is enough big.", asked at "enough". */
export function enoughBehind(document: Document, enough: Token): Inversion | undefined {
  const before = document.before(enough);
  const adjective = document.after(enough);
  const next = adjective && document.tokens[adjective.index + 1];
  if (!before || !/^(?:is|are|was|were|be|been|seems|looks|not)$/.test(before.word.folded) || adjective?.kind !== 'word' || adjective.sentence !== enough.sentence || adjective.word.shape !== 'lower' || posOf(document, adjective) !== 'ADJ' || /^(?:more|other|such|good|much)$/.test(adjective.word.folded) && next?.word.folded !== 'to') return undefined;
  if (next && next.sentence === enough.sentence && !/^(?:[.,;]|to|for|that|and)$/.test(next.text)) return undefined;
  return {kind: 'adjective', first: enough, last: adjective, proposals: [`${adjective.text} enough`], confidence: 0.66, note: '“Enough” stands behind its adjective.'};
}

/** "Since Monday has the road been closed", asked at "Since". */
export function sinceDay(document: Document, since: Token): Inversion | undefined {
  const {tokens} = document;
  const {sentence} = since;
  const when = tokens[since.index + 1];
  const aux = tokens[since.index + (/^(?:last|this)$/.test(when?.word.folded ?? '') ? 3 : 2)];
  const subject = aux && tokens[aux.index + 1];
  if (!document.opensSentence(since) || !when || !aux || aux.sentence !== sentence || !subject || subject.sentence !== sentence) return undefined;
  if (!(/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|then|january|february|march|april|may|june|july|august|september|october|november|december|last)$/.test(when.word.folded) || when.kind === 'number' && /^(?:19|20)\d\d$/.test(when.text))) return undefined;
  if (!/^(?:is|are|has|have|was|were|had)$/.test(aux.word.folded)) return undefined;
  if (PRONOUN.test(subject.word.folded)) return {kind: 'subject', first: aux, last: subject, proposals: [`${subject.text} ${aux.text}`], confidence: 0.7, note: 'English puts the subject before its verb.'};
  if (!/^(?:the|a|an|his|her|its|their)$/.test(subject.word.folded)) return undefined;
  let end = subject.index + 1;
  while (end < subject.index + 4 && tokens[end]?.kind === 'word' && posOf(document, tokens[end]!) === 'ADJ') end++;
  const [noun, done] = [tokens[end], tokens[end + 1]];
  if (noun?.kind !== 'word' || posOf(document, noun) !== 'NOUN' || done?.kind !== 'word' || done.sentence !== sentence || !/^(?:VERB|ADJ|AUX)$/.test(posOf(document, done) ?? '') && !/^(?:been|closed|open)$/.test(done.word.folded)) return undefined;
  return {kind: 'subject', first: aux, last: noun, proposals: [`${document.slice(subject.index, end)} ${aux.text}`], confidence: 0.66, note: 'English puts the subject before its verb.'};
}

const SAYING = /^(?:said|announced|told|reported|declared|stated|revealed|confirmed|explained|indicated|added|warned|informed|communicated|assured|specified|announces|reports|says|writes|wrote|recalled|denounced|learned|clarified)$/;

/** ", announced on Saturday the prosecutor's office of Paris": asked at the day or "yesterday". */
export function saidOnDay(document: Document, day: Token): Inversion | undefined {
  const {tokens, sentences} = document;
  const {sentence} = day;
  const on = tokens[day.index - 1];
  const from = on?.word.folded === 'on' || on?.word.folded === 'this' ? on : day;
  const verb = tokens[from.index - 1];
  const comma = tokens[from.index - 2];
  const first = tokens[day.index + 1];
  if (verb?.sentence !== sentence || comma?.sentence !== sentence || !SAYING.test(verb.word.folded) || !/^[,”"»]$/.test(comma.text)) return undefined;
  if (first?.sentence !== sentence || !/^(?:the|a|an|his|her|its|their)$/.test(first.word.folded) && first.word.shape === 'lower') return undefined;
  const {last} = sentences[sentence]!;
  const stop = tokens[last]!;
  const end = stop.text === '.' ? last - 1 : last;
  // All that follows is the subject: no verb, no mark.
  if (end - first.index > 9 || end < first.index || first.index === end && first.word.shape === 'lower') return undefined;
  for (let i = first.index; i <= end; i++) {
    const t = tokens[i]!;
    if (t.kind === 'punctuation' && !/^[-’'.]$/.test(t.text) || AUX.test(t.word.folded) || /^(?:that|who|which|he|she|it|they|and|but|to|will|not|be)$/.test(t.word.folded)) return undefined;
    if (t.word.shape === 'lower' && posOf(document, t) === 'VERB' && !/(?:ing|ed)$/.test(t.word.folded)) return undefined;
  }
  const subject = document.slice(first.index, end);
  return {kind: 'subject', first: verb, last: tokens[end]!, proposals: [`${subject} ${document.slice(verb.index, day.index)}`], confidence: 0.8, note: 'With a day behind it the verb does not come before its subject.'};
}
