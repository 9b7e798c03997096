import {existsSync, readFileSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Rule} from '../rule/rule.ts';
import {rulesOfPlugin} from '../engine/plugins.ts';
import {checkNames, checkSettings, withoutUnknownRules} from './check.ts';
import {noFile} from './no-file.ts';
import {importModule} from './import-module.ts';
import {excerpt, type Place, placeAt, placeIn} from './locate.ts';
import type {Entries, KeyPath, Layer, Lists, PluginSource} from './resolve.ts';
import type {Common} from './schema.ts';

/** Settings that cannot be used. The message says where, what and what to do: "mtlint.config.yaml:3:1: There is no …". */
export class SettingsError extends Error {
  /** The line that it is about, with the place under it; undefined where there is none. */
  readonly excerpt: string | undefined;

  constructor(message: string, lines?: string) {
    super(message);
    this.excerpt = lines;
  }
}

/** An error at a place in a file; without a place, in the whole of it. */
function errorIn(file: string, content: string, place: Place | undefined, message: string): SettingsError {
  return new SettingsError(`${shown(file)}${place ? `:${place.line}:${place.column}` : ''}: ${message}`, place && excerpt(content, place));
}

/** Names of settings files, as one folder is searched for them. */
export const SETTINGS_FILES = ['json', 'yaml', 'yml', 'js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `mtlint.config.${extension}`);

/** Files whose settings are had by running them. */
export const isCode = (file: string): boolean => /\.[cm]?[jt]s$/.test(file);

/** A text from a file or its name as part of a line: terminals obey control characters, and a job on GitHub what follows a line break and `::`. */
export const inLine = (text: string): string => text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '·');

/** The path of a file as messages give it, also at the beginning of a line: from the current folder, if it is in there. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const name = relative && !relative.startsWith('..') ? relative : file;
  return inLine(name.startsWith('::') ? `./${name}` : name);
}

export const readText = (file: string): string => readFileSync(file, 'utf8').replace(/^\ufeff/, '');

interface Loading {
  /** Whether files of code may be run. */
  readonly trusted: boolean;
  /** Makes modules that changed load anew. */
  readonly generation: number;
  /** Every file that was read. */
  readonly files: Set<string>;
  /** Files of code that were not run, because they are not trusted. */
  readonly untrusted: Set<string>;
}

/** Settings of a file and of what it extends, the weakest first. Throws a {@link SettingsError}. */
export async function loadLayers(file: string, loading: Loading): Promise<Layer[]> {
  return load(file, path.dirname(file), [], loading);
}

