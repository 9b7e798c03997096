/** Builds `dist/`: the rule index, the data beside the rules as JSON, the bundles, the types. */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build, type Plugin} from 'esbuild';
import {parse} from 'yaml';
import {START_FLAGS} from '../src/cli/compiler-flags.ts';
import {NUMBERED} from '../src/lexicon/numbered.ts';
import {residueTable} from '../src/lexicon/residue-tables.ts';
import {encodeTable} from '../src/lexicon/table.ts';
import {bundleForBrowsers, versionLiteral} from './bundle.ts';
import {formRows} from './forms.ts';
import {attributions, anchorRows, boilerplateRows, collocations, complements, compoundRows, demonymRows, firstNameRows, idiomRows, infinitives, institutionRows, lineRows, loanRows, meanVector, moneyWords, placeRows, prepositionPhrases, prepositionRows, verbForms, verbPatterns} from './lists.ts';
import {compilePhrases} from './phrases.ts';
import {compilePos} from './pos.ts';
import {compileResidue} from './residue.ts';
import {secondPieces} from './second-pieces.ts';
import {compileSenses} from './senses.ts';
import {compileSmallEdits} from './small-edits.ts';

/** What is made of files that people write: their mistakes are told by file and line, without a trace of this script. */
function ofAuthors<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    const {message} = error as Error;
    if (!/^rules\/\S+:\d/.test(message)) throw error;
    console.error(message);
    process.exit(1);
  }
}

const root = path.resolve(import.meta.dirname, '..');
const at = (...parts: string[]) => path.join(root, ...parts);

/** `rules/index.ts` names every rule file; a test compares it with the folder. */
const ids = readdirSync(at('rules')).filter((name) => name.endsWith('.ts') && name !== 'index.ts').map((name) => name.slice(0, -3)).sort();
const variable = (id: string) => id.replace(/-(\w)/g, (_, c: string) => c.toUpperCase());
const index = `// Made by scripts/build.ts of the files in this folder.\n${ids.map((id) => `import ${variable(id)} from './${id}.ts';\n`).join('')}import type {Rule} from '../src/rule/rule.ts';\n\nexport const rules: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];\n`;
if ((() => { try { return readFileSync(at('rules/index.ts'), 'utf8'); } catch { return ''; } })() !== index) writeFileSync(at('rules/index.ts'), index);

