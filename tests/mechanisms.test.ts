import {describe, expect, it} from 'vitest';
import {rules} from '../rules/index.ts';
import {Document} from '../src/document/document.ts';
import {parseOptions} from '../src/rule/options.ts';
import {run} from '../src/rule/run.ts';

/** By rule: sentences with the mark and its first repair in brackets, `[marked|repair]`, and sound English that comes near. */
const SENTENCES: Readonly<Record<string, {readonly wrong: string; readonly right: string}>> = {
  article: {
    wrong: `
The factory lies near [the |]Gdansk.
They went to [the |]Chengdu by train.
The match was delayed by [a |]bad weather.
She gave him [a |]good advice on the matter.
They met on [first|the first] day of the talks.
The news was announced by [the |]President Macron.
"We called," said [the |]Inspector Galina Petrova.
"It is sad," said [a |]Professor Lin Yaqing, who led the study.
She has never seen [such|such a] big crowd.
[Previous the|The previous] government had left debts.
He voted for [other|another] party in May.
[Lawyer|The lawyer] said that his client was innocent.
[Energy|The energy] ministry confirmed that the line had been cut.
[Head|The head] of the agency warned of floods.
`,
    right: `
The Lisbon office closed, and the Warsaw of old is gone.
They took the Berlin train to the Porto derby.
At first sight it was a good news story with such good news.
On the first days of school, such people and other people came in other words.
A President Macron without a majority is weak, he said.
Head and shoulders above the rest, she won.
`,
  },
  agreement: {
    wrong: `
The plant, which [produce|produces] pipes, was fined.
The government, that [do|does] not have a majority, fell.
The city, which [lie|lies] on the coast, was flooded.
`,
    right: `
The plants, which produce pipes, were fined.
They asked that the court, which may rule in May, hear him.
`,
  },
  conjunction: {
    wrong: `
It did not specify[,|] when they would be reconnected.
He could not explain[,|] how the money disappeared.
The ministry refused to say[,|] whether the bridge was safe.
Work will not begin earlier[,|] than in March.
The new road is longer[,|] than the old one.
`,
    right: `
She did not know, when asked, what to say.
He did not say, who knows why, that he was ill.
They came later, then left, rather tired, than stay.
`,
  },
  comparison: {
    wrong: `
The children are [happy|happier] than before.
The house is [big|bigger] than the old one.
Trucks now drive 14 kilometres further [as|than] before.
Children sleep too [less|little].
`,
    right: `
It is happier than before, and no less happy.
The more, the merrier; not too, less so now.
`,
  },
  tense: {
    wrong: `
She [is|has] never been in doubt about the choice.
The road [is|has] already been closed twice.
`,
    right: `
What a joy it is, been there or not.
She has never been in doubt.
`,
  },
  'word-order': {
    wrong: `
The city has [on Wednesday decided|decided on Wednesday] to close two bridges.
The firm will [on Monday publish|publish on Monday] its results.
Nobody has [us told|told us] what happened.
She refused to say when [would the new director|the new director would] be chosen.
He declined to comment on whether [would the plant|the plant would] reopen.
`,
    right: `
The city has on Wednesday a market. They will have him arrested.
She asked when the new director would be chosen.
When would the plant reopen?
`,
  },
  'relative-clause': {
    wrong: `
The contract, [which its|whose] value is $9 million, was signed.
The man [who his|whose] brother was killed wept.
`,
    right: `
He told me who his brother was.
The house in which its owner lived was sold.
`,
  },
};

const mark = (text: string, found: {start: number; end: number; actual: string; proposals: readonly {text: string}[]} | undefined) => found && `${text.slice(0, found.start)}[${found.actual}|${found.proposals[0]?.text}]${text.slice(found.end)}`;

for (const [id, {wrong, right}] of Object.entries(SENTENCES)) {
  const {rule} = rules.find((r) => r.rule.id === id)!;
  const lint = (text: string) => run(Document.fromText(text, {mt: 'yes'}), [{rule, options: parseOptions(rule, undefined)}]).findings;
  describe(id, () => {
    it.each(wrong.trim().split('\n'))('finds: %s', (line) => {
      const text = line.replace(/\[([^|]*)\|[^\]]*\]/, '$1');
      expect(mark(text, lint(text)[0])).toBe(line);
    });
    it.each(right.trim().split('\n'))('is silent on: %s', (text) => {
      expect(lint(text)).toEqual([]);
    });
  });
}
