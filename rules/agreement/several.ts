/** What is said to be more than one, in the singular, whatever its phrase ends with: "Several building were", "two of the three suspect", "Some expert believe", "the best goalkeeper of all the league" not. Ranked by the language model. */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS, pluralOf} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {isInfinitive} from '../../src/document/verbs.ts';
import type {Word} from '../../src/document/word.ts';
import {Gap, gainOf, wordingOf} from '../../src/evidence/fluency.ts';
import {endsPhrase, nounish, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {isEnglish, lookup} from '../../src/lexicon/lexicon.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report & {readonly kind: 'plural' | 'determiner'}) => void;

const MANY = /^(?:several|many|few|both|various|numerous|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
/** Of these, some of one thing may be meant as well: "most of the town". */
const PART = /^(?:some|most|half|all|none)$/;
const ROUND = /^(?:hundred|thousand|dozen|million)$/;
const DETERMINER = /^(?:the|his|her|its|their|our|my|these|those)$/;
/** No plural of these, or none that says more than the singular. */
const NOT_COUNTED = /^(?:people|police|staff|crew|half|way|kind|sort|time|use|home|part|work|air|top|day|year|day-to-day|world|city|country|town|region|area|money|food|water|land|population|public|family|team|group|army|media|data|euro|dollar|percent|cent|pound|level|rest|total|record|speed|star|seat|storey|door|page|lap|point|goal|set|run|round|stage|mile|metre|meter|kilometre|kilometer|acre|hectare|tonne|ton|gram|litre|liter|gallon|foot|inch|bedroom|room|match|game|race|medium|equipment)$/;
const UNCOUNTABLE = /^(?:news|equipment|information|advice|evidence|furniture|luggage|progress|research|knowledge|damage|traffic)$/;
const PERSON = /^(?:person|man|woman|child|[a-z]{3,}(?:ee|er|or|ist|ian|man|woman|ant|ent)|victim|suspect|pilot|nurse|refugee|citizen|neighbou?r|guest|member|fan|relative|athlete|expert|witness|hostage|migrant|patient|deput(?:y)|soldier|child)$/;
const ODD: Readonly<Record<string, string>> = {man: 'men', woman: 'women', child: 'children', person: 'people'};

const DIGITS = /^(?:[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+)$/;
/** What a noun phrase ends before, though it may be a noun elsewhere: "five workers last week". */
const WHEN = /^(?:last|this|next|yesterday|today|tomorrow|earlier|later)$/;

/** Whether one of these is looked for at a token. */
export const maySayMany = ({kind, text, word}: Token): boolean => (kind === 'number' ? DIGITS.test(text) : kind === 'word' && sayMany(word));
const sayMany = ({folded}: Word): boolean => MANY.test(folded) || PART.test(folded) || ROUND.test(folded) || /^(?:one|each|either|neither|these|those)$/.test(folded);

/** The plural of a noun in the singular, of one in -ing too; undefined for all others. */
function manyOf({kind, word}: Token): string | undefined {
  const w = word.folded;
  if (kind !== 'word' || word.shape !== 'lower' || w.length < 3 || NOT_COUNTED.test(w) || /(?:s|ed|ly|ness|ism|ity|ance|ence|tion)$/.test(w) && !/(?:station|election|organi[sz]ation|decision|region|question|demonstration|operation|residence|ambulance|conference|city|university|community|facility|bus|explosion)$/.test(w)) return undefined;
  const plural = ODD[w] ?? pluralOf(w);
  return isEnglish(w) && isEnglish(plural) && lookup(plural).frequency >= 75 && (!w.endsWith('ing') || /^(?:building|meeting|painting|warning|hearing|shooting|killing|finding|filling|ceiling|wedding|rating|ring|king|opening|reading|blessing|crossing|listing|recording)$/.test(w)) ? plural : undefined;
}

/** Whether a verb of many stands within five tokens, before anything else could be its subject. */
function manyDo(document: Document, from: number): boolean {
  const {tokens} = document;
  const {sentence} = tokens[from - 1]!;
  for (let k = from; k < from + 6; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== sentence || pluralNoun(t) && posOf(document, t) === 'NOUN' || /^(?:and|or|who|which|that|they|we|you|i)$/.test(t.word.folded)) return false;
    if (/^(?:are|were|have)$/.test(t.word.folded)) return true;
    if (/^(?:is|was|has)$/.test(t.word.folded)) return false;
    if (k === from && posOf(document, t) === 'VERB' && isInfinitive(t.word.folded) && !/(?:ed|t|s)$/.test(t.word.folded)) return true;
  }
  return false;
}

/** How much likelier a plural is behind a number, as that is spoken. */
function likelier(document: Document, {index, word}: Token, plural: string): number {
  const gap = new Gap(document, index, index);
  return gap.likelihoodOf(wordingOf([plural])).whole - gap.likelihoodOf(wordingOf([word.folded])).whole;
}

export function several(document: Document, many: Token, put: Put): void {
  const {tokens} = document;
  const {sentence} = many;
  const w = many.word.folded;
  let k = many.index + 1;
  const at = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i]! : undefined);
  const word = (i: number) => at(i)?.word.folded ?? '';
  const before = document.before(many)?.word.folded ?? '';
  const mark = tokens[many.index - 1];
  if (mark?.sentence === sentence && (/^[-–/.$€£¥#]$/.test(mark.text) || !many.spaced && mark.kind === 'punctuation' && !/^[“"(]$/.test(mark.text))) return;
  const digits = many.kind === 'number';
  // "Article 5 breach", "in May 3 workers"
  if (digits && mark?.sentence === sentence && (mark.kind === 'number' || mark.kind === 'word' && mark.word.shape !== 'lower' && !document.opensSentence(mark) || /^(?:the|a|an|his|her|its|their|our|my|this|every|each|per)$/.test(mark.word.folded))) return;
  const of = word(k) === 'of' && DETERMINER.test(word(k + 1));
  // "all the flight", "half of the shop", "one of the best goalkeeper"
  let determined = of;
  if (of) k += 2;
  else if (w === 'all' && DETERMINER.test(word(k))) {
    k++;
    determined = true;
  } else if (/^(?:one|each|either|neither|none|half|all)$/.test(w)) return;
  if (ROUND.test(w) && (of || !/^(?:a|an|one|two|three|four|five|several|ten)$/.test(before))) return;
  if (/^(?:these|those)$/.test(w) && of) return;
  if (determined && (NUMBER_WORDS.has(word(k)) || at(k)?.kind === 'number')) k++;
  let noun: Token | undefined;
  for (let n = 0; n < 4; n++, k++) {
    const t = at(k);
    if (t?.kind !== 'word' || t.word.shape !== 'lower' || !t.spaced) break;
    const pos = posOf(document, t);
    if (endsPhrase(t, sentence) && !/^(?:more|other)$/.test(t.word.folded) || n > 0 && WHEN.test(t.word.folded) || pos !== 'NOUN' && pos !== 'ADJ' && !(n === 0 && pos === 'VERB' && /(?:ed|ing|en)$/.test(t.word.folded) && posOf(document, at(k + 1) ?? t) === 'NOUN')) break;
    if (pluralNoun(t) || /^(?:people|men|women|children|km|cm|mm|kg|mph|kph|kw|mw|m)$/.test(t.word.folded)) return;
    noun = t;
  }
  const next = tokens[k];
  if (!noun || noun.index !== k - 1 || next?.text === '-' || posOf(document, noun) !== 'NOUN' || next?.sentence === sentence && next.kind === 'word' && (next.word.shape !== 'lower' || /^(?:or|long|old|ago|later|away|years?)$/.test(next.word.folded))) return;
  const n = noun.word.folded;
  if (/^(?:these|many|few)$/.test(w) && UNCOUNTABLE.test(n) && !of) {
    const one = w === 'these' ? 'this' : w === 'many' ? 'much' : 'little';
    if (w === 'few' && before === 'a') return;
    put({kind: 'determiner', start: many.start, end: many.end, proposals: [many.word.shape === 'capital' ? one[0]!.toUpperCase() + one.slice(1) : one], confidence: 0.72, note: 'English does not count this noun, so it goes with a singular.'});
    return;
  }
  if (digits && n.length < 4 && !/^(?:man|boy|car|dog|cow)$/.test(n)) return;
  const plural = digits && n === 'family' ? 'families' : manyOf(noun);
  if (!plural || /^(?:these|those)$/.test(w)) return;
  // "the most fundamental building block", "two rice ball set"; "the number four hitter", "the top four of the tournament"
  if (next?.sentence === sentence && next.kind === 'word' && !endsPhrase(next, sentence) && !/ed$/.test(next.word.folded) && !WHEN.test(next.word.folded) && nounish(next.word.folded) > 20 || /^(?:number|no|top|last|first|final|chapter|page|article|section|room|gate|lane|level|day|game|set|part|act|at)$/.test(before)) return;
  const alone = noun.index === many.index + 1;
  // "a two man team", "the three judge panel" end with another noun; "two and a half hour".
  if (alone && /^(?:a|an|-|and|in|by|to|one)$/.test(before) && !ROUND.test(w) && !(digits && /^(?:and|in|by|to)$/.test(before)) || alone && n === 'more') return;
  if (next?.word.folded === 'and' || next?.text === ',') for (let j = k + 1; j < k + 5 && tokens[j]?.sentence === sentence; j++) if (pluralNoun(tokens[j]!) || w === 'both' || /^(?:men|women|people|children)$/.test(tokens[j]!.word.folded)) return;
  if (w === 'both') for (let j = k; j < k + 6 && tokens[j]?.sentence === sentence; j++) if (tokens[j]!.word.folded === 'and') return;
  const gain = digits ? likelier(document, noun, plural) : gainOf(document, noun.index, noun.index, [plural]);
  const person = PERSON.test(n);
  // "one of the best goalkeeper"
  const ranked = w === 'one' && of && /^(?:best|most|worst|main|leading|[a-z]{3,}est)$/.test(word(many.index + 3));
  const partial = PART.test(w);
  if (partial ? !manyDo(document, k) && !(person && w !== 'some' && gain > 1.5) : gain < (ranked && person ? -4 : person || ranked ? -0.6 : 0.2)) return;
  put({kind: 'plural', start: noun.start, end: noun.end, proposals: [plural], confidence: person || gain > 1.5 ? 0.55 : 0.4, note: 'More than one: the noun needs its plural.'});
}
