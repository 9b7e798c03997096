import {mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll} from 'vitest';
import {Client} from './lsp-client.ts';

/** A folder of its own for a file of tests, and what makes clients; both are gone behind the last test. */
export function workplace(prefix: string): {readonly folder: string; client(): Client} {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), prefix)));
  const clients: Client[] = [];
  afterAll(() => {
    for (const {process: child} of clients) child.kill();
    rmSync(folder, {recursive: true, force: true});
  });
  return {
    folder,
    client() {
      const made = new Client();
      clients.push(made);
      return made;
    },
  };
}
