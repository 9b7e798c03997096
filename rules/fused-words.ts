import * as v from 'valibot';
import {FUNCTION_WORDS, MONTHS} from '../src/document/english.ts';
import {MARKS} from '../src/document/marks.ts';
import {wordClass} from '../src/document/word.ts';
import {referenceOf} from '../src/evidence/escapes.ts';
import {explanationOf, UNKNOWN} from '../src/evidence/triage.ts';
import {isEnglish} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

/** What stands behind a number without a space. */
const UNITS = new Set('st nd rd th s am pm a p h hr hrs min mins sec km kmh kph mph m cm mm nm ft in yd mi g kg mg t tonnes lb lbs oz l ml cl k bn mn tn mln mlrd x p d c f b kb mb gb tb hz khz mhz ghz w kw mw gw kwh v kv bit bits px pt pts rpm ppm percent bps fps ers er pc pp pcs ha sq cc hp'.split(' '));

/** Words that are also what a word of another language may end in: "granthas" is no "grant has". */
const ENDING = / (?:has|as|is|us|an|or|on|in|at|so|a|am|me|be|go|he|it|to|no)$/;

const DIGITS_BESIDE_LETTERS = wordClass(({text}) => /\d/.test(text) && /\p{L}\d|\d[.,]*\p{L}/u.test(text));

