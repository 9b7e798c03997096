import type {Document} from '../src/document/document.ts';
import {IRREGULAR_VERBS} from '../src/document/inflection.ts';
import {FUNCTION_WORDS} from '../src/document/english.ts';
import {Forms} from '../src/document/forms.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfIng, baseOfPast, baseOfThird, formsOf, ingOf, isInfinitive, participleOf, pastOf, thirdOf} from '../src/document/verbs.ts';
import {activeVerb, BE, beforeAdverbs, DO, HAVE, infinitiveAt, infinitiveBehindObject, MODALS, wordAt} from '../src/evidence/clause.ts';
import {gainOf} from '../src/evidence/fluency.ts';
import {explainEdits, SMALL_EDIT, weakEdits} from '../src/evidence/grammar-edits.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {subjectBefore} from '../src/evidence/subject.ts';
import {readData} from '../src/lexicon/assets.ts';
import {lookup, pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';
import {complementOf, mayBeComplement} from './verb-form/complements.ts';
import {helped, mayHelp} from './verb-form/endings.ts';

type Kind = 'gerund' | 'preposition' | 'object-first' | 'infinitive' | 'no-passive' | 'person';
interface Entry {
  readonly base: string;
  readonly kinds: Readonly<Partial<Record<Kind, string>>>;
}

/** By every form of a verb. */
const VERBS = new Forms<Entry>('verb-form');
let infinitives: {readonly passive: ReadonlySet<string>; readonly bare: ReadonlySet<string>} | undefined;

function load() {
  const {passive, bare} = readData<{passive: string[]; bare: string[]}>('infinitives');
  return {passive: new Set(passive), bare: new Set(bare)};
}

/** Prepositions that want -ing where other languages have an infinitive. */
const BEFORE_ING: Readonly<Record<string, string>> = {without: 'without', after: 'after', before: 'before', instead: 'instead of', besides: 'besides', despite: 'despite', for: '', from: 'from'};
/** -ing forms that are prepositions or begin a phrase of their own. */
const NO_VERB = /^(?:following|including|according|pending|beginning|starting|during|regarding|concerning|excluding|ending|running|going|anything|something|nothing|everything|evening|morning|spring|king|wing|being|covering|ranging|depending|considering|building|meeting|training|funding|spending|hearing|housing|farming|mining|banking|fishing|shipping|shopping|swimming|boxing|racing|cycling|gambling|drilling|nursing|trading|lending|borrowing|logging|hunting|writing|planning|financing|advertising|marketing|manufacturing|voting|pricing)$/;
/** Words between "to" and a verb form that are names or nouns as often. */
const SPENT = /^(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|winters?|summers?|nights?|evenings?|afternoons?|weekends?|time)$/;
/** Participles that engines put where the simple past or another participle stands. */
const WRONG_PARTICIPLE = new Set(['became', 'began', 'went', 'took', 'wrote', 'gave', 'broke', 'chose', 'drove', 'fell', 'flew', 'froze', 'grew', 'knew', 'rode', 'rose', 'saw', 'shook', 'spoke', 'stole', 'threw', 'wore', 'withdrew', 'underwent', 'overcame', 'drew', 'ate', 'did', 'sang', 'swam', 'forgot', 'forbade', 'undertook', 'arose', 'mistook', 'overthrew', 'sank', 'drank', 'rang', 'sprang', 'shrank', 'swore', 'tore', 'wove', 'woke', 'strove', 'forgave', 'foresaw', 'outdid', 'undid']);
/** A noun with the preposition that it takes before -ing: "the possibility to win". */
const NOUN_GERUND: Readonly<Record<string, readonly [string, number]>> = {ban: ['on', 0.72], bans: ['on', 0.72], prohibition: ['on', 0.72], difficulty: ['in', 0.6],fact: ['of', 0.8], possibility: ['of', 0.5], risk: ['of', 0.5], habit: ['of', 0.72], danger: ['of', 0.6], prospect: ['of', 0.7], merit: ['of', 0.7], impossibility: ['of', 0.72], probability: ['of', 0.6], likelihood: ['of', 0.6], difficulties: ['in', 0.6], interest: ['in', 0.35], idea: ['of', 0.35], purpose: ['of', 0.3], success: ['in', 0.5], experience: ['of', 0.3], hopes: ['of', 0.3], chances: ['of', 0.4], suspicion: ['of', 0.6], accusation: ['of', 0.6], accusations: ['of', 0.6]};
/** Verbs of saying and thinking: "announced to have", "believes to be". */
const SAYS_TO = new Map<string, string>();
for (const base of 'announce say confirm state explain affirm assure declare admit acknowledge recognise recognize deny indicate add stress reveal consider believe think estimate argue maintain report emphasise emphasize insist suspect note recall complain conclude'.split(' ')) for (const form of formsOf(base)) SAYS_TO.set(form, base);
/** One stops, goes on or tries, and the infinitive that follows is not the purpose. */
const ACTIVITIES = new Set('produce sell make use buy pay export import finance deliver supply work accept provide build manufacture publish issue smoke drink play support believe exist grow function operate offer recognise recognize distribute invest fund print fly send receive apply'.split(' '));

/** Regular pasts of irregular verbs that are no words or other words only by name: "digged" gives "dug". */
const REGULARISED = new Map<string, readonly [past: string, participle: string]>();
for (const [base, forms] of IRREGULAR_VERBS) {
  if (forms[0].endsWith('ed') || /^(?:be|bid|bet|burst|cost|forecast|broadcast|feed|find|grind|hang|hear|hide|lead|lie|light|see|shine|speed|spring|stick|string|swell|tear|wake|wear|weave|wed|wind|quit|put|fit|bend|ring|bear|shed|rid|cleave|thrust|heave|strive|show|prove|spin|set|have|lay|saw|wring|bleed|breed|let|lend|fly|split|hurt|bind|hit|shut|wet|fell|rend|cast|beat|do|go|slide|cling|fling|sling|sting|swing|ride|freeze)$/.test(base)) continue;
  const stems = base.endsWith('e') ? [`${base}d`] : /[^aeiou]y$/.test(base) ? [`${base.slice(0, -1)}ied`, `${base}ed`] : [`${base}ed`, ...(/[aeiou][bdgklmnprt]$/.test(base) && !/[aeiou]{2}.$/.test(base) ? [`${base}${base.at(-1)}ed`] : [])];
  for (const stem of stems) REGULARISED.set(stem, forms);
}
for (const [wrong, past] of [['layed', 'laid'], ['payed', 'paid'], ['heared', 'heard'], ['haved', 'had'], ['goed', 'went'], ['doed', 'did'], ['flyed', 'flew'], ['hided', 'hid'], ['freezed', 'froze'], ['rided', 'rode'], ['lended', 'lent'], ['splitted', 'split'], ['hurted', 'hurt'], ['hitted', 'hit'], ['shutted', 'shut'], ['letted', 'let'], ['beated', 'beat'], ['finded', 'found'], ['feeded', 'fed'], ['bleeded', 'bled'], ['binded', 'bound'], ['swinged', 'swung'], ['stinged', 'stung'], ['stoled', 'stole'], ['casted', 'cast']] as const) REGULARISED.set(wrong, [past, past]);
/** Verbs that say how something is. */
const LOOKS: ReadonlySet<string> = new Set(['look', 'feel', 'sound', 'seem', 'taste', 'smell', 'become', 'remain'].flatMap(formsOf));
/** Adverbs with which one may look, feel or sound all the same. */
const MAY_LOOK = /^(?:closely|carefully|directly|briefly|only|really|likely|early|friendly|daily|deadly|lonely|lovely|ugly|elderly|costly|silly|holy|family|rally|ally|reply|supply|apply|fully|largely|mostly|barely|hardly|actually|certainly|increasingly|suddenly|quickly|simply|finally|fairly|entirely|probably|possibly|only|deeply|keenly|exactly|slightly|repeatedly|immediately|eventually|firmly|currently|particularly|especially|solely|primarily|officially|really|truly|surely|mainly|nearly|merely|equally|similarly|properly|clearly|freely|quietly|permanently|temporarily|steadily|publicly|personally|overwhelmingly|intensely|acutely|kindly|fondly|longingly|intently|vaguely|remotely|instantly|unusually|strangely)$/;
const ADVERB = /^(?:not|now|also|only|even|still|soon|then|again|already|never|always|[a-z]{3,}ly)$/;
/** Verbs that have no object, so that "be" cannot stand before them: base forms. */
const NO_OBJECT = /^(?:come|go|exist|happen|arrive|remain|appear|disappear|die|occur|arise|belong|depend|seem|emerge|stay|begin)$/;

export default defineRule({
  id: 'verb-form',
  summary: 'An infinitive, -ing form or participle where English wants another',
  why: `Where English has *-ing*, Romance, Slavic and Germanic languages have an infinitive (\`avoid to pay\`, \`without to say\`, \`spent two years to decipher\`), and the other way round (\`is expected signing\`). \`permits to detect\` lacks the one who is permitted; \`was died\` is the perfect of languages that form it with *to be*.

Silent where both forms are right (\`stop to rest\`, \`was allowed to leave\`), where the word is a noun, and where a preposition follows that belongs to the next phrase.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    ...SMALL_EDIT,
    complement: 'An infinitive or a form in -ing that the word before it does not take',
    infinitive: 'A verb with an ending behind to',
    modal: 'The wrong form behind can, will, must and the like',
    auxiliary: 'The wrong form behind have, be or do, or none of them before not',
    irregular: 'A regular past of an irregular verb',
    reflexive: 'A reflexive verb where English has the passive',
    adverb: 'An adverb where English has an adjective',
  },
  examples: {
    bad: [
      {text: 'The work was finish in May.', flagged: ['finish'], fixed: 'The work was finished in May.', mt: 'yes'},
      {text: 'The parents made the boy to apologise. The state lets hospitals to hire nurses, and rules prevent foreigners to buy land. We are used to live with noise.', flagged: ['to ', 'to ', 'to buy', 'to live'], fixed: 'The parents made the boy apologise. The state lets hospitals hire nurses, and rules prevent foreigners from buying land. We are used to living with noise.', mt: 'yes'},
      {text: 'Instead of to pay, he left. By to raise prices, the shop lost customers. He was prevented to leave. They are interested to buy the club. He made the crowd to laugh. We saw him to enter the house. Did he knew it? She said that is ready to resign.', flagged: ['to pay', 'to raise', 'to leave', 'to buy', 'to laugh', 'to enter', 'knew', 'is'], fixed: 'Instead of paying, he left. By raising prices, the shop lost customers. He was prevented from leaving. They are interested in buying the club. He made the crowd laugh. We saw him entering the house. Did he know it? She said that he is ready to resign.', mt: 'yes'},
      {text: 'The court imposed a ban to exercise the profession, and he had difficulties to find a job.', flagged: ['to exercise', 'to find'], fixed: 'The court imposed a ban on exercising the profession, and he had difficulties in finding a job.', mt: 'yes'},
      {text: 'These tests permit to find the cause.', flagged: ['permit to find'], fixed: 'These tests make it possible to find the cause.'},
      {text: 'The firm avoided to pay taxes and succeeded to win the contract.', flagged: ['avoided to pay', 'succeeded to win'], fixed: 'The firm avoided paying taxes and succeeded in winning the contract.'},
      {text: 'The minister is expected signing the deal today.', flagged: ['expected signing'], fixed: 'The minister is expected to sign the deal today.'},
      {text: 'She spent three months to write the book without to rest.', flagged: ['to write', 'without to rest'], fixed: 'She spent three months writing the book without resting.'},
      {text: 'After the war he never left of singing.', flagged: ['left of singing'], fixed: 'After the war he never stopped singing.'},
      {text: 'Nobody was died, but the shop did not opened.', flagged: ['was died', 'not opened'], fixed: 'Nobody died, but the shop did not open.'},
      {text: 'The police prevented them to leave the square.', flagged: ['to leave'], fixed: 'The police prevented them from leaving the square.'},
      {text: 'He wants to can vote and is interested in to buy it.', flagged: ['can', 'to buy'], fixed: 'He wants to be able to vote and is interested in buying it.'},
      {text: 'She announced to have found the cause and spoke of the fact to be late.', flagged: ['to have', 'to be'], fixed: 'She announced that he had found the cause and spoke of the fact of being late.'},
      {text: 'Such cases are exist; the firm has announce a plan to signed the deal.', flagged: ['are exist', 'announce', 'signed'], fixed: 'Such cases exist; the firm has announced a plan to sign the deal.'},
      {text: 'He has became rich and they can to buy it.', flagged: ['became', 'can to'], fixed: 'He has become rich and they can buy it.'},
      {text: 'The doors may not to open. It will be come out later, and they should have warn us.', flagged: ['to open', 'be come', 'warn'], fixed: 'The doors may not open. It will come out later, and they should have warned us.'},
      {text: 'He digged a hole without ever have seen a plan; she not know why.', flagged: ['digged', 'have', 'not know'], fixed: 'He dug a hole without ever having seen a plan; she does not know why.'},
      {text: 'A rule lets itself quickly write, and they would see themselves grant a permit.', flagged: ['lets itself quickly write', 'see themselves grant'], fixed: 'A rule can be quickly written, and they would be granted a permit.', mt: 'yes'},
      {text: 'They are being undergoing questioning; he looked strongly until the end and feels himself normal.', flagged: ['being undergoing', 'strongly', ' himself'], fixed: 'They are undergoing questioning; he looked strong until the end and feels normal.', mt: 'yes'},
      {text: 'It was strangely to see them. Prices rose faster than expecting in May.', flagged: ['strangely', 'expecting'], fixed: 'It was strange to see them. Prices rose faster than expected in May.'},
      {text: 'She refused of answering and has the ability of learning.', flagged: ['of answering', 'of learning'], fixed: 'She refused to answer and has the ability to learn.', mt: 'yes'},
      {text: 'The firm refused to suspending the plan, which was block by a court. The Senate, it seems, must to vote.', flagged: ['suspending', 'block', 'to vote'], fixed: 'The firm refused to suspend the plan, which was blocked by a court. The Senate, it seems, must vote.', mt: 'yes'},
      {text: 'He was accused to have killed two men. It is forbidden to the citizens to leave the city.', flagged: ['to have', 'to'], fixed: 'He was accused of having killed two men. It is forbidden for the citizens to leave the city.', mt: 'yes'},
      {text: 'The forces were able from taking the town, and he was knowing the way.', flagged: ['from taking', 'was knowing'], fixed: 'The forces were able to take the town, and he knew the way.', mt: 'yes'},
      {text: 'It is no use to shout, and the film is worth to see. The council had thought to close the pool; they had thought in selling it. The price not exceeded the limit.', flagged: ['to shout', 'to see', 'to close', 'in', 'not exceeded'], fixed: 'It is no use shouting, and the film is worth seeing. The council had thought of closing the pool; they had thought of selling it. The price did not exceed the limit.', mt: 'yes'},
      {text: 'He said he will not stood in the next election.', flagged: ['stood'], fixed: 'He said he will not stand in the next election.', mt: 'yes'},
      {text: 'The firm will launching a new phone. She left without know the result and spoke of sell the house. A fire was broken out in the cellar, and he became hit by a car. It led to lose three points. He is preparing to buying the club.', flagged: ['will launching', 'know', 'sell', 'was broken', 'became', 'led to lose', 'buying'], fixed: 'The firm will launch a new phone. She left without knowing the result and spoke of selling the house. A fire broke out in the cellar, and he was hit by a car. It led to losing three points. He is preparing to buy the club.', mt: 'yes'},
    ],
    good: [
      {text: 'They made efforts to help and made the decision to leave. The tools are used to work wood. He used to live there.', mt: 'yes'},
      {text: 'The crew can recycling bins empty. The lock was broken in, and the news became known. It led to further cuts and led to change.', mt: 'yes'},
      {text: 'He stopped by to say hello and was interested to hear it. They made the trip to see it; we saw her to the door. He said that is why, and that was ready money. Did he read it?', mt: 'yes'},
      {text: 'The court is hearing a case. His believing the story and her wanting the car were no help; the man is knowing and wise.', mt: 'yes'},
      'He stopped to rest, was allowed to leave and spent money to help them.',
      'It is expected following the vote; a meeting is scheduled starting Monday.',
      'They used every means to keep him from leaving, and will to win is all.',
      'She decided during the meeting to go on and was considered to be rich.',
      'The patient was resigned to die, and his coat was collapsed.',
      'By use of force he kept to the left of singing children.',
      'The army is said to have left; a man thought to be armed stopped to rest.',
      'What little they have come from is theirs to signed members only.',
      'He admitted to killing her but denied to this day that he was there.',
      'The house is situated on a hill, fallen leaves are everywhere.',
      'It is only to be seen here; she asked that he not attend; would you rather not to sing, or must a will not to win do?',
      'The will to win is strong; they have the will to act; he is used to paying; the plan is key to winning.',
      'Nobody had thought to ask. It is worth a lot to him, no good to anyone, and of no use to the town. A man not known to the police and not seen the day before was held.',
      'She let herself go and saw herself as a judge; they are being interesting; he looked closely and felt strongly about it.',
      'They left without pay, without work and without doubt; the leaded petrol is sold, more than planning for the day.',
    ],
  },
  weak: weakEdits('verb-form'),
  explain: explainEdits,
  check(document, report) {
    const as = (kind: 'complement' | 'infinitive' | 'modal' | 'auxiliary' | 'irregular' | 'reflexive' | 'adverb'): Put => (found) => report({...found, kind});
    const complement = as('complement');
    const infinitive = as('infinitive');
    const modal = as('modal');
    const auxiliary = as('auxiliary');
    const irregular = as('irregular');
    const reflexive = as('reflexive');
    const adverb = as('adverb');
    const {passive, bare} = (infinitives ??= load());
    const {tokens} = document;
    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || token.word.shape === 'upper' || token.word.shape === 'mixed') continue;
      const w = token.word.folded;
      const entry = VERBS.get(token.word);
      if (mayBeComplement(token.word)) {
        complementOf(document, token, complement);
        if (mayHelp(w)) helped(document, token, complement, modal, auxiliary);
      }
      if (entry) checkEntry(document, token, entry, complement);
      if (w.endsWith('ed') && REGULARISED.has(w) && token.word.shape === 'lower') checkRegularised(document, token, irregular);
      else if (w === 'not') checkNot(document, token, auxiliary);
      else if (w === 'it') checkManner(document, token, adverb);
      else if (w === 'than') checkThan(document, token, complement);
      else if (w.endsWith('self') || w === 'themselves') checkLets(document, token, reflexive);
      else if (w === 'being') checkBeing(document, token, auxiliary);
      if (w === 'able' || w === 'unable') {
        const ing = wordAt(document, token.index + 2, token.sentence) ?? '';
        const base = /^(?:of|from|in|for|at)$/.test(wordAt(document, token.index + 1, token.sentence) ?? '') && ing.endsWith('ing') && !NO_VERB.test(ing) ? baseOfIng(ing) : undefined;
        if (base) put(document, token.index + 1, token.index + 2, `to ${base}`, 0.9, `English says: ${w} to do something.`, complement);
      }
      if (NO_USE.test(w)) checkNoUse(document, token, complement);
      else if (w === 'thought') checkThought(document, token, complement);
      if (LOOKS.has(w)) checkLooks(document, token, adverb);
      if (OF_WHAT.test(w)) checkAccused(document, token, complement);
      if (/^(?:forbidden|prohibited|permitted|impossible|possible|difficult|easy|obligatory|compulsory)$/.test(w)) checkForWhom(document, token, complement);
      if (SAYS_TO.has(w)) checkSays(document, token, SAYS_TO.get(w)!, complement);
      else if (Object.hasOwn(NOUN_GERUND, w)) checkNoun(document, token, NOUN_GERUND[w]!, complement);
      else if (/^stop(?:s|ped)?$/.test(w)) checkStop(document, token, complement);
      if (passive.has(w)) checkPassive(document, token, complement);
      else if (Object.hasOwn(BEFORE_ING, w)) {
        checkPreposition(document, token, w, complement);
        if (w === 'without') checkWithout(document, token, complement);
      }
      else if (MODALS.has(w)) {
        checkModal(document, token, modal);
        checkTwoModals(document, token, w, modal);
        checkModalTo(document, token, w, modal);
      } else if (w === 'to') checkInfinitive(document, token, infinitive);
      else if (DO.has(w)) checkDo(document, token, w, auxiliary);
      else if (HAVE.has(w) || (BE.has(w) && w !== 'being')) {
        checkHave(document, token, auxiliary);
        checkBase(document, token, w, auxiliary);
        if (BE.has(w)) checkStative(document, token, auxiliary);
      }
      else if (w.startsWith('spen')) checkSpent(document, token, w, complement);
      else if (bare.has(w)) checkBare(document, token, complement);
      else if ((w === 'left' || w === 'stopped' || w === 'ceased' || w === 'finished' || w === 'stop') && wordAt(document, token.index + 1, token.sentence) === 'of') checkLeft(document, token, complement);
      else if (w === 'used') checkUsed(document, token, complement);
      else if (w === 'forward' || w === 'accustomed' || w === 'opposed') checkTo(document, token, w, complement);
      else if (OF_DOING.test(w) && wordAt(document, token.index + 1, token.sentence) === 'of') {
        // "refused of answering", "the decision of moving"
        const ing = tokens[token.index + 2];
        const base = ing?.sentence === token.sentence && ing.kind === 'word' && !NO_VERB.test(ing.word.folded) ? baseOfIng(ing.word.folded) : undefined;
        if (base && posOf(document, ing!) !== (/(?:ed|e|es|s)$/.test(w) && !/(?:efforts|attempts)$/.test(w) ? undefined : 'NOUN') && !(/ed$/.test(w) && BE.has(beforeAdverbs(document, token.index)?.word.folded ?? ''))) put(document, token.index + 1, token.index + 2, `to ${base}`, 0.72, `English says: ${token.text} to do something.`, complement);
      } else if (w === 'capable' || w === 'incapable') {
        if (infinitiveAt(document, token.index + 1, token.sentence)) put(document, token.index + 1, token.index + 2, `of ${ingOf(tokens[token.index + 2]!.word.folded)}`, 0.88, `English says: ${w} of doing something.`, complement);
      }
    }
  },
});

type Put = (r: Report) => void;

function put(document: Document, first: number, last: number, text: string | string[], confidence: number, note: string, report: Put): void {
  const proposals = typeof text === 'string' ? [text] : text;
  report({start: document.tokens[first]!.start, end: document.tokens[last]!.end, proposals, confidence, note});
}

/** Gain in likelihood, in tenfold steps, that outweighs a pair of words which is frequent by itself, or the tag of a form. */
const MUCH = 1.5;

const formOf = (w: string, base: string) => (w === ingOf(base) ? 'ing' : w === pastOf(base) || w === participleOf(base) ? 'past' : w === thirdOf(base) ? 'third' : 'base') as 'ing' | 'past' | 'third' | 'base';

function checkEntry(document: Document, token: Token, {base, kinds}: Entry, report: Put): void {
  const i = token.index;
  const w = token.word.folded;
  const next = wordAt(document, i + 1, token.sentence);
  const form = formOf(w, base);
  const before = beforeAdverbs(document, i);
  const passiveHere = form === 'past' && before !== undefined && BE.has(before.word.folded);
  if (kinds['no-passive'] !== undefined && form === 'past' && passiveHere && w === participleOf(base) && before) {
    // "is fallen", "was lain", "are gone" describe a state; only what is never said so.
    const count = pairCount(before.word.folded, w);
    if (count > 130 || /^(?:fallen|risen|collapsed|arisen|gone|laughed|survived|responded|resulted|succumbed|lasted|lain|reacted|persisted|stayed|tended|depended|seemed|remained|disappeared|slept|begun|swum)$/.test(w) && !/^(?:stayed|tended|depended|seemed|remained|disappeared|resulted|reacted)$/.test(w)) return;
    if (next === 'of' || next === 'by' || next === 'ill' || !/^(?:was|were|is|are|been)$/.test(before.word.folded)) return;
    const be = before.word.folded;
    const right = be === 'was' || be === 'were' ? pastOf(base) : be === 'been' ? participleOf(base) : be === 'is' ? `has ${w}` : `have ${w}`;
    if (before.index === i - 1) put(document, i - 1, i, be === 'is' || be === 'are' ? [right, be === 'is' ? thirdOf(base) : base] : right, count > 60 ? 0.6 : 0.85, `\`${base}\` has no passive.`, report);
    return;
  }
  if (next === undefined) return;
  if (next === 'to' && infinitiveAt(document, i + 1, token.sentence)) {
    // The other kinds say nothing about “to”: no need to ask for tags.
    if (passiveHere || !(kinds['object-first'] !== undefined || kinds.gerund !== undefined || kinds.preposition !== undefined)) return;
    const verb = document.tokens[i + 2]!;
    if (posOf(document, verb) === 'NOUN' && base !== 'avoid' && base !== 'succeed') return;
    const active = form === 'base' && before?.word.folded === 'to' ? 2 : activeVerb(document, token, form);
    const nounish = form === 'base' || form === 'third';
    if (kinds['object-first'] !== undefined && form !== 'ing') {
      // "the only thing they allow to grow", "a permit to build".
      const ok = form === 'past' ? before && HAVE.has(before.word.folded) : posOf(document, token) === 'VERB' && before && !/^(?:a|an|the|this|that|no|any|his|her|its|their|not)$/.test(before.word.folded);
      if (!ok || !before) return;
      const person = base === 'permit' || base === 'allow' || base === 'enable';
      const make = {base: 'make', third: 'makes', past: 'made', ing: 'making'}[form];
      const help = {base: 'help', third: 'helps', past: 'helped', ing: 'helping'}[form];
      const v = verb.word.folded;
      put(document, i, i + 2, person || base === 'facilitate' ? [`${make} it possible to ${v}`, `${help} ${v}`, `${help} to ${v}`] : [`${token.text} people to ${v}`], person ? 0.85 : 0.5, `It needs someone who is ${participleOf(base)} to do something, or “make it possible to”.`, report);
      return;
    }
    const many = form === 'base' && /^(?:risk|avoid|suggest|recommend|deny|admit|consider)$/.test(base) && subjectBefore(document, i)?.number === 'many';
    if (!active && nounish && !many) return;
    if (kinds.gerund !== undefined) {
      if (!active && form === 'past') return;
      if (pairCount(w, 'to') > 85 && !/^(?:avoid|suggest|recommend|finish|enjoy|deny)$/.test(base) && gainOf(document, i + 1, i + 2, [ingOf(verb.word.folded)]) < MUCH) return;
      put(document, i, i + 2, `${token.text} ${ingOf(verb.word.folded)}`, active === 2 || base === 'avoid' ? 0.88 : 0.7, `Behind \`${base}\` English has the -ing form.`, report);
    } else if (kinds.preposition !== undefined) {
      if (form === 'past' && !active) return;
      // "leads to further cuts": a noun.
      if (base === 'lead' && !(posOf(document, verb) === 'VERB' && (document.tokens[i + 3]?.kind === 'number' || /^(?:the|a|an|his|her|its|their|this|him|them|it|more|many|several|two|three|four|five)$/.test(wordAt(document, i + 3, token.sentence) ?? '')))) return;
      put(document, i, i + 2, `${token.text} ${kinds.preposition} ${ingOf(verb.word.folded)}`, base === 'succeed' || base === 'insist' || base === 'refrain' ? 0.85 : base === 'lead' ? 0.55 : 0.4, `English says: ${base} ${kinds.preposition} doing something.`, report);
    }
    return;
  }
  if (kinds.person !== undefined && !passiveHere && (/^(?:them|him|us|me|the|people|her|its|his|their|anyone|everyone|others)$/.test(next) || /^(?:prevent|prohibit|dissuade|deter|discourage)$/.test(base) && /[^s]s$|^(?:men|women|children|police)$/.test(next) && posOf(document, document.tokens[i + 1]!) === 'NOUN')) {
    const to = infinitiveBehindObject(document, i + 1, token.sentence);
    if (to < 0 || to > i + 5 || (wordAt(document, i + 3, token.sentence) === 'of')) return;
    const preposition = kinds.person!;
    const pronoun = /^(?:them|him|us|me|people|anyone|everyone|others)$/.test(next);
    const strict = base === 'prevent' || base === 'accuse' || base === 'prohibit' || base === 'discourage' || base === 'dissuade' || base === 'deter';
    if (!strict && !(pronoun && /^(?:ban|suspect|criticise|criticize|blame|hinder|bar|convict|acquit)$/.test(base))) return;
    if (!activeVerb(document, token, form) && form !== 'base' || to > i + 2 && pronoun) return;
    put(document, to, to + 1, `${preposition} ${ingOf(document.tokens[to + 1]!.word.folded)}`, strict && base !== 'accuse' ? 0.8 : 0.6, `English says: ${base} someone ${preposition} doing something.`, report);
    return;
  }
  if (kinds.infinitive !== undefined && form !== 'ing' && next.endsWith('ing') && !NO_VERB.test(next)) {
    const verb = baseOfIng(next);
    const nounish = /^(?:fail|hope|promise|arrange|want|aim|agree|pretend|threaten|plan|deserve|prepare|learn|opt|choose|wish|intend)$/.test(base);
    if (!verb || !activeVerb(document, token, form) || nounish && !/^(?:hope|promise|aim|agree|threaten|pretend|fail)$/.test(base)) return;
    const behind = wordAt(document, i + 2, token.sentence);
    if (behind === undefined || posOf(document, document.tokens[i + 1]!) !== 'VERB' && gainOf(document, i + 1, i + 1, ['to', verb]) < MUCH) return;
    put(document, i, i + 1, `${token.text} to ${verb}`, nounish ? 0.4 : 0.7, `Behind \`${base}\` English has the infinitive.`, report);
  }
}

