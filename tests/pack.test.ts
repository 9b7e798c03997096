import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {bundledFiles} from '../src/cli/pack.ts';
import {columnsOf} from '../src/lexicon/columns.ts';
import {hash} from '../src/lexicon/format.ts';
import {NUMBERED} from '../src/lexicon/numbered.ts';
import {pack, unpack} from '../src/lexicon/pack.ts';
import {entriesOf} from '../src/lexicon/table.ts';
import {joinText, splitText} from '../src/lexicon/texts.ts';

const asset = (name: string) => readFileSync(path.resolve(import.meta.dirname, '..', name));
const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

/** Words that are not in the bucket in which they are looked up, or behind less common ones. */
function misplaced(words: Buffer): string[] {
  const bits = words.readUInt32LE(4);
  const base = 16 + (2 ** bits + 1) * 4;
  let count = 0;
  const wrong: string[] = [];
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const end = base + words.readUInt32LE(16 + 4 * (bucket + 1));
    for (let at = base + words.readUInt32LE(16 + 4 * bucket), last = 255; at < end; at += 6 + words[at]!, count++) {
      const word = words.toString('utf8', at + 6, at + 6 + words[at]!);
      if (hash(word) >>> (32 - bits) !== bucket || words[at + 1]! > last) wrong.push(word);
      last = words[at + 1]!;
    }
  }
  return count === words.readUInt32LE(8) ? wrong : [...wrong, `${count} words`];
}

const SPLIT = bundledFiles().map(([name]) => name).filter((name) => columnsOf(name));

describe.each(SPLIT)('%s', (name) => {
  const {split, join} = columnsOf(name)!;
  it('is in columns what it was', () => {
    const whole = asset(name);
    const columns = split(whole);
    const joined = join(columns);
    expect(joined.length).toBe(whole.length);
    // Columns are sorted, so that they are the same however slots and buckets are.
    expect(equal(split(joined), columns)).toBe(true);
    expect(gzipSync(columns, {level: 1}).length).toBeLessThan(gzipSync(whole, {level: 1}).length * 0.98);
    if (name.endsWith('.table')) expect(new Map(entriesOf(Buffer.from(joined)))).toEqual(new Map(entriesOf(whole)));
    if (name.endsWith('/words.bin')) expect(misplaced(Buffer.from(joined))).toEqual([]);
    if (/(?:ngrams|pos-core)\.bin$/.test(name)) expect(equal(joined, whole)).toBe(true);
  });
});

it('a pack has every file, with or without gzip; what is none is refused with a sentence', async () => {
  const files = bundledFiles().filter(([name]) => !SPLIT.includes(name));
  for (const packed of [pack(files), gzipSync(pack(files), {level: 1})]) {
    const unpacked = await unpack(packed);
    expect([...unpacked.keys()]).toEqual(files.map(([name]) => name));
    for (const [name, bytes] of files) expect([name, equal(unpacked.get(name)!, bytes), unpacked.get(name)!.byteOffset % 8]).toEqual([name, true, 0]);
  }
  const whole = pack(files);
  for (const broken of [new Uint8Array(), Buffer.from('<!doctype html>'), whole.subarray(0, whole.length - 100), gzipSync(whole, {level: 1}).subarray(0, 5000)]) await expect(unpack(broken)).rejects.toThrow('This is no pack of mtlint’s files');
});

it('tables of numbered words are not in a pack, and are made when it is unpacked', async () => {
  const of = new Set([...NUMBERED.values()].map((table) => table.of));
  const files = bundledFiles().filter(([name]) => NUMBERED.has(name) || of.has(name));
  const packed = pack(files);
  expect(packed.length).toBeLessThan(files.reduce((n, [name, {length}]) => n + (of.has(name) ? length : 0), 0));
  const unpacked = await unpack(packed);
  for (const [name, bytes] of files) expect([name, equal(unpacked.get(name)!, bytes)]).toEqual([name, true]);
});

it('texts that repeat themselves come back as they were; control characters are refused', () => {
  const long = Array.from({length: 70_000}, (_, i) => `wörd${i} {"again":["and again"]} ${i % 9}`).join('\0');
  for (const text of ['', 'a', '{}', '{"the same thing":1}{"the same thing":1}\u0001{"the same thing":1}', 'é{日本語の文字列です}{日本語の文字列です}', `${long}\0${long}`]) expect(joinText(splitText(text)) === text).toBe(true);
  expect(() => splitText('a\u0002')).toThrow('control character');
});
