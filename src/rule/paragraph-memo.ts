import {type Listener, listen, type Question} from '../document/ask.ts';
import {detached} from '../document/detached.ts';
import {type Context, Document} from '../document/document.ts';
import type {Keeper} from '../document/paragraph-evidence.ts';
import type {Prose} from '../document/prose.ts';
import type {RuleDefinition} from './rule.ts';
import {type ActiveRule, type Checker, type Draft, messageOf} from './run.ts';

/** A question about the whole document (`ask.ts`) on which something that is kept depends, and what it was asked about. */
interface Asked {
  readonly id: number;
  readonly question: Question<unknown>;
  readonly about: string;
  answer: unknown;
  /** The last document, by number, for which it was answered. */
  answered: number;
}

/** What was found out about a paragraph. */
interface Found {
  readonly value: unknown;
  /** What was asked of the document for it, by id, and of which document. */
  readonly asked: readonly number[];
  /** Those among it of which nobody tells whether the answer is another one. */
  readonly untold: readonly Asked[];
  readonly at: number;
  /** It depends on all that is far around the paragraph. */
  readonly far: boolean;
}

const NO_IDS: readonly number[] = [];
const NO_QUESTIONS: readonly Asked[] = [];

/** How far beyond a paragraph rules of its reach look, at least in both, and how far those look that say so (`Document.lookFar`), in tokens. */
const REACH = {tokens: 24, characters: 100};
const FAR = 60;
/** Questions that are kept though nobody may need their answers any more. */
const MAX_IDLE = 2000;

/** What was found in paragraphs that are alike and have the same around them, by the rule or the evidence that found it. */
class Neighbourhood {
  /** Tells it from all others. */
  readonly name: string;
  readonly found = new Map<object, Found>();

  constructor(name: string) {
    this.name = name;
  }
}

/** A paragraph with what is near it, and with what is far around it. */
interface Place {
  readonly near: Neighbourhood;
  readonly far: Neighbourhood;
}

/** A draft with where the paragraph began when it was last asked for. It moves with the paragraph. */
type Kept = {-readonly [K in keyof Omit<Draft, 'proposals'>]: Draft[K]} & {base: number; readonly proposals: readonly {start: number; end: number; readonly text: string}[]};

/** What rules found in a paragraph, and for which use it was last asked for: of one rule for what rules found together, of these for a document, by number. */
interface Drafts {
  readonly drafts: readonly Kept[];
  readonly failures: readonly (readonly [RuleDefinition, Error])[];
  used: number;
}

/** Of the texts no more than what they say: pieces would keep the whole alive. */
const keptOf = (draft: Draft, base: number): Kept => ({...draft, actual: detached(draft.actual), message: detached(messageOf(draft)), note: draft.note && detached(draft.note), proposals: draft.proposals.map(({start, end, text}) => ({start, end, text: detached(text)})), base});

function move(draft: Kept, base: number): void {
  const by = base - draft.base;
  if (!by) return;
  draft.base = base;
  draft.start += by;
  draft.end += by;
  for (const edit of draft.proposals) {
    edit.start += by;
    edit.end += by;
  }
}

const numbers = new WeakMap<RuleDefinition, number>();
let numbered = 0;
function numberOf(rule: RuleDefinition): number {
  let number = numbers.get(rule);
  if (number === undefined) numbers.set(rule, (number = numbered++));
  return number;
}

/** The drafts for a use of them, by number. Paragraphs that are alike, among others that are alike, share what was found: at the second use they are others. */
function given(found: Drafts, use: number): readonly Kept[] {
  const drafts = found.used === use ? found.drafts.map((draft) => keptOf(draft, draft.base)) : found.drafts;
  found.used = use;
  return drafts;
}

const NOTHING: Drafts = {drafts: [], failures: [], used: 0};
const NOTHING_NEAR: Found = {value: NOTHING, asked: NO_IDS, untold: NO_QUESTIONS, at: 0, far: false};
const NOTHING_FAR: Found = {...NOTHING_NEAR, far: true};

