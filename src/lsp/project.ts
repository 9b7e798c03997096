import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import {BASELINE, BaselineFile} from '../cli/baseline-file.ts';
import type {SourceOptions} from '../engine/source.ts';
import {type FileSettings, IGNORE_FILES, ProjectSettings} from '../settings/find.ts';
import {loadPlugins, SETTINGS_FILES, SettingsError} from '../settings/load.ts';
import {folderOf} from './check.ts';
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

/** Place and text of a settings error: its message begins with both. `now` says what holds in the meantime. */
function problemOf({message}: SettingsError, folder: string, now: string): SettingsProblem {
  const [, file = '', line, text = message] = /^(.+?)(?::(\d+))?(?::\d+)?: (.*)$/s.exec(message) ?? [];
  const found = file && existsSync(path.resolve(file)) ? path.resolve(file) : undefined;
  return {file: found ?? folder, line: found && line ? Number(line) - 1 : 0, message: `${found ? text : message} ${now}`};
}

/** Names by which settings, ignore files and baselines are found. */
const LOOKED_FOR: readonly string[] = [...SETTINGS_FILES, 'package.json', ...IGNORE_FILES, BASELINE];

/** Whether a file is found by its name. */
export const isLookedFor = (file: string): boolean => LOOKED_FOR.includes(path.basename(file));

/** What an editor says for one of its folders, by the folder's absolute path. */
export type OfFolders = ReadonlyMap<string, EditorSettings>;

/** Settings and baselines of the files that an editor has open. Where settings break, those that worked last stay. */
export class Project {
  readonly trusted: boolean;
  #given: EditorSettings = {};
  #ofFolders: OfFolders = new Map();
  #generation = 0;
  /** By what the editor says for the files. */
  #settings = new Map<string, ProjectSettings>();
  /** Folders, and the settings that worked there last. */
  readonly #good = new Map<string, ProjectSettings>();
  readonly #options = new WeakMap<SourceOptions, Promise<SourceOptions>>();
  readonly #baselines = new Map<string, {modified: number; baseline?: BaselineFile; problem?: SettingsProblem}>();
  /** Times of change of what was read and, where there is nothing yet, looked for. */
  #read = new Map<string, number>();
  #lookedIn = new Set<string>();

  constructor(trusted: boolean) {
    this.trusted = trusted;
  }

  /** Reads everything anew when it is next asked for. */
  reload(): void {
    this.#generation++;
    this.#settings.clear();
    this.#read.clear();
    this.#lookedIn.clear();
  }

  /** Takes what the editor says: for texts in its folders, and for all others. Returns whether it is anything new. */
  give(given: EditorSettings, ofFolders: OfFolders = new Map()): boolean {
    if (JSON.stringify([given, [...ofFolders]]) === JSON.stringify([this.#given, [...this.#ofFolders]])) return false;
    this.#given = given;
    this.#ofFolders = ofFolders;
    this.#good.clear();
    this.reload();
    return true;
  }

  /** Whether a file is settings, or was read for them. */
  concerns(file: string): boolean {
    return isLookedFor(file) || this.#read.has(file);
  }

  /** Reloads if a file that was read has changed, or one that was looked for is there, of those that the editor does not watch. Returns whether it did. */
  reloadIfChanged(isWatched: (file: string) => boolean): boolean {
    if (![...this.#read].some(([file, time]) => !isWatched(file) && modified(file) !== time)) return false;
    this.reload();
    return true;
  }

  #givenFor(file: string): EditorSettings {
    return this.#ofFolders.get(folderOf(file, [...this.#ofFolders.keys()])) ?? this.#given;
  }

  /** The settings of a file, for what writes into them. */
  settingsFor(file: string): ProjectSettings {
    const given = this.#givenFor(file);
    const key = JSON.stringify(given);
    let settings = this.#settings.get(key);
    if (!settings) this.#settings.set(key, settings = new ProjectSettings({trusted: this.trusted, given, generation: this.#generation}));
    return settings;
  }

  /** What applies to a file; `file` is an absolute path and need not exist. Settings that never worked count as none. */
  async for(file: string): Promise<Applying> {
    const folder = path.dirname(file);
    const settings = this.settingsFor(file);
    this.#lookIn(folder);
    try {
      const found = await this.#from(settings, file);
      this.#good.set(folder, settings);
      return found;
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      const good = this.#good.get(folder);
      const problem = problemOf(error, folder, good ? 'The settings that worked last stay in use.' : 'Until then texts are checked without settings.');
      this.#read.set(problem.file, modified(problem.file));
      return {...await this.#from(good ?? new ProjectSettings({given: this.#givenFor(file), off: true}), file), problem};
    }
  }

  /** Notes which of the files that are looked for a folder and those above it have. */
  #lookIn(folder: string): void {
    for (let at = folder; !this.#lookedIn.has(at); at = path.dirname(at)) {
      this.#lookedIn.add(at);
      for (const name of LOOKED_FOR) this.#read.set(path.join(at, name), modified(path.join(at, name)));
    }
  }

  async #from(settings: ProjectSettings, file: string): Promise<Applying> {
    const {resolved, ...rest} = await settings.for(file);
    for (const one of [...rest.files, ...(rest.config ? [rest.config] : [])]) this.#read.set(one, modified(one));
    let options = this.#options.get(resolved.options);
    if (!options) this.#options.set(resolved.options, options = loadPlugins(resolved.plugins, settings.generation).then((extraRules) => (extraRules.length ? {...resolved.options, extraRules} : resolved.options)));
    return {...rest, options: await options, ...(resolved.as ? {as: resolved.as} : {})};
  }

  /** The baseline in a folder, if there is one: where it breaks, the one that worked last. */
  baseline(folder: string): {readonly baseline?: BaselineFile; readonly problem?: SettingsProblem} {
    const file = path.join(folder, BASELINE);
    const time = modified(file);
    const known = this.#baselines.get(file);
    if (!time) {
      this.#baselines.delete(file);
      return {};
    }
    if (known?.modified === time) return known;
    let now: {baseline?: BaselineFile; problem?: SettingsProblem};
    try {
      now = {baseline: BaselineFile.open(file, false)};
    } catch (error) {
      const before = known?.baseline;
      now = {...(before ? {baseline: before} : {}), problem: problemOf(error as SettingsError, folder, before ? 'The baseline that worked last stays in use.' : 'Until then the findings that it knows are shown.')};
    }
    this.#baselines.set(file, {modified: time, ...now});
    return now;
  }
}

/** When a file was changed last, in milliseconds; 0 where there is none. */
const modified = (file: string): number => statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
