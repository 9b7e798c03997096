import type {Pieces} from './file-pieces.ts';

/*
 * In the place of `package-files.ts` where mtlint is bundled, as in a page: files are handed over before anything is linted.
 */
let read: ((name: string) => Uint8Array | undefined) | undefined;
let open: ((name: string) => Pieces) | undefined;

/** Says where files come from; `src/cli/pack.ts` lists their names. What is read is kept and never written. `opener` gives large files piece by piece, where the host can do so. */
export function giveFiles(reader: (name: string) => Uint8Array | undefined, opener?: (name: string) => Pieces): void {
  read = reader;
  open = opener;
}

/** See `package-files.ts`. Throws where files were not handed over. */
export function readPackageFile(name: string): Buffer {
  if (!read) throw new Error('mtlint has no words yet: call `await load(url)` first.');
  const bytes = read(name);
  if (!bytes) throw new Error(`mtlint’s file ${name} is missing: the files do not belong to this version.`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** See `package-files.ts`. */
export function openPackageFile(name: string): Pieces {
  if (open) return open(name);
  const bytes = readPackageFile(name);
  return (start, end) => bytes.subarray(start, end);
}
