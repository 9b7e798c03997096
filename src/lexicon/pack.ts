import {columnsOf} from './columns.ts';
import {NUMBERED} from './numbered.ts';

/*
 * All files that a bundled mtlint reads, in one: gzip over a line of JSON (`[[name, bytes], …]`) and the contents, each at a multiple of 8 bytes;
 * the largest assets as columns (`columns.ts`), without those that are made of others (`numbered.ts`).
 */

const aligned = (size: number) => Math.ceil(size / 8) * 8;

/** What {@link unpack} reads, before gzip. */
export function pack(given: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const files = given.filter(([name]) => !NUMBERED.has(name)).map(([name, bytes]) => [name, columnsOf(name)?.split(bytes) ?? bytes] as const);
  const index = JSON.stringify(files.map(([name, {length}]) => [name, length]));
  const head = new TextEncoder().encode(`${index}${' '.repeat(aligned(new TextEncoder().encode(index).length + 1) - new TextEncoder().encode(index).length - 1)}\n`);
  const whole = new Uint8Array(files.reduce((n, [, {length}]) => n + aligned(length), head.length));
  whole.set(head);
  let at = head.length;
  for (const [, bytes] of files) {
    whole.set(bytes, at);
    at += aligned(bytes.length);
  }
  return whole;
}

/** Files by name. Takes a pack with or without gzip, which some servers take off. Throws for anything else. */
export async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const whole = zipped ? new Uint8Array(await new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()) : bytes;
    let at = whole.indexOf(10) + 1;
    const files = new Map<string, Uint8Array>();
    for (const [name, size] of JSON.parse(new TextDecoder().decode(whole.subarray(0, at))) as [string, number][]) {
      if (at + size > whole.length) throw new Error('its end is missing');
      const content = whole.subarray(at, at + size);
      files.set(name, columnsOf(name)?.join(content) ?? content);
      at += aligned(size);
    }
    for (const [name, {of, make}] of NUMBERED) if (files.has(of)) files.set(name, make(files.get(of)!));
    return files;
  } catch (error) {
    throw new Error(`This is no pack of mtlint’s files (${(error as Error).message}). \`mtlint pack FILE\` makes one.`);
  }
}
