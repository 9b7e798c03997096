import {ask, Question} from '../src/document/ask.ts';
import type {Document} from '../src/document/document.ts';
import {DAYS, DETERMINERS, FUNCTION_WORDS, inCaseOf, MONTHS, NUMBER_WORDS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {wordOf, wordQuestion} from '../src/document/word.ts';
import {activeVerb, BE, HAVE, TIME_WORDS, wordAt} from '../src/evidence/clause.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {isHeadline} from '../src/evidence/headline.ts';
import {indefiniteBefore} from '../src/evidence/indefinite.ts';
import {countNoun, needsDeterminer, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {usageIn, usageOf} from '../src/evidence/usage.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag, isEnglish, pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';
import {bodyPart} from './article/body.ts';
import {described, mayBeDescribed} from './article/described.ts';
import {withoutThe} from './article/general.ts';
import {loneNoun, mayBeLone} from './article/lone.ts';
import {beforeName, beforePerson, partOfCountry} from './article/named.ts';
import {besideNoun, mayBeBeside} from './article/nouns.ts';
import {ofSeveral} from './article/of-several.ts';
import {mayBePredicate, predicate} from './article/predicate.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly right: string;
  readonly missing: boolean;
}
interface Data {
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** First words of the phrases, which are keyed by their first two. */
  readonly firsts: ReadonlySet<string>;
  readonly countable: ReadonlySet<string>;
  readonly mass: ReadonlySet<string>;
  readonly massVerbs: ReadonlySet<string>;
  readonly general: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly portfolios: ReadonlySet<string>;
  readonly bareNames: ReadonlySet<string>;
  readonly generalPairs: ReadonlySet<string>;
  /** First words of {@link generalPairs}. */
  readonly pairFirsts: ReadonlySet<string>;
  readonly bareBodies: ReadonlySet<string>;
  /** The first two words of names with `the`. */
  readonly names: ReadonlySet<string>;
  /** Their first words, lower case. */
  readonly nameFirsts: ReadonlySet<string>;
  /** Names of one word with `the`, as they are written. */
  readonly withThe: ReadonlySet<string>;
}

let data: Data | undefined;

function load(): Data {
  const raw = readData<Record<string, string> & {phrases: Record<string, string>}>('articles');
  const set = (key: string) => new Set((raw[key] as string).split(' '));
  const phrases = new Map<string, Phrase[]>();
  const firsts = new Set<string>();
  for (const [wrong, right] of Object.entries(raw.phrases)) {
    const words = wrong.split(' ');
    const key = `${words[0]} ${words[1]}`;
    const list = phrases.get(key) ?? [];
    list.push({words, right, missing: right.length > wrong.length});
    phrases.set(key, list);
    firsts.add(words[0]!);
  }
  const listed = (key: string) => (raw[key] as string).split(', ');
  const generalPairs = new Set(listed('general-pairs'));
  const names = new Set(listed('names').map((name) => name.split(' ').slice(0, 2).join(' ')));
  const bareNames = new Set(['europe', 'africa', 'asia', 'scandinavia', 'siberia', 'antarctica', 'catalonia', 'bavaria', 'sicily', 'brittany', 'galicia', 'tuscany', 'lombardy', 'andalusia', 'patagonia', 'california', 'texas', 'florida']);
  for (const name of readData<string[]>('countries')) if (!WITH_THE.test(name)) bareNames.add(name);
  return {phrases, firsts, countable: set('countable'), mass: set('mass'), massVerbs: set('mass-verbs'), general: set('general'), languages: set('languages'), speakers: set('speakers'), portfolios: set('portfolios'), bareNames, generalPairs, pairFirsts: new Set([...generalPairs].map((pair) => pair.split(' ')[0]!)), bareBodies: set('bare-bodies'), withThe: set('with-the'), names, nameFirsts: new Set([...names].map((name) => name.split(' ')[0]!.toLowerCase()))};
}

/** Countries that have "the", share their name with a river or a common word. */
const WITH_THE = /^(?:netherlands|philippines|bahamas|gambia|maldives|seychelles|comoros|congo|sudan|ukraine|lebanon|jordan|turkey|niger|senegal|yemen|vatican|georgia|chad|cuba|guinea|argentine|gabon|panama)$|[ -]/;
/** What is not counted, and so lacks without an article. */
const UNCOUNTED = new Set('evidence equipment information water money food fuel electricity staff personnel space oxygen sleep data funding medicine bread gas oil rain snow experience knowledge proof ammunition traffic'.split(' '));
/** Predicates that stand without an article: "became director of". */
const ROLES = /^(?:director|ambassador|envoy|deputy|spokesman|spokeswoman|spokesperson|professor|producer|editor|judge|prosecutor|candidate|senator|delegate|representative|doctor|number|issue|witness|champion|artist|actor|name)$/;
const TAKING = new Set('receive receives received sign signed signs own owns owned run runs ran build builds built open opened opens launch launched launches win won wins hold holds held need needs needed create created creates face faces faced pose poses posed adopt adopted adopts publish published offer offers offered submit submitted buy bought announced presented proposed'.split(' '));
/** First halves of hyphenated nouns in the list. */
const HALVES = new Set('top start run break cover follow lay sit stand show by cease spin take hand turn'.split(' '));
const BASES = /^(?:receive|sign|own|run|build|open|launch|win|hold|need|create|face|pose|adopt|publish|offer|submit|buy)$/;
const CLAUSE = /^(?:because|while|when|although|if|since|where|as)$/;
/** What one quotes, behind "according to". */
const DOCUMENTS = /^(?:audit|report|study|survey|investigation|poll|analysis|statement|estimate|document|source|indictment|inquiry|census|witness|newspaper|spokesman|spokeswoman|questionnaire|agency|ranking|forecast|eyewitness|calculation|article|review|assessment|bulletin|communique|notice)$/;
const UNITS = /^(?:hectare|acre|day|month|week|hour|minute|kilometre|kilometer|meter|metre|mile|tonne|ton|page|seat|bed|member|point|storey|story|megawatt|foot|inch|strong|year)$/;
const SUPERLATIVE = /^(?:largest|biggest|oldest|youngest|highest|lowest|longest|shortest|smallest|richest|poorest|strongest|weakest|fastest|slowest|worst|best|tallest|deepest|wealthiest|greatest|busiest|nearest|closest|newest|cheapest|finest|easiest|hardest|safest|hottest|coldest|wettest|driest|deadliest|heaviest|second-largest)$/;
const LINKS = new Set('in of at by for with to from on after before during against into through near about under as between via since until despite behind inside outside around over'.split(' '));
/** Who one works as. */
const PROFESSIONS = new Set('engineer teacher doctor lawyer nurse waiter waitress driver journalist cook cleaner pilot guard farmer programmer designer translator interpreter accountant architect electrician mechanic carpenter plumber secretary salesman saleswoman photographer reporter librarian dentist vet policeman firefighter builder painter singer dancer actor actress writer model consultant researcher scientist'.split(' '));
/** Titles before a name. */
const TITLES = new Set('president chancellor pope senator judge professor general speaker captain governor mayor secretary colonel major sergeant lieutenant admiral premier representative congressman congresswoman bishop archbishop cardinal sheikh sultan emperor doctor'.split(' '));
/** What has a part that is named with it: "the end of the war". */
const PARTS = /^(?:end|beginning|start|middle|rest|majority|outcome|cause|causes|consequences|course|heart|edge|half|third|quarter|percent|%|most|part|parts|bottom|top|centre|center|outskirts|future|fate|winner|result|results|head|leader|members|aftermath|mayor|population|residents|inhabitants|borders?)$/;
const MEALS = /^(?:lunch|dinner|breakfast|supper)$/;
/** Behind these a clause goes on that makes the noun definite. */
const DEFINES = /^(?:of|that|which|who|whose|where|he|she|they|we|you|i|it|between|behind|from)$/;
const ORDINAL = /^(?:second|third|fourth|fifth)$/;
/** Where a text has a word first. */
const FIRST = new Question((whole, word) => usageIn(whole).get(word)?.tokens[0]);

export default defineRule({
  id: 'article',
  summary: 'A the or a too many, one that is missing, or the wrong one of a and an',
  why: `Romance languages and Arabic put an article before whatever is meant in general (\`caused the panic\`, \`the Minister of the Culture\`), before countries and years; Slavic languages and Chinese have none (\`runs 9,000-hectare farm\`, \`in east of the country\`, \`has become priority\`).

Silent in headings and headlines, which drop articles, where what follows makes the noun definite (\`the panic of 1907\`), and before nouns that are countable only in one sense.`,
  category: 'article',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.5,
  needs: 0.3,
  kinds: {
    ...SMALL_EDIT,
    superfluous: 'A the that is not needed, or that stands in place of a',
    missing: 'An article that is missing',
    'a-or-an': 'The wrong one of a and an',
    doubled: 'An article beside another determiner',
  },
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'On Friday, company warned that prices would rise. She won 49.1% of the vote, electoral commission said. The fans stood there waving flag and singing.', flagged: ['company', 'electoral', 'flag'], fixed: 'On Friday, the company warned that prices would rise. She won 49.1% of the vote, the electoral commission said. The fans stood there waving the flag and singing.', mt: 'yes'},
      {text: 'They live in small village near the border and came with inflatable duck.', flagged: ['small', 'inflatable'], fixed: 'They live in a small village near the border and came with an inflatable duck.', mt: 'yes'},
      {text: 'The Minister of the Health met a old friend in the 2019.', flagged: ['the ', 'a', 'the '], fixed: 'The Minister of Health met an old friend in 2019.'},
      {text: 'The rumour caused the panic among tourists in the Scandinavia.', flagged: ['the ', 'the '], fixed: 'The rumour caused panic among tourists in Scandinavia.', mt: 'yes'},
      {text: 'The most of the voters in EU want a same law for the their children.', flagged: ['The ', 'EU', 'a', 'the '], mt: 'yes', fixed: 'Most of the voters in the EU want the same law for their children.'},
      {text: 'The last week, the council met. She spoke of a “island of peace”.', flagged: ['The last', 'a'], fixed: 'Last week, the council met. She spoke of an “island of peace”.', mt: 'yes'},
      {text: 'He spoke while the her mother wept.', flagged: ['the '], fixed: 'He spoke while her mother wept.'},
      {text: 'Water has become priority for the city.', flagged: ['priority'], fixed: 'Water has become a priority for the city.', mt: 'yes'},
      {text: 'They met the vice-president Ana Petrova. According to the Anna Nowak, the bridge is safe.', flagged: ['the ', 'the '], fixed: 'They met Vice President Ana Petrova. According to Anna Nowak, the bridge is safe.', mt: 'yes'},
      {text: 'He runs 200-hectare farm in west of the country.', flagged: ['200', 'west'], fixed: 'He runs a 200-hectare farm in the west of the country.', mt: 'yes'},
      {text: 'The head of one of village councils is one of active participants.', flagged: ['village', 'active'], fixed: 'The head of one of the village councils is one of the active participants.', mt: 'yes'},
      {text: 'She won 49% of vote in the spring 2027, and this is not end of the dispute.', flagged: ['vote', 'the ', 'end'], fixed: 'She won 49% of the vote in spring 2027, and this is not the end of the dispute.', mt: 'yes'},
      {text: 'He insisted that country cannot pay, and they put end to it, supreme court said.', flagged: ['country', 'end', 'supreme'], fixed: 'He insisted that the country cannot pay, and they put an end to it, the supreme court said.', mt: 'yes'},
      {text: 'The law was changed, and contract was signed in 19th century.', flagged: ['contract', '19th'], fixed: 'The law was changed, and the contract was signed in the 19th century.', mt: 'yes'},
      {text: 'It was second time that he lost. She is nurse in a hospital.', flagged: ['second', 'nurse'], fixed: 'It was the second time that he lost. She is a nurse in a hospital.', mt: 'yes'},
      {text: 'It is one of most important rivers, and such decision was taken for first time.', flagged: ['most', 'such', 'first'], fixed: 'It is one of the most important rivers, and such a decision was taken for the first time.', mt: 'yes'},
      {text: 'Prime minister said on Monday that it will start in the July. The climate change is a threat. European Union agrees with him. According to the analysts, the UEFA has agreed.', flagged: ['Prime', 'the ', 'The ', 'European', 'the ', 'the '], fixed: 'The prime minister said on Monday that it will start in July. Climate change is a threat. The European Union agrees with him. According to analysts, UEFA has agreed.', mt: 'yes'},
      {text: 'The residents need tents, blankets and the doctors. The Ministry of the Foreign Affairs spoke of the importance of the education for all. He was sentenced to the five years in prison at the 5th of May.', flagged: ['the ', 'the ', 'the ', 'the ', 'at'], fixed: 'The residents need tents, blankets and doctors. The Ministry of Foreign Affairs spoke of the importance of education for all. He was sentenced to five years in prison on the 5th of May.', mt: 'yes'},
      {text: 'The 10 May the president will leave. The Moscow\'s mayor met the Speaker Mike Johnson at the 8 in the morning, according to report published in May.', flagged: ['The', 'The ', 'the ', 'the ', 'report'], fixed: 'On 10 May the president will leave. Moscow\'s mayor met Speaker Mike Johnson at 8 in the morning, according to a report published in May.', mt: 'yes'},
      {text: 'Talks are planned for the Monday in Rome. He was freed for want of the evidence. At night it falls to the 4 degrees. It is the second crash of Mi-8 this year. They insist that the inflation is high.', flagged: ['the ', 'the ', 'the ', 'Mi', 'the '], fixed: 'Talks are planned for Monday in Rome. He was freed for want of evidence. At night it falls to 4 degrees. It is the second crash of a Mi-8 this year. They insist that inflation is high.', mt: 'yes'},
      {text: 'It was first time that he won. It is only hospital in the region. She is daughter of a fisherman, and it is pity that she left. They are doing same thing.', flagged: ['first', 'only', 'daughter', 'pity', 'same'], fixed: 'It was the first time that he won. It is the only hospital in the region. She is the daughter of a fisherman, and it is a pity that she left. They are doing the same thing.', mt: 'yes'},
      {text: 'He fell and broke the collarbone. At the 4.40 on Monday the Mount Etna erupted. The professor Rossi was in the nature.', flagged: ['the', 'the ', 'the ', 'The ', 'the '], fixed: 'He fell and broke his collarbone. At 4.40 on Monday Mount Etna erupted. Professor Rossi was in nature.', mt: 'yes'},
      {text: 'The rebels took the control of the town on Monday.', flagged: ['the '], fixed: 'The rebels took control of the town on Monday.', mt: 'yes'},
      {text: 'The house stands on Danube.', flagged: ['Danube'], fixed: 'The house stands on the Danube.', mt: 'yes'},
      {text: 'He was driving white van. She works in laboratory near the port. They were having the dinner when it struck. The FC Basel beat them, and he fled from the Syria. The match begins on the Saturday at eight.', flagged: ['white', 'laboratory', 'the ', 'The ', 'the ', 'the '], fixed: 'He was driving a white van. She works in a laboratory near the port. They were having dinner when it struck. FC Basel beat them, and he fled from Syria. The match begins on Saturday at eight.', mt: 'yes'},
      {text: 'The pickers in the central Tunisia come from the neighbouring Algeria. It is the third time in few years. Few days later, Lívia Moura won. “I slept well,” the Lívia said.', flagged: ['the ', 'the ', 'few', 'Few', 'the '], fixed: 'The pickers in central Tunisia come from neighbouring Algeria. It is the third time in a few years. A few days later, Lívia Moura won. “I slept well,” Lívia said.', mt: 'yes'},
      {text: 'Government, which owns the mine, denied it. Health minister, Anna Nowak, denied it too. The library, oldest in the country, opened a new wing. According to survey of 900 readers, the town has set up hotline. Nobody walks in such a weather.', flagged: ['Government', 'Health', 'oldest', 'survey', 'hotline', 'a '], fixed: 'The government, which owns the mine, denied it. The health minister, Anna Nowak, denied it too. The library, the oldest in the country, opened a new wing. According to a survey of 900 readers, the town has set up a hotline. Nobody walks in such weather.', mt: 'yes'},
    ],
    good: [
      {text: 'The third part of the "Rain and Snow" franchise has appeared, and a "Buy from us" campaign has begun.', mt: 'yes'},
      {text: 'In few cases it helps, and few years were so wet. The eastern Tunisia coast, the southern French and the northern Balkans are dry. The Kennedy family left.', mt: 'yes'},
      {text: 'The last week, 2019, was cold. The last Monday of May is a holiday, and the next day, she left. They call it a “European” affair.', mt: 'yes'},
      {text: 'He was held in correctional colony No. 2 and taught at boarding school 5.', mt: 'yes', from: 'ru'},
      {text: 'They care for the wounded, and he suffers from high fever. The team is in good condition. He lived in The Hague and near the Bosporus, and she left by train.', mt: 'yes'},
      {text: 'They came in large number, at close range, with equal amount of care, and held it to reasonable account under heavy fire.', mt: 'yes'},
      {text: 'The Hague\'s mayor met the 10 May deadline; the Kremlin\'s guests came at the 8 a.m. train, by the 10 May, and the General Douglas MacArthur statue fell.', mt: 'yes'},
      'An hour later a European, an MP and a one-time union man bought a unit.',
      'An 8-year-old and an 18th-century house, a 10-year deal, a US plan, an NGO.',
      'Farm in west of the country sold',
      {text: 'He left the hard -won town.', mt: 'yes'},
      {text: 'The panic of 1907 and the Scandinavia of old; the France coach won.', mt: 'yes'},
      {text: 'White House officials met. The NATO summit was short. Police said so.', mt: 'yes'},
      {text: 'No such decision has become law, and she became director of the school.', mt: 'yes'},
      {text: 'The Department of the Treasury and the Minister of the Interior met in the 2019 season.', mt: 'yes'},
      {text: 'He was in hospital, at school and in prison, and they make the most of the sun.', mt: 'yes'},
      {text: 'He raised the hand of the winner, and the ball broke the leg of the chair. It was last week, first class and second nature. It is only fair; she is mayor of Oslo and part of the team. The Lake District, the Mount Etna eruption, the captain Friday. At the 4.40 mark they stopped.', mt: 'yes'},
      {text: 'Serie A is a historic league, an historic one; Group A includes Peru.', mt: 'yes'},
    ],
  },
  weak: weakEdits('article'),
  explain: explainEdits,
  check(document, tell) {
    let told = 0;
    const report: typeof tell = (found) => {
      told++;
      tell(found);
    };
    const as = (kind: 'superfluous' | 'missing' | 'a-or-an' | 'doubled'): Put => (found) => report({...found, kind});
    const superfluous = as('superfluous');
    const missing = as('missing');
    const aOrAn = as('a-or-an');
    const doubled = as('doubled');
    data ??= load();
    const known = data;
    let sentence = -1;
    let headline = false;
    for (const token of document.ownTokens) {
      if (token.sentence !== sentence) {
        sentence = token.sentence;
        headline = isHeadline(document, sentence);
      }
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const w = token.word.folded;
      const list = token.kind === 'word' && known.firsts.has(w) ? known.phrases.get(`${w} ${document.tokens[token.index + 1]?.word.folded}`) : undefined;
      if (list) for (const phrase of list) if (!(phrase.missing && headline) && checkPhrase(document, token, phrase, phrase.missing ? missing : superfluous)) break;
      if (w === 'a' || w === 'an' || w === 'the') checkDoubled(document, token, w, doubled);
      if (token.kind === 'word' && !headline && token.word.shape !== 'lower') {
        if (known.withThe.has(token.text)) checkName(document, token, missing);
        if (token.word.shape === 'capital' && mayOpenName(token.word)) checkLongName(document, token, known, missing);
        if (document.sentences[sentence]!.first === token.index || /^["“]$/.test(document.tokens[token.index - 1]?.text ?? '') || /^[—–]$/.test(document.tokens[token.index - 1]?.text ?? '') && document.tokens[document.sentences[sentence]!.first]!.word.shape === 'upper' && token.index - document.sentences[sentence]!.first < 5) checkOpening(document, token, missing);
      }
      if (w === 'a' || w === 'an') {
        checkIndefinite(document, token, aOrAn);
        if (!headline) beforeName(document, token, superfluous);
      } else if (w === 'the') {
        const before = told;
        if (!bodyPart(document, token, superfluous) && !checkLast(document, token, superfluous) && !checkGeneral(document, token, superfluous)) checkThe(document, token, known, superfluous);
        if (told === before && !headline && !partOfCountry(document, token, (name) => known.bareNames.has(name), superfluous) && !beforePerson(document, token, superfluous)) beforeName(document, token, superfluous);
      }
      else if (token.word.shape !== 'lower' && MODELS.test(token.text)) checkModel(document, token, missing);
      else if (w === 'of') ofSeveral(document, token, missing);
      else if (!headline) {
        const before = told;
        if (!(token.kind === 'word' && mayBePredicate(token.word) && predicate(document, token, missing)) && !checkMissing(document, token, w, known, missing) && token.kind === 'word' && mayBeBare(token.word)) checkBare(document, token, known, missing);
        if (told === before && mayBeLone(token)) loneNoun(document, token, missing);
        if (told === before && mayBeBeside(token)) besideNoun(document, token, missing, superfluous);
      }
    }
  },
});

