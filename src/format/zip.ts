import {deflateSync, Inflate} from 'fflate';
import {FormatError} from './format.ts';

/** One file of an archive, as its central directory has it; offsets are bytes into the archive. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
  /** Where the next local header, or the central directory, begins. */
  end: number;
  /** The record in the central directory. */
  readonly record: readonly [number, number];
}

const DAMAGED = 'The file is damaged or was cut off';
const REMEDY = 'Open it in Word, save it again, and run again.';
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

const table = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  table[n] = c;
}
/** CRC-32 of PKWARE's APPNOTE, 4.4.7. */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = table[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** A zip archive: files are unpacked one by one up to a limit, and changed ones put in without touching the bytes of the others. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limit: number;
  readonly #entries = new Map<string, Entry>();
  readonly #directory: number;
  readonly #end: number;

  /** Throws a {@link FormatError} for what is no sound archive. A file that unpacks to more than `limit` bytes is not read. */
  constructor(bytes: Uint8Array, limit: number) {
    // Of a Buffer, `slice` would be a view.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limit = limit;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const view = this.#view;
    if (bytes.length > 8 && view.getUint32(0) === 0xd0cf11e0) throw new FormatError('The file is protected with a password, or of an old version of Word: save it as .docx without a password.');
    let end = bytes.length - 22;
    while (end >= 0 && end >= bytes.length - 65_557 && view.getUint32(end, true) !== END) end--;
    if (end < 0 || view.getUint32(end, true) !== END) throw new FormatError(`${DAMAGED}: its table of contents is missing. ${REMEDY}`);
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    this.#directory = at;
    this.#end = end;
    if (count === 0xffff || at === 0xffffffff) throw new FormatError(`The file is too large (zip64). Split it and lint the parts.`);
    const entries: Entry[] = [];
    for (let i = 0; i < count; i++) {
      if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new FormatError(`${DAMAGED}: its table of contents ends at entry ${i} of ${count}. ${REMEDY}`);
      const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
      const next = at + 46 + nameLength + extra + comment;
      if (next > end) throw new FormatError(`${DAMAGED}: its table of contents ends at entry ${i} of ${count}. ${REMEDY}`);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const entry: Entry = {name, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true), end: 0, record: [at, next]};
      if (entry.offset + 30 > this.#directory || view.getUint32(entry.offset, true) !== LOCAL || this.#entries.has(name)) throw new FormatError(`${DAMAGED}: \`${name}\` is not where it should be. ${REMEDY}`);
      entries.push(entry);
      this.#entries.set(name, entry);
      at = next;
    }
    entries.sort((a, b) => a.offset - b.offset);
    for (const [i, entry] of entries.entries()) entry.end = entries[i + 1]?.offset ?? this.#directory;
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a file; undefined if there is none. Throws a {@link FormatError} if it is damaged or too large. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.flags & 1) throw new FormatError('The file is protected with a password: save it without one.');
    const tooLarge = () => new FormatError(`\`${name}\` unpacks to more than ${Math.round(this.#limit / 1024 / 1024)} MB, which is the limit. Split the document and lint the parts.`);
    if (entry.size > this.#limit) throw tooLarge();
    const start = entry.offset + 30 + this.#view.getUint16(entry.offset + 26, true) + this.#view.getUint16(entry.offset + 28, true);
    if (start + entry.packed > entry.end) throw new FormatError(`${DAMAGED}: \`${name}\` is not complete. ${REMEDY}`);
    const packed = this.#bytes.subarray(start, start + entry.packed);
    let out: Uint8Array;
    if (entry.method === 0) out = packed.slice();
    else if (entry.method === 8) {
      // The size that the archive states may be a lie: what comes out is counted.
      const chunks: Uint8Array[] = [];
      let size = 0;
      const inflate = new Inflate((chunk) => {
        size += chunk.length;
        if (size > this.#limit) throw tooLarge();
        chunks.push(chunk);
      });
      try {
        const step = 16_384;
        for (let i = 0; i < packed.length || i === 0; i += step) inflate.push(packed.subarray(i, i + step), i + step >= packed.length);
      } catch (error) {
        if (error instanceof FormatError) throw error;
        throw new FormatError(`${DAMAGED}: \`${name}\` cannot be unpacked. ${REMEDY}`);
      }
      out = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        out.set(chunk, at);
        at += chunk.length;
      }
    } else throw new FormatError(`\`${name}\` is packed in a way that no Word uses. ${REMEDY}`);
    if (out.length !== entry.size || crc32(out) !== entry.crc) throw new FormatError(`${DAMAGED}: \`${name}\` is not what it was when it was saved. ${REMEDY}`);
    return out;
  }

  /** The archive with some files changed or added; the bytes of all others are the same. */
  with(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const parts: Uint8Array[] = [];
    const records: Uint8Array[] = [];
    let at = 0;
    const add = (list: Uint8Array[], bytes: Uint8Array) => {
      list.push(bytes);
      return bytes.length;
    };
    const pack = (name: string, content: Uint8Array, old: Entry | undefined) => {
      const encoded = new TextEncoder().encode(name);
      const packed = deflateSync(content);
      // The day that the format begins with, where there is no older one.
      const [time, date] = old ? [this.#view.getUint16(old.record[0] + 12, true), this.#view.getUint16(old.record[0] + 14, true)] : [0, 0x21];
      const flags = (old?.flags ?? 0) & 0x800;
      const local = new Uint8Array(30 + encoded.length);
      const head = new DataView(local.buffer);
      head.setUint32(0, LOCAL, true);
      for (const [offset, value] of [[4, 20], [6, flags], [8, 8], [10, time], [12, date], [26, encoded.length]] as const) head.setUint16(offset, value, true);
      for (const [offset, value] of [[14, crc32(content)], [18, packed.length], [22, content.length]] as const) head.setUint32(offset, value, true);
      local.set(encoded, 30);
      const record = new Uint8Array(46 + encoded.length);
      const row = new DataView(record.buffer);
      row.setUint32(0, CENTRAL, true);
      for (const [offset, value] of [[4, 20], [6, 20], [8, flags], [10, 8], [12, time], [14, date], [28, encoded.length]] as const) row.setUint16(offset, value, true);
      for (const [offset, value] of [[16, crc32(content)], [20, packed.length], [24, content.length], [38, old ? this.#view.getUint32(old.record[0] + 38, true) : 0], [42, at]] as const) row.setUint32(offset, value, true);
      record.set(encoded, 46);
      at += add(parts, local);
      at += add(parts, packed);
      records.push(record);
    };
    for (const entry of [...this.#entries.values()].sort((a, b) => a.offset - b.offset)) {
      const content = files.get(entry.name);
      if (content) pack(entry.name, content, entry);
      else {
        const record = this.#bytes.slice(...entry.record);
        new DataView(record.buffer).setUint32(42, at, true);
        records.push(record);
        at += add(parts, this.#bytes.subarray(entry.offset, entry.end));
      }
    }
    for (const [name, content] of files) if (!this.#entries.has(name)) pack(name, content, undefined);
    const end = this.#bytes.slice(this.#end);
    const tail = new DataView(end.buffer);
    tail.setUint16(8, records.length, true);
    tail.setUint16(10, records.length, true);
    tail.setUint32(12, records.reduce((n, r) => n + r.length, 0), true);
    tail.setUint32(16, at, true);
    const all = [...parts, ...records, end];
    const out = new Uint8Array(all.reduce((n, p) => n + p.length, 0));
    let offset = 0;
    for (const part of all) {
      out.set(part, offset);
      offset += part.length;
    }
    return out;
  }
}
