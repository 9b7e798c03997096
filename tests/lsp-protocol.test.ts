import {chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, it} from 'vitest';
import type {CodeAction, DocumentDiagnosticReport, Hover} from 'vscode-languageserver-protocol/node';
import {ABLE, type Client, WAITING} from './lsp-client.ts';
import {workplace} from './lsp-workplace.ts';

/*
 * What the protocol says that servers do, and what editors do that differ from most.
 */

const {folder, client} = workplace('mtlint-protocol-');
/** A folder of its own. */
const own = (name: string) => {
  const home = path.join(folder, name);
  mkdirSync(home);
  return {home, uri: pathToFileURL(home).href, at: (file: string) => pathToFileURL(path.join(home, file)).href, write: (file: string, text: string) => writeFileSync(path.join(home, file), text), read: (file: string) => readFileSync(path.join(home, file), 'utf8')};
};
const BAD = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace.\n';
const request = (c: Client, method: string, params: object = {}): Promise<unknown> => c.connection.sendRequest<unknown>(method, params).then((answer) => answer, ({code}: {code: number}) => code);
const HERE = {start: {line: 0, character: 25}, end: {line: 0, character: 25}};
const actions = (c: Client, uri: string, only?: string[]): Promise<CodeAction[]> => c.connection.sendRequest('textDocument/codeAction', {textDocument: {uri}, range: HERE, context: {diagnostics: [], ...(only ? {only} : {})}});
const accepting = async (c: Client, uri: string) => c.connection.sendRequest('workspace/executeCommand', (await actions(c, uri)).find(({title}) => title.includes('as a word'))!.command!);
const codesOf = async (c: Client, uri: string) => (await c.diagnostics(uri)).map(({code, message}) => code ?? message);

it('requests are answered between `initialize` and `shutdown`', async () => {
  const c = client();
  const {at, uri} = own('life');
  const hover = {textDocument: {uri: at('a.txt')}, position: HERE.start};
  expect(await request(c, 'textDocument/hover', hover)).toBe(-32002);
  expect(await request(c, 'shutdown')).toBe(-32002);
  const {capabilities} = await c.start(path.join(folder, 'life'), {...ABLE, general: {positionEncodings: ['utf-8', 'utf-32']}});
  expect(capabilities.positionEncoding).toBe('utf-16');
  expect(await request(c, 'initialize', {processId: null, rootUri: uri, capabilities: {}})).toBe(-32600);
  await c.open(at('a.txt'), BAD);
  expect(await codesOf(c, at('a.txt'))).toHaveLength(2);
  await c.connection.sendRequest('shutdown');
  expect(await request(c, 'textDocument/hover', hover)).toBe(-32600);
  await c.connection.sendNotification('exit');
  expect(await c.exited).toBe(0);
});

it('diagnostics that somebody has already are not sent again', async () => {
  const c = client();
  const {home, at, write} = own('again');
  await c.start(home);
  const pull = (previousResultId?: string) => c.connection.sendRequest('textDocument/diagnostic', {textDocument: {uri: at('a.txt')}, previousResultId}) as Promise<DocumentDiagnosticReport>;
  await c.open(at('a.txt'), BAD);
  const first = await pull();
  expect(first).toMatchObject({kind: 'full', items: [{code: 'fused-words'}, {code: 'split-words'}]});
  expect(await pull(first.resultId)).toEqual({kind: 'unchanged', resultId: first.resultId});
  // Who has lost them is told anew.
  const second = await pull();
  expect(second.kind).toBe('full');
  expect((await pull(first.resultId)).kind).toBe('full');
  write('mtlint.config.yaml', 'rules: {fused-words: off}\n');
  await c.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: at('mtlint.config.yaml'), type: 1}]});
  expect(await pull(second.resultId)).toMatchObject({kind: 'full', items: [{code: 'split-words'}]});
  await c.stop();
});

