/**
 * Measures how far confidences can be trusted and what each rule reports where, and writes `docs/calibration.md`:
 *   npx tsx scripts/calibrate.ts --machine GOLD… --native FILE.jsonl --human FILE.jsonl
 * GOLD are folders of annotated machine-translated articles (`.gold`: `[[text||replacements||category]]`); a finding is right
 * where it touches a mark. The `.jsonl` files hold sound English, a document a line, in the field `text` or `human`; there every finding counts as wrong.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {lint, rules} from '../src/index.ts';
import {readGold, touches} from './gold.ts';

const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
const {values} = parseArgs({options: {machine: {type: 'string', multiple: true}, native: {type: 'string'}, human: {type: 'string'}}});
if (!values.machine || !values.native || !values.human) throw new Error('Give --machine FOLDER, --native FILE and --human FILE.');

interface Seen {readonly rule: string; readonly confidence: number; readonly right: boolean}
const machine: Seen[] = [];
const words = {machine: 0, native: 0, human: 0};
for (const folder of values.machine) for (const name of readdirSync(folder).filter((f) => f.endsWith('.gold')).sort()) {
  const {text, marks} = readGold(readFileSync(path.join(folder, name), 'utf8'));
  const result = lint(text);
  words.machine += result.words;
  for (const f of result.findings) machine.push({rule: f.ruleId, confidence: f.confidence, right: marks.some((m) => touches(f, m))});
}
const sound = {native: new Map<string, number>(), human: new Map<string, number>()};
for (const side of ['native', 'human'] as const) for (const line of readFileSync(values[side]!, 'utf8').split('\n').filter(Boolean)) {
  const row = JSON.parse(line) as {text?: string; human?: string};
  const result = lint(row.text ?? row.human ?? '');
  words[side] += result.words;
  for (const f of result.findings) sound[side].set(f.ruleId, (sound[side].get(f.ruleId) ?? 0) + 1);
}
const share = (list: readonly Seen[]) => (list.length ? (list.filter((s) => s.right).length / list.length).toFixed(2) : '–');
const per = (n: number, all: number) => ((1000 * n) / all).toFixed(2);
const bins = BINS.slice(0, -1).map((low, i) => {
  const inside = machine.filter((s) => s.confidence >= low && s.confidence < BINS[i + 1]!);
  return `| ${low} to ${Math.min(1, BINS[i + 1]!)} | ${inside.length} | ${inside.length ? (inside.reduce((n, s) => n + s.confidence, 0) / inside.length).toFixed(2) : '–'} | ${share(inside)} |`;
});
const total = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((a, b) => a + b, 0);
const rows = rules.map(({rule}) => {
  const own = machine.filter((s) => s.rule === rule.id);
  return `| ${rule.id} | ${own.length} | ${share(own)} | ${sound.native.get(rule.id) ?? 0} | ${sound.human.get(rule.id) ?? 0} |`;
});
writeFileSync(path.resolve(import.meta.dirname, '../docs/calibration.md'), `# How far confidences can be trusted

Made by \`scripts/calibrate.ts\`, with default settings, of annotated machine-translated articles (${words.machine.toLocaleString('en-US')} words; right: the finding touches a mark), of native news (${words.native.toLocaleString('en-US')} words) and of news translated by people (${words.human.toLocaleString('en-US')} words), where every finding counts as wrong. Rewritten by hand: the sound texts are not part of this repository. The weights of \`wrong-sense\` were fitted to part of these articles and to the sound texts: what it has on others is less.

A finding's confidence is what its rule says of the place, moved by how machine-translated the whole text looks ([design](design.md)). \`minConfidence\` (0.5) is what must be reached.

| confidence | findings | mean | right |
|---|---|---|---|
${bins.join('\n')}
| all | ${machine.length} | | ${share(machine)} |

In 1,000 words: ${per(machine.length, words.machine)} findings in the machine-translated articles, ${per(total(sound.native), words.native)} in native news, ${per(total(sound.human), words.human)} in news translated by people.

| rule | findings in machine-translated articles | of them right | findings in native news | in news translated by people |
|---|---|---|---|---|
${rows.join('\n')}
`);
