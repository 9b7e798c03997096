/** Builds `action/`: the GitHub action with all that it needs at run time, so that it runs as checked out. `npm run package:action`, after a build. */
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const at = (...parts: string[]) => path.join(root, ...parts);
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as {name: string; version: string; dependencies?: Record<string, string>};

rmSync(at('action'), {recursive: true, force: true});
const {metafile} = await build({
  absWorkingDir: root, outdir: 'action', bundle: true, format: 'esm', platform: 'node', target: 'node20.19', logLevel: 'warning', splitting: true, minifyWhitespace: true, metafile: true,
  entryPoints: {index: 'src/action/main.ts', cli: 'src/cli/main.ts', worker: 'src/cli/work.ts'},
  // What bundled CommonJS expects to find.
  banner: {js: "import {createRequire as requireOf} from 'node:module';const require = requireOf(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;"},
});

// The package finds its data through its own name.
const {name, version} = json(at('package.json'));
writeFileSync(at('action/package.json'), `${JSON.stringify({name, version, private: true, type: 'module', exports: {'./package.json': './package.json'}}, null, 2)}\n`);
cpSync(at('LICENSE'), at('action/LICENSE'));
cpSync(at('assets'), at('action/assets'), {recursive: true});
cpSync(at('dist/data'), at('action/dist/data'), {recursive: true});

/** Packages that the sources look for at run time, which no bundle can hold. */
const wanted = new Set<string>();
const sources = (folder: string): string[] => readdirSync(at(folder), {withFileTypes: true}).flatMap((e) => (e.isDirectory() ? sources(path.join(folder, e.name)) : e.name.endsWith('.ts') ? [path.join(folder, e.name)] : []));
for (const file of [...sources('src'), ...sources('rules')]) {
  for (const [, id = ''] of readFileSync(at(file), 'utf8').matchAll(/\b(?:require|resolve|readBeside)\('((?:@[\w.-]+\/)?[\w.-]+)[^']*'/g)) if (id !== name && existsSync(at('node_modules', id))) wanted.add(id);
}
for (const id of wanted) {
  const from = at('node_modules', id);
  if (existsSync(path.join(from, 'node_modules'))) throw new Error(`${id} has packages of its own inside: teach scripts/package-action.ts to copy them.`);
  cpSync(from, at('action/node_modules', id), {recursive: true, filter: (file) => !/^(?:\.|types$|test$|docs$)|\.(?:md|map|d\.ts)$/i.test(file === from ? 'package' : path.basename(file))});
  for (const dependency of Object.keys(json(path.join(from, 'package.json')).dependencies ?? {})) wanted.add(dependency);
}

/** The licences of what the bundle holds. */
const bundled = new Set(Object.keys(metafile.inputs).flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
mkdirSync(at('action'), {recursive: true});
writeFileSync(at('action/THIRD-PARTY-LICENSES.txt'), [...bundled].sort().map((id) => {
  const licence = readdirSync(at('node_modules', id)).find((file) => /^licen[cs]e/i.test(file));
  return `${id} ${json(at('node_modules', id, 'package.json')).version}\n\n${licence ? readFileSync(at('node_modules', id, licence), 'utf8').trim() : ''}\n`;
}).join('\n----\n\n'));
