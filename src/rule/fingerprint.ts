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

/** Up to three words from a token on, in one direction, in the paragraph `segment`. */
function wordsFrom({tokens}: Document, from: number, step: 1 | -1, segment: number | undefined): string[] {
  const out: string[] = [];
  // A paragraph more beside this one changes nothing.
  for (let i = from; out.length < AROUND && tokens[i] && tokens[i]!.segment === segment; i += step) if (tokens[i]!.kind !== 'punctuation') out.push(tokens[i]!.text.toLowerCase());
  return out;
}

function keyOf(document: Document, ruleId: string, start: number, end: number): Key {
  const {tokens, text} = document;
  const at = document.tokenAt(start)?.index ?? tokens.length;
  let next = at;
  while (tokens[next] && tokens[next]!.start < end) next++;
  const key = [ruleId, text.slice(start, end).replace(/\s+/g, ' '), ...wordsFrom(document, at - 1, -1, tokens[at]?.segment), '|', ...wordsFrom(document, next, 1, tokens[next - 1]?.segment)].join('\0');
  return {key, first: hash(key)};
}

/**
 * What tells one finding of a document from all others and survives edits elsewhere: a hash of the rule, the flagged
 * text, up to three words to each side in its paragraph, and which one it is among equals. One fingerprint serves baselines, dismissals,
 * the language server and SARIF. It keeps count of equals: ask it in the order of the text.
 */
class Fingerprints {
  readonly #document: Document;
  /** How many there were of each key. */
  readonly #seen = new Map<string, number>();
  #segment = 0;
  /** The keys of that segment, by rule and place. */
  #known: Map<string, Key> | undefined;

  constructor(document: Document) {
    this.#document = document;
  }

  of(ruleId: string, start: number, end: number): string {
    const {key, first} = this.#keyOf(ruleId, start, end);
    const n = this.#seen.get(key) ?? 0;
    this.#seen.set(key, n + 1);
    return n ? hash(`${key}\0${n}`) : first;
  }

  #keyOf(ruleId: string, start: number, end: number): Key {
    const {keeper, segments} = this.#document;
    if (!keeper || !segments.length) return keyOf(this.#document, ruleId, start, end);
    while (this.#segment + 1 < segments.length && segments[this.#segment + 1]!.start <= start) {
      this.#segment++;
      this.#known = undefined;
    }
    const known = (this.#known ??= keeper.keep(this.#segment, KEYS, newKeys));
    const base = segments[this.#segment]!.start;
    const place = `${ruleId} ${start - base} ${end - base}`;
    let key = known.get(place);
    if (!key) known.set(place, (key = keyOf(this.#document, ruleId, start, end)));
    return key;
  }
}
const newKeys = () => new Map<string, Key>();

export const fingerprints = (document: Document): Fingerprints => new Fingerprints(document);
