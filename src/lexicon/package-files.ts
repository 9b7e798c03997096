import {close, fstatSync, open, read, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

/*
 * Files and packages as they are installed. Bundles have `given-files.ts` in the place of this module (`scripts/bundle.ts`).
 */

const here = createRequire(import.meta.url);
/** The package's own folder, found through its name so that source, build and installed package agree. */
const root = path.dirname(here.resolve('mtlint/package.json'));

/** Files that were read ahead. */
const ahead = new Map<string, Buffer>();
/** What nearly every text asks for, largest first. */
const USUAL = ['assets/ngrams.bin', 'assets/words.bin', 'assets/foreign.bin', 'assets/vectors.bin', 'dist/data/senses.table', 'assets/pairs.bin', 'dist/data/phrase-entries.table', 'dist/data/residue-words.table', 'dist/data/ngram-words.table'];

/**
 * Reads the large files ahead, on the threads of the file system, while this one does something else. What cannot be read is left to those who
 * will want it.
 */
export async function readAhead(): Promise<void> {
  await Promise.all(USUAL.map((name) => new Promise<void>((done) => {
    open(path.join(root, name), (error, descriptor) => {
      if (error) return done();
      // One call for a file: `readFile` reads it in pieces, each of which comes back to this thread.
      // V8 counts memory that is not shared as its own, and would collect garbage for it.
      const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(descriptor).size));
      read(descriptor, bytes, 0, bytes.length, 0, (failed, length) => {
        if (!failed && length === bytes.length) ahead.set(name, bytes);
        close(descriptor, () => done());
      });
    });
  })));
}

/** Bytes of a file of mtlint: "assets/words.bin". They are kept by those who ask, not here. */
export function readPackageFile(file: string): Buffer {
  const bytes = ahead.get(file);
  ahead.delete(file);
  return bytes ?? readFileSync(path.join(root, file));
}

/** Bytes of a file that lies beside the entry of an installed package ("dictionary-en", "index.dic"). */
export const readBeside = (name: string, file: string): Buffer => readFileSync(path.join(path.dirname(here.resolve(name)), file));

/** What an installed package, or a module in it, exports; synchronously, so that it is loaded when it is first needed. nspell comes with retext-spell. */
export const requirePackage = (name: string): unknown => (name === 'nspell' ? createRequire(here.resolve('retext-spell')) : here)(name);
