/** The entry of a worker thread: what the main thread has read of mtlint's files is shared with it, not read again. */
import Tinypool from 'tinypool';
import {ahead} from '../lexicon/ahead.ts';
import type {WorkerData} from './pool.ts';
import {workAll} from './work.ts';

for (const [name, bytes] of (Tinypool.workerData as WorkerData).files) ahead.files.set(name, Buffer.from(bytes));

export default workAll;
