import {spawn} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type CancellationToken, CancellationTokenSource, type CodeAction, type Diagnostic, type Hover, type TextDocumentContentChangeEvent, type TextDocumentEdit, type TextEdit, type WorkspaceEdit} from 'vscode-languageserver-protocol/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {lintSource} from '../src/engine/source.ts';
import {loadFormat} from '../src/format/registry.ts';
import {fix, lint} from '../src/index.ts';
import type {Finding} from '../src/index.ts';
import {ABLE, type Client, WAITING} from './lsp-client.ts';
import {workplace} from './lsp-workplace.ts';

const {folder, client} = workplace('mtlint-lsp-');
const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
const BAD = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace.\n';
const applied = (uri: string, text: string, edit: WorkspaceEdit | undefined) => TextDocument.applyEdits(TextDocument.create(uri, 'plaintext', 0, text), edit!.changes![uri]!);
const actions = (c: Client, uri: string, {range}: Pick<Diagnostic, 'range'>, only?: string[]): Promise<CodeAction[]> => c.connection.sendRequest('textDocument/codeAction', {textDocument: {uri}, range, context: {diagnostics: [], ...(only ? {only} : {})}});

describe('diagnostics', () => {
  it('are told by pull with rule, page, severity and what hover and actions say about them', async () => {
    const c = client();
    const {capabilities} = await c.start(folder, ABLE, {status: true});
    expect(capabilities.textDocumentSync).toMatchObject({change: 2});
    const uri = uriOf('a.txt');
    await c.open(uri, BAD);
    const items = await c.diagnostics(uri);
    expect(items.map(({code, severity, source, message}) => ({code, severity, source, message}))).toEqual(lint(BAD).findings.map((f) => ({code: f.ruleId, severity: f.severity === 'error' ? 1 : 2, source: 'mtlint', message: f.message})));
    expect(items[0]!.codeDescription!.href).toMatch(/\/fused-words\.md$/);
    const found = await actions(c, uri, items[0]!);
    expect(found[0]).toMatchObject({title: 'Write “days, which”', isPreferred: true});
    expect(found.filter((a) => a.isPreferred)).toHaveLength(1);
    expect(applied(uri, BAD, found[0]!.edit)).toBe(BAD.replace('dayswhich', 'days, which'));
    const [all] = await actions(c, uri, {range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}}, ['source.fixAll']);
    expect(applied(uri, BAD, all!.edit)).toBe(fix(BAD).text);
    const hover: Hover = await c.connection.sendRequest('textDocument/hover', {textDocument: {uri}, position: items[0]!.range.start});
    expect(JSON.stringify(hover.contents)).toMatch(/fused-words.*days, which.*of 100 cases/);
    expect(c.status[0]).toMatchObject({words: 14});
    await c.connection.sendRequest('workspace/executeCommand', {command: 'mtlint.openRulePage', arguments: ['fused-words']});
    expect(c.opened[0]).toMatch(/\/fused-words\.md$/);
    expect(await c.stop()).toBe(0);
  });

  it('tell what could not be read', async () => {
    const c = client();
    await c.start(folder, ABLE);
    const uri = uriOf('broken.md');
    await c.open(uri, '---\ntitle: Great: the talks\n---\n\nThe talks went on.\n', 'markdown');
    const [note, ...more] = await c.diagnostics(uri);
    expect(more).toEqual([]);
    expect([note!.severity, note!.range.start, note!.message]).toEqual([3, {line: 1, character: 0}, expect.stringMatching(/^The front matter is not linted/)]);
    expect(await c.stop()).toBe(0);
  });

  it('are pushed to a client that waits, and are gone when the document closes', async () => {
    const c = client();
    await c.start(folder, WAITING);
    const uri = uriOf('b.txt');
    await c.open(uri, BAD);
    await c.until(() => c.told.get(uri)?.diagnostics.length === 2);
    await c.change(uri, 2, [{range: {start: {line: 0, character: 0}, end: {line: 0, character: BAD.length}}, text: 'All is well.'}]);
    await c.until(() => c.told.get(uri)?.version === 2);
    expect(c.told.get(uri)!.diagnostics).toEqual([]);
    await c.change(uri, 3, [{text: BAD}]);
    await c.until(() => c.told.get(uri)?.version === 3);
    await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
    await c.until(() => c.told.get(uri)?.version === undefined);
    expect(c.told.get(uri)!.diagnostics).toEqual([]);
    await c.stop();
  });

  it('of a long document are found in steps, between which the server hears what else is wanted', async () => {
    const c = client();
    await c.start(folder, ABLE);
    const [short, long] = [uriOf('short.txt'), uriOf('steps.txt')];
    await c.open(short, BAD);
    await c.diagnostics(short);
    await c.open(long, `${BAD}\n${'The visit went well, and all of them came back in the evening.\n\n'.repeat(2000)}`);
    await c.diagnostics(long);
    const answered: string[] = [];
    const all = c.diagnostics(long).then(() => answered.push('diagnostics'));
    await c.connection.sendRequest('textDocument/hover', {textDocument: {uri: short}, position: {line: 0, character: 24}}).then(() => answered.push('hover'));
    await all;
    expect(answered).toEqual(['hover', 'diagnostics']);
    await c.stop();
  });

  it.each([['pull', ABLE], ['push', WAITING]] as const)('of a long document are told of its beginning first, then of all of it (%s)', async (_, able) => {
    const c = client();
    await c.start(folder, able);
    const uri = uriOf('long.txt');
    const text = `${BAD}\n${'The visit went well, and all of them came back in the evening.\n\n'.repeat(600)}${BAD}`;
    const all = lint(text).findings.map(({ruleId}) => ruleId);
    const rulesOf = (items: readonly Diagnostic[] = []) => items.map(({code}) => code);
    const half = all.slice(0, all.length / 2);
    await c.open(uri, text);
    if (able === ABLE) {
      expect(rulesOf(await c.diagnostics(uri))).toEqual(half);
      await c.until(() => c.refreshed === 1);
      expect(rulesOf(await c.diagnostics(uri))).toEqual(all);
      // It is not told twice.
      await c.change(uri, 2, [{range: {start: {line: 2, character: 0}, end: {line: 2, character: 0}}, text: 'And '}]);
      expect(rulesOf(await c.diagnostics(uri))).toEqual(all);
      expect(c.refreshed).toBe(1);
    } else {
      await c.until(() => c.told.has(uri));
      expect(rulesOf(c.told.get(uri)?.diagnostics)).toEqual(half);
      await c.until(() => c.told.get(uri)!.diagnostics.length > half.length);
      expect(rulesOf(c.told.get(uri)?.diagnostics)).toEqual(all);
    }
    await c.stop();
  });

  it('name the other places of a name in two spellings', async () => {
    const c = client();
    await c.start(folder);
    const uri = uriOf('names.txt');
    await c.open(uri, 'The train leaves Munich at noon and is back in Munich by six. Those who miss it stay in München.\n');
    const found = (await c.diagnostics(uri)).find(({code}) => code === 'name-variant')!;
    expect(found.relatedInformation!.map(({location}) => location.range.start.character)).toEqual([17, 47]);
    await c.stop();
  });

  it('come for the languages of prose only, and comments in Markdown count', async () => {
    const c = client();
    await c.start(folder);
    for (const [name, language, text, count] of [['a.tex', 'latex', BAD, 0], ['c.ts', 'typescript', BAD, 0], ['a.md', 'markdown', `${BAD}\n\`dayswhich\`\n`, 2], ['off.md', 'markdown', `<!-- mtlint-disable -->\n\n${BAD}`, 0], ['a.mdx', 'mdx', BAD, 2], ['a.html', 'html', `<p>${BAD}</p>`, 2]] as const) {
      await c.open(uriOf(name), text, language);
      expect([name, (await c.diagnostics(uriOf(name))).length]).toEqual([name, count]);
    }
    const uri = uriOf('a.md');
    const text = `${BAD}\n\`dayswhich\`\n`;
    const offered = await actions(c, uri, (await c.diagnostics(uri))[0]!);
    for (const title of ['Switch fused-words off on this line', 'Switch fused-words off in this file']) {
      const after = applied(uri, text, offered.find((a) => a.title === title)!.edit);
      await c.open(uriOf('after.md'), after, 'markdown');
      expect((await c.diagnostics(uriOf('after.md'))).map(({code}) => code)).toEqual(['split-words']);
      await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri: uriOf('after.md')}});
    }
    // In front matter comments are YAML's, where it has room for one.
    const front = `---\ntitle: The visit lasts four dayswhich includes the parade\nsummary: |\n  It lasts four dayswhich includes it.\n---\n\nFour dayswhich passed.\n`;
    await c.open(uriOf('front.md'), front, 'markdown');
    const [title, summary] = await c.diagnostics(uriOf('front.md'));
    const line = async (diagnostic: Diagnostic | undefined) => (await actions(c, uriOf('front.md'), diagnostic!)).filter((a) => a.title.startsWith('Switch'));
    expect((await line(title)).map((a) => applied(uri, front, {changes: {[uri]: a.edit!.changes![uriOf('front.md')]!}}))).toEqual([front.replace('parade', 'parade # mtlint-disable-line fused-words'), front.replace('title', '# mtlint-disable fused-words\ntitle')]);
    expect((await line(summary)).map((a) => a.title)).toEqual(['Switch fused-words off in this file']);
    for (const [name, before, wanted] of [
      ['toml.md', '+++\ntitle = "Four dayswhich passed"\n+++\n\nAll.\n', ['+++\ntitle = "Four dayswhich passed" # mtlint-disable-line fused-words\n+++\n\nAll.\n', '+++\n# mtlint-disable fused-words\ntitle = "Four dayswhich passed"\n+++\n\nAll.\n']],
      ['json.md', '{\n"title": "Four dayswhich passed"\n}\n\nAll.\n', []],
      ['body.md', '+++\ntitle = "A"\n+++\n\nFour dayswhich passed.\n', ['+++\ntitle = "A"\n+++\n\nFour dayswhich passed. <!-- mtlint-disable-line fused-words -->\n', '+++\ntitle = "A"\n+++\n<!-- mtlint-disable fused-words -->\n\n\nFour dayswhich passed.\n']],
    ] as const) {
      await c.open(uriOf(name), before, 'markdown');
      const offered = (await actions(c, uriOf(name), (await c.diagnostics(uriOf(name)))[0]!)).filter((a) => a.title.startsWith('Switch'));
      expect(offered.map((a) => applied(uri, before, {changes: {[uri]: a.edit!.changes![uriOf(name)]!}}))).toEqual(wanted);
    }
    await c.stop();
  });
});

