import {detached} from './detached.ts';
import type {Keeper} from './paragraph-evidence.ts';
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

/** How a document came of the one before it. Segments by their numbers. */
export interface Changes {
  readonly previous: Document;
  /** For each segment the one of the previous document that it was, -1 for one that came. */
  readonly same: readonly number[];
  /** Segments of the previous document that are no more. */
  readonly gone: readonly number[];
  /** Segments that it did not have. */
  readonly come: readonly number[];
}

/**
 * The one model that rules read: tokens, sentences and segments of a text. Offsets are UTF-16 code units into `text`.
 *
 * An editor's next version of a text is a document that continues the previous one: it takes over the tokens and sentences of the segments that are
 * as they were, which are no longer the previous document's. Evidence about a whole document may do likewise, by {@link changes}.
 *
 * {@link within} gives a view of one segment, for what is asked paragraph by paragraph: tokens, sentences and offsets are those of the whole,
 * `ownTokens`, `ownSentences` and `where` those of the segment.
 */
export class Document {
  readonly prose: Prose;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly context: Context;
  /** First and last token of each segment; of one without tokens the last stands before the first. */
  readonly segmentTokens: readonly (readonly [first: number, last: number])[];
  /** The document of which this is a view; itself if it is none. */
  readonly whole: Document;
  /** The tokens and sentences that are looked at. */
  readonly ownTokens: readonly Token[];
  readonly ownSentences: readonly Sentence[];
  /** The segments that are looked at. */
  readonly ownSegments: readonly number[];
  /** Keeps what is found in its paragraphs for the next version of the text. */
  readonly keeper: Keeper | undefined;
  /** What it continues, while it is looked at first; undefined for a document by itself. */
  changes: Changes | undefined;
  /** What {@link DocumentNote} keeps. */
  readonly notes: unknown[] = [];
  #words: number | undefined;
  readonly #likenesses: string[] = [];
  readonly #views: Document[] = [];
  #lists: Token[][] | undefined;
  /** Of each segment, in a document that is kept: its tokens by class, and what was made of them. */
  readonly #sorted: (Token[][] | undefined)[] = [];
  readonly #made: (Map<object, unknown> | undefined)[] = [];

  constructor(prose: Prose, context: Context = {}, from?: {readonly keeper: Keeper; readonly previous: Document | undefined} | {readonly whole: Document; readonly segment: number}) {
    this.prose = prose;
    this.text = prose.text;
    this.segments = prose.segments;
    this.context = context;
    if (from && 'whole' in from) {
      const {whole, segment} = from;
      const [first, last] = whole.segmentTokens[segment]!;
      this.whole = whole;
      this.tokens = whole.tokens;
      this.sentences = whole.sentences;
      this.segmentTokens = whole.segmentTokens;
      this.ownSegments = [segment];
      this.ownTokens = whole.tokens.slice(first, last + 1);
      this.ownSentences = this.ownTokens.length ? whole.sentences.slice(whole.tokens[first]!.sentence, whole.tokens[last]!.sentence + 1) : [];
      return;
    }
    this.whole = this;
    this.ownSegments = Array.from(prose.segments.keys());
    const tokens: Token[] = [];
    const sentences: Sentence[] = [];
    const ranges: [number, number][] = [];
    this.keeper = from?.keeper;
    const previous = from?.previous;
    this.tokens = this.ownTokens = tokens;
    this.sentences = this.ownSentences = sentences;
    this.segmentTokens = ranges;
    const kept = previous && this.#kept(previous);
    let hole = 0;
    const opaque = prose.opaque ?? [];
    for (const [segment, {start}] of prose.segments.entries()) {
      const first = tokens.length;
      const same = kept?.[segment] ?? -1;
      if (same >= 0) {
        take(previous!, same, segment, start - previous!.segments[same]!.start, tokens, sentences);
        this.#sorted[segment] = previous!.#sorted[same];
        this.#made[segment] = previous!.#made[same];
      } else {
        while (hole < opaque.length && opaque[hole]![1] <= start) hole++;
        scan(prose, segment, hole, tokens);
        split(prose.text, tokens, first, sentences);
      }
      ranges.push([first, tokens.length - 1]);
    }
    if (kept) {
      const stayed = new Set(kept);
      this.changes = {previous, same: kept, gone: [...previous.segments.keys()].filter((i) => !stayed.has(i)), come: [...kept.keys()].filter((i) => kept[i]! < 0)};
    }
  }

