import {DAYS, NUMBER_WORDS, singularOf} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfPast, baseOfThird, isInfinitive} from '../src/document/verbs.ts';
import {BE, DO, HAVE, MODALS, wordAt} from '../src/evidence/clause.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {countNoun, nounish, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';
import {type Joint, overloaded, whoever, wrongJoint} from './relative-clause/joints.ts';
import {bareOwned, ofThem, whatFew} from './relative-clause/parts.ts';
import {whose} from './relative-clause/whose.ts';

const set = (words: string) => new Set(words.split(' '));
/** Words for people, in the singular. */
const PERSONS = set('man woman boy girl person people child citizen worker voter resident soldier player leader politician minister president student refugee migrant victim doctor teacher driver passenger lawyer journalist suspect reporter officer official actor actress director author writer singer painter coach captain agent fan tourist farmer pilot sailor judge prosecutor mayor governor senator deputy lawmaker spokesman spokeswoman chairman chairwoman manager owner founder father mother brother sister son daughter wife husband friend neighbour neighbor colleague boss chief head expert scientist researcher professor engineer businessman businesswoman candidate member employee customer client guest visitor witness prisoner hostage criminal thief robber policeman policewoman firefighter rescuer volunteer activist protester demonstrator ambassador diplomat king queen prince princess pope bishop priest nurse patient parent baby teenager pensioner striker goalkeeper defender midfielder referee cyclist rider runner swimmer boxer champion winner loser donor teammate pupil grandchild child apprentice guard hiker climber miner fisherman inmate migrant musician dancer lecturer bystander survivor contestant nominee trainee voter buyer seller owner tenant neighbour');
/** Verbs behind which "what" asks: "tell the court what happened". */
const ASK = /^(?:tell|tells|told|telling|ask|asks|asked|asking|show|shows|showed|shown|showing|teach|teaches|taught|teaching|explain|explains|explained|remind|reminds|reminded|inform|informed|give|gives|gave|given|owe|owes|understand|understands|understood|know|knows|knew|see|sees|saw|describe|described|wonder|say|said|call|calls|called|make|makes|made|do|does|did|doing|question|is|was|matter|idea|clear|sure|decide|decided|discuss|discussed|learn|learned|of|about|on|in|to|for|at|with|and|or|but|so|just|guess|regardless|depending|no|not|like|matter|hear|heard|realise|realised|realize|realized|by|from)$/;
const QUANTITY = /^(?:some|most|all|one|many|half|part|each|both|none|two|three|several|any|few|much|majority|because|result|end|beginning|case|light|view|means|virtue|name|names|member|members|at|\d.*)$/;
const DETERMINER = /^(?:the|a|an|this|that|his|her|its|their|our|another|every|each|one)$/;
const RESUMED = /^(?:he|she|it|they)$/;

/** What is done to persons alone. */
const OF_PERSONS = /^(?:arrested|jailed|imprisoned|convicted|sentenced|detained|elected|re-elected|appointed|married|divorced|born|hospitalised|hospitalized|nominated|sacked|exiled|widowed|accused|suspected|summoned|questioned|interrogated|ousted|killed|wounded)$/;

/** Parts of a group: "one of which". */
const PART = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|both|all|none|each|half|few|neither|either|dozens|hundreds|thousands|majority)$/;

/** Prepositions of people: "the men with which". */
const BEHIND = /^(?:on|for|with|to|from|by|against|about|after|among|behind|without|of|in|at)$/;
const PREPOSITION = /^(?:in|on|for|with|to|from|of|by|against|about|after|among|at|before|behind|during|under|over|despite|since|into|through|according|like|without|within|between|near|until|upon|as)$/;
/** Bodies of people that a clause joins with which. */
const BODY = /^(?:company|ministry|bank|agency|party|government|parliament|court|commission|country|club|union|university|hospital|newspaper|airline|firm|association|organisation|organization|institute|city|town|region|province|state|storm|hurricane|ship|vessel)$/;

