import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import type {LintResult} from '../engine/lint.ts';
import {lintSource, type SourceOptions} from '../engine/source.ts';
import {applyEdits} from '../fix/apply.ts';
import {FormatError, noteText} from '../format/format.ts';
import {checkText, formatOf} from '../format/registry.ts';
import type {Finding} from '../rule/run.ts';
import {type FileResult, resultOf} from '../report/result.ts';
import type {ProjectSettings} from '../settings/find.ts';
import {loadPlugins, shown} from '../settings/load.ts';
import type {PluginSource} from '../settings/resolve.ts';
import {BaselineFile} from './baseline-file.ts';
import {ResultCache} from './cache.ts';
import {DecodeError, decode, encode, MAX_BYTES, misfit} from './decode.ts';
import {findFiles, target} from './files.ts';
import {type Output, writeOutputs} from './outputs.ts';
import {MAX_WIDTH, mapInOrder, openPool, type Pool} from './pool.ts';
import {fileResultOf, isPacked, pack, unpack} from './packed-result.ts';
import {print, printError} from './print.ts';
import {progress} from './progress.ts';
import {reason} from './reason.ts';
import {version} from './version.ts';
import type {Answer, Work} from './work.ts';

export interface Task {
  readonly fix: boolean;
  readonly diff: boolean;
  readonly outputs: readonly Output[];
  readonly quiet: boolean;
  /** Report only lines that differ from this commit; from the last one, if empty. */
  readonly changed?: string;
  /** Absolute path of the baseline. */
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  /** Absolute path of the cache of results. */
  readonly cache?: string;
}

export interface Outcome {
  readonly errors: number;
  readonly warnings: number;
  /** A path or file could not be linted or written. */
  readonly failed: boolean;
}

/** What is to be linted, and how. */
interface Job {
  /** Absolute path, or "<stdin>". */
  readonly path: string;
  /** Id of its format, where its name does not say. */
  readonly as?: string;
  readonly options: SourceOptions;
  readonly plugins: readonly PluginSource[];
}

/** A job done. */
interface Done {
  readonly result: FileResult;
  /** Standard input, repaired. */
  readonly output?: string;
  readonly patch?: string;
}

/**
 * Lints what the paths name, repairs or prints it as asked, and tells how it went: find files, settings of each, lint or take
 * from the cache, write repairs, baseline, report. Throws a `SettingsError` before anything is linted or written.
 */
export async function lintFiles(paths: readonly string[], settings: ProjectSettings, task: Task): Promise<Outcome> {
  const cwd = process.cwd();
  const changed = task.changed === undefined ? undefined : await (await import('./changed.ts')).changedLines(task.changed, cwd);
  const {named, ...found} = await findFiles(paths, cwd);
  const files = changed ? found.files.filter((file) => changed.has(file)) : found.files;
  const lost = changed ? found.errors.filter((error) => !error.empty) : found.errors;
  const jobs = [...await plan(files, named, settings), ...(paths.includes('-') ? await plan(['<stdin>'], named, settings) : [])];
  const baseline = task.baseline && BaselineFile.open(task.baseline, task.updateBaseline);
  const done = await lintAll(jobs, task);
  const told = done.map(({result}) => (result.notes?.some(({minor}) => minor) && !named.has(result.path) && !result.path.startsWith('<') ? {...result, notes: result.notes.filter(({minor}) => !minor)} : result));
  const linted = [...lost.map(({path: given, message}) => failure(given, task.changed === '' ? `${message} If it is what to compare with, write --changed=${given}.` : message)), ...told];
  const {results: compared, gone, message} = baseline ? await (task.updateBaseline ? baseline.update(linted) : baseline.apply(linted)) : {results: linted, gone: [], message: ''};
  const results = changed ? compared.map((result) => changed.keep(result)) : compared;
  const piped = done.find(({output}) => output !== undefined)?.output;
  if (piped !== undefined) print(piped);
  if (task.diff) {
    print(done.map(({patch = ''}) => patch).join(''));
    for (const result of results) for (const error of result.errors) printError(`${path.relative(cwd, result.path) || result.path}: ${error}\n`);
  }
  // The repaired text of standard input goes to standard output; the report must not mix with it.
  await writeOutputs(task.outputs, results, {cwd, quiet: task.quiet, compared: baseline !== undefined, gone, show: task.diff ? undefined : piped === undefined ? print : printError});
  printError(message);
  for (const result of results) for (const note of result.notes ?? []) printError(`${result.path.startsWith('<') ? 'stdin' : shown(result.path)}: ${noteText(note)}\n`);
  const failed = results.some((r) => r.errors.length > 0);
  let [errors, warnings] = [0, 0];
  for (const result of results) for (const {severity, baseline: state} of result.findings) if (!state || state === 'new') {
    if (severity === 'error') errors++;
    else warnings++;
  }
  return {errors, warnings, failed};
}