  /** Where the text of the own segments begins and ends, with what separates each from the next. */
  get ownStretches(): readonly (readonly [start: number, end: number])[] {
    return this.ownSegments.map((i) => [this.segments[i]!.start, this.segments[i + 1]?.start ?? this.text.length]);
  }

  static fromText(text: string, context?: Context): Document {
    return new Document(proseFromText(text), context);
  }

  /** For each segment the one of a previous document that has the same likeness, in rising order; -1 for none. */
  #kept(previous: Document): number[] {
    const kept: number[] = new Array(this.segments.length).fill(-1);
    let first = 0;
    while (first < kept.length && first < previous.segments.length && this.#isKept(first, previous, first)) kept[first] = first++;
    let last = kept.length - 1;
    let old = previous.segments.length - 1;
    while (last >= first && old >= first && this.#isKept(last, previous, old)) kept[last--] = old--;
    if (last >= first && old >= first) {
      const places = new Map<string, number>();
      // Of equal ones the first counts.
      for (let i = old; i >= first; i--) places.set(previous.segmentLikeness(i), i);
      for (let i = first, next = first; i <= last; i++) {
        const at = places.get(this.segmentLikeness(i));
        if (at !== undefined && at >= next && this.#isKept(i, previous, at)) next = (kept[i] = at) + 1;
      }
    }
    return kept;
  }

  /** Whether a segment has the same likeness as one of the previous document, of which it takes over what it is told by. */
  #isKept(own: number, previous: Document, old: number): boolean {
    if (!this.#isLike(own, previous, old)) return false;
    // One string for both: it is looked up often, and its hash is known.
    this.#likenesses[own] = previous.segmentLikeness(old);
    return true;
  }

  /** The view of one segment. */
  within(segment: number): Document {
    return (this.#views[segment] ??= new Document(this.prose, this.context, {whole: this.whole, segment}));
  }

  /** To be called before a rule of reach "paragraph" looks farther beyond its paragraph than 24 tokens: at most 60. */
  lookFar(): void {
    this.whole.keeper?.lookFar();
  }

  /** Number of words and numbers in the whole. */
  get wordCount(): number {
    if (this.whole !== this) return this.whole.wordCount;
    if (this.#words === undefined) {
      this.#words = 0;
      for (const {kind} of this.tokens) if (kind === 'word' || kind === 'number' || kind === 'mixed') this.#words++;
    }
    return this.#words;
  }

  /** The own tokens whose forms belong to a class, in order, opaque ones aside. All classes are sorted out together. */
  where({index}: WordClass): readonly Token[] {
    const {whole} = this;
    if (whole !== this && whole.keeper) return whole.#sortedIn(this.ownSegments[0]!, index);
    if (!this.keeper) {
      if (!this.#lists || this.#lists.length <= index) this.#lists = sort(this.ownTokens);
      return this.#lists[index]!;
    }
    this.#lists ??= [];
    let list = this.#lists[index];
    if (!list) {
      let size = 0;
      for (const segment of this.ownSegments) size += this.#sortedIn(segment, index).length;
      this.#lists[index] = list = new Array<Token>(size);
      let at = 0;
      for (const segment of this.ownSegments) for (const token of this.#sortedIn(segment, index)) list[at++] = token;
    }
    return list;
  }

  #sortedIn(segment: number, index: number): readonly Token[] {
    let lists = this.#sorted[segment];
    if (!lists || lists.length <= index) {
      const [first, last] = this.segmentTokens[segment]!;
      // What grew has room for more.
      this.#sorted[segment] = lists = sort(this.tokens.slice(first, last + 1)).map((list) => (list === NO_TOKENS ? list : list.slice()));
    }
    return lists[index]!;
  }

  /** What `make` makes of the tokens of a segment, first to last, and of nothing else: as long as the segment stays it is made once where the document is kept. It may hold the tokens themselves. */
  made<T>(segment: number, key: object, make: (first: number, last: number) => T): T {
    const {whole} = this;
    const [first, last] = whole.segmentTokens[segment]!;
    if (!whole.keeper) return make(first, last);
    const made = (whole.#made[segment] ??= new Map());
    let known = made.get(key) as T | undefined;
    if (known === undefined) made.set(key, (known = make(first, last)));
    return known;
  }

  /** Equal for segments, of this document or another, that have the same tokens, sentences and role. */
  segmentLikeness(segment: number): string {
    if (this.whole !== this) return this.whole.segmentLikeness(segment);
    // What is kept by it would keep the whole text.
    return (this.#likenesses[segment] ??= this.keeper ? detached(this.#likenessOf(segment)) : this.#likenessOf(segment));
  }

  #likenessOf(segment: number): string {
    const {start, end, role} = this.segments[segment]!;
    let holes = '';
    for (let i = this.#holeAt(start); this.prose.opaque?.[i] && this.prose.opaque[i]![0] < end; i++) holes += ` ${this.prose.opaque[i]![0] - start}-${this.prose.opaque[i]![1] - start}`;
    return `${role}${holes}\n${this.text.slice(start, end)}`;
  }

  /** Whether a segment has the same likeness as one of another document. */
  #isLike(own: number, other: Document, old: number): boolean {
    const [a, b] = [this.segments[own]!, other.segments[old]!];
    if (a.role !== b.role || a.end - a.start !== b.end - b.start) return false;
    if (this.prose.opaque?.length || other.prose.opaque?.length) return this.#likenessOf(own) === other.segmentLikeness(old);
    return this.text.slice(a.start, a.end) === other.text.slice(b.start, b.end);
  }

  /** The first opaque stretch that ends behind an offset. */
  #holeAt(offset: number): number {
    const {opaque = []} = this.prose;
    let low = 0;
    let high = opaque.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (opaque[middle]![1] <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The text from the start of one token to the end of another. */
  slice(first: number, last: number): string {
    return this.text.slice(this.tokens[first]!.start, this.tokens[last]!.end);
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
    const s = this.sentences[sentence]!;
    return (s.title ??= this.#looksLikeTitle(s));
  }

  #looksLikeTitle(s: Sentence): boolean {
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

const NO_TOKENS: Token[] = [];

/** The tokens of each class, in their order. */
function sort(tokens: readonly Token[]): Token[][] {
  const lists: Token[][] = new Array(classCount()).fill(NO_TOKENS);
  for (const token of tokens) {
    if (token.kind === 'opaque') continue;
    const classes = classesOf(token.kind === 'word' ? token.word : wordOf(token.text));
    for (let k = 0; k < classes.length; k++) {
      const index = classes[k]!;
      if (lists[index] === NO_TOKENS) lists[index] = [token];
      else lists[index]!.push(token);
    }
  }
  return lists;
}

type Writable<T> = {-readonly [K in keyof T]: T[K]};

/** Puts the tokens and sentences of a segment of one document behind those of another, where they stand `by` code units farther on. */
function take(from: Document, segment: number, as: number, by: number, tokens: Token[], sentences: Sentence[]): void {
  const [first, last] = from.segmentTokens[segment]!;
  const index = tokens.length - first;
  if (last < first) return;
  const own = tokens.length;
  for (let i = first; i <= last; i++) tokens.push(from.tokens[i]!);
  const before = tokens[own]!.sentence;
  const sentence = sentences.length - before;
  for (let i = before, end = tokens.at(-1)!.sentence; i <= end; i++) sentences.push(from.sentences[i]!);
  if (!index && !by && !sentence && as === segment) return;
  for (let i = own; i < tokens.length; i++) {
    const token: Writable<Token> = tokens[i]!;
    token.index += index;
    token.start += by;
    token.end += by;
    token.segment = as;
    token.sentence += sentence;
  }
  for (let i = before + sentence; i < sentences.length; i++) {
    const moved: Writable<Sentence> = sentences[i]!;
    moved.index += sentence;
    moved.first += index;
    moved.last += index;
    moved.start += by;
    moved.end += by;
    moved.segment = as;
  }
}
