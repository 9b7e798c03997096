import {DETERMINERS, FUNCTION_WORDS, NUMBER_WORDS, singularOf} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {baseOfParticiple, baseOfPast} from '../src/document/verbs.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {indefiniteBeforeText} from '../src/evidence/indefinite.ts';
import {Flag, isEnglish, lookup, lookupPlain, pairCount} from '../src/lexicon/lexicon.ts';
import {isLeader} from '../src/evidence/leaders.ts';
import {countNoun, pluralNoun} from '../src/evidence/noun-phrase.ts';
import {Table} from '../src/lexicon/table.ts';
import {defineRule} from '../src/rule/rule.ts';
import {COMMON, isTorn, SECOND_PIECES} from './split-words/torn.ts';

/** After a hyphen that stands for a word to come: "two- and three-day", "pre- or post-war". */
const SUSPENDED = new Set(['and', 'or', 'to', 'but', 'nor', 'as', 'than', 'versus', 'vs', 'through']);
/** Prefixes that are written to their word, with or without a hyphen, never apart. */
const PREFIXES = new Set('anti auto bi bio co contra counter de dis electro euro ex extra geo hydro hyper infra inter intra macro mal mega meta micro mid mini mis mono multi nano neo neuro non para photo poly pre pro proto pseudo psycho quasi re retro semi socio sub super supra techno tele thermo trans tri ultra un uni vice'.split(' '));
/** Prepositions and adverbs that make one word with the next before a noun. */
const LEADING = new Set('under over after mid fore counter down up out in on off cross back by through'.split(' '));
/** Small words of two pieces, by the first: "al though", "with out", "how ever". */
const SMALL_WORDS = new Map<string, ReadonlySet<string>>();
for (const word of 'al-though al-most al-ready al-ways al-together an-other be-cause be-come be-fore be-tween be-yond de-spite every-where further-more her-self him-self how-ever in-side in-stead in-to it-self mean-while more-over never-theless no-where none-theless other-wise our-selves out-side per-haps some-times some-where there-fore through-out them-selves to-gether un-til up-on where-as with-in with-out every-thing some-thing any-thing any-where no-thing'.split(' ')) {
  const [first, second] = word.split('-') as [string, string];
  SMALL_WORDS.set(first, new Set([...(SMALL_WORDS.get(first) ?? []), second]));
}
/** What a sentence must gain by them, in tenfold steps: "went in to bat", "held on to it" are sound. */
const SMALL_GAIN = 2.3;
/** Endings that are written about: "the -ing form", "nouns in -tion". */
const ENDINGS = new Set('able al ance ate ed en ence er ers es est ful fy ible ic ing ings ion ise ish ism ist ity ive ize less ly ment ness or ous sion tion'.split(' '));
/** Elided articles and prepositions of French, Italian and Catalan, written to the word. */
const ELIDED = /^(?:l|d|qu|dell|all|nell|sull|un|jusqu|lorsqu|puisqu)$/i;

/** What is counted before a noun: "a 24-year-old man", "a two-day trip". */
const MEASURE = /^(?:year|month|week|day|hour|minute|second|mile|kilomet(?:er|re)|met(?:er|re)|centimet(?:er|re)|foot|inch|acre|hectare|tonne|ton|pound|dollar|euro|point|page|seat|member|person|man|woman|storey|story|floor|room|bed|door|wheel|lane|time|part|step|nation|country|party|game|match|goal|lap|round|set|vote|strong|fold)$/;
/** What stands behind a measure. */
const EXTENT = /^(?:old|long|wide|high|tall|deep|thick|strong|range|lead|olds)$/;
/** Words, hyphens and their pieces in one chain at most: "state-of-the-art". */
const MAX_CHAIN = 5;

