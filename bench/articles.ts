import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {allWords, Flag, lookup} from '../src/lexicon/lexicon.ts';

const MARK = /\[\[([\s\S]*?)\|\|([\s\S]*?)\|\|[a-z-]+\]\]/g;
const folder = path.resolve(import.meta.dirname, '../seeds');

/** The paragraphs of the annotated articles, as they came from the engine and corrected. */
const articles = ['', 'blind'].flatMap((under) => readdirSync(path.join(folder, under)).filter((name) => name.endsWith('.gold')).sort().map((name) => {
  const raw = readFileSync(path.join(folder, under, name), 'utf8');
  const paragraphs = (text: string) => text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter(Boolean);
  return {damaged: paragraphs(raw.replace(MARK, '$1')), sound: paragraphs(raw.replace(MARK, (_, __, fixes: string) => fixes.split('|')[0]!.replace('?', '')))};
}));

/**
 * Markdown articles of about `bytes` bytes, every fifth of them machine-translated, the others sound English: the annotated articles and their
 * corrections, in ever new company, with other numbers and other surnames, so that no paragraph comes twice. The same on every run.
 */
export function* makeArticles(count: number, bytes: number): Generator<string> {
  const names: string[] = [];
  for (const {word, entry} of allWords()) if (entry.flags & Flag.Name && !(entry.flags & Flag.Lower) && entry.frequency > 90 && word.length > 5) names.push(word[0]!.toUpperCase() + word.slice(1));
  let state = 4242;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
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
