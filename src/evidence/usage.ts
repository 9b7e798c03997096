import {ask, isHeard, Question} from '../document/ask.ts';
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import type {Token} from '../document/token.ts';

/** How a document writes one word (keyed by `Word.base`): where it stands in which case. */
export interface Usage {
  readonly base: string;
  /** In the order of the text. */
  readonly tokens: readonly Token[];
  readonly lower: number;
  /** Capitalised where a sentence, quotation or title opens: says nothing. */
  readonly opening: number;
  /** Capitalised inside a sentence that is not a title. */
  readonly capital: number;
  /** All capitals, two letters or more. */
  readonly upper: number;
  /** Other case: "McDonald", "iPhone". */
  readonly mixed: number;
}
type Case = 'lower' | 'opening' | 'capital' | 'upper' | 'mixed';
/** `cases`: of each of the tokens. */
type Count = {-readonly [K in keyof Usage]: Usage[K]} & {readonly tokens: Token[]; readonly cases: Case[]};
/** How often a document writes a word in each case, and at all (`places`); at most {@link MANY} times each. */
export type Tally = {readonly [K in Case | 'places']: number};

const memo = new DocumentNote<Map<string, Count>>();
/** The words of which a document has other places than the version before. */
const changed = new DocumentNote<ReadonlyMap<string, unknown>>();
const NONE: Token[] = [];
const tables: UsageTable<NonNullable<unknown>>[] = [];

/** The whole document's own use of every word, the ground of the name ledger; in no order. See {@link usageOf} for rules that look at one paragraph. */
export function usageIn(document: Document): ReadonlyMap<string, Usage> {
  const {whole} = document;
  let all = memo.get(whole);
  if (all) return all;
  const {previous, gone, come} = whole.changes ?? {};
  const before = previous && memo.get(previous);
  if (before) {
    memo.delete(previous!);
    all = before;
    const added = new Map<string, Token[]>();
    for (const segment of gone!) for (const {word} of wordsOf(previous!, segment)) added.set(word.base, NONE);
    for (const segment of come!) for (const token of wordsOf(whole, segment)) {
      const list = added.get(token.word.base);
      if (list?.length) list.push(token);
      else added.set(token.word.base, [token]);
    }
    for (const [base, fresh] of added) {
      const now = changedBy(whole, all.get(base), base, fresh);
      if (now.tokens.length) all.set(base, now);
      else all.delete(base);
    }
    changed.set(whole, added);
    memo.set(whole, all);
    for (const table of tables) table.follow(previous!, whole, added.keys());
  } else {
    all = new Map();
    for (const token of whole.tokens) if (token.kind === 'word') {
      const {base} = token.word;
      const usage = all.get(base);
      const as = caseOf(whole, token);
      if (usage) count(usage, token, as);
      else all.set(base, countOf(base, token, as));
    }
    memo.set(whole, all);
  }
  return all;
}

const wordsOf = (document: Document, segment: number) => {
  const [first, last] = document.segmentTokens[segment]!;
  return document.tokens.slice(first, last + 1).filter(({kind}) => kind === 'word');
};

/** The use of a word that stands at one place. Most do: lists of one take the least room. */
const countOf = (base: string, token: Token, as: Case): Count => ({base, tokens: [token], cases: [as], lower: +(as === 'lower'), opening: +(as === 'opening'), capital: +(as === 'capital'), upper: +(as === 'upper'), mixed: +(as === 'mixed')});

function count(usage: Count, token: Token, as: Case): void {
  usage.tokens.push(token);
  usage.cases.push(as);
  switch (as) {
    case 'lower': usage.lower++; break;
    case 'opening': usage.opening++; break;
    case 'capital': usage.capital++; break;
    case 'upper': usage.upper++; break;
    case 'mixed': usage.mixed++;
  }
}

/** The use of a word where some of its tokens are no longer in a document and others, in their order, have come. The lists go from one to the other. */
function changedBy(document: Document, before: Count | undefined, base: string, fresh: readonly Token[]): Count {
  if (!before) {
    const [first, ...others] = fresh;
    const now = countOf(base, first!, caseOf(document, first!));
    for (const token of others) count(now, token, caseOf(document, token));
    return now;
  }
  const {tokens, cases} = before;
  const now: Count = {base, tokens, cases, lower: before.lower, opening: before.opening, capital: before.capital, upper: before.upper, mixed: before.mixed};
  let kept = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (document.tokens[token.index] !== token) now[cases[i]!]--;
    else {
      tokens[kept] = token;
      cases[kept++] = cases[i]!;
    }
  }
  tokens.length = cases.length = kept;
  for (const token of fresh) {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle]!.index < token.index) low = middle + 1;
      else high = middle;
    }
    const as = caseOf(document, token);
    now[as]++;
    tokens.splice(low, 0, token);
    cases.splice(low, 0, as);
  }
  return now;
}

