import {applyEdits} from '../fix/apply.ts';
import type {Edit} from '../rule/rule.ts';
import type {Finding} from '../rule/run.ts';

/** What a person decided so far. */
interface State {
  readonly text: string;
  /** Words that are right in this project. */
  readonly words: readonly string[];
  /** Findings that stay as they are. */
  readonly kept: readonly Finding[];
  /** Rules of which no more is wanted in this session. */
  readonly silenced: readonly string[];
  /** Fingerprints of findings that were passed over. */
  readonly skipped: readonly string[];
  /** Where the search for the next finding begins, in UTF-16 code units. */
  readonly at: number;
  /** Repairs made. */
  readonly repairs: number;
}

/** Findings in a text, given the words that are right. */
export type Linter = (text: string, words: readonly string[]) => readonly Finding[];

/** The walk through the findings of one text. Every step can be undone; nothing is written. */
export class RepairSession {
  readonly #lint: Linter;
  readonly #past: State[] = [];
  #state: State;
  #saved: State;
  #findings: readonly Finding[];

  constructor(text: string, lint: Linter) {
    this.#lint = lint;
    this.#state = this.#saved = {text, words: [], kept: [], silenced: [], skipped: [], at: 0, repairs: 0};
    this.#findings = lint(text, []);
  }

  get text(): string {
    return this.#state.text;
  }

  /** Words that were accepted. */
  get words(): readonly string[] {
    return this.#state.words;
  }

  /** Findings that wait for a decision, in the order of the text. */
  get waiting(): readonly Finding[] {
    const {skipped, kept, silenced} = this.#state;
    const done = new Set([...skipped, ...kept.map((f) => f.fingerprint)]);
    return this.#findings.filter((f) => !done.has(f.fingerprint) && !silenced.includes(f.ruleId));
  }

  /** Number of findings that were put off. */
  get skipped(): number {
    return this.#findings.filter((f) => this.#state.skipped.includes(f.fingerprint) && !this.#state.silenced.includes(f.ruleId)).length;
  }

  /** The finding to decide on: the next one in the text, then those that came up before it. */
  get current(): Finding | undefined {
    const {waiting} = this;
    return waiting.find((f) => f.start >= this.#state.at) ?? waiting[0];
  }

  /** What is not saved yet. */
  get unsaved(): {readonly repairs: number; readonly words: readonly string[]; readonly kept: readonly Finding[]} {
    const saved = this.#saved;
    const {text, words, kept, repairs} = this.#state;
    return {
      repairs: text === saved.text ? 0 : Math.max(1, repairs - saved.repairs),
      words: words.filter((w) => !saved.words.includes(w)),
      kept: kept.filter((k) => !saved.kept.includes(k)),
    };
  }

  get dirty(): boolean {
    const {repairs, words, kept} = this.unsaved;
    return repairs > 0 || words.length > 0 || kept.length > 0;
  }

  /** A step after which the text cannot be linted is not made. */
  #go(change: Partial<State>): void {
    const before = this.#state;
    this.#set({...before, ...change});
    this.#past.push(before);
  }

  #set(state: State): void {
    if (state.text !== this.#state.text || state.words !== this.#state.words) this.#findings = this.#lint(state.text, state.words);
    this.#state = state;
  }

  /** Takes a proposal of the finding, or another text for the stretch that it marks. Throws, and changes nothing, where the text can then not be linted. */
  repair(finding: Finding, replacement: Edit | string): void {
    const edit = typeof replacement === 'string' ? {start: finding.start, end: finding.end, text: replacement} : replacement;
    const {text} = applyEdits(this.#state.text, [edit]);
    this.#go({text, at: Math.min(finding.start, edit.start), repairs: this.#state.repairs + 1});
  }

  skip(finding: Finding): void {
    this.#go({skipped: [...this.#state.skipped, finding.fingerprint], at: finding.end});
  }

  /** Takes the marked word for right, here and in the project. */
  acceptWord(finding: Finding): void {
    this.#go({words: [...this.#state.words, finding.actual.trim()], skipped: [...this.#state.skipped, finding.fingerprint], at: finding.end});
  }

  /** Leaves the place as it is, now and later. */
  keep(finding: Finding): void {
    this.#go({kept: [...this.#state.kept, finding], at: finding.end});
  }

  /** Shows no more findings of the rule in this session. */
  silence(finding: Finding): void {
    this.#go({silenced: [...this.#state.silenced, finding.ruleId]});
  }

  /** Takes back the last step; false if there is none. */
  undo(): boolean {
    const before = this.#past.pop();
    if (!before) return false;
    this.#set(before);
    return true;
  }

  /** What is decided so far has been saved. */
  markSaved(): void {
    this.#saved = this.#state;
  }
}