export default defineRule({
  id: 'relative-clause',
  summary: 'A clause behind its noun joined with the wrong word, or with a word too many',
  why: `Dutch and German join such a clause with *what* (\`a journey what takes an hour\`), Romance languages with *that* behind a comma and with *of which* for whose (\`his agent, that forgot it\`, \`of which name appears\`); Arabic and Persian repeat the noun as a pronoun (\`the school which it was used as a shelter\`), and Slavic, Dutch and Romance languages close question words with another *that* (\`where that nobody lives\`). Russian and French *if* and Dutch *or* stand for *whether*.

Silent in quotations of speech with a question (\`told the court what happened\`) and where the pronoun is the clause's own subject.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    pronoun: 'The wrong one of who, which, that and what',
    whose: 'Of which in place of whose',
    doubled: 'A that or a pronoun too many in the clause',
    whether: 'Or or if in place of whether',
    person: 'Which for people behind a preposition',
    headless: 'A clause that takes the only verb of its sentence',
    comma: 'A clause behind a name, without its comma',
  },
  examples: {
    bad: [
      {text: 'They opened an inquiry which result is unknown. A deputy who vote may decide was absent. They saw the cracks, the worst of them measured four inches. The pump costs 900 euros, what few can afford.', flagged: ['which', 'who', 'them', 'what'], fixed: 'They opened an inquiry whose result is unknown. A deputy whose vote may decide was absent. They saw the cracks, the worst of which measured four inches. The pump costs 900 euros, which few can afford.', mt: 'yes'},
      {text: 'The sailors, which families wait at home, have no water.', flagged: ['which'], fixed: 'The sailors, whose families wait at home, have no water.', mt: 'yes'},
      {text: 'They lost the lease, the which was a problem.', flagged: ['the which'], fixed: 'They lost the lease, which was a problem.', mt: 'yes'},
      {text: 'It was a journey what normally takes an hour.', flagged: ['what'], fixed: 'It was a journey that normally takes an hour.', mt: 'yes'},
      {text: 'The cup was collected by his agent, that forgot its name.', flagged: ['that'], fixed: 'The cup was collected by his agent, who forgot its name.', mt: 'yes'},
      {text: 'A school which it was used as a shelter had collapsed.', flagged: ['which it'], fixed: 'A school which was used as a shelter had collapsed.', mt: 'yes'},
      {text: 'They came from a valley where that nine of ten houses fell.', flagged: ['where that'], fixed: 'They came from a valley where nine of ten houses fell.'},
      {text: 'The party has not said if to vote for the bill.', flagged: ['if to'], fixed: 'The party has not said whether to vote for the bill.'},
      {text: 'She runs the committee, and of which name appears at the top is hers.', flagged: ['of which'], fixed: 'She runs the committee, and whose name appears at the top is hers.', mt: 'yes'},
      {text: 'The German, what surprised everyone, won the stage.', flagged: ['what'], fixed: 'The German, who surprised everyone, won the stage.'},
      {text: 'The man who he lives there is a woman that she sings.', flagged: ['who he', 'that she'], fixed: 'The man who lives there is a woman that sings.', mt: 'yes'},
      {text: 'He asked or the shop was open, and it is unclear or they will come.', flagged: ['or', 'or'], fixed: 'He asked whether the shop was open, and it is unclear whether they will come.', mt: 'yes'},
      {text: 'Kaesang Pangarep, which is currently president of the party, met Sufmi Dasco, which was arrested in May.', flagged: ['which', 'which'], fixed: 'Kaesang Pangarep, who is currently president of the party, met Sufmi Dasco, who was arrested in May.', mt: 'yes'},
      {text: 'Police held Bambang Setiadi which wrote the book. The centrist CHP, who denies the charges, waits.', flagged: ['which', 'who'], fixed: 'Police held Bambang Setiadi who wrote the book. The centrist CHP, which denies the charges, waits.', mt: 'yes'},
      {text: 'The men with which he worked are angry.', flagged: ['which'], fixed: 'The men with whom he worked are angry.', mt: 'yes'},
      {text: 'She named two candidates, one of which is a nurse. He thanked the donors, among which were children. They met three men, one of who limped. It is given to who are over sixty.', flagged: ['which', 'which', 'who', 'who'], fixed: 'She named two candidates, one of whom is a nurse. He thanked the donors, among whom were children. They met three men, one of whom limped. It is given to those who are over sixty.', mt: 'yes'},
      {text: 'The agency, which announced new rules for banks on Monday. He said that the bridges, which, although being old, carry heavy traffic.', flagged: [', which', 'which, '], fixed: 'The agency announced new rules for banks on Monday. He said that the bridges, although being old, carry heavy traffic.', mt: 'yes'},
      {text: 'The baker whom had called the fire brigade left. She was the only which survived, and all that what he said was false.', flagged: ['whom', 'which', 'that what'], fixed: 'The baker who had called the fire brigade left. She was the only one that survived, and all that he said was false.', mt: 'yes'},
      {text: 'There were ten of us, from which two drowned. The minister, which party lost the vote, resigned. The woman which lives there is old.', flagged: ['from which', 'which', 'which'], fixed: 'There were ten of us, of whom two drowned. The minister, whose party lost the vote, resigned. The woman who lives there is old.', mt: 'yes'},
      {text: 'Who wants to vote abroad must register in May. The boy who his mother died lives with an aunt. They praised the way how he did it.', flagged: ['Who', 'who his', 'way how'], fixed: 'Anyone who wants to vote abroad must register in May. The boy whose mother died lives with an aunt. They praised the way he did it.', mt: 'yes'},
      {text: 'Last week Bologna lost to Perugia which had not won since May.', flagged: [''], fixed: 'Last week Bologna lost to Perugia, which had not won since May.', mt: 'yes'},
    ],
    good: [
      'Those who wish may leave. Workers who strike may be fired.',
      {text: 'It is the Paris which was lost, a Poltava which nobody knew. In Poltava which way is north?', mt: 'yes'},
      {text: 'Who wants it? The house from which two men fled is empty. The boy who said his mother died left. To whom was it given? That is what he wanted.', mt: 'yes'},
      {text: 'The men, with which nobody had reckoned, and the office of the president on which he sat. The points are those on which he insists, and the grounds of the accused, on which he built.', mt: 'yes'},
      {text: 'The agency, which, although small, is known, announced new rules. He said that the bridges, which are old, carry heavy traffic. Which of them, who knows. Among them is the agency, which announced new rules. In the agency, which announced rules, nobody spoke.', mt: 'yes'},
      {text: 'The Deutsche Bahn, which was accused of fraud, and Grupo Prisa, which is led by its president, are firms.', mt: 'yes'},
      'He told the court what happened and asked the man what caused it. It is about the car what it is about the house.',
      'The bank said, that is true, nothing. The rules, that he knew, were old.',
      'The firm, which it bought in May, is sold; a decision which it was hoped would help.',
      'They asked if to leave would be rude? No; they decided where that went.',
      'Many songs, some of which name him, are old. The man who she says lives here left.',
      'She asked the boy or the girl. Nobody knows or cares.',
      'They spoke about who are the owners and asked about it, and the pupils have books, many of which are old. It comes down to who are the best.',
      'The woman that she met and the man who he thinks won.',
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    const put = (kind: 'pronoun' | 'whose' | 'doubled' | 'whether' | 'person' | 'headless' | 'comma', first: Token, last: Token, text: string | string[], confidence: number, note: string) => report({kind, start: first.start, end: last.end, proposals: typeof text === 'string' ? [text] : text, confidence, note});
    const finite = (t: Token | undefined, sentence: number): boolean => {
      if (!t || t.sentence !== sentence || t.kind !== 'word' || t.word.shape !== 'lower') return false;
      const w = t.word.folded;
      if (BE.has(w) && w !== 'be' && w !== 'being' && w !== 'been' || HAVE.has(w) && w !== 'having' || MODALS.has(w) || DO.has(w)) return true;
      const base = baseOfPast(w) ?? (w.endsWith('s') ? baseOfThird(w) : undefined);
      return base !== undefined && (nounish(base) < -30 || posOf(document, t) === 'VERB');
    };
    const person = (t: Token) => t.kind === 'word' && (PERSONS.has(t.word.folded) || PERSONS.has(singularOf(t.word.folded) ?? '') || /^(?:men|women)$/.test(t.word.folded));
    for (const token of document.ownTokens) {
      if (token.kind !== 'word') continue;
      const {folded} = token.word;
      if (folded === 'who' && token.word.shape === 'capital') joint(whoever(document, token));
      if (token.word.shape !== 'lower') continue;
      if ((folded === 'whom' || folded === 'which' || folded === 'who' || folded === 'what') && joint(wrongJoint(document, token, person))) continue;
      if ((folded === 'how' || folded === 'that') && joint(overloaded(document, token))) continue;
      if ((folded === 'which' || folded === 'who') && joint(bareOwned(document, token)) || folded === 'what' && joint(whatFew(document, token)) || folded === 'them' && joint(ofThem(document, token, person))) continue;
      const next = document.after(token);
      const before = document.before(token);
      if (next?.text === ',' && (folded === 'which' || folded === 'who') && before?.text === ',') inserted(token, before, next);
      if (next?.kind !== 'word' && next?.kind !== 'number') continue;
      const n = next.word.folded;
      if (folded === 'what') what(token, before, next);
      else if (folded === 'that') {
        if (before?.text === ',') apposed(token, before, next);
        else if (RESUMED.test(n) && before) resumed(token, before, next);
      } else if (folded === 'which' || folded === 'who') {
        const owned = before && whose(document, token, (found) => report({...found, kind: 'doubled'}));
        if (owned) continue;
        if (folded === 'which' && before?.word.folded === 'the') theWhich(before, token, next);
        else if (folded === 'which' && before?.word.folded === 'of') ofWhich(before, token, next);
        else if (folded === 'which' && before?.text === ',' && whoseNoun(token, next)) continue;
        else if (before) whoWhich(token, before, next);
        if (before && BEHIND.test(before.word.folded)) {
          if (folded === 'which') whom(token, before, next);
          else if (!quoted[token.index] || before.word.folded === 'of') thoseWho(token, before, next);
        }
        if (before?.text === ',') headless(token, before, next);
        if (RESUMED.test(n) && before) resumed(token, before, next);
        if (n === 'that') closed(token, next);
      } else if ((folded === 'where' || folded === 'how' || folded === 'why') && n === 'that') closed(token, next);
      else if (folded === 'if' && n === 'to') {
        const verb = tokens[next.index + 1];
        if (verb?.sentence === token.sentence && verb.word.shape === 'lower' && isInfinitive(verb.word.folded) && /^(?:said|say|says|know|known|knew|decide|decided|decides|decision|sure|clear|unclear|ask|asked|wonder|wondered|wondering|consider|considered|considering|discuss|discussed|debate|question|determine|choose|see|doubt)$/.test(before?.word.folded ?? '') && tokens[sentences[token.sentence]!.last]!.text !== '?' && tokens[sentences[token.sentence]!.last - 1]?.text !== '?' && !asks(token)) put('whether', token, next, 'whether to', 0.8, 'Before an infinitive English says “whether”.');
      } else if (folded === 'or') orFor(token, before, next);
    }

    function joint(found: Joint | undefined): boolean {
      if (found) put(found.kind, found.first, found.last, [...found.proposals], found.confidence, found.note);
      return found !== undefined;
    }

    /** Whether a question mark follows soon. */
    function asks(token: Token): boolean {
      return tokens.slice(token.index, token.index + 12).some((t) => t.sentence === token.sentence && t.text === '?');
    }

    /** "a journey what takes an hour", "The German, what surprised everyone, won" */
    function what(token: Token, before: Token | undefined, next: Token): void {
      if (!before || quoted[token.index] && before.kind !== 'word') return;
      const {first, last} = sentences[token.sentence]!;
      if (tokens[last]!.text === '?') return;
      const verb = /ly$|^(?:already|now|still|always|never|often|also)$/.test(next.word.folded) ? tokens[next.index + 1] : next;
      if (!finite(verb, token.sentence)) return;
      const comma = before.text === ',';
      const noun = comma ? document.before(before) : before;
      if (noun?.kind !== 'word' || /^(?:of|about|on|in|to|for|at|with|and|or|but|so|just|is|was|not|by|from|that|this|all|everything|something|anything|nothing)$/.test(noun.word.folded)) return;
      let k = noun.index;
      while (k > first && noun.index - k < 4 && tokens[k]!.kind === 'word' && !DETERMINER.test(tokens[k]!.word.folded)) k--;
      if (!DETERMINER.test(tokens[k]!.word.folded) || k === noun.index) return;
      if (comma ? k !== first : !(countNoun(noun) || pluralNoun(noun)) || posOf(document, noun) !== 'NOUN') return;
      const lead = tokens[k - 1];
      if (lead && lead.sentence === token.sentence && ASK.test(lead.word.folded) && !(lead.word.folded === 'is' || lead.word.folded === 'was' || lead.word.folded === 'of' || lead.word.folded === 'in' || lead.word.folded === 'to' || lead.word.folded === 'with' || lead.word.folded === 'on' || lead.word.folded === 'for' || lead.word.folded === 'that')) return;
      for (let j = k - 1; j > k - 8 && j >= first; j--) if (/^(?:tell|told|ask|asked|show|showed|explain|explained|teach|taught|understand|know|see|saw|say|said|describe|learn|question|wonder|about)/.test(tokens[j]!.word.folded) && !(tokens[j + 1]?.word.folded === 'that')) return;
      if (comma) {
        // The clause ends with a comma and the verb of the sentence follows.
        let end = token.index + 2;
        while (end < token.index + 14 && tokens[end]?.sentence === token.sentence && tokens[end]!.text !== ',') end++;
        if (tokens[end]?.text !== ',') return;
        put('pronoun', token, token, person(noun) || noun.word.shape === 'capital' ? ['who', 'which'] : ['which', 'who'], 0.7, 'A clause about the noun before it begins with who or which.');
      } else put('pronoun', token, token, person(noun) ? ['who', 'that'] : ['that', 'which'], 0.62, 'A clause about the noun before it begins with that, which or who.');
    }

    /** "Malaysia, who has reported", "The company, who is": who for a country or a body of people. */
    function whoWhich(token: Token, before: Token, next: Token): void {
      if (quoted[token.index] || asks(token)) return;
      const {first} = sentences[token.sentence]!;
      const comma = before.text === ',';
      const noun = comma ? document.before(before) : before;
      if (noun?.kind !== 'word' || !finite(/ly$|^(?:already|now|still|always|never|often|also|not)$/.test(next.word.folded) ? tokens[next.index + 1] : next, token.sentence)) return;
      if (token.word.folded === 'which') {
        if (givenName(noun) || named(noun) && ofPerson(token, next)) put('person', token, token, 'who', 0.75, 'A person is “who”.');
        else if (!comma && isName(noun)) report({kind: 'comma', start: noun.end, end: noun.end, proposals: [','], confidence: 0.5, note: 'What a clause says of a name stands behind a comma.'});
        return;
      }
      if (token.word.folded !== 'who' || !comma) return;
      // A country or body that is the sentence's subject.
      // "England, who finished second" is how sport speaks of teams.
      if (!/^(?:is|was|has|does|had|must|will|would|[a-z]+s|(?:report|announc|recall|deni|sign|accus|condemn|participat|support|impos|ask|call|refus|reject|clos|invad|join|fear|want|consider|own|receiv|represent|employ|produc|publish)ed)$/.test(next.word.folded)) return;
      const office = /^(?:State|Congress|Senate|UN|EU|Commission|Parliament|Bank|Union|Court|Ministry|Council|Government|Kremlin|Pentagon|Party|Academy|Agency|IMF|ECB|NHS|BBC)$/.test(noun.text) && tokens[noun.index - 1]?.word.folded === 'the' && tokens[first]!.word.folded === 'the' && noun.index - first < 4;
      // "the CHP, who denies": one that has a verb of one.
      const acronym = noun.word.shape === 'upper' && noun.text.length >= 3 && /^(?:is|was|has|does|[a-z]+[^s]s)$/.test(next.word.folded) && [1, 2, 3].some((back) => tokens[noun.index - back]?.word.folded === 'the');
      const body = acronym || (office || noun.word.shape === 'capital' ? office || noun.index === first && noun.word.entry.flags & Flag.Place && !(noun.word.entry.flags & Flag.Person) : BODY.test(noun.word.folded) && tokens[noun.index - 1]?.word.folded === 'the' && noun.index - 1 === first);
      if (body) put('pronoun', token, token, 'which', 0.6, 'A country, a firm or an office is “which”.');
    }

    /** Whether a token is a name by itself, not what a noun, an article or a preposition makes one of several. */
    function isName(last: Token): boolean {
      const before = document.before(last);
      if (!/^(?:capital|mixed|upper)$/.test(last.word.shape) || last.text.length < 3 || last.word.english && !(last.word.entry.flags & Flag.Place)) return false;
      return !(before?.word.folded === 'the' || before?.text === '-') && !/^(?:a|an|any|one|every|that|this|of)$/.test(before?.word.folded ?? '');
    }

    /** Whether a name of several words ends with a token, and nothing in it says that it is a place or a body. */
    function named(last: Token): boolean {
      const before = document.before(last);
      return last.word.shape === 'capital' && before?.word.shape === 'capital' && !last.word.english && !(last.word.entry.flags & Flag.Place) && !(before.word.entry.flags & Flag.Place) && !/^(?:The|Of)$/.test(before.text);
    }

    /** Whether the name that ends with a token begins with the first name of a person. */
    function givenName(last: Token): boolean {
      const {flags} = last.word.entry;
      if (last.word.shape !== 'capital' || !last.spaced || last.word.english && !(flags & Flag.Person) || flags & Flag.Lower && last.word.entry.frequency >= 100) return false;
      let k = last.index - 1;
      for (let n = 0; n < 2 && tokens[k - 1]?.word.shape === 'capital' && tokens[k]!.spaced && tokens[k - 1]!.sentence === last.sentence; n++) k--;
      const [given, second] = [tokens[k]!, tokens[k + 1]!];
      return [given, second].some((t) => t !== last && t.word.shape === 'capital' && FIRST_NAMES.lines(t.word.plain).length > 0) && !/^(?:the|university|institute|church|street|airport|foundation|city|saint)$/.test(tokens[k - 1]?.word.folded ?? '');
    }

    /** Whether a clause tells what persons alone are or what is done to them alone: "which is president", "which was accused". */
    function ofPerson(which: Token, verb: Token): boolean {
      if (!BE.has(verb.word.folded) && !HAVE.has(verb.word.folded)) return false;
      for (let k = verb.index + 1; k < verb.index + 6; k++) {
        const t = tokens[k];
        if (t?.sentence !== which.sentence || t.kind !== 'word' || PREPOSITION.test(t.word.folded)) return false;
        if (OF_PERSONS.test(t.word.folded) || person(t)) return true;
      }
      return false;
    }

    /** "his agent, that forgot the name" */
    function apposed(token: Token, comma: Token, next: Token): void {
      const noun = document.before(comma);
      if (noun?.kind !== 'word' || !finite(next, token.sentence) || quoted[token.index]) return;
      const name = noun.word.shape === 'capital' && noun.word.isName && !noun.word.english && tokens[noun.index - 1]?.word.shape === 'capital';
      const human = person(noun);
      if (!human && !name) {
        // "the reform, that was adopted in May": things as well, where nothing is reported.
        if (!(countNoun(noun) || pluralNoun(noun)) || !/^(?:was|were|has|had|are|will)$/.test(next.word.folded) || /^(?:why|how|what|because|not|the|a|it|true|right|when|where)$/.test(wordAt(document, next.index + 1, token.sentence) ?? '')) return;
        let k = noun.index;
        const {first} = sentences[token.sentence]!;
        while (k > first && noun.index - k < 4 && tokens[k]!.kind === 'word' && !DETERMINER.test(tokens[k]!.word.folded)) k--;
        if (!DETERMINER.test(tokens[k]!.word.folded)) return;
        for (let j = first; j < k; j++) if (/^(?:said|says|say|told|announced|added|warned|believe|think|know|claim|so|such|confirmed|showed|found)/.test(tokens[j]!.word.folded)) return;
        put('pronoun', token, token, 'which', 0.35, 'Behind a comma such a clause begins with which.');
        return;
      }
      for (let j = comma.index - 1; j > comma.index - 14 && tokens[j]?.sentence === token.sentence; j--) if (/^(?:said|says|say|told|announced|added|warned|believes|thinks|knows|claims|so|such|,|confirmed|showed|found|insisted)$/.test(tokens[j]!.text)) return;
      put('pronoun', token, token, 'who', 0.68, 'Behind a comma a person is “who”.');
    }

    /** "the which is a problem": Italian *la quale*, Spanish *la cual*. */
    function theWhich(the: Token, which: Token, next: Token): void {
      if (!finite(next, which.sentence)) return;
      put('pronoun', the, which, the.word.shape === 'capital' ? 'Which' : 'which', 0.75, 'This word has no article.');
    }

    /** "of which name appears" */
    function ofWhich(of: Token, which: Token, noun: Token): void {
      const before = document.before(of);
      if (!before || QUANTITY.test(before.word.folded) || before.kind === 'number' || NUMBER_WORDS.has(before.word.folded)) return;
      if (noun.word.shape !== 'lower' || !(countNoun(noun) || pluralNoun(noun)) || !finite(tokens[noun.index + 1], which.sentence)) return;
      if (before.text !== ',' && !/^(?:and|but)$/.test(before.word.folded) || posOf(document, noun) !== 'NOUN') return;
      put('whose', of, which, 'whose', 0.6, 'Before a bare noun English says “whose”.');
    }

    /** ", which parents work": Slavic and Germanic languages say whose with a form of which. */
    function whoseNoun(which: Token, noun: Token): boolean {
      const verb = tokens[noun.index + 1];
      if (noun.word.shape !== 'lower' || !pluralNoun(noun) || posOf(document, noun) !== 'NOUN' || verb?.sentence !== which.sentence || verb.word.shape !== 'lower') return false;
      if (!finite(verb, which.sentence) && !(posOf(document, verb) === 'VERB' && isInfinitive(verb.word.folded))) return false;
      put('whose', which, which, 'whose', 0.6, 'Before a bare noun English says “whose”.');
      return true;
    }

    /** "the men with which he worked" */
    function whom(which: Token, preposition: Token, next: Token): void {
      let noun = document.before(preposition);
      const {first} = sentences[which.sentence]!;
      // "two candidates, one of which", "the donors, among which": behind a comma, whatever follows.
      const part = preposition.word.folded === 'of' && noun && (PART.test(noun.word.folded) || noun.kind === 'number') ? document.before(noun) : noun;
      if (part?.text === ',' && (part !== noun || preposition.word.folded === 'among')) {
        noun = document.before(part);
        if (noun && person(noun) && noun.word.shape === 'lower' && posOf(document, noun) === 'NOUN') put('person', which, which, 'whom', 0.72, 'Behind a preposition people are “whom”.');
        return;
      }
      if (noun?.kind !== 'word' || noun.index < first || noun.word.shape !== 'lower' || next.kind !== 'word') return;
      if (noun.word.folded === 'those') return;
      if (!person(noun) || posOf(document, noun) !== 'NOUN' || !/^(?:he|she|it|they|we|i|you|the|a|an|his|her|its|their)$/.test(next.word.folded)) return;
      // "the office of the president on which": the noun before may be meant.
      let k = noun.index - 1;
      while (k > first && noun.index - k < 4 && tokens[k]!.kind === 'word' && !DETERMINER.test(tokens[k]!.word.folded)) k--;
      for (let j = DETERMINER.test(tokens[k]!.word.folded) ? k - 1 : k; j >= first && j > k - 2; j--) if (BEHIND.test(tokens[j]!.word.folded) || /^(?:and|or|between|as)$/.test(tokens[j]!.word.folded)) return;
      put('person', which, which, 'whom', 0.6, 'Behind a preposition people are “whom”.');
    }

    /** "two men, one of who"; "given to who are over 60" */
    function thoseWho(who: Token, preposition: Token, next: Token): void {
      const before = document.before(preposition);
      if (preposition.word.folded === 'of') {
        if (before && (PART.test(before.word.folded) || before.kind === 'number')) put('person', who, who, 'whom', 0.85, 'Behind a preposition people are “whom”.');
        return;
      }
      if (!/^(?:to|for|by|with|among|from)$/.test(preposition.word.folded) || !(/^(?:are|were|have|live|want|need|work|do|earn|lost|suffer)$/.test(next.word.folded) || /^(?:for|to|with)$/.test(preposition.word.folded) && (/^(?:did|does|asked|asks|wants|needs|lives|works|came|comes)$/.test(next.word.folded) || /^(?:will|would|has|had)$/.test(next.word.folded) && /^(?:it|them|him|her|anything|something)$/.test(before?.word.folded ?? ''))) || !before || ASK.test(before.word.folded) && !/^(?:given|gave|give|gives)$/.test(before.word.folded) || /^(?:as|clue|clues|reference|regard|respect|up|down|attention|agree|disagree)$/.test(before.word.folded)) return;
      put('person', who, who, 'those who', 0.72, 'A clause about people who are not named begins with “those who”.');
    }

    /** The first token of a subject without a verb that ends before token `comma`: a sentence or a "that" opens with it. -1 if anything else stands there. */
    function bareSubject(comma: number, first: number): number {
      let k = comma - 1;
      for (; k >= first; k--) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (w === 'that' && k > first && /^(?:said|says|say|announced|stated|warned|added|reported|confirmed|stressed|noted|explained|declared|recalled|claims|claimed|shows|show|showed|believe|believes|believed|reports|argued)$/.test(tokens[k - 1]!.word.folded)) break;
        if (comma - k > 11 || t.kind !== 'word' && t.kind !== 'number' && !(t.text === '-' && !t.spaced) || finite(t, t.sentence) || PREPOSITION.test(w) && w !== 'of' && w !== 'in' && w !== 'from' || /^(?:who|which|that|whose|what|there|here|if|when|but|or|because|although|as|while|not|only|one|this|these)$/.test(w) || w === 'and' && !/^(?:the|a|an|[^ ]+s)$/.test(tokens[k + 1]!.word.folded)) return -1;
      }
      const start = tokens[k + 1]!;
      // "In the agency, which …", "Among them", "Those, who": no subject of a statement.
      if (PREPOSITION.test(start.word.folded) || /^(?:all|some|most|many|those|any|such|another|both|nobody|everyone)$/.test(start.word.folded) || start.index >= comma || quoted[start.index]) return -1;
      const head = tokens[comma - 1]!;
      // "Consider the program in Listing 3, which has"
      if (head.kind !== 'word' || !DETERMINER.test(start.word.folded) && isInfinitive(start.word.folded) && !pluralNoun(start)) return -1;
      const bare = !DETERMINER.test(start.word.folded) && !(start.word.shape !== 'lower' && head.word.shape !== 'lower') && !/[^s]s$/.test(head.word.folded);
      return bare ? -1 : start.index;
    }

    /** The places of finite verbs behind token `i` that no word of their own joins; none in quotations. */
    function verbsBehind(i: number, last: number): number[] {
      const found: number[] = [];
      let joined = 0;
      for (let k = i; k <= last; k++) {
        const t = tokens[k]!;
        if (/^(?:that|who|which|whose|whom|when|where|while|if|because|as|since|after|before|although|though|whether|how|what|why|until|than|unless|so)$/.test(t.word.folded)) joined++;
        else if (finite(t, t.sentence)) {
          // "has said", "will be closed": one verb.
          if (k > i && (finite(tokens[k - 1], t.sentence) || /^(?:be|been|not|also)$/.test(tokens[k - 1]!.word.folded) && finite(tokens[k - 2], t.sentence))) continue;
          if (joined > 0 && tokens[k - 1]!.text !== ',') joined = 0;
          else found.push(k);
        }
      }
      return found;
    }

    /** "The agency, which announced new rules on Monday." */
    function headless(token: Token, comma: Token, next: Token): void {
      const {first, last} = sentences[token.sentence]!;
      if (tokens[last]!.text !== '.' || last - token.index > 40 || quoted[token.index] || document.isTitle(token.sentence)) return;
      if (!finite(next, token.sentence) || /^(?:is|are|was|were)$/.test(next.word.folded)) return;
      const start = bareSubject(comma.index, first);
      if (start < 0) return;
      for (let k = token.index + 1; k < last; k++) if (/^[,;:—–“”"()]$/.test(tokens[k]!.text) || tokens[k]!.text === '-' && tokens[k]!.spaced) return;
      if (verbsBehind(token.index + 1, last).length !== 1) return;
      put('headless', comma, token, '', 0.42, 'The sentence has no other verb for its subject.');
    }

    /** "the bridges, which, although being old, carry": an insertion opened the clause, and no verb is left behind it. */
    function inserted(token: Token, before: Token, comma: Token): void {
      const {first, last} = sentences[token.sentence]!;
      if (last - token.index > 60 || quoted[token.index] || document.isTitle(token.sentence) || !/^(?:while|although|though|despite|in|being|as|when|if|since|after|by|with|because|on|at|during|according|thanks)$/.test(tokens[comma.index + 1]?.word.folded ?? '')) return;
      const start = bareSubject(before.index, first);
      if (start < 0) return;
      let close = comma.index + 1;
      while (close < last && close - comma.index < 16 && tokens[close]!.text !== ',') close++;
      if (tokens[close]?.text !== ',' || !finite(tokens[close + 1], token.sentence) && !(isInfinitive(tokens[close + 1]!.word.folded) && posOf(document, tokens[close + 1]!) === 'VERB')) return;
      for (let k = close + 1; k < last; k++) if (tokens[k]!.text === ',' && finite(tokens[k + 1], token.sentence)) return;
      if (verbsBehind(close + 2, last).some((k) => k > close + 2)) return;
      report({kind: 'headless', start: token.start, end: tokens[comma.index + 1]!.start, proposals: [''], confidence: 0.6, note: 'The sentence has no other verb for its subject.'});
    }

    /** "where that nine of ten houses", "which that was" */
    function closed(token: Token, that: Token): void {
      const behind = tokens[that.index + 1];
      if (!behind || behind.sentence !== token.sentence) return;
      const w = behind.word.folded;
      if (!/^(?:he|she|it|they|we|the|a|an|there|his|her|its|their|some|many|all|no|nobody|every)$/.test(w) && behind.kind !== 'number' && !NUMBER_WORDS.has(w) || w === 'one') return;
      if (token.word.folded === 'how' && /^(?:the|a)$/.test(w) === false && behind.kind !== 'number') return;
      if (/^(?:that|know|knows|see|explain|from|about)$/.test(document.before(token)?.word.folded ?? '')) return;
      put('doubled', token, that, token.text, 0.72, 'This word joins the clause without “that”.');
    }

    /** "the school which it was used", "the man who he lives" */
    function resumed(token: Token, before: Token, pronoun: Token): void {
      if (quoted[token.index]) return;
      const verb = tokens[pronoun.index + 1];
      const behind = tokens[pronoun.index + 2];
      if (!finite(verb, token.sentence) || !behind || behind.sentence !== token.sentence || before.kind !== 'word') return;
      const w = token.word.folded;
      const p = pronoun.word.folded;
      const human = person(before);
      // Which pronoun could stand for the noun?
      if (human ? p === 'it' : p !== 'it' && !(p === 'they' && pluralNoun(before))) return;
      if (!human && !(countNoun(before) || pluralNoun(before)) || w === 'who' && !human) return;
      const v = verb!.word.folded;
      const lead = wordAt(document, before.index - 1, token.sentence) ?? '';
      // "a mill that it produces oil", "a baker who he runs the shop"
      const owns = baseOfThird(v) !== undefined && !BE.has(v) && !HAVE.has(v) && /^(?:a|an|his|her|its|the|two|three|many)$/.test(behind.word.folded) && /^(?:a|an)$/.test(lead) && !/^(?:sign|claim|report|promise|hope|fear|threat|chance|risk|way|day|idea|belief|statement|rumour|rumor|warning|feeling|condition|reason|result|fact)$/.test(before.word.folded);
      if (owns && (w === 'who' ? /^(?:he|she)$/.test(p) && human : w === 'that' && p === 'it') && !/^(?:say|says|think|thinks|believe|believes|claim|claims|hope|hopes|know|knows|feel|feels|fear|fears|meets|loves|sees|calls|wants)$/.test(v)) {
        put('doubled', token, pronoun, token.text, 0.5, 'The word before stands for the noun already.');
        return;
      }
      if (w === 'that' && (p === 'it' || p === 'they' || !human)) return;
      // The pronoun may be the clause's subject: "the house which it bought", "the man who he thinks won".
      if (/^(?:say|says|said|think|thinks|thought|believe|believes|believed|claim|claims|claimed|hope|hopes|hoped|know|knows|knew|feel|feels|felt|fear|fears|met|meets|loves|loved|married|saw|sees|called|calls|wants|wanted)$/.test(v)) return;
      let gap = false;
      if (BE.has(v)) gap = baseOfPast(behind.word.folded) !== undefined && /^(?:as|in|by|at|on|from|for|during|yesterday|last|on)$/.test(wordAt(document, behind.index + 1, token.sentence) ?? '') || p !== 'it' && /^(?:in|at|from|a|an|the|on|born|very|also|not)$/.test(behind.word.folded);
      else if (HAVE.has(v) || MODALS.has(v) || DO.has(v)) return;
      else gap = /^(?:in|at|there|here|from|on|near|with|alone)$/.test(behind.word.folded) && /^(?:live|work|stay|come|arrive|go|play|die|stand|lie|begin|start|end|happen|exist|appear|sleep|sit)/.test(baseOfThird(v) ?? baseOfPast(v) ?? '') || w === 'that' && /^[.,;]$/.test(behind.text) && /^(?:sings|works|lives|died|left|came|won|lost|fell|slept|plays)$/.test(v);
      if (!gap || gainOf(document, pronoun.index, pronoun.index, []) < 0) return;
      put('doubled', token, pronoun, token.text, w === 'which' || w === 'who' ? 0.45 : 0.35, 'The word before stands for the noun already.');
    }

    /** "He asked or the shop was open" */
    function orFor(token: Token, before: Token | undefined, next: Token): void {
      if (!before || !/^(?:ask|asks|asked|asking|wonder|wonders|wondered|unclear|uncertain|unknown|doubt|doubts|doubtful|question|see|decide|check|know|known|unsure)$/.test(before.word.folded) || !/^(?:he|she|it|they|the|there|his|her|their|this)$/.test(next.word.folded)) return;
      let found = false;
      for (let k = next.index + 1; k < next.index + (/^(?:the|his|her|their|this)$/.test(next.word.folded) ? 4 : 2); k++) if (finite(tokens[k], token.sentence)) found = true;
      if (!found) return;
      const sure = /^(?:unclear|uncertain|unknown|wonder|wonders|wondered|asked|unsure)$/.test(before.word.folded);
      // "He does not know or they do not care"
      if (!sure && !/^(?:to|not|n't)$/.test(document.before(before)?.word.folded ?? '') && !DAYS.has(before.word.folded)) return;
      put('whether', token, token, 'whether', sure ? 0.75 : 0.4, 'A question inside a sentence begins with “whether”.');
    }
  },
});
