/** Finds the phrases of `rules/phrases/` in a document: one trie over words, lemmas and slots; its cost does not grow with the number of phrases. */
import type {Document} from '../document/document.ts';
import {DAYS, MONTHS, NUMBER_WORDS, POSSESSIVES} from '../document/english.ts';
import {type Inflection, IRREGULAR_VERBS} from '../document/inflection.ts';
import {ParagraphEvidence} from '../document/paragraph-evidence.ts';
import type {Token} from '../document/token.ts';
import {type Word, wordClass, wordNote} from '../document/word.ts';
import {readData, readDataBytes} from '../lexicon/assets.ts';
import {Table} from '../lexicon/table.ts';
import {beforeAdverbs, DO, MODALS, participleAt} from './clause.ts';

/** A phrase as compiled by `scripts/phrases.ts`. */
export interface PhraseEntry {
  readonly id: number;
  /** Number of its pack. */
  readonly pack: number;
  /** Its exact text, where the letters' case must be that. */
  readonly cased?: string;
  /** Its pattern begins with a capital. */
  readonly raised?: true;
  /** It differs by an article, and nothing else, from its first replacement. */
  readonly article?: true;
  /** Nouns of which its pattern has both numbers, in both. */
  readonly counted?: readonly string[];
  /** What `{first}` and `{last}` stand for where that is more than one word: words in lower case, joined by one space, the longest first. */
  readonly heads?: readonly string[];
  readonly tails?: readonly string[];
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
  /** Nothing is said of the wording but that it is odd. */
  readonly why?: string;
}

export interface PhrasePack {
  readonly file: string;
  readonly summary: string;
  readonly why: string;
}

/**
 * What the automaton runs over. Nodes, symbols and entries are numbers; node 0 is the root. The edges of node n are those from
 * `edges[n]` to `edges[n + 1]`, by symbol in rising order; slots have the lowest symbols. `finals` likewise names the entries that end at a node.
 */
export interface PhraseData {
  readonly edges: Uint32Array;
  readonly symbols: Uint16Array;
  readonly targets: Uint32Array;
  readonly finals: Uint32Array;
  readonly ending: Uint32Array;
  /** Names of the slots; the index is the symbol. */
  readonly slots: readonly string[];
  /** Lines "symbol or nothing TAB feature symbol feature symbol …" of a word form in lower case. */
  formLines(form: string): readonly string[];
  entry(index: number): PhraseEntry;
  pack(index: number): PhrasePack;
}

