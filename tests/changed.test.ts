import {spawnSync} from 'node:child_process';
import {mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {gitEnvironment, Repository} from './repository.ts';

const bin = path.resolve(import.meta.dirname, '../dist/cli.cjs');
const OLD = 'The talks ended four dayswhich is long.\n';
const SOUND = 'The minister said on Monday that the talks would go on.\n';
const NEW = 'They defended it threeyears ago.\n';

const run = (folder: string, args: string[], env: NodeJS.ProcessEnv = {}) => spawnSync(process.execPath, [bin, ...args], {cwd: folder, encoding: 'utf8', input: '', env: {...gitEnvironment, ...env}});
/** What is found, as "file:line text". */
function found(folder: string, ...args: string[]): string[] {
  const r = run(folder, ['--format', 'json', ...args]);
  if (r.status === 2) throw new Error(r.stderr || r.stdout);
  return (JSON.parse(r.stdout) as {filePath: string; messages: {line: number; message: string}[]}[]).flatMap((f) => f.messages.map((m) => `${path.relative(realpathSync(folder), f.filePath)}:${m.line} ${/`(.*?)`/.exec(m.message)![1]}`));
}

let repository: Repository;
const folders: string[] = [];
beforeEach(() => {
  repository = new Repository();
  folders.push(repository.folder);
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});
const {put, commit, git} = {put: (...a: Parameters<Repository['put']>) => repository.put(...a), commit: (m: string) => repository.commit(m), git: (...a: string[]) => repository.git(...a)};

describe('--changed', () => {
  it('reports what is not committed yet: changed lines, staged or not, and new files', () => {
    put('a.txt', OLD + SOUND);
    put('same.txt', OLD);
    put('.gitignore', 'ignored.txt\n');
    commit('one');
    put('a.txt', OLD + NEW + SOUND);
    put('b.txt', OLD);
    git('add', 'b.txt');
    put('deep/c.txt', OLD);
    put('ignored.txt', OLD);
    expect(found(repository.folder, '--changed')).toEqual(['a.txt:2 threeyears', 'b.txt:1 dayswhich', 'deep/c.txt:1 dayswhich']);
    expect(found(repository.folder, '--changed', 'a.txt', 'same.txt')).toEqual(['a.txt:2 threeyears']);
    expect(found(path.join(repository.folder, 'deep'), '--changed')).toEqual(['c.txt:1 dayswhich']);
    expect(found(path.join(repository.folder, 'deep'), '--changed', '..')).toHaveLength(3);
  });
  it('counts only what it reports', () => {
    put('a.txt', OLD + SOUND);
    commit('one');
    put('a.txt', `${OLD}${SOUND}${SOUND}`);
    const r = run(repository.folder, ['--changed', '--max-warnings', '0']);
    expect(r.status).toBe(0);
    expect(r.stdout).toContain('No findings');
  });
  it('compares with where the branch left its base', () => {
    put('a.txt', OLD);
    put('moved.txt', `${SOUND.repeat(8)}${OLD}`);
    commit('one');
    git('checkout', '--quiet', '-b', 'draft');
    put('a.txt', OLD + NEW);
    renameSync(path.join(repository.folder, 'moved.txt'), path.join(repository.folder, 'to.txt'));
    put('to.txt', `${SOUND.repeat(8)}${OLD}${NEW}`);
    commit('two');
    git('checkout', '--quiet', 'main');
    put('a.txt', `${SOUND}${OLD}`);
    commit('three');
    git('checkout', '--quiet', 'draft');
    expect(found(repository.folder, '--changed=main')).toEqual(['a.txt:2 threeyears', 'to.txt:10 threeyears']);
    expect(found(repository.folder, '--changed')).toEqual([]);
  });
  it('reads names and texts that look like a patch, and takes no option from git’s settings', () => {
    const names = ['a b.txt', '-dash.txt', 'q"uo\'te.txt', 'line\nbreak.txt', 'tab\there.txt', 'b/é.txt', '日本.txt', '--- a', 'back\\slash.txt', ' lead.txt'].map((n) => (n.endsWith('.txt') ? n : `${n}.txt`));
    for (const name of names) put(name, `--- a/x\n+++ b/y\n\n${SOUND}`);
    commit('one');
    for (const name of names) put(name, `--- a/x\n++ b/y\n@@ -1 +1 @@\ndiff --git a/x b/x\n\n${SOUND}${OLD}`);
    for (const [key, value] of [['diff.noprefix', 'true'], ['diff.mnemonicPrefix', 'true'], ['color.ui', 'always'], ['diff.renames', 'false'], ['diff.external', 'false'], ['diff.relative', 'true'], ['diff.interHunkContext', '50']]) git('config', key!, value!);
    expect(found(repository.folder, '--changed')).toEqual(names.map((n) => `${n}:7 dayswhich`).sort());
  });
  it('takes files whose lines git cannot compare as new, and follows links', () => {
    put('wide.txt', Buffer.from(`\ufeff${OLD}`, 'utf16le'));
    commit('one');
    put('wide.txt', Buffer.from(`\ufeff${OLD}${NEW}`, 'utf16le'));
    symlinkSync('wide.txt', path.join(repository.folder, 'link.txt'));
    expect(found(repository.folder, '--changed', 'wide.txt')).toEqual(['wide.txt:1 dayswhich', 'wide.txt:2 threeyears']);
    const link = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-link-'))), 'here');
    folders.push(path.dirname(link));
    symlinkSync(repository.folder, link);
    expect(found(link, '--changed', 'wide.txt')).toHaveLength(2);
  });
  it('works before the first commit', () => {
    put('a.txt', OLD);
    expect(found(repository.folder, '--changed')).toEqual(['a.txt:1 dayswhich']);
    git('add', 'a.txt');
    expect(found(repository.folder, '--changed')).toEqual(['a.txt:1 dayswhich']);
  });
  it('takes a word behind a space for a path', () => {
    put('a.txt', OLD);
    put('b.txt', OLD);
    expect(found(repository.folder, '--changed', 'b.txt')).toEqual(['b.txt:1 dayswhich']);
    expect(run(repository.folder, ['--changed', 'draft']).stdout).toContain('There is no such file or folder. If it is what to compare with, write --changed=draft.');
  });
  it('is content with folders and patterns in which nothing changed, not with paths that lead nowhere', () => {
    put('pictures/a.png', 'x');
    commit('one');
    expect(run(repository.folder, ['--changed', 'pictures', '*.none']).status).toBe(0);
    expect(run(repository.folder, ['--changed', 'gone.txt']).status).toBe(2);
  });
});

describe('--changed in a shallow clone', () => {
  it('works where the history reaches back far enough, and says what to do where it does not', () => {
    put('a.txt', OLD);
    const base = commit('one');
    put('a.txt', OLD + NEW);
    commit('two');
    const deep = repository.checkout('main', 2);
    const shallow = repository.checkout('main', 1);
    folders.push(deep.folder, shallow.folder);
    expect(found(deep.folder, `--changed=${base}`)).toEqual(['a.txt:2 threeyears']);
    const r = run(shallow.folder, [`--changed=${base}`]);
    expect(r.status).toBe(2);
    expect(r.stderr).toMatch(/^error: There is no commit `[0-9a-f]{40}` here.*shallow clone.*fetch-depth: 0/);
    shallow.git('fetch', '--quiet', '--depth=1', 'origin', base);
    expect(run(shallow.folder, [`--changed=${base}`]).stderr).toMatch(/does not reach back.*--unshallow/);
  });
  it('knows a branch by its remote name', () => {
    put('a.txt', OLD);
    commit('one');
    const clone = path.join(repository.folder, '../', `${path.basename(repository.folder)}-clone`);
    folders.push(clone);
    git('branch', 'release');
    git('clone', '--quiet', repository.folder, clone);
    expect(found(clone, '--changed=release')).toEqual([]);
  });
});

describe('--changed says what keeps it from working', () => {
  it('no repository, no such base, no git, nothing in common', () => {
    const outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-plain-')));
    folders.push(outside);
    expect(run(outside, ['--changed']).stderr).toMatch(/needs a git repository/);
    put('a.txt', OLD);
    expect(run(repository.folder, ['--changed=main']).stderr).toMatch(/no commit/);
    commit('one');
    for (const base of ['nope', '--output=x', '-n', 'a b', 'main..HEAD']) {
      const r = run(repository.folder, [`--changed=${base}`]);
      expect(r.stderr, base).toContain(`There is no commit \`${base}\` here`);
      expect(r.status).toBe(2);
    }
    expect(run(repository.folder, ['--changed'], {PATH: '/nowhere'}).stderr).toMatch(/git, and it is not installed/);
    git('checkout', '--quiet', '--orphan', 'other');
    commit('alone');
    expect(run(repository.folder, ['--changed=main']).stderr).toMatch(/no history in common/);
  });
  it('--fix, which repairs whole files', () => {
    for (const option of ['--fix', '--diff']) expect(run(repository.folder, ['--changed', option]).stderr).toMatch(/name the files to repair/);
  });
});
