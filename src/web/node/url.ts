/** In the place of `node:url` in a browser; paths with slashes. */
export const pathToFileURL = (file: string): URL => new URL(`file://${file.split('/').map(encodeURIComponent).join('/')}`);
export const fileURLToPath = (url: string | URL): string => decodeURIComponent(new URL(url).pathname);