const OF_WHAT = /^(?:accus(?:ed|es|ing)|convicted|acquitted|guilty)$/;

/** "accused to have killed", "convicted to have stolen": what somebody did is named with "of". */
function checkAccused(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  let to = token.index + 1;
  if (/^(?:him|her|them|it|us|me)$/.test(wordAt(document, to, token.sentence) ?? '')) to++;
  if (!infinitiveAt(document, to, token.sentence)) return;
  const verb = tokens[to + 1]!.word.folded;
  if (token.word.folded === 'guilty' && verb !== 'have' || /^(?:appear|testify|stand|face|pay|serve|wait|attend)$/.test(verb)) return;
  put(document, to, to + 1, `of ${ingOf(verb)}`, 0.8, `English says: ${token.text} of doing something.`, report);
}

/** "It is forbidden to the citizens to leave": whom it concerns is named with "for". */
function checkForWhom(document: Document, token: Token, report: Put): void {
  const to = document.after(token);
  const before = beforeAdverbs(document, token.index);
  if (to?.text !== 'to' || !before || !BE.has(before.word.folded) || !/^(?:the|all|his|her|their|its|our|him|them|us|me|any|every)$/.test(wordAt(document, to.index + 1, token.sentence) ?? '')) return;
  for (let k = to.index + 2; k < to.index + 7; k++) {
    const w = wordAt(document, k, token.sentence);
    if (w === undefined) return;
    if (w === 'to' && infinitiveAt(document, k, token.sentence)) return put(document, to.index, to.index, 'for', 0.72, `English says: ${token.text} for somebody to do something.`, report);
  }
}

