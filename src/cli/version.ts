import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

/** The version of the package. */
export const version: string = (JSON.parse(readFileSync(createRequire(import.meta.url).resolve('mtlint/package.json'), 'utf8')) as {version: string}).version;
