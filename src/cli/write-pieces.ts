import {closeSync, fchmodSync, fchownSync, fsyncSync, mkdirSync, openSync, readlinkSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeSync} from 'node:fs';
import path from 'node:path';

/** UTF-16 code units that are written at once. */
const PIECE = 65_536;

/** What ends a process that does not listen to it, with the number that its exit status tells. */
const SIGNALS = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;

/** Texts joined to pieces of some size. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/** The file that a path leads to through links, also where that is yet to be made. */
export function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // There is none.
  }
  try {
    return path.resolve(path.dirname(file), readlinkSync(file));
  } catch {
    return file;
  }
}

/**
 * Writes a file of many pieces, which never stand in memory together, at once or not at all: beside the one that is meant, which it takes the place of when it is
 * whole. Makes its folder; keeps its permissions and its owner; a link stays one. Throws an error of Node's `fs`.
 */
export function writePieces(file: string, texts: Iterable<string>): void {
  const real = placeOf(file);
  mkdirSync(path.dirname(real), {recursive: true});
  const beside = `${real}.${process.pid}-${Date.now().toString(36)}.tmp`;
  const before = statSync(real, {throwIfNoEntry: false});
  const release = holdSignals();
  try {
    const descriptor = openSync(beside, 'wx', 0o666);
    try {
      for (const piece of inPieces(texts)) writeAll(descriptor, Buffer.from(piece));
      if (before) makeLike(descriptor, before);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, {force: true});
    throw error;
  } finally {
    release();
  }
}

/** A full disk takes a part of what it is given before it is an error. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Gives a file the permissions and the owner that another has, as far as one may. */
function makeLike(descriptor: number, {mode, uid, gid}: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only root gives files away.
  }
  fchmodSync(descriptor, mode & 0o777);
}

/** Lets a signal that would end the process end it when what is being done is done. */
function holdSignals(): () => void {
  const held = Object.entries(SIGNALS).map(([signal, number]) => [signal, () => process.exit(128 + number)] as const);
  for (const [signal, end] of held) process.on(signal, end);
  // One that came meanwhile is told of in the next turn of the loop, which the first of two immediates may not have seen yet.
  return () => void setImmediate(() => setImmediate(() => {
    for (const [signal, end] of held) process.off(signal, end);
  }));
}
