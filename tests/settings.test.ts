import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {ProjectSettings} from '../src/settings/find.ts';
import {BAD, Folder} from './folder.ts';

const folder = new Folder('test');
const {at, mtlint, put} = folder;
/** "file: rule text" of each finding. */
const found = (...args: string[]) => {
  const r = mtlint(['--format', 'json', ...args]);
  expect(r.stderr).toBe('');
  return (JSON.parse(r.stdout) as {filePath: string; messages: {ruleId: string; severity: number}[]}[]).flatMap(({filePath, messages}) => messages.map((m) => `${path.relative(folder.path, filePath)}: ${m.ruleId} ${m.severity}`));
};
const FUSED = 'a.txt: fused-words 2';
const SPLIT = 'a.txt: split-words 1';

describe('a settings file', () => {
  const OFF = {rules: {'fused-words': 'off'}};
  for (const [name, content] of [
    ['mtlint.config.json', JSON.stringify(OFF)],
    ['mtlint.config.yaml', 'rules:\n  fused-words: off # in YAML 1.2 this is a string\n'],
    ['mtlint.config.yml', 'rules: {fused-words: "off"}\n'],
    ['mtlint.config.mjs', `export default ${JSON.stringify(OFF)};`],
    ['mtlint.config.cjs', `module.exports = ${JSON.stringify(OFF)};`],
    ['mtlint.config.ts', `interface Rules {[id: string]: 'off'}\nconst rules: Rules = {'fused-words': 'off'};\nexport default {rules};\n`],
    ['package.json', JSON.stringify({name: 'x', mtlint: OFF})],
  ] as const) {
    it(`is read from ${name}, above the file`, () => {
      put(name, content);
      put('deep/down/a.txt', BAD);
      expect(found('deep')).toEqual(['deep/down/a.txt: split-words 1']);
      expect(found('--no-config', 'deep')).toHaveLength(2);
    });
  }
  it('counts where it is nearest; package.json without `mtlint` does not', () => {
    put('mtlint.config.json', JSON.stringify(OFF));
    put('near/mtlint.config.json', '{"rules": {"split-words": "off"}}');
    put('near/in/package.json', '{"name": "y"}');
    put('near/in/a.txt', BAD);
    put('a.txt', BAD);
    expect(found('.')).toEqual([SPLIT, 'near/in/a.txt: fused-words 2']);
  });
  it('may be empty', () => {
    put('mtlint.config.yaml', '# nothing yet\n');
    expect(found(put('a.txt', BAD))).toEqual([FUSED, SPLIT]);
    put('mtlint.config.yaml', '');
    expect(found('a.txt')).toEqual([FUSED, SPLIT]);
  });
  it('yields to the command line', () => {
    put('mtlint.config.yaml', 'rules: {fused-words: off, split-words: off}\nmt: no\n');
    expect(found('--rule', 'fused-words=warn', put('a.txt', BAD))).toEqual(['a.txt: fused-words 1']);
    // A level alone leaves the options.
    put('mtlint.config.yaml', 'rules: {fused-words: [error, {allow: [dayswhich]}], split-words: off}\nmt: no\noverrides: [{files: "*.txt", rules: {fused-words: warn}}]\n');
    expect(found('--rule', 'fused-words=error', put('a.txt', BAD))).toEqual([]);
    const weak = put('weak.txt', 'The marches became bigger and more strong.\n');
    expect(found(weak)).toEqual([]);
    expect(found('--mt', 'yes', weak)).toHaveLength(1);
  });
  it('holds for standard input of its folder', () => {
    put('mtlint.config.yaml', 'rules: {fused-words: off}\n');
    const r = mtlint(['--format', 'json', '-'], BAD);
    expect(JSON.parse(r.stdout)[0].messages).toHaveLength(1);
  });
});

