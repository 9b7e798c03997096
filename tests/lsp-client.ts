import {type ChildProcess, spawn} from 'node:child_process';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {createProtocolConnection, type Diagnostic, type DocumentDiagnosticReport, type InitializeResult, type ProtocolConnection, type PublishDiagnosticsParams, StreamMessageReader, StreamMessageWriter, type TextDocumentContentChangeEvent} from 'vscode-languageserver-protocol/node';

const bin = path.resolve(import.meta.dirname, '../dist/cli.cjs');

/** What a client can do, by default everything of which the server makes use. */
export const ABLE = {
  textDocument: {diagnostic: {dynamicRegistration: false}, publishDiagnostics: {relatedInformation: true}},
  workspace: {didChangeWatchedFiles: {dynamicRegistration: true}, diagnostics: {refreshSupport: true}, workspaceFolders: true}, window: {workDoneProgress: true, showDocument: {support: true}},
};
/** A client that waits to be told. */
export const WAITING = {textDocument: {publishDiagnostics: {}}};

/** A client of the language server, which runs as a process of its own. */
export class Client {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly exited: Promise<number | null>;
  /** What the server has told of files, the last for each. */
  readonly told = new Map<string, PublishDiagnosticsParams>();
  readonly shown: string[] = [];
  readonly progress: {kind: string; message?: string}[] = [];
  readonly status: {words: number; machineLikeness: number; sourceLanguage?: string}[] = [];
  readonly opened: string[] = [];
  registered = 0;
  /** How often the server has said that diagnostics are to be asked for again. */
  refreshed = 0;
  #waiting: (() => void)[] = [];

  /** `command`: a module of Node and its arguments; the built command's own server if absent. */
  constructor(command: readonly string[] = [bin, 'lsp']) {
    this.process = spawn(process.execPath, [...command, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
    this.exited = new Promise((done) => this.process.on('exit', done));
    this.connection = createProtocolConnection(new StreamMessageReader(this.process.stdout!), new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.told.set(params.uri, params);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.connection.onNotification('window/showMessage', ({message}: {message: string}) => void this.shown.push(message));
    this.connection.onNotification('mtlint/status', (status: Client['status'][0]) => void this.status.push(status));
    this.connection.onNotification('$/progress', ({value}: {value: Client['progress'][0]}) => void this.progress.push(value));
    this.connection.onRequest('window/showDocument', ({uri}: {uri: string}) => {
      this.opened.push(uri);
      return {success: true};
    });
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshed++;
      for (const wake of this.#waiting.splice(0)) wake();
      return null;
    });
    this.connection.onRequest('client/registerCapability', ({registrations}: {registrations: unknown[]}) => {
      this.registered += registrations.length;
      return null;
    });
    this.connection.onError(() => undefined);
    this.connection.listen();
  }

  async start(folder: string, capabilities: object = ABLE, initializationOptions: object = {}): Promise<InitializeResult> {
    const uri = pathToFileURL(folder).href;
    const result: InitializeResult = await this.connection.sendRequest('initialize', {processId: process.pid, rootUri: uri, workspaceFolders: [{uri, name: 'x'}], capabilities, initializationOptions});
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId, version: 1, text}});
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification('textDocument/didChange', {textDocument: {uri, version}, contentChanges});
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report: DocumentDiagnosticReport = await this.connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}});
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits until the server has told something of which `wanted` holds. */
  async until(wanted: () => boolean): Promise<void> {
    while (!wanted()) await new Promise<void>((done) => this.#waiting.push(done));
  }

  /** Leaves as the protocol wants it; the server's exit status. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    return this.exited;
  }
}
