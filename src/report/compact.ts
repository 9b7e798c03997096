import {visible} from './pretty.ts';
import type {ReportContext} from './reporter.ts';
import {type FileResult, nameOf} from './result.ts';

/** One line a finding, as vfile-reporter prints it. */
export async function compact(results: readonly FileResult[], {color, cwd}: ReportContext): Promise<string> {
  // Loaded only when asked for: the command should start fast.
  const [{VFile}, {reporter}] = await Promise.all([import('vfile'), import('vfile-reporter')]);
  const files = results.map((result) => {
    const file = new VFile({path: result.path.startsWith('<') ? 'stdin' : visible(nameOf(result, cwd))});
    for (const error of result.errors) file.message(visible(error)).fatal = true;
    for (const finding of result.findings) {
      const message = file.message(visible(finding.message.replace(/\s+/g, ' ')), {place: {start: result.pointAt(finding.start), end: result.pointAt(finding.end)}, ruleId: finding.ruleId, source: 'mtlint'});
      if (finding.severity === 'error') message.fatal = true;
    }
    return file;
  });
  return `${reporter(files, {quiet: files.length > 1, color})}\n`.replace(/^\n$/, '');
}
