/**
 * Fits the weights of `src/evidence/sense-weights.ts` and writes `rules/senses/weights.json`:
 *   npx tsx scripts/fit-senses.ts --sound FOLDER --machine GOLD…
 * GOLD are annotated machine-translated articles (`.gold`, or folders of them). There a word is a positive where a mark is repaired by one of
 * its right senses, a negative outside of marks. They are few, and the lexicons know them; so the fit also has sound English (FOLDER: one
 * `.txt` a document): where a wrong word stands there it is right (a negative); where a right word stands, a wrong one is
 * put in its place (a positive). Figures are of articles and lexicon entries left out of the fit.
 */
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {Document} from '../src/document/document.ts';
import {formOf, lemmasOf} from '../src/document/inflection.ts';
import {languageShift, measure, placeOf} from '../src/evidence/context-fit.ts';
import {Gap} from '../src/evidence/fluency.ts';
import {allSenses, measuresOf, senseHitsIn} from '../src/evidence/sense-hits.ts';
import {MEASURE_NAMES, MEASURES, type Measure, senseWeights} from '../src/evidence/sense-weights.ts';
import {decodeRecord, type RightSense, type SenseRecord} from '../src/evidence/senses.ts';
import {languageChances} from '../src/evidence/source-language.ts';
import {Table} from '../src/lexicon/table.ts';
import {readGold, touches} from './gold.ts';

interface Option {
  readonly x: readonly number[];
  readonly languages: readonly string[];
  /** What the source language adds, in logits. */
  readonly shift: number;
  /** The sense that was meant. */
  readonly meant: boolean;
}
interface Case {
  /** 1: in a wrong sense, and one of the options is right; 0: right as it stands; undefined: in a mark that none of them repairs. */
  readonly y: 0 | 1 | undefined;
  readonly lemma: string;
  /** Name of the article; undefined in sound text. */
  readonly article?: string;
  readonly start: number;
  readonly options: readonly Option[];
}
interface Fit {bias: number; w: number[]; bends: [above: number, adds: number][][]}

const N = MEASURE_NAMES.length;
/** What text that was made for the fit cannot show: there the rest of the document is sound. */
const UNSEEN: readonly Measure[] = ['elsewhere', 'ownElsewhere', 'ownOften'];
/** Not fitted: in what is made, expressions are as frequent as entries, and verbs, which have more senses each and say less, more frequent. */
const FIXED: Readonly<Partial<Record<Measure, number>>> = {expression: 0.8, verb: -0.8};
/** What the source language adds counts less than it says: lexicons have gaps, and the guess is often wrong on texts of which no entry was made. */
const LANGUAGE = 0.7;
const FOLDS = 5;
/** What a surely machine-translated document adds to a finding: see `machine-likeness.ts`. */
const BOLDNESS = 2.4;
/** Entries know the annotated articles: as much less is found, in logits, in others. */
const READ = 0.4;
/** Share of the places by which the level of the scores is set. */
const NEAR_A_REPORT = 0.2;
/** What is below says nothing: no document and no language lifts it to a report. */
const WEAK = -4;
/** Times that one right word is used. */
const MAX_USES = 8;
/** Share of the places of sound text that are used in the fit. */
const SHARE = 0.35;
/** How many cases the four kinds stand for in the fit: positives and negatives of articles, made positives, sound negatives. */
const STANDS_FOR = {found: 260, home: 260, made: 200, sound: 200} as const;
const RIDGE = 1;

const {values} = parseArgs({options: {sound: {type: 'string'}, machine: {type: 'string', multiple: true}}});
if (!values.sound || !values.machine) throw new Error('Give --sound FOLDER and --machine GOLD.');
const target = path.resolve(import.meta.dirname, '../rules/senses/weights.json');
let seed = 7;
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
const round = (x: number) => Math.round(x * 1000) / 1000;
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const read = (folder: string, ending: string) => readdirSync(folder).filter((f) => f.endsWith(ending)).sort().map((f) => path.join(folder, f));

