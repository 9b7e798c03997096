/**
 * Measures how far confidences can be trusted and what each rule reports where, and writes `rules/precision.json`, of which `npm run docs` makes
 * `docs/calibration.md` and each rule's figures:
 *   npx tsx scripts/calibrate.ts --pages GOLD… --read GOLD… --unread GOLD… --edited FILE.jsonl --native FILE.jsonl --human FILE.jsonl
 * GOLD are folders of annotated machine-translated articles (`.gold`: `[[text||replacements||category]]`), those that authors of rules have read and those that
 * nobody has; `--pages` are annotated pages of the web, told apart because articles that are written after the habits of engines flatter. A finding is right where it touches a mark. `--edited` holds sentences of engines, one a line, in the field `mt`, with the places that editors changed in
 * `bad` (UTF-16 offsets); they are linted as what they are (`--mt yes`). The other `.jsonl` files hold sound English, a document a line, in the field `text` or `human`;
 * there every finding counts as wrong.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {lint, type LintOptions, rules} from '../src/index.ts';
import type {Precision, Side} from '../src/report/precision.ts';
import {type Mark, readGold, touches} from './gold.ts';

/** Confidences from which on findings are counted together. */
const BINS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01];
const {values} = parseArgs({options: {pages: {type: 'string', multiple: true}, read: {type: 'string', multiple: true}, unread: {type: 'string', multiple: true}, edited: {type: 'string'}, native: {type: 'string'}, human: {type: 'string'}}});
const given = <T>(value: T | undefined): T => {
  if (!value) throw new Error('Give --pages, --read and --unread FOLDER, --edited, --native and --human FILE.');
  return value;
};

interface Text {readonly text: string; readonly marks: readonly Mark[]}
const gold = (folders: readonly string[]): Text[] => folders.flatMap((folder) => readdirSync(folder).filter((f) => f.endsWith('.gold')).sort().map((name) => readGold(readFileSync(path.join(folder, name), 'utf8'))));
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as {text?: string; human?: string; mt?: string; bad?: [number, number][]});
const sound = (file: string): Text[] => lines(file).map(({text, human}) => ({text: text ?? human ?? '', marks: []}));
const texts: Record<Side, readonly Text[]> = {
  pages: gold(given(values.pages)), read: gold(given(values.read)), unread: gold(given(values.unread)),
  edited: lines(given(values.edited)).map(({mt = '', bad = []}) => ({text: mt, marks: bad.map(([start, end]) => ({start, end}))})),
  native: sound(given(values.native)), human: sound(given(values.human)),
};

const words = {} as Record<Side, number>;
const byRule: Record<string, Record<Side, [number, number]>> = Object.fromEntries(rules.map(({rule}) => [rule.id, {pages: [0, 0], read: [0, 0], unread: [0, 0], edited: [0, 0], native: [0, 0], human: [0, 0]}]));
interface Shown {readonly confidence: number; readonly right: boolean}
const articles: Shown[] = [];
const pages: Shown[] = [];
for (const [side, all] of Object.entries(texts) as [Side, readonly Text[]][]) {
  const options: LintOptions = side === 'edited' ? {mt: 'yes'} : {};
  words[side] = 0;
  for (const {text, marks} of all) {
    const result = lint(text, options);
    words[side] += result.words;
    for (const finding of result.findings) {
      const right = marks.some((mark) => touches(finding, mark));
      const counts = byRule[finding.ruleId]![side];
      counts[0]++;
      if (right) counts[1]++;
      if (side === 'read' || side === 'unread') articles.push({confidence: finding.confidence, right});
      else if (side === 'pages') pages.push({confidence: finding.confidence, right});
    }
  }
}
const byConfidence = (shown: readonly Shown[]) => BINS.slice(0, -1).map((from, i) => {
  const inside = shown.filter(({confidence}) => confidence >= from && confidence < BINS[i + 1]!);
  return {from, to: Math.min(1, BINS[i + 1]!), findings: inside.length, right: inside.filter(({right}) => right).length, mean: Math.round((1000 * inside.reduce((sum, {confidence}) => sum + confidence, 0)) / (inside.length || 1)) / 1000};
});
const precision: Precision = {measured: new Date().toISOString().slice(0, 10), words, confidences: {articles: byConfidence(articles), pages: byConfidence(pages)}, rules: byRule};
writeFileSync(path.resolve(import.meta.dirname, '../rules/precision.json'), `${JSON.stringify(precision, null, 1).replace(/\n {3,}|(?<=\d|\})\n {2}(?=[\]}])|(?<=\])\n {2}(?=\})/g, ' ').replace(/\[ (\d+), (\d+) \]/g, '[$1, $2]')}\n`);
