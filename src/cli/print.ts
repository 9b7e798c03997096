import {fstatSync, writeSync} from 'node:fs';

type Name = 'stdout' | 'stderr';
const DESCRIPTORS = {stdout: 1, stderr: 2} as const;
/** What is written to as a stream of Node from now on, so that nothing overtakes what a stream still holds. */
const streamed = new Set<Name>();

/** Prints on standard output. A reader that is gone (`mtlint … | head`) is no error. */
export const print = (text: string): void => write('stdout', text);

/** Prints on standard error. */
export const printError = (text: string): void => write('stderr', text);

/** Whether it is a terminal; asks Node’s stream only where it may be one. */
export function isTerminal(name: Name): boolean {
  return mayBeTerminal(name) && process[name].isTTY === true;
}

/**
 * Writes to files and pipes are done when this returns, without Node's streams: those take 8 ms to load. What a pipe does not take at once,
 * and what goes to a terminal, is left to them.
 */
function write(name: Name, text: string): void {
  if (!text) return;
  const bytes = Buffer.from(text);
  let at = 0;
  if (!streamed.has(name) && !mayBeTerminal(name)) {
    try {
      while (at < bytes.length) at += writeSync(DESCRIPTORS[name], bytes, at);
      return;
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
  if (!streamed.has(name)) {
    streamed.add(name);
    process[name].on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
  process[name].write(bytes.subarray(at));
}

function mayBeTerminal(name: Name): boolean {
  try {
    return fstatSync(DESCRIPTORS[name]).isCharacterDevice();
  } catch {
    return true;
  }
}
