import {closeSync, existsSync, openSync, readFileSync, readSync} from 'node:fs';
import path from 'node:path';
import {crc32} from 'node:zlib';
import type {SourceOptions} from '../engine/source.ts';
import type {PluginSource} from '../settings/resolve.ts';
import {noFile} from '../settings/no-file.ts';
import type {PackedResult} from './packed-result.ts';
import {reason} from './reason.ts';
import {writePieces} from './write-pieces.ts';

/** Why there can be no cache in a place: one sentence that says what to do. */
export class CacheError extends Error {}

interface Entry {
  /** Hash of content, format, settings and version. */
  readonly key: string;
  /** JSON of the {@link PackedResult}, what is packed as base64, with its check: see `checked`. Decoded when it is asked for. */
  readonly result: string;
}

/** The CRC-32 of a text before it, so that bytes which were changed by anything are no result. */
const checked = (text: string) => `${crc32(text).toString(36)} ${text}`;

const encoded = ({packed, ...rest}: PackedResult): string => checked(JSON.stringify(packed ? {...rest, packed: Buffer.from(packed).toString('base64')} : rest));

function decoded(text: string): PackedResult | undefined {
  const json = text.slice(text.indexOf(' ') + 1);
  if (checked(json) !== text) return undefined;
  const {packed, ...rest} = JSON.parse(json) as Omit<PackedResult, 'packed'> & {packed?: string};
  return packed === undefined ? rest : {...rest, packed: Buffer.from(packed, 'base64')};
}

/** Where results are kept if `--cache-location` does not say: with the caches of other tools, or beside the files. */
export function cacheFile(cwd: string): string {
  return existsSync(path.join(cwd, 'node_modules')) || existsSync(path.join(cwd, 'package.json')) ? path.join(cwd, 'node_modules/.cache/mtlint/results') : path.join(cwd, '.mtlintcache');
}

/** What caches begin with, those of earlier versions too. */
const BEGINNINGS = ['{"version', '{"entries'];

/** Why a file may not be overwritten by a cache. */
function notOurs(file: string): string | undefined {
  const head = Buffer.alloc(100);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, head);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return `cannot be read. ${reason(error as NodeJS.ErrnoException).replace(/\.$/, '')}`;
  }
  // What a crash of the machine left of one may be zeros, or its beginning.
  const text = head.toString('latin1').replace(/^[\0\s]+|[\0\s]+$/g, '');
  return text === '[]' || BEGINNINGS.some((beginning) => text.startsWith(beginning) || beginning.startsWith(text)) ? undefined : 'is there already and no cache of mtlint';
}

/**
 * Results of earlier runs, by the path of the file from the current folder. A result counts while content, format, settings and
 * version are what they were, so a cache may be carried to another machine. One that cannot be read is none. The file: a line of JSON with
 * the version, then a line for each file: its name in JSON, the key and the result with tabs between.
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
      const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
      if ((JSON.parse(head) as {version?: unknown}).version !== version) return;
      for (const line of lines) {
        const [name, key, result, ...more] = line.split('\t');
        if (name && key && result && !more.length) this.#entries.set(JSON.parse(name) as string, {key, result});
      }
    } catch {
      // There is none yet, or it is broken: it will be written anew.
    }
  }

  /** `version` is that of mtlint: results of another are forgotten. Throws a {@link CacheError} for a place that may not be overwritten. */
  static async open(file: string, cwd: string, version: string): Promise<ResultCache> {
    const wrong = noFile(file) ?? (existsSync(file) ? notOurs(file) : undefined);
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

  get(file: string, key: string): PackedResult | undefined {
    const entry = this.#entries.get(this.#name(file));
    return entry?.key === key ? decoded(entry.result) : undefined;
  }

  set(file: string, key: string, result: PackedResult): void {
    // A rule that failed may succeed the next time.
    if (result.failures.length) return;
    this.#entries.set(this.#name(file), {key, result: encoded(result)});
    this.#changed = true;
  }

  /** Writes what changed, at once or not at all, without the files that are gone. Throws where it cannot be written. */
  save(): void {
    if (!this.#changed) return;
    writePieces(this.#file, this.#lines());
  }

  *#lines(): Generator<string> {
    yield `${JSON.stringify({version: this.#version})}\n`;
    for (const [name, {key, result}] of [...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1))) if (existsSync(path.resolve(this.#cwd, name))) yield `${JSON.stringify(name)}\t${key}\t${result}\n`;
  }

  #name(file: string): string {
    return path.relative(this.#cwd, file).split(path.sep).join('/');
  }
}
