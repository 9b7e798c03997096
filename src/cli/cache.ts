import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {LintResult} from '../engine/lint.ts';
import type {SourceOptions} from '../engine/source.ts';
import type {PluginSource} from '../settings/resolve.ts';
import {noFile} from '../settings/no-file.ts';

/** Why there can be no cache in a place: one sentence that says what to do. */
export class CacheError extends Error {}

interface Entry {
  /** Hash of content, format, settings and version. */
  readonly key: string;
  readonly result: LintResult;
}

/** Where results are kept if `--cache-location` does not say: with the caches of other tools, or beside the files. */
export function cacheFile(cwd: string): string {
  return existsSync(path.join(cwd, 'node_modules')) || existsSync(path.join(cwd, 'package.json')) ? path.join(cwd, 'node_modules/.cache/mtlint/results.json') : path.join(cwd, '.mtlintcache');
}

/**
 * Results of earlier runs, by the path of the file from the current folder. A result counts while content, format, settings and
 * version are what they were, so a cache may be carried to another machine. One that cannot be read is none.
 */
export class ResultCache {
  readonly #file: string;
  readonly #cwd: string;
  readonly #version: string;
  readonly #hash: (parts: readonly (string | Uint8Array)[]) => string;
  readonly #entries: Map<string, Entry>;
  readonly #settings = new WeakMap<SourceOptions, string>();
  #changed = false;

  private constructor(file: string, cwd: string, version: string, hash: (parts: readonly (string | Uint8Array)[]) => string) {
    this.#file = file;
    this.#cwd = cwd;
    this.#version = version;
    this.#hash = hash;
    this.#entries = new Map();
    try {
      const stored = JSON.parse(readFileSync(file, 'utf8')) as {version?: unknown; entries?: Record<string, Entry>};
      if (stored.version === version) for (const [name, entry] of Object.entries(stored.entries ?? {})) if (typeof entry?.key === 'string' && Array.isArray(entry.result?.findings)) this.#entries.set(name, entry);
    } catch {
      // There is none yet, or it is broken: it will be written anew.
    }
  }

  /** `version` is that of mtlint: results of another are forgotten. Throws a {@link CacheError} for a place that may not be overwritten. */
  static async open(file: string, cwd: string, version: string): Promise<ResultCache> {
    const wrong = noFile(file) ?? (existsSync(file) && !/^\s*(?:$|\[\]|\{"(?:version|entries))/.test(readFileSync(file, 'utf8')) ? 'is there already and no cache of mtlint' : undefined);
    if (wrong) throw new CacheError(`The cache cannot be ${file}: it ${wrong}. Name another file with --cache-location.`);
    const {createHash} = await import('node:crypto');
    return new ResultCache(file, cwd, version, (parts) => {
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part).update('\0');
      return hash.digest('base64url').slice(0, 27);
    });
  }

  /** Of plugins, what their own file holds counts, not what it imports. */
  key(bytes: Uint8Array, format: string, options: SourceOptions, plugins: readonly PluginSource[]): string {
    let settings = this.#settings.get(options);
    if (settings === undefined) this.#settings.set(options, settings = JSON.stringify([options, plugins.map((p) => [p.name, p.options, readFileSync(p.file, 'utf8')])]));
    return this.#hash([this.#version, format, settings, bytes]);
  }

  get(file: string, key: string): LintResult | undefined {
    const entry = this.#entries.get(this.#name(file));
    return entry?.key === key ? entry.result : undefined;
  }

  set(file: string, key: string, result: LintResult): void {
    // A rule that failed may succeed the next time.
    if (result.failures.length) return;
    this.#entries.set(this.#name(file), {key, result});
    this.#changed = true;
  }

  /** Writes what changed, at once or not at all, without the files that are gone. Throws where it cannot be written. */
  async save(): Promise<void> {
    if (!this.#changed) return;
    const {default: writeFileAtomic} = await import('write-file-atomic');
    mkdirSync(path.dirname(this.#file), {recursive: true});
    const entries = Object.fromEntries([...this.#entries].filter(([name]) => existsSync(path.resolve(this.#cwd, name))).sort(([a], [b]) => (a < b ? -1 : 1)));
    await writeFileAtomic(this.#file, JSON.stringify({version: this.#version, entries}));
  }

  #name(file: string): string {
    return path.relative(this.#cwd, file).split(path.sep).join('/');
  }
}