it('related places and tags are for those who take them, and so is Markdown', async () => {
  const {home, at} = own('plain');
  const text = `${BAD}\nThe train leaves Munich at noon and is back in Munich by six. Those who miss it stay in the the street in München.\n`;
  for (const able of [true, false]) {
    const c = client();
    await c.start(home, able ? {textDocument: {publishDiagnostics: {relatedInformation: true, tagSupport: {valueSet: [1]}}, hover: {contentFormat: ['markdown', 'plaintext']}}} : {textDocument: {publishDiagnostics: {}, hover: {contentFormat: ['plaintext']}}});
    await c.open(at('a.txt'), text);
    await c.until(() => c.told.has(at('a.txt')));
    const {diagnostics} = c.told.get(at('a.txt'))!;
    expect(diagnostics.map(({code}) => code)).toEqual(['fused-words', 'split-words', 'repetition', 'name-variant']);
    expect([diagnostics[3]!.relatedInformation?.length, diagnostics[2]!.tags]).toEqual(able ? [2, [1]] : [undefined, undefined]);
    const hover = await request(c, 'textDocument/hover', {textDocument: {uri: at('a.txt')}, position: HERE.start}) as Hover;
    expect(hover.contents).toEqual(able ? {kind: 'markdown', value: expect.stringMatching(/^\*\*fused-words\*\* .*\n\nProposals: `days, which`/)} : {kind: 'plaintext', value: expect.stringMatching(/^fused-words: .*\nProposals: “days, which”/)});
    await c.stop();
  }
});

it('actions of every kind are meant by the empty one', async () => {
  const c = client();
  const {home, at} = own('kinds');
  await c.start(home);
  await c.open(at('a.txt'), BAD);
  expect((await actions(c, at('a.txt'), [''])).map(({title}) => title)).toEqual((await actions(c, at('a.txt'))).map(({title}) => title));
  expect(await request(c, 'workspace/executeCommand', {command: 'mtlint.openRulePage', arguments: ['no-such-rule']})).toBe(-32803);
  await c.stop();
});

it('folders that are taken away are, however the editor writes them, and what was told of their files', async () => {
  const c = client();
  const [one, two] = [own('one, [1]'), own('two')];
  await c.start(one.home);
  one.write('a.txt', BAD);
  two.write('b.txt', BAD);
  await c.connection.sendNotification('workspace/didChangeWorkspaceFolders', {event: {added: [{uri: two.uri, name: 'two'}], removed: []}});
  const lint = () => request(c, 'workspace/executeCommand', {command: 'mtlint.lintWorkspace'});
  expect(await lint()).toEqual({files: 2, findings: 4});
  // As VS Code writes it.
  const written = one.uri.replace(',', '%2C').replace('[', '%5B').replace(']', '%5D');
  await c.connection.sendNotification('workspace/didChangeWorkspaceFolders', {event: {added: [], removed: [{uri: written, name: 'one'}]}});
  await c.until(() => c.told.get(one.at('a.txt'))?.diagnostics.length === 0);
  expect(c.told.get(two.at('b.txt'))?.diagnostics).toHaveLength(2);
  expect(await lint()).toEqual({files: 1, findings: 2});
  await c.stop();
});

it('the workspace is linted with the progress that the editor gave', async () => {
  const c = client();
  const {home, write} = own('progress');
  await c.start(home);
  write('a.txt', BAD);
  const tokens = new Set<unknown>();
  c.connection.onNotification('$/progress', ({token}: {token: unknown}) => void tokens.add(token));
  await request(c, 'workspace/executeCommand', {command: 'mtlint.lintWorkspace', workDoneToken: 'ours'});
  expect([...tokens]).toEqual(['ours']);
  await c.stop();
});

it('texts at addresses that are no file of this machine are linted', async () => {
  const c = client();
  const {home} = own('elsewhere');
  await c.start(home);
  for (const uri of ['file://server/share/a.txt', 'file:///a%2Fb.txt', 'file:///%zz.txt', 'untitled:', 'nonsense']) {
    await c.open(uri, BAD);
    expect(await codesOf(c, uri)).toEqual(['fused-words', 'split-words']);
    await c.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
  }
  expect(c.shown).toEqual([]);
  await c.stop();
});

