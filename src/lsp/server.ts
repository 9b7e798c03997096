import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {
  type CancellationToken, type Connection, type Diagnostic, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type DocumentDiagnosticReport, DocumentDiagnosticReportKind, type InitializeParams, type InitializeResult, LSPErrorCodes,
  ErrorCodes, MarkupKind, MessageType, PositionEncodingKind, ResponseError, ShowMessageNotification, TextDocumentSyncKind, TextDocuments, WorkDoneProgressReporter,
} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {BaselineFile} from '../cli/baseline-file.ts';
import {ACCEPTABLE, type Acceptable, accept} from '../cli/accept.ts';
import {decode} from '../cli/decode.ts';
import type {Found} from '../cli/files.ts';
import {version} from '../cli/version.ts';
import {EXTENSIONS, isNamed} from '../format/registry.ts';
import {failureText} from '../rule/message.ts';
import {ruleUrl} from '../rule/rule-url.ts';
import {actionsFor, COMMANDS, hoverOf, KINDS, type Later, repairAll, type Taking} from './actions.ts';
import {type Checked, check, folderOf, formatIdOf, isIn, type Kept, MAX_LENGTH, statusOf} from './check.ts';
import {diagnosticOfProblem, diagnosticsOf, hasPage, rangeOf} from './diagnostics.ts';
import {readEditorSettings} from './editor-settings.ts';
import {Pace} from './pace.ts';
import {type Applying, isLookedFor, Project, type SettingsProblem} from './project.ts';
import {rememberLess} from '../lexicon/recent.ts';

/** Milliseconds without an edit after which there are diagnostics, at least; see `pace.ts`. */
const LEAST_PAUSE = 80;
/** Milliseconds after diagnostics were told, before the heap is cleared: who has just read them hardly types at once, and what is typed meanwhile waits in its own pause. */
const TOLD = 15;
/** UTF-16 code units of a text that are looked at first when it is opened: some 2,000 words, which take a tenth of a second. */
const FIRST = 12_000;
/** What follows is looked at in steps of twice as many, or of this part of what was looked at, since each step looks at all of that again. */
const FURTHER = 0.25;
/** Milliseconds that it takes a message to be on its way, before more is done. */
const ANSWER = 10;

/** Milliseconds for which nobody wants anything before the server makes itself ready for what may come, and those that it waits between two steps. */
const REST = {first: 1000, next: 10};

/** Milliseconds between two looks at settings files, where the editor watches none. */
const LOOK_AGAIN = 2000;

/** The files in folders of the workspace, by absolute path. */
type FindFiles = (folders: readonly string[], cwd: string) => Promise<Found>;

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
  /** What was told last when somebody asked, and its id. */
  told?: {readonly checked: Checked | undefined; readonly id: string};
  readonly kept: Kept;
  readonly pace: Pace;
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

/** The path of a document; of one that was never saved or is no file of this machine, a path in the folder in which it would be. */
function pathOf(uri: string, folders: readonly string[]): string {
  try {
    if (uri.startsWith('file:')) return fileURLToPath(uri);
  } catch {
    // On another host, or no address at all.
  }
  return path.join(folders[0] ?? process.cwd(), path.basename(uri.replace(/^[^:]*:/, '')) || 'untitled');
}

/** The paths of folders of the editor that are on a disk. */
const pathsOf = (folders: readonly {readonly uri: string}[]) => folders.filter(({uri}) => uri.startsWith('file:')).map(({uri}) => pathOf(uri, []));

