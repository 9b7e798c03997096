import type {Prose, Role} from '../document/prose.ts';
import type {Edit} from '../rule/rule.ts';
import {type Format, FormatError} from './format.ts';
import {type Assembled, OBJECT, ProseBuilder} from './prose-builder.ts';
import {escapeXml, escapeXmlText, localName, readXml} from './xml.ts';
import {Zip} from './zip.ts';

/** Who signs changes and comments. */
const AUTHOR = 'mtlint';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
/** Namespaces of WordprocessingML, transitional and strict (ECMA-376). */
const NAMESPACES = new Set(['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']);
/** What holds no text of the paragraph: pictures with their text boxes, deleted and moved text, the codes of fields. */
const HIDDEN = new Set(['w:del', 'w:moveFrom', 'w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent', 'w:instrText', 'w:rt', 'w:pPr', 'w:rPr', 'w:sectPr']);
const ENGLISH = /^en(?:-|$)/i;

/** A run of text: text with one formatting. Offsets are UTF-16 code units into the part. */
interface Run {
  readonly start: number;
  /** The start tag. */
  readonly tag: string;
  /** The formatting, as XML; empty if there is none. */
  format: string;
  /** Where its text or other content may begin. */
  content: number;
  /** The start tag of the insertion by somebody else that the run stands in. */
  readonly insertion: string | undefined;
  language: string | undefined;
  plain: boolean;
}

/** A `w:t`: offsets of its start tag and of what is in it. */
interface Text {
  readonly run: Run;
  readonly tag: number;
  readonly start: number;
  end: number;
}

/** What is put at a place of the document. */
type Mark =
  | {readonly at: number; readonly end: number; readonly kind: 'change'; readonly text: string}
  | {readonly at: number; readonly end: number; readonly kind: 'anchor'; readonly xml: string; readonly order: number};

/** The part for comments: where it is, what it holds if it is there, and what relates parts to the main one. */
interface CommentsPart {
  readonly path: string;
  readonly xml: string | undefined;
  readonly relationsPath: string;
  readonly relations: string | undefined;
  /** Ids of relationships. */
  readonly ids: ReadonlySet<string>;
}