// Annotated articles.
const lemmasIn = (text: string) => new Set((text.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).flatMap((w) => [w, ...lemmasOf(w).map((l) => l.lemma)]));
const real: Case[] = [];
for (const file of values.machine.flatMap((f) => (statSync(f).isDirectory() ? read(f, '.gold') : [f]))) {
  const {text, marks} = readGold(readFileSync(file, 'utf8'));
  const document = Document.fromText(text);
  const chances = languageChances(document, senseHitsIn(document));
  for (const hit of allSenses(document)) {
    const {wrong, first, last, plural, candidates} = hit;
    const [start, end] = [document.tokens[first]!.start, document.tokens[last]!.end];
    const touched = marks.filter((m) => m.start < end && m.end > start && touches({start, end}, m));
    const fixes = touched.flatMap((m) => m.fixes).map((fix) => ({fix: fix.toLowerCase(), lemmas: lemmasIn(fix)}));
    const repairs = (word: string) => fixes.some(({fix, lemmas}) => word.toLowerCase().split(/[ -]+/).every((w) => lemmas.has(w)) || fix === formOf(word, plural ? 'plural' : wrong.form).toLowerCase());
    const options = candidates.map((candidate): Option => ({x: measuresOf(document, hit, candidate), languages: Object.keys(candidate.right.from), shift: LANGUAGE * (languageShift(chances, candidate.right.from) / senseWeights().language), meant: [candidate.right.word, ...candidate.right.also].some(repairs)}));
    real.push({y: !touched.length ? 0 : options.some((o) => o.meant) ? 1 : undefined, lemma: wrong.lemma, article: path.basename(file), start, options});
  }
}

