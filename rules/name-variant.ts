import * as v from 'valibot';
import {variantsIn} from '../src/evidence/explain/variant.ts';
import {defineRule} from '../src/rule/rule.ts';

export default defineRule({
  id: 'name-variant',
  summary: 'One name in several spellings in one text',
  why: `Engines take each sentence by itself, so one name comes back in several spellings: \`Kyiv\` and \`Kiev\`, \`Munich\` and \`München\`, \`Zelensky\` and \`Zelenskiy\`, \`Ñáñez\` and \`Nanez\`, \`Zhao Minghui\` and \`Minghui Zhao\`. The spelling that the text has more often is proposed for the rest, or the one that the option \`prefer\` names.

Spellings count as one name when they differ only by transliteration, accents or doubled letters, when a form that nobody has sounds like a known name of the text (\`Habek\` and \`Habeck\`), or when \`rules/name-variants.txt\` lists them. Silent where the text explains the two (\`Kyiv, formerly Kiev\`), inside longer names (\`Dynamo Kiev\`, \`chicken Kiev\`), for people with different first names, and for names that stand in one sentence.`,
  category: 'inconsistent-term',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  options: v.object({prefer: v.optional(v.pipe(v.record(v.string(), v.array(v.string())), v.description('Spellings to write, each with what it replaces; beside the setting `terms`.')), {})}),
  examples: {
    bad: [
      {text: 'The mayor of Lviv left on Monday. A day later he was back from Warsaw. Talks in Lvov went on.', flagged: ['Lvov'], fixed: 'The mayor of Lviv left on Monday. A day later he was back from Warsaw. Talks in Lviv went on.'},
      {text: 'The train leaves Munich at noon and is back in Munich by six. Those who miss it stay in München.', flagged: ['München'], fixed: 'The train leaves Munich at noon and is back in Munich by six. Those who miss it stay in Munich.'},
      {text: 'On Monday Rodrigo Ñáñez scored twice. It was a good evening for Ñáñez. Then Nanez’s knee gave way.', flagged: ['Nanez'], fixed: 'On Monday Rodrigo Ñáñez scored twice. It was a good evening for Ñáñez. Then Ñáñez’s knee gave way.'},
      {text: 'The minister, Oleh Nehrebetskyi, spoke first. Nobody believed Nehrebetsky, and the vote failed. All of this, said Nehrebetskyi, was a pity.', flagged: ['Nehrebetsky'], fixed: 'The minister, Oleh Nehrebetskyi, spoke first. Nobody believed Nehrebetskyi, and the vote failed. All of this, said Nehrebetskyi, was a pity.'},
      {text: 'The founder, Qiu Wenbo, smiled. Investors trust Qiu Wenbo. In June Wenbo Qiu sold his shares.', flagged: ['Wenbo Qiu'], fixed: 'The founder, Qiu Wenbo, smiled. Investors trust Qiu Wenbo. In June Qiu Wenbo sold his shares.'},
      {text: 'The visit of president Jinping Xi to Paris was short.', flagged: ['Jinping Xi'], fixed: 'The visit of president Xi Jinping to Paris was short.'},
      {text: 'Robert Habeck spoke first. Habek praised the vote. Nobody believed Habeck.', flagged: ['Habek'], fixed: 'Robert Habeck spoke first. Habeck praised the vote. Nobody believed Habeck.'},
      {text: 'Olaf Scholz met Kerstin Müller. Then Sholz left, and Mueller stayed. A day later Scholz was back, without Müller.', flagged: ['Sholz', 'Mueller'], fixed: 'Olaf Scholz met Kerstin Müller. Then Scholz left, and Müller stayed. A day later Scholz was back, without Müller.'},
      {text: 'Recep Tayyip Erdogan called. Erdogán wants a summit. Later Erdogan flew home.', flagged: ['Erdogán'], fixed: 'Recep Tayyip Erdogan called. Erdogan wants a summit. Later Erdogan flew home.'},
      {text: 'The talks in Kiev went on.', flagged: ['Kiev'], fixed: 'The talks in Kyiv went on.', options: {prefer: {Kyiv: ['Kiev']}}},
      {text: 'The game was held in Quito, where Atlético Pelileo won. In the second half Athletic Pelileo tired.', flagged: ['Athletic'], fixed: 'The game was held in Quito, where Atlético Pelileo won. In the second half Atlético Pelileo tired.'},
    ],
    good: [
      'The Health Ministry spoke; the ministry of health in Berlin did not.',
      'The talks in Kyiv, formerly spelled Kiev, went on; Kyiv was calm.',
      'In Kyiv the fans of Dynamo Kiev ate chicken Kiev.',
      'Slavia Praha play in Prague. Torino won in Turin. Beijing loves Peking duck, and Peking University is the pride of Beijing.',
      'Nils Johansson passed to Johannsson. Johansson scored.',
      'Robert Habeck spoke. Anna Habek, a baker, did not listen. Habeck went on.',
      'Dmitry Sokolov met Dmytro. Hansen beat Jansen, and Martin lost to Martins. Hansen won.',
      'Henrik Jensen met Lars Jansen. Jensen smiled; Jansen did not.',
      'Viktor Ivanov married Olga Ivanova. Then Ivanov left, and Ivanova stayed in Ivanovo.',
      'The singer Maria Kim met Mario Kin in Seoul.',
      'A film by Andrei Zvyagin opened; the actor Pavel Zviagin was there.',
      'Munich (München in German) lies on the Isar, and Munich is rich.',
    ],
  },
  check(document, report, {prefer}) {
    for (const {to, places, confidence, note} of variantsIn(document, document.context.terms ? {...document.context.terms, ...prefer} : prefer)) {
      for (const {start, end} of places) report({start, end, proposals: [to], confidence, note});
    }
  },
});
