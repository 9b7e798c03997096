/** In the place of `node:os` in a browser. */
export const homedir = (): string => '/';
