import {Transform, Writable} from 'node:stream';
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

const HEAD_END = '\r\n\r\n';

/**
 * Standard input, a piece for each head of a message and what follows it: behind a head that makes no sense the reader of messages stops, and goes on
 * with what has come already only when more comes.
 */
const inPieces = (): Transform => process.stdin.pipe(new Transform({
  transform(chunk: Buffer, _, done) {
    let from = 0;
    for (let at = chunk.indexOf(HEAD_END); at >= 0; at = chunk.indexOf(HEAD_END, from)) {
      this.push(chunk.subarray(from, at + HEAD_END.length));
      from = at + HEAD_END.length;
    }
    this.push(chunk.subarray(from));
    done();
  },
}));

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  new Server(createConnection(inPieces(), takeOutput()), {findFiles, warmUp: warmUp(), tidy: careForHeap()}).listen();
}
