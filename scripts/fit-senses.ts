/**
 * Fits the weights of `src/evidence/context-fit.ts` and writes `rules/senses/weights.json`:
 *   npx tsx scripts/fit-senses.ts FOLDER
 * FOLDER holds sound English, one `.txt` a document. Where a wrong word stands there it is right (a negative); where a
 * right word stands, the wrong one is put in its place (a positive). Figures are of documents left out of the fit.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {lemmasOf} from '../src/document/inflection.ts';
import {MEASURES, measure, placeOf} from '../src/evidence/context-fit.ts';
import {type RightSense, type SenseRecord, type Wrong, wrongSensesOf} from '../src/evidence/senses.ts';
import {SortedTable} from '../src/lexicon/table.ts';
import {endOf, isKept} from '../rules/wrong-sense.ts';

interface Case {readonly y: 0 | 1; readonly fold: number; readonly lemma: string; readonly options: readonly (readonly number[])[]}
type Fit = {bias: number; w: number[]};
/** Not fitted: a right word stands in its own text more often, and always by itself, where the positives are made. */
const FIXED: Readonly<Record<string, number>> = {elsewhere: 0.2, ownElsewhere: -0.2, phrase: -0.3};
const FOLDS = 4;
const [folder = '.'] = process.argv.slice(2);
const target = path.resolve(import.meta.dirname, '../rules/senses/weights.json');
let seed = 7;
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;

const swaps = new Map<string, {lemma: string; words: string[]; record: SenseRecord; right: RightSense}[]>();
for (const line of new SortedTable('senses').all()) {
  const [, lemma, json] = line.split('\t');
  if (!lemma || !json) continue;
  const record = JSON.parse(json) as SenseRecord;
  for (const right of record.right) swaps.set(right.word, [...(swaps.get(right.word) ?? []), {lemma, words: lemma.split(/[ '’-]+/), record, right}]);
}

const cases: Case[] = [];
const uses = new Map<string, number>();
let words = 0;
for (const [n, name] of readdirSync(folder).filter((f) => f.endsWith('.txt')).sort().entries()) {
  const document = Document.fromText(readFileSync(path.join(folder, name), 'utf8'));
  words += document.wordCount;
  const fold = n % FOLDS;
  for (const token of document.tokens) {
    if (token.kind !== 'word' || token.text.length < 3 || (token.word.shape !== 'lower' && (token.word.shape !== 'capital' || !document.opensSentence(token)))) continue;
    for (const wrong of wrongSensesOf(token.word.base) as readonly Wrong[]) {
      const end = wrong.words.length > 1 ? endOf(document, token, wrong) : {last: token.index};
      if (!end || isKept(document, token.index, end.last, wrong.record.keep)) continue;
      const place = placeOf(document, token.index, end.last);
      cases.push({y: 0, fold, lemma: wrong.lemma, options: wrong.record.right.map((right) => measure(place, wrong, right))});
    }
    for (const {lemma} of lemmasOf(token.word.base)) {
      const list = swaps.get(lemma);
      const used = uses.get(lemma) ?? 0;
      if (!list || used > 25 || token.word.base.length < 4) continue;
      uses.set(lemma, used + 1);
      const swap = list[Math.floor(random() * list.length)]!;
      cases.push({y: 1, fold, lemma: swap.lemma, options: [measure(placeOf(document, token.index, token.index), swap, swap.right)]});
      break;
    }
  }
}
const score = ({bias, w}: Fit, x: readonly number[]) => w.reduce((sum, weight, i) => sum + weight * x[i]!, bias);
const top = (fit: Fit, c: Case) => Math.max(...c.options.map((x) => score(fit, x)));

/** Logistic regression by gradient descent with momentum; of a negative's candidates the strongest counts. Both classes weigh the same. */
function train(given: readonly Case[]): Fit {
  const fit: Fit = {bias: 0, w: MEASURES.map((name) => FIXED[name] ?? 0)};
  const rate = 3;
  const ones = given.filter((c) => c.y === 1).length;
  const weight = [0.5 / (given.length - ones), 0.5 / ones];
  const speed = MEASURES.map(() => 0);
  let biasSpeed = 0;
  for (let round = 0; round < 400; round++) {
    const gradient = MEASURES.map((_, i) => 0.0004 * fit.w[i]!);
    let b = 0;
    for (const c of given) {
      let x = c.options[0]!;
      let s = score(fit, x);
      for (const other of c.options.slice(1)) {
        const t = score(fit, other);
        if (t > s) [x, s] = [other, t];
      }
      const error = weight[c.y]! * (1 / (1 + Math.exp(-s)) - c.y);
      b += error;
      for (let i = 0; i < x.length; i++) gradient[i]! += error * x[i]!;
    }
    biasSpeed = 0.9 * biasSpeed - rate * b;
    fit.bias += biasSpeed;
    for (let i = 0; i < speed.length; i++) if (!(MEASURES[i]! in FIXED)) fit.w[i]! += speed[i] = 0.9 * speed[i]! - rate * gradient[i]!;
  }
  return fit;
}

const sample = cases.filter((c) => c.y === 1 || random() < 0.4);
const held: {y: 0 | 1; score: number}[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const fit = train(sample.filter((c) => c.fold !== fold));
  for (const c of cases) if (c.fold === fold) held.push({y: c.y, score: top(fit, c)});
}
const fit = train(sample);
const negatives = held.filter((h) => h.y === 0).map((h) => h.score).sort((a, b) => b - a);
const positives = held.filter((h) => h.y === 1);
const figures = [0.1, 0.3, 1, 3, 10].map((perThousand) => {
  const threshold = negatives[Math.floor((perThousand * words) / 1000)]!;
  return {falseAlarmsPer1000Words: perThousand, logits: Math.round(threshold * 100) / 100, found: Math.round((1000 * positives.filter((p) => p.score > threshold).length) / positives.length) / 1000};
});
// So that 0 logits stand where sound text gives one alarm in 10,000 words, language and length aside.
const shift = figures[0]!.logits;
const often = figures[2]!.logits - 0.5;
const fires = new Map<string, number>();
for (const c of cases) if (c.y === 0 && top(fit, c) > often) fires.set(c.lemma, (fires.get(c.lemma) ?? 0) + 1);
const old = JSON.parse(readFileSync(target, 'utf8')) as Record<string, unknown>;
const round = (x: number) => Math.round(x * 1000) / 1000;
writeFileSync(target, `${JSON.stringify({
  bias: round(fit.bias - shift), weights: Object.fromEntries(MEASURES.map((name, i) => [name, round(fit.w[i]!)])),
  language: old.language ?? {same: 1.5, other: -1.2}, short: old.short ?? {words: 40, penalty: -1},
  figures: {words, positives: positives.length, negatives: negatives.length, heldOut: figures},
  disabled: [...fires].filter(([, n]) => n >= 2).map(([lemma]) => lemma).sort(),
}, null, 1)}\n`);
console.log(figures, MEASURES.map((name, i) => `${name} ${round(fit.w[i]!)}`).join(', '), `disabled ${[...fires].filter(([, n]) => n >= 2).length} of ${fires.size}`);
