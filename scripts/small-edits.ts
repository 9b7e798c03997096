import {encodeTrees, type Fit} from '../src/evidence/grammar-edits.ts';

/** A leaf adds its number in logits; else: the measure that is asked, the value up to which the answer is to the left, the node to the left (the right one follows). */
type Node = readonly [number] | readonly [measure: number, upTo: number, left: number];

/** What `scripts/fit-grammar.ts` writes to `rules/small-edits.json`. */
interface Fitted extends Omit<Fit, 'leastPrior'> {
  readonly trees: readonly (readonly Node[])[];
}

/** The trees and the rest of the fit as `src/evidence/grammar-edits.ts` reads them. */
export function compileSmallEdits({bias, calibration, priors, trees}: Fitted): {bytes: Buffer; fit: Fit} {
  const roots: number[] = [];
  const asks: number[] = [];
  const values: number[] = [];
  const lefts: number[] = [];
  const rest = [0];
  for (const tree of trees) {
    const root = asks.length;
    roots.push(root);
    for (const node of tree) {
      const leaf = node.length === 1;
      asks.push(leaf ? -1 : node[0]);
      values.push(leaf ? node[0] : node[1]);
      lefts.push(leaf ? -1 : root + node[2]);
    }
  }
  for (const tree of [...trees].reverse()) rest.unshift(rest[0]! + Math.max(...tree.flatMap((node) => (node.length === 1 ? [node[0]] : []))));
  return {
    bytes: encodeTrees({values: Float64Array.from(values), rest: Float64Array.from(rest), roots: Int32Array.from(roots), lefts: Int32Array.from(lefts), asks: Int32Array.from(asks)}),
    fit: {bias, calibration, priors, leastPrior: Math.min(...Object.values(priors))},
  };
}
