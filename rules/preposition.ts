import type {Document} from '../src/document/document.ts';
import {CONJUNCTIONS, DAYS, FUNCTION_WORDS, inCaseOf, MONTHS, NUMBER_WORDS, PREPOSITIONS} from '../src/document/english.ts';
import {Forms} from '../src/document/forms.ts';
import type {Token} from '../src/document/token.ts';
import {wordNote, wordQuestion} from '../src/document/word.ts';
import {baseOfPast, formsOf, ingOf, isInfinitive} from '../src/document/verbs.ts';
import {activeVerb, infinitiveAt, startsObject, wordAt} from '../src/evidence/clause.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag, pairCount} from '../src/lexicon/lexicon.ts';
import {Recent} from '../src/lexicon/recent.ts';
import {Table} from '../src/lexicon/table.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';
import {mayMeasure, measured} from './preposition/measures.ts';

type Section = 'verbs' | 'adjectives' | 'nouns';
interface Pair {
  readonly section: Section;
  readonly head: string;
  readonly right: readonly string[];
  readonly strength: '' | '+' | '?';
}
interface Phrase {
  readonly words: readonly string[];
  readonly right: string;
  readonly weak: boolean;
}

interface Complement {
  readonly base: string;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  /** Only before a number. */
  readonly number: boolean;
}

/** Under a form of a word: its section, the word, and what `prepositions.yml` says of it. Made by `scripts/lists.ts`. */
const HEADS = new Table('preposition-heads');
/** What the forms that texts have say, by the wrong preposition. */
const pairs = new Recent<ReadonlyMap<string, Pair> | null>(3000);
/** By the form of a verb: the wrong prepositions behind its object. */
const COMPLEMENTS = new Forms<Complement>('complement');
/** By their first words. */
const PHRASES = new Forms<readonly Phrase[]>('preposition-phrase');
/** Phrases that begin with one word, in their order: by their second word, and those that have any day, month or number there, which come last. */
interface Beginning {
  readonly bySecond: ReadonlyMap<string, readonly Phrase[]>;
  readonly open: readonly Phrase[];
}
const NO_PHRASES: Beginning = {bySecond: new Map(), open: []};
const beginningWith = wordNote((word): Beginning => {
  const phrases = PHRASES.get(word);
  if (!phrases) return NO_PHRASES;
  const bySecond = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const phrase of phrases) {
    const second = phrase.words[1]!;
    if (/^[@%~]$/.test(second)) open.push(phrase);
    else bySecond.set(second, [...(bySecond.get(second) ?? []), phrase]);
  }
  return {bySecond, open};
});

function pairsOf(form: string): ReadonlyMap<string, Pair> | undefined {
  const known = pairs.get(form);
  if (known !== undefined) return known ?? undefined;
  let found: Map<string, Pair> | undefined;
  for (const line of HEADS.lines(form)) {
    const [section, head = '', body = ''] = line.split('\t');
    for (const part of body.split(';')) {
      const [wrong = '', put = ''] = part.split('>');
      const strength = /^\s*([+?]?)/.exec(put)![1] as '' | '+' | '?';
      const right = put.replace(/[+?]/, '').trim().split('|');
      found ??= new Map();
      for (const w of wrong.trim().split(' ')) if (!found.has(w)) found.set(w, {section: section as Section, head, right, strength});
    }
  }
  pairs.set(form, found ?? null);
  return found;
}

const CHANGED = new Set('rose fell grew increased decreased dropped declined jumped climbed surged slipped plunged shrank soared dipped tumbled rise fall grow increase decrease drop decline jump climb rises falls grows increases risen fallen grown reduced raised expanded contracted'.split(' '));
const NOUNS_OF_CHANGE = /^(?:rises?|falls?|increases?|decreases?|drops?|declines?|jumps?|climbs?|grows?|reduced|expanded|contracted)$/;
/** Verbs and nouns of going somewhere, with the preposition before a country or city and how sure "in" is wrong there. */
const TRAVEL = new Map<string, readonly [string, number]>();
for (const [base, confidence] of [['go', 0.7], ['return', 0.7], ['send', 0.55], ['flee', 0.72], ['invite', 0.6], ['deport', 0.8], ['extradite', 0.82], ['transfer', 0.6], ['come', 0.6], ['fly', 0.6], ['travel', 0.35], ['bring', 0.5], ['emigrate', 0.78], ['export', 0.4], ['escape', 0.4], ['migrate', 0.5], ['rush', 0.6]] as const) for (const form of formsOf(base)) TRAVEL.set(form, ['to', confidence]);
for (const [noun, confidence] of [['visit', 0.6], ['visits', 0.5], ['trip', 0.5], ['return', 0.55], ['travel', 0.4], ['deportation', 0.8], ['extradition', 0.8], ['journey', 0.3], ['invitation', 0.6], ['withdrawal', 0.3]] as const) if (!TRAVEL.has(noun)) TRAVEL.set(noun, ['to', confidence]);
const LENGTHS = /^(?:kilometres|kilometers|km|miles|metres|meters)$/;
let countries: ReadonlySet<string> | undefined;
const SPANS = /^(?:year|month|week|decade|years|months|weeks|days|decades|hours|centuries|minutes)$/;
const COUNT = /^(?:a|\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several|many)$/;
/** Behind these a phrase of place or time may stand as well as the complement. */
const ADJUNCTS = new Set(['in', 'at', 'on', 'by', 'for', 'from', 'with', 'after', 'before', 'under', 'into', 'over', 'against', 'out']);

