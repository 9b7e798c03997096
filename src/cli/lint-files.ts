import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {languageName} from '../engine/languages.ts';
import type {LintResult} from '../engine/lint.ts';
import {fixSource, lintSource, type SourceOptions} from '../engine/source.ts';
import {applyEdits} from '../fix/apply.ts';
import {FormatError} from '../format/format.ts';
import {formatOf, loadFormat} from '../format/registry.ts';
import type {Finding} from '../rule/run.ts';
import {type FileResult, pointsOf} from '../report/result.ts';
import {changedLines} from './changed.ts';
import {DecodeError, decode, encode, MAX_BYTES} from './decode.ts';
import {findFiles, target} from './files.ts';
import {type Output, writeOutputs} from './outputs.ts';
import {progress} from './progress.ts';

export interface Task {
  readonly fix: boolean;
  readonly diff: boolean;
  readonly outputs: readonly Output[];
  readonly quiet: boolean;
  /** Id of the format of all files; by their names if absent. */
  readonly as?: string;
  /** Report only lines that differ from this commit; from the last one, if empty. */
  readonly changed?: string;
}

export interface Outcome {
  readonly errors: number;
  readonly warnings: number;
  /** A path or file could not be linted or written. */
  readonly failed: boolean;
}

/** Above this score the source language is named in the report. */
const SURE = 0.5;

/** Lints what the paths name, repairs or prints it as asked, and tells how it went. */
export async function lintFiles(paths: readonly string[], options: SourceOptions, task: Task): Promise<Outcome> {
  const cwd = process.cwd();
  const changed = task.changed === undefined ? undefined : await changedLines(task.changed, cwd);
  const found = await findFiles(paths, cwd);
  const files = changed ? found.files.filter((file) => changed.has(file)) : found.files;
  const lost = changed ? found.errors.filter((error) => !error.empty) : found.errors;
  let results: FileResult[] = lost.map(({path: given, message}) => failure(given, message));
  const patches: string[] = [];
  const advance = progress(files.length);
  for (const file of files) {
    results.push(await lintFile(file, options, task, patches));
    advance(path.relative(cwd, file));
  }
  advance();
  const stdin = paths.includes('-');
  let piped: string | undefined;
  if (stdin) {
    const bytes = await readStdin();
    try {
      if (task.as === 'docx') results.push(await lintDocx('<stdin>', bytes, options, task, patches));
      else {
        const {text, encoding} = decode(bytes);
        const format = await loadFormat(task.as ?? 'text');
        const fixed = task.fix || task.diff ? fixSource(text, format, options) : undefined;
        if (fixed && task.diff) await addPatch(patches, 'stdin', text, fixed.source);
        else if (fixed) piped = encode(fixed.source, encoding).toString('utf8');
        results.push(piped !== undefined && fixed ? resultOf('<stdin>', fixed.source, fixed.result) : resultOf('<stdin>', text, lintSource(text, format, options)));
      }
    } catch (error) {
      if (!(error instanceof DecodeError || error instanceof FormatError)) throw error;
      results.push(failure('<stdin>', error.message));
    }
  }
  if (changed) results = results.map((result) => changed.keep(result));
  if (piped !== undefined) process.stdout.write(piped);
  if (task.diff) {
    process.stdout.write(patches.join(''));
    for (const result of results) for (const error of result.errors) process.stderr.write(`${path.relative(cwd, result.path) || result.path}: ${error}\n`);
  }
  // The repaired text of standard input goes to standard output; the report must not mix with it.
  await writeOutputs(task.outputs, results, {cwd, quiet: task.quiet, stream: task.diff ? undefined : piped === undefined ? process.stdout : process.stderr});
  const failed = results.some((r) => r.errors.length > 0);
  const count = (severity: string) => results.reduce((n, r) => n + r.findings.filter((f) => f.severity === severity).length, 0);
  return {errors: count('error'), warnings: count('warn'), failed};
}

async function lintFile(file: string, options: SourceOptions, task: Task, patches: string[]): Promise<FileResult> {
  try {
    const id = task.as ?? formatOf(file);
    const {size} = statSync(file);
    if (size > MAX_BYTES) throw new DecodeError(`The file has ${Math.round(size / 1024 / 1024)} MB; the limit is ${MAX_BYTES / 1024 / 1024} MB. Split it and lint the parts.`);
    const bytes = readFileSync(file);
    if (id === 'docx') return await lintDocx(file, bytes, options, task, patches);
    const {text, encoding} = decode(bytes);
    const format = await loadFormat(id);
    if (!task.fix && !task.diff) return resultOf(file, text, lintSource(text, format, options));
    const fixed = fixSource(text, format, options);
    if (task.diff) {
      await addPatch(patches, path.relative(process.cwd(), file), text, fixed.source);
      return resultOf(file, text, lintSource(text, format, options));
    }
    if (fixed.source !== text) {
      const problem = await write(file, bytes, encode(fixed.source, encoding));
      if (problem) return {...resultOf(file, text, lintSource(text, format, options)), errors: [problem]};
    }
    return resultOf(file, fixed.source, fixed.result);
  } catch (error) {
    return failure(file, error instanceof DecodeError || error instanceof FormatError ? error.message : reason(error as NodeJS.ErrnoException));
  }
}

