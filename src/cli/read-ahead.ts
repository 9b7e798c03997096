import {close, fstatSync, openSync, read} from 'node:fs';
import path from 'node:path';
import {ahead} from '../lexicon/ahead.ts';

/** What nearly every text asks for, largest first. */
const USUAL = [
  'assets/ngrams.bin', 'dist/data/senses.table', 'assets/words.bin', 'dist/data/pos-core.bin', 'dist/data/phrase-entries.table', 'assets/foreign.bin', 'assets/vectors.bin', 'dist/data/pos-lexemes.table', 'assets/pairs.bin',
  'dist/data/residue-words.table', 'dist/data/ngram-words.table', 'dist/data/phrases.bin', 'assets/letters.bin', 'dist/data/residue-romanised.table', 'dist/data/idioms.table', 'dist/data/idiom-anchors.table', 'dist/data/loans.table', 'dist/data/phrase-forms.table',
  'dist/data/compounds.table', 'dist/data/first-names.table', 'dist/data/residue-sequences.table', 'dist/data/boilerplate.table', 'dist/data/forms.table', 'dist/data/lists.table', 'dist/data/small-edits.bin',
];

interface Reading {
  readonly name: string;
  readonly descriptor: number;
  readonly bytes: Buffer;
}

/**
 * Begins to read the large files, on the threads of the file system, while this one does something else: `ahead.ready` tells when they are there.
 * What cannot be read is left to those who will want it.
 */
export function readAhead(root: string): void {
  // All memory is asked for before the first is read: while threads fill memory, others wait for theirs.
  ahead.ready = Promise.all(USUAL.flatMap((name) => begin(root, name) ?? []).map(finish)).then(() => {});
}

function begin(root: string, name: string): Reading | undefined {
  try {
    // Opening takes no time; waiting for it would, until this thread has done all else.
    const descriptor = openSync(path.join(root, name), 'r');
    // V8 counts memory that is not shared as its own, and would collect garbage for it.
    return {name, descriptor, bytes: Buffer.from(new SharedArrayBuffer(fstatSync(descriptor).size))};
  } catch {
    return undefined;
  }
}

/** One call for a file: `readFile` reads it in pieces, each of which comes back to this thread. */
const finish = ({name, descriptor, bytes}: Reading): Promise<void> => new Promise((done) => {
  read(descriptor, bytes, 0, bytes.length, 0, (failed, length) => {
    if (!failed && length === bytes.length) ahead.files.set(name, bytes);
    close(descriptor, () => done());
  });
});
