import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {parse, postprocess, preprocess} from 'micromark';
import {frontmatter} from 'micromark-extension-frontmatter';
import {gfm} from 'micromark-extension-gfm';
import {describe, expect, it} from 'vitest';
import {withoutInertText} from '../src/format/inert-text.ts';

/** What Markdown's grammar finds in a text, with offsets as `at` has them; text that it finds nothing in stands together. */
function found(text: string, at: (offset: number) => number): string[] {
  const out: string[] = [];
  let fenced = false;
  for (const [kind, {type, start, end}] of postprocess(parse({extensions: [gfm(), frontmatter(['yaml', 'toml'])]}).document().write(preprocess()(text, undefined, true)))) {
    // Nobody reads what a fence says of its code.
    if (type === 'codeFenced') fenced = kind === 'enter';
    if (fenced && type !== 'codeFenced' || type === 'data' && kind === 'exit') continue;
    const entry = type === 'data' ? 'data' : `${kind} ${type} ${at(start.offset)} ${at(end.offset)}`;
    if (entry !== 'data' || out.at(-1) !== 'data') out.push(entry);
  }
  return out;
}

function expectSame(text: string): number {
  const {text: short, offsets} = withoutInertText(text);
  expect(found(short, (offset) => offsets[offset]!)).toEqual(found(text, (offset) => offset));
  return short.length;
}

describe('text without what Markdown finds nothing in', () => {
  it('is read as the whole text', () => {
    const root = path.resolve(import.meta.dirname, '..');
    const files = ['.', 'docs', 'docs/rules'].flatMap((folder) => readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.md')).map((name) => path.join(root, folder, name)));
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) expectSame(readFileSync(file, 'utf8'));
  });

  it('is a fifth of plain prose', () => {
    const prose = `${'The minister said on Monday that “the talks” would go on: nothing was decided yet, and nobody left the room. '.repeat(5)}\n\n`.repeat(10);
    expect(expectSame(prose)).toBeLessThan(prose.length / 5);
  });

  it.each([
    'See www.example.com and http://example.com/a b c d, or write to john.doe@example.com today please.\n',
    'A label [of several long words] stands here\n\n[of several long words]: /there "A title of words"\n[of several other words]: /elsewhere\n',
    'First of the lines  \nsecond of the lines\\\nthird of the lines\n===\n\nA heading of words\n---\n\n1. one of the items\n   goes on here\n2) another of them\n',
    '| a column of words | another one here |\n| --- | --- |\n| some of the text | www.example.org too |\n',
    '<!-- a comment of words\n\nthat goes on and on --> *and* some of the text\n\n<div title="a b c d e f">\nfoo bar baz qux\n</div>\n',
    '---\ntitle: A title of words\n---\n\nThe text *of some words* and `code of some words` goes on_and on_ here.\n\n```js some more words\nlet a = of the words\n```\n',
    '> quoted text of words\nlazy text of words\n\n    code of some words\n\n\tand with a tab\tin the middle\r\nnext line of it\r\n\r\nlast line of all',
    'Text before &amp; after, AT&T is text, ~~struck out words~~ and **strong words of text**, ends with it!\n',
  ])('has all marks: %j', (text) => {
    expectSame(text);
  });

  it('has all marks of any text', () => {
    const piece = fc.constantFrom('the words', 'of', ' ', ' ', ' ', '\n', '\n\n', '*', '**', '_', '`', '[', ']', '(', ')', '<', '>', '&amp;', '!', '#', '- ', '1. ', '|', '---', '\\', '~~', '.', ':', '“', 'www.', 'http://a.b', 'a@b.co', '\t', '  \n', '"', "'", '/', '=', '```', 'a', 'longer words of it ');
    fc.assert(fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
      expectSame(pieces.join(''));
    }), {numRuns: 1500});
  });
});
