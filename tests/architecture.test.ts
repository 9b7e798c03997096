import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
/** Each layer may import from those before it. */
const LAYERS = ['src/lexicon', 'src/document', 'src/evidence', 'src/rule', 'rules', 'src/fix', 'src/format', 'src/engine', 'src/settings', 'src/report', 'src/cli', 'src/lsp', 'src/web'];
const layerOf = (file: string) => LAYERS.findIndex((layer) => file.startsWith(`${layer}/`));
const sources = (folder: string): string[] => readdirSync(path.join(root, folder), {withFileTypes: true}).flatMap((e) => (e.isDirectory() ? sources(path.join(folder, e.name)) : e.name.endsWith('.ts') ? [path.join(folder, e.name)] : []));

it('imports go one way', () => {
  const wrong: string[] = [];
  for (const file of [...sources('src'), ...sources('rules')]) {
    const from = layerOf(file);
    if (from < 0) continue;
    for (const [, target = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const imported = path.join(path.dirname(file), target);
      const to = layerOf(imported);
      // English is a module of the document layer that asks the lexicon; types of tokens carry words.
      if (to > from || to < 0) wrong.push(`${file} imports ${imported}`);
    }
  }
  expect(wrong).toEqual([]);
});

it('only hosts, the lexicon’s readers and the readers of settings files touch the file system', () => {
  const touching = [...sources('src'), ...sources('rules')].filter((file) => /from 'node:(?:fs|fs\/promises)'/.test(readFileSync(path.join(root, file), 'utf8')) && !/^src\/(?:cli|action|lsp)\//.test(file));
  expect(touching).toEqual(['src/lexicon/file-pieces.ts', 'src/lexicon/package-files.ts', 'src/settings/find.ts', 'src/settings/load.ts', 'src/settings/no-file.ts']);
});

it('what is made of a document stays with it, in no weak map', () => {
  expect([...sources('src'), ...sources('rules')].filter((file) => /new WeakMap<(?:Document|Token|Sentence|SenseHit)\b/.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

it('no file is called after nothing', () => {
  expect([...sources('src'), ...sources('rules'), ...sources('scripts')].filter((f) => /(?:utils?|helpers?|common|manager|misc)(?:\/|\.ts$)/.test(f))).toEqual([]);
});
