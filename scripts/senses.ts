import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import {lemmasOf} from '../src/document/inflection.ts';
import {groundOf} from '../src/evidence/sense-words.ts';
import {encodeRecord, type RightEntry, type SenseRecord} from '../src/evidence/senses.ts';
import {nearness} from './wordnet.ts';

interface Sense {topic?: string; also?: string[]; with?: string[]}
interface Entry {word: string; gloss?: string; pos: string; default: string; senses: Record<string, Sense | null>; keep?: string[]}

/** The same by the word that was meant: for each wrong word, the source words (by language) that have both senses. */
interface Meant {right: string; pos: string; topic?: string; with?: string[]; also?: string[]; wrong: Record<string, Record<string, string> | null>}

/** What is said of a wrong word, while it is put together. */
type Draft = Pick<SenseRecord, 'pos' | 'topics' | 'cues' | 'keep'> & {readonly right: DraftSense[]};
type DraftSense = RightEntry & {readonly word: string; /** By {@link MOST_MEANT}: nobody wrote the pair down. */ derived?: true};

const LANGUAGES = new Set('ar de en es fr id it ja ko nl pl pt ru tr uk zh'.split(' '));
const MEANT_KEYS = new Set(['right', 'pos', 'topic', 'with', 'also', 'wrong']);
const KEYS = new Set(['word', 'gloss', 'pos', 'default', 'senses', 'keep']);
const SENSE_KEYS = new Set(['topic', 'also', 'with']);
const POS = new Set(['noun', 'verb', 'adjective', 'adverb']);

function check(entry: Entry): string | undefined {
  if (!entry || typeof entry !== 'object') return 'an entry must be a map that begins with `word`';
  for (const key of Object.keys(entry)) if (!KEYS.has(key)) return `unknown key \`${key}\``;
  if (!entry.word) return '`word` is missing';
  if (!POS.has(entry.pos)) return `\`pos\` is one of ${[...POS].join(', ')}, not \`${entry.pos}\``;
  if (!entry.senses || typeof entry.senses !== 'object') return '`senses` is missing';
  if (!(entry.default in entry.senses)) return `the default \`${entry.default}\` is not among the senses`;
  if (Object.keys(entry.senses).length < 2) return 'one sense only: give the right one too';
  for (const [name, sense] of Object.entries(entry.senses)) {
    if (/[\t\n|]/.test(name)) return `\`${name}\` has a tab, a line break or |`;
    for (const key of Object.keys(sense ?? {})) if (!SENSE_KEYS.has(key)) return `unknown key \`${key}\` in the sense \`${name}\``;
    for (const key of ['also', 'with'] as const) if (sense?.[key] !== undefined && !Array.isArray(sense[key])) return `\`${key}\` of the sense \`${name}\` is a list`;
  }
  return undefined;
}

function checkMeant(entry: Meant): string | undefined {
  for (const key of Object.keys(entry)) if (!MEANT_KEYS.has(key)) return `unknown key \`${key}\``;
  if (!POS.has(entry.pos)) return `\`pos\` is one of ${[...POS].join(', ')}, not \`${entry.pos}\``;
  if (!entry.wrong || typeof entry.wrong !== 'object') return '`wrong` is missing';
  for (const key of ['also', 'with'] as const) if (entry[key] !== undefined && !Array.isArray(entry[key])) return `\`${key}\` is a list`;
  if (/[\t\n|]/.test(entry.right)) return `\`${entry.right}\` has a tab, a line break or |`;
  for (const [wrong, from] of Object.entries(entry.wrong)) {
    if (!wrong || /[\t\n|]/.test(wrong) || wrong === entry.right) return `\`${wrong}\` is no wrong word for it`;
    if (!from || typeof from !== 'object' || !Object.keys(from).length) return `\`${wrong}\` needs the source words, by language: {fr: étage}`;
    for (const language of Object.keys(from)) if (!LANGUAGES.has(language)) return `unknown language \`${language}\``;
  }
  return undefined;
}

