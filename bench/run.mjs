/**
 * One measured process, by plain Node, so that nothing else is in its memory: `run.mjs WHAT FILE WARM-UP` prints milliseconds and peak memory as JSON. WARM-UP is how many characters are
 * processed before the clock starts, so that code is compiled and dictionaries are loaded.
 */
import {readFileSync} from 'node:fs';

const [, , what, file = '', warmUp = '0'] = process.argv;
const text = readFileSync(file, 'utf8');
const begun = performance.now();
let reports = 0;
let loaded = begun;
if (what === 'mtlint') {
  const {lint} = await import(new URL('../dist/index.js', import.meta.url).href);
  lint(text.slice(0, Number(warmUp)));
  loaded = performance.now();
  reports = lint(text).findings.length;
} else {
  const {unified} = await import('unified');
  const {default: retextEnglish} = await import('retext-english');
  const {default: retextSpell} = await import('retext-spell');
  const {default: dictionary} = await import('dictionary-en');
  const {default: retextStringify} = await import('retext-stringify');
  const processor = unified().use(retextEnglish).use(retextSpell, {dictionary, max: 0}).use(retextStringify);
  await processor.process(text.slice(0, Number(warmUp)));
  loaded = performance.now();
  reports = (await processor.process(text)).messages.length;
}
const done = performance.now();
console.log(JSON.stringify({load: loaded - begun, work: done - loaded, memory: process.resourceUsage().maxRSS / 1024, reports}));
