#!/usr/bin/env node
/**
 * Starts the command, `main.cjs` beside this file, with the code that V8 has compiled of it when it was built (`main.code`):
 * compiling costs more than linting an article. Where V8 is another one than that of the build, it refuses that code, and Node compiles
 * and keeps it in its own cache, if it has one.
 */
import fs = require('node:fs');
import module = require('node:module');
import path = require('node:path');
import vm = require('node:vm');

const file = path.join(__dirname, 'main.cjs');

function compiled(): vm.Script | undefined {
  let code: Buffer;
  try {
    code = fs.readFileSync(path.join(__dirname, 'main.code'));
  } catch {
    return undefined;
  }
  // The bundle is ASCII.
  const script = new vm.Script(module.wrap(fs.readFileSync(file, 'latin1')), {filename: file, cachedData: code});
  return script.cachedDataRejected ? undefined : script;
}

const script = compiled();
if (script) {
  const main = {exports: {}};
  script.runInThisContext()(main.exports, module.createRequire(file), main, file, __dirname);
} else {
  (module as {enableCompileCache?: () => void}).enableCompileCache?.();
  require(file);
}
