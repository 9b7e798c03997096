/**
 * In the place of `node:fs` in the language server of a browser: the texts that the editor has handed over. Paths are absolute, with slashes.
 */
const files = new Map<string, string>();
/** When each file was put, counted: in the place of a time of change. */
const changes = new Map<string, number>();
let count = 0;

/** Puts a text, or takes it away. */
export function put(file: string, text: string | undefined): void {
  if (text === undefined) files.delete(file);
  else files.set(file, text);
  changes.set(file, ++count);
}

/** Every file in a folder and below. */
export const filesIn = (folder: string): string[] => [...files.keys()].filter((file) => file.startsWith(folder.endsWith('/') ? folder : `${folder}/`)).sort();

const isFolder = (name: string) => filesIn(name).length > 0;
const missing = (file: string) => Object.assign(new Error(`There is no file ${file}`), {code: 'ENOENT'});

export const existsSync = (file: string): boolean => files.has(file) || isFolder(file);

export function readFileSync(file: string, encoding?: string): string | Buffer {
  const text = files.get(file);
  if (text === undefined) throw missing(file);
  return encoding ? text : Buffer.from(text);
}

export function statSync(file: string, options: {throwIfNoEntry?: boolean} = {}): {mtimeMs: number; size: number; mode: number; isFile(): boolean; isDirectory(): boolean} | undefined {
  const text = files.get(file);
  if (text === undefined && !isFolder(file)) {
    if (options.throwIfNoEntry === false) return undefined;
    throw missing(file);
  }
  return {mtimeMs: changes.get(file) ?? 0, size: text?.length ?? 0, mode: 0o666, isFile: () => text !== undefined, isDirectory: () => text === undefined};
}

export const realpathSync = (file: string): string => file;

/** lilconfig asks for its asynchronous functions when it is loaded, and for nothing more. */
export const promises = {readFile: undefined, access: undefined};
const notHere = () => {
  throw new Error('Not in a browser');
};
export const accessSync = (file: string): void => {
  if (!existsSync(file)) throw missing(file);
};
export {notHere as appendFileSync, notHere as mkdirSync, notHere as readdirSync, notHere as writeFileSync};
export default {existsSync, readFileSync, statSync, realpathSync, accessSync, promises};
