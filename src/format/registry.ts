import {type Format, FormatError} from './format.ts';
import {text} from './text.ts';

interface Entry {
  readonly id: string;
  /** File name endings without the dot, lower case. */
  readonly extensions: readonly string[];
  /** Parsers are loaded where they are needed. Absent for Word: its files are archives, which `docx.ts` reads. */
  load?(source: string): Promise<Format>;
}

const ENTRIES: readonly Entry[] = [
  {id: 'text', extensions: ['txt', 'text'], load: async () => text},
  {id: 'markdown', extensions: ['md', 'markdown', 'mdown', 'mkd'], load: async (source) => (await import('./markdown.ts')).loadMarkdown(source)},
  {id: 'mdx', extensions: ['mdx'], load: async (source) => (await import('./markdown.ts')).loadMdx(source)},
  {id: 'html', extensions: ['html', 'htm', 'xhtml'], load: async () => (await import('./html.ts')).html},
  {id: 'docx', extensions: ['docx']},
  {id: 'json', extensions: ['json'], load: async () => (await import('./json.ts')).json},
  {id: 'xliff', extensions: ['xlf', 'xliff'], load: async () => (await import('./xliff.ts')).xliff},
  {id: 'po', extensions: ['po'], load: async () => (await import('./po.ts')).po},
  {id: 'srt', extensions: ['srt'], load: async () => (await import('./subtitles.ts')).srt},
  {id: 'vtt', extensions: ['vtt'], load: async () => (await import('./subtitles.ts')).vtt},
];

const toDocx = (what: string) => `${what} not supported: save it as .docx`;
const LATEX = 'LaTeX is not supported: its commands would be taken for prose. With --as text it is read all the same';
/** What is known and not read: better said than misread. */
const UNREAD: Readonly<Record<string, string>> = {
  tex: LATEX, ltx: LATEX, latex: LATEX, sty: LATEX, cls: LATEX, bib: LATEX,
  doc: toDocx('Files of old Word are'), docm: toDocx('Word files with macros are'), dotx: toDocx('Templates of Word are'), dotm: toDocx('Templates of Word are'), rtf: toDocx('RTF is'), odt: toDocx('ODT is'), pages: toDocx('Pages is'),
  pdf: 'PDF is not supported: lint the document that it was made of', epub: 'EPUB is not supported: unpack it and lint the HTML files in it',
  pptx: 'PowerPoint is not supported: save the outline as text', xlsx: 'Excel is not supported: save the sheet as text',
};

/** The ids that `--as` takes. */
export const FORMATS: readonly string[] = ENTRIES.map(({id}) => id);
/** Files with these endings are linted where a folder is named. */
export const EXTENSIONS: readonly string[] = ENTRIES.filter(({id}) => id !== 'json').flatMap(({extensions}) => extensions);

const extensionOf = (path: string) => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The id of a file's format by its name: plain text where the ending says nothing. Throws a {@link FormatError} for formats that are known and not supported. */
export function formatOf(path: string): string {
  const extension = extensionOf(path);
  const unread = UNREAD[extension];
  if (unread) throw new FormatError(`${unread}.`);
  return ENTRIES.find(({extensions}) => extensions.includes(extension))?.id ?? 'text';
}

/** Throws a {@link FormatError} for plain text that is LaTeX: from standard input, or under another name. */
export function checkText(source: string): void {
  if (/^[ \t]{0,20}\\document(?:class|style)[ \t]{0,20}[[{]/m.test(source.slice(0, 10_000))) throw new FormatError(`${LATEX}.`);
}

/** Whether a file's name alone says what format it has. */
export const isNamed = (path: string): boolean => ENTRIES.some(({extensions}) => extensions.includes(extensionOf(path)));

/** Whether files of this name may be read: not those of formats that are known and not supported. */
export const isRead = (path: string): boolean => !Object.hasOwn(UNREAD, extensionOf(path));

/** Loads a format of text by its id, one of {@link FORMATS}, and what it takes to read a source. */
export async function loadFormat(id: string, source: string): Promise<Format> {
  const load = ENTRIES.find((entry) => entry.id === id)?.load;
  if (!load) throw new FormatError(`\`${id}\` is no format of text: name the file.`);
  return load(source);
}