/** Serves an editor at the other end of a connection until it is gone. */
export class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #open = new Map<string, Open>();
  /** What cannot be used of the settings and the baseline that are for the texts of a folder, by the folder. */
  readonly #problems = new Map<string, readonly SettingsProblem[]>();
  readonly #told = new Set<string>();
  readonly #watched = new Set<string>();
  /** Files that are not open of which something was told, as absolute paths. */
  #pushed = new Set<string>();
  /** Whether the workspace was linted: then what becomes of its files is told, too. */
  #covers = false;
  /** Files to be looked at again. */
  readonly #waiting = new Set<string>();
  #folders: string[] = [];
  /** What the editor said at the start; what it says later is over it. */
  #initial: object = {};
  /** The least pause, in milliseconds. */
  #delay = LEAST_PAUSE;
  #project = new Project(false);
  #client: Taking & {pull: boolean; refresh: boolean; related: boolean; tags: boolean; markdown: boolean; configuration: boolean; telling: boolean; watching: boolean; showDocument: boolean; status: boolean; progress: boolean; folders: boolean} = {versions: false, later: false, pull: false, refresh: false, related: false, tags: false, markdown: true, configuration: false, telling: false, watching: false, showDocument: false, status: false, progress: false, folders: false};
  /** Requests are answered from `initialize` to `shutdown`. */
  #state: 'new' | 'serving' | 'done' = 'new';
  /** Answers to who asked for diagnostics that have an id. */
  #answers = 0;

  /** Steps by which the server makes itself ready, as long as there are any. */
  #warmUp: Iterator<unknown> | undefined;
  readonly #tidy: () => void;
  #resting: NodeJS.Timeout | undefined;
  #tidying: NodeJS.Timeout | undefined;
  readonly #findFiles: FindFiles;

  /**
   * `findFiles`: those of the workspace. What to do while the editor wants nothing: `warmUp` a step at a time, once; `tidy` whenever something was done
   * before, in less than the least pause.
   */
  constructor(connection: Connection, {findFiles, warmUp, tidy = () => undefined}: {readonly findFiles: FindFiles; readonly warmUp?: Iterator<unknown>; readonly tidy?: () => void}) {
    this.#findFiles = findFiles;
    rememberLess();
    this.#connection = connection;
    this.#warmUp = warmUp;
    this.#tidy = tidy;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => {
      this.#expect();
      this.#state = 'done';
    });
    connection.onDidChangeConfiguration(({settings}: {settings?: {mtlint?: unknown}}) => this.#configure(settings?.mtlint));
    connection.onDidChangeWatchedFiles(({changes}) => {
      const files = changes.map(({uri}) => pathOf(uri, this.#folders));
      if (files.some((file) => this.#project.concerns(file))) this.reload();
      if (this.#covers) void this.#lookAt(files.filter((file) => isNamed(file)));
    });
    connection.onCodeAction(async ({textDocument: {uri}, range, context}) => {
      this.#expect();
      const {document, checked} = await this.#checked(uri) ?? {};
      // What was never saved has the settings of the editor's first folder.
      return document && checked ? actionsFor(document, checked, range, context, uri.startsWith('file:') || this.#folders.length > 0, this.#client) : [];
    });
    connection.onCodeActionResolve(async (action) => {
      this.#expect();
      const {uri, version} = action.data as Later;
      const {document, checked} = await this.#checked(uri) ?? {};
      if (!document || !checked || document.version !== version) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
      const edit = await repairAll(document, checked, this.#client);
      return edit ? {...action, edit} : action;
    });
    connection.onHover(async ({textDocument, position}) => {
      this.#expect();
      const {document, checked} = await this.#checked(textDocument.uri) ?? {};
      if (!document || !checked) return null;
      const at = document.offsetAt(position);
      const here = checked.findings.filter((f) => f.start <= at && at <= f.end);
      if (!here.length) return null;
      return {contents: {kind: this.#client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: hoverOf(here, this.#client.markdown)}, range: rangeOf(document, here[0]!.start, here[0]!.end)};
    });
    connection.languages.diagnostics.on(({textDocument, previousResultId}, token) => this.#pull(textDocument.uri, token, previousResultId));
    connection.onExecuteCommand(({command, arguments: [first] = []}, token, progress) => this.#execute(command, first as unknown, token, progress));
    this.#documents.onDidChangeContent(({document}) => this.#changed(document));
    this.#documents.onDidSave(({document}) => {
      if (this.#reloadIfChanged()) this.#connection.console.info(`Settings read again after ${document.uri} was saved.`);
    });
    this.#documents.onDidClose(({document: {uri}}) => {
      clearTimeout(this.#open.get(uri)?.timer);
      this.#open.delete(uri);
      this.#publish(uri, []);
      // What was not saved is gone: the file counts again.
      if (this.#covers && uri.startsWith('file:')) void this.#lookAt([pathOf(uri, this.#folders)]);
    });
    this.#documents.listen(connection);
  }

  listen(): void {
    this.#connection.listen();
  }

  /** Throws where a request comes before `initialize` or after `shutdown`. */
  #expect(): void {
    if (this.#state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server waits for `initialize`.');
    if (this.#state === 'done') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.');
  }

  #initialize({capabilities, workspaceFolders, rootUri, initializationOptions}: InitializeParams): InitializeResult {
    if (this.#state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    this.#state = 'serving';
    const options = (initializationOptions ?? {}) as InitializationOptions;
    const {codeAction: action, diagnostic, publishDiagnostics: publish, hover} = capabilities.textDocument ?? {};
    this.#client = {
      versions: capabilities.workspace?.workspaceEdit?.documentChanges === true, later: action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true,
      pull: diagnostic !== undefined, related: diagnostic?.relatedInformation === true || publish?.relatedInformation === true, tags: [diagnostic, publish].some((one) => one?.tagSupport !== undefined),
      markdown: hover?.contentFormat?.includes(MarkupKind.Markdown) !== false, refresh: capabilities.workspace?.diagnostics?.refreshSupport === true, configuration: capabilities.workspace?.configuration === true, telling: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
      watching: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true, showDocument: capabilities.window?.showDocument?.support === true, status: options.status === true,
      progress: capabilities.window?.workDoneProgress === true, folders: capabilities.workspace?.workspaceFolders === true,
    };
    this.#folders = pathsOf(workspaceFolders ?? (rootUri ? [{uri: rootUri}] : []));
    this.#project = new Project(options.trusted === true);
    this.#initial = options;
    this.#give({});
    return {
      capabilities: {
        // Every client has it.
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
        codeActionProvider: {codeActionKinds: KINDS, resolveProvider: true}, hoverProvider: true,
        diagnosticProvider: {identifier: 'mtlint', interFileDependencies: false, workspaceDiagnostics: false},
        executeCommandProvider: {commands: Object.values(COMMANDS), workDoneProgress: true},
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
        const gone = pathsOf(removed);
        this.#folders = [...new Set([...this.#folders.filter((folder) => !gone.includes(folder)), ...pathsOf(added)])];
        this.reload();
        if (configuration) void this.#configure().catch(() => undefined);
      });
    }
    // A browser's timers are numbers, and nothing waits for them.
    (setInterval(() => this.#reloadIfChanged(), LOOK_AGAIN) as Partial<NodeJS.Timeout>).unref?.();
    try {
      if (watching) await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: WATCHED.map((globPattern) => ({globPattern}))});
      if (telling) await this.#connection.client.register(DidChangeConfigurationNotification.type, {section: 'mtlint'});
      if (configuration) await this.#configure();
    } catch (error) {
      this.#connection.console.warn(`The editor refused to tell of changes: ${(error as Error).message}`);
    }
  }

  async #configure(given?: unknown): Promise<void> {
    const folders = this.#folders;
    const [all, ...ofFolders] = this.#client.configuration ? await this.#connection.workspace.getConfiguration([{section: 'mtlint'}, ...folders.map((folder) => ({section: 'mtlint', scopeUri: pathToFileURL(folder).href}))]) as unknown[] : [given];
    if (this.#give(all, new Map(folders.map((folder, i) => [folder, ofFolders[i]])))) this.#again();
  }

  /** Takes what the editor says, for all texts and for those of its folders. Returns whether what is found may be another. */
  #give(given: unknown, ofFolders: ReadonlyMap<string, unknown> = new Map()): boolean {
    const read = (...said: unknown[]) => {
      const {problems, ...rest} = readEditorSettings(Object.assign({}, this.#initial, ...said.filter((one) => typeof one === 'object')));
      for (const problem of problems) this.#tell(problem, problem);
      return rest;
    };
    const {settings, delay} = read(given);
    this.#delay = delay ?? LEAST_PAUSE;
    return this.#project.give(settings, new Map([...ofFolders].map(([folder, own]) => [folder, read(given, own).settings])));
  }

  /** Reads settings anew and lints everything that is open again. */
  reload(): void {
    this.#project.reload();
    this.#again();
  }

  /** For editors that watch no files, and for what they do not watch: settings above the folders. Returns whether settings had changed. */
  #reloadIfChanged(): boolean {
    const {watching} = this.#client;
    if (!this.#project.reloadIfChanged((file) => watching && isLookedFor(file) && isIn(file, this.#folders))) return false;
    this.#again();
    return true;
  }

  /** Lints everything that is open anew; what could not be used of settings may be whole now. */
  #again(): void {
    void this.#lookAt(this.#pushed);
    for (const folder of this.#problems.keys()) void this.#applying(path.join(folder, 'x')).catch(() => undefined);
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
      this.#open.set(document.uri, open = {document, kept: {}, pace: new Pace(), due: 0, begins: 0, fresh: true});
      // What linting the workspace told of the file is told again, now of the open text.
      const file = pathOf(document.uri, this.#folders);
      if (this.#pushed.delete(file) && this.#client.pull) this.#publish(pathToFileURL(file).href, []);
    } else {
      const now = performance.now();
      const {pause, begins} = open.pace.after(this.#delay);
      open.due = now + pause;
      open.begins = now + begins;
      clearTimeout(this.#tidying);
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
    void this.#connection.sendDiagnostics({uri, diagnostics: this.#asTaken(diagnostics), ...(at === undefined ? {} : {version: at})});
  }

  /** Diagnostics without what the editor does not take. */
  #asTaken(diagnostics: Diagnostic[]): Diagnostic[] {
    const {related, tags} = this.#client;
    return related && tags ? diagnostics : diagnostics.map(({relatedInformation, tags: own, ...rest}) => ({...rest, ...(related && relatedInformation ? {relatedInformation} : {}), ...(tags && own ? {tags: own} : {})}));
  }

  async #pull(uri: string, token: CancellationToken, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    this.#expect();
    const open = this.#open.get(uri);
    if (!open) return {kind: DocumentDiagnosticReportKind.Full, items: []};
    const at = open.document.version;
    const wait = open.due - performance.now();
    // One that is cancelled from the start tells nobody any more.
    if (wait > 0 && !token.isCancellationRequested) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, wait);
        token.onCancellationRequested(() => {
          clearTimeout(timer);
          done();
        });
      });
    }
    const stale = () => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Nobody wants it any more.');
      const closed = this.#open.get(uri) !== open;
      if (closed || open.document.version !== at) throw new ResponseError(LSPErrorCodes.ServerCancelled, closed ? 'The text is closed.' : 'The text has changed.', {retriggerRequest: !closed});
    };
    stale();
    // The client asks again when it is told that there is more.
    const first = this.#client.refresh ? await this.#beginning(open) : undefined;
    if (first) {
      stale();
      open.timer = setTimeout(() => void this.#check(open).then(() => this.#connection.languages.diagnostics.refresh()).catch(() => undefined), ANSWER);
      return {kind: DocumentDiagnosticReportKind.Full, items: this.#asTaken(first)};
    }
    const checked = await this.#check(open);
    stale();
    const {told} = open;
    if (told && told.checked === checked && told.id === previous) return {kind: DocumentDiagnosticReportKind.Unchanged, resultId: told.id};
    const resultId = String(++this.#answers);
    open.told = {checked, id: resultId};
    return {kind: DocumentDiagnosticReportKind.Full, resultId, items: checked ? this.#asTaken(diagnosticsOf(open.document, checked)) : []};
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
    this.#reloadIfChanged();
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
    const isEdited = open.checked !== undefined;
    const length = document.getText().length;
    // To lint all of a long text takes a second, in which nothing else would be heard.
    if (!isEdited) for (let part = 3 * FIRST; part + FIRST < length && part < MAX_LENGTH; part += Math.max(2 * FIRST, part * FURTHER)) {
      await this.#checkText(document.uri, document.languageId, document.getText(), open.kept, part);
      await new Promise((done) => setImmediate(done));
      if (document.version !== checking!.version || this.#open.get(document.uri) !== open) return undefined;
      // The settings are others.
      if (open.checking !== checking) return this.#check(open);
    }
    const began = performance.now();
    const checked = await this.#checkText(document.uri, document.languageId, document.getText(), open.kept);
    if (isEdited) {
      open.pace.took(performance.now() - began);
      clearTimeout(this.#tidying);
      this.#tidying = setTimeout(this.#tidy, Math.max(0, open.due - performance.now()) + TOLD);
    }
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
      const {baseline, ...applying} = await this.#applying(file);
      this.#watch(applying.files);
      if (applying.ignored && !applying.ignored.git) return undefined;
      const format = formatIdOf(file, languageId, applying.as);
      if (!format) return undefined;
      const checked = await check(text, format, applying, kept, length);
      for (const failure of checked.result?.failures ?? []) this.#tell(`rule ${failure.ruleId}`, failureText(failure));
      if (!baseline) return checked;
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

  /** Tells of what went wrong while nobody waited for it: once. */
  failed(error: unknown): void {
    const {message, stack} = error instanceof Error ? error : new Error(String(error));
    this.#connection.console.error(stack ?? message);
    this.#tell(`failure ${message}`, `Something failed in mtlint or in a plugin: ${message}. The rest goes on.`);
  }

  /** Shows a message once. */
  #tell(key: string, message: string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#show(MessageType.Error, message);
  }

  /** What applies to a file; what of it cannot be used is shown at its place. */
  async #applying(file: string): Promise<Applying & {readonly baseline?: BaselineFile}> {
    const applying = await this.#project.for(file);
    const {baseline, problem} = this.#project.baseline(folderOf(file, this.#folders));
    this.#tellOfProblems(path.dirname(file), [applying.problem, problem].filter((one) => one !== undefined));
    const {untrusted} = applying;
    if (untrusted.length && !this.#told.has('untrusted')) {
      this.#told.add('untrusted');
      this.#show(MessageType.Warning, `${untrusted.map((one) => path.basename(one)).join(', ')} not run: settings that are code, and plugins, run only in a folder that you trust (docs/editors.md).`);
    }
    return {...applying, ...(baseline ? {baseline} : {})};
  }

  #tellOfProblems(folder: string, problems: readonly SettingsProblem[]): void {
    const before = this.#problems.get(folder) ?? [];
    if (JSON.stringify(before) === JSON.stringify(problems)) return;
    if (problems.length) this.#problems.set(folder, problems);
    else this.#problems.delete(folder);
    // Texts of several folders may have the same settings.
    const all = new Map([...this.#problems.values()].flat().map((one) => [JSON.stringify(one), one]));
    for (const file of new Set([...before, ...problems].map((one) => one.file))) this.#publish(pathToFileURL(file).href, [...all.values()].filter((one) => one.file === file).map(diagnosticOfProblem));
  }

  /** Text files that settings name are watched, too. */
  #watch(files: readonly string[]): void {
    if (!this.#client.watching) return;
    const fresh = files.filter((file) => !this.#watched.has(file) && !/^(?:mtlint\.config\..*|package\.json)$/.test(path.basename(file)));
    for (const file of fresh) this.#watched.add(file);
    if (fresh.length) this.#connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: fresh.map((file) => ({globPattern: file.split(path.sep).join('/')}))}).catch(() => undefined);
  }

  async #execute(command: string, given: unknown, token: CancellationToken, progress: WorkDoneProgressReporter): Promise<unknown> {
    this.#expect();
    if (command === COMMANDS.page) {
      if (typeof given !== 'string' || !hasPage(given)) throw new ResponseError(LSPErrorCodes.RequestFailed, 'There is no page of such a rule.');
      const url = ruleUrl(given);
      if (this.#client.showDocument) await this.#connection.window.showDocument({uri: url, external: true});
      else this.#show(MessageType.Info, url);
      return url;
    }
    if (command === COMMANDS.accept) {
      const {uri, kind, value, reason} = (given ?? {}) as {uri?: string; kind?: Acceptable; value?: string; reason?: string};
      if (typeof uri !== 'string' || !kind || !Object.hasOwn(ACCEPTABLE, kind) || typeof value !== 'string') throw new ResponseError(LSPErrorCodes.RequestFailed, 'This is nothing that can be accepted.');
      try {
        const file = pathOf(uri, this.#folders);
        // The nearest settings file is the one that counts.
        const {config, files} = await this.#project.for(file);
        const unsaved = files.find((one) => this.#isUnsaved(one));
        if (unsaved) throw new Error(`Nothing was accepted: ${path.basename(unsaved)} is open and not saved. Save it, and choose this again.`);
        const told = await accept(kind, [value], reason, this.#project.settingsFor(file), config ? path.dirname(config) : folderOf(file, this.#folders));
        this.reload();
        return told;
      } catch (error) {
        this.#show(MessageType.Error, (error as Error).message);
        return null;
      }
    }
    if (command === COMMANDS.workspace) return this.#lintWorkspace(token, progress);
    throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command \`${command}\`.`);
  }

  /** Lints all files of the editor's folders and tells of them as it goes. */
  async #lintWorkspace(token: CancellationToken, given: WorkDoneProgressReporter): Promise<{files: number; findings: number}> {
    const own = this.#client.progress && WorkDoneProgressReporter.isNullInstance(given) ? await this.#connection.window.createWorkDoneProgress() : undefined;
    const progress = own ?? given;
    progress.begin('mtlint', 0, 'looking for files', true);
    const stopped = () => token.isCancellationRequested || own?.token.isCancellationRequested;
    let files = 0;
    let findings = 0;
    try {
      const all = (await this.#findFiles(this.#folders, this.#folders[0] ?? process.cwd())).files;
      const before = new Set(this.#pushed);
      for (const [i, file] of all.entries()) {
        // Messages of the editor are heard between files.
        await new Promise((done) => setImmediate(done));
        if (stopped()) break;
        progress.report(Math.floor((i / all.length) * 100), `${i + 1} of ${all.length}: ${path.basename(file)}`);
        before.delete(file);
        const open = this.#openAt(file);
        const checked = open ? await this.#check(open) : await this.#tellOfFile(file);
        if (!checked) continue;
        files++;
        findings += checked.findings.length;
      }
      // What is gone, or is no text of the workspace any more.
      if (!stopped()) await this.#lookAt(before);
      await this.#cover();
    } finally {
      progress.done();
    }
    return {files, findings};
  }

  /** Whether a file is open and not as it is on the disk. */
  #isUnsaved(file: string): boolean {
    const open = this.#openAt(file);
    return open !== undefined && (!existsSync(file) || decode(readFileSync(file)).text !== open.document.getText());
  }

  #openAt(file: string): Open | undefined {
    // Editors write the same address in several ways.
    for (const [uri, open] of this.#open) if (uri.startsWith('file:') && pathOf(uri, this.#folders) === file) return open;
    return undefined;
  }

  /** Lints a file that is not open and tells of it. Returns what was found; undefined for what is not there or not linted. */
  async #tellOfFile(file: string): Promise<Checked | undefined> {
    const uri = pathToFileURL(file).href;
    let checked: Checked | undefined;
    let text = '';
    try {
      // What is in no folder any more is told of no more.
      if (isIn(file, this.#folders) && existsSync(file) && !file.endsWith('.docx') && !(await this.#project.for(file)).ignored) {
        ({text} = decode(readFileSync(file)));
        checked = await this.#checkText(uri, '', text);
      }
    } catch (error) {
      this.#connection.console.warn(`${file}: ${(error as Error).message}`);
    }
    // Opened meanwhile, it is told of as the editor has it.
    if (this.#openAt(file)) return checked;
    if (checked?.findings.length || checked?.error || checked?.result?.notes) {
      this.#pushed.add(file);
      this.#publish(uri, diagnosticsOf(TextDocument.create(uri, '', 0, text), checked));
    } else if (this.#pushed.delete(file)) this.#publish(uri, []);
    return checked;
  }

  /** Looks at files again that are not open, one after the other. */
  async #lookAt(files: Iterable<string>): Promise<void> {
    const idle = !this.#waiting.size;
    for (const file of files) this.#waiting.add(file);
    if (!idle) return;
    for (const file of this.#waiting) {
      await new Promise((done) => setImmediate(done));
      this.#waiting.delete(file);
      if (!this.#openAt(file)) await this.#tellOfFile(file);
    }
  }

  /** From now on tells of files that change, come and go. */
  async #cover(): Promise<void> {
    if (this.#covers) return;
    this.#covers = true;
    if (this.#client.watching) await this.#connection.client.register(DidChangeWatchedFilesNotification.type, {watchers: [{globPattern: `**/*.{${EXTENSIONS.join(',')}}`}]}).catch(() => undefined);
  }
}
