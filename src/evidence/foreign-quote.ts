import {Document} from '../document/document.ts';
import type {Prose} from '../document/prose.ts';
import {wholeLanguage} from './whole-language.ts';

/** Shorter quotations are too short to judge, in UTF-16 code units. */
const MIN_QUOTE = 40;

/**
 * Prose in which block quotations in another language are opaque: who marks a paragraph as a quotation says that the words are
 * another's, and readers want them as they are. Prose without such a quotation is given back as it is.
 */
export function withoutForeignQuotes(prose: Prose): Prose {
  const foreign = prose.segments.filter(({start, end, role}) => {
    if (role !== 'quote') return false;
    const text = prose.text.slice(start, end);
    return wholeLanguage(new Document({text, segments: [{start: 0, end: text.length, role}]}), MIN_QUOTE) !== undefined;
  });
  if (!foreign.length) return prose;
  const opaque: (readonly [number, number])[] = [];
  let next = 0;
  for (const {start, end} of foreign) {
    for (; next < (prose.opaque?.length ?? 0) && prose.opaque![next]![0] < end; next++) if (prose.opaque![next]![0] < start) opaque.push(prose.opaque![next]!);
    opaque.push([start, end]);
  }
  return {...prose, opaque: [...opaque, ...(prose.opaque ?? []).slice(next)]};
}