describe('actions', () => {
  const able = (more: object) => ({...ABLE, textDocument: {...ABLE.textDocument, codeAction: {dataSupport: true, resolveSupport: {properties: ['edit']}}}, workspace: {...ABLE.workspace, workspaceEdit: {documentChanges: true}}, ...more});
  it('name the version that they are for; what takes long is made when it is chosen', async () => {
    const c = client();
    const {capabilities} = await c.start(folder, able({}));
    expect(capabilities.codeActionProvider).toMatchObject({resolveProvider: true});
    const uri = uriOf('later.txt');
    await c.open(uri, BAD);
    const offered = await actions(c, uri, (await c.diagnostics(uri))[0]!);
    expect(offered[0]!.edit).toMatchObject({documentChanges: [{textDocument: {uri, version: 1}, edits: [{newText: 'days, which'}]}]});
    const all = offered.find(({kind}) => kind === 'source.fixAll.mtlint')!;
    expect(all.edit).toBeUndefined();
    const resolved: CodeAction = await c.connection.sendRequest('codeAction/resolve', all);
    const [change] = resolved.edit!.documentChanges as TextDocumentEdit[];
    expect(applied(uri, BAD, {changes: {[uri]: change!.edits as TextEdit[]}})).toBe(fix(BAD).text);
    await c.change(uri, 2, [{range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: 'So. '}]);
    await expect(c.connection.sendRequest('codeAction/resolve', all)).rejects.toThrow('The text has changed');
    await c.stop();
  });

  it.each([
    ['crlf.md', '# All\r\n\r\nFour dayswhich passed.\r\n', ['# All\r\n\r\nFour dayswhich passed. <!-- mtlint-disable-line fused-words -->\r\n', '<!-- mtlint-disable fused-words -->\r\n\r\n# All\r\n\r\nFour dayswhich passed.\r\n']],
    ['code.md', 'Four dayswhich passed in `one\ntwo` here.\n', ['<!-- mtlint-disable-next-line fused-words -->\nFour dayswhich passed in `one\ntwo` here.\n']],
    ['break.md', 'Four dayswhich passed\\\nand all.\n', ['<!-- mtlint-disable-next-line fused-words -->\nFour dayswhich passed\\\nand all.\n']],
    ['tag.html', '<p>\n  Four dayswhich passed <img alt="a"\n  src="x"> here.</p>\n', ['<p>\n  <!-- mtlint-disable-next-line fused-words -->\n  Four dayswhich passed <img alt="a"\n  src="x"> here.</p>\n']],
    ['tag.mdx', '<A b="c"\n>Four dayswhich passed <B\n c="d"/> here.</A>\n', []],
    ['head.xhtml', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><p>Four dayswhich passed.</p></body></html>\n', ['<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body><p>Four dayswhich passed.</p></body></html> <!-- mtlint-disable-line fused-words -->\n', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<!-- mtlint-disable fused-words -->\n\n<html><body><p>Four dayswhich passed.</p></body></html>\n']],
  ])('switch a rule off where a comment is one (%s)', async (name, text, [line, file]) => {
    const c = client();
    await c.start(folder);
    const uri = uriOf(name);
    const languageId = path.extname(name).slice(1).replace(/^md$/, 'markdown').replace('xhtml', 'html');
    await c.open(uri, text, languageId);
    const offered = (await actions(c, uri, (await c.diagnostics(uri)).find(({code}) => code === 'fused-words')!)).filter(({title}) => title.startsWith('Switch'));
    const after = new Map(offered.map((a) => [a.title.split(' ').at(-1), applied(uri, text, a.edit)]));
    expect(after.get('line')).toBe(line);
    if (file) expect(after.get('file')).toBe(file);
    for (const [i, switched] of [...after.values()].entries()) {
      const copy = uriOf(`${i}-${name}`);
      await c.open(copy, switched, languageId);
      expect((await c.diagnostics(copy)).map(({code}) => code)).toEqual([]);
    }
    await c.stop();
  });

  it('accept words of a text that was never saved into the project in front', async () => {
    const c = client();
    await c.start(folder);
    await c.open('untitled:Untitled-1', BAD);
    const [found] = await c.diagnostics('untitled:Untitled-1');
    const accepted = (await actions(c, 'untitled:Untitled-1', found!)).find((a) => a.title === 'Accept “dayswhich” as a word in this project')!;
    await c.connection.sendRequest('workspace/executeCommand', accepted.command!);
    expect(readFileSync(path.join(folder, 'mtlint.config.yaml'), 'utf8')).toBe('words:\n  - dayswhich\n');
    expect((await c.diagnostics('untitled:Untitled-1')).map(({code}) => code)).toEqual(['split-words']);
    rmSync(path.join(folder, 'mtlint.config.yaml'));
    await c.stop();
  });
});