/** What makes an adjective with a hyphen of the word before it: "tax-free", "left-wing". */
const ADJECTIVAL = /^(?:based|born|bound|conscious|control|controlled|driven|fold|free|friendly|hungry|intensive|led|like|long|made|minded|neutral|old|owned|proof|ready|related|rich|run|specific|speaking|style|time|turned|type|wide|wing|winning|worth)$/;
/** Of how many or which: with the noun behind them and a hyphen they go before another noun, "double-use products". */
const QUANTITY = /^(?:all|broad|cross|double|dual|first|full|half|high|large|long|low|multi|part|second|self|short|single|small|third|top|triple|two|three|four|five|six|seven|eight|nine|ten)$/;
/** Prefixes that keep their hyphen. */
const WITH_HYPHEN = /^(?:anti|co|ex|mid|non|pro|vice)$/;
/** Of two colours with one of these, both are there: "red-and-white". */
const PLAIN_COLOURS = new Set(['black', 'white', 'yellow']);
const COLOURS = new Set([...PLAIN_COLOURS, ...'red blue green orange purple pink brown grey gray gold violet'.split(' ')]);

/** How long something lasts: most write a hyphen where some write one word. */
const LASTING = /^(?:second|minute|hour|day|night|week|month|year|decade|century|season)long$/;
/** Adverbs that make one word, with a hyphen, with the participle behind them. */
const BEFORE_PARTICIPLES = new Set('well ill far long hard high low newly much little best'.split(' '));

