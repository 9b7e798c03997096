/**
 * Names that everybody knows with a slip in one part: of people (`rules/leaders.txt`, `rules/people.txt`), "Prabowo Suubianto", "Nicols Maduro"; of institutions,
 * firms and places (`rules/bodies.txt`, `rules/whole-names.txt`, `rules/institutions.txt`), "the Suprme Court", "the Kremln"; of either without the letters that
 * ASCII lacks (`rules/accented.txt`), "Snchez".
 */
import {distance} from 'fastest-levenshtein';
import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import type {Word} from '../document/word.ts';
import {readData} from '../lexicon/assets.ts';
import {Flag, lookup, plain} from '../lexicon/lexicon.ts';
import {spellingKey} from './explain/variant.ts';
import {institutionNames} from './institutions.ts';
import {isLeader, leaders, renderingsOfSurname} from './leaders.ts';
import {UsageTable, usageIn} from './usage.ts';

export interface Misnamed {
  readonly first: Token;
  readonly last: Token;
  /** The part of the name that stands there. */
  readonly to: string;
  /** Whether another part of the name stands beside it; the same form stands elsewhere by itself. */
  readonly beside: boolean;
  readonly of: 'person' | 'body';
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

/** Whether the surname that a first name has with somebody whom everybody knows stands there as it sounds in other letters: "Pierre Poilierble", "Benjamin Netanyaho". `titled`: an office stands before them. */
function isHeardAs({base, plain: form, folded, shape, entry: {flags, frequency}}: Word, right: string, titled: boolean): boolean {
  const meant = plain(right.toLowerCase());
  if (shape !== 'capital' || base !== folded || meant.length < MIN_REPAIRED || form[0] !== meant[0] || form === meant || form === `${meant}s` || form === `${meant}a` || partsOf(form).length) return false;
  if (flags & (Flag.Person | Flag.Name | Flag.Place) || frequency > 0 && frequency + RARER > lookup(meant).frequency) return false;
  const far = distance(form, meant);
  // "President Joe Bidden": what is a word, too, is no other name where it follows the office.
  if (flags & Flag.Lower || frequency > 0) return titled && far === 1;
  // "Zelenski": the same in other letters
  return spellingKey(form) !== spellingKey(meant) && (far === 1 || far <= (titled ? Math.floor(meant.length / 3) : meant.length > LONG_ENOUGH ? 2 : 0));
}

/** Whether the first name of somebody whose surname nobody else has stands there with a slip: "Emanuel Macron", "Kerr Starmer". */
function isFirstNameOf({plain: form, base, folded, shape}: Word, right: string, surname: string): boolean {
  const meant = plain(right.toLowerCase());
  if (shape !== 'capital' || base !== folded || meant.length < MIN_PART + 1 || form[0] !== meant[0] || form === meant || form === `${meant}a` || Math.abs(form.length - meant.length) > 1 || distance(form, meant) !== 1) return false;
  return !partsOf(form).some(({after}) => after === surname);
}
/** What stands before the name of somebody in office. */
const OFFICE = /^(?:presidents?|premier|minister|chancellor|secretary|leader|chief|head|sir|senator|governor|mayor|speaker|commissioner|spokes(?:man|woman|person)|candidate|diplomat|king|pope|counterpart|envoy|general)$/;

/** What may follow a name whose surname became a verb: no object. */
const OBJECT = /^(?:an?|the|his|heavy|from|more|serious|losses|two|three|several|another|defeat)$/;

/** Words that are a part of a name that everybody knows. */
const PARTS = new UsageTable((_, usage) => {
  const parts = usage.capital + usage.opening + usage.upper > 0 ? partsOf(plain(usage.base)) : NO_PARTS;
  return parts.length ? {base: usage.base, parts, tokens: usage.tokens} : undefined;
});
const NO_PARTS: readonly Part[] = [];

/** Forms that nobody has, near to a part that belongs to nobody else. */
const ALONE = new UsageTable((_, {base, capital, opening, lower, tokens}) => {
  const {word} = tokens[0]!;
  if (capital + opening === 0 || lower || base.length < MIN_ALONE || /[^\0-\x7f]/.test(base) || word.english || word.entry.frequency || word.entry.flags) return undefined;
  const to = ownParts(base[0]!).find((part) => isSlipByOne(base, plain(part.toLowerCase())));
  return to && spellingKey(base) !== spellingKey(to.toLowerCase()) ? {base, to, tokens} : undefined;
});

export function misnamedIn(document: Document): readonly Misnamed[] {
  const {tokens} = document;
  const found: Misnamed[] = [];
  const forms = new Map<string, string>();
  const beside = (first: Token, last: Token, to: string) => {
    found.push({first, last, to, beside: true, of: 'person'});
    if (first === last && first.word.shape !== 'lower' && !lookup(first.word.base).frequency) forms.set(first.word.base, to);
  };
  const usage = usageIn(document);
  for (const {base, parts, tokens: places} of PARTS.in(document).values()) for (const token of places) {
    if (token.word.shape === 'lower') continue;
    const next = tokens[token.index + 1];
    const previous = tokens[token.index - 1];
    for (const {before, after, own, name} of parts) {
      if (after && token.word.folded === token.word.base && next?.sentence === token.sentence && next.spaced && next.kind === 'word') {
        if (isSlipOf(next.word, after, own)) {
          // "Sui -Buanto"
          beside(next, next, after);
          break;
        }
        const office = tokens[token.index - 1];
        if (isHeardAs(next.word, after, office?.sentence === token.sentence && OFFICE.test(office.word.folded))) {
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
      if (before && previous?.sentence === token.sentence && token.spaced && previous.kind === 'word' && previous.word.folded === previous.word.base && (isSlipOf(previous.word, before, own) || isLeader(base) && isFirstNameOf(previous.word, before, token.word.text))) {
        beside(previous, previous, before);
        break;
      }
    }
  }
  // "Pabowo" alone, where the text has another part of the name
  for (const {base, to, tokens: places} of ALONE.in(document).values()) {
    if (!forms.has(base) && partsOf(plain(to.toLowerCase())).some(({name}) => name.split(' ').some((part) => isRare(plain(part.toLowerCase())) && usage.has(part.toLowerCase())) || places.some((t) => renderingsOfSurname(name)?.has(tokens[t.index + 1]?.text ?? '')))) forms.set(base, to);
  }
  const taken = new Set(found.map(({first}) => first));
  for (const [form, to] of forms) for (const token of usage.get(form)?.tokens ?? []) if (token.word.shape !== 'lower' && !taken.has(token)) found.push({first: token, last: token, to, beside: false, of: 'person'});
  for (const {first} of found) taken.add(first);
  for (const slip of misnamedBodies(document)) if (!taken.has(slip.first)) found.push(slip);
  return found;
}
const MAX_TORN = 3;

/** Words between those of a name that are no part of it for what stands beside what. */
const JOINT = /^(?:of|the|for|and|de|la|del|di|du|des|d'|l')$/;
interface Bodies {
  /** What stands before or behind a word of a name (folded). */
  readonly beside: ReadonlyMap<string, readonly {readonly meant: string; readonly behind: boolean}[]>;
  /** Names of one word, by the letter that they begin with. */
  readonly alone: ReadonlyMap<string, readonly string[]>;
  /** Names by what is left of them in ASCII. */
  readonly lost: ReadonlyMap<string, Lost>;
}
/** A name, and whether its first letter is among those that ASCII lacks. */
interface Lost {readonly to: string; readonly head: boolean}
let bodies: Bodies | undefined;
function knownBodies(): Bodies {
  if (bodies) return bodies;
  const beside = new Map<string, {meant: string; behind: boolean}[]>();
  const alone = new Map<string, string[]>();
  const lost = new Map<string, Lost>();
  const put = (word: string, meant: string, behind: boolean) => {
    if (meant.length < MIN_REPAIRED || !/^\p{Lu}\p{Ll}/u.test(meant)) return;
    const key = word.toLowerCase();
    const list = beside.get(key) ?? [];
    if (!list.some((one) => one.meant === meant && one.behind === behind)) beside.set(key, [...list, {meant, behind}]);
  };
  const whole = readData<string[]>('whole-names').map((line) => line.replace(/^[*?~] /, '').replace(/:.*/, ''));
  for (const name of [...readData<string[]>('bodies'), ...whole, ...institutionNames()]) {
    const words = name.replace(/['’]s?(?= |$)/g, '').split(/[ -]/).filter((word) => !JOINT.test(word));
    for (let i = 1; i < words.length; i++) {
      put(words[i - 1]!, words[i]!, true);
      put(words[i]!, words[i - 1]!, false);
    }
    const [first = ''] = words;
    if (words.length === 1 && first.length > MIN_ALONE && /^\p{Lu}\p{Ll}+$/u.test(first)) alone.set(plain(first[0]!.toLowerCase()), [...(alone.get(plain(first[0]!.toLowerCase())) ?? []), first]);
  }
  // "Erdogan", as leaders.txt has it
  const printed = new Map(leaders().flatMap((name) => name.split(' ').map((part) => [plain(part.toLowerCase()), part] as const)));
  for (const name of [...leaders(), ...readData<string[]>('people'), ...readData<string[]>('accented')]) for (const part of name.split(/[ -]/)) {
    const left = asciiOf(part);
    if (left !== part.toLowerCase() && left.length > 2 && !lost.has(left)) lost.set(left, {to: printed.get(plain(part.toLowerCase())) ?? part, head: /^[^\0-\x7f]/.test(part)});
  }
  return (bodies = {beside, alone, lost});
}
const asciiOf = (name: string) => name.replace(/[^\0-\x7f]/g, '').toLowerCase();

/** Letters changed places behind the first: "Madird", "Chatolic". */
const isSwapped = (form: string, meant: string) => form.length === meant.length && form !== meant && form[0] === meant[0] && haveSameLetters(form, meant) && (distance(form, meant) < 3 || form.length > LONG_ENOUGH);

/** Whether two forms of one length are made of the same letters. */
function haveSameLetters(a: string, b: string): boolean {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    sum += x - y;
    squares += x * x - y * y;
  }
  return sum === 0 && squares === 0 && [...a].sort().join('') === [...b].sort().join('');
}
/** Letters of a word beside a known one of which one may be another, and of a name alone of which two may have changed places. */
const LONG_ENOUGH = 7;
/** A form that is left in ASCII of a known name counts by itself from this length on, a shorter one where the text has lost letters elsewhere. */
const MIN_LEFT = 5;

/** Forms that no dictionary has. */
const STRANGE = new UsageTable((_, usage) => {
  const {base, tokens: [token]} = usage;
  const {english, entry: {flags, frequency}} = token!.word;
  return english || base.length < MIN_PART || flags & ~(Flag.Seen | Flag.Name) || frequency > RARE || /[^\0-\x7f]/.test(base) ? undefined : usage;
});

/** Slips in names of institutions, firms and places, and lost letters in names. */
function misnamedBodies(document: Document): Misnamed[] {
  const found: Misnamed[] = [];
  const short: Misnamed[] = [];
  let losses = 0;
  for (const {base, capital, opening, lower, tokens: places} of STRANGE.in(document).values()) {
    const {flags, frequency} = places[0]!.word.entry;
    const {beside, alone, lost} = knownBodies();
    const name = lost.get(base);
    // "mamolu"
    if (name && lower && !frequency && base.length > MIN_LEFT && name.head) {
      losses++;
      short.push(...places.map((token): Misnamed => ({first: token, last: token, to: name.to, beside: true, of: 'body'})));
    }
    if (capital + opening === 0 || lower) continue;
    if (name && !(flags & ~Flag.Seen) && !name.head) {
      const slips = places.filter((token) => token.word.shape === 'capital').map((token): Misnamed => ({first: token, last: token, to: name.to, beside: base.length > MIN_LEFT, of: 'body'}));
      if (!frequency) losses++;
      (base.length < MIN_LEFT || frequency ? short : found).push(...slips);
      continue;
    }
    if (base.length < MIN_REPAIRED - 1) continue;
    for (const token of places.slice(0, MAX_PLACES)) {
      // "PakSitan"
      if (token.word.shape !== 'capital' && token.word.shape !== 'mixed') continue;
      const to = [-1, 1].map((step) => {
        let other = document.tokens[token.index + step];
        for (let skipped = 0; other?.kind === 'word' && JOINT.test(other.word.folded) && skipped < 2; skipped++) other = document.tokens[other.index + step];
        if (other?.kind !== 'word' || other.sentence !== token.sentence || (other.word.shape === 'lower' ? frequency + flags : other.word.shape !== 'capital') || !(step < 0 ? token : document.tokens[token.index + 1]!).spaced || step > 0 && token.word.folded !== base) return undefined;
        return beside.get(other.word.base)?.find(({meant, behind}) => behind === step < 0 && isSlipBeside(base, frequency, plain(meant.toLowerCase())))?.meant;
      }).find(Boolean);
      if (to) found.push({first: token, last: token, to, beside: true, of: 'body'});
      else if (!frequency && !flags && capital && base.length >= MIN_ALONE) {
        const one = alone.get(base[0]!)?.find((meant) => isSlipByOne(base, meant.toLowerCase()) || base.length > LONG_ENOUGH && isSwapped(base, meant.toLowerCase()));
        if (one && spellingKey(base) !== spellingKey(one.toLowerCase()) && !isNamed(document, token)) found.push({first: token, last: token, to: one, beside: false, of: 'body'});
      }
    }
  }
  return losses > 1 ? [...found, ...short] : found;
}
const MAX_PLACES = 20;
/** In the steps of the lexicon. */
const RARE = 90;

/** Whether a form is a word of a name, of which it stands in the place, with a slip. */
function isSlipBeside(form: string, frequency: number, meant: string): boolean {
  if (form === meant || meant.startsWith(form) || form.startsWith(meant) || frequency > 0 && frequency + RARER > lookup(meant).frequency) return false;
  if (form.length === meant.length - 1 && meant.endsWith(form)) return meant.length >= LONG_ENOUGH;
  if (form[0] !== meant[0]) return false;
  return isSlipByOne(form, meant) || isSwapped(form, meant) || meant.length >= LONG_ENOUGH && form.length === meant.length && distance(form, meant) === 1 || meant.length >= LONG && distance(form, meant) <= 2;
}

/** Part of somebody's name, or of a longer one: "Jane Pentgon". */
function isNamed(document: Document, token: Token): boolean {
  return [-1, 1].map((step) => document.tokens[token.index + step]).some((t) => t?.kind === 'word' && t.sentence === token.sentence && t.word.shape === 'capital' && !document.opensSentence(t) && (!t.word.english || (t.word.entry.flags & Flag.Person) !== 0));
}
