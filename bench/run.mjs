/**
 * One measured process, by plain Node, so that nothing else is in its memory: `run.mjs WHAT FILE [SIZE WARM_UP]` prints milliseconds and peak memory
 * as JSON. FILE is processed in pieces of SIZE characters (absent: in one); the clock runs for each piece behind the first WARM_UP, so that
 * code is compiled and dictionaries are loaded, and the median of them counts.
 */
import {readFileSync} from 'node:fs';

const [, , what, file = '', size = Infinity, warmUp = 0] = process.argv;
const text = readFileSync(file, 'utf8');
const length = Math.min(text.length, Number(size));
const pieces = Array.from({length: Math.floor(text.length / length)}, (_, n) => text.slice(n * length, (n + 1) * length));
const begun = performance.now();
const times = [];
let reports = 0;
let reportsOf;
if (what === 'mtlint') {
  const {lint} = await import(new URL('../dist/index.js', import.meta.url).href);
  reportsOf = (piece) => lint(piece).findings.length;
} else {
  const {unified} = await import('unified');
  const {default: retextEnglish} = await import('retext-english');
  const {default: retextSpell} = await import('retext-spell');
  const {default: dictionary} = await import('dictionary-en');
  const {default: retextStringify} = await import('retext-stringify');
  const processor = unified().use(retextEnglish).use(retextSpell, {dictionary, max: 0}).use(retextStringify);
  reportsOf = async (piece) => (await processor.process(piece)).messages.length;
}
for (const [n, piece] of pieces.entries()) {
  const started = n ? performance.now() : begun;
  reports = await reportsOf(piece);
  if (n >= Number(warmUp)) times.push(performance.now() - started);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({work: times[times.length >> 1], memory: process.resourceUsage().maxRSS / 1024, reports}));
