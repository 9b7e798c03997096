import {isUtf8} from 'node:buffer';

/** How the characters of a file stand in its bytes. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The file begins with a byte-order mark. */
  readonly mark: boolean;
}

/** Larger files are not read: 20 MB. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** What makes bytes unfit for linting; the message says what, where and what to do. */
export class DecodeError extends Error {}

/**
 * Text of a file. UTF-8, or UTF-16 with a byte-order mark; the mark is not part of the text.
 * Throws a {@link DecodeError} for binary data, for bytes that are no UTF-8 and for half a character of UTF-16, with the position of the first.
 */
export function decode(bytes: Buffer): {text: string; encoding: Encoding} {
  if (bytes.length > MAX_BYTES) throw new DecodeError(`The file has ${Math.round(bytes.length / 1024 / 1024)} MB; the limit is ${MAX_BYTES / 1024 / 1024} MB. Split it and lint the parts.`);
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide && bytes.length % 2) throw new DecodeError(`This is no whole UTF-16: half a character is left at position ${bytes.length - 1}. Save the file as UTF-8.`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {text: bytes.toString('utf16le', 2), encoding: {name: 'utf-16le', mark: true}};
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const swapped = Buffer.from(bytes.subarray(2)).swap16();
    return {text: swapped.toString('utf16le'), encoding: {name: 'utf-16be', mark: true}};
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const nul = bytes.subarray(0, 8192).indexOf(0);
  if (nul >= 0) throw new DecodeError(`This is no text: there is a zero byte at position ${nul}. If it is UTF-16, save it with a byte-order mark or as UTF-8.`);
  if (!isUtf8(bytes)) {
    const again = Buffer.from(bytes.toString('utf8'));
    let at = 0;
    while (at < bytes.length && bytes[at] === again[at]) at++;
    throw new DecodeError(`This is no valid UTF-8: byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')} at position ${at}. Save the file as UTF-8.`);
  }
  return {text: bytes.toString('utf8', mark ? 3 : 0), encoding: {name: 'utf-8', mark}};
}

/** The bytes of a text in the encoding that its file had. */
export function encode(text: string, {name, mark}: Encoding): Buffer {
  if (name === 'utf-8') return Buffer.from((mark ? '\ufeff' : '') + text, 'utf8');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return name === 'utf-16be' ? bytes.swap16() : bytes;
}
