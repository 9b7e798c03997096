import type {Sentence, Token} from '../src/document/token.ts';
import {DAYS, FUNCTION_WORDS, MONTHS} from '../src/document/english.ts';
import {MARKS} from '../src/document/marks.ts';
import {wordClass} from '../src/document/word.ts';
import {BE} from '../src/evidence/clause.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Words that grammar or emphasis doubles: "had had", "that that", "very very". */
const DOUBLES = new Set("that had is was her do does no yes very so much many long far really bye ha hey ho hm blah knock chop hush night now there well oh please big old deep poor pretty tut quack boo wow hip win sing ding tick hear bling cha can go go-go never ever what who not er um uh la na ya yo ye aye beep choo chug dum din".split(' '));
/** Doubled, these may be a particle and a preposition ("log in in the morning"). */
const PARTICLES = new Set(['in', 'on', 'to', 'up', 'over', 'by', 'out', 'off', 'it', 'as']);
/** The longest phrase looked for, in tokens. */
const MAX_PHRASE = 14;

/** What is said twice to make it more: "hours and hours", "louder and louder", "cried and cried". */
const EMPHATIC = /^(?:neck|hours?|days?|weeks?|months?|years?|decades|centuries|ages|nights?|times?|miles?|kilometres|metres|pages|rows|piles|stacks|layers|rounds?|tons|tonnes|loads|lots|heaps|dozens|hundreds|thousands|millions|billions|generations|mountains|boxes|bags|reams|scores|oodles|acres|streets|blocks|levels|steps?|things?|over|again|round|around|through|down|better|worse|less|fewer|further|farther|higher|many|longs?|days|people|words|questions|talk|work|wait|games|lies|books|money|good|bad|tears|sand|trees|fields|houses|rooms|shops|cars|stories|sometimes|forever|.*(?:er|ed|ing|ly))$|^(?:ran|sat|went|wept|slept|drank|fell|grew|rose|said|read|kept|spoke|wrote|sang|swam|drove|rode|flew|fought|thought|dug|spun|ate|saw|told|came|cry|eat|laugh|walk|talk|wait|grow|rise|push|climb)$/;
/** Adverbs that engines put on both sides of a verb. */
const TWICE_SAID = /^(?:further|often|still|again|already|always|currently|recently|finally|immediately|usually|later|together|away)$/;
/** How many tokens apart they are at most. */
const ROUND_VERB = 4;
/** Words that join, articles, and such adverbs. */
const LINKS = wordClass(({folded}) => /^(?:and|or|of|an?|the)$/.test(folded) || TWICE_SAID.test(folded));
/** Words of a sentence that counts when it is said twice. */
const MIN_SENTENCE = 5;
/** Words before which a second `to` is no infinitive. */
const DETERMINERS = /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|all|both|each|every)$/;
/** What makes a clause a subject: "what he did did matter". */
const SUBJECT_CLAUSE = /^(?:whose|that|which|who|what|where|whatever|whoever|whether|those|how|why|when|all)$/;
/** Tokens of a name in brackets, at most. */
const MAX_NAME = 6;
const QUOTES = wordClass(({text}) => /^["“”]$/.test(text));

export default defineRule({
  id: 'repetition',
  summary: 'A word, phrase or clause said twice in a row',
  why: `Engines lose count of what they have said: \`for three hours for three hours\`, \`the the\`, a clause in a loop. People double a word by slip, engines whole phrases.

Silent on doubles that grammar makes (\`that that\`, \`had had\`), on emphasis (\`very very\`), on names (\`Duran Duran\`) and on lists and refrains set apart by commas in quotations.`,
  category: 'repetition',
  tier: 'safe',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  kinds: {
    word: 'One word twice',
    phrase: 'Several words twice',
    sentence: 'A sentence twice',
    pair: 'A word joined to itself by “and”, “or” or “of”',
  },
  examples: {
    bad: [
      {text: 'The road was closed for three hours for three hours near the lake.', flagged: [' for three hours'], fixed: 'The road was closed for three hours near the lake.'},
      {text: 'They visited the the museum.', flagged: [' the'], fixed: 'They visited the museum.'},
      {text: 'It depends on the weather, on the weather, and on luck.', flagged: [', on the weather'], fixed: 'It depends on the weather, and on luck.'},
      {text: 'He said that the bank that the bank that the bank had failed.', flagged: [' that the bank that the bank'], fixed: 'He said that the bank had failed.'},
      {text: 'The winter was difficult and difficult, and the towns and towns were cut off.', flagged: [' and difficult', ' and towns'], fixed: 'The winter was difficult and difficult, and the towns were cut off.', mt: 'yes'},
      {text: 'It is the weight of the weight that matters.', flagged: [' of the weight'], fixed: 'It is the weight that matters.', mt: 'yes'},
      {text: 'The road to the lake was closed for a week. The road to the lake was closed for a week. Nobody could say why.', flagged: [' The road to the lake was closed for a week.'], fixed: 'The road to the lake was closed for a week. Nobody could say why.'},
      {text: 'He bought a an old farm near\nnear the lake.', flagged: ['a an', '\nnear'], fixed: 'He bought an old farm near the lake.'},
      {text: 'She was was born in Rome, and he said that that the law had passed.', flagged: [' was', ' that'], fixed: 'She was born in Rome, and he said that the law had passed.'},
      {text: 'Since February February prices have been low, and they will further fall further.', flagged: [' February', 'further '], fixed: 'Since February prices have been low, and they will fall further.', mt: 'yes'},
      {text: 'The plant has been closed since 2019 since 2019.', flagged: [' since 2019'], fixed: 'The plant has been closed since 2019.'},
      {text: 'Lee Jae-myung (Lee Jae-myung) met the Deputy Deputy Minister.', flagged: [' (Lee Jae-myung)', ' Deputy'], fixed: 'Lee Jae-myung met the Deputy Minister.'},
      {text: 'The company company will close.', flagged: [' company'], fixed: 'The company will close.'},
    ],
    good: [
      'She said that that was all he had had.',
      'It was a very very long day, and Duran Duran played.',
      '“Come on, come on,” he shouted. “Let it be, let it be.”',
      'It can be called again and again and it returns the same. A file whose folder is ignored is ignored as well.',
      'Traders go from house to house to buy milk, year after year after the harvest.',
      'Step by step, day by day, more and more people came. The two ran neck and neck.',
      {text: 'They waited for hours and hours, read books and more books, and walked on and on. He is the best of the best; she cried and cried.', mt: 'yes'},
      'What it is is a mistake, and he logged in in the morning.',
      'What he did did matter to her. A rose is a rose is a rose. I am sure that that that you wrote is right.',
      'They often see friends who often lie, and the often quoted line is often wrong. He still was, and still is, the best; again they failed, and again.',
      'Results: 2 2 4. New York New York is a hotel.',
      '| in the morning | in the morning | in the morning |',
    ],
  },
  check(document, report) {
    const {tokens} = document;
    /** Whether two tokens are the same word or mark. */
    const same = (a: Token | undefined, b: Token | undefined) => a !== undefined && b !== undefined && a.kind === b.kind && (a.kind === 'word' ? a.word.folded === b.word.folded : a.text === b.text);
    /** Whether a clause that is a subject or an attribute has begun shortly before. */
    const subjectClause = (i: number) => tokens.slice(Math.max(document.sentences[tokens[i]!.sentence]!.first, i - 6), i).some((t) => SUBJECT_CLAUSE.test(t.word.folded));
    for (const link of document.where(LINKS)) {
      if (/^(?:an?|the)$/.test(link.word.folded)) articles(link);
      else if (TWICE_SAID.test(link.text)) roundVerb(link);
      else if (!TWICE_SAID.test(link.word.folded)) joined(link);
    }
    sentences();
    for (const mark of document.where(MARKS)) if (mark.text === '(') inBrackets(mark);

    /** "Lee Jae-myung (Lee Jae-myung)": a name in brackets behind itself. */
    function inBrackets(open: Token): void {
      let length = 0;
      while (length <= MAX_NAME && tokens[open.index + 1 + length]?.sentence === open.sentence && tokens[open.index + 1 + length]!.text !== ')') length++;
      const first = tokens[open.index - length];
      if (length < 2 || length > MAX_NAME || !open.spaced || !first || first.sentence !== open.sentence || first.word.shape !== 'capital') return;
      for (let k = 0; k < length; k++) if (tokens[open.index - length + k]!.text !== tokens[open.index + 1 + k]!.text) return;
      report({kind: 'phrase', start: tokens[open.index - 1]!.end, end: tokens[open.index + 1 + length]!.end, proposals: [''], confidence: 0.9, tier: 'suggest', message: `\`${document.slice(first.index, open.index - 1)}\` is said twice`, note: 'The brackets repeat what stands before them.'});
    }

    /** "will further fall further", "boats often carry more people often" */
    function roundVerb(first: Token): void {
      // "The often quoted line is often wrong."
      if (DETERMINERS.test(document.before(first)?.word.folded ?? '')) return;
      for (let k = first.index + 1; k <= first.index + ROUND_VERB; k++) {
        const t = tokens[k];
        if (t?.sentence !== first.sentence || t.kind !== 'word' || t.word.shape !== 'lower' || /^(?:and|or|than|but|as|if|that|who|which|when|to)$/.test(t.text)) return;
        if (k === first.index + 1 || t.text !== first.text) continue;
        const {start} = first;
        const end = tokens[first.index + 1]!.start;
        report({kind: 'word', start, end, proposals: ['', {start: tokens[k - 1]!.end, end: t.end, text: ''}], confidence: 0.72, tier: 'suggest', message: `\`${first.text}\` is said twice`, note: 'The adverb stands on both sides of the verb.'});
        return;
      }
    }

    /** "a an old house", "a the house": of two articles one is too much. */
    function articles(first: Token): void {
      const second = tokens[first.index + 1];
      const next = second && document.after(second);
      if (!second?.spaced || second.sentence !== first.sentence || second.word.folded === first.word.folded || !/^(?:an?|the)$/.test(second.text) || !/^(?:an?|the)$/i.test(first.text) || next?.kind !== 'word') return;
      const both = [first.word.folded, second.word.folded].sort().join();
      // "the a priori reason"
      if (both === 'a,the' && second.text === 'a' && next.word.folded.length < 3) return;
      const keep = both === 'a,an' ? (/^(?:[aio]|e(?!u)|u(?!n[aio]|s)|hour|honest|honou?r)/.test(next.word.folded) ? ['an'] : ['a']) : [second.text, first.word.folded];
      report({kind: 'word', start: first.start, end: second.end, proposals: keep.map((word) => (first.word.shape === 'lower' ? word : word[0]!.toUpperCase() + word.slice(1))), confidence: 0.9, tier: 'suggest', message: `\`${first.text} ${second.text}\` are two articles`, note: 'Two articles follow each other.'});
    }

    /** The same sentence again, and again: reported from the second on as one stretch. */
    function sentences(): void {
      const {ownSentences} = document;
      let walked = 0;
      let quotes = 0;
      /** Whether a token opens a quotation or stands in one; asked of tokens in their order. */
      const isQuoted = (index: number) => {
        const [first] = document.segmentTokens[tokens[index]!.segment]!;
        if (walked < first) [walked, quotes] = [first, 0];
        for (; walked < index; walked++) quotes = tokens[walked]!.text === '“' ? 1 : tokens[walked]!.text === '”' ? 0 : tokens[walked]!.text === '"' ? 1 - quotes : quotes;
        return quotes > 0 || /[“"]/.test(tokens[index]!.text);
      };
      for (let n = 0; n < ownSentences.length; n++) {
        const sentence = ownSentences[n]!;
        const segment = tokens[sentence.first]!.segment;
        let last = n;
        while (last + 1 < ownSentences.length && again(sentence, ownSentences[last + 1]!, segment)) last++;
        if (last === n) continue;
        const quoted = isQuoted(sentence.first);
        const words = tokens.slice(sentence.first, sentence.last + 1).filter(({kind}) => kind === 'word').length;
        // What is said twice for effect is short, or a quotation.
        const confidence = words < MIN_SENTENCE ? 0 : quoted ? 0.6 : words < 8 ? 0.9 : 0.95;
        if (confidence > 0) report({kind: 'sentence', start: tokens[sentence.last]!.end, end: tokens[ownSentences[last]!.last]!.end, proposals: [''], confidence, tier: 'suggest', message: `This sentence is said ${last > n + 1 ? 'again and again' : 'twice'}`, note: 'The same sentence follows itself.'});
        n = last;
      }
    }

    function again(one: Sentence, other: Sentence, segment: number): boolean {
      const length = one.last - one.first;
      if (other.last - other.first !== length || tokens[other.first]!.segment !== segment) return false;
      for (let i = 0; i <= length; i++) if (!same(tokens[one.first + i], tokens[other.first + i])) return false;
      // Verses, one a line.
      return !document.text.slice(tokens[other.first - 1]!.end, tokens[other.first]!.start).includes('\n');
    }

    /** "towns and towns", "the meaning of the meaning" */
    function joined(link: Token): void {
      const first = document.before(link);
      let second = document.after(link);
      const article = second && /^(?:the|an?)$/.test(second.text) ? second : undefined;
      if (article) second = document.after(article);
      if (first?.kind !== 'word' || second?.kind !== 'word' || first.word.folded !== second.word.folded || second.sentence !== first.sentence || first.word.shape !== 'lower' || second.word.shape !== 'lower') return;
      const w = first.word.folded;
      const of = link.word.folded === 'of';
      if (w.length < 4 || FUNCTION_WORDS.has(w) || EMPHATIC.test(w) || (article && !of)) return;
      const next = tokens[second.index + 1];
      if (next && !next.spaced && /^[-’']$/.test(next.text) || tokens[first.index - 1]?.text === '-' || next?.word.folded === link.word.folded) return;
      // "There are lawyers and lawyers": good ones and bad ones.
      if (/^(?:are|were)$/.test(document.before(first)?.word.folded ?? '')) return;
      // "friends of friends", "a game of games" are said; "the best of the best" is emphasis.
      if (of && (article?.text !== 'the' || /(?:st|er)$/.test(w) || /^(?:poor|rich|strong|king|kings|holy|cream|servants?)$/.test(w))) return;
      // Of two different words one was lost: the editor must say which.
      report({kind: 'pair', start: first.end, end: second.end, proposals: of || /[^sui]s$/.test(w) ? [''] : [], confidence: 0.5, tier: 'suggest', message: `\`${first.text}\` is said twice`, note: 'A word is joined to itself.'});
    }

    const {ownTokens} = document;
    const offset = ownTokens[0]?.index ?? 0;
    /** Hashes of the words, by token; 0 for what is no word, and behind the last. Numbers in a row are compared much faster than what tokens have. */
    const hashes = new Int32Array(ownTokens.length + MAX_PHRASE);
    for (const {kind, word, index} of ownTokens) if (kind === 'word') hashes[index - offset] = word.hash;
    const marks = document.where(QUOTES);
    let mark = 0;
    let quotes = 0;
    let segment = 0;
    let seen = -1;
    for (let n = 0; n < ownTokens.length; n++) {
      const hash = hashes[n]!;
      if (!hash) continue;
      let near = 1;
      while (near <= MAX_PHRASE && hashes[n + near] !== hash) near++;
      const i = n + offset;
      if (near > MAX_PHRASE || i <= seen) continue;
      const token = tokens[i]!;
      for (; mark < marks.length && marks[mark]!.index < i; mark++) {
        if (marks[mark]!.segment !== segment) quotes = 0;
        segment = marks[mark]!.segment;
        quotes = marks[mark]!.text === '“' ? 1 : marks[mark]!.text === '”' ? 0 : 1 - quotes;
      }
      if (segment !== token.segment) quotes = 0;
      // How far away does the same word stand again?
      for (let k = i + near; k <= i + MAX_PHRASE && tokens[k]?.sentence === token.sentence; k++) {
        if (hashes[k - offset] !== hash) continue;
        const sep = tokens[k - 1]!.text === ',' ? 1 : 0;
        const length = k - i - sep;
        if (length < 1 || (length === 1 && sep)) continue;
        if (!repeats(i, k, length)) continue;
        // A loop: the same phrase again and again.
        let last = k;
        for (let again = k + length + sep; repeats(i, again, length) && (!sep || tokens[again - 1]!.text === ','); again += length + sep) last = again;
        const confidence = judge(i, length, sep, last > k ? last : undefined, quotes > 0);
        if (confidence > 0) {
          const end = tokens[last + length - 1]!.end;
          report({kind: length === 1 ? 'word' : 'phrase', start: tokens[i + length - 1]!.end, end, proposals: [''], confidence, tier: confidence >= 0.9 ? 'safe' : 'suggest', message: `\`${document.slice(i, i + length - 1).slice(0, 60)}\` is said ${last > k ? 'again and again' : 'twice'}`, note: 'The same words follow each other.'});
        }
        seen = last + length - 1;
        break;
      }
    }

    function repeats(i: number, k: number, length: number): boolean {
      if (k + length > tokens.length || tokens[k + length - 1]!.sentence !== tokens[i]!.sentence) return false;
      for (let n = 0; n < length; n++) if (!same(tokens[i + n], tokens[k + n])) return false;
      return true;
    }

    function judge(i: number, length: number, sep: number, last: number | undefined, quoted: boolean): number {
      const first = tokens[i]!;
      const loop = last !== undefined;
      const words = tokens.slice(i, i + length).filter((t) => t.kind === 'word');
      // "since 2019 since 2019"
      if (length === 2 && words.length === 1 && !sep && !quoted && /^(?:in|since|until|by|from|of)$/.test(first.word.folded) && tokens[i + 1]!.kind === 'number') return 0.87;
      if (words.length < Math.min(length, 2) && length > 1) return 0;
      if (length === 1) {
        const {folded, shape} = first.word;
        const second = tokens[i + 1]!;
        if (!second.spaced) return 0;
        if (first.text === 'I' && second.text === 'I') return quoted ? 0.5 : 0.85;
        // Lines of a poem or a list; a word that is nothing by itself stutters over the end of a line.
        if (document.text.slice(first.end, Math.min(second.start, first.end + 20)).includes('\n') && (!FUNCTION_WORDS.has(folded) || shape !== 'lower')) return 0;
        if (first.text.length === 1 && folded !== 'a') return 0;
        // "since February February"
        if (shape === 'capital' && second.word.shape === 'capital' && (DAYS.has(folded) || MONTHS.has(folded)) && !quoted) return loop ? 0.8 : 0.88;
        // "Deputy Deputy Spokesman": a word of English that begins a title, not a name.
        if (shape === 'capital' && second.word.shape === 'capital' && !sep && tokens[i + 2]?.word.shape === 'capital' && first.word.entry.flags & Flag.Lower && !first.word.isName && folded.length > 4 && !quoted) return 0.8;
        if (second.word.shape !== 'lower' || (shape === 'upper' && first.text !== 'A')) return 0;
        if (tokens[i - 1] && tokens[i - 1]!.text === '-' && !first.spaced) return 0;
        if (tokens[i + 2] && !tokens[i + 2]!.spaced && /^[-’']$/.test(tokens[i + 2]!.text)) return 0;
        // "She was was born", "that that the law": what grammar doubles has a clause before it, or an end behind.
        const behind = tokens[i + 2];
        if (/^(?:was|is)$/.test(folded) && !loop && !quoted && !subjectClause(i) && behind?.kind === 'word' && /^(?:born|.{3,}(?:ed|en|wn))$/.test(behind.word.folded)) return 0.86;
        if (folded === 'that' && !loop && !quoted && behind?.kind === 'word' && /^(?:the|a|an|his|her|its|their|he|she|they|we|it)$/.test(behind.word.folded)) return 0.86;
        if (DOUBLES.has(folded)) return loop && FUNCTION_WORDS.has(folded) && (last > i + 2 || !/^(?:that|had)$/.test(folded)) ? 0.8 : 0;
        if (/^(?:did|are|were|can|will|.{2,}s)$/.test(folded) && subjectClause(i)) return 0;
        if (!first.word.english) return 0;
        if (quoted) return FUNCTION_WORDS.has(folded) && !PARTICLES.has(folded) ? 0.85 : 0.5;
        const next = tokens[i + 2];
        if (folded === 'to' && next?.kind === 'word' && (DETERMINERS.test(next.word.folded) || next.word.shape === 'capital')) return 0.93;
        return PARTICLES.has(folded) ? 0.6 : FUNCTION_WORDS.has(folded) ? 0.96 : 0.88;
      }
      if (words.every((t) => t.word.shape !== 'lower')) return 0;
      // Cells of a table.
      for (let n = i; n < i + length; n++) if (tokens[n]!.text === '|') return 0;
      if (words.some((t) => t.text.length === 1 && t.word.folded !== 'a' && t.word.folded !== 'i')) return 0;
      const small = words.some((t) => FUNCTION_WORDS.has(t.word.folded));
      // "bit by bit by bit", "more and more and more"
      if (length === 2 && small && !sep && /^(?:by|and|after|to|upon|for|in|on|over)$/.test(first.word.folded) && same(tokens[i - 1], tokens[i + 1])) return 0;
      // "from house to house to buy", "year after year after the war"
      if (length === 2 && !loop && !sep && /^(?:by|after|to|upon|for|in|on|over|or|against)$/.test(words.at(-1)!.word.folded) && !FUNCTION_WORDS.has(first.word.folded)) return 0;
      // "again and again and it works"
      if (length === 2 && !sep && !loop && tokens[i + 1]!.word.folded === 'and' && EMPHATIC.test(first.word.folded)) return 0;
      // "a file whose folder is ignored is ignored as well"
      if (length === 2 && BE.has(first.word.folded) && subjectClause(i)) return 0;
      // "a rose is a rose is a rose", "Tomorrow, and tomorrow, and tomorrow"
      if (length === 3 && same(tokens[(last ?? i + length) + (last === undefined ? 0 : length)], first) && (BE.has(tokens[i + 2]!.word.folded) || tokens[i + 2]!.word.folded === 'and')) return 0;
      if (quoted) return length >= 4 ? 0.75 : 0;
      if (sep) return length >= 3 ? (small ? 0.85 : 0.6) : loop || (/^(?:in|at|on|for|from|with|by)$/.test(first.word.folded) && /^[,.]$/.test(tokens[i + 2 * length + 1]?.text ?? '')) ? 0.8 : 0.4;
      return length >= 3 ? 0.94 : small ? 0.9 : 0.7;
    }
  },
});
