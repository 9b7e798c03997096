import {detached} from '../src/document/detached.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {wordQuestion} from '../src/document/word.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {type Gender, PeopleEvidence} from '../src/evidence/people.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';
import {forTheirPart, hisNoun, itself, ofThem, otherCase, subjectCase, themWho, together} from './pronoun/forms.ts';
import {boundSelf, boundTo} from './pronoun/bound.ts';
import {continued, itForPerson, name, ofWoman, owned, person, speaker, spokenTo, spouse, started, twoGenders} from './pronoun/people.ts';
import {cataphoric, clauseThing, country, nobody, ofBody, ofSeveral, subjectThing, thing} from './pronoun/things.ts';
import {thingActs} from './pronoun/thing-acts.ts';
import {cased, type Found, type Scene} from './pronoun/scene.ts';
import {FEMALE, FEMININE, FOR_WOMEN, HUMANS, loadCountries, MALE, PRONOUNS} from './pronoun/words.ts';

/** Whether a form may be a name, or has to do with people: what the rule walks over. */
const isOfPeople = wordQuestion(({shape, folded, base}) => (shape !== 'lower' && !FUNCTION_WORDS.has(folded)) || MALE.has(base) || FEMALE.has(base) || HUMANS.has(base) || PRONOUNS.has(folded) || Object.hasOwn(FOR_WOMEN, folded));


/** Under what the holder of an office is remembered: no name has this letter. */
const officeOf = (base: string) => `#${base}`;

