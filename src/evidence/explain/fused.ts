import {DAYS, FUNCTION_WORDS, MONTHS, singularOf} from '../../document/english.ts';
import {Flag, isEnglish, lookup, pairCount, surprise, usualCase} from '../../lexicon/lexicon.ts';
import {isLeader} from '../leaders.ts';
import type {Explanation, Unknown} from '../triage.ts';
import {usageOf} from '../usage.ts';

const MAX_LENGTH = 44;
const MAX_PARTS = 4;
/** Two-letter words that may be a part; other short forms ("re", "de", "al") split everything. */
const SHORT = new Set('of to in on by at is it as an or he we be if no so do up my us me go am'.split(' '));
/** Parts that are also prefixes, suffixes or pieces of names. */
const PIECES = new Set('man men land son ton ley ham ford burg stein berg field wood house hall dale port way like less ness ship side wise able free over under out up off down in on per pro non sub super ultra multi mini micro anti self ex co re un ex ward worth more head town hill gate brook bridge church mouth bury lake park green stone'.split(' '));

/** One way to cut a string: its parts, and the bits that their frequencies and pairs cost. */
interface Cut {readonly parts: readonly string[]; readonly bits: number}

/** Bits that two parts cost which together are a word. */
const TORN = 8;

const bitsOf = (frequency: number) => (215 - frequency) / 8.5;

function isPart(part: string): boolean {
  if (part.length === 1) return part === 'a';
  if (part.length === 2) return SHORT.has(part);
  if (DAYS.has(part) || MONTHS.has(part)) return true;
  const {flags, frequency} = lookup(part);
  return frequency >= (part.length === 3 ? 130 : part.length === 4 ? 100 : part.length < 7 ? 95 : 75) && (flags & Flag.Lower) !== 0;
}

/** The cheapest cut of a lower-case string into two to four English words; undefined if there is none. */
export function cutWords(text: string): Cut | undefined {
  const n = text.length;
  if (n < 5 || n > MAX_LENGTH) return undefined;
  // best[i][k]: the cheapest cut of text.slice(0, i) into k parts
  const best: (Cut | undefined)[][] = Array.from({length: n + 1}, () => []);
  best[0]![0] = {parts: [], bits: 0};
  for (let end = 1; end <= n; end++) {
    for (let start = Math.max(0, end - 20); start < end; start++) {
      if (!best[start]!.some(Boolean) || (start === 0 && end === n)) continue;
      const part = text.slice(start, end);
      if (!isPart(part)) continue;
      const cost = bitsOf(lookup(part).frequency) + 6;
      for (let k = 0; k < MAX_PARTS; k++) {
        const before = best[start]![k];
        if (!before) continue;
        const left = before.parts.at(-1);
        // "with" and "out" are one word rather than two that go together.
        const torn = left !== undefined && isPart(left + part);
        const pair = left && !torn ? pairCount(left, part) : 0;
        const bits = before.bits + cost + (torn ? TORN : 0) - (pair ? Math.min(9, 3 + pair / 25) : 0);
        const known = best[end]![k + 1];
        if (!known || bits < known.bits) best[end]![k + 1] = {parts: [...before.parts, part], bits};
      }
    }
  }
  let cut: Cut | undefined;
  for (let k = 2; k <= MAX_PARTS; k++) {
    const candidate = best[n]![k];
    if (candidate && (!cut || candidate.bits < cut.bits)) cut = candidate;
  }
  return cut;
}

/** The count of a pair, from 0 to 255, from which on two words are one with a lost space if nobody writes them so: "lastyear". */
const SET_PAIR = 95;

/** The proposals for words to be set apart: with a comma first where the syntax asks for one. */
export function apart(parts: readonly string[]): string[] {
  const plain = parts.join(' ');
  const last = parts.at(-1)!.toLowerCase();
  const comma = `${parts.slice(0, -1).join(' ')}, ${parts.at(-1)!}`;
  if (parts.length === 2 && /^(?:which|but|whereas|although|though|including|whose)$/.test(last)) return [comma, plain];
  if (parts.length === 2 && /^(?:who|while|where|and|as|when|said)$/.test(last)) return [plain, comma];
  return [plain];
}

/** The verb of which a form names who or what does it: "formatters", who "format". */
function agentOf(form: string): string | undefined {
  const [, left = ''] = /^(.{4,})(?:er|or)s?$/.exec(form) ?? [];
  return [left, `${left}e`, left.replace(/([bdglmnprt])\1$/, '$1')].find((verb) => verb.length > 3 && isEnglish(verb) && [`${left}ing`, `${verb}ing`].some((ing) => isEnglish(ing) && lookup(ing).frequency > 80));
}

