import {visit} from 'jsonc-parser';
import {Broken, type FrontMatterSyntax, isProse, type ReadFrontMatter} from './front-matter.ts';
import {escapeString, writeString} from './json.ts';

const STRICT = {disallowComments: true, allowTrailingComma: false} as const;

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
    return undefined;
  }
  return at !== undefined && /^[ \t]*(?:\r?\n|$)/.test(source.slice(at, at + 1000)) ? at : undefined;
}

/** Strings, and all keys and values, of one object. */
const read: ReadFrontMatter = (source) => {
  const values: unknown[] = [];
  const strings: (readonly [start: number, end: number])[] = [];
  const keys: string[] = [];
  try {
    visit(source, {
      onObjectBegin: () => void keys.push(''),
      onObjectEnd: () => void keys.pop(),
      onObjectProperty(key) {
        keys[keys.length - 1] = key;
        values.push(key);
      },
      onLiteralValue(value, offset, length) {
        values.push(value);
        if (typeof value === 'string' && isProse(keys.at(-1)!, value)) strings.push([offset + 1, offset + length - 1]);
      },
      onError() {
        throw new SyntaxError();
      },
    }, STRICT);
  } catch {
    return new Broken(1, 'it is no JSON');
  }
  return {
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
