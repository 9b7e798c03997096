import {ask, isHeard, Question} from '../document/ask.ts';
import {detached} from '../document/detached.ts';
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import type {Token} from '../document/token.ts';
import {type Word, wordClass, wordQuestion} from '../document/word.ts';
import {Flag, lookup} from '../lexicon/lexicon.ts';
import {technicalUse} from './text-kind.ts';
import {explainForeign} from './explain/foreign.ts';
import {explainFused} from './explain/fused.ts';
import {explainGarbled, explainIdiom} from './explain/garbled.ts';
import {explainMisspelling, hasTurn} from './explain/misspelling.ts';
import {englishSpellingOf, explainVariant} from './explain/variant.ts';
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
  /** What people who write of programs write together: two words with a meaning of their own, "hostnames", "parseTree". */
  readonly compound?: boolean;
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
/** It goes from one version of a text to the next. */
type Followed = {-readonly [K in keyof Unknown]: Unknown[K]} & {readonly tokens: Token[]};

export interface Triage {
  readonly unknown: readonly Unknown[];
  /** The explanation that takes the word; absent where none is good enough or two are too close. See {@link explanationOf} for what looks at one paragraph. */
  of(word: Word): Explanation | undefined;
}

/** The best explanation, those that depend on more of a document than what stands around the word, and what else it depends on. */
interface Explanations {
  readonly best: Explanation | undefined;
  readonly capitalInside: boolean;
  readonly turn: boolean;
  readonly variant: Explanation | undefined;
  readonly foreign: Explanation | undefined;
  /** How sure the source language may be that this is said of it. */
  readonly scores: (number | undefined)[];
  readonly idiom: Explanation | undefined;
  readonly surroundings: string;
  readonly technical: ReturnType<typeof technicalUse>;
}

