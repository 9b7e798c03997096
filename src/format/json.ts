import {type ParseError, printParseErrorCode, visit} from 'jsonc-parser';
import {composed, embedded} from './embedded.ts';
import {type Format, FormatError} from './format.ts';
import {ProseBuilder} from './prose-builder.ts';

/** Deeper files are no documents. */
const MAX_DEPTH = 500;

/** Makes text fit to stand between quotation marks. */
export const escapeString = (text: string) => JSON.stringify(text).slice(1, -1);

/** Characters of a string from its escapes; the offsets are those of what is between its quotation marks. */
export function writeString(builder: ProseBuilder, source: string, start: number, end: number): void {
  let at = start;
  for (const m of source.slice(start, end).matchAll(/\\(?:u([\da-f]{4})|(.))/gi)) {
    const from = start + m.index;
    builder.verbatim(at, from);
    builder.atom(JSON.parse(`"${m[0]}"`) as string, from, from + m[0].length);
    at = from + m[0].length;
  }
  builder.verbatim(at, end);
}

/** The words of a camel-case code: "CloseBraceExpected". */
export const worded = (code: string) => code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/**
 * JSON: the strings of the fields that `fields` names, as HTML where they have tags. A field is a key at any depth (`body`) or the end of
 * a path of keys (`post.body`); lists are looked through.
 */
export const json: Format = {
  id: 'json',
  parse(source, {fields = []} = {}) {
    if (!fields.length) throw new FormatError('Which fields of the JSON hold prose? Name them: --as json --fields body,title');
    const wanted = fields.map((field) => field.split('.'));
    const builder = new ProseBuilder(source, escapeString);
    const path: string[] = [];
    /** Length of the path where each object that is open began. */
    const depths: number[] = [];
    let depth = 0;
    let found = false;
    const place = (line: number, character: number) => `Line ${line + 1}, column ${character + 1}`;
    const nest = (line: number, character: number) => {
      if (++depth > MAX_DEPTH) throw new FormatError(`${place(line, character)}: the JSON is nested more than ${MAX_DEPTH} deep. Export the file again.`);
    };
    const names = () => wanted.some((field) => field.length <= path.length && field.every((part, i) => part === path[path.length - field.length + i]));
    visit(source, {
      onObjectBegin(_, __, line, character) {
        nest(line, character);
        depths.push(path.length);
      },
      onObjectProperty(key) {
        path.length = depths.at(-1)!;
        path.push(key);
      },
      onObjectEnd() {
        depth--;
        path.length = depths.pop() ?? 0;
      },
      onArrayBegin(_, __, line, character) {
        nest(line, character);
      },
      onArrayEnd() {
        depth--;
      },
      onLiteralValue(value, offset, length) {
        if (typeof value !== 'string' || !names()) return;
        found = true;
        builder.boundary();
        writeString(builder, source, offset + 1, offset + length - 1);
        builder.boundary();
      },
      onError(error, _, __, line, character) {
        throw new FormatError(`${place(line, character)}: this is no JSON (${worded(printParseErrorCode(error as unknown as ParseError['error']))}). Correct it there, or export the file again.`);
      },
    }, {disallowComments: true, allowTrailingComma: false});
    const strings = builder.finish();
    return {...composed(strings, embedded(strings)), ...(found ? {} : {notes: [{text: `Nothing was linted: no field ${fields.map((field) => `\`${field}\``).join(' or ')} holds text.`}]})};
  },
};
