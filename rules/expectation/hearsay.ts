/** "Some 900 files would have been stolen", "the suspect would be on the run": the conditional of what is not confirmed, French *aurait* and *serait*, Italian *sarebbe*. */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, pastOf} from '../../src/document/verbs.ts';
import {wordAt} from '../../src/evidence/clause.ts';
import type {Report} from '../../src/rule/rule.ts';

const ADVERB = /^(?:also|already|then|thus|even|first|later|recently|reportedly|allegedly|only|just)$/;
/** Who or what a condition is told by, anywhere in the sentence. */
const CONDITION = /^(?:if|unless|otherwise|without|had|were|could|might|should|wish|wished|whether|until|before|imagine|imagined|suppose|supposed|hypothetically|theoretically|ideally|normally|ordinarily|usually|rather|instead|expected|expect|thought|think|believed|believe|assumed|hoped|feared|predicted|promised|said|never|not|hardly|no|nobody|nothing|neither|nor|than|anyone|anybody|anything|ever|enough|perhaps|maybe|probably|likely|surely|certainly|clearly|how|what|why|when|that|but|proposal|proposed|plan|planned|bill|scenario|amendment|motion|measure|measures|legislation|deal|blocked|rejected|vetoed|failed|because)$/;
/** What rumour tells of somebody, with a passive or without. */
const EVENTS = /^(?:fled|escaped|stolen|arrested|detained|killed|injured|wounded|shot|stabbed|attacked|threatened|insulted|confessed|admitted|declared|affirmed|ordered|asked|refused|demanded|transferred|participated|committed|fired|contacted|used|emerged|leaked|hacked|disclosed|revealed|sold|bought|paid|received|transmitted|sent|signed|met|spoken|told|informed|warned|fallen|died|disappeared|left|entered|crossed|opened|exploded|collapsed|occurred|happened|begun|started|broken|hit|struck|beaten|tortured|raped|kidnapped|abducted|poisoned|murdered|executed|hidden|found|discovered|recruited|trained|financed|funded|embezzled|laundered|falsified|forged|bribed|negotiated|targeted|destroyed|damaged|burned|torched|recorded|filmed|intercepted|identified|located|mentioned|expressed|claimed|announced|studied|taken|worked|lived|visited|travelled|traveled|collected|earned|pocketed|invested|spent|deceived|lied|manipulated|summoned|questioned|released|deported|extradited|expelled|suspended|dismissed|hospitalised|hospitalized|operated|infected|contaminated|deployed|launched|downed|ambushed|surrendered|captured|seized|confiscated|lobbied|benefited|profited)$/;

/** What somebody or something is now, and not only once something else has happened. */
const STATE = /^(?:dead|missing|unaccounted|hospitalised|hospitalized|detained|imprisoned|jailed|injured|wounded|unharmed|homeless|wanted|pregnant|aged|already|currently|still|behind|responsible for|involved in|implicated in|linked to|connected to|affiliated (?:with|to)|due to|close to|native of|originally from|on the run|in flight|in a coma|in (?:talks|contact|possession|discussions?|negotiations|custody|conflict|hiding)|under (?:the influence|arrest|investigation|pressure from)|at the origin|around|about|approximately|nearly|more than|less than|over|at least|an? (?:former|member|relative|native|repeat|follower|supporter)|an ex|members of|former|the (?:only|author|owner|cause|origin|mastermind|brain|perpetrator|victim|son|brother|father|cousin|nephew|wife|husband|work of))(?= |$)/;
/** Of these only, or where a source is named. */
const SURE = /^(?:dead|missing|hospitalised|hospitalized|wanted|on the run|in flight|aged|under the influence|originally from|native of|at the origin|already|currently|still)(?= |$)/;
/** Those of whom police and press tell. */
const SUBJECTS = /^(?:suspects?|assailants?|attackers?|gunm[ae]n|perpetrators?|authors?|drivers?|victims?|toll|balance|thieves|thief|robbers?|traffickers?|hostages?|people|persons?|civilians|soldiers|residents|inhabitants|children|fugitives?|murderer|killer|aggressors?|bodies|houses|homes|buildings|who|which)$/;
/** What is only said to come. */
const AHEAD = /^(?:next|tomorrow|soon|future|eventually|later|once|then|begin|enough|able|required|needed|necessary|forced|allowed|used|made|taken|given|where|as)$/;

