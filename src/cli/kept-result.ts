import {deserialize, serialize} from 'node:v8';
import {deflateRawSync, inflateRawSync} from 'node:zlib';
import {type FileResult, pointsOf} from '../report/result.ts';

/** What of a result takes room. */
type Packed = Pick<FileResult, 'text' | 'findings' | 'suppressed'>;

/** The result that was read last: a report asks for one file after the other, and for each several times. */
let last: {readonly bytes: Buffer; readonly content: Packed; readonly pointAt: FileResult['pointAt']} | undefined;

function contentOf(bytes: Buffer): NonNullable<typeof last> {
  if (last?.bytes !== bytes) {
    const content = deserialize(inflateRawSync(bytes)) as Packed;
    last = {bytes, content, pointAt: pointsOf(content.text)};
  }
  return last!;
}

/** The results that are kept as bytes. */
const packed = new WeakSet<FileResult>();

/** A result with other findings; as bytes if it was. */
export function withFindings(result: FileResult, findings: FileResult['findings'], suppressed = result.suppressed): FileResult {
  const changed = {...result, findings, ...(suppressed ? {suppressed} : {})};
  return packed.has(result) ? kept(changed) : changed;
}

/**
 * A result as few bytes until somebody asks for it. Reports are made when all files are linted: what is found in one takes about 10 KB as objects, a
 * tenth of that so. Places are those in its text.
 */
export function kept(result: FileResult): FileResult {
  const {text, findings, suppressed, pointAt: _, ...rest} = result;
  if (!text) return result;
  // A copy: what zlib gives is the beginning of 16 KB.
  const bytes = Buffer.from(deflateRawSync(serialize({text, findings, suppressed} satisfies Packed), {level: 3}));
  const few: FileResult = {
    ...rest,
    get text() { return contentOf(bytes).content.text; },
    get findings() { return contentOf(bytes).content.findings; },
    ...(suppressed ? {get suppressed() { return contentOf(bytes).content.suppressed!; }} : {}),
    pointAt: (offset) => contentOf(bytes).pointAt(offset),
  };
  packed.add(few);
  return few;
}
