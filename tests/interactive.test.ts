import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {RepairSession} from '../src/cli/repair-session.ts';
import {lint} from '../src/engine/lint.ts';

const bin = path.resolve(import.meta.dirname, '../dist/cli.cjs');
const TEXT = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace, and the Biélarusian leader left onTuesday.\n';

describe('a repair session', () => {
  const begin = (text = TEXT) => new RepairSession(text, (t, words) => lint(t, {accept: words}).findings);
  const waiting = (session: RepairSession) => session.waiting.map((f) => f.actual);

  it('goes from finding to finding, and every step can be undone', () => {
    const session = begin();
    expect(waiting(session)).toEqual(['dayswhich', 'hard -won', 'Biélarusian', 'onTuesday']);
    const steps: (() => void)[] = [
      () => session.repair(session.current!, session.current!.proposals[0]!),
      () => session.skip(session.current!),
      () => session.acceptWord(session.current!),
      () => session.repair(session.current!, 'on Wednesday'),
    ];
    const states = [session.text];
    for (const step of steps) {
      step();
      states.push(session.text);
    }
    expect(session.current).toBeUndefined();
    expect(session.text).toBe('The visit lasts four days, which includes the parade. They defended the hard -won peace, and the Biélarusian leader left on Wednesday.\n');
    expect(session.unsaved).toMatchObject({repairs: 2, words: ['Biélarusian'], kept: []});
    for (const state of states.toReversed().slice(1)) {
      expect(session.undo()).toBe(true);
      expect(session.text).toBe(state);
    }
    expect(session.undo()).toBe(false);
    expect(session.dirty).toBe(false);
    expect(waiting(session)).toHaveLength(4);
  });
  it('comes back to what arose before the place where it is', () => {
    const session = begin('It is sound. The visit lasts four dayswhich includes the parade.\n');
    const [finding] = session.waiting;
    session.skip(finding!);
    session.undo();
    session.repair({...finding!, start: 0, end: 2}, 'He left onTuesday, and it');
    expect(session.current!.actual).toBe('onTuesday');
    session.skip(session.current!);
    expect(session.current!.actual).toBe('dayswhich');
  });
  it('knows what is saved', () => {
    const session = begin();
    session.keep(session.current!);
    expect(session.unsaved.kept).toHaveLength(1);
    session.markSaved();
    expect(session.dirty).toBe(false);
    session.silence(session.current!);
    expect(waiting(session)).toEqual(['Biélarusian', 'onTuesday']);
    expect(session.dirty).toBe(false);
    session.repair(session.current!, 'Belarusian');
    session.markSaved();
    session.undo();
    expect(session.unsaved.repairs).toBe(1);
  });
});

/** Gives the command a terminal: standard input and output of the child are a pseudo-terminal that Python keeps. */
const PTY = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';
const python = process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0;

class Terminal {
  readonly #child: ChildProcess;
  readonly ended: Promise<number | null>;
  screen = '';
  #read = 0;

