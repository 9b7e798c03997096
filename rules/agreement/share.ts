/** "More than half of them was", "71% of the flats has", "three quarters of the oil leave": a share agrees with what it is one of. */
import type {Document} from '../../src/document/document.ts';
import {NUMBER_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {isInfinitive, thirdOf} from '../../src/document/verbs.ts';
import {endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report & {readonly kind: 'verb'}) => void;

const SHARE = /^(?:half|most|many|several|some|all|both|few|thirds?|quarters?|fifths?|tenths?|percent|cent|%|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions|majority)$/;
/** Of these, what may be one of a single thing. */
const FRACTION = /^(?:half|most|some|all|thirds?|quarters?|fifths?|tenths?|percent|cent|%|majority)$/;
const DETERMINER = /^(?:the|these|those|his|her|its|their|our|this|that)$/;
const PLURAL: Readonly<Record<string, string>> = {is: 'are', was: 'were', has: 'have'};
const SINGULAR: Readonly<Record<string, string>> = {are: 'is', were: 'was', have: 'has'};
const MANY = /^(?:people|men|women|children)$/;
/** Of many people or things, so that either number is heard. */
const EITHER = /^(?:population|public|group|team|family|police|staff|party|country|company|club|army|crew|audience|electorate|world|city|town|village|government|council|committee|class|school|workforce|network|fleet|community|nation|force|press|media|parliament|data|time|membership|cabinet|squad|side|opposition|youth|industry|sector|market|region|area|state)$/;
/** The longest way from the share to its verb, in words. */
const MOST = 8;

/** Whether a share may be named at a word. */
export const maySayShare = (of: Token, before: Token | undefined): boolean => of.text === 'of' && before !== undefined && (before.kind === 'number' || SHARE.test(before.kind === 'word' ? before.word.folded : before.text));

/** Whether the share opens its clause: nothing before it but a mark, "that" or what measures it ("more than half"). */
function opens({tokens}: Document, share: Token): boolean {
  let k = share.index;
  const {sentence} = share;
  while (tokens[k - 1]?.sentence === sentence && (tokens[k - 1]!.kind === 'number' || NUMBER_WORDS.has(tokens[k - 1]!.word.folded) || /^(?:than|more|less|fewer|about|around|nearly|almost|over|only|a|an|the|at|least|roughly|some|per|some|just|well|good|up|to|every|vast|great|large)$/.test(tokens[k - 1]!.word.folded))) k--;
  const before = tokens[k - 1];
  return before === undefined || before.sentence !== sentence || /^(?:that|because|although|but|while|where|and|as|when|since|whereas|[“"(—–:;])$/.test(before.text) || before.text === ',' && /^(?:in|on|at|after|before|according|last|this|since|among|of)$/.test(tokens.find((t) => t.sentence === sentence)?.word.folded ?? '');
}

/** At the "of" behind a share. */
export function share(document: Document, of: Token, put: Put): void {
  const {tokens} = document;
  const {sentence} = of;
  const before = tokens[of.index - 1]!;
  if (before.kind === 'number' || document.isTitle(sentence) || !opens(document, before)) return;
  const flag = (verb: Token, right: string, many: boolean) => put({kind: 'verb', start: verb.start, end: verb.end, proposals: [right], confidence: 0.62, note: many ? 'A share of several is more than one: the verb needs its plural.' : 'A share of one thing is one: the verb needs its singular.'});
  const first = tokens[of.index + 1];
  if (first?.kind !== 'word' || first.sentence !== sentence) return;
  // "half of them was"
  if (/^(?:them|us|these|those)$/.test(first.word.folded)) {
    const verb = tokens[first.index + 1];
    if (verb?.sentence === sentence && Object.hasOwn(PLURAL, verb.word.folded)) flag(verb, PLURAL[verb.word.folded]!, true);
    return;
  }
  if (!DETERMINER.test(first.word.folded)) return;
  let noun: Token | undefined;
  for (let k = first.index + 1; k < first.index + MOST; k++) {
    const t = tokens[k];
    if (!t || t.sentence !== sentence || t.kind !== 'word' && t.kind !== 'number') return;
    const w = t.word.folded;
    if (noun) {
      const many = pluralNoun(noun) !== undefined || MANY.test(noun.word.folded);
      if (Object.hasOwn(PLURAL, w)) return many && !/^(?:time|money|work)$/.test(noun.word.folded) ? flag(t, PLURAL[w]!, true) : undefined;
      if (many) {
        // "the flats planned in the province has"
        if (k === noun.index + 1 && /(?:ed|en|wn|ilt)$/.test(w) && posOf(document, t) === 'VERB' || k > noun.index + 1 && k < noun.index + 5 && /(?:ed|en|wn|ilt)$/.test(tokens[noun.index + 1]!.word.folded) && (/^(?:in|at|by|on|the|from|last|this|year)$/.test(w) || t.word.shape !== 'lower' || posOf(document, t) === 'NOUN')) continue;
        return;
      }
      if (!FRACTION.test(before.kind === 'word' ? before.word.folded : before.text) || EITHER.test(noun.word.folded) || noun.text.endsWith('s') || noun.word.shape !== 'lower' || k !== noun.index + 1) return;
      if (Object.hasOwn(SINGULAR, w)) return flag(t, SINGULAR[w]!, false);
      if (t.word.shape === 'lower' && isInfinitive(w) && !/(?:s|ed)$/.test(w) && posOf(document, t) === 'VERB' && !endsPhrase(t, sentence) && /^(?:the|a|an|to|in|on|at|from|for|his|her|its|their|into|with)$/.test(tokens[k + 1]?.word.folded ?? '') && !/^(?:put|set|cut|hit|let|read|cost|spread|come|become|run)$/.test(w)) return flag(t, thirdOf(w), false);
      return;
    }
    const next = tokens[k + 1];
    if (t.kind === 'number' || NUMBER_WORDS.has(w)) continue;
    if (endsPhrase(t, sentence)) return;
    const tag = posOf(document, t);
    if (tag === 'NOUN' && !(next?.kind === 'word' && next.sentence === sentence && posOf(document, next) === 'NOUN')) noun = t;
    else if (tag !== 'ADJ' && tag !== 'NOUN') return;
  }
}
