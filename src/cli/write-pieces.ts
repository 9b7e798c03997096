import {closeSync, existsSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync} from 'node:fs';
import path from 'node:path';

/** UTF-16 code units that are written at once. */
const PIECE = 65_536;

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

/**
 * Writes a file of many pieces, which never stand in memory together, at once or not at all: beside the one that is meant, which it takes the place of when it is
 * whole. Makes its folder; keeps its permissions; a link stays one. Throws an error of Node's `fs`.
 */
export function writePieces(file: string, texts: Iterable<string>): void {
  mkdirSync(path.dirname(file), {recursive: true});
  const real = existsSync(file) ? realpathSync(file) : file;
  const beside = `${real}.${process.pid}.tmp`;
  const descriptor = openSync(beside, 'wx', existsSync(real) ? statSync(real).mode & 0o777 : 0o666);
  try {
    try {
      for (const piece of inPieces(texts)) writeSync(descriptor, piece);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, {force: true});
    throw error;
  }
}