export default defineRule({
  id: 'preposition',
  summary: 'A preposition that this word does not take in English',
  why: `Every verb, adjective and noun has its own preposition, and engines keep that of the source: Spanish dreams *with*, French depends *of*, Russian rises *on* 18%, German warns *before*. The pairs are a list (\`rules/prepositions.yml\`); counts of word pairs in English tell whether the pair that stands there is one that people write.

Silent before infinitives and expressions of time, where another reading of the pair is common, and, for pairs that are only rare, in texts that do not look machine-translated.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    ...SMALL_EDIT,
    complement: 'A preposition that the verb, noun or adjective before it does not take',
    'set-phrase': 'A preposition that the whole phrase does not take',
    time: 'A preposition before a day, a date or a length of time',
    amount: 'A preposition before an amount, a share, a distance or a result',
  },
  examples: {
    bad: [
      {text: 'The work will be finished until June. He has been waiting from the spring. She scored and, five minutes after, hit the bar. They open at the summer.', flagged: ['until', 'from', 'after', 'at'], fixed: 'The work will be finished by June. He has been waiting since the spring. She scored and, five minutes later, hit the bar. They open in the summer.', mt: 'yes'},
      {text: 'The gap was of 12 points. It lies 14 kilometres far from the centre. They repay percent 40 of it. The costs, estimated on two million euros, rise. They went from one bed to other.', flagged: [' of', 'far from', 'percent 40', 'on', 'other'], fixed: 'The gap was 12 points. It lies 14 kilometres from the centre. They repay 40 percent of it. The costs, estimated at two million euros, rise. They went from one bed to another.', mt: 'yes'},
      {text: 'The reaction on the speech was cool. There is access on the beach.', flagged: ['on', 'on'], fixed: 'The reaction to the speech was cool. There is access to the beach.', mt: 'yes'},
      {text: 'She was married with the owner and responsible of the farm.', flagged: ['with', 'of'], fixed: 'She was married to the owner and responsible for the farm.'},
      {text: 'It depends of the weather whether we participate to the race.', flagged: ['of', 'to'], fixed: 'It depends on the weather whether we participate in the race.'},
      {text: 'Gusts of 90 kilometres by hour hit the coast.', flagged: ['kilometres by hour'], fixed: 'Gusts of 90 kilometres per hour hit the coast.'},
      {text: 'Imports rose on 4% and prices for 2.5 percent.', flagged: ['on'], fixed: 'Imports rose by 4% and prices for 2.5 percent.'},
      {text: 'Sales fell in around 14 per cent; they grew in 20 per cent of the shops.', flagged: ['in'], fixed: 'Sales fell by around 14 per cent; they grew in 20 per cent of the shops.', mt: 'yes'},
      {text: 'The school is closed since three years.', flagged: ['since'], fixed: 'The school is closed for three years.'},
      {text: '“We are safe,” he wrote in Facebook at Monday.', flagged: ['in Facebook', 'at Monday'], fixed: '“We are safe,” he wrote on Facebook on Monday.'},
      {text: 'He returned in Russia in Friday evening, 30 kilometres of Moscow, with between 10 to 20 men.', flagged: ['in', 'in', 'of', 'to'], fixed: 'He returned to Russia on Friday evening, 30 kilometres from Moscow, with between 10 and 20 men.', mt: 'yes'},
      {text: 'She was born in 5 May 1950 and died on June 2003.', flagged: ['in', 'on'], fixed: 'She was born on 5 May 1950 and died in June 2003.'},
      {text: 'She accused him about lying and blamed them of the fire.', flagged: ['about', 'of'], fixed: 'She accused him of lying and blamed them for the fire.', mt: 'yes'},
      {text: 'One adult on seven is ill. Fares went up with 6%. Sales rose of the 9%. They have little of trust.', flagged: ['on', 'with', 'of the', 'of '], fixed: 'One adult in seven is ill. Fares went up by 6%. Sales rose by 9%. They have little trust.', mt: 'yes'},
      {text: 'He has not worked here from September; he turned the hall in a hospital; they won with 3-1.', flagged: ['from', 'in', 'with '], fixed: 'He has not worked here since September; he turned the hall into a hospital; they won 3-1.', mt: 'yes'},
      {text: 'Experts warned before a new war; he dreams with a farm.', flagged: ['before', 'with'], fixed: 'Experts warned of a new war; he dreams of a farm.'},
      {text: 'He was elected in the 1999 year. There is nothing of new. One from the leaders was hit from a car; the toll reached to 30, and they called to a march.', flagged: ['the 1999 year', 'of ', 'from', 'from', ' to', 'to'], fixed: 'He was elected in 1999. There is nothing new. One of the leaders was hit by a car; the toll reached 30, and they called for a march.', mt: 'yes'},
      {text: 'The number of jobless is of 2 million, and a dozen of senators came.', flagged: [' of', ' of'], fixed: 'The number of jobless is 2 million, and a dozen senators came.', mt: 'yes'},
      {text: 'The country has doubled the duties on steel at 50%, and rates were cut at 3 percent.', flagged: ['at', 'at'], fixed: 'The country has doubled the duties on steel to 50%, and rates were cut to 3 percent.', mt: 'yes'},
      {text: 'At the House, nobody spoke. They came with the bus to the stadium.', flagged: ['At', 'with the'], fixed: 'In the House, nobody spoke. They came by bus to the stadium.', mt: 'yes'},
      {text: 'The road between Rome to Naples was closed. He arrived on Monday to Paris and was taken in hospital.', flagged: ['to', 'to', 'in'], fixed: 'The road between Rome and Naples was closed. He arrived on Monday in Paris and was taken to hospital.', mt: 'yes'},
      {text: 'They lost after a defeat for 3 to 1. As minimum ten died in the result of the fire.', flagged: ['for 3 to 1', 'As minimum', 'in the result of'], fixed: 'They lost after a defeat 3-1. At least ten died as a result of the fire.', mt: 'yes'},
      {text: 'On updated data, ten houses burned. On the words of the director, it is late. The bank is the third-largest for assets. She cleans forty rooms to the day. They stood in the rain by six weeks. The ceremony begins in 11 a.m. on Monday.', flagged: ['On updated data', 'On the words of', 'for', 'to the', 'by', 'in'], fixed: 'According to updated data, ten houses burned. According to the director, it is late. The bank is the third-largest by assets. She cleans forty rooms a day. They stood in the rain for six weeks. The ceremony begins at 11 a.m. on Monday.', mt: 'yes'},
      {text: 'We looked to the pictures on the wall.', flagged: ['to'], fixed: 'We looked at the pictures on the wall.', mt: 'yes'},
      {text: 'He spoke on the press conference in honour to the victims.', flagged: ['on the press conference', 'in honour to'], fixed: 'He spoke at the press conference in honour of the victims.', mt: 'yes'},
    ],
    good: [
      {text: 'It will be closed until June. He has been waiting from January to May. Ten minutes after the goal, it rained. They met at the spring in the forest. He is of 16th-century stock.', mt: 'yes'},
      {text: 'Rates increased at 5% a year, output grew at 4%, and he raised doubts at 2% of the shops.', mt: 'yes'},
      'He was warned before the match and married with great pomp in May.',
      {text: 'The group is of 20 men; a dozen of the senators and two dozen of them came. He spoke at the House gift shop and at the White House, and came with the bus driver. Nothing of interest, something of a surprise, two from the suburbs, one from the north; he reached out to 30 and was called to a meeting, and the police were called to a protest.', mt: 'yes'},
      {text: 'The list would include a large march this Saturday in the capital.', mt: 'yes'},
      {text: 'They will meet between this Friday and Monday. He chose to submit the problem to a court and shared his influence with the mayor.', mt: 'yes'},
      'In the words of the poet, it rains. On this data, nothing can be said. It is the largest market for sales staff, a year to the day. He won by six weeks of work, and she is older by two years. Trains run in 5 of 11 towns.',
      'The chair, of course, depends for help on the state.',
      'Sales in the first half rose on Monday; the rate was up 18% on the year.',
      'It arrived to find nobody, and she participated to help the poor.',
      'The house, closed since two years ago, is responsible, of course.',
      'They invest in Facebook shares and in Telegram, the company.',
      'He worked in the night of May 9 from two years to three years.',
      'One hit on seven o’clock news; he led the team with 12 points to play. It was enough of a sign.',
      'He accused the man in the car, blamed the owner of the car and turned the corner in a hurry.',
      'In 2019 May resigned; on March 12 he left.',
    ],
  },
  weak: weakEdits('preposition'),
  explain: explainEdits,
  check(document, report) {
    const as = (kind: 'complement' | 'set-phrase' | 'time' | 'amount'): Put => (found) => report({...found, kind});
    const complement = as('complement');
    const setPhrase = as('set-phrase');
    const time = as('time');
    const amount = as('amount');
    for (const token of document.ownTokens) {
      if (token.kind !== 'word') continue;
      const w = token.word.folded;
      if (mayMeasure(w)) measured(document, token, {complement, time, amount});
      if (!mayMatter(token.word)) continue;
      if (w === 'is' || w === 'was') {
        checkIsOf(document, token, amount);
        continue;
      }
      if (/^(?:dozen|hundred|thousand|million)$/.test(w)) checkDozen(document, token, amount);
      checkPhrases(document, token, setPhrase);
      if (w === 'since' || w === 'from') checkSpan(document, token, w, time);
      else if (w === 'in' || w === 'on' || w === 'at') {
        checkDate(document, token, w, time);
        if (w === 'at') checkChamber(document, token, complement);
      }
      else if (CHANGED.has(w) || (w === 'up' || w === 'down') && /^(?:go|goes|went|gone|going|come|came|is|are|was|were)$/.test(document.before(token)?.word.folded ?? '')) checkChange(document, token, amount);
      if (TRAVEL.has(w)) checkTravel(document, token, w, complement);
      else if (w === 'between' || w === 'until' || w === 'at' || w === 'since') checkRange(document, token, w, amount);
      else if (LENGTHS.test(w)) checkDistance(document, token, amount);
      if (w === 'between') checkBetween(document, token, amount);
      else if (MOVED.test(w)) checkHospital(document, token, complement);
      else if (/^(?:arrive|arrives|arrived)$/.test(w)) checkArrived(document, token, complement);
      const behind = COMPLEMENTS.get(token.word);
      if (behind) checkComplement(document, token, behind, complement);
      if (PARTITIVE.test(w)) checkPartitive(document, token, complement);
      if (NUMBER_WORDS.has(w)) checkShare(document, token, amount);
      else if (w === 'from') {
        checkFrom(document, token, time);
        checkAgent(document, token, complement);
      }
      else if (w === 'with') checkRide(document, token, complement);
      else if (w === 'to') checkRate(document, token, amount);
      if (SOURCES.test(w)) checkSource(document, token, setPhrase);
      if (w === 'for' || w === 'of') checkRanked(document, token, amount);
      else if (w === 'by') checkLasting(document, token, time);
      else if (w === 'in') checkHour(document, token, time);
      else if (RESULT.test(w)) checkResult(document, token, amount);
      else if (/^(?:nothing|something|anything|everything)$/.test(w)) checkOf(document, token, complement);
      else if (/^(?:reach|reaches|reached|reaching)$/.test(w)) checkReached(document, token, amount);
      else if (/^call(?:s|ed|ing)?$/.test(w)) checkCalled(document, token, complement);
      else if (/^(?:little|enough)$/.test(w)) checkQuantity(document, token, amount);
      const map = pairsOf(w);
      if (!map || token.word.shape === 'upper') continue;
      const next = document.after(token);
      const pair = next?.kind === 'word' ? map.get(next.text) : undefined;
      if (next && pair) checkPair(document, token, next, pair, complement);
    }
  },
});

const isNamed = (w: string) => HEADS.has(w) || CHANGED.has(w) || TRAVEL.has(w) || LENGTHS.test(w) || NUMBER_WORDS.has(w) || RESULT.test(w) || SOURCES.test(w) || /^(?:with|to|for|of|by|is|was|dozen|hundred|thousand|million)$/.test(w) || PARTITIVE.test(w) || MOVED.test(w) || /^arrive[sd]?$/.test(w) || /^(?:since|from|in|on|at|up|down|between|until|little|enough|nothing|something|anything|everything|reach(?:es|ed|ing)?|call(?:s|ed|ing)?)$/.test(w);
/** Whether anything is known of what stands behind a word form. */
const mayMatter = wordQuestion((word) => isNamed(word.folded) || PHRASES.get(word) !== undefined || COMPLEMENTS.get(word) !== undefined);

type Put = (r: Report) => void;

const MARGIN = /^(?:points?|seconds?|minutes?|goals?|votes?|strokes?|lengths?|metres?|meters?|hours?|seats?|percent|%|percentage|half)$/;
const RESULT = /^(?:won|wins|win|winning|lost|loses|lose|losing|beat|beats|beaten|defeated|drew|victory|defeat|triumph|draw)$/;
/** Of a whole: "one from the leaders". */
const PARTITIVE = /^(?:one|two|three|four|five|many|several|most|each|some|none)$/;

/** "At the House, Republicans said", "the vote at the Senate" */
function checkChamber(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const [the, house, next] = [tokens[token.index + 1], tokens[token.index + 2], tokens[token.index + 3]];
  if (the?.word.folded !== 'the' || house?.sentence !== token.sentence || !/^(?:House|Senate|Congress|Bundestag|Duma|Knesset|Sejm|Chamber|Assembly|Rada|Bundesrat)$/.test(house.text)) return;
  if (next && next.sentence === token.sentence && next.kind !== 'punctuation' && !(next.word.shape === 'lower' && FUNCTION_WORDS.has(next.word.folded)) || next?.text === '-') return;
  report({start: token.start, end: token.end, proposals: [inCaseOf(token.text, token.word.shape === 'capital' ? 'In' : 'in')], confidence: 0.5, note: 'A chamber of parliament takes `in`.'});
}

/** What one has something from: "On updated data". */
const SOURCES = /^(?:data|information|figures|estimates|calculations|words)$/;

/** "On updated data, 32 houses burned", "On the words of the director": according to. */
function checkSource(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {first} = document.sentences[token.sentence]!;
  const open = /^[“"]$/.test(tokens[first]!.text) ? first + 1 : first;
  const lead = tokens[open]!;
  const next = tokens[token.index + 1];
  const words = token.word.folded === 'words';
  if (token.index - open < 1 || token.index - open > 3 || next?.sentence !== token.sentence || !/^(?:on|by|at|after|in|from)$/.test(lead.word.folded)) return;
  if (!(words ? next.word.folded === 'of' && lead.word.folded !== 'after' : next.text === ',' || next.word.folded === 'of') || lead.word.folded === 'in' && !words || lead.word.folded === 'by' && !words && next.text !== ',') return;
  if (words ? token.index - open > 2 : !tokens.slice(open + 1, token.index).every((t) => /^(?:the|updated|preliminary|latest|new|official|last|first|available|operational|according|specified|recent|various|initial|verified|my|our|his|her|their)$/.test(t.word.folded))) return;
  // "In the words of the poet"
  if (words && lead.word.folded === 'in') return;
  let comma = token.index + 1;
  while (comma < token.index + 14 && tokens[comma]?.sentence === token.sentence && tokens[comma]!.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return;
  const rest = document.text.slice(tokens[open + 1]!.start, token.end);
  report({start: lead.start, end: words ? next.end : token.end, proposals: words ? [inCaseOf(lead.text, 'according to'), 'In the words of'] : [`${inCaseOf(lead.text, 'according to')} ${rest}`], confidence: 0.7, note: 'Where something comes from is told with “according to”.'});
}

/** "forty beds to the day": so many a day. */
function checkRate(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const span = tokens[token.index + 2];
  if (tokens[token.index + 1]?.word.folded !== 'the' || span?.sentence !== token.sentence || !/^(?:day|week|month|year|hour|minute)$/.test(span.word.folded)) return;
  const next = tokens[span.index + 1];
  if (next?.sentence === token.sentence && !/^[.,;:)”"]$/.test(next.text) && !/^(?:and|but|for|in|from|at)$/.test(next.word.folded)) return;
  const noun = document.before(token);
  // "a year to the day", "from the night to the day"
  if (noun?.kind !== 'word' || SPANS.test(noun.word.folded) || !pluralNoun(noun) && !/^(?:euros|dollars|times|hours|people|km|litres)$/.test(noun.word.folded)) return;
  for (let k = noun.index - 1; k > noun.index - 5 && tokens[k]?.sentence === token.sentence; k--) {
    if (/^(?:from|between)$/.test(tokens[k]!.word.folded)) return;
    if (tokens[k]!.kind !== 'number' && !NUMBER_WORDS.has(tokens[k]!.word.folded)) continue;
    report({start: token.start, end: tokens[token.index + 1]!.end, proposals: ['a', 'per'], confidence: 0.6, note: 'So many in a time: “a day”.'});
    return;
  }
}

/** "the sixth-largest lender for assets": ranked by. */
function checkRanked(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const measure = tokens[token.index + 1];
  const w = token.word.folded;
  if (measure?.sentence !== token.sentence || !/^(?:assets|revenue|revenues|turnover|sales|population|inhabitants|size|volume|area|capitalisation|capitalization|gdp|importance|surface|production|income|length|height|extension|profession)$/.test(measure.word.folded)) return;
  const next = tokens[measure.index + 1];
  if (next?.sentence === token.sentence && !/^[.,;:)”"]$/.test(next.text) && !/^(?:and|in|after|behind|with|but)$/.test(next.word.folded)) {
    if (!(w === 'of' && measure.word.folded === 'profession')) return;
  }
  if (measure.word.folded === 'profession') {
    if (w === 'of' && /^(?:lawyer|teacher|doctor|engineer|journalist|nurse|economist|architect|cook|electrician|carpenter|a|an)$/.test(next?.word.folded ?? '')) report({start: token.start, end: token.end, proposals: ['by'], confidence: 0.75, note: 'What somebody works as, he is by profession.'});
    return;
  }
  if (w !== 'for') return;
  for (let k = token.index - 1; k > token.index - 6 && tokens[k]?.sentence === token.sentence; k--) if (/^(?:largest|biggest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|largest|smallest|leading)$/.test(tokens[k]!.word.folded)) {
    report({start: token.start, end: token.end, proposals: ['by'], confidence: 0.72, note: 'What things are ranked by.'});
    return;
  }
}

/** "stood there by six weeks": how long something goes on. */
function checkLasting(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  let k = token.index + 1;
  if (/^(?:almost|nearly|about|over|only|some|a)$/.test(wordAt(document, k, token.sentence) ?? '')) k++;
  const count = tokens[k];
  const span = tokens[k + 1];
  if (count?.sentence !== token.sentence || !(count.kind === 'number' || NUMBER_WORDS.has(count.word.folded) || /^(?:many|several|few)$/.test(count.word.folded)) || span?.sentence !== token.sentence || !/^(?:seconds|minutes|hours|days|weeks|months|years|decades)$/.test(span.word.folded)) return;
  for (let n = token.index - 1; n > token.index - 7 && tokens[n]?.sentence === token.sentence; n--) {
    const w = tokens[n]!.word.folded;
    if (tokens[n]!.kind !== 'word') return;
    if (/^(?:won|beat|led|leads|late|early|delayed|postponed|extended|reduced|prolonged|older|younger|cut|brought|moved)$/.test(w)) return;
    if (/^(?:st(?:an|oo)ds?|stood|wait(?:s|ed|ing)?|liv(?:e|es|ed|ing)|work(?:s|ed|ing)?|stay(?:s|ed|ing)?|remain(?:s|ed)?|sat|lay|slept|walked|travelled|traveled|served|reigned|ruled|governed|studied|taught|suffered|lasted|slept|fought|sang|danced|spoke|talked|cried)$/.test(w)) {
      report({start: token.start, end: token.end, proposals: ['for'], confidence: 0.6, note: 'How long something goes on is told with “for”.'});
      return;
    }
  }
}

/** "in 11 a.m.", "in 9:40": an hour takes at. */
function checkHour(document: Document, token: Token, report: Put): void {
  const hour = document.after(token);
  if (hour?.kind !== 'number' || !/^(?:\d|1\d|2[0-4])(?:[:.][0-5]\d)?$/.test(hour.text)) return;
  const next = document.tokens[hour.index + 1];
  const marked = next?.sentence === token.sentence && /^(?:a\.m\.?|p\.m\.?|am|pm|o'clock|a|p)$/.test(next.word.folded || next.text);
  if (!marked && !/^\d{1,2}:\d\d$/.test(hour.text) || marked && /^[ap]$/.test(next.word.folded) && document.tokens[next.index + 1]?.text !== '.') return;
  if (!marked && /^(?:in|timed?|clocked|finished|won|ran|minutes?|hours?|record|second|third|crossed)$/.test(document.before(token)?.word.folded ?? '')) return;
  report({start: token.start, end: token.end, proposals: [inCaseOf(token.text, 'at')], confidence: marked ? 0.8 : 0.35, note: 'An hour takes `at`.'});
}

/** "come with the bus" */
function checkRide(document: Document, token: Token, report: Put): void {
  const the = document.after(token);
  const ride = the && document.after(the);
  const before = document.before(token);
  if (the?.text !== 'the' || !ride || !/^(?:bus|train|plane|tram|metro|subway|ferry|taxi|bicycle|underground)$/.test(ride.word.folded) || !before || !/^(?:come|came|comes|go|goes|went|gone|travel|travels|travelled|traveled|travelling|traveling|arrive|arrived|arrives|flew|commute|commutes|going|coming|home|work|school|there|here)$/.test(before.word.folded)) return;
  const next = document.tokens[ride.index + 1];
  if (next && next.sentence === token.sentence && next.kind === 'word' && !/^(?:to|and|in|on|from|at|because|but|every|today|yesterday|after|before)$/.test(next.word.folded)) return;
  report({start: token.start, end: the.end, proposals: ['by'], confidence: 0.55, note: 'How one travels is told with `by`.'});
}

/** "accused her about inventing", "leads him with 12 seconds": the preposition behind the object. */
function checkComplement(document: Document, token: Token, found: Complement, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  let k = token.index + 1;
  const first = tokens[k];
  if (first?.kind !== 'word' || first.sentence !== sentence) return;
  const w = first.word.folded;
  if (/^(?:him|them|us|me|it|her|himself|herself|itself|themselves)$/.test(w) && !(w === 'her' && !found.wrong.includes(tokens[k + 1]?.word.folded ?? ''))) k++;
  else {
    if (/^(?:the|a|an|his|her|its|their|this|these|those|our|two|three|several|many|some|all)$/.test(w)) k++;
    else if (first.word.shape === 'lower' && !pluralNoun(first) && !/^(?:people|men|women|children|money)$/.test(w)) return;
    const start = k;
    while (k < start + 4 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === sentence && !PREPOSITIONS.has(tokens[k]!.word.folded) && !FUNCTION_WORDS.has(tokens[k]!.word.folded)) k++;
    if (k === start || tokens[k - 1]!.word.folded.endsWith('ing') || SPANS.test(tokens[k - 1]!.word.folded)) return;
  }
  const preposition = tokens[k];
  if (preposition?.kind !== 'word' || preposition.sentence !== sentence || !found.wrong.includes(preposition.text)) return;
  const behind = tokens[k + 1];
  if (!behind || behind.sentence !== sentence) return;
  const form = token.word.folded === ingOf(found.base) ? 'ing' : token.word.folded === found.base ? 'base' : token.word.folded.endsWith('s') ? 'third' : 'past';
  if (!activeVerb(document, token, form) && !(form === 'base' && token.index === document.sentences[sentence]!.first)) return;
  const number = behind.kind === 'number' || NUMBER_WORDS.has(behind.word.folded) || /^(?:half|over|about|nearly|almost|a|an|more|up)$/.test(behind.word.folded) && [k + 2, k + 3, k + 4].some((n) => MARGIN.test(tokens[n]?.text ?? '') || SPANS.test(tokens[n]?.word.folded ?? ''));
  if (found.number) {
    if (!number || !(/^(?:lead|beat|defeat)$/.test(found.base) ? [k + 2, k + 3, k + 4].some((n) => MARGIN.test(tokens[n]?.text ?? '')) : found.base === 'sentence' ? [k + 2, k + 3].some((n) => SPANS.test(tokens[n]?.word.folded ?? '')) : [k + 2, k + 3].some((n) => /^(?:%|percent|percentage|points?)$/.test(tokens[n]?.text ?? '')))) return;
  } else {
    const gerund = behind.word.folded.endsWith('ing');
    if (number || !(gerund || startsObject(document, k + 1, sentence) || behind.kind === 'word' && behind.word.shape === 'lower' && !FUNCTION_WORDS.has(behind.word.folded) && isBareNoun(document, behind))) return;
    const wrongWord = preposition.word.folded;
    // A place, a time, a part of the object: "invited the mayor of the town", "accused the men in the car".
    if (wrongWord === 'of' && !(/^(?:him|them|us|me|it|her)$/.test(w) || first.word.shape === 'capital')) return;
    if ((wrongWord === 'in' || wrongWord === 'at' || wrongWord === 'on' || wrongWord === 'with' || wrongWord === 'from' || wrongWord === 'before') && !gerund && !(found.base === 'turn' || found.base === 'transform' || found.base === 'convert') && !/^(?:him|them|us|me|it|her)$/.test(w)) return;
    if ((found.base === 'turn' || found.base === 'transform' || found.base === 'convert') && !/^(?:a|an)$/.test(behind.word.folded)) return;
    if (found.base === 'invite' && (wrongWord === 'on' || wrongWord === 'at' && !/^(?:a|an|the|his|her|their)$/.test(behind.word.folded)) || found.base === 'turn' && /^(?:back|out|down|himself|herself|themselves|it)$/.test(w)) return;
    if (wrongWord === 'in' && !gerund && /^(?:accuse|suspect|blame|convict|acquit|convince|assure|reproach)$/.test(found.base)) return;
    if (wrongWord === 'on' && !gerund && /^(?:accuse|inform|remind)$/.test(found.base)) return;
    if (found.base === 'save' && wrongWord === 'before' || found.base === 'spend' && !gerund && !/^(?:the|a|an|his|her|its|their|new)$/.test(behind.word.folded)) return;
  }
  report({start: preposition.start, end: preposition.end, proposals: found.right, confidence: found.number ? 0.6 : /^(?:him|them|us|me|it|her)$/.test(w) ? 0.55 : 0.45, relies: preposition.start - token.start, note: `English says: ${found.base} someone or something ${found.right[0]}.`});
}

/** "one adult on seven", "nine on ten" */
function checkShare(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  for (let k = token.index + 1; k < token.index + 4; k++) {
    const t = tokens[k];
    if (!t || t.sentence !== token.sentence || t.kind !== 'word') return;
    if (t.text === 'on') {
      const all = tokens[k + 1];
      if (!all || all.sentence !== token.sentence || !NUMBER_WORDS.has(all.word.folded) && !(all.kind === 'number' && /^\d{1,3}$/.test(all.text)) || all.word.folded === 'one') return;
      const next = tokens[k + 2];
      if (next && next.sentence === token.sentence && next.kind === 'word' && !/^(?:is|are|was|were|has|have|had|will|would|can|could|does|do|did|in|of|who|say|said|says|lives|live|works|work|now|already|never|not|still)$/.test(next.word.folded) && posOf(document, next) !== 'VERB') return;
      report({start: t.start, end: t.end, proposals: ['in', 'out of'], confidence: 0.7, note: 'A share is “one in seven” or “one out of seven”.'});
      return;
    }
    if (FUNCTION_WORDS.has(t.word.folded) || NUMBER_WORDS.has(t.word.folded)) return;
  }
}

/** "has not been here from 19 September": a time from which something goes on. */
function checkFrom(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const next = tokens[token.index + 1];
  if (next?.sentence !== sentence || token.word.shape !== 'lower' || !(MONTHS.has(next.word.folded) && next.word.shape === 'capital' || /^(?:19|20)\d\d$/.test(next.text) || DAYS.has(next.word.folded) && next.word.shape === 'capital')) return;
  for (let k = token.index + 2; k < token.index + 7 && tokens[k]?.sentence === sentence; k++) if (/^(?:to|until|till|through|onwards?|on|and|-|–|—)$/.test(tokens[k]!.word.folded) || /^[-–—]$/.test(tokens[k]!.text)) return;
  for (let k = token.index - 1; k > token.index - 9 && tokens[k]?.sentence === sentence; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return;
    if (/^(?:to|will|would|be|can|could|may|data|figures|released|published|apply|applied|valid|effective|dating|dates|dated|video|footage|photo|photos|images|letter|report)$/.test(t.word.folded)) return;
    if (/^(?:has|have|hasn't|haven't)$/.test(t.word.folded)) {
      const not = t.word.folded.endsWith("n't") || wordAt(document, k + 1, sentence) === 'not';
      const been = wordAt(document, k + 1, sentence) === 'been' || not && wordAt(document, k + 2, sentence) === 'been';
      if (not || been) report({start: token.start, end: token.end, proposals: ['since'], confidence: not ? 0.6 : 0.45, note: 'What began then and still goes on takes `since`.'});
      return;
    }
  }
}

/** "won with 3-1" */
function checkResult(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  for (let k = token.index + 1; k < token.index + 6; k++) {
    const t = tokens[k];
    if (!t || t.sentence !== token.sentence || t.kind !== 'word') return;
    if (t.text === 'for' && tokens[k + 1]?.kind === 'number' && tokens[k + 2]?.word.folded === 'to' && tokens[k + 3]?.kind === 'number' && /^\d{1,2}$/.test(tokens[k + 1]!.text) && /^\d{1,2}$/.test(tokens[k + 3]!.text)) {
      report({start: t.start, end: tokens[k + 3]!.end, proposals: [`${tokens[k + 1]!.text}-${tokens[k + 3]!.text}`, `by ${tokens[k + 1]!.text} to ${tokens[k + 3]!.text}`], confidence: 0.7, note: 'A result stands without “for”.'});
      return;
    }
    if (t.text !== 'with') continue;
    const [one, dash, two] = [tokens[k + 1], tokens[k + 2], tokens[k + 3]];
    const score = one?.kind === 'number' && /^\d{1,3}[-–:]\d{1,3}$/.test(one.text) || one?.kind === 'number' && /^[-–:]$/.test(dash?.text ?? '') && !dash!.spaced && two?.kind === 'number' && !two.spaced;
    const behind = score ? wordAt(document, k + (dash && /^[-–:]$/.test(dash.text) ? 4 : 2), token.sentence) : undefined;
    if (score && behind !== 'win' && behind !== 'victory' && behind !== 'lead') report({start: t.start, end: one!.start, proposals: [''], confidence: 0.72, note: 'A result stands without “with”.'});
    return;
  }
}

/** "nothing of new": French *rien de nouveau*. */
function checkOf(document: Document, token: Token, report: Put): void {
  const of = document.after(token);
  const adjective = of && document.after(of);
  if (of?.text !== 'of' || !adjective || !/^(?:new|special|good|bad|serious|strange|important|concrete|wrong|unusual|extraordinary|particular|similar|suspicious|illegal|positive|negative|interesting|useful|surprising|scandalous|exceptional|dangerous|abnormal|different|bigger|better|worse|definitive|definite|specific)$/.test(adjective.word.folded)) return;
  const next = document.tokens[adjective.index + 1];
  if (next && next.sentence === token.sentence && next.kind === 'word' && !FUNCTION_WORDS.has(next.word.folded)) return;
  report({start: of.start, end: adjective.start, proposals: [''], confidence: 0.82, note: `An adjective follows \`${token.text}\` without \`of\`.`});
}

