import {detached} from './detached.ts';
import type {Prose} from './prose.ts';
import type {Token, TokenKind} from './token.ts';
import {wordOf} from './word.ts';

enum C {Other = 0, Space = 1, Letter = 2, Digit = 3, Mark = 4, Punctuation = 5, Symbol = 6}
const LETTER = /\p{L}/u;
const MARK = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u;
const DIGIT = /\p{Nd}/u;
const SPACE = /\s/u;
const SYMBOL = /[\p{S}\p{Co}\p{Cn}\p{Cc}\p{Cs}\p{No}\p{Nl}]/u;

function classify(code: number): C {
  const text = String.fromCodePoint(code);
  if (MARK.test(text)) return C.Mark;
  if (SPACE.test(text)) return C.Space;
  if (LETTER.test(text)) return C.Letter;
  if (DIGIT.test(text)) return C.Digit;
  if (SYMBOL.test(text)) return C.Symbol;
  return C.Punctuation;
}
/** Classes of the commonest characters, each asked once; {@link UNASKED} before that. */
const UNASKED = 0xff;
const table = new Uint8Array(0x2100).fill(UNASKED);
// What nearly every text has, so that V8 need not make the patterns ready.
for (const [first, last, kind] of [['0', '9', C.Digit], ['A', 'Z', C.Letter], ['a', 'z', C.Letter], ['À', 'Ö', C.Letter], ['Ø', 'ö', C.Letter], ['ø', 'ʯ', C.Letter], ['‐', '‧', C.Punctuation]] as const) {
  table.fill(kind, first.charCodeAt(0), last.charCodeAt(0) + 1);
}
for (const [all, kind] of [[' \n\t\r', C.Space], ['!"#%&\'()*,-./:;?@[\\]_{}', C.Punctuation], ['$+<=>^`|~', C.Symbol]] as const) for (const c of all) table[c.charCodeAt(0)] = kind;

function classAt(text: string, at: number): C {
  const unit = text.charCodeAt(at);
  if (unit >= table.length) return classify(text.codePointAt(at)!);
  const known = table[unit]!;
  return known === UNASKED ? (table[unit] = classify(unit)) : known;
}
const width = (text: string, at: number) => ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1);

