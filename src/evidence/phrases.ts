/** Finds the phrases of `rules/phrases/` in a document: one trie over words, lemmas and slots; its cost does not grow with the number of phrases. */
import type {Document} from '../document/document.ts';
import {DAYS, MONTHS, NUMBER_WORDS, POSSESSIVES} from '../document/english.ts';
import type {Inflection} from '../document/inflection.ts';
import type {Token} from '../document/token.ts';
import type {Word} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';

/** A phrase as compiled by `scripts/phrases.ts`. */
export interface PhraseEntry {
  readonly id: number;
  /** Index into {@link PhraseTables.packs}. */
  readonly pack: number;
  /** As its author wrote it. */
  readonly match: string;
  /** Replacements, best first; `<lemma>` takes the inflection found, `{slot}` the text of the slot. */
  readonly use: readonly string[];
  /** ISO 639-1; empty for any language. */
  readonly from: readonly string[];
  /** 0 to 1. */
  readonly certain: number;
  /** Words of which one stands near the phrase; empty if it needs none. */
  readonly when: readonly string[];
  /** Phrases (words joined by one space) in the same sentence that make it sound. */
  readonly unless: readonly string[];
  /** The letters' case must be that of `match`. */
  readonly cased: boolean;
  /** Nothing is said of the wording but that it is odd. */
  readonly why?: string;
}

export interface PhraseTables {
  readonly packs: readonly {readonly file: string; readonly summary: string; readonly why: string}[];
  readonly entries: readonly PhraseEntry[];
  /** Literal words, `<lemmas>` and `{slots}`; the index is the symbol. */
  readonly symbols: readonly string[];
  /** "form feature symbol": the lemmas of word forms. */
  readonly forms: readonly string[];
  /** from, symbol, to, three numbers an edge; node 0 is the root. */
  readonly edges: readonly number[];
  /** node, entry, two numbers a final node. */
  readonly finals: readonly number[];
}

export interface PhraseMatch {
  readonly entry: PhraseEntry;
  /** Tokens, both included. */
  readonly first: number;
  readonly last: number;
  readonly forms: readonly Inflection[];
  readonly slots: ReadonlyMap<string, string>;
}

/** Steps from one start: more than any real phrase needs. */
const MAX_STEPS = 200;
const DECADE = /^[1-9]0$/;
const HAVING = new Set('have has had having been be is are was were being am get got'.split(' '));

const EVENTS = new Set('ceremony premiere meeting match concert funeral mass session debate parade trial show conference burial hearing inauguration opening event events performance service wedding festival game final race congress summit gala exhibition ceremonies meetings talks forum lecture screening rally launch vigil'.split(' '));

/** What may stand in a slot. */
export const SLOTS: Readonly<Record<string, (token: Token) => boolean>> = {
  number: (t) => t.kind === 'number' || (t.kind === 'word' && NUMBER_WORDS.has(t.word.folded)),
  digits: (t) => t.kind === 'number' && /^\d{1,3}$/.test(t.text),
  decade: (t) => t.kind === 'number' && DECADE.test(t.text),
  day: (t) => t.kind === 'word' && DAYS.has(t.word.folded),
  month: (t) => t.kind === 'word' && MONTHS.has(t.word.folded),
  name: (t) => t.kind === 'word' && t.word.shape !== 'lower' && t.word.shape !== 'none',
  possessive: (t) => t.kind === 'word' && POSSESSIVES.has(t.word.folded),
  event: (t) => t.kind === 'word' && EVENTS.has(t.word.folded),
  word: (t) => t.kind === 'word',
};

interface State {
  readonly node: number;
  readonly at: number;
  readonly forms: readonly Inflection[];
  readonly slots: ReadonlyMap<string, string>;
}
const NONE: ReadonlyMap<string, string> = new Map();

/** What the trie knows of a word form. */
interface Known {
  readonly symbol: number | undefined;
  /** The lemmas that it is a form of. */
  readonly lemmas: readonly (readonly [Inflection, number])[];
  /** A phrase begins with the form, its lemma, or a slot that it fits. */
  readonly begins: boolean;
}
const UNLISTED: readonly (readonly [Inflection, number])[] = [];

/** A node of the trie. */
interface Node {
  readonly next: Map<number, number>;
  readonly slots: [string, number][];
  readonly finals: number[];
}

export class PhraseAutomaton {
  readonly tables: PhraseTables;
  readonly #symbols = new Map<string, number>();
  readonly #lemmas = new Map<string, [Inflection, number][]>();
  readonly #nodes: Node[] = [];
  /** By word form: forms are shared objects, and looking one up is cheaper than hashing its letters in three tables. */
  readonly #known = new WeakMap<Word, Known>();

  constructor(tables: PhraseTables) {
    this.tables = tables;
    for (const [i, symbol] of tables.symbols.entries()) this.#symbols.set(symbol, i);
    for (const line of tables.forms) {
      const [form = '', feature, symbol] = line.split(' ');
      const list = this.#lemmas.get(form);
      const lemma: [Inflection, number] = [feature as Inflection, Number(symbol)];
      if (list) list.push(lemma);
      else this.#lemmas.set(form, [lemma]);
    }
    const {edges, finals} = tables;
    for (let i = 0; i < edges.length; i += 3) {
      const from = this.#node(edges[i]!);
      const text = tables.symbols[edges[i + 1]!]!;
      if (text.startsWith('{')) from.slots.push([text.slice(1, -1), edges[i + 2]!]);
      else from.next.set(edges[i + 1]!, edges[i + 2]!);
    }
    for (let i = 0; i < finals.length; i += 2) this.#node(finals[i]!).finals.push(finals[i + 1]!);
  }

