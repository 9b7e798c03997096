import {deflateRawSync, inflateRawSync} from 'node:zlib';
import type {LintResult} from '../engine/lint.ts';
import {type FileResult, packWith, pointsOf, resultOf} from '../report/result.ts';

/** What of a result takes room. */
type Content = Pick<LintResult, 'findings' | 'suppressed'>;

/**
 * A result as it comes from a worker thread, stands in the cache and waits for the report: what is found in one file takes about 10 KB as objects, a
 * fifth of that so.
 */
export interface PackedResult extends Omit<LintResult, keyof Content> {
  /** JSON of the findings and of what is suppressed, deflated; absent where there is neither. */
  readonly packed?: Uint8Array;
  /** Something is suppressed. */
  readonly suppresses?: true;
}

/** A copy: what zlib gives is the beginning of 16 KB. */
const deflated = (text: string): Uint8Array => new Uint8Array(deflateRawSync(text, {level: 3}));
const inflated = (bytes: Uint8Array): string => inflateRawSync(bytes).toString('utf8');

const packedOf = ({findings, suppressed}: Content): Pick<PackedResult, 'packed' | 'suppresses'> => (findings.length || suppressed?.length ? {packed: deflated(JSON.stringify({findings, suppressed})), ...(suppressed?.length ? {suppresses: true} : {})} : {});
const contentOf = (packed: Uint8Array | undefined): Content => (packed ? (JSON.parse(inflated(packed)) as Content) : {findings: []});

export const pack = ({findings, suppressed, ...rest}: LintResult): PackedResult => ({...rest, ...packedOf({findings, ...(suppressed ? {suppressed} : {})})});
export const unpack = ({packed, suppresses: _, ...rest}: PackedResult): LintResult => ({...rest, ...contentOf(packed)});
export const isPacked = (result: LintResult | PackedResult): result is PackedResult => !('findings' in result);

/** What is kept of a file: its text and what was found in it, deflated. */
interface Kept {
  readonly head: FileResult;
  readonly text: Uint8Array;
  readonly packed: Uint8Array;
}
/** What was read last: a report asks for one file after the other, and for each several times. */
let last: {readonly of: Kept; readonly text: string; readonly content: Content; readonly pointAt: FileResult['pointAt']} | undefined;

function read(kept: Kept): NonNullable<typeof last> {
  if (last?.of !== kept) {
    const text = inflated(kept.text);
    last = {of: kept, text, content: contentOf(kept.packed), pointAt: pointsOf(text)};
  }
  return last!;
}

/** A result that reads what it holds when it is asked for it. */
function keptResult(kept: Kept, suppresses: true | undefined): FileResult {
  const result: FileResult = {
    ...kept.head,
    get text() { return read(kept).text; },
    get findings() { return read(kept).content.findings; },
    ...(suppresses ? {get suppressed() { return read(kept).content.suppressed!; }} : {}),
    pointAt: (offset) => read(kept).pointAt(offset),
  };
  packWith(result, (findings, suppressed) => {
    const {packed, suppresses} = packedOf({findings, ...(suppressed ? {suppressed} : {})});
    return packed ? keptResult({...kept, packed}, suppresses) : kept.head;
  });
  return result;
}

/** What a report needs of a file, packed if its result is. */
export function fileResultOf(file: string, text: string, result: LintResult | PackedResult): FileResult {
  if (!isPacked(result)) return resultOf(file, text, result);
  const {packed, suppresses, ...rest} = result;
  const head = resultOf(file, '', {...rest, findings: []});
  return packed ? keptResult({head, text: deflated(text), packed}, suppresses) : head;
}
