import type {Finding} from '../rule/run.ts';

/** A finding as a baseline keeps it: the fingerprint tells it, rule and text are for people who read the file. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
}

/** Known findings by the path of their file: with slashes, from the baseline's folder. */
export type Baseline = ReadonlyMap<string, readonly KnownFinding[]>;

/** A baseline file that cannot be used: what is wrong with it, and the line from 1 where that is known. */
export class BaselineError extends Error {
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** Longer texts are cut: the fingerprint counts. UTF-16 code units. */
const SHOWN = 80;

const knownOf = ({fingerprint, ruleId, actual}: Finding): KnownFinding => ({fingerprint, rule: ruleId, text: actual.length > SHOWN ? `${actual.slice(0, SHOWN - 1)}…` : actual});
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Reads a baseline file. Throws a {@link BaselineError}. */
export function parseBaseline(content: string): Baseline {
  const lineAt = (offset: number) => content.slice(0, offset).split('\n').length;
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(content);
  if (conflict) throw new BaselineError('There are marks of a merge conflict.', lineAt(conflict.index));
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message);
    throw new BaselineError(`This is no JSON (${(error as Error).message}).`, lineAt(at ? Number(at[1]) : content.length));
  }
  const {version, files} = (value ?? {}) as {version?: unknown; files?: unknown};
  if (version !== 1) throw new BaselineError(version === undefined ? 'This is no baseline of mtlint.' : `This baseline has the version ${JSON.stringify(version)}; this mtlint reads version 1.`);
  if (typeof files !== 'object' || files === null || Array.isArray(files)) throw new BaselineError('`files` is missing.');
  const baseline = new Map<string, KnownFinding[]>();
  for (const [name, known] of Object.entries(files)) {
    const wrong = !Array.isArray(known) || known.some((k: Partial<KnownFinding> | null) => typeof k?.fingerprint !== 'string' || typeof k.rule !== 'string' || typeof k.text !== 'string');
    if (wrong) throw new BaselineError(`What it has of \`${name}\` is no list of findings.`, lineAt(Math.max(0, content.indexOf(JSON.stringify(name)))));
    baseline.set(name, known as KnownFinding[]);
  }
  return baseline;
}

/** The text of a baseline file: sorted, one finding a line, so that a change shows as what it is. */
export function formatBaseline(baseline: Baseline): string {
  const files = [...baseline].filter(([, known]) => known.length).sort(([a], [b]) => order(a, b));
  const blocks = files.map(([name, known]) => {
    const lines = known.map(({fingerprint, rule, text}) => ({rule, text, fingerprint})).sort((a, b) => order(a.rule, b.rule) || order(a.text, b.text) || order(a.fingerprint, b.fingerprint));
    return `    ${JSON.stringify(name)}: [\n${lines.map((line) => `      ${JSON.stringify(line)}`).join(',\n')}\n    ]`;
  });
  return `{\n  "version": 1,\n  "files": {${blocks.length ? `\n${blocks.join(',\n')}\n  ` : ''}}\n}\n`;
}

/** Splits the findings of a file by whether a baseline knows them; `gone` is what it knows and the file no longer has. */
export function compareWithBaseline(known: readonly KnownFinding[] = [], findings: readonly Finding[]): {states: ('new' | 'unchanged')[]; gone: KnownFinding[]} {
  const left = new Map(known.map((k) => [k.fingerprint, k]));
  const all = new Set(left.keys());
  const states = findings.map(({fingerprint}) => {
    left.delete(fingerprint);
    return all.has(fingerprint) ? 'unchanged' as const : 'new' as const;
  });
  return {states, gone: [...left.values()]};
}

/** The baseline after a run: the files that were linted have their findings of now, the others what they had. */
export function updateBaseline(before: Baseline, linted: ReadonlyMap<string, readonly Finding[]>, exists: (name: string) => boolean): Baseline {
  const after = new Map<string, readonly KnownFinding[]>([...before].filter(([name]) => !linted.has(name) && exists(name)));
  for (const [name, findings] of linted) after.set(name, findings.map(knownOf));
  return after;
}