/** What has an amount. */
const MEASURED = /^(?:number|rate|price|cost|costs|level|toll|amount|share|average|debt|deficit|budget|unemployment|inflation|salary|wage|distance|length|height|depth|weight|temperature|population|value|sum|fine|penalty|speed|age|capacity|turnover|profit|loss|losses|revenue|magnitude|fee|rent|duration|majority|margin|score|result|increase|rise|fall|drop|growth|gap)$/;

/** "the number of unemployed is of 2 million": French *est de*. */
function checkIsOf(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const of = tokens[token.index + 1];
  const number = tokens[token.index + 2];
  if (of?.text !== 'of' || of.sentence !== token.sentence || !number || number.sentence !== token.sentence || !(number.kind === 'number' || /^[$€£]$/.test(number.text) || NUMBER_WORDS.has(number.word.folded) || /^(?:about|around|nearly|almost|more|less|over)$/.test(number.word.folded) && (tokens[token.index + 3]?.kind === 'number' || tokens[token.index + 4]?.kind === 'number'))) return;
  for (let k = token.index - 1; k > token.index - 9 && tokens[k]?.sentence === token.sentence; k--) {
    if (tokens[k]!.text === ',' || /^(?:that|which|and|but)$/.test(tokens[k]!.word.folded) && k < token.index - 1) return;
    if (MEASURED.test(tokens[k]!.word.folded)) return report({start: token.end, end: of.end, proposals: [''], confidence: 0.7, note: 'An amount is so much, not “of” so much.'});
  }
}