const JOINTS = wordClass(({text}) => /^[-‐‑'’]$/.test(text));
/** Second pieces of words for people by what they do. */
const MEN = /^(?:m[ae]n|wom[ae]n|fighters?|keepers?)$/;
/** The least frequency of the whole word. */
const MIN_TRADE = 60;
/** What may be the first or the second piece of a torn word; two plain words are none, unless the first leads. */
const FIRST_PIECE = wordClass(({shape, english, folded}) => shape === 'capital' || !english || PREFIXES.has(folded) || LEADING.has(folded) || SMALL_WORDS.has(folded));
const SECOND_PIECE = wordClass(({shape, english, text, folded}) => (shape === 'lower' && (!english || SECOND_PIECES.has(folded) || MEN.test(folded))) || /^n['’]t$/.test(text));

/** That from which on a word goes with the next rather than with the one before. */
const GOES_WITH = 60;
/** The count of a pair, from 0 to 255, from which on its words go together by themselves: "under way". */
const USUAL_PAIR = 100;
/** Two words for one, each a word by itself, are what people write, too: no evidence of an engine. */
const OF_WORDS = 0;
/** What a sentence must gain by "overnight" for "over night", in tenfold steps. */
const LEADING_GAIN = 1.2;
const capitalOf = ({word}: Token) => word.shape === 'capital';
const COMPOUNDS = new Table('compounds');
/** The closed compound with these letters: "underwater", or a hyphenated one with its hyphens: "co-wrote". */
const compoundOf = (letters: string): string | undefined => COMPOUNDS.lines(letters)[0];

export default defineRule({
  id: 'split-words',
  summary: 'A word torn apart, or a hyphen or apostrophe with a stray space',
  why: `Engines cut words into pieces and put spaces between them: \`hard -won\`, \`half- time\`, \`inter national\`, \`Legionnaires ’ disease\`, \`Kyrgyz stan\`.

Silent on hyphens that stand for a word to come (\`two- and three-day\`), on dashes written as hyphens, and on words that are right apart and together (\`every day\`, \`under way\`).`,
  category: 'split-word',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  kinds: {
    hyphen: 'A space beside a hyphen',
    apostrophe: 'A space beside an apostrophe',
    torn: 'A word in two pieces',
  },
  examples: {
    bad: [
      {text: 'After an hour -long meeting the ministers spoke of ahard -won deal.', flagged: ['hour -long', 'ahard -won'], fixed: 'After an hour-long meeting the ministers spoke of a hard-won deal.'},
      {text: 'They defended the hard -won peace.', flagged: ['hard -won'], fixed: 'They defended the hard-won peace.'},
      {text: 'He co- wrote the song with his sister.', flagged: ['co- wrote'], fixed: 'He co-wrote the song with his sister.'},
      {text: 'The Legionnaires ’ disease broke out in June.', flagged: ['Legionnaires ’'], fixed: 'The Legionnaires’ disease broke out in June.'},
      {text: 'An inter national commission met.', flagged: ['inter national'], fixed: 'An international commission met.'},
      {text: 'Macron ’s office gave no answer.', flagged: ['Macron ’s'], fixed: 'Macron’s office gave no answer.'},
      {text: 'A 25 -year -old cyclist met the 33 year -old, a 24- year-old and the two -year -old twins on a 10 -day trip.', flagged: ['25 -year -old', '33 year -old', '24- year-old', 'two -year -old', '10 -day'], fixed: 'A 25-year-old cyclist met the 33-year-old, a 24-year-old and the two-year-old twins on a 10-day trip.'},
      {text: 'The state -of -the -art stadium is up- to-date.', flagged: ['state -of -the -art', 'up- to-date'], fixed: 'The state-of-the-art stadium is up-to-date.'},
      {text: 'They hung mosquito- nets in red -white tents.', flagged: ['mosquito- nets', 'red -white'], fixed: 'They hung mosquito nets in red-and-white tents.'},
      {text: 'They need new storage- facilities, and a warning -strike is called for Friday.', flagged: ['storage- facilities', 'warning -strike'], fixed: 'They need new storage facilities, and a warning strike is called for Friday.'},
      {text: 'The goal keeper rode a bi cycle to the work shop of a well - known singer, where the govern ment met.', flagged: ['goal keeper', 'bi cycle', 'work shop', 'well - known', 'govern ment'], fixed: 'The goalkeeper rode a bicycle to the workshop of a well-known singer, where the government met.'},
      {text: 'It snowed over night in the Alps, and the minis ter left the commit tee never theless.', flagged: ['over night', 'minis ter', 'commit tee', 'never theless'], fixed: 'It snowed overnight in the Alps, and the minister left the committee nevertheless.'},
      {text: 'Over night the river rose. Al though he lost, he left with out a word. How ever, he came back.', flagged: ['Over night', 'Al though', 'with out', 'How ever'], fixed: 'Overnight the river rose. Although he lost, he left without a word. However, he came back.'},
      {text: 'He opened the web -site of the ministry.', flagged: ['web -site'], fixed: 'He opened the website of the ministry.'},
      {text: 'In a mid -week break the 14 -hour strike ended.', flagged: ['mid -week', '14 -hour'], fixed: 'In a mid-week break the 14-hour strike ended.'},
      {text: 'They drove through L’ Isle and Kyrgyz stan.', flagged: ['L’ Isle', 'Kyrgyz stan'], fixed: 'They drove through L’Isle and Kyrgyzstan.'},
    ],
    good: [
      'Two- and three-day passes are for sale, pre- or post-war.',
      'The talks -which lasted two days- failed.',
      'It cooled to -5 -day by day- in 2019 - year two - and a three- or four-day trip, 5- to 10-year-olds, pages 10 -12.',
      'He won - for once - the race.',
      'We go there every day, under way or not; may be we set up a tent.',
      'It was -5 degrees; see option -v of the tool.',
      'The ‘hard right ’ won.',
      'They live in flexible homes under ground level and drove to the camp site, 17 per cent of them in forming crowds.',
      'He went in to bat, held on to the lead, and said how ever so small a thing may be.',
      'Verbs take -ing behind it, and the ending -tion makes nouns of them.',
      'Jakarta -The governor opened a harbour.',
      'Rock ’n’ roll in the summer of ’69.',
      'He served under standing orders. Kim Jong-un announced it in the German town of Wesel, on the Pacific Ocean side.',
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const join = (kind: 'hyphen' | 'apostrophe' | 'torn', first: Token, last: Token, text: string, confidence: number, note: string, more: string[] = [], evidence?: number) =>
      report({kind, start: first.start, end: last.end, proposals: [text, ...more], confidence, evidence, tier: confidence >= 0.9 && !more.length ? 'safe' : 'suggest', note});
    for (const token of document.where(JOINTS)) checkJoint(token.index);
    for (const {index} of document.where(FIRST_PIECE)) checkPair(index + 1);
    for (const {index} of document.where(SECOND_PIECE)) {
      if (MEN.test(tokens[index]!.text) && checkTrade(index)) continue;
      if (index > 0 && !FIRST_PIECE.has(tokens[index - 1]!.word)) checkPair(index);
    }

    function checkJoint(i: number): void {
      const token = tokens[i]!;
      const before = tokens[i - 1];
      const after = tokens[i + 1];
      if (before?.segment !== token.segment) return;
      if (token.text === '-' || token.text === '‐' || token.text === '‑') {
        if (!after || after.sentence !== token.sentence || before.sentence !== token.sentence) return;
        const whole = chainAt(i);
        if (whole) {
          if (whole.opens) join('hyphen', whole.first, whole.last, whole.text, whole.attributive ? 0.93 : 0.89, 'The words belong together, with hyphens and without spaces.', whole.attributive ? [] : [whole.text.replace('-', ' ')]);
          return;
        }
        if (before.kind !== 'word' || after.kind !== 'word' || (!token.spaced && !after.spaced) || before.text.length + after.text.length < 4 || after.text.length < 2) return;
        if (/\n/.test(document.text.slice(before.end, Math.min(after.start, before.end + 40)))) return;
        const joined = joinedForm(before, after);
        const together = `${before.text}-${after.text}`;
        const apart = `${before.text} ${after.text}`;
        const coloured = COLOURS.has(before.word.folded) && COLOURS.has(after.word.folded) && (PLAIN_COLOURS.has(before.word.folded) || PLAIN_COLOURS.has(after.word.folded));
        const article = joined || before.word.english ? undefined : articleRunIn(before, after);
        const spellings = article ? [article] : joined ? (LASTING.test(before.word.folded + after.word.folded) ? [together, joined] : [joined, together]) : coloured ? [`${before.text}-and-${after.text}`, together] : isApart(before, after) ? [apart, together] : isHyphened(before, after) ? [together] : PREFIXES.has(before.word.folded) ? [together, cased(before, before.word.folded + after.word.folded)] : [together, apart];
        // Where nothing but the two words says that they are one, they may be two: "CD -recording".
        const other = article ? [] : spellings.length === 1 && !joined && !isSureHyphen(before, after) ? [apart] : spellings.length === 1 && isClosedToo(before, after) ? [cased(before, before.word.folded + after.word.folded)] : [];
        if (token.spaced && after.spaced) {
          const closed = compoundOf(before.word.folded + after.word.folded) ?? (PREFIXES.has(before.word.folded) && isEnglish(before.word.folded + after.word.folded) ? before.word.folded + after.word.folded : undefined);
          const participle = BEFORE_PARTICIPLES.has(before.word.folded) && before.word.shape === 'lower' && (baseOfParticiple(after.word.folded) || baseOfPast(after.word.folded)) && pairCount(before.word.folded, after.word.folded) > 0 && tokens[i + 2]?.kind === 'word' && DETERMINERS.has(document.before(before)?.word.folded ?? '');
          if (participle) join('hyphen', before, after, together, 0.87, 'One word: the spaces are stray.', []);
          else if (closed && before.word.shape !== 'upper') join('hyphen', before, after, cased(before, closed), 0.75, 'One word: the spaces and the hyphen are stray.');
        } else if (token.spaced) {
          // "Jakarta -The governor": the dash of a dateline
          if (ENDINGS.has(after.text) || after.word.shape === 'capital' && FUNCTION_WORDS.has(after.word.folded)) return;
          if (isAside(document.sentences[token.sentence]!.last, i)) return;
          const [, last] = document.hyphenated(after);
          if (last !== after.index && tokens[last]!.index - after.index > 4) return;
          join('hyphen', before, after, spellings[0]!, article ? 0.88 : joined ? 0.9 : 0.92, article ? 'A space before the hyphen, and none behind the article.' : 'A space before the hyphen: the two belong together.', [...spellings.slice(1), ...other]);
        } else {
          if (SUSPENDED.has(after.word.folded) || !before.spaced || isAsideEnd(document.sentences[token.sentence]!.first, i)) return;
          join('hyphen', before, after, spellings[0]!, 0.9, 'A space behind the hyphen: the two belong together.', [...spellings.slice(1), ...other]);
        }
        return;
      }
      if (token.text === '’' || token.text === "'") {
        if (before.kind !== 'word') return;
        if (token.spaced && after && !after.spaced && after.kind === 'word' && /^(?:s|t|ll|re|ve|d|m)$/.test(after.text) && !/s$/i.test(before.text)) {
          join('apostrophe', before, after, `${before.text}${token.text}${after.text}`, 0.93, 'The ending belongs to the word before it.');
        } else if (token.spaced && /s$/.test(before.text) && after?.spaced && after.kind === 'word' && after.sentence === token.sentence && !opened(i, token.text)) {
          join('apostrophe', before, token, before.text + token.text, 0.9, 'The apostrophe of the possessive belongs to the word before it.');
        } else if (!token.spaced && after?.spaced && after.kind === 'word' && after.word.shape === 'capital' && ELIDED.test(before.text) && !opened(i, token.text)) {
          join('apostrophe', before, after, `${before.text}${token.text}${after.text}`, 0.92, 'The elided article is written to the name.');
        }
        return;
      }
    }

    /** Whether token `k` may be a piece of a chain with hyphens. */
    function isPiece(k: number, sentence: number): boolean {
      const t = tokens[k];
      return t?.sentence === sentence && (t.kind === 'number' || (t.kind === 'word' && t.word.shape !== 'upper'));
    }

    /**
     * The whole of "25 -year -old", "33 year -old" and "state -of -the -art" that hyphen `i` is part of, if a space is stray in it. `opens`: it is its first hyphen; `attributive`: a noun follows.
     */
    function chainAt(i: number): {readonly first: Token; readonly last: Token; readonly text: string; readonly opens: boolean; readonly attributive: boolean} | undefined {
      const {sentence} = tokens[i]!;
      const pieces: number[] = [i - 1, i + 1];
      if (!pieces.every((k) => isPiece(k, sentence))) return undefined;
      while (pieces.length < MAX_CHAIN && tokens[pieces[0]! - 1]?.text === '-' && isPiece(pieces[0]! - 2, sentence)) pieces.unshift(pieces[0]! - 2);
      while (pieces.length < MAX_CHAIN && tokens[pieces.at(-1)! + 1]?.text === '-' && isPiece(pieces.at(-1)! + 2, sentence)) pieces.push(pieces.at(-1)! + 2);
      const opens = pieces[0] === i - 1;
      // "33 year -old": the hyphen before "year" is lost.
      const ahead = pieces[0]! - 1;
      if (pieces.length === 2 && MEASURE.test(tokens[pieces[0]!]!.text) && EXTENT.test(tokens[pieces[1]!]!.text) && isPiece(ahead, sentence) && isCount(tokens[ahead]!)) pieces.unshift(ahead);
      const [one, two, three] = pieces.map((k) => tokens[k]!) as [Token, Token, Token | undefined];
      const stray = pieces.slice(1).some((k) => tokens[k]!.spaced || tokens[k - 1]!.spaced);
      if (!stray || /\n/.test(document.text.slice(one.start, tokens[pieces.at(-1)!]!.end))) return undefined;
      const measured = isCount(one) && MEASURE.test(two.text) && (pieces.length === 2 ? one.kind === 'number' : pieces.length === 3 && EXTENT.test(three!.text));
      const text = pieces.map((k) => tokens[k]!.text).join('-');
      // "in 2019 - year two": a dash.
      if (measured ? pieces.length === 2 && tokens[i]!.spaced && two.spaced : pieces.length < 3 || compoundOf(text.toLowerCase().replaceAll('-', '')) !== text.toLowerCase()) return undefined;
      // "a 14 -hour strike", but "after 14 -hour of talks"
      const next = tokens[pieces.at(-1)! + 1];
      const attributive = pieces.length > 2 || next?.kind === 'word' && next.spaced && next.sentence === sentence && !FUNCTION_WORDS.has(next.word.folded);
      return {first: one, last: tokens[pieces.at(-1)!]!, text, opens, attributive};
    }

    /** "a ferry man", "the fire fighters": who does what, of which dictionaries make one word. */
    function checkTrade(i: number): boolean {
      const token = tokens[i]!;
      const before = tokens[i - 1];
      if (before?.kind !== 'word' || !token.spaced || before.sentence !== token.sentence || before.text.length < 3 || before.word.shape !== 'lower' || token.word.shape !== 'lower') return false;
      const whole = before.word.folded + token.word.folded;
      const after = document.after(token);
      // "the ferry man Charon", "the news paper makers"
      if ((after?.kind === 'word' && after.spaced && !FUNCTION_WORDS.has(after.word.folded) && after.word.shape === 'capital') || !DETERMINERS.has(document.before(before)?.word.folded ?? '') || !isEnglish(whole) || lookup(whole).frequency < MIN_TRADE || !(lookup(whole).flags & Flag.Lower)) return false;
      if (gainOf(document, i - 1, i, [whole]) <= 0) return false;
      join('torn', before, token, whole, 0.8, 'One word, torn in two.', [`${before.text} ${token.text}`], OF_WORDS);
      return true;
    }

    function checkPair(i: number): void {
      const token = tokens[i];
      const before = tokens[i - 1]!;
      const after = tokens[i + 1];
      if (token?.kind !== 'word' || before.kind !== 'word' || !token.spaced || before.sentence !== token.sentence) return;
      if (token.word.shape !== 'lower' || before.text.length < 2 || token.text.length < 2) return;
      const left = before.word.folded;
      const right = token.word.folded;
      if (SMALL_WORDS.get(left)?.has(right) && (!capitalOf(before) || document.opensSentence(before)) && gainOf(document, i - 1, i, [left + right]) > SMALL_GAIN) return token.word.english ? join('torn', before, token, cased(before, left + right), 0.86, 'One word, torn in two.', [`${before.text} ${token.text}`], OF_WORDS) : join('torn', before, token, cased(before, left + right), 0.96, 'One word, torn in two.');
      if (left.length + right.length < 6 || left.length + right.length > 30 || before.word.shape === 'upper') return;
      if (after && !after.spaced && after.text === '-') return;
      // "Kim Jong-un announced"
      if (tokens[i - 2]?.text === '-' && !before.spaced) return;
      const capital = capitalOf(before);
      // "Kyrgyz stan" is a place although both pieces are words.
      const bothKnown = before.word.english && token.word.english && !(capital && lookupPlain(left + right).flags & (Flag.Place | Flag.Proper));
      if (bothKnown && !PREFIXES.has(left)) {
        // "under standing orders": the second goes with what follows.
        if (after?.kind === 'word' && after.spaced && !FUNCTION_WORDS.has(after.word.folded) && pairCount(right, after.word.folded) > GOES_WITH && pairCount(left, right) < pairCount(right, after.word.folded)) return;
        if (SECOND_PIECES.has(right) && isTorn(document, i, left, right, compoundOf(left + right) !== undefined)) return join('torn', before, token, cased(before, left + right), 0.87, 'One word, torn in two.', [`${before.text} ${token.text}`], OF_WORDS);
        if (!LEADING.has(left) || capital && !document.opensSentence(before)) return;
        const closed = compoundOf(left + right);
        // "It snowed over night": the sentence likes it better as one word.
        if (closed === left + right && pairCount(left, right) < USUAL_PAIR && gainOf(document, i - 1, i, [closed]) > LEADING_GAIN) return join('torn', before, token, cased(before, closed), 0.86, 'One word, torn in two.', [`${before.text} ${token.text}`], OF_WORDS);
        // "an under water robot": one word where it stands before a noun
        const ahead = document.before(before)?.word.folded ?? '';
        const attributive = DETERMINERS.has(ahead) && after?.kind === 'word' && after.word.shape === 'lower' && after.word.english && !FUNCTION_WORDS.has(after.word.folded);
        if (closed && !closed.includes('-') && !capital && attributive) join('torn', before, token, closed, 0.45, 'Written as one word before a noun.');
        return;
      }
      const whole = lookupPlain(left + right);
      if (capital && !document.opensSentence(before)) {
        // "said Modi in" names no Modiin.
        if (FUNCTION_WORDS.has(right) && (isLeader(left) || before.word.isName && before.word.entry.frequency > whole.frequency)) return;
        // "Kyrgyz stan": the pieces make a place or person that the lexicon knows.
        if ((whole.flags & (Flag.Name | Flag.Place | Flag.Proper)) !== 0 || (whole.frequency > 45 && !token.word.english && !whole.flags)) {
          if (token.word.english && !(whole.flags & (Flag.Place | Flag.Proper))) return;
          // "the German town", "the Ocean side": what each word says by itself.
          if (token.word.english && token.word.entry.frequency > COMMON && token.word.entry.flags & Flag.Lower && (before.word.english || before.word.entry.flags & Flag.Proper)) return;
          if (whole.frequency > 40 && (whole.flags & (Flag.Place | Flag.Proper) || !(lookup(right).flags & Flag.Loan))) join('torn', before, token, before.text + token.text, token.word.english && !(whole.flags & Flag.Proper || pairCount(left, right) === 0) ? 0.6 : 0.9, 'A name torn in two.');
        }
        return;
      }
      if ((whole.flags & (Flag.Lower | Flag.Common)) === 0 || whole.frequency < 70 || document.context.accepted?.has(left) || document.context.accepted?.has(right)) return;
      if (PREFIXES.has(left) ? token.word.english && left === 're' && !/^(?:been|be|was|were|is|are|to|has|have|had|will|would)$/.test(document.before(before)?.word.folded ?? '') : (before.word.isName || token.word.isName) && (capital || before.word.entry.frequency > whole.frequency || pairCount(left, right) > 0)) return;
      const again = left === 're' && token.word.english;
      if (!again && (pairCount(left, right) > 40 || (left === 'de' || (left === 'pro' && token.word.english) || left === 'ex' || left === 'vice'))) return;
      // "of ten", "a round": the first piece must be no word, or a prefix.
      const unknown = again || (PREFIXES.has(left) && (left.length > 2 || left === 'bi')) || !before.word.english || !token.word.english;
      if (unknown) join('torn', before, token, before.text + right, 0.92, 'One word, torn in two.');
    }

    /** "ahard -won": the article has run into a word that makes one with the word behind the hyphen. */
    function articleRunIn(left: Token, right: Token): string | undefined {
      const [, article, rest] = /^(an?)(\p{Ll}{3,})$/u.exec(left.text) ?? [];
      if (!article || !rest || !isEnglish(rest) || indefiniteBeforeText(rest) !== article) return undefined;
      return compoundOf(rest + right.word.folded)?.includes('-') || ADJECTIVAL.test(right.word.folded) || pairCount(rest, right.word.folded) > 0 && baseOfParticiple(right.word.folded) !== undefined ? `${article} ${rest}-${right.text}` : undefined;
    }
    /** The closed spelling that dictionaries have, in the case of the first part. */
    function joinedForm(left: Token, right: Token): string | undefined {
      if (right.word.shape !== 'lower') return undefined;
      const letters = left.word.folded + right.word.folded;
      const known = compoundOf(letters);
      if (known) return known.includes('-') ? undefined : cased(left, letters);
      const {flags, frequency} = lookup(letters);
      // "turn -over": what is common as one word was more likely one word.
      return flags & Flag.Lower && frequency > (PREFIXES.has(left.word.folded) ? 60 : COMMON) ? cased(left, letters) : undefined;
    }
    /** Whether two words make one with a hyphen, and nothing else: "anti-war", "hard-won", "tax-free", "Franco-German". */
    function isHyphened(left: Token, right: Token): boolean {
      const after = right.word.folded;
      if (ADJECTIVAL.test(after) || compoundOf(left.word.folded + after)) return true;
      if (PREFIXES.has(left.word.folded)) return WITH_HYPHEN.test(left.word.folded) || right.word.shape !== 'lower' || !lookup(left.word.folded + after).frequency;
      if (left.word.shape === 'capital' && right.word.shape === 'capital' || QUANTITY.test(left.word.folded)) return true;
      const participle = baseOfParticiple(after) ?? baseOfPast(after);
      return participle !== undefined && participle !== after;
    }
    /** Whether dictionaries write "mid" and its word as one: "midweek" is what most write for "mid -week". */
    function isClosedToo(left: Token, right: Token): boolean {
      return right.word.shape === 'lower' && left.word.folded === 'mid' && (lookup(`mid${right.word.folded}`).flags & (Flag.Lower | Flag.Common)) !== 0;
    }
    /** Whether a hyphen is right whatever stands around: lists have the word, and no third one belongs to it. */
    function isSureHyphen(left: Token, right: Token): boolean {
      if (tokens[left.index - 1]?.text === '-' || tokens[right.index + 1]?.text === '-') return false;
      if (compoundOf(left.word.folded + right.word.folded)) return true;
      // "Franco -German"; of two names that nobody knows, one may be a piece of the other.
      if (left.word.shape === 'capital' && right.word.shape === 'capital') return isKnownName(left) && isKnownName(right);
      // "pro -liveable"
      if (PREFIXES.has(left.word.folded)) return left.word.folded !== 'pro' || right.word.shape === 'capital';
      // "the hard -won peace", but "the minister -accused of fraud"
      const next = tokens[right.index + 1];
      return (ADJECTIVAL.test(right.word.folded) || isHyphened(left, right)) && next?.kind === 'word' && next.spaced && !FUNCTION_WORDS.has(next.word.folded);
    }
    /** "storage- facilities", "a warning -strike for Friday": a compound of German or Portuguese, of which English writes the noun by itself. */
    function isApart(left: Token, right: Token): boolean {
      if (left.kind !== 'word' || left.text.length < 2 || PREFIXES.has(left.word.folded) || !left.word.english && left.word.shape !== 'upper' || compoundOf(left.word.folded + right.word.folded)) return false;
      if (right.word.shape !== 'lower' || !countNoun(right) && !pluralNoun(right) && !(singularOf(right.word.folded) !== undefined && !BEFORE_PARTICIPLES.has(left.word.folded)) && !(pairCount(left.word.folded, right.word.folded) > 0 && !isHyphened(left, right))) return false;
      const next = tokens[right.index + 1];
      return next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded);
    }
    /** "-which lasted two days- failed": a hyphen used as a dash has a partner in the sentence. */
    function isAside(last: number, i: number): boolean {
      for (let k = i + 2; k <= Math.min(last, i + 40); k++) if (tokens[k]!.text === '-' && !tokens[k]!.spaced && (tokens[k + 1]?.spaced ?? true)) return true;
      return false;
    }
    function isAsideEnd(first: number, i: number): boolean {
      for (let k = i - 2; k >= Math.max(first, i - 40); k--) if (tokens[k]!.text === '-' && tokens[k]!.spaced && tokens[k + 1]?.spaced === false) return true;
      return false;
    }
    /** Whether a single quotation mark is open before token `i`. */
    function opened(i: number, mark: string): boolean {
      for (let k = i - 1; k >= Math.max(0, i - 60) && tokens[k]!.sentence === tokens[i]!.sentence; k--) {
        const t = tokens[k]!;
        if (t.text === '‘' || (mark === "'" && t.text === "'" && t.spaced)) return true;
      }
      return false;
    }
  },
});

const isKnownName = ({word: {folded, english, entry}}: Token) => english || PREFIXES.has(folded) || entry.flags !== 0 || entry.frequency > 0;

/** "25", "two" */
const isCount = (token: Token): boolean => token.kind === 'number' || NUMBER_WORDS.has(token.word.folded);

const cased = (model: Token, text: string) => (model.word.shape === 'capital' ? text[0]!.toUpperCase() + text.slice(1) : text);