/** The entries of one file; an error names file, line and text. Parsed entry by entry, so that a line is known. */
function read<T extends Entry | Meant>(file: string, text: string, check: (entry: T) => string | undefined): T[] {
  const entries: T[] = [];
  let line = 1;
  for (const chunk of text.split(/^(?=- )/m)) {
    if (chunk.startsWith('- ')) {
      const fail = (reason: string): never => {
        throw new Error(`${file}:${line}: ${reason}: \`${chunk.slice(0, chunk.indexOf('\n'))}\``);
      };
      let entry: T | undefined;
      try {
        [entry] = parse(chunk, {uniqueKeys: true}) as T[];
      } catch (error) {
        fail((error as Error).message.split('\n')[0]!);
      }
      const wrong = check(entry!);
      if (wrong) fail(wrong);
      entries.push(entry!);
    }
    line += chunk.split('\n').length - 1;
  }
  return entries;
}

/** Read once and kept by content: parsing all lexicons takes seconds. */
function cached<T extends Entry | Meant>(file: string, cache: string, check: (entry: T) => string | undefined): T[] {
  const text = readFileSync(file, 'utf8');
  const key = path.join(cache, `${path.basename(file)}-${createHash('sha1').update(`1${text}`).digest('hex')}.json`);
  if (existsSync(key)) return JSON.parse(readFileSync(key, 'utf8')) as T[];
  const entries = read(path.relative(path.resolve(import.meta.dirname, '..'), file), text, check);
  mkdirSync(cache, {recursive: true});
  writeFileSync(key, JSON.stringify(entries));
  return entries;
}

/** Whether a word is a form of another: "bases" of "base". */
const isFormOf = (form: string, word: string) => form !== word && lemmasOf(form.toLowerCase()).some((l) => l.lemma === word.toLowerCase());

/** Of a source word with more senses than these, no pair is derived. */
const MOST_MEANT = 4;
/** Cue words that a pair of a dictionary takes over from others with the same word meant. */
const CUES = 6;
const commonest = (words: readonly string[], most: number) => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, most).map(([word]) => word);
};

/**
 * Compiles the sense lexicons, `LANG.yml` by source word, `meant/*.yml` by the word that was meant, and `dictionary/*.yml`, which are like these, with pairs
 * that dictionaries give and nobody has seen; they take topic and cues over from what else is said of the word that was meant: all merged by the wrong word, one row each,
 * the first word and a tab before what `src/evidence/senses.ts` reads from the table. Needs the weights of the senses in `dist/data/`.
 */
