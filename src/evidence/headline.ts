/** Lines in which articles and verbs are dropped on purpose. */
import type {Document} from '../document/document.ts';

/** Whether a sentence is a title, or a line of its own without a full stop: headlines drop articles. */
export function isHeadline(document: Document, index: number): boolean {
  const s = document.sentences[index]!;
  if (document.isTitle(index)) return true;
  const last = document.tokens[s.last]!;
  return (last.kind === 'word' || last.kind === 'number') && (s.first === 0 || s.last - s.first < 25 && document.tokens[s.last + 1] !== undefined);
}
