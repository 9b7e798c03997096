/** Signs of a lost or doubled negation that need a whole phrase: "with finding anyone", "under any circumstances", "unless … not", "none of them was not". */
import type {Document} from '../../src/document/document.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, isInfinitive} from '../../src/document/verbs.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Denial} from './clause.ts';
import {affirmed, deniedBehind, HELPER} from './denied-verb.ts';
import {isListed} from './words.ts';

type Put = (found: Denial) => void;

const HAVE = /^(?:has|have|had)$/;
/** What one has none of, so that it stands with "no" or with an article: "has intention of resigning". */
const INTENTION = /^(?:intention|doubt|idea|illusions|desire|chance|choice|objection|objections|regrets|complaints)$/;
const INTENTION_OF: Readonly<Record<string, RegExp>> = {intention: /^(?:of|to)$/, idea: /^(?:of|who|what|where|how|why|that|about)$/, doubt: /^(?:that|about)$/, doubts: /^(?:that|about)$/, chance: /^(?:against|to|of)$/, desire: /^(?:to|for)$/, illusions: /^(?:about|that)$/, choice: /^but$/, objection: /^to$/, objections: /^to$/, regrets: /^about$/, complaints: /^about$/};
/** What is said of whether something is so: only that one does not say or know it. */
const TELLS: Readonly<Record<string, string>> = {said: 'did not say', specified: 'did not specify', disclosed: 'did not disclose', clarified: 'did not clarify', commented: 'did not comment', elaborated: 'did not elaborate'};
const BELIEVES = /^(?:believe|believes|think|thinks|expect|expects|suppose)$/;
const DENIES = /^(?:not|no|never|nobody|nothing|none|neither|nor|nowhere|without|hardly|barely|scarcely|rarely|seldom|few|little|cannot|unable|unlikely|unclear|doubt|doubts|doubted|denied|denies|deny|refused|refuses|refusing|rejected|rejects|ruled|excluded|excludes|impossible|if|whether|before|than|too|lest|unless|only|all|every|ready|prepared|illegal|banned|ban|bans|prohibits|prohibited|forbids|forbidden|fails|failed|opposed|opposes|dismissed|wonder|asked|avoid|prevent|against|any|whatever|wherever|condemned|unacceptable|inadmissible)$|n't$|^un[a-z]{5}/;

/** Whether something before a token in its sentence denies already, or the sentence asks. `but` is a word that does not count. */
export function denied({tokens, sentences}: Document, {sentence, index}: Token, but?: string): boolean {
  const {first, last} = sentences[sentence]!;
  if (tokens[last]!.text === '?' || tokens[last - 1]?.text === '?') return true;
  for (let k = index - 1; k >= first && index - k < 40; k--) {
    if (tokens[k]!.text === ';') return false;
    if (tokens[k]!.kind === 'word' && DENIES.test(tokens[k]!.word.folded) && tokens[k]!.word.folded !== but) return true;
  }
  return false;
}

/** "ended with any agreement", "left with finding anyone": with for without. */
export function withForWithout(document: Document, any: Token, put: Put): boolean {
  const {tokens} = document;
  let k = any.index - 1;
  const ing = tokens[k]?.kind === 'word' && /^[a-z]{2,}ing$/.test(tokens[k]!.text) ? tokens[k--] : undefined;
  const withToken = tokens[k];
  if (withToken?.word.folded !== 'with' || withToken.sentence !== any.sentence) return false;
  const ended = document.before(withToken);
  if (ended?.kind !== 'word' || !ing && !isListed('ways-to-end', ended.word.folded) || denied(document, any)) return false;
  const noun = document.after(any);
  if (!ing && (noun?.kind !== 'word' || noun.word.shape !== 'lower' || /^(?:luck|of|other|one|sort|kind|number|more)$/.test(noun.word.folded))) return false;
  for (let n = any.index + 1; n < any.index + 5; n++) if (tokens[n]?.sentence === any.sentence && /^(?:that|which|who|he|she|they|it|you|we)$/.test(tokens[n]!.word.folded)) return false;
  put({kind: 'lost', start: withToken.start, end: withToken.end, proposals: ['without'], confidence: 0.66, note: '“Any” needs a negation: “with” stands for “without”.'});
  return true;
}

