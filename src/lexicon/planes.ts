/** Numbers as columns of bytes, and back. */

/** Numbers as bytes: all lowest ones first, then all second ones. */
export function toPlanes(values: ArrayLike<number>, width: number): Uint8Array {
  const out = new Uint8Array(values.length * width);
  for (let plane = 0; plane < width; plane++) for (let i = 0; i < values.length; i++) out[plane * values.length + i] = values[i]! >>> (8 * plane);
  return out;
}

/** Reads columns one after the other. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    if (part.length < length) throw new Error('its end is missing');
    this.#at += length;
    return part;
  }

  planes(count: number, width: number): Uint32Array {
    const out = new Uint32Array(count);
    for (let plane = 0; plane < width; plane++) {
      const part = this.take(count);
      for (let i = 0; i < count; i++) out[i]! |= part[i]! << (8 * plane);
    }
    return out;
  }
}

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((n, {length}) => n + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
/** Bytes in a buffer of their own, at its beginning: `slice` of a Buffer would be a view. */
const copy = (bytes: Uint8Array, from: number, to: number): ArrayBuffer => new Uint8Array(bytes.subarray(from, to)).buffer;
export const numbersOf = (bytes: Uint8Array, from: number, count: number): Uint32Array => new Uint32Array(copy(bytes, from, from + 4 * count));
export const bytesOf = (numbers: Uint32Array | Uint16Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
