import {existsSync} from 'node:fs';
import path from 'node:path';
import {Argument, Command, CommanderError, InvalidArgumentError, Option} from 'commander';
import {languageCode} from '../engine/languages.ts';
import {type Level, ruleIds} from '../engine/lint.ts';
import {didYouMean, nearest} from '../rule/nearest.ts';
import {FORMATS} from '../format/registry.ts';
import {ahead} from '../lexicon/ahead.ts';
import {REPORTERS} from '../report/reporter.ts';
import type {Finding} from '../rule/run.ts';
import {unknownLanguage} from '../settings/check.ts';
import {ProjectSettings} from '../settings/find.ts';
import type {Acceptable} from './accept.ts';
import {BASELINE} from './baseline-file.ts';
import {cacheFile} from './cache.ts';
import {lintFiles} from './lint-files.ts';
import {openOutputs} from './outputs.ts';
import {print, printError} from './print.ts';
import {version} from './version.ts';

/** Exit status: findings at error level or too many warnings. */
const FOUND = 1;
/** Exit status: wrong usage, or a file that could not be linted. */
const FAILED = 2;

function parseRule(given: string, all: Record<string, Level> = {}): Record<string, Level> {
  const [, id = '', level = ''] = /^([^=]*)=(.*)$/.exec(given) ?? [];
  if (!id) throw new InvalidArgumentError('Write it as id=off, id=warn or id=error.');
  if (!ruleIds.includes(id)) throw new InvalidArgumentError(`There is no rule \`${id}\`.${didYouMean(id, ruleIds)} \`mtlint rules\` lists them.`);
  if (level !== 'off' && level !== 'warn' && level !== 'error') throw new InvalidArgumentError(`\`${level}\` is no level: use off, warn or error.`);
  return {...all, [id]: level};
}

function parseLanguage(given: string): string {
  const code = languageCode(given);
  if (code) return code;
  throw new InvalidArgumentError(unknownLanguage(given));
}

function parseShare(given: string): number {
  if (!/^(?:0(?:\.\d{1,6})?|\.\d{1,6}|1(?:\.0{1,6})?)$/.test(given)) throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.8.');
  return Number(given);
}

const parseFields = (given: string, all: readonly string[] = []): readonly string[] => [...all, ...given.split(',').map((name) => name.trim()).filter(Boolean)];

function parseCount(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return Number(given);
}

