/** Known words near an unknown one: by regular respelling between languages, and by small edits. */
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {FUNCTION_WORDS} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {cosine, Flag, lookup, pairCount, plain, sumOf} from '../lexicon/lexicon.ts';
import {Recent} from '../lexicon/recent.ts';

/** A known word and what it takes to get there: 0.2 for accents, 0.3 for a respelling, 0.5 to 1 for a slip of one letter. */
export interface Near {
  readonly word: string;
  readonly cost: number;
  /** Reached by what languages spell differently, not by chance. */
  readonly regular: boolean;
}

interface Respelling {
  readonly from: string;
  readonly to: string;
  /** Only at the end of a word. */
  readonly end: boolean;
  readonly cost: number;
  /** Puts two letters for one of them. */
  readonly doubles: boolean;
  /** What stands for the ending with an s behind it. */
  readonly plural: string;
}
/** Endings that are respelled only at the end of a word. */
const AT_END = new Set('ti ci ia ie cion zione zion cia tia izm izmus ismus isme ismo ista iste gia gie fia fie ean ian an eur or er ar ent ant ence ance able ible ous us um ik iq ique ico ica ics ic ical re ement ien ur aire arie ario orio oire ità itat itet idad tat tad aj az ori e o'.split(' '));
const VOWELS = new Set('aeiouy');
/** What other languages write, and what English has for it. Each is tried at every place. */
const RESPELLINGS: readonly Respelling[] = (
  'f ph|ph f|k c|c k|k ch|ch k|k ck|c ch|ch c|ks x|x ks|x cc|kw qu|cu qu|kv qu|qu k|i y|y i|j y|y j|t th|th t|r rh|z s|s z|c s|s c|s sc|zz z|tz t|ti ty|ci cy|ia y|ie y|cion tion|sion tion|tion sion|zione tion|zion tion|cia ce|cia cy|tia ce|tia cy|izm ism|izmus ism|ismus ism|isme ism|ismo ism|ista ist|iste ist|gia gy|gie gy|fia phy|fie phy|ean an|ian an|an ian|eur or|or er|er or|ar er|ent ant|ant ent|ence ance|ance ence|able ible|ible able|ous us|us ous|um ium|ik ic|iq ic|ique ic|ico ic|ica ic|ics ic|ic ics|ical ic|w v|v w|v b|b v|gh g|g gh|dj j|dg g|g j|j g|sch sh|tch ch|ou u|u ou|oo u|ae e|e ae|oe e|e oe|ei i|i ei|ai a|é e|ö o|ü u|ä a|en n|ell el|el ell|all al|al all|mm m|m mm|nn n|n nn|ss s|s ss|tt t|t tt|pp p|p pp|ll l|l ll|rr r|r rr|cc c|c cc|ff f|f ff|gg g|g gg|dd d|d dd|bb b|b bb|h |ess es|e i|o u|re er|aire ary|arie ary|ario ary|orio ory|oire ory|ement ment|ien ian|ur ure|ità ity|itat ity|itet ity|idad ity|tat ty|tad ty|aj age|az ace|ori ory|kt ct|ct kt|pt p|nt ns|ns nt|im in|in im|dis dys|dys dis|hi hy|si sy|mi my|li ly|ti thy'
    .split('|').map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      const vowels = from.length === 1 && VOWELS.has(from) && VOWELS.has(to) && !/[yi]/.test(from + to);
      return {
        from, to, end: AT_END.has(from), cost: from.length + to.length > 2 || from === 'z' || to === 'z' ? 0.3 : vowels ? 0.5 : 0.35, doubles: to.length === 2 && to[0] === to[1] && from.length === 1,
        plural: to.replace(/y$/, 'ie') + (/[sx]$/.test(to) ? 'es' : 's'),
      };
    })
);
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const MAX_RESPELLED = 160;
/** Respellings that are respelled once more. */
const MAX_TWICE = 48;

type Edit = readonly [form: string, cost: number];

function respell(form: string): Edit[] {
  const out: Edit[] = [];
  for (const {from, to, end, cost, doubles, plural} of RESPELLINGS) {
    for (let at = end ? form.length - from.length : form.indexOf(from); at >= 0; at = end ? -1 : form.indexOf(from, at + 1)) {
      if (end && !form.endsWith(from)) {
        // The plural of the ending.
        if (form.endsWith('s') && form.endsWith(from, form.length - 1) && form.length > from.length + 4) out.push([form.slice(0, -from.length - 1) + plural, 0.3]);
        continue;
      }
      if (at === 0 && (from === 'h' || to === '')) continue;
      if (to.startsWith(from) && form.startsWith(to, at)) continue;
      if (doubles && (at === 0 || form[at - 1] === from)) continue;
      out.push([form.slice(0, at) + to + form.slice(at + from.length), cost]);
      if (out.length > MAX_RESPELLED) return out;
    }
  }
  return out;
}

