/** A foreign word or expression and what English has for it. */
export interface Rendering {
  /** As the source language writes it, in its case. */
  readonly key: string;
  /** ISO 639-1. */
  readonly language: string;
  /** Best first, in the number and tense of the key. */
  readonly english: readonly string[];
  /** A country in another language. */
  readonly country?: boolean;
}

/** A rendering as a line of a table. */
export const lineOf = ({key, language, country, english}: Rendering): string => `${key}\t${language}\t${country ? 1 : 0}\t${english.join('|')}`;
export function renderingOf(line: string): Rendering {
  const [key = '', language = '', country, english = ''] = line.split('\t');
  return {key, language, english: english.split('|'), country: country === '1'};
}
