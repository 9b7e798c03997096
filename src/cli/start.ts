#!/usr/bin/env node
/**
 * Starts the command, `main.cjs` beside it in `dist/`, with the code that V8 has compiled of it when it was built (`main.code`):
 * compiling costs more than linting an article. Where V8 is another one than that of the build, it refuses that code, and Node compiles
 * and keeps it in its own cache, if it has one.
 */
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import {NEW_SPACE_STAYS, setCompilerFlags, START_FLAGS} from './compiler-flags.ts';
import {readAhead} from './read-ahead.ts';

const file = path.join(__dirname, 'main.cjs');
/** What lints no text, or does so in other ways. */
const OTHERS = /^(?:--help|--version|rules|explain|init|config|accept|lsp|pack)$/;
const given = process.argv.slice(2);
const lints = given.length > 0 && !given.some((argument) => OTHERS.test(argument));

const serves = given[0] === 'lsp';
setCompilerFlags(START_FLAGS);
// To load the code would make the space for what is new larger than a server needs it, which grows it itself.
if (serves) setCompilerFlags([NEW_SPACE_STAYS]);

/** The function that Node puts modules in, before and behind the text of one. */
const [head = '', tail = ''] = module.wrap('\0').split('\0');

/** The file's text in that function, as one piece: V8 would copy text that is put together. The bundle is ASCII. */
function wrapped(name: string): string {
  const descriptor = fs.openSync(name, 'r');
  const {size} = fs.fstatSync(descriptor);
  const bytes = Buffer.allocUnsafeSlow(head.length + size + tail.length);
  fs.readSync(descriptor, bytes, head.length, size, 0);
  fs.closeSync(descriptor);
  bytes.write(head, 0, 'latin1');
  bytes.write(tail, head.length + size, 'latin1');
  return bytes.toString('latin1');
}

/**
 * The whole for the language server, read in pieces, and without the compiled code. Once a large block of memory has been given back, glibc keeps what
 * is given back later, and smaller blocks come from where holes remain: with the blocks of the compiled code given back, a server needed 12 MB more.
 */
function uncompiled(): vm.Script {
  const descriptor = fs.openSync(file, 'r');
  const piece = Buffer.allocUnsafeSlow(2 ** 16);
  let text = head;
  for (let read: number; (read = fs.readSync(descriptor, piece, 0, piece.length, null)) > 0; ) text += piece.toString('latin1', 0, read);
  fs.closeSync(descriptor);
  return new vm.Script(text + tail, {filename: file});
}

function compiled(): vm.Script | undefined {
  let code: Buffer;
  let text: string;
  try {
    code = fs.readFileSync(path.join(__dirname, 'main.code'));
    text = wrapped(file);
  } catch {
    return undefined;
  }
  // The files of the lexicon come while V8 takes the code: before, they would only have been in the way of this one.
  if (lints) readAhead(path.dirname(__dirname));
  const script = new vm.Script(text, {filename: file, cachedData: code});
  return script.cachedDataRejected ? undefined : script;
}

const script = serves ? uncompiled() : compiled();
if (script) {
  const main = {exports: {}};
  script.runInThisContext()(main.exports, module.createRequire(file), main, file, __dirname);
} else {
  (module as {enableCompileCache?: () => void}).enableCompileCache?.();
  module.createRequire(file)(file);
}
