import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {Document} from '../src/document/document.ts';
import {senseCrowd, suspectsOf} from '../src/evidence/sense-crowd.ts';
import {correctedOf, readGold} from '../scripts/gold.ts';

const folder = path.resolve(import.meta.dirname, '../seeds');
const articles = readdirSync(folder).filter((name) => name.endsWith('.gold')).map((name) => readGold(readFileSync(path.join(folder, name), 'utf8')));

describe('words that may stand in a wrong sense', () => {
  it('are more in every annotated article than in the same one corrected', () => {
    for (const article of articles) expect(senseCrowd(Document.fromText(article.text))).toBeGreaterThan(senseCrowd(Document.fromText(correctedOf(article))));
  });

  it('count once each, and only in the beginning of a long text', () => {
    const text = 'The judge heard the avocado of the accused, who asked the court to suspend the trial. ';
    const {likely} = suspectsOf(Document.fromText(text));
    expect(likely.length).toBeGreaterThan(0);
    expect(suspectsOf(Document.fromText(text.repeat(3))).likely).toEqual(likely);
    const filler = 'One two three four five six seven eight nine ten. '.repeat(60);
    expect(suspectsOf(Document.fromText(filler + text)).likely).toEqual(suspectsOf(Document.fromText(filler)).likely);
  });
});
