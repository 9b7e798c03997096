/** Writes what the documentation shows from the code: rule pages, their index, the report in README.md, the JSON Schema of settings. `npm run docs`; `--check` only compares. */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {lint, ruleById} from '../src/engine/lint.ts';
import {pretty} from '../src/report/pretty.ts';
import {pointsOf} from '../src/report/result.ts';
import {ruleMarkdown} from '../src/report/rule-page.ts';
import {settingsSchema} from './schema.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Findings of the seed that README.md shows. */
const SHOWN = 7;

/** Every generated page, by its path from the root. */
export function pages(): Map<string, string> {
  const out = new Map<string, string>();
  for (const {rule} of ruleById.values()) out.set(`docs/rules/${rule.id}.md`, ruleMarkdown(rule));
  const rows = [...ruleById.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)).map(({rule}) => `| [${rule.id}](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${rule.tier} |`);
  out.set('docs/rules/README.md', `# Rules\n\nMade by \`npm run docs\` from the files in \`rules/\`. Repair: what \`--fix\` may do by itself (safe), what it leaves to a person (suggest, report).\n\n| rule | finds | level | repair |\n|---|---|---|---|\n${rows.join('\n')}\n`);
  out.set('schema/settings.json', settingsSchema([...ruleById.values()].map(({rule}) => rule)));
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const text = readFileSync(path.join(root, 'seeds/victory-day.txt'), 'utf8');
  const result = lint(text);
  const report = pretty([{path: path.join(root, 'seeds/victory-day.txt'), text, findings: result.findings, errors: [], words: result.words, machineLikeness: result.machineLikeness, pointAt: pointsOf(text)}], {color: false, cwd: root, version: ''});
  const starts = [...report.matchAll(/^ {2}\d+:\d+/gm)].map((m) => m.index);
  const step = starts.length / SHOWN;
  const picked = Array.from({length: SHOWN}, (_, i) => Math.floor(i * step)).map((k) => report.slice(starts[k], starts[k + 1] ?? report.lastIndexOf('\n\n') + 1));
  const block = `${report.slice(0, starts[0])}${picked.join('')}          …\n\n${report.slice(report.lastIndexOf('\n\n') + 2)}`;
  out.set('README.md', readme.replace(/(<!-- report -->\n```\n)[\s\S]*?(```\n<!-- \/report -->)/, (_, a: string, b: string) => a + block + b));
  return out;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(import.meta.dirname, 'docs.ts')) {
  const wanted = pages();
  const folder = path.join(root, 'docs/rules');
  if (existsSync(folder)) for (const name of readdirSync(folder)) if (!wanted.has(`docs/rules/${name}`)) rmSync(path.join(folder, name));
  mkdirSync(folder, {recursive: true});
  for (const [file, content] of wanted) writeFileSync(path.join(root, file), content);
}
