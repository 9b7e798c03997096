import {detached} from '../document/detached.ts';
import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import {type Word, wordClass, wordQuestion} from '../document/word.ts';
import {Flag, lookup} from '../lexicon/lexicon.ts';
import {explainForeign} from './explain/foreign.ts';
import {explainFused} from './explain/fused.ts';
import {explainGarbled, explainIdiom} from './explain/garbled.ts';
import {explainMisspelling, hasTurn} from './explain/misspelling.ts';
import {explainVariant} from './explain/variant.ts';
import {renderingsOf} from './residue.ts';
import {type SourceLanguage, sourceLanguageOf} from './source-language.ts';

/**
 * Why a word is not in the lexicon.
 * name: plausibly a name, nothing to report; case: a name in the wrong case; fused: words run together;
 * foreign: left untranslated; variant: a variant of a name of the text; misspelling: near a known word;
 * garbled: no word of any language.
 */
export type Cause = 'name' | 'case' | 'fused' | 'foreign' | 'variant' | 'misspelling' | 'garbled';

export interface Explanation {
  readonly cause: Cause;
  /** How likely this is the cause, 0 to 1, as its explainer judges without knowing the others. */
  readonly score: number;
  /** It is too little for a text of which nobody says that it is an engine's. */
  readonly doubtful?: boolean;
  /** Replacements for the word, best first, in the case that the place wants. */
  readonly proposals: readonly string[];
  /** ISO 639-1, for foreign words. */
  readonly language?: string;
  /** The reason in plain words, one sentence. */
  readonly note?: string;
}

/** A word form that the lexicon does not know, with the places where it stands. */
export interface Unknown {
  readonly word: Word;
  readonly tokens: readonly Token[];
  readonly document: Document;
  /** All its places are in lower case. */
  readonly lower: boolean;
  /** It is capitalised in the middle of a sentence that is not a title. */
  readonly capitalInside: boolean;
  /** How many there are before it in the document. */
  readonly number: number;
}

export interface Triage {
  readonly unknown: readonly Unknown[];
  /** The explanation that takes the word; absent where none is good enough or two are too close. */
  of(word: Word): Explanation | undefined;
}

/** The best explanation, those that depend on more of a document than what stands around the word, and what stands there. */
interface Explanations {
  readonly best: Explanation | undefined;
  readonly variant: Explanation | undefined;
  readonly foreign: Explanation | undefined;
  readonly idiom: Explanation | undefined;
  readonly surroundings: string;
}

/** The same with what the next version of the text can use of it. */
interface Explained extends Triage {
  readonly byWord: ReadonlyMap<Word, Unknown>;
  readonly explained: Map<Word, Explanations>;
  /** The language that explanations reckon with. */
  readonly source: SourceLanguage | undefined;
}

/** Explainers in the order in which they win ties; `rival` is the best score of those before, which one that costs much need not stay below. */
const EXPLAINERS: readonly ((unknown: Unknown, rival: number) => Explanation | undefined)[] = [explainFused, explainForeign, explainVariant, explainMisspelling, explainGarbled];

/** Below this no explanation is given. */
const MIN_SCORE = 0.3;
/** Words that a newspaper uses now and then are no unknowns even where dictionaries lack them. */
const COMMON_ENOUGH = 108;
/** Capitalised forms this frequent are names that news knows. */
const KNOWN_NAME = 82;
/** Distinct unknown words that are looked into; a text with more is not English prose. */
const MAX_UNKNOWN = 3000;

const memo = new WeakMap<Document, Explained>();

/** Whether a form needs no explanation: English, common, or accepted by the user. */
export function isKnown(document: Document, word: Word): boolean {
  return isKnownToAll(word) || (document.context.accepted !== undefined && word.text.length > 1 && (document.context.accepted.has(word.base) || document.context.accepted.has(word.folded)));
}

