/** Writes what the documentation shows from the code: rule pages, their index, the report in README.md, the JSON Schema of settings. `npm run docs`; `--check` only compares. */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {lint, ruleById} from '../src/engine/lint.ts';
import {count, precision, share} from '../src/report/precision.ts';
import {pretty} from '../src/report/pretty.ts';
import {wholeReport} from '../src/report/reporter.ts';
import {resultOf} from '../src/report/result.ts';
import {ruleMarkdown} from '../src/report/rule-page.ts';
import {settingsSchema} from './schema.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Findings of the seed that README.md shows. */
const SHOWN = 7;

/** How far confidences can be trusted, and every rule's figures, of `rules/precision.json`. */
function calibrationPage(): string {
  const {measured, words, confidences, rules} = precision();
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const {articles, pages} = confidences;
  const all = (of: typeof articles) => sum(of.map((c) => c.findings));
  const right = (of: typeof articles) => sum(of.map((c) => c.right));
  const cells = ({findings, mean, right}: (typeof articles)[number]) => `${findings} | ${findings ? mean.toFixed(2) : '–'} | ${share(findings, right)}`;
  const bins = articles.map((c, i) => `| ${c.from} to ${c.to} | ${cells(c)} | ${cells(pages[i]!)} |`);
  const rows = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, {pages, unread, read, edited, native, human}]) => `| [${id}](rules/${id}.md) | ${[pages, unread, read, edited].map(([n, r]) => `${n} | ${share(n, r)}`).join(' | ')} | ${native[0]} | ${human[0]} |`);
  const per = (side: 'native' | 'human' | 'edited') => ((1000 * sum(Object.values(rules).map((rule) => rule[side][0]))) / words[side]).toFixed(2);
  const machine = ((1000 * all(articles)) / (words.read + words.unread)).toFixed(2);
  const web = ((1000 * all(pages)) / words.pages).toFixed(2);
  return `# How far confidences can be trusted

Measured on ${measured} by \`scripts/calibrate.ts\`, which wrote [rules/precision.json](../rules/precision.json), at the default level of confidence: annotated machine-translated pages of the web, two fifths of which nobody who wrote rules has read (${count(words.pages)} words), annotated machine-translated articles that nobody who wrote rules has read (${count(words.unread)} words; right: the finding touches a mark) and that they have (${count(words.read)} words), sentences of engines with what editors changed (${count(words.edited)} words, \`--mt yes\`), native news (${count(words.native)} words) and news that people translated (${count(words.human)} words), where every finding counts as wrong. Part of the texts cannot be in this repository. The weights of \`wrong-sense\` and of small edits were fitted to articles that were read and to the sound texts: what they have on others is less.

A finding's confidence is what its rule says of the place, moved by how machine-translated the whole text looks ([design](design.md)). \`minConfidence\` is what must be reached: 0.5, and 0.35 in a text that is said to be machine-translated (\`mt: yes\`), whose editor wants to see what is less sure too. In the articles, read and unread, and in the pages, which are the measure: articles are written after habits that rules know.

| confidence | articles | mean | right | pages | mean | right |
|---|---|---|---|---|---|---|
${bins.join('\n')}
| all | ${all(articles)} | | ${share(all(articles), right(articles))} | ${all(pages)} | | ${share(all(pages), right(pages))} |

In 1,000 words: ${machine} findings in the articles, ${web} in the pages, ${per('edited')} in sentences of engines, ${per('native')} in native news, ${per('human')} in news that people translated.

By rule, findings and how many of them are right:

| rule | pages | | unread articles | | read articles | | edited sentences | | native news | translated by people |
|---|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** Every generated page, by its path from the root. */
export function pages(): Map<string, string> {
  const out = new Map<string, string>();
  for (const {rule} of ruleById.values()) out.set(`docs/rules/${rule.id}.md`, ruleMarkdown(rule));
  const rows = [...ruleById.values()].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)).map(({rule}) => `| [${rule.id}](${rule.id}.md) | ${rule.summary} | ${rule.severity} | ${rule.tier} |`);
  out.set('docs/rules/README.md', `# Rules\n\nMade by \`npm run docs\` from the files in \`rules/\`. Repair: what \`--fix\` may do by itself (safe), what it leaves to a person (suggest, report).\n\n| rule | finds | level | repair |\n|---|---|---|---|\n${rows.join('\n')}\n`);
  out.set('docs/calibration.md', calibrationPage());
  out.set('schema/settings.json', settingsSchema([...ruleById.values()].map(({rule}) => rule)));
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const text = readFileSync(path.join(root, 'seeds/victory-day.txt'), 'utf8');
  const report = wholeReport(pretty([resultOf(path.join(root, 'seeds/victory-day.txt'), text, lint(text))], {color: false, cwd: root, version: ''}));
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
