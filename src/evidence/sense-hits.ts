/** Places of a document where a word may stand in the wrong sense, weighed by their context. */
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {ARTICLES, DETERMINERS} from '../document/english.ts';
import {formOf} from '../document/inflection.ts';
import type {Token} from '../document/token.ts';
import {pairCount} from '../lexicon/lexicon.ts';
import {SegmentMemo} from '../document/segment-memo.ts';
import {type Ground, groundOf, likeliestBetween, likelySenses, measure, measureNear, type Near, placeOf, Standing, type Stretch, stretchOf, Weighing} from './context-fit.ts';
import {Gap} from './fluency.ts';
import {inLoan} from './loans.ts';
import {type Pos, posOf} from './pos.ts';
import {type Measures, senseWeights} from './sense-weights.ts';
import {type Expression, expressionOf} from './sense-words.ts';
import {type RightSense, type Wrong, wrongSensesBefore} from './senses.ts';

/** A sense that may have been meant, and what speaks for it. */
export class Candidate {
  readonly right: RightSense;
  readonly weighing: Weighing;
  /** Logits by the context, without the document's language. */
  context: number;
  /** What that adds, once it is known: see `languageShift`. */
  shift = 0;

  constructor(weighing: Weighing, context: number) {
    this.right = weighing.sense.right;
    this.weighing = weighing;
    this.context = context;
  }

  get score(): number {
    return this.context + this.shift;
  }
}

/** A reading of a stretch as one wrong expression; tokens `first` to `last`, both included. It goes from one version of a text to the next: what it says holds until then. */
export class SenseHit {
  readonly wrong: Wrong;
  first: number;
  last: number;
  /** The last word of a noun expression is a plural. */
  readonly plural: boolean;
  readonly candidates: readonly Candidate[];
  /** The same, best first, once the language is known. */
  readonly ranked: Candidate[];
  /** The texts that a rule proposes for some of them: most hits say the same in the next version of a text. */
  proposed: {readonly by: readonly Candidate[]; readonly texts: readonly string[]} | undefined = undefined;

  constructor(wrong: Wrong, first: number, last: number, plural: boolean, candidates: readonly Candidate[]) {
    this.wrong = wrong;
    this.first = first;
    this.last = last;
    this.plural = plural;
    this.candidates = candidates;
    this.ranked = [...candidates];
  }
}

/** What a surely machine-translated document adds to a finding: see `machine-likeness.ts`. */
export const BOLDEST = 2.4;
/** The most that a language can add to a candidate, and a little more, since what is passed over early is judged roughly: what stays below zero with it is not kept. */
export const FLOOR = -BOLDEST - 1.75;

/** The last token of an expression that begins at a token, if it stands there, and whether its last word is a plural. */
export function endOf(document: Document, token: Token, wrong: Wrong): {last: number; plural: boolean} | undefined {
  const {tokens} = document;
  let at = token.index;
  let plural = false;
  for (let k = 1; k < wrong.words.length; k++) {
    at++;
    if (tokens[at]?.text === '-') at++;
    const next = tokens[at];
    if (next?.kind !== 'word' || next.sentence !== token.sentence) return undefined;
    if (next.word.base === wrong.words[k]) continue;
    if (k === wrong.words.length - 1 && wrong.record.pos === 'noun' && next.word.base.endsWith('s') && formOf(wrong.words[k]!, 'plural') === next.word.base) plural = true;
    else return undefined;
  }
  return {last: at, plural};
}

/** Whether the stretch is part of an expression in which the word is right. */
export function isKept(document: Document, first: number, last: number, keep: readonly string[]): boolean {
  if (!keep.length) return false;
  const {tokens} = document;
  const [from, to] = document.segmentTokens[tokens[first]!.segment]!;
  let around = ' ';
  for (let i = Math.max(from, first - 4); i <= Math.min(to, last + 4); i++) around += `${tokens[i]!.text.toLowerCase()} `;
  return keep.some((k) => around.includes(` ${k} `) || around.includes(` ${k}s `));
}

