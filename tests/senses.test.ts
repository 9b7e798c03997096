import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {nearness} from '../scripts/wordnet.ts';
import {Document} from '../src/document/document.ts';
import {proseFromText} from '../src/document/prose.ts';
import {lint} from '../src/engine/lint.ts';
import {allSenses} from '../src/evidence/sense-hits.ts';
import {senseWeights} from '../src/evidence/sense-weights.ts';
import {decodeRecord, wrongSensesOf} from '../src/evidence/senses.ts';
import {languageChances, PRIOR_CHANCES} from '../src/evidence/source-language.ts';
import {Table} from '../src/lexicon/table.ts';

/** Texts without a foreign word or letter: what shows the language are words in the wrong sense and phrases put over word by word. */
const TEXTS: Readonly<Record<string, string>> = {
  fr: `The syndicates called to a new shore on Thursday after the direction of the enterprise announced the suppression of 400 posts at the usine. The delegates manifested in front of the seat of the group and demanded a rendezvous with the minister of the economy.

According to the prefecture, 1,200 persons participated in the manifestation, which took end without incident. The avocado of the employees said that she would seize the tribunal because the plan did not respect the law. “The patrons have chosen the benefits against the men,” she declared.

The government, on its side, assured that it would follow the dossier of very near. A spokesman of the ministry precised that a cell of crisis had been put in place and that the formation of the salaried would be financed by the State. The opposition estimated that these propositions were insufficient and deposed a motion of censure. The affair should be evoked at the council of ministers of Wednesday, where the chief of the government will present his project of law on the retreat.`,
  es: `The doorman of the visiting team stopped two penalties and was the figure of the party, played before 20,000 assistants. The technician said that the equipment had known how to suffer and that the public had pushed until the last minute.

In the second time the archer of the locals could not retain the ball and the front player, of 22 years, marked the only goal of the encounter. The referee expelled a defense for double yellow and annulled another goal for an advanced position. “We are content with the result, but there remains a lot of championship,” manifested the captain in the wheel of press.

The team adds now 31 points and is located in the fourth post of the table, while the rivals continue in zone of descent. The directive confirmed that the selection will dispute two friendlies in November. The player, who suffers a lesion in the knee, will be of low for three weeks, informed the club in a communicated. The sweepstake of the next round realizes itself the Friday.`,
  de: `The police has taken fixed three men who shall have broken in in several dwellings. The doers were watched by a neighbor, as they with a ladder to the balcony climbed. The state lawyer determines because of gang theft, shared a speaker on Monday with.

The men became still in the night by a judge before led. They sit since then in investigation custody. In the wagon of the suspects found the officials jewelry and cash in the worth of 40,000 euros. The chief of the service place praised the engagement of his colleagues. “Without the note from the population had we the gang not so fast become,” said he.

Already in the past year was it in the region to similar deeds come. The insurance appreciates the damage on over half a million. The town council wants on its next sitting over a better lighting of the streets advise, the mayor demands more personal for the police.`,
};

describe('the source language of a text without a foreign word', () => {
  for (const [language, text] of Object.entries(TEXTS)) {
    it(`is inferred: ${language}`, () => {
      expect(text.split(/\s+/).length).toBeGreaterThanOrEqual(140);
      expect(lint(text).sourceLanguage?.language).toBe(language);
    });
  }
  it('is shown by places and money of its country, and less by what all the world writes of', () => {
    const chances = (text: string) => languageChances(Document.fromText(text));
    const prior = (language: string) => PRIOR_CHANCES.get(language)!;
    const gdynia = chances('The council of Gdynia will spend 40 million zlotys on a tram to Gdansk and Wejherowo.').get('pl')!;
    expect(gdynia).toBeGreaterThan(0.5);
    expect(chances('The council of Wroclaw met.').get('pl')!).toBeGreaterThan(2 * prior('pl'));
    expect(chances('Ministers from Warsaw met in Brussels.').get('pl')!).toBeLessThan(gdynia / 4);
    // A name needs its capital, money none.
    expect(chances('They ate a bursa.').get('tr')).toBeCloseTo(prior('tr'), 9);
    expect(chances('They paid 20 liras.').get('tr')!).toBeGreaterThan(prior('tr'));
  });
  it('is what the user says', () => {
    expect(lint(TEXTS.fr!, {from: 'nl'}).sourceLanguage).toEqual({language: 'nl', score: 1});
  });
});

describe('senses that follow from what several entries say of one source word', () => {
  const rightOf = (word: string) => new Table('senses').lines(word).map(decodeRecord).flatMap(([lemma, {pos, right}]) => (lemma === word && pos === 'noun' ? right : []));
  it('are known, and weigh as little as those of dictionaries', () => {
    expect(rightOf('bow').find(({word}) => word === 'spectrum')).toMatchObject({from: {es: 'arco'}, dictionary: true});
  });
  it('are left out where sound text speaks against them', () => {
    expect(rightOf('bundle').map(({word}) => word)).not.toContain('squad');
  });
});

describe('weak signs of a wrong sense', () => {
  it('together show a machine-translated text, and one alone does not', () => {
    expect(lint(TEXTS.fr!).machineLikeness).toBeGreaterThan(0.7);
    const sound = 'The mayor opened the new library on Saturday. Hundreds of people came to see the building, which cost 12 million pounds and took three years to build. Children read aloud from their favourite books, and a choir sang in the courtyard. The council said that the old library, which dates from 1931, would become a museum. It will open in spring, if the money can be found. The doorman of the hotel across the street said that he had never seen so many people there.';
    expect(lint(sound).findings).toEqual([]);
  });
});

