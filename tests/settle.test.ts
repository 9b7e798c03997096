import {describe, expect, it} from 'vitest';
import {Document} from '../src/document/document.ts';
import {fitTogether, settle} from '../src/rule/settle.ts';
import type {Draft, Finding} from '../src/rule/run.ts';
import {lint} from '../src/index.ts';

const text = 'He met a avocado and an actor; the ministry said he is ready.';
const at = (word: string) => ({start: text.indexOf(word), end: text.indexOf(word) + word.length});
const draft = (ruleId: string, word: string, texts: string[], raw: number) => ({ruleId, ...at(word), actual: word, raw, proposals: texts.map((t) => ({...at(word), text: t}))}) as unknown as Draft;
const applied = (finding: Finding, i = 0) => text.slice(0, finding.proposals[i]!.start) + finding.proposals[i]!.text + text.slice(finding.proposals[i]!.end);
const document = Document.fromText(text);

describe('findings of one stretch', () => {
  it('are one, with the proposals of both', () => {
    const settled = settle([draft('wrong-sense', 'actor', ['player'], 0.5), draft('agreement', 'actor', ['actress', 'player'], 0.8)]);
    expect(settled.map((f) => [f.ruleId, f.proposals.map((p) => p.text)])).toEqual([['agreement', ['actress', 'player']]]);
  });
  it('give the word of one the article of the other', () => {
    const settled = settle([draft('article', 'ministry', ['the ministry', 'a ministry'], 0.3), draft('calque', 'ministry', ['office'], 0.8)]);
    expect(settled[0]!.proposals.map((p) => p.text)).toEqual(['the office']);
    expect(settle([draft('article', 'ministry', ['a ministry'], 0.9), draft('calque', 'ministry', ['office'], 0.8)])[0]!.proposals.map((p) => p.text)).toEqual(['a ministry', 'an office']);
  });
});

describe('a mark that is put in', () => {
  it('comes before a stretch that begins there, which still hides what is in it', () => {
    const mark = {...draft('quotes', 'actor', [], 0.6), end: at('actor').start};
    const inside = {...draft('spacing', 'actor', [''], 0.5), start: at('actor').start + 2};
    expect(settle([draft('boilerplate', 'actor', [''], 0.9), mark, inside]).map((f) => f.ruleId)).toEqual(['quotes', 'boilerplate']);
  });
});

describe('a finding that holds for a word', () => {
  const preposition = (raw: number) => ({...draft('preposition', 'and', ['or'], raw), relies: text.indexOf('and') - text.indexOf('avocado')});
  const sense = (raw: number) => ({...draft('wrong-sense', 'avocado', ['lawyer'], raw), category: 'calque'}) as Draft;
  it('rules out that the word is another, or is ruled out: the surer one stays', () => {
    expect(settle([preposition(0.8), sense(0.5)]).map((f) => f.ruleId)).toEqual(['preposition']);
    expect(settle([preposition(0.5), sense(0.8)]).map((f) => f.ruleId)).toEqual(['wrong-sense']);
  });
  it('does not touch other words, nor the spelling of its own', () => {
    expect(settle([preposition(0.8), draft('wrong-sense', 'met', ['saw'], 0.5)])).toHaveLength(2);
    expect(settle([preposition(0.8), {...sense(0.5), category: 'misspelling'}])).toHaveLength(2);
  });
  it('is what its rule says of a verb and its preposition', () => {
    const found = lint('The minister was accused for murder by the court.', {mt: 'yes'}).findings;
    expect(found.map((f) => [f.ruleId, f.actual])).toEqual([['preposition', 'for']]);
  });
});

describe('a word that was torn apart', () => {
  const torn = 'It is a hard -won title of the well -deserved sort.';
  const of = (ruleId: string, actual: string, to: string, raw: number) => {
    const start = torn.indexOf(actual);
    const end = start + actual.length;
    return {ruleId, start, end, actual, raw, proposals: [{start, end, text: to}]} as unknown as Draft;
  };
  it('is none whose halves want an article', () => {
    expect(settle([of('split-words', 'hard -won', 'hard-won', 0.9), of('article', 'title', 'the title', 0.5)]).map((f) => f.ruleId)).toEqual(['split-words']);
    expect(settle([of('article', 'the', '', 0.5), of('split-words', 'well -deserved', 'well-deserved', 0.9)]).map((f) => f.ruleId)).toEqual(['split-words']);
  });
  it('stays where that is surer, and leaves alone what is said of other words, and of what stays two', () => {
    expect(settle([of('split-words', 'hard -won', 'hard-won', 0.4), of('article', 'title', 'the title', 0.5)])).toHaveLength(2);
    expect(settle([of('split-words', 'hard -won', 'hard-won', 0.9), of('wrong-sense', 'title', 'heading', 0.5)])).toHaveLength(2);
    expect(settle([of('split-words', 'hard -won', 'hard won', 0.9), of('article', 'title', 'the title', 0.5)])).toHaveLength(2);
    expect(settle([of('split-words', 'hard -won', 'hard-won', 0.9), of('preposition', 'of', 'in', 0.5), of('article', 'sort', 'the sort', 0.5)])).toHaveLength(3);
  });
  it('is one finding', () => {
    const found = lint('A hard -won title.\n\nA hard -won title came at last.\n\nShe won a hard -won title in the capital.', {mt: 'yes'}).findings;
    expect(found.map((f) => [f.ruleId, f.actual])).toEqual(Array(3).fill(['split-words', 'hard -won']));
  });
});

it('a possessive without its apostrophe is no plural', () => {
  expect(lint('The childrens hospital was hit.').findings.map((f) => [f.ruleId, f.proposals[0]!.text])).toEqual([['lost-apostrophe', 'children’s']]);
  expect(lint('The childrens were tired.').findings.map((f) => [f.ruleId, f.proposals[0]!.text])).toEqual([['agreement', 'children']]);
});

describe('proposals leave a correct sentence', () => {
  it('with the article that the new word wants', () => {
    const [one] = fitTogether(document, [draft('wrong-sense', 'actor', ['performer', 'artist'], 0.8) as unknown as Finding]);
    expect(applied(one!)).toContain('and a performer;');
    expect(applied(one!, 1)).toContain('and an artist;');
  });
  it('and the article is no finding of its own', () => {
    const article = {...draft('article', 'a', ['an'], 0.9), start: 7, end: 8, proposals: [{start: 7, end: 8, text: 'an'}]} as unknown as Finding;
    expect(fitTogether(document, [article, draft('wrong-sense', 'avocado', ['lawyer'], 0.8) as unknown as Finding]).map((f) => f.ruleId)).toEqual(['wrong-sense']);
    expect(fitTogether(document, [article]).map((f) => f.ruleId)).toEqual(['article']);
  });
  it('with the verb that the new pronoun wants', () => {
    const start = text.indexOf('he is');
    const pronoun = {...draft('pronoun', 'He', ['they'], 0.8), start, end: start + 2, actual: 'he', proposals: [{start, end: start + 2, text: 'they'}]} as unknown as Finding;
    expect(applied(fitTogether(document, [pronoun])[0]!)).toContain('said they are ready');
  });
  it('in whole texts', () => {
    const {findings} = lint('He was defended by a avocado of the Paris bar in court, the judge said.', {from: 'fr', mt: 'yes'});
    expect(findings.map((f) => [f.actual, f.proposals[0]!.text])).toContainEqual(['avocado', 'lawyer']);
    expect(findings.some((f) => f.actual === 'a')).toBe(false);
  });
});
