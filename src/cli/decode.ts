import {isUtf8} from 'node:buffer';

/** How the characters of a file stand in its bytes. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The file begins with a byte-order mark. */
  readonly mark: boolean;
}

/** Larger files are not read: 20 MB. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** Bytes at the beginning of a file in which a zero shows that it is no text. */
const BINARY = 8192;

/** What makes bytes unfit for linting; the message says what, where and what to do. */
export class DecodeError extends Error {}

/** Where a file may say its encoding: the prolog of XML, an element of HTML, the header of PO. */
const DECLARATIONS = [/^\s{0,99}<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/, /<meta\s[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i, /^"Content-Type:[^"\n]{0,100}charset=([\w.:-]{1,40})/m];
/** Bytes at the beginning of a file in which a declaration is looked for. */
const HEAD = 4096;

/** The encoding other than UTF-8 that a file says it has; undefined where it says none. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, HEAD);
  const said = DECLARATIONS.map((declaration) => declaration.exec(head)?.[1]).find((name) => name !== undefined);
  // What msginit puts in is to be filled out.
  return said && !/^(?:utf-?8|charset)$/i.test(said) ? said : undefined;
}

/** How to get a file out of the encoding that it says it has. */
const convert = (declared: string) => `Convert it, for instance with \`iconv -f ${declared} -t UTF-8\`, and write UTF-8 where the file says ${declared}.`;

/** What keeps new bytes from being put in the place of old ones: a file that is ASCII and says that it is no UTF-8 can hold no other characters. */
export function misfit(before: Buffer, after: Buffer): string | undefined {
  const plain = (bytes: Buffer) => bytes.every((byte) => byte < 0x80);
  const declared = plain(after) || !plain(before) ? undefined : declaredEncoding(before);
  return declared && `Nothing was repaired: the file says that it is in ${declared}, and the repairs have other characters than ASCII, which mtlint writes in UTF-8. ${convert(declared)}`;
}

/**
 * Text of a file. UTF-8, or UTF-16 with a byte-order mark; the mark is not part of the text.
 * Throws a {@link DecodeError} for binary data, for bytes that are no UTF-8 and for half a character of UTF-16, with the position of the first.
 */
export function decode(bytes: Buffer): {text: string; encoding: Encoding} {
  if (bytes.length > MAX_BYTES) throw new DecodeError(`The file has ${Math.round(bytes.length / 1024 / 1024)} MB; the limit is ${MAX_BYTES / 1024 / 1024} MB. Split it and lint the parts.`);
  if (bytes.length >= 4 && [0xfffe0000, 0x0000feff].includes(bytes.readUInt32BE(0))) throw new DecodeError('This is UTF-32. Save the file as UTF-8.');
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide && bytes.length % 2) throw new DecodeError(`This is no whole UTF-16: half a character is left at position ${bytes.length - 1}. Save the file as UTF-8.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {text: bytes.toString('utf16le', 2), encoding: {name: 'utf-16le', mark: true}};
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = Buffer.from(bytes.subarray(2)).swap16();
    return {text: swapped.toString('utf16le'), encoding: {name: 'utf-16be', mark: true}};
  }
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) throw new DecodeError('This is an archive, no text. If it is a Word file, lint it with --as docx.');
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const problem = noText(bytes);
  if (problem) throw new DecodeError(problem);
  if (!isUtf8(bytes)) {
    const again = Buffer.from(bytes.toString('utf8'));
    let at = 0;
    while (at < bytes.length && bytes[at] === again[at]) at++;
    const declared = declaredEncoding(bytes);
    throw new DecodeError(`This is no valid UTF-8: byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')} at position ${at}. ${declared ? `The file says that it is in ${declared}; mtlint reads UTF-8. ${convert(declared)}` : 'Save the file as UTF-8.'}`);
  }
  return {text: bytes.toString('utf8', mark ? 3 : 0), encoding: {name: 'utf-8', mark}};
}

/** Why what is without a byte-order mark is no text, one sentence or two: there is a zero at its beginning. Undefined for text. */
export function noText(content: Buffer | string): string | undefined {
  const nul = content.slice(0, BINARY).indexOf('\0');
  return nul < 0 ? undefined : `This is no text: there is a zero byte at position ${nul}. If it is UTF-16, save it with a byte-order mark or as UTF-8.`;
}

/** The bytes of a text in the encoding that its file had. */
export function encode(text: string, {name, mark}: Encoding): Buffer {
  if (name === 'utf-8') return Buffer.from((mark ? '\ufeff' : '') + text, 'utf8');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return name === 'utf-16be' ? bytes.swap16() : bytes;
}