rmSync(at('dist'), {recursive: true, force: true});
mkdirSync(at('dist/data'), {recursive: true});
const lines = (name: string) => (existsSync(at('rules', name)) ? readFileSync(at('rules', name), 'utf8') : '').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
/** What `readData` reads: JSON by name. */
const lists = new Map<string, [string]>();
function save(name: string, data: unknown): void {
  lists.set(name, [JSON.stringify(data)]);
}
/** A table for `src/lexicon/table.ts` of lines whose first field, up to a tab or the end, is their key. */
function saveTable(name: string, rows: readonly string[]): void {
  const entries = new Map<string, string[]>();
  for (const row of rows) {
    const [key = '', ...rest] = row.split('\t');
    const line = rest.join('\t');
    const lines = entries.get(key);
    if (lines) lines.push(line);
    else entries.set(key, [line]);
  }
  writeFileSync(at('dist/data', `${name}.table`), encodeTable(entries));
}
function yaml<T>(file: string): T {
  try {
    return parse(readFileSync(at('rules', file), 'utf8'), {uniqueKeys: true}) as T;
  } catch (error) {
    throw new Error(`rules/${file}: ${(error as Error).message}`);
  }
}
const residue: Record<string, Record<string, string | string[]>> = Object.fromEntries(readdirSync(at('rules/residue')).filter((f) => f.endsWith('.yml')).sort().map((file) => [file.slice(0, 2), yaml(`residue/${file}`)]));
const renderings = compileResidue(residue, (JSON.parse(readFileSync(at('assets/countries.json'), 'utf8')) as {exonyms: Record<string, Record<string, string>>}).exonyms);
for (const name of ['words', 'sequences'] as const) writeFileSync(at('dist/data', `residue-${name}.table`), residueTable(renderings[name], name));
save('titles', Object.fromEntries(Object.entries(yaml<Record<string, Record<string, string[]>>>('titles.yml')).flatMap(([language, titles]) => Object.entries(titles).map(([title, english]) => [title, {language, english}]))));
save('openers', Object.fromEntries(Object.entries(yaml<Record<string, string>>('openers.yml')).map(([language, words]) => [language, words.split(' ').map((word) => word.split('_'))])));
save('function-words', Object.fromEntries(Object.entries(yaml<Record<string, string>>('function-words.yml')).map(([language, words]) => [language, words.split(' ')])));
saveTable('first-names', firstNameRows(readFileSync(at('rules/first-names.txt'), 'utf8')));
saveTable('idioms', idiomRows(lines('idioms/en.txt')));
saveTable('idiom-anchors', anchorRows(lines('idioms/en.txt')));
saveTable('compounds', compoundRows(lines('compounds.txt')));
saveTable('loans', loanRows(lines('loans.txt')));
save('name-variants', lines('name-variants.txt'));
save('brands', lines('brands.txt'));
saveTable('institutions', institutionRows(lines('institutions.txt')));
save('whole-names', lines('whole-names.txt'));
save('capitals', lines('capitals.txt'));
save('terms', lines('terms.txt'));
save('surnames', lines('surnames.txt'));
save('leaders', lines('leaders.txt'));
for (const list of ['people', 'bodies', 'accented']) save(list, lines(`${list}.txt`).flatMap((line) => line.split(', ')));
save('slips', lines('slips.txt'));
save('lost-letters', yaml('lost-letters.yml'));
save('outlets', lines('outlets.txt'));
const {money, ...countryPlaces} = yaml('places.yml') as Record<'world' | 'own' | 'money', Record<string, string>>;
saveTable('places', placeRows(countryPlaces));
save('money', moneyWords(money));
const countries = JSON.parse(readFileSync(at('assets/countries.json'), 'utf8')) as {exonyms: Record<string, Record<string, string>>; demonyms: [string, string][]};
save('countries', countries.demonyms.map(([country]) => country.toLowerCase()));
saveTable('demonyms', demonymRows(countries));
save('capitalised', [...new Set(lines('capitalised.txt').flatMap((line) => line.split(' ')))]);
save('infinitives', infinitives(yaml('verb-patterns.yml')));
const {phrases: fixed, objects, ...prepositionHeads} = yaml<Record<string, Record<string, string>>>('prepositions.yml');
saveTable('forms', formRows({
  'verb-form': verbForms(yaml('verb-patterns.yml')), 'verb-pattern': verbPatterns(yaml('verb-patterns.yml')), collocation: collocations(yaml('collocations.yml')),
  complement: complements(objects!), attribution: attributions(yaml('attributions.yml')), 'preposition-phrase': prepositionPhrases(fixed!),
}));
saveTable('preposition-heads', prepositionRows(prepositionHeads));
save('articles', yaml('articles.yml'));
save('negation', yaml('negation.yml'));
save('things', yaml('things.yml'));
save('offices', yaml('offices.yml'));
save('lone-names', yaml('lone-names.yml'));
saveTable('boilerplate', [...boilerplateRows(yaml('boilerplate/en.yml')), ...lineRows(yaml('boilerplate/lines.yml'))]);
const phrases = ofAuthors(() => compilePhrases(at('rules/phrases')));
writeFileSync(at('dist/data/phrases.bin'), phrases.bytes);
saveTable('phrase-forms', phrases.forms);
saveTable('phrase-entries', phrases.entries.map((entry, index) => `${index}\t${JSON.stringify(entry)}`));
save('phrase-packs', {slots: phrases.slots, packs: phrases.packs});

const pos = compilePos();
writeFileSync(at('dist/data/pos-core.bin'), pos.bytes);
save('pos-model', pos.rest);
// What the readers of `assets/` would else work out at every start.
for (const [name, {of, make}] of NUMBERED) writeFileSync(at(name), make(readFileSync(at(of))));
writeFileSync(at('dist/data/vector-mean.bin'), meanVector(readFileSync(at('assets/vectors.bin'))));
saveTable('second-pieces', secondPieces());
save('sense-weights', JSON.parse(readFileSync(at('rules/senses/weights.json'), 'utf8')));
save('precision', JSON.parse(readFileSync(at('rules/precision.json'), 'utf8')));
const smallEdits = compileSmallEdits(JSON.parse(readFileSync(at('rules/small-edits.json'), 'utf8')));
writeFileSync(at('dist/data/small-edits.bin'), smallEdits.bytes);
save('small-edits', smallEdits.fit);
save('stray-capital', JSON.parse(readFileSync(at('rules/stray-capital.json'), 'utf8')));
save('likeness', JSON.parse(readFileSync(at('rules/likeness.json'), 'utf8')));
save('sense-crowd', JSON.parse(readFileSync(at('rules/senses/crowd.json'), 'utf8')));

