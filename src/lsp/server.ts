import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {
  type CancellationToken, type Connection, type Diagnostic, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type DocumentDiagnosticReport, DocumentDiagnosticReportKind, type InitializeParams, type InitializeResult, LSPErrorCodes,
  MarkupKind, MessageType, ResponseError, ShowMessageNotification, TextDocumentSyncKind, TextDocuments,
} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {ACCEPTABLE, type Acceptable, accept} from '../cli/accept.ts';
import {decode} from '../cli/decode.ts';
import {findFiles} from '../cli/files.ts';
import {version} from '../cli/version.ts';
import {failureText} from '../rule/message.ts';
import {ruleUrl} from '../rule/rule-url.ts';
import {actionsFor, COMMANDS, hoverOf, KINDS, type Later, repairAll, type Taking} from './actions.ts';
import {type Checked, check, folderOf, formatIdOf, type Kept, statusOf} from './check.ts';
import {diagnosticOfProblem, diagnosticsOf, rangeOf} from './diagnostics.ts';
import {readEditorSettings} from './editor-settings.ts';
import {Project, type SettingsProblem} from './project.ts';
import {rememberLess} from '../lexicon/recent.ts';

/** Milliseconds without an edit after which there are diagnostics: at least, at most, and by how long linting took. */
const PAUSE = {least: 80, most: 2000, factor: 1.5};
/** The part of the pause, at its end, in which a text is linted already, so that diagnostics are there when it is over: as long as linting took, at most this. */
const AHEAD = 0.5;
/** UTF-16 code units of a text that are looked at first when it is opened: some 2,000 words, which take a tenth of a second. */
const FIRST = 12_000;
/** Milliseconds that it takes a message to be on its way, before more is done. */
const ANSWER = 10;

/** Milliseconds for which nobody wants anything before the server makes itself ready for what may come, and those that it waits between two steps. */
const REST = {first: 1000, next: 10};

/** What the editor may say at the start, beside its settings (`editor-settings.ts`). */
interface InitializationOptions {
  /** Whether settings that are code, and plugins, of the folder may be run. */
  readonly trusted?: boolean;
  /** Whether the editor shows `mtlint/status`. */
  readonly status?: boolean;
}

/** A document that is open. */
interface Open {
  readonly document: TextDocument;
  /** Of the last lint: for which version of the document, and what it gave. */
  version?: number;
  checked?: Checked;
  readonly kept: Kept;
  /** How long the last lint took, in milliseconds. */
  took: number;
  timer?: NodeJS.Timeout;
  /** When the pause since the last edit is over, and when linting begins; as `performance.now()`. */
  due: number;
  begins: number;
  /** The lint that is going on, of a version of the document. */
  checking?: {readonly version: number; done?: Promise<Checked | undefined>};
  /** It was opened, and nothing was said of it yet. */
  fresh: boolean;
}

const WATCHED = ['**/mtlint.config.*', '**/package.json', '**/.mtlintignore', '**/.gitignore', '**/.mtlint-baseline.json'];

/** The path of a document; of one that was never saved, a path in the folder in which it would be. */
const pathOf = (uri: string, folders: readonly string[]) => (uri.startsWith('file:') ? fileURLToPath(uri) : path.join(folders[0] ?? process.cwd(), path.basename(uri.replace(/^[^:]*:/, '')) || 'untitled'));

