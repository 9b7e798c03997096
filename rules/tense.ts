import type {Document} from '../src/document/document.ts';
import {DAYS, MONTHS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, ingOf, isInfinitive, participleOf, pastOf, thirdOf} from '../src/document/verbs.ts';
import {BE, wordAt} from '../src/evidence/clause.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {latestPastYear, pastDateAt, SPANS, YEAR} from '../src/evidence/past-date.ts';
import {posOf} from '../src/evidence/pos.ts';
import {pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';
import {firstTime, hasYesterday, isBorn, overSpan} from './tense/first-time.ts';
import {isBeen} from './tense/is-been.ts';
import {checkClause, checkJoined} from './tense/joined.ts';
import {agoPresent, ifAndWould, knownWill, openedByLength, pastSince, whenWas} from './tense/times.ts';

const ADVERBS = /^(?:not|also|already|never|just|only|recently|now|then|still|even|first|finally|officially|publicly|reportedly|since)$/;
const STATIVE_BREAK = /^(?:that|who|which|whose|since|because|after|before|when|while|although|if|as|than|and|but|or|until|where|said|says|told|scheduled|expected|planned|due|set|to)$/;
const MODAL_PAST = new Set('went came took made gave said saw knew began became left found told held brought wrote stood lost paid met led spoke sent built kept fell rose grew won drove chose ate flew bought sold taught understood thought sought fought caught'.split(' '));
/** Past forms that stand behind "will", the noun, or are another verb's infinitive. */
const NO_MODAL_PAST = /^(?:found|left|saw|fell|felt|read|cut|put|set|let|hit|cost|need|bed|feed|led|ground|wound|bound|sought|rose|lay)$/;

export default defineRule({
  id: 'tense',
  summary: 'A tense that does not go with the time named in the sentence',
  why: `French, German and Italian tell past events in a compound tense and what still goes on in the present: \`has been composed between 1909 and 1911\`, \`maps the region since 2017\`. Chinese verbs have no tense, so a past report comes out in the present (\`Last year the firm sells\`).

Silent where a clause or a comma lies between verb and time, where the time may belong to a noun or lie ahead, and on *since* that means *because*.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    'past-date': 'The perfect beside a time that is over',
    'since-and-for': 'A verb in the present or past beside since or for',
    present: 'The present in a sentence about a time that is over',
    future: 'The future behind if, when and the like',
    modal: 'A verb with an ending behind will or would',
    joined: 'Another tense than that of the verb to which it belongs',
  },
  examples: {
    bad: [
      {text: 'Since I was a child I know the way. On Tuesday the defendant admits the theft. The union has denounced this Wednesday the plan.', flagged: ['know', 'admits', 'has denounced'], fixed: 'Since I was a child I have known the way. On Tuesday the defendant admitted the theft. The union denounced this Wednesday the plan.', mt: 'yes'},
      {text: 'The opera has been written in 1897, and the singers have met on Monday.', flagged: ['has been', 'have met'], fixed: 'The opera was written in 1897, and the singers met on Monday.', mt: 'yes'},
      {text: 'Ever since the factory closed, she sells bread. The neighbour is teasing them since he was a boy. The dispute goes on since then.', flagged: ['sells', 'is teasing', 'goes'], fixed: 'Ever since the factory closed, she has been selling bread. The neighbour has been teasing them since he was a boy. The dispute has been going on since then.', mt: 'yes'},
      {text: 'The nurses do not get a bonus since August. The farmers there oppose the dam since 2011. The town depends on tourism since the 1980s. He played the organ since he was 7. The tram is gathering dust in a hall ever since. Since twelve years I drive here.', flagged: ['do not get', 'oppose', 'depends', 'played', 'is gathering', 'drive'], fixed: 'The nurses have not got a bonus since August. The farmers there have been opposing the dam since 2011. The town has been depending on tourism since the 1980s. He had played the organ since he was 7. The tram has been gathering dust in a hall ever since. Since twelve years I have been driving here.', mt: 'yes'},
      {text: 'The club, which three years ago sells its ground, is poor. When I was nine, the teachers don’t let me play. It is the first time in her life that she wins. If they had known how cold it will be, they would have stayed. If a deal would not be found, the state could help. It would help if people worked at night and would buy pumps.', flagged: ['sells', 'don’t', 'wins', 'will', 'would not be', 'would buy'], fixed: 'The club, which three years ago sold its ground, is poor. When I was nine, the teachers didn’t let me play. It is the first time in her life that she has won. If they had known how cold it would be, they would have stayed. If a deal is not found, the state could help. It would help if people worked at night and bought pumps.', mt: 'yes'},
      {text: 'The institute studies the lake since 2009.', flagged: ['studies'], fixed: 'The institute has been studying the lake since 2009.', mt: 'yes'},
      {text: 'Last year the firm sells only nine boats.', flagged: ['sells'], fixed: 'Last year the firm sold only nine boats.', mt: 'yes'},
      {text: 'On Monday, the minister has announced a new law. If the talks will fail, he resigns.', flagged: ['has announced', 'will fail'], fixed: 'On Monday, the minister announced a new law. If the talks fail, he resigns.', mt: 'yes'},
      {text: 'She is living in Rome since 1990.', flagged: ['is living'], fixed: 'She has been living in Rome since 1990.'},
      {text: 'I am an engineer for 35 years, and there is no cinema here since 2004.', flagged: ['am', 'is'], fixed: 'I have been an engineer for 35 years, and there has been no cinema here since 2004.', mt: 'yes'},
      {text: 'They have permits since May. Families receive letters since a week. It not wins here since 2018.', flagged: ['have', 'receive', 'not wins'], fixed: 'They have had permits since May. Families have been receiving letters since a week. It has not won here since 2018.', mt: 'yes'},
      {text: 'At first they have hidden it. A spare that was lying there since 1977 was used.', flagged: ['have hidden', 'was lying'], fixed: 'At first they hid it. A spare that had been lying there since 1977 was used.', mt: 'yes'},
      {text: 'She is in office since 2021. The firm has moved on Monday to Rome. “We live here for thirty years,” she said. He is working on it for months.', flagged: ['is', 'has moved', 'live', 'is working'], fixed: 'She has been in office since 2021. The firm moved on Monday to Rome. “We have been living here for thirty years,” she said. He has been working on it for months.', mt: 'yes'},
      {text: 'In 1989 the young physicist will spend the evening at home. Two years later she will enter politics.', flagged: ['will spend', 'will enter'], fixed: 'In 1989 the young physicist spent the evening at home. Two years later she entered politics.', mt: 'yes'},
      {text: 'Her father is dead in 2015.', flagged: ['is dead'], fixed: 'Her father died in 2015.', mt: 'yes'},
      {text: 'If the government would fall, there will be elections. “Families receive letters since a week,” he said.', flagged: ['would fall', 'receive'], fixed: 'If the government falls, there will be elections. “Families have been receiving letters since a week,” he said.', mt: 'yes'},
      {text: 'He works already ten years in the ministry.', flagged: ['works already ten years'], fixed: 'He has been working for ten years in the ministry.', mt: 'yes'},
      {text: 'The council warned of cuts if the rain will not come before January.', flagged: ['will not come'], fixed: 'The council warned of cuts if the rain does not come before January.', mt: 'yes'},
      {text: 'The storm tore off roofs and leaves the village without power. He won the race and has taken over the lead. They were found after they have spent two nights there. He travelled to Rome, where he meets the king.', flagged: ['leaves', 'has taken', 'have spent', 'meets'], fixed: 'The storm tore off roofs and left the village without power. He won the race and took over the lead. They were found after they had spent two nights there. He travelled to Rome, where he met the king.', mt: 'yes'},
      {text: 'As soon as the snow will melt, the road reopens. The group makes tyres since 2011.', flagged: ['will melt', 'makes'], fixed: 'As soon as the snow melts, the road reopens. The group has been making tyres since 2011.', mt: 'yes'},
      {text: 'They will went home; he has died yesterday.', flagged: ['went', 'has died'], fixed: 'They will go home; he died yesterday.', mt: 'yes'},
      {text: 'She has left the hall when the votes were counted. They have lost the game in the second half and have met again the next day. The driver has fled at around 8 p.m. on foot. He is mayor since 2016, and his brother is dead in an accident.', flagged: ['has left', 'have lost', 'have met', 'has fled', 'is', 'is dead'], fixed: 'She left the hall when the votes were counted. They lost the game in the second half and met again the next day. The driver fled at around 8 p.m. on foot. He has been mayor since 2016, and his brother died in an accident.', mt: 'yes'},
      {text: 'It is the first time that the club loses at home. He has yesterday visited the camp.', flagged: ['loses', 'has yesterday visited'], fixed: 'It is the first time that the club has lost at home. He visited the camp.', mt: 'yes'},
      {text: 'She is born in 1950. He has been mayor from 2000 to 2008, and he is waiting for two hours already.', flagged: ['is', 'has been', 'is'], fixed: 'She was born in 1950. He was mayor from 2000 to 2008, and he has been waiting for two hours already.', mt: 'yes'},
    ],
    good: [
      'The first time a run was made, it rained.',
      {text: 'It is the first time that he has lost. The first time that he loses he will cry. He has been mayor from the first day.', mt: 'yes'},
      {text: 'It has asked when the rain was due, and she has known when he was wrong. Until then the shops will stay.', mt: 'yes'},
      {text: 'It has grown since the war in 1945, and it has been open since last year.', mt: 'yes'},
      {text: 'Since the roof leaks, she is moving out. It is the first loss since he took over, and since then he has been calm. He leaves, since the train was late.', mt: 'yes'},
      {text: 'This is the first goal since 2017, and it remains the best since May.', mt: 'yes'},
      {text: 'Last year sales rose; last week officials said it works.', mt: 'yes'},
      {text: 'They have called an election to be held on Monday.', mt: 'yes'},
      {text: 'Since 2015, when it opened, he lives there, since it is cheap.', mt: 'yes'},
      {text: 'The centenary of the battle, fought in 1916, will be marked on Friday. In 2030 the plant will close. The man who won in 2019 will run again.', mt: 'yes'},
      {text: 'They work for years without pay that nobody counts. She is in her best form since 2019. They have agreed on Monday to Thursday as days.', mt: 'yes'},
      {text: 'He has played since he was a boy, and she did not play since it rained. When he was asked, he does not know why. If he could, he would come and would stay. Three days ago sales rose. For ten years we lived there.', mt: 'yes'},
      {text: 'He would like to know if the rain will come. She asked if the bus will stop, and it is unclear if they will not.', mt: 'yes'},
      {text: 'He left the army and runs a shop. She moved to Rome and has lived there since. It was closed when inspectors came, and it has made it the best since 2011. He said where he meets her.', mt: 'yes'},
      {text: 'The will left in 1950 names nobody; he has a book published in 1950.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const as = (kind: 'past-date' | 'since-and-for' | 'present' | 'future' | 'modal' | 'joined'): Put => (found) => report({...found, kind});
    const pastDate = as('past-date');
    const sinceAndFor = as('since-and-for');
    const present = as('present');
    const future = as('future');
    const modal = as('modal');
    const joined = as('joined');
    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || token.word.shape === 'upper') continue;
      const w = token.word.folded;
      if (CLAUSES.test(w)) checkClause(document, token, joined);
      if ((w === 'since' || w === 'for') && document.opensSentence(token)) openedByLength(document, token, sinceAndFor);
      if (w === 'has' || w === 'have') {
        checkPerfect(document, token, pastDate);
        hasYesterday(document, token, pastDate);
      } else if (w === 'time') firstTime(document, token, present);
      else if (w === 'born') isBorn(document, token, pastDate);
      else if (w === 'been') isBeen(document, token, present);
      else if (w === 'from') overSpan(document, token, pastDate, present);
      else if (w === 'since') {
        checkSince(document, token, sinceAndFor);
        pastSince(document, token, sinceAndFor);
        checkSinceThen(document, token, sinceAndFor);
      } else if (w === 'for') checkLength(document, token, sinceAndFor);
      else if (w === 'will' || w === 'would') {
        checkModal(document, token, modal);
        if (w === 'will') {
          checkPastFuture(document, token, future);
          knownWill(document, token, future);
        } else ifAndWould(document, token, future);
      }
      else if (w === 'ago') agoPresent(document, token, present);
      else if (w === 'and' || w === 'but') checkJoined(document, token, joined);
      else if (w === 'dead') checkDead(document, token, pastDate);
      else if (w === 'already') {
        checkAlready(document, token, sinceAndFor);
        overSpan(document, token, pastDate, present);
      }
      else if (w === 'that') checkOrdinal(document, token, present);
      else if (OPENERS.has(w) && document.opensSentence(token)) {
        checkBackThen(document, token, pastDate);
        if (w === 'in') checkOpening(document, token, present, pastDate);
      } else if (w === 'last' || w === 'yesterday' || w === 'in' || w === 'on' || SPANS.test(w) || DAYS.has(w)) checkOpening(document, token, present, pastDate);
      else if (w === 'as' ? tokens[token.index - 1]?.word.folded === 'soon' && tokens[token.index - 2]?.word.folded === 'as' : w === 'if' || w === 'when' || w === 'unless' || w === 'until' || w === 'once') {
        checkFuture(document, token, future);
        if (w === 'when' && document.opensSentence(token)) whenWas(document, token, present);
      }
    }
  },
});

/** What a clause of time or place begins with. */
const CLAUSES = /^(?:after|before|when|until|where|once|because)$/;

type Put = (r: Report) => void;

/** "In 1989, the young physicist will spend the evening there; she will enter politics one year later": the future of French, Italian and Spanish lives told in the past. */
function checkPastFuture(document: Document, will: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = will;
  const {first, last} = document.sentences[sentence]!;
  const subject = document.before(will);
  let at = will.index + 1;
  const not = wordAt(document, at, sentence) === 'not' ? tokens[at++] : undefined;
  const verb = tokens[at];
  if (will.word.shape !== 'lower' || subject?.kind !== 'word' || verb?.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower' || !isInfinitive(verb.word.folded) || document.isTitle(sentence) || tokens[last]!.text === '?') return;
  // A year that is over, in this sentence or the one before it; and nothing that lies ahead.
  let past = false;
  let later = false;
  const from = document.sentences[Math.max(0, sentence - 1)]!.first;
  for (let k = first; k <= last && k - first < 60; k++) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind === 'number' && /^(?:1[5-9]\d\d|20[01]\d|202[0-9]|20[3-9]\d)$/.test(t.text)) {
      if (Number(t.text) >= latestPastYear(document)) return;
      // "in 1989", "The 1999 law" says nothing of when.
      if (/^(?:in|of|since|until|by|from|after)$/.test(tokens[k - 1]?.word.folded ?? '') && k < will.index && /^(?:in)$/.test(tokens[k - 1]!.word.folded)) past = true;
    } else if (/^(?:tomorrow|today|next|now|this)$/.test(w) || w === 'who' && k < will.index || w === 'which' && k < will.index) return;
    else if (w === 'later' && /^(?:years?|months?|weeks?|days?|decades?)$/.test(tokens[k - 1]?.word.folded ?? '')) later = true;
  }
  if (!past && later) for (let k = from; k < first; k++) {
    const t = tokens[k]!;
    if (t.kind === 'number' && /^(?:1[5-9]\d\d|20[01]\d)$/.test(t.text) && tokens[k - 1]?.word.folded === 'in') past = true;
  }
  if (!past) return;
  // "When he died in 1999 few thought it will last": the year must stand in the clause, or before its comma.
  for (let k = will.index - 1; k > first; k--) if (/^(?:that|said|says|believe|think|hope|expect)$/.test(tokens[k]!.word.folded)) return;
  const v = verb.word.folded;
  const many = /^(?:they|we|you)$/.test(subject.word.folded) || pluralNoun(subject) !== undefined;
  const right = v === 'be' ? (many ? 'were' : 'was') : pastOf(v);
  report({start: will.start, end: verb.end, proposals: not ? [v === 'be' ? `${right} not` : `did not ${v}`] : [right, `would ${v}`], confidence: 0.42, note: 'What was over in that year stands in the past.'});
}

/** The past of a verb of which a participle is given: "travelled" stays as it is spelt. */
const simplePast = (base: string, participle: string) => (pastOf(base) === participleOf(base) ? participle : pastOf(base));

function checkPerfect(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const before = document.before(token);
  if (before && /^(?:to|will|would|could|may|might|must|should|can|not|which|that)$/.test(before.word.folded)) return;
  // ", who has left Washington on Wednesday"
  const relative = before?.word.folded === 'who';
  if (relative && document.before(before!)?.text !== ',') return;
  let at = token.index + 1;
  const adverb = ADVERBS.test(wordAt(document, at, sentence) ?? '') ? tokens[at++] : undefined;
  if (adverb && /^(?:not|never|since|already|now|still|only|just)$/.test(adverb.text)) return;
  const first = wordAt(document, at, sentence);
  if (first === undefined) return;
  let end = at;
  let right: string;
  if (first === 'been') {
    const participle = wordAt(document, at + 1, sentence);
    if (participle === undefined || !baseOfParticiple(participle) || /^(?:scheduled|postponed|set|planned|called|delayed|moved|expected|due)$/.test(participle)) return;
    right = token.text === 'has' ? 'was' : 'were';
    end = at + 1;
  } else {
    const base = baseOfParticiple(first);
    if (!base || first.length < 3) return;
    right = simplePast(base, first);
  }
  for (let k = end + 1; k <= end + 9; k++) {
    const date = pastDateAt(document, k, sentence);
    if (date) {
      const follow = tokens[k + date.length];
      const distance = k - end - 1;
      if (follow && follow.sentence === sentence && (follow.text === '-' || follow.text.endsWith("'s") || follow.text.endsWith('’s') || (/^(?:until|through|or)$/.test(follow.text) || follow.text === 'to' && (document.tokens[follow.index + 1]?.kind === 'number' || DAYS.has(wordAt(document, follow.index + 1, sentence) ?? '') || isInfinitive(wordAt(document, follow.index + 1, sentence) ?? '') && !date.sure && (distance > 0 || FIXED.test(first))) || follow.text === 'and' && /^(?:\d.*|the|since|again|[a-z]+day)$/.test(wordAt(document, follow.index + 1, sentence) ?? '')) && wordAt(document, k, sentence) !== 'between')) return;
      if (tokens[k + date.length - 1]!.word.folded.endsWith("'s")) return;
      if (first !== 'been' && posOf(document, tokens[at]!) !== 'VERB') return;
      // An object or place between them: the date may belong to it.
      let raw = distance === 0 ? 0.72 : distance <= 2 ? 0.5 : 0.35;
      if (!date.sure) raw -= distance === 0 ? 0.15 : 0.1;
      if (relative) raw = Math.min(raw, 0.5);
      report({start: token.start, end: tokens[at]!.end, proposals: [adverb ? `${first === 'been' ? `${right} ${adverb.text}` : `${adverb.text} ${right}`}` : right], confidence: raw, note: 'With a time that is over, English has the simple past.'});
      return;
    }
    const t = tokens[k];
    if (!t || t.sentence !== sentence || t.kind !== 'word') return;
    if (t.word.folded === 'when' && first !== 'been' && !/^(?:asked|wondered|known|said|seen|told|decided|heard|happened|forgotten|remembered|learned|learnt|revealed|announced|worked|always|questioned|stated)$/.test(first) && whenItWas(document, k)) {
      if (posOf(document, tokens[at]!) === 'VERB') report({start: token.start, end: tokens[at]!.end, proposals: [adverb ? `${adverb.text} ${right}` : right], confidence: k - end < 5 ? 0.55 : 0.42, note: 'With a time that is over, English has the simple past.'});
      return;
    }
    if (STATIVE_BREAK.test(t.word.folded) || t.word.folded.endsWith('ing') || (t.word.folded.endsWith('ed') && k > end + 1)) return;
  }
}

/** What is arranged for a day: "have agreed on Monday to Thursday". */
const FIXED = /^(?:agreed|settled|decided|called|insisted|counted|planned|been|voted)$/;

/** Whether a clause with its verb in the past begins at a "when": "when he learned of it". */
function whenItWas(document: Document, when: number): boolean {
  const {tokens} = document;
  const {sentence} = tokens[when]!;
  for (let k = when + 2; k < when + 6; k++) {
    const w = wordAt(document, k, sentence);
    if (w === undefined || /^(?:is|are|has|have|will|can|that|which|who|and)$/.test(w)) return false;
    if (/^(?:was|were|had|did)$/.test(w)) return true;
    if (baseOfPast(w) !== undefined && baseOfPast(w) !== w && posOf(document, tokens[k]!) === 'VERB') return true;
  }
  return false;
}

/** "He is dead in 2015", "was dead on Monday": Russian and French say with one word that somebody died and that he is dead. */
function checkDead(document: Document, token: Token, report: Put): void {
  const be = document.before(token);
  const prep = document.after(token);
  const when = prep && document.after(prep);
  // "is dead in an accident", "is dead from his injuries": how one died.
  if (be && /^(?:is|are)$/.test(be.word.folded) && prep && when && (/^(?:in|after|following)$/.test(prep.text) && /^an?$/.test(when.text) && /^(?:accident|crash|collision|attack|explosion|fire|fall|shooting|hospital|car|traffic|road|plane|motorcycle|train|helicopter|bombing|ambush|blast|duel|clash)$/.test(wordAt(document, when.index + 1, token.sentence) ?? '') || prep.text === 'from' && /^(?:his|her|their)$/.test(when.text))) {
    report({start: be.start, end: token.end, proposals: ['died'], confidence: 0.66, note: 'Who is dead has died; how goes with “died”.'});
    return;
  }
  if (!be || !/^(?:is|are|was|were)$/.test(be.word.folded) || !prep || !when || !(prep.text === 'in' && (YEAR.test(when.text) || MONTHS.has(when.word.folded)) || prep.text === 'on' && DAYS.has(when.word.folded))) return;
  report({start: be.start, end: token.end, proposals: ['died'], confidence: 0.7, note: 'Who is dead has died; a time goes with “died”.'});
}

/** "He works already ten years in the ministry", "is already two years in prison": Russian *uzhe*, German *schon*. */
function checkAlready(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence, index} = token;
  const many = tokens[index + 1];
  const span = wordAt(document, index + 2, sentence);
  if (many?.sentence !== sentence || !(many.kind === 'number' && /^\d{1,2}$/.test(many.text) || /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several|many)$/.test(many.word.folded)) || !/^(?:years|months|weeks|days|decades)$/.test(span ?? '')) return;
  if (/^(?:ago|old|later|earlier|late|before|behind|ahead|into|away|longer|more)$/.test(wordAt(document, index + 3, sentence) ?? '')) return;
  const verb = document.before(token);
  const subject = verb && document.before(verb);
  if (verb?.kind !== 'word' || verb.word.shape !== 'lower' || !subject || subject.kind !== 'word') return;
  const w = verb.word.folded;
  const base = w === 'is' || w === 'are' ? 'be' : baseOfThird(w);
  if (!base || base !== 'be' && posOf(document, verb) !== 'VERB') return;
  const have = w === 'are' ? 'have' : 'has';
  const put = base === 'be' || /^(?:know|own|belong|want|need|hold|be|have)$/.test(base) ? `${have} ${participleOf(base)}` : `${have} been ${ingOf(base)}`;
  report({start: verb.start, end: tokens[index + 2]!.end, proposals: [`${put} for ${document.slice(index + 1, index + 2)}`], confidence: 0.6, note: 'What began then and still goes on stands in the perfect.'});
}

/** Behind a form in -s these show that it is a verb and no plural. */
const OBJECT = /^(?:the|a|an|his|her|its|their|this|our)$/;

/** What something goes on from, behind "since the". */
const BEGUN = /^(?:(?:1[5-9]|20)\d0s|morning|beginning|start|outbreak|outset|summer|winter|spring|autumn)$/;

/** Words that make "since" the measure of a record: "the highest since 2008". */
const RECORD = /^(?:first|only|best|worst|more|most|fewer|less|up|down|ever|no|never|not|lowest|highest|largest|biggest|record|time|\d.*|rise|fall|increase|drop|level|has|have|had|been|was|were|did|said|says|will|would|could|may|might|who|which|that|whose|where|than|ago|long)$|est$/;

function checkSince(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const next = tokens[token.index + 1];
  if (!next || next.sentence !== sentence) return;
  const n = next.word.folded;
  const length = n === 'a' || n === 'over' || n === 'almost' || n === 'nearly' || n === 'about' || n === 'more' || /^(?:two|three|four|five|six|seven|eight|nine|ten|many|several|\d{1,2})$/.test(n);
  const bareSpan = /^(?:years|months|weeks|days|hours|decades|centuries)$/.test(n);
  // "since I was a boy", "ever since the scandal broke": a clause in the past; "since then", "ever since".
  const ever = wordAt(document, token.index - 1, sentence) === 'ever';
  const sinceThen = n === 'then' || ever && (next.kind === 'punctuation') || pastClause(document, next, ever);
  if (sinceThen) openedBySince(document, token, report);
  const time = sinceThen || bareSpan || length && [2, 3, 4].some((k) => SPANS.test(wordAt(document, token.index + k, sentence) ?? '') && !/^(?:ago|before|earlier|of|or|and)$/.test(wordAt(document, token.index + k + 1, sentence) ?? '')) || YEAR.test(next.text) || MONTHS.has(n) || DAYS.has(n) || (n === 'last' && pastDateAt(document, token.index + 1, sentence) !== undefined) || n === 'yesterday' || n === 'childhood' || n === 'the' && BEGUN.test(tokens[token.index + 2]?.sentence === sentence ? tokens[token.index + 2]!.text : '') || SPANS.test(wordAt(document, token.index + 2, sentence) ?? '') && /^(?:two|three|four|five|six|seven|eight|nine|ten|many|several|\d+)$/.test(n) && !/^(?:ago|before|earlier)$/.test(wordAt(document, token.index + 3, sentence) ?? '');
  if (!time) return;
  let open = document.sentences[sentence]!.first;
  if (/^[“"]$/.test(tokens[open]!.text)) open++;
  let best = false;
  for (let k = token.index - 1; k >= Math.max(open, token.index - 30); k--) if (/^(?:first|second|third|only|most|last|record|[a-z]{3,}est)$/.test(wordAt(document, k, sentence) ?? '') && !(k === token.index - 1 && tokens[k]!.word.folded === 'last')) best = true;
  if (!best) for (let k = token.index - 1; k >= Math.max(open, token.index - 9); k--) {
    const t = tokens[k]!;
    if (t.kind === 'punctuation' && !/^[-–]$/.test(t.text) || /^(?:that|which|and|but|because|when|while|if|as|than|has|had)$/.test(t.word.folded) && t.word.folded !== 'has') break;
    if (checkState(document, t, token, open, report)) return;
  }
  for (let k = token.index - 1; k >= Math.max(open, token.index - 30); k--) if (/^(?:first|second|third|only|most|last|no|record|[a-z]{3,}est)$/.test(wordAt(document, k, sentence) ?? '')) return;
  for (let k = token.index - 1; k >= Math.max(open, token.index - 9); k--) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind === 'markup' || t.kind === 'number' || k === token.index - 1 && w === 'ever') continue;
    if (t.kind !== 'word' || RECORD.test(w) || (k < token.index - 1 && (w === 'and' || w === 'but'))) return;
    if (w === 'is' || w === 'are' || w === 'am') {
      const verb = wordAt(document, k + 1, sentence) ?? '';
      const been = w === 'is' ? 'has been' : 'have been';
      if (verb.endsWith('ing') && posOf(document, tokens[k + 1]!) === 'VERB') {
        report({start: t.start, end: tokens[k + 1]!.end, proposals: [`${been} ${tokens[k + 1]!.text}`], confidence: 0.86, note: 'What began then and still goes on stands in the perfect.'});
      } else if (token.index - k <= 3 && k < token.index - 1 && (baseOfParticiple(verb) || /^(?:closed|open|ill|missing|married|dead|empty|here|there)$/.test(verb))) {
        report({start: t.start, end: t.end, proposals: [been], confidence: 0.45, note: 'What began then and still goes on stands in the perfect.'});
      }
      return;
    }
    if (!t.spaced) continue;
    if (/^(?:works|lives|exists|leads|runs|employs|plays|belongs|serves|studies|teaches|owns|heads|knows|operates)$/.test(w) || (w.endsWith('s') && t.word.shape === 'lower' && k > open && baseOfThird(w) && (posOf(document, t) === 'VERB' || (!SPANS.test(w) && w !== 'times' && OBJECT.test(wordAt(document, k + 1, sentence) ?? ''))))) {
      const base = baseOfThird(w);
      if (!base || t.word.shape !== 'lower' || k === open || /^(?:that|which)$/.test(wordAt(document, k - 1, sentence) ?? '') && tokens[k - 2]?.text !== ',') return;
      if (/^(?:remain|stay|mark|show|mean|include|date|represent|come|rank|stand|become|seem|appear)$/.test(base) || base === 'make' && /^(?:it|this|that|him|her|them)$/.test(wordAt(document, k + 1, sentence) ?? '')) return;
      const state = /^(?:exist|own|belong|know|want|need|possess|contain|hold)$/.test(base);
      const proposals = [`has been ${ingOf(base)}`, `has ${participleOf(base)}`];
      report({start: t.start, end: t.end, proposals: state ? [proposals[1]!] : proposals, confidence: 0.6, note: 'What began then and still goes on stands in the perfect.'});
      return;
    }
    if ((w.endsWith('ed') || baseOfPast(w)) && !BE.has(wordAt(document, k - 1, sentence) ?? '') && posOf(document, t) !== 'NOUN') return;
  }
}

/** Whether a clause in the simple past begins at a token: "I was a boy", "the scandal broke", "he left". */
function pastClause(document: Document, first: Token, ever: boolean): boolean {
  if (!/^(?:i|he|she|it|we|they|the|his|her|its|their|my|our)$/.test(first.word.folded)) return false;
  for (let k = first.index + 1; k < first.index + 5; k++) {
    const t = document.tokens[k];
    if (t?.kind !== 'word' || t.sentence !== first.sentence) return false;
    const w = t.word.folded;
    if (w === 'was' || w === 'were') return ever || /^(?:a|an|born|young|small|little|\d+)$/.test(wordAt(document, k + 1, first.sentence) ?? '') || document.tokens[k + 1]?.kind === 'number';
    if (baseOfPast(w) !== undefined && baseOfPast(w) !== w && posOf(document, t) === 'VERB') return true;
  }
  return false;
}

/** "Since I was a child I know that", "Since she was young she plays": without a comma. */
function sinceChildhood(document: Document, since: Token, report: Put): void {
  const {tokens} = document;
  for (let k = since.index + 4; k < since.index + 8 && tokens[k + 1]?.sentence === since.sentence; k++) {
    const [subject, verb] = [tokens[k]!, tokens[k + 1]!];
    const w = verb.word.folded;
    const s = subject.word.folded;
    if (subject.kind !== 'word' || verb.kind !== 'word' || verb.word.shape !== 'lower' || !/^(?:i|he|she|they|we)$/.test(s) || s !== tokens[since.index + 1]!.word.folded) continue;
    const third = s === 'he' || s === 'she';
    const base = third ? baseOfThird(w) : isInfinitive(w) && baseOfPast(w) === undefined ? w : undefined;
    if (base && base !== 'be' && base !== 'have' && base !== 'do') report({start: verb.start, end: verb.end, proposals: /^(?:know|own|belong|want|need|love|believe|understand|like)$/.test(base) ? [`${third ? 'has' : 'have'} ${participleOf(base)}`] : [`${third ? 'has' : 'have'} ${participleOf(base)}`, `${third ? 'has' : 'have'} been ${ingOf(base)}`], confidence: 0.6, note: 'What began then and still goes on stands in the perfect.'});
    return;
  }
}

/** "Ever since the scandal broke, she sells": the main clause behind it, in the present. */
function openedBySince(document: Document, since: Token, report: Put): void {
  const {tokens} = document;
  const {first, last} = document.sentences[since.sentence]!;
  if (since.index > first + 2) return;
  let comma = since.index + 1;
  while (comma < last && comma < since.index + 14 && tokens[comma]!.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return sinceChildhood(document, since, report);
  for (let k = comma + 1; k < comma + 6 && k <= last; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return;
    const w = t.word.folded;
    const ing = /^(?:is|are)$/.test(w) ? tokens[k + 1] : undefined;
    if (ing?.word.folded.endsWith('ing') && posOf(document, ing) === 'VERB') {
      report({start: t.start, end: ing.end, proposals: [`${w === 'is' ? 'has' : 'have'} been ${ing.text}`], confidence: 0.66, note: 'What began then and still goes on stands in the perfect.'});
      return;
    }
    const base = k > comma + 1 && t.word.shape === 'lower' && w.endsWith('s') ? baseOfThird(w) : undefined;
    if (!base || base === 'be' || base === 'have' || /^(?:remain|stay|seem|mean|do|say|know)$/.test(base) || posOf(document, t) !== 'VERB') continue;
    report({start: t.start, end: t.end, proposals: [`has been ${ingOf(base)}`, `has ${participleOf(base)}`], confidence: 0.62, note: 'What began then and still goes on stands in the perfect.'});
    return;
  }
}

/** "there is no cinema since 2004", "we have permits since May", "families receive letters since a week", "was closed since 2019", "not wins since": what goes on, in the present or the simple past. */
/** Offices that one holds for a time. */
const TITLED = /^(?:president|chancellor|chairman|minister|mayor|leader|director|governor|coach|captain|ambassador|editor)$/;

function checkState(document: Document, t: Token, since: Token, open: number, report: Put): boolean {
  const {sentence} = since;
  const w = t.word.folded;
  if (t.kind !== 'word' || t.word.shape !== 'lower' && t.index !== open) return false;
  let before = document.before(t);
  // "The farmers there oppose it"
  if (before && !/^(?:is|are)$/.test(w) && /^(?:there|here|also|still|now)$/.test(before.word.folded)) before = document.before(before);
  const b = before?.word.folded ?? '';
  const note = 'What began then and still goes on stands in the perfect.';
  // "do not receive a salary since July"
  const does = b === 'not' ? document.before(before!) : before;
  if (does && (b === 'not' ? /^(?:do|does)$/.test(does.word.folded) : /^(?:don't|doesn't)$/.test(b)) && isInfinitive(w) && !/(?:s|ed|ing)$/.test(w)) {
    report({start: does.start, end: t.end, proposals: [`${/^does/.test(does.word.folded) ? 'has' : 'have'} not ${participleOf(w)}`], confidence: 0.62, note});
    return true;
  }
  const put = (last: Token, proposals: string[], confidence: number) => {
    report({start: t.start, end: last.end, proposals, confidence, note});
    return true;
  };
  if ((w === 'is' || w === 'are') && since.index - t.index > (TITLED.test(wordAt(document, t.index + 1, sentence) ?? '') ? 1 : 2) && /^(?:in|at|on|under|without|out|behind|head|president|chancellor|chairman|minister|mayor|leader|director|governor|coach|captain|ambassador|chief|editor|captain|deputy|member|closed|blocked|unemployed|homeless|vacant|empty)$/.test(wordAt(document, t.index + 1, sentence) ?? '') && !/^(?:its|their|his|her|a|an|line|addition|part|charge)$/.test(wordAt(document, t.index + 2, sentence) ?? '') && (before?.kind === 'word' || before?.text === ',') && b !== 'there') {
    for (let k = t.index + 1; k < since.index; k++) if (/(?:ed|en|ing)$/.test(wordAt(document, k, sentence) ?? '') && document.tokens[k]!.word.shape === 'lower') return false;
    return put(t, [w === 'is' ? 'has been' : 'have been'], 0.5);
  }
  // "the rebels, who attack ships in the Red Sea since November"
  if (b === 'who' && isInfinitive(w) && !/(?:s|ed|ing)$/.test(w) && baseOfPast(w) === undefined && pairCount('to', w) > 40 && !/^(?:remain|stay|be|do|have|come|become|run|put|set|cut|hit)$/.test(w) && posOf(document, t) === 'VERB') return put(t, /^(?:own|belong|know|want|need|hold)$/.test(w) ? [`have ${participleOf(w)}`] : [`have been ${ingOf(w)}`, `have ${participleOf(w)}`], 0.5);
  if ((w === 'is' || w === 'are') && b === 'there') return put(t, [w === 'is' ? 'has been' : 'have been'], 0.5);
  if (w === 'not' && before?.kind === 'word' && document.tokens[t.index + 1]?.word.shape === 'lower') {
    const verb = document.tokens[t.index + 1]!;
    const base = verb.word.folded.endsWith('s') ? baseOfThird(verb.word.folded) : undefined;
    if (base && verb.index < since.index && !/(?:is|has|was|does|'s)$/.test(b)) return put(verb, [`has not ${participleOf(base)}`, `had not ${participleOf(base)}`], 0.62);
  }
  if ((w === 'have' || w === 'has') && since.index - t.index > 1) {
    const object = document.tokens[t.index + 1]!;
    const o = object.word.folded;
    // "We have permits for it since May": no participle follows.
    if (/^(?:he|she|it|we|they|i|you|who)$/.test(b) && (/^(?:the|a|an|no|this|his|her|its|their|our|my|two|three|four|five|six|many|several|some)$/.test(o) || object.kind === 'number' || !baseOfParticiple(o) && object.word.shape === 'lower' && (pluralNoun(object) !== undefined || posOf(document, object) === 'NOUN'))) {
      for (let k = t.index + 1; k < since.index; k++) if (k > t.index + 1 && (baseOfParticiple(wordAt(document, k, sentence) ?? '') !== undefined || document.tokens[k]!.kind === 'punctuation')) return false;
      return put(t, [w === 'has' ? 'has had' : 'have had'], 0.55);
    }
    return false;
  }
  if ((w === 'was' || w === 'were') && b !== 'there') {
    const state = document.tokens[t.index + 1]!;
    const ing = state.word.folded.endsWith('ing') && posOf(document, state) === 'VERB';
    if (ing && state.index < since.index) return put(state, [`had been ${state.text}`], 0.5);
    return false;
  }
  if (/^(?:they|we|i)$/.test(b) || before?.kind === 'word' && (before.word.shape === 'lower' || before.index === open) && /[^s]s$/.test(b) && !/^(?:this|his|its|as|us|thus|is|was|has|does)$/.test(b) && t.index - open < 12 && !/^(?:is|was|has|does)$/.test(b)) {
    // "Families receive letters since a week"
    if (isInfinitive(w) && !/(?:s|ed|ing)$/.test(w) && !/^(?:remain|stay|mark|show|mean|make|include|date|say|think|believe|claim|hope|be|do|have|cost|need|help|rise|fall|change|increase|put|set|cut|hit|let|read|come|become|run)$/.test(w) && pairCount('to', w) > 40 && baseOfPast(w) === undefined && (posOf(document, t) === 'VERB' || w === 'last' && t.index === since.index - 1) && !/^(?:to|can|could|will|would|may|might|must|should|do|did|not|who|that|which)$/.test(b)) {
      if (/^(?:they|we|i)$/.test(b) && /^(?:do|did|can|could|will|would|may|might|must|should|have|had)$/.test(document.tokens[t.index - 2]?.word.folded ?? '')) return false;
      const state = /^(?:exist|last|own|belong|know|want|need|possess|contain|hold)$/.test(w);
      return put(t, state ? [`have ${participleOf(w)}`] : [`have been ${ingOf(w)}`, `have ${participleOf(w)}`], 0.5);
    }
  }
  return false;
}

/** "I am an engineer for 35 years": a state that goes on, with its length. */
function checkLength(document: Document, token: Token, report: Put): void {
  const {sentence} = token;
  const {tokens} = document;
  let k = token.index + 1;
  if (/^(?:years|months|weeks|decades|several|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|\d{1,2})$/.test(wordAt(document, k, sentence) ?? '')) checkLasting(document, token, report);
  if (/^(?:more|over|almost|nearly|about|around)$/.test(wordAt(document, k, sentence) ?? '')) k++;
  if (wordAt(document, k, sentence) === 'than') k++;
  const count = tokens[k];
  const span = wordAt(document, k + 1, sentence) ?? '';
  if (!count || count.sentence !== sentence || !(count.kind === 'number' && /^\d{1,3}$/.test(count.text) || /^(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|many|several)$/.test(count.word.folded)) || !/^(?:years|months|decades)$/.test(span)) return;
  const stop = tokens[k + 2];
  if (stop && stop.sentence === sentence && stop.kind === 'word' && !/^(?:and|but|now|already|in|at|with)$/.test(stop.word.folded)) return;
  for (let j = token.index - 1; j >= token.index - 7 && tokens[j]?.sentence === sentence; j--) {
    const t = tokens[j]!;
    const w = t.word.folded;
    if (t.kind !== 'word') return;
    if (!/^(?:is|am|are|'m)$/.test(w)) {
      if (/^(?:to|that|which|who|will|if|when|valid|enough|sentenced|banned|jailed|elected|appointed|suspended|needed|scheduled|planned|expected|barred|excluded|responsible|open|closed|available|not|only|been|due|free|safe|out|away|here|there|imprisoned|fixed|guaranteed|limited|set|frozen|loan|contract)$/.test(w) || (w.endsWith('ed') || w.endsWith('ing')) && !/^(?:married|retired|divorced|engaged|interested|living|working)$/.test(w)) return;
      continue;
    }
    const subject = tokens[j - 1];
    if (!subject || subject.sentence !== sentence || !/^(?:i|he|she|they|we)$/.test(subject.word.folded) && !(subject.word.shape === 'capital' && subject.word.isName)) return;
    const next = wordAt(document, j + 1, sentence) ?? '';
    if (!/^(?:a|an|the|married|retired|divorced|ill|director|president|head|mayor|chairman|member|living|working|unemployed|dead|in|his|her)$/.test(next)) return;
    report({start: t.start, end: t.end, proposals: [w === 'is' ? 'has been' : 'have been'], confidence: 0.6, note: 'What began then and still goes on stands in the perfect.'});
    return;
  }
}

/** "who is working on it for months", "who teaches mathematics for 18 years", "We work here for thirty years": a verb in the present with its length. */
function checkLasting(document: Document, token: Token, report: Put): void {
  const {sentence} = token;
  const {tokens} = document;
  const bare = /^(?:years|months|weeks|decades)$/.test(wordAt(document, token.index + 1, sentence) ?? '');
  const span = bare ? token.index + 1 : token.index + 2;
  if (!bare && !/^(?:years|months|weeks|decades)$/.test(wordAt(document, span, sentence) ?? '')) return;
  const stop = tokens[span + 1];
  if (stop && stop.sentence === sentence && stop.kind === 'word' && !/^(?:and|but|now|already|in|at|with)$/.test(stop.word.folded)) return;
  const note = 'What began then and still goes on stands in the perfect.';
  const {first} = document.sentences[sentence]!;
  for (let j = token.index - 1; j > first && j >= token.index - 8; j--) {
    const t = tokens[j]!;
    const w = t.word.folded;
    if (t.kind !== 'word' && t.kind !== 'number') return;
    if (/^(?:to|that|will|would|if|when|can|could|must|should|may|might|do|does|did|has|have|had|was|were|been|be|until|and|or|not)$/.test(w)) return;
    const before = tokens[j - 1]!;
    const b = before.word.folded;
    if ((w === 'is' || w === 'are') && t.word.shape === 'lower') {
      const ing = tokens[j + 1]!;
      const long = /^(?:years|decades)$/.test(wordAt(document, span, sentence) ?? '') && /^(?:[4-9]|[1-9]\d|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty)$/.test(wordAt(document, span - 1, sentence) ?? '') && /^(?:he|she|they|we|i)$/.test(b) && posOf(document, ing) === 'VERB' && /ing$/.test(ing.word.folded) && !/^(?:going|leaving|moving|staying|travelling|traveling|coming|renting|hiring|leasing|signing|studying|planning|taking|getting|giving|serving|joining|lending|borrowing)$/.test(ing.word.folded);
      if (long || /^(?:working|living|waiting|fighting|trying|preparing|negotiating|searching|looking|playing|suffering|calling|demanding|campaigning|struggling|asking|investigating|teaching|protesting|warning)$/.test(ing.word.folded)) report({start: t.start, end: ing.end, proposals: [`${w === 'is' ? 'has' : 'have'} been ${ing.text}`], confidence: 0.5, note});
      return;
    }
    const base = /^(?:works|lives|teaches|plays|fights|waits|leads|heads|knows|studies|suffers|owns|directs|coaches|collects)$/.test(w) ? baseOfThird(w) : undefined;
    if (base && t.word.shape === 'lower' && !bare && (b === 'who' || b === 'he' || b === 'she' || before.word.shape === 'capital' || before.text === ',' || /^(?:my|his|her|our)$/.test(tokens[j - 2]?.word.folded ?? ''))) {
      report({start: t.start, end: t.end, proposals: /^(?:know|own)$/.test(base) ? [`has ${participleOf(base)}`] : [`has been ${ingOf(base)}`, `has ${participleOf(base)}`], confidence: 0.45, note});
      return;
    }
    if (/^(?:work|live|wait|fight|know|suffer|play|teach)$/.test(w) && (b === 'we' || b === 'i')) {
      report({start: t.start, end: t.end, proposals: w === 'know' ? ['have known'] : [`have been ${ingOf(w)}`, `have ${participleOf(w)}`], confidence: 0.4, note});
      return;
    }
    if (/^(?:works?|lives?|runs?|serves?|banned|jailed|sentenced|valid)$|ed$/.test(w)) return;
  }
}

/** Words with which a sentence goes back to a time that is over. */
const OPENERS = new Set(['initially', 'originally', 'back', 'at', 'then', 'in', 'earlier', 'formerly', 'previously', 'once']);
const BACK_THEN = /^(?:initially|originally|back then|at first|at the beginning|in the beginning|at the start|at that time|at the time|in those days|in the past|at that moment|in the end)$/;

/** "At the beginning they have hidden them": the perfect behind such words. */
function checkBackThen(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  let length = 0;
  for (const n of [3, 2, 1]) if (!length && BACK_THEN.test(tokens.slice(token.index, token.index + n).map((t) => t.word.folded).join(' '))) length = n;
  if (!length) return;
  let k = token.index + length;
  if (tokens[k]?.text === ',') k++;
  const subject = tokens[k];
  const have = tokens[k + 1];
  if (!subject || !have || have.sentence !== sentence || !/^(?:he|she|they|we|i|it|you)$/.test(subject.word.folded) || !/^(?:has|have)$/.test(have.word.folded)) return;
  openingPerfect(document, have, report, 0.5);
}

function checkModal(document: Document, token: Token, report: Put): void {
  const next = document.after(token);
  if (next?.kind !== 'word' || next.word.shape !== 'lower') return;
  const w = next.word.folded;
  const before = document.before(token);
  if (before?.kind !== 'word' || /^(?:the|a|his|her|their|my|our|its|last|own|free|good|ill)$/.test(before.word.folded)) return;
  if (NO_MODAL_PAST.test(w)) return;
  const base = MODAL_PAST.has(w) ? baseOfPast(w) : w.endsWith('ed') && w.length > 4 && !w.endsWith('eed') && pairCount(token.word.folded, w) === 0 ? baseOfPast(w) : /[^s]s$/.test(w) && w !== 'always' && pairCount(token.word.folded, w) === 0 && posOf(document, next) === 'VERB' ? baseOfThird(w) : undefined;
  if (!base || base === w) return;
  report({start: next.start, end: next.end, proposals: [base, ...(w.endsWith('ed') ? [`be ${w}`] : [])], confidence: MODAL_PAST.has(w) ? 0.88 : 0.8, note: `\`${token.text}\` takes the verb without an ending.`});
}

