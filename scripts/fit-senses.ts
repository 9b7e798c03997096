/**
 * Fits the weights of `src/evidence/context-fit.ts` and writes `rules/senses/weights.json`:
 *   npx tsx scripts/fit-senses.ts FOLDER
 * FOLDER holds sound English, one `.txt` a document. Where a wrong word stands there it is right (a negative); where a
 * right word stands, the wrong one is put in its place (a positive). Figures are of lexicon entries left out of the fit.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {lemmasOf} from '../src/document/inflection.ts';
import {fluent, MEASURE_NAMES, measure, placeOf} from '../src/evidence/context-fit.ts';
import {endOf, isKept} from '../src/evidence/sense-hits.ts';
import {type RightSense, type SenseRecord, wrongSensesOf} from '../src/evidence/senses.ts';
import {Table} from '../src/lexicon/table.ts';

interface Option {readonly x: readonly number[]; readonly languages: readonly string[]}
interface Case {readonly y: 0 | 1; readonly lemma: string; readonly options: readonly Option[]}
type Fit = {bias: number; w: number[]};
/** Not fitted: a right word stands in its own text more often, and always by itself, where the positives are made; and there near synonyms are as wrong as the rest. */
const FIXED: Readonly<Record<string, number>> = {elsewhere: 0.2, ownElsewhere: -0.2, phrase: -0.3, synonym: -7, kin: -1.2};
const FOLDS = 5;
/** Findable wrong senses in 1,000 words of machine-translated news, for the level of the scores. */
const ERRORS_PER_1000_WORDS = 26;
/** What a surely machine-translated document adds to a finding: see `machine-likeness.ts`. */
const BOLDNESS = 2.4;
/** Times that one right word is used. */
const MAX_USES = 25;
const folder = process.argv[2] ?? '.';
const target = path.resolve(import.meta.dirname, '../rules/senses/weights.json');
let seed = 7;
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
const round = (x: number) => Math.round(x * 1000) / 1000;

