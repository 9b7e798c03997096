/// <reference path="./wink-model.d.ts" />
import type {Model} from 'wink-nlp';
import cerTransformers from 'wink-eng-lite-web-model/dist/cer-transformers.js';
import featureFn from 'wink-eng-lite-web-model/dist/feature.js';
import negationSetter from 'wink-eng-lite-web-model/dist/negation-setter.js';
import {readData, uint32s} from '../lexicon/assets.ts';
import {openPackageFile} from '../lexicon/package-files.ts';
import {Table} from '../lexicon/table.ts';

interface Feature {
  list: unknown;
  hash?: Record<string, number>;
  intrinsicSize?: number;
  index?: number;
  maxIndex?: number;
}

/** The core of wink's model as wink-nlp reads it. */
export interface Core {
  packing: {layout: Record<string, number[]>; efList: string[]};
  features: Record<string, Feature>;
  pos: {hash: Record<string, number>; list: readonly string[]};
  trex: {helpers: {splitter: [source: string, flags: string]}};
  lexicon: Uint32Array;
  xpansions: Uint32Array;
}

interface Stored {
  readonly core: Omit<Core, 'lexicon' | 'xpansions'>;
  readonly machines: readonly string[];
  readonly negation: unknown;
  readonly meta: unknown;
}

const hashOf = (list: readonly string[]): Record<string, number> => {
  const places: Record<string, number> = Object.create(null);
  for (let i = 0; i < list.length; i++) places[list[i]!] = i;
  return places;
};

/**
 * The forms that the model knows, which are found and decoded one by one, and those that come to it while it tags: an array of texts, and the
 * places of the texts in it, as far as wink-nlp uses such.
 */
function lexemes(size: number, textOf: (index: number) => string): Feature {
  const table = new Table('pos-lexemes', {aside: true});
  const known = new Map<string, number | undefined>();
  const added: string[] = [];
  const list = new Proxy({}, {
    get(_, key) {
      if (key === 'length') return size + added.length;
      if (key === 'push') return (text: string) => size + added.push(text);
      const index = Number(key);
      return index < size ? textOf(index) : added[index - size];
    },
  });
  const hash = new Proxy({}, {
    get(_, text: string) {
      if (known.has(text)) return known.get(text);
      const [line] = table.lines(text);
      const place = line === undefined ? undefined : Number(line);
      if (place !== undefined) known.set(text, place);
      return place;
    },
    set: (_, text: string, place: number) => known.set(text, place) !== undefined,
  });
  return {list, hash, intrinsicSize: size, index: size};
}

/** Bytes of the numbers at the beginning of `pos-core.bin`. */
const HEAD = 12;

/** `pos-core.bin`: how many numbers of 32 bits the lexicon and the expansions have, how many lexemes; those numbers; where the text of each lexeme begins, and the last ends; the texts. The numbers are read; of the texts, those that are asked for. */
function readCore(stored: Stored['core']): Core {
  const file = openPackageFile('dist/data/pos-core.bin');
  const [lexicon, xpansions, size] = uint32s(file(0, HEAD)) as unknown as [number, number, number];
  const startsAt = HEAD + (lexicon + xpansions) * 4;
  const textsAt = startsAt + (size + 1) * 4;
  const numbers = uint32s(file(HEAD, startsAt));
  const textOf = (index: number) => {
    const bounds = file(startsAt + index * 4, startsAt + index * 4 + 8);
    return file(textsAt + bounds.readUInt32LE(0), textsAt + bounds.readUInt32LE(4)).toString('utf8');
  };
  const core: Core = {...stored, lexicon: numbers.subarray(0, lexicon), xpansions: numbers.subarray(lexicon)};
  const {packing, features, pos} = core;
  packing.efList = [];
  for (const [name, layout] of Object.entries(packing.layout)) {
    const feature = features[name]!;
    if (layout[3] === 0) {
      const list = feature.list as string[];
      feature.hash = hashOf(list);
      feature.intrinsicSize = feature.index = list.length;
      feature.maxIndex = layout[1]! >>> layout[2]!;
    }
    if (layout[4] === 1) packing.efList.push(name);
  }
  features.lexeme = lexemes(size, textOf);
  features.posClusters!.list = (features.posClusters!.list as string[]).map((tags) => new Set(tags.split('_').map((tag) => pos.hash[tag] || 0)));
  return core;
}

