import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import type {Word} from '../document/word.ts';

/** How a document writes one word (keyed by `Word.base`): where it stands in which case. */
export interface Usage {
  readonly base: string;
  readonly tokens: Token[];
  lower: number;
  /** Capitalised where a sentence, quotation or title opens: says nothing. */
  opening: number;
  /** Capitalised inside a sentence that is not a title. */
  capital: number;
  /** All capitals, two letters or more. */
  upper: number;
  /** Other case: "McDonald", "iPhone". */
  mixed: number;
}

const memo = new WeakMap<Document, Map<string, Usage>>();

/** The document's own use of every word, the ground of the name ledger. */
export function usageIn(document: Document): ReadonlyMap<string, Usage> {
  let all = memo.get(document);
  if (all) return all;
  all = new Map();
  /** Forms are shared objects: looking one up is cheaper than its letters. */
  const byWord = new Map<Word, Usage>();
  for (const token of document.tokens) {
    if (token.kind !== 'word') continue;
    const {word} = token;
    const {base, shape} = word;
    let usage = byWord.get(word);
    if (!usage) {
      usage = all.get(base);
      if (!usage) all.set(base, (usage = {base, tokens: [], lower: 0, opening: 0, capital: 0, upper: 0, mixed: 0}));
      byWord.set(word, usage);
    }
    usage.tokens.push(token);
    if (shape === 'lower') usage.lower++;
    else if (shape === 'upper' && token.text.length > 1) usage.upper++;
    else if (shape === 'mixed') usage.mixed++;
    else if (document.isTitle(token.sentence) || document.opensSentence(token)) usage.opening++;
    else usage.capital++;
  }
  memo.set(document, all);
  return all;
}
