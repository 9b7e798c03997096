/** Source languages that `from` takes (ISO 639-1): those of whose residue or usage the rules know something. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic', bg: 'Bulgarian', ca: 'Catalan', cs: 'Czech', da: 'Danish', de: 'German', el: 'Greek', es: 'Spanish', et: 'Estonian', fa: 'Persian', fi: 'Finnish', fr: 'French', he: 'Hebrew', hi: 'Hindi',
  hr: 'Croatian', hu: 'Hungarian', id: 'Indonesian', it: 'Italian', ja: 'Japanese', ko: 'Korean', lt: 'Lithuanian', lv: 'Latvian', nl: 'Dutch', no: 'Norwegian', pl: 'Polish', pt: 'Portuguese', ro: 'Romanian', ru: 'Russian',
  sk: 'Slovak', sl: 'Slovenian', sr: 'Serbian', sv: 'Swedish', th: 'Thai', tr: 'Turkish', uk: 'Ukrainian', vi: 'Vietnamese', zh: 'Chinese',
};
export const LANGUAGES: readonly string[] = Object.keys(NAMES);

// For others than these; making it takes 20 ms.
let names: Intl.DisplayNames | undefined;

/** "French" for "fr". */
export const languageName = (code: string): string => NAMES[code] ?? (names ??= new Intl.DisplayNames(['en'], {type: 'language'})).of(code) ?? code;

/** The code of a language given by code or English name in any case; undefined if it is not known. */
export function languageCode(given: string): string | undefined {
  const wanted = given.trim().toLowerCase();
  return LANGUAGES.find((code) => code === wanted || languageName(code).toLowerCase() === wanted);
}
