import {readFileSync} from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {bundledFiles} from '../src/cli/pack.ts';
import {COLUMNS} from '../src/lexicon/columns.ts';
import {hash} from '../src/lexicon/format.ts';
import {pack, unpack} from '../src/lexicon/pack.ts';

const asset = (name: string) => readFileSync(path.resolve(import.meta.dirname, '..', name));
const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe.each(Object.entries(COLUMNS))('%s', (name, {split, join}) => {
  it('is in columns what it was', () => {
    const whole = asset(name);
    const columns = split(whole);
    const joined = join(columns);
    expect(joined.length).toBe(whole.length);
    // Columns are sorted, so that they are the same however slots and buckets are.
    expect(equal(split(joined), columns)).toBe(true);
    expect(gzipSync(columns).length).toBeLessThan(gzipSync(whole).length * 0.8);
    if (name.endsWith('ngrams.bin')) {
      // All but the table of triples is in one order.
      const {words, bits} = {words: whole.readUInt32LE(4), bits: whole.readUInt32LE(12)};
      const table = 24 + 4 * (words + 1);
      expect(equal(joined.subarray(0, table), whole.subarray(0, table)) && equal(joined.subarray(table + 4 * 2 ** bits), whole.subarray(table + 4 * 2 ** bits))).toBe(true);
    }
  });
});

it('every word is in its bucket again, the common ones first', () => {
  const {split, join} = COLUMNS['assets/words.bin']!;
  const joined = Buffer.from(join(split(asset('assets/words.bin'))));
  const bits = joined.readUInt32LE(4);
  const base = 16 + (2 ** bits + 1) * 4;
  let words = 0;
  const wrong: string[] = [];
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    const end = base + joined.readUInt32LE(16 + 4 * (bucket + 1));
    for (let at = base + joined.readUInt32LE(16 + 4 * bucket), last = 255; at < end; at += 6 + joined[at]!, words++) {
      const word = joined.toString('utf8', at + 6, at + 6 + joined[at]!);
      if (hash(word) >>> (32 - bits) !== bucket || joined[at + 1]! > last) wrong.push(word);
      last = joined[at + 1]!;
    }
  }
  expect([words, wrong]).toEqual([joined.readUInt32LE(8), []]);
});

it('a pack has every file, with or without gzip; what is none is refused with a sentence', async () => {
  const files = bundledFiles().filter(([name]) => !(name in COLUMNS));
  for (const packed of [pack(files), gzipSync(pack(files), {level: 1})]) {
    const unpacked = await unpack(packed);
    expect([...unpacked.keys()]).toEqual(files.map(([name]) => name));
    for (const [name, bytes] of files) expect([name, equal(unpacked.get(name)!, bytes), unpacked.get(name)!.byteOffset % 8]).toEqual([name, true, 0]);
  }
  const whole = pack(files);
  for (const broken of [new Uint8Array(), Buffer.from('<!doctype html>'), whole.subarray(0, whole.length - 100), gzipSync(whole, {level: 1}).subarray(0, 5000)]) await expect(unpack(broken)).rejects.toThrow('This is no pack of mtlint’s files');
});