export default defineRule({
  id: 'fused-words',
  summary: 'Words run together because a space, or a comma and a space, was lost',
  why: `Engines drop the space where two pieces of a sentence meet, often together with the punctuation: \`four dayswhich includes\`, \`onTuesday\`, \`the zone.In Asturias\`, \`until2030\`. German compounds come back as one word: \`expeditionleader\`.

Silent on names, compounds that dictionaries have, hashtags, web addresses, file names and code.`,
  category: 'fused-words',
  tier: 'safe',
  severity: 'error',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  options: v.object({
    maxWords: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(4), v.description('Into how many words one may be taken apart, 2 to 4.')), 4),
  }),
  kinds: {
    words: 'Words run together',
    number: 'A word and a number run together',
    punctuation: 'No space behind a comma, full stop and the like',
  },
  examples: {
    bad: [
      {text: 'The visit lasts four dayswhich includes the parade.', flagged: ['dayswhich'], fixed: 'The visit lasts four days, which includes the parade.'},
      {text: 'A fire brokeout lastyear in a newcar.', flagged: ['brokeout', 'lastyear', 'newcar'], fixed: 'A fire broke out last year in a new car.'},
      {text: 'The strike begins onTuesday in the north.', flagged: ['onTuesday'], fixed: 'The strike begins on Tuesday in the north.'},
      {text: 'The talks took three days.Which side will give in is open.', flagged: ['days.Which'], fixed: 'The talks took three days. Which side will give in is open.'},
      {text: 'Kazakhstantogether with its neighbours bought the wheat.', flagged: ['Kazakhstantogether'], fixed: 'Kazakhstan together with its neighbours bought the wheat.'},
      {text: 'The Cupwhere they met, said Bruno Tardianispeaking on the desksevery day, was their last.', flagged: ['Cupwhere', 'Tardianispeaking', 'desksevery'], fixed: 'The Cup where they met, said Bruno Tardiani speaking on the desks every day, was their last.'},
      {text: 'He read it in Le Figaroand told Ramiro RocaWho had it fromIl Messaggero.', flagged: ['Figaroand', 'RocaWho', 'fromIl'], fixed: 'He read it in Le Figaro and told Ramiro Roca who had it from Il Messaggero.'},
      {text: 'Bruno Tardiani leads the party of Bruno Tardianibut left it.', flagged: ['Tardianibut'], fixed: 'Bruno Tardiani leads the party of Bruno Tardiani, but left it.'},
      {text: 'The plant will close by 2040.The owner wants to sell it.', flagged: ['2040.The'], fixed: 'The plant will close by 2040. The owner wants to sell it.'},
      {text: 'The contract runs until2031 and may be extended.', flagged: ['until2031'], fixed: 'The contract runs until 2031 and may be extended.'},
      {text: 'They read the passage.“We left,” said the mayor, and the book“Home”is out.', flagged: ['“', '“', '”'], fixed: 'They read the passage. “We left,” said the mayor, and the book “Home” is out.'},
      {text: '“We stay here.”the mayor insisted, and nobody left.', flagged: ['.”'], fixed: '“We stay here,” the mayor insisted, and nobody left.'},
      {text: 'He said,but nobody listened, that inthe end it would work.', flagged: ['said,but', 'inthe'], fixed: 'He said, but nobody listened, that in the end it would work.'},
    ],
    good: [
      {text: 'He was oneofthe first.', options: {maxWords: 2}},
      'Call `run`, s.locateOrigin(index), toString() or addFormat(one) in lib/propername.c; a parseTree has hostnames.',
      'Supervised by Miško Hevery and Ann Westby',
      'Longfellow and Winterbottom met Oppenheimer at the crossroads.',
      'See example.com, node.js and README.md, or #FreeThemAll and `dayswhich`.',
      'The G20 and the MH17 case filled 14h of airtime on 8am shows.',
      'The U.S.-led force left at 5 p.m.Thursday was quiet.',
      'A doomscrolling teenager livestreamed the makerspace.',
      'The iPhone and YouTube made LeBron and McDonald rich.',
      'Some 3,000km of track, 20th century style, at 40mph.',
    ],
  },
  check(document, report, {maxWords}) {
    const {tokens} = document;
    for (const token of document.where(UNKNOWN)) {
      const explanation = token.kind === 'word' ? explanationOf(document, token.word) : undefined;
      if (explanation?.cause !== 'fused' || (maxWords < 4 && explanation.proposals[0]!.split(' ').length > maxWords)) continue;
      const [first, last] = document.hyphenated(token);
      const hyphenated = first !== last;
      const safe = explanation.score > 0.92 && explanation.proposals.length === 1 && !hyphenated && !ENDING.test(explanation.proposals[0]!);
      report({kind: 'words', start: token.start, end: token.end, proposals: explanation.proposals, confidence: hyphenated ? explanation.score * 0.7 : explanation.score, tier: safe ? 'safe' : 'suggest', note: explanation.note});
    }
    for (const token of document.where(DIGITS_BESIDE_LETTERS)) {
      const i = token.index;
      if (token.kind === 'mixed') {
        const m = /^(\p{L}{2,12})(\d{1,4})$/u.exec(token.text);
        if (!m || (tokens[i + 1] && !tokens[i + 1]!.spaced && /^[-/.]$/.test(tokens[i + 1]!.text) && tokens[i + 2] && !tokens[i + 2]!.spaced)) continue;
        const left = m[1]!;
        const lower = left.toLowerCase();
        const year = /^(?:1[5-9]|20)\d\d$/.test(m[2]!);
        const month = MONTHS.has(lower) && left !== lower && lower !== 'may';
        if (left !== left.toUpperCase() && (month || (FUNCTION_WORDS.has(lower) && lower.length > 1 && (year || lower.length > 2)))) {
          report({kind: 'number', start: token.start, end: token.end, proposals: [`${left} ${m[2]}`], confidence: 0.92, note: 'A space was lost between the word and the number.'});
        }
      } else if (token.kind === 'number') {
        const m = /\d$/.test(token.text) ? null : /^(\d[\d.,]*)(\p{Ll}{2,20})$/u.exec(token.text);
        if (!m || UNITS.has(m[2]!) || m[2]!.length < 3 || (tokens[i - 1] && !token.spaced)) continue;
        if (!isEnglish(m[2]!)) continue;
        report({kind: 'number', start: token.start, end: token.end, proposals: [`${m[1]} ${m[2]}`], confidence: 0.8, tier: 'suggest', note: 'A space was lost between the number and the word.'});
      }
    }
    for (const token of document.where(MARKS)) {
      if (token.text !== '“' && token.text !== '”') continue;
      const before = tokens[token.index - 1];
      let after = tokens[token.index + 1];
      if (token.kind !== 'punctuation' || token.spaced || !before || !after || after.spaced || before.segment !== after.segment) continue;
      if (/^[¡¿]$/.test(after.text)) after = tokens[token.index + 2];
      // A word, or the end of a sentence, on the left and a word on the right: the mark says on which side the space was.
      const left = before.kind === 'word' && before.text.length > 1 || /^[.!?,;:]$/.test(before.text) && tokens[token.index - 2]?.kind === 'word' && !before.spaced;
      if (!left || after?.kind !== 'word' || after.spaced || after.text.length < 2 || !(after.word.english || after.word.isName)) continue;
      if (token.text === '“') report({kind: 'punctuation', start: token.start, end: token.end, proposals: [' “'], confidence: 0.9, tier: 'suggest', note: 'The space before the quotation mark was lost.'});
      // “text.”the leader insisted”: the quotation ends with a comma before who speaks.
      else if (before.text === '.' && after.word.shape === 'lower') report({kind: 'punctuation', start: before.start, end: token.end, proposals: [',” ', '.” '], confidence: 0.88, tier: 'suggest', note: 'The space behind the quotation mark was lost.'});
      else if (FUNCTION_WORDS.has(after.word.folded) || /^[.!?]$/.test(before.text) && after.word.shape === 'capital') report({kind: 'punctuation', start: token.start, end: token.end, proposals: ['” '], confidence: 0.88, tier: 'suggest', note: 'The space behind the quotation mark was lost.'});
    }
    for (const token of document.where(MARKS)) {
      if (token.kind === 'punctuation' && !token.spaced && /^[.,;!?]$/.test(token.text)) {
        const i = token.index;
        const before = tokens[i - 1];
        const after = tokens[i + 1];
        if (!before || !after || after.spaced || before.kind !== 'word' && before.kind !== 'number' || after.kind !== 'word' || before.segment !== after.segment) continue;
        // "by 2040.The authors": a year, and a word with which sentences begin.
        if (before.kind === 'number') {
          if (token.text === '.' && /^(?:1[5-9]|20)\d\d$/.test(before.text) && before.spaced && after.word.shape === 'capital' && after.text.length > 1 && FUNCTION_WORDS.has(after.word.folded)) report({kind: 'punctuation', start: before.start, end: after.end, proposals: [`${before.text}. ${after.text}`], confidence: 0.9, note: 'The space behind the punctuation mark was lost.'});
          continue;
        }
        const comma = token.text === ',' || token.text === ';';
        // "There,s" has a mark for an apostrophe, "won,â" the rest of another character, "quot;That" that of a reference.
        if ((after.text.length < 2 && !/^[aI]$/.test(after.text)) || /^(?:re|ve|ll)$/.test(after.text)) continue;
        if (token.text === ';' && referenceOf(before.text) !== undefined) continue;
        if (before.text.length < 2 || before.word.shape === 'upper' || !/\p{L}$/u.test(before.text)) continue;
        const beyond = tokens[i + 2];
        if (beyond && !beyond.spaced && /^[./_@]$/.test(beyond.text) && tokens[i + 3] && !tokens[i + 3]!.spaced && tokens[i + 3]!.kind === 'word') continue;
        if (tokens[i - 2] && !before.spaced && /^[./_@]$/.test(tokens[i - 2]!.text)) continue;
        if (comma ? !(after.word.english || after.word.isName) || !(before.word.english || before.word.isName) : before.word.shape !== 'lower' || !before.word.english || after.word.shape !== 'capital' || !(after.word.english || after.word.isName)) continue;
        report({kind: 'punctuation', start: before.start, end: after.end, proposals: [`${before.text}${token.text} ${after.text}`], confidence: 0.9, note: 'The space behind the punctuation mark was lost.'});
      }
    }
  },
});
