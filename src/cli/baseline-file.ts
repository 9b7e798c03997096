import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {type Baseline, BaselineError, compareWithBaseline, formatBaseline, type KnownFinding, parseBaseline, updateBaseline} from '../engine/baseline.ts';
import {type FileResult, type GoneFinding, withFindings} from '../report/result.ts';
import type {Finding} from '../rule/run.ts';
import {inLine, SettingsError, shown} from '../settings/load.ts';
import {noFile} from '../settings/no-file.ts';
import {reason} from './reason.ts';

/** The baseline that counts if none is named: in the current folder. */
export const BASELINE = '.mtlint-baseline.json';

/** How many findings that are gone a message names. */
const NAMED = 5;

/** Results with how they stand to the baseline, and what to say of it. */
interface Compared {
  readonly results: FileResult[];
  readonly gone: readonly GoneFinding[];
  readonly message: string;
}

/** The findings that a project knows of, in a file. */
export class BaselineFile {
  readonly #file: string;
  readonly #known: Baseline;
  /** The files that have each fingerprint; made when a file is met that the baseline does not know. */
  #places: Map<string, string[]> | undefined;

  private constructor(file: string, known: Baseline) {
    this.#file = file;
    this.#known = known;
  }

  /** Reads a baseline. Throws a {@link SettingsError} for one that cannot be used and, unless it is to be made, one that is not there. */
  static open(file: string, update: boolean): BaselineFile {
    const wrong = noFile(file);
    if (wrong) throw new SettingsError(`The baseline cannot be ${shown(file)}: it ${wrong}. Name a file.`);
    if (!existsSync(file)) {
      if (update) return new BaselineFile(file, new Map());
      throw new SettingsError(`There is no baseline ${shown(file)}. Make it with --update-baseline.`);
    }
    try {
      return new BaselineFile(file, parseBaseline(readFileSync(file, 'utf8').replace(/^\ufeff/, '')));
    } catch (error) {
      const line = error instanceof BaselineError && error.line ? `:${error.line}` : '';
      throw new SettingsError(`${shown(file)}${line}: ${(error as Error).message} Take the file back from version control, or delete it and make it anew with --update-baseline.`);
    }
  }

  /** Whether the baseline knows each of a file's findings, for hosts that look at one file. `file` is an absolute path. */
  knows(file: string, findings: readonly Finding[]): boolean[] {
    const name = this.#name({path: file});
    return compareWithBaseline(this.#known.get(name) ?? this.#known.get(this.#renamed(findings) ?? ''), findings).states.map((state) => state === 'unchanged');
  }

  #name(result: Pick<FileResult, 'path'>): string {
    return path.relative(path.dirname(this.#file), result.path).split(path.sep).join('/');
  }

  #isThere(name: string): boolean {
    return existsSync(path.resolve(path.dirname(this.#file), name));
  }

  /** The name that a file with these findings had before it was renamed: one that is gone, and most of whose findings are here. `taken` are those of other files. */
  #renamed(findings: readonly Finding[], taken?: ReadonlySet<string>): string | undefined {
    if (!findings.length) return undefined;
    if (!this.#places) {
      this.#places = new Map();
      for (const [name, known] of this.#known) for (const {fingerprint} of known) {
        const names = this.#places.get(fingerprint);
        if (names) names.push(name);
        else this.#places.set(fingerprint, [name]);
      }
    }
    const shared = new Map<string, number>();
    for (const {fingerprint} of findings) for (const name of this.#places.get(fingerprint) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    const likely = [...shared].filter(([name, n]) => n * 2 > this.#known.get(name)!.length && !taken?.has(name)).sort((a, b) => b[1] - a[1]);
    return likely.find(([name]) => !this.#isThere(name))?.[0];
  }

  /** Marks what the baseline knows; what it knows and is no longer there is told in `message`. */
  apply(results: readonly FileResult[]): Compared {
    let hidden = 0;
    const gone: {name: string; known: KnownFinding}[] = [];
    const linted = new Set<string>();
    const moved = new Set<string>();
    const marked = results.map((result) => {
      if (result.errors.length || result.path.startsWith('<')) return result;
      let name = this.#name(result);
      if (!this.#known.has(name)) {
        const before = this.#renamed(result.findings, moved);
        if (before !== undefined) moved.add(name = before);
      }
      linted.add(name);
      const {states, gone: left} = compareWithBaseline(this.#known.get(name), result.findings);
      hidden += states.filter((state) => state === 'unchanged').length;
      gone.push(...left.map((known) => ({name, known})));
      return withFindings(result, result.findings.map((finding, i) => ({...finding, baseline: states[i]!})));
    });
    for (const [name, known] of this.#known) if (!linted.has(name) && !this.#isThere(name)) gone.push(...known.map((k) => ({name, known: k})));
    const count = (n: number) => `${n} finding${n === 1 ? '' : 's'}`;
    const lines = [];
    if (hidden) lines.push(`${count(hidden)} not shown: ${hidden === 1 ? 'it is' : 'they are'} in ${shown(this.#file)}.`);
    if (gone.length) lines.push(`${count(gone.length)} of ${shown(this.#file)} no longer occur${gone.length === 1 ? 's' : ''}; --update-baseline takes ${gone.length === 1 ? 'it' : 'them'} out:`, ...gone.slice(0, NAMED).map(({name, known}) => `  ${shown(path.resolve(path.dirname(this.#file), name))}: \`${inLine(known.text.replace(/\s+/g, ' '))}\` ${inLine(known.rule)}`), ...(gone.length > NAMED ? [`  and ${gone.length - NAMED} more`] : []));
    const folder = path.dirname(this.#file);
    return {results: marked, gone: gone.map(({name, known}) => ({...known, path: path.resolve(folder, name)})), message: lines.map((line) => `${line}\n`).join('')};
  }

  /** Writes the findings of now as those that are known: at once or not at all. Files that were not linted keep what they had. */
  async update(results: readonly FileResult[]): Promise<Compared> {
    const linted = new Map(results.filter((r) => !r.errors.length && !r.path.startsWith('<')).map((r) => [this.#name(r), r.findings]));
    const after = updateBaseline(this.#known, linted, (name) => this.#isThere(name));
    const content = formatBaseline(after);
    if (!existsSync(this.#file) || readFileSync(this.#file, 'utf8') !== content) {
      const {default: writeFileAtomic} = await import('write-file-atomic');
      if (existsSync(this.#file) && !(statSync(this.#file).mode & 0o222)) throw new SettingsError(`The baseline ${shown(this.#file)} is read-only: it was not written. Make it writable and run again.`);
      try {
        await writeFileAtomic(this.#file, content);
      } catch (error) {
        throw new SettingsError(`The baseline ${shown(this.#file)} was not written. ${reason(error as NodeJS.ErrnoException, true)}`);
      }
    }
    const total = [...after.values()].reduce((n, known) => n + known.length, 0);
    return {results: results.map((r) => (linted.has(this.#name(r)) ? withFindings(r, r.findings.map((f) => ({...f, baseline: 'unchanged' as const}))) : r)), gone: [], message: `${shown(this.#file)} has ${total} finding${total === 1 ? '' : 's'}: they are not shown, new ones are.\n`};
  }
}
