import {setFlagsFromString} from 'node:v8';
import {createConnection} from 'vscode-languageserver/node';
import {Server} from './server.ts';

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  // An editor leaves its server running: less memory counts for more than less work. The heap grows in small steps.
  setFlagsFromString('--optimize-for-size');
  new Server(createConnection(process.stdin, process.stdout)).listen();
}