/** Plurals with which compounds begin all the same. */
const FIRST_PLURALS = /^(?:sports|news|arms|sales|goods|savings|works|plains|bonds|states|towns|gas|glass|bus|class|boss|press|cross|business|grass|dress|mass|loss|pass|less)$/;

/** Whether a word ends what it belongs to, so that no compound begins with it: "feet", "desks", "quickly". */
function endsPhrase(form: string): boolean {
  if (FIRST_PLURALS.test(form)) return false;
  if (/^(?:feet|teeth|women|children)$/.test(form)) return true;
  return form.endsWith('ly') ? lookup(form.slice(0, -2)).frequency > 80 : singularOf(form) !== undefined && singularOf(form) !== form;
}

/** What stands before the name of a month: "inMay". */
const BEFORE_MONTHS = /^(?:after|before|by|early|from|in|last|late|mid|next|of|since|this|through|till|to|until)$/;

/** Words with which a sentence begins behind a name that lost its space, and those with which it goes on. */
const BEGINS = new Set('The This That These Those There Then After Before During When What Because Although However His Her Their Our'.split(' '));
const GOES_ON = new Set([...BEGINS, ...'But And For With From While Where Who Which Has Have Had Was Were Will Would Said'.split(' ')]);

const NOTE = 'Words run together: a space was lost.';