export default defineRule({
  id: 'pronoun',
  summary: 'He or she for a thing, or the wrong one of he and she for a person',
  why: `In most languages a ministry, a company or an army is grammatically he or she; Romance possessives agree with what is owned (*sa femme* gives \`her wife\` of a man); Chinese, Turkish and Finnish do not tell he from she at all. Engines guess.

A body of people is taken for the antecedent only when it is the subject and nobody else is in sight; a person's gender comes from first names that only one gender bears, from titles and kinship. Silent where any other person stands near.`,
  category: 'agreement',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  needs: 0.3,
  kinds: {
    ...SMALL_EDIT,
    thing: 'He, she, his or her for a thing or a body of people',
    person: 'The wrong one of he and she for a person, or a you where nobody is spoken to',
    it: 'It or its for a person',
    several: 'Him or her for several',
    'each-other': 'Themselves for each other',
    case: 'Him, her or them as a subject',
  },
  examples: {
    bad: [
      {text: 'The judge, Anna Nowak, issued its order. The mayor Piotr Nowak has presented its plan.', flagged: ['its', 'its'], fixed: 'The judge, Anna Nowak, issued her order. The mayor Piotr Nowak has presented his plan.', mt: 'yes'},
      {text: 'The ministry announced that he would pay the bill.', flagged: ['he'], fixed: 'The ministry announced that it would pay the bill.'},
      {text: 'The company lost one of his two biggest customers.', flagged: ['his'], fixed: 'The company lost one of its two biggest customers.'},
      {text: 'The party, which had promised her support, walked out.', flagged: ['her'], fixed: 'The party, which had promised its support, walked out.'},
      {text: 'Mathilde Girard sold the house. Girard kept his garden.', flagged: ['his'], fixed: 'Mathilde Girard sold the house. Girard kept her garden.'},
      {text: 'They are partners who trust themselves, and both sides respected themselves.', flagged: ['themselves', 'themselves'], fixed: 'They are partners who trust each other, and both sides respected each other.'},
      {text: 'The two presidents met themselves in Oslo.', flagged: ['themselves'], fixed: 'The two presidents met each other in Oslo.'},
      {text: 'The driver called its wife.', flagged: ['its'], fixed: 'The driver called his wife.'},
      {text: 'Berlin, for his part, waits. London, which took part in the strikes, said that he had used planes.', flagged: ['his', 'he'], fixed: 'Berlin, for its part, waits. London, which took part in the strikes, said that it had used planes.', mt: 'yes'},
      {text: 'The director defended itself. The women described itself as victims. It was them who came, and between he and the mayor lies a quarrel. The soldiers took they weapons.', flagged: ['itself', 'itself', 'them', 'he', 'they'], fixed: 'The director defended himself. The women described themselves as victims. It was they who came, and between him and the mayor lies a quarrel. The soldiers took their weapons.', mt: 'yes'},
      {text: 'He took they to the police station.', flagged: ['they'], fixed: 'He took it to the police station.', mt: 'yes'},
      {text: 'The police had arrested ten men. All of him were released the next day.', flagged: ['him'], fixed: 'The police had arrested ten men. All of them were released the next day.', mt: 'yes'},
      {text: 'The guests came to Russia when he celebrates the 80th anniversary of the end of the war. Exporters, for his part, hope for more.', flagged: ['he', 'his'], fixed: 'The guests came to Russia when it celebrates the 80th anniversary of the end of the war. Exporters, for their part, hope for more.', mt: 'yes'},
      {text: 'The talks went on with Norway as he prepares for elections. The voters turned to the Green Party, which says that he was right.', flagged: ['he', 'he'], fixed: 'The talks went on with Norway as it prepares for elections. The voters turned to the Green Party, which says that it was right.', mt: 'yes'},
      {text: 'The town lost Mathilde Girard, a salesman of 40. Julie Petit was named best actor for her part in the film.', flagged: ['salesman', 'actor'], fixed: 'The town lost Mathilde Girard, a saleswoman of 40. Julie Petit was named best actress for her part in the film.', mt: 'yes'},
      {text: 'The plane lost one of his wheels. He spoke to him colleagues about it.', flagged: ['his', 'him'], fixed: 'The plane lost one of its wheels. He spoke to his colleagues about it.', mt: 'yes'},
      {text: 'I heard the voice of her until the sun rose.', flagged: ['the voice of her'], fixed: 'I heard her voice until the sun rose.', mt: 'yes'},
      {text: '“Nobody likes it,” said Mathilde Girard, a baker. He added that she would pay. In his ruling, the court agreed.', flagged: ['He', 'his'], fixed: '“Nobody likes it,” said Mathilde Girard, a baker. She added that she would pay. In its ruling, the court agreed.', mt: 'yes'},
      {text: 'Mario Rossi won on Sunday, and he gave his cup to her trainer.', flagged: ['her'], fixed: 'Mario Rossi won on Sunday, and he gave his cup to his trainer.', mt: 'yes'},
      {text: 'The bridge was closed in May, and she will not be opened before winter. “We waited for the bus for an hour, but he did not come.” The players thanked his coach.', flagged: ['she', 'he', 'his'], fixed: 'The bridge was closed in May, and it will not be opened before winter. “We waited for the bus for an hour, but it did not come.” The players thanked their coach.', mt: 'yes'},
      {text: 'He was flown to hospital on Friday, according to her wife. The man was found by the gate, wrapped in its jacket.', flagged: ['her', 'its'], fixed: 'He was flown to hospital on Friday, according to his wife. The man was found by the gate, wrapped in his jacket.', mt: 'yes'},
      {text: 'Anna Nowak came to the opera with his husband.', flagged: ['his'], fixed: 'Anna Nowak came to the opera with her husband.', mt: 'yes'},
      {text: 'The girl was taken to hospital by his uncle.', flagged: ['his'], fixed: 'The girl was taken to hospital by her uncle.', mt: 'yes'},
      {text: 'To her does not like the rain. President Xi Jinping met his guests at noon. Xi said that they would talk. It is expected to sign agreements.', flagged: ['To her', 'It'], fixed: 'She does not like the rain. President Xi Jinping met his guests at noon. Xi said that they would talk. He is expected to sign agreements.', mt: 'yes'},
      {text: 'Joko Widodo (Jokowi) said on Monday that he came only to show its original diploma. In May it was arrested at home.', flagged: ['its', 'it'], fixed: 'Joko Widodo (Jokowi) said on Monday that he came only to show his original diploma. In May he was arrested at home.', mt: 'yes'},
      {text: 'The clerk said that he was not his obligation to wait, and that he is necessary to act.', flagged: ['he', 'he'], fixed: 'The clerk said that it was not his obligation to wait, and that it is necessary to act.', mt: 'yes'},
      {text: 'The law is disputed. He comes into force in May, and she was ratified by both houses.', flagged: ['He', 'she'], fixed: 'The law is disputed. It comes into force in May, and it was ratified by both houses.', mt: 'yes'},
      {text: 'The waitress lost his job. The workers changed her mind. The singer Anna Nowak made his debut.', flagged: ['his', 'her', 'his'], fixed: 'The waitress lost her job. The workers changed their mind. The singer Anna Nowak made her debut.', mt: 'yes'},
      {text: 'Anna Nowak addressed the students in May. Its career began on the stage.', flagged: ['Its'], fixed: 'Anna Nowak addressed the students in May. Her career began on the stage.', mt: 'yes'},
      {text: 'Paul Roux won the prize. It was born in Geneva. Boris Koval wrote on its Twitter account that he would return.', flagged: ['It', 'its'], fixed: 'Paul Roux won the prize. He was born in Geneva. Boris Koval wrote on his Twitter account that he would return.', mt: 'yes'},
      {text: 'Mario Rossi lost the vote. It announced its candidacy for the next one. Mario Rossi said that it never studied abroad.', flagged: ['It', 'its', 'it'], fixed: 'Mario Rossi lost the vote. He announced his candidacy for the next one. Mario Rossi said that he never studied abroad.', mt: 'yes'},
      {text: 'Tulsa won his second game of the year.', flagged: ['his'], fixed: 'Tulsa won its second game of the year.', mt: 'yes'},
      {text: 'The team found himself in last place.', flagged: ['himself'], fixed: 'The team found itself in last place.', mt: 'yes'},
      {text: 'The company opened a plant in May. He employs 300 people there.', flagged: ['He'], fixed: 'The company opened a plant in May. It employs 300 people there.', mt: 'yes'},
      {text: 'The bill was passed on Monday, said the minister Paul Roux. He provides for fines of 500 euros.', flagged: ['He'], fixed: 'The bill was passed on Monday, said the minister Paul Roux. It provides for fines of 500 euros.', mt: 'yes'},
      {text: 'The government fell in May. Her economy shrank by 3 percent.', flagged: ['Her'], fixed: 'The government fell in May. Its economy shrank by 3 percent.', mt: 'yes'},
      {text: '“The parties and the clubs are happy because Mario Rossi urged its volunteers to come,” she said.', flagged: ['its'], fixed: '“The parties and the clubs are happy because Mario Rossi urged his volunteers to come,” she said.', mt: 'yes'},
    ],
    good: [
      {text: 'Musk bought the network in 2022. The company lost money. He said that it would recover. “The party knows that Mario Rossi urged its volunteers to come.”', mt: 'yes'},
      {text: 'Paul Roux leads the party. He won 12 percent of the vote, and he provides for his family. The father found himself alone.', mt: 'yes'},
      {text: 'Paul Roux left the party in May. Its resignation came a day later. Anna Nowak runs a bank. It was born in the crisis of 1929.', mt: 'yes'},
      {text: 'Anna Nowak praised the film. It died at the box office. Paul Roux fought the disease. Its death toll rose.', mt: 'yes'},
      {text: 'Anna Nowak wrote to the council. It told her that it would answer. Paul Roux joined Greenpeace. It was elected to the board.', mt: 'yes'},
      {text: 'The waitress lost her job, and the workers lost their way. He thanked his parents and held his breath. The mother of the boy lost his shoe.', mt: 'yes'},
      {text: 'He is chairman of the bank.', mt: 'yes'},
      {text: 'Anna Nowak spoke to the party because it thinks of leaving. Anna Nowak kept the car because it was in storage.', mt: 'yes'},
      {text: 'He contains his anger; she was written off, and he hit the post.', mt: 'yes'},
      {text: 'He flew to Russia when he celebrated his birthday, and she was in Norway as she faced a trial. The president returned to France as he prepares for a debate. To her it was a shock; to them, nothing.', mt: 'yes'},
      {text: 'The chairman, Anna Nowak, met a spokesman, and Mathilde Girard, a friend of a salesman, was there. The best actor thanked her.', mt: 'yes'},
      {text: 'The house was sold by a neighbour, but he did not pay. Anna Nowak and her wife married in May; the ship was old, and she sank. Paul Roux saw the bridge, and he stopped.', mt: 'yes'},
      'The company told a customer that he owed money. The bank and its chairman agreed that he would go.',
      'A man was held on Monday. London said he had crossed the border. The firm said Boris Koval had paid his debts.',
      'The ministry said the minister had sold his house.',
      'A suspect was held on Monday. The army said he had crossed the border.',
      'Mathilde Girard and Paul Roux met. He sold his house.',
      'The ship lost her mast. The spokesman of the company said he was tired.',
      'The company named Anna Petrova chief executive, and she accepted.',
      'The people helped themselves to the cake. Andrea Rossi took his coat.',
      'The agency was told by its director. The police said that she was safe.',
    ],
  },
  weak: weakEdits('pronoun'),
  explain: explainEdits,
  check(document, report) {
    loadCountries();
    const yours: (Found | undefined)[] = [];
    for (const [segment, passage] of passages.in(document).entries()) {
      const {start} = document.segments[segment]!;
      for (const found of passage.reports) report(moved(found, start));
      for (const found of passage.yours) yours.push(found && moved(found, start));
    }
    if (yours.length <= 2 && document.wordCount >= 150) for (const found of yours) if (found) report(found);
  },
});

