/** Terms, offices and holidays that a document has in two renderings. */
import type {Document} from '../document/document.ts';
import {TokenEvidence} from '../document/paragraph-evidence.ts';
import type {Token} from '../document/token.ts';
import {wordClass} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';
import {neighbour} from './explain/variant.ts';
import {usageIn} from './usage.ts';

/** One place where a term stands in another rendering than the one to keep; UTF-16 offsets. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
  /** The rendering to keep. */
  readonly to: string;
  readonly confidence: number;
  readonly note: string;
}

const MAX_PLACES = 20;
/** Of these people write both orders: "the health ministry", "the Ministry of Health". */
const EITHER = new Set('ministry department university bank court board council office school committee centre center institute faculty college church house city state province region town village county port bay lake island republic kingdom minister secretary head chief director president governor mayor bishop king queen prince duke professor member mayor chamber bureau agency authority union party club'.split(' '));

const endOf = (token: Token) => token.end - (token.word.folded.length - token.word.base.length);
const bare = (text: string) => text.replace(/['’]s$/, '');

/** "of", and words with which a listed rendering begins. */
const TERM = wordClass(({base, folded}) => base === 'of' || renderings().has(folded));

/** What may be a term turned into a phrase, "head of end": the head and the end. */
const UNROLLED = new TokenEvidence(TERM, (document, tokens) => tokens.flatMap((token): readonly (readonly [head: Token, end: Token])[] => {
  if (token.word.base !== 'of') return [];
  const head = document.before(token);
  const end = document.after(token);
  if (head?.kind !== 'word' || end?.kind !== 'word' || head.word.shape !== end.word.shape || (head.word.shape !== 'lower' && head.word.shape !== 'capital') || EITHER.has(head.word.base) || end.word.base.length < 3 || head.word.base.length < 3) return [];
  return head.word.shape === 'capital' && (document.isTitle(head.sentence) || neighbour(document, end, 1) || neighbour(document, head, -1)) ? [] : [[head, end]];
}));

/** A capitalised term turned into a phrase: "the day of victory", "the Day of Victory" beside "Victory Day". */
function unrolled(document: Document): TermPlace[] {
  const usage = usageIn(document);
  const out: TermPlace[] = [];
  for (const [head, end] of UNROLLED.in(document)) {
    const ends = usage.get(end.word.base);
    if (!ends?.capital && !ends?.opening) continue;
    const place = ends.tokens.slice(0, MAX_PLACES).find((t) => {
      const next = document.after(t);
      return t.word.shape === 'capital' && next?.word.base === head.word.base && next.word.shape === 'capital' && !document.isTitle(t.sentence) && !neighbour(document, next, 1) && !neighbour(document, t, -1);
    });
    if (!place) continue;
    const article = document.before(head);
    const the = article?.word.folded === 'the' && document.before(place)?.word.folded !== 'the';
    const to = bare(document.slice(place.index, place.index + 1));
    out.push({start: the ? article.start : head.start, end: endOf(end), to, confidence: head.word.shape === 'lower' ? 0.85 : 0.7, note: `The text also has this as “${to}”.`});
  }
  return out;
}

/** Words in names that say nothing of what is named. */
const JOINTS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'de', 'to']);
const MAX_NAME = 10;
const ABBREVIATION = wordClass(({shape, text}) => shape === 'upper' && text.length > 2 && text.length < 8);

interface Expansion {readonly first: Token; readonly last: Token; readonly words: readonly string[]}

