/** The senses that may have been meant in a document, ranked with what its source language says. */
import type {Document} from '../document/document.ts';
import {languageShift} from './context-fit.ts';
import {BOLDEST, type Candidate, type SenseHit, senseHitsIn} from './sense-hits.ts';
import {languageChances, PRIOR_CHANCES} from './source-language.ts';

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

const memo = new WeakMap<Document, readonly RankedHit[]>();

/** Every place with its candidates, best first: of readings that begin at one token the longest that may be shown. */
export function rankedSenses(document: Document): readonly RankedHit[] {
  let known = memo.get(document);
  if (known) return known;
  const chances = languageChances(document, true);
  const best = new Map<number, RankedHit>();
  for (const {candidates, ...place} of senseHitsIn(document)) {
    const ranked = candidates
      .map((c) => {
        const shift = languageShift(chances, PRIOR_CHANCES, c.right.from);
        return {...c, context: c.score, shift, score: c.score + shift};
      })
      .sort((a, b) => b.score - a.score);
    const [top] = ranked;
    const rival = best.get(place.first);
    if (!top || top.score < -BOLDEST || (rival && (rival.last > place.last || (rival.last === place.last && rival.ranked[0]!.score >= top.score)))) continue;
    best.set(place.first, {...place, ranked});
  }
  memo.set(document, (known = [...best.values()].sort((a, b) => a.first - b.first)));
  return known;
}
