import {CST, type Document, isMap, isPair, Lexer, parseDocument, type Scalar, visit} from 'yaml';
import {Broken, isProse, otherLanguage, type ReadFrontMatter} from './front-matter.ts';
import {placeheld} from './placeholders.ts';
import type {Encode, ProseBuilder} from './prose-builder.ts';

const ESCAPES: Readonly<Record<string, string>> = {0: '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', N: '\x85', _: '\xa0', L: '\u2028', P: '\u2029'};
const decodeEscape = (given: string) => (/^\\[xuU]/.test(given) ? String.fromCodePoint(Number.parseInt(given.slice(2), 16)) : ESCAPES[given[1]!] ?? given[1]!);

/** How text is written in each kind of scalar, as far as one can say without its place; `allows` looks at the whole. */
const ENCODE: Readonly<Record<string, Encode>> = {
  'scalar': (text) => text, 'block-scalar': (text) => text,
  'single-quoted-scalar': (text) => text.replaceAll("'", "''"),
  'double-quoted-scalar': (text) => JSON.stringify(text).slice(1, -1),
};

/** Breaks of lines, and what is written otherwise between the quotation marks. */
const PARTS: Readonly<Record<string, RegExp>> = {
  'scalar': /(?<![ \t])[ \t]*\r?\n\s*/g,
  'single-quoted-scalar': /''|(?<![ \t])[ \t]*\r?\n\s*/g,
  'double-quoted-scalar': /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00(?:0[\da-fA-F]|10)[\da-fA-F]{4}|\r?\n[ \t]*|[^\r\n])|(?<![ \t])[ \t]*\r?\n\s*/g,
};

/** A scalar in one line or folded over several; `start` and `end` without its quotation marks. */
function writeFlow(builder: ProseBuilder, source: string, start: number, end: number, type: string): void {
  let at = start;
  for (const match of source.slice(start, end).matchAll(PARTS[type]!)) {
    const from = start + match.index;
    const to = from + match[0].length;
    placeheld(builder, source, at, from);
    if (match[0] === "''") builder.atom("'", from, to);
    else if (match[0][0] === '\\') {
      // A break behind a backslash joins the lines.
      if (!/^\\\r?\n/.test(match[0])) builder.atom(decodeEscape(match[0]), from, to);
    } else if (match[0].split('\n').length > 2) builder.boundary();
    else builder.space(from, to);
    at = to;
  }
  placeheld(builder, source, at, end);
}

/** The lines behind `|` or `>`. */
function writeBlock(builder: ProseBuilder, source: string, start: number, end: number, folded: boolean): void {
  const lines = source.slice(start, end).match(/[^\n]*(?:\n|$)/g) ?? [];
  const indent = /^ */.exec(lines.find((line) => line.trim()) ?? '')![0].length;
  let at = start;
  /** Where the text of the line before ended, if this one goes on it. */
  let before: number | undefined;
  for (const line of lines) {
    const text = line.trimEnd();
    const from = at + indent;
    const more = /\s/.test(text[indent] ?? '');
    if (before === undefined || !text || more) builder.boundary();
    else if (folded) builder.space(before, from);
    else builder.fixed('\n', before, from);
    if (text) placeheld(builder, source, from, at + text.length);
    before = text && !more ? at + text.length : undefined;
    at += line.length;
  }
}

function parsed(yaml: string): Document | Broken {
  try {
    const document = parseDocument(yaml, {keepSourceTokens: true, logLevel: 'silent', prettyErrors: false});
    const [error] = document.errors;
    return error ? new Broken(yaml.slice(0, error.pos[0]).split('\n').length, error.message) : document;
  } catch (error) {
    return new Broken(1, (error as Error).message);
  }
}

/** Every scalar with the key that it stands under; keys themselves have none. */
function scalarsOf(document: Document): {node: Scalar; key?: string}[] {
  const out: {node: Scalar; key?: string}[] = [];
  visit(document, {
    Scalar(at, node, path) {
      const pair = at === 'key' ? undefined : path.findLast(isPair);
      const name = (pair?.key as Scalar | undefined)?.value;
      out.push({node, ...(at === 'key' ? {} : {key: typeof name === 'string' ? name : ''})});
    },
  });
  return out;
}

function write(builder: ProseBuilder, yaml: string, document: Document): void {
  const {encode, role} = builder;
  for (const {node, key} of scalarsOf(document)) {
    const token = node.srcToken;
    if (key === undefined || !token || typeof node.value !== 'string' || node.tag || !isProse(key, node.value)) continue;
    builder.boundary();
    builder.role = 'item';
    builder.encode = ENCODE[token.type]!;
    if (token.type === 'block-scalar') {
      const [head = '', ...rest] = token.props.map((prop) => CST.stringify(prop));
      // How far lines are indented that begin with spaces of their own is not told by them.
      if (/\d/.test(head)) continue;
      const start = token.offset + rest.reduce((length, part) => length + part.length, head.length);
      writeBlock(builder, yaml, start, start + token.source.length, head[0] === '>');
    } else if (CST.isScalar(token)) {
      const quotes = token.type === 'scalar' ? 0 : 1;
      writeFlow(builder, yaml, token.offset + quotes, token.offset + token.source.length - quotes, token.type);
    }
  }
  builder.boundary();
  Object.assign(builder, {encode, role});
  let at = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(yaml)) {
    // The lexer marks the beginning of documents, and of scalars and the end of flows, by characters of its own.
    if (lexeme.length === 1 && '\x02\x18\x1f'.includes(lexeme)) {
      before = lexeme;
      continue;
    }
    if (lexeme[0] === '#' && before !== '\x1f') builder.comment(at, at + lexeme.length, lexeme.replace(/^#+/, ''));
    at += lexeme.length;
    before = lexeme;
  }
}

/** Front matter in YAML. */
export const readYaml: ReadFrontMatter = (source) => {
  const document = parsed(source);
  return document instanceof Broken ? document : {language: isMap(document.contents) ? otherLanguage((key) => document.get(key)) : undefined, values: scalarsOf(document).map(({node}) => node.value), write: (builder) => write(builder, source, document)};
};