/** The same with what the next version of the text can use of it. */
interface Explained extends Triage {
  readonly unknown: readonly Followed[];
  /** By `Word.text`. */
  readonly byText: Map<string, Followed>;
  readonly explained: Map<string, Explanations>;
  /** What was said of words in the version before, of which it is not known whether it still holds. */
  readonly outdated: Map<string, Explanations>;
  /** The words of which something else may be said than in the version before; undefined where that may be all. */
  readonly changed: ReadonlySet<string> | undefined;
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
/** Endings of nationalities, which lists of names have and the web misspells: "Ukranian". */
const PEOPLE = /[ei]ans?$|ese$/;
/** Distinct unknown words that are looked into; a text with more is not English prose. */
const MAX_UNKNOWN = 3000;

const memo = new DocumentNote<Explained>();

/** Whether a form needs no explanation: English, common, or accepted by the user. */
export function isKnown(document: Document, word: Word): boolean {
  return isKnownToAll(word) || (document.context.accepted !== undefined && word.text.length > 1 && (document.context.accepted.has(word.base) || document.context.accepted.has(word.folded)));
}

const isKnownToAll = wordQuestion((word) => {
  if (word.text.length < 2 || word.shape === 'none') return /^[\p{Script=Latin}\p{M}'’.]*$/u.test(word.text);
  if (word.english) return true;
  const {entry} = word;
  if (word.shape === 'capital' && englishSpellingOf(word.base)) return false;
  // A name that news knows needs no explanation, unless it is another language's name for something.
  if (word.shape === 'capital') return entry.frequency >= KNOWN_NAME && !(entry.flags === Flag.Seen && PEOPLE.test(word.base)) && word.base.length > 3 && entry.flags !== 0 && lookup(word.base).frequency > 0 && renderingsOf(word.base === word.folded ? word.text : word.text.slice(0, -2), false).length === 0;
  // A lower-case form that only names have is a matter of case.
  if (word.shape === 'lower' && entry.flags & Flag.Name) return false;
  return word.shape === 'lower' && entry.frequency >= COMMON_ENOUGH && lookup(word.base).frequency > 0;
});

/** What the lexicon does not know, what the user accepts among it. */
export const UNKNOWN = wordClass((word) => !isKnownToAll(word));

/** Sorts out the unknown words of a document: competing explanations, the best takes the word. */
export function triageOf(document: Document): Triage {
  return explainedIn(document);
}

function explainedIn({whole}: Document): Explained {
  let triage = memo.get(whole);
  if (!triage) memo.set(whole, (triage = makeTriage(whole)));
  return triage;
}

const EXPLANATION = new Question((whole, text) => {
  const triage = explainedIn(whole);
  const unknown = triage.byText.get(text);
  return unknown && triage.of(unknown.word);
}, (whole) => explainedIn(whole).changed);

/** The explanation that takes a word, for what looks at one paragraph. */
export const explanationOf = (document: Document, word: Word): Explanation | undefined => (isHeard() ? ask(document, EXPLANATION, word.text) : triageOf(document).of(word));

/**
 * The unknown words of a document, by their texts. Of a document that continues another those of the other, with the places that they have now; `touched`: which of
 * them have other places, or other things around them.
 */
function unknownIn(document: Document): {readonly byText: Map<string, Followed>; readonly touched?: ReadonlySet<string>} {
  const {changes, keeper} = document;
  const before = changes && memo.get(changes.previous);
  if (before && before.unknown.length < MAX_UNKNOWN) {
    const {byText} = before;
    const moved = new Set<string>();
    for (const [of, segments] of [[changes.previous, changes.gone], [document, changes.come]] as const) for (const segment of segments) {
      const [first, last] = of.segmentTokens[segment]!;
      for (let i = first; i <= last; i++) if (UNKNOWN.has(of.tokens[i]!.word)) moved.add(of.tokens[i]!.word.text);
    }
    for (const text of moved) {
      const unknown = byText.get(text);
      if (!unknown) continue;
      const {tokens} = unknown;
      let kept = 0;
      for (const token of tokens) if (document.tokens[token.index] === token) tokens[kept++] = token;
      tokens.length = kept;
      unknown.document = document;
    }
    for (const segment of changes.come) for (const token of document.within(segment).where(UNKNOWN)) add(document, token, byText);
    for (const text of moved) {
      const unknown = byText.get(text);
      if (!unknown) continue;
      if (!unknown.tokens.length) byText.delete(text);
      unknown.tokens.sort((a, b) => a.index - b.index);
      unknown.capitalInside = isCapitalInside(unknown);
    }
    const touched = new Set(moved);
    for (const segment of document.segments.keys()) if (!keeper!.stayed(segment)) for (const {word} of document.within(segment).where(UNKNOWN)) touched.add(word.text);
    if (byText.size < MAX_UNKNOWN) return {byText, touched};
  }
  const byText = new Map<string, Followed>();
  for (const token of document.where(UNKNOWN)) add(document, token, byText);
  for (const unknown of byText.values()) unknown.capitalInside = isCapitalInside(unknown);
  return {byText};
}

/** Puts a token with its word, if that is unknown and there are not too many. */
function add(document: Document, token: Token, byText: Map<string, Followed>): void {
  const {word} = token;
  if (token.kind !== 'word' || isKnown(document, word)) return;
  const known = byText.get(word.text);
  if (known) known.tokens.push(token);
  else if (byText.size < MAX_UNKNOWN) byText.set(word.text, {word, tokens: [token], document, number: 0, lower: word.shape === 'lower', capitalInside: false});
}

const isCapitalInside = ({word, tokens, document}: Unknown) => word.shape !== 'lower' && tokens.slice(0, MAX_PLACES).some((t) => !document.opensSentence(t) && !document.isTitle(t.sentence));

const byPlace = (a: Unknown, b: Unknown) => a.tokens[0]!.index - b.tokens[0]!.index;

function makeTriage(document: Document): Explained {
  const previous = document.changes && memo.get(document.changes.previous);
  const {byText, touched} = unknownIn(document);
  const unknown = [...byText.values()];
  if (touched) unknown.sort(byPlace);
  for (const [number, one] of unknown.entries()) {
    one.number = number;
    one.document = document;
  }
  const source = sourceLanguageOf(document);
  let explained: Explained['explained'] = new Map();
  const outdated: Explained['outdated'] = new Map();
  let changed: Set<string> | undefined;
  // How sure the language is changes what is foreign, another language changes more.
  if (previous && touched && previous.source?.language === source?.language) {
    explained = previous.explained;
    changed = new Set();
    for (const [text, explanations] of explained) {
      const now = byText.get(text);
      if (now && holds(now, explanations, touched.has(text), source?.score)) continue;
      explained.delete(text);
      changed.add(text);
      if (now) outdated.set(text, explanations);
    }
    // What was not asked for as long as it was unknown, or was known then.
    for (const text of touched) if (!explained.has(text)) changed.add(text);
  }
  return {
    unknown, byText, explained, outdated, changed, source,
    of({text}) {
      const known = byText.get(text);
      if (!known) return undefined;
      const done = explained.get(text);
      if (done) return done.best;
      let best: Explanation | undefined;
      let foreign: Explanation | undefined;
      const technical = technicalUse(document, known.word, known.tokens.length);
      for (const explain of EXPLAINERS) {
        const explanation = explain(known, best?.score ?? 0);
        if (explain === explainForeign) foreign = explanation;
        if (explanation && explanation.score > (best?.score ?? 0)) best = explanation;
      }
      // A term that a text on programs uses again and again may be misspelled every time.
      if (best && (best.score < MIN_SCORE || technical === 'code' || technical === 'term' && best.cause !== 'misspelling' || technical && best.compound)) best = undefined;
      const before = outdated.get(text)?.best;
      // Who asked is told of another answer only if it says something else.
      if (best && before && best.cause === before.cause && best.language === before.language && best.doubtful === before.doubtful && sameExplanation(best, before)) best = before;
      explained.set(text, {best, capitalInside: known.capitalInside, turn: hasTurn(known), variant: explainVariant(known), foreign, scores: [source?.score], idiom: explainIdiom(known), surroundings: document.keeper ? detached(surroundingsOf(known)) : '', technical});
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

/** Whether the explanations of a word in the version before hold in this one; `touched`: it has other places now, or other things around them. `score`: how sure the source language is, which is the same. */
function holds(now: Unknown, {capitalInside, turn, variant, foreign, scores, idiom, surroundings, technical}: Explanations, touched: boolean, score: number | undefined): boolean {
  if (now.capitalInside !== capitalInside || hasTurn(now) !== turn || technicalUse(now.document, now.word, now.tokens.length) !== technical) return false;
  if (touched && (!surroundings || surroundingsOf(now) !== surroundings || !sameExplanation(explainIdiom(now), idiom))) return false;
  if (!sameExplanation(explainVariant(now), variant)) return false;
  if (scores.includes(score)) return true;
  if (!sameExplanation(explainForeign(now), foreign)) return false;
  // It may go up and down with every word typed.
  scores.push(score);
  return true;
}

const sameExplanation = (a: Explanation | undefined, b: Explanation | undefined) => a === b || (a !== undefined && b !== undefined && a.score === b.score && a.note === b.note && a.proposals.join('\n') === b.proposals.join('\n'));
