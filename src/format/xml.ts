import {Tokenizer, type TokenizerCallbacks} from 'htmlparser2';
import {SaxesParser} from 'saxes';
import {FormatError} from './format.ts';

/** What {@link readXml} calls; offsets are UTF-16 code units into the source. Names are as written, with their prefix. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, start: number, end: number, empty: boolean): void;
  /** Of an empty element `start` is `end`. */
  close(name: string, start: number, end: number): void;
  text(start: number, end: number): void;
  /** A character that is written as a reference. */
  reference?(character: string, start: number, end: number): void;
  /** A CDATA section; the offsets are those of what it holds. */
  cdata?(start: number, end: number): void;
  comment?(start: number, end: number, text: string): void;
}

/** Deeper files are no documents. */
const MAX_DEPTH = 1000;

/** That of XLIFF 1, as many tools write it: it adds nothing, and is not fetched. */
const OWN_DOCTYPE = /^\s*xliff\s+PUBLIC\s+"-\/\/XLIFF\/\/DTD XLIFF\/\/EN"\s+"[^"]*"\s*$/;

/** Throws a {@link FormatError} with place and reason where a source is no well-formed XML, or declares entities of its own. */
function checkXml(source: string, part: string | undefined): void {
  const parser = new SaxesParser();
  let depth = 0;
  const place = () => (part === undefined ? `Line ${parser.line}, column ${parser.column}` : `\`${part}\` in the file, line ${parser.line}, column ${parser.column}`);
  const again = part === undefined ? 'Export the file again' : 'Open it in Word, save it again, and run again';
  parser.on('error', (error) => {
    throw new FormatError(`${place()}: this is no sound XML (${error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')}). ${again}${part === undefined ? ', or correct it there' : ''}.`);
  });
  parser.on('doctype', (doctype) => {
    if (/\[|\b(?:SYSTEM|PUBLIC)\b/.test(doctype) && !OWN_DOCTYPE.test(doctype)) throw new FormatError(`${place()}: the file has a document type declaration with entities or a link to other files; for safety mtlint reads neither. ${part === undefined ? 'Remove the `<!DOCTYPE` declaration' : again}.`);
  });
  parser.on('opentag', () => {
    if (++depth > MAX_DEPTH) throw new FormatError(`${place()}: elements are nested more than ${MAX_DEPTH} deep. ${again}.`);
  });
  parser.on('closetag', () => depth--);
  parser.write(source).close();
}

/** Reads XML from left to right. Entities are the five of XML; no other file is ever opened. Throws a {@link FormatError} for broken XML; `part` is the name of a file in an archive. */
export function readXml(source: string, handler: XmlHandler, part?: string): void {
  checkXml(source, part);
  const names: string[] = [];
  let start = 0;
  let attributes = new Map<string, string>();
  let key = '';
  let value = '';
  let last = 0;
  const callbacks: TokenizerCallbacks = {
    ontext(from, to) {
      handler.text(from, to);
      last = to;
    },
    ontextentity(codepoint, to) {
      handler.reference?.(String.fromCodePoint(codepoint), last, to);
      last = to;
    },
    onopentagname(from, to) {
      start = from - 1;
      names.push(source.slice(from, to));
      attributes = new Map();
    },
    onattribname(from, to) {
      key = source.slice(from, to);
      value = '';
    },
    onattribdata(from, to) {
      value += source.slice(from, to);
    },
    onattribentity(codepoint) {
      value += String.fromCodePoint(codepoint);
    },
    onattribend() {
      attributes.set(key, value);
    },
    onopentagend(to) {
      handler.open(names.at(-1)!, attributes, start, to + 1, false);
      last = to + 1;
    },
    onselfclosingtag(to) {
      handler.open(names.at(-1)!, attributes, start, to + 1, true);
      handler.close(names.pop()!, to + 1, to + 1);
      last = to + 1;
    },
    onclosetag(from, to) {
      last = source.indexOf('>', to) + 1;
      handler.close(names.pop()!, from - 2, last);
    },
    oncdata(from, to, offset) {
      handler.cdata?.(from, to - offset);
      last = to + 1;
    },
    oncomment(from, to, offset) {
      handler.comment?.(from - 4, to + 1, source.slice(from, to - offset));
      last = to + 1;
    },
    ondeclaration(_, to) {
      last = to + 1;
    },
    onprocessinginstruction(_, to) {
      last = to + 1;
    },
    onend() {},
  };
  const tokenizer = new Tokenizer({xmlMode: true, decodeEntities: true}, callbacks);
  tokenizer.write(source);
  tokenizer.end();
}

/** The name of an element without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Makes text fit to stand in an element or a quoted attribute. */
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** Makes text fit to stand in an element. */
export const escapeXmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
