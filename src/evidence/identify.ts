import {francAll} from 'franc-min';

export interface Identified {
  /** ISO 639-1 where the language has such a code, else ISO 639-3. */
  readonly language: string;
  /** How far it leads English, 0 (as likely) to 1; by franc's distances of letter triples. */
  readonly lead: number;
}

/** Shorter stretches have too few letter triples. In UTF-16 code units. */
export const MIN_LENGTH = 20;
const MAX_LENGTH = 1000;
const twoLetters = new Map<string, string>();

/** franc speaks ISO 639-3; everything else here, ISO 639-1. */
function codeOf(three: string): string {
  let code = twoLetters.get(three);
  if (!code) twoLetters.set(three, (code = new Intl.Locale(three).language));
  return code;
}

/**
 * The language that a stretch of text is most likely in, of the 82 that franc-min knows, or of those in `among` (ISO
 * 639-1). Undefined for stretches of less than 20 characters and for English.
 */
export function identify(text: string, among?: readonly string[]): Identified | undefined {
  if (text.length < MIN_LENGTH) return undefined;
  const ranked = francAll(text.slice(0, MAX_LENGTH), {minLength: MIN_LENGTH}).map(([three, score]) => [codeOf(three), score] as const);
  const best = ranked.find(([code]) => (among ? among.includes(code) : true));
  if (!best || best[0] === 'und' || best[0] === 'en') return undefined;
  const english = ranked.find(([code]) => code === 'en')?.[1] ?? 0;
  return {language: best[0], lead: best[1] - english};
}
