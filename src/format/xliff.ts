import {type Format, FormatError, inOtherLanguage} from './format.ts';
import {composed, embedded} from './embedded.ts';
import {OBJECT, ProseBuilder} from './prose-builder.ts';
import {escapeXmlText, localName, readXml} from './xml.ts';

/** Inline elements that stand for something, and those that hold code of the original format. */
const PLACED = new Set(['x', 'ph', 'it', 'cp']);
const NATIVE = new Set(['ph', 'it', 'bpt', 'ept', 'sub']);
/** Inline elements around text. */
const SPANS = new Set(['g', 'pc', 'mrk']);
/** What a target to be linted stands in: an alternative or a match of a memory is none. */
const UNITS = new Set(['trans-unit', 'segment', 'ignorable']);
const ENGLISH = /^en(?:-|_|$)/i;

interface Open {
  readonly name: string;
  readonly translate: boolean;
  /** Language of targets inside, if said. */
  readonly language: string | undefined;
}

/** XLIFF 1.2 and 2: the targets that are English or of no stated language. HTML in them, escaped or in CDATA, is read as HTML. */
export const xliff: Format = {
  id: 'xliff',
  parse(source) {
    const builder = new ProseBuilder(source, escapeXmlText);
    const stack: Open[] = [];
    /** Depth of the target that is read; 0 outside of one. */
    let target = 0;
    /** Depth from which text is code. */
    let native = 0;
    /** Comments since the last target. */
    let comments: [start: number, end: number, text: string][] = [];
    let targetStart = 0;
    let targets = 0;
    /** Language of targets that are not read. */
    let other: string | undefined;
    const writeComments = (next?: [start: number, end: number]) => {
      for (const [start, end, text] of comments) builder.comment(start, end, text, next);
      comments = [];
    };
    readXml(source, {
      open(name, attributes, start, end) {
        const local = localName(name);
        const parent = stack.at(-1);
        if (!parent && local !== 'xliff') throw new FormatError(`This is no XLIFF: its root is \`${name}\`, not \`xliff\`. Name the format with --as.`);
        const asked = attributes.get('translate');
        const language = attributes.get('target-language') ?? attributes.get('trgLang') ?? (local === 'target' ? attributes.get('xml:lang') : undefined) ?? parent?.language;
        const open: Open = {name: local, translate: asked === undefined ? attributes.get('mtype') !== 'protected' && (parent?.translate ?? true) : asked !== 'no', language};
        stack.push(open);
        if (target) {
          if (native) return;
          if (PLACED.has(local)) builder.object(OBJECT, start, end);
          if (NATIVE.has(local)) native = stack.length;
          else if (SPANS.has(local)) {
            builder.open();
            builder.opaque = !open.translate;
          }
        } else if (local === 'target' && open.translate && UNITS.has(parent?.name ?? '') && (!language || ENGLISH.test(language))) {
          builder.boundary();
          builder.role = 'item';
          targets++;
          target = stack.length;
          targetStart = start;
        } else if (local === 'target' && language && !ENGLISH.test(language)) other ??= language;
      },
      close(_, __, end) {
        const {name} = stack.at(-1)!;
        if (native === stack.length) native = 0;
        else if (target && !native && SPANS.has(name)) {
          builder.close(end);
          builder.opaque = !stack.at(-2)!.translate;
        }
        if (target === stack.length) {
          builder.boundary();
          builder.opaque = false;
          target = 0;
          writeComments([targetStart, end]);
        }
        stack.pop();
      },
      text(start, end) {
        if (target && !native) builder.collapsed(start, end);
      },
      reference(character, start, end) {
        if (target && !native) builder.atom(character, start, end);
      },
      cdata(start, end) {
        if (!target || native) return;
        builder.boundary();
        builder.encode = (text) => (/[\]>]/.test(text) ? undefined : text);
        builder.collapsed(start, end);
        builder.boundary();
        builder.encode = escapeXmlText;
      },
      comment: (start, end, text) => void comments.push([start, end, text]),
    });
    writeComments();
    const strings = builder.finish();
    const parsed = composed(strings, embedded(strings));
    return targets || other === undefined ? parsed : inOtherLanguage(parsed, other);
  },
};
