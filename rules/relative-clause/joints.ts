/** Clauses joined with the wrong word, told by what stands right before and behind it: "the man whom had called", "the only which survived", "all that what he said". */
import type {Document} from '../../src/document/document.ts';
import {DETERMINERS, PREPOSITIONS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, baseOfThird} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';

/** A stretch of tokens in place of which something else joins the clause. */
export interface Joint {
  readonly kind: 'pronoun' | 'whose' | 'doubled' | 'person';
  readonly first: Token;
  readonly last: Token;
  readonly proposals: readonly string[];
  readonly confidence: number;
  readonly note: string;
}

const AUX = /^(?:has|have|had|was|were|is|are|will|would|could|can|did|does)$/;
const HOW_MANY = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|half|most|several|dozens|hundreds)$/;
/** What somebody or something has one of: ", which party lost". */
const HAD = /^(?:party|wife|husband|son|daughter|mother|father|brother|sister|house|home|name|car|body|family|lawyer|career|team|owner|author|leader|capital|population|mandate|government|wedding|death|goal|health)$/;

const isVerb = (document: Document, t: Token | undefined, sentence: number): boolean => t?.kind === 'word' && t.sentence === sentence && t.word.shape === 'lower' && (AUX.test(t.word.folded) || (baseOfPast(t.word.folded) ?? (t.word.folded.endsWith('s') ? baseOfThird(t.word.folded) : undefined)) !== undefined && posOf(document, t) === 'VERB');

/** Asked at who, whom, which and what; `human` says whether a noun names a person. */
export function wrongJoint(document: Document, token: Token, human: (noun: Token) => boolean): Joint | undefined {
  const {tokens, sentences} = document;
  const {sentence} = token;
  const w = token.word.folded;
  const before = document.before(token);
  const next = document.after(token);
  if (!before || !next || next.sentence !== sentence) return undefined;
  const {first} = sentences[sentence]!;
  const b = before.word.folded;
  const back = tokens[before.index - 1];
  const n = next.word.folded;
  // "a woman who her mother died"
  if (w === 'who' && /^(?:his|her|their)$/.test(n) && before.kind === 'word' && human(before) && tokens[next.index + 1]?.word.shape === 'lower' && isVerb(document, tokens[next.index + 2], sentence) && !/^(?:ask|asks|asked|know|knows|told|say|says|said)$/.test(back?.word.folded ?? '')) return {kind: 'whose', first: token, last: next, proposals: ['whose'], confidence: 0.62, note: '“Whose” stands in place of the possessive.'};
  // "the man of who the car was stolen", "the woman, of whom the son died"
  if ((w === 'who' || w === 'whom') && b === 'of' && n === 'the' && back && (w === 'who' ? human(back) : back.text === ',' && human(tokens[back.index - 1]!)) && isVerb(document, tokens[next.index + 2], sentence)) return {kind: 'whose', first: before, last: next, proposals: ['whose'], confidence: 0.6, note: 'Before what somebody has English says “whose”.'};
  // "the only one what can help"
  if (w === 'what' && b === 'one' && /^(?:only|first|last|the)$/.test(back?.word.folded ?? '') && isVerb(document, next, sentence)) return {kind: 'pronoun', first: token, last: token, proposals: ['who', 'that'], confidence: 0.72, note: 'A clause about the word before it begins with that, which or who.'};
  // "The book what I read was good"
  if (w === 'what' && before.kind === 'word' && before.word.shape === 'lower' && /^(?:i|he|she|they|we)$/.test(n) && document.opensSentence(tokens[first]!) && back?.index === first && /^(?:the|this|that)$/.test(back.word.folded) && isVerb(document, tokens[next.index + 1], sentence)) {
    for (let k = next.index + 2; k < next.index + 9 && tokens[k]?.sentence === sentence; k++) if (/^(?:is|was|has|had|will|were|are)$/.test(tokens[k]!.word.folded)) return {kind: 'pronoun', first: token, last: token, proposals: ['that', 'which'], confidence: 0.55, note: 'A clause about the noun before it begins with that, which or who.'};
  }
  // "ten of us, from which two died"
  if ((w === 'which' || w === 'whom' || w === 'who') && b === 'from' && back?.text === ',' && (HOW_MANY.test(next.word.folded) || next.kind === 'number' && !/^(?:1[89]|20)\d\d$/.test(next.text))) {
    let many = false;
    for (let k = back.index - 1; k >= first && back.index - k < 6; k--) many ||= tokens[k]!.kind === 'number' || HOW_MANY.test(tokens[k]!.word.folded) || /^(?:us|them|people)$/.test(tokens[k]!.word.folded);
    if (!many) return undefined;
    return {kind: 'person', first: before, last: token, proposals: w === 'which' && !human(tokens[back.index - 1]!) && !/^(?:us|them|people)$/.test(tokens[back.index - 1]!.word.folded) ? ['of which', 'of whom'] : ['of whom'], confidence: 0.66, note: 'A part is a part of the whole.'};
  }
  if (w === 'whom') {
    if (PREPOSITIONS.has(b) || !isVerb(document, next, sentence) || next.word.folded === 'did') return undefined;
    return {kind: 'pronoun', first: token, last: token, proposals: ['who'], confidence: AUX.test(next.word.folded) ? 0.72 : 0.5, note: 'The subject of its clause is “who”.'};
  }
  // "the only which survived"
  if ((w === 'which' || w === 'who' || w === 'what') && /^(?:only|first|last)$/.test(b) && back?.word.folded === 'the' && isVerb(document, next, sentence)) {
    if (b !== 'only' && w === 'who') return undefined;
    return {kind: 'pronoun', first: token, last: token, proposals: w === 'who' ? ['one who', 'person who'] : ['one that', 'one who'], confidence: 0.7, note: 'English needs a noun, or “one”, here.'};
  }
  // "all that what he said", "That what he said is wrong"
  if (w === 'what' && b === 'that') {
    const all = /^(?:all|everything|nothing|anything|something)$/.test(back?.word.folded ?? '');
    if (!all && !(before.index === first && before.word.shape === 'capital' && /^(?:he|she|they|we|i|it|you|is|was|happened|happens)$/.test(next.word.folded))) return undefined;
    return {kind: 'doubled', first: before, last: token, proposals: all ? ['that'] : ['What'], confidence: 0.7, note: 'One of the two words joins the clause.'};
  }
  // "The minister, which party lost"
  if (w === 'which' && before.text === ',' && HAD.test(next.word.folded) && next.word.shape === 'lower' && isVerb(document, tokens[next.index + 1], sentence)) return {kind: 'whose', first: token, last: token, proposals: ['whose'], confidence: 0.62, note: 'Before a bare noun English says “whose”.'};
  // "The man which lives there"
  if (w === 'which' && before.kind === 'word' && before.word.shape === 'lower' && human(before) && before.word.folded !== 'people' && (isVerb(document, next, sentence) || baseOfThird(n) !== undefined && /^(?:in|at|there|here|on|for|with|near)$/.test(tokens[next.index + 1]?.word.folded ?? ''))) {
    let k = before.index - 1;
    while (k > first && before.index - k < 4 && tokens[k]!.kind === 'word' && !DETERMINERS.has(tokens[k]!.word.folded)) k--;
    if (!/^(?:the|a|an|this|that|every|each|his|her|another)$/.test(tokens[k]!.word.folded) || PREPOSITIONS.has(tokens[k - 1]?.word.folded ?? '') && tokens[k - 1]!.word.folded !== 'to' || posOf(document, before) !== 'NOUN') return undefined;
    return {kind: 'person', first: token, last: token, proposals: ['who'], confidence: 0.6, note: 'A person is “who”.'};
  }
  return undefined;
}

