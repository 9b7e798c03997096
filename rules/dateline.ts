import {DAYS, MONTHS} from '../src/document/english.ts';
import {Flag, lookup, plain} from '../src/lexicon/lexicon.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Characters of a paragraph in which a dateline stands. */
const MAX_LENGTH = 100;
const SITE = String.raw`[\p{L}\d]{2,20}\.(?:com?|net|org|id|in|pk|info|news|tv|co\.id|my\.id|web\.id|com\.tr|com\.br|fr|it|de|es|ru|ua)`;
const NAME = String.raw`\p{Lu}[\p{L}’'.]{0,20}`;
/** Who, where and when, before the dash: "Tempo.co, Jakarta", "LONDON (Reuters)", "Liputan6.com, New Delhi", "Ankara, May 5". */
const HEAD = String.raw`(?:${SITE}|${NAME}(?: ${NAME}){0,2})(?:(?:,{1,2} |\/| \/ | \| | )(?:${SITE}|\(?${NAME}(?: ${NAME}){0,2}\)?|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,2})){0,3}`;
const OPENING = String.raw`(?:The|An?|This|These|After|When|While|Although|As|During|Following|His|Her|Its|There|It|He|She) \p{Ll}`;
/** "Jakarta -The president", "Ankara- The", "Ankara-The". */
const DASH = String.raw`(?: [-–—](?=[\p{Lu}“"])|(?<=[\p{L})])- (?=[\p{Lu}“"])|(?<=\p{L})-(?=${OPENING}))`;
/** With what each is looked for, and a sign that it may be there, which costs little. */
const DASHED = {sign: new RegExp(DASH, 'u'), whole: new RegExp(`^(${HEAD})${DASH}`, 'u')};
/** Words with which a first sentence begins and with which no name of a place goes on. */
const LOST = {sign: new RegExp(String.raw`[\p{L})] ${OPENING}`, 'u'), whole: new RegExp(`^(${HEAD}) (?=${OPENING})`, 'u')};
const FUSED = {sign: /\.\p{Ll}{2,4}\p{Lu}/u, whole: new RegExp(String.raw`^(${SITE})(?=(\p{Lu}{4,20}|\p{Lu}\p{Ll}{3,20})(?:,? | ?[-–—] ?)\p{L}?)`, 'u')};
const find = ({sign, whole}: {readonly sign: RegExp; readonly whole: RegExp}, head: string) => (sign.test(head) ? whole.exec(head) : null);
/** The frequency from which on a place is well known, so that it stands before the dash by itself. */
const KNOWN = 95;

