/** A case of a logistic regression: what is measured, and whether it is a positive. Cases of one kind together weigh what the kind is given. */
export interface Case<K extends string> {
  readonly kind: K;
  readonly y: 0 | 1;
  readonly x: readonly number[];
}

/** What a measure of 1 adds, by measure, and where all of them are 0, in logits. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

const ROUNDS = 40;
const FOLDS = 5;

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

/** A logistic regression with a ridge, by Newton's method; `shares`: what each kind weighs, 1 together. The ridge is for measures as they spread among the negatives. */
export function logistic<K extends string>(cases: readonly Case<K>[], shares: Readonly<Record<K, number>>, ridge: number): Logistic {
  const N = cases[0]!.x.length;
  const negatives = cases.filter(({y}) => !y);
  const middle = Array.from({length: N}, (_, i) => negatives.reduce((sum, {x}) => sum + x[i]!, 0) / negatives.length);
  const spread = middle.map((m, i) => Math.sqrt(negatives.reduce((sum, {x}) => sum + (x[i]! - m) ** 2, 0) / negatives.length) || 1);
  const scaled = cases.map(({kind, y, x}) => ({kind, y, x: [...x.map((v, i) => (v - middle[i]!) / spread[i]!), 1]}));
  const sizes = {} as Record<K, number>;
  for (const {kind} of cases) sizes[kind] = (sizes[kind] ?? 0) + 1;
  const w = new Array<number>(N + 1).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = w.map((v, i) => (i < N ? ridge * v : 0));
    const hessian = w.map((_, i) => w.map((__, k) => (i === k ? (i < N ? ridge : 1e-6) : 0)));
    for (const {kind, y, x} of scaled) {
      const z = x.reduce((sum, v, i) => sum + v * w[i]!, 0);
      const p = 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, z))));
      const weight = (cases.length * shares[kind]) / sizes[kind];
      for (let i = 0; i <= N; i++) {
        gradient[i]! += weight * (p - y) * x[i]!;
        for (let k = 0; k <= N; k++) hessian[i]![k]! += weight * (p * (1 - p) + 1e-9) * x[i]! * x[k]!;
      }
    }
    for (const [i, step] of solve(hessian, gradient).entries()) w[i]! -= step;
  }
  const weights = w.slice(0, N).map((v, i) => v / spread[i]!);
  return {bias: w[N]! - weights.reduce((sum, v, i) => sum + v * middle[i]!, 0), weights};
}

/** Logits of a case. */
export const scoreOf = ({bias, weights}: Logistic, x: readonly number[]): number => weights.reduce((sum, w, i) => sum + w * x[i]!, bias);

/** Logits of all cases, each by a regression that has not seen it: every fifth is left out in turn. */
export function heldOut<K extends string>(cases: readonly Case<K>[], shares: Readonly<Record<K, number>>, ridge: number): readonly {readonly kind: K; readonly z: number}[] {
  return Array.from({length: FOLDS}, (_, fold) => {
    const fit = logistic(cases.filter((_, i) => i % FOLDS !== fold), shares, ridge);
    return cases.filter((_, i) => i % FOLDS === fold).map(({kind, x}) => ({kind, z: scoreOf(fit, x)}));
  }).flat();
}