function caseOf(document: Document, token: Token): Case {
  const {shape} = token.word;
  if (shape === 'lower' || shape === 'mixed') return shape;
  if (shape === 'upper' && token.text.length > 1) return shape;
  return document.isTitle(token.sentence) || document.opensSentence(token) ? 'opening' : 'capital';
}

/** More than this, which is two bits, no rule tells apart. What it finds in its paragraph would else depend on every "the" of the text. */
const MANY = 3;
/** One object for all words that are written alike: an answer that stays as it was is the same. */
const tallies: (Tally | undefined)[] = [];

const least = (n: number) => (n < MANY ? n : MANY);

function tallyOf({tokens, lower, opening, capital, upper, mixed}: Usage): Tally {
  const places = least(tokens.length);
  const number = ((((least(lower) * 4 + least(opening)) * 4 + least(capital)) * 4 + least(upper)) * 4 + least(mixed)) * 4 + places;
  return (tallies[number] ??= {lower: least(lower), opening: least(opening), capital: least(capital), upper: least(upper), mixed: least(mixed), places});
}

const TALLY = new Question((whole, base) => {
  const use = usageIn(whole).get(base);
  return use && tallyOf(use);
}, (whole) => {
  usageIn(whole);
  return changed.get(whole)?.keys();
});

/** How the whole document writes a word, for its case; undefined for a word that it has not. What of it depends on single places is to be asked for itself. */
export function usageOf(document: Document, base: string): Tally | undefined {
  // What nobody keeps depends on nothing: asking costs more than the answer.
  if (isHeard()) return ask(document, TALLY, base);
  const use = usageIn(document).get(base);
  return use && tallyOf(use);
}

/** What is made of single words, and of all of that together. */
interface Made<T> {
  readonly byBase: Map<string, T>;
  /** What {@link UsageTable.together} made of it, until there is something else. */
  together: unknown;
}

/** What is made of the use of single words, of those of which something is made: of a next version of the text no more than changed. */
export class UsageTable<T extends NonNullable<unknown>> {
  readonly #memo = new DocumentNote<Made<T>>();
  readonly #make: (document: Document, usage: Usage) => T | undefined;

  /** `make` depends on the paragraphs in which the word stands, and on nothing else. */
  constructor(make: (document: Document, usage: Usage) => T | undefined) {
    this.#make = make;
    tables.push(this);
  }

  /** By `Usage.base`, in no order. */
  in(document: Document): ReadonlyMap<string, T> {
    return this.#madeIn(document).byBase;
  }

  /** What `make` makes of all of them; most edits leave it as it is. There is one `make` for a table, and what it gives depends on nothing else. */
  together<R>(document: Document, make: (all: ReadonlyMap<string, T>) => R): R {
    const made = this.#madeIn(document);
    return (made.together ??= make(made.byBase)) as R;
  }

  #madeIn({whole}: Document): Made<T> {
    const usage = usageIn(whole);
    let made = this.#memo.get(whole);
    if (!made) {
      made = {byBase: new Map(), together: undefined};
      for (const use of usage.values()) {
        const one = this.#make(whole, use);
        if (one !== undefined) made.byBase.set(use.base, one);
      }
      this.#memo.set(whole, made);
    }
    return made;
  }

  /** Goes on with the next version of a text, which has other uses of some words. */
  follow(previous: Document, document: Document, words: Iterable<string>): void {
    const made = this.#memo.get(previous);
    if (!made) return;
    this.#memo.delete(previous);
    this.#memo.set(document, made);
    const usage = usageIn(document);
    for (const base of words) {
      const use = usage.get(base);
      const one = use && this.#make(document, use);
      if (one === undefined) {
        if (made.byBase.delete(base)) made.together = undefined;
      } else {
        made.byBase.set(base, one);
        made.together = undefined;
      }
    }
  }
}
