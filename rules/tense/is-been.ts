/** "is never been in doubt", "was already been there": the perfect with the verb of German, Dutch and Italian. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import type {Report} from '../../src/rule/rule.ts';

const HAVE: Readonly<Record<string, string>> = {is: 'has', are: 'have', was: 'had', were: 'had'};

/** Asked at "been". */
export function isBeen(document: Document, been: Token, put: (found: Report) => void): void {
  let be = document.before(been);
  if (be && /^(?:never|always|already|also|often|not|long|now|just|still|since)$/.test(be.word.folded)) be = document.before(be);
  if (be?.kind !== 'word' || be.sentence !== been.sentence || !Object.hasOwn(HAVE, be.word.folded) || be.word.shape !== 'lower') return;
  put({start: be.start, end: be.end, proposals: [HAVE[be.word.folded]!], confidence: 0.72, note: 'English has the perfect with “have”.'});
}
