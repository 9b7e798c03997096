/** Idioms of which one word gave way to another that is near in letters: "bury the hatched", "the tip of the iceburg". */
import {distance} from 'fastest-levenshtein';
import type {Document} from '../document/document.ts';
import {DETERMINERS, FUNCTION_WORDS, inCaseOf} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {Gap, wordingOf} from './fluency.ts';
import {anchorsIn, bitsOf, type Idiom, type IdiomPlace, type IdiomWord, isForm, isNoWord, LEAST_INTACT, placesIn, same} from './idiom-list.ts';
import type {DamagedIdiom} from './idioms.ts';

/**
 * Whether letters may have been mistaken for others: one slip, or of long words or such that sound alike two. Slips are letters put
 * in, left out, changed or swapped.
 */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 2) return false;
  const slips = isSwapped(a, b) ? 1 : distance(a, b);
  if (slips < 2) return slips === 1 && Math.max(a.length, b.length) > 2;
  return slips === 2 && (Math.min(a.length, b.length) > 4 && a.length + b.length > 11 || Math.min(a.length, b.length) > 2 && skeletonOf(a).length > 1 && skeletonOf(a) === skeletonOf(b));
}
/** Whether two letters beside each other have changed places. */
function isSwapped(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.length === b.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2) && a !== b;
}
/** A word without its vowels, but for the first letter. */
const skeletonOf = (word: string) => word[0]! + word.slice(1).replace(/[aeiouyw]|(.)(?=\1)/g, '').replaceAll('ck', 'k').replaceAll('c', 'k').replaceAll('z', 's');

/** The next word of a sentence from a token on, commas and hyphens passed over. */
function nextWord({tokens}: Document, {index, sentence}: Token, step: -1 | 1): Token | undefined {
  for (let i = index + step; ; i += step) {
    const token = tokens[i];
    if (token?.sentence !== sentence) return undefined;
    if (token.kind === 'word') return token;
    if (token.text !== ',' && token.text !== '-') return undefined;
  }
}

/** What may stand between the words of an idiom. */
const BETWEEN = new Set('now still just already again really simply well truly firmly very finally'.split(' '));
/** Words of an idiom of which the verb that it begins with stands elsewhere. */
const MIN_REST = 4;