async function load(file: string, base: string, chain: readonly string[], loading: Loading): Promise<Layer[]> {
  if (isCode(file) && !loading.trusted) {
    loading.untrusted.add(file);
    return [];
  }
  loading.files.add(file);
  const content = readText(file);
  const fail = async (at: KeyPath, message: string, value = false): Promise<never> => {
    throw errorIn(file, content, await placeIn(file, content, at, value), message);
  };
  const checked = checkSettings(await parse(file, content, loading));
  if ('problem' in checked) return fail(checked.problem.at, checked.problem.message, checked.problem.value);
  let {settings} = checked;
  const layers: Layer[] = [];
  const given = settings.extends === undefined ? [] : [settings.extends].flat();
  for (const [i, name] of given.entries()) {
    const at = Array.isArray(settings.extends) ? ['extends', i] : ['extends'];
    const local = isPath(name);
    const extended = local ? path.resolve(path.dirname(file), name) : resolvePackage(name, file);
    if (!extended || !existsSync(extended) || !statSync(extended).isFile()) return fail(at, local ? `\`extends\` names \`${name}\`, and there is no such file. Make it, or take the name out.` : `\`extends\` names \`${name}\`, and no such package is installed. Install it, or begin a path with \`./\`.`, true);
    if (!/\.(?:json|ya?ml|[cm]?[jt]s)$/.test(extended)) return fail(at, `\`extends\` names \`${name}\`, which is no settings file: its name ends in .json, .yaml, .js or .ts.`, true);
    const circle = [...chain, file];
    if (circle.includes(extended)) return fail(at, `\`extends\` goes in a circle: ${[...circle.slice(circle.indexOf(extended)), extended].map(shown).join(' → ')}. Take one of them out.`, true);
    // Patterns of a package are meant from the project's folder: its own lies in node_modules.
    layers.push(...await load(extended, local ? path.dirname(extended) : base, circle, loading));
  }
  const plugins: PluginSource[] = [];
  for (const [i, item] of (settings.plugins ?? []).entries()) {
    const [name, options] = typeof item === 'string' ? [item, undefined] : item;
    const local = isPath(name);
    const module = local ? path.resolve(path.dirname(file), name) : resolvePackage(name, file);
    if (!module || !existsSync(module)) return fail(['plugins', i], local ? `There is no file \`${name}\`. Make it, or take the name out.` : `\`${name}\` is not installed. Install it, or begin a path with \`./\`.`);
    if (!loading.trusted) {
      loading.untrusted.add(module);
      continue;
    }
    loading.files.add(module);
    plugins.push({name: local ? path.basename(name).replace(/\.[^.]*$/, '') : name, file: module, ...(options === undefined ? {} : {options})});
  }
  let extra: readonly Rule[];
  try {
    extra = await loadPlugins([...layers.flatMap((layer) => layer.plugins), ...plugins], loading.generation);
  } catch (error) {
    return fail(['plugins'], (error as Error).message);
  }
  // Rules of plugins that were not run are not known.
  if (loading.untrusted.size) settings = withoutUnknownRules(settings);
  const wrong = checkNames(settings, extra);
  if (wrong) return fail(wrong.at, wrong.message, wrong.value);
  const read = (common: Common, at: KeyPath) => readLists(common, at, file, loading, fail);
  const lists = await read(settings, []);
  const overrideLists: Lists[] = [];
  for (const [i, override] of (settings.overrides ?? []).entries()) overrideLists.push(await read(override, ['overrides', i]));
  layers.push({file, base, settings, lists, plugins, overrideLists});
  return layers;
}

const isPath = (name: string) => /^\.{0,2}[/\\]|^[a-z]:[/\\]/i.test(name);

const loadedPlugins = new Map<string, Promise<Rule[]>>();

/** The rules of plugins, loaded once in each thread. Throws an error that names the plugin and what is wrong with it. */
export async function loadPlugins(sources: readonly PluginSource[], generation = 0): Promise<readonly Rule[]> {
  const all = await Promise.all(sources.map((source) => {
    const key = JSON.stringify([source, generation]);
    let loaded = loadedPlugins.get(key);
    if (!loaded) {
      loadedPlugins.set(key, loaded = loadModule(source.file, generation).then((exported) => rulesOfPlugin(source.name, exported, source.options)).catch((error: unknown) => {
        throw new Error(`The plugin \`${source.name}\` cannot be used: ${(error as Partial<Error> | undefined)?.message ?? String(error)}.`);
      }));
    }
    return loaded;
  }));
  return all.flat();
}

