import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {LanguageClient, TransportKind} from 'vscode-languageclient/node';
import {Extension, type Host} from './extension.ts';

interface Server {
  readonly module: string;
  readonly args: string[];
  readonly told: string;
}

/** The mtlint that a folder, or one above it, has installed; undefined where there is none with a language server. */
export function installedIn(folder: string): Server | undefined {
  const manifest = path.join(folder, 'node_modules/mtlint/package.json');
  if (existsSync(manifest)) {
    try {
      const {version, bin} = JSON.parse(readFileSync(manifest, 'utf8')) as {version: string; bin: {mtlint: string}};
      const module = path.join(path.dirname(manifest), bin.mtlint);
      if (existsSync(module)) return {module, args: ['lsp'], told: `mtlint ${version} of ${path.dirname(manifest)}`};
    } catch {
      // A broken installation is none.
    }
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : installedIn(parent);
}

/** The server that comes with the extension, or the workspace's own, which runs only in a folder that is trusted. */
function serverFor(context: vscode.ExtensionContext, shippedOnly: boolean): Server & {readonly isOwn?: true} {
  const shipped = {module: context.asAbsolutePath('dist/server.mjs'), args: [], told: `mtlint ${(context.extension.packageJSON as {version: string}).version}, as it comes with the extension`};
  if (shippedOnly || !vscode.workspace.isTrusted || !vscode.workspace.getConfiguration('mtlint').get('useWorkspaceVersion', true)) return shipped;
  for (const {uri} of vscode.workspace.workspaceFolders ?? []) {
    const own = uri.scheme === 'file' ? installedIn(uri.fsPath) : undefined;
    if (own) return {...own, isOwn: true};
  }
  return shipped;
}

const hostOf = (context: vscode.ExtensionContext): Host => ({
  async connect(options, output, shipped) {
    const {module, args, told, isOwn} = serverFor(context, shipped);
    output.info(`Starting ${told}${vscode.workspace.isTrusted ? '' : ' (this folder is not trusted: none of its code is run)'}`);
    return {client: new LanguageClient('mtlint', 'mtlint', {module, args, transport: TransportKind.stdio}, options), ...(isOwn ? {own: told} : {})};
  },
});

export async function activate(context: vscode.ExtensionContext): Promise<Extension> {
  const extension = new Extension(context, hostOf(context));
  await extension.start();
  return extension;
}
