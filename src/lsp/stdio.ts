import {createConnection} from 'vscode-languageserver/node';
import {careForHeap} from './heap.ts';
import {Server} from './server.ts';
import {warmUp} from './warm-up.ts';

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  new Server(createConnection(process.stdin, process.stdout), {warmUp: warmUp(), tidy: careForHeap()}).listen();
}
