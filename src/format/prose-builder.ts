import {diffArrays} from 'diff';
import type {Prose, Role, Segment} from '../document/prose.ts';
import type {Edit} from '../rule/rule.ts';
import type {Comment, Parsed} from './format.ts';

/** A character that stands for something that is no text: an image, a placeholder. */
export const OBJECT = '\ufffc';

/**
 * How a run of prose stands in the source: character by character; as a whole, such as `&eacute;`, which is replaced as a
 * whole; character by character where nothing may be changed; or not as text at all (code, a line break, the boundary of two blocks).
 */
enum Kind {Verbatim, Atom, Locked, Fixed}

/** Makes text fit to be put into a place of the source; undefined where it cannot stand. */
export type Encode = (text: string) => string | undefined;

/** What a builder has put together. */
export interface Assembled extends Parsed {
  /** The least changes of the source, from left to right, that have the effect of an edit of the prose; undefined where there are none. */
  changes(edit: Edit): Edit[] | undefined;
}

/** Short lines without a full stop are titles rather than sentences. */
const TERMINAL = /[.!?…:;,"”»)]\s*$/;
const TITLE = 120;
const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;

/** Tokens of a diff are words, so that what stays keeps its markup. */
const words = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? [];
/** Longer edits are not compared word by word. */
const DIFF_LIMIT = 2000;

/** Index of the last of sorted numbers that is at most a value; -1 if there is none. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Puts prose together from a source, piece by piece, and remembers where each piece came from. A format walks over its source and
 * calls `verbatim`, `atom`, `space` and `fixed` for text, `boundary` between blocks, `open` and `close` around inline markup. All
 * offsets are UTF-16 code units into the source.
 */
export class ProseBuilder {
  /** The role of blocks that begin from now on; an item is a heading if it is short and has no full stop. */
  role: Role | 'item' = 'body';
  /** What is put into blocks that begin from now on is treated by it. */
  encode: Encode;
  /** While set, text cannot be changed and is not linted. */
  opaque = false;
  /** While set, text is linted and cannot be changed, since something else hangs on it. */
  frozen = false;
  readonly #source: string;
  #pieces: string[] = [];
  #length = 0;
  /** The last character of the open block. */
  #last = '';
  /** Parallel, one entry a run: where it starts in the prose, where it stands in the source. */
  readonly #starts: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #kinds: Kind[] = [];
  readonly #segments: Segment[] = [];
  readonly #encoders: Encode[] = [];
  readonly #opaque: [number, number][] = [];
  readonly #comments: Comment[] = [];
  /** Inline elements that have text, as [start, end) in the prose, in the order of their ends. */
  readonly #elements: (readonly [number, number])[] = [];
  /** Offset in the prose of the start of each inline element that is open. */
  readonly #openElements: number[] = [];
  /** Where the source goes on behind the elements that end at an offset of the prose. */
  readonly #behind = new Map<number, number>();
  #segment: {start: number; role: Role | 'item'; encode: Encode} | undefined;
  #asides: (() => void)[] = [];

  constructor(source: string, encode: Encode) {
    this.#source = source;
    this.encode = encode;
  }

  /** Whether the block has text so far. */
  get hasText(): boolean {
    return this.#segment !== undefined;
  }

  /** The last character of the block; empty where it has no text so far. */
  get last(): string {
    return this.#segment ? this.#last : '';
  }

  /** Text that stands in the source as its readers see it. */
  verbatim(start: number, end: number): void {
    if (!this.#segment) while (start < end && SPACE.test(this.#source[start]!)) start++;
    if (start < end) this.#append(this.#source.slice(start, end), start, end, Kind.Verbatim);
  }

  /** Text that is written otherwise in the source: an entity, an escape. With an empty stretch it goes on the atom before. */
  atom(text: string, start: number, end: number): void {
    if (!this.#segment && SPACE.test(text)) return;
    this.#append(text, start, end, Kind.Atom);
  }

  /** A soft line break, or any other white space that its readers see as one space. */
  space(start: number, end: number): void {
    if (!this.#segment) return;
    if (!SPACE.test(this.#last)) this.#append(' ', start, end, end - start === 1 && this.#source[start] === ' ' ? Kind.Verbatim : Kind.Atom);
    else if (this.#last === ' ' && this.#kinds.at(-1)! <= Kind.Atom && this.#to.at(-1) === start) {
      // A verbatim run ends with the space: the space becomes an atom of its own.
      if (this.#kinds.at(-1) === Kind.Verbatim) {
        const run = this.#starts.length - 1;
        if (this.#length - this.#starts[run]! > 1) {
          this.#to[run] = start - 1;
          this.#starts.push(this.#length - 1);
          this.#from.push(start - 1);
          this.#to.push(end);
          this.#kinds.push(Kind.Atom);
          return;
        }
        this.#kinds[run] = Kind.Atom;
      }
      this.#to[this.#to.length - 1] = end;
    }
  }

  /** Text that no edit may touch: a line break, a placeholder. */
  fixed(text: string, start: number, end: number): void {
    if (!this.#segment && SPACE.test(text)) return;
    this.#append(text, start, end, Kind.Fixed);
  }

  /** Something inside of a sentence that is not to be linted; without a text, as it stands in the source. */
  object(text: string | undefined, start: number, end: number): void {
    const before = this.opaque;
    this.opaque = true;
    if (text === undefined) this.verbatim(start, end);
    else this.#append(text, start, end, Kind.Fixed);
    this.opaque = before;
  }

  /** White space collapsed as HTML does it, the rest verbatim. */
  collapsed(start: number, end: number): void {
    let at = start;
    for (const match of this.#source.slice(start, end).matchAll(/[ \t\n\r\f]+/g)) {
      const from = start + match.index;
      if (from > at) this.verbatim(at, from);
      at = from + match[0].length;
      this.space(from, at);
    }
    if (at < end) this.verbatim(at, end);
  }

  /** Inline markup begins. */
  open(): void {
    this.#openElements.push(this.#length);
  }

  /** The inline markup that was opened last ends; the source goes on at `end` behind its closing mark. */
  close(end: number): void {
    const start = this.#openElements.pop();
    if (start === undefined || start === this.#length) return;
    this.#elements.push([start, this.#length]);
    this.#behind.set(this.#length, end);
  }

  /** A block ends. What was put aside in it follows as blocks of their own. */
  boundary(): void {
    this.#end();
    while (this.#asides.length) {
      const asides = this.#asides;
      this.#asides = [];
      const {role, encode, opaque} = this;
      this.opaque = false;
      for (const write of asides) {
        write();
        this.#end();
      }
      Object.assign(this, {role, encode, opaque});
    }
  }

  /** Text that is shown beside the block: of an image, a tooltip. It is written when the block has ended. */
  aside(write: () => void): void {
    this.#asides.push(write);
  }

  comment(start: number, end: number, text: string, next?: Comment['next']): void {
    this.#comments.push({start, end, text: text.trim(), ...(next ? {next} : {})});
  }

  #append(text: string, from: number, to: number, kind: Kind): void {
    if (!text) return;
    if (!this.#segment) {
      if (this.#segments.length) this.#run('\n\n', from, from, Kind.Fixed);
      this.#segment = {start: this.#length, role: this.role, encode: this.encode};
      // Markup that was opened before the block's first character holds that character.
      for (let i = this.#openElements.length - 1; i >= 0 && this.#openElements[i]! < this.#length; i--) this.#openElements[i] = this.#length;
    }
    if (this.opaque) {
      const last = this.#opaque.at(-1);
      if (last && last[1] === this.#length && this.#length > this.#segment.start) last[1] += text.length;
      else this.#opaque.push([this.#length, this.#length + text.length]);
    }
    this.#run(text, from, to, this.opaque || this.frozen ? (kind === Kind.Verbatim ? Kind.Locked : Kind.Fixed) : kind);
    this.#last = text.at(-1)!;
  }

  #run(text: string, from: number, to: number, kind: Kind): void {
    const last = this.#starts.length - 1;
    const goesOn = last >= 0 && this.#kinds[last] === kind && this.#to[last] === from;
    if (goesOn && (kind === Kind.Verbatim || kind === Kind.Locked)) this.#to[last] = to;
    // The second of two characters of one entity.
    else if (goesOn && from === to && kind === Kind.Atom) this.#to[last] = to;
    else {
      this.#starts.push(this.#length);
      this.#from.push(from);
      this.#to.push(to);
      this.#kinds.push(kind);
    }
    this.#pieces.push(text);
    this.#length += text.length;
  }

  #end(): void {
    if (!this.#segment) return;
    const {start, role, encode} = this.#segment;
    this.#segment = undefined;
    this.#last = '';
    // The pieces of the block joined once, so that its end can be trimmed.
    let tail = '';
    for (let i = this.#pieces.length - 1; i >= 0 && !/\S/.test(tail); i--) tail = this.#pieces[i]! + tail;
    const end = this.#length - (tail.length - tail.trimEnd().length);
    if (end <= start) return;
    this.#segments.push({start, end, role: role === 'item' ? (end - start < TITLE && !TERMINAL.test(tail) ? 'heading' : 'body') : role});
    this.#encoders.push(encode);
  }

  /** What has been put together. */
  finish(): Assembled {
    this.boundary();
    const text = this.#pieces.join('');
    const [starts, from, to, kinds, source] = [this.#starts, this.#from, this.#to, this.#kinds, this.#source];
    const [behind, segments, encoders, elements] = [this.#behind, this.#segments, this.#encoders, this.#elements.sort((a, b) => a[0] - b[0] || a[1] - b[1])];
    const segmentStarts = segments.map((s) => s.start);
    const elementStarts = elements.map((e) => e[0]);
    const endOf = (run: number) => starts[run + 1] ?? text.length;
    const exact = (run: number) => kinds[run] === Kind.Verbatim || kinds[run] === Kind.Locked;
    /** Offset in the source of the start of a character. */
    const before = (at: number) => {
      const run = lastAtMost(starts, at);
      if (run < 0) return 0;
      return exact(run) ? Math.min(to[run]!, from[run]! + at - starts[run]!) : at >= endOf(run) ? to[run]! : from[run]!;
    };
    /** Offset in the source of the end of the character before an offset of the prose. */
    const after = (at: number) => {
      const run = lastAtMost(starts, at - 1);
      if (run < 0) return before(at);
      return exact(run) ? from[run]! + at - starts[run]! : to[run]!;
    };
    /** Where text is put in: behind the character before it, outside of markup that ends there unless it goes on a word. */
    const gap = (at: number, put: string) => {
      const segment = segmentStarts[lastAtMost(segmentStarts, at)];
      if (segment === undefined || segment === at) return before(at);
      const left = after(at);
      const outside = behind.get(at);
      return outside !== undefined && outside >= left && !WORD.test(put[0] ?? '') ? outside : left;
    };
    /** What replaces [a, b) of the prose in the source; undefined if that is not text alone. */
    const replace = (a: number, b: number, put: string, encode: Encode): Edit[] | undefined => {
      const escaped = encode(put);
      if (escaped === undefined) return undefined;
      if (a === b) {
        const at = gap(a, put);
        // Not into something that is no text, such as between two characters of code.
        const run = lastAtMost(starts, a);
        if (run >= 0 && kinds[run] !== Kind.Verbatim && starts[run]! < a && a < endOf(run)) return undefined;
        return [{start: at, end: at, text: escaped}];
      }
      for (let i = lastAtMost(elementStarts, a - 1) + 1; i < elements.length && elements[i]![0] < b; i++) if (elements[i]![1] <= b && !(put && elements[i]![0] === a)) return undefined;
      const edits: Edit[] = [];
      for (let run = lastAtMost(starts, a); run < starts.length && starts[run]! < b; run++) {
        const [first, last] = [Math.max(a, starts[run]!), Math.min(b, endOf(run))];
        if (kinds[run]! >= Kind.Locked) return undefined;
        if (kinds[run] === Kind.Atom && (first > starts[run]! || last < endOf(run))) return undefined;
        const [start, end] = kinds[run] === Kind.Atom ? [from[run]!, to[run]!] : [from[run]! + first - starts[run]!, from[run]! + last - starts[run]!];
        const previous = edits.at(-1);
        if (previous && previous.end > start) return undefined;
        if (previous && previous.end === start) edits[edits.length - 1] = {...previous, end};
        else edits.push({start, end, text: edits.length ? '' : escaped});
      }
      return edits;
    };
    /** The stretch in which a text and its replacement differ, with as much as possible kept at one end first. */
    const trimmed = (start: number, old: string, put: string, startFirst: boolean): [number, number, string] => {
      let head = 0;
      let tail = 0;
      const short = Math.min(old.length, put.length);
      const trimHead = () => {
        while (head + tail < short && old[head] === put[head]) head++;
        if (head && /[\ud800-\udbff]/.test(old[head - 1]!)) head--;
      };
      if (startFirst) trimHead();
      while (head + tail < short && old[old.length - 1 - tail] === put[put.length - 1 - tail]) tail++;
      if (tail && /[\udc00-\udfff]/.test(old[old.length - tail]!)) tail--;
      if (!startFirst) trimHead();
      return [start + head, start + old.length - tail, put.slice(head, put.length - tail)];
    };
    const attempt = (start: number, old: string, put: string, startFirst: boolean, encode: Encode): Edit[] | undefined => {
      const [a, b, middle] = trimmed(start, old, put, startFirst);
      const run = lastAtMost(starts, a);
      // Inside of one run there is nothing to keep.
      if (a === b || (kinds[run] === Kind.Verbatim && b <= endOf(run)) || b - a + middle.length > DIFF_LIMIT) return replace(a, b, middle, encode);
      const all: Edit[] = [];
      let at = a;
      const parts = diffArrays(words(text.slice(a, b)), words(middle));
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i]!;
        const value = part.value.join('');
        if (!part.added && !part.removed) {
          at += value.length;
          continue;
        }
        const other = parts[i + 1];
        const both = other && (other.added || other.removed) ? [part, other] : [part];
        if (both.length === 2) i++;
        const gone = both.filter((c) => c.removed).flatMap((c) => c.value).join('');
        const edits = replace(...trimmed(at, gone, both.filter((c) => c.added).flatMap((c) => c.value).join(''), startFirst), encode);
        if (!edits) return undefined;
        all.push(...edits);
        at += gone.length;
      }
      return all.every((edit, i) => i === 0 || all[i - 1]!.end <= edit.start) ? all : undefined;
    };
    const changes = ({start, end, text: put}: Edit): Edit[] | undefined => {
      const segment = lastAtMost(segmentStarts, start);
      const {start: from, end: to} = segments[segment] ?? {start: 0, end: -1};
      // A line break would begin a new block in most formats; a block is not emptied.
      if (start < from || end > to || end < start || (start === from && end === to && !put)) return undefined;
      const old = text.slice(start, end);
      if (old === put || (/[\n\r]/.test(put) && !old.includes('\n'))) return undefined;
      return attempt(start, old, put, true, encoders[segment]!) ?? attempt(start, old, put, false, encoders[segment]!);
    };
    const prose: Prose = {text, segments, opaque: this.#opaque, toSource: before};
    return {
      prose, comments: this.#comments.sort((a, b) => a.start - b.start),
      toSource(start, end) {
        if (start >= end) {
          const at = gap(start, '');
          return [at, at];
        }
        const [first, last] = [before(start), after(end)];
        return [first, Math.max(first, last)];
      },
      changes,
      toSourceEdit(edit) {
        const all = changes(edit);
        if (!all?.length) return undefined;
        const [first, last] = [all[0]!, all.at(-1)!];
        let put = '';
        for (const [i, change] of all.entries()) put += (i ? source.slice(all[i - 1]!.end, change.start) : '') + change.text;
        if (edit.start === edit.end) return {start: first.start, end: last.end, text: put};
        // As wide as the edit of the prose, so that it can be shown as what replaces the stretch that is marked.
        const [left, right] = [Math.min(before(edit.start), first.start), Math.max(after(edit.end), last.end)];
        return {start: left, end: right, text: source.slice(left, first.start) + put + source.slice(last.end, right)};
      },
    };
  }
}
