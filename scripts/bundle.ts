/**
 * Bundles that hold mtlint and the packages that it uses: for pages, for editors. Its files are handed over (`src/lexicon/given-files.ts`),
 * and in browsers modules of Node are replaced by those in `src/web/node/`.
 */
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {type BuildOptions, build, type Metafile, type Plugin} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string};

/** Modules of mtlint that look for the installed package, and what stands in their place. */
const REPLACED: readonly (readonly [string, string])[] = [['src/lexicon/package-files.ts', 'src/lexicon/given-files.ts']];
const REPLACED_IN_BROWSERS = [...REPLACED, ['src/cli/files.ts', 'src/web/node/find-files.ts']] as const;

const replace = (replaced: readonly (readonly [string, string])[]): Plugin => ({
  name: 'replace',
  setup({onResolve}) {
    for (const [from, to] of replaced) onResolve({filter: new RegExp(`/${path.basename(from).replace('.', '\\.')}$`)}, ({path: wanted, resolveDir, kind}) => (kind !== 'entry-point' && path.resolve(resolveDir, wanted) === path.join(root, from) ? {path: path.join(root, to)} : undefined));
  },
});

/** The version as it is when the bundle is made. */
export const versionLiteral: Plugin = {name: 'version', setup: ({onLoad}) => onLoad({filter: /[\\/]src[\\/]cli[\\/]version\.ts$/}, () => ({contents: `export const version = ${JSON.stringify(version)};`, loader: 'ts'}))};

const node = (name: string) => `./src/web/node/${name}.ts`;
const ALIASES = Object.fromEntries(Object.entries({fs: node('fs'), path: 'path-browserify', url: node('url'), module: node('module'), os: node('os')}).flatMap(([name, to]) => [[name, to], [`node:${name}`, to]]));

type Wanted = Pick<BuildOptions, 'entryPoints' | 'outfile' | 'external' | 'format' | 'plugins'>;
const common = {absWorkingDir: root, bundle: true, minify: true, logLevel: 'warning', legalComments: 'none', metafile: true} as const;

/** A bundle for browsers: pages and, without a document, workers. */
export const bundleForBrowsers = async ({plugins = [], ...wanted}: Wanted): Promise<Metafile> => (await build({
  ...common, platform: 'browser', target: 'es2022', format: 'esm', conditions: ['worker', 'browser', 'module'], inject: [node('globals')], define: {'import.meta.url': '"file:///"'}, plugins: [replace(REPLACED_IN_BROWSERS), versionLiteral, ...plugins],
  alias: {...ALIASES, 'node:buffer': node('buffer'), 'node:child_process': node('absent'), 'write-file-atomic': node('write-file-atomic'), jiti: node('absent'), tinypool: node('absent')}, ...wanted,
})).metafile;

/** A bundle for Node: a module that may call `require` as packages do. TypeScript settings need a Node that runs TypeScript itself. */
export const bundleForNode = async ({plugins = [], ...wanted}: Wanted): Promise<Metafile> => (await build({
  ...common, platform: 'node', target: 'node20.9', format: 'esm', plugins: [replace(REPLACED), versionLiteral, ...plugins], alias: {jiti: node('absent'), tinypool: node('absent')},
  ...(wanted.format === 'cjs' ? {} : {banner: {js: 'import {createRequire} from "node:module"; const require = createRequire(import.meta.url);'}}), ...wanted,
})).metafile;

/** Names, versions and licences of the packages that bundles hold. */
export function licencesIn(metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(({outputs}) => Object.values(outputs).flatMap(({inputs}) => Object.keys(inputs))).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders].sort().map((folder) => {
    const {name, version, license} = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Record<string, string>;
    const text = readdirSync(path.join(root, folder)).find((file) => /^licen[cs]e/i.test(file));
    return `${name} ${version} (${license})\n\n${text ? readFileSync(path.join(root, folder, text), 'utf8').trim() : ''}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}
