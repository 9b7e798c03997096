import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, realpathSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** A git repository in a folder of its own, untouched by the settings of whoever runs the tests. */
export class Repository {
  readonly folder: string;

  constructor(folder: string = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-git-')))) {
    this.folder = folder;
    mkdirSync(folder, {recursive: true});
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Output of git; throws where it fails. */
  git(...args: string[]): string {
    const {status, stdout, stderr} = spawnSync('git', args, {cwd: this.folder, encoding: 'utf8', env: gitEnvironment});
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  put(name: string, content: string | Buffer): void {
    mkdirSync(path.dirname(path.join(this.folder, name)), {recursive: true});
    writeFileSync(path.join(this.folder, name), content);
  }

  /** Commits everything; returns the commit's id. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** A clone as actions/checkout makes it: one commit deep, detached. */
  checkout(ref: string, depth = 1): Repository {
    const clone = new Repository();
    clone.git('remote', 'add', 'origin', `file://${this.folder}`);
    clone.git('fetch', '--quiet', '--no-tags', `--depth=${depth}`, 'origin', ref);
    clone.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
    return clone;
  }
}

const {GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...outer} = process.env;
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...outer, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com',
};