const URL = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"“”«»]{1,2000}/iy;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/y;
const HANDLE = /[@#][\p{L}_][\p{L}\p{N}_]{1,60}/uy;
const DOMAIN = /[\w-]{1,64}(?:\.[a-z0-9-]{1,64}){0,5}\.(?:com|org|net|edu|gov|info|io|tv|eu|uk|de|fr|es|ru|ua|pl|nl|br|cn|jp|kr|ai|dev|app|html?|php|js|mjs|ts|json|md|txt|pdf|docx?|xlsx?|jpe?g|png|gif|svg|zip|exe|py|sh|ya?ml|csv|xml)(?![\p{L}\p{N}])(?:\/[^\s<>"“”«»]{0,2000})?/uy;
/** "docs/rules/README.rst": two slashes and an ending; "lib/names.c": one and an ending that programs have; "po/*", "src/lib/a/b"; "and/or" is none. */
const PATH = /(?:[\w.-]{1,64}\/){2,20}[\w-]{1,64}\.[a-z][a-z0-9]{0,11}(?![\p{L}\p{N}])|(?:[\w.-]{1,64}\/){1,20}(?:[\w*?-]{0,64}\*|[\w-]{1,64}(?:\.[\w-]{1,64}){0,3}\.(?:c|cc|cpp|h|hpp|java|pl|pm|po|rb|rs|go|cmake|conf|cfg|ini|lua|sql|tex|sh|py|js|mjs|ts|css|html?|json|md|txt|xml|ya?ml))(?![\p{L}\p{N}])|(?:[\w.@-]{1,64}\/){3,20}[\w.@-]{1,64}/uy;
/** "run_all_tests.cc", "s.trimLines", "toString()", "addFormat(": a name that a program has, with what calls it. */
const IDENTIFIER = /[\w-]{2,64}\.(?:c|cc|cpp|h|hpp|java|pm|po|rb|rs|cfg|conf|css|cmake)(?![\p{L}\p{N}])|[\p{L}\d]{1,64}(?:_[\p{L}\d]{1,64}){1,20}(?:\.[\w]{1,20}){0,5}(?:\(\))?|(?:[A-Za-z$][\w$]{0,64}\.){1,10}[a-z]{1,40}[A-Z][\w$]{0,64}(?:\(\))?|(?:[A-Za-z$][\w$]{0,64}\.){0,10}[a-z][\w$]{0,64}\(\)|[a-z]{1,40}[A-Z][A-Za-z\d$]{0,64}(?=[([]\S)|[a-z]{1,40}[A-Z][A-Za-z\d$]{0,64}(?=\( )/uy;
const CODE = /`[^`\n]{1,500}`/y;
const MARKUP = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});|<!--[^<>]{0,500}-->|<\/?[a-z][a-z\d]{0,20}(?:\s[^<>]{0,500})?\s?\/?>/iy;
const INITIALISM = /(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])|(?:Ph|B|M)\.(?:D|A|Sc)\.(?!\p{L})/uy;
const TRAILING = /[.,;:!?)\]}'’]+$/;

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Signs that a chunk of non-space characters may hold what is opaque, one bit each; a colon before a slash, a full stop inside. */
const COLON = 1;
const STOP = 2;
const STOP_BEFORE_LETTER = 4;
const SLASH = 8;
const AT = 16;
const OTHERS = 32;
/** An underscore or an opening bracket inside. */
const NAME = 64;

/** Where the chunk of non-space characters from `at` ends, and its signs. */
function chunk(text: string, at: number): {end: number; signs: number} {
  let end = at;
  let signs = 0;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit <= 32 || (unit >= 0x80 && classAt(text, end) === C.Space)) break;
    if (unit === 46) {
      const next = text.charCodeAt(end + 1);
      if (next >= 97 && next <= 122) signs |= STOP | STOP_BEFORE_LETTER;
      else if (next > 32 && next !== 0x201d && next !== 0x2019) signs |= STOP;
    } else if (unit === 58) {
      if (text.charCodeAt(end + 1) === 47) signs |= COLON;
    } else if (unit === 47) signs |= SLASH;
    else if (unit === 64) signs |= AT;
    // _ ( [
    else if ((unit === 95 || unit === 40 || unit === 91) && end > at) signs |= NAME;
    // # ` & <
    else if (unit === 35 || unit === 96 || unit === 38 || unit === 60) signs |= OTHERS;
  }
  return {end, signs};
}

/** What is opaque at the beginning of a word, by the signs of its chunk. */
function opaqueAt(text: string, at: number, signs: number): string | undefined {
  const unit = text.charCodeAt(at);
  return (
    (signs & (COLON | STOP) ? sticky(URL, text, at) : undefined) ??
    (signs & AT ? sticky(EMAIL, text, at) : undefined) ??
    (unit === 64 || unit === 35 ? sticky(HANDLE, text, at) : undefined) ??
    (signs & SLASH ? sticky(PATH, text, at) : undefined) ??
    (signs & STOP_BEFORE_LETTER ? sticky(DOMAIN, text, at) : undefined) ??
    (signs & (NAME | STOP_BEFORE_LETTER) ? sticky(IDENTIFIER, text, at) : undefined)
  );
}

/** Where figures from `at` on end: digits with single marks between them. */
function endOfNumber(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (classAt(text, end) === C.Digit) end += width(text, end);
    const unit = text.charCodeAt(end);
    // . , : ' ’ /
    if (!(unit === 46 || unit === 44 || unit === 58 || unit === 39 || unit === 0x2019 || unit === 47) || classAt(text, end + 1) !== C.Digit) return end;
    end++;
  }
}

/**
 * Cuts a segment of prose into tokens in one pass and puts them behind others; white space makes none. The time is linear in the length of the segment.
 * `hole` is the first of the opaque stretches that ends behind the start of the segment. Sentences are assigned later.
 */
export function scan(prose: Prose, segment: number, hole: number, tokens: Token[]): void {
  const {text} = prose;
  const opaque = prose.opaque ?? [];
  const {start, end: stop} = prose.segments[segment]!;
  let at = start;
  let chunkEnd = at;
  let signs = 0;
  let spaced = true;
  const push = (kind: TokenKind, end: number) => {
    const piece = text.slice(at, end);
    const word = wordOf(kind === 'word' ? piece : '');
    tokens.push({index: tokens.length, kind, start: at, end, text: kind === 'word' ? word.text : piece.length > 12 ? detached(piece) : piece, word, spaced, segment, sentence: 0});
    at = end;
    spaced = false;
  };
  while (at < stop) {
    while (hole < opaque.length && opaque[hole]![1] <= at) hole++;
    const next = opaque[hole];
    if (next && next[0] <= at && next[1] > at) {
      push('opaque', Math.min(next[1], stop));
      continue;
    }
    const kind = classAt(text, at);
    if (kind === C.Space) {
      spaced = true;
      at += width(text, at);
      continue;
    }
    if (at >= chunkEnd) ({end: chunkEnd, signs} = chunk(text, at));
    if (signs) {
      const unit = text.charCodeAt(at);
      if (unit === 96) {
        const code = sticky(CODE, text, at);
        if (code) {
          push('opaque', at + code.length);
          continue;
        }
      } else if (unit === 38 || unit === 60) {
        const markup = sticky(MARKUP, text, at);
        if (markup) {
          push('markup', at + markup.length);
          continue;
        }
      } else if (kind === C.Letter || kind === C.Digit || unit === 64 || unit === 35) {
        const previous = at > start ? classAt(text, at - 1) : C.Space;
        if (previous !== C.Letter && previous !== C.Digit) {
          const found = opaqueAt(text, at, signs);
          if (found) {
            push('opaque', Math.min(at + found.replace(TRAILING, '').length, stop));
            continue;
          }
          const initials = signs & STOP && kind === C.Letter ? sticky(INITIALISM, text, at) : undefined;
          if (initials) {
            push('word', at + initials.length);
            continue;
          }
        }
      }
    }
    if (kind === C.Letter) {
      let end = at;
      let digits = false;
      while (end < stop) {
        const c = classAt(text, end);
        if (c === C.Letter || c === C.Mark) end += width(text, end);
        else if (c === C.Digit) {
          digits = true;
          end += width(text, end);
        } else {
          const unit = text.charCodeAt(end);
          // An apostrophe between letters belongs to the word.
          if ((unit === 39 || unit === 0x2019) && end + 1 < stop && classAt(text, end + 1) === C.Letter) end++;
          else break;
        }
      }
      push(digits ? 'mixed' : 'word', end);
    } else if (kind === C.Digit) {
      let end = Math.min(stop, endOfNumber(text, at));
      while (end < stop) {
        const c = classAt(text, end);
        if (c === C.Letter || c === C.Digit || c === C.Mark) end += width(text, end);
        else break;
      }
      push('number', end);
    } else if (kind === C.Mark) {
      push('symbol', at + width(text, at));
    } else {
      let end = at + width(text, at);
      if (text.charCodeAt(at) === 46) while (end < stop && text.charCodeAt(end) === 46) end++;
      push(kind === C.Punctuation ? 'punctuation' : 'symbol', end);
    }
  }
}
