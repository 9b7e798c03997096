import {appendFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {ruleById} from '../engine/lint.ts';
import {didYouMean} from '../rule/nearest.ts';
import {type EslintResult, toEslint} from '../report/json.ts';
import {REPORTERS, type Report, type ReportContext, type Reporter} from '../report/reporter.ts';
import {type FileResult, type GoneFinding, withFindings} from '../report/result.ts';
import {ruleUrl} from '../rule/rule-url.ts';
import {importModule} from '../settings/import-module.ts';
import {noFile} from '../settings/no-file.ts';
import {wantsColor} from './color.ts';
import {reason} from './reason.ts';
import {version} from './version.ts';
import {inPieces, placeOf, writePieces} from './write-pieces.ts';

/** A report to write. */
export interface Output {
  readonly name: string;
  readonly report: Reporter;
  /** Absolute path; standard output if absent. */
  readonly file?: string;
}

/** What is wrong with a wanted report, or kept it from being written: one sentence. */
export class OutputError extends Error {}

/**
 * The reports that `--format NAME[=FILE]` and `--output-file FILE` ask for, ready to be written. Throws an {@link OutputError}
 * for a format that is neither mtlint's nor an installed ESLint formatter, for two reports on standard output, and for one in a file that is
 * `inUse`: absolute paths of what is linted or kept from run to run.
 */
export async function openOutputs(formats: readonly string[], outputFile: string | undefined, cwd: string, inUse: readonly string[]): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const given of formats.length ? formats : ['pretty']) {
    const [, name = '', , file = outputFile] = /^([^=]*)(=(.*))?$/s.exec(given) ?? [];
    if (file === '') throw new OutputError(`Write the name of a file behind \`${given}\`.`);
    outputs.push({name, report: await (Object.hasOwn(REPORTERS, name) ? REPORTERS[name]!() : eslintFormatter(name, cwd)), ...(file === undefined ? {} : {file: path.resolve(cwd, file)})});
  }
  for (const {name, file} of outputs) {
    const wrong = file === undefined ? undefined : noFile(file);
    if (wrong) throw new OutputError(`A report cannot be written to ${file}: it ${wrong}. Name a file, or print the report: --format ${name}.`);
  }
  const open = outputs.filter((o) => o.file === undefined);
  if (open.length > 1) throw new OutputError(`Two reports cannot go to standard output: write \`--format ${open[1]!.name}=FILE\` for one of them.`);
  const places = outputs.map(({file}) => file && placeOf(file));
  const twice = outputs.find((_, i) => places[i] !== undefined && places.indexOf(places[i]) < i);
  if (twice) throw new OutputError(`Two reports cannot go to one file: write \`--format ${twice.name}=FILE\` with a file of its own.`);
  const used = new Set(inUse.map(placeOf));
  const over = outputs.find((_, i) => places[i] !== undefined && used.has(places[i]));
  if (over) throw new OutputError(`A report cannot be written to ${over.file}: it is linted, or holds the baseline or the cache. Name another file.`);
  return outputs;
}

type EslintFormatter = (results: EslintResult[], context: object) => string | Promise<string>;

/** A formatter of ESLint by the name that ESLint takes: "table", "@scope/name", "eslint-formatter-table" or a path. */
async function eslintFormatter(name: string, cwd: string): Promise<Reporter> {
  const own = Object.keys(REPORTERS).join(', ');
  if (!name) throw new OutputError(`Name a format: ${own}.`);
  const [, scope = '', rest = name] = /^(@[^/]+\/?)(.*)$/.exec(name) ?? [];
  const full = /^\.{0,2}[/\\]|^[a-z]:\\/i.test(name) ? path.resolve(cwd, name) : rest.startsWith('eslint-formatter') ? name : `${scope && !scope.endsWith('/') ? `${scope}/` : scope}eslint-formatter${rest ? `-${rest}` : ''}`;
  let file: string;
  try {
    file = createRequire(path.join(cwd, 'mtlint.js')).resolve(full);
  } catch {
    if (path.isAbsolute(full)) throw new OutputError(`There is no formatter ${full}. Check the path.`);
    throw new OutputError(`There is no format \`${name}\`.${didYouMean(name, Object.keys(REPORTERS))} mtlint has ${own}; formatters of ESLint can be installed: npm install -D ${full}`);
  }
  let format: EslintFormatter;
  try {
    format = ((await importModule(pathToFileURL(file).href)) as {default: EslintFormatter}).default;
  } catch (error) {
    throw new OutputError(`The formatter ${full} cannot be loaded: ${(error as Error).message}`);
  }
  if (typeof format !== 'function') throw new OutputError(`${full} is no formatter of ESLint: its default export is no function.`);
  const rulesMeta = Object.fromEntries([...ruleById.values()].map(({rule}) => [rule.id, {
    type: 'problem', docs: {description: rule.summary, url: ruleUrl(rule.id), category: rule.category}, schema: [], hasSuggestions: rule.tier !== 'report', ...(rule.tier === 'safe' ? {fixable: 'code'} : {}),
  }]));
  return async (results, context) => {
    const text = await format(results.map(toEslint), {cwd: context.cwd, rulesMeta, maxWarningsExceeded: undefined});
    return text && !text.endsWith('\n') ? `${text}\n` : text;
  };
}

/**
 * Writes the reports: files at once or not at all, the rest through `show`. `compared`: with a baseline. In a job on GitHub the `github` report also writes
 * the job's summary. Throws an {@link OutputError} where a file cannot be written.
 */
export async function writeOutputs(outputs: readonly Output[], all: readonly FileResult[], {cwd, quiet, compared, gone, show}: {cwd: string; quiet: boolean; compared: boolean; gone: readonly GoneFinding[]; show: ((text: string) => void) | undefined}): Promise<void> {
  const loud = quiet ? all.map((r) => withFindings(r, r.findings.filter((f) => f.severity === 'error'))) : all;
  // What the baseline knows is of interest to SARIF's readers only.
  const fresh = !compared ? loud : loud.map((r) => (r.findings.some((f) => f.baseline && f.baseline !== 'new') ? withFindings(r, r.findings.filter((f) => !f.baseline || f.baseline === 'new')) : r));
  for (const {name, report, file} of outputs) {
    if (file === undefined && !show) continue;
    const context: ReportContext = {color: file === undefined && wantsColor(), cwd, version, gone};
    const text = await report(name === 'sarif' ? loud : fresh, context);
    if (file === undefined) for (const piece of inPieces(textsOf(text))) show!(piece);
    else writeReport(file, text);
    if (name === 'github' && process.env.GITHUB_STEP_SUMMARY) {
      const markdown = await REPORTERS.markdown!();
      try {
        for (const piece of textsOf(await markdown(fresh, context))) appendFileSync(process.env.GITHUB_STEP_SUMMARY, piece);
        appendFileSync(process.env.GITHUB_STEP_SUMMARY, '\n');
      } catch (error) {
        throw new OutputError(`The job’s summary ${process.env.GITHUB_STEP_SUMMARY} could not be written. ${reason(error as NodeJS.ErrnoException, true)}`);
      }
    }
  }
}

const textsOf = (report: Report): Iterable<string> => (typeof report === 'string' ? [report] : report);

function writeReport(file: string, report: Report): void {
  try {
    writePieces(file, textsOf(report));
  } catch (error) {
    throw new OutputError(`The report ${file} could not be written. ${reason(error as NodeJS.ErrnoException, true)}`);
  }
}