/** "a dozen of senators" */
function checkDozen(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const of = tokens[token.index + 1];
  const noun = tokens[token.index + 2];
  if (of?.text !== 'of' || noun?.kind !== 'word' || noun.sentence !== token.sentence || noun.word.shape !== 'lower' || FUNCTION_WORDS.has(noun.word.folded) || !/^(?:a|an|half|two|three|four|five|six|several|about|around|nearly)$/.test(document.before(token)?.word.folded ?? '')) return;
  const head = tokens[noun.index + 1];
  if (!pluralNoun(noun) && noun.word.folded !== 'people' && !(head?.sentence === token.sentence && head.kind === 'word' && pluralNoun(head))) return;
  report({start: token.end, end: of.end, proposals: [''], confidence: 0.7, note: 'English says: a dozen people.'});
}

/** "between Rome to Naples" */
function checkBetween(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  let k = token.index + 1;
  while (k < token.index + 4 && tokens[k]?.sentence === token.sentence && tokens[k]!.word.shape === 'capital') k++;
  const to = tokens[k];
  if (k === token.index + 1 || to?.text !== 'to' || to.sentence !== token.sentence || tokens[k + 1]?.word.shape !== 'capital') return;
  // "from Monday to Friday" belongs to a longer stretch: an "and" may follow.
  for (let n = k + 1; n < k + 5; n++) if (tokens[n]?.word.folded === 'and' && tokens[n]!.sentence === token.sentence) return;
  report({start: to.start, end: to.end, proposals: ['and'], confidence: 0.78, note: 'English says: between one and the other.'});
}