/** "He will resign under any circumstances": said where one will not. */
export function underAnyCircumstances(document: Document, any: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const noun = document.after(any);
  const under = document.before(any);
  if (under?.word.folded !== 'under' || noun?.kind !== 'word' || !/^(?:circumstance|circumstances|pretext|condition|conditions)$/.test(noun.word.folded) || denied(document, any)) return false;
  const {first} = sentences[any.sentence]!;
  for (let k = under.index - 1; k >= first && under.index - k < 16; k--) {
    const t = tokens[k]!;
    if (t.text === ',' || t.text === ';') return false;
    if (!/^(?:will|would|must|should|can|could)$/.test(t.word.folded)) continue;
    const verb = document.after(t);
    if (verb?.kind !== 'word') return false;
    put({kind: 'lost', start: t.start, end: t.end, proposals: [t.word.folded === 'can' ? 'cannot' : `${t.text} not`], confidence: 0.5, message: 'A `not` seems to be lost', note: '“Under any circumstances” strengthens a negation.'});
    return true;
  }
  return false;
}

/** "believe that anybody will be punished" */
export function believesAnybody(document: Document, any: Token, put: Put): boolean {
  const that = document.before(any);
  const verb = that?.word.folded === 'that' ? document.before(that) : that;
  if (verb?.kind !== 'word' || !BELIEVES.test(verb.word.folded) || denied(document, verb)) return false;
  const next = document.after(any);
  if (next?.kind !== 'word' || !/^(?:will|would|is|was|has|had|knows|knew|wants|wanted|did)$/.test(next.word.folded)) return false;
  const subject = document.before(verb);
  if (subject?.kind !== 'word' || !/^(?:i|we|they|he|she|you)$/.test(subject.word.folded)) return false;
  const third = verb.word.folded.endsWith('s') && verb.word.folded !== 'guess';
  put({kind: 'lost', start: verb.start, end: verb.end, proposals: [third ? `does not ${verb.text.slice(0, -1)}` : `do not ${verb.text}`], confidence: 0.6, message: `A negation seems to be lost before \`${verb.text}\``, note: '“Anybody” with a verb in a statement needs a negation before it.'});
  return true;
}

/** "had information about any further victims", "offered them anything": any in what was there or was done, two or three words behind its verb. */
export function anyBehind(document: Document, any: Token, put: Put): boolean {
  const {tokens} = document;
  const before = document.before(any);
  if (before?.kind !== 'word') return false;
  // "has offered them anything"
  if (/^(?:them|him|us|me|her)$/.test(before.word.folded) && any.word.folded !== 'any') {
    const verb = document.before(before);
    const aux = verb && document.before(verb);
    if (!verb || !aux || !HAVE.test(aux.word.folded) || !/^(?:told|given|offered|shown|asked|said|promised|sent|done|brought|paid|owed)$/.test(verb.word.folded) || denied(document, any)) return false;
    const behind = tokens[any.index + 1];
    if (behind?.sentence === any.sentence && /^(?:they|he|she|that|we|you|i|from|but)$/.test(behind.word.folded)) return false;
    put({kind: 'lost', start: verb.start, end: verb.end, proposals: [`not ${verb.text}`], confidence: 0.66, message: `A \`not\` seems to be lost before \`${verb.text}\``, note: '“Anything” needs a negation or a question.'});
    return true;
  }
  if (any.word.folded !== 'any' || !/^(?:about|of|on|for)$/.test(before.word.folded)) return false;
  const what = document.before(before);
  const have = what && document.before(what);
  if (!what || !have || !/^(?:information|evidence|news|reports|data|knowledge|proof|indication|signs|record)$/.test(what.word.folded) || !/^(?:has|have|had|is|was|were|are|received|found|seen)$/.test(have.word.folded) || denied(document, any)) return false;
  put({kind: 'lost', start: what.start, end: what.end, proposals: [`no ${what.text}`], confidence: 0.6, message: `A \`no\` seems to be lost before \`${what.text}\``, note: '“Any” needs a negation or a question: as it stands, the sentence may say the opposite of what was meant.'});
  return true;
}

