import type {Document} from '../document/document.ts';
import {readData} from '../lexicon/assets.ts';

const UNSUSPECTED = 0.15;
const sizeOf = (document: Document) => Math.max(0.6, document.wordCount / 400);

/** Density of sure signs: findings of 0.7 and more, each by its confidence times how much its rule says about engines. */
export function strongDensity(document: Document, findings: Iterable<{raw: number; evidence: number}>): number {
  let signs = 0;
  // Only what is likely by itself counts here: a few weak signs must not vouch for each other.
  for (const {raw, evidence} of findings) if (raw >= 0.7) signs += raw * evidence;
  return signs / sizeOf(document);
}

/**
 * How machine-translated a short document looks, and a long one before rules have run that need such texts, 0 to 1. `crowd` is the density of weak signs beyond
 * what sound text has. A text without any sign has 0.15.
 */
export function machineLikeness(document: Document, findings: Iterable<{raw: number; evidence: number}>, crowd = 0): number {
  const {mt} = document.context;
  if (mt === 'yes') return 1;
  if (mt === 'no') return 0;
  return UNSUSPECTED + (1 - UNSUSPECTED) * (1 - Math.exp(-0.45 * (strongDensity(document, findings) + crowd)));
}

/** Density of weak signs: of findings that say little each (0.4 and more). */
export function weakDensity(document: Document, findings: Iterable<{raw: number; evidence: number}>): number {
  let sum = 0;
  for (const {raw, evidence} of findings) if (raw >= 0.4) sum += raw * evidence;
  return sum / sizeOf(document);
}

/**
 * Density of faint signs: of findings of the rules that look at any text, which say little each (0.3 to 0.7). Of a rule the first counts, since a habit of
 * one writer shows again and again; of phrases each. One sign alone many a sound text has: it does not count.
 */
export function faintDensity(document: Document, findings: Iterable<{raw: number; evidence: number; ruleId: string; actual: string}>): number {
  const signs = new Map<string, number>();
  for (const {raw, evidence, ruleId, actual} of findings) {
    if (raw < 0.3 || raw >= 0.7 || evidence === 0) continue;
    const key = ruleId === 'calque' ? actual.toLowerCase() : ruleId;
    signs.set(key, Math.max(raw * evidence, signs.get(key) ?? 0));
  }
  return signs.size < 2 ? 0 : [...signs.values()].reduce((sum, sign) => sum + sign, 0) / sizeOf(document);
}

/** What sound text may have of signs of grammar: of 309 sound documents six have more, none has twice as much. */
const CHANCE = 0.5;
/** How much more than other signs it says that there are several of grammar. */
const TOGETHER = 1.5;

/** How far a {@link weakDensity} of grammar goes beyond what sound text has, as a density of {@link machineLikeness}: rules of grammar find next to nothing in sound text, so that several findings in one text are no chance. */
export const beyondChance = (grammar: number): number => TOGETHER * Math.max(0, grammar - CHANCE);

/** What speaks for an engine in a document, each a density, 0 and more. */
export interface Signs {
  /** {@link strongDensity} of the rules that look at any text. */
  readonly strong: number;
  /** {@link faintDensity} of the same. */
  readonly weak: number;
  /** {@link weakDensity} of the rules of grammar that look at suspicious texts. */
  readonly grammar: number;
  /** The same of words in the wrong sense. */
  readonly senses: number;
  /** How far the choice of words goes beyond what sound text has: see `crowd` of a rule. */
  readonly crowd: number;
}

let loaded: Readonly<Record<'bias' | keyof Signs, number>> | undefined;
const weights = () => (loaded ??= readData<NonNullable<typeof loaded>>('likeness'));

/**
 * How machine-translated a document of some length looks, 0 to 1, once all rules that it deserves have run: a logistic regression on annotated articles against the same
 * articles as their editors corrected them and against news (`scripts/fit-likeness.ts`). A text without any sign has 0.15.
 */
export function likenessBy(document: Document, signs: Signs): number {
  const {mt} = document.context;
  if (mt === 'yes') return 1;
  if (mt === 'no') return 0;
  const {bias, strong, weak, grammar, senses, crowd} = weights();
  const logits = bias + strong * Math.log1p(signs.strong) + weak * Math.log1p(signs.weak) + grammar * Math.log1p(signs.grammar) + senses * Math.log1p(signs.senses) + crowd * Math.log1p(signs.crowd);
  return UNSUSPECTED + (1 - UNSUSPECTED) / (1 + Math.exp(-logits));
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
