/*
 * Long texts of which gzip, which looks back 32,768 bytes, would not see how often they repeat themselves: what stands between braces and has stood so
 * before is the number of the place, words that occur twice or more are the number of the word, the commonest a byte.
 */
import {bytesOf, concat, numbersOf, Reader, toPlanes} from './planes.ts';

/** Stands for a piece that was there before. */
const AGAIN = '\u0002';
const LEAST = 8;
const PIECES = /[^{}\0\u0001]+/g;
const TOKENS = /[\p{L}\p{M}\d_]+|[^\p{L}\p{M}\d_]+/gu;
/** Numbers below this take one byte, those above two; `TWO` first bytes stand for 256 numbers each, the others for 65,536. */
const ONE = 192;
const TWO = 60;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** A part with its size before it. */
const sized = (bytes: Uint8Array): Uint8Array => concat([bytesOf(Uint32Array.of(bytes.length)), bytes]);
const takeSized = (reader: Reader): Uint8Array => reader.take(numbersOf(reader.take(4), 0, 1)[0]!);
const lines = (words: readonly string[]): Uint8Array => sized(encoder.encode(words.join('\u0003')));
const takeLines = (reader: Reader): string[] => decoder.decode(takeSized(reader)).split('\u0003');

/** Throws for a text that has the control characters 2 or 3. */
export function splitText(text: string): Uint8Array {
  if (/[\u0002\u0003]/.test(text)) throw new Error('The text has a control character');
  const places = new Map<string, number>();
  const again: number[] = [];
  const rest = text.replace(PIECES, (piece) => {
    if (piece.length < LEAST) return piece;
    const place = places.get(piece);
    if (place === undefined) places.set(piece, places.size);
    else again.push(place);
    return place === undefined ? piece : AGAIN;
  });
  const tokens = rest.match(TOKENS) ?? [];
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a).map(([token]) => token);
  const numbers = new Map(common.map((token, i) => [token, i + 1]));
  const codes = new Uint8Array(3 * tokens.length);
  let at = 0;
  for (const token of tokens) {
    const number = numbers.get(token) ?? 0;
    const over = number - ONE - 256 * TWO;
    if (over >= 0) codes[at++] = ONE + TWO + (over >> 16);
    if (over >= 0) codes[at++] = (over >> 8) & 255;
    else if (number >= ONE) codes[at++] = ONE + ((number - ONE) >> 8);
    codes[at++] = over >= 0 ? over & 255 : number >= ONE ? (number - ONE) & 255 : number;
  }
  return concat([bytesOf(Uint32Array.of(again.length)), toPlanes(again, 3), lines(common), lines(tokens.filter((token) => !numbers.has(token))), sized(codes.subarray(0, at))]);
}

export function joinText(columns: Uint8Array): string {
  const reader = new Reader(columns);
  const again = reader.planes(numbersOf(reader.take(4), 0, 1)[0]!, 3);
  const common = takeLines(reader);
  const once = takeLines(reader);
  const codes = takeSized(reader);
  const tokens: string[] = [];
  for (let at = 0, seldom = 0; at < codes.length; ) {
    let number = codes[at++]!;
    if (number >= ONE + TWO) number = ONE + 256 * TWO + ((number - ONE - TWO) << 16) + (codes[at++]! << 8) + codes[at++]!;
    else if (number >= ONE) number = ONE + ((number - ONE) << 8) + codes[at++]!;
    tokens.push(number ? common[number - 1]! : once[seldom++]!);
  }
  const pieces: string[] = [];
  let i = 0;
  return tokens.join('').replace(PIECES, (piece) => {
    if (piece === AGAIN) return pieces[again[i++]!]!;
    if (piece.length >= LEAST) pieces.push(piece);
    return piece;
  });
}