/** The copy of a Word file with tracked changes and comments: "report.mtlint.docx" beside "report.docx". */
const copyOf = (file: string) => `${file.replace(/\.docx$/i, '')}.mtlint.docx`;

/** Lints a Word document. Offsets and lines of its findings are those of its text, a line a paragraph. Repairs go into a copy. */
async function lintDocx(file: string, bytes: Buffer, options: SourceOptions, task: Task, patches: string[]): Promise<FileResult> {
  const {Docx} = await import('../format/docx.ts');
  const docx = new Docx(bytes, MAX_BYTES);
  const {text} = docx.prose;
  const linted = lintSource(text, docx.format, options);
  const result = {...resultOf(file, text, linted), pointAt: docx.pointAt};
  const isSafe = ({tier}: Finding) => tier === 'safe';
  let last = 0;
  const edits = linted.findings.filter(isSafe).map((f) => f.proposals[0]!).filter(({start, end}) => {
    // Of repairs that overlap the first is made.
    if (start < last) return false;
    last = end;
    return true;
  });
  if (task.diff) await addPatch(patches, path.relative(process.cwd(), file), text, applyEdits(text, edits).text);
  if (!task.fix || !linted.findings.length) return result;
  const copy = copyOf(file);
  if (file === '<stdin>') throw new FormatError('The repaired copy of a Word file cannot go to standard output: name the file.');
  if (existsSync(copy)) return {...result, errors: [`\`${path.basename(copy)}\` is there already, and may hold an editor’s work: nothing was written. Move it away and run again.`]};
  const rest = linted.findings.filter((f) => !isSafe(f));
  const notes = rest.map(({start, end, message, note, proposals}) => ({start, end, text: [`${message}.`, note, proposals.length > 1 ? `Or: ${proposals.slice(1, 5).map((p) => p.text.trim() || '(nothing)').join(', ')}` : undefined].filter(Boolean).join(' ')}));
  const problem = await write(file, bytes, Buffer.from(docx.revise(edits, notes, `${new Date().toISOString().slice(0, 19)}Z`)), copy);
  if (problem) return {...result, errors: [problem]};
  process.stderr.write(`${path.relative(process.cwd(), copy)}: ${edits.length} tracked ${edits.length === 1 ? 'change' : 'changes'}, ${notes.length} ${notes.length === 1 ? 'comment' : 'comments'}\n`);
  return {...result, findings: rest};
}

/** Puts new bytes in the place of a file, or of its copy, at once or not at all; returns what kept it from doing so. */
async function write(file: string, before: Buffer, after: Buffer, copy?: string): Promise<string | undefined> {
  try {
    const real = target(file);
    if (!copy && !(statSync(real).mode & 0o222)) return 'The file is read-only: nothing was repaired. Make it writable and run again.';
    if (!readFileSync(real).equals(before)) return 'The file changed while it was linted: nothing was repaired. Run again.';
    const {default: writeFileAtomic} = await import('write-file-atomic');
    await writeFileAtomic(copy ?? real, after);
    return undefined;
  } catch (error) {
    return `Nothing was repaired. ${reason(error as NodeJS.ErrnoException)}`;
  }
}

async function addPatch(patches: string[], name: string, before: string, after: string): Promise<void> {
  if (before === after) return;
  const {createTwoFilesPatch} = await import('diff');
  patches.push(createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {context: 3, headerOptions: {includeIndex: false, includeUnderline: false, includeFileHeaders: true}}));
}

function resultOf(file: string, text: string, {findings, failures, words, machineLikeness, sourceLanguage}: LintResult): FileResult {
  return {
    path: file, text, findings, words, machineLikeness, pointAt: pointsOf(text),
    ...(sourceLanguage && sourceLanguage.score >= SURE ? {from: languageName(sourceLanguage.language)} : {}),
    errors: failures.map(({ruleId, error}) => `The rule ${ruleId} failed on this text (${error.message}): its findings are missing. Please report it.`),
  };
}

function failure(file: string, message: string): FileResult {
  return {path: file.startsWith('<') ? file : path.resolve(file), text: '', findings: [], errors: [message], words: 0, machineLikeness: 0, pointAt: () => ({line: 1, column: 1})};
}

function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES': case 'EPERM': return 'Access was denied: check the permissions.';
    case 'ENOENT': return 'The file is gone.';
    case 'EISDIR': return 'This is a folder.';
    case 'ENOSPC': return 'The disk is full.';
    case 'EROFS': return 'The disk is read-only.';
    default: return error.message;
  }
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
