import type {Model} from 'wink-nlp';
import {readBeside, requirePackage} from '../lexicon/assets.ts';

const PACKAGE = 'wink-eng-lite-web-model';

interface Feature {
  list: string[];
  hash?: Record<string, number>;
  intrinsicSize?: number;
  index?: number;
  maxIndex?: number;
}
interface Core {
  packing: {layout: Record<string, number[]>; efList: string[]};
  features: Record<string, Feature> & {posClusters: {list: (string | Set<number>)[]}};
  pos: {hash: Record<string, number>};
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
}

/** Places in a list by value, as a record: a `Map` behind it takes a third of the time to fill. */
const hashOf = (list: readonly string[]): Record<string, number> => {
  const places = new Map<string | symbol, number>();
  for (let i = 0; i < list.length; i++) places.set(list[i]!, i);
  return new Proxy({}, {get: (_, value) => places.get(value), set: (_, value, place: number) => places.set(value, place) !== undefined});
};
const numbersOf = (base64: string): Uint32Array => {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/**
 * The model of wink-eng-lite-web-model for part-of-speech tags alone: its own files, read once and without those for
 * entities, sentiment and lemmas. Loading takes 40 ms where the package's entry takes 100 ms. A test compares the tags of both.
 */
export function posModel(): Model {
  const part = (name: string) => requirePackage(`${PACKAGE}/dist/${name}.js`) as () => unknown;
  const core = (): Core => {
    const model = JSON.parse(readBeside(PACKAGE, 'languages/cur/models/eng-core-web-model.json').toString('utf8')) as Core;
    const {packing, features, pos} = model;
    model.lexicon = numbersOf(model.lexicon as string);
    model.xpansions = numbersOf(model.xpansions as string);
    packing.efList = [];
    for (const [name, layout] of Object.entries(packing.layout)) {
      const feature = features[name]!;
      if (layout[3] === 0) {
        feature.hash = hashOf(feature.list);
        feature.intrinsicSize = feature.index = feature.list.length;
        feature.maxIndex = layout[1]! >>> layout[2]!;
      }
      if (layout[4] === 1) packing.efList.push(name);
    }
    const lexeme = features.lexeme!;
    lexeme.hash = hashOf(lexeme.list);
    lexeme.intrinsicSize = lexeme.index = lexeme.list.length;
    const clusters = features.posClusters.list;
    for (let i = 0; i < clusters.length; i++) clusters[i] = new Set((clusters[i] as string).split('_').map((tag) => pos.hash[tag] || 0));
    return model;
  };
  const nothing = () => ({machines: [], transformers: []});
  const negation = part('load-negation-model');
  return {core, sbd: nothing, ner: nothing, negation, sa: negation, pos: part('load-pos-model'), metaCER: part('load-cer-meta-model'), featureFn: part('feature'), addons: {}} as unknown as Model;
}
