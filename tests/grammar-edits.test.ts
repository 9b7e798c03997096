import {describe, expect, it} from 'vitest';
import {Document} from '../src/document/document.ts';
import {editsFor, explainEdits, likelyEdits} from '../src/evidence/grammar-edits.ts';
import preposition from '../rules/preposition.ts';
import {lint} from '../src/index.ts';
import {parseOptions} from '../src/rule/options.ts';
import {run} from '../src/rule/run.ts';

const RULES = ['article', 'preposition', 'agreement', 'verb-form', 'pronoun', 'missing-word'] as const;

/** The text with the first proposal of each likely edit. */
function edited(text: string): string {
  const document = Document.fromText(text);
  const edits = RULES.flatMap((rule) => [...editsFor(document, rule)].map(({proposals}) => proposals[0]!)).sort((a, b) => b.start - a.start);
  return edits.reduce((out, {start, end, text: put}) => out.slice(0, start) + put + out.slice(end), text);
}

describe('likely edits of grammar', () => {
  it.each([
    ['She told to reporters on Tuesday that the plan had failed.', 'She told reporters on Tuesday that the plan had failed.'],
    ['They will play on Sunday, regardless from the result of the first match.', 'They will play on Sunday, regardless of the result of the first match.'],
    ['The harbour was full with people who waited for the boats.', 'The harbour was full of people who waited for the boats.'],
    ['The minister put end to the dispute before the summer.', 'The minister put an end to the dispute before the summer.'],
    ['A motorcycle had been set in fire by the protesters.', 'A motorcycle had been set on fire by the protesters.'],
    ['The result of the vote will be come out in December.', 'The result of the vote will come out in December.'],
  ])('%s', (wrong, right) => {
    expect(edited(wrong)).toBe(right);
    expect(edited(right)).toBe(right);
  });

  it.each([
    'Lawmakers in the southern state voted late on Tuesday to raise the tax on sugary drinks, a step that doctors have urged for years and that the industry has fought in court. The measure now goes to the governor, who has said she will sign it before the session ends in June.',
    'Shares in the carmaker slid 6 percent in early trading after it cut its outlook for the year, citing weak demand in China and higher costs for parts. Analysts at two banks lowered their targets for the stock. “The worst may not be over,” one of them wrote in a note to clients.',
    'The striker, who joined the club on loan from Benfica in August, turned in a low cross from the left eight minutes into the second half and then hit the post with a header. His coach said afterwards that the team had deserved more than a point, and that he would speak to the referee about the penalty that was not given.',
    'Rescue crews worked through the night to reach a village cut off by landslides, carrying food and water on foot along a road that had been washed away in three places. At least 14 people were killed and dozens more are missing, the regional disaster agency said. Helicopters were grounded because of fog.',
    'A court in the capital sentenced the former mayor to four years in prison for taking bribes from a builder, in a case that has shaken the ruling party ahead of local elections. His lawyer said he would appeal. Prosecutors had asked for seven years and a fine of 200,000 euros.',
    'Scientists who studied ice cores from Greenland found traces of lead that match the rise and fall of Roman mining, according to a paper published on Wednesday. The team melted the cores slowly from one end and measured what came off, which let them date each layer to within a year or two.',
    'The museum will stay closed until the autumn while workers replace the roof, and some of its best-known paintings will travel to Tokyo and Seoul in the meantime. Visitors who have bought tickets can ask for their money back or keep them for next year, the director told reporters outside the main gate.',
    'Negotiators from both sides met for a third day without agreeing on the release of prisoners, though diplomats close to the talks said that progress had been made on aid. The envoy is expected to fly home on Friday to brief the president, who has threatened to walk away from the deal if there is no result by the end of the month.',
  ])('there are none in sound news: %s', (text) => {
    expect(likelyEdits(Document.fromText(text))).toEqual([]);
  });

  it('belong to the rule that people know the problem by, with the reason', () => {
    const document = Document.fromText('She told to reporters on Tuesday that the plan had failed.');
    expect([...editsFor(document, 'article')]).toEqual([]);
    const [edit] = [...editsFor(document, 'preposition')];
    expect(edit).toMatchObject({start: 9, end: 12, proposals: [{start: 9, end: 12, text: ''}], note: 'English has “told reporters” far more often than “told to reporters”.'});
    expect(explainEdits(document, 9, 12)).toMatch(/delete to: an editor changes this place with a chance of 0\.\d\d in a machine-translated text\n +\d\.\d\d {2}gain in likelihood/);
    expect(explainEdits(document, 0, 3)).toBe('');
  });

  it('are shown in machine-translated texts of more than a sentence only', () => {
    const rest = 'The committee met in the morning and heard the members of both parties. Most of them spoke against the bill, and the vote was put off until the end of the month. The chairman said that he would talk to the leaders of the groups again. In the afternoon the members of the council went to the north of the city to see the new school.';
    const wrong = `We looked to the pictures on the wall. ${rest}`;
    const found = (text: string, mt: 'yes' | 'no' | 'auto') => lint(text, {mt}).findings.map((f) => f.actual);
    expect(found(wrong, 'yes')).toEqual(['to']);
    expect(found(rest, 'yes')).toEqual([]);
    expect(found(wrong, 'no')).toEqual([]);
    expect(found(wrong, 'auto')).toEqual([]);
  });

  it('are not looked for where they would not be shown', () => {
    const rest = 'The committee met in the morning and heard the members of both parties. Most of them spoke against the bill, and the vote was put off until the end of the month. The chairman said that he would talk to the leaders of the groups again. In the afternoon the members of the council went to the north of the city to see the new school.';
    const document = Document.fromText(`We looked to the pictures on the wall. ${rest}`);
    let asked = 0;
    const rule = {...preposition.rule, weak: {...preposition.rule.weak!, check: () => void asked++}};
    const options = parseOptions(rule, {});
    run(document, [{rule, options}]);
    expect(asked).toBe(0);
    run(document, [{rule, options}], 0.01);
    expect(asked).toBe(1);
  });

  it('stand at the same words in a later paragraph', () => {
    const text = 'They will play on Sunday, regardless from the result of the first match.';
    const alone = likelyEdits(Document.fromText(text)).map((e) => e.first);
    const behind = Document.fromText(`Nothing to see here, he said.\n\n${text}`);
    expect(likelyEdits(behind).map((e) => behind.tokens[e.first]!.text)).toEqual(['from']);
    expect(alone).toHaveLength(1);
  });
});
