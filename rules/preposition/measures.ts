/** Times and measures with the small word of another language: "will be finished until June", "has been waiting from the spring", "five minutes after, he scored", "at the spring", "at its first day", "was of 12 points", "14 kilometres far from", "one metre length", "percent 40", "six times of the figure", "estimated on 11 million", "from one bed to other"; and ", he said, by holding his hat". */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS, NUMBER_WORDS} from '../../src/document/english.ts';
import {speaks} from '../../src/document/speech.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfIng} from '../../src/document/verbs.ts';
import {wordAt} from '../../src/evidence/clause.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;
export interface Kinds {
  readonly complement: Put;
  readonly time: Put;
  readonly amount: Put;
}

const WORDS = new Set('until from after at of far length height width depth percent estimated valued other by superior inferior'.split(' '));
/** Whether one of these is looked for at a word. */
export const mayMeasure = (w: string): boolean => WORDS.has(w);

/** What is done at a moment, and so by another moment. */
const DONE_BY = /^(?:finished|completed|made|ready|built|delivered|paid|submitted|signed|repaired|solved|resolved|restored|published|done|handed|installed|replaced|rebuilt|approved|adopted|decided|prepared|presented|returned|vacated|removed|reached|introduced|agreed|created|opened|sent|settled|filed|registered|drawn|cleared|evacuated)$/;
const UNIT = /^(?:points?|metres?|meters?|kilometres?|kilometers?|km|euros?|dollars?|pounds?|votes|seats|years?|months?|weeks?|days?|hours?|minutes?|degrees|people|percent|tonnes|tons|litres|liters|hectares|million|billion)$/;
const SEASON = /^(?:spring|summer|autumn|winter)$/;
const DIMENSION: Readonly<Record<string, string>> = {length: 'long', height: 'high', width: 'wide', depth: 'deep'};

