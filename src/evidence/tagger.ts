/**
 * Tags of parts of speech, those that wink-nlp gives. What depends on nothing but a piece of text between spaces, its tokens and what they may be, wink-nlp is
 * asked for once; its patterns, which choose between tags by their neighbours, run over what is remembered of the pieces.
 */
import winkNLP, {type WinkMethods} from 'wink-nlp';
import makeAutomaton from 'wink-nlp/src/automaton.js';
import {detached} from '../document/detached.ts';
import {Recent} from '../lexicon/recent.ts';
import {type PieceTokens, posModel} from './pos-model.ts';

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Pos = 'ADJ' | 'ADP' | 'ADV' | 'AUX' | 'CCONJ' | 'DET' | 'INTJ' | 'NOUN' | 'NUM' | 'PART' | 'PRON' | 'PROPN' | 'PUNCT' | 'SCONJ' | 'SYM' | 'VERB' | 'X' | 'SPACE';

/** A state machine of wink-nlp that finds patterns of tags: of each the first token, the last, and the tag that the first gets, negative if whatever it may be. */
interface Automaton {
  importJSON(json: string): void;
  recognize(tags: readonly number[], symbolOf: (tag: number, cache: unknown, hints: readonly number[], index: number) => number, hints: readonly number[]): readonly (readonly [first: number, last: number, tag: number | string])[];
}

/** Pieces that wink-nlp may learn before it is loaded anew: it forgets none. */
const MAX_LEARNT = 10_000;
/** Longer pieces are no words, and not remembered. */
const MAX_LENGTH = 60;
const pieces = new Recent<PieceTokens>(3000);

interface Tagger {
  readonly nlp: WinkMethods;
  readonly automata: readonly Automaton[];
  readonly splitter: RegExp;
  readonly names: readonly Pos[];
}
let tagger: Tagger | undefined;
/** Pieces that wink-nlp was given since it was loaded, and what it found in the last one. */
let learnt = 0;
let last: PieceTokens;

function load(): Tagger {
  const {model, machines, splitter, names} = posModel((found) => {
    last = found;
  });
  const automata = machines.map((machine) => {
    // The lexeme of no word, number 0, is passed over.
    const automaton = makeAutomaton({lookup: () => [0]}, '') as Automaton;
    automaton.importJSON(machine);
    return automaton;
  });
  learnt = 0;
  return {nlp: winkNLP(model, ['pos']), automata, splitter, names: names as readonly Pos[]};
}

function pieceOf(text: string): PieceTokens {
  const known = pieces.get(text);
  if (known) return known;
  if (++learnt > MAX_LEARNT) tagger = load();
  tagger!.nlp.readDoc(text);
  if (text.length <= MAX_LENGTH) pieces.set(detached(text), last);
  return last;
}

const symbolOf = (tag: number, _: unknown, hints: readonly number[], index: number): number => hints[index]! || tag;

/** Where each of the tagger's tokens begins in a text, and its tag. */
export interface Tagged {
  readonly starts: readonly number[];
  readonly tags: readonly Pos[];
}

/** Tags a text. */
export function tagged(text: string): Tagged {
  const {automata, splitter, names} = (tagger ??= load());
  const starts: number[] = [];
  const tags: number[] = [];
  const hints: number[] = [];
  const allowed: number[] = [];
  let at = 0;
  let spaces = 0;
  // Straight apostrophes: the model splits contractions only at those. The length stays.
  for (const piece of text.replaceAll('’', "'").split(splitter)) {
    if (!piece) continue;
    const unit = piece.charCodeAt(0);
    // What the splitter finds is spaces, or marks of lines, which are tokens.
    if (unit === 32 || (unit >= 0xa0 && /^[\u00a0\u2002-\u2005\u2009\u200a\u202f\u205f]/.test(piece))) {
      spaces = piece.length;
      continue;
    }
    const tokens = pieceOf(piece);
    if (tokens.tags.length) at += spaces;
    spaces = 0;
    for (let i = 0; i < tokens.tags.length; i++) {
      starts.push(at + tokens.starts[i]!);
      tags.push(tokens.tags[i]!);
      hints.push(tokens.hints[i]!);
      allowed.push(tokens.allowed[i]!);
    }
    at += tokens.length;
  }
  for (const automaton of automata) for (const [first, , to] of automaton.recognize(tags, symbolOf, hints)) {
    const tag = Number(to);
    if (tag < 0) tags[first] = -tag;
    else if (allowed[first]! & (1 << tag)) tags[first] = tag;
  }
  return {starts, tags: tags.map((tag) => names[tag]!)};
}