// What the language server lints while it waits for its first text.
save('warm-up', readdirSync(at('seeds')).filter((name) => name.endsWith('.txt')).sort().map((name) => readFileSync(at('seeds', name), 'utf8')));
writeFileSync(at('dist/data/lists.table'), encodeTable(lists));
// These need what was written before.
saveTable('senses', ofAuthors(() => compileSenses(at('rules/senses'), at('node_modules/.cache/mtlint'))));

/** Packages that are loaded from their own folders: they are large and seldom needed, or find their data or workers by their own place. */
const APART = ['jiti', 'jsonc-parser', 'tinypool', 'vscode-languageserver', 'vscode-languageserver/*', 'yaml'];

/** Modules that a run needs seldom or never, and that take long to make themselves ready: they do so when they are called. */
const LATE: Readonly<Record<string, string>> = {'franc-min': 'francAll', 'node:child_process': 'spawn'};
const late: Plugin = {
  name: 'late',
  setup({onResolve, onLoad}) {
    onResolve({filter: new RegExp(`^(?:${Object.keys(LATE).join('|')})$`)}, ({path: wanted, namespace, importer}) => (namespace === 'late' || (wanted.startsWith('node:') && !/node_modules.commander./.test(importer)) ? undefined : {path: wanted, namespace: 'late'}));
    onLoad({filter: /./, namespace: 'late'}, ({path: wanted}) => ({contents: `exports.${LATE[wanted]} = (...given) => require('${wanted}').${LATE[wanted]}(...given);`, resolveDir: root}));
  },
};

const common = {absWorkingDir: root, outdir: 'dist', bundle: true, format: 'esm', platform: 'node', target: 'node20.19', packages: 'external', logLevel: 'warning'} as const;
const commonJs = {format: 'cjs', outExtension: {'.js': '.cjs'}, minify: true} as const;
// The command is one file of CommonJS: modules cost half a millisecond each at the start, and their loader ten.
const {metafile} = await build({
  ...common, ...commonJs, metafile: true, entryPoints: {main: 'src/cli/main.ts'}, packages: 'bundle', external: APART, supported: {'dynamic-import': false},
  plugins: [late, versionLiteral, {name: 'import-module', setup: ({onResolve}) => onResolve({filter: /import-module\.ts$/}, () => ({path: './import-module.cjs', external: true}))}],
  define: {'import.meta.url': 'addressOfThisFile'}, banner: {js: 'const addressOfThisFile=require("node:url").pathToFileURL(__filename).href;'},
});
// esbuild leaves other letters in regular expressions as they are; of ASCII alone V8 makes a string without decoding it.
writeFileSync(at('dist/main.cjs'), readFileSync(at('dist/main.cjs'), 'utf8').replace(/\\\\|\\?([^\0-\x7f])/g, (all, letter?: string) => (letter ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : all)));
await build({...common, ...commonJs, entryPoints: {cli: 'src/cli/start.ts', 'import-module': 'src/settings/import-module.ts'}});
await build({
  ...common, splitting: true,
  entryPoints: {index: 'src/index.ts', retext: 'src/retext.ts', worker: 'src/cli/worker.ts', ...Object.fromEntries(ids.map((id) => [`rules/${id}`, `rules/${id}.ts`]))},
});
await bundleForBrowsers({entryPoints: ['src/browser.ts'], outfile: 'dist/browser.js'});
/** Licences of the packages that the command's file holds. */
const bundled = new Set(Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
writeFileSync(at('dist/main.licenses.txt'), [...bundled].sort().map((folder) => {
  const {name, version, license} = JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const text = readdirSync(at(folder)).find((file) => /^licen[cs]e/i.test(file));
  return `${name} ${version} (${license})\n\n${text ? readFileSync(at(folder, text), 'utf8').trim() : ''}\n`;
}).join(`\n${'-'.repeat(80)}\n\n`));
// What it prints shows that it ran.
JSON.parse(execFileSync(process.execPath, [...START_FLAGS, at('scripts/compile-command.cjs'), '--no-config', '--format', 'json', at('seeds/victory-day.txt')], {encoding: 'utf8'}));
if (!process.argv.includes('--no-types')) execFileSync('npx', ['tsc', '--emitDeclarationOnly', '-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'});