/** The settings of each file; files that are ignored are left out. */
async function plan(files: readonly string[], named: ReadonlySet<string>, settings: ProjectSettings): Promise<Job[]> {
  const jobs: Job[] = [];
  for (const file of files) {
    const {resolved, ignored} = await settings.for(file.startsWith('<') ? path.resolve('stdin') : file);
    if (ignored && !file.startsWith('<')) {
      // Drafts that git does not keep are linted when somebody names them.
      if (!named.has(file)) continue;
      if (!ignored.git) {
        printError(`${shown(file)}: not linted, because ${ignored.why}.\n`);
        continue;
      }
    }
    jobs.push({path: file, ...(resolved.as ? {as: resolved.as} : {}), options: resolved.options, plugins: resolved.plugins});
  }
  return jobs;
}

/** Does the jobs, in worker threads where there are many; what they give is in the order of the jobs. */
async function lintAll(jobs: readonly Job[], task: Task): Promise<Done[]> {
  const cwd = process.cwd();
  const cache = task.cache === undefined ? undefined : await ResultCache.open(task.cache, cwd, version);
  // Workers are started only for what the cache does not know.
  let pool: Promise<Pool> | undefined;
  const run = async (one: Work) => (await (pool ??= openPool(jobs.length, sizeOf(jobs)))).run(one);
  const advance = progress(jobs.length);
  try {
    return await mapInOrder(jobs, MAX_WIDTH, async (job) => {
      const done = await lintFile(job, task, cache, run);
      advance(path.relative(cwd, job.path));
      return done;
    });
  } finally {
    advance();
    await (await pool)?.close();
    try {
      cache?.save();
    } catch (error) {
      printError(`The cache ${shown(task.cache!)} was not written. ${reason(error as NodeJS.ErrnoException, true)}\n`);
    }
  }
}

let writing: Promise<string | undefined> = Promise.resolve(undefined);

/** Bytes of all files. */
const sizeOf = (jobs: readonly Job[]) => jobs.reduce((n, {path: file}) => n + (statSync(file, {throwIfNoEntry: false})?.size ?? 0), 0);

async function lintFile(job: Job, task: Task, cache: ResultCache | undefined, run: (work: Work) => Promise<Answer>): Promise<Done> {
  const {path: file, as, options, plugins} = job;
  const piped = file.startsWith('<');
  try {
    const format = as ?? (piped ? 'text' : formatOf(file));
    const bytes = piped ? await readStdin() : readBytes(file);
    const key = piped ? undefined : cache?.key(bytes, format, options, plugins);
    const known = key === undefined ? undefined : cache!.get(file, key);
    if (format === 'docx') return await lintDocx(file, bytes, job, task, known && unpack(known), (result) => key !== undefined && cache!.set(file, key, pack(result)));
    const {text, encoding} = decode(bytes);
    if (!as && format === 'text') checkText(text);
    const mode = task.diff ? 'diff' : task.fix ? 'fix' : 'lint';
    // Without safe repairs there is nothing to write.
    if (known && (mode === 'lint' || !unpack(known).findings.some((f) => f.tier === 'safe'))) return {result: fileResultOf(file, text, known)};
    const answer = await run({source: text, format, options, plugins, mode});
    if ('problem' in answer) return {result: failure(file, answer.problem)};
    const {result, fixed = text} = answer;
    if (mode === 'diff') return {result: fileResultOf(file, text, result), patch: await patchOf(piped ? 'stdin' : path.relative(process.cwd(), file), text, fixed)};
    if (mode === 'fix' && piped) return {result: fileResultOf(file, fixed, result), output: encode(fixed, encoding).toString('utf8')};
    if (mode === 'fix' && fixed !== text) {
      // One at a time: two paths may lead to one file.
      const problem = await (writing = writing.then(() => write(file, bytes, encode(fixed, encoding))));
      if (!problem) return {result: fileResultOf(file, fixed, result)};
      const before = await run({source: text, format, options, plugins, mode: 'lint'});
      return {result: 'problem' in before ? failure(file, before.problem) : withError(fileResultOf(file, text, before.result), problem)};
    }
    if (key !== undefined && mode === 'lint') cache!.set(file, key, isPacked(result) ? result : pack(result));
    return {result: fileResultOf(file, text, result)};
  } catch (error) {
    if (error instanceof DecodeError || error instanceof FormatError) return {result: failure(file, error.message)};
    if (piped) throw error;
    return {result: failure(file, reason(error as NodeJS.ErrnoException))};
  }
}