/** Whether a word may have come out of a word of an idiom. */
const isDamaged = (document: Document, token: Token, idiom: IdiomWord) => (token.word.shape === 'lower' || token.word.shape === 'capital' && document.opensSentence(token)) && !FUNCTION_WORDS.has(token.word.folded) && isNear(token.word.base, idiom.text.replace(/'s$/, ''));

interface Damage {readonly token: Token; readonly at: number}

/** What is damaged of an idiom that is laid over a text so that its word `at` is `token`; undefined if it does not fit. */
function damageOf(document: Document, idiom: Idiom, at: number, token: Token): Damage[] | undefined {
  const {words} = idiom;
  let damaged: Damage[] | undefined;
  let real = 0;
  for (const step of [-1, 1] as const) {
    let place = token;
    for (let k = at + step; k >= 0 && k < words.length; k += step) {
      const word = words[k]!;
      let next = nextWord(document, place, step);
      // "the ball is now in their court"
      if (next && BETWEEN.has(next.word.folded) && !same(next.word, word)) next = nextWord(document, next, step);
      // "the apple of the coach's eye"
      if (next && DETERMINERS.has(next.word.folded) && !same(next.word, word) && (step > 0 ? word.slot : words[k + 1]?.slot && place.word.folded.endsWith("'s"))) next = nextWord(document, next, step);
      if (next && isForm(next.word, word)) {
        place = next;
        continue;
      }
      if (next && word.content && !word.slot && (damaged?.length ?? 0) < 2 && isDamaged(document, next, word)) {
        if (!isNoWord(next.word) && real++) return undefined;
        (damaged ??= []).push({token: next, at: k});
        place = next;
        continue;
      }
      // "cost taxpayers an arm and a leg": the verb may stand elsewhere.
      const rest = step < 0 ? words.slice(k + 1) : [];
      if (rest.length < MIN_REST || rest.filter((w) => w.content).length < 2) return undefined;
      break;
    }
  }
  return damaged;
}

/** Words on each side of one that no dictionary has, from which idioms are looked for. */
const REACH = 3;

/** The idiom around one of the words that say most of it, or around a word that no dictionary has, with what is damaged. */
export function nearIdiomAt(document: Document, token: Token): DamagedIdiom | undefined {
  if (!isNoWord(token.word)) return best(document, token, anchorsIn(token.word));
  for (const step of [-1, 1] as const) {
    let near = nextWord(document, token, step);
    for (let k = 0; near && k < REACH; k++) {
      const found = best(document, near, placesIn(near.word));
      if (found && found.first <= token.index && token.index <= found.last) return found;
      near = nextWord(document, near, step);
    }
  }
  return undefined;
}

/** Whether a word may stand between those of an idiom, or came out of one of them. */
const mayLie = ({word}: Token) => BETWEEN.has(word.folded) || isNoWord(word);

function best(document: Document, token: Token, places: readonly IdiomPlace[]): DamagedIdiom | undefined {
  if (!places.length) return undefined;
  const before = nextWord(document, token, -1);
  const after = nextWord(document, token, 1);
  const anyBefore = before !== undefined && mayLie(before);
  const anyAfter = after !== undefined && mayLie(after);
  let found: DamagedIdiom | undefined;
  for (const {idiom: {words}, idiom, at} of places) {
    if (!(at > 0 && before && (anyBefore || same(before.word, words[at - 1]!))) && !(at + 1 < words.length && after && (anyAfter || same(after.word, words[at + 1]!)))) continue;
    const damaged = damageOf(document, idiom, at, token);
    const judged = damaged && judge(document, idiom, damaged);
    if (judged && (!found || judged.score > found.score)) found = judged;
  }
  return found;
}

/** What is gained by the idiom, in tenfold steps of the language model, counts so many bits. */
const GAIN_BITS = 2;
/** Bits that intact words must say by themselves, and with the gain, where the damaged one is a word too; `whole`: where five words and more are intact; `hint`: in a damaged text. */
const WANTED = {intact: 6.8, said: 12.5, whole: LEAST_INTACT, hint: 8} as const;
/** The same where no dictionary has it. */
const WANTED_OF_NO_WORD = 2.5;
const WHOLE = 5;

function judge(document: Document, idiom: Idiom, damaged: readonly Damage[]): DamagedIdiom | undefined {
  const intact = idiom.words.filter((_, k) => !damaged.some((d) => d.at === k));
  const bits = intact.reduce((sum, word) => sum + (word.content ? bitsOf(word.text) : 0), 0);
  let score = bits < WANTED_OF_NO_WORD ? 0 : 0.93;
  for (const {token, at} of damaged) {
    if (isNoWord(token.word)) continue;
    const gap = new Gap(document, token.index, token.index);
    const gain = gap.likelihoodOf(wordingOf([idiom.words[at]!.text])).whole - gap.likelihoodOf(wordingOf([token.word.folded])).whole;
    // "led the war", "wind of change": what people say is another thing.
    const said = gain < -0.5 ? 0 : bits >= WANTED.intact && bits + GAIN_BITS * gain > WANTED.said ? 0.9 : intact.length >= WHOLE && bits > WANTED.whole ? 0.87 : bits > WANTED.hint ? 0.7 : 0;
    score = Math.min(score, said);
  }
  if (!score) return undefined;
  const places = damaged.map((d) => d.token.index).sort((a, b) => a - b);
  const [first = 0] = places;
  const last = places.at(-1)!;
  let text = '';
  for (let i = first; i <= last; i++) {
    const token = document.tokens[i]!;
    const of = damaged.find((d) => d.token === token);
    const put = of ? inCaseOf(token.text, idiom.shown[of.at]!.replace(/[,;:!?.]$/, '')) : token.text;
    const possessive = of && token.word.folded.endsWith("'s") ? token.text.slice(-2) : '';
    text += (i > first && token.spaced ? ' ' : '') + (possessive ? put.replace(/'s$/, '') + possessive : put);
  }
  return {first, last, proposals: [text], idiom: idiom.text, score};
}
