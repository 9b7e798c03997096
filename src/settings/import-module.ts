/**
 * Imports a module by its specifier or address, as `import()` does. The command calls it here, in a file that `scripts/build.ts` leaves out of the
 * command's own: Node loads that file with its compiled code and without a loader for what it would import.
 */
export const importModule = (specifier: string): Promise<unknown> => import(specifier);