/** Explains an unknown word as two to four words run together. */
export function explainFused(unknown: Unknown): Explanation | undefined {
  const {word} = unknown;
  const form = word.folded;
  if (form.length < 5 || form.length > MAX_LENGTH || /[^a-z]/.test(form)) return undefined;
  const {frequency, flags} = word.entry;
  const note = NOTE;
  const camel = /^([a-z]{2,20}|[A-Z][a-z]{1,20})([A-Z][a-z]{1,20})$/.exec(word.text);
  if (camel) {
    const [, left = '', right = ''] = camel;
    if (frequency > 40) return undefined;
    const known = lookup(right.toLowerCase());
    // "IidaMustonen": a first name and a surname; what two words of English make is a brand.
    if (!/^[a-z]/.test(left)) {
      const first = lookup(left.toLowerCase());
      // "RocaWho": a name, and a word with which sentences go on or begin.
      if (frequency === 0 && left.length > 2 && GOES_ON.has(right) && (first.flags & (Flag.Name | Flag.Proper) || !first.flags)) return {cause: 'fused', score: 0.85, proposals: BEGINS.has(right) ? [`${left}. ${right}`, `${left} ${right.toLowerCase()}`] : apart([left, right.toLowerCase()]), note};
      // "TempoFriday"
      if (left.length > 2 && (DAYS.has(right.toLowerCase()) || (MONTHS.has(right.toLowerCase()) && !/^(?:may|march)$/i.test(right))) && frequency === 0) return {cause: 'fused', score: 0.93, proposals: DAYS.has(right.toLowerCase()) ? [`${left} on ${right}`, `${left}, ${right}`] : [`${left} ${right}`], note};
      const person = left.length > 2 && right.length > 3 && frequency === 0 && first.flags & Flag.Person && !isEnglish(left.toLowerCase()) && !isEnglish(right.toLowerCase()) && !/^(?:Mac|Van|Von|Les|Des|San|Del)$/.test(left);
      // "BelgianChampion"
      if (first.flags & Flag.Proper && known.flags & Flag.Lower && known.frequency > 100 && frequency === 0) return {cause: 'fused', score: 0.62, proposals: [`${left} ${right.toLowerCase()}`, `${left} ${right}`], note};
      return person ? {cause: 'fused', score: 0.6, proposals: [`${left} ${right}`], note} : undefined;
    }
    if (!isPart(left) && !SHORT.has(left)) return undefined;
    // "fromIl Messaggero": a small word, and a name that has more than one.
    if (FUNCTION_WORDS.has(left) && !FUNCTION_WORDS.has(right.toLowerCase()) && unknown.tokens.every((token) => unknown.document.after(token)?.word.shape === 'capital')) return {cause: 'fused', score: 0.85, proposals: [`${left} ${right}`], note};
    if (!known.flags) return undefined;
    const name = (known.flags & (Flag.Name | Flag.Proper)) !== 0 || FUNCTION_WORDS.has(right.toLowerCase());
    // "openApi", "parseTree": two words that need no capital are what a program calls something.
    if (!FUNCTION_WORDS.has(left) && (!name || known.flags & Flag.Lower && !FUNCTION_WORDS.has(right.toLowerCase()) && !MONTHS.has(right.toLowerCase()))) return undefined;
    return {cause: 'fused', compound: !FUNCTION_WORDS.has(left) && !FUNCTION_WORDS.has(right.toLowerCase()), score: FUNCTION_WORDS.has(left) && name ? 0.95 : name ? 0.75 : 0.6, proposals: apart([left, name && !FUNCTION_WORDS.has(right.toLowerCase()) || MONTHS.has(right.toLowerCase()) && BEFORE_MONTHS.test(left) ? right : right.toLowerCase()]), note};
  }
  if (word.shape === 'mixed' || word.shape === 'upper' || word.shape === 'none') return undefined;
  // "Miško Hevery", in a title: the name of a person.
  const surname = word.shape === 'capital' && unknown.tokens.every((token) => {
    const {word: before} = unknown.document.before(token) ?? {};
    return before?.shape === 'capital' && (!before.english || (before.entry.flags & Flag.Person) !== 0);
  });
  if (surname) return behindName(unknown);
  if (word.shape === 'lower' || !unknown.capitalInside) {
    const cut = agentOf(form) ? undefined : cutWords(form);
    if (cut && frequency < (cut.parts.every((p) => FUNCTION_WORDS.has(p)) ? 105 : 75) && !(flags & (Flag.Person | Flag.Place))) {
      // "the ban a", "gods her a": no words that anybody writes one after the other.
      if (cut.parts.length > 2 && cut.parts.at(-1) === 'a') return undefined;
      const functional = cut.parts.filter((p) => FUNCTION_WORDS.has(p) && (p.length > 2 || (cut.parts.length === 2 && pairCount(cut.parts[0]!, cut.parts[1]!) > 0)));
      const content = cut.parts.filter((p) => !FUNCTION_WORDS.has(p));
      const weakest = Math.min(...cut.parts.map((p) => lookup(p).frequency));
      const perLetter = cut.bits / form.length;
      const proposals = apart(cased(word.text, cut.parts));
      const pieces = cut.parts.some((p) => PIECES.has(p));
      if (functional.length && perLetter < 3.9 && (content.length === 0 || content.some((p) => p.length > 3) || cut.parts.length > 2)) {
        const strong = functional.some((p) => p.length > 2 && !PIECES.has(p)) && weakest > 105;
        return {cause: 'fused', score: strong ? 0.94 : pieces ? 0.4 : 0.7, proposals, note};
      }
      if (cut.parts.length === 2 && frequency === 0 && pairCount(cut.parts[0]!, cut.parts[1]!) >= SET_PAIR && cut.parts.every((p) => p.length > 2 || p === 'of')) return {cause: 'fused', score: pieces ? 0.7 : 0.8, proposals, note};
      if (cut.parts.length === 2 && !pieces && cut.parts.every((p) => p.length >= 4) && form.length >= 9) {
        const pair = pairCount(cut.parts[0]!, cut.parts[1]!) > 0;
        // "feetsmiling": no compound begins so.
        if (frequency === 0 && endsPhrase(cut.parts[0]!) && weakest > 105) return {cause: 'fused', score: 0.72, proposals, note};
        // "battleline", "infosphere" are compounds that people write; long words close no compound. "Commonwealthy" is a known word with a slip.
        if (!pair && cut.parts[0]!.length < 8 && form.length < 14 || isEnglish(form.slice(0, -1)) && cut.parts[1]!.length > 5) return undefined;
        return {cause: 'fused', compound: true, score: form.length >= 12 && weakest > 115 ? (pair ? 0.85 : 0.72) : pair ? 0.6 : 0.4, proposals, note};
      }
    }
  }
  if (word.shape === 'lower' || frequency > 0) return undefined;
  // A name run into the word behind it ("Tajikistantogether"), or a word into the name.
  for (let i = form.length - 3; i >= 3; i--) {
    const left = form.slice(0, i);
    const right = form.slice(i);
    const tail = lookup(right);
    if (right.length < 3 || !(FUNCTION_WORDS.has(right) || (tail.frequency > 130 && tail.flags & Flag.Lower && right.length > 3)) || PIECES.has(right) || (i < 4 && right.length < 5)) continue;
    const head = lookup(left);
    // "Newswitch" is somebody's name.
    if (!FUNCTION_WORDS.has(right) && tail.frequency <= 150 && (right.length < 6 || head.flags & Flag.Lower)) continue;
    // A name that the text has by itself: "Kovalivkawill".
    const own = right.length > 3 && left.length > 4 && head.flags === 0 && (usageOf(unknown.document, left)?.capital ?? 0) > 0;
    if (own) return {cause: 'fused', score: 0.85, proposals: apart([word.text.slice(0, i), right]), note};
    // "Candianispeaking", "Cupwhere"
    const common = right.length > 3 && FUNCTION_WORDS.has(right) && isPart(left) && surprise(form, 'names') > 4;
    if (unknown.capitalInside && (common || isNameAndWord(left, right))) return {cause: 'fused', score: 0.62, proposals: apart([word.text.slice(0, i), right]), note};
    const strong = (head.flags & (Flag.Proper | Flag.Place)) !== 0 && head.frequency > 85 || isLeader(left);
    if (!strong && !((head.flags & Flag.Name) !== 0 && head.frequency > 95)) continue;
    if (surprise(form, 'names') < surprise(left, 'names') - 0.2 && right.length < 4) continue;
    return {cause: 'fused', score: right.length >= 4 ? (strong ? 0.93 : 0.8) : strong ? 0.75 : 0.5, proposals: apart([isEnglish(left) && !head.flags ? left : usualCase(left), right]), note};
  }
  return behindName(unknown);
}