export default defineRule({
  id: 'dateline',
  summary: 'A dateline whose dash is lost, or stands at the first word of the text',
  why: `News begins with where it comes from: \`JAKARTA, Kompas.com – The minister …\`. Engines put the dash to the word behind it (\`Jakarta -The minister\`), lose it (\`Jakarta The minister\`), double the comma before the place (\`Tempo.co,, Jakarta\`) or write site and place together (\`Ntvnews.idJAKARTA\`).

Silent on compounds with a hyphen, on names of several words, and where what stands before the dash is no place, site or agency.`,
  category: 'punctuation',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  kinds: {
    dash: 'The dash stands at a word',
    lost: 'There is no dash',
    fused: 'The site and the place are one word',
  },
  examples: {
    bad: [
      {text: 'Jakarta -The governor opened a new harbour on Monday.', flagged: [' -'], fixed: 'Jakarta – The governor opened a new harbour on Monday.'},
      {text: 'Tempo.co,, Jakarta -The governor opened a harbour.', flagged: [',, Jakarta -'], fixed: 'Tempo.co, Jakarta – The governor opened a harbour.'},
      {text: 'Liputan6.com, London -Prime Minister Anna Weber resigned.', flagged: [' -'], fixed: 'Liputan6.com, London – Prime Minister Anna Weber resigned.'},
      {text: 'ANKARA (Reuters) -President Anna Weber left.', flagged: [' -'], fixed: 'ANKARA (Reuters) – President Anna Weber left.'},
      {text: 'Example.com -The governor opened a harbour.', flagged: [' -'], fixed: 'Example.com – The governor opened a harbour.'},
      {text: 'Jakarta The governor opened a new harbour on Monday.', flagged: [' '], fixed: 'Jakarta – The governor opened a new harbour on Monday.'},
      {text: 'SURABAYA, Example.com The bridge is closed again.', flagged: [' '], fixed: 'SURABAYA, Example.com – The bridge is closed again.'},
      {text: 'Example.idJAKARTA – The bridge is closed again.', flagged: ['Example.idJAKARTA'], fixed: 'Example.id, JAKARTA – The bridge is closed again.'},
      {text: 'Example.comAnkara-The bridge is closed again.', flagged: ['Example.comAnkara-'], fixed: 'Example.com, Ankara – The bridge is closed again.'},
    ],
    good: [
      'Jakarta – The governor opened a harbour.',
      'Franco -German talks began. Anna Weber -Lopez was there.',
      'London The Musical opens. Jakarta is hot. Paris Saint-Germain won.',
      'New York A-list stars came to Monte-Carlo.',
      'In Ankara the talks went on. Weber The painter left.',
    ],
  },
  check(document, report) {
    const {text} = document;
    for (const [start, end] of document.ownStretches) {
      const head = text.slice(start, Math.min(end, start + MAX_LENGTH));
      if (!/^\p{L}/u.test(head)) continue;
      const fused = find(FUSED, head);
      if (fused && isPlace(fused[2]!)) {
        const [{length}, site = '', place = ''] = fused;
        const dash = head[length + place.length] === '-' ? '-' : '';
        report({kind: 'fused', start, end: start + length + place.length + dash.length, proposals: [`${site}, ${place}${dash && ' – '}`, `${site} ${place}${dash && ' – '}`], confidence: 0.9, note: 'The site and the place of the dateline are written together.'});
        continue;
      }
      const dashed = find(DASHED, head);
      const [whole = '', before = ''] = dashed ?? find(LOST, head) ?? [];
      // "Franco -German talks"
      if (!before || !isDateline(before) || lookup(/^\p{L}*/u.exec(head.slice(whole.length))![0].toLowerCase()).flags & Flag.Proper) continue;
      const commas = before.indexOf(',,');
      const from = commas < 0 ? before.length : commas;
      report({
        kind: dashed ? 'dash' : 'lost', start: start + from, end: start + whole.length, proposals: [`${before.slice(from).replace(',,', ',')} – `],
        confidence: dashed ? 0.94 : 0.86, note: dashed ? 'The dash behind a dateline stands by itself.' : 'Behind a dateline stands a dash.',
      });
    }
  },
});

const isPlace = (name: string): boolean => (lookup(plain(name.toLowerCase())).flags & Flag.Place) !== 0;

/** Whether what stands before the text names places, sites, days and agencies, but for one piece at most. */
function isDateline(head: string): boolean {
  const pieces = head.split(/,{1,2} | ?[/|] ?| (?=\()/);
  const isSite = (piece: string) => /\p{L}\.\p{L}{2}/u.test(piece);
  const isNamed = (piece: string) => piece.split(' ').every(isPlace) || /^(?:New|San|Santa|St\.?|Los|Las|Tel|Hong|Kuala|Abu|Buenos|Rio|Cape) /.test(piece) && isPlace(piece.split(' ').at(-1)!);
  const known = pieces.filter((piece) => isSite(piece) || isNamed(piece)).length;
  const [first = ''] = pieces;
  const last = pieces.at(-1)!;
  if (pieces.length === 1) return isSite(first) || isNamed(first) && (first.includes(' ') || lookup(plain(first.toLowerCase())).frequency > KNOWN);
  return known > 0 && (known >= pieces.length - 1 || /\d$/.test(last) || /^\(/.test(last) || DAYS.has(last.toLowerCase()) || MONTHS.has(last.split(' ')[0]!.toLowerCase()));
}
