/** The senses that may have been meant in a document, ranked with what its source language says. */
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {languageShift} from './context-fit.ts';
import {BOLDEST, type Candidate, type SenseHit, senseHitsIn} from './sense-hits.ts';
import {adds, MEASURE_NAMES} from './sense-weights.ts';
import {languageChances} from './source-language.ts';

const KIN = MEASURE_NAMES.indexOf('kin');
const ALIKE = MEASURE_NAMES.indexOf('alike');
/** Nearness of two words from which the better one is a matter of style, and from which it may be. */
const NEAR = 0.5;
const SIMILAR = 0.3;
/** Logits off for a near synonym: on annotated articles 0.65 of such reports were right, 0.87 of the others. */
const STYLE = 2;
/** For a similar word of which the source language does not make it likely (`shift`) that it was meant, and for any of which it makes it unlikely: of those just above what is shown one in three was right. */
const SUPPORTED = 1;
const PERHAPS_STYLE = 0.3;
const FOREIGN = 0.5;

/** What is taken off a candidate, in logits, because it means nearly the same as the word that stands there ("aides" and "advisers"), or because the source language speaks against it. */
export function doubtOf({right, weighing, shift}: Candidate): number {
  const alike = weighing.sense.values[ALIKE]!;
  if (alike > NEAR || (right.kin !== undefined && !('en' in right.from))) return STYLE;
  return shift < 0 ? FOREIGN : shift < SUPPORTED && alike > SIMILAR ? PERHAPS_STYLE : 0;
}

const memo = new DocumentNote<{readonly hits: readonly SenseHit[]; readonly found: readonly SenseHit[]}>();

/** A near synonym of the printed word says that nothing is wrong; it does not make another sense the right one. */
const rankOf = (candidate: Candidate) => candidate.score - adds(KIN, candidate.right.kin ?? 0);

/** Puts the candidates in order, of equals the earlier first. They are few. */
function rank({candidates, ranked}: SenseHit): void {
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    let at = i;
    if (i > 0) for (const own = rankOf(candidate); at > 0 && rankOf(ranked[at - 1]!) < own; at--) ranked[at] = ranked[at - 1]!;
    ranked[at] = candidate;
  }
}

/**
 * Every place that a surely machine-translated text would show, with its candidates, best first. Of readings that
 * begin at one token the longest counts.
 */
export function rankedSenses(document: Document, hits = senseHitsIn(document)): readonly SenseHit[] {
  const known = memo.get(document.whole);
  if (known?.hits === hits) return known.found;
  const chances = languageChances(document, hits);
  const found: SenseHit[] = [];
  for (const hit of hits) {
    const {first, last, candidates} = hit;
    for (const candidate of candidates) candidate.shift = languageShift(chances, candidate.right.from);
    rank(hit);
    const [top] = hit.ranked;
    const before = found.at(-1);
    const rival = before?.first === first ? before : undefined;
    if (!top || top.score < -BOLDEST || (rival && (rival.last > last || (rival.last === last && rival.ranked[0]!.score >= top.score)))) continue;
    if (rival) found.pop();
    found.push(hit);
  }
  memo.set(document.whole, {hits, found});
  return found;
}
