import {type AST, getStaticTOMLValue, type ParseError, parseTOML, traverseNodes} from 'toml-eslint-parser';
import {Broken, isProse, otherLanguage, type ReadFrontMatter} from './front-matter.ts';
import {placeheld} from './placeholders.ts';
import type {Encode, ProseBuilder} from './prose-builder.ts';

const ESCAPES: Readonly<Record<string, string>> = {b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\x1b'};
const decodeEscape = (given: string) => (/^\\[xuU]/.test(given) ? String.fromCodePoint(Number.parseInt(given.slice(2), 16)) : ESCAPES[given[1]!] ?? given[1]!);

const encodeBasic: Encode = (text) => JSON.stringify(text).slice(1, -1);
/** Literal strings have no escapes; text with quotation marks fits only where the whole remains one string. */
const encodeLiteral: Encode = (text) => text;

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\r\n])/g;

/** What stands in one line, between two offsets. */
function writeLine(builder: ProseBuilder, toml: string, start: number, end: number, escapes: boolean): void {
  let at = start;
  if (escapes) for (const match of toml.slice(start, end).matchAll(ESCAPE)) {
    const from = start + match.index;
    placeheld(builder, toml, at, from);
    at = from + match[0].length;
    builder.atom(decodeEscape(match[0]), from, at);
  }
  placeheld(builder, toml, at, end);
}

/** The lines between three quotation marks and three. */
function writeLines(builder: ProseBuilder, toml: string, start: number, end: number, escapes: boolean): void {
  let at = start;
  /** Where the text of the line before ended, if this one goes on it; whether a backslash takes the break and all space behind it away. */
  let before: number | undefined;
  let joined = false;
  for (const line of toml.slice(start, end).split('\n')) {
    const trimmed = line.trimEnd();
    const from = at + line.length - line.trimStart().length;
    // An even number of backslashes is as many characters.
    const joins = escapes && /\\*$/.exec(trimmed)![0].length % 2 === 1;
    const to = at + trimmed.length - (joins ? 1 : 0);
    if (trimmed) {
      if (!joined && (before === undefined || from > at)) builder.boundary();
      else if (!joined) builder.fixed('\n', before!, from);
      if (to > from) writeLine(builder, toml, from, to, escapes);
    } else if (!joined) builder.boundary();
    joined = joins || (joined && !trimmed);
    before = trimmed ? to : undefined;
    at += line.length + 1;
  }
}

/** The strings that are prose. */
function stringsOf(program: AST.TOMLProgram): AST.TOMLStringValue[] {
  const out: AST.TOMLStringValue[] = [];
  const keys: string[] = [];
  traverseNodes(program, {
    enterNode(node) {
      if (node.type === 'TOMLKeyValue') {
        const name = node.key.keys.at(-1)!;
        keys.push(name.type === 'TOMLBare' ? name.name : name.value);
      } else if (node.type === 'TOMLValue' && node.kind === 'string' && isProse(keys.at(-1) ?? '', node.value)) out.push(node);
    },
    leaveNode(node) {
      if (node.type === 'TOMLKeyValue') keys.pop();
    },
  });
  return out;
}

function write(builder: ProseBuilder, toml: string, strings: readonly AST.TOMLStringValue[], comments: readonly AST.Comment[]): void {
  const {encode, role} = builder;
  for (const {range: [start, end], style, multiline} of strings) {
    const escapes = style === 'basic';
    builder.boundary();
    builder.role = 'item';
    builder.encode = escapes ? encodeBasic : encodeLiteral;
    if (multiline) writeLines(builder, toml, start + 3, end - 3, escapes);
    else writeLine(builder, toml, start + 1, end - 1, escapes);
  }
  builder.boundary();
  Object.assign(builder, {encode, role});
  for (const {range: [start, end], value} of comments) builder.comment(start, end, value.replace(/^#+/, ''));
}

/** Front matter in TOML, as Hugo and Zola have it. */
export const readToml: ReadFrontMatter = (source) => {
  try {
    const program = parseTOML(source);
    const strings = stringsOf(program);
    const top = getStaticTOMLValue(program);
    return {language: otherLanguage((key) => top[key]), values: program.tokens.map(({value}) => value), write: (builder) => write(builder, source, strings, program.comments)};
  } catch (error) {
    const {lineNumber = 1, message} = error as Partial<ParseError> & Error;
    return new Broken(lineNumber, message);
  }
};