describe('extends and overrides', () => {
  it('puts files and packages together, this file wins', () => {
    put('node_modules/@house/style/package.json', '{"name": "@house/style", "main": "style.json"}');
    put('node_modules/@house/style/style.json', '{"rules": {"fused-words": "warn", "split-words": "error"}, "words": ["dayswhich"], "ignore": ["old/"]}');
    put('base/more.yaml', 'rules: {fused-words: error}\nwords: words.txt\noverrides: [{files: "*.txt", rules: {split-words: off}}]\n');
    put('base/words.txt', '# house words\nfoo\n');
    put('mtlint.config.yaml', 'extends: ["@house/style", ./base/more.yaml]\nrules: {garbled: off}\n');
    for (const name of ['a.txt', 'old/a.txt', 'base/a.txt']) put(name, BAD);
    // Patterns of a package count from the project; those of a file from where it lies.
    expect(found('.')).toEqual(['a.txt: split-words 2']);
  });
  it('matches names anywhere and paths from the folder of the file', () => {
    put('mtlint.config.yaml', 'overrides:\n  - files: news/*.txt\n    rules: {fused-words: off}\n  - files: ["*.draft.txt"]\n    rules: {split-words: off}\n');
    for (const name of ['a.txt', 'news/a.txt', 'news/b.draft.txt', 'in/news/a.txt']) put(name, BAD);
    expect(found('.')).toEqual([FUSED, SPLIT, 'in/news/a.txt: fused-words 2', 'in/news/a.txt: split-words 1', 'news/a.txt: split-words 1']);
  });
  it('leave out what a pattern with ! names, and take folders', () => {
    put('mtlint.config.yaml', 'overrides:\n  - files: [news/, "!news/old/**"]\n    rules: {fused-words: off}\n  - files: "!news/**"\n    rules: {split-words: off}\n');
    for (const name of ['a.txt', 'news/a.txt', 'news/old/a.txt', 'in/news/a.txt']) put(name, BAD);
    expect(found('.')).toEqual([FUSED, 'news/a.txt: split-words 1', 'news/old/a.txt: fused-words 2', 'news/old/a.txt: split-words 1']);
  });
});

describe('words, names and terms', () => {
  it('come inline and from files', () => {
    put('mtlint.config.yaml', 'words: [dayswhich, {file: lists/words.txt}]\nterms:\n  - Kyiv: Kiev\n  - file: lists/terms.txt\n');
    put('lists/words.txt', '\ufeff# words\r\nmicropuces\r\n');
    put('lists/terms.txt', 'Odesa: Odessa, Odesse\n');
    expect(found(put('a.txt', BAD))).toEqual([SPLIT]);
    expect(found(put('b.txt', 'The ministry bought micropuces for the army.\n'))).toEqual([]);
    expect(found(put('c.txt', 'The envoy flew to Odessa on Monday and to Kiev on Tuesday, and talks went on.\n'))).toEqual(['c.txt: name-variant 1', 'c.txt: name-variant 1']);
  });
});

describe('ignoring', () => {
  it('leaves out what settings, .mtlintignore and .gitignore name, and says so where a file is named', () => {
    mkdirSync(at('.git'));
    put('.gitignore', 'dist/\n*.tmp.txt\n');
    put('in/.mtlintignore', 'old.txt\n!kept.tmp.txt\n');
    put('mtlint.config.yaml', 'ignore: [third-party/**]\n');
    for (const name of ['dist/a.txt', 'x.tmp.txt', 'in/old.txt', 'in/kept.tmp.txt', 'third-party/a.txt', 'in/a.txt']) put(name, 'Four dayswhich passed.\n');
    expect(found('.')).toEqual(['in/a.txt: fused-words 2', 'in/kept.tmp.txt: fused-words 2']);
    expect(found('dist/a.txt')).toHaveLength(1);
    const r = mtlint(['in/old.txt', 'in/a.txt']);
    expect(r.stderr).toBe('in/old.txt: not linted, because in/.mtlintignore says to ignore it.\n');
    expect(found('--no-config', 'in/old.txt')).toHaveLength(1);
  });
});