/** "Last year the firm sells": a sentence that opens with a time that is over, and its first verb in the present. */
function checkOpening(document: Document, token: Token, report: Put, perfect: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  if (token.word.shape === 'lower' || !document.opensSentence(token) || document.isTitle(sentence)) return;
  const date = pastDateAt(document, token.index, sentence) ?? (DAYS.has(token.word.folded) && (tokens[token.index + 1]?.text === ',' || wordAt(document, token.index + 1, sentence) === 'the') ? {length: 1, sure: false} : undefined);
  if (!date) return;
  let k = token.index + date.length;
  if (tokens[k]?.text === ',') k++;
  if (tokens[k - 1]?.word.folded.endsWith("'s")) return;
  let joined = false;
  for (let n = 0; n < 9; n++, k++) {
    const t = tokens[k];
    if (!t || t.sentence !== sentence || (t.kind !== 'word' && t.kind !== 'number' && t.text !== '-')) return;
    if (t.kind !== 'word') continue;
    const w = t.word.folded;
    if (w === 'and' && n > 0) {
      joined = true;
      continue;
    }
    if (STATIVE_BREAK.test(w)) return;
    if (n > 5 && w !== 'has' && w !== 'have') {
      if (posOf(document, t) === 'VERB' || posOf(document, t) === 'AUX') return;
      continue;
    }
    if (joined && w !== 'has' && w !== 'have' && (posOf(document, t) === 'VERB' || posOf(document, t) === 'AUX')) return;
    if ((w === 'has' || w === 'have') && n > 0) {
      openingPerfect(document, t, perfect);
      return;
    }
    if (!date.sure) {
      if (/^(?:is|are|was|were|will|would|had|said)$/.test(w)) return;
      // "On Tuesday morning, the defendant admits": what is told, and not to come.
      const said = n > 0 && t.word.shape === 'lower' ? baseOfThird(w) : undefined;
      if (said !== undefined && /^(?:admit|deny|announce|confirm|declare|explain|claim|reject|condemn|accuse|emphasise|emphasize|reveal)$/.test(said) && posOf(document, t) === 'VERB') {
        report({start: t.start, end: t.end, proposals: [pastOf(said)], confidence: 0.4, note: 'The sentence tells of a time that is over.'});
        return;
      }
      continue;
    }
    const pos = posOf(document, t);
    if (pos !== 'VERB' && pos !== 'AUX' && !(n > 0 && OBJECT.test(wordAt(document, k + 1, sentence) ?? '') && baseOfThird(w) && !SPANS.test(w) && t.word.shape === 'lower')) continue;
    if (n === 0 || t.word.shape !== 'lower') return;
    const base = baseOfThird(w);
    if (!base || w.length < 4 && w !== 'is' && w !== 'has' || /^(?:marks|sees|shows|remains|means)$/.test(w)) return;
    report({start: t.start, end: t.end, proposals: [base === 'be' ? 'was' : pastOf(base)], confidence: base === 'be' || base === 'have' ? 0.35 : 0.6, note: 'The sentence tells of a time that is over.'});
    return;
  }
}

