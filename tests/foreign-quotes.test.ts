import {describe, expect, it} from 'vitest';
import {lintSource} from '../src/engine/source.ts';
import {loadFormat} from '../src/format/registry.ts';

const FRENCH = 'Nous avons décidé de présenter cette réforme au Parlement avant l’été, parce que personne ne doit craindre pour sa retraite !';
const GERMAN = 'Wir haben beschlossen, diese Reform noch vor dem Sommer einzubringen, weil niemand um seine Rente fürchten soll.';

const found = async (id: string, source: string) => lintSource(source, await loadFormat(id, source)).findings.map((f) => `${f.ruleId}: ${source.slice(f.start, f.end)}`);

describe('a quotation in another language', () => {
  it('in a block of its own is not linted', async () => {
    const text = 'The minister said that the reform would be put to parliament before the summer.';
    for (const quote of [FRENCH, GERMAN]) {
      expect(await found('markdown', `${text}\n\n> ${quote}\n\nThe opposition will vote against the bill.`)).toEqual([]);
      expect(await found('html', `<p>${text}</p><blockquote><p>${quote}</p></blockquote><p>The opposition will vote against the bill.</p>`)).toEqual([]);
    }
  });
  it('leaves what stands around it to be linted', async () => {
    expect(await found('markdown', `He was clear about the hard -won peace.\n\n> ${FRENCH}\n\nHe left.`)).toEqual(['split-words: hard -won']);
    expect(await found('markdown', `> ${FRENCH}\n>\n> They defended the hard -won peace.`)).toEqual(['split-words: hard -won']);
  });
  it('has code in it and around it', async () => {
    expect(await found('markdown', `Run \`the hard -won\`, the hard -won.\n\n> Elle a dit \`the hard -won\` : ${FRENCH}\n\nRun \`the hard -won\`, the hard -won.\n\n> ${FRENCH}\n\nRun \`the hard -won\`.`)).toEqual(['split-words: hard -won', 'split-words: hard -won']);
  });
  it('is none where it stands in a paragraph as a sentence of the text', async () => {
    expect(await found('markdown', `The minister said that the reform would be put to parliament before the summer.\n\n${FRENCH}`)).toEqual([`language-mix: ${FRENCH}`]);
  });
  it('between marks in a sentence is left alone in sound text', async () => {
    expect(await found('text', `The minister said that the reform would be put to parliament before the summer. “${FRENCH.slice(0, -2)}”, he said. The opposition will vote against the bill.`)).toEqual([]);
    expect(await found('text', `The minister said that the reform would be put to parliament before the summer, and he wrote “${FRENCH.slice(0, -2)}” in his letter. The opposition will vote against the bill.`)).toEqual([]);
  });
  it('does not make a short English text one in that language', async () => {
    const findings = await found('text', `The minister was clear.\n\n${FRENCH}\n\nHe left at once.`);
    expect(findings).toEqual([`language-mix: ${FRENCH}`]);
    expect((await found('text', `Les excuses du ministre\n\n${FRENCH} ${FRENCH} ${FRENCH}\n\nSelon le « New York Times », le ministre a quitté la salle. The Lord of the Rings.`)).join()).toMatch(/^language-mix: Les excuses/);
  });
});
