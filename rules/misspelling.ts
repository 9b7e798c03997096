import {UNKNOWN_ONLY, WEAK} from '../src/evidence/explain/garbled.ts';
import {inLoan, isLoan} from '../src/evidence/loans.ts';
import {triageOf} from '../src/evidence/triage.ts';
import {inCaseOf} from '../src/document/english.ts';
import {readData} from '../src/lexicon/assets.ts';
import {type Word, wordClass, wordNote} from '../src/document/word.ts';
import {Flag, isEnglish, languagesOf, lookup} from '../src/lexicon/lexicon.ts';
import {fitAt, isCommonWord, nearWords} from '../src/evidence/near-words.ts';
import {misnamedIn} from '../src/evidence/misnamed.ts';
import {defineRule} from '../src/rule/rule.ts';

const NON_ASCII = /[^\0-\x7f]/;
/** A form that is just near to a word counts only where other unknown words point to damage: one in this many words. */
const WORDS_A_SIGN = 150;
/** What it may take at most to get from such a form to a word; see `Near`. */
const MAX_COST = 1.2;

let slips: ReadonlyMap<string, string> | undefined;
/** What a frequent slip stands for. */
function meantBy(form: string): string | undefined {
  slips ??= new Map(readData<string[]>('slips').flatMap((line) => {
    const [right = '', wrong = ''] = line.split(': ');
    return wrong.split(' ').map((slip) => [slip, right] as const);
  }));
  return slips.get(form);
}

/** Words that English has without accents. */
const isAccented = (word: Word) => NON_ASCII.test(word.text) && word.shape === 'lower' && word.plain !== word.base && word.base.length > 4 && !lookup(word.base).frequency && !lookup(word.base).flags && isEnglish(word.plain);
/** Forms that the lexicon takes for words. */
const LISTED = wordClass((word) => isAccented(word) || (word.shape === 'lower' || word.shape === 'capital') && meantBy(word.base) !== undefined);

/** Below this nothing is proposed: on engines' sentences such proposals were hardly ever what their editors wrote. */
const SURE_ENOUGH = 0.46;

/** Of what an engine made up, words near it are hardly ever what was meant, unless letters have changed places. */
const lettersOf = (word: string) => [...word].sort().join('');

const withLettersOf = wordNote(({base}) => nearWords(base, 'common', isCommonWord).filter(({word, cost}) => cost <= MAX_COST && lettersOf(word) === lettersOf(base)).slice(0, 3).map(({word}) => word));

