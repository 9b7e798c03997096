import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {Document} from '../src/document/document.ts';
import {proseFromText} from '../src/document/prose.ts';
import {isLicence, isTechnical, technicalUse} from '../src/evidence/text-kind.ts';
import {lintSource} from '../src/engine/source.ts';
import {loadFormat} from '../src/format/registry.ts';
import {lint} from '../src/index.ts';

const DOCUMENTATION = `# Using frobnik

Run \`frobnik --all\` in \`src/tools\` before \`npm test\`. See also the list of options.

Every frobnik run calls s.trimLines( width ) and toString(), then readsource(path). A quuxer is made for each file; one quuxer writes lib/propername.c and run_all_unittests.cc.`;
const LICENCE = `Copyright (C) 2011 Ann Bell
Copyright: 2012 Tom Hill

The software is provided \`\`as is'' without warranty. If You redistribute it, Your copy names the Licensor. See also the notice of copyright.`;

const documentFromText = (text: string) => new Document(proseFromText(text));

describe('kinds of text', () => {
  it('knows documentation by its code, and licences by what they speak of', () => {
    expect([isTechnical(documentFromText(DOCUMENTATION)), isLicence(documentFromText(DOCUMENTATION))]).toEqual([true, false]);
    expect([isTechnical(documentFromText(LICENCE)), isLicence(documentFromText(LICENCE))]).toEqual([false, true]);
    expect(isLicence(documentFromText('The copyright belongs to the heirs, who sold a licence.'))).toBe(false);
  });
  it('tells names in code, terms and other words', () => {
    const document = documentFromText(DOCUMENTATION);
    const use = (text: string) => {
      const places = document.tokens.filter((t) => t.text === text);
      return technicalUse(document, places[0]!.word, places.length);
    };
    expect([use('frobnik'), use('quuxer'), use('options')]).toEqual(['code', 'term', 'text']);
    const plain = documentFromText('A quuxer came, and the quuxer left.');
    expect(technicalUse(plain, plain.tokens[1]!.word, 2)).toBeUndefined();
  });
  it('finds nothing in sound ones', () => {
    for (const text of [DOCUMENTATION, LICENCE]) expect(lint(text).findings.map((f) => `${f.ruleId} ${f.actual}`)).toEqual([]);
  });
  it('finds what engines do all the same', () => {
    expect(lint(`${DOCUMENTATION} The step lasts four dayswhich includes the tests.`).findings.map((f) => f.actual)).toEqual(['dayswhich']);
  });
});

it('the documentation of this project is sound', async () => {
  const folder = new URL('../docs/', import.meta.url);
  for (const file of [new URL('../README.md', import.meta.url), ...readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => new URL(name, folder))]) {
    const source = readFileSync(file, 'utf8');
    const {findings, machineLikeness} = lintSource(source, await loadFormat('markdown', source));
    expect(findings.filter((f) => f.severity === 'error').map((f) => `${file.pathname}: ${f.message}`)).toEqual([]);
    expect(machineLikeness, file.pathname).toBeLessThan(0.5);
  }
});