/** What goes on by itself and is not done: base forms. */
const STATES = /^(?:know|want|need|own|belong|possess|contain|consist|believe|understand|hear|prefer|deserve|resemble|seem)$/;

/** "I was hearing their voices", "the firm is owning two ships" */
function checkStative(document: Document, token: Token, report: Put): void {
  const next = document.tokens[token.index + 1];
  if (next?.kind !== 'word' || next.sentence !== token.sentence || next.word.shape !== 'lower' || !next.word.folded.endsWith('ing')) return;
  const verb = baseOfIng(next.word.folded);
  const w = token.word.folded;
  if (!verb || !STATES.test(verb) || !/^(?:is|are|was|were|am)$/.test(w)) return;
  const subject = document.before(token);
  const behind = document.tokens[token.index + 2];
  if (subject?.kind !== 'word' || /^(?:that|which|what|this|it|who)$/.test(subject.word.folded) && verb !== 'hear' && w !== 'was' || !behind || behind.sentence !== token.sentence || !/^(?:the|a|an|his|her|its|their|this|that|him|them|it|more|of|to|two|three|about|in)$/.test(behind.word.folded)) return;
  // "they were hearing a case", "is needing to"; a court hears, and "all he was wanting" is spoken.
  if (verb === 'hear' && (behind.word.folded === 'of' || behind.word.folded === 'about' || /^(?:case|cases|evidence|arguments|appeal|appeals|testimony|that)$/.test(wordAt(document, behind.index + 1, token.sentence) ?? behind.word.folded) || /^(?:court|judge|judges|jury|panel|tribunal)$/.test(subject.word.folded)) || posOf(document, next) !== 'VERB') return;
  const past = w === 'was' || w === 'were';
  const right = past ? (verb === 'hear' ? ['could hear', 'heard'] : [pastOf(verb)]) : w === 'is' ? [thirdOf(verb)] : [verb];
  put(document, token.index, token.index + 1, right, verb === 'hear' || verb === 'understand' || verb === 'believe' ? 0.5 : 0.66, 'What is so, and is not done, has no -ing form.', report);
}

