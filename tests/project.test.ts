import {spawnSync} from 'node:child_process';
import {existsSync, renameSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {changeCached} from './cache-file.ts';
import {BAD, Folder} from './folder.ts';

const folder = new Folder('test');
const {at, mtlint, put, read} = folder;
const found = (...args: string[]) => (JSON.parse(mtlint(['--format', 'json', ...args]).stdout) as {messages: {ruleId: string; message: string}[]}[]).flatMap(({messages}) => messages.map((m) => m.ruleId ?? m.message));

describe('a baseline', () => {
  it('hides what it knows, survives edits elsewhere, shows what is new and tells what is gone', () => {
    put('a.txt', BAD);
    put('in/b.txt', BAD);
    const made = mtlint(['--update-baseline', '.']);
    expect([made.status, made.stderr]).toEqual([0, '.mtlint-baseline.json has 4 findings: they are not shown, new ones are.\n']);
    expect(read('.mtlint-baseline.json')).toMatch(/^\{\n {2}"version": 1,\n {2}"files": \{\n {4}"a\.txt": \[\n {6}\{"rule":"fused-words","text":"dayswhich","fingerprint":"[0-9a-f]{14}"\},\n {6}\{"rule":"split-words",/);
    const known = mtlint(['.']);
    expect([known.status, known.stderr]).toEqual([0, '4 findings not shown: they are in .mtlint-baseline.json.\n']);
    expect(known.stdout).toContain('No findings');
    put('a.txt', `Something new stands here.\n\n${BAD}\nFor four dayswhich passed they spoke.\n`);
    expect(found('.')).toEqual(['fused-words']);
    expect(mtlint(['.']).status).toBe(1);
    expect(found('--no-config', '.')).toHaveLength(5);
    put('a.txt', 'The visit lasts four dayswhich includes the parade.\n');
    rmSync(at('in/b.txt'));
    const gone = mtlint(['a.txt']);
    expect(gone.status).toBe(0);
    expect(gone.stderr).toBe('1 finding not shown: it is in .mtlint-baseline.json.\n3 findings of .mtlint-baseline.json no longer occur; --update-baseline takes them out:\n  a.txt: `hard -won` split-words\n  in/b.txt: `dayswhich` fused-words\n  in/b.txt: `hard -won` split-words\n');
    mtlint(['--update-baseline', 'a.txt']);
    expect(read('.mtlint-baseline.json').match(/fingerprint/g)).toHaveLength(1);
  });
  it('tells two equal findings apart: a second one is new', () => {
    put('a.txt', 'One. Four dayswhich passed. Two.\n');
    mtlint(['--update-baseline', 'a.txt']);
    put('a.txt', 'One. Four dayswhich passed. Two.\n\nOne. Four dayswhich passed. Two.\n');
    expect(found('a.txt')).toEqual(['fused-words']);
  });
  it('goes with a file that is renamed, and with one copy of it alone', () => {
    put('a.txt', BAD);
    mtlint(['--update-baseline', '.']);
    put('copy.txt', BAD);
    expect(found('.')).toEqual(['fused-words', 'split-words']);
    renameSync(at('a.txt'), at('b.txt'));
    rmSync(at('copy.txt'));
    expect(found('.')).toEqual([]);
    expect(mtlint(['.']).stderr).toBe('2 findings not shown: they are in .mtlint-baseline.json.\n');
    put('b.txt', `${BAD}\nFor four dayswhich passed they spoke.\n`);
    put('c.txt', BAD);
    expect(found('.')).toEqual(['fused-words', 'fused-words', 'split-words']);
    rmSync(at('b.txt'));
    put('c.txt', 'For four dayswhich passed they spoke.\n');
    expect(found('.')).toEqual(['fused-words']);
  });
  it('is written the same by a second run, keeps files that were not linted, and may lie elsewhere', () => {
    put('in/a.txt', BAD);
    put('in/b.txt', BAD);
    mtlint(['--update-baseline', '--baseline', 'in/known.json', 'in']);
    const once = read('in/known.json');
    const {mtimeMs} = statSync(at('in/known.json'));
    mtlint(['--update-baseline', '--baseline', 'in/known.json', 'in/b.txt']);
    expect(read('in/known.json')).toBe(once);
    expect(statSync(at('in/known.json')).mtimeMs).toBe(mtimeMs);
    expect(once).toContain('"a.txt"');
    expect(found('--baseline', 'in/known.json', 'in')).toEqual([]);
    expect(existsSync(at('.mtlint-baseline.json'))).toBe(false);
  });
  for (const [what, content, message] of [
    ['no JSON', '{"version": 1,\n"files": {\n', /^error: b\.json:3: This is no JSON \(.*\)\. Take the file back from version control, or delete it/],
    ['a merge conflict', '{"version": 1,\n<<<<<<< ours\n', /^error: b\.json:2: There are marks of a merge conflict\./],
    ['another file', '[]', /^error: b\.json: This is no baseline of mtlint\./],
    ['a later version', '{"version": 2, "files": {}}', /^error: b\.json: This baseline has the version 2; this mtlint reads version 1\./],
    ['findings without fingerprint', '{"version": 1,\n "files": {"a.txt": [{}]}}', /^error: b\.json:2: What it has of `a\.txt` is no list of findings\./],
  ] as const) {
    it(`is refused if it is ${what}; nothing is written`, () => {
      put('b.json', content);
      put('a.txt', BAD);
      for (const more of [['--fix'], ['--update-baseline']]) {
        const r = mtlint(['--baseline', 'b.json', ...more, 'a.txt']);
        expect(r.stderr).toMatch(message);
        expect(r.stderr.trim().split('\n')).toHaveLength(1);
        expect([r.status, r.stdout, read('a.txt'), read('b.json')]).toEqual([2, '', BAD, content]);
      }
    });
  }
  it('that is named must be there', () => {
    expect(mtlint(['--baseline', 'b.json', put('a.txt', BAD)]).stderr).toBe('error: There is no baseline b.json. Make it with --update-baseline.\n');
  });
});

describe('a pipe or a device', () => {
  it('is neither written to nor waited for', () => {
    put('a.txt', BAD);
    spawnSync('mkfifo', [at('pipe')]);
    put('mtlint.config.yaml', 'words: pipe\n');
    const cases: [string[], RegExp][] = [
      [['--no-config', '--format', 'json=pipe'], /^error: A report cannot be written to .*pipe: it is a device or a pipe\. Name a file, or print the report: --format json\.\n$/],
      [['--no-config', '--format', 'json=/proc/self/none'], /^error: A report cannot be written to \/proc\/self\/none: it is part of the system\./],
      [['--no-config', '--output-file', '/dev/mtlint-none'], /it is part of the system/],
      [['--no-config', '--format', 'json=folder'], /folder: it is a folder/],
      [['--no-config', '--baseline', 'pipe'], /^error: The baseline cannot be pipe: it is a device or a pipe\./],
      [['--no-config', '--cache-location', 'pipe'], /^error: The cache cannot be .*pipe: it is a device or a pipe\./],
      [[], /^error: mtlint\.config\.yaml:1:8: `pipe` cannot be read: it is a device or a pipe\. Name a text file\.\n {2}1 \| words: pipe\n {4}\| {8}\^{4}\n$/],
    ];
    put('folder/x', '');
    for (const [args, message] of cases) {
      const r = mtlint([...args, 'a.txt']);
      expect(r.stderr).toMatch(message);
      expect([r.status, r.stdout]).toEqual([2, '']);
    }
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
    expect(mtlint(['--no-config', 'pipe']).stdout).toContain('This is neither a file nor a folder.');
  }, 30_000);
});

describe('--cache', () => {
  it('gives the same report, for content, settings and file', () => {
    put('a.txt', BAD);
    put('b.txt', 'All is well here.\n');
    const plain = mtlint(['--format', 'json', '.']).stdout;
    expect(mtlint(['--cache', '--format', 'json', '.']).stdout).toBe(plain);
    const cache = read('.mtlintcache');
    expect(mtlint(['--cache', '--format', 'json', '.']).stdout).toBe(plain);
    expect(read('.mtlintcache')).toBe(cache);
    expect(cache).not.toContain(folder.path);
    put('mtlint.config.yaml', 'rules: {fused-words: off}\n');
    expect(found('--cache', '.')).toEqual(['split-words']);
    put('a.txt', 'The hard -won peace. It lasted four dayswhich passed.\n');
    expect(found('--cache', '--rule', 'fused-words=warn', '.')).toEqual(['split-words', 'fused-words']);
  });
  it('is what a run takes its results from', () => {
    put('a.txt', BAD);
    mtlint(['--cache-location', 'c/results.json', 'a.txt']);
    changeCached(at('c/results.json'), 'a.txt', (result) => ({...result, findings: result.findings.map((f) => ({...f, message: 'fromcache'}))}));
    expect(mtlint(['--cache-location', 'c/results.json', 'a.txt']).stdout).toContain('fromcache');
    mtlint(['--cache-location', 'c/results.json', '--fix', 'a.txt']);
    expect(read('a.txt')).toContain('hard-won');
  });
  it('is no other file', () => {
    put('a.txt', BAD);
    put('package.json', '{\n  "name": "x"\n}\n');
    for (const name of ['a.txt', 'package.json']) {
      const before = read(name);
      const r = mtlint(['--cache-location', name, 'a.txt']);
      expect([r.status, r.stdout, read(name)]).toEqual([2, '', before]);
      expect(r.stderr).toContain('it is there already and no cache of mtlint. Name another file with --cache-location.');
    }
  });
  it('that is broken or of another version counts for nothing', () => {
    put('a.txt', BAD);
    found('--cache', 'a.txt');
    const zeros = '\0'.repeat(5000);
    for (const broken of ['', '{', '{"version', '[]', zeros, `${read('.mtlintcache').slice(0, 40)}${zeros}`, `${read('.mtlintcache').slice(0, -60)}${zeros}\n`, '{"version":"0.0.0","entries":{"a.txt":{"key":"x","result":{"findings":[]}}}}', '{"entries":{"a.txt":null}}', `${read('.mtlintcache').slice(0, -60)}`, read('.mtlintcache').replace('"words":', '"words":1'), read('.mtlintcache').replaceAll('\t', ' ')]) {
      put('.mtlintcache', broken);
      expect(found('--cache', 'a.txt')).toEqual(['fused-words', 'split-words']);
    }
    rmSync(at('a.txt'));
    put('b.txt', BAD);
    found('--cache', 'b.txt');
    expect(read('.mtlintcache').trimEnd().split('\n').slice(1).map((line) => line.split('\t')[0])).toEqual(['"b.txt"']);
  });
  it('that cannot be written stops nothing', () => {
    put('a.txt', BAD);
    put('file', '');
    const r = mtlint(['--cache-location', 'file/results.json', 'a.txt']);
    expect(r.stderr).toContain('The cache file/results.json was not written.');
    expect([r.status, r.stdout.includes('dayswhich')]).toEqual([1, true]);
  });
});

describe('many files', () => {
  it('are linted by workers, with the same report in the same order', () => {
    const filler = 'The talks in the capital went on for another day, and nobody knew what would come of them. '.repeat(170);
    const names = Array.from({length: 48}, (_, i) => put(`many/${String(i).padStart(2, '0')}.txt`, `${i % 3 ? BAD : 'All is well.\n'}\n${filler}\n`));
    const together = JSON.parse(mtlint(['--format', 'json', 'many']).stdout);
    const apart = [names.slice(0, 24), names.slice(24)].flatMap((some) => JSON.parse(mtlint(['--format', 'json', ...some]).stdout));
    expect(together).toEqual(apart);
    expect(together.map((r: {filePath: string}) => path.relative(folder.path, r.filePath))).toEqual(names);
    expect(mtlint(['--fix', 'many']).status).toBe(1);
    for (const [i, name] of names.entries()) expect(read(name)).toContain(i % 3 ? 'hard-won' : 'All is well.');
  }, 60_000);
});

describe('mtlint accept', () => {
  it('makes settings where there are none, and adds to YAML, JSON and text files', () => {
    put('a.txt', BAD);
    expect(mtlint(['accept', 'word', 'dayswhich']).stdout).toBe('Added `dayswhich` to words in mtlint.config.yaml.\n');
    expect(found('a.txt')).toEqual(['split-words']);
    put('mtlint.config.yaml', '# ours\nfrom: fr # always\nwords: [one]\n');
    mtlint(['accept', 'word', 'dayswhich', 'no', 'one']);
    expect(read('mtlint.config.yaml')).toBe('# ours\nfrom: fr # always\nwords: [one, dayswhich, no]\n');
    put('mtlint.config.yaml', 'words: [one, {file: w.txt}]\n');
    put('w.txt', '# ours\r\ntwo');
    expect(mtlint(['accept', 'word', 'dayswhich', 'two']).stdout).toBe('`two` is there already.\nAdded `dayswhich` to words in w.txt.\n');
    expect(read('w.txt')).toBe('# ours\r\ntwo\r\ndayswhich\r\n');
    rmSync(at('mtlint.config.yaml'));
    put('package.json', '{\n    "name": "x",\n    "mtlint": {"from": "fr"}\n}\n');
    mtlint(['accept', 'name', 'Envis Hisap']);
    expect(JSON.parse(read('package.json'))).toEqual({name: 'x', mtlint: {from: 'fr', names: ['Envis Hisap']}});
    expect(read('package.json')).toContain('\n    "name"');
  });
  it('puts terms into what is there, one variant once', () => {
    const accept = (...terms: string[]) => mtlint(['accept', 'term', ...terms]).stdout;
    expect(accept('Kyiv: Kiev, Kiew')).toBe('Added `Kyiv: Kiev` to terms in mtlint.config.yaml.\nAdded `Kyiv: Kiew` to terms in mtlint.config.yaml.\n');
    expect(read('mtlint.config.yaml')).toBe('terms:\n  Kyiv: [Kiev, Kiew]\n');
    expect(accept('Kyiv: Kiev', 'Lviv: Lvov')).toBe('`Kyiv: Kiev` is there already.\nAdded `Lviv: Lvov` to terms in mtlint.config.yaml.\n');
    expect(read('mtlint.config.yaml')).toBe('terms:\n  Kyiv: [Kiev, Kiew]\n  Lviv: [Lvov]\n');
    expect(found(put('a.txt', 'Talks were held in Kiev on Monday.\n'))).toEqual(['name-variant']);
    put('mtlint.config.yaml', 'terms:\n  # ours\n  Kyiv: Kiev # always\n');
    accept('Kyiv: Kiew');
    expect(read('mtlint.config.yaml')).toBe('terms:\n  # ours\n  Kyiv: [Kiev, Kiew] # always\n');
    put('mtlint.config.yaml', 'terms: [{file: t.txt}, {Lviv: Lvov}]\n');
    put('t.txt', '# ours\r\nKyiv: Kiev\r\n');
    accept('Kyiv: Kiew', 'Lviv: Lemberg');
    expect(read('t.txt')).toBe('# ours\r\nKyiv: Kiev, Kiew\r\nLviv: Lemberg\r\n');
    rmSync(at('mtlint.config.yaml'));
    put('mtlint.config.json', '{"terms": [{"Kyiv": "Kiev"}]}');
    accept('Kyiv: Kiew', 'Lviv: Lvov');
    expect(JSON.parse(read('mtlint.config.json'))).toEqual({terms: [{Kyiv: ['Kiev', 'Kiew'], Lviv: ['Lvov']}]});
    expect(mtlint(['accept', 'term', 'Kyiv']).stderr).toBe('error: Write the preferred form, a colon and its variants: `Kyiv: Kiev, Kiew`.\n');
  });
  it('takes a finding by its place or its fingerprint', () => {
    put('a.txt', BAD);
    expect(mtlint(['accept', 'finding', 'a.txt:1:22', '--reason', 'a brand']).stdout).toMatch(/^Added `[0-9a-f]{14} fused-words dayswhich -- a brand` to accepted in mtlint\.config\.yaml\.\n$/);
    expect(found('a.txt')).toEqual(['split-words']);
    expect(mtlint(['accept', 'finding', 'a.txt:1:22']).stdout).toContain('is there already');
    const [{messages}] = JSON.parse(mtlint(['--format', 'json', 'a.txt']).stdout);
    mtlint(['accept', 'finding', messages[0].fingerprint]);
    put('a.txt', `Something else first.\n\n${BAD}`);
    expect(found('a.txt')).toEqual([]);
  });
  it('reads the file as the run did that reported the finding', () => {
    const flags = ['--as', 'json', '--fields', 'body'];
    put('cms.json', JSON.stringify({body: BAD}));
    expect(mtlint(['explain', '--finding', 'cms.json:1:31', ...flags]).stdout).toContain('fused-words  Unexpected `dayswhich`');
    expect(mtlint(['accept', 'finding', 'cms.json:1:31', ...flags]).stdout).toContain('fused-words dayswhich` to accepted');
    expect(JSON.parse(mtlint(['--format', 'json', ...flags, 'cms.json']).stdout)[0].messages).toHaveLength(1);
  });
  it('puts a finding into the settings that apply to its file', () => {
    put('mtlint.config.yaml', 'from: fr\n');
    put('sub/mtlint.config.yaml', 'from: de\n');
    put('sub/a.txt', BAD);
    put('a.txt', BAD);
    expect(mtlint(['accept', 'finding', 'sub/a.txt:1:22', 'a.txt:1:71']).stdout).toMatch(/fused-words dayswhich` to accepted in sub\/mtlint\.config\.yaml\.\n.*split-words hard -won` to accepted in mtlint\.config\.yaml\.\n$/);
    expect([found('a.txt'), found('sub/a.txt')]).toEqual([['fused-words'], ['split-words']]);
  });
  it('says what is wrong, and writes nothing', () => {
    put('a.txt', BAD);
    for (const [args, message] of [
      [['finding', 'a.txt:1:23'], 'There is no finding at a.txt:1:23. In this line: a.txt:1:22, a.txt:1:71.'],
      [['finding', 'b.txt:1:1'], 'There is no file b.txt.'],
      [['finding', 'x'], '`x` is neither a fingerprint nor a place.'],
      [['wort', 'x'], 'Allowed choices are word, name, term, finding'],
    ] as const) {
      const r = mtlint(['accept', ...args]);
      expect(r.stderr).toContain(message);
      expect(r.status).toBe(2);
    }
    expect(existsSync(at('mtlint.config.yaml'))).toBe(false);
    put('mtlint.config.mjs', 'export default {};\n');
    expect(mtlint(['accept', 'word', 'x']).stderr).toBe('error: mtlint.config.mjs is code, which mtlint does not change. Name a text file in it, such as `words: \'mtlint-words.txt\'`, and run this again.\n');
  });
});

describe('mtlint init and mtlint config', () => {
  it('asks three questions, or none with --yes, and never writes over settings', () => {
    const asked = mtlint(['init'], 'Frensh\nFrench\nyes\n\n');
    expect(asked.stderr).toContain('Did you mean `french`?');
    expect(asked.stdout).toContain('Made mtlint-words.txt, mtlint-names.txt, mtlint.config.yaml.');
    expect(read('mtlint.config.yaml')).toContain('\nfrom: fr\n');
    expect(found(put('a.txt', BAD))).toEqual(['fused-words', 'split-words']);
    const again = mtlint(['init', '--yes']);
    expect([again.status, again.stderr]).toEqual([2, 'error: There are settings already: mtlint.config.yaml. Change them there; https://github.com/mtlint/mtlint/blob/main/docs/settings.md says what there is.\n']);
    rmSync(at('mtlint.config.yaml'));
    expect(mtlint(['init', '--yes']).status).toBe(0);
    expect(mtlint(['a.txt']).status).toBe(1);
    rmSync(at('mtlint.config.yaml'));
    put('package.json', '{"mtlint": {}}');
    const beside = mtlint(['init', '--yes']);
    expect([beside.status, beside.stderr]).toEqual([2, expect.stringContaining('There are settings already: `mtlint` in package.json.')]);
    put('package.json', '{"name": "mtlint"}');
    const silent = mtlint(['init'], 'fr\n');
    expect([silent.status, existsSync(at('mtlint.config.yaml'))]).toEqual([2, false]);
  });
  it('tells what applies to a file and where it came from', () => {
    put('base.json', '{\n  "words": ["one"],\n  "rules": {"quotes": "off"}\n}');
    put('mtlint.config.yaml', 'extends: ./base.json\nignore: [old/]\noverrides:\n  - files: news/**\n    from: fr\n    rules:\n      fused-words: warn\n');
    const r = mtlint(['config', 'news/a.md']);
    expect(r.stdout.replace(/ {2,}/g, '  ')).toBe('news/a.md\nSettings: mtlint.config.yaml, base.json\n\n  from  fr  mtlint.config.yaml:5\n  rules.fused-words  warn  mtlint.config.yaml:7\n  rules.quotes  off  base.json:3\n  words  one  base.json:2\n  as  markdown  by the name of the file\n  mt  auto  default\n  minConfidence  0.5  default\n'.concat(r.stdout.match(/ {2}rules .*\n$/)![0].replace(/ {2,}/g, '  ')));
    put('mtlint.config.yaml', 'mt: yes\n');
    expect(mtlint(['config', 'news/a.md']).stdout.replace(/ {2,}/g, '  ')).toContain('minConfidence  0.35  default for mt: yes; 0.5 otherwise');
    put('a.txt', BAD);
    put('mtlint.config.yaml', 'rules: {fused-words: off}\n');
    expect(mtlint(['explain', '--finding', 'a.txt:1:22']).stderr).toContain('There is no finding at a.txt:1:22');
    expect(mtlint(['explain', '--no-config', '--finding', 'a.txt:1:22']).stdout).toContain('fused-words');
    put('mtlint.config.yaml', 'ignore: [old/]\n');
    expect(mtlint(['config', 'old/a.md']).stdout).toContain('Not linted: mtlint.config.yaml says to ignore it.');
    put('package.json', '{"mtlint": {"mt": "yes"}}');
    expect(mtlint(['config', 'a.md']).stdout).toContain('Settings: package.json\nNot read: mtlint.config.yaml, because package.json comes first. Keep one of them.\n');
    expect(mtlint(['config', '.'])).toMatchObject({status: 2, stderr: 'error: `.` is a folder: name a file in it, which need not be there, such as article.md.\n'});
  });
});

it('a file that changes while it is linted is not written over, and the run fails', () => {
  for (const name of ['a.txt', 'a.md', 'in/a.html']) {
    put(name, BAD);
    put('mtlint.config.yaml', 'plugins: [./editor.mjs]\n');
    put('editor.mjs', `import {writeFileSync} from 'node:fs';\nexport default () => () => writeFileSync(${JSON.stringify(at(name))}, 'Somebody else wrote this.\\n');\n`);
    const r = mtlint(['--fix', name]);
    expect(r.stdout).toContain('The file changed while it was linted: nothing was repaired. Run again.');
    expect(r.status).toBe(2);
    expect(read(name)).toBe('Somebody else wrote this.\n');
    expect(existsSync(at(`${name}.unsaved`))).toBe(false);
  }
});
