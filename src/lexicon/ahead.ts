/** Files of mtlint that were read before they were asked for. */
interface Ahead {
  /** By name, as `readPackageFile` is asked for them; each is given away once. */
  readonly files: Map<string, Buffer>;
  /** When all are there that could be read. */
  ready: Promise<void>;
}

const KEY = Symbol.for('mtlint.ahead');
const place = globalThis as {[KEY]?: Ahead};

/** One for the process: `src/cli/start.ts`, which begins to read, and the command, which goes on, are two bundles. */
export const ahead: Ahead = (place[KEY] ??= {files: new Map(), ready: Promise.resolve()});
