import {execFileSync} from 'node:child_process';
import {expect, test} from 'vitest';
import {FOLDER_FLAGS, SERVER_FLAGS, START_FLAGS} from '../src/cli/compiler-flags.ts';

test('this V8 knows every flag that the command sets: it would complain of others on standard error', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], {encoding: 'utf8'});
  const names = [...START_FLAGS, ...FOLDER_FLAGS, ...SERVER_FLAGS].map((flag) => flag.replace(/^--(?:no-)?/, '').replace(/=.*/, ''));
  expect(names).toContain('regexp-tier-up');
  expect(names.filter((name) => !known.includes(`--${name} `))).toEqual([]);
});
