import {inCaseOf} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfPast, baseOfThird} from '../src/document/verbs.ts';
import {wordClass} from '../src/document/word.ts';
import {BE, DO, HAVE, MODALS} from '../src/evidence/clause.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

/** What opens a clause that is no sentence by itself. */
const OPENER = wordClass(({folded, shape}) => shape === 'capital' && /^(?:who|whose|whom|while|whereas|which|as|noting|adding|stressing)$/.test(folded));
/** Of a sentence that says what somebody told. */
const NOTED = /^(?:noting|adding|stressing)$/;
/** Adverbs between "who" and its verb. */
const ADVERB = /^(?:[a-z]+ly|also|then|later|now|never|always|often|already|still)$/;
const LONGEST = 45;

export default defineRule({
  id: 'fragment',
  summary: 'A clause cut off as a sentence of its own',
  why: `Arabic, Urdu, Russian and Italian news set a full stop where English goes on: \`He was taken to hospital. Who later died.\`, \`Trade grew. While exports fell\`, \`The bank lent money. Noting that it …\`. Engines keep the full stop, and what is left is no sentence.

Silent on questions, in quotations and headings, and where a main clause follows.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  needs: 0.3,
  examples: {
    bad: [
      {text: 'The driver was taken to a hospital in Lyon. Who later died of his wounds.', flagged: ['. Who'], fixed: 'The driver was taken to a hospital in Lyon, who later died of his wounds.', mt: 'yes'},
      {text: 'Imports rose by a tenth in May. While exports fell for the third month in a row.', flagged: ['. While'], fixed: 'Imports rose by a tenth in May, while exports fell for the third month in a row.', mt: 'yes'},
      {text: 'The army met the rebels in the north. Whose leader had fled the day before.', flagged: ['. Whose'], fixed: 'The army met the rebels in the north, whose leader had fled the day before.', mt: 'yes'},
      {text: 'The minister praised the plan for the valley. Noting that it would create many jobs.', flagged: ['. Noting'], fixed: 'The minister praised the plan for the valley, noting that it would create many jobs.', mt: 'yes'},
      {text: 'The ministry sent tents to the villages. As well as food and water for the winter.', flagged: ['. As'], fixed: 'The ministry sent tents to the villages, as well as food and water for the winter.', mt: 'yes'},
    ],
    good: [
      {text: 'The driver was taken away. Who was he? Who knows. Whose car it was, nobody knows.', mt: 'yes'},
      {text: 'Imports rose. While exports fell, prices rose. While in Rome he met the pope. As well as food, they sent water.', mt: 'yes'},
      {text: '“He left. While it rained.” Who wins gets a prize. Noting that it was late, he left.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const token of document.where(OPENER)) {
      if (!document.opensSentence(token) || quoted[token.index]) continue;
      const stop = tokens[token.index - 1];
      const {first, last} = sentences[token.sentence]!;
      if (stop?.text !== '.' || stop.segment !== token.segment || token.index !== first || last - first > LONGEST || last - first < 4 || tokens[last]!.text !== '.') continue;
      const end = tokens[stop.index - 1];
      if (end?.kind !== 'word' || quoted[end.index] || end.sentence === token.sentence || sentences[end.sentence]!.last - sentences[end.sentence]!.first < 4) continue;
      if (!cutOff(token, last)) continue;
      const {folded} = token.word;
      report({start: stop.start, end: token.end, proposals: [`, ${inCaseOf('a', folded)}`], confidence: folded === 'which' ? 0.3 : folded === 'as' || NOTED.test(folded) ? 0.6 : 0.55, note: 'What begins here is no sentence by itself.'});
    }

    /** Whether the sentence that opens with a token, up to `last`, has no main clause. */
    function cutOff(token: Token, last: number): boolean {
      const next = tokens[token.index + 1];
      if (next?.kind !== 'word' || next.sentence !== token.sentence) return false;
      const {folded} = token.word;
      let commas = 0;
      let verbs = 0;
      for (let i = token.index + 1; i < last; i++) {
        const t = tokens[i]!;
        if (t.text === ',' || t.text === ':' || t.text === ';' || quoted[i]) commas++;
        if (finite(t)) verbs++;
      }
      if (folded === 'who' || folded === 'which') {
        const verb = ADVERB.test(next.word.folded) ? tokens[next.index + 1] : next;
        // "Who wins gets a prize", "Who would have thought it"
        return verb !== undefined && finite(verb) && !(MODALS.has(verb.word.folded) || DO.has(verb.word.folded)) && !/^(?:knows?|cares?|wins?|needs?|means?|is|are|makes?|brings?|leads?|begs)$/.test(verb.word.folded) && verbs === 1;
      }
      if (folded === 'whose') return verbs === 1 && commas === 0;
      if (folded === 'as') return next.word.folded === 'well' && tokens[next.index + 1]?.word.folded === 'as' && verbs === 0 && commas === 0;
      if (NOTED.test(folded)) return next.word.folded === 'that' && commas === 0;
      if (/(?:ing|ed)$/.test(next.word.folded) || /^(?:in|at|on|there|it)$/.test(next.word.folded)) return false;
      return commas === 0 && verbs === 1;
    }

    function finite(t: Token): boolean {
      const w = t.word.folded;
      if (t.kind !== 'word') return false;
      if (BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w)) return !/^(?:be|been|being|having)$/.test(w) && !(tokens[t.index - 1] && (MODALS.has(tokens[t.index - 1]!.word.folded) || HAVE.has(tokens[t.index - 1]!.word.folded)));
      const before = tokens[t.index - 1]?.word.folded ?? '';
      if (BE.has(before) || HAVE.has(before) || MODALS.has(before) || DO.has(before)) return false;
      if (speaks(w)) return true;
      return posOf(document, t) === 'VERB' && (baseOfPast(w) !== undefined || w.endsWith('s') && baseOfThird(w) !== undefined) && !/(?:ing)$/.test(w);
    }
  },
});
