import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import {XMLParser, XMLValidator} from 'fast-xml-parser';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {REPORTERS, type ReportContext, wholeReport} from '../src/report/reporter.ts';
import {type FileResult, pointsOf} from '../src/report/result.ts';

const root = path.resolve(import.meta.dirname, '..');
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-outputs-')));
  put('bad.txt', BAD);
  put('drafts/sound.txt', 'The minister said on Monday that the talks would go on.\n');
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const BAD = 'Žofia said: the visit lasts four dayswhich includes the parade.\nThey defended the hard -won peace. Then four dayswhich were lost.\n';
const put = (name: string, content: string | Buffer) => {
  mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
  writeFileSync(path.join(folder, name), content);
};
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const mtlint = (args: string[], env: NodeJS.ProcessEnv = {}, input = '') => {
  const {GITHUB_STEP_SUMMARY: _, GITHUB_WORKSPACE: __, ...clean} = process.env;
  return spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...args], {cwd: folder, encoding: 'utf8', input, env: {...clean, NO_COLOR: '', FORCE_COLOR: '', ...env}, maxBuffer: 1e9});
};

/** A result whose every text tries to break out of its format. */
const HOSTILE = '"><script>alert(1)</script> \u001b[31m @team `x` | [a](b) %0A::error::x\n::add-mask::secret ]]> &amp; \ud800 \0 \u202e 100% , : done';
function hostile(): FileResult {
  const text = `${HOSTILE}\n`;
  return {
    path: path.join('/work place', 'a,b:c\n"d" <e>&%é.txt'), text, errors: [HOSTILE], words: 9, machineLikeness: 0.9, from: 'French', pointAt: pointsOf(text),
    findings: [{
      ruleId: 'fused-words', category: 'fused-words', severity: 'error', tier: 'suggest', start: 0, end: HOSTILE.length, actual: HOSTILE, message: HOSTILE, note: HOSTILE, confidence: 0.9, ownConfidence: 0.9, fingerprint: '0123456789abcd',
      proposals: [{start: 0, end: HOSTILE.length, text: HOSTILE}, {start: 0, end: 1, text: ''}],
    }],
  };
}
const context: ReportContext = {color: false, cwd: '/work place', version: '1.2.3'};
const report = async (name: string, results: readonly FileResult[]) => wholeReport(await (await REPORTERS[name]!())(results, context));

