import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {Folder} from './folder.ts';

const {mtlint, put, read} = new Folder('file');

describe('the format of a file', () => {
  it('is known by its name', () => {
    put('a.md', '---\nhard -won: 1\n---\n\nThey defended the hard\n-won *peace* &amp; `the hard -won`.\n');
    const r = mtlint(['a.md']);
    expect(r.stdout).toMatch(/5:19\s+warning\s+Unexpected `hard -won`, expected `hard-won`/);
    expect(r.stdout).toContain('1 warning');
    expect(mtlint(['--diff', 'a.md']).stdout).toContain('-They defended the hard\n--won *peace* &amp; `the hard -won`.\n+They defended the hard-won *peace* &amp; `the hard -won`.\n');
    expect(mtlint(['--fix', 'a.md']).status).toBe(0);
    expect(read('a.md')).toBe('---\nhard -won: 1\n---\n\nThey defended the hard-won *peace* &amp; `the hard -won`.\n');
  });
  it('is what --as says, for standard input too', () => {
    expect(mtlint(['--as', 'html', '--fix', '-'], '<p>The hard<i> -won</i> peace.').stdout).toBe('<p>The hard<i>-won</i> peace.');
    expect(mtlint(['--as', 'text', '--format', 'json', put('b.html', '<code>the hard -won peace</code>')]).stdout).toContain('"warningCount":1');
    expect(mtlint(['--format', 'json', 'b.html']).stdout).toContain('"warningCount":0');
    const r = mtlint(['--as', 'word', 'a.md']);
    expect(r.status).toBe(2);
    expect(r.stderr).toContain('Allowed choices are text, markdown, mdx, html');
  });
  it('in a folder is any that is safe to read', () => {
    for (const name of ['x.md', 'x.mdx', 'x.HTML', 'x.txt', 'x.tex', 'x.js', 'x.json']) put(`all/${name}`, 'The hard -won peace.\n');
    expect((JSON.parse(mtlint(['--format', 'json', 'all']).stdout) as {filePath: string}[]).map((r) => path.basename(r.filePath))).toEqual(['x.HTML', 'x.md', 'x.mdx', 'x.txt']);
  });
  it('of JSON has fields', () => {
    put('cms.json', '{"id": "the hard -won id", "body": "<p>The hard<b> -won<\\/b> peace.</p>"}');
    expect(mtlint(['--as', 'json', '--fields', 'title,body', '--fix', 'cms.json']).status).toBe(0);
    expect(read('cms.json')).toBe('{"id": "the hard -won id", "body": "<p>The hard<b>-won<\\/b> peace.</p>"}');
    const none = mtlint(['--as', 'json', '--fields', 'titel', 'cms.json']);
    expect([none.status, none.stderr]).toEqual([0, 'cms.json: Nothing was linted: no field `titel` holds text.\n']);
    const r = mtlint(['cms.json']);
    expect(r.status).toBe(2);
    expect(r.stdout).toContain('Name them: --as json --fields body,title');
  });
  it('says what is wrong with front matter, and lints the text below, from the cache, too', () => {
    put('broken.md', '---\ntitle: Great: the talks\n---\n\nThe hard -won peace.\n');
    for (let i = 0; i < 2; i++) {
      const r = mtlint(['--format', 'compact', '--cache', 'broken.md']);
      expect(r.stderr).toBe('broken.md: Line 2: the front matter is not linted, because it is broken (Nested mappings are not allowed in compact mappings).\n');
      expect(r.stdout).toContain('5:5-5:14');
    }
  });
  it('that is known and not supported is an error', () => {
    const r = mtlint([put('p.tex', '\\section{The hard -won peace}\n')]);
    expect(r.stdout).toContain('LaTeX is not supported: its commands would be taken for prose.');
    expect(r.status).toBe(2);
    expect(mtlint(['--as', 'text', 'p.tex']).status).toBe(0);
    expect(mtlint([put('slides.pptx', 'PK')]).stdout).toContain('PowerPoint is not supported: save the outline as text.');
    expect(mtlint([put('macros.docm', 'PK')]).stdout).toContain('Word files with macros are not supported: save it as .docx.');
  });
  it('that is broken is one error, and nothing is written', () => {
    const r = mtlint(['--fix', put('broken.mdx', 'The hard -won peace.\n\n<b>{')]);
    expect(r.status).toBe(2);
    expect(r.stdout).toMatch(/error {2}Line 3, column \d+: this is no MDX/);
    expect(read('broken.mdx')).toBe('The hard -won peace.\n\n<b>{');
  });
});
