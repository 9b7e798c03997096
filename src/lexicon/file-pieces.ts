import {openSync, readSync} from 'node:fs';

/** Bytes `start` to `end` of a file. Throws where it has no such bytes. */
export type Pieces = (start: number, end: number) => Buffer;

/** A file that is read piece by piece, so that what nobody asks for takes no memory. It stays open: who replaces it does not change what is read. Throws if there is none. */
export function piecesOf(file: string): Pieces {
  const descriptor = openSync(file, 'r');
  return (start, end) => {
    const bytes = Buffer.allocUnsafe(end - start);
    for (let read = 0; read < bytes.length; ) {
      const length = readSync(descriptor, bytes, read, bytes.length - read, start + read);
      if (!length) throw new RangeError(`${file} ends before byte ${end}`);
      read += length;
    }
    return bytes;
  };
}
