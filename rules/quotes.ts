import * as v from 'valibot';
import {ask, Question} from '../src/document/ask.ts';
import type {Document} from '../src/document/document.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {defineRule} from '../src/rule/rule.ts';

const FOREIGN: Readonly<Record<string, 'open' | 'close'>> = {'«': 'open', '»': 'close', '„': 'open', '‟': 'open', '《': 'open', '》': 'close', '「': 'open', '」': 'close', '『': 'open', '』': 'close', '〈': 'open', '〉': 'close', '‹': 'open', '›': 'close'};
/** What the rule has to do with: quotation marks, and the marks that open questions in Spanish. */
const QUOTING = wordClass(({text}) => /^[“”"¿¡]$/.test(text) || FOREIGN[text] !== undefined);
/** Between two quotations these stand for a reason: “great” and “fair”. */
const LINKS = new Set('and or but nor to as with from in on at of for by than versus vs not is was are were be been a an the this that his her its their he she it they we i who which'.split(' '));

const STRAIGHT = new Question((whole) => !/[“”]/.test(whole.text) && whole.text.includes('"'));
/** The only double quotation mark of a text, if it closes and apostrophes are straight. */
const LONELY = new Question(lonelyMark);

export default defineRule({
  id: 'quotes',
  summary: 'Quotation marks of another language, turned round, or without a partner',
  why: `Guillemets and low quotes survive translation (\`« a miracle »\`, \`„When“\`), closing marks turn round at the attribution (\`time, “he said\`) or close and open again in the middle of a quotation (\`have” parades “but\`). Spanish leaves its \`¿\` and \`¡\`.

Silent on quotations that run over paragraphs, on inches and minutes, and on foreign quotations.`,
  category: 'punctuation',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  options: v.object({
    style: v.optional(v.pipe(v.picklist(['auto', 'curly', 'straight']), v.description('the marks that stand in place of those of another language. `auto` takes straight ones where the text has no others.')), 'auto'),
    outer: v.optional(v.pipe(v.picklist(['double', 'single']), v.description('what an outer quotation in guillemets or low marks gets.')), 'double'),
  }),
  kinds: {
    foreign: 'Quotation marks of another language',
    inverted: 'The marks that open questions and exclamations in Spanish',
    turned: 'A mark turned round, or behind the words that say who speaks',
    split: 'A quotation closed and opened again in the middle',
    mixed: 'One curly mark in a text of straight ones',
  },
  examples: {
    bad: [
      {text: 'She called it « a miracle of patience » and left. “Yes,” he said.', flagged: ['« ', ' »'], fixed: 'She called it “a miracle of patience” and left. “Yes,” he said.'},
      {text: '„When the dam broke, we ran,“ said the mayor.', flagged: ['„', '“'], fixed: '“When the dam broke, we ran,” said the mayor.'},
      {text: '¿How many more warnings do we need? ¡Enough!', flagged: ['¿', '¡'], fixed: 'How many more warnings do we need? Enough!'},
      {text: '“We have no time, “he said, “and no money.”', flagged: [' “'], fixed: '“We have no time,” he said, “and no money.”'},
      {text: 'The editor of 《Robot Weekly》 disagreed.', flagged: ['《', '》'], fixed: 'The editor of “Robot Weekly” disagreed.'},
      {text: 'He wrote that “peace is not with those who have” parades “but with those who work.”', flagged: ['”', '“'], fixed: 'He wrote that “peace is not with those who have parades but with those who work.”', mt: 'yes'},
      {text: 'He called the talks ” warm “ and left.', flagged: ['” ', ' “'], fixed: 'He called the talks “warm” and left.'},
      {text: 'She called it « a miracle » and left. “Yes,” he said.', flagged: ['« ', ' »'], fixed: 'She called it "a miracle" and left. “Yes,” he said.', options: {style: 'straight'}},
      {text: 'Many called it «a miracle» that day.', flagged: ['«', '»'], fixed: 'Many called it ‘a miracle’ that day.', options: {style: 'curly', outer: 'single'}},
      {text: "It's the third time that he isn't there, the mayor said.” She left.", flagged: ['”'], fixed: "It's the third time that he isn't there, the mayor said.\" She left."},
    ],
    good: [
      '“We won,” he said. “It was hard.”',
      'He called it “great” and “beautiful”, a 12" record of 5\' 10" men.',
      '“This paragraph goes on.\n\n“And ends here,” he said.',
      '"Straight quotes," she said, "are fine."',
      'They asked “why?” and “how?” of everyone.',
    ],
  },
  check(document, report, {style, outer}) {
    const {tokens, text} = document;
    const straight = style === 'auto' ? ask(document, STRAIGHT) : style === 'straight';
    const [opening, closing] = outer === 'single' ? (straight ? "''" : '‘’') : straight ? '""' : '“”';
    const mark = (side: 'open' | 'close') => (side === 'open' ? opening! : closing!);
    const marks = document.where(QUOTING);
    const only = ask(document, LONELY);
    if (only) {
      if (document.ownTokens.includes(only)) report({kind: 'mixed', start: only.start, end: only.end, proposals: ['"'], confidence: 0.85, note: 'The text has straight apostrophes and one curly mark.'});
      return;
    }
    let low = false;
    let open: Token | undefined;
    let segment = -1;
    let seen = -1;
    for (const token of marks) {
      const i = token.index;
      if (i <= seen) continue;
      if (token.segment !== segment) {
        segment = token.segment;
        open = undefined;
        low = false;
      }
      if (token.kind !== 'punctuation' && token.kind !== 'symbol') continue;
      const before = tokens[i - 1]?.segment === token.segment ? tokens[i - 1] : undefined;
      const after = tokens[i + 1]?.segment === token.segment ? tokens[i + 1] : undefined;
      if (token.text === '¿' || token.text === '¡') {
        if (!after || after.spaced || (after.kind === 'word' && !after.word.english && !after.word.isName)) continue;
        report({kind: 'inverted', start: token.start, end: token.end, proposals: [''], confidence: 0.96, note: 'Spanish opens questions and exclamations with a mark; English does not.'});
        continue;
      }
      const side = FOREIGN[token.text];
      if (side) {
        if (token.text === '„') low = true;
        if ((token.text === '‹' || token.text === '›' || token.text === '〉' || token.text === '〈') && !partner(i)) continue;
        const inner = side === 'open' ? after : before;
        const gapped = side === 'open' ? after?.spaced : token.spaced;
        const start = side === 'close' && gapped && before ? before.end : token.start;
        const end = side === 'open' && gapped && after ? after.start : token.end;
        if (!inner || end - start > 4 || /\n/.test(text.slice(start, end))) continue;
        // Danish, and German books: »so«
        const turned = (token.text === '»' && (!before || token.spaced) && after && !after.spaced) || (token.text === '«' && before && !token.spaced && (!after || after.spaced || after.kind === 'punctuation'));
        const place = turned ? (side === 'open' ? 'close' : 'open') : side;
        report({kind: 'foreign', start: turned ? token.start : start, end: turned ? token.end : end, proposals: [mark(place)], confidence: 0.95, note: 'A quotation mark of another language.'});
        continue;
      }
      const left = !token.spaced && before !== undefined;
      const right = after !== undefined && !after.spaced;
      if (token.text === '“') {
        const closes = left && (!right || after.kind === 'punctuation') && before.text !== '(' && before.text !== '—' && before.text !== '–' && before.text !== '-';
        if (low || (closes && open)) {
          if (closes || low) report({kind: 'turned', start: token.start, end: token.end, proposals: ['”'], confidence: low ? 0.95 : 0.85, tier: low ? undefined : 'suggest', note: 'This mark closes a quotation: it must be turned round.'});
          low = false;
          open = undefined;
          continue;
        }
        if (!right && after && token.spaced && before) {
          // `” warm “`: marks turned round, with spaces inside
          report({kind: 'turned', start: before.end, end: token.end, proposals: ['”'], confidence: open && open.text === '”' ? 0.85 : 0.4, tier: 'suggest', note: 'This mark closes a quotation: it must be turned round.'});
          open = undefined;
          continue;
        }
        if (open && token.spaced && before && /^[,.!?]$/.test(before.text) && right && attribution(i + 1)) {
          report({kind: 'turned', start: before.end, end: token.end, proposals: ['” '], confidence: 0.9, tier: 'suggest', note: 'The quotation ends before the words that say who speaks.'});
          open = undefined;
          continue;
        }
        open = token;
      } else if (token.text === '”') {
        const opens = (!left || before.text === '(') && right && after.kind !== 'punctuation';
        if (!open && opens) {
          report({kind: 'turned', start: token.start, end: token.end, proposals: ['“'], confidence: 0.85, tier: 'suggest', note: 'This mark opens a quotation: it must be turned round.'});
          open = token;
          continue;
        }
        if (!open && token.spaced && after?.spaced && before) {
          report({kind: 'turned', start: token.start, end: after.start, proposals: ['“'], confidence: 0.6, tier: 'suggest', note: 'This mark opens a quotation: it must be turned round.'});
          open = token;
          continue;
        }
        if (open && left && before.kind === 'word' && after?.spaced) {
          const again = reopened(i);
          if (again) {
            const note = 'The quotation is closed and opened again in the middle of a sentence.';
            report({kind: 'split', start: token.start, end: token.end, proposals: [''], confidence: 0.62, tier: 'suggest', note});
            report({kind: 'split', start: again.start, end: again.end, proposals: [''], confidence: 0.62, tier: 'suggest', note});
            seen = again.index;
            continue;
          }
        }
        open = undefined;
      }
    }

    function partner(i: number): boolean {
      document.lookFar();
      for (let k = Math.max(0, i - 30); k <= Math.min(tokens.length - 1, i + 30); k++) if (k !== i && /^[‹›〈〉]$/.test(tokens[k]!.text)) return true;
      return false;
    }
    /** "he said", "Mr. Smith told", "said the mayor": who speaks, from token `i` on. */
    function attribution(i: number): boolean {
      for (let k = i; k < Math.min(tokens.length, i + 4); k++) {
        const t = tokens[k]!;
        if (t.kind !== 'word' && t.text !== '.') return false;
        if (speaks(t.word.folded, 'statement', 'told', 'question')) return k === i || /^(?:he|she|they|it|we|i|who)$/.test(tokens[k - 1]!.word.folded) || tokens[k - 1]!.word.shape === 'capital';
      }
      return false;
    }
    /** The opening mark after one or two lower-case content words, if the quotation goes on there in the middle of a sentence. */
    function reopened(i: number): Token | undefined {
      for (let k = i + 1; k <= i + 3 && k < tokens.length; k++) {
        const t = tokens[k]!;
        if (t.text === '“' && k > i + 1) return tokens[k + 1]?.kind === 'word' && !tokens[k + 1]!.spaced && LINKS.has(tokens[k + 1]!.word.folded) && tokens[k + 1]!.word.shape === 'lower' ? t : undefined;
        if (t.kind !== 'word' || t.word.shape !== 'lower' || LINKS.has(t.word.folded) || speaks(t.word.folded, 'statement', 'told', 'question')) return undefined;
      }
      return undefined;
    }
  },
});

function lonelyMark({tokens, text}: Document): Token | undefined {
  let only: Token | undefined;
  for (const token of tokens) {
    if (token.kind !== 'punctuation' || !/^[“”„«»"]$/.test(token.text)) continue;
    if (only || token.text !== '”') return undefined;
    only = token;
  }
  return only && /\p{L}'\p{L}/u.test(text) ? only : undefined;
}