/** "is no able", "is no a candidate", "has no been seen", "will no accept": no for not, behind an auxiliary. */
export function auxiliaryNo(document: Document, no: Token, put: Put): boolean {
  const aux = document.before(no);
  const next = document.after(no);
  if (aux?.kind !== 'word' || next?.kind !== 'word' || next.word.shape !== 'lower' || !HELPER.test(aux.word.folded) || next.sentence !== no.sentence || document.before(aux)?.word.folded === 'there') return false;
  const w = next.word.folded;
  const a = aux.word.folded;
  const be = /^(?:is|are|was|were)$/.test(a);
  const third = document.after(next);
  const sure = be ? /^(?:able|a|an|the|been|going|being|allowed|possible|clear|known|ready|yet|very|true|afraid|aware|willing|sure|available)$/.test(w) && !(w === 'the' && third?.word.folded === 'wiser')
    : HAVE.test(a) ? w === 'been' || w === 'yet' || baseOfParticiple(w) !== undefined && /(?:ed|en|own)$/.test(w) && (/^(?:the|a|an|his|her|its|their|to|any|by|with|that)$/.test(third?.word.folded ?? ''))
      : /^(?:will|would|can|could|must|should|does|do|did|may|might)$/.test(a) && isInfinitive(w) && (posOf(document, next) === 'VERB' || posOf(document, next) === 'AUX') && w !== 'doubt';
  if (!sure) return false;
  put({kind: 'lost', start: no.start, end: no.end, proposals: ['not'], confidence: 0.78, note: 'A verb or an adverb is denied with “not”.'});
  return true;
}

/** "has intention of resigning": the no of what one has none of. */
export function lostNo(document: Document, noun: Token, put: Put): void {
  const have = document.before(noun);
  const next = document.after(noun);
  if (!have || !HAVE.test(have.word.folded) || !INTENTION.test(noun.word.folded) || !next || !INTENTION_OF[noun.word.folded]!.test(next.word.folded) || denied(document, noun)) return;
  put({kind: 'lost', start: noun.start, end: noun.end, proposals: [`no ${noun.text}`], confidence: noun.word.folded === 'intention' || noun.word.folded === 'idea' ? 0.62 : 0.5, message: `A \`no\` seems to be lost before \`${noun.text}\``, note: 'English says this with an article or with “no”.'});
}

/** "said whether they had been freed", "…, nor did he answer" */
export function saidWhether(document: Document, whether: Token, put: Put): void {
  const said = document.before(whether);
  if (said?.kind !== 'word' || !Object.hasOwn(TELLS, said.word.folded)) return;
  const subject = document.before(said);
  if (subject?.kind !== 'word' || /^(?:is|was|were|are|be|been|being|has|have|had|not|to|and|or|if|when|who|never|also|as)$/.test(subject.word.folded) || denied(document, said)) return;
  put({kind: 'lost', start: said.start, end: said.end, proposals: [TELLS[said.word.folded]!], confidence: 0.55, message: `A \`not\` seems to be lost before \`${said.text}\``, note: 'Whether something is so is what one does not say.'});
}

/** "refused not to answer", "were forbidden not to leave": what is denied already by its verb. */
export function refusedNot(document: Document, not: Token, put: Put): boolean {
  const verb = document.before(not);
  const to = document.after(not);
  if (verb?.kind !== 'word' || !isListed('refusing', verb.word.folded) || to?.word.folded !== 'to') return false;
  put({kind: 'doubled', start: not.start, end: to.start, proposals: [''], confidence: 0.62, note: `“${verb.text}” negates already.`});
  return true;
}