/** A comment to be made. */
export interface Note {
  /** UTF-16 code units into the prose. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Index of the last item whose key is at most a value; -1 if there is none. */
function lastAtMost<T>(items: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A Word document: its text, and a copy of it with tracked changes and comments. */
export class Docx {
  readonly #zip: Zip;
  readonly #path: string;
  readonly #source: string;
  readonly #texts: Text[] = [];
  readonly #assembled: Assembled;
  /** The greatest id that is in use. */
  #id = 0;

  /** Reads a document. Throws a {@link FormatError} for what is none, is damaged, or unpacks to more than `limit` bytes. */
  constructor(bytes: Uint8Array, limit: number) {
    this.#zip = new Zip(bytes, limit);
    this.#path = this.#mainPart();
    const source = this.#text(this.#path);
    if (source === undefined) throw new FormatError('This is no Word document: the part with its text is missing. Save it again as .docx.');
    this.#source = source;
    this.#assembled = this.#read(source, this.#styles());
  }

  /** The text, one segment a paragraph that has text. */
  get prose(): Prose {
    return this.#assembled.prose;
  }

  /** Its text as a source: offsets of findings are those of the prose, and an edit is one that can be made as a tracked change. */
  get format(): Format {
    const {text, segments, opaque} = this.prose;
    return {id: 'docx', parse: () => ({prose: {text, segments, opaque}, comments: [], toSource: (start, end) => [start, end], toSourceEdit: (edit) => (this.#changes(edit) ? edit : undefined)})};
  }

  /** Paragraph and column of an offset into the prose, from 1; paragraphs without text do not count. */
  readonly pointAt = (offset: number): {line: number; column: number} => {
    const {segments} = this.prose;
    const index = Math.max(0, lastAtMost(segments, offset, (s) => s.start));
    return {line: index + 1, column: offset - (segments[index]?.start ?? 0) + 1};
  };

  /** A copy with edits of the prose as tracked changes and with comments; edits must not overlap. `date` is an ISO 8601 time. */
  revise(edits: readonly Edit[], notes: readonly Note[], date: string): Uint8Array {
    const marks: Mark[] = [];
    for (const edit of edits) for (const {start, end, text} of this.#changes(edit) ?? []) marks.push({at: start, end, kind: 'change', text});
    const comments: string[] = [];
    const part = notes.length ? this.#comments() : undefined;
    for (const note of notes) {
      const [start, end] = this.#assembled.toSource(note.start, note.end);
      const [from, to] = [this.#place(start), this.#place(end)];
      if (from === undefined || to === undefined) continue;
      const id = ++this.#id;
      marks.push({at: from, end: from, kind: 'anchor', order: 1, xml: `<w:commentRangeStart w:id="${id}"/>`}, {at: to, end: to, kind: 'anchor', order: from === to ? 2 : 0, xml: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`});
      comments.push(`<w:comment w:id="${id}" w:author="${AUTHOR}" w:date="${date}" w:initials="mt"><w:p><w:r><w:t xml:space="preserve">${escapeXmlText(note.text)}</w:t></w:r></w:p></w:comment>`);
    }
    const files = new Map<string, Uint8Array>();
    const put = (path: string, xml: string) => files.set(path, new TextEncoder().encode(xml));
    put(this.#path, this.#marked(marks, date));
    if (part && comments.length) this.#addComments(comments.join(''), part, put);
    return this.#zip.with(files);
  }

  #text(path: string): string | undefined {
    const bytes = this.#zip.read(path);
    if (!bytes) return undefined;
    try {
      return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8', {fatal: true}).decode(bytes);
    } catch {
      throw new FormatError(`\`${path}\` in the file is no valid UTF-8. Open it in Word, save it again, and run again.`);
    }
  }

  #mainPart(): string {
    const relations = this.#text('_rels/.rels');
    let path: string | undefined;
    if (relations) readXml(relations, {
      open(name, attributes) {
        if (localName(name) === 'Relationship' && attributes.get('Type')?.endsWith('/officeDocument')) path ??= attributes.get('Target')?.replace(/^\//, '');
      },
      close() {}, text() {},
    });
    return path ?? 'word/document.xml';
  }

  /** What paragraph styles are for, by their ids: built-in styles have English names in every language of Word. */
  #styles(): Map<string, Role> {
    const styles = new Map<string, Role>();
    const source = this.#text(this.#path.replace(/[^/]*$/, 'styles.xml'));
    let id = '';
    if (source) readXml(source, {
      open(name, attributes) {
        if (name === 'w:style') id = attributes.get('w:styleId') ?? '';
        else if (name === 'w:name') {
          const said = attributes.get('w:val') ?? '';
          const role: Role | undefined = /^(?:heading \d|title|subtitle)$/i.test(said) ? 'heading' : /quote$/i.test(said) ? 'quote' : /^caption$/i.test(said) ? 'caption' : undefined;
          if (role && id) styles.set(id, role);
        }
      },
      close() {}, text() {},
    });
    return styles;
  }

  #read(source: string, styles: ReadonlyMap<string, Role>): Assembled {
    // Runs are often marked with the language of the keyboard: the marks are believed where most of the text is English.
    let english = 0;
    let foreign = 0;
    const walk = (builder: ProseBuilder | undefined, believe: boolean) => {
      let hidden = 0;
      let depth = 0;
      let cells = 0;
      let moved = 0;
      let run: Run | undefined;
      let text: Text | undefined;
      const insertions: string[] = [];
      const write = (start: number, end: number, character?: string) => {
        if (!text || hidden) return;
        text.end = end;
        const away = text.run.language !== undefined && !ENGLISH.test(text.run.language);
        if (away) foreign += end - start;
        else english += end - start;
        if (!builder) return;
        builder.opaque = text.run.plain || (believe && away);
        builder.frozen = moved > 0;
        if (character === undefined) builder.verbatim(start, end);
        else builder.atom(character, start, end);
        builder.opaque = builder.frozen = false;
      };
      readXml(source, {
        open: (name, attributes, start, end, empty) => {
          if (!depth++ && (localName(name) !== 'document' || !NAMESPACES.has(attributes.get('xmlns:w') ?? ''))) throw new FormatError('This is no Word document: its main part has another root. Save it again as .docx.');
          const id = Number(attributes.get('w:id'));
          if (Number.isSafeInteger(id)) this.#id = Math.max(this.#id, Math.min(id, 0x7ffffff0));
          if (hidden) {
            if (run && name === 'w:lang') run.language ??= attributes.get('w:val');
            else if (run && name === 'w:noProof') run.plain = !/^(?:0|false|off)$/.test(attributes.get('w:val') ?? '');
            else if (builder && name === 'w:pStyle') builder.role = styles.get(attributes.get('w:val') ?? '') ?? builder.role;
            else if (builder && name === 'w:numPr' && builder.role === 'body') builder.role = 'item';
            return;
          }
          if (HIDDEN.has(name)) {
            hidden = depth;
            if (name === 'w:rPr' && run && run.content === run.start + run.tag.length) run.format = source.slice(start, end);
            else if (run && /^(?:w:drawing|w:pict|w:object|mc:AlternateContent)$/.test(name) && builder?.hasText) builder.object(OBJECT, start, end);
          } else switch (name) {
            case 'w:p':
              builder?.boundary();
              if (builder) builder.role = cells ? 'item' : 'body';
              break;
            case 'w:tc': cells++; break;
            case 'w:moveTo': moved++; break;
            case 'w:ins': if (!empty) insertions.push(source.slice(start, end)); break;
            case 'w:hyperlink': builder?.open(); break;
            case 'w:r': run = {start, tag: source.slice(start, end), format: '', content: end, insertion: insertions.at(-1), language: undefined, plain: false}; break;
            case 'w:t':
              if (run && !empty) {
                text = {run, tag: start, start: end, end};
                if (builder) this.#texts.push(text);
              }
              break;
            case 'w:tab': case 'w:ptab': builder?.fixed('\t', start, end); break;
            case 'w:br': case 'w:cr': builder?.fixed('\n', start, end); break;
            case 'w:noBreakHyphen': builder?.fixed('‑', start, end); break;
            case 'w:sym': builder?.object(OBJECT, start, end); break;
          }
        },
        close: (name, _, end) => {
          if (hidden === depth) {
            hidden = 0;
            if (name === 'w:rPr' && run && run.content === run.start + run.tag.length) {
              run.format = source.slice(run.content, end).replace(/<w:rPrChange\b[\s\S]*?<\/w:rPrChange>/g, '');
              run.content = end;
            }
          } else if (!hidden) switch (name) {
            case 'w:p': builder?.boundary(); break;
            case 'w:tc': cells--; break;
            case 'w:moveTo': moved--; break;
            case 'w:ins': insertions.pop(); break;
            case 'w:hyperlink': builder?.close(end); break;
            case 'w:r': run = undefined; break;
            case 'w:t': text = undefined; break;
          }
          depth--;
        },
        text: (start, end) => write(start, end),
        reference: (character, start, end) => write(start, end, character),
      });
    };
    walk(undefined, true);
    const builder = new ProseBuilder(source, escapeXmlText);
    walk(builder, english >= foreign);
    return builder.finish();
  }

  /** A place in the text of a run at, or beside, an offset; undefined if there is none. */
  #place(at: number): number | undefined {
    const index = lastAtMost(this.#texts, at, (t) => t.start);
    const text = this.#texts[index];
    return text && at <= text.end ? at : undefined;
  }

  /** An edit of the prose as edits of the text of runs. */
  #changes(edit: Edit): Edit[] | undefined {
    const changes = this.#assembled.changes(edit);
    return changes?.every((c) => this.#place(c.start) !== undefined && this.#place(c.end) !== undefined) ? changes : undefined;
  }

  /** The part with its text changed as tracked, run by run: what is around a change keeps its formatting. */
  #marked(marks: Mark[], date: string): string {
    const source = this.#source;
    const order = (mark: Mark) => (mark.kind === 'anchor' ? mark.order : mark.at === mark.end ? 1.5 : 1.6);
    const byText = new Map<Text, Mark[]>();
    for (const mark of marks.sort((a, b) => a.at - b.at || order(a) - order(b))) {
      const text = this.#texts[lastAtMost(this.#texts, mark.at, (t) => t.start)]!;
      const list = byText.get(text);
      if (list) list.push(mark);
      else byText.set(text, [mark]);
    }
    const out: string[] = [];
    let last = 0;
    const signed = (name: string) => `<${name} w:id="${++this.#id}" w:author="${AUTHOR}" w:date="${date}">`;
    for (const [{run, tag, start, end}, list] of byText) {
      const clean = run.content === tag && last <= run.start;
      const open = `${run.tag}${run.format}<w:t xml:space="preserve">`;
      const close = '</w:t></w:r>';
      out.push(source.slice(last, clean ? run.start : tag));
      let inside = !clean;
      if (inside) out.push('<w:t xml:space="preserve">');
      const keep = (from: number, to: number) => {
        if (from >= to) return;
        if (!inside) out.push(open);
        inside = true;
        out.push(source.slice(from, to));
      };
      let at = start;
      for (const mark of list) {
        keep(at, mark.at);
        if (inside) out.push(close);
        inside = false;
        at = mark.end;
        if (mark.kind === 'anchor') {
          out.push(mark.xml);
          continue;
        }
        if (mark.end > mark.at) out.push(`${signed('w:del')}${run.tag}${run.format}<w:delText xml:space="preserve">${source.slice(mark.at, mark.end)}</w:delText></w:r></w:del>`);
        // An insertion does not stand in another one.
        if (mark.text) out.push(`${run.insertion ? '</w:ins>' : ''}${signed('w:ins')}${open}${mark.text}${close}</w:ins>${run.insertion ?? ''}`);
      }
      keep(at, end);
      if (source.startsWith(close, end)) {
        if (inside) out.push(close);
        last = end + close.length;
      } else {
        if (!inside) out.push(open);
        last = end;
      }
    }
    out.push(source.slice(last));
    return out.join('');
  }

  /** The part for comments, there or yet to be made. */
  #comments(): CommentsPart {
    const folder = this.#path.replace(/[^/]*$/, '');
    const relationsPath = `${folder}_rels/${this.#path.slice(folder.length)}.rels`;
    const relations = this.#text(relationsPath);
    let target: string | undefined;
    const ids = new Set<string>();
    if (relations) readXml(relations, {
      open(name, attributes) {
        if (localName(name) !== 'Relationship') return;
        ids.add(attributes.get('Id') ?? '');
        if (attributes.get('Type')?.endsWith('/comments')) target = attributes.get('Target');
      },
      close() {}, text() {},
    });
    const path = target === undefined ? `${folder}comments.xml` : target.startsWith('/') ? target.slice(1) : folder + target;
    const xml = target === undefined ? undefined : this.#text(path);
    for (const [, id] of xml?.matchAll(/<w:comment\s[^<>]{0,200}?w:id="(\d{1,9})"/g) ?? []) this.#id = Math.max(this.#id, Number(id));
    return {path, xml, relationsPath, relations, ids};
  }

  /** Puts comments into the part for comments, or makes one. */
  #addComments(comments: string, {path, xml, relationsPath, relations, ids}: CommentsPart, put: (path: string, xml: string) => void): void {
    if (xml !== undefined) {
      const end = xml.lastIndexOf('</');
      // An empty root has no end tag.
      put(path, end < 0 ? xml.replace(/\/>\s*$/, `>${comments}</w:comments>`) : xml.slice(0, end) + comments + xml.slice(end));
      return;
    }
    put(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${/xmlns:w="([^"]*)"/.exec(this.#source)![1]}">${comments}</w:comments>`);
    let id = 'rIdMtlint';
    while (ids.has(id)) id += '1';
    const strict = this.#source.includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
    const relation = `<Relationship Id="${id}" Type="${strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : OFFICE}/comments" Target="comments.xml"/>`;
    put(relationsPath, relations?.includes('</Relationships>') ? relations.replace('</Relationships>', `${relation}</Relationships>`) : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`);
    const types = this.#text('[Content_Types].xml');
    if (types === undefined) throw new FormatError('This is no Word document: its list of content types is missing. Save it again as .docx.');
    put('[Content_Types].xml', types.replace('</Types>', `<Override PartName="/${escapeXml(path)}" ContentType="${COMMENTS_TYPE}"/></Types>`));
  }
}
