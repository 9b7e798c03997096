import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, openSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {bin} from './folder.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mtlint-print-'));
const file = path.join(folder, 'long.txt');
/** More than pipes and sockets hold. */
const PARAGRAPHS = 4000;
const ARGS = [bin, '--no-config', '--format', 'json', file];
let whole: string;

beforeAll(async () => {
  writeFileSync(file, 'The hard -won peace will hold, the minister said .\n\n'.repeat(PARAGRAPHS));
  const out = path.join(folder, 'whole.json');
  await ended(spawn(process.execPath, ARGS, {stdio: ['ignore', openSync(out, 'w'), 'inherit']}));
  whole = readFileSync(out, 'utf8');
});
afterAll(() => rmSync(folder, {recursive: true}));

const ended = (child: ReturnType<typeof spawn>) => new Promise<number | null>((resolve) => child.on('close', resolve));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('writes all of a long report into a file', () => {
  expect(whole.length).toBeGreaterThan(1_000_000);
  expect(whole.endsWith('\n')).toBe(true);
  expect((JSON.parse(whole) as [{messages: unknown[]}])[0].messages.length).toBeGreaterThanOrEqual(PARAGRAPHS);
});

/** What a process printed, read slowly, and its exit status. */
async function readSlowly(command: string, args: readonly string[]): Promise<{text: string; status: number | null}> {
  const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'inherit']});
  const status = ended(child);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) {
    chunks.push(chunk as Buffer);
    if (chunks.length < 20) await sleep(20);
  }
  return {text: Buffer.concat(chunks).toString('utf8'), status: await status};
}

it('waits for a reader that is slow', async () => {
  expect(await readSlowly(process.execPath, ARGS)).toEqual({text: whole, status: 0});
});

/** Runs its arguments with a standard output that does not block. Node makes that of the processes that it starts block. */
const NO_WAITING = 'use Fcntl; fcntl(STDOUT, F_SETFL, fcntl(STDOUT, F_GETFL, 0) | O_NONBLOCK) or die; exec @ARGV or die';
const perl = spawnSync('perl', ['-v']).status === 0;

it.skipIf(!perl)('does so where writing does not wait by itself', async () => {
  expect(await readSlowly('perl', ['-e', NO_WAITING, process.execPath, ...ARGS])).toEqual({text: whole, status: 0});
});

it('ends in its usual way when the reader is gone', async () => {
  const child = spawn(process.execPath, ARGS, {stdio: ['ignore', 'pipe', 'pipe']});
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended(child)).toBe(0);
  expect(errors).toBe('');
});
