import * as v from 'valibot';
import {termsIn} from '../src/evidence/terms.ts';
import {defineRule} from '../src/rule/rule.ts';

export default defineRule({
  id: 'inconsistent-term',
  summary: 'A term, office or holiday in two renderings in one text',
  why: `Engines take each sentence by itself, so one term comes back in two renderings: \`Victory Day\` and \`the day of victory\`, \`secretary-general\` and \`general secretary\`, one abbreviation explained in two ways. A reader takes them for two things.

Silent on what people who write vary (\`the Ministry of Defence\`, \`the Defence Ministry\`), on abbreviations of two bodies, and on a longer name that holds the shorter one. \`rules/terms.txt\` lists renderings of offices and holidays; the setting \`terms\` and the option \`prefer\` name your own terms. Names in several spellings are the work of \`name-variant\`.`,
  category: 'inconsistent-term',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  options: v.object({prefer: v.optional(v.pipe(v.record(v.string(), v.array(v.string())), v.description('Terms to write, each with the phrases that it replaces; beside the setting `terms`.')), {})}),
  examples: {
    bad: [
      {text: 'A truce for Victory Day was offered. Many doubt that it will last beyond the day of victory.', flagged: ['the day of victory'], fixed: 'A truce for Victory Day was offered. Many doubt that it will last beyond Victory Day.'},
      {text: 'Shops close on Unity Day. Last year the crowds of the Day of Unity were smaller.', flagged: ['the Day of Unity'], fixed: 'Shops close on Unity Day. Last year the crowds of Unity Day were smaller.', mt: 'yes'},
      {text: 'The Civil Aviation Authority (CAA) was told. Later the Civil Aeronautics Authority (CAA) denied it.', flagged: ['Civil Aeronautics Authority'], fixed: 'The Civil Aviation Authority (CAA) was told. Later the Civil Aviation Authority (CAA) denied it.', mt: 'yes'},
      {text: 'The free zone was extended by a year.', flagged: ['free zone'], fixed: 'The special economic zone was extended by a year.', options: {prefer: {'special economic zone': ['free zone']}}},
      {text: 'The secretary-general arrived at noon. The secretary-general was late. An hour later the general secretary spoke.', flagged: ['general secretary'], fixed: 'The secretary-general arrived at noon. The secretary-general was late. An hour later the secretary-general spoke.', mt: 'yes'},
    ],
    good: [
      {text: 'The Ministry of Defence said no; the Defence Ministry had said yes. The Health Ministry spoke; the ministry of health in Berlin did not.', mt: 'yes'},
      {text: 'The European Central Bank (ECB) met the England and Wales Cricket Board (ECB).', mt: 'yes'},
      {text: 'The National Health Service (NHS) is large, and the English National Health Service (NHS) is the largest.', mt: 'yes'},
      {text: 'The secretary-general of the UN met the prime minister; the premier smiled at the attorney general.', mt: 'yes'},
      'On Victory Day he spoke of the day of reckoning.',
    ],
  },
  check(document, report, {prefer}) {
    for (const {start, end, to, confidence, note} of termsIn(document, {...document.context.terms, ...prefer})) report({start, end, proposals: [to], confidence, note});
  },
});
