import {readPackageFile} from './package-files.ts';
import {Table} from './table.ts';

/** Bytes of a compiled asset in `assets/`; see docs/data.md for what each holds. */
export function readAsset(name: string): Buffer {
  return readPackageFile(`assets/${name}`);
}

/** Bytes as little-endian numbers of 32 bits; copied only where they are not aligned. */
export const uint32s = (bytes: Buffer): Uint32Array => new Uint32Array(bytes.byteOffset % 4 ? Uint8Array.from(bytes).buffer : bytes.buffer, bytes.byteOffset % 4 ? 0 : bytes.byteOffset, bytes.length >>> 2);

const LISTS = new Table('lists', {aside: true});

/** What `scripts/build.ts` has compiled from the data beside the rules under a name. Throws if there is nothing of that name. */
export function readData<T>(name: string): T {
  const [json] = LISTS.lines(name);
  if (json === undefined) throw new Error(`dist/data/lists.table has no \`${name}\`: run \`npm run build\``);
  return JSON.parse(json) as T;
}

/** Bytes of a file that `scripts/build.ts` has compiled into `dist/data/`. */
export function readDataBytes(file: string): Buffer {
  return readPackageFile(`dist/data/${file}`);
}
