/**
 * `npm run bench`: throughput on 1 MB of text, cold start on the seed, peak memory, beside cspell and bare
 * retext-spell in the same go. The ratios are what to compare; the times are this machine's.
 * cspell is installed into `bench/peers` on the first run.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {makeText} from './text.ts';

const ROUNDS = 5;
/** Starts of a process on the seed article. */
const STARTS = 15;
/** Texts of the same size, all different, in measuring throughput: before the clock starts, until V8 has compiled what it will compile, and by the clock. */
const WARM_UP = 5;
const TIMED = 3;
const SIZE = 1_000_000;
/** Processes start as they do where nobody has set Node up: certificates to add, which some sandboxes name, cost every start 40 ms. */
const {NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, ...env} = process.env;
const root = path.resolve(import.meta.dirname, '..');
const peers = path.join(import.meta.dirname, 'peers');
if (!existsSync(path.join(peers, 'node_modules/cspell'))) {
  mkdirSync(peers, {recursive: true});
  writeFileSync(path.join(peers, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', 'cspell@9'], {cwd: peers, stdio: 'inherit'});
}
const folder = mkdtempSync(path.join(tmpdir(), 'mtlint-bench-'));
const all = makeText((WARM_UP + TIMED) * SIZE);
const file = path.join(folder, 'news.txt');
writeFileSync(file, all.slice(0, SIZE));
const long = path.join(folder, 'long.txt');
writeFileSync(long, all);
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

function inside(what: string, ...options: (string | number)[]): {work: number; memory: number; reports: number} {
  const run = spawnSync(process.execPath, [path.join(import.meta.dirname, 'run.mjs'), what, ...options.map(String)], {encoding: 'utf8', env});
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as {work: number; memory: number; reports: number};
}
function whole(command: string[]): {ms: number} {
  const begun = performance.now();
  const run = spawnSync(process.execPath, command, {encoding: 'utf8', maxBuffer: 1e9, env});
  if (run.status === null || run.status > 1) throw new Error(run.stderr);
  return {ms: performance.now() - begun};
}

const seed = path.join(root, 'seeds/victory-day.txt');
const rows: Record<string, number[]> = {};
const add = (name: string, value: number) => (rows[name] ??= []).push(value);
const cli = path.join(root, 'dist/cli.cjs');
const cspell = [path.join(peers, 'node_modules/cspell/bin.mjs'), '--no-progress', '--no-summary', '--no-cache'];
for (let n = 0; n < STARTS; n++) {
  add('mtlint seed', whole([cli, '--format', 'json', seed]).ms);
  add('node start', whole(['-e', '0']).ms);
}
for (let round = 0; round < ROUNDS; round++) {
  add('mtlint work', inside('mtlint', long, SIZE, WARM_UP).work);
  add('mtlint memory', inside('mtlint', file).memory);
  if (round < 2) {
    add('retext-spell work', inside('retext-spell', long, SIZE, WARM_UP).work);
    add('retext-spell memory', inside('retext-spell', file).memory);
  }
  add('mtlint process', whole([cli, '--format', 'json', file]).ms);
  add('cspell process', whole([...cspell, file]).ms);
  add('cspell seed', whole([...cspell, seed]).ms);
}
rmSync(folder, {recursive: true});
const m = (name: string) => median(rows[name]!);
/** On a machine that is not ours alone the least time says most of the program. */
const least = (name: string) => Math.min(...rows[name]!);
const mb = Buffer.byteLength(all) / (WARM_UP + TIMED) / 1e6;
const line = (what: string, value: string, best: string, ratio: string) => console.log(`${what.padEnd(40)}${value.padStart(12)}${best.padStart(12)}   ${ratio}`);
line(`${ROUNDS} rounds`, 'median', 'best', 'ratio of medians');
line(`throughput after ${WARM_UP} MB, one core`, `${((mb / m('mtlint work')) * 1000).toFixed(2)} MB/s`, `${((mb / least('mtlint work')) * 1000).toFixed(2)} MB/s`, `${(m('retext-spell work') / m('mtlint work')).toFixed(1)} times retext-spell`);
line('1 MB, whole process', `${m('mtlint process').toFixed(0)} ms`, `${least('mtlint process').toFixed(0)} ms`, `${(m('cspell process') / m('mtlint process')).toFixed(1)} times as fast as cspell`);
line('seed article, whole process', `${m('mtlint seed').toFixed(0)} ms`, `${least('mtlint seed').toFixed(0)} ms`, `${(m('cspell seed') / m('mtlint seed')).toFixed(1)} times as fast as cspell; ${(m('mtlint seed') / m('node start')).toFixed(1)} times an empty Node process`);
line('peak memory on 1 MB', `${m('mtlint memory').toFixed(0)} MB`, `${least('mtlint memory').toFixed(0)} MB`, `${(m('mtlint memory') / m('retext-spell memory')).toFixed(2)} of retext-spell’s`);
