import {existsSync} from 'node:fs';
import {ahead} from '../lexicon/ahead.ts';
import {importModule} from '../settings/import-module.ts';
import {FOLDER_FLAGS, setCompilerFlags} from './compiler-flags.ts';
import {type Answer, type Outcome, type Work, work} from './work.ts';

/** Below these a worker costs more than it saves: each loads the lexicon. Files, and bytes of them all. */
const MIN_FILES = 40;
const MIN_BYTES = 600_000;
/** More threads gain nothing: one reads the files for all of them. */
const MAX_THREADS = 8;
/** Works that a thread is sent at once, if there are as many: to send one costs a millisecond. More would leave threads idle at the end. */
const MAX_BATCH = 4;

/** Files that are under way at once; only worker threads make use of it: each has a batch to work on and one that waits. */
export const MAX_WIDTH = 24;

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
  if (files < MIN_FILES || bytes < MIN_BYTES) return HERE;
  const {availableParallelism} = await import('node:os');
  const threads = Math.min(availableParallelism(), MAX_THREADS, Math.floor(files / (MIN_FILES / 2)));
  const worker = new URL('./worker.js', import.meta.url);
  if (threads < 2 || !existsSync(worker)) return HERE;
  setCompilerFlags(FOLDER_FLAGS);
  const {Tinypool} = await importModule('tinypool') as typeof import('tinypool');
  const read = new Map<string, SharedArrayBuffer>();
  for (const [name, {buffer}] of ahead.files) if (buffer instanceof SharedArrayBuffer) read.set(name, buffer);
  const pool = new Tinypool({filename: worker.href, minThreads: threads, maxThreads: threads, isolateWorkers: false, workerData: {files: read} satisfies WorkerData});
  return {run: inBatches(Math.min(MAX_BATCH, Math.max(1, Math.floor(MAX_WIDTH / (2 * threads)))), (works) => pool.run(works) as Promise<Outcome[]>), close: () => pool.destroy()};
}

/** Puts works that are asked for at about the same time together, at most `most` in a batch. */
function inBatches(most: number, run: (works: readonly Work[]) => Promise<readonly Outcome[]>): Pool['run'] {
  let waiting: {readonly work: Work; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void}[] = [];
  const send = async (batch: typeof waiting) => {
    try {
      for (const [k, outcome] of (await run(batch.map(({work}) => work))).entries()) {
        if ('answer' in outcome) batch[k]!.resolve(outcome.answer);
        else batch[k]!.reject(outcome.error);
      }
    } catch (error) {
      for (const {reject} of batch) reject(error);
    }
  };
  const sendAll = () => {
    const all = waiting;
    waiting = [];
    for (let i = 0; i < all.length; i += most) void send(all.slice(i, i + most));
  };
  return (work) => new Promise((resolve, reject) => {
    if (!waiting.length) setImmediate(sendAll);
    waiting.push({work, resolve, reject});
  });
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