const MOVED = /^(?:transported|taken|brought|rushed|transferred|evacuated|carried|delivered)$/;

/** "was transported in hospital", "were taken in the hospitals of the region" */
function checkHospital(document: Document, token: Token, report: Put): void {
  const wrong = document.after(token);
  if (!wrong || !/^(?:in|at)$/.test(wrong.text)) return;
  let k = wrong.index + 1;
  if (/^(?:the|a|an|various|different|several|local|nearby|two|three)$/.test(wordAt(document, k, token.sentence) ?? '')) k++;
  if (!/^(?:hospitals?|clinics?|morgue|custody)$/.test(wordAt(document, k, token.sentence) ?? '') || wordAt(document, k, token.sentence) === 'custody' && wrong.text !== 'in' || !/^(?:was|were|been|is|are|being|be|and)$/.test(document.before(token)?.word.folded ?? '')) return;
  report({start: wrong.start, end: wrong.end, proposals: [wordAt(document, k, token.sentence) === 'custody' ? 'into' : 'to'], confidence: 0.72, note: 'Where somebody is taken, is named with `to`.'});
}

/** "arrived on Monday to Paris" */
function checkArrived(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  let k = token.index + 1;
  if (wordAt(document, k, token.sentence) === 'on' && DAYS.has(wordAt(document, k + 1, token.sentence) ?? '')) k += 2;
  else if (DAYS.has(wordAt(document, k, token.sentence) ?? '') || /^(?:yesterday|today|late|early)$/.test(wordAt(document, k, token.sentence) ?? '')) k++;
  else return;
  if (/^(?:morning|evening|night|afternoon)$/.test(wordAt(document, k, token.sentence) ?? '')) k++;
  const to = tokens[k];
  if (to?.text === 'to' && to.sentence === token.sentence && tokens[k + 1]?.word.shape === 'capital' && tokens[k + 1]!.word.entry.flags & Flag.Place && tokens[k + 2]?.word.shape !== 'capital') report({start: to.start, end: to.end, proposals: ['in'], confidence: 0.66, note: 'One arrives `in` a city or country.'});
}

/** "one from the leaders of the party" */
function checkPartitive(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const from = document.after(token);
  if (from?.text !== 'from' || !/^(?:the|his|her|its|their|these|those|our)$/.test(wordAt(document, from.index + 1, token.sentence) ?? '')) return;
  const before = document.before(token);
  if (before?.kind === 'number' || before && /^(?:and|the|than|hundred)$/.test(before.word.folded) || NUMBER_WORDS.has(before?.word.folded ?? '')) return;
  for (let k = from.index + 2; k < from.index + 5; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== token.sentence || FUNCTION_WORDS.has(t.word.folded)) return;
    const next = tokens[k + 1];
    const ends = !next || next.sentence !== token.sentence || next.kind === 'punctuation' && next.text !== '-' || FUNCTION_WORDS.has(next.word.folded);
    if (!ends) continue;
    // "two from the suburbs", "one from the archives": where they come from.
    if (/^(?:suburbs|archives|ranks|sides|states|islands|villages|towns|cities|mountains|regions|provinces|republics|courts|ashes|shadows|sidelines|stands|woods|fields|files|hills|countries|headlines|netherlands|philippines|outskirts)$/.test(t.word.folded) || !pluralNoun(t) && !/^(?:people|men|women|children)$/.test(t.word.folded)) return;
    report({start: from.start, end: from.end, proposals: ['of'], confidence: 0.5, note: 'A part is named with `of`.'});
    return;
  }
}

/** "reached to 30" */
function checkReached(document: Document, token: Token, report: Put): void {
  const to = document.after(token);
  const number = to && document.after(to);
  if (to?.text !== 'to' || number?.kind !== 'number' && !/^(?:more|about|nearly|almost|over)$/.test(number?.word.folded ?? '') || number!.sentence !== token.sentence) return;
  if (number!.kind !== 'number' && document.tokens[number!.index + 1]?.kind !== 'number' && document.tokens[number!.index + 2]?.kind !== 'number') return;
  report({start: token.end, end: to.end, proposals: [''], confidence: 0.72, note: 'What is reached stands without `to`.'});
}

/** "called to a march": who wants it, calls for it. */
function checkCalled(document: Document, token: Token, report: Put): void {
  const to = document.after(token);
  if (to?.text !== 'to' || /^(?:is|are|was|were|be|been|being)$/.test(document.before(token)?.word.folded ?? '') || token.word.folded === 'call' && posOf(document, token) !== 'VERB') return;
  for (let k = to.index + 1; k < to.index + 5; k++) {
    const w = wordAt(document, k, token.sentence);
    if (w === undefined) return;
    if (/^(?:march|strike|boycott|demonstration|demonstrations|protest|protests|mobilisation|mobilization|vote|truce|ceasefire|uprising|manifestation|dialogue|calm|unity|peace|restraint|elections)$/.test(w)) {
      if (isInfinitive(w) && k === to.index + 1 && !/^(?:dialogue|calm|unity|peace|restraint)$/.test(w)) return;
      report({start: to.start, end: to.end, proposals: ['for'], confidence: 0.62, note: 'What somebody wants to happen, he calls for.'});
      return;
    }
    if (k > to.index + 3 || FUNCTION_WORDS.has(w) && !/^(?:a|an|the|new|this)$/.test(w)) return;
  }
}

