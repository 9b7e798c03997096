/**
 * Measures how early a sense can be passed over: what those that are shown have by their two words alone, with the language model, and with the words
 * around, and writes how far below the floor that is into `rules/senses/weights.json` (`most`). Run after `fit-senses.ts`, on annotated articles:
 *
 *     npx tsx scripts/fit-least.ts --sound FOLDER --machine GOLD…
 *
 * with the texts of the other fits, of which the annotated articles count.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Document} from '../src/document/document.ts';
import {activeRules} from '../src/engine/lint.ts';
import {allSenses, measuresOf, BOLDEST, FLOOR} from '../src/evidence/sense-hits.ts';
import {rankedSenses} from '../src/evidence/sense-ranking.ts';
import {DOCUMENT, PARAGRAPH, sumFrom} from '../src/evidence/sense-weights.ts';
import {expressionOf} from '../src/evidence/sense-words.ts';
import {run} from '../src/rule/run.ts';
import {fitTexts} from './gold.ts';

/** The share of those shown that may be passed over. */
const LOST = 0.002;
/** Logits of room for texts that are not among these, and for senses that come second. */
const MARGIN = 0.25;

const target = path.resolve(import.meta.dirname, '../rules/senses/weights.json');
const had = {all: [] as number[], context: [] as number[], cues: [] as number[]};
for (const {kind, text} of fitTexts()) {
  if (kind !== 'machine') continue;
  const document = Document.fromText(text);
  // Rules of grammar tag the sentences first.
  run(document, activeRules());
  for (const hit of rankedSenses(document, allSenses(document))) {
    const {wrong, ranked: [top]} = hit;
    if (top!.score < -BOLDEST) continue;
    const {sense} = top!.weighing;
    const measures = measuresOf(document, hit, top!);
    const off = expressionOf(wrong).raised;
    had.all.push(sense.ground - off);
    had.context.push(sense.ground - off + sumFrom(PARAGRAPH, measures.slice(PARAGRAPH, PARAGRAPH + 5)));
    had.cues.push(sense.ground - off + sumFrom(PARAGRAPH, measures.slice(PARAGRAPH, DOCUMENT)));
  }
}
const roomOf = (sums: number[]) => Math.round((FLOOR + MARGIN - sums.sort((a, b) => a - b)[Math.floor(LOST * sums.length)]!) * 1000) / 1000;
const most = {all: roomOf(had.all), context: roomOf(had.context), cues: roomOf(had.cues)};
const text = readFileSync(target, 'utf8');
const {most: {fluency}} = JSON.parse(text) as {most: {fluency: number}};
writeFileSync(target, text.replace(/"most": \{[^}]*\}/, `"most": ${JSON.stringify({all: most.all, fluency, context: most.context, cues: most.cues}, null, 1).replace(/\n/g, '\n ')}`));
console.log(`${had.all.length} senses: ${JSON.stringify(most)}`);
