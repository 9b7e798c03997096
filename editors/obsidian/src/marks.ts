import {type Diagnostic, forEachDiagnostic, linter, setDiagnostics} from '@codemirror/lint';
import type {Extension} from '@codemirror/state';
import {EditorView, ViewPlugin, type ViewUpdate} from '@codemirror/view';

/** What can be done about a place. Offsets are UTF-16 code units into the text that was checked. */
export interface Choice {
  readonly title: string;
  readonly edits: readonly {readonly start: number; readonly end: number; readonly text: string}[];
}
/** A place that is marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning';
  readonly ruleId: string;
  readonly message: string;
  readonly note?: string;
  /** The best first. */
  readonly choices: readonly Choice[];
}
/** Finds what is to be marked in a text; undefined where nothing can be said. */
export type Check = (text: string) => Promise<readonly Mark[] | undefined>;

/** Milliseconds without an edit after which a text is checked: at least, at most, and by how long checking took. */
const PAUSE = {least: 300, most: 3000, factor: 1.5};

/** A message, with quotation marks where reports have those of code. */
const quoted = (message: string) => message.replace(/`([^`]*)`/g, '“$1”');

/** What a finding says, as a node. */
function render({message, note, ruleId}: Mark): Node {
  const node = document.createElement('div');
  const line = (className: string, text: string) => node.append(Object.assign(document.createElement('div'), {className, textContent: text}));
  line('mtlint-message', quoted(message));
  if (note) line('mtlint-note', note);
  line('mtlint-rule', ruleId);
  return node;
}

const toDiagnostic = (mark: Mark): Diagnostic => ({
  from: mark.start, to: mark.end, severity: mark.severity, source: 'mtlint', message: mark.message, renderMessage: () => render(mark),
  actions: mark.choices.map(({title, edits}) => ({
    name: title,
    apply: (view: EditorView, from: number) => {
      // The mark may have moved since the text was checked; what is repaired lies around it.
      const changes = edits.map(({start, end, text}) => ({from: start + from - mark.start, to: end + from - mark.start, insert: text}));
      if (changes.every(({from: a, to: b}) => a >= 0 && b <= view.state.doc.length)) view.dispatch({changes, userEvent: 'input.mtlint'});
    },
  })),
});

const theme = EditorView.baseTheme({
  '.mtlint-note': {opacity: '0.8', marginTop: '2px'}, '.mtlint-rule': {opacity: '0.6', fontSize: '85%', marginTop: '2px'},
  // Obsidian's colours, which know light and dark; elsewhere those of CodeMirror show through.
  '.cm-tooltip-lint': {maxWidth: '32em', maxHeight: '60vh', overflowY: 'auto', color: 'var(--text-normal)', backgroundColor: 'var(--background-secondary)'},
});

/**
 * Marks what a check finds, with a tooltip that says why and offers the repairs. Checks after each pause in typing while `automatic()` holds,
 * and whenever {@link checkNow} is called.
 */
export function marks(check: Check, automatic: () => boolean): Extension {
  const plugin = ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let took = 0;
    let gone = false;
    const run = async (): Promise<readonly Mark[] | undefined> => {
      const {doc} = view.state;
      const began = performance.now();
      const found = await check(doc.toString());
      took = performance.now() - began;
      // What was found in an older text is found again after the pause.
      if (gone || view.state.doc !== doc || !found) return undefined;
      view.dispatch(setDiagnostics(view.state, found.map(toDiagnostic)));
      return found;
    };
    const schedule = (pause: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void run().catch(() => undefined), pause);
    };
    if (automatic()) schedule(0);
    return {
      run,
      update({docChanged}: ViewUpdate) {
        if (docChanged && automatic()) schedule(Math.min(PAUSE.most, Math.max(PAUSE.least, took * PAUSE.factor)));
      },
      destroy() {
        gone = true;
        clearTimeout(timer);
      },
    };
  });
  runs.add(plugin);
  return [plugin, linter(null), theme];
}

const runs = new Set<ViewPlugin<{run(): Promise<readonly Mark[] | undefined>}>>();

/** Checks the text of an editor now. Returns what is marked; undefined where the text changed meanwhile. Throws what the check throws. */
export async function checkNow(view: EditorView): Promise<readonly Mark[] | undefined> {
  for (const plugin of runs) {
    const running = view.plugin(plugin);
    if (running) return running.run();
  }
  return undefined;
}

/** A repair that can be made now. */
export interface Act {
  readonly title: string;
  /** What is said of the place. */
  readonly message: string;
  run(): void;
}

/** The repairs of what is marked where the selection begins, or ends there; the best first. */
export function actsAt(view: EditorView): Act[] {
  const {from: at} = view.state.selection.main;
  const out: Act[] = [];
  forEachDiagnostic(view.state, ({actions = [], message}, from, to) => {
    if (from <= at && at <= to) for (const {name, apply} of actions) out.push({title: name, message: quoted(message), run: () => apply(view, from, to)});
  });
  return out;
}