/** Whether a form that nobody knows is a name by its letters, and what is behind it a long word of English. */
function isNameAndWord(left: string, right: string): boolean {
  const {flags, frequency} = lookup(right);
  if (right.length < 7 || left.length < 5 || frequency <= 130 || !(flags & Flag.Lower) || flags & Flag.Name || PIECES.has(right) || lookup(left).flags) return false;
  const asName = surprise(left, 'names');
  return asName < 3.4 && surprise(left + right, 'names') > asName + 0.4;
}

/** "Le Figaroand", "Candianispeaking": a name, and a word that no surname ends with. */
function behindName({word, document, tokens}: Unknown): Explanation | undefined {
  if (word.entry.frequency === 0 && /^\p{L}+$/u.test(word.text)) {
    for (let i = 5; i <= word.folded.length - 7; i++) if (isNameAndWord(word.folded.slice(0, i), word.folded.slice(i))) return {cause: 'fused', score: 0.62, proposals: apart([word.text.slice(0, i), word.folded.slice(i)]), note: NOTE};
  }
  if (word.entry.frequency > 0 || !tokens.every((token) => document.after(token)?.word.shape === 'lower')) return undefined;
  // "Boluartea lawyer", "Petrocompletes": a name that the text has by itself.
  for (let i = word.folded.length - 1; i >= 5 && /^\p{L}+$/u.test(word.text); i--) {
    const right = word.folded.slice(i);
    if ((usageOf(document, word.folded.slice(0, i))?.capital ?? 0) === 0 || !BEHIND_OWN.has(right) && (right.length < 5 || lookup(right).frequency <= 130 || !isPart(right) || PIECES.has(right))) continue;
    if (right.length > 2) return {cause: 'fused', score: 0.85, proposals: apart([word.text.slice(0, i), right]), note: NOTE};
    if (i >= 6) return {cause: 'fused', score: 0.62, proposals: apart([word.text.slice(0, i), right]), note: NOTE};
  }
  const [, left = '', right = ''] = /^(\p{L}{4,}?)(and|that|which|with|from|after|when|who|has|have|was|were|will|said|where|while|during|because|before)$/u.exec(word.text) ?? [];
  if (!left) return undefined;
  const name = left.toLowerCase();
  const {flags, frequency} = lookup(name);
  if ((flags & (Flag.Name | Flag.Proper) && frequency > 85 && left.length > 4) || isLeader(name)) return {cause: 'fused', score: 0.8, proposals: apart([left, right]), note: NOTE};
  // "Alvaro Leyvathat": by its letters a name, and no name with what is behind it.
  const long = right.length > 3 && left.length > 4 && !isEnglish(name) && surprise(name, 'names') < 4 && surprise(name + right, 'names') > surprise(name, 'names') + 0.4;
  return long ? {cause: 'fused', score: 0.62, proposals: apart([left, right]), note: NOTE} : undefined;
}

/** What stands behind a name that a text has by itself, where a space was lost. */
const BEHIND_OWN = new Set('and that which with from after when who has have had was were will said where while during because before in is on of to at as a an by but for this these'.split(' '));

/** Parts in the case of the whole: the first keeps its capital, days and months get theirs. */
function cased(text: string, parts: readonly string[]): string[] {
  return parts.map((part, i) => (i === 0 && /^\p{Lu}/u.test(text) ? part[0]!.toUpperCase() + part.slice(1) : DAYS.has(part) || (MONTHS.has(part) && part !== 'may' && part !== 'march') ? usualCase(part) : part));
}
