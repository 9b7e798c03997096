import type {Role} from '../document/prose.ts';
import type {Edit} from '../rule/rule.ts';
import {FormatError} from './format.ts';
import {type Assembled, OBJECT, ProseBuilder} from './prose-builder.ts';
import {escapeXmlText, localName, readXml} from './xml.ts';

/** Namespaces of WordprocessingML, transitional and strict (ECMA-376). */
const NAMESPACES = new Set(['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main']);
/** What holds no text of the paragraph: pictures with their text boxes, formulas, deleted and moved text, the codes of fields. */
const HIDDEN = new Set(['w:del', 'w:moveFrom', 'w:drawing', 'w:pict', 'w:object', 'm:oMath', 'mc:AlternateContent', 'w:instrText', 'w:rt', 'w:pPr', 'w:rPr', 'w:sectPr']);
/** What holds no text box that is shown: of two forms of one picture, the second is for old programs. */
const UNSHOWN = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);
/** What stands in a sentence and is no text. */
const OBJECTS = new Set(['w:drawing', 'w:pict', 'w:object', 'm:oMath', 'mc:AlternateContent']);
/** Formatting as it was before a tracked change of it. */
const FORMER = new Set(['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:numberingChange']);
const ENGLISH = /^en(?:-|$)/i;
/** Whether a property that is there is on. */
const isOn = (attributes: ReadonlyMap<string, string>) => !/^(?:0|false|off)$/.test(attributes.get('w:val') ?? '');

/** What a style, or the formatting of a run, says of text; undefined where it says nothing. */
export interface Style {
  role?: Role;
  /** As `w:lang` has it: "fr-FR". */
  language?: string;
  /** Not to be proofread. */
  plain?: boolean;
  /** Not shown, or made of other text. */
  hidden?: boolean;
}

/** Adds to a style what an element of its run properties says. */
export function readProperty(style: Style, name: string, attributes: ReadonlyMap<string, string>): void {
  if (name === 'w:lang') style.language ??= attributes.get('w:val');
  else if (name === 'w:noProof') style.plain ??= isOn(attributes);
  else if (name === 'w:vanish') style.hidden ??= isOn(attributes);
}

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
  /** What its own formatting says. */
  readonly own: Style;
  /** Its character style. */
  style: Style | undefined;
}

/** A `w:t`: offsets of its start tag and of what is in it. */
interface Text {
  readonly run: Run;
  readonly tag: number;
  readonly start: number;
  end: number;
  /** Whether it stands in a text box. */
  readonly boxed: boolean;
}

/** What is put at a place of a part: a tracked change, or one end of a comment's stretch. */
export type Mark =
  | {readonly at: number; readonly end: number; readonly kind: 'change'; readonly text: string}
  | {readonly at: number; readonly end: number; readonly kind: 'anchor'; readonly xml: string; readonly order: number};

