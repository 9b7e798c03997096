import {setFlagsFromString} from 'node:v8';

/** V8 after that of Node 20 counts calls instead, knows no such flag, and complains of it on standard error. */
const HAS_BUDGET = Number.parseInt(process.versions.v8, 10) < 12;

/**
 * The flag by which V8 compiles a function for speed after so much work of it, in bytes of bytecode (132 kB by itself). None where V8 has no such flag.
 */
const budgetFlag = (bytes: number): readonly string[] => (HAS_BUDGET ? [`--interrupt-budget=${bytes}`] : []);

/**
 * Flags of V8 for the command, set before its code is taken from `dist/main.code`, and when that is made: V8 takes code only from a run with
 * the same flags.
 *
 * Functions are compiled for speed later: in a short run what was compiled so hardly runs again. Regular expressions become machine code at
 * once: by itself V8 makes bytecode of each first, and of most, at their second use, machine code as well. Together that takes a tenth
 * off the time of linting one article, and a fifth off its CPU time.
 */
export const START_FLAGS: readonly string[] = [...budgetFlag(250_000), '--no-regexp-tier-up'];

/**
 * For what runs long, an editor's server or a run over many files: less of other functions in each that is compiled, which takes a twentieth off the CPU time of 400 articles.
 * By itself V8 also puts what is made in a place from which much outlived some collections on the old heap at once: the tokens of a long text, and then those of every text.
 * A server needs 6 MB less: smaller code, and smaller memories of the threads that compile, which they keep.
 */
const LASTING_FLAGS: readonly string[] = ['--max-inlined-bytecode-size=230', '--max-inlined-bytecode-size-cumulative=460', '--no-allocation-site-pretenuring'];

/** For an editor's server. By itself V8 lets what is alive grow fourfold before it collects garbage. When functions are compiled, from 300,000 to 550,000, makes no difference to an edit; without `--sparkplug` a server needs 3 to 7 MB less, and a fifth longer to open a text. */
export const SERVER_FLAGS: readonly string[] = [...budgetFlag(400_000), ...LASTING_FLAGS, '--heap-growing-percent=50'];

/**
 * For a run over many files, before its threads start. Each thread compiles a function anew, and again when a rule meets a case that was rare before: compiling as late as this takes a tenth
 * off the CPU time of 400 articles. 90 MB are alive in each thread, whatever the number of files, and the garbage on top of them may be a fifth.
 * With a half, memory grew for as long as the garbage did, through the first thousand files; collecting it sooner takes no time that can be measured.
 */
export const FOLDER_FLAGS: readonly string[] = [...budgetFlag(800_000), ...LASTING_FLAGS, '--heap-growing-percent=20'];

/** The flag by which V8 leaves the space for what is new as it is; by itself it doubles it, up to 32 MB, whenever much of what is new lasts. */
export const NEW_SPACE_STAYS = '--semi-space-growth-factor=1';

export function setCompilerFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag);
}