function checkPassive(document: Document, token: Token, report: Put): void {
  const next = document.tokens[token.index + 1];
  const before = beforeAdverbs(document, token.index);
  if (next?.kind !== 'word' || next.sentence !== token.sentence || !before || !BE.has(before.word.folded)) return;
  const w = next.word.folded;
  if (w.endsWith('ing') && !NO_VERB.test(w) && next.word.shape === 'lower') {
    const verb = baseOfIng(w);
    const behind = wordAt(document, token.index + 2, token.sentence);
    if (!verb || behind === undefined || !/^(?:a|an|the|his|her|its|their|in|on|at|with|more|new|this|that|up|out|into|from|to|for|another|all|about|over)$/.test(behind)) return;
    put(document, token.index, token.index + 1, `${token.text} to ${verb}`, 0.88, `English says: be ${token.text} to do something.`, report);
  }
}

function checkPreposition(document: Document, token: Token, w: string, report: Put): void {
  const at = token.index + 1;
  if (!infinitiveAt(document, at, token.sentence)) return;
  const verb = document.tokens[at + 1]!.word.folded;
  if (w === 'for') {
    // "asked for to be left": only the old-fashioned sense is left over.
    put(document, token.index, at, 'to', 0.4, 'The infinitive of purpose has no `for`.', report);
    return;
  }
  if (w === 'from' || (w === 'instead' && lookup(verb).frequency > 0 && posOf(document, document.tokens[at + 1]!) !== 'VERB')) return;
  // "the day before to discuss it", "fled after to …": the adverb, not the preposition.
  const raw = w === 'without' ? 0.93 : w === 'after' || w === 'before' ? 0.4 : 0.6;
  put(document, token.index, at + 1, `${w === 'instead' ? inCase(token.text, 'instead of') : token.text} ${ingOf(verb)}`, raw, `Behind \`${w}\` English has the -ing form.`, report);
}

const inCase = (model: string, text: string) => (/^\p{Lu}/u.test(model) ? text.replace(/^./, (c) => c.toUpperCase()) : text);

function checkModal(document: Document, token: Token, report: Put): void {
  const at = token.index + 1;
  if (!infinitiveAt(document, at, token.sentence) || token.word.shape !== 'lower') return;
  const w = token.word.folded;
  const before = document.before(token);
  // "the will to win", "a can to fill".
  if (before?.kind !== 'word' || ((w === 'will' || w === 'can' || w === 'may' || w === 'might' || w === 'must') && !/^(?:he|she|it|they|we|i|you|who|which|that|and|people)$/.test(before.word.folded))) return;
  if (w === 'will' && /^(?:and|that)$/.test(before.word.folded)) return;
  // "doing what little they can to prevent it"
  for (let k = before.index - 1; k >= before.index - 4; k--) if (/^(?:all|what|whatever|everything|anything|as|best|little|much|wherever|things?)$/.test(wordAt(document, k, token.sentence) ?? '')) return;
  put(document, token.index, at, token.text, 0.9, `\`${w}\` takes the verb without \`to\`.`, report);
}

function checkDo(document: Document, token: Token, w: string, report: Put): void {
  let at = token.index + 1;
  let next = document.tokens[at];
  const negated = w.endsWith("n't");
  if (!negated && next?.word.folded !== 'not') return;
  if (!negated) next = document.tokens[++at];
  if (!next || next.sentence !== token.sentence || next.word.shape !== 'lower' || next.kind !== 'word') return;
  const form = next.word.folded;
  if (form === 'been' || isInfinitive(form)) return;
  const base = baseOfPast(form) ?? (form.endsWith('s') && form !== 'always' && posOf(document, next) === 'VERB' ? baseOfThird(form) : undefined);
  if (!base || base === form || pairCount('not', form) > 110 && !/ed$/.test(form)) return;
  const first = negated ? at : at - 1;
  put(document, first, at, `${negated ? '' : 'not '}${base}`, 0.85, 'Behind `do`, `does` and `did` the verb has no ending.', report);
}

function checkHave(document: Document, token: Token, report: Put): void {
  let at = token.index + 1;
  if (/^(?:not|also|already|never|now|just|even|since)$/.test(wordAt(document, at, token.sentence) ?? '')) at++;
  const next = document.tokens[at];
  if (next?.kind !== 'word' || next.sentence !== token.sentence || !WRONG_PARTICIPLE.has(next.word.folded) || next.word.shape !== 'lower') return;
  const base = baseOfPast(next.word.folded)!;
  const have = HAVE.has(token.word.folded);
  if (next.word.folded === 'saw' || next.word.folded === 'fell' || (next.word.folded === 'did' && !have)) return;
  put(document, at, at, have ? participleOf(base) : participleOf(base), 0.85, `The participle is \`${participleOf(base)}\`.`, report);
}

function checkSpent(document: Document, token: Token, w: string, report: Put): void {
  if (!/^(?:spent|spend|spends|spending)$/.test(w)) return;
  for (let k = token.index + 1; k <= token.index + 5; k++) {
    const t = wordAt(document, k, token.sentence);
    if (t === undefined || t === 'to') return;
    if (!SPENT.test(t)) continue;
    if (!infinitiveAt(document, k + 1, token.sentence)) return;
    const verb = document.tokens[k + 2]!;
    put(document, k + 1, k + 2, ingOf(verb.word.folded), t === 'time' ? 0.5 : 0.8, 'One spends time doing something.', report);
    return;
  }
}