/** A piece of text between spaces as tokens of the tagger. Tags by their numbers. */
export interface PieceTokens {
  /** Where each token begins in the piece. */
  readonly starts: readonly number[];
  /** The likeliest tag of each. */
  readonly tags: readonly number[];
  /** What patterns see of a token in place of its tag; 0 where they see the tag. */
  readonly hints: readonly number[];
  /** Which tags patterns may give each: one bit for each. */
  readonly allowed: readonly number[];
  /** Code units of all of them. */
  readonly length: number;
}

/** What wink-nlp knows of lexemes, which are numbers. */
interface Lexemes {
  value(lexeme: number): string;
  normal(lexeme: number): number;
  /** The lower-case form of an expansion, given by what a token has for it. */
  nox(packed: number): number;
  property(lexeme: number, name: 'posHint'): number;
  isMemberPOS(lexeme: number, tag: number): boolean;
}

/** A text that wink-nlp has read: of each token four numbers, the first its lexeme, the second, above 65,535, that it is part of a contraction. */
interface Read {
  readonly tokens: readonly number[];
  readonly cache: Lexemes;
}

/** Added to a lexeme's hint, so that it is no tag. */
const HINT = 1_080_000;

function tokensOf({tokens, cache}: Read, tags: readonly number[], count: number): PieceTokens {
  const starts: number[] = [];
  const hints: number[] = [];
  const allowed: number[] = [];
  let length = 0;
  for (const i of tags.keys()) {
    const lexeme = tokens[4 * i]!;
    const packed = tokens[4 * i + 1]!;
    const normal = packed > 0xffff ? cache.nox(packed) : cache.normal(lexeme);
    const hint = cache.property(lexeme, 'posHint');
    let bits = 0;
    for (let tag = 0; tag < count; tag++) if (cache.isMemberPOS(normal, tag)) bits |= 1 << tag;
    starts.push(length);
    hints.push(hint ? hint + HINT : 0);
    allowed.push(bits);
    length += cache.value(lexeme).length;
  }
  // Thousands of pieces are remembered, most of one token: their lists are the same, copies of others have no room for more.
  return {starts: shared(starts), tags: shared(tags), hints: shared(hints), allowed: shared(allowed), length};
}

/** Lists of one number, by it. */
const lists = new Map<number, readonly number[]>();
function shared(numbers: readonly number[]): readonly number[] {
  const [first] = numbers;
  if (first === undefined || numbers.length > 1) return numbers.slice();
  let list = lists.get(first);
  if (!list) lists.set(first, (list = [first]));
  return list;
}

/** wink-nlp's model, and what is left to others than wink-nlp. */
export interface PosModel {
  readonly model: Model;
  /** The machines that choose between tags by their neighbours. */
  readonly machines: readonly string[];
  /** What cuts a text into pieces, itself a group. */
  readonly splitter: RegExp;
  /** The names of the tags. */
  readonly names: readonly string[];
}

/**
 * The model of wink-eng-lite-web-model for parts of speech alone, without its parts for entities, sentiment and lemmas, and in the form that
 * `scripts/pos.ts` gives it: it opens in 5 ms where the package takes 100. It has no patterns: `found` is told of the tokens of each text that is read.
 */
export function posModel(found: (tokens: PieceTokens) => void): PosModel {
  const {core, machines, negation: negationMachines, meta} = readData<Stored>('pos-model');
  const {pos: {list: names}, trex} = core;
  const nothing = () => ({machines: [], transformers: []});
  const negation = () => ({machines: negationMachines, setter: negationSetter});
  const model = {
    core: () => readCore(core), sbd: nothing, ner: nothing, negation, sa: negation,
    pos: () => ({...nothing(), setter: (text: Read, tags: readonly number[]) => found(tokensOf(text, tags, names.length)), updater: () => {}}),
    metaCER: () => ({machines: JSON.stringify(meta), transformers: cerTransformers}), featureFn, addons: {},
  } as unknown as Model;
  return {model, machines, names, splitter: new RegExp(...trex.helpers.splitter)};
}
