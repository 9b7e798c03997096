import type {Edit} from '../rule/rule.ts';
import type {Prose} from '../document/prose.ts';
import type {Note} from './format.ts';
import {ProseBuilder} from './prose-builder.ts';

/** Longer front matter is data. In UTF-16 code units. */
const MAX_LENGTH = 50_000;
/** Keys whose values are for readers, by their last word: `description`, `seo_title`, `og:description`. */
const FOR_READERS = new Set('title subtitle headline subheadline heading subheading description summary excerpt abstract lead lede dek deck standfirst teaser intro introduction caption alt blurb tagline'.split(' '));
/** Keys whose values are for programs, whatever they look like. */
const FOR_PROGRAMS = new Set('slug permalink url uri link href src path file image img icon layout template type class style id date author authors tag tags keyword keywords category categories topics aliases code script command query license'.split(' '));
/** Words from which a value may be a sentence, if one of its words holds sentences together. */
const MIN_WORDS = 4;
const JOINTS = /(?:^|\s)(?:the|an?|of|to|in|on|and|is|are|was|were|has|have|for|with|by|at|as|from|that|it|its|not|but|or|who|which|their|his|her|after|about|how|what|why)\s/;

const lastWord = (key: string) => key.split(/[^\p{L}\d]+|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean).at(-1)?.toLowerCase() ?? '';
const words = (text: string) => text.split(/\s+/).filter((word) => /^\P{L}{0,3}\p{L}/u.test(word)).length;

/** Whether the value of a key is for readers: by the key, or because it is a sentence. */
export function isProse(key: string, value: string): boolean {
  const name = lastWord(key);
  if (FOR_READERS.has(name)) return /\p{L}/u.test(value);
  return !FOR_PROGRAMS.has(name) && words(value) >= MIN_WORDS && JOINTS.test(value);
}

/** Keys that say what language the text is in. */
const FOR_LANGUAGE = ['lang', 'language', 'locale'];
/** Made when a text says that it is not in English. */
let languages: Intl.DisplayNames | undefined;

/** The language other than English that front matter says its text is in; `valueAt` gives the value of a key at the top. What is the tag of no language (`language: python`) says nothing. */
export function otherLanguage(valueAt: (key: string) => unknown): string | undefined {
  for (const key of FOR_LANGUAGE) {
    const value = valueAt(key);
    if (typeof value !== 'string' || !/^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i.test(value)) continue;
    if (/^(?:en|eng|mul|und)(?:[-_]|$)/i.test(value)) return undefined;
    languages ??= new Intl.DisplayNames(['en'], {type: 'language', fallback: 'none'});
    try {
      if (languages.of(value.replaceAll('_', '-'))) return value;
    } catch {
      // It only looks like a tag.
    }
  }
  return undefined;
}

/** Front matter as the parser of its language reads it. */
export interface Reading {
  /** The language other than English that the whole text is in, by its own word. */
  readonly language?: string | undefined;
  /** Keys and values in their order, comparable by `===`. */
  readonly values: readonly unknown[];
  /** Puts the values that are prose, and comments, into a builder. */
  write(builder: ProseBuilder): void;
}

/** What is wrong with front matter, and where. */
export class Broken {
  readonly note: Note;

  constructor(line: number, problem: string) {
    this.note = {line, text: `The front matter is not linted, because it is broken (${problem.replace(/\s+/g, ' ').replace(/\.$/, '')}).`};
  }
}

/** Reads a source in which nothing stands but front matter. Offsets are those of the source. */
export type ReadFrontMatter = (source: string) => Reading | Broken;

/** The front matter of a source. */
export interface FrontMatter {
  /** The language other than English that the whole text is in, by its own word. */
  readonly language?: string | undefined;
  /** Puts the values that are prose into a builder, before anything else of the source. */
  write(builder: ProseBuilder): void;
  /** Whether an edit in it leaves everything else what it is, and makes of its prose what it should. */
  allows(edit: Edit, prose: Edit): boolean;
}

/** Reads the front matter between two offsets of a source, in UTF-16 code units, without the lines that fence it in. Undefined where it is too long. */
export function frontMatterOf(read: ReadFrontMatter, source: string, start: number, end: number): FrontMatter | Broken | undefined {
  if (end - start > MAX_LENGTH) return undefined;
  const whole = `${' '.repeat(Math.max(0, start - 1))}\n`.slice(0, start) + source.slice(start, end);
  const reading = read(whole);
  if (reading instanceof Broken) return reading;
  const proseOf = (text: string, {write}: Reading): Prose => {
    const builder = new ProseBuilder(text, (put) => put);
    write(builder);
    return builder.finish().prose;
  };
  return {
    language: reading.language,
    write: reading.write,
    allows({start: from, end: to, text}, prose) {
      if (from < start || to > end) return false;
      const edited = whole.slice(0, from) + text + whole.slice(to);
      const again = read(edited);
      if (again instanceof Broken || again.values.length !== reading.values.length || again.values.filter((value, i) => value !== reading.values[i]).length > 1) return false;
      // The first segments of the prose of the whole source are those of the front matter.
      const {text: old} = proseOf(whole, reading);
      return prose.end <= old.length && proseOf(edited, again).text === old.slice(0, prose.start) + prose.text + old.slice(prose.end);
    },
  };
}

/** How the front matter of a source is written. */
export interface FrontMatterSyntax {
  readonly id: 'yaml' | 'toml' | 'json';
  readonly read: ReadFrontMatter;
  /** Where it ends, before the end of its last line; undefined where a source has none after all. */
  end(source: string): number | undefined;
}

const endAt = (last: RegExp) => (source: string) => {
  const found = last.exec(source);
  return found ? found.index + found[0].length : undefined;
};

/** The syntax of the front matter with which a source of Markdown begins, if it begins with any. In MDX, braces hold JavaScript. */
export async function frontMatterIn(source: string, mdx = false): Promise<FrontMatterSyntax | undefined> {
  if (/^---[ \t]*\r?\n/.test(source)) return {id: 'yaml', read: (await import('./yaml-front-matter.ts')).readYaml, end: endAt(/\n---(?=[ \t]*(?:\r?\n|$))/)};
  if (/^\+\+\+[ \t]*\r?\n/.test(source)) return {id: 'toml', read: (await import('./toml-front-matter.ts')).readToml, end: endAt(/\n\+\+\+(?=[ \t]*(?:\r?\n|$))/)};
  if (!mdx && /^\{\s*"/.test(source)) return (await import('./json-front-matter.ts')).jsonSyntax;
  return undefined;
}
