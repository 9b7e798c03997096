import {composed, embedded} from './embedded.ts';
import {type Format, FormatError, inOtherLanguage} from './format.ts';
import {ProseBuilder} from './prose-builder.ts';

const STRING = /^\s*"([^"\\]*(?:\\.[^"\\]*)*)"\s*$/;
const KEYWORD = /^\s*(msgctxt|msgid|msgid_plural|msgstr(?:\[\d{1,3}\])?|domain)(?=[\s"])(.*)$/;
const SIMPLE: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v', '"': '"', '\\': '\\', "'": "'", '?': '?'};

/** Makes text fit to stand in a string. */
const escapeString = (text: string) => text.replace(/["\\]/g, '\\$&').replaceAll('\t', '\\t');

/** Characters of a string from its escapes. */
function writeString(builder: ProseBuilder, source: string, start: number, end: number): void {
  let at = start;
  for (const m of source.slice(start, end).matchAll(/\\(?:[0-7]{1,3}|x[\da-f]{1,2}|.)/gi)) {
    const from = start + m.index;
    builder.verbatim(at, from);
    const code = m[0].slice(1);
    builder.atom(/^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : /^x./i.test(code) ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (SIMPLE[code] ?? code), from, from + m[0].length);
    at = from + m[0].length;
  }
  builder.verbatim(at, end);
}

/** gettext PO: the translations, fuzzy ones and all plural forms too. Nothing where the header names another language than English. */
export const po: Format = {
  id: 'po',
  parse(source) {
    const builder = new ProseBuilder(source, escapeString);
    let keyword = '';
    let id = '';
    let strings: [number, number][] = [];
    let header = '';
    let number = 0;
    let entries = 0;
    /** Comments before the entry that is read, and where its translations are. */
    let comments: [start: number, end: number, text: string][] = [];
    let translations: [start: number, end: number] | undefined;
    const finishEntry = () => {
      for (const [start, end, text] of comments) builder.comment(start, end, text, translations);
      comments = [];
      translations = undefined;
    };
    const finish = () => {
      const raw = strings.map(([start, end]) => source.slice(start, end)).join('');
      if (keyword === 'msgid') id = raw;
      else if (keyword.startsWith('msgstr')) {
        entries++;
        translations = [translations?.[0] ?? strings[0]![0], strings.at(-1)![1]];
        if (id === '' && keyword === 'msgstr') header ||= raw;
        else {
          builder.boundary();
          builder.role = 'item';
          for (const [start, end] of strings) writeString(builder, source, start, end);
          builder.boundary();
        }
      }
      keyword = '';
      strings = [];
    };
    const line = /[^\n]*(?:\n|$)/g;
    for (let m = line.exec(source); m?.[0]; m = line.exec(source)) {
      number++;
      const text = m[0].replace(/\r?\n$/, '');
      const trimmed = text.trimStart();
      if (!trimmed) {
        finish();
        continue;
      }
      if (trimmed.startsWith('#')) {
        finish();
        if (translations) finishEntry();
        if (/^#\s/.test(trimmed)) comments.push([m.index + text.length - trimmed.length, m.index + text.length, trimmed.slice(1)]);
        continue;
      }
      const found = KEYWORD.exec(text);
      if (found) {
        finish();
        keyword = found[1]!;
        if (translations && /^msg(?:id|ctxt)$/.test(keyword)) finishEntry();
      } else if (!keyword) throw new FormatError(`Line ${number}: this is no line of a PO file: \`${trimmed.slice(0, 40)}\`. Correct it, or check the file with msgfmt.`);
      const rest = found ? found[2]! : text;
      const string = STRING.exec(rest);
      if (!string) throw new FormatError(`Line ${number}: the string is not closed, or something stands behind it. Correct it, or check the file with msgfmt.`);
      const start = m.index + text.length - rest.length + rest.indexOf('"') + 1;
      strings.push([start, start + string[1]!.length]);
    }
    finish();
    finishEntry();
    if (!entries && source.trim()) throw new FormatError('There is no `msgstr` in this file: it is no PO file. Name the format with --as.');
    const language = /(?:^|\\n)Language:\s*([A-Za-z_@-]*)/.exec(header)?.[1] ?? '';
    const parsed = builder.finish();
    if (language && !/^en(?:[-_@]|$)/i.test(language)) return inOtherLanguage(new ProseBuilder(source, escapeString).finish(), language);
    return composed(parsed, embedded(parsed));
  },
};
