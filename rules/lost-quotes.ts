import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {AUXILIARIES} from '../src/document/english.ts';
import {wordQuestion} from '../src/document/word.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Verbs that say who speaks. */
const FIRST = /^(?:i|we|my|our|us|me|ours|mine|myself|ourselves|i['’](?:m|ve|ll|d)|we['’](?:re|ve|ll|d)|im|ive)$/;
/** What "we'll", "I'll" and "we're" become where the apostrophe is lost, at the head of a sentence. */
const STRIPPED = /^(?:well|ill|were|id)$/;
/** Newspapers do not address anybody outside of quotations. */
const ADDRESS = /^(?:you|your|yours)$/;
const speaksForItself = wordQuestion((word) => FIRST.test(word.folded));
/** Words between a comma and the verb of saying. */
const MAX_SUBJECT = 6;
const NOTE = 'Somebody speaks here in the first person: the quotation marks were lost.';

export default defineRule({
  id: 'lost-quotes',
  summary: 'Direct speech whose quotation marks were lost',
  why: `Many pages lose all their curly quotation marks before they are translated: \`I still cannot believe it, she said at the hospital.\` Where a text has no quotation mark at all, a sentence in the first person that ends with who said it was a quotation. The marks are proposed at both ends.

Silent on texts that have quotation marks, on reported speech (\`He would go, he said\`) and on writers who speak of themselves.`,
  category: 'punctuation',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  examples: {
    bad: [
      {text: 'The ferry sank off the island on Saturday. I still cannot believe that my son is safe, she said at the hospital.', flagged: ['', ','], fixed: 'The ferry sank off the island on Saturday. “I still cannot believe that my son is safe,” she said at the hospital.'},
      {text: 'Prices rose again. We are giving our members time to decide, said Jack Fletcher, who leads the union.', flagged: ['', ','], fixed: 'Prices rose again. “We are giving our members time to decide,” said Jack Fletcher, who leads the union.'},
      {text: 'The lawyer replied: My client did nothing wrong. My son was only ten years old, Maria Lopez told the newspaper. We shall see, said the judge.', flagged: ['', '.', '', ',', '', ','], fixed: 'The lawyer replied: “My client did nothing wrong.” “My son was only ten years old,” Maria Lopez told the newspaper. “We shall see,” said the judge.'},
      {text: 'The talks failed. We came with an open mind. We will not come again, the envoy said. We have other plans. My country is patient. The others left.', flagged: ['', ',', '', '.'], fixed: 'The talks failed. “We came with an open mind. We will not come again,” the envoy said. “We have other plans. My country is patient.” The others left.'},
      {text: 'The vote is over. According to the mayor, I am ready to leave office, he told reporters. You cannot trust them, warned the general.', flagged: ['', ',', '', ','], fixed: 'The vote is over. According to the mayor, “I am ready to leave office,” he told reporters. “You cannot trust them,” warned the general.'},
    ],
    good: [
      'The ferry sank on Saturday. He could not believe that his son was safe, he said at the hospital.',
      '“We are giving our members time,” he said. We are told that more will follow, the ministry added.',
      'The council met. According to the mayor, I was told, the plan is dead. My neighbours told the mayor that they had voted. As I said, we will see.',
      'I went to the market, where the traders told me that prices had doubled, and asked why.',
      'We visited the plant last week. Our guide, an engineer, said the turbines were new.',
    ],
  },
  check(document, report) {
    const {tokens, text} = document;
    // One sentence without quotation marks says nothing of its page.
    if (/["“”„«»]/.test(text) || document.sentences.length < 2) return;
    let attributed = -2;
    /** Sentences of speech before the one at hand, in its paragraph, whose marks are not set yet; `sure` behind a quotation. */
    let run: {readonly from: Token; last: number; readonly sure: boolean} | undefined;
    for (const sentence of document.sentences) {
      const {first, last, segment} = sentence;
      if (run && tokens[run.last]!.segment !== segment) close();
      if (document.segments[segment]!.role === 'heading' || last - first < 4) {
        close();
        continue;
      }
      // What follows a quotation may be more of it.
      const follows = attributed === sentence.index - 1;
      let person = STRIPPED.test(tokens[first]!.word.folded) || ADDRESS.test(tokens[first]!.word.folded);
      let comma: Token | undefined;
      /** Where the speech begins: behind "The minister said:" and "According to the mayor,". */
      let start = tokens[first]!;
      const colon = introduced(first, last);
      if (colon) {
        close();
        const end = tokens[last]!;
        const speech = tokens[colon + 1]!;
        if (last - colon > 3 && /^[.!?]$/.test(end.text) && opens(colon + 1)) {
          report({start: speech.start, end: speech.start, proposals: ['“'], confidence: 0.8, note: NOTE});
          report({start: end.start, end: end.end, proposals: [`${end.text}”`], confidence: 0.8, note: NOTE});
          attributed = sentence.index;
        }
        continue;
      }
      const heads = opens(first);
      for (let i = first; i <= last; i++) {
        const token = tokens[i]!;
        if (token.kind === 'word' && !comma && speaksForItself(token.word)) person = true;
        if (token.text === ',' && /^according$/i.test(tokens[first]!.text) && start.index === first && i - first < 8) {
          start = tokens[i + 1] ?? start;
          person = start.kind === 'word' && speaksForItself(start.word);
        } else if ((person || run) && token.text === ',' && i - first > (heads && !speaks(tokens[i - 1]!.word.folded, 'opinion') ? 1 : 3) && attribution(i, last)) {
          comma = token;
          break;
        }
      }
      if (!comma) {
        if (heads || (follows || run?.sure) && person && tokens.slice(first, first + 3).some((t) => t.kind === 'word' && speaksForItself(t.word))) {
          if (run) run.last = last;
          else run = {from: start, last, sure: follows};
        } else close();
        continue;
      }
      attributed = sentence.index;
      // "We met. We will meet again, she said": one quotation
      const from = run && start.index === first ? run.from : start;
      if (from === start) close();
      run = undefined;
      report({start: from.start, end: from.start, proposals: ['“'], confidence: 0.85, note: NOTE});
      report({start: comma.start, end: comma.end, proposals: [',”'], confidence: 0.85, note: NOTE});
    }
    close();

    /** Sets the marks of speech that goes on behind a quotation and ends without one. */
    function close(): void {
      if (run?.sure) {
        const end = tokens[run.last]!;
        report({start: run.from.start, end: run.from.start, proposals: ['“'], confidence: 0.6, note: NOTE});
        if (/^[.!?]$/.test(end.text)) report({start: end.start, end: end.end, proposals: [`${end.text}”`], confidence: 0.6, note: NOTE});
      }
      run = undefined;
    }

    /** The colon behind the words at the head of a sentence that say who speaks: "The lawyer replied:"; 0 if there are none. */
    function introduced(first: number, last: number): number {
      for (let i = first + 1; i <= Math.min(last, first + MAX_SUBJECT + 2); i++) {
        if (tokens[i]!.text === ':') return !tokens[i]!.spaced && speaks(tokens[i - 1]!.word.folded, 'statement', 'told', 'question') ? i : 0;
        if (tokens[i]!.kind !== 'word' && tokens[i]!.text !== '.') return 0;
      }
      return 0;
    }

    /** Whether a sentence begins in the first person: "We are", "Were giving", "My son". */
    function opens(first: number): boolean {
      const token = tokens[first]!;
      return token.kind === 'word' && (speaksForItself(token.word) || STRIPPED.test(token.word.folded));
    }

    /** Whether what follows a comma says who speaks and nothing of the speech: "she said at the hospital", "said Jack Fletcher". */
    function attribution(at: number, last: number): boolean {
      const next = tokens[at + 1];
      if (next?.kind !== 'word') return false;
      const begins = /^(?:he|she|they|the|a|an|one|his|her|their)$/.test(next.word.folded) || next.word.shape === 'capital' || next.word.shape === 'upper';
      if (speaks(next.word.folded, 'statement', 'told', 'question')) {
        const who = tokens[at + 2];
        if (who?.kind !== 'word' || (who.word.shape === 'lower' && !/^(?:the|a|an|one|his|her)$/.test(who.word.folded))) return false;
        // "Our guide, an engineer, said the turbines were new"
        for (let i = at + 3; i <= Math.min(last, at + 3 + MAX_SUBJECT) && tokens[i]!.kind === 'word'; i++) if (AUXILIARIES.has(tokens[i]!.word.folded)) return false;
        return true;
      }
      if (!begins || speaksForItself(next.word)) return false;
      for (let i = at + 2; i <= Math.min(last, at + 1 + MAX_SUBJECT); i++) {
        const token = tokens[i]!;
        if (token.kind !== 'word' && token.text !== '.' && token.text !== '-') return false;
        if (speaksForItself(token.word) || /^(?:who|which|that|and|but)$/.test(token.word.folded)) return false;
        if (speaks(token.word.folded, 'statement', 'told', 'question')) {
          // "the minister said that" begins reported speech; somebody is told.
          const after = tokens[i + 1];
          if (speaks(token.word.folded, 'told')) return !tokens.slice(i + 1, Math.min(last, i + 6)).some(({word: {folded}}) => folded === 'that');
          return !(after?.kind === 'word' && /^(?:that|he|she|they|it|there|the|his|her|its)$/.test(after.word.folded));
        }
      }
      return false;
    }
  },
});