/** Reports a "would" that stands outside of quotations. */
export function hearsay(document: Document, would: Token, put: (found: Report) => void): void {
  const {tokens, sentences} = document;
  const {sentence, index} = would;
  const {first, last} = sentences[sentence]!;
  const subject = document.before(would);
  if (would.word.shape !== 'lower' || subject?.sentence !== sentence || tokens[last]!.text === '?') return;
  if (wordAt(document, index + 1, sentence) === 'be') return state(document, would, subject, put);
  if (wordAt(document, index + 1, sentence) !== 'have') return;
  let at = index + 2;
  while (ADVERB.test(wordAt(document, at, sentence) ?? '')) at++;
  const been = wordAt(document, at, sentence) === 'been';
  const verb = tokens[been ? at + 1 : at];
  if (verb?.sentence !== sentence || verb.kind !== 'word' || verb.word.shape !== 'lower' || !EVENTS.test(verb.word.folded) || baseOfParticiple(verb.word.folded) === undefined) return;
  if (subject.kind === 'word' && /^(?:i|we|you|it|this|one|that|and|or)$/.test(subject.word.folded)) return;
  if (conditional(document, first, last, would, verb)) return;
  const base = baseOfParticiple(verb.word.folded)!;
  const many = plural(subject);
  const proposals = been ? [`${many ? 'were' : 'was'} reportedly`, `${many ? 'are' : 'is'} said to have been`] : [];
  if (been) put({start: would.start, end: tokens[at]!.end, proposals, confidence: 0.5, note: 'What is not confirmed “reportedly” happened; “would have” needs a condition.'});
  else put({start: would.start, end: tokens[index + 1]!.end, proposals: [{start: would.start, end: verb.end, text: `reportedly ${pastOf(base) === verb.word.folded ? verb.text : pastOf(base)}`}, {start: would.start, end: tokens[index + 1]!.end, text: `${many ? 'are' : 'is'} said to have`}], confidence: 0.5, note: 'What is not confirmed “reportedly” happened; “would have” needs a condition.'});
}

/** "The suspect would be on the run, according to the police". */
function state(document: Document, would: Token, subject: Token, put: (found: Report) => void): void {
  const {tokens, sentences} = document;
  const {sentence, index} = would;
  const {first, last} = sentences[sentence]!;
  if (subject.kind !== 'word' || /^(?:i|we|you|it|this|one|that|there|and|or|what)$/.test(subject.word.folded)) return;
  const behind = Array.from({length: 3}, (_, k) => tokens[index + 2 + k]?.kind === 'number' ? '0' : wordAt(document, index + 2 + k, sentence) ?? '').join(' ');
  const counted = /^(?:0|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|several)(?: people| persons)? (?:dead|injured|wounded|missing|killed)(?= |$)/.test(behind);
  if (!counted && !STATE.test(behind)) return;
  let source = false;
  for (let k = first; k <= last; k++) {
    const w = tokens[k]!.word.folded;
    if (k > index && AHEAD.test(w)) return;
    if (k > index && w === 'since' && (tokens[k + 1]?.kind === 'number' || DAYS.has(tokens[k + 1]?.word.folded ?? '') || MONTHS.has(tokens[k + 1]?.word.folded ?? ''))) source = true;
    if (w === 'according' && wordAt(document, k + 1, sentence) === 'to') source = !/^(?:plan|plans|bill|proposal|law|rules|agreement|schedule|deal|draft|project|calculations?|forecasts?|estimates?)$/.test(wordAt(document, k + 3, sentence) ?? '');
  }
  const sure = counted || SURE.test(behind);
  if (!(sure && (source || SUBJECTS.test(subject.word.folded))) && !source) return;
  if (conditional(document, first, last, would, tokens[index + 1]!)) return;
  const be = plural(subject) ? 'are' : 'is';
  put({start: would.start, end: tokens[index + 1]!.end, proposals: [`${be} reportedly`, `${be} said to be`], confidence: source ? 0.5 : 0.45, note: 'What is not confirmed “reportedly” is so; “would be” needs a condition.'});
}

/** Whether a condition, a doubt or somebody's thought stands in the sentence, or a condition at the end of the one before. */
function conditional({tokens, sentences}: Document, first: number, last: number, would: Token, verb: Token): boolean {
  for (let k = first; k <= last && k - first < 60; k++) {
    const t = tokens[k]!;
    if (k >= would.index && k <= verb.index) continue;
    const w = t.word.folded;
    // What was declared or asked is told behind the verb.
    if (k > verb.index && /^(?:that|said|what|how|when|but|not|because|never|had|no|should|could|before|until|likely|were|than|deal|plan|bill|measure|measures|nothing|might|proposal|planned|proposed)$/.test(w) && !(w === 'but' && tokens[k + 1]?.word.folded === 'for')) continue;
    // "The paper writes that he would have signed": who reports a condition does so in the past.
    if (w === 'that' && /^(?:reports|writes|indicates|reveals|affirms|specifies|announces|assures)$/.test(tokens[k - 1]?.word.folded ?? '')) continue;
    if (CONDITION.test(w)) return true;
  }
  const back = sentences[tokens[first]!.sentence - 1];
  if (!back) return false;
  // Rumours come together: another "would have" is no condition.
  for (let k = back.first; k <= back.last; k++) if (/^(?:if|otherwise|without|unless|had|could|should|plan|planned|bill|proposal|proposed)$/.test(tokens[k]!.word.folded) || tokens[k]!.word.folded === 'would' && !/^(?:have|be)$/.test(tokens[k + 1]?.word.folded ?? '')) return true;
  return false;
}

function plural(subject: Token): boolean {
  const w = subject.word.folded;
  return w === 'they' || /^(?:people|police|men|women|children)$/.test(w) || subject.word.shape === 'lower' && /[^sui]s$/.test(w);
}
