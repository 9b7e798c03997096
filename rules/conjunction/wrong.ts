/** Clauses joined with half of a word or with one too many: "so as the rain does not", "weakened after that Spain recovered", "both the mayor as well as", "more votes that voters", "for that a collector paid", "for she can buy". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {finite, wordAt} from '../../src/evidence/clause.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import type {Report} from '../../src/rule/rule.ts';

/** Forms at which one of these is looked for. */
export const mayJoinWrong = (w: string): boolean => w === 'so' || w === 'after' || w === 'both' || w === 'that' || w === 'for' || w === 'unless';

const SUBJECT = /^(?:i|he|she|it|they|we|you|the|his|her|their|its|our|this|these|there|nobody|people)$/;

export function joinedWrong(document: Document, token: Token): Report | undefined {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const w = token.word.folded;
  const at = (n: number) => wordAt(document, i + n, sentence) ?? '';
  const found = (first: Token, last: Token, proposals: string[], confidence: number, note: string): Report => ({start: first.start, end: last.end, proposals, confidence, note});
  const next = tokens[i + 1];
  if (next?.sentence !== sentence) return undefined;
  /** Whether a finite verb stands within a few words from token `k`, nothing else between. */
  const clauseAt = (k: number): boolean => {
    for (let n = k; n < k + 5; n++) {
      const t = tokens[n];
      if (t?.kind !== 'word' || t.sentence !== sentence || n > k && /^(?:that|who|which|and|of|to)$/.test(t.word.folded)) return false;
      if (n > k && finite(document, t)) return true;
    }
    return false;
  };
  if (w === 'so') {
    if (at(1) !== 'as' || !SUBJECT.test(at(2)) || !clauseAt(i + 2)) return undefined;
    return found(next, next, ['that'], 0.62, 'What something is for begins with “so that”.');
  }
  if (w === 'after') {
    // Not "After that Spain recovered", which may be right.
    const before = document.before(token);
    if (at(1) !== 'that' || document.opensSentence(token) || !before || before.text === ',' || /^(?:soon|shortly|right|day|week|even|and|but|only|just|immediately)$/.test(before.word.folded)) return undefined;
    if (!(SUBJECT.test(at(2)) || tokens[i + 2]?.word.shape === 'capital') || /^(?:we|you|i)$/.test(at(2)) || !clauseAt(i + 2)) return undefined;
    return {start: next.start, end: tokens[i + 2]!.start, proposals: [''], confidence: 0.52, note: 'Before a clause English has “after” alone.'};
  }
  if (w === 'both') {
    for (let k = i + 2; k < i + 8; k++) {
      const word = wordAt(document, k, sentence);
      if (word === undefined || /^(?:and|or|are|were|is|was|have|had)$/.test(word)) return undefined;
      if (word === 'as' && wordAt(document, k + 1, sentence) === 'well' && wordAt(document, k + 2, sentence) === 'as') return found(tokens[k]!, tokens[k + 2]!, ['and'], 0.72, 'English says: both … and.');
    }
    return undefined;
  }
  if (w === 'that') {
    // "more votes that voters"
    const noun = tokens[i - 1];
    const other = next;
    if (!/^(?:more|fewer|less)$/.test(at(-2)) || !noun || pluralNoun(noun) === undefined || pluralNoun(other) === undefined) {
      // "Its tent, for that a collector promised a price"
      const preposition = tokens[i - 1];
      if (tokens[i - 2]?.text !== ',' || !/^(?:for|with|from|on|by|about|at|in)$/.test(preposition?.word.folded ?? '') || !/^(?:a|an|the|his|her|their|its)$/.test(at(1)) || !clauseAt(i + 1)) return undefined;
      return found(token, token, ['which'], 0.5, 'Behind a preposition a thing is “which”.');
    }
    const behind = tokens[i + 2];
    if (behind && behind.sentence === sentence && !/^[.,;:”"]$/.test(behind.text) && !/^(?:and|in|on|at)$/.test(behind.word.folded)) return undefined;
    return found(token, token, ['than'], 0.75, 'A comparison takes “than”.');
  }
  if (w === 'for') {
    // "sold cakes for she can buy boots"
    if (!/^(?:i|he|she|they|we)$/.test(at(1)) || !/^(?:can|could|may|might)$/.test(at(2)) || tokens[i - 1]?.kind !== 'word') return undefined;
    return found(token, tokens[i + 2]!, [`so that ${next.text} ${at(2) === 'may' || at(2) === 'can' ? at(2) : 'could'}`], 0.6, 'What something is for begins with “so that”.');
  }
  if (w === 'unless') {
    // "Unless he pays, otherwise he gets nothing"
    if (!document.opensSentence(token)) return undefined;
    for (let k = i + 2; k < i + 16 && tokens[k]?.sentence === sentence; k++) if (tokens[k]!.text === ',' && wordAt(document, k + 1, sentence) === 'otherwise' && tokens[k + 2]?.sentence === sentence) return {start: tokens[k + 1]!.start, end: tokens[k + 2]!.start, proposals: [''], confidence: 0.7, note: '“Unless” says it already.'};
  }
  return undefined;
}
