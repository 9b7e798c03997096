/** Names of institutions of which English has one order of words, found in any other order. */
import type {Document} from '../document/document.ts';
import {singularOf} from '../document/english.ts';
import {wordClass} from '../document/word.ts';
import {Table} from '../lexicon/table.ts';

/** The words of an institution in a wrong order, tokens `first` to `last`, both included. */
export interface Reordered {
  readonly first: number;
  readonly last: number;
  /** The name in its English order. */
  readonly name: string;
  /** Whether an adjective or noun stands behind what it describes ("Bank Central"), not an of-phrase. */
  readonly behind: boolean;
  /** Words of the name. */
  readonly words: number;
}

/** Joints that may stand between the words of a rendering. */
const JOINTS = new Set(['of', 'the', 'for', 'and']);
/** Words that engines put for each other in names. */
const SAME: Readonly<Record<string, string>> = {
  popular: 'people', europe: 'european', africa: 'african', asia: 'asian', china: 'chinese', america: 'american', defense: 'defence', organisation: 'organization', honor: 'honour', labor: 'labour', work: 'labour',
  sanitary: 'health', electoral: 'election', patriotic: 'patriotic', commerce: 'trade', centre: 'center', program: 'programme', constitution: 'constitutional', federation: 'federal', nation: 'national', state: 'state',
  medicine: 'medicines', champion: 'champions', emergency: 'emergencies',
};
const MAX_WORDS = 6;
/** Longest stretch looked at, joints included. */
const MAX_TOKENS = 11;

interface Institution {readonly name: string; readonly sound: ReadonlySet<string>}

/** One form for a word's inflections and variants. */
function stemOf(word: string): string {
  const folded = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
  const single = /^(?:states|nations|games|forces|series|news)$/.test(folded) ? folded : folded === 'people' ? folded : singularOf(folded) ?? folded;
  return Object.hasOwn(SAME, single) ? SAME[single]! : single;
}

/** The words of a name in one form each, without its joints. */
export const stemsOf = (name: string): string[] => name.split(/[\s-]+/).map(stemOf).filter((word) => !JOINTS.has(word));

/** See `institutionRows` in `scripts/lists.ts`. */
const TABLE = new Table('institutions');

function institutionOf(stems: readonly string[]): Institution | undefined {
  const [name, ...sound] = TABLE.lines([...stems].sort().join(' ')).at(0)?.split('\t') ?? [];
  return name ? {name, sound: new Set(sound)} : undefined;
}

const PART = wordClass(({text}) => TABLE.has(stemOf(text)));

/** Finds institutions whose words stand in another order than the English one; each token belongs to one of them at most. */
export function reorderedIn(document: Document): readonly Reordered[] {
  const {tokens} = document;
  const found: Reordered[] = [];
  let seen = -1;
  for (const token of document.where(PART)) {
    const {index: i} = token;
    if (token.kind !== 'word' || i <= seen) continue;
    const words: string[] = [];
    let best: Reordered | undefined;
    let capitals = 0;
    let of = false;
    for (let k = i; k < i + MAX_TOKENS && words.length < MAX_WORDS; k++) {
      const next = tokens[k];
      if (next?.text === '-' && !next.spaced) continue;
      if (next?.kind !== 'word' || next.sentence !== token.sentence) break;
      if (JOINTS.has(next.word.folded)) {
        of ||= next.word.folded === 'of';
        continue;
      }
      const stem = stemOf(next.text);
      if (!TABLE.has(stem)) break;
      words.push(stem);
      if (next.word.shape !== 'lower' && !(k === i && document.opensSentence(next))) capitals++;
      const institution = words.length > 1 ? institutionOf(words) : undefined;
      if (institution && capitals && !institution.sound.has(words.join(' '))) best = {first: i, last: k, name: institution.name, behind: !of, words: words.length};
    }
    if (!best || extended(document, best)) continue;
    found.push(best);
    seen = best.last;
  }
  return found;
}

/** Whether the words are part of a longer name: "Nigerian National Council Guard". */
function extended(document: Document, {first, last}: Reordered): boolean {
  const before = document.before(document.tokens[first]!);
  const after = document.after(document.tokens[last]!);
  const joins = (text: string | undefined) => text !== undefined && /^[-‐‑/&]$/.test(text);
  if (joins(before?.text) || joins(after?.text)) return true;
  return after?.kind === 'word' && (after.word.shape === 'capital' || after.word.shape === 'mixed');
}
