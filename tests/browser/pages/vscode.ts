/** A page in which the extension's code for browsers runs, in the stand-in for VS Code; the workspace is a repository on the web. */
import {URI, Utils} from 'vscode-uri';
import {openEditor, type World} from '../../vscode/stand-in.ts';

const FOLDER = URI.parse('vscode-vfs://github/owner/repository');

/** Activates the extension that lies at an address, in a workspace with these files. */
async function open(home: string, manifest: World['manifest'] & {browser: string}, files: Record<string, string>) {
  const at = (name: string) => Utils.joinPath(FOLDER, name);
  const content = new Map(Object.entries(files).map(([name, text]) => [at(name).toString(), text]));
  const world: World = {
    settings: {}, trusted: false, folder: FOLDER, home: URI.parse(home), manifest,
    readFile: async (uri) => {
      const text = content.get(uri.toString());
      if (text !== undefined) return new TextEncoder().encode(text);
      if (uri.scheme === FOLDER.scheme) throw new Error(`There is no ${uri.toString()}`);
      return new Uint8Array(await (await fetch(uri.toString(true))).arrayBuffer());
    },
    writeFile: async (uri, bytes) => void content.set(uri.toString(), new TextDecoder().decode(bytes)),
    files: async () => [...content.keys()].map((uri) => URI.parse(uri)),
  };
  const editor = openEditor(world);
  const code = await (await fetch(`${home}/${manifest.browser}`)).text();
  const module = {exports: {} as {activate(context: unknown): Promise<unknown>}};
  new Function('require', 'module', 'exports', code)((name: string) => {
    if (name !== 'vscode') throw new Error(`There is no ${name} in a browser`);
    return editor.module;
  }, module, module.exports);
  await module.exports.activate(editor.context);
  const found = (name: string) => editor.diagnosticsOf(at(name)).map(({code: rule, message}) => [(rule as {value: string}).value, message]);
  const write = async (name: string, text: string) => {
    content.set(at(name).toString(), text);
    editor.saved(at(name));
  };
  return {...editor, at, found, write, content: (name: string) => content.get(at(name).toString())};
}
Object.assign(globalThis, {open});
