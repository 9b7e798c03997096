import type {KeyPath} from './resolve.ts';

/** A place in a file; line and column from 1, `width` in UTF-16 code units within the line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly width: number;
}

/**
 * Where a value's key, or with `value` the value itself, stands in a settings file; undefined where it cannot be told. JSON and YAML are
 * parsed; in code the key's name is searched for.
 */
export async function placeIn(file: string, content: string, at: KeyPath, value = false): Promise<Place | undefined> {
  const code = /\.[cm]?[jt]s$/.test(file);
  if (!at.length && (code || !value)) return undefined;
  if (code) {
    const found = inCode(content, at);
    return found && placeAt(content, found[0], found[1]);
  }
  const {default: {parseDocument, isMap, isScalar, isSeq}} = await import('yaml');
  let node: unknown = parseDocument(content).contents;
  let range: readonly number[] | undefined;
  const rangeOf = (of: unknown) => (of as {range?: [number, number, number]} | null | undefined)?.range;
  const whole = file.endsWith('package.json') ? ['mtlint', ...at] : at;
  for (const [i, key] of whole.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      range = (value && i === whole.length - 1 ? rangeOf(pair.value) : undefined) ?? rangeOf(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      range = rangeOf(node) ?? range;
    } else break;
  }
  if (!whole.length) range = rangeOf(node);
  return range ? placeAt(content, range[0]!, range[1]! - range[0]!) : undefined;
}

/** Line, column and width of a stretch of a text, as far as it goes in its first line. */
export function placeAt(content: string, offset: number, length = 1): Place {
  const start = content.lastIndexOf('\n', offset - 1) + 1;
  const end = content.indexOf('\n', offset);
  return {line: content.slice(0, start).split('\n').length, column: offset - start + 1, width: Math.max(1, Math.min(length, (end < 0 ? content.length : end) - offset))};
}

/** The longest line that is shown whole, in UTF-16 code units. */
const LONGEST_LINE = 160;

/** The line of a place, and under it where on it: two lines, control characters as dots. Of a long line what is around the place. */
export function excerpt(content: string, {line, column, width}: Place): string {
  const text = (content.split('\n', line)[line - 1] ?? '').replace(/\r$/, '');
  const from = text.length <= LONGEST_LINE ? 0 : Math.max(0, column - 1 - LONGEST_LINE / 2);
  const shown = text.slice(from, from + LONGEST_LINE).replace(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, (c) => (c === '\t' ? ' ' : '·'));
  const number = String(line);
  const at = column - 1 - from;
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${' '.repeat(at)}${'^'.repeat(Math.max(1, Math.min(width, shown.length - at)))}`;
}

function inCode(content: string, at: KeyPath): [offset: number, length: number] | undefined {
  let from = 0;
  let length = 0;
  for (const key of at) {
    if (typeof key !== 'string') continue;
    const found = new RegExp(`(?<![\\w$-])(['"]?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"]?)\\s*:`).exec(content.slice(from));
    if (!found) break;
    from += found.index;
    length = found[1]!.length;
  }
  return length ? [from, length] : undefined;
}
