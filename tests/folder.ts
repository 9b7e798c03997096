import {type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach} from 'vitest';

/** The built command. */
export const bin = path.resolve(import.meta.dirname, '../dist/cli.cjs');

/** A text with two findings: fused-words, which is an error, and split-words, which has a safe repair. */
export const BAD = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace.\n';

/** A folder of its own for each test of a file, or for all of them, and the command that runs in it. */
export class Folder {
  /** Absolute path, without links in it; while a test runs. */
  path = '';

  constructor(life: 'test' | 'file') {
    const [before, after] = life === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
    before(() => {
      this.path = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-')));
    });
    after(() => rmSync(this.path, {recursive: true, force: true}));
  }

  at = (name: string): string => path.join(this.path, name);

  /** Writes a file and gives its name back. */
  put = (name: string, content: string | Buffer): string => {
    mkdirSync(path.dirname(this.at(name)), {recursive: true});
    writeFileSync(this.at(name), content);
    return name;
  };

  read = (name: string): string => readFileSync(this.at(name), 'utf8');

  /** Runs the built command in the folder, without colours. */
  mtlint = (args: readonly string[], input: string | Buffer = '', env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [bin, ...args], {cwd: this.path, encoding: 'utf8', input, env: {...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env}, maxBuffer: 1e9});
}
