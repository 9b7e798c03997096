// Made by scripts/build.ts of the files in this folder.
import agreement from './agreement.ts';
import apposition from './apposition.ts';
import article from './article.ts';
import attribution from './attribution.ts';
import boilerplate from './boilerplate.ts';
import calque from './calque.ts';
import circumstance from './circumstance.ts';
import collocation from './collocation.ts';
import comparison from './comparison.ts';
import conjunction from './conjunction.ts';
import dateline from './dateline.ts';
import doubledPunctuation from './doubled-punctuation.ts';
import doubledSubject from './doubled-subject.ts';
import echo from './echo.ts';
import encoding from './encoding.ts';
import expectation from './expectation.ts';
import firstMention from './first-mention.ts';
import fragment from './fragment.ts';
import fusedWords from './fused-words.ts';
import garbled from './garbled.ts';
import historicPresent from './historic-present.ts';
import inconsistentTerm from './inconsistent-term.ts';
import languageMix from './language-mix.ts';
import loneDemonym from './lone-demonym.ts';
import lostApostrophe from './lost-apostrophe.ts';
import lostNegation from './lost-negation.ts';
import lostQuotes from './lost-quotes.ts';
import missingWord from './missing-word.ts';
import misspelling from './misspelling.ts';
import nameCase from './name-case.ts';
import nameOrder from './name-order.ts';
import nameVariant from './name-variant.ts';
import nounOrder from './noun-order.ts';
import numberFormat from './number-format.ts';
import oddPassage from './odd-passage.ts';
import preposition from './preposition.ts';
import pronoun from './pronoun.ts';
import quotes from './quotes.ts';
import randomCapital from './random-capital.ts';
import relativeClause from './relative-clause.ts';
import repetition from './repetition.ts';
import reportedSpeech from './reported-speech.ts';
import runOn from './run-on.ts';
import scoreOrder from './score-order.ts';
import spacing from './spacing.ts';
import splitWords from './split-words.ts';
import tense from './tense.ts';
import tokenizerResidue from './tokenizer-residue.ts';
import translatedName from './translated-name.ts';
import untranslated from './untranslated.ts';
import verbForm from './verb-form.ts';
import verbPattern from './verb-pattern.ts';
import wordOrder from './word-order.ts';
import wrongSense from './wrong-sense.ts';
import type {Rule} from '../src/rule/rule.ts';

export const rules: readonly Rule[] = [
  agreement,
  apposition,
  article,
  attribution,
  boilerplate,
  calque,
  circumstance,
  collocation,
  comparison,
  conjunction,
  dateline,
  doubledPunctuation,
  doubledSubject,
  echo,
  encoding,
  expectation,
  firstMention,
  fragment,
  fusedWords,
  garbled,
  historicPresent,
  inconsistentTerm,
  languageMix,
  loneDemonym,
  lostApostrophe,
  lostNegation,
  lostQuotes,
  missingWord,
  misspelling,
  nameCase,
  nameOrder,
  nameVariant,
  nounOrder,
  numberFormat,
  oddPassage,
  preposition,
  pronoun,
  quotes,
  randomCapital,
  relativeClause,
  repetition,
  reportedSpeech,
  runOn,
  scoreOrder,
  spacing,
  splitWords,
  tense,
  tokenizerResidue,
  translatedName,
  untranslated,
  verbForm,
  verbPattern,
  wordOrder,
  wrongSense,
];
