import {ask, Question} from '../src/document/ask.ts';
import type {Document} from '../src/document/document.ts';
import {DAYS, FUNCTION_WORDS, isAbbreviation, MONTHS} from '../src/document/english.ts';
import {baseOfPast} from '../src/document/verbs.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {isLeader, leaders} from '../src/evidence/leaders.ts';
import {isLoan} from '../src/evidence/loans.ts';
import {isBorrowedName} from '../src/evidence/strange-words.ts';
import {functionWordOf} from '../src/evidence/source-language.ts';
import {usageIn, usageOf} from '../src/evidence/usage.ts';
import {type Word, wordClass} from '../src/document/word.ts';
import {posOf} from '../src/evidence/pos.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag, plain, usualCase} from '../src/lexicon/lexicon.ts';
import {isLicence} from '../src/evidence/text-kind.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Months and days that are also common words stay out. */
const CALENDAR = new Set([...MONTHS, ...DAYS].filter((w) => !['march', 'may', 'august'].includes(w)));
/** Particles inside names: in lower case where the name is Portuguese, Spanish, Italian or Dutch. */
const PARTICLES = new Set(['Da', 'Das', 'Dos']);
const FOREIGN_PARTICLES = new Set(['al', 'bin', 'ibn', 'abu', 'de', 'da', 'di', 'do', 'dos', 'das', 'del', 'della', 'der', 'den', 'van', 'von', 'ten', 'ter', 'la', 'le', 'las', 'los', 'el', 'du', 'des', 'et', 'y', 'e', 'san', 'st', 'mac', 'zu', 'af', 'av', 'ben', 'bar', 'ap', 'ul', 'ad', 'as', 'ash', 'az', 'an']);
/** Spelled-out acronyms that engines lower to a capital and small letters; said as words (Nato, Fifa) they are a matter of style. */
const UNPRONOUNCEABLE = /^[^AEIOUY][^aeiouy]{1,4}s?$/;
const ROMAN = /^[ivxlcdm]+$/;
/** What only persons do, beside speaking. */
const PERSONAL = /^(?:met|visited|arrived|travelled|traveled|flew|welcomed|invited|thanked|praised|urged|called|told|wants|wanted|hopes|hoped)$/;
/** What offices do, beside speaking. */
const ACTS = /^(?:declined|sent|agreed|promised|confirmed|spokesman|spokeswoman|spokesperson|officials?|aides?|staff|press|refused|insisted|denied|did|has|had|will|wants|rejected|released|issued)$/;
/** What stands before the name of a person. */
const TITLED = /^(?:emperor|empress|king|queen|prince|princess|lord|lady|saint|pope|sultan|president|general|minister|senator|chancellor|mr|ms|mrs|dr)$/;
const TITLE_HEADS = new Set(['minister', 'ministers', 'president', 'secretary', 'general', 'minister’s', "minister's"]);

interface Brand {
  readonly name: string;
  /** Words that stand beside it. */
  readonly cues: ReadonlySet<string>;
  /** It is no word otherwise. */
  readonly always: boolean;
}
/** Frequency of a place with four letters from which on nothing else is likely to be meant: "pune", not "bam". */
const SHORT_PLACE = 108;

let brands: Map<string, Brand> | undefined;
function brandOf(word: string): Brand | undefined {
  brands ??= new Map(readData<string[]>('brands').map((line) => {
    const [name = '', cues = ''] = line.split(': ');
    const always = name.endsWith('*');
    const brand = always ? name.slice(0, -1) : name;
    return [brand.toLowerCase(), {name: brand, cues: new Set(cues.split(' ')), always}];
  }));
  return brands.get(word);
}

/** Words in small letters that could be a name in the wrong case. */
const CASED = wordClass((word) => word.text.length > 1 && (word.shape !== 'lower' || mayBeName(word)));
/** What stands before the name of a place with its own capital: "Lake iseo", "saint Barbara". */
const BEFORE_PLACES = /^(?:Lake|Mount|Cape|Fort|Port|Saint|San|Santa|São|Río|Rio|Villa|Monte|Castel|Piazza|Rue|Plaza|Via|Puerto|Playa|Isla|Nevado)$/;
/** A city or country that English writes with a capital and that is no common word. */
const isWellKnown = ({base, entry: {flags, frequency}}: Word) => base.length > 3 && !functionWordOf(base).length && (flags & Flag.Place) !== 0 && (flags & Flag.UsuallyCapital) !== 0 && !(flags & Flag.Lower) && frequency > 112;
/** Heads of names with "of", and months, that are common words, too. */
const OF_NAMES = /^(?:university|bank|republic|kingdom|gulf|treaty|battle|bay|strait|duchy|principality|archdiocese)$/;
const LATE_MONTHS = /^(?:march|may|august)$/;
const BEFORE_DATES = /^(?:on|since|until|till|by|from|before|after|between|of|and|to)$/;
const BEFORE_MONTHS = /^(?:in|late|early|mid|last|next|since|until|by)$/;
const mayBeName = (word: Word) => OF_NAMES.test(word.base) || LATE_MONTHS.test(word.base) || isLeader(word.base) || NATIONAL_THINGS.has(word.base) || BEHIND_AL.has(word.base) || isWellKnown(word) || isPreferredPlace(word) || word.base === 'saint' || !word.english && (word.entry.flags & ~Flag.Seen) === 0 || isBorrowedName(word) || CALENDAR.has(word.base) || (!word.english && (word.entry.flags & (Flag.Name | Flag.Acronym)) !== 0) || brandOf(word.base) !== undefined;
const LOWER_COUNTRY = wordClass((word) => word.shape === 'lower' && (!word.english || isWellKnown(word)) && (word.entry.flags & Flag.Place) !== 0 && !(word.entry.flags & Flag.Proper) && isCountry(word.base));
/** A first name that is no word of English. */
const isFirstName = ({base, shape, english, entry: {flags}}: Word) => shape === 'lower' && base.length > 2 && !english && (flags & Flag.Person) !== 0 && (flags & Flag.UsuallyCapital) !== 0 && !functionWordOf(base).length;

/** A first name with its capital. */
const isGivenName = ({shape, entry: {flags}}: Word) => shape === 'capital' && (flags & Flag.Person) !== 0;

