import {readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {emitKeypressEvents, type Key} from 'node:readline';
import pc from 'picocolors';
import {lintSource, replacement, type SourceOptions} from '../engine/source.ts';
import {type Note, noteText} from '../format/format.ts';
import {formatOf, loadFormat} from '../format/registry.ts';
import {describeFinding, visible} from '../report/pretty.ts';
import {plural, pointsOf, proposalTexts} from '../report/result.ts';
import type {Edit} from '../rule/rule.ts';
import type {Finding} from '../rule/run.ts';
import {wantsColor} from './color.ts';
import {decode, encode, MAX_BYTES} from './decode.ts';
import {write} from './lint-files.ts';
import {RepairSession} from './repair-session.ts';

/** Where decisions that outlive the session go. */
export interface Project {
  /** Makes a word right in the whole project. */
  acceptWord(word: string): Promise<void>;
  /** Keeps a finding from being reported again. */
  acceptFinding(finding: Finding): Promise<void>;
}

/** Why a file cannot be walked through: one sentence. */
export class InteractiveError extends Error {}

const WORD = /^[\p{L}\p{M}\p{Nd}'’.-]+$/u;
const help = (lasting: boolean) => `  1–9    take a proposal                 Enter  take the first
  t      type what should stand there    s      skip, decide later
  a      the word is right, everywhere   i      leave this place as it is
  r      no more of this rule now        u      undo the last step
  w      save                            q      quit${lasting ? '' : '\n  a, i and r hold until you quit.'}`;

/**
 * Walks through the findings of one file in the terminal. Nothing is written before it is saved; what is not saved when
 * the terminal goes away is put beside the file. Without a project, words and places are accepted until the end only.
 * Returns the number of findings that are left. Throws an {@link InteractiveError}, a `DecodeError` or a `FormatError`.
 */
export async function repairInTerminal(file: string, options: SourceOptions & {readonly as?: string}, project?: Project): Promise<number> {
  const {stdin, stdout} = process;
  if (!stdin.isTTY || !stdout.isTTY) throw new InteractiveError('--interactive needs a terminal. Without one use --diff and --fix.');
  const id = options.as ?? formatOf(file);
  if (id === 'docx') throw new InteractiveError('A Word file is not repaired in the terminal: --fix writes a copy with tracked changes, to be decided on in Word.');
  const stat = statSync(file, {throwIfNoEntry: false});
  if (!stat?.isFile()) throw new InteractiveError(`${file}: ${stat ? 'This is a folder: name one file in it.' : 'There is no such file.'}`);
  if (stat.size > MAX_BYTES) throw new InteractiveError(`${file} is larger than ${MAX_BYTES / 1024 / 1024} MB. Split it and repair the parts.`);
  let bytes: Buffer = readFileSync(file);
  const {text: original, encoding} = decode(bytes);
  const format = await loadFormat(id, original);
  const withWords = (words: readonly string[]): SourceOptions => ({...options, accept: [...(options.accept ?? []), ...words]});
  let notes: readonly Note[] | undefined;
  const session = new RepairSession(original, (text, words) => {
    const result = lintSource(text, format, withWords(words));
    notes ??= result.notes ?? [];
    return result.findings;
  });
  const c = pc.createColors(wantsColor());
  const name = visible(path.relative(process.cwd(), file) || file);
  const say = (text: string) => stdout.write(`${text}\n`);
  const keys = new Keys(stdin);

  /** Puts what is not saved beside the file. */
  const rescue = () => {
    if (session.text === decode(bytes).text) return;
    for (let n = 1; n < 1000; n++) {
      try {
        writeFileSync(`${file}.unsaved${n === 1 ? '' : n}`, encode(session.text, encoding), {flag: 'wx'});
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return;
      }
    }
  };
  const lost = () => {
    rescue();
    process.exit(2);
  };
  const signals = ['SIGHUP', 'SIGTERM', 'SIGINT'] as const;
  for (const signal of signals) process.on(signal, lost);

  const save = async (): Promise<boolean> => {
    const {repairs, words, kept} = session.unsaved;
    if (repairs) {
      const after = encode(session.text, encoding);
      const problem = await write(file, bytes, after);
      if (problem) {
        say(c.red(problem));
        return false;
      }
      bytes = after;
    }
    try {
      for (const word of words) await project?.acceptWord(word);
      for (const finding of kept) await project?.acceptFinding(finding);
    } catch (error) {
      say(c.red((error as Error).message));
      return false;
    }
    session.markSaved();
    say(c.green(`Saved ${name}.`));
    return true;
  };
  /** What stands to be saved: "2 repairs, 1 word". */
  const pending = () => {
    const {repairs, words, kept} = session.unsaved;
    return [repairs ? plural(repairs, 'repair') : '', project && words.length ? plural(words.length, 'word') : '', project && kept.length ? plural(kept.length, 'accepted place') : ''].filter(Boolean).join(', ');
  };
  /** Whether to leave; asks about what is not saved. */
  const mayQuit = async (): Promise<boolean> => {
    if (!pending()) return true;
    for (;;) {
      stdout.write(`Save ${pending()}? y yes, n no, Esc go on: `);
      const key = await keys.next();
      say(key === undefined ? '' : visible(key.sequence ?? ''));
      if (key === undefined) return true;
      if (key.name === 'escape') return false;
      if (key.name === 'n') return true;
      if (key.name === 'y' || key.name === 'return') return save();
    }
  };

  /** Repairs a finding, unless the text could then not be read. */
  const repair = (finding: Finding, edit: Edit | undefined) => {
    try {
      if (edit) session.repair(finding, edit);
      else say(c.red('This cannot stand there: it would change what stands around it.'));
    } catch (error) {
      say(c.red((error as Error).message));
    }
  };

  say(`${c.underline(name)}  ${plural(session.waiting.length, 'finding')}. ? shows the keys.`);
  for (const note of notes ?? []) say(c.yellow(visible(noteText(note))));
  try {
    for (;;) {
      const finding = session.current;
      if (!finding) {
        const {skipped} = session;
        say(`\nNo findings are left${skipped ? ` but ${skipped} that you skipped` : ''}${session.dirty && pending() ? `; not saved yet: ${pending()}` : ''}.`);
        if (!pending()) break;
        stdout.write('w or Enter save and quit, u undo, q quit: ');
      } else {
        const texts = proposalTexts(finding, 9);
        say(`\n${describeFinding({text: session.text, pointAt: pointsOf(session.text)}, finding, c, false).join('\n')}`);
        texts.forEach((text, i) => { say(`${' '.repeat(10)}${c.bold(`${i + 1}`)} ${visible(text)}`); });
        stdout.write(c.dim(`${session.waiting.length} left  ${texts.length ? `1${texts.length > 1 ? `–${texts.length}` : ''} take, ` : ''}t type, s skip, a word is right, i leave, u undo, w save, q quit, ? `));
      }
      const key = await keys.next();
      say(key && !key.ctrl && key.sequence && key.sequence >= ' ' ? visible(key.sequence) : '');
      if (key === undefined) {
        // The terminal is gone.
        rescue();
        break;
      }
      const command = key.ctrl && (key.name === 'c' || key.name === 'd') ? 'q' : key.name === 'return' ? (finding ? '1' : 'w') : (key.sequence ?? '');
      if (command === 'q') {
        if (await mayQuit()) break;
      } else if (command === 'w') {
        if ((await save()) && !finding) break;
      } else if (command === 'u') {
        if (!session.undo()) say('There is nothing to undo.');
      } else if (command === '?') say(help(project !== undefined));
      else if (!finding) continue;
      else if (command >= '1' && command <= '9') {
        const proposal = finding.proposals[Number(command) - 1];
        if (proposal) repair(finding, proposal);
        else say(finding.proposals.length ? `There is no proposal ${command}.` : 'There is no proposal: t lets you type one.');
      } else if (command === 't') {
        const typed = await keys.line(stdout, `Instead of “${visible(finding.actual)}”: `);
        if (typed !== undefined) repair(finding, replacement(session.text, format, withWords(session.words), finding, typed));
      } else if (command === 's' || command === ' ') session.skip(finding);
      else if (command === 'a') {
        if (WORD.test(finding.actual.trim())) session.acceptWord(finding);
        else say('Only a single word can be right everywhere: i leaves this place as it is.');
      } else if (command === 'i') session.keep(finding);
      else if (command === 'r') session.silence(finding);
      else say(help(project !== undefined));
    }
  } catch (error) {
    rescue();
    throw error;
  } finally {
    keys.close();
    for (const signal of signals) process.off(signal, lost);
  }
  return session.waiting.length;
}

/** Keys as they are pressed; none is lost while a text is linted. */
class Keys {
  readonly #stdin: NodeJS.ReadStream;
  readonly #queue: Key[] = [];
  #wake: ((key: Key | undefined) => void) | undefined;
  #ended = false;

  constructor(stdin: NodeJS.ReadStream) {
    this.#stdin = stdin;
    emitKeypressEvents(stdin);
    stdin.setRawMode(true);
    stdin.on('keypress', this.#press).on('end', this.#end).on('error', this.#end).resume();
  }

  readonly #press = (_: string | undefined, key: Key) => {
    if (this.#wake) this.#wake(key);
    else this.#queue.push(key);
  };

  readonly #end = () => {
    this.#ended = true;
    this.#wake?.(undefined);
  };

  /** The next key; undefined when the terminal is gone. */
  next(): Promise<Key | undefined> {
    const waiting = this.#queue.shift();
    if (waiting || this.#ended) return Promise.resolve(waiting);
    return new Promise((resolve) => {
      this.#wake = (key) => {
        this.#wake = undefined;
        resolve(key);
      };
    });
  }

  /** A line typed behind a question; undefined if it was left with Escape. */
  async line(stdout: NodeJS.WriteStream, question: string): Promise<string | undefined> {
    let typed = '';
    for (;;) {
      stdout.write(`\r\x1b[K${question}${visible(typed)}`);
      const key = await this.next();
      if (key === undefined || key.name === 'escape' || (key.ctrl && key.name === 'c')) {
        stdout.write('\n');
        return undefined;
      }
      if (key.name === 'return' || key.name === 'enter') {
        stdout.write('\n');
        return typed;
      }
      if (key.name === 'backspace') typed = [...typed].slice(0, -1).join('');
      else if (key.ctrl && key.name === 'u') typed = '';
      else if (!key.ctrl && !key.meta && key.sequence && key.sequence >= ' ' && key.sequence !== '\x7f' && !key.sequence.startsWith('\x1b')) typed += key.sequence;
    }
  }

  close(): void {
    this.#stdin.off('keypress', this.#press).off('end', this.#end).off('error', this.#end);
    this.#stdin.setRawMode(false);
    this.#stdin.pause();
  }
}
