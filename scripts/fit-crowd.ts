/**
 * Fits the weights of `src/evidence/sense-crowd.ts` and writes `rules/senses/crowd.json`:
 *   npx tsx scripts/fit-crowd.ts --sound FOLDER --machine GOLD…
 * GOLD are annotated machine-translated articles (`.gold`, or folders of them), FOLDER has sound texts (`.txt`, one a document) of the same kind
 * and length. A logistic regression with a ridge; both kinds weigh the same. The figures are of texts left out of the fit.
 */
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {Document} from '../src/document/document.ts';
import {suspectsOf} from '../src/evidence/sense-crowd.ts';
import {readGold} from './gold.ts';

/** Logits between which words add in proportion. */
const STEPS = [-7, -5, -3, 0] as const;
const RIDGE = 3;
const FOLDS = 5;
const ROUNDS = 40;

const {values} = parseArgs({options: {sound: {type: 'string'}, machine: {type: 'string', multiple: true}}});
if (!values.sound || !values.machine) throw new Error('Give --sound FOLDER and --machine GOLD.');
const read = (folder: string, ending: string) => readdirSync(folder).filter((f) => f.endsWith(ending)).sort().map((f) => path.join(folder, f));
const measuresOf = (text: string) => {
  const {likely, share} = suspectsOf(Document.fromText(text));
  return [likely.length / share, ...STEPS.slice(1).map((to, i) => likely.reduce((sum, x) => sum + Math.max(0, Math.min(to, x) - STEPS[i]!), 0) / share)];
};
const cases = [
  ...read(values.sound, '.txt').map((file) => ({y: 0, x: measuresOf(readFileSync(file, 'utf8'))})),
  ...values.machine.flatMap((f) => (statSync(f).isDirectory() ? read(f, '.gold') : [f])).map((file) => ({y: 1, x: measuresOf(readGold(readFileSync(file, 'utf8')).text)})),
];
const N = STEPS.length;
const sound = cases.filter(({y}) => !y);
const middle = Array.from({length: N}, (_, i) => sound.reduce((sum, {x}) => sum + x[i]!, 0) / sound.length);
const spread = middle.map((m, i) => Math.sqrt(sound.reduce((sum, {x}) => sum + (x[i]! - m) ** 2, 0) / sound.length));
const scaled = cases.map(({y, x}) => ({y, x: [...x.map((v, i) => (v - middle[i]!) / spread[i]!), 1]}));
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
function fit(of: typeof scaled): number[] {
  const size = N + 1;
  const w = new Array<number>(size).fill(0);
  const ones = of.filter(({y}) => y).length;
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = w.map((v, i) => (i < N ? RIDGE * v : 0));
    const hessian = w.map((_, i) => w.map((__, k) => (i === k ? (i < N ? RIDGE : 1e-6) : 0)));
    for (const {y, x} of of) {
      const p = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, score(w, x)))));
      const weight = of.length / 2 / (y ? ones : of.length - ones);
      for (let i = 0; i < size; i++) {
        gradient[i]! += weight * (p - y) * x[i]!;
        for (let k = 0; k < size; k++) hessian[i]![k]! += weight * (p * (1 - p) + 1e-9) * x[i]! * x[k]!;
      }
    }
    for (const [i, step] of solve(hessian, gradient).entries()) w[i]! -= step;
  }
  return w;
}

const held: {y: number; z: number}[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const w = fit(scaled.filter((_, i) => i % FOLDS !== fold));
  for (const [i, {y, x}] of scaled.entries()) if (i % FOLDS === fold) held.push({y, z: score(w, x)});
}
const soundScores = held.filter(({y}) => !y).map(({z}) => z).sort((a, b) => b - a);
const machine = held.filter(({y}) => y);
const beyond = (level: number) => Math.round((machine.filter(({z}) => z > level).length / machine.length) * 1000) / 1000;

const w = fit(scaled);
const round = (x: number) => Number(x.toPrecision(4));
const each = w.slice(0, N).map((v, i) => v / spread[i]!);
const result = {
  bias: round(w[N]! - each.reduce((sum, v, i) => sum + v * middle[i]!, 0)), word: round(each[0]!), steps: each.slice(1).map((adds, i) => ({above: STEPS[i]!, to: STEPS[i + 1]!, adds: round(adds)})),
  figures: {sound: soundScores.length, machine: machine.length, 'highest of sound texts': soundScores.slice(0, 5).map(round), 'machine-translated beyond the highest, the second, the fifth of them': [0, 1, 4].map((i) => beyond(soundScores[i]!))},
};
writeFileSync(path.resolve(import.meta.dirname, '../rules/senses/crowd.json'), `${JSON.stringify(result, null, 1)}\n`);
process.stdout.write(`${JSON.stringify(result.figures, null, 1)}\n`);
