/** A second "not" some words behind what denies already: "No official statement was not made", "nor the names have not been", "Not all promises have not been kept", "cannot help but not". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, isInfinitive} from '../../src/document/verbs.ts';
import type {Denial} from './clause.ts';
import {neighboursOf} from './denied-already.ts';
import {deniedBehind, deniedVerb, HELPER} from './denied-verb.ts';

type Put = (found: Denial) => void;
const TWICE = 'two negations cancel each other.';

/** "No official statement was not made", "Neither of the two parties has not", "Not all the promises have not been kept", "nor the names of the witnesses have not been": the verb of a subject that denies. */
export function deniedSubject(document: Document, token: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const next = document.after(token);
  if (next?.kind !== 'word' || next.sentence !== token.sentence) return false;
  const w = token.word.folded;
  const opens = document.opensSentence(token) || w === 'nor';
  const subject = w === 'no' ? next.word.shape === 'lower' : w === 'neither' ? next.word.folded === 'of' : w === 'not' ? /^(?:all|every|everyone|everybody|one|a)$/.test(next.word.folded) : w === 'nor';
  if (!opens || !subject || w === 'nor' && HELPER.test(next.word.folded)) return false;
  const {last} = sentences[token.sentence]!;
  const found = deniedBehind(document, next.index + (w === 'nor' ? 1 : 0), 9);
  if (!found) return ownDoubled(document, token, last, put);
  // "No country is not affected" says that all are; of what was done or is there that is hardly meant.
  const sure = w !== 'no' || tokens[found.aux.index - 1]!.index > next.index;
  put({kind: 'doubled', start: found.aux.start, end: found.verb.end, proposals: [found.affirmed], confidence: sure ? 0.56 : 0.4, note: `“${token.text}” denies already: ${TWICE}`});
  return true;
}

/** "Neither of the two parties has not a majority" */
function ownDoubled({tokens}: Document, token: Token, last: number, put: Put): boolean {
  if (token.word.folded !== 'neither') return false;
  for (let k = token.index + 2; k < Math.min(token.index + 9, last); k++) {
    if (tokens[k]!.kind !== 'word') return false;
    if (!HELPER.test(tokens[k]!.word.folded) || tokens[k + 1]!.word.folded !== 'not') continue;
    put({kind: 'doubled', start: tokens[k + 1]!.start, end: tokens[k + 2]!.start, proposals: [''], confidence: 0.56, note: `“${token.text}” denies already: ${TWICE}`});
    return true;
  }
  return false;
}

