/** Idioms of which a part came through and the rest is nonsense: "share Weal and Envis Hisap" is "weal and woe". */
import type {Document} from '../document/document.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import {ParagraphEvidence} from '../document/paragraph-evidence.ts';
import type {Token} from '../document/token.ts';
import type {Word} from '../document/word.ts';
import {bitsOf, type Idiom, IDIOM_PLACES, idiomsWith, isNonsense, same} from './idiom-list.ts';
import {nearIdiomAt} from './near-idioms.ts';

/** A damaged stretch, tokens `first` to `last`, both included, and what the idiom has there. */
export interface DamagedIdiom {
  readonly first: number;
  readonly last: number;
  /** Replacements for the stretch, best first. */
  readonly proposals: readonly string[];
  /** The whole idiom, for notes. */
  readonly idiom: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Words on each side of the damage that are compared with idioms. */
const WINDOW = 10;
/** Damaged stretches of a paragraph that are looked into; one with more of them is no English prose. */
const MAX_STRETCHES = 40;
const MAX_CANDIDATES = 120;

/** What runs on from nonsense: more of it, or a word that fits there as little. */
function joins(document: Document, token: Token | undefined): boolean {
  if (token?.kind !== 'word' || FUNCTION_WORDS.has(token.word.folded)) return false;
  const {word} = token;
  return isNonsense(word) || (word.shape === 'capital' && !document.opensSentence(token)) || (word.shape === 'lower' && word.entry.frequency < 75);
}

interface Fit {readonly idiom: Idiom; readonly before: number; readonly after: number; readonly bits: number; readonly from: number; readonly intact: number}

/** Words that must be intact beside the damage where the idiom's far end stands differently. */
const ENOUGH = 3;

/** The best way to lay an idiom over the words beside the damage, nearest first on both sides. */
function fits(idiom: Idiom, left: readonly Word[], right: readonly Word[]): Fit | undefined {
  const {words} = idiom;
  const n = words.length;
  // From where to where the words before `before` and behind `n - after` stand in the text.
  let heads = NO_HEADS;
  let tails: typeof heads | undefined;
  for (let size = 1; size < n; size++) {
    let from = size;
    while (from > 0 && size - from < left.length && same(left[size - from]!, words[from - 1]!)) from--;
    if (from === 0 || size - from >= ENOUGH) heads = [...heads, [size, from]];
    let to = n - size;
    while (to < n && to - (n - size) < right.length && same(right[to - (n - size)]!, words[to]!)) to++;
    if (to === n || to - (n - size) >= ENOUGH) tails = [...(tails ?? [[0, n]]), [size, to]];
  }
  // Most idioms have nothing in common with the words around.
  if (heads === NO_HEADS && !tails) return undefined;
  let best: Fit | undefined;
  for (const [before, from] of heads) for (const [after, to] of tails ?? [[0, n] as const]) {
    const intact = before - from + (after - (n - to));
    if (intact < 2 || before + after >= n || intact < n * 0.5 || n - before - after > 3 || !words.slice(before, n - after).some((w) => w.content)) continue;
    const bits = [...words.slice(from, before), ...words.slice(n - after, to)].reduce((sum, w) => sum + (w.content ? bitsOf(w.text) : 1.2), 0);
    if (!best || bits > best.bits) best = {idiom, before, after, bits, from, intact};
  }
  return best;
}
const NO_HEADS: readonly (readonly [size: number, at: number])[] = [[0, 0]];

/**
 * Idioms that stand in a document with a part of them turned into nonsense. Idioms with real words in the wrong
 * place are left alone: people vary them. Work is bounded for each nonsense word.
 */
export const damagedIdioms = (document: Document): readonly DamagedIdiom[] => idioms.in(document);

const idioms = new ParagraphEvidence((document: Document): DamagedIdiom[] => {
  const {tokens} = document;
  const found: DamagedIdiom[] = [];
  // An idiom is found from each of its words that say most, and from what is damaged.
  const put = (idiom: DamagedIdiom) => {
    const before = found.at(-1);
    if (!before || before.last < idiom.first || idiom.last < before.first) found.push(idiom);
    else if (idiom.score > before.score) found[found.length - 1] = idiom;
  };
  let stretches = 0;
  let seen = -1;
  let segment = -1;
  for (const token of document.where(IDIOM_PLACES)) {
    const {index: i} = token;
    const near = token.kind === 'word' ? nearIdiomAt(document, token) : undefined;
    if (near) put(near);
    if (near || !isNonsense(token.word)) continue;
    if (token.segment !== segment) {
      ({segment} = token);
      stretches = 0;
    }
    if (stretches === MAX_STRETCHES || token.kind !== 'word' || i <= seen || document.context.accepted?.has(token.word.base)) continue;
    stretches++;
    let first = i;
    while (first > 0 && i - first < 2 && tokens[first - 1]!.sentence === token.sentence && tokens[first - 1]!.kind === 'word' && isNonsense(tokens[first - 1]!.word)) first--;
    let last = i;
    while (last - i < 3 && tokens[last + 1]?.sentence === token.sentence && joins(document, tokens[last + 1])) last++;
    const damaged = match(document, first, last);
    if (damaged) put(damaged);
    seen = last;
  }
  return found;
}, (idiom, by) => ({...idiom, first: idiom.first + by, last: idiom.last + by}));

/** Number of the damaged stretch that is looked into. */
let stretch = 0;

function match(document: Document, first: number, last: number): DamagedIdiom | undefined {
  const {tokens} = document;
  const {sentence} = tokens[first]!;
  const left: Token[] = [];
  for (let i = first - 1; i >= 0 && left.length < WINDOW && tokens[i]!.sentence === sentence; i--) {
    if (tokens[i]!.kind === 'word') left.push(tokens[i]!);
    else if (tokens[i]!.text !== ',' && tokens[i]!.text !== '-') break;
  }
  const right: Token[] = [];
  for (let i = last + 1; i < tokens.length && right.length < WINDOW && tokens[i]!.sentence === sentence; i++) {
    if (tokens[i]!.kind === 'word') right.push(tokens[i]!);
    else if (tokens[i]!.text !== ',' && tokens[i]!.text !== '-') break;
  }
  const heads = left.map((t) => t.word);
  const tails = right.map((t) => t.word);
  // The rarest words first: they say most, and few idioms have them.
  const lists = [...heads, ...tails].map(idiomsWith).filter((list) => list.length).sort((a, b) => a.length - b.length);
  let best: Fit | undefined;
  let candidates = 0;
  stretch++;
  for (const list of lists) {
    if (candidates > MAX_CANDIDATES) break;
    for (const idiom of list) {
      if (idiom.compared === stretch) continue;
      idiom.compared = stretch;
      candidates++;
      const fit = fits(idiom, heads, tails);
      if (fit && (!best || fit.bits > best.bits)) best = fit;
    }
  }
  if (!best) return undefined;
  const {idiom, before, after, bits, from, intact} = best;
  const missing = idiom.words.length - before - after;
  if (missing > last - first + 2) return undefined;
  // "in the heart of Zhytomyr": a name where an idiom goes on with a noun is likelier than damage.
  const open = !before || !after;
  const capital = tokens[last]!.word.shape !== 'lower' || tokens[first]!.word.shape !== 'lower';
  let head = first;
  let put = idiom.shown.slice(before, idiom.shown.length - after);
  for (let k = before - 1; k >= from; k--) {
    const t = left[before - 1 - k]!;
    // A stray capital inside the part that came through: damaged too, and a sign that no name follows.
    if (t.word.shape === 'capital' && t.word.folded === idiom.words[k]!.text && !/^\p{Lu}/u.test(idiom.shown[k]!) && !document.opensSentence(t)) {
      head = t.index;
      put = idiom.shown.slice(k, idiom.shown.length - after);
    }
  }
  const stray = head < first;
  const wanted = stray ? 10 : open ? (capital ? (intact > 3 && missing === 1 ? 19 : 26) : missing === 1 ? 11 : 15) : capital ? 16 : 10;
  if (bits < wanted) return undefined;
  const text = put.join(' ').replace(/[,;]$/, '');
  return {first: head, last, proposals: [document.opensSentence(tokens[head]!) ? text.replace(/^\p{Ll}/u, (c) => c.toUpperCase()) : text], idiom: idiom.text, score: bits > wanted + 6 ? 0.93 : 0.85};
}