/** What stands beside a paragraph, on one side as far as {@link REACH}: each token with what is before it, its kind, and where sentences and paragraphs begin. */
function nearBeside(document: Document, segment: number, step: -1 | 1): string {
  const {tokens, sentences, text} = document;
  const [first, last] = document.segmentTokens[segment]!;
  let name = '';
  let looked = 0;
  for (let i = step < 0 ? first - 1 : last + 1; looked < REACH.tokens || name.length < REACH.characters; i += step, looked++) {
    const token = tokens[i];
    if (!token) return `${name}.`;
    const {title, first: opening} = sentences[token.sentence]!;
    const begins = opening === i ? `${title ?? document.isTitle(token.sentence)}${document.segments[token.segment]!.role}` : '';
    name += `${token.kind[0]}${begins}${text.slice(tokens[i - 1]?.end ?? 0, token.end)}`;
  }
  return name;
}

/** The paragraphs on one side of another one: the next one, and more until there are {@link FAR} tokens; "." for the end of the text. */
function farBeside(document: Document, numbers: readonly number[], of: number, step: -1 | 1): string {
  let name = '';
  let tokens = 0;
  for (let i = of + step; tokens < FAR; i += step) {
    if (numbers[i] === undefined) return `${name}.`;
    name += `${numbers[i]} `;
    tokens += document.segmentTokens[i]![1] - document.segmentTokens[i]![0] + 1;
  }
  return name;
}

/** Whether all that is far around a paragraph was there in the version before. */
function isAsBefore({segmentTokens, changes}: Document, segment: number): boolean {
  const {previous, same} = changes!;
  const before = same[segment]!;
  if (before < 0) return false;
  for (const step of [-1, 1]) for (let i = segment + step, tokens = 0; tokens < FAR; i += step) {
    const range = segmentTokens[i];
    if (!range) {
      if (previous.segmentTokens[before + i - segment]) return false;
      break;
    }
    if (same[i] !== before + i - segment) return false;
    tokens += range[1] - range[0] + 1;
  }
  return true;
}

/**
 * Keeps what rules report paragraph by paragraph (`reach` of a rule) from one version of a text to the next, for an editor that lints it at
 * every change: such a rule is run over the paragraphs alone that changed, near which something did, or about which it asked something of the
 * document that has another answer now. One memo belongs to one text and one set of settings, and keeps what its last version needs.
 */
export class ParagraphMemo implements Keeper, Listener {
  #document: Document | undefined;
  #number = 0;
  #paragraphs = new Map<string, number>();
  #named = 0;
  #neighbourhoods = new Map<string, Neighbourhood>();
  /** Of each paragraph of the document, and what the version before had nothing of. */
  #places: readonly Place[] = [];
  #fresh = new Set<Neighbourhood>();
  readonly #questions = new Map<Question<unknown>, Map<string, Asked>>();
  /** By id: all that was asked, and the last document, by number, for which the answer was another one. What was found depends on hundreds of answers, so that they are looked through side by side. */
  readonly #asked: (Asked | undefined)[] = [];
  readonly #changed: number[] = [];
  #free: number[] = [];
  #kept = 0;
  readonly #keys = new Map<string, object>();
  /** What was asked for what is being found, and whether that depends on what is far. */
  #asking: Set<number> | undefined;
  #far = false;