function resolvePackage(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

/** What a settings file holds, unchecked. Parsers and compilers are loaded only for files that need them. */
async function parse(file: string, content: string, {generation}: Loading): Promise<unknown> {
  const fail = (place: Place | undefined, message: string): never => {
    throw errorIn(file, content, place, message);
  };
  const lost = content.indexOf('\ufffd');
  if (lost >= 0) return fail(placeAt(content, lost), 'This file is no UTF-8. Save it as UTF-8.');
  if (!content.trim()) return {};
  if (file.endsWith('.json')) {
    const {jsonProblem, twiceGiven} = await import('./json-problem.ts');
    let value: {mtlint?: unknown};
    try {
      value = JSON.parse(content) as {mtlint?: unknown};
    } catch (error) {
      const problem = jsonProblem(content);
      return fail(problem && placeAt(content, problem.offset, problem.length), `This is no JSON. ${problem?.message ?? (error as Error).message}`);
    }
    if (path.basename(file) === 'package.json') return value.mtlint ?? {};
    const twice = twiceGiven(content);
    return twice ? fail(placeAt(content, twice.offset, twice.length), twice.message) : value;
  }
  if (!isCode(file)) {
    const {default: {parseDocument}} = await import('yaml');
    const document = parseDocument(content, {prettyErrors: false});
    const error = document.errors[0];
    if (error) return fail(placeAt(content, Math.min(error.pos[0], content.trimEnd().length)), `This is no YAML: ${error.message.replace(/\.$/, '')}. Repair it at this place; \`mtlint init\` makes a file to begin with.`);
    try {
      return document.toJS() ?? {};
    } catch (problem) {
      return fail(undefined, `This is no YAML that can be used: ${(problem as Error).message}. Take out the aliases (\`*name\`).`);
    }
  }
  try {
    return await loadModule(file, generation);
  } catch (error) {
    const {message: said = String(error), stack = ''} = (error ?? {}) as Partial<Error>;
    // What jiti cannot parse it says with the place in the message, and counts columns from 0.
    const message = said.replace(/^ParseError:\s*([\s\S]*?)\s+\S+:\d+:\d+\s*$/, '$1');
    const trace = error instanceof SyntaxError && !file.endsWith('ts') ? await syntaxTrace(file) : stack;
    const place = trace.split('\n').find((l) => l.includes(path.basename(file)))?.match(/:(\d+)(?::(\d+))?\)?$/);
    return fail(place ? {line: Number(place[1]), column: Number(place[2] ?? 1) + (message === said ? 0 : 1), width: 1} : undefined, `This file failed when it was run: ${message.replace(/\s+/g, ' ').trim()}. Repair it, or run with --no-config.`);
  }
}

/** What Node prints of a file of JavaScript that it cannot read: its first line names the place, which the error itself does not. */
async function syntaxTrace(file: string): Promise<string> {
  const {spawnSync} = await import('node:child_process');
  return spawnSync(process.execPath, ['--check', file], {encoding: 'utf8'}).stderr;
}

/** Modules that are being run. */
const running = new Set<string>();

/** A module that ends the process, or waits for what never comes, so that Node ends it, would end the run as if all were well. */
function failUnfinished(): void {
  for (const file of running) process.stderr.write(`error: ${shown(file)}: This file ended mtlint when it was run, or waits for what never comes. Repair it, or run with --no-config.\n`);
  if (running.size) process.exitCode = 2;
}

let exit: typeof process.exit;

/** A module that ends the process has failed: an editor's server goes on. Who else wants to end it, may. */
function exitUnlessRun(code?: number | string | null): never {
  const {stack = ''} = new Error('');
  if ([...running].some((file) => stack.includes(path.basename(file)))) throw new Error('it called `process.exit`');
  return exit.call(process, code);
}

/** The default export of a module. */
export async function loadModule(file: string, generation: number): Promise<unknown> {
  if (!process.listeners('exit').includes(failUnfinished)) process.once('exit', failUnfinished);
  running.add(file);
  if (process.exit !== exitUnlessRun) {
    ({exit} = process);
    process.exit = exitUnlessRun;
  }
  try {
    return await defaultExport(file, generation);
  } finally {
    running.delete(file);
    if (!running.size) process.exit = exit;
  }
}

/** TypeScript goes through Node's own type stripping where it has that, else through jiti. */
async function defaultExport(file: string, generation: number): Promise<unknown> {
  if (/ts$/.test(file) && !(process.features as {typescript?: unknown}).typescript) {
    const {createJiti} = await import('jiti');
    return createJiti(import.meta.url, {moduleCache: false, fsCache: false}).import(file, {default: true});
  }
  const loaded = (await importModule(`${pathToFileURL(file).href}${generation ? `?generation=${generation}` : ''}`)) as {default?: unknown};
  return loaded.default;
}

/** How a term is written. */
export const TERM = 'Write the preferred form, a colon and its variants: `Kyiv: Kiev, Kiew`.';