// Sound text.
interface Swap {readonly lemma: string; readonly words: readonly string[]; readonly record: SenseRecord; readonly right: RightSense}
const swaps = new Map<string, Swap[]>();
for (const [, lines] of new Table('senses').entries()) for (const line of lines) {
  const [lemma, record] = decodeRecord(line);
  for (const right of record.right) swaps.set(right.word, [...(swaps.get(right.word) ?? []), {lemma, words: lemma.split(/[ '’-]+/), record, right}]);
}
const sound: Case[] = [];
const made: Case[] = [];
const uses = new Map<string, number>();
let words = 0;
const unseen = new Set(UNSEEN.map((name) => MEASURE_NAMES.indexOf(name)));
const optionOf = (x: readonly number[], right: RightSense, meant = false): Option => ({x: x.map((v, i) => (unseen.has(i) ? 0 : v)), languages: Object.keys(right.from), shift: 0, meant});
for (const file of read(values.sound, '.txt')) {
  const document = Document.fromText(readFileSync(file, 'utf8'));
  words += document.wordCount;
  for (const hit of allSenses(document)) sound.push({y: 0, lemma: hit.wrong.lemma, start: document.tokens[hit.first]!.start, options: hit.candidates.map((candidate) => optionOf(measuresOf(document, hit, candidate), candidate.right))});
  for (const token of document.tokens) {
    if (token.kind !== 'word' || token.word.base.length < 4 || (token.word.shape !== 'lower' && (token.word.shape !== 'capital' || !document.opensSentence(token)))) continue;
    const base = lemmasOf(token.word.base).find((l) => swaps.has(l.lemma));
    const used = base ? (uses.get(base.lemma) ?? 0) : MAX_USES;
    if (!base || used >= MAX_USES) continue;
    uses.set(base.lemma, used + 1);
    const list = swaps.get(base.lemma)!;
    const {lemma, words, record, right: meant} = list[Math.floor(random() * list.length)]!;
    const wrong = {lemma, words, record, form: base.forms[0]!};
    const place = placeOf(document, token.index, token.index);
    const gap = new Gap(document, token.index, token.index);
    made.push({y: 1, lemma, start: token.start, options: record.right.map((right) => optionOf(measure(document, place, gap, wrong, right), right, right === meant))});
  }
}

const bendAt = (bend: readonly (readonly [number, number])[], value: number) => {
  let more = 0;
  for (const [above, adds] of bend) if (value > above) more = adds;
  return more;
};
function score({bias, w, bends}: Fit, x: readonly number[]): number {
  let sum = bias;
  for (let i = 0; i < N; i++) sum += w[i]! * x[i]! + (bends[i]!.length ? bendAt(bends[i]!, x[i]!) : 0);
  return sum;
}
/** The option that scores best, with what the language adds; of a positive, among those that were meant. */
function strongest(fit: Fit, options: readonly Option[], meant = false): {option: Option; score: number} {
  let best: {option: Option; score: number} | undefined;
  for (const option of options) {
    if (meant && !option.meant) continue;
    const s = score(fit, option.x) + option.shift;
    if (!best || s > best.score) best = {option, score: s};
  }
  return best!;
}

/** Solves a symmetric positive definite system (Cholesky), in place. */
function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= a[i]![k]! * a[j]![k]!;
      a[i]![j] = i === j ? Math.sqrt(Math.max(1e-9, sum)) : sum / a[j]![j]!;
    }
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= a[i]![k]! * b[k]!;
    b[i] = sum / a[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[k]![i]! * b[k]!;
    b[i] = sum / a[i]![i]!;
  }
  return b;
}

interface Row {readonly x: readonly number[]; readonly shift: number; readonly y: number; readonly weight: number}
/** Logistic regression with a ridge, by Newton's method with halved steps, from a fit on. */
function regress(rows: readonly Row[], ridge: readonly number[], start: Fit): Fit {
  let w = [...start.w, start.bias];
  const at = (w: readonly number[], {x, shift}: Row) => {
    let z = w[N]! + shift;
    for (let i = 0; i < N; i++) z += w[i]! * x[i]!;
    return z;
  };
  const loss = (w: readonly number[]) => {
    let sum = 0;
    for (const row of rows) {
      const z = at(w, row);
      sum += row.weight * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - row.y * z);
    }
    for (let i = 0; i < N; i++) sum += 0.5 * ridge[i]! * w[i]! ** 2;
    return sum;
  };
  const free = MEASURE_NAMES.map((name, i) => (name in FIXED ? -1 : i)).filter((i) => i >= 0).concat(N);
  let current = loss(w);
  for (let round = 0; round < 25; round++) {
    const gradient = new Float64Array(free.length);
    const hessian = free.map(() => new Float64Array(free.length));
    for (const row of rows) {
      const p = sigmoid(at(w, row));
      const error = row.weight * (p - row.y);
      const curve = row.weight * p * (1 - p);
      for (let a = 0; a < free.length; a++) {
        const xa = free[a] === N ? 1 : row.x[free[a]!]!;
        if (xa === 0) continue;
        gradient[a]! += error * xa;
        for (let b = 0; b <= a; b++) hessian[a]![b]! += curve * xa * (free[b] === N ? 1 : row.x[free[b]!]!);
      }
    }
    for (const [a, i] of free.entries()) {
      gradient[a]! += (ridge[i] ?? 0) * w[i]!;
      hessian[a]![a]! += (ridge[i] ?? 0) + 1e-6;
    }
    const step = solve(hessian, gradient);
    let next = w;
    let size = 1;
    let value = Number.POSITIVE_INFINITY;
    for (; size > 1e-4; size /= 2) {
      next = [...w];
      for (const [a, i] of free.entries()) next[i]! -= size * step[a]!;
      if ((value = loss(next)) <= current) break;
    }
    if (size <= 1e-4) break;
    const gain = current - value;
    [w, current] = [next, value];
    if (gain < 1e-6 * current) break;
  }
  return {bias: w[N]!, w: w.slice(0, N), bends: start.bends};
}

const ROUNDS = 150;
const RATE = 0.1;
const BINS = 12;
/** Boosted stumps (Friedman 2001): where a measure says more or less than in proportion; added up, one step function each. */
function bend(rows: readonly Row[], fit: Fit): Fit {
  const edges = MEASURE_NAMES.map((_, i) => {
    const sorted = rows.map((r) => r.x[i]!).sort((a, b) => a - b);
    return [...new Set(Array.from({length: BINS - 1}, (_, k) => round(sorted[Math.floor(((k + 1) * sorted.length) / BINS)]!)))];
  });
  const binOf = (i: number, value: number) => {
    let bin = 0;
    while (bin < edges[i]!.length && value > edges[i]![bin]!) bin++;
    return bin;
  };
  const bins = rows.map((r) => Uint8Array.from(r.x, (value, i) => binOf(i, value)));
  const scores = rows.map((r) => score(fit, r.x) + r.shift);
  const values = edges.map((e) => new Float64Array(e.length + 1));
  let {bias} = fit;
  for (let round = 0; round < ROUNDS; round++) {
    const g = edges.map((e) => new Float64Array(e.length + 1));
    const h = edges.map((e) => new Float64Array(e.length + 1));
    for (const [r, {y, weight}] of rows.entries()) {
      const p = sigmoid(scores[r]!);
      const [error, curve] = [weight * (p - y), weight * p * (1 - p)];
      const own = bins[r]!;
      for (let i = 0; i < N; i++) {
        g[i]![own[i]!]! += error;
        h[i]![own[i]!]! += curve;
      }
    }
    let best = {gain: 0, i: -1, bin: 0, low: 0, high: 0};
    for (let i = 0; i < N; i++) {
      const [G, H] = [g[i]!.reduce((a, b) => a + b), h[i]!.reduce((a, b) => a + b)];
      let [left, leftH] = [0, 0];
      for (let bin = 0; bin < edges[i]!.length; bin++) {
        left += g[i]![bin]!;
        leftH += h[i]![bin]!;
        if (leftH < 3 || H - leftH < 3) continue;
        const gain = left ** 2 / (leftH + 5) + (G - left) ** 2 / (H - leftH + 5) - G ** 2 / (H + 5);
        if (gain > best.gain) best = {gain, i, bin, low: (-RATE * left) / (leftH + 5), high: (-RATE * (G - left)) / (H - leftH + 5)};
      }
    }
    if (best.i < 0) break;
    for (const [r] of rows.entries()) scores[r]! += bins[r]![best.i]! > best.bin ? best.high : best.low;
    for (let bin = 0; bin < values[best.i]!.length; bin++) values[best.i]![bin]! += bin > best.bin ? best.high : best.low;
  }
  const bends = values.map((steps, i) => {
    bias += steps[0]!;
    const found: [number, number][] = [];
    for (const [k, above] of edges[i]!.entries()) {
      const more = round(steps[k + 1]! - steps[0]!);
      if (more !== (found.at(-1)?.[1] ?? 0)) found.push([above, more]);
    }
    return found;
  });
  return {bias, w: fit.w, bends};
}

/** Fits to cases; the option of each is chosen anew with every fit. */
function train(given: readonly Case[]): Fit {
  const kinds: Readonly<Record<keyof typeof STANDS_FOR, readonly Case[]>> = {found: given.filter((c) => c.article && c.y === 1), home: given.filter((c) => c.article && c.y === 0), made: given.filter((c) => !c.article && c.y === 1), sound: given.filter((c) => !c.article && c.y === 0)};
  let fit: Fit = {bias: 0, w: MEASURE_NAMES.map((name) => FIXED[name] ?? (name === 'fluent' ? 3 : 0)), bends: MEASURE_NAMES.map(() => [])};
  const rowsOf = () => Object.entries(kinds).flatMap(([kind, cases]) => cases.map(({y, options}): Row => {
    const {option: {x, shift}} = strongest(fit, options, y === 1);
    return {x, shift, y: y!, weight: STANDS_FOR[kind as keyof typeof STANDS_FOR] / cases.length};
  }));
  const some = rowsOf();
  const ridge = MEASURE_NAMES.map((_, i) => {
    const mean = some.reduce((sum, r) => sum + r.x[i]!, 0) / some.length;
    return RIDGE * (some.reduce((sum, r) => sum + (r.x[i]! - mean) ** 2, 0) / some.length + 0.001);
  });
  for (let round = 0; round < 3; round++) fit = regress(rowsOf(), ridge, fit);
  return bend(rowsOf(), fit);
}

const foldOf = (name: string) => [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % FOLDS;
const articles = [...new Set(real.map((c) => c.article!))];
const foldOfCase = (c: Case) => (c.article ? articles.indexOf(c.article) % FOLDS : foldOf(c.lemma));
const sample = [...real.filter((c) => c.y !== undefined), ...made.filter(() => random() < 0.8), ...sound.filter(() => random() < SHARE)];
const held = Array.from({length: FOLDS}, (_, fold) => train(sample.filter((c) => foldOfCase(c) !== fold)));
const heldScore = (c: Case, language?: string) => {
  const options = language ? c.options.filter((o) => o.languages.includes(language)) : c.options;
  return options.length ? strongest(held[foldOfCase(c)]!, options).score : undefined;
};

// Platt scaling: what a score is worth in a machine-translated article, by articles left out. Of readings of one place the strongest counts;
// of places those that come near a report, since a word at home is no less often in a mark the more it is at home.
const places = new Map<string, {s: number; y: number}>();
for (const c of real) {
  const key = `${c.article} ${c.start}`;
  const s = heldScore(c)!;
  if (s > (places.get(key)?.s ?? Number.NEGATIVE_INFINITY)) places.set(key, {s, y: c.y === 0 ? 0 : 1});
}
const ranked = [...places.values()].sort((a, b) => b.s - a.s);
const likely = ranked.slice(0, Math.round(NEAR_A_REPORT * ranked.length));
let [slope, level] = [1, 0];
for (let step = 0; step < 20_000; step++) {
  let [a, b] = [0, 0];
  for (const {s, y} of likely) {
    const error = sigmoid(slope * s + level) - y;
    a += error * s;
    b += error;
  }
  slope -= (0.3 * a) / likely.length;
  level -= (0.3 * b) / likely.length;
}
level -= READ + BOLDNESS;
const inLogits = (s: number) => slope * s + level;

const madeScores = made.map((c) => heldScore(c)!);
/** The share of wrong words found at given numbers of false alarms in sound text; of one language's entries only, if given. */
function figures(perThousand: readonly number[], language?: string) {
  const negatives = sound.flatMap((c) => heldScore(c, language) ?? []).sort((a, b) => b - a);
  const positives = language ? made.filter((c) => c.options.some((o) => o.meant && o.languages.includes(language))).map((c) => heldScore(c, language)!) : madeScores;
  return perThousand.map((n) => {
    const threshold = negatives[Math.floor((n * words) / 1000)] ?? -99;
    return {falseAlarmsPer1000Words: n, logits: round(inLogits(threshold)), found: round(positives.filter((s) => s > threshold).length / positives.length)};
  });
}
const heldOut = figures([0.1, 0.3, 1, 3, 10]);
const fit = train(sample);

// What can be passed over early: of what counts, nearly nothing gets more from the measures that are still missing. `fit-least.ts` then narrows it.
const counting = [...real, ...made, ...sound].flatMap((c) => c.options.filter((o) => slope * score(fit, o.x) + level > WEAK));
const mostOf = (names: readonly string[]) => {
  const sums = counting.map(({x}) => names.reduce((sum, name) => {
    const i = MEASURE_NAMES.indexOf(name as Measure);
    return sum + fit.w[i]! * x[i]! + bendAt(fit.bends[i]!, x[i]!);
  }, 0)).sort((a, b) => a - b);
  return slope * sums[Math.floor(0.94 * sums.length)]!;
};
const names = Object.keys(MEASURES);
const after = (name: Measure) => names.slice(names.indexOf(name));
const most = {all: round(mostOf(after('fluent'))), fluency: round(mostOf(names.slice(names.indexOf('fluent'), names.indexOf('fit')))), context: round(mostOf(after('fit'))), cues: round(mostOf(after('best')))};

const often = heldOut[1]!.logits;
const tops = new Map<string, number[]>();
for (const c of sound) tops.set(c.lemma, [...(tops.get(c.lemma) ?? []), inLogits(strongest(fit, c.options).score)].sort((a, b) => b - a).slice(0, 2));
const raised = Object.fromEntries([...tops].filter(([, [, second = -99]]) => second > often).map(([lemma, [, second]]) => [lemma, round(Math.min(4, second! - often + 0.3))] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
const languages = [...new Set(made.flatMap((c) => c.options.flatMap((o) => o.languages)))].sort();
const inArticles = [40, 80, 120, 160, 200, 240].map((n) => ({places: n, logits: round(inLogits(ranked[n - 1]!.s)), inMarks: round(ranked.slice(0, n).reduce((sum, p) => sum + p.y, 0) / n)}));
const old = JSON.parse(readFileSync(target, 'utf8')) as {short?: unknown};
const compact = (value: unknown) => JSON.stringify(value, null, 1).replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]').replace(/\{\s+("(?:falseAlarms|places)[^{}]*?)\s+\}/g, (_, inside: string) => `{${inside.replace(/\s+/g, ' ')}}`);
writeFileSync(target, `${compact({
  bias: round(slope * fit.bias + level), weights: Object.fromEntries(MEASURE_NAMES.map((name, i) => [name, round(slope * fit.w[i]!)])),
  bends: Object.fromEntries(MEASURE_NAMES.flatMap((name, i) => (fit.bends[i]!.length ? [[name, fit.bends[i]!.map(([above, adds]) => [above, round(slope * adds)])]] : []))),
  language: round(slope * LANGUAGE), most, short: old.short ?? {words: 40, penalty: -2},
  figures: {
    words, made: made.length, sound: sound.length, articles: articles.length, inArticles, heldOut,
    foundAtOneFalseAlarmWhereTheLanguageIsKnown: Object.fromEntries(languages.map((l) => [l, figures([1], l)[0]!.found])),
  },
  raised,
})}\n`);
console.log(`sound text: ${heldOut.map((f) => `${f.falseAlarmsPer1000Words}: ${f.found} (${f.logits})`).join('  ')}\narticles: ${inArticles.map((f) => `${f.places}: ${f.inMarks} (${f.logits})`).join('  ')}\n${MEASURE_NAMES.map((name, i) => `${name} ${round(slope * fit.w[i]!)}`).join(', ')}\nslope ${round(slope)}, bias ${round(slope * fit.bias + level)}, most ${JSON.stringify(most)}, raised ${Object.keys(raised).length}`);
