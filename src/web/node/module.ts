/** In the place of `node:module` in a browser, where no package is installed. */
export function createRequire(): {resolve(name: string): never} {
  return {resolve: (name) => {
    throw new Error(`${name} is not installed: there are no packages in a browser`);
  }};
}
