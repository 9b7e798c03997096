/** What English says in a denial alone, in idioms: "lifted a finger", "slept a wink", "could help but", "a shred of evidence", "had the slightest idea", ", much less"; and "any" joined by "and" to what was refused. */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, isInfinitive} from '../../src/document/verbs.ts';
import type {Denial} from './clause.ts';
import {governing} from './polarity.ts';
import {denied} from './sentence.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const NOTE = 'As it stands, the sentence may say the opposite of what was meant.';
/** The verbs of an idiom that ends with a noun and is said in denials alone, and the words between. */
const IDIOMS: Readonly<Record<string, readonly [verb: RegExp, between: RegExp]>> = {
  finger: [/^(?:lift|lifts|lifted|raise|raised|move|moved|stir|stirred)$/, /^(?:a|one|a single)$/], wink: [/^(?:sleep|sleeps|slept|get|got)$/, /^(?:a|one|a single)$/],
  eyelid: [/^(?:bat|bats|batted)$/, /^an$/], eye: [/^(?:bat|bats|batted)$/, /^an$/], eyelash: [/^(?:bat|bats|batted)$/, /^an$/],
  inch: [/^(?:budge|budged|give|gave|yield|yielded|retreat|retreated)$/, /^(?:an|one|a single)$/], millimetre: [/^(?:budge|budged|give|gave|move|moved|yield|yielded)$/, /^(?:a|one|a single)$/], millimeter: [/^(?:budge|budged|give|gave|move|moved|yield|yielded)$/, /^(?:a|one|a single)$/],
  damn: [/^(?:give|gives|gave)$/, /^a$/], clue: [/^(?:have|has|had)$/, /^a$/], muscle: [/^(?:move|moved|stir|stirred)$/, /^(?:a|one|a single)$/], iota: [/^(?:change|changed|budge|budged|move|moved|yield|yielded|altered|waver|wavered)$/, /^(?:an|one|a single)$/],
};
/** The least amount of what is looked for: "a shred of evidence". */
const SHRED = /^(?:shred|iota|scintilla|scrap|ounce|whiff|hint|trace|sliver|jot)$/;
const OF_PROOF = /^(?:evidence|proof|truth|doubt|remorse|regret|sympathy|sense|respect|shame|credibility|decency|compassion|logic|justification)$/;
const SLIGHTEST = /^(?:slightest|faintest|foggiest|remotest)$/;
const OF_MIND = /^(?:idea|doubt|doubts|intention|interest|chance|clue|desire|hesitation|regret|remorse|sign|trace|inclination|evidence|possibility|respect|concern|problem|difficulty|attempt|effort|hope|wish|sympathy)$/;
/** What alone lets "any" stand before "and", and not behind it. */
const REFUSES = /^(?:refuse|refused|refuses|decline|declined|declines|deny|denied|denies|fail|failed|fails|lack|lacked|lacks|without|unable)$/;
const GIVES = /^(?:gave|gives|offered|offers|made|makes|provided|provides|showed|shows|issued|received|receives|found|finds|took|takes|had|has|left|brought|saw|named|mentioned|presented|signed|paid|expressed|asked|wanted|accepted|reached)$/;

/** Whether the sentence says before a token that something is not so, in question or supposed. */
function open(document: Document, token: Token): boolean {
  if (denied(document, token)) return true;
  const {tokens, sentences} = document;
  const {first} = sentences[token.sentence]!;
  for (let k = token.index - 1; k >= first && token.index - k < 40; k--) if (tokens[k]!.kind === 'word' && (isListed('licences', tokens[k]!.word.folded) || /n't$/.test(tokens[k]!.word.folded))) return true;
  return false;
}

function lost(document: Document, from: number, name: string, confidence: number, put: Put): boolean {
  const verb = governing(document, from);
  if (!verb) return false;
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: verb.proposals, confidence, message: `A negation seems to be lost: \`${name}\` needs one`, note: NOTE});
  return true;
}