export default defineRule({
  id: 'misspelling',
  summary: 'A word spelled as another language does, with wrong accents, or with a slip',
  why: `Engines spell what they half know: \`eucaliptus\`, \`fotograph\`, \`Angolean\`, \`Biélarusian\`, spell names as the language does that they came through, \`Schanghai\`, \`Lukaschenko\` (\`rules/name-variants.txt\`), or keep the soft signs of a transliteration: \`Khmel'nyts'kyi\`.

Silent on names, loans, rare words that the lexicon has seen, technical terms and compounds; British and American spellings are both right. Weak cases are shown only in texts that look machine-translated.`,
  category: 'misspelling',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  kinds: {
    near: 'A form near to a word or a name that is known',
    unknown: 'A form that no dictionary has, in a damaged text',
    listed: 'A slip that is so frequent that vocabularies have it',
    person: 'The name of somebody whom everybody knows',
    body: 'The name of a known institution, firm or place, and a name without the letters that ASCII lacks',
    accents: 'An English word with the accents of another language',
  },
  examples: {
    bad: [
      {text: 'The storm felled dozens of eucaliptus trees along the road.', flagged: ['eucaliptus'], fixed: 'The storm felled dozens of eucalyptus trees along the road.'},
      {text: 'The company sells tecnology and fotographic equipment.', flagged: ['tecnology', 'fotographic'], fixed: 'The company sells technology and photographic equipment.'},
      {text: 'The Biélarusian leader met an Angolean delegation.', flagged: ['Biélarusian', 'Angolean'], fixed: 'The Belarusian leader met an Angolan delegation.'},
      {text: "He runs a small town near Khmel'nyts'kyi in the west.", flagged: ["Khmel'nyts'kyi"], fixed: 'He runs a small town near Khmelnytskyi in the west.'},
      {text: 'Lukaschenko flew to Schanghai; the chief of Gasprom stayed in Roumania.', flagged: ['Lukaschenko', 'Schanghai', 'Gasprom', 'Roumania'], fixed: 'Lukashenko flew to Shanghai; the chief of Gazprom stayed in Romania.'},
      {text: 'The bank paid for the developpement of the port after the reférendum.', flagged: ['developpement', 'reférendum'], fixed: 'The bank paid for the development of the port after the referendum.'},
      {text: 'The envoy of Prabowo Suubianto met Nicols Maduro and Asim Munnir. Munnir said little.', flagged: ['Suubianto', 'Nicols', 'Munnir', 'Munnir'], fixed: 'The envoy of Prabowo Subianto met Nicolás Maduro and Asim Munir. Munir said little.'},
      {text: 'President Joe Bidden called Benjamin Netanyaho, Emanuel Macron and Kerr Starmer.', flagged: ['Bidden', 'Netanyaho', 'Emanuel', 'Kerr'], fixed: 'President Joe Biden called Benjamin Netanyahu, Emmanuel Macron and Keir Starmer.'},
      {text: 'The Suprme Court and the Natonal Assembly met in the evening. It was not heard what the Kremln wanted. Snchez wrote to the Bank of Enlgand.', flagged: ['Suprme', 'Natonal', 'Kremln', 'Snchez', 'Enlgand'], fixed: 'The Supreme Court and the National Assembly met in the evening. It was not heard what the Kremlin wanted. Sánchez wrote to the Bank of England.'},
      {text: 'The cabinet of Prabowo suffered met on Monday. A letter of Prabowo Sui -Buanto was read.', flagged: ['suffered', 'Sui -Buanto'], fixed: 'The cabinet of Prabowo Subianto met on Monday. A letter of Prabowo Subianto was read.'},
      {text: 'Several comunities signed the treaty.', flagged: ['comunities'], fixed: 'Several communities signed the treaty.'},
      {text: 'The présidents of both clubs resigned.', flagged: ['présidents'], fixed: 'The presidents of both clubs resigned.'},
      {text: 'She paid for the knitwaer on Monday.', flagged: ['knitwaer'], fixed: 'She paid for the knitwear on Monday.', mt: 'yes'},
      {text: 'The goverment was shaken when the polce arrested a freind of the minister.', flagged: ['goverment', 'polce', 'freind'], fixed: 'The government was shaken when the police arrested a friend of the minister.'},
      {text: 'Teh parlament waited untill noon. Untill then the responsable minister, acording to them, was a succes.', flagged: ['Teh', 'parlament', 'untill', 'Untill', 'responsable', 'acording', 'succes'], fixed: 'The parliament waited until noon. Until then the responsible minister, according to them, was a success.'},
      {text: 'Goverment officials were silent. Recieved goods were burned.', flagged: ['Goverment', 'Recieved'], fixed: 'Government officials were silent. Received goods were burned.'},
      {text: 'She was taken to the hospitl in a seperate car.', flagged: ['hospitl', 'seperate'], fixed: 'She was taken to the hospital in a separate car.'},
    ],
    good: [
      'Joe Bidden, a baker, met Keira Starmer and Brigitte Macron. The mayor, Mike Johnston, was late.',
      'Prabowo suffered a defeat. Nikola Maduro, a baker, met Asim Munirov, Viktor Orban and Recep Tayyip Erdoğan.',
      'The National Assemblywoman, Justice Suprema, the Kremlins and Ms Pentgon read Madrigal, Le Mondo and the Republikan; Jos Buttler met Andr of Tats in Kln.',
      'The keyworker fed lumpfish and saithe to the seals, then doomscrolled.',
      'Doctors gave him lopinavir, remdesivir and hydroxychloroquine.',
      'The Parlament de Catalunya and Teh Chang met.',
      'The café served crème brûlée to a naïve fiancée in the façade.',
      'The centre organised a programme; the center organized a program.',
      "Bao'an, Xi'an, Sana'a and O'Neill are names; so is Ch'ing.",
      'Ms Albanez, Mr Germain and Ms Chinesa met Mr Francés.',
      'The backend of the repo reads stdin and iconv tables, then prints juryo results to stdout.',
      'The band Tokio Hotel met Juri Putin of Kiev; Calcutta and Odessa are old spellings.',
      'Fintechs and dashcams changed the market for keto snacks.',
    ],
  },
  check(document, report) {
    const triage = triageOf(document);
    let signs = document.context.mt === 'yes' ? 2 : 0;
    const unexplained = [];
    for (const unknown of triage.unknown) {
      const explanation = triage.of(unknown.word);
      if (explanation && explanation.score >= 0.7) signs++;
      if (explanation?.cause === 'misspelling') {
        for (const token of unknown.tokens) report({kind: 'near', start: token.start, end: token.end, proposals: explanation.score < SURE_ENOUGH ? [] : explanation.proposals, confidence: explanation.score, note: explanation.note, evidence: explanation.note?.startsWith('No word') ? 0.1 : 0.4});
      } else if (unknown.lower && (!explanation || (explanation.cause === 'garbled' && explanation.score > WEAK && explanation.score < UNKNOWN_ONLY && !explanation.proposals.length)) && unknown.word.entry.frequency === 0 && unknown.word.base.length >= 8) unexplained.push(unknown);
    }
    if (document.context.mt !== 'no' && signs >= Math.max(2, document.wordCount / WORDS_A_SIGN)) for (const {word, tokens} of unexplained) {
      const proposals = withLettersOf(word);
      if (proposals.length && tokens.length < 3) report({kind: 'unknown', start: tokens[0]!.start, end: tokens[0]!.end, proposals, confidence: 0.4, note: 'No word is spelled like this.', evidence: 0});
    }
    for (const {first, last, to, beside, of} of misnamedIn(document)) {
      if (!document.context.accepted?.has(first.word.base)) report({kind: of, start: first.start, end: last.end, proposals: [to + last.text.slice(last.word.base.length)], confidence: beside ? 0.92 : 0.85, note: 'A known name with a slip.', evidence: 0.2});
    }
    // The lexicon takes English words with foreign accents for the words without.
    for (const token of document.where(LISTED)) {
      if (token.kind !== 'word') continue;
      const {word} = token;
      const meant = meantBy(word.base);
      if (meant) {
        const beside = [document.before(token), document.after(token)].some((t) => t?.kind === 'word' && (!t.word.english && !t.word.isName || word.shape === 'capital' && t.word.shape === 'capital'));
        const [first, last] = document.hyphenated(token);
        if (beside || first !== last || word.shape === 'capital' && !document.opensSentence(token) || document.context.accepted?.has(word.base)) continue;
        report({kind: 'listed', start: token.start, end: token.end, proposals: [inCaseOf(word.text, meant) + token.text.slice(word.base.length)], confidence: 0.95, note: 'A frequent slip.', evidence: 0.1});
        continue;
      }
      const {frequency, flags} = lookup(word.plain);
      if (frequency < 100 || flags & Flag.Name || isLoan(word.base) || (flags & Flag.Loan || isLoan(word.plain)) && languagesOf(word.base).length || inLoan(document, token) || document.context.accepted?.has(word.base)) continue;
      const strange = [document.before(token), document.after(token)].some((t) => t?.kind === 'word' && !t.word.english && !t.word.isName);
      if (strange) continue;
      // "heroïne" is heroin or a heroine.
      const bare = [word.plain, ...(word.plain.endsWith('e') ? [word.plain.slice(0, -1)] : [])].filter((w) => isCommonWord(w)).sort((a, b) => fitAt(document, token, b) - fitAt(document, token, a));
      report({kind: 'accents', start: token.start, end: token.end, proposals: bare.map((w) => w + token.text.slice(word.base.length)), confidence: 0.72, note: 'English writes this word without accents.'});
    }
  },
});