/** Findings and diagnostics as one can compare them. */
const ofFindings = (document: TextDocument, findings: readonly Finding[]) => findings.map((f) => ({code: f.ruleId as unknown, message: f.message, data: f.fingerprint as unknown, range: {start: document.positionAt(f.start), end: document.positionAt(f.end)}}));
const ofDiagnostics = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({code, message, data, range}) => ({code, message, data, range}));

describe('after any edits the diagnostics are those of a fresh lint', () => {
  const pieces = fc.constantFrom('dayswhich', ' ', '\n\n', 'hard -won', '😀', 'e\u0301', 'Munich', 'München', ' the', ' the', '\r\n', '“', '.', 'In', 'Zeitung', '\ud83d', 'a', '# ', '*', '`', '<!-- mtlint-disable -->');
  const seed = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../seeds', name), 'utf8');
  it.each([
    ['two sentences', 'edits.txt', BAD + BAD, 30],
    ['an article', 'article.txt', seed('victory-day.txt'), 8],
    ['an article in Markdown', 'article.md', `---\ntitle: A visit\n---\n\n# The visit\n\n${seed('01-fr.txt').replace(/\n+/g, '\n\n')}`, 8],
  ])('in %s', async (_, file, before, numRuns) => {
    const c = client();
    await c.start(folder);
    const format = await loadFormat(file.endsWith('.md') ? 'markdown' : 'text', before);
    let run = 0;
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.nat(30), fc.array(pieces, {maxLength: 4})), {minLength: 1, maxLength: 6}), async (edits) => {
      const uri = uriOf(`${run++}-${file}`);
      await c.open(uri, before, format.id === 'markdown' ? 'markdown' : 'plaintext');
      const mirror = TextDocument.create(uri, 'plaintext', 1, before);
      let version = 1;
      for (const [at, length, inserted] of edits) {
        const start = Math.floor(at * mirror.getText().length);
        const range = {start: mirror.positionAt(start), end: mirror.positionAt(start + length)};
        // JSON in UTF-8 carries no half of a pair, as no editor sends one.
        const change = {range, text: inserted.join('').toWellFormed()};
        await c.change(uri, ++version, [change]);
        TextDocument.update(mirror, [change], version);
        expect(ofDiagnostics(await c.diagnostics(uri))).toEqual(ofFindings(mirror, lintSource(mirror.getText(), format).findings));
      }
      await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
    }), {numRuns});
    await c.stop();
  });

  it('in a session that was recorded in an editor (tests/editors/record.lua)', async () => {
    const {before, after, edits} = JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures/typing.json'), 'utf8')) as {before: string; after: string; edits: TextDocumentContentChangeEvent[][]};
    const pulling = client();
    const waiting = client();
    const uri = uriOf('typing.txt');
    await Promise.all([[pulling, ABLE], [waiting, WAITING]].map(async ([c, able]) => {
      await (c as Client).start(folder, able!);
      await (c as Client).open(uri, before);
    }));
    const mirror = TextDocument.create(uri, 'plaintext', 1, before);
    for (const [i, changes] of edits.entries()) {
      await Promise.all([pulling, waiting].map((c) => c.change(uri, i + 2, changes)));
      TextDocument.update(mirror, changes, i + 2);
      if (i % 12 === 0 || i === edits.length - 1) expect(ofDiagnostics(await pulling.diagnostics(uri))).toEqual(ofFindings(mirror, lint(mirror.getText()).findings));
    }
    expect(mirror.getText()).toBe(after);
    await waiting.until(() => waiting.told.get(uri)?.version === edits.length + 1);
    const last = ofFindings(mirror, lint(after).findings);
    expect(last.map(({code}) => code)).toContain('split-words');
    expect(ofDiagnostics(waiting.told.get(uri)!.diagnostics)).toEqual(last);
    await Promise.all([pulling.stop(), waiting.stop()]);
  });
});

