import {type Stats, statSync} from 'node:fs';

/** What keeps a path from being one of a file that is read or written as a whole: a device or a pipe would be replaced by a file, or waited for without end. */
export function noFile(file: string): string | undefined {
  if (/^\/(?:dev|proc|sys)\//.test(file)) return 'is part of the system';
  // What cannot be asked for, such as something in a file instead of a folder, will be told of by who opens it.
  let stat: Stats | undefined;
  try {
    stat = statSync(file, {throwIfNoEntry: false});
  } catch {
    return undefined;
  }
  return !stat || stat.isFile() ? undefined : stat.isDirectory() ? 'is a folder' : 'is a device or a pipe';
}
