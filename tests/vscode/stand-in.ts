/**
 * A small editor that stands in for VS Code where there is none: what the extension and its language client use of the module `vscode`, working
 * as the documentation of the API says. Documents can be opened, typed into and repaired; what an extension shows can be read.
 */
import {CancellationTokenSource, Emitter} from 'vscode-jsonrpc';
import {TextDocument as Content} from 'vscode-languageserver-textdocument';
import {URI, Utils} from 'vscode-uri';

type Dispose = {dispose(): unknown};

class Position {
  constructor(readonly line: number, readonly character: number) {}
}
class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(a: Position | number, b: Position | number, c?: number, d?: number) {
    this.start = typeof a === 'number' ? new Position(a, b as number) : a;
    this.end = typeof a === 'number' ? new Position(c!, d!) : b as Position;
  }
}
class Disposable {
  readonly #run: () => unknown;
  constructor(run: () => unknown) {
    this.#run = run;
  }
  static from(...all: Dispose[]) {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
  dispose() {
    return this.#run();
  }
}
class Diagnostic {
  source?: string;
  code?: unknown;
  constructor(readonly range: Range, readonly message: string, readonly severity = 0) {}
}
class CodeActionKind {
  static readonly Empty = new CodeActionKind('');
  static readonly QuickFix = new CodeActionKind('quickfix');
  static readonly Refactor = new CodeActionKind('refactor');
  static readonly RefactorExtract = new CodeActionKind('refactor.extract');
  static readonly RefactorInline = new CodeActionKind('refactor.inline');
  static readonly RefactorRewrite = new CodeActionKind('refactor.rewrite');
  static readonly Source = new CodeActionKind('source');
  static readonly SourceOrganizeImports = new CodeActionKind('source.organizeImports');
  constructor(readonly value: string) {}
  append(part: string) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
  contains({value}: CodeActionKind) {
    return value === this.value || value.startsWith(`${this.value}.`);
  }
}
class CodeAction {
  isPreferred?: boolean;
  edit?: WorkspaceEdit;
  command?: {command: string; arguments?: unknown[]};
  constructor(readonly title: string, public kind?: CodeActionKind) {}
}
class TextEdit {
  constructor(readonly range: Range, readonly newText: string) {}
}
class WorkspaceEdit {
  readonly changes: [URI, TextEdit[]][] = [];
  /** An edit may come with what the editor shows of it. */
  set(uri: URI, edits: readonly (TextEdit | [TextEdit, unknown])[]) {
    this.changes.push([uri, edits.map((edit) => (Array.isArray(edit) ? edit[0] : edit))]);
  }
  replace(uri: URI, range: Range, text: string) {
    this.set(uri, [new TextEdit(range, text)]);
  }
}
class MarkdownString {
  isTrusted?: boolean;
  constructor(public value = '') {}
  appendMarkdown(text: string) {
    this.value += text;
    return this;
  }
}
class Hover {
  readonly contents: MarkdownString[];
  constructor(contents: MarkdownString | MarkdownString[], readonly range?: Range) {
    this.contents = [contents].flat();
  }
}
class Uri extends URI {
  static override file(file: string) {
    return URI.file(file);
  }
  static joinPath(uri: URI, ...parts: string[]) {
    return Utils.joinPath(uri, ...parts);
  }
  static override [Symbol.hasInstance](value: unknown) {
    return URI.isUri(value);
  }
}

class Document {
  readonly uri: URI;
  isClosed = false;
  isDirty = false;
  readonly eol = 1;
  content: Content;
  constructor(uri: URI, languageId: string, text: string) {
    this.uri = uri;
    this.content = Content.create(uri.toString(), languageId, 1, text);
  }
  get languageId() {
    return this.content.languageId;
  }
  get version() {
    return this.content.version;
  }
  get lineCount() {
    return this.content.lineCount;
  }
  get isUntitled() {
    return this.uri.scheme === 'untitled';
  }
  get fileName() {
    return this.uri.fsPath;
  }
  getText = (range?: Range) => this.content.getText(range);
  offsetAt = (position: Position) => this.content.offsetAt(position);
  positionAt = (offset: number) => {
    const {line, character} = this.content.positionAt(offset);
    return new Position(line, character);
  };
}

/** Classes that the language client extends or names and that nothing here makes. */
const UNUSED = 'CallHierarchyIncomingCall CallHierarchyItem CallHierarchyOutgoingCall CodeLens Color ColorInformation ColorPresentation CompletionItem CompletionItemKind CompletionList CompletionTriggerKind DocumentHighlight DocumentHighlightKind DocumentLink DocumentSymbol FoldingRange FoldingRangeKind InlayHint InlayHintLabelPart InlineCompletionItem InlineCompletionList InlineCompletionTriggerKind InlineValueEvaluatableExpression InlineValueText InlineValueVariableLookup LinkedEditingRanges ParameterInformation SelectionRange SemanticTokens SemanticTokensEdit SemanticTokensEdits SignatureHelp SignatureHelpTriggerKind SignatureInformation SnippetString SnippetTextEdit SymbolInformation SymbolKind TabInputCustom TabInputNotebook TabInputTextDiff TypeHierarchyItem'.split(' ');

export interface World {
  /** Settings under "mtlint", by key; what is not here has its default in the manifest. */
  readonly settings: Record<string, unknown>;
  readonly folder?: URI;
  readonly trusted: boolean;
  readonly home: URI;
  readonly manifest: {version: string; contributes: {configuration: {properties: Record<string, {default: unknown}>}}};
  readFile(uri: URI): Promise<Uint8Array>;
  writeFile(uri: URI, bytes: Uint8Array): Promise<void>;
  /** All files of the folder. */
  files(): Promise<URI[]>;
}

const matches = (selector: unknown, {uri, languageId}: Document): number => {
  for (const one of [selector].flat() as (string | {language?: string; pattern?: string; scheme?: string})[]) {
    const filter = typeof one === 'string' ? {language: one} : one;
    const endings = /\*\.\{([^}]*)\}$/.exec(filter.pattern ?? '')?.[1]?.split(',');
    if ((filter.language === undefined || filter.language === languageId || filter.language === '*') && (filter.scheme === undefined || filter.scheme === uri.scheme) && (!endings || endings.some((e) => uri.path.endsWith(`.${e}`)))) return 10;
  }
  return 0;
};