/** A term as a line of a text file has it; undefined for what is none. */
export function termOf(line: string): {preferred: string; variants: string[]} | undefined {
  const [, preferred, given = ''] = /^([^:]+):(.+)$/.exec(line) ?? [];
  const variants = given.split(',').map((variant) => variant.trim()).filter(Boolean);
  return preferred?.trim() && variants.length ? {preferred: preferred.trim(), variants} : undefined;
}

const isFingerprint = (entry: string) => /^[0-9a-f]{14}(?:\s|$)/.test(entry);
const noFingerprint = (entry: string) => `\`${entry.slice(0, 40)}\` does not begin with a fingerprint. \`mtlint accept finding\` writes such lines.`;

type Fail = (at: KeyPath, message: string, value?: boolean) => Promise<never>;

async function readLists(common: Common, at: KeyPath, file: string, loading: Loading, fail: Fail): Promise<Lists> {
  const linesOf = async (name: string, place: KeyPath): Promise<{file: string; content: string; lines: {text: string; number: number}[]}> => {
    const list = path.resolve(path.dirname(file), name);
    loading.files.add(list);
    let content: string;
    const wrong = noFile(list);
    if (wrong) return fail(place, `\`${name}\` cannot be read: it ${wrong}. Name a text file.`, true);
    try {
      content = readText(list);
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      return fail(place, code === 'ENOENT' ? `There is no file \`${name}\`. Make it, or take it out.` : `The file \`${name}\` cannot be read (${code}). Name one that can.`, true);
    }
    if (content.includes('\ufffd')) return fail(place, `The file \`${name}\` is no UTF-8. Save it as UTF-8.`, true);
    return {file: list, content, lines: content.split('\n').map((text, i) => ({text: text.trim(), number: i + 1})).filter(({text}) => text && !text.startsWith('#'))};
  };
  const entriesOf = async (key: 'words' | 'names' | 'accepted'): Promise<Entries[]> => {
    const given = common[key];
    const out: Entries[] = [];
    const inline: string[] = [];
    for (const [i, item] of (typeof given === 'string' ? [{file: given}] : given ?? []).entries()) {
      if (typeof item === 'string') {
        inline.push(item);
        continue;
      }
      const {file: list, content, lines} = await linesOf(item.file, typeof given === 'string' ? [...at, key] : [...at, key, i]);
      const wrong = key === 'accepted' ? lines.find(({text}) => !isFingerprint(text)) : undefined;
      if (wrong) throw errorIn(list, content, {line: wrong.number, column: 1, width: wrong.text.length}, noFingerprint(wrong.text));
      out.push({at: [...at, key, i], file: list, entries: lines.map(({text}) => text)});
    }
    if (inline.length) out.unshift({at: [...at, key], entries: inline});
    const wrong = key === 'accepted' ? inline.find((entry) => !isFingerprint(entry)) : undefined;
    if (wrong !== undefined) return fail([...at, key], noFingerprint(wrong), true);
    return out;
  };
  const termsOf = async (): Promise<Lists['terms']> => {
    const out: Entries<Record<string, readonly string[]>>[] = [];
    const given = common.terms;
    for (const [i, item] of (given === undefined ? [] : typeof given === 'string' ? [{file: given}] : [given].flat()).entries()) {
      const place = Array.isArray(given) ? [...at, 'terms', i] : [...at, 'terms'];
      if (typeof item.file !== 'string' || Object.keys(item).length > 1) {
        out.push({at: place, entries: Object.fromEntries(Object.entries(item).map(([preferred, variants]) => [preferred, [variants as string | string[]].flat()]))});
        continue;
      }
      const {file: list, content, lines} = await linesOf(item.file, place);
      const entries: Record<string, readonly string[]> = {};
      for (const {text, number} of lines) {
        const term = termOf(text);
        if (!term) throw errorIn(list, content, {line: number, column: 1, width: text.length}, TERM);
        entries[term.preferred] = term.variants;
      }
      out.push({at: place, file: list, entries});
    }
    return out;
  };
  return {words: await entriesOf('words'), names: await entriesOf('names'), accepted: await entriesOf('accepted'), terms: await termsOf()};
}
