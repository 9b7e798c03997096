import {ask, isHeard, Question} from '../document/ask.ts';
import type {Document} from '../document/document.ts';
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
/** `cases`: of each of the tokens. `summary`: what {@link usageOf} tells of it, once that was asked. */
type Count = {-readonly [K in keyof Usage]: Usage[K]} & {readonly tokens: Token[]; readonly cases: Case[]; summary: string | undefined};

const memo = new WeakMap<Document, Map<string, Count>>();
/** The words of which a document has other places than the version before. */
const changed = new WeakMap<Document, ReadonlyMap<string, unknown>>();
const NONE: Token[] = [];

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
  } else {
    all = new Map();
    for (const token of whole.tokens) if (token.kind === 'word') {
      const {base} = token.word;
      let usage = all.get(base);
      if (!usage) all.set(base, (usage = countOf(base)));
      count(usage, token, caseOf(whole, token));
    }
  }
  memo.set(whole, all);
  return all;
}

const wordsOf = (document: Document, segment: number) => {
  const [first, last] = document.segmentTokens[segment]!;
  return document.tokens.slice(first, last + 1).filter(({kind}) => kind === 'word');
};

const countOf = (base: string): Count => ({base, tokens: [], cases: [], lower: 0, opening: 0, capital: 0, upper: 0, mixed: 0, summary: undefined});

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
    const now = countOf(base);
    for (const token of fresh) count(now, token, caseOf(document, token));
    return now;
  }
  const {tokens, cases} = before;
  const now: Count = {base, tokens, cases, lower: before.lower, opening: before.opening, capital: before.capital, upper: before.upper, mixed: before.mixed, summary: undefined};
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

const CASES = new Question((whole, base) => {
  const use = (usageIn(whole) as ReadonlyMap<string, Count>).get(base);
  return use && (use.summary ??= `${use.lower} ${use.opening} ${use.capital} ${use.upper} ${use.mixed}`);
}, (whole) => {
  usageIn(whole);
  return changed.get(whole)?.keys();
});

/** How the whole document writes a word, for its case: what of it depends on single places is to be asked for itself. */
export function usageOf(document: Document, base: string): Usage | undefined {
  // What nobody keeps depends on nothing: asking costs more than the answer.
  if (isHeard()) ask(document, CASES, base);
  return usageIn(document).get(base);
}