/** "little of trust", "enough of time" */
function checkQuantity(document: Document, token: Token, report: Put): void {
  const of = document.after(token);
  const noun = of?.text === 'of' ? document.after(of) : undefined;
  if (!of || noun?.kind !== 'word' || noun.word.shape !== 'lower' || FUNCTION_WORDS.has(noun.word.folded) || /^(?:value|interest|note|substance|course|use|importance|consequence|late|it|that|this|what|something|everything|both|such)$/.test(noun.word.folded) || pluralNoun(noun)) return;
  const next = document.after(noun);
  if (next && next.kind === 'word' && !PREPOSITIONS.has(next.word.folded) && !/^(?:and|to|that)$/.test(next.word.folded) || posOf(document, noun) !== 'NOUN') return;
  report({start: of.start, end: noun.start, proposals: [''], confidence: 0.5, note: 'Without an article or pronoun there is no “of”.'});
}

const isBareNoun = (document: Document, t: Token) => t.word.shape === 'lower' && !FUNCTION_WORDS.has(t.word.folded) && !/^(?:example|instance|years|months|weeks|days|hours|good|free|life|now|long|years|some|help|sure|decades|once|today|tomorrow|yesterday|pleasure|great)$/.test(t.word.folded) && posOf(document, t) === 'NOUN';

/** Gain in likelihood, in tenfold steps, by which another preposition is better than the one that stands there. */
const BETTER = 1.5;
/** Verbs that hand something to somebody, and those that share something with him, in all forms: they ask for the preposition behind their object. */
const HANDED = {
  to: new Set('submit bring take put leave give hand present refer entrust explain attribute add pass report move transfer relate link devote offer return send apply'.split(' ').flatMap((base) => [base, ...formsOf(base)])),
  with: new Set('share discuss resolve solve settle raise exchange compare connect link replace combine address handle provide'.split(' ').flatMap((base) => [base, ...formsOf(base)])),
};
/** "submit the problem to a court" */
function isHandedOver(document: Document, noun: Token, preposition: keyof typeof HANDED): boolean {
  for (let k = noun.index - 1; k > noun.index - 5; k--) {
    const w = wordAt(document, k, noun.sentence);
    if (w === undefined || PREPOSITIONS.has(w)) return false;
    if (HANDED[preposition].has(w)) return true;
  }
  return false;
}

/** The one of several prepositions ("" for none) with which a place becomes likeliest, if it does by much. */
function likeliest(document: Document, preposition: Token, right: readonly string[]): string | undefined {
  let best: string | undefined;
  let most = BETTER;
  for (const put of right) {
    const gain = gainOf(document, preposition.index, preposition.index, put ? [put] : []);
    if (gain >= most) [best, most] = [put, gain];
  }
  return best;
}

function checkPair(document: Document, token: Token, preposition: Token, {section, head, right, strength}: Pair, report: Put): void {
  const wrong = preposition.text;
  const behind = preposition.index + 1;
  const {sentence} = token;
  const follow = wordAt(document, behind, sentence);
  if (follow === undefined || follow === 'course' || follow === 'least' || follow === 'which' || follow === 'whom' || follow === 'all') return;
  if (wrong === 'to' && infinitiveAt(document, preposition.index, sentence)) return;
  const [first = ''] = right;
  // A gerund is a complement, a bare noun may be a time or a manner.
  const gerund = follow.endsWith('ing') && wrong !== 'by' && wrong !== 'in';
  const bare = strength === '+' && isBareNoun(document, document.tokens[behind]!);
  if (head === 'warn' && wrong === 'before' ? !bare && follow !== 'a' && follow !== 'an' : !gerund && !bare && !startsObject(document, behind, sentence) && !(head === 'dream' && (follow === 'a' || follow === 'the'))) return;
  const w = token.word.folded;
  const before = document.before(token)?.word.folded ?? '';
  if (section === 'verbs') {
    // "the Honorary Guard of the …": a name, no verb
    if (token.word.shape !== 'lower' && !document.opensSentence(token)) return;
    // "more worrying for the party": an adjective
    if (w === ingOf(head) ? /^(?:the|a|an|of|his|her|their|its|more|most|less|very|so|too|particularly|especially|deeply|even)$/.test(before) : (w === head || w.endsWith('s')) && posOf(document, token) !== 'VERB') return;
    if ((wrong === 'before' || wrong === 'after') && !activeVerb(document, token, w === head ? 'base' : w === ingOf(head) ? 'ing' : w.endsWith('s') ? 'third' : 'past')) return;
    if (wrong === 'by' && /(?:ed|en|t|d)$/.test(w)) return;
  } else if (section === 'adjectives' && (before === 'a' || before === 'the') && wrong !== 'of') return;
  const there = pairCount(w, wrong);
  const wanted = first ? pairCount(w, first) : 80;
  let raw: number;
  if (strength === '+') raw = there > wanted ? 0.35 : 0.88;
  else {
    const adjunct = ADJUNCTS.has(wrong);
    // A place or manner may follow any word; only a swap of "in" and "on" before the complement is telling.
    if (adjunct && section !== 'nouns' && first && first !== wrong && /^(?:on|at|in)$/.test(wrong) && (wrong !== 'in' || section === 'adjectives') && (there === 0 || wanted - there >= 45) && wanted >= 70 && gainOf(document, preposition.index, preposition.index, [first]) >= (wrong === 'in' ? 1.6 : 0.8)) {
      report({start: preposition.start, end: preposition.end, proposals: right, confidence: 0.36, relies: preposition.start - token.start, note: `English says \`${w} ${first}\`.`});
      return;
    }
    const counted = !(adjunct && (section === 'nouns' || ((wrong === 'in' || wrong === 'at' || wrong === 'on') && (first !== 'on' || wrong !== 'in')))) && !(there > 0 && wanted - there < 45) && !(wanted < 70 || (there > 0 && (adjunct || section === 'nouns' || strength === '?')));
    if (!counted) {
      // Where the counts of the pair alone say nothing, the words on both sides may.
      if (wrong === 'of' || wrong === 'from' || wrong === 'against' || strength === '?' || section !== 'nouns' && /^(?:in|at)$/.test(wrong)) return;
      if (section === 'nouns' && (wrong === 'to' || wrong === 'with') && isHandedOver(document, token, wrong)) return;
      const best = likeliest(document, preposition, right);
      if (best) report({start: first ? preposition.start : token.end, end: preposition.end, proposals: [best, ...right.filter((put) => put !== best)], confidence: 0.36, relies: (first ? preposition.start : token.end) - token.start, note: `English says \`${w} ${best}\` here.`});
      return;
    }
    raw = there > 0 ? 0.2 : wanted >= 100 ? 0.5 : 0.4;
    if (adjunct) raw -= 0.15;
    if (strength === '?') raw -= 0.1;
  }
  report({
    start: first ? preposition.start : token.end, end: preposition.end, proposals: right, confidence: raw, relies: (first ? preposition.start : token.end) - token.start,
    note: `English says \`${w} ${first}\`.`,
  });
}

/** Who does such things, and is no place or time. */
const AGENT = /^(?:police|court|parliament|government|opposition|president|minister|ministry|army|authorities|people|students|unions?|judges?|company|prosecutors?|prosecution|soldiers|guards|residents|voters|members|critics|experts|colleagues?|rebels|protesters|demonstrators|workers|employees|commission|committee|council|senate|party|leader|leaders|lawyers?|doctors|teammates?|supporters|fans|director|mayor|governor|king|queen|pope|public|media|press|car|truck|lorry|bus|train|motorcycle|vehicle|bullet|dog|shark|lightning|missile|drone|wave)$/;
/** Participles that name who did it, seldom where from. */
const DONE = /^(?:criticis|criticiz|condemn|approv|reject|accus|support|arrest|block|attack|detain|question|elect|nam|organis|organiz|welcom|interrupt|threaten|injur|defeat|stopp|confirm|adopt|prais|announc|propos|demand|examin|investigat|applaud|punish|fin|sentenc|prepar|present|sign|treat|visit|contact|inform)ed$|^(?:beaten|killed|shot|hit|led|chosen|written|built|founded|bitten|run|struck)$/;