/** Not part of a name, a title, a hyphenated word or an expression in which it is right. */
function stands(document: Document, first: number, last: number, wrong: Wrong): boolean {
  const {tokens} = document;
  const {segment} = tokens[first]!;
  const before = tokens[first - 1]?.segment === segment ? tokens[first - 1] : undefined;
  const after = tokens[last + 1]?.segment === segment ? tokens[last + 1] : undefined;
  if (after && !after.spaced && /^[-‑–'’]$/.test(after.text)) return false;
  if (before && !tokens[first]!.spaced && /^[-‑–'’]$/.test(before.text)) return false;
  if (after?.kind === 'word' && after.word.shape === 'capital' && tokens[first]!.word.shape === 'capital') return false;
  if (wrong.words.length > 1 && wrong.words.every((w, k) => k === 0 || pairCount(wrong.words[k - 1]!, w) > 60)) return false;
  return !isKept(document, first, last, wrong.record.keep) && !document.isTitle(tokens[first]!.sentence);
}

function isDetermined(document: Document, token: Token): boolean {
  const before = document.before(token);
  return before?.kind === 'word' && (DETERMINERS.has(before.word.base) || ARTICLES.has(before.word.base));
}

const tagAfter = (document: Document, token: Token): Pos | undefined => posOf(document, document.tokens[token.index + 1] ?? token);

/** Whether a noun is expected where the tagger has seen an adjective or a verb, as it does of a word that no English noun is: "the regional fiscal,", "in search of focuses", "the night turn at". */
function isPlaceOfNoun(document: Document, first: Token, last: Token, wrong: Wrong, tag: Pos): boolean {
  const after = document.tokens[last.index + 1];
  const tagged = tagAfter(document, last);
  if (tagged === 'NOUN' || tagged === 'PROPN') return false;
  if (tag === 'ADJ' && after?.text === 'of') return true;
  const before = document.before(first);
  if (before?.kind !== 'word') return false;
  if (before.word.base === 'of' || before.word.base === 'one' || isDetermined(document, first)) return true;
  const stands = posOf(document, before);
  if ((stands !== 'ADJ' && stands !== 'NOUN') || !isDetermined(document, before)) return false;
  // "the player hit": a verb that may be of the past
  return tag === 'ADJ' || (stands === 'NOUN' && wrong.form === 'base' && !before.word.base.endsWith('s') && formOf(wrong.lemma, 'past') !== wrong.lemma);
}

/** Whether the word has in the text the part of speech that the lexicon gives it. */
function agrees(document: Document, first: Token, last: Token, wrong: Wrong): boolean {
  const tag = posOf(document, wrong.record.pos === 'verb' ? first : last);
  if (!tag) return true;
  switch (wrong.record.pos) {
    case 'noun': return tag === 'NOUN' || tag === 'PROPN' || ((tag === 'ADJ' || tag === 'VERB') && isPlaceOfNoun(document, first, last, wrong, tag));
    case 'verb': return tag === 'VERB' || tag === 'AUX' || (tag === 'ADJ' && wrong.form === 'participle' && !isDetermined(document, first));
    case 'adjective': return tag === 'ADJ' || (tag === 'ADV' && isDetermined(document, first) && tagAfter(document, last) === 'NOUN') || (tag === 'VERB' && /(?:ed|ing)$/.test(wrong.lemma)) || (tag === 'NOUN' && wrong.words.length > 1);
    case 'adverb': return tag === 'ADV' || wrong.words.length > 1;
  }
}

const memo = new DocumentNote<readonly SenseHit[]>();

/** All readings of a document worth a thought, in order of their place; several may begin at one token. Costly: found once a document. */
export function senseHitsIn(document: Document): readonly SenseHit[] {
  const {whole} = document;
  let found = memo.get(whole);
  if (!found) memo.set(whole, (found = find(whole, FLOOR)));
  return found;
}

/** All readings, however unlikely, for fits. */
export const allSenses = (document: Document): readonly SenseHit[] => find(document, Number.NEGATIVE_INFINITY);

/** All that speaks for and against a candidate of a hit. */
export const measuresOf = (document: Document, {wrong, first, last}: SenseHit, {right}: Candidate): Measures => measure(document, placeOf(document, first, last), new Gap(document, first, last), wrong, right);

/** A reading as far as its paragraph tells: tokens by their places in the paragraph. */
interface Reading {
  readonly wrong: Wrong;
  readonly first: number;
  readonly last: number;
  readonly plural: boolean;
  readonly expression: Expression;
  readonly candidates: readonly Near[];
}

const readings = new WeakMap<ReadonlySet<string>, SegmentMemo<readonly Reading[]>>();
const NOTHING_ACCEPTED: ReadonlySet<string> = new Set();

/** The readings in a segment that may come above a floor, in order of their place. `length` is what the document's length takes off. */
function readingsIn(document: Document, segment: number, floor: number, length: number): readonly Reading[] {
  const accepted = document.context.accepted ?? NOTHING_ACCEPTED;
  let memos = readings.get(accepted);
  if (!memos) readings.set(accepted, (memos = new SegmentMemo()));
  return memos.of(document, segment, `${floor} ${length}`, () => read(document, segment, floor, length));
}

const NO_WRONG: readonly Wrong[] = [];

/** What a token may be the first word of in the sense lexicons: nothing for names, the shortest words and what is accepted. */
function readingsAt(document: Document, token: Token): readonly Wrong[] {
  if (token.kind !== 'word' || token.text.length < 3) return NO_WRONG;
  const {word} = token;
  if ((word.shape !== 'lower' && (word.shape !== 'capital' || !document.opensSentence(token))) || document.context.accepted?.has(word.base)) return NO_WRONG;
  const next = document.tokens[token.index + 1]?.text === '-' ? document.tokens[token.index + 2] : document.tokens[token.index + 1];
  return wrongSensesBefore(word, next?.word);
}

/**
 * A first look at a document, cheap: for every lemma that may be in a wrong sense, where it stands first, how likely another sense is by the
 * words themselves and what stands beside them, in logits, at least `floor`. Tokens before `end`.
 */
export function likelyBetween(document: Document, end: number, floor: number): ReadonlyMap<string, number> {
  const to = Math.min(Math.ceil(end), document.tokens.length) - 1;
  const found = new Map<string, number>();
  if (!document.keeper) return likelyAmong(document, 0, to, floor, found);
  const key = keyOf(floor, 0);
  for (const [segment, [first, last]] of document.segmentTokens.entries()) {
    if (first > to) break;
    const own = last <= to ? document.made(segment, key, () => likelyAmong(document, first, last, floor, new Map())) : likelyAmong(document, first, to, floor, new Map());
    for (const [lemma, logits] of own) if (!found.has(lemma)) found.set(lemma, logits);
  }
  return found;
}

/** The same of the tokens `from` to `to`, without the lemmas that were found before; added to `found`. */
function likelyAmong(document: Document, from: number, to: number, floor: number, found: Map<string, number>): Map<string, number> {
  for (let i = from; i <= to; i++) {
    const token = document.tokens[i]!;
    let gap: Gap | undefined;
    let reach = -1;
    for (const wrong of readingsAt(document, token)) {
      const last = found.has(wrong.lemma) ? undefined : endOf(document, token, wrong)?.last;
      if (last === undefined) continue;
      if (!gap || reach !== last) gap = new Gap(document, token.index, last);
      reach = last;
      found.set(wrong.lemma, likeliestBetween(gap, expressionOf(wrong), wrong.form, floor));
    }
  }
  return found;
}

function read(document: Document, segment: number, floor: number, length: number): Reading[] {
  const found: Reading[] = [];
  const [start, end] = document.segmentTokens[segment]!;
  for (let i = start; i <= end; i++) {
    const token = document.tokens[i]!;
    const readings = readingsAt(document, token);
    if (!readings.length) continue;
    let place: ReturnType<typeof placeOf> | undefined;
    let gap: Gap | undefined;
    let reach = -1;
    for (const wrong of readings) {
      const end = endOf(document, token, wrong);
      // The tagger has seen the sentence for the rules of grammar: to ask it first costs least.
      if (!end || !agrees(document, token, document.tokens[end.last]!, wrong)) continue;
      if (!gap || reach !== end.last) gap = new Gap(document, token.index, end.last);
      reach = end.last;
      const expression = expressionOf(wrong);
      const off = length - expression.raised;
      const likely = likelySenses(gap, expression, wrong.form, floor - off);
      // "sine qua non"
      if (!likely.length || !stands(document, token.index, end.last, wrong) || inLoan(document, token)) continue;
      if (place?.last !== end.last) place = placeOf(document, token.index, end.last);
      const standing = new Standing(place, expression);
      const candidates: Near[] = [];
      for (const {sense, fluency} of likely) {
        const near = measureNear(standing, sense, fluency, floor - off);
        if (near) candidates.push(near);
      }
      if (candidates.length) found.push({wrong, expression, first: i - start, last: end.last - start, plural: end.plural, candidates: candidates.slice()});
    }
  }
  return found;
}

/** Stems of which it is asked whether a sense hangs on them. */
const FEW = 6;

/** A reading with what the document says of it. */
interface Weighed {
  readonly reading: Reading;
  /** What is taken off by the length of the document and for its expression. */
  readonly off: number;
  readonly weighings: readonly Weighing[];
  /** What it came to last, if it is above the floor. */
  hit: SenseHit | undefined;
}

/** The readings of a segment with what the document says of them. */
class Readings {
  readonly #all: readonly Weighed[];
  /** Those that may come above the floor while the subject of the document stays near its anchor and its words say the same. */
  #likely: readonly Weighed[] = [];
  #stems: ReadonlySet<string> | undefined;
  #ground = -1;
  #topic: Float32Array | undefined;
  #anchor: Float32Array | undefined;
  #hits: readonly SenseHit[] = [];
  /** The token from which the places of these are counted. */
  #start = 0;

  constructor(readings: readonly Reading[], length: number) {
    this.#all = readings.map((reading) => ({reading, off: length - reading.expression.raised, weighings: reading.candidates.map((near) => new Weighing(near)), hit: undefined}));
  }

  /** Those above a floor in a segment of a document that begins with the token `start`. What the words of the document say is asked again where it may say another thing now. */
  above(floor: number, document: Document, ground: Ground, start: number): readonly SenseHit[] {
    const {number, topic, anchor} = ground;
    // Another segment that is alike.
    if (this.#ground === number) return this.#hits.map(({wrong, first, last, plural, candidates}) => new SenseHit(wrong, first - this.#start + start, last - this.#start + start, plural, candidates.map(({weighing, context}) => new Candidate(weighing, context))));
    const changed = this.#ground === ground.before ? ground.changed : undefined;
    const again = !changed || this.#concerns(changed);
    // To count once more takes as long as to ask this of some stems.
    const asked = changed && changed.size <= FEW ? changed : undefined;
    if (again) this.#count(document, ground, start, asked);
    if (again || this.#anchor !== anchor) this.#likely = likelyOf(this.#all, floor, ground);
    if (again || this.#anchor !== anchor || this.#topic !== topic) {
      let same = true;
      for (const weighed of this.#likely) if (!weighHit(weighed, floor, ground)) same = false;
      if (!same || again || this.#anchor !== anchor) this.#hits = this.#likely.flatMap(({hit}) => hit ?? []);
      this.#start = -1;
    }
    if (this.#start !== start) for (const {reading, hit} of this.#likely) if (hit) {
      hit.first = reading.first + start;
      hit.last = reading.last + start;
    }
    this.#start = start;
    this.#ground = number;
    this.#topic = topic;
    this.#anchor = anchor;
    return this.#hits;
  }

  /** Counts words of the document for what hangs on some stems; for all of it, if none are named. */
  #count(document: Document, ground: Ground, start: number, asked: ReadonlySet<string> | undefined): void {
    let stretch: Stretch | undefined;
    for (const {reading: {first, last, expression}, weighings} of this.#all) for (const weighing of weighings) {
      if (asked && !weighing.concerns(asked, expression)) continue;
      // Several readings of one stretch follow each other.
      if (stretch?.first !== start + first || stretch.last !== start + last) stretch = stretchOf(document, start + first, start + last);
      weighing.count(ground, stretch, expression);
    }
  }

  #concerns(changed: ReadonlySet<string>): boolean {
    if (!changed.size) return false;
    const stems = (this.#stems ??= new Set(this.#all.flatMap(({reading, weighings}) => weighings.flatMap((weighing) => weighing.stems(reading.expression)))));
    for (const stem of changed) if (stems.has(stem)) return true;
    return false;
  }
}

/** Those of some readings that may come above a floor. */
function likelyOf(all: readonly Weighed[], floor: number, ground: Ground): readonly Weighed[] {
  const likely: Weighed[] = [];
  for (const {reading, off, weighings, hit} of all) {
    const own: Weighing[] = [];
    for (const weighing of weighings) if (weighing.mayExceed(ground, reading.expression, floor - off)) own.push(weighing);
    if (own.length) likely.push({reading, off, weighings: own.slice(), hit});
  }
  return likely.slice();
}

/** Weighs a reading against what the document says now. Returns whether its hit is the one that it was. */
function weighHit(weighed: Weighed, floor: number, ground: Ground): boolean {
  const {reading: {wrong, first, last, plural, expression}, off, weighings, hit} = weighed;
  let n = 0;
  let same = true;
  for (const weighing of weighings) {
    const logits = weighing.weigh(ground, expression, floor - off);
    if (logits === undefined) continue;
    const known = hit?.candidates[n++];
    if (known?.weighing === weighing) known.context = logits + off;
    else same = false;
  }
  if (same && n === (hit?.candidates.length ?? 0)) return true;
  const candidates: Candidate[] = [];
  for (const weighing of weighings) {
    const logits = weighing.weigh(ground, expression, floor - off);
    if (logits !== undefined) candidates.push(new Candidate(weighing, logits + off));
  }
  weighed.hit = candidates.length ? new SenseHit(wrong, first, last, plural, candidates) : undefined;
  return false;
}

/** What {@link Readings} of a floor and a length are kept by, and what a first look finds. */
const keys = new Map<string, object>();
function keyOf(floor: number, length: number): object {
  const name = `${floor} ${length}`;
  let key = keys.get(name);
  if (!key) keys.set(name, (key = {name}));
  return key;
}

function find(document: Document, floor: number): SenseHit[] {
  const {short} = senseWeights();
  const found: SenseHit[] = [];
  const length = document.wordCount < short.words ? short.penalty : 0;
  const ground = groundOf(document);
  const {keeper} = document;
  const key = keyOf(floor, length);
  const make = (segment: number) => new Readings(readingsIn(document, segment, floor, length), length);
  const makeIn = ({ownSegments}: Document) => make(ownSegments[0]!);
  for (let segment = 0; segment < document.segmentTokens.length; segment++) {
    const readings = keeper ? keeper.keep(segment, key, makeIn) : make(segment);
    for (const hit of readings.above(floor, document, ground, document.segmentTokens[segment]![0])) found.push(hit);
  }
  return found;
}