  #node(index: number): Node {
    return (this.#nodes[index] ??= {next: new Map(), slots: [], finals: []});
  }

  #knownOf(token: Token): Known {
    if (token.kind !== 'word') return this.#find(token, token.text);
    let known = this.#known.get(token.word);
    if (!known) this.#known.set(token.word, (known = this.#find(token, token.word.folded)));
    return known;
  }

  #find(token: Token, form: string): Known {
    const symbol = this.#symbols.get(form);
    const lemmas = this.#lemmas.get(form) ?? UNLISTED;
    const {next, slots} = this.#node(0);
    return {symbol, lemmas, begins: (symbol !== undefined && next.has(symbol)) || lemmas.some(([, lemma]) => next.has(lemma)) || slots.some(([name]) => SLOTS[name]!(token))};
  }

  /** The phrases that begin at a token, longest first. */
  at(document: Document, first: number): PhraseMatch[] {
    const {tokens} = document;
    const {sentence, segment} = tokens[first]!;
    if (!this.#knownOf(tokens[first]!).begins) return NOTHING;
    let found: PhraseMatch[] | undefined;
    let stack: State[] | undefined;
    let state: State = {node: 0, at: first, forms: [], slots: NONE};
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const token = tokens[state.at];
      if (token && token.sentence === sentence && token.segment === segment) {
        const {next, slots} = this.#node(state.node);
        const push = (to: number, forms: readonly Inflection[], filled: ReadonlyMap<string, string>) => {
          for (const entry of this.#node(to).finals) (found ??= []).push({entry: this.tables.entries[entry]!, first, last: token.index, forms, slots: filled});
          (stack ??= []).push({node: to, at: token.index + 1, forms, slots: filled});
        };
        if (next.size) {
          const {symbol, lemmas} = this.#knownOf(token);
          const to = symbol === undefined ? undefined : next.get(symbol);
          if (to !== undefined) push(to, state.forms, state.slots);
          for (const [feature, lemma] of lemmas) {
            const inflected = next.get(lemma);
            if (inflected !== undefined) push(inflected, [...state.forms, feature === 'past' && participleAt(document, token.index) ? 'participle' : feature], state.slots);
          }
        }
        for (const [name, to] of slots) if (SLOTS[name]!(token)) push(to, state.forms, new Map([...state.slots, [name, token.text]]));
      }
      const top = stack?.pop();
      if (!top) break;
      state = top;
    }
    return found ? found.sort((a, b) => b.last - a.last) : [];
  }
}

const NOTHING: PhraseMatch[] = [];

/** Whether a form that may be a past or a participle follows "have" or "be", one word between at most. */
function participleAt(document: Document, index: number): boolean {
  for (let i = index - 1; i >= Math.max(0, index - 2); i--) {
    const word = document.tokens[i]!.word.folded;
    if (HAVING.has(word) || word.endsWith("'ve") || word.endsWith("n't")) return true;
  }
  return false;
}

/** How far, in tokens, the words of `when` may stand from the phrase. */
const NEAR = 60;
/** How far a sentence is searched for `unless`. */
const AROUND = 120;
const OPEN = /^["“„«‘'(]$/;
const CLOSE = /^["”“»’')]$/;

let automaton: PhraseAutomaton | undefined;
const memo = new WeakMap<Document, readonly PhraseMatch[]>();

/** The pack that a phrase is from. */
export const packOf = (entry: PhraseEntry): PhraseTables['packs'][number] => (automaton ??= new PhraseAutomaton(readData<PhraseTables>('phrases'))).tables.packs[entry.pack]!;

/** The phrases of a document whose conditions hold, in their order, without overlaps; found once a document. */
export function phrasesIn(document: Document): readonly PhraseMatch[] {
  const known = memo.get(document);
  if (known) return known;
  automaton ??= new PhraseAutomaton(readData<PhraseTables>('phrases'));
  const found: PhraseMatch[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    const match = automaton.at(document, i).find((m) => applies(document, m));
    if (!match) continue;
    found.push(match);
    i = Math.max(i, match.last);
  }
  memo.set(document, found);
  return found;
}

function applies(document: Document, {entry, first, last}: PhraseMatch): boolean {
  const {tokens} = document;
  if (OPEN.test(tokens[first - 1]?.text ?? '') && CLOSE.test(tokens[last + 1]?.text ?? '')) return false;
  if (entry.cased && document.slice(first, last).replaceAll('’', "'") !== entry.match) return false;
  if (entry.when.length && !nearby(document, first, last, entry.when)) return false;
  if (entry.unless.length) {
    const {sentence} = tokens[first]!;
    let around = ' ';
    for (let i = Math.max(0, first - AROUND); i < Math.min(tokens.length, last + AROUND); i++) if (tokens[i]!.sentence === sentence) around += `${tokens[i]!.word.folded} `;
    if (entry.unless.some((phrase) => around.includes(` ${phrase} `))) return false;
  }
  return true;
}

function nearby(document: Document, first: number, last: number, words: readonly string[]): boolean {
  const {tokens} = document;
  const wanted = new Set(words);
  for (let i = Math.max(0, first - NEAR); i < Math.min(tokens.length, last + NEAR); i++) if ((i < first || i > last) && wanted.has(tokens[i]!.word.base)) return true;
  return false;
}
