import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {EXTENSIONS} from '../src/format/registry.ts';
import {gitEnvironment, Repository} from './repository.ts';

const root = path.resolve(import.meta.dirname, '..');
const OLD = 'The talks ended four dayswhich is long.\n';
const SOUND = 'The minister said on Monday that the talks would go on.\n';
const NEW = 'They met four dayswhich was long.\n';

interface Definition {readonly inputs: Record<string, {default?: string}>; readonly outputs: Record<string, object>; readonly runs: {using: string; main: string}}
const definition = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Definition;

/** Where the action lies: copied away from this repository, so that nothing of it can be found by chance. */
let installed: string;
/** RUNNER_TEMP. */
let runner: string;
/** A repository with a pull request: main, a branch, and the merge that GitHub makes of both. */
let origin: Repository;
let base: string;
let head: string;
let merge: string;
const folders: string[] = [];

beforeAll(() => {
  const built = spawnSync('npx', ['tsx', 'scripts/package-action.ts'], {cwd: root, encoding: 'utf8'});
  expect(built.stderr).toBe('');
  installed = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-action-')));
  runner = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-runner-')));
  cpSync(path.join(root, 'action'), path.join(installed, 'action'), {recursive: true});
  origin = new Repository();
  folders.push(installed, runner, origin.folder);
  origin.put('drafts/a.txt', OLD + SOUND);
  origin.put('drafts/same.txt', OLD);
  origin.put('drafts/moved.txt', SOUND.repeat(8) + OLD);
  base = origin.commit('one');
  origin.git('checkout', '--quiet', '-b', 'draft');
  origin.put('drafts/a.txt', OLD + SOUND + NEW);
  origin.git('mv', 'drafts/moved.txt', 'drafts/to.txt');
  origin.put('drafts/new one.txt', OLD);
  head = origin.commit('two');
  origin.git('checkout', '--quiet', 'main');
  origin.put('drafts/other.txt', OLD);
  origin.commit('main goes on');
  origin.git('checkout', '--quiet', '--detach', 'main');
  origin.git('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into main`, 'draft');
  merge = origin.git('rev-parse', 'HEAD');
  origin.git('update-ref', 'refs/pull/7/merge', merge);
  origin.git('update-ref', 'refs/pull/7/head', head);
  origin.git('checkout', '--quiet', 'main');
}, 240_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/** The event as GitHub writes it for a pull request from a fork. */
const pullRequest = () => ({
  action: 'synchronize', number: 7, before: base, after: head,
  pull_request: {
    number: 7, state: 'open', title: 'Drafts', merge_commit_sha: merge, draft: false,
    base: {label: 'paper:main', ref: 'main', sha: base, repo: {full_name: 'paper/articles', fork: false, default_branch: 'main'}},
    head: {label: 'guest:draft', ref: 'draft', sha: head, repo: {full_name: 'guest/articles', fork: true, default_branch: 'main'}},
  },
  repository: {full_name: 'paper/articles', default_branch: 'main', private: false}, sender: {login: 'guest', type: 'User'},
});

/** Runs the action as the runner does: `node MAIN` in the checkout, inputs and event in the environment, no token. */
function act(checkout: string, {inputs = {}, event, name = 'pull_request'}: {inputs?: Record<string, string>; event?: unknown; name?: string} = {}) {
  const files = {event: path.join(runner, 'event.json'), output: path.join(runner, 'output'), summary: path.join(runner, 'summary.md')};
  writeFileSync(files.event, JSON.stringify(event ?? {}));
  writeFileSync(files.output, '');
  writeFileSync(files.summary, '');
  const env: NodeJS.ProcessEnv = {};
  for (const [key, value] of Object.entries(gitEnvironment)) if (!/^(?:GITHUB_|INPUT_|RUNNER_|NODE_)/.test(key)) env[key] = value;
  for (const [key, {default: value = ''}] of Object.entries(definition.inputs)) env[`INPUT_${key.toUpperCase()}`] = inputs[key] ?? value;
  for (const key of Object.keys(inputs)) expect(Object.keys(definition.inputs)).toContain(key);
  const r = spawnSync(process.execPath, [path.join(installed, definition.runs.main)], {
    cwd: checkout, encoding: 'utf8', input: '',
    env: {...env, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: checkout, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: files.event, GITHUB_OUTPUT: files.output, GITHUB_STEP_SUMMARY: files.summary, GITHUB_REPOSITORY: 'paper/articles', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: merge, RUNNER_TEMP: runner, RUNNER_OS: 'Linux'},
  });
  const outputs = Object.fromEntries(readFileSync(files.output, 'utf8').trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const places = [...r.stdout.matchAll(/^::(\w+) title=[^,]*,file=([^,]*),line=(\d+)/gm)].map((m) => `${m[1]} ${m[2]}:${m[3]}`);
  return {status: r.status, stdout: r.stdout, stderr: r.stderr, outputs, places, summary: readFileSync(files.summary, 'utf8')};
}
const checkout = (ref: string, depth?: number) => {
  const clone = origin.checkout(ref, depth);
  folders.push(clone.folder);
  return clone;
};

describe('the action', () => {
  it('annotates only what a pull request changes, in a checkout one commit deep, without a token', () => {
    const r = act(checkout('refs/pull/7/merge').folder, {event: pullRequest()});
    expect(r.stderr).toBe('');
    expect(r.places).toEqual(['error drafts/a.txt:3', 'error drafts/new one.txt:1']);
    expect(r.status).toBe(1);
    expect(r.summary).toContain('### mtlint: 2 errors');
    expect(r.outputs).toEqual({sarif: path.join(runner, 'mtlint.sarif'), errors: '2', warnings: '0'});
    expect(Object.keys(r.outputs).sort()).toEqual(Object.keys(definition.outputs).sort());
    const sarif = JSON.parse(readFileSync(r.outputs.sarif!, 'utf8'));
    expect(sarif.runs[0].results.map((s: {locations: {physicalLocation: {artifactLocation: {uri: string}}}[]}) => s.locations[0]!.physicalLocation.artifactLocation.uri)).toEqual(['drafts/a.txt', 'drafts/new%20one.txt']);
  });
  it('also where the head of the branch is checked out', () => {
    expect(act(checkout('refs/pull/7/head').folder, {event: pullRequest()}).places).toEqual(['error drafts/a.txt:3', 'error drafts/new one.txt:1']);
    expect(act(checkout('refs/pull/7/head', 20).folder, {event: pullRequest()}).places).toHaveLength(2);
  });
  it('says what to do where the base can be neither found nor fetched', () => {
    const clone = checkout('refs/pull/7/merge');
    clone.git('remote', 'set-url', 'origin', 'file:///nowhere');
    const r = act(clone.folder, {event: pullRequest()});
    expect(r.status).toBe(2);
    expect(r.stdout).toMatch(/^::error title=mtlint::There is no commit .*fetch-depth: 0/);
  });
  it('lints whole files on a push, and where the base is none', () => {
    const whole = ['error drafts/a.txt:1', 'error drafts/a.txt:3', 'error drafts/new one.txt:1', 'error drafts/other.txt:1', 'error drafts/same.txt:1', 'error drafts/to.txt:9'];
    const {folder} = checkout('refs/pull/7/merge');
    const places = (r: ReturnType<typeof act>) => r.places.filter((p) => !p.includes('a.txt')).sort();
    expect(places(act(folder, {name: 'push', event: {ref: 'refs/heads/main', before: base, after: merge}}))).toEqual(whole.filter((p) => !p.includes('a.txt')));
    expect(places(act(folder, {event: pullRequest(), inputs: {base: 'none'}}))).toEqual(whole.filter((p) => !p.includes('a.txt')));
    expect(act(folder, {event: {merge_group: {base_sha: base, head_sha: merge, base_ref: 'refs/heads/main'}}, name: 'merge_group'}).places).toEqual(['error drafts/a.txt:3', 'error drafts/new one.txt:1', 'error drafts/other.txt:1']);
  });
  it('compares with the base it is given', () => {
    const {folder} = checkout('refs/pull/7/merge', 20);
    expect(act(folder, {event: pullRequest(), inputs: {base}}).places).toContain('error drafts/other.txt:1');
    expect(act(folder, {inputs: {base: '--output=/tmp/x'}}).status).toBe(2);
  });
  it('takes paths a line, also odd ones, and writes further reports', () => {
    const {folder} = checkout('refs/pull/7/merge');
    writeFileSync(path.join(folder, 'rules'), OLD);
    writeFileSync(path.join(folder, '--fix.txt'), OLD);
    const r = act(folder, {name: 'push', inputs: {paths: 'drafts/new one.txt\n--fix.txt\nrules\n', format: 'junit=out/junit.xml, html=out/report.html', 'sarif-file': 'out/x.sarif'}});
    expect(r.places).toEqual(['error drafts/new one.txt:1', 'error --fix.txt:1', 'error rules:1']);
    expect(readFileSync(path.join(folder, '--fix.txt'), 'utf8')).toBe(OLD);
    expect(readFileSync(path.join(folder, 'out/junit.xml'), 'utf8')).toContain('failures="3"');
    expect(readFileSync(path.join(folder, 'out/report.html'), 'utf8')).toContain('<!doctype html>');
    expect(r.outputs.sarif).toBe('out/x.sarif');
  });
  it('fails on what fail-on says', () => {
    const {folder} = checkout('refs/pull/7/merge');
    writeFileSync(path.join(folder, 'warn.txt'), 'They defended the hard -won peace.\n');
    const status = (paths: string, failOn: string) => act(folder, {name: 'push', inputs: {paths, 'fail-on': failOn}}).status;
    expect(['error', 'warning', 'never'].map((f) => status('warn.txt', f))).toEqual([0, 1, 0]);
    expect(['error', 'warning', 'never'].map((f) => status('drafts/same.txt', f))).toEqual([1, 1, 0]);
    expect(status('gone.txt', 'never')).toBe(2);
    const r = act(folder, {inputs: {'fail-on': 'info'}});
    expect(r.status).toBe(2);
    expect(r.stdout).toBe('::error title=mtlint::The input fail-on is error, warning or never, not “info”.\n');
    for (const event of ['{', '{"pull_request": 5}']) {
      const file = path.join(runner, 'event.json');
      writeFileSync(file, event);
      expect(spawnSync(process.execPath, [path.join(installed, 'action/index.js')], {cwd: folder, encoding: 'utf8', env: {...process.env, GITHUB_EVENT_PATH: file, RUNNER_TEMP: runner}}).stdout).toMatch(/^::error title=mtlint::The event in .*event\.json \(GITHUB_EVENT_PATH\) cannot be read: .* Say what to compare with in the input base, or none\.\n$/);
    }
    expect(act(folder, {inputs: {format: 'sarif'}}).stdout).toMatch(/^::error title=mtlint::.*sarif=FILE/);
  });
  it('lets no name of a file start a command', () => {
    const {folder} = checkout('refs/pull/7/merge');
    writeFileSync(path.join(folder, 'x\n::add-mask::secret.txt'), OLD);
    const r = act(folder, {name: 'push', inputs: {paths: '*.txt'}});
    expect(r.places).toHaveLength(1);
    expect(r.stdout).not.toMatch(/^\s*::add-mask/m);
    // What stands behind a line break in its name would begin a line, too.
    writeFileSync(path.join(folder, '::add-mask::front.md'), '---\ntitle: Great: the talks\n---\n');
    writeFileSync(path.join(folder, '.mtlintignore'), 'x*.txt\n');
    writeFileSync(path.join(folder, '.mtlint-baseline.json'), JSON.stringify({version: 1, files: {'y\n::add-mask::y.txt': [{fingerprint: '0'.repeat(14), rule: 'r\n::add-mask::r', text: 't\n::add-mask::t'}]}}));
    const told = act(folder, {name: 'push', inputs: {paths: '::add-mask::front.md\n.'}}).stdout;
    expect(told).toContain('mtlint: ./::add-mask::front.md: Line 2: the front matter is not linted');
    expect(told).toContain('no longer occurs');
    expect(told).not.toMatch(/^\s*::add-mask/m);
    expect(act(folder, {name: 'push', inputs: {base: 'a\n::add-mask::secret'}}).stdout).not.toMatch(/^\s*::add-mask/m);
  });
  it('finds what the command finds, with every part that is loaded late', () => {
    const seeds = path.join(root, 'seeds');
    const args = ['--format', 'json', '--mt', 'yes', '--rule', 'misspelling=warn', seeds];
    const run = (file: string) => spawnSync(process.execPath, [file, ...args], {encoding: 'utf8', cwd: runner, maxBuffer: 1e9});
    const bundled = run(path.join(installed, 'action/dist/cli.cjs'));
    expect(bundled.stderr).toBe('');
    expect(bundled.stdout.length).toBeGreaterThan(10_000);
    expect(bundled.stdout).toBe(run(path.join(root, 'dist/cli.cjs')).stdout);
  });
});

describe('workflows and hooks', () => {
  const read = (name: string) => parse(readFileSync(path.join(root, name), 'utf8'));
  it('name inputs, outputs and files that are there', () => {
    const {jobs} = read('.github/workflows/articles.yml') as {jobs: Record<string, {steps: {uses?: string; with?: Record<string, string>}[]}>};
    const steps = Object.values(jobs).flatMap((job) => job.steps).filter((step) => step.uses === './');
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) for (const key of Object.keys(step.with ?? {})) expect(Object.keys(definition.inputs)).toContain(key);
    for (const [, name] of readFileSync(path.join(root, '.github/workflows/articles.yml'), 'utf8').matchAll(/outputs\.(\w+)/g)) expect(Object.keys(definition.outputs)).toContain(name);
    const guide = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    for (const key of Object.keys(definition.inputs)) expect(guide).toContain(`| \`${key}\` |`);
  });
  it('recipes are whole files, and use inputs and outputs that are there', () => {
    const guide = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    const recipes = [...guide.matchAll(/^```(?:yaml|json)\n([\s\S]*?)^```/gm)].map(([, content]) => parse(content!) as {jobs?: Record<string, {steps: {uses?: string; with?: object}[]}>});
    expect(recipes.length).toBeGreaterThan(4);
    const uses = recipes.flatMap(({jobs = {}}) => Object.values(jobs)).flatMap(({steps}) => steps).filter((step) => step.uses?.startsWith('mtlint/mtlint@'));
    expect(uses).toHaveLength(2);
    for (const step of uses) for (const key of Object.keys(step.with ?? {})) expect(Object.keys(definition.inputs)).toContain(key);
    for (const [, name] of guide.matchAll(/outputs\.(\w+)/g)) expect(Object.keys(definition.outputs)).toContain(name);
  });
  it('this repository’s use of the action passes on its own texts', () => {
    const {jobs} = read('.github/workflows/articles.yml') as {jobs: Record<string, {steps: {uses?: string; with?: Record<string, string>}[]}>};
    for (const step of Object.values(jobs).flatMap((job) => job.steps).filter((s) => s.uses === './')) {
      const inputs = Object.fromEntries(Object.entries(step.with ?? {}).filter(([key]) => key !== 'format' && key !== 'base'));
      const r = act(root, {name: 'push', inputs: {...inputs, base: 'none'}});
      expect([r.status, r.stdout.split('\n').filter((line) => line.startsWith('::error title=mtlint::'))], JSON.stringify(inputs)).toEqual([0, []]);
    }
  });
  it('the package is built also where npm installs it from git globally, as pre-commit does', () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-prepare-')));
    folders.push(folder);
    mkdirSync(path.join(folder, 'node_modules/tsx'), {recursive: true});
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({name: 'x', version: '1.0.0', scripts: {build: 'node -p "[process.env.npm_lifecycle_event, process.env.npm_config_global]"'}}));
    const r = spawnSync(process.execPath, [path.join(root, 'scripts/prepare.mjs')], {cwd: folder, encoding: 'utf8', env: {...process.env, npm_config_global: 'true'}});
    expect(r.stdout).toMatch(/\[ 'build', (?:'false'|'') \]/);
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({name: 'x', version: '1.0.0', scripts: {build: 'exit 3'}}));
    expect(spawnSync(process.execPath, [path.join(root, 'scripts/prepare.mjs')], {cwd: folder}).status).toBe(3);
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts.prepare).toBe('node scripts/prepare.mjs');
  });
  it('hooks call the command with the files that it lints', () => {
    const hooks = read('.pre-commit-hooks.yaml') as {id: string; entry: string; files: string; language: string}[];
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-hook-')));
    folders.push(folder);
    for (const {entry, files} of hooks) {
      writeFileSync(path.join(folder, 'a b.txt'), 'The hard -won peace.\n');
      expect(new RegExp(files).test('a b.txt')).toBe(true);
      for (const extension of /\(\?:(.*?)\)/.exec(files)![1]!.split('|')) expect(EXTENSIONS).toContain(extension);
      const [command, ...args] = entry.split(' ');
      expect(command).toBe('mtlint');
      const r = spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args, 'a b.txt'], {cwd: folder, encoding: 'utf8'});
      expect(r.status).toBe(0);
      expect(readFileSync(path.join(folder, 'a b.txt'), 'utf8')).toBe(args.includes('--fix') ? 'The hard-won peace.\n' : 'The hard -won peace.\n');
    }
  });
});
