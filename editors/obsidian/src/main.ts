import {nextDiagnostic} from '@codemirror/lint';
import type {EditorView} from '@codemirror/view';
import {type App, type Editor, MarkdownView, Notice, Plugin, PluginSettingTab, Setting, SuggestModal} from 'obsidian';
import {LANGUAGES, languageName} from '../../../src/engine/languages.ts';
import type {SourceOptions} from '../../../src/engine/source.ts';
import {SURE, LIKELY, plural} from '../../../src/report/result.ts';
import type {Edit} from '../../../src/rule/rule.ts';
import {type Act, actsAt, checkNow, type Mark, marks} from './marks.ts';
import workerCode from 'worker-code';
import type {Answer, Question} from './worker.ts';

interface Settings {
  /** Check while typing; else when the command is run. */
  automatic: boolean;
  from: string;
  mt: 'auto' | 'yes' | 'no';
  minConfidence: number;
}
const DEFAULTS: Settings = {automatic: true, from: '', mt: 'auto', minConfidence: 0.5};

const show = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text).replace(/\s+/g, ' ').trim();
const titleOf = ({text}: Edit, actual: string) => (text.trim() ? `Write “${show(text)}”` : text ? 'Put a space here' : actual.trim() ? `Delete “${show(actual)}”` : 'Delete the space');
/** Obsidian's editor is CodeMirror's. */
const viewOf = (editor: Editor) => (editor as Editor & {cm?: EditorView}).cm;

export default class Mtlint extends Plugin {
  override settings: Settings = DEFAULTS;
  #worker: Worker | undefined;
  #loaded: Promise<unknown> | undefined;
  #next = 0;
  readonly #asked = new Map<number, {done(answer: Answer): void; fail(error: Error): void}>();
  #last: Answer['result'];

  override async onload(): Promise<void> {
    this.settings = {...DEFAULTS, ...await this.loadData() as Partial<Settings> | null};
    this.addSettingTab(new SettingsTab(this));
    this.registerEditorExtension(marks((text) => this.#check(text), () => this.settings.automatic));
    this.addCommand({id: 'check', name: 'Check this note', editorCallback: (editor) => this.#report(editor)});
    this.addCommand({id: 'next', name: 'Go to the next finding', editorCallback: (editor) => this.#goOn(editor)});
    this.addCommand({id: 'repair', name: 'Repair this place', editorCallback: (editor) => this.#repair(editor)});
    this.addCommand({id: 'fix', name: 'Repair what is safe', editorCallback: (editor) => this.#fix(editor)});
  }

  override onunload(): void {
    this.#worker?.terminate();
  }

  /** Keeps the settings and checks what is open anew. */
  async change(settings: Partial<Settings>): Promise<void> {
    this.settings = {...this.settings, ...settings};
    await this.saveData(this.settings);
    if (!this.settings.automatic) return;
    for (const {view} of this.app.workspace.getLeavesOfType('markdown')) {
      const editor = view instanceof MarkdownView && viewOf(view.editor);
      if (editor) await checkNow(editor);
    }
  }

  get #options(): SourceOptions {
    const {from, mt, minConfidence} = this.settings;
    // Where it was left alone, it goes with what is said of the text.
    return {...(from ? {from} : {}), mt, ...(minConfidence === DEFAULTS.minConfidence ? {} : {minConfidence})};
  }

  /** Starts the worker, once. Its words lie beside the plugin's code. */
  async #start(): Promise<void> {
    const worker = this.#worker = new Worker(URL.createObjectURL(new Blob([workerCode], {type: 'text/javascript'})));
    worker.addEventListener('message', ({data}: MessageEvent<Answer>) => {
      const asked = this.#asked.get(data.id);
      this.#asked.delete(data.id);
      if (data.problem) asked?.fail(new Error(data.problem));
      else asked?.done(data);
    });
    const pack = await this.app.vault.adapter.readBinary(`${this.manifest.dir}/mtlint.pack`);
    await this.#send({id: this.#next++, pack}, [pack]);
  }

  #send(question: Question, transfer: Transferable[] = []): Promise<Answer> {
    return new Promise((done, fail) => {
      this.#asked.set(question.id, {done, fail});
      this.#worker!.postMessage(question, transfer);
    });
  }

  async #ask(task: 'lint' | 'fix', text: string): Promise<Answer> {
    await (this.#loaded ??= this.#start().catch((error: Error) => {
      this.#loaded = undefined;
      new Notice(`mtlint could not read its words (mtlint.pack in ${this.manifest.dir}): ${error.message}`);
      throw error;
    }));
    return this.#send({id: this.#next++, task, text, options: this.#options});
  }

  async #check(text: string): Promise<readonly Mark[]> {
    const {result} = await this.#ask('lint', text);
    this.#last = result;
    return result!.findings.map(({start, end, severity, ruleId, message, note, actual, proposals}) => ({
      start, end, severity: severity === 'error' ? 'error' : 'warning', ruleId, message, ...(note ? {note} : {}), choices: proposals.slice(0, 5).map((edit) => ({title: titleOf(edit, actual), edits: [edit]})),
    }));
  }

  async #report(editor: Editor): Promise<void> {
    const view = viewOf(editor);
    if (!view || !await checkNow(view)) return;
    const {findings, words, machineLikeness, sourceLanguage} = this.#last!;
    const from = sourceLanguage && sourceLanguage.score >= SURE ? ` from ${languageName(sourceLanguage.language)}` : '';
    new Notice(`${plural(findings.length, 'finding')} in ${plural(words, 'word')}${machineLikeness >= LIKELY ? `. The text looks machine-translated${from}.` : '.'}`);
  }

  #goOn(editor: Editor): void {
    const view = viewOf(editor);
    if (view && !nextDiagnostic(view)) new Notice('Nothing is marked in this note.');
  }

  /** The repairs of what the cursor is on, in a list: for the keyboard, and where there is no pointer. */
  #repair(editor: Editor): void {
    const view = viewOf(editor);
    const acts = view ? actsAt(view) : [];
    if (acts.length) new Choices(this.app, acts).open();
    else new Notice('There is nothing to repair here: put the cursor on a marked place.');
  }

