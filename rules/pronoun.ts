import {detached} from '../src/document/detached.ts';
import {DAYS, FUNCTION_WORDS, MONTHS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfIng, baseOfPast, baseOfThird} from '../src/document/verbs.ts';
import {wordNote, wordQuestion} from '../src/document/word.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {countNoun, endsPhrase, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {wordAt} from '../src/evidence/clause.ts';
import {type Gender, PeopleEvidence} from '../src/evidence/people.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
/** Bodies of people: a thing in English, he or she in languages with gender. */
const BODIES = set('treasury congress army navy government ministry company party group bank agency council court parliament senate commission committee union team club university hospital museum country city town state republic kingdom federation region province institute institution organisation organization association foundation newspaper channel airline firm manufacturer carmaker operator regulator watchdog consortium airport department office authority service academy church movement alliance coalition opposition league school factory plant station ship vessel storm hurricane typhoon embassy kremlin pentagon cabinet corporation subsidiary retailer supplier startup start-up brand network plane aircraft train rocket satellite probe volcano board faction fraction municipality district village capital bloc ngo charity brewery refinery studio theatre theater chamber bureau tribunal prefecture directorate secretariat inspectorate insurer lender publisher broadcaster fund orchestra choir cooperative dealership clinic library gendarmerie canton diocese parish syndicate selection squad observatory laboratory registry customs constabulary');
const REPORTS = set('said says announced added stated warned confirmed claimed declared reported insisted explained stressed noted argued told promised acknowledged admitted denied indicated specified recalled hopes hoped expects believes answered replied complained considered estimated assured underlined emphasised emphasized deplored regretted thinks feared fears complains warns adds insists considers estimates assures recalls recognises recognizes recognised recognized responded maintained explains argues argued wrote confirms denies');
const MALE = set('he him man boy father son husband brother uncle grandfather king prince mr sir actor spokesman businessman chairman policeman fisherman waiter gentleman male men boys lord himself');
const FEMALE = set('she woman girl mother daughter wife sister aunt grandmother queen princess mrs ms miss madam actress spokeswoman businesswoman chairwoman policewoman waitress lady heroine nun soprano female women girls herself');
/** Words for people of either gender; they may be whom the pronoun means. */
const HUMANS = set('minister president chancellor official officer leader chief head director manager boss lawyer attorney judge prosecutor doctor professor teacher student worker author writer artist singer player coach captain striker goalkeeper driver pilot victim suspect patient candidate mayor governor senator lawmaker deputy ambassador secretary general commander soldier person child baby teenager founder owner editor reporter journalist analyst expert economist scientist researcher engineer farmer citizen resident neighbour neighbor friend colleague partner parent relative pope bishop priest anyone someone everyone nobody everybody somebody whoever who whom champion defendant accused prisoner refugee migrant adult passenger guard nurse composer director guitarist musician poet novelist historian chair ceo mp dancer rider runner athlete winner opponent successor predecessor dealer collector customer client employee employer user viewer reader voter');
/** Nouns that end like names of people by what they do. */
const AGENT = /^[a-z]{3,}(?:ist|[dt]or|er|ian|man|woman)$/;
const NO_AGENT = set('after under over ever never however number water center winter summer letter matter latter better later other another former order power paper river border tower quarter corner danger member offer answer manner chapter computer consumer register disaster cancer weather whether either neither together rather further lower higher larger smaller greater older younger bigger shorter longer stronger weaker earlier cheaper closer wider deeper september october november december officer theater monster layer tender filter factor sector tractor motor doctor reactor monitor');
const FEMININE: Record<string, string> = {he: 'she', his: 'her', him: 'her', himself: 'herself'};
const MASCULINE: Record<string, string> = {she: 'he', her: 'his', herself: 'himself', hers: 'his'};
const NEUTER: Record<string, string> = {he: 'it', she: 'it', his: 'its', her: 'its', him: 'it', himself: 'itself', herself: 'itself'};
/** What people wear or carry. */
const WORN = /^(?:jacket|coat|shirt|trousers|glasses|gloves|hat|beard|moustache|pyjamas|wheelchair|spectacles|scarf|sweater|dress|boots)$/;
const KIN = set('wife husband mother father brother sister son daughter uncle aunt grandmother grandfather mother-in-law girlfriend boyfriend wallet handbag');
/** What partners do to each other rather than each to himself. */
const MUTUAL = set('respect respected trust trusted understand understood know knew support supported recognise recognised recognize recognized accuse accused complement thank thanked call called visit visited hate hated threaten threatened consult consulted attack attacked insult insulted');
const PARTNERS = set('partners friends neighbors neighbours allies brothers sisters spouses countries sides nations leaders peoples parties presidents ministers neighbors rivals enemies teams clubs couples lovers colleagues');
const TOGETHER = set('met meet meeting hugged hug embraced embrace greeted greet kissed kiss congratulated married fought');
/** What only a person has. */
const PERSONAL = set('citizenship life wife husband arrest death release passport visa candidacy resignation extradition innocence body home house mother father family son daughter brother sister career health age conviction trial lawyer lawyers visit trip speech appointment successor predecessor dismissal removal detention sentence nomination face hand hands head heart eyes children');
/** Capitals that stand for their governments. */
const CAPITALS = set('moscow kyiv kiev minsk beijing washington london paris berlin brussels rome madrid lisbon vienna warsaw prague budapest bucharest sofia belgrade athens ankara jerusalem cairo riyadh tehran baghdad damascus doha kabul islamabad delhi tokyo seoul pyongyang taipei hanoi jakarta canberra ottawa brasilia caracas havana bogota tbilisi yerevan baku astana tashkent vilnius riga tallinn helsinki stockholm oslo copenhagen bern dublin rabat algiers tunis tripoli nairobi abuja pretoria');
/** Firms, media and leagues that stand alone as a subject. */
const FIRMS = set('ferrari renault stellantis peugeot citroen volkswagen audi porsche daimler toyota honda nissan hyundai samsung sony panasonic toshiba hitachi huawei xiaomi tencent alibaba google apple microsoft amazon facebook meta twitter tesla boeing airbus lufthansa ryanair easyjet nokia ericsson siemens bosch bayer novartis nestle unilever danone carrefour tesco ikea vodafone telefonica santander barclays unicredit enel eni gazprom rosneft lukoil aramco shell exxonmobil chevron totalenergies total pfizer moderna astrazeneca sanofi netflix disney spotify uber airbnb walmart starbucks goldman citigroup intel nvidia qualcomm philips heineken adidas nike puma hamas hezbollah frontex interpol europol eurostat greenpeace amnesty reuters bloomberg barcelona juventus chelsea arsenal ajax feyenoord benfica');
const COUNTRIES = new Set<string>();
/** What joins a clause to the country before it: "to Russia when he celebrates". */
const JOINS = /^(?:when|while|as|where|because|since|after|before|although|whereas|until)$/;
/** What countries do, and nobody else; or with one of {@link OF_STATES} behind. */
const STATE_ACTS = /^(?:commemorate|border|import|export|annex|elect|mobilise|mobilize|ratify)$/;
const STATE_VERBS = /^(?:celebrate|mark|prepare|hold|host|go|head|face|suffer|join|enter|leave|gain|win|declare|produce|supply|consume|buy|grow|depend|emerge|recover|struggle|impose|introduce|adopt|observe|remember|organise|organize|experience|battle|fight|lose|receive|vote|seek|have)$/;
const OF_STATES = set('election elections polls referendum independence liberation anniversary revolution sanctions drought floods famine recession shortage shortages inflation blackout blackouts eurozone eu nato presidency inhabitants olympics census unification reunification republic constitution grain gas oil electricity steel fertiliser fertilizer pandemic epidemic unemployment default euro mourning coup famine hyperinflation');
/** Masculine nouns and what they are for a woman. */
const FOR_WOMEN: Readonly<Record<string, string>> = {spokesman: 'spokeswoman', salesman: 'saleswoman', businessman: 'businesswoman', chairman: 'chairwoman', policeman: 'policewoman', sportsman: 'sportswoman', congressman: 'congresswoman', waiter: 'waitress', fisherman: 'fisherwoman', heir: 'heiress', widower: 'widow', nobleman: 'noblewoman'};
/** Whose first name a word is, if it is one. */
const firstNameOf = wordNote((word): Gender | '' => (FIRST_NAMES.lines(word.plain)[0] as Gender | undefined) ?? '');

