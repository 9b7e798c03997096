import type {FileResult, GoneFinding} from './result.ts';

/** What a report needs to know besides the results. */
export interface ReportContext {
  readonly color: boolean;
  /** Absolute path that names are shown relative to. */
  readonly cwd: string;
  /** The version of mtlint. */
  readonly version: string;
  /** What the baseline knows and no longer occurs. */
  readonly gone?: readonly GoneFinding[];
}

/** A report as text, with its final newline: whole, or, where it grows with the files, in pieces, so that it never stands in memory as one. */
export type Report = string | Generator<string, void>;
/** A report in one piece. */
export const wholeReport = (report: Report): string => (typeof report === 'string' ? report : [...report].join(''));
export type Reporter = (results: readonly FileResult[], context: ReportContext) => Report | Promise<Report>;

/** What is made of each file, as one list in JSON, piece by piece. */
export function* jsonList(results: Iterable<FileResult>, make: (result: FileResult, index: number) => readonly unknown[]): Generator<string, void> {
  let before = '[';
  let index = 0;
  for (const result of results) for (const item of make(result, index++)) {
    yield before + JSON.stringify(item);
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

/** mtlint's own formats by the name that `--format` takes. Each is loaded only when asked for: the command should start fast. */
export const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  compact: async () => (await import('./compact.ts')).compact,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  html: async () => (await import('./html.ts')).html,
  markdown: async () => (await import('./markdown.ts')).markdown,
};
