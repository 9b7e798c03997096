import {describe, expect, it} from 'vitest';
import {fixSource, lintSource, type SourceOptions} from '../src/engine/source.ts';
import {html} from '../src/format/html.ts';
import {loadFormat} from '../src/format/registry.ts';

const markdown = await loadFormat('markdown', '');
const BAD = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace.';
/** "rule line" of each finding. */
const found = (source: string, options: SourceOptions = {}, format = markdown) => lintSource(source, format, options).findings.map((f) => `${f.ruleId} ${source.slice(0, f.start).split('\n').length}`);

describe('comments', () => {
  it('suppress to the end, to the next enable, in a line, in the next line with text', () => {
    expect(found(`${BAD}\n\n<!-- mtlint-disable -->\n\n${BAD}\n`)).toEqual(['fused-words 1', 'split-words 1']);
    expect(found(`<!-- mtlint-disable -->\n\n${BAD}\n\n<!-- mtlint-enable -->\n\n${BAD}\n`)).toEqual(['fused-words 7', 'split-words 7']);
    expect(found(`${BAD} <!-- mtlint-disable-line -->\n\n${BAD}\n`)).toEqual(['fused-words 3', 'split-words 3']);
    expect(found(`<!-- mtlint-disable-next-line -->\n${BAD}\n\n${BAD}\n`)).toEqual(['fused-words 4', 'split-words 4']);
    expect(found(`<!-- mtlint-disable-next-line -->\n\n\n${BAD}\n\n${BAD}\n`)).toEqual(['fused-words 6', 'split-words 6']);
  });
  it('name rules, with commas or spaces, and a reason', () => {
    expect(found(`<!-- mtlint-disable-next-line fused-words -- the name of a band -->\n${BAD}\n`)).toEqual(['split-words 2']);
    expect(found(`<!-- mtlint-disable fused-words, split-words -->\n\n${BAD}\n\n<!-- mtlint-enable split-words -->\n\n${BAD}\n`)).toEqual(['split-words 7']);
    expect(found(`<!-- mtlint-disable -->\n\n${BAD}\n\n<!-- mtlint-enable fused-words -->\n\n${BAD}\n`)).toEqual(['fused-words 7']);
    const {suppressed} = lintSource(`<!-- mtlint-disable-next-line -- house style -->\n${BAD}\n`, markdown);
    expect(suppressed?.map((s) => [s.finding.ruleId, s.by, s.reason])).toEqual([['fused-words', 'comment', 'house style'], ['split-words', 'comment', 'house style']]);
  });
  it('stand in HTML and MDX, not in plain text', async () => {
    expect(found(`<p>x</p>\n<!-- mtlint-disable-next-line -->\n<p>${BAD}</p>\n`, {}, html)).toEqual([]);
    expect(found(`{/* mtlint-disable-next-line split-words -- why not */}\n\n${BAD}\n`, {}, await loadFormat('mdx', ''))).toEqual(['fused-words 3']);
    expect(found(`<!-- mtlint-disable -->\n\n${BAD}\n`, {}, await loadFormat('text', '')).filter((f) => f.startsWith('fused'))).toEqual(['fused-words 3']);
  });
  it('are for mtlint only where they begin so', () => {
    expect(found(`<!-- see mtlint-disable -->\n\n${BAD}\n`)).toEqual(['fused-words 3', 'split-words 3']);
  });
  it('keep --fix away', () => {
    expect(fixSource('The hard -won peace. <!-- mtlint-disable-line -->\n\nThe hard -won peace.\n', markdown).source).toBe('The hard -won peace. <!-- mtlint-disable-line -->\n\nThe hard-won peace.\n');
  });
});

