import {DAYS, MONTHS, NUMBER_WORDS} from '../src/document/english.ts';
import type {Token} from '../src/document/token.ts';
import {BE, wordAt} from '../src/evidence/clause.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {posOf} from '../src/evidence/pos.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

const set = (words: string) => new Set(words.split(' '));
const COMPARATIVES = set('bigger better easier larger smaller higher lower faster slower cheaper stronger weaker older younger worse greater longer shorter richer poorer safer earlier later harder heavier lighter warmer colder deeper wider closer simpler louder further farther busier happier thinner more less fewer');
/** Adjectives that add an ending, and that nobody compares with "more". */
const SHORT = set('strong big small long short high low large cheap old young hard soft safe weak rich poor warm cold fast slow tall deep wide great light heavy dark clean easy early late happy strict thick thin sharp calm loud quick rough smooth wet dry hot busy noisy dirty angry');
const comparativeOf = (word: string) => (/^(?:big|hot|wet|thin)$/.test(word) ? `${word}${word.at(-1)!}er` : word.endsWith('y') ? `${word.slice(0, -1)}ier` : word.endsWith('e') ? `${word}r` : `${word}er`);
const SUPERLATIVES = set('early late soon long big high low large fast cheap strong young old near quick easy');
const TIMES: Readonly<Record<string, string>> = {double: 'twice', twice: 'twice', triple: 'three times', times: 'times', half: 'half'};
/** Of these one is the greatest or the most. */
const WHOLES = /^(?:world|country|city|region|continent|nation|state|town|province|history|year|season|tournament|league|area|island|village|century|decade|planet|sector|industry|championship|competition|europe|africa|asia|america|district|neighbourhood|neighborhood|month|week|day|universe|group|club|team|party|game|match)$/;
const HEADS = /^(?:amount|number|size|cost|price|speed|figure|rate|level|sum|value|weight|length|average|population|previous|normal|usual|original)$/;
/** Behind "more" or "less of" a number follows; before it, a verb or a phrase that counts. */
const ENDS = /^(?:earliest|latest|soonest|longest|biggest|highest|lowest|largest|fastest|cheapest|strongest|youngest|oldest|nearest|quickest|easiest)$/;
const THAN = /^(?:before|today|yesterday|now|then|in|last|ever|expected|planned|usual|before|previously|those|any|at|during|anywhere|initially|originally|never|the|his|her|its|their)$/;

