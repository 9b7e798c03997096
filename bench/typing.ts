/**
 * `npm run bench:typing [-- EDITS]`: a session of typing (`typist.ts`) in the language server, a process of its own, on documents of 10,000 words: one of
 * annotated articles as their editors left them, one of the same as they came from engines. How long opening takes in a server that has been running for
 * some seconds, to the first diagnostics and to all of them, how long an edit takes to its diagnostics beyond the pause, and the memory (resident, by `ps`).
 * Where Linux tells, also the CPU time of the server's main thread, which depends less on what else the machine does: for opening, and from the edits to the answer.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {Client} from '../tests/lsp-client.ts';
import {readArticles} from './text.ts';
import {typing} from './typist.ts';

const WORDS = 10_000;
const EDITS = Number(process.argv[2] ?? 10_000);
/** Every so many edits somebody pauses, and the diagnostics are asked for at once, as editors do, and timed. */
const ASKED = 10;
/** The server's least pause, in milliseconds: it answers when it is over. What it waits longer counts. */
const PAUSE = 80;
/** Milliseconds before the next edits. */
const REST = 120;
/** Milliseconds for which the server runs before a document is opened. */
const STARTED = 20_000;

const articles = ['', 'blind'].flatMap((under) => readArticles(under));
/** The first words of all articles. */
const beginning = (as: 'sound' | 'damaged') => articles.map((article) => article[as].trim()).join('\n\n').split(/(?<=\s)(?=\S)/).slice(0, WORDS).join('');
/** What comes behind them is what is typed. */
const others = articles.slice(articles.findIndex((_, n) => articles.slice(0, n).map(({sound}) => sound.split(/\s+/).length).reduce((a, b) => a + b, 0) > WORDS));

const memoryOf = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {encoding: 'utf8'})) / 1024;
/** Milliseconds of CPU that a process's main thread has used. */
function cpuOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const quantile = (values: number[], q: number) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * q)]!;
const folder = mkdtempSync(path.join(tmpdir(), 'mtlint-typing-'));
for (const [name, text] of [['sound', beginning('sound')], ['full of findings', beginning('damaged')]] as const) {
  const client = new Client();
  await client.start(folder);
  const uri = pathToFileURL(path.join(folder, 'typed.txt')).href;
  await wait(STARTED);
  const cpu = () => cpuOf(client.process.pid!);
  const begun = performance.now();
  const idle = cpu();
  await client.open(uri, text);
  const first = (await client.diagnostics(uri)).length;
  const opened = performance.now() - begun;
  await client.until(() => client.refreshed > 0);
  const found = (await client.diagnostics(uri)).length;
  const whole = performance.now() - begun;
  const openedCpu = cpu() - idle;
  const document = TextDocument.create(uri, 'plaintext', 1, text);
  const times: number[] = [];
  const cpus: number[] = [];
  let before = cpu();
  const memory: number[] = [];
  let version = 1;
  for (const {at, length, text: typed} of typing(text, others)) {
    const change = {range: {start: document.positionAt(at), end: document.positionAt(at + length)}, text: typed};
    await client.change(uri, ++version, [change]);
    TextDocument.update(document, [change], version);
    if (version % ASKED === 0) {
      const edited = performance.now();
      await client.diagnostics(uri);
      times.push(performance.now() - edited - PAUSE);
      cpus.push(cpu() - before);
      await wait(REST);
      before = cpu();
    }
    if (version % (EDITS / 4) === 0) memory.push(memoryOf(client.process.pid!));
    if (version === EDITS) break;
  }
  console.log(`${name}: ${text.split(/\s+/).length} words, ${found} findings
  opened in ${opened.toFixed(0)} ms (${first} findings), all in ${whole.toFixed(0)} ms (${openedCpu.toFixed(0)} ms of CPU)
  edit to diagnostics: median ${quantile(times, 0.5).toFixed(1)} ms, 95th percentile ${quantile(times, 0.95).toFixed(1)} ms (${times.length} of ${EDITS} edits); CPU of ${ASKED} edits and their diagnostics: median ${quantile(cpus, 0.5).toFixed(1)} ms, 95th percentile ${quantile(cpus, 0.95).toFixed(1)} ms
  memory after each quarter of ${EDITS} edits: ${memory.map((mb) => `${mb.toFixed(0)} MB`).join(', ')}`);
  await client.stop();
}
rmSync(folder, {recursive: true});