/** "Since then, operators are obliged": a sentence that opens with "since", and its verb in the present. */
function checkSinceThen(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  if (!document.opensSentence(token)) return;
  const next = tokens[token.index + 1];
  if (!next || next.sentence !== sentence || !(next.word.folded === 'then' || YEAR.test(next.text))) return;
  let k = token.index + 2;
  if (tokens[k]?.text === ',') k++;
  for (let n = 0; n < 6; n++, k++) {
    const t = tokens[k];
    if (!t || t.sentence !== sentence || t.kind !== 'word') return;
    const w = t.word.folded;
    if (STATIVE_BREAK.test(w)) return;
    if (w === 'is' || w === 'are') {
      const verb = tokens[k + 1];
      if (n === 0 || !verb || verb.sentence !== sentence || !baseOfParticiple(verb.word.folded)) return;
      report({start: t.start, end: tokens[k + 1]!.end, proposals: [`${w === 'is' ? 'has' : 'have'} been ${verb.text}`], confidence: 0.5, note: 'What began then and still goes on stands in the perfect.'});
      return;
    }
    if (/^(?:has|have|had|was|were|will|would|can|could|may|said)$/.test(w)) return;
  }
}

/** "It was the third storm that hits": the clause behind an ordinal in the present after a past. */
function checkOrdinal(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const verb = document.after(token);
  const base = verb?.kind === 'word' && verb.word.shape === 'lower' && verb.text.length > 3 ? baseOfThird(verb.word.folded) : undefined;
  if (!verb || !base) return;
  let ordinal = false;
  for (let k = token.index - 1; k >= token.index - 6; k--) {
    const w = wordAt(document, k, token.sentence);
    if (w === undefined) return;
    if (/^(?:first|second|third|fourth|fifth|sixth|last|only)$/.test(w)) ordinal = true;
    else if (ordinal && w === 'was') {
      if (posOf(document, verb) === 'VERB' || OBJECT.test(wordAt(document, verb.index + 1, token.sentence) ?? '')) report({start: token.start, end: tokens[verb.index]!.end, proposals: [`to ${base}`, `that had ${participleOf(base)}`], confidence: 0.6, note: 'After an ordinal and a past tense English has the infinitive.'});
      return;
    }
  }
}

