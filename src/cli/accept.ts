import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import {lintSource} from '../engine/source.ts';
import type {Finding} from '../rule/run.ts';
import type {ProjectSettings} from '../settings/find.ts';
import {isCode, loadLayers, loadPlugins, readText, SettingsError, shown, TERM, termOf} from '../settings/load.ts';
import {readOneFile} from './one-file.ts';
import {reason} from './reason.ts';

/** What can be accepted, with the key of the settings that keeps it. */
export const ACCEPTABLE = {word: 'words', name: 'names', term: 'terms', finding: 'accepted'} as const;
export type Acceptable = keyof typeof ACCEPTABLE;

/** What settings are made as where there are none. */
const NEW_FILE = 'mtlint.config.yaml';

type Terms = Readonly<Record<string, readonly string[]>>;

/**
 * Puts words, names, terms (`Kyiv: Kiev, Kiew`) or findings into the project's settings, or into the text file that they name for them. Returns what was
 * done, one sentence a line; the project is that of `folder`, for a finding that is named by its place that of its file. Throws a {@link SettingsError}
 * where it cannot be done; then nothing is written.
 */
export async function accept(kind: Acceptable, values: readonly string[], reason: string | undefined, settings: ProjectSettings, folder = process.cwd()): Promise<string> {
  /** By the folder of their project. */
  const entries = new Map<string, string[]>();
  const add = (entry: string, to = folder) => entries.set(to, [...(entries.get(to) ?? []), entry]);
  for (const value of values) {
    if (!value.trim() || /[\r\n]/.test(value)) throw new SettingsError(`\`${value.replace(/\s/g, ' ')}\` is no ${kind}.`);
    if (kind === 'term') {
      const term = termOf(value);
      if (!term) throw new SettingsError(TERM);
      // Each variant is an entry: those that are there already stay where they are.
      for (const variant of term.variants) add(`${term.preferred}: ${variant}`);
    } else if (kind === 'finding') {
      const {entry, project} = await findingAt(value, settings);
      add(`${entry}${reason ? ` -- ${reason.replace(/\s+/g, ' ')}` : ''}`, project);
    } else add(value.trim());
  }
  let done = '';
  for (const [project, added] of entries) done += await acceptIn(project, kind, added, settings);
  return done;
}

/** Puts entries into the settings of a folder. */
async function acceptIn(folder: string, kind: Acceptable, entries: readonly string[], settings: ProjectSettings): Promise<string> {
  const key = ACCEPTABLE[kind];
  const {config} = await settings.for(path.join(folder, 'x'));
  if (!config) {
    const file = path.join(folder, NEW_FILE);
    await write(file, await addToYaml('', key, entries));
    settings.clear();
    return told(entries, key, file);
  }
  const own = (await loadLayers(config, {trusted: settings.trusted, generation: settings.generation, files: new Set(), untrusted: new Set()})).at(-1);
  const lists = own?.lists[key] ?? [];
  const id = (entry: string) => (kind === 'finding' ? entry.split(/\s/, 1)[0]! : entry);
  const knownIn = (given: readonly string[] | Terms) => (isTerms(given) ? Object.entries(given).flatMap(([preferred, variants]) => variants.map((variant) => `${preferred}: ${variant}`)) : given.map(id));
  const known = new Set(lists.flatMap((list) => knownIn(list.entries)));
  const added = entries.filter((entry, i) => !known.has(id(entry)) && entries.findIndex((other) => id(other) === id(entry)) === i);
  const there = entries.filter((entry) => !added.includes(entry)).map((entry) => `\`${entry}\` is there already.\n`).join('');
  if (!added.length) return there;
  const list = lists.find((l) => l.file)?.file;
  const file = list ?? config;
  const content = readText(file);
  if (list) {
    const end = content.includes('\r\n') ? '\r\n' : '\n';
    await write(file, kind === 'term' ? addToTerms(content, added, end) : `${content}${!content || content.endsWith('\n') ? '' : end}${added.map((entry) => entry + end).join('')}`);
  } else if (isCode(file)) throw new SettingsError(`${shown(file)} is code, which mtlint does not change. Name a text file in it, such as \`${key}: 'mtlint-${key}.txt'\`, and run this again.`);
  else {
    const changed = file.endsWith('.json') ? addToJson(file, content, key, added) : await addToYaml(content, key, added);
    await write(file, content.includes('\r\n') ? changed.replace(/\r?\n/g, '\r\n') : changed);
  }
  settings.clear();
  return there + told(added, key, file);
}

const isTerms = (given: readonly string[] | Terms): given is Terms => !Array.isArray(given);

const told = (entries: readonly string[], key: string, file: string) => entries.map((entry) => `Added \`${entry}\` to ${key} in ${shown(file)}.\n`).join('');

