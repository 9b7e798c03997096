import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {Flag} from '../src/lexicon/lexicon.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {finite} from '../src/evidence/clause.ts';
import {defineRule} from '../src/rule/rule.ts';

const OFFICE_WORD = /^(?:president|premier|chancellor|minister|secretary|secretary-general|governor|mayor|prefect|head|chief|leader|director|chairman|chairwoman|chairperson|chair|ambassador|spokesman|spokeswoman|spokesperson|commander|commissioner|prosecutor|rector|dean|founder|editor|coach|captain|owner|author|chef|boss|deputy|member)$/;
const OFFICE = wordClass(({folded}) => OFFICE_WORD.test(folded));
const NOTE = 'English sets a name behind an office off with commas.';
/** Beginnings of names of places, behind which a first name is no person's. */
const OPENS_PLACE = /^(?:san|santa|santo|são|saint|st|sainte|new|los|las|el|la|le|fort|port|mount|lake|cape|king|prince|queen|sir|lord|lady|mr|mrs|ms|dr|don|doña)$/;
/** Words of a name behind the surname. */
const PARTICLE = /^(?:de|da|do|dos|del|della|di|van|von|der|den|bin|al|el|la|le|ibn|ben|y)$/i;
/** Longest rest of an office, in tokens: "secretary of the National Security Council of Russia". */
const MAX_REST = 12;
const MAX_NAME = 5;
/** Common nouns for what has a head. */
const BODY = /^(?:police|department|party|committee|commission|court|team|club|company|group|government|army|region|province|district|city|town|village|municipality|union|service|agency|council|parliament|ministry|association|federation|bank|force|forces|navy|museum|school|university|hospital|centre|center|institute|office|bureau|board|delegation|mission|movement|organization|organisation|foundation|festival|orchestra|theatre|theater|factory|plant|airport|state|country|republic|house|chamber|senate|church|diocese|division|unit|brigade|side|squad)$/;

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
      {text: 'The talks with the president of Mexico Claudia Sheinbaum went on.', flagged: [' Claudia Sheinbaum'], fixed: 'The talks with the president of Mexico, Claudia Sheinbaum, went on.', mt: 'yes'},
      {text: 'The plan comes from the head of the regional police Peter Lang.', flagged: [''], fixed: 'The plan comes from the head of the regional police, Peter Lang.', mt: 'yes'},
      {text: 'Among the guests of the dinner were the mayor of Lyon, Anne Dupont and the president of the bank. The head of the police, Peter Lang said that nobody was hurt.', flagged: ['', ''], fixed: 'Among the guests of the dinner were the mayor of Lyon, Anne Dupont, and the president of the bank. The head of the police, Peter Lang, said that nobody was hurt.', mt: 'yes'},
      {text: 'Ivan Petrov, the mayor of Odesa said that the port was open.', flagged: [''], fixed: 'Ivan Petrov, the mayor of Odesa, said that the port was open.', mt: 'yes'},
      {text: 'Two days later the deputy chairman of the Security Council of Georgia David Kapanadze announced that he would resign.', flagged: [' David Kapanadze'], fixed: 'Two days later the deputy chairman of the Security Council of Georgia, David Kapanadze, announced that he would resign.', mt: 'yes'},
    ],
    good: [
      {text: 'The president of Mexico, Claudia Sheinbaum, met the mayor of San Jose and the head of Martin Luther College.', mt: 'yes'},
      {text: 'According to the mayor of Lyon, Anne Dupont said nothing. For Ivan Petrov, the mayor said too much. Ivan Petrov, the mayor said, was ill. Present were the president of France, Angela Merkel and Tony Blair.', mt: 'yes'},
      {text: 'She met the president of Vietnam in Hanoi, the king of Spain in May and the ambassador of Mali at Harvard.', mt: 'yes'},
      {text: 'The leader of the James Brown Band said that President Emmanuel Macron had come.', mt: 'yes'},
      {text: 'The head of Robert Bosch Hospital left the office of Angela Merkel.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    let seen = -1;
    for (const office of document.where(OFFICE)) {
      if (office.index <= seen || document.isTitle(office.sentence) || !isDefinite(office)) continue;
      let of = document.after(office);
      if (of?.word.folded === 'general' && office.word.folded === 'secretary') of = document.after(of);
      // "Secretary of State" is a title that stands before a name.
      if (of?.word.folded !== 'of' || document.after(of)?.text === 'State') continue;
      // "Minister of Education" with capitals is a title as well.
      if (office.word.shape === 'capital' && office.index > document.sentences[office.sentence]!.first) continue;
      const comma = (token: Token, confidence: number, note = NOTE) => report({start: token.end, end: token.end, proposals: [','], confidence, note, message: `A comma is missing behind \`${token.text}\``});
      const name = nameBehind(of.index);
      if (!name) {
        const end = notClosed(office, of.index);
        if (end) comma(end, 0.45, 'A name behind an office ends with a comma as well.');
        continue;
      }
      const [before, last] = [tokens[name.first - 1]!, tokens[name.last]!];
      seen = name.last;
      const next = document.after(last);
      const sure = next !== undefined && (next.word.shape === 'lower' || /^[.,;]$/.test(next.text));
      if (!sure) continue;
      if (next.kind !== 'word' || /^(?:and|or)$/.test(next.word.folded)) comma(before, 0.6);
      else {
        const called = document.slice(name.first, name.last);
        report({start: before.end, end: last.end, proposals: [`, ${called},`], confidence: 0.6, note: NOTE, message: `Commas are missing around \`${called}\``});
      }
    }
    for (const sentence of document.ownSentences) if (sentence.last - sentence.first > 7) nameFirst(sentence.first, sentence.last);

    /** The last token of a name in "the president of Brazil, Luiz Costa and the pope", "the head of the police, Peter Lang said": a comma opens the name and none closes it. */
    function notClosed(office: Token, of: number): Token | undefined {
      let comma = of + 2;
      while (comma < of + MAX_REST && tokens[comma]?.kind === 'word' && tokens[comma]!.sentence === office.sentence) comma++;
      if (tokens[comma]?.text !== ',' || tokens[comma]!.sentence !== office.sentence || !endsBody(tokens[comma - 1]!)) return undefined;
      for (let k = of + 1; k < comma; k++) if (finite(document, tokens[k]!)) return undefined;
      const last = nameAt(comma + 1);
      const next = last && document.after(last);
      if (!last || !next || next.sentence !== office.sentence || next.kind !== 'word' || next.word.shape !== 'lower') return undefined;
      const {first} = document.sentences[office.sentence]!;
      let start = office.index;
      while (start > first && tokens[start]!.kind === 'word' && !/^(?:the|his|her|its|their|our)$/.test(tokens[start]!.word.folded)) start--;
      const lead = tokens[start - 1];
      if (/^(?:and|or)$/.test(next.word.folded)) {
        // "…, Luiz Costa and the president of Vietnam": the next office follows, and no list of names.
        const the = tokens[next.index + 1];
        if (!/^(?:the|his|her|its|their)$/.test(the?.word.folded ?? '')) return undefined;
        for (let k = the!.index + 1; k < the!.index + 4; k++) if (tokens[k]?.kind === 'word' && (OFFICE_WORD.test(tokens[k]!.word.folded) || tokens[k]!.word.folded === 'counterpart')) return last;
        return undefined;
      }
      // The subject of the sentence: "According to the mayor of Lyon, Anne Dupont said" is sound.
      if (start > first && !(lead && lead.sentence === office.sentence && /^(?:that|and|but)$/.test(lead.word.folded) && lead.index > first) || !finite(document, next)) return undefined;
      return restHasComma(next) ? undefined : last;
    }

    /** Whether a comma stands within some words behind a verb: "Ivan Petrov, the mayor said, was ill". */
    function restHasComma(verb: Token): boolean {
      for (let k = verb.index + 1; k < verb.index + 8 && tokens[k]?.sentence === verb.sentence; k++) if (tokens[k]!.text === ',') return true;
      return false;
    }

    /** The last token of a person's name of two to five words that begins at `i`. */
    function nameAt(i: number): Token | undefined {
      const token = tokens[i];
      if (token?.kind !== 'word' || token.word.shape !== 'capital' || !mayBeFirstName(token)) return undefined;
      let last = i;
      for (let n = i + 1; n < i + MAX_NAME; n++) {
        const t = tokens[n];
        if (t?.kind !== 'word' || t.sentence !== token.sentence || !t.spaced) break;
        if (t.word.shape === 'capital' || t.word.shape === 'mixed') last = n;
        else if (!PARTICLE.test(t.text)) break;
      }
      return last > i && tokens[last]!.word.base === tokens[last]!.word.folded ? tokens[last] : undefined;
    }

    /** "Ivan Petrov, the mayor of Odesa said": a name opens the sentence and what it is stands behind one comma. */
    function nameFirst(first: number, sentenceEnd: number): void {
      const name = nameAt(first);
      const comma = name && tokens[name.index + 1];
      if (!name || comma?.text !== ',' || !/^(?:the|a|an)$/.test(tokens[comma.index + 1]?.word.folded ?? '') || document.isTitle(name.sentence)) return;
      let office = false;
      for (let k = comma.index + 2; k <= Math.min(sentenceEnd, comma.index + 12); k++) {
        const t = tokens[k]!;
        if (t.kind !== 'word' && t.text !== '-') return;
        if (OFFICE_WORD.test(t.word.folded)) office = true;
        if (/^(?:who|which|that|whose|and|or|where|when|whom)$/.test(t.word.folded)) return;
        if (!finite(document, t)) continue;
        // A participle of the phrase: "the minister appointed in May said".
        const before = tokens[k - 1]!;
        if (!office || OFFICE_WORD.test(before.word.folded) && tokens[k - 2]!.index === comma.index + 1 || !/^(?:said|says|told|announced|added|warned|was|is|has|had|will|confirmed|stated|declared|explained|called|resigned|denied|accused|promised|wants|believes|considers)$/.test(t.word.folded) || restHasComma(t)) return;
        report({start: before.end, end: before.end, proposals: [','], confidence: 0.45, note: 'What somebody is stands between two commas behind the name.', message: `A comma is missing behind \`${before.text}\``});
        return;
      }
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