/** "On Monday, the minister has announced": the perfect behind a time that is over. */
function openingPerfect(document: Document, have: Token, report: Put, confidence = 0.6): void {
  const {tokens} = document;
  const {sentence} = have;
  let at = have.index + 1;
  const adverb = ADVERBS.test(wordAt(document, at, sentence) ?? '') ? tokens[at++] : undefined;
  const first = wordAt(document, at, sentence);
  if (first === undefined || adverb && /^(?:not|never|since|already|still|only|just|now)$/.test(adverb.text)) return;
  for (let k = at + 1; k < at + 20; k++) if (/^(?:since|so|already)$/.test(wordAt(document, k, sentence) ?? '')) return;
  const third = have.word.folded === 'has';
  let right: string;
  if (first === 'been') {
    if (!baseOfParticiple(wordAt(document, at + 1, sentence) ?? '')) return;
    right = third ? 'was' : 'were';
  } else {
    const base = baseOfParticiple(first);
    if (!base || first === 'had') return;
    right = simplePast(base, first);
  }
  report({start: have.start, end: tokens[at]!.end, proposals: [adverb ? `${adverb.text} ${right}` : right], confidence, note: 'With a time that is over, English has the simple past.'});
}

/** Tokens before an "if" that are looked at. */
const MAX_TOLD = 40;

