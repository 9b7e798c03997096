import {close, fstatSync, openSync, read} from 'node:fs';
import path from 'node:path';
import {ahead} from '../lexicon/ahead.ts';

/** What nearly every text asks for, largest first. */
const USUAL = ['assets/ngrams.bin', 'dist/data/senses.table', 'assets/words.bin', 'assets/foreign.bin', 'assets/vectors.bin', 'assets/pairs.bin', 'dist/data/phrase-entries.table', 'dist/data/residue-words.table', 'dist/data/ngram-words.table'];

/**
 * Begins to read the large files, on the threads of the file system, while this one does something else: `ahead.ready` tells when they are there.
 * What cannot be read is left to those who will want it.
 */
export function readAhead(root: string): void {
  ahead.ready = Promise.all(USUAL.map((name) => new Promise<void>((done) => {
    let descriptor: number;
    try {
      // Opening takes no time; waiting for it would, until this thread has done all else.
      descriptor = openSync(path.join(root, name), 'r');
    } catch {
      return done();
    }
    // One call for a file: `readFile` reads it in pieces, each of which comes back to this thread. V8 counts memory that is not shared as
    // its own, and would collect garbage for it.
    const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(descriptor).size));
    read(descriptor, bytes, 0, bytes.length, 0, (failed, length) => {
      if (!failed && length === bytes.length) ahead.files.set(name, bytes);
      close(descriptor, () => done());
    });
  }))).then(() => {});
}
