/** Finds the phrases of `rules/phrases/` in a document: one trie over words, lemmas and slots; its cost does not grow with the number of phrases. */
import type {Document} from '../document/document.ts';
import {DAYS, MONTHS, NUMBER_WORDS, POSSESSIVES} from '../document/english.ts';
import type {Inflection} from '../document/inflection.ts';
import type {Token} from '../document/token.ts';
import {wordQuestion} from '../document/word.ts';

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

const MAX_SYMBOLS = 65_536;
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

export class PhraseAutomaton {
  readonly tables: PhraseTables;
  readonly #symbols = new Map<string, number>();
  readonly #lemmas = new Map<string, [Inflection, number][]>();
  readonly #edges = new Map<number, number>();
  readonly #slotsAt = new Map<number, [string, number][]>();
  readonly #finals = new Map<number, number[]>();

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
      const from = edges[i]!;
      const symbol = edges[i + 1]!;
      const to = edges[i + 2]!;
      this.#edges.set(from * MAX_SYMBOLS + symbol, to);
      const text = tables.symbols[symbol]!;
      if (text.startsWith('{')) {
        const slots = this.#slotsAt.get(from);
        if (slots) slots.push([text.slice(1, -1), to]);
        else this.#slotsAt.set(from, [[text.slice(1, -1), to]]);
      }
    }
    for (let i = 0; i < finals.length; i += 2) {
      const list = this.#finals.get(finals[i]!);
      if (list) list.push(finals[i + 1]!);
      else this.#finals.set(finals[i]!, [finals[i + 1]!]);
    }
  }

  /** Whether any phrase begins with a token; the answers for words are kept by the forms. */
  #mayBegin(token: Token): boolean {
    return (token.kind === 'word' ? this.#beginsPhrase(token.word) : this.#begins(token.text)) || (this.#slotsAt.get(0)?.some(([name]) => SLOTS[name]!(token)) ?? false);
  }
  readonly #beginsPhrase = wordQuestion((word) => this.#begins(word.folded));

  #begins(form: string): boolean {
    const symbol = this.#symbols.get(form);
    return (symbol !== undefined && this.#edges.has(symbol)) || (this.#lemmas.get(form) ?? []).some(([, lemma]) => this.#edges.has(lemma));
  }

  /** The phrases that begin at a token, longest first. */
  at(document: Document, first: number): PhraseMatch[] {
    const {tokens} = document;
    const {sentence, segment} = tokens[first]!;
    if (!this.#mayBegin(tokens[first]!)) return NOTHING;
    let found: PhraseMatch[] | undefined;
    let stack: State[] | undefined;
    let state: State = {node: 0, at: first, forms: [], slots: NONE};
    for (let steps = 0; steps < MAX_STEPS; steps++) {
      const token = tokens[state.at];
      if (token && token.sentence === sentence && token.segment === segment) {
        const folded = token.word.folded || token.text;
        const base = state.node * MAX_SYMBOLS;
        const push = (node: number, forms: readonly Inflection[], slots: ReadonlyMap<string, string>) => {
          for (const entry of this.#finals.get(node) ?? []) (found ??= []).push({entry: this.tables.entries[entry]!, first, last: token.index, forms, slots});
          (stack ??= []).push({node, at: token.index + 1, forms, slots});
        };
        const symbol = this.#symbols.get(folded);
        const next = symbol === undefined ? undefined : this.#edges.get(base + symbol);
        if (next !== undefined) push(next, state.forms, state.slots);
        for (const [feature, lemma] of this.#lemmas.get(folded) ?? []) {
          const to = this.#edges.get(base + lemma);
          if (to === undefined) continue;
          push(to, [...state.forms, feature === 'past' && participleAt(document, token.index) ? 'participle' : feature], state.slots);
        }
        const slots = this.#slotsAt.get(state.node);
        if (slots) for (const [name, to] of slots) if (SLOTS[name]!(token)) push(to, state.forms, new Map([...state.slots, [name, token.text]]));
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
