import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {Table} from '../src/lexicon/table.ts';
import {defineRule} from '../src/rule/rule.ts';

const OFFICE = wordClass(({folded}) => /^(?:president|premier|chancellor|minister|secretary|secretary-general|governor|mayor|prefect|head|chief|leader|director|chairman|chairwoman|chairperson|chair|ambassador|spokesman|spokeswoman|spokesperson|commander|commissioner|prosecutor|rector|dean|founder|editor|coach|captain|owner|author|chef|boss|deputy|member)$/.test(folded));
/** Beginnings of names of places, behind which a first name is no person's. */
const OPENS_PLACE = /^(?:san|santa|santo|são|saint|st|sainte|new|los|las|el|la|le|fort|port|mount|lake|cape|king|prince|queen|sir|lord|lady|mr|mrs|ms|dr|don|doña)$/;
/** Words of a name behind the surname. */
const PARTICLE = /^(?:de|da|do|dos|del|della|di|van|von|der|den|bin|al|el|la|le|ibn|ben|y)$/i;
/** Longest rest of an office, in tokens: "secretary of the National Security Council of Russia". */
const MAX_REST = 12;
const MAX_NAME = 5;
/** Common nouns for what has a head. */
const BODY = /^(?:police|department|party|committee|commission|court|team|club|company|group|government|army|region|province|district|city|town|village|municipality|union|service|agency|council|parliament|ministry|association|federation|bank|force|forces|navy|museum|school|university|hospital|centre|center|institute|office|bureau|board|delegation|mission|movement|organization|organisation|foundation|festival|orchestra|theatre|theater|factory|plant|airport|state|country|republic|house|chamber|senate|church|diocese|division|unit|brigade|side|squad)$/;
const FIRST_NAMES = new Table('first-names');

export default defineRule({
  id: 'apposition',
  summary: 'A name behind an office without the commas that set it off',
  why: `Romance and Slavic languages put a name behind the whole office, and some write no comma: *le président du Vietnam To Lam*. English puts the name between commas behind \`the president of Vietnam\`, or the office before the name: \`Vietnamese President To Lam\`.

Silent where the office has no *of*, where a comma stands already, and where the name belongs to what is led (\`the president of Saint Mary College\`).`,
  category: 'punctuation',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  reach: 'paragraph',
  needs: 0.3,
  examples: {
    bad: [
      {text: 'The talks with the president of Mexico Claudia Sheinbaum went on.', flagged: ['', ''], fixed: 'The talks with the president of Mexico, Claudia Sheinbaum, went on.', mt: 'yes'},
      {text: 'The plan comes from the head of the regional police Peter Lang.', flagged: [''], fixed: 'The plan comes from the head of the regional police, Peter Lang.', mt: 'yes'},
      {text: 'Two days later the deputy chairman of the Security Council of Georgia David Kapanadze announced that he would resign.', flagged: ['', ''], fixed: 'Two days later the deputy chairman of the Security Council of Georgia, David Kapanadze, announced that he would resign.', mt: 'yes'},
    ],
    good: [
      {text: 'The president of Mexico, Claudia Sheinbaum, met the mayor of San Jose and the head of Martin Luther College.', mt: 'yes'},
      {text: 'The leader of the James Brown Band said that President Emmanuel Macron had come.', mt: 'yes'},
      {text: 'The head of Robert Bosch Hospital left the office of Angela Merkel.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    let seen = -1;
    for (const office of document.where(OFFICE)) {
      if (office.index <= seen || document.isTitle(office.sentence) || !isDefinite(office)) continue;
      const of = document.after(office);
      // "Secretary of State" is a title that stands before a name.
      if (of?.word.folded !== 'of' || document.after(of)?.text === 'State') continue;
      const name = nameBehind(of.index);
      if (!name) continue;
      const [before, last] = [tokens[name.first - 1]!, tokens[name.last]!];
      seen = name.last;
      const note = 'English sets a name behind an office off with commas.';
      const next = document.after(last);
      const sure = next !== undefined && (next.word.shape === 'lower' || /^[.,;]$/.test(next.text));
      if (!sure) continue;
      const comma = (token: Token) => report({start: token.end, end: token.end, proposals: [','], confidence: 0.6, note, message: `A comma is missing behind \`${token.text}\``});
      comma(before);
      if (next.kind === 'word' && !/^(?:and|or)$/.test(next.word.folded)) comma(last);
    }

    /** "the deputy head", "its president" */
    function isDefinite(token: Token): boolean {
      for (let t = document.before(token), k = 0; t?.kind === 'word' && k < 4; t = document.before(t), k++) {
        if (/^(?:the|his|her|its|their|our)$/.test(t.word.folded)) return true;
        if (/^(?:a|an|of|by|with|as|and|to)$/.test(t.word.folded)) return false;
      }
      return false;
    }

    /** First and last token of a person's name that stands right behind what is led. */
    function nameBehind(of: number): {first: number; last: number} | undefined {
      for (let k = of + 2; k < of + MAX_REST; k++) {
        const token = tokens[k];
        if (token?.sentence !== tokens[of]!.sentence || (token.kind !== 'word' && token.text !== '-')) return undefined;
        const {word} = token;
        const before = tokens[k - 1]!;
        if (word.shape === 'lower' && !word.english) return undefined;
        if (word.shape !== 'capital' || word.base !== word.folded || word.entry.flags & Flag.Proper || !mayBeFirstName(token) || !endsBody(before)) continue;
        let last = k;
        for (let n = k + 1; n < k + MAX_NAME; n++) {
          const t = tokens[n];
          if (t?.kind !== 'word' || t.sentence !== token.sentence || !t.spaced) break;
          if (t.word.shape === 'capital' || t.word.shape === 'mixed') last = n;
          else if (!PARTICLE.test(t.text)) break;
        }
        const end = tokens[last]!;
        // "Martin Luther College" and other things that bear a person's name.
        const lonely = end.word.english && !end.word.isName;
        return last > k && !lonely && end.word.base === end.word.folded ? {first: k, last} : undefined;
      }
      return undefined;
    }

    /** A first name that lists have, or one that they lack before a surname that is no word either. */
    function mayBeFirstName(token: Token): boolean {
      if (FIRST_NAMES.has(token.word.base)) return true;
      const next = document.after(token);
      return !token.word.english && !(token.word.entry.flags & Flag.Place) && next?.word.shape === 'capital' && next.spaced && !next.word.english && !(next.word.entry.flags & Flag.Place);
    }

    /** Whether a word may end the name of a body or place, or is a common noun. */
    function endsBody(token: Token): boolean {
      const {word} = token;
      if (token.kind !== 'word' || OPENS_PLACE.test(word.folded) || word.base !== word.folded) return false;
      if (word.shape === 'lower') return BODY.test(word.folded);
      if (word.shape === 'upper') return true;
      // "of Georgia David Kapanadze": behind "of" it is the country.
      const place = (word.entry.flags & Flag.Place) !== 0 && (!FIRST_NAMES.has(word.base) || /^(?:of|the)$/.test(tokens[token.index - 1]!.word.folded));
      return place || (word.english && !word.isName);
    }
  },
});
