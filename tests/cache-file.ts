import {readFileSync, writeFileSync} from 'node:fs';
import {crc32} from 'node:zlib';
import {pack, unpack} from '../src/cli/packed-result.ts';
import type {LintResult} from '../src/engine/lint.ts';

/** Changes what a cache knows of a file, check and all: a run that takes its results from there shows it. */
export function changeCached(file: string, name: string, change: (result: LintResult) => LintResult): void {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  const line = lines.find(([own]) => own === JSON.stringify(name))!;
  const {packed, ...rest} = JSON.parse(line[2]!.replace(/^\S+ /, ''));
  const {packed: after, ...head} = pack(change(unpack({...rest, ...(packed ? {packed: Buffer.from(packed, 'base64')} : {})})));
  const json = JSON.stringify({...head, ...(after ? {packed: Buffer.from(after).toString('base64')} : {})});
  line[2] = `${crc32(json).toString(36)} ${json}`;
  writeFileSync(file, lines.map((parts) => `${parts.join('\t')}\n`).join(''));
}