function checkBare(document: Document, token: Token, report: Put): void {
  const object = wordAt(document, token.index + 1, token.sentence);
  const before = document.before(token);
  if (object === undefined || before && BE.has(before.word.folded)) return;
  if (!/^(?:him|them|us|me|people)$/.test(object)) return checkBareNoun(document, token, report);
  if (!infinitiveAt(document, token.index + 2, token.sentence)) return;
  const verb = document.tokens[token.index + 3]!;
  put(document, token.index + 1, token.index + 3, `${object} ${verb.text}`, token.word.folded.startsWith('let') ? 0.85 : 0.6, `\`let\` and \`make\` take the verb without \`to\`.`, report);
}

/** What people are used to, and are not used for. */
const ACCUSTOMED = /^(?:live|work|see|hear|have|be|deal|play|travel|fight|lose|win|wait|eat|drink|speak|sleep|walk|think|pay|get|go|share|suffer)$/;
/** "Residents are used to live with the noise" */
function checkUsed(document: Document, token: Token, report: Put): void {
  const be = beforeAdverbs(document, token.index);
  if (!be || !/^(?:is|are|was|were|am|been|be|i'm|we're|they're|he's|she's|get|got)$/.test(be.word.folded) || !infinitiveAt(document, token.index + 1, token.sentence)) return;
  const verb = document.tokens[token.index + 2]!;
  const subject = beforeAdverbs(document, be.index);
  const s = subject?.kind === 'word' ? subject.word.folded : '';
  const who = /'/.test(be.word.folded) || /^(?:he|she|we|they|i|you|who|people|residents|players|workers|children|farmers|locals|fans|soldiers|drivers|citizens|voters|villagers|inhabitants|families|women|men|not)$/.test(s);
  const many = subject?.kind === 'word' && subject.word.shape === 'lower' && pluralNoun(subject) !== undefined && !/^(?:have|be|work|deal|play|travel|fight|get|go|share)$/.test(verb.word.folded);
  if (ACCUSTOMED.test(verb.word.folded) && (who || many)) put(document, token.index + 1, token.index + 2, `to ${ingOf(verb.word.folded)}`, s === 'they' ? 0.36 : 0.55, 'Who knows something well is used to doing it.', report);
}

/** Whom one makes do something, by a noun: "made the boy to apologise", "lets hospitals to hire". */
function checkBareNoun(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  let k = token.index + 1;
  const let_ = token.word.folded.startsWith('let');
  const det = /^(?:the|a|an|his|her|their|its|this|these|our|my)$/.test(wordAt(document, k, token.sentence) ?? '');
  if (det) k++;
  const who = tokens[k];
  if (who?.kind !== 'word' || who.sentence !== token.sentence || who.word.shape !== 'lower' || FUNCTION_WORDS.has(who.word.folded) || !infinitiveAt(document, k + 1, token.sentence)) return;
  // "made efforts to", "made the decision to": what is made, and what for.
  if (let_ ? !det && !pluralNoun(who) : !(MADE_TO.test(who.word.folded) || det && /(?:men|ers|ors|ists|ants|ees|ians|recruits|pilots)$/.test(who.word.folded) && !/^(?:offers|orders|letters|papers|powers|numbers|matters|errors|grants|transfers)$/.test(who.word.folded))) return;
  if (!activeVerb(document, token, token.word.folded.endsWith('ing') ? 'ing' : /^(?:let|make)$/.test(token.word.folded) ? 'base' : token.word.folded.endsWith('s') ? 'third' : 'past') && !(token.word.folded === 'let')) return;
  const verb = tokens[k + 2]!;
  report({start: tokens[k + 1]!.start, end: verb.start, proposals: [''], confidence: let_ ? 0.6 : 0.5, note: '`let` and `make` take the verb without `to`.'});
}
/** People whom one makes do something. */
const MADE_TO = /^(?:boys?|girls?|men|man|women|woman|child|children|pupils?|students?|players?|team|drivers?|soldiers?|workers?|prisoners?|passengers?|residents|citizens|victims?|public|world|audience|spectators|voters|minister|president|government|company|police|crowd|hostages|detainees|suspects?|witness|witnesses|parents|son|daughter|wife|husband|mother|father|country|population|fans|guests|employees|patients|refugees|migrants)$/;

function checkLeft(document: Document, token: Token, report: Put): void {
  const ing = wordAt(document, token.index + 2, token.sentence);
  const before = beforeAdverbs(document, token.index)?.word.folded;
  if (!ing?.endsWith('ing') || !baseOfIng(ing) || before === undefined || !/^(?:he|she|they|it|we|i|you|has|have|had|who|did|not|to)$/.test(before)) return;
  if (NO_VERB.test(ing)) return;
  put(document, token.index, token.index + 2, `${token.text === 'stop' ? 'stop' : 'stopped'} ${ing}`, 0.9, 'One stops doing something.', report);
}

function checkTo(document: Document, token: Token, w: string, report: Put): void {
  if (!infinitiveAt(document, token.index + 1, token.sentence)) return;
  const verb = document.tokens[token.index + 2]!;
  const look = document.before(token)?.word.folded;
  if (w === 'forward' && (look === undefined || !/^look(?:s|ed|ing)?$/.test(look))) return;
  const be = beforeAdverbs(document, token.index)?.word.folded;
  if (w !== 'forward' && (be === undefined || !BE.has(be))) return;
  put(document, token.index + 1, token.index + 2, `to ${ingOf(verb.word.folded)}`, w === 'forward' ? 0.85 : 0.45, `Here \`to\` is a preposition: it takes the -ing form.`, report);
}

/** A verb in its base form that is hardly a noun or an adjective: "exist", "announce", "happen". */
function bareVerb(t: Token | undefined): string | undefined {
  if (t?.kind !== 'word' || t.word.shape !== 'lower') return undefined;
  const w = t.word.folded;
  if (!isInfinitive(w) || /(?:ed|ing|s|t|en|ly)$/.test(w) && !/^(?:exist|want|expect|admit|insist|happen|meet|let|die|persist|resist|attract|create|destroy|select|collect|protect|reject|elect|predict|prevent|present|accept|adapt|adopt|arrest|commit|consist|construct|convict|defeat|depart|detect|direct|eat|edit|inherit|inspect|invent|invest|invite|omit|permit|submit|suggest|transmit|strengthen|threaten|listen|weaken|widen|rely|apply|reply|comply|fly)$/.test(w)) return undefined;
  const noun = Math.max(pairCount('the', w), pairCount('a', w), pairCount('an', w));
  return pairCount('to', w) - noun > 30 && !/^(?:become|come|run|read|let|set|put|cut|hit|shut|split|spread|bid|beat|overcome|be|do|have|go|live|lead|clean|open|clear|free|own|lie|complete|separate|direct|present|welcome|correct|secure|alert|appropriate|intent|subject|elect|adult|better|best|please|thank|like|known|born|ok|broadcast|forecast|hurt|rid|cast|burst|quit|bet|wed)$/.test(w) ? w : undefined;
}

/** The base of a verb form in -s that is hardly a plural: "not wins". */
function thirdVerb(document: Document, verb: Token): string | undefined {
  const w = verb.word.folded;
  const base = /[a-z]s$/.test(w) && !/(?:ss|us|is)$/.test(w) && w !== 'always' && w !== 'as' ? baseOfThird(w) : undefined;
  return base && pairCount('not', w) === 0 && posOf(document, verb) === 'VERB' ? base : undefined;
}

/** "is exist", "has announce" */
function checkBase(document: Document, token: Token, w: string, report: Put): void {
  let at = token.index + 1;
  const skipped = /^(?:not|also|already|never|now|just|recently|still|always|yet)$/.test(wordAt(document, at, token.sentence) ?? '');
  if (skipped) at++;
  const verb = document.tokens[at];
  if (verb?.sentence !== token.sentence) return;
  // "will be come"
  if (w === 'be' && !skipped && verb.kind === 'word' && verb.word.shape === 'lower' && NO_OBJECT.test(verb.word.folded) && (MODALS.has(document.before(token)?.word.folded ?? '') || wordAt(document, token.index - 1, token.sentence) === 'to' && pairCount('be', verb.word.folded) === 0)) {
    put(document, token.index, at, verb.text, 0.8, 'This verb stands without `be`.', report);
    return;
  }
  const base = bareVerb(verb);
  if (!base) {
    checkBareParticiple(document, token, w, verb, report);
    return;
  }
  if (pairCount(skipped ? 'not' : w, base) > 0 || document.tokens[at + 1]?.text === '-') return;
  // "all I can do is teach them"
  for (let k = token.index - 1; k > token.index - 9; k--) if (/^(?:do|does|did|done)$/.test(wordAt(document, k, token.sentence) ?? '')) return;
  const before = document.before(token)?.word.folded ?? '';
  const {last} = document.sentences[token.sentence]!;
  if (document.tokens[last]!.text === '?' || /^(?:do|all|did|can|could|to|will|would|let|what|thing|things|best|must|should|may|might)$/.test(before) && !(w === 'be' && /^(?:will|would|can|could|must|should|may|might|to)$/.test(before)) && !(w === 'have' && /^(?:could|would|must|should|might)$/.test(before) && pairCount('a', base) < 60) || document.opensSentence(token)) return;
  if (HAVE.has(w)) {
    if (w === 'having') return;
    put(document, at, at, participleOf(base), 0.76, 'The perfect takes the participle.', report);
    return;
  }
  if (w === 'be') {
    if (MODALS.has(before) || before === 'to' || before === 'not') put(document, at, at, participleOf(base), 0.76, 'The passive takes the participle.', report);
    return;
  }
  if (!/^(?:is|are|was|were)$/.test(w)) return;
  const right = w === 'is' ? thirdOf(base) : w === 'are' ? base : pastOf(base);
  put(document, token.index, at, [right, `${token.text} ${participleOf(base)}`, `${token.text} ${ingOf(base)}`], 0.72, 'Two verbs stand side by side.', report);
}

/** "was block by guards", "is increase", "have search the office": a base that may be a noun as well, where the language model wants an ending. */
function checkBareParticiple(document: Document, token: Token, w: string, verb: Token, report: Put): void {
  const {index: at} = verb;
  if (verb.kind !== 'word' || verb.word.shape !== 'lower' || at > token.index + 2 || at > token.index + 1 && !HAVE.has(w) || document.opensSentence(token)) return;
  const base = verb.word.folded;
  if (base.length < 3 || /(?:ed|ing|s|en|ly|st)$/.test(base) || pairCount(w, base) > 0 || pairCount('to', base) < 40 || !isInfinitive(base) || /^(?:come|become|run|put|cut|hit|shut|split|spread|beat|back|open|free|clear|clean|like|welcome|present|home|light|key|average|level|mean|subject|alert|patient|better|fine|fit|live|near|own|past|secure|correct|complete|direct|separate|empty|dry|warm|cool|slow|still|wet|rid|done|born|worn|set|read|let)$/.test(base)) return;
  const before = document.before(token)?.word.folded ?? '';
  const next = document.tokens[at + 1];
  if (next?.text === '-' || document.tokens[document.sentences[verb.sentence]!.last]!.text === '?' || /^(?:do|all|did|let|what|thing|things|best|who)$/.test(before)) return;
  const participle = participleOf(base);
  const behind = next?.sentence === verb.sentence ? next.word.folded : '';
  if (HAVE.has(w)) {
    const object = /^(?:the|a|an|his|her|its|their|him|them|it|by|to|from|for)$/.test(behind);
    if (w === 'having' || /^(?:to|can|could|will|would|may|might|must|should|do|did|not)$/.test(before) || !object && next?.kind === 'word' && !/(?:ly|ed)$/.test(behind) && at === token.index + 1) return;
    if (gainOf(document, at, at, [participle]) >= (object ? 1.2 : 1.8)) put(document, at, at, participle, 0.6, 'The perfect takes the participle.', report);
    return;
  }
  if (!/^(?:is|are|was|were|be|been)$/.test(w) || w === 'be' && !(MODALS.has(before) || before === 'to' || before === 'not')) return;
  const passive = gainOf(document, at, at, [participle]);
  const active = w === 'been' ? passive : gainOf(document, at, at, [ingOf(base)]);
  const gain = Math.max(passive, active);
  if (gain < 2 && !(behind === 'by' && passive >= 0.6) && !(behind === 'to' && gain >= 1.2)) return;
  const better = passive >= active ? [participle, ingOf(base)] : [ingOf(base), participle];
  put(document, at, at, better, 0.6, 'Behind `be` the verb takes an ending.', report);
}

/** "will can", "do not can", "must can" */
function checkTwoModals(document: Document, token: Token, w: string, report: Put): void {
  const next = document.after(token);
  if (next?.kind !== 'word' || next.word.shape !== 'lower' || !/^(?:will|would|must|may|might|could|should|can)$/.test(w)) return;
  const n = next.word.folded;
  if (!/^(?:can|must|could|should|may)$/.test(n) || n === w || token.word.shape !== 'lower') return;
  const before = document.before(token);
  if (before?.kind !== 'word' || /^(?:the|a|of|his|her|their|no|in|last|this|good|free)$/.test(before.word.folded) || n === 'may' && next.word.shape !== 'lower') return;
  put(document, token.index, next.index, n === 'must' ? `${token.text} have to` : n === 'should' ? token.text : `${token.text} be able to`, 0.86, 'English does not put two such verbs side by side.', report);
}

/** Words that take an infinitive with `to`, and hardly a noun behind it. */
const TO_INFINITIVE = /^(?:refus(?:e|es|ed|ing)|decid(?:e|es|ed|ing)|wants?|wanted|hop(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|agreed|able|unable|expected|tr(?:y|ies|ied|ying)|manag(?:e|es|ed|ing)|plans|planned|planning|needs|needed|ready|likely|unlikely|want|wish|wishes|wished|order|attempts|attempted|threaten|threatens|threatened|intend|intends|intended|seeks|sought|vowed|pledged|willing|unwilling|determined|forced|allowed|permitted|invited|urged|begins?|began|begun|starts?|started|continues?|continued|helps?|helped|fail|fails|failed|tend|tends|tended|going|scheduled|supposed|obliged|obligated|eager|keen|reluctant|afraid|how|prepar(?:e|es|ing)|intending|seeking|afford|required|asked|advised|persuaded|convinced|proposed|proposes|offered|offers|learned|forgot)$/;

/** Verbs and nouns with an infinitive, behind which Romance languages have *de*. */
const OF_DOING = /^(?:refus(?:e|es|ed|ing)|decided?|decides|promised?|promises|tried|tries|forgot|agreed|agrees|managed|threaten|threatened|threatens|chose|chosen|hesitated|pledged|vowed|proposed|swore|ability|inability|decision|attempt|attempts|refusal|willingness|unwillingness|reluctance|permission|obligation|determination|readiness|capacity|eagerness|ambition|efforts?)$/;

/** "to went", "to can", "to makes the" */
function checkInfinitive(document: Document, token: Token, report: Put): void {
  const next = document.after(token);
  if (next?.kind !== 'word' || next.word.shape !== 'lower') return;
  const w = next.word.folded;
  const before = document.before(token);
  if (before?.kind !== 'word') return;
  if (w === 'can' || w === 'must' || w === 'could') {
    if (/^(?:want|wants|wanted|order|able|hope|hopes|need|needs|so|going|way|due|has|have|had|expect|expects|like)$/.test(before.word.folded)) put(document, next.index, next.index, w === 'must' ? 'have to' : 'be able to', 0.82, '`to` takes another verb here.', report);
    return;
  }
  if (/^(?:of|against)$/.test(before.word.folded)) {
    // "interested in to buy", "accused of to have": two small words before the verb.
    if (isInfinitive(w) && pairCount('to', w) > 70 && !/^(?:whom|which)$/.test(w) && before.word.shape === 'lower' && wordAt(document, before.index - 1, token.sentence) !== 'instead' && !/^(?:what|dream|think|speak|come)$/.test(wordAt(document, before.index - 1, token.sentence) ?? '')) put(document, token.index, next.index, ingOf(w), 0.75, `Behind \`${before.text}\` English has the -ing form.`, report);
    return;
  }
  if (before.word.folded === 'in' && /^(?:interested|involved|succeeded|succeed|succeeds|engaged|participate|difficulty|difficulties|role|interest|experience|consists|consist|delay|persist|insist)$/.test(wordAt(document, before.index - 1, token.sentence) ?? '') && isInfinitive(w)) {
    put(document, token.index, next.index, ingOf(w), 0.8, 'Behind `in` English has the -ing form.', report);
    return;
  }
  // "refused to suspending", "is expected to signing"
  if (w.endsWith('ing') && TO_INFINITIVE.test(before.word.folded) && !NO_VERB.test(w)) {
    const verb = baseOfIng(w);
    if (verb && posOf(document, next) === 'VERB') put(document, next.index, next.index, verb, 0.85, 'Behind `to` the verb has no ending.', report);
    return;
  }
  if (pairCount('to', w) > 0 && !(TO_INFINITIVE.test(before.word.folded) && /(?:[^s]s|ed)$/.test(w) && posOf(document, next) === 'VERB')) return;
  const base = baseOfPast(w) ?? (w.endsWith('s') && !w.endsWith('ss') ? baseOfThird(w) : undefined);
  if (!base || base === w || isInfinitive(w)) return;
  const behind = wordAt(document, next.index + 1, token.sentence) ?? '';
  if (!/^(?:the|a|an|his|her|its|their|that|him|them|it|this|for|with|to|in|on|at)$/.test(behind) || w.endsWith('s') && !/^(?:the|a|an|his|her|its|their|him|them|it)$/.test(behind)) return;
  put(document, next.index, next.index, base, /^(?:the|a|an|his|her|its|their|that|him|them|it)$/.test(behind) ? 0.8 : 0.4, 'Behind `to` the verb has no ending.', report);
}

/** "announced to have received": English says who did. */
function checkSays(document: Document, token: Token, base: string, report: Put): void {
  const i = token.index;
  if (wordAt(document, i + 1, token.sentence) !== 'to') return;
  const verb = wordAt(document, i + 2, token.sentence);
  if (verb === undefined || !/^(?:be|have|want|know|see|feel|support|fear|hope|expect|understand|believe|own|possess|intend|agree)$/.test(verb)) return;
  const before = beforeAdverbs(document, i);
  if (before?.kind !== 'word' || BE.has(before.word.folded) || token.word.folded.endsWith('ing')) return;
  const b = before.word.folded;
  if (/^(?:what|which|that|who)$/.test(wordAt(document, before.index - 1, token.sentence) ?? '')) return;
  if (b === 'and' || b === 'or' || HAVE.has(b) && base === 'say') return;
  const form = formOf(token.word.folded, base);
  if (!activeVerb(document, token, form)) return;
  // "weapons suspected to be", "a man thought to have": a participle behind its noun.
  const name = before.word.shape !== 'lower' || /^(?:he|she|they|it|we|who)$/.test(b);
  if (form === 'past' && !name && !HAVE.has(b) && !/^(?:announce|add|explain|stress|recall|complain|insist|emphasise|emphasize)$/.test(base)) return;
  if (form === 'past' && before.word.shape !== 'lower' && /^(?:believe|think|consider|suspect|estimate|report|say|know)$/.test(base) && !/^(?:he|she|they|it|we)$/.test(b)) return;
  const subject = /^(?:they|we)$/.test(b) ? b : 'he';
  const past = form !== 'third' && form !== 'base';
  const clause = verb === 'be' ? (past ? 'was' : 'is') : verb === 'have' ? (past ? 'had' : 'has') : past ? pastOf(verb) : thirdOf(verb);
  put(document, i + 1, i + 2, [`that ${subject} ${clause}`, `that it ${clause}`, `that she ${clause}`], 0.74, `English says: ${base} that someone does something.`, report);
}

/** "the possibility to win" */
function checkNoun(document: Document, token: Token, [preposition, confidence]: readonly [string, number], report: Put): void {
  const i = token.index;
  if (!infinitiveAt(document, i + 1, token.sentence)) return;
  const verb = document.tokens[i + 2]!.word.folded;
  const before = document.before(token)?.word.folded ?? '';
  if (!/^(?:the|a|this|that|his|her|its|their|any|no|great|real|only|little|in|some|of|lifetime|total|two-year|five-year|year)$/.test(before) && !(/^(?:difficulty|difficulties|bans?)$/.test(token.word.folded) && /^(?:has|have|had|having|with|without|imposed|lifted|year)$/.test(before)) || token.word.folded === 'fact' && before !== 'the') return;
  if (/^(?:idea|purpose|experience|chances)$/.test(token.word.folded) && before !== 'the' && (before !== 'of' || token.word.folded === 'chances') || /^(?:is|was)$/.test(document.before(document.before(token)!)?.word.folded ?? '') && preposition === 'of' && token.word.folded !== 'risk' && token.word.folded !== 'possibility') return;
  // "the risk to be taken", "an idea to sell": what is to be done.
  if (verb === 'be' && confidence < 0.6) return;
  put(document, i + 1, i + 2, `${preposition} ${ingOf(verb)}`, confidence, `English says: ${token.text} ${preposition} doing something.`, report);
}

/** "stopped to produce cars" */
function checkStop(document: Document, token: Token, report: Put): void {
  const i = token.index;
  if (wordAt(document, i + 1, token.sentence) !== 'to') return;
  const verb = wordAt(document, i + 2, token.sentence);
  const before = beforeAdverbs(document, i);
  if (verb === undefined || !ACTIVITIES.has(verb) || !before || BE.has(before.word.folded)) return;
  put(document, i + 1, i + 2, ingOf(verb), 0.55, 'One stops doing something; who stops to do it, pauses for it.', report);
}

/** "may not to turn", "must now to rest": an infinitive with "to" behind a modal and what stands between. */
function checkModalTo(document: Document, token: Token, w: string, report: Put): void {
  if (token.word.shape !== 'lower' || w.endsWith("n't")) return;
  let at = token.index + 1;
  while (at < token.index + 4 && ADVERB.test(wordAt(document, at, token.sentence) ?? '')) at++;
  if (at === token.index + 1) {
    // Behind a noun: "the cranes must to turn".
    const noun = document.before(token);
    // Behind a comma a clause goes on: "The Senate, where it has a majority, must to examine".
    if (noun?.text === ',') {
      if (/^(?:must|should|could|would|can|will)$/.test(w) && infinitiveAt(document, at, token.sentence) && token.index - document.sentences[token.sentence]!.first > 3) put(document, at, at + 1, document.tokens[at + 1]!.text, 0.82, `\`${w}\` takes the verb without \`to\`.`, report);
      return;
    }
    if (noun?.kind !== 'word' || /^(?:a|the|is|this|no)$/.test(noun.word.folded)) return;
    // "the will to win", "a can to fill": only where the noun before it opens the clause with its determiner.
    if (/^(?:can|will|may|might)$/.test(w) && !(infinitiveAt(document, at, token.sentence) && subjectBefore(document, token.index) && posOf(document, token) === 'AUX') && !(noun.word.shape === 'capital' && w !== 'will' && infinitiveAt(document, at, token.sentence))) return;
    const before = noun.word.folded;
    if (/^(?:he|she|it|they|we|i|you|who|which|that|and|people)$/.test(before)) return;
  }
  if (!infinitiveAt(document, at, token.sentence)) return;
  const before = document.before(token);
  if (before?.kind !== 'word' || /^(?:the|a|his|her|their|its|my|our|your|no|this|free|good|ill|political|last|strong|or|if|as)$/.test(before.word.folded) || /^(?:rather|prefer|like|love|want|have|has)$/.test(wordAt(document, at - 1, token.sentence) ?? '')) return;
  for (let k = before.index; k >= before.index - 4; k--) if (/^(?:all|what|whatever|everything|anything|best|little|much|things?)$/.test(wordAt(document, k, token.sentence) ?? '')) return;
  const verb = document.tokens[at + 1]!;
  put(document, at, at + 1, verb.text, 0.82, `\`${w}\` takes the verb without \`to\`.`, report);
}

/** "digged", "teached" */
function checkRegularised(document: Document, token: Token, report: Put): void {
  const [past, participle] = REGULARISED.get(token.word.folded)!;
  if (lookup(token.word.folded).frequency > 105) return;
  const before = beforeAdverbs(document, token.index)?.word.folded ?? '';
  put(document, token.index, token.index, HAVE.has(before) || BE.has(before) ? [participle] : past === participle ? [past] : [past, participle], 0.9, 'This verb is irregular.', report);
}

/** "lets itself quickly write", "would see themselves grant": the passive of German and French. */
function checkLets(document: Document, token: Token, report: Put): void {
  const verb = document.before(token);
  if (verb?.kind !== 'word') return;
  const v = verb.word.folded;
  const lets = /^(?:let|lets|letting)$/.test(v);
  const sees = /^(?:see|sees|saw|seen|seeing)$/.test(v);
  if (!lets && !sees) return;
  let at = token.index + 1;
  while (at < token.index + 3 && /ly$|^(?:well|also|not|easily|hardly|still|only)$/.test(wordAt(document, at, token.sentence) ?? '')) at++;
  const next = document.tokens[at];
  if (next?.kind !== 'word' || next.sentence !== token.sentence || next.word.shape !== 'lower') return;
  const w = next.word.folded;
  const base = isInfinitive(w) && pairCount('to', w) > 40 ? w : undefined;
  const past = baseOfPast(w);
  const adverb = at > token.index + 1 ? `${document.slice(token.index + 1, at - 1)} ` : '';
  if (lets) {
    // "let himself go", "lets herself be seen", "let itself in"
    if (!base || /^(?:go|be|in|down|off|out|into|get|become|fall|feel|drift|slip|hope|believe|dream|relax|think)$/.test(w) || token.word.folded !== 'itself' && !adverb) return;
    put(document, verb.index, at, [`can be ${adverb}${participleOf(base)}`, `is ${adverb}${participleOf(base)}`], 0.72, 'English has the passive here.', report);
  } else {
    const participle = past !== undefined && participleOf(past) === w && /^(?:refuse|deny|offer|award|grant|give|force|impose|assign|exclude|entrust|confiscate|withdraw|accuse|propose|attribute|oblige|sentence|confer)$/.test(past);
    if (!participle && !(base && /^(?:refuse|deny|offer|award|grant|give|impose|assign|exclude|entrust|confiscate|withdraw|accuse|propose|attribute|oblige|sentence)$/.test(base))) return;
    const done = participleOf(base ?? past!);
    put(document, verb.index, at, v === 'saw' ? [`was ${done}`, `were ${done}`] : v === 'seen' ? `been ${done}` : v === 'seeing' ? `being ${done}` : v === 'sees' ? [`is ${done}`] : MODALS.has(document.before(verb)?.word.folded ?? '') || document.before(verb)?.word.folded === 'to' ? `be ${done}` : [`are ${done}`, `be ${done}`], 0.66, 'English has the passive here.', report);
  }
}

/** "are being undergoing": two of them. */
function checkBeing(document: Document, token: Token, report: Put): void {
  const before = document.before(token);
  const next = document.after(token);
  if (!before || !/^(?:is|are|was|were)$/.test(before.word.folded) || next?.kind !== 'word' || next.word.shape !== 'lower' || !next.word.folded.endsWith('ing') || !baseOfIng(next.word.folded) || /^(?:interesting|boring|annoying|charming|willing|demanding|surprising|threatening|insulting|loving|caring|misleading|exciting|hard-working|patronising|patronizing|condescending)$/.test(next.word.folded) || document.tokens[next.index + 1]?.text === '-') return;
  const w = next.word.folded;
  if (posOf(document, next) !== 'VERB') return;
  put(document, token.index, next.index, [w, `being ${participleOf(baseOfIng(w)!)}`], 0.78, 'One of the two forms in -ing is too many.', report);
}

/** "looked strongly until the end", "feels itself normal": how something is, is an adjective. */
function checkLooks(document: Document, token: Token, report: Put): void {
  const next = document.after(token);
  if (next?.kind !== 'word' || next.word.shape !== 'lower') return;
  const w = next.word.folded;
  const before = document.before(token);
  if (/^(?:itself|himself|herself|themselves)$/.test(w) && /^f(?:eel|eels|elt|eeling)$/.test(token.word.folded)) {
    const adjective = document.tokens[next.index + 1];
    if (!adjective || adjective.sentence !== token.sentence || adjective.kind !== 'word' || posOf(document, adjective) !== 'ADJ' || /(?:ed|en|ing)$/.test(adjective.word.folded)) return;
    report({start: token.end, end: next.end, proposals: [''], confidence: 0.66, note: '`feel` has no reflexive pronoun here.'});
    return;
  }
  if (!/^[a-z]{4,}ly$/.test(w) || MAY_LOOK.test(w) || !before || before.kind !== 'word' || /^(?:a|an|the|this|his|her|its|their|new|of|in)$/.test(before.word.folded)) return;
  const stop = document.tokens[next.index + 1];
  if (stop && stop.sentence === token.sentence && stop.kind === 'word' && !/^(?:until|in|on|and|but|to|for|at|as|when|because|after|before|during|throughout)$/.test(stop.word.folded) || stop?.text === '-') return;
  if (/^(?:become|becomes|became|becoming|remain|remains|remained|remaining)$/.test(token.word.folded) && !/^(?:badly|strongly|publicly|calmly|safely|difficultly|dangerously|happily|sadly|angrily|nervously|seriously|critically|weakly|highly|lowly|independently|peacefully)$/.test(w)) return;
  if (/^felt?$|^feel/.test(token.word.folded) && /^(?:strongly|badly)$/.test(w) && /^(?:about|that)$/.test(stop?.word.folded ?? '')) return;
  const adjective = w.endsWith('ily') ? `${w.slice(0, -3)}y` : lookup(w.slice(0, -2)).frequency > 80 ? w.slice(0, -2) : `${w.slice(0, -1)}e`;
  if (lookup(adjective).frequency < 80 || gainOf(document, next.index, next.index, [adjective]) < 0.4) return;
  put(document, next.index, next.index, adjective, 0.45, 'Behind this verb an adjective stands, no adverb.', report);
}

const NO_USE = /^(?:use|good|point|sense|worth)$/;

/** "It is no use to wait", "there is no point to wait", "is worth to see" */
function checkNoUse(document: Document, token: Token, report: Put): void {
  const i = token.index;
  const before = wordAt(document, i - 1, token.sentence) ?? '';
  const lead = wordAt(document, i - 2, token.sentence) ?? '';
  const worth = token.word.folded === 'worth';
  if (!infinitiveAt(document, i + 1, token.sentence) || !(worth ? BE.has(before) || /^(?:not|well|hardly|also|really)$/.test(before) : /^(?:no|any|little)$/.test(before) && (BE.has(lead) || /^(?:not|has|have|see|sees|saw)$/.test(lead)))) return;
  const ing = ingOf(document.tokens[i + 2]!.word.folded);
  const noun = !worth && (/^(?:point|sense)$/.test(token.word.folded) || wordAt(document, i - 3, token.sentence) === 'there');
  if (/^(?:be|have)$/.test(document.tokens[i + 2]!.word.folded) && !worth) return;
  put(document, i + 1, i + 2, noun ? `in ${ing}` : ing, token.word.folded === 'good' ? 0.6 : 0.8, `English says: ${before} ${token.text}${noun ? ' in' : ''} doing something.`, report);
}

/** "had thought to cut it", "have thought in leaving": of doing something. */
function checkThought(document: Document, token: Token, report: Put): void {
  const i = token.index;
  const before = beforeAdverbs(document, i);
  if (!before || !/^(?:has|have|had)$/.test(before.word.folded)) return;
  const next = wordAt(document, i + 1, token.sentence);
  if (next === 'to' && infinitiveAt(document, i + 1, token.sentence)) {
    // "Nobody had thought to ask"
    for (let k = before.index - 1; k > before.index - 6; k--) if (/^(?:nobody|one|never|anyone|who|not|few|what|ever)$/.test(wordAt(document, k, token.sentence) ?? '')) return;
    if (before.index < i - 1 || /^(?:be|have|ask|call|check|bring|look|say|tell|include)$/.test(document.tokens[i + 2]!.word.folded)) return;
    const ing = ingOf(document.tokens[i + 2]!.word.folded);
    put(document, i + 1, i + 2, [`of ${ing}`, `about ${ing}`], 0.55, 'One thinks of doing something.', report);
  } else if (next === 'in' && (wordAt(document, i + 2, token.sentence) ?? '').endsWith('ing')) put(document, i + 1, i + 1, ['of', 'about'], 0.75, 'One thinks of doing something.', report);
}

/** "The level not exceeded the norm": a verb in the past, with its object, denied without "did". */
function checkNotPast(document: Document, token: Token, noun: Token, verb: Token, report: Put): void {
  const base = baseOfPast(verb.word.folded);
  const {first} = document.sentences[token.sentence]!;
  if (!base || noun.word.shape !== 'lower' || !/^(?:the|a|an|its|his|her|their|this|that|any)$/.test(wordAt(document, verb.index + 1, token.sentence) ?? '') || !subjectBefore(document, token.index)) return;
  for (let k = noun.index; k >= first; k--) if (BE.has(document.tokens[k]!.word.folded) || HAVE.has(document.tokens[k]!.word.folded) || MODALS.has(document.tokens[k]!.word.folded)) return;
  if (posOf(document, verb) !== 'VERB') return;
  put(document, token.index, verb.index, [`did not ${base}`, `has not ${participleOf(base)}`], 0.66, 'A verb is denied with `do not`, `does not` or `did not`.', report);
}

/** "she not know", "which not exist": no "do" before "not". */
function checkNot(document: Document, token: Token, report: Put): void {
  const subject = document.before(token);
  const verb = document.after(token);
  if (subject?.kind === 'word' && verb?.kind === 'word' && /(?:ed|ught|de|ok|ew|id)$/.test(verb.word.folded)) checkNotPast(document, token, subject, verb, report);
  if (subject?.kind !== 'word' || verb?.kind !== 'word' || verb.word.shape !== 'lower' || !/^(?:he|she|it|they|we|i|you|which|who)$/.test(subject.word.folded)) return;
  const base = bareVerb(verb) ?? thirdVerb(document, verb);
  if (!base || document.tokens[document.sentences[token.sentence]!.last]!.text === '?') return;
  for (let k = subject.index - 1; k > subject.index - 14 && document.tokens[k]?.sentence === token.sentence; k--) if (/^(?:demand|ask|insist|recommend|propos|suggest|requir|order|urg|request|important|essential|necessary|vital|crucial|condition|lest|imperative|prefer|why|did|do|does|would|could|should|can|will|if|advis|had|pray|desir)/.test(document.tokens[k]!.word.folded)) return;
  const one = /^(?:he|she|it)$/.test(subject.word.folded) || verb.word.folded !== base;
  put(document, token.index, verb.index, one ? [`does not ${base}`, `did not ${base}`] : [`do not ${base}`, `did not ${base}`, `does not ${base}`], verb.word.folded === base ? 0.8 : 0.6, 'A verb is denied with `do not`, `does not` or `did not`.', report);
}

/** "It is strangely to sit here" */
function checkManner(document: Document, token: Token, report: Put): void {
  const be = wordAt(document, token.index + 1, token.sentence);
  const adverb = wordAt(document, token.index + 2, token.sentence) ?? '';
  if (be === undefined || !/^(?:is|was)$/.test(be) || !/^[a-z]{4,}ly$/.test(adverb) || !infinitiveAt(document, token.index + 3, token.sentence)) return;
  if (/^(?:only|really|actually|certainly|probably|possibly|hardly|merely|simply|usually|likely|unlikely|mainly|partly|largely|typically|finally|generally|supposedly|allegedly|reportedly|apparently|clearly|costly|deadly|friendly|lovely|silly|ugly|lonely|early|daily|really|basically|essentially|purely|solely|primarily|mostly|ultimately|perfectly|normally|presumably|obviously|evidently|undoubtedly|currently|now|timely|lively|lowly|orderly|worldly|scholarly|especially|particularly|exactly|entirely|precisely)$/.test(adverb)) return;
  const adjective = adverb.endsWith('ily') ? `${adverb.slice(0, -3)}y` : adverb.slice(0, -2);
  if (lookup(adjective).frequency < 80 || pairCount('is', adjective) === 0) return;
  put(document, token.index + 2, token.index + 2, adjective, 0.75, 'Behind `it is` an adjective stands, no adverb.', report);
}

/** "faster than expecting" */
function checkThan(document: Document, token: Token, report: Put): void {
  const ing = wordAt(document, token.index + 1, token.sentence) ?? '';
  if (!/^(?:expecting|planning|predicting|anticipating|forecasting|estimating|hoping|fearing|thinking|previewing|foreseeing)$/.test(ing)) return;
  const next = wordAt(document, token.index + 2, token.sentence) ?? '';
  if (next !== '' && !/^(?:in|on|at|by|for|and|but|after|before|during|last|this|when|because|as|to)$/.test(next) || ing === 'planning' && next === 'for') return;
  const right = {expecting: 'expected', planning: 'planned', predicting: 'predicted', anticipating: 'anticipated', forecasting: 'forecast', estimating: 'estimated', hoping: 'hoped', fearing: 'feared', thinking: 'thought', previewing: 'expected', foreseeing: 'foreseen'}[ing]!;
  put(document, token.index + 1, token.index + 1, right, 0.78, 'What was expected is meant: the participle stands here.', report);
}

/** "without ever have been", "without ask permission" */
function checkWithout(document: Document, token: Token, report: Put): void {
  let at = token.index + 1;
  const skipped = /^(?:ever|even|first|really|actually|fully|once)$/.test(wordAt(document, at, token.sentence) ?? '');
  if (skipped) at++;
  const verb = document.tokens[at];
  if (verb?.kind !== 'word' || verb.sentence !== token.sentence || verb.word.shape !== 'lower') return;
  const w = verb.word.folded;
  const base = /^(?:have|be)$/.test(w) ? (skipped || wordAt(document, at + 1, token.sentence) === 'been' ? w : undefined) : bareVerb(verb);
  if (!base || gainOf(document, at, at, [ingOf(base)]) < (skipped ? 0 : 1)) return;
  put(document, at, at, ingOf(base), 0.82, 'Behind `without` English has the -ing form.', report);
}
