import {BE} from '../src/evidence/clause.ts';
import {indefiniteBeforeText} from '../src/evidence/indefinite.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {defineRule} from '../src/rule/rule.ts';

/** What a score makes of a match: English puts the score before it. */
const RESULT = /^(?:victory|win|triumph|success|defeat|loss|draw|tie|rout|thrashing|comeback|deficit|advantage|lead)$/;
/** What one does with a score as its object. */
const SCORED = /^(?:score|scored|scores|scoring|sign|signed|signs|mark|marked|marks|make|made|makes|achieve|achieved|get|got|gets|put|puts|find|found|finds|head|headed|net|netted|realize|realized|realise|realised)$/;
/** Behind these a score stands bare. */
const BEATEN = /^(?:won|wins|win|beat|beats|beaten|beating|lost|loses|lose|drew|draws|defeated|defeats|triumphed|prevailed|tied|ended|ends|finished|finishes|overcame|fell|succumbed)$/;
/** Words between a verb and its score that are no part of its object. */
const BREAKS = /^(?:and|but|or|who|which|that|while|when|after|before|because|where|if|as)$/;
/** What a score may stand before: "the 2-0 win". */
const BEHIND_SCORE = /^(?:of|by|in|with|against|at|on|after|before|for|through|from|thanks|and|but|when|while|to|is|was|has|had|will|would|means|gave|puts|put)$/;
const COUNTED = /^(?:goal|title|victory|win|match|game|medal|trophy|appearance|try|edition|stage|assist|cap|career|final|race|season|championship)$/;
const LEADING = /^(?:leader|leaders|first|second|third|fourth|top|lead|summit|head|podium|champion|champions|playoffs|relegation|salvation)$/;
const MOST = 150;
/** Tokens between a verb and its score. */
const REACH = 7;
const SCORES = wordClass(({folded}) => folded === 'minute' || folded === 'points' || COUNTED.test(folded));
const DASH = /^[-–‑:]$/;

