/**
 * Fits the weights of `src/evidence/stray-capital.ts` and writes `rules/stray-capital.json`:
 *   npx tsx scripts/fit-capitals.ts --sound FOLDER --machine GOLD…
 * Words that sound news and annotated articles, as their editors corrected them, have with a capital inside a sentence, against words of the same
 * texts to which a capital is given. A logistic regression with a ridge. The figures are of cases left out of the fit.
 */
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {nounish} from '../src/evidence/noun-phrase.ts';
import {mayBeStray, STRAY_MEASURES, strayMeasures} from '../src/evidence/stray-capital.ts';
import {usageIn} from '../src/evidence/usage.ts';
import {fitTexts} from './gold.ts';
import {type Case, heldOut, logistic} from './logistic.ts';

const RIDGE = 3;
/** Of the words in small letters every so many is given a capital: engines raise nouns more often than others. */
const EVERY = {noun: 9, other: 30};
type Kind = 'news' | 'corrected' | 'raised';
const SHARES: Readonly<Record<Kind, number>> = {news: 0.35, corrected: 0.15, raised: 0.5};

const cases: Case<Kind>[] = [];
let nouns = 0;
let others = 0;
for (const {kind, text} of fitTexts()) {
  if (kind === 'machine') continue;
  const document = Document.fromText(text);
  const usage = usageIn(document);
  for (const token of document.tokens) {
    if (token.kind !== 'word' || (token.word.shape !== 'lower' && token.word.shape !== 'capital') || !mayBeStray(document, token)) continue;
    const {lower, capital} = usage.get(token.word.base)!;
    if (token.word.shape === 'capital') cases.push({kind, y: 0, x: strayMeasures(document, token, {lower, capital: capital - 1})});
    else if (token.text.length > 3 && (nounish(token.word.folded) > 0 ? nouns++ % EVERY.noun : others++ % EVERY.other) === 0) cases.push({kind: 'raised', y: 1, x: strayMeasures(document, token, {lower: lower - 1, capital})});
  }
}
const held = heldOut(cases, SHARES, RIDGE);
const beyond = (kind: Kind, level: number) => {
  const of = held.filter((c) => c.kind === kind);
  return Math.round((of.filter(({z}) => z > level).length / of.length) * 1000) / 1000;
};
const {bias, weights} = logistic(cases, SHARES, RIDGE);
const round = (x: number) => Number(x.toPrecision(3));
const sizes = {news: 0, corrected: 0, raised: 0};
for (const {kind} of cases) sizes[kind]++;
const result = {
  bias: round(bias), weights: weights.map(round),
  figures: {words: sizes, beyond: Object.fromEntries([1, 2, 3, 4].map((level) => [level, {raised: beyond('raised', level), corrected: beyond('corrected', level), news: beyond('news', level)}]))},
};
writeFileSync(path.resolve(import.meta.dirname, '../rules/stray-capital.json'), `${JSON.stringify(result, null, 1)}\n`);
process.stdout.write(`${STRAY_MEASURES.map((name, i) => `${name} ${round(weights[i]!)}`).join('\n')}\n${JSON.stringify(result.figures, null, 1)}\n`);