/** Slips that are likelier than others: neighbours swapped, a vowel for a vowel, a letter doubled or once for twice, a letter dropped. */
function slips(form: string, all: boolean, put: (form: string, cost: number) => void): void {
  const n = form.length;
  for (let i = 0; i < n; i++) {
    const head = form.slice(0, i);
    const c = form[i]!;
    const tail = form.slice(i + 1);
    const first = i === 0 ? 0.5 : 0;
    if (i + 1 < n && c !== form[i + 1]) put(head + form[i + 1]! + c + form.slice(i + 2), 0.6 + first);
    put(head + tail, (c === form[i - 1] ? 0.4 : 0.8) + first);
    if (c !== form[i - 1]) put(head + c + c + tail, 0.4 + first);
    if (VOWELS.has(c)) for (const v of VOWELS) if (v !== c) put(head + v + tail, 0.6 + first);
    if (!all) continue;
    for (const letter of ALPHABET) {
      if (letter !== c && !(VOWELS.has(c) && VOWELS.has(letter))) put(head + letter + tail, 1 + first);
      if (letter !== c) put(head + letter + form.slice(i), 0.8 + first);
    }
  }
  if (all) for (const letter of ALPHABET) put(form + letter, 1);
}

const memo = new Recent<readonly Near[]>(500);

/**
 * Words near a form (lower case), cheapest first, at most 12. `accepts` says which words count; `key` names it for
 * the memory of results. `far`: two edits for forms of nine letters and more. `twice`: two respellings.
 */
export function nearWords(form: string, key: string, accepts: (word: string) => boolean, far = true, twice = true): readonly Near[] {
  const id = `${key}${far ? '+' : '-'}${twice ? '+' : '-'}${form}`;
  const known = memo.get(id);
  if (known) return known;
  const found = new Map<string, Near>();
  const put = (word: string, cost: number, regular: boolean) => {
    // Nearly all are no words: nothing is remembered of those.
    if (word.length < 3 || !accepts(word) || word === form) return;
    const before = found.get(word);
    if (!before || before.cost > cost) found.set(word, {word, cost, regular});
  };
  const bare = plain(form);
  if (bare !== form) put(bare, 0.2, true);
  const once = respell(bare);
  for (const [word, cost] of once) put(word, cost, true);
  if (twice) for (const [first, cost] of once.slice(0, MAX_TWICE)) for (const [word, more] of respell(first)) put(word, cost + more, true);
  slips(bare, true, (word, cost) => put(word, cost, false));
  if (far && bare.length >= 9 && ![...found.values()].some((n) => n.cost < 1)) {
    slips(bare, false, (first, cost) => slips(first, false, (word, more) => put(word, cost + more, false)));
    for (const [first, cost] of once) slips(first, false, (word, more) => put(word, cost + more, false));
  }
  const list = [...found.values()].sort((a, b) => a.cost - b.cost).slice(0, 12);
  memo.set(id, list);
  return list;
}

/** How well a word fits a place, in bits: its frequency, the pairs that it makes with its neighbours, its company. */
export function fitAt(document: Document, token: Token, word: string): number {
  const {frequency, row} = lookup(word);
  const before = document.before(token);
  const after = document.after(token);
  let bits = frequency / 17;
  if (before?.kind === 'word' && pairCount(before.word.folded, word)) bits += 2.5;
  if (after?.kind === 'word' && pairCount(word, after.word.folded)) bits += 2.5;
  if (row >= 0) bits += 8 * cosine(row, contextOf(document, token));
  return bits;
}

/** What was asked last of a document: the words that may stand at one place are compared one after the other. */
const contexts = new DocumentNote<{readonly token: Token; readonly context: Float32Array}>();

/** The sum of the vectors of the content words within ten tokens. */
function contextOf(document: Document, token: Token): Float32Array {
  const last = contexts.get(document);
  if (last?.token === token) return last.context;
  const rows: number[] = [];
  for (let i = Math.max(0, token.index - 10); i < Math.min(document.tokens.length, token.index + 11); i++) {
    const t = document.tokens[i]!;
    if (i !== token.index && t.kind === 'word' && !FUNCTION_WORDS.has(t.word.base)) rows.push(t.word.entry.row);
  }
  const context = sumOf(rows);
  contexts.set(document, {token, context});
  return context;
}

/** A common word of English, in lower case. */
export function isCommonWord(word: string): boolean {
  const {flags, frequency} = lookup(word);
  return frequency >= 85 && (flags & Flag.Lower) !== 0;
}
/** A nationality, language, people, month or day, or a place that news often names. */
export function isNotedName(word: string): boolean {
  const {flags, frequency} = lookup(word);
  return (flags & Flag.Proper) !== 0 ? frequency >= 75 : (flags & Flag.Place) !== 0 && (flags & (Flag.Person | Flag.Lower)) === 0 && frequency >= 105;
}
