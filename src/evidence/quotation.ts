import type {Document} from '../document/document.ts';

const memo = new WeakMap<Document, Uint8Array>();

/** 1 for every token of a document that stands inside double quotation marks, which close with their paragraph at the latest; 0 for the others and the marks. */
export function quotedTokens(document: Document): Uint8Array {
  let quoted = memo.get(document);
  if (quoted) return quoted;
  quoted = new Uint8Array(document.tokens.length);
  let open = false;
  let segment = -1;
  for (const token of document.tokens) {
    if (token.segment !== segment) {
      open = false;
      segment = token.segment;
    }
    if (/^[“”"«»]$/.test(token.text)) open = token.text === '“' || token.text === '«' ? true : token.text === '"' ? !open : false;
    else if (open) quoted[token.index] = 1;
  }
  memo.set(document, quoted);
  return quoted;
}