type Put = (r: Report) => void;

/** "The last week, the parliament approved the law": a time that is counted from now. */
function checkLast(document: Document, the: Token, report: Put): boolean {
  const {tokens} = document;
  const {sentence, index} = the;
  const [last, span, next] = [tokens[index + 1], tokens[index + 2], tokens[index + 3]];
  if (!/^(?:last|past)$/.test(last?.word.folded ?? '') || last!.word.shape !== 'lower' || !span || span.sentence !== sentence || next?.sentence !== sentence) return false;
  const day = DAYS.has(span.word.folded) && span.word.shape === 'capital';
  if (!day && !/^(?:week|month|year|weekend|night)$/.test(span.word.folded) || last!.word.folded === 'past' && !day) return false;
  const opens = document.opensSentence(the);
  const before = tokens[index - 1];
  if (!opens && !(before?.text === ',' && day) || !opens && before?.sentence !== sentence) return false;
  // "The last week, 2019, was cold", "The last Monday of May"
  if (next.text === ',' ? tokens[index + 4]?.kind === 'number' || !opens : !day || !/^(?:the|a|an|his|her|its|their|he|she|it|they|we|i)$/.test(next.word.folded)) return false;
  report({start: the.start, end: last!.end, proposals: [opens ? 'Last' : 'last'], confidence: 0.6, note: 'A time that is counted from now stands without an article.'});
  return true;
}

