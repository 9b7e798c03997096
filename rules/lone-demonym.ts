import type {Token} from '../src/document/token.ts';
import {wordClass} from '../src/document/word.ts';
import {isInfinitive, baseOfThird} from '../src/document/verbs.ts';
import {speaks} from '../src/document/speech.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Adjectives of nations that are no nouns of one person, and what one is called. */
const PERSON: Readonly<Record<string, string>> = {
  spanish: 'Spaniard', french: 'Frenchman', english: 'Englishman', dutch: 'Dutchman', irish: 'Irishman', welsh: 'Welshman', danish: 'Dane', polish: 'Pole', swedish: 'Swede', turkish: 'Turk', finnish: 'Finn', scottish: 'Scot', british: 'Briton',
};
const NATION = wordClass(({folded, shape}) => shape === 'capital' && folded in PERSON);
/** Verbs of one person: a people, which is many, has "are". */
const SINGULAR = /^(?:is|was|has|does|doesn't|isn't|wasn't|hasn't|himself|herself)$/;
/** Of a person alone: behind these the nation is one of its players. */
const SPORT = new Set('match matches coach striker goalkeeper midfielder defender league goal goals set sets tennis champion championship race rider driver round tournament seed quarter-final semi-final final circuit stage title podium forward winger'.split(' '));
/** Tokens on each side in which sport is told of. */
const NEAR = 40;

export default defineRule({
  id: 'lone-demonym',
  summary: 'An adjective of a nation that stands for one person',
  why: `In Romance, Slavic and Germanic languages the adjective of a nation names a person as well: *el español*, *l'Anglais*, *lo svedese*. English has nouns of its own for one of them (*the Spaniard*, *the Dane*, *the Dutchman*): \`the Spanish has won\`, \`the Danish was injured\`, \`the Swedish of Chelsea\`.

Silent where the people or the language is meant, and on nations whose adjective is a noun too (*the German*, *the Italian*).`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.7,
  reach: 'paragraph',
  examples: {
    bad: [
      {text: 'The Spanish has won five titles, and the Danish was injured in the second set of the match.', flagged: ['Spanish', 'Danish'], fixed: 'The Spaniard has won five titles, and the Dane was injured in the second set of the match.'},
      {text: 'The coach praised the Swedish, who scored twice in the match. The Dutch of Chelsea scores in every match.', flagged: ['Swedish', 'Dutch'], fixed: 'The coach praised the Swede, who scored twice in the match. The Dutchman of Chelsea scores in every match.', mt: 'yes'},
    ],
    good: [
      'The Spanish have won five titles, and the Danish team was beaten. The French was poor, but the English was easy to read.',
      {text: 'The match was lost by the Dutch. The British, who invented the match, left. The Irish of Boston love the cup.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    const quoted = quotedTokens(document);
    for (const token of document.where(NATION)) {
      const {sentence, index} = token;
      const the = tokens[index - 1];
      if (the?.word.folded !== 'the' || the.sentence !== sentence || quoted[index]) continue;
      const next = tokens[index + 1];
      if (next?.sentence !== sentence) continue;
      const w = next.word.folded;
      const sport = isSport(token);
      const one = SINGULAR.test(w) || sport && next.kind === 'word' && next.word.shape === 'lower' && w.endsWith('s') && baseOfThird(w) !== undefined && !/^(?:its|his|this|as|plus|less|across|always|perhaps|towards|besides|sometimes|afterwards|players|fans|clubs|teams|riders|drivers|champions|ones|sides|internationals|masters|finals|nationals|doubles|athletes)$/.test(w) && startsClause(next);
      const of = sport && w === 'of' && /^(?:capital|upper|mixed)$/.test(tokens[index + 2]?.word.shape ?? '') && !/^(?:Boston|Chicago|New|Liverpool|South|North|America|Australia|Canada|Ireland)$/.test(tokens[index + 2]!.text) && speaksOfOne(index + 3, sentence);
      const who = sport && next.text === ',' && tokens[index + 2]?.word.folded === 'who' && twice(tokens[index + 4], tokens[index + 3]);
      if (!one && !of && !who) continue;
      // "the French was poor": a language
      if (one && !sport && /^(?:french|english|dutch|irish|welsh|polish|turkish|danish|finnish|swedish|spanish)$/.test(token.word.folded) && !/^(?:has|does|himself|herself)$/.test(w)) continue;
      report({start: token.start, end: token.end, proposals: [PERSON[token.word.folded]!], confidence: one ? 0.85 : 0.6, note: 'English has a noun of its own for one person of this nation.'});
    }

    function isSport({index, segment}: Token): boolean {
      document.lookFar();
      for (let i = Math.max(0, index - NEAR); i < Math.min(tokens.length, index + NEAR); i++) if (tokens[i]!.segment === segment && SPORT.has(tokens[i]!.word.base)) return true;
      return false;
    }

    /** Whether a word in -s is a verb: an object, a preposition or an end follows. */
    function startsClause(verb: Token): boolean {
      const after = tokens[verb.index + 1];
      return after?.sentence === verb.sentence && (/^(?:the|a|an|his|her|in|on|at|to|with|for|from|by|after|against|again|[.,])$/.test(after.text) || after.kind === 'number');
    }

    /** "of Chelsea scores in every match" */
    function speaksOfOne(i: number, sentence: number): boolean {
      const verb = tokens[i];
      return verb?.sentence === sentence && (SINGULAR.test(verb.word.folded) || speaks(verb.word.folded) || verb.word.folded.endsWith('s') && baseOfThird(verb.word.folded) !== undefined && startsClause(verb) || verb.word.folded.endsWith('ed') && !isInfinitive(verb.word.folded));
    }

    /** "who scored twice" */
    function twice(times: Token | undefined, verb: Token | undefined): boolean {
      return /^(?:twice|twelve|for|the|a|an|in|on|at|to|by|from|his|her|,)$/.test(times?.text ?? '') && /^(?:scored|beat|won|lost|finished|signed|replaced|left|joined|retired|served|led|missed|trained|started)$/.test(verb?.word.folded ?? '') && tokens[verb!.index - 1]!.word.folded === 'who';
    }
  },
});
