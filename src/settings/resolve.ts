import {type RuleSetting, ruleSettingOver} from '../engine/lint.ts';
import type {SourceOptions} from '../engine/source.ts';
import type {Common, Override, Settings} from './schema.ts';

/** Keys from the top of a settings file to a value. */
export type KeyPath = readonly PropertyKey[];

/** Entries of `words`, `names` or `accepted` that come from one place: the settings file, or a text file that it names. */
export interface Entries<T = readonly string[]> {
  readonly at: KeyPath;
  /** Absolute path of the text file; absent for what stands in the settings file. */
  readonly file?: string;
  readonly entries: T;
}

/** The value of `words` and the like, with files read; by the key path's text. */
export interface Lists {
  readonly words: readonly Entries[];
  readonly names: readonly Entries[];
  readonly accepted: readonly Entries[];
  readonly terms: readonly Entries<Readonly<Record<string, readonly string[]>>>[];
}

/** A plugin, found and not loaded; it can be sent to another thread. */
export interface PluginSource {
  /** What its rule is called if it is a retext plugin: the package, or the file without its ending. */
  readonly name: string;
  /** Absolute path of the module. */
  readonly file: string;
  readonly options?: unknown;
}

/** One settings file, checked, the text files that it names read. */
export interface Layer {
  /** Absolute path. */
  readonly file: string;
  /** Absolute folder from which its patterns are meant. */
  readonly base: string;
  readonly settings: Settings;
  readonly lists: Lists;
  readonly plugins: readonly PluginSource[];
  /** The lists of each entry of `overrides`. */
  readonly overrideLists: readonly Lists[];
}

/** Where a value that applies came from. */
export interface Source {
  /** "from", "rules.fused-words", "words". */
  readonly key: string;
  readonly value: unknown;
  /** Absolute path of the settings or text file, or "command line". */
  readonly file: string;
  /** Keys of the value in the settings file; absent for text files. */
  readonly at?: KeyPath;
}

/** What applies to a file. */
export interface Resolved {
  readonly options: SourceOptions;
  readonly plugins: readonly PluginSource[];
  /** The format that the settings name, if any. */
  readonly as?: string;
  /** Where each value came from; of lists, every part. */
  readonly sources: readonly Source[];
}

const LISTS = ['words', 'names', 'accepted', 'terms'] as const;
const SCALARS = ['from', 'mt', 'minConfidence', 'as', 'fields'] as const;

/**
 * Puts layers together, the first weakest: rules, terms and single values by key, the later one wins; lists add up.
 * `matches` says whether the file is meant by an entry of `overrides`. Within a layer, what holds for all files comes
 * before `overrides`, and these in their order.
 */
export function resolve(layers: readonly Layer[], matches: (layer: Layer, override: Override) => boolean): Resolved {
  const values = new Map<string, Source>();
  const parts: Source[] = [];
  const rules: Record<string, RuleSetting> = {};
  const lists = {words: [] as string[], names: [] as string[], accepted: [] as string[]};
  const terms: Record<string, readonly string[]> = {};
  const add = (layer: Layer, settings: Common, own: Lists, at: KeyPath) => {
    for (const [id, setting] of Object.entries(settings.rules ?? {})) {
      rules[id] = ruleSettingOver(rules[id], setting as RuleSetting);
      values.set(`rules.${id}`, {key: `rules.${id}`, value: rules[id], file: layer.file, at: [...at, 'rules', id]});
    }
    for (const key of SCALARS) if (settings[key] !== undefined) values.set(key, {key, value: settings[key], file: layer.file, at: [...at, key]});
    for (const key of LISTS) {
      for (const {at: place, file, entries} of own[key]) {
        if (key === 'terms') Object.assign(terms, entries);
        else lists[key].push(...(entries as readonly string[]));
        parts.push(file ? {key, value: entries, file} : {key, value: entries, file: layer.file, at: place});
      }
    }
  };
  for (const layer of layers) {
    add(layer, layer.settings, layer.lists, []);
    for (const [i, {name}] of layer.plugins.entries()) parts.push({key: 'plugins', value: name, file: layer.file, at: ['plugins', i]});
    layer.settings.overrides?.forEach((override, i) => {
      if (matches(layer, override)) add(layer, override, layer.overrideLists[i]!, ['overrides', i]);
    });
  }
  const value = <T>(key: string) => values.get(key)?.value as T | undefined;
  const has = (key: string) => values.has(key);
  return {
    options: {
      ...(Object.keys(rules).length ? {rules} : {}),
      ...(has('from') ? {from: value<string>('from')} : {}),
      ...(has('mt') ? {mt: value<'auto' | 'yes' | 'no'>('mt')} : {}),
      ...(has('minConfidence') ? {minConfidence: value<number>('minConfidence')} : {}),
      ...(has('fields') ? {fields: value<string[]>('fields')} : {}),
      ...(lists.words.length ? {accept: lists.words} : {}),
      ...(lists.names.length ? {names: lists.names} : {}),
      ...(lists.accepted.length ? {accepted: lists.accepted.map((entry) => entry.split(/\s/, 1)[0]!)} : {}),
      ...(Object.keys(terms).length ? {terms} : {}),
    },
    ...(has('as') ? {as: value<string>('as')} : {}),
    plugins: layers.flatMap((layer) => layer.plugins).filter((one, i, all) => all.findLastIndex((other) => other.file === one.file) === i),
    sources: [...values.values(), ...parts],
  };
}

/** Options of the command line over those of the settings. */
export function override(settings: Resolved, given: SourceOptions & {as?: string}): Resolved {
  const {rules: levels, as, ...rest} = given;
  const rules = levels && Object.fromEntries(Object.entries(levels).map(([id, level]) => [id, ruleSettingOver(settings.options.rules?.[id], level)]));
  const own = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const line = [...Object.entries({...own, ...(as ? {as} : {})}), ...Object.entries(rules ?? {}).map(([id, level]) => [`rules.${id}`, level] as const)].map(([key, value]) => ({key, value, file: 'command line'}));
  return {
    ...settings,
    ...(as ? {as} : {}),
    options: {...settings.options, ...own, ...(rules ? {rules: {...settings.options.rules, ...rules}} : {})},
    sources: [...settings.sources.filter((s) => !line.some((l) => l.key === s.key)), ...line],
  };
}
