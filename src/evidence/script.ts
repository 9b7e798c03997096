/** Scripts other than Latin, with the language that news in it is most likely from, and its name. */
const SCRIPTS: readonly (readonly [RegExp, string, string])[] = [
  [/[іїєґ]/iu, 'uk', 'Ukrainian'], [/\p{Script=Cyrillic}/u, 'ru', 'Cyrillic script'], [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja', 'Japanese'], [/\p{Script=Han}/u, 'zh', 'Chinese'], [/\p{Script=Hangul}/u, 'ko', 'Korean'],
  [/\p{Script=Arabic}/u, 'ar', 'Arabic script'], [/\p{Script=Hebrew}/u, 'he', 'Hebrew'], [/\p{Script=Greek}/u, 'el', 'Greek'], [/\p{Script=Thai}/u, 'th', 'Thai'], [/\p{Script=Devanagari}/u, 'hi', 'Hindi'], [/\p{Script=Georgian}/u, 'ka', 'Georgian'], [/\p{Script=Armenian}/u, 'hy', 'Armenian'],
];

/** Whether all letters of a word are of another script than Latin. */
export function isOtherScript(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x370 && /^[^\p{Script=Latin}]+$/u.test(text) && /\p{L}/u.test(text) && SCRIPTS.some(([script]) => script.test(text));
}

/** The likely language (ISO 639-1) of a word in another script, and how to call it to readers. */
export function scriptOf(text: string): {language: string; name: string} | undefined {
  for (const [script, language, name] of SCRIPTS) if (script.test(text)) return {language, name};
  return undefined;
}

/** Languages without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
