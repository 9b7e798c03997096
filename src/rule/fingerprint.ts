import type {Document} from '../document/document.ts';

/** Words to each side of a finding that belong to its fingerprint. */
const AROUND = 3;

/**
 * A number of 53 bits from a string, well mixed, as 14 hexadecimal digits (two multiplicative hashes of 32 bits side
 * by side). Not for secrets.
 */
export function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(16).padStart(14, '0');
}

/** What a fingerprint is made of, and that of the first among equals. */
interface Key {
  readonly key: string;
  readonly first: string;
}
/** What a {@link Keeper} keeps them by: they depend on nothing but their paragraph. */
const KEYS = {};

/**
 * What tells one finding of a document from all others and survives edits elsewhere: a hash of the rule, the flagged
 * text, up to three words to each side in its paragraph, and which one it is among equals. One fingerprint serves baselines, dismissals,
 * the language server and SARIF. The function returned keeps count of equals: call it in the order of the text.
 */
export function fingerprints(document: Document): (ruleId: string, start: number, end: number) => string {
  const seen = new Map<string, number>();
  const {tokens, text} = document;
  const segmentOf = (index: number) => document.sentences[tokens[index]?.sentence ?? -1]?.segment;
  const words = (from: number, step: number, segment: number | undefined) => {
    const out: string[] = [];
    // A paragraph more beside this one changes nothing.
    for (let i = from; out.length < AROUND && tokens[i] && segmentOf(i) === segment; i += step) if (tokens[i]!.kind !== 'punctuation') out.push(tokens[i]!.text.toLowerCase());
    return out;
  };
  const {keeper, segments} = document;
  let segment = 0;
  let known: Map<string, Key> | undefined;
  const keyOf = (ruleId: string, start: number, end: number): Key => {
    const at = document.tokenAt(start)?.index ?? tokens.length;
    let next = at;
    while (tokens[next] && tokens[next]!.start < end) next++;
    const key = [ruleId, text.slice(start, end).replace(/\s+/g, ' '), ...words(at - 1, -1, segmentOf(at)), '|', ...words(next, 1, segmentOf(next - 1))].join('\0');
    return {key, first: hash(key)};
  };
  const knownOf = (ruleId: string, start: number, end: number): Key => {
    if (!keeper || !segments.length) return keyOf(ruleId, start, end);
    while (segment + 1 < segments.length && segments[segment + 1]!.start <= start) {
      segment++;
      known = undefined;
    }
    known ??= keeper.keep(segment, KEYS, () => new Map<string, Key>());
    const base = segments[segment]!.start;
    const place = `${ruleId} ${start - base} ${end - base}`;
    let key = known.get(place);
    if (!key) known.set(place, (key = keyOf(ruleId, start, end)));
    return key;
  };
  return (ruleId, start, end) => {
    const {key, first} = knownOf(ruleId, start, end);
    const n = seen.get(key) ?? 0;
    seen.set(key, n + 1);
    return n ? hash(`${key}\0${n}`) : first;
  };
}