export default defineRule({
  id: 'comparison',
  summary: 'A comparison put together in the way of another language',
  why: `Romance languages count with *of* (\`more of 50 people\`, \`less of half\`) and make the superlative with *more* (\`at the more late\`), German and Dutch compare with *as* and multiply with *so* (\`higher as last year\`, \`double so expensive\`), Latin words keep their *to* (\`superior to 5%\`), and *cada vez más*, *sempre più*, *immer mehr* come out word by word (\`each time more expensive\`, \`always more people\`).

Silent where the words belong to different phrases (\`a profit more of luck than of work\`) and where a clause follows *as* (\`grew larger as the day went on\`).`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  needs: 0.3,
  examples: {
    bad: [
      {text: 'More of 50 people came, with less of half of the tickets sold.', flagged: ['of', 'of'], fixed: 'More than 50 people came, with less than half of the tickets sold.'},
      {text: 'Steel became double so expensive, and he will get back twice so much.', flagged: ['double so', 'twice so'], fixed: 'Steel became twice as expensive, and he will get back twice as much.'},
      {text: 'Growth was superior to 5% and a rate inferior to 3% was expected.', flagged: ['superior to', 'inferior to'], fixed: 'Growth was above 5% and a rate below 3% was expected.'},
      {text: 'They will be ready at the more late in 2028.', flagged: ['more late'], fixed: 'They will be ready at the latest in 2028.', mt: 'yes'},
      {text: 'Life is each time more expensive and prices are always more high.', flagged: ['each time more', 'always more'], fixed: 'Life is more and more expensive and prices are more and more high.', mt: 'yes'},
      {text: 'Costs were higher as expected and output lower as in 2019.', flagged: ['as', 'as'], fixed: 'Costs were higher than expected and output lower than in 2019.', mt: 'yes'},
      {text: 'It is the double of the price, and more than the half of them paid.', flagged: ['the double of', 'the half'], fixed: 'It is twice the price, and more than half of them paid.', mt: 'yes'},
      {text: 'His house is similar as mine and very bigger.', flagged: ['as', 'very'], fixed: 'His house is similar to mine and much bigger.', mt: 'yes'},
      {text: 'The results are more good than last year.', flagged: ['more good'], fixed: 'The results are better than last year.', mt: 'yes'},
      {text: 'The marches became bigger and more strong.', flagged: ['more strong'], fixed: 'The marches became bigger and stronger.', mt: 'yes'},
      {text: 'It is the more important museum of the city and the bigger airline of the country.', flagged: ['more', 'bigger'], fixed: 'It is the most important museum of the city and the biggest airline of the country.', mt: 'yes'},
    ],
    good: [
      {text: 'It is one of the more important museums of the city; the bigger house of the two; the more the better.', mt: 'yes'},
      'It was more of a wish than a plan, less of 2020 than of today. A million more of these came.',
      'The crowd grew larger as the day went on. He feels superior to others.',
      'There are more small than large firms, no more high schools, and more old people.',
      'Each time more people came. There are always more questions than answers.',
      'Twice so far this year it rained. The second half of the game was better; the half of the room that is warm.',
      'It is more good luck than skill. The more likely of the two; the more recent one, at the more expensive end.',
      'The team played the double of 1990 once more; it is as good as it was.',
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const put = (first: Token, last: Token, text: string | string[], confidence: number, note: string) => report({start: first.start, end: last.end, proposals: typeof text === 'string' ? [text] : text, confidence, note});
    const number = (t: Token | undefined, sentence: number) => t !== undefined && t.sentence === sentence && (t.kind === 'number' || NUMBER_WORDS.has(t.word.folded) && t.word.folded !== 'one' || /^[$€£]$/.test(t.text) && tokens[t.index + 1]?.kind === 'number');
    /** "the more important museum of the city", "the bigger airline of the country": Romance languages have one form for both. */
    function superlative(the: Token, more: Token, before: string): boolean {
      const {sentence} = the;
      const long = more.word.folded === 'more';
      const adjective = long ? tokens[more.index + 1] : more;
      const noun = adjective && tokens[adjective.index + 1];
      if (!adjective || noun?.kind !== 'word' || noun.sentence !== sentence || noun.word.shape !== 'lower' || before === 'of' || !/^(?:of|in)$/.test(wordAt(document, noun.index + 1, sentence) ?? '')) return false;
      const the2 = wordAt(document, noun.index + 2, sentence) ?? '';
      const at = /^(?:the|this|his|her|its|their|our)$/.test(the2) ? noun.index + 3 : noun.index + 2;
      const whole = tokens[at];
      if (whole?.sentence !== sentence || !(WHOLES.test(whole.word.folded) || at === noun.index + 2 && whole.word.shape === 'capital' && (whole.word.entry.flags & Flag.Place) !== 0) || at === noun.index + 2 && whole.word.shape === 'lower') return false;
      if (long ? posOf(document, adjective) !== 'ADJ' : !/er$|^(?:worse|better)$/.test(more.word.folded) || /^(?:former|latter|later|earlier|other|elder|lower|upper|higher|younger|older|better|wider|broader|larger|smaller)$/.test(more.word.folded)) return false;
      if (posOf(document, noun) !== 'NOUN') return false;
      if (long) put(more, more, 'most', 0.62, 'Of all of them one is “the most”.');
      else put(more, more, more.word.folded === 'worse' ? 'worst' : more.word.folded.replace(/er$/, 'est'), 0.6, 'Of all of them one is the greatest.');
      return true;
    }

    for (const token of document.ownTokens) {
      if (token.kind !== 'word') continue;
      const {folded} = token.word;
      const {sentence} = token;
      const next = document.after(token);
      if (!next) continue;
      const n = next.word.folded;
      const i = token.index;
      const b = document.before(token)?.word.folded ?? '';
      if (folded === 'the' && (n === 'more' || COMPARATIVES.has(n)) && superlative(token, next, b)) continue;
      // "are happy than before"
      if (n === 'than' && SHORT.has(folded) && (BE.has(b) || /^(?:much|even|far|become|became|becomes|feel|feels|felt|look|looks|looked|grew)$/.test(b)) && !/^(?:light|clean|rough|fast|high|low|hard)$/.test(folded) && tokens[i + 2]?.sentence === sentence) {
        put(token, token, comparativeOf(folded), 0.72, 'A comparison needs the comparative.');
        continue;
      }
      // "sleep too less"
      if (folded === 'too' && n === 'less' && !/^(?:not|but|and)$/.test(b) && (!tokens[i + 2] || tokens[i + 2]!.sentence !== sentence || tokens[i + 2]!.kind === 'punctuation' || /^(?:to|for|and|of|money|time|people|in|water|work|attention|space|information|food|sleep)$/.test(tokens[i + 2]!.word.folded))) {
        put(next, next, tokens[i + 2]?.word.folded === 'people' ? 'few' : 'little', 0.7, 'English says: too little.');
        continue;
      }
      if ((folded === 'more' || folded === 'less') && n === 'of') {
        const amount = tokens[i + 2];
        const half = amount?.word.folded === 'half' || amount?.word.folded === 'the' && tokens[i + 3]?.word.folded === 'half';
        if (!(number(amount, sentence) || half && amount!.sentence === sentence) || /^(?:one|two|some|any|many|much|no|million|even|little|lot)$/.test(b) || NUMBER_WORDS.has(b) || tokens[i - 1]?.kind === 'number') continue;
        if (!/^(?:19|20)\d\d$/.test(amount!.text)) put(next, next, 'than', 0.86, 'English says: more or less than a number.');
      } else if (folded === 'more' && b === 'the' && SUPERLATIVES.has(n) && tokens[i - 2]?.word.folded === 'at') {
        const end = n === 'early' ? 'earliest' : n === 'easy' ? 'easiest' : n === 'big' ? 'biggest' : n.endsWith('e') ? `${n}st` : `${n}est`;
        if (ENDS.test(end)) put(token, next, end, 0.86, 'This adjective has a superlative of its own.');
      } else if (folded === 'more' && (n === 'good' || n === 'bad' || n === 'far') && !/^(?:no|some|any|two|three|many|one|few|once|the)$/.test(b) && tokens[i + 2]?.word.folded === 'than') {
        put(token, next, n === 'good' ? 'better' : n === 'bad' ? 'worse' : 'farther', 0.8, 'This adjective has a comparative of its own.');
      } else if (folded === 'more' && SHORT.has(n) && !/^(?:no|some|any|two|three|many|few|the|even|lot|always|there)$/.test(b)) {
        const behind = tokens[i + 2];
        if (next.word.shape === 'lower' && (!behind || behind.sentence !== sentence || behind.kind === 'punctuation' && behind.text !== '-' || /^(?:than|and|or|in|on|at|for|to|but)$/.test(behind.word.folded) && !(behind.word.folded === 'than' && posOf(document, tokens[i + 3]!) === 'ADJ'))) put(token, next, comparativeOf(n), 0.72, 'This adjective has a comparative of its own.');
      } else if (folded in TIMES && n === 'so' && Object.hasOwn(TIMES, folded)) {
        const adjective = tokens[i + 2];
        if (!adjective || adjective.sentence !== sentence || adjective.kind !== 'word' || /^(?:far|that|as|he|she|it|they)$/.test(adjective.word.folded)) continue;
        if (/^(?:much|many|often)$/.test(adjective.word.folded) || posOf(document, adjective) === 'ADJ' || posOf(document, adjective) === 'ADV') put(token, next, `${TIMES[folded]} as`, 0.84, 'English says: twice as much, three times as many.');
      } else if ((folded === 'superior' || folded === 'inferior') && n === 'to' && (number(tokens[i + 2], sentence) || /^(?:that|those)$/.test(wordAt(document, i + 2, sentence) ?? '') && wordAt(document, i + 3, sentence) === 'of')) {
        const amount = tokens[i + 2]!.kind === 'number' || number(tokens[i + 2], sentence);
        put(token, next, amount ? (folded === 'superior' ? ['above', 'higher than', 'more than'] : ['below', 'lower than', 'less than']) : (folded === 'superior' ? ['higher than'] : ['lower than']), amount ? 0.85 : 0.4, 'Of an amount English says above or below.');
      } else if ((folded === 'each' || folded === 'every') && n === 'time' && (wordAt(document, i + 2, sentence) === 'more' || wordAt(document, i + 2, sentence) === 'less' || COMPARATIVES.has(wordAt(document, i + 2, sentence) ?? ''))) {
        const more = tokens[i + 2]!;
        const adjective = tokens[i + 3];
        // "Each time more people came"
        if (document.opensSentence(token) || !adjective || adjective.sentence !== sentence || !(BE.has(b) || /^(?:become|becomes|became|becoming|get|gets|getting|got|is|in|with|and|to|by|of)$/.test(b) || posOf(document, adjective) === 'ADJ')) continue;
        const w = more.word.folded;
        put(token, more, w === 'more' || w === 'less' ? [`${w} and ${w}`, ...(w === 'more' ? ['increasingly'] : [])] : [`${w} and ${w}`], BE.has(b) || /^(?:become|becomes|became|becoming|get|gets|getting|got)$/.test(b) ? 0.8 : 0.45, 'A steady growth is “more and more”.');
      } else if (folded === 'always' && n === 'more') {
        const adjective = tokens[i + 2];
        if (!adjective || adjective.sentence !== sentence || adjective.kind !== 'word' || !(BE.has(b) || /^(?:become|becomes|became|becoming|with|in|for)$/.test(b)) || wordAt(document, i + 3, sentence) === 'than' || wordAt(document, i + 4, sentence) === 'than') continue;
        for (let k = i + 3; k < i + 12; k++) if (wordAt(document, k, sentence) === 'than') return;
        if (posOf(document, adjective) === 'ADJ' && tokens[i - 2]?.word.folded !== 'there') put(token, next, ['more and more', 'increasingly'], BE.has(b) ? 0.4 : 0.55, 'A steady growth is “more and more”.');
      } else if (COMPARATIVES.has(folded) && n === 'as' && !/^(?:the|so|much|as|no)$/.test(b)) {
        const behind = tokens[i + 2];
        const w = wordAt(document, i + 2, sentence);
        if (w === undefined || !THAN.test(w) && behind?.kind !== 'number' && !DAYS.has(w) && !MONTHS.has(w)) continue;
        if (/^(?:the|his|her|its|their|those|any|at)$/.test(w)) {
          // "grew larger as the day went on": a clause.
          let clause = false;
          for (let k = i + 3; k < i + 9; k++) {
            const t = tokens[k];
            if (!t || t.sentence !== sentence || t.kind === 'punctuation') break;
            if (t.kind === 'word' && /^(?:VERB|AUX)$/.test(posOf(document, t) ?? '')) clause = true;
          }
          if (clause || w === 'those' || /^(?:more|less|fewer|better|later|earlier|longer)$/.test(folded) || gainOf(document, i + 1, i + 1, ['than']) < 0.3) continue;
          put(next, next, 'than', 0.45, 'A comparison takes “than”.');
        } else if (!(/^(?:better|longer|later|earlier)$/.test(folded) && w === 'in')) put(next, next, 'than', /^(?:expected|planned|usual|previously|ever)$/.test(w) ? 0.86 : 0.6, 'A comparison takes “than”.');
      } else if (folded === 'the' && (n === 'double' || n === 'triple' || n === 'half')) {
        const of = tokens[i + 2];
        if (of?.word.folded !== 'of' || of.sentence !== sentence) {
          continue;
        }
        const what = wordAt(document, i + 3, sentence) ?? '';
        if (n === 'half') {
          if (/^(?:than|about|nearly|almost|over|only|around|least|exactly|just)$/.test(b) && /^(?:the|them|all|its|his|her|their|us|those|these|it|our|[a-z]+s)$/.test(what)) put(token, next, n, 0.82, 'This half has no article.');
        } else if (what === 'the' && HEADS.test(wordAt(document, i + 4, sentence) ?? '') || what === 'that' || what === 'last') put(token, of, n === 'double' ? 'twice' : 'three times', 0.75, 'English says: twice something.');
      } else if (folded === 'similar' && (n === 'as' || n === 'with' || n === 'than')) {
        if (/^(?:mine|yours|ours|theirs|his|hers|those|that|the|its|in|last|a|an)$/.test(wordAt(document, i + 2, sentence) ?? '') && (BE.has(b) || /^(?:very|quite|rather|almost|most)$/.test(b))) put(next, next, 'to', 0.7, 'English says: similar to something.');
      } else if (folded === 'very' && COMPARATIVES.has(n) && !/^(?:more|less|fewer|later|better)$/.test(n) && b !== 'the' && b !== 'not') put(token, token, 'much', 0.85, 'Before a comparative English says “much” or “far”.');
      else if (folded === 'the' && n === 'same' && b !== '' ) {
        // "the same people like": compares with "as".
        const like = [tokens[i + 2], tokens[i + 3]].find((t) => t?.word.folded === 'like' && t.sentence === sentence);
        const behind = like && wordAt(document, like.index + 1, sentence);
        if (like && like.index === i + 2 && behind !== undefined && /^(?:in|last|for|at|him|them|us|those|the|before)$/.test(behind)) put(like, like, 'as', 0.6, 'English says “the same as”.');
      }
    }
  },
});