  async #fix(editor: Editor): Promise<void> {
    const before = editor.getValue();
    const {fixed = before} = await this.#ask('fix', before);
    const view = viewOf(editor);
    if (!view || editor.getValue() !== before) return void new Notice('The note changed meanwhile: nothing was repaired. Run it again.');
    if (fixed === before) return void new Notice('Nothing here is safe to repair unseen.');
    const {diffWordsWithSpace} = await import('diff');
    let at = 0;
    let repairs = 0;
    const changes: {from: number; to: number; insert: string}[] = [];
    for (const {value, added, removed} of diffWordsWithSpace(before, fixed)) {
      if (added) changes.push({from: at, to: at, insert: value});
      else {
        if (removed) changes.push({from: at, to: at + value.length, insert: ''});
        at += value.length;
      }
      if (added || removed) repairs++;
    }
    view.dispatch({changes, userEvent: 'input.mtlint'});
    await checkNow(view);
    new Notice(`Repaired what is safe: ${plural(Math.ceil(repairs / 2), 'place')}. Undo takes it back.`);
  }
}

class Choices extends SuggestModal<Act> {
  readonly #acts: readonly Act[];

  constructor(app: App, acts: readonly Act[]) {
    super(app);
    this.#acts = acts;
    this.setPlaceholder(acts[0]!.message);
  }

  override getSuggestions(query: string): Act[] {
    return this.#acts.filter(({title}) => title.toLowerCase().includes(query.toLowerCase()));
  }

  override renderSuggestion({title}: Act, home: HTMLElement): void {
    home.textContent = title;
  }

  override onChooseSuggestion({run}: Act): void {
    run();
  }
}

class SettingsTab extends PluginSettingTab {
  readonly #plugin: Mtlint;

  constructor(plugin: Mtlint) {
    super(plugin.app, plugin);
    this.#plugin = plugin;
  }

  override display(): void {
    const {containerEl} = this;
    const {settings} = this.#plugin;
    containerEl.empty();
    new Setting(containerEl).setName('Check while I type').setDesc('Off: only the command “Check this note” checks.').addToggle((toggle) => toggle.setValue(settings.automatic).onChange((automatic) => this.#plugin.change({automatic})));
    new Setting(containerEl).setName('Source language').setDesc('The language from which your notes were translated. If you know it, more wrong words are found.').addDropdown((list) => {
      list.addOption('', 'Infer it from each note');
      for (const code of [...LANGUAGES].sort((a, b) => languageName(a).localeCompare(languageName(b)))) list.addOption(code, languageName(code));
      list.setValue(settings.from).onChange((from) => this.#plugin.change({from}));
    });
    new Setting(containerEl).setName('Machine-translated').setDesc('Whether your notes are: then weak signs are shown, too.').addDropdown((list) => list.addOptions({auto: 'Judge by what is found', yes: 'Yes', no: 'No'}).setValue(settings.mt).onChange((mt) => this.#plugin.change({mt: mt as Settings['mt']})));
    new Setting(containerEl).setName('Least confidence').setDesc('Leave out what is less likely than this to be something that an editor would change.').addSlider((slider) => slider.setLimits(0, 1, 0.05).setValue(settings.minConfidence).setDynamicTooltip().onChange((minConfidence) => this.#plugin.change({minConfidence})));
  }
}
