import {createConnection} from 'vscode-languageserver/node';
import {Server} from './server.ts';

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  new Server(createConnection(process.stdin, process.stdout)).listen();
}
