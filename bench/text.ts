import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {allWords, Flag} from '../src/lexicon/lexicon.ts';

/**
 * News-like text of a given size in bytes: the sentences of the seeds, corrected, in ever new orders, a word in forty replaced by
 * a word of the lexicon, so that neither order nor vocabulary repeats. The same on every run.
 */
export function makeText(bytes: number): string {
  const folder = path.resolve(import.meta.dirname, '../seeds');
  const articles = readdirSync(folder).filter((name) => name.endsWith('.gold')).map((name) => readFileSync(path.join(folder, name), 'utf8').replace(/\[\[[\s\S]*?\|\|([\s\S]*?)\|\|[a-z-]+\]\]/g, (_, fixes: string) => fixes.split('|')[0]!.replace('?', '')));
  const sentences = articles.join('\n').split(/(?<=[.”"]) |\n+/).filter((sentence) => sentence.length > 20);
  const vocabulary: string[] = [];
  for (const {word, entry} of allWords()) if (entry.frequency > 75 && entry.flags & (Flag.Lower | Flag.Name)) vocabulary.push(entry.flags & Flag.Lower ? word : word[0]!.toUpperCase() + word.slice(1));
  let state = 12345;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const out: string[] = [];
  let size = 0;
  for (let n = 1; size < bytes; n++) {
    const words = sentences[random(sentences.length)]!.split(' ').map((word) => (/^[a-z]{5,}$/.test(word) && random(40) === 0 ? vocabulary[random(vocabulary.length)]! : word));
    const sentence = words.join(' ') + (n % 5 ? ' ' : '\n\n');
    out.push(sentence);
    size += Buffer.byteLength(sentence);
  }
  return out.join('');
}