describe('settings', () => {
  it('are watched; broken ones are shown at their place, and the last that worked stay', async () => {
    const c = client();
    await c.start(folder);
    const config = path.join(folder, 'mtlint.config.yaml');
    writeFileSync(config, 'rules:\n  fused-words: off\n');
    const uri = uriOf('set.txt');
    await c.open(uri, BAD);
    const codes = async () => (await c.diagnostics(uri)).map(({code}) => code);
    const changed = () => c.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: pathToFileURL(config).href, type: 2}]});
    expect(await codes()).toEqual(['split-words']);
    writeFileSync(config, 'rules:\n  fused-wrds: error\n');
    await changed();
    expect(await codes()).toEqual(['split-words']);
    await c.until(() => c.told.has(pathToFileURL(config).href));
    expect(c.told.get(pathToFileURL(config).href)!.diagnostics[0]).toMatchObject({range: {start: {line: 1}}, message: expect.stringContaining('fused-words')});
    writeFileSync(config, 'rules:\n  split-words: off\n');
    await changed();
    expect(await codes()).toEqual(['fused-words']);
    await c.until(() => c.told.get(pathToFileURL(config).href)?.diagnostics.length === 0);
    const accepted = (await actions(c, uri, (await c.diagnostics(uri))[0]!)).find((a) => a.title === 'Accept “dayswhich” as a word in this project')!;
    await c.connection.sendRequest('workspace/executeCommand', accepted.command!);
    expect(readFileSync(config, 'utf8')).toContain('dayswhich');
    expect(await codes()).toEqual([]);
    rmSync(config);
    await changed();
    expect(await codes()).toEqual(['fused-words', 'split-words']);
    await c.stop();
  });

  /** A folder of its own, its address, and what the editor tells of a change in it. */
  const own = (name: string) => {
    const home = path.join(folder, name);
    mkdirSync(home);
    const at = (file: string) => pathToFileURL(path.join(home, file)).href;
    return {home, at, write: (file: string, text: string) => writeFileSync(path.join(home, file), text)};
  };
  const tell = (c: Client, ...uris: string[]) => c.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: uris.map((uri) => ({uri, type: 2}))});
  const codesOf = async (c: Client, uri: string) => (await c.diagnostics(uri)).map(({code}) => code);
  const toldOf = (c: Client, uri: string) => c.told.get(uri)?.diagnostics.map(({message, range}) => [range.start.line, String(message).split('. ').at(-1)]);

  it('that are broken are shown until they are whole, though the text is closed', async () => {
    const {home, at, write} = own('broken');
    const c = client();
    await c.start(home);
    write('mtlint.config.yaml', 'rules:\n  fused-wrds: error\n');
    write('.mtlint-baseline.json', '{"version": 1,\n "files": oops}');
    const settings = at('mtlint.config.yaml');
    const baseline = at('.mtlint-baseline.json');
    await c.open(at('a.txt'), BAD);
    expect(await codesOf(c, at('a.txt'))).toEqual(['fused-words', 'split-words']);
    await c.until(() => c.told.has(settings) && c.told.has(baseline));
    expect(toldOf(c, settings)).toEqual([[1, 'Until then texts are checked without settings.']]);
    expect(toldOf(c, baseline)).toEqual([[expect.any(Number), 'Until then the findings that it knows are shown.']]);
    expect(c.shown).toEqual([]);
    await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri: at('a.txt')}});
    write('mtlint.config.yaml', 'rules:\n  fused-words: error\n');
    write('.mtlint-baseline.json', '{"version": 1, "files": {}}');
    await tell(c, settings, baseline);
    await c.until(() => [settings, baseline].every((uri) => c.told.get(uri)!.diagnostics.length === 0));
    await c.stop();
  });

  it('are found by editors that watch no files', async () => {
    const {home, at, write} = own('unwatched');
    const c = client();
    await c.start(home, WAITING);
    const uri = at('a.txt');
    const count = (n: number) => c.until(() => c.told.get(uri)?.diagnostics.length === n);
    await c.open(uri, BAD);
    await count(2);
    write('mtlint.config.yaml', 'rules: {fused-words: off}\n');
    await c.change(uri, 2, [{range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: 'So. '}]);
    await count(1);
    write('.mtlintignore', 'a.txt\n');
    await c.connection.sendNotification('textDocument/didSave', {textDocument: {uri}});
    await count(0);
    // Nothing is done in the editor.
    rmSync(path.join(home, '.mtlintignore'));
    await count(1);
    rmSync(path.join(home, 'mtlint.config.yaml'));
    await count(2);
    await c.stop();
  });

  it('of the editor may differ from folder to folder, and are over those that it gave at the start', async () => {
    const [one, two] = [own('one'), own('two')];
    one.write('mtlint.config.yaml', 'rules: {spacing: error}\n');
    const c = client();
    const answers: Record<string, object | null> = {'': {}, [pathToFileURL(one.home).href]: null, [pathToFileURL(two.home).href]: {rules: {'split-words': 'off'}}};
    c.connection.onRequest('workspace/configuration', ({items}: {items: {scopeUri?: string}[]}) => items.map(({scopeUri = ''}) => answers[scopeUri]));
    await c.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: null, workspaceFolders: [one, two].map(({home}) => ({uri: pathToFileURL(home).href, name: home})),
      capabilities: {...ABLE, workspace: {...ABLE.workspace, configuration: true, didChangeConfiguration: {dynamicRegistration: true}}}, initializationOptions: {rules: {'fused-words': 'error', 'split-words': 'error'}},
    });
    await c.connection.sendNotification('initialized', {});
    await c.open(one.at('a.txt'), BAD);
    await c.open(two.at('a.txt'), BAD);
    const settled = async (uri: string, codes: string[]) => expect.poll(() => codesOf(c, uri), {timeout: 5000}).toEqual(codes);
    await settled(two.at('a.txt'), ['fused-words']);
    await settled(one.at('a.txt'), ['fused-words', 'split-words']);
    expect((await c.diagnostics(one.at('a.txt'))).map(({severity}) => severity)).toEqual([1, 1]);
    answers[pathToFileURL(one.home).href] = {rules: {'fused-words': 'off'}};
    await c.connection.sendNotification('workspace/didChangeConfiguration', {settings: null});
    await settled(one.at('a.txt'), ['split-words']);
    await settled(two.at('a.txt'), ['fused-words']);
    await c.stop();
  });

  it('that are the nearest take what is accepted', async () => {
    const {home, at, write} = own('nested');
    mkdirSync(path.join(home, 'drafts'));
    write('mtlint.config.yaml', 'words: [a]\n');
    write('drafts/mtlint.config.yaml', 'words: [b]\n');
    const c = client();
    await c.start(home);
    await c.open(at('drafts/a.txt'), BAD);
    const accepted = (await actions(c, at('drafts/a.txt'), (await c.diagnostics(at('drafts/a.txt')))[0]!)).find((a) => a.title.includes('as a word'))!;
    await c.connection.sendRequest('workspace/executeCommand', accepted.command!);
    expect(readFileSync(path.join(home, 'drafts/mtlint.config.yaml'), 'utf8')).toBe('words: [b, dayswhich]\n');
    expect(await codesOf(c, at('drafts/a.txt'))).toEqual(['split-words']);
    await c.stop();
  });

  it('that are code are not run in a folder that nobody trusts', async () => {
    const c = client();
    await c.start(folder);
    const config = path.join(folder, 'mtlint.config.mjs');
    writeFileSync(config, `import {writeFileSync} from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(folder, 'ran'))}, '');\nexport default {rules: {'fused-words': 'off'}};\n`);
    await c.open(uriOf('code.txt'), BAD);
    expect(await c.diagnostics(uriOf('code.txt'))).toHaveLength(2);
    expect(() => readFileSync(path.join(folder, 'ran'))).toThrow();
    expect(c.shown.join()).toContain('mtlint.config.mjs');
    await c.stop();
    const trusted = client();
    await trusted.start(folder, ABLE, {trusted: true});
    await trusted.open(uriOf('code.txt'), BAD);
    expect(await trusted.diagnostics(uriOf('code.txt'))).toHaveLength(1);
    await trusted.stop();
    rmSync(config);
  });

  it('take terms: of two spellings either may be the project’s own', async () => {
    const c = client();
    await c.start(folder);
    const config = path.join(folder, 'mtlint.config.yaml');
    const uri = uriOf('terms.txt');
    const text = 'The train leaves Munich at noon and is back in Munich by six. Those who miss it stay in München.\n';
    await c.open(uri, text);
    const flagged = async () => (await c.diagnostics(uri)).map(({range}) => text.slice(range.start.character, range.end.character));
    const changed = () => c.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: pathToFileURL(config).href, type: 2}]});
    expect(await flagged()).toEqual(['München']);
    const offered = (await actions(c, uri, (await c.diagnostics(uri))[0]!)).filter(({title}) => title.startsWith('Always'));
    expect(offered.map(({title}) => title)).toEqual(['Always write “Munich” for “München” in this project', 'Always write “München” for “Munich” in this project']);
    await c.connection.sendRequest('workspace/executeCommand', offered[1]!.command!);
    expect(readFileSync(config, 'utf8')).toBe('terms:\n  München: [Munich]\n');
    expect(await flagged()).toEqual(['Munich', 'Munich']);
    rmSync(config);
    await changed();
    await c.connection.sendRequest('workspace/executeCommand', offered[0]!.command!);
    expect(readFileSync(config, 'utf8')).toBe('terms:\n  Munich: [München]\n');
    expect(await flagged()).toEqual(['München']);
    rmSync(config);
    await c.stop();
  });
});