/** "Unless the government does not raise wages": unless is “if not”. */
export function unlessNot(document: Document, unless: Token, put: Put): void {
  const {tokens, sentences} = document;
  const {last} = sentences[unless.sentence]!;
  for (let k = unless.index + 1; k <= last && k - unless.index < 8; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word' || /^(?:that|who|which|and|or|you)$/.test(t.word.folded)) return;
    if (!/^(?:do|does|did|is|are|has|have|will)$/.test(t.word.folded) || tokens[k + 1]?.word.folded !== 'not' || tokens[k + 2]?.kind !== 'word') continue;
    const verb = tokens[k + 2]!;
    const does = /^(?:do|does|did)$/.test(t.word.folded);
    if (does && !isInfinitive(verb.word.folded)) return;
    put({kind: 'doubled', start: t.start, end: verb.end, proposals: [affirmed(t.word.folded, verb.text)], confidence: 0.5, note: '“Unless” is “if not”: two negations cancel each other.'});
    return;
  }
}

/** "None of the passengers was not hurt" */
export function noneNot(document: Document, none: Token, put: Put): boolean {
  if (document.after(none)?.word.folded !== 'of') return false;
  const found = deniedBehind(document, none.index + 2, 6);
  if (!found) return false;
  put({kind: 'doubled', start: found.aux.start, end: found.verb.end, proposals: [found.affirmed], confidence: 0.7, note: '“None” negates already: two negations cancel each other.'});
  return true;
}

/** "neither the president and the prime minister", "has neither doctors or medicines": what joins two that are both denied. */
export function neitherAnd(document: Document, neither: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const {last} = sentences[neither.sentence]!;
  const next = document.after(neither);
  if (next?.kind !== 'word' || /^(?:of|is|was|did|do|does|has|have|had|can|could|will|would|are|were|side|party|man|woman|country|team|company)$/.test(next.word.folded) || denied(document, neither)) return false;
  for (let k = neither.index + 1; k <= last; k++) if (tokens[k]!.word.folded === 'nor') return false;
  for (let k = neither.index + 2; k <= last && k - neither.index < 8; k++) {
    const t = tokens[k]!;
    if (t.kind !== 'word' || HELPER.test(t.word.folded) || /^(?:that|who|which|to|said)$/.test(t.word.folded)) return false;
    if (!/^(?:and|or|neither)$/.test(t.word.folded)) continue;
    const behind = document.after(t);
    const alike = behind?.kind === 'word' && (/^(?:the|a|an|his|her|its|their|in|on|at|from|by|for)$/.test(next.word.folded) ? behind.word.folded === next.word.folded || /^(?:his|her|its|their|the)$/.test(behind.word.folded) : k === neither.index + 2);
    if (!alike) return false;
    put({kind: 'lost', start: t.start, end: t.end, proposals: ['nor'], confidence: t.word.folded === 'and' ? 0.55 : 0.72, note: 'Behind “neither” comes “nor”.'});
    return true;
  }
  return false;
}

/** "afraid that the dam would not break": what is feared, denied. */
export function fearedNot(document: Document, not: Token, put: Put): boolean {
  const {tokens, sentences} = document;
  const would = document.before(not);
  const verb = document.after(not);
  if (!would || !/^(?:would|will|may|might|could|do|does)$/.test(would.word.folded) || verb?.kind !== 'word' || verb.word.folded !== 'be' && !isListed('feared', verb.word.folded)) return false;
  if (verb.word.folded === 'be' && !isListed('suffered', tokens[verb.index + 1]?.word.folded ?? '')) return false;
  const {first} = sentences[not.sentence]!;
  for (let k = would.index - 1; k >= first && would.index - k < 7; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') return false;
    if (!/^(?:afraid|fear|fears|feared|fearing)$/.test(t.word.folded)) continue;
    const helps = /^do(?:es)?$/.test(would.word.folded);
    put({kind: 'doubled', start: helps ? would.start : not.start, end: helps ? verb.end : verb.start, proposals: [helps ? affirmed(would.word.folded, verb.text) : ''], confidence: 0.55, note: 'What is feared is what would happen: other languages put a “not” here.'});
    return true;
  }
  return false;
}
