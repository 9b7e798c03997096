/** Verbs in a form that the word before does not take: "will launching", "became hit by a car", "was broken out", "before sign the deal". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfIng, baseOfParticiple, ingOf, isInfinitive, participleOf, pastOf} from '../../src/document/verbs.ts';
import {MODALS, wordAt} from '../../src/evidence/clause.ts';
import {nounish} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;

const ADVERB = /^(?:not|also|only|even|still|soon|then|again|already|never|now|[a-z]{3,}ly)$/;
/** What happens to somebody: German *wurde*, Dutch *werd* came back as "became". */
const SUFFERED = /^(?:killed|injured|wounded|hit|shot|arrested|detained|attacked|fired|sold|destroyed|stolen|sent|found|caught|beaten|robbed|stabbed|struck|invited|asked|appointed|rescued|evacuated|closed|opened|built|cancelled|canceled|postponed|sentenced|convicted|acquitted|extradited|deported|expelled|suspended|replaced|captured|murdered|buried|kidnapped|interviewed|questioned|examined|fined|released|transferred|informed|notified|warned|published|announced|signed|adopted|rejected|approved)$/;
/** Verbs of an event and the particle with which they have no object: "was broken out". */
const PHRASAL: Readonly<Record<string, RegExp>> = {broken: /^(?:out)$/, come: /^(?:back|up|in|out)$/, grown: /^up$/, gone: /^(?:up|down)$/, fallen: /^(?:asleep|down|apart)$/, burst: /^out$/, passed: /^away$/, died: /^(?:out)$/, flared: /^up$/, returned: /^(?:home|to)$/};
const BEFORE_ING = /^(?:of|by|without|for|before|after|about|from|in|despite)$/;
/** -ing forms that are nouns, prepositions or adjectives as often. */
const NO_VERB = /^(?:following|including|according|pending|beginning|during|regarding|concerning|excluding|ending|anything|something|nothing|everything|evening|morning|spring|king|wing|being|building|meeting|training|funding|spending|hearing|housing|farming|mining|banking|fishing|shipping|shopping|swimming|boxing|racing|cycling|gambling|parking|smoking|drinking|testing|screening|bombing|shooting|killing|hunting|painting|engineering|marketing|manufacturing|advertising|broadcasting|publishing|processing|planning|trading|lending|betting|camping|skiing|sailing|rowing|wrestling|beijing|chongqing|nanjing|reading|sterling|boeing|living|existing|leading|outstanding|interesting|working|writing|counselling|counseling|recycling|flooding|pricing|hiring|drilling|breeding|licensing|outsourcing|dancing|singing|acting|filming|surfing|running|climbing|hiking|binding|wearing)$/;

/** Whether one of these is looked for at a form (lower case). */
export const mayHelp = (folded: string): boolean => MODALS.has(folded) || /^becom(?:e|es|ing)$|^became$/.test(folded) || Object.hasOwn(PHRASAL, folded) || BEFORE_ING.test(folded);

export function helped(document: Document, token: Token, complement: Put, modal: Put, auxiliary: Put): void {
  const w = token.word.folded;
  if (MODALS.has(w)) modalIng(document, token, modal);
  else if (BEFORE_ING.test(w)) prepositionBase(document, token, complement);
  else if (Object.hasOwn(PHRASAL, w)) phrasal(document, token, auxiliary);
  else became(document, token, auxiliary);
}

