/**
 * Fits the trees of `src/evidence/grammar-edits.ts`, which say how likely an editor makes a small edit of grammar, and writes `rules/small-edits.json`:
 *   npx tsx scripts/fit-grammar.ts FOLDER
 * FOLDER holds sound English (`.txt`, a document each), annotated machine-translated articles (`.gold`) and sentences before and after an
 * editor (`.jsonl`, fields `mt` and `pe`). Edits of real translations say what engines do wrong and how often; since they are few, sound text
 * is damaged in the same proportions, so that places where the right edit is known are many. Figures are of articles left out of the fit.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {MEASURE_NAMES, type SmallEdit, smallEditsIn} from '../src/evidence/small-edits.ts';
import {Binned, boost, type Boosting, scoreOf, type Tree} from './boosted-trees.ts';
import {readGold} from './gold.ts';

const folder = process.argv[2] ?? '.';
const target = path.resolve(import.meta.dirname, '../rules/small-edits.json');
const BOOSTING: Boosting = {trees: 240, leaves: 14, rate: 0.08, minimum: 6, l2: 10, rows: 0.7, measures: 0.4};
const FOLDS = 5;
/** Times that sound text is damaged, and the share of sentences. */
const ROUNDS = 4;
const DAMAGED = 0.5;
/** Sentences of which an editor changed more words say little about any one edit. */
const MAX_CHANGED = 0.4;
/** Weights of rows: edits that an editor made, those beside or within what an editor changed otherwise, those where nothing was changed. */
const WEIGHTS = {gold: [4, 0.7, 1.5], pair: [0.5, 0.2, 1], damaged: [0.35, 0.35, 1], sound: [0, 0, 0.5]} as const;
let seed = 7;
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32;
const round = (x: number) => Math.round(x * 1000) / 1000;
const squeeze = (s: string) => s.replace(/\s+/g, ' ').trim();

