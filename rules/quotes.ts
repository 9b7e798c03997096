import * as v from 'valibot';
import {ask, Question} from '../src/document/ask.ts';
import type {Document} from '../src/document/document.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import type {Token} from '../src/document/token.ts';
import {goesOn} from '../src/evidence/quotation.ts';
import {MARKS} from '../src/document/marks.ts';
import {wordClass} from '../src/document/word.ts';
import {Flag, languagesOf} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

const FOREIGN: Readonly<Record<string, 'open' | 'close'>> = {'«': 'open', '»': 'close', '„': 'open', '‟': 'open', '《': 'open', '》': 'close', '「': 'open', '」': 'close', '『': 'open', '』': 'close', '〈': 'open', '〉': 'close', '‹': 'open', '›': 'close'};
/** What the rule has to do with: quotation marks, and the marks that open questions in Spanish. */
const QUOTING = wordClass(({text}) => /^[“”"‚¿¡]$/.test(text) || FOREIGN[text] !== undefined);
/** What other languages begin direct speech with. */
const DASH = /^[–—-]$/;
/** Between two quotations these stand for a reason: “great” and “fair”. */
const LINKS = new Set('and or but nor to as with from in on at of for by than versus vs not is was are were be been a an the this that his her its their he she it they we i who which'.split(' '));

const STRAIGHT = new Question((whole) => !/[“”]/.test(whole.text) && whole.text.includes('"'));
/** The only double quotation mark of a text, if it closes and apostrophes are straight. */
const LONELY = new Question(lonelyMark);
/** Which double marks a text has less of, straight or curly, of those that it has both of. */
const MINORITY = new Question(minorityOf);
/** Whether a text puts commas behind quotation marks. */
const COMMA_BEHIND = new Question(({text}) => /[\p{L}\d][”"],/u.test(text) && !/,[”"]/.test(text));
/** Where the first sentence of a text ends and the last one begins: those may be cut out of a quotation. */
const EDGES = new Question((whole) => `${whole.sentences[0]?.end ?? 0} ${whole.sentences.at(-1)?.start ?? 0}`);
/** Words from which on the first and last sentence say as much as others. */
const MIN_WORDS = 40;
/** Tokens between two marks that were turned round, and between low and high single ones. */
const MAX_TURNED = 12;
const MAX_SINGLE = 40;
/** How sure it is that a word or two of another language should not have the marks of their language. */
const ORIGINAL = 0.4;
/** How sure it is that a dash stands for a quotation mark. */
const SPOKEN = 0.78;
/** Tokens that a quotation in marks of another language may have, to be repaired without being asked. */
const MAX_QUOTATION = 150;
/** A quotation between two apostrophes each; behind figures they are inches. */
const APOSTROPHES = /(?<![^\s([—–-])''(?=[\p{L}\d“])(?:(?!''|\n)[^\ufffc]){1,300}(?<=[\p{L}.,!?…])''(?![\p{L}\d'])/gu;
/** What no mark that opens stands before. */
const STOP = /^[,.;:!?)\]…]$/;
const BRACKET = /^[([—–-]$/;

export default defineRule({
  id: 'quotes',
  summary: 'Quotation marks of another language, turned round, or without a partner',
  why: `Guillemets and low quotes survive translation (\`« a miracle »\`, \`„When“\`), closing marks turn round at the attribution (\`time, “he said\`) or close and open again in the middle of a quotation (\`have” parades “but\`). Spanish leaves its \`¿\` and \`¡\`. Others lose their partner, or close with a mark of another kind than they opened with.

Silent on quotations that run over paragraphs, on inches and minutes, and on foreign quotations; on a mark without a partner where nothing says where the quotation ends, or where there is a single sentence, which may be cut out of one.`,
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
    dash: 'A dash for a quotation mark',
    turned: 'A mark turned round, behind the words that say who speaks, or with its space on the wrong side',
    split: 'A quotation closed and opened again in the middle',
    mixed: 'A straight mark and a curly one around one quotation',
    unbalanced: 'A quotation that is not closed, or not opened, in its paragraph',
  },
  examples: {
    bad: [
      {text: 'The driver fled.\n\n– The tanks were empty, says the foreman. The owner was away.', flagged: ['– ', ','], fixed: 'The driver fled.\n\n“The tanks were empty,” says the foreman. The owner was away.', mt: 'yes'},
      {text: '– The bridge will stay shut – said the mayor.', flagged: ['– ', ' –'], fixed: '“The bridge will stay shut,” said the mayor.', mt: 'yes'},
      {text: 'She called it « a miracle of patience » and left. “Yes,” he said.', flagged: ['« ', ' »'], fixed: 'She called it “a miracle of patience” and left. “Yes,” he said.'},
      {text: '„When the dam broke, we ran,“ said the mayor.', flagged: ['„', '“'], fixed: '“When the dam broke, we ran,” said the mayor.'},
      {text: '¿How many more warnings do we need? ¡Enough!', flagged: ['¿', '¡'], fixed: 'How many more warnings do we need? Enough!'},
      {text: '“We have no time, “he said, “and no money.”', flagged: [' “'], fixed: '“We have no time,” he said, “and no money.”'},
      {text: '“Our role is that of a witness ”, he said. “We stay here. ”\n\n“We do not leave. “', flagged: [' ”', ' ”', ' “'], fixed: '“Our role is that of a witness”, he said. “We stay here.”\n\n“We do not leave.”'},
      {text: 'The editor of 《Robot Weekly》 disagreed.', flagged: ['《', '》'], fixed: 'The editor of “Robot Weekly” disagreed.'},
      {text: 'He wrote that “peace is not with those who have” parades “but with those who work.”', flagged: ['”', '“'], fixed: 'He wrote that “peace is not with those who have parades but with those who work.”', mt: 'yes'},
      {text: 'He called the talks ” warm “ and left.', flagged: ['” ', ' “'], fixed: 'He called the talks “warm” and left.'},
      {text: 'She called it « a miracle » and left. “Yes,” he said.', flagged: ['« ', ' »'], fixed: 'She called it "a miracle" and left. “Yes,” he said.', options: {style: 'straight'}},
      {text: 'Many called it «a miracle» that day.', flagged: ['«', '»'], fixed: 'Many called it ‘a miracle’ that day.', options: {style: 'curly', outer: 'single'}},
      {text: 'Peace came to those who have” parades “but not to those who wait.', flagged: ['” ', ' “'], fixed: 'Peace came to those who have “parades” but not to those who wait.'},
      {text: 'We have no time “, he said, ” and no money.', flagged: [' “', '” '], fixed: 'We have no time”, he said, “and no money.'},
      {text: '"We have no time, "he said," and no money."', flagged: [' "', '" '], fixed: '"We have no time," he said, "and no money."'},
      {text: '“We have no time, he said. The council will meet on Friday.', flagged: [','], fixed: '“We have no time,” he said. The council will meet on Friday.'},
      {text: 'Nobody was surprised. We have no time,” he said.', flagged: [''], fixed: 'Nobody was surprised. “We have no time,” he said.'},
      {text: 'She spoke for an hour. “Nobody wanted the hall. He added that it was cold.', flagged: ['.'], fixed: 'She spoke for an hour. “Nobody wanted the hall.” He added that it was cold.', mt: 'yes'},
      {text: '“We won,” he said. “It was hard," she said. "It was easy,” they said.', flagged: ['"', '"'], fixed: '“We won,” he said. “It was hard,” she said. “It was easy,” they said.'},
      {text: 'He called it ‚a great day‘ and left.', flagged: ['‚', '‘'], fixed: 'He called it “a great day” and left.'},
      {text: "It's the third time that he isn't there, the mayor said.” She left.", flagged: ['”'], fixed: "It's the third time that he isn't there, the mayor said.\" She left."},
      {text: "The minister called it ''a disaster'' and left.", flagged: ["''", "''"], fixed: 'The minister called it “a disaster” and left.'},
      {text: 'They closed the passage."They shot at us," he said. The day was “ good ” for all.', flagged: ['"', '“ ', ' ”'], fixed: 'They closed the passage. "They shot at us," he said. The day was “good” for all.'},
      {text: '"We lost everything,"said the mother of three.', flagged: ['"'], fixed: '"We lost everything," said the mother of three.'},
    ],
    good: [
      'The page is found under Home » News » Politics, he said.',
      'The screen is 27\'\' wide, the pipe 5\'\' and the board 5\' 10\'\' long. The page is called „Über uns“ there.',
      '“We won,” he said. “It was hard.” "It was easy," she said.',
      'It had rained for days. “Nobody is left in the village. The road is under water.',
      'He called it “great” and “beautiful”, a 12" record of 5\' 10" men.',
      '“This paragraph goes on.\n\n“And ends here,” he said.',
      '"Straight quotes," she said, "are fine."',
      'The plan has three parts:\n\n– The bridge will be built.\n\n– Roads, said to be bad, come later.',
      'They asked “why?” and “how?” of everyone.',
      'The screen is 12" wide. He called it "great" and left, a 7" single in hand.',
      'He said: “The strike goes on.\n\n“Nobody is at work,” he added. “It ends on Friday.”',
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
    let turned = 0;
    /** Marks of the paragraph without a partner, in order. */
    let lonely: {readonly token: Token; readonly closes: boolean}[] = [];
    let inches = false;
    /** The words behind the last mark of another language are of that language. */
    let original = false;
    /** A mark of another language opened a quotation. */
    let foreign = false;
    const finish = () => {
      if (open) lonely.push({token: open, closes: false});
      if (lonely.length && !inches) unmatched(lonely, turned > 0);
      open = undefined;
      low = inches = foreign = original = false;
      turned = 0;
      lonely = [];
    };
    const turn = (start: number, end: number, text: string, confidence: number, note: string, tier: 'suggest' | 'safe' = 'suggest') => {
      turned++;
      report({kind: 'turned', start, end, proposals: [text], confidence, tier, note});
    };
    /** “a word ”: the mark that closes has a space before it. */
    const padded = (before: Token, token: Token) => {
      if (before.kind !== 'markup' && token.start - before.end < 3 && !text.slice(before.end, token.start).includes('\n')) report({kind: 'turned', start: before.end, end: token.end, proposals: [token.text], confidence: 0.88, tier: 'suggest', note: 'No space inside quotation marks.'});
    };
    /** A quotation whose marks are of two kinds: the one is replaced that the text has less of. */
    const strange = (first: Token, last: Token) => {
      const [token, text] = (first.text === '"') === (ask(document, MINORITY) === 'curly') ? [last, first.text === '"' ? '"' : '”'] as const : [first, last.text === '"' ? '"' : '“'] as const;
      report({kind: 'mixed', start: token.start, end: token.end, proposals: [text], confidence: 0.86, evidence: 0, tier: 'suggest', note: 'The quotation opens with a mark of another kind than it closes with.'});
    };
    for (const token of marks) {
      const i = token.index;
      if (i <= seen) continue;
      if (token.segment !== segment) {
        finish();
        segment = token.segment;
      }
      if (token.kind !== 'punctuation' && token.kind !== 'symbol') continue;
      const before = tokens[i - 1]?.segment === token.segment ? tokens[i - 1] : undefined;
      const after = tokens[i + 1]?.segment === token.segment ? tokens[i + 1] : undefined;
      if (token.text === '¿' || token.text === '¡') {
        if (!after || after.start - token.end > 1 || (after.kind === 'word' && isForeign(after) && (!after.word.isName || after.word.english))) continue;
        report({kind: 'inverted', start: token.start, end: after.start, proposals: [''], confidence: 0.96, note: 'Spanish opens questions and exclamations with a mark; English does not.'});
        continue;
      }
      if (token.text === '‚') {
        const high = (!before || token.spaced) && after && !after.spaced ? closingSingle(token) : undefined;
        if (!high) continue;
        const inside = open !== undefined || low || outer === 'single';
        const [first, last] = inside ? (straight ? "''" : '‘’') : straight ? '""' : '“”';
        for (const [at, text] of [[token, first!], [high, last!]] as const) report({kind: 'foreign', start: at.start, end: at.end, proposals: [text], confidence: 0.95, note: 'A quotation mark of another language.'});
        continue;
      }
      const side = FOREIGN[token.text];
      if (side) {
        // Danish, and German books: »so«
        const reversed = !foreign && token.text === '»' ? (!before || token.spaced) && after !== undefined && !after.spaced && !STOP.test(after.text) : token.text === '«' && before !== undefined && !token.spaced && !BRACKET.test(before.text) && (!after || after.spaced || after.kind === 'punctuation');
        const place = reversed ? (side === 'open' ? 'close' : 'open') : side;
        const opened = foreign || open !== undefined;
        // "Home » News » Politics": where one is on a site.
        if (token.text === '»' && !opened && token.spaced && after?.spaced) continue;
        if (token.text === '„') low = true;
        if (place === 'open') foreign = true;
        else if (foreign) foreign = false;
        else open = undefined;
        if ((token.text === '‹' || token.text === '›' || token.text === '〉' || token.text === '〈') && (!partner(i) || /[€Ђ] ?$/.test(text.slice(Math.max(0, token.start - 2), token.start)))) continue;
        const inner = side === 'open' ? after : before;
        const gapped = side === 'open' ? after?.spaced : token.spaced;
        const start = side === 'close' && gapped && before ? before.end : token.start;
        const end = side === 'open' && gapped && after ? after.start : token.end;
        if (!inner || end - start > 4 || /\n/.test(text.slice(start, end))) continue;
        // „Über uns“: what stands in the marks of a language is in it.
        if (place === 'open') original = isOriginal(token);
        const doubtful = original || isForeignWord(side === 'open' ? after : before) || !(place === 'open' ? hasPartner(token) : opened);
        // "«We left», he said": English puts the comma behind what is said inside.
        const comma = place === 'close' && !reversed && !doubtful && after?.text === ',' && !after.spaced && /[\p{L}\d]$/u.test(before?.text ?? '') && attribution(i + 2) && !ask(document, COMMA_BEHIND) ? after : undefined;
        if (comma) {
          report({kind: 'foreign', start, end: comma.end, proposals: [`,${mark('close')}`, `${mark('close')},`], confidence: 0.95, note: 'A quotation mark of another language.'});
          continue;
        }
        report({kind: 'foreign', start: reversed ? token.start : start, end: reversed ? token.end : end, proposals: [mark(place)], confidence: original ? ORIGINAL : 0.95, tier: doubtful ? 'suggest' : undefined, note: 'A quotation mark of another language.'});
        continue;
      }
      const left = !token.spaced && before !== undefined;
      const right = after !== undefined && !after.spaced;
      const closing = left && (!right || STOP.test(after.text) || after.kind === 'punctuation') && !BRACKET.test(before.text);
      const opening = (!left || BRACKET.test(before.text)) && right && !STOP.test(after.text);
      // The quotation ends before the words that say who speaks: “time, “he said”
      if (token.text !== '”' && open && token.spaced && before && /^[,.!?]$/.test(before.text) && right && attribution(i + 1)) {
        const put = open.text === '"' ? '"' : '”';
        turn(before.end, token.end, `${put} `, 0.9, 'The quotation ends before the words that say who speaks.');
        open = undefined;
        continue;
      }
      if (token.text === '"') {
        if (left && before.kind === 'number' && open?.text !== '"') {
          inches = true;
          continue;
        }
        // "he said," and no money."
        if (!open && closing && before.text === ',' && after?.kind === 'word' && after.word.shape === 'lower' && attributed(i - 2) && closes(i)) {
          turn(token.start, after.start, ' "', 0.85, 'The mark opens a quotation: it belongs to the word behind it.');
          open = token;
          continue;
        }
        // `passage."They left," he said`: the space was lost on the outer side.
        if (left && right && after.kind === 'word' && after.word.english && after.text.length > 1) {
          if (open?.text === '"' && (before.kind === 'word' && FUNCTION_WORDS.has(after.word.folded) || /^[.,!?]$/.test(before.text))) {
            report({kind: 'turned', start: token.start, end: token.end, proposals: ['" '], confidence: 0.88, tier: 'suggest', note: 'The space behind the quotation mark was lost.'});
            open = undefined;
            continue;
          }
          if (!open && /^[.!?]$/.test(before.text) && after.word.shape === 'capital' && closes(i)) {
            report({kind: 'turned', start: token.start, end: token.end, proposals: [' "'], confidence: 0.88, tier: 'suggest', note: 'The space before the quotation mark was lost.'});
            open = token;
            continue;
          }
        }
        const ends = closing || (!opening && open !== undefined);
        if (ends && open && open.text !== '"') strange(open, token);
        if (!ends) {
          if (open && !continues(token)) lonely.push({token: open, closes: false});
          open = token;
        } else if (open) {
          if (token.spaced && before && open.text === '"' && (!after || STOP.test(after.text))) padded(before, token);
          open = undefined;
        }
        else lonely.push({token, closes: true});
        continue;
      }
      const note = 'This mark closes a quotation: it must be turned round.';
      if (token.text === '“') {
        if (low || (closing && open)) {
          if (closing || low) turn(token.start, token.end, low ? mark('close') : '”', low ? (original ? ORIGINAL : 0.95) : 0.85, note, low && !original ? 'safe' : 'suggest');
          low = foreign = false;
          open = undefined;
          continue;
        }
        // “time “, he said”
        if (right && STOP.test(after.text) && before && tokens[i + 2]?.spaced) {
          turn(before.end, token.end, '”', 0.88, note);
          open = undefined;
          continue;
        }
        const close = !open && after?.spaced ? paddedEnd(i) : undefined;
        if (close && after) {
          const note = 'No spaces inside quotation marks.';
          report({kind: 'turned', start: token.start, end: after.start, proposals: ['“'], confidence: 0.88, tier: 'suggest', note});
          report({kind: 'turned', start: tokens[close.index - 1]!.end, end: close.end, proposals: ['”'], confidence: 0.88, tier: 'suggest', note});
          seen = close.index;
          continue;
        }
        if (!right && after && token.spaced && before) {
          // `” warm “`: marks turned round, with spaces inside
          turn(before.end, token.end, '”', open && open.text === '”' ? 0.85 : 0.4, note);
          open = undefined;
          continue;
        }
        // “We stay here. “: a mark at the end of a paragraph opens nothing.
        if (open && token.spaced && before && !after && (open.text === '“' || open.text === '"')) {
          turn(before.end, token.end, open.text === '"' ? '"' : '”', 0.9, note);
          open = undefined;
          continue;
        }
        if (open && !continues(token)) lonely.push({token: open, closes: false});
        open = token;
        continue;
      }
      const note2 = 'This mark opens a quotation: it must be turned round.';
      if (!open && opening && after.kind !== 'punctuation') {
        turn(token.start, token.end, '“', 0.85, note2);
        open = token;
        continue;
      }
      if (!open && token.spaced && after?.spaced && before) {
        turn(token.start, after.start, '“', turned && before.text === ',' ? 0.88 : 0.6, note2);
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
      if (open) {
        if (open.text === '"') strange(open, token);
        else if (token.spaced && before && (!right || STOP.test(after.text))) padded(before, token);
        open = undefined;
      } else if (foreign) foreign = low = false;
      else lonely.push({token, closes: true});
    }
    finish();
    for (const token of document.where(MARKS)) if (DASH.test(token.text)) spoken(token);
    for (const [from, to] of document.ownStretches) {
      const stretch = text.slice(from, to);
      if (!stretch.includes("''")) continue;
      for (const m of stretch.matchAll(APOSTROPHES)) for (const at of [m.index, m.index + m[0].length - 2]) {
        const start = from + at;
        if (document.tokenAt(start)?.kind !== 'opaque') report({kind: 'foreign', start, end: start + 2, proposals: [mark(at === m.index ? 'open' : 'close')], confidence: 0.86, tier: 'suggest', note: 'Two apostrophes stand for a quotation mark.'});
      }
    }

    /** "– We left, says the mayor", "– We left – says the mayor": what is said behind a dash, up to the words that say who speaks. */
    function spoken({index, segment, start}: Token): void {
      const before = tokens[index - 1];
      const first = tokens[index + 1];
      if ((before?.segment === segment && !/^[.!?…]$/.test(before.text)) || first?.segment !== segment || !first.spaced || first.word.shape !== 'capital') return;
      document.lookFar();
      for (let k = index + 2; k <= index + MAX_QUOTATION && tokens[k]?.segment === segment; k++) {
        const t = tokens[k]!;
        const dash = DASH.test(t.text) && t.spaced && tokens[k + 1]?.spaced === true;
        if (/^["“”]$/.test(t.text) || FOREIGN[t.text] || (dash && tokens[k + 1]!.word.shape === 'capital' && /^[.!?…]$/.test(tokens[k - 1]!.text))) return;
        if (!(dash || t.text === ',') || tokens[k + 1]?.segment !== segment || !attribution(k + 1) || tokens[k + 2]?.text === 'to') continue;
        const note = 'Other languages begin what is said with a dash.';
        const ended = /^[.,!?…]$/.test(tokens[k - 1]!.text);
        report({kind: 'dash', start, end: first.start, proposals: [mark('open')], confidence: SPOKEN, tier: 'suggest', note});
        report({kind: 'dash', start: dash ? tokens[k - 1]!.end : t.start, end: t.end, proposals: [`${ended ? '' : ','}${mark('close')}`], confidence: SPOKEN, tier: 'suggest', note});
        return;
      }
    }

    /** Marks without a partner: `have” parades “but` are turned round; others are lost where the quotation neither began in the paragraph before nor goes on in the next. */
    function unmatched(list: typeof lonely, busy: boolean): void {
      for (let k = 0; k < list.length; k++) {
        const {token, closes} = list[k]!;
        const next = list[k + 1];
        const inner = tokens[token.index + 1];
        if (closes && next && !next.closes && next.token.index - token.index <= MAX_TURNED && token.text !== '"' && inner?.spaced && next.token.spaced && !attribution(token.index + 1)) {
          const note = 'The marks around these words are turned round.';
          report({kind: 'turned', start: token.start, end: inner.start, proposals: [' “'], confidence: 0.9, tier: 'suggest', note});
          report({kind: 'turned', start: tokens[next.token.index - 1]!.end, end: next.token.end, proposals: ['” '], confidence: 0.9, tier: 'suggest', note});
          k++;
        } else if (!busy && list.length === 1 && !goesOn(document, token.segment, closes)) {
          const place = partnerOf(token, closes);
          const note = closes ? 'This quotation is never opened.' : 'This quotation is never closed.';
          if (place) report({kind: 'unbalanced', start: place.start, end: place.end, proposals: [place.text], message: `Expected \`${closes ? place.text : place.text.at(-1)!}\` here`, confidence: 0.86, evidence: 0, tier: 'suggest', minWords: isInside(token, closes) || !isAtEdge(token, closes) ? 0 : MIN_WORDS, note});
        }
      }
    }
    /** A mark in the middle of a clause, of words in quotation marks: their sentence has both. */
    function isInside(token: Token, closes: boolean): boolean {
      const [before, after] = [document.before(token), document.after(token)];
      return before?.kind === 'word' && after?.kind === 'word' && before.word.shape === 'lower' && after.word.shape === 'lower' && (closes || !speaks(before.word.folded));
    }
    /** In the first or last sentence of a text, which may be cut out of a longer one. */
    function isAtEdge(token: Token, closes: boolean): boolean {
      const [first, last] = ask(document, EDGES).split(' ').map(Number) as [number, number];
      return closes ? token.start <= first || (token.spaced && token.start >= last) : token.start >= last;
    }
    /** Where the other mark of a quotation was, if the words around say so, and what stands there with it. Nothing for what is said up to the end of a paragraph: many leave that open. */
    function partnerOf(token: Token, closes: boolean): {start: number; end: number; text: string} | undefined {
      const {first, last} = document.sentences[token.sentence]!;
      if (closes) {
        const before = tokens[token.index - 1];
        if (!before || !STOP.test(before.text)) return undefined;
        const put = token.text === '"' ? '"' : '“';
        const at = (k: number) => ({start: tokens[k]!.start, end: tokens[k]!.start, text: put});
        for (let k = token.index - 1; k > first; k--) if (tokens[k - 1]!.text === ':' || (tokens[k - 1]!.text === ',' && attributed(k - 2) && tokens[k]!.word.shape === 'capital')) return at(k);
        return at(first);
      }
      const put = token.text === '"' ? '"' : '”';
      const behind = ({start, end, text}: Token) => ({start, end, text: text + put});
      for (let k = token.index + 2; k < last; k++) if (/^[,.!?]$/.test(tokens[k]!.text) && attribution(k + 1)) return behind(tokens[k]!);
      const end = tokens[last]!;
      const before = tokens[token.index - 1];
      const led = token.index === first || /^[:,]$/.test(before?.text ?? '');
      // "“Nobody came. He added that the hall was cold."
      return led && /^[.!?]$/.test(end.text) && tokens[last + 1]?.segment === token.segment && attribution(last + 1) ? behind(end) : undefined;
    }
    /** A mark at the head of a line goes on with the quotation of the line before. */
    function continues(token: Token): boolean {
      const before = tokens[token.index - 1];
      return before !== undefined && /\n/.test(text.slice(before.end, token.start));
    }
    /** The mark that closes "“ so ”", with spaces inside. */
    function paddedEnd(i: number): Token | undefined {
      document.lookFar();
      for (let k = i + 2; k <= i + MAX_SINGLE && tokens[k]?.segment === tokens[i]!.segment; k++) if (/^[“”"]$/.test(tokens[k]!.text)) return tokens[k]!.text === '”' && tokens[k]!.spaced && (!tokens[k + 1] || tokens[k + 1]!.segment !== tokens[k]!.segment || tokens[k + 1]!.spaced || tokens[k + 1]!.kind === 'punctuation') ? tokens[k] : undefined;
      return undefined;
    }
    /** The mark of "‚so‘" or "‚so’" that closes. */
    function closingSingle(low: Token): Token | undefined {
      document.lookFar();
      for (let k = low.index + 2; k <= low.index + MAX_SINGLE && tokens[k]?.segment === low.segment; k++) {
        const t = tokens[k]!;
        if (/^[‘’]$/.test(t.text) && !t.spaced && (!tokens[k + 1] || tokens[k + 1]!.segment !== low.segment || tokens[k + 1]!.spaced || tokens[k + 1]!.kind === 'punctuation')) return t;
        if (t.text === '‚') return undefined;
      }
      return undefined;
    }
    /** Whether the next straight mark of the paragraph closes. */
    function closes(i: number): boolean {
      for (let k = i + 1; k <= i + MAX_SINGLE && tokens[k]?.segment === tokens[i]!.segment; k++) if (tokens[k]!.text === '"') return !tokens[k]!.spaced;
      return false;
    }
    /** Whether words that say who speaks end at token `i`: "he said", "said the mayor". */
    function attributed(i: number): boolean {
      for (let k = i; k > i - 4 && tokens[k]?.kind === 'word'; k--) if (speaks(tokens[k]!.word.folded, 'statement', 'told', 'question')) return true;
      return false;
    }
    /** Whether no word between a mark and the next one is English. */
    function isOriginal({index, segment}: Token): boolean {
      let words = 0;
      for (let k = index + 1; k <= index + MAX_TURNED && tokens[k]?.segment === segment && !FOREIGN[tokens[k]!.text] && !/^[“”"‘]$/.test(tokens[k]!.text); k++) {
        if (tokens[k]!.kind !== 'word') continue;
        if (!isForeign(tokens[k]!)) return false;
        words++;
      }
      return words > 0;
    }
    /** Whether the paragraph has another mark of another language near, or one that may close it: a lonely mark may be anything. */
    function hasPartner({index, segment}: Token): boolean {
      document.lookFar();
      for (const step of [1, -1]) for (let k = index + step; Math.abs(k - index) <= MAX_QUOTATION && tokens[k]?.segment === segment; k += step) if (FOREIGN[tokens[k]!.text] || /^[“”"‘]$/.test(tokens[k]!.text)) return true;
      return false;
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

/** Whether a word is of another language: one that English lacks, has without its accents, or borrowed. */
const isForeign = ({text, word: {english, folded, entry}}: Token) => !english || (/[^\0-\x7f]/.test(text) && languagesOf(folded).length > 0) || ((entry.flags & Flag.Loan) !== 0 && !(entry.flags & Flag.Common));

/** A word of a quotation that was not translated: its marks are repaired with it. */
const isForeignWord = (token: Token | undefined) => token?.kind === 'word' && token.word.shape === 'lower' && !token.word.english;

/** Straight or curly: what stands for fewer of the double marks in the text; nothing where it has one kind, or as many of both. Marks behind figures are inches. */
function minorityOf({tokens}: Document): 'straight' | 'curly' | undefined {
  let curly = 0;
  let straight = 0;
  for (const {kind, text, spaced, index} of tokens) {
    if (kind !== 'punctuation') continue;
    if (text === '“' || text === '”') curly++;
    else if (text === '"' && (spaced || tokens[index - 1]?.kind !== 'number')) straight++;
  }
  return straight && curly && straight !== curly ? (straight < curly ? 'straight' : 'curly') : undefined;
}