/** Serves an editor at the other end of a connection until it is gone. */
export class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #open = new Map<string, Open>();
  readonly #problems = new Map<string, string>();
  readonly #told = new Set<string>();
  readonly #watched = new Set<string>();
  #pushed = new Set<string>();
  #folders: string[] = [];
  /** The least pause, in milliseconds. */
  #delay = PAUSE.least;
  #project = new Project(false);
  #client: Taking & {pull: boolean; refresh: boolean; configuration: boolean; telling: boolean; watching: boolean; showDocument: boolean; status: boolean; progress: boolean; folders: boolean} = {versions: false, later: false, pull: false, refresh: false, configuration: false, telling: false, watching: false, showDocument: false, status: false, progress: false, folders: false};

  /** Steps by which the server makes itself ready, as long as there are any. */
  #warmUp: Iterator<unknown> | undefined;
  readonly #tidy: () => void;
  #resting: NodeJS.Timeout | undefined;

  /** What to do while the editor wants nothing: `warmUp` a step at a time, once; `tidy` whenever something was done before, in less than the least pause. */
  constructor(connection: Connection, {warmUp, tidy = () => undefined}: {readonly warmUp?: Iterator<unknown>; readonly tidy?: () => void} = {}) {
    rememberLess();
    this.#connection = connection;
    this.#warmUp = warmUp;
    this.#tidy = tidy;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration(({settings}: {settings?: {mtlint?: unknown}}) => this.#configure(settings?.mtlint));
    connection.onDidChangeWatchedFiles(() => this.reload());
    connection.onCodeAction(async ({textDocument: {uri}, range, context}) => {
      const {document, checked} = await this.#checked(uri) ?? {};
      // What was never saved has the settings of the editor's first folder.
      return document && checked ? actionsFor(document, checked, range, context, uri.startsWith('file:') || this.#folders.length > 0, this.#client) : [];
    });
    connection.onCodeActionResolve(async (action) => {
      const {uri, version} = action.data as Later;
      const {document, checked} = await this.#checked(uri) ?? {};
      if (!document || !checked || document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
      const edit = await repairAll(document, checked, this.#client);
      return edit ? {...action, edit} : action;
    });
    connection.onHover(async ({textDocument, position}) => {
      const {document, checked} = await this.#checked(textDocument.uri) ?? {};
      if (!document || !checked) return null;
      const at = document.offsetAt(position);
      const here = checked.findings.filter((f) => f.start <= at && at <= f.end);
      if (!here.length) return null;
      return {contents: {kind: MarkupKind.Markdown, value: hoverOf(here)}, range: rangeOf(document, here[0]!.start, here[0]!.end)};
    });
    connection.languages.diagnostics.on(({textDocument}, token) => this.#pull(textDocument.uri, token));
    connection.onExecuteCommand(({command, arguments: [first] = []}, token) => this.#execute(command, first as unknown, token));
    this.#documents.onDidChangeContent(({document}) => this.#changed(document));
    this.#documents.onDidSave(({document}) => {
      if (this.#client.watching || !this.#project.reloadIfChanged()) return;
      this.#connection.console.info(`Settings read again after ${document.uri} was saved.`);
      this.#again();
    });
    this.#documents.onDidClose(({document: {uri}}) => {
      clearTimeout(this.#open.get(uri)?.timer);
      this.#open.delete(uri);
      this.#publish(uri, []);
    });
    this.#documents.listen(connection);
  }

  listen(): void {
    this.#connection.listen();
  }

  #initialize({capabilities, workspaceFolders, rootUri, initializationOptions}: InitializeParams): InitializeResult {
    const options = (initializationOptions ?? {}) as InitializationOptions;
    const action = capabilities.textDocument?.codeAction;
    this.#client = {
      versions: capabilities.workspace?.workspaceEdit?.documentChanges === true, later: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
      pull: capabilities.textDocument?.diagnostic !== undefined, refresh: capabilities.workspace?.diagnostics?.refreshSupport === true, configuration: capabilities.workspace?.configuration === true, telling: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
      watching: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true, showDocument: capabilities.window?.showDocument?.support === true, status: options.status === true,
      progress: capabilities.window?.workDoneProgress === true, folders: capabilities.workspace?.workspaceFolders === true,
    };
    this.#folders = (workspaceFolders?.map(({uri}) => uri) ?? (rootUri ? [rootUri] : [])).filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri));
    this.#project = new Project(options.trusted === true);
    this.#give(options);
    return {
      capabilities: {
        textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
        codeActionProvider: {codeActionKinds: KINDS, resolveProvider: true}, hoverProvider: true,
        diagnosticProvider: {identifier: 'mtlint', interFileDependencies: false, workspaceDiagnostics: false},
        executeCommandProvider: {commands: Object.values(COMMANDS)},
        workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
      },
      serverInfo: {name: 'mtlint', version},
    };
  }

  /** Goes on warming up when nobody has wanted anything for some milliseconds, and tidies up behind it. */
  #rest(wait = REST.first): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (!this.#warmUp) return this.#tidy();
      try {
        if (this.#warmUp.next().done) this.#warmUp = undefined;
      } catch (error) {
        this.#warmUp = undefined;
        this.#connection.console.warn(`Warming up failed: ${(error as Error).message}`);
      }
      this.#rest(REST.next);
    }, wait);
    // A browser's timers are numbers, and nothing waits for them.
    (this.#resting as Partial<NodeJS.Timeout>).unref?.();
  }

  async #initialized(): Promise<void> {
    this.#rest();
    const {configuration, telling, watching, folders} = this.#client;
    if (folders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
        const gone = new Set(removed.map(({uri}) => uri));
        this.#folders = [...this.#folders.filter((folder) => !gone.has(pathToFileURL(folder).href)), ...added.filter(({uri}) => uri.startsWith('file:')).map(({uri}) => fileURLToPath(uri))];
        this.reload();
      });
    }
    try {
      if (watching) await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: WATCHED.map((globPattern) => ({globPattern}))});
      if (telling) await this.#connection.client.register(DidChangeConfigurationNotification.type, {section: 'mtlint'});
      if (configuration) await this.#configure();
    } catch (error) {
      this.#connection.console.warn(`The editor refused to tell of changes: ${(error as Error).message}`);
    }
  }

  async #configure(given?: unknown): Promise<void> {
    const settings: unknown = this.#client.configuration ? await this.#connection.workspace.getConfiguration('mtlint') : given;
    if (settings && this.#give(settings)) this.#again();
  }

  /** Takes what the editor says. Returns whether what is found may be another. */
  #give(given: unknown): boolean {
    const {settings, delay, problems} = readEditorSettings(given);
    this.#delay = delay ?? PAUSE.least;
    for (const problem of problems) this.#tell(problem, problem);
    return this.#project.give(settings);
  }

  /** Reads settings anew and lints everything that is open again. */
  reload(): void {
    this.#project.reload();
    this.#again();
  }

  /** Lints everything that is open anew. */
  #again(): void {
    for (const open of this.#open.values()) {
      open.version = open.checking = undefined;
      if (!this.#client.pull) this.#schedule(open);
    }
    if (this.#client.refresh) this.#connection.languages.diagnostics.refresh();
  }

  #changed(document: TextDocument): void {
    this.#rest();
    let open = this.#open.get(document.uri);
    if (!open || open.document !== document) {
      clearTimeout(open?.timer);
      this.#open.set(document.uri, open = {document, kept: {}, took: 0, due: 0, begins: 0, fresh: true});
      // What linting the workspace told of the file is told again, now of the open text.
      if (this.#pushed.delete(document.uri) && this.#client.pull) this.#publish(document.uri, []);
    } else {
      const pause = Math.max(this.#delay, Math.min(PAUSE.most, open.took * PAUSE.factor));
      open.due = performance.now() + pause;
      open.begins = open.due - Math.min(open.took, pause * AHEAD);
      // Nobody waits until the pause is over.
      this.#tidy();
      this.#schedule(open);
      return;
    }
    // Who asks, asks by himself.
    if (!this.#client.pull) this.#schedule(open);
  }

  /** Lints towards the end of the pause, and tells of it when that is over; the next edit begins it anew. */
  #schedule(open: Open): void {
    clearTimeout(open.timer);
    open.timer = setTimeout(() => void (this.#client.pull ? this.#check(open) : this.#push(open)), Math.max(0, open.begins - performance.now()));
  }

  async #push(open: Open): Promise<void> {
    const {document} = open;
    const at = document.version;
    const isAsked = () => this.#open.get(document.uri) === open && document.version === at;
    const first = await this.#beginning(open);
    if (first && isAsked()) {
      this.#publish(document.uri, first, at);
      await new Promise((done) => setTimeout(done, ANSWER));
    }
    const checked = await this.#check(open);
    const wait = open.due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    if (isAsked()) this.#publish(document.uri, checked ? diagnosticsOf(document, checked) : [], at);
  }

  /** What is found at the beginning of a long document that was just opened, while all of it is not looked at yet. Undefined for others. */
  async #beginning(open: Open): Promise<Diagnostic[] | undefined> {
    const {document, fresh} = open;
    open.fresh = false;
    const text = document.getText();
    if (!fresh || text.length < 2 * FIRST) return undefined;
    const checked = await this.#checkText(document.uri, document.languageId, text, open.kept, FIRST);
    // Whether a comment is of use, the rest may show.
    return checked && !checked.error ? diagnosticsOf(document, {...checked, cut: undefined, findings: checked.findings.filter(({category}) => category !== 'suppression')}) : undefined;
  }

  #publish(uri: string, diagnostics: Diagnostic[], at?: number): void {
    void this.#connection.sendDiagnostics({uri, diagnostics, ...(at === undefined ? {} : {version: at})});
  }

  async #pull(uri: string, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const open = this.#open.get(uri);
    if (!open) return {kind: DocumentDiagnosticReportKind.Full, items: []};
    const at = open.document.version;
    const wait = open.due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    if (token.isCancellationRequested || open.document.version !== at) throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed.', {retriggerRequest: true});
    // The client asks again when it is told that there is more.
    const first = this.#client.refresh ? await this.#beginning(open) : undefined;
    if (first) {
      open.timer = setTimeout(() => void this.#check(open).then(() => this.#connection.languages.diagnostics.refresh()).catch(() => undefined), ANSWER);
      return {kind: DocumentDiagnosticReportKind.Full, items: first};
    }
    const checked = await this.#check(open);
    return {kind: DocumentDiagnosticReportKind.Full, items: checked ? diagnosticsOf(open.document, checked) : []};
  }

  /** What is found in a document that is open, as it is now. Throws where it changes meanwhile: no edit or place of it would be right. */
  async #checked(uri: string): Promise<{document: TextDocument; checked: Checked | undefined} | undefined> {
    const open = this.#open.get(uri);
    if (!open) return undefined;
    const {document} = open;
    const {version} = document;
    const checked = await this.#check(open);
    if (document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
    return {document, checked};
  }

  /** What is found in a document as it is now; undefined for what is not linted. Linted once for each version. */
  async #check(open: Open): Promise<Checked | undefined> {
    const {version} = open.document;
    if (!this.#client.watching && this.#project.reloadIfChanged()) open.version = open.checking = undefined;
    if (open.version === version) return open.checked;
    if (open.checking?.version !== version) {
      open.checking = {version};
      open.checking.done = this.#checkNow(open, open.checking);
    }
    return open.checking.done;
  }

  async #checkNow(open: Open, checking: Open['checking']): Promise<Checked | undefined> {
    const {document} = open;
    this.#rest();
    const began = performance.now();
    const checked = await this.#checkText(document.uri, document.languageId, document.getText(), open.kept);
    open.took = performance.now() - began;
    // Neither text nor settings are others meanwhile.
    if (open.checking === checking) {
      open.version = checking!.version;
      open.checking = undefined;
      open.checked = checked;
      if (checked && this.#client.status) void this.#connection.sendNotification('mtlint/status', statusOf(document.uri, checked));
    }
    return checked;
  }

  async #checkText(uri: string, languageId: string, text: string, kept?: Kept, length?: number): Promise<Checked | undefined> {
    try {
      const file = pathOf(uri, this.#folders);
      const applying = await this.#project.for(file);
      this.#tellOfSettings(file, applying.problem, applying.untrusted);
      this.#watch(applying.files);
      if (applying.ignored && !applying.ignored.git) return undefined;
      const format = formatIdOf(file, languageId, applying.as);
      if (!format) return undefined;
      const checked = await check(text, format, applying, kept, length);
      for (const failure of checked.result?.failures ?? []) this.#tell(`rule ${failure.ruleId}`, failureText(failure));
      const baseline = this.#project.baseline(folderOf(file, this.#folders));
      if (!baseline) return checked;
      if ('message' in baseline) {
        this.#tell(`baseline ${baseline.message}`, baseline.message);
        return checked;
      }
      const known = baseline.knows(file, checked.findings);
      return {...checked, findings: checked.findings.filter((_, i) => !known[i])};
    } catch (error) {
      // Nothing that a text or a setting does may end the server.
      this.#tell(`failure ${(error as Error).message}`, `mtlint could not check ${path.basename(uri)}: ${(error as Error).message}`);
      return undefined;
    }
  }

  #show(type: MessageType, message: string): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {type, message});
  }

  /** Shows a message once. */
  #tell(key: string, message: string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#show(MessageType.Error, message);
  }

  #tellOfSettings(file: string, problem: SettingsProblem | undefined, untrusted: readonly string[]): void {
    const folder = path.dirname(file);
    const before = this.#problems.get(folder);
    if (before && before !== problem?.file) {
      this.#problems.delete(folder);
      this.#publish(pathToFileURL(before).href, []);
    }
    if (problem) {
      this.#problems.set(folder, problem.file);
      this.#publish(pathToFileURL(problem.file).href, [diagnosticOfProblem(problem)]);
    }
    if (!untrusted.length || this.#told.has('untrusted')) return;
    this.#told.add('untrusted');
    this.#show(MessageType.Warning, `${untrusted.map((one) => path.basename(one)).join(', ')} not run: settings that are code, and plugins, run only in a folder that you trust (docs/editors.md).`);
  }

  /** Text files that settings name are watched, too. */
  #watch(files: readonly string[]): void {
    if (!this.#client.watching) return;
    const fresh = files.filter((file) => !this.#watched.has(file) && !/^(?:mtlint\.config\..*|package\.json)$/.test(path.basename(file)));
    for (const file of fresh) this.#watched.add(file);
    if (fresh.length) this.#connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: fresh.map((file) => ({globPattern: file.split(path.sep).join('/')}))}).catch(() => undefined);
  }

  async #execute(command: string, given: unknown, token: CancellationToken): Promise<unknown> {
    if (command === COMMANDS.page && typeof given === 'string') {
      const url = ruleUrl(given);
      if (this.#client.showDocument) await this.#connection.window.showDocument({uri: url, external: true});
      else this.#show(MessageType.Info, url);
      return url;
    }
    if (command === COMMANDS.accept) {
      const {uri, kind, value, reason} = (given ?? {}) as {uri?: string; kind?: Acceptable; value?: string; reason?: string};
      if (typeof uri !== 'string' || !kind || !Object.hasOwn(ACCEPTABLE, kind) || typeof value !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, 'This is nothing that can be accepted.');
      try {
        const folder = folderOf(pathOf(uri, this.#folders), this.#folders);
        const told = await accept(kind, [value], reason, this.#project.settings, folder);
        this.reload();
        return told;
      } catch (error) {
        this.#show(MessageType.Error, (error as Error).message);
        return null;
      }
    }
    if (command === COMMANDS.workspace) return this.#lintWorkspace(token);
    throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command \`${command}\`.`);
  }

  /** Lints all files of the editor's folders and tells of them as it goes. */
  async #lintWorkspace(token: CancellationToken): Promise<{files: number; findings: number}> {
    const progress = this.#client.progress ? await this.#connection.window.createWorkDoneProgress() : undefined;
    progress?.begin('mtlint', 0, 'looking for files', true);
    const stopped = () => token.isCancellationRequested || progress?.token.isCancellationRequested;
    let files = 0;
    let findings = 0;
    try {
      const all = (await findFiles(this.#folders, this.#folders[0] ?? process.cwd())).files;
      const before = this.#pushed;
      this.#pushed = new Set();
      for (const [i, file] of all.entries()) {
        // Messages of the editor are heard between files.
        await new Promise((done) => setImmediate(done));
        if (stopped()) break;
        const uri = pathToFileURL(file).href;
        progress?.report(Math.floor((i / all.length) * 100), `${i + 1} of ${all.length}: ${path.basename(file)}`);
        if (this.#open.has(uri) || file.endsWith('.docx') || (await this.#project.for(file)).ignored) continue;
        let text: string;
        try {
          ({text} = decode(readFileSync(file)));
        } catch (error) {
          this.#connection.console.warn(`${file}: ${(error as Error).message}`);
          continue;
        }
        const checked = await this.#checkText(uri, '', text);
        files++;
        if (!checked?.findings.length && !checked?.error) continue;
        findings += checked.findings.length;
        before.delete(uri);
        this.#pushed.add(uri);
        this.#publish(uri, diagnosticsOf(TextDocument.create(uri, '', 0, text), checked));
      }
      if (stopped()) for (const uri of before) this.#pushed.add(uri);
      else for (const uri of before) this.#publish(uri, []);
    } finally {
      progress?.done();
    }
    return {files, findings};
  }
}
