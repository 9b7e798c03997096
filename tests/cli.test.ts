import {chmodSync, mkdirSync, readFileSync, statSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {lint} from '../src/index.ts';
import {BAD, bin, Folder} from './folder.ts';

const folder = new Folder('file');
const {at, mtlint, put, read} = folder;
const SOUND = 'The minister said on Monday that the talks would go on.\n';

describe('its compiled code', () => {
  const dist = path.dirname(bin);
  it('is that of its file, which is ASCII', () => expect(readFileSync(path.join(dist, 'main.cjs')).every((byte) => byte < 128)).toBe(true));
  it.each(['victory-day', '01-fr', '08-it', '11-zh'])('finds in %s what the library finds', (name) => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../seeds', `${name}.txt`), 'utf8');
    const [result] = JSON.parse(mtlint(['--no-config', '--format', 'json', put(`compiled/${name}.txt`, text)]).stdout) as [{messages: {ruleId: string; range: [number, number]; confidence: number}[]}];
    expect(result.messages.map(({ruleId, range, confidence}) => ({ruleId, range, confidence}))).toEqual(lint(text).findings.map(({ruleId, start, end, confidence}) => ({ruleId, range: [start, end], confidence})));
  });
});

describe('exit status', () => {
  it('is 0 for a sound text, 1 for a finding at error level, 0 for warnings alone', () => {
    expect(mtlint([put('sound.txt', SOUND)]).status).toBe(0);
    expect(mtlint([put('bad.txt', BAD)]).status).toBe(1);
    expect(mtlint([put('warn.txt', 'They defended the hard -won peace.\n')]).status).toBe(0);
  });
  it('is 1 with more warnings than --max-warnings', () => {
    const r = mtlint(['warn.txt', '--max-warnings', '0']);
    expect(r.status).toBe(1);
    expect(r.stderr).toBe('There is 1 warning; --max-warnings allows 0.\n');
    expect(mtlint(['warn.txt', '--max-warnings', '1']).status).toBe(0);
  });
  it('is 2 for a name that is nowhere near a right one, which suggests none', () => {
    for (const args of [['--rule', 'nope=off', 'sound.txt'], ['--from', 'nope', 'sound.txt'], ['--format', 'nope', 'sound.txt'], ['explain', 'nope']]) {
      const r = mtlint(args);
      expect(r.stderr).toContain('`nope`');
      expect(r.stderr).not.toMatch(/did you mean/i);
      expect(r.status).toBe(2);
    }
  });
  it('is 2 for wrong usage, with the nearest right name', () => {
    for (const [args, say] of [
      [['--rule', 'fused-word=off', 'sound.txt'], 'Did you mean `fused-words`'],
      [['--rule', 'fused-words=loud', 'sound.txt'], 'use off, warn or error'],
      [['--from', 'frensh', 'sound.txt'], 'Did you mean `french`'],
      [['--formt', 'json', 'sound.txt'], 'Did you mean --format'],
      [['--format', 'jsonn', 'sound.txt'], 'Did you mean `json`'],
      [['--format', 'json', '--format', 'sarif', 'sound.txt'], 'write `--format sarif=FILE`'],
      [['--mt', 'perhaps', 'sound.txt'], 'Allowed choices are auto, yes, no'],
      [['--max-warnings', 'x', 'sound.txt'], 'whole number'],
      [['--fix', '--diff', 'sound.txt'], 'use one of them'],
      [['confg', 'sound.txt'], 'Did you mean `mtlint config`'],
      [['lnit'], 'Did you mean `mtlint init`'],
      [['explain', 'capital'], 'Did you mean `random-capital`'],
      [['--format', 'jsno', 'sound.txt'], 'Did you mean `json`'],
      [['explain', 'fused'], 'Did you mean `fused-words`'],
    ] as const) {
      const r = mtlint([...args]);
      expect(r.stderr, args.join(' ')).toContain(say);
      expect(r.status, args.join(' ')).toBe(2);
      expect(r.stdout).toBe('');
    }
    expect(mtlint([]).status).toBe(2);
  });
});

