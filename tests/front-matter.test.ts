import fc from 'fast-check';
import {getStaticTOMLValue, parseTOML} from 'toml-eslint-parser';
import {describe, expect, it} from 'vitest';
import {parse, stringify} from 'yaml';
import {fixSource, lintSource} from '../src/engine/source.ts';
import {applyEdits} from '../src/fix/apply.ts';
import {noteText} from '../src/format/format.ts';
import {loadFormat} from '../src/format/registry.ts';

/** Front matter between fences: Markdown and MDX of it, and what its prose is. */
async function fenced(fence: string) {
  const rest = `\n${fence}\n\nThe body stands here.\n`;
  const markdown = await loadFormat('markdown', `${fence}\n`);
  const mdx = await loadFormat('mdx', `${fence}\n`);
  const of = (matter: string) => `${fence}\n${matter}${rest}`;
  /** The segments of its prose. */
  const blocks = (matter: string, format = markdown) => {
    const {prose} = format.parse(of(matter));
    const all = prose.segments.map((s) => `${s.role}: ${prose.text.slice(s.start, s.end)}`);
    expect(all.pop()).toBe('body: The body stands here.');
    return all;
  };
  /** The front matter after an edit of the prose: the first `from` becomes `to`; undefined if it is refused. */
  const edited = (matter: string, from: string, to: string) => {
    const parsed = markdown.parse(of(matter));
    const start = parsed.prose.text.indexOf(from);
    expect(start, parsed.prose.text).toBeGreaterThanOrEqual(0);
    const edit = parsed.toSourceEdit({start, end: start + from.length, text: to});
    return edit && applyEdits(of(matter), [edit]).text.slice(fence.length + 1, -rest.length);
  };
  return {rest, markdown, mdx, of, blocks, edited};
}
const {rest: REST, markdown, mdx, of, blocks, edited} = await fenced('---');
const {rest: TOML_REST, markdown: tomlMarkdown, mdx: tomlMdx, of: ofToml, blocks: tomlBlocks, edited: tomlEdited} = await fenced('+++');

describe('front matter that says what language its text is in', () => {
  const lintedIn = (matter: string) => markdown.parse(of(matter)).prose.text !== '';
  it('has its text linted where that is English, or no language', () => {
    for (const matter of ['lang: en', 'language: en_GB', 'lang: EN-us', 'language: python', 'language: go', 'lang: "{{ page.lang }}"', 'lang:', 'lang: [fr, en]', 'site:\n  lang: fr', 'lang: fr-TOOLONGSUBTAG', 'locale: und', '- lang: fr']) expect(lintedIn(`${matter}\n`), matter).toBe(true);
  });
  it('keeps other text from being linted', () => {
    for (const matter of ['lang: fr', 'language: pt_BR', 'locale: "zh-Hans"', 'lang: no', 'title: x\nlanguage: de-AT # Austria']) expect(lintedIn(`${matter}\n`), matter).toBe(false);
    expect(markdown.parse(of('lang: fr\n')).notes).toEqual([{text: 'Nothing was linted: the file says that its text is in `fr`.', minor: true}]);
    expect(tomlMarkdown.parse(ofToml('[params]\nlang = "fr"\n')).prose.text).not.toBe('');
  });
});