/** Whether a clause in the future or of a warning stands before an "if", and nothing that asks. */
function told(document: Document, token: Token): boolean {
  const {first} = document.sentences[token.sentence]!;
  if (token.index - first < 4) return false;
  let ahead = false;
  for (let k = Math.max(first, token.index - MAX_TOLD); k < token.index; k++) {
    const w = document.tokens[k]!.word.folded;
    if (/^(?:ask|asks|asked|asking|know|knows|knew|known|wonder|wonders|wondered|unclear|clear|decide|decides|decided|see|question|questions|questioned|doubt|doubts|determine|sure|check|investigate|investigating|tell|uncertain|consider|considering|remains|discuss|discussed|examine|find|learn|even|as)$/.test(w)) return false;
    if (/^(?:will|would|warn|warns|warned|threaten|threatens|threatened|promise|promised|can|could|may|must|risk|risks|fear|fears|feared|happy|ready|glad)$/.test(w)) ahead = true;
  }
  return ahead;
}

/** Whether a "will" follows behind the comma: "If it would fall, there will be". */
function aheadBehind(document: Document, token: Token): boolean {
  let comma = false;
  for (let k = token.index + 2; k < token.index + 20 && document.tokens[k]?.sentence === token.sentence; k++) {
    if (document.tokens[k]!.text === ',') comma = true;
    else if (/^(?:would|could|might)$/.test(document.tokens[k]!.word.folded)) return false;
    else if (comma && document.tokens[k]!.word.folded === 'will') return true;
  }
  return false;
}

