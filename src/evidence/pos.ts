import winkNLP, {type ItsHelpers, type WinkMethods} from 'wink-nlp';
import type {Document} from '../document/document.ts';
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
  let known = memo.get(document);
  if (!known) {
    known = new Map();
    memo.set(document, known);
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
  const tagger = nlp ?? load();
  // Straight apostrophes: the model splits contractions only at those. The length stays.
  const doc = tagger.readDoc(document.text.slice(start, end).replaceAll('’', "'"));
  const tokens = doc.tokens();
  const values = tokens.out() as string[];
  const spaces = tokens.out(its.precedingSpaces) as string[];
  const found = tokens.out(its.pos) as Pos[];
  let at = start;
  let k = first;
  for (let i = 0; i < values.length; i++) {
    at += spaces[i]!.length;
    while (k <= last && document.tokens[k]!.end <= at) k++;
    if (k > last) break;
    if (document.tokens[k]!.start <= at) tags[k - first] ??= found[i];
    at += values[i]!.length;
  }
  return tags;
}

/** The tag of one token; see {@link tagsOf}. */
export function posOf(document: Document, token: Token): Pos | undefined {
  return tagsOf(document, token.sentence)[token.index - document.sentences[token.sentence]!.first];
}