describe('plugins', () => {
  const RETEXT = `import {visit} from ${JSON.stringify(path.resolve('node_modules/unist-util-visit/index.js'))};\nexport default (options = {}) => (tree, file) => visit(tree, 'TextNode', (node) => {\n  if (node.value === (options.word ?? 'parade')) Object.assign(file.message('No parades', {place: node.position, source: 'x'}), {expected: ['march']});\n});\n`;
  const RULE = `import {defineRule} from ${JSON.stringify(path.resolve('dist/index.js'))};\nexport default defineRule({id: 'no-peace', summary: 's', why: 'w', category: 'grammar', tier: 'safe', severity: 'warn', since: '1', evidence: 0, examples: {bad: [], good: []},\n  check(document, report) {\n    for (const t of document.tokens) if (t.text === 'peace') report({start: t.start, end: t.end, proposals: ['truce'], confidence: 0.9});\n  },\n});\n`;
  it('are retext plugins and own rules, with options and levels', () => {
    put('plug/parades.mjs', RETEXT);
    put('plug/rule.mjs', RULE);
    put('node_modules/retext-talks/package.json', '{"name": "retext-talks", "type": "module", "exports": "./index.js"}');
    put('node_modules/retext-talks/index.js', RETEXT);
    put('a.md', `${BAD}\nNo \`parade\` here.\n`);
    put('mtlint.config.yaml', 'plugins: [./plug/parades.mjs, ./plug/rule.mjs, [retext-talks, {word: visit}]]\nrules: {retext-talks: error, fused-words: off, split-words: off}\n');
    expect(found('a.md')).toEqual(['a.md: retext-talks 2', 'a.md: parades 1', 'a.md: no-peace 1']);
    expect(found('--cache', 'a.md')).toEqual(found('--cache', 'a.md'));
    put('plug/rule.mjs', RULE.replace("=== 'peace'", "=== 'nothing'"));
    expect(found('--cache', 'a.md')).toEqual(['a.md: retext-talks 2', 'a.md: parades 1']);
    put('plug/rule.mjs', RULE);
    mtlint(['--fix', 'a.md']);
    expect(readFileSync(at('a.md'), 'utf8')).toContain('hard -won truce');
  });
  it('that would have to be waited for are an error', () => {
    put('a.txt', BAD);
    put('mtlint.config.yaml', '# mine\nplugins: [./plug.mjs]\n');
    for (const plugin of ['() => async () => {}', 'async () => () => {}', '() => (tree, file, next) => next()']) {
      put('plug.mjs', `export default ${plugin};`);
      const r = mtlint(['a.txt']);
      expect([r.status, r.stdout, r.stderr]).toEqual([2, '', 'error: mtlint.config.yaml:2:1: The plugin `plug` cannot be used: it waits for something (a promise or a callback), and mtlint runs only plugins that do not.\n  2 | plugins: [./plug.mjs]\n    | ^^^^^^^\n']);
    }
    put('plug.mjs', 'export default () => () => Promise.resolve();');
    expect(mtlint(['a.txt']).stdout).toContain('The rule plug failed on this text (it waits for something');
  });
  it('may say something of a point, or of the whole text', () => {
    put('mtlint.config.yaml', 'plugins: [./plug.mjs]\n');
    put('a.txt', BAD);
    put('plug.mjs', 'export default () => (tree, file) => { file.message("whole"); file.message("point", {line: 1, column: 11, offset: 10}); };');
    expect(mtlint(['--format', 'compact', 'a.txt']).stdout).toMatch(/1:1-1:4\s+warning whole[\s\S]*1:11-1:16\s+warning point/);
  });
  it('are not run where they are not trusted', async () => {
    put('plug.mjs', 'globalThis.ranPlugin = true; export default () => () => {};');
    put('mtlint.config.yaml', 'plugins: [./plug.mjs]\nrules: {plug: error, quotes: off}\n');
    const {resolved, untrusted} = await new ProjectSettings({trusted: false}).for(at('a.txt'));
    expect(untrusted).toEqual([at('plug.mjs')]);
    expect(resolved.options).toEqual({rules: {quotes: 'off'}});
    expect('ranPlugin' in globalThis).toBe(false);
  });
});

it('lists that settings name are no texts', () => {
  put('mtlint.config.yaml', 'extends: ./base/base.yaml\nwords: words.txt\naccepted: accepted.txt\n');
  put('words.txt', `# ${BAD}`);
  put('accepted.txt', '01234567890abc fused-words dayswhich\n');
  put('base/base.yaml', 'terms: terms.txt\n');
  put('base/terms.txt', `# ${BAD}Kyiv: Kiev\n`);
  put('a.txt', BAD);
  expect(found('.')).toEqual([FUSED, SPLIT]);
  expect(mtlint(['words.txt']).stderr).toBe('words.txt: not linted, because mtlint.config.yaml reads it as settings.\n');
  expect(mtlint(['config', 'base/terms.txt']).stdout).toContain('Not linted: mtlint.config.yaml reads it as settings.');
});

