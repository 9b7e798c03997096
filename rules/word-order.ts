import {DAYS, MONTHS, NUMBER_WORDS} from '../src/document/english.ts';
import {formsOf} from '../src/document/inflection.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../src/document/verbs.ts';
import {endsPhrase, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {soleVerb} from '../src/evidence/clause.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {posOf} from '../src/evidence/pos.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';
import {displaced} from './word-order/displaced.ts';
import {DONE, invertedPassive} from './word-order/inverted-passive.ts';
import {ageAt} from './word-order/ages.ts';
import {betweenVerbAndObject, veryMuch} from './word-order/between.ts';
import {heldApart} from './word-order/held-apart.ts';
import {indirectQuestion} from './word-order/indirect.ts';
import {accordingTo, afterNegation, behindPlace, enoughBehind, howCalled, insideQuestion, type Inversion, mostBehind, saidOnDay, sinceDay, soBig, verbBeforePronoun, whereWorks} from './word-order/inversions.ts';
import {adjectiveIs, adverbVerb, alsoFirst, clauseVerb, deniedFirst, noMoreBehind, onlyBehind, passiveFirst, thereExisted, verbOpens, whichWill} from './word-order/verb-second.ts';

const set = (words: string) => new Set(words.split(' '));
const PERSONS = set('man woman boy girl person driver pensioner student teenager child patient victim cyclist pedestrian motorcyclist worker farmer soldier fisherman tourist doctor teacher resident player engineer officer');
const EXPECTED = set('expected known reported planned supposed believed estimated necessary possible clear important assumed noted feared hoped likely thought understood evident required recommended considered');
const AUX = set('is are was were has have had will would can could must should');
const BE = set('is are was were');
const WH = set('where when why how what');
const ASKING = set('know knows knew known asked asks ask wonder wonders wondered explain explained explains understand understood unclear tell told reveal revealed clear decide decided see show shows showed determine determined specify specified investigate investigating clarify clarified find learn learned');
const DOING = set('do does did');
/** What a thing does without an object: "how works the system". */
const INTRANSITIVE = set('works worked costs cost functions functioned ends ended begins began starts started looks looked lives lived comes came dies died lies lay stands stood proceeds proceeded goes went');
const IN_STATEMENT = 'A question inside a sentence keeps the order of a statement.';
const SUBJECTS = set('he she it they we this that these those his her its their the');
const ADVERBS = set('also already always often never probably usually still immediately quickly officially publicly repeatedly formally recently successfully constantly');
/** Where the verb comes first behind them. */
const NEGATIVE = set('no under never only not');
/** Adverbs behind which the verb comes next in Germanic languages; those behind which English has it too (never, only, here) are left out or weak. */
const SECOND = set('today yesterday tomorrow now meanwhile therefore recently currently initially originally nevertheless nonetheless moreover furthermore additionally afterwards later first finally unfortunately previously perhaps maybe then thus so here there also still');
const BETWEEN = set('here there today yesterday tomorrow again');
const MODAL = set('will can could must should would may');
const SMALL_VERBS = /^(?:is|are|was|were|be|been|being|has|have|had|does|did|said|not|need|used|supposed|and|or|but|this|his|its|as|us|thus|plus|yes|news|based|concerned|red|hundred|indeed|united|children's)$/;
const MANNER = set('slowly quickly rapidly loudly softly badly poorly steadily carefully gradually rarely hard fast');
const DEGREE = set('extremely very particularly quite fairly incredibly remarkably rather surprisingly relatively');
/** Whom a body may have: "the astronaut NASA". */
const HELD = /^(?:astronaut|cosmonaut|agent|officer|spokesman|spokeswoman|correspondent|journalist|reporter|analyst|expert|director|president|chief|head|secretary|ambassador|envoy|official|leader|minister|deputy|lawmaker|general|commander|coach|player|pilot|engineer|scientist|researcher|inspector|employee|representative|candidate|founder|chairman|chairwoman|chairperson|spokesperson|speaker|senator|governor|mayor|boss|adviser|advisor|lawyer|negotiator|striker|defender|midfielder|goalkeeper|driver|rider|activist|patron)$/;
const EXISTS = /^(?:exists?|existed)$/;
const LEFT = /^(?:left|remain|remains|lack|lacks|missing|stay)$/;
const LACKS = /^(?:lacks|misses|lack|lacked)$/;
/** Words of a long stretch in the wrong order that are marked: what is wrong stands at its beginning. */
const MARKED = 5;
const DET = set('the a an his her its their our this that these those some many several two three four five six seven eight nine ten no');

/** What happens to somebody without an object. */
const APPEARED = /^(?:arrived|died|fell|came|appeared|happened|participated|departed|disappeared|perished|collapsed|exploded|intervened|triumphed|emerged|vanished|resigned)$/;

export default defineRule({
  id: 'word-order',
  summary: 'Words in the order of another language',
  why: `English keeps the subject before its verb and the adjective before its noun; other languages do not. Engines leave the order of the source where a clause is long or opens with an adverb: \`Added the minister that …\`, \`In addition, were two cars restored\`, \`the in darkness living animals\`, \`knows already the answer\`, \`asked where is the key\`, \`a woman of 83 years\`.

Silent in questions and quotations, on short inversions of reports (\`, said the minister\`) and on names.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.9,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    subject: 'A subject behind its verb',
    question: 'A question inside a sentence in the order of a question',
    adverb: 'An adverb, a time or a place in the wrong place',
    age: 'An age behind the noun',
    description: 'A whole description before its noun',
    adjective: 'An adjective behind its noun',
  },
  examples: {
    bad: [
      {text: 'Fell the price of oil to nine dinars. If stopped the work, she would starve. The roof is broken, and are missing 300 tiles. Interesting is that they are girls. “When I asked why has she a fever, they left.”', flagged: ['Fell the price of oil', 'stopped the work', 'are missing 300 tiles', 'Interesting is', 'has she'], fixed: 'The price of oil fell to nine dinars. If the work stopped, she would starve. The roof is broken, and 300 tiles are missing. It is interesting that they are girls. “When I asked why she has a fever, they left.”', mt: 'yes'},
      {text: 'Meanwhile searches the club for a coach. They met in a room in which will take place the vote. It was calm, although existed delays.', flagged: ['searches the club', 'will take place the vote', 'existed'], fixed: 'Meanwhile the club searches for a coach. They met in a room in which the vote will take place. It was calm, although there were delays.', mt: 'yes'},
      {text: 'The two only shops are shut. Also the sailors are angry. He knows that neither we can leave, and never she asked. The well has no water more.', flagged: ['two only', 'Also the sailors', 'neither we can', 'never she', 'water more'], fixed: 'The only two shops are shut. The sailors, too, are angry. He knows that neither can we leave, and she never asked. The well has no more water.', mt: 'yes'},
      {text: 'Exists a risk that it breaks. Happened in the night. On Thursday arrived the first tourists. She knows well the region.', flagged: ['Exists', 'Happened', 'arrived', 'well'], fixed: 'There is a risk that it breaks. It happened in the night. On Thursday the first tourists arrived. She knows the region well.', mt: 'yes'},
      {text: 'A man of 45 years was killed in the crash.', flagged: ['A man of 45 years'], fixed: 'A 45-year-old man was killed in the crash.'},
      {text: 'Is expected that the road will reopen.', flagged: ['Is'], fixed: 'It is expected that the road will reopen.'},
      {text: 'Arrived the president at noon. I asked him where is the key.', flagged: ['Arrived the president', 'is the key'], fixed: 'The president arrived at noon. I asked him where the key is.', mt: 'yes'},
      {text: 'Added the minister that the law would change.', flagged: ['Added the minister'], fixed: 'The minister added that the law would change.'},
      {text: 'In addition, were three old ships repaired in Gdansk.', flagged: ['were three old ships'], fixed: 'In addition, three old ships were repaired in Gdansk.'},
      {text: 'They found the in deep water living sharks.', flagged: ['in deep water living sharks'], fixed: 'They found the sharks living in deep water.'},
      {text: 'The rooms are since Tuesday free.', flagged: ['are since Tuesday free'], fixed: 'The rooms have been free since Tuesday.'},
      {text: 'Today play they tennis. Yesterday has the minister resigned. Nobody has here anything against it.', flagged: ['play they', 'has the minister', 'here anything'], fixed: 'Today they play tennis. Yesterday the minister has resigned. Nobody has anything here against it.', mt: 'yes'},
      {text: 'She explained where is the key.', flagged: ['is the key'], fixed: 'She explained where the key is.', mt: 'yes'},
      {text: 'He asked where is the station of the town. She explained what is the reason for the delay.', flagged: ['is the station of the', 'is the reason for the'], fixed: 'He asked where the station of the town is. She explained what the reason for the delay is.', mt: 'yes'},
      {text: 'Nobody knows when will end the war. He explained how works the new system.', flagged: ['will end the war', 'works the new system'], fixed: 'Nobody knows when the war will end. He explained how the new system works.', mt: 'yes'},
      {text: 'He wonders why did the minister resign. Nobody knows when has she left.', flagged: ['did the minister resign', 'has she'], fixed: 'He wonders why the minister resigned. Nobody knows when she has left.', mt: 'yes'},
      {text: 'The museum includes also the old mill.', flagged: ['includes also'], fixed: 'The museum also includes the old mill.', mt: 'yes'},
      {text: 'The trees extremely slowly grow there.', flagged: ['extremely slowly grow'], fixed: 'The trees grow extremely slowly there.', mt: 'yes'},
      {text: 'As informs the press service of the ministry, the road is closed. Already on Monday had the union warned of it. There was killed one person.', flagged: ['informs', 'had the union', 'There was killed'], fixed: 'As the press service of the ministry informs, the road is closed. Already on Monday the union had warned of it. One person was killed.', mt: 'yes'},
      {text: 'The match was on Saturday played in Rome.', flagged: ['was on Saturday played'], fixed: 'The match was played on Saturday in Rome.', mt: 'yes'},
      {text: 'Left two weeks and we will use them. Not far from the station happened an explosion. They met the astronaut NASA Christopher Hale there.', flagged: ['Left two weeks', 'happened', 'astronaut NASA'], fixed: 'There are two weeks left and we will use them. Not far from the station an explosion happened. They met the NASA astronaut Christopher Hale there.', mt: 'yes'},
      {text: 'Never I have slept so well. With it loses the town its only school. He complained that the pipes now badly painted are.', flagged: ['Never I have', 'With it loses the town', 'painted are'], fixed: 'Never have I slept so well. The town thus loses its only school. He complained that the pipes now badly are painted.', mt: 'yes'},
      {text: 'Only then the police arrived. It not is clear who fired in the two last years. Why the guards did not intervene? In the crash died two people.', flagged: ['the police arrived', 'not is', 'two last', 'the guards did', 'died'], fixed: 'Only then did the police arrive. It is not clear who fired in the last two years. Why did the guards not intervene? In the crash two people died.', mt: 'yes'},
      {text: 'The boat leaves on Friday tomorrow at the local time of 09:15. Nobody was hurt, adds in the report. Good also Banca Verde (+2.1%), while 4 another banks fell.', flagged: ['on Friday tomorrow', 'the local time of 09:15', 'adds in the report', 'Good also Banca Verde', '4 another'], fixed: 'The boat leaves tomorrow, Friday, at 09:15 local time. Nobody was hurt, the report adds. Banca Verde was also good (+2.1%), while 4 other banks fell.', mt: 'yes'},
      {text: '“The road is closed”, had warned the local police in May. It was decided by acting the chief prosecutor on 2021 March 4. The 10 first matches went well, and the table shows well the trend. The founder ABC Anna Berg left.', flagged: ['had warned the local police', 'acting the', '2021 March 4', '10 first', 'well', 'founder ABC'], fixed: '“The road is closed”, the local police had warned in May. It was decided by the acting chief prosecutor on March 4, 2021. The first 10 matches went well, and the table shows the trend well. The ABC founder Anna Berg left.', mt: 'yes'},
      {text: 'In the Ministry of Health said that nobody was hurt. Later in the Kremlin did not rule out talks.', flagged: ['In the Ministry of Health', 'in the Kremlin'], fixed: 'The Ministry of Health said that nobody was hurt. Later the Kremlin did not rule out talks.'},
      {text: 'The army Russian said that it had left the town.', flagged: ['army Russian'], fixed: 'The Russian army said that it had left the town.', mt: 'yes'},
      {text: 'In the crash were injured five people. It shows the hall where was held the meeting. On the square gathered thousands of people. The three first trains were full.', flagged: ['were injured', 'was held', 'gathered', 'three first'], fixed: 'In the crash five people were injured. It shows the hall where the meeting was held. On the square thousands of people gathered. The first three trains were full.', mt: 'yes'},
      {text: 'Not only he lost the house, but also the car. She did not call, nor she wrote. Because the road was closed, came he late.', flagged: ['he lost', 'she wrote', 'came he'], fixed: 'Not only did he lose the house, but also the car. She did not call, nor did she write. Because the road was closed, he came late.', mt: 'yes'},
      {text: 'According to the mayor was the bridge safe. In the plant are working 40 people. The house the most expensive was sold. So big fire was never seen here.', flagged: ['was the bridge', 'are working 40 people', 'house the most expensive', 'So big fire'], fixed: 'According to the mayor the bridge was safe. In the plant 40 people are working. The most expensive house was sold. Such a big fire was never seen here.', mt: 'yes'},
      {text: 'They asked if will she come. In the shop where works his father it is cold. It is enough warm.', flagged: ['will she', 'works his father', 'enough warm'], fixed: 'They asked if she will come. In the shop where his father works it is cold. It is warm enough.', mt: 'yes'},
      {text: 'With 34 years he is the youngest. The boy has nine years. She is 40 years.', flagged: ['With 34 years', 'has nine years', 'years'], fixed: 'At 34 he is the youngest. The boy is nine years old. She is 40 years old.', mt: 'yes'},
      {text: 'The council adopted on Monday the law. The mayor presented to the council the plan. Police arrested in Paris three men. She likes very much football.', flagged: ['on Monday the law', 'to the council the plan', 'in Paris three men', 'very much football'], fixed: 'The council adopted the law on Monday. The mayor presented the plan to the council. Police arrested three men in Paris. She likes football very much.', mt: 'yes'},
      {text: 'The bridge will stay closed, announced on Saturday the mayor of Lyon. Two men were held, said Tuesday the prosecutor\'s office.', flagged: ['announced on Saturday the mayor', 'said Tuesday the prosecutor\'s office'], fixed: 'The bridge will stay closed, the mayor of Lyon announced on Saturday. Two men were held, the prosecutor\'s office said Tuesday.', mt: 'yes'},
    ],
    good: [
      {text: 'The men fled and were arrested two days later. When asked the price, he left; if given the chance, she stays. He was hit and was killed the next day.', mt: 'yes'},
      {text: 'Also present were the sailors. Also, the sailors are angry. Neither he nor she came, and never has it rained so. In the hall, where has been no light, he sat. No more, no less. Meanwhile came the rain.', mt: 'yes'},
      {text: 'The firm, said Tuesday the loss was small. It is over, said the mayor on Monday. It fell, reports Monday showed.', mt: 'yes'},
      {text: 'The council adopted on Monday a law that bans cars from the old town. He was killed on Monday the week before. They won in 2010 and again later.', mt: 'yes'},
      {text: 'Not only he but also she lost. The law, said he, is old. With 34 years of experience he knows it. There is enough good food. The man, 34 years ago, left. According to him, it was safe.', mt: 'yes'},
      {text: 'He knows well that it is late. On Thursday came the news that he was gone. Happened upon by chance, it was kept.', mt: 'yes'},
      {text: 'On the wall is carved a bull. In the spring the bridge was opened the whole day. Among the dead were two men. By then was a bad time.', mt: 'yes'},
      {text: 'India, after China, has reported 12 cases. Good Friday (April 3) is a holiday, and another three people came. He was acting the part, adds a friend. In 2021 May 4 people signed. On Black Friday today it is full.', mt: 'yes'},
      'In the company said to be the oldest, nobody knew. In the ministry an official said that it was late. In the office they did not know the news that the party announced.',
      'He asked: why did the minister resign? She knew what works best, and he explained how works of art are sold.',
      'They know what is the matter. She knows who is the master of the house. He knows who will end the war and what had the greatest effect.',
      {text: 'As reported on Monday, the road is closed. As stated by the bank, it is late. There was found money; there were injured people. Left alone, two weeks later, he spoke. It happened a week ago, and at the station it happened a day later.', mt: 'yes'},
      'Never have I seen it. With this came the rain, and with it the town lost its school. He said that the men arrested were. It was better than those printed are.',
      'A man of 40 years’ experience led the team, and a woman of 83 won.',
      '“The road is open,” said the minister. Is expected rain a problem?',
      'He asked where the key was. Do you know where is the key?',
      'The in-house lawyer and the by now familiar singer spoke.',
      'She is also a writer. He has always been the boss, and won also in Rome.',
      'Then came the rain. Here is the news. So did he. Now is the time. There stood a house. Today is a holiday. First comes the bill.',
      'He died yesterday the way he lived, and it opened here the same year.',
      'Said to be the oldest, the tree grew very slowly. Added to that, it rained.',
      'Among the guests were two old men seen in Paris. Only then, was it said, did he leave.',
      'Prices have been stable since Monday and are since then unchanged.',
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const flag = (kind: 'subject' | 'question' | 'adverb' | 'age' | 'description' | 'adjective', first: Token, last: Token, proposals: string[], confidence: number, note: string) => report({kind, start: first.start, end: tokens[Math.min(last.index, first.index + MARKED - 1)]!.end, proposals: proposals.map((text) => ({start: first.start, end: last.end, text})), confidence, note, message: `Unexpected order of words in \`${document.text.slice(first.start, last.end).slice(0, 60)}\``});
    const lower = (text: string) => (/^(?:The|A|An|His|Her|Its|Their|This|In)$/.test(text.split(' ')[0]!) ? text[0]!.toLowerCase() + text.slice(1) : text);
    const upper = (text: string) => text[0]!.toUpperCase() + text.slice(1);
    const question = (sentence: number) => {
      const {last} = sentences[sentence]!;
      return tokens[last]!.text === '?' || tokens[last - 1]?.text === '?';
    };
    /** The last word of a noun phrase that begins at `i`, at most six words on; -1 if something else comes. */
    const phraseEnd = (i: number): number => {
      for (let k = i; k < i + 6; k++) {
        const t = tokens[k];
        if (!t || t.kind !== 'word' && t.kind !== 'number' || t.sentence !== tokens[i]!.sentence || k > i && endsPhrase(t, t.sentence)) return -1;
        if (endsPhrase(tokens[k + 1], t.sentence)) return k;
      }
      return -1;
    };
    /** "Never I have seen": behind a negation at the head the verb comes first. */
    function fronted(i: number): void {
      const [first, subject, aux] = [tokens[i]!, tokens[i + 1], tokens[i + 2]];
      if (!subject || !/^(?:i|he|she|it|they|we|you)$/.test(subject.word.folded) || aux?.sentence !== first.sentence || !/^(?:have|has|had|did|do|does|was|were|is|are|will|would|can|could)$/.test(aux.word.folded)) return;
      flag('subject', first, aux, [`${first.text} ${aux.text} ${subject.text}`, `${subject.text === 'I' ? 'I' : upper(subject.text)} ${aux.text} ${first.text.toLowerCase()}`], 0.85, 'Behind a negation at the head of a sentence the verb comes before its subject.');
    }

    /** "With it loses the government its majority": German puts the verb second. */
    function withIt(i: number): void {
      const [first, it, verb, det] = [tokens[i]!, tokens[i + 1], tokens[i + 2], tokens[i + 3]];
      if (!it || !/^(?:it|this|that|these)$/.test(it.word.folded) || verb?.kind !== 'word' || verb.sentence !== first.sentence || det?.sentence !== first.sentence || !/^(?:the|a|an|his|her|its|their)$/.test(det.word.folded)) return;
      if (!baseOfThird(verb.word.folded) && !baseOfPast(verb.word.folded) || /^(?:came|comes|goes|went)$/.test(verb.word.folded) || posOf(document, verb) !== 'VERB') return;
      let noun = det.index + 1;
      while (noun < det.index + 4 && posOf(document, tokens[noun]!) === 'ADJ') noun++;
      const head = tokens[noun];
      if (head?.kind !== 'word' || head.sentence !== first.sentence || !DET.has(tokens[noun + 1]?.word.folded ?? '')) return;
      const subject = document.text.slice(det.start, head.end);
      flag('subject', first, head, [`${upper(subject)} thus ${verb.text}`], 0.72, 'English puts the subject before its verb.');
    }

    /** "that the bellows now electrically driven are": German and Dutch close a clause with its verb. */
    function verbLast(i: number): void {
      const verb = tokens[i]!;
      const participle = tokens[i - 1];
      const stop = tokens[i + 1];
      const {first} = sentences[verb.sentence]!;
      if (stop?.sentence === verb.sentence && !/^[.,;:]$/.test(stop.text) || participle?.kind !== 'word' || participle.sentence !== verb.sentence || !/(?:ed|en|wn|ought|ught|ade|ilt|ung)$/.test(participle.word.folded) || !baseOfParticiple(participle.word.folded)) return;
      if (posOf(document, participle) !== 'VERB') return;
      for (let k = i - 2; k >= first && i - k < 14; k--) {
        const w = tokens[k]!.word.folded;
        if (tokens[k]!.kind === 'punctuation' || AUX.has(w) || BE.has(w) || /^(?:than|as|what|how|who|whoever|whatever|which|where|those|and|or|if)$/.test(w)) return;
        if (!/^(?:that|because|although|whether|since|while)$/.test(w)) continue;
        if (i - k < 4 || !DET.has(tokens[k + 1]!.word.folded) && !/^(?:he|she|it|they|we)$/.test(tokens[k + 1]!.word.folded)) return;
        flag('subject', participle, verb, [`${verb.text} ${participle.text}`], 0.62, 'English does not put the verb at the end of the clause.');
        return;
      }
    }

    for (const token of document.ownTokens) {
      const {index: i} = token;
      if (token.kind !== 'word') continue;
      const {folded} = token.word;
      const next = document.after(token);
      if (!next) continue;
      if (token.word.shape === 'capital' && /^(?:never|nowhere|rarely|seldom)$/.test(folded) && document.opensSentence(token)) fronted(i);
      if (token.word.shape === 'capital' && folded === 'with' && document.opensSentence(token)) withIt(i);
      if (token.word.shape === 'capital' && document.opensSentence(token)) second(i);
      if (folded === 'neither' || folded === 'never') turned(deniedFirst(document, token));
      else if (folded === 'only') turned(onlyBehind(document, token));
      else if (folded === 'more') turned(noMoreBehind(document, token));
      else if (folded === 'which' || folded === 'where') turned(whichWill(document, token));
      else if (/^(?:although|because|since|while|whereas)$/.test(folded)) turned(thereExisted(document, token) ?? (folded === 'because' ? clauseVerb(document, token) : undefined));
      else if (/^(?:if|when|after|until)$/.test(folded)) turned(clauseVerb(document, token));
      else if (/^(?:is|are|was|were)$/.test(folded)) turned(passiveFirst(document, token));
      if (token.word.shape === 'capital' && document.opensSentence(token)) turned(folded === 'also' ? alsoFirst(document, token) : adverbVerb(document, token) ?? adjectiveIs(document, token) ?? verbOpens(document, token));
      if (BETWEEN.has(folded)) between(i);
      turned(
        folded === 'only' || folded === 'nor' ? afterNegation(document, token)
        : folded === 'according' && token.word.shape === 'capital' ? accordingTo(document, token)
        : folded === 'most' ? mostBehind(document, token)
        : folded === 'so' ? soBig(document, token)
        : folded === 'how' ? howCalled(document, token)
        : folded === 'if' || folded === 'whether' ? insideQuestion(document, token)
        : folded === 'where' ? whereWorks(document, token)
        : folded === 'enough' ? enoughBehind(document, token)
        : folded === 'much' ? veryMuch(document, token)
        : folded === 'since' ? sinceDay(document, token)
        : DAYS.has(folded) || folded === 'yesterday' ? saidOnDay(document, token)
        : /^(?:he|she|they|we)$/.test(folded) ? verbBeforePronoun(document, token)
        : AUX.has(folded) ? behindPlace(document, token)
        : next.kind === 'word' && /^(?:on|in|at|to|yesterday|today|tomorrow|last|next|this)$/.test(next.word.folded) ? betweenVerbAndObject(document, token)
        : undefined,
      );
      const at = displaced(document, token);
      if (at) flag(at.kind, at.first, at.last, [...at.proposals], at.confidence, at.note);
      const opens = document.opensSentence(token);
      if (opens && token.word.shape === 'capital') {
        opening(i);
        if (folded === 'why' || folded === 'how') uninverted(i);
        if (NEGATIVE.has(folded)) negativeFirst(i);
      }
      if (folded === 'has' || folded === 'have' || folded === 'had' || folded === 'will' || folded === 'would') turned(heldApart(document, token) ?? indirectQuestion(document, token));
      else if (AUX.has(folded)) turned(indirectQuestion(document, token));
      if (BE.has(folded) || folded === 'has' || folded === 'have' || folded === 'had') verbLast(i);
      if (HELD.test(folded) && token.word.shape === 'lower') initials(i);
      if (/^(?:happened|occurred|happens|occurs|died|perished|participated|gathered)$/.test(folded)) happened(i);
      if (/^(?:last|first|next|past|previous|others?)$/.test(folded)) counted(i);
      if (folded === 'not' && /^(?:is|are|was|were|has|can|will|would|could|must)$/.test(next.word.folded)) notBefore(i);
      if (folded === 'well' && next.kind === 'word' && /^(?:the|his|her|its|their|this)$/.test(next.word.folded)) wellKnown(i);
      if ((BE.has(folded) || folded === 'has') && next.word.folded === 'the') objectFirst(i);
      if (folded === 'years') {
        const age = ageAt(document, token);
        if (age) flag('age', age.first, age.last, [...age.proposals], age.confidence, 'So English says how old somebody is.');
      }
      if (PERSONS.has(folded)) aged(i);
      else if (BE.has(folded)) {
        const passive = invertedPassive(document, token);
        if (passive) moved(passive.be, passive.participle, passive.be, passive.lastOfSubject, `${document.slice(passive.firstOfSubject.index, passive.lastOfSubject.index)} ${folded} ${passive.participle.text}`, passive.confidence);
        if (next.word.folded === 'on') onDay(i);
        if (next.word.folded === 'since') since(i);
        else if (tokens[i - 1]?.text === ',' && !opens) inverted(i);
        if (WH.has(tokens[i - 1]?.word.folded ?? '') || tokens[i - 1]?.word.folded === 'who') indirect(i);
      } else if (folded === 'the') embedded(i);
      else if (ADVERBS.has(folded)) adverb(i);
      else if (DEGREE.has(folded) && MANNER.has(next.word.folded)) manner(i);
      else if ((AUX.has(folded) || DOING.has(folded)) && WH.has(tokens[i - 1]?.word.folded ?? '')) asked(i);
      else if (INTRANSITIVE.has(folded)) verbFirst(i);
      if (token.word.entry.flags & Flag.Proper && token.word.shape === 'capital') nationality(i);
    }

    /** "knows well the region", "speaks very well the language": how, between the verb and its object. */
    function wellKnown(i: number): void {
      const well = tokens[i]!;
      const start = /^(?:very|quite|so|too)$/.test(tokens[i - 1]?.word.folded ?? '') ? i - 1 : i;
      const verb = tokens[start - 1];
      if (verb?.sentence !== well.sentence || !/^(?:knows?|knew|speaks?|spoke|remembers?|remembered|understands?|understood|plays?|played|describes?|described|explains?|explained|shows?|showed|illustrates?|illustrated|reflects?|reflected|summari[sz]es|summari[sz]ed)$/.test(verb.word.folded)) return;
      const end = phraseEnd(i + 1);
      if (end > i + 1) moved(tokens[start]!, well, tokens[start]!, tokens[end]!, `${document.slice(i + 1, end)} ${document.slice(start, i)}`, 0.6);
    }

    /** "He has the book written in prison": the object before the participle. */
    function objectFirst(i: number): void {
      const has = tokens[i]!;
      if (has.word.folded !== 'has') return;
      const subject = document.before(has);
      if (subject?.kind !== 'word' || /^(?:who|which|that|it|and|but|what|whoever)$/.test(subject.word.folded)) return;
      for (let k = i + 3; k < i + 5; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== has.sentence || t.word.shape !== 'lower') return;
        if (baseOfParticiple(t.word.folded) === undefined || posOf(document, t) !== 'VERB' && posOf(document, t) !== 'ADJ') continue;
        const next = tokens[k + 1];
        if (next && next.sentence === has.sentence && !/^(?:[.,;]|in|at|on|from|to|for|after|before|last|yesterday|and)$/.test(next.text)) return;
        if (gainOf(document, i + 1, k, [t.word.folded, ...tokens.slice(i + 1, k).map((x) => x.word.folded)]) >= 1) moved(tokens[i + 1]!, t, tokens[i + 1]!, t, `${t.text} ${document.slice(i + 1, k - 1)}`, 0.4);
        return;
      }
    }

    /** "the two last years", "the others two": English has the other order. */
    function counted(i: number): void {
      const which = tokens[i]!;
      const number = document.before(which);
      const noun = document.after(which);
      if (/^others?$/.test(which.word.folded)) {
        if (number?.word.folded !== 'the' || !noun || !NUMBER_WORDS.has(noun.word.folded) || which.word.folded === 'other') return;
        flag('adjective', which, noun, [`other ${noun.text}`], 0.8, '“Other” has no plural before a noun.');
        return;
      }
      if (!number || !/^(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$/.test(number.kind === 'number' ? number.text : number.word.folded) || noun?.kind !== 'word' || noun.sentence !== which.sentence || noun.word.shape !== 'lower') return;
      const the = document.before(number);
      if (!the || !/^(?:the|his|her|its|their|these|those|our)$/.test(the.word.folded)) return;
      if (!/^(?:years|months|weeks|days|hours|minutes|games|matches|goals|rounds|elections|seasons|decades|centuries|quarters|times|places|races|meetings|editions|attempts)$/.test(noun.word.folded) && !(which.word.folded === 'first' && pluralNoun(noun) && posOf(document, noun) === 'NOUN')) return;
      flag('adjective', number, which, [`${which.text} ${number.text}`], 0.66, 'English puts the number behind it.');
    }

    /** "It not is clear" */
    function notBefore(i: number): void {
      const not = tokens[i]!;
      const subject = document.before(not);
      const aux = tokens[i + 1]!;
      if (!subject || !/^(?:it|he|she|they|this|we|there)$/.test(subject.word.folded) || question(not.sentence) || tokens[i + 2]?.sentence !== not.sentence) return;
      const before = document.before(subject);
      if (before && /^(?:is|was|are|were|has|have|had|did|do|does|if|whether|or|than|why|may|can|will|of|by|for|with|and)$/.test(before.word.folded)) return;
      flag('adverb', not, aux, [`${aux.text} not`], 0.75, 'English puts “not” behind the auxiliary.');
    }

    /** "Why the police did not intervene?": a question in the order of a statement. */
    function uninverted(i: number): void {
      const first = tokens[i]!;
      const subject = tokens[i + 1]!;
      const {last} = sentences[first.sentence]!;
      if (tokens[last]!.text !== '?' || document.isTitle(first.sentence) || !/^(?:the|he|she|they|it|this|these|his|her|its|their|we|you|i)$/.test(subject.word.folded)) return;
      for (let k = i + 2; k < Math.min(last, i + 8); k++) {
        const t = tokens[k]!;
        if (t.kind !== 'word' || /^(?:who|which|that|and|but|to)$/.test(t.word.folded)) return;
        if (!/^(?:is|are|was|were|has|have|can|could|will|would|did|does|do|should|must)$/.test(t.word.folded) || posOf(document, t) !== 'AUX' && posOf(document, t) !== 'VERB') continue;
        for (let n = k + 1; n < last; n++) if (tokens[n]!.text === ',') return;
        const text = document.slice(i + 1, k - 1);
        flag('question', subject, t, [`${t.text} ${text}`], 0.66, 'A question puts the auxiliary before its subject.');
        return;
      }
    }

    /** "Only then the police arrived", "Never before the party had lost": a negation or a limit at the head puts the verb first. */
    function negativeFirst(i: number): void {
      const [first, next, third] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]];
      const two = `${first.word.folded} ${next.word.folded}`;
      let k = i + 2;
      if (two === 'at no' || two === 'under no') k = i + 3;
      else if (!/^(?:only then|never before|not once)$/.test(two)) return;
      const subject = tokens[k];
      const verb = tokens[k + (subject && DET.has(subject.word.folded) && subject.kind === 'word' && !/^(?:this|that|these|those)$/.test(subject.word.folded) ? 2 : 1)];
      if (!third || !subject || verb?.kind !== 'word' || verb.sentence !== first.sentence || !(/^(?:the|he|she|they|it|we|his|her|its|their)$/.test(subject.word.folded)) || question(first.sentence)) return;
      const aux = /^(?:is|are|was|were|has|have|had|can|could|will|would)$/.test(verb.word.folded);
      const past = aux ? undefined : baseOfPast(verb.word.folded);
      if (!aux && (!past || posOf(document, verb) !== 'VERB')) return;
      const who = document.slice(k, verb.index - 1);
      flag('subject', subject, verb, [aux ? `${verb.text} ${who}` : `did ${who} ${past}`], 0.6, 'Behind a negation or “only” at the head of a sentence the verb comes before its subject.');
    }

    /** "A woman of 83 years" */
    function aged(i: number): void {
      const [of, age, years, old] = [tokens[i + 1], tokens[i + 2], tokens[i + 3], tokens[i + 4]];
      if (of?.word.folded !== 'of' || age?.kind !== 'number' || !/^\d{1,3}$/.test(age.text) || years?.word.folded !== 'years' || years.sentence !== tokens[i]!.sentence) return;
      const withOld = old?.word.folded === 'old' && old.sentence === years.sentence;
      if (!withOld && old && (/^[-’']$/.test(old.text) || old.kind === 'word' && old.sentence === years.sentence && /^(?:experience|standing|service|in|of)$/.test(old.word.folded))) return;
      let article: Token | undefined = tokens[i - 1];
      if (!article || !/^an?$/i.test(article.text) || article.sentence !== years.sentence) article = undefined;
      const an = /^(?:8|11$|18$)/.test(age.text) ? 'an' : 'a';
      const compound = `${age.text}-year-old ${tokens[i]!.text}`;
      const last = withOld ? old : years;
      if (article) flag('age', article, last, [`${article.text.startsWith('A') ? upper(an) : an} ${compound}`], 0.9, 'English puts the age before the noun.');
      else flag('age', tokens[i]!, last, [compound], 0.8, 'English puts the age before the noun.');
    }

    /** "Is expected that", "Added the minister that" */
    function opening(i: number): void {
      const first = tokens[i]!;
      const {folded} = first.word;
      const next = tokens[i + 1]!;
      if (/^(?:is|was)$/.test(folded) && EXPECTED.has(next.word.folded) && !question(first.sentence)) {
        const third = tokens[i + 2];
        if (third && third.sentence === first.sentence && /^(?:that|to|for|whether)$/.test(third.word.folded)) report({kind: 'subject', start: first.start, end: first.end, proposals: [`It ${folded}`], confidence: 0.92, note: 'English needs a subject here.'});
        return;
      }
      if (/^(?:was|were)$/.test(folded) && /[a-z]{3}ed$|^(?:built|found|sold|made|held)$/.test(next.word.folded) && DET.has(tokens[i + 2]?.word.folded ?? '') && !question(first.sentence)) {
        const end = phraseEnd(i + 2);
        if (end > i + 2) flag('subject', first, tokens[end]!, [`${upper(document.slice(i + 2, end))} ${folded} ${next.text}`], 0.86, 'English puts the subject before its verb.');
        return;
      }
      if (/^(?:yesterday|today|recently)$/.test(folded) && /^(?:was|were)$/.test(next.word.folded) && /[a-z]{3}ed$|^(?:built|found|sold|made|held)$/.test(tokens[i + 2]?.word.folded ?? '') && DET.has(tokens[i + 3]?.word.folded ?? '')) {
        const end = phraseEnd(i + 3);
        if (end > i + 3) flag('subject', next, tokens[end]!, [`${document.slice(i + 3, end)} ${next.text} ${tokens[i + 2]!.text}`], 0.86, 'English puts the subject before its verb.');
        return;
      }
      // "Arrived the president at noon."
      if (APPEARED.test(folded) && (DET.has(next.word.folded) || next.word.shape === 'capital') && !question(first.sentence)) {
        const end = next.word.shape === 'capital' ? nameEnd(i + 1) : phraseEnd(i + 1);
        const behind = tokens[end + 1];
        if (end > 0 && (!behind || behind.sentence !== first.sentence || /^[.;!]$/.test(behind.text) || /^(?:in|at|on|from|to|with|after|before|during|by|into|yesterday|today|last|late|early)$/.test(behind.word.folded)) && soleVerb(document, first)) flag('subject', first, tokens[end]!, [`${upper(document.slice(i + 1, end))} ${folded}`], 0.7, 'English puts the subject before its verb.');
        return;
      }
      // "Exists a risk that", "Happened in the night": nobody does it.
      if (EXISTS.test(folded) && DET.has(next.word.folded) && !question(first.sentence)) {
        report({kind: 'subject', start: first.start, end: first.end, proposals: [folded === 'existed' ? 'There was' : 'There is'], confidence: 0.6, note: 'English needs a subject here.'});
        return;
      }
      if (/^(?:happened|occurred)$/.test(folded) && /^(?:in|on|at|near|during|around|after|before|last|yesterday|when)$/.test(next.word.folded) && !question(first.sentence)) {
        report({kind: 'subject', start: first.start, end: first.end, proposals: [`It ${folded}`, `This ${folded}`], confidence: 0.6, note: 'English needs a subject here.'});
        return;
      }
      if (folded === 'as') return asTold(i);
      if (folded === 'already') return alreadyHad(i);
      if (folded === 'there') return thereWas(i);
      if (LEFT.test(folded) || folded === 'it' && LACKS.test(next.word.folded)) return timeLeft(i);
      if (!(folded.endsWith('d') && speaks(folded, 'statement', 'told'))) return;
      let k = i + 1;
      const named = next.word.shape === 'capital';
      if (!named && !/^(?:the|a|an|his|her)$/.test(next.word.folded)) return;
      while (k < i + 7 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === first.sentence && tokens[k]!.word.folded !== 'that') k++;
      const that = tokens[k];
      if (that?.word.folded !== 'that' || that.sentence !== first.sentence || k === i + 1) return;
      const subject = document.slice(i + 1, k - 1);
      flag('subject', first, tokens[k - 1]!, [`${upper(subject)} ${folded}`], 0.86, 'English puts the subject before its verb.');
    }

    function turned(found: Inversion | undefined): void {
      if (found) flag(found.kind, found.first, found.last, [...found.proposals], found.confidence, found.note);
    }

    /** The last token of a name that begins at `i`, of at most four words. */
    function nameEnd(i: number): number {
      let k = i;
      while (k < i + 3 && tokens[k + 1]?.kind === 'word' && tokens[k + 1]!.word.shape === 'capital' && tokens[k + 1]!.sentence === tokens[i]!.sentence) k++;
      return k;
    }

    /** A verb in the wrong place, and the stretch in which it changes places with its subject. */
    function moved(first: Token, last: Token, from: Token, to: Token, text: string, confidence: number): void {
      report({kind: 'subject', start: first.start, end: last.end, proposals: [{start: from.start, end: to.end, text}], confidence, note: 'English puts the subject before its verb.', message: `Unexpected \`${document.text.slice(first.start, last.end)}\`, expected \`${text}\``});
    }

    /** "As informs the press service, the road is closed" */
    function asTold(i: number): void {
      const verb = tokens[i + 1]!;
      const v = verb.word.folded;
      const by = tokens[i + 2];
      if (!(speaks(v, 'statement') || /^(?:informs|informed|specifies|specified|notes|emphasises|emphasizes|testifies|transmits|transmitted)$/.test(v)) || /^(?:say|note|state|report|write|add|explain)$/.test(v) || verb.word.shape !== 'lower' || !by || by.sentence !== verb.sentence || !(DET.has(by.word.folded) && by.kind === 'word' || by.word.shape === 'capital' || by.word.shape === 'upper') || DAYS.has(by.word.folded) || MONTHS.has(by.word.folded)) return;
      let comma = i + 3;
      while (comma < i + 14 && tokens[comma]?.sentence === verb.sentence && tokens[comma]!.text !== ',') comma++;
      if (tokens[comma]?.text !== ',' || comma >= i + 14) return;
      // The one who says it goes as far as a time or place.
      let end = comma - 1;
      for (let k = i + 3; k < comma; k++) if (/^(?:on|in|at|to|with|during|after|about|citing|referring)$/.test(tokens[k]!.word.folded)) {
        end = k - 1;
        break;
      }
      moved(verb, verb, verb, tokens[end]!, `${document.slice(i + 2, end)} ${verb.text}`, 0.78);
    }

    /** "Already on Monday had the union warned" */
    function alreadyHad(i: number): void {
      let k = i + 1;
      while (k < i + 6 && tokens[k]?.kind !== 'punctuation' && !AUX.has(tokens[k]?.word.folded ?? '')) k++;
      const aux = tokens[k];
      const subject = tokens[k + 1];
      if (k < i + 2 || !aux || aux.sentence !== tokens[i]!.sentence || !/^(?:has|have|had|was|were)$/.test(aux.word.folded) || !/^(?:in|on|at|last|yesterday|before|during|since|after)$/.test(tokens[i + 1]!.word.folded) || question(aux.sentence)) return;
      if (!subject || !(DET.has(subject.word.folded) || /^(?:he|she|they|it)$/.test(subject.word.folded))) return;
      for (let n = k + 2; n < k + 8; n++) {
        const t = tokens[n];
        if (t?.kind !== 'word' || t.sentence !== aux.sentence) return;
        if (baseOfParticiple(t.word.folded) !== undefined && (n > k + 2 || !DET.has(subject.word.folded))) return flag('subject', aux, tokens[n - 1]!, [`${document.slice(k + 1, n - 1)} ${aux.text}`], 0.74, 'English puts the subject before its verb, also behind an adverb.');
        if (endsPhrase(t, t.sentence)) return;
      }
    }

    /** "There was killed one person": what is done to somebody has him as its subject. */
    function thereWas(i: number): void {
      const be = tokens[i + 1]!;
      let k = i + 2;
      if (!/^(?:was|were|has|have|is|are)$/.test(be.word.folded) || question(be.sentence)) return;
      if (/^(?:has|have)$/.test(be.word.folded)) {
        if (tokens[k]?.word.folded !== 'been') return;
        k++;
      }
      const participle = tokens[k];
      if (!participle || participle.sentence !== be.sentence || !DONE.test(participle.word.folded) || !(DET.has(tokens[k + 1]?.word.folded ?? '') || tokens[k + 1]?.kind === 'number' || NUMBER_WORDS.has(tokens[k + 1]?.word.folded ?? ''))) return;
      const end = phraseEnd(k + 1);
      if (end < 0) return;
      moved(tokens[i]!, participle, tokens[i]!, tokens[end]!, `${upper(document.slice(k + 1, end))} ${document.slice(i + 1, k)}`, 0.8);
    }

    /** "Left two weeks and we will use them", "It lacks two days for the vote" */
    function timeLeft(i: number): void {
      const first = tokens[i]!;
      const verb = first.word.folded === 'it' ? tokens[i + 1]! : first;
      const many = tokens[verb.index + 1];
      const time = tokens[verb.index + 2];
      if (!(many?.kind === 'number' || NUMBER_WORDS.has(many?.word.folded ?? '') || /^(?:few|several)$/.test(many?.word.folded ?? '')) || time?.sentence !== first.sentence || !/^(?:days?|weeks?|months?|years?|hours?|minutes?)$/.test(time.word.folded) || question(first.sentence)) return;
      const one = many!.word.folded === 'one' || many!.text === '1';
      report({kind: 'subject', start: first.start, end: time.end, proposals: [`There ${one ? 'is' : 'are'} ${many!.text} ${time.text} left`, `We still have ${many!.text} ${time.text}`], confidence: 0.66, note: 'English says: there are two weeks left.'});
    }

    /** "Not far from the station happened an explosion" */
    function happened(i: number): void {
      const verb = tokens[i]!;
      const before = document.before(verb);
      const {first} = sentences[verb.sentence]!;
      const next = tokens[i + 1]!;
      if (before?.kind !== 'word' || !/^(?:a|an|two|three|four|five|six|seven|eight|nine|ten|several|hundreds|thousands|dozens|tens|many|about|around|more|nearly|almost)$/.test(next.word.folded) && !(next.kind === 'number' && verb.word.folded !== 'happened') || i - first < 3 || i - first > 14 || !/^(?:in|on|at|near|not|during|next|behind|after|around|outside|inside|opposite|close|here|between)$/.test(tokens[first]!.word.folded) || /^(?:it|that|this|what|which|who|this|he|she|they|there|also)$/.test(before.word.folded)) return;
      // The opening phrase has no noun of its own that could have happened.
      for (let k = first; k < i; k++) if (tokens[k]!.text === ',' || AUX.has(tokens[k]!.word.folded) || k > first && k < i && posOf(document, tokens[k]!) === 'VERB') return;
      let end = phraseEnd(i + 1);
      // "thousands of people"
      if (end > 0 && tokens[end + 1]?.word.folded === 'of' && /^(?:hundreds|thousands|dozens|tens)$/.test(tokens[end]!.word.folded)) end = phraseEnd(end + 2);
      if (end < 0 || /^(?:day|days|week|weeks|month|months|year|years|hour|hours|minute|minutes|moment|time|times|night|decade|while|few|bit|lot|mile|miles|kilometre|kilometers|kilometer|kilometres|metres|meters)$/.test(tokens[i + 2]!.word.folded)) return;
      moved(verb, verb, verb, tokens[end]!, `${document.slice(i + 1, end)} ${verb.text}`, 0.66);
    }

    /** "the astronaut NASA Christopher Hale": whose he is, by its initials, behind what he is. */
    function initials(i: number): void {
      const noun = tokens[i]!;
      const [body, name, last] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
      const before = document.before(noun);
      if (!before || before.kind !== 'word' && before.text !== ',' || body?.word.shape !== 'upper' || body.text.length < 2 || /^(?:XI|TV|PM|MP|AI|OK|US|UK|EU|UN)$/.test(body.text) && before.word.shape === 'upper' || body.text === 'XI' || body.sentence !== noun.sentence || name?.word.shape !== 'capital' || last?.word.shape !== 'capital' || !name.spaced || !last.spaced || last.sentence !== noun.sentence || name.word.english && !name.word.isName) return;
      flag('adjective', noun, body, [`${body.text} ${noun.text}`], 0.7, 'English puts whose he is before what he is.');
    }

    /** "Today play they table tennis", "Yesterday has the minister said": the verb in the second place of the sentence. */
    function second(i: number): void {
      const first = tokens[i]!;
      if (question(first.sentence) || document.isTitle(first.sentence)) return;
      let k = i;
      if (/^(?:in|on|since|last)$/.test(first.word.folded)) {
        const when = tokens[i + 1]!;
        if (!(when.kind === 'number' && /^(?:19|20)\d\d$/.test(when.text) && first.word.folded !== 'on' || DAYS.has(when.word.folded) || MONTHS.has(when.word.folded) || first.word.folded === 'last' && /^(?:year|week|month|night|summer|winter|autumn|spring)$/.test(when.word.folded) || when.word.folded === 'then')) return;
        k = MONTHS.has(when.word.folded) && tokens[i + 2]?.kind === 'number' ? i + 2 : i + 1;
      } else if (!SECOND.has(first.word.folded)) return;
      const verb = tokens[k + 1];
      const subject = tokens[k + 2];
      if (!verb || verb.sentence !== first.sentence || verb.kind !== 'word' || verb.word.shape !== 'lower' || !subject || subject.sentence !== first.sentence || subject.kind !== 'word') return;
      const v = verb.word.folded;
      const aux = AUX.has(v);
      const lexical = !aux && (isInfinitive(v) || baseOfThird(v) !== undefined || baseOfPast(v) !== undefined) && !/^(?:said|says|say|added|like|after|before|come|comes|came|go|goes|went|stands|stood|lies|lay|sits|begins|began|follows|followed|enter)$/.test(v) && !v.endsWith('ly');
      if ((/^(?:he|she|they|we)$/.test(subject.word.folded) || aux && k > i && subject.word.folded === 'it') && subject.word.shape === 'lower') {
        if (aux && /^(?:so|here|there|then|thus|also)$/.test(first.word.folded) || !aux && !lexical) return;
        const behind = tokens[k + 3];
        if (behind && /^[,.?]$/.test(behind.text) && !aux) return;
        flag('subject', verb, subject, [`${subject.text} ${verb.text}`], aux ? 0.78 : 0.72, 'English puts the subject before its verb, also behind an adverb.');
        return;
      }
      // "On Thursday arrived the first tourists on the island"
      if (!aux && k > i && /^(?:arrived|died|participated|resigned|collapsed|exploded|disappeared|perished)$/.test(v) && DET.has(subject.word.folded)) {
        const end = phraseEnd(k + 2);
        if (end > k + 2) moved(verb, verb, verb, tokens[end]!, `${document.slice(k + 2, end)} ${verb.text}`, 0.5);
        return;
      }
      if (!aux || !/^(?:the|a|his|her|their|this)$/.test(subject.word.folded) || /^(?:so|here|there|then|thus|now|also)$/.test(first.word.folded) || /^(?:is|are|was|were)$/.test(v) && first.word.folded !== 'yesterday') return;
      for (let n = k + 3; n < k + 8; n++) {
        const t = tokens[n];
        if (t?.kind !== 'word' || t.sentence !== first.sentence) return;
        if (n > k + 3 && (/[a-z]{3}ed$/.test(t.word.folded) || baseOfParticiple(t.word.folded) !== undefined || MODAL.has(v) && isInfinitive(t.word.folded) && posOf(document, t) !== 'NOUN')) {
          flag('subject', verb, tokens[n - 1]!, [`${document.slice(k + 2, n - 1)} ${verb.text}`], 0.74, 'English puts the subject before its verb, also behind an adverb.');
          return;
        }
        if (endsPhrase(t, t.sentence)) return;
      }
    }

    /** "Nobody has here anything against it", "He opened yesterday the fair": a time or place between a verb and its object. */
    function between(i: number): void {
      const here = tokens[i]!;
      const verb = document.before(here);
      const object = document.after(here);
      if (verb?.kind !== 'word' || verb.word.shape !== 'lower' || !object || object.kind !== 'word' || object.word.shape !== 'lower') return;
      const v = verb.word.folded;
      const thing = /^(?:anything|nothing|something|everything)$/.test(object.word.folded);
      if (!thing && !/^(?:the|a|an|his|her|its|their|two|three|several)$/.test(object.word.folded) || here.word.folded === 'there' && !thing) return;
      const past = /[a-z]{3}ed$/.test(v) ? baseOfPast(v) !== undefined : /^(?:has|have|had|made|gave|took|held|sent|won|began|left|met|found|bought|sold|built|broke|wrote|signed|got|brought)$/.test(v);
      if (!past || /^(?:happened|died|arrived|ended|occurred|started|appeared|emerged|lived|stayed|resigned|changed|closed|returned|remained|opened|increased|dropped|collapsed)$/.test(v) && v !== 'opened' || /^(?:has|have|had)$/.test(v) && !thing) return;
      const end = thing ? object.index : phraseEnd(object.index);
      if (end < 0) return;
      // "died yesterday the way he lived", "was killed yesterday a mile from"
      if (/^(?:way|moment|same|day|year|week|month|night|morning|mile|kilometre|kilometer|first|last|time)$/.test(tokens[object.index + 1]?.word.folded ?? '')) return;
      const subject = document.before(verb);
      if (subject?.kind !== 'word' || /^(?:was|were|is|are|been|being|be|the|a|of)$/.test(subject.word.folded)) return;
      if (posOf(document, verb) !== 'VERB' && posOf(document, verb) !== 'AUX') return;
      flag('adverb', here, tokens[end]!, [`${document.slice(object.index, end)} ${here.text}`], here.word.folded === 'yesterday' || here.word.folded === 'today' ? 0.5 : 0.45, 'English does not part a verb from its object.');
    }

    /** "In addition, were two old cars restored" */
    function inverted(i: number): void {
      const aux = tokens[i]!;
      const {first} = sentences[aux.sentence]!;
      if (i - first < 2 || i - first > 9 || question(aux.sentence)) return;
      // A short adverbial, and nothing that could be the subject.
      if (!/^(?:in|on|at|since|after|during|for|with|by|moreover|furthermore|therefore|besides|today|yesterday|also|here|there|previously|additionally|meanwhile|currently|recently|finally|now|according|due)$/.test(tokens[first]!.word.folded)) return;
      for (let k = first; k < i - 1; k++) if (tokens[k]!.text === ',' || AUX.has(tokens[k]!.word.folded)) return;
      const next = tokens[i + 1]!;
      if (!DET.has(next.word.folded) && !(next.kind === 'number') && !pluralNoun(next)) return;
      for (let k = i + 2; k < i + 8; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== aux.sentence || t.word.folded === 'of' && k > i + 5) return;
        const participle = k > i + 2 - (pluralNoun(next) ? 1 : 0) && (/[a-z]{3}ed$/.test(t.word.folded) || /^(?:found|built|sold|made|held|seen|shown|given|taken|brought|sent|written|known|killed)$/.test(t.word.folded));
        if (!participle) {
          if (AUX.has(t.word.folded) || /^(?:who|which|that|and|but|it|he|she|they)$/.test(t.word.folded)) return;
          continue;
        }
        // "two used cars": the participle stands before its noun.
        if (!endsPhrase(tokens[k + 1], aux.sentence) && posOf(document, tokens[k + 1]!) !== 'ADV') continue;
        flag('subject', aux, tokens[k - 1]!, [`${document.slice(i + 1, k - 1)} ${aux.text}`], 0.86, 'English puts the subject before its verb, also behind an adverb.');
        return;
      }
    }

    /** "are since Monday available" */
    function since(i: number): void {
      const be = tokens[i]!;
      const start = tokens[i + 2];
      if (!start || start.sentence !== be.sentence || !(DAYS.has(start.word.folded) || MONTHS.has(start.word.folded) || start.kind === 'number' && /^(?:19|20)\d\d$/.test(start.text) || start.word.folded === 'yesterday')) return;
      let last = i + 2;
      const words: string[] = [];
      for (let k = i + 3; k < i + 7; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== be.sentence || endsPhrase(t, be.sentence)) break;
        words.push(t.text);
        last = k;
      }
      if (!words.length || /^(?:the|a|an)$/.test(words[0]!)) return;
      const been = /^(?:is)$/.test(be.word.folded) ? 'has been' : /^are$/.test(be.word.folded) ? 'have been' : 'had been';
      const when = document.slice(i + 1, i + 2);
      const turned = words.length === 2 && !words[0]!.endsWith('ly') ? [words[1]!, words[0]!] : words;
      flag('adverb', be, tokens[last]!, [`${been} ${turned.join(' ')} ${when}`, `${been} ${words.join(' ')} ${when}`], 0.86, 'English puts the time last, with a perfect for what still goes on.');
    }

    /** "was on Saturday played in Rome" */
    function onDay(i: number): void {
      const [day, done] = [tokens[i + 2], tokens[i + 3]];
      if (!day || !DAYS.has(day.word.folded) || done?.kind !== 'word' || done.sentence !== day.sentence || done.word.shape !== 'lower' || baseOfParticiple(done.word.folded) === undefined || /^(?:set|put|cut|let|read)$/.test(done.word.folded)) return;
      const next = tokens[i + 4];
      if (next && next.sentence === day.sentence && next.kind === 'word' && !/^(?:in|at|by|to|with|and|but|for|from|after|because|on)$/.test(next.word.folded)) return;
      flag('adverb', tokens[i]!, done, [`${tokens[i]!.text} ${done.text} ${document.slice(i + 1, i + 2)}`], 0.66, 'English puts the time behind the verb.');
    }

    /** Whether the question word at token `k` opens a question inside a statement: "asked where". "how much" counts as one. */
    function asks(k: number): boolean {
      const wh = tokens[k];
      let ask = wh && document.before(wh);
      // "asked him where"
      if (ask && /^(?:him|her|them|us|me)$/.test(ask.word.folded)) ask = document.before(ask);
      return wh !== undefined && (WH.has(wh.word.folded) || wh.word.folded === 'who') && ask !== undefined && ASKING.has(ask.word.folded) && !question(wh.sentence);
    }

    /** The end of the noun phrase at token `i` with what it is of, where the clause ends behind it; else -1. */
    function subjectEnd(i: number): number {
      if (!DET.has(tokens[i]?.word.folded ?? '')) return -1;
      let last = phraseEnd(i);
      for (let n = 0; n < 2 && last > i && tokens[last + 1]?.sentence === tokens[i]!.sentence && /^(?:of|for)$/.test(tokens[last + 1]!.word.folded); n++) {
        const more = phraseEnd(last + 2);
        if (more < 0) return -1;
        last = more;
      }
      return last > i ? last : -1;
    }

    /** "asked where is the key", "explained what is the reason for the delay" */
    function indirect(i: number): void {
      const aux = tokens[i]!;
      const subject = tokens[i + 1];
      if (!asks(i - 1) || !subject || !SUBJECTS.has(subject.word.folded)) return;
      const wh = tokens[i - 1]!.word.folded;
      if (/^(?:he|she|it|they|we)$/.test(subject.word.folded)) {
        if ((wh !== 'what' && wh !== 'who') || /^(?:he|she|they)$/.test(subject.word.folded)) flag('question', aux, subject, [`${subject.text} ${aux.text}`], 0.6, IN_STATEMENT);
        return;
      }
      const last = wh === 'who' ? phraseEnd(i + 1) : subjectEnd(i + 1);
      if (last < i + 2) return;
      // "know what is the matter", "know who is the master"
      // "know who is the master"
      if (wh === 'who' && !/^(?:owner|owners|author|authors|killer|killers|murderer|driver|buyer|culprit|perpetrator|perpetrators|attacker|attackers|thief|father|mother|victim|victims|winner|leader|head)$/.test(tokens[last]!.word.folded) && tokens[last + 1]?.word.folded !== 'of' || wh === 'what' && (subject.word.folded !== 'the' || /^(?:matter|best|worst|right|most|point|use|same|next|first|only)$/.test(tokens[i + 2]!.word.folded))) return;
      flag('question', aux, tokens[last]!, [`${document.slice(i + 1, last)} ${aux.text}`], wh === 'who' ? 0.36 : wh === 'what' ? 0.45 : 0.55, IN_STATEMENT);
    }

    /** "not known when will the trial begin", "when will begin the trial", "asked why did he resign" */
    function asked(i: number): void {
      const aux = tokens[i]!;
      const first = tokens[i + 1];
      if (!asks(i - 1) || tokens[i - 1]!.word.folded === 'who' || first?.kind !== 'word' || first.sentence !== aux.sentence) return;
      const doing = DOING.has(aux.word.folded);
      if (MODAL.has(aux.word.folded) && isInfinitive(first.word.folded) && first.word.folded !== 'be') {
        const last = subjectEnd(i + 2);
        if (last > 0) flag('question', aux, tokens[last]!, [`${document.slice(i + 2, last)} ${aux.text} ${first.text}`], 0.6, IN_STATEMENT);
        return;
      }
      let last = /^(?:he|she|it|they|we|this)$/.test(first.word.folded) ? i + 1 : -1;
      if (last < 0 && /^(?:the|this|his|her|its|their)$/.test(first.word.folded)) for (let k = i + 2; k < i + 5 && last < 0; k++) {
        const [noun, verb] = [tokens[k], tokens[k + 1]];
        if (noun?.kind !== 'word' || verb?.kind !== 'word' || verb.sentence !== aux.sentence) return;
        if (fits(verb) && posOf(document, verb) !== 'NOUN') last = k;
      }
      const verb = tokens[last + 1];
      if (last < 0 || verb?.kind !== 'word' || verb.sentence !== aux.sentence || !fits(verb)) return;
      const subject = document.slice(i + 1, last);
      if (!doing) return flag('question', aux, tokens[last]!, [`${subject} ${aux.text}`], 0.75, IN_STATEMENT);
      const forms = formsOf(verb.word.folded);
      const told = aux.word.folded === 'did' ? forms.past[0]! : aux.word.folded === 'does' ? forms.s[0]! : verb.text;
      flag('question', aux, verb, [`${subject} ${told}`], 0.7, IN_STATEMENT);

      /** Whether a word is in the form that the auxiliary takes. */
      function fits(t: Token): boolean {
        const w = t.word.folded;
        if (doing || MODAL.has(aux.word.folded)) return isInfinitive(w) && !/[^s]s$/.test(w);
        return baseOfParticiple(w) !== undefined;
      }
    }

    /** "explained how works the system", "know how much costs the house" */
    function verbFirst(i: number): void {
      const verb = tokens[i]!;
      const much = /^(?:much|many|long|far)$/.test(tokens[i - 1]?.word.folded ?? '') && tokens[i - 2]?.word.folded === 'how';
      if (!asks(much ? i - 2 : i - 1) || !/^(?:how|where|when|why)$/.test(tokens[much ? i - 2 : i - 1]!.word.folded)) return;
      const last = subjectEnd(i + 1);
      if (last > 0) flag('question', verb, tokens[last]!, [`${document.slice(i + 1, last)} ${verb.text}`], 0.65, IN_STATEMENT);
    }

    /** "the in total darkness living animals" */
    function embedded(i: number): void {
      const preposition = tokens[i + 1]!;
      if (!/^(?:in|on|by|from|with|of|for|at|under|near|against)$/.test(preposition.word.folded) || preposition.word.shape !== 'lower' || tokens[i + 2]?.text === '-') return;
      for (let k = i + 3; k < i + 8; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== preposition.sentence || t.kind !== 'word' && t.kind !== 'number') return;
        if (!/(?:ing|ed)$/.test(t.word.folded) || t.word.shape !== 'lower' || t.word.folded.length < 5) continue;
        const end = phraseEnd(k + 1);
        if (end < 0) continue;
        if (endsPhrase(tokens[k + 1], t.sentence)) return;
        flag('description', preposition, tokens[end]!, [`${document.slice(k + 1, end)} ${t.text} ${lower(document.slice(i + 1, k - 1))}`], 0.87, 'English puts such a description behind the noun.');
        return;
      }
    }

    /** "includes also the mill" */
    function adverb(i: number): void {
      const here = tokens[i]!;
      const verb = document.before(here);
      const object = document.after(here);
      if (!verb || !object || verb.kind !== 'word' || verb.word.shape !== 'lower' || SMALL_VERBS.test(verb.word.folded) || !/[a-z]{3}(?:s|ed)$/.test(verb.word.folded) || /(?:ss|ous|us|is)$/.test(verb.word.folded)) return;
      if (!/^(?:the|a|an|his|her|its|their)$/.test(object.word.folded)) return;
      if (here.word.folded === 'still' || here.word.folded === 'never') return;
      const before = document.before(verb);
      if (before && /^(?:is|are|was|were|be|been|the|of)$/.test(before.word.folded)) return;
      if (posOf(document, verb) !== 'VERB') return;
      flag('adverb', verb, here, [`${here.text} ${verb.text}`], here.word.folded === 'also' ? 0.62 : 0.58, 'English does not put an adverb between a verb and its object.');
    }

    /** "extremely slowly grow" */
    function manner(i: number): void {
      const verb = tokens[i + 2];
      if (!verb || verb.sentence !== tokens[i]!.sentence || verb.kind !== 'word' || verb.word.shape !== 'lower' || /(?:ed|ing|ly)$/.test(verb.word.folded) || endsPhrase(verb, verb.sentence)) return;
      const subject = tokens[i - 1];
      if (subject?.kind !== 'word' || subject.sentence !== verb.sentence || posOf(document, verb) !== 'VERB' || !(pluralNoun(subject) || posOf(document, subject) === 'NOUN')) return;
      flag('adverb', tokens[i]!, verb, [`${verb.text} ${document.slice(i, i + 1)}`], 0.6, 'English puts this adverb behind the verb.');
    }

    /** "the army Russian said" */
    function nationality(i: number): void {
      const adjective = tokens[i]!;
      const noun = document.before(adjective);
      const the = noun && document.before(noun);
      if (!noun || !the || !/^(?:the|a)$/.test(the.word.folded) || noun.word.shape !== 'lower' || !/(?:ian|ish|ean|ench|nese)$/.test(adjective.word.folded) || !/^(?:army|government|president|minister|parliament|police|embassy|people|party|team|company|economy|border|market|press|navy|ministry|ambassador|city|town|newspaper|airline|capital|troops|forces|authorities|soldiers|citizens|companies)$/.test(noun.word.folded)) return;
      if (!endsPhrase(tokens[i + 1], adjective.sentence)) return;
      flag('adjective', noun, adjective, [`${adjective.text} ${noun.text}`], 0.8, 'English puts the adjective before the noun.');
    }
  },
});
