import {setFlagsFromString} from 'node:v8';
import {createConnection} from 'vscode-languageserver/node';
import {Server} from './server.ts';
import {warmUp} from './warm-up.ts';

/** Percent by which the heap may outgrow what is alive in it before it is cleared. */
const GROWTH = 20;

/** Serves an editor over standard input and output until it is gone. */
export function serve(): void {
  // An editor leaves its server running: memory counts for more than the time of clearing it. The space for what is new stays as small as it is now.
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  setFlagsFromString('--semi-space-growth-factor=1');
  new Server(createConnection(process.stdin, process.stdout), warmUp()).listen();
}
