/** "Some 900 files would have been stolen": the conditional of what is not confirmed, French *aurait*, Italian *sarebbe stato*. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, pastOf} from '../../src/document/verbs.ts';
import {wordAt} from '../../src/evidence/clause.ts';
import type {Report} from '../../src/rule/rule.ts';

const ADVERB = /^(?:also|already|then|thus|even|first|later|recently|reportedly|allegedly|only|just)$/;
/** Who or what a condition is told by, anywhere in the sentence. */
const CONDITION = /^(?:if|unless|otherwise|without|had|were|could|might|should|wish|wished|whether|until|before|imagine|imagined|suppose|supposed|hypothetically|theoretically|ideally|normally|ordinarily|usually|rather|instead|expected|expect|thought|think|believed|believe|assumed|hoped|feared|predicted|promised|said|never|not|hardly|no|nobody|nothing|neither|nor|than|anyone|anybody|anything|ever|enough|perhaps|maybe|probably|likely|surely|certainly|clearly|how|what|why|when|that|but|proposal|proposed|plan|planned|bill|scenario|amendment|motion|measure|measures|legislation|deal|blocked|rejected|vetoed|failed|because)$/;
/** What rumour tells of somebody, with a passive or without. */
const EVENTS = /^(?:fled|escaped|stolen|arrested|detained|killed|injured|wounded|shot|stabbed|attacked|threatened|insulted|confessed|admitted|declared|affirmed|ordered|asked|refused|demanded|transferred|participated|committed|fired|contacted|used|emerged|leaked|hacked|disclosed|revealed|sold|bought|paid|received|transmitted|sent|signed|met|spoken|told|informed|warned|fallen|died|disappeared|left|entered|crossed|opened|exploded|collapsed|occurred|happened|begun|started|broken|hit|struck|beaten|tortured|raped|kidnapped|abducted|poisoned|murdered|executed|hidden|found|discovered|recruited|trained|financed|funded|embezzled|laundered|falsified|forged|bribed|negotiated|targeted|destroyed|damaged|burned|torched|recorded|filmed|intercepted|identified|located|mentioned|expressed|claimed|announced|studied|taken|worked|lived|visited|travelled|traveled|collected|earned|pocketed|invested|spent|deceived|lied|manipulated|summoned|questioned|released|deported|extradited|expelled|suspended|dismissed|hospitalised|hospitalized|operated|infected|contaminated|deployed|launched|downed|ambushed|surrendered|captured|seized|confiscated|lobbied|benefited|profited)$/;

/** Reports a "would" that stands outside of quotations. */
export function hearsay(document: Document, would: Token, put: (found: Report) => void): void {
  const {tokens, sentences} = document;
  const {sentence, index} = would;
  const {first, last} = sentences[sentence]!;
  const subject = document.before(would);
  if (would.word.shape !== 'lower' || subject?.sentence !== sentence || wordAt(document, index + 1, sentence) !== 'have' || tokens[last]!.text === '?') return;
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

/** Whether a condition, a doubt or somebody's thought stands in the sentence, or a condition at the end of the one before. */
function conditional({tokens, sentences}: Document, first: number, last: number, would: Token, verb: Token): boolean {
  for (let k = first; k <= last && k - first < 60; k++) {
    const t = tokens[k]!;
    if (k >= would.index && k <= verb.index) continue;
    const w = t.word.folded;
    // What was declared or asked is told behind the verb.
    if (k > verb.index && /^(?:that|said|what|how|when|but|not|because|never|had|no|should|could|before|until|likely|were|than|deal|plan|bill|measure|measures|nothing|might|proposal|planned|proposed)$/.test(w) && !(w === 'but' && tokens[k + 1]?.word.folded === 'for')) continue;
    if (CONDITION.test(w)) return true;
  }
  const back = sentences[tokens[first]!.sentence - 1];
  if (!back) return false;
  // Rumours come together: another "would have" is no condition.
  for (let k = back.first; k <= back.last; k++) if (/^(?:if|otherwise|without|unless|had|could|should|plan|planned|bill|proposal|proposed)$/.test(tokens[k]!.word.folded) || tokens[k]!.word.folded === 'would' && tokens[k + 1]?.word.folded !== 'have') return true;
  return false;
}

function plural(subject: Token): boolean {
  const w = subject.word.folded;
  return w === 'they' || /^(?:people|police|men|women|children)$/.test(w) || subject.word.shape === 'lower' && /[^sui]s$/.test(w);
}
