import {isStrangeName, UNKNOWN_ONLY, WEAK} from '../src/evidence/explain/garbled.ts';
import {damagedIdioms} from '../src/evidence/idioms.ts';
import {isUnheard} from '../src/evidence/strange-words.ts';
import {triageOf} from '../src/evidence/triage.ts';
import {defineRule} from '../src/rule/rule.ts';

/** Share of a text's words that may be unknown before it counts as something else than English prose. */
const MAX_UNKNOWN = 0.25;
/** The same where the user says that it is prose, of an engine. */
const MAX_UNKNOWN_SAID = 0.65;
/** What nobody but who says that a text is an engine's is shown; see `MIN_CONFIDENCE` in `src/rule/run.ts`. */
const DOUBTFUL = 0.06;

export default defineRule({
  id: 'garbled',
  summary: 'A word or set phrase that came out as nonsense',
  why: `Where an engine does not know a word it makes one: a known stem with an ending that it does not take (\`sowation\`), a syllable loop (\`bananana\`), letters without sense. Set phrases break in the middle: \`share weal and Envis Hisap\`.

Set phrases are marked where a part of them is nonsense, or where one word gave way to another that is near in letters and makes no sense there (\`bury the hatched\`); people vary them in play, and with words of sense. Silent on names, technical terms, quoted or explained words, and words that are well formed. Nonsense for which there is no better reason than that nobody knows it is shown only in texts that look machine-translated.`,
  category: 'garbled',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  kinds: {
    phrase: 'A set phrase of which a part came out as nonsense or as another word that is near',
    word: 'A word that is nonsense',
    name: 'A name that nobody knows and that is spelled as hardly a name is; only under `--mt yes`',
  },
  examples: {
    bad: [
      {text: 'They are friends who share Weal and Envis Hisap with us.', flagged: ['Weal and Envis Hisap'], fixed: 'They are friends who share weal and woe with us.'},
      {text: 'It is the straw that broke the kemlo hisap back, he said.', flagged: ['kemlo hisap'], fixed: 'It is the straw that broke the camel\'s back, he said.'},
      {text: 'With this they killed two birds with one zveg, she said.', flagged: ['zveg'], fixed: 'With this they killed two birds with one stone, she said.'},
      {text: 'They buried the hatched at last; the senator had long stopped beating around the bash.', flagged: ['hatched', 'bash'], fixed: 'They buried the hatchet at last; the senator had long stopped beating around the bush.'},
      {text: 'The farm was sold lock, stok and barel in the nik of time.', flagged: ['stok and barel', 'nik'], fixed: 'The farm was sold lock, stock and barrel in the nick of time.'},
      {text: 'The ball is now in Lisbon’s count. Tempers flared, and critics saw a wolf in ship’s clothing.', flagged: ['count', 'ship’s'], fixed: 'The ball is now in Lisbon’s court. Tempers flared, and critics saw a wolf in sheep’s clothing.'},
      {text: 'Farmers have finished the plowation of the fields.', flagged: ['plowation'], fixed: 'Farmers have finished the plowing of the fields.'},
      {text: 'The representatatative of the union left the room.', flagged: ['representatatative'], fixed: 'The representative of the union left the room.'},
      {text: 'The road to the karunavati valley runs along the river.', mt: 'yes', flagged: ['karunavati'], fixed: 'The road to the Karunavati valley runs along the river.'},
      {text: 'The engine made a hjurgly of the fronst sentence.', mt: 'yes', flagged: ['hjurgly', 'fronst']},
      {text: 'The easiestly way was the cario that a kwol takes, he said.', mt: 'yes', flagged: ['easiestly', 'cario', 'kwol']},
      {text: 'He wrote his doctorate on Commonwealthy and other parts.', mt: 'yes', flagged: ['Commonwealthy']},
    ],
    good: [
      'He wrote his doctorate on Commonwealthy and other parts.',
      'In the heart of Zhytomyr, at the foot of the Hisapberg, they met.',
      'When in Rome, do as the Hisapians do.',
      'Teenagers who doomscroll fear deepfakes and cryptobros.',
      'Percebeiros gather goose barnacles; a lunch of chipa, a cheese bread, costs little.',
      'He beat around the Zhencheng bush and let the cat out of the bag.',
      'They led the war, lost the race against him, hit the ball, left no stone untouched and sat on the bench.',
      'It is a hard shell; a live fire exercise was held at the end of the bay, and two birds with one leg each were seen.',
      'The drug ozanimod helped; tirzepatide did not.',
      'Ghettoization and ruralization are well formed.',
      'Users install mtlint in their browser; the app reads docx files and writes them to a server.',
    ],
  },
  check(document, report) {
    const triage = triageOf(document);
    const damaged = damagedIdioms(document);
    const {tokens} = document;
    for (const {first, last, proposals, score, idiom} of damaged) {
      report({kind: 'phrase', start: tokens[first]!.start, end: tokens[last]!.end, proposals, confidence: score, note: `Part of the set phrase “${idiom}” came out as something else.`});
    }
    const prose = triage.unknown.length < Math.max(4, document.wordCount * (document.context.mt === 'yes' ? MAX_UNKNOWN_SAID : MAX_UNKNOWN));
    for (const unknown of triage.unknown) {
      const explanation = triage.of(unknown.word);
      if (explanation?.cause !== 'garbled' || unknown.word.isName) continue;
      for (const token of unknown.tokens) {
        if (damaged.some((d) => d.first <= token.index && token.index <= d.last)) continue;
        const weak = explanation.score < UNKNOWN_ONLY;
        // Well formed, or seen before, though rarely: shown only where every second word is wrong anyway.
        const seen = unknown.word.entry.frequency > 0;
        const score = explanation.doubtful ? DOUBTFUL : !weak || explanation.score > WEAK ? explanation.score : document.context.mt === 'yes' ? (seen ? 0.1 : 0.2) : 0.05;
        if (weak && !prose) continue;
        report({kind: 'word', start: token.start, end: token.end, proposals: explanation.proposals, confidence: score, note: explanation.note, evidence: weak ? 0 : 0.8});
      }
    }
    if (document.context.mt === 'yes' && prose) for (const unknown of triage.unknown) {
      const [token] = unknown.tokens;
      if (token && isStrangeName(unknown) && !triage.of(unknown.word)) report({kind: 'name', start: token.start, end: token.end, confidence: DOUBTFUL, note: 'A name that nobody knows, spelled as hardly a name is: check it against the original.', evidence: 0});
    }
    // "easiestly", "unequality": made by the rules of English, and in no text.
    if (document.context.mt === 'yes') for (const token of document.tokens) {
      if (token.kind !== 'word' || !isUnheard(token.word) || document.context.accepted?.has(token.word.base) || document.hyphenated(token)[0] !== document.hyphenated(token)[1]) continue;
      report({kind: 'word', start: token.start, end: token.end, confidence: DOUBTFUL, note: 'Hardly an English text has this word: check it against the original.', evidence: 0});
    }
  },
});