/** "arrested from the police", "criticised from the opposition": who does it is named with by. */
function checkAgent(document: Document, from: Token, report: Put): void {
  const participle = document.before(from);
  if (participle?.kind !== 'word' || !DONE.test(participle.word.folded)) return;
  let be = document.before(participle);
  if (be && /ly$|^(?:also|already|then|not)$/.test(be.word.folded)) be = document.before(be);
  if (!be || !/^(?:is|are|was|were|be|been|being)$/.test(be.word.folded)) return;
  const det = document.tokens[from.index + 1];
  if (det?.kind !== 'word' || det.sentence !== from.sentence) return;
  for (let k = from.index + 1; k < from.index + 4; k++) {
    const t = document.tokens[k];
    if (t?.kind !== 'word' || t.sentence !== from.sentence) return;
    if (AGENT.test(t.word.folded)) {
      const next = wordAt(document, k + 1, from.sentence);
      if (next === 'station' || next === 'building' || next === 'headquarters' || next === 'custody') return;
      report({start: from.start, end: from.end, proposals: ['by'], confidence: 0.62, note: 'Who does something is named with `by`.'});
      return;
    }
  }
}

/** Whether what follows a phrase lets it end there: no noun of which its last word is a part. */
function endsPhrase(document: Document, last: Token): boolean {
  const next = document.tokens[last.index + 1];
  if (!next || next.sentence !== last.sentence || next.kind === 'punctuation' || next.kind === 'symbol') return next?.text !== '-' || next.spaced;
  return next.kind === 'word' && (FUNCTION_WORDS.has(next.word.folded) || CONJUNCTIONS.has(next.word.folded) || (next.word.shape === 'lower' && next.word.folded.endsWith('ly')));
}

function checkPhrases(document: Document, token: Token, report: Put): void {
  const {bySecond, open} = beginningWith(token.word);
  const second = document.tokens[token.index + 1];
  if (!second || bySecond.size === 0 && !open.length) return;
  for (const phrase of bySecond.get(second.word.folded) ?? []) if (checkPhrase(document, token, phrase, report)) return;
  for (const phrase of open) if (checkPhrase(document, token, phrase, report)) return;
}

function checkPhrase(document: Document, token: Token, {words, right, weak}: Phrase, report: Put): boolean {
  const {tokens} = document;
  let i = token.index;
  for (const word of words) {
    const t = tokens[i];
    if (!t || t.sentence !== token.sentence || (i > token.index && !t.spaced)) return false;
    const f = t.word.folded;
    if (word === '@' || word === '%') {
      if (!(word === '@' ? DAYS : MONTHS).has(f) || t.word.shape !== 'capital') return false;
    } else if (word === '~') {
      if (t.kind !== 'number') return false;
    } else if (f !== word || i > token.index && t.word.shape === 'capital' && !/^(?:facebook|twitter|telegram|instagram|youtube|tiktok|weibo|whatsapp|linkedin|internet)$/.test(f) && !MONTHS.has(f) && !DAYS.has(f)) return false;
    i++;
  }
  const last = tokens[i - 1]!;
  const end = words.at(-1)!;
  const open = PREPOSITIONS.has(end) || end === 'minimum' || end === 'maximum' || end === 'the' || end === 'a' || end === 'his' || end === '~' || end === 'that' || end === 'last' || end === 'this';
  const sure = DAYS.has(last.word.folded) || words[1] === 'by' || end === 'facebook' || (words.length === 2 && right.startsWith('on '));
  if (!open && words[1] !== 'by' && !endsPhrase(document, last)) return false;
  const next = wordAt(document, i, token.sentence);
  const before = document.before(token)?.word.folded;
  // "invest in Facebook", "believes in …"
  if (words.length === 2 && words[0] === 'in' && /^(?:facebook|twitter|telegram|instagram|youtube|tiktok|weibo|whatsapp|linkedin)$/.test(end) && !/^(?:wrote|said|posted|published|announced|shared|reported|stated|added|appeared|post|message|statement|tweeted|writes|write|video|confirmed|commented|page|account|channel|broadcast|warned|noted)$/.test(before ?? '')) return false;
  if (end === 'to' && infinitiveAt(document, i - 1, token.sentence)) return false;
  if (/(?:years|months|weeks|days|time|year|decades|centuries)$/.test(end) && /^(?:ago|of|before|earlier|later|past|or)$/.test(next ?? '')) return false;
  if (before === 'and' && weak) return false;
  // "between this Friday and Monday"
  if (words[0] === 'this' && before !== undefined && PREPOSITIONS.has(before)) return false;
  // "there will be a march this Saturday": only of what is over it is odd.
  if (words[0] === 'this' && ahead(document, token)) return false;
  // "the rise in internet use" goes on; "believe in tomorrow" is sound
  if (weak && before !== undefined && /^(?:rise|increase|fall|drop|decline|change|changes|interest|interested|believe|believes|investment|invest|focus|based|role|up|down|depends?|effect|impact)$/.test(before)) return false;
  const filled = words.flatMap((word, k) => (/^[@%~]$/.test(word) ? [tokens[token.index + k]!.text] : []));
  let n = 0;
  const text = right.replace(/[@%~]/g, () => filled[n++] ?? '');
  // "The senators backed this Thursday the bill": what is over was on a day.
  const over = words[0] === 'this' && before !== undefined && baseOfPast(before) !== undefined && posOf(document, document.before(token)!) === 'VERB';
  // "held it in one hand"
  if (end === 'hand' && words[1] === 'one' && tokens[i]?.text !== ',') return false;
  report({start: token.start, end: last.end, proposals: [token.word.shape === 'capital' ? text[0]!.toUpperCase() + text.slice(1) : text], confidence: weak ? (over ? 0.6 : 0.25) : sure ? 0.88 : words.length >= 3 ? 0.8 : 0.6, note: 'English has another preposition here.'});
  return true;
}

/** Words of a sentence that are looked at for a verb that tells of what is to come. */
const AHEAD = 16;
/** Whether the sentence speaks of what is to come before a token: "will", "is to", "planned". */
function ahead(document: Document, token: Token): boolean {
  for (let k = token.index - 1; k > token.index - AHEAD && document.tokens[k]?.sentence === token.sentence; k--) if (/^(?:will|would|shall|should|may|might|can|could|must|to|plans?|planned|scheduled|expected|due|next|is|are|calls?|called)$/.test(document.tokens[k]!.word.folded)) return true;
  return false;
}

function checkSpan(document: Document, token: Token, w: string, report: Put): void {
  const count = wordAt(document, token.index + 1, token.sentence);
  const span = wordAt(document, token.index + 2, token.sentence);
  if (count === undefined || span === undefined || !COUNT.test(count) || !SPANS.test(span) || (count === 'a') !== !span.endsWith('s') || token.word.shape !== 'lower') return;
  const next = wordAt(document, token.index + 3, token.sentence);
  if (next !== undefined && /^(?:ago|before|earlier|later|to|of|old|in|after|past|prior|previously|or|and|into|back|from|away)$/.test(next)) return;
  if (document.tokens[token.index + 2]!.spaced === false) return;
  if (w === 'from' && (count === 'many' || document.before(token)?.kind !== 'word')) return;
  report({start: token.start, end: token.end, proposals: ['for'], confidence: w === 'since' ? 0.88 : 0.3, note: `\`since\` takes a point in time, a length of time takes \`for\`.`});
}

function checkDate(document: Document, token: Token, w: string, report: Put): void {
  const a = document.tokens[token.index + 1];
  const b = document.tokens[token.index + 2];
  if (!a || a.sentence !== token.sentence) return;
  // "in the 1999 year", "in 1999 year"
  const the = a.word.folded === 'the' ? 1 : 0;
  const year = the ? b : a;
  const word = document.tokens[token.index + 2 + the];
  if (w === 'in' && year?.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(year.text) && word?.sentence === token.sentence && word.word.folded === 'year' && word.spaced && !/^(?:-|end|to)$/.test(document.tokens[word.index + 1]?.text ?? '')) {
    report({start: a.start, end: word.end, proposals: [year.text], confidence: 0.88, note: 'A year stands without the word.'});
    return;
  }
  // "in Friday evening", "at Monday"
  if (w === 'in' && DAYS.has(a.word.folded) && a.word.shape === 'capital' && (!b || b.sentence !== token.sentence || b.kind === 'punctuation' && /^[.,;]$/.test(b.text) || /^(?:morning|evening|night|afternoon)$/.test(b.word.folded) || FUNCTION_WORDS.has(b.word.folded))) {
    report({start: token.start, end: token.end, proposals: [inCaseOf(token.text, token.word.shape === 'capital' ? 'On' : 'on')], confidence: 0.86, note: 'A day takes `on`.'});
    return;
  }
  // "situated at 30 kilometres from the border"
  if (w === 'at' && a.kind === 'number' && b?.sentence === token.sentence && /^(?:kilometres|kilometers|km|miles|metres|meters)$/.test(b.text) && wordAt(document, token.index + 3, token.sentence) === 'from') {
    report({start: token.start, end: a.start, proposals: [''], confidence: 0.86, note: 'A distance has no `at`.'});
    return;
  }
  const day = (t: Token | undefined) => t?.sentence === token.sentence && t.kind === 'number' && /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(t.text);
  const month = (t: Token | undefined) => t?.sentence === token.sentence && t.kind === 'word' && t.word.shape === 'capital' && MONTHS.has(t.word.folded);
  if (w !== 'on' && ((day(a) && month(b)) || (month(a) && day(b) && !/^(?:people|%|percent|of)$/.test(document.tokens[token.index + 3]?.text ?? '')))) {
    if (document.before(token)?.word.folded === 'as' || token.index > 0 && document.tokens[token.index - 1]!.word.folded === 'than') return;
    report({start: token.start, end: token.end, proposals: [inCaseOf(token.text, token.word.shape === 'capital' ? 'On' : 'on')], confidence: 0.88, note: 'A date takes `on`.'});
  } else if (w !== 'in' && month(a) && b?.sentence === token.sentence && b.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(b.text)) {
    const before = document.before(token)?.word.folded ?? '';
    if (/^(?:up|down|compared|based|focus|focused|rise|fall)$/.test(before)) return;
    report({start: token.start, end: token.end, proposals: [inCaseOf(token.text, token.word.shape === 'capital' ? 'In' : 'in')], confidence: w === 'on' ? 0.88 : 0.6, note: 'A month takes `in`.'});
  }
}

