import {existsSync, realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import {EXTENSIONS} from '../format/registry.ts';

const IGNORED = ['**/node_modules/**', '**/.git/**'];
/** Repaired copies of Word files, and the locks of open ones. */
const COPIES = ['**/*.mtlint.docx', '**/~$*'];

export interface Found {
  /** Absolute paths, each once, folders' files sorted. */
  readonly files: string[];
  /** Those of them that were named, not found in a folder or by a pattern. */
  readonly named: ReadonlySet<string>;
  /** One sentence for each path that leads nowhere; `empty` where it leads to a folder or pattern without files. */
  readonly errors: {readonly path: string; readonly message: string; readonly empty?: boolean}[];
}

/** The files that paths, folders and globs of the command line name. "-" is left out. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<Found> {
  const files = new Set<string>();
  const named = new Set<string>();
  const errors: Found['errors'] = [];
  // Loaded only where it is needed: most runs name files.
  const globber = () => import('tinyglobby');
  for (const given of paths) {
    if (given === '-') continue;
    const absolute = path.resolve(cwd, given);
    if (existsSync(absolute)) {
      const stat = statSync(absolute);
      if (stat.isFile()) {
        files.add(absolute);
        named.add(absolute);
      }
      else if (stat.isDirectory()) {
        const {glob} = await globber();
        const inside = await glob(`**/*.{${EXTENSIONS.join(',')}}`, {cwd: absolute, absolute: true, ignore: [...IGNORED, ...COPIES], caseSensitiveMatch: false});
        for (const file of inside.sort()) files.add(path.resolve(file));
        if (!inside.length) errors.push({path: given, message: `There is no text file (${EXTENSIONS.map((e) => `.${e}`).join(', ')}) in this folder.`, empty: true});
      } else errors.push({path: given, message: 'This is neither a file nor a folder.'});
    } else if (/[*?{}[\]!()]/.test(given)) {
      const {glob} = await globber();
      const matched = await glob(given, {cwd, absolute: true, ignore: IGNORED});
      for (const file of matched.sort()) files.add(path.resolve(file));
      if (!matched.length) errors.push({path: given, message: 'No file matches this pattern.', empty: true});
    } else errors.push({path: given, message: 'There is no such file or folder.'});
  }
  // A link in a folder may lead to what is in it anyway.
  const seen = new Set<string>();
  const isTwice = (file: string) => {
    const real = existsSync(file) ? realpathSync.native(file) : file;
    const known = real !== file && (files.has(real) || seen.has(real));
    seen.add(real);
    return known;
  };
  return {files: [...files].filter((file) => named.has(file) || !isTwice(file)), named, errors};
}

/** The file that a path leads to through links. */
export const target = (file: string): string => realpathSync(file);
