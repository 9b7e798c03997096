/**
 * `npm run bench:typing [-- EDITS]`: a session of typing in the language server, a process of its own, on documents of 10,000 words: one of sound
 * news, one full of findings. How long opening takes in a server that has been running for some seconds, how long an edit takes to its
 * diagnostics beyond the pause, and the memory (resident, by `ps`).
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {Client} from '../tests/lsp-client.ts';
import {makeText, readArticles} from './text.ts';

const WORDS = 10_000;
const EDITS = Number(process.argv[2] ?? 10_000);
/** Every so many edits somebody pauses, and the diagnostics are asked for and timed. */
const ASKED = 10;
/** Longer than the server's pause, in milliseconds: what is timed then is the work alone. */
const PAUSE = 200;
/** Milliseconds for which the server runs before a document is opened. */
const STARTED = 20_000;

/** The first words of a text. */
const cut = (text: string) => text.split(/(?<=\s)(?=\S)/).slice(0, WORDS).join('');
const damaged = ['', 'blind'].flatMap((under) => readArticles(under)).map((article) => article.damaged).join('\n\n');

/** Typing as people do it: a word letter by letter at one place, now and then a deletion, a pasted phrase, another place. */
function* typing(document: () => TextDocument): Generator<{at: number; length: number; text: string}> {
  let state = 99;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const phrases = ['The minister said ', 'on Tuesday in Kyiv ', 'the hard -won peace ', 'which includes a visit ', 'für die Zeitung '];
  for (let at = 500; ; ) {
    const {length} = document().getText();
    const kind = random(40);
    if (kind === 0) at = random(length);
    else if (kind === 1) yield {at, length: 0, text: phrases[random(phrases.length)]!};
    else if (kind < 9) yield {at: Math.max(0, at - 1), length: 1, text: ''};
    else yield {at: Math.min(at++, length), length: 0, text: 'the talks went on, and nobody left. '[random(36)]!};
  }
}

const memoryOf = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], {encoding: 'utf8'})) / 1024;
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const quantile = (values: number[], q: number) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * q)]!;
const folder = mkdtempSync(path.join(tmpdir(), 'mtlint-typing-'));
for (const [name, text] of [['sound news', cut(makeText(90_000))], ['full of findings', cut(damaged)]] as const) {
  const client = new Client();
  await client.start(folder);
  const uri = pathToFileURL(path.join(folder, 'typed.txt')).href;
  await wait(STARTED);
  const begun = performance.now();
  await client.open(uri, text);
  const found = (await client.diagnostics(uri)).length;
  const opened = performance.now() - begun;
  const document = TextDocument.create(uri, 'plaintext', 1, text);
  const times: number[] = [];
  const memory: number[] = [];
  let version = 1;
  for (const {at, length, text: typed} of typing(() => document)) {
    const change = {range: {start: document.positionAt(at), end: document.positionAt(at + length)}, text: typed};
    await client.change(uri, ++version, [change]);
    TextDocument.update(document, [change], version);
    if (version % ASKED === 0) {
      await wait(PAUSE);
      const asked = performance.now();
      await client.diagnostics(uri);
      times.push(performance.now() - asked);
    }
    if (version % (EDITS / 4) === 0) memory.push(memoryOf(client.process.pid!));
    if (version === EDITS) break;
  }
  console.log(`${name}: ${text.split(/\s+/).length} words, ${found} findings
  opened in ${opened.toFixed(0)} ms
  edit to diagnostics: median ${quantile(times, 0.5).toFixed(1)} ms, 95th percentile ${quantile(times, 0.95).toFixed(1)} ms (${times.length} of ${EDITS} edits)
  memory after each quarter of ${EDITS} edits: ${memory.map((mb) => `${mb.toFixed(0)} MB`).join(', ')}`);
  await client.stop();
}
rmSync(folder, {recursive: true});