describe('a rule that crashes', () => {
  it.each([
    ['a rule of the project', `import {defineRule} from ${JSON.stringify(pathToFileURL(path.resolve(import.meta.dirname, '../dist/index.js')).href)};\nimport * as v from ${JSON.stringify(import.meta.resolve('valibot'))};\nexport default defineRule({id: 'crash', summary: 's', why: 'w', category: 'plugin', tier: 'report', severity: 'warn', since: '1', evidence: 0, options: v.object({}), examples: {bad: [], good: []}, check() { throw new Error('it broke'); }});\n`],
    ['a retext plugin', 'export default function crash() { return () => { throw new Error("it broke"); }; }\n'],
  ])('(%s) is told of once, and the rest works', async (_, code) => {
    const c = client();
    await c.start(folder, ABLE, {trusted: true});
    const config = path.join(folder, 'mtlint.config.yaml');
    writeFileSync(path.join(folder, 'crash.mjs'), code);
    writeFileSync(config, 'plugins: [./crash.mjs]\n');
    for (const name of ['one.txt', 'two.txt']) {
      await c.open(uriOf(name), BAD);
      for (let version = 2; version < 4; version++) {
        await c.change(uriOf(name), version, [{range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}}, text: 'So. '}]);
        expect((await c.diagnostics(uriOf(name))).map((d) => d.code)).toEqual(['fused-words', 'split-words']);
      }
    }
    expect(c.shown).toEqual(['The rule crash failed on this text (it broke): its findings are missing. Please report it.']);
    rmSync(config);
    rmSync(path.join(folder, 'crash.mjs'));
    await c.stop();
  });
});

