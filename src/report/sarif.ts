import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {ruleById} from '../engine/lint.ts';
import type {RuleDefinition} from '../rule/rule.ts';
import {HOME, ruleUrl} from '../rule/rule-url.ts';
import type {ReportContext} from './reporter.ts';
import type {FileResult, ReportedFinding} from './result.ts';
import {ruleMarkdown} from './rule-page.ts';

const BASE = '%SRCROOT%';
const level = (severity: RuleDefinition['severity']) => (severity === 'error' ? 'error' : 'warning');
/** "random-capital" → "RandomCapital": viewers show names in this case. */
const pascal = (id: string) => id.replace(/(?:^|-)(\w)/g, (_, c: string) => c.toUpperCase());

function descriptor(rule: RuleDefinition) {
  return {
    id: rule.id, name: pascal(rule.id),
    shortDescription: {text: `${rule.summary}.`},
    fullDescription: {text: `${rule.summary}.`},
    help: {text: rule.why, markdown: ruleMarkdown(rule)},
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: {level: level(rule.severity)},
    properties: {category: rule.category, repair: rule.tier, tags: [rule.category]},
  };
}

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as GitHub code scanning and editors read it. Columns and
 * offsets are UTF-16 code units. Names of files are relative to the folder that mtlint ran in.
 */
export function* sarif(results: readonly FileResult[], {cwd, version, gone = []}: ReportContext): Generator<string, void> {
  const rules = [...ruleById.values()].map(({rule}) => rule);
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
  const places = new Map(results.map((result, index) => [result.path, index]));
  const run = {
    tool: {driver: {name: 'mtlint', semanticVersion: version, informationUri: HOME, rules: rules.map(descriptor)}},
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {[BASE]: {uri: folderUrl(cwd)}},
    artifacts: results.map((result) => ({location: locationOf(result, cwd)})),
    invocations: [{
      executionSuccessful: results.every((r) => !r.errors.length),
      toolExecutionNotifications: results.flatMap((result, index) => [
        ...result.errors.map((text) => ({level: 'error', text, line: undefined})),
        ...(result.notes ?? []).map(({text, line}) => ({level: 'warning', text, line})),
      ].map(({level: worth, text, line}) => ({level: worth, message: {text}, locations: [{physicalLocation: {artifactLocation: {...locationOf(result, cwd), index}, ...(line === undefined ? {} : {region: {startLine: line}})}}]}))),
    }],
  };
  yield `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":`;
  let before = '[';
  const add = (found: object): string => {
    const text = before + JSON.stringify(found);
    before = ',';
    return text;
  };
  for (const [index, result] of results.entries()) {
    const location = {...locationOf(result, cwd), index};
    for (const finding of result.findings) yield add(resultOf(result, finding, location, indexOf));
    for (const {finding, by, reason} of result.suppressed ?? []) yield add({...resultOf(result, finding, location, indexOf), suppressions: [{kind: by === 'comment' ? 'inSource' : 'external', ...(reason ? {justification: reason} : {})}]});
  }
  for (const known of gone) yield add({
    ruleId: known.rule, ...(indexOf.has(known.rule) ? {ruleIndex: indexOf.get(known.rule)} : {}),
    // What is repaired must not look like a problem to readers that do not know baselines.
    kind: 'pass', level: 'none', message: {text: `No longer there: \`${known.text}\``},
    locations: [{physicalLocation: {artifactLocation: {...locationOf(known, cwd), ...(places.has(known.path) ? {index: places.get(known.path)} : {})}}}],
    partialFingerprints: {'mtlint/v1': known.fingerprint}, baselineState: 'absent',
  });
  yield `${before === '[' ? '[' : ''}]}]}\n`;
}

function resultOf(result: FileResult, finding: ReportedFinding, artifactLocation: object, indexOf: ReadonlyMap<string, number>) {
  const region = (start: number, end: number) => {
    const from = result.pointAt(start);
    const to = result.pointAt(end);
    return {startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, charOffset: start, charLength: end - start};
  };
  return {
    ruleId: finding.ruleId,
    ...(indexOf.has(finding.ruleId) ? {ruleIndex: indexOf.get(finding.ruleId)} : {}),
    level: level(finding.severity),
    message: {text: finding.note ? `${finding.message}. ${finding.note}` : finding.message},
    locations: [{physicalLocation: {artifactLocation, region: {...region(finding.start, finding.end), snippet: {text: finding.actual}}}}],
    partialFingerprints: {'mtlint/v1': finding.fingerprint},
    ...(finding.baseline ? {baselineState: finding.baseline} : {}),
    rank: Math.round(finding.confidence * 1000) / 10,
    ...(finding.proposals.length ? {
      fixes: finding.proposals.map(({start, end, text}) => ({
        description: {text: text ? `Replace with “${text}”` : 'Remove'},
        artifactChanges: [{artifactLocation, replacements: [{deletedRegion: region(start, end), insertedContent: {text}}]}],
      })),
    } : {}),
    properties: {category: finding.category, repair: finding.tier},
  };
}

const folderUrl = (folder: string) => pathToFileURL(folder.endsWith(path.sep) ? folder : folder + path.sep).href;

function locationOf(result: Pick<FileResult, 'path'>, cwd: string): {uri: string; uriBaseId?: string} {
  if (result.path.startsWith('<')) return {uri: 'stdin'};
  const base = folderUrl(cwd);
  const url = pathToFileURL(result.path).href;
  return url.startsWith(base) ? {uri: url.slice(base.length), uriBaseId: BASE} : {uri: url};
}
