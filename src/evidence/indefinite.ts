import type {Token} from '../document/token.ts';
import {wordOf} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';
import {isEnglish} from '../lexicon/lexicon.ts';

const FREE_H = /^(?:hist|hotel|hero|hyst|habit|horr|harm|her[ae]|h$|hall|hila|hypo|hyper|hom)/;
let lists: {readonly a: ReadonlySet<string>; readonly an: ReadonlySet<string>} | undefined;

/** "a" or "an" before a token; undefined where one cannot know. */
export function indefiniteBefore(token: Pick<Token, 'text' | 'kind' | 'word'>): 'a' | 'an' | undefined {
  const {text} = token;
  if (token.kind === 'number') {
    if (/^8/.test(text)) return 'an';
    if (/^(?:11|18)(?!\d)/.test(text) && !/^1[18]\.\d/.test(text)) return 'an';
    return /^(?:[2-79]|1(?![18]))/.test(text) && !/^1\d{3}/.test(text) ? 'a' : undefined;
  }
  if (token.kind !== 'word' || text.length < 2) return undefined;
  if (!lists) {
    const raw = readData<Record<string, string>>('articles');
    lists = {a: new Set(raw['a-before']!.split(' ')), an: new Set(raw['an-before']!.split(' '))};
  }
  const w = token.word.base;
  if (lists.a.has(w)) return 'a';
  if (lists.an.has(w)) return 'an';
  const {shape} = token.word;
  if (shape === 'upper' || shape === 'mixed') {
    if (!/^[A-Z]{2,5}(?:['’]?s)?$/.test(text) || /[AEIOU]/.test(text.slice(1))) return undefined;
    return /^[AEFHILMNORSX]/.test(text) ? 'an' : 'a';
  }
  const first = w[0]!;
  if (shape === 'lower') {
    if (!isEnglish(w)) return undefined;
    if (/^(?:eu|uni|use|usu|ub|ur[aeiou]|ut[aeiou]|one-|once|ouija|ew)/.test(w)) return /^(?:unin|unim|unid|unill)/.test(w) ? 'an' : undefined;
    if (first === 'h') return FREE_H.test(w) ? undefined : 'a';
    return /[aeiou]/.test(first) ? 'an' : /[b-z]/.test(first) ? 'a' : undefined;
  }
  if (/^[AI]|^E(?!u|w)|^O(?!ne|ui)/.test(text)) return 'an';
  return /^[BCDFGKLMNPRSTVWZJ][a-z]/.test(text) ? 'a' : undefined;
}

/** "a" or "an" before the first word of a text that is to be put in; undefined where one cannot know. */
export function indefiniteBeforeText(text: string): 'a' | 'an' | undefined {
  const first = /^[\p{L}\d'’]+/u.exec(text)?.[0];
  return first === undefined ? undefined : indefiniteBefore({text: first, kind: /^\d/.test(first) ? 'number' : 'word', word: wordOf(first)});
}
