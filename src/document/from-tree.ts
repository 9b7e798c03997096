import type {Nodes, Root} from 'nlcst';
import {type Prose, proseFromText} from './prose.ts';

/**
 * Prose of an nlcst tree (retext-english, remark-retext): the text of its leaves, with source nodes (code) opaque.
 * Tokens and sentences then come from the same scanner as for plain text, so that a rule sees the same
 * document whichever way the text arrived; docs/design.md says why. Leaves without a position are taken to
 * follow the leaf before.
 */
export function proseFromTree(tree: Root): Prose {
  const texts: string[] = [];
  /** Parallel: offset in the prose, offset in the source, of each place where the two part ways. */
  const inProse: number[] = [];
  const inSource: number[] = [];
  const opaque: [number, number][] = [];
  let length = 0;
  let shift = Number.NaN;
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('children' in node) {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
      continue;
    }
    const {value} = node;
    const offset = node.position?.start.offset;
    if (offset !== undefined && offset - length !== shift) {
      shift = offset - length;
      inProse.push(length);
      inSource.push(offset);
    }
    if (node.type === 'SourceNode') opaque.push([length, length + value.length]);
    texts.push(value);
    length += value.length;
  }
  return {
    ...proseFromText(texts.join('')),
    opaque,
    toSource(offset) {
      let low = 0;
      let high = inProse.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (inProse[middle]! <= offset) low = middle + 1;
        else high = middle;
      }
      return low === 0 ? offset : inSource[low - 1]! + offset - inProse[low - 1]!;
    },
  };
}
