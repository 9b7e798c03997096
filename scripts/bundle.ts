/**
 * Bundles that hold mtlint and the packages that it uses: for pages, for editors. Its files are handed over (`src/lexicon/given-files.ts`),
 * and in browsers modules of Node are replaced by those in `src/web/node/`.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import path from 'node:path';
import {type BuildOptions, build, type Metafile, type Plugin} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string};

/** `src/lexicon/package-files.ts` looks for the installed package: in bundles `given-files.ts` stands in its place. */
const givenFiles: Plugin = {
  name: 'given-files',
  setup: ({onResolve}) => onResolve({filter: /\/package-files\.ts$/}, () => ({path: path.join(root, 'src/lexicon/given-files.ts')})),
};

/** The version as it is when the bundle is made. */
export const versionLiteral: Plugin = {name: 'version', setup: ({onLoad}) => onLoad({filter: /[\\/]src[\\/]cli[\\/]version\.ts$/}, () => ({contents: `export const version = ${JSON.stringify(version)};`, loader: 'ts'}))};

const node = (name: string) => `./src/web/node/${name}.ts`;
const ALIASES = Object.fromEntries(Object.entries({fs: node('fs'), path: 'path-browserify', url: node('url'), module: node('module'), os: node('os')}).flatMap(([name, to]) => [[name, to], [`node:${name}`, to]]));

type Wanted = Pick<BuildOptions, 'entryPoints' | 'outfile' | 'external' | 'format' | 'plugins'>;
const ABSENT = {jiti: node('absent'), tinypool: node('absent')};
const common = {absWorkingDir: root, bundle: true, minify: true, logLevel: 'warning', legalComments: 'none', metafile: true} as const;
const inBrowsers = {platform: 'browser', target: 'es2022', conditions: ['worker', 'browser', 'module'] as string[], define: {'import.meta.url': '"file:///"'}} as const;

/** A bundle for browsers: pages and, without a document, workers. */
export const bundleForBrowsers = async ({plugins = [], ...wanted}: Wanted): Promise<Metafile> => (await build({
  ...common, ...inBrowsers, format: 'esm', inject: [node('globals')], plugins: [givenFiles, versionLiteral, ...plugins],
  alias: {...ALIASES, 'node:buffer': node('buffer'), 'node:child_process': node('absent'), 'write-file-atomic': node('write-file-atomic'), ...ABSENT}, ...wanted,
})).metafile;

/** A bundle for Node: a module that may call `require` as packages do. TypeScript settings need a Node that runs TypeScript itself. */
export const bundleForNode = async ({plugins = [], ...wanted}: Wanted): Promise<Metafile> => (await build({
  ...common, platform: 'node', target: 'node20.9', format: 'esm', plugins: [givenFiles, versionLiteral, ...plugins], alias: ABSENT,
  ...(wanted.format === 'cjs' ? {} : {banner: {js: 'import {createRequire} from "node:module"; const require = createRequire(import.meta.url);'}}), ...wanted,
})).metafile;

/**
 * The part of a bundle that is the same in Node and in browsers: a script with one function, `(require, process, Buffer, setImmediate) => modules`,
 * which Node has as `module.exports` and browsers as `mtlintShared`. `require` is asked for what the platforms do not share.
 */
export const bundleForBoth = async (modules: readonly string[], outfile: string, write: boolean): Promise<Metafile> => (await build({
  ...common, ...inBrowsers, format: 'cjs', supported: {'dynamic-import': false}, outfile, write, plugins: [givenFiles, versionLiteral], alias: ABSENT, external: [...builtinModules.flatMap((name) => [name, `node:${name}`]), 'write-file-atomic'],
  stdin: {contents: `module.exports = {${modules.map((file) => `${JSON.stringify(file)}: require(${JSON.stringify(path.join(root, file))})`).join(', ')}};`, resolveDir: root},
  banner: {js: '((shared) => { if (typeof module === "object") module.exports = shared; else globalThis.mtlintShared = shared; })((require, process, Buffer, setImmediate) => { const module = {exports: {}};'},
  footer: {js: 'return module.exports; });'},
})).metafile;

/** Names, versions and licences of the packages that bundles hold. */
export function licencesIn(metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(({outputs}) => Object.values(outputs).flatMap(({inputs}) => Object.keys(inputs))).filter((file) => !file.startsWith('shared:')).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders].sort().map((folder) => {
    const {name, version, license} = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Record<string, string>;
    const text = readdirSync(path.join(root, folder)).find((file) => /^licen[cs]e/i.test(file));
    return `${name} ${version} (${license})\n\n${text ? readFileSync(path.join(root, folder, text), 'utf8').trim() : ''}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}
