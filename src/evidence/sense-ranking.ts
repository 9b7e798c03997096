/** The senses that may have been meant in a document, ranked with what its source language says. */
import type {Document} from '../document/document.ts';
import {DocumentNote} from '../document/document-note.ts';
import {languageShift} from './context-fit.ts';
import {BOLDEST, type Candidate, type SenseHit, senseHitsIn} from './sense-hits.ts';
import {adds, MEASURE_NAMES} from './sense-weights.ts';
import {languageChances} from './source-language.ts';

const KIN = MEASURE_NAMES.indexOf('kin');
const ALIKE = MEASURE_NAMES.indexOf('alike');
/** Nearness of two words from which the better one is a matter of style. */
const NEAR = 0.5;
/** Logits off for a near synonym: on annotated articles 0.65 of such reports were right, 0.87 of the others. */
const STYLE = 2;

/** What is taken off a candidate, in logits, because it means nearly the same as the word that stands there: "aides" and "advisers". */
export const styleOf = ({right, weighing}: Candidate): number => (weighing.sense.values[ALIKE]! > NEAR || (right.kin !== undefined && !('en' in right.from)) ? STYLE : 0);

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
