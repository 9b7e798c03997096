import {existsSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {ahead} from '../lexicon/ahead.ts';
import {importModule} from '../settings/import-module.ts';
import {POOL_FLAGS, setCompilerFlags} from './compiler-flags.ts';
import {type Answer, type Work, work} from './work.ts';

/** Below these a worker costs more than it saves: each loads the lexicon. Files, and bytes of them all. */
const MIN_FILES = 40;
const MIN_BYTES = 600_000;
/** More threads gain nothing: one reads the files for all of them. */
const MAX_THREADS = 8;

/** What a worker is given when it starts. */
export interface WorkerData {
  /** Files of mtlint that were read, by name. */
  readonly files: ReadonlyMap<string, SharedArrayBuffer>;
}

export interface Pool {
  run(work: Work): Promise<Answer>;
  close(): Promise<void>;
}

const HERE: Pool = {run: work, close: async () => {}};

/** Where sources are linted: worker threads for many, else this thread. */
export async function openPool(files: number, bytes: number): Promise<Pool> {
  const threads = Math.min(availableParallelism(), MAX_THREADS, Math.floor(files / (MIN_FILES / 2)));
  const worker = new URL('./worker.js', import.meta.url);
  if (files < MIN_FILES || bytes < MIN_BYTES || threads < 2 || !existsSync(worker)) return HERE;
  setCompilerFlags(POOL_FLAGS);
  const {Tinypool} = await importModule('tinypool') as typeof import('tinypool');
  const read = new Map<string, SharedArrayBuffer>();
  for (const [name, {buffer}] of ahead.files) if (buffer instanceof SharedArrayBuffer) read.set(name, buffer);
  const pool = new Tinypool({filename: worker.href, minThreads: threads, maxThreads: threads, isolateWorkers: false, workerData: {files: read} satisfies WorkerData});
  return {run: (one) => pool.run(one) as Promise<Answer>, close: () => pool.destroy()};
}

/** Results in the order of the items, whatever order they are ready in; at most `width` items are under way at once. */
export async function mapInOrder<T, R>(items: readonly T[], width: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const lane = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await run(items[i]!);
  };
  await Promise.all(Array.from({length: Math.min(width, items.length)}, lane));
  return results;
}
