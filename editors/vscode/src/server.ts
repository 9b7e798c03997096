import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {piecesOf} from '../../../src/lexicon/file-pieces.ts';
import {giveFiles} from '../../../src/lexicon/given-files.ts';
import {unpack} from '../../../src/lexicon/pack.ts';
import {serve} from '../../../src/lsp/stdio.ts';

/*
 * The server that comes with the extension. At its first start it unpacks its files beside itself, so that later only those are read that a text needs;
 * where nothing may be written, they stay in memory.
 */
const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(home, 'data');

function readUnpacked(name: string): Buffer | undefined {
  try {
    return readFileSync(path.join(folder, name));
  } catch {
    return undefined;
  }
}

const openUnpacked = (name: string) => piecesOf(path.join(folder, name));

/** The last file that is unpacked: where it is, all are. */
const DONE = 'unpacked';

if (readUnpacked(DONE)) giveFiles(readUnpacked, openUnpacked);
else {
  const files = await unpack(readFileSync(path.join(home, 'mtlint.pack')));
  giveFiles((name) => files.get(name));
  const making = `${folder}-${process.pid}`;
  try {
    for (const [name, bytes] of [...files, [DONE, Buffer.from('\n')] as const]) {
      mkdirSync(path.dirname(path.join(making, name)), {recursive: true});
      writeFileSync(path.join(making, name), bytes);
    }
    renameSync(making, folder);
    giveFiles(readUnpacked, openUnpacked);
  } catch {
    rmSync(making, {recursive: true, force: true});
  }
}
serve();
