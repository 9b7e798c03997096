/** Source languages that `from` takes (ISO 639-1): those of whose residue or usage the rules know something. */
export const LANGUAGES: readonly string[] = 'ar bg ca cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(' ');

const names = new Intl.DisplayNames(['en'], {type: 'language'});

/** "French" for "fr". */
export const languageName = (code: string): string => names.of(code) ?? code;

/** The code of a language given by code or English name in any case; undefined if it is not known. */
export function languageCode(given: string): string | undefined {
  const wanted = given.trim().toLowerCase();
  return LANGUAGES.find((code) => code === wanted || languageName(code).toLowerCase() === wanted);
}