/** Fingerprint, rule and text of the finding that a fingerprint or a place in the report (FILE:LINE:COLUMN) names, and the folder of its project, where that has settings. */
async function findingAt(given: string, settings: ProjectSettings): Promise<{entry: string; project?: string}> {
  if (/^[0-9a-f]{14}$/.test(given)) return {entry: given};
  const [, name = '', line = '', column = ''] = /^(.+):(\d{1,9}):(\d{1,9})$/.exec(given) ?? [];
  if (!name) throw new SettingsError(`\`${given}\` is neither a fingerprint nor a place. Write the place as the report has it: article.txt:5:808.`);
  const file = path.resolve(name);
  if (!existsSync(file) || !statSync(file).isFile()) throw new SettingsError(`There is no file ${name}.`);
  const {resolved, config} = await settings.for(file);
  const {text, format, pointAt} = await readOneFile(file, resolved.as);
  const {findings: open, suppressed = []} = lintSource(text, format, {...resolved.options, extraRules: await loadPlugins(resolved.plugins)});
  const findings = [...open, ...suppressed.map((s) => s.finding)];
  const at = (f: Finding) => pointAt(f.start);
  const found = findings.find((f) => at(f).line === Number(line) && at(f).column === Number(column));
  if (!found) {
    const near = findings.filter((f) => at(f).line === Number(line)).slice(0, 5).map((f) => `${name}:${line}:${at(f).column}`);
    throw new SettingsError(`There is no finding at ${given}.${near.length ? ` In this line: ${near.join(', ')}.` : ''}`);
  }
  return {entry: `${found.fingerprint} ${found.ruleId} ${found.actual.replace(/\s+/g, ' ').slice(0, 60)}`, ...(config ? {project: path.dirname(config)} : {})};
}

/** New variants go to the line of their term, where it has one. */
function addToTerms(content: string, added: readonly string[], end: string): string {
  const lines = content.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const {preferred, variants} of added.map((entry) => termOf(entry)!)) {
    const at = lines.findLastIndex((line) => !line.trim().startsWith('#') && termOf(line.trim())?.preferred === preferred);
    if (at < 0) lines.push(`${preferred}: ${variants.join(', ')}`);
    else lines[at] = `${lines[at]!.trimEnd().replace(/,$/, '')}, ${variants.join(', ')}`;
  }
  return lines.map((line) => line + end).join('');
}

function addToJson(file: string, content: string, key: string, added: readonly string[]): string {
  const whole = JSON.parse(content) as Record<string, unknown>;
  const target = path.basename(file) === 'package.json' ? whole.mtlint as Record<string, unknown> : whole;
  if (key === 'terms') {
    const all = target[key] as Record<string, unknown> | Record<string, unknown>[] | undefined ?? {};
    const terms = Array.isArray(all) ? all.find((one) => !isFile(one)) ?? {} : all;
    if (Array.isArray(all) && !all.includes(terms)) all.push(terms);
    for (const {preferred, variants} of added.map((entry) => termOf(entry)!)) terms[preferred] = [...[terms[preferred] ?? []].flat(), ...variants];
    target[key] = all;
  } else target[key] = [...(target[key] as unknown[] | undefined) ?? [], ...added];
  const indent = /^[\t ]+(?=")/m.exec(content)?.[0] ?? '  ';
  return `${JSON.stringify(whole, null, indent)}${content.endsWith('\n') ? '\n' : ''}`;
}

const isFile = (entry: object) => Object.keys(entry).join() === 'file' && typeof (entry as {file: unknown}).file === 'string';

/** Comments and the order of keys stay. */
async function addToYaml(content: string, key: string, added: readonly string[]): Promise<string> {
  const {default: {isMap, isScalar, isSeq, parseDocument, YAMLMap}} = await import('yaml');
  const document = parseDocument(content);
  const all = document.get(key);
  if (key === 'terms') {
    const terms = [all, ...(isSeq(all) ? all.items : [])].filter(isMap).find((one) => !isFile(one.toJSON() as object)) ?? new YAMLMap(document.schema);
    if (isSeq(all)) {
      if (!all.items.includes(terms)) all.add(terms);
    } else document.set(key, terms);
    for (const {preferred, variants} of added.map((entry) => termOf(entry)!)) {
      const old = terms.get(preferred, true);
      if (isSeq(old)) for (const variant of variants) old.add(document.createNode(variant));
      else {
        const list = document.createNode([...(isScalar(old) ? [old.value] : []), ...variants], {flow: true});
        if (isScalar(old)) list.comment = old.comment;
        terms.set(preferred, list);
      }
    }
  } else if (isSeq(all)) for (const entry of added) all.add(document.createNode(entry));
  else document.set(key, document.createNode(added));
  return document.toString({lineWidth: 0, flowCollectionPadding: false});
}

async function write(file: string, content: string): Promise<void> {
  const {mode = 0o222} = statSync(file, {throwIfNoEntry: false}) ?? {};
  if (!(mode & 0o222)) throw new SettingsError(`${shown(file)} is read-only: nothing was accepted. Make it writable and try again.`);
  const {default: writeFileAtomic} = await import('write-file-atomic');
  try {
    await writeFileAtomic(file, content);
  } catch (error) {
    throw new SettingsError(`${shown(file)} could not be written. ${reason(error as NodeJS.ErrnoException, true)}`);
  }
}
