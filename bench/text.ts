import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {correctedOf, type Repair, readGold} from '../scripts/gold.ts';
import {allWords, Flag, lookup} from '../src/lexicon/lexicon.ts';

/** An annotated article as it came from an engine, with what its editor changed, and as it was left. */
export interface Article {
  readonly damaged: string;
  readonly repairs: readonly Repair[];
  readonly sound: string;
}

/** The annotated articles of a folder of `seeds`. */
export function readArticles(under = ''): Article[] {
  const folder = path.resolve(import.meta.dirname, '../seeds', under);
  return readdirSync(folder).filter((name) => name.endsWith('.gold')).sort().map((name) => {
    const article = readGold(readFileSync(path.join(folder, name), 'utf8'));
    return {damaged: article.text, repairs: article.marks, sound: correctedOf(article)};
  });
}

/** Whole numbers below `n`, the same on every run. */
export function randomFrom(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Whether a sentence has both marks of each quotation: in another order, one without its other would be damage. */
const isWhole = (sentence: string): boolean => sentence.split('“').length === sentence.split('”').length && sentence.split('"').length % 2 === 1 && sentence.indexOf('“') <= sentence.indexOf('”') && sentence.lastIndexOf('“') <= sentence.lastIndexOf('”');

/**
 * News-like text of a given size in bytes: the sentences of the seeds, corrected, in ever new orders, a word in forty replaced by
 * a word of the lexicon, so that neither order nor vocabulary repeats. The same on every run.
 */
export function makeText(bytes: number): string {
  const articles = readArticles().map(({sound}) => sound);
  const sentences = articles.join('\n').split(/(?<=[.”"]) |\n+/).filter((sentence) => sentence.length > 20 && isWhole(sentence));
  const vocabulary: string[] = [];
  for (const {word, entry} of allWords()) if (entry.frequency > 75 && entry.flags & (Flag.Lower | Flag.Name)) vocabulary.push(entry.flags & Flag.Lower ? word : word[0]!.toUpperCase() + word.slice(1));
  const random = randomFrom(12345);
  const out: string[] = [];
  let size = 0;
  for (let n = 1; size < bytes; n++) {
    // Behind "a" another word may want "an": that would be no sound English.
    const words = sentences[random(sentences.length)]!.split(' ').map((word, i, all) => (/^[a-z]{5,}$/.test(word) && !/^an?$/i.test(all[i - 1] ?? '') && random(40) === 0 ? vocabulary[random(vocabulary.length)]! : word));
    const sentence = words.join(' ') + (n % 5 ? ' ' : '\n\n');
    out.push(sentence);
    size += Buffer.byteLength(sentence);
  }
  return out.join('');
}

/**
 * Markdown articles of about `bytes` bytes, every fifth of them machine-translated, the others sound English: the annotated articles and their
 * corrections, in ever new company, with other numbers and other surnames, so that no paragraph comes twice. The same on every run.
 */
export function* makeArticles(count: number, bytes: number): Generator<string> {
  const names: string[] = [];
  for (const {word, entry} of allWords()) if (entry.flags & Flag.Name && !(entry.flags & Flag.Lower) && entry.frequency > 90 && word.length > 5) names.push(word[0]!.toUpperCase() + word.slice(1));
  const random = randomFrom(4242);
  const paragraphsOf = (text: string) => text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter(Boolean);
  const articles = ['', 'blind'].flatMap((under) => readArticles(under)).map(({damaged, sound}) => ({damaged: paragraphsOf(damaged), sound: paragraphsOf(sound)}));
  for (let n = 0; n < count; n++) {
    const out = [`# Article ${n}`];
    const renamed = new Map<string, string>();
    const varied = (text: string) => text
      .replace(/\b[A-Z][a-z]{4,}\b/g, (name) => {
        const {flags} = lookup(name.toLowerCase());
        if (!(flags & Flag.Name) || flags & Flag.Lower) return name;
        if (!renamed.has(name)) renamed.set(name, random(2) ? name : names[random(names.length)]!);
        return renamed.get(name)!;
      })
      .replace(/\b[1-9]\d\b/g, () => String(10 + random(90)));
    for (let size = 0; size < bytes; ) {
      const article = articles[random(articles.length)]!;
      for (const paragraph of n % 5 === 4 ? article.damaged : article.sound) {
        const text = varied(paragraph);
        out.push(text);
        size += Buffer.byteLength(text) + 2;
        if (size >= bytes) break;
      }
    }
    yield `${out.join('\n\n')}\n`;
  }
}