const isKnownToAll = wordQuestion((word) => {
  if (word.text.length < 2 || word.shape === 'none') return /^[\p{Script=Latin}\p{M}'’.]*$/u.test(word.text);
  if (word.english) return true;
  const {entry} = word;
  // A name that news knows needs no explanation, unless it is another language's name for something.
  if (word.shape === 'capital') return entry.frequency >= KNOWN_NAME && word.base.length > 3 && entry.flags !== 0 && lookup(word.base).frequency > 0 && renderingsOf(word.base === word.folded ? word.text : word.text.slice(0, -2), false).length === 0;
  // A lower-case form that only names have is a matter of case.
  if (word.shape === 'lower' && entry.flags & Flag.Name) return false;
  return word.shape === 'lower' && entry.frequency >= COMMON_ENOUGH && lookup(word.base).frequency > 0;
});

const UNKNOWN = wordClass((word) => !isKnownToAll(word));

/** Sorts out the unknown words of a document: competing explanations, the best takes the word. */
export function triageOf(document: Document): Triage {
  const {whole} = document;
  let triage = memo.get(whole);
  if (!triage) memo.set(whole, (triage = makeTriage(whole)));
  return triage;
}

function makeTriage(document: Document): Explained {
  const places = new Map<Word, Token[]>();
  for (const token of document.where(UNKNOWN)) {
    if (token.kind !== 'word' || isKnown(document, token.word)) continue;
    const list = places.get(token.word);
    if (list) list.push(token);
    else if (places.size < MAX_UNKNOWN * 20) places.set(token.word, [token]);
  }
  const unknown: Unknown[] = [];
  for (const [word, tokens] of places) {
    if (unknown.length >= MAX_UNKNOWN) break;
    unknown.push({
      word, tokens, document, number: unknown.length, lower: word.shape === 'lower',
      capitalInside: word.shape !== 'lower' && tokens.slice(0, 20).some((t) => !document.opensSentence(t) && !document.isTitle(t.sentence)),
    });
  }
  const byWord = new Map(unknown.map((u) => [u.word, u]));
  const explained: Explained['explained'] = new Map();
  const source = sourceLanguageOf(document);
  const previous = document.changes && memo.get(document.changes.previous);
  // How sure the language is changes what is foreign, another language changes more.
  if (previous && previous.source?.language === source?.language) for (const [word, explanations] of previous.explained) {
    const now = byWord.get(word);
    if (now && holds(now, previous.byWord.get(word)!, explanations, previous.source?.score === source?.score)) explained.set(word, explanations);
  }
  return {
    unknown, byWord, explained, source,
    of(word) {
      const known = byWord.get(word);
      if (!known) return undefined;
      const done = explained.get(word);
      if (done) return done.best;
      let best: Explanation | undefined;
      let foreign: Explanation | undefined;
      for (const explain of EXPLAINERS) {
        const explanation = explain(known, best?.score ?? 0);
        if (explain === explainForeign) foreign = explanation;
        if (explanation && explanation.score > (best?.score ?? 0)) best = explanation;
      }
      if (best && best.score < MIN_SCORE) best = undefined;
      explained.set(word, {best, variant: explainVariant(known), foreign, idiom: explainIdiom(known), surroundings: document.keeper ? detached(surroundingsOf(known)) : ''});
      return best;
    },
  };
}

/** Tokens to each side of a word on which its explanations may depend, and places of a word that are looked at. */
const WINDOW = 24;
const MAX_PLACES = 20;

/** What stands around the places of a word, with where its sentences begin and end; empty for a word that stands in too many. */
function surroundingsOf({tokens, document}: Unknown): string {
  if (tokens.length > MAX_PLACES) return '';
  let all = '';
  for (const {index, sentence} of tokens) {
    const first = Math.max(0, index - WINDOW);
    const last = Math.min(document.tokens.length - 1, index + WINDOW);
    const around = document.sentences[sentence]!;
    all += `${Math.max(first, around.first) - index} ${Math.min(last, around.last) - index} ${index - first} ${document.slice(first, last)}\n`;
    // What is code, the text does not show.
    if (document.prose.opaque?.length) for (let i = first; i <= last; i++) all += document.tokens[i]!.kind[0];
  }
  return all;
}

/** Whether the explanations of a word in the version before hold in this one. */
function holds(now: Unknown, before: Unknown, {variant, foreign, idiom, surroundings}: Explanations, sameSource: boolean): boolean {
  if (now.capitalInside !== before.capitalInside || hasTurn(now) !== hasTurn(before)) return false;
  const {tokens, document} = now;
  const {keeper} = document;
  const stayed = keeper && tokens.length === before.tokens.length && tokens.every((token, i) => token === before.tokens[i] && keeper.stayed(token.segment));
  if (!stayed && (!surroundings || surroundingsOf(now) !== surroundings || !sameExplanation(explainIdiom(now), idiom))) return false;
  return sameExplanation(explainVariant(now), variant) && (sameSource || sameExplanation(explainForeign(now), foreign));
}

const sameExplanation = (a: Explanation | undefined, b: Explanation | undefined) => a === b || (a !== undefined && b !== undefined && a.score === b.score && a.note === b.note && a.proposals.join('\n') === b.proposals.join('\n'));
