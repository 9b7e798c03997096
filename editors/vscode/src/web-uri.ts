import * as vscode from 'vscode';

/*
 * The server knows files by paths. In a browser a file has any scheme (`vscode-vfs://github/owner/repository/draft.md`), so that its path
 * there is made of scheme, authority and path: `/vscode-vfs/github/owner/repository/draft.md`.
 */

/** Documents that were never saved stay as they are. */
const isUnsaved = (scheme: string) => scheme === 'untitled';
/** In the place of an authority that is empty. */
const NONE = '-';

export const toPath = ({scheme, authority, path}: vscode.Uri): string => `/${scheme}/${authority || NONE}${path}`;

export function fromPath(file: string): vscode.Uri {
  const [, scheme = '', authority = '', path = ''] = /^\/([^/]*)\/([^/]*)(.*)$/.exec(file) ?? [];
  return vscode.Uri.from({scheme, authority: authority === NONE ? '' : authority, path});
}

export const toServer = (uri: vscode.Uri): string => (isUnsaved(uri.scheme) ? uri.toString() : vscode.Uri.from({scheme: 'file', path: toPath(uri)}).toString());

export function toEditor(uri: string): vscode.Uri {
  const parsed = vscode.Uri.parse(uri);
  return parsed.scheme === 'file' ? fromPath(parsed.path) : parsed;
}