interface Swap {readonly lemma: string; readonly words: readonly string[]; readonly record: SenseRecord; readonly right: RightSense}
const swaps = new Map<string, Swap[]>();
for (const [, lines] of new Table('senses').entries()) for (const line of lines) {
  const [lemma = '', json = ''] = line.split('\t');
  const record = JSON.parse(json) as SenseRecord;
  for (const right of record.right) swaps.set(right.word, [...(swaps.get(right.word) ?? []), {lemma, words: lemma.split(/[ '’-]+/), record, right}]);
}

const cases: Case[] = [];
const uses = new Map<string, number>();
let words = 0;
for (const name of readdirSync(folder).filter((f) => f.endsWith('.txt')).sort()) {
  const document = Document.fromText(readFileSync(path.join(folder, name), 'utf8'));
  words += document.wordCount;
  for (const token of document.tokens) {
    if (token.kind !== 'word' || token.text.length < 3 || (token.word.shape !== 'lower' && (token.word.shape !== 'capital' || !document.opensSentence(token)))) continue;
    for (const wrong of wrongSensesOf(token.word.base)) {
      const end = endOf(document, token, wrong);
      if (!end || isKept(document, token.index, end.last, wrong.record.keep)) continue;
      const place = placeOf(document, token.index, end.last);
      cases.push({y: 0, lemma: wrong.lemma, options: wrong.record.right.map((right) => ({x: measure(place, wrong, right, fluent(document, token.index, end.last, new Map(), wrong.lemma, right.word, wrong.form)), languages: Object.keys(right.from)}))});
    }
    const base = lemmasOf(token.word.base).find((l) => swaps.has(l.lemma));
    const lemma = base?.lemma;
    const used = lemma ? (uses.get(lemma) ?? 0) : 0;
    if (!lemma || used > MAX_USES || token.word.base.length < 4) continue;
    uses.set(lemma, used + 1);
    const list = swaps.get(lemma)!;
    const swap = list[Math.floor(random() * list.length)]!;
    cases.push({y: 1, lemma: swap.lemma, options: [{x: measure(placeOf(document, token.index, token.index), {...swap, form: base!.forms[0]!}, swap.right, fluent(document, token.index, token.index, new Map(), swap.lemma, swap.right.word, base!.forms[0]!)), languages: Object.keys(swap.right.from)}]});
  }
}

const score = ({bias, w}: Fit, x: readonly number[]) => {
  let sum = bias;
  for (let i = 0; i < x.length; i++) sum += w[i]! * x[i]!;
  return sum;
};
function strongest(fit: Fit, options: readonly Option[]): {x: readonly number[]; score: number} {
  let best = {x: options[0]!.x, score: score(fit, options[0]!.x)};
  for (const {x} of options.slice(1)) {
    const s = score(fit, x);
    if (s > best.score) best = {x, score: s};
  }
  return best;
}

/** Logistic regression by Adam; of a negative's candidates the strongest counts. Both classes weigh the same. */
function train(given: readonly Case[]): Fit {
  const fit: Fit = {bias: 0, w: MEASURE_NAMES.map((name) => FIXED[name] ?? 0)};
  const n = fit.w.length;
  const ones = given.filter((c) => c.y === 1).length;
  const weight = [0.5 / (given.length - ones), 0.5 / ones];
  const first = new Float64Array(n + 1);
  const second = new Float64Array(n + 1);
  for (let step = 1; step <= 250; step++) {
    const gradient = new Float64Array(n + 1);
    for (let i = 0; i < n; i++) gradient[i] = 0.0005 * fit.w[i]!;
    for (const c of given) {
      const {x, score: s} = strongest(fit, c.options);
      const error = weight[c.y]! * (1 / (1 + Math.exp(-s)) - c.y);
      gradient[n]! += error;
      for (let i = 0; i < n; i++) gradient[i]! += error * x[i]!;
    }
    const rate = step < 180 ? 0.1 : 0.03;
    for (let i = 0; i <= n; i++) {
      first[i] = 0.9 * first[i]! + 0.1 * gradient[i]!;
      second[i] = 0.99 * second[i]! + 0.01 * gradient[i]! ** 2;
      const move = (rate * first[i]!) / (1 - 0.9 ** step) / (Math.sqrt(second[i]! / (1 - 0.99 ** step)) + 1e-8);
      if (i === n) fit.bias -= move;
      else if (!(MEASURE_NAMES[i]! in FIXED)) fit.w[i]! -= move;
    }
  }
  return fit;
}

const foldOf = (lemma: string) => [...lemma].reduce((sum, c) => sum + c.charCodeAt(0), 0) % FOLDS;
const sample = cases.filter((c) => c.y === 0 || random() < 0.8);
const held = Array.from({length: FOLDS}, (_, fold) => train(sample.filter((c) => foldOf(c.lemma) !== fold)));
/** The share of wrong words found at given numbers of false alarms; of one language's entries only, if given. */
function figures(perThousand: readonly number[], language?: string) {
  const scores: [number[], number[]] = [[], []];
  for (const c of cases) {
    const options = language ? c.options.filter((o) => o.languages.includes(language)) : c.options;
    if (options.length) scores[c.y].push(strongest(held[foldOf(c.lemma)]!, options).score);
  }
  const negatives = scores[0].sort((a, b) => b - a);
  return perThousand.map((n) => {
    const threshold = negatives[Math.floor((n * words) / 1000)] ?? -99;
    return {falseAlarmsPer1000Words: n, logits: threshold, found: round(scores[1].filter((s) => s > threshold).length / scores[1].length)};
  });
}
const heldOut = figures([0.1, 0.3, 1, 3, 10]);
const fit = train(sample);
const negatives = cases.filter((c) => c.y === 0);
// Both classes weighed the same in the fit: back to their true shares.
const shift = Math.log(ERRORS_PER_1000_WORDS / ((1000 * negatives.length) / words)) - BOLDNESS;
const often = heldOut[1]!.logits;
const tops = new Map<string, number[]>();
for (const c of negatives) tops.set(c.lemma, [...(tops.get(c.lemma) ?? []), strongest(fit, c.options).score].sort((a, b) => b - a).slice(0, 2));
const raised = Object.fromEntries([...tops].filter(([, [, second = -99]]) => second > often).map(([lemma, [, second]]) => [lemma, round(Math.min(4, second! - often + 0.3))] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
const languages = [...new Set(cases.flatMap((c) => c.options.flatMap((o) => o.languages)))].sort();
const old = JSON.parse(readFileSync(target, 'utf8')) as {language?: unknown; short?: unknown};
writeFileSync(target, `${JSON.stringify({
  bias: round(fit.bias + shift), weights: Object.fromEntries(MEASURE_NAMES.map((name, i) => [name, round(fit.w[i]!)])),
  language: typeof old.language === 'number' ? old.language : 1, short: old.short ?? {words: 40, penalty: -1},
  figures: {
    words, positives: cases.length - negatives.length, negatives: negatives.length, heldOut: heldOut.map((f) => ({...f, logits: round(f.logits + shift)})),
    foundAtOneFalseAlarmWhereTheLanguageIsKnown: Object.fromEntries(languages.map((l) => [l, figures([1], l)[0]!.found])),
  },
  raised,
}, null, 1)}\n`);
console.log(heldOut.map((f) => `${f.falseAlarmsPer1000Words}: ${f.found} (${round(f.logits + shift)})`).join('  '), `\n${MEASURE_NAMES.map((name, i) => `${name} ${round(fit.w[i]!)}`).join(', ')}\nbias ${round(fit.bias + shift)}, raised ${Object.keys(raised).length}`);
