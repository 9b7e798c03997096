import {existsSync, readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline/promises';
import {languageCode, languageName} from '../engine/languages.ts';
import {HOME} from '../rule/rule-url.ts';
import {unknownLanguage} from '../settings/check.ts';
import {SETTINGS_FILES, SettingsError} from '../settings/load.ts';
import {reason} from './reason.ts';

const FILE = 'mtlint.config.yaml';
const LISTS = {words: ['mtlint-words.txt', '# Words that are right, one a line, in any case. `mtlint accept word WORD` adds to them.\n'], names: ['mtlint-names.txt', '# Names as they are written, one a line. `mtlint accept name NAME` adds to them.\n']} as const;

interface Answers {
  /** ISO 639-1; absent where it varies. */
  readonly from?: string;
  readonly mt: 'auto' | 'yes' | 'no';
  readonly lists: boolean;
}

/**
 * Makes a settings file in the current folder, of the answers to three questions or, with `yes`, of the usual ones. Returns
 * what to say. Throws a {@link SettingsError} where there is one already.
 */
export async function init(yes: boolean): Promise<string> {
  const there = SETTINGS_FILES.find((name) => existsSync(name)) ?? packageSettings();
  if (there) throw new SettingsError(`There are settings already: ${there}. Change them there; ${HOME}/blob/main/docs/settings.md says what there is.`);
  const answers: Answers = yes ? {mt: 'auto', lists: true} : await ask();
  const {default: writeFileAtomic} = await import('write-file-atomic');
  const made: string[] = [];
  const write = async (name: string, content: string) => {
    if (existsSync(name)) return;
    try {
      await writeFileAtomic(path.resolve(name), content);
    } catch (error) {
      throw new SettingsError(`${name} could not be written. ${reason(error as NodeJS.ErrnoException, true)}`);
    }
    made.push(name);
  };
  if (answers.lists) for (const [name, content] of Object.values(LISTS)) await write(name, content);
  await write(FILE, settingsText(answers));
  return `Made ${made.join(', ')}. \`mtlint ${readdirSync('.').some((name) => name === 'content') ? 'content' : '.'}\` lints the texts of this folder; \`mtlint config FILE\` says what applies to a file.\n`;
}

/** The settings in package.json, which would win over a file beside it. */
function packageSettings(): string | undefined {
  try {
    return (JSON.parse(readFileSync('package.json', 'utf8')) as {mtlint?: unknown}).mtlint === undefined ? undefined : '`mtlint` in package.json';
  } catch {
    return undefined;
  }
}

function settingsText({from, mt, lists}: Answers): string {
  return [
    `# Settings of mtlint. What there is: ${HOME}/blob/main/docs/settings.md`,
    ...(existsSync('node_modules/mtlint/schema/settings.json') ? ['# yaml-language-server: $schema=./node_modules/mtlint/schema/settings.json'] : []),
    '',
    '# Language of the originals; inferred for each text if it is not given.',
    from ? `from: ${from}` : '# from: fr',
    '# Are the texts machine-translated? yes shows weak signs too, no only sure ones, auto judges each text.',
    `mt: ${mt}`,
    ...(lists ? [`words: ${LISTS.words[0]}`, `names: ${LISTS.names[0]}`] : []),
    '',
    '# rules:',
    '#   fused-words: error',
    '#   quotes: off',
    '',
  ].join('\n');
}

async function ask(): Promise<Answers> {
  const {stdin: input, stderr: output} = process;
  const lines = createInterface({input, output, terminal: input.isTTY === true && output.isTTY === true});
  const waiting = lines[Symbol.asyncIterator]();
  const answer = async (question: string): Promise<string> => {
    output.write(question);
    const {value, done} = await waiting.next() as {value: string; done?: boolean};
    if (done) throw new SettingsError('There was no answer: nothing was made. `mtlint init --yes` takes the usual answers.');
    return value.trim();
  };
  try {
    let from: string | undefined;
    for (;;) {
      const given = await answer('From which language are the texts translated? (such as fr or French; nothing if it varies) ');
      from = given ? languageCode(given) : undefined;
      if (!given || from) break;
      output.write(`${unknownLanguage(given)}\n`);
    }
    let mt = await answer(`Are they machine-translated? (yes, no, or auto to judge each text${from ? ` from ${languageName(from)}` : ''}; auto) `);
    while (mt && !['yes', 'no', 'auto'].includes(mt)) mt = await answer('Answer yes, no or auto: ');
    const lists = await answer('Make files for words and names of your own? (yes, no; yes) ');
    return {...(from ? {from} : {}), mt: (mt || 'auto') as Answers['mt'], lists: !/^n/i.test(lists)};
  } finally {
    lines.close();
  }
}
