import {spawn, spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {lint} from '../src/index.ts';

/** What a script of tests/editors/ did in its editor, and what the editor showed. */
interface Did {
  readonly shown: {code: string; line: number; text?: string; message: string}[];
  readonly offered: string[];
  /** The text after the preferred action on one finding, and after all safe repairs. */
  readonly repaired: string;
  readonly all: string;
  readonly left: Did['shown'];
}

const root = path.resolve(import.meta.dirname, '..');
const SEED = path.join(root, 'seeds/victory-day.txt');
const text = readFileSync(SEED, 'utf8');
let project: string;
/** What the command makes of the article. */
let fixed: string;
beforeAll(() => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-editors-')));
  // A project that has mtlint installed.
  mkdirSync(path.join(project, 'node_modules/.bin'), {recursive: true});
  symlinkSync(root, path.join(project, 'node_modules/mtlint'));
  symlinkSync('../mtlint/dist/cli.cjs', path.join(project, 'node_modules/.bin/mtlint'));
  const copy = path.join(project, 'fixed.txt');
  copyFileSync(SEED, copy);
  spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), '--fix', '--no-config', copy]);
  fixed = readFileSync(copy, 'utf8');
  expect(fixed).not.toBe(text);
});
afterAll(() => rmSync(project, {recursive: true, force: true}));

/** Whether a command runs; in CI its lack fails the test. */
const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0 || Boolean(process.env.CI);

/** `cwd`: where the editor is started. */
async function drive(command: string, args: readonly string[], name: string, cwd = project): Promise<Did> {
  const file = path.join(project, `${name}.txt`);
  const did = path.join(project, `${name}.json`);
  copyFileSync(SEED, file);
  const child = spawn(command, args, {cwd, stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, HOME: project, XDG_CONFIG_HOME: project, XDG_DATA_HOME: project, XDG_STATE_HOME: project, XDG_CACHE_HOME: project, MTLINT_FILE: file, MTLINT_WORD: 'dayswhich', MTLINT_DID: did, MTLINT_LEFT: String(lint(fixed).findings.length)}});
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => out += data);
  const status = await new Promise((done) => child.on('exit', done));
  expect({status, out: status === 0 ? '' : out}).toEqual({status: 0, out: ''});
  return JSON.parse(readFileSync(did, 'utf8')) as Did;
}

/** What the editor must show of a text: what the library finds in it. Where something is missing an editor may mark the character before the place. */
const expected = (text: string, widens: boolean) => lint(text).findings.map((f) => ({code: f.ruleId, line: text.slice(0, f.start).split('\n').length, text: f.actual || !widens ? f.actual : text.slice(f.start - 1, f.start), message: f.message}));
const sorted = (all: Did['shown']) => all.map((d) => JSON.stringify([d.line, d.code, d.text, d.message])).sort();

function compare({shown, offered, repaired, all, left}: Did, widens = false): void {
  expect(sorted(shown)).toEqual(sorted(expected(text, widens)));
  expect(offered[0]).toBe('Write “days, which”');
  expect(repaired).toBe(text.replace('dayswhich', 'days, which'));
  expect(all).toBe(fixed);
  expect(sorted(left)).toEqual(sorted(expected(all, widens)));
}

describe('with the settings of editors/', () => {
  const neovim = has('nvim', '--version');
  it.skipIf(!neovim)(neovim ? 'Neovim shows and repairs what the command does' : 'Neovim (skipped: there is no `nvim` here)', async () => {
    compare(await drive('nvim', ['--headless', '-n', '-i', 'NONE', '-u', path.join(root, 'editors/neovim/mtlint.lua'), '-c', `luafile ${path.join(root, 'tests/editors/drive.lua')}`], 'neovim', tmpdir()));
  });

  const emacs = has('emacs', '--batch', '--eval', "(require 'eglot)");
  it.skipIf(!emacs)(emacs ? 'Emacs does' : 'Emacs (skipped: there is no `emacs` with eglot here)', async () => {
    compare(await drive('emacs', ['--batch', '-l', path.join(root, 'editors/emacs/mtlint.el'), '-l', path.join(root, 'tests/editors/drive.el')], 'emacs'), true);
  });
});
