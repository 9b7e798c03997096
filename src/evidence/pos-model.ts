/// <reference path="./wink-model.d.ts" />
import type {Model} from 'wink-nlp';
import cerTransformers from 'wink-eng-lite-web-model/dist/cer-transformers.js';
import featureFn from 'wink-eng-lite-web-model/dist/feature.js';
import negationSetter from 'wink-eng-lite-web-model/dist/negation-setter.js';
import posSetter from 'wink-eng-lite-web-model/dist/pos-setter.js';
import posTransformers from 'wink-eng-lite-web-model/dist/pos-transformers.js';
import posUpdater from 'wink-eng-lite-web-model/dist/pos-updater.js';
import {readData, readDataBytes, uint32s} from '../lexicon/assets.ts';
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
  pos: {hash: Record<string, number>};
  lexicon: Uint32Array;
  xpansions: Uint32Array;
}

interface Stored {
  readonly core: Omit<Core, 'lexicon' | 'xpansions'>;
  readonly machines: unknown;
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
function lexemes(starts: Uint32Array, texts: Buffer): Feature {
  const table = new Table('pos-lexemes');
  const size = starts.length - 1;
  const known = new Map<string, number | undefined>();
  const added: string[] = [];
  const list = new Proxy({}, {
    get(_, key) {
      if (key === 'length') return size + added.length;
      if (key === 'push') return (text: string) => size + added.push(text);
      const index = Number(key);
      return index < size ? texts.toString('utf8', starts[index], starts[index + 1]) : added[index - size];
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

/** `pos-core.bin`: how many numbers of 32 bits the lexicon and the expansions have, how many lexemes; those numbers; where the text of each lexeme begins, and the last ends; the texts. */
function readCore(stored: Stored['core']): Core {
  const bytes = readDataBytes('pos-core.bin');
  const numbers = uint32s(bytes);
  const [lexicon, xpansions, size] = numbers as unknown as [number, number, number];
  const starts = numbers.subarray(3 + lexicon + xpansions, 4 + lexicon + xpansions + size);
  const core: Core = {...stored, lexicon: numbers.subarray(3, 3 + lexicon), xpansions: numbers.subarray(3 + lexicon, 3 + lexicon + xpansions)};
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
  features.lexeme = lexemes(starts, bytes.subarray((4 + lexicon + xpansions + size) * 4));
  features.posClusters!.list = (features.posClusters!.list as string[]).map((tags) => new Set(tags.split('_').map((tag) => pos.hash[tag] || 0)));
  return core;
}

/**
 * The model of wink-eng-lite-web-model for part-of-speech tags alone, without its parts for entities, sentiment and lemmas, and in the form that
 * `scripts/pos.ts` gives it: it opens in 5 ms where the package takes 100. A test compares the tags of both.
 */
export function posModel(): Model {
  const {core, machines, negation: negationMachines, meta} = readData<Stored>('pos-model');
  const nothing = () => ({machines: [], transformers: []});
  const negation = () => ({machines: negationMachines, setter: negationSetter});
  return {
    core: () => readCore(core), sbd: nothing, ner: nothing, negation, sa: negation,
    pos: () => ({machines, setter: posSetter, updater: posUpdater, transformers: posTransformers}),
    metaCER: () => ({machines: JSON.stringify(meta), transformers: cerTransformers}), featureFn, addons: {},
  } as unknown as Model;
}
