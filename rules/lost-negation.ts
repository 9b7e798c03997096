import * as v from 'valibot';
import type {Document} from '../src/document/document.ts';
import type {Token} from '../src/document/token.ts';
import {DAYS, MONTHS, NUMBER_WORDS} from '../src/document/english.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../src/document/verbs.ts';
import {wordClass} from '../src/document/word.ts';
import {soleVerb} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';
import {anyDid, anyoneDid, type Denial, eitherDenied, everDone, noForNot, yetKnown} from './lost-negation/clause.ts';
import {alreadyNot, andAlso, anyThere, atAllClear, besideNot, canOnly, doneYet, everFirst, hardlyAnyone, hasAnymore, neitherDone, neitherSubject, noBeside, noneDid, norAlone, notBeside, yetOfficial} from './lost-negation/denied-already.ts';
import {affirmed, deniedVerb, HELPER} from './lost-negation/denied-verb.ts';
import {almostNot, isMore, noMore, notMore, notNot, preventedNot, thanNot, toldNot, whateverNot} from './lost-negation/expletive.ts';
import {anyBehind, auxiliaryNo, believesAnybody, fearedNot, lostNo, neitherAnd, noneNot, refusedNot, saidWhether, underAnyCircumstances, unlessNot, withForWithout} from './lost-negation/sentence.ts';
import {butInstead, firstHalf, neitherEnds, notEither, onlyAlso} from './lost-negation/halves.ts';
import {idiom, inYears, mayBeIdiom} from './lost-negation/idioms.ts';
import {anyoneInside, anyTold, byAnyMeans, leastOf, longerDoes, strengthened, untilThen, yetBefore} from './lost-negation/polarity.ts';
import {anyOf, evenOne, neverBest} from './lost-negation/degree.ts';
import {deniedBefore, deniedSubject, strayNot, verbsNor} from './lost-negation/second-not.ts';
import {deniedThatNo, noTwice, notStrengthened, notTwice} from './lost-negation/twice.ts';
import {anyNot, beenYet, beNo, beNot, deniedNotTo, didEven, everDid, evenNot, lostUn, mustNot, neitherEven, noneOf, noSecret, notDid, notNoun, notVerbMore, onceNot, onlyThat, personDid, waitWhile, whoMustNot, worriedNot} from './lost-negation/unlicensed.ts';
import {isListed} from './lost-negation/words.ts';

const set = (words: string) => new Set(words.split(' '));
const DATES = new Set([...DAYS, ...MONTHS, 'spring', 'summer', 'autumn', 'winter', 'christmas', 'easter', 'year', 'week', 'month']);
const NO_AUX = set("not doesn't don't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't cannot couldn't won't wouldn't");
const POSITIVE: Record<string, string> = {nobody: 'anybody', nothing: 'anything', nowhere: 'anywhere', none: 'any', no: 'any', never: 'ever'};
const NOTHING = /^(?:nothing|none|nobody)$/;
const AUXILIARY = /^(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could)$/;


/** The least of a thing: "a" before it says nothing of a place where it is missing. */
const LEAST = /^(?:single|ray|rays|glimmer|drop|soul|sound|trace|blade|breath|cloud|crumb|grain|spark|sign|word|living|human)$/;
/** What is said where something is still open, so that it cannot have been ruled out. */
const OPEN = /\b(?:decision (?:would|will|is to|was to) be (?:taken|made)|(?:all|every|any) (?:options?|scenarios?|versions?|possibilit(?:y|ies)|variants?|chances?)|(?:would|will) depend on|depends on|remains? open|(?:everything|anything) (?:is|was|remains) (?:possible|open)|(?:is|was|are|were) (?:still )?being (?:considered|discussed|examined|studied|weighed|checked|looked at)|too early to|(?:is|are) on the table|would be considered|look at every)\b/;
const HARMED = /^(?:injured|hurt|killed|wounded|harmed)$/;
const HARM = /^(?:victims|casualties|injuries|deaths|fatalities|damage)$/;

/** Participles whose “un” may be lost: `lostUn` says where. */
const MAY_LACK_UN = /^(?:noticed|punished|heard|answered|rewarded|challenged|reported|recogni[sz]ed|detected|mentioned|sold|told|solved|explained|identified|hurt|harmed|scathed|resolved|accounted|beaten|defeated|claimed|disturbed|spoken)$/;