describe('bad settings: one error with place and remedy, status 2, nothing written', () => {
  for (const [what, files, message] of [
    ['an unknown key', {'mtlint.config.yaml': 'from: fr\n\nword: [x]\n'}, 'error: mtlint.config.yaml:3: There is no setting `word`. Did you mean `words`?\n'],
    ['an unknown key in JSON', {'mtlint.config.json': '{\n  "overrides": [\n    {"files": "*", "rulse": {}}\n  ]\n}'}, 'error: mtlint.config.json:3: There is no setting `overrides[0].rulse`. Did you mean `rules`?\n'],
    ['an unknown key in package.json', {'package.json': '{\n  "word": 1,\n  "mtlint": {\n    "word": []\n  }\n}'}, 'error: package.json:4: There is no setting `word`. Did you mean `words`?\n'],
    ['an unknown key in code', {'mtlint.config.mjs': 'export default {\n  from: "fr",\n  word: [],\n};\n'}, 'error: mtlint.config.mjs:3: There is no setting `word`. Did you mean `words`?\n'],
    ['an unknown rule', {'mtlint.config.yaml': 'rules:\n  fused-word: off\n'}, 'error: mtlint.config.yaml:2: There is no rule `fused-word`. Did you mean `fused-words`? `mtlint rules` lists them.\n'],
    ['an unknown level', {'mtlint.config.yaml': 'rules:\n  fused-words: loud\n'}, 'error: mtlint.config.yaml:2: `rules.fused-words` is `"loud"`: write `off`, `warn` or `error`, or a list of the level and the options, such as `["warn", {…}]`.\n'],
    ['options that a rule has not', {'mtlint.config.yaml': 'rules:\n  fused-words: [warn, {depth: 3}]\n'}, 'error: mtlint.config.yaml:2: The rule `fused-words` has no option `depth`. `mtlint explain fused-words` lists them.'],
    ['options of the wrong kind', {'mtlint.config.yaml': 'rules:\n  fused-words:\n    - warn\n    - fix: true\n      allow: Verbund\n'}, 'error: mtlint.config.yaml:5: Option `allow` of the rule `fused-words`: write a list, such as `[one, another]`.\n'],
    ['options of a rule without', {'mtlint.config.yaml': 'rules:\n  unused-disable: [warn, {allow: [a]}]\n'}, 'error: mtlint.config.yaml:2: The rule `unused-disable` has no options: write its level alone.\n'],
    ['an unknown language', {'mtlint.config.yaml': 'overrides:\n- files: "*"\n  from: frensh\n'}, 'error: mtlint.config.yaml:3: There is no source language `frensh`. Did you mean `french`?'],
    ['a list for a file', {'mtlint.config.yaml': '- words\n'}, 'error: mtlint.config.yaml:1: Settings are a list here: write keys with values, such as `{"from": "fr"}`.\n'],
    ['a key given twice', {'mtlint.config.json': '{\n  "mt": "yes",\n  "rules": {"quotes": "off", "quotes": "warn"}\n}'}, 'error: mtlint.config.json:3: `quotes` stands here twice, and only this one would count: take one out.\n'],
    ['broken JSON', {'mtlint.config.json': '{\n  "from": "fr",\n}'}, 'error: mtlint.config.json:2: This is no JSON. The comma before `}` is too much: take it out.\n'],
    ['broken YAML', {'mtlint.config.yaml': 'from: fr\nwords: [a\n'}, 'error: mtlint.config.yaml:2: This is no YAML: '],
    ['code that throws', {'mtlint.config.mjs': '\nthrow new Error("no database");\n'}, 'error: mtlint.config.mjs:2: This file failed when it was run: no database. Repair it, or run with --no-config.\n'],
    ['TypeScript that throws', {'mtlint.config.ts': 'const x: string = "no database";\nthrow new Error(x);\n'}, 'error: mtlint.config.ts:2: This file failed when it was run: no database.'],
    ['code that is no JavaScript', {'mtlint.config.mjs': 'export default {\n  words: ,\n};\n'}, 'error: mtlint.config.mjs:2: This file failed when it was run: Unexpected token'],
    ['TypeScript that is none', {'mtlint.config.ts': 'const x: = 1;\n'}, 'error: mtlint.config.ts:1: This file failed when it was run: '],
    ['a function', {'mtlint.config.mjs': 'export default () => ({});\n'}, 'error: mtlint.config.mjs: Settings are a function here: write keys with values'],
    ['code that ends the process', {'mtlint.config.mjs': 'process.exit(0);\n'}, 'error: mtlint.config.mjs:1: This file failed when it was run: it called `process.exit`. Repair it, or run with --no-config.\n'],
    ['code that waits for ever', {'mtlint.config.mjs': 'await new Promise(() => {});\nexport default {};\n'}, 'error: mtlint.config.mjs: This file ended mtlint'],
    ['a plugin that waits for ever', {'mtlint.config.yaml': 'plugins: [./p.mjs]\n', 'p.mjs': 'await new Promise(() => {});\n'}, 'error: p.mjs: This file ended mtlint'],
    ['a plugin that throws what is no error', {'mtlint.config.yaml': 'plugins: [./p.mjs]\n', 'p.mjs': 'throw 3;\n'}, 'error: mtlint.config.yaml:1: The plugin `p` cannot be used: 3.\n'],
    ['broken JSON in package.json', {'package.json': '{\n  "name": "x"\n  "mtlint": {}\n}'}, 'error: package.json:2: This is no JSON. A comma is missing behind this: write `,`.\n'],
    ['terms in a list', {'mtlint.config.yaml': 'from: fr\nterms: [Kiev]\n'}, 'error: mtlint.config.yaml:2: `terms[0]` is `"Kiev"`: write the preferred form and its variants'],
    ['a plugin that is not there', {'mtlint.config.yaml': 'from: fr\nplugins:\n  - retext-nowhere\n'}, 'error: mtlint.config.yaml:3: `retext-nowhere` is not installed. Install it, or begin a path with `./`.\n'],
    ['a plugin that is none', {'mtlint.config.yaml': 'plugins: [./p.mjs]\n', 'p.mjs': 'export default 3;'}, 'error: mtlint.config.yaml:1: The plugin `p` cannot be used: its default export is neither a rule'],
    ['a circle', {'mtlint.config.yaml': 'extends: ./b.yaml\n', 'b.yaml': 'from: fr\nextends: [./mtlint.config.yaml]\n'}, 'error: b.yaml:2: `extends` goes in a circle: mtlint.config.yaml → b.yaml → mtlint.config.yaml. Take one of them out.\n'],
    ['a file that is not there', {'mtlint.config.yaml': 'from: fr\nextends: ./b.yaml\n'}, 'error: mtlint.config.yaml:2: `extends` names `./b.yaml`, and there is no such file. Make it, or take the name out.\n'],
    ['a package that is not there', {'mtlint.config.yaml': 'extends: nowhere-style\n'}, 'error: mtlint.config.yaml:1: `extends` names `nowhere-style`, and no such package is installed. Install it, or begin a path with `./`.\n'],
    ['a word list that is not there', {'mtlint.config.yaml': 'mt: yes\nwords: w.txt\n'}, 'error: mtlint.config.yaml:2: There is no file `w.txt`. Make it, or take it out.\n'],
    ['a broken list of terms', {'mtlint.config.yaml': 'terms: t.txt\n', 't.txt': 'Kyiv: Kiev\nKiew\n'}, 'error: t.txt:2: Write the preferred form, a colon and its variants'],
    ['accepted findings without fingerprint', {'mtlint.config.yaml': 'from: fr\naccepted: [fused-words]\n'}, 'error: mtlint.config.yaml:2: `fused-words` does not begin with a fingerprint.'],
    ['aliases without end', {'mtlint.config.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`).join('')}`}, 'error: mtlint.config.yaml: This is no YAML that can be used'],
  ] as [string, Record<string, string>, string][]) {
    it(what, () => {
      for (const [name, content] of Object.entries(files)) put(name, content);
      put('a.txt', BAD);
      const r = mtlint(['--fix', 'a.txt']);
      const [first, source, mark, ...more] = r.stderr.trimEnd().split('\n');
      expect(`${first!.replace(/^(error: [^:]+:\d+):\d+:/, '$1:')}\n`).toContain(message);
      expect(more).toEqual([]);
      // Where there is a line, it is shown, and where on it.
      const line = /^error: [^:]+:(\d+):/.exec(first!)?.[1];
      if (line) expect([source, mark]).toEqual([expect.stringMatching(new RegExp(`^ {2}${line} \\| .`)), expect.stringMatching(/^ {4}\| *\^+$/)]);
      else expect([source, mark]).toEqual([undefined, undefined]);
      expect(r.stdout).toBe('');
      expect(r.status).toBe(2);
      expect(readFileSync(at('a.txt'), 'utf8')).toBe(BAD);
    });
  }
});

describe('an error in a JSON file shows the place, the line, the nearest right name and what to do', () => {
  const wrong = (name: string, content: string) => {
    put(name, content);
    put('a.txt', BAD);
    const r = mtlint(['a.txt']);
    expect(r.status).toBe(2);
    return r.stderr;
  };
  const own = (content: string) => wrong('mtlint.config.json', content);
  it('broken JSON', () => {
    expect(own('{\n  "mt": "yes",\n}\n')).toBe('error: mtlint.config.json:2:14: This is no JSON. The comma before `}` is too much: take it out.\n  2 |   "mt": "yes",\n    |              ^\n');
    expect(own('{\n  "words": ["one", "two",]\n}\n')).toContain('json:2:25: This is no JSON. The comma before `]` is too much');
    expect(own('{\n  "mt": "yes"\n  "from": "fr"\n}\n')).toContain('json:2:13: This is no JSON. A comma is missing behind this');
    expect(own("{\n  'mt': 'yes'\n}\n")).toContain('json:2:3: This is no JSON. JSON knows double quotation marks only');
    expect(own('{\n  mt: "yes"\n}\n')).toContain('json:2:3: This is no JSON. Keys stand in quotation marks: write `"mt"`.');
    expect(own('{\n  "mt": yes\n}\n')).toContain('json:2:9: This is no JSON. `yes` is no value: a text stands in quotation marks.');
    expect(own('{\n  "rules": {\n    "quotes": "off"\n')).toContain('json:2:12: This is no JSON. This `{` is never closed: write its `}` at the end.');
    expect(own('{\n  // ours\n  "mt": "yes"\n}\n')).toContain('json:2:3: This is no JSON. JSON has no comments');
    expect(own('{\n  "words": "C:\\words.txt"\n}\n')).toContain('A backslash in a text is written twice');
    expect(own('{\n  "mt": "yes\n}\n')).toContain('json:2:9: This is no JSON. This text is not closed: write `"` at its end.');
    expect(own('{"mt": "yes"}\n{"from": "fr"}\n')).toContain('json:2:1: This is no JSON. The settings are over here: take out what follows.');
    expect(own('{"words": ["caf\ufffd"]}')).toContain('json:1:16: This file is no UTF-8. Save it as UTF-8.');
  });
  it('wrong values, keys, rules and levels', () => {
    expect(own('{\n  "rules": {\n    "garbeld": "off"\n  }\n}\n')).toBe('error: mtlint.config.json:3:5: There is no rule `garbeld`. Did you mean `garbled`? `mtlint rules` lists them.\n  3 |     "garbeld": "off"\n    |     ^^^^^^^^^\n');
    expect(own('{\n\t"rules": {\n\t\t"garbled": "warning"\n\t}\n}\n')).toContain('json:3:14: `rules.garbled` is `"warning"`. Did you mean `warn`? Else write `off`, `warn` or `error`');
    expect(own('{"rules": {"garbled": 2}}')).toContain('json:1:23: `rules.garbled` is `2`. Did you mean `"error"`?');
    expect(own('{"rules": {"garbled": ["eror", {}]}}')).toContain('json:1:24: `rules.garbled[0]` is `"eror"`. Did you mean `error`?');
    expect(own('{"rules": ["garbled"]}')).toContain('json:1:11: `rules` is a list: write rule ids with their levels, such as `{"fused-words": "error"}`.');
    // To valibot an empty list is a record without keys.
    expect(own('{"rules": []}')).toBe('error: mtlint.config.json:1:11: `rules` is a list: write rule ids with their levels, such as `{"fused-words": "error"}`.\n  1 | {"rules": []}\n    |           ^^\n');
    expect(own('{"overrides": [{"files": "*.md", "rules": []}]}')).toContain('json:1:43: `overrides[0].rules` is a list: write rule ids');
    expect(own('{"overrides": [[]]}')).toContain('json:1:16: `overrides[0]` is a list: write keys with values, such as `{"files"');
    expect(own('{"rules": {"garbled": ["warn", []]}}')).toContain('json:1:32: `rules.garbled[1]` is a list: write options with their values, such as `{"allow": ["word"]}`.');
    expect(wrong('mtlint.config.json', '{"rules": null}')).toContain('json:1:11: `rules` is empty: write rule ids');
    expect(own('{"minConfidence": "0.7"}')).toContain('json:1:19: `minConfidence` is `"0.7"`: write a number from 0 to 1.');
    expect(own('{"words": ["one", 2]}')).toContain('json:1:19: `words[1]` is `2`: write a list such as `["one", "two"]`');
    expect(own('{"overrides": [{"mt": "yes"}]}')).toContain('json:1:16: `files` is missing. Add it: `"files": "news/**/*.md"`.');
    expect(own('["garbled"]')).toContain('json:1:1: Settings are a list here: write keys with values');
    expect(wrong('mtlint.config.json', `{"words": [${'"word", '.repeat(90)}3]}`).split('\n')[2]!.indexOf('^')).toBe(86);
  });
  it('in package.json, where only mtlint’s own key counts', () => {
    rmSync(at('mtlint.config.json'), {force: true});
    expect(wrong('package.json', '{\n  "rulez": 1,\n  "mtlint": {\n    "rulez": {}\n  }\n}\n')).toContain('error: package.json:4:5: There is no setting `rulez`. Did you mean `rules`?\n  4 |     "rulez": {}\n');
    expect(wrong('package.json', '{\n  "mtlint": "strict"\n}\n')).toContain('error: package.json:2:13: Settings are `"strict"` here');
  });
});

describe('ProjectSettings', () => {
  it('does not run code that is not trusted, and sees changes after clear()', async () => {
    put('mtlint.config.mjs', 'globalThis.ran = true; export default {from: "fr"};');
    const untrusted = await new ProjectSettings({trusted: false}).for(at('a.txt'));
    expect(untrusted).toMatchObject({untrusted: [at('mtlint.config.mjs')], resolved: {options: {}}});
    expect('ran' in globalThis).toBe(false);
    const settings = new ProjectSettings();
    expect((await settings.for(at('a.txt'))).resolved.options).toEqual({from: 'fr'});
    put('mtlint.config.mjs', 'export default {from: "de"};');
    expect((await settings.for(at('a.txt'))).resolved.options).toEqual({from: 'fr'});
    settings.clear();
    expect(await settings.for(at('a.txt'))).toMatchObject({config: at('mtlint.config.mjs'), files: [at('mtlint.config.mjs')], resolved: {options: {from: 'de'}}});
  });
  it('says where each value came from, and shares what applies to many files', async () => {
    put('mtlint.config.yaml', 'from: fr\nwords: [a, {file: w.txt}]\noverrides: [{files: "*.md", from: de}]\n');
    put('w.txt', 'b\nc\n');
    const settings = new ProjectSettings({given: {mt: 'yes'}});
    const text = await settings.for(at('x/a.txt'));
    expect(text.resolved.sources).toEqual([
      {key: 'from', value: 'fr', file: at('mtlint.config.yaml'), at: ['from']},
      {key: 'words', value: ['a'], file: at('mtlint.config.yaml'), at: ['words']},
      {key: 'words', value: ['b', 'c'], file: at('w.txt')},
      {key: 'mt', value: 'yes', file: 'command line'},
    ]);
    expect(text.files).toEqual([at('mtlint.config.yaml'), at('w.txt')]);
    expect((await settings.for(at('b.txt'))).resolved).toBe(text.resolved);
    expect((await settings.for(at('b.md'))).resolved.options).toMatchObject({from: 'de', mt: 'yes', accept: ['a', 'b', 'c']});
  });
});