/** "If an agreement would not be found, the navy could come": a passive behind "would". */
function wouldBeDone(document: Document, would: Token): boolean {
  const {sentence, index} = would;
  const be = wordAt(document, index + 1, sentence) === 'not' ? index + 2 : index + 1;
  return wordAt(document, be, sentence) === 'be' && baseOfParticiple(wordAt(document, be + 1, sentence) ?? '') !== undefined && !/^(?:he|she|you|they|we|i)$/.test(document.before(would)?.word.folded ?? '');
}

/** "If the talks will fail": the future behind "if" and "when". */
function checkFuture(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const w = token.word.folded;
  // "As soon as the snow will melt"
  const soon = w === 'as';
  const opens = document.opensSentence(token) || w === 'if' && tokens[token.index - 1]?.text === ',';
  const before = soon ? '' : document.before(token)?.word.folded ?? '';
  // "warned of cuts if the rain will not come": no question is told before it.
  const behind = w === 'if' && !opens && told(document, token);
  if (!opens && !behind && !soon && (w !== 'unless' && w !== 'until' && w !== 'once') || /^(?:know|knows|known|ask|asks|asked|wonder|unclear|clear|decide|decided|see|question|say|said|tell|doubt|determine|as|even)$/.test(before)) return;
  if (tokens[document.sentences[sentence]!.last]!.text === '?') return;
  let many = false;
  for (let k = token.index + 1; k < token.index + 6; k++) {
    const t = tokens[k];
    if (!t || t.sentence !== sentence || t.kind !== 'word' || k === token.index + 1 && /^(?:then|now|recently|today|tomorrow|yesterday|later)$/.test(t.word.folded)) return;
    if (t.word.folded !== 'will' && !(t.word.folded === 'would' && w === 'if' && opens && (aheadBehind(document, t) || wouldBeDone(document, t)))) {
      if (k > token.index + 1 && posOf(document, t) === 'VERB') return;
      const pronoun = /^(?:i|you|we|they|he|she|it)$/.test(t.word.folded);
      // "when a famous artist I will": the clause begins anew.
      if (pronoun && k > token.index + 1) return;
      if (/^(?:i|you|we|they)$/.test(t.word.folded) || t.word.folded.endsWith('s') && !/(?:ss|us|is)$/.test(t.word.folded)) many = true;
      else if (t.word.shape === 'lower') many = false;
      continue;
    }
    const not = document.after(t)?.word.folded === 'not';
    const verb = not ? document.after(document.after(t)!) : document.after(t);
    if (k === token.index + 1 || !verb || verb.kind !== 'word' || verb.sentence !== sentence || verb.word.shape !== 'lower' || verb.word.folded === 'not' || posOf(document, verb) === 'NOUN') return;
    const v = verb.word.folded;
    if (/^(?:ever|still|also|only|always|soon|then)$|ly$/.test(v) || v === 'continue' && !opens) return;
    const present = v === 'be' ? (document.before(t)!.word.folded === 'i' ? 'am' : many ? 'are' : 'is') : v === 'have' ? (many ? 'have' : 'has') : many ? v : thirdOf(v);
    const negated = v === 'be' ? `${present} not` : `${many ? 'do' : 'does'} not ${v}`;
    report({start: t.start, end: verb.end, proposals: [not ? negated : present], confidence: t.word.folded === 'would' ? 0.45 : w === 'if' && opens ? 0.62 : behind ? 0.45 : 0.5, note: `Behind \`${soon ? 'as soon as' : w}\` English has the present for what is to come.`});
    return;
  }
}
