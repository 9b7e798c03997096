import {readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {readArticles} from '../bench/text.ts';
import {typing} from '../bench/typist.ts';
import {lintSource, type SourceOptions} from '../src/engine/source.ts';
import {loadFormat} from '../src/format/registry.ts';
import {forgetUnused} from '../src/lexicon/recent.ts';
import {ParagraphMemo} from '../src/rule/paragraph-memo.ts';

const seed = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../seeds', name), 'utf8').replace(/\n+/g, '\n\n');
/** What findings in other paragraphs depend on: names in two spellings and cases, people and pronouns, abbreviations, marks, figures, unknown and foreign words, words that may stand in a wrong sense. */
const pieces = fc.constantFrom('Kyiv', 'knitwaer ', 'Ministère ', 'Kiev', 'Zelenskiy', 'FBI', 'Fbi', 'XI', 'Xi Jinping', 'dont', 'you', 'Your ', 'Baker', 'Isabelle Boulanger', 'Anna Nowak', ' Nowak sold his house.', 'He ', ' she', ' his', 'The ministry said he ', ' the avocado of the accused ', ' judge court trial ', 'the European Union (EU)', 'secretary-general', 'bananana', 'hjurgly', 'prélèvements', ' und die Regierung hat das nicht gesagt ', '“', '”', '«', '’', "'", ' %', ' ,', '9,400', '9.400.000', '``', '\n\n', '\n', ' ', '.', '😀', 'e\u0301', 'www.example.com', '`');
const edit = fc.oneof(
  {weight: 6, arbitrary: fc.record({kind: fc.constant('type' as const), at: fc.double({min: 0, max: 1, noNaN: true}), gone: fc.nat(20), put: fc.array(pieces, {maxLength: 3})})},
  {weight: 1, arbitrary: fc.record({kind: fc.constantFrom('move' as const, 'double' as const, 'drop' as const), at: fc.double({min: 0, max: 1, noNaN: true}), to: fc.double({min: 0, max: 1, noNaN: true})})},
);

/** In the article that stands there three times: what is near a paragraph stays as it is beside another, what is far does not. */
const EXAMPLES: [{kind: 'type'; at: number; gone: number; put: never[]}[]][] = [[[{kind: 'type', at: 0.0936362059996532, gone: 18, put: []}]]];

it.each<[string, string, SourceOptions, number, string?]>([
  ['a damaged article', seed('victory-day.txt'), {}, 10],
  ['two damaged articles, surely machine-translated', `${seed('01-fr.txt')}\n\n${seed('victory-day.txt')}`, {mt: 'yes'}, 4],
  ['six damaged articles', ['01-fr', '02-fr', '04-es', '06-de', '08-it', 'victory-day'].map((name) => seed(`${name}.txt`)).join('\n\n'), {}, 4],
  // What is found in one of two equal paragraphs is found in the other; both move.
  ['an article that stands there three times', Array.from({length: 3}, () => seed('03-fr.txt')).join('\n\n'), {terms: {Kyiv: ['Kiev', 'Kyiw']}}, 4],
  ['an article in Markdown', `# A day in May\n\n${seed('victory-day.txt').replace(/Zelensky/g, '*Zelensky*')}\n\n- one \n- another`, {mt: 'yes', accept: ['hjurgly']}, 4, 'markdown'],
])('what a memory of paragraphs gives for %s is what a fresh lint gives, after any edits', async (_, before, options, numRuns, as = 'text') => {
  const format = await loadFormat(as, before);
  fc.assert(fc.property(fc.array(edit, {minLength: 1, maxLength: 8}), (edits) => {
    const memo = new ParagraphMemo();
    let text = before;
    let given = lintSource(text, format, options, memo);
    for (const change of edits) {
      const told = JSON.stringify(given);
      if (change.kind === 'type') {
        const at = Math.floor(change.at * text.length);
        text = (text.slice(0, at) + change.put.join('') + text.slice(at + change.gone)).toWellFormed();
      } else {
        const paragraphs = text.split('\n\n');
        const at = Math.floor(change.at * (paragraphs.length - 1));
        const [taken = ''] = change.kind === 'double' ? [paragraphs[at]] : paragraphs.splice(at, 1);
        if (change.kind !== 'drop') paragraphs.splice(Math.floor(change.to * paragraphs.length), 0, taken);
        text = paragraphs.join('\n\n');
      }
      const now = lintSource(text, format, options, memo);
      expect(now).toEqual(lintSource(text, format, options));
      // What is kept moves; what was given stays as it was.
      expect(JSON.stringify(given)).toBe(told);
      given = now;
    }
  }), {numRuns, examples: EXAMPLES});
}, 120_000);

it.each(['sound', 'damaged'] as const)('what it gives for %s articles on which somebody works is what a fresh lint gives', async (as) => {
  const articles = readArticles();
  let text = articles.slice(0, 4).map((article) => article[as].trim()).join('\n\n');
  const format = await loadFormat('text', text);
  const memo = new ParagraphMemo();
  let edits = 0;
  for (const {at, length, text: put} of typing(text, articles.slice(4))) {
    text = text.slice(0, at) + put + text.slice(at + length);
    if (++edits % 10 === 0) expect(lintSource(text, format, {}, memo)).toEqual(lintSource(text, format));
    // As a server does between edits.
    if (edits % 100 === 0) forgetUnused();
    if (edits === 600) break;
  }
}, 120_000);
