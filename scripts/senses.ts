import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {parse} from 'yaml';
import type {SenseRecord} from '../src/evidence/senses.ts';
import {nearness} from './wordnet.ts';

interface Sense {topic?: string; also?: string[]; with?: string[]}
interface Entry {word: string; gloss?: string; pos: string; default: string; senses: Record<string, Sense | null>; keep?: string[]}

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

/** The entries of one file; an error names file, line and text. Parsed entry by entry, so that a line is known. */
function read(file: string, text: string): Entry[] {
  const entries: Entry[] = [];
  let line = 1;
  for (const chunk of text.split(/^(?=- )/m)) {
    if (chunk.startsWith('- ')) {
      const fail = (reason: string): never => {
        throw new Error(`${file}:${line}: ${reason}: \`${chunk.slice(0, chunk.indexOf('\n'))}\``);
      };
      let entry: Entry | undefined;
      try {
        [entry] = parse(chunk, {uniqueKeys: true}) as Entry[];
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
function cached(file: string, cache: string): Entry[] {
  const text = readFileSync(file, 'utf8');
  const key = path.join(cache, `${path.basename(file)}-${createHash('sha1').update(`1${text}`).digest('hex')}.json`);
  if (existsSync(key)) return JSON.parse(readFileSync(key, 'utf8')) as Entry[];
  const entries = read(path.relative(path.dirname(path.dirname(path.dirname(file))), file), text);
  mkdirSync(cache, {recursive: true});
  writeFileSync(key, JSON.stringify(entries));
  return entries;
}

/**
 * Compiles the sense lexicons: all languages merged by the wrong word, one row each,
 * `first word TAB expression TAB JSON of a SenseRecord`, for the table that `src/evidence/senses.ts` reads.
 */
export function compileSenses(folder: string, cache: string): string[] {
  const records = new Map<string, SenseRecord>();
  for (const name of readdirSync(folder).filter((f) => f.endsWith('.yml')).sort()) {
    const language = name.slice(0, -4);
    for (const entry of cached(path.join(folder, name), cache)) {
      const wrong = entry.default.toLowerCase();
      const id = `${wrong}\t${entry.pos}`;
      let record = records.get(id);
      if (!record) records.set(id, (record = {pos: entry.pos as SenseRecord['pos'], topics: [], cues: [], keep: [], right: []}));
      const add = (list: string[], words: readonly unknown[] = []) => {
        for (const word of words) if (!list.includes(String(word))) list.push(String(word));
      };
      const own = entry.senses[entry.default];
      add(record.topics, own?.topic ? [own.topic] : []);
      add(record.cues, own?.with);
      add(record.keep, entry.keep?.map((k) => String(k).toLowerCase()));
      for (const [word, sense] of Object.entries(entry.senses)) {
        if (word.toLowerCase() === wrong) continue;
        let right = record.right.find((r) => r.word === word);
        if (!right) {
          const kin = nearness(wrong, word, record.pos);
          record.right.push((right = {word, topics: [], cues: [], also: [], from: {}, ...(kin ? {kin} : {})}));
        }
        add(right.topics, sense?.topic ? [sense.topic] : []);
        add(right.cues, sense?.with);
        add(right.also, sense?.also?.filter((a) => String(a).toLowerCase() !== wrong));
        (right.from as Record<string, string>)[language] ??= entry.word;
      }
    }
  }
  const first = (id: string) => /^[^\s\t'’-]+/.exec(id)?.[0] ?? id;
  return [...records].filter(([, r]) => r.right.length).map(([id, record]) => `${first(id)}\t${id.slice(0, id.indexOf('\t'))}\t${JSON.stringify(record)}`);
}
