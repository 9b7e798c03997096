import * as vscode from 'vscode';
import type {BaseLanguageClient} from 'vscode-languageclient';
import {LanguageClient} from 'vscode-languageclient/browser';
import type {Files, Start, Started, Written} from '../../../src/web/worker.ts';
import {Extension, type Host} from './extension.ts';
import {fromPath, toPath, toServer, toEditor} from './web-uri.ts';

/** Files whose content the server wants before it lints: what `src/settings/find.ts` looks for. */
const SETTINGS = '**/{mtlint.config.{json,yaml,yml},package.json,.mtlintignore,.gitignore,.mtlint-baseline.json}';
const ARTICLES = '**/*.{txt,text,md,markdown,mdown,mkd,mdx,html,htm,xhtml,xlf,xliff,po,srt,vtt}';
const LEFT_OUT = '**/node_modules/**';
const MOST = {settings: 500, articles: 2000};

async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Whether the server looks for a file by its name. */
const isSettings = (path: string) => /\/(?:mtlint\.config\.[a-z]+|package\.json|\.mtlintignore|\.gitignore|\.mtlint-baseline\.json)$/.test(path);

/** Files with what they say, and the files that settings among them name (`words: mtlint-words.txt`, `extends`). */
async function read(uris: readonly vscode.Uri[], named = true): Promise<[string, string | null][]> {
  const out: [string, string | null][] = [];
  for (const uri of uris) {
    const text = await textOf(uri);
    out.push([toPath(uri), text]);
    if (!named || !text || !/\/(?:mtlint\.config\.[a-z]+|package\.json)$/.test(uri.path) || uri.path.endsWith('package.json') && !text.includes('"mtlint"')) continue;
    for (const [name] of text.matchAll(/(?<![\w/.-])[\w./-]{1,200}\.(?:txt|ya?ml|json)\b/g)) {
      const other = vscode.Uri.joinPath(uri, '..', name);
      const content = await textOf(other);
      if (content !== null) out.push([toPath(other), content]);
    }
  }
  return out;
}

const hostOf = (context: vscode.ExtensionContext): Host => {
  let worker: Worker | undefined;
  let watcher: vscode.FileSystemWatcher | undefined;
  return {
    async connect(options, output) {
      output.info(`Starting mtlint ${(context.extension.packageJSON as {version: string}).version} in a web worker`);
      const code = await Promise.all(['shared.js', 'worker.js'].map((name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name))));
      const script = URL.createObjectURL(new Blob(code.flatMap((bytes) => [bytes as Uint8Array<ArrayBuffer>, '\n']), {type: 'text/javascript'}));
      const started = worker = new Worker(script);
      const files = await read(await vscode.workspace.findFiles(SETTINGS, LEFT_OUT, MOST.settings));
      /** Files of which the server makes use; word lists have any name. */
      const used = new Set(files.map(([file]) => file));
      const pack = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'mtlint.pack'));
      await new Promise<void>((done, fail) => {
        started.addEventListener('message', ({data}: MessageEvent<Started>) => ('ready' in data ? done() : fail(new Error(data.problem))), {once: true});
        started.addEventListener('error', ({message}) => fail(new Error(message)), {once: true});
        started.postMessage({pack, files} satisfies Start);
      }).finally(() => URL.revokeObjectURL(script));
      const client = new LanguageClient('mtlint', 'mtlint', started, {...options, uriConverters: {code2Protocol: toServer, protocol2Code: toEditor}});
      client.onRequest('mtlint/write', ({file, text}: Written) => vscode.workspace.fs.writeFile(fromPath(file), new TextEncoder().encode(text)));
      watcher = vscode.workspace.createFileSystemWatcher('**/*');
      const changed = async (uri: vscode.Uri) => {
        if (uri.path.includes('/node_modules/') || !isSettings(uri.path) && !used.has(toPath(uri))) return;
        const now = await read([uri]);
        for (const [file] of now) used.add(file);
        await client.sendNotification('mtlint/files', now satisfies Files);
      };
      watcher.onDidChange(changed);
      watcher.onDidCreate(changed);
      watcher.onDidDelete(changed);
      return {client};
    },
    async prepareWorkspace(client: BaseLanguageClient) {
      const found = await vscode.workspace.findFiles(ARTICLES, LEFT_OUT, MOST.articles);
      await vscode.window.withProgress({location: vscode.ProgressLocation.Notification, title: `mtlint: reading ${found.length} files`}, async () => client.sendNotification('mtlint/files', await read(found, false) satisfies Files));
    },
    dispose() {
      watcher?.dispose();
      worker?.terminate();
      worker = undefined;
    },
  };
};

export async function activate(context: vscode.ExtensionContext): Promise<Extension> {
  const extension = new Extension(context, hostOf(context));
  await extension.start();
  return extension;
}
