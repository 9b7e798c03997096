/** "It is the first time that he comes": what has been done once more, with the present or the past of other languages; "has yesterday visited"; "During the last ten years he is mayor". */
import type {Document} from '../../src/document/document.ts';
import {DETERMINERS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfThird, participleOf, pastOf} from '../../src/document/verbs.ts';
import {BE, wordAt} from '../../src/evidence/clause.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;

/** Behind the subject that begins at `i`: its pronoun, or its determiner with up to three words, or a name; -1 for none. */
function behindSubject(document: Document, i: number, sentence: number): number {
  const {tokens} = document;
  const first = wordAt(document, i, sentence);
  if (first === undefined) return -1;
  if (/^(?:he|she|it|they|we|i|you)$/.test(first)) return i + 1;
  const named = tokens[i]!.word.shape === 'capital';
  if (!named && !DETERMINERS.has(first)) return -1;
  let k = i + 1;
  while (k < i + 5 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === sentence && (named ? tokens[k]!.word.shape === 'capital' : !/^(?:VERB|AUX)$/.test(posOf(document, tokens[k]!) ?? '')) && !(!named && endsPhrase(tokens[k], sentence) && k > i + 1)) k++;
  return k > i + (named ? 0 : 1) && tokens[k]?.kind === 'word' && tokens[k]!.sentence === sentence ? k : -1;
}

/** Asked at "time". */
export function firstTime(document: Document, time: Token, put: Put): void {
  const {tokens} = document;
  const {sentence} = time;
  const back = (n: number) => wordAt(document, time.index - n, sentence) ?? '';
  if (!/^(?:first|second|third|fourth|fifth|sixth|seventh|tenth|last)$/.test(back(1)) || back(2) !== 'the' || back(1) === 'last') return;
  const be = tokens[time.index - 3];
  // "The first time" may open the text.
  if (!be || !/^(?:is|it's|this|that's)$/.test(be.word.folded) || be.word.folded === 'is' && !/^(?:it|this|that)$/.test(back(4))) return;
  let i = time.index + 1;
  if (wordAt(document, i, sentence) === 'in') {
    // "the first time in his life that he wins"
    if (!/^(?:his|her|their|my|our|its)$/.test(wordAt(document, i + 1, sentence) ?? '') || !/^(?:life|lives|career|history)$/.test(wordAt(document, i + 2, sentence) ?? '') || wordAt(document, i + 3, sentence) !== 'that') return;
    i += 3;
  }
  if (wordAt(document, i, sentence) === 'that') i++;
  const at = behindSubject(document, i, sentence);
  const verb = tokens[at];
  if (!verb || verb.word.shape !== 'lower') return;
  const w = verb.word.folded;
  const be2 = w === 'is' || w === 'are';
  const base = be2 ? 'be' : baseOfThird(w);
  if (!base || !be2 && w !== 'has' && w !== 'does' && posOf(document, verb) !== 'VERB') return;
  const next = tokens[at + 1];
  // "has come" is right.
  if (w === 'has' && next?.kind === 'word' && next.sentence === sentence && (next.word.folded === 'been' || baseOfParticiple(next.word.folded) !== undefined || /^(?:not|ever|also|already|to|actually|really|[a-z]+ly)$/.test(next.word.folded))) return;
  if (be2 && next?.word.folded === 'to') return;
  const have = w === 'are' ? 'have' : 'has';
  put({start: verb.start, end: verb.end, proposals: [`${have} ${be2 ? 'been' : participleOf(base)}`, be2 ? (w === 'is' ? 'was' : 'were') : pastOf(base)], confidence: 0.7, note: 'What was done for the first time until now is in the perfect.'});
}

/** "He has yesterday visited", asked at a form of "have". */
export function hasYesterday(document: Document, have: Token, put: Put): void {
  const {tokens} = document;
  const {sentence} = have;
  const when = wordAt(document, have.index + 1, sentence) ?? '';
  if (when !== 'yesterday' && !(when === 'last' && /^(?:week|month|year|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(wordAt(document, have.index + 2, sentence) ?? ''))) return;
  const last = have.index + (when === 'last' ? 2 : 1);
  const verb = tokens[last + 1];
  const base = verb?.kind === 'word' && verb.sentence === sentence ? baseOfParticiple(verb.word.folded) : undefined;
  if (!base || BE.has(verb!.word.folded)) return;
  const date = document.slice(have.index + 1, last);
  put({start: have.start, end: verb!.end, proposals: [`${pastOf(base)}`, `${date} ${pastOf(base)}`], confidence: 0.66, note: 'Of a day that is over the past tells.'});
}

/** "He is born in 1950", asked at "born". */
export function isBorn(document: Document, born: Token, put: Put): void {
  const be = document.before(born);
  const preposition = document.after(born);
  const when = preposition && document.tokens[preposition.index + 1];
  if (!be || !/^(?:is|am|are)$/.test(be.word.folded) || !preposition || !/^(?:in|on)$/.test(preposition.word.folded) || when?.sentence !== born.sentence) return;
  if (!(when.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(when.text) || preposition.word.folded === 'in' && when.word.shape === 'capital' && /^(?:i|he|she)$/.test(document.before(be)?.word.folded ?? ''))) return;
  put({start: be.start, end: be.end, proposals: [be.word.folded === 'are' ? 'were' : 'was'], confidence: when.kind === 'number' ? 0.72 : 0.5, note: 'Of a time that is over the past tells.'});
}

/** "He has been mayor from 2000 to 2008", "He is waiting for two hours already": asked at "from" and "already". */
export function overSpan(document: Document, token: Token, pastDate: Put, present: Put): void {
  const {tokens} = document;
  const {sentence} = token;
  const {first} = document.sentences[sentence]!;
  if (token.word.folded === 'from') {
    const [a, to, b] = [tokens[token.index + 1], tokens[token.index + 2], tokens[token.index + 3]];
    if (a?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(a.text) || !to || !/^(?:to|until|till)$/.test(to.word.folded) || b?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(b.text) || Number(b.text) > 2024) return;
    for (let k = token.index - 1; k >= first && token.index - k < 7; k--) {
      const t = tokens[k]!;
      if (t.kind !== 'word' || /^(?:who|which|that|and|but|was|were|is|are|had)$/.test(t.word.folded)) return;
      if (!/^(?:has|have)$/.test(t.word.folded)) continue;
      const verb = tokens[k + 1]!;
      const base = verb.word.folded === 'been' ? 'be' : baseOfParticiple(verb.word.folded);
      if (base) pastDate({start: t.start, end: verb.end, proposals: [base === 'be' ? (t.word.folded === 'has' ? 'was' : 'were') : pastOf(base)], confidence: 0.66, note: 'Of a time that is over the past tells.'});
      return;
    }
    return;
  }
  // "is waiting for two hours already"
  if (!/^(?:years|months|weeks|days|hours|decades)$/.test(document.before(token)?.word.folded ?? '')) return;
  for (let k = token.index - 2; k >= first && token.index - k < 12; k--) {
    const t = tokens[k]!;
    if (t.kind === 'punctuation' || /^(?:who|which|that|and|but|was|were|has|have|had)$/.test(t.word.folded)) return;
    if (!/^(?:is|are|am)$/.test(t.word.folded)) continue;
    present({start: t.start, end: t.end, proposals: [t.word.folded === 'is' ? 'has been' : 'have been'], confidence: 0.62, note: 'What began then and still goes on stands in the perfect.'});
    return;
  }
}
