import {type Listener, listen} from '../document/ask.ts';
import {detached} from '../document/detached.ts';
import {type Context, Document} from '../document/document.ts';
import type {Keeper} from '../document/paragraph-evidence.ts';
import type {Prose} from '../document/prose.ts';
import type {RuleDefinition} from './rule.ts';
import type {ActiveRule, Draft} from './run.ts';

/** A question about the whole document (`ask.ts`) on which something that is kept depends. */
interface Question {
  readonly ask: (whole: Document) => unknown;
  answer: unknown;
  /** The last document, by number, for which it was answered, and the last for which the answer was another one. */
  answered: number;
  changed: number;
}

/** What was found out about a paragraph. */
interface Found {
  readonly value: unknown;
  /** What was asked of the document for it, and of which document. */
  readonly questions: readonly Question[];
  readonly at: number;
}

/** Tokens to each side of a paragraph at which rules of its reach may look. */
const REACH = 60;

/** By the rule or the evidence that found it. */
type Neighbourhood = Map<object, Found>;

/** A draft with where the paragraph began when it was last asked for. It moves with the paragraph. */
type Kept = {-readonly [K in keyof Omit<Draft, 'proposals'>]: Draft[K]} & {base: number; readonly proposals: readonly {start: number; end: number; readonly text: string}[]};

/** What rules found in a paragraph, and of the document for which it was last asked for, the number. */
interface Drafts {
  readonly drafts: readonly Kept[];
  readonly failures: readonly (readonly [RuleDefinition, Error])[];
  used: number;
}

/** Of the texts no more than what they say: pieces would keep the whole alive. */
const keptOf = (draft: Draft, base: number): Kept => ({...draft, actual: detached(draft.actual), message: detached(draft.message), note: draft.note && detached(draft.note), proposals: draft.proposals.map(({start, end, text}) => ({start, end, text: detached(text)})), base});

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

const NOTHING: Drafts = {drafts: [], failures: [], used: 0};

/** The paragraphs on one side of another one as far as a rule may look: the next one, and more until there are {@link REACH} tokens; "." for the end of the text. */
function besides(document: Document, numbers: readonly number[], of: number, step: -1 | 1): string {
  let name = '';
  let tokens = 0;
  for (let i = of + step; tokens < REACH; i += step) {
    if (numbers[i] === undefined) return `${name}.`;
    name += `${numbers[i]} `;
    tokens += document.segmentTokens[i]![1] - document.segmentTokens[i]![0] + 1;
  }
  return name;
}

/**
 * Keeps what rules report paragraph by paragraph (`reach` of a rule) from one version of a text to the next, for an editor that lints it at
 * every change: such a rule is run over the paragraphs alone that changed, whose neighbours did, or about which it asked something of the
 * document that has another answer now. One memo belongs to one text and one set of settings, and keeps what its last version needs.
 */
export class ParagraphMemo implements Keeper {
  #document: Document | undefined;
  #number = 0;
  #paragraphs = new Map<string, number>();
  #named = 0;
  #neighbourhoods = new Map<string, Neighbourhood>();
  /** The neighbourhood of each paragraph of the document, and which of them the version before did not have. */
  #here: readonly Neighbourhood[] = [];
  #fresh = new Set<Neighbourhood>();
  #questions = new Map<string, Question>();
  readonly #keys = new Map<string, object>();
  /** What was asked for what is being found. */
  #asked: Set<Question> | undefined;

