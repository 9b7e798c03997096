/** The senses that may have been meant in a document, ranked with what its source language says. */
import type {Document} from '../document/document.ts';
import {adds, languageShift, MEASURE_NAMES} from './context-fit.ts';
import {BOLDEST, type Candidate, probeSenses, type SenseHit, senseHitsIn} from './sense-hits.ts';
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
const STYLE = 3;

/** What is taken off a candidate, in logits, because it means nearly the same as the word that stands there: "aides" and "advisers". */
export const styleOf = ({right, weighing}: Candidate): number => (weighing.measures[ALIKE]! > NEAR || (right.kin !== undefined && !('en' in right.from)) ? STYLE : 0);

const memo = new WeakMap<readonly SenseHit[], readonly RankedHit[]>();

/**
 * Every place that a surely machine-translated text would show, with its candidates, best first. Of readings that
 * begin at one token the longest counts.
 */
export function rankedSenses(document: Document, hits = senseHitsIn(document)): readonly RankedHit[] {
  const known = memo.get(hits);
  if (known) return known;
  const chances = languageChances(document, hits);
  const rank = (c: RankedCandidate) => c.score - adds(KIN, c.right.kin ?? 0);
  const best = new Map<number, RankedHit>();
  for (const {candidates, ...place} of hits) {
    const ranked = candidates
      .map((c) => {
        const shift = languageShift(chances, c.right.from);
        return {...c, context: c.score, shift, score: c.score + shift};
      })
      // A near synonym of the printed word says that nothing is wrong; it does not make another sense the right one.
      .sort((a, b) => rank(b) - rank(a));
    const [top] = ranked;
    const rival = best.get(place.first);
    if (!top || top.score < -BOLDEST || (rival && (rival.last > place.last || (rival.last === place.last && rival.ranked[0]!.score >= top.score)))) continue;
    best.set(place.first, {...place, ranked});
  }
  const ranked = [...best.values()].sort((a, b) => a.first - b.first);
  memo.set(hits, ranked);
  return ranked;
}

/** Logits above which a word counts in {@link senseDensity}: many weak signs tell more than a few strong ones, which sound text has too. */
const WEAK = -4;
/** One word alone says no more. */
const MOST = 1;

/** Words of a first look, and the density below which it is the last: of 309 sound texts half end here, and none of those that go beyond what is usual. */
const FIRST_WORDS = 160;
const CALM = 2;
/** Words of a second look: enough to know, and no more work in a book than in an article. */
const PROBE_WORDS = 500;

/**
 * How much stands in a wrong sense among the first words of a document: logits above {@link WEAK}, for 400 words, each
 * word at most {@link MOST}. What hardly any sound text exceeds: `rules/wrong-sense.ts`.
 */
export function senseDensity(document: Document): number {
  const density = densityOf(document, FIRST_WORDS);
  return density < CALM || document.wordCount <= FIRST_WORDS ? density : densityOf(document, PROBE_WORDS);
}

function densityOf(document: Document, words: number): number {
  const end = document.wordCount <= words ? document.tokens.length : document.tokens.length * (words / document.wordCount);
  const hits = probeSenses(document, words);
  const chances = languageChances(document, hits);
  // A word that comes again says nothing new.
  const best = new Map<string, number>();
  for (const {first, wrong, candidates} of hits) {
    if (first >= end) break;
    const top = Math.max(...candidates.map((c) => c.score + languageShift(chances, c.right.from)));
    best.set(wrong.lemma, Math.max(best.get(wrong.lemma) ?? 0, Math.min(MOST, top - WEAK)));
  }
  let sum = 0;
  for (const value of best.values()) sum += value;
  return sum / Math.max(0.6, Math.min(document.wordCount, words) / 400);
}