type Source = keyof typeof WEIGHTS;
/** kind: 0 right, 1 something else is changed there, 2 nothing is. */
interface Row {readonly source: Source; readonly fold: number; readonly name: string; readonly kind: 0 | 1 | 2; readonly measures: number[]}
interface Change {readonly start: number; readonly end: number; readonly text: string}
const rows: Row[] = [];
const foldOf = (name: string) => [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % FOLDS;
const add = (source: Source, fold: number, edit: SmallEdit, kind: Row['kind']) => rows.push({source, fold, name: edit.name, kind, measures: [...edit.measures]});

/** What an edit does to the text: a deletion takes the space behind it along. */
function changeOf(document: Document, {first, last, words}: SmallEdit): Change {
  const {tokens, text} = document;
  const {start} = tokens[first]!;
  if (last < first) return {start, end: start, text: `${words.join(' ')} `};
  const {end} = tokens[last]!;
  return {start, end: words.length ? end : end + /^\s*/.exec(text.slice(end, end + 20))![0].length, text: words.join(' ')};
}
const applied = (text: string, {start, end, text: put}: Change) => text.slice(0, start) + put + text.slice(end);
const touch = (a: {start: number; end: number}, b: {start: number; end: number}) => (a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && a.end > b.start);
/** Whether two changes of the same text give the same, near them. */
function same(text: string, a: Change, b: Change): boolean {
  const low = Math.max(0, Math.min(a.start, b.start) - 1);
  const high = Math.max(a.end, b.end) + 1;
  return squeeze(text.slice(low, a.start) + a.text + text.slice(a.end, high)) === squeeze(text.slice(low, b.start) + b.text + text.slice(b.end, high));
}
function forEachEdit(document: Document, then: (edit: SmallEdit, change: Change) => void): void {
  for (const {index} of document.sentences) for (const edit of smallEditsIn(document, index, 'likelier')) then(edit, changeOf(document, edit));
}
/** Word-level edit distance. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before = [0, ...b.map((_, i) => i + 1)];
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    before = now;
  }
  return before[b.length]!;
}

const files = readdirSync(folder).sort();
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const sound: {text: string; fold: number}[] = files.filter((f) => f.endsWith('.txt')).map((f) => ({text: read(f), fold: foldOf(f)}));
for (const {text, fold} of sound) forEachEdit(Document.fromText(text), (edit) => add('sound', fold, edit, 2));
for (const name of files.filter((f) => f.endsWith('.gold'))) {
  const {text, marks} = readGold(read(name));
  forEachEdit(Document.fromText(text), (edit, change) => {
    const near = marks.filter((m) => touch(m, change));
    add('gold', foldOf(name), edit, near.some((m) => m.fixes.some((fix) => same(text, change, {...m, text: fix}))) ? 0 : near.length ? 1 : 2);
  });
}
for (const name of files.filter((f) => f.endsWith('.jsonl'))) for (const line of read(name).split('\n').filter(Boolean)) {
  const {mt, pe} = JSON.parse(line) as {mt: string; pe: string};
  const words = (s: string) => s.split(/\s+/).filter(Boolean);
  const right = words(pe);
  const before = distance(words(mt), right);
  if (before > MAX_CHANGED * right.length) continue;
  sound.push({text: pe, fold: foldOf(mt)});
  forEachEdit(Document.fromText(mt), (edit, change) => {
    const after = distance(words(applied(mt, change)), right);
    add('pair', foldOf(mt), edit, after < before ? 0 : after > before ? 2 : 1);
  });
}

/** How often editors made each edit. */
const made = new Map<string, number>();
for (const {source, name, kind} of rows) if (kind === 0) made.set(name, (made.get(name) ?? 0) + (source === 'gold' ? 5 : 0.25));
function inverse(name: string): string {
  const [kind = ''] = name.split(' ', 1);
  const what = name.slice(kind.length + 1);
  if (kind === 'insert' || kind === 'delete') return `${kind === 'insert' ? 'delete' : 'insert'} ${what}`;
  const [a, b] = what.split('>');
  return kind === 'adverb' ? `adverb ${what === 'ly>' ? '>ly' : 'ly>'}` : `${kind} ${b}>${a}`;
}
const damages = sound.map(({text}) => {
  const document = Document.fromText(text);
  return document.sentences.map(({index}) => smallEditsIn(document, index, 'all').map((edit) => ({name: edit.name, change: changeOf(document, edit)})));
});
const possible = new Map<string, number>();
for (const sentences of damages) for (const list of sentences) for (const {name} of list) possible.set(name, (possible.get(name) ?? 0) + 1);
const wanted = new Map([...possible].map(([name, n]) => [name, ((made.get(inverse(name)) ?? 0) + 1) ** 0.8 / n]));
for (let pass = 0; pass < ROUNDS; pass++) for (const [i, {text, fold}] of sound.entries()) {
  const spots: Change[] = [];
  let damaged = '';
  let last = 0;
  for (const list of damages[i]!) {
    if (!list.length || random() > DAMAGED) continue;
    let at = random() * list.reduce((sum, {name}) => sum + wanted.get(name)!, 0);
    const {change} = list.find(({name}) => (at -= wanted.get(name)!) <= 0) ?? list.at(-1)!;
    if (change.start < last) continue;
    damaged += text.slice(last, change.start);
    spots.push({start: damaged.length, end: damaged.length + change.text.length, text: text.slice(change.start, change.end)});
    damaged += change.text;
    last = change.end;
  }
  damaged += text.slice(last);
  let next = 0;
  forEachEdit(Document.fromText(damaged), (edit, change) => {
    while (next < spots.length - 1 && spots[next]!.end + 1 < change.start) next++;
    const near = [spots[Math.max(0, next - 1)], spots[next], spots[next + 1]].filter((spot) => spot && touch({start: spot.start, end: spot.end}, change));
    if (near.length) add('damaged', fold, edit, near.some((spot) => same(damaged, change, spot!)) ? 0 : 1);
    else if (pass === 0 && random() < 0.3) add('damaged', fold, edit, 2);
  });
}

/** What editors of real translations made of each edit, in logits, less what they make of any. */
function priorsOf(given: readonly Row[]): Map<string, number> {
  const counts = new Map<string, [number, number]>();
  let [right, all] = [0, 0];
  for (const {source, name, kind} of given) if (source === 'gold' || source === 'pair') {
    const weight = WEIGHTS[source][kind];
    const count = counts.get(name) ?? [0, 0];
    count[0] += kind === 0 ? weight : 0;
    count[1] += weight;
    counts.set(name, count);
    right += kind === 0 ? weight : 0;
    all += weight;
  }
  const share = right / all;
  return new Map([...counts].map(([name, [r, n]]) => [name, round(Math.log((r + 20 * share) / (n - r + 20 * (1 - share))))]));
}
const PRIOR = MEASURE_NAMES.indexOf('prior');
const y = Uint8Array.from(rows, ({kind}) => (kind === 0 ? 1 : 0));
const weight = Float64Array.from(rows, ({source, kind}) => WEIGHTS[source][kind]);
function train(of: Int32Array): {trees: Tree[]; priors: Map<string, number>; bias: number} {
  const priors = priorsOf([...of].map((i) => rows[i]!));
  const least = Math.min(...priors.values());
  for (const row of rows) row.measures[PRIOR] = priors.get(row.name) ?? least;
  let [right, all] = [0, 0];
  for (const i of of) {
    right += weight[i]! * y[i]!;
    all += weight[i]!;
  }
  const bias = Math.log(right / (all - right));
  return {trees: boost(new Binned(rows.map((r) => r.measures)), of, y, weight, bias, random, BOOSTING), priors, bias};
}
const indexes = Int32Array.from(rows.keys());
const held: {score: number; row: Row}[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const {trees, bias} = train(indexes.filter((i) => rows[i]!.fold !== fold && weight[i]! > 0));
  for (const row of rows) if (row.fold === fold && row.source !== 'damaged') held.push({score: bias + scoreOf(trees, row.measures), row});
  console.log(`fold ${fold + 1} of ${FOLDS}`);
}
/** Logistic regression of whether an editor changed the place, for annotated articles, on the score. */
function calibrate(points: readonly {score: number; row: Row}[]): {slope: number; level: number} {
  let [slope, level] = [1, 0];
  for (let step = 0; step < 4000; step++) {
    let [a, b] = [0, 0];
    for (const {score, row} of points) {
      const error = 1 / (1 + Math.exp(-(slope * score + level))) - (row.kind < 2 ? 1 : 0);
      a += error * score;
      b += error;
    }
    slope -= (0.5 * a) / points.length;
    level -= (0.5 * b) / points.length;
  }
  return {slope: round(slope), level: round(level)};
}
const articles = held.filter(({row, score}) => row.source === 'gold' && score > -3);
const calibration = calibrate(articles);
const figures = [0.5, 0.6, 0.7, 0.8, 0.9].map((chance) => {
  const at = (source: Source) => held.filter(({row, score}) => row.source === source && 1 / (1 + Math.exp(-(calibration.slope * score + calibration.level))) >= chance).map(({row}) => row);
  const [gold, pair] = [at('gold'), at('pair')];
  const share = (list: readonly Row[], least: number) => (list.length ? round(list.filter((r) => r.kind <= least).length / list.length) : 0);
  return {chance, articles: gold.length, changedThere: share(gold, 1), soChanged: share(gold, 0), sentences: pair.length, soChangedInSentences: share(pair, 0), sound: at('sound').length};
});
console.table(figures);
const whole = train(indexes.filter((i) => weight[i]! > 0));
writeFileSync(target, `${JSON.stringify({
  bias: round(whole.bias), calibration, figures,
  priors: Object.fromEntries([...whole.priors].sort(([a], [b]) => (a < b ? -1 : 1))),
  trees: whole.trees.map(({ask, at, to}) => ask.map((f, n) => (f < 0 ? [round(at[n]!)] : [f, round(at[n]!), to[n]!]))),
}).replaceAll(/("(?:bias|calibration|figures|priors|trees)":)/g, '\n$1').replaceAll(']],[[', ']],\n[[')}\n`);
