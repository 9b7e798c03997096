import {decodeNamedCharacterReference} from 'decode-named-character-reference';
import {parse, postprocess, preprocess} from 'micromark';
import {frontmatter} from 'micromark-extension-frontmatter';
import {gfm} from 'micromark-extension-gfm';
import type {Event, Extension} from 'micromark-util-types';
import {type Format, FormatError, inOtherLanguage, type Note, type Parsed} from './format.ts';
import {Broken, type FrontMatter, type FrontMatterSyntax, frontMatterIn, frontMatterOf, type ReadFrontMatter} from './front-matter.ts';
import {HtmlWalker, SOFT_HYPHEN} from './html-walker.ts';
import {withoutInertText} from './inert-text.ts';
import {formulas} from './math.ts';
import {lastAtMost, OBJECT, ProseBuilder} from './prose-builder.ts';
import {MASK, templateTags} from './template-tags.ts';

/** Tokens whose content is no prose. */
const SKIPPED = new Set<string>(['codeFenced', 'codeIndented', 'thematicBreak', 'definitionLabel', 'definitionDestination', 'resourceDestination', 'reference', 'gfmFootnoteCall', 'gfmFootnoteDefinitionLabel', 'tableDelimiterRow', 'taskListCheck', 'mdxjsEsm', 'strikethrough']);
/** Marks of containers, which may stand in a soft line break. */
const PREFIXES = new Set<string>(['lineEnding', 'linePrefix', 'lineSuffix', 'blockQuotePrefix', 'listItemIndent', 'gfmFootnoteDefinitionIndent', 'whitespace']);
const INLINE = new Set<string>(['emphasis', 'strong', 'link']);

/** Makes text fit to stand in a paragraph. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<~|{}]|&(?=#|[a-z\d])/gi, '\\$&');

function decodeReference(reference: string): string {
  const number = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(reference);
  if (!number) return decodeNamedCharacterReference(reference.slice(1, -1)) || reference;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** The index of the event that ends the token which the event at an index begins. */
function exits(events: readonly Event[]): Int32Array {
  const out = new Int32Array(events.length);
  const open: number[] = [];
  for (const [i, [kind]] of events.entries()) {
    if (kind === 'enter') open.push(i);
    else out[open.pop()!] = i;
  }
  return out;
}

/** What micromark's events show to a reader. */
class Reader {
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #exits: Int32Array;
  /** For each offset that the events name, that in the source. */
  readonly #offsets: Int32Array;
  readonly #builder: ProseBuilder;
  readonly #html: HtmlWalker;
  /** What the grammar did not see, and where it starts. */
  readonly #masks: readonly Mask[];
  readonly #maskStarts: readonly number[];
  readonly #readFrontMatter: ReadFrontMatter | undefined;
  #frontMatter: FrontMatter | undefined;
  /** Where the front matter ends. */
  #body = 0;
  readonly #notes: Note[] = [];
  #quotes = 0;
  #lists = 0;

  constructor(source: string, events: readonly Event[], offsets: Int32Array, masks: readonly Mask[], read: ReadFrontMatter | undefined, frontMatter?: FrontMatter | Broken, body = 0) {
    this.#masks = masks;
    this.#maskStarts = masks.map(([start]) => start);
    this.#readFrontMatter = read;
    if (frontMatter instanceof Broken) this.#notes.push(frontMatter.note);
    else this.#frontMatter = frontMatter;
    this.#body = body;
    this.#source = source;
    this.#events = events;
    this.#exits = exits(events);
    this.#offsets = offsets;
    this.#builder = new ProseBuilder(source, escapeMarkdown);
    this.#html = new HtmlWalker(this.#builder);
  }

  read(): Parsed {
    this.#frontMatter?.write(this.#builder);
    this.#walk(0, this.#events.length, false);
    if (this.#frontMatter?.language) return inOtherLanguage(new ProseBuilder(this.#source, escapeMarkdown).finish(), this.#frontMatter.language);
    const parsed = {...this.#builder.finish(), ...(this.#notes.length ? {notes: this.#notes} : {})};
    const {toSourceEdit} = parsed;
    return this.#frontMatter ? {...parsed, toSourceEdit: (edit) => {
      const to = toSourceEdit(edit);
      return to && to.start < this.#body && !this.#frontMatter!.allows(to, edit) ? undefined : to;
    }} : parsed;
  }