  /** The next version of the text as a document. */
  document(prose: Prose, context: Context): Document {
    const document = new Document(prose, context, {keeper: this, previous: this.#document});
    this.#document = document;
    this.#number++;
    this.#settle(document);
    this.#update(document);
    return document;
  }

  /** Finds the place of each paragraph. */
  #settle(document: Document): void {
    const paragraphs = new Map<string, number>();
    const numbers = document.segments.map((_, i) => {
      const likeness = document.segmentLikeness(i);
      let number = paragraphs.get(likeness);
      if (number === undefined) paragraphs.set(likeness, (number = this.#paragraphs.get(likeness) ?? this.#named++));
      return number;
    });
    this.#paragraphs = paragraphs;
    const neighbourhoods = new Map<string, Neighbourhood>();
    const before = this.#places;
    this.#fresh = new Set();
    const named = (name: string): Neighbourhood => {
      let neighbourhood = neighbourhoods.get(name) ?? this.#neighbourhoods.get(name);
      if (!neighbourhood) this.#fresh.add((neighbourhood = new Neighbourhood(name)));
      return neighbourhood;
    };
    const places: Place[] = [];
    for (const [i, number] of numbers.entries()) {
      const place: Place = document.changes && isAsBefore(document, i) ? before[document.changes.same[i]!]!
        : {near: named(detached(`${number}|${nearBeside(document, i, -1)}|${nearBeside(document, i, 1)}`)), far: named(`${farBeside(document, numbers, i, -1)}|${number}|${farBeside(document, numbers, i, 1)}`)};
      neighbourhoods.set(place.near.name, place.near);
      neighbourhoods.set(place.far.name, place.far);
      places.push(place);
    }
    this.#places = places;
    this.#neighbourhoods = neighbourhoods;
  }

  /** Answers the questions anew of which it is known what they would have to be asked about, and forgets those that nobody needs. */
  #update(document: Document): void {
    if (this.#asked.length - this.#free.length > 2 * this.#kept + MAX_IDLE) {
      const needed = new Set<number>();
      for (const {found} of this.#neighbourhoods.values()) for (const {asked} of found.values()) for (const id of asked) needed.add(id);
      for (const known of this.#questions.values()) for (const [about, {id}] of known) if (!needed.has(id)) {
        known.delete(about);
        this.#asked[id] = undefined;
        this.#free.push(id);
      }
      this.#kept = needed.size;
    }
    for (const [question, known] of this.#questions) {
      if (!question.changed) continue;
      for (const about of question.changed(document) ?? known.keys()) {
        const asked = known.get(about);
        if (asked) this.#answer(asked);
      }
    }
  }

  /** Lets the version before the last document go, when all is found. */
  rest(): void {
    this.#document!.changes = undefined;
  }

  /** What rules of reach "paragraph" report of the document that was made last, and those that failed. The drafts hold until the next document is made. */
  draftsOf(document: Document, rules: readonly ActiveRule[], checker: Checker): {drafts: Draft[]; failures: Map<RuleDefinition, Error>} {
    const all: Draft[] = [];
    const failures = new Map<RuleDefinition, Error>();
    const key = this.#keyOf(rules);
    const find = (view: Document) => this.#draftsIn(view.ownSegments[0]!, rules, checker);
    for (let i = 0; i < document.segments.length; i++) {
      const found = this.keep(i, key, find);
      for (const [rule, error] of found.failures) if (!failures.has(rule)) failures.set(rule, error);
      const drafts = given(found, this.#number);
      for (let k = 0; k < drafts.length; k++) {
        move(drafts[k]!, document.segments[i]!.start);
        all.push(drafts[k]!);
      }
    }
    return {drafts: failures.size ? all.filter(({ruleId}) => ![...failures.keys()].some((rule) => rule.id === ruleId)) : all, failures};
  }

  /** What rules report of a segment of the document. */
  #draftsIn(segment: number, rules: readonly ActiveRule[], checker: Checker): Drafts {
    const drafts: Kept[] = [];
    const failures: Drafts['failures'][number][] = [];
    for (const active of rules) {
      const own = this.keep(segment, active.rule, (view) => this.#check(segment, active, view, checker));
      for (const draft of given(own, 1)) drafts.push(draft);
      for (const failure of own.failures) failures.push(failure);
    }
    return {drafts: drafts.slice(), failures, used: 0};
  }

  #check(segment: number, active: ActiveRule, view: Document, checker: Checker): Drafts {
    const {start} = view.segments[segment]!;
    const end = view.segments[segment + 1]?.start ?? Number.POSITIVE_INFINITY;
    const drafts: Kept[] = [];
    try {
      for (const draft of checker.check(active, view)) if (draft.start >= start && draft.start < end) drafts.push(keptOf(draft, start));
    } catch (error) {
      return {drafts: [], failures: [[active.rule, error as Error]], used: 0};
    }
    return drafts.length ? {drafts, failures: [], used: 0} : NOTHING;
  }

  /** One for rules that are run together. */
  #keyOf(rules: readonly ActiveRule[]): object {
    const name = rules.map(({rule}) => numberOf(rule)).join(' ');
    let key = this.#keys.get(name);
    if (!key) this.#keys.set(name, (key = {name}));
    return key;
  }

  stayed(segment: number): boolean {
    return !this.#fresh.has(this.#places[segment]!.near);
  }

  lookFar(): void {
    this.#far = true;
  }

  keep<T>(segment: number, key: object, make: (view: Document) => T): T {
    const {near, far} = this.#places[segment]!;
    let found = near.found.get(key) ?? far.found.get(key);
    if (!found || !this.#holds(found)) {
      found = this.#find(make, segment);
      near.found.delete(key);
      (found.far ? far : near).found.set(key, found);
    }
    // What is found by what was found before depends on the same.
    if (this.#asking) for (const id of found.asked) this.#asking.add(id);
    if (found.far) this.#far = true;
    return found.value as T;
  }

  ask<T>(question: Question<T>, about: string): T {
    let known = this.#questions.get(question);
    if (!known) this.#questions.set(question, (known = new Map()));
    let asked = known.get(about);
    if (!asked) {
      const answer = this.#answerOf(question, about);
      const id = this.#free.pop() ?? this.#asked.length;
      known.set(about, (asked = this.#asked[id] = {id, question, about, answer, answered: this.#number}));
      this.#changed[id] = this.#number;
    } else if (!this.#isAnswered(asked)) this.#answer(asked);
    this.#asking?.add(asked.id);
    return asked.answer as T;
  }

  #holds({asked, untold, at}: Found): boolean {
    for (const one of untold) if (!this.#isAnswered(one)) this.#answer(one);
    const changed = this.#changed;
    for (let i = 0; i < asked.length; i++) if (changed[asked[i]!]! > at) return false;
    return true;
  }

  #isAnswered({question, answered}: Asked): boolean {
    return answered === this.#number || question.changed !== undefined;
  }

  #answer(asked: Asked): void {
    const answer = this.#answerOf(asked.question, asked.about);
    if (!Object.is(answer, asked.answer)) this.#changed[asked.id] = this.#number;
    asked.answer = answer;
    asked.answered = this.#number;
  }

  /** What an answer is made of is the question's own affair. */
  #answerOf<T>(question: Question<T>, about: string): T {
    return listen(undefined, (document) => question.answer(document, about), this.#document!);
  }

  #find(make: (view: Document) => unknown, segment: number): Found {
    const [asking, far] = [this.#asking, this.#far];
    const ids = (this.#asking = new Set<number>());
    this.#far = false;
    try {
      const value = listen(this, make, this.#document!.within(segment));
      // Most find and ask nothing.
      if (value === NOTHING && !ids.size) return this.#far ? NOTHING_FAR : NOTHING_NEAR;
      const asked = ids.size ? [...ids] : NO_IDS;
      const untold = asked.map((id) => this.#asked[id]!).filter(({question}) => !question.changed);
      return {value, asked, untold: untold.length ? untold.slice() : NO_QUESTIONS, at: this.#number, far: this.#far};
    } finally {
      this.#asking = asking;
      this.#far = far;
    }
  }
}
