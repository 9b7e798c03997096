import {realpathSync} from 'node:fs';
import path from 'node:path';
import type {Metafile, Plugin} from 'esbuild';
import {bundleForBoth, bundleForBrowsers, bundleForNode} from './bundle.ts';

const root = path.resolve(import.meta.dirname, '..');
const nameOf = (file: string) => path.relative(root, realpathSync(path.resolve(root, file))).replaceAll('\\', '/');

/** Modules that are in the shared part are taken from there; which ones, is added to `taken`. `load` is the code that makes the shared part run. */
const takeShared = (shared: ReadonlySet<string>, taken: Set<string>, load: string): Plugin => ({
  name: 'shared',
  setup({onResolve, onLoad, resolve}) {
    onResolve({filter: /^mtlint-shared$/}, () => ({path: 'all', namespace: 'shared'}));
    onResolve({filter: /./}, async ({path: wanted, pluginData, kind, ...from}) => {
      if (pluginData === 'resolving' || kind === 'entry-point') return undefined;
      const {path: file, namespace, errors} = await resolve(wanted, {kind, ...from, pluginData: 'resolving'});
      if (errors.length || namespace !== 'file' || !path.isAbsolute(file) || !shared.has(nameOf(file))) return undefined;
      taken.add(nameOf(file));
      return {path: nameOf(file), namespace: 'shared'};
    });
    onLoad({filter: /./, namespace: 'shared'}, ({path: file}) => ({resolveDir: root, contents: file === 'all' ? load : `module.exports = require('mtlint-shared')[${JSON.stringify(file)}];`}));
  },
});

/**
 * A program for Node and the same for browsers as three scripts in a folder: `shared`, which holds what is the same on both, and one for each platform
 * with the rest. Node's asks for `shared` itself; in a browser it must have run in the same scope before. `entry` is the module with most of the program.
 */
export async function bundleShared(folder: string, entry: string, shared: string, node: readonly [source: string, out: string], browser: readonly [source: string, out: string]): Promise<Metafile[]> {
  const {inputs, outputs} = await bundleForBoth([entry], shared, false);
  // What stands in for modules of Node is asked for before the shared part runs.
  const names = new Set(Object.keys(inputs).filter((file) => file !== '<stdin>').map(nameOf).filter((file) => !file.startsWith('src/web/')));
  const outside = [...new Set(Object.values(outputs).flatMap(({imports}) => imports.flatMap(({path: name, external}) => (external ? [name] : []))))];
  // As Node gives modules: what is exported by default is the module.
  const load = (from: string) => `const plain = (m) => (m.__esModule && m.default ? Object.assign(m.default, {...m}) : m);
const outside = {${outside.map((name) => `${JSON.stringify(name)}: plain(require(${JSON.stringify(name)}))`).join(', ')}};
module.exports = ${from}((name) => outside[name], process, Buffer, setImmediate);`;
  const taken = new Set<string>();
  const shells = await Promise.all([
    bundleForNode({entryPoints: [node[0]], outfile: path.join(folder, node[1]), external: [`./${shared}`], plugins: [takeShared(names, taken, load(`require('./${shared}')`))]}),
    bundleForBrowsers({entryPoints: [browser[0]], outfile: path.join(folder, browser[1]), format: 'iife', plugins: [takeShared(names, taken, load('globalThis.mtlintShared'))]}),
  ]);
  return [...shells, await bundleForBoth([...taken], path.join(folder, shared), true)];
}
