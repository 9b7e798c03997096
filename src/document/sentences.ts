import {isAbbreviation, MONTHS} from './english.ts';
import type {Sentence, Token} from './token.ts';

const TERMINAL = new Set(['.', '!', '?', '…', '。', '！', '？', '‽']);
const CLOSING = new Set(['"', '”', '’', "'", '»', ')', ']', '“', '›', '』', '」']);
const HARD_WRAP = 60;

/** Words that begin a sentence rather than go on after an abbreviation. */
const OPENERS = /^(?:The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|These|There|When|While|If|As|After|For|His|Her|Its|Their|Our|My|Some|No|Not|You|What|Who|How|Why|Both|Each|One|Two|Since|Under|From|To|With|By)$/;

/** Is the full stop `tokens[i]` part of an abbreviation, an initial or a date, so that no sentence ends there? */
function inAbbreviation(tokens: readonly Token[], i: number): boolean {
  const stop = tokens[i]!;
  const before = tokens[i - 1];
  if (!before || stop.spaced || before.end !== stop.start) return false;
  const after = tokens[i + 1];
  if (before.kind === 'word') {
    const {folded, shape} = before.word;
    // "No." and "Art." are abbreviations before a number, "Me" before a name.
    if (/^(?:no|nos|art|mar|sat|sun|fig|figs|p|pp|vol|me|mm)$/.test(folded)) return after?.kind === 'number' || /^(?:Art|Mar|Fig|Vol|Me|MM)$/.test(before.text);
    const kind = isAbbreviation(folded);
    if (kind === 'never-ends') return before.text.length > 1 || shape !== 'upper' || after?.kind !== 'word' || after.word.shape !== 'lower';
    // "Acme Inc. said", "Acme Inc. CEO Smith", but "Acme Inc. The firm"
    return kind === 'may-end' && after?.kind === 'word' && !OPENERS.test(after.text);
  }
  // "the 14. June": an ordinal of another language.
  return before.kind === 'number' && /^\d{1,2}$/.test(before.text) && after?.kind === 'word' && MONTHS.has(after.word.folded);
}

/** May `tokens[i]` begin a sentence after a full stop? */
function begins(tokens: readonly Token[], i: number): boolean {
  let t = tokens[i];
  for (let k = i; t && t.kind === 'punctuation' && k < i + 3; t = tokens[++k]);
  if (!t) return true;
  if (t.kind === 'word' || t.kind === 'mixed') return !/^\p{Ll}/u.test(t.text);
  return t.kind === 'number' || t.kind === 'opaque' || t.kind === 'symbol' || t.kind === 'markup' || t.kind === 'punctuation';
}

/** Whether a line ends in the space between two tokens. */
function breaksLine(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true;
  return false;
}

/** Splits the last segment of the tokens, from token `first` on, into sentences, puts these behind others and sets `Token.sentence`. Linear. */
export function split(text: string, tokens: readonly Token[], from: number, sentences: Sentence[]): void {
  let first = from;
  const close = (last: number) => {
    if (last < first) return;
    const index = sentences.length;
    for (let k = first; k <= last; k++) tokens[k]!.sentence = index;
    sentences.push({index, first, last, start: tokens[first]!.start, end: tokens[last]!.end, segment: tokens[first]!.segment, title: undefined});
    first = last + 1;
  };
  let lineStart = from;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    if (!next) {
      close(i);
      break;
    }
    // A line that ends early or with a full stop is a line of its own, not a wrapped one.
    if (next.spaced && breaksLine(text, token.end, next.start)) {
      const length = token.end - tokens[lineStart]!.start;
      lineStart = i + 1;
      if ((length < HARD_WRAP && begins(tokens, i + 1)) || TERMINAL.has(token.text) || CLOSING.has(token.text)) {
        close(i);
        continue;
      }
    }
    const initialism = token.kind === 'word' && token.text.endsWith('.');
    if (!initialism && (token.kind === 'word' || (!TERMINAL.has(token.text) && !/^\.{2,}$/.test(token.text)))) continue;
    if (initialism) {
      if (next.spaced && next.kind === 'word' && next.word.shape === 'capital' && OPENERS.test(next.text)) close(i);
      continue;
    }
    if (token.text === '.' && inAbbreviation(tokens, i)) continue;
    let last = i;
    while (tokens[last + 1] && !tokens[last + 1]!.spaced && CLOSING.has(tokens[last + 1]!.text)) last++;
    const after = tokens[last + 1];
    if (!after) continue;
    if (after.spaced) {
      // A closing quotation mark set off by a space (French) still belongs to the sentence before.
      if (/^[»”]$/.test(after.text)) last++;
      if (begins(tokens, last + 1)) {
        close(last);
        i = last;
      }
    } else if (token.text === '.' && after.kind === 'word' && after.word.shape === 'capital' && i > from && tokens[i - 1]!.kind === 'word' && tokens[i - 1]!.text.length > 1 && tokens[i - 1]!.word.shape === 'lower') {
      // "zone.In": the space was lost.
      close(last);
      i = last;
    }
  }
}