function load(): void {
  for (const country of readData<string[]>('countries')) COUNTRIES.add(country);
}

/** Behind a body of people these begin a phrase that may name somebody: "the company of". */
const PREPOSITIONS_NOT = set('s and or');
const PRONOUNS = set('he she his her him them himself herself you your its it themselves');
/** Whether a form may be a name, or has to do with people: what the rule walks over. */
const isOfPeople = wordQuestion(({shape, folded, base}) => (shape !== 'lower' && !FUNCTION_WORDS.has(folded)) || MALE.has(base) || FEMALE.has(base) || HUMANS.has(base) || PRONOUNS.has(folded) || Object.hasOwn(FOR_WOMEN, folded));

const cased = (model: string, text: string) => (/^\p{Lu}/u.test(model) ? text[0]!.toUpperCase() + text.slice(1) : text);
/** What people have: "the voice of her". */
const OWNED = /^(?:voice|voices|house|houses|name|names|family|home|mother|father|parents|children|car|body|hands|eyes|head|life|wife|husband|sons|daughters|brother|brothers|sister|friends|rights|money|job|office|speech|works|books|films|team)$/;
/** Offices that stand before a name. */
const TITLES = /^(?:president|minister|chancellor|premier|secretary|governor|senator|king|chairman|general|ambassador|speaker|mayor|pope)$/;

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
      {text: 'The ministry announced that he would pay the bill.', flagged: ['he'], fixed: 'The ministry announced that it would pay the bill.'},
      {text: 'The company lost one of his two biggest customers.', flagged: ['his'], fixed: 'The company lost one of its two biggest customers.'},
      {text: 'The party, which had promised her support, walked out.', flagged: ['her'], fixed: 'The party, which had promised its support, walked out.'},
      {text: 'Mathilde Girard sold the house. Girard kept his garden.', flagged: ['his'], fixed: 'Mathilde Girard sold the house. Girard kept her garden.'},
      {text: 'They are partners who trust themselves, and both sides respected themselves.', flagged: ['themselves', 'themselves'], fixed: 'They are partners who trust each other, and both sides respected each other.'},
      {text: 'The two presidents met themselves in Oslo.', flagged: ['themselves'], fixed: 'The two presidents met each other in Oslo.'},
      {text: 'The driver called its wife.', flagged: ['its'], fixed: 'The driver called his wife.'},
      {text: 'Berlin, for his part, waits. London, which took part in the strikes, said that he had used planes.', flagged: ['his', 'he'], fixed: 'Berlin, for its part, waits. London, which took part in the strikes, said that it had used planes.', mt: 'yes'},
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
      {text: 'To her does not like the rain. President Xi Jinping met his guests at noon. Xi said that they would talk. It is expected to sign agreements.', flagged: ['To her', 'It'], fixed: 'She does not like the rain. President Xi Jinping met his guests at noon. Xi said that they would talk. He is expected to sign agreements.', mt: 'yes'},
    ],
    good: [
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
    if (!COUNTRIES.size) load();
    const yours: (Found | undefined)[] = [];
    for (const [segment, passage] of passages.in(document).entries()) {
      const {start} = document.segments[segment]!;
      for (const found of passage.reports) report(moved(found, start));
      for (const found of passage.yours) yours.push(found && moved(found, start));
    }
    if (yours.length <= 2 && document.wordCount >= 150) for (const found of yours) if (found) report(found);
  },
});

