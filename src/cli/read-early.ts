/** Begins to read the lexicon while the rest of the command is still being made ready: to be imported first. */
import {readAhead} from '../lexicon/package-files.ts';

/** What lints no text, or does so in other ways. */
const OTHERS = /^(?:--help|--version|rules|explain|init|config|accept|lsp|pack)$/;
const given = process.argv.slice(2);

/** Ready when the lexicon is read, where the arguments look as if a text were to be linted. */
export const lexiconRead: Promise<void> = given.length && !given.some((argument) => OTHERS.test(argument)) ? readAhead() : Promise.resolve();
