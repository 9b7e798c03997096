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
    const paper = '% A paper\n\\documentclass[a4paper]{article}\n\\begin{document}\nThe hard -won peace.\n\\end{document}\n';
    for (const args of [['-'], [put('paper.txt', paper)], [put('house.sty', paper)]]) {
      const r = mtlint(args, paper);
      expect([r.status, r.stdout]).toEqual([2, expect.stringContaining('LaTeX is not supported')]);
    }
    expect(mtlint(['--as', 'text', '--fix', '-'], paper).stdout).toContain('hard-won');
    expect(mtlint([put('slides.pptx', 'PK')]).stdout).toContain('PowerPoint is not supported: save the outline as text.');
    expect(mtlint([put('macros.docm', 'PK')]).stdout).toContain('Word files with macros are not supported: save it as .docx.');
  });
  it('that says it is in another language is told of, if it was named', () => {
    const files = {
      'other/a.xlf': '<xliff version="1.2"><file target-language="de"><body><trans-unit id="1"><target>The hard -won peace</target></trans-unit></body></file></xliff>\n',
      'other/a.html': '<html lang="de"><head><title>The hard -won peace</title></head><body><p>The hard -won peace</p></body></html>\n',
      'other/a.md': '---\ntitle: The hard -won peace\nlang: de\n---\n\nThe hard -won peace\n',
      'other/a.mdx': '---\nlocale: de\n---\n\nThe hard -won <b>peace</b>\n',
      'other/toml.md': '+++\nlanguage = "de"\n+++\n\nThe hard -won peace\n',
      'other/json.md': '{"lang": "de"}\n\nThe hard -won peace\n',
      'other/a.po': 'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgid "x"\nmsgstr "The hard -won peace"\n',
    };
    // Comments to mtlint in what it does not read are not unused.
    for (const [name, content] of [...Object.entries(files), ['other/c.po', `${files['other/a.po']}\n# mtlint-disable-next-line\nmsgid "y"\nmsgstr ""\n`], ['other/c.html', `<!-- mtlint-disable -->${files['other/a.html']}`]] as const) {
      const r = mtlint([put(name, content)]);
      expect([r.status, r.stdout, r.stderr]).toEqual([0, 'No findings\n', `${name}: Nothing was linted: the file says that its text is in \`de\`.\n`]);
    }
    expect(mtlint(['other']).stderr).toBe('');
    expect(mtlint([put('other/b.html', '<html lang="de"><body><p lang="en">The peace of it.</p></body></html>')]).stderr).toBe('');
  });
  it('in another encoding than UTF-8 says how to convert it', () => {
    const files = {
      'a.xlf': '<?xml version="1.0" encoding="ISO-8859-1"?>\n<xliff version="1.2"><file target-language="en"><body><trans-unit id="1"><target>The caf\xe9</target></trans-unit></body></file></xliff>\n',
      'a.html': '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body><p>The caf\xe9</p></body></html>\n',
      'a.po': 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=KOI8-R\\n"\n\nmsgid "x"\nmsgstr "\xe9"\n',
    };
    for (const [[name, content], declared] of Object.entries(files).map((file, i) => [file, ['ISO-8859-1', 'windows-1252', 'KOI8-R'][i]!] as const)) {
      const r = mtlint([put(name, Buffer.from(content, 'latin1'))]);
      expect(r.status).toBe(2);
      expect(r.stdout).toContain(`The file says that it is in ${declared}; mtlint reads UTF-8. Convert it, for instance with \`iconv -f ${declared} -t UTF-8\``);
    }
  });
  it('that says it has another encoding takes no repair that it could not hold', () => {
    const html = '<html><head><meta charset="iso-8859-1"></head><body><p>It was a >>great<< day for the hard -won peace.</p></body></html>\n';
    expect(mtlint(['--fix', put('ascii.html', html)]).status).toBe(0);
    expect(read('ascii.html')).toBe(html.replace('hard -won', 'hard-won'));
    const broken = put('wide.html', html.replace('great', 'caf&Atilde;&copy;'));
    const before = read(broken);
    const r = mtlint(['--fix', broken]);
    expect([r.status, read(broken)]).toEqual([2, before]);
    expect(r.stdout).toContain('Nothing was repaired: the file says that it is in iso-8859-1');
  });
  it('that is broken is one error, and nothing is written', () => {
    const r = mtlint(['--fix', put('broken.mdx', 'The hard -won peace.\n\n<b>{')]);
    expect(r.status).toBe(2);
    expect(r.stdout).toMatch(/error {2}Line 3, column \d+: this is no MDX/);
    expect(read('broken.mdx')).toBe('The hard -won peace.\n\n<b>{');
  });
});
