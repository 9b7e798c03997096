import {formatOf, isNamed} from '../format/registry.ts';
import type {Found} from '../cli/files.ts';
import {filesIn} from './node/fs.ts';

/** What `src/cli/files.ts` finds on disks, in a browser: the files that the editor has handed over. */
export async function findFiles(paths: readonly string[]): Promise<Found> {
  const files = [...new Set(paths.flatMap((folder) => filesIn(folder)))].filter((file) => isNamed(file) && formatOf(file) !== 'json');
  return {files, named: new Set(), errors: []};
}
