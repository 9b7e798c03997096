import {isTerminal} from './print.ts';

/** Work that takes longer than this shows its progress, in milliseconds. */
const PATIENCE = 1000;
const INTERVAL = 100;

/**
 * A function to call after each file with its name, and at the end without. It prints on standard error, and only
 * where that is a terminal and the work takes longer than a second.
 */
export function progress(total: number): (file?: string) => void {
  if (!isTerminal('stderr')) return () => {};
  const begun = Date.now();
  let done = 0;
  let shown = 0;
  const {stderr} = process;
  return (file) => {
    const now = Date.now();
    if (file === undefined) {
      if (shown) stderr.write('\r\x1b[K');
      return;
    }
    done++;
    if (now - begun < PATIENCE || now - shown < INTERVAL) return;
    shown = now;
    stderr.write(`\r\x1b[K${done} of ${total} files  ${file.replace(/[\0-\x1f\x7f-\x9f]/g, '?').slice(-Math.max(10, (stderr.columns ?? 80) - 24))}`);
  };
}