interface WholeName {
  readonly words: readonly string[];
  /** It is no name without its capitals either. */
  readonly always: boolean;
  /** Many papers write it small, or its last word. */
  readonly loose: boolean;
  /** What follows where it is no name: "french fries". */
  readonly not: readonly string[];
  /** Somebody whom everybody knows. */
  readonly person: boolean;
}
let wholeNames: Map<string, WholeName[]> | undefined;
/** Names of several words that take all capitals or none, by their first word. */
function wholeNamesFrom(first: string): readonly WholeName[] {
  if (!wholeNames) {
    const names = (wholeNames = new Map<string, WholeName[]>());
    const addName = (name: WholeName) => {
      const key = plain(name.words[0]!.toLowerCase());
      names.set(key, [...(names.get(key) ?? []), name]);
    };
    for (const line of readData<string[]>('whole-names')) {
      const [name = '', not = ''] = line.replace(/^[*?~] /, '').split(': ');
      addName({words: name.split(' '), always: /^[*~] /.test(line), loose: /^[?~] /.test(line), not: not ? not.split(' ') : [], person: false});
    }
    for (const name of leaders()) addName({words: name.split(' '), always: true, loose: false, not: [], person: true});
  }
  return wholeNames.get(plain(first)) ?? [];
}
const OPENS_NAME = wordClass((word) => (word.shape === 'lower' || word.shape === 'capital') && wholeNamesFrom(word.folded).length > 0);

/** What the Conservative Party has and what its members are. */
const TORIES = /^(?:leader|leaders|leadership|party|government|mp|mps|deputy|deputies|peers?|candidates?|councillors?|conference|ministers?|manifesto|backbenchers?|prime)$/;
const TORY = wordClass(({folded, shape}) => shape === 'lower' && (folded === 'conservatives' || folded === 'conservative'));
/** Whether a text speaks of British politics. */
const BRITISH = new Question((whole) => ['tory', 'tories', 'labour', 'westminster', 'starmer', 'farage', 'sunak', 'badenoch', 'johnson', 'cameron', 'truss', 'downing', 'brexit', 'mps'].filter((word) => usageIn(whole).get(word) !== undefined).length > 1);
/** The particle that joins the words of Persian and Urdu names. */
const JOINS_NAME = wordClass(({text}) => text === 'e' || text === 'E');

type Kind = 'calendar' | 'nationality' | 'place' | 'name' | 'brand' | 'acronym' | 'title' | 'particle' | 'whole';