it('what a plugin prints is no part of the conversation', async () => {
  const c = client();
  await c.start(folder, ABLE, {trusted: true});
  writeFileSync(path.join(folder, 'loud.mjs'), 'console.log("read");\nexport default function loud() { return (_, file) => { console.log("run"); process.stdout.write("Content-Length: 5\\r\\n\\r\\n"); file.message("loud", {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 4, offset: 3}}); }; }\n');
  writeFileSync(path.join(folder, 'mtlint.config.yaml'), 'plugins: [./loud.mjs]\n');
  await c.open(uriOf('loud.txt'), BAD);
  const items = await c.diagnostics(uriOf('loud.txt'));
  // There is a page about mtlint's own rules only.
  expect(items.map(({code, codeDescription}) => [code, codeDescription !== undefined])).toEqual([['loud', false], ['fused-words', true], ['split-words', true]]);
  expect((await actions(c, uriOf('loud.txt'), items[0]!)).map(({title}) => title).join()).not.toContain('page');
  expect(await c.stop()).toBe(0);
  for (const name of ['loud.mjs', 'mtlint.config.yaml']) rmSync(path.join(folder, name));
});

describe('the workspace', () => {
  const made = (name: string) => {
    const home = path.join(folder, name);
    mkdirSync(home);
    return {home, at: (file: string) => pathToFileURL(path.join(home, file)).href, write: (file: string, text: string) => writeFileSync(path.join(home, file), text)};
  };
  const COMMAND = {command: 'mtlint.lintWorkspace'};

  it('is linted with a report of progress, texts that are open as they are', async () => {
    const {home, at, write} = made('linted');
    const c = client();
    await c.start(home);
    for (const name of ['one.txt', 'it’s, [open].txt']) write(name, BAD);
    write('two.md', 'All is well.\n');
    // As VS Code writes it.
    const open = at('it’s, [open].txt').replace(',', '%2C').replace('[', '%5B').replace(']', '%5D');
    await c.open(open, BAD + BAD);
    expect(await c.connection.sendRequest('workspace/executeCommand', COMMAND)).toEqual({files: 3, findings: 6});
    await c.until(() => c.told.get(at('one.txt'))?.diagnostics.length === 2);
    expect(c.progress.map(({kind}) => kind)).toEqual(['begin', 'report', 'report', 'report', 'end']);
    expect([...c.told.keys()]).toEqual([at('one.txt')]);
    await c.stop();
  });

  it('stays told of: files that change, come, go or are closed unsaved, and settings', async () => {
    const {home, at, write} = made('covered');
    const c = client();
    await c.start(home);
    const count = (name: string, n: number) => c.until(() => c.told.get(at(name))?.diagnostics.length === n);
    const tell = (name: string, type: number) => c.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: at(name), type}]});
    for (const name of ['gone.txt', 'better.txt', 'open.txt', 'other.txt']) write(name, BAD);
    await c.connection.sendRequest('workspace/executeCommand', COMMAND);
    expect(c.registered).toBe(2);
    rmSync(path.join(home, 'gone.txt'));
    await tell('gone.txt', 3);
    await count('gone.txt', 0);
    write('better.txt', 'All is well.\n');
    await tell('better.txt', 2);
    await count('better.txt', 0);
    write('new.md', BAD);
    await tell('new.md', 1);
    await count('new.md', 2);
    // While it is open, it is the editor that asks.
    await c.open(at('open.txt'), 'All is well.\n');
    await count('open.txt', 0);
    await tell('open.txt', 2);
    expect(await c.diagnostics(at('open.txt'))).toEqual([]);
    await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri: at('open.txt')}});
    await count('open.txt', 2);
    write('mtlint.config.yaml', 'rules: {fused-words: off}\n');
    await tell('mtlint.config.yaml', 1);
    await count('other.txt', 1);
    await count('new.md', 1);
    await c.stop();
  });

  it('may be left half linted', async () => {
    const {home, write} = made('many');
    const c = client();
    await c.start(home);
    for (let i = 0; i < 300; i++) write(`${i}.txt`, BAD);
    const source = new CancellationTokenSource();
    const result = c.connection.sendRequest('workspace/executeCommand', COMMAND, source.token);
    await c.until(() => c.told.size > 3);
    source.cancel();
    expect(((await result) as {files: number}).files).toBeLessThan(300);
    expect(c.progress.at(-1)!.kind).toBe('end');
    await c.stop();
  });
});

