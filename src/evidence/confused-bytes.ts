/**
 * Bytes of one single-byte encoding read as another: "donÕt" is MacRoman read as Windows, "Gdañsk" the Polish Windows read as the western one.
 * Unlike UTF-8 these leave no trace in themselves; a word counts as damaged when it is none as it stands, and one as it should be.
 */
import {cp437, windows1252} from './mojibake.ts';

interface Confusion {
  /** What stands there, and what should, by character. */
  readonly read: ReadonlyMap<string, string>;
  /** Whether letters of another script come out. */
  readonly foreign: boolean;
}

/** Encodings in which a byte was written, and as which it was read. */
const CONFUSED: readonly (readonly [written: string, readAs: string])[] = [
  ['windows-1250', 'windows-1252'], ['windows-1254', 'windows-1252'], ['macintosh', 'windows-1252'], ['windows-1252', 'macintosh'], ['cp437', 'windows-1252'], ['windows-1252', 'cp437'],
  ['windows-1252', 'windows-1251'], ['windows-1251', 'windows-1252'],
];

let confusions: readonly Confusion[] | undefined;
function allConfusions(): readonly Confusion[] {
  if (confusions) return confusions;
  const high = Uint8Array.from({length: 128}, (_, i) => 128 + i);
  const charsOf = (name: string): string[] => {
    if (name === 'cp437') return [...cp437];
    // TextDecoder of some Node versions reads windows-1252 as Latin-1.
    return name === 'windows-1252' ? [...high].map((byte) => (byte < 0xa0 ? windows1252(byte) : String.fromCharCode(byte))) : [...new TextDecoder(name).decode(high)];
  };
  return (confusions = CONFUSED.map(([written, readAs]) => {
    const from = charsOf(readAs);
    const to = charsOf(written);
    return {read: new Map(from.flatMap((c, i) => (c === to[i] ? [] : [[c, to[i]!] as const]))), foreign: written === 'windows-1251'};
  }));
}

/** What stands for an apostrophe: MacRoman read as Windows, the reverse, and Windows read as DOS. */
const APOSTROPHES = /^([A-Za-z]{1,30})[ÕíÆ](s|t|re|ve|ll|d|m)$/;
const NOT = /^(?:do|did|does|is|was|were|are|ca|wo|would|could|should|must|has|have|had|need|might|ai)n$/i;
const OTHER = /[^\0-\x7f]/;
const LETTERS = /^\p{L}+$/u;

/** Letters that a word of another script has at least to be known by them alone. */
const MIN_FOREIGN = 5;
const ODD_CASE = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u;

/** What is known of words, in lower case. */
export interface Words {
  /** Whether a word exists somewhere, as it is written. */
  exists(word: string): boolean;
  /** Whether English texts have it, as it is written. */
  attested(word: string): boolean;
  /** The same without its accents. */
  attestedPlain(word: string): boolean;
}

/** What a damaged word should be; undefined for one that is sound or that nobody can tell. */
export function unconfused(word: string, words: Words): string | undefined {
  if (!OTHER.test(word)) return undefined;
  const lower = word.toLowerCase();
  const contraction = APOSTROPHES.exec(word);
  if (contraction) {
    const [, base = '', ending = ''] = contraction;
    return (ending === 't' ? NOT.test(base) : words.attested(base.toLowerCase()) && base.length > 1) && !words.exists(lower) && !(ending !== 't' && words.attestedPlain(lower)) ? `${base}’${ending}` : undefined;
  }
  // What no word looks like is no proof of one, whatever a list may say: "MŸnchen", "Ïðåçèäåíò".
  const odd = ODD_CASE.test(word) || (word.length >= MIN_FOREIGN && /^[\u00c0-\u00ff]+$/.test(word));
  if (word.length < 4 || (odd ? words.attested(lower) : words.exists(lower))) return undefined;
  // Accents that a word may have, too, and letters that only some languages have.
  const plain = LETTERS.test(word) && words.attestedPlain(lower);
  for (const {read, foreign} of allConfusions()) {
    let out = '';
    let changed = 0;
    for (const c of word) {
      const put = read.get(c);
      if (put !== undefined) changed++;
      out += put ?? c;
    }
    // Another script comes out of whole words only, and no word of ours has so many letters with accents and no other.
    if (!changed || !LETTERS.test(out) || (foreign && (changed < word.length || word.length < MIN_FOREIGN)) || ODD_CASE.test(out)) continue;
    const put = out.toLowerCase();
    if (foreign || words.attested(put) || (!plain && words.attestedPlain(put))) return out;
  }
  return undefined;
}

/** What stands for quotation marks in the three ways in which {@link APOSTROPHES} are damaged. */
const QUOTES = /^(?:([Òìô])([A-Za-z]{2,30})|([A-Za-z]{2,30})([Óîö]))$/;

/** A word with a quotation mark that became a letter; for texts in which apostrophes did. */
export function unquoted(word: string, words: Words): string | undefined {
  const [, open, opened = '', closed = '', close] = QUOTES.exec(word) ?? [];
  const inside = opened || closed;
  if (!inside || !words.attested(inside.toLowerCase()) || words.exists(word.toLowerCase())) return undefined;
  return open ? `“${opened}` : close ? `${closed}”` : undefined;
}

/** Whether apostrophes of a text became letters. */
export const lostApostrophes = (text: string): boolean => /\b(?:do|did|does|is|was|wo|ca|would|could|has|have)n[ÕíÆ]t\b|\bcan[ÕíÆ]t\b|\bwon[ÕíÆ]t\b|\b(?:it|that|he|she)[ÕíÆ]s\b/i.test(text);
