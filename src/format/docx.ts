import type {Prose, Segment} from '../document/prose.ts';
import type {Edit} from '../rule/rule.ts';
import {DocxPart, lastAtMost, type Mark, readProperty, type Style} from './docx-part.ts';
import {type Format, FormatError} from './format.ts';
import {escapeXml, escapeXmlText, localName, readXml} from './xml.ts';
import {Zip} from './zip.ts';

/** Word has styles based on each other up to eleven deep. */
const MAX_BASES = 11;
/** Who signs changes and comments. */
const AUTHOR = 'mtlint';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
/** Parts with text beside the main one: the ends of the types of their relationships, and their roots. */
const STORIES: Readonly<Record<string, string>> = {footnotes: 'footnotes', endnotes: 'endnotes', header: 'hdr', footer: 'ftr'};
/** What a comment says of a place where no comment may stand, by the root of the part. */
const PLACES: Readonly<Record<string, string>> = {document: 'In a text box', footnotes: 'In this footnote', endnotes: 'In this endnote', hdr: 'In a header', ftr: 'In a footer'};

/** What relates the main part to another. */
interface Relation {
  readonly id: string;
  /** The last part of its type: "header". */
  readonly kind: string;
  /** Path in the package. */
  readonly path: string;
}

/** Where it stands what a part is related to. */
const relationsPath = (path: string) => path.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);

/** A comment to be made. */
export interface Note {
  /** UTF-16 code units into the prose. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part with text, and where its prose begins in that of the document. */
interface Placed {
  readonly part: DocxPart;
  readonly root: string;
  readonly start: number;
}

/** A Word document: its text, and a copy of it with tracked changes and comments. */
export class Docx {
  /** The text, one segment a paragraph that has text: the body, its text boxes, notes, headers and footers. */
  readonly prose: Prose;
  readonly #zip: Zip;
  readonly #path: string;
  readonly #relations: readonly Relation[];
  readonly #parts: readonly Placed[];
  /** The greatest id that is in use. */
  #id: number;

