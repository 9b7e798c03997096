/** What may stand in a formula: no dollar, no code, no blank line. */
const BODY = String.raw`(?:[^$${'`'}\\\n]|\\[^\n]|\\?\n(?![ \t>]*\n))`;
/** A formula by itself, between two dollars; one in a sentence, between single ones, which neither stand beside words nor have a space inside. */
const FORMULA = new RegExp(String.raw`(?<![\\$])\$\$(?!\$)${BODY}+\$\$(?!\$)|(?<![\\$\p{L}\p{N}])\$(?![\s$])(${BODY}{1,400})(?<!\s)\$(?![$\p{L}\p{N}])`, 'gu');
const SIGN = /[\\^_=+{}]/;
const WORDS = /\p{L}{3,}[,;.:]?\s+\p{L}{2,}/u;

/** Whether what stands between two dollars is a formula, and not what stands between two prices. */
const isFormula = (body: string) => (SIGN.test(body) ? body.includes('\\') || !WORDS.test(body) : /^[^\s\d]/.test(body) && !/\s/.test(body));

/** Formulas in TeX, as GitHub and many site generators take them in Markdown, as [start, end) in UTF-16 code units, from left to right. */
export function formulas(source: string): [start: number, end: number][] {
  if (!source.includes('$')) return [];
  return [...source.matchAll(FORMULA)].flatMap(({0: {length}, 1: body, index}): [number, number][] => (body === undefined || isFormula(body) ? [[index, index + length]] : []));
}
