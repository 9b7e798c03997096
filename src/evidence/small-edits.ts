/** Small edits of grammar: which ones a sentence allows, and what speaks for and against each. */
import type {Document} from '../document/document.ts';
import {DAYS, MONTHS, POSSESSIVES, PREPOSITIONS, singularOf} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {baseOfIng, baseOfParticiple, baseOfPast, baseOfThird, ingOf, isInfinitive, participleOf, pastOf, thirdOf} from '../document/verbs.ts';
import {type Word, wordNote} from '../document/word.ts';
import {BEGIN, END, isEnglish, logProbability, lookup, ngramId, pairCount, seenTogether, wordLogProbability} from '../lexicon/lexicon.ts';
import {Recent} from '../lexicon/recent.ts';
import {wordId} from './fluency.ts';
import {indefiniteBefore} from './indefinite.ts';
import {countNoun, needsDeterminer, pluralNoun} from './noun-phrase.ts';
import {type Pos, tagsOf} from './pos.ts';

/** What an edit does. */
export type EditKind = 'delete' | 'insert' | 'preposition' | 'article' | 'number' | 'verb' | 'auxiliary' | 'modal' | 'pronoun' | 'possessive' | 'relative' | 'demonstrative' | 'quantity' | 'adverb' | 'perfect' | 'infinitive';
const KINDS: readonly EditKind[] = ['delete', 'insert', 'preposition', 'article', 'number', 'verb', 'auxiliary', 'modal', 'pronoun', 'possessive', 'relative', 'demonstrative', 'quantity', 'adverb', 'perfect', 'infinitive'];

/** Words (lower case) in place of the tokens `first` to `last`; before `first` where `last` is `first - 1`. */
export interface SmallEdit {
  readonly kind: EditKind;
  readonly first: number;
  readonly last: number;
  readonly words: readonly string[];
  /** What is done, without the words of open classes: "delete the", "verb base>past". */
  readonly name: string;
  /** See {@link MEASURE_NAMES}. */
  readonly measures: readonly number[];
}

/** What an edit puts, wherever it stands: made once for each. */
interface Change {
  readonly kind: EditKind;
  readonly name: string;
  readonly words: readonly string[];
  /** The words as the language model knows them. */
  readonly ids: readonly number[];
  /** It is not reported: see {@link MUTED}. */
  readonly muted: boolean;
}
const change = (kind: EditKind, name: string, words: readonly string[]): Change => ({kind, name, words, ids: words.map(ngramId), muted: MUTED.test(name)});

/** Edits that editors seldom make where the trees propose them: tense, and who is meant, are a matter of the text, not of the words beside it. */
const MUTED = /^(?:perfect|modal|infinitive|relative|pronoun (?!they>)|possessive|verb (?:third|ing)>past|verb past>third|delete (?:has|have|had|is|are|also|so|it|that)) ?/;

/** A memory of what is made of a word, by itself or of a form of the text, with which it stays. */
function remembered<T extends NonNullable<unknown>>(make: (word: string) => T): (word: string) => T {
  const made = new Recent<T>(2000);
  return (word) => made.of(word, make);
}
function noted<T extends NonNullable<unknown>>(make: (word: string) => T | undefined): (word: Word) => T | undefined {
  const note = wordNote(({folded}): T | false => make(folded) ?? false);
  return (word) => note(word) || undefined;
}

