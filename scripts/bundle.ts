/**
 * Bundles that hold mtlint and the packages that it uses: for pages, for editors. Its files are handed over (`src/lexicon/given-files.ts`),
 * and in browsers modules of Node are replaced by those in `src/web/node/`.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {type BuildOptions, build, type Plugin} from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string};

/** Modules of mtlint that look for the installed package, and what stands in their place. */
const REPLACED: readonly (readonly [string, string])[] = [['src/lexicon/package-files.ts', 'src/lexicon/given-files.ts']];
const REPLACED_IN_BROWSERS = [...REPLACED, ['src/cli/files.ts', 'src/web/node/find-files.ts']] as const;

const replace = (replaced: readonly (readonly [string, string])[]): Plugin => ({
  name: 'replace',
  setup({onResolve, onLoad}) {
    for (const [from, to] of replaced) onResolve({filter: new RegExp(`/${path.basename(from).replace('.', '\\.')}$`)}, ({path: wanted, resolveDir, kind}) => (kind !== 'entry-point' && path.resolve(resolveDir, wanted) === path.join(root, from) ? {path: path.join(root, to)} : undefined));
    onLoad({filter: /[\\/]src[\\/]cli[\\/]version\.ts$/}, () => ({contents: `export const version = ${JSON.stringify(version)};`, loader: 'ts'}));
  },
});

const node = (name: string) => `./src/web/node/${name}.ts`;
const ALIASES = Object.fromEntries(Object.entries({fs: node('fs'), path: 'path-browserify', url: node('url'), module: node('module'), os: node('os')}).flatMap(([name, to]) => [[name, to], [`node:${name}`, to]]));

type Wanted = Pick<BuildOptions, 'entryPoints' | 'outdir' | 'outfile' | 'external' | 'format' | 'alias' | 'banner'>;

/** Bundles for browsers: pages and, without a document, workers. */
export const bundleForBrowsers = (options: Wanted) => build({
  absWorkingDir: root, bundle: true, minify: true, platform: 'browser', target: 'es2022', format: 'esm', logLevel: 'warning', legalComments: 'linked', conditions: ['worker', 'browser', 'module'], inject: [node('globals')], plugins: [replace(REPLACED_IN_BROWSERS)], metafile: true,
  ...options, alias: {...ALIASES, 'node:buffer': node('buffer'), 'write-file-atomic': node('write-file-atomic'), jiti: node('absent'), tinypool: node('absent'), ...options.alias},
});
