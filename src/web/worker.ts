import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser';
import {giveFiles} from '../lexicon/given-files.ts';
import {unpack} from '../lexicon/pack.ts';
import {Server} from '../lsp/server.ts';
import {findFiles} from './find-files.ts';
import {put} from './node/fs.ts';
import {giveWriter} from './node/write-file-atomic.ts';

/*
 * The language server in a web worker. The first message hands over mtlint's files; from the answer on, messages are those of the language server protocol.
 */

/** The first message: what `mtlint pack` makes, or where it is. */
export interface Start {
  readonly pack: Uint8Array | string;
  /** What the workspace has from the start. */
  readonly files?: Files;
}
/** The answer to it. */
export type Started = {readonly ready: true} | {readonly problem: string};

/** Texts of the workspace (settings, word lists, articles) as the editor has them, by absolute path; null for one that is gone. Notification `mtlint/files`. */
export type Files = readonly (readonly [file: string, text: string | null])[];
/** What the server wants written. Request `mtlint/write`. */
export interface Written {
  readonly file: string;
  readonly text: string;
}

/** What is used of a worker's global scope. */
const scope = globalThis as unknown as {postMessage(message: unknown): void; addEventListener(type: 'message', listen: (event: {readonly data: Start}) => void, options: {once: boolean}): void};

async function start({pack, files: given = []}: Start): Promise<void> {
  let bytes = pack;
  if (typeof bytes === 'string') {
    const response = await fetch(bytes);
    if (!response.ok) throw new Error(`${bytes}: ${response.status} ${response.statusText}`);
    bytes = new Uint8Array(await response.arrayBuffer());
  }
  const files = await unpack(bytes);
  giveFiles((name) => files.get(name));
  for (const [file, text] of given) put(file, text ?? undefined);
  const connection = createConnection(new BrowserMessageReader(scope as never), new BrowserMessageWriter(scope as never));
  connection.onNotification('mtlint/files', (given: Files) => {
    for (const [file, text] of given) put(file, text ?? undefined);
    server.reload();
  });
  giveWriter((file, text) => connection.sendRequest('mtlint/write', {file, text} satisfies Written));
  const server = new Server(connection, {findFiles});
  server.listen();
}

scope.addEventListener('message', ({data}) => {
  start(data).then(() => scope.postMessage({ready: true} satisfies Started), (error: Error) => scope.postMessage({problem: error.message} satisfies Started));
}, {once: true});
