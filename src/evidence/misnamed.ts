/** Names of people whom everybody knows (`rules/leaders.txt`, `rules/people.txt`), with a slip in one part: "Prabowo Suubianto", "Nicols Maduro". */
import {distance} from 'fastest-levenshtein';
import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import type {Word} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';
import {Flag, lookup, plain} from '../lexicon/lexicon.ts';
import {spellingKey} from './explain/variant.ts';
import {leaders, renderingsOfSurname} from './leaders.ts';
import {usageIn} from './usage.ts';

export interface Misnamed {
  readonly first: Token;
  readonly last: Token;
  /** The part of the name that stands there. */
  readonly to: string;
  /** Whether another part of the name stands beside it; the same form stands elsewhere by itself. */
  readonly beside: boolean;
}

/** A part of a name, with the parts on its two sides. */
interface Part {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** No other person of whom news speaks is likely to be called so. */
  readonly own: boolean;
  readonly name: string;
}

let parts: ReadonlyMap<string, readonly Part[]> | undefined;
function partsOf(form: string): readonly Part[] {
  if (!parts) {
    const made = new Map<string, Part[]>();
    const famous = leaders();
    for (const [n, name] of [...famous, ...readData<string[]>('people')].entries()) {
      const words = name.split(' ');
      for (const [i, word] of words.entries()) {
        if (!/^\p{Lu}/u.test(word) || word.length < MIN_PART) continue;
        const key = plain(word.toLowerCase());
        made.set(key, [...(made.get(key) ?? []), {before: words[i - 1], after: words[i + 1], own: n < famous.length && isRare(key), name}]);
      }
    }
    parts = made;
  }
  return parts.get(form) ?? [];
}
/** The parts that belong to nobody else, by the letter that they begin with. */
const ownByLetter = new Map<string, string[]>();
function ownParts(letter: string): readonly string[] {
  let own = ownByLetter.get(letter);
  if (!own) ownByLetter.set(letter, (own = [...new Set(leaders().flatMap((name) => name.split(' ')))].filter((word) => word.length >= MIN_ALONE && plain(word[0]!.toLowerCase()) === letter && partsOf(plain(word.toLowerCase())).some((part) => part.own))));
  return own;
}
/** One letter less, or twice: "Pabowo", "Subbianto". */
const isSlipByOne = (form: string, meant: string) => form !== meant && Math.abs(form.length - meant.length) === 1 && distance(form, meant) === 1 && !form.startsWith(meant) && !meant.startsWith(form);
/** Letters of a name that two slips leave recognisable. */
const LONG = 10;
/** Letters of a form that is near to a part by itself. */
const MIN_ALONE = 6;
/** No first name that many have, and no word. */
const isRare = (key: string) => {
  const {flags, frequency} = lookup(key);
  return !(flags & Flag.Lower) && (!(flags & Flag.Person) || frequency < USUAL);
};
const USUAL = 90;
/** Letters of a part that tells of the others, and of one that is repaired. */
const MIN_PART = 3;
const MIN_REPAIRED = 5;
/** By how much rarer a slip is than the name, in the steps of the lexicon. */
const RARER = 30;
/** Letters that two forms begin with, one of which is nothing but a garbled form of the other. */
const SAME_HEAD = 3;

/** Whether a form that nobody has is a part of a name with a slip. `own`: the part beside it belongs to nobody else. */
function isSlipOf({base, plain: form, shape, entry: {flags, frequency}}: Pick<Word, 'base' | 'plain' | 'shape' | 'entry'>, right: string, own: boolean): boolean {
  const folded = right.toLowerCase();
  const meant = plain(folded);
  if (meant.length < MIN_REPAIRED || shape === 'lower' || form === meant || partsOf(form).length || form === `${meant}s` || form === `${meant}a` || meant === `${form}s` || form.startsWith(meant) && !/(.)\1$/.test(form)) return false;
  // "Nicols": the letters that ASCII lacks were deleted.
  if (base === folded.replace(/[^\0-\x7f]/g, '')) return true;
  // "Đoković": as its language writes it
  if (/[^\0-\x7f]/.test(base) || flags & ~Flag.Seen || frequency > 0 && frequency + RARER > lookup(meant).frequency || spellingKey(base) === spellingKey(folded) && !/(.)\1./.test(base)) return false;
  // Behind a first name that many have, "Doroshenko" is another man than Poroshenko.
  if (!own) return form[0] === meant[0] && (isSlipByOne(form, meant) || meant.length >= LONG && distance(form, meant) <= 2);
  return distance(form, meant) <= Math.ceil(meant.length / 3) || form.length > SAME_HEAD + 1 && form.startsWith(meant.slice(0, SAME_HEAD));
}