/** "the way how he did it", asked at "how"; "the company for that he works", asked at "that". */
export function overloaded(document: Document, token: Token): Joint | undefined {
  const {tokens} = document;
  const {sentence} = token;
  const before = document.before(token);
  const next = document.after(token);
  const back = before && tokens[before.index - 1];
  if (before?.kind !== 'word' || !next || next.sentence !== sentence || !back || back.sentence !== sentence) return undefined;
  if (token.word.folded === 'how') return before.word.folded === 'way' && /^(?:the|this)$/.test(back.word.folded) ? {kind: 'doubled', first: before, last: token, proposals: ['way', 'way in which'], confidence: 0.72, note: '“Way” needs no word that joins the clause.'} : undefined;
  if (!/^(?:for|with|from|on|by|about|at)$/.test(before.word.folded) || back.kind !== 'word' || back.word.shape !== 'lower' || !/^(?:he|she|they|we)$/.test(next.word.folded) || !isVerb(document, tokens[next.index + 1], sentence) || posOf(document, back) !== 'NOUN') return undefined;
  const lead = tokens[back.index - 1];
  if (!/^(?:the|a|an|his|her|this|their)$/.test(lead?.word.folded ?? '')) return undefined;
  return {kind: 'pronoun', first: token, last: token, proposals: ['which'], confidence: 0.5, note: 'Behind a preposition a thing is “which”.'};
}

/** "Who wants to travel must pay.": whoever it is. */
export function whoever(document: Document, who: Token): Joint | undefined {
  const {tokens, sentences} = document;
  const {sentence} = who;
  const {first, last} = sentences[sentence]!;
  const verb = document.after(who);
  if (who.index !== first || who.text !== 'Who' || tokens[last]!.text !== '.' || last - first < 5 || document.isTitle(sentence)) return undefined;
  if (verb?.kind !== 'word' || !/^(?:wants|has|does|is|lives|comes|goes|works|buys|sells|needs|violates|breaks|drives|owns|refuses|seeks|pays|knows|wishes|arrives|enters|visits|travels|loses|wins|votes|expects|hopes|intends|thinks|believes)$/.test(verb.word.folded)) return undefined;
  for (let k = verb.index + 2; k < Math.min(last, first + 22); k++) {
    const t = tokens[k]!;
    if (/^[?“”";:]$/.test(t.text)) return undefined;
    if (/^(?:must|should|can|will|may|risks|receives|pays|faces|needs)$/.test(t.word.folded) && !/^(?:who|that|which|he|she|it|they)$/.test(tokens[k - 1]!.word.folded)) return {kind: 'pronoun', first: who, last: who, proposals: ['Anyone who', 'Whoever'], confidence: 0.62, note: 'Whoever it is that does so is meant.'};
  }
  return undefined;
}
