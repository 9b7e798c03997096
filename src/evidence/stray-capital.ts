import {ARTICLES, AUXILIARIES, DETERMINERS, FUNCTION_WORDS, MONTHS, POSSESSIVES, PREPOSITIONS} from '../document/english.ts';
import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import {baseOfIng, baseOfPast} from '../document/verbs.ts';
import {readData} from '../lexicon/assets.ts';
import {Flag, lookup, pairCount} from '../lexicon/lexicon.ts';
import {nounish} from './noun-phrase.ts';
import {isPlaceSomewhere} from './source-language.ts';
import type {Tally} from './usage.ts';

/** What {@link strayMeasures} measures, in its order. */
export const STRAY_MEASURES = [
  // the word
  'frequency', 'frequent', 'name', 'usually capital', 'person', 'plural', 'verb form', 'noun', 'unlisted', 'loan', 'abbreviation', 'institution', 'seldom one',
  // how the text writes it elsewhere
  'small elsewhere', 'capital elsewhere', 'institution small elsewhere',
  // before it
  'the', 'The', 'a', 'possessive', 'number', 'comma', 'preposition', 'auxiliary', 'described', 'word', 'counted', 'the institution', 'rare behind a determiner', 'rare without one', 'opening', 'proper before', 'proper before an institution', 'capitals before', 'name before', 'name before, small elsewhere',
  // behind it
  'capital behind', 'linked to a capital', 'number behind', 'mark behind', 'function word behind', 'verb behind', 'hyphen behind', 'compound before a name',
  // around it
  'pair before', 'pair behind', 'usual pair', 'capital linked to it', 'capitals near', 'short quotation',
] as const;

interface Weights {
  readonly bias: number;
  readonly weights: readonly number[];
}

let fitted: Weights | undefined;
let institutions: Set<string> | undefined;
/** The first two words of names of several words, which `name-case` repairs as a whole. */
let names: Set<string> | undefined;
let brands: Set<string> | undefined;

