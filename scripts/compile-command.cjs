/**
 * Runs the built command once, over an article that needs most of it, and keeps the code that V8 has compiled of it: `dist/main.code`,
 * for `src/cli/start.ts`. Arguments are those of the command.
 */
const {readFileSync, writeFileSync} = require('node:fs');
const {createRequire, wrap} = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const folder = path.resolve(__dirname, '../dist');
const file = path.join(folder, 'main.cjs');
const script = new vm.Script(wrap(readFileSync(file, 'latin1')), {filename: file});
process.on('exit', () => {
  writeFileSync(path.join(folder, 'main.code'), script.createCachedData());
  // Findings in the article are no failure of the build.
  process.exitCode = 0;
});
const main = {exports: {}};
script.runInThisContext()(main.exports, createRequire(file), main, file, folder);