describe('comments that suppress nothing', () => {
  it('are reported: whole, in part, with a wrong name', () => {
    const {findings} = lintSource(`<!-- mtlint-disable-next-line -->\nAll is well here.\n\n<!-- mtlint-disable-next-line fused-words, article -->\n${BAD}\n\n<!-- mtlint-disable fused-word -->\n\n<!-- mtlint-disabled -->\n`, markdown, {rules: {'split-words': 'off'}});
    expect(findings.map((f) => [f.ruleId, f.severity, f.message])).toEqual([
      ['unused-disable', 'warn', 'This comment suppresses nothing'],
      ['unused-disable', 'warn', 'This comment suppresses nothing of `article`'],
      ['unused-disable', 'warn', 'There is no rule `fused-word`: did you mean `fused-words`?'],
      ['unused-disable', 'warn', 'There is no comment `mtlint-disabled`: did you mean `mtlint-disable`?'],
    ]);
  });
  it('are meant for mtlint, but written otherwise', () => {
    const said = (comment: string) => lintSource(`<!-- ${comment} -->\n`, markdown).findings.map((f) => f.message);
    expect(said('mtlint disable fused-words')).toEqual(['There is no comment `mtlint disable`: did you mean `mtlint-disable`?']);
    expect(said('MTLINT-DISABLE-LINE')).toEqual(['There is no comment `MTLINT-DISABLE-LINE`: did you mean `mtlint-disable-line`?']);
    expect(said('mtlint is what checks this page')).toEqual([]);
    expect(found(`<!-- mtlint-disable-next-line: fused-words, split-words -->\n${BAD}\n`)).toEqual([]);
  });
  it('are not reported for rules that are off, nor where unused-disable is off', () => {
    const source = '<!-- mtlint-disable-next-line fused-words -->\nAll is well.\n';
    expect(found(source)).toEqual(['unused-disable 1']);
    expect(found(source, {rules: {'fused-words': 'off'}})).toEqual([]);
    expect(found(source, {rules: {'unused-disable': 'off'}})).toEqual([]);
    expect(lintSource(source, markdown, {rules: {'unused-disable': 'error'}}).findings[0]!.severity).toBe('error');
  });
  it('an enable that ends nothing is one of them', () => {
    expect(found('All is well.\n\n<!-- mtlint-enable -->\n')).toEqual(['unused-disable 3']);
    expect(found(`<!-- mtlint-disable -->\n\n${BAD}\n\n<!-- mtlint-enable -->\n`)).toEqual([]);
  });
  for (const [what, source, fixed] of [
    ['with their line', 'One.\n\n<!-- mtlint-disable -->\n\nTwo.\n', 'One.\n\n\nTwo.\n'],
    ['leaving a line where paragraphs would run together', 'One is here.\n<!-- mtlint-disable-next-line -->\nTwo is here.\n', 'One is here.\n\nTwo is here.\n'],
    ['at the end of a line', 'One is here. <!-- mtlint-disable-line -->\r\n\r\nTwo is here.\r\n', 'One is here.\r\n\r\nTwo is here.\r\n'],
    ['inside of a line', 'One is <!-- mtlint-disable-line --> here.\n', 'One is here.\n'],
    ['in part', `<!-- mtlint-disable-next-line fused-words, article, split-words -- x -->\n${BAD}\n`, `<!-- mtlint-disable-next-line fused-words, split-words -- x -->\n${BAD}\n`],
    ['in part, without commas', `<!-- mtlint-disable-next-line article fused-words split-words -->\n${BAD}\n`, `<!-- mtlint-disable-next-line fused-words split-words -->\n${BAD}\n`],
  ] as const) it(`are taken out by --fix ${what}`, () => expect(fixSource(source, markdown).source).toBe(fixed));
});

it('findings that the settings accept by fingerprint are no findings', () => {
  const [first] = lintSource(BAD, markdown).findings;
  const {findings, suppressed} = lintSource(BAD, markdown, {accepted: [first!.fingerprint]});
  expect(findings.map((f) => f.ruleId)).toEqual(['split-words']);
  expect(suppressed?.map((s) => [s.finding.ruleId, s.by])).toEqual([['fused-words', 'settings']]);
});

it('a great many comments cost no more than their number', () => {
  const time = (n: number) => {
    const source = `${'<!-- mtlint-disable-line fused-words -->\n\n'.repeat(n)}${BAD}\n\n${'<!-- mtlint-disable -->\n\n<!-- mtlint-enable -->\n\n'.repeat(n)}`;
    const begun = process.cpuUsage();
    lintSource(source, markdown);
    const {user, system} = process.cpuUsage(begun);
    return user + system;
  };
  time(200);
  const small = time(500);
  expect(time(4000)).toBeLessThan(Math.max(small, 30_000) * 40);
});

describe('comments in files of translators', () => {
  const text = 'They defended the hard -won peace.';
  const next = 'mtlint-disable-next-line split-words -- so it is';
  const of = async (id: string, source: string) => {
    const format = await loadFormat(id, source);
    return lintSource(source, format).findings.map((f) => `${f.ruleId} ${source.slice(0, f.start).split('\n').length}`);
  };
  it('are for the next entry, unit or cue, not the next line', async () => {
    expect(await of('po', `# ${next}\n#: a.c:1\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "${text}"\nmsgstr[1] ""\n"${text}"\nmsgid "b"\nmsgstr "${text}"\n`)).toEqual(['split-words 10']);
    expect(await of('po', `msgid "b"\nmsgstr "${text}"\n\n# ${next}\nmsgid "b"\nmsgstr "All is well."\n\nmsgid "c"\nmsgstr "${text}"\n`)).toEqual(['split-words 2', 'unused-disable 4', 'split-words 9']);
    const unit = (target: string) => `<trans-unit id="1">\n<source>a</source>\n<target>\n${target}</target></trans-unit>`;
    expect(await of('xliff', `<xliff version="1.2"><file><body>\n<!-- ${next.replace('--', '—')} -->\n${unit(text)}\n${unit(text)}</body></file></xliff>`)).toEqual(['split-words 10']);
    expect(await of('vtt', `WEBVTT\n\nNOTE ${next}\n\nname\n00:01.000 --> 00:03.000\nMore:\n${text}\n\n00:03.000 --> 00:04.000\n${text}\n`)).toEqual(['split-words 11']);
  });
  it('for a stretch and for a line are as everywhere', async () => {
    expect(await of('po', `# mtlint-disable split-words\nmsgid "b"\nmsgstr "${text}"\n# mtlint-enable split-words\nmsgid "b"\nmsgstr "${text}"\n`)).toEqual(['split-words 6']);
    expect(await of('xliff', `<xliff version="1.2"><file><body><trans-unit id="1"><target>${text}</target></trans-unit><!-- mtlint-disable-line --></body></file></xliff>`)).toEqual([]);
  });
});
