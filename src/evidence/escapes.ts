/** Escapes of programs, mails, addresses and web pages that were taken for text: where, and what they stand for. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference';
import {windows1252} from './mojibake.ts';

export interface Escape {
  /** UTF-16 offsets into the text that was given. */
  readonly start: number;
  readonly end: number;
  readonly put: string;
  readonly confidence: number;
  /** HTML; what comes from a program, a mail or an address; a question mark for a character that was lost. */
  readonly kind: 'markup' | 'escape' | 'lost';
}

/** Names of references that stand in prose, for those that lost a part. */
const NAMES = 'sbquo|bdquo|[lr]saquo|thinsp|ensp|emsp|trade|[sSzZ]caron|oelig|OElig|Yuml|nbsp|quot|amp|apos|[lr][sd]quo|[nm]dash|hellip|euro|pound|[lr]aquo|bull|middot|[aeiouAEIOU](?:acute|grave|circ|uml)|[yY]acute|[anoANO]tilde|[aA]ring|[cC]cedil|szlig|oslash|Oslash|aelig|AElig';

/** The character of a reference without its `&` and `;`: "rsquo", "#8217", "#x2019"; undefined for none. No-break spaces become spaces, what nobody sees nothing. */
export function referenceOf(body: string): string | undefined {
  const numeric = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(body);
  let found: string | undefined;
  if (numeric) {
    const code = Number.parseInt(numeric[1] ?? numeric[2]!, numeric[1] ? 16 : 10);
    // Numeric references of 128 to 159 mean Windows-1252, as in browsers.
    if (code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)) found = code >= 0x80 && code <= 0x9f ? windows1252(code) : String.fromCodePoint(code);
  } else found = decodeNamedCharacterReference(body) || decodeNamedCharacterReference(body.toLowerCase()) || undefined;
  return found === '\u00a0' ? ' ' : found === '\u00ad' || found === '\u200b' ? '' : found;
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

/** Bytes as two hexadecimal digits each, in UTF-8 or else in Windows-1252; undefined where no text comes of them. */
function fromHex(digits: string): string | undefined {
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    text = [...bytes].map((byte) => (byte >= 0x80 && byte <= 0x9f ? windows1252(byte) : String.fromCharCode(byte))).join('');
  }
  return /^[\u0020-\u007e\u00a0-\u024f\u2010-\u203a\u20ac\u0400-\u04ff]+$/.test(text) ? text.replaceAll('\u00a0', ' ') : undefined;
}

/** What UTF-7 writes between `+` and `-`: UTF-16 in base 64. */
function fromUtf7(base64: string): string | undefined {
  const bytes = atob(base64);
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  return /^[\u00a1-\u024f\u2010-\u203a\u20ac]+$/.test(text) ? text : undefined;
}