/** What may follow a name whose surname became a verb: no object. */
const OBJECT = /^(?:an?|the|his|heavy|from|more|serious|losses|two|three|several|another|defeat)$/;

export function misnamedIn(document: Document): readonly Misnamed[] {
  const {tokens} = document;
  const found: Misnamed[] = [];
  const forms = new Map<string, string>();
  const beside = (first: Token, last: Token, to: string) => {
    found.push({first, last, to, beside: true});
    if (first === last && first.word.shape !== 'lower' && !lookup(first.word.base).frequency) forms.set(first.word.base, to);
  };
  const usage = usageIn(document);
  for (const {base, tokens: places, capital, opening, upper} of usage.values()) for (const token of capital + opening + upper > 0 && partsOf(plain(base)).length ? places : []) {
    if (token.word.shape === 'lower') continue;
    const next = tokens[token.index + 1];
    const previous = tokens[token.index - 1];
    for (const {before, after, own, name} of partsOf(plain(base))) {
      if (after && token.word.folded === token.word.base && next?.sentence === token.sentence && next.spaced && next.kind === 'word') {
        if (isSlipOf(next.word, after, own)) {
          // "Sui -Buanto"
          beside(next, next, after);
          break;
        }
        const dash = tokens[next.index + 1];
        const rest = tokens[next.index + 2];
        if (dash?.text === '-' && rest?.kind === 'word' && rest.sentence === token.sentence && (dash.spaced || rest.spaced) && distance(plain(next.word.folded + rest.word.base), plain(after.toLowerCase())) <= MAX_TORN) {
          beside(next, rest, after);
          break;
        }
        const behind = tokens[next.index + 1];
        if (renderingsOfSurname(name)?.has(next.text) && !(behind?.sentence === next.sentence && OBJECT.test(behind.word.folded))) {
          beside(next, next, after);
          break;
        }
      }
      if (before && previous?.sentence === token.sentence && token.spaced && previous.kind === 'word' && previous.word.folded === previous.word.base && isSlipOf(previous.word, before, own)) {
        beside(previous, previous, before);
        break;
      }
    }
  }
  // "Pabowo" alone, where the text has another part of the name
  for (const {base, capital, opening, lower, tokens: places} of usage.values()) {
    const {word} = places[0]!;
    if (capital + opening === 0 || lower || forms.has(base) || base.length < MIN_ALONE || /[^\0-\x7f]/.test(base) || word.english || word.entry.frequency || word.entry.flags) continue;
    const to = ownParts(base[0]!).find((part) => isSlipByOne(base, plain(part.toLowerCase())));
    if (to && spellingKey(base) !== spellingKey(to.toLowerCase()) && partsOf(plain(to.toLowerCase())).some(({name}) => name.split(' ').some((part) => isRare(plain(part.toLowerCase())) && usage.has(part.toLowerCase())) || places.some((t) => renderingsOfSurname(name)?.has(tokens[t.index + 1]?.text ?? '')))) forms.set(base, to);
  }
  const taken = new Set(found.map(({first}) => first));
  for (const [form, to] of forms) for (const token of usage.get(form)?.tokens ?? []) if (token.word.shape !== 'lower' && !taken.has(token)) found.push({first: token, last: token, to, beside: false});
  return found;
}
const MAX_TORN = 3;