  constructor(folder: string, args: string[], script = PTY) {
    this.#child = spawn('python3', ['-c', script, process.execPath, bin, ...args], {cwd: folder, env: {...process.env, NO_COLOR: '1', TERM: 'xterm'}, stdio: ['pipe', 'pipe', 'inherit']});
    this.#child.stdout!.setEncoding('utf8').on('data', (chunk: string) => { this.screen += chunk; });
    this.ended = new Promise((resolve) => { this.#child.on('close', resolve); });
  }

  /** Waits until a text appears after what was waited for before. */
  async see(wanted: string): Promise<void> {
    for (let i = 0; i < 600; i++) {
      const at = this.screen.indexOf(wanted, this.#read);
      if (at >= 0) {
        this.#read = at + wanted.length;
        return;
      }
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error(`“${wanted}” did not appear after:\n${this.screen.slice(this.#read)}`);
  }

  press(keys: string): void {
    this.#child.stdin!.write(keys);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

describe.skipIf(!python)('--interactive', () => {
  let folder: string;
  const open: Terminal[] = [];
  const file = () => path.join(folder, 'a.txt');
  const read = () => readFileSync(file(), 'utf8');
  const start = (text: string | Buffer = TEXT) => {
    writeFileSync(file(), text);
    const terminal = new Terminal(folder, ['--interactive', 'a.txt']);
    open.push(terminal);
    return terminal;
  };
  beforeAll(() => { folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-interactive-'))); });
  afterEach(() => {
    for (const terminal of open.splice(0)) terminal.kill();
    rmSync(path.join(folder, 'mtlint.config.yaml'), {force: true});
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('takes, types, skips, undoes, saves', async () => {
    const t = start();
    await t.see('4 findings');
    await t.see('Unexpected `dayswhich`');
    await t.see('1 days, which');
    await t.see('2 days which');
    t.press('2');
    await t.see('Unexpected `hard -won`');
    t.press('u');
    await t.see('Unexpected `dayswhich`');
    t.press('1');
    await t.see('Unexpected `hard -won`');
    t.press('s');
    await t.see('Unexpected `Biélarusian`');
    t.press('t');
    await t.see('Instead of “Biélarusian”: ');
    t.press('Ukraix\x7fnian – “new”\r');
    await t.see('Unexpected `onTuesday`');
    t.press('\r');
    await t.see('not saved yet: 3 repairs');
    expect(read()).toBe(TEXT);
    t.press('w');
    await t.see('Saved a.txt.');
    expect(await t.ended).toBe(0);
    expect(read()).toBe('The visit lasts four days, which includes the parade. They defended the hard -won peace, and the Ukrainian – “new” leader left on Tuesday.\n');
  });
  it('loses no key that is pressed while it works', async () => {
    const t = start();
    t.press('1111w');
    await t.see('Saved a.txt.');
    expect(await t.ended).toBe(0);
    expect(read()).toBe('The visit lasts four days, which includes the parade. They defended the hard-won peace, and the Belarusian leader left on Tuesday.\n');
  });
  it('accepts words and places, silences a rule, and shows the keys', async () => {
    const t = start();
    await t.see('Unexpected `dayswhich`');
    t.press('?');
    await t.see('take a proposal');
    await t.see('4 left');
    t.press('i');
    await t.see('3 left');
    t.press('a');
    await t.see('Only a single word');
    await t.see('3 left');
    t.press('s');
    await t.see('Unexpected `Biélarusian`');
    t.press('a');
    await t.see('Unexpected `onTuesday`');
    t.press('9');
    await t.see('There is no proposal 9');
    await t.see('1 left');
    t.press('r');
    await t.see('not saved yet: 1 word, 1 accepted place');
    t.press('w');
    await t.see('Saved a.txt.');
    expect(await t.ended).toBe(0);
    expect(read()).toBe(TEXT);
    expect(readFileSync(path.join(folder, 'mtlint.config.yaml'), 'utf8')).toMatch(/^words:\n {2}- "?Biélarusian"?\naccepted:\n {2}- "?[0-9a-f]{14} -- fused-words dayswhich"?\n$/);
    const again = spawnSync(process.execPath, [bin, '--format', 'json', 'a.txt'], {cwd: folder, encoding: 'utf8'});
    expect((JSON.parse(again.stdout) as {messages: {message: string}[]}[])[0]!.messages.map((m) => m.message)).toEqual([expect.stringContaining('hard -won'), expect.stringContaining('onTuesday')]);
  });
  it('asks before it quits, and quits without saving only if told so', async () => {
    for (const [answer, kept] of [['n', true], ['y', false]] as const) {
      const t = start();
      await t.see('Unexpected `dayswhich`');
      t.press('1');
      await t.see('Unexpected `hard -won`');
      t.press('\x03');
      await t.see('Save 1 repair?');
      t.press('\x1b');
      await t.see('Unexpected `hard -won`');
      t.press('q');
      await t.see('Save 1 repair?');
      t.press(answer);
      expect(await t.ended).toBe(0);
      expect(read() === TEXT).toBe(kept);
    }
  });
  it('puts what is not saved beside the file when the terminal goes away', async () => {
    const t = start();
    await t.see('Unexpected `dayswhich`');
    t.press('1');
    await t.see('Unexpected `hard -won`');
    t.kill();
    const beside = path.join(folder, 'a.txt.unsaved');
    for (let i = 0; i < 200 && !readdirSync(folder).includes('a.txt.unsaved'); i++) await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(readFileSync(beside, 'utf8')).toContain('four days, which includes');
    expect(read()).toBe(TEXT);
    rmSync(beside);
  });
  it('does not overwrite what somebody else wrote meanwhile, nor a read-only file', async () => {
    const t = start();
    await t.see('Unexpected `dayswhich`');
    t.press('1');
    await t.see('Unexpected `hard -won`');
    writeFileSync(file(), 'New text.\n');
    t.press('w');
    await t.see('The file changed while');
    t.press('q');
    await t.see('Save 1 repair?');
    t.press('n');
    expect(await t.ended).toBe(0);
    expect(read()).toBe('New text.\n');
    chmodSync(file(), 0o644);
  });
  it('keeps encoding, mark and line ends, and repairs Markdown through its markup', async () => {
    const t = start(Buffer.from('\ufeffThe hard -won peace.\r\n', 'utf16le'));
    t.press('1w');
    expect(await t.ended).toBe(0);
    expect(readFileSync(file()).toString('utf16le')).toBe('\ufeffThe hard-won peace.\r\n');
    writeFileSync(path.join(folder, 'b.md'), '# Title\n\nIt was a **hard -won** peace.\n');
    const m = new Terminal(folder, ['--interactive', 'b.md']);
    open.push(m);
    m.press('1w');
    expect(await m.ended).toBe(0);
    expect(readFileSync(path.join(folder, 'b.md'), 'utf8')).toBe('# Title\n\nIt was a **hard-won** peace.\n');
  });
  it('puts what is typed as the format wants it, and not where it would change what stands around', async () => {
    for (const [name, source, typed, wanted] of [
      ['a.po', 'msgid "x"\nmsgstr "The hard -won peace."\n', 'so-called "hard"', 'msgid "x"\nmsgstr "The so-called \\"hard\\" peace."\n'],
      ['a.html', '<p>The hard -won <b>peace</b>.</p>\n', 'R&D', '<p>The R&amp;D <b>peace</b>.</p>\n'],
      ['b.md', 'The **hard** -won peace.\n', 'difficult', 'The **difficult** peace.\n'],
      ['c.md', '---\ntitle: The hard -won peace\n---\n\nIt held.\n', 'peace: the', undefined],
      ['a.mdx', 'The hard -won peace.\n', 'hard {', 'The hard \\{ peace.\n'],
    ] as const) {
      writeFileSync(path.join(folder, name), source);
      const t = new Terminal(folder, ['--interactive', name]);
      open.push(t);
      await t.see('1 left');
      t.press(`t${typed}\r`);
      if (wanted) await t.see('No findings are left');
      else await t.see('This cannot stand there');
      t.press('wq');
      expect(await t.ended).toBe(0);
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(wanted ?? source);
    }
  });
  it('puts what is not saved beside the file when it is interrupted from outside', async () => {
    const pid = path.join(folder, 'pid');
    writeFileSync(file(), TEXT);
    const t = new Terminal(folder, ['--interactive', 'a.txt'], `import os, pty, sys
pid, fd = pty.fork()
if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
open(${JSON.stringify(pid)}, 'w').write(str(pid))
pty._copy(fd, pty._read, pty._read)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`);
    open.push(t);
    await t.see('Unexpected `dayswhich`');
    t.press('1');
    await t.see('Unexpected `hard -won`');
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGINT');
    expect(await t.ended).toBe(2);
    expect(readFileSync(path.join(folder, 'a.txt.unsaved'), 'utf8')).toContain('four days, which includes');
    for (const left of ['a.txt.unsaved', 'pid']) rmSync(path.join(folder, left));
  });
  it('shows text that would move the cursor as text', async () => {
    const t = start('The \x1b[2J\x1b]0;x\x07 visit lasts four dayswhich\x9b2J includes the parade.\n');
    await t.see('visit lasts');
    await t.see('left');
    t.press('q');
    expect(await t.ended).toBe(0);
    expect(t.screen).not.toMatch(/\x1b\[2J|\x1b\]0|\x9b/);
  });
  it('sends Word files to Word', async () => {
    writeFileSync(path.join(folder, 'a.docx'), 'x');
    const t = new Terminal(folder, ['--interactive', 'a.docx']);
    open.push(t);
    await t.see('tracked changes');
    expect(await t.ended).toBe(2);
  });
  it('says so when there is no file', async () => {
    for (const [name, say] of [['none.txt', 'none.txt: There is no such file.'], ['.', 'This is a folder']] as const) {
      const t = new Terminal(folder, ['--interactive', name]);
      open.push(t);
      await t.see(say);
      expect(await t.ended).toBe(2);
    }
  });
  it('says what is left of what was skipped, and what of the file was not linted', async () => {
    const t = start('The hard -won peace. It was an old -fashioned plan.\n');
    await t.see('2 left');
    t.press('s');
    await t.see('1 left');
    t.press('1');
    await t.see('No findings are left but 1 that you skipped; not saved yet: 1 repair.');
    t.press('qn');
    expect(await t.ended).toBe(0);
    writeFileSync(path.join(folder, 'fr.md'), '---\nlang: fr\n---\n\nThe hard -won peace.\n');
    const other = new Terminal(folder, ['--interactive', 'fr.md']);
    open.push(other);
    await other.see('Nothing was linted: the file says that its text is in `fr`.');
    expect(await other.ended).toBe(0);
  });
  it('says so when there is nothing to do', async () => {
    const t = start('The minister said on Monday that the talks would go on.\n');
    await t.see('No findings are left');
    expect(await t.ended).toBe(0);
  });
});

it('--interactive wants a terminal, one file, and nothing that contradicts it', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-interactive-')));
  writeFileSync(path.join(folder, 'a.txt'), TEXT);
  const run = (...args: string[]) => spawnSync(process.execPath, [bin, '--interactive', ...args], {cwd: folder, encoding: 'utf8', input: ''});
  for (const [args, say] of [
    [['a.txt'], /needs a terminal/], [['a.txt', 'a.txt'], /one file/], [['-'], /one file/], [['--fix', 'a.txt'], /--fix/], [['--format', 'json', 'a.txt'], /--format/], [['--changed', 'a.txt'], /--changed/],
  ] as const) {
    const r = run(...args);
    expect(r.stderr).toMatch(say);
    expect(r.status).toBe(2);
  }
  rmSync(folder, {recursive: true});
});
