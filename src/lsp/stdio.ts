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
/** Bytes of a head that are kept while its end has not come, and of a message: what names more is no head. */
const MOST = {head: 65_536, message: 2 ** 29};

/**
 * Standard input without what is neither head nor message: what a message is longer than its head said, or a head without a length. The reader of messages
 * would take all that follows for a part of it.
 */
const messages = (): Transform => {
  let head: Buffer = Buffer.alloc(0);
  /** Bytes of the message that are still to come. */
  let left = 0;
  return process.stdin.pipe(new Transform({
    transform(chunk: Buffer, _, done) {
      for (let rest = chunk; rest.length;) {
        if (left) {
          this.push(rest.subarray(0, left));
          const taken = Math.min(left, rest.length);
          left -= taken;
          rest = rest.subarray(taken);
          continue;
        }
        head = head.length ? Buffer.concat([head, rest]) : rest;
        const end = head.indexOf(HEAD_END);
        if (end < 0) {
          head = head.subarray(-MOST.head);
          break;
        }
        rest = head.subarray(end + HEAD_END.length);
        const length = Number(/content-length:[ \t]{0,9}(\d{1,9})[ \t]{0,9}(?:\r\n.*)?$/is.exec(head.toString('latin1', Math.max(0, end - MOST.head), end))?.[1] ?? 0);
        head = Buffer.alloc(0);
        if (length > MOST.message) continue;
        left = length;
        if (left) this.push(`Content-Length: ${left}${HEAD_END}`);
      }
      done();
    },
  }));
};

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  const server = new Server(createConnection(messages(), takeOutput()), {findFiles, warmUp: warmUp(), tidy: careForHeap()});
  // A plugin may fail when nobody waits for it any more.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (error: unknown) => server.failed(error));
  server.listen();
}
