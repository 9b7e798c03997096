/** "The contract, which its value is $9 million": whose, in languages that say it with a pronoun in the clause. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

const FINITE = /^(?:is|was|are|were|has|had|have|will|would|can|could|exceeds?|exceeded|reached|reaches|amounts?|amounted|died|lives?|lived|works?|worked)$/;

/** At "which" or "who". */
export function whose(document: Document, token: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const own = tokens[token.index + 1];
  const before = document.before(token);
  if (own?.sentence !== token.sentence || !(token.word.folded === 'which' ? /^(?:its|their)$/ : /^(?:his|her|their)$/).test(own.word.folded) || before?.kind === 'word' && posOf(document, before) !== 'NOUN' && posOf(document, before) !== 'PROPN' || before?.kind !== 'word' && before?.text !== ',') return false;
  for (let k = own.index + 1; k < own.index + 4; k++) {
    const t = tokens[k];
    if (t?.kind !== 'word' || t.sentence !== token.sentence) return false;
    if (k === own.index + 1 ? posOf(document, t) !== 'NOUN' && posOf(document, t) !== 'ADJ' : false) return false;
    if (k > own.index + 1 && FINITE.test(t.word.folded)) {
      const noun = tokens[k - 1]!;
      if (posOf(document, noun) !== 'NOUN' && pluralNoun(noun) === undefined) return false;
      put({start: token.start, end: own.end, proposals: ['whose'], confidence: 0.66, note: 'What belongs to the noun before is joined with “whose”.'});
      return true;
    }
  }
  return false;
}
