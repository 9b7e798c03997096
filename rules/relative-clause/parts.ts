/** Parts of a whole and what is somebody's, joined without "of which" and "whose": "the cracks, the worst of them measured four inches", "an inquiry which result is unknown", "a deputy who vote may decide", "the price, what few can afford". */
import type {Document} from '../../src/document/document.ts';
import {CONJUNCTIONS, PREPOSITIONS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast} from '../../src/document/verbs.ts';
import {finite, wordAt} from '../../src/evidence/clause.ts';
import {countNoun, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Joint} from './joints.ts';

const PART = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|most|many|some|several|all|none|half|both|few|each|majority|dozens|hundreds|thousands)$|^[a-z]{3,}est$|^worst$/;
const AUX = /^(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|may|must)$/;
/** Before these a question is told: "asked which result". */
const ASKED = /^(?:question|questions|issue|matter|idea|about|of|on|over|decision|doubt|clue|sign|case|choice|information)$/;

/** ", the worst of them measured four inches", asked at "them". */
export function ofThem(document: Document, them: Token, person: (noun: Token) => boolean): Joint | undefined {
  const {tokens, sentences} = document;
  const {sentence, index} = them;
  const {first} = sentences[sentence]!;
  if (wordAt(document, index - 1, sentence) !== 'of') return undefined;
  const part = tokens[index - 2];
  if (part?.sentence !== sentence || !(part.kind === 'number' || PART.test(part.word.folded))) return undefined;
  let start = part.index;
  while (start > first && /^(?:the|a|about|around|nearly|almost|vast|only|at|least)$/.test(tokens[start - 1]!.word.folded)) start--;
  if (tokens[start - 1]?.text !== ',') return undefined;
  let v = index + 1;
  if (/^(?:also|already|still|now|only|even|never|always|[a-z]+ly)$/.test(wordAt(document, v, sentence) ?? '')) v++;
  const verb = tokens[v];
  if (verb?.sentence !== sentence || !finite(document, verb)) return undefined;
  const sure = AUX.test(verb.word.folded);
  // "most of them killed in the attack" has no verb: a past with an object is one.
  if (!sure && (baseOfPast(verb.word.folded) !== undefined ? !/^(?:the|a|an|his|her|its|their|him|them)$/.test(wordAt(document, v + 1, sentence) ?? '') && tokens[v + 1]?.kind !== 'number' && !/^(?:two|three|four|five|six|seven|eight|nine|ten)$/.test(wordAt(document, v + 1, sentence) ?? '') : true)) return undefined;
  // A clause of its own stands before, and begins the sentence or what is quoted.
  let open = start - 2;
  let verbBefore = false;
  let noun: Token | undefined;
  for (; open >= first && start - open < 40; open--) {
    const t = tokens[open]!;
    if (/^[“"”;:—–]$/.test(t.text)) break;
    if (finite(document, t)) verbBefore = true;
    if (!noun && t.kind === 'word' && posOf(document, t) === 'NOUN') noun = t;
  }
  const opener = tokens[open + 1];
  if (!verbBefore || !noun || !opener || start - open >= 40 || CONJUNCTIONS.has(opener.word.folded) && !/^(?:and|but|yet|so)$/.test(opener.word.folded) || PREPOSITIONS.has(opener.word.folded) || opener.word.folded.endsWith('ing')) return undefined;
  for (let k = open + 1; k < start - 1; k++) if (/^(?:if|when|while|although|because|as|though|whether|since|unless|until)$/.test(tokens[k]!.word.folded)) return undefined;
  return {kind: 'person', first: them, last: them, proposals: person(noun) ? ['whom', 'which'] : ['which', 'whom'], confidence: sure ? 0.6 : 0.5, note: 'A second clause behind a comma is joined with “which” or “whom”.'};
}

/** "an inquiry which result is unknown", "a deputy who vote may decide": asked at "which" and "who". */
export function bareOwned(document: Document, token: Token): Joint | undefined {
  const {tokens} = document;
  const {sentence, index} = token;
  const owner = document.before(token);
  const [thing, verb] = [tokens[index + 1], tokens[index + 2]];
  const noun = owner?.text === ',' ? document.before(owner) : owner;
  if (noun?.kind !== 'word' || noun.sentence !== sentence || thing?.kind !== 'word' || thing.sentence !== sentence || thing.word.shape !== 'lower' || verb?.sentence !== sentence || !AUX.test(verb.word.folded)) return undefined;
  if (ASKED.test(noun.word.folded) || posOf(document, noun) !== 'NOUN' && noun.word.shape !== 'capital' || countNoun(thing) === undefined || posOf(document, thing) !== 'NOUN' || tokens[document.sentences[sentence]!.last]!.text === '?') return undefined;
  // "those who wish may leave", "workers who strike may be fired": of many, the bare noun is a verb.
  if (pluralNoun(noun) || /^(?:those|these|they|we|you|all|many|some|most|few|others|people)$/.test(noun.word.folded)) return undefined;
  // "told the court which road was closed"
  for (let k = index - 1; k > index - 7 && tokens[k]?.sentence === sentence; k--) if (/^(?:tell|told|tells|ask|asks|asked|show|shows|showed|teach|taught|inform|informed|see|know|knew|decide|decided|check)$/.test(tokens[k]!.word.folded)) return undefined;
  return {kind: 'whose', first: token, last: token, proposals: ['whose'], confidence: 0.64, note: 'Before a bare noun English says “whose”.'};
}

/** "costs 900 euros, what few can afford", asked at "what". */
export function whatFew(document: Document, what: Token): Joint | undefined {
  const {tokens} = document;
  const {sentence, index} = what;
  if (tokens[index - 1]?.text !== ',' || tokens[index - 1]!.sentence !== sentence || tokens[document.sentences[sentence]!.last]!.text === '?') return undefined;
  let k = index + 1;
  if (/^(?:only|very|not)$/.test(wordAt(document, k, sentence) ?? '')) k++;
  const w = wordAt(document, k, sentence) ?? '';
  const one = /^(?:few|nobody|many|most|everybody|everyone|critics|experts)$/.test(w) && /^(?:can|could|will|would|had|have|has|expected|wanted|believed|knew|noticed|liked|understood|understand)$/.test(wordAt(document, k + 1, sentence) ?? '');
  const led = k === index + 1 && /^(?:means|meant|makes|made|led|allowed|allows|caused|causes|explains|shows|showed|surprised|forced|proves|corresponds|increased|complicates|complicated|angered|worried|pleased|represents)$/.test(w) && tokens[index - 2]?.kind === 'word';
  if (!one && !led) return undefined;
  if (led) {
    // "He knows, what caused it": the main clause ends before the comma.
    const {first} = document.sentences[sentence]!;
    let verb = false;
    for (let n = index - 2; n >= first; n--) {
      const t = tokens[n]!;
      if (/^(?:know|knows|knew|ask|asked|asks|say|said|explain|explained|understand|see|saw|tell|told|wonder|show|describe|described)$/.test(t.word.folded)) return undefined;
      if (finite(document, t)) verb = true;
    }
    if (!verb) return undefined;
  }
  return {kind: 'pronoun', first: what, last: what, proposals: ['which'], confidence: 0.6, note: 'A clause about the whole sentence begins with “which”.'};
}
