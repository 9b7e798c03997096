import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

/*
 * Files and packages as they are installed. Bundles have `given-files.ts` in the place of this module (`scripts/bundle.ts`).
 */

const here = createRequire(import.meta.url);
/** The package's own folder, found through its name so that source, build and installed package agree. */
const root = path.dirname(here.resolve('mtlint/package.json'));

/** Bytes of a file of mtlint: "assets/words.bin". */
export const readPackageFile = (file: string): Buffer => readFileSync(path.join(root, file));

/** Bytes of a file that lies beside the entry of an installed package ("dictionary-en", "index.dic"). */
export const readBeside = (name: string, file: string): Buffer => readFileSync(path.join(path.dirname(here.resolve(name)), file));

/** What an installed package, or a module in it, exports; synchronously, so that it is loaded when it is first needed. nspell comes with retext-spell. */
export const requirePackage = (name: string): unknown => (name === 'nspell' ? createRequire(here.resolve('retext-spell')) : here)(name);