function checkChange(document: Document, token: Token, report: Put): void {
  const wrong = document.after(token);
  if (!wrong || !/^(?:on|for|with|of|in)$/.test(wrong.text) || (wrong.text === 'of' && NOUNS_OF_CHANGE.test(token.word.folded))) return;
  // "rose of the 9%"
  const the = wrong.text === 'of' && document.tokens[wrong.index + 1]?.text === 'the' ? 1 : 0;
  // "fell in around 14 per cent"
  const about = /^(?:around|about|nearly|almost|roughly|some|approximately)$/.test(document.tokens[wrong.index + 1 + the]?.word.folded ?? '') ? 1 : 0;
  const number = document.tokens[wrong.index + 1 + the + about];
  if (number?.kind !== 'number' || number.sentence !== token.sentence) return;
  const unit = document.tokens[wrong.index + 2 + the + about];
  if (!unit || unit.sentence !== token.sentence || !/^(?:%|percent|percentage|per|points?|times|pc)$/.test(unit.text)) return;
  // "grew in 20% of the towns"
  if (wrong.text === 'in' && document.tokens[unit.index + (unit.text === 'per' ? 2 : 1)]?.text === 'of') return;
  report({start: wrong.start, end: document.tokens[wrong.index + the]!.end, proposals: ['by'], confidence: wrong.text === 'on' || wrong.text === 'of' ? 0.88 : 0.6, note: 'The amount of a rise or fall takes `by`.'});
}

/** Whether a country or a city stands at token `i` and what follows belongs to no longer name. */
function placeAt(document: Document, i: number, sentence: number): 'country' | 'city' | undefined {
  const t = document.tokens[i];
  if (t?.sentence !== sentence || t.kind !== 'word' || t.word.shape !== 'capital' || t.word.base !== t.word.folded) return undefined;
  const next = document.tokens[i + 1];
  if (next && next.sentence === sentence && (next.kind === 'word' ? next.word.shape !== 'lower' || !FUNCTION_WORDS.has(next.word.folded) && !next.word.folded.endsWith('ly') : !/^[.,;:)”"]$/.test(next.text))) return undefined;
  countries ??= new Set(readData<string[]>('countries'));
  if (countries.has(t.word.folded) || /^(?:europe|africa|asia|america)$/.test(t.word.folded)) return 'country';
  return t.word.entry.flags & Flag.Place && !(t.word.entry.flags & (Flag.Person | Flag.Lower)) ? 'city' : undefined;
}

/** "returned in Russia", "his visit in Paris" */
function checkTravel(document: Document, token: Token, w: string, report: Put): void {
  const preposition = document.after(token);
  if (!preposition || !(preposition.text === 'in' || preposition.text === 'at' && /^(?:visit|trip|return)/.test(w))) return;
  if (!placeAt(document, preposition.index + 1, token.sentence)) return;
  const before = document.before(token);
  if (!before || /^(?:is|are|was|were|been|be|being)$/.test(before.word.folded) && /^(?:come|going|coming|bringing|gone)$/.test(w) || w === 'gone' || w === 'coming' || w === 'going') return;
  const follow = wordAt(document, preposition.index + 2, token.sentence);
  if (follow === 'and' && document.tokens[preposition.index + 3]?.word.shape === 'capital' && /^travel/.test(w)) return;
  const [right, confidence] = TRAVEL.get(w)!;
  report({start: preposition.start, end: preposition.end, proposals: [right], confidence: /^(?:goes|go|went|come|comes|came|brought|brings|sent|return|returned|returns)$/.test(w) && /^(?:that|which|who)$/.test(follow ?? '') ? 0.3 : confidence, note: 'Where one goes takes `to`.'});
}

/** What brings a rate to a level. */
const LEVELS = new Set(['raise', 'lower', 'double', 'triple', 'reduce', 'cut', 'hike', 'increase', 'lift'].flatMap((base) => [...formsOf(base)]));
/** Words between such a verb and the level. */
const MAX_RATE = 7;

/** "has doubled the tariffs on steel at 50 percent": what it came to takes `to`. */
function checkLevel(document: Document, token: Token, number: Token, report: Put): void {
  const {tokens} = document;
  const unit = tokens[number.index + 1];
  if (unit?.sentence !== token.sentence || !/^(?:%|percent|pc)$/.test(unit.text) || /^(?:of|a|per|annually|each|every|and|to|interest)$/.test(tokens[unit.index + 1]?.word.folded ?? '')) return;
  for (let k = token.index - 1; k >= token.index - MAX_RATE; k--) {
    const t = tokens[k];
    if (t?.sentence !== token.sentence || t.kind !== 'word' || /^(?:at|by|to|from|that|which|who|and)$/.test(t.word.folded)) return;
    if (!LEVELS.has(t.word.folded)) continue;
    // An object stands between, or the verb is passive: "rates increased at 5%" says how fast.
    const passive = /^(?:is|are|was|were|been|be|being)$/.test(tokens[k - 1]?.word.folded ?? '');
    if (token.index - k > 1 ? posOf(document, t) === 'VERB' : passive) report({start: token.start, end: token.end, proposals: ['to'], confidence: 0.5, note: 'What a rate is brought to takes `to`.'});
    return;
  }
}

/** "between 10 to 20", "until 50 people", "at Germany", "since Paris" */
function checkRange(document: Document, token: Token, w: string, report: Put): void {
  const first = document.tokens[token.index + 1];
  if (first?.sentence !== token.sentence) return;
  if (w === 'at' && first.kind === 'number') return checkLevel(document, token, first, report);
  if (w === 'at' || w === 'since') {
    const place = placeAt(document, token.index + 1, token.sentence);
    if (token.word.shape !== 'lower' || place === undefined || w === 'at' && place !== 'country') return;
    if (w === 'at' && (document.tokens[token.index - 1]?.kind !== 'word' || pairCount(document.tokens[token.index - 1]!.word.folded, 'at') > 70 || /^(?:directed|aimed|aim|furious|anger|targeted|pointed|hit|lash|lashed|jab|swipe|missiles|rockets|fired|threats|fury)$/.test(document.tokens[token.index - 1]!.word.folded))) return;
    if (w === 'since' && document.tokens[token.index - 1]?.kind !== 'word' && document.tokens[token.index - 1]?.text !== ',') return;
    if (wordAt(document, token.index + 2, token.sentence) && !/^(?:and|on|in|after|by|to|for|with|where|but)$/.test(wordAt(document, token.index + 2, token.sentence)!)) return;
    report({start: token.start, end: token.end, proposals: [w === 'at' ? 'in' : 'from'], confidence: w === 'at' ? 0.5 : 0.42, note: w === 'at' ? 'A country takes `in`.' : '`since` is for times; a place takes `from`.'});
    return;
  }
  if (first.kind !== 'number') return;
  if (w === 'between') {
    for (let k = first.index + 1; k < first.index + 4; k++) {
      const t = document.tokens[k];
      if (!t || t.sentence !== token.sentence || t.word.folded === 'and' || t.kind === 'number') return;
      if (t.word.folded === 'to' && document.tokens[k + 1]?.kind === 'number') return report({start: t.start, end: t.end, proposals: ['and'], confidence: 0.82, note: 'English says: between one and the other.'});
    }
    return;
  }
  const noun = wordAt(document, first.index + 1, token.sentence);
  if (noun !== undefined && /^(?:people|persons|euros|dollars|kilometres|kilometers|km|metres|meters|percent|tonnes|tons|passengers|participants|degrees|litres|spectators|guests|victims|soldiers|workers|employees)$/.test(noun)) report({start: token.start, end: token.end, proposals: ['up to'], confidence: 0.7, note: 'An amount takes `up to`.'});
}

/** "30 kilometres of Paris" */
function checkDistance(document: Document, token: Token, report: Put): void {
  const number = document.before(token);
  const of = document.after(token);
  if (!number || number.kind !== 'number' && !NUMBER_WORDS.has(number.word.folded) || of?.text !== 'of' || !placeAt(document, of.index + 1, token.sentence)) return;
  const before = document.before(number)?.word.folded;
  if (before === 'within') return;
  report({start: of.start, end: of.end, proposals: ['from'], confidence: 0.76, note: 'A distance takes `from`.'});
}
