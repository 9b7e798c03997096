#!/usr/bin/env node
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {lint} from '../engine/lint.ts';
import {toEslint} from '../report/json.ts';
import {pointsOf} from '../report/result.ts';

const {values, positionals} = parseArgs({allowPositionals: true, options: {format: {type: 'string'}, 'no-config': {type: 'boolean'}, mt: {type: 'string'}, from: {type: 'string'}}});
const files = positionals.flatMap((p) => (statSync(p).isDirectory() ? readdirSync(p).map((f) => path.join(p, f)) : [p]));
const results = files.map((file) => {
  const text = readFileSync(file, 'utf8');
  const result = lint(text, {mt: values.mt as 'yes', from: values.from});
  return {path: path.resolve(file), text, findings: result.findings, errors: result.failures.map((f) => String(f.error.stack)), words: result.words, machineLikeness: result.machineLikeness, pointAt: pointsOf(text)};
});
process.stdout.write(JSON.stringify(toEslint(results)));