const stem = (word: string) => word.replace(/'s?$/, '').replace(/(?:s|al|ian|an)$/, '').slice(0, 6);

/** An abbreviation with two names in front of it: "Agency for Aviation (CAA)" beside "Civil Aviation Authority (CAA)". */
function expanded(document: Document): TermPlace[] {
  const {tokens} = document;
  const names = new Map<string, Expansion[]>();
  for (const token of document.where(ABBREVIATION)) {
    if (token.kind !== 'word' || tokens[token.index - 1]?.text !== '(' || tokens[token.index + 1]?.text !== ')') continue;
    const words: string[] = [];
    let first: Token | undefined;
    for (let k = token.index - 2; k >= 0 && k > token.index - 2 - MAX_NAME; k--) {
      const t = tokens[k]!;
      if (t.kind !== 'word' || t.sentence !== token.sentence) break;
      if (t.word.shape === 'lower') {
        if (!JOINTS.has(t.word.folded)) break;
        // "the" opens a name, unless it stands behind a joint: "for the Gulf".
        if (t.word.folded === 'the' && !JOINTS.has(tokens[k - 1]?.word.folded ?? '')) break;
        continue;
      }
      // A sentence's first word may be no part of the name.
      if (JOINTS.has(t.word.folded)) break;
      first = t;
      words.unshift(stem(t.word.base));
    }
    if (!first || words.length < 2) continue;
    const list = names.get(token.text);
    const expansion = {first, last: tokens[token.index - 2]!, words};
    if (list) list.push(expansion);
    else names.set(token.text, [expansion]);
  }
  const out: TermPlace[] = [];
  for (const [acronym, list] of names) {
    const keep = list[0]!;
    for (const other of list.slice(1, MAX_PLACES)) {
      const shared = other.words.filter((word) => keep.words.includes(word)).length;
      const same = shared === other.words.length && shared === keep.words.length;
      // One that holds the other whole names it with what it belongs to; those with little in common are two bodies.
      if (!same && (shared === other.words.length || shared === keep.words.length || shared * 2 < Math.max(other.words.length, keep.words.length))) continue;
      if (same && other.words.join(' ') === keep.words.join(' ')) continue;
      const to = document.slice(keep.first.index, keep.last.index);
      out.push({start: other.first.start, end: other.last.end, to, confidence: same ? 0.45 : 0.65, note: `The text also explains ${acronym} as “${to}”.`});
    }
  }
  return out;
}

/** By the number of the line. */
const usualForms = new Map<number, string>();
let sets: Map<string, {readonly words: readonly string[]; readonly set: number; readonly form: string}[]> | undefined;

/** Renderings of one office or holiday that no writer varies, by their first word. */
function renderings() {
  if (sets) return sets;
  sets = new Map();
  for (const [set, line] of readData<string[]>('terms').entries()) for (const form of line.split(', ')) {
    if (!usualForms.has(set)) usualForms.set(set, form);
    const words = form.toLowerCase().split(/[ -]/);
    const list = sets.get(words[0]!);
    const entry = {words, set, form};
    if (list) list.push(entry);
    else sets.set(words[0]!, [entry]);
  }
  return sets;
}

/** The last token of words (lower case) that stand from a token on; hyphens between them do not count. */
function endAt(document: Document, token: Token, words: readonly string[]): Token | undefined {
  let last = token;
  let at = token.index;
  for (let k = 0; k < words.length; k++, at++) {
    if (k && /^[-‐‑]$/.test(document.tokens[at]?.text ?? '')) at++;
    const t = document.tokens[at];
    if (t?.kind !== 'word' || t.sentence !== token.sentence || (t.word.folded !== words[k] && !(k === words.length - 1 && t.word.base === words[k]))) return undefined;
    last = t;
  }
  return last;
}

/** An office or holiday in one of its listed renderings. */
interface Rendering {
  readonly set: number;
  readonly form: string;
  readonly first: Token;
  readonly last: Token;
}

const RENDERINGS = new TokenEvidence(TERM, (document, tokens) => {
  const found: Rendering[] = [];
  let skip: Token | undefined;
  for (const token of tokens) {
    if (token.kind !== 'word' || (skip && token.index <= skip.index)) continue;
    for (const {words, set, form} of renderings().get(token.word.folded) ?? []) {
      const last = endAt(document, token, words);
      if (!last || document.isTitle(token.sentence)) continue;
      found.push({set, form, first: token, last});
      skip = last;
      break;
    }
  }
  return found;
});

/** One office or holiday in two of its listed renderings: "secretary-general" and "general secretary". */
function listed(document: Document): TermPlace[] {
  const found = new Map<number, Map<string, {start: number; end: number; text: string}[]>>();
  for (const {set, form, first: {start}, last} of RENDERINGS.in(document)) {
    let forms = found.get(set);
    if (!forms) found.set(set, forms = new Map());
    const place = {start, end: endOf(last), text: document.text.slice(start, endOf(last))};
    const places = forms.get(form);
    if (places) places.push(place);
    else forms.set(form, [place]);
  }
  const out: TermPlace[] = [];
  for (const [set, forms] of found) {
    if (forms.size !== 2) continue;
    // The first of a line is the usual one.
    const usual = usualForms.get(set) ?? '';
    const [keep, other] = [...forms].sort(([a, x], [b, y]) => Number(b === usual) - Number(a === usual) || y.length - x.length || x[0]!.start - y[0]!.start).map(([, places]) => places);
    const to = keep![0]!.text;
    for (const {start, end, text} of other!.slice(0, MAX_PLACES)) out.push({start, end, to: /^\p{Lu}/u.test(text) ? to[0]!.toUpperCase() + to.slice(1) : to, confidence: keep!.length > other!.length ? 0.35 : 0.28, note: `The text also has this as “${to}”.`});
  }
  return out;
}

/** Terms that the user prefers, of several words; single words are names of `variantsIn`. */
function preferred(document: Document, prefer: Readonly<Record<string, readonly string[]>>): TermPlace[] {
  const byFirst = new Map<string, {words: readonly string[]; to: string}[]>();
  for (const [to, variants] of Object.entries(prefer)) for (const variant of variants) {
    const words = variant.toLowerCase().replaceAll('’', "'").split(/[\s-]+/).filter(Boolean);
    if (words.length > 1) byFirst.set(words[0]!, [...(byFirst.get(words[0]!) ?? []), {words, to}]);
  }
  if (!byFirst.size) return [];
  const out: TermPlace[] = [];
  for (const token of document.tokens) for (const {words, to} of (token.kind === 'word' ? byFirst.get(token.word.folded) : undefined) ?? []) {
    const last = endAt(document, token, words);
    if (last) out.push({start: token.start, end: endOf(last), to, confidence: 0.99, note: 'Your settings prefer the other term.'});
  }
  return out;
}

/** Terms in two renderings, with the one to keep; `prefer` maps preferred terms to what they replace. */
export function termsIn(document: Document, prefer: Readonly<Record<string, readonly string[]>> = {}): readonly TermPlace[] {
  return [...preferred(document, prefer), ...unrolled(document), ...expanded(document), ...listed(document)];
}