/** A report counted from where its paragraph begins. */
interface Found {
  readonly kind: 'thing' | 'person' | 'it' | 'several' | 'each-other' | 'case';
  readonly start: number;
  readonly end: number;
  readonly proposals: readonly string[];
  readonly confidence: number;
  readonly note: string;
}
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
  let from = 0;
  for (let i = start; i <= end; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !isOfPeople(token.word)) continue;
    const {folded, shape, base} = token.word;
    if (shape !== 'lower' && !FUNCTION_WORDS.has(folded)) name(token);
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
    if (folded === 'themselves') together(token);
    if (quoted[i]) {
      if ((folded === 'her' || folded === 'him') && tokens[i - 1]?.text === 'To') subjectCase(token);
      if (folded === 'he') clauseThing(token);
      continue;
    }
    if (Object.hasOwn(FOR_WOMEN, folded) || folded === 'actor') ofWoman(token);
    from = Math.max(from, mentions.length - 60);
    while (from < mentions.length && tokens[mentions[from]!.index]!.sentence < token.sentence - 3) from++;
    if (tokens[i - 1]?.word.folded === 'of' && (folded === 'him' || folded === 'her' || folded === 'them') && ofThem(token)) continue;
    if (folded === 'him' && hisNoun(token)) continue;
    if (folded === 'he' || folded === 'she' || folded === 'his' || folded === 'her' || folded === 'him' || folded === 'himself' || folded === 'herself') {
      if ((folded === 'him' || folded === 'her') && tokens[i - 1]?.word.folded === 'of' && /^(?:all|both|many|most|several|each|none|two|three|half)$/.test(tokens[i - 2]?.word.folded ?? '') && (folded === 'him' || document.after(token)?.kind !== 'word')) {
        flag('several', token, 'them', 0.62, 'More than one is spoken of.');
        continue;
      }
      // A pronoun that fits speaks for somebody of that gender.
      if ((folded === 'his' || folded === 'her') && forTheirPart(token)) continue;
      if (tokens[i - 1]?.text === 'To' && subjectCase(token)) continue;
      if (!speaker(token) && !spouse(token) && !cataphoric(token) && !thing(token) && !country(token) && !subjectThing(token) && !person(token) && !twoGenders(token) && !continued(token) && !nobody(token) && !clauseThing(token) && !ofSeveral(token)) mention(i, folded in FEMININE ? 'm' : 'f', true);
    } else if (folded === 'you' || folded === 'your') yours.push(token);
    else if (folded === 'its') owned(token);
    else if (folded === 'it' && shape === 'capital') started(token);
  }

  const addressed = yours.map((token) => {
    const found = spokenTo(token);
    return found && own(found);
  });
  return {reports, yours: addressed};

  /** "the presidents met themselves", "partners who trust themselves" */
  function together(token: Token): void {
    const verb = document.before(token);
    const w = verb?.word.folded ?? '';
    const note = 'They do it to each other, not each to himself.';
    const next = document.after(token);
    if (TOGETHER.has(w)) return flag('each-other', token, 'each other', 0.8, note, ['one another']);
    if (/^help(?:ed|s|ing)?$/.test(w)) {
      if (next?.word.folded === 'to' && !/^(?:the|a|an|some|it|more|another|any|his|their)$/.test(wordAt(document, next.index + 1, token.sentence) ?? '')) flag('each-other', token, 'each other', 0.72, note, ['one another']);
      return;
    }
    if (!MUTUAL.has(w)) return;
    const subject = document.before(verb!);
    const relative = /^(?:who|that|which)$/.test(subject?.word.folded ?? '');
    const noun = relative ? document.before(subject!) : subject;
    const counted = noun && /^(?:both|two|the)$/.test(document.before(noun)?.word.folded ?? '');
    if (noun && PARTNERS.has(noun.word.folded) && (relative || counted)) flag('each-other', token, 'each other', 0.68, note, ['one another']);
  }


  /** "You" where nobody else speaks to the reader. */
  function spokenTo(token: Token): Found | undefined {
    const {first} = sentences[token.sentence]!;
    const note = 'Nobody else in this text speaks to the reader.';
    if (token.word.folded === 'your') {
      const who = mentions.filter((m) => m.index >= first && m.index < token.index).at(-1);
      return who && flagged('person', token, who.gender === 'f' ? 'her' : 'his', 0.5, note, [who.gender === 'f' ? 'his' : 'her', 'their']);
    }
    if (!/^(?:[,;]|and|because|that)$/.test(tokens[token.index - 1]?.text.toLowerCase() ?? '') || /^(?:can|could|need|have|want|get|might|may|will|would|must|should|are|know|see|do|don't)$/.test(document.after(token)?.word.folded ?? '') || mentions.some((m) => m.index >= first && m.index < token.index)) return undefined;
    return flagged('person', token, 'they', 0.45, note);
  }

  /** "President Xi Jinping": each part may stand alone for the person later. */
  function titled(i: number): void {
    const part = tokens[i]!;
    const last = tokens[i + 1];
    if (firstNameOf(part.word) || last?.kind !== 'word' || last.word.shape !== 'capital' || !last.spaced || last.sentence !== part.sentence || tokens[i + 2]?.word.shape === 'capital') return;
    for (const t of [part, last]) if (everyone.genderOf(t.word.base) === undefined && t.word.base.length > 1 && !COUNTRIES.has(t.word.base)) everyone.name(t.word.base, '?');
  }

  function name(token: Token): void {
    const {index} = token;
    const next = document.after(token);
    const {base, entry} = token.word;
    // "Health Minister Wes Streeting", "the White House": no first name.
    if (next?.kind === 'word' && TITLES.test(base) && next.word.shape === 'capital' && next.spaced) titled(next.index);
    if (next?.kind === 'word' && (HUMANS.has(base) && next.word.shape === 'capital' || next.text === 'House' || BODIES.has(next.word.base) && !firstNameOf(token.word))) return;
    const met = base.length > 1 ? everyone.genderOf(base) : undefined;
    if (met !== undefined) {
      mention(index, met);
      return;
    }
    // "Anne-Sophie Le Lay"
    if (next?.text === '-' && !next.spaced && tokens[index + 2]?.word.shape === 'capital' && !tokens[index + 2]!.spaced && tokens[index + 3]?.word.shape === 'capital' && tokens[index + 3]!.spaced && tokens[index + 3]!.sentence === token.sentence) {
      const gender = firstNameOf(token.word);
      if (gender && firstNameOf(tokens[index + 2]!.word) === gender) {
        let last = tokens[index + 3]!;
        while (tokens[last.index + 1]?.kind === 'word' && tokens[last.index + 1]!.word.shape === 'capital' && tokens[last.index + 1]!.spaced && tokens[last.index + 1]!.sentence === token.sentence) last = tokens[last.index + 1]!;
        everyone.name(last.word.base, gender);
        const title = mentions.at(-1);
        if (title?.gender === '?' && tokens[title.index]!.sentence === token.sentence && index - title.index <= 2) held(tokens[mentions.pop()!.index]!.word.base, gender);
        mention(index, gender);
        return;
      }
    }
    // "The Italian Elisa Longo", "Opposition Leader Anna Nowak": the first name comes next.
    if (next?.kind === 'word' && next.word.shape === 'capital' && next.spaced && !firstNameOf(token.word) && firstNameOf(next.word) && tokens[index + 2]?.kind === 'word' && tokens[index + 2]!.word.shape === 'capital' && tokens[index + 2]!.spaced && !(entry.flags & Flag.Person && !(entry.flags & (Flag.Place | Flag.Proper)))) return;
    const before = document.before(token);
    if (before?.kind === 'word' && /^(?:mr|mrs|ms|miss|madame|monsieur|lady|lord|sir|sister|brother|king|queen|prince|princess|pope)$/.test(before.word.folded.replace('.', '')) && before.word.shape === 'capital') {
      const gender = MALE.has(before.word.folded) || /^(?:monsieur|lord|sir|brother|king|prince|pope)$/.test(before.word.folded) ? 'm' : 'f';
      everyone.name(base, gender);
      mention(index, gender);
      return;
    }
    if (next?.kind !== 'word' || (next.word.shape !== 'capital' && next.word.shape !== 'mixed') || !next.spaced || FUNCTION_WORDS.has(next.word.folded)) {
      // A lone name of a person may be anyone.
      if (entry.flags & Flag.Person && !(entry.flags & (Flag.Place | Flag.Proper))) mention(index, '?');
      return;
    }
    const gender = firstNameOf(token.word);
    const street = tokens[index + 2]?.text;
    let last = next;
    for (let k = index + 2; k < index + 5 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === token.sentence && tokens[k]!.word.shape === 'capital' && tokens[k]!.spaced; k++) last = tokens[k]!;
    if (gender && base === token.word.folded && !(next.word.entry.flags & Flag.Lower && next.word.english && BODIES.has(next.word.folded)) && !/^(?:Street|Avenue|University|Prize|Airport|Stadium|Museum|Institute)$/.test(last.text) && street !== '&') {
      let final: Gender = gender;
      // "Zhao Minghui, a 34-year-old mother of two"
      for (let k = last.index + 1; k < last.index + 9 && tokens[k]?.sentence === token.sentence; k++) {
        if (tokens[k]!.text === '.') break;
        if (/^(?:s?he|him|her|his|h(?:im|er)self)$/.test(tokens[k]!.word.folded)) continue;
        if (FEMALE.has(tokens[k]!.word.folded) && gender === 'm' || MALE.has(tokens[k]!.word.folded) && gender === 'f') final = '?';
      }
      everyone.name(base, final);
      everyone.name(last.word.base, final);
      // "the mayor Anna Nowak", "the mayor of the district, Gita Adhikari" are one person.
      const title = mentions.at(-1);
      if (title && title.gender === '?' && tokens[title.index]!.sentence === token.sentence && (index - title.index === 1 || tokens[index - 1]!.text === ',' && [tokens[title.index - 1], tokens[title.index - 2]].some((t) => /^(?:the|a|an|its|his|her|their)$/.test(t?.word.folded ?? '')) && (index - title.index === 2 || index - title.index < 8 && tokens[title.index + 1]!.word.folded === 'of'))) held(tokens[mentions.pop()!.index]!.word.base, final);
      mention(index, final);
    } else if (entry.flags & Flag.Person || next.word.entry.flags & Flag.Person) {
      let final: Gender = '?';
      if (tokens[last.index + 1]?.text === ',' && /^(?:a|an|the)$/.test(tokens[last.index + 2]?.word.folded ?? '')) for (let k = last.index + 3; k < last.index + 9 && tokens[k]?.sentence === token.sentence && tokens[k]!.text !== ','; k++) {
        const w = tokens[k]!.word.folded;
        if (/^(?:mother|actress|grandmother|widow|spokeswoman|businesswoman|woman)$/.test(w)) final = 'f';
        else if (/^(?:father|actor|grandfather|widower|spokesman|businessman|man|fisherman)$/.test(w)) final = 'm';
        else if (/^(?:of|who|whose|from)$/.test(w)) break;
      }
      everyone.name(last.word.base, final);
      everyone.name(base, final);
      mention(index, final);
    }
  }

  /** "The ministry said he": the subject is a body of people and nobody else is near. */
  function thing(token: Token): boolean {
    const {folded} = token.word;
    const {first} = sentences[token.sentence]!;
    if (token.index - first > 40) return false;
    const possessive = folded === 'his' || folded === 'her';
    if (folded === 'him' || folded === 'herself' || folded === 'himself') return false;
    const recent = mentions.slice(from);
    if (possessive && PERSONAL.has(document.after(token)?.word.folded ?? '') || possessive && PERSONAL.has(tokens[token.index + 2]?.word.folded ?? '')) return false;
    if (possessive && resumed(token)) return true;
    const near = recent.some((m) => m.index >= first && m.index < token.index);
    const earlier = recent.some((m) => m.index < first);
    // The subject: determiner, up to three words, a body, or a country's or acronym's bare name.
    let subject: Token | undefined;
    for (let k = token.index - 1; k >= first && token.index - k < 14; k--) {
      const t = tokens[k]!;
      if (t.kind !== 'word') continue;
      const body = BODIES.has(t.word.base) && !t.text.includes('’s') && !t.text.includes("'s");
      const acronym = t.word.shape === 'upper' && t.text.length >= 3 && tokens[k - 1]?.word.folded === 'the';
      const country = (COUNTRIES.has(t.word.folded) || CAPITALS.has(t.word.folded)) && t.word.shape === 'capital' && (k === first || /^(?:,|that)$/.test(tokens[k - 1]!.text));
      if (!body && !acronym && !country) continue;
      const after = tokens[k + 1];
      if (!after || after.sentence !== token.sentence) return false;
      subject = t;
      if ((folded === 'his' || folded === 'her') && after.text === ',' && tokens[k + 2]?.word.folded === 'which' && token.index - k <= 6) break;
      // It must be the subject itself, not "the spokesman of the company".
      let start = k;
      while (start > first && k - start < 4 && tokens[start - 1]!.kind === 'word' && !/^(?:the|a|an|its|this|our)$/.test(tokens[start]!.word.folded) && !FUNCTION_WORDS.has(tokens[start - 1]!.word.folded)) start--;
      if (start > first && /^(?:the|a|an|this)$/.test(tokens[start - 1]!.word.folded)) start--;
      const lead = tokens[start - 1];
      if (!country && start > first && !(lead && (/^(?:,|“|"|—|–|and|but|that|because|while|after|when)$/.test(lead.text.toLowerCase())))) return false;
      break;
    }
    if (!subject) return false;
    const verb = tokens[subject.index + 1]!;
    if (possessive) {
      if (near) return false;
      // "which had promised her support"
      const which = verb.text === ',' && /^(?:which|whose)$/.test(tokens[subject.index + 2]?.word.folded ?? '');
      const distance = token.index - subject.index;
      if (!which && (verb.kind !== 'word' || FUNCTION_WORDS.has(verb.word.folded) && !/^(?:has|had|have|is|was|will|would|can|could|must|should|may|and)$/.test(verb.word.folded))) return false;
      if (folded === 'her' && (!document.after(token) || document.after(token)!.kind !== 'word' || FUNCTION_WORDS.has(document.after(token)!.word.folded))) return false;
      if (/^(?:ship|vessel|country)$/.test(subject.word.folded)) return false;
      flag('thing', token, 'its', which && distance <= 6 ? 0.75 : !earlier ? (distance <= 8 ? 0.72 : 0.5) : 0.3, 'The word it stands for is a thing.');
      return true;
    }
    // Right behind the reporting verb.
    const gap = tokens[token.index - 1]!;
    let said = gap.word.folded === 'that' ? tokens[token.index - 2] : gap;
    // "said on Friday that he"
    if (said && gap.word.folded === 'that' && DAYS.has(said.word.folded)) said = tokens[said.index - (tokens[said.index - 1]?.word.folded === 'on' ? 2 : 1)];
    if (!said || !REPORTS.has(said.word.folded)) return false;
    if (said.index - subject.index > (CAPITALS.has(subject.word.folded) ? 2 : 4)) return false;
    flag('thing', token, NEUTER[folded]!, near ? 0.3 : earlier ? 0.3 : 0.72, 'The word it stands for is a thing.', folded === 'he' || folded === 'she' ? ['they'] : []);
    return true;
  }

  /** The body of people, country or firm that is the subject of the clause beginning at token `k`, as far as its last token. */
  function bodyAt(k: number): Token | undefined {
    const first = tokens[k];
    if (first?.kind !== 'word') return undefined;
    const {sentence} = first;
    if (/^(?:the|its|this|a|an|our)$/.test(first.word.folded)) {
      for (let n = k + 1; n <= k + 4; n++) {
        const t = tokens[n];
        if (t?.kind !== 'word' || t.sentence !== sentence || FUNCTION_WORDS.has(t.word.folded) || t.text.includes('’') || t.text.includes("'")) return undefined;
        const next = tokens[n + 1];
        const ends = !next || next.sentence !== sentence || next.kind !== 'word' || !next.spaced || FUNCTION_WORDS.has(next.word.folded) || next.word.shape === 'lower' && !BODIES.has(next.word.base) && (posOf(document, next) === 'VERB' || posOf(document, next) === 'ADV');
        if (BODIES.has(t.word.base) || t.word.shape === 'upper' && t.text.length > 2) {
          if (ends) return t;
          // "the company Ikea", "the Ministry Of Health"
          if (next && next.word.shape === 'capital' && BODIES.has(t.word.base) && t.word.shape === 'lower') return next;
        } else if (ends) return COUNTRIES.has(t.word.folded) || /^(?:Union|States|Kingdom|Nations|Court|Street|House|Office|Front|Rally|Greens|Republicans|Democrats|Guard|Congress|Duma|Bundestag|Reichstag|Knesset)$/.test(t.text) ? t : undefined;
      }
      return undefined;
    }
    const next = tokens[k + 1];
    if (/^(?:Congress|Parliament)$/.test(first.text)) return first;
    if (first.word.shape === 'capital' && (COUNTRIES.has(first.word.folded) || CAPITALS.has(first.word.folded) || FIRMS.has(first.word.base))) return next?.word.shape === 'capital' && next.spaced ? undefined : first;
    // "UEFA announced", "VW wants"
    if (first.word.shape === 'upper' && first.text.length >= 2 && first.text.length <= 7 && first.text !== 'US' && next?.word.shape === 'lower' && everyone.genderOf(first.word.base) === undefined) return first;
    return undefined;
  }

  /**
   * He, she, his or her in a sentence whose subject is a body of people, a country or a firm, and that names nobody:
   * "London, which took part in the operation, said that he had used planes", "Berlin, for his part".
   */
  function subjectThing(token: Token): boolean {
    const {folded} = token.word;
    if (folded === 'him' || folded === 'himself' || folded === 'herself') return false;
    const {first} = sentences[token.sentence]!;
    if (token.index === first || token.index - first > 40) return false;
    const possessive = folded === 'his' || folded === 'her';
    const next = document.after(token);
    if (possessive && (next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) || next.word.shape !== 'lower' || PERSONAL.has(next.word.folded) || KIN.has(next.word.folded) || PERSONAL.has(tokens[token.index + 2]?.word.folded ?? ''))) return false;
    let k = first;
    if (/^(?:in|on|at|after|during|for|with|by|according|since|before|last|yesterday|today|meanwhile|however)$/.test(tokens[k]!.word.folded)) {
      while (k < token.index && k < first + 10 && tokens[k]!.text !== ',' && !(k > first && DAYS.has(tokens[k]!.word.folded) && tokens[k + 1]?.word.folded === 'the')) k++;
      k++;
    } else if (/^(?:but|and|also)$/.test(tokens[k]!.word.folded)) k++;
    // Behind a dateline the sentence begins anew.
    if (tokens[first]!.word.shape === 'upper') for (let n = first + 1; n < first + 5; n++) if (/^[—–]$/.test(tokens[n]?.text ?? '')) k = n + 1;
    if (k >= token.index) return false;
    const body = bodyAt(k);
    if (!body || body.index >= token.index) return false;
    const verb = tokens[body.index + 1];
    if (verb?.kind === 'word' && PREPOSITIONS_NOT.has(verb.word.folded)) return false;
    const people = mentions.slice(from).filter((m) => m.index < token.index && !/^(?:who|whom)$/.test(tokens[m.index]!.word.folded));
    if (people.some((m) => m.index >= first)) return false;
    for (let n = body.index + 1; n < token.index; n++) {
      const t = tokens[n]!;
      const w = t.word.folded;
      if (quoted[n] || /^(?:i|someone|anyone|everyone|nobody|whoever|one)$/.test(w)) return false;
      if (unknownName(t)) return false;
      if (AGENT.test(w) && !NO_AGENT.has(w) && t.word.shape === 'lower' && !/s$/.test(w) && /^(?:a|an|the|this|one|another|its)$/.test(tokens[n - 1]?.word.folded ?? '')) return false;
    }
    const back = sentences[Math.max(0, token.sentence - 1)]!.first;
    const justNow = people.some((m) => m.index >= back);
    const part = folded === 'his' && next?.word.folded === 'part' && tokens[token.index - 1]?.word.folded === 'for';
    if (justNow && !possessive && !part) return false;
    // "she" of a ship or a country is English, if rare.
    if (/^(?:ship|vessel)$/.test(body.word.folded) && (folded === 'she' || folded === 'her')) return false;
    flag('thing', token, possessive ? 'its' : 'it', part ? 0.7 : justNow ? 0.3 : people.length ? 0.45 : 0.6, 'The word it stands for is a thing.', possessive ? [] : ['they']);
    return true;
  }

  /** "to Russia when he celebrates the anniversary", "the Green Party, which says that he": the country or body right before the clause. */
  function country(token: Token): boolean {
    const {folded} = token.word;
    if (folded !== 'he' && folded !== 'she') return false;
    const {first} = sentences[token.sentence]!;
    const joint = tokens[token.index - 1];
    if (!joint || joint.index <= first + 1) return false;
    const place = tokens[joint.index - 1]!;
    if (JOINS.test(joint.word.folded)) {
      if (place.kind !== 'word' || !(place.word.shape === 'capital' && (COUNTRIES.has(place.word.folded) || CAPITALS.has(place.word.folded)) || /^(?:country|kingdom|republic|nation|state|region)$/.test(place.word.folded))) return false;
      let at = token.index + 1;
      if (/^(?:is|was|has|had|also|will|still)$/.test(wordAt(document, at, token.sentence) ?? '')) at++;
      const verb = tokens[at];
      if (verb?.kind !== 'word' || verb.sentence !== token.sentence) return false;
      const w = verb.word.folded;
      const base = baseOfThird(w) ?? baseOfPast(w) ?? baseOfIng(w) ?? w;
      if (!STATE_ACTS.test(base)) {
        if (!STATE_VERBS.test(base)) return false;
        let found = false;
        for (let k = at + 1; k < at + 9; k++) {
          const object = wordAt(document, k, token.sentence);
          if (object === undefined || /^(?:his|her|him|birthday|that|who|which|to|and)$/.test(object) && object !== 'to') break;
          if (OF_STATES.has(object)) found = true;
        }
        if (!found) return false;
        // Whom else the sentence names may have won as well.
        if (!/^(?:celebrate|suffer)$/.test(base) && (mentions.slice(from).some((m) => m.index >= first && m.index < token.index) || !FUNCTION_WORDS.has(tokens[first]!.word.folded) && posOf(document, tokens[first]!) === 'PROPN' && !COUNTRIES.has(tokens[first]!.word.folded))) return false;
      }
      flag('thing', token, 'it', 0.5, 'The country is spoken of.', ['the country']);
      return true;
    }
    // "the Party, which says that he was elected"
    const said = joint.word.folded === 'that' ? place : joint;
    const which = tokens[said.index - 1];
    const comma = tokens[said.index - 2];
    const body = tokens[said.index - 3];
    if (which?.word.folded !== 'which' || comma?.text !== ',' || body?.kind !== 'word' || body.index < first || !REPORTS.has(said.word.folded) || !BODIES.has(body.word.base)) return false;
    const people = mentions.slice(from).filter((m) => m.index < token.index && tokens[m.index]!.sentence >= token.sentence - 1);
    flag('thing', token, 'it', people.some((m) => m.index >= first) ? 0.3 : people.length ? 0.42 : 0.6, 'The word it stands for is a thing.');
    return true;
  }

  /** "the voice of her", "in the house of him" */
  function ofThem(token: Token): boolean {
    const of = tokens[token.index - 1]!;
    const noun = tokens[of.index - 1];
    const the = tokens[of.index - 2];
    if (the?.word.folded !== 'the' || the.sentence !== token.sentence || noun?.kind !== 'word' || !OWNED.test(noun.word.folded)) return false;
    const next = document.after(token);
    if (token.word.folded === 'her' && next?.kind === 'word' && !FUNCTION_WORDS.has(next.word.folded)) return false;
    report({kind: 'case', start: the.start, end: token.end, proposals: [`${token.word.folded === 'him' ? 'his' : token.word.folded === 'her' ? 'her' : 'their'} ${noun.text}`], confidence: 0.6, note: 'What belongs to somebody is named with “his”, “her” or “their”.'});
    return true;
  }

  /** "said to him colleagues" */
  function hisNoun(token: Token): boolean {
    const noun = document.after(token);
    const before = document.before(token);
    if (noun?.kind !== 'word' || !/^(?:to|with|of|for|by|from|against|about)$/.test(before?.word.folded ?? '') || !pluralNoun(noun) || posOf(document, noun) !== 'NOUN') return false;
    const behind = tokens[noun.index + 1];
    if (behind && behind.sentence === token.sentence && !endsPhrase(behind, token.sentence) || /^(?:days|weeks|months|years|times|hours|minutes)$/.test(noun.word.folded)) return false;
    flag('case', token, 'his', 0.66, 'What is his has “his” before it.');
    return true;
  }

  /** "Exporters, for his part, hope" */
  function forTheirPart(token: Token): boolean {
    const {first} = sentences[token.sentence]!;
    const [noun, comma, prep, part] = [tokens[token.index - 3], tokens[token.index - 2], tokens[token.index - 1], tokens[token.index + 1]];
    if (part?.word.folded !== 'part' || prep?.word.folded !== 'for' || comma?.text !== ',' || noun?.kind !== 'word' || noun.index < first) return false;
    if (!pluralNoun(noun, noun.index === first) || noun.index > first && !/^(?:the|these|those|most|some|many|other|all)$/.test(tokens[first]!.word.folded)) return false;
    flag('several', token, 'their', 0.75, 'More than one is spoken of.');
    return true;
  }

  /** "To her does not like the rain" */
  function subjectCase(token: Token): boolean {
    const to = tokens[token.index - 1]!;
    const verb = document.after(token);
    if (to.sentence !== token.sentence || !verb || verb.sentence !== token.sentence || !/^(?:likes|liked|does|did|doesn't|didn't|lacks|lacked|loves|loved|wants|wanted)$/.test(verb.word.folded)) return false;
    const subject = token.word.folded === 'her' ? 'She' : token.word.folded === 'him' ? 'He' : undefined;
    if (!subject) return false;
    report({kind: 'case', start: to.start, end: token.end, proposals: [subject], confidence: 0.75, note: 'The subject of a sentence has no preposition.'});
    return true;
  }

  /** "Coralie Vidal, a salesman", "spokesman Anna Nowak", "best actor for her part" */
  function ofWoman(token: Token): void {
    const {folded} = token.word;
    if (folded === 'actor') {
      if (tokens[token.index - 1]?.word.folded === 'best' && /^(?:for|in|with)$/.test(tokens[token.index + 1]?.word.folded ?? '') && tokens[token.index + 2]?.word.folded === 'her') flag('person', token, 'actress', 0.6, 'The person spoken of is a woman.');
      return;
    }
    const next = document.after(token);
    const surname = next && tokens[next.index + 1];
    const before = next?.kind === 'word' && next.word.shape === 'capital' && firstNameOf(next.word) === 'f' && surname?.kind === 'word' && surname.word.shape === 'capital' && surname.spaced;
    const last = mentions.slice(-8).filter((m) => m.index < token.index && m.index >= token.index - 6 && tokens[m.index]!.sentence === token.sentence).at(-1);
    const article = tokens[token.index - 1];
    let name = last && tokens[last.index + 1];
    while (name && name.index < token.index && name.kind === 'word' && name.word.shape === 'capital') name = tokens[name.index + 1];
    const behind = last !== undefined && tokens[last.index]!.word.shape === 'capital' && [last.index, last.index - 1].some((k) => firstNameOf(tokens[k]!.word) === 'f') && /^(?:a|an|the)$/.test(article?.word.folded ?? '') && name?.text === ',' && name.index === token.index - 2;
    if (!before && !behind) return;
    flag('person', token, FOR_WOMEN[folded]!, folded === 'chairman' ? 0.25 : 0.55, 'The person spoken of is a woman.');
  }

  /** "said that it would cut jobs after losing one of his customers" */
  function resumed(token: Token): boolean {
    if (token.word.folded === 'her' && document.after(token)?.kind !== 'word') return false;
    const {first} = sentences[token.sentence]!;
    for (let k = token.index - 1; k > first && token.index - k < 16; k--) {
      const t = tokens[k]!;
      if (t.kind !== 'word' && t.kind !== 'number') return false;
      if (t.word.shape === 'capital' || mentions.at(-1) && mentions.at(-1)!.index >= k) return false;
      if (t.word.folded !== 'it') continue;
      if (!/^(?:that|but|because|and)$/.test(tokens[k - 1]!.word.folded) || !/^(?:would|will|had|has|could)$/.test(tokens[k + 1]!.word.folded) || /^(?:been|be)$/.test(tokens[k + 2]!.word.folded)) return false;
      for (let n = first; n < k; n++) if (/^(?:he|she|his|who|man|woman)$/.test(tokens[n]!.word.folded)) return false;
      flag('thing', token, 'its', 0.55, 'The word it stands for is a thing.');
      return true;
    }
    return false;
  }

  /** "…,” said the spokeswoman, Anna Nowak. He added", "said Chen Guangfu. Her wife": who spoke goes on. */
  function speaker(token: Token): boolean {
    const {folded} = token.word;
    const {first, segment} = sentences[token.sentence]!;
    if (!/^(?:he|she|his|her)$/.test(folded) || token.index !== first || token.sentence === 0) return false;
    const back = sentences[token.sentence - 1]!;
    if (back.segment !== segment || tokens[back.first]!.text !== '“' && tokens[back.first]!.text !== '"' && !quoted[back.first]) return false;
    // The attribution: behind the last quotation mark.
    let open = back.last;
    while (open > back.first && !quoted[open] && !/^[”"]$/.test(tokens[open]!.text)) open--;
    if (open === back.last || !tokens.slice(open + 1, back.last + 1).some((t) => REPORTS.has(t.word.folded))) return false;
    const own: Gender = folded in FEMININE ? 'm' : 'f';
    const other: Gender = own === 'm' ? 'f' : 'm';
    const people = mentions.filter((m) => m.index > open && m.index <= back.last);
    const named = people.filter((m) => !m.pronoun);
    const next = document.after(token);
    if ((folded === 'his' || folded === 'her') && next && /^(?:wife|husband|girlfriend|boyfriend)$/.test(next.word.folded)) {
      if ((next.word.folded === 'wife' || next.word.folded === 'girlfriend') !== (folded === 'her') || named.some((m) => m.gender === own) || !named.length) return false;
      flag('person', token, folded === 'her' ? 'his' : 'her', 0.6, 'Who spoke is spoken of.');
      return true;
    }
    if (folded === 'his' || folded === 'her' || !named.some((m) => m.gender === other) || people.some((m) => m.gender === own) || next?.kind !== 'word') return false;
    // What they do besides: only where nobody else was spoken of, such as the son of a mother who speaks.
    if (!REPORTS.has(next.word.folded) && everyone.hasSeen(own)) return false;
    flag('person', token, own === 'm' ? 'she' : 'he', REPORTS.has(next.word.folded) ? 0.74 : 0.6, own === 'm' ? 'The person who spoke is a woman.' : 'The person who spoke is a man.');
    return true;
  }

  /** "In his ruling, the court": what is named behind its pronoun. */
  function cataphoric(token: Token): boolean {
    const {folded} = token.word;
    const {first} = sentences[token.sentence]!;
    if (folded !== 'his' && folded !== 'her' || token.index > first + 1 || token.index === first || !/^(?:in|with|on|at|by|after|during|despite|for|from|under|since|before)$/.test(tokens[first]!.word.folded)) return false;
    if (PERSONAL.has(document.after(token)?.word.folded ?? '') || PERSONAL.has(tokens[token.index + 2]?.word.folded ?? '')) return false;
    let comma = token.index + 2;
    while (comma < token.index + 9 && tokens[comma]?.sentence === token.sentence && tokens[comma]!.kind === 'word') comma++;
    if (tokens[comma]?.text !== ',' || !bodyAt(comma + 1)) return false;
    const back = sentences[token.sentence - 1];
    const near = back !== undefined && mentions.some((m) => m.index >= back.first && m.index < first);
    flag('thing', token, 'its', near ? 0.4 : 0.68, 'The word it stands for is a thing.');
    return true;
  }

  /** "dedicated his victory to her grandfather": one sentence and one person, with two genders. */
  function twoGenders(token: Token): boolean {
    const {folded} = token.word;
    const next = document.after(token);
    if (folded !== 'his' && folded !== 'her' || next?.kind !== 'word' || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'own' || /^(?:wife|husband|girlfriend|boyfriend|mother|daughter|sister)$/.test(next.word.folded) && folded === 'her' || /ing$/.test(next.word.folded)) return false;
    const own: Gender = folded === 'his' ? 'm' : 'f';
    const other: Gender = own === 'm' ? 'f' : 'm';
    const {first} = sentences[token.sentence]!;
    const window = mentions.slice(from).filter((m) => m.index < token.index && !(quoted[m.index] && !m.pronoun));
    if (window.some((m) => m.gender === own || m.gender === '?' && m.index >= first)) return false;
    if (!window.some((m) => m.pronoun && m.gender === other && m.index >= first && token.index - m.index < 16)) return false;
    // "to draw her attention to himself": two people.
    for (let k = token.index + 1; k <= sentences[token.sentence]!.last && k < token.index + 10; k++) if (/^(?:him|her)self$/.test(tokens[k]!.word.folded)) return false;
    flag('person', token, own === 'm' ? 'her' : 'his', everyone.hasSeen(own) ? 0.4 : 0.6, 'The sentence speaks of one person, with two genders.');
    return true;
  }

  /** "He was in hospital, according to her wife": whose spouse it is, where nobody else was spoken of. */
  function spouse(token: Token): boolean {
    const {folded} = token.word;
    const next = document.after(token);
    if (!(folded === 'her' && /^(?:wife|girlfriend)$/.test(next?.word.folded ?? '') || folded === 'his' && /^(?:husband|boyfriend)$/.test(next?.word.folded ?? ''))) return false;
    const own: Gender = folded === 'his' ? 'm' : 'f';
    const back = sentences[Math.max(0, token.sentence - 1)]!.first;
    const near = mentions.slice(from).filter((m) => m.index < token.index && m.index >= back);
    if (near.some((m) => m.gender === own || m.gender === '?' && !m.pronoun && tokens[m.index]!.word.shape !== 'lower') || !near.some((m) => m.gender !== own && m.gender !== '?')) return false;
    flag('person', token, own === 'm' ? 'her' : 'his', 0.72, own === 'm' ? 'The person spoken of is a woman.' : 'The person spoken of is a man.');
    return true;
  }

  /** "The bridge was closed, and she will not be opened", "We waited for the bus, but he did not come": a clause of a sentence that names nobody. */
  function clauseThing(token: Token): boolean {
    const {folded} = token.word;
    if (folded !== 'he' && folded !== 'she' || quoted[token.index] && folded === 'she') return false;
    const {first} = sentences[token.sentence]!;
    const joint = tokens[token.index - 1];
    if (!joint || joint.index <= first + 2) return false;
    const comma = tokens[joint.index - 1]!;
    if (!(joint.text === ';' || /^(?:but|and|because|so|yet)$/.test(joint.word.folded) && comma.text === ',' || /^(?:until|because|where)$/.test(joint.word.folded))) return false;
    // The clause goes back to a quotation mark, if one stands in between.
    let open = joint.index;
    while (open > first && Boolean(quoted[open - 1]) === Boolean(quoted[token.index]) && !/^[“”"]$/.test(tokens[open - 1]!.text)) open--;
    let noun: Token | undefined;
    for (let k = open; k < joint.index; k++) {
      const t = tokens[k]!;
      const w = t.word.folded;
      if (unknownName(t) && !document.opensSentence(t) || /^(?:who|whose|someone|anyone|everyone|nobody|one|he|she|him|her|his|hers|him|himself|herself|you)$/.test(w) || AGENT.test(w) && !NO_AGENT.has(w)) return false;
      if (t.kind === 'word' && t.word.shape === 'capital' && k > open && !COUNTRIES.has(w) && !DAYS.has(w) && !MONTHS.has(w) && !CAPITALS.has(w)) return false;
      if (/^(?:the|a|an|this|our|its|no|another)$/.test(w)) {
        let n = k + 1;
        while (n < joint.index && n < k + 5 && tokens[n]!.kind === 'word' && !endsPhrase(tokens[n + 1], t.sentence) && posOf(document, tokens[n + 1]!) !== 'VERB') n++;
        if (tokens[n]!.kind === 'word' && countNoun(tokens[n]!) && posOf(document, tokens[n]!) === 'NOUN') noun ??= tokens[n];
      }
    }
    if (!noun || BODIES.has(noun.word.base) && /^(?:ship|vessel|country)$/.test(noun.word.base)) return false;
    const near = mentions.slice(from).filter((m) => m.index < token.index);
    if (near.some((m) => m.index >= open)) return false;
    const back = sentences[Math.max(0, token.sentence - 1)]!.first;
    const own: Gender = folded === 'he' ? 'm' : 'f';
    const justNow = near.some((m) => m.index >= back && (m.gender === own || m.gender === '?'));
    if (justNow) return false;
    flag('thing', token, 'it', near.some((m) => m.gender !== (own === 'm' ? 'f' : 'm')) ? 0.42 : 0.58, 'The sentence names nobody; it speaks of a thing.');
    return true;
  }

  /** "The players thanked his coach": of several in the same clause. */
  function ofSeveral(token: Token): boolean {
    const {folded} = token.word;
    const next = document.after(token);
    if (folded !== 'his' && folded !== 'her' || next?.kind !== 'word' || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded)) return false;
    const {first} = sentences[token.sentence]!;
    const near = mentions.slice(from).filter((m) => m.index < token.index);
    if (token.index - first > 12 || near.some((m) => m.index >= first && !pluralNoun(tokens[m.index]!))) return false;
    const subject = subjectOf(first, token.index - 1);
    if (!subject?.many) return false;
    for (let k = first; k < token.index; k++) if (tokens[k]!.text === ',' || unknownName(tokens[k]!) || /^(?:who|that|which|of|by|with|for|from|about|against|to|at|him|her|when|after)$/.test(tokens[k]!.word.folded) && k > first) return false;
    const back = sentences[Math.max(0, token.sentence - 1)]!.first;
    flag('several', token, 'their', near.some((m) => m.index >= back) ? 0.3 : 0.52, 'More than one is spoken of.');
    return true;
  }

  /** He for a woman, his for a woman's. */
  function person(token: Token): boolean {
    const {folded} = token.word;
    const own: Gender = folded in FEMININE ? 'm' : 'f';
    const other: Gender = own === 'm' ? 'f' : 'm';
    const {first} = sentences[token.sentence]!;
    const window = mentions.slice(from).filter((m) => m.index < token.index && m.index >= (sentences[Math.max(0, token.sentence - 2)]?.first ?? 0));
    // Behind a quotation the speaker is meant, nobody of whom he speaks.
    const speaker = /^[”"]$/.test(tokens[token.index - 1]?.text ?? '') && REPORTS.has(document.after(token)?.word.folded ?? '');
    const people = window.filter((m) => !m.pronoun && !(speaker && quoted[m.index]));
    const here = people.filter((m) => m.index >= first);
    const pool = here.length ? here : people;
    if (!pool.length) return false;
    const last = pool.at(-1)!;
    const close = last.gender === other && (tokens[last.index]!.word.shape !== 'lower' || /^(?:mother|father|grandmother|grandfather|actress|widow)$/.test(tokens[last.index]!.word.folded));
    const next = document.after(token);
    const spouse = close && next !== undefined && (folded === 'her' && next.word.folded === 'wife' || folded === 'his' && next.word.folded === 'husband');
    // "the watchman Gennaro Mennella, said she"; "said Zhao Minghui, a mother of two. He predicted"
    const bound = close && (here.length ? token.index - last.index <= 4 && REPORTS.has(document.before(token)?.word.folded ?? '') : token.index === first && tokens[last.index]!.sentence === token.sentence - 1 && /^(?:mother|father)$/.test(tokens[last.index]!.word.folded));
    // In its own sentence a woman by name is nearer than a man of the sentence before.
    const rivals = window.some((m) => m.gender === own);
    const first5 = here.length > 0 && here.every((m) => m.gender === other) && here[0]!.index - first <= 8 && tokens[here[0]!.index]!.word.shape !== 'lower';
    if (rivals && !(bound && here.length && !here.some((m) => m.gender === own)) && !(first5 && !window.some((m) => m.index >= first && m.gender === own))) return false;
    if (!spouse && !bound && pool.some((m) => m.gender !== other)) return false;
    const named = pool.some((m) => m.gender === other && (tokens[m.index]!.word.shape !== 'lower' || HUMANS.has(tokens[m.index]!.word.base)));
    if (!named && !/^(?:woman|man|actress|mother|father|spokeswoman|spokesman)$/.test(tokens[pool.at(-1)!.index]!.word.folded)) return false;
    // A pronoun of the other gender in the same window agrees with the person: then this one means someone else or is wrong.
    const strangers = everyone.hasSeen(own);
    const unknown = window.some((m) => m.gender === '?');
    let to = (own === 'm' ? FEMININE : MASCULINE)[folded]!;
    if (folded === 'her' && (next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'own')) to = 'him';
    const confidence = spouse && named ? 0.8 : rivals && !bound ? 0.32 : bound && !strangers ? 0.75 : bound ? 0.45 : !named ? 0.35 : here.length ? (strangers || unknown ? 0.4 : 0.72) : strangers || unknown ? 0.3 : 0.7;
    flag('person', token, to, confidence, own === 'm' ? 'The person spoken of is a woman.' : 'The person spoken of is a man.');
    return true;
  }

  /** "Wes Streeting did not raise it. Instead she promised", "He paid and, according to her lawyer, left": the subject goes on. */
  function continued(token: Token): boolean {
    const {folded} = token.word;
    const own: Gender = folded in FEMININE ? 'm' : 'f';
    const other: Gender = own === 'm' ? 'f' : 'm';
    const {first} = sentences[token.sentence]!;
    const window = mentions.slice(from).filter((m) => m.index < token.index && tokens[m.index]!.sentence >= token.sentence - 3);
    if (window.some((m) => m.gender === own)) return false;
    if (folded === 'his' || folded === 'her') {
      // A pronoun opens the sentence, and nobody of the other gender is about.
      const next = document.after(token);
      const subject = [tokens[first], tokens[first + 1]].find((t) => t && t.index < token.index && (t.word.folded === 'he' || t.word.folded === 'she'));
      if (!subject || (subject.word.folded === 'he') === (own === 'm') || next?.kind !== 'word' || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'own') return false;
      if (/^(?:wife|husband|mother|girlfriend|boyfriend|mother-in-law)$/.test(next.word.folded) || window.some((m) => m.gender === '?' && m.index > subject.index)) return false;
      flag('person', token, (own === 'm' ? FEMININE : MASCULINE)[folded]!, 0.45, 'The sentence speaks of one person, with two genders.');
      return true;
    }
    if ((folded !== 'he' && folded !== 'she') || token.index > first + 2 || token.sentence === 0) return false;
    if (token.index > first && !/^(?:instead|however|but|and|then|also|later|meanwhile|,)$/.test(tokens[token.index - 1]!.text.toLowerCase())) return false;
    const back = sentences[token.sentence - 1]!;
    const people = window.filter((m) => !m.pronoun && m.index >= back.first && m.index <= back.last && tokens[m.index]!.word.shape !== 'lower');
    const subject = people[0];
    if (!subject || people.some((m) => m.gender === '?' && everyone.genderOf(tokens[m.index]!.word.base) !== other) && subject.gender !== '?') return false;
    if (subject.gender === other && subject.index - back.first <= 4) {
      flag('person', token, own === 'm' ? 'she' : 'he', 0.42, own === 'm' ? 'The person spoken of is a woman.' : 'The person spoken of is a man.');
      return true;
    }
    // A name that no list knows, spoken of as he so far.
    if (subject.gender === '?' && people.every((m) => m.gender === '?') && window.some((m) => m.pronoun && m.gender === other) && !everyone.hasSeen(own) && REPORTS.has(document.after(token)?.word.folded ?? '')) {
      flag('person', token, own === 'm' ? 'she' : 'he', 0.4, 'The person was spoken of with the other pronoun before.');
      return true;
    }
    return false;
  }

  /** He, she, his, her where three sentences name no one: "The agency spoke of a bitter pill. She urged the government to act." */
  function nobody(token: Token): boolean {
    const {folded} = token.word;
    if (token.sentence === 0 || folded === 'him' || folded === 'himself' || folded === 'herself') return false;
    const start = sentences[Math.max(0, token.sentence - 3)]!.first;
    if (mentions.some((m) => m.index >= start && m.index < token.index)) return false;
    for (let k = start; k < token.index; k++) if (unknownName(tokens[k]!) || /^(?:i|me|my|who|whose|someone|anyone|everyone|nobody|he|she|him|himself|herself|his|her|hers)$/.test(tokens[k]!.word.folded) || AGENT.test(tokens[k]!.word.folded) && !NO_AGENT.has(tokens[k]!.word.folded) && [tokens[k - 1], tokens[k - 2]].some((t) => /^(?:a|an|the|this|one|another)$/.test(t?.word.folded ?? ''))) return false;
    const {first} = sentences[token.sentence]!;
    const back = sentences[token.sentence - 1]!;
    if (folded === 'he' || folded === 'she') {
      const opens = token.index === first || token.index === first + 1 && /^(?:instead|however|but|and|then|also|later|meanwhile|yesterday|today|moreover|in)$/.test(tokens[first]!.word.folded) || token.index === first + 2 && tokens[first + 1]!.text === ',';
      if (!opens) return false;
      const subject = subjectOf(back.first, back.last);
      if (!subject) return false;
      flag('thing', token, subject.many ? 'they' : 'it', subject.body ? 0.5 : 0.36, 'The sentence before speaks of a thing.', subject.many ? [] : ['they']);
      return true;
    }
    const next = document.after(token);
    if (next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) || PERSONAL.has(next.word.folded) || next.word.shape !== 'lower') return false;
    const subject = subjectOf(first, token.index - 1);
    if (!subject) return false;
    flag('thing', token, subject.many ? 'their' : 'its', subject.body ? 0.5 : 0.36, 'Nobody is named whose it could be.', [subject.many ? 'its' : 'their']);
    return true;
  }

  /** Whether a capital inside a sentence may begin the name of a person whom no list knows. */
  function unknownName(token: Token): boolean {
    if (token.kind !== 'word' || token.word.shape !== 'capital' || document.opensSentence(token)) return false;
    const {folded, entry, base} = token.word;
    if (DAYS.has(folded) || MONTHS.has(folded) || COUNTRIES.has(base) || CAPITALS.has(base) || BODIES.has(base) || entry.flags & (Flag.Place | Flag.Proper) && !(entry.flags & Flag.Person)) return false;
    return !(token.word.english && !token.word.isName);
  }

  /** What a clause between two tokens speaks of, by how it begins: a thing or a body of people, one or many. */
  function subjectOf(from: number, to: number): {body: boolean; many: boolean} | undefined {
    let k = from;
    if (/^(?:in|on|at|after|during|for|with|by|according|since)$/.test(tokens[k]!.word.folded)) {
      while (k < to && k < from + 10 && tokens[k]!.text !== ',') k++;
      k++;
    }
    const first = tokens[k];
    if (!first || k > to || !/^(?:the|this|a|an|its|that|these|those|their)$/.test(first.word.folded)) return undefined;
    for (let n = k + 1; n <= Math.min(to, k + 5); n++) {
      const t = tokens[n]!;
      if (t.kind !== 'word') return undefined;
      const end = endsPhrase(tokens[n + 1], t.sentence) || /^(?:VERB|AUX)$/.test(posOf(document, tokens[n + 1] ?? t) ?? '');
      if (!end) continue;
      const body = BODIES.has(t.word.base);
      const many = pluralNoun(t) !== undefined;
      return body || many || countNoun(t) || t.word.shape === 'upper' ? {body, many} : undefined;
    }
    return undefined;
  }

  /** "its wife", "wrapped in its jacket": a person's. */
  function owned(token: Token): void {
    const next = document.after(token);
    if (next?.kind !== 'word') return;
    const {first} = sentences[token.sentence]!;
    const here = mentions.slice(from).filter((m) => m.index >= first && m.index < token.index);
    if (KIN.has(next.word.folded) || WORN.test(next.word.folded)) {
      if (!here.length || /^(?:child|baby)$/.test(tokens[here.at(-1)!.index]!.word.base)) return;
      const gender = here.at(-1)!.gender;
      flag('it', token, gender === 'f' ? 'her' : 'his', 0.85, 'It belongs to a person.', [gender === 'f' ? 'his' : 'her']);
    } else if (/^(?:car|house|home|life|head|lawyer|lawyers|colleagues|friends|friend|hand|hands|bed|apartment|counterpart|career|death|birthday|speech|childhood|parents|children|son|daughter|opponent|opponents|arrest|resignation|mandate|supporters|teammates|coach|office|body|eyes|face|native)$/.test(next.word.folded) && here.length && (/^(?:man|woman|boy|girl|president|minister|pope|king|queen|singer|actor|actress|striker|driver|chancellor|mayor|writer|author)$/.test(tokens[here.at(-1)!.index]!.word.folded) || tokens[here.at(-1)!.index]!.word.shape === 'capital' && here.at(-1)!.gender !== '?') && !tokens.slice(here.at(-1)!.index + 1, token.index).some((t) => BODIES.has(t.word.base) || t.word.shape === 'upper' || COUNTRIES.has(t.word.folded)) && !tokens.slice(first, here.at(-1)!.index).some((t) => BODIES.has(t.word.base) || COUNTRIES.has(t.word.folded))) {
      const {gender} = here.at(-1)!;
      flag('it', token, gender === 'f' ? 'her' : 'his', 0.4, 'It belongs to a person.');
    }
  }

  /** "It is expected to sign" after a sentence about a person. */
  function started(token: Token): void {
    const verb = document.after(token);
    const {first} = sentences[token.sentence]!;
    if (!verb || first !== token.index || token.sentence === 0) return;
    const speaks = /^(?:said|added|recalled|explained|thanked|told|wrote|argued|stressed|insisted|recounted|admitted|confessed|hoped|hopes|thinks|thought|felt|believes|wants|wanted|refused|denied|died|studied|married|visited|met|lives|lived|works|worked|plays|played|scored|resigned|travelled|traveled|regretted|apologised|apologized)$/.test(verb.word.folded);
    const expected = verb.word.folded === 'is' && /^(?:expected|due|scheduled)$/.test(tokens[token.index + 2]?.word.folded ?? '') && tokens[token.index + 3]?.word.folded === 'to' && /^(?:sign|meet|visit|travel|speak|attend|hold)$/.test(tokens[token.index + 4]?.word.folded ?? '');
    if (!speaks && !expected) return;
    const back = sentences[token.sentence - 1]!;
    const subject = mentions.slice(from).find((m) => m.index >= back.first && m.index <= back.first + 2 && m.index <= back.last);
    if (!subject || tokens[subject.index]!.word.shape === 'lower') return;
    flag('it', token, subject.gender === 'f' ? 'she' : 'he', expected ? 0.4 : 0.45, 'The sentence before speaks of a person.', [subject.gender === 'f' ? 'he' : 'she']);
  }
});
