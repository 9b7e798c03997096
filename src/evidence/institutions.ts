/** Names of institutions that English has in one wording, found in another order of words, with an article put in or left out, or with a word that engines put for the right one. */
import type {Document} from '../document/document.ts';
import {singularOf} from '../document/english.ts';
import {wordClass} from '../document/word.ts';
import {Table} from '../lexicon/table.ts';

/** An institution in a wrong wording, tokens `first` to `last`, both included. */
export interface Reordered {
  readonly first: number;
  readonly last: number;
  /** The name in its English order. */
  readonly name: string;
  /** Whether an adjective or noun stands behind what it describes ("Bank Central"), not an of-phrase. */
  readonly behind: boolean;
  /** Whether a word stands for the right one ("Supreme Tribunal"). */
  readonly replaced: boolean;
  /** Words of the name. */
  readonly words: number;
}

/** Joints that may stand between the words of a rendering. */
const JOINTS = new Set(['of', 'the', 'for', 'and']);
/** Words that stand for each other in names. */
const SAME: Readonly<Record<string, string>> = {
  europe: 'european', africa: 'african', asia: 'asian', china: 'chinese', america: 'american', defense: 'defence', organisation: 'organization', honor: 'honour', labor: 'labour',
  electoral: 'election', patriotic: 'patriotic', centre: 'center', program: 'programme', constitution: 'constitutional', federation: 'federal', nation: 'national', state: 'state',
  medicine: 'medicines', champion: 'champions', emergency: 'emergencies',
};
/** Words that engines print in names for the one that English has there. */
const REPLACED: Readonly<Record<string, string>> = {
  account: 'auditor', advice: 'council', arabic: 'arab', arbitrage: 'arbitration', bottom: 'fund', childhood: 'child', commerce: 'trade', counsel: 'council', cut: 'court', democrat: 'democratic', direction: 'directorate', gathering: 'rally', grouping: 'rally', gold: 'golden', guardian: 'guard', labourist: 'labour',
  magistracy: 'judiciary', mondial: 'world', penal: 'criminal', popular: 'people', premium: 'prize', price: 'prize', rebellious: 'unbowed', reservation: 'reserve', saint: 'holy', sanitary: 'health', society: 'company', spatial: 'space', treasure: 'treasury', tribunal: 'court',
  unsubmissive: 'unbowed', work: 'labour', worldwide: 'world',
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

const partsOf = (name: string) => name.split(/[\s-]+/).map(stemOf);
/** The words of a name in one form each, without its joints. */
export const stemsOf = (name: string): string[] => partsOf(name).filter((word) => !JOINTS.has(word));
/** The same in the order of the name, with the articles between them. */
export const orderOf = (name: string): string => partsOf(name).filter((word) => word === 'the' || !JOINTS.has(word)).join(' ');

/** See `institutionRows` in `scripts/lists.ts`. */
const TABLE = new Table('institutions');

function institutionOf(stems: readonly string[]): Institution | undefined {
  const [name, ...sound] = TABLE.lines([...stems].sort().join(' ')).at(0)?.split('\t') ?? [];
  return name ? {name, sound: new Set([orderOf(name), ...sound])} : undefined;
}

/** All names, in their English order. */
export const institutionNames = (): string[] => [...TABLE.entries()].flatMap(([, lines]) => lines.map((line) => line.split('\t')[0]!)).filter((name) => name.includes(' '));

const isPart = (stem: string) => TABLE.has(stem) || Object.hasOwn(REPLACED, stem);
const PART = wordClass(({text}) => isPart(stemOf(text)));

/** Finds institutions in another wording than the English one; each token belongs to one of them at most. */
export function reorderedIn(document: Document): readonly Reordered[] {
  const {tokens} = document;
  const found: Reordered[] = [];
  let seen = -1;
  for (const token of document.where(PART)) {
    const {index: i} = token;
    if (token.kind !== 'word' || i <= seen) continue;
    const words: string[] = [];
    const right: string[] = [];
    let order = '';
    let wrong = false;
    let best: Reordered | undefined;
    let capitals = 0;
    let of = false;
    let and = false;
    for (let k = i; k < i + MAX_TOKENS && words.length < MAX_WORDS; k++) {
      const next = tokens[k];
      if (next?.text === '-' && !next.spaced) continue;
      if (next?.kind !== 'word' || next.sentence !== token.sentence) break;
      if (JOINTS.has(next.word.folded)) {
        of ||= next.word.folded === 'of';
        and ||= next.word.folded === 'and';
        if (next.word.folded === 'the') order += ' the';
        continue;
      }
      const stem = stemOf(next.text);
      if (!isPart(stem)) break;
      words.push(stem);
      order += ` ${stem}`;
      const replaced = Object.hasOwn(REPLACED, stem);
      right.push(replaced ? REPLACED[stem]! : stem);
      wrong ||= replaced;
      if (next.word.shape !== 'lower' && !(k === i && document.opensSentence(next))) capitals++;
      if (words.length < 2 || !capitals && words.length < 3) continue;
      const written = institutionOf(words);
      const institution = written ?? (wrong ? institutionOf(right) : undefined);
      // "of Europe and the Council"
      if (and && institution && !institution.name.includes(' and ')) continue;
      if (institution && !institution.sound.has(order.slice(1))) best = {first: i, last: k, name: institution.name, behind: !of, replaced: !written, words: words.length};
      else if (institution) best = undefined;
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
  if (after?.kind !== 'word') return false;
  // "the Council of the State of Qatar"
  const of = /^states?$/.test(document.tokens[last]!.word.folded) && after.word.folded === 'of';
  return of || after.word.shape === 'capital' || after.word.shape === 'mixed';
}
