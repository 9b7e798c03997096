/** Builds `dist/`: the rule index, the data beside the rules as JSON, the bundles, the types. */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {parse} from 'yaml';
import {bundleForBrowsers} from './bundle.ts';
import {compilePhrases} from './phrases.ts';
import {compileResidue} from './residue.ts';
import {compileSenses} from './senses.ts';

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
const save = (name: string, data: unknown) => writeFileSync(at('dist/data', `${name}.json`), JSON.stringify(data));
/** A table for `src/lexicon/table.ts`, sorted by the bytes of the first field. */
function saveTable(name: string, text: string): void {
  const rows = text.split('\n').filter(Boolean).map((line) => [Buffer.from(line.slice(0, line.indexOf('\t') + 1)), line] as const);
  rows.sort((a, b) => Buffer.compare(a[0], b[0]));
  writeFileSync(at('dist/data', `${name}.tsv`), rows.map(([, line]) => `${line}\n`).join(''));
}
function yaml<T>(file: string): T {
  try {
    return parse(readFileSync(at('rules', file), 'utf8'), {uniqueKeys: true}) as T;
  } catch (error) {
    throw new Error(`rules/${file}: ${(error as Error).message}`);
  }
}
const residue: Record<string, Record<string, string | string[]>> = Object.fromEntries(readdirSync(at('rules/residue')).filter((f) => f.endsWith('.yml')).sort().map((file) => [file.slice(0, 2), yaml(`residue/${file}`)]));
for (const [name, table] of Object.entries(compileResidue(residue, (JSON.parse(readFileSync(at('assets/countries.json'), 'utf8')) as {exonyms: Record<string, Record<string, string>>}).exonyms))) saveTable(`residue-${name}`, table);
save('function-words', Object.fromEntries(Object.entries(yaml<Record<string, string>>('function-words.yml')).map(([language, words]) => [language, words.split(' ')])));
const names = readFileSync(at('rules/first-names.txt'), 'utf8').split(/^= (?:male|female)$/m).slice(1).map((part) => part.trim().split(/\s+/));
save('first-names', {male: names[0], female: names[1]});
save('idioms', lines('idioms/en.txt'));
save('compounds', lines('compounds.txt'));
save('loans', lines('loans.txt'));
save('name-variants', lines('name-variants.txt'));
save('brands', lines('brands.txt'));
save('institutions', lines('institutions.txt'));
save('capitals', lines('capitals.txt'));
save('terms', lines('terms.txt'));
save('surnames', lines('surnames.txt'));
save('outlets', lines('outlets.txt'));
const countries = (JSON.parse(readFileSync(at('assets/countries.json'), 'utf8')) as {demonyms: [string, string][]}).demonyms;
save('countries', countries.map(([country]) => country.toLowerCase()));
save('capitalised', [...new Set(lines('capitalised.txt').flatMap((line) => line.split(' ')))]);
save('verb-patterns', yaml('verb-patterns.yml'));
save('prepositions', yaml('prepositions.yml'));
save('articles', yaml('articles.yml'));
save('boilerplate', existsSync(at('rules/boilerplate/en.yml')) ? yaml('boilerplate/en.yml') : []);
const phrases = compilePhrases(at('rules/phrases'));
writeFileSync(at('dist/data/phrases.bin'), phrases.bytes);
saveTable('phrase-forms', phrases.forms.join('\n'));
writeFileSync(at('dist/data/phrase-entries.jsonl'), phrases.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
save('phrase-packs', {slots: phrases.slots, packs: phrases.packs});

saveTable('senses', compileSenses(at('rules/senses'), at('node_modules/.cache/mtlint')));
save('sense-weights', JSON.parse(readFileSync(at('rules/senses/weights.json'), 'utf8')));

const common = {absWorkingDir: root, outdir: 'dist', bundle: true, format: 'esm', platform: 'node', target: 'node20.19', packages: 'external', logLevel: 'warning'} as const;
// The command is one file and what it loads later, because each module costs half a millisecond at the start.
await build({...common, splitting: true, entryPoints: {cli: 'src/cli/main.ts', worker: 'src/cli/work.ts'}, chunkNames: 'cli-[name]-[hash]', minifyWhitespace: true});
await build({
  ...common, splitting: true,
  entryPoints: {index: 'src/index.ts', retext: 'src/retext.ts', ...Object.fromEntries(ids.map((id) => [`rules/${id}`, `rules/${id}.ts`]))},
});
await bundleForBrowsers({entryPoints: ['src/browser.ts'], outfile: 'dist/browser.js'});
if (!process.argv.includes('--no-types')) execFileSync('npx', ['tsc', '--emitDeclarationOnly', '-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'});
