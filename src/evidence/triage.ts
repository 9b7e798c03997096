import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import {type Word, wordClass, wordQuestion} from '../document/word.ts';
import {Flag, lookup} from '../lexicon/lexicon.ts';
import {explainForeign} from './explain/foreign.ts';
import {explainFused} from './explain/fused.ts';
import {explainGarbled} from './explain/garbled.ts';
import {explainMisspelling, hasTurn} from './explain/misspelling.ts';
import {explainVariant} from './explain/variant.ts';
import {renderingsOf} from './residue.ts';
import {sourceLanguageOf} from './source-language.ts';

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

/** The same with what the next version of the text can use of it. */
interface Explained extends Triage {
  readonly byWord: ReadonlyMap<Word, Unknown>;
  /** The best explanation, and the one as another spelling of a name. */
  readonly explained: Map<Word, {readonly best: Explanation | undefined; readonly variant: Explanation | undefined}>;
  /** The language that explanations reckon with. */
  readonly source: string;
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
  const guess = sourceLanguageOf(document);
  const source = guess ? `${guess.language} ${guess.score}` : '';
  const previous = document.changes && memo.get(document.changes.previous);
  if (previous?.source === source) for (const [word, explanation] of previous.explained) {
    const now = byWord.get(word);
    if (now && stayed(document, now, previous.byWord.get(word)!) && sameExplanation(explainVariant(now), explanation.variant)) explained.set(word, explanation);
  }
  return {
    unknown, byWord, explained, source,
    of(word) {
      const known = byWord.get(word);
      if (!known) return undefined;
      const done = explained.get(word);
      if (done) return done.best;
      let best: Explanation | undefined;
      for (const explain of EXPLAINERS) {
        const explanation = explain(known, best?.score ?? 0);
        if (explanation && explanation.score > (best?.score ?? 0)) best = explanation;
      }
      if (best && best.score < MIN_SCORE) best = undefined;
      explained.set(word, {best, variant: explainVariant(known)});
      return best;
    },
  };
}

/** Whether a word stands where it stood in the version before, among the same words. */
function stayed(document: Document, now: Unknown, before: Unknown): boolean {
  const {tokens} = now;
  const {keeper} = document;
  return keeper !== undefined && tokens.length === before.tokens.length && tokens.every((token, i) => token === before.tokens[i] && keeper.stayed(token.segment)) && hasTurn(now) === hasTurn(before);
}

const sameExplanation = (a: Explanation | undefined, b: Explanation | undefined) => a === b || (a !== undefined && b !== undefined && a.score === b.score && a.note === b.note && a.proposals.join('\n') === b.proposals.join('\n'));