it('what the command does not read is not read, whatever the editor takes it for', async () => {
  const c = client();
  const {home, at} = own('unread');
  await c.start(home);
  for (const [name, text, expected] of [
    ['a.tex', BAD, []], ['a.pdf', BAD, []], ['a.docx', BAD, []], ['README', BAD, ['fused-words', 'split-words']],
    ['paper.txt', `\\documentclass{article}\n${BAD}`, [expect.stringContaining('LaTeX is not supported')]], ['zero.txt', `${BAD}\0`, [expect.stringContaining('zero byte at position 87')]],
  ] as const) {
    await c.open(at(name), text);
    expect([name, await codesOf(c, at(name))]).toEqual([name, expected]);
  }
  await c.stop();
});

it('settings above the folder count when they change, though no editor watches them', async () => {
  const c = client();
  const {home, write} = own('above');
  mkdirSync(path.join(home, 'inner'));
  await c.start(path.join(home, 'inner'));
  const uri = pathToFileURL(path.join(home, 'inner/a.txt')).href;
  await c.open(uri, BAD);
  expect(await codesOf(c, uri)).toEqual(['fused-words', 'split-words']);
  write('mtlint.config.yaml', 'rules: {fused-words: off}\n');
  await c.until(() => c.refreshed === 1);
  expect(await codesOf(c, uri)).toEqual(['split-words']);
  await c.stop();
});

it('values of the editor that mean nothing are told of', async () => {
  const c = client();
  await c.start(own('values').home, WAITING);
  await c.connection.sendNotification('workspace/didChangeConfiguration', {settings: {mtlint: {mt: 'perhaps', minConfidence: 7, delay: -1, from: 'fr'}}});
  await expect.poll(() => c.shown).toEqual(['The editor’s setting `mtlint.mt` is perhaps: there are auto, yes and no.', 'The editor’s setting `mtlint.minConfidence` is 7: there are 0 to 1.', 'The editor’s setting `mtlint.delay` is -1: there are 0 to 10000 milliseconds.']);
  await c.stop();
});

it('what is accepted goes into settings as they are written, and not under an editor’s unsaved text', async () => {
  const c = client();
  const {home, at, write, read} = own('accepting');
  await c.start(home);
  await c.open(at('a.txt'), BAD);
  const changed = () => c.connection.sendNotification('workspace/didChangeWatchedFiles', {changes: [{uri: at('mtlint.config.yaml'), type: 2}]});
  write('mtlint.config.yaml', '# Ours\r\nwords: words.txt\r\nrules:\r\n  spacing: off\r\n');
  write('words.txt', 'one\r\n');
  await changed();
  await c.open(at('words.txt'), 'one\r\ntwo\r\n');
  expect(await accepting(c, at('a.txt'))).toBeNull();
  expect(c.shown).toEqual(['Nothing was accepted: words.txt is open and not saved. Save it, and choose this again.']);
  expect(read('words.txt')).toBe('one\r\n');
  write('words.txt', 'one\r\ntwo\r\n');
  await accepting(c, at('a.txt'));
  expect(read('words.txt')).toBe('one\r\ntwo\r\ndayswhich\r\n');
  write('mtlint.config.yaml', '# Ours\r\nrules:\r\n  spacing: off\r\n');
  await changed();
  await accepting(c, at('a.txt'));
  expect(read('mtlint.config.yaml')).toBe('# Ours\r\nrules:\r\n  spacing: off\r\nwords:\r\n  - dayswhich\r\n');
  rmSync(path.join(home, 'mtlint.config.yaml'));
  write('mtlint.config.json', '{\r\n  "words": []\r\n}\r\n');
  await changed();
  chmodSync(path.join(home, 'mtlint.config.json'), 0o444);
  expect(await accepting(c, at('a.txt'))).toBeNull();
  expect(c.shown.at(-1)).toMatch(/mtlint\.config\.json is read-only: nothing was accepted/);
  chmodSync(path.join(home, 'mtlint.config.json'), 0o644);
  await accepting(c, at('a.txt'));
  expect(read('mtlint.config.json')).toBe('{\r\n  "words": [\r\n    "dayswhich"\r\n  ]\r\n}\r\n');
  await c.stop();
});

