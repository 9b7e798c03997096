/**
 * One measured process, by plain Node, so that nothing else is in its memory: `run.mjs WHAT FILE [BEFORE]` prints milliseconds and peak memory as JSON.
 * BEFORE is text that is processed before the clock starts, in pieces of the size of FILE, so that code is compiled and dictionaries are loaded.
 */
import {readFileSync} from 'node:fs';

const [, , what, file = '', before] = process.argv;
const text = readFileSync(file, 'utf8');
const warmUp = before ? readFileSync(before, 'utf8') : '';
const pieces = Array.from({length: Math.floor(warmUp.length / text.length)}, (_, n) => warmUp.slice(n * text.length, (n + 1) * text.length));
const begun = performance.now();
let reports = 0;
let loaded = begun;
if (what === 'mtlint') {
  const {lint} = await import(new URL('../dist/index.js', import.meta.url).href);
  for (const piece of pieces) lint(piece);
  loaded = performance.now();
  reports = lint(text).findings.length;
} else {
  const {unified} = await import('unified');
  const {default: retextEnglish} = await import('retext-english');
  const {default: retextSpell} = await import('retext-spell');
  const {default: dictionary} = await import('dictionary-en');
  const {default: retextStringify} = await import('retext-stringify');
  const processor = unified().use(retextEnglish).use(retextSpell, {dictionary, max: 0}).use(retextStringify);
  for (const piece of pieces) await processor.process(piece);
  loaded = performance.now();
  reports = (await processor.process(text)).messages.length;
}
const done = performance.now();
console.log(JSON.stringify({load: loaded - begun, work: done - loaded, memory: process.resourceUsage().maxRSS / 1024, reports}));
