import {ask, isHeard} from '../document/ask.ts';
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
type Count = {-readonly [K in keyof Usage]: Usage[K]} & {tokens: Token[]};

const memo = new WeakMap<Document, Map<string, Count>>();

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
    const left = new Set(gone!.flatMap((segment) => wordsOf(previous!, segment)));
    const added = come!.flatMap((segment) => wordsOf(whole, segment));
    // Where a token stands is known of those that stayed only: the words concerned are counted anew.
    for (const base of new Set([...left, ...added].map(({word}) => word.base))) {
      const places = all.get(base)?.tokens.filter((token) => !left.has(token)) ?? [];
      all.delete(base);
      for (const token of places) count(all, whole, token);
    }
    const touched = new Set(added.map((token) => count(all!, whole, token)));
    for (const {tokens} of touched) tokens.sort((x, y) => x.index - y.index);
  } else {
    all = new Map();
    for (const token of whole.tokens) if (token.kind === 'word') count(all, whole, token);
  }
  memo.set(whole, all);
  return all;
}

const wordsOf = (document: Document, segment: number) => {
  const [first, last] = document.segmentTokens[segment]!;
  return document.tokens.slice(first, last + 1).filter(({kind}) => kind === 'word');
};

function count(all: Map<string, Count>, document: Document, token: Token): Count {
  const {base} = token.word;
  let usage = all.get(base);
  if (!usage) all.set(base, (usage = {base, tokens: [], lower: 0, opening: 0, capital: 0, upper: 0, mixed: 0}));
  usage.tokens.push(token);
  switch (caseOf(document, token)) {
    case 'lower': usage.lower++; break;
    case 'opening': usage.opening++; break;
    case 'capital': usage.capital++; break;
    case 'upper': usage.upper++; break;
    case 'mixed': usage.mixed++;
  }
  return usage;
}

function caseOf(document: Document, token: Token): Case {
  const {shape} = token.word;
  if (shape === 'lower' || shape === 'mixed') return shape;
  if (shape === 'upper' && token.text.length > 1) return shape;
  return document.isTitle(token.sentence) || document.opensSentence(token) ? 'opening' : 'capital';
}

/** How the whole document writes a word, for its case: what of it depends on single places is to be asked for itself. */
export function usageOf(document: Document, base: string): Usage | undefined {
  // What nobody keeps depends on nothing: asking costs more than the answer.
  if (isHeard()) ask(document, `usage ${base}`, (whole) => {
    const use = usageIn(whole).get(base);
    return use && `${use.lower} ${use.opening} ${use.capital} ${use.upper} ${use.mixed}`;
  });
  return usageIn(document).get(base);
}
