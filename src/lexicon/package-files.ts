import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {ahead} from './ahead.ts';
import {type Pieces, piecesOf} from './file-pieces.ts';

/*
 * Files as they are installed. Bundles have `given-files.ts` in the place of this module (`scripts/bundle.ts`).
 */

/** The package's own folder: source, build and installed package are somewhere in it. */
const root = (() => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'assets/words.bin')) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return folder;
})();

/** Bytes of a file of mtlint: "assets/words.bin". They are kept by those who ask, not here. */
export function readPackageFile(file: string): Buffer {
  const bytes = ahead.files.get(file);
  ahead.files.delete(file);
  return bytes ?? readFileSync(path.join(root, file));
}

/** The same, piece by piece: for a large file of which a text needs little. */
export function openPackageFile(file: string): Pieces {
  const bytes = ahead.files.get(file);
  ahead.files.delete(file);
  return bytes ? (start, end) => bytes.subarray(start, end) : piecesOf(path.join(root, file));
}