/** The layout of `phrases.bin`: numbers of nodes, edges and finals (32 bits each), then the arrays of {@link PhraseData}, padded to 4 bytes. */
export function decodePhrases(bytes: Buffer): Pick<PhraseData, 'edges' | 'symbols' | 'targets' | 'finals' | 'ending'> {
  const buffer = bytes.byteOffset % 4 ? Buffer.from(bytes) : bytes;
  const [nodes, edges, finals] = [0, 4, 8].map((at) => buffer.readUInt32LE(at)) as [number, number, number];
  let at = buffer.byteOffset + 12;
  const take = (length: number) => {
    const part = new Uint32Array(buffer.buffer, at, length);
    at += 4 * length;
    return part;
  };
  return {edges: take(nodes + 1), targets: take(edges), finals: take(nodes + 1), ending: take(finals), symbols: new Uint16Array(buffer.buffer, at, edges)};
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
const ORDINAL = /\d(?:st|nd|rd|th)$/i;
const DECADE = /^[1-9]0$/;

const EVENTS = new Set('ceremony premiere meeting match concert funeral mass session debate parade trial show conference burial hearing inauguration opening event events performance service wedding festival game final race congress summit gala exhibition ceremonies meetings talks forum lecture screening rally launch vigil'.split(' '));

/** What may stand in a slot. */
export const SLOTS: Readonly<Record<string, (token: Token) => boolean>> = {
  number: (t) => (t.kind === 'number' && !ORDINAL.test(t.text)) || (t.kind === 'word' && NUMBER_WORDS.has(t.word.folded)),
  digits: (t) => t.kind === 'number' && /^\d{1,3}$/.test(t.text),
  decade: (t) => t.kind === 'number' && DECADE.test(t.text),
  day: (t) => t.kind === 'word' && DAYS.has(t.word.folded),
  month: (t) => t.kind === 'word' && MONTHS.has(t.word.folded),
  name: (t) => (t.kind === 'word' && t.word.shape !== 'lower' && t.word.shape !== 'none') || (t.kind === 'mixed' && /^\p{Lu}/u.test(t.text)),
  possessive: (t) => t.kind === 'word' && POSSESSIVES.has(t.word.folded),
  event: (t) => t.kind === 'word' && EVENTS.has(t.word.folded),
  word: (t) => t.kind === 'word',
};

const NO_FORMS: readonly Inflection[] = [];
const NO_SLOTS: ReadonlyMap<string, string> = new Map();

/** What the trie knows of a word form. */
interface Known {
  readonly symbol: number | undefined;
  /** The lemmas that it is a form of. */
  readonly lemmas: readonly (readonly [Inflection, number])[];
  /** Where a phrase that begins with the form, its lemma, or a slot that it fits, goes on. */
  readonly starts: readonly Start[];
}
/** A node behind the root, and how one comes there: by the form itself, by a lemma of which it is a form, or by a slot. */
interface Start {readonly node: number; readonly form?: Inflection; readonly slot?: string}
const NO_STARTS: readonly Start[] = [];
const UNLISTED: readonly (readonly [Inflection, number])[] = [];

/** Places for signs of edges: eight for each. */
const SIGNS = 1 << 19;
/** Where an edge from a node has its sign: of several edges it may be the same. */
const signOf = (node: number, symbol: number) => (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 13;

export class PhraseAutomaton {
  readonly data: PhraseData;
  readonly #tests: readonly ((token: Token) => boolean)[];
  /** Where the search may go on, a stack: nodes, tokens, and the forms and slots met on the way there. Columns, as a record for each would be most of the work. */
  readonly #nodes: number[] = [];
  readonly #ats: number[] = [];
  readonly #formsAt: (readonly Inflection[])[] = [];
  readonly #slotsAt: ReadonlyMap<string, string>[] = [];
  #depth = 0;
  readonly #knownOfWord = wordNote((word) => this.#find({kind: 'word', text: word.text, word} as Token, word.folded));
  /** Of numbers, marks and the like, by their kind and text. */
  readonly #marks = new Map<Token['kind'], Map<string, Known>>();

  /** One bit each of the edges from nodes that follow the root, by {@link signOf}: most pairs of words have none, and need no search. */
  readonly #seconds = new Uint32Array(SIGNS / 32);

  constructor(data: PhraseData) {
    this.data = data;
    this.#tests = data.slots.map((name) => SLOTS[name]!);
    const {edges, symbols, targets} = data;
    for (let start = edges[0]!; start < edges[1]!; start++) {
      const node = targets[start]!;
      for (let e = edges[node]!; e < edges[node + 1]!; e++) {
        const sign = signOf(node, symbols[e]!);
        this.#seconds[sign >>> 5]! |= 1 << (sign & 31);
      }
    }
  }

  /** Whether an edge may lead on from a node that follows the root. */
  #mayGoOn(node: number, symbol: number): boolean {
    const sign = signOf(node, symbol);
    return (this.#seconds[sign >>> 5]! & (1 << (sign & 31))) !== 0;
  }

  #knownOf(token: Token): Known {
    if (token.kind === 'word') return this.#knownOfWord(token.word);
    let marks = this.#marks.get(token.kind);
    if (!marks) this.#marks.set(token.kind, (marks = new Map()));
    let known = marks.get(token.text);
    if (!known) {
      if (marks.size > 2000) marks.clear();
      marks.set(token.text, (known = this.#find(token, token.text.toLowerCase())));
    }
    return known;
  }

  /** Whether a phrase may begin with a form; numbers and marks are asked again, by what kind of token they are. */
  mayBegin(word: Word): boolean {
    const {edges, symbols} = this.data;
    const as = (kind: Token['kind']) => ({kind, text: word.text, word}) as Token;
    if (this.#knownOf(as('word')).starts.length) return true;
    if (!/\d/.test(word.text)) return false;
    for (let e = edges[0]!; e < edges[1]! && symbols[e]! < this.#tests.length; e++) if (this.#tests[symbols[e]!]!(as('number')) || this.#tests[symbols[e]!]!(as('mixed'))) return true;
    return false;
  }

  #find(token: Token, form: string): Known {
    let symbol: number | undefined;
    const lemmas: [Inflection, number][] = [];
    for (const line of form ? this.data.formLines(form) : []) {
      const [own = '', rest = ''] = line.split('\t');
      if (own) symbol = Number(own);
      const parts = rest ? rest.split(' ') : [];
      for (let i = 0; i < parts.length; i += 2) lemmas.push([parts[i] as Inflection, Number(parts[i + 1])]);
    }
    const starts: Start[] = [];
    const add = (node: number, by: Omit<Start, 'node'>) => {
      if (node >= 0) starts.push({node, ...by});
    };
    if (symbol !== undefined) add(this.#next(0, symbol), {});
    for (const [form, lemma] of lemmas) add(this.#next(0, lemma), {form});
    const {edges, symbols, targets, slots} = this.data;
    for (let e = edges[0]!; e < edges[1]! && symbols[e]! < this.#tests.length; e++) if (this.#tests[symbols[e]!]!(token)) add(targets[e]!, {slot: slots[symbols[e]!]!});
    // Copies, since what grew has room for more.
    return {symbol, lemmas: lemmas.length ? lemmas.slice() : UNLISTED, starts: starts.length ? starts.slice() : NO_STARTS};
  }

  /** The node behind an edge; -1 if there is none. */
  #next(node: number, symbol: number): number {
    const {edges, symbols, targets} = this.data;
    let low = edges[node]!;
    let high = edges[node + 1]!;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (symbols[middle]! < symbol) low = middle + 1;
      else high = middle;
    }
    return low < end && symbols[low] === symbol ? targets[low]! : -1;
  }

  /** The phrases that begin at a token, longest first. */
  at(document: Document, first: number): PhraseMatch[] {
    const {tokens} = document;
    const {sentence, segment} = tokens[first]!;
    const {starts} = this.#knownOf(tokens[first]!);
    if (!starts.length) return NOTHING;
    const {edges, symbols, targets} = this.data;
    const second = tokens[first + 1]?.sentence === sentence && tokens[first + 1]!.segment === segment ? tokens[first + 1] : undefined;
    let found = NOTHING;
    this.#depth = 0;
    for (const {node, form, slot} of starts) {
      // Most words begin a phrase that the next one rules out.
      if (!this.#ends(node) && !(second && this.#goesOn(node, second))) continue;
      if (found === NOTHING) found = [];
      this.#reach(node, first, first, form ? [inflectionAt(document, first, form)] : NO_FORMS, slot ? new Map([[slot, tokens[first]!.text]]) : NO_SLOTS, found);
    }
    for (let steps = 1; steps < MAX_STEPS && this.#depth; steps++) {
      const top = --this.#depth;
      const node = this.#nodes[top]!;
      const at = this.#ats[top]!;
      const forms = this.#formsAt[top]!;
      const slots = this.#slotsAt[top]!;
      const token = tokens[at];
      if (token && token.sentence === sentence && token.segment === segment) {
        const {symbol, lemmas} = this.#knownOf(token);
        const to = symbol === undefined ? -1 : this.#next(node, symbol);
        if (to >= 0) this.#reach(to, first, at, forms, slots, found);
        for (const [feature, lemma] of lemmas) {
          const inflected = this.#next(node, lemma);
          if (inflected >= 0) this.#reach(inflected, first, at, [...forms, inflectionAt(document, at, feature)], slots, found);
        }
        for (let e = edges[node]!; e < edges[node + 1]! && symbols[e]! < this.#tests.length; e++) {
          if (this.#tests[symbols[e]!]!(token)) this.#reach(targets[e]!, first, at, forms, new Map([...slots, [this.data.slots[symbols[e]!]!, token.text]]), found);
        }
      }
    }
    return found.length > 1 ? found.sort((a, b) => b.last - a.last) : found;
  }

  /** Whether a phrase ends at a node. */
  #ends(node: number): boolean {
    const {finals} = this.data;
    return finals[node]! < finals[node + 1]!;
  }

  /** Whether an edge leads on with a token from a node that follows the root. */
  #goesOn(node: number, token: Token): boolean {
    const {symbol, lemmas} = this.#knownOf(token);
    if (symbol !== undefined && this.#mayGoOn(node, symbol) && this.#next(node, symbol) >= 0) return true;
    for (let k = 0; k < lemmas.length; k++) if (this.#mayGoOn(node, lemmas[k]![1]) && this.#next(node, lemmas[k]![1]) >= 0) return true;
    const {edges, symbols} = this.data;
    for (let e = edges[node]!; e < edges[node + 1]! && symbols[e]! < this.#tests.length; e++) if (this.#tests[symbols[e]!]!(token)) return true;
    return false;
  }

  /** Comes to a node with the token at `at`: notes the phrases that end there, and what may go on. */
  #reach(node: number, first: number, at: number, forms: readonly Inflection[], slots: ReadonlyMap<string, string>, found: PhraseMatch[]): void {
    const {edges, finals, ending} = this.data;
    for (let f = finals[node]!; f < finals[node + 1]!; f++) found.push({entry: this.data.entry(ending[f]!), first, last: at, forms, slots});
    if (edges[node]! >= edges[node + 1]!) return;
    const top = this.#depth++;
    this.#nodes[top] = node;
    this.#ats[top] = at + 1;
    this.#formsAt[top] = forms;
    this.#slotsAt[top] = slots;
  }
}

const NOTHING: PhraseMatch[] = [];

/**
 * A form of a verb as it stands in a place: a past may be a participle, and so may the base of a verb that has one form for all
 * ("was put on trial"). Such a base is a past where nothing before it asks for an infinitive: news tells what happened ("The mayor put").
 */
function inflectionAt(document: Document, index: number, form: Inflection): Inflection {
  const either = form === 'base' && isPast(document.tokens[index]!.word.folded);
  if (form !== 'past' && !either) return form;
  if (participleAt(document, index)) return 'participle';
  if (!either) return form;
  const before = beforeAdverbs(document, index)?.word.folded;
  return before === undefined || MODALS.has(before) || DO.has(before) || INFINITIVE.test(before) ? form : 'past';
}
const INFINITIVE = /^(?:to|not|let|lets|make|makes|made|help|helps|helped|n't|please)$/;
const isPast = (base: string) => IRREGULAR_VERBS.get(base)?.[0] === base;

/** How far, in tokens, the words of `when` may stand from the phrase. */
const NEAR = 60;
/** How far a sentence is searched for `unless`. */
const AROUND = 120;
const OPEN = /^["“„«‘'(]$/;
const CLOSE = /^["”“»’')]$/;

let automaton: PhraseAutomaton | undefined;
/** The packs as `scripts/build.ts` has compiled them; entries are decoded when a text has their phrase. */
function load(): PhraseAutomaton {
  const forms = new Table('phrase-forms');
  const {slots, packs} = readData<{slots: string[]; packs: PhrasePack[]}>('phrase-packs');
  const stored = new Table('phrase-entries', {aside: true});
  const entries = new Map<number, PhraseEntry>();
  return new PhraseAutomaton({
    ...decodePhrases(readDataBytes('phrases.bin')), slots,
    formLines: (form) => forms.lines(form),
    entry(index) {
      let entry = entries.get(index);
      if (!entry) {
        entries.set(index, (entry = JSON.parse(stored.lines(String(index))[0]!) as PhraseEntry));
      }
      return entry;
    },
    pack: (index) => packs[index]!,
  });
}

/** The pack that a phrase is from. */
export const packOf = (entry: PhraseEntry): PhrasePack => (automaton ??= load()).data.pack(entry.pack);

const BEGINNING = wordClass((word) => (automaton ??= load()).mayBegin(word));

/** The phrases in a document's own paragraphs whose conditions hold, in their order, without overlaps. */
export const phrasesIn = (document: Document): readonly PhraseMatch[] => phrases.in(document);

const phrases = new ParagraphEvidence((document: Document): PhraseMatch[] => {
  automaton ??= load();
  const found: PhraseMatch[] = [];
  let seen = -1;
  for (const {index: i} of document.where(BEGINNING)) {
    if (i <= seen) continue;
    const match = automaton.at(document, i).find((m) => applies(document, m));
    if (!match) continue;
    found.push(match);
    seen = match.last;
  }
  return found;
}, (match, by) => ({...match, first: match.first + by, last: match.last + by}));

function applies(document: Document, {entry, first, last}: PhraseMatch): boolean {
  const {tokens} = document;
  if (OPEN.test(tokens[first - 1]?.text ?? '') && CLOSE.test(tokens[last + 1]?.text ?? '')) return false;
  if (entry.cased && document.slice(first, last).replaceAll('’', "'") !== entry.cased) return false;
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
  document.lookFar();
  const wanted = new Set(words);
  for (let i = Math.max(0, first - NEAR); i < Math.min(tokens.length, last + NEAR); i++) if ((i < first || i > last) && wanted.has(tokens[i]!.word.base)) return true;
  return false;
}
