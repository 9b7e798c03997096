/**
 * Fits the weights of `src/evidence/sense-crowd.ts` and writes `rules/senses/crowd.json`:
 *   npx tsx scripts/fit-crowd.ts --sound FOLDER --machine GOLD…
 * GOLD are annotated machine-translated articles (`.gold`, or folders of them), FOLDER has sound news (`.txt`, one a document) of about the same
 * length. The articles as their editors corrected them are sound too: without them the fit would tell news from whatever else articles are.
 * A logistic regression with a ridge. The figures are of texts left out of the fit.
 */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {suspectsOf} from '../src/evidence/sense-crowd.ts';
import {type FitText, fitTexts} from './gold.ts';
import {type Case, heldOut, logistic} from './logistic.ts';

/** Logits between which words add in proportion. */
const STEPS = [-6, -4, -2, 1] as const;
const RIDGE = 3;
type Kind = FitText['kind'];
/** What the kinds of texts weigh in the fit. */
const SHARES: Readonly<Record<Kind, number>> = {news: 0.32, corrected: 0.18, machine: 0.5};

const measuresOf = (text: string) => {
  const {likely, share} = suspectsOf(Document.fromText(text));
  return [likely.length / share, ...STEPS.slice(1).map((to, i) => likely.reduce((sum, x) => sum + Math.max(0, Math.min(to, x) - STEPS[i]!), 0) / share)];
};
const cases: readonly Case<Kind>[] = fitTexts().map(({kind, text}) => ({kind, y: kind === 'machine' ? 1 : 0, x: measuresOf(text)}));
const sizes = {news: 0, corrected: 0, machine: 0};
for (const {kind} of cases) sizes[kind]++;
const held = heldOut(cases, SHARES, RIDGE);
const scores = (kind: Kind) => held.filter((c) => c.kind === kind).map(({z}) => z).sort((a, b) => b - a);
const [news, sounded, machine] = [scores('news'), scores('corrected'), scores('machine')];
const beyond = (of: readonly number[], level: number) => Math.round((of.filter((z) => z > level).length / of.length) * 1000) / 1000;

const {bias, weights: [word, ...each]} = logistic(cases, SHARES, RIDGE);
const round = (x: number) => Number(x.toPrecision(4));
const result = {
  bias: round(bias), word: round(word!), steps: each.map((adds, i) => ({above: STEPS[i]!, to: STEPS[i + 1]!, adds: round(adds)})),
  figures: {texts: sizes, 'highest of sound news': news.slice(0, 5).map(round), 'beyond the second of them': {machine: beyond(machine, news[1]!), corrected: beyond(sounded, news[1]!)}},
};
writeFileSync(path.resolve(import.meta.dirname, '../rules/senses/crowd.json'), `${JSON.stringify(result, null, 1)}\n`);
process.stdout.write(`${JSON.stringify(result.figures, null, 1)}\n`);
