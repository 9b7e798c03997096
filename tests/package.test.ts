import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

/** The packed package, installed in an empty folder as a user would. */
describe('the packed package', () => {
  const root = path.resolve(import.meta.dirname, '..');
  const folder = mkdtempSync(path.join(tmpdir(), 'mtlint-pack-'));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  beforeAll(() => {
    const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {cwd: root, encoding: 'utf8'})) as {filename: string}[];
    writeFileSync(path.join(folder, 'package.json'), '{"name": "user", "private": true, "type": "module"}');
    run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed!.filename}`);
  }, 240_000);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('is imported as a library, a preset and a rule', () => {
    writeFileSync(path.join(folder, 'use.js'), `import {lint, fix} from 'mtlint';\nimport preset from 'mtlint/retext';\nimport fusedWords from 'mtlint/rules/fused-words';\nconsole.log(lint('It lasts four dayswhich is long.').findings[0].proposals[0].text, fix('The hard -won peace.').text, typeof preset, fusedWords.rule.id);\n`);
    expect(run('node', 'use.js')).toBe('days, which The hard-won peace. function fused-words\n');
  });
  it('runs as it does in a page, with the file that the command packs', () => {
    run('npx', 'mtlint', 'pack', 'mtlint.pack');
    writeFileSync(path.join(folder, 'page.js'), `import {readFileSync} from 'node:fs';\nimport {lint, load} from 'mtlint/browser';\nawait load(readFileSync('mtlint.pack'));\nconsole.log(lint('It lasts four dayswhich is long.').findings[0].proposals[0].text);\n`);
    expect(run('node', 'page.js')).toBe('days, which\n');
  });
  it('has types that check under strict', () => {
    writeFileSync(path.join(folder, 'use.ts'), `import {lint, fix, type Finding, type LintOptions} from 'mtlint';\nimport preset from 'mtlint/retext';\nimport fusedWords from 'mtlint/rules/fused-words';\nconst options: LintOptions = {from: 'fr', mt: 'yes', rules: {'fused-words': 'off'}};\nconst findings: readonly Finding[] = lint('x', options).findings;\nexport const all: [number, string, string, unknown] = [findings.length, fix('x').text, fusedWords.rule.id, preset];\n// @ts-expect-error: no such level\nlint('x', {rules: {'fused-words': 'loud'}});\n`);
    writeFileSync(path.join(folder, 'tsconfig.json'), '{"compilerOptions": {"strict": true, "module": "NodeNext", "moduleResolution": "NodeNext", "target": "ES2022", "noEmit": true, "types": []}, "files": ["use.ts"]}');
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {cwd: folder, encoding: 'utf8'});
  }, 60_000);
  it('has a command', () => {
    writeFileSync(path.join(folder, 'a.txt'), 'It lasts four dayswhich is long.\n');
    let output = '';
    try {
      run('npx', 'mtlint', 'a.txt');
    } catch (error) {
      output = (error as {stdout: string}).stdout;
    }
    expect(output).toContain('expected `days, which`');
    expect(run('npx', 'mtlint', 'rules')).toContain('fused-words');
  });
});
