import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';

/** A stretch of an annotated article that an editor would change; UTF-16 offsets, equal where something is missing. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A mark with what an editor would put there. */
export interface Repair extends Mark {
  readonly fixes: readonly string[];
}

/** Reads an annotated article (`.gold`, `[[text||replacements||category]]`): its text and its marks. */
export function readGold(raw: string): {text: string; marks: Repair[]} {
  let text = '';
  let last = 0;
  const marks: Repair[] = [];
  for (const match of raw.matchAll(/\[\[([\s\S]*?)\|\|([\s\S]*?)\|\|[a-z-]+\]\]/g)) {
    text += raw.slice(last, match.index);
    marks.push({start: text.length, end: text.length + match[1]!.length, fixes: match[2]!.split('|')});
    text += match[1]!;
    last = match.index + match[0].length;
  }
  return {text: text + raw.slice(last), marks};
}

/** The text of an annotated article as its editor left it: the first of each mark's replacements ("?" before one that is not certain). */
export const correctedOf = ({text, marks}: {readonly text: string; readonly marks: readonly Repair[]}): string => marks.reduceRight((whole, {start, end, fixes}) => whole.slice(0, start) + fixes[0]!.replace('?', '') + whole.slice(end), text);

/** Whether a finding is on a mark; an insertion touches what stands beside it. */
export const touches = (finding: Mark, mark: Mark): boolean => (mark.start === mark.end || finding.start === finding.end ? finding.start <= mark.end && mark.start <= finding.end : finding.start < mark.end && finding.end > mark.start);

/** A text of a fit that tells engines from people: sound news, an annotated machine-translated article, or the same as its editor corrected it. */
export interface FitText {
  readonly kind: 'news' | 'corrected' | 'machine';
  readonly text: string;
}

/** The texts that `--sound FOLDER --machine GOLD…` names: `.txt` in FOLDER, one a document; GOLD are `.gold` files, or folders of them. Throws without either. */
export function fitTexts(): FitText[] {
  const {values: {sound, machine}} = parseArgs({options: {sound: {type: 'string'}, machine: {type: 'string', multiple: true}}});
  if (!sound || !machine) throw new Error('Give --sound FOLDER and --machine GOLD.');
  const read = (folder: string, ending: string) => readdirSync(folder).filter((f) => f.endsWith(ending)).sort().map((f) => path.join(folder, f));
  const articles = machine.flatMap((f) => (statSync(f).isDirectory() ? read(f, '.gold') : [f])).map((file) => readGold(readFileSync(file, 'utf8')));
  return [
    ...read(sound, '.txt').map((file): FitText => ({kind: 'news', text: readFileSync(file, 'utf8')})),
    ...articles.map((article): FitText => ({kind: 'corrected', text: correctedOf(article)})),
    ...articles.map(({text}): FitText => ({kind: 'machine', text})),
  ];
}