describe('output', () => {
  it('is pretty by default: place, message, line, underline', () => {
    const r = mtlint(['bad.txt']);
    expect(r.stdout).toContain('bad.txt');
    expect(r.stdout).toMatch(/1:22\s+error\s+Unexpected `dayswhich`, expected `days, which`\s+fused-words/);
    expect(r.stdout).toContain('~~~~~~~~~');
    expect(r.stdout).toContain('or days which');
    expect(r.stdout).not.toContain('\x1b[');
    expect(mtlint(['bad.txt'], undefined, {FORCE_COLOR: '1'}).stdout).toContain('\x1b[');
    expect(mtlint(['bad.txt'], undefined, {FORCE_COLOR: '1', NO_COLOR: '1'}).stdout).not.toContain('\x1b[');
  });
  it('is ESLint’s format with --format json', () => {
    const [result] = JSON.parse(mtlint(['--format', 'json', 'bad.txt']).stdout);
    expect(result.filePath).toBe(at('bad.txt'));
    expect(result).toMatchObject({errorCount: 1, warningCount: 1, fixableErrorCount: 0, fixableWarningCount: 1});
    expect(result.messages[0]).toMatchObject({ruleId: 'fused-words', severity: 2, line: 1, column: 22, endLine: 1, endColumn: 31, range: [21, 30], category: 'fused-words'});
    expect(result.messages[0].fix).toBeUndefined();
    expect(result.messages[0].suggestions[0].fix).toEqual({range: [21, 30], text: 'days, which'});
    expect(result.messages[1].fix).toEqual({range: [result.messages[1].range[0], result.messages[1].range[1]], text: 'hard-won'});
    expect(result.messages[1].confidence).toBeGreaterThan(0.5);
  });
  it('is one line a finding with --format compact', () => {
    expect(mtlint(['--format', 'compact', 'bad.txt']).stdout).toMatch(/1:22-1:31 error +Unexpected `dayswhich`/);
  });
  it('leaves out warnings with --quiet, and rules that are off', () => {
    expect(mtlint(['--quiet', 'bad.txt']).stdout).not.toContain('hard');
    const r = mtlint(['--rule', 'fused-words=off', '--rule', 'split-words=error', 'bad.txt']);
    expect(r.stdout).not.toContain('dayswhich`');
    expect(r.status).toBe(1);
  });
  it('has help, version, rules and explain that read well', () => {
    expect(mtlint(['--help']).stdout).toContain('Exit status');
    expect(mtlint(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(mtlint(['rules']).stdout).toMatch(/fused-words\s+error\s+safe/);
    expect(mtlint(['explain', 'fused-words']).stdout).toContain('# fused-words');
  });
});

describe('--fix and --diff', () => {
  it('repairs in place, keeps line ends, mark and the missing final newline, and twice is once', () => {
    put('fix.txt', '\ufeffThe hard -won peace.\r\n\r\nHe left onTuesday. It didn\u00adt matter.');
    expect(mtlint(['--fix', 'fix.txt']).status).toBe(0);
    const once = read('fix.txt');
    expect(once).toBe('\ufeffThe hard-won peace.\r\n\r\nHe left on Tuesday. It didnt matter.');
    mtlint(['--fix', 'fix.txt']);
    expect(read('fix.txt')).toBe(once);
  });
  it('does not touch a file without safe repairs', () => {
    put('same.txt', SOUND);
    const before = statSync(at('same.txt')).mtimeMs;
    mtlint(['--fix', 'same.txt']);
    expect(statSync(at('same.txt')).mtimeMs).toBe(before);
  });
  it('prints a unified diff and changes nothing', () => {
    put('diff.txt', 'One line.\nThe hard -won peace.\n');
    const r = mtlint(['--diff', 'diff.txt']);
    expect(r.stdout).toBe('--- a/diff.txt\n+++ b/diff.txt\n@@ -1,2 +1,2 @@\n One line.\n-The hard -won peace.\n+The hard-won peace.\n');
    expect(read('diff.txt')).toBe('One line.\nThe hard -won peace.\n');
  });
  it('writes UTF-16 as UTF-16', () => {
    for (const swap of [false, true]) {
      const bytes = Buffer.from('\ufeffThe hard -won peace.\n', 'utf16le');
      put('wide.txt', swap ? bytes.swap16() : bytes);
      mtlint(['--fix', 'wide.txt']);
      const after = readFileSync(at('wide.txt'));
      expect((swap ? after.swap16() : after).toString('utf16le')).toBe('\ufeffThe hard-won peace.\n');
    }
  });
  it('follows a link and leaves it a link', () => {
    put('real.txt', 'The hard -won peace.\n');
    symlinkSync('real.txt', at('link.txt'));
    mtlint(['--fix', 'link.txt']);
    expect(read('real.txt')).toBe('The hard-won peace.\n');
  });
  it('reads standard input; with --fix the repaired text goes to standard output, the report to standard error', () => {
    expect(mtlint(['-'], BAD).stdout).toContain('<stdin>');
    const r = mtlint(['--fix', '-'], 'The hard -won peace.\n');
    expect(r.stdout).toBe('The hard-won peace.\n');
    expect(r.stderr).toContain('No findings');
  });
});

describe('paths', () => {
  it('finds text files in folders and by globs, each once', () => {
    put('deep/a/one.txt', BAD);
    put('deep/b/two.txt', SOUND);
    put('deep/b/skip.png', 'x');
    put('deep/node_modules/three.txt', BAD);
    const names = (args: string[]) => JSON.parse(mtlint(['--format', 'json', ...args]).stdout).map((r: {filePath: string}) => path.relative(folder.path, r.filePath));
    expect(names(['deep'])).toEqual(['deep/a/one.txt', 'deep/b/two.txt']);
    expect(names(['deep/**/t*.txt', 'deep/b', 'deep/b/two.txt'])).toEqual(['deep/b/two.txt']);
    put('shared/four.txt', BAD);
    symlinkSync('../../shared', at('deep/a/in'), 'dir');
    symlinkSync('..', at('deep/b/up'), 'dir');
    expect(names(['deep'])).toEqual(['deep/a/in/four.txt', 'deep/a/one.txt', 'deep/b/two.txt']);
  });
});

describe('bad input: one clear message, the other files still linted', () => {
  const cases: [string, () => string, RegExp][] = [
    ['a missing path', () => 'nowhere.txt', /no such file or folder/],
    ['a pattern that matches nothing', () => 'x*.none', /No file matches/],
    ['a folder without text', () => { mkdirSync(at('empty'), {recursive: true}); return 'empty'; }, /no text file/],
    ['a binary file', () => put('image.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), /no text: there is a zero byte at position 4/],
    ['invalid UTF-8', () => put('latin1.txt', Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9]), Buffer.from(' -won')])), /byte 0xe9 at position 3/],
    ['a surrogate in UTF-8', () => put('cesu.txt', Buffer.from([0x41, 0xed, 0xa0, 0x80, 0x41])), /position 1/],
    ['an archive', () => put('word.txt', Buffer.from('504b0304140000000800', 'hex')), /This is an archive, no text\. If it is a Word file, lint it with --as docx\./],
    ['UTF-32', () => put('wide.txt', Buffer.from('fffe0000410000002000000068000000', 'hex')), /This is UTF-32\. Save the file as UTF-8\./],
    ['half a character of UTF-16', () => put('half.txt', Buffer.concat([Buffer.from('\ufeffThe hard -won peace.', 'utf16le'), Buffer.from([0x41])])), /half a character is left at position 42/],
    ['a file of 50 MB', () => put('large.txt', Buffer.alloc(50 * 1024 * 1024, 'a ')), /50 MB; the limit is 20 MB/],
  ];
  for (const [name, make, message] of cases) {
    it(name, () => {
      const bad = make();
      const r = mtlint(['--fix', bad, put('other.txt', BAD)]);
      expect(r.status).toBe(2);
      expect(r.stdout).toMatch(message);
      expect(r.stdout.match(message)).toHaveLength(1);
      expect(r.stdout).toContain('dayswhich');
      const results = JSON.parse(mtlint(['--format', 'json', bad]).stdout);
      expect(results[0].messages[0]).toMatchObject({fatal: true, severity: 2});
    });
  }
  it('an unreadable UTF-8 file is left as it was by --fix', () => {
    const bytes = Buffer.concat([Buffer.from('The hard -won caf'), Buffer.from([0xe9])]);
    put('kept.txt', bytes);
    mtlint(['--fix', 'kept.txt']);
    expect(readFileSync(at('kept.txt')).equals(bytes)).toBe(true);
  });
  it('a read-only file under --fix is reported and left alone', () => {
    put('locked.txt', 'The hard -won peace.\n');
    chmodSync(at('locked.txt'), 0o444);
    const r = mtlint(['--fix', 'locked.txt']);
    expect(r.status).toBe(2);
    expect(r.stdout).toContain('read-only: nothing was repaired');
    expect(read('locked.txt')).toBe('The hard -won peace.\n');
  });
  it('an empty file and lone surrogates in UTF-16 are no errors', () => {
    put('nothing.txt', '');
    put('lone.txt', Buffer.from('\ufeffA \ud800 hard -won peace \udc00.\n', 'utf16le'));
    expect(mtlint(['nothing.txt']).status).toBe(0);
    expect(mtlint(['--fix', 'lone.txt']).status).toBe(0);
    expect(readFileSync(at('lone.txt')).toString('utf16le')).toBe('\ufeffA \ud800 hard-won peace \udc00.\n');
  });
  it('a single line of 10 MB is linted', () => {
    put('line.txt', 'The talks in the capital went on and on for another day of hope and fear, he said again. '.repeat(118_000).slice(0, 10 * 1024 * 1024));
    const r = mtlint(['--format', 'json', 'line.txt']);
    expect(r.status).toBeLessThan(2);
    expect(JSON.parse(r.stdout)[0].filePath).toContain('line.txt');
  }, 120_000);
});
