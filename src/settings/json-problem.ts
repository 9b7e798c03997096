import {printParseErrorCode, visit} from 'jsonc-parser';
import {didYouMean} from '../rule/nearest.ts';

/** What keeps a text from being JSON: where, in UTF-16 code units, how long, and a sentence that says what to do. */
export interface JsonProblem {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

const LITERALS = ['true', 'false', 'null'];
const CLOSING: Readonly<Record<string, string>> = {'{': '}', '[': ']'};

/** The first key that stands twice in one object of a JSON text: `JSON.parse` takes the last and says nothing. Undefined if there is none. */
export function twiceGiven(text: string): JsonProblem | undefined {
  let found: JsonProblem | undefined;
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(key, offset, length) {
      if (open.at(-1)!.has(key)) found ??= {offset, length, message: `\`${key.slice(0, 40)}\` stands here twice, and only this one would count: take one out.`};
      open.at(-1)!.add(key);
    },
  });
  return found;
}

/** The first thing that is wrong with a text that should be JSON; undefined if nothing is. */
export function jsonProblem(text: string): JsonProblem | undefined {
  let found: {code: string; offset: number; length: number} | undefined;
  const open: {offset: number; mark: string}[] = [];
  // Told of the end of the text, too, before the error is.
  const close = (offset: number) => {
    if (!found && /[}\]]/.test(text[offset] ?? '')) open.pop();
  };
  visit(text, {
    onObjectBegin: (offset) => void (found ?? open.push({offset, mark: '{'})),
    onArrayBegin: (offset) => void (found ?? open.push({offset, mark: '['})),
    onObjectEnd: close,
    onArrayEnd: close,
    onError: (code, offset, length) => void (found ??= {code: printParseErrorCode(code), offset, length}),
  }, {disallowComments: true, allowTrailingComma: false});
  if (!found) return undefined;
  const {code, offset, length} = found;
  const here = (message: string): JsonProblem => ({offset, length, message});
  // What stands before, without spaces between.
  let before = offset;
  while (before > 0 && /\s/.test(text[before - 1]!)) before--;
  const piece = text.slice(offset, offset + length);
  if (text[before - 1] === ',' && /^[}\]]/.test(text.slice(offset, offset + 1))) return {offset: before - 1, length: 1, message: `The comma before \`${text[offset]}\` is too much: take it out.`};
  if (piece.startsWith("'")) return here('JSON knows double quotation marks only: write `"` for `\'`.');
  if (/^[\p{L}_$]/u.test(piece) && /^\s*:/.test(text.slice(offset + length, offset + length + 40))) return here(`Keys stand in quotation marks: write \`"${piece.slice(0, 40)}"\`.`);
  if (offset >= text.trimEnd().length && code !== 'UnexpectedEndOfString' && open.length) {
    const {offset: begin, mark} = open.at(-1)!;
    return {offset: begin, length: 1, message: `This \`${mark}\` is never closed: write its \`${CLOSING[mark]}\` at the end.`};
  }
  switch (code) {
    case 'CommaExpected': return {offset: Math.max(0, before - 1), length: 1, message: 'A comma is missing behind this: write `,`.'};
    case 'ColonExpected': return {offset: Math.max(0, before - 1), length: 1, message: 'A colon is missing behind this key: write `:` and a value.'};
    case 'PropertyNameExpected': return here('Here a key should stand, in quotation marks.');
    case 'InvalidCommentToken': return here('JSON has no comments: take it out, or name the file `mtlint.config.yaml`, where comments begin with `#`.');
    case 'UnexpectedEndOfString': return here('This text is not closed: write `"` at its end.');
    case 'InvalidEscapeCharacter': case 'InvalidUnicode': return here('A backslash in a text is written twice: `\\\\`.');
    case 'InvalidCharacter': return here('A tab or another control character stands in a text: write `\\t`, or take it out.');
    case 'EndOfFileExpected': return here('The settings are over here: take out what follows.');
    case 'InvalidNumberFormat': case 'UnexpectedEndOfNumber': return here('This is no number: write one such as `0.5`.');
    default: return here(piece ? `\`${piece.slice(0, 40)}\` is no value: a text stands in quotation marks.${didYouMean(piece, LITERALS)}` : 'Here a value should stand.');
  }
}
