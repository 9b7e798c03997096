import {spawn} from 'node:child_process';
import {realpathSync} from 'node:fs';
import path from 'node:path';
import {type FileResult, withFindings} from '../report/result.ts';

/** Why it cannot be told what changed: what is wrong and what to do. */
export class ChangedError extends Error {}

/** Lines from 1, both ends belonging; ascending, apart from each other. */
type Ranges = readonly (readonly [first: number, last: number])[];

/** Lines that were added or changed, by file. */
export class ChangedLines {
  /** By absolute path without links; "all" for files that are new or that git cannot compare by lines. */
  readonly #files: ReadonlyMap<string, Ranges | 'all'>;

  constructor(files: ReadonlyMap<string, Ranges | 'all'>) {
    this.#files = files;
  }

  #of(file: string): Ranges | 'all' | undefined {
    try {
      return this.#files.get(realpathSync(file));
    } catch {
      return undefined;
    }
  }

  has(file: string): boolean {
    return this.#of(file) !== undefined;
  }

  /** A result with those findings only that touch a changed line. */
  keep(result: FileResult): FileResult {
    const ranges = this.#of(result.path) ?? (result.path.startsWith('<') ? 'all' : []);
    if (ranges === 'all') return result;
    const touched = ({start, end}: {readonly start: number; readonly end: number}) => {
      const first = result.pointAt(start).line;
      const last = result.pointAt(Math.max(start, end - 1)).line;
      let low = 0;
      let high = ranges.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ranges[middle]![1] < first) low = middle + 1;
        else high = middle;
      }
      return low < ranges.length && ranges[low]![0] <= last;
    };
    return withFindings(result, result.findings.filter(touched), result.suppressed?.filter((s) => touched(s.finding)));
  }
}

/**
 * What differs in the working tree from the last commit, or, with a base, from where the base and the last commit part;
 * files that git does not know and does not ignore are new. Renames are followed. Throws a {@link ChangedError}.
 */
export async function changedLines(base: string, cwd: string): Promise<ChangedLines> {
  const inside = await git(['rev-parse', '--show-toplevel'], cwd);
  if (inside.status !== 0) throw new ChangedError(/not a git repository|must be run in a work tree/.test(inside.stderr) ? `--changed needs a git repository, and ${cwd} is in none.` : `--changed: ${said(inside)}`);
  const top = realpathSync(inside.stdout.replace(/\r?\n$/, ''));
  const from = await startOf(base, top);
  const [diff, untracked] = await Promise.all([
    git(['diff', '--unified=0', '--inter-hunk-context=0', '--find-renames', '--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--ignore-submodules=all', '--src-prefix=a/', '--dst-prefix=b/', from, '--'], top),
    git(['ls-files', '--others', '--exclude-standard', '-z'], top),
  ]);
  for (const answer of [diff, untracked]) if (answer.status !== 0) throw new ChangedError(`--changed: ${said(answer)}`);
  const files = new Map<string, Ranges | 'all'>();
  const {parsePatch} = await import('diff');
  for (const {newFileName, hunks, isBinary} of parsePatch(diff.stdout)) {
    if (!newFileName?.startsWith('b/')) continue;
    const ranges = hunks.filter((h) => h.newLines > 0).map((h) => [h.newStart, h.newStart + h.newLines - 1] as const);
    if (isBinary) files.set(path.join(top, newFileName.slice(2)), 'all');
    else if (ranges.length) files.set(path.join(top, newFileName.slice(2)), ranges);
  }
  for (const name of untracked.stdout.split('\0')) if (name) files.set(path.join(top, name), 'all');
  return new ChangedLines(files);
}

/** The commit or tree to compare with. */
async function startOf(base: string, top: string): Promise<string> {
  const commit = async (name: string) => {
    const {status, stdout} = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], top);
    return status === 0 ? stdout.trim() : undefined;
  };
  const head = await commit('HEAD');
  if (!base) return head ?? (await git(['hash-object', '-t', 'tree', '--stdin'], top)).stdout.trim();
  const shallow = (await git(['rev-parse', '--is-shallow-repository'], top)).stdout.trim() === 'true';
  // A branch that was never checked out here is known by its remote name only.
  const found = (await commit(base)) ?? (await commit(`origin/${base}`));
  if (!found) throw new ChangedError(`There is no commit \`${base}\` here, so --changed cannot compare with it.${shallow ? ' This is a shallow clone: fetch more with `git fetch --unshallow`, or on GitHub set `fetch-depth: 0` for actions/checkout.' : ' Fetch it with `git fetch origin`, or check its name.'}`);
  if (!head) throw new ChangedError(`There is no commit yet to compare with \`${base}\`.`);
  const parting = await git(['merge-base', found, head], top);
  if (parting.status === 0) return parting.stdout.trim();
  throw new ChangedError(shallow
    ? `This shallow clone does not reach back to where \`${base}\` and the last commit part, so --changed cannot compare them. Fetch more with \`git fetch --unshallow\`, or on GitHub set \`fetch-depth: 0\` for actions/checkout.`
    : `\`${base}\` and the last commit have no history in common, so --changed cannot compare them.`);
}

interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const said = ({stderr}: Answer) => stderr.trim().split('\n')[0] || 'git failed without saying why.';

/** Runs git without a shell and with messages in English. Throws a {@link ChangedError} where there is no git. */
function git(args: readonly string[], cwd: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-c', 'core.quotePath=false', ...args], {cwd, env: {...process.env, LC_ALL: 'C'}, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true});
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => reject(new ChangedError(error.code === 'ENOENT' ? '--changed needs git, and it is not installed.' : `--changed: git could not be run: ${error.message}`)));
    child.on('close', (status) => resolve({status, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8')}));
  });
}