/** "The company will launching a phone", "they can not quickly leaving" */
function modalIng(document: Document, modal: Token, put: Put): void {
  const {tokens} = document;
  const {sentence} = modal;
  if (modal.word.shape !== 'lower') return;
  let at = modal.index + 1;
  while (at < modal.index + 3 && ADVERB.test(wordAt(document, at, sentence) ?? '')) at++;
  const verb = tokens[at];
  if (verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower' || !verb.word.folded.endsWith('ing') || NO_VERB.test(verb.word.folded)) return;
  const base = baseOfIng(verb.word.folded);
  const subject = document.before(modal);
  if (!base || isInfinitive(verb.word.folded) || subject?.kind !== 'word' || /^(?:the|a|his|her|their|its|my|our|your|no|this|free|good|in|of|last|strong|political|late|early|from|since|and|or)$/.test(subject.word.folded) || /^(?:may|might|must|can)$/.test(modal.word.folded) && !/^(?:he|she|it|they|we|i|you|who|which|that|people|[a-z]+s)$/.test(subject.word.folded)) return;
  if (posOf(document, verb) !== 'VERB' || posOf(document, modal) !== 'AUX') return;
  const adverbs = at > modal.index + 1 ? `${document.slice(modal.index + 1, at - 1)} ` : '';
  put({start: modal.start, end: verb.end, proposals: [`${modal.text} ${adverbs}${base}`, `${modal.text} ${adverbs}be ${verb.text}`], confidence: 0.72, note: `\`${modal.text}\` takes the verb without an ending.`});
}

/** "without know the result", "spoke of sell the house" */
function prepositionBase(document: Document, preposition: Token, put: Put): void {
  const {tokens} = document;
  const verb = document.after(preposition);
  const object = verb && tokens[verb.index + 1];
  if (verb?.kind !== 'word' || verb.word.shape !== 'lower' || !verb.spaced || !isInfinitive(verb.word.folded) || /(?:ed|ing|s|ly)$/.test(verb.word.folded) || baseOfParticiple(verb.word.folded)) return;
  if (!object || object.sentence !== preposition.sentence || !/^(?:the|a|an|his|her|its|their|this|that|these|those|him|them|it|us|me)$/.test(object.word.folded)) return;
  if (nounish(verb.word.folded) > -40 || posOf(document, verb) !== 'VERB' || /^(?:be|have|do|get|go|make|let|come|live|lead|open|clear|free|own|lie|come|become|overcome|run|set|put|hit|cut|split|shut)$/.test(verb.word.folded) && !/^(?:make|get|have|do|become|overcome|lead|put)$/.test(verb.word.folded)) return;
  // "for make the grade"; "of do it yourself", "by let it be": sayings and titles have capitals or marks.
  if (tokens[verb.index + 1]?.text === '-' || preposition.word.shape !== 'lower' && !document.opensSentence(preposition)) return;
  const purpose = preposition.word.folded === 'for';
  put({start: purpose ? preposition.start : verb.start, end: verb.end, proposals: purpose ? [`to ${verb.text}`, `${preposition.text} ${ingOf(verb.word.folded)}`] : [ingOf(verb.word.folded)], confidence: 0.68, note: `Behind \`${preposition.text}\` English has the -ing form.`});
}

/** "A fire was broken out", "is passed away" */
function phrasal(document: Document, participle: Token, put: Put): void {
  const be = document.before(participle);
  const particle = wordAt(document, participle.index + 1, participle.sentence) ?? '';
  const w = participle.word.folded;
  if (!be || !/^(?:is|are|was|were)$/.test(be.word.folded) || !PHRASAL[w]!.test(particle) || w === 'returned' && particle !== 'home' || w === 'gone' && !/^(?:was|were)$/.test(be.word.folded)) return;
  const base = baseOfParticiple(w)!;
  const past = /^w/.test(be.word.folded);
  // "was gone down the drain", "is grown up": states.
  const state = /^(?:grown|fallen)$/.test(w) && !/^(?:asleep)$/.test(particle);
  put({start: be.start, end: participle.end, proposals: past ? [pastOf(base), `had ${participleOf(base)}`] : [pastOf(base), `${be.word.folded === 'is' ? 'has' : 'have'} ${participleOf(base)}`], confidence: state ? 0.3 : 0.7, note: `\`${base} ${particle}\` has no passive.`});
}

/** "He became hit by a car": what is done to somebody is said with "be". */
function became(document: Document, token: Token, put: Put): void {
  const done = document.after(token);
  const w = token.word.folded;
  if (done?.kind !== 'word' || !SUFFERED.test(done.word.folded) || w === 'become' && !/^(?:will|would|can|could|may|might|must|should|to)$/.test(document.before(token)?.word.folded ?? '')) return;
  const behind = document.tokens[done.index + 1];
  // "could become injured" is said.
  if (w === 'become' && behind?.word.folded !== 'by') return;
  if (behind?.sentence === token.sentence && behind.kind === 'word' && !/^(?:by|in|on|at|during|after|when|while|and|last|yesterday|to|for|from|near|because|before|as)$/.test(behind.word.folded)) return;
  put({start: token.start, end: token.end, proposals: [w === 'became' ? 'was' : w === 'becomes' ? 'is' : w === 'becoming' ? 'being' : 'be'], confidence: /^(?:closed|published|announced)$/.test(done.word.folded) ? 0.5 : 0.68, note: 'What is done to somebody or something is said with “be”.'});
}
