import {type ChildProcess, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** Where Chromium is; undefined where there is none. */
export const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));

const MODIFIERS: Readonly<Record<string, number>> = {Alt: 1, Control: 2, Shift: 8};
/** Windows' numbers of keys that are no letters. */
const KEY_CODES: Readonly<Record<string, number>> = {Enter: 13, Escape: 27, F1: 112, '.': 190};

/** A tab of a browser without a window, driven over a pipe by the DevTools protocol. */
export class Tab {
  readonly #process: ChildProcess;
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'mtlint-chromium-'));
  readonly #asked = new Map<number, {done(result: unknown): void; fail(error: Error): void}>();
  /** What went wrong in the page: exceptions and errors on its console. */
  readonly problems: string[] = [];
  #session: string | undefined;
  #next = 1;

  private constructor(width: number, height: number) {
    this.#process = spawn(chromium!, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--hide-scrollbars', '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`, `--window-size=${width},${height}`, 'about:blank'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true});
    let rest = '';
    (this.#process.stdio[4] as NodeJS.ReadableStream).setEncoding('utf8').on('data', (data: string) => {
      const messages = (rest + data).split('\0');
      rest = messages.pop()!;
      for (const message of messages) this.#hear(JSON.parse(message) as Record<string, unknown>);
    });
  }

  static async open(url: string, {width = 1000, height = 700} = {}): Promise<Tab> {
    const tab = new Tab(width, height);
    const {targetInfos} = await tab.#send('Target.getTargets') as {targetInfos: {type: string; targetId: string}[]};
    const {sessionId} = await tab.#send('Target.attachToTarget', {targetId: targetInfos.find(({type}) => type === 'page')!.targetId, flatten: true}) as {sessionId: string};
    tab.#session = sessionId;
    await tab.#send('Runtime.enable');
    await tab.#send('Page.enable');
    await tab.#send('Emulation.setFocusEmulationEnabled', {enabled: true});
    await tab.#send('Page.navigate', {url});
    await tab.until('document.readyState === "complete"');
    return tab;
  }

  #send(method: string, params: object = {}): Promise<unknown> {
    const id = this.#next++;
    (this.#process.stdio[3] as NodeJS.WritableStream).write(`${JSON.stringify({id, method, params, ...(this.#session ? {sessionId: this.#session} : {})})}\0`);
    return new Promise((done, fail) => this.#asked.set(id, {done, fail}));
  }

  #hear({id, result, error, method, params}: {id?: number; result?: unknown; error?: {message: string}; method?: string; params?: {exceptionDetails?: {text: string; exception?: {description?: string}}; type?: string; args?: {value?: unknown; description?: string}[]}}): void {
    if (id !== undefined) {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (error) asked?.fail(new Error(error.message));
      else asked?.done(result);
    } else if (method === 'Runtime.exceptionThrown') this.problems.push(params!.exceptionDetails!.exception?.description ?? params!.exceptionDetails!.text);
    else if (method === 'Runtime.consoleAPICalled' && params!.type === 'error') this.problems.push(params!.args!.map(({value, description}) => String(value ?? description)).join(' '));
  }

  /** What an expression gives in the page; promises are waited for. Throws what it throws. */
  async evaluate<T>(expression: string): Promise<T> {
    const {result, exceptionDetails} = await this.#send('Runtime.evaluate', {expression, awaitPromise: true, returnByValue: true}) as {result: {value: T}; exceptionDetails?: {text: string; exception?: {description?: string}}};
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression holds in the page. */
  async until(expression: string): Promise<void> {
    while (!await this.evaluate<boolean>(`Boolean(${expression})`)) {
      if (this.problems.length) throw new Error(this.problems.join('\n'));
      await new Promise((done) => setTimeout(done, 30));
    }
  }

  /** Moves the pointer onto an element. */
  async point(selector: string): Promise<void> {
    const {x, y} = await this.evaluate<{x: number; y: number}>(`(() => { const {left, top, width, height} = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return {x: left + width / 2, y: top + height / 2}; })()`);
    for (const dx of [-2, -1, 0]) await this.#send('Input.dispatchMouseEvent', {type: 'mouseMoved', x: x + dx, y});
  }

  /** Presses a key, with others held: "Enter", "Control+Shift+M". */
  async press(keys: string): Promise<void> {
    const held = keys.split('+');
    const key = held.pop()!;
    const modifiers = held.reduce((sum, name) => sum | MODIFIERS[name]!, 0);
    const code = KEY_CODES[key] ?? key.charCodeAt(0);
    for (const type of ['rawKeyDown', ...(key === 'Enter' ? ['char'] : []), 'keyUp']) await this.#send('Input.dispatchKeyEvent', {type, modifiers, key: key.length === 1 && !(modifiers & MODIFIERS.Shift!) ? key.toLowerCase() : key, code: /^[A-Z]$/.test(key) ? `Key${key}` : key === '.' ? 'Period' : key, windowsVirtualKeyCode: code, ...(type === 'char' ? {text: '\r'} : {})});
  }

  /** Types text where the cursor is. */
  async type(text: string): Promise<void> {
    await this.#send('Input.insertText', {text});
  }

  /** Waits until an element shows a text, or any. Throws after `late` milliseconds, with the place of a picture of the window. */
  async shows(selector: string, text = '', late = 30_000): Promise<void> {
    const end = Date.now() + late;
    while (!await this.evaluate<boolean>(`[...document.querySelectorAll(${JSON.stringify(selector)})].some((element) => element.textContent.replace(/\\u00a0/g, ' ').includes(${JSON.stringify(text)}))`)) {
      if (Date.now() > end) {
        const picture = path.join(tmpdir(), 'mtlint-window.png');
        writeFileSync(picture, await this.screenshot());
        throw new Error(`Waited for “${text}” in ${selector}; ${picture} shows the window.`);
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  async screenshot(): Promise<Buffer> {
    const {data} = await this.#send('Page.captureScreenshot', {format: 'png'}) as {data: string};
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.#process.on('exit', done));
    // The whole group, with the processes that Chromium has started; they may write into the profile until they are gone.
    process.kill(-this.#process.pid!, 'SIGKILL');
    await gone;
    rmSync(this.#profile, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
  }
}

const TYPES: Readonly<Record<string, string>> = {html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json', svg: 'image/svg+xml'};

/** Serves files by their path in the address: those named, or what a function finds for a path. Returns the address, which ends in no slash. */
export async function serve(files: Readonly<Record<string, string | Uint8Array>> | ((name: string) => string | Uint8Array | undefined)): Promise<{url: string; server: Server}> {
  const server = createServer(({url = ''}, response) => {
    const name = decodeURIComponent(url.slice(1).replace(/\?.*/, ''));
    const content = typeof files === 'function' ? files(name) : files[name];
    if (content === undefined) return void response.writeHead(404).end();
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    response.writeHead(200, {'content-type': type ? `${type}; charset=utf-8` : 'application/octet-stream'}).end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server};
}
