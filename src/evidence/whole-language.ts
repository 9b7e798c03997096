import type {Document} from '../document/document.ts';
import {englishWords, STRANGE} from './foreign-run.ts';
import {identify, MIN_LENGTH} from './identify.ts';
import {UNSPACED} from './script.ts';

/** Words that English lacks, of all: an article that an engine wrote has a tenth at most, one in another language a third and more. */
const MIN_STRANGE = 0.25;
/** Shorter texts are too short to judge, in UTF-16 code units; where words are not divided, a third of it will do. */
const MIN_TEXT = 120;
/** Segments that are asked about, evenly spread. */
const MAX_ASKED = 24;
/** Part of what is asked about that must not be English. */
const MIN_SHARE = 0.85;
/** Lead over English that the identifier must see in a segment. */
const MIN_LEAD = 0.05;
/** Words in English clauses, of all, from which on some of the text is English: one in another language has them in titles only. */
const MAX_ENGLISH = 0.08;

/** The language (ISO 639-1, or 639-3) of a text that is no English at all; undefined where some of it may be, or where it is shorter than `minText` UTF-16 code units. */
export function wholeLanguage(document: Document, minText = MIN_TEXT): string | undefined {
  const {text, segments} = document;
  if (document.where(STRANGE).length < MIN_STRANGE * document.wordCount || text.length < minText / 3) return undefined;
  if (text.length < minText && !UNSPACED.test(text)) return undefined;
  const step = Math.max(1, Math.ceil(segments.length / MAX_ASKED));
  const lengths = new Map<string, number>();
  let all = 0;
  let foreign = 0;
  for (let i = 0; i < segments.length; i += step) {
    const part = text.slice(segments[i]!.start, Math.min(segments[i]!.end, segments[i]!.start + 1000));
    if (part.length < MIN_LENGTH) continue;
    const found = identify(part);
    all += part.length;
    if (!found || found.lead < MIN_LEAD) continue;
    foreign += part.length;
    lengths.set(found.language, (lengths.get(found.language) ?? 0) + part.length);
  }
  // Of a short paragraph a sister language is easily named.
  const language = foreign > 0 && foreign >= MIN_SHARE * all ? [...lengths].sort((a, b) => b[1] - a[1])[0]![0] : undefined;
  // Beside a long quotation, short sentences of English count for little, and are easily named wrongly.
  return language && englishWords(document.tokens, language) <= MAX_ENGLISH * document.wordCount ? language : undefined;
}