  /** Reads the events of [first, last). In an alternative text, images show theirs and links have no title. */
  #walk(first: number, last: number, alternative: boolean): void {
    const builder = this.#builder;
    const html = this.#html;
    const depths: number[] = [];
    for (let i = first; i < last; i++) {
      const [kind, token] = this.#events[i]!;
      const {type} = token as {type: string};
      const [start, end] = this.#at(token);
      if (kind === 'exit') {
        if (type === 'blockQuote') this.#quotes--;
        else if (type === 'listOrdered' || type === 'listUnordered') this.#lists--;
        else if (INLINE.has(type)) {
          builder.close(end);
          if (type === 'link') builder.frozen = false;
        }
        else if (type === 'paragraph' || type === 'tableContent' || type === 'atxHeading' || type === 'setextHeading') {
          html.closeTo(depths.pop() ?? 0, end);
          builder.boundary();
        }
        continue;
      }
      const skip = () => {
        i = this.#exits[i]!;
      };
      if (SKIPPED.has(type)) {
        skip();
        continue;
      }
      switch (type) {
        case 'yaml': case 'toml': {
          const first = this.#source.indexOf('\n', start) + 1;
          this.#body = end;
          const found = this.#readFrontMatter && frontMatterOf(this.#readFrontMatter, this.#source, first, Math.max(first, this.#source.lastIndexOf('\n', end - 1) + 1));
          if (found instanceof Broken) this.#notes.push(found.note);
          else this.#frontMatter = found;
          this.#frontMatter?.write(builder);
          skip();
          break;
        }
        case 'blockQuote': this.#quotes++; break;
        case 'listOrdered': case 'listUnordered': this.#lists++; break;
        case 'paragraph': case 'tableContent': case 'atxHeading': case 'setextHeading':
          builder.boundary();
          builder.role = type === 'paragraph' ? (this.#quotes ? 'quote' : this.#lists ? 'item' : 'body') : type === 'tableContent' ? 'item' : 'heading';
          depths.push(html.depth);
          break;
        case 'data': this.#text((to) => this.#data(start, to), end); break;
        case 'characterEscape': this.#text((to) => builder.atom(this.#source.slice(start + 1, to), start, to), end); break;
        case 'characterReference': {
          const character = decodeReference(this.#source.slice(start, end));
          if (character !== SOFT_HYPHEN) this.#text((to) => builder.atom(character, start, to), end);
          break;
        }
        case 'hardBreakEscape': case 'hardBreakTrailing':
          if (alternative) builder.space(start, end);
          else this.#text((to) => builder.fixed('\n', start, to), end);
          break;
        case 'codeText': {
          // The marks are no part of the text, line breaks in it are spaces.
          const marks = this.#at(this.#events[i + 1]![1])[1] - start;
          if (html.mode !== 'hidden') builder.object(this.#source.slice(start + marks, end - marks).replace(/\n[ \t>]*/g, ' ') || OBJECT, start, end);
          skip();
          break;
        }
        case 'autolink': case 'literalAutolink':
          if (html.mode !== 'hidden') builder.object(undefined, type === 'autolink' ? start + 1 : start, type === 'autolink' ? end - 1 : end);
          skip();
          break;
        case 'htmlText':
          if (!alternative) html.read(this.#source, start, end);
          skip();
          break;
        case 'htmlFlow':
          builder.boundary();
          html.read(this.#source, start, end, this.#blanked(i, start, end));
          builder.boundary();
          skip();
          break;
        case 'image':
          if (alternative) break;
          if (html.mode === 'prose') {
            const [from, to] = [i + 1, this.#exits[i]!];
            builder.aside(() => {
              builder.role = 'caption';
              builder.frozen = !this.#leads(from - 1);
              this.#walk(from, to, true);
              builder.frozen = false;
            });
          }
          if (builder.hasText && html.mode !== 'hidden') builder.object(OBJECT, start, end);
          skip();
          break;
        case 'resource':
          // A title follows the block; of an alternative text it is written at once.
          if (html.mode === 'prose') this.#titles(i, this.#exits[i]!);
          skip();
          break;
        case 'definition':
          this.#titles(i, this.#exits[i]!);
          builder.boundary();
          skip();
          break;
        case 'mdxJsxTextTag': case 'mdxJsxFlowTag':
          this.#jsx(start, end, type === 'mdxJsxFlowTag');
          skip();
          break;
        case 'mdxTextExpression': case 'mdxFlowExpression': {
          const comment = /^\{\s*\/\*([\s\S]*)\*\/\s*\}$/.exec(this.#source.slice(start, end));
          if (comment) builder.comment(start, end, comment[1]!);
          else if (type === 'mdxTextExpression' && html.mode !== 'hidden') builder.object(OBJECT, start, end);
          skip();
          break;
        }
        default:
          if (PREFIXES.has(type)) {
            builder.space(start, end);
            skip();
          } else if (INLINE.has(type)) {
            builder.open();
            // The text of `[text]` is also the label that says where it leads.
            if (type === 'link' && !this.#leads(i)) builder.frozen = true;
          }
      }
    }
  }

  /** Where a token begins and ends in the source. */
  #at({start, end}: Event[1]): [start: number, end: number] {
    return [this.#offsets[start.offset]!, this.#offsets[end.offset]!];
  }

  /** Whether a link or image says apart from its text where it leads. */
  #leads(event: number): boolean {
    for (let i = this.#exits[event]! - 1; i > event; i--) {
      const {type} = this.#events[i]![1];
      if (type === 'resource' || type === 'referenceString') return true;
      if (type === 'label') return false;
    }
    return false;
  }

  /** Writes text with what the grammar did not see. */
  #data(start: number, end: number): void {
    const builder = this.#builder;
    let at = start;
    for (let i = Math.max(0, lastAtMost(this.#maskStarts, start)); i < this.#masks.length && this.#masks[i]![0] < end; i++) {
      const [from, to, shown] = this.#masks[i]!;
      if (to <= at) continue;
      if (from > at) builder.verbatim(at, from);
      at = Math.min(to, end);
      if (shown === undefined) {
        const {frozen} = builder;
        builder.frozen = true;
        builder.verbatim(Math.max(from, start), at);
        builder.frozen = frozen;
      } else builder.object(from >= start ? shown : '', Math.max(from, start), at);
    }
    if (at < end) builder.verbatim(at, end);
  }

  /** Writes text as the HTML around it wants. */
  #text(write: (end: number) => void, end: number): void {
    const {mode} = this.#html;
    if (mode === 'hidden') return;
    this.#builder.opaque = mode === 'opaque';
    write(end);
    this.#builder.opaque = false;
  }

  /** Puts the titles between two events aside. */
  #titles(first: number, last: number): void {
    for (let i = first; i < last; i++) {
      const [kind, token] = this.#events[i]!;
      if (kind !== 'enter' || !/^(?:resource|definition)TitleString$/.test(token.type)) continue;
      const [from, to] = [i + 1, this.#exits[i]!];
      this.#builder.aside(() => {
        this.#builder.role = 'caption';
        this.#builder.encode = (text) => escapeMarkdown(text).replace(/["'()]/g, '\\$&');
        this.#walk(from, to, true);
      });
      return;
    }
  }

  /** [start, end) with the marks of the containers around it blanked. */
  #blanked(event: number, start: number, end: number): string {
    const text = this.#source.slice(start, end);
    let out = '';
    let last = 0;
    for (let i = event + 1; i < this.#exits[event]!; i++) {
      const [kind, token] = this.#events[i]!;
      if (kind !== 'enter' || !/^(?:blockQuotePrefix|listItemIndent|gfmFootnoteDefinitionIndent)$/.test(token.type)) continue;
      const [from, to] = this.#at(token).map((offset) => offset - start) as [number, number];
      out += text.slice(last, from) + ' '.repeat(to - from);
      last = to;
    }
    return last ? out + text.slice(last) : text;
  }

  /** A tag of MDX: like one of HTML, as far as it has no expressions. */
  #jsx(start: number, end: number, flow: boolean): void {
    const tag = this.#source.slice(start, end);
    if (flow) this.#builder.boundary();
    const name = /^<\s*\/?\s*([^\s/>{]*)/.exec(tag)?.[1] ?? '';
    // A component that ends in its own tag, and a fragment, hold nothing.
    const plain = !tag.includes('{') && name !== '';
    if (plain && !/\/\s*>$/.test(tag)) this.#html.read(this.#source, start, end);
    else if (plain) {
      const {depth} = this.#html;
      this.#html.read(this.#source, start, end);
      this.#html.closeTo(depth, end);
    }
  }
}

/** What MDX's grammar found wrong, with the place. */
interface Wrong {
  readonly reason?: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly place?: {readonly line?: number; readonly column?: number; readonly start?: {readonly line: number; readonly column: number}};
}

/**
 * Marks of one paragraph, of lines without a blank one between them, and containers in one line, that are taken for hostile:
 * micromark's time grows with their square.
 */
const MAX_MARKS = 3000;
const MAX_TOGETHER = 60_000;
const MAX_CONTAINERS = 100;
/** Lines that begin a block of their own as a rule. */
const BEGINS = /^\s*(?:[-+*|#>]|\d{1,9}[.)]|\[[^\]]{1,999}\]:)/;
const CONTAINERS = /^(?:[ \t]{0,3}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?)+/;

/** Throws a {@link FormatError} for text with more marks than any that people write. */
function checkMarks(source: string): void {
  let marks = 0;
  let together = 0;
  let fence = '';
  let number = 0;
  for (const line of source.split('\n')) {
    number++;
    const mark = /^[ \t]{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (!fence || (mark.startsWith(fence) && !line.trim().slice(mark.length)))) {
      fence = fence ? '' : mark;
      marks = together = 0;
    }
    if (fence) continue;
    const blank = !line.trim();
    if (blank || BEGINS.test(line)) marks = 0;
    if (blank) together = 0;
    for (let i = 0; i < line.length; i++) if ('*_[]!~`<>&'.includes(line[i]!)) {
      marks++;
      together++;
    }
    if (marks > MAX_MARKS || together > MAX_TOGETHER || (CONTAINERS.exec(line)?.[0].match(/\S+/g)?.join('').length ?? 0) > MAX_CONTAINERS) throw new FormatError(`Line ${number}: there are more marks such as \`*\`, \`[\` and \`>\` in one paragraph than any writer needs. If this is no Markdown, lint it with --as text.`);
  }
}

/** A stretch of the source that Markdown's grammar does not see, and what its readers see in its place: itself, if undefined, and it cannot be changed. */
type Mask = readonly [start: number, end: number, shown: string | undefined];

/** Links between notes, as wikis and Obsidian have them: `[[Page]]`, `[[Page#Part|text]]`, `![[picture.png]]`. */
const WIKI_LINK = /(!?)\[\[([^[\]|\n]{1,300}?)(\\?\|[^[\]\n]{1,300})?\]\](?![([])/g;

/** Where they lead is hidden, or, where it is also their text, fixed. */
function wikiLinks(source: string): Mask[] {
  return [...source.matchAll(WIKI_LINK)].flatMap(({0: {length}, 1: embeds, 2: page = '', 3: text, index}): Mask[] => {
    const from = index + 2 + embeds!.length;
    const end = index + length;
    if (embeds) return [[index, end, OBJECT]];
    const shown = from + page.length;
    return text ? [[index, shown + text.indexOf('|') + 1, ''], [end - 2, end, '']] : [[index, from, ''], [from, shown, undefined], [shown, end, '']];
  });
}

/** Lines that are for programs: directives such as `:::note`, lists of attributes such as `{: .lead}`. */
const FOR_PROGRAMS = /^[ \t]{0,20}(?::{3,}.*|\{:[^{}\n]{0,300}\}[ \t]*)$/gm;
/** What begins a definition, in Markdown that has lists of them: read as an item. */
const DEFINITION = /^( {0,3}):(?=[ \t]{1,4}\S)/gm;
/** The name of a heading. */
const HEADING_NAME = /(?<=[ \t])\{[#.][^{}\n]{1,300}\}(?=[ \t]*$)/gm;
const ONLY_MASKS = /^[ \t]*\ue000[\ue000 \t]*$/gm;
const blanked = (text: string) => text.replace(/[^\r\n]/g, ' ');

/** A source as Markdown's grammar is to read it: without front matter in JSON, which ends at `body`, and without what template languages and site generators add; lines with nothing else are blank. */
function masked(source: string, body: number, mdx: boolean): {text: string; masks: readonly Mask[]} {
  const masks: Mask[] = [...[...(mdx ? [] : templateTags(source)), ...formulas(source)].map(([start, end]): Mask => [start, end, OBJECT]), ...wikiLinks(source), ...[...source.matchAll(HEADING_NAME)].map(({0: name, index}): Mask => [index, index + name.length, ''])].filter(([start]) => start >= body).sort((a, b) => a[0] - b[0]);
  let text = blanked(source.slice(0, body));
  let at = body;
  for (const [start, end] of masks) {
    if (start < at) continue;
    text += source.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return {text: (text + source.slice(at)).replace(DEFINITION, '$1-').replace(FOR_PROGRAMS, blanked).replace(ONLY_MASKS, blanked), masks};
}

function parseWith(source: string, extensions: Extension[], frontMatter: FrontMatterSyntax | undefined, mdx = false): Parsed {
  checkMarks(source);
  // Markdown's grammar knows front matter between lines of marks; an object of JSON is blanked for it.
  const body = frontMatter?.id === 'json' ? frontMatter.end(source) : undefined;
  const json = body ? frontMatterOf(frontMatter!.read, source, 0, body) : undefined;
  const {text, masks} = masked(source, json ? body! : 0, mdx);
  // MDX's errors name places, and its expressions have words that count.
  const short = mdx ? {text, offsets: Int32Array.from({length: text.length + 1}, (_, i) => i)} : withoutInertText(text);
  let events: Event[];
  try {
    events = postprocess(parse({extensions}).document().write(preprocess()(short.text, undefined, true)));
  } catch (error) {
    const wrong = error as Wrong;
    if (wrong.place === undefined && wrong.line === undefined) throw new FormatError(`This Markdown cannot be read (${wrong.message}): its marks are nested too deeply. Split the file, or lint it with --as text.`);
    const point = wrong.place?.start ?? wrong.place;
    throw new FormatError(`Line ${point?.line ?? wrong.line}, column ${point?.column ?? wrong.column}: this is no MDX: ${wrong.reason ?? wrong.message}. Correct it, or lint the file with --as markdown.`);
  }
  return json ? new Reader(source, events, short.offsets, masks, undefined, json, body).read() : new Reader(source, events, short.offsets, masks, frontMatter?.read).read();
}

/** What GitHub adds to Markdown, and front matter: made once for all files. */
let github: Extension[] | undefined;
const gitHubs = (): Extension[] => (github ??= [gfm(), frontmatter(['yaml', 'toml'])]);

/** Markdown as GitHub reads it, with front matter and HTML. */
export async function loadMarkdown(source: string): Promise<Format> {
  const syntax = await frontMatterIn(source);
  return {id: 'markdown', parse: (text) => parseWith(text, gitHubs(), syntax)};
}

/** Markdown with JSX; the grammar of JavaScript is loaded with it. */
export async function loadMdx(source: string): Promise<Format> {
  const syntax = await frontMatterIn(source, true);
  const {mdxjs} = await import('micromark-extension-mdxjs');
  return {id: 'mdx', parse: (text) => parseWith(text, [...gitHubs(), mdxjs()], syntax, true)};
}