/** At a "not": "could not help but not applaud", "was not able to not reach", "longer than is not expected", "has not more money", "not is a war", "almost not rained". */
export function strayNot(document: Document, not: Token, put: Put): boolean {
  const {tokens} = document;
  const beside = neighboursOf(document, not, put);
  if (!beside) return false;
  const {before, next, drop} = beside;
  const b = before.word.folded;
  const n = next.word.folded;
  const lead = document.before(before);
  if (b === 'but' && lead?.word.folded === 'help') return drop(0.72, '“Cannot help but” denies already.');
  if (b === 'to' && isInfinitive(n) && /^(?:able|possible|manage)$/.test(lead?.word.folded ?? '') && document.before(lead!)?.word.folded === 'not') return drop(0.6, `“Not ${lead!.text}” denies already: ${TWICE}`);
  if (/^(?:is|was)$/.test(b) && lead?.word.folded === 'than' && /^(?:expected|planned|thought|needed|usual|usually|believed|allowed|necessary|known|assumed)$/.test(n)) return drop(0.7, 'English does not negate behind “than”.');
  // "He hardly did not speak"
  const denied = /^(?:hardly|barely|scarcely)$/.test(lead?.word.folded ?? '') ? deniedVerb(document, before) : undefined;
  if (denied) {
    put({kind: 'doubled', start: denied.aux.start, end: denied.verb.end, proposals: [denied.affirmed], confidence: 0.6, note: `“${lead!.text}” denies already: ${TWICE}`});
    return true;
  }
  // "has not more money"
  if (/^(?:has|have|had)$/.test(b) && n === 'more') {
    const noun = tokens[next.index + 1];
    if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || /^(?:than|to|or|of|in|and)$/.test(noun.word.folded)) return false;
    for (let k = noun.index; k < noun.index + 6; k++) if (tokens[k]?.word.folded === 'than' && tokens[k]!.sentence === not.sentence) return false;
    put({kind: 'doubled', start: not.start, end: next.end, proposals: ['no more', 'no longer'], confidence: 0.62, note: 'What has ended is no longer there.'});
    return true;
  }
  // "This is not is", "The team not has won": the verb that helps stands before its "not".
  if (/^(?:is|was|are|were|has|will|can)$/.test(n) && !HELPER.test(b) && !/^(?:to|if|or|and|but|why|so|certainly|what|who|which)$/.test(b) && before.word.shape === 'lower' && (/^(?:it|he|she|they|this|that|there|we)$/.test(b) || /^(?:the|this|his|her|its|their)$/.test(lead?.word.folded ?? ''))) {
    put({kind: 'doubled', start: not.start, end: next.end, proposals: [n === 'can' ? 'cannot' : `${next.text} not`], confidence: 0.6, note: '“Not” stands behind the verb that helps.'});
    return true;
  }
  if (/^(?:is|was|are|were)$/.test(b) && n === b) {
    put({kind: 'doubled', start: not.start, end: next.end, proposals: [not.text], confidence: 0.7, note: 'The verb stands here twice.'});
    return true;
  }
  // "almost not rained", "practically not used"
  if (/^(?:almost|practically|virtually|nearly)$/.test(b) && (baseOfPast(n) !== undefined && baseOfPast(n) !== n || baseOfParticiple(n) !== undefined && /(?:ed|en)$/.test(n))) {
    put({kind: 'doubled', start: before.start, end: not.end, proposals: ['hardly', 'barely'], confidence: 0.62, note: 'What hardly happens is said without “not”.'});
    return true;
  }
  return false;
}

/** "to avoid that nobody gets hurt", "did not find none of them", "don't know nothing" */
export function deniedBefore(document: Document, no: Token, put: Put): boolean {
  const before = document.before(no);
  const lead = before && document.before(before);
  const w = no.word.folded;
  const note = `English negates once: ${TWICE}`;
  const any = w === 'none' ? 'any' : w === 'nobody' ? 'anybody' : 'anything';
  if (before?.word.folded === 'that' && lead && /^(?:avoid|prevent)(?:s|ed|ing)?$/.test(lead.word.folded)) {
    put({kind: 'doubled', start: no.start, end: no.end, proposals: w === 'nobody' ? ['anybody', 'anyone'] : [any], confidence: 0.66, note: `“${lead.text}” denies already: ${TWICE}`});
    return true;
  }
  const helper = w === 'none' && lead?.word.folded === 'not' ? document.before(lead) : undefined;
  const found = helper && HELPER.test(helper.word.folded) && !/^(?:be|is|are|was|were|of|that)$/.test(before!.word.folded);
  const known = w === 'nothing' && before && /^(?:know|say|want|need|mean)$/.test(before.word.folded) && lead !== undefined && (/^(?:don['’]t|doesn['’]t|didn['’]t)$/.test(lead.word.folded) || lead.word.folded === 'not' && /^(?:do|does|did)$/.test(document.before(lead)?.word.folded ?? '')) && !/^(?:but|if|less|more)$/.test(document.after(no)?.word.folded ?? '');
  if (!found && !known) return false;
  put({kind: 'doubled', start: no.start, end: no.end, proposals: [any], confidence: 0.6, note});
  return true;
}

/** "The ministry confirmed nor denied": two verbs of which "nor" joins the second. */
export function verbsNor(document: Document, nor: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const first = document.before(nor);
  const second = document.after(nor);
  if (first?.kind !== 'word' || second?.kind !== 'word' || !baseOfPast(first.word.folded) || !baseOfPast(second.word.folded) || first.word.folded === baseOfPast(first.word.folded)) return false;
  for (let k = sentences[nor.sentence]!.first; k < first.index; k++) if (/^(?:not|no|never|neither|nobody|without|none|cannot)$|n['’]t$/.test(tokens[k]!.word.folded)) return false;
  put({kind: 'lost', start: first.start, end: nor.end, proposals: [`neither ${first.text} nor`], confidence: 0.72, note: 'The first of two that “nor” joins has “neither”.'});
  return true;
}
