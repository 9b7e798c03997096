import {type BaseLanguageClient, CloseAction, type ErrorHandler, ExecuteCommandRequest, type LanguageClientOptions, State} from 'vscode-languageclient';
import * as vscode from 'vscode';
import {LANGUAGES, languageName} from '../../../src/engine/languages.ts';
import {FIX_ALL} from '../../../src/lsp/actions.ts';
import type {Status} from '../../../src/lsp/check.ts';

/** What differs between the desktop and the browser: where the server runs. */
export interface Host {
  /** Makes a client of a server that is not started yet: the one that comes with the extension, if `shipped`. `own`: what the workspace's own is called, where it is that. */
  connect(options: LanguageClientOptions, output: vscode.LogOutputChannel, shipped: boolean): Promise<{readonly client: BaseLanguageClient; readonly own?: string}>;
  /** Readies the workspace's files for a server that has no file system. */
  prepareWorkspace?(client: BaseLanguageClient): Promise<void>;
  /** Ends what the client does not end itself. */
  dispose?(): void;
}

/** Files that the server knows by their names, whatever language the editor takes them for. */
const NAMED = '**/*.{srt,vtt,po,xlf,xliff}';
/** Machine-likeness from which the status says so, as reports do. */
const LIKELY = 0.6;

/** Where texts are that somebody writes: on the disk, not saved yet, or where the folders are. Former versions of a file, output and comments are elsewhere. */
const schemes = () => [...new Set(['file', 'untitled', ...(vscode.workspace.workspaceFolders ?? []).map(({uri}) => uri.scheme)])];
const SHOW = 'Show the output';
/** Actions whose edits are wanted at once. */
const RESOLVED = 10;

/** For a text, those of its folder. */
const settings = (of?: vscode.TextDocument) => vscode.workspace.getConfiguration('mtlint', of?.uri);
/** What the server is told of them. VS Code gives objects that look at themselves: such cannot be sent to a web worker, copies can. */
const told = () => JSON.parse(JSON.stringify(Object.fromEntries(['from', 'mt', 'minConfidence', 'rules', 'delay'].map((key) => [key, settings().get(key)])))) as object;
const count = (n: number, word: string) => `${n.toLocaleString('en-US')} ${word}${n === 1 ? '' : 's'}`;

/** The extension, whichever the host. */
export class Extension implements vscode.Disposable {
  readonly #host: Host;
  readonly #context: vscode.ExtensionContext;
  readonly #output = vscode.window.createOutputChannel('mtlint', {log: true});
  readonly #item = vscode.window.createStatusBarItem('mtlint.status', vscode.StatusBarAlignment.Right, 90);
  /** By document, as the editor writes its address. */
  readonly #status = new Map<string, Status>();
  #client: BaseLanguageClient | undefined;
  /** Starts and stops come one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(context: vscode.ExtensionContext, host: Host) {
    this.#context = context;
    this.#host = host;
    this.#item.name = 'mtlint';
    this.#item.command = 'mtlint.chooseSourceLanguage';
    const command = (id: string, run: () => Promise<unknown>) => vscode.commands.registerCommand(`mtlint.${id}`, run);
    context.subscriptions.push(
      this, this.#output, this.#item,
      command('chooseSourceLanguage', () => this.#chooseSourceLanguage()), command('fixAll', () => this.#fixAll()), command('checkWorkspace', () => this.#checkWorkspace()),
      command('restart', () => this.restart()), command('showOutput', async () => this.#output.show()), command('openExample', () => this.#openExample()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
      vscode.workspace.onDidCloseTextDocument(({uri}) => void this.#status.delete(uri.toString())),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (['enable', 'languages', 'useWorkspaceVersion'].some((key) => change.affectsConfiguration(`mtlint.${key}`))) void this.restart();
        else if (change.affectsConfiguration('mtlint.showStatus')) this.#show();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.restart()),
    );
  }

  /** The client that runs, for those who want to talk with the server. */
  get client(): BaseLanguageClient | undefined {
    return this.#client;
  }