it('what stands between messages is passed over, whatever the heads say', async () => {
  const c = client();
  const {home, at} = own('heads');
  await c.start(home);
  const body = '{"jsonrpc":"2.0","id":"x","method":"textDocument/hover","params":{"textDocument":{"uri":"x"},"position":{"line":0,"character":0}}}';
  for (const [i, wrong] of [`Content-Length: ${body.length - 10}\r\n\r\n${body}`, `Content-Length: ${body.length + 10}\r\n\r\n${body}`, 'Content-Length: -5\r\n\r\n', 'Content-Length: abc\r\n\r\n', 'Content-Length: 9999999999999\r\n\r\n', 'Content-Type: x\r\n\r\n', '\r\n\r\n\r\n'].entries()) {
    c.process.stdin!.write(wrong);
    // What comes next may be lost with it.
    await c.connection.sendNotification('mtlint/nothing');
    await c.open(at(`${i}.txt`), BAD);
    expect(await codesOf(c, at(`${i}.txt`))).toHaveLength(2);
  }
  // Heads come in pieces, and with more than a length.
  for (const piece of [`content-type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: ${body.length}\r`, '\n', '\r', `\n${body.slice(0, 9)}`, `${body.slice(9)}Conte`]) {
    c.process.stdin!.write(piece);
    await new Promise((done) => setTimeout(done, 20));
  }
  c.process.stdin!.write('nt-Length: 2\r\n\r\n{}');
  expect(await c.stop()).toBe(0);
});

it('a plugin that ends the process does not end the server', async () => {
  const c = client();
  const {home, at, write} = own('leaves');
  write('leave.mjs', 'process.exit(3);\n');
  write('mtlint.config.yaml', 'from: fr\nplugins: [./leave.mjs]\n');
  await c.start(home, ABLE, {trusted: true});
  await c.open(at('a.txt'), BAD);
  expect(await codesOf(c, at('a.txt'))).toEqual(['fused-words', 'split-words']);
  await expect.poll(() => [...c.told].flatMap(([uri, {diagnostics}]) => (uri.endsWith('.yaml') ? diagnostics.map(({message}) => message) : []))).toEqual(['The plugin `leave` cannot be used: it called `process.exit`. Until then texts are checked without settings.']);
  expect(await c.stop()).toBe(0);
});

it.each([
  ['throws what is no error', 'throw "nothing";', 'The rule crash failed on this text (nothing): its findings are missing. Please report it.'],
  ['fails later', 'Promise.reject(new Error("too late"));', 'Something failed in mtlint or in a plugin: too late. The rest goes on.'],
  ['fails by the clock', 'setTimeout(() => { throw new Error("on time"); }, 1);', 'Something failed in mtlint or in a plugin: on time. The rest goes on.'],
])('a plugin that %s is told of once, and the rest works', async (name, code, message) => {
  const c = client();
  const {home, at, write} = own(name);
  write('crash.mjs', `export default function crash() { return () => { ${code} }; }\n`);
  write('mtlint.config.yaml', 'plugins: [./crash.mjs]\n');
  await c.start(home, ABLE, {trusted: true});
  for (const file of ['a.txt', 'b.txt']) {
    await c.open(at(file), BAD);
    expect(await codesOf(c, at(file))).toEqual(['fused-words', 'split-words']);
  }
  await expect.poll(() => c.shown).toEqual([message]);
  expect(await c.stop()).toBe(0);
});
