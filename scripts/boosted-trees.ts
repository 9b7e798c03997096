/** Gradient-boosted trees for two classes (Friedman 2001, with second derivatives and histograms): small, for `scripts/fit-*.ts`. */

export interface Tree {
  /** By node: the measure that is asked, or -1 in a leaf. */
  readonly ask: number[];
  /** By node: up to this value go left; in a leaf, what it adds in logits. */
  readonly at: number[];
  /** By node: the node to the left; the one to the right follows it. */
  readonly to: number[];
}

export interface Boosting {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of second derivatives on each side of a question. */
  readonly minimum: number;
  readonly l2: number;
  /** Shares of the rows and of the measures that each tree sees. */
  readonly rows: number;
  readonly measures: number;
}

const BINS = 64;

/** Rows of measures, in bins of about as many rows each. */
export class Binned {
  readonly edges: number[][] = [];
  readonly bins: Uint8Array[] = [];
  constructor(rows: readonly (readonly number[])[]) {
    const width = rows[0]!.length;
    for (let f = 0; f < width; f++) {
      const values = [...new Set(rows.filter((_, i) => i % Math.ceil(rows.length / 50_000) === 0).map((r) => r[f]!))].sort((a, b) => a - b);
      let edges = values;
      if (values.length > BINS) {
        const all = rows.filter((_, i) => i % Math.ceil(rows.length / 50_000) === 0).map((r) => r[f]!).sort((a, b) => a - b);
        edges = [...new Set(Array.from({length: BINS}, (_, k) => all[Math.floor(((k + 1) * all.length) / BINS) - 1]!))];
      }
      const bin = new Uint8Array(rows.length);
      for (const [i, row] of rows.entries()) {
        let low = 0;
        let high = edges.length - 1;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (row[f]! <= edges[middle]!) high = middle;
          else low = middle + 1;
        }
        bin[i] = low;
      }
      this.edges.push(edges);
      this.bins.push(bin);
    }
  }
}

/** What trees say of a row, in logits. */
export function scoreOf(trees: readonly Tree[], row: ArrayLike<number>): number {
  let sum = 0;
  for (const {ask, at, to} of trees) {
    let n = 0;
    while (ask[n]! >= 0) n = row[ask[n]!]! <= at[n]! ? to[n]! : to[n]! + 1;
    sum += at[n]!;
  }
  return sum;
}

/** Fits trees to the rows `of`; `y` are 0 or 1, weights over 0. `bias` is where they start, in logits. `random` gives 0 to 1. */
export function boost(data: Binned, of: Int32Array, y: Uint8Array, weight: Float64Array, bias: number, random: () => number, o: Boosting): Tree[] {
  const width = data.bins.length;
  const score = new Float64Array(y.length).fill(bias);
  const gradient = new Float64Array(y.length);
  const second = new Float64Array(y.length);
  const trees: Tree[] = [];
  interface Leaf {readonly node: number; readonly rows: Int32Array; readonly best?: {readonly gain: number; readonly f: number; readonly bin: number}}
  for (let t = 0; t < o.trees; t++) {
    for (const i of of) {
      const p = 1 / (1 + Math.exp(-score[i]!));
      gradient[i] = weight[i]! * (p - y[i]!);
      second[i] = weight[i]! * p * (1 - p);
    }
    const rows = of.filter(() => random() < o.rows);
    const chosen = Array.from({length: width}, (_, f) => f).filter(() => random() < o.measures);
    const look = (own: Int32Array): Leaf['best'] => {
      let best: Leaf['best'];
      for (const f of chosen) {
        const g = new Float64Array(BINS);
        const h = new Float64Array(BINS);
        const bins = data.bins[f]!;
        let allG = 0;
        let allH = 0;
        for (const i of own) {
          g[bins[i]!]! += gradient[i]!;
          h[bins[i]!]! += second[i]!;
          allG += gradient[i]!;
          allH += second[i]!;
        }
        let leftG = 0;
        let leftH = 0;
        for (let bin = 0; bin < data.edges[f]!.length - 1; bin++) {
          leftG += g[bin]!;
          leftH += h[bin]!;
          if (leftH < o.minimum || allH - leftH < o.minimum) continue;
          const gain = leftG ** 2 / (leftH + o.l2) + (allG - leftG) ** 2 / (allH - leftH + o.l2) - allG ** 2 / (allH + o.l2);
          if (gain > (best?.gain ?? 1e-6)) best = {gain, f, bin};
        }
      }
      return best;
    };
    const tree: Tree = {ask: [-1], at: [0], to: [0]};
    const leaves: Leaf[] = [{node: 0, rows, best: look(rows)}];
    while (leaves.length < o.leaves) {
      let at = -1;
      for (const [k, leaf] of leaves.entries()) if (leaf.best && (at < 0 || leaf.best.gain > leaves[at]!.best!.gain)) at = k;
      if (at < 0) break;
      const {node, rows: own, best} = leaves[at]!;
      const {f, bin} = best!;
      const bins = data.bins[f]!;
      const left = own.filter((i) => bins[i]! <= bin);
      const right = own.filter((i) => bins[i]! > bin);
      const next = tree.ask.length;
      tree.ask[node] = f;
      tree.at[node] = data.edges[f]![bin]!;
      tree.to[node] = next;
      tree.ask.push(-1, -1);
      tree.at.push(0, 0);
      tree.to.push(0, 0);
      leaves.splice(at, 1, {node: next, rows: left, best: look(left)}, {node: next + 1, rows: right, best: look(right)});
    }
    for (const {node, rows: own} of leaves) {
      let g = 0;
      let h = 0;
      for (const i of own) {
        g += gradient[i]!;
        h += second[i]!;
      }
      tree.at[node] = (-o.rate * g) / (h + o.l2);
    }
    for (const i of of) {
      let n = 0;
      while (tree.ask[n]! >= 0) n = data.edges[tree.ask[n]!]![data.bins[tree.ask[n]!]![i]!]! <= tree.at[n]! ? tree.to[n]! : tree.to[n]! + 1;
      score[i]! += tree.at[n]!;
    }
    trees.push(tree);
  }
  return trees;
}