export function measured(document: Document, token: Token, {complement, time, amount}: Kinds): void {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const w = token.word.folded;
  const at = (n: number) => wordAt(document, i + n, sentence) ?? '';
  const put = (report: Put, first: Token, last: Token, proposals: string[], confidence: number, note: string) => report({start: first.start, end: last.end, proposals, confidence, note});
  const isNumber = (t: Token | undefined) => t?.sentence === sentence && (t.kind === 'number' || NUMBER_WORDS.has(t.word.folded));
  const next = tokens[i + 1];
  const stops = (t: Token | undefined) => !t || t.sentence !== sentence || /^[.,;:”")]$/.test(t.text);
  switch (w) {
    case 'until': {
      // "the work would be finished until June"
      const date = MONTHS.has(at(1)) || DAYS.has(at(1)) || next?.kind === 'number' && /^(?:19|20)\d\d$/.test(next.text) || /^(?:the|next|this)$/.test(at(1)) && /^(?:end|beginning|middle|start|spring|summer|autumn|winter|year|week|month|deadline)$/.test(at(2));
      for (let k = i - 1; date && k > i - 7; k--) {
        const word = wordAt(document, k, sentence);
        if (word === undefined || /^(?:and|not|only|who|which|that)$/.test(word)) return;
        if (!DONE_BY.test(word)) continue;
        const be = wordAt(document, k - 1, sentence) === 'be' ? k - 2 : wordAt(document, k - 2, sentence) === 'be' ? k - 3 : -1;
        if (be > 0 && /^(?:will|would|must|should|can|could|to|may)$/.test(wordAt(document, be, sentence) ?? '')) put(time, token, token, ['by'], 0.66, 'What is over at a time, is so by that time; until then something goes on.');
        return;
      }
      return;
    }
    case 'from': {
      // "has been waiting in parliament from the spring"
      const began = MONTHS.has(at(1)) || next?.kind === 'number' && /^(?:19|20)\d\d$/.test(next.text) || at(1) === 'the' && SEASON.test(at(2)) || at(1) === 'last' && /^(?:year|month|week|spring|summer|autumn|winter|[a-z]+day)$/.test(at(2));
      for (let k = i + 1; k < i + 7; k++) if (/^(?:to|until|till|onwards|on|through)$/.test(wordAt(document, k, sentence) ?? '')) return;
      for (let k = i - 1; began && k > i - 8; k--) {
        const word = wordAt(document, k, sentence);
        if (word === undefined || /^(?:and|that|who|which|will)$/.test(word)) return;
        if (word === 'been' && /^(?:has|have|had)$/.test(wordAt(document, k - 1, sentence) ?? '') && (wordAt(document, k + 1, sentence) ?? '').endsWith('ing')) return put(time, token, token, ['since'], 0.62, 'What still goes on, goes on since then.');
      }
      return;
    }
    case 'after':
      // "five minutes after, he scored"
      if (/^(?:minutes|hours|days|weeks|months|years|seconds)$/.test(at(-1)) && (isNumber(tokens[i - 2]) || /^(?:few|several)$/.test(at(-2))) && (next?.text === ',' || next?.text === '.')) put(time, token, token, ['later'], 0.62, 'English says: five minutes later.');
      return;
    case 'at':
      if (at(1) === 'the' && SEASON.test(at(2)) && stops(tokens[i + 3])) put(time, token, token, ['in'], 0.55, 'A season has “in”.');
      else if (/^(?:its|his|her|their|the)$/.test(at(1)) && /^(?:first|second|third|last|opening|final)$/.test(at(2)) && at(3) === 'day' && endsPhrase(tokens[i + 4], sentence)) put(time, token, token, ['on'], 0.62, 'A day has “on”.');
      return;
    case 'of': {
      const verb = at(-1);
      if (/^(?:is|was|are|were|been|be)$/.test(verb) && isNumber(next)) {
        // "the gap was of 12 points"
        let k = i + 2;
        while (k < i + 5 && isNumber(tokens[k])) k++;
        if (tokens[k]?.sentence === sentence && (UNIT.test(tokens[k]!.word.folded) || tokens[k]!.text === '%')) amount({start: token.start, end: next!.start, proposals: [''], confidence: 0.7, note: 'English says: the gap was 12 points.'});
      } else if (verb === 'times' && isNumber(tokens[i - 2]) && /^(?:the|last|that)$/.test(at(1))) put(amount, token, token, at(1) === 'that' ? [''] : ['that of', 'those of'], at(1) === 'that' ? 0.5 : 0.62, 'English says: six times that of last year.');
      return;
    }
    case 'far':
      // "14 kilometres far from"
      if (/^(?:kilometres?|kilometers?|km|metres|meters|miles?)$/.test(at(-1)) && isNumber(tokens[i - 2]) && at(1) === 'from') put(amount, token, next!, ['from', 'away from'], 0.75, 'English says: 14 kilometres from the centre.');
      return;
    case 'percent':
      if (next?.kind === 'number' && next.sentence === sentence && !isNumber(tokens[i - 1])) put(amount, token, next, [`${next.text} percent`], 0.75, 'English puts the number first.');
      return;
    case 'estimated': case 'valued':
      if (at(1) === 'on' && (isNumber(tokens[i + 2]) || /^[$€£]$/.test(tokens[i + 2]?.text ?? ''))) put(amount, next!, next!, ['at'], 0.72, `English says: ${w} at an amount.`);
      return;
    case 'superior': case 'inferior':
      // "a figure superior to in 2019"
      if (at(1) === 'to' && /^(?:in|at|on)$/.test(at(2))) put(amount, token, next!, [w === 'superior' ? 'higher than' : 'lower than'], 0.72, 'Of an amount English says higher or lower.');
      return;
    case 'other':
      // "from one incubator to other"
      if (at(-1) === 'to' && stops(next) && (at(-3) === 'from' || at(-3) === 'one' && at(-4) === 'from')) put(complement, token, token, ['another', 'the next'], 0.66, 'English says: from one to another.');
      return;
    case 'by': {
      // "“…,” she said, by holding her hat"
      if (tokens[i - 1]?.text !== ',' || next?.kind !== 'word' || next.sentence !== sentence || !next.word.folded.endsWith('ing') || baseOfIng(next.word.folded) === undefined || posOf(document, next) !== 'VERB') return;
      const speech = [2, 3, 4].some((n) => speaks(at(-n)) && tokens[i - n]!.word.shape === 'lower');
      if (speech && tokens.slice(Math.max(0, i - 8), i).some((t) => t.sentence === sentence && /^[”"]$/.test(t.text))) complement({start: token.start, end: next.start, proposals: [''], confidence: 0.6, note: 'What goes on while somebody speaks has no “by”.'});
      return;
    }
    default:
      // "about one metre length"
      if (/^(?:metres?|meters?|centimetres?|centimeters?|kilometres?|kilometers?|km|cm|feet|inches|miles?)$/.test(at(-1)) && isNumber(tokens[i - 2]) && stops(next) && !/^(?:a|the|of|in|with)$/.test(at(-3))) put(amount, token, token, [DIMENSION[w]!, `in ${w}`], 0.62, 'How large a thing is, an adjective says.');
  }
}