const moved = (found: Found, by: number): Found => ({...found, start: found.start + by, end: found.end + by});

/** What is found in a paragraph: for each you and your outside of quotations what there is to say if nobody else speaks to the reader. */
interface Passage {
  readonly reports: readonly Found[];
  readonly yours: readonly (Found | undefined)[];
}

const passages = new PeopleEvidence((document, segment, everyone): Passage => {
  const {tokens, sentences} = document;
  const {mentions} = everyone;
  const [start, end] = document.segmentTokens[segment]!;
  const base = document.segments[segment]!.start;
  const reports: Found[] = [];
  // Kept longer than the text.
  const own = (found: Found) => moved({...found, proposals: found.proposals.map(detached)}, -base);
  const report = (found: Found) => void reports.push(own(found));
  const flagged = (kind: Found['kind'], token: Token, to: string, confidence: number, note: string, more: string[] = []): Found => ({kind, start: token.start, end: token.end, proposals: [to, ...more].map((t) => cased(token.text, t)), confidence, note});
  const flag = (...given: Parameters<typeof flagged>) => report(flagged(...given));
  /** You and your outside of quotations. */
  const yours: Token[] = [];
  /** Who holds an office, by one name: of two with different genders nothing is known. */
  const held = (office: string, gender: Gender) => {
    const before = everyone.genderOf(officeOf(office));
    everyone.name(officeOf(office), before !== undefined && before !== gender ? '?' : gender);
  };
  const mention = (index: number, gender: Gender, pronoun = false) => everyone.mention(index, gender, pronoun);
  const quoted = quotedTokens(document);
  const scene: Scene = {document, tokens, sentences, mentions, from: 0, everyone, quoted, report, flagged, flag, mention, held};
  for (let i = start; i <= end; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !isOfPeople(token.word)) continue;
    const {folded, shape, base} = token.word;
    if (shape !== 'lower' && !FUNCTION_WORDS.has(folded)) name(scene, token);
    if (MALE.has(base) || FEMALE.has(base)) {
      // A pronoun under suspicion is no witness; the noun behind a possessive is.
      if (!/^(?:he|she|him|himself|herself)$/.test(folded)) mention(i, MALE.has(base) ? 'm' : 'f');
    } else if (HUMANS.has(base)) {
      // "Anna Nowak, mayor of the town" is still Anna Nowak.
      const last = mentions.at(-1);
      const office = tokens[i - 1]?.word.folded === 'the' && !(tokens[i + 1]?.word.shape === 'capital' && tokens[i + 1]!.spaced) ? everyone.genderOf(officeOf(base)) : undefined;
      const apposed = last && i - last.index <= 4 && last.gender !== '?' && tokens[last.index]!.word.shape === 'capital' && (tokens[i - 1]!.text === ',' || tokens[i - 2]?.text === ',' && /^(?:the|a|an)$/.test(tokens[i - 1]!.word.folded));
      if (apposed) held(base, last.gender);
      else mention(i, office ?? '?');
    }
    if (folded === 'themselves') together(scene, token);
    else if (folded === 'itself') itself(scene, token);
    else if (folded === 'them' || folded === 'him' || folded === 'her') themWho(scene, token);
    else if ((folded === 'he' || folded === 'she' || folded === 'they') && otherCase(scene, token)) continue;
    if (folded === 'it') itForPerson(scene, token);
    if (quoted[i]) {
      if ((folded === 'her' || folded === 'him') && tokens[i - 1]?.text === 'To') subjectCase(scene, token);
      if (folded === 'he') clauseThing(scene, token);
      if (folded === 'its') owned(scene, token);
      continue;
    }
    if (Object.hasOwn(FOR_WOMEN, folded) || folded === 'actor') ofWoman(scene, token);
    scene.from = Math.max(scene.from, mentions.length - 60);
    while (scene.from < mentions.length && tokens[mentions[scene.from]!.index]!.sentence < token.sentence - 3) scene.from++;
    if (tokens[i - 1]?.word.folded === 'of' && (folded === 'him' || folded === 'her' || folded === 'them') && ofThem(scene, token)) continue;
    if (folded === 'him' && hisNoun(scene, token)) continue;
    if (folded === 'he' || folded === 'she' || folded === 'his' || folded === 'her' || folded === 'him' || folded === 'himself' || folded === 'herself') {
      if ((folded === 'him' || folded === 'her') && tokens[i - 1]?.word.folded === 'of' && /^(?:all|both|many|most|several|each|none|two|three|half)$/.test(tokens[i - 2]?.word.folded ?? '') && (folded === 'him' || document.after(token)?.kind !== 'word')) {
        flag('several', token, 'them', 0.62, 'More than one is spoken of.');
        continue;
      }
      // A pronoun that fits speaks for somebody of that gender.
      if ((folded === 'his' || folded === 'her') && forTheirPart(scene, token)) continue;
      if (tokens[i - 1]?.text === 'To' && subjectCase(scene, token)) continue;
      if ((folded === 'his' || folded === 'her') && boundTo(scene, token)) continue;
      if ((folded === 'himself' || folded === 'herself') && boundSelf(scene, token)) continue;
      if (!thingActs(scene, token) && !speaker(scene, token) && !spouse(scene, token) && !cataphoric(scene, token) && !thing(scene, token) && !country(scene, token) && !subjectThing(scene, token) && !person(scene, token) && !twoGenders(scene, token) && !continued(scene, token) && !nobody(scene, token) && !clauseThing(scene, token) && !ofSeveral(scene, token) && !ofBody(scene, token)) mention(i, folded in FEMININE ? 'm' : 'f', true);
    } else if (folded === 'you' || folded === 'your') yours.push(token);
    else if (folded === 'its') {
      if (!boundTo(scene, token)) owned(scene, token);
    }
    else if (folded === 'it' && shape === 'capital') started(scene, token);
  }

  const addressed = yours.map((token) => {
    const found = spokenTo(scene, token);
    return found && own(found);
  });
  return {reports, yours: addressed};
});
