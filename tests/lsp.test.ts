import {mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {CodeAction, Diagnostic, Hover, WorkspaceEdit} from 'vscode-languageserver-protocol';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {fix, lint} from '../src/index.ts';
import {ABLE, Client, WAITING} from './lsp-client.ts';

let folder: string;
const clients: Client[] = [];
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-lsp-')));
});
afterAll(() => {
  for (const {process: child} of clients) child.kill();
  rmSync(folder, {recursive: true, force: true});
});
const client = () => {
  const made = new Client();
  clients.push(made);
  return made;
};
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
    await c.stop();
  });
});

it('after any edits the diagnostics are those of a fresh lint', async () => {
  const c = client();
  await c.start(folder);
  const uri = uriOf('edits.txt');
  const pieces = fc.constantFrom('dayswhich', ' ', '\n\n', 'hard -won', '😀', 'e\u0301', 'Munich', 'München', ' the', ' the', '\r\n', '“', '.', 'In', 'Zeitung', '\ud83d', 'a');
  let run = 0;
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(400), fc.nat(30), fc.array(pieces, {maxLength: 4})), {minLength: 1, maxLength: 6}), async (edits) => {
    const name = `${uri}${run++}.txt`;
    await c.open(name, BAD + BAD);
    const mirror = TextDocument.create(name, 'plaintext', 1, BAD + BAD);
    let version = 1;
    for (const [at, length, inserted] of edits) {
      const start = Math.min(at, mirror.getText().length);
      const range = {start: mirror.positionAt(start), end: mirror.positionAt(start + length)};
      // JSON in UTF-8 carries no half of a pair, as no editor sends one.
      const change = {range, text: inserted.join('').toWellFormed()};
      await c.change(name, ++version, [change]);
      TextDocument.update(mirror, [change], version);
    }
    const text = mirror.getText();
    const fresh = lint(text).findings.map((f) => ({code: f.ruleId, message: f.message, data: f.fingerprint, range: {start: mirror.positionAt(f.start), end: mirror.positionAt(f.end)}}));
    expect((await c.diagnostics(name)).map(({code, message, data, range}) => ({code, message, data, range}))).toEqual(fresh);
    await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri: name}});
  }), {numRuns: 40});
  await c.stop();
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
});

it('lints the workspace with a report of progress', async () => {
  const c = client();
  await c.start(folder);
  writeFileSync(path.join(folder, 'one.txt'), BAD);
  writeFileSync(path.join(folder, 'two.md'), 'All is well.\n');
  expect(await c.connection.sendRequest('workspace/executeCommand', {command: 'mtlint.lintWorkspace'})).toEqual({files: 2, findings: 2});
  await c.until(() => c.told.get(uriOf('one.txt'))?.diagnostics.length === 2);
  expect(c.progress.map(({kind}) => kind)).toEqual(['begin', 'report', 'report', 'end']);
  await c.stop();
});

describe('bad input', () => {
  it('malformed messages are no end', async () => {
    const c = client();
    await c.start(folder);
    for (const body of ['{"jsonrpc": "2.0", "method": ', '[]', '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}', '{"jsonrpc":"2.0","id":77,"method":"textDocument/codeAction","params":null}', '{"jsonrpc":"2.0","id":78,"method":"nonsense"}']) c.process.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    await c.open(uriOf('m.txt'), BAD);
    expect(await c.diagnostics(uriOf('m.txt'))).toHaveLength(2);
    await c.stop();
  });

  it('a text of 20 MB is linted in part, with a notice', async () => {
    const c = client();
    await c.start(folder);
    await c.open(uriOf('huge.txt'), `${BAD}\n${'The minister said on Monday that the talks would go on.\n\n'.repeat(360_000)}`);
    const items = await c.diagnostics(uriOf('huge.txt'));
    expect(items.filter(({severity}) => severity === 3).map(({message}) => message)).toEqual([expect.stringContaining('very long')]);
    expect(items.map(({code}) => code)).toContain('fused-words');
    await c.stop();
  });

  it('a client that is gone takes the server with it', async () => {
    const c = client();
    await c.start(folder);
    c.process.stdin!.end();
    expect(await c.exited).toBe(1);
  });
});