/** Asked at the noun, at "help", "slightest", "less", "bit" and "any". */
export function idiom(document: Document, token: Token, put: Put): boolean {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const w = token.word.folded;
  const back = (n: number) => (tokens[i - n]?.sentence === sentence ? tokens[i - n]!.word.folded : '');
  const next = tokens[i + 1]?.sentence === sentence ? tokens[i + 1]! : undefined;
  if (w === 'help') {
    const could = tokens[i - 1];
    const but = next?.word.folded === 'but' && tokens[i + 2]?.kind === 'word' && tokens[i + 2]!.sentence === sentence && isInfinitive(tokens[i + 2]!.word.folded);
    if (!but || !could || !/^(?:can|could)$/.test(could.word.folded) || could.sentence !== sentence) return false;
    put({kind: 'lost', start: could.start, end: could.end, proposals: [could.word.folded === 'can' ? 'cannot' : 'could not'], confidence: 0.8, message: 'A negation seems to be lost: `help but` needs one', note: NOTE});
    return true;
  }
  if (w === 'any') {
    // "refused to answer and gave any explanation"
    const verb = tokens[i - 1];
    const and = tokens[i - 2];
    if (!verb || verb.sentence !== sentence || !GIVES.test(verb.word.folded) || and?.word.folded !== 'and' || next?.kind !== 'word' || next.word.shape !== 'lower' || /^(?:more|other|number|one|of|kind|sort|way|time)$/.test(next.word.folded)) return false;
    const {first} = document.sentences[sentence]!;
    let refused = false;
    for (let k = and.index - 1; k >= first && i - k < 30; k--) {
      const t = tokens[k]!;
      if (t.kind !== 'word') continue;
      if (REFUSES.test(t.word.folded)) refused = true;
      else if (isListed('licences', t.word.folded) && !isListed('near-licences', t.word.folded) || /n't$/.test(t.word.folded)) return false;
    }
    if (!refused) return false;
    const base = baseOfPast(verb.word.folded);
    put({kind: 'lost', start: token.start, end: token.end, proposals: ['no'], confidence: base ? 0.66 : 0.55, note: 'What was refused denies nothing behind “and”: “any” needs a negation.'});
    return true;
  }
  if (SLIGHTEST.test(w)) {
    const verb = back(1) === 'the' ? tokens[i - 2] : undefined;
    if (!verb || verb.sentence !== sentence || next?.kind !== 'word' || !OF_MIND.test(next.word.folded) || !/^(?:has|have|had|is|was|are|were|show|showed|shows|leave|left|leaves|see|saw|sees|make|made|makes|find|found|feel|felt|express|expressed)$/.test(verb.word.folded) || open(document, token)) return false;
    return lost(document, i - 1, `the ${w}`, 0.68, put);
  }
  if (w === 'less') {
    if (!/^(?:much|still|even)$/.test(back(1)) || back(1) === 'even' || tokens[i - 2]?.text !== ',' || next?.kind !== 'word' || /^(?:than|so|often|likely|of|in|at|for|to|money|time)$/.test(next.word.folded) || !/^(?:a|an|the|any|his|her|their|its)$/.test(next.word.folded) || open(document, tokens[i - 1]!)) return false;
    return lost(document, i - 2, `${back(1)} less`, 0.5, put);
  }
  if (SHRED.test(w)) {
    const of = tokens[i + 1];
    const what = tokens[i + 2];
    if (!/^(?:a|an|one|single)$/.test(back(1)) || of?.word.folded !== 'of' || what?.sentence !== sentence || !OF_PROOF.test(what.word.folded) || /^(?:hint|trace|whiff|ounce|sliver)$/.test(w) && !/^(?:evidence|proof|remorse|regret|doubt)$/.test(what.word.folded) || open(document, token)) return false;
    const start = back(1) === 'single' ? i - 2 : i - 1;
    return /^(?:is|was|are|were|has|have|had|found|find|provided|offered|presented|produced|show|showed|shown)$/.test(tokens[start - 1]?.word.folded ?? '') && lost(document, start, `${document.slice(start, i)} of`, /^(?:hint|trace|whiff|sliver)$/.test(w) ? 0.4 : 0.6, put);
  }
  const [verbs, between] = IDIOMS[w] ?? [];
  if (!verbs || next?.kind === 'word' && w !== 'clue' && !/^(?:to|in|on|at|for|since|during|all|that|when|while|about|and|because|from|last|before|after)$/.test(next.word.folded)) return false;
  const two = `${back(2)} ${back(1)}`;
  const length = between!.test(two) ? 2 : between!.test(back(1)) ? 1 : 0;
  const verb = tokens[i - length - 1];
  if (!length || !verb || verb.sentence !== sentence || !verbs.test(verb.word.folded) || open(document, verb) || w === 'finger' && next?.word.folded === 'at') return false;
  if (w === 'clue' && !/^(?:what|how|where|who|why|about)$/.test(next?.word.folded ?? '')) return false;
  return lost(document, i - length, document.slice(verb.index, i), w === 'clue' ? 0.5 : 0.68, put);
}

/** Forms at which {@link idiom} is asked. */
export const mayBeIdiom = (folded: string): boolean => folded === 'help' || folded === 'less' || SLIGHTEST.test(folded) || SHRED.test(folded) || Object.hasOwn(IDIOMS, folded);

/** "has seen such rain in years", asked at "years": only what did not happen, or not like that, is counted from then. */
export function inYears(document: Document, years: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {sentence} = years;
  if (tokens[years.index - 1]?.word.folded !== 'in' || open(document, years)) return false;
  const next = tokens[years.index + 1];
  if (next && next.sentence === sentence && !/^[.,;)”"]$/.test(next.text)) return false;
  const {first} = sentences[sentence]!;
  for (let k = first; k < years.index; k++) if (/^(?:first|only|most|record|biggest|largest|rarely|anything|any|no|over|within|[a-z]{3,}est)$/.test(tokens[k]!.word.folded)) return false;
  const verb = governing(document, years.index - 1, true);
  if (!verb || !/^(?:has|have|had)$/.test(verb.first.word.folded)) return false;
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: verb.proposals, confidence: 0.5, message: `A negation seems to be lost: \`in ${years.text}\` needs one`, note: NOTE});
  return true;
}
