const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ў: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
};
const MARKED: Record<string, string> = {č: 'ch', š: 'sh', ž: 'zh', ŝ: 'sch', ë: 'e', è: 'e', ï: 'i', ì: 'i', û: 'iu', â: 'ia'};
const LATIN = /[čšžŝëèïìûâ]|sh?ch|shtch|kh|ts|tz|cz|(?<![csz])x|q|w|[yj]/g;

/**
 * One key for all romanisations of a Cyrillic word (BGN/PCGN, ISO 9, scholarly, passports, the Ukrainian national
 * system): "гривень" and "hryven", "Харків" and "Kharkiv" meet in it. Of a word in Latin letters, the key of the
 * Cyrillic word that it may stand for. Ukrainian words pass `h` for г.
 */
export function romanKey(word: string, language?: string): string {
  let key = '';
  const lower = word.toLowerCase();
  if (/\p{Script=Cyrillic}/u.test(lower)) for (const c of lower) key += c === 'г' && (language === 'uk' || language === 'be') ? 'h' : (CYRILLIC[c] ?? '');
  else {
    key = lower.replace(/['’ʹʺ-]/g, '').replace(LATIN, (c) => MARKED[c] ?? (c === 'kh' || c === 'x' ? 'h' : c === 'ts' || c === 'tz' || c === 'cz' ? 'c' : c === 'w' ? 'v' : c === 'y' || c === 'j' ? 'i' : c === 'q' ? 'k' : c === 'sch' ? 'sch' : c === 'shch' || c === 'shtch' ? 'sch' : c));
  }
  return key.replace(/i+/g, 'i').replace(/ie/g, 'e');
}
