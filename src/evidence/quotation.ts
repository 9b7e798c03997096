import type {Document} from '../document/document.ts';
import {MARKS} from '../document/marks.ts';
import type {Token} from '../document/token.ts';

/** Whether a mark opens a quotation: by the space on its two sides, since engines turn marks round (\`time, “he said\`), else by its shape. */
function opens(document: Document, token: Token, open: boolean): boolean {
  const next = document.tokens[token.index + 1];
  const before = document.tokens[token.index - 1];
  if (token.text !== '«' && token.text !== '»') {
    const left = token.spaced || !before || before.segment !== token.segment || /^[([—–-]$/.test(before.text);
    const right = !next || next.segment !== token.segment || next.spaced || /^[.,;:!?)\]]$/.test(next.text);
    if (left !== right) return left;
  }
  return token.text === '“' || token.text === '«' ? true : token.text === '"' ? !open : false;
}

const DOUBLE = new Set('“”"«»');
const memo = new WeakMap<Document, Uint8Array>();

/** 1 for every token of a document that stands inside double quotation marks, which close with their paragraph at the latest; 0 for the others and the marks. */
export function quotedTokens(document: Document): Uint8Array {
  let quoted = memo.get(document.whole);
  if (quoted) return quoted;
  quoted = new Uint8Array(document.tokens.length);
  let open = false;
  const marks = document.whole.where(MARKS).filter(({kind, text}) => kind === 'punctuation' && DOUBLE.has(text));
  for (const [i, mark] of marks.entries()) {
    open = opens(document, mark, open && marks[i - 1]!.segment === mark.segment);
    if (!open) continue;
    const next = marks[i + 1];
    quoted.fill(1, mark.index + 1, next?.segment === mark.segment ? next.index : document.segmentTokens[mark.segment]![1] + 1);
  }
  memo.set(document.whole, quoted);
  return quoted;
}
