import {ask, Question} from '../src/document/ask.ts';
import {FUNCTION_WORDS, isAbbreviation} from '../src/document/english.ts';
import {MARKS} from '../src/document/marks.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {isTechnical} from '../src/evidence/text-kind.ts';
import {defineRule} from '../src/rule/rule.ts';

const DOUBLED = new Set([',', ';', ':', '!', '?', '.']);

/** Tokens to each side in which the partner of a bracket stands. */
const MAX_BRACKETED = 60;
const PIECE = 'Two marks in one place: one of them is left over from a piece of the sentence that was translated by itself.';

/** What Slavic and Romance languages have between a quotation and who says it. */
const DASH = /^[—–-]$/;
const CURLY = new Question((whole) => /[“”]/.test(whole.text));

/** Frequency of words that are hardly an abbreviation: "proc." */
const SURE = 130;
/** The same where a sentence begins behind the mark. */
const KNOWN = 70;

export default defineRule({
  id: 'doubled-punctuation',
  summary: 'A punctuation mark twice, or two that exclude each other',
  why: `Engines translate a sentence piece by piece and end each piece with its own mark: \`years,, he said\`, \`on Monday.,\`.

Silent on ellipses, on \`?!\`, \`!!\` and \`??\`, which people write, and on the full stop of an abbreviation before another mark.`,
  category: 'punctuation',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'The talks lasted two days,, he said.', flagged: [',,'], fixed: 'The talks lasted two days, he said.'},
      {text: 'They left the house,. The car was gone.', flagged: [',.'], fixed: 'They left the house. The car was gone.'},
      {text: 'They left the room., then returned.', flagged: ['.,'], fixed: 'They left the room, then returned.'},
      {text: 'The mayor said: ,,When the dam broke, we ran.”', flagged: [',,'], fixed: 'The mayor said: “When the dam broke, we ran.”'},
      {text: 'Was the bridge closed?. Nobody knows. It rained. . The match was stopped.', flagged: ['?.', '. .'], fixed: 'Was the bridge closed? Nobody knows. It rained. The match was stopped.'},
      {text: '"We are ready.", he said:, and they left on Sunday.,', flagged: ['.",', ':,', '.,'], fixed: '"We are ready," he said: and they left on Sunday,'},
      {text: 'He left ((in June) for the coast, where the list:: of boats was.', flagged: ['((', '::'], fixed: 'He left (in June) for the coast, where the list: of boats was.'},
      {text: 'The minister resigned.. His deputy takes over.', flagged: ['..'], fixed: 'The minister resigned. His deputy takes over.', mt: 'yes'},
      {text: '"The road is closed," — said the mayor. “We won!” – she added.', flagged: [' —', ' –'], fixed: '"The road is closed," said the mayor. “We won!” she added.'},
    ],
    good: ['It was 28.7 proc., just above that. He waited... and waited. He waited.. and came. They met etc.. Yes.', 'Who, me?! Never!!', 'Acme Inc., a maker of anvils, closed.', 'It opens at 8 a.m.; bring a coat.', 'See the list (in the annex (part 2)) of Yahoo!. It came from Acme Inc.. So it goes . . . He wrote “Why?”, “How?” and std::vector.'],
  },
  check(document, report) {
    const {tokens} = document;
    /** "left the house,. The car": a known word ends there, and a sentence begins behind. */
    const endsAfterComma = (i: number) => {
      const [word, comma, next] = [tokens[i - 2], tokens[i - 1]!, tokens[i + 1]];
      return comma.text === ',' && !comma.spaced && word?.kind === 'word' && word.word.shape === 'lower' && word.word.english && (!next || next.segment !== comma.segment || next.spaced && next.kind === 'word' && next.word.shape === 'capital');
    };
    const technical = () => isTechnical(document);
    /** A word that is hardly an abbreviation: "left", "Sunday". */
    const isWhole = (word: Token | undefined, least = SURE) => word?.kind === 'word' && (word.word.english || word.word.isName) && word.text.length > 3 && word.word.entry.frequency >= least && !isAbbreviation(word.word.folded) && (word.word.shape === 'lower' || word.word.shape === 'capital' && word.text.length > 4);
    const opensBehind = (i: number) => {
      const next = tokens[i + 1];
      return !next || next.segment !== tokens[i]!.segment || (next.spaced && (next.kind === 'word' && next.word.shape === 'capital' || next.kind === 'number'));
    };
    for (const token of document.where(MARKS)) {
      const i = token.index;
      const before = tokens[i - 1];
      if (!before || token.kind !== 'punctuation' || token.segment !== before.segment) continue;
      const word = tokens[i - 2];
      const next = tokens[i + 1];
      const found = (first: Token, proposals: string[], confidence: number, note: string) => report({start: first.start, end: token.end, proposals, confidence, tier: 'suggest', note});
      // "We are ready," — he said
      if (DASH.test(token.text)) {
        const [mark, close] = before.text === ',' ? [before, word] : [word, before];
        const stops = mark?.text === ',' && mark.segment === token.segment || /^[!?…]$/.test(mark?.text ?? '');
        if (token.spaced && next?.spaced && next.word.shape !== 'none' && stops && /^["”»]$/.test(close?.text ?? '') && !close!.spaced && /^(?:the|a|an|[a-z]+)$/.test(next.text) && (speaks(next.word.folded) || speaks(tokens[i + 2]?.word.folded ?? ''))) report({start: before.end, end: token.end, proposals: [''], confidence: 0.9, tier: 'suggest', note: 'Behind a quotation Russian and Polish have a dash; English has the comma alone.'});
        continue;
      }
      // "The minister resigned.. His deputy takes over."
      if (token.text === '..') {
        if (!token.spaced && isWhole(before, KNOWN) && opensBehind(i)) report({start: token.start, end: token.end, proposals: ['.', '…'], confidence: 0.6, tier: 'suggest', note: 'A sentence ends with one full stop, an omission is three.'});
        continue;
      }
      if (token.spaced) {
        // "It rained. . The match", "They said, , that"
        if (token.text === before.text && !before.spaced && (token.text === ',' && next?.spaced || token.text === '.' && isWhole(word, KNOWN) && opensBehind(i))) found(before, [token.text], 0.86, PIECE);
        continue;
      }
      if (token.text === before.text && (token.text === '(' || token.text === ')')) {
        if (word && (token.text === '(' ? before.spaced : next?.spaced !== false) && !technical() && surplus(i)) found(before, [token.text], 0.86, 'One bracket of the two has no partner.');
        continue;
      }
      // "We are ready.", he said
      if (token.text === ',' && /^["”]$/.test(before.text) && word?.text === '.' && !before.spaced && isWhole(tokens[i - 3], KNOWN) && next?.spaced) {
        found(word, [`,${before.text}`, `${before.text},`], 0.86, 'The sentence goes on: no full stop before the comma.');
        continue;
      }
      if (!DOUBLED.has(token.text) || !DOUBLED.has(before.text)) continue;
      if (next?.kind === 'punctuation' && !next.spaced && DOUBLED.has(next.text)) continue;
      // "Is it true?. Nobody knows."
      if (token.text === '.' && /^[!?]$/.test(before.text) && !before.spaced && word?.kind === 'word' && word.word.shape === 'lower') {
        found(before, [before.text, '.'], 0.86, 'A sentence ends with one mark.');
        continue;
      }
      // "The bank said:, rates will rise"
      if (!before.spaced && /^[,;:]$/.test(token.text) && /^[,;:]$/.test(before.text) && token.text !== before.text && isWhole(word) && next?.spaced) {
        found(before, before.text === ',' ? [token.text, ','] : [before.text, token.text], 0.86, PIECE);
        continue;
      }
      if (token.text === ':' && before.text === ':') {
        if (isWhole(word) && !before.spaced && next?.spaced && !technical()) found(before, [':'], 0.86, PIECE);
        continue;
      }
      if (token.text === '.' && !endsAfterComma(i)) continue;
      if (token.text === '!' || token.text === '?' || before.text === '!' || before.text === '?') continue;
      if (next?.kind === 'punctuation' && !next.spaced) continue;
      const same = token.text === before.text;
      // ",,When the dam broke"
      if (same && token.text === ',' && before.spaced && next?.spaced === false) {
        found(before, [ask(document, CURLY) ? '“' : '"'], 0.9, 'Two commas stand for the low quotation mark of another language.');
        continue;
      }
      // A full stop before a comma may belong to an abbreviation that we do not know.
      if (!same && token.text !== '.' && (before.text !== '.' || !isWhole(word))) continue;
      // "Among them are,, and Oslo": what stood between two commas is gone.
      const gone = same && (word?.kind !== 'word' || FUNCTION_WORDS.has(word.word.folded) || next?.word.folded === 'and');
      // "left., Two" may be the end of a sentence or a name behind a comma.
      const either = !same && next?.segment === token.segment && next.word.shape === 'capital';
      const ends = either && FUNCTION_WORDS.has(next.word.folded);
      report({start: before.start, end: token.end, proposals: either ? (ends || token.text === '.' ? ['.', ','] : [token.text, '.']) : [token.text], confidence: 0.9, tier: gone || either ? 'suggest' : undefined, note: PIECE});
    }

    /** Whether a sentence has more brackets of the kind of token `i` than of the other, within {@link MAX_BRACKETED} tokens. */
    function surplus(i: number): boolean {
      document.lookFar();
      let open = 0;
      for (let k = Math.max(0, i - MAX_BRACKETED); k <= i + MAX_BRACKETED && k < tokens.length; k++) if (tokens[k]!.segment === tokens[i]!.segment) open += tokens[k]!.text === '(' ? 1 : tokens[k]!.text === ')' ? -1 : 0;
      return tokens[i]!.text === '(' ? open === 1 : open === -1;
    }
  },
});
