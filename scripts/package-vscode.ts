/** Makes `editors/vscode/mtlint.vsix`: `npm run package:vscode`, after a build. */
import {execFileSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {bundleForBrowsers, bundleForNode, licencesIn} from './bundle.ts';
import {bundleShared} from './bundle-shared.ts';
import {smallPack} from './small-pack.ts';
import {smallZip} from './small-zip.ts';

const root = path.resolve(import.meta.dirname, '..');
const home = path.join(root, 'editors/vscode');
const at = (...parts: string[]) => path.join(home, ...parts);

rmSync(at('dist'), {recursive: true, force: true});
mkdirSync(at('dist'));
const entry = (name: string, out: string) => ({entryPoints: [`editors/vscode/src/${name}.ts`], outfile: `editors/vscode/dist/${out}`});
const bundles = await Promise.all([
  bundleForNode({...entry('node', 'node.js'), format: 'cjs', external: ['vscode']}),
  bundleForBrowsers({...entry('browser', 'browser.js'), format: 'cjs', external: ['vscode']}),
  bundleShared('editors/vscode/dist', 'src/lsp/server.ts', 'shared.js', ['editors/vscode/src/server.ts', 'server.mjs'], ['src/web/worker.ts', 'worker.js']),
]);
writeFileSync(at('LICENSES.txt'), licencesIn(bundles.flat()));
writeFileSync(at('mtlint.pack'), await smallPack());
for (const [from, to] of [['LICENSE', 'LICENSE'], ['seeds/victory-day.txt', 'example.txt'], ['schema/settings.json', 'settings.schema.json']] as const) cpSync(path.join(root, from), at(to));
// vsce weighs more than all else that mtlint needs: it is installed only here.
if (!existsSync(at('node_modules/@vscode/vsce'))) execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {cwd: home, stdio: 'inherit'});
execFileSync('npm', ['run', '--silent', 'package'], {cwd: home, stdio: 'inherit'});
writeFileSync(at('mtlint.vsix'), await smallZip(readFileSync(at('mtlint.vsix')), (name) => /\.(?:pack|png)$/.test(name)));
process.stdout.write(`editors/vscode/mtlint.vsix: ${(statSync(at('mtlint.vsix')).size / 1e6).toFixed(2)} MB\n`);
