import {QuoteType, Tokenizer, type TokenizerCallbacks} from 'htmlparser2';
import type {ProseBuilder} from './prose-builder.ts';
import {placeheld} from './placeholders.ts';
import {OBJECT} from './prose-builder.ts';
import {MASK, templated, withoutTags} from './template-tags.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Elements that begin and end a block. */
const BLOCK = set('address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead title tr ul noscript');
/** Elements whose text is no prose, or stands beside the sentence: what was struck out, how a word is spoken. */
const HIDDEN = set('script style template svg math pre textarea iframe object audio video canvas xmp noembed noframes plaintext datalist head del s strike rt rp');
/** Elements inside of a sentence whose text is no prose. */
const CODE = set('code kbd samp var tt');
const VOID = set('area base basefont br col embed frame hr img input link meta param source track wbr command keygen');
const HEADING = set('h1 h2 h3 h4 h5 h6 title');
const ITEM = set('button caption dd dt figcaption label legend li option summary td th');
/** Elements that end when one of some others begins. */
const ENDED_BY: Record<string, ReadonlySet<string>> = {
  p: set('address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul'),
  li: set('li'), dt: set('dt dd'), dd: set('dt dd'), tr: set('tr tbody tfoot'), td: set('td th tr tbody tfoot'), th: set('td th tr tbody tfoot'), thead: set('tbody tfoot'), tbody: set('tbody tfoot'), option: set('option optgroup'), optgroup: set('optgroup'), head: set('body'),
};
const ENGLISH = /^en(?:-|_|$)/i;

/** How the text of an element is taken: as prose, as something inside of a sentence that is not linted, or not at all. */
type Mode = 'prose' | 'opaque' | 'hidden';

interface Open {
  readonly name: string;
  readonly block: boolean;
  readonly english: boolean;
  readonly translate: boolean;
  /** The element or one around it never holds prose. */
  readonly hidden: boolean;
  /** The element or one around it holds code. */
  readonly code: boolean;
  readonly mode: Mode;
  readonly role: ProseBuilder['role'];
}

interface Attribute {
  readonly value: string;
  readonly quote: QuoteType;
  /** Stretches of the source: text as it stands, or a character that an entity stands for. */
  readonly parts: readonly {readonly start: number; readonly end: number; readonly text?: string}[];
}