  start(): Promise<void> {
    return this.#next(() => this.#start());
  }

  restart(): Promise<void> {
    return this.#next(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  dispose(): Promise<void> {
    return this.#next(() => this.#stop());
  }

  #next(run: () => Promise<void>): Promise<void> {
    return (this.#turn = this.#turn.then(run, run));
  }

  async #start(shipped = false): Promise<void> {
    const {enable, languages} = {enable: settings().get('enable', true), languages: settings().get<string[]>('languages', [])};
    if (!enable) return this.#show();
    let runs = false;
    let own: string | undefined;
    try {
      const connected = await this.#host.connect({
        documentSelector: schemes().flatMap((scheme) => [...languages.map((language) => ({scheme, language})), {scheme, pattern: NAMED}]), outputChannel: this.#output, diagnosticCollectionName: 'mtlint',
        initializationOptions: {trusted: vscode.workspace.isTrusted, status: true, ...told()},
        // What does not start once is not started again; it is said below.
        initializationFailedHandler: () => false,
        errorHandler: {error: (...what) => usual().error(...what), closed: () => (runs ? usual().closed() : {action: CloseAction.DoNotRestart, handled: true})},
      }, this.#output, shipped);
      const {client} = connected;
      let handler: ErrorHandler | undefined;
      const usual = () => handler ??= client.createDefaultErrorHandler();
      own = connected.own;
      const tell = client.error.bind(client);
      client.error = (message, data, show) => tell(message, data, runs && this.#client === client && show);
      client.onNotification('mtlint/status', (status: Status) => {
        this.#status.set(client.protocol2CodeConverter.asUri(status.uri).toString(), status);
        this.#show();
      });
      client.onDidChangeState(({newState}) => {
        if (newState === State.Stopped) this.#status.clear();
        this.#show();
      });
      this.#client = client;
      await client.start();
      runs = true;
    } catch (error) {
      this.#client = undefined;
      this.#host.dispose?.();
      this.#output.error(error as Error);
      const show = (chosen?: string) => {
        if (chosen) this.#output.show();
      };
      if (own) {
        void vscode.window.showWarningMessage(`${own} does not start. The mtlint that comes with the extension checks instead.`, SHOW).then(show);
        return this.#start(true);
      }
      void vscode.window.showErrorMessage(`mtlint did not start: ${(error as Error).message}`, SHOW).then(show);
    }
    this.#show();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      if (client?.state !== State.Stopped) await client?.dispose();
    } catch (error) {
      this.#output.warn(`The server did not end in order: ${(error as Error).message}`);
    } finally {
      this.#host.dispose?.();
    }
  }

  /** The status item: what is known of the text in front of the reader. */
  #show(): void {
    const editor = vscode.window.activeTextEditor;
    const status = editor && this.#status.get(editor.document.uri.toString());
    if (!status || !settings().get('showStatus', true)) return this.#item.hide();
    const {findings, words, machineLikeness, sourceLanguage, given} = status;
    const likely = machineLikeness >= LIKELY;
    this.#item.text = `$(${findings ? 'edit' : 'check'}) mtlint ${findings}${sourceLanguage ? ` · from ${sourceLanguage}` : likely ? ' · machine-translated?' : ''}`;
    this.#item.tooltip = new vscode.MarkdownString([
      `**mtlint**: ${count(findings, 'finding')} in ${count(words, 'word')}`,
      `${likely ? 'Looks machine-translated' : 'Does not look machine-translated'} (${Math.round(machineLikeness * 100)} of 100)`,
      ...(sourceLanguage ? [`From ${sourceLanguage}${given ? ', as the settings say' : ', as it seems'}`] : []), 'Click to say from which language it was translated',
    ].join('  \n'));
    this.#item.accessibilityInformation = {label: `mtlint: ${count(findings, 'finding')}${sourceLanguage ? `, translated from ${sourceLanguage}` : ''}`};
    this.#item.show();
  }

  /** The text in front of the reader; beside a page that is no text, such as the walkthrough, the one that is to be seen. */
  get #document(): vscode.TextDocument | undefined {
    return (vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(({document}) => this.#status.has(document.uri.toString())))?.document;
  }

  async #chooseSourceLanguage(): Promise<void> {
    const now = settings().get('from', '');
    const {sourceLanguage, given} = this.#status.get(this.#document?.uri.toString() ?? '') ?? {};
    const otherwise = now || !sourceLanguage ? {} : {detail: given ? `${sourceLanguage}, as the settings file says` : `This one seems to be from ${sourceLanguage}`};
    const mark = (code: string) => (code === now ? {description: 'now'} : {});
    const languages = LANGUAGES.map((code) => ({label: languageName(code), code, ...mark(code)})).sort((a, b) => a.label.localeCompare(b.label));
    const chosen = await vscode.window.showQuickPick([{label: given && !now ? 'What the project says' : 'Infer it from each text', code: '', ...otherwise, ...mark('')}, ...languages], {placeHolder: 'From which language were the texts translated?', matchOnDescription: true});
    if (!chosen) return;
    const target = vscode.workspace.workspaceFolders?.length ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings().update('from', chosen.code || undefined, target);
    // What is set for all folders counts in one that says nothing.
    if (settings().get('from', '') !== chosen.code) await settings().update('from', chosen.code, target);
  }

  /** As `source.fixAll.mtlint` on saving does. */
  async #fixAll(): Promise<void> {
    const document = this.#document;
    if (!document) return void vscode.window.showInformationMessage('mtlint: open the text that is to be repaired first.');
    if (!this.#runs()) return;
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, FIX_ALL, RESOLVED) ?? [];
    const edit = actions.find(({kind}) => kind?.value === FIX_ALL)?.edit;
    if (edit) await vscode.workspace.applyEdit(edit);
    else vscode.window.setStatusBarMessage('mtlint: nothing here is safe to repair unseen', 4000);
  }

  /** The client; where there is none, says why. */
  #runs(): BaseLanguageClient | undefined {
    if (!this.#client) void vscode.window.showInformationMessage(settings().get('enable', true) ? 'mtlint does not run: its output says why.' : 'mtlint is switched off in the settings (mtlint.enable).');
    return this.#client;
  }

  async #checkWorkspace(): Promise<void> {
    const client = this.#runs();
    if (!client) return;
    if (!vscode.workspace.workspaceFolders?.length) return void vscode.window.showInformationMessage('mtlint: open the folder that is to be checked first.');
    await this.#host.prepareWorkspace?.(client);
    const {files, findings} = await client.sendRequest(ExecuteCommandRequest.type, {command: 'mtlint.lintWorkspace', arguments: []}) as {files: number; findings: number};
    if (!findings) return void vscode.window.showInformationMessage(`mtlint found nothing in ${count(files, 'file')}.`);
    const chosen = await vscode.window.showInformationMessage(`mtlint: ${count(findings, 'finding')} in ${count(files, 'file')}.`, 'Show the problems');
    if (chosen) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  /** A real article, to try it on. */
  async #openExample(): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#context.extensionUri, 'example.txt'));
    const document = await vscode.workspace.openTextDocument({language: 'plaintext', content: new TextDecoder().decode(bytes)});
    // Beside the walkthrough, which goes on; its long lines wrapped.
    await vscode.window.showTextDocument(document, vscode.window.activeTextEditor || !vscode.window.tabGroups.activeTabGroup.activeTab ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside);
    if (vscode.workspace.getConfiguration('editor', document).get('wordWrap') === 'off') await vscode.commands.executeCommand('editor.action.toggleWordWrap');
  }
}
