import type {Document} from '../src/document/document.ts';
import {type Form, formOf} from '../src/document/inflection.ts';
import {Forms} from '../src/document/forms.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfIng, baseOfParticiple, baseOfPast, baseOfThird} from '../src/document/verbs.ts';
import {BE, HAVE, MODALS, wordAt} from '../src/evidence/clause.ts';
import {endsPhrase} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {defineRule} from '../src/rule/rule.ts';

/** What a verb gives way to before or behind its nouns. */
interface Pair {
  readonly base: string;
  readonly particle?: string;
  readonly sure: boolean;
  /** The right verb by the noun's form. */
  readonly nouns: Readonly<Record<string, string>>;
}

/** The pairs by the forms of their verbs. */
const PAIRS = new Forms<readonly Pair[]>('collocation');

/** Words of an object before its head. */
const MAX_BEFORE = 5;
/** Tokens between a noun and the clause about it. */
const MAX_BACK = 10;
const DETERMINERS = /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|some|any|no|every|each|another|several|many|few|both|all|two|three|four|five|six|seven|eight|nine|ten)$/;
/** What may stand behind an object. */
const BEHIND = /^(?:before|after|worth|during|when|where|that|yesterday|today|tomorrow|last|this|next|again|here|there|as|than|like|since|until|because|while|if|so|to|already|also|together|soon|only|just|within|throughout|despite|amid|around|live|twice|once|outside|inside|near|left|earlier|later|alone|early|late|and|or|but)$/;
/** What stands behind the object in another pattern of the verb: "greeted the deal with joy", "turned the film into a series". */
const ANOTHER_PATTERN = /^(?:into|with|out|off|down|back|aside|apart|upon|under)$/;