const set = (words: string) => new Set(words.split(' '));
const SWAPS: readonly (readonly [EditKind, string])[] = [
  ['preposition', 'in on at to for of from by with about into against over after during between through under as than since until within'],
  ['article', 'the a an'], ['auxiliary', 'is are was were'], ['auxiliary', 'has have had'], ['auxiliary', 'do does did'], ['auxiliary', 'be been being'],
  ['modal', 'will would'], ['modal', 'can could'], ['modal', 'may might'], ['modal', 'should would'],
  ['pronoun', 'he she it they'], ['pronoun', 'him her it them'], ['possessive', 'his her its their'],
  ['relative', 'who which that'], ['relative', 'what which'], ['demonstrative', 'this these'], ['demonstrative', 'that those'], ['demonstrative', 'this that the'],
  ['quantity', 'much many'], ['quantity', 'more most'], ['quantity', 'other another others'], ['quantity', 'so such'], ['quantity', 'every all'], ['quantity', 'few little'],
];
const NO_CHANGES: readonly Change[] = [];
const swapsOf = wordNote(({folded: old}): readonly Change[] => {
  const found = SWAPS.flatMap(([kind, list]) => {
    const words = list.split(' ');
    return words.includes(old) ? words.filter((put) => put !== old && !(/^an?$/.test(old) && /^an?$/.test(put))).map((put) => change(kind, `${kind} ${kind === 'article' && put !== 'the' ? 'the>a' : `${old === 'an' ? 'a' : old}>${put}`}`, [put])) : [];
  });
  return found.length ? found : NO_CHANGES;
});
const deletionOf = remembered((word) => change('delete', `delete ${word === 'an' ? 'a' : word}`, []));
const DELETED = set('the a an of to that it in for on at by with from is was are were be been has have had his her its their as so also');
/** What may be put in, by the tags of the words before and after it. */
const INSERTED: readonly (readonly [words: string, before: ReadonlySet<Pos> | undefined, after: ReadonlySet<Pos>])[] = [
  ['the a', undefined, new Set<Pos>(['NOUN', 'ADJ', 'PROPN'])],
  ['to', new Set<Pos>(['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX', 'PRON', 'PROPN']), new Set<Pos>(['VERB', 'AUX', 'DET', 'PRON', 'PROPN', 'NOUN'])],
  ['of in for on', new Set<Pos>(['NOUN', 'VERB', 'ADJ', 'PROPN', 'NUM', 'ADV']), new Set<Pos>(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'])],
  ['that', new Set<Pos>(['VERB', 'NOUN', 'ADJ']), new Set<Pos>(['DET', 'PRON', 'PROPN', 'NOUN', 'ADJ'])],
  ['it', undefined, new Set<Pos>(['AUX', 'VERB'])],
  ['is are was were be', new Set<Pos>(['NOUN', 'PROPN', 'PRON', 'AUX', 'ADV', 'PART']), new Set<Pos>(['VERB', 'ADJ', 'DET', 'ADP', 'ADV', 'NUM', 'PART'])],
  ['has have had been', new Set<Pos>(['NOUN', 'PROPN', 'PRON', 'AUX', 'ADV', 'PART']), new Set<Pos>(['VERB', 'AUX', 'ADV'])],
];
/** A word of {@link INSERTED}; "a" stands for "an" too. */
const insertionOf = remembered((word) => change('insert', `insert ${word === 'an' ? 'a' : word}`, [word]));
const DETERMINED = new Set([...POSSESSIVES, ...'the a an this that these those no any every each some'.split(' ')]);
const BE = set('is are was were be been being am');
const HAVE = set('has have had');

const TAGS: readonly (Pos | undefined)[] = [undefined, 'PUNCT', 'SYM', 'X', 'DET', 'NUM', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'ADP', 'PART', 'SCONJ', 'CCONJ', 'INTJ', 'ADV', 'AUX', 'VERB'];
const tagNumber = new Map(TAGS.map((tag, i) => [tag, i] as const));
/** Neighbours that are told apart, by class. */
const NEIGHBOURS = new Map('the a an this that these those his her its their no any some every each all both other many more most one two he she it they we who which what him them and or but if when as because while than is are was were be been has have had do does did not will would can could may might should to of in on at by for from with about into over after before during between through under against since until said says'.split(' ').map((w, i) => [w, i + 1] as const));

export const MEASURE_NAMES = ['kind', 'prior', 'gain', 'own', 'next', 'nextButOne', 'oldOwn', 'oldNext', 'oldNextButOne', 'newOwn', 'newNext', 'newNextButOne',
  'oldSeen', 'oldNextSeen', 'newSeen', 'newNextSeen', 'newNextButOneSeen', 'oldFrequency', 'newFrequency', 'leftFrequency', 'rightFrequency',
  'pairLeftOld', 'pairOldRight', 'pairLeftNew', 'pairNewRight', 'pairAround', 'tagLeft2', 'tagLeft', 'tagHere', 'tagRight', 'tagRight2', 'tagRight3', 'wordLeft2', 'wordLeft', 'wordHere', 'wordRight', 'wordRight2',
  'capitalLeft', 'capitalRight', 'numberLeft', 'numberRight', 'markLeft', 'markRight', 'place',
  'headPlural', 'headCount', 'headNeeds', 'headThe', 'headA', 'headDistance', 'headOf', 'governor', 'governorOld', 'governorNew', 'headOld', 'headNew', 'subjectPlural', 'finite', 'rivals', 'bestRival', 'elsewhereGain', 'dated'] as const;


/** A word of a sentence, or a break (`id` -1: a number, a name the model lacks, a mark). */
interface Slot {
  readonly token: Token | undefined;
  readonly id: number;
  readonly mark: boolean;
}

/** How likely the words of a place are, and the two behind it: logarithms to the base 10, and how many words were seen together (0 where nothing was asked). */
interface Weighed {
  /** Of the words themselves: the sum, and the least of what was seen; 0 without words. */
  readonly own: number;
  readonly seen: number;
  readonly next: number;
  readonly nextSeen: number;
  readonly nextButOne: number;
  readonly nextButOneSeen: number;
  readonly sum: number;
}

/** How likely words are between the two before and the two behind (ids); undefined where {@link Weighed.sum} is below `least`: most edits fall at their first words. */
function weigh(least: number, l2: number, l1: number, ids: readonly number[], r1: number, r2: number): Weighed | undefined {
  let a = l2;
  let b = l1;
  let own = 0;
  let seen = ids.length ? 3 : 0;
  for (let i = 0; i < ids.length; i++) {
    own += logProbability(a, b, ids[i]!);
    // Logarithms of chances: each further one lowers the sum.
    if (own < least) return undefined;
    seen = Math.min(seen, seenTogether());
    a = b;
    b = ids[i]!;
  }
  let next = 0;
  let nextSeen = 0;
  let nextButOne = 0;
  let nextButOneSeen = 0;
  if (r1 >= 0) {
    next = logProbability(a, b, r1);
    if (own + next < least) return undefined;
    nextSeen = seenTogether();
    if (r2 >= 0) {
      nextButOne = logProbability(b, r1, r2);
      nextButOneSeen = seenTogether();
    }
  }
  const sum = own + next + nextButOne;
  return sum < least ? undefined : {own, seen, next, nextSeen, nextButOne, nextButOneSeen, sum};
}

interface Line {
  readonly document: Document;
  readonly slots: readonly Slot[];
  /** How likely each slot is behind the two before it, and how many of the words were seen together. */
  readonly logs: Float64Array;
  readonly seen: Uint8Array;
  readonly tags: readonly (Pos | undefined)[];
  readonly first: number;
}

const NOTHING: Slot = {token: undefined, id: -1, mark: true};

function lineOf(document: Document, sentence: number): Line {
  const {first, last} = document.sentences[sentence]!;
  const slots: Slot[] = [NOTHING, {token: undefined, id: ngramId(BEGIN), mark: true}];
  for (let i = first; i <= last; i++) {
    const token = document.tokens[i]!;
    if (token.kind === 'word') slots.push({token, id: wordId(token.word), mark: false});
    // Quotation marks and hyphens are not spoken; other marks separate.
    else if (token.kind === 'punctuation' || token.kind === 'symbol') {
      if (!/^["“”‘’'-]$/.test(token.text)) slots.push({token, id: /^[.!?…]$/.test(token.text) ? ngramId(END) : -1, mark: true});
    } else slots.push({token, id: -1, mark: false});
  }
  if (slots.at(-1)!.id !== ngramId(END)) slots.push({token: undefined, id: ngramId(END), mark: true});
  slots.push(NOTHING, NOTHING);
  const logs = new Float64Array(slots.length);
  const seen = new Uint8Array(slots.length);
  for (let i = 2; i < slots.length; i++) {
    logs[i] = logProbability(slots[i - 2]!.id, slots[i - 1]!.id, slots[i]!.id);
    seen[i] = seenTogether();
  }
  return {document, slots, logs, seen, tags: tagsOf(document, sentence), first};
}

/** What {@link weigh} gives for the slots `from` to `to` (excluded) as they are. */
function weighedAt({slots, logs, seen}: Line, from: number, to: number): Weighed {
  let own = 0;
  let least = to > from ? 3 : 0;
  for (let i = from; i < to; i++) {
    own += logs[i]!;
    least = Math.min(least, seen[i]!);
  }
  const hasNext = slots[to]!.id >= 0;
  const hasNextButOne = hasNext && (slots[to + 1]?.id ?? -1) >= 0;
  const next = hasNext ? logs[to]! : 0;
  const nextButOne = hasNextButOne ? logs[to + 1]! : 0;
  return {own, seen: least, next, nextSeen: hasNext ? seen[to]! : 0, nextButOne, nextButOneSeen: hasNextButOne ? seen[to + 1]! : 0, sum: own + next + nextButOne};
}

const tagOf = (line: Line, slot: Slot | undefined): Pos | undefined => (slot?.token ? line.tags[slot.token.index - line.first] : undefined);
const folded = (slot: Slot | undefined) => (slot?.token?.kind === 'word' ? slot.token.word.folded : '');

/** A verb's forms by name, and which ones a form may be. */
function verbForms(form: string): {readonly base: string; readonly is: readonly string[]} | undefined {
  for (const [base, names] of [[baseOfThird(form), ['third']], [baseOfIng(form), ['ing']], [baseOfPast(form), ['past']], [baseOfParticiple(form), ['participle']]] as const) {
    if (base && isInfinitive(base)) return {base, is: names[0] === 'past' && participleOf(base) === form ? ['past', 'participle'] : names};
  }
  return isInfinitive(form) ? {base: form, is: participleOf(form) === form ? ['base', 'past', 'participle'] : ['base']} : undefined;
}

/** The forms of a verb as changes of one of them, and the verb. Changes that the form does not allow are not there. */
interface VerbChanges {
  readonly base: string;
  /** What the form is first of all. */
  readonly from: string;
  readonly participle: boolean;
  readonly others: readonly Change[];
  /** Of a past. */
  readonly perfects: readonly Change[];
  /** Of a base. */
  readonly toIng: readonly Change[];
  readonly ofIng: {readonly plainPast: Change; readonly toInfinitive: Change; readonly withoutPreposition: Change} | undefined;
}
const verbChangesOf = noted((form): VerbChanges | undefined => {
  const verb = verbForms(form);
  if (!verb || verb.base === 'be' || verb.base === 'have' || verb.base === 'do') return undefined;
  const {base} = verb;
  const from = verb.is[0]!;
  const seen = new Set([form]);
  const others: Change[] = [];
  for (const [to, put] of [['base', base], ['third', thirdOf(base)], ['past', pastOf(base)], ['participle', participleOf(base)], ['ing', ingOf(base)]] as const) {
    if (seen.has(put) || !isEnglish(put)) continue;
    seen.add(put);
    others.push(change('verb', `verb ${from}>${to}`, [put]));
  }
  return {
    base, from, participle: verb.is.includes('participle'), others,
    perfects: from === 'past' ? ['has', 'have', 'had'].map((have) => change('perfect', `perfect past>${have}`, [have, participleOf(base)])) : NO_CHANGES,
    toIng: from === 'base' ? [change('infinitive', 'infinitive to>ing', [ingOf(base)]), ...['of', 'for', 'in'].map((p) => change('infinitive', `infinitive to>${p}-ing`, [p, ingOf(base)]))] : NO_CHANGES,
    ofIng: from === 'ing' ? {
      plainPast: change('perfect', 'perfect was-ing>past', [pastOf(base)]), toInfinitive: change('infinitive', 'infinitive ing>to', ['to', base]), withoutPreposition: change('infinitive', 'infinitive of-ing>to', ['to', base]),
    } : undefined,
  };
});

/** The changes that make a sentence likelier. */
class Likeliest {
  readonly found: Likelier[] = [];
  /** The most that one gains. */
  top = 0;
  readonly #line: Line;
  readonly #least: number;
  #before: Weighed | undefined;
  #from = -1;
  #to = -1;

  /** `least`: what a change has to gain. */
  constructor(line: Line, least: number) {
    this.#line = line;
    this.#least = least;
  }

  /** Takes a change in place of the slots `from` to `to` (excluded). */
  add(put: Change, from: number, to: number): void {
    const {slots} = this.#line;
    const first = slots[from]?.token?.index;
    if (from < 2 || first === undefined) return;
    // Edits of one place follow each other.
    if (!this.#before || this.#from !== from || this.#to !== to) this.#before = weighedAt(this.#line, (this.#from = from), (this.#to = to));
    const before = this.#before;
    const after = weigh(before.sum + this.#least, slots[from - 2]!.id, slots[from - 1]!.id, put.ids, slots[to]!.id, slots[to + 1]?.id ?? -1);
    if (!after) return;
    const gain = after.sum - before.sum;
    this.top = Math.max(this.top, gain);
    this.found.push({change: put, from, to, first, last: to > from ? slots[to - 1]!.token!.index : first - 1, before, after, gain});
  }
}

/** What {@link INSERTED} says. */
interface Insertion {
  readonly puts: readonly Change[];
  readonly before: ReadonlySet<Pos> | undefined;
  readonly after: ReadonlySet<Pos>;
}
const insertionsOf = (list: typeof INSERTED): readonly Insertion[] => list.map(([words, before, after]) => ({puts: words.split(' ').map(insertionOf), before, after}));

function candidatesAt(line: Line, i: number, insertions: readonly Insertion[], likeliest: Likeliest): void {
  const slot = line.slots[i]!;
  const {token} = slot;
  const tag = tagOf(line, slot);
  const left = line.slots[i - 1]!;
  const leftWord = folded(left);
  if (token && tag && !slot.mark && (token.spaced || i === 2) && left.id !== -2 && !/^[-‑'’]$/.test(line.document.tokens[token.index - 1]?.text ?? '')) {
    const leftTag = tagOf(line, left);
    const word = folded(slot);
    for (const {puts, before, after} of insertions) {
      if (!after.has(tag) || before && (!leftTag || !before.has(leftTag))) continue;
      for (const insertion of puts) {
        const put = insertion.words[0]!;
        if (put === leftWord || put === word || (put === 'the' || put === 'a') && (DETERMINED.has(leftWord) || leftTag === 'ADJ' || token.word.folded.endsWith("'s"))) continue;
        if (put === 'a') {
          const article = indefiniteBefore(token);
          if (article && !pluralNoun(token)) likeliest.add(insertionOf(article), i, i);
        } else likeliest.add(insertion, i, i);
      }
    }
  }
  if (token?.kind !== 'word' || token.word.shape !== 'lower') return;
  const w = token.word.folded;
  const beside = line.document.tokens[token.index + 1];
  if (beside && /^[-‑]$/.test(beside.text) && !beside.spaced || /^[-‑]$/.test(line.document.tokens[token.index - 1]?.text ?? '')) return;
  if (closesRange(line, i, w)) return;
  if (DELETED.has(w)) likeliest.add(deletionOf(w), i, i + 1);
  const swaps = swapsOf(token.word);
  for (const swap of swaps) {
    if (swap.kind === 'article' && swap.words[0] !== 'the') {
      const next = line.document.after(token);
      if (next && indefiniteBefore(next) === swap.words[0]) likeliest.add(swap, i, i + 1);
    } else if (!(swap.kind === 'preposition' && swap.words[0] === 'of' && OF_ANYWAY.test(tagOf(line, left) ?? '')) && !(swap.kind === 'pronoun' && w === 'her' && tagOf(line, line.slots[i + 1]) !== undefined && !PREPOSITIONS.has(folded(line.slots[i + 1])) && /^(?:NOUN|ADJ|PROPN)$/.test(tagOf(line, line.slots[i + 1])!)))
      likeliest.add(swap, i, i + 1);
  }
  if (w.length < 3 || swaps.length || DETERMINED.has(w)) return;
  if (tag === 'NOUN') {
    const singular = singularOf(w);
    const plural = countNoun(token);
    if (singular && singular !== w && pluralNoun(token)) likeliest.add(singularChangeOf(singular), i, i + 1);
    // "for the third consecutive day"
    else if (plural && !ONE_OF_MANY.test(leftWord) && !(tagOf(line, left) === 'ADJ' && ONE_OF_MANY.test(folded(line.slots[i - 2])))) likeliest.add(pluralChangeOf(plural), i, i + 1);
  }
  if (tag === 'ADJ' || tag === 'ADV') {
    const swap = adverbChangeOf(token.word);
    if (swap) likeliest.add(swap, i, i + 1);
  }
  if (tag !== 'VERB' && tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'AUX') return;
  const verb = tag === 'NOUN' && !/(?:ing|ed)$/.test(w) && !baseOfPast(w) && !/^(?:PRON|PROPN|NOUN|AUX|PART)$/.test(tagOf(line, left) ?? '') ? undefined : verbChangesOf(token.word);
  if (!verb) return;
  const {base, from, ofIng} = verb;
  for (const other of verb.others) likeliest.add(other, i, i + 1);
  if (verb.participle && HAVE.has(leftWord)) likeliest.add(change('perfect', `perfect ${leftWord}>past`, [pastOf(base)]), i - 1, i + 1);
  if (from === 'past' && !HAVE.has(leftWord) && !BE.has(leftWord)) for (const perfect of verb.perfects) likeliest.add(perfect, i, i + 1);
  if (ofIng && (leftWord === 'was' || leftWord === 'were')) likeliest.add(ofIng.plainPast, i - 1, i + 1);
  if (from === 'base' && leftWord === 'to') for (const ing of verb.toIng) likeliest.add(ing, i - 1, i + 1);
  if (ofIng) {
    likeliest.add(ofIng.toInfinitive, i, i + 1);
    if (/^(?:of|for|in|on|from)$/.test(leftWord)) likeliest.add(ofIng.withoutPreposition, i - 1, i + 1);
  }
}

/** Behind these "of" is so common that it is likelier than any other preposition, whichever is right: "images with text", "influence with her". */
const OF_ANYWAY = /^(?:NOUN|PROPN|PRON|NUM)$/;

/** How many words a range may have: "from the district court in Lublin to the court of appeal". */
const RANGE = 8;
const TIMES = new Set([...DAYS, ...MONTHS]);
/** Whether a word is the "to" of a "from", or stands between two days or months: what neither the words beside it nor three words in a row show. */
function closesRange({slots}: Line, i: number, word: string): boolean {
  if (word !== 'to') return false;
  if (TIMES.has(folded(slots[i - 1])) && TIMES.has(folded(slots[i + 1]))) return true;
  for (let k = i - 1; k >= Math.max(0, i - RANGE) && folded(slots[k]) !== 'to'; k--) if (folded(slots[k]) === 'from') return true;
  return false;
}

/** What only a singular stands behind. */
const ONE_OF_MANY = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|each|every|another)$/;
const singularChangeOf = remembered((put) => change('number', 'number plural>singular', [put]));
const pluralChangeOf = remembered((put) => change('number', 'number singular>plural', [put]));

/** An adjective's adverb, or the reverse. */
const adverbChangeOf = noted((w): Change | undefined => {
  if (w.endsWith('ly')) {
    const adjective = w.endsWith('ily') ? `${w.slice(0, -3)}y` : w.slice(0, -2);
    return isEnglish(adjective) && lookup(adjective).frequency > 80 ? change('adverb', 'adverb ly>', [adjective]) : undefined;
  }
  const adverb = /[^aeiou]y$/.test(w) ? `${w.slice(0, -1)}ily` : w.endsWith('le') ? `${w.slice(0, -1)}y` : `${w}ly`;
  return isEnglish(adverb) && lookup(adverb).frequency > 80 ? change('adverb', 'adverb >ly', [adverb]) : undefined;
});

/** The likely head of a noun phrase that goes on at slot `i`: its place. */
function headAt(line: Line, i: number): number {
  let head = i;
  for (let k = i; k < i + 6; k++) {
    const tag = tagOf(line, line.slots[k]);
    if (tag === 'NOUN' || tag === 'PROPN') head = k;
    else if (!(tag === 'ADJ' || tag === 'NUM' || tag === 'DET' || tag === 'ADV' && k === i || tag === 'PRON' && k === i) || folded(line.slots[k - 1]).endsWith("'s") && k > i && tag === 'DET') break;
  }
  return head;
}

/** The nearest verb, noun or adjective before slot `i`. */
function governorOf(line: Line, i: number): number {
  for (let k = i - 1; k > i - 5 && k > 1; k--) {
    const tag = tagOf(line, line.slots[k]);
    if (tag === 'VERB' || tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN') return k;
    if (line.slots[k]!.mark) return -1;
  }
  return -1;
}

/** The noun before an auxiliary or verb at slot `i` that may be its subject: 1 plural, 0 singular, -1 none is seen. */
function subjectOf(line: Line, i: number): number {
  let found = -1;
  for (let k = i - 1; k > i - 9 && k > 1; k--) {
    const slot = line.slots[k]!;
    const tag = tagOf(line, slot);
    const w = folded(slot);
    if (/^(?:they|we|these|those|you|i)$/.test(w)) return 1;
    if (/^(?:he|she|it|this)$/.test(w)) return 0;
    if (tag === 'VERB' || tag === 'AUX' || tag === 'SCONJ') break;
    // "the number of houses": the first of two counts.
    if (tag === 'NOUN' && slot.token && tagOf(line, line.slots[k + 1]) !== 'NOUN') found = pluralNoun(slot.token) ? 1 : 0;
    if (tag === 'PROPN' && found < 0) found = 0;
    if (slot.mark && found >= 0) break;
  }
  return found;
}

function finiteIn(line: Line): number {
  let n = 0;
  for (const slot of line.slots) {
    const tag = tagOf(line, slot);
    if (tag === 'AUX' || tag === 'VERB' && !folded(slot).endsWith('ing')) n++;
  }
  return n;
}

/** Words that say when something was. */
const DATES = /^(?:yesterday|ago|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|when|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Least gain of an edit that is looked at, in tenfold steps. */
const MIN_GAIN = 0;
/**
 * Edits that the trees are not asked about, since they never come to be reported: those that gain little, and those far behind the one that gains most in
 * the sentence (of 118,000 edits in machine-translated text, 1,600 for each that is reported, none was).
 */
const LITTLE = 0.25;
const BEHIND = 1;

/** An edit that makes a sentence likelier: what stands in place of the slots `from` to `to` (excluded). */
interface Likelier {
  readonly change: Change;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly before: Weighed;
  readonly after: Weighed;
  readonly gain: number;
}

const tagCode = (line: Line, slot: number) => tagNumber.get(tagOf(line, line.slots[slot])) ?? 3;
const nearCode = (line: Line, slot: number) => NEIGHBOURS.get(folded(line.slots[slot])) ?? 0;
const capital = (slot: Slot) => (slot.token?.kind === 'word' && slot.token.word.shape !== 'lower' ? 1 : 0);
const count = (a: string, b: string) => (a && b ? pairCount(a, b) : 0);

function measure(line: Line, {change: {kind, words, ids: put}, from, to, before, after, gain}: Likelier, finite: number, dated: number, rivals: number, bestRival: number, elsewhere: number): number[] {
  const {slots} = line;
  const [l1, r1] = [slots[from - 1]!.id, slots[to]!.id];
  const left = slots[from - 1]!;
  const right = slots[to]!;
  const leftWord = folded(left);
  const rightWord = folded(right);
  const oldWord = from < to ? folded(slots[to - 1]) : '';
  const newWord = words.at(-1) ?? '';
  const head = headAt(line, to);
  const headSlot = slots[head]!;
  const headWord = folded(headSlot);
  const governor = governorOf(line, from);
  const governorWord = governor >= 0 ? folded(slots[governor]) : '';
  const noun = headSlot.token && tagOf(line, headSlot) === 'NOUN' ? headSlot.token : undefined;
  return [KINDS.indexOf(kind), 0, gain, after.own - before.own, after.next - before.next, after.nextButOne - before.nextButOne, before.own, before.next, before.nextButOne, after.own, after.next, after.nextButOne,
    before.seen, before.nextSeen, after.seen, after.nextSeen, after.nextButOneSeen, oldWord ? wordLogProbability(slots[to - 1]!.id) : 0, newWord ? wordLogProbability(put.at(-1)!) : 0, wordLogProbability(l1), wordLogProbability(r1),
    count(leftWord, oldWord), count(oldWord, rightWord), count(leftWord, newWord), count(newWord, rightWord), count(leftWord, rightWord),
    tagCode(line, from - 2), tagCode(line, from - 1), from < to ? tagCode(line, to - 1) : 0, tagCode(line, to), tagCode(line, to + 1), tagCode(line, to + 2), nearCode(line, from - 2), nearCode(line, from - 1), from < to ? nearCode(line, to - 1) : 0, nearCode(line, to), nearCode(line, to + 1),
    capital(left), capital(right), left.token?.kind === 'number' ? 1 : 0, right.token?.kind === 'number' ? 1 : 0, left.mark ? 1 : 0, right.mark ? (right.id < 0 ? 1 : 2) : 0, Math.min(20, from - 2),
    noun ? (pluralNoun(noun) ? 1 : 0) : -1, noun ? (countNoun(noun) ? 1 : 0) : -1, noun ? (needsDeterminer(noun) ? 1 : 0) : -1, headWord ? pairCount('the', headWord) - (lookup(headWord).frequency) : 0, headWord ? Math.max(pairCount('a', headWord), pairCount('an', headWord)) - lookup(headWord).frequency : 0, head - to, folded(slots[head + 1]) === 'of' ? 1 : 0,
    governor >= 0 ? from - governor : 9, count(governorWord, oldWord), count(governorWord, newWord), count(oldWord, headWord), count(newWord, headWord), subjectOf(line, from), Math.min(8, finite), rivals, bestRival, elsewhere, dated];
}

let insertions: readonly Insertion[] | undefined;
let moreInsertions: readonly Insertion[] | undefined;
const MORE_INSERTED: typeof INSERTED = [...INSERTED, ['at by with from', new Set<Pos>(['NOUN', 'VERB', 'ADJ', 'PROPN', 'NUM', 'ADV']), new Set<Pos>(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'])], ['his her its their', new Set<Pos>(['VERB', 'ADP', 'CCONJ']), new Set<Pos>(['NOUN', 'ADJ'])]];

/**
 * The edits that a sentence allows, with what speaks for and against them: those that make it `likelier`, of these the `foremost`, which are worth being
 * weighed, or, to make wrong text of right, `all`.
 */
export function smallEditsIn(document: Document, sentence: number, which: 'foremost' | 'likelier' | 'all'): SmallEdit[] {
  const {first, last} = document.sentences[sentence]!;
  if (last - first < 4 || document.isTitle(sentence)) return [];
  const line = lineOf(document, sentence);
  const {slots} = line;
  const least = which === 'all' ? -99 : MIN_GAIN;
  const likeliest = new Likeliest(line, least);
  const inserted = which === 'all' ? (moreInsertions ??= insertionsOf(MORE_INSERTED)) : (insertions ??= insertionsOf(INSERTED));
  for (let i = 2; i < slots.length; i++) candidatesAt(line, i, inserted, likeliest);
  const {found: likelier, top} = likeliest;
  const found: SmallEdit[] = [];
  let finite = -1;
  let dated = 0;
  for (let i = 0; i < likelier.length; i++) {
    const edit = likelier[i]!;
    const {change: {kind, name, words, muted}, first, last, gain} = edit;
    if (which === 'foremost' && (muted || gain < LITTLE || gain - (top - gain) < -BEHIND)) continue;
    // What else would be likelier at the same place.
    let best = -1;
    let rivals = 0;
    for (let step = -1; step <= 1; step += 2) for (let k = i + step; k >= 0 && k < likelier.length && Math.abs(likelier[k]!.first - first) < 4; k += step) {
      const other = likelier[k]!;
      if (other.first > last + 1 || other.last < first - 1) continue;
      if (other.gain > gain - 0.5) rivals++;
      best = Math.max(best, other.gain);
    }
    if (finite < 0) {
      finite = finiteIn(line);
      dated = slots.some((slot) => DATES.test(folded(slot))) ? 2 : slots.some((slot) => /^(?:1[89]|20)\d\d$/.test(slot.token?.text ?? '')) ? 1 : 0;
    }
    found.push({kind, name, words, first, last, measures: measure(line, edit, finite, dated, rivals, best, top - gain)});
  }
  return found;
}
