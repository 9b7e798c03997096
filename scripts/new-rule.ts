/** `npm run new-rule ID` makes a coded rule of a template; `npm run new-rule LANG/THEME` a phrase pack. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';

const [id = ''] = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '..');
const rule = `import {defineRule} from '../src/rule/rule.ts';

export default defineRule({
  id: '${id}',
  summary: 'What it finds, in one line',
  why: \`Why it is a problem, and how engines produce it.

When it is silent.\`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.5,
  examples: {
    bad: [{text: 'They met on on Monday.', flagged: ['on on'], fixed: 'They met on Monday.'}],
    good: ['A sentence much like it that is right.'],
  },
  check(document, report) {
    for (const token of document.tokens) {
      const next = document.after(token);
      if (token.text === 'on' && next?.text === 'on') report({start: token.start, end: next.end, proposals: ['on'], confidence: 0.9});
    }
  },
});
`;
const [language = '', theme = ''] = id.split('/');
const pack = `# yaml-language-server: $schema=../../../schema/phrases.json
summary: What it finds, in one line
why: Why it is wrong, in one plain sentence; shown with every report.
${language === 'any' ? '' : `from: [${language}]\n`}phrases:
  - {match: "the words as engines print them", use: ["what English says"], certain: 0.9, example: "They wrote the words as engines print them."}
examples:
  good: [A sentence much like it that is right.]
`;

function stop(text: string): never {
  console.error(text);
  process.exit(2);
}
if (!/^(?:[a-z]+(?:-[a-z]+)*|(?:any|[a-z]{2})\/[a-z]+(?:-[a-z]+)*)$/.test(id)) stop('Usage: npm run new-rule ID (a coded rule, in kebab case) or LANG/THEME (a phrase pack: fr/offices)');
const file = path.join(root, 'rules', theme ? `phrases/${id}.yml` : `${id}.ts`);
if (existsSync(file)) stop(`${path.relative(root, file)} is there already`);
mkdirSync(path.dirname(file), {recursive: true});
writeFileSync(file, theme ? pack : rule);
console.log(`Made ${path.relative(root, file)}. Now \`npm run build -- --no-types\`, then \`npx vitest run\`.`);
