import type {Pieces} from './file-pieces.ts';
import {openPackageFile, readPackageFile} from './package-files.ts';

/** Bytes of a compiled asset in `assets/`; see docs/data.md for what each holds. */
export function readAsset(name: string): Buffer {
  return readPackageFile(`assets/${name}`);
}

/** Bytes as little-endian numbers of 32 bits; copied only where they are not aligned. */
export const uint32s = (bytes: Buffer): Uint32Array => new Uint32Array(bytes.byteOffset % 4 ? Uint8Array.from(bytes).buffer : bytes.buffer, bytes.byteOffset % 4 ? 0 : bytes.byteOffset, bytes.length >>> 2);

/** A JSON asset compiled from the data beside the rules by `scripts/build.ts` (in `dist/data/`). */
export function readData<T>(name: string): T {
  return JSON.parse(readDataBytes(`${name}.json`).toString('utf8')) as T;
}

/** Bytes of a file that `scripts/build.ts` has compiled into `dist/data/`. */
export function readDataBytes(file: string): Buffer {
  return readPackageFile(`dist/data/${file}`);
}

/** The same, piece by piece. */
export function openData(file: string): Pieces {
  return openPackageFile(`dist/data/${file}`);
}
