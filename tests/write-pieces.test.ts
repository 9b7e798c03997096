import {spawn, spawnSync} from 'node:child_process';
import {chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {inPieces, writePieces} from '../src/cli/write-pieces.ts';

const root = path.resolve(import.meta.dirname, '..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mtlint-pieces-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));
const at = (name: string) => path.join(folder, name);
const mtlint = (...args: string[]) => spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), '--no-config', ...args], {cwd: folder, encoding: 'utf8'});

describe('a file in pieces', () => {
  it('is whole, whatever the pieces', () => {
    const texts = ['a', 'é'.repeat(70_000), '', '\u{1f600}', 'z'];
    writePieces(at('deep/er/x'), texts);
    expect(readFileSync(at('deep/er/x'), 'utf8')).toBe(texts.join(''));
    expect([...inPieces([])]).toEqual([]);
  });
  it('keeps its permissions, whatever the mask of the process', () => {
    writeFileSync(at('x'), 'old');
    chmodSync(at('x'), 0o666);
    const mask = process.umask(0o077);
    writePieces(at('x'), ['new']);
    process.umask(mask);
    expect([readFileSync(at('x'), 'utf8'), statSync(at('x')).mode & 0o777]).toEqual(['new', 0o666]);
  });
  it('is where a link leads, also where that is not yet', () => {
    writeFileSync(at('x'), 'old');
    symlinkSync('x', at('link'));
    symlinkSync('sub/y', at('dangling'));
    for (const name of ['link', 'dangling']) {
      writePieces(at(name), ['new']);
      expect(lstatSync(at(name)).isSymbolicLink(), name).toBe(true);
    }
    expect([readFileSync(at('x'), 'utf8'), readFileSync(at('sub/y'), 'utf8')]).toEqual(['new', 'new']);
  });
  it('leaves what was there, and nothing beside it, after an error', () => {
    writeFileSync(at('x'), 'old');
    const broken = function* () {
      yield 'half '.repeat(50_000);
      throw new Error('no more');
    };
    expect(() => writePieces(at('x'), broken())).toThrow('no more');
    expect([readFileSync(at('x'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['x']]);
  });
  it('is not hindered by what a killed process of the same number left', () => {
    writeFileSync(at(`x.${process.pid}.tmp`), 'half');
    writePieces(at('x'), ['new']);
    expect(readFileSync(at('x'), 'utf8')).toBe('new');
  });
  it('is finished before a signal ends the process', async () => {
    // The pieces take until the signal has come.
    writeFileSync(at('run.ts'), `import {existsSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {writePieces} from ${JSON.stringify(path.join(root, 'src/cli/write-pieces.ts'))};
function* pieces() {
  yield 'one';
  console.log('begun');
  while (!existsSync('sent'));
  yield 'two';
}
await pause(1);
writePieces('x', pieces());
await pause(5000);
`);
    const child = spawn(process.execPath, ['--import', path.join(root, 'node_modules/tsx/dist/loader.mjs'), 'run.ts'], {cwd: folder, stdio: ['ignore', 'pipe', 'inherit']});
    child.stdout.once('data', () => {
      child.kill('SIGTERM');
      setTimeout(() => writeFileSync(at('sent'), ''), 100);
    });
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect([status, readFileSync(at('x'), 'utf8')]).toEqual([143, 'onetwo']);
    expect(readdirSync(folder).sort()).toEqual(['run.ts', 'sent', 'x']);
  }, 30_000);
});

describe('a report', () => {
  const TEXT = 'They defended the hard -won peace.\n';
  it('is written over nothing that is linted, and over neither baseline nor cache', () => {
    writeFileSync(at('a.txt'), TEXT);
    symlinkSync('a.txt', at('link'));
    for (const [file, ...args] of [['a.txt', 'a.txt'], ['link', 'a.txt'], ['a.txt', 'link'], ['c', '--cache-location', 'c', 'a.txt'], ['b', '--update-baseline', '--baseline', 'b', 'a.txt']]) {
      const r = mtlint('--output-file', file!, ...args);
      expect([r.status, r.stdout]).toEqual([2, '']);
      expect(r.stderr).toBe(`error: A report cannot be written to ${at(file!)}: it is linted, or holds the baseline or the cache. Name another file.\n`);
    }
    expect([readFileSync(at('a.txt'), 'utf8'), existsSync(at('c')), existsSync(at('b'))]).toEqual([TEXT, false, false]);
  });
  it('does not share its file with another by way of a link', () => {
    writeFileSync(at('a.txt'), TEXT);
    symlinkSync('r.json', at('link'));
    expect(mtlint('--format', 'json=r.json', '--format', 'sarif=link', 'a.txt').stderr).toContain('Two reports cannot go to one file');
  });
  it('that cannot be written says why in words', () => {
    writeFileSync(at('a.txt'), TEXT);
    symlinkSync('loop', at('loop'));
    mkdirSync(at('d'));
    expect(mtlint('--output-file', 'loop', 'a.txt').stderr).toBe(`error: The report ${at('loop')} could not be written. Links lead round in a circle.\n`);
    expect(mtlint('--output-file', 'a.txt/r', 'a.txt').stderr).toBe(`error: The report ${at('a.txt/r')} could not be written. A file stands where its folder should be.\n`);
    expect(mtlint('--update-baseline', '--baseline', 'none/b', 'a.txt')).toMatchObject({status: 2, stderr: 'error: The baseline none/b was not written. Its folder is not there: make it.\n'});
    expect(mtlint('--update-baseline', '--baseline', 'a.txt/b', 'a.txt')).toMatchObject({status: 2, stderr: 'error: The baseline a.txt/b was not written. A file stands where its folder should be.\n'});
    writeFileSync(at('b.json'), '{"version": 1, "files": {}}\n', {mode: 0o444});
    expect(mtlint('--update-baseline', '--baseline', 'b.json', 'a.txt')).toMatchObject({status: 2, stderr: 'error: The baseline b.json is read-only: it was not written. Make it writable and run again.\n'});
    expect(readFileSync(at('b.json'), 'utf8')).toBe('{"version": 1, "files": {}}\n');
  });
});
