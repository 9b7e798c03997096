/**
 * Fits the weights of `likenessBy` in `src/evidence/machine-likeness.ts` and writes `rules/likeness.json`:
 *   npx tsx scripts/fit-likeness.ts --sound FOLDER --machine GOLD…
 * The same texts as for `fit-crowd.ts`, which comes first: annotated machine-translated articles, the same as their editors corrected them, and sound news.
 * A logistic regression with a ridge.
 */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {activeRules} from '../src/engine/lint.ts';
import {run} from '../src/rule/run.ts';
import {type FitText, fitTexts} from './gold.ts';
import {type Case, logistic, scoreOf} from './logistic.ts';

const NAMES = ['strong', 'grammar', 'senses'] as const;
const RIDGE = 3;
/**
 * By hand: annotated articles that rules were written by have so many strong signs that a fit to them gives this nothing. Of others some have hardly
 * any, and are told by their choice of words alone.
 */
const CROWD = 0.5;
/** By hand, for the same reason: that of pages of the web in which hardly a sign is sure, several faint ones of different kinds tell an engine. */
const WEAK = 5;
/**
 * The share of sound news beyond even odds, which gives the level: `news` has translations by people in it, not all of them good. The level of the fit
 * would be that of articles in which rules find nearly all.
 */
const SUSPICIOUS = 0.13;
type Kind = FitText['kind'];
/** What the kinds of texts weigh in the fit. */
const SHARES: Readonly<Record<Kind, number>> = {news: 0.25, corrected: 0.25, machine: 0.5};

const rules = activeRules();
const measured = fitTexts().map(({kind, text}) => ({kind, y: kind === 'machine' ? 1 as const : 0 as const, signs: run(Document.fromText(text), rules).signs ?? {strong: 0, weak: 0, grammar: 0, senses: 0, crowd: 0}}));
const cases: readonly Case<Kind>[] = measured.map(({kind, y, signs}) => ({kind, y, x: NAMES.map((name) => Math.log1p(signs[name]))}));
const crowds = measured.map(({signs}) => CROWD * Math.log1p(signs.crowd) + WEAK * Math.log1p(signs.weak));
const {bias: level, weights} = logistic(cases, SHARES, RIDGE);
const scores = cases.map(({x}, i) => scoreOf({bias: 0, weights}, x) + crowds[i]!);
const news = scores.filter((_, i) => cases[i]!.kind === 'news').sort((a, b) => b - a);
const bias = -news[Math.round(SUSPICIOUS * news.length)]!;
/** The share of a kind of texts beyond even odds. */
const beyond = (kind: Kind) => {
  const of = scores.filter((_, i) => cases[i]!.kind === kind);
  return {texts: of.length, 'beyond even odds': Math.round((1000 * of.filter((score) => score + bias > 0).length) / of.length) / 1000};
};
const round = (x: number) => Number(x.toPrecision(4));
const result = {
  bias: round(bias), ...Object.fromEntries(NAMES.map((name, i) => [name, round(weights[i]!)])), weak: WEAK, crowd: CROWD,
  figures: {'level of the fit': round(level), news: beyond('news'), corrected: beyond('corrected'), machine: beyond('machine')},
};
writeFileSync(path.resolve(import.meta.dirname, '../rules/likeness.json'), `${JSON.stringify(result, null, 1)}\n`);
process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
