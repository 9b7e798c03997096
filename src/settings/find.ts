import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Ignore} from 'ignore';
import type {SourceOptions} from '../engine/source.ts';
import {loadLayers, SETTINGS_FILES, shown} from './load.ts';
import {type Layer, override, type Resolved, resolve} from './resolve.ts';

/** Files that name what is left out, the stronger first. */
export const IGNORE_FILES = ['.mtlintignore', '.gitignore'];

export interface ProjectOptions {
  /** Whether settings that are code, and plugins, may be run: false in an editor whose user does not trust the folder. True if absent. */
  readonly trusted?: boolean;
  /** Where modules are loaded anew, after others with the same names: larger than theirs. 0 if absent. */
  readonly generation?: number;
  /** What the command line says: it wins over every settings file. */
  readonly given?: SourceOptions & {as?: string};
  /** Read neither settings nor ignore files. */
  readonly off?: boolean;
}

/** What ignores a file. */
export interface Ignored {
  /** The end of a sentence that says why. */
  readonly why: string;
  /** It is ".gitignore": who names the file itself wants it linted all the same. */
  readonly git: boolean;
}

/** What applies to a file. Files of one folder to which the same applies share one object `resolved`. */
export interface FileSettings {
  readonly resolved: Resolved;
  readonly ignored?: Ignored;
  /** The settings file nearest to the file, if there is one. */
  readonly config?: string;
  /** Settings and text files that were read for this: what to watch. */
  readonly files: readonly string[];
  /** Files of code that were not run, because they are not trusted. */
  readonly untrusted: readonly string[];
}

interface Loaded {
  readonly layers: readonly Layer[];
  readonly files: readonly string[];
  readonly untrusted: readonly string[];
  /** By which entries of `overrides` match. */
  readonly resolved: Map<string, Resolved>;
}

const saysSo = (file: string) => `${shown(file)} says to ignore it`;

const EMPTY: Loaded = {layers: [], files: [], untrusted: [], resolved: new Map()};

/** A path from a folder with slashes, as patterns want it; undefined for what is not inside. */
function inside(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file).split(path.sep).join('/');
  return !relative || relative.startsWith('../') || relative === '..' || path.isAbsolute(relative) ? undefined : relative;
}