/** Words that stand for one institution, place or office less often: alone behind an article they seldom have a capital. */
const SELDOM = new Set('academy agency airport ambassador archbishop army attorney avenue beach bishop board branch bridge budget bureau canal captain cardinal castle cave chairman chief city coast colonel commander commissioner community companies company corporation countries country department desert detective director district division doctor embassy finals force forces forest garden general government governments governor group head headquarters hill hospital inquiry inspector island islands judge lake land law library mayor members mine minister ministers mission mosque mountain mountains museum network officer officers organisation organization parish park party pastor peninsula plain plan police port president priest prime professor project province record region review river road rock school schools secretary senator sergeant series service sheriff state states station street superintendent synagogue test theater theatre tournament tower town trade treaty tribunal tunnel unit university valley village volcano wall war wave world'.split(' '));
/** What stands before an abbreviation that explains a name, or before a title. */
const OPENS_NAME = /^[(\["“«„‘]$/;
/** Peoples, of whom the lexicon knows another thing alone, and matches of cricket. */
const PEOPLES = /^(?:poles?|swedes?|danes?|finns?|scots?|turks?|celts?|angles|tests)$/;
const COUNTS = /^(?:many|several|few|most|these|those|million|billion|two|three|four|five|six|seven|eight|nine|ten)$/;
/** The count of a pair, from 0 to 255, from which on its words go together by themselves. */
const USUAL_PAIR = 60;
const COMPOUND_PAIR = 20;
/** Tokens on each side that are looked at for other capitals and for quotation marks. */
const NEAR = 5;

/** Whether a word with a capital stands where it may have lost its small letter: inside running text, behind a word in small letters, a number or a comma, or a small word that opens the sentence. */
export function mayBeStray(document: Document, token: Token): boolean {
  const {tokens} = document;
  const before = tokens[token.index - 1];
  const after = tokens[token.index + 1];
  const {base, folded, english, entry: {flags}} = token.word;
  if (token.kind !== 'word' || !before || !after || token.text.length < 3 || base !== folded || !english || MONTHS.has(folded) || FUNCTION_WORDS.has(folded) || flags & Flag.Proper || /[^\0-\x7f]/.test(token.text)) return false;
  if (before.word.shape === 'lower' && !before.word.english) return false;
  // "Bodhi and Saw"
  if (/^(?:and|or|but)$/.test(before.text) && [2, 3].some((k) => tokens[token.index - k]?.sentence === token.sentence && tokens[token.index - k]!.word.shape === 'capital')) return false;
  if (before.sentence !== token.sentence || !token.spaced || (before.kind !== 'word' && before.kind !== 'number' && before.text !== ',')) return false;
  // "the Top 14", "Lake iseo", "Dutch Railways (NS)", "the Order “For Merit”", "the Ministry of Research"
  if (after.kind === 'number' || after.kind === 'word' && after.word.shape === 'lower' && !after.word.english || OPENS_NAME.test(after.text) && after.spaced) return false;
  const link = tokens[before.word.folded === 'the' ? token.index - 2 : token.index - 1];
  const head = link && /^(?:of|for|and|on|in)$/.test(link.text) ? tokens[link.index - 1] : undefined;
  if (head?.kind === 'word' && head.sentence === token.sentence && head.word.shape === 'capital' && head.word.english && !document.opensSentence(head)) return false;
  // "the mayor of Tower of the Greek"
  if (after.text === 'of' && !DETERMINERS.has(before.word.folded) && tokens[ARTICLES.has(tokens[after.index + 1]?.word.folded ?? '') ? after.index + 2 : after.index + 1]?.word.shape === 'capital') return false;
  // "in Turkey", "the mayor of Solo"
  if (isPlaceSomewhere(token.word)) return false;
  names ??= new Set(readData<string[]>('whole-names').map((line) => line.replace(/^[*?~] /, '').split(' ', 2).join(' ').replace(/:$/, '').toLowerCase()));
  if (names.has(`${folded} ${after.word.folded}`)) return false;
  brands ??= new Set(readData<string[]>('brands').map((line) => /^[^:*]*/.exec(line)![0].toLowerCase()));
  return !brands.has(folded) && !PEOPLES.test(folded) && !document.isTitle(token.sentence) && !/^[&/@_]$/.test(after.text) && !(after.text === '’' && !after.spaced);
}

/** Whether a token stands in a quotation of a few words that opens with a capital: a title. */
function inTitle(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - NEAR - 1); k--) {
    if (/^[”»]$/.test(tokens[k]!.text)) return false;
    if (!/^["“«„‘]$/.test(tokens[k]!.text)) continue;
    if (tokens[k + 1]!.word.shape !== 'capital') return false;
    for (let n = i + 1; n <= Math.min(tokens.length - 1, i + NEAR + 1); n++) if (/^["”»“’]$/.test(tokens[n]!.text)) return true;
    return false;
  }
  return false;
}

/** Measures of a word that {@link mayBeStray}; `use`: how the text writes it elsewhere. */
export function strayMeasures(document: Document, token: Token, use: Pick<Tally, 'lower' | 'capital'>): number[] {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const before = tokens[i - 1]!;
  const after = tokens[i + 1]!;
  const {folded, entry: {flags, frequency}} = token.word;
  const ahead = before.kind === 'word' ? before.word.folded : '';
  const inside = after.sentence === sentence && after.kind === 'word';
  const behind = inside ? after.word.folded : '';
  const capitalBehind = inside && after.word.shape !== 'lower';
  const linkedBehind = inside && /^(?:of|the|and|for|in|at|on)$/.test(after.text) && tokens[i + 2]?.word.shape === 'capital';
  const link = ARTICLES.has(ahead) && i > 1 ? i - 2 : i - 1;
  const linked = /^(?:of|for|and|on|in|to|from|with)$/.test(tokens[link]!.text) && tokens[link - 1]?.kind === 'word' && tokens[link - 1]!.word.shape !== 'lower' && !document.opensSentence(tokens[link - 1]!);
  let near = 0;
  for (let k = Math.max(0, i - NEAR); k <= Math.min(tokens.length - 1, i + NEAR); k++) {
    const other = tokens[k]!;
    if (k !== i && other.sentence === sentence && other.kind === 'word' && other.word.shape === 'capital' && other.word.english && !(other.word.entry.flags & Flag.Proper) && !document.opensSentence(other)) near++;
  }
  institutions ??= new Set(readData<string[]>('capitalised'));
  const institution = institutions.has(folded) || institutions.has(folded.replace(/s$/, ''));
  const plural = /[^s]s$/.test(folded) && (lookup(folded.slice(0, -1)).flags & Flag.Lower) !== 0;
  const determined = DETERMINERS.has(ahead);
  const opening = before.word.shape === 'capital' && FUNCTION_WORDS.has(ahead) && document.opensSentence(before);
  const proper = before.word.shape === 'capital' && (before.word.entry.flags & Flag.Proper) !== 0;
  const name = (before.word.shape === 'capital' || before.word.shape === 'mixed') && !opening && !proper;
  const word = before.kind === 'word' && !FUNCTION_WORDS.has(ahead);
  const pairBefore = pairCount(ahead, folded);
  const pairBehind = pairCount(folded, behind);
  return [
    frequency / 100, Math.max(0, frequency - 120) / 50, +((flags & (Flag.Name | Flag.Place)) !== 0), +((flags & Flag.UsuallyCapital) !== 0), +((flags & Flag.Person) !== 0), +plural, +(baseOfPast(folded) !== undefined || baseOfIng(folded) !== undefined), +(nounish(folded) > 0), +!(flags & (Flag.Lower | Flag.Common | Flag.Loan)), +(!(flags & Flag.Lower) && (flags & Flag.Loan) !== 0), +((flags & Flag.Acronym) !== 0), +institution, +SELDOM.has(folded),
    +(use.lower > 0), Math.min(2, use.capital), +(institution && use.lower > 0),
    +(before.text === 'the'), +(before.text === 'The'), +(ahead === 'a' || ahead === 'an'), +POSSESSIVES.has(ahead), +(before.kind === 'number'), +(before.text === ','), +PREPOSITIONS.has(ahead), +AUXILIARIES.has(ahead), +(word && DETERMINERS.has(tokens[i - 2]?.word.folded ?? '')), +word, +(COUNTS.test(ahead) && plural), +(ahead === 'the' && institution), determined ? Math.max(0, 110 - frequency) / 50 : 0, determined ? 0 : Math.max(0, 125 - frequency) / 50, +opening, +proper, +(proper && institution), +(before.word.shape === 'upper'), +name, +(name && use.lower > 0),
    +capitalBehind, +linkedBehind, +(after.kind === 'number'), +(after.kind !== 'word'), +FUNCTION_WORDS.has(behind), +(AUXILIARIES.has(behind) || baseOfPast(behind) !== undefined), +(after.text === '-' && !after.spaced), +(capitalBehind && word && pairBefore > COMPOUND_PAIR),
    pairBefore / 100, pairBehind / 100, +(pairBefore > USUAL_PAIR || pairBehind > USUAL_PAIR), +linked, Math.min(3, near), +inTitle(tokens, i),
  ];
}

/** How likely it is that a capital inside a sentence stands for nothing: logits, 0 where as many of sound words as of raised ones have it. */
export function strayness(document: Document, token: Token, use: Pick<Tally, 'lower' | 'capital'>): number {
  const {bias, weights} = (fitted ??= readData<Weights>('stray-capital'));
  return strayMeasures(document, token, use).reduce((sum, x, i) => sum + x * weights[i]!, bias);
}
