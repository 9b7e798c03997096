import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {ahead} from './ahead.ts';

/*
 * Files and packages as they are installed. Bundles have `given-files.ts` in the place of this module (`scripts/bundle.ts`).
 */

/** The package's own folder: source, build and installed package are somewhere in it. */
const root = (() => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'assets/words.bin')) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return folder;
})();
let packages: NodeJS.Require | undefined;
const here = () => (packages ??= createRequire(import.meta.url));

/** Bytes of a file of mtlint: "assets/words.bin". They are kept by those who ask, not here. */
export function readPackageFile(file: string): Buffer {
  const bytes = ahead.files.get(file);
  ahead.files.delete(file);
  return bytes ?? readFileSync(path.join(root, file));
}

/** Bytes of a file that lies beside the entry of an installed package ("dictionary-en", "index.dic"). */
export const readBeside = (name: string, file: string): Buffer => readFileSync(path.join(path.dirname(here().resolve(name)), file));

/** What an installed package, or a module in it, exports; synchronously, so that it is loaded when it is first needed. nspell comes with retext-spell. */
export const requirePackage = (name: string): unknown => (name === 'nspell' ? createRequire(here().resolve('retext-spell')) : here())(name);
