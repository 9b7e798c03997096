import winkNLP, {type ItsHelpers, type WinkMethods} from 'wink-nlp';
import {detached} from '../document/detached.ts';
import type {Document} from '../document/document.ts';
import {TextMemo} from '../document/segment-memo.ts';
import type {Token} from '../document/token.ts';
import {posModel} from './pos-model.ts';

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Pos = 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'X' | 'SPACE';

/** Longer sentences are no sentences; they stay untagged. */
const MAX_LENGTH = 3000;

let nlp: WinkMethods | undefined;
let its: ItsHelpers;

function load(): WinkMethods {
  nlp = winkNLP(posModel(), ['pos']);
  its = nlp.its;
  return nlp;
}

const memo = new WeakMap<Document, Map<number, readonly (Pos | undefined)[]>>();

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
  let k = first;
  for (const [from, found] of taggedIn(document.text.slice(start, end))) {
    const at = start + from;
    while (k <= last && document.tokens[k]!.end <= at) k++;
    if (k > last) break;
    if (document.tokens[k]!.start <= at) tags[k - first] ??= found;
  }
  return tags;
}

/** Where each of the tagger's tokens begins in a sentence, and its tag. */
type Tagged = readonly (readonly [start: number, tag: Pos])[];
/** Of sentences tagged before: an editor lints nearly the same text again and again. */
const sentences = new TextMemo<Tagged>();
/** New forms that the tagger may learn before it is loaded anew: it forgets none. */
const MAX_FORMS = 50_000;
let forms = 0;

function taggedIn(text: string): Tagged {
  const known = sentences.get(text);
  if (known) return known;
  if (forms > MAX_FORMS) nlp = undefined;
  if (!nlp) forms = 0;
  const tagger = nlp ?? load();
  // Straight apostrophes: the model splits contractions only at those. The length stays.
  const tokens = tagger.readDoc(text.replaceAll('’', "'")).tokens();
  const values = tokens.out() as string[];
  const spaces = tokens.out(its.precedingSpaces) as string[];
  const found = tokens.out(its.pos) as Pos[];
  forms += values.length / 10;
  let at = 0;
  const tagged: [number, Pos][] = [];
  for (let i = 0; i < values.length; i++) {
    at += spaces[i]!.length;
    tagged.push([at, found[i]!]);
    at += values[i]!.length;
  }
  sentences.set(detached(text), tagged);
  return tagged;
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

/** The tag of one token; see {@link tagsOf}. */
export function posOf(document: Document, token: Token): Pos | undefined {
  if (!tagging) return undefined;
  return tagsOf(document, token.sentence)[token.index - document.sentences[token.sentence]!.first];
}
