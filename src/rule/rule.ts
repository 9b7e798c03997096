import type {Root} from 'nlcst';
import type {Plugin} from 'unified';
import type * as v from 'valibot';
import type {VFile} from 'vfile';
import {Document} from '../document/document.ts';
import {proseFromTree} from '../document/from-tree.ts';
import {addMessages} from './message.ts';
import {parseOptions, type RuleOptions} from './options.ts';
import {run} from './run.ts';

/**
 * What may be done with a proposal.
 * safe: `--fix` applies it unseen, since at least 99 in 100 are what an editor would do;
 * suggest: ranked proposals, a person chooses; report: nothing to propose.
 */
export type Tier = 'safe' | 'suggest' | 'report';
export type Severity = 'warn' | 'error';

/** The kinds of damage, as readers of a report know them. */
export type Category =
  | 'fused-words' | 'split-word' | 'untranslated' | 'garbled' | 'misspelling' | 'capitalization' | 'inconsistent-term' | 'calque' | 'punctuation'
  | 'number-format' | 'negation' | 'agreement' | 'article' | 'repetition' | 'encoding' | 'boilerplate' | 'language-mix' | 'grammar' | 'suppression' | 'plugin';

/** A replacement of [start, end) by `text`; UTF-16 code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a rule hands to `report`; offsets are UTF-16 code units into `document.text`. */
export interface Report {
  /** The stretch to mark. */
  readonly start: number;
  readonly end: number;
  /** Replacements, best first: of the marked stretch, or edits elsewhere. An empty string deletes it. */
  readonly proposals?: readonly (string | Edit)[];
  /** How likely it is that an editor would change this, in a text of which nothing else is known: 0 to 1. */
  readonly confidence: number;
  /** At most the rule's tier; the rule's tier if absent. */
  readonly tier?: Tier;
  /** The reason, in plain words for people who write: one sentence. */
  readonly note?: string;
  /** Replaces "Unexpected `x`, expected `y`". */
  readonly message?: string;
  /** The finding is left out of texts with fewer words, unless the rule is run by itself: a sentence alone does not show how a text is written. */
  readonly minWords?: number;
  /** How far before `start`, in UTF-16 code units, the word begins that the finding holds for: it goes with that word only, and a finding that puts another word in its place rules it out. */
  readonly relies?: number;
  /** Points as evidence to machine translation, if other than the rule's own. */
  readonly evidence?: number;
  /** Of a rule that tells kinds apart: which of them. */
  readonly kind?: string;
}

export interface Example {
  readonly text: string;
  /** The marked stretches, in order. */
  readonly flagged: readonly string[];
  /** The text after the first proposal of every finding. */
  readonly fixed?: string;
  /** Settings of the document that the example needs. */
  readonly from?: string;
  readonly mt?: 'yes' | 'no';
  /** Options of the rule that the example shows. */
  readonly options?: Readonly<Record<string, unknown>>;
}

type Schema = v.ObjectSchema<v.ObjectEntries, undefined>;

export interface RuleDefinition<S extends Schema = Schema, K extends string = string> {
  /** Kebab-case, the file's name, named after the problem. */
  readonly id: string;
  /** One line: what it finds. */
  readonly summary: string;
  /** Markdown: why it is a problem, how it comes about, when it is silent. */
  readonly why: string;
  readonly category: Category;
  readonly tier: Tier;
  readonly severity: Severity;
  readonly since: string;
  /**
   * How much one sure finding says that the text is machine-translated: 0 (people do this as often) to 1 (only
   * engines do this).
   */
  readonly evidence: number;
  /**
   * Machine-likeness, by the findings of the other rules, below which the rule is not run: for costly rules whose signs
   * are too weak to be shown in a sound text anyway.
   */
  readonly needs?: number;
  /**
   * How far the rule's weak signs together, each of which says little, go beyond what sound text has, in the density of
   * `machine-likeness.ts`: 0 for nearly all sound texts. Asked where the other findings leave the text below `needs`, and whenever the rule runs. A rule that has it runs
   * behind the others that need suspicious texts, if with what these have found the text still is one.
   */
  readonly crowd?: (document: Document) => number;
  /** One finding about the text as a whole, after which there is nothing more to say: where there is one, no rule is run. */
  readonly whole?: (document: Document, options: v.InferOutput<S> & RuleOptions) => (Report & {readonly kind?: NoInfer<K>}) | undefined;
  /**
   * "paragraph": what the rule reports of a paragraph depends on it, on 24 tokens and 100 characters to each side (more: `Document.lookFar`), on the
   * settings, and on what it asks of the whole with `ask` (`src/document/ask.ts`). It goes through `ownTokens`, `ownSentences`, `ownStretches` or `where` of its document, which an editor
   * gives it as a view of one paragraph. Absent: on the whole document.
   */
  readonly reach?: 'paragraph';
  /**
   * The rule's own options, as a valibot object schema: each with a default and a description (`v.optional(v.pipe(…, v.description('…')), …)`) and shown by an
   * example. What every rule takes (`allow`, `minConfidence` and the like, see `options.ts`) the engine adds.
   */
  readonly options?: S;
  /** Where the rule finds by several mechanisms: their names, kebab-case, with what each finds, in plain words. Every report says which; the option `ignore` turns them off. */
  readonly kinds?: Readonly<Record<K, string>>;
  readonly examples: {readonly bad: readonly Example[]; readonly good: readonly (string | Omit<Example, 'flagged' | 'fixed'>)[]};
  /**
   * What the rule finds besides, never surer than `most`, and no evidence of machine translation: looked for only in a text in which it would be shown,
   * since it costs much.
   */
  readonly weak?: {readonly most: number; check(document: Document, report: (report: Report & {readonly kind: NoInfer<K>}) => void): void};
  /** The numbers behind a finding, for `mtlint explain --finding`: lines of plain text about the stretch from `start` to `end`. */
  readonly explain?: (document: Document, start: number, end: number) => string;
  check(document: Document, report: (report: [K] extends [never] ? Report : Report & {readonly kind: K}) => void, options: v.InferOutput<S> & RuleOptions): void;
}

/** Settings of a rule as a retext plugin: its options, and what is known of the text. */
export interface RetextSettings {
  readonly options?: Record<string, unknown>;
  readonly from?: string;
  readonly mt?: 'auto' | 'yes' | 'no';
  readonly accept?: readonly string[];
}

/** A rule: a retext plugin that carries its definition. */
export type Rule = Plugin<[RetextSettings?], Root> & {readonly rule: RuleDefinition};

/**
 * Makes a rule of a definition. The result is a retext plugin, `unified().use(retextEnglish).use(rule)`, and
 * what the engine runs.
 */
export function defineRule<S extends Schema, K extends string = never>(definition: RuleDefinition<S, K>): Rule {
  const rule = definition as unknown as RuleDefinition;
  function plugin(settings: RetextSettings = {}) {
    return (tree: Root, file: VFile) => {
      const document = new Document(proseFromTree(tree), {from: settings.from, mt: settings.mt, accepted: new Set(settings.accept?.map((w) => w.toLowerCase()))});
      addMessages(file, document, run(document, [{rule, options: parseOptions(rule, settings.options)}]));
    };
  }
  return Object.assign(plugin as Plugin<[RetextSettings?], Root>, {rule});
}
