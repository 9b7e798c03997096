import {getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {NEW_SPACE_STAYS, SERVER_FLAGS, setCompilerFlags} from '../cli/compiler-flags.ts';
import {forgetUnused} from '../lexicon/recent.ts';

/** Bytes by which it outgrows that before it is cleared while nobody waits. */
const GROWN = 3 * 2 ** 20;

/** Bytes of the space for what is new, both halves together. With twice as many a server needs 7 MB more, and an edit takes a twentieth less. */
const NEW_SPACE = 8 * 2 ** 20;
/** Objects of 8 kB that are made at most to have it grow. */
const MOST_MADE = 4000;

const sizeOfNewSpace = () => getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space')?.space_size ?? NEW_SPACE;

/** Has V8 grow the space for what is new once, to the size that it shall have from then on: it does so when what lasts would fill it. */
function growNewSpace(): void {
  setFlagsFromString(`--semi-space-growth-factor=${Math.max(1, Math.floor(NEW_SPACE / sizeOfNewSpace()))}`);
  const lasting: unknown[] = [];
  while (sizeOfNewSpace() < NEW_SPACE && lasting.length < MOST_MADE) lasting.push(new Array<number>(1000).fill(lasting.length));
  setFlagsFromString(NEW_SPACE_STAYS);
}

/**
 * Makes V8 careful of memory, since an editor leaves its server running. What is returned clears the heap if it has grown, which takes some 50 ms:
 * to be called while nobody waits, so that V8 need not do it while somebody does. What was remembered and not asked for since the last time goes, too.
 */
export function careForHeap(): () => void {
  setCompilerFlags(SERVER_FLAGS);
  growNewSpace();
  // To clear the space for what is new is less work than to wait for other threads that help.
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let alive = 0;
  return () => {
    const used = getHeapStatistics().used_heap_size;
    if (used < alive + GROWN) {
      alive = Math.min(alive, used);
      return;
    }
    forgetUnused();
    // So that pages of which a fifth is free are emptied and given back; by itself V8 spares itself that.
    setFlagsFromString('--optimize-for-size');
    collect();
    setFlagsFromString('--no-optimize-for-size');
    alive = getHeapStatistics().used_heap_size;
  };
}
