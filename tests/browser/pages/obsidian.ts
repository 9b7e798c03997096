/** A page with a note, and what the Obsidian plugin uses of Obsidian: as its documentation says, on the CodeMirror that Obsidian has. */
import * as commands from '@codemirror/commands';
import * as codemirrorLint from '@codemirror/lint';
import * as state from '@codemirror/state';
import * as codemirrorView from '@codemirror/view';

const {EditorState} = state;
const {EditorView} = codemirrorView;

interface Command {
  readonly id: string;
  readonly name: string;
  editorCallback(editor: unknown): unknown;
}
interface Loaded {
  onload(): Promise<void>;
  onunload(): void;
}

/** Loads the plugin's code, opens a note with what it registers, and returns what a reader can do and see. */
async function open(code: string, manifest: object, pack: string, note: string) {
  const extensions: state.Extension[] = [];
  const registered: Command[] = [];
  const notices: string[] = [];
  const tabs: {display(): void}[] = [];
  const placeholders: string[] = [];
  let query = '';
  let saved: unknown = null;
  class MarkdownView {
    get editor() {
      return editor;
    }
  }
  const obsidian = {
    Plugin: class {
      constructor(readonly app: unknown, readonly manifest: unknown) {}
      loadData = async () => saved;
      saveData = async (data: unknown) => {
        saved = data;
      };
      registerEditorExtension = (extension: state.Extension) => extensions.push(extension);
      addCommand = (command: Command) => registered.push(command);
      addSettingTab = (tab: {display(): void}) => tabs.push(tab);
    },
    PluginSettingTab: class {
      readonly containerEl = Object.assign(document.createElement('div'), {empty(this: HTMLElement) {
        this.replaceChildren();
      }});
    },
    Setting: class {
      readonly #home: HTMLElement;
      constructor(home: HTMLElement) {
        this.#home = home;
      }
      setName(name: string) {
        this.#home.append(`${name}\n`);
        return this;
      }
      setDesc = () => this;
      /** A control takes whatever it is told, and tells nothing. */
      readonly #control = (then: (control: unknown) => void) => {
        const control: unknown = new Proxy({}, {get: () => () => control});
        then(control);
        return this;
      };
      addToggle = this.#control;
      addDropdown = this.#control;
      addSlider = this.#control;
    },
    Notice: class {
      constructor(text: string) {
        notices.push(text);
      }
    },
    SuggestModal: class {
      setPlaceholder = (text: string) => void placeholders.push(text);
      /** The reader types, and takes the first of what is left. */
      open(this: {getSuggestions(query: string): unknown[]; onChooseSuggestion(one: unknown): void}) {
        this.onChooseSuggestion(this.getSuggestions(query)[0]);
      }
    },
    MarkdownView,
  };
  const app = {vault: {adapter: {readBinary: async (file: string) => (await fetch(file.endsWith('/mtlint.pack') ? pack : 'missing')).arrayBuffer()}}, workspace: {getLeavesOfType: () => [{view: new MarkdownView()}]}};
  const modules: Record<string, unknown> = {obsidian, '@codemirror/state': state, '@codemirror/view': codemirrorView, '@codemirror/lint': codemirrorLint, '@codemirror/commands': commands};
  const module = {exports: {} as {default: new (app: unknown, manifest: object) => Loaded}};
  new Function('require', 'module', 'exports', code)((name: string) => modules[name], module, module.exports);
  const plugin = new module.exports.default(app, {...manifest, dir: '.obsidian/plugins/mtlint'});
  await plugin.onload();
  const view = new EditorView({parent: document.querySelector('main')!, state: EditorState.create({doc: note, extensions: [commands.history(), EditorView.lineWrapping, extensions]})});
  const editor = {cm: view, getValue: () => view.state.doc.toString()};
  const marked = () => {
    const found: {text: string; severity: string; choices: string[]}[] = [];
    codemirrorLint.forEachDiagnostic(view.state, ({severity, actions = []}, from, to) => void found.push({text: view.state.sliceDoc(from, to), severity, choices: actions.map(({name}) => name)}));
    return found;
  };
  return {view, plugin, notices, placeholders, typed: (text: string) => {
    query = text;
  }, marked, commands: registered, run: (id: string) => registered.find((command) => command.id === id)!.editorCallback(editor), settings: () => {
    tabs[0]!.display();
    return (tabs[0] as unknown as {containerEl: HTMLElement}).containerEl.textContent;
  }, undo: () => commands.undo(view)};
}
Object.assign(globalThis, {open});
