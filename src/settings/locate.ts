import type {KeyPath} from './resolve.ts';

/**
 * Line, from 1, on which a value's key stands in a settings file; undefined where it cannot be told. JSON and YAML are
 * parsed; in code the key's name is searched for.
 */
export async function lineOf(file: string, content: string, at: KeyPath): Promise<number | undefined> {
  if (!at.length) return undefined;
  if (/\.[cm]?[jt]s$/.test(file)) return lineInCode(content, at);
  const {default: {LineCounter, parseDocument, isMap, isScalar, isSeq}} = await import('yaml');
  const lines = new LineCounter();
  let node: unknown = parseDocument(content, {lineCounter: lines}).contents;
  let offset: number | undefined;
  for (const key of file.endsWith('package.json') ? ['mtlint', ...at] : at) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      offset = (pair.key as {range?: [number, number, number]}).range?.[0];
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as {range?: [number, number, number]} | undefined;
      offset = item?.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function lineInCode(content: string, at: KeyPath): number | undefined {
  let from = 0;
  for (const key of at) {
    if (typeof key !== 'string') continue;
    const found = new RegExp(`(?<![\\w$-])['"]?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"]?\\s*:`).exec(content.slice(from));
    if (!found) break;
    from += found.index;
  }
  return from ? content.slice(0, from).split('\n').length : undefined;
}
