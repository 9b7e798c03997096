/** "It did not specify, when they will be reconnected", "will not begin earlier, than in March": the comma of Slavic languages and German before what belongs to the verb or the comparison. */
import type {Document} from '../../src/document/document.ts';
import {baseOfPast, baseOfThird} from '../../src/document/verbs.ts';
import type {Token} from '../../src/document/token.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

/** What one knows, asks or says, so that a question may follow. */
const KNOWING = /^(?:know|specify|disclose|understand|explain|clarify|reveal|ask|wonder|decide|remember|determine|establish|see|tell)$/;
const SUBJECT = /^(?:the|a|an|this|that|these|he|she|it|they|we|i|his|her|its|their|our|many|much|exactly|such|some|people|to|is|was|are|were|had|has|will|would|happened|did|does)$/;

/** At "when", "how", "who" or "than" behind a comma. */
export function commaBefore(document: Document, token: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const comma = tokens[token.index - 1];
  const verb = comma?.text === ',' ? tokens[comma.index - 1] : undefined;
  const next = tokens[token.index + 1];
  if (!comma || verb?.kind !== 'word' || verb.sentence !== token.sentence || next?.sentence !== token.sentence) return false;
  const v = verb.word.folded;
  if (token.word.folded === 'than') {
    if (!/^(?:more|less|fewer|rather|earlier|later|sooner|better|worse|[a-z]{3,}er)$/.test(v) || !/^(?:more|less|fewer|rather|earlier|later|sooner|better|worse)$/.test(v) && posOf(document, verb) !== 'ADJ' && posOf(document, verb) !== 'ADV') return false;
    put({start: comma.start, end: comma.end, proposals: [''], confidence: 0.66, note: 'Before “than” English has no comma.'});
    return true;
  }
  const base = v === 'told' || v === 'knew' || v === 'saw' ? baseOfPast(v) : baseOfPast(v) ?? baseOfThird(v) ?? v;
  const helper = document.before(verb);
  if (base === undefined || !KNOWING.test(base) && v !== 'say' || next.kind !== 'word' || !SUBJECT.test(next.word.folded) || posOf(document, verb) !== 'VERB' || helper && /^(?:when|if|as|once|while|though|until)$/.test(helper.word.folded)) return false;
  // "I know, when it rains, that": another comma closes what the first one opens.
  const {last} = document.sentences[token.sentence]!;
  for (let k = token.index + 1; k <= last; k++) if (/^[,;:“”"?]$/.test(tokens[k]!.text)) return false;
  const denied = helper && /^(?:not|to|cannot|never|unable)$|n't$/.test(helper.word.folded);
  put({start: comma.start, end: comma.end, proposals: [''], confidence: denied ? 0.62 : /^(?:when|who)$/.test(token.word.folded) ? 0.35 : 0.5, note: 'Before what one asks, knows or says English has no comma.'});
  return true;
}
