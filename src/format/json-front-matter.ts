import {type ParseError, printParseErrorCode, visit} from 'jsonc-parser';
import {Broken, type FrontMatterSyntax, isProse, otherLanguage, type ReadFrontMatter} from './front-matter.ts';
import {escapeString, worded, writeString} from './json.ts';

const STRICT = {disallowComments: true, allowTrailingComma: false} as const;

/** What front matter begins with, even if it is broken further on. */
const BEGINS = /^\{\s{0,99}"[^"\n]{0,99}"\s{0,9}:/;
/** Where it ends then: at a brace in a line of its own, or at the end of the first line. */
const ENDS = /(?:^[^\n]*|\n)\}(?=[ \t]*(?:\r?\n|$))/;

/** Where the object ends with which a source begins, if it is followed by the end of its line. */
function end(source: string): number | undefined {
  let depth = 0;
  let at: number | undefined;
  const broken = () => {
    if (at === undefined) throw new SyntaxError();
  };
  try {
    visit(source, {
      onObjectBegin: () => void depth++,
      onObjectEnd(offset, length) {
        if (--depth === 0) at = offset + length;
      },
      onError: broken,
    }, STRICT);
  } catch {
    const last = BEGINS.test(source) ? ENDS.exec(source) : null;
    return last ? last.index + last[0].length : undefined;
  }
  return at !== undefined && /^[ \t]*(?:\r?\n|$)/.test(source.slice(at, at + 1000)) ? at : undefined;
}

/** Strings, and all keys and values, of one object. */
const read: ReadFrontMatter = (source) => {
  const values: unknown[] = [];
  const strings: (readonly [start: number, end: number])[] = [];
  const keys: string[] = [];
  /** Values that stand under a key at the top. */
  const top = new Map<string, unknown>();
  let depth = 0;
  let broken: Broken | undefined;
  try {
    visit(source, {
      onObjectBegin: () => void keys.push(''),
      onObjectEnd: () => void keys.pop(),
      onArrayBegin: () => void depth++,
      onArrayEnd: () => void depth--,
      onObjectProperty(key) {
        keys[keys.length - 1] = key;
        values.push(key);
      },
      onLiteralValue(value, offset, length) {
        values.push(value);
        if (keys.length === 1 && !depth) top.set(keys[0]!, value);
        if (typeof value === 'string' && isProse(keys.at(-1)!, value)) strings.push([offset + 1, offset + length - 1]);
      },
      onError(error, _, __, line) {
        broken = new Broken(line + 1, `it is no JSON: ${worded(printParseErrorCode(error as unknown as ParseError['error']))}`);
        throw new SyntaxError();
      },
    }, STRICT);
  } catch (error) {
    if (!broken) throw error;
    return broken;
  }
  return {
    language: otherLanguage((key) => top.get(key)),
    values,
    write(builder) {
      const {encode, role} = builder;
      for (const [start, end] of strings) {
        builder.boundary();
        builder.role = 'item';
        builder.encode = escapeString;
        writeString(builder, source, start, end);
      }
      builder.boundary();
      Object.assign(builder, {encode, role});
    },
  };
};

/** Front matter in JSON, as Hugo has it: one object before the text. */
export const jsonSyntax: FrontMatterSyntax = {id: 'json', read, end};
