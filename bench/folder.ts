/**
 * `npm run bench:folder`: the command on a folder of 2,000 Markdown articles, every fifth machine-translated, cold, with `--cache`, and with a
 * warm cache; and peak memory on a tenth of them, on all, and on four times as many. Articles are as long as
 * clean news of agencies; `npm run bench:folder -- 5000` takes articles of at least so many bytes.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {makeArticles} from './text.ts';

const COUNT = 2000;
const TIMES = 4;
const BYTES = Number(process.argv[2] ?? 2000);
const command = path.resolve(import.meta.dirname, '../dist/cli.cjs');
const peak = path.resolve(import.meta.dirname, 'peak.cjs');
const folder = mkdtempSync(path.join(tmpdir(), 'mtlint-folder-'));
try {
  for (const part of ['tenth', 'all', 'more']) mkdirSync(path.join(folder, part));
  let bytes = 0;
  let n = 0;
  for (const text of makeArticles(COUNT * TIMES, BYTES)) {
    if (n < COUNT) bytes += Buffer.byteLength(text);
    for (const part of ['more', ...(n < COUNT ? ['all'] : []), ...(n < COUNT && n % 10 === 0 ? ['tenth'] : [])]) writeFileSync(path.join(folder, part, `${n}.md`), text);
    n++;
  }
  console.log(`${COUNT} articles, ${(bytes / COUNT / 1000).toFixed(1)} KB each`);
  const run = (what: string, part: string, ...options: string[]) => {
    const begun = performance.now();
    const {status, stderr} = spawnSync(process.execPath, ['--require', peak, command, '--no-config', '--format', 'json', '--output-file', path.join(folder, 'out.json'), ...options, path.join(folder, part)], {encoding: 'utf8', cwd: folder});
    if (status !== 0 && status !== 1) throw new Error(stderr);
    console.log(`${what.padEnd(24)}${((performance.now() - begun) / 1000).toFixed(1).padStart(8)} s${(Number(stderr.trim().split('\n').at(-1)) / 1024).toFixed(0).padStart(8)} MB`);
  };
  run('a tenth of them', 'tenth');
  run('cold', 'all');
  run('cold, --cache', 'all', '--cache');
  run('again, --cache', 'all', '--cache');
  run(`${TIMES} times as many`, 'more');
} finally {
  rmSync(folder, {recursive: true});
}
