import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import type {Format} from '../format/format.ts';
import {formatOf, loadFormat} from '../format/registry.ts';
import {type FileResult, pointsOf} from '../report/result.ts';
import {DecodeError, decode, MAX_BYTES} from './decode.ts';

/** A file to look at by itself: its text, of Word that of its paragraphs, as the report counts lines and columns. */
export interface OneFile {
  readonly text: string;
  readonly format: Format;
  readonly pointAt: FileResult['pointAt'];
}

/** Reads a file, in the format that is given or that its name says. Throws a `DecodeError`, a `FormatError` or what the file system says. */
export async function readOneFile(file: string, as?: string): Promise<OneFile> {
  const id = as ?? formatOf(path.resolve(file));
  if (statSync(file).size > MAX_BYTES) throw new DecodeError(`${file} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  const bytes = readFileSync(file);
  if (id === 'docx') {
    const {Docx} = await import('../format/docx.ts');
    const {prose, format, pointAt} = new Docx(bytes, MAX_BYTES);
    return {text: prose.text, format, pointAt};
  }
  const {text} = decode(bytes);
  return {text, format: await loadFormat(id, text), pointAt: pointsOf(text)};
}