interface Kind {
  /** A text without any of these has none. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  readonly put: (m: RegExpExecArray) => string | undefined;
  readonly confidence: number;
  readonly kind?: Escape['kind'];
}
const KINDS: readonly Kind[] = [
  // "&amp;rsquo;", "&amp;amp;amp;": escaped again and again
  {signs: ['&'], pattern: /&(?:amp;){1,6}(#x?[\da-f]{1,6}|[a-z][a-z\d]{1,20});/gi, put: (m) => referenceOf(m[1]!), confidence: 0.99, kind: 'markup'},
  // "& Scaron ;": a space before the semicolon is no accident
  {signs: [' ;'], pattern: /& ?([a-z][a-z\d]{1,9}) ;/gi, put: (m) => referenceOf(m[1]!), confidence: 0.97, kind: 'markup'},
  // "& amp;", "& # 39;"
  {signs: ['&'], pattern: new RegExp(`&(?: (?:(${NAMES})|(# ?\\d{2,5}))|(# \\d{2,5}))(?: ?);`, 'gi'), put: (m) => referenceOf((m[1] ?? m[2] ?? m[3]!).replace(' ', '')), confidence: 0.97, kind: 'markup'},
  // "&nbsp until", "&#8217s", "&oacutew"
  {signs: ['&'], pattern: new RegExp(`&(?:(#\\d{2,5})(?![\\d;])|(${NAMES})(?![\\w;=]))`, 'g'), put: (m) => referenceOf(m[1] ?? m[2]!), confidence: 0.95, kind: 'markup'},
  {signs: ['&'], pattern: /(?<=\p{L})&([aeioun](?:acute|grave|circ|uml|tilde)|ccedil|szlig)(?=\p{L})/giu, put: (m) => referenceOf(m[1]!), confidence: 0.95, kind: 'markup'},
  // "club#8217;s", "roadnbsp;was"
  {signs: ['#'], pattern: /(?<![&#\w]|& )#(39|34|160|8\d{3});|(?<=\p{L})#(39|34|160|8\d{3});/gu, put: (m) => referenceOf(`#${m[1] ?? m[2]!}`), confidence: 0.95, kind: 'markup'},
  {signs: ['nbsp;', 'quo;', 'dash;', 'hellip;'], pattern: /(?<![&#\d]|& )(nbsp|[lr][sd]quo|[nm]dash|hellip);/g, put: (m) => referenceOf(m[1]!), confidence: 0.95, kind: 'markup'},
  // "&lt;b&gt;"
  {signs: ['&lt;', '&LT;'], pattern: /&lt;\/?(?:a|b|br|div|em|i|img|li|p|span|strong|u|ul)(?: [^<>&]{0,200})?\/?&gt;/gi, put: () => '', confidence: 0.99, kind: 'markup'},
  // Addresses: "road%20was", "caf%C3%A9"
  {signs: ['%'], pattern: /(?<=[\p{L}.,;:!?])(?:%(?:2[0278C]|C[2-5]%[89AB][\dA-F]|E2%8[0-2]%[89AB][\dA-F])){1,12}/gu, put: (m) => fromHex(m[0].replaceAll('%', '')), confidence: 0.95},
  // Mail: "minister=E2=80=99s", "caf=E9"
  {signs: ['='], pattern: /(?<=\p{L}{2}| )(?:=[89A-F][\dA-F]){1,8}/gu, put: (m) => fromHex(m[0].replaceAll('=', '')), confidence: 0.95},
  {signs: ['+'], pattern: /\+((?:[A-Za-z\d+/]{3}|[A-Za-z\d+/]{6}|[A-Za-z\d+/]{8}))-/g, put: (m) => fromUtf7(m[1]!), confidence: 0.9},
  // Programs: "\u2019", "\xe9", "\'", "\n"
  {signs: ['\\u', '\\U'], pattern: /\\u([\da-f]{4})/gi, put: (m) => (/^(?:d[89ab]|00[01])/i.test(m[1]!) ? undefined : String.fromCharCode(Number.parseInt(m[1]!, 16))), confidence: 0.95},
  {signs: ['\\x', '\\X'], pattern: /(?:\\x[89a-f][\da-f]){1,8}/gi, put: (m) => fromHex(m[0].replaceAll(/\\x/gi, '')), confidence: 0.95},
  {signs: ['\\'], pattern: /(?<=[\p{L}.,!? ]|^)\\(['"’”“])/gu, put: (m) => m[1]!, confidence: 0.95},
  {signs: ['\\n'], pattern: /(?<=[.!?”"'’])(?:\\r)?(?:\\n){1,4}(?=[ \p{Lu}“"]|$)/gu, put: (m) => (m.index + m[0].length < m.input.length && !/\s/.test(m.input[m.index + m[0].length]!) ? ' ' : ''), confidence: 0.93},
  // "don?t", "the mayor?s car"
  {signs: ['?t', '?s ', '?re ', '?ve ', '?ll ', '?T', '?S '], pattern: /(?<=\b(?:do|did|does|is|was|were|are|ca|wo|would|could|should|has|have|had)n|\bca|\bwo)\?(?=t\b)|(?<=\p{Ll}{3}|\b(?:it|he|we))\?(?=(?:s|re|ve|ll) \p{Ll})/giu, put: () => '’', confidence: 0.9, kind: 'lost'},
  // "< / b >", cut into words
  {signs: ['<'], pattern: /<(?: ?\/? (b|i|u|a|p|br|em|strong|span|div|li|ul|h[1-6]) ?\/? ?| ?\/ ?(b|i|u|a|p|em|strong|span|div|li|ul|h[1-6]) )>/gi, put: spacedTag, confidence: 0.9, kind: 'markup'},
];

/** Marks of which each sign has one. */
const MARKS = /[&#%=\\+;?<]/g;
const MARK_OF = KINDS.map(({signs}) => signs[0]!.match(MARKS)![0]);

/** Nothing for a tag that was cut into words; one of a single letter counts only beside its partner, since `a < b > c` is sound. */
function spacedTag(m: RegExpExecArray): string | undefined {
  const name = (m[1] ?? m[2]!).toLowerCase();
  if (name.length > 1) return '';
  const around = m.input.slice(Math.max(0, m.index - NEAR), m.index + NEAR).toLowerCase().replaceAll(' ', '');
  return around.includes(`</${name}>`) ? '' : undefined;
}
/** How far away the partner of a tag is looked for, in UTF-16 code units. */
const NEAR = 400;

/** Escapes in a text, in order; of those that overlap, the first and longest. */
export function escapesIn(text: string): Escape[] {
  const marks = new Set(text.match(MARKS));
  if (!marks.size) return [];
  const found: Escape[] = [];
  for (const [i, {signs, pattern, put, confidence, kind = 'escape'}] of KINDS.entries()) {
    if (!marks.has(MARK_OF[i]!) || !signs.some((sign) => text.includes(sign))) continue;
    for (const m of text.matchAll(pattern)) {
      const decoded = put(m);
      if (decoded !== undefined) found.push({start: m.index, end: m.index + m[0].length, put: decoded, confidence, kind});
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return found.filter((one) => one.start >= end && (end = one.end) > 0);
}
