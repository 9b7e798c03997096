/** A page: CodeMirror as the host of the language server, which runs in the web worker of the VS Code extension. */
import {history} from '@codemirror/commands';
import {EditorState} from '@codemirror/state';
import {EditorView} from '@codemirror/view';
import {BrowserMessageReader, BrowserMessageWriter, type CodeAction, createProtocolConnection, type Diagnostic, type DocumentDiagnosticReport, type TextEdit} from 'vscode-languageserver-protocol/browser';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {type Check, checkNow, marks} from '../../../editors/obsidian/src/marks.ts';
import type {Started} from '../../../src/web/worker.ts';

const URI = 'file:///folder/seed.txt';

/** Starts the worker and opens a text in an editor that shows what the server says of it. `settings` is a settings file in the text's folder. */
async function open(worker: string, pack: string, text: string, settings: string) {
  const running = new Worker(worker);
  await new Promise<void>((done, fail) => {
    running.addEventListener('message', ({data}: MessageEvent<Started>) => ('ready' in data ? done() : fail(new Error(data.problem))), {once: true});
    running.postMessage({pack, files: [['/folder/mtlint.config.yaml', settings]]});
  });
  const connection = createProtocolConnection(new BrowserMessageReader(running), new BrowserMessageWriter(running));
  const written: unknown[] = [];
  connection.onRequest('mtlint/write', (file: unknown) => void written.push(file));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {processId: null, rootUri: null, workspaceFolders: [{uri: 'file:///folder', name: 'folder'}], capabilities: {textDocument: {diagnostic: {}}, workspace: {workspaceFolders: true}}, initializationOptions: {}});
  await connection.sendNotification('initialized', {});
  let version = 0;
  let last: Diagnostic[] = [];
  const check: Check = async (now) => {
    const document = TextDocument.create(URI, 'plaintext', ++version, now);
    if (version === 1) await connection.sendNotification('textDocument/didOpen', {textDocument: {uri: URI, languageId: 'plaintext', version, text: now}});
    else await connection.sendNotification('textDocument/didChange', {textDocument: {uri: URI, version}, contentChanges: [{text: now}]});
    const report: DocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {textDocument: {uri: URI}});
    last = report.kind === 'full' ? report.items : [];
    return Promise.all(last.map(async ({range, code, message, severity}) => {
      const actions: CodeAction[] = await connection.sendRequest('textDocument/codeAction', {textDocument: {uri: URI}, range, context: {diagnostics: [], only: ['quickfix']}});
      const own = actions.filter(({edit, diagnostics}) => edit && diagnostics?.[0]?.code === code && diagnostics?.[0]?.range.start.character === range.start.character && edit.changes![URI]!.length === 1);
      return {
        start: document.offsetAt(range.start), end: document.offsetAt(range.end), severity: severity === 1 ? 'error' as const : 'warning' as const, ruleId: String(code), message: String(message),
        choices: own.map(({title, edit}) => ({title, edits: edit!.changes![URI]!.map(({range: {start, end}, newText}: TextEdit) => ({start: document.offsetAt(start), end: document.offsetAt(end), text: newText}))})),
      };
    }));
  };
  const view = new EditorView({parent: document.querySelector('main')!, state: EditorState.create({doc: text, extensions: [history(), EditorView.lineWrapping, marks(check, () => true)]})});
  return {view, check: () => checkNow(view), diagnostics: () => last, connection, written};
}
Object.assign(globalThis, {open});