interface Options {
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly format?: readonly string[];
  readonly outputFile?: string;
  readonly rule?: Record<string, Level>;
  readonly from?: string;
  readonly mt?: 'auto' | 'yes' | 'no';
  readonly interactive?: boolean;
  readonly config: boolean;
  readonly changed?: string;
  readonly minConfidence?: number;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly as?: string;
  readonly fields?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

const program = new Command('mtlint')
  .description('Finds what machine translation leaves behind in English text, says why, and proposes the repair.')
  .argument('[paths...]', 'files, folders and globs; - reads standard input')
  .option('--fix', 'repair in place what is safe to repair unseen')
  .option('--diff', 'print what --fix would change, and change nothing')
  .option('--interactive', 'walk through the findings of one file and choose repairs')
  .option('--format <name[=file]>', `how to report: ${Object.keys(REPORTERS).join(', ')}, or a formatter of ESLint; with =file into a file (repeatable; default: pretty)`, (given: string, all: readonly string[] = []) => [...all, given])
  .option('--output-file <file>', 'write the report into this file')
  .addOption(new Option('--as <format>', 'format of the files (default: by their names)').choices([...FORMATS]))
  .option('--fields <names>', 'JSON: the fields that hold prose or HTML, such as body,title or post.body', parseFields)
  .option('--rule <id=level>', 'set a rule to off, warn or error (repeatable)', parseRule)
  .option('--from <language>', 'language of the original, such as fr or French (default: inferred)', parseLanguage)
  .addOption(new Option('--mt <answer>', 'is the text machine-translated? yes shows weak signs too, no only sure ones; auto judges by what it finds').choices(['auto', 'yes', 'no']))
  .option('--changed [=base]', 'only what differs in git from the last commit, or from where the branch left BASE', (given: string) => given, undefined)
  .option('--min-confidence <p>', 'leave out what is less likely to be wrong than this, 0 to 1 (default: 0.5, with --mt yes 0.35)', parseShare)
  .option('--max-warnings <n>', 'fail when there are more warnings than this', parseCount)
  .option('--quiet', 'print errors only')
  .option('--baseline <file>', `do not show the findings that this file knows (default: ${BASELINE}, if it is there)`)
  .option('--update-baseline', 'write the findings of now into the baseline')
  .option('--cache', 'lint only what changed since the last run')
  .option('--cache-location <file>', 'where to keep what --cache remembers')
  .option('--no-config', 'read no settings files, ignore files or baseline')
  .version(version, '--version', 'print the version')
  .helpOption('--help', 'print this help')
  .helpCommand(false)
  .showSuggestionAfterError()
  .addHelpText('after', '\nExit status: 0 nothing at error level, 1 findings, 2 wrong usage or a file that cannot be linted.\n\nExamples:\n  mtlint article.txt           report what is wrong and what to put there\n  mtlint --diff article.txt    show the safe repairs\n  mtlint --fix drafts/         repair a folder of articles\n  mtlint explain fused-words   what a rule finds, and why')
  .configureOutput({writeOut: print, writeErr: printError})
  .exitOverride()
  .action(async (paths: string[], options: Options) => {
    if (!paths.length && options.changed !== undefined) paths = ['.'];
    if (!paths.length) {
      program.outputHelp({error: true});
      process.exitCode = FAILED;
      return;
    }
    const mistyped = /^[a-z]{3,9}$/.test(paths[0]!) && !existsSync(paths[0]!) ? nearest(paths[0]!, program.commands.map((command) => command.name())) : undefined;
    if (mistyped) throw new CommanderError(FAILED, 'mtlint.command', `error: There is no command and no file \`${paths[0]}\`. Did you mean \`mtlint ${mistyped}\`?`);
    if (options.fix && options.diff) throw new CommanderError(FAILED, 'mtlint.conflict', 'error: --fix changes files and --diff does not: use one of them.');
    if (options.changed !== undefined && (options.fix || options.diff)) throw new CommanderError(FAILED, 'mtlint.conflict', 'error: --changed reports lines and --fix repairs whole files: name the files to repair instead.');
    const cwd = process.cwd();
    const settings = new ProjectSettings({given: {rules: options.rule, from: options.from, mt: options.mt, as: options.as, fields: options.fields, minConfidence: options.minConfidence}, off: !options.config});
    if (options.interactive) {
      const other = (['fix', 'diff', 'format', 'outputFile', 'changed', 'maxWarnings', 'baseline', 'updateBaseline', 'cache'] as const).find((key) => options[key] !== undefined);
      if (other) throw new CommanderError(FAILED, 'mtlint.conflict', `error: --interactive and --${other.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} do not go together: use one of them.`);
      if (paths.length !== 1 || paths[0] === '-') throw new CommanderError(FAILED, 'mtlint.conflict', 'error: --interactive walks through one file: name it.');
      const file = path.resolve(paths[0]!);
      const {resolved, config} = await settings.for(file);
      const folder = config ? path.dirname(config) : cwd;
      const {repairInTerminal} = await import('./interactive.ts');
      const {accept} = await import('./accept.ts');
      const {loadPlugins} = await import('../settings/load.ts');
      const extraRules = await loadPlugins(resolved.plugins);
      const project = {
        acceptWord: async (word: string) => void (await accept('word', [word], undefined, settings, folder)),
        acceptFinding: async ({fingerprint, ruleId, actual}: Finding) => void (await accept('finding', [fingerprint], `${ruleId} ${actual.slice(0, 60)}`, settings, folder)),
      };
      await repairInTerminal(file, {...resolved.options, ...(extraRules.length ? {extraRules} : {}), ...(resolved.as ? {as: resolved.as} : {})}, options.config ? project : undefined);
      return;
    }
    const baseline = options.baseline ? path.resolve(options.baseline) : options.updateBaseline || (options.config && existsSync(BASELINE)) ? path.resolve(BASELINE) : undefined;
    const cache = options.cache || options.cacheLocation ? path.resolve(options.cacheLocation ?? cacheFile(cwd)) : undefined;
    const outputs = await openOutputs(options.format ?? [], options.outputFile, cwd, [...paths.map((given) => path.resolve(given)), ...(baseline ? [baseline] : []), ...(cache ? [cache] : [])]);
    await ahead.ready;
    const outcome = await lintFiles(paths, settings, {fix: options.fix === true, diff: options.diff === true, outputs, quiet: options.quiet === true, changed: options.changed,
      updateBaseline: options.updateBaseline === true, ...(baseline ? {baseline} : {}), ...(cache ? {cache} : {}),
    });
    const tooMany = options.maxWarnings !== undefined && outcome.warnings > options.maxWarnings;
    if (tooMany) printError(`${outcome.warnings === 1 ? 'There is 1 warning' : `There are ${outcome.warnings} warnings`}; --max-warnings allows ${options.maxWarnings}.\n`);
    process.exitCode = outcome.failed ? FAILED : outcome.errors > 0 || tooMany ? FOUND : 0;
  });

/** Lets a command that looks at one finding read its file as the run that reported it did. */
const reading = (command: Command): Command => command
  .addOption(new Option('--as <format>', 'format of the file (default: by its name)').choices([...FORMATS]))
  .option('--fields <names>', 'JSON: the fields that hold prose or HTML', parseFields)
  .option('--from <language>', 'language of the original (default: inferred)', parseLanguage)
  .addOption(new Option('--mt <answer>', 'is the text machine-translated?').choices(['auto', 'yes', 'no']));

/** The settings of a command that {@link reading} has been asked for. */
function readingSettings(command: Command, off = false): ProjectSettings {
  const {as, fields, from, mt} = command.optsWithGlobals<Options>();
  return new ProjectSettings({given: {from, mt, as, fields}, off});
}

program.command('rules').description('list the rules').action(async () => {
  const {listRules} = await import('./explain.ts');
  print(listRules());
});
reading(program.command('explain').description('what a rule finds, why, and examples; or what is behind one finding').argument('[rule]', 'a rule’s id')
  .option('--finding <file:line:column>', 'a place as the report prints it: the numbers behind what is found there'))
  .action(async (id: string | undefined, {finding}: {finding?: string}, command: Command) => {
    if (finding) {
      const {explainFinding} = await import('./explain-finding.ts');
      print(await explainFinding(finding, readingSettings(command, !command.optsWithGlobals<Options>().config)));
      return;
    }
    const {explain} = await import('./explain.ts');
    const text = id ? explain(id) : undefined;
    if (text) print(text);
    else if (id) throw new CommanderError(FAILED, 'mtlint.rule', `error: There is no rule \`${id}\`.${didYouMean(id, ruleIds)}`);
    else throw new CommanderError(FAILED, 'mtlint.rule', 'error: Name a rule, or a place: mtlint explain --finding article.txt:5:808');
  });

program.command('init').description('make a settings file').option('--yes', 'ask nothing').action(async ({yes}: {yes?: boolean}) => {
  const {init} = await import('./init.ts');
  print(await init(yes === true));
});
program.command('config').description('what applies to a file, and where each value comes from').argument('<file>', 'a file, which need not exist').action(async (file: string) => {
  const {describeSettings} = await import('./config.ts');
  print(await describeSettings(file, new ProjectSettings()));
});
reading(program.command('accept').description('put a word, a name, a term or a finding into the project’s settings').addArgument(new Argument('<kind>').choices(['word', 'name', 'term', 'finding']))
  .argument('<values...>', 'words, names, terms ("Kyiv: Kiev, Kiew"), or findings: their places in the report (article.txt:5:808) or fingerprints').option('--reason <text>', 'why a finding stays as it is'))
  .action(async (kind: Acceptable, values: string[], {reason}: {reason?: string}, command: Command) => {
    const {accept} = await import('./accept.ts');
    print(await accept(kind, values, reason, readingSettings(command)));
  });

program.command('lsp').description('language server for editors, over standard input and output').option('--stdio', 'accepted because editors pass it; it is the only way').allowUnknownOption().allowExcessArguments()
  .action(async () => {
    const {serve} = await import('../lsp/stdio.ts');
    serve();
  });

program.command('pack').description('put the files that mtlint reads into one, for pages that run it (mtlint/browser)').argument('<file>', 'where to write it').action(async (file: string) => {
  const {packed} = await import('./pack.ts');
  const {default: writeFileAtomic} = await import('write-file-atomic');
  await writeFileAtomic(file, Buffer.from(packed()));
});

/** Runs the command with the arguments of this process; tells how it went by the process’s exit status. */
async function main(): Promise<void> {
  try {
    // The base of --changed follows behind "=" only: a word behind a space is a path.
    const end = process.argv.indexOf('--');
    await program.parseAsync(process.argv.map((given, i) => (given === '--changed' && (end < 0 || i < end) ? '--changed=' : given)));
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code.startsWith('mtlint.')) printError(`${error.message}\n`);
      process.exitCode = error.exitCode === 0 ? 0 : FAILED;
    } else {
      const {message, excerpt} = error as Error & {readonly excerpt?: string};
      printError(`error: ${message}\n${excerpt ? `${excerpt}\n` : ''}`);
      process.exitCode = FAILED;
    }
  }
}

void main();