describe('reports asked for', () => {
  it('go to files, several in one run, one to standard output', () => {
    const r = mtlint(['--format', 'compact', '--format', 'sarif=out/deep/report.sarif', '--format', 'junit=out/junit.xml', 'bad.txt']);
    expect(r.stdout).toMatch(/1:34-1:43 error/);
    expect(r.status).toBe(1);
    expect(JSON.parse(read('out/deep/report.sarif')).version).toBe('2.1.0');
    expect(XMLValidator.validate(read('out/junit.xml'))).toBe(true);
  });
  it('go to the file of --output-file, without colour', () => {
    const r = mtlint(['--output-file', 'out/report.txt', 'bad.txt'], {FORCE_COLOR: '1'});
    expect(r.stdout).toBe('');
    expect(r.status).toBe(1);
    expect(read('out/report.txt')).toContain('Unexpected `dayswhich`');
    expect(read('out/report.txt')).not.toContain('\u001b');
  });
  it('are refused before anything is linted when they cannot be', () => {
    for (const [args, say] of [
      [['--format', './none.js'], /no formatter .*none\.js\. Check the path\.$/m],
      [['--format', 'sarifx'], /no format `sarifx`. Did you mean `sarif`.*npm install -D eslint-formatter-sarifx/],
      [['--format', 'json', '--format', 'junit'], /Two reports cannot go to standard output/],
      [['--format', 'json=a', '--format', 'junit=a'], /Two reports cannot go to one file/],
      [['--format', 'json='], /name of a file/],
      [['--format', ''], /Name a format/],
    ] as const) {
      const r = mtlint([...args, '--fix', 'bad.txt']);
      expect(r.stderr).toMatch(say);
      expect(r.status).toBe(2);
      expect(read('bad.txt')).toBe(BAD);
    }
  });
  it('that cannot be written end with status 2 and leave what was there', () => {
    const r = mtlint(['--format', 'json=bad.txt/x.json', 'bad.txt']);
    expect(r.status).toBe(2);
    expect(r.stderr).toMatch(/could not be written/);
    expect(read('bad.txt')).toBe(BAD);
  });
  it('are written beside a diff and beside the repaired standard input', () => {
    expect(mtlint(['--diff', '--format', 'json=out/diff.json', 'bad.txt']).stdout).toMatch(/^--- a\/bad.txt/);
    expect(JSON.parse(read('out/diff.json'))).toHaveLength(1);
    expect(mtlint(['--fix', '--format', 'json=out/in.json', '-'], {}, 'The hard -won peace.\n').stdout).toBe('The hard-won peace.\n');
    expect(JSON.parse(read('out/in.json'))[0].filePath).toBe('<stdin>');
  });
  it('leave out warnings with --quiet', () => {
    for (const name of Object.keys(REPORTERS)) expect(mtlint(['--quiet', '--format', name, 'bad.txt']).stdout, name).not.toMatch(/Unexpected (?:`|&#96;)hard|<code>hard/);
  });
});

describe('formatters of ESLint', () => {
  it('are found by name among what is installed where mtlint runs', () => {
    mkdirSync(path.join(folder, 'node_modules'), {recursive: true});
    symlinkSync(path.join(root, 'node_modules/eslint-formatter-unix'), path.join(folder, 'node_modules/eslint-formatter-unix'));
    const unix = `${path.join(folder, 'bad.txt')}:1:34: Unexpected \`dayswhich\`, expected \`days, which\` [Error/fused-words]`;
    for (const name of ['unix', 'eslint-formatter-unix', './node_modules/eslint-formatter-unix/index.js']) expect(mtlint(['--format', name, 'bad.txt']).stdout.split('\n')[0], name).toBe(unix);
  });
  it('get the results and what ESLint tells them of rules; scoped names work', () => {
    put('node_modules/@us/eslint-formatter-mine/package.json', '{"type": "module", "exports": {"default": "./index.js"}}');
    put('node_modules/@us/eslint-formatter-mine/index.js', 'export default async (results, {cwd, rulesMeta}) => JSON.stringify([results.length, cwd, rulesMeta["fused-words"].docs.url, rulesMeta["split-words"].fixable]);');
    expect(JSON.parse(mtlint(['--format', '@us/mine', 'bad.txt']).stdout)).toEqual([1, folder, expect.stringContaining('docs/rules/fused-words.md'), 'code']);
  });
  it('that are broken say so', () => {
    put('node_modules/eslint-formatter-broken/index.js', 'throw new Error("no tea");');
    expect(mtlint(['--format', 'broken', 'bad.txt']).stderr).toMatch(/eslint-formatter-broken cannot be loaded: no tea/);
    put('node_modules/eslint-formatter-none/index.js', 'module.exports = {};');
    expect(mtlint(['--format', 'none', 'bad.txt']).status).toBe(2);
  });
});

describe('sarif', () => {
  // The schema of the standard, as the package @microsoft/jest-sarif (MIT) ships it.
  const ajv = new ajvDraft04.default({allErrors: true, strict: false, unicodeRegExp: false});
  ajvFormats.default(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures/sarif-2.1.0-rtm.5.json'), 'utf8')) as object);
  const check = (text: string) => {
    const log = JSON.parse(text);
    valid(log);
    expect(valid.errors ?? []).toEqual([]);
    return log.runs[0];
  };
  it('holds to the schema, with rule help, fingerprints and fixes', () => {
    const run = check(mtlint(['--format', 'sarif', 'bad.txt', 'drafts', 'gone.txt']).stdout);
    expect(run.invocations[0]).toMatchObject({executionSuccessful: false, toolExecutionNotifications: [{message: {text: expect.stringContaining('no such file')}}]});
    expect(run.artifacts.map((a: {location: {uri: string}}) => a.location.uri)).toEqual(['gone.txt', 'bad.txt', 'drafts/sound.txt']);
    const [first] = run.results;
    expect(first).toMatchObject({ruleId: 'fused-words', level: 'error', partialFingerprints: {'mtlint/v1': expect.stringMatching(/^[0-9a-f]{14}$/)}});
    expect(first.locations[0].physicalLocation).toMatchObject({artifactLocation: {uri: 'bad.txt', uriBaseId: '%SRCROOT%', index: 1}, region: {startLine: 1, startColumn: 34, endLine: 1, endColumn: 43, charOffset: 33, charLength: 9, snippet: {text: 'dayswhich'}}});
    expect(first.fixes[0].artifactChanges[0].replacements[0]).toMatchObject({deletedRegion: {charOffset: 33, charLength: 9}, insertedContent: {text: 'days, which'}});
    expect(run.tool.driver.rules[first.ruleIndex]).toMatchObject({id: 'fused-words', name: 'FusedWords', help: {markdown: expect.stringContaining('# fused-words')}, helpUri: expect.stringMatching(/^https:.*fused-words/)});
    expect(new Set(run.results.map((r: {partialFingerprints: object}) => JSON.stringify(r.partialFingerprints))).size).toBe(run.results.length);
  });
  it('tells what could not be read', () => {
    put('broken.md', '---\ntitle: Great: the talks\n---\n\nThe talks went on.\n');
    const run = check(mtlint(['--format', 'sarif', 'broken.md']).stdout);
    expect(run.invocations[0].executionSuccessful).toBe(true);
    const [notification, ...more] = run.invocations[0].toolExecutionNotifications;
    expect(more).toEqual([]);
    expect([notification.level, notification.locations[0].physicalLocation.region, notification.locations[0].physicalLocation.artifactLocation.uri]).toEqual(['warning', {startLine: 2}, 'broken.md']);
    expect(notification.message.text).toMatch(/^The front matter is not linted, because it is broken/);
    expect(mtlint(['--format', 'github', 'broken.md']).stdout).toMatch(/^::notice title=mtlint,file=broken\.md,line=2::The front matter is not linted/);
  });
  it('says how findings stand to the baseline', async () => {
    put('base/a.txt', BAD);
    put('base/b.txt', BAD);
    mtlint(['--update-baseline', '--baseline', 'base/known.json', 'base/a.txt', 'base/b.txt']);
    put('base/a.txt', `${BAD.replace('hard -won', 'hard-won')}\nFor four dayswhich passed they spoke.\n`);
    rmSync(path.join(folder, 'base/b.txt'));
    const run = check(mtlint(['--format', 'sarif', '--baseline', 'base/known.json', 'base/a.txt']).stdout);
    const states = run.results.map((r: {baselineState: string; ruleId: string; level: string; locations: {physicalLocation: {artifactLocation: {uri: string; index?: number}}}[]}) => [r.baselineState, r.ruleId, r.level, r.locations[0]!.physicalLocation.artifactLocation.uri, r.locations[0]!.physicalLocation.artifactLocation.index]);
    expect(states).toEqual([
      ['unchanged', 'fused-words', 'error', 'base/a.txt', 0], ['unchanged', 'fused-words', 'error', 'base/a.txt', 0], ['new', 'fused-words', 'error', 'base/a.txt', 0],
      ['absent', 'split-words', 'none', 'base/a.txt', 0], ['absent', 'fused-words', 'none', 'base/b.txt', undefined], ['absent', 'fused-words', 'none', 'base/b.txt', undefined], ['absent', 'split-words', 'none', 'base/b.txt', undefined],
    ]);
  });
  it('and ESLint’s format say what is suppressed, and why', () => {
    put('kept.md', 'It lasts <!-- mtlint-disable-next-line -- a brand -->\nfour dayswhich is long.\n');
    const run = check(mtlint(['--format', 'sarif', 'kept.md']).stdout);
    expect(run.results).toEqual([expect.objectContaining({ruleId: 'fused-words', suppressions: [{kind: 'inSource', justification: 'a brand'}]})]);
    const [result] = JSON.parse(mtlint(['--format', 'json', 'kept.md']).stdout);
    expect(result).toMatchObject({messages: [], suppressedMessages: [{ruleId: 'fused-words', line: 2, suppressions: [{kind: 'directive', justification: 'a brand'}]}]});
  });
  it('holds to the schema over hostile text and names', async () => {
    const run = check(await report('sarif', [hostile(), {...hostile(), path: '<stdin>'}, {...hostile(), path: '/else where/x.txt'}]));
    expect(run.artifacts.map((a: {location: object}) => a.location)).toEqual([{uri: 'a,b:c%0A%22d%22%20%3Ce%3E&%25%C3%A9.txt', uriBaseId: '%SRCROOT%'}, {uri: 'stdin'}, {uri: 'file:///else%20where/x.txt'}]);
  });
});

describe('github', () => {
  it('is one annotation a cause and file, errors first', () => {
    const lines = mtlint(['--format', 'github', '--rule', 'split-words=error', '--rule', 'fused-words=warn', 'bad.txt']).stdout.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error title=mtlint split-words,file=bad\.txt,line=2,endLine=2,col=19,endColumn=28::Unexpected `hard -won`/);
    expect(lines[1]).toMatch(/^::warning title=mtlint fused-words,file=bad\.txt,line=1,endLine=1,col=34,endColumn=43::.*%0AStands 2 times: also on line 2\.$/);
  });
  it('has one cause where only the markup differs', () => {
    put('marked.html', '<p>The hard -won peace.<p>The hard<b> -won</b> peace.<p>The Hard -won peace.\n');
    expect(mtlint(['--format', 'github', 'marked.html']).stdout).toMatch(/^::warning title=mtlint split-words,.*Stands 3 times on this line\.\n$/);
    rmSync(path.join(folder, 'marked.html'));
  });
  it('names files from the root of the checkout and adds to the job’s summary', () => {
    put('summary.md', 'Before\n');
    put('drafts/bad.txt', BAD);
    const r = mtlint(['--format', 'github', 'drafts/bad.txt'], {GITHUB_WORKSPACE: path.dirname(folder), GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md')});
    expect(r.stdout).toContain(`file=${path.basename(folder)}/drafts/bad.txt,`);
    expect(read('summary.md')).toMatch(/^Before\n### mtlint: 2 errors, 1 warning\n/);
    rmSync(path.join(folder, 'drafts/bad.txt'));
  });
  it('lets no text start a command of its own', async () => {
    const out = await report('github', [hostile()]);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^::error title=mtlint[^:,]*,file=a%2Cb%3Ac%0A"d" <e>&%25é\.txt(?:,line=1,endLine=2)?::/);
    expect(out).not.toContain('\n::add-mask');
    expect(out).toContain('%250A%3A'.slice(0, 5));
  });
});

describe('markdown', () => {
  it('is a table that shows every text as text', async () => {
    const out = await report('markdown', [hostile()]);
    expect(out).not.toMatch(/<script|@team|`x`|\[a\]|\0|\u202e/);
    const row = out.split('\n').find((line) => line.startsWith('| 1 '))!;
    expect(row.split('|')).toHaveLength(8);
    expect(out.isWellFormed()).toBe(true);
  });
  it('says of what could not be read all, the remedy too', async () => {
    const error = `Line 3, column 49: this is no sound XML (unexpected close tag). ${'Export the file again, or correct it there. '.repeat(3)}`.trim();
    const out = await report('markdown', [{...hostile(), errors: [error]}]);
    expect(out.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toContain(`- **error** ${error}\n`);
  });
  it('fits into a comment', async () => {
    const one = hostile();
    const out = await report('markdown', [{...one, findings: Array.from({length: 5000}, () => one.findings[0]!)}]);
    expect(out.length).toBeLessThan(65_536);
    const rows = out.split('\n').filter((line) => line.startsWith('| 1 ')).length;
    expect(out).toContain(`… and ${(5000 - rows).toLocaleString('en-US')} more.`);
  });
  it('is short when there is nothing', () => expect(mtlint(['--format', 'markdown', 'drafts']).stdout).toBe('### mtlint: no findings\n\n1 file linted.\n'));
});

describe('junit and checkstyle', () => {
  const parser = new XMLParser({ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => ['testcase', 'testsuite', 'file', 'error'].includes(name), processEntities: {enabled: true, maxTotalExpansions: 1e6}, htmlEntities: true});
  it('are well-formed over hostile text', async () => {
    for (const name of ['junit', 'checkstyle']) expect(XMLValidator.validate(await report(name, [hostile()])), name).toBe(true);
  });
  it('count what was found; a file without findings is a test that passed', () => {
    const {testsuites} = parser.parse(mtlint(['--format', 'junit', 'bad.txt', 'drafts', 'gone.txt']).stdout);
    expect(testsuites).toMatchObject({tests: '5', failures: '3', errors: '1'});
    expect(testsuites.testsuite.map((s: {name: string; failures: string}) => [s.name, s.failures])).toEqual([['gone.txt', '0'], ['bad.txt', '3'], ['drafts/sound.txt', '0']]);
    expect(testsuites.testsuite[2].testcase).toHaveLength(1);
  });
  it('checkstyle names the rule as source', () => {
    const {checkstyle} = parser.parse(mtlint(['--format', 'checkstyle', 'bad.txt']).stdout);
    expect(checkstyle.file[0].error[0]).toMatchObject({line: '1', column: '34', severity: 'error', source: 'mtlint.fused-words'});
  });
});

describe('rdjson, gitlab and jsonl', () => {
  it('rdjson counts columns in bytes', () => {
    const {diagnostics} = JSON.parse(mtlint(['--format', 'rdjson', 'bad.txt']).stdout);
    // Ž is one UTF-16 code unit and two bytes.
    expect(diagnostics[0]).toMatchObject({location: {path: 'bad.txt', range: {start: {line: 1, column: 35}, end: {line: 1, column: 44}}}, severity: 'ERROR', code: {value: 'fused-words'}, suggestions: [{text: 'days, which', range: {start: {line: 1, column: 35}, end: {line: 1, column: 44}}}, {}]});
  });
  it('gitlab’s fingerprints differ by file', () => {
    put('drafts/copy.txt', BAD);
    const issues = JSON.parse(mtlint(['--format', 'gitlab', 'bad.txt', 'drafts/copy.txt']).stdout);
    rmSync(path.join(folder, 'drafts/copy.txt'));
    expect(issues).toHaveLength(6);
    expect(new Set(issues.map((i: {fingerprint: string}) => i.fingerprint)).size).toBe(6);
    expect(issues[0]).toMatchObject({check_name: 'fused-words', severity: 'major', location: {path: 'bad.txt', lines: {begin: 1, end: 1}}});
  });
  it('jsonl has a line a finding', () => {
    const lines = mtlint(['--format', 'jsonl', 'bad.txt', 'gone.txt']).stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
    expect(lines.map((l) => [path.basename(l.filePath), l.ruleId])).toEqual([['gone.txt', null], ['bad.txt', 'fused-words'], ['bad.txt', 'split-words'], ['bad.txt', 'fused-words']]);
  });
});

it('every format survives no results and hostile ones', async () => {
  for (const name of Object.keys(REPORTERS)) {
    expect(typeof (await report(name, [])), name).toBe('string');
    expect((await report(name, [hostile()])).length, name).toBeGreaterThan(100);
  }
  // Terminals and logs obey them.
  for (const name of ['pretty', 'compact', 'github', 'markdown', 'html']) expect(await report(name, [hostile()]), name).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  expect(existsSync(path.join(folder, 'out'))).toBe(true);
});
