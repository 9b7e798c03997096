/** The people of whom a text speaks, as they are met by going through it from its beginning. */
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {hasTags} from './pos.ts';

export type Gender = 'm' | 'f' | '?';

/** A place where somebody is spoken of: the number of its token. */
export interface Mention {
  readonly index: number;
  readonly gender: Gender;
  readonly pronoun: boolean;
}

/** Sentences before its own to which somebody may look from a token, and tokens behind it. */
const SENTENCES_BACK = 3;
const TOKENS_AHEAD = 24;
/** Mentions that are remembered from one paragraph to the next. */
const MAX_MENTIONS = 60;

const BITS: Readonly<Record<Gender, number>> = {m: 1, f: 2, '?': 4};

/** Who was met so far. */
export class People {
  /** The mentions of this paragraph, and of the last {@link SENTENCES_BACK} sentences before it. */
  mentions: Mention[] = [];
  readonly #genders = new Map<string, Gender>();
  #seen = 0;
  /** What was asked in this paragraph that those before it said, and what it says itself. */
  #asked = new Map<string, Gender | undefined>();
  #told = new Map<string, Gender>();

  /** The gender of somebody by the last part of the name, in lower case; undefined for nobody who was met. */
  genderOf(name: string): Gender | undefined {
    const gender = this.#genders.get(name);
    if (!this.#told.has(name)) this.#asked.set(name, gender);
    return gender;
  }

  name(name: string, gender: Gender): void {
    this.#told.set(name, gender);
    this.#genders.set(name, gender);
  }

  mention(index: number, gender: Gender, pronoun = false): void {
    this.mentions.push({index, gender, pronoun});
    this.#seen |= BITS[gender];
  }

  /** Whether somebody of a gender was spoken of anywhere before. */
  hasSeen(gender: Gender): boolean {
    return (this.#seen & BITS[gender]) !== 0;
  }

  /** Goes through a paragraph, and remembers how. */
  follow<T>(document: Document, segment: number, read: () => T): Followed<T> {
    const [first] = document.segmentTokens[segment]!;
    const before = {seen: this.#seen, mentions: relativeTo(this.mentions, first)};
    this.#asked = new Map();
    this.#told = new Map();
    const found = read();
    this.#forget(document, segment);
    return {before, asked: [...this.#asked], told: [...this.#told], found, after: {seen: this.#seen, mentions: relativeTo(this.mentions, first)}};
  }

  /** Whether going through a paragraph, which is as it was with what is around it, would be as it was before. */
  holds({before, asked}: Followed<unknown>, first: number): boolean {
    if (this.#seen !== before.seen || this.mentions.length !== before.mentions.length) return false;
    for (let i = 0; i < asked.length; i++) if (this.#genders.get(asked[i]![0]) !== asked[i]![1]) return false;
    for (let i = 0; i < before.mentions.length; i++) {
      const [was, is] = [before.mentions[i]!, this.mentions[i]!];
      if (is.index !== was.index + first || is.gender !== was.gender || is.pronoun !== was.pronoun) return false;
    }
    return true;
  }

  /** Passes over a paragraph as it was gone through before. */
  pass({told, after}: Followed<unknown>, first: number): void {
    for (const [name, gender] of told) this.#genders.set(name, gender);
    this.#seen = after.seen;
    this.mentions = relativeTo(after.mentions, -first);
  }

  #forget({tokens, segmentTokens}: Document, segment: number): void {
    const [first, last] = segmentTokens[segment]!;
    if (last < first) return;
    const since = tokens[last]!.sentence + 1 - SENTENCES_BACK;
    this.mentions = this.mentions.slice(-MAX_MENTIONS).filter(({index}) => tokens[index]!.sentence >= since);
  }
}

function relativeTo(mentions: readonly Mention[], first: number): Mention[] {
  const relative: Mention[] = [];
  for (const {index, gender, pronoun} of mentions) relative.push({index: index - first, gender, pronoun});
  return relative;
}

/** How somebody went through a paragraph: mentions are counted from its first token. */
interface Followed<T> {
  readonly before: {readonly seen: number; readonly mentions: readonly Mention[]};
  readonly asked: readonly (readonly [name: string, gender: Gender | undefined])[];
  readonly told: readonly (readonly [name: string, gender: Gender])[];
  readonly found: T;
  readonly after: {readonly seen: number; readonly mentions: readonly Mention[]};
}

/** Whether a paragraph, and all to which one may look from it, is as it was in the version before. */
function isAsBefore({segmentTokens, tokens, changes}: Document, segment: number): boolean {
  const {previous, same} = changes!;
  const before = same[segment]!;
  if (before < 0) return false;
  const [first, last] = segmentTokens[segment]!;
  for (let i = segment - 1; ; i--) {
    if (i < 0 || before + i - segment < 0) {
      if (i < 0 !== before + i - segment < 0) return false;
      break;
    }
    if (same[i] !== before + i - segment) return false;
    const start = segmentTokens[i]![0];
    if (tokens[start] && tokens[first] && tokens[first].sentence - tokens[start].sentence > SENTENCES_BACK && first - start >= TOKENS_AHEAD) break;
  }
  for (let i = segment + 1; ; i++) {
    if (!segmentTokens[i] || !previous.segmentTokens[before + i - segment]) return !segmentTokens[i] && !previous.segmentTokens[before + i - segment];
    if (same[i] !== before + i - segment) return false;
    if (segmentTokens[i]![1] - last >= TOKENS_AHEAD) return true;
  }
}

/**
 * What is found by going through a document from its beginning, paragraph by paragraph, with who was met before in mind: `read` says what. It may look back as far as
 * three sentences, and a few words ahead, and says where something is by what stands there or counted from the paragraph's beginning. Of a text that is linted again at
 * every change only paragraphs are gone through that changed, or before which another one is spoken of.
 */
export class PeopleEvidence<T> {
  readonly #memo = new DocumentNote<readonly Followed<T>[]>();
  readonly #read: (document: Document, segment: number, people: People) => T;

  constructor(read: (document: Document, segment: number, people: People) => T) {
    this.#read = read;
  }

  /** By paragraph. */
  in(document: Document): readonly T[] {
    // Without tags something else may be found.
    const kept = document.keeper !== undefined && hasTags();
    const previous = kept ? document.changes && this.#memo.get(document.changes.previous) : undefined;
    const people = new People();
    const followed = document.segmentTokens.map(([first], segment) => {
      const before = previous && isAsBefore(document, segment) ? previous[document.changes!.same[segment]!]! : undefined;
      if (!before || !people.holds(before, first)) return people.follow(document, segment, () => this.#read(document, segment, people));
      people.pass(before, first);
      return before;
    });
    if (kept) this.#memo.set(document, followed);
    return followed.map(({found}) => found);
  }
}
