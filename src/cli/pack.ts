import {readdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {pack} from '../lexicon/pack.ts';

/** Every file that a bundle reads, by the name under which it asks for it (`src/lexicon/given-files.ts`). */
export function bundledFiles(): [name: string, bytes: Uint8Array][] {
  const root = path.dirname(createRequire(import.meta.url).resolve('mtlint/package.json'));
  return ['assets', 'dist/data'].flatMap((folder) => readdirSync(path.join(root, folder)).sort().map((name) => [`${folder}/${name}`, readFileSync(path.join(root, folder, name))] as [string, Uint8Array]));
}

/** What `load` of `mtlint/browser` takes. With less memory gzip cuts smaller blocks, each with a code of its own: 51 kB less for tables as unlike as these. */
export const packed = (): Uint8Array => gzipSync(pack(bundledFiles()), {level: 9, memLevel: 7});