/** Whether the patterns of an override mean a file: one of them fits, and none that begins with `!`. */
function meant(patterns: readonly string[], fits: (pattern: string) => boolean): boolean {
  const matches = (pattern: string) => fits(`${/\/./.test(pattern) ? '' : '**/'}${pattern.replace(/^\.?\//, '')}${pattern.endsWith('/') ? '**' : ''}`);
  const barred = patterns.filter((pattern) => /^!(?!\()/.test(pattern));
  const wanted = patterns.filter((pattern) => !barred.includes(pattern));
  return (!wanted.length || wanted.some(matches)) && !barred.some((pattern) => matches(pattern.slice(1)));
}

/**
 * Settings of files: searched from each file's folder upwards, the nearest settings file counts. Everything is kept until
 * {@link ProjectSettings.clear}.
 */
export class ProjectSettings {
  readonly #options: ProjectOptions;
  readonly #loaded = new Map<string, Promise<Loaded>>();
  readonly #ignores = new Map<string, readonly {by: string; folder: string; git: boolean; rules: Ignore}[]>();
  readonly #layerIgnores = new WeakMap<Layer, Ignore>();
  #search: ((folder: string) => string | undefined) | undefined;
  #generation: number;

  constructor(options: ProjectOptions = {}) {
    this.#options = options;
    this.#generation = options.generation ?? 0;
  }

  get trusted(): boolean {
    return this.#options.trusted !== false;
  }

  /** Grows with each {@link ProjectSettings.clear}: what `loadPlugins` needs to load modules anew. */
  get generation(): number {
    return this.#generation;
  }

  /** Forgets what was read: call it when one of {@link FileSettings.files}, or a new settings file, changed. */
  clear(): void {
    this.#loaded.clear();
    this.#ignores.clear();
    this.#search = undefined;
    this.#generation++;
  }

  /** What applies to a file, which need not exist. Throws a {@link SettingsError} for settings that cannot be used. */
  async for(file: string): Promise<FileSettings> {
    const {given = {}, off} = this.#options;
    const config = off ? undefined : await this.#find(path.dirname(file));
    const {layers, files, untrusted, resolved} = config ? await this.#load(config) : EMPTY;
    const hits: boolean[] = [];
    if (layers.some((layer) => layer.settings.overrides)) {
      const {default: picomatch} = await import('picomatch');
      for (const layer of layers) {
        const name = inside(layer.base, file);
        for (const {files: patterns} of layer.settings.overrides ?? []) hits.push(name !== undefined && meant([patterns].flat(), (pattern) => picomatch.isMatch(name, pattern, {dot: true})));
      }
    }
    const key = hits.map(Number).join('');
    let found = config ? resolved.get(key) : undefined;
    if (!found) {
      let next = 0;
      found = override(resolve(layers, () => hits[next++]!), given);
      if (config) resolved.set(key, found);
    }
    const ignored = off ? undefined : config && files.includes(file) ? {why: `${shown(config)} reads it as settings`, git: false} : await this.#ignoredBy(file, layers);
    return {resolved: config ? found : (this.#bare ??= found), files, untrusted, ...(ignored ? {ignored} : {}), ...(config ? {config} : {})};
  }
  #bare: Resolved | undefined;

  async #find(folder: string): Promise<string | undefined> {
    if (!this.#search) {
      // By default exports: a bundle, such as the action's, knows no named ones of CommonJS.
      const {default: {lilconfigSync}} = await import('lilconfig');
      // Contents are read by `load.ts`, which may wait; lilconfig finds the file.
      const loader = () => ({});
      const packageLoader = (content: string) => {
        try {
          return JSON.parse(content.replace(/^\ufeff/, '')) as unknown;
        } catch {
          // One that may have settings is found, and `load.ts` says what is wrong with it.
          return content.includes('"mtlint"') ? {mtlint: {}} : {};
        }
      };
      const finder = lilconfigSync('mtlint', {
        searchPlaces: ['package.json', ...SETTINGS_FILES], stopDir: path.parse(folder).root, ignoreEmptySearchPlaces: false,
        loaders: {'.json': (file, content) => (path.basename(file) === 'package.json' ? packageLoader(content) : {}), ...Object.fromEntries(SETTINGS_FILES.map((name) => path.extname(name)).filter((e) => e !== '.json').map((e) => [e, loader]))},
      });
      this.#search = (from) => finder.search(from)?.filepath;
    }
    return this.#search(folder);
  }

  #load(config: string): Promise<Loaded> {
    let loaded = this.#loaded.get(config);
    if (!loaded) {
      const loading = {trusted: this.trusted, generation: this.#generation, files: new Set<string>(), untrusted: new Set<string>()};
      loaded = loadLayers(config, loading).then((layers) => ({layers, files: [...loading.files], untrusted: [...loading.untrusted], resolved: new Map()}));
      this.#loaded.set(config, loaded);
    }
    return loaded;
  }

  async #ignoredBy(file: string, layers: readonly Layer[]): Promise<Ignored | undefined> {
    for (const layer of layers) {
      const name = layer.settings.ignore?.length ? inside(layer.base, file) : undefined;
      if (name === undefined) continue;
      let rules = this.#layerIgnores.get(layer);
      if (!rules) {
        const {default: ignore} = await import('ignore');
        this.#layerIgnores.set(layer, rules = ignore().add(layer.settings.ignore as string[]));
      }
      if (rules.ignores(name)) return {why: saysSo(layer.file), git: false};
    }
    // As in git, files nearer to the file win, and may take back what those farther up ignore.
    let kept = false;
    for (const {by, folder, git, rules} of await this.#ignoreFiles(path.dirname(file))) {
      if (git && kept) continue;
      const {ignored, unignored} = rules.test(inside(folder, file)!);
      if (ignored) return {why: saysSo(by), git};
      if (unignored && !git) return undefined;
      kept ||= unignored;
    }
    return undefined;
  }

  /** Ignore files of a folder and of those above it, up to the root of the repository; the nearest first. */
  async #ignoreFiles(folder: string): Promise<readonly {by: string; folder: string; git: boolean; rules: Ignore}[]> {
    const known = this.#ignores.get(folder);
    if (known) return known;
    const own: {by: string; folder: string; git: boolean; rules: Ignore}[] = [];
    for (const name of IGNORE_FILES) {
      const by = path.join(folder, name);
      if (!existsSync(by)) continue;
      const {default: ignore} = await import('ignore');
      own.push({by, folder, git: name === '.gitignore', rules: ignore().add(readFileSync(by, 'utf8'))});
    }
    const parent = path.dirname(folder);
    const all = parent === folder || existsSync(path.join(folder, '.git')) ? own : [...own, ...await this.#ignoreFiles(parent)];
    this.#ignores.set(folder, all);
    return all;
  }
}
