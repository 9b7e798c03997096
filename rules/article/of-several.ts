/** "one of village councils", "each of active members": who is picked out of several is picked out of known ones. */
import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS, NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

const PICKED = /^(?:one|each|none|both|neither|either)$/;
/** What stands between "of" and a plural without an article: amounts. */
const AMOUNT = /^(?:many|several|few|some|various|numerous|countless|more|two|three|dozens|hundreds|thousands|millions|scores|about|nearly|around|over|at|only|just|such|all|every|those|these|other|different|multiple)$/;
/** The longest noun phrase, in words. */
const MOST = 4;

/** `of` is that word. */
export function ofSeveral(document: Document, of: Token, put: (found: Report) => void): void {
  const {tokens} = document;
  const before = document.before(of);
  const first = document.after(of);
  if (!PICKED.test(before?.word.folded ?? '') || first?.kind !== 'word' || first.word.shape !== 'lower' || FUNCTION_WORDS.has(first.word.folded) || AMOUNT.test(first.word.folded) || NUMBER_WORDS.has(first.word.folded)) return;
  for (let i = first.index; i < first.index + MOST; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (token?.kind !== 'word' || token.sentence !== of.sentence || token.word.shape !== 'lower' || FUNCTION_WORDS.has(token.word.folded) || /['’]/.test(token.text)) return;
    if (next && !next.spaced && /^[-‐‑'’/]$/.test(next.text)) return;
    const tag = posOf(document, token);
    const ends = !next || next.sentence !== of.sentence || next.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) || posOf(document, next) === 'VERB' || posOf(document, next) === 'AUX';
    if (ends) {
      if (pluralNoun(token) !== undefined && tag === 'NOUN') put({start: first.start, end: first.end, proposals: [`the ${first.text}`], confidence: 0.85, evidence: 0.6, note: 'One of several things that are known: `one of the`.'});
      return;
    }
    if (tag !== 'ADJ' && tag !== 'NOUN' && !(tag === 'ADV' && posOf(document, next) === 'ADJ')) return;
  }
}
