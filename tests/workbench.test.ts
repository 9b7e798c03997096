/**
 * The packed extension in VS Code itself: its server and workbench, in a browser without a window. Skipped where the variable MTLINT_VSCODE does
 * not name VS Code's `server-main.js`; CONTRIBUTING.md says how to get it.
 */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {type AddressInfo, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {fix, lint} from '../src/index.ts';
import {chromium, Tab} from './browser/chromium.ts';
import {pickIn, statusOf} from './vscode/workbench.ts';

const root = path.resolve(import.meta.dirname, '..');
const main = process.env.MTLINT_VSCODE ?? '';
const seed = readFileSync(path.join(root, 'seeds/victory-day.txt'), 'utf8');
const DRAFT = 'The visit lasts four dayswhich includes the parade.\n';
const SECONDS = 120_000;

describe.skipIf(!main || !chromium)('in VS Code, in a folder that is not trusted', () => {
  let folder: string;
  let server: ChildProcess;
  let tab: Tab;
  const inFolder = (name: string) => path.join(folder, 'work', name);

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-workbench-')));
    mkdirSync(path.join(folder, 'work'));
    writeFileSync(inFolder('article.txt'), seed);
    writeFileSync(inFolder('draft.md'), DRAFT);
    execFileSync(process.execPath, [path.join(root, 'node_modules/tsx/dist/cli.mjs'), path.join(root, 'scripts/package-vscode.ts')], {cwd: root, stdio: 'pipe'});
    const at = ['--server-data-dir', path.join(folder, 'data'), '--extensions-dir', path.join(folder, 'extensions'), '--accept-server-license-terms', '--telemetry-level', 'off'];
    execFileSync(process.execPath, [main, ...at, '--install-extension', path.join(root, 'editors/vscode/mtlint.vsix')], {stdio: 'pipe'});
    const port = await new Promise<number>((done) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const {port} = probe.address() as AddressInfo;
        probe.close(() => done(port));
      });
    });
    server = spawn(process.execPath, [main, ...at, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token'], {stdio: 'ignore', detached: true});
    const url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(path.join(folder, 'work'))}`;
    await until(async () => (await fetch(url).catch(() => undefined))?.ok);
    tab = await Tab.open(url, {width: 1400, height: 900});
    await shows('.monaco-workbench .explorer-folders-view .monaco-list-row');
    // Nobody trusts the folder: the extension works there all the same.
    await shows('.monaco-dialog-box .monaco-button', 'No, I don\'t trust');
    await tab.evaluate(`[...document.querySelectorAll('.monaco-dialog-box .monaco-button')].find(({textContent}) => textContent.startsWith('No')).click()`);
    await until(() => tab.evaluate<boolean>(`!document.querySelector('.monaco-dialog-box')`), 'the dialog to close');
  }, 2 * SECONDS);
  afterAll(async () => {
    await tab?.close();
    if (server?.pid) process.kill(-server.pid, 'SIGKILL');
    if (folder) rmSync(folder, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
  });

  async function until(holds: () => unknown, what = ''): Promise<void> {
    const late = Date.now() + SECONDS / 4;
    while (!await holds()) {
      if (Date.now() > late) {
        const picture = path.join(tmpdir(), 'mtlint-workbench.png');
        if (tab) writeFileSync(picture, await tab.screenshot());
        throw new Error(`Waited for ${what}; ${picture} shows the window.`);
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  const shows = (selector: string, text = '') => tab.shows(selector, text);
  const pick = (keys: string, text: string, row = text) => pickIn(tab, keys, text, row);
  const open = async (name: string) => {
    await pick('Control+P', name);
    await shows('.tab.active', name);
  };
  async function saves(name: string, text: string): Promise<void> {
    const before = readFileSync(inFolder(name), 'utf8');
    // The repair may come after the first key; and VS Code empties a file before it writes.
    await until(async () => {
      await tab.press('Control+S');
      return !['', before].includes(readFileSync(inFolder(name), 'utf8'));
    }, `${name} to be saved`);
    expect(readFileSync(inFolder(name), 'utf8')).toBe(text);
  }

  it('shows what the engine finds, and the source language, and repairs what is safe', async () => {
    await open('article.txt');
    await shows('.statusbar-item', statusOf(lint(seed)));
    await tab.press('Control+Shift+M');
    await shows('.markers-panel .monaco-list-row', 'Unexpected `Weal and Envis Hisap`, expected `weal and woe`');
    await pick('F1', 'mtlint: Repair All That Is Safe');
    await saves('article.txt', fix(seed).text);
  }, SECONDS);

  it('repairs one place with the preferred proposal', async () => {
    await open('draft.md');
    await shows('.statusbar-item', 'mtlint 1');
    await pick('Control+G', `:1:${DRAFT.indexOf('dayswhich') + 3}`, '');
    await tab.press('Control+.');
    await shows('.action-widget .monaco-list-row.focused', 'Write “days, which”');
    await tab.press('Enter');
    await saves('draft.md', DRAFT.replace('dayswhich', 'days, which'));
  }, SECONDS);
});
