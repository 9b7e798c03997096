import type {Document} from '../document/document.ts';

/**
 * How machine-translated a document looks, 0 to 1, from its findings: each adds its confidence times how much its
 * rule says about engines; the sum is set against the length of the text. `crowd` is the density of weak signs beyond
 * what sound text has. A text without any sign has 0.15.
 */
export function machineLikeness(document: Document, findings: Iterable<{raw: number; evidence: number}>, crowd = 0): number {
  const {mt} = document.context;
  if (mt === 'yes') return 1;
  if (mt === 'no') return 0;
  let signs = 0;
  // Only what is likely by itself counts here: a few weak signs must not vouch for each other.
  for (const {raw, evidence} of findings) if (raw >= 0.7) signs += raw * evidence;
  const density = signs / Math.max(0.6, document.wordCount / 400) + crowd;
  return 0.15 + 0.85 * (1 - Math.exp(-0.45 * density));
}

/** What sound text may have of signs of grammar: of 309 sound documents six have more, none has twice as much. */
const CHANCE = 0.5;
/** How much more than other signs it says that there are several of grammar. */
const TOGETHER = 1.5;

/** Density of signs of grammar: of findings that say little each (0.4 and more). */
export function grammarDensity(document: Document, findings: Iterable<{raw: number; evidence: number}>): number {
  let sum = 0;
  for (const {raw, evidence} of findings) if (raw >= 0.4) sum += raw * evidence;
  return sum / Math.max(0.6, document.wordCount / 400);
}

/**
 * How far signs of grammar go together beyond what sound text has, in the density of {@link machineLikeness}: rules of
 * grammar find next to nothing in sound text, so that several findings in one text are no chance.
 */
export function grammarSigns(document: Document, findings: Iterable<{raw: number; evidence: number}>): number {
  return TOGETHER * Math.max(0, grammarDensity(document, findings) - CHANCE);
}

/** Weight of the document in a finding's confidence, in logits. */
const PULL = 2.4;

/**
 * The confidence of a finding in a document: its own, moved in logits by how machine-like the document is. At 0.5
 * nothing changes; a weak sign (0.3) becomes 0.8 in a surely machine-translated text, and 0.04 in a sound one.
 */
export function confidenceIn(raw: number, likeness: number): number {
  const p = Math.min(0.999, Math.max(0.001, raw));
  return 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) + 2 * PULL * (likeness - 0.5))));
}