const escapeText = (text: string) => text.replace(/&(?=#|[a-z\d])/gi, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** Makes text fit to stand in an element. */
export const escapeHtml = escapeText;
/** What `&shy;` stands for: who writes it so says where a word may be broken, as `<wbr>` does. */
export const SOFT_HYPHEN = '\u00ad';

/**
 * Reads HTML into a {@link ProseBuilder}: whole documents, fragments, and the HTML inside of Markdown, which comes piece by piece.
 * Tokens come from htmlparser2, whose tokenizer knows where each character and each entity stands.
 */
export class HtmlWalker {
  readonly #builder: ProseBuilder;
  readonly #stack: Open[] = [];
  readonly #counts = new Map<string, number>();
  /** Role of what stands in no element. */
  readonly #role: ProseBuilder['role'];
  readonly #write: typeof placeheld;

  /** `message` says that the text is one of a program, in which placeholders stand, rather than a document. */
  constructor(builder: ProseBuilder, {role = 'body', message = false}: {role?: ProseBuilder['role']; message?: boolean} = {}) {
    this.#write = message ? placeheld : templated;
    this.#builder = builder;
    this.#role = role;
  }

  /** The language that the document itself says it is in, where that is not English. */
  language: string | undefined;

  /** How text is taken at this place. */
  get mode(): Mode {
    return this.#stack.at(-1)?.mode ?? 'prose';
  }

  /** Number of open elements, for `closeTo`. */
  get depth(): number {
    return this.#stack.length;
  }

  /** Ends what was opened inside of a paragraph of Markdown. */
  closeTo(depth: number, at: number): void {
    while (this.#stack.length > depth) this.#pop(at);
  }

  /** Reads [start, end) of the source; `given` is the stretch with what does not belong to it blanked. */
  read(source: string, start: number, end: number, given = source.slice(start, end)): void {
    const builder = this.#builder;
    const text = this.#write === templated ? withoutTags(given) : given;
    let name = '';
    let nameStart = 0;
    let attributes = new Map<string, Attribute>();
    let attribute = '';
    let value = '';
    let parts: {start: number; end: number; text?: string}[] = [];
    let entity = -1;
    let last = start;
    const finishTag = (tagEnd: number, selfClosing: boolean) => {
      this.#openTag(name, attributes, source, nameStart - 1, tagEnd + 1, selfClosing);
      name = '';
      attributes = new Map();
      last = tagEnd + 1;
    };
    const callbacks: TokenizerCallbacks = {
      ontext: (from, to) => {
        // At the end of a source that ends in an end tag without `>`, the tokenizer has no start.
        if (from < 0) return;
        this.#text(source, start + from, start + to);
        last = start + to;
      },
      ontextentity: (codepoint, to) => {
        const mode = this.mode;
        const at = start + to;
        if (mode !== 'hidden') {
          builder.opaque = mode === 'opaque';
          const character = String.fromCodePoint(codepoint);
          if (character !== SOFT_HYPHEN) builder.atom(character, Math.min(last, at), at);
          builder.opaque = false;
        }
        last = at;
      },
      onopentagname: (from, to) => {
        name = text.slice(from, to).toLowerCase();
        nameStart = start + from;
      },
      onopentagend: (to) => finishTag(start + to, false),
      onselfclosingtag: (to) => finishTag(start + to, true),
      onclosetag: (from, to) => {
        let close = start + to;
        while (close < end && source[close] !== '>') close++;
        this.#closeTag(text.slice(from, to).toLowerCase().trim(), start + from - 2, Math.min(end, close + 1));
        last = Math.min(end, close + 1);
      },
      onattribname: (from, to) => {
        attribute = text.slice(from, to).toLowerCase();
        value = '';
        parts = [];
        entity = -1;
      },
      onattribdata: (from, to) => {
        if (entity >= 0) parts[entity] = {...parts[entity]!, end: start + from};
        entity = -1;
        value += text.slice(from, to);
        parts.push({start: start + from, end: start + to});
      },
      onattribentity: (codepoint) => {
        const character = String.fromCodePoint(codepoint);
        const at = parts.at(-1)?.end ?? -1;
        value += character;
        // Two entities in a row: where the first ends is known to nobody here.
        if (entity >= 0 || at < 0) parts.push({start: at, end: -1, text: character});
        else parts.push({start: at, end: at, text: character});
        entity = parts.length - 1;
      },
      onattribend: (quote, to) => {
        if (entity >= 0) parts[entity] = {...parts[entity]!, end: start + to};
        entity = -1;
        if (attribute && !attributes.has(attribute)) attributes.set(attribute, {value, quote, parts});
        attribute = '';
      },
      oncomment: (from, to, offset) => {
        if (source.startsWith('<!--', start + from - 4)) builder.comment(start + from - 4, Math.min(end, start + to + 1), source.slice(start + from, start + to - offset));
        last = start + to + 1;
      },
      oncdata: (_, to) => {
        last = start + to + 1;
      },
      ondeclaration: (_, to) => {
        last = start + to + 1;
      },
      onprocessinginstruction: (_, to) => {
        last = start + to + 1;
      },
      onend: () => {},
    };
    const tokenizer = new Tokenizer({xmlMode: false, decodeEntities: true}, callbacks);
    tokenizer.write(text);
    tokenizer.end();
  }

  #text(source: string, start: number, end: number): void {
    const mode = this.mode;
    if (mode === 'hidden') return;
    this.#builder.role = this.#roleHere();
    this.#builder.opaque = mode === 'opaque';
    if (mode === 'prose') this.#write(this.#builder, source, start, end);
    else this.#builder.collapsed(start, end);
    this.#builder.opaque = false;
  }

  #roleHere(): ProseBuilder['role'] {
    return this.#stack.at(-1)?.role ?? this.#role;
  }

  #openTag(name: string, attributes: ReadonlyMap<string, Attribute>, source: string, start: number, end: number, selfClosing: boolean): void {
    const builder = this.#builder;
    for (let top = this.#stack.at(-1); top && ENDED_BY[top.name]?.has(name); top = this.#stack.at(-1)) this.#pop(start);
    const block = BLOCK.has(name);
    if (block) builder.boundary();
    const parent = this.#stack.at(-1);
    const lang = (attributes.get('lang') ?? attributes.get('xml:lang'))?.value.trim();
    // A template may put any language in.
    const english = !lang || lang.includes(MASK) || lang.includes('{{') ? (parent?.english ?? true) : ENGLISH.test(lang);
    if (!english && (name === 'html' || name === 'body')) this.language ??= lang;
    const asked = attributes.get('translate')?.value.toLowerCase();
    const translate = asked === 'no' ? false : asked === 'yes' || asked === '' ? true : /(?:^|\s)notranslate(?:\s|$)/.test(attributes.get('class')?.value ?? '') ? false : (parent?.translate ?? true);
    // The head of a document shows its title alone. Behind a word a raised text is the mark of a note; `1<sup>st</sup>` is a word.
    const hidden = HIDDEN.has(name) || (name === 'sup' && /[^\s\d(]/.test(builder.last)) || (parent?.hidden === true && !(name === 'title' && parent.name === 'head'));
    const code = CODE.has(name) || parent?.code === true;
    const unread = !english || !translate;
    // Another language is part of a sentence where it is inline; a block of it is left out, and what is in it.
    const away = unread && (block || (parent !== undefined && (!parent.english || !parent.translate) && parent.mode === 'hidden'));
    const mode: Mode = hidden || away ? 'hidden' : unread || code ? 'opaque' : 'prose';
    if (mode !== 'hidden' && !unread) for (const key of ['alt', 'title']) {
      const found = attributes.get(key);
      if (found && /\S/.test(found.value) && !(name === 'input' && key === 'alt') && name !== 'link' && name !== 'abbr') this.#attribute(found, source);
    }
    if (VOID.has(name)) {
      if (mode !== 'hidden') {
        builder.opaque = mode === 'opaque';
        if (name === 'br') builder.fixed('\n', start, end);
        else if ((name === 'img' || name === 'input') && builder.hasText) builder.object(OBJECT, start, end);
        builder.opaque = false;
      }
      return;
    }
    if (selfClosing && /[:-]/.test(name)) return;
    this.#stack.push({name, block, english, translate, hidden, code, mode, role: HEADING.has(name) ? 'heading' : name === 'blockquote' ? 'quote' : ITEM.has(name) ? 'item' : name === 'p' && parent?.role !== 'quote' ? 'body' : (parent?.role ?? this.#role)});
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    if (!block) builder.open();
    if (name === 'q' && mode !== 'hidden') this.#mark('“', start, end);
  }

  #mark(text: string, start: number, end: number): void {
    const builder = this.#builder;
    builder.role = this.#roleHere();
    builder.opaque = this.mode === 'opaque';
    builder.fixed(text, start, end);
    builder.opaque = false;
  }

  #closeTag(name: string, start: number, end: number): void {
    if (BLOCK.has(name)) this.#builder.boundary();
    if (!this.#counts.get(name)) return;
    while (this.#stack.length) {
      const found = this.#stack.at(-1)!.name === name;
      if (found && name === 'q' && this.mode !== 'hidden') this.#mark('”', start, end);
      this.#pop(found ? end : start);
      if (found) break;
    }
  }

  #pop(at: number): void {
    const open = this.#stack.pop()!;
    this.#counts.set(open.name, this.#counts.get(open.name)! - 1);
    if (open.block) this.#builder.boundary();
    else this.#builder.close(at);
  }

  #attribute({parts, quote}: Attribute, source: string): void {
    const builder = this.#builder;
    if (parts.some((part) => part.end < part.start || part.start < 0)) return;
    builder.aside(() => {
      builder.role = 'caption';
      builder.encode = (text) => (quote === QuoteType.Double ? escapeText(text).replaceAll('"', '&quot;') : quote === QuoteType.Single ? escapeText(text).replaceAll("'", '&#39;') : /[\s"'=<>`]/.test(text) ? undefined : escapeText(text));
      for (const part of parts) {
        if (part.text !== undefined) builder.atom(part.text, part.start, part.end);
        else if (/[\n\r\t]/.test(source.slice(part.start, part.end))) builder.collapsed(part.start, part.end);
        else if (this.#write === templated && source.slice(part.start, part.end).search(/\{|<%/) >= 0) templated(builder, source, part.start, part.end);
        else builder.verbatim(part.start, part.end);
      }
    });
  }
}
