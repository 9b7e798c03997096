/**
 * Makes `action/`: the GitHub action with all that it needs at run time, so that it runs as checked out. `npm run package:action`, after a build.
 * It is laid out like the installed package, with the packages that it depends on beside it. They are not bundled: several find
 * their data or their workers by their own place, and CommonJS that is imported late has other exports in a bundle.
 */
import {cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const at = (...parts: string[]) => path.join(root, ...parts);
const manifest = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {name: string; version: string; dependencies?: Record<string, string>; optionalDependencies?: Record<string, string>};

rmSync(at('action'), {recursive: true, force: true});
await build({absWorkingDir: root, outfile: 'action/index.js', entryPoints: ['src/action/main.ts'], bundle: true, format: 'esm', platform: 'node', target: 'node20.19', packages: 'external', logLevel: 'warning'});
const {name, version, dependencies = {}} = manifest(root);
// The package finds its data through its own name.
writeFileSync(at('action/package.json'), `${JSON.stringify({name, version, private: true, type: 'module', exports: {'./package.json': './package.json'}}, null, 2)}\n`);
cpSync(at('LICENSE'), at('action/LICENSE'));
cpSync(at('assets'), at('action/assets'), {recursive: true});
cpSync(at('dist/data'), at('action/dist/data'), {recursive: true});
for (const file of readdirSync(at('dist'))) if (/\.(?:c?js|code)$/.test(file)) cpSync(at('dist', file), at('action/dist', file));

/** Folders of packages, from the root, as npm has laid them out. */
const packages = new Set<string>();
/** Adds what a package depends on, each where Node would find it from there. */
function add(from: string, wanted: readonly string[], optional: boolean): void {
  for (const id of wanted) {
    let folder = from;
    while (folder && !existsSync(at(folder, 'node_modules', id, 'package.json'))) folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '';
    const found = path.posix.join(folder, 'node_modules', id);
    if (packages.has(found)) continue;
    if (!existsSync(at(found))) {
      if (optional) continue;
      throw new Error(`${id} is not installed: run npm ci.`);
    }
    packages.add(found);
    const {dependencies: needed = {}, optionalDependencies = {}} = manifest(at(found));
    add(found, Object.keys(needed).filter((key) => !(key in optionalDependencies)), false);
    add(found, Object.keys(optionalDependencies), true);
  }
}
add('', Object.keys(dependencies), false);
const left = (file: string) => /^\.|\.(?:map|d\.[cm]?ts)$|^(?!licen[cs]e|notice).*\.(?:md|markdown)$/i.test(path.basename(file));
for (const folder of packages) cpSync(at(folder), at('action', folder), {recursive: true, filter: (file) => file === at(folder) || (path.basename(file) !== 'node_modules' && !left(file))});
