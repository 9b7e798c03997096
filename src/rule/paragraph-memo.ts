import {Document} from '../document/document.ts';
import type {RuleOptions} from './options.ts';
import type {Edit, Report, RuleDefinition} from './rule.ts';

/** Neighbourhoods that are kept; beyond, all are forgotten. */
const MAX_KEPT = 4000;
/** With more new paragraphs than this a rule goes through the document as a whole. */
const MAX_PARTS = 24;

/** A paragraph between its neighbours, as a document of its own. */
interface Part {
  readonly document: Document;
  /** Where the paragraph begins and ends in it, and how far it lies ahead of its place in the whole. */
  readonly start: number;
  readonly end: number;
}

/** What a rule reported of a document, with offsets counted from where a paragraph begins. */
type Reports = readonly Report[];

const shifted = (report: Report, by: number): Report => ({
  ...report, start: report.start + by, end: report.end + by,
  ...(report.proposals ? {proposals: report.proposals.map((p): string | Edit => (typeof p === 'string' ? p : {...p, start: p.start + by, end: p.end + by}))} : {}),
});

/**
 * Keeps what rules that reach no farther than a paragraph and its neighbours report (`reach` of a rule), for an editor that lints a text
 * again at every change: such a rule is run over the paragraphs alone that changed, or whose neighbours did. One memo belongs to one set of
 * settings.
 */
export class ParagraphMemo {
  readonly #paragraphs = new Map<string, number>();
  readonly #neighbourhoods = new Map<string, number>();
  readonly #reports = new Map<RuleDefinition, Map<number, Reports>>();
  #document: Document | undefined;
  /** The number of each paragraph's neighbourhood in the document. */
  #here: readonly number[] = [];
  #parts: (Part | undefined)[] = [];

  /** What the rule reports of a document. Throws what the rule throws. */
  reportsOf(document: Document, rule: RuleDefinition, options: RuleOptions): Report[] {
    if (document !== this.#document) this.#enter(document);
    let known = this.#reports.get(rule);
    if (!known) this.#reports.set(rule, (known = new Map()));
    const missing: number[] = [];
    for (let i = 0; i < this.#here.length; i++) if (!known.has(this.#here[i]!)) missing.push(i);
    if (missing.length > MAX_PARTS) this.#runWhole(document, rule, options, known);
    else for (const segment of missing) {
      const {document: part, start, end} = (this.#parts[segment] ??= this.#partOf(document, segment));
      const found: Report[] = [];
      rule.check(part, (report) => {
        if (report.start >= start && report.start < end) found.push(shifted(report, -start));
      }, options);
      known.set(this.#here[segment]!, found);
    }
    return document.segments.flatMap(({start}, i) => known.get(this.#here[i]!)!.map((report) => shifted(report, start)));
  }

  #enter(document: Document): void {
    if (this.#neighbourhoods.size > MAX_KEPT) {
      this.#paragraphs.clear();
      this.#neighbourhoods.clear();
      this.#reports.clear();
    }
    const number = (names: Map<string, number>, name: string) => {
      let found = names.get(name);
      if (found === undefined) names.set(name, (found = names.size));
      return found;
    };
    const paragraphs = document.segments.map((_, i) => number(this.#paragraphs, document.segmentLikeness(i)));
    this.#here = paragraphs.map((paragraph, i) => number(this.#neighbourhoods, `${paragraphs[i - 1]} ${paragraph} ${paragraphs[i + 1]}`));
    this.#parts = [];
    this.#document = document;
  }

  /** Goes through the whole document and deals out what is found. */
  #runWhole(document: Document, rule: RuleDefinition, options: RuleOptions, known: Map<number, Reports>): void {
    const found: Report[] = [];
    rule.check(document, (report) => found.push(report), options);
    found.sort((a, b) => a.start - b.start);
    let next = 0;
    for (const [i, {start}] of document.segments.entries()) {
      const end = document.segments[i + 1]?.start ?? Number.POSITIVE_INFINITY;
      const own: Report[] = [];
      for (; next < found.length && found[next]!.start < end; next++) own.push(shifted(found[next]!, -start));
      known.set(this.#here[i]!, own);
    }
  }

  #partOf(document: Document, segment: number): Part {
    const {segments, text, prose: {opaque}} = document;
    const from = Math.max(0, segment - 1);
    const neighbours = segments.slice(from, segment + 2);
    const base = neighbours[0]!.start;
    const stop = neighbours.at(-1)!.end;
    const part = new Document({
      text: text.slice(base, stop), segments: neighbours.map((s) => ({...s, start: s.start - base, end: s.end - base})),
      ...(opaque ? {opaque: opaque.filter(([a, b]) => a < stop && b > base).map(([a, b]) => [Math.max(0, a - base), Math.min(stop, b) - base] as const)} : {}),
    }, document.context);
    return {document: part, start: segments[segment]!.start - base, end: (segments[segment + 1]?.start ?? Number.POSITIVE_INFINITY) - base};
  }
}