describe('English that came back through another language', () => {
  const text = 'The prime minister told the lower house that the government would table the invoice before the summer. The second lecture of the invoice is due in parliament on Tuesday, and the opposition will vote against the amendment. Lawmakers of the ruling party defended the legislation in the senate, where the coalition has a majority of four seats.';
  it('is found whatever the language, and says so', () => {
    for (const from of ['de', 'ru', 'ko']) {
      const found = lint(text, {mt: 'yes', from}).findings.filter((f) => f.ruleId === 'wrong-sense');
      expect(found.map((f) => f.actual)).toContain('invoice');
    }
  });
  it('is silent where the word is at home', () => {
    const sound = 'The company sent the customer an invoice in May, and he paid by bank transfer. The firm will send the next invoice with the delivery.';
    expect(lint(sound, {mt: 'yes'}).findings).toEqual([]);
  });
});

describe('a noun of the source language that English has as another kind of word', () => {
  const readings = (text: string, lemma: string) => allSenses(new Document(proseFromText(text))).filter(({wrong}) => wrong.lemma === lemma).flatMap(({candidates}) => candidates.map(({right}) => right.word));
  it('is one where a noun is expected', () => {
    expect(readings('The provincial fiscal, Elena Rojas, asked for two years of prison.', 'fiscal')).toContain('prosecutor');
    expect(readings('The nurses who had the night turn at the clinic went home.', 'turn')).toContain('shift');
  });
  it('is none where English has an adjective or a verb', () => {
    expect(readings('The provincial fiscal policy has changed since May.', 'fiscal')).not.toContain('prosecutor');
    expect(readings('The players turn at the line and run back.', 'turn')).not.toContain('shift');
  });
});

describe('what dictionaries alone say', () => {
  const table = new Map([...new Table('senses').entries()].flatMap(([, lines]) => lines.map((line) => decodeRecord(line))).map(([lemma, record]) => [`${lemma} ${record.pos}`, record]));
  it('is known for what it is, and is not counted among the choices of a word', () => {
    const all = [...table.values()];
    expect(all.flatMap(({right}) => right).filter(({dictionary}) => dictionary).length).toBeGreaterThan(5000);
    for (const {right, choices} of all) expect(choices).toBe(Math.max(1, right.filter(({dictionary}) => !dictionary).length));
  });
  it('is weighed less', () => expect(senseWeights().weights.dictionary).toBeLessThan(0));
});

describe('nearness in WordNet', () => {
  it('knows one meaning, kinds, and kinds of one thing', () => {
    expect(nearness('cosmonaut', 'astronaut', 'noun')).toBe(1);
    expect(nearness('traveller', 'passenger', 'noun')).toBe(1);
    expect(nearness('soften', 'relax', 'verb')).toBe(0.7);
    expect(nearness('avocado', 'lawyer', 'noun')).toBe(0);
    expect(nearness('no such word', 'lawyer', 'noun')).toBe(0);
  });
});

describe('mtlint explain --finding', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mtlint-'));
    writeFileSync(path.join(folder, 'a.txt'), `${TEXTS.fr}\n`);
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  const explain = (...args: string[]) => spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../dist/cli.cjs'), 'explain', ...args], {cwd: folder, encoding: 'utf8', env: {...process.env, NO_COLOR: '', FORCE_COLOR: ''}});
  const at = (word: string) => {
    const before = TEXTS.fr!.slice(0, TEXTS.fr!.indexOf(word)).split('\n');
    return `a.txt:${before.length}:${before.at(-1)!.length + 1}`;
  };

  it('prints confidence, document and the numbers of every candidate', () => {
    const {stdout, status} = explain('--finding', at('avocado'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/wrong-sense {2}Unexpected `avocado`, expected `lawyer`/);
    expect(stdout).toMatch(/confidence by itself {4}0\.\d\d/);
    expect(stdout).toMatch(/lawyer {2}\(.*fr avocat/);
    expect(stdout).toMatch(/ownFrequency: how common the word itself is/);
    expect(stdout).toMatch(/machine-likeness [01]\.\d\d/);
  });
  it('takes what the user says of the text', () => {
    expect(explain('--finding', at('avocado'), '--from', 'fr', '--mt', 'yes').stdout).toContain('source language: French, as you say');
  });
  it('says what to do where nothing is found', () => {
    for (const [place, reason] of [['a.txt:2:1', /There is no finding at a\.txt:2:1\./], ['nowhere.txt:1:1', /nowhere\.txt cannot be read/], ['a.txt', /is no place/]] as const) {
      const {stderr, status} = explain('--finding', place);
      expect(status).toBe(2);
      expect(stderr).toMatch(reason);
    }
    expect(explain().status).toBe(2);
  });
});

describe('a word looked up', () => {
  it('is the plural of a noun only where that noun has this plural', () => {
    const lemmas = (form: string) => new Set(wrongSensesOf(form).map(({lemma}) => lemma));
    expect(lemmas('rats')).toContain('rat');
    expect(lemmas('rates')).not.toContain('rat');
    expect(lemmas('losses')).toContain('loss');
  });
});

describe('the reason given', () => {
  const text = 'The doormen of both clubs kept the match goalless until the striker scored from a penalty.';
  const note = (from: string) => lint(text, {mt: 'yes', from}).findings.find((f) => f.ruleId === 'wrong-sense')?.note;
  it('names the word of the language that the text is from', () => expect(note('es')).toContain('Spanish word `portero`'));
});
