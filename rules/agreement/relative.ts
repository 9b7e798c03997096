/** "The plant, which produce pipes", "The government, that do not have a majority": the verb of a clause about one thing. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, isInfinitive, thirdOf} from '../../src/document/verbs.ts';
import {startsObject} from '../../src/evidence/clause.ts';
import {countNoun, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';

/** The verb that lacks its ending, and with it. Asked at "which" and "that". */
export function verbOfOne(document: Document, which: Token): readonly [verb: Token, right: string] | undefined {
  const {tokens} = document;
  const comma = tokens[which.index - 1];
  const noun = comma?.text === ',' ? tokens[comma.index - 1] : undefined;
  const verb = tokens[which.index + 1];
  const the = noun && tokens[noun.index - 1];
  if (noun?.kind !== 'word' || noun.sentence !== which.sentence || !countNoun(noun) || !the || !/^(?:the|a|an|this|its|his|her|their)$/.test(the.word.folded) && !(the.word.shape === 'lower' && posOf(document, the) === 'ADJ' && /^(?:the|a|an|this|its)$/.test(tokens[the.index - 1]?.word.folded ?? ''))) return undefined;
  if (!document.opensSentence(/^(?:the|a|an|this|its|his|her|their)$/.test(the.word.folded) ? the : tokens[the.index - 1]!)) return undefined;
  if (verb?.kind !== 'word' || verb.sentence !== which.sentence || verb.word.shape !== 'lower') return undefined;
  const w = verb.word.folded;
  if (/^(?:do|have)$/.test(w)) return w === 'do' && tokens[verb.index + 1]?.word.folded !== 'not' ? undefined : [verb, w === 'do' ? 'does' : 'has'];
  if (!isInfinitive(w) || /(?:s|ed)$/.test(w) || baseOfPast(w) !== undefined || /^(?:can|may|must|will|even|still|now|then|under|like|over)$/.test(w) || pluralNoun(verb) || posOf(document, verb) !== 'VERB') return undefined;
  const next = tokens[verb.index + 1];
  if (!startsObject(document, verb.index + 1, which.sentence) && !(next?.kind === 'word' && (pluralNoun(next) !== undefined || /^(?:in|at|on|to|for|from|with|about|more|only|between|of)$/.test(next.word.folded)))) return undefined;
  return [verb, thirdOf(w)];
}
