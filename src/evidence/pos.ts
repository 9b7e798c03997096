import {detached} from '../document/detached.ts';
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {TextMemo} from '../document/segment-memo.ts';
import type {Token} from '../document/token.ts';
import {type Pos, type Tagged, tagged} from './tagger.ts';

export type {Pos};

/** Longer sentences are no sentences; they stay untagged. */
const MAX_LENGTH = 3000;

const memo = new DocumentNote<Map<number, readonly (Pos | undefined)[]>>();

/**
 * Tags of a sentence's tokens, in their order: `tags[i - sentence.first]` is the tag of `document.tokens[i]`.
 * For a contraction ("don't") it is the tag of its first part. Tagged once a document.
 */
export function tagsOf(document: Document, sentence: number): readonly (Pos | undefined)[] {
  let known = memo.get(document.whole);
  if (!known) {
    known = new Map();
    memo.set(document.whole, known);
  }
  let tags = known.get(sentence);
  if (!tags) {
    tags = tag(document, sentence);
    known.set(sentence, tags);
  }
  return tags;
}

function tag(document: Document, index: number): (Pos | undefined)[] {
  const {first, last, start, end} = document.sentences[index]!;
  const tags: (Pos | undefined)[] = new Array(last - first + 1).fill(undefined);
  if (end - start > MAX_LENGTH) return tags;
  const sentence = document.text.slice(start, end);
  // A run by itself meets no sentence again.
  const {starts, tags: found} = document.whole.keeper ? kept(sentence) : tagged(sentence);
  let k = first;
  for (let i = 0; i < starts.length; i++) {
    const at = start + starts[i]!;
    while (k <= last && document.tokens[k]!.end <= at) k++;
    if (k > last) break;
    if (document.tokens[k]!.start <= at) tags[k - first] ??= found[i];
  }
  return tags;
}

/** Of sentences tagged before: an editor lints nearly the same text again and again. */
const sentences = new TextMemo<Tagged>();
function kept(sentence: string): Tagged {
  let found = sentences.get(sentence);
  if (!found) sentences.set(detached(sentence), (found = tagged(sentence)));
  return found;
}

let tagging = true;

/** Runs something to which no token has a tag, so that the model need not be loaded. */
export function withoutTags<T>(run: () => T): T {
  tagging = false;
  try {
    return run();
  } finally {
    tagging = true;
  }
}

/** Whether tokens have tags at present. */
export const hasTags = (): boolean => tagging;

/** The tag of one token; see {@link tagsOf}. */
export function posOf(document: Document, token: Token): Pos | undefined {
  if (!tagging) return undefined;
  return tagsOf(document, token.sentence)[token.index - document.sentences[token.sentence]!.first];
}
