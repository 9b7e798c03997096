import {DETERMINERS, FUNCTION_WORDS, POSSESSIVES, PREPOSITIONS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfPast, pastOf} from '../src/document/verbs.ts';
import {wordAt} from '../src/evidence/clause.ts';
import {latestPastYear, longPastAt} from '../src/evidence/past-date.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

const SHIFTED: Readonly<Record<string, string>> = {will: 'would', can: 'could', may: 'might', is: 'was', are: 'were', has: 'had', have: 'had', "won't": "wouldn't", "can't": "couldn't"};
/** Besides verbs of thinking: behind their past what was to come then stands with "would". */
const DECIDING = /^(?:decided|promised|vowed|swore|dreamed|dreamt|foresaw|imagined|realised|realized|prayed|intended|anticipated|agreed|pledged|assumed|calculated)$/;
const SUBJECT = /^(?:he|she|it|they|we|i|you|nobody|everyone|everybody|anyone|anybody|someone|somebody|there|this)$/;
const AUX = /^(?:will|would|can|could|does|do|did|is|are|was|were|has|have|had|should|may)$/;

/** Tokens to each side that are looked at for times. */
const REACH = 60;

export default defineRule({
  id: 'reported-speech',
  summary: 'Reported speech with the tense or the order of the words that were said',
  why: `English puts what somebody thought or said in the past into the past: Russian, Polish, Chinese and Turkish keep the tense that was spoken (\`hoped that the storm will pass\`), and told questions keep *that* and the order of a question (\`asked that will he come\`).

Silent on what news agencies write of things that still lie ahead (\`said on Monday that it will open in May\`), on what is always so, in quotations and behind a present.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    shift: 'The future or the present of what was said or thought in a time that is over',
    question: 'A told question with "that", or in the order of a question',
  },
  examples: {
    bad: [
      {text: 'The captain hoped that the storm will pass before night. In 1992 the bank declared that the currency will be stable.', flagged: ['will', 'will'], fixed: 'The captain hoped that the storm would pass before night. In 1992 the bank declared that the currency would be stable.', mt: 'yes'},
      {text: 'They asked that will he come. The clerk asked are they tired. The girl asked that can she go.', flagged: ['that will he', 'are they', 'that can she'], fixed: 'They asked whether he would come. The clerk asked whether they were tired. The girl asked whether she could go.', mt: 'yes'},
      {text: 'The seal is genuine, the clerk said when he is met by reporters at his home.', flagged: ['is'], fixed: 'The seal is genuine, the clerk said when he was met by reporters at his home.', mt: 'yes'},
      {text: 'She thought that nobody will know her, and she was right. The prosecutor asked that did he know the victim.', flagged: ['will', 'that did he know'], fixed: 'She thought that nobody would know her, and she was right. The prosecutor asked whether he knew the victim.', mt: 'yes'},
    ],
    good: [
      {text: 'The minister said on Monday that the bridge will open in May. Experts believe that it will hold.', mt: 'yes'},
      {text: 'In 2019 the state decided that the plant will close in 2038. We know that the earth is round.', mt: 'yes'},
      {text: 'She said that when she is elected taxes fall. He said when he is chosen he will resign.', mt: 'yes'},
      {text: 'He asked that the will be read. She asked that her name not be used. “I thought that he will come,” she said.', mt: 'yes'},
      {text: 'He asked whether they would come. Those asked are mostly men. The price asked is high.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || token.word.shape !== 'lower') continue;
      const w = token.word.folded;
      if ((w === 'will' || w === "won't" || w === 'can' || w === 'is') && !quoted[token.index]) shift(token);
      else if (w === 'when' && !quoted[token.index]) occasion(token);
      else if ((w === 'asked' || w === 'asks' || w === 'wondered') && !quoted[token.index]) question(token);
    }

    /** "he said when he is met by journalists": what went on while somebody spoke in the past. */
    function occasion(when: Token): void {
      const {first, last} = sentences[when.sentence]!;
      const [subject, verb, participle] = [tokens[when.index + 1], tokens[when.index + 2], tokens[when.index + 3]];
      if (participle?.sentence !== when.sentence || !/^(?:he|she|they|it)$/.test(subject!.word.folded) || !/^(?:is|are|has|have)$/.test(verb!.word.folded) || participle.kind !== 'word' || baseOfPast(participle.word.folded) === undefined && !/(?:ed|en)$/.test(participle.word.folded)) return;
      let said = false;
      for (let k = when.index - 1; k >= Math.max(first, when.index - 12) && !said; k--) {
        const t = tokens[k]!;
        if (k === when.index - 1 && t.word.folded === 'that') return;
        said = t.word.shape === 'lower' && !quoted[k] && baseOfPast(t.word.folded) !== undefined && speaks(t.word.folded);
      }
      // "He said when he is elected he will": a time to come.
      for (let k = when.index; k <= last; k++) if (/^(?:will|would|can|must|always|usually|often)$/.test(tokens[k]!.word.folded)) return;
      if (said) report({kind: 'shift', start: verb!.start, end: verb!.end, proposals: [SHIFTED[verb!.word.folded]!], confidence: 0.6, note: 'It was said in the past, and so was its occasion.'});
    }

    /** "hoped that the storm will pass" */
    function shift(will: Token): void {
      const {sentence} = will;
      const {first, last} = sentences[sentence]!;
      if (tokens[last]!.text === '?' || document.isTitle(sentence)) return;
      // The clause of the verb, back to "that", or to the verb of saying where "that" is left out before a pronoun.
      let that = -1;
      let k = will.index - 1;
      for (; k > first && will.index - k < 9; k--) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (w === 'that') {
          that = k;
          break;
        }
        if (t.kind !== 'word' && t.kind !== 'number' && t.text !== '-' || /^(?:who|which|if|when|because|and|but|or|what|how|where|why|whether|as|while|until|than|said|says)$/.test(w)) return;
        if (k < will.index - 1 && posOf(document, t) === 'VERB') {
          if (k + 2 < will.index || !SUBJECT.test(tokens[k + 1]!.word.folded)) return;
          that = k + 1;
          break;
        }
      }
      if (that < 0 || that === will.index - 1 && tokens[that]!.word.folded === 'that') return;
      const verb = sayingBefore(that, first);
      if (!verb) return;
      const v = verb.word.folded;
      if (/^(?:has|have|having|is|are|be|been|to|was|were|being)$/.test(document.before(verb)?.word.folded ?? '')) return;
      const thought = speaks(v, 'opinion') || DECIDING.test(v);
      const w = will.word.folded;
      if (w !== 'will' && w !== "won't" && (!/^(?:thought|believed|knew|feared|hoped|suspected)$/.test(v))) return;
      if (w === 'is' && !/^(?:he|she|it|nobody|this)$/.test(tokens[will.index - 1]!.word.folded) && !/^(?:the|his|her|their)$/.test(tokens[that + 1]!.word.folded)) return;
      // What still lies ahead: a year to come, tomorrow, next month; and what is said of today.
      let past = false;
      let ahead = false;
      const end = Math.min(last, will.index + REACH);
      for (let n = Math.max(first, verb.index - REACH); n <= end; n++) {
        const t = tokens[n]!;
        if (t.kind === 'number' && /^20\d\d$/.test(t.text) && Number(t.text) > latestPastYear(document) - 4 || /^(?:tomorrow|tonight|today|now|still|currently|coming|upcoming|next|earth|always)$/.test(t.word.folded)) ahead = true;
        if (n < verb.index + 4 && longPastAt(document, n, sentence)?.sure || n < will.index && t.kind === 'number' && /^1[5-9]\d\d$/.test(t.text) && /^(?:of|from|in)$/.test(tokens[n - 1]?.word.folded ?? '')) past = true;
      }
      if (ahead) return;
      // "…, and she was right": the sentence goes on in the past.
      let on = false;
      for (let n = will.index + 2; n < end; n++) if (/^(?:and|but)$/.test(tokens[n]!.word.folded) && tokens[n - 1]!.text === ',') for (let m = n + 1; m < Math.min(last, n + 6); m++) if (/^(?:was|were|had|did)$/.test(tokens[m]!.word.folded) || baseOfPast(tokens[m]!.word.folded) !== undefined && tokens[m]!.word.shape === 'lower' && posOf(document, tokens[m]!) === 'VERB') on = true;
      if (!on && !past && (!thought || w === 'is' || w === 'can')) return;
      const confidence = (thought ? 0.34 : 0.28) + (past ? 0.12 : 0) + (on ? 0.1 : 0);
      report({kind: 'shift', start: will.start, end: will.end, proposals: [SHIFTED[w]!], confidence, note: `Behind \`${verb.text}\`, what was said or thought then stands in the past.`});
    }

    /** The verb in the past that tells what follows token `that`, behind its hearer or a time at most. */
    function sayingBefore(that: number, first: number): Token | undefined {
      for (let k = that - 1; k >= first && that - k < 6; k--) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (t.kind !== 'word' && t.kind !== 'number') return undefined;
        if (t.word.shape === 'lower' && (baseOfPast(w) !== undefined && (speaks(w) || DECIDING.test(w)))) return w.endsWith('ed') || baseOfPast(w) !== w ? t : undefined;
        if (t.word.shape === 'lower' && !PREPOSITIONS.has(w) && !DETERMINERS.has(w) && !POSSESSIVES.has(w) && !/^(?:him|her|them|us|me|summer|year|month|week|autumn|spring|winter|time|last|yesterday|evening|night|morning|reporters|journalists|parliament|lawmakers|workers|court|parents)$/.test(w)) return undefined;
      }
      return undefined;
    }

    /** "asked that will he come", "asked are they", "asked that whether" */
    function question(ask: Token): void {
      const {sentence, index} = ask;
      if (tokens[sentences[sentence]!.last]!.text === '?' || document.isTitle(sentence)) return;
      let k = index + 1;
      // The hearer: "asked him", "asked the minister", "asked reporters".
      if (/^(?:him|her|them|us|me)$/.test(wordAt(document, k, sentence) ?? '') || tokens[k]?.word.shape === 'capital') k++;
      else if (/^(?:the|his|her)$/.test(wordAt(document, k, sentence) ?? '') && tokens[k + 2]?.word.folded === 'that') k += 2;
      const that = wordAt(document, k, sentence) === 'that';
      const start = tokens[k];
      if (that) k++;
      const whether = /^(?:if|whether)$/.test(wordAt(document, k, sentence) ?? '');
      if (whether && that) {
        report({kind: 'question', start: start!.start, end: tokens[k]!.start, proposals: [''], confidence: 0.6, note: 'A told question has “whether” alone.'});
        return;
      }
      const aux = tokens[k];
      const subject = tokens[k + 1];
      if (!start || !aux || aux.sentence !== sentence || !AUX.test(aux.word.folded) || !subject || subject.sentence !== sentence || subject.kind !== 'word') return;
      const pronoun = SUBJECT.test(subject.word.folded) && subject.word.folded !== 'this';
      if (!pronoun && (!that || !DETERMINERS.has(subject.word.folded) && subject.word.shape !== 'capital')) return;
      const before = document.before(ask);
      // "Those asked are they", "the price asked is it": the participle.
      if (!that && (before?.kind !== 'word' || /^(?:was|were|been|those|people|being)$/.test(before.word.folded))) return;
      if (whether) return;
      const past = ask.word.folded.endsWith('d');
      let end = k + 1;
      if (!pronoun) {
        while (end < k + 5 && tokens[end + 1]?.sentence === sentence && tokens[end + 1]!.kind === 'word' && (end === k + 1 && subject.word.shape === 'lower' || tokens[end]!.word.shape === 'capital' && tokens[end + 1]!.word.shape === 'capital' || posOf(document, tokens[end + 1]!) === 'NOUN')) end++;
        if (end === k + 1 && subject.word.shape === 'lower') return;
      }
      const who = document.slice(k + 1, end);
      const a = aux.word.folded;
      const next = tokens[end + 1];
      if (/^(?:do|does|did)$/.test(a)) {
        if (next?.kind !== 'word' || next.sentence !== sentence || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'have') return;
        const verb = next.word.folded;
        const told = past || a === 'did' ? (baseOfPast(verb) ? verb : pastOf(verb)) : verb;
        report({kind: 'question', start: start.start, end: next.end, proposals: [`whether ${who} ${told}`], confidence: 0.6, note: 'A told question begins with “whether” and has the order of a statement.'});
        return;
      }
      const shifted = past && (SHIFTED[a] ?? a) || a;
      report({kind: 'question', start: start.start, end: tokens[end]!.end, proposals: [`whether ${who} ${shifted}`, `if ${who} ${shifted}`], confidence: 0.6, note: 'A told question begins with “whether” and has the order of a statement.'});
    }

  },
});