  /** Reads a document. Throws a {@link FormatError} for what is none, is damaged, or unpacks to more than `limit` bytes. */
  constructor(bytes: Uint8Array, limit: number) {
    this.#zip = new Zip(bytes, limit);
    this.#path = this.#mainPart();
    const source = this.#text(this.#path);
    if (source === undefined) throw new FormatError('This is no Word document: the part with its text is missing. Save it again as .docx.');
    this.#relations = this.#relationsOf(this.#path);
    const styles = this.#styles();
    const roots = [{part: new DocxPart(this.#path, source, 'document', styles), root: 'document'}];
    const seen = new Set([this.#path]);
    for (const story of Object.keys(STORIES)) for (const {kind, path} of this.#relations) {
      if (kind !== story || seen.has(path)) continue;
      seen.add(path);
      const text = this.#text(path);
      if (text !== undefined) roots.push({part: new DocxPart(path, text, STORIES[story]!, styles), root: STORIES[story]!});
    }
    this.#id = Math.max(...roots.map(({part}) => part.id));
    // Runs are often marked with the language of the keyboard: the marks are believed where most of the text is English.
    const believe = roots.reduce((sum, {part: {marked}}) => sum + marked.english - marked.foreign, 0) >= 0;
    const parts: Placed[] = [];
    let text = '';
    const segments: Segment[] = [];
    const opaque: [number, number][] = [];
    for (const {part, root} of roots) {
      part.read(believe);
      const {prose} = part.assembled;
      if (text && prose.text) text += '\n\n';
      const start = text.length;
      parts.push({part, root, start});
      text += prose.text;
      for (const segment of prose.segments) segments.push({...segment, start: start + segment.start, end: start + segment.end});
      for (const [from, to] of prose.opaque ?? []) opaque.push([start + from, start + to]);
    }
    this.#parts = parts;
    this.prose = {text, segments, opaque};
  }

  /** Its text as a source: offsets of findings are those of the prose, and an edit is one that can be made as a tracked change. */
  get format(): Format {
    const {prose} = this;
    return {id: 'docx', parse: () => ({prose, comments: [], toSource: (start, end) => [start, end], toSourceEdit: (edit) => (this.#changes(edit) ? edit : undefined)})};
  }

  /** Paragraph and column of an offset into the prose, from 1; paragraphs without text do not count. */
  readonly pointAt = (offset: number): {line: number; column: number} => {
    const {segments} = this.prose;
    const index = Math.max(0, lastAtMost(segments, offset, (s) => s.start));
    return {line: index + 1, column: offset - (segments[index]?.start ?? 0) + 1};
  };

  /** A copy with edits of the prose as tracked changes and with comments; edits must not overlap. `date` is an ISO 8601 time. */
  revise(edits: readonly Edit[], notes: readonly Note[], date: string): Uint8Array {
    const marks = new Map<DocxPart, Mark[]>(this.#parts.map(({part}) => [part, []]));
    for (const edit of edits) for (const {start, end, text} of this.#changes(edit) ?? []) marks.get(this.#placedAt(edit.start).part)!.push({at: start, end, kind: 'change', text});
    const [body] = this.#parts as [Placed];
    const comments: string[] = [];
    const existing = notes.length ? this.#comments() : undefined;
    for (const note of notes) {
      const {part, root, start} = this.#placedAt(note.start);
      const here = root === 'document' ? part.commentable(note.start - start, note.end - start) : undefined;
      // Word has no comments in headers and text boxes, other programs none in notes: they stand in the body, and say what they are about.
      const beside = here ? here[0] : body.part.beside(root === 'document' ? part.assembled.toSource(note.start, note.start)[0] : body.part.references.get(part.noteAt(note.start - start) ?? '') ?? 0);
      if (beside === undefined) continue;
      const [from, to] = here ?? [beside, beside];
      const text = here ? note.text : `${PLACES[root]}, “${this.prose.text.slice(note.start, note.end)}”: ${note.text}`;
      const id = ++this.#id;
      marks.get(body.part)!.push({at: from, end: from, kind: 'anchor', order: 1, xml: `<w:commentRangeStart w:id="${id}"/>`}, {at: to, end: to, kind: 'anchor', order: from === to ? 2 : 0, xml: `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`});
      comments.push(`<w:comment w:id="${id}" w:author="${AUTHOR}" w:date="${date}" w:initials="mt"><w:p><w:r><w:t xml:space="preserve">${escapeXmlText(text)}</w:t></w:r></w:p></w:comment>`);
    }
    const files = new Map<string, Uint8Array>();
    const put = (path: string, xml: string) => files.set(path, new TextEncoder().encode(xml));
    const sign = (name: string) => `<${name} w:id="${++this.#id}" w:author="${AUTHOR}" w:date="${date}">`;
    for (const [part, own] of marks) if (own.length) put(part.path, part.revised(own, sign));
    if (existing && comments.length) this.#addComments(comments.join(''), existing, put);
    return this.#zip.with(files);
  }

  /** The part that holds an offset of the prose. */
  #placedAt(offset: number): Placed {
    return this.#parts[Math.max(0, lastAtMost(this.#parts, offset, ({start}) => start))]!;
  }

  /** An edit of the prose as edits of the text of runs in one part. */
  #changes(edit: Edit): Edit[] | undefined {
    const {part, start} = this.#placedAt(edit.start);
    return part.changes({...edit, start: edit.start - start, end: edit.end - start});
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
    const packages = '_rels/.rels';
    const relations = this.#text(packages);
    let path: string | undefined;
    if (relations) readXml(relations, {
      open(name, attributes) {
        if (localName(name) === 'Relationship' && attributes.get('Type')?.endsWith('/officeDocument')) path ??= attributes.get('Target')?.replace(/^\//, '');
      },
      close() {}, text() {},
    }, packages);
    return path ?? 'word/document.xml';
  }

  /** What styles say of text, by their ids, and by "" that of paragraphs without one. Built-in styles have English names in every language of Word. */
  #styles(): Map<string, Style> {
    const styles = new Map<string, Style>();
    const based = new Map<string, string>();
    const path = this.#path.replace(/[^/]*$/, 'styles.xml');
    const source = this.#text(path);
    let style: Style = {};
    let id = '';
    if (source) readXml(source, {
      open(name, attributes) {
        if (name === 'w:style') {
          style = {};
          id = attributes.get('w:styleId') ?? '';
          styles.set(id, style);
          if (attributes.get('w:type') === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('w:default') ?? '')) styles.set('', style);
        } else if (name === 'w:name') {
          const said = attributes.get('w:val') ?? '';
          const role = /^(?:heading \d|title|subtitle)$/i.test(said) ? 'heading' : /quote$/i.test(said) ? 'quote' : /^caption$/i.test(said) ? 'caption' : undefined;
          if (role) style.role = role;
          // Lists of headings and of words are made of what stands elsewhere.
          if (/^(?:toc \d|table of figures|index \d)$/i.test(said)) style.hidden = true;
        } else if (name === 'w:basedOn') based.set(id, attributes.get('w:val') ?? '');
        else readProperty(style, name, attributes);
      },
      close() {}, text() {},
    }, path);
    const inherit = (own: string, seen: ReadonlySet<string>) => {
      const base = based.get(own);
      based.delete(own);
      if (base === undefined || seen.has(base) || seen.size > MAX_BASES || !styles.has(base)) return;
      inherit(base, new Set([...seen, base]));
      Object.assign(styles.get(own)!, {...styles.get(base), ...styles.get(own)});
    };
    for (const own of [...based.keys()]) inherit(own, new Set([own]));
    return styles;
  }

  #relationsOf(path: string): Relation[] {
    const folder = path.replace(/[^/]*$/, '');
    const relations = relationsPath(path);
    const xml = this.#text(relations);
    const out: Relation[] = [];
    if (xml) readXml(xml, {
      open(name, attributes) {
        if (localName(name) !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
        const target = attributes.get('Target') ?? '';
        out.push({id: attributes.get('Id') ?? '', kind: attributes.get('Type')?.split('/').at(-1) ?? '', path: target.startsWith('/') ? target.slice(1) : folder + target});
      },
      close() {}, text() {},
    }, relations);
    return out;
  }

  /** The part for comments: what it holds, if it is there. */
  #comments(): {path: string; xml: string | undefined} {
    const path = this.#relations.find(({kind}) => kind === 'comments')?.path;
    const xml = path === undefined ? undefined : this.#text(path);
    for (const [, id] of xml?.matchAll(/<w:comment\s[^<>]{0,200}?w:id="(\d{1,9})"/g) ?? []) this.#id = Math.max(this.#id, Number(id));
    return {path: path ?? `${this.#path.replace(/[^/]*$/, '')}comments.xml`, xml};
  }

  /** Puts comments into the part for comments, or makes one. */
  #addComments(comments: string, {path, xml}: {path: string; xml: string | undefined}, put: (path: string, xml: string) => void): void {
    if (xml !== undefined) {
      const end = xml.lastIndexOf('</');
      // An empty root has no end tag.
      put(path, end < 0 ? xml.replace(/\/>\s*$/, `>${comments}</w:comments>`) : xml.slice(0, end) + comments + xml.slice(end));
      return;
    }
    const {source} = this.#parts[0]!.part;
    put(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${/xmlns:w="([^"]*)"/.exec(source)![1]}">${comments}</w:comments>`);
    let id = 'rIdMtlint';
    while (this.#relations.some((relation) => relation.id === id)) id += '1';
    const strict = source.includes('http://purl.oclc.org/ooxml/wordprocessingml/main');
    const relation = `<Relationship Id="${id}" Type="${strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : OFFICE}/comments" Target="comments.xml"/>`;
    const relations = this.#text(relationsPath(this.#path));
    put(relationsPath(this.#path), relations?.includes('</Relationships>') ? relations.replace('</Relationships>', `${relation}</Relationships>`) : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`);
    const types = this.#text('[Content_Types].xml');
    if (types === undefined) throw new FormatError('This is no Word document: its list of content types is missing. Save it again as .docx.');
    put('[Content_Types].xml', types.replace('</Types>', `<Override PartName="/${escapeXml(path)}" ContentType="${COMMENTS_TYPE}"/></Types>`));
  }
}
