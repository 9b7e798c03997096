import {AUXILIARIES, DAYS, FUNCTION_WORDS, inCaseOf, MONTHS, NUMBER_WORDS, PREPOSITIONS, singularOf} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {wordQuestion} from '../src/document/word.ts';
import {baseOfPast, baseOfThird, isInfinitive, pastOf, thirdOf} from '../src/document/verbs.ts';
import {countNoun, endsPhrase, isRare, needsDeterminer, nounish, opensClause, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {TIME_WORDS} from '../src/evidence/clause.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {posOf} from '../src/evidence/pos.ts';
import {subjectAcross, subjectBefore} from '../src/evidence/subject.ts';
import {pairCount} from '../src/lexicon/lexicon.ts';
import {Recent} from '../src/lexicon/recent.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';
import {bareNumber, mayBeBareNumber} from './agreement/bare.ts';
import {verbOfOne} from './agreement/relative.ts';
import {maySayMany, several} from './agreement/several.ts';
import {maySayShare, share} from './agreement/share.ts';

const set = (words: string) => new Set(words.split(' '));
const BASE_NUMBERS = set('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety');
const MANY = set('several many few these those both various numerous');
const ONE = set('a an every each another');
const BEFORE_DIGITS = set('about some around nearly almost over than of least most roughly approximately only and have has had with for are were killed injured arrested employs includes');
const UNITS = set('meter metre kilometer kilometre mile foot inch minute hour day week month year degree ton tonne gallon barrel litre liter point goal seat man woman way storey story star lap dollar euro bedroom run round stage percentage megawatt gigawatt megapixel watt volt gram kilogram mm cm km page page metre yard acre hectare person');
/** Without plural in sound English; the words to use instead. */
const PLURALS: Record<string, readonly string[]> = {
  informations: ['information'], advices: ['advice'], equipments: ['equipment'], furnitures: ['furniture'], luggages: ['luggage'], baggages: ['baggage'], knowledges: ['knowledge'], softwares: ['software'], hardwares: ['hardware'], machineries: ['machinery'], homeworks: ['homework'], feedbacks: ['feedback'], traffics: ['traffic'],
  weathers: ['weather'], munitionss: ['munitions'], aircrafts: ['aircraft'], childs: ['children'], childrens: ['children'], womans: ['women'], mans: ['men'], foots: ['feet'], tooths: ['teeth'], phenomenons: ['phenomena'], phenomenas: ['phenomena'], criterions: ['criteria'], criterias: ['criteria'], datas: ['data'], medias: ['media'], staffs: ['staff'], personnels: ['personnel'], policemans: ['policemen'], wildlifes: ['wildlife'], ammunitions: ['ammunition'], terrorisms: ['terrorism'], violences: ['violence'], poverties: ['poverty'], unemployments: ['unemployment'], corruptions: ['corruption'], electricities: ['electricity'], healths: ['health'], accomodations: ['accommodation'], sceneries: ['scenery'], garbages: ['garbage'], infantries: ['infantry'], jewelries: ['jewelry'], courages: ['courage'], spacecrafts: ['spacecraft'], offsprings: ['offspring'], wifes: ['wives'], lifes: ['lives'], knifes: ['knives'], thiefs: ['thieves'], halfs: ['halves'], leafs: ['leaves'], evidences: ['evidence'],
};
/** Nouns that English does not count. */
const UNCOUNTABLE = set('equipment information advice furniture luggage baggage evidence knowledge homework machinery software hardware weaponry ammunition wildlife infrastructure legislation poverty unemployment accommodation clothing jewellery jewelry luck music traffic feedback rubbish scenery permission aid news progress research');
/** Of these, what takes an "a" before an adjective all the same: "a good knowledge of". */
const WITH_A = set('knowledge wildlife infrastructure poverty jewellery jewelry luck music traffic feedback rubbish scenery permission aid news');
const ONE_OF = set('news information advice furniture luggage baggage homework progress evidence machinery equipment ammunition');
/** What takes no "a" behind an adjective either: any, or those named. */
const NO_ARTICLE: Readonly<Record<string, RegExp | undefined>> = {
  ...Object.fromEntries([...UNCOUNTABLE].filter((noun) => !WITH_A.has(noun)).map((noun) => [noun, undefined])),
  trade: /^(?:bilateral|foreign|mutual|external)$/, growth: /^(?:strong|rapid|steady|significant|considerable|economic|continuous|robust|solid)$/, health: /^(?:good|poor|excellent|perfect|fragile|bad|stable)$/,
  damage: /^(?:serious|great|considerable|severe|extensive|enormous|heavy|irreparable|material|significant|major)$/, support: /^(?:strong|broad|full|massive|financial|unconditional|military|humanitarian)$/, cooperation: /^(?:close|strong|good|fruitful|bilateral|military|economic|international|intensive)$/,
  help: /^(?:urgent|financial|humanitarian|medical|psychological)$/, assistance: /^(?:urgent|financial|humanitarian|medical|military|technical)$/, work: /^(?:hard|intensive|tireless|joint)$/, attention: /^(?:special|particular|great|close|increased)$/,
};
/** Singular nouns of many people, with a plural verb in British English. */
const COLLECTIVE = set('family team group crew staff government party police public majority minority number lot couple pair handful series range variety host army navy company band club council committee board audience crowd jury class generation press media side union firm bank opposition population community club couple trio duo rest remainder half third quarter dozen total raft string spate slew mix cabinet household squad gang congregation clergy youth nation country cast choir orchestra association agency bbc bulk list set kind sort type array mass section proportion percentage fraction plethora wave wealth flurry bunch batch swathe swath chunk team trust department ministry office service parliament court commission panel faction elite leadership management administration cohort contingent delegation'.split(' ').join(' '));
const VERBS = set('describe explain believe say have seem become know think suggest include contain continue provide require allow announce decide expect receive consider appear happen tell give take make go come write speak hope want argue claim warn insist add');
const PEOPLE_WORK = set('is was has');
const UNIQUE = /^(?:president|minister|chancellor|pope|king|queen|mayor|premier|court|author|director|chairman|spokesman|spokeswoman|company|ministry|law|report|document|country|capital|prosecutor|judge|ambassador|governor|coach|captain)$/;
const QUANTITIES = set('dozens hundreds thousands millions tens lots plenty');
const BARE_QUANTITY = set('most many several few all some both each every various numerous');
const EVERYBODY = set('everyone everybody someone somebody nobody everything something nothing anyone anybody');
const SINGULAR: Readonly<Record<string, string>> = {are: 'is', were: 'was', have: 'has', do: 'does', "don't": "doesn't", "aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't"};
const PLURAL: Readonly<Record<string, string>> = {is: 'are', was: 'were', has: 'have', does: 'do', "doesn't": "don't", "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't"};
/** Plural forms of adjectives and numerals, which English does not have. */
const ADJECTIVES: Readonly<Record<string, string>> = {others: 'other', lasts: 'last', firsts: 'first', nexts: 'next', differents: 'different', importants: 'important', severals: 'several', thousands: 'thousand', millions: 'million', billions: 'billion', hundreds: 'hundred'};
/** Verb forms that are hardly nouns, for "he say". */
const verbal = new Recent<boolean>(5000);
function hardlyNoun(w: string): boolean {
  let known = verbal.get(w);
  if (known === undefined) {
    known =  pairCount('to', w) - Math.max(pairCount('the', w), pairCount('a', w), pairCount('an', w)) > 30 && isInfinitive(w) && !/(?:ed|ing|s)$/.test(w);
    verbal.set(w, known);
  }
  return known;
}
/** Base forms that are the past or a participle as well, an adjective, or stand behind a subject of one in set phrases. */
const AMBIGUOUS = /^(?:be|come|become|let|put|cut|set|run|read|hit|beat|cost|better|rather|best|please|spread|shut|quit|bet|overcome|not|go|bid|split|burst|hurt|bless|forbid|save|do|have|like|need|dare|help|close|live|own|open|clean|clear|free|lead|welcome|complete|separate|correct|secure|wed|rid|broadcast|forecast|cast|upset|sell|pay|must|see|say|suffice|long|concern)$/;
const SUBJUNCTIVE = /^(?:demand|ask|insist|recommend|propos|suggest|requir|order|urg|request|important|essential|necessary|vital|crucial|condition|lest|wish|imperative|prefer|insistence|better|desir|advis|stipulat|rule|mandat|move|may|let|make|made|help|see|saw|watch|hear|have|had|do|does|did|will|would|can|could|should|might|must|to|long)/;

/** Verbs of speech without their ending. */
const SAID = /^(?:say|explain|add|tell|recall|ask|warn|insist|admit|complain)$/;

/** Words at which something may disagree. */
const KEYS = new Set([...Object.keys(PLURALS), ...BASE_NUMBERS, ...MANY, ...EVERYBODY, ...QUANTITIES, ...Object.keys(ADJECTIVES), ...ONE, ...'who most all hundreds thousands dozens tens millions number numbers group groups series one neither either there he she it they we other that much less any because while where whereas when although people news police this the his her their'.split(' ')]);
/** Verb forms in -s that are hardly nouns, for "many voters agrees". */
const mayHaveEnding = wordQuestion(({folded, shape}) => {
  const base = shape === 'lower' && /[a-z]{2}[^su]s$/.test(folded) && !FUNCTION_WORDS.has(folded) ? baseOfThird(folded) : undefined;
  return base !== undefined && (hardlyNoun(base) || pairCount('to', base) > 60 && isInfinitive(base));
});
const mayLoseEnding = wordQuestion(({folded, shape}) => shape === 'lower' && !FUNCTION_WORDS.has(folded) && !AMBIGUOUS.test(folded) && hardlyNoun(folded));

/** Nouns for people by what they do: hardly ever the first half of a pair of nouns. */
const PERSON = /^[a-z]{3,}(?:ee|er|or|ist|ian|man|woman|ant)$/;
/** Plurals without -s, and their singulars. */
const ODD_PLURALS: Readonly<Record<string, string>> = {children: 'child', men: 'man', women: 'woman', feet: 'foot', teeth: 'tooth', policemen: 'policeman', firemen: 'fireman', mice: 'mouse'};

export default defineRule({
  id: 'agreement',
  summary: 'A singular where the sentence has a plural, or the other way round',
  why: `Languages without plural endings (Chinese, Turkish behind numbers, Vietnamese) or with other ones (Russian behind two to four) reach English with the ending lost: \`two new elevator\`, \`some 90 engineer\`. Nouns that English does not count come back with a plural (\`informations\`, \`a news\`), and verbs follow the number that the noun had in the source (\`the news were\`, \`people is\`).

Looks only at nouns whose plural is known and that end their phrase. Silent on measures before a noun, on collective nouns with a plural verb, on amounts and on names.`,
  category: 'agreement',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    ...SMALL_EDIT,
    plural: 'A noun in the singular where it is more than one',
    verb: 'A verb that does not go with its subject',
    determiner: 'One of a, each, this, these and the like before the wrong number',
    quantity: 'A word for a quantity that does not go with its noun',
    uncountable: 'A plural or an article of a noun that English does not count',
    adjective: 'An adjective or a word such as million with a plural ending',
  },
  examples: {
    bad: [
      {text: 'There are a problem in the town. The minister and his wife was on board. Each of the player left. Several dozen protester gathered. The news from the front are bad. The children plays in the yard. His clothes was wet.', flagged: ['are', 'was', 'player', 'protester', 'are', 'plays', 'was'], fixed: 'There is a problem in the town. The minister and his wife were on board. Each of the players left. Several dozen protesters gathered. The news from the front is bad. The children play in the yard. His clothes were wet.', mt: 'yes'},
      {text: 'Expert say the dam is safe. Other country will follow. Police and firefighter came at once. Within a radius of two kilometer all windows broke. Forty meter separate the houses. He go to the stadium. One of the biggest company in the town closed.', flagged: ['Expert', 'country', 'firefighter', 'kilometer', 'meter', 'go', 'company'], fixed: 'Experts say the dam is safe. Other countries will follow. Police and firefighters came at once. Within a radius of two kilometers all windows broke. Forty meters separate the houses. He goes to the stadium. One of the biggest companies in the town closed.', mt: 'yes'},
      {text: 'Each countries must decide. A children was hurt. Every residents received a letter. The men who works here left. There was no chairs left. The United States are ready. Some 500 employee stopped work.', flagged: ['countries', 'children', 'residents', 'works', 'was', 'are', 'employee'], fixed: 'Each country must decide. A child was hurt. Every resident received a letter. The men who work here left. There were no chairs left. The United States is ready. Some 500 employees stopped work.', mt: 'yes'},
      {text: 'Many soldier died in the battle, and three deputy left the party.', flagged: ['soldier', 'deputy'], fixed: 'Many soldiers died in the battle, and three deputies left the party.', mt: 'yes'},
      {text: 'The two countries had a strong bilateral trade last year.', flagged: ['a strong'], fixed: 'The two countries had strong bilateral trade last year.', mt: 'yes'},
      {text: 'The ministry will open three new hospital in the region.', flagged: ['hospital'], fixed: 'The ministry will open three new hospitals in the region.'},
      {text: 'The plant employs about 40 engineer and a driver.', flagged: ['engineer'], fixed: 'The plant employs about 40 engineers and a driver.'},
      {text: 'He gave several important interview in Paris.', flagged: ['interview'], fixed: 'He gave several important interviews in Paris.'},
      {text: 'The police received informations about the car.', flagged: ['informations'], fixed: 'The police received information about the car.'},
      {text: 'The news were met with joy. People is waiting.', flagged: ['were', 'is'], fixed: 'The news was met with joy. People are waiting.'},
      {text: 'The scientist describe a new method.', flagged: ['scientist'], fixed: 'The scientists describe a new method.', mt: 'yes'},
      {text: 'Every countries must decide. These equipment were lost.', flagged: ['countries', 'These'], fixed: 'Every country must decide. This equipment were lost.'},
      {text: 'There is many reasons, and most of people know that he do not care.', flagged: ['is', 'of ', 'do'], fixed: 'There are many reasons, and most people know that he does not care.', mt: 'yes'},
      {text: 'Each of the teams have won, in this areas, hundreds protesters met others groups.', flagged: ['have', 'this', 'hundreds', 'others'], fixed: 'Each of the teams has won, in these areas, hundreds of protesters met other groups.', mt: 'yes'},
      {text: 'The president want to pay 3 millions euros to everyone.', flagged: ['want', 'millions'], fixed: 'The president wants to pay 3 million euros to everyone.', mt: 'yes'},
      {text: 'Nobody deny the charge, and if they rejects it, too much apps are left.', flagged: ['deny', 'rejects', 'much'], fixed: 'Nobody denies the charge, and if they reject it, too many apps are left.', mt: 'yes'},
      {text: 'The law allow them to leave. She waited 14 month for 2.5 million dose.', flagged: ['allow', 'month', 'dose'], fixed: 'The law allows them to leave. She waited 14 months for 2.5 million doses.', mt: 'yes'},
      {text: 'This are old files.', flagged: ['This'], fixed: 'These are old files.', mt: 'yes'},
      {text: 'Nine of every ten homes was destroyed, and two other child of his spoke of a “bitter pills”.', flagged: ['was', 'child', 'pills'], fixed: 'Nine of every ten homes were destroyed, and two other children of his spoke of a “bitter pill”.', mt: 'yes'},
      {text: 'Both the two leaders met two injured person. China\'s economy grow by 5 percent.', flagged: ['Both the two', 'person', 'grow'], fixed: 'Both leaders met two injured people. China\'s economy grows by 5 percent.', mt: 'yes'},
      {text: 'She won by 1 minute 12 second.', flagged: ['second'], fixed: 'She won by 1 minute 12 seconds.', mt: 'yes'},
      {text: 'The arrival of the train were delayed.', flagged: ['were'], fixed: 'The arrival of the train was delayed.'},
      {text: 'Ministers was warned. The roads to the city is cut, and many voters agrees. The army, which have 900 tanks, left.', flagged: ['was', 'is', 'agrees', 'have'], fixed: 'Ministers were warned. The roads to the city are cut, and many voters agree. The army, which has 900 tanks, left.', mt: 'yes'},
      {text: 'There was 120 passengers on board. This measures will help everyone who want to stay.', flagged: ['was', 'This', 'want'], fixed: 'There were 120 passengers on board. These measures will help everyone who wants to stay.', mt: 'yes'},
      {text: 'Police said the two man were armed.', flagged: ['man'], fixed: 'Police said the two men were armed.', mt: 'yes'},
      {text: 'A number experts left. More than hundred people and hundred of cars were there. The Italians banks are sound. The situation on the front remain tense. Cash and weapons was found.', flagged: ['number', 'hundred', 'hundred', 'Italians', 'remain', 'was'], fixed: 'A number of experts left. More than a hundred people and hundreds of cars were there. The Italian banks are sound. The situation on the front remains tense. Cash and weapons were found.', mt: 'yes'},
      {text: 'They lost several building. Many inhabitant have left. Two of the three suspect fled. Some expert believe it. She is one of the best goalkeeper of the club. The two woman had left. There are too much people here. The film, which won a prize, are shown again. The houses that stand near the river was empty. The man who have fired is at large. There are a shortage of bread.', flagged: ['building', 'inhabitant', 'suspect', 'expert', 'goalkeeper', 'woman', 'much', 'are', 'was', 'have', 'are'], fixed: 'They lost several buildings. Many inhabitants have left. Two of the three suspects fled. Some experts believe it. She is one of the best goalkeepers of the club. The two women had left. There are too many people here. The film, which won a prize, is shown again. The houses that stand near the river were empty. The man who has fired is at large. There is a shortage of bread.', mt: 'yes'},
      {text: 'Nearly 1,200 family in the valley lost their homes, and the mine employs four smith. The board gave each pupils a bell. There is only two ferries a day. More than half of them was built in spring, and three quarters of the wine leave the island by ship. Everything else belong to the bank.', flagged: ['family', 'smith', 'pupils', 'is', 'was', 'leave', 'belong'], fixed: 'Nearly 1,200 families in the valley lost their homes, and the mine employs four smiths. The board gave each pupil a bell. There are only two ferries a day. More than half of them were built in spring, and three quarters of the wine leaves the island by ship. Everything else belongs to the bank.', mt: 'yes'},
      {text: 'Thirty percent of the flats planned in the port has been sold. The number of storms, nine by the end of June, are growing. The prices, published on Monday, is higher. They use a powerful devices.', flagged: ['has', 'are', 'is', 'a powerful devices'], fixed: 'Thirty percent of the flats planned in the port have been sold. The number of storms, nine by the end of June, is growing. The prices, published on Monday, are higher. They use a powerful device.', mt: 'yes'},
    ],
    good: [
      {text: 'The 134 km slider missed, and nine of his works were shown. Half of the team are ill, most of the time is lost, and one of them was late.', mt: 'yes'},
      {text: 'One of the children passed the window, and one of the people opened the gate.', mt: 'yes'},
      {text: 'The number four hitter and a two man team came; most of the town was dark, half of the shop burned and all the money went. The child that should not have come stayed. Some hope that he comes. Both man and beast were tired.', mt: 'yes'},
      {text: 'The number plates and the majority leaders changed. Two hundred of them left, and a hundred people stayed. The Italians bank on it.', mt: 'yes'},
      {text: 'There are a few, a lot and a number of them. A two week and a ten mile walk, the 100 meter in Rome, 5 year old wine. The head and the heart have reasons. Witness protection is dear; the other country will follow. The police force says so.', mt: 'yes'},
      {text: 'A brisk trade in horses, a good health service, a strong growth rate and a growing body of evidence: a hard work schedule.', mt: 'yes'},
      'The two agree on most points, and many hope that it works.',
      'It was a two hour flight in a ten seat plane.',
      'The team were happy; the family are safe; a number of people were hurt.',
      'Five minutes is enough. Two million people live there, and three quarter finals follow.',
      'Apollo 13 astronaut Jim Lovell died. In 2014 Russia took Crimea.',
      'These software engineers work for a news agency, a sports club and a United Nations office.',
      'The government asked that the minister explain it. The poor were hit hardest.',
      'He asked that she have a say and that it do no harm; if it were so, they were lost.',
      'There is much to do. This means trouble, and that works. Most of the people, all of us, agree.',
      'Some he let do it, and all the world of sports is a stage. Each of them has won.',
      'She insisted that the firm begin at once. Let the woman choose; God save the king. What did the man eat in May?',
      'He took a 14 day course, a 2.5 million dollar loan, and the 3 hour film was long.',
      'Two thirds of the land is wet. What the men want is peace. The cost of the ships was high. Were the bill to fail, he would resign.',
      'Helping people is his job. The United States has voted.',
    ],
  },
  weak: weakEdits('agreement'),
  explain: explainEdits,
  check(document, tell) {
    const {tokens} = document;
    const verbs = new Set<Token>();
    /** Where something was reported. */
    const told = new Set<number>();
    const report = (found: Report & {readonly kind: string}) => {
      told.add(found.start);
      tell(found as Parameters<typeof tell>[0]);
    };
    /** "the childrens hospital": an apostrophe was lost, and another rule says so. */
    const owns = (token: Token) => {
      const after = document.after(token);
      return after?.kind === 'word' && after.spaced && after.word.shape === 'lower' && after.word.english && !FUNCTION_WORDS.has(after.word.folded) && !AUXILIARIES.has(after.word.folded) && !/(?:ed|ing|ly)$/.test(after.word.folded);
    };
    const flag = (kind: 'plural' | 'verb' | 'determiner' | 'quantity' | 'uncountable' | 'adjective', token: Token, proposals: string[], confidence: number, note: string) => {
      if (kind === 'verb') verbs.add(token);
      report({kind, start: token.start, end: token.end, proposals, confidence, note});
    };
    /** The first word that may end a noun phrase begun at `i`, at most four words on. */
    const head = (i: number): Token | undefined => {
      const {sentence} = tokens[i - 1]!;
      for (let k = i; k < i + 4; k++) {
        const token = tokens[k];
        if (token?.kind !== 'word' || token.sentence !== sentence) return undefined;
        if (endsPhrase(tokens[k + 1], sentence)) return endsPhrase(token, sentence) ? undefined : token;
        // "hundreds of student gathered on", "three minister left the"
        const verb = tokens[k + 1]!.word;
        const then = tokens[k + 2];
        if (verb.shape === 'lower' && (/[a-z]{3}ed$/.test(verb.folded) || baseOfPast(verb.folded)) && (endsPhrase(then, sentence) || /^(?:the|a|an|his|her|its|their)$/.test(then!.text)) && countNoun(token) && (nounish(token.word.folded) > 25 || isRare(token.word.folded)) && posOf(document, tokens[k + 1]!) === 'VERB') return token;
      }
      return undefined;
    };
    for (const token of document.ownTokens) look(token);
    for (const token of document.ownTokens) if (maySayMany(token) && !document.isTitle(token.sentence)) several(document, token, (found) => {
      if (!told.has(found.start)) report(found);
    });
    for (const token of document.ownTokens) if (maySayShare(token, tokens[token.index - 1])) share(document, token, (found) => {
      if (!told.has(found.start)) report(found);
    });

    function look(token: Token): void {
      const {index: i} = token;
      const before = document.before(token);
      if (token.kind === 'number') {
        if (/^(?:[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+)$/.test(token.text) && before) quantified(i, BEFORE_DIGITS.has(before.word.folded) ? 0.75 : /^[a-z]{3,}ed$/.test(before.text) ? 0.6 : before.word.shape === 'lower' && before.kind === 'word' && !FUNCTION_WORDS.has(before.word.folded) && posOf(document, before) === 'VERB' ? 0.45 : 0);
        counted(i);
        if (/^(?:[2-9]|[1-9]\d+|\d{1,3}(?:,\d{3})+)$/.test(token.text)) numbered(i);
        return;
      }
      if (token.kind !== 'word') return;
      const {folded} = token.word;
      if (SAID.test(folded)) attribution(i);
      if (folded === 'was' || folded === 'were' || folded === 'are' || folded === 'is' || folded === 'have') allOf(i);
      if (mayLoseEnding(token.word)) lostEnding(i);
      if (mayHaveEnding(token.word)) wrongEnding(i);
      if (Object.hasOwn(PLURAL, folded) || folded === 'are' || folded === 'were' || folded === 'have') auxiliary(i);
      if (folded === 'both' || folded === 'all') twice(i);
      if ((token.text === 'States' || token.text === 'Nations') && before?.text === 'United') united(i);
      if (mayBeBareNumber(token.word)) bareNumber(document, token, report);
      if (folded === 'which' || folded === 'that') {
        const found = verbOfOne(document, token);
        if (found) return flag('verb', found[0], [found[1]], 0.56, 'The subject is one: the verb needs its singular.');
      }
      if (!KEYS.has(folded)) return;
      const wrong = folded === 'childrens' && owns(token) ? undefined : PLURALS[folded];
      if (wrong && token.word.shape === 'lower' && !(folded === 'evidences' || folded === 'staffs' || folded === 'weathers' || folded === 'leafs' || folded === 'mans')) flag('uncountable', token, [...wrong], folded.endsWith('rafts') || folded === 'medias' ? 0.8 : 0.92, 'This word has no such plural.');
      else if (wrong && token.word.shape === 'lower' && before && /^(?:the|these|those|many|several|of|new|all|no)$/.test(before.word.folded)) flag('uncountable', token, [...wrong], 0.7, 'This word has no such plural.');
      else if (BASE_NUMBERS.has(folded) || MANY.has(folded)) {
        quantified(i, BASE_NUMBERS.has(folded) ? 0.8 : 0.75);
        quantityOf(i);
        numbered(i);
      } else if (folded === 'most') quantityOf(i);
      else if (folded === 'all') {
        quantityOf(i);
        if (/^(?:the|his|her|its|their|these|those)$/.test(tokens[i + 1]?.word.folded ?? '')) oneOf(i, 1);
      }
      else if (/^(?:hundreds|thousands|dozens|tens|millions|number|numbers|group|groups|series)$/.test(folded) && tokens[i + 1]?.word.folded === 'of') quantified(i + 1, folded === 'group' || folded === 'number' || folded === 'series' ? 0.7 : 0.8);
      else if (folded === 'one') {
        oneOf(i);
        eachOf(i);
      } else if (folded === 'neither' || folded === 'either') eachOf(i);
      else if (folded === 'there') existence(i);
      else if (folded === 'he' || folded === 'she' || folded === 'it' || folded === 'they' || folded === 'we') pronoun(i);
      else if (EVERYBODY.has(folded)) everybody(i);
      else if (folded === 'other') others(i);
      else if (folded === 'that') {
        if (document.before(token)?.word.folded === 'so') bare(i + 1);
        else demonstrative(i);
      }
      else if (folded === 'much' || folded === 'less') mass(i);
      else if (QUANTITIES.has(folded) || Object.hasOwn(ADJECTIVES, folded)) {
        if (Object.hasOwn(ADJECTIVES, folded)) adjective(i);
        if (QUANTITIES.has(folded)) bareQuantity(i);
      }
      else if (folded === 'any') either(i);
      else if (/^(?:because|while|where|whereas|when|although)$/.test(folded)) bare(i + 1);
      else if (ONE.has(folded)) {
        if (folded === 'each') eachOf(i);
        single(i);
      }
      else if (folded === 'who') relative(i);
      else if (folded === 'people' || folded === 'news' || folded === 'police') subject(i);
      else if (folded === 'this' && demonstrative(i)) return;
      else if (folded === 'the' || folded === 'this' || folded === 'his' || folded === 'her' || folded === 'their') determined(i);
    }

    /** "…,” one owner say": who speaks behind a quotation. */
    function attribution(i: number): void {
      const verb = tokens[i]!;
      const next = tokens[i + 1];
      if (next?.sentence === verb.sentence && !/^[.,]$/.test(next.text)) return;
      for (let k = i - 1; k > i - 6; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== verb.sentence) return;
        if (/^[”"]$/.test(t.text)) {
          const head = tokens[i - 1]!;
          if (k === i - 1 || head.kind !== 'word' || /^(?:i|you|we|they|people|police|who|and|or|not|did|do|does|to)$/.test(head.word.folded) || pluralNoun(head) || COLLECTIVE.has(head.word.folded) || tokens.slice(k + 1, i).some((x) => x.word.folded === 'and')) return;
          flag('verb', verb, [pastOf(verb.word.folded), thirdOf(verb.word.folded)], 0.8, 'The subject is one: the verb needs its singular.');
          return;
        }
        if (t.kind !== 'word') return;
      }
    }

    /** "all procedure were followed", "four remaining helicopter": many, in the singular. */
    function allOf(i: number): void {
      const noun = tokens[i - 1];
      const verb = tokens[i]!;
      if (verb.word.folded === 'was' || verb.word.folded === 'is' || noun?.kind !== 'word' || noun.sentence !== verb.sentence) return;
      const plural = countNoun(noun);
      const all = document.before(noun);
      if (!plural || all?.word.folded !== 'all' || COLLECTIVE.has(noun.word.folded) || nounish(noun.word.folded) < 0 || posOf(document, noun) !== 'NOUN') return;
      flag('plural', noun, [plural], 0.72, 'More than one: the noun needs its plural.');
    }

    /** "Both the two leaders", "all the two" */
    function twice(i: number): void {
      const [both, the, two, noun] = [tokens[i]!, tokens[i + 1], tokens[i + 2], tokens[i + 3]];
      if (!/^(?:the|these|those|his|her|its|their)$/.test(the?.word.folded ?? '') || two?.word.folded !== 'two' || two.sentence !== both.sentence || noun?.text === '-') return;
      if (noun?.kind === 'word' && noun.sentence === both.sentence && !FUNCTION_WORDS.has(noun.word.folded) && !pluralNoun(noun) && posOf(document, noun) === 'NOUN') return;
      const whose = /^(?:his|her|its|their|these|those)$/.test(the!.word.folded) ? ` ${the!.text}` : '';
      report({kind: 'quantity', start: both.start, end: two.end, proposals: [`${both.word.shape === 'capital' ? 'Both' : 'both'}${whose}`], confidence: 0.8, note: '“Both” says “the two” already.'});
    }

    /** "two new elevator", "these equipment" */
    function quantified(i: number, confidence: number): void {
      if (!confidence) return;
      const first = tokens[i]!;
      const next = tokens[i + 1];
      if (next?.kind !== 'word' || next.word.shape !== 'lower' || !next.spaced || NUMBER_WORDS.has(next.word.folded)) return;
      const last = head(i + 1);
      if (last?.word.shape !== 'lower') return;
      const {folded} = first.word;
      for (let k = i + 1; k < last.index; k++) if (tokens[k]!.word.shape !== 'lower' || endsPhrase(tokens[k], last.sentence) || UNITS.has(tokens[k]!.word.folded) || NUMBER_WORDS.has(tokens[k]!.word.folded) || pluralNoun(tokens[k]!) || /^(?:men|women|people|children|of|the|a|an|times|more|years)$/.test(tokens[k]!.word.folded)) return;
      if ((folded === 'these' || folded === 'those' || folded === 'many' || folded === 'several' || folded === 'numerous' || folded === 'various') && UNCOUNTABLE.has(last.word.folded) && last.index <= i + 2) {
        const one = folded === 'these' ? 'this' : folded === 'those' ? 'that' : folded === 'many' ? 'much' : 'some';
        if (last.index === i + 1 || posOf(document, tokens[i + 1]!) === 'ADJ') flag('determiner', first, [first.word.shape === 'capital' ? one[0]!.toUpperCase() + one.slice(1) : one], 0.8, 'English does not count this noun, so it goes with a singular.');
        return;
      }
      const plural = last.word.folded === 'person' ? 'people' : countNoun(last);
      if (plural && (folded === 'these' || folded === 'those') && last.index === i + 1 && /^(?:is|was|has)$/.test(tokens[last.index + 1]?.word.folded ?? '') && posOf(document, last) === 'NOUN') {
        const one = folded === 'these' ? 'this' : 'that';
        flag('determiner', first, [first.word.shape === 'capital' ? one[0]!.toUpperCase() + one.slice(1) : one], 0.78, 'The noun and its verb are singular.');
        return;
      }
      if (!plural || /^(?:equality|gold|silver|bronze|confusion|treatment|part|age|mode|week|each|kind|way|use|need|level|rest|economy|home|work)$/.test(last.word.folded)) return;
      const alone = last.index === i + 1;
      // Of a rare word the tagger alone says that it is a noun.
      const noun = isRare(last.word.folded) ? 20 : nounish(last.word.folded);
      if (noun < (confidence === 0.45 ? 30 : alone ? 12 : 8) || confidence === 0.45 && /^(?:and|or)$/.test(tokens[last.index + 1]?.word.folded ?? '')) return;
      const unit = UNITS.has(last.word.folded);
      const before = document.before(first);
      if (/^(?:number|no)$/.test(before?.word.folded ?? '')) return;
      // "the two man", "Article 5 breach", "No. 3 seed", "five-a-side", "one in three voter"
      if (before && (/^[-–$€£/#.]$/.test(before.text) || DAYS.has(before.word.folded) || MONTHS.has(before.word.folded) || NUMBER_WORDS.has(before.word.folded))) return;
      if (before && before.word.shape !== 'lower' && before.kind === 'word' && !document.opensSentence(before)) return;
      if (tokens[last.index + 1]?.text === '-' || unit && (first.kind === 'number' || alone) && before && /^(?:a|an|the|its|his|their)$/.test(before.word.folded)) return;
      if (alone && before && /^an?$/.test(before.word.folded) || /^(?:third|fourth|fifth|half|quarter)$/.test(next.word.folded)) return;
      if (folded !== 'of' && alone && before && /^(?:the|these|those|all|of|as|so|too|very|a)$/.test(before.word.folded) && noun < 60 && !(before.word.folded === 'the' && PERSON.test(last.word.folded) && NUMBER_WORDS.has(folded))) return;
      if (folded === 'both' && (stopsAnd(last) || alone && !needsDeterminer(last) && !COLLECTIVE.has(last.word.folded))) return;
      if (folded === 'both') for (let k = last.index + 1; k < last.index + 6; k++) if (tokens[k]?.word.folded === 'and' && tokens[k]!.sentence === last.sentence) return;
      if (folded === 'few' && before?.word.folded !== 'a' && alone) return;
      const stop = document.after(last);
      // "many work as", "two face": coordinated or followed by what a verb takes.
      if (alone && (MANY.has(folded)) && stop?.kind === 'word' && /^(?:that|to|as|it|he|they)$/.test(stop.word.folded)) return;
      // "two school and college buildings": the plural comes later.
      if (stop && /^(?:and|or|,|-)$/.test(stop.text) && stop.sentence === last.sentence) for (let k = last.index + 2; k < last.index + 6 && tokens[k]?.sentence === last.sentence; k++) {
        const t = tokens[k]!;
        if (pluralNoun(t) || /^(?:men|women|people|children)$/.test(t.word.folded)) return;
        if (t.kind !== 'word' || /^(?:the|a|an|in|on|at|for|to|his|her|its)$/.test(t.word.folded)) break;
      }
      // "two school remaining": what is left or lacks stands before its noun all the same.
      if (posOf(document, last) !== 'NOUN' || !alone && posOf(document, next) === 'VERB' && plural !== 'people' && !/^(?:remaining|missing|surviving|competing|participating|existing|neighbou?ring|leading|living|working|injured|wounded|damaged|destroyed|abandoned|affected|planned|detained|arrested|sick|stolen|lost|used)$/.test(next.word.folded)) return;
      // "a two speed economy": the hyphen is missing, not the plural.
      if (!alone && posOf(document, next) === 'NOUN') confidence = 0.3;
      flag('plural', last, [plural], unit ? Math.min(confidence, 0.5) : confidence, 'More than one: the noun needs its plural.');
    }

    /** Whether a word before token `i` in its sentence may govern a bare infinitive or a subjunctive there. */
    function governed(i: number): boolean {
      for (let k = i - 1; k > i - 16 && tokens[k]?.sentence === tokens[i]!.sentence; k--) if (tokens[k]!.kind === 'word' && SUBJUNCTIVE.test(tokens[k]!.word.folded)) return true;
      return false;
    }

    /** "240 day after", "7.4 million case": a number above one and a measure or noun in the singular that ends its phrase. */
    function counted(i: number): void {
      const number = tokens[i]!;
      if (!/^(?:[2-9]|[1-9]\d{1,2}|\d{1,3}(?:[,.]\d{3})+|\d{1,3}[.,]\d{1,2})$/.test(number.text) || /^[01][.,]0*[01]?$/.test(number.text)) return;
      let k = i + 1;
      const scaled = /^(?:million|billion|thousand|trillion|hundred)$/.test(tokens[k]?.word.folded ?? '');
      if (scaled) k++;
      const noun = tokens[k];
      if (noun?.kind !== 'word' || noun.sentence !== number.sentence || noun.word.shape !== 'lower' || !noun.spaced || !tokens[i + 1]!.spaced) return;
      const unit = UNITS.has(noun.word.folded) && noun.text.length > 2 || noun.word.folded === 'second' && /^(?:minutes?|hours?)$/.test(tokens[i - 1]?.word.folded ?? '');
      const plural = noun.word.folded === 'child' ? 'children' : noun.word.folded === 'second' ? 'seconds' : countNoun(noun);
      const plain = !unit && !scaled;
      if (!plural || plural === noun.text || plain && (nounish(noun.word.folded) < 30 || number.text.includes('.')) || /^(?:page|stage|stop|storey|story|foot|star|point|lap|run|round)$/.test(noun.word.folded) || !unit && nounish(noun.word.folded) < 20 || COLLECTIVE.has(noun.word.folded)) return;
      const before = tokens[i - 1];
      if (before && before.sentence === number.sentence && (/^[-–—/#:.$€£¥]$/.test(before.text) || /^(?:a|an|the|its|his|her|their|our|my|every|each|this|that|no|one|another|per|article|section|day|chapter|page|number|and|or|to)$/.test(before.word.folded) || before.kind === 'word' && before.word.shape !== 'lower' && !document.opensSentence(before))) return;
      const next = tokens[k + 1];
      const soon = next?.sentence === number.sentence && /^(?:later|ago|earlier|away|long|high|deep)$/.test(next.word.folded) && unit;
      if (!endsPhrase(next, number.sentence) && !soon && !(plain && posOf(document, next!) === 'VERB') || next && /^(?:-|–|old|and|or|to)$/.test(next.text) && next.text !== 'and' || document.isTitle(number.sentence)) return;
      if (noun.word.folded !== 'second' && (posOf(document, noun) !== 'NOUN' && !unit || gainOf(document, k, k, [plural]) < (plain && !PERSON.test(noun.word.folded) ? 0.8 : 0))) return;
      flag('plural', noun, [plural], plain ? 0.48 : 0.55, 'More than one: the noun needs its plural.');
    }

    /** "The Tour begin on July 5": a subject of one, and its verb without -s. */
    function lostEnding(i: number): void {
      const verb = tokens[i]!;
      const {first: open, last} = document.sentences[verb.sentence]!;
      if (i === open || tokens[last]!.text === '?' || document.isTitle(verb.sentence)) return;
      let noun = tokens[i - 1]!;
      if (noun.text === ',') {
        // "The city, with its old churches, attract"
        const subject = subjectAcross(document, i);
        if (subject?.number === 'one' && !governed(subject.first.index) && posOf(document, verb) === 'VERB' && gainOf(document, i, i, [thirdOf(verb.word.folded)]) > -0.3) flag('verb', verb, [thirdOf(verb.word.folded), pastOf(verb.word.folded)], 0.5, 'The subject is one: the verb needs its singular.');
        return;
      }
      if (noun.kind === 'word' && /^(?:also|still|often|always|never|now|already|only|then|[a-z]{3,}ly)$/.test(noun.text) && i - 2 >= open) noun = tokens[i - 2]!;
      const next = tokens[i + 1];
      const object = next?.sentence === verb.sentence && (PREPOSITIONS.has(next.word.folded) || /^(?:the|a|an|this|that|his|her|its|their|to|him|them|it|us|me|not|no|all|more)$/.test(next.word.folded));
      if (noun.kind !== 'word' || noun.text.includes("'") || noun.text.includes('’')) return;
      // "The situation on the front remain tense"
      const subject = subjectBefore(document, i);
      if (subject?.number === 'one' && subject.head !== noun && !governed(subject.first.index) && posOf(document, verb) === 'VERB') {
        const likelier = gainOf(document, i, i, [thirdOf(verb.word.folded)]);
        if (likelier > 0.3 || (object || next?.sentence === verb.sentence && posOf(document, next) === 'ADJ') && likelier > -0.3) return flag('verb', verb, [thirdOf(verb.word.folded), pastOf(verb.word.folded)], 0.6, 'The subject is one: the verb needs its singular.');
      }
      const name = noun.word.shape === 'capital' && !FUNCTION_WORDS.has(noun.word.folded) && !/s$/.test(noun.word.folded);
      if (!name && (!countNoun(noun) || COLLECTIVE.has(noun.word.folded) || nounish(noun.word.folded) < 18)) return;
      // Back to the determiner that opens the subject.
      let k = noun.index - 1;
      // "China's economy grow": whose it is opens the subject as well.
      const owns = (t: Token) => /['’]s$/.test(t.text) && t.word.shape === 'capital';
      while (k >= open && noun.index - k < 4 && tokens[k]!.kind === 'word' && !FUNCTION_WORDS.has(tokens[k]!.word.folded) && !COLLECTIVE.has(tokens[k]!.word.folded) && !owns(tokens[k]!)) k--;
      const lead = tokens[k];
      if (!lead || k < open || !/^(?:the|a|an|this|his|her|its|every|each|another)$/.test(lead.word.folded) && !owns(lead) || k === noun.index) return;
      const before = document.before(lead);
      const led = (before?.text === ',' || before !== undefined && (DAYS.has(before.word.folded) || MONTHS.has(before.word.folded) || /^(?:today|yesterday|now|then|later|morning|afternoon|evening|night|week|year)$/.test(before.word.folded) || before.kind === 'number' && before.index <= open + 2)) && /^(?:in|after|before|according|on|at|since|during|for|with|using|when|last|now|today|yesterday|then|later)$/.test(tokens[open]!.word.folded);
      if (!opensClause(document, lead) && !led || before && /^(?:and|if|but)$/.test(before.word.folded) || governed(k)) return;
      if (posOf(document, verb) !== 'VERB') return;
      const gain = gainOf(document, i, i, [thirdOf(verb.word.folded)]);
      if (gain < (owns(lead) ? 0.1 : 0.8) || !object && gain < 1.5) return;
      flag('verb', verb, [thirdOf(verb.word.folded), pastOf(verb.word.folded)], 0.62, 'The subject is one: the verb needs its singular.');
    }

    /** "Many voters agrees": a subject of many, and its verb with -s. */
    function wrongEnding(i: number): void {
      const verb = tokens[i]!;
      if (document.isTitle(verb.sentence)) return;
      const subject = subjectBefore(document, i) ?? (tokens[i - 1]?.text === ',' ? subjectAcross(document, i) : undefined);
      if (subject?.number !== 'many' || posOf(document, verb) !== 'VERB') return;
      const base = baseOfThird(verb.word.folded)!;
      if (!hardlyNoun(base) && !(/^(?:in|at|on|with|from|for)$/.test(tokens[i + 1]?.word.folded ?? '') && gainOf(document, i, i, [base]) > 0.3) && !/^(?:the|a|an|his|her|its|their|this|that|him|them|it)$/.test(tokens[i + 1]?.word.folded ?? '')) return;
      flag('verb', verb, [base, pastOf(base)], 0.66, 'The subject is more than one: the verb needs its plural.');
    }

    /** "Ministers was", "The roads to the city is", "The number of insects are", "The army, which have" */
    function auxiliary(i: number): void {
      const verb = tokens[i]!;
      const {folded} = verb.word;
      if (verb.word.shape !== 'lower' || verbs.has(verb) || folded.startsWith('do') && folded !== 'does') return;
      const before = document.before(verb);
      if (!before || /^(?:and|or)$/.test(before.word.folded)) return;
      const {first, last} = document.sentences[verb.sentence]!;
      if (tokens[last]!.text === '?' || document.isTitle(verb.sentence)) return;
      const plural = PLURAL[folded];
      if (before.word.folded === 'which') {
        // "The army, which have": the noun before the relative, unless it stands inside a phrase of many.
        const noun = tokens[before.index - 1]?.text === ',' ? tokens[before.index - 2] : undefined;
        if (plural || folded === 'were' || !noun || noun.kind !== 'word' || !countNoun(noun) || COLLECTIVE.has(noun.word.folded) && !/^(?:army|company|ministry|bank|agency|party|government|parliament|court|commission|country|club)$/.test(noun.word.folded)) return;
        for (let k = noun.index - 1; k >= Math.max(first, noun.index - 8); k--) if (pluralNoun(tokens[k]!) || /^(?:and|or|people|men|women|children)$/.test(tokens[k]!.word.folded)) return;
        if (/^(?:the|a|an|its|his|her|their|this)$/.test(tokens[noun.index - 1]?.word.folded ?? '')) flag('verb', verb, [SINGULAR[folded]!], 0.6, 'The subject is one: the verb needs its singular.');
        return;
      }
      const subject = subjectBefore(document, i) ?? subjectAcross(document, i);
      // "The number of trees in the cities are": of the number there is one.
      const number = subject?.number === 'either' && subject.head.word.folded === 'number' && /^the$/.test(subject.first.word.folded) && !plural;
      if (!subject || subject.number !== (plural ? 'many' : 'one') && !number) return;
      if (!plural && (folded === 'were' || /^(?:if|though|as|wish)$/.test(document.before(subject.first)?.word.folded ?? '') || governed(subject.first.index))) {
        if (folded !== 'were' || governed(subject.first.index) || document.before(subject.first)) return;
      }
      // "the disaster that befell the troops is": the verb and the object of a clause in between.
      if (/^(?:the|a|an|his|her|its|their)$/.test(document.after(subject.first)?.word.folded ?? '') && /^(?:that|which|who)$/.test(document.before(subject.first)?.word.folded ?? '')) return;
      const reach = subject.head.index === before.index ? 0.66 : 0.56;
      flag('verb', verb, [plural ?? SINGULAR[folded]!], reach, plural ? 'The subject is more than one: the verb needs its plural.' : 'The subject is one: the verb needs its singular.');
    }

    /** "so that ordinary family can afford one" */
    function bare(i: number): void {
      const [adjective, noun, verb] = [tokens[i], tokens[i + 1], tokens[i + 2]];
      if (!adjective || !noun || !verb || verb.sentence !== adjective.sentence || !/^(?:can|will|have|are|were|must|could|would)$/.test(verb.word.folded) || adjective.word.shape !== 'lower' || endsPhrase(adjective, verb.sentence)) return;
      const plural = countNoun(noun);
      if (!plural || COLLECTIVE.has(noun.word.folded) && noun.word.folded !== 'family' || /^(?:this|that|his|her|its|their|our|my|your|one|each|every|another|some|any|no|either|neither|chief|former|deputy|prime|much|climate)$/.test(adjective.word.folded) || nounish(noun.word.folded) < 25) return;
      if (posOf(document, adjective) === 'ADJ' && posOf(document, noun) === 'NOUN') flag('plural', noun, [plural], 0.45, 'A noun that can be counted needs an article or its plural.');
    }

    /** "two other child", "with other country": "other" without a determiner before a noun in the singular. */
    function others(i: number): void {
      const noun = tokens[i + 1];
      const before = document.before(tokens[i]!);
      if (noun?.kind !== 'word' || noun.sentence !== tokens[i]!.sentence || noun.word.shape !== 'lower' || !before || before.kind !== 'word' && before.kind !== 'number') return;
      const plural = noun.word.folded === 'child' ? 'children' : countNoun(noun);
      if (!plural || /^(?:half|hand|side|day|way|than|end|part|kind|thing)$/.test(noun.word.folded) || nounish(noun.word.folded) < 15) return;
      const b = before.word.folded;
      const many = before.kind === 'number' && before.text !== '1' || BASE_NUMBERS.has(b) || MANY.has(b) || b === 'all' || b === 'most';
      if (!many && !/^(?:in|with|for|from|to|of|by|and|against|between|among|than)$/.test(b) || !endsPhrase(tokens[i + 2], noun.sentence) || tokens[i + 2]?.word.folded === 'and' || posOf(document, noun) !== 'NOUN') return;
      if (!many && gainOf(document, noun.index, noun.index, [plural]) < 0.3) return;
      flag('plural', noun, [plural], many ? 0.8 : 0.5, 'Others are more than one: the noun needs its plural.');
    }

    /** "nine of every ten homes was destroyed", "The two men was arrested": a subject that begins with a number. */
    function numbered(i: number): void {
      const first = tokens[i]!;
      const before = document.before(first);
      if (before && !/^(?:[,;:“"(—–]|that|because|but|and|where|when|although|while|the)$/.test(before.text.toLowerCase())) return;
      if (before?.word.folded === 'the' && document.before(before) !== undefined && !opensClause(document, before)) return;
      for (let k = i + 1; k < i + 7; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== first.sentence) return;
        const verb = tokens[k + 1];
        if (verb && verb.sentence === t.sentence && /^(?:is|was|has)$/.test(verb.word.folded)) {
          const singular = pluralNoun(t) ?? (/^(?:people|men|women|children)$/.test(t.word.folded) ? t.word.folded : undefined);
          if (!singular || UNITS.has(singular) || /^(?:years?|months?|days?|weeks?|dollars?|euros?|percent|times?|decade|hundred|thousand|million)$/.test(singular) || nounish(t.word.folded) < -10) return;
          const after = tokens[k + 2]?.word.folded ?? '';
          if (/^(?:enough|too|a|not|what|the|more|less|still|already|only)$/.test(after) || posOf(document, t) !== 'NOUN' || /^(?:that|which|who)$/.test(tokens[k - 1]?.word.folded ?? '')) return;
          flag('verb', verb, [PLURAL[verb.word.folded]!], 0.66, 'The subject is more than one: the verb needs its plural.');
          return;
        }
        if (endsPhrase(t, t.sentence) && t.word.folded !== 'of') return;
      }
    }

    /** "any missile or drones" */
    function either(i: number): void {
      for (let k = i + 1; k < i + 4; k++) {
        const one = tokens[k];
        if (one?.kind !== 'word' || one.sentence !== tokens[i]!.sentence) return;
        if (tokens[k + 1]?.word.folded !== 'or') continue;
        const plural = countNoun(one);
        if (plural && tokens[k + 2] && pluralNoun(tokens[k + 2]!) && nounish(one.word.folded) >= 10) flag('plural', one, [plural], 0.45, 'The other half of the pair is a plural.');
        return;
      }
    }

    /** "each of the teams have" */
    function eachOf(i: number): void {
      if (tokens[i + 1]?.word.folded !== 'of' || !/^(?:the|his|her|its|their|our|these|those)$/.test(tokens[i + 2]?.word.folded ?? '')) return;
      const before = document.before(tokens[i]!);
      if (before && !/^(?:[,“"]|that|and|but|because|while)$/.test(before.text)) return;
      for (let k = i + 3; k < i + 7; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== tokens[i]!.sentence) return;
        if (/^(?:are|were|have)$/.test(t.word.folded)) {
          if (k > i + 3 && pluralNoun(tokens[k - 1]!)) flag('verb', t, [SINGULAR[t.word.folded]!], 0.7, 'The subject is one: the verb needs its singular.');
          return;
        }
        if (endsPhrase(t, t.sentence)) return;
      }
    }

    /** "There is many reasons", "There was three people" */
    function existence(i: number): void {
      const verb = tokens[i + 1];
      if (/^(?:only|just|also|still|now|already|currently|about|around)$/.test(tokens[i + 2]?.word.folded ?? '')) i++;
      const many = tokens[i + 2];
      if (!verb || !many || many.sentence !== tokens[i]!.sentence || !/^(?:is|was|has)$/.test(verb.word.folded)) return;
      const {folded} = many.word;
      const noun = tokens[i + 3];
      const {last} = document.sentences[many.sentence]!;
      if (tokens[last]!.text === '?') return;
      const digits = many.kind === 'number' && /^(?:[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+)$/.test(many.text);
      const counted = digits || BASE_NUMBERS.has(folded);
      const sure = counted && noun?.kind === 'word' && noun.sentence === many.sentence && noun.word.shape === 'lower' && /[a-z]{3}s$/.test(noun.text) && !UNITS.has(noun.word.folded.replace(/s$/, '')) && posOf(document, noun) === 'NOUN' || (digits || /^(?:no|any|some|many|several|numerous|various|few|two|three|four|five|six|seven|eight|nine|ten)$/.test(folded)) && noun?.kind === 'word' && noun.sentence === many.sentence && (pluralNoun(noun) !== undefined || /^(?:people|men|women|children)$/.test(noun.word.folded) || tokens[i + 4] !== undefined && pluralNoun(tokens[i + 4]!) !== undefined && posOf(document, noun) === 'ADJ') && !UNITS.has(noun.word.folded.replace(/s$/, ''));
      const bare = pluralNoun(many) !== undefined && endsPhrase(tokens[i + 3], many.sentence) && posOf(document, many) === 'NOUN';
      if (sure || bare) flag('verb', verb, [PLURAL[verb.word.folded]!], sure ? 0.8 : 0.55, 'What there is, is more than one: the verb needs its plural.');
    }

    /** "He do not", "She say that", "they was" */
    function pronoun(i: number): void {
      const subject = tokens[i]!;
      const verb = document.after(subject);
      if (verb?.kind !== 'word' || verb.word.shape !== 'lower') return;
      const before = document.before(subject);
      const {last} = document.sentences[subject.sentence]!;
      if (before && !/^(?:[,;:“"(—–]|that|because|but|and|although|while|which|where|what|whether|since|as|so|if|when|until|unless|before|after|how|why|than|once)$/i.test(before.text) || tokens[last]!.text === '?' || tokens[last - 1]?.text === '?') return;
      if (before) for (let k = before.index; k > before.index - 14 && tokens[k]?.sentence === subject.sentence; k--) if (/^(?:demand|demands|demanded|ask|asks|asked|insist|insists|insisted|recommend|recommends|recommended|propose|proposes|proposed|suggest|suggests|suggested|require|requires|required|order|ordered|urge|urged|request|requested|important|essential|necessary|vital|crucial|condition|lest|do|does|did|let|make|help|see|hear|wish|wishes|wished|had|so|nor|neither|proposal|imperative|preferable|insistence|prefer|preferred|will|would|can|could|should|may|might|must)$/.test(tokens[k]!.word.folded)) return;
      const {folded} = verb.word;
      const plural = subject.word.folded === 'they' || subject.word.folded === 'we';
      if (plural) {
        const right = PLURAL[folded];
        if (right) flag('verb', verb, [right], 0.72, 'The subject is more than one.');
        else if (folded.endsWith('s') && !folded.endsWith('ss') && baseOfThird(folded) && hardlyNoun(baseOfThird(folded)!)) flag('verb', verb, [baseOfThird(folded)!], 0.78, 'The subject is more than one.');
        return;
      }
      const right = folded === 'were' || folded === "weren't" ? undefined : SINGULAR[folded];
      if (right) flag('verb', verb, [right], 0.78, 'The subject is one: the verb needs its singular.');
      else if (hardlyNoun(folded) && !/^(?:be|come|become|let|put|cut|set|run|read|hit|beat|cost|better|rather|best|please|spread|shut|quit|bet|overcome|not)$/.test(folded) && (folded !== 'go' || !before) && (pairCount(subject.word.folded, folded) < 60 || folded === 'go')) flag('verb', verb, [thirdOf(folded)], 0.66, 'The subject is one: the verb needs its singular.');
    }

    /** "Everyone have the right" */
    function everybody(i: number): void {
      let verb = document.after(tokens[i]!);
      if (verb?.word.folded === 'else') verb = document.after(verb);
      if (!verb) return;
      // "everyone who want"
      if (verb.word.folded === 'who') {
        verb = document.after(verb);
        if (verb?.kind === 'word' && verb.word.shape === 'lower' && /body$|one$/.test(tokens[i]!.word.folded) && /^(?:want|need|live|work|know|think|believe|come|wish|go|try|have|are|were)$/.test(verb.word.folded)) flag('verb', verb, [SINGULAR[verb.word.folded] ?? thirdOf(verb.word.folded)], 0.78, 'The subject is one: the verb needs its singular.');
        return;
      }
      if (hardlyNoun(verb.word.folded) && verb.word.shape === 'lower' && !AMBIGUOUS.test(verb.word.folded)) {
        if (document.opensSentence(tokens[i]!) && !governed(i) && tokens[document.sentences[verb.sentence]!.last]!.text !== '?' && gainOf(document, verb.index, verb.index, [thirdOf(verb.word.folded)]) > -1) flag('verb', verb, [thirdOf(verb.word.folded)], 0.75, 'The subject is one: the verb needs its singular.');
        return;
      }
      if (!SINGULAR[verb.word.folded] || verb.word.folded === 'do') return;
      const before = document.before(tokens[i]!);
      if (before && !/^(?:[,“"]|that|because|but)$/.test(before.text) || before?.word.folded === 'that' && /^(?:ask|demand|insist|recommend|suggest|propos|requir|important|essential|necessary)/.test(document.before(before)?.word.folded ?? '')) return;
      flag('verb', verb, [SINGULAR[verb.word.folded]!], 0.8, 'The subject is one: the verb needs its singular.');
    }

    /** "This results show", "in this areas" */
    function demonstrative(i: number): boolean {
      const first = tokens[i]!;
      const noun = document.after(first);
      // "This are not elections"
      if (first.word.folded === 'this' && noun && /^(?:are|were)$/.test(noun.word.folded) && noun.word.shape === 'lower' && (document.opensSentence(first) || document.before(first)?.text === ',')) {
        flag('determiner', first, [first.word.shape === 'capital' ? 'These' : 'these'], 0.85, 'The verb is plural.');
        return true;
      }
      const next = noun && document.after(noun);
      if (!noun || pluralNoun(noun) === undefined || nounish(noun.word.folded) < 0 || noun.text.includes("'")) return false;
      const before = document.before(first)?.word.folded ?? '';
      const right = first.word.folded === 'this' ? 'these' : 'those';
      const put = (confidence: number) => {
        flag('determiner', first, [first.word.shape === 'capital' ? right[0]!.toUpperCase() + right.slice(1) : right], confidence, 'The noun is more than one.');
        return true;
      };
      const prep = /^(?:in|of|with|for|from|by|at|on|to|against|about|under|during|through|between|all)$/.test(before);
      if (first.word.folded === 'this' && prep && endsPhrase(next, first.sentence) && posOf(document, noun) === 'NOUN') return put(0.75);
      if (next && /^(?:are|were|have|do)$/.test(next.word.folded) && (first.word.folded === 'this' || document.opensSentence(first)) && posOf(document, noun) === 'NOUN') return put(0.78);
      if (first.word.folded === 'this' && next && (VERBS.has(next.word.folded) || /^(?:show|mean|need|help|lead|cause)$/.test(next.word.folded)) && document.opensSentence(first) && posOf(document, noun) === 'NOUN') return put(0.72);
      if (first.word.folded === 'this' && next && /^(?:will|would|can|could|should|must|may|might)$/.test(next.word.folded) && document.opensSentence(first) && next.sentence === first.sentence) return put(0.72);
      return false;
    }

    /** "much houses", "less visitors" */
    function mass(i: number): void {
      const noun = document.after(tokens[i]!);
      if (noun?.word.folded === 'people' && tokens[i]!.word.folded === 'much' && !/^(?:as|not|so|how|very)$/.test(document.before(tokens[i]!)?.word.folded ?? '')) return flag('quantity', tokens[i]!, [tokens[i]!.word.shape === 'capital' ? 'Many' : 'many'], 0.7, 'The noun can be counted.');
      if (!noun || pluralNoun(noun) === undefined && !(noun.kind === 'word' && noun.text.length === 4 && noun.word.shape === 'lower' && tokens[i]!.word.folded === 'much' && singularOf(noun.word.folded) !== undefined && tokens[i - 1]?.word.folded === 'too') || !endsPhrase(tokens[noun.index + 1], noun.sentence) || posOf(document, noun) !== 'NOUN') return;
      const before = document.before(tokens[i]!)?.word.folded ?? '';
      if (/^(?:as|so|too|how|very|no|or|is|was|are|were|'s)$/.test(before) && tokens[i]!.word.folded === 'less' || tokens[noun.index + 1]?.text === '-' || UNITS.has(pluralNoun(noun) ?? '')) return;
      flag('quantity', tokens[i]!, [tokens[i]!.word.folded === 'much' ? 'many' : 'fewer'], tokens[i]!.word.folded === 'much' ? 0.78 : 0.35, 'The noun can be counted.');
    }

    /** "most of people", "many of people": a quantity with "of" before a bare plural. */
    function quantityOf(i: number): void {
      if (!BARE_QUANTITY.has(tokens[i]!.word.folded) || tokens[i + 1]?.word.folded !== 'of') return;
      const noun = tokens[i + 2];
      if (noun?.kind !== 'word' || noun.sentence !== tokens[i]!.sentence || noun.word.shape !== 'lower' || !(pluralNoun(noun) || noun.word.folded === 'people') || !endsPhrase(tokens[i + 3], noun.sentence) && posOf(document, tokens[i + 3]!) !== 'VERB') return;
      report({kind: 'quantity', start: tokens[i + 1]!.start, end: noun.start, proposals: [''], confidence: 0.72, note: 'Without an article or pronoun there is no “of”.'});
    }

    /** "hundreds protesters" */
    function bareQuantity(i: number): void {
      const first = tokens[i]!;
      const noun = document.after(first);
      const before = document.before(first)?.word.folded ?? '';
      if (!noun?.spaced || noun.word.shape !== 'lower' || !(pluralNoun(noun) || noun.word.folded === 'people') || !endsPhrase(tokens[noun.index + 1], noun.sentence) && posOf(document, tokens[noun.index + 1]!) !== 'VERB') return;
      if (first.word.folded === 'lots' && noun.word.folded !== 'people' || NUMBER_WORDS.has(before) || tokens[i - 1]?.kind === 'number' || before === 'several') return;
      report({kind: 'quantity', start: first.start, end: first.end, proposals: [`${first.text} of`], confidence: 0.8, note: 'Such a quantity takes “of”.'});
    }

    /** "others countries", "3 millions euros" */
    function adjective(i: number): void {
      const first = tokens[i]!;
      const {folded} = first.word;
      const noun = document.after(first);
      if (noun?.kind !== 'word' || !noun.spaced || noun.word.shape !== 'lower' || first.word.shape !== 'lower') return;
      const before = tokens[i - 1];
      if (/^(?:thousand|million|billion|hundred)s$/.test(folded)) {
        const number = before?.kind === 'number' || before?.word.folded === 'several' || NUMBER_WORDS.has(before?.word.folded ?? '');
        if (!number || before!.sentence !== first.sentence) return;
        if (noun.word.folded === 'of' && tokens[i + 2]?.kind === 'word' && tokens[i + 2]!.word.shape === 'lower' && !FUNCTION_WORDS.has(tokens[i + 2]!.word.folded)) report({kind: 'adjective', start: first.start, end: noun.end, proposals: [ADJECTIVES[folded]!], confidence: 0.85, note: 'Behind a number these have no plural.'});
        else if (pluralNoun(noun) || /^(?:people|euros|dollars|men|women|children|men)$/.test(noun.word.folded)) flag('adjective', first, [ADJECTIVES[folded]!], 0.88, 'Behind a number these have no plural.');
        return;
      }
      if (!pluralNoun(noun) && !/^(?:people|men|women|children)$/.test(noun.word.folded) || !endsPhrase(tokens[i + 2], noun.sentence) && posOf(document, tokens[i + 2]!) !== 'VERB') return;
      if (folded === 'firsts') return;
      flag('adjective', first, [ADJECTIVES[folded]!], folded === 'others' ? 0.78 : 0.88, 'Adjectives have no plural in English.');
    }

    function stopsAnd(last: Token): boolean {
      return tokens[last.index + 1]?.word.folded === 'and';
    }

    /** "one of the minister", "all the student" */
    function oneOf(i: number, shift = 2): void {
      if (shift === 1) {
        const noun = tokens[i + 2];
        const plural = noun && countNoun(noun);
        const next = tokens[i + 3];
        if (!plural || COLLECTIVE.has(noun.word.folded) || noun.word.shape !== 'lower' || nounish(noun.word.folded) < 30 || !/^(?:of|in|who|that|are|were|have|from|at)$/.test(next?.word.folded ?? '') || next!.sentence !== noun.sentence || TIME_WORDS.has(noun.word.folded) || /^(?:world|country|way|money|family|attention|city|region|town|area|place|house|body|village|world|book|film|island|book|site|network|system|world)$/.test(noun.word.folded)) return;
        if (posOf(document, noun) === 'NOUN') flag('plural', noun, [plural], /^(?:are|were|have|who)$/.test(next!.word.folded) ? 0.6 : 0.3, 'More than one: the noun needs its plural.');
        return;
      }
      if (tokens[i + 1]?.word.folded !== 'of' || !/^(?:the|his|her|its|their|our|these|those)$/.test(tokens[i + 2]?.word.folded ?? '')) return;
      const last = head(i + 3);
      if (!last) return;
      for (let k = i + 3; k < last.index; k++) if (tokens[k]!.word.shape !== 'lower' || pluralNoun(tokens[k]!) || Object.hasOwn(ODD_PLURALS, tokens[k]!.word.folded) || tokens[k]!.word.folded === 'people' || NUMBER_WORDS.has(tokens[k]!.word.folded)) return;
      const plural = countNoun(last);
      const ranked = last.index > i + 3 && /(?:[a-z]{3}est|^most|^best|^worst|^main|^leading)$/.test(tokens[i + 3]!.word.folded);
      if (!plural || COLLECTIVE.has(last.word.folded) && !ranked || nounish(last.word.folded) < 30 || last.index === i + 3 && /^(?:most|best|world|city|book|film|day|sand|bait)$/.test(last.word.folded)) return;
      if (posOf(document, last) !== 'NOUN') return;
      flag('plural', last, [plural], 0.6, 'One of several: the noun needs its plural.');
    }

    /** "a researchers", "every countries", "a news" */
    function single(i: number): void {
      const first = tokens[i]!;
      const {folded} = first.word;
      const quote = /^["“]$/.test(tokens[i + 1]?.text ?? '') ? 1 : 0;
      const one = tokens[i + 1 + quote];
      if (one?.kind !== 'word' || one.sentence !== first.sentence || one.word.shape !== 'lower' || !one.spaced && !quote || first.text === 'A' && !document.opensSentence(first)) return;
      if ((folded === 'a' || folded === 'an') && ONE_OF.has(one.word.folded) && endsPhrase(tokens[i + 2], first.sentence)) {
        const noun = one.word.folded;
        report({kind: 'uncountable', start: first.start, end: one.end, proposals: noun === 'progress' ? ['progress'] : [`${first.text[0] === 'A' ? 'A' : 'a'} piece of ${noun}`, noun], confidence: 0.85, note: 'English does not count this noun: it takes no a or an.'});
        return;
      }
      if (folded === 'a' || folded === 'an') {
        let at = i + 1;
        while (at < i + 4 && tokens[at + 1]?.sentence === first.sentence && tokens[at]!.kind === 'word' && tokens[at]!.word.shape === 'lower' && !Object.hasOwn(NO_ARTICLE, tokens[at]!.word.folded)) at++;
        const noun = tokens[at]!.word.folded;
        const before = tokens.slice(i + 1, at);
        if (at > i + 1 && !quote && Object.hasOwn(NO_ARTICLE, noun) && (endsPhrase(tokens[at + 1], first.sentence) || /^(?:last|this|yesterday|when|where|that|after|before|during|until)$/.test(tokens[at + 1]!.word.folded))
          && before.every((t) => posOf(document, t) === 'ADJ' && !/^(?:little|certain|good|big|great)$/.test(t.word.folded) || NO_ARTICLE[noun]?.test(t.word.folded)) && (NO_ARTICLE[noun] === undefined || before.some((t) => NO_ARTICLE[noun]!.test(t.word.folded)))) {
          report({kind: 'uncountable', start: first.start, end: one.end, proposals: [first.text === 'A' || first.text === 'An' ? inCaseOf('Xx', one.text) : one.text], confidence: 0.62, note: `English does not count “${noun}”: it takes no a or an.`});
          return;
        }
      }
      if (Object.hasOwn(ODD_PLURALS, one.word.folded)) {
        if (endsPhrase(tokens[i + 2], first.sentence) || posOf(document, tokens[i + 2]!) === 'VERB') flag('determiner', one, [ODD_PLURALS[one.word.folded]!], 0.8, 'Only one: the noun needs its singular.');
        return;
      }
      const adjective = !pluralNoun(one);
      const last = adjective ? tokens[i + 2 + quote] : one;
      if (!last || last.sentence !== first.sentence || !endsPhrase(tokens[last.index + 1], first.sentence) && !(/^(?:each|every)$/.test(folded) && (posOf(document, tokens[last.index + 1]!) === 'VERB' || /^(?:a|an|the|his|her|its|their)$/.test(tokens[last.index + 1]!.text))) && !(quote && /^["”]$/.test(tokens[last.index + 1]?.text ?? ''))) return;
      const singular = pluralNoun(last);
      if (!singular || last.index > i + 1 + quote && (!last.spaced || NUMBER_WORDS.has(one.word.folded) || /^(?:few|great|good|dozen|couple|lot|further|full|mere|whole|record|single|bit|little|many|hundred|half|more|women|men)$/.test(one.word.folded))) return;
      if (last.text.includes("'") || tokens[last.index + 1]?.text === '’' || tokens[last.index + 1]?.text === '-') return;
      // Behind "each" and "every" hardly anything else stands than a noun.
      const sole = /^(?:each|every)$/.test(folded) && !adjective && !/^(?:other|of|and|or)$/.test(tokens[last.index + 1]?.word.folded ?? '');
      if ((adjective && isRare(last.word.folded) ? 10 : nounish(last.word.folded)) < (sole ? 0 : folded === 'each' || folded === 'a' || folded === 'an' ? 45 : 10) || /^(?:waters|thumbs|talks)$/.test(last.word.folded) || document.before(first)?.text === '-') return;
      if (folded === 'another' && adjective) return;
      const tag = posOf(document, last);
      if (tag !== 'NOUN' || adjective && posOf(document, one) !== 'ADJ') return;
      // "a powerful devices": the one or the other is too much.
      if (adjective && !quote && /^an?$/.test(folded)) {
        const between = document.text.slice(first.end, last.start);
        return report({kind: 'determiner', start: first.start, end: last.end, proposals: [`${first.text}${between}${singular}`, inCaseOf(first.text === 'a' || first.text === 'an' ? 'x' : 'Xx', `${between.trimStart()}${last.text}`)], confidence: 0.55, note: 'Only one: the noun needs its singular.'});
      }
      flag('determiner', last, [singular], folded === 'a' || folded === 'an' ? (adjective ? 0.55 : 0.7) : 0.8, 'Only one: the noun needs its singular.');
    }

    /** "The United States are" */
    function united(i: number): void {
      const verb = document.after(tokens[i]!);
      const the = tokens[i - 2];
      if (!verb || the?.word.folded !== 'the' || !opensClause(document, the) || /^(?:and|if)$/.test(document.before(the)?.word.folded ?? '') || !Object.hasOwn(SINGULAR, verb.word.folded) || verb.word.folded === 'do') return;
      flag('verb', verb, [SINGULAR[verb.word.folded]!], 0.62, 'A single state or body takes a singular verb.');
    }

    /** "people who lives here", "those who has paid" */
    function relative(i: number): void {
      const noun = document.before(tokens[i]!);
      const verb = document.after(tokens[i]!);
      if (noun?.kind === 'word' && verb && /^(?:have|are|were)$/.test(verb.word.folded) && countNoun(noun) && !COLLECTIVE.has(noun.word.folded) && /^(?:the|a|an|this|that|his|her)$/.test(document.before(noun)?.word.folded ?? '') && !/^(?:of|and|or|with|than|not)$/.test(tokens[noun.index - 2]?.word.folded ?? '') && posOf(document, noun) === 'NOUN') return flag('verb', verb, [SINGULAR[verb.word.folded]!], 0.6, 'The subject is one: the verb needs its singular.');
      if (noun?.kind !== 'word' || verb?.kind !== 'word' || verb.word.shape !== 'lower' || !(/^(?:people|those|men|women|children)$/.test(noun.word.folded) || pluralNoun(noun) && posOf(document, noun) === 'NOUN')) return;
      const w = verb.word.folded;
      const next = tokens[verb.index + 1];
      const right = Object.hasOwn(PLURAL, w) ? PLURAL[w] : baseOfThird(w);
      if (!right || !Object.hasOwn(PLURAL, w) && (posOf(document, verb) !== 'VERB' || next?.kind === 'word' && pluralNoun(next) && !FUNCTION_WORDS.has(next.word.folded))) return;
      // "one of the people who has", "the son of farmers who is", "the number of men who was": somebody else may be meant.
      for (let k = noun.index - 1; k > noun.index - 6; k--) {
        const t = tokens[k];
        if (!t || t.sentence !== noun.sentence || t.kind !== 'word') break;
        if (/^(?:of|with|to|from|for|by|and|in|on|at)$/.test(t.word.folded)) return;
      }
      flag('verb', verb, [right], 0.62, 'The subject is more than one: the verb needs its plural.');
    }

    /** "people is", "the news were", "the police has" */
    function subject(i: number): void {
      const noun = tokens[i]!;
      const verb = document.after(noun);
      if (!verb || noun.word.shape === 'upper') return;
      const {folded} = verb.word;
      if (noun.word.folded === 'news') {
        const the = document.before(noun);
        if (!/^(?:are|were|have)$/.test(folded) || the && !/^(?:the|this|these|bad|good|such|latest)$/.test(the.word.folded)) return;
        flag('verb', verb, [folded === 'are' ? 'is' : folded === 'were' ? 'was' : 'has'], 0.9, 'News is singular in English.');
        return;
      }
      if (!PEOPLE_WORK.has(folded) || noun.word.shape === 'capital' && !document.opensSentence(noun)) return;
      let first = noun;
      const adjective = document.before(noun);
      if (adjective?.kind === 'word' && (adjective.word.folded === 'the' && noun.word.folded === 'police' || /^(?:many|most|some|young|old|local|ordinary|these|those|several|few)$/.test(adjective.word.folded))) first = adjective;
      const start = document.before(first);
      const clause = !start || /^[“"]$/.test(start.text) || /^(?:that|because|although|while|where)$/.test(start.word.folded) || start.text === ',' && noun.word.folded === 'people';
      if (!clause) return;
      flag('verb', verb, [folded === 'is' ? 'are' : folded === 'was' ? 'were' : 'have'], noun.word.folded === 'people' ? 0.85 : 0.6, `${noun.word.folded === 'people' ? 'People' : 'Police'} takes a plural verb.`);
    }

    /** "the researcher describe", "the researchers is", "the arrival of the train were" */
    function determined(i: number): void {
      const first = tokens[i]!;
      const noun = tokens[i + 1];
      const verb = tokens[i + 2];
      if (!noun || !verb || verb.kind !== 'word' || verb.sentence !== first.sentence || noun.kind !== 'word' || noun.word.shape !== 'lower') return;
      const {folded} = verb.word;
      const base = VERBS.has(folded);
      const many = folded === 'are' || folded === 'were';
      const one = PEOPLE_WORK.has(folded);
      if (!base && !many && !one && folded !== 'of') return;
      const before = document.before(first);
      if (before && /^(?:and|or|but|if|as|though|nor)$/.test(before.word.folded)) return;
      const {first: start} = document.sentences[first.sentence]!;
      // "In a study published on Thursday, the researcher describe"
      const led = base && before?.text === ',' && /^(?:in|after|before|according|on|at|since|during|for|with|using|when)$/.test(tokens[start]!.word.folded);
      if (!opensClause(document, first) && !led) return;
      if (folded === 'of' && noun.word.folded === 'number' && first.word.folded === 'the') {
        for (let k = i + 3; k < i + 7; k++) {
          const t = tokens[k];
          if (!t || t.sentence !== first.sentence || t.kind !== 'word') return;
          if (/^(?:have|are|were)$/.test(t.word.folded) && (pluralNoun(tokens[k - 1]!) || /^(?:people|women|men|children)$/.test(tokens[k - 1]!.word.folded))) return flag('verb', t, [SINGULAR[t.word.folded]!], 0.75, '“The number of” takes a singular verb.');
          if (endsPhrase(t, first.sentence)) return;
        }
        return;
      }
      if (folded === 'of' && pluralNoun(noun) && nounish(noun.word.folded) > 0) {
        // "the prices of bread has"
        for (let k = i + 3; k < i + 7; k++) {
          const t = tokens[k];
          if (!t || t.sentence !== first.sentence || t.kind !== 'word') return;
          if (PEOPLE_WORK.has(t.word.folded)) {
            if (k > i + 3 && !pluralNoun(tokens[k - 1]!) && tokens[k - 1]!.word.shape === 'lower' && posOf(document, noun) === 'NOUN' && posOf(document, tokens[k - 1]!) === 'NOUN') flag('verb', t, [PLURAL[t.word.folded]!], 0.66, 'The subject is more than one: the verb needs its plural.');
            return;
          }
          if (endsPhrase(t, first.sentence)) return;
        }
        return;
      }
      if (folded === 'of') {
        const second = tokens[i + 3];
        const k = second && /^(?:the|his|her|its|their|this|a|an)$/.test(second.word.folded) ? i + 4 : i + 3;
        const inner = tokens[k];
        const late = tokens[k + 1];
        if (!inner || !late || late.sentence !== first.sentence || !/^(?:are|were)$/.test(late.word.folded) || !countNoun(inner) || COLLECTIVE.has(inner.word.folded) || COLLECTIVE.has(noun.word.folded) || !countNoun(noun) && !/^(?:death|arrival|news)$/.test(noun.word.folded) || nounish(noun.word.folded) < 10) return;
        flag('verb', late, [late.word.folded === 'are' ? 'is' : 'was'], 0.75, 'The subject is one thing: the verb needs its singular.');
        return;
      }
      if (one) {
        const singular = pluralNoun(noun);
        if (!singular || nounish(noun.word.folded) < 5 || posOf(document, noun) !== 'NOUN') return;
        flag('verb', verb, [folded === 'is' ? 'are' : folded === 'was' ? 'were' : 'have'], 0.65, 'The subject is more than one: the verb needs its plural.');
        return;
      }
      const plural = countNoun(noun);
      if (!plural || COLLECTIVE.has(noun.word.folded) || nounish(noun.word.folded) < 18 || before && /^(?:that|if)$/.test(before.word.folded) && base && /^(?:ask|demand|recommend|suggest|insist|require|propos|urge|request|important|essential|necessary|crucial|vital)/.test(tokens[before.index - 1]?.word.folded ?? '')) return;
      if (posOf(document, noun) !== 'NOUN') return;
      if (many) flag('verb', verb, [folded === 'are' ? 'is' : 'was'], 0.6, 'The subject is one: the verb needs its singular.');
      else {
        // Of a president there is one: then it is the verb that lost its ending.
        const verbEdit = {start: verb.start, end: verb.end, text: folded === 'have' ? 'has' : thirdOf(folded)};
        const one = UNIQUE.test(noun.word.folded);
        report({kind: 'verb', start: one ? verb.start : noun.start, end: one ? verb.end : noun.end, proposals: one ? [verbEdit, {start: noun.start, end: noun.end, text: plural}] : [plural, verbEdit], confidence: folded === 'have' || folded === 'say' ? 0.7 : 0.65, note: 'The verb is plural, its subject singular: one of the two has lost its ending.'});
      }
    }
  },
});