const POLAR = wordClass(({folded}) => /^(?:any|more|than|anything|anyone|anybody|nobody|nothing|none|no|never|neither|yet|anymore|all|ever|also|until|nor|nowhere|even|longer|before|single|either|not|already|unless|whether|intention|idea|doubts?|illusions|desire|chance|choice|objections?|regrets|complaints|excluded|excludes|denied|denies|ruled|rules|rejected|rejects|fortunately|luckily|thankfully|barely|hardly|scarcely|that|cannot|whatsoever|alone|least|way|means|years|decades|ages|person|once|secret|coincidence|wonder|surprise|accident|but|or|of)$|n't$/.test(folded) || MAY_LACK_UN.test(folded) || mayBeIdiom(folded));

export default defineRule({
  id: 'lost-negation',
  summary: 'A negation that was lost, or made twice',
  why: `Where the source negates with two words (*ne … aucun*, *ne … pas encore*, *не … никакой*), engines keep one: \`had detected any missile\` says the opposite of what was meant, or nothing at all. Others keep both: \`nobody does not remember\`, \`without nobody\`. Nothing a translation does to the news is worse.

It looks for the words that only a negation, a question or a condition allows (\`any\` behind verbs of finding, \`ever\`, \`at all\`, \`yet\`, \`anymore\`) and stays silent where anything in the sentence may allow them. Never applied by itself: only the source tells.`,
  category: 'negation',
  tier: 'suggest',
  severity: 'error',
  since: '0.1.0',
  evidence: 0.9,
  reach: 'paragraph',
  options: v.object({
    licensers: v.optional(v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.description('Words that let any, ever and yet stand behind them, beside those that the rule knows, such as *absurd*.')), []),
  }),
  kinds: {
    lost: 'A sentence that says something only with a not that is not there',
    doubled: 'Two negations that cancel each other',
  },
  examples: {
    bad: [
      {text: 'It was the worst flood that the town has never seen. Any of the guards remembers it. She said that even one citizen would be left outside.', flagged: ['never', 'Any', 'even'], fixed: 'It was the worst flood that the town has ever seen. None of the guards remembers it. She said that not even one citizen would be left outside.', mt: 'yes'},
      {text: 'The ministry has yet answered the letter.', flagged: ['yet'], fixed: 'The ministry has not yet answered the letter.'},
      {text: 'The army said it had detected any missile.', flagged: ['detected'], fixed: 'The army said it had not detected any missile.'},
      {text: 'In the village nobody does not remember such a flood.', flagged: ['does not remember'], fixed: 'In the village nobody remembers such a flood.'},
      {text: 'He left the house without nobody noticing.', flagged: ['nobody'], fixed: 'He left the house without anybody noticing.'},
      {text: 'The commission has not seen nothing of it.', flagged: ['nothing'], fixed: 'The commission has not seen anything of it.'},
      {text: 'The road has reopened yet.', flagged: ['reopened'], fixed: 'The road has not reopened yet.'},
      {text: 'They only closed the school, but also the library.', flagged: ['only closed'], fixed: 'They not only closed the school, but also the library.', mt: 'yes'},
      {text: 'Nobody has never asked us. Neither the minister or his aides spoke. The list was published until Thursday.', flagged: ['never', 'or', 'published'], fixed: 'Nobody has ever asked us. Neither the minister nor his aides spoke. The list was not published until Thursday.'},
      {text: 'It struck without causing no harm. They wait until the court does not decide. They have water any more.', flagged: ['no', 'does not decide', 'have'], fixed: 'It struck without causing any harm. They wait until the court decides. They have no water any more.'},
      {text: 'The mayor had heard anything from them. He has longer been seen since May. There is any doctor in the camp.', flagged: ['heard', 'longer', 'any'], fixed: 'The mayor had not heard anything from them. He has no longer been seen since May. There is no doctor in the camp.'},
      {text: 'Even if both houses agree, it will come into force before July 2027. The hall will open before May at the earliest.', flagged: ['come', 'open'], fixed: 'Even if both houses agree, it will not come into force before July 2027. The hall will not open before May at the earliest.', mt: 'yes'},
      {text: 'The ministry ruled out new elections, saying that a decision would be made later. In the hole a ray of light ever enters. Fortunately, somebody was hurt.', flagged: ['ruled out', 'a', 'somebody'], fixed: 'The ministry did not rule out new elections, saying that a decision would be made later. In the hole no ray of light ever enters. Fortunately, nobody was hurt.', mt: 'yes'},
      {text: 'It is not carried by ticks; it cannot be caught from milk. The town has not that two doctors.', flagged: ['not carried', 'not that'], fixed: 'It is carried only by ticks; it cannot be caught from milk. The town has only two doctors.', mt: 'yes'},
      {text: 'No one didn’t hear the bell. Nobody won’t pay, and nothing hasn’t changed. Not even the doctor did not know.', flagged: ['didn’t hear', 'won’t pay', 'hasn’t changed', 'did not know'], fixed: 'No one heard the bell. Nobody will pay, and nothing has changed. Not even the doctor knew.'},
      {text: 'I have never met no teacher like her. There isn’t no bread. No one has seen nothing, and nobody no longer asks.', flagged: ['no', 'no', 'nothing', 'no longer '], fixed: 'I have never met any teacher like her. There isn’t any bread. No one has seen anything, and nobody asks.'},
      {text: 'We wait until they don’t pay. They stay until the rain will not stop.', flagged: ['don’t pay', 'will not stop'], fixed: 'We wait until they pay. They stay until the rain stops.'},
      {text: 'At any moment did the driver lose control. Any house was spared, neither the new nor the old. Any of the three men was charged.', flagged: ['any', 'Any', 'Any'], fixed: 'At no moment did the driver lose control. No house was spared, neither the new nor the old. None of the three men was charged.'},
      {text: 'Schools are closed. Neither will there be buses. Neither the mayor has replied. He does not want it neither.', flagged: ['Neither will there be', 'Neither the mayor has', 'neither'], fixed: 'Schools are closed. There will also be no buses. Nor has the mayor replied. He does not want it either.', mt: 'yes'},
      {text: 'The bridge is used anymore.', flagged: ['used'], fixed: 'The bridge is not used anymore.'},
      {text: 'Any of the guests, many of them children, had noticed anything. Any witness saw the car. Anyone came to the funeral. Anything has changed in the village.', flagged: ['Any', 'Any', 'Anyone', 'Anything'], fixed: 'None of the guests, many of them children, had noticed anything. No witness saw the car. No one came to the funeral. Nothing has changed in the village.', mt: 'yes'},
      {text: 'No woman had never led the town. The league has never wanted to speak to nobody. There was hardly nobody in the square. She trains more than never. The bridge never has not been repaired.', flagged: ['never', 'nobody', 'nobody', 'never', 'not '], fixed: 'No woman had ever led the town. The league has never wanted to speak to anybody. There was hardly anybody in the square. She trains more than ever. The bridge never has been repaired.', mt: 'yes'},
      {text: 'The talks ended with any result. He will resign under any circumstances. I believe that anybody will be punished. The bank has offered them anything. The team is no able to play.', flagged: ['with', 'will', 'believe', 'offered', 'no'], fixed: 'The talks ended without any result. He will not resign under any circumstances. I do not believe that anybody will be punished. The bank has not offered them anything. The team is not able to play.', mt: 'yes'},
      {text: 'The actor has intention of leaving. The mayor said whether it was true. He refused not to pay. None of the guests was not hurt. Unless the rain does not stop, we leave. They feared that the dam would not break. The mill is longer profitable.', flagged: ['intention', 'said', 'not ', 'was not hurt', 'does not stop', 'not ', 'longer'], fixed: 'The actor has no intention of leaving. The mayor did not say whether it was true. He refused to pay. None of the guests was hurt. Unless the rain stops, we leave. They feared that the dam would break. The mill is no longer profitable.', mt: 'yes'},
      {text: 'It has neither doctors or medicines. Neither the mayor and the priest came.', flagged: ['or', 'and'], fixed: 'It has neither doctors nor medicines. Neither the mayor nor the priest came.', mt: 'yes'},
      {text: 'No only the school was closed. The mayor no wants to resign. The council replied either. The cause is yet known. Either did the pilot reply. The body was ever found.', flagged: ['No', 'no wants', 'replied either', 'yet', 'Either', 'ever'], fixed: 'Not only the school was closed. The mayor does not want to resign. The council did not reply either. The cause is not yet known. Nor did the pilot reply. The body was never found.', mt: 'yes'},
      {text: 'Hardly anyone did not notice. The fence prevented the sheep from not leaving. They are no longer not able to pay. He avoided not to fall. The town forbade the shops not to open.', flagged: ['did not notice', 'not ', 'not ', 'not to fall', 'not '], fixed: 'Hardly anyone noticed. The fence prevented the sheep from leaving. They are no longer able to pay. He avoided falling. The town forbade the shops to open.', mt: 'yes'},
      {text: 'She does not more work here. The reason is not still known. They had not water. The club not has a coach. The village has not but one well. He cannot no longer walk.', flagged: ['does not more work', 'not still', 'not', 'not has', 'not but', 'no longer'], fixed: 'She no longer works here. The reason is still not known. They had no water. The club does not have a coach. The village has only one well. He cannot any longer walk.', mt: 'yes'},
      {text: 'The hall has nor chairs nor tables. The tenants nor the owner were asked. Nor even the priest came. Neither the cold stopped the swimmers. The court has neither confirmed the date.', flagged: ['nor', 'The tenants nor', 'Nor', 'Neither', 'neither'], fixed: 'The hall has neither chairs nor tables. Neither the tenants nor the owner were asked. Not even the priest came. Not even the cold stopped the swimmers. The court has not confirmed the date.', mt: 'yes'},
      {text: 'She already does not teach. The figures are yet official. They were at all surprised. Ever had the lake been so low. The firm has anymore the means. The sale will start no before May. They decided to no sell the house. We cannot regret this decision. None has not survived. The fire has anything to do with gas. The mayor has answered the letter yet. It not only lost money, and also its name. The army did not nowhere advance. Without not asking, he left. The prize has yet not been paid.', flagged: ['already does not teach', 'yet', 'at all', 'Ever', 'has anymore', 'no', 'to no', 'cannot', 'has not survived', 'anything', 'answered', 'and', 'nowhere', 'not ', 'yet not'], fixed: 'She no longer teaches. The figures are not yet official. They were not at all surprised. Never had the lake been so low. The firm no longer has the means. The sale will start not before May. They decided not to sell the house. We can only regret this decision. None has survived. The fire has nothing to do with gas. The mayor has not answered the letter yet. It not only lost money, but also its name. The army did not anywhere advance. Without asking, he left. The prize has not yet been paid.', mt: 'yes'},
      {text: 'The crisis is more serious than we do not think. They sealed the wall to prevent that the roof does not fall. He almost did not drown. No matter what the doctors did not try, the fever rose.', flagged: ['do not think', 'does not fall', 'did not drown', 'did not try'], fixed: 'The crisis is more serious than we think. They sealed the wall to prevent that the roof falls. He almost drowned. No matter what the doctors tried, the fever rose.', mt: 'yes'},
      {text: 'It is not more possible to enter the park. She could not not laugh. The mayor is more a member of the council. Residents were not advised to drink the water. They fear that the rebels do not block the road.', flagged: ['not more', 'could not not laugh', 'more', 'not advised', 'do not block'], fixed: 'It is no longer possible to enter the park. She could only laugh. The mayor is no longer a member of the council. Residents were advised not to drink the water. They fear that the rebels block the road.', mt: 'yes'},
      {text: 'The museum is no more open on Sundays. The train no arrived. They left the village before the lava did not reach it.', flagged: ['no more', 'no arrived', 'did not reach'], fixed: 'The museum is no longer open on Sundays. The train did not arrive. They left the village before the lava reached it.', mt: 'yes'},
      {text: 'The roof was repaired at all. There is proof whatsoever. They had money for rent, let alone books. The bus is by any means full. We will sign any lease until the water is back. The town longer pays. The body yet has been found. The choir has had any rest.', flagged: ['was repaired', 'is proof', 'had money', 'any', 'will sign', 'longer', 'yet has been', 'had'], fixed: 'The roof was not repaired at all. There is no proof whatsoever. They had no money for rent, let alone books. The bus is by no means full. We will not sign any lease until the water is back. The town no longer pays. The body has not yet been found. The choir has not had any rest.', mt: 'yes'},
      {text: 'No official letter was not sent. Not all the lamps have not been lit. She could not help but not smile. They have not more bread. It took longer than was not planned. It almost not snowed. He locked it to avoid that nobody enters. They did not find none of the keys. The board confirmed nor denied it. He stayed because anyone came for him.', flagged: ['was not sent', 'have not been', 'not ', 'not more', 'not ', 'almost not', 'nobody', 'none', 'confirmed nor', 'anyone'], fixed: 'No official letter was sent. Not all the lamps have been lit. She could not help but smile. They have no more bread. It took longer than was planned. It hardly snowed. He locked it to avoid that anybody enters. They did not find any of the keys. The board neither confirmed nor denied it. He stayed because no one came for him.', mt: 'yes'},
      {text: 'The neighbours lifted a finger to help. She has slept a wink since then, and we could help but laugh.', flagged: ['lifted', 'has slept', 'could'], fixed: 'The neighbours did not lift a finger to help. She has not slept a wink since then, and we could not help but laugh.', mt: 'yes'},
      {text: 'He refused to answer and gave any reason. There is a shred of evidence. They had the slightest idea of it. The valley has seen such rain in years.', flagged: ['any', 'is', 'had', 'has seen'], mt: 'yes', fixed: 'He refused to answer and gave no reason. There is not a shred of evidence. They did not have the slightest idea of it. The valley has not seen such rain in years.'},
      {text: 'At the fair no prize was not given away. Nobody nothing explains to us. She refused to give no answer. Any doctor did not come to the camp. We ever imagined such a thing.', flagged: ['was not given', 'nothing explains', 'no', 'Any doctor did not come', 'ever'], mt: 'yes', fixed: 'At the fair no prize was given away. Nobody explains anything to us. She refused to give any answer. No doctor came to the camp. We never imagined such a thing.'},
      {text: 'The barrel contained not that nine litres. The shop does not exist more. Nor the chef nor the waiter spoke. There was not proof of it. The theft went noticed. They even did not ask.', flagged: ['not that', 'does not exist more', 'Nor', 'not', 'noticed', 'even did not ask'], mt: 'yes', fixed: 'The barrel contained only nine litres. The shop no longer exists. Neither the chef nor the waiter spoke. There was no proof of it. The theft went unnoticed. They did not even ask.'},
    ],
    good: [
      {text: 'She is the best player who has never won. Any of the guards can tell you. Even one day is too much.', mt: 'yes'},
      {text: 'Nobody lifted a finger. He pointed a finger at them, moved an inch closer and could help the men. If there is a shred of evidence, they will find it; it is the worst storm that they have seen in years.', mt: 'yes'},
      {text: 'The hall gave shows until January. It took years for anyone to ask. People can have talks on any subject. They are known to bark at anyone. If it rains at all, stay in; he left before it rained at all. He won, and so did she, in his own way. The mayor did not say why nobody came.', mt: 'yes'},
      {text: 'The fee is no more useful than the old one. The streets before the war were not paved. The staff were not warned to expect guests.', mt: 'yes'},
      {text: 'Those who pay are happier than those who do not pay. It is not more possible than before. He is more a member of the crew than its captain. He almost did not come, and whatever he did, it failed. They fear that voters do not understand.', mt: 'yes'},
      {text: 'Hardly anyone knew. He left, nor did he return; she denied that it was late. They were not yet official, not at all clear and not still; he was far from home, not far from town. It does not more than double. He had not cut it. Ever since, we wait. Is it at all clear? It has won, yet; it is her best record yet; if he has anything to do, he does it.', mt: 'yes'},
      'installed    never      maybe    No    configure\nawaited      no         always   No    unpack',
      {text: 'The auditors found it absurd that the bank had issued any loan.', options: {licensers: ['absurd']}},
      'The ministry has yet to answer; it is the best album that the band has yet made, and she never has yet failed.',
      'Has the council yet decided? Few of them have yet paid, and nothing has yet changed.',
      'The army said it had not detected any missile. Had it found any trace?',
      'Anyone who had received any letter should call. Any deal will be put to a vote. At any moment, the roof may fall; at any time is fine.',
      'Nobody who did not pay may enter. Work until you cannot stand, until it no longer hurts, until you don’t need any help. It works until it doesn’t.',
      'He did not come. Neither did she, and neither is happy; neither side won. It is not nothing, and no, one didn’t hear it.',
      'The hall will not open before May. Before they did anything, they asked. Not even the mayor knew; no fewer than ten did not vote.',
      'He could do anything, and anybody had heard of him. They were too tired to have noticed anything. It is longer than planned.',
      'Even if it snows, the train will leave on time. The hall will open before May. He ruled out a return, saying that he was happy.',
      'Luckily, someone was there to help. A ray of sun reached them, and they cheered. Prices are not set by law; they cannot be.',
      'It is the best they have ever made, and he denied having received any money.',
      'Nobody can say what nothing means. He did not do nothing: he wrote.',
      'It was small but also cheap. They have seen any number of storms.',
      'The bill may pass yet. It is their strongest album yet.',
      'Neither of the two or three men spoke, and neither he nor she replied. The house was closed until Thursday; the list was withheld until Friday.',
      {text: 'Anyone interested should call, anyone found guilty will pay, and anyone was welcome. Any player who wanted to could leave. Any hope of rescue was dashed. Any of these could be true, and either may win; he did not come either. They said no only once. Better late than never, and no doubt he is better than nobody thought.', mt: 'yes'},
      {text: 'He has every intention of staying. Nobody said whether it was true, and it is no secret. He will not resign under any circumstances. It ended with any luck gone. Asked what he said, whether it rained or not, he left. Unless you do not want it, stay. Neither side and nobody else came. He has no doubt that it rains.', mt: 'yes'},
      'Nobody who never voted may complain. He waited until he could not stand. Do you have any more? It hurts more than any doubt.',
      'You may choose any seat at all times. He has received any help he needed.',
    ],
  },
  check(document, tell, {licensers}) {
    const {tokens, sentences} = document;
    let told = 0;
    const report = (found: Omit<Denial, 'proposals'> & {readonly proposals?: readonly string[]}) => {
      told++;
      tell(found);
    };
    const quoted = quotedTokens(document);
    const more = licensers.map((word) => word.toLowerCase());
    for (const token of document.where(POLAR)) {
      const {index: i} = token;
      // A cell of a table
      if (/^\s{2}$/.test(document.text.slice(token.start - 2, token.start)) && /^\s{2}$/.test(document.text.slice(token.end, token.end + 2))) continue;
      if (token.kind !== 'word') continue;
      if (quoted[i] && !/^(?:nobody|no|not|never|neither|nor|nothing|nowhere|even|ever|any|single|cannot|until|before|than|unless|either|also)$/.test(token.word.folded)) {
        inClause(token);
        continue;
      }
      const before = told;
      switch (token.word.folded) {
        case 'any':
          if (tokens[i + 1]?.word.folded === 'more') {
            if (!quoted[i]) anyMore(i);
          } else if (!anyOf(document, token, report) && !anyFirst(i) && !quoted[i] && !withForWithout(document, token, report) && !underAnyCircumstances(document, token, report) && !anyBehind(document, token, report)) any(i);
          break;
        case 'anything': case 'anyone': case 'anybody': if (!quoted[i] && !anyoneDid(document, token, report) && !withForWithout(document, token, report) && !believesAnybody(document, token, report) && !anyThere(document, token, report) && !anyBehind(document, token, report)) anything(i); break;
        case 'either': eitherDenied(document, token, report); break;
        case 'longer': longer(i); break;
        case 'before':
          untilNot(i);
          if (!quoted[i]) tooEarly(i);
          break;
        case 'single': case 'barely': case 'hardly': case 'scarcely':
          if (!hardlyNo(i) && !hardlyAnyone(document, token, report)) least(i);
          break;
        case 'excluded': case 'excludes': case 'denied': case 'denies': case 'rejected': case 'rejects': case 'ruled': case 'rules': excluded(i); break;
        case 'fortunately': case 'luckily': case 'thankfully': luckily(i); break;
        case 'that': notThat(i); break;
        case 'cannot': if (!canOnly(document, token, report)) notOnly(i); break;
        case 'already': if (!quoted[i]) alreadyNot(document, token, report); break;
        case 'never': if (tokens[i + 1]?.word.folded === 'not' && tokens[i + 2]?.kind === 'word' && (baseOfParticiple(tokens[i + 2]!.word.folded) || isInfinitive(tokens[i + 2]!.word.folded))) report({kind: 'doubled', start: tokens[i + 1]!.start, end: tokens[i + 2]!.start, proposals: [''], confidence: 0.6, note: '“Never” negates already: two negations cancel each other.'});
          else if (!neverBest(document, token, report)) never(i);
          break;
        case 'neither': if (!neitherAnd(document, token, report) && !neitherDone(document, token, report) && !neitherSubject(document, token, report)) neither(i); break;
        case 'not': deniedIn(token, [notMore, refusedNot, notBeside, besideNot, preventedNot, almostNot, whateverNot, notNot, toldNot, fearedNot]); break;
        case 'more': if (!quoted[i]) isMore(document, token, report); break;
        case 'than': thanNot(document, token, report); break;
        case 'unless': unlessNot(document, token, report); break;
        case 'whether': if (!quoted[i]) saidWhether(document, token, report); break;
        case 'intention': case 'idea': case 'doubt': case 'doubts': case 'illusions': case 'desire': case 'chance': case 'choice': case 'objection': case 'objections': case 'regrets': case 'complaints': if (!quoted[i]) lostNo(document, token, report); break;
        case 'nobody': case 'nothing': case 'none': if (token.word.folded !== 'none' || !noneNot(document, token, report) && !noneDid(document, token, report)) doubled(i); break;
        case 'nowhere': doubled(i); break;
        case 'nor': if (!norAlone(document, token, report)) norNot(i); break;
        case 'even': if (!evenOne(document, token, report)) notEven(i); break;
        case 'no': if (document.before(token)?.word.folded === 'without') swap(token, 0.85);
          else if (tokens[i + 1]?.word.folded === 'one') doubled(i);
          else if (!withoutDoing(i) && !noMore(document, token, report) && !noBeside(document, token, report) && !noForNot(document, token, report) && !auxiliaryNo(document, token, report)) twice(i);
          break;
        case 'yet': if (quoted[i] || !yetOfficial(document, token, report) && !doneYet(document, token, report)) yet(i); break;
        case 'anymore': if (quoted[i] || !hasAnymore(document, token, report)) anymore(i); break;
        case 'all': if (document.before(token)?.word.folded === 'at' && (quoted[i] || !atAllClear(document, token, report))) atAll(i); break;
        case 'ever': if (!everFirst(document, token, report)) ever(i); break;
        case 'also': if (!andAlso(document, token, report)) butAlso(i); break;
        case 'until':
          untilNot(i);
          if (!quoted[i]) until(i);
          break;
      }
      if (told === before && !quoted[i]) wider(token);
      if (told === before) inClause(token);
    }

    /** What is looked for in the whole clause, in what people say too. */
    function inClause(token: Token): void {
      const {folded} = token.word;
      switch (folded) {
        case 'not': deniedIn(token, [deniedNotTo, mustNot, whoMustNot, waitWhile, beNot, notNoun, notStrengthened, notTwice, worriedNot, notDid]); break;
        case 'no': deniedIn(token, [deniedThatNo, noTwice, beNo]); break;
        case 'nobody': case 'nothing': case 'none': case 'nowhere': case 'never': deniedIn(token, [deniedThatNo, noTwice]); break;
        case 'any': case 'anyone': case 'anybody': case 'anything': anyNot(document, token, report); break;
        case 'ever': everDid(document, token, licensed, report); break;
        case 'person': personDid(document, token, report); break;
        case 'even': deniedIn(token, [neitherEven, evenNot, didEven]); break;
        case 'once': onceNot(document, token, report); break;
        case 'more': notVerbMore(document, token, report); break;
        case 'of': noneOf(document, token, report); break;
        case 'secret': case 'coincidence': case 'wonder': case 'surprise': case 'accident': noSecret(document, token, report); break;
        case 'that': onlyThat(document, token, report); break;
        case 'but': if (!onlyThat(document, token, report)) butInstead(document, token, report); break;
        case 'yet': beenYet(document, token, report); break;
        case 'nor': case 'or': firstHalf(document, token, report); break;
        case 'neither': neitherEnds(document, token, report); break;
        case 'either': notEither(document, token, report); break;
        case 'also': onlyAlso(document, token, report); break;
        default: if (folded === 'cannot' || folded.endsWith("n't")) notTwice(document, token, report);
          else if (MAY_LACK_UN.test(folded)) lostUn(document, token, report);
      }
    }

    /** What is looked for where nothing was found near the word. */
    function wider(token: Token): void {
      switch (token.word.folded) {
        case 'any': case 'anything': case 'anyone': case 'anybody':
          if (!(token.word.folded === 'any' && idiom(document, token, report)) && !anyoneInside(document, token, report)) anyTold(document, token, licensed, report);
          break;
        case 'until': untilThen(document, token, report); break;
        case 'longer': if (!strengthened(document, token, report)) longerDoes(document, token, report); break;
        case 'single': leastOf(document, token, report); break;
        case 'yet': if (!yetBefore(document, token, report)) strengthened(document, token, report); break;
        case 'means': byAnyMeans(document, token, report); break;
        case 'not': if (!strayNot(document, token, report)) deniedSubject(document, token, report); break;
        case 'nor': if (!verbsNor(document, token, report)) deniedSubject(document, token, report); break;
        case 'no': case 'neither': deniedSubject(document, token, report); break;
        case 'none': case 'nobody': case 'nothing': deniedBefore(document, token, report); break;
        case 'years': case 'decades': case 'ages': inYears(document, token, report); break;
        default: if (!mayBeIdiom(token.word.folded) || !idiom(document, token, report)) strengthened(document, token, report);
      }
    }

    /** Asks mechanisms about a word until one of them reports. */
    function deniedIn(token: Token, mechanisms: readonly ((document: Document, token: Token, put: (found: Denial) => void) => boolean)[]): void {
      for (const mechanism of mechanisms) if (mechanism(document, token, report)) return;
    }

    /** Whether something earlier in the sentence, or a question mark at its end, allows the word. At most 60 words back. */
    function licensed(i: number, from = i): boolean {
      const {first, last} = sentences[tokens[i]!.sentence]!;
      if (tokens[last]!.text === '?' || tokens[last - 1]?.text === '?') return true;
      let far = false;
      for (let k = from - 1; k >= first && from - k < 60; k--) {
        const t = tokens[k]!;
        if (t.text === ',') far = true;
        if (t.kind === 'word' && (isListed('licences', t.word.folded) && !(far && isListed('near-licences', t.word.folded)) || more.includes(t.word.folded) || /n't$|^un.{6}|^in(?:cap|abil)|[a-z]{3}(?:e|i)st$/.test(t.word.folded) && t.word.shape === 'lower' && !/(?:arr|requ|for|inter|prot|west|east|qu|tt|inv|sugg|dig|cont|l|journal|specialist|terror|art|tour|scient|econom|social|commun|activ|analy|extrem|alist)(?:e|i)sts?$/.test(t.word.folded))) return true;
        // What the sentence says before "said" allows nothing behind it.
        if (t.text === ';' || t.word.folded === 'said') return false;
      }
      return false;
    }

    /** Marks a participle or verb and puts "not" before it. */
    function negate(token: Token, confidence: number, note: string): void {
      report({kind: 'lost', start: token.start, end: token.end, proposals: [`not ${token.text}`], confidence, message: `A \`not\` seems to be lost before \`${token.text}\``, note});
    }

    function swap(token: Token, confidence: number): void {
      report({kind: 'doubled', start: token.start, end: token.end, proposals: [POSITIVE[token.word.folded]!, ...(token.word.folded === 'nobody' ? ['anyone'] : [])], confidence, note: 'English negates once: two negations cancel each other.'});
    }

    /** "had detected any missile" */
    function any(i: number): void {
      const verb = document.before(tokens[i]!);
      const next = document.after(tokens[i]!);
      // "The police have any doubt", "There is any evidence"
      const there = verb && document.before(verb)?.word.folded === 'there';
      if (verb && /^(?:has|have|had|is|are|was|were)$/.test(verb.word.folded) && next?.kind === 'word' && (isListed('doubted', next.word.folded) || there && !/^(?:number|amount|kind|sort|more|time|way|one|of|reason|more)$/.test(next.word.folded)) && !licensed(i, verb.index)) {
        const subject = document.before(verb);
        if (/^(?:he|she|they|it|we|you|i)$/.test(tokens[i + 2]?.word.folded ?? '')) return;
        if (subject && (subject.word.folded === 'there' || /^(?:has|have|had)$/.test(verb.word.folded) && subject.kind === 'word' && !/^(?:to|should|might|may|could|would|can|will|must|who|what)$/.test(subject.word.folded))) report({kind: 'lost', start: tokens[i]!.start, end: tokens[i]!.end, proposals: ['no'], confidence: 0.6, note: '“Any” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.'});
        return;
      }
      if (!verb || !isListed('seen', verb.word.folded) || !next || next.kind !== 'word' || /^(?:number|and|more|other|way|time|longer|given|kind|sort|one|of)$/.test(next.word.folded)) return;
      const aux = document.before(verb);
      if (!aux || licensed(i, verb.index)) return;
      // "any help he needed", "any seat that is free": whichever.
      for (let k = i + 2; k < i + 5; k++) if (/^(?:he|she|they|it|that|which|who|we|you|i|available|necessary|possible)$/.test(tokens[k]?.word.folded ?? '') && tokens[k]!.sentence === verb.sentence) return;
      const perfect = /^(?:has|have|had|was|were|is|are|been)$/.test(aux.word.folded);
      if (perfect) negate(verb, 0.85, '“Any” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.');
      else if (aux.kind === 'word' && verb.word.folded !== 'had' && verb.word.folded !== 'made') report({kind: 'lost', start: tokens[i]!.start, end: tokens[i]!.end, proposals: ['no'], confidence: 0.45, note: '“Any” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.'});
    }

    /** Reports a denied verb behind something that negates already. */
    function deniedTwice(aux: Token | undefined, by: string, confidence: number): boolean {
      const verb = deniedVerb(document, aux);
      if (!verb) return false;
      report({kind: 'doubled', start: verb.aux.start, end: verb.verb.end, proposals: [verb.affirmed], confidence, note: `“${by}” negates already: two negations cancel each other.`});
      return true;
    }

    /** "nobody does not remember", "no one won't", "without nobody", "has not seen nothing" */
    function doubled(i: number): void {
      const token = tokens[i]!;
      const end = token.word.folded === 'no' ? tokens[i + 1]! : token;
      const name = document.text.slice(token.start, end.end);
      const before = document.before(token);
      if (before?.word.folded === 'without' && token.word.folded !== 'nothing' && end === token) return swap(token, 0.9);
      // "better than nobody", "without saying nothing"
      if (before?.word.folded === 'than' && /^(?:nobody|no)$/.test(token.word.folded) && /(?:er|ore|less)$/.test(tokens[i - 2]?.word.folded ?? '') && (!document.after(end) || document.after(end)!.kind !== 'word')) return swapAll(token, end, 0.66);
      if (before?.word.folded.endsWith('ing') && document.before(before)?.word.folded === 'without' && token.word.folded !== 'none' && !/^(?:but|if|less|more)$/.test(document.after(end)?.word.folded ?? '')) return swapAll(token, end, 0.85);
      let aux: Token | undefined = document.after(end);
      // "Nobody of the residents did not want"
      const of = aux && /^(?:of|in|at|from|among)$/.test(aux.word.folded) ? aux.index : undefined;
      if (of !== undefined) for (let k = of + 1; k < of + 5; k++) if (tokens[k]?.sentence === token.sentence && deniedVerb(document, tokens[k])) aux = tokens[k];
      if (aux && token.word.folded !== 'none' && before?.word.folded !== 'almost' && deniedTwice(aux, name, 0.86)) return;
      // "Nobody no longer believes"
      if (aux?.word.folded === 'no' && tokens[aux.index + 1]?.word.folded === 'longer' && token.word.folded !== 'none') {
        report({kind: 'doubled', start: aux.start, end: tokens[aux.index + 2]?.start ?? tokens[aux.index + 1]!.end, proposals: [''], confidence: 0.7, note: `“${name}” negates already: two negations cancel each other.`});
        return;
      }
      if (NOTHING.test(token.word.folded) || end !== token || token.word.folded === 'nowhere') {
        // "nobody knows nothing", "no one has said nothing"
        const verb = document.before(token);
        if (!/^(?:but|if|less|more)$/.test(document.after(end)?.word.folded ?? '') && verb?.kind === 'word' && !/^(?:but|and|or|that|for|is|was|like|as|of|what|how|why|where|whose)$/.test(verb.word.folded)) for (let k = i - 2; k >= i - 4; k--) {
          const who = tokens[k];
          if (who?.kind !== 'word' || who.sentence !== token.sentence || /^(?:that|which|who|but|and|or|if|when|because)$/.test(who.word.folded)) break;
          if (who.word.folded === 'nobody' || who.word.folded === 'one' && tokens[k - 1]?.word.folded === 'no') return swapAll(token, end, 0.78);
        }
        // "cannot nothing do"
        if (verb && /^(?:cannot|can't|couldn't|don't|doesn't|didn't)$/.test(verb.word.folded)) return swapAll(token, end, 0.8);
      }
      // Not, a verb, perhaps another in the infinitive, to nobody.
      if (token.word.folded === 'nobody' || end !== token) for (let k = i - 1; k > i - 8; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence || t.kind !== 'word' || /^(?:that|but|if|because|and|or|when|as|than|who|which|why|how|what|where|whose|there|is|was|he|she|they|we|i|you|it|like)$/.test(t.word.folded)) break;
        if ((NO_AUX.has(t.word.folded) || t.word.folded === 'never') && i - k >= 2) return swapAll(token, end, quoted[i] ? 0.6 : 0.76);
      }
      // Not, a verb, nothing: nothing between them that opens another clause.
      for (let k = i - 1; k > i - 4; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence || t.kind !== 'word' || /^(?:that|but|if|of|for|because|and|or|is|do|does|doing|done|mean|means|cost|costs|be|been|to|when|as|than|from|know|why|how|what|where|who|whose)$/.test(t.word.folded)) return;
        if ((NO_AUX.has(t.word.folded) || t.word.folded === 'never') && i - k >= 2 && token.word.folded !== 'none') {
          const after = document.after(end);
          if (after && /^(?:but|if|less|more|short)$/.test(after.word.folded)) return;
          return swapAll(token, end, quoted[i] ? 0.6 : 0.8);
        }
      }
    }

    function swapAll(token: Token, end: Token, confidence: number): void {
      if (token === end) return swap(token, confidence);
      report({kind: 'doubled', start: token.start, end: end.end, proposals: ['anyone', 'anybody'], confidence, note: 'English negates once: two negations cancel each other.'});
    }

    /** "has not received no answer", "have never seen no plan", "There isn't no water", "no any", "No player did not" */
    function twice(i: number): void {
      const token = tokens[i]!;
      const verb = document.before(token);
      const next = document.after(token);
      if (next?.kind !== 'word' || /^(?:longer|more|fewer|less|later|matter|one)$/.test(next.word.folded) || next.word.folded === 'doubt' && !/^(?:have|has|had)$/.test(verb?.word.folded ?? '')) return;
      if (next.word.folded === 'any' && document.after(next)?.kind === 'word') {
        report({kind: 'doubled', start: token.start, end: next.end, proposals: [token.text, next.text], confidence: 0.85, note: 'English negates once: “no” or “not any”.'});
        return;
      }
      if (document.opensSentence(token) && next.word.shape === 'lower') {
        // "No player didn't score": not where "No country is not affected" says that all are.
        const aux = document.after(next);
        if (aux && /^(?:did|does|do|has|have|had|will|would|can|could|cannot)|n't$/.test(aux.word.folded) && deniedTwice(aux, `${token.text} ${next.text}`, 0.62)) return;
      }
      const not = verb && document.before(verb);
      const surely = verb !== undefined && /^(?:isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|didn't|don't|doesn't)$/.test(verb.word.folded) || verb?.word.folded === 'not' && /^(?:is|are|was|were|has|have|had)$/.test(not?.word.folded ?? '');
      if (!surely && (!verb || !not || !NO_AUX.has(not.word.folded) && not.word.folded !== 'never' || verb.kind !== 'word' || /^(?:that|but|if|of|for|because|and|or|is|do|mean|be|been|to|when|as|than|say|said|just|only)$/.test(verb.word.folded))) return;
      // People do speak so.
      swap(token, quoted[i] ? (not?.word.folded === 'never' ? 0.65 : 0.45) : 0.8);
    }

    /** "nor did they not find" */
    function norNot(i: number): void {
      const aux = document.after(tokens[i]!);
      if (!aux || !HELPER.test(aux.word.folded)) return;
      for (let k = aux.index + 2; k < aux.index + 5; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== aux.sentence || t.kind !== 'word' || /^(?:that|who|which|and|but)$/.test(t.word.folded)) return;
        if (t.word.folded !== 'not' || tokens[k + 1]?.kind === 'word' && tokens[k + 1]!.word.folded === 'only') continue;
        const behind = tokens[k + 1]?.kind === 'word';
        report({kind: 'doubled', start: behind ? t.start : tokens[k - 1]!.end, end: behind ? tokens[k + 1]!.start : t.end, proposals: [''], confidence: 0.7, note: '“Nor” negates already: two negations cancel each other.'});
        return;
      }
    }

    /** "Not even the mayor did not know" */
    function notEven(i: number): void {
      const not = document.before(tokens[i]!);
      if (not?.word.folded !== 'not' || !document.opensSentence(not)) return;
      for (let k = i + 1; k < i + 7; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== not.sentence || t.kind !== 'word' || /^(?:that|who|which|and|but|if|when|because)$/.test(t.word.folded)) return;
        if (deniedTwice(t, 'Not even', 0.78)) return;
      }
    }

    /** "At any time was the water in danger": a verb before its subject, as behind a negation alone; "Any district is free of it, neither …". */
    function anyFirst(i: number): boolean {
      const token = tokens[i]!;
      const {last} = sentences[token.sentence]!;
      if (tokens[last]!.text === '?' || tokens[last - 1]?.text === '?') return false;
      const lead = document.before(token);
      if (lead && /^(?:at|in|under|on|by|for|with)$/.test(lead.word.folded) && document.opensSentence(lead)) {
        for (let k = i + 2; k < i + 4; k++) {
          if (tokens[k]?.sentence !== token.sentence || tokens[k]!.kind !== 'word' || !HELPER.test(tokens[k]!.word.folded)) continue;
          const subject = tokens[k + 1]!;
          if (subject.kind !== 'word' || !/^(?:the|this|that|these|those|his|her|its|their|our|my|he|she|it|they|we|i|there|a|any|anyone|anybody)$/.test(subject.word.folded) && subject.word.shape !== 'capital') return false;
          report({kind: 'lost', start: token.start, end: token.end, proposals: ['no'], confidence: 0.88, note: 'The verb stands before its subject, as it does behind a negation only.'});
          return true;
        }
        return false;
      }
      if (!document.opensSentence(token)) return false;
      let sure = 0;
      const next = document.after(token);
      if (next?.kind !== 'word') return false;
      for (let k = i + 2; k <= last && k < i + 40; k++) {
        const t = tokens[k]!;
        if (k < i + 6 && /^(?:who|that|which|whose|with|attempt|change|damage|doubt|doubts|delay)$/.test(t.word.folded)) return false;
        if (t.text === ',' && (/^(?:neither|nor)$/.test(tokens[k + 1]!.word.folded) || tokens[k + 1]!.word.folded === 'not' && tokens[k + 2]?.word.folded === 'even')) sure = 0.85;
      }
      // "Any of the four men has been charged", "Any witness saw it"
      if (!sure) sure = anyDid(document, token);
      // "Any passenger was injured"
      const be = document.after(next);
      if (!sure && be && /^(?:was|were|has|have)$/.test(be.word.folded)) {
        const done = document.after(be)?.word.folded === 'been' ? tokens[be.index + 2] : document.after(be);
        if (done && /^(?:injured|hurt|killed|wounded|harmed|arrested|detained|charged|reported|registered|recorded|announced|published|convicted|signed|found|seen)$/.test(done.word.folded)) sure = 0.6;
      }
      if (!sure) return false;
      report({kind: 'lost', start: token.start, end: token.end, proposals: [next.word.folded === 'of' ? 'None' : 'No'], confidence: sure, note: '“Any” at the head of a statement about what happened says the opposite of what was meant.'});
      return true;
    }

    /** "hardly nobody", "barely never" */
    function hardlyNo(i: number): boolean {
      const no = document.after(tokens[i]!);
      if (no?.kind !== 'word' || !Object.hasOwn(POSITIVE, no.word.folded) || no.word.folded === 'no' && /^(?:longer|more|one)$/.test(tokens[no.index + 1]?.word.folded ?? '')) return false;
      swap(no, 0.78);
      return true;
    }

    /** "without causing no victims" */
    function withoutDoing(i: number): boolean {
      const doing = document.before(tokens[i]!);
      if (!doing?.word.folded.endsWith('ing') || document.before(doing)?.word.folded !== 'without') return false;
      swap(tokens[i]!, 0.85);
      return true;
    }

    /** "nobody has never asked", "never no soldiers", "is not stopped never": never beside another negation. */
    function never(i: number): void {
      const token = tokens[i]!;
      const {first} = sentences[token.sentence]!;
      const next = document.after(token);
      const not = document.before(token);
      if (not?.word.folded === 'not') return report({kind: 'doubled', start: not.start, end: token.end, proposals: ['never', 'not ever'], confidence: 0.74, note: 'English negates once: two negations cancel each other.'});
      if (next?.word.folded === 'no' && !/^(?:longer|more|less|matter|one)$/.test(tokens[i + 2]?.word.folded ?? '')) return swap(next, 0.7);
      // "trains more than never"
      if (document.before(token)?.word.folded === 'than' && !/^(?:late|later)$/.test(tokens[i - 2]?.word.folded ?? '')) return swap(token, 0.7);
      // "never has not been", "Never before had not so many come"
      for (let k = i + 1; k < i + 4; k++) {
        const not = tokens[k];
        if (not?.kind !== 'word' || not.sentence !== token.sentence || !/^(?:before|has|have|had|did|does|was|were|is|will|would|could|not)$/.test(not.word.folded)) break;
        if (not.word.folded !== 'not' || k === i + 1 || tokens[k + 1]?.kind !== 'word') continue;
        report({kind: 'doubled', start: not.start, end: tokens[k + 1]!.start, proposals: [''], confidence: 0.72, note: '“Never” negates already: two negations cancel each other.'});
        return;
      }
      for (let k = i - 1; k >= first && k > i - 9; k--) {
        const w = tokens[k]!.word.folded;
        if (tokens[k]!.kind !== 'word' || /^(?:who|that|which|whom|he|she|they|we|i|you|it|and|but|or|if|when|because|as|than|with|without|longer|doubt|matter)$/.test(w)) return;
        const subject = /^(?:no|none|neither)$/.test(w) && !(w === 'no' && tokens[k + 1]!.word.folded === 'one');
        if (/^(?:nobody|nothing)$/.test(w) || w === 'one' && tokens[k - 1]?.word.folded === 'no' || subject && (k === first || /^(?:,|that|and|but|“|")$/.test(tokens[k - 1]!.text.toLowerCase()))) {
          // "Nobody is never wrong"
          if (i - k < 4 && /^(?:is|was)$/.test(tokens[i - 1]!.word.folded)) return;
          if (next?.kind === 'word') swap(token, subject ? 0.74 : 0.8);
          return;
        }
        if (!NO_AUX.has(w) || i - k < 2 || /^(?:that|but|and|or|if|to)$/.test(tokens[i - 1]!.word.folded)) continue;
        // "did not reply never", "has not yet never paid", "did not say never a word"
        const ends = !next || /^[.,;”"]$/.test(next.text);
        if (i - k < 4 && (ends || tokens[i - 1]!.word.folded === 'yet' || /^(?:a|the|any)$/.test(next.word.folded))) return swap(token, 0.74);
        return;
      }
    }

    /** "Neither the minister or his advisers", "Neither he nor she did not wish" */
    function neither(i: number): void {
      const token = tokens[i]!;
      const before = document.before(token);
      if (notNeither(i) || neitherAlone(i)) return;
      if (tokens[i + 1]?.word.folded === 'of' || before?.kind === 'word' && !/^(?:that|and|but|because|is|was|are|were)$/.test(before.word.folded)) return;
      for (let k = i + 2; k < i + 9; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence || t.kind !== 'word') return;
        const w = t.word.folded;
        if (w === 'or') {
          report({kind: 'lost', start: t.start, end: t.end, proposals: ['nor'], confidence: 0.72, message: '`neither` goes with `nor`', note: 'Behind “neither”, “or” says the opposite of what is meant.'});
          return;
        }
        if (w === 'nor') {
          for (let n = k + 1; n < k + 7; n++) {
            const not = tokens[n];
            if (!not || not.sentence !== token.sentence || not.kind !== 'word' || /^(?:that|which|who|but|and)$/.test(not.word.folded)) return;
            const aux = tokens[n - 1]!;
            if (not.word.folded !== 'not' || !/^(?:did|does|do|has|have|had|is|are|was|were|will|would|could|can)$/.test(aux.word.folded) || n - k < 2) continue;
            const verb = document.after(not);
            report({kind: 'doubled', start: not.start, end: verb?.start ?? not.end, proposals: [''], confidence: 0.75, note: '“Neither … nor” negates already: two negations cancel each other.'});
            return;
          }
          return;
        }
        if (AUXILIARY.test(w)) return;
      }
    }

    /** "does not want neither", "did not see neither the man nor the car" */
    function notNeither(i: number): boolean {
      const token = tokens[i]!;
      for (let k = i - 1; k > i - 5; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence || t.kind !== 'word' || /^(?:that|but|if|because|and|or|when|than|which|who)$/.test(t.word.folded)) return false;
        if (!NO_AUX.has(t.word.folded) && t.word.folded !== 'never' && !t.word.folded.endsWith("n't")) continue;
        if (i - k < 2 && document.after(token)?.kind === 'word') return false;
        report({kind: 'doubled', start: token.start, end: token.end, proposals: ['either'], confidence: 0.78, note: 'English negates once: two negations cancel each other.'});
        return true;
      }
      return false;
    }

    /** "Neither will there be classes", "Neither the mayor has replied": "nor" after a sentence that denies nothing, or without a verb before the subject. */
    function neitherAlone(i: number): boolean {
      const token = tokens[i]!;
      const {first, last} = sentences[token.sentence]!;
      if (!document.opensSentence(token) || i > first + 1) return false;
      const aux = document.after(token);
      if (aux?.kind !== 'word' || /^(?:of|one|side|party|man|woman)$/.test(aux.word.folded)) return false;
      for (let k = i + 1; k <= last; k++) if (/^(?:nor|or)$/.test(tokens[k]!.word.folded)) return false;
      if (HELPER.test(aux.word.folded)) {
        if (token.sentence === 0) return false;
        const back = sentences[token.sentence - 1]!;
        for (let k = back.first; k <= back.last; k++) if (/^(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|hardly|barely|rarely|seldom|few|little|nowhere|only|refused|denied|declined|failed|lacks?|lacked|ruled|rejected)$|n't$|^un[a-z]{4}|^im?possible$/.test(tokens[k]!.word.folded)) return false;
        const there = tokens[aux.index + 1]?.word.folded === 'there' && /^(?:be|been)$/.test(tokens[aux.index + 2]?.word.folded ?? '');
        report({kind: 'doubled', start: token.start, end: there ? tokens[aux.index + 2]!.end : aux.end, proposals: there ? [`There ${aux.text} also ${tokens[aux.index + 2]!.text} no`] : [`Nor ${aux.text}`], confidence: 0.5, note: '“Neither” goes on from a sentence that denies something, and the one before does not.'});
        return true;
      }
      const pronoun = /^(?:he|she|it|they|we|i|you|this|that)$/.test(aux.word.folded);
      if (!pronoun && !/^(?:the|this|his|her|its|their|our|my)$/.test(aux.word.folded)) return false;
      for (let k = aux.index + 1; k < aux.index + (pronoun ? 2 : 6); k++) {
        const verb = tokens[k];
        if (verb?.kind !== 'word' || verb.sentence !== token.sentence || /^(?:that|which|who|of|and)$/.test(verb.word.folded)) return false;
        if (deniedTwice(verb, token.text, 0.75)) return true;
        if (!HELPER.test(verb.word.folded)) continue;
        const subject = document.text.slice(aux.start, tokens[k - 1]!.end);
        report({kind: 'doubled', start: token.start, end: verb.end, proposals: [`Nor ${verb.text} ${subject}`, `${subject[0]!.toUpperCase()}${subject.slice(1)} ${verb.text} not`], confidence: 0.7, note: '“Neither” without “nor” wants the verb before its subject.'});
        return true;
      }
      return false;
    }

    /** "We have electricity any more": what is there no more. */
    function anyMore(i: number): void {
      const more = tokens[i + 1]!;
      const next = tokens[more.index + 1];
      if (next && next.sentence === more.sentence && !/^[.,;”"!]$/.test(next.text) || licensed(i)) return;
      for (let k = i - 1; k > i - 6; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== more.sentence || t.kind !== 'word') return;
        if (!/^(?:has|have|had|is|are|was|were|can|could|will|would|want|wants|wanted|works|exists|lives|live|know|knows|go|goes)$/.test(t.word.folded)) continue;
        report({kind: 'lost', start: t.start, end: t.end, proposals: /^(?:has|have|had)$/.test(t.word.folded) ? [`${t.text} no`, `${t.text} not`] : [`${t.text} not`], confidence: 0.75, message: 'A negation seems to be lost before `any more`', note: '“Any more” needs a negation.'});
        return;
      }
    }

    /** "until the government does not sign", "until we don't see him", "before it has not rained": the empty negation of Slavic and Romance languages. */
    function untilNot(i: number): void {
      const token = tokens[i]!;
      const {last} = sentences[token.sentence]!;
      const pronoun = /^(?:he|she|it|they|we|i|someone|somebody|everyone)$/.test(tokens[i + 1]?.word.folded ?? '');
      // "the stages before the war are not documented"
      if (token.word.folded === 'before' && !pronoun && !document.opensSentence(token) && !verbBefore(token)) return;
      for (let k = i + 2; k < (pronoun ? i + 3 : i + 7); k++) {
        const aux = tokens[k];
        if (!aux || aux.sentence !== token.sentence || aux.kind !== 'word' || /^(?:that|which|who|of|and|or|but|in|you)$/.test(aux.word.folded) || DATES.has(aux.word.folded)) return;
        const verb = /^(?:do|does|did|will|is|are|was|were|has|have|had)(?:n't)?$|^won't$/.test(aux.word.folded) ? deniedVerb(document, aux) : undefined;
        if (!verb) continue;
        const helper = aux.word.folded;
        if (/^(?:a|an|the|in|longer|too|so|very|enough)$/.test(verb.verb.word.folded)) return;
        for (let n = verb.verb.index; n <= last && n < k + 12; n++) if (/^(?:any|anymore|anything|anyone|longer|enough)$/.test(tokens[n]!.word.folded)) return;
        // Behind these one speaks of what is to come in the present.
        const future = helper.startsWith('w') && !/^wa|^were/.test(helper);
        const right = future && isInfinitive(verb.verb.word.folded) ? (pronoun && !/^(?:he|she|it)/.test(tokens[i + 1]!.word.folded) ? verb.verb.text : affirmed('does', verb.verb.word.folded)) : verb.affirmed;
        report({kind: 'doubled', start: aux.start, end: verb.verb.end, proposals: [right], confidence: token.word.folded === 'before' ? 0.6 : 0.74, note: `English does not negate behind “${token.word.folded}”.`});
        return;
      }
    }

    /** Whether the clause before a conjunction has its verb already. */
    function verbBefore(token: Token): boolean {
      const {first} = sentences[token.sentence]!;
      for (let k = token.index - 1; k >= first && token.index - k < 12; k--) {
        const t = tokens[k]!;
        if (/^[,;]$/.test(t.text) || /^(?:that|who|which)$/.test(t.word.folded)) return false;
        if (t.kind === 'word' && /^(?:will|would|can|could|must|may|cannot)$|n't$/.test(t.word.folded)) return true;
        if (t.kind === 'word' && baseOfPast(t.word.folded) !== undefined && posOf(document, t) === 'VERB') return soleVerb(document, t);
      }
      return false;
    }

    /** Whether "yet" may stand between "has" and the verb: behind a negation or in a question of the same clause, behind a superlative. A relative clause between subject and verb is passed over. */
    function yetAllowed(has: Token): boolean {
      const {first, last} = sentences[has.sentence]!;
      if (tokens[last]!.text === '?' || tokens[last - 1]?.text === '?') return true;
      for (let k = has.index - 1; k >= first && has.index - k < 40; k--) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (/^(?:not|no|never|nobody|nothing|none|neither|nor|few|little|hardly|barely|scarcely|if|whether|unless|until|before|than|without|only|anyone|anybody|nowhere|most|best|worst|largest|biggest|greatest|latest|closest|strongest|first)$|n't$/.test(w)) return true;
        if (t.text === ';' || t.text === ':') return false;
      }
      return false;
    }

    /** "had heard anything", "were told anything", "spoke with anyone": behind what happened once, these words need a negation. */
    function anything(i: number): void {
      const {sentence} = tokens[i]!;
      const {first} = sentences[sentence]!;
      // "Any of them had suspected anything": the head of the sentence says it.
      if (tokens[first]!.word.folded === 'any' && anyDid(document, tokens[first]!)) return;
      const next = document.after(tokens[i]!);
      if (next?.kind === 'word' && /^(?:but|who|that|he|she|they|you|we|i|it|which|whose|available|possible|can|could|else|other|goes|resembling|like|approaching|close)$/.test(next.word.folded) || next?.word.folded === 'from' && tokens.slice(i + 2, i + 7).some((t) => t.word.folded === 'to')) return;
      for (let k = i - 1; k > first && i - k < 4; k--) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (t.kind !== 'word') return;
        if (/^(?:about|with|to|from|of|in|for|at)$/.test(w)) continue;
        const aux = document.before(t);
        const past = baseOfPast(w) !== undefined && baseOfPast(w) !== w;
        const perfect = aux && /^(?:has|have|had|was|were)$/.test(aux.word.folded) && baseOfParticiple(w) !== undefined;
        if (!past && !perfect || !aux || aux.kind !== 'word' || !isListed('knowing', w) || licensed(i, k)) return;
        if (perfect) negate(t, 0.75, `“${tokens[i]!.text}” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.`);
        else if (!/^(?:that|who|which|what|to|and|or)$/.test(aux.word.folded)) report({kind: 'lost', start: t.start, end: t.end, proposals: [`did not ${baseOfPast(w)}`], confidence: 0.6, message: `A negation seems to be lost before \`${t.text}\``, note: `“${tokens[i]!.text}” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.`});
        return;
      }
    }

    /** "has longer been seen", "can longer pay" */
    function longer(i: number): void {
      const aux = document.before(tokens[i]!);
      const verb = document.after(tokens[i]!);
      if (!aux || !/^(?:is|are|was|were|has|have|had|can|could|will|would|does|do|did)$/.test(aux.word.folded) || verb?.kind !== 'word' || verb.word.shape !== 'lower' || /^(?:the|he|she|it|they|we|i|you)$/.test(verb.word.folded)) return;
      for (let k = i + 2; k <= sentences[verb.sentence]!.last; k++) if (tokens[k]!.word.folded === 'than') return;
      const modal = /^(?:can|could|will|would|does|do|did)$/.test(aux.word.folded);
      if (/^(?:is|are|was|were)$/.test(aux.word.folded) && isListed('gone', verb.word.folded)) {
        report({kind: 'lost', start: tokens[i]!.start, end: tokens[i]!.end, proposals: ['no longer'], confidence: 0.66, message: 'A `no` seems to be lost before `longer`', note: '“Longer” between the auxiliary and the verb needs “no”.'});
        return;
      }
      if (modal ? !isInfinitive(verb.word.folded) || verb.word.folded === 'term' : verb.word.folded !== 'been' && (!baseOfParticiple(verb.word.folded) || /^(?:lasting|established)$/.test(verb.word.folded))) return;
      if (!modal && verb.word.folded !== 'been' && tokens[verb.index + 1]?.kind === 'word' && !/^(?:by|in|on|to|at|for|with|as|from|and)$/.test(tokens[verb.index + 1]!.word.folded)) return;
      report({kind: 'lost', start: tokens[i]!.start, end: tokens[i]!.end, proposals: ['no longer'], confidence: 0.7, message: 'A `no` seems to be lost before `longer`', note: '“Longer” between the auxiliary and the verb needs “no”.'});
    }

    /** "Even if it passes, it will come into force before 2027", "will open before May at the earliest": what is said to come late cannot come before. */
    function tooEarly(i: number): void {
      const {sentence} = tokens[i]!;
      const {first, last} = sentences[sentence]!;
      const date = tokens[i + 1];
      if (!date || date.sentence !== sentence || date.kind !== 'number' && !DATES.has(date.word.folded) && !(/^(?:the|next)$/.test(date.word.folded) && DATES.has(tokens[i + 2]?.word.folded ?? '') || date.word.folded === 'the' && DATES.has(tokens[i + 4]?.word.folded ?? '') && tokens[i + 2]!.word.folded === 'end')) return;
      let verb = -1;
      for (let k = i - 1; k > first && i - k < 7; k--) {
        const w = tokens[k]!.word.folded;
        if (tokens[k]!.text === ',' || /^(?:not|no|never|nobody|hardly|barely)$|n't$/.test(w)) return;
        if (/^(?:will|would)$/.test(w)) {
          verb = k + 1;
          break;
        }
      }
      if (verb < 0 || !isListed('moments', tokens[verb]!.word.folded) && !/^(?:be|pass|launch|resume|receive|finish|leave|return|get|see|take)$/.test(tokens[verb]!.word.folded)) return;
      let why = '';
      for (let k = first; k < verb; k++) if (tokens[k]!.word.folded === 'even' && /^(?:if|when)$/.test(tokens[k + 1]!.word.folded)) why = 'even if';
      for (let k = i + 1; k < last; k++) {
        const w = tokens[k]!.word.folded;
        if (w === 'earliest' && tokens[k - 2]!.word.folded === 'at') why = 'at the earliest';
        else if (w === 'unless') why = 'unless';
        else if (w === 'time' && /^(?:have|has|had|enough|get|more|gain)$/.test(tokens[k - 1]!.word.folded)) for (let n = k - 1; n > k - 9 && n > i; n--) if (tokens[n]!.word.folded === 'that' && tokens[n - 1]!.word.folded === 'so') why = 'so that … time';
      }
      if (why) negate(tokens[verb]!, why === 'at the earliest' ? 0.8 : 0.55, `“${why}” speaks of a delay: a “not” seems to be lost.`);
    }

    /** "At such depths a ray of light reaches the ground, and it barely warms": no least thing where there is hardly anything. */
    function least(i: number): void {
      const {sentence} = tokens[i]!;
      const {first, last} = sentences[sentence]!;
      if (quoted[i] && !quoted[first + 1]) return;
      if (tokens[i]!.word.folded === 'single') {
        // "a single plant grows, and only lichens survive"
        if (document.before(tokens[i]!)?.word.folded !== 'a' || i - first > 6 || /^(?:not|without)$/.test(tokens[i - 2]?.word.folded ?? '')) return;
        for (let k = i + 2; k < last && k - i < 9; k++) if (tokens[k]!.text === ',' && /^(?:and|only)$/.test(tokens[k + 1]!.word.folded) && (tokens[k + 1]!.word.folded === 'only' || tokens[k + 2]?.word.folded === 'only')) return thing(i - 1);
        return;
      }
      // The clause before, joined by "and".
      let and = -1;
      for (let k = i - 1; k > first && i - k < 7; k--) if (tokens[k]!.word.folded === 'and') and = k;
      if (and < 0) return;
      for (let k = and - 2; k >= first && and - k < 16; k--) {
        const w = tokens[k]!.word.folded;
        if (/^(?:not|no|never|when|if|than|but|like|as)$/.test(w)) return;
        if ((w === 'a' || w === 'an') && /^(?:ray|glimmer|drop|soul|blade|breath|single|spark|living)$/.test(tokens[k + 1]!.word.folded) && (k === first || !/^(?:is|was|of|with|by|has|had|for|like|as)$/.test(tokens[k - 1]!.word.folded))) return thing(k);
      }
    }

    function thing(a: number): void {
      const token = tokens[a]!;
      const capital = token.word.shape === 'upper' || token.text === 'A' || token.text === 'An';
      report({kind: 'lost', start: token.start, end: token.end, proposals: [capital ? 'No' : 'no', `${capital ? 'Not' : 'not'} ${token.text.toLowerCase()}`], confidence: 0.5, message: `Expected \`no\` or \`not ${token.text.toLowerCase()}\`: a negation seems to be lost`, note: 'What follows says that there is hardly anything: the negation of this part seems to be lost.'});
    }

    /** "ruled out a ban, saying that a decision would be taken later": what is still open was not ruled out. */
    function excluded(i: number): void {
      const token = tokens[i]!;
      const w = token.word.folded;
      const out = /^rule[ds]$/.test(w);
      if (out && tokens[i + 1]?.word.folded !== 'out') return;
      const subject = document.before(token);
      if (subject?.kind !== 'word' || /^(?:is|are|was|were|be|been|not|never|nor|the|of|and|to|has|have|had|by|cannot|who|that)$/.test(subject.word.folded) || quoted[i] || licensed(i)) return;
      const {last, segment} = sentences[token.sentence]!;
      const next = sentences[token.sentence + 1];
      // The rest of the sentence behind a comma or colon; of the next one only where it is a quotation.
      let from = -1;
      for (let k = i + 2; k < last && k - i < 25; k++) if (/^[,:;]$/.test(tokens[k]!.text) && /^(?:saying|since|because|as|and|explaining|adding|stressing|but)$|^[“"]$/.test(tokens[k + 1]!.kind === 'word' ? tokens[k + 1]!.word.folded : tokens[k + 1]!.text)) {
        from = k;
        break;
      }
      if (from < 0) return;
      const end = next?.segment === segment && quoted[last] ? next.last : last;
      const rest = document.slice(from, Math.min(end, from + 40)).toLowerCase();
      if (!OPEN.test(rest) || /\b(?:not|no|never|nothing)\b/.test(rest)) return;
      const base = out ? 'rule' : baseOfPast(w) ?? baseOfThird(w)!;
      const past = w.endsWith('d');
      report({kind: 'lost', start: token.start, end: out ? tokens[i + 1]!.end : token.end, proposals: [`${past ? 'did' : 'does'} not ${base}${out ? ' out' : ''}`, `${past ? 'has' : 'does'} not ${past ? w : base}${out ? ' out' : ''}`], confidence: 0.5, message: `A \`not\` seems to be lost: \`${token.text}\` contradicts what follows`, note: 'What follows says that it is still open.'});
    }

    /** "Fortunately, there were victims", "Luckily, somebody was hurt" */
    function luckily(i: number): void {
      const {sentence} = tokens[i]!;
      const {last} = sentences[sentence]!;
      let k = i + 1;
      if (tokens[k]?.text === ',') k++;
      const t = tokens[k];
      if (!t || k + 2 > last) return;
      const [w, be, then] = [t.word.folded, tokens[k + 1]!, tokens[k + 2]!];
      if (w === 'there' && /^(?:is|are|was|were)$/.test(be.word.folded) && HARM.test(then.word.folded)) return report({kind: 'lost', start: then.start, end: then.end, proposals: [`no ${then.text}`], confidence: 0.6, message: `A \`no\` seems to be lost before \`${then.text}\``, note: `“${tokens[i]!.text}” and “${then.text}” contradict each other.`});
      if (/^(?:somebody|someone|anybody|anyone|people|persons)$/.test(w) && /^(?:is|are|was|were)$/.test(be.word.folded) && HARMED.test(then.word.folded)) report({kind: 'lost', start: t.start, end: t.end, proposals: [/s|people/.test(w.at(-1)!) || w === 'people' ? `no ${t.text}` : 'nobody'], confidence: 0.65, message: 'A negation seems to be lost', note: `“${tokens[i]!.text}” and “${then.text}” contradict each other.`});
    }

    /** "has not that two doctors", of "ne … que": only. */
    function notThat(i: number): void {
      const count = tokens[i + 1];
      const before = document.before(tokens[i]!);
      const not = before?.word.folded === 'not' ? before : before && document.before(before)?.word.folded === 'not' && (baseOfParticiple(before.word.folded) || /^(?:have|reach|receive|cost|need|get|last|remain|count|employ|own|number|include|contain|offer|see|find|know|take|sell|play|win|score)$/.test(before.word.folded)) ? document.before(before)! : undefined;
      if (!not || count?.sentence !== not.sentence || count.kind !== 'number' && !NUMBER_WORDS.has(count.word.folded) || tokens[i + 2]?.kind !== 'word' || /^(?:of|is|was|are|were|year|year's)$/.test(tokens[i + 2]!.word.folded) || !/^(?:has|have|had|is|are|was|were|did|does|do)$/.test(document.before(not)?.word.folded ?? '')) return;
      const helper = document.before(not)!;
      const verb = not.index === i - 1 ? '' : before!.word.folded;
      const whole = verb !== '' && /^d/.test(helper.word.folded);
      report({kind: 'doubled', start: (whole ? helper : not).start, end: tokens[i]!.end, proposals: [whole ? `${affirmed(helper.word.folded, verb)} only` : verb ? `${verb} only` : 'only'], confidence: 0.7, message: 'Expected `only` for `not … that`', note: 'French says “only” with two words (ne … que), of which one came out as “not”.'});
    }

    /** "is not transmitted by ticks; it cannot be caught from milk": the first half says how, or the second would have nothing to set apart. */
    function notOnly(i: number): void {
      const it = document.before(tokens[i]!);
      if (!it || !/^(?:it|they|he|she)$/.test(it.word.folded) || document.before(it)?.text !== ';' || tokens[i + 1]?.word.folded !== 'be') return;
      if (!/^(?:by|from|in|through|as|with|on)$/.test(tokens[i + 3]?.word.folded ?? '')) return;
      const semicolon = it.index - 1;
      const {first} = sentences[it.sentence]!;
      for (let k = semicolon + 3; k <= sentences[it.sentence]!.last; k++) if (/^(?:either|nor|also|however|but)$/.test(tokens[k]!.word.folded)) return;
      for (let k = semicolon - 1; k > first; k--) {
        const w = tokens[k]!.word.folded;
        if (tokens[k]!.text === ',' || /^(?:and|but|or|nor|if|when)$/.test(w)) return;
        if (w !== 'not' || !/^(?:is|are|was|were)$/.test(tokens[k - 1]!.word.folded)) continue;
        const verb = tokens[k + 1]!;
        if (!baseOfParticiple(verb.word.folded) || !/^(?:by|in|through|from|with|via)$/.test(tokens[k + 2]?.word.folded ?? '')) return;
        report({kind: 'doubled', start: tokens[k]!.start, end: verb.end, proposals: [`${verb.text} only`, `only ${verb.text}`, verb.text], confidence: 0.45, message: `\`not\` seems to be “only”: both halves exclude, and nothing is left`, note: 'French says “only” with two words (ne … que), of which one came out as “not”.'});
        return;
      }
    }

    /** "has reopened yet." */
    function yet(i: number): void {
      const after = document.after(tokens[i]!);
      const has = document.before(tokens[i]!);
      if (has && !yetAllowed(has) && yetKnown(document, tokens[i]!, report)) return;
      // "has yet replied"; English says "has yet to reply" and "the best that anybody has yet made".
      if (has && /^(?:has|have|had)$/.test(has.word.folded) && after?.kind === 'word' && after.word.shape === 'lower' && after.word.folded !== 'been' && baseOfParticiple(after.word.folded) && !yetAllowed(has) && !/^(?:what|that|which|as|than|far|most|best|greatest|latest|first)$/.test(document.before(has)?.word.folded ?? '')) {
        report({kind: 'lost', start: tokens[i]!.start, end: tokens[i]!.end, proposals: ['not yet'], confidence: 0.7, message: 'A `not` seems to be lost before `yet`', note: '“Yet” between the auxiliary and the verb needs a negation.'});
        return;
      }
      const verb = document.before(tokens[i]!);
      const aux = verb && document.before(verb);
      const next = tokens[i + 1];
      if (!verb || !aux || !/^(?:has|have|had|been)$/.test(aux.word.folded) || !/(?:ed|en|un|one|ade|own|ought)$/.test(verb.word.folded) || next && next.sentence === verb.sentence && !/^[.,;]$/.test(next.text) || licensed(i, verb.index)) return;
      negate(verb, 0.85, '“Yet” at the end of a statement needs a negation.');
    }

    function anymore(i: number): void {
      const verb = document.before(tokens[i]!);
      const aux = verb && document.before(verb);
      if (!verb || !aux || licensed(i)) return;
      const sure = /^(?:is|are|was|were|has|have|had|be|been|will|can|could|would)$/.test(aux.word.folded) && verb.kind === 'word';
      if (sure) negate(verb, 0.86, '“Anymore” needs a negation.');
    }

    /** "is at all clear." */
    function atAll(i: number): void {
      const at = tokens[i - 1]!;
      const next = tokens[i + 1];
      const verb = document.before(at);
      if (verb?.kind !== 'word' || !next || next.sentence === at.sentence && !/^[.,;]$/.test(next.text) || licensed(i, i - 1) || strengthened(document, tokens[i]!, report)) return;
      report({kind: 'lost', start: at.start, end: tokens[i]!.end, confidence: 0.6, message: '`at all` needs a negation', note: 'Without a negation or a question, “at all” has nothing to strengthen.'});
    }

    /** "had ever seen" */
    function ever(i: number): void {
      const aux = document.before(tokens[i]!);
      const verb = document.after(tokens[i]!);
      // "a ray of light ever enters"
      const {first} = sentences[tokens[i]!.sentence]!;
      if (aux?.kind === 'word' && verb?.kind === 'word' && !quoted[i] && !AUXILIARY.test(aux.word.folded)) for (let k = i - 2; k >= first && i - k < 6; k--) {
        const w = tokens[k]!.word.folded;
        if (tokens[k]!.kind !== 'word' || AUXILIARY.test(w)) break;
        if (w !== 'a' && w !== 'an') continue;
        if (LEAST.test(tokens[k + 1]!.word.folded) && !licensed(k) && verb.word.folded !== 'so') report({kind: 'lost', start: tokens[k]!.start, end: tokens[k]!.end, proposals: ['no', `not ${tokens[k]!.text}`], confidence: 0.6, message: 'A negation seems to be lost', note: '“Ever” needs a negation, a question or a comparison.'});
        break;
      }
      if (!aux || !/^(?:has|have|had)$/.test(aux.word.folded) && !everDone(document, tokens[i]!) || !verb || verb.kind !== 'word' || verb.word.folded === 'since' || licensed(i)) return;
      if (quoted[i] && !(/^(?:i|we|he|she|they)$/.test(document.before(aux)?.word.folded ?? '') && document.opensSentence(document.before(aux)!))) return;
      report({kind: 'lost', start: tokens[i]!.start, end: tokens[i]!.end, proposals: ['never'], confidence: 0.45, note: '“Ever” needs a negation, a question or a comparison.'});
    }

    /** "They only closed the school, but also the library" */
    function butAlso(i: number): void {
      if (document.before(tokens[i]!)?.word.folded !== 'but') return;
      const {first} = sentences[tokens[i]!.sentence]!;
      for (let k = i - 2; k >= first && i - k < 40; k--) {
        const {folded} = tokens[k]!.word;
        if (folded === 'not' || folded === 'never' || folded === 'no' || folded.endsWith("n't") || folded === 'cannot') return;
        if (folded !== 'only') continue;
        for (let n = k - 1; n >= first && k - n < 12; n--) if (/^(?:not|never|no|nor|if|the|an|isn't|cannot)$|n't$/.test(tokens[n]!.word.folded) && (k - n === 1 || !/^(?:the|an|no|if)$/.test(tokens[n]!.word.folded))) return;
        const verb = document.after(tokens[k]!);
        if (verb?.kind !== 'word' || verb.word.shape !== 'lower') return;
        report({kind: 'lost', start: tokens[k]!.start, end: verb.end, proposals: [`not only ${verb.text}`], confidence: 0.7, message: 'A `not` seems to be lost before `only`', note: '“Not only … but also”: without “not” the sentence contradicts itself.'});
        return;
      }
    }

    /** "was published until Thursday", "will begin until Monday" */
    function until(i: number): void {
      const verb = document.before(tokens[i]!);
      const will = verb && document.before(verb);
      if (verb && isListed('punctual', verb.word.folded) && will && /^(?:was|were|been)$/.test(will.word.folded) && !licensed(i, will.index)) {
        const next = tokens[i + 1]?.word.folded ?? '';
        if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|after|last|the)$/.test(next) && (next !== 'the' || /^(?:next|following)$/.test(tokens[i + 2]?.word.folded ?? ''))) return negate(verb, 0.5, 'What happens at one moment cannot last until another: a “not” seems to be lost.');
      }
      if (verb && isListed('moments', verb.word.folded) && will && /^(?:will|would)$/.test(will.word.folded) && !licensed(i, will.index)) negate(verb, 0.4, 'What happens at one moment cannot last until another: a “not” seems to be lost.');
    }
  },
});