/** Makes the module `vscode` and what a test does with the editor. */
export function openEditor(world: World) {
  const on = <T>() => new Emitter<T>();
  const events = {opened: on<Document>(), changed: on<unknown>(), closed: on<Document>(), configured: on<{affectsConfiguration(section: string): boolean}>(), active: on<unknown>(), tabs: on<unknown>(), saved: on<URI>(), trusted: on<void>()};
  const nothing = () => new Disposable(() => undefined);
  const documents: Document[] = [];
  const commands = new Map<string, (...args: unknown[]) => unknown>();
  const actionProviders: {selector: unknown; provider: {provideCodeActions(document: Document, range: Range, context: unknown, token: unknown): Promise<CodeAction[]>; resolveCodeAction?(action: CodeAction, token: unknown): Promise<CodeAction>}}[] = [];
  const hoverProviders: {selector: unknown; provider: {provideHover(document: Document, position: Position, token: unknown): Promise<Hover>}}[] = [];
  const collections = new Set<Map<string, readonly Diagnostic[]>>();
  const messages: string[] = [];
  const output: string[] = [];
  const waiting = new Set<() => void>();
  const happened = () => {
    for (const wake of waiting) wake();
  };
  let active: Document | undefined;
  let trusted = world.trusted;
  let pick: ((labels: string[]) => string | undefined) | undefined;
  const status = {text: '', tooltip: undefined as MarkdownString | undefined, visible: false};
  const editorOf = (document: Document) => ({document, viewColumn: 1});
  const never = {isCancellationRequested: false, onCancellationRequested: nothing};

  /** VS Code's own objects are proxies, which cannot be sent to a worker. */
  const guarded = (value: unknown): unknown => (value && typeof value === 'object' ? new Proxy(value, {}) : value);
  const configuration = (section = '') => {
    const whole = (key: string) => (section ? `${section}.${key}` : key);
    const {properties} = world.manifest.contributes.configuration;
    const value = (name: string) => world.settings[name.replace(/^mtlint\./, '')] ?? properties[name]?.default;
    /** A value, or the values of a section as an object. */
    const get = (key: string, otherwise?: unknown) => guarded(settingOf(key, otherwise));
    const settingOf = (key: string, otherwise?: unknown) => {
      const below = Object.keys(properties).filter((name) => name.startsWith(`${whole(key)}.`));
      return (below.length ? Object.fromEntries(below.map((name) => [name.slice(whole(key).length + 1), value(name)])) : value(whole(key))) ?? otherwise;
    };
    return {
      get, has: (key: string) => get(key) !== undefined, inspect: () => undefined,
      update: async (key: string, value: unknown) => {
        world.settings[key] = value;
        events.configured.fire({affectsConfiguration: (asked) => whole(key) === asked || whole(key).startsWith(`${asked}.`)});
      },
    };
  };
  const type = (document: Document, edits: readonly TextEdit[]) => {
    const before = document.content;
    const contentChanges = [...edits].sort((a, b) => before.offsetAt(b.range.start) - before.offsetAt(a.range.start)).map(({range, newText}) => ({range, text: newText, rangeOffset: before.offsetAt(range.start), rangeLength: before.offsetAt(range.end) - before.offsetAt(range.start)}));
    document.content = Content.create(before.uri, before.languageId, before.version + 1, Content.applyEdits(before, edits as never));
    events.changed.fire({document, contentChanges, reason: undefined});
  };
  const tabs: {input: unknown}[] = [];
  const showTab = (uri: URI) => {
    const tab = {input: new (api.TabInputText as new (uri: URI) => unknown)(uri)};
    tabs.push(tab);
    events.tabs.fire({opened: [tab], closed: [], changed: []});
  };
  /** A document without a tab, as extensions open one. */
  const load = (uri: URI, languageId: string, text: string) => {
    const document = new Document(uri, languageId, text);
    documents.push(document);
    events.opened.fire(document);
    return document;
  };
  /** Tabs are there before their documents are. */
  const open = (uri: URI, languageId: string, text: string) => {
    showTab(uri);
    return load(uri, languageId, text);
  };
  const show = (document: Document) => {
    if (!tabs.some(({input}) => (input as {uri: URI}).uri.toString() === document.uri.toString())) showTab(document.uri);
    active = document;
    events.active.fire(editorOf(document));
    return editorOf(document);
  };
  const message = async (text: string) => {
    messages.push(text);
    happened();
    return undefined;
  };
  const log = (text: unknown) => {
    output.push(String(text));
    happened();
  };

  const api: Record<string, unknown> = {
    version: '1.99.0', Uri, Position, Range, Disposable, Diagnostic, CodeAction, CodeActionKind, TextEdit, WorkspaceEdit, MarkdownString, Hover, CancellationTokenSource,
    EventEmitter: Emitter, CancellationError: class extends Error {}, RelativePattern: class {
      constructor(readonly baseUri: unknown, readonly pattern: string) {}
    },
    Location: class {
      constructor(readonly uri: URI, readonly range: Range) {}
    },
    DiagnosticRelatedInformation: class {
      constructor(readonly location: unknown, readonly message: string) {}
    },
    DiagnosticSeverity: {Error: 0, Warning: 1, Information: 2, Hint: 3}, DiagnosticTag: {Unnecessary: 1, Deprecated: 2}, ConfigurationTarget: {Global: 1, Workspace: 2, WorkspaceFolder: 3}, StatusBarAlignment: {Left: 1, Right: 2},
    ViewColumn: {Active: -1, Beside: -2}, ProgressLocation: {SourceControl: 1, Window: 10, Notification: 15}, LogLevel: {Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5}, FileType: {Unknown: 0, File: 1, Directory: 2}, CodeActionTriggerKind: {Invoke: 1, Automatic: 2},
    TextDocumentSaveReason: {Manual: 1, AfterDelay: 2, FocusOut: 3}, NotebookCellKind: {Markup: 1, Code: 2}, SymbolTag: {Deprecated: 1}, CompletionItemTag: {Deprecated: 1},
    env: {language: 'en', appName: 'stand-in', openExternal: async () => true},
    workspace: {
      get isTrusted() {
        return trusted;
      },
      textDocuments: documents, notebookDocuments: [], workspaceFolders: world.folder && [{uri: world.folder, name: 'folder', index: 0}], getWorkspaceFolder: () => undefined, getConfiguration: configuration,
      onDidOpenTextDocument: events.opened.event, onDidChangeTextDocument: events.changed.event, onDidCloseTextDocument: events.closed.event, onDidChangeConfiguration: events.configured.event, onDidGrantWorkspaceTrust: events.trusted.event,
      ...Object.fromEntries(['onDidSaveTextDocument', 'onWillSaveTextDocument', 'onDidChangeWorkspaceFolders', 'onDidOpenNotebookDocument', 'onDidChangeNotebookDocument', 'onDidCloseNotebookDocument', 'onDidSaveNotebookDocument', 'onDidCreateFiles', 'onDidRenameFiles', 'onDidDeleteFiles', 'onWillCreateFiles', 'onWillRenameFiles', 'onWillDeleteFiles', 'registerTextDocumentContentProvider'].map((name) => [name, nothing])),
      // Of every change, whatever the pattern: it is the extension that must tell files apart.
      createFileSystemWatcher: () => ({onDidCreate: nothing, onDidChange: events.saved.event, onDidDelete: nothing, dispose: () => undefined}),
      fs: {readFile: world.readFile, writeFile: world.writeFile, isWritableFileSystem: () => true},
      findFiles: async (pattern: string, leftOut = '') => {
        const names = /\{(.*)\}$/.exec(pattern)![1]!.replace(/\{([^}]*)\}/g, (_, all: string) => `(${all.replaceAll(',', '|')})`).replaceAll('.', '\\.').replaceAll(',', '|');
        const wanted = new RegExp(pattern.startsWith('**/*.') ? `\\.(?:${names})$` : `/(?:${names})$`);
        return (await world.files()).filter(({path}) => wanted.test(path) && !(leftOut && path.includes(leftOut.replaceAll('*', ''))));
      },
      openTextDocument: async (given: URI | {language?: string; content?: string}) => (URI.isUri(given) ? documents.find(({uri}) => uri.toString() === given.toString()) ?? load(given, 'plaintext', new TextDecoder().decode(await world.readFile(given))) : load(URI.from({scheme: 'untitled', path: `Untitled-${documents.length + 1}`}), given.language ?? 'plaintext', given.content ?? '')),
      applyEdit: async ({changes}: WorkspaceEdit) => {
        for (const [uri, edits] of changes) type(documents.find((d) => d.uri.toString() === uri.toString())!, edits);
        return true;
      },
    },
    window: {
      get activeTextEditor() {
        return active && editorOf(active);
      },
      get visibleTextEditors() {
        return active ? [editorOf(active)] : [];
      },
      tabGroups: {all: [{tabs}], activeTabGroup: {get activeTab() {
        return tabs.at(-1);
      }}, onDidChangeTabs: events.tabs.event, onDidChangeTabGroups: nothing},
      state: {focused: true}, onDidChangeWindowState: nothing, onDidChangeActiveTextEditor: events.active.event, onDidChangeVisibleTextEditors: nothing,
      showInformationMessage: message, showWarningMessage: message, showErrorMessage: message, setStatusBarMessage: message,
      showTextDocument: async (document: Document) => show(document),
      showQuickPick: async (items: {label: string}[]) => items.find(({label}) => label === pick?.(items.map((item) => item.label))),
      withProgress: async (_: unknown, run: (progress: unknown, token: unknown) => Promise<unknown>) => run({report: () => undefined}, never),
      createOutputChannel: (name: string) => ({name, append: log, appendLine: log, trace: log, debug: log, info: log, warn: log, error: log, replace: log, clear: () => undefined, show: () => undefined, hide: () => undefined, dispose: () => undefined, logLevel: 3, onDidChangeLogLevel: nothing}),
      createStatusBarItem: () => Object.defineProperties({show: () => {
        status.visible = true;
        happened();
      }, hide: () => {
        status.visible = false;
      }, dispose: () => undefined}, {text: {set: (text: string) => void (status.text = text), get: () => status.text}, tooltip: {set: (text: MarkdownString) => void (status.tooltip = text)}, name: {value: '', writable: true}, command: {value: '', writable: true}, accessibilityInformation: {value: undefined, writable: true}}),
    },
    TabInputText: class {
      constructor(readonly uri: URI) {}
    },
    commands: {
      registerCommand: (id: string, run: (...args: unknown[]) => unknown) => {
        if (commands.has(id)) throw new Error(`command '${id}' already exists`);
        commands.set(id, run);
        return new Disposable(() => commands.delete(id));
      },
      executeCommand: async (id: string, ...args: unknown[]) => {
        if (id === 'vscode.executeCodeActionProvider') return codeActions(args[0] as URI, args[1] as Range, args[2] as string | undefined, args[3] as number | undefined);
        const run = commands.get(id);
        if (!run) throw new Error(`command '${id}' not found`);
        return run(...args);
      },
    },
    languages: {
      match: matches,
      createDiagnosticCollection: (name: string) => {
        const collection = new Map<string, readonly Diagnostic[]>();
        collections.add(collection);
        return {
          name, set: (uri: URI, diagnostics: readonly Diagnostic[] | undefined) => {
            collection.set(uri.toString(), diagnostics ?? []);
            happened();
          }, delete: (uri: URI) => collection.delete(uri.toString()), clear: () => collection.clear(), has: (uri: URI) => collection.has(uri.toString()), get: (uri: URI) => collection.get(uri.toString()), forEach: () => undefined,
          dispose: () => collections.delete(collection),
        };
      },
      registerCodeActionsProvider: (selector: unknown, provider: (typeof actionProviders)[0]['provider']) => {
        const one = {selector, provider};
        actionProviders.push(one);
        return new Disposable(() => actionProviders.splice(actionProviders.indexOf(one), 1));
      },
      registerHoverProvider: (selector: unknown, provider: (typeof hoverProviders)[0]['provider']) => {
        const one = {selector, provider};
        hoverProviders.push(one);
        return new Disposable(() => hoverProviders.splice(hoverProviders.indexOf(one), 1));
      },
    },
  };
  /** As in VS Code, `wanted` edits are there at once; others are made when their action is chosen. */
  async function codeActions(uri: URI, range: Range, kind?: string, wanted = 0): Promise<CodeAction[]> {
    const document = documents.find((d) => d.uri.toString() === uri.toString())!;
    const context = {diagnostics: diagnosticsOf(uri), triggerKind: 1, ...(kind ? {only: new CodeActionKind(kind)} : {})};
    const found = await Promise.all(actionProviders.filter(({selector}) => matches(selector, document)).map(async ({provider}) => {
      const actions = await provider.provideCodeActions(document, range, context, never) ?? [];
      return Promise.all(actions.map((action, i) => (i < wanted && !action.edit ? provider.resolveCodeAction!(action, never) : action)));
    }));
    return found.flat();
  }
  const diagnosticsOf = (uri: URI): Diagnostic[] => [...collections].flatMap((collection) => collection.get(uri.toString()) ?? []);

  const module: Record<string, unknown> = {...Object.fromEntries(UNUSED.map((name) => [name, class {}])), ...api};
  const context = {
    subscriptions: [] as Dispose[], extensionUri: world.home, extension: {packageJSON: world.manifest}, asAbsolutePath: (part: string) => Utils.joinPath(world.home, part).fsPath,
  };
  return {
    module, context, commands, messages, output, status, diagnosticsOf, codeActions, open, type, show,
    execute: (id: string, ...args: unknown[]) => (api.commands as {executeCommand(id: string, ...args: unknown[]): Promise<unknown>}).executeCommand(id, ...args),
    hover: async (document: Document, position: Position) => (await Promise.all(hoverProviders.map(({provider}) => provider.provideHover(document, position, never))))[0],
    configure: (key: string, value: unknown) => configuration('mtlint').update(key, value),
    choose: (how: (labels: string[]) => string | undefined) => {
      pick = how;
    },
    /** A file of the workspace has other content. */
    saved: (uri: URI) => events.saved.fire(uri),
    trust: () => {
      trusted = true;
      events.trusted.fire();
    },
    /** Waits until something holds that changes when diagnostics, messages or the status do. */
    until: async (holds: () => boolean) => {
      while (!holds()) await new Promise<void>((done) => {
        const wake = () => {
          waiting.delete(wake);
          done();
        };
        waiting.add(wake);
      });
    },
    close: async () => {
      for (const one of context.subscriptions.splice(0)) await one.dispose();
    },
  };
}
export type Editor = ReturnType<typeof openEditor>;
