/**
 * Fits the weights of `src/evidence/sense-crowd.ts` and writes `rules/senses/crowd.json`:
 *   npx tsx scripts/fit-crowd.ts --sound FOLDER --machine GOLD…
 * GOLD are annotated machine-translated articles (`.gold`, or folders of them), FOLDER has sound news (`.txt`, one a document) of about the same
 * length. The articles as their editors corrected them are sound too: without them the fit would tell news from whatever else articles are.
 * A logistic regression with a ridge. The figures are of texts left out of the fit.
 */
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {Document} from '../src/document/document.ts';
import {suspectsOf} from '../src/evidence/sense-crowd.ts';
import {correctedOf, readGold} from './gold.ts';

/** Logits between which words add in proportion. */
const STEPS = [-6, -4, -2, 1] as const;
const RIDGE = 3;
type Kind = 'news' | 'corrected' | 'machine';
/** What the kinds of texts weigh in the fit. */
const SHARES: Readonly<Record<Kind, number>> = {news: 0.32, corrected: 0.18, machine: 0.5};
const FOLDS = 5;
const ROUNDS = 40;

const {values} = parseArgs({options: {sound: {type: 'string'}, machine: {type: 'string', multiple: true}}});
if (!values.sound || !values.machine) throw new Error('Give --sound FOLDER and --machine GOLD.');
const read = (folder: string, ending: string) => readdirSync(folder).filter((f) => f.endsWith(ending)).sort().map((f) => path.join(folder, f));
const measuresOf = (text: string) => {
  const {likely, share} = suspectsOf(Document.fromText(text));
  return [likely.length / share, ...STEPS.slice(1).map((to, i) => likely.reduce((sum, x) => sum + Math.max(0, Math.min(to, x) - STEPS[i]!), 0) / share)];
};
const articles = values.machine.flatMap((f) => (statSync(f).isDirectory() ? read(f, '.gold') : [f])).map((file) => readGold(readFileSync(file, 'utf8')));
const cases: {kind: Kind; y: 0 | 1; x: number[]}[] = [
  ...read(values.sound, '.txt').map((file) => ({kind: 'news' as const, y: 0 as const, x: measuresOf(readFileSync(file, 'utf8'))})),
  ...articles.map((article) => ({kind: 'corrected' as const, y: 0 as const, x: measuresOf(correctedOf(article))})),
  ...articles.map(({text}) => ({kind: 'machine' as const, y: 1 as const, x: measuresOf(text)})),
];
const sizes = {news: 0, corrected: 0, machine: 0};
for (const {kind} of cases) sizes[kind]++;
const N = STEPS.length;
const sound = cases.filter(({y}) => !y);
const middle = Array.from({length: N}, (_, i) => sound.reduce((sum, {x}) => sum + x[i]!, 0) / sound.length);
const spread = middle.map((m, i) => Math.sqrt(sound.reduce((sum, {x}) => sum + (x[i]! - m) ** 2, 0) / sound.length));
const scaled = cases.map(({kind, y, x}) => ({kind, y, x: [...x.map((v, i) => (v - middle[i]!) / spread[i]!), 1]}));
const score = (w: readonly number[], x: readonly number[]) => x.reduce((sum, v, i) => sum + v * w[i]!, 0);

/** Solves a system of linear equations, in place (Gauss, with the largest pivot). */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let p = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r]![i]!) > Math.abs(a[p]![i]!)) p = r;
    [a[i], a[p]] = [a[p]!, a[i]!];
    [b[i], b[p]] = [b[p]!, b[i]!];
    for (let r = i + 1; r < n; r++) {
      const factor = a[r]![i]! / a[i]![i]!;
      for (let c = i; c < n; c++) a[r]![c]! -= factor * a[i]![c]!;
      b[r]! -= factor * b[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) b[i]! -= a[i]![c]! * b[c]!;
    b[i]! /= a[i]![i]!;
  }
  return b;
}

/** Newton's method. */
function weigh(of: typeof scaled): number[] {
  const size = N + 1;
  const w = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = w.map((v, i) => (i < N ? RIDGE * v : 0));
    const hessian = w.map((_, i) => w.map((__, k) => (i === k ? (i < N ? RIDGE : 1e-6) : 0)));
    for (const {kind, y, x} of of) {
      const p = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, score(w, x)))));
      const weight = (of.length * SHARES[kind]) / sizes[kind];
      for (let i = 0; i < size; i++) {
        gradient[i]! += weight * (p - y) * x[i]!;
        for (let k = 0; k < size; k++) hessian[i]![k]! += weight * (p * (1 - p) + 1e-9) * x[i]! * x[k]!;
      }
    }
    for (const [i, step] of solve(hessian, gradient).entries()) w[i]! -= step;
  }
  return w;
}

const held: {kind: Kind; z: number}[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const w = weigh(scaled.filter((_, i) => i % FOLDS !== fold));
  for (const [i, {kind, x}] of scaled.entries()) if (i % FOLDS === fold) held.push({kind, z: score(w, x)});
}
const scores = (kind: Kind) => held.filter((c) => c.kind === kind).map(({z}) => z).sort((a, b) => b - a);
const [news, sounded, machine] = [scores('news'), scores('corrected'), scores('machine')];
const beyond = (of: readonly number[], level: number) => Math.round((of.filter((z) => z > level).length / of.length) * 1000) / 1000;

const w = weigh(scaled);
const round = (x: number) => Number(x.toPrecision(4));
const each = w.slice(0, N).map((v, i) => v / spread[i]!);
const result = {
  bias: round(w[N]! - each.reduce((sum, v, i) => sum + v * middle[i]!, 0)), word: round(each[0]!), steps: each.slice(1).map((adds, i) => ({above: STEPS[i]!, to: STEPS[i + 1]!, adds: round(adds)})),
  figures: {texts: sizes, 'highest of sound news': news.slice(0, 5).map(round), 'beyond the second of them': {machine: beyond(machine, news[1]!), corrected: beyond(sounded, news[1]!)}},
};
writeFileSync(path.resolve(import.meta.dirname, '../rules/senses/crowd.json'), `${JSON.stringify(result, null, 1)}\n`);
process.stdout.write(`${JSON.stringify(result.figures, null, 1)}\n`);