/** The copy of a Word file with tracked changes and comments: "report.mtlint.docx" beside "report.docx". */
const copyOf = (file: string) => `${file.replace(/\.docx$/i, '')}.mtlint.docx`;

/** Lints a Word document, in this thread, if its result is not known. Offsets and lines of its findings are those of its text, a line a paragraph. Repairs go into a copy. */
async function lintDocx(file: string, bytes: Buffer, {options: given, plugins}: Job, task: Task, known: LintResult | undefined, keep: (result: LintResult) => void): Promise<Done> {
  if (known && !known.findings.length && !task.diff) return {result: resultOf(file, '', known)};
  const {Docx} = await import('../format/docx.ts');
  const docx = new Docx(bytes, MAX_BYTES);
  const {text} = docx.prose;
  const linted = known ?? lintSource(text, docx.format, plugins.length ? {...given, extraRules: await loadPlugins(plugins)} : given);
  if (!known) keep(linted);
  const result = {...resultOf(file, text, linted), pointAt: docx.pointAt};
  const isSafe = ({tier}: Finding) => tier === 'safe';
  let last = 0;
  const edits = linted.findings.filter(isSafe).map((f) => f.proposals[0]!).filter(({start, end}) => {
    // Of repairs that overlap the first is made.
    if (start < last) return false;
    last = end;
    return true;
  });
  if (task.diff) return {result, patch: await patchOf(file.startsWith('<') ? 'stdin' : path.relative(process.cwd(), file), text, applyEdits(text, edits).text)};
  if (!task.fix || !linted.findings.length) return {result};
  const copy = copyOf(file);
  if (file === '<stdin>') throw new FormatError('The repaired copy of a Word file cannot go to standard output: name the file.');
  if (existsSync(copy)) return {result: withError(result, `\`${path.basename(copy)}\` is there already, and may hold an editor’s work: nothing was written. Move it away and run again.`)};
  const rest = linted.findings.filter((f) => !isSafe(f));
  const notes = rest.map(({start, end, message, note, proposals}) => ({start, end, text: [`${message}.`, note, proposals.length > 1 ? `Or: ${proposals.slice(1, 5).map((p) => p.text.trim() || '(nothing)').join(', ')}` : undefined].filter(Boolean).join(' ')}));
  const problem = await write(file, bytes, Buffer.from(docx.revise(edits, notes, `${new Date().toISOString().slice(0, 19)}Z`)), copy);
  if (problem) return {result: withError(result, problem)};
  printError(`${path.relative(process.cwd(), copy)}: ${edits.length} tracked ${edits.length === 1 ? 'change' : 'changes'}, ${notes.length} ${notes.length === 1 ? 'comment' : 'comments'}\n`);
  return {result: {...result, findings: rest}};
}

function readBytes(file: string): Buffer {
  const {size} = statSync(file);
  if (size > MAX_BYTES) throw new DecodeError(`The file has ${Math.ceil(size / 1024 / 1024)} MB; the limit is ${MAX_BYTES / 1024 / 1024} MB. Split it and lint the parts.`);
  return readFileSync(file);
}

/** Puts new bytes in the place of a file, or of its copy, at once or not at all; returns what kept it from doing so. */
export async function write(file: string, before: Buffer, after: Buffer, copy?: string): Promise<string | undefined> {
  try {
    const real = target(file);
    if (!copy && !(statSync(real).mode & 0o222)) return 'The file is read-only: nothing was repaired. Make it writable and run again.';
    if (!readFileSync(real).equals(before)) return 'The file changed while it was linted: nothing was repaired. Run again.';
    const problem = copy ? undefined : misfit(before, after);
    if (problem) return problem;
    const {default: writeFileAtomic} = await import('write-file-atomic');
    await writeFileAtomic(copy ?? real, after);
    return undefined;
  } catch (error) {
    return `Nothing was repaired. ${reason(error as NodeJS.ErrnoException)}`;
  }
}

async function patchOf(name: string, before: string, after: string): Promise<string> {
  if (before === after) return '';
  const {createTwoFilesPatch} = await import('diff');
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {context: 3, headerOptions: {includeIndex: false, includeUnderline: false, includeFileHeaders: true}});
}

/** A result with one more reason why the file was not linted or repaired as it should be. */
const withError = (result: FileResult, error: string): FileResult => ({...result, errors: [...result.errors, error]});

function failure(file: string, message: string): FileResult {
  return {path: file.startsWith('<') ? file : path.resolve(file), text: '', findings: [], errors: [message], words: 0, machineLikeness: 0, pointAt: () => ({line: 1, column: 1})};
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}