export default defineRule({
  id: 'name-case',
  summary: 'A name, demonym, month or acronym in the wrong case',
  why: `Engines lose the capital of names that look like words of the source language (\`telegram account\`, \`colombian\`, \`december\`) and take short surnames for acronyms: \`XI met Putin\` beside \`Xi Jinping\`. Acronyms come back as words: \`Mps\`, \`Fbi\`.

Silent where the text itself writes the form both ways on purpose, on particles (\`de\`, \`al\`, \`van\`), Roman numerals behind a name, and on acronyms that are read as words (\`Nato\`, \`Fifa\`) unless the text also has them in capitals.`,
  category: 'capitalization',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  kinds: {
    calendar: 'Days and months',
    nationality: 'Nationalities, languages and peoples',
    place: 'Names of countries and places',
    name: 'A name that the text writes otherwise elsewhere',
    brand: 'Names of companies and services',
    acronym: 'Abbreviations',
    title: 'A title half in capitals',
    particle: 'Particles inside of names',
    whole: 'A name of several words of which some lack their capital',
  },
  examples: {
    bad: [
      {text: 'The White house said that the Supreme court was wrong.', flagged: ['White house', 'Supreme court'], fixed: 'The White House said that the Supreme Court was wrong.', mt: 'yes'},
      {text: 'He said that the security Council and the united States met.', flagged: ['security Council', 'united States'], fixed: 'He said that the Security Council and the United States met.', mt: 'yes'},
      {text: 'On march 8 president macron met the social Democrats; the north Korean envoy and the Un agency were told of world war II.', flagged: ['march', 'macron', 'social Democrats', 'north Korean', 'Un', 'world war II'], fixed: 'On March 8 president Macron met the Social Democrats; the North Korean envoy and the UN agency were told of World War II.', mt: 'yes'},
      {text: 'China was pleased by the visit of XI to Paris. The Fbis director knew.', flagged: ['XI', 'Fbis'], fixed: 'China was pleased by the visit of Xi to Paris. The FBI’s director knew.', mt: 'yes'},
      {text: 'Xi Jinping spoke. XIS visit was short, several MPS said.', flagged: ['XIS', 'MPS'], fixed: 'Xi Jinping spoke. Xi’s visit was short, several MPs said.', mt: 'yes'},
      {text: 'He shared the QCS view of the matter, as the QCS do.', flagged: ['QCS', 'QCS'], fixed: 'He shared the QC’s view of the matter, as the QCs do.', mt: 'yes'},
      {text: 'The strikes have cost the Nhs 2 billion pounds, the Mps said.', flagged: ['Nhs', 'Mps'], fixed: 'The strikes have cost the NHS 2 billion pounds, the MPs said.'},
      {text: 'A spokesman of nato met emmanuel macron and pedro sanchez in new york, on behalf of the european union.', flagged: ['nato', 'emmanuel macron', 'pedro sanchez', 'new york', 'european union'], fixed: 'A spokesman of NATO met Emmanuel Macron and Pedro Sánchez in New York, on behalf of the European Union.'},
      {text: 'The white house declined to say more.', flagged: ['white house'], fixed: 'The White House declined to say more.', mt: 'yes'},
      {text: 'Xi Jinping arrived on Monday. XI will meet the president.', flagged: ['XI'], fixed: 'Xi Jinping arrived on Monday. Xi will meet the president.'},
      {text: 'XI said that the talks went well.', flagged: ['XI'], fixed: 'Xi said that the talks went well.'},
      {text: 'The colombian army said in december that talks would go on.', flagged: ['colombian', 'december'], fixed: 'The Colombian army said in December that talks would go on.'},
      {text: 'He flew from paris to london, where president putin met his guests.', flagged: ['paris', 'london', 'putin'], fixed: 'He flew from Paris to London, where president Putin met his guests.'},
      {text: 'He wrote on his telegram account that kyiv was calm.', flagged: ['telegram', 'kyiv'], fixed: 'He wrote on his Telegram account that Kyiv was calm.'},
      {text: 'A group of Mps asked the Fbi for help.', flagged: ['Mps', 'Fbi'], fixed: 'A group of MPs asked the FBI for help.'},
      {text: 'NATO met in Brussels, and Nato agreed. The chief of NATO left.', flagged: ['Nato'], fixed: 'NATO met in Brussels, and NATO agreed. The chief of NATO left.'},
      {text: 'He moved to the poland of his parents, then left the poland.', flagged: ['the poland', 'the poland'], fixed: 'He moved to Poland of his parents, then left Poland.'},
      {text: 'The troops of emperor wu left the valley of the amur.', flagged: ['wu', 'amur'], fixed: 'The troops of emperor Wu left the valley of the Amur.', mt: 'yes'},
      {text: 'The rulers of silla came through the sahel.', flagged: ['silla', 'sahel'], fixed: 'The rulers of Silla came through the Sahel.', mt: 'yes'},
      {text: 'The president of Brazil, Luiz Inacio Lula Da Silva, was there.', flagged: ['Da'], fixed: 'The president of Brazil, Luiz Inacio Lula da Silva, was there.', mt: 'yes'},
      {text: 'They rowed on Lake orvena on the feast of saint Barbara.', flagged: ['orvena', 'saint'], fixed: 'They rowed on Lake Orvena on the feast of Saint Barbara.', mt: 'yes'},
      {text: 'The french minister met Jean-claude Juncker; the dutch police found an Al-qaeda cell.', flagged: ['french', 'claude', 'dutch', 'qaeda'], fixed: 'The French minister met Jean-Claude Juncker; the Dutch police found an Al-Qaeda cell.'},
      {text: 'Ships avoid the red sea. Troops of the Us army left, and the Who warned of the virus.', flagged: ['red sea', 'Us', 'Who'], fixed: 'Ships avoid the Red Sea. Troops of the US army left, and the WHO warned of the virus.'},
      {text: 'The president MACRON spoke; Conor Mcgregor won no nobel prize.', flagged: ['MACRON', 'Mcgregor', 'nobel'], fixed: 'The president Macron spoke; Conor McGregor won no Nobel prize.'},
      {text: 'The rider Théo BRY led; the recourse to the Tar was refused by the judges.', flagged: ['BRY', 'Tar'], fixed: 'The rider Théo Bry led; the recourse to the TAR was refused by the judges.', mt: 'yes'},
      {text: 'The talks of President PRABOWO SUBIANTO and Megawati SOEKARNOPUTRI went well.', flagged: ['PRABOWO SUBIANTO', 'SOEKARNOPUTRI'], fixed: 'The talks of President Prabowo Subianto and Megawati Soekarnoputri went well.', mt: 'yes'},
      {text: 'He spoke with the Prime minister on Monday.', flagged: ['Prime'], fixed: 'He spoke with the prime minister on Monday.'},
      {text: 'He wrote on facebook and instagram that odesa was calm.', flagged: ['facebook', 'instagram', 'odesa'], fixed: 'He wrote on Facebook and Instagram that Odesa was calm.'},
      {text: 'The Pakistan Tehreek-E-insaf and the Jaish-e-mohammed were named.', flagged: ['E-insaf', 'e-mohammed'], fixed: 'The Pakistan Tehreek-e-Insaf and the Jaish-e-Mohammed were named.'},
      {text: 'Starmer of Labour won, and the conservatives lost. A conservative leader went.', flagged: ['conservatives', 'conservative'], fixed: 'Starmer of Labour won, and the Conservatives lost. A Conservative leader went.', mt: 'yes'},
      {text: 'The president, joe biden, flew to the france on Monday.', flagged: ['joe biden', 'the france'], fixed: 'The president, Joe Biden, flew to France on Monday.'},
    ],
    good: [
      'As vienna.at , a site of the city, wrote, the fire is out.',
      'They live in a white house; the high court of the palace, and the supreme court of the land. The White House and a red cross.',
      'House of commons goods are cheap. Supreme courts differ, the World bankers said.',
      'Pope Pius XI spoke, and Pius was heard. The XI of the season was named.',
      'A white house had a red door; the new state of things pleased nobody.',
      'She sent a telegram to the turkey farmer in the china shop.',
      'Charles de Gaulle and Ludwig van Beethoven never met Osama bin Laden.',
      'Nato and Unicef agreed; the Nato chief was pleased.',
      'The march began in may bushes by the polish of the floor.',
      'They ate french fries from a dutch oven under french windows; a red sea of flags filled the square. The Who played.',
      'A mcguffin and a so-called jean-clad man stood there; she ate swiss chard, brazil nuts and danish pastry in bermuda shorts; a white house stood empty. The black sea bass swam.',
      'They have to march 8 kilometers a day to march music; the polish may 5 years later be gone. He counted to XI with a social democrat.',
      {text: 'Paris FC, Maria NGO of Lima and Jordan UNHCR staff met Louis XVI; boiled tar stuck to the tar road.', mt: 'yes'},
      'An apple a day keeps the doctor away.',
      {text: 'In Hungary the conservatives lead, and a conservative leader won. Vitrine-e-commerce is a firm.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    for (const token of document.where(CASED)) {
      if (token.kind !== 'word' || isLicence(document)) continue;
      const {index: i, word} = token;
      const {base} = word;
      if (document.context.accepted?.has(base)) continue;
      const possessive = token.text.slice(base.length === word.folded.length ? token.text.length : token.text.length - 2);
      const found = (kind: Kind, to: string, confidence: number, note: string, tier?: 'suggest') => report({kind, start: token.start, end: token.end, proposals: [to + possessive], confidence, tier, note});
      if (word.shape === 'lower') {
        checkLower(i, base, found);
        if (isFirstName(word)) checkPerson(token);
      }
      else if (word.shape === 'upper' || (word.shape === 'mixed' && /^[A-Z]{2,5}s$/.test(token.text))) checkUpper(token, found);
      else if (word.shape === 'capital') checkCapital(i, found);
    }

    type Found = (kind: Kind, to: string, confidence: number, note: string, tier?: 'suggest') => void;

    function checkLower(i: number, base: string, found: Found): void {
      const token = tokens[i]!;
      const before = document.before(token);
      const after = document.after(token);
      const {flags, frequency} = token.word.entry;
      if (after?.kind === 'word' && after.spaced && NAMED_THINGS.get(base)?.test(after.word.folded)) return;
      if (CALENDAR.has(base)) return found('calendar', usualCase(base), 0.95, 'English writes days and months with a capital.');
      if (before && !token.spaced && /^[-‐‑]$/.test(before.text)) return checkHyphened(token, found);
      if (before && !token.spaced && before.text !== '(' && !/^["“‘'«]$/.test(before.text)) return;
      if (after && !after.spaced && /^[-@_/]$/.test(after.text)) return;
      // "vienna.at", with a space behind it
      if (after?.text === '.' && !after.spaced && tokens[i + 2] && !tokens[i + 2]!.spaced && tokens[i + 2]!.word.shape === 'lower') return;
      // "saint Barbara, the patron of miners"
      if (base === 'saint') {
        if (after?.kind === 'word' && after.word.shape === 'capital' && after.word.entry.flags & Flag.Person && after.spaced && !/^(?:a|every|no|local|modern)$/.test(before?.text ?? '')) found('name', 'Saint', 0.7, 'Part of a name.', 'suggest');
        return;
      }
      if (ALLIANCES.has(base) && (!before || before.word.english || before.kind !== 'word') && (after?.kind !== 'word' || after.word.english)) return found('acronym', base.toUpperCase(), 0.9, 'An abbreviation in small letters.', 'suggest');
      const brand = brandOf(base);
      if (brand?.always && !/^[_/.@#]$/.test(before?.text ?? '') && !/^[._/]$/.test(after && !after.spaced && tokens[after.index + 1] && !tokens[after.index + 1]!.spaced ? after.text : '')) return found('brand', brand.name, 0.86, 'As the name of a company or service it takes its capital.', 'suggest');
      if (isPreferredPlace(token.word) && !usageOf(document, base)!.capital) return found('place', usualCase(base), 0.88, 'Names of places take a capital.', flags & Flag.Place ? undefined : 'suggest');
      if (!token.word.english && before && BEFORE_PLACES.test(before.text) && token.spaced && token.text.length > 3 && !FOREIGN_PARTICLES.has(base)) return found('place', usualCase(base), 0.8, 'Names of places take a capital.', 'suggest');
      // "on march 8", "in may 2024", "8 august 1914"
      if (LATE_MONTHS.test(base)) {
        const day = after?.kind === 'number' && /^(?:[12]?\d|3[01])$/.test(after.text) && BEFORE_DATES.test(before?.word.folded ?? '') && !/^(?:km|miles?|kilomet\w+|met(?:er|re)s?|hours?|days?|weeks?|times|abreast|people|million|percent)$/.test(document.after(after)?.word.folded ?? '');
        const year = after?.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(after.text) && (before?.kind === 'number' || BEFORE_MONTHS.test(before?.word.folded ?? '') || BEFORE_DATES.test(before?.word.folded ?? ''));
        if (day || year) found('calendar', usualCase(base), 0.93, 'English writes days and months with a capital.', 'suggest');
        return;
      }
      // "the university of Vienna"
      if (OF_NAMES.test(base)) {
        const name = after?.text === 'of' ? document.after(after) : undefined;
        if (before?.word.folded === 'the' && name?.kind === 'word' && name.word.shape === 'capital' && name.word.entry.flags & Flag.Place && !name.word.english && document.after(name)?.word.shape !== 'capital') found('whole', usualCase(base), 0.4, 'A part of this name has lost its capital.', 'suggest');
        return;
      }
      // "president macron"
      if (token.word.english && isLeader(base)) {
        if (before?.kind === 'word' && TITLED.test(before.word.folded)) found('name', usualCase(base), 0.88, 'Behind a title stands a name.', 'suggest');
        return;
      }
      // "the tomb of emperor wu"
      if (!token.word.english && flags & Flag.Name && !(flags & Flag.Proper) && TITLED.test(before?.word.folded ?? '') && !FOREIGN_PARTICLES.has(base)) return found('name', usualCase(base), base.length === 2 ? 0.4 : 0.86, 'Behind a title stands a name.', 'suggest');
      if ((!token.word.english || isWellKnown(token.word)) && flags & Flag.Name && token.text.length > 2) {
        if (FOREIGN_PARTICLES.has(base) || (flags & Flag.Loan && !(flags & Flag.Proper) && !isWellKnown(token.word))) return;
        const use = usageOf(document, base)!;
        // Between foreign words a form is foreign, not a name in lower case.
        const lonely = !(before && before.kind === 'word' && !before.word.english && before.word.shape === 'lower') && !(after && after.kind === 'word' && !after.word.english && after.word.shape === 'lower');
        if (flags & Flag.Proper && lonely) return found('nationality', usualCase(base), 0.95, 'Nationalities, languages and peoples take a capital in English.');
        if (use.capital > 0 && lonely) return found('name', casedAs(document, base), 0.9, 'The text writes this name with a capital elsewhere.', base.length > 3 ? undefined : 'suggest');
        if (flags & Flag.Place && (isWellKnown(token.word) || !(flags & Flag.Person) || isCountry(base)) && lonely && frequency > 60 && (use.lower === 1 || isCountry(base))) {
          if (before?.text === 'the' && before.word.shape === 'lower' && flags & Flag.Proper) return;
          const country = before?.text === 'the' && isCountry(base);
          if (country) return;
          return found('place', usualCase(base), frequency > 95 || (frequency > 86 && !(flags & Flag.Person)) ? 0.88 : 0.6, 'Names of places take a capital.', frequency > (base.length > 4 ? 95 : SHORT_PLACE) && base.length > 3 ? undefined : 'suggest');
        }
        if (flags & Flag.Acronym && lonely && token.text.length > 2 && !(flags & Flag.Person)) return found('acronym', usualCase(base), 0.5, 'An abbreviation in small letters.', 'suggest');
        // A weak sign: in sound text such a form is a term or a pet name.
        if (base.length > 2 && base !== 'dev' && !isLoan(base) && /[aeiouy]/.test(base) && !/^(?:an?|every|each|as|is|x|[_/>])$/.test(before?.text ?? '') && !/^[_/]$/.test(after?.text ?? '')) found('name', usualCase(base), 0.3, 'English knows this only as a name.', 'suggest');
        return;
      }
      // Some of them people write small: a weak sign, for who says that the text is an engine's.
      if (document.context.mt === 'yes' && isBorrowedName(token.word) && token.text.length > 3 && !/^(?:an?|every|each|per)$/.test(before?.text ?? '') && !FOREIGN_PARTICLES.has(before?.text ?? '')) return found('name', usualCase(base), 0.07, 'Mostly a name, which takes a capital.', 'suggest');
      // "the lgbt march": what only an abbreviation is spelled as.
      if (flags & Flag.Acronym && !token.word.english && base.length > 2 && (frequency > 95 && !/[aeiouy]/.test(base) || ACRONYMS.has(base)) && !(flags & (Flag.Name | Flag.Loan)) && !/^(?:https?|www|html?|pdf|php|css|sql|xml|jpg|png|gif|mp\d|srt|tbsp|tsp|ft|lbs?|kgs?|kms?|pcs|qty|dev|pts|yds|hrs|mins|vs)$/.test(base) && !/^[_/.:]$/.test(before?.text ?? '') && !/^[_/:]$/.test(after?.text ?? '')) return found('acronym', base.toUpperCase(), 0.5, 'An abbreviation in small letters.', 'suggest');
      // "the polish forests", "a french minister": nationalities of which other things are called
      if (NATIONAL_THINGS.has(base) && before?.kind === 'word' && /^(?:the|a|an|of|by|from|in|for|several|many|all|with|two|three|other|his|her|their|its)$/.test(before.word.folded) && after?.kind === 'word' && after.word.shape === 'lower' && after.spaced && !FUNCTION_WORDS.has(after.word.folded)) return found('nationality', usualCase(base), base === 'polish' ? 0.7 : 0.88, 'Nationalities, languages and peoples take a capital in English.', 'suggest');
      if (!brand) return;
      const near = [before, after, after && document.after(after), before && document.before(before)];
      const cue = near.some((t) => t?.kind === 'word' && brand.cues.has(t.word.folded));
      const use = usageOf(document, base)!;
      if (cue) found('brand', brand.name, 0.9, 'As the name of a company or service it takes its capital.');
      else if (use.capital > 0) found('brand', brand.name, 0.7, 'The text writes this name with a capital elsewhere.', 'suggest');
    }

    /** The second part of a name with a hyphen: "Jean-claude", "Al-qaeda". */
    function checkHyphened(token: Token, found: Found): void {
      const first = tokens[token.index - 2];
      const after = tokens[token.index + 1];
      const {base, entry: {flags}, english} = token.word;
      if (first?.kind !== 'word' || tokens[token.index - 1]!.spaced || after && !after.spaced && /^[-‐‑@_/]$/.test(after.text) || FOREIGN_PARTICLES.has(base)) return;
      if (isGivenName(first.word) && flags & Flag.Person && !english && after?.word.shape === 'capital') found('name', usualCase(base), 0.9, 'Both parts of the name take a capital.', 'suggest');
      else if (/^(?:al|el)$/i.test(first.text) && BEHIND_AL.has(base)) found('name', usualCase(base), 0.9, 'A name takes its capital behind the article, too.', 'suggest');
    }

    function checkUpper(token: Token, found: Found): void {
      const {word} = token;
      const letters = word.base;
      const singular = letters.endsWith('s') ? letters.slice(0, -1) : '';
      if (singular.length > 1 && !shouts(document, token)) {
        const after = document.after(token);
        const noun = after?.kind === 'word' && after.spaced && after.word.shape === 'lower' && !FUNCTION_WORDS.has(after.word.folded) && !/(?:ed|ing|ly)$/.test(after.word.folded);
        if (word.shape === 'upper' && noun && PLURALS.has(singular) && /^(?:the|a|an)$/.test(document.before(token)?.word.folded ?? '') && posOf(document, after) === 'NOUN') return found('acronym', `${singular.toUpperCase()}’s`, 0.75, 'The possessive has lost its apostrophe.', 'suggest');
        if (word.shape === 'upper' && PLURALS.has(singular)) return found('acronym', `${singular.toUpperCase()}s`, 0.75, 'The s of the plural is small.', 'suggest');
        if (noun && OWNERS.has(singular)) return found('acronym', `${singular.toUpperCase()}’s`, 0.75, 'The possessive has lost its apostrophe.', 'suggest');
        if (noun && singular.length < 5 && ask(document, NAME_BESIDE, singular)) return found('name', `${usualCase(singular)}’s`, 0.85, 'The possessive has lost its apostrophe.', 'suggest');
      }
      // "the rider Théo BRY", "president NIKOLIC": family names as lists and registers set them
      const ahead = document.before(token);
      if (word.shape === 'upper' && letters.length > 2 && token.spaced && ahead?.kind === 'word' && !(word.entry.flags & Flag.Acronym) && !ACRONYMS.has(letters) && /[aeiouy]/.test(letters) && !ROMAN.test(letters) && !shouts(document, token)
        && (isGivenName(ahead.word) && (!ahead.word.english || (ahead.word.entry.flags & Flag.UsuallyCapital) !== 0) && !(ahead.word.entry.flags & Flag.Place && !(word.entry.flags & Flag.Name)) || TITLED.test(ahead.word.folded) && !word.english && letters.length > 3)) {
        // "President PRABOWO SUBIANTO"
        const next = tokens[token.index + 1];
        if (TITLED.test(ahead.word.folded) && next?.kind === 'word' && next.spaced && next.sentence === token.sentence && next.word.shape === 'upper' && next.word.base.length > 3 && !(next.word.entry.flags & Flag.Acronym) && tokens[next.index + 1]?.word.shape !== 'upper') {
          report({kind: 'name', start: token.start, end: next.end, proposals: [`${usualCase(letters)} ${usualCase(next.word.base)}${next.text.slice(next.word.base.length)}`], confidence: 0.86, tier: 'suggest', note: 'A name, not an abbreviation.'});
          return;
        }
        return found('name', usualCase(letters), letters.length > 3 ? word.entry.flags & Flag.Name ? 0.8 : 0.6 : 0.4, 'A name, not an abbreviation.', 'suggest');
      }
      // "Anna SOEKARNOPUTRI"
      if (word.shape === 'upper' && letters.length > 6 && isLeader(letters) && token.spaced && ahead?.word.shape === 'capital' && !shouts(document, token)) return found('name', usualCase(letters), 0.87, 'A name, not an abbreviation.', 'suggest');
      if (word.shape !== 'upper' || letters.length < 2 || letters.length > 6 || token.word.text.includes('.')) return;
      const {capital, opening} = usageOf(document, letters)!;
      // "XI said": no numeral speaks.
      const behind = document.after(token);
      if (capital + opening === 0 && ROMAN.test(letters) && token.word.entry.flags & (Flag.Name | Flag.UsuallyCapital) && behind?.kind === 'word' && behind.spaced && behind.word.shape === 'lower' && (speaks(behind.word.folded, 'statement', 'told') || PERSONAL.test(behind.word.folded)) && !isOrdinal(token)) return found('name', usualCase(letters), 0.86, 'A name in capitals reads as a numeral.', 'suggest');
      // "the visit of XI to Moscow"
      if (capital + opening === 0 && /^(?:xi|li)$/.test(letters) && /^(?:of|with|by|between|from|to|that|and|met|told)$/.test(document.before(token)?.word.folded ?? '') && behind?.word.shape !== 'upper' && behind?.kind !== 'number' && ask(document, CHINESE)) return found('name', usualCase(letters), 0.84, 'A name in capitals reads as a numeral.', 'suggest');
      if (capital + opening === 0 && letters.length > 3 && isLeader(letters) && !(token.word.entry.flags & Flag.Acronym) && !shouts(document, token) && behind?.kind === 'word' && behind.spaced && behind.word.shape === 'lower' && document.before(token)?.word.shape !== 'upper') return found('name', usualCase(letters), 0.87, 'A name, not an abbreviation.', 'suggest');
      if (capital + opening === 0) return;
      if (token.word.entry.flags & Flag.Acronym || (ROMAN.test(letters) && isOrdinal(token))) return;
      // The right form stands beside the rest of the name.
      // Datelines are set in capitals: "AURORA, Colo."
      const dateline = document.opensSentence(token) && letters.length > 3 && !(behind?.kind === 'word' && behind.word.shape === 'lower' && behind.spaced);
      if (dateline || shouts(document, token)) return;
      const right = ask(document, NAME_BESIDE, letters);
      if (right) found('name', right, 0.96, 'The text has this name in ordinary case elsewhere: it is no abbreviation.');
    }

    function checkCapital(i: number, found: Found): void {
      const token = tokens[i]!;
      const {base, entry, text} = token.word;
      if (PARTICLES.has(text)) {
        const before = document.before(token);
        const after = document.after(token);
        if (before?.kind === 'word' && after?.kind === 'word' && before.word.shape === 'capital' && after.word.shape === 'capital' && document.before(before)?.word.shape === 'capital') found('particle', text.toLowerCase(), 0.45, 'Inside a Portuguese name the particle is in lower case.', 'suggest');
        return;
      }
      // "Mcgregor", "O'brien"
      const second = /^(?:Mc|O['’])(?=[a-z]{4})/.exec(text)?.[0].length;
      if (second && entry.frequency > 0 && !token.word.english) return found('name', text.slice(0, second) + text[second]!.toUpperCase() + text.slice(second + 1, base.length), 0.88, 'Behind Mc and O’ the name begins anew.', 'suggest');
      // "the Us army", "the Who declared an emergency"
      const cues = WORDLIKE.get(text);
      if (cues && document.before(token)?.word.folded === 'the' && !document.isTitle(token.sentence) && (text === 'Us' || text === 'Un' || cues.test(document.slice(document.sentences[token.sentence]!.first, document.sentences[token.sentence]!.last)))) return found('acronym', text.toUpperCase(), 0.88, 'An abbreviation, not the word.', 'suggest');
      if (text.length <= 6 && (UNPRONOUNCEABLE.test(text) || ACRONYMS.has(base) || ACRONYMS.has(base.replace(/s$/, ''))) && (!token.word.english || ACRONYMS.has(base)) && (!(entry.flags & Flag.Person) || ACRONYMS.has(base) && document.before(token)?.word.folded === 'the') && !document.isTitle(token.sentence)) {
        if (base === 'nr' && document.after(token)?.text === '.' || text === 'Rp') return;
        const acronym = entry.flags & Flag.Acronym;
        const plural = text.endsWith('s') && text.length > 2;
        const singular = plural && (ACRONYMS.has(base.slice(0, -1)) || (!acronym && !ACRONYMS.has(base)));
        if (acronym || ACRONYMS.has(base) || (plural && ACRONYMS.has(base.slice(0, -1)))) {
          const letters = singular ? base.slice(0, -1).toUpperCase() : base.toUpperCase();
          const after = document.after(token);
          const owns = singular && OWNERS.has(base.slice(0, -1)) && after?.kind === 'word' && after.spaced && after.word.shape === 'lower' && !FUNCTION_WORDS.has(after.word.folded);
          // Of an s behind two or three letters nobody knows whether it makes a plural or has lost its apostrophe, and short ones may be somebody's initials.
          return found('acronym', owns ? `${letters}’s` : singular ? `${letters}s` : MIXED_ACRONYMS.get(base) ?? letters, 0.93, 'An abbreviation that is spelled out takes capitals.', !singular && (text.length > 2 || ACRONYMS.has(base)) ? undefined : 'suggest');
        }
      }
      // "the Rmt": no word, no name and no vowel
      if (/^[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{2,3}$/.test(text) && !token.word.english && !(entry.flags & (Flag.Name | Flag.Place | Flag.Person | Flag.Proper)) && !isAbbreviation(base) && document.before(token)?.word.folded === 'the' && document.after(token)?.word.shape !== 'capital') return found('acronym', text.toUpperCase(), 0.6, 'An abbreviation that is spelled out takes capitals.', 'suggest');
      if (text.length >= 3 && text.length <= 6 && (entry.flags & Flag.Acronym || ACRONYMS.has(base)) && base !== 'covid' && usageOf(document, base)!.upper > 0 && !neighbourName(document, token)) {
        const calm = ask(document, CALM, base);
        if (calm) return found('acronym', base.toUpperCase(), 0.85, 'The text has this abbreviation in capitals elsewhere.');
      }
      if (TITLE_HEADS.has(document.after(token)?.word.folded ?? '') && document.after(token)!.word.shape === 'lower' && !document.opensSentence(token) && /^(?:Prime|Foreign|Interior|Finance|Defence|Defense|Deputy|Vice|Justice|Culture|Education|Health|Economy|Energy|Trade|Transport|Environment|Home|Chief|Labour|Agriculture|First)$/.test(text)) {
        found('title', text.toLowerCase(), 0.75, 'Half of the title has a capital: write both words one way.', 'suggest');
      }
    }

    /** "the nepal hockey association": the article is that of the noun. */
    function isAttribute(token: Token): boolean {
      const after = document.after(token);
      return after?.kind === 'word' && after.spaced && !FUNCTION_WORDS.has(after.word.folded) && !baseOfPast(after.word.folded);
    }

    /** "the president, joe biden" */
    function checkPerson(token: Token): void {
      const after = tokens[token.index + 1];
      const before = tokens[token.index - 1];
      if (after?.kind !== 'word' || !after.spaced || after.sentence !== token.sentence || token.text.length !== token.word.base.length || !isFamilyName(after.word)) return;
      const behind = tokens[after.index + 1];
      if ((before && !token.spaced && !/^["“‘'«(]$/.test(before.text)) || (behind && !behind.spaced && /^[-@_/]$/.test(behind.text))) return;
      report({kind: 'name', start: token.start, end: after.end, proposals: [`${usualCase(token.word.base)} ${usualCase(after.word.base)}${after.text.slice(after.word.base.length)}`], confidence: 0.88, tier: 'suggest', note: 'The name of a person.'});
    }

    function isOrdinal(token: Token): boolean {
      const before = document.before(token);
      return !!before && before.kind === 'word' && before.word.shape === 'capital';
    }
    for (const token of document.where(OPENS_NAME)) {
      if (token.kind !== 'word') continue;
      for (const name of wholeNamesFrom(token.word.folded)) if (half(token, name)) break;
    }

    /** "White house", "united States": some of the capitals are there, or none of a name that is always one. */
    function half(token: Token, {words, always, loose, not, person}: WholeName): boolean {
      const last = tokens[token.index + words.length - 1];
      if (!last || last.sentence !== token.sentence || document.isTitle(token.sentence)) return false;
      let raised = 0;
      let lost = 0;
      // One of its words is a name by itself: the whole is repaired, not that word.
      let alone = false;
      for (let k = 0; k < words.length; k++) {
        const t = tokens[token.index + k]!;
        const word = words[k]!;
        if (t.kind !== 'word' || plain(k === words.length - 1 && person ? t.word.base : t.word.folded) !== plain(word.toLowerCase()) || (k > 0 && !t.spaced)) return false;
        if (word === word.toLowerCase()) continue;
        if (t.word.shape === 'lower') {
          lost++;
          if (t.word.entry.flags & (Flag.Proper | Flag.Place) && !(t.word.entry.flags & Flag.Lower)) alone = true;
        }
        else if (t.word.shape === 'upper' && t.text === word) continue;
        else if (t.word.shape !== 'capital') return false;
        else if (k > 0 || !document.opensSentence(t)) raised++;
      }
      const after = tokens[last.index + 1];
      // "an islamic state": one of many
      if (words.length > 1 && !raised && /^an?$/i.test(document.before(token)?.text ?? '')) return false;
      // "Social democrats across Europe": many, not one party
      if (words.length === 1 && /^(?:social|christian|liberal|free)$/.test(document.before(token)?.word.folded ?? '')) return false;
      if (!lost || (after && !after.spaced && /^[-‐‑/@_]$/.test(after.text)) || (!token.spaced && tokens[token.index - 1]?.sentence === token.sentence)) return false;
      // "the white house declined": what only an office does
      const acts = words.length > 1 && !raised && !always && document.before(token)?.word.folded === 'the' && after?.kind === 'word' && (speaks(after.word.folded, 'statement', 'told') || ACTS.test(after.word.folded));
      if ((!raised && !always && !acts) || not.includes(after?.word.folded ?? '')) return false;
      const possessive = person ? last.text.slice(last.word.base.length) : '';
      report({kind: 'whole', start: token.start, end: last.end, proposals: [words.join(' ') + possessive], confidence: loose && !alone ? 0.2 : person || alone ? 0.96 : !raised && (acts || always && document.before(token)?.word.folded === 'the') ? 0.87 : raised ? 0.75 : 0.6, minWords: loose && !alone ? MIN_WORDS : 0, tier: 'suggest', note: raised ? 'A part of this name has lost its capital.' : 'This name has lost its capitals.'});
      return true;
    }

    // "the conservatives" in a text on Britain: the party
    for (const token of document.where(TORY)) {
      const after = document.after(token);
      const before = document.before(token);
      const party = token.word.folded === 'conservatives' ? /^(?:the|of|many|some)$/.test(before?.word.folded ?? '') && !/^(?:and|in|across|around|who)$/.test(after?.word.folded ?? '') : after?.kind === 'word' && after.spaced && TORIES.test(after.word.folded);
      if (token.kind !== 'word' || !party || document.isTitle(token.sentence) || !ask(document, BRITISH)) continue;
      report({kind: 'name', start: token.start, end: token.end, proposals: [usualCase(token.word.base) + token.text.slice(token.word.base.length)], confidence: token.word.folded === 'conservatives' ? 0.65 : 0.5, tier: 'suggest', note: 'The British party takes a capital.'});
    }
    // "Tehreek-e-insaf": the particle is small, what it joins is not.
    for (const token of document.where(JOINS_NAME)) {
      const {index: i} = token;
      const [first, dash, hyphen, last] = [tokens[i - 2], tokens[i - 1], tokens[i + 1], tokens[i + 2]];
      if (token.kind !== 'word' || dash?.text !== '-' || hyphen?.text !== '-' || token.spaced || dash.spaced || hyphen.spaced || first?.word.shape !== 'capital' || first.text.length < 4 || last?.kind !== 'word' || last.spaced || last.word.shape !== 'lower' || last.text.length < 4 || last.word.english) continue;
      report({kind: 'name', start: token.start, end: last.end, proposals: [`e-${usualCase(last.word.base)}${last.text.slice(last.word.base.length)}`], confidence: 0.9, tier: 'suggest', note: 'Both parts of such a name take a capital, the “e” between them does not.'});
    }

    // "the poland": a country in lower case with an article that it does not take.
    for (const token of document.where(LOWER_COUNTRY)) {
      const before = document.before(token);
      if (token.kind !== 'word' || before?.word.folded !== 'the') continue;
      report({kind: 'place', start: before.start, end: token.end, proposals: [usualCase(token.word.base) + token.text.slice(token.word.base.length)], confidence: 0.93, tier: isAttribute(token) ? 'suggest' : undefined, note: 'Names of countries take a capital and no article.'});
    }
  },
});

/** A name as the text first writes it with a capital. */
const casedAs = (document: Document, base: string) => ask(document, CASED_AS, base) ?? usualCase(base);
const CASED_AS = new Question((whole, base) => usageIn(whole).get(base)?.tokens.find((t) => t.word.shape === 'capital')?.word.text.slice(0, base.length));
/** Whether a text speaks of China. */
const CHINESE = new Question((whole) => ['china', 'chinese', 'beijing'].some((word) => usageIn(whole).get(word) !== undefined));
/** Whether an abbreviation stands in capitals first where the words around do not. */
const CALM = new Question((whole, base) => !shouts(whole, usageIn(whole).get(base)!.tokens.find((t) => t.word.shape === 'upper')!));

/** A short name as the text has it with a capital beside another name. */
const NAME_BESIDE = new Question((whole, letters) => {
  const capital = usageIn(whole).get(letters)?.tokens.filter((t) => t.word.shape === 'capital') ?? [];
  return capital.some((t) => neighbourName(whole, t) || isAddressed(whole, t)) ? capital[0]!.word.text.slice(0, letters.length) : undefined;
});

/** "Mr. Xi" */
function isAddressed(document: Document, token: Token): boolean {
  const before = document.before(token);
  return /^(?:mr|ms|mrs|dr|president|minister|chancellor|king|queen)$/.test((before?.text === '.' ? document.before(before) : before)?.word.folded ?? '');
}

function neighbourName(document: Document, token: Token): boolean {
  const near = (t: Token | undefined) => t?.kind === 'word' && t.word.shape === 'capital' && (!t.word.english || t.word.isName) && t.word.text.length > 1 && !FUNCTION_WORDS.has(t.word.folded);
  const after = document.after(token);
  const before = document.before(token);
  return near(after) === true || (near(before) === true && !!before && !document.opensSentence(token));
}

/** Whether the words around are in capitals too: a headline, not an abbreviation. */
function shouts(document: Document, token: Token): boolean {
  const near = [document.before(token), document.after(token)].filter((t) => t?.kind === 'word' && t.text.length > 1);
  return near.length > 0 && near.every((t) => t!.word.shape === 'upper');
}

/** Abbreviations whose plural comes back in capitals: "the MPS". */
const PLURALS = new Set('mp mep msp qc kc ceo cfo ngo dj atm ufo'.split(' '));
/** Abbreviations that own things in the news: "the FBIS director". */
const OWNERS = new Set('fbi cia nhs bbc un eu uk nato who imf ioc uefa fifa nasa fda epa cdc opec wto nba nfl cnn'.split(' '));

/** Abbreviations that are spelled out and that dictionaries lack. */
const ACRONYMS = new Set('ceo mp qc fbi cia bbc cnn ngo dna rna gdp cpi ceos cfo pm tv uk usa eu imf wto fsb kgb gru nba nfl nhl mlb wwf hrw sdf ypg pkk plo tgv vat gmt llc plc gps cctv dvd sms pcr pdf npr abc nbc cbs pbs npd cdu csu spd fdp psoe ppe rpr psg nypd lapd nhs afd mep usb lgbt rcn rmt tuc cgt cfdt ugt ong pnv bng fpö övp spö cgil fiom isis isil unhcr osce ecb bce svr nkvd ussr gdr frg pvv vvd d66 pis psl wta atp fia mma ufc pga ioc bnp bp bt itv hsbc ubs rbs edf sncf ratp abn asml mp3 hiv ufo msf rsf afp dpa rtl zdf hbo mtv bmw vw ibm lg tsmc gchq mi5 mi6 nsa dhs cdc fda epa faa ntsb doj dpp cps rspca rac gop oecd ilo wfp inps dda csm pnrr ztl inss stf stj mst oab tse ccoo csic rtve tse ine fnsea snsm smic cnil insee igm fsin uokik nik zus pkp gus dgb dfb dlrg bka bnd brd kva knvb nvwa rivm uwv cbs fnv ard'.split(' '));

/** Abbreviations with a small letter inside. */
const MIXED_ACRONYMS = new Map([['afd', 'AfD']]);

/** Abbreviations that are read as words and are none in small letters. */
const ALLIANCES = new Set('nato unesco unicef uefa fifa opec nasa asean unhcr unrwa'.split(' '));

/** A family name in small letters that is no common word of English. */
const isFamilyName = ({base, shape, english, entry: {flags, frequency}}: Word) => shape === 'lower' && base.length > 3 && (flags & Flag.Name) !== 0 && (!english || (frequency < 100 && (flags & Flag.UsuallyCapital) !== 0)) && !functionWordOf(base).length;

/** Nationalities that are written small in the names of things, and before what. */
const NATIONAL_THINGS = new Map<string, RegExp>([
  ['polish', /^remover$/], ['french', /^(?:fr(?:y|ies|ied)|toast|horns?|doors?|windows?|press|bread|kiss(?:es|ing|ed)?|dressing|onion|cuffs?|braids?|beans?|polish|drain|curve|bulldogs?|roast|stick|twist|manicure|vanilla|knots?)$/],
  ['dutch', /^(?:ovens?|doors?|courage|uncle|treat|auctions?|hoes?|elm)$/], ['danish', /^(?:past(?:ry|ries)|oil)$/], ['swedish', /^(?:meatballs?|massages?|fish|turnips?)$/], ['afghan', /^(?:hounds?|rugs?|blankets?|coats?|scarf)$/],
]);
/** A sentence or two do not show how a text writes what many papers write small. */
const MIN_WORDS = 60;
/** Things that are called by a name and that many papers write small. */
const NAMED_THINGS = new Map<string, RegExp>([
  ...NATIONAL_THINGS, ['swiss', /^(?:chard|rolls?)$/], ['brazil', /^nuts?$/], ['bermuda', /^(?:shorts|grass|onions?)$/], ['panama', /^hats?$/], ['victoria', /^(?:sponges?|plums?)$/], ['brussels', /^sprouts?$/], ['murphy', /^beds?$/], ['turkish', /^(?:delight|baths?|towels?)$/], ['russian', /^(?:dolls?|roulette|dressing|salad)$/],
  ['roman', /^(?:blinds?|numerals?|candles?|à|a)$/], ['venetian', /^blinds?$/], ['persian', /^(?:cats?|rugs?)$/], ['siamese', /^(?:cats?|twins?)$/], ['scotch', /^(?:whisky|tape|eggs?|bonnet|pancakes?|corner)$/], ['spanish', /^(?:omelettes?|onions?|moss)$/], ['italian', /^dressing$/], ['german', /^(?:shepherds?|measles)$/], ['english', /^muffins?$/], ['irish', /^(?:setters?|coffee|whiskey)$/],
  ['chinese', /^(?:whispers|leaves|checkers|cabbage)$/], ['canadian', /^bacon$/], ['cuban', /^(?:heels?|sandwich(?:es)?)$/], ['african', /^violets?$/], ['arabic', /^numerals?$/], ['manila', /^(?:envelopes?|folders?)$/], ['oxford', /^(?:shoes?|shirts?|comma)$/], ['lima', /^beans?$/],
]);
/** Names behind the Arabic article. */
const BEHIND_AL = new Set('qaeda qaida aqsa jazeera arabiya shabaab nusra assad sisi bashir maliki sadr sistani zawahiri baghdadi aqaba hilal nassr ahly ain azhar'.split(' '));
/** Abbreviations that come back as words, with what their sentences speak of. */
const WORDLIKE = new Map([['Tar', /\b(?:court|tribunal|ruling|ruled|appeals?|recourse|resource|judges?|administrative|decree|annul\w+|suspen\w+)\b/i], ['Us', /./], ['Un', /./], ['Who', /\b(?:virus|health|pandemic|epidemic|outbreak|vaccin\w+|disease|infections?|emergency|Geneva|Tedros|malaria|Ebola|cholera|measles|Covid|coronavirus)\b/i]]);

let preferredPlaces: Set<string> | undefined;
/** A place under the name that news prefers, which is no common word. */
function isPreferredPlace({base, entry: {flags}}: Word): boolean {
  if (base.length < 4 || flags & Flag.Lower) return false;
  preferredPlaces ??= new Set(readData<string[]>('name-variants').flatMap((line) => /^(\p{L}{4,}): /u.exec(line)?.[1]?.toLowerCase() ?? []));
  return preferredPlaces.has(base);
}

let countryNames: Set<string> | undefined;
function isCountry(base: string): boolean {
  countryNames ??= new Set(readData<string[]>('countries'));
  return countryNames.has(base);
}
