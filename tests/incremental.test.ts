import {readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {expect, it} from 'vitest';
import {lintSource, type SourceOptions} from '../src/engine/source.ts';
import {loadFormat} from '../src/format/registry.ts';
import {ParagraphMemo} from '../src/rule/paragraph-memo.ts';

const seed = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../seeds', name), 'utf8').replace(/\n+/g, '\n\n');
/** What findings in other paragraphs depend on: names in two spellings and cases, abbreviations, marks, figures, unknown and foreign words. */
const pieces = fc.constantFrom('Kyiv', 'Kiev', 'Zelenskiy', 'FBI', 'Fbi', 'XI', 'Xi Jinping', 'dont', 'you', 'Your ', 'Baker', 'Isabelle Boulanger', 'the European Union (EU)', 'secretary-general', 'bananana', 'hjurgly', 'prélèvements', ' und die Regierung hat das nicht gesagt ', '“', '”', '«', '’', "'", ' %', ' ,', '9,400', '9.400.000', '``', '\n\n', '\n', ' ', '.', '😀', 'e\u0301', 'www.example.com', '`');
const edit = fc.oneof(
  {weight: 6, arbitrary: fc.record({kind: fc.constant('type' as const), at: fc.double({min: 0, max: 1, noNaN: true}), gone: fc.nat(20), put: fc.array(pieces, {maxLength: 3})})},
  {weight: 1, arbitrary: fc.record({kind: fc.constantFrom('move' as const, 'double' as const, 'drop' as const), at: fc.double({min: 0, max: 1, noNaN: true}), to: fc.double({min: 0, max: 1, noNaN: true})})},
);

it.each<[string, string, SourceOptions, number]>([
  ['a damaged article', seed('victory-day.txt'), {}, 10],
  ['two damaged articles, surely machine-translated', `${seed('01-fr.txt')}\n\n${seed('victory-day.txt')}`, {mt: 'yes'}, 4],
])('what a memory of paragraphs gives for %s is what a fresh lint gives, after any edits', async (_, before, options, numRuns) => {
  const format = await loadFormat('text', before);
  fc.assert(fc.property(fc.array(edit, {minLength: 1, maxLength: 8}), (edits) => {
    const memo = new ParagraphMemo();
    let text = before;
    lintSource(text, format, options, memo);
    for (const change of edits) {
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
      expect(lintSource(text, format, options, memo)).toEqual(lintSource(text, format, options));
    }
  }), {numRuns});
}, 120_000);
