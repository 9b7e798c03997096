/** The senses that may have been meant in a document, ranked with what its source language says. */
import type {Document} from '../document/document.ts';
import {languageShift} from './context-fit.ts';
import {BOLDEST, type Candidate, type SenseHit, senseHitsIn} from './sense-hits.ts';
import {adds, MEASURE_NAMES} from './sense-weights.ts';
import {languageChances} from './source-language.ts';

export interface RankedCandidate extends Candidate {
  /** Logits by the context alone. */
  readonly context: number;
  /** What the source language adds to `context`, in logits. */
  readonly shift: number;
}

export interface RankedHit extends Omit<SenseHit, 'candidates'> {
  /** Best first; `score` with the language. */
  readonly ranked: readonly RankedCandidate[];
}

const KIN = MEASURE_NAMES.indexOf('kin');
const ALIKE = MEASURE_NAMES.indexOf('alike');
/** Nearness of two words from which the better one is a matter of style. */
const NEAR = 0.5;
/** Logits off for a near synonym: on annotated articles 0.65 of such reports were right, 0.87 of the others. */
const STYLE = 2;

/** What is taken off a candidate, in logits, because it means nearly the same as the word that stands there: "aides" and "advisers". */
export const styleOf = ({right, weighing}: Candidate): number => (weighing.sense.values[ALIKE]! > NEAR || (right.kin !== undefined && !('en' in right.from)) ? STYLE : 0);

const memo = new WeakMap<readonly SenseHit[], readonly RankedHit[]>();

/**
 * Every place that a surely machine-translated text would show, with its candidates, best first. Of readings that
 * begin at one token the longest counts.
 */
export function rankedSenses(document: Document, hits = senseHitsIn(document)): readonly RankedHit[] {
  const known = memo.get(hits);
  if (known) return known;
  const chances = languageChances(document, hits);
  // A near synonym of the printed word says that nothing is wrong; it does not make another sense the right one.
  const rank = (c: RankedCandidate) => c.score - adds(KIN, c.right.kin ?? 0);
  const ranked: RankedHit[] = [];
  for (const {candidates, wrong, first, last, plural} of hits) {
    const own = candidates.map(({right, weighing, score: context}): RankedCandidate => {
      const shift = languageShift(chances, right.from);
      return {right, weighing, context, shift, score: context + shift};
    });
    if (own.length > 1) own.sort((a, b) => rank(b) - rank(a));
    const [top] = own;
    const before = ranked.at(-1);
    const rival = before?.first === first ? before : undefined;
    if (!top || top.score < -BOLDEST || (rival && (rival.last > last || (rival.last === last && rival.ranked[0]!.score >= top.score)))) continue;
    if (rival) ranked.pop();
    ranked.push({wrong, first, last, plural, ranked: own});
  }
  memo.set(hits, ranked);
  return ranked;
}