/** Index of the last item whose key is at most a value; -1 if there is none. */
export function lastAtMost<T>(items: readonly T[], value: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A part of a Word document that has text: its body, its notes, a header. Offsets of its prose are UTF-16 code units, those of its source too. */
export class DocxPart {
  readonly path: string;
  readonly source: string;
  /** The greatest id in it. */
  id = 0;
  /** Where the body refers to each note, by "footnote" or "endnote" and its id; where each note begins. */
  readonly references = new Map<string, number>();
  readonly #notes: {readonly key: string; readonly start: number}[] = [];
  /** Characters of text that are marked as English or not at all, and as another language. */
  readonly marked = {english: 0, foreign: 0};
  readonly #root: string;
  readonly #texts: Text[] = [];
  #unboxed: readonly Text[] | undefined;
  #assembled: Assembled;

  readonly #styles: ReadonlyMap<string, Style>;

  /** Reads a part whose root is `root`, and what its text is marked as. `styles` by their ids, that of paragraphs without one under "". Throws a {@link FormatError} for another root. */
  constructor(path: string, source: string, root: string, styles: ReadonlyMap<string, Style>) {
    this.path = path;
    this.source = source;
    this.#root = root;
    this.#styles = styles;
    for (const boxes of [false, true]) this.#walk(undefined, true, boxes);
    this.#assembled = new ProseBuilder(source, escapeXmlText).finish();
  }

  get assembled(): Assembled {
    return this.#assembled;
  }

  /** Makes its prose, text boxes last; marks of languages count if `believe` says so. */
  read(believe: boolean): void {
    const builder = new ProseBuilder(this.source, escapeXmlText);
    for (const boxes of [false, true]) this.#walk(builder, believe, boxes);
    this.#texts.sort((a, b) => a.start - b.start);
    this.#assembled = builder.finish();
  }

  /** Reads what stands in text boxes, or all else. */
  #walk(builder: ProseBuilder | undefined, believe: boolean, boxes: boolean): void {
    const {source} = this;
    const styles = this.#styles;
    let hidden = 0;
    /** What hides; the depth of formatting as it was. */
    let hiding = '';
    let former = 0;
    let paragraph = styles.get('');
    /** Whether the paragraph's end is deleted, so that the next one goes on it. */
    let joined = false;
    /** For each field that is open, whether its code is read. */
    const fields: boolean[] = [];
    let depth = 0;
    /** Depths of the text box that is read, and of what is passed over between them. */
    let box = 0;
    let unshown = 0;
    let cells = 0;
    let moved = 0;
    let run: Run | undefined;
    let text: Text | undefined;
    const insertions: string[] = [];
    const write = (start: number, end: number, character?: string) => {
      if (!text || hidden) return;
      text.end = end;
      const {own, style} = text.run;
      if ((own.hidden ?? style?.hidden ?? paragraph?.hidden) || fields.includes(true)) return;
      const language = own.language ?? style?.language ?? paragraph?.language;
      const away = language !== undefined && !ENGLISH.test(language);
      if (!builder) {
        this.marked[away ? 'foreign' : 'english'] += end - start;
        return;
      }
      builder.opaque = (own.plain ?? style?.plain ?? paragraph?.plain ?? false) || (believe && away);
      builder.frozen = moved > 0;
      if (character === undefined) builder.verbatim(start, end);
      else builder.atom(character, start, end);
      builder.opaque = builder.frozen = false;
    };
    readXml(source, {
      open: (name, attributes, start, end, empty) => {
        if (!depth++ && (localName(name) !== this.#root || !NAMESPACES.has(attributes.get('xmlns:w') ?? ''))) throw new FormatError(this.#root === 'document' ? 'This is no Word document: its main part has another root. Save it again as .docx.' : `\`${this.path}\` in the file has another root than Word gives it. Open it in Word, save it again, and run again.`);
        const id = Number(attributes.get('w:id'));
        if (Number.isSafeInteger(id)) this.id = Math.max(this.id, Math.min(id, 0x7ffffff0));
        if (boxes && !box) {
          if (!unshown && UNSHOWN.has(name)) unshown = depth;
          else if (!unshown && name === 'w:txbxContent') box = depth;
          return;
        }
        if (hidden) {
          if (FORMER.has(name)) former ||= depth;
          if (former) return;
          if (hiding === 'w:pPr' && (name === 'w:del' || name === 'w:moveFrom')) joined = true;
          else if (run && hiding === 'w:rPr' && name === 'w:rStyle') run.style = styles.get(attributes.get('w:val') ?? '');
          else if (run && hiding === 'w:rPr') readProperty(run.own, name, attributes);
          else if (name === 'w:pStyle' && hiding === 'w:pPr') {
            paragraph = styles.get(attributes.get('w:val') ?? '') ?? paragraph;
            if (builder) builder.role = paragraph?.role ?? builder.role;
          } else if (builder && name === 'w:numPr' && hiding === 'w:pPr' && builder.role === 'body') builder.role = 'item';
          return;
        }
        if (HIDDEN.has(name)) {
          hidden = depth;
          hiding = name;
          if (name === 'w:rPr' && run && run.content === run.start + run.tag.length) run.format = source.slice(start, end);
          else if (OBJECTS.has(name) && builder?.hasText) builder.object(OBJECT, start, end);
        } else switch (name) {
          case 'w:p':
            paragraph = styles.get('');
            if (joined) {
              joined = false;
              break;
            }
            builder?.boundary();
            if (builder) builder.role = cells || this.#root === 'hdr' || this.#root === 'ftr' ? 'item' : 'body';
            break;
          case 'w:tc':
            cells++;
            builder?.boundary();
            joined = false;
            break;
          case 'w:moveTo': moved++; break;
          case 'w:ins': if (!empty) insertions.push(source.slice(start, end)); break;
          case 'w:hyperlink': builder?.open(); break;
          case 'w:r': run = {start, tag: source.slice(start, end), format: '', content: end, insertion: insertions.at(-1), own: {}, style: undefined}; break;
          case 'w:t':
            if (run && !empty) {
              text = {run, tag: start, start: end, end, boxed: box > 0};
              if (builder) this.#texts.push(text);
            }
            break;
          case 'w:fldChar': {
            const type = attributes.get('w:fldCharType');
            if (type === 'begin') fields.push(true);
            else if (type === 'end') fields.pop();
            else if (fields.length) fields[fields.length - 1] = false;
            break;
          }
          case 'w:tab': case 'w:ptab': builder?.fixed('\t', start, end); break;
          case 'w:br': case 'w:cr': builder?.fixed('\n', start, end); break;
          case 'w:noBreakHyphen': builder?.fixed('‑', start, end); break;
          case 'w:footnoteReference': case 'w:endnoteReference': this.references.set(`${name.slice(2, -9)} ${attributes.get('w:id')}`, start); break;
          case 'w:footnote': case 'w:endnote':
            if (builder) this.#notes.push({key: `${name.slice(2)} ${attributes.get('w:id')}`, start});
            builder?.boundary();
            joined = false;
            break;
          case 'w:sym': builder?.object(OBJECT, start, end); break;
        }
      },
      close: (name, _, end) => {
        if (boxes && !box) {
          if (unshown === depth) unshown = 0;
        } else if (box === depth) {
          builder?.boundary();
          box = cells = moved = hidden = former = fields.length = insertions.length = 0;
          run = text = undefined;
          joined = false;
        } else if (former === depth) former = 0;
        else if (hidden === depth) {
          hidden = 0;
          if (name === 'w:rPr' && run && run.content === run.start + run.tag.length) {
            run.format = source.slice(run.content, end).replace(/<w:rPrChange\b[\s\S]*?<\/w:rPrChange>/g, '');
            run.content = end;
          }
        } else if (!hidden) switch (name) {
          case 'w:p':
            if (!joined) builder?.boundary();
            // A code ends with its paragraph, whatever marks are missing.
            fields.fill(false);
            break;
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
    }, this.path);
    builder?.boundary();
  }

  #textAt(at: number): Text | undefined {
    const text = this.#texts[lastAtMost(this.#texts, at, (t) => t.start)];
    return text && at <= text.end ? text : undefined;
  }

  /** An edit of the prose as edits of the text of runs. */
  changes(edit: Edit): Edit[] | undefined {
    const changes = this.#assembled.changes(edit);
    return changes?.every((c) => this.#textAt(c.start) && this.#textAt(c.end)) ? changes : undefined;
  }

  /** The note that holds an offset of the prose, as `references` has it. */
  noteAt(offset: number): string | undefined {
    return this.#notes[lastAtMost(this.#notes, this.#assembled.toSource(offset, offset)[0], ({start}) => start)]?.key;
  }

  /** The stretch of the source that a comment on a stretch of the prose is about; undefined where none may stand: in a text box. */
  commentable(start: number, end: number): readonly [number, number] | undefined {
    const [from, to] = this.#assembled.toSource(start, end);
    return [from, to].some((at) => this.#textAt(at)?.boxed !== false) ? undefined : [from, to];
  }

  /** The place in the text outside of boxes that is nearest before an offset of the source, else its first one; undefined if there is no text. */
  beside(at: number): number | undefined {
    this.#unboxed ??= this.#texts.filter((t) => !t.boxed);
    const index = lastAtMost(this.#unboxed, at, (t) => t.start);
    return index < 0 ? this.#unboxed[0]?.start : this.#unboxed[index]!.end;
  }

  /** The source with its text changed as tracked, run by run: what is around a change keeps its formatting. `sign` makes the start tag of a change. */
  revised(marks: Mark[], sign: (name: string) => string): string {
    const {source} = this;
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
        if (mark.end > mark.at) out.push(`${sign('w:del')}${run.tag}${run.format}<w:delText xml:space="preserve">${source.slice(mark.at, mark.end)}</w:delText></w:r></w:del>`);
        // An insertion does not stand in another one.
        if (mark.text) out.push(`${run.insertion ? '</w:ins>' : ''}${sign('w:ins')}${open}${mark.text}${close}</w:ins>${run.insertion ?? ''}`);
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
}