const ordinal = (n: number) => `${n}${n % 100 >= 11 && n % 100 <= 13 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;

export default defineRule({
  id: 'score-order',
  summary: 'A score, a minute or a rank in the order of another language',
  why: `In English the score stands before what it makes of a match (*a 3-1 win*, *an 8-0 defeat*), bare behind its verb (*won 3-1*), and a goal *makes it 2-0*. Romance, Slavic and Germanic languages say \`a victory of 3-1\`, \`won for 3-1\`, \`scored the 2-0\` and \`after the 1-1 against\`, name the minute behind its noun (\`in minute 63\`), the goal by its number (\`the goal number 20\`) and the distance by where it ends (\`at two points from the leader\`).

Silent on scores before a noun, on figures of votes and odds, and in quotations.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  kinds: {
    result: 'A score behind what it makes of the match',
    bare: 'A preposition before the score of a verb',
    goal: 'A score that is itself the goal or the match',
    minute: 'A minute or a number behind its noun',
    distance: 'Points between two teams, told by where they end',
    points: 'An index at the end of a day, without a preposition',
  },
  examples: {
    bad: [
      {text: 'The hosts celebrated a victory of 3-1, the guests a clear defeat of 8 to 0.', flagged: ['victory of 3-1', 'defeat of 8 to 0'], fixed: 'The hosts celebrated a 3-1 victory, the guests a clear 8-0 defeat.'},
      {text: 'A win of 8-0 is rare.', flagged: ['A win of 8-0'], fixed: 'An 8-0 win is rare.'},
      {text: 'Lyon won for 2-0, and Lens beat Nice with 3-1.', flagged: ['for ', 'with '], fixed: 'Lyon won 2-0, and Lens beat Nice 3-1.', mt: 'yes'},
      {text: 'The captain scored the 2-0 before the break.', flagged: ['scored the 2-0'], fixed: 'The captain made it 2-0 before the break.'},
      {text: 'The coach was pleased after the 1-1 against Lens and the 3-1 in Nice.', flagged: ['the 1-1', 'the 3-1'], fixed: 'The coach was pleased after the 1-1 draw against Lens and the 3-1 result in Nice.', mt: 'yes'},
      {text: 'The striker scored in minute 12, and the guard left in the minute 63.', flagged: ['minute 12', 'the minute 63'], fixed: 'The striker scored in the 12th minute, and the guard left in the 63rd minute.'},
      {text: 'It was the goal number 21 of his career.', flagged: ['the goal number 21'], fixed: 'It was the 21st goal of his career.'},
      {text: 'The team is at two points from the leader, and Lens is to 5 points of the podium.', flagged: ['at two points from', 'to 5 points of'], fixed: 'The team is two points behind the leader, and Lens is 5 points behind the podium.'},
      {text: 'The Dow Jones closed with a gain of 0.4% 34,100 points.', flagged: [''], fixed: 'The Dow Jones closed with a gain of 0.4% at 34,100 points.', mt: 'yes'},
    ],
    good: [
      'The 3-1 win came after a 2-0 defeat. They won 3-1, lost 2-0 and drew 1-1, and he made it 2-0.',
      {text: 'The bill passed with 60-40, and the odds were 3-1. The team scored the 2-0 win by a lead of 10 points.', mt: 'yes'},
      {text: 'A draw of 12 to 16 teams will be held. He won by 3-1. In a minute 20 people came.', mt: 'yes'},
      {text: 'The goal was number 20 for him, and goal number 20 was the best. He looked at two points from the list.', mt: 'yes'},
      'The index rose 0.4% to 34,100 points. It fell 3% and 1,200 points were lost.',
      'In the minutes of the match from 1920 to 1930 it says so. The success of 9 to 5 jobs is known.',
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const quoted = quotedTokens(document);
    const seen = new Set<number>();
    const figure = (t: Token | undefined) => (t?.kind === 'number' && /^\d{1,3}$/.test(t.text) && Number(t.text) <= MOST ? Number(t.text) : undefined);

    for (const token of document.where(SCORES)) {
      if (quoted[token.index]) continue;
      const {folded} = token.word;
      if (folded === 'minute') minute(token);
      else if (folded === 'points') points(token);
      else number(token);
    }
    for (const token of document.ownTokens) if (token.kind === 'number' && !quoted[token.index]) score(token);

    /** A score that begins at a token: its last token and how it is written. */
    function scoreAt(first: Token): {readonly last: Token; readonly text: string; readonly even: boolean; readonly words: boolean} | undefined {
      const join = tokens[first.index + 1];
      const second = tokens[first.index + 2];
      const [a, b] = [figure(first), figure(second)];
      if (a === undefined || b === undefined || second!.sentence !== first.sentence) return undefined;
      const dash = DASH.test(join!.text) && !join!.spaced && !second!.spaced;
      if (!dash && join!.word.folded !== 'to') return undefined;
      const behind = tokens[second!.index + 1];
      if (behind && !behind.spaced && (DASH.test(behind.text) || behind.kind === 'number' || /^[%/]$/.test(behind.text))) return undefined;
      // "12 to 16 teams" is a range; so is "2010-2012".
      if (!dash && behind?.kind === 'word' && behind.sentence === first.sentence && !BEHIND_SCORE.test(behind.word.folded)) return undefined;
      return {last: second!, text: `${first.text}-${second!.text}`, even: a === b, words: !dash};
    }

    function score(first: Token): void {
      if (seen.has(first.index)) return;
      const before = tokens[first.index - 1];
      if (before?.kind !== 'word' || before.sentence !== first.sentence || before.word.shape !== 'lower') return;
      const w = before.word.folded;
      if (!/^(?:of|for|with|by|the)$/.test(w)) return;
      const found = scoreAt(first);
      if (!found) return;
      seen.add(found.last.index);
      const head = tokens[before.index - 1];
      if (head?.kind !== 'word' || head.sentence !== first.sentence) return;
      const {last} = found;
      const next = tokens[last.index + 1];
      const open = next?.sentence !== first.sentence || next.kind !== 'word' || BEHIND_SCORE.test(next.word.folded);
      if (w !== 'the' && RESULT.test(head.word.folded)) {
        if (!open || found.words && w === 'by') return;
        const article = tokens[head.index - 1];
        const put = `${found.text} ${head.text}`;
        const indefinite = article?.sentence === first.sentence && /^an?$/.test(article.word.folded) ? indefiniteBeforeText(put) ?? 'a' : undefined;
        const changed = indefinite && indefinite !== article!.word.folded;
        report({kind: 'result', start: changed ? article!.start : head.start, end: last.end, proposals: [changed ? `${/^A/.test(article!.text) ? indefinite[0]!.toUpperCase() + indefinite.slice(1) : indefinite} ${put}` : put], confidence: w === 'of' ? 0.85 : w === 'by' ? 0.3 : 0.75, note: 'English puts the score before the noun.'});
      } else if (w === 'for' || w === 'with') {
        if (!open || found.words) return;
        for (let k = before.index - 1; k >= before.index - REACH; k--) {
          const t = tokens[k];
          if (t?.sentence !== first.sentence || t.kind !== 'word' || BREAKS.test(t.word.folded)) return;
          if (!BEATEN.test(t.word.folded)) continue;
          report({kind: 'bare', start: before.start, end: first.start, proposals: [''], confidence: 0.8, note: 'English has the score without a preposition: won 3-1.'});
          return;
        }
      } else if (w === 'the' && open && !found.words) {
        if (SCORED.test(head.word.folded)) {
          report({kind: 'goal', start: head.start, end: last.end, proposals: [`${/^(?:scoring)$/.test(head.word.folded) ? 'making' : /(?:ed|made|got|found|put)$/.test(head.word.folded) ? 'made' : head.word.folded.endsWith('s') ? 'makes' : 'make'} it ${found.text}`], confidence: 0.9, note: 'A goal makes it 2-0.'});
        } else if (/^(?:after|before|for|with|from|despite|in|at|of|and)$/.test(head.word.folded) && next?.sentence === first.sentence && /^(?:against|at|in|with|of)$/.test(next.word.folded)) {
          report({kind: 'goal', start: before.start, end: last.end, proposals: [`${before.text} ${found.text} ${found.even ? 'draw' : 'result'}`, ...(found.even ? [] : [`${before.text} ${found.text} win`, `${before.text} ${found.text} defeat`])], confidence: 0.55, note: 'In English a score is no noun by itself.'});
        }
      }
    }

    /** "in minute 63", "in the minute 63" */
    function minute(token: Token): void {
      const next = tokens[token.index + 1];
      const n = figure(next);
      if (n === undefined || n === 0 || n > 125 || next!.sentence !== token.sentence) return;
      const behind = tokens[next!.index + 1];
      if (behind?.kind === 'word' && behind.sentence === token.sentence && /^[a-z]+s$/.test(behind.text) && !/^(?:thus|this|was|is|has)$/.test(behind.text) || behind && DASH.test(behind.text)) return;
      const before = tokens[token.index - 1];
      const the = before?.word.folded === 'the' && before.sentence === token.sentence;
      const lead = the ? tokens[before.index - 1] : before;
      if (lead?.sentence !== token.sentence || !/^(?:in|at|to|until|from|around|of|by|after|since|on|before)$/.test(lead.word.folded)) return;
      report({kind: 'minute', start: the ? before.start : token.start, end: next!.end, proposals: [`the ${ordinal(n)} minute`], confidence: the ? 0.92 : 0.75, note: 'English counts minutes of a match by an ordinal before the noun.'});
    }

    /** "the goal number 20" */
    function number(token: Token): void {
      const before = tokens[token.index - 1];
      const word = tokens[token.index + 1];
      const n = figure(tokens[token.index + 2]);
      if (n === undefined || word?.word.folded !== 'number' || before?.sentence !== token.sentence || !/^(?:the|his|her|its|their)$/.test(before.word.folded)) return;
      report({kind: 'minute', start: before.start, end: tokens[token.index + 2]!.end, proposals: [`${before.text} ${ordinal(n)} ${token.text}`], confidence: 0.75, note: 'English counts by an ordinal before the noun.'});
    }

    function points(token: Token): void {
      const count = tokens[token.index - 1];
      if (!count || count.sentence !== token.sentence) return;
      const before = tokens[count.index - 1];
      if (count.kind === 'number' && before?.text === '%' && before.sentence === token.sentence && /^\d{1,3}(?:[,.]\d{3})+(?:[.,]\d+)?$|^\d{4,}(?:[.,]\d+)?$/.test(count.text) && count.spaced) {
        const put = {start: count.start, end: count.start, text: 'at '};
        report({kind: 'points', start: count.start, end: count.start, proposals: [put, {...put, text: 'to '}], confidence: 0.8, note: 'How far the index went stands behind “to” or “at”.'});
        return;
      }
      const from = tokens[token.index + 1];
      if (!before || !/^(?:at|to)$/.test(before.word.folded) || !/^(?:from|of)$/.test(from?.word.folded ?? '') || from!.sentence !== token.sentence) return;
      const the = tokens[from!.index + 1];
      const goal = /^(?:the|first|second|third)$/.test(the?.word.folded ?? '') ? tokens[the!.index + 1] : the;
      const leading = LEADING.test(goal?.word.folded ?? '') || LEADING.test(the?.word.folded ?? '') || goal?.word.shape === 'capital';
      const verb = tokens[before.index - 1];
      if (!leading || goal?.sentence !== token.sentence || verb?.sentence !== token.sentence || !(BE.has(verb.word.folded) || verb.text === ',' || /^(?:now|still|only|just|already|remains|remain|stays|stay|place|table|standings|climbs|climb|moves|move)$/.test(verb.word.folded))) return;
      report({kind: 'distance', start: before.start, end: from!.end, proposals: [`${count.text} ${token.text} behind`, `${count.text} ${token.text} off`], confidence: 0.88, note: 'English says how far a team is behind another.'});
    }
  },
});
