import type {Prose} from '../document/prose.ts';
import type {Edit} from '../rule/rule.ts';

/** A comment of a source, in which a directive to mtlint may stand. Offsets are UTF-16 code units into the source. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** What stands between the comment's marks, trimmed. */
  readonly text: string;
  /** What `mtlint-disable-next-line` in it is for, where that is not the next line: a stretch of the source. */
  readonly next?: readonly [start: number, end: number];
}

/** What of a source could not be read though it should be, and why. */
export interface Note {
  /** From 1; absent where it is about the whole. */
  readonly line?: number;
  /** One sentence. */
  readonly text: string;
  /** It is of interest to who names the file, and none where a folder with files of many languages is linted. */
  readonly minor?: boolean;
}

/** A note as a line of text. */
export const noteText = ({line, text}: Note): string => (line === undefined ? text : `Line ${line}: ${text[0]!.toLowerCase()}${text.slice(1)}`);

/** A source as a format has read it. */
export interface Parsed {
  /** What its readers see; `prose.toSource` is absent where prose and source are the same. */
  readonly prose: Prose;
  readonly comments: readonly Comment[];
  readonly notes?: readonly Note[];
  /** The stretch of the source that shows [start, end) of the prose; both in UTF-16 code units. */
  toSource(start: number, end: number): readonly [number, number];
  /**
   * The edit of the source that has the effect of an edit of the prose and changes nothing else: markup inside of it
   * stays as it is, and what is put in is escaped as the format wants. Undefined where there is none, such as across a boundary of blocks.
   */
  toSourceEdit(edit: Edit): Edit | undefined;
}

/** A source all of which is in another language, by its own word: nothing of it is linted, comments to mtlint neither. */
export const inOtherLanguage = (empty: Parsed, language: string): Parsed => ({...empty, comments: [], notes: [{text: `Nothing was linted: the file says that its text is in \`${language.slice(0, 40)}\`.`, minor: true}]});

export interface FormatOptions {
  /** JSON: paths of the fields that hold prose. */
  readonly fields?: readonly string[];
}

/** What makes a source unfit for its format: one sentence that says what, where and what to do. */
export class FormatError extends Error {}

/** How text stands in a kind of file; `registry.ts` says which file names have it. */
export interface Format {
  /** As `--as` takes it: "text", "markdown". */
  readonly id: string;
  /** Throws a {@link FormatError} where the source is broken. Linear in the length of the source. */
  parse(source: string, options?: FormatOptions): Parsed;
}
