import path from 'node:path';
import type {Document} from '../document/document.ts';
import {languageName} from '../engine/languages.ts';
import {type Level, lintProse, type RuleSetting, ruleById} from '../engine/lint.ts';
import {senseHitsIn} from '../evidence/sense-hits.ts';
import {languageChances} from '../evidence/source-language.ts';
import {FormatError} from '../format/format.ts';
import {plural} from '../report/result.ts';
import {type Finding, minConfidenceFor} from '../rule/run.ts';
import type {ProjectSettings} from '../settings/find.ts';
import {loadPlugins} from '../settings/load.ts';
import {DecodeError} from './decode.ts';
import {type OneFile, readOneFile} from './one-file.ts';

/** Languages named in the chances. */
const SHOWN = 3;
/** Chances below this are not named. */
const LEAST = 0.02;

/** A place as reports print it, "article.txt:5:808"; the column may be left out. Throws when it has another form. */
function parsePlace(place: string): {file: string; line: number; column?: number} {
  const [, file = '', line = '', column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/.exec(place) ?? [];
  if (!file) throw new Error(`\`${place}\` is no place: write it as the report does, article.txt:5:808`);
  return {file, line: Number(line), ...(column ? {column: Number(column)} : {})};
}

/**
 * What is behind the findings at a place of a file: rule, confidence by itself and in the document, and for rules that
 * weigh, the numbers. Findings too weak to be reported are explained too. Throws with a sentence for people.
 */
export async function explainFinding(place: string, settings: ProjectSettings): Promise<string> {
  const {file, line, column} = parsePlace(place);
  const {resolved} = await settings.for(path.resolve(file));
  const options = {...resolved.options, extraRules: await loadPlugins(resolved.plugins)};
  let read: OneFile;
  try {
    read = await readOneFile(file, resolved.as);
  } catch (error) {
    throw error instanceof DecodeError || error instanceof FormatError ? error : new Error(`${file} cannot be read: check the path, and write the place as the report does, article.txt:5:808`);
  }
  const {text, format, pointAt} = read;
  const parsed = format.parse(text, options);
  const needed = ({ruleId}: Finding) => optionOf(options.rules?.[ruleId], 'minConfidence') as number | undefined ?? options.minConfidence ?? minConfidenceFor(options.mt);
  const shownAll = Object.fromEntries(Object.entries(options.rules ?? {}).map(([id, setting]): [string, RuleSetting] => [id, Array.isArray(setting) && setting[1] ? [setting[0] as Level, {...setting[1] as Record<string, unknown>, minConfidence: 0}] : setting]));
  const {findings, document, machineLikeness, words} = lintProse(parsed.prose, {...options, rules: shownAll, minConfidence: 0});
  const placed = findings.map((finding) => {
    const [start, end] = parsed.toSource(finding.start, finding.end);
    return {finding, from: pointAt(start), to: pointAt(end)};
  });
  const here = placed.filter(({from, to}) => (column === undefined ? from.line === line : (from.line < line || (from.line === line && from.column <= column)) && (to.line > line || (to.line === line && (to.column > column || from.column === column)))));
  if (!here.length) {
    const near = placed.filter(({from, finding}) => from.line === line && finding.confidence >= needed(finding)).map(({from}) => from.column);
    throw new Error(`There is no finding at ${place}.${near.length ? ` On line ${line} there ${near.length === 1 ? 'is one at column' : 'are some at the columns'} ${near.join(', ')}.` : ''}`);
  }
  const chances = [...languageChances(document, senseHitsIn(document))].sort((a, b) => b[1] - a[1]).slice(0, SHOWN).filter(([, chance]) => chance >= LEAST);
  const shown = findings.filter((f) => f.confidence >= needed(f)).length;
  const ground = [
    'The text',
    `  ${plural(words, 'word')}, ${plural(shown, 'finding')}; machine-likeness ${machineLikeness.toFixed(2)} (0 a person’s, 1 a machine’s)`,
    `  source language: ${options.from ? `${languageName(options.from)}, as you say` : chances.map(([language, chance]) => `${languageName(language)} ${chance.toFixed(2)}`).join(', ')}`,
  ];
  return `${[...here.map(({finding, from}) => describe(finding, from, document, needed(finding))), ground.join('\n')].join('\n\n')}\n`;
}

const optionOf = (setting: RuleSetting | undefined, name: string): unknown => (Array.isArray(setting) ? (setting[1] as Record<string, unknown> | undefined)?.[name] : undefined);

function describe(finding: Finding, {line, column}: {line: number; column: number}, document: Document, needed: number): string {
  const {ruleId, kind, message, note, ownConfidence, confidence, start, end, proposals} = finding;
  const rule = ruleById.get(ruleId)?.rule;
  const numbers = rule?.explain?.(document, start, end);
  return [
    `${line}:${column}  ${ruleId}  ${message}`,
    ...(note ? [`  ${note}`] : []),
    ...(kind && rule?.kinds?.[kind] ? [`  Kind: ${kind} (${rule.kinds[kind]}); \`${ruleId}: [${rule.severity}, {ignore: [${kind}]}]\` in the settings turns it off`] : []),
    ...(proposals.length > 1 ? [`  Proposals: ${proposals.map((p) => `\`${p.text}\``).join(', ')}`] : []),
    '',
    `  confidence by itself    ${ownConfidence.toFixed(2)}  in a text of which nothing is known`,
    `  confidence in this text ${confidence.toFixed(2)}  ${confidence >= needed ? 'reported' : 'not reported'}: ${needed} is needed`,
    ...(numbers ? ['', ...numbers.split('\n').map((l) => (l ? `  ${l}` : l))] : []),
  ].join('\n');
}
