import {type Prose, proseFromText, type Segment} from './prose.ts';
import {scan} from './scanner.ts';
import {split} from './sentences.ts';
import type {Sentence, Token} from './token.ts';
import {classCount, classesOf, type WordClass, wordOf} from './word.ts';

/** What the user, not the text, says of a document. */
export interface Context {
  /** The language it was translated from (ISO 639-1), if the user says so. */
  readonly from?: string;
  /** Whether it is machine-translated: the user's word, or "auto" to judge by the evidence. */
  readonly mt?: 'auto' | 'yes' | 'no';
  /** Words and names, folded, that are right whatever the lexicon says. */
  readonly accepted?: ReadonlySet<string>;
  /** Preferred forms with the variants that they replace. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
}

/** The one model that rules read: tokens, sentences and segments of a text. Offsets are UTF-16 code units into `text`. */
export class Document {
  readonly prose: Prose;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly context: Context;
  #words: number | undefined;
  readonly #titles: boolean[] = [];
  #ranges: readonly (readonly [first: number, last: number])[] | undefined;
  readonly #likenesses: string[] = [];
  #lists: Token[][] | undefined;

  constructor(prose: Prose, context: Context = {}) {
    this.prose = prose;
    this.text = prose.text;
    this.segments = prose.segments;
    const tokens = scan(prose);
    this.sentences = split(prose.text, tokens);
    this.tokens = tokens;
    this.context = context;
  }

  static fromText(text: string, context?: Context): Document {
    return new Document(proseFromText(text), context);
  }

  /** Number of words and numbers. */
  get wordCount(): number {
    this.#words ??= this.tokens.reduce((n, t) => n + (t.kind === 'word' || t.kind === 'number' || t.kind === 'mixed' ? 1 : 0), 0);
    return this.#words;
  }

  /** The tokens whose forms belong to a class, in order, opaque ones aside. All classes are sorted out together. */
  where({index}: WordClass): readonly Token[] {
    if (!this.#lists || this.#lists.length <= index) this.#lists = this.#sort();
    return this.#lists[index]!;
  }

  #sort(): Token[][] {
    const lists = Array.from({length: classCount()}, (): Token[] => []);
    for (const token of this.tokens) {
      if (token.kind === 'opaque') continue;
      for (let bits = classesOf(token.kind === 'word' ? token.word : wordOf(token.text)); bits; bits &= bits - 1) lists[31 - Math.clz32(bits & -bits)]!.push(token);
    }
    return lists;
  }

  /** First and last token of each segment; of one without tokens the last stands before the first. */
  get segmentTokens(): readonly (readonly [first: number, last: number])[] {
    if (this.#ranges) return this.#ranges;
    const ranges: [number, number][] = [];
    let next = 0;
    for (let segment = 0; segment < this.segments.length; segment++) {
      const first = next;
      while (next < this.tokens.length && this.tokens[next]!.segment === segment) next++;
      ranges.push([first, next - 1]);
    }
    return (this.#ranges = ranges);
  }

  /** Equal for segments, of this document or another, that have the same tokens, sentences and role. */
  segmentLikeness(segment: number): string {
    let likeness = this.#likenesses[segment];
    if (likeness === undefined) {
      const {start, end, role} = this.segments[segment]!;
      const opaque = this.prose.opaque?.filter(([from, to]) => from < end && to > start).map(([from, to]) => `${from - start}-${to - start}`) ?? [];
      likeness = this.#likenesses[segment] = `${role} ${opaque.join(' ')}\n${this.text.slice(start, end)}`;
    }
    return likeness;
  }

  /** The text from the start of one token to the end of another. */
  slice(first: number, last: number): string {
    return this.text.slice(this.tokens[first]!.start, this.tokens[last]!.end);
  }

  /** The paragraphs that hold the first words, as a document of its own; the document itself if little else follows. */
  beginning(words: number): Document {
    if (this.wordCount <= 1.25 * words) return this;
    let passed = 0;
    for (const [segment, [first, last]] of this.segmentTokens.entries()) {
      for (let i = first; i <= last; i++) if (this.tokens[i]!.kind === 'word') passed++;
      if (passed < words) continue;
      const {end} = this.segments[segment]!;
      const {opaque} = this.prose;
      return segment === this.segments.length - 1 ? this : new Document({text: this.text.slice(0, end), segments: this.segments.slice(0, segment + 1), ...(opaque ? {opaque: opaque.filter(([from]) => from < end)} : {})}, this.context);
    }
    return this;
  }

  /** The token that covers an offset, or the first one behind it; undefined behind the last. Binary search. */
  tokenAt(offset: number): Token | undefined {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return this.tokens[low];
  }

  /** The next token of the same sentence, if any. */
  after(token: Token): Token | undefined {
    const next = this.tokens[token.index + 1];
    return next && next.sentence === token.sentence ? next : undefined;
  }

  /** The token before, in the same sentence, if any. */
  before(token: Token): Token | undefined {
    const previous = this.tokens[token.index - 1];
    return previous && previous.sentence === token.sentence ? previous : undefined;
  }

  /** Whether a word opens its sentence, quotation marks, dashes and bullets aside, or a quotation or clause after a colon. */
  opensSentence(token: Token): boolean {
    for (let i = token.index - 1; i >= 0; i--) {
      const t = this.tokens[i]!;
      if (t.sentence !== token.sentence) return true;
      if (t.kind === 'word' || t.kind === 'number' || t.kind === 'mixed' || t.kind === 'opaque') return false;
      if (/^["“”„«‘'’:—–([|•·*]$/.test(t.text)) return true;
    }
    return true;
  }

  /** Whether a sentence is set as a title: most of its longer words are capitalised, or it is a heading. */
  isTitle(sentence: number): boolean {
    return (this.#titles[sentence] ??= this.#looksLikeTitle(sentence));
  }

  #looksLikeTitle(sentence: number): boolean {
    const s = this.sentences[sentence]!;
    if (this.segments[s.segment]!.role === 'heading') return true;
    let capital = 0;
    let all = 0;
    for (let i = s.first; i <= s.last && all < 60; i++) {
      const t = this.tokens[i]!;
      if (t.kind !== 'word' || t.text.length < 4) continue;
      all++;
      if (t.word.shape !== 'lower') capital++;
    }
    return all >= 4 && capital / all > 0.6;
  }

  /** First and last token of the chain of words joined by hyphens without spaces around a token ("Vern-sur-Seiche"); at most twelve words to each side. */
  hyphenated(token: Token): readonly [number, number] {
    const joined = (i: number) => {
      const hyphen = this.tokens[i];
      const next = this.tokens[i + 1];
      return hyphen && next && (hyphen.text === '-' || hyphen.text === '‑') && !hyphen.spaced && !next.spaced && next.kind !== 'punctuation';
    };
    let first = token.index;
    let last = token.index;
    while (first >= 2 && token.index - first < 24 && this.tokens[first - 1] && joined(first - 1) && this.tokens[first - 2]!.kind !== 'punctuation' && !this.tokens[first]!.spaced) first -= 2;
    while (last - token.index < 24 && joined(last + 1)) last += 2;
    return [first, last];
  }
}
