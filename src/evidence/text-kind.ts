import {ask, Question} from '../document/ask.ts';
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {SegmentTexts} from '../document/segment-memo.ts';
import type {Word} from '../document/word.ts';

/** What is opaque and no code: addresses, handles. */
const ADDRESS = /^(?:[@#]|www\.)|:\/\/|[^\s`]@/;
/** Names of programs, files and what is in them, without which a text is none about them. */
const MIN_CODE = 3;
/** Places from which on a word is a term of a text about programs. */
const MIN_PLACES = 2;
const WORD = /\p{L}[\p{L}\d]{2,40}/gu;
const KEY = {};
const NONE: readonly string[] = [];

interface Code {
  /** The text is about programs. */
  readonly technical: boolean;
  /** In lower case. */
  readonly words: ReadonlySet<string>;
  /** Words of headings, in lower case, where the text is about programs. */
  readonly headings: ReadonlySet<string>;
}
const memo = new DocumentNote<Code>();
const EMPTY: ReadonlySet<string> = new Set();

/** The words in the code of a document, such as names of programs, options and files. */
function codeIn({whole}: Document): Code {
  let code = memo.get(whole);
  if (code) return code;
  const words = new Set<string>();
  const headings: string[] = [];
  let pieces = 0;
  for (const segment of whole.segments.keys()) {
    const found = whole.made(segment, KEY, (first, last) => {
      let all: string[] | undefined;
      for (let i = first; i <= last; i++) {
        const {kind, text} = whole.tokens[i]!;
        if (kind === 'opaque' && !ADDRESS.test(text)) (all ??= []).push(text.toLowerCase().slice(0, 200));
      }
      return all ?? NONE;
    });
    pieces += found.length;
    for (const text of found) for (const [word] of text.matchAll(WORD)) words.add(word);
    if (whole.segments[segment]!.role === 'heading') headings.push(whole.text.slice(whole.segments[segment]!.start, whole.segments[segment]!.end));
  }
  const technical = pieces >= MIN_CODE;
  const titles = technical ? new Set(headings.flatMap((heading) => heading.toLowerCase().match(WORD) ?? [])) : EMPTY;
  memo.set(whole, (code = {technical, words, headings: titles}));
  return code;
}

/** How a text about programs uses a word that dictionaries do not have: as the name of something in its code (`code`), as a term of its own, in headings or again and again, or once (`text`). */
export function technicalUse(document: Document, word: Word, places: number): 'code' | 'term' | 'text' | undefined {
  const {technical, words, headings} = codeIn(document);
  if (!technical) return undefined;
  if (words.has(word.folded) || words.has(word.base)) return 'code';
  return headings.has(word.folded) || places >= MIN_PLACES ? 'term' : 'text';
}

/** What licences and notices of copyright speak of, three times or more. */
const OF_LICENCES = /\bcopyright(?: ?\(c\)| ?©|:| holders?\b| notice| \d{4})|\blicen[cs]ed? under\b|^licen[cs]e:|\bwarrant(?:y|ies)\b|\bredistribut|\blicensors?\b/gim;
const MIN_LICENCE = 3;
const signsOfLicences = new SegmentTexts((text) => text.match(OF_LICENCES)?.length ?? 0);
const LICENCE = new Question((whole) => {
  let times = 0;
  for (const found of signsOfLicences.in(whole)) if ((times += found) >= MIN_LICENCE) return true;
  return false;
});

/** Whether a text says who may copy what: it names parties and terms with capitals, and holders of rights in lines of their own. */
export const isLicence = (document: Document): boolean => ask(document, LICENCE);

const TECHNICAL = new Question((whole) => codeIn(whole).technical);

/** Whether a text is about programs: documentation has names, headings and forms that no news has. */
export const isTechnical = (document: Document): boolean => ask(document, TECHNICAL);
