import {execFile, spawn} from 'node:child_process';
import {appendFileSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import * as v from 'valibot';

/**
 * The GitHub action: makes a command line of the action's inputs and of the event, runs the command that lies
 * beside it, and tells how it went. It needs no token: annotations and the job's summary go through standard output and a file.
 */

/** What is wrong with the inputs: one sentence. */
class InputError extends Error {}

const input = (name: string): string => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
const lines = (name: string): string[] => input(name).split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
/** Text for a workflow command. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const Event = v.object({
  pull_request: v.optional(v.object({base: v.object({sha: v.string()})})),
  merge_group: v.optional(v.object({base_sha: v.string()})),
});

/** Output of git, or undefined where it fails. */
const git = async (...args: string[]): Promise<string | undefined> => {
  try {
    return (await promisify(execFile)('git', args, {maxBuffer: 1e8})).stdout.trim();
  } catch {
    return undefined;
  }
};

/** What GitHub says of the event. */
function readEvent(): v.InferOutput<typeof Event> {
  const file = process.env.GITHUB_EVENT_PATH;
  if (!file) return {};
  try {
    return v.parse(Event, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new InputError(`The event in ${file} (GITHUB_EVENT_PATH) cannot be read: ${(error as Error).message}. Say what to compare with in the input base, or none.`);
  }
}

/**
 * The commit to compare with: the input `base`, or what the event says of a pull request or merge queue; undefined to lint
 * whole files. The checkout may be as shallow as actions/checkout makes it: what is missing is fetched.
 */
async function baseCommit(): Promise<string | undefined> {
  const wanted = input('base');
  if (wanted === 'none') return undefined;
  if (wanted) {
    await reach(wanted);
    return wanted;
  }
  const event = readEvent();
  const base = event.pull_request?.base.sha ?? event.merge_group?.base_sha;
  if (!base) return undefined;
  // actions/checkout takes the merge of a pull request into its base: its first parent is what it is merged into.
  const parents = [...((await git('cat-file', 'commit', 'HEAD')) ?? '').matchAll(/^parent ([0-9a-f]+)$/gm)].map((m) => m[1]!);
  if (parents.length !== 2 || !event.pull_request) {
    await reach(base);
    return base;
  }
  if (!(await git('merge-base', parents[0]!, 'HEAD'))) {
    const head = await git('rev-parse', 'HEAD');
    await git('fetch', '--quiet', '--no-tags', '--depth=2', 'origin', head!);
  }
  return parents[0];
}

/** Fetches what a shallow clone lacks of the way from a base to the last commit. That it fails is reported when the base is used. */
async function reach(base: string): Promise<void> {
  if (base.startsWith('-') || (await git('merge-base', base, 'HEAD'))) return;
  if ((await git('rev-parse', '--is-shallow-repository')) === 'true') await git('fetch', '--quiet', '--no-tags', '--unshallow', 'origin');
  if (!(await git('merge-base', base, 'HEAD'))) await git('fetch', '--quiet', '--no-tags', 'origin', base);
}

/** A path as the command takes it for a path, also where it looks like an option or a command. */
const argument = (given: string): string => (/^[^/\\]*$/.test(given) && !/^\.{1,2}$/.test(given) ? `./${given}` : given);

async function main(): Promise<number> {
  const failOn = input('fail-on') || 'error';
  if (!['error', 'warning', 'never'].includes(failOn)) throw new InputError(`The input fail-on is error, warning or never, not “${failOn}”.`);
  const formats = lines('format').flatMap((line) => line.split(',')).map((f) => f.trim()).filter(Boolean);
  const open = formats.find((f) => !f.includes('='));
  if (open) throw new InputError(`The input format writes further reports into files: write ${open}=FILE.`);
  const folder = process.env.RUNNER_TEMP || tmpdir();
  const sarif = input('sarif-file') || path.join(folder, 'mtlint.sarif');
  const results = path.join(folder, `mtlint-${process.pid}.json`);
  const base = await baseCommit();
  const args = [
    ...['github', `sarif=${sarif}`, `json=${results}`, ...formats].flatMap((f) => ['--format', f]),
    ...(base ? [`--changed=${base}`] : []),
    ...(failOn === 'warning' ? ['--max-warnings', '0'] : []),
    ...(input('baseline') ? ['--baseline', input('baseline')] : []),
    '--', ...(lines('paths').length ? lines('paths') : ['.']).map(argument),
  ];
  const {status, errorText} = await run(path.join(import.meta.dirname, 'dist/cli.cjs'), args);
  if (status === null || status > 2) throw new Error(errorText || 'mtlint ended without a result.');
  // What is wrong with the run comes last; errors of files are annotations, and the rest are notes.
  const at = errorText.search(/^error: /m);
  const notes = (at < 0 ? errorText : errorText.slice(0, at)).split('\n').filter(Boolean);
  process.stdout.write(notes.map((line) => `mtlint: ${line}\n`).join(''));
  if (at >= 0) process.stdout.write(`::error title=mtlint::${data(errorText.slice(at + 'error: '.length))}\n`);
  setOutputs(sarif, results);
  return status === 1 && failOn === 'never' ? 0 : status;
}

async function run(command: string, args: readonly string[]): Promise<{status: number | null; errorText: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {stdio: ['ignore', 'inherit', 'pipe']});
    let errorText = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => { errorText += chunk; });
    child.on('error', reject);
    child.on('close', (status) => resolve({status, errorText: errorText.trim()}));
  });
}

const Results = v.array(v.object({errorCount: v.number(), warningCount: v.number()}));

/** Outputs of the step: where the SARIF file is, and how many errors and warnings there are. */
function setOutputs(sarif: string, file: string): void {
  if (!process.env.GITHUB_OUTPUT) return;
  let results: v.InferOutput<typeof Results>;
  try {
    results = v.parse(Results, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return;
  }
  const errors = results.reduce((n, r) => n + r.errorCount, 0);
  const warnings = results.reduce((n, r) => n + r.warningCount, 0);
  appendFileSync(process.env.GITHUB_OUTPUT, `sarif=${sarif}\nerrors=${errors}\nwarnings=${warnings}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stdout.write(`::error title=mtlint::${data((error as Error).message)}\n`);
  process.exitCode = 2;
}
