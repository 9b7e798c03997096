/** "stood under oak table", "according to lawyer of the family", "waving flag": a person or a thing of which there are single ones, in the singular and without a determiner, whatever stands between. */
import type {Document} from '../../src/document/document.ts';
import {CONJUNCTIONS, FUNCTION_WORDS, NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {wordNote} from '../../src/document/word.ts';
import {gainOf} from '../../src/evidence/fluency.ts';
import {indefiniteBefore} from '../../src/evidence/indefinite.ts';
import {countNoun, endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {readData} from '../../src/lexicon/assets.ts';
import {pairCount} from '../../src/lexicon/lexicon.ts';
import type {Report} from '../../src/rule/rule.ts';

const LINKS = /^(?:in|of|at|for|with|to|from|on|after|before|during|against|into|through|near|about|under|along|across|around|over|behind|inside|outside|above|below|beneath|beside|onto|towards?|until|since|within|without|despite|via|by|between)$/;
/** Behind these a noun names a class: "a kind of bird", "the title of captain". */
const CLASSES = /^(?:kinds?|sorts?|types?|forms?|species|class|title|titles|rank|role|post|position|status|job|office|word|term|name|names|style|level|rate|price|number|pairs?|lots?|plenty|series|cases?|lack|out|front|game|change|choice|make|model|state|age|brand)$/;
/** Adjectives and nouns that are determiners, or that make a phrase of their own. */
const NO_MODIFIER = /^(?:other|own|such|same|many|more|most|several|few|little|much|enough|certain|various|numerous|only|further|next|last|first|second|third|half|top|left|right|both|all|either|neither|no|any|some|prime|deputy|vice|chief|former|acting|whole|mid|late|early|open|full|high|low|public|door|world|per|due|broad|good|great|free|record|common|home)$/;

let nouns: ReadonlySet<string> | undefined;
/** Bare in one of their senses: "in parliament", "under attack". */
const DUAL = /^(?:parliament|euro|mine|operation|authority|danger|defeat|government|office|success|forest|murder|conflict|improvement|plant|protest|speech|failure|page|battle|price|disease|debate|fire|court|case|risk|title|loss|church|film|farm|change|progress|difference|experience|benefit|trend|position|role|share|test|time|treatment|field|peak|power|market|result|hint|profit|hour|plan|purpose|salary|pension|prison|sea|table|decline|increase|decrease|reduction|custom|majority|minority|access|target|trade|quality|level|quota|period|record|sample|notice|question|doubt|concern|reason|business|company|interest|value|end|number|rate|order|control|land|space|ground|earth|force|energy|attack|assault|demonstration|championship|deficit|deal|ceasefire|agreement|charge|budget|advantage|disadvantage|aim|approach|association|bank|cause|chance|decision|design|duty|error|exhibition|favorite|favourite|gain|home|injury|meal|measure|medal|permit|possibility|priority|probe|proof|recovery|residence|rise|sanction|sign|signal|similarity|stage|strike|summer|surface|surprise|theft|threat|tradition|transition|vote|victory|violation|year|month|week|day|decade|century|half|minute|moment|winter|spring|autumn|night|award|ban|bill|campaign|council|crisis|crash|custom|department|election|estimate|factor|family|party|region|state|study|team|tender|term|town|trend|war|way|coach|captain|director|producer|author|mayor|judge|spokesman|spokeswoman|spokesperson|ambassador|envoy|deputy|senator|delegate|representative|prosecutor|editor|professor|secretary|minister|president|witness|doctor|candidate)$/;
function load(): ReadonlySet<string> {
  const {single, countable} = readData<Readonly<Record<'single' | 'countable', string>>>('articles');
  return new Set([...single.split(' '), ...countable.split(' ').filter((word) => !DUAL.test(word))]);
}
/** Whether a form is a noun that does not stand bare. By the lexicon alone. */
const single = wordNote((word): boolean => word.shape === 'lower' && (nouns ??= load()).has(word.folded) && countNoun({kind: 'word', word}) !== undefined);
export const mayBeSingle = (token: Token): boolean => token.kind === 'word' && single(token.word);

/** Gain in likelihood by an article, in tenfold steps, below which nothing is said. */
const LEAST_GAIN = -0.4;

export function singleNoun(document: Document, noun: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const {sentence} = noun;
  const next = tokens[noun.index + 1];
  if (!noun.spaced || !endsPhrase(next, sentence) || next?.sentence === sentence && (/^[-–—/]$/.test(next.text) || /^(?:and|or|nor|by|to|after|upon|but|than)$/.test(next.word.folded))) return false;
  let first = noun;
  let before = tokens[noun.index - 1];
  for (let n = 0; n < 3 && before?.kind === 'word' && before.sentence === sentence && before.word.shape === 'lower' && first.spaced && !FUNCTION_WORDS.has(before.word.folded) && (/^(?:ADJ|NOUN)$/.test(posOf(document, before) ?? '') || /(?:ing|ed)$/.test(before.word.folded) && LINKS.test(tokens[before.index - 1]?.word.folded ?? '') && tokens[before.index - 1]!.word.folded !== 'to'); n++) {
    if (NO_MODIFIER.test(before.word.folded) || NUMBER_WORDS.has(before.word.folded)) return false;
    first = before;
    before = tokens[first.index - 1];
  }
  if (before?.kind !== 'word' || before.sentence !== sentence || before.word.shape !== 'lower' || !first.spaced || tokens[before.index - 1]?.text === '-' && !before.spaced) return false;
  const b = before.word.folded;
  const link = LINKS.test(b);
  if (!link && (FUNCTION_WORDS.has(b) || CONJUNCTIONS.has(b) || posOf(document, before) !== 'VERB')) return false;
  if (first === noun && (b === 'by' || b === 'between') || b === 'of' && CLASSES.test(tokens[before.index - 1]?.word.folded ?? '')) return false;
  // "from house to house", "page after page"
  if (link && tokens[before.index - 1]?.word.folded === noun.word.folded) return false;
  const there = pairCount(b, first.word.folded);
  if (there > (first === noun ? 40 : 110)) return false;
  if (posOf(document, noun) !== 'NOUN') return false;
  const a = indefiniteBefore(first) ?? 'a';
  const gainA = gainOf(document, first.index, first.index - 1, [a]);
  const gainThe = gainOf(document, first.index, first.index - 1, ['the']);
  const gain = Math.max(gainA, gainThe);
  if (gain < LEAST_GAIN) return false;
  const plural = countNoun(noun)!;
  const rather = gainA >= gainThe - 0.3 && next?.text !== 'of';
  const proposals = [`${a} ${first.text}`, `the ${first.text}`];
  put({start: first.start, end: first.end, proposals: [...(rather ? proposals : proposals.reverse()), {start: noun.start, end: noun.end, text: plural}], confidence: process.env.SC ? Number(process.env.SC) : 0.4, note: `A single thing that can be counted has an article. ${process.env.DBG ? gain.toFixed(2) + ' ' + there + (link ? ' link' : ' verb') + (first === noun ? ' bare' : ' mod') : ''}`});
  return true;
}