export function compileSenses(folder: string, cache: string): string[] {
  const records = new Map<string, Draft>();
  const put = (list: string[], words: readonly unknown[] = []) => {
    for (const word of words) if (!list.includes(String(word))) list.push(String(word));
  };
  function recordOf(printed: string, pos: string): Draft {
    const id = `${printed.toLowerCase()}\t${pos}`;
    let record = records.get(id);
    if (!record) records.set(id, (record = {pos: pos as Draft['pos'], topics: [], cues: [], keep: [], right: []}));
    return record;
  }
  function addRight(record: Draft, printed: string, word: string, sense: Sense | null, from: Readonly<Record<string, string>>, dictionary = false): void {
    // "bases" for "base" is no other word.
    if (isFormOf(printed, word)) return;
    let right = record.right.find((r) => r.word === word);
    if (!right) {
      const kin = nearness(printed, word, record.pos);
      record.right.push((right = {word, topics: [], cues: [], also: [], from: {}, ...(kin ? {kin} : {}), ...(dictionary ? {dictionary} : {})}));
    }
    put(right.topics, sense?.topic ? [sense.topic] : []);
    put(right.cues, sense?.with);
    put(right.also, sense?.also?.filter((a) => String(a).toLowerCase() !== printed));
    for (const [language, source] of Object.entries(from)) (right.from as Record<string, string>)[language] ??= source;
  }
  const files = (directory: string) => readdirSync(directory).filter((f) => f.endsWith('.yml')).sort();
  for (const name of files(folder)) {
    for (const entry of cached<Entry>(path.join(folder, name), cache, check)) {
      const wrong = entry.default.toLowerCase();
      const record = recordOf(wrong, entry.pos);
      const own = entry.senses[entry.default];
      put(record.topics, own?.topic ? [own.topic] : []);
      put(record.cues, own?.with);
      put(record.keep, entry.keep?.map((k) => String(k).toLowerCase()));
      for (const [word, sense] of Object.entries(entry.senses)) if (word.toLowerCase() !== wrong) addRight(record, wrong, word, sense, {[name.slice(0, -4)]: entry.word});
    }
  }
  for (const name of files(path.join(folder, 'meant'))) {
    for (const {right, pos, topic, with: cues, also, wrong} of cached<Meant>(path.join(folder, 'meant', name), cache, checkMeant)) {
      for (const [printed, from] of Object.entries(wrong)) addRight(recordOf(printed, pos), printed.toLowerCase(), right, {topic, with: cues, also}, from!);
    }
  }
  const known = new Map<string, DraftSense[]>();
  for (const {pos, right} of records.values()) for (const sense of right) known.set(`${sense.word}\t${pos}`, [...(known.get(`${sense.word}\t${pos}`) ?? []), sense]);
  for (const name of files(path.join(folder, 'dictionary'))) {
    for (const {right, pos, wrong} of cached<Meant>(path.join(folder, 'dictionary', name), cache, checkMeant)) {
      const told = known.get(`${right}\t${pos}`) ?? [];
      for (const [printed, from] of Object.entries(wrong)) {
        const record = recordOf(printed, pos);
        if (record.right.some(({word}) => word === right)) throw new Error(`${name}: \`${printed}\` for \`${right}\` is in another lexicon already`);
        addRight(record, printed.toLowerCase(), right, {topic: commonest(told.flatMap(({topics}) => topics), 1)[0], with: commonest(told.flatMap(({cues}) => cues), CUES)}, from!, true);
      }
    }
  }
  // What several entries tell of one source word: it is printed as any of its renderings, whichever of its senses was meant.
  const renderings = new Map<string, {readonly printed: Set<string>; readonly meant: Set<string>}>();
  for (const [id, {pos, right}] of records) for (const {word, from} of right) for (const [language, source] of Object.entries(from)) {
    if (language === 'en') continue;
    const key = `${language}\t${source}\t${pos}`;
    const of = renderings.get(key) ?? {printed: new Set(), meant: new Set()};
    renderings.set(key, of);
    of.printed.add(id.slice(0, id.indexOf('\t')));
    of.meant.add(word);
  }
  const wrong = new Set(readFileSync(path.join(folder, 'not-derived.txt'), 'utf8').split('\n'));
  for (const [key, {printed, meant}] of renderings) {
    const [language = '', source = '', pos = ''] = key.split('\t');
    if (printed.size < 2 || meant.size < 2 || meant.size > MOST_MEANT) continue;
    for (const lemma of printed) for (const word of meant) {
      if (word.toLowerCase() === lemma || wrong.has(`${lemma} = ${word}`)) continue;
      const record = recordOf(lemma, pos);
      if (record.right.some((sense) => !sense.derived && (sense.word === word || sense.also.includes(word))) || nearness(lemma, word, record.pos)) continue;
      const told = known.get(`${word}\t${pos}`) ?? [];
      addRight(record, lemma, word, {topic: commonest(told.flatMap(({topics}) => topics), 1)[0], with: commonest(told.flatMap(({cues}) => cues), CUES)}, {[language]: source}, true);
      const added = record.right.find((sense) => sense.word === word);
      if (added) added.derived = true;
    }
  }
  // Of a word that no lexicon gives in its own sense, what is said of it where it is the right one.
  const own = new Map<string, DraftSense[]>();
  for (const {pos, right} of records.values()) {
    for (const sense of right) {
      const id = `${sense.word.toLowerCase()}\t${pos}`;
      const list = own.get(id);
      if (list) list.push(sense);
      else own.set(id, [sense]);
    }
  }
  for (const [id, {topics, cues}] of records) {
    if (topics.length || cues.length) continue;
    for (const sense of own.get(id) ?? []) {
      put(topics, sense.topics);
      put(cues, sense.cues);
    }
  }
  const first = (id: string) => /^[^\s\t'’-]+/.exec(id)?.[0] ?? id;
  return [...records].filter(([, r]) => r.right.length).map(([id, draft]) => {
    const lemma = id.slice(0, id.indexOf('\t'));
    const choices = Math.max(1, draft.right.filter(({dictionary}) => !dictionary).length);
    const wrong = {lemma, words: lemma.split(/[ '’-]+/), record: {...draft, choices} as unknown as SenseRecord};
    const right = draft.right.map(({derived: _, ...sense}) => ({...sense, ground: groundOf(wrong, sense)})).sort((a, b) => b.ground - a.ground);
    return `${first(id)}\t${encodeRecord(lemma, {...draft, choices, right})}`;
  });
}
