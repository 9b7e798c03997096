/** Makes `editors/obsidian/mtlint-obsidian.zip`, a folder to unpack into a vault's plugins: `npm run package:obsidian`, after a build. */
import {mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {zipSync} from 'fflate';
import {bundleForBrowsers, licencesIn} from './bundle.ts';
import {smallPack} from './small-pack.ts';

const home = path.resolve(import.meta.dirname, '../editors/obsidian');
const at = (...parts: string[]) => path.join(home, ...parts);

rmSync(at('dist'), {recursive: true, force: true});
mkdirSync(at('dist'));
const worker = await bundleForBrowsers({entryPoints: ['editors/obsidian/src/worker.ts'], outfile: 'editors/obsidian/dist/worker.js', format: 'iife'});
const main = await bundleForBrowsers({
  entryPoints: ['editors/obsidian/src/main.ts'], outfile: 'editors/obsidian/dist/main.js', format: 'cjs', external: ['obsidian', '@codemirror/*'],
  plugins: [{name: 'worker', setup({onResolve, onLoad}) {
    onResolve({filter: /^worker-code$/}, () => ({path: at('dist/worker.js'), namespace: 'text'}));
    onLoad({filter: /./, namespace: 'text'}, ({path: file}) => ({contents: readFileSync(file, 'utf8'), loader: 'text'}));
  }}],
});
writeFileSync(at('dist/LICENSES.txt'), licencesIn([worker, main]));
rmSync(at('dist/worker.js'));
writeFileSync(at('dist/manifest.json'), readFileSync(at('manifest.json')));
writeFileSync(at('dist/mtlint.pack'), await smallPack());
const files = ['main.js', 'manifest.json', 'mtlint.pack', 'LICENSES.txt'].map((name) => [`mtlint/${name}`, new Uint8Array(readFileSync(at('dist', name)))] as const);
writeFileSync(at('mtlint-obsidian.zip'), zipSync(Object.fromEntries(files), {level: 6}));
process.stdout.write(`editors/obsidian/mtlint-obsidian.zip: ${(statSync(at('mtlint-obsidian.zip')).size / 1e6).toFixed(1)} MB\n`);
