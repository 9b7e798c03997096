import {Writable} from 'node:stream';
import {createConnection} from 'vscode-languageserver/node';
import {findFiles} from '../cli/files.ts';
import {careForHeap} from './heap.ts';
import {Server} from './server.ts';
import {warmUp} from './warm-up.ts';

/**
 * Standard output for the protocol alone: what settings and plugins that are code print (`console.log`) goes to standard error,
 * since one line of it between messages would end the conversation.
 */
function takeOutput(): Writable {
  const {stdout, stderr} = process;
  const write = stdout.write.bind(stdout) as (chunk: Uint8Array, done: (error?: Error | null) => void) => boolean;
  stdout.write = stderr.write.bind(stderr);
  // Whoever writes is told.
  stdout.on('error', () => undefined);
  return new Writable({write: (chunk: Uint8Array, _, done) => void write(chunk, done)});
}

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  new Server(createConnection(process.stdin, takeOutput()), {findFiles, warmUp: warmUp(), tidy: careForHeap()}).listen();
}