describe('an answer that nobody waits for', () => {
  const at = {start: {line: 0, character: 0}, end: {line: 0, character: 0}};
  const pulled = (c: Client, uri: string, token?: CancellationToken) => c.connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}}, ...(token ? [token] : [])).then(() => 'answered', ({code, data}: {code: number; data?: unknown}) => ({code, data}));
  it('is not given', async () => {
    const c = client();
    await c.start(folder, ABLE, {delay: 2000});
    const uri = uriOf('stale.txt');
    await c.open(uri, BAD);
    await c.change(uri, 2, [{range: at, text: 'S'}]);
    const overtaken = pulled(c, uri);
    const source = new CancellationTokenSource();
    const cancelled = pulled(c, uri, source.token);
    const began = performance.now();
    source.cancel();
    expect(await cancelled).toEqual({code: -32800});
    expect(performance.now() - began).toBeLessThan(1500);
    await c.change(uri, 3, [{range: at, text: 'o'}]);
    expect(await overtaken).toEqual({code: -32802, data: {retriggerRequest: true}});
    await c.change(uri, 4, [{range: at, text: ' '}]);
    const closed = pulled(c, uri);
    await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
    expect(await closed).toEqual({code: -32802, data: {retriggerRequest: false}});
    await c.stop();
  });
});

