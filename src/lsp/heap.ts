import {getHeapStatistics, setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {SERVER_FLAGS, setCompilerFlags} from '../cli/compiler-flags.ts';
import {forgetUnused} from '../lexicon/recent.ts';

/** Bytes by which it outgrows that before it is cleared while nobody waits. */
const GROWN = 6 * 2 ** 20;

/**
 * Makes V8 careful of memory, since an editor leaves its server running. What is returned clears the heap if it has grown, which takes some 50 ms:
 * to be called while nobody waits, so that V8 need not do it while somebody does. What was remembered and not asked for since the last time goes, too.
 */
export function careForHeap(): () => void {
  setCompilerFlags(SERVER_FLAGS);
  // The space for what is new stays as small as it is now, and to clear it is less work than to wait for other threads that help.
  setFlagsFromString('--semi-space-growth-factor=1');
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
