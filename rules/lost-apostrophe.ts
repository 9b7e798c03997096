import {ask, Question} from '../src/document/ask.ts';
import {Signs} from '../src/document/segment-memo.ts';
import type {Token} from '../src/document/token.ts';
import {AUXILIARIES, CONJUNCTIONS, FUNCTION_WORDS, NUMBER_WORDS, singularOf} from '../src/document/english.ts';
import {baseOfIng, baseOfParticiple, baseOfPast, isInfinitive} from '../src/document/verbs.ts';
import {countNoun} from '../src/evidence/noun-phrase.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {isLeader} from '../src/evidence/leaders.ts';
import {usageOf} from '../src/evidence/usage.ts';
import {type Word, wordClass} from '../src/document/word.ts';
import {Flag, isEnglish, languagesOf, lookup, lookupPlain, pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

const CONTRACTIONS: Readonly<Record<string, string>> = Object.fromEntries(
  "don't didn't doesn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't wouldn't shouldn't mustn't needn't you're they're you've they've we've I've that's there's what's who's let's he'd they'd you'd he'll they'll you'll it'll".split(' ').map((c) => [c.replace("'", '').toLowerCase(), c]),
);
for (const word of ['lets', 'whos', 'hell', 'well', 'wed', 'shed', 'ill', 'id']) delete (CONTRACTIONS as Record<string, string>)[word];
/** Plurals without s: with s they can only be possessives. */
const IRREGULAR = new Set(['womens', 'mens', 'childrens', 'peoples', 'policemens']);
/** Nouns that stand for one person or thing in the news, whose possessive is frequent. */
const OWNERS = new Set('president minister government company country city state king queen prince pope mayor governor chancellor world nation party army bank court church team club club coach bishop emperor parliament senate commission union kingdom region capital council ministry agency department opposition coalition leader spokesman spokeswoman victim suspect accused judge prosecutor lawyer author singer actor actress player captain coach manager owner founder director chairman boss husband wife father mother son daughter brother sister family couple man woman boy girl child teenager driver pilot killer gunman attacker candidate rival predecessor successor senator candidate ship plane hospital school university museum hotel airport island town village continent airline bank firm group'.split(' '));

/** Words that are also contractions without their mark. */
const HOMOGRAPHS: Readonly<Record<string, string>> = {well: "we'll", ill: "I'll", shell: "she'll", hell: "he'll", were: "we're", its: "it's", id: "I'd", wed: "we'd", lets: "let's", whos: "who's", cant: "can't", wont: "won't", shed: "she'd"};
/** Contractions of three letters at most that are no English words. */
const SHORT: Readonly<Record<string, readonly [string, RegExp]>> = {
  ive: ["I've", /^(?:been|had|never|always|got|seen|done|not|just|also|already|come|made|known|heard|said|told|given|taken|lost|won|worked|lived|spent|tried|started|decided|learned|read|met|found)$/],
  im: ["I'm", /^(?:not|a|an|the|so|very|sure|going|just|still|here|happy|proud|sorry|afraid|really|ready|glad|only|always|in|on|from|convinced|confident|looking|trying|working|telling|\w+ing)$/],
  hes: ["he's", /^(?:a|an|the|not|been|just|never|always|still|very|so|going|in|on|our|my|one|\w+ing)$/],
  shes: ["she's", /^(?:a|an|the|not|been|just|never|always|still|very|so|going|in|on|our|my|one|\w+ing)$/],
};
const isShort = ({folded, shape}: Word) => Object.hasOwn(SHORT, folded) && (folded === 'im' || folded === 'ive' ? shape === 'capital' : shape === 'capital' || shape === 'lower');
/** Times that own what happens in them: "last weeks vote". */
const TIMES = new Set('years weeks months nights mondays tuesdays wednesdays thursdays fridays saturdays sundays seasons'.split(' '));
const DAYS_OWN = new Set(['todays', 'yesterdays', 'tomorrows']);

/** What families do: "Trumps visit London". */
const PLURAL_VERB = /^(?:are|were|have|had|do|did|say|want|go|live|will|can|make|own|came|know|think|love|like|hate|sue|split)$/;

/** Of these a base form must follow. */
const FUTURE = new Set(['well', 'ill', 'shell', 'hell']);
const MIDDLE = /^(?:not|never|always|all|also|be|have|just|probably|soon|still|only)$/;
/** Tenfold steps of likelihood that other contractions must gain. */
const GAIN = 1;
const isHomograph = ({folded, shape}: Word) => Object.hasOwn(HOMOGRAPHS, folded) && (shape === 'capital' || (shape === 'lower' && !HOMOGRAPHS[folded]!.startsWith('I')));

/** Contractions without their mark, possessives of names and irregular plurals. */
const isOwning = ({folded, shape, base}: Word) => shape === 'capital' && DAYS_OWN.has(folded) || shape === 'lower' && folded.endsWith('s') && (TIMES.has(folded) || DAYS_OWN.has(folded) || (folded === base && OWNERS.has(folded.slice(0, -1))));
const UNMARKED = wordClass(({text, folded, shape, english, base}) => text.length > 3 && /s$|t$|re$|ve$|ll$|d$/i.test(text) && (Object.hasOwn(CONTRACTIONS, folded) || (folded.endsWith('s') && !folded.includes("'") && (shape !== 'lower' || IRREGULAR.has(folded) || (/[^aeiou]ys$/.test(folded) && !english && isEnglish(base.slice(0, -1)))))));

/** Of these plurals stand before nouns, too ("the teams event"), but not before what says which one. */
const RANKED_OWNERS = new Set('team side squad newspaper paper industry economy film show season century'.split(' '));
/** What an owner is in the singular: "cities", "mayors"; undefined for all else. */
function singularOfOwner(folded: string): string | undefined {
  const one = folded.endsWith('ies') ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
  return folded.endsWith('s') && (OWNERS.has(one) || RANKED_OWNERS.has(one)) ? one : undefined;
}
const isPlural = ({shape, text, folded}: Word) => shape === 'lower' && text === folded && singularOfOwner(folded) !== undefined;
const OWNED_BY = /^(?:the|his|her|its|their|our|my|this|that|an?)$/;
/** What says which one of several: nothing of the kind stands behind a plural. */
const RANK = /^(?:.{3,}est|first|second|third|fourth|fifth|sixth|last|only|best|worst|most|biggest)$/;
/** Of these also how or when something is done: "the teams first met". */
const ADVERBS = /^(?:first|last|only|best|most)$/;
/** A noun that is no verb. */
const isThing = (token: Token) => !baseOfParticiple(token.word.folded) && (countNoun(token) !== undefined || /(?:tion|sion|ment|ness|ity|ship|ance|ence)$/.test(token.word.folded)) && token.word.shape === 'lower' && !isInfinitive(token.word.folded) && !baseOfPast(token.word.folded) && !FUNCTION_WORDS.has(token.word.folded);
/** The endings of contractions and possessives, by themselves. */
const isEnding = ({text}: Word) => text.length < 3 && /^(?:t|s|m|re|ve|ll)$/.test(text);
const NEGATED = /^(?:could|did|would|does|is|was|are|were|has|have|had|should|must|need)n$/i;

/** How long something takes, whose it is: "two weeks’ time". */
const isSpan = ({shape, folded}: Word) => shape === 'lower' && /^(?:minutes|hours|days|weeks|months|years)$/.test(folded);
const SPANNED = /^(?:time|notice|leave|imprisonment|probation|salary|wages|pay|rent|rest|worth|experience)$/;
/** Words that say something beside their neighbours, most of them only where a text has lost all its apostrophes. */
const STRIPPED = wordClass((word) => isHomograph(word) || isShort(word) || isOwning(word) || isSpan(word) || isPlural(word) || isEnding(word));
/** What stands before a possessive that is no possessive: a family ("the Trumps"), a count, a foreign particle. */
const OF_FAMILIES = /^(?:de|di|da|do|dos|das|del|du|des|la|le|los|las|el|van|von|the|both|two|three|all|these|those)$/;

/** A name that news has and that is no common word. */
const isKnownName = (base: string) => {
  const {flags, frequency} = lookupPlain(base);
  return frequency >= 70 && !(flags & (Flag.Lower | Flag.Proper)) && base.length > 4 && (flags & Flag.Name || !isEnglish(base));
};

/** Signs of how a text writes apostrophes, one bit each: between letters, straight, curly, behind a possessive, and quotation marks, straight and curly. */
// The mark comes first: letters stand everywhere.
const SIGNS = [/'(?<=\p{L}')\p{L}/u, /'/, /’/, /['’](?<=\p{L}['’])s?(?!\p{L})/u, /"/, /[“”]/];
const signs = new Signs(SIGNS);
const APOSTROPHES = new Question((whole) => signs.in(whole));

export default defineRule({
  id: 'lost-apostrophe',
  summary: 'A possessive or contraction whose apostrophe was lost',
  why: `Many pages lose their curly apostrophes before they are translated: \`Londons mayor\`, \`the countrys economy\`, \`the Presidents office\`, \`they didnt\`. Where the whole text has none, the sign is strong.

Silent on plurals, on names that end in s (\`Wales\`, \`Williams\`), on families (\`the Obamas\`) and on peoples (\`Germans\`).`,
  category: 'punctuation',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.5,
  reach: 'paragraph',
  kinds: {
    contraction: 'A contraction without its apostrophe',
    possessive: 'A possessive without its apostrophe, or with it in the wrong place',
  },
  examples: {
    bad: [
      {text: 'Londons mayor spoke to reporters about Merkels visit.', flagged: ['Londons', 'Merkels'], fixed: 'London’s mayor spoke to reporters about Merkel’s visit.'},
      {text: 'Londons mayor said: "The countrys children are tired."', flagged: ['Londons', 'countrys'], fixed: 'London\'s mayor said: "The country\'s children are tired."'},
      {text: 'The countrys economy and the womens team didnt suffer.', flagged: ['countrys', 'womens', 'didnt'], fixed: 'The country’s economy and the women’s team didn’t suffer.'},
      {text: 'A spokesman for the Presidents office left.', flagged: ['Presidents'], fixed: 'A spokesman for the President’s office left.', mt: 'yes'},
      {text: 'Well keep listening until the vote, and if they reject it, well come out again.', flagged: ['Well', 'well'], fixed: 'We’ll keep listening until the vote, and if they reject it, we’ll come out again.'},
      {text: 'Its a pity, he said, and its going to rain.', flagged: ['Its', 'its'], fixed: 'It’s a pity, he said, and it’s going to rain.', mt: 'yes'},
      {text: 'The governments plan failed, he said of last weeks vote. Ive been there, and Bidens son was too.', flagged: ['governments', 'weeks', 'Ive', 'Bidens'], fixed: 'The government’s plan failed, he said of last week’s vote. I’ve been there, and Biden’s son was too.', mt: 'yes'},
      {text: 'In two weeks time Macrons visit begins, and Putins army has left.', flagged: ['weeks', 'Macrons', 'Putins'], fixed: 'In two weeks’ time Macron’s visit begins, and Putin’s army has left.'},
      {text: 'The mayors decision was criticised. The worlds largest ship belongs to his brothers wife. Womens rights groups couldn t say more.', flagged: ['mayors', 'worlds', 'brothers', 'Womens', 'couldn t'], fixed: 'The mayor’s decision was criticised. The world’s largest ship belongs to his brother’s wife. Women’s rights groups couldn’t say more.'},
      {text: 'Chinas foreign ministry said that they met at the request of Mr. Trumps. A senator agreed.', flagged: ['Chinas', 'Trumps'], fixed: 'China’s foreign ministry said that they met at the request of Mr. Trump. A senator agreed.', mt: 'yes'},
      {text: "Merkels' party lost in the end.", flagged: ["Merkels'"], fixed: "Merkel's party lost in the end."},
      {text: "Its always the same story, the driver's wife said.", flagged: ['Its'], fixed: "It's always the same story, the driver's wife said."},
      {text: "They hold tonnes of last seasons' oil and of next years' wine.", flagged: ["seasons'", "years'"], fixed: "They hold tonnes of last season's oil and of next year's wine."},
      {text: "It was Mr. Starmers' office, Starmer said.", flagged: ["Starmers'"], fixed: "It was Mr. Starmer's office, Starmer said."},
    ],
    good: [
      'Two years worked well for him, and in three days times change. The Trumps visit Paris; Trumps were played.',
      'The Obamas and the Germans met the Presidents of both banks.',
      {text: 'The estates that Leninists took were run as farms, and factories that Trotskyites held stood empty.', mt: 'yes'},
      {text: 'The governments met, the ministers left and the last weeks of May; the Bidens flew to Williams farm.', mt: 'yes'},
      {text: 'The players failed; the teams lost, and Brussels officials left. A bunch of Africans laugh. Im Westen is a film.', mt: 'yes'},
      'The nations best known for tea are in Asia.',
      'The mayors met, the teams third and fourth in the table left, and the schools minister, the workers union and the states control schools. The plural s is a letter, and the 1990 s film is old.',
      'Wales and Brussels are far from Athens; Williams drives there.',
      'The Smiths arrived, the Johnsons left, and Nicholas stayed.',
      'Its members cant and wont were typical; well, ill will hurt.',
      'Its damaged roof was repaired. He said its closed doors stayed shut.',
      {text: 'Every party had its share of defeats, and its support fell. Its own voters feared its aim.', mt: 'yes'},
      'Its only child is the town’s pride. Its always busy streets and its not so old church are well known.',
      'The last years’ growth was as strong as in two weeks’ time, and last year’s was weak.',
      'The players’ union and the boss’s car, and Adidas shoes.',
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const found = ask(document, APOSTROPHES);
    const [inside, straight, curly, possessives, straightQuotes, curlyQuotes] = SIGNS.map((_, k) => (found & (1 << k)) !== 0);
    const apostrophe = !inside && !(straight && !curly) && !(straightQuotes && !curlyQuotes && !curly) ? '’' : "'";
    /** "Well keep listening": where nothing in the text has an apostrophe, the likelier reading is taken. */
    const homograph = (token: Token) => {
      const {folded, shape} = token.word;
      const after = document.after(token);
      const before = document.before(token);
      if (after?.kind !== 'word' || !after.spaced) return;
      const full = HOMOGRAPHS[folded]!;
      const next = after.word.folded;
      let sure: boolean;
      if (FUTURE.has(folded)) {
        // "He did well come the spring": a verb or noun before it is the word itself's.
        if (before?.kind === 'word' && !CONJUNCTIONS.has(before.word.folded)) return;
        if (!MIDDLE.test(next) && !(isInfinitive(next) && (baseOfParticiple(next) ?? next) === next && gainOf(document, token.index, token.index, [full.toLowerCase()]) > -1)) return;
        sure = true;
      } else if (folded === 'were') {
        if (!document.opensSentence(token) || tokens[document.sentences[token.sentence]!.last]!.text === '?' || !(baseOfIng(next) || /^(?:not|all|very|still|just|also|always|ready|here|in)$/.test(next))) return;
        sure = true;
      } else if ((folded === 'wont' || folded === 'cant') && before && /^(?:i|you|he|she|it|we|they|who|that|this|which|people|there)$/.test(before.word.folded) && (MIDDLE.test(next) || isInfinitive(next))) {
        sure = true;
      } else {
        if (folded === 'its' && !isSaidOfIt(after)) return;
        const gain = gainOf(document, token.index, token.index, [full.toLowerCase()]);
        if (gain < GAIN) return;
        sure = gain > 2;
      }
      const put = (shape === 'capital' ? full[0]!.toUpperCase() + full.slice(1) : full).replace("'", apostrophe);
      report({kind: 'contraction', start: token.start, end: token.end, proposals: [put], confidence: sure ? 0.85 : 0.6, note});
    };
    /** "Its a pity", "its raining", "its important to know", but "its share", "its damaged roof", "its own": nothing that belongs to it follows. */
    const isSaidOfIt = (token: Token) => {
      const {folded} = token.word;
      if (folded === 'own') return false;
      if (FUNCTION_WORDS.has(folded)) return true;
      const behind = document.after(token);
      return behind?.kind === 'word' && (/(?:ing|ed|en)$/.test(folded) ? FUNCTION_WORDS.has(behind.word.folded) : /^(?:to|that)$/.test(behind.word.folded));
    };
    /** "Ive been here", "Hes a liar" */
    const short = (token: Token) => {
      const [full, follows] = SHORT[token.word.folded]!;
      const after = document.after(token);
      if (after?.kind !== 'word' || !after.spaced || after.word.shape !== 'lower' || !follows.test(after.word.folded)) return;
      const put = token.word.shape === 'capital' ? full[0]!.toUpperCase() + full.slice(1) : full;
      report({kind: 'contraction', start: token.start, end: token.end, proposals: [put.replace("'", apostrophe)], confidence: 0.85, note});
    };
    /** "the governments plan", "last weeks vote" */
    const owning = (token: Token) => {
      const {folded} = token.word;
      const after = document.after(token);
      const before = document.before(token);
      if (after?.kind !== 'word' || !after.spaced || after.word.shape !== 'lower' || FUNCTION_WORDS.has(after.word.folded) || !(DAYS_OWN.has(folded) && token.word.shape === 'capital') && (/(?:ed|ing|ly)$/.test(after.word.folded) || baseOfPast(after.word.folded))) return;
      // "The nations best known for tea"
      if (ADVERBS.test(after.word.folded)) return;
      const put = `${token.text.slice(0, -1)}${apostrophe}s`;
      if (DAYS_OWN.has(folded)) return report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: 0.85, note});
      const timed = TIMES.has(folded);
      if (timed ? !/^(?:last|this|next)$/.test(before?.word.folded ?? '') : !/^(?:the|his|her|their|its|a|an|this|that|our|my|ruling)$/.test(before?.word.folded ?? '')) return;
      const gain = gainOf(document, token.index, token.index, [`${folded.slice(0, -1)}'s`]);
      // "Last weeks storm": without an article the plural stands in no sentence.
      const single = timed && document.before(before!)?.word.folded !== 'the' && !/^(?:these|those|his|her|its|their|our|my|your)$/.test(document.before(before!)?.word.folded ?? '');
      if (gain > (timed ? 0.5 : 1)) report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: single && gain > 1 ? 0.86 : gain > 2 ? 0.75 : 0.5, note});
    };
    /** "the mayors decision", "the worlds largest ship", "his brothers wife" */
    const proved = (token: Token) => {
      const {folded} = token.word;
      const before = document.before(token);
      const after = document.after(token);
      if (before?.kind !== 'word' || !OWNED_BY.test(before.word.folded) || after?.kind !== 'word' || !after.spaced || after.word.shape !== 'lower' || !after.word.english) return;
      const owner = singularOfOwner(folded)!;
      const next = document.after(after);
      // Of things of which there are several, "the teams third and fourth in the table".
      const ranked = RANK.test(after.word.folded) && next?.kind === 'word' && next.spaced && next.word.shape === 'lower' && (isThing(next) || !ADVERBS.test(after.word.folded) && next.word.english && !FUNCTION_WORDS.has(next.word.folded) && !baseOfPast(next.word.folded)) && !/^(?:and|or|,)$/.test(tokens[next.index + 1]?.text ?? '');
      if (!ranked && !(isThing(after) && !RANKED_OWNERS.has(owner) && pairCount(folded, after.word.folded) === 0 && !/^(?:minister|ministers|secretary|union|association|league|team|act|movement|section|department)$/.test(after.word.folded))) return;
      if (!ranked && gainOf(document, token.index, token.index, [`${owner}'s`]) < 0) return;
      const put = `${owner}${apostrophe}s`;
      report({kind: 'possessive', start: token.start, end: token.end, proposals: [put, `${token.text}${apostrophe}`], confidence: possessives ? 0.7 : 0.87, note});
    };
    const cutOff = (token: Token) => {
      const before = document.before(token);
      const after = document.after(token);
      if (before?.kind !== 'word' || !before.spaced && before.index > 0 && tokens[before.index - 1]!.segment === before.segment && tokens[before.index - 1]!.kind === 'punctuation' && /^['’-]$/.test(tokens[before.index - 1]!.text) || after?.kind !== 'word' || !after.spaced) return;
      const {folded} = token.word;
      const stem = before.word.folded;
      const contraction = folded === 't' ? NEGATED.test(before.text) || /^(?:won|can|don)$/.test(before.text) && (isInfinitive(after.word.folded) || FUNCTION_WORDS.has(after.word.folded)) : folded === 's' ? /^(?:he|she|it|that|there|what|who|let|here)$/.test(stem) : folded === 'm' ? before.text === 'I' : /^(?:i|you|we|they)$/.test(stem);
      const owner = folded === 's' && !possessives && before.text.length > 2 && after.word.shape === 'lower' && !FUNCTION_WORDS.has(after.word.folded) && (before.word.shape === 'capital' && before.word.isName && !document.opensSentence(before) || OWNERS.has(before.text));
      if (!contraction && !owner) return;
      report({kind: contraction ? 'contraction' : 'possessive', start: before.start, end: token.end, proposals: [`${before.text}${apostrophe}${token.text}`], confidence: contraction ? 0.92 : 0.86, note: 'A space stands for the apostrophe.'});
    };
    const behind = (mark: Token) => document.after(mark);
    const addressed = (before: Token | undefined) => /^(?:mr|ms|mrs)$/.test((before?.text === '.' ? document.before(before) : before)?.word.folded ?? '');
    const note = possessives ? 'An apostrophe is missing.' : 'The text has lost its apostrophes.';
    if (!possessives) {
      for (const token of document.where(STRIPPED)) {
        if (token.kind !== 'word') continue;
        if (isHomograph(token.word)) homograph(token);
        else if (isOwning(token.word)) owning(token);
        else if (isShort(token.word) && !inside) short(token);
      }
    }
    // "Its always the same": nothing that belongs to it follows.
    if (possessives) for (const token of document.where(STRIPPED)) {
      if (token.word.folded !== 'its' || token.word.shape !== 'capital' || !document.opensSentence(token) && !/^[“"]$/.test(tokens[token.index - 1]?.text ?? '')) continue;
      const next = document.after(token);
      const behind = next && document.after(next);
      if (next?.kind !== 'word' || !/^(?:always|not|never|the|a|an|just|really|only|because|about|too|like|also|already|good|better|true)$/.test(next.word.folded) || !behind || behind.kind !== 'word') continue;
      // "Its only child", "Its good name": the noun is its own.
      if (/^(?:only|good|better|true|already|always|never|not|just|really|also)$/.test(next.word.folded) && !(FUNCTION_WORDS.has(behind.word.folded) || baseOfIng(behind.word.folded) !== undefined && /^(?:not|always|never|just|really|also)$/.test(next.word.folded))) continue;
      report({kind: 'contraction', start: token.start, end: token.end, proposals: [`It${curly && !straight ? '’' : "'"}s`], confidence: 0.85, note: 'An apostrophe is missing.'});
    }
    // "last seasons' oil": one time, and the mark of several.
    for (const token of document.where(STRIPPED)) {
      if (token.kind !== 'word' || token.word.shape !== 'lower' || !TIMES.has(token.word.folded)) continue;
      const mark = tokens[token.index + 1];
      const noun = mark && tokens[mark.index + 1];
      if (!mark || !/^['’]$/.test(mark.text) || mark.spaced || noun?.kind !== 'word' || !noun.spaced || noun.word.shape !== 'lower' || FUNCTION_WORDS.has(noun.word.folded)) continue;
      const which = document.before(token);
      if (!/^(?:last|this|next)$/.test(which?.word.folded ?? '') || /^(?:the|these|those|his|her|its|their)$/.test(document.before(which!)?.word.folded ?? '')) continue;
      report({kind: 'possessive', start: token.start, end: mark.end, proposals: [`${token.text.slice(0, -1)}${mark.text}s`], confidence: 0.75, note: 'One is meant: the apostrophe stands before the s.'});
    }
    // "the mayors decision", "the worlds largest ship": no plural stands before such a word.
    for (const token of document.where(STRIPPED)) if (token.kind === 'word' && isPlural(token.word)) proved(token);
    // "couldn t", "it s", "Macron s visit": the apostrophe became a space.
    for (const token of document.where(STRIPPED)) if (token.kind === 'word' && token.spaced && isEnding(token.word)) cutOff(token);
    // "in two weeks time"
    for (const token of document.where(STRIPPED)) {
      if (!isSpan(token.word)) continue;
      const [count, what] = [document.before(token), document.after(token)];
      if (token.kind !== 'word' || !count || !(count.kind === 'number' || NUMBER_WORDS.has(count.word.folded) && count.word.folded !== 'one' || /^(?:few|several|couple)$/.test(count.word.folded))) continue;
      if (what?.kind !== 'word' || !what.spaced || !SPANNED.test(what.word.folded)) continue;
      const time = what.word.folded === 'time' && /^(?:in|within)$/.test(document.before(count)?.word.folded ?? '');
      if (what.word.folded === 'time' && !time) continue;
      report({kind: 'possessive', start: token.start, end: token.end, proposals: [`${token.text}${apostrophe}`], confidence: time ? 0.8 : 0.4, evidence: 0.1, note: 'What lasts so long has an apostrophe: two weeks’ time.'});
    }
    for (const token of document.where(UNMARKED)) {
      if (token.kind !== 'word' || (!possessives && isHomograph(token.word))) continue;
      const {folded, shape} = token.word;
      if (document.context.accepted?.has(folded)) continue;
      const contraction = (shape === 'lower' || shape === 'capital') && Object.hasOwn(CONTRACTIONS, folded) ? CONTRACTIONS[folded] : undefined;
      if (contraction && !(lookup(folded).flags & Flag.Lower)) {
        const put = shape === 'capital' ? contraction[0]!.toUpperCase() + contraction.slice(1) : contraction;
        report({kind: 'contraction', start: token.start, end: token.end, proposals: [put.replace("'", apostrophe)], confidence: 0.9, note});
        continue;
      }
      if (!folded.endsWith('s') || folded.includes("'")) continue;
      const owner = token.text.slice(0, -1);
      const base = folded.slice(0, -1);
      const after = document.after(token);
      const before = document.before(token);
      const put = `${owner}${apostrophe}s`;
      const [first, last] = document.hyphenated(token);
      if (first !== last) continue;
      // "Mr. Starmers' office": the apostrophe came back in the wrong place.
      if (after && /^['’]$/.test(after.text) && !after.spaced && shape === 'capital') {
        // "Starmers" is no name, "Starmer" is one that news has.
        const named = usageOf(document, base) !== undefined || isLeader(base) && before?.word.folded !== 'the' || token.word.entry.frequency === 0 && !languagesOf(folded).length && isKnownName(base) && before?.word.folded !== 'the' && behind(after)?.word.shape === 'lower';
        if (named && usageOf(document, folded)!.places === 1 && !token.word.english && (token.word.entry.frequency < 60 || isLeader(base))) report({kind: 'possessive', start: token.start, end: after.end, proposals: [`${owner}${after.text}s`], confidence: 0.87, note: 'The apostrophe stands behind the s of a name that has none.'});
        continue;
      }
      const noun = after?.kind === 'word' && after.spaced && after.text.length > 2 && after.word.shape === 'lower' && after.word.english && !FUNCTION_WORDS.has(after.word.folded) && !AUXILIARIES.has(after.word.folded) && !/(?:ed|ing|ly)$/.test(after.word.folded);
      if (shape === 'lower' || shape === 'capital' && IRREGULAR.has(folded) && document.opensSentence(token)) {
        if (IRREGULAR.has(folded) && folded !== 'peoples') report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: 0.9, note});
        else if (/[^aeiou]ys$/.test(folded) && !token.word.english && isEnglish(base) && noun) report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: 0.93, note});
        continue;
      }
      // "at the request of Mr. Trumps."
      if (!noun && !possessives && shape === 'capital' && isLeader(base) && !isLeader(folded) && (after?.kind !== 'word') && addressed(before)) {
        report({kind: 'possessive', start: token.start, end: token.end, proposals: [owner], confidence: 0.75, note: 'The s of a possessive that is none stayed behind.'});
        continue;
      }
      if (shape !== 'capital' || document.isTitle(token.sentence) || !noun) continue;
      if (OWNERS.has(base)) {
        if (before?.word.folded === 'the' || before?.word.folded === 'a') report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: possessives ? 0.15 : 0.6, note});
        continue;
      }
      // "Macrons visit", "Trumps tax plan"
      if (isLeader(base) && !isLeader(folded) && !OF_FAMILIES.test(before?.word.folded ?? '') && !baseOfPast(after.word.folded) && !PLURAL_VERB.test(after.word.folded)) {
        report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: possessives ? 0.8 : 0.9, note});
        continue;
      }
      const known = lookupPlain(base);
      // "Chinas exports": a country that is a common word, too
      if (known.flags & Flag.Place && known.flags & Flag.Lower && known.frequency > 140 && !OF_FAMILIES.test(before?.word.folded ?? '') && gainOf(document, token.index, token.index, [`${base}'s`]) > (possessives ? document.opensSentence(token) ? 2.5 : 1.5 : 0.3)) {
        report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: 0.88, note});
        continue;
      }
      // "a bunch of Africans laugh": people, though a place may be called so too.
      if (known.flags & Flag.Proper && /(?:ian|ean|rican|xican)$/.test(base)) continue;
      // "Leninists took": followers of somebody
      if (/.{4}(?:ist|ite)$/.test(base)) continue;
      // Where nothing has an apostrophe, "Bidens son" is read by how much better known "Biden" is.
      const famous = !possessives && known.frequency - token.word.entry.frequency >= 24 && (known.flags & Flag.Name) !== 0 && (!(known.flags & Flag.Lower) || (usageOf(document, base)?.capital ?? 0) > 0);
      const strange = !possessives && token.word.entry.frequency === 0 && ((usageOf(document, base)?.capital ?? 0) > 0 || (known.frequency > 60 && !(known.flags & Flag.Lower)));
      if (famous || strange) {
        if (before && /^(?:de|di|da|do|dos|das|del|du|des|la|le|los|las|el|van|von|both|two|three|all|these|those)$/.test(before.word.folded)) continue;
        if ((before?.word.folded === 'the' && known.flags & Flag.Person) || baseOfPast(after.word.folded)) continue;
        if (known.flags & Flag.Proper && !(known.flags & Flag.Place)) continue;
        const verb = /s$/.test(after.word.folded) && isEnglish(after.word.folded.slice(0, -1));
        report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: verb ? 0.6 : known.flags & Flag.Place && known.frequency > 112 ? 0.9 : 0.8, note});
        continue;
      }
      if (token.word.english || token.word.isName || token.word.entry.frequency > 75 || singularOf(folded)) continue;
      if (!(known.flags & Flag.Name) && !((usageOf(document, base)?.capital ?? 0) > 0)) continue;
      if (known.flags & Flag.Proper && !(known.flags & Flag.Place)) continue;
      if (known.flags & Flag.Lower && !(known.flags & Flag.Place)) continue;
      // "the Macrons", "both Merkels": a family or a comparison
      if (before && /^(?:de|di|da|do|dos|das|del|du|des|la|le|los|las|el|van|von|the|both|two|three|of|all|these|those)$/.test(before.word.folded)) continue;
      const verbal = /s$/.test(after.word.folded) && isEnglish(after.word.folded.slice(0, -1));
      // Cities and countries have no plural: "Londons mayor" is sure where the text has apostrophes too.
      const city = known.flags & Flag.Place && known.flags & Flag.UsuallyCapital && known.frequency > 112;
      report({kind: 'possessive', start: token.start, end: token.end, proposals: [put], confidence: (possessives ? (city ? 0.86 : 0.55) : 0.87) - (verbal ? 0.2 : 0), note});
    }
  },
});
