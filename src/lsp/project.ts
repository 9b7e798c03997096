import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import {BASELINE, BaselineFile} from '../cli/baseline-file.ts';
import type {SourceOptions} from '../engine/source.ts';
import {type FileSettings, ProjectSettings} from '../settings/find.ts';
import {loadPlugins, SettingsError} from '../settings/load.ts';
import type {EditorSettings} from './editor-settings.ts';

/** Settings that cannot be used, and where: lines from 0. */
export interface SettingsProblem {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What applies to a file now. */
export interface Applying extends Omit<FileSettings, 'resolved'> {
  readonly options: SourceOptions;
  readonly as?: string;
  /** Why the settings of now do not count, but those that did before. */
  readonly problem?: SettingsProblem;
}

/** Place and text of a settings error: its message begins with both. */
function problemOf({message}: SettingsError, folder: string): SettingsProblem {
  const [, file = '', line, text = message] = /^(.+?)(?::(\d+))?: (.*)$/s.exec(message) ?? [];
  const found = file && existsSync(path.resolve(file)) ? path.resolve(file) : undefined;
  return {file: found ?? folder, line: found && line ? Number(line) - 1 : 0, message: found ? text : message};
}

/** Settings and baselines of the files that an editor has open. Where settings break, those that worked last stay. */
export class Project {
  readonly trusted: boolean;
  #given: EditorSettings = {};
  #generation = 0;
  #settings: ProjectSettings;
  /** Folders, and the settings that worked there last. */
  readonly #good = new Map<string, ProjectSettings>();
  readonly #options = new WeakMap<SourceOptions, Promise<SourceOptions>>();
  readonly #baselines = new Map<string, {modified: number; baseline: BaselineFile}>();
  /** Times of change of what was read. */
  #read = new Map<string, number>();

  constructor(trusted: boolean) {
    this.trusted = trusted;
    this.#settings = this.#make();
  }

  #make(): ProjectSettings {
    return new ProjectSettings({trusted: this.trusted, given: this.#given, generation: this.#generation});
  }

  /** Reads everything anew when it is next asked for. */
  reload(): void {
    this.#generation++;
    this.#settings = this.#make();
    this.#read.clear();
  }

  /** Takes what the editor says. Returns whether it is anything new. */
  give(given: EditorSettings): boolean {
    if (JSON.stringify(given) === JSON.stringify(this.#given)) return false;
    this.#given = given;
    this.#good.clear();
    this.reload();
    return true;
  }

  /** Reloads if a file that was read has changed: for editors that watch no files. Returns whether it did. */
  reloadIfChanged(): boolean {
    if (![...this.#read].some(([file, time]) => modified(file) !== time)) return false;
    this.reload();
    return true;
  }

  /** Settings for what writes into them. */
  get settings(): ProjectSettings {
    return this.#settings;
  }

  /** What applies to a file; `file` is an absolute path and need not exist. Settings that never worked count as none. */
  async for(file: string): Promise<Applying> {
    const folder = path.dirname(file);
    const settings = this.#settings;
    try {
      const found = await this.#from(settings, file);
      this.#good.set(folder, settings);
      return found;
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      const problem = problemOf(error, folder);
      this.#read.set(problem.file, modified(problem.file));
      const good = this.#good.get(folder) ?? new ProjectSettings({given: this.#given, off: true});
      this.#good.set(folder, good);
      return {...await this.#from(good, file), problem};
    }
  }

  async #from(settings: ProjectSettings, file: string): Promise<Applying> {
    const {resolved, ...rest} = await settings.for(file);
    for (const one of [...rest.files, ...(rest.config ? [rest.config] : [])]) this.#read.set(one, modified(one));
    let options = this.#options.get(resolved.options);
    if (!options) this.#options.set(resolved.options, options = loadPlugins(resolved.plugins, settings.generation).then((extraRules) => (extraRules.length ? {...resolved.options, extraRules} : resolved.options)));
    return {...rest, options: await options, ...(resolved.as ? {as: resolved.as} : {})};
  }

  /** The baseline in a folder, if there is one. */
  baseline(folder: string): BaselineFile | SettingsProblem | undefined {
    const file = path.join(folder, BASELINE);
    const time = modified(file);
    if (!time) return undefined;
    const known = this.#baselines.get(file);
    if (known?.modified === time) return known.baseline;
    try {
      const baseline = BaselineFile.open(file, false);
      this.#baselines.set(file, {modified: time, baseline});
      return baseline;
    } catch (error) {
      if (known) return known.baseline;
      return problemOf(error as SettingsError, folder);
    }
  }
}

/** When a file was changed last, in milliseconds; 0 where there is none. */
const modified = (file: string): number => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