describe('front matter', () => {
  it('has values for readers, by key or because they are sentences', () => {
    expect(blocks('title: A visit\nslug: a-visit-to-the-capital\ndate: 2025-05-08\ndescription: The talks went on.\ntags: [news, the end of the war]\nauthor: John Smith of the Times\nnote: It was the end of the visit.\nweight: 3\ndraft: true\nseo:\n  og:title: Other title\n  metaDescription: More of it\nimages:\n  - src: a.png\n    alt: The old town\n')).toEqual(['heading: A visit', 'body: The talks went on.', 'body: It was the end of the visit.', 'heading: Other title', 'heading: More of it', 'heading: The old town']);
    expect(blocks('title: A visit', mdx)).toEqual(['heading: A visit']);
    expect(blocks('title: [broken')).toEqual([]);
    expect(blocks('title: 1848\nsummary: !!str tagged\nabstract: *none\n')).toEqual([]);
  });
  it('is read in every style of YAML', () => {
    expect(blocks("title: 'It''s here'\nsubtitle: \"A \\\"big\\\" one\\u00e9\\U0001F600\"\nlead: one two\n  three\n\n  four\nintro: \"a\\\n  b\"\n")).toEqual(["heading: It's here", 'heading: A "big" oneé😀', 'heading: one two three', 'heading: four', 'heading: ab']);
    expect(blocks('summary: >- # folded\n  One line,\n  and more.\n\n  Another.\nexcerpt: |\n  First.\n  Second.\n\n    code\nteaser: |2\n    odd\n')).toEqual(['body: One line, and more.', 'body: Another.', 'body: First.\nSecond.', 'heading: code']);
  });
  it('is repaired in its own writing, or not at all', () => {
    expect(edited('title: four dayswhich passed', 'dayswhich', 'days, which')).toBe('title: four days, which passed');
    expect(edited("title: 'four dayswhich'", 'dayswhich', "days' which")).toBe("title: 'four days'' which'");
    expect(edited('title: "four dayswhich"', 'dayswhich', 'days “which"')).toBe('title: "four days “which\\""');
    expect(edited('summary: >-\n  One hard\n  -won peace.', 'hard -won', 'hard-won')).toBe('summary: >-\n  One hard-won peace.');
    expect(edited("title: 'It''s here'", "It's", 'It is')).toBe("title: 'It is here'");
    // In plain writing these would mean something else.
    expect(edited('title: four days which', 'days', 'days:')).toBeUndefined();
    expect(edited('title: four days which', 'four', '"four')).toBeUndefined();
    expect(edited('title: The "big" one', 'The ', '')).toBeUndefined();
    expect(edited('title: four days', 'days', '#days')).toBeUndefined();
    expect(edited('caption: [the one, the other]', 'one', 'one, two')).toBeUndefined();
    expect(edited('title: not here', 'not here', 'null')).toBeUndefined();
    expect(edited('title: not here', 'not here', '12')).toBeUndefined();
  });
  it('is found and repaired with the text, comments in it count', () => {
    const bad = 'title: The visit lasts four dayswhich includes the parade\n# mtlint-disable-next-line\nsummary: They defended the hard -won peace.\nlead: "They defended the hard -won peace."';
    const {findings} = lintSource(of(bad), markdown);
    expect(findings.map((f) => [f.ruleId, of(bad).slice(f.start, f.end)])).toEqual([['fused-words', 'dayswhich'], ['split-words', 'hard -won']]);
    expect(fixSource(of(bad), markdown).source).toBe(of(bad.replace('lead: "They defended the hard -won', 'lead: "They defended the hard-won')));
    const commented = of('summary: |\n  # mtlint-disable\n  no comment\ntitle: "# mtlint-disable" # mtlint-disable-line -- why\n');
    expect(markdown.parse(commented).comments.map((c) => [commented.slice(c.start, c.end), c.text])).toEqual([['# mtlint-disable-line -- why', 'mtlint-disable-line -- why']]);
  });
  it('that is hostile or long is left in time', () => {
    for (const yaml of [`title: ${'['.repeat(2900)}`, `title: "${'\\n '.repeat(10_000)}"`, `title: a${' '.repeat(40_000)}b`, `title: a${'\n \n'.repeat(10_000)}b`, `summary: |\n${'  a\n   b\n'.repeat(4000)}`, 'a: &a [*a, *a]', `title: ${'word '.repeat(20_000)}`]) expect(markdown.parse(of(yaml)).prose.text).toContain('The body stands here.');
  });

  it('whatever its writing, words point at themselves, and an edit changes the one value as it should', () => {
    const word = fc.constantFrom('the', "it's", 'a', '"big"', 'deal:', '#1', '- x', 'naïve', '😀', 'e\u0301', '{a}', '&amp;', '100%', '[x]', "'s", '@me', 'no', '\\n', 'C:\\x', '\t', '*', '!');
    const text = fc.array(word, {minLength: 1, maxLength: 8}).map((all) => all.join(' '));
    const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL');
    fc.assert(fc.property(text, text, text, style as fc.Arbitrary<'PLAIN'>, fc.constantFrom(20, 0), fc.nat(7), word, (title, summary, lead, defaultStringType, lineWidth, which, put) => {
      const values = {title, n: {summary}, list: [{lead}]};
      const yaml = stringify(values, {defaultStringType, defaultKeyType: 'PLAIN', lineWidth}).trimEnd();
      const source = of(yaml);
      const parsed = markdown.parse(source);
      const words = [...parsed.prose.text.matchAll(/[a-z]+/g)].slice(0, -4);
      const chosen = words[which % Math.max(1, words.length)];
      for (const m of words) {
        const shown = source.slice(...parsed.toSource(m.index, m.index + m[0].length));
        if (!/[\\']/.test(shown)) expect(shown).toBe(m[0]);
      }
      if (!chosen) return;
      const edit = parsed.toSourceEdit({start: chosen.index, end: chosen.index + chosen[0].length, text: put});
      if (!edit) return;
      const after = applyEdits(source, [edit]).text;
      const now = parse(after.slice(4, -REST.length)) as typeof values;
      const [old, fresh] = [values, now].map((v) => [v.title, v.n.summary, v.list[0]!.lead].map((value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value)));
      const changed = fresh!.flatMap((value, i) => (value === old![i] ? [] : [i]));
      if (put !== chosen[0]) expect(changed.length).toBe(1);
      const segment = markdown.parse(after).prose.text;
      expect(segment).toBe(parsed.prose.text.slice(0, chosen.index) + put + parsed.prose.text.slice(chosen.index + chosen[0].length));
    }), {numRuns: 400});
  });
});

describe('front matter in TOML', () => {
  it('has values for readers in tables, arrays and inline tables', () => {
    expect(tomlBlocks(String.raw`title = "A visit"
slug = "a-visit-to-the-capital"
date = 2025-05-08T10:00:00Z
description = 'The talks went on.'
tags = ["news", "the end of the war"]
weight = 3
draft = true

[extra]
subtitle = "Other title"
note = "It was the end of the visit."
logo.alt = "The old town"
facts = ["It was the end of the talks.", "Short"]
seo = {metaDescription = "More of it", path = "a of the b c"}

[[resources]]
src = "a.png"
title = "A bridge"

[taxonomies]
categories = ["Talk of the town"]
"og:title" = "Quoted key"
`)).toEqual(['heading: A visit', 'body: The talks went on.', 'heading: Other title', 'body: It was the end of the visit.', 'heading: The old town', 'body: It was the end of the talks.', 'heading: More of it', 'heading: A bridge', 'heading: Quoted key']);
    expect(tomlBlocks('title = "A visit"', tomlMdx)).toEqual(['heading: A visit']);
    expect(tomlBlocks('title = 1848')).toEqual([]);
    expect(tomlBlocks('')).toEqual([]);
  });
  it('that is broken is passed over', () => {
    for (const toml of ['title = "broken', 'title = "a"\ntitle = "b"', 'title: "a"', '[extra\ntitle = "a"', 'title = "a\\q"', 'title = """\na']) expect(tomlBlocks(toml), toml).toEqual([]);
    const notes = (source: string, format = markdown) => format.parse(source).notes?.map(noteText);
    expect(notes('---\nfrom: fr\ntitle: Great: the talks\n---\n\nThe talks went on.\n')).toEqual(['Line 3: the front matter is not linted, because it is broken (Nested mappings are not allowed in compact mappings).']);
    expect(notes('+++\n\ntitle = The talks\n+++\n', tomlMarkdown)![0]).toMatch(/^Line 3: the front matter is not linted, because it is broken/);
    expect(notes('---\ntitle: The talks\n---\n')).toBeUndefined();
  });
  it('is read in every kind of string', () => {
    expect(tomlBlocks(String.raw`title = "A \"big\" one\u00e9\U0001F600 a\tb"` + '\n' + String.raw`subtitle = 'C:\now "here"'`)).toEqual(['heading: A "big" oneé😀 a\tb', 'body: C:\\now "here"']);
    expect(tomlBlocks(String.raw`summary = """
One line,
and \

   more.\


Another \\

  code"""
excerpt = '''First.
It's ""second"" \'''`)).toEqual(['heading: One line,\nand more.Another \\', 'heading: code', 'heading: First.\nIt\'s ""second"" \\']);
  });
  it('is repaired in its own writing, or not at all', () => {
    expect(tomlEdited('title = "four dayswhich passed" # why', 'dayswhich', 'days, which')).toBe('title = "four days, which passed" # why');
    expect(tomlEdited('title = "four dayswhich"', 'dayswhich', 'days “which" \\')).toBe('title = "four days “which\\" \\\\"');
    expect(tomlEdited("title = 'four dayswhich'", 'dayswhich', 'days “which"')).toBe("title = 'four days “which\"'");
    expect(tomlEdited('title = "caf\\u00e9 s"', 'café', 'cafés')).toBe('title = "caf\\u00e9s s"');
    expect(tomlEdited('title = """\nfour dayswhich\npassed"""', 'dayswhich', 'days, which')).toBe('title = """\nfour days, which\npassed"""');
    expect(tomlEdited('title = """\nOne hard \\\n  -won peace."""', 'hard -won', 'hard-won')).toBe('title = """\nOne hard\\\n  -won peace."""');
    expect(tomlEdited("[params]\nx = {title = 'One -won', b = 1}", 'One -won', 'One-won')).toBe("[params]\nx = {title = 'One-won', b = 1}");
    // These would end the string, or are no text of TOML.
    expect(tomlEdited("title = 'four days'", 'days', "days'")).toBeUndefined();
    expect(tomlEdited("title = 'four days'", 'days', '\u0001')).toBeUndefined();
    expect(tomlEdited("title = '''four days'''", 'days', "''' 'a")).toBeUndefined();
  });
  it('is found and repaired with the text, comments in it count', () => {
    const bad = 'title = "The visit lasts four dayswhich includes the parade"\n# mtlint-disable-next-line\nsummary = "They defended the hard -won peace."\n[extra]\nlead = \'They defended the hard -won peace.\' # mtlint-disable-line -- no';
    const {findings} = lintSource(ofToml(bad), tomlMarkdown);
    expect(findings.map((f) => [f.ruleId, ofToml(bad).slice(f.start, f.end)])).toEqual([['fused-words', 'dayswhich']]);
    const open = bad.replaceAll(/ ?# mtlint.*/g, '');
    for (const eol of ['\n', '\r\n']) expect(fixSource(ofToml(open).replaceAll('\n', eol), tomlMarkdown).source).toBe(ofToml(open.replaceAll('hard -won', 'hard-won')).replaceAll('\n', eol));
  });
  it('that is hostile or long is left in time', () => {
    for (const toml of [`title = ${'['.repeat(1400)}${']'.repeat(1400)}`, `title = ${'{a='.repeat(9000)}`, `title = "${'\\n '.repeat(10_000)}"`, `title = "a${' '.repeat(40_000)}b"`, `title = """a${'\\\n \n'.repeat(9000)}b"""`, `title = """${'\\'.repeat(40_000)}"""`, `${'a.'.repeat(20_000)}a = 1`, `${'[[a]]\n\n'.repeat(7000)}`, `title = "${'word '.repeat(20_000)}"`, '\0', '\ud800 = "']) expect(tomlMarkdown.parse(ofToml(toml)).prose.text).toContain('The body stands here.');
  });

  it('whatever its writing, words point at themselves, and an edit changes the one value as it should', () => {
    const word = fc.constantFrom('the', "it's", 'a', '"big"', '#1', 'naïve', '😀', 'e\u0301', '{a}', '100%', '[x]', '\n', '\n\n', 'C:\\x', '\t', '*', '!', '\\');
    const text = fc.array(word, {minLength: 1, maxLength: 8}).map((all) => all.join(' '));
    const basic = (value: string) => JSON.stringify(value);
    const lines = (value: string) => `"""\n${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"""`;
    const literal = (value: string) => (/['\n\t]/.test(value) ? basic(value) : `'${value}'`);
    const style = fc.constantFrom(basic, lines, literal, (value: string) => `'''\n${value}'''`, (value: string) => lines(value).replaceAll(' ', ' \\\n  '));
    fc.assert(fc.property(text, text, text, style, style, fc.nat(7), word, (title, summary, lead, first, second, which, put) => {
      const source = ofToml(`title = ${first(title)} # the\n[extra]\nn.summary = ${second(summary)}\nlist = [{lead = ${first(lead)}, id = "the"}]`);
      const parsed = tomlMarkdown.parse(source);
      const found = [...parsed.prose.text.matchAll(/[a-z]+/g)].slice(0, -4);
      const chosen = found[which % Math.max(1, found.length)];
      for (const m of found) {
        const shown = source.slice(...parsed.toSource(m.index, m.index + m[0].length));
        if (!/[\\']/.test(shown)) expect(shown).toBe(m[0]);
      }
      if (!chosen) return;
      const edit = parsed.toSourceEdit({start: chosen.index, end: chosen.index + chosen[0].length, text: put});
      if (!edit) return;
      const after = applyEdits(source, [edit]).text;
      const values = (whole: string) => {
        const {title: one, extra: {n: {summary: two}, list: [{lead: three, id}]}} = getStaticTOMLValue(parseTOML(whole.slice(4, -TOML_REST.length))) as {title: string; extra: {n: {summary: string}; list: [{lead: string; id: string}]}};
        return [one, two, three, id];
      };
      const old = values(source);
      if (put !== chosen[0]) expect(values(after).filter((value, i) => value !== old[i])).toHaveLength(1);
      expect(tomlMarkdown.parse(after).prose.text).toBe(parsed.prose.text.slice(0, chosen.index) + put + parsed.prose.text.slice(chosen.index + chosen[0].length));
    }), {numRuns: 400});
  });
});

describe('front matter in JSON', () => {
  const of = (json: string) => `${json}\n\nThe body **stands** here.\n`;
  const read = async (source: string) => {
    const {prose} = (await loadFormat('markdown', source)).parse(source);
    return prose.segments.map((s) => prose.text.slice(s.start, s.end));
  };
  it('is one object before the text', async () => {
    expect(await read(of('{\n    "title": "A \\"visit\\"",\n  "date": "2025-05-08",\n\n  "params": {"description": "The talks went on.", "slug": "the end of it"},\n  "images": [{"alt": "The town"}]\n}'))).toEqual(['A "visit"', 'The talks went on.', 'The town', 'The body stands here.']);
    expect(await read(of('{"title": "A visit"}'))).toEqual(['A visit', 'The body stands here.']);
  });
  it('that is broken is passed over, with a note', async () => {
    for (const [broken, line] of [['{"title": "a",}', 1], ['{\n  "title": "The hard -won peace",\n  "tags": ["x" "y"],\n  "slug": {\n  }\n}', 3], ['{\r\n  "title": "a"\r\n  "date": 1\r\n}', 3]] as const) {
      const {prose, notes} = (await loadFormat('markdown', of(broken))).parse(of(broken));
      expect(prose.text.trim()).toBe('The body stands here.');
      expect(notes!.map(noteText)).toEqual([expect.stringMatching(new RegExp(`^Line ${line}: the front matter is not linted, because it is broken \\(it is no JSON: .*expected\\)\\.$`))]);
    }
  });
  it('that is none is text', async () => {
    for (const start of ['{"title"', '{"title": "a"} and more', '{', '{"{{< figure >}}', `{"a":${'['.repeat(30_000)}`]) expect((await read(of(start.slice(0, 2000)))).join(' '), start.slice(0, 30)).toContain('{');
  });
  it('is repaired in place', async () => {
    const source = of('{\n  "title": "The hard -won peace",\n  "description": "They defended \\u0022the hard -won peace\\u0022."\n}').replaceAll('\n', '\r\n');
    expect(fixSource(source, await loadFormat('markdown', source)).source).toBe(source.replaceAll('hard -won', 'hard-won'));
  });
});
