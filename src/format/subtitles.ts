import {decodeNamedCharacterReference} from 'decode-named-character-reference';
import {type Format, FormatError, inOtherLanguage, type Parsed} from './format.ts';
import {ProseBuilder} from './prose-builder.ts';

const TIMES = /^\s{0,20}(?:\d{1,4}:)?\d{1,2}:\d{1,2}[,.]\d{1,4}\s{0,20}-->\s{0,20}(?:\d{1,4}:)?\d{1,2}:\d{1,2}[,.]\d{1,4}/;
/** Tags, styles and, in WebVTT, references. */
const MARK = /<(\/?)[a-z\d][^<>\n]{0,300}>|\{\\[^{}\n]{0,300}\}|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/gi;
/** The sentence ends with the cue. */
const FINISHED = /[.!?…:♪][)\]"”’'»]{0,3}$/;
/** Another speaker, or a sound; behind the marks of the line. */
const SPEAKER = /^(?:[-–—♪]|\[|>>)/;
/** A line that goes on the one before, though it begins with a dash: `hard`, `-won`; `I came`, `– and left`. In a cue whose first line has a dash, too, people talk by turns. */
const GOES_ON = /^[-–—]\s{0,9}\p{Ll}/u;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of source.matchAll(/\r\n|\n|\r|$/g)) {
    lines.push({start, end: match.index, text: source.slice(start, match.index)});
    start = match.index + match[0].length;
  }
  return lines;
}

function read(source: string, vtt: boolean): Parsed {
  const builder = new ProseBuilder(source, (text) => (vtt ? text.replace(/&(?=#|[a-z])/gi, '&amp;').replaceAll('<', '&lt;') : text));
  const lines = linesOf(source);
  if (vtt && !/^WEBVTT(?:\s|$)/.test(lines[0]?.text ?? '')) throw new FormatError('Line 1: this is no WebVTT: it does not begin with `WEBVTT`. Export the file again, or lint it with --as srt.');
  const header = vtt ? lines.slice(0, lines.findIndex(({text}) => !text.trim())) : [];
  const language = header.map(({text}) => /^Language:\s*([\w-]{2,35})/.exec(text)?.[1]).find(Boolean);
  if (language && !/^en(?:[-_]|$)/i.test(language)) return inOtherLanguage(builder.finish(), language);
  let cues = 0;
  /** The end of what the open sentence has so far. */
  let last = 0;
  let tail = '';
  let depth = 0;
  /** Notes before the next cue. */
  let notes: [start: number, end: number, text: string][] = [];
  const writeNotes = (next?: [start: number, end: number]) => {
    for (const [start, end, text] of notes) builder.comment(start, end, text, next);
    notes = [];
  };
  /** Whether the cue's first line begins with a dash. */
  let dashed = false;
  const writeLine = ({start, end, text}: Line, first: boolean) => {
    const shown = text.replace(MARK, (mark) => (mark.startsWith('&') ? mark : '')).trim();
    if (first) dashed = SPEAKER.test(shown);
    if (builder.hasText && (FINISHED.test(tail) || (SPEAKER.test(shown) && (dashed || !GOES_ON.test(shown))))) builder.boundary();
    else if (builder.hasText) builder.fixed(' ', last, start);
    let at = 0;
    for (const match of text.matchAll(MARK)) {
      const reference = match[0].startsWith('&');
      if (reference && !vtt) continue;
      builder.verbatim(start + at, start + match.index);
      const markEnd = match.index + match[0].length;
      if (reference) builder.atom(characterOf(match[0]), start + match.index, start + markEnd);
      else if (match[1]) {
        if (depth) builder.close(start + markEnd);
        depth = Math.max(0, depth - 1);
      } else if (match[0].startsWith('<') && !/^<\d/.test(match[0])) {
        builder.open();
        depth++;
      }
      at = markEnd;
    }
    builder.verbatim(start + at, end);
    last = end;
    tail = shown;
  };
  for (let i = vtt ? 1 : 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.text.trim()) continue;
    if (TIMES.test(line.text)) {
      cues++;
      if (notes.length) {
        let end = i;
        while (lines[end + 1]?.text.trim()) end++;
        writeNotes([line.start, lines[end]!.end]);
      }
      continue;
    }
    // What stands before the times is the cue's number or name.
    if (lines[i + 1] && TIMES.test(lines[i + 1]!.text) && !lines[i - 1]?.text.trim()) continue;
    if (vtt && /^(?:NOTE|STYLE|REGION)\b/.test(line.text) && !lines[i - 1]?.text.trim()) {
      const first = i;
      while (lines[i + 1]?.text.trim()) i++;
      if (line.text.startsWith('NOTE')) notes.push([line.start, lines[i]!.end, source.slice(line.start + 4, lines[i]!.end)]);
      else if (first === i && !line.text.trim()) break;
      continue;
    }
    if (cues) writeLine(line, TIMES.test(lines[i - 1]!.text));
  }
  if (!cues && source.trim() && !vtt) throw new FormatError('There is no cue with times such as `00:00:01,000 --> 00:00:03,000`: this is no SubRip file. Export it again, or lint it with --as text.');
  writeNotes();
  return builder.finish();
}

function characterOf(reference: string): string {
  const number = /^&#(x?)([\da-f]+);$/i.exec(reference);
  if (!number) return decodeNamedCharacterReference(reference.slice(1, -1)) || reference;
  const code = Number.parseInt(number[2]!, number[1] ? 16 : 10);
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
}

/** SubRip. Sentences go on from cue to cue; times, numbers and line breaks stay. */
export const srt: Format = {id: 'srt', parse: (source) => read(source, false)};
/** WebVTT. */
export const vtt: Format = {id: 'vtt', parse: (source) => read(source, true)};
