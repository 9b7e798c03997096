import {DAYS, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, formsOf, ingOf, isInfinitive, thirdOf} from '../src/document/verbs.ts';
import {activeVerb, BE, HAVE, infinitiveAt, MODALS, OBJECTS, soleVerb, startsObject, TIME_WORDS, wordAt} from '../src/evidence/clause.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {countNoun, nounish, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {subjectBefore} from '../src/evidence/subject.ts';
import {Flag, pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';
import {askedFor, ofNamed, proved, toldPlace} from './missing-word/asked.ts';
import {been, caused, has, judged, type Lost, thought} from './missing-word/small.ts';
import {type Verbless, verbless as withoutVerb, withoutBe} from './missing-word/verbless.ts';

const set = (words: string) => new Set(words.split(' '));
/** Verbs that want "to" before the next verb: "decided leave". */
const TO_VERBS = new Map<string, string>();
for (const base of 'want decide try plan hope agree refuse manage fail intend promise attempt expect wish seek threaten pledge vow prepare aim continue begin start need tend offer propose'.split(' ')) for (const form of formsOf(base)) TO_VERBS.set(form, base);
const TO_ADJECTIVES = set('able unable ready willing unwilling obliged forced supposed likely unlikely scheduled going allowed entitled eager reluctant determined prepared');
/** What is done to people who are to do something: "were forbidden approach the cage". */
const ORDERED = set('forbidden ordered forced obliged advised urged invited asked told encouraged permitted instructed allowed');
/** Verbs that take their object with a preposition: "waited the train". */
const WITH: Readonly<Record<string, string>> = {listen: 'to', wait: 'for', depend: 'on', belong: 'to', rely: 'on', consist: 'of', insist: 'on', refer: 'to', react: 'to', respond: 'to', apologise: 'for', apologize: 'for', participate: 'in', succeed: 'in', contribute: 'to', comment: 'on', reply: 'to', arrive: 'at', complain: 'about', cooperate: 'with', collaborate: 'with', interfere: 'in', differ: 'from', dispose: 'of', comply: 'with', cope: 'with', specialise: 'in', specialize: 'in', adhere: 'to', amount: 'to', embark: 'on', focus: 'on', concentrate: 'on', persist: 'in', sympathise: 'with', sympathize: 'with'};
/** These have an object of their own as well, so only the sure ones speak. */
const ALSO_TRANSITIVE = set('focus concentrate refer wait contribute reply respond');
const prepositions = new Map<string, string>();
for (const base of Object.keys(WITH)) for (const form of formsOf(base)) prepositions.set(form, base);
/** "makes easier to": verb and adjective with an "it" between. */
const IT_VERBS = new Map<string, string>();
for (const base of 'make find consider deem think render judge believe'.split(' ')) for (const form of formsOf(base)) IT_VERBS.set(form, base);
const IT_ADJECTIVES = set('easy easier hard harder difficult possible impossible necessary unnecessary important essential useful appropriate inappropriate advisable desirable essential unacceptable dangerous illegal unlikely likely vital crucial reasonable unfair wrong cheaper simpler');
const REPORTS = set('said says added stated announced claimed believes hopes thinks declared explained stressed confirmed');
const PERSONS = set('he she they it we');
/** Adjectives that make a predicate with "to", "that", "for", "of" or "with" behind them. */
const PREDICATES = set('necessary important possible impossible difficult easy clear ready able unable willing sure afraid aware proud responsible happy glad sorry likely unlikely known obvious interested satisfied convinced worried concerned guilty innocent capable essential useful');
/** Verbs that cannot do without an object, so that their participle behind "which" is a passive. */
const PASSIVES = set('build found locate situate call name arrest publish create launch establish kill injure wound bear make design discover destroy hold organise organize elect appoint sign write find damage detain charge accuse sentence dedicate base intend introduce');
/** Of these only with who did it: "which attended by the king". */
const DONE_BY = set('accompany attend support back oppose chair host sponsor fund finance draft approve adopt reject endorse initiate conduct operate own affect inspire surround defend criticize criticise condemn applaud praise welcome greet follow');
/** Parts of a whole. */
const PARTS = set('most majority none');
/** Gatherings, which attend nothing themselves. */
const GATHERINGS = set('meeting ceremony event conference rally funeral congress match wedding summit gathering inauguration forum hearing concert celebration procession briefing seminar workshop banquet dinner reception');
/** Adjectives that are said of a noun with a verb, seldom put before it in such a place. */
const PREDICATIVE = set('missing safe dead alive unknown unclear ill ready unhurt unharmed empty afraid stable unable worried angry guilty innocent possible available responsible');
/** Verbs with which a sentence begins that has lost its subject. */
const HEADLESS = /^(?:speaks|wants|thinks|works|lives|believes|considers|refuses|defends|insists|recalls|recognises|recognizes|hopes|knows|belongs|said|announced|explained|stressed|confirmed)$/;
const SUBORDINATORS = set('because although whereas unless');
const DETERMINER = /^(?:the|a|an|his|her|its|their|this|that|these|those|our|my|any|all|some|every|new)$/;

/** What is wanted of somebody. */
const ORDERS = /^(?:ask|asks|asked|asking|demand|demands|demanded|demanding|insist|insists|insisted|propose|proposes|proposed|recommend|recommends|recommended|suggest|suggests|suggested|require|requires|required|order|ordered|orders|request|requested|requests|urge|urged|want|wants|wanted|necessary|important|essential|decided|decides)$/;
/** What is measured, and in what. */
const MEASURES = set('altitude height depth distance speed width length weight radius area volume diameter thickness capacity');
const UNITS = /^(?:m|km|cm|mm|kg|g|km\/h|kph|mph|metres?|meters?|kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|feet|inches|yards|tonnes?|tons?|kilograms?|kilos?|litres?|liters?|hectares?|acres?|degrees|knots|square|cubic|megawatts?|kilowatts?)$/;

/** When, where and to whom something is said: what stands between the verb and its "that". */
const TOLD = /^(?:on|in|at|during|over|to|after|before|through|via|yesterday|today|earlier|late|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|recently|reporters|journalists)$/;
/** Longest such phrase, in tokens. */
const MAX_TOLD = 12;

/** Words of a subject before its noun, and of a clause behind its verb, that are looked at. */
const MAX_SUBJECT = 12;
const MAX_CLAUSE = 30;

export default defineRule({
  id: 'missing-word',
  summary: 'A small word that English needs and the source language does not',
  why: `Russian, Ukrainian, Arabic, Turkish and Indonesian have no *is* in the present (\`the situation very difficult\`); Spanish, Italian, Portuguese and Polish leave out the subject (\`said is ready\`, \`because was late\`); Chinese has no *to* before the second verb (\`decided leave\`); German, Russian and Polish have a comma where English has *that* (\`said on Monday, the bridge would close\`); and where English puts an empty *it*, most languages have nothing (\`makes easier to\`). Prepositions go the same way (\`waited the train\`).

Silent in questions, headings and quotations, where the verb is a noun, and where English can do without the word.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    ...SMALL_EDIT,
    to: 'The to of an infinitive',
    object: 'The it of an object, or who is told',
    preposition: 'A preposition, or the as of a comparison',
    subject: 'A pronoun as subject',
    auxiliary: 'The do, have or be before not',
    verb: 'A form of be',
    that: 'The that of reported speech, with a comma in its place',
  },
  examples: {
    bad: [
      {text: 'The council said on Monday that will pay the debts. There has even a barber.', flagged: ['will', 'has'], fixed: 'The council said on Monday that he will pay the debts. There has been even a barber.', mt: 'yes'},
      {text: 'The fans waited him at the gate.', flagged: ['waited'], fixed: 'The fans waited for him at the gate.', mt: 'yes'},
      {text: '“The seal is old,” the mayor told Solo, Central Java, on Friday. They asked the court a new delay. The clerk challenged his critics to prove in court.', flagged: ['Solo', 'a', 'in'], fixed: '“The seal is old,” the mayor told reporters in Solo, Central Java, on Friday. They asked the court for a new delay. The clerk challenged his critics to prove it in court.', mt: 'yes'},
      {text: 'They prayed in front of the coffin Pope Francis, and the guests left.', flagged: ['Pope'], fixed: 'They prayed in front of the coffin of Pope Francis, and the guests left.', mt: 'yes'},
      {text: 'The king arrived on Monday, and other leaders also expected to attend.', flagged: ['also'], fixed: 'The king arrived on Monday, and other leaders are also expected to attend.', mt: 'yes'},
      {text: 'He said that is too early to tell and that exist many ways. Many residents not know it, and he will travel Berlin on Monday. Speaks at length about his father.', flagged: ['is', 'exist', 'not know', 'Berlin', 'Speaks'], fixed: 'He said that it is too early to tell and that there are many ways. Many residents do not know it, and he will travel to Berlin on Monday. He speaks at length about his father.', mt: 'yes'},
      {text: 'The plane flew at an altitude 900 meters and at a low speed 200 km/h. The man had to into the clinic. She wanted have a cup of tea, and guests were forbidden approach the cage.', flagged: ['900', '200', 'to into', 'have', 'approach'], fixed: 'The plane flew at an altitude of 900 meters and at a low speed of 200 km/h. The man had to go into the clinic. She wanted to have a cup of tea, and guests were forbidden to approach the cage.', mt: 'yes'},
      {text: 'They decided leave the city, and the firm aims reduce its debt.', flagged: ['leave', 'reduce'], fixed: 'They decided to leave the city, and the firm aims to reduce its debt.'},
      {text: 'The reform makes easier to hire people.', flagged: ['easier'], fixed: 'The reform makes it easier to hire people.'},
      {text: 'He said is ready to talk because was late.', flagged: ['is', 'was'], fixed: 'He said he is ready to talk because it was late.'},
      {text: 'The situation very difficult, the mayor said.', flagged: ['very'], fixed: 'The situation is very difficult, the mayor said.', mt: 'yes'},
      {text: 'He not want to comment, and the victims not been identified.', flagged: ['not want', 'not'], fixed: 'He does not want to comment, and the victims have not been identified.'},
      {text: 'The bridge which built in 1970 was closed.', flagged: ['built'], fixed: 'The bridge which was built in 1970 was closed.'},
      {text: 'He waited the train and listened the speech.', flagged: ['waited', 'listened'], fixed: 'He waited for the train and listened to the speech.', mt: 'yes'},
      {text: 'Is the third year that we gather nothing. I cannot believe that my son safe.', flagged: ['Is', 'safe'], fixed: 'It is the third year that we gather nothing. I cannot believe that my son is safe.', mt: 'yes'},
      {text: 'He will leave as soon possible with a man whose two daughters still missing.', flagged: ['possible', 'still'], fixed: 'He will leave as soon as possible with a man whose two daughters are still missing.', mt: 'yes'},
      {text: 'She ready to help. There many reasons for it.', flagged: ['ready', 'There'], fixed: 'She is ready to help. There are many reasons for it.'},
      {text: 'The rescue team still searching for the victims. The epicentre located 40 kilometers from the city.', flagged: ['still', 'located'], fixed: 'The rescue team is still searching for the victims. The epicentre is located 40 kilometers from the city.', mt: 'yes'},
      {text: 'Her mother until now not yet found.', flagged: ['not yet'], fixed: 'Her mother until now has not yet been found.', mt: 'yes'},
      {text: 'Up to now, there have 300 people with the virus. “Is the third year that we gather nothing,” he said.', flagged: ['have', 'Is'], fixed: 'Up to now, there have been 300 people with the virus. “It is the third year that we gather nothing,” he said.', mt: 'yes'},
      {text: 'The mayor said on Monday, the bridge would be closed. He replied on his account during the weekend, Kyiv was not ready.', flagged: [',', ','], fixed: 'The mayor said on Monday that the bridge would be closed. He replied on his account during the weekend that Kyiv was not ready.', mt: 'yes'},
      {text: 'The team was able win the cup. The thief is believed have fled. They asked the court release him. The man has arrested at the airport. The ship been sold to Cyprus.', flagged: ['win', 'have', 'release', 'arrested', 'been'], fixed: 'The team was able to win the cup. The thief is believed to have fled. They asked the court to release him. The man has been arrested at the airport. The ship has been sold to Cyprus.', mt: 'yes'},
      {text: 'The ceremony attended two kings and a queen. The march, which supported by the union, was long. Most the houses are old.', flagged: ['attended', 'supported', 'the'], fixed: 'The ceremony was attended by two kings and a queen. The march, which was supported by the union, was long. Most of the houses are old.', mt: 'yes'},
      {text: 'She said it was a matter time before the war would end.', flagged: ['time'], fixed: 'She said it was a matter of time before the war would end.', mt: 'yes'},
      {text: 'The mayor demanded that the owners to pay for it.', flagged: ['to pay'], fixed: 'The mayor demanded that the owners pay for it.', mt: 'yes'},
      {text: 'He born in 1950 and still lives here. The body not yet been found in the house that located near the port.', flagged: ['born', 'not', 'located'], fixed: 'He was born in 1950 and still lives here. The body has not yet been found in the house that is located near the port.', mt: 'yes'},
      {text: 'The driver still in shock after the crash. Is not true that they knew. Said that he was happy to be back.', flagged: ['still', 'Is', 'Said'], fixed: 'The driver is still in shock after the crash. It is not true that they knew. He said that he was happy to be back.', mt: 'yes'},
    ],
    good: [
      {text: 'The man, now in hospital, was hurt. Is not this a good plan? The baby born in May is well. The team that located it in the sea left.', mt: 'yes'},
      {text: 'The meeting attended by two kings was short, and the one attended most was long. He likes most the old houses.', mt: 'yes'},
      'They fled from their brother, whose past remains unclear. The rules allow meetings with guests.',
      {text: 'He insisted that the right to vote is sacred, and that the people to be freed will go home.', mt: 'yes'},
      {text: 'The hotel located in the centre was closed. The men, still searching, were tired. He left the team still searching for them.', mt: 'yes'},
      {text: 'If it rains, the mayor said on Monday, the bridge will be closed. As he said on Monday, the bridge is old. In a letter he wrote in May, the minister was called a liar. He said on Monday, the day of the storm, that it was closed. The bridge, he said in May, is old. He wrote in May, and the bridge was closed. He spoke of peace, she of war.', mt: 'yes'},
      {text: 'The house President Obama bought is sold, and the incumbent President Obama, too.', mt: 'yes'},
      {text: 'He told Moscow, he said, to wait. She asked him a question and the bank the price. They have a point to prove. It is hard to prove, and what they could prove was little.', mt: 'yes'},
      {text: 'Among the leaders also expected to attend is the king, and those also due to speak are two mayors.', mt: 'yes'},
      {text: 'The men police have arrested in Rome, whom it had killed in May, were able men. The party has elected in Rome two leaders. He has been sold; what he had long been known for was his voice. They asked the people there. The road was set back.', mt: 'yes'},
      'They decided on leave, and the aims reduce to one.',
      'The work makes it easier, and he found happiness hard to bear.',
      'What he said is true. All she said was that he could not.',
      'Tired but not beaten, the crew rowed on. He would not want to stay.',
      'The engine, not very loud, was a success. Not being able to stay, he left.',
      'The bridge which built his fame still stands. The firm which founded it is gone.',
      'She waited a week, the whole summer, and listened. He waited the day out.',
      'They found him ready to help. It was made clear to all of them.',
      'Is the third year over? He made sure that his house safe was shut. Was it worth it.',
      'They said that was too much. He insisted that would be wrong. Doctors need not know. They return Paris Hilton the call. Said to be ill, he left.',
      'He gave in to into the night calls; at a height 12 storeys up, they had to, into the night, wait. The lane was closed to traffic.',
      'It is there many people meet. Why was he late? Because is no answer.',
    ],
  },
  weak: weakEdits('missing-word'),
  explain: explainEdits,
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    const insert = (kind: 'to' | 'object' | 'preposition' | 'subject' | 'auxiliary' | 'verb', token: Token, text: string | string[], confidence: number, note: string) => {
      const words = typeof text === 'string' ? [text] : text;
      report({kind, start: token.start, end: token.end, proposals: words.map((w) => `${w} ${token.text}`), confidence, note, message: `A word seems to be missing before \`${token.text}\`: \`${words[0]}\``});
    };
    const lacking = (found: Verbless | undefined) => {
      if (!found) return;
      const opens = found.kind === 'subject';
      const {token} = found;
      report({kind: found.kind, start: token.start, end: token.end, proposals: found.words.map((word) => `${word} ${opens ? token.text.toLowerCase() : token.text}`), confidence: found.confidence, note: found.note, message: `A word seems to be missing before \`${token.text}\`: \`${found.words[0]}\``});
    };
    for (const token of document.ownTokens) {
      if (token.kind !== 'word') continue;
      const {folded, shape} = token.word;
      if (shape !== 'lower' && shape !== 'capital') continue;
      const next = document.after(token);
      if (!next) continue;
      if (TO_VERBS.has(folded)) infinitive(token, next, TO_VERBS.get(folded)!);
      else if (TO_ADJECTIVES.has(folded) || ORDERED.has(folded)) adjective(token, next);
      if (IT_VERBS.has(folded)) object(token, next);
      if (prepositions.has(folded)) preposition(token, prepositions.get(folded)!);
      if (/^(?:travel|travels|travelled|traveled|return|returned|fly|flew|go|went|come|came)$/.test(folded) && next.kind === 'word') place(token, next);
      if (shape === 'capital' && (folded === 'is' || folded === 'was') && (sentences[token.sentence]!.first === token.index || /^[“"]$/.test(tokens[token.index - 1]?.text ?? '') && sentences[token.sentence]!.first === token.index - 1)) subjectless(token, next);
      if (next.word.shape === 'capital' && shape === 'lower') {
        const title = ofNamed(document, token, next);
        if (title) insert('preposition', title, 'of', 0.5, 'Whose something is stands behind “of”.');
      }
      if (folded === 'prove') {
        const found = proved(document, token, next);
        if (found) report({...found, kind: 'object'});
      } else if (/^ask(?:s|ed|ing)?$/.test(folded)) {
        const first = askedFor(document, token);
        if (first) insert('preposition', first, 'for', 0.72, 'What one wants is asked for.');
      }
      if (folded === 'born' || folded === 'been' || folded === 'located' || folded === 'situated') lacking(withoutBe(document, token));
      if (shape === 'capital' && document.opensSentence(token)) lacking(withoutVerb(document, token));
      if (folded === 'told') {
        const found = toldPlace(document, token);
        if (found) report({...found, kind: 'object'});
      }
      if (folded === 'there' && /^(?:has|have)$/.test(next.word.folded)) thereHave(token, next);
      if (shape === 'lower' && TOLD.test(next.word.folded) && speaks(folded, 'statement', 'told')) commaForThat(token, next);
      if (REPORTS.has(folded)) reported(token, next);
      else if (SUBORDINATORS.has(folded) || folded === 'if') clause(token, next);
      else if (folded === 'not' && next.word.folded === 'yet') notYet(token, next);
      else if (folded === 'not') negated(token, next);
      else if (folded === 'which' || folded === 'who' || folded === 'that') {
        relative(token, next);
        if (folded === 'that') {
          reportedThat(token, next);
          thatTo(token, next);
        }
      }
      else if (PERSONS.has(folded)) predicate(token, next);
      else if (folded === 'there' && shape === 'capital' && document.opensSentence(token)) existence(token, next);
      else if (folded === 'located' || folded === 'situated') located(token);
      else if (folded === 'still' && next.word.folded.endsWith('ing')) stillDoing(token, next);
      else if (folded === 'very' || folded === 'already' || folded === 'still') copula(token, next);
      else if (shape === 'capital' && (HAVE.has(folded) || HEADLESS.test(folded)) && document.opensSentence(token)) headless(token, next);
      if (folded === 'been') lost(has(document, token, next));
      else if (shape === 'lower') lost(judged(document, token, next) ?? thought(document, token, next) ?? caused(document, token) ?? been(document, token, next));
      if (folded === 'also') alsoDue(token, next);
      if (PREDICATIVE.has(folded) && shape === 'lower') verbless(token);
      if (folded === 'as' && shape === 'lower') soonAs(token, next);
      if (MEASURES.has(folded) && shape === 'lower') measure(token, next);
      if (GATHERINGS.has(folded) && next.word.folded === 'attended') attended(token, next);
      if (PARTS.has(folded) && next.word.folded === 'the') partOf(token, next);
      if (next.word.folded === 'into' || next.word.folded === 'onto') towards(token, next);
    }

    function lost(found: Lost | undefined): void {
      if (found) insert(found.kind, found.token, [...found.words], found.confidence, found.note);
    }

    /** "said on Monday, the bridge would be closed" */
    function commaForThat(verb: Token, next: Token): void {
      const {sentence} = verb;
      const {first, last} = sentences[sentence]!;
      if (document.isTitle(sentence) || verb.index === first || !/(?:ed|id|ote|s|old)$/.test(verb.word.folded)) return;
      // "it rains, the mayor said on Monday,": an insertion, or a clause that is joined.
      let k = verb.index - 1;
      for (; k >= first && verb.index - k < 14; k--) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (/^(?:as|when|if|what|who|that|once|after|before|like|according)$/.test(w) || w === 'where' || /^[,;:—–”"]$/.test(t.text) && tokens[k + 1]!.word.folded !== 'which' && tokens[k - 1]?.word.folded !== 'meanwhile') return;
        if (w === 'which' || w === 'and' || w === 'but') break;
      }
      // "In a letter he wrote in May,": what opens the sentence ends with the comma.
      if (k < first && /^(?:in|by|of|from|with|on|at|for|during|since|among|despite|under|until|to|about|every)$/.test(tokens[first]!.word.folded)) return;
      let comma = next.index;
      for (; comma <= Math.min(last, next.index + MAX_TOLD); comma++) {
        const t = tokens[comma]!;
        if (t.text === ',') break;
        if (t.kind !== 'word' && t.kind !== 'number' && t.text !== '-' || /^(?:that|and|but|or|which|who|when|where|whether|if|how|why|what|because|it|he|she|they|of|about)$/.test(t.word.folded) || BE.has(t.word.folded) || HAVE.has(t.word.folded) || MODALS.has(t.word.folded)) return;
      }
      const subject = tokens[comma + 1];
      if (tokens[comma]?.text !== ',' || !subject || subject.sentence !== sentence || comma > last - 4) return;
      const s = subject.word.folded;
      if (subject.kind !== 'word' && subject.kind !== 'number' || /^(?:i|we|my|our|who|what|each|one|such|another)$/.test(s) || FUNCTION_WORDS.has(s) && !DETERMINERS.has(s) && !/^(?:he|she|it|they|there)$/.test(s)) return;
      if (subject.word.shape === 'lower' && !FUNCTION_WORDS.has(s) && !/^(?:NOUN|ADJ|NUM)$/.test(posOf(document, subject) ?? '')) return;
      for (let n = comma + 2; n <= Math.min(last, comma + 9); n++) {
        const t = tokens[n]!;
        const w = t.word.folded;
        if (t.kind !== 'word' && t.kind !== 'number' && t.text !== '-') return;
        if (/^(?:that|who|which|when|and|or|but|to)$/.test(w)) return;
        if (!(BE.has(w) && !/^(?:be|been|being)$/.test(w) || HAVE.has(w) && w !== 'having' || MODALS.has(w) || /^(?:does|do|did)$/.test(w))) continue;
        // "…, the bridge was closed, the mayor added": another one says it.
        for (let m = n + 1; m <= last; m++) if (tokens[m]!.text === ',' && tokens.slice(m + 1, m + 5).some((x) => x.sentence === sentence && speaks(x.word.folded))) return;
        report({kind: 'that', start: tokens[comma]!.start, end: tokens[comma]!.end, proposals: [' that'], confidence: 0.45, note: 'What is said follows with “that”.', message: 'A comma stands in place of `that`'});
        return;
      }
    }

    /** "The meeting attended senior officers": people attend it. */
    function attended(gathering: Token, verb: Token): void {
      const who = document.after(verb);
      if (who?.kind !== 'word' || PREPOSITIONS.has(who.word.folded) || /^(?:only|mainly|mostly|and|or|is|was|were|are|has|had)$/.test(who.word.folded) || !soleVerb(document, verb) || document.before(gathering)?.word.folded === 'of') return;
      report({kind: 'verb', start: verb.start, end: verb.end, proposals: ['was attended by'], confidence: 0.78, note: 'Who comes to a gathering attends it.'});
    }

    /** "most the people" */
    function partOf(part: Token, the: Token): void {
      const before = document.before(part);
      const noun = document.after(the);
      if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || before && (part.word.folded === 'most' || part.word.folded === 'part') && !/^(?:and|but|that|as|for|in|by|with|,|is|was|to|of)$/.test(before.text) || /^(?:part|none)$/.test(part.word.folded) && document.opensSentence(part)) return;
      if (!/^(?:NOUN|ADJ)$/.test(posOf(document, noun) ?? '') || TIME_WORDS.has(noun.word.folded)) return;
      insert('preposition', the, 'of', 0.7, 'A part is joined to its whole by “of”.');
    }

    /** "at an altitude 900 meters": a measure and how much. */
    function measure(token: Token, number: Token): void {
      const unit = tokens[number.index + 1];
      if (number.kind !== 'number' || unit?.sentence !== token.sentence || !(UNITS.test(unit.text.toLowerCase()) || unit.text === '%')) return;
      let k = token.index - 1;
      while (k > token.index - 3 && tokens[k]?.sentence === token.sentence && posOf(document, tokens[k]!) === 'ADJ') k--;
      if (/^(?:a|an|the|with|at|of)$/.test(wordAt(document, k, token.sentence) ?? '')) insert('preposition', number, 'of', 0.72, 'A measure and its amount are joined by “of”.');
    }

    /** "had to into the hospital": German and Dutch leave out the verb of going. */
    function towards(token: Token, into: Token): void {
      const lead = document.before(token)?.word.folded ?? '';
      const to = token.word.folded === 'to' && /^(?:had|has|have|wanted|wants|want|able|need|needs|needed|going)$/.test(lead);
      if (!to && !/^(?:must|can|could|will|would|should|may|might|cannot)$/.test(token.word.folded) || !DETERMINER.test(wordAt(document, into.index + 1, token.sentence) ?? '')) return;
      if (!to && !/^(?:he|she|it|they|we|i|who|people|[a-z]+s)$/.test(lead)) return;
      report({kind: 'verb', start: token.start, end: into.end, proposals: [`${token.text} go ${into.text}`, `${token.text} be taken ${into.text}`], confidence: 0.8, note: 'A verb such as “go” is missing.'});
    }

    /** "and other leaders also expected to attend" */
    function alsoDue(token: Token, due: Token): void {
      const {sentence} = token;
      const noun = document.before(token);
      const to = document.after(due);
      if (!/^(?:expected|due|scheduled|slated|supposed|likely)$/.test(due.word.folded) || to?.word.folded !== 'to' || noun?.kind !== 'word' || posOf(document, noun) !== 'NOUN') return;
      // "Those also expected to attend are": the verb comes behind.
      let first = noun.index;
      while (first > Math.max(sentences[sentence]!.first, noun.index - MAX_SUBJECT) && tokens[first - 1]!.kind === 'word' && !/^(?:and|but|while|that|among|including|with|of)$/.test(tokens[first - 1]!.word.folded)) first--;
      const joint = tokens[first - 1];
      if (!joint || joint.sentence !== sentence || !/^(?:and|but|while)$/.test(joint.word.folded)) return;
      for (let i = to.index + 2; i <= Math.min(sentences[sentence]!.last, to.index + MAX_CLAUSE) && !/^[,;:.]$/.test(tokens[i]!.text); i++) if (BE.has(tokens[i]!.word.folded) || HAVE.has(tokens[i]!.word.folded)) return;
      insert('auxiliary', token, /[^s]s$|^people$/.test(noun.word.folded) ? 'are' : 'is', 0.6, 'The sentence has no verb here.');
    }

    function isQuestion(sentence: number): boolean {
      const {last} = sentences[sentence]!;
      return tokens[last]!.text === '?' || tokens[last - 1]?.text === '?';
    }

    /** Whether a form is hardly a noun, so that behind a verb it must be one itself. */
    function bareVerb(verb: Token): boolean {
      const w = verb.word.folded;
      return verb.word.shape === 'lower' && isInfinitive(w) && !/(?:ed|ing|s)$/.test(w) && pairCount('to', w) > 40 && nounish(w) < -25 && w !== 'be' && w !== 'do' && w !== 'go';
    }

    /** "decided leave the city" */
    function infinitive(token: Token, verb: Token, base: string): void {
      const w = token.word.folded;
      // "wanted have a rest": the commonest verbs are rare nouns.
      const have = /^(?:have|be|go|see|make|take|get|give)$/.test(verb.word.folded) && /^(?:want|decide|hope|refuse|intend|expect|agree|manage)/.test(base) && w !== base;
      if (!have && !bareVerb(verb) || !have && pairCount(w, verb.word.folded) > 0) return;
      if (/^(?:need|start|begin|offer|plan|attempt|hope|promise|propose|wish|try|aim)$/.test(w) || w === 'need' || w === 'needs' && base !== 'need') return;
      const form = w === ingOf(base) ? 'ing' : w === thirdOf(base) ? 'third' : w === base ? 'base' : 'past';
      if (form === 'ing' || !activeVerb(document, token, form) && w !== 'expected') return;
      if (!DETERMINER.test(wordAt(document, verb.index + 1, token.sentence) ?? '') && pairCount('to', verb.word.folded) < 70) return;
      insert('to', verb, 'to', 0.72, `Behind \`${base}\` English has the infinitive with \`to\`.`);
    }

    /** "is ready sign" */
    function adjective(token: Token, verb: Token): void {
      const before = document.before(token);
      if (!before || !BE.has(before.word.folded) || verb.kind !== 'word' || !(bareVerb(verb) || ORDERED.has(token.word.folded) && isInfinitive(verb.word.folded) && pairCount('to', verb.word.folded) > 60) || pairCount(token.word.folded, verb.word.folded) > 0) return;
      if (DETERMINER.test(wordAt(document, verb.index + 1, token.sentence) ?? '')) insert('to', verb, 'to', 0.78, `Behind \`${token.text}\` English has the infinitive with \`to\`.`);
    }

    /** "makes easier to hire" */
    function object(token: Token, next: Token): void {
      const more = next.word.folded === 'more' || next.word.folded === 'very' || next.word.folded === 'less' ? document.after(next) : next;
      if (!more || !IT_ADJECTIVES.has(more.word.folded)) return;
      const link = tokens[more.index + 1];
      if (!link || link.sentence !== token.sentence || !(infinitiveAt(document, link.index, token.sentence) || link.word.folded === 'that' || link.word.folded === 'for' && /^(?:people|them|him|companies|workers|citizens|us)$/.test(wordAt(document, link.index + 1, token.sentence) ?? ''))) return;
      const base = IT_VERBS.get(token.word.folded)!;
      const form = token.word.folded === ingOf(base) ? 'ing' : token.word.folded === thirdOf(base) ? 'third' : token.word.folded === base ? 'base' : 'past';
      const before = document.before(token);
      if (!before || BE.has(before.word.folded) || !activeVerb(document, token, form)) return;
      // "the changes that this makes necessary"
      for (let k = token.index - 1; k > token.index - 6; k--) if (/^(?:which|what|as|than|that)$/.test(wordAt(document, k, token.sentence) ?? '')) return;
      if ((base === 'believe' || base === 'think') && link.word.folded !== 'that' && more.word.folded !== 'necessary') return;
      insert('object', next, 'it', 0.82, 'English needs an `it` here as the object.');
    }

    /** "waited the train" */
    function preposition(token: Token, base: string): void {
      const w = token.word.folded;
      const at = token.index + 1;
      const det = wordAt(document, at, token.sentence);
      const pronoun = det !== undefined && /^(?:wait|listen|depend|rely|participate|apologise|apologize)$/.test(base) && OBJECTS.has(det);
      if (det === undefined || !pronoun && (!/^(?:the|his|her|their|its|this|these|a|an|our)$/.test(det) || !startsObject(document, at, token.sentence))) return;
      const form = w === ingOf(base) ? 'ing' : w === thirdOf(base) ? 'third' : w === base ? 'base' : 'past';
      const active = activeVerb(document, token, form);
      if (!active) return;
      if (base === 'arrive' && !/^(?:the|a|an|this)$/.test(det) || (base === 'refer' || base === 'wait' && !pronoun) && det !== 'the') return;
      if (/^(?:hard|better|more|less|same|latter|other|one|way|whole|entire|full|lot|bit|little|most|least|very|further|moment|turn|best|blues|best|outcome|result|results)$/.test(wordAt(document, at + 1, token.sentence) ?? '')) return;
      if (pairCount(w, det) > 30) return;
      const other = WITH[base]!;
      report({kind: 'preposition', start: token.start, end: token.end, proposals: [`${token.text} ${other}`], confidence: ALSO_TRANSITIVE.has(base) ? 0.3 : active === 2 ? 0.72 : 0.55, note: `English says: ${base} ${other} something.`});
    }

    /** "He said is ready" */
    function reported(token: Token, verb: Token): void {
      const w = verb.word.folded;
      if (verb.word.shape !== 'lower' || !/^(?:is|was|has|had|will|would|can|are|were)$/.test(w)) return;
      const subject = document.before(token);
      if (subject?.kind !== 'word' || isQuestion(token.sentence)) return;
      const {first} = sentences[token.sentence]!;
      const lead = tokens[subject.index - 1];
      const start = subject.index === first || lead?.text === ',' && subject.index - first < 12 && /^(?:in|on|after|during|at|when|meanwhile|earlier|according)$/.test(tokens[first]!.word.folded);
      if (!start || !/^(?:he|she|they|it)$/.test(subject.word.folded) && !(subject.word.shape === 'capital' && subject.word.isName && !subject.word.english)) return;
      const behind = tokens[verb.index + 1];
      if (behind?.kind !== 'word' || behind.sentence !== token.sentence) return;
      const pronoun = /^(?:he|she|they|it)$/.test(subject.word.folded) ? subject.word.folded : 'he';
      insert('subject', verb, [pronoun, 'it', 'he', 'she'].filter((p, i, all) => all.indexOf(p) === i), 0.75, 'The verb lacks its subject.');
    }

    /** "demanded that the firm to pay", "says that the wages to rise": a clause with its verb in the infinitive. */
    function thatTo(that: Token, first: Token): void {
      const verb = document.before(that);
      if (!verb || !ORDERS.test(verb.word.folded) || !/^(?:the|his|her|its|their|all|these|those|every|both)$/.test(first.word.folded)) return;
      for (let k = first.index + 1; k < first.index + 5; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== that.sentence) return;
        if (t.word.folded !== 'to') {
          if (FUNCTION_WORDS.has(t.word.folded) && t.word.folded !== 'of') return;
          continue;
        }
        const noun = tokens[k - 1]!;
        if (!infinitiveAt(document, k, that.sentence) || posOf(document, noun) !== 'NOUN' || /^(?:right|need|attempt|decision|plan|effort|ability|chance|power|way|order|desire|duty|refusal|request|move|bid|proposal|failure|obligation|reason|time|permission|opportunity|fight|access|ones?|visit|answer|threat|approach|path|road|key|agreement|commitment|promise)s?$/.test(noun.word.folded)) return;
        // "that the people to leave will be paid"
        for (let n = k + 2; n < k + 14 && tokens[n]?.sentence === that.sentence && !/^[,;]$/.test(tokens[n]!.text); n++) if (MODALS.has(tokens[n]!.word.folded) || BE.has(tokens[n]!.word.folded) && tokens[n]!.index !== k + 1 || HAVE.has(tokens[n]!.word.folded) && tokens[n]!.index !== k + 1) return;
        report({kind: 'verb', start: tokens[k]!.start, end: tokens[k + 1]!.end, proposals: [tokens[k + 1]!.text, `should ${tokens[k + 1]!.text}`], confidence: 0.7, note: 'A clause with “that” has no infinitive.'});
        return;
      }
    }

    /** "said that is too early", "promised on Monday that will publish", "that exist many studies": a clause that is told, without its subject. */
    function reportedThat(token: Token, verb: Token): void {
      const w = verb.word.folded;
      const behind = tokens[verb.index + 1];
      if (verb.word.shape !== 'lower' || behind?.kind !== 'word' && behind?.kind !== 'number' || behind.sentence !== token.sentence || isQuestion(token.sentence)) return;
      if (/^(?:exist|exists|existed)$/.test(w)) {
        if (behind.kind === 'number' || /^(?:many|several|few|some|two|three|various|no|a|an|other|different|enough)$/.test(behind.word.folded)) report({kind: 'subject', start: verb.start, end: verb.end, proposals: [w === 'exist' ? 'there are' : w === 'exists' ? 'there is' : 'there were', `there ${verb.text}`], confidence: 0.7, note: 'The verb lacks its subject.', message: `A subject seems to be missing before \`${verb.text}\``});
        return;
      }
      if (!/^(?:is|was|will|would|has|had|can|could)$/.test(w)) return;
      let said = document.before(token);
      if (said && DAYS.has(said.word.folded)) said = document.before(said)?.word.folded === 'on' ? document.before(document.before(said)!) : document.before(said);
      if (!said || !/^(?:said|says|added|stated|announced|claimed|believes|thinks|declared|explained|stressed|confirmed|insisted|warned|assured|promised|admitted|hopes|argued)$/.test(said.word.folded)) return;
      const impersonal = /^(?:is|was)$/.test(w) && /^(?:too|not|very|necessary|important|possible|impossible|difficult|essential|early|likely|unlikely|time|better|unacceptable|clear|urgent)$/.test(behind.word.folded) && [1, 2, 3].some((n) => infinitiveAt(document, behind.index + n, token.sentence));
      const personal = /^(?:announced|promised|confirmed|assured|declared|stated)$/.test(said.word.folded) && /^(?:will|would|has|had|can|could)$/.test(w) && (isInfinitive(behind.word.folded) || baseOfParticiple(behind.word.folded) !== undefined || behind.word.folded === 'not');
      // "said on Monday that will recount": "that" hardly stands for something behind a day.
      const dayBetween = said !== document.before(token) && /^(?:said|says|added|stated)$/.test(said.word.folded) && /^(?:will|would|has|had)$/.test(w) && (/^w/.test(w) ? isInfinitive(behind.word.folded) : baseOfParticiple(behind.word.folded) !== undefined) && !/^(?:be|been|happen|change|depend|require|take|mean|come|continue|remain)$/.test(behind.word.folded);
      if (impersonal) insert('subject', verb, ['it', 'this'], 0.66, 'The verb lacks its subject.');
      else if (personal || dayBetween) insert('subject', verb, ['he', 'it', 'she', 'they'], personal ? 0.66 : 0.55, 'The verb lacks its subject.');
    }

    /** "will travel Washington on Thursday" */
    function place(token: Token, next: Token): void {
      if (next.word.shape !== 'capital' || !(next.word.entry.flags & Flag.Place) || !next.spaced || next.sentence !== token.sentence) return;
      const stop = tokens[next.index + 1];
      if (stop && stop.sentence === token.sentence && !/^(?:on|in|for|to|and|after|before|this|next|last|[.,;])$/.test(stop.text.toLowerCase())) return;
      const before = document.before(token);
      if (before?.kind !== 'word' || !/^(?:will|would|to|has|had|have|he|she|they|can|could|may|must|should)$/.test(before.word.folded)) return;
      insert('preposition', next, 'to', 0.62, 'The place is where one goes to.');
    }

    /** "because was late" */
    function clause(token: Token, verb: Token): void {
      const w = verb.word.folded;
      if (verb.word.shape !== 'lower' || !/^(?:is|was|has|had|will|would|cannot|are|were)$/.test(w) || isQuestion(token.sentence)) return;
      const behind = tokens[verb.index + 1];
      if (behind?.kind !== 'word' || behind.sentence !== token.sentence || /^(?:he|she|it|they|we|you|i|the|a|no|not)$/.test(behind.word.folded) && w !== 'is') return;
      if (behind.word.folded === 'no' || behind.word.folded === 'why' || behind.word.folded === 'for') return;
      if (token.word.folded === 'if' && (w !== 'is' && w !== 'was' || /^(?:he|she|it|they)$/.test(behind.word.folded))) return;
      insert('subject', verb, w === 'are' || w === 'were' ? ['they'] : ['it', 'he', 'she'], token.word.folded === 'if' ? 0.6 : 0.82, 'The verb lacks its subject.');
    }

    /** "He not want", "the victims not been" */
    function negated(token: Token, verb: Token): void {
      const before = document.before(token);
      if (before?.kind !== 'word') return;
      const w = verb.word.folded;
      if (w === 'been') {
        for (let k = token.index - 1; k >= token.index - 6; k--) {
          const word = wordAt(document, k, token.sentence);
          if (word === undefined) break;
          if (HAVE.has(word) || /'ve$|'d$|'s$/.test(word)) return;
        }
        if (isQuestion(token.sentence) || before.word.shape === 'lower' && !pluralNoun(before) && posOf(document, before) !== 'NOUN') return;
        insert('auxiliary', token, pluralNoun(before) || /^(?:they|we|people)$/.test(before.word.folded) ? 'have' : 'has', 0.85, 'The perfect needs `has` or `have`.');
        return;
      }
      const noun = pluralNoun(before) !== undefined && subjectBefore(document, token.index)?.number === 'many' && /^(?:know|want|have|understand|need|see|work|believe|go|come|think|say|make|get|find|agree|like|expect|exist)$/.test(w);
      if (!noun && !/^(?:he|she|it|they|we|i)$/.test(before.word.folded) || !isInfinitive(w) || w === 'be' || /(?:ed|ing)$/.test(w) || pairCount('to', w) < 40) return;
      // "Why did he not want to", "nor would they not go", "only to have it not work"
      for (let k = before.index - 1; k >= before.index - 4; k--) {
        const word = wordAt(document, k, token.sentence);
        if (word === undefined) break;
        if (MODALS.has(word) || /^(?:did|does|do|let|make|makes|made|that|lest|see|have|had|if|demand|whether)$/.test(word)) return;
      }
      if (isQuestion(token.sentence)) return;
      const many = noun || /^(?:they|we|i)$/.test(before.word.folded);
      report({kind: 'auxiliary', start: token.start, end: verb.end, proposals: [`${many ? 'do' : 'does'} not ${verb.text}`, `did not ${verb.text}`], confidence: 0.82, note: 'English negates a verb with `do`, `does` or `did`.', message: `A \`${many ? 'do' : 'does'}\` seems to be missing before \`not\``});
    }

    /** "the bridge which built in 1970", "the president, who in Moscow, will return" */
    function relative(token: Token, next: Token): void {
      const w = next.word.folded;
      if (next.word.shape !== 'lower') return;
      const before = document.before(token);
      if (!before) return;
      const base = baseOfParticiple(w);
      if (base && PASSIVES.has(base)) {
        const by = wordAt(document, next.index + 1, token.sentence);
        const date = tokens[next.index + 2];
        if (token.word.folded === 'that' && !/^(?:in|by)$/.test(by ?? '')) return;
        const sure = by === 'by' && base !== 'hold' && base !== 'find' || by === 'in' && date?.kind === 'number' || w === 'located' || w === 'situated' || w === 'born';
        if (!sure || baseOfPast(w) === undefined && w !== 'born') return;
        if (before.text !== ',' && before.kind !== 'word' || by === 'by' && /ing$/.test(date?.word.folded ?? '')) return;
        insert('verb', next, pluralNoun(before) ? ['were', 'are'] : ['was', 'is'], 0.72, 'The passive needs a form of `be`.');
        return;
      }
      if (base && DONE_BY.has(base) && w.endsWith('ed') && token.word.folded !== 'that' && wordAt(document, next.index + 1, token.sentence) === 'by') {
        const who = tokens[next.index + 2];
        if (who?.kind === 'word' && (DETERMINER.test(who.word.folded) || who.word.shape !== 'lower')) insert('verb', next, pluralNoun(before) ? ['were', 'are'] : ['was', 'is'], 0.75, 'The passive needs a form of `be`.');
        return;
      }
      if (token.word.folded === 'that' || before.text !== ',' || !/^(?:in|at|from|on|near|under|now|currently|also)$/.test(w)) return;
      // Up to the comma there must be no verb.
      for (let k = next.index + 1; k < next.index + 7; k++) {
        const t = tokens[k];
        if (!t || t.sentence !== token.sentence) return;
        if (t.text === ',') {
          const pos = posOf(document, tokens[k + 1] ?? t);
          if (k - next.index >= 2 && (pos === 'AUX' || pos === 'VERB')) insert('verb', next, ['is', 'was'], 0.7, 'The clause lacks its verb.');
          return;
        }
        if (t.kind !== 'word' && t.kind !== 'number' || BE.has(t.word.folded) || HAVE.has(t.word.folded) || /ed$/.test(t.word.folded) || baseOfPast(t.word.folded) !== undefined || t.word.shape === 'lower' && baseOfThird(t.word.folded) !== undefined && posOf(document, t) === 'VERB') return;
      }
    }

    /** "She ready to help", "It necessary to" */
    function predicate(token: Token, next: Token): void {
      const w = next.word.folded;
      if (!PREDICATES.has(w) || token.word.folded === 'it' && token.word.shape === 'lower' && document.before(token)?.word.folded !== 'that') return;
      const before = document.before(token);
      if (before && !/^(?:that|because|but|,|“|"|and|although)$/.test(before.text)) return;
      if (before?.word.folded === 'and' && tokens[before.index - 1]?.text !== ',') return;
      const link = wordAt(document, next.index + 1, token.sentence);
      if (link === undefined || !/^(?:to|that|for|of|with|about|in)$/.test(link) || isQuestion(token.sentence)) return;
      insert('verb', next, /^(?:they|we)$/.test(token.word.folded) ? ['are', 'were'] : ['is', 'was'], 0.78, 'The sentence lacks its verb.');
    }

    /** "The epicentre located 40 kilometers from the city." */
    function located(token: Token): void {
      const {first, last} = sentences[token.sentence]!;
      const noun = document.before(token);
      if (noun?.kind !== 'word' || noun.index - first > 6 || noun.index <= first || last - token.index > 25 || tokens[last]!.text !== '.' || document.isTitle(token.sentence) || !/^(?:the|this|his|her|its|their)$/.test(tokens[first]!.word.folded) || posOf(document, noun) !== 'NOUN' && noun.word.shape !== 'capital') return;
      const next = tokens[token.index + 1];
      if (next?.kind !== 'number' && !/^(?:in|on|at|near|about|between|off|under|some|just|around|approximately|only|deep|within|along)$/.test(next?.word.folded ?? '')) return;
      for (let k = first; k <= last; k++) if (k !== token.index && tokens[k]!.kind === 'word' && (BE.has(tokens[k]!.word.folded) || HAVE.has(tokens[k]!.word.folded) || MODALS.has(tokens[k]!.word.folded) || tokens[k]!.text === ',' || posOf(document, tokens[k]!) === 'VERB')) return;
      insert('verb', token, pluralNoun(noun) ? ['are', 'were'] : ['is', 'was'], 0.62, 'The sentence lacks its verb.');
    }

    /** "The rescue team still searching for the victims." */
    function stillDoing(token: Token, ing: Token): void {
      const {first, last} = sentences[token.sentence]!;
      const noun = document.before(token);
      if (noun?.kind !== 'word' || noun.index <= first || noun.index - first > 6 || last - token.index > 25 || tokens[last]!.text !== '.' || document.isTitle(token.sentence) || ing.word.shape !== 'lower' || !/^[a-z]{3,}ing$/.test(ing.word.folded) || posOf(document, ing) !== 'VERB' || posOf(document, noun) !== 'NOUN' && posOf(document, noun) !== 'PROPN') return;
      if (!/^(?:the|a|his|her|its|their|many|some|two|three|several|rescuers|police)$/.test(tokens[first]!.word.folded) && tokens[first]!.word.shape !== 'capital') return;
      for (let k = first; k <= last; k++) if (k !== ing.index && tokens[k]!.kind === 'word' && (BE.has(tokens[k]!.word.folded) || HAVE.has(tokens[k]!.word.folded) || MODALS.has(tokens[k]!.word.folded) || /^(?:with|when|while|as|that|who|which)$/.test(tokens[k]!.word.folded) || posOf(document, tokens[k]!) === 'VERB' && tokens[k - 1]?.word.folded !== 'to')) return;
      insert('verb', token, pluralNoun(noun) ? ['are', 'were'] : ['is', 'was'], 0.62, 'The sentence lacks its verb.');
    }

    /** "Her mother until now not yet found": what was not done so far, without its auxiliary. */
    function notYet(not: Token, yet: Token): void {
      const participle = tokens[yet.index + 1];
      if (participle?.kind !== 'word' || participle.sentence !== not.sentence || baseOfParticiple(participle.word.folded) === undefined || participle.word.shape !== 'lower') return;
      const stop = tokens[participle.index + 1];
      if (stop && stop.sentence === not.sentence && !/^[.,;]$/.test(stop.text) && !/^(?:in|by|at|on|and|but|because|to|for|from|since|despite)$/.test(stop.word.folded)) return;
      let k = not.index - 1;
      while (k > 0 && /^(?:still|until|till|now|so|far|today)$/.test(tokens[k]!.word.folded)) k--;
      const noun = tokens[k];
      if (noun?.kind !== 'word' || noun.sentence !== not.sentence || !(posOf(document, noun) === 'NOUN' || posOf(document, noun) === 'PROPN') || noun.index - sentences[not.sentence]!.first > 5) return;
      for (let n = sentences[not.sentence]!.first; n <= Math.min(sentences[not.sentence]!.last, participle.index + 20); n++) if (n !== participle.index && (BE.has(tokens[n]!.word.folded) || HAVE.has(tokens[n]!.word.folded) || MODALS.has(tokens[n]!.word.folded))) return;
      report({kind: 'auxiliary', start: not.start, end: yet.end, proposals: [`${pluralNoun(noun) ? 'have' : 'has'} not yet been`], confidence: 0.66, note: 'The sentence lacks its verb.'});
    }

    /** "there have 300 people infected" */
    function thereHave(token: Token, have: Token): void {
      const next = tokens[have.index + 1];
      if (next?.sentence !== token.sentence || isQuestion(token.sentence) || !(next.kind === 'number' || /^(?:many|no|several|some|two|three|four|five|six|seven|eight|nine|ten|more|about|over|nearly|a|an)$/.test(next.word.folded) || next.word.folded === 'even' && /^(?:a|an|one|two)$/.test(tokens[next.index + 1]?.word.folded ?? ''))) return;
      const before = document.before(token);
      if (before && !/^(?:[,;:“"]|that|and|but|because|as|where|when)$/.test(before.text.toLowerCase())) return;
      const one = /^(?:a|an|even)$/.test(next.word.folded);
      report({kind: 'auxiliary', start: have.start, end: have.end, proposals: [one ? 'has been' : 'have been', one ? 'is' : 'are'], confidence: 0.75, note: 'Behind “there” stands a form of be.'});
    }

    /** "There many reasons for it" */
    function existence(token: Token, next: Token): void {
      if (!/^(?:many|no|several|few|some|two|three|four|five|six|also)$/.test(next.word.folded) || next.word.folded === 'also') return;
      for (let k = next.index; k <= sentences[token.sentence]!.last && k < next.index + 25; k++) {
        const w = tokens[k]!.word.folded;
        if (tokens[k]!.text === ',' && k < next.index + 6 || BE.has(w) || HAVE.has(w) || MODALS.has(w) || baseOfPast(w) !== undefined || posOf(document, tokens[k]!) === 'VERB' && k < next.index + 4) return;
      }
      report({kind: 'verb', start: token.start, end: token.end, proposals: ['There are', 'There is'], confidence: 0.75, note: 'The sentence lacks its verb.'});
    }

    /** "The situation very difficult, the mayor said": a noun phrase, an adverb, an adjective, and no verb. */
    function copula(token: Token, next: Token): void {
      const noun = document.before(token);
      const {first} = sentences[token.sentence]!;
      if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || noun.index - first > 4 || noun.index === first || isQuestion(token.sentence)) return;
      if (!/^(?:the|this|his|her|its|their|our|these|those)$/.test(tokens[first]!.word.folded) || posOf(document, next) !== 'ADJ' || posOf(document, noun) !== 'NOUN') return;
      const stop = tokens[next.index + 1];
      if (stop && stop.sentence === token.sentence && !/^[.,;]$/.test(stop.text) && !/^(?:in|for|and|but|because|after)$/.test(stop.word.folded)) return;
      // What follows a comma must be who said it, else the adjective is apposed.
      if (stop?.text === ',' && !tokens.slice(stop.index, stop.index + 5).some((t) => /^(?:said|says|added|explained|stressed|told)$/.test(t.word.folded))) return;
      if (stop?.kind === 'word') for (let k = stop.index; k <= sentences[token.sentence]!.last && k < stop.index + 30; k++) if (BE.has(tokens[k]!.word.folded) || HAVE.has(tokens[k]!.word.folded) || MODALS.has(tokens[k]!.word.folded) || posOf(document, tokens[k]!) === 'VERB') return;
      insert('verb', token, pluralNoun(noun) ? 'are' : 'is', 0.5, 'The sentence lacks its verb.');
    }

    /** "Is the third year that we gather nothing." */
    function subjectless(token: Token, next: Token): void {
      const {last} = sentences[token.sentence]!;
      const w = next.word.folded;
      if (next.kind === 'word' && next.word.shape !== 'lower' || /^(?:he|she|it|they|we|you|i|there|that|this|these|those|anyone|anybody|everyone|what|n't)$/.test(w) || document.isTitle(token.sentence) || last - token.index < 4) return;
      for (let k = token.index; k <= last && k < token.index + 60; k++) if (tokens[k]!.text === '?') return;
      if (tokens[last]!.text !== '.' && tokens[last - 1]!.text !== '.' && !quoted[token.index]) return;
      // What stands behind a colon or on a line of its own may be a list.
      report({kind: 'subject', start: token.start, end: token.end, proposals: [`It ${token.word.folded}`, `This ${token.word.folded}`], confidence: /^(?:the|a|an|not|very|also|already|now|still|only|one|necessary|important|expected)$/.test(w) || next.kind === 'number' ? (quoted[token.index] ? 0.6 : 0.74) : quoted[token.index] ? 0.35 : 0.5, note: 'The sentence lacks its subject.'});
    }

    /** "whose two daughters still missing", "that my son safe": a noun, an adjective that is only said of it, and no verb. */
    function verbless(token: Token): void {
      const stop = tokens[token.index + 1];
      if (stop && stop.sentence === token.sentence && !/^[.,;:!”"’]$/.test(stop.text) && !/^(?:since|in|after|for|because|but|when)$/.test(stop.word.folded)) return;
      let k = token.index - 1;
      let adverb = false;
      while (/^(?:still|already|now|also|not|yet|very|completely|quite)$/.test(tokens[k]?.word.folded ?? '')) {
        k--;
        adverb = true;
      }
      const noun = tokens[k];
      // "whose background remains unclear"
      if (noun && /^(?:remains?|stays?|looks?|seems?|sounds?|feels?|turns?|appears?|becomes?)$/.test(noun.word.folded)) return;
      if (noun?.kind !== 'word' || noun.sentence !== token.sentence || noun.word.shape !== 'lower' || !(countNoun(noun) || pluralNoun(noun) || /^(?:people|men|women|children|child|situation|son|wife|family)$/.test(noun.word.folded))) return;
      let first = k;
      while (first > sentences[token.sentence]!.first && k - first < 4 && tokens[first - 1]!.kind === 'word' && !/^(?:that|because|and|but|,)$/.test(tokens[first - 1]!.text) && !/^(?:the|my|his|her|its|their|our|whose|this|these|those)$/.test(tokens[first]!.word.folded)) first--;
      const lead = tokens[first]!;
      if (!/^(?:the|my|his|her|its|their|our|whose|this|these|those)$/.test(lead.word.folded) || first === k) return;
      const opener = document.before(lead);
      const whose = lead.word.folded === 'whose';
      if (!whose && !(opener && /^(?:that|because)$/.test(opener.word.folded)) || opener?.word.folded === 'that' && /^(?:so|now|given|all)$/.test(tokens[opener.index - 1]?.word.folded ?? '')) return;
      const many = pluralNoun(noun) !== undefined || /^(?:people|men|women|children)$/.test(noun.word.folded);
      insert('verb', tokens[k + 1]!, many ? ['are', 'were'] : ['is', 'was'], adverb || whose ? 0.66 : 0.6, 'The clause lacks its verb.');
    }

    /** "as soon possible", "as well the minister" */
    function soonAs(token: Token, next: Token): void {
      const third = tokens[next.index + 1];
      if (/^(?:soon|quickly|fast|early|far|much|many|late|well|often)$/.test(next.word.folded) && third?.word.folded === 'possible' && third.sentence === token.sentence) insert('preposition', third, 'as', 0.9, 'English says “as soon as possible”.');
    }

    /** "Has developed several methods." */
    function headless(token: Token, next: Token): void {
      const w = next.word.folded;
      if (HEADLESS.test(token.word.folded)) {
        const {last} = sentences[token.sentence]!;
        const said = /(?:said|ed)$/.test(token.word.folded);
        if (isQuestion(token.sentence) || document.isTitle(token.sentence) || tokens[last]!.text !== '.' || last - token.index < 5 || next.kind !== 'word' || (said ? w !== 'that' : !/^(?:to|that|in|at|of|about|for|the|a|his|her|with|also|not)$/.test(w) && posOf(document, next) !== 'ADV')) return;
        report({kind: 'subject', start: token.start, end: token.end, proposals: [`He ${token.word.folded}`, `She ${token.word.folded}`, `It ${token.word.folded}`], confidence: 0.55, note: 'The sentence lacks its subject.'});
        return;
      }
      if (token.word.folded !== 'has' && token.word.folded !== 'had' || next.word.shape !== 'lower' || isQuestion(token.sentence) || document.isTitle(token.sentence)) return;
      if (w !== 'been' && w !== 'also' && !baseOfParticiple(w)) return;
      const {last} = sentences[token.sentence]!;
      if (tokens[last]!.text !== '.' || last - token.index < 5) return;
      report({kind: 'subject', start: token.start, end: token.end, proposals: [`He ${token.word.folded}`, `She ${token.word.folded}`, `It ${token.word.folded}`], confidence: token.word.folded === 'has' ? 0.7 : 0.45, note: 'The sentence lacks its subject.'});
    }
  },
});