/** Whether the noun phrase ends before token `i`. */
function ends(document: Document, i: number, sentence: number): boolean {
  const t = document.tokens[i];
  if (!t || t.sentence !== sentence) return true;
  if (t.kind === 'punctuation') return t.text !== '-' && t.text !== '–' && !/^['’"“”]$/.test(t.text);
  return t.kind === 'word' && (FUNCTION_WORDS.has(t.word.folded) || NUMBER_WORDS.has(t.word.folded) || /^(?:last|yesterday|today)$/.test(t.word.folded)) && t.word.folded !== 'own';
}

function checkPhrase(document: Document, token: Token, {words, right, missing}: Phrase, report: Put): boolean {
  const {tokens} = document;
  const first = token.index;
  for (let k = 1; k < words.length; k++) if (wordAt(document, first + k, token.sentence) !== words[k] || tokens[first + k]!.word.shape !== 'lower') return false;
  const last = first + words.length - 1;
  const end = words.at(-1)!;
  if (tokens[last + 1]?.text === '-' && !tokens[last + 1]!.spaced) return false;
  if (!FUNCTION_WORDS.has(end) && end !== 'most' && !/^(?:largest|biggest|best|main|leading|oldest|first)$/.test(end) && !ends(document, last + 1, token.sentence)) return false;
  const before = document.before(token)?.word.folded ?? '';
  if (!missing && !FUNCTION_WORDS.has(end) && /^(?:of|where|that|which)$/.test(wordAt(document, last + 1, token.sentence) ?? '')) return false;
  if (words[0] === 'the' && /^(?:make|makes|made|making|get|getting|got|gets)$/.test(before)) return false;
  if (end === 'prison' && !/^(?:years?|months?|life|sentenced|jailed|spent|days|weeks|died)$/.test(before) && !BE.has(before)) return false;
  if (end === 'of' && words.length === 3 && missing && !/^(?:the|this|that|its|his|her|their|our|a|an|each|last|these|those)$/.test(wordAt(document, last + 1, token.sentence) ?? '') && tokens[last + 1]?.word.shape === 'lower' && words[1] !== 'result') return false;
  // Mark the smallest stretch around the difference.
  const put = right.split(' ');
  let a = 0;
  while (a < words.length && words[a] === put[a]) a++;
  let confidence = !missing && words.length === put.length ? 0.5 : missing ? 0.75 : end === 'prison' && BE.has(before) ? 0.5 : 0.85;
  if (/^(?:as rule|at moment|in past|in direction of|in wake of|by the phone|at the home|in history of|at level of|in process of)$/.test(words.join(' '))) confidence = 0.4;
  if (!missing && words[a] === 'the' && put.join(' ') === words.filter((_, k) => k !== a).join(' ')) {
    const the = tokens[first + a]!;
    report({start: the.start, end: tokens[the.index + 1]!.start, proposals: a === 0 && the.word.shape === 'capital' ? [{start: the.start, end: tokens[the.index + 1]!.end, text: inCaseOf('Xx', tokens[the.index + 1]!.text)}] : [''], confidence, note: 'This phrase has no `the`.'});
    return true;
  }
  if (missing && a > 0 && put.filter((_, k) => k !== a).join(' ') === words.join(' ')) {
    const at = tokens[first + a]!;
    report({start: at.start, end: at.end, proposals: [`${put[a]} ${at.text}`], confidence, note: 'This phrase has an article.'});
    return true;
  }
  report({start: token.start, end: tokens[last]!.end, proposals: [inCaseOf(token.text, right)], confidence, note: missing ? 'This phrase has an article.' : undefined});
  return true;
}

function checkIndefinite(document: Document, token: Token, report: Put): void {
  const mark = document.after(token);
  if (!mark?.spaced || token.word.shape === 'none') return;
  // "a “island of strangers”"
  const next = /^["“‘«]$/.test(mark.text) ? document.tokens[mark.index + 1] : mark;
  if (!next || next.sentence !== token.sentence || next !== mark && (next.spaced || next.word.shape === 'upper' || next.word.shape === 'mixed')) return;
  if (token.text !== 'a' && token.text !== 'an' && !(document.opensSentence(token) && (token.text === 'A' || token.text === 'An'))) return;
  const before = document.before(token);
  if (before && !before.spaced && before.kind === 'punctuation' && /^[-–/]$/.test(before.text)) return;
  const right = indefiniteBefore(next);
  if (!right || right === token.word.folded) return;
  // "a" as a word of another language, or as a grade.
  if (next === mark && next.word.shape !== 'lower' && next.kind === 'word' && !next.word.isName && next.word.shape !== 'upper') return;
  if (next.kind === 'word' && FUNCTION_WORDS.has(next.word.folded) && !/^(?:one|already|up|own|under|over|only|even|all|other|above)$/.test(next.word.folded)) return;
  if (before && before.kind === 'word' && before.word.shape !== 'lower' && next.word.shape !== 'lower') return;
  report({start: token.start, end: token.end, proposals: [inCaseOf(token.text === 'A' ? 'Xx' : token.text, right)], confidence: next.word.shape === 'lower' || next.kind === 'number' ? 0.9 : 0.8, evidence: 0.2, note: `\`${right}\` stands before this sound.`});
}

/** Leaves out "the", with the capital of a sentence that it opens. */
function checkGeneral(document: Document, token: Token, report: Put): boolean {
  const found = withoutThe(document, token);
  const next = document.after(token);
  if (!found || !next || ofOneThing(document, next)) return false;
  const capital = token.word.shape === 'capital' && next.word.shape === 'lower' || next.word.shape === 'lower' && /^(?:capital|upper)$/.test(document.tokens[next.index + 1]?.word.shape ?? '');
  const {title, ...why} = found;
  report({start: token.start, end: next.start, proposals: [title ? {start: token.start, ...title} : capital ? {start: token.start, end: next.end, text: inCaseOf('Xx', next.text)} : ''], ...why});
  return true;
}

/** "the accuracy and the scope of it": a noun that is that of one thing with the next one. */
function ofOneThing(document: Document, {index, sentence}: Token): boolean {
  return /^(?:and|or)$/.test(wordAt(document, index + 1, sentence) ?? '') && wordAt(document, index + 2, sentence) === 'the' && wordAt(document, index + 4, sentence) === 'of';
}

function checkThe(document: Document, token: Token, known: Data, report: Put): void {
  const {tokens} = document;
  const next = document.after(token);
  if (!next) return;
  const {sentence} = token;
  if (ofOneThing(document, next)) return;
  const cut = (confidence: number, note: string) => report({start: token.start, end: next.start, proposals: [token.word.shape === 'capital' && next.word.shape === 'lower' ? {start: token.start, end: next.end, text: inCaseOf('Xx', next.text)} : ''], confidence, note});
  const before = document.before(token)?.word.folded ?? '';
  const after = tokens[next.index + 1];
  const follow = wordAt(document, next.index + 1, sentence);
  const n = next.word.folded;
  if (next.kind === 'number') {
    // "at the 8 in the morning": hours; "The 10 May the president": a day, not what it is called after.
    if (before === 'at' && /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)$/.test(next.text) && (follow === 'of' && MONTHS.has(wordAt(document, next.index + 2, sentence) ?? '') || MONTHS.has(follow ?? ''))) {
      const at = tokens[token.index - 1]!;
      report({start: at.start, end: at.end, proposals: ['on'], confidence: 0.72, note: 'A date takes `on`.'});
      return;
    }
    if (before === 'at' && /^(?:[1-9]|1\d|2[0-4]|\d{1,2}[:.]\d\d)$/.test(next.text) && (/^(?:am|pm|o'clock|a|p|hours)$/.test(follow ?? '') || follow === 'in' && wordAt(document, next.index + 2, sentence) === 'the' && /^(?:morning|afternoon|evening)$/.test(wordAt(document, next.index + 3, sentence) ?? ''))) return cut(0.75, 'An hour has no article.');
    if (/^(?:[1-9]|[12]\d|3[01])$/.test(next.text) && MONTHS.has(follow ?? '') && after?.word.shape === 'capital' && (document.opensSentence(token) || token.word.shape === 'lower' && before !== '' && !LINKS.has(before) && !/^(?:and|or|than|that|as)$/.test(before))) {
      const behind = tokens[after.index + 1];
      if (!behind || behind.sentence !== sentence || behind.kind === 'punctuation' && /^[.,;]$/.test(behind.text) || /^(?:the|a|an|he|she|they|it|this|his|her|its|their|in|at|last|next)$/.test(behind.word.folded)) report({start: token.start, end: token.end, proposals: [document.opensSentence(token) ? 'On' : 'on'], confidence: 0.6, note: 'A date takes `on`.'});
      return;
    }
    // "falls to the 4 degrees"
    if (/^(?:to|at|reached|reaches|reach|exceeded|exceeds|exceed|below|above|under)$/.test(before) && /^(?:degrees|percent|%|°C|km|kilomet(?:re|er)s|met(?:re|er)s|euros|dollars)$/.test(after?.text ?? '') && ends(document, next.index + 2, sentence) && !/^(?:that|of|which|he|she|they|it|in|needed|required|allowed|mark)$/.test(wordAt(document, next.index + 2, sentence) ?? '')) return cut(/^(?:degrees|percent|%|°C)$/.test(after!.text) ? 0.66 : 0.4, 'An amount has no article.');
    if (!/^(?:19|20)\d\d$/.test(next.text) || !/^(?:in|since|until)$/.test(before)) return;
    if (follow === 'and' || follow === 'or' || follow === 'to' || !ends(document, next.index + 1, sentence) || (after?.text === ',' && tokens[next.index + 2]?.kind === 'number')) return;
    cut(0.86, 'A year has no article.');
    return;
  }
  if (next.kind !== 'word' && !/^["“]$/.test(next.text)) return;
  // "is scheduled for the Monday in Rome", "until the Friday"
  if (DAYS.has(n) && next.word.shape === 'capital' && /^(?:for|since|until|till|from|by)$/.test(before) && (ends(document, next.index + 1, sentence) && (follow === 'to' && /^(?:until|till)$/.test(before) || !/^(?:of|that|when|before|after|and|to|which|following)$/.test(follow ?? '')))) return cut(0.6, 'The name of a day has no article.');
  // "for want of the evidence", "a lack of the water"
  if (before === 'of' && next.word.shape === 'lower' && UNCOUNTED.has(n) && /^(?:want|lack|shortage|shortages|absence|scarcity|failure|refusal|abundance|excess)$/.test(wordAt(document, token.index - 2, sentence) ?? '') && (ends(document, next.index + 1, sentence) || /^[.,;:]$/.test(after?.text ?? '')) && !DEFINES.test(follow ?? '')) return cut(0.6, 'What is meant in general has no article.');
  // "insist that the inflation be", "The inflation rose": what is spoken of in general.
  if (next.word.shape === 'lower' && /^(?:inflation|unemployment|poverty|corruption|terrorism|democracy|tourism|globalisation|globalization|racism|hunger|malnutrition|deforestation|capitalism|communism|homelessness|illiteracy)$/.test(n) && (before === 'that' || before === 'against' || before === 'because' || document.opensSentence(token)) && follow !== undefined && (/^(?:is|was|be|will|has|had|rose|fell|remains|and)$/.test(follow) || posAt(document, next.index + 1, sentence) === 'VERB' && /(?:ed|s|ew|ll|se)$/.test(follow))) return cut(0.5, 'What is meant in general has no article.');
  // "in the spring 2027"
  if (/^(?:spring|summer|autumn|winter|fall)$/.test(n) && /^(?:in|since|until|by|from|for|during|of)$/.test(before) && after?.kind === 'number' && /^(?:19|20)\d\d$/.test(after.text) && ends(document, after.index + 1, sentence)) return cut(0.7, 'A season with its year has no article.');
  // "in the July", "since the March", "on the March 26"
  if (MONTHS.has(n) && next.word.shape === 'capital' && /^(?:in|since|until|till|before|after|by|from|to|on|for|of|during|between|and|last|next)$/.test(before)) {
    const day = after?.kind === 'number' && after.sentence === sentence && /^(?:[1-9]|[12]\d|3[01]|(?:19|20)\d\d)$/.test(after.text);
    const stop = day ? after.index + 1 : next.index + 1;
    if ((ends(document, stop, sentence) || !day && posAt(document, stop, sentence) === 'VERB') && !/^(?:of|that|when|which|and|or|to)$/.test(wordAt(document, stop, sentence) ?? '') && !(n === 'march' && before === 'on' && !day) && n !== 'may') return cut(0.7, 'The name of a month has no article.');
    return;
  }
  // "the UEFA announced"
  if (next.word.shape !== 'lower' && known.bareBodies.has(n)) {
    if (ends(document, next.index + 1, sentence) && !/^(?:of|that|which|who)$/.test(follow ?? '') || posAt(document, next.index + 1, sentence) === 'VERB') return cut(0.6, 'This name has no article.');
    return;
  }
  // "since the last week", "the last Monday"
  if (/^(?:last|next)$/.test(n) && next.word.shape === 'lower' && (DAYS.has(follow ?? '') || /^(?:since|until|till|from)$/.test(before) && /^(?:week|month|year|night|summer|winter|autumn|spring)$/.test(follow ?? '')) && ends(document, next.index + 2, sentence) && !/^(?:of|that|when|before)$/.test(wordAt(document, next.index + 2, sentence) ?? '')) return cut(0.5, 'Without `the`, the week or day next to the present is meant.');
  // "the climate change is"
  if (known.pairFirsts.has(n) && next.word.shape === 'lower' && known.generalPairs.has(`${n} ${follow}`)) {
    const stop = next.index + 2;
    const behind = wordAt(document, stop, sentence) ?? '';
    if ((ends(document, stop, sentence) || posAt(document, stop, sentence) === 'VERB') && !DEFINES.test(behind) && !/^(?:in|at|on|to)$/.test(behind)) return cut(0.45, 'What is meant in general has no article.');
    return;
  }
  // "according to the analysts": several people, at first mention.
  if (known.speakers.has(n) && next.word.shape === 'lower' && before === 'to' && wordAt(document, token.index - 2, sentence) === 'according' && ends(document, next.index + 1, sentence) && !DEFINES.test(follow ?? '') && !/^(?:in|at|for|who|on)$/.test(follow ?? '')) {
    const earlier = (ask(document, FIRST, n)?.index ?? token.index) < token.index;
    return earlier ? undefined : cut(0.4, 'At first mention, several people have no article.');
  }
  // "The Christian Lindner had refused": a person by first name and surname.
  if (next.word.shape === 'capital' && next.word.isName && after?.kind === 'word' && after.sentence === sentence && after.spaced && after.word.shape === 'capital' && next.word.entry.flags & Flag.Person && !isEnglish(after.word.folded) && !(next.word.entry.flags & Flag.Place) && (document.opensSentence(token) || /^(?:,|and|but|that|of|with|by|from|for)$/.test(before)) && !after.text.includes("'") && !after.text.includes('’')) {
    const behind = tokens[after.index + 1];
    if (behind?.sentence === sentence && behind.kind === 'word' && behind.word.shape === 'lower' && (posOf(document, behind) === 'VERB' || posOf(document, behind) === 'AUX')) return cut(0.42, 'The name of a person has no article.');
  }
  if (next.word.shape !== 'lower' && known.bareNames.has(n) && next.word.shape === 'capital') {
    if (/^(?:of|that|where|which|who|i|we|as|like)$/.test(follow ?? '')) return;
    const stop = after === undefined || after.sentence !== sentence || /^[.,;:!?)]$/.test(after.text);
    if (stop ? after?.text === ',' && tokens[next.index + 2]?.word.shape === 'capital' : !/^(?:is|was|has|will|would|could|in|to|for|with|after|but|by|at)$/.test(follow ?? '') && !(follow === 'and' && tokens[next.index + 2]?.word.shape === 'lower')) return;
    cut(stop ? 0.75 : 0.55, 'The name of this country has no article.');
    return;
  }
  if (next.word.shape === 'capital' && n.endsWith("'s") && known.bareNames.has(next.word.base) && follow !== 'cup') {
    cut(0.7, 'The name of this country has no article.');
    return;
  }
  // "the Moscow's mayor"
  const owner = next.text.endsWith('’s') || next.text.endsWith("'s") ? next : undefined;
  if (owner && next.word.shape === 'capital' && next.word.entry.flags & Flag.Place && !(next.word.entry.flags & Flag.Person) && !isEnglish(next.word.base) && after?.sentence === sentence && after.kind === 'word' && after.word.shape === 'lower' && !known.withThe.has(next.text.slice(0, -2)) && !/^(?:hague|bronx|kremlin|vatican|netherlands|philippines|congo|seine|thames|danube|rhine|nile|volga|bundestag|duma|louvre|gambia|sahara|balkans|ukraine|sudan|crimea|caucasus|sinai|ruhr|saar|donbas|amazon|ganges|mekong|tiber|elbe|dnieper)$/.test(next.word.base)) return cut(0.5, 'What belongs to a city has no article besides.');
  // "the importance of the education", "the Ministry of the Foreign Affairs", "sentenced to the five years"
  if (before === 'of' && (known.general.has(n) || known.portfolios.has(n)) && next.word.shape === 'lower' && /^(?:importance|role|value|quality|lack|level|cost|costs|development|protection|promotion|field|problem|need|right)$/.test(wordAt(document, token.index - 2, sentence) ?? '') && (ends(document, next.index + 1, sentence) && !/^(?:of|that|which|who)$/.test(follow ?? ''))) return cut(0.36, 'What is meant in general has no article.');
  if (before === 'of' && next.word.shape === 'capital' && after?.word.shape === 'capital' && /^(?:Affairs|Works|Security|Development|Resources|Defence|Defense|Health|Protection|Relations|Policy)$/.test(after.text) && /^(?:minister|ministry|ministers)$/.test(wordAt(document, token.index - 2, sentence) ?? '')) return cut(0.8, 'Offices have no article before their field.');
  if (before === 'to' && /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)$/.test(n) && /^(?:years|months|days|weeks)$/.test(follow ?? '') && /^(?:in|of)$/.test(wordAt(document, next.index + 2, sentence) ?? '') && [2, 3].some((d) => /^(?:sentenced|condemned|jailed|sentence)$/.test(wordAt(document, token.index - d, sentence) ?? ''))) return cut(0.8, 'A length of time that is named for the first time has no article.');
  if (before === 'of' && known.portfolios.has(n)) {
    const office = wordAt(document, token.index - 2, sentence);
    if (office === undefined || !/^(?:minister|ministry|ministers|ministries|secretary)$/.test(office)) return;
    if (after && after.sentence === sentence && after.kind === 'word' && (after.word.shape !== 'lower' || posOf(document, after) === 'NOUN')) return;
    if (follow === 'of') return;
    cut(0.88, 'Offices have no article before their field.');
    return;
  }
  if (next.word.shape === 'capital' && known.languages.has(n)) {
    const speaks = /^(?:speak|speaks|spoke|speaking|learn|learns|learned|teach|teaches|taught|understand|understands|study|studies|studied|translated)$/.test(before) || /^(?:into|in|from)$/.test(before) && /^(?:translated|spoke|written|speaks|speak|wrote|published|said)$/.test(wordAt(document, token.index - 2, sentence) ?? '') || before === 'and' && known.languages.has(wordAt(document, token.index - 2, sentence) ?? '');
    if (speaks && (ends(document, next.index + 1, sentence) || /^(?:fluently|well|language)$/.test(follow ?? '') && follow !== 'language')) return cut(0.7, 'The name of a language has no article.');
    return;
  }
  if (before === 'on' && /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(n) && (!after || after.sentence !== sentence || /^[.;!?,]$/.test(after.text))) return cut(0.3, 'The name of a day has no article.');
  if (MEALS.test(n) && /^(?:for|at|during|after|before|to|have|had)$/.test(before) && ends(document, next.index + 1, sentence) && !DEFINES.test(follow ?? '')) return cut(0.32, 'Meals have no article where they are meant in general.');
  if (next.word.shape === 'lower' && known.general.has(n)) {
    // What stood there before may be meant again.
    const verb = after?.sentence === sentence && after.word.shape === 'lower' && posOf(document, after) === 'VERB' ? after : undefined;
    // "the technology created for aeroplanes", "the unity and strength of the police": what follows makes it definite.
    const defined = verb && /(?:ed|en|ing|wn|ught|made|held|built|done|told)$/.test(verb.word.folded) && !/^(?:been|happened|remained|began|ended|prevailed|followed|returned)$/.test(verb.word.folded) || follow === 'and' && wordAt(document, next.index + 3, sentence) === 'of';
    const stop = !defined && (ends(document, next.index + 1, sentence) || verb !== undefined);
    if (stop && !DEFINES.test(follow ?? '') && !(follow === 'in' || follow === 'to' || follow === 'on' || follow === 'for' || follow === 'at') || follow === 'among') return cut(0.34, 'What is meant in general has no article.');
    if (stop && follow === 'in' && /^(?:against|for|of|about)$/.test(before)) return cut(0.2, 'What is meant in general has no article.');
  }
  if (token.word.shape === 'capital' && known.speakers.has(n) && next.word.shape === 'lower' && document.opensSentence(token) && /^(?:say|believe|warn|expect|think|agree|estimate|recommend|predict|advise|fear|note|point)$/.test(follow ?? '')) {
    const singular = n.replace(/s$/, '');
    const earlier = [n, singular].some((word) => (ask(document, FIRST, word)?.index ?? token.index) < token.index);
    if (!earlier) report({start: token.start, end: next.end, proposals: [inCaseOf('Xx', next.text)], confidence: 0.4, note: 'At first mention, several people have no article.'});
    return;
  }
  // "There is the problem with": what is new has "a".
  // "tents, blankets and the doctors": one of several bare plurals.
  if (/^(?:and|or)$/.test(before) && next.word.shape === 'lower' && pluralNoun(next)) {
    const and = token.index - 1;
    const noun = tokens[and - 1];
    const lead = tokens[and - 2];
    const alone = noun?.kind === 'word' && pluralNoun(noun) !== undefined && lead?.sentence === sentence && (lead.text === ',' && tokens[and - 3]?.kind === 'word' && pluralNoun(tokens[and - 3]!) !== undefined);
    if (alone && ends(document, next.index + 1, sentence) && !DEFINES.test(follow ?? '') && (ask(document, FIRST, n)?.index ?? token.index + 1) > token.index) return cut(0.42, 'The others of the list have no article.');
    if (alone) return;
  }
  if (BE.has(before) && wordAt(document, token.index - 2, sentence) === 'there' && next.word.shape === 'lower' && needsDeterminer(next) && /^(?:in|with|on|for|near|at)$/.test(follow ?? '') && posOf(document, next) === 'NOUN') {
    report({start: token.start, end: token.end, proposals: [indefiniteBefore(next) ?? 'a'], confidence: 0.36, note: 'What is named for the first time has a or an.'});
    return;
  }
  if (known.massVerbs.has(before) && known.mass.has(n) && next.word.shape === 'lower') {
    const stop = after === undefined || after.sentence !== sentence || /^[.;!?]$/.test(after.text);
    if (stop || follow === 'among' || follow === 'and') cut(follow === 'and' ? 0.3 : 0.5, 'What is meant in general has no article.');
    return;
  }
  if (/^(?:sanctions|tariffs|restrictions|charges)$/.test(n) && /^(?:slap|slapped|impose|imposed|imposes|imposing|slapping)$/.test(before) && /^(?:against|on)$/.test(follow ?? '')) {
    cut(0.35, 'At first mention, several things have no article.');
    return;
  }
  const quoted = /^["“]$/.test(next.text);
  const name = quoted ? tokens[next.index + 1] : next;
  if (name?.sentence === sentence && name.kind === 'word' && name.word.shape === 'capital' && (!quoted || before === 'as')) {
    const day = tokens[name.index + 1];
    const feast = /^(?:christmas|easter|ramadan|halloween|passover|hanukkah)$/.test(name.word.folded);
    if (feast ? !quoted && ends(document, name.index + 1, sentence) : day?.text === 'Day' && day.sentence === sentence && (quoted ? /^["”]$/.test(tokens[day.index + 1]?.text ?? '') : ends(document, day.index + 1, sentence))) {
      if (!/^(?:of|that|when)$/.test(wordAt(document, (feast ? name.index : day!.index) + 1, sentence) ?? '')) cut(0.5, 'The name of a day has no article.');
      return;
    }
  }
  if (TITLES.has(n)) {
    const person = after;
    if (next.word.shape !== 'capital' || document.isTitle(sentence) || !person || person.sentence !== sentence || person.word.shape !== 'capital' || isEnglish(person.word.folded) && !(person.word.entry.flags & Flag.Person && tokens[person.index + 1]?.word.shape === 'capital') || person.word.folded.endsWith("'s")) return;
    const last = tokens[person.index + 1];
    // "the Speaker Mike Johnson"
    if (last?.sentence === sentence && last.kind === 'word' && last.word.shape === 'capital' && last.spaced && person.word.entry.flags & Flag.Person && !last.text.includes("'") && !last.text.includes('’')) {
      const behind = tokens[last.index + 1];
      if (behind?.sentence === sentence && behind.kind === 'word' && (behind.word.shape !== 'lower' || posOf(document, behind) === 'NOUN')) return;
      if (behind?.text === '-') return;
      cut(0.5, 'A title before a name has no article.');
      return;
    }
    if (last?.sentence === sentence && (last.kind === 'word' ? last.word.shape !== 'lower' || last.word.folded === 'of' || posOf(document, last) === 'NOUN' : last.text === '-')) return;
    cut(0.6, 'A title before a name has no article.');
  }
}

/** "the hard -won town": the end of a compound, which a space or a mark may have come into. */
const endsCompound = ({tokens}: Document, token: Token) => !token.spaced && tokens[token.index - 1]?.text === '-';

function checkMissing(document: Document, token: Token, w: string, known: Data, report: Put): boolean {
  const {tokens} = document;
  const {sentence} = token;
  if (token.kind !== 'number' && (token.word.shape !== 'lower' || !(known.countable.has(w) || DOCUMENTS.test(w) || w === 'such' || HALVES.has(w) || SUPERLATIVE.test(w) || ORDINAL.test(w)))) return false;
  const before = document.before(token);
  const b = before?.word.folded ?? '';
  const insert = (article: string, confidence: number, note: string) => {
    report({start: token.start, end: token.end, proposals: article === 'a' ? [`${indefiniteBefore(token) ?? 'a'} ${token.text}`, `the ${token.text}`] : [`the ${token.text}`, `${indefiniteBefore(token) ?? 'a'} ${token.text}`], confidence, note});
    return true;
  };
  const next = tokens[token.index + 1];
  if (token.kind === 'number') {
    if (before?.kind !== 'word') return false;
    if (/^\d+(?:th|st|nd|rd)$/.test(token.text)) {
      if (/^(?:in|since|until|of|from|during)$/.test(b) && wordAt(document, token.index + 1, sentence) === 'century' && ends(document, token.index + 2, sentence)) return insert('the', 0.8, 'A century has an article.');
      return false;
    }
    // "runs 9,000-hectare farm"
    if (next?.text !== '-' || next.spaced || !UNITS.test(wordAt(document, token.index + 2, sentence) ?? '')) return false;
    let k = token.index + 3;
    if (tokens[k]?.text === '-') return false;
    if (posAt(document, k, sentence) === 'ADJ') k++;
    if (!known.countable.has(wordAt(document, k, sentence) ?? '') || !ends(document, k + 1, sentence)) return false;
    if (DETERMINERS.has(b) || b.endsWith("'s") || before.word.shape !== 'lower') return false;
    if (/^(?:with|in|for|of|on|at|by|to|after)$/.test(b) || TAKING.has(b) || posOf(document, before) === 'VERB') return insert('a', 0.72, 'A single thing that can be counted has an article.');
    return false;
  }
  if (w === 'such') {
    const noun = wordAt(document, token.index + 1, sentence);
    if (noun === undefined || !known.countable.has(noun) || !ends(document, token.index + 2, sentence) || /^(?:no|any|one|another|each|every|all|some|many|other|first|only|the|two|three|of|few|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|this|that|last)$/.test(b)) return false;
    report({start: token.start, end: token.end, proposals: [`${token.text} ${indefiniteBefore(next!) ?? 'a'}`], confidence: 0.75, note: 'A single thing that can be counted has an article.'});
    return true;
  }
  if (ORDINAL.test(w) && BE.has(b) && SUPERLATIVE.test(wordAt(document, token.index + (next?.text === '-' ? 2 : 1), sentence) ?? '')) {
    return insert('the', 0.5, 'A superlative has an article.');
  }
  // "it was second time that"
  if (BE.has(b) && /^(?:it|this|that)$/.test(wordAt(document, before!.index - 1, sentence) ?? '') && ORDINAL.test(w) && next?.text === 'time') return insert('the', 0.6, 'Of a row there is one that is the second.');
  if (SUPERLATIVE.test(w)) {
    // "The school, oldest in the country, took", "may be best-preserved animal"
    if (before?.text === ',' && /^(?:in|of)$/.test(wordAt(document, token.index + 1, sentence) ?? '') && (wordAt(document, token.index + 2, sentence) === 'the' || tokens[token.index + 2]?.word.shape === 'capital') && w.endsWith('est') && tokens[before.index - 1]?.kind === 'word') return insert('the', 0.55, 'A superlative has an article.');
    if (BE.has(b) && next?.text === '-' && !next.spaced && /(?:ed|en|wn|ing)$/.test(wordAt(document, token.index + 2, sentence) ?? '') && posAt(document, token.index + 3, sentence) === 'NOUN' && tokens[token.index + 3]!.spaced) return insert('the', 0.55, 'A superlative has an article.');
    if (!(BE.has(b) || /^(?:in|of|to|with|by|for|from|as)$/.test(b)) || posAt(document, token.index + 1, sentence) !== 'NOUN' || next?.word.shape !== 'lower') return false;
    return insert('the', BE.has(b) ? 0.55 : 0.4, 'A superlative has an article.');
  }
  // "according to audit published in May"
  if (b === 'to' && DOCUMENTS.test(w) && wordAt(document, token.index - 2, sentence) === 'according' && next?.word.folded !== 'and' && (ends(document, token.index + 1, sentence) || /(?:ed|ing)$/.test(next!.word.folded))) return insert('a', 0.66, 'A single thing that can be counted has an article.');
  if (!before || before.kind === 'number' || endsCompound(document, before)) return false;
  let last = token.index;
  if (next?.text === '-' && !next.spaced && HALVES.has(w)) {
    last += 2;
    if (!known.countable.has(`${w}-${wordAt(document, last, sentence)}`)) return false;
  } else if (!known.countable.has(w)) return false;
  if (before.kind === 'word' && !ROLES.test(w)) {
    let verb = b;
    let at = token;
    if (posOf2(document, before)) {
      verb = document.before(before)?.word.folded ?? '';
      at = before;
    }
    const turned = /^(?:become|became|becomes|remain|remains|remained)$/.test(verb);
    if ((turned || (TAKING.has(verb) && w !== 'priority' && (!BASES.test(verb) || (at === token && /^(?:to|will|would|can|could|may|might|must|should|they|we|not)$/.test(document.before(before)?.word.folded ?? ''))))) && (ends(document, last + 1, sentence) || wordAt(document, last + 1, sentence) === 'worth')) {
      if (at !== token && !turned) return false;
      // "opened fire", "held office" are phrases without an article.
      if (!turned && (/^(?:fire|office|class|school|court|church|university|college|title|rank|role|share|job|station|power|market|peak|concert|peace|film|room|trend|ground|result|hint|case|profit|change|treatment|hour|position|test|time|benefit|success|plan|debate|conflict|war|battle|difference|danger|field|share|advantage)$/.test(w) || posOf(document, document.before(at)!) === 'NOUN')) return false;
      const article = indefiniteBefore(at) ?? 'a';
      report({start: at.start, end: at.end, proposals: [`${article} ${at.text}`, `the ${at.text}`], confidence: turned ? 0.7 : 0.45, note: 'A single thing that can be counted has an article.'});
      return true;
    }
  }
  const follow = wordAt(document, last + 1, sentence);
  if (follow === undefined || !/^(?:was|is|has|will|would|had|could)$/.test(follow)) return false;
  if ((CLAUSE.test(b) && b !== 'as') || ((b === 'and' || b === 'but') && document.before(before)?.text === ',')) return insert('the', 0.4, 'A single thing that can be counted has an article.');
  return false;
}

/** Whether a noun in the singular must have a determiner: by the list or by the counts of pairs. */
function isCounted(document: Document, token: Token, known: Data): boolean {
  if (token.kind !== 'word' || !(known.countable.has(token.word.folded) && countNoun(token) && !DUAL.has(token.word.folded) || needsDeterminer(token))) return false;
  return !TIME_WORDS.has(token.word.folded) && posOf(document, token) === 'NOUN';
}

/** Nouns of the list that are bare in one of their senses. */
const DUAL = new Set('parliament euro mine operation residence authority danger defeat government rank office success building college forest murder conflict improvement theatre theater school plant protest war speech failure page battle price disease debate fire court case risk title hospital loss victory church film farm class university change progress difference experience success benefit trend position role share test time treatment field peak concert peace power market result hint profit hour plan purpose salary pension evidence mosque prison sea town bed table decline increase decrease reduction growth improvement gain custom majority minority access target trade supply demand traffic transport television radio truth terror life death surgery therapy research fruit coffee beer industry science art level quota period phase record sample union press notice question doubt concern reason business company interest need value end number rate order control land space ground earth force energy water paper stone glass iron hair'.split(' '));

/** Whether a form is a noun that a missing article may be noticed at. */
const mayBeBare = wordQuestion((word) => {
  const w = word.folded;
  if (word.shape !== 'lower' && word.shape !== 'capital') return false;
  const lower = word.shape === 'lower' ? word : wordOf(w);
  return data!.countable.has(w) || WHOLES.has(w) || SUBJECTS.has(w) || PART_NOUNS.test(w) || needsDeterminer({kind: 'word', word: lower});
});
const PART_NOUNS = /^(?:end|beginning|start|middle|result|cause|majority|rest|outcome|consequence)$/;

/** "arrived in capital", "reached compromise", "Situation in the region": a single thing that can be counted, without any determiner. */
function checkBare(document: Document, token: Token, known: Data, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const w = token.word.folded;
  const next = tokens[token.index + 1];
  if (next && !next.spaced && next.text === '-' || token.text.length < 4 && w !== 'end') return;
  // "in colony No. 2", "at gate 3": its number names it.
  if (next?.sentence === sentence && (next.kind === 'number' || /^n[ro]$/.test(next.word.folded) && tokens[next.index + 1]?.text === '.')) return;
  const note = 'A single thing that can be counted has an article.';
  const put = (at: Token, article: string, confidence: number) => {
    // English must have it more often with one of the articles than without.
    if (Math.max(...['the', 'a', 'an'].map((word) => gainOf(document, at.index, at.index - 1, [word]))) < 0.5) return;
    const a = `${indefiniteBefore(at) ?? 'a'} ${at.text}`;
    const the = `the ${at.text}`;
    report({start: at.start, end: at.end, proposals: article === 'a' ? [a, the] : [the, a], confidence, note});
  };
  const follow = next?.sentence === sentence ? next.word.folded : '';
  if (token.word.shape === 'capital' && document.sentences[sentence]!.first === token.index) {
    // "Situation in the region remains tense": a subject that opens its sentence.
    if (!/^(?:in|of|with|on|for|between|was|is|has|will|remains)$/.test(follow) || follow === 'of' && !/^(?:the|this)$/.test(wordAt(document, token.index + 2, sentence) ?? '')) return;
    const lower = document.slice(token.index, token.index).toLowerCase();
    if (!(known.countable.has(lower) && !DUAL.has(lower) || needsDeterminer(token)) || token.word.isName && !token.word.english || /^(?:first|second|president|minister|premier|chancellor|director|attorney|mayor|judge|author|reporter|photographer|editor|witness|coach|captain|caution|thank|professor|doctor|option|section|step|part|point|question|answer|issue|day|week|year|today|cup|league)$/.test(lower)) return;
    if (usageOf(document, token.word.base)!.capital > 0) return;
    report({start: token.start, end: token.end, proposals: [`The ${lower}`, `${indefiniteBefore(token) === 'an' ? 'An' : 'A'} ${lower}`], confidence: 0.32, note});
    return;
  }
  if (token.word.shape !== 'lower') return;
  if (mayBeDescribed(document, token) && ends(document, token.index + 1, sentence) && (!/^(?:and|or)$/.test(follow) || follow === 'and' && (NUMBER_WORDS.has(wordAt(document, token.index + 2, sentence) ?? '') || /^(?:an?|the|his|her|its|their|several|many|some)$/.test(wordAt(document, token.index + 2, sentence) ?? ''))) && isCounted(document, token, known) && described(document, token, report)) return;
  const before = document.before(token);
  if (checkPart(document, token, known, report) || checkSubject(document, token, known, report)) return;
  if (before?.kind !== 'word' || before.word.shape === 'upper') return;
  if (endsCompound(document, before)) return;
  const b = before.word.folded;
  if (!ends(document, token.index + 1, sentence) || /^(?:and|or|to|by|after|upon|nor|than|but|own)$/.test(follow)) return;
  if (PROFESSIONS.has(w) && /^(?:is|was|am)$/.test(b) && (/^(?:he|she|who|i)$/.test(document.before(before)?.word.folded ?? '') || document.before(before)?.word.shape === 'capital' && document.before(before)!.word.isName)) return put(token, 'a', 0.6);
  if (!LINKS.has(b) && (FUNCTION_WORDS.has(b) && !HAVE.has(b) || before.word.shape !== 'lower')) return;
  const there = pairCount(b, w);
  if (LINKS.has(b)) {
    if (!isCounted(document, token, known)) return;
    if (b === 'as') {
      if (PROFESSIONS.has(w) && /^work(?:s|ed|ing)?$/.test(document.before(before)?.word.folded ?? '')) put(token, 'a', 0.65);
      return;
    }
    const the = pairCount('the', w);
    const a = Math.max(pairCount('a', w), pairCount('an', w));
    if (there > 0 && Math.max(the, a) - there < 36 || the === 0 && a === 0) return;
    // "from house to house", "by region", "per person", "between man and nature"
    if (b === 'by' || b === 'between' || b === 'after' && document.before(before)?.word.folded === w || b === 'with' && /(?:tion|ence|ance)$/.test(w) || b === 'from' && /^(?:to|till)$/.test(follow) || b === 'of' && /^(?:kind|kinds|sort|sorts|type|types|form|forms|piece|breach|breaches|lack|lots?|plenty|rate|level|series|number|pair|cases?|out|role|office|post|position|title|job|rank|status|victims?|feeling|sense|notion|word|charges?|suspicion|change|chief|head|heads|secretary|director|freedom|right|board|council)$/.test(document.before(before)?.word.folded ?? '')) return;
    put(token, b === 'for' || b === 'with' || b === 'into' || a > the ? 'a' : 'the', there === 0 ? 0.34 : 0.22);
    return;
  }
  if (HAVE.has(b) ? there === 0 && isCounted(document, token, known) && !/^(?:had|have)$/.test(document.before(before)?.word.folded ?? '') : there === 0 && a1(document, before) && isCounted(document, token, known)) {
    if (ROLES.test(w) && !HAVE.has(b) || PROFESSIONS.has(w) || /^(?:president|chairman|minister|king|queen|pope|captain|mayor|governor|chancellor|coach|manager|leader|secretary)$/.test(w)) return;
    put(token, 'a', 0.38);
    return;
  }
  // "called it big mistake", "in small village": an adjective between.
  if (before.word.shape === 'lower' && !FUNCTION_WORDS.has(b) && isCounted(document, token, known) && (posOf(document, before) === 'ADJ' || posOf(document, before) === 'NOUN' && !pluralNoun(before) && Math.max(...['the', 'a', 'an'].map((word) => gainOf(document, before.index, before.index - 1, [word]))) >= 1) && !/^(?:prime|deputy|chief|vice|general|full|last|next|first|past|top|great|high|further|hundred)$/.test(b) && Math.max(pairCount('a', b), pairCount('an', b)) > 60) {
    const lead = document.before(before);
    // "take deeper account of", "pay close attention": an idiom has no article with an adjective either.
    if (lead?.kind !== 'word' || /^(?:account|care|part|place|advantage|note|notice|action|control|responsibility|effect|use|sense|attention|heed|issue|fault)$/.test(w)) return;
    const l = lead.word.folded;
    const link = LINKS.has(l) && l !== 'as' && l !== 'by' && l !== 'between';
    if (!(link || l === 'it' && /^call(?:s|ed|ing)?$/.test(document.before(lead)?.word.folded ?? '') || BE.has(l) && lead.word.shape === 'lower' || a1(document, lead)) || pairCount(l, b) > 85 && link) return;
    if (BE.has(l) && (ROLES.test(w) || /(?:man|woman|er|or|ist|ent|ant|chief|head|coach|captain)$/.test(w))) return;
    put(before, 'a', link ? 0.3 : 0.36);
  }
}

/** "49% of vote", "the end of dispute", "is not end of the war": parts and their wholes. */
function checkPart(document: Document, token: Token, known: Data, report: Put): boolean {
  const {tokens} = document;
  const before = tokens[token.index - 1];
  if (!before || before.sentence !== token.sentence) return false;
  const w = token.word.folded;
  const insert = (confidence: number) => {
    if (gainOf(document, token.index, token.index - 1, ['the']) < -0.5) return false;
    report({start: token.start, end: token.end, proposals: [`the ${token.text}`, `${indefiniteBefore(token) ?? 'a'} ${token.text}`], confidence, note: 'A single thing that can be counted has an article.'});
    return true;
  };
  if (before.text === 'of') {
    const part = tokens[before.index - 1];
    if (!part || !PARTS.test(part.word.folded) && part.text !== '%' || !ends(document, token.index + 1, token.sentence) || /^(?:and|or)$/.test(wordAt(document, token.index + 1, token.sentence) ?? '')) return false;
    if (/^(?:part|parts|result|results|head|leader|course|most|cause|causes|heart|future)$/.test(part.word.folded) && !needsDeterminer(token)) return false;
    if (!WHOLES.has(w) && !(known.countable.has(w) && !DUAL.has(w) || needsDeterminer(token)) || pairCount('of', w) > 60 && !WHOLES.has(w)) return false;
    return posOf(document, token) === 'NOUN' && insert(part.text === '%' || part.word.folded === 'percent' ? 0.66 : 0.5);
  }
  // "is not end of", "since beginning of"
  if (PART_NOUNS.test(w) && tokens[token.index + 1]?.text === 'of' && /^(?:is|was|not|be|see|saw|mark|marks|marked|mean|means|meant|await|awaits|announced|declared|before|after|until|since|from|at|by|in|was)$/.test(before.word.folded) && posOf(document, token) !== 'VERB') return insert(0.55);
  return false;
}

/** Wholes of which one speaks in parts. */
const WHOLES = new Set('vote votes electorate population territory budget parliament country city region world economy war conflict season match game race dispute campaign crisis staff village island sea river road building house street year month week century decade election term session negotiations talks pandemic epidemic strike siege battle meeting summit conference ceremony'.split(' '));

/** "insisted that country cannot", ", electoral commission said", "“crew feels": the subject of a clause without any determiner. */
function checkSubject(document: Document, token: Token, known: Data, report: Put): boolean {
  const {tokens} = document;
  const {sentence} = token;
  const w = token.word.folded;
  const verb = tokens[token.index + 1];
  if (!verb || verb.sentence !== sentence || verb.kind !== 'word' || verb.word.shape !== 'lower') return false;
  const v = verb.word.folded;
  const strong = /^(?:was|is|has|will|would|had|could|cannot|can|must|should|did|does|said|says|announced|reported|confirmed|warned|added|told|claimed)$/.test(v);
  const usual = /^(?:feels|fell|rose|took|began|became|remains|wants|plans|expects|believes|needs|opened|started|stopped|arrived|left|lost|won|decided|continues|works|goes|went|came|comes)$/.test(v);
  if (!strong && !usual && !(/(?:ed|[^s]s)$/.test(v) && posOf(document, verb) === 'VERB')) return false;
  if (!(known.countable.has(w) && !DUAL.has(w) || needsDeterminer(token) || SUBJECTS.has(w)) || ROLES.test(w) || TIME_WORDS.has(w)) return false;
  let first = token;
  const modifier = document.before(token);
  if (modifier?.kind === 'word' && modifier.word.shape === 'lower' && !FUNCTION_WORDS.has(modifier.word.folded) && (posOf(document, modifier) === 'ADJ' || /^(?:police|election|crime|rescue|government|state|defence|defense|health|security)$/.test(modifier.word.folded))) first = modifier;
  if (/^(?:other|such|next|last|top|former|chief|past|further|little|much|more|most)$/.test(first.word.folded)) return false;
  const lead = document.before(first);
  // "On Friday, company warned"
  const fronted = lead?.text === ',' && FRONTED.test(tokens[document.sentences[sentence]!.first]!.word.folded) && first.index - document.sentences[sentence]!.first < 14;
  const opener = lead ? fronted || /^["“]$/.test(lead.text) && !first.spaced || /^(?:that|because|while|although|whereas|where)$/.test(lead.word.folded) || lead.text === ',' && /^(?:said|says|announced|reported|confirmed|warned|added)$/.test(v) && first.index - document.sentences[sentence]!.first > 4 : false;
  if (!opener || /^(?:that)$/.test(lead!.word.folded) && (/^(?:of|on|in|at|for|to|from|with|by|is|was|all|about|like|after|before|than|not|at)$/.test(document.before(lead!)?.word.folded ?? 'at') || !document.before(lead!))) return false;
  // "said that day was": that belongs to the noun, unless a verb of saying stands before.
  if (lead!.word.folded === 'that' && !/^(?:said|says|say|insisted|insists|warned|warns|announced|believes?|claims?|claimed|stated|told|added|added|showed|shows|reported|confirmed|fears?|feared|hopes?|means|meant|reporters|journalists|know|knows|argued|argues|saying|denied|noted|explained|sure|suggests?|suggested|estimated|indicated|recalled|stressed|emphasized|emphasised|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(document.before(lead!)?.word.folded ?? '')) return false;
  if (posOf(document, token) !== 'NOUN' || gainOf(document, first.index, first.index - 1, ['the']) < (strong || usual ? (lead!.kind === 'word' ? -0.4 : -0.9) : 0.5)) return false;
  report({start: first.start, end: first.end, proposals: [`the ${first.text}`, `${indefiniteBefore(first) ?? 'a'} ${first.text}`], confidence: lead!.word.folded === 'that' ? 0.4 : 0.45, note: 'A single thing that can be counted has an article.'});
  return true;
}

/** What opens a sentence whose subject stands behind a comma. */
const FRONTED = /^(?:in|on|at|after|before|during|since|for|according|despite|last|yesterday|today|earlier|meanwhile|however|moreover|instead|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday|as)$/;

/** Nouns of one body or thing that is known, as subjects. */
const SUBJECTS = new Set('government country commission ministry army president minister court parliament committee council company party crew captain team police prosecution defence defense opposition union mayor driver victim suspect pilot programme program project ship plane aircraft rocket train building bridge station ceremony meeting law bill agreement war city town village region island club coach referee striker goalkeeper situation problem number price economy inflation'.split(' ').filter((w) => w !== 'inflation' && w !== 'police'));

/** Whether a word stands as an active verb that can have an object. */
function a1(document: Document, token: Token): boolean {
  const w = token.word.folded;
  if (token.word.shape !== 'lower' || FUNCTION_WORDS.has(w) || w.endsWith('ly') || posOf(document, token) !== 'VERB') return false;
  if (w.endsWith('ing')) return BE.has(document.before(token)?.word.folded ?? '') || /^(?:by|after|before|without)$/.test(document.before(token)?.word.folded ?? '');
  const before = document.before(token);
  return !!before && !/^(?:and|but|or|that)$/.test(before.word.folded) && activeVerb(document, token, /(?:ed|t|de|ve|ck|ght|ok|on|an|ew|ld)$/.test(w) ? 'past' : w.endsWith('s') ? 'third' : 'base') > 0;
}

const posAt = (document: Document, i: number, sentence: number) => {
  const t = document.tokens[i];
  return t && t.sentence === sentence ? posOf(document, t) : undefined;
};

/** Whether a word before a noun is an adjective and no determiner. */
function posOf2(document: Document, token: Token): boolean {
  return token.word.shape === 'lower' && !FUNCTION_WORDS.has(token.word.folded) && /^(?:become|became|becomes|remain|remains|remained)$/.test(document.before(token)?.word.folded ?? '') && posOf(document, token) === 'ADJ';
}

/** "the his", "a this", "the 50% of", "a same" */
function checkDoubled(document: Document, token: Token, w: string, report: Put): void {
  const next = document.after(token);
  if (!next?.spaced || next.word.shape !== 'lower' && next.kind !== 'number') return;
  const n = next.word.folded;
  const behind = document.tokens[next.index + 1];
  if (next.kind === 'number') {
    // "the 50% of voters"
    const sign = behind?.text === '%' || behind?.word.folded === 'percent' ? behind : undefined;
    if (w === 'the' && sign && wordAt(document, sign.index + 1, token.sentence) === 'of' && !/^(?:remaining|other|of)$/.test(document.before(token)?.word.folded ?? '')) report({start: token.start, end: next.start, proposals: [''], confidence: 0.55, note: 'A share in percent has no article.'});
    return;
  }
  if (/^(?:this|these|those|his|her|their|its|our|my|some|each|every|any)$/.test(n) && behind?.kind === 'word' && behind.sentence === token.sentence && !FUNCTION_WORDS.has(behind.word.folded) && token.word.shape !== 'upper') {
    report({start: token.start, end: next.start, proposals: [''], confidence: 0.86, note: 'One determiner is enough.'});
  } else if ((w === 'a' || w === 'an') && n === 'same' && behind?.kind === 'word') {
    report({start: token.start, end: token.end, proposals: [inCaseOf(token.text === 'A' ? 'Xx' : 'x', 'the')], confidence: 0.8, note: '“Same” has `the`.'});
  } else if (w === 'the' && n === 'both' && behind?.kind === 'word' && !document.tokens[token.index - 1]?.text.startsWith('“')) {
    report({start: token.start, end: next.start, proposals: [''], confidence: 0.7, note: '“Both” has no article.'});
  }
}

/** Whether a name of several words that has `the` may begin with a form. */
const mayOpenName = wordQuestion(({folded}) => data!.nameFirsts.has(folded));

/** "European Union called", "in White House", "won Nobel Prize" */
function checkLongName(document: Document, token: Token, known: Data, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const second = tokens[token.index + 1];
  if (second?.kind !== 'word' || !second.spaced || second.sentence !== sentence || !known.names.has(`${token.text} ${second.text}`)) return;
  let last = second;
  while (tokens[last.index + 1]?.kind === 'word' && tokens[last.index + 1]!.word.shape === 'capital' && tokens[last.index + 1]!.spaced && tokens[last.index + 1]!.sentence === sentence) last = tokens[last.index + 1]!;
  if (last.index > token.index + 3 || last.text.includes("'") || last.text.includes('’')) return;
  const before = document.before(token);
  const opens = !before || /^["“]$/.test(before.text);
  const b = before?.word.folded ?? '';
  const next = tokens[last.index + 1];
  const inside = next?.sentence === sentence;
  if (inside && !next.spaced && /^[-’'/]/.test(next.text)) return;
  // A noun behind it makes it an attribute: "White House officials".
  const verb = inside && next.kind === 'word' && (posOf(document, next) === 'VERB' || posOf(document, next) === 'AUX');
  if (inside && next.kind === 'word' && !verb && !FUNCTION_WORDS.has(next.word.folded)) return;
  if (opens || b === 'that') {
    if (!verb) return;
  } else if (before.kind !== 'word' || before.word.shape !== 'lower' || !(LINKS.has(b) && b !== 'as' && b !== 'between' || b === 'told' || a1(document, before)) || /^(?:and|or)$/.test(next?.word.folded ?? '')) return;
  report({start: token.start, end: token.end, proposals: [`${opens ? 'The' : 'the'} ${token.text}`], confidence: opens ? 0.5 : 0.6, note: 'This name has `the`.'});
}

/** ", Anna Nowak, denied": a name of two words between commas, and a verb. */
function saysWho(document: Document, comma: number): boolean {
  const {tokens} = document;
  const [first, last, end, verb] = [tokens[comma + 1], tokens[comma + 2], tokens[comma + 3], tokens[comma + 4]];
  const name = (t: Token | undefined) => t?.kind === 'word' && t.word.shape === 'capital' && t.sentence === tokens[comma]!.sentence;
  return name(first) && name(last) && end?.text === ',' && verb?.kind === 'word' && verb.sentence === end.sentence && verb.word.shape === 'lower' && posOf(document, verb) === 'VERB';
}

/** Heads of bodies and offices, with which no sentence begins bare. */
const OPENING = /^(?:lawyer|prosecutor|coalition|administration|head|chief|operator|brigade|kremlin|pentagon|vatican|capital|epicent(?:er|re)|court|ministry|minister|premier|chancellor|president|opposition|hospital|decision|leader|chairman|prosecution|defence|defense|army|navy|investigation|committee|commission|council|company|spokesman|spokeswoman|mayor|governor|party|embassy|agency|union|airport|university|law|bill|agreement|summit|meeting|ceremony|attack|explosion|fire|earthquake|storm|victim|suspect|driver|pilot|economy|war|country|river|ship|plane|train|team|federation|director|ambassador|reform|strike|election|vote|trial|verdict|club|bank|administration|crew|commander|manager|museum|factory|volcano|reactor|festival|exhibition|theatre|theater|euro|dollar|ruble|rouble|lira)$/;

/** "Prime minister said", "Court in Moscow sentenced", "Kremlin denied": the subject that opens a sentence, bare. */
function checkOpening(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  let head = token;
  const ruled = token.word.folded === 'government' && (tokens[token.index + 1]?.text === ',' || /^(?:said|announced|told|will|has|confirmed|decided|refused|denied|promised)$/.test(wordAt(document, token.index + 1, sentence) ?? ''));
  if (!OPENING.test(token.word.folded) && !ruled) {
    const noun = tokens[token.index + 1];
    if (noun?.kind !== 'word' || noun.word.shape !== 'lower' || !noun.spaced || noun.sentence !== sentence || !OPENING.test(noun.word.folded) || !/^(?:energy|culture|transport|environment|labour|labor|agriculture|police|fire|rescue|repair|municipal|prime|foreign|finance|interior|health|defence|defense|justice|education|economy|central|presidential|constitutional|regional|local|supreme|electoral|district|city|military|ruling|opposition|appeals|state|national|federal|russian|ukrainian|chinese|turkish|german|french|polish)$/.test(token.word.folded)) return;
    head = noun;
  }
  if (token.word.shape !== 'capital' || head.text.includes('’') || head.text.includes("'")) return;
  const verb = tokens[head.index + 1];
  // "Government, which owns a share, denied", "Health minister, Anna Nowak, denied"
  const aside = verb?.text === ',' && verb.sentence === sentence && (/^(?:which|who|whose)$/.test(tokens[verb.index + 1]?.word.folded ?? '') || saysWho(document, verb.index));
  if (!aside && (verb?.kind !== 'word' || verb.sentence !== sentence || !verb.spaced || verb.word.shape !== 'lower')) return;
  let finite = verb!;
  if (!aside && verb!.word.folded === 'of' || verb.word.folded === 'in') {
    // "Leader of the protest told", "Court in Moscow sentenced"
    let k = verb.index + 1;
    while (k < verb.index + 6 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === sentence && !(posOf(document, tokens[k]!) === 'VERB' || posOf(document, tokens[k]!) === 'AUX')) k++;
    const found = tokens[k];
    if (found?.text === ',' && found.sentence === sentence && head.word.folded === 'leader') finite = found;
    else if (found?.kind !== 'word' || found.sentence !== sentence || k >= verb.index + 6) return;
    else finite = found;
  }
  const v = finite.word.folded;
  if (finite.text !== ',' && !/^(?:said|says|will|would|has|had|is|was|told|announced|can|could|must|did|does)$/.test(v) && !(posOf(document, finite) === 'VERB' && /(?:ed|s|t|d|k|w|n|e)$/.test(v) && !v.endsWith('ing') && (v.endsWith('ed') || !v.endsWith('s') && activeVerb(document, finite, 'past') > 0))) return;
  // Behind a dateline or a crosshead, and in a run of headlines, articles are dropped.
  if (document.sentences[sentence]!.last - token.index < 4) return;
  report({start: token.start, end: token.end, proposals: [`The ${token.text === token.text.toUpperCase() ? token.text : /^(?:Kremlin|Pentagon|Vatican|Russian|Ukrainian|Chinese|Turkish|German|French|Polish)$/.test(token.text) ? token.text : token.text.toLowerCase()}`, `A ${token.text.toLowerCase()}`], confidence: 0.36, note: 'A single thing that can be counted has an article.'});
}

/** Letters of aircraft and vehicles: "Mi-8", "F-16". */
const MODELS = /^(?:Mi|Ka|Su|MiG|Tu|Il|An|Yak|F|B|C|T|BMP|BTR|Boeing|Airbus|Cessna|Antonov|Tupolev|Sukhoi)$/;

/** "the crash of Mi-8 in the region", "aboard Boeing 737": one of many. */
function checkModel(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const before = document.before(token);
  const dash = tokens[token.index + 1];
  const hyphened = dash?.text === '-' && !dash.spaced;
  const number = tokens[token.index + (hyphened ? 2 : 1)];
  if (!hyphened && token.text.length < 5 || number?.sentence !== token.sentence || !/^A?\d{1,3}$/.test(number.text) || hyphened && number.spaced) return;
  const b = before?.word.folded ?? '';
  if (before?.kind !== 'word' || before.word.shape !== 'lower' || !/^(?:of|by|from|aboard|with|in|on|near|using|flew|fly|piloting|flying|lost|shot|crashed|with)$/.test(b) || tokens[number.index + 1]?.text === 's') return;
  if (!ends(document, number.index + 1, token.sentence) || /^(?:and|or)$/.test(wordAt(document, number.index + 1, token.sentence) ?? '')) return;
  const an = /^(?:Mi|F|An|Il|Antonov|Airbus)$/.test(token.text) && !/^Mi/.test(token.text);
  report({start: token.start, end: token.end, proposals: [`${an ? 'an' : 'a'} ${token.text}`, `the ${token.text}`], confidence: b === 'of' || b === 'by' || b === 'aboard' ? 0.6 : 0.4, note: 'A single thing that can be counted has an article.'});
}

/** "in EU", "of Kremlin" */
function checkName(document: Document, token: Token, report: Put): void {
  const before = document.before(token);
  if (before?.kind !== 'word' || before.word.shape !== 'lower' || !LINKS.has(before.word.folded) && before.word.folded !== 'told' || before.word.folded === 'as' || token.text.includes("'") || token.text.includes('’')) return;
  const next = document.tokens[token.index + 1];
  if (next && next.sentence === token.sentence && (next.kind === 'word' ? !/^(?:and|in|on|to|for|with|has|have|is|was|will|would|by|from|but|since|after|as|at|or|that|which|because)$/.test(next.word.folded) && !(next.word.shape === 'lower' && posOf(document, next) === 'VERB') : !/^[.,;:)]$/.test(next.text))) return;
  if (next?.text === ',' && document.tokens[next.index + 1]?.word.shape === 'upper' || next?.word.folded === 'and' || /^(?:and|or|between|like|such)$/.test(before.word.folded)) return;
  report({start: token.start, end: token.end, proposals: [`the ${token.text}`], confidence: 0.6, note: 'This name has `the`.'});
}