export default defineRule({
  id: 'collocation',
  summary: 'A verb that English does not join with this noun',
  why: `Each language has set words for what one does with a thing: French *prononce* a speech, German *hält* one, Spanish *celebra* elections, Russian *inflicts* a visit. Engines keep the verb: \`pronounced a speech\`, \`celebrated the elections\`, \`conquered a medal\`, \`provoked a fire\`, \`greeted the agreement\`.

The pairs stand in \`rules/collocations.yml\`; the noun must be the verb's object, or its subject in the passive.`,
  category: 'calque',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.4,
  reach: 'paragraph',
  needs: 0.3,
  examples: {
    bad: [
      {text: 'The president pronounced a long speech before the assembly.', flagged: ['pronounced'], fixed: 'The president delivered a long speech before the assembly.', mt: 'yes'},
      {text: 'The country will celebrate early elections in May.', flagged: ['celebrate'], fixed: 'The country will hold early elections in May.', mt: 'yes'},
      {text: 'She has conquered two gold medals.', flagged: ['conquered'], fixed: 'She has won two gold medals.', mt: 'yes'},
      {text: 'The fire was provoked in the kitchen, and a speech was pronounced.', flagged: ['provoked', 'pronounced'], fixed: 'The fire was caused in the kitchen, and a speech was delivered.', mt: 'yes'},
      {text: 'He held a meeting in the town hall, which was assisted by the mayor.', flagged: ['assisted'], fixed: 'He held a meeting in the town hall, which was attended by the mayor.', mt: 'yes'},
      {text: 'Both countries carry out bilateral trade worth millions.', flagged: ['carry out'], fixed: 'Both countries conduct bilateral trade worth millions.', mt: 'yes'},
      {text: 'The minister greeted the agreement, saying that it would help.', flagged: ['greeted'], fixed: 'The minister welcomed the agreement, saying that it would help.', mt: 'yes'},
    ],
    good: [
      {text: 'They greeted the decision with applause and celebrated the election of a woman.', mt: 'yes'},
      {text: 'He turned the film into a series. The mark of a goal is its beauty.', mt: 'yes'},
      {text: 'The firm realized the operation was too expensive. The team made a goal of it.', mt: 'yes'},
      {text: 'The pronounced speech impediment of the boy got better.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens} = document;
    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || token.word.shape !== 'lower') continue;
      const pairs = PAIRS.get(token.word);
      if (!pairs) continue;
      for (const pair of pairs) if (checkPair(token, pair)) break;
    }

    function checkPair(token: Token, {base, particle, sure, nouns}: Pair): boolean {
      const {sentence} = token;
      let last = token.index;
      if (particle !== undefined && wordAt(document, ++last, sentence) !== particle) return false;
      const before = document.before(token);
      const passive = passiveSubject(token);
      const head = passive && /^(?:which|that)$/.test(passive.word.folded) ? antecedent(passive, nouns) : passive ?? objectHead(last + 1, sentence);
      const right = head && Object.hasOwn(nouns, head.word.folded) ? nouns[head.word.folded]! : undefined;
      if (!head || right === undefined || !passive && !isVerb(token, before)) return false;
      const form = formIn(token, base, passive !== undefined);
      if (!form) return false;
      const rest = /^(\S+)( .*)?$/.exec(right)!;
      report({start: token.start, end: tokens[last]!.end, proposals: [formOf(rest[1]!, form) + (rest[2] ?? '')], confidence: sure ? 0.72 : 0.45, note: `With “${head.text}” English has “${right}”.`});
      return true;
    }

    /** The head of the object that begins at a token; undefined where something else stands there. */
    function objectHead(first: number, sentence: number): Token | undefined {
      let head: Token | undefined;
      let at = first;
      for (; at < first + MAX_BEFORE && !(head ? ends(at, sentence) : endsPhrase(tokens[at], sentence)); at++) {
        const t = tokens[at]!;
        if (t.text === '-') continue;
        if (t.kind !== 'word' && t.kind !== 'number') return undefined;
        if (t.word.shape !== 'lower' && t.kind === 'word') head = undefined;
        else head = t;
      }
      if (head?.kind !== 'word' || !ends(at, sentence)) return undefined;
      const next = wordAt(document, at, sentence) ?? '';
      // "realized the operation was", "made a goal of it", and what has another pattern
      if (ANOTHER_PATTERN.test(next) || next === 'of' && /^(?:it|this|that|them|him|her)$/.test(wordAt(document, at + 1, sentence) ?? '') || BE.has(next) || HAVE.has(next) || MODALS.has(next) || tokens[at - 1] !== head) return undefined;
      return head;
    }

    /** Whether an object has ended before a token. */
    function ends(at: number, sentence: number): boolean {
      return endsPhrase(tokens[at], sentence) || BEHIND.test(wordAt(document, at, sentence) ?? '');
    }

    /** The noun of which a participle is said: "a speech was pronounced", "the speech pronounced by". */
    function passiveSubject(token: Token): Token | undefined {
      if (baseOfParticiple(token.word.folded) === undefined) return undefined;
      let i = token.index - 1;
      let be = false;
      while (i >= 0 && tokens[i]!.sentence === token.sentence && (BE.has(tokens[i]!.word.folded) || be && (HAVE.has(tokens[i]!.word.folded) || MODALS.has(tokens[i]!.word.folded)))) {
        be = true;
        i--;
      }
      const noun = tokens[i];
      if (noun?.kind !== 'word' || noun.sentence !== token.sentence || noun.word.shape !== 'lower') return undefined;
      const next = wordAt(document, token.index + 1, token.sentence) ?? '';
      return be || /^(?:by|in|on|at|during|before|yesterday)$/.test(next) ? noun : undefined;
    }

    /** The noun of a verb of which a relative clause speaks: “a meeting in his house, which was assisted by”. */
    function antecedent(which: Token, nouns: Readonly<Record<string, string>>): Token | undefined {
      for (let i = which.index - 1; i >= 0 && which.index - i <= MAX_BACK && tokens[i]!.sentence === which.sentence; i--) if (tokens[i]!.kind === 'word' && Object.hasOwn(nouns, tokens[i]!.word.folded)) return tokens[i];
      return undefined;
    }

    /** Whether a form before an object is a verb, not "the pronounced speech". */
    function isVerb(token: Token, before: Token | undefined): boolean {
      const w = before?.word.folded ?? '';
      if (DETERMINERS.test(w) || BE.has(w) && !token.word.folded.endsWith('ing')) return false;
      return w === 'to' || MODALS.has(w) || HAVE.has(w) || DETERMINERS.test(document.after(token)?.word.folded ?? '') || posOf(document, token) === 'VERB';
    }

    function formIn(token: Token, base: string, passive: boolean): Form | undefined {
      const w = token.word.folded;
      if (w === base) return baseOfPast(w) === base && (passive || HAVE.has(document.before(token)?.word.folded ?? '')) ? 'participle' : 'base';
      if (baseOfIng(w) === base) return 'ing';
      if (baseOfThird(w) === base) return 'third';
      if (passive || baseOfParticiple(w) === base && (baseOfPast(w) !== base || hasHave(document, token))) return 'participle';
      return 'past';
    }
  },
});

/** Whether "have" stands before a form, an adverb between at most. */
function hasHave(document: Document, token: Token): boolean {
  for (let i = token.index - 1; i >= token.index - 2 && i >= 0; i--) if (HAVE.has(document.tokens[i]!.word.folded)) return true;
  return false;
}