describe('bad input', () => {
  it('malformed messages are no end', async () => {
    const c = client();
    await c.start(folder);
    const pieces = ['nothing that has a length\r\n\r\n'];
    for (const body of ['{"jsonrpc": "2.0", "method": ', '[]', '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}', '{"jsonrpc":"2.0","id":77,"method":"textDocument/codeAction","params":null}', '{"jsonrpc":"2.0","id":78,"method":"nonsense"}']) pieces.push(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    c.process.stdin!.write(pieces.join(''));
    await c.open(uriOf('m.txt'), BAD);
    expect(await c.diagnostics(uriOf('m.txt'))).toHaveLength(2);
    // What comes in one piece with such a head is answered, though nothing else comes.
    const left = new Promise((done) => c.process.once('exit', done));
    const last = ['{"jsonrpc":"2.0","id":79,"method":"shutdown"}', '{"jsonrpc":"2.0","method":"exit"}'].map((body) => `Content-Length: ${body.length}\r\n\r\n${body}`);
    c.process.stdin!.write(`no length here, too\r\n\r\n${last.join('')}`);
    expect(await left).toBe(0);
  });

  it('a text of 20 MB is linted in part, with a notice', async () => {
    const c = client();
    await c.start(folder);
    await c.open(uriOf('huge.txt'), `${BAD}\n${'The minister said on Monday that the talks would go on.\n\n'.repeat(360_000)}`);
    await c.diagnostics(uriOf('huge.txt'));
    await c.until(() => c.refreshed > 0);
    const items = await c.diagnostics(uriOf('huge.txt'));
    expect(items.filter(({severity}) => severity === 3).map(({message}) => message)).toEqual([expect.stringContaining('very long')]);
    expect(items.map(({code}) => code)).toContain('fused-words');
    // Repairs of the whole file are left to the command; one place can be repaired.
    const offered = await actions(c, uriOf('huge.txt'), items.find(({code}) => code === 'fused-words')!);
    expect(offered[0]!.title).toBe('Write “days, which”');
    expect(offered.map(({kind}) => kind)).not.toContain('source.fixAll.mtlint');
    // The end of the text is edited, and another text is open: both are answered.
    await c.change(uriOf('huge.txt'), 2, [{range: {start: {line: 720_001, character: 0}, end: {line: 720_001, character: 0}}, text: 'More.'}]);
    await c.open(uriOf('small.txt'), BAD);
    expect(await c.diagnostics(uriOf('small.txt'))).toHaveLength(2);
    expect(await c.diagnostics(uriOf('huge.txt'))).toEqual(items);
    await c.stop();
  });

  it('a client that is gone takes the server with it', async () => {
    const c = client();
    await c.start(folder);
    c.process.stdin!.end();
    expect(await c.exited).toBe(1);
  });

  it('so does one that died without a word, its pipes still open', async () => {
    const c = client();
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await c.connection.sendRequest('initialize', {processId: editor.pid, rootUri: null, capabilities: ABLE});
    await c.connection.sendNotification('initialized', {});
    editor.kill('SIGKILL');
    expect(await c.exited).toBe(1);
  });
});