  /** The next version of the text as a document. */
  document(prose: Prose, context: Context): Document {
    const document = new Document(prose, context, {keeper: this, previous: this.#document});
    this.#document = document;
    this.#number++;
    const paragraphs = new Map<string, number>();
    const numbers = document.segments.map((_, i) => {
      const likeness = document.segmentLikeness(i);
      let number = paragraphs.get(likeness);
      if (number === undefined) paragraphs.set(likeness, (number = this.#paragraphs.get(likeness) ?? this.#named++));
      return number;
    });
    this.#paragraphs = paragraphs;
    const neighbourhoods = new Map<string, Neighbourhood>();
    this.#fresh = new Set();
    this.#here = numbers.map((number, i) => {
      const name = `${besides(document, numbers, i, -1)}|${number}|${besides(document, numbers, i, 1)}`;
      let neighbourhood = neighbourhoods.get(name);
      if (!neighbourhood) {
        neighbourhood = this.#neighbourhoods.get(name);
        if (!neighbourhood) this.#fresh.add((neighbourhood = new Map()));
        neighbourhoods.set(name, neighbourhood);
      }
      return neighbourhood;
    });
    this.#neighbourhoods = neighbourhoods;
    const questions = new Map<string, Question>();
    for (const [key, question] of this.#questions) if (question.answered === this.#number - 1) questions.set(key, question);
    this.#questions = questions;
    return document;
  }

  /** Lets the version before the last document go, when all is found. */
  rest(): void {
    this.#document!.changes = undefined;
  }

  /** What rules of reach "paragraph" report of the document that was made last, as `check` tells of it, and those that failed. The drafts hold until the next document is made. */
  draftsOf(document: Document, rules: readonly ActiveRule[], check: (active: ActiveRule, part: Document, add: (draft: Draft) => void) => void): {drafts: Draft[]; failures: Map<RuleDefinition, Error>} {
    const all: Draft[] = [];
    const failures = new Map<RuleDefinition, Error>();
    const key = this.#keyOf(rules);
    for (const [i, {start}] of document.segments.entries()) {
      const end = document.segments[i + 1]?.start ?? Number.POSITIVE_INFINITY;
      const found = this.keep(i, key, (): Drafts => {
        const own = rules.map((active) => this.keep(i, active.rule, (view): Drafts => {
          const drafts: Kept[] = [];
          try {
            check(active, view, (draft) => {
              if (draft.start >= start && draft.start < end) drafts.push(keptOf(draft, start));
            });
          } catch (error) {
            return {drafts: [], failures: [[active.rule, error as Error]], used: 0};
          }
          return drafts.length ? {drafts, failures: [], used: 0} : NOTHING;
        }));
        return {drafts: own.flatMap(({drafts}) => drafts), failures: own.flatMap(({failures}) => failures), used: 0};
      });
      for (const [rule, error] of found.failures) if (!failures.has(rule)) failures.set(rule, error);
      // Paragraphs that are alike, among others that are alike, share what was found.
      const drafts = found.used === this.#number ? found.drafts.map((draft) => keptOf(draft, draft.base)) : found.drafts;
      found.used = this.#number;
      for (const draft of drafts) {
        move(draft, start);
        all.push(draft);
      }
    }
    return {drafts: failures.size ? all.filter(({ruleId}) => ![...failures.keys()].some((rule) => rule.id === ruleId)) : all, failures};
  }

  /** One for rules that are run together. */
  #keyOf(rules: readonly ActiveRule[]): object {
    const name = rules.map(({rule}) => numberOf(rule)).join(' ');
    let key = this.#keys.get(name);
    if (!key) this.#keys.set(name, (key = {name}));
    return key;
  }

  stayed(segment: number): boolean {
    return !this.#fresh.has(this.#here[segment]!);
  }

  keep<T>(segment: number, key: object, make: (view: Document) => T): T {
    const known = this.#here[segment]!;
    const document = this.#document!;
    let found = known.get(key);
    if (!found || !this.#holds(found, document)) known.set(key, (found = this.#find(() => make(document.within(segment)))));
    // What is found by what was found before depends on the same.
    for (const question of found.questions) this.#asked?.add(question);
    return found.value as T;
  }

  #holds({questions, at}: Found, document: Document): boolean {
    let holds = true;
    for (const question of questions) {
      if (question.answered !== this.#number) {
        const answer = question.ask(document);
        question.answered = this.#number;
        if (!Object.is(answer, question.answer)) question.changed = this.#number;
        question.answer = answer;
      }
      if (question.changed > at) holds = false;
    }
    return holds;
  }

  #find(make: () => unknown): Found {
    const questions = new Set<Question>();
    const listener: Listener = {
      heard: (key, ask, answer) => {
        let question = this.#questions.get(key);
        if (!question) this.#questions.set(key, (question = {ask, answer, answered: this.#number, changed: this.#number}));
        else if (question.answered !== this.#number) {
          if (!Object.is(answer, question.answer)) question.changed = this.#number;
          question.answer = answer;
          question.answered = this.#number;
        }
        questions.add(question);
      },
    };
    const outer = this.#asked;
    this.#asked = questions;
    try {
      return {value: listen(listener, make), questions: [...questions], at: this.#number};
    } finally {
      this.#asked = outer;
    }
  }
}
