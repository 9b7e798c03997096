import {formatOf, isNamed} from '../../format/registry.ts';
import type {Found} from '../../cli/files.ts';
import {filesIn} from './fs.ts';

/** In the place of `src/cli/files.ts` in a browser: the files that the editor has handed over. */
export async function findFiles(paths: readonly string[]): Promise<Found> {
  const files = [...new Set(paths.flatMap((folder) => filesIn(folder)))].filter((file) => isNamed(file) && formatOf(file) !== 'json');
  return {files, named: new Set(), errors: []};
}

export const target = (file: string): string => file;
