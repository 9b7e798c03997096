import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

/** The package's own folder, found through its name so that source, build and installed package agree. */
export const root = path.dirname(createRequire(import.meta.url).resolve('mtlint/package.json'));

/** Bytes of a compiled asset in `assets/`; see docs/data.md for what each holds. */
export function readAsset(name: string): Buffer {
  return readFileSync(path.join(root, 'assets', name));
}

/** A JSON asset compiled from the data beside the rules by `scripts/build.ts` (in `dist/data/`). */
export function readData<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(root, 'dist/data', `${name}.json`), 'utf8')) as T;
}

/** Bytes of a file that `scripts/build.ts` has compiled into `dist/data/`. */
export function readDataBytes(file: string): Buffer {
  return readFileSync(path.join(root, 'dist/data', file));
}

/** Bytes of a file that lies beside the entry of an installed package ("dictionary-en", "index.dic"). */
export function readBeside(name: string, file: string): Buffer {
  return readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve(name)), file));
}
