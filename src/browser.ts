import {giveFiles} from './lexicon/given-files.ts';
import {unpack} from './lexicon/pack.ts';

export * from './index.ts';

/**
 * Loads what mtlint knows of words; once, before the first text. `pack` is the file that `mtlint pack FILE` makes, or its URL.
 * Throws where it cannot be had.
 */
export async function load(pack: string | URL | ArrayBuffer | Uint8Array): Promise<void> {
  let bytes = pack;
  if (typeof bytes === 'string' || bytes instanceof URL) {
    const response = await fetch(bytes);
    if (!response.ok) throw new Error(`mtlint’s words could not be loaded from ${String(bytes)}: ${response.status} ${response.statusText}`);
    bytes = await response.arrayBuffer();
  }
  const files = await unpack(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);
  giveFiles((name) => files.get(name));
}
