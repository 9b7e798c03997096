import type {Document} from '../src/document/document.ts';
import {ARTICLES} from '../src/document/english.ts';
import {Forms} from '../src/document/forms.ts';
import type {Token} from '../src/document/token.ts';
import {baseOfThird, isInfinitive, thirdOf} from '../src/document/verbs.ts';
import {activeVerb, BE, infinitiveBehindObject, OBJECTS, soleVerb, startsObject, wordAt} from '../src/evidence/clause.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {posOf} from '../src/evidence/pos.ts';
import {Flag, pairCount} from '../src/lexicon/lexicon.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';
import {clauseBehind, mayTakeClause} from './verb-pattern/clauses.ts';
import {governed, mayGovern} from './verb-pattern/infinitives.ts';

type Form = 'base' | 'third' | 'past' | 'ing';
interface Pattern {
  readonly base: string;
  readonly form: Form;
  /** Prepositions that must go. */
  readonly transitive?: readonly string[];
  readonly toPerson?: true;
  readonly toPersonThat?: true;
  readonly personToVerb?: true;
  readonly other?: string;
  readonly address?: string;
  readonly noReflexive?: true;
}

/** By every form of a verb. */
const VERBS = new Forms<Pattern>('verb-pattern');

/** Verbs that seldom stand as a participle behind a noun. */
const OWN_SUBJECT = new Set('enter tell discuss attend reach attack approach ask resemble obey oppose resist warn urge inform thank'.split(' '));
/** What one enters into, and is no place. */
const ENTERED = /^(?:force|effect|agreement|agreements|contract|contracts|talks|negotiations|negotiation|dialogue|discussions|partnership|relationship|alliance|treaty|deal|deals|debate|conflict|competition|race|register|record|book|database|list|draw|contest|marriage|law|details|transaction|arrangement|discussion|covenant|coalition|conversation)$/;
/** Whom one calls upon to act; whom else one "calls", one telephones. */
const AGENTS = new Set('west government governments president authorities parties party citizens people residents voters workers members leaders leader country countries state states sides side minister ministers parliament judges court companies community communities nations nation world public population council assembly commission union employers unions administration congress senate lawmakers politicians regime rebels factions militants army militia banks regulators young youth institutions organisations organizations'.split(' '));

const SELF = /^(?:itself|himself|herself|themselves)$/;
/** Often so about words that are meant: "closed itself off", "spread himself thin". */
const SELDOM_SELF = /^(?:close|change|end|spread|strengthen|weaken|slow|expand|double|register|produce|develop|improve|unite|break|consolidate|stabilise|stabilize|complicate|aggravate|deepen|drop|start|retire|verify|remember|concentrate|return|approach)$/;
const TOLD = new Set(['said', 'says', 'explained', 'announced', 'declared', 'stated']);
const TAKES = /^(?:took|takes|taken|cost|costs)$/;

export default defineRule({
  id: 'verb-pattern',
  summary: 'A verb with a preposition too many or too few before its object',
  why: `Every language has its own way from a verb to its object: French asks *to* someone, Spanish enters *in* a room, Russian explains someone a thing the English way round. Engines carry the other verb's small word over: \`demanded to the group to explain\`, \`told to reporters\`, \`discussed about the plan\`, or lose the one that English needs: \`explained him\`, \`called the government to act\`.

Silent where the verb is a noun (\`a visit to\`, \`demand for\`), in passives, before infinitives and times, and where English has both.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    superfluous: 'A verb with a preposition that it does not take',
    missing: 'A verb without the preposition that it takes',
    reflexive: 'A verb with a reflexive pronoun that it does not take',
  },
  examples: {
    bad: [
      {text: 'The rooms still need being painted. They wait that somebody helps. He was banned to drive and declined to comment whether it was fair. Old men remember themselves the smell. Nobody will steal them their land.', flagged: ['being', 'that somebody helps', 'to drive', 'whether', ' themselves', 'steal them'], fixed: 'The rooms still need to be painted. They wait for somebody to help. He was banned from driving and declined to comment on whether it was fair. Old men remember the smell. Nobody will steal their land.', mt: 'yes'},
      {text: 'The village cannot be considered like responsible. The ministry reacted cautious. They become to feel unsafe. The state promised that to rebuild the school. The firm does not exclude to pay. She is the first woman winning the cup. They do not mind to learn. Bring water with yourself.', flagged: ['like ', 'cautious', 'become', 'that ', 'exclude to pay', 'winning', 'to learn', 'yourself'], fixed: 'The village cannot be considered responsible. The ministry reacted cautiously. They come to feel unsafe. The state promised to rebuild the school. The firm does not rule out paying. She is the first woman to win the cup. They do not mind learning. Bring water with you.', mt: 'yes'},
      {text: 'The strike affects to 200 passengers. She explained journalists why it was late.', flagged: ['affects to', 'explained'], fixed: 'The strike affects 200 passengers. She explained to journalists why it was late.', mt: 'yes'},
      {text: 'They discussed about the new school.', flagged: ['discussed about'], fixed: 'They discussed the new school.'},
      {text: 'He told to the reporters that he would resign.', flagged: ['told to'], fixed: 'He told the reporters that he would resign.'},
      {text: 'She explained him that the bridge was closed.', flagged: ['explained him'], fixed: 'She explained to him that the bridge was closed.'},
      {text: 'The judge has demanded to the company to pay.', flagged: ['demanded to'], fixed: 'The judge has asked the company to pay.'},
      {text: 'The mayor called the government to act.', flagged: ['called the'], fixed: 'The mayor called on the government to act.'},
      {text: 'Petrov told about the divorce. The agency informed about the fire on Friday. He will inform about it.', flagged: ['told about', 'informed about', 'inform about'], fixed: 'Petrov spoke about the divorce. The agency reported the fire on Friday. He will report it.', mt: 'yes'},
      {text: 'The situation worsened itself, he said the reporters that it took to them two hours.', flagged: [' itself', 'said', 'to '], fixed: 'The situation worsened, he told the reporters that it took them two hours.'},
      {text: 'Putin told that he was ready. He called Russia to release them and asked farmers that they leave. “It is late,” told Ivanov.', flagged: ['told', 'called Russia', 'that they leave', 'told'], fixed: 'Putin said that he was ready. He called on Russia to release them and asked farmers to leave. “It is late,” said Ivanov.', mt: 'yes'},
      {text: 'Two masked men entered in the bank, and they attacked against the guards.', flagged: ['entered in', 'attacked against'], fixed: 'Two masked men entered the bank, and they attacked the guards.', mt: 'yes'},
      {text: 'He is believed that he fled. He was accused of that he stole it. Because of it rained, they stayed.', flagged: ['He is', 'of that', 'Because of'], fixed: 'It is believed that he fled. He was accused that he stole it. Because it rained, they stayed.', mt: 'yes'},
      {text: 'It is forbidden entering the park. We saw the man to leave. She thanked them to have come. He prefers tea than coffee.', flagged: ['entering', 'to leave', 'to have', 'than'], fixed: 'It is forbidden to enter the park. We saw the man leave. She thanked them for having come. He prefers tea to coffee.', mt: 'yes'},
      {text: 'The mayor assured that the bridge was safe. The union denounced that the state ignores it.', flagged: ['assured', 'denounced'], fixed: 'The mayor said that the bridge was safe. The union complained that the state ignores it.', mt: 'yes'},
      {text: 'I would like that she stays. They called him as a hero, and he is known like a saint. She is in charge to organise it and has trouble to sleep.', flagged: ['that she stays', 'as ', 'like', 'to organise', 'to sleep'], fixed: 'I would like her to stay. They called him a hero, and he is known as a saint. She is in charge of organising it and has trouble sleeping.', mt: 'yes'},
    ],
    good: [
      {text: 'He is the one they said that he met. I would like that. They called him as a witness. He prefers more tea than she does. We saw the man who wanted to leave.', mt: 'yes'},
      'Their visit to the school and the attack on the town were discussed on Monday.',
      'It was told to the police, who called the fire brigade to put it out.',
      'He entered into talks and entered the race in June.',
      'Demand for oil rose; she answered to nobody.',
      'They called an election to end the crisis and told to wait for it.',
      'She was asked to the ball, and he said he was sorry.',
      'She closed herself off, and they said the law that passed was void. He took to them at once.',
      'The story told that day was long, and he was told that they asked the man that morning. As told, he left. “Go,” told the sign to all.',
      'Thanks to the rain, the guests were told to leave.',
      'The law, explained him being there or not, was dropped.',
    ],
  },
  check(document, report) {
    const as = (kind: 'superfluous' | 'missing' | 'reflexive'): Put => (found) => report({...found, kind});
    const superfluous = as('superfluous');
    const missing = as('missing');
    const reflexive = as('reflexive');
    for (const token of document.ownTokens) {
      if (token.kind !== 'word' || token.word.shape === 'upper') continue;
      if (mayTakeClause(token.word.folded)) clauseBehind(document, token, missing, superfluous);
      if (mayGovern(token.word.folded)) governed(document, token, missing, superfluous, reflexive);
      if (TOLD.has(token.word.folded)) checkTold(document, token, missing);
      else if (token.word.folded === 'told') checkNobodyTold(document, token, missing);
      else if (INFORMS[token.word.folded] && document.tokens[token.index + 1]?.word.folded === 'about') checkAboutAlone(document, token, missing);
      else if (ASKS.test(token.word.folded)) checkAskThat(document, token, superfluous);
      else if (TAKES.test(token.word.folded)) checkTaken(document, token, superfluous);
      const p = VERBS.get(token.word);
      if (!p) continue;
      const {sentence} = token;
      const next = wordAt(document, token.index + 1, sentence);
      if (next === undefined || !(next.length <= 9)) continue;
      if (p.noReflexive && SELF.test(next)) checkSelf(document, token, p.base, reflexive);
      else if (p.transitive?.includes(next)) checkTransitive(document, token, p, next, superfluous);
      else if (p.personToVerb && next === 'to') checkPerson(document, token, p.base, '', superfluous);
      if (p.other && next === 'to') checkPerson(document, token, p.base, p.other, superfluous);
      if ((p.toPerson || p.toPersonThat) && OBJECTS.has(next)) {
        const behind = wordAt(document, token.index + 2, sentence);
        if (!p.toPerson && behind !== 'that') continue;
        if (p.toPerson && behind !== undefined && behind !== 'that' && behind !== 'how' && behind !== 'why' && behind !== 'what' && behind !== 'the' && behind !== 'his' && behind !== 'her' && behind !== 'their') continue;
        if (!activeVerb(document, token, p.form)) continue;
        const object = document.tokens[token.index + 1]!;
        missing({start: token.start, end: object.end, proposals: [`${token.text} to ${object.text}`], confidence: behind === 'that' ? 0.9 : 0.6, note: `English says: ${p.base} something to someone.`});
      } else if (p.base === 'call' && p.form !== 'ing' && document.tokens[token.index + 1]!.word.shape === 'capital' && wordAt(document, token.index + 2, sentence) === 'to' && infinitiveBehindObject(document, token.index + 1, sentence) === token.index + 2) {
        // "called Russia to release"
        const name = document.tokens[token.index + 1]!;
        if (name.word.entry.flags & Flag.Place && activeVerb(document, token, p.form) && !/^(?:ask|say|tell|thank|testify|complain|congratulate|offer|give|discuss|order)$/.test(wordAt(document, token.index + 3, sentence) ?? '')) missing({start: token.start, end: name.end, proposals: [`${token.text} on ${name.text}`], confidence: 0.66, note: 'Who asks someone to act, calls on them; to call someone is to telephone or to name them.'});
      } else if (p.address !== undefined && p.address !== 'of' && (next === 'the' || next === 'all' || next === 'its' || next === 'his' || next === 'their')) {
        const to = infinitiveBehindObject(document, token.index + 1, sentence);
        if (to < 0 || p.form === 'ing' || !activeVerb(document, token, p.form)) continue;
        let agent = false;
        for (let k = token.index + 2; k < to; k++) agent ||= AGENTS.has(document.tokens[k]!.word.folded);
        if (!agent) continue;
        const article = document.tokens[token.index + 1]!;
        missing({start: token.start, end: article.end, proposals: [`${token.text} ${p.address} ${article.text}`], confidence: 0.75, note: p.base === 'call' ? 'Who asks someone to act, calls on them; to call someone is to telephone or to name them.' : undefined});
      }
    }
  },
});

type Put = (r: Report) => void;

function checkTransitive(document: Document, token: Token, p: Pattern, preposition: string, report: Put): void {
  const at = token.index + 2;
  const behind = document.tokens[at];
  if (!behind || token.word.folded === 'thanks' || token.word.folded === 'analyses' || document.tokens[token.index + 1]!.word.shape !== 'lower') return;
  const loose = p.base === 'tell' && preposition === 'to' && /^(?:reporters|journalists|lawmakers|parliament|voters|supporters|investors|police)$/.test(behind.word.folded);
  const it = /^(?:discuss|enter|mention|approach|reach|attend)$/.test(p.base) && behind.word.folded === 'it' && document.tokens[at + 1]?.kind === 'punctuation';
  // "affects to 20,000 passengers", "answered to all the questions"
  const counted = behind.kind === 'number' && document.tokens[at + 1]?.word.shape === 'lower' && !/^(?:reach|rise|exceed|help|follow)$/.test(p.base) && pluralNoun(document.tokens[at + 1]!) !== undefined || behind.word.folded === 'all' && ARTICLES.has(document.tokens[at + 1]?.word.folded ?? '');
  if (!loose && !it && !counted && !startsObject(document, at, token.sentence)) return;
  const comma = document.tokens[token.index - 1];
  // "The minister, Anna Nowak, discussed about the plan"
  const apposed = comma?.text === ',' && p.form === 'past' && (p.base === 'tell' || pairCount(token.word.folded, preposition) < 40) && document.tokens[comma.index - 1]?.word.shape === 'capital' && posOf(document, token) === 'VERB' && soleVerb(document, token);
  const sure = apposed ? 2 : activeVerb(document, token, p.form);
  if (!sure) return;
  // "the steps required for": behind a common noun it is more likely a participle.
  if (sure === 1 && p.form === 'past' && !soleVerb(document, token) && (document.tokens[token.index - 1]!.word.shape === 'lower' || document.opensSentence(document.tokens[token.index - 1]!)) && !OWN_SUBJECT.has(p.base)) return;
  if (p.base === 'tell' && sure === 1 && /^(?:story|stories|tale|tales|version|lie|lies|joke|secret|truth|things?|as)$/.test(document.tokens[token.index - 1]?.word.folded ?? '')) return;
  if (preposition === 'to' && infinitiveBehindObject(document, at, token.sentence) >= 0 && (p.personToVerb || p.base === 'tell')) {
    report({start: token.start, end: document.tokens[token.index + 1]!.end, proposals: [token.text], confidence: 0.8, note: `English says: ${p.base} someone to do something.`});
    return;
  }
  if (p.base === 'enter') for (let k = at; k < at + 5; k++) if (ENTERED.test(wordAt(document, k, token.sentence) ?? '')) return;
  const common = pairCount(token.word.folded, preposition);
  const raw = common === 0 ? 0.75 : common < 40 ? 0.55 : 0.3;
  report({
    start: token.start, end: document.tokens[token.index + 1]!.end, proposals: [token.text],
    confidence: p.base === 'tell' || (p.base === 'discuss' && preposition === 'about') ? 0.88 : sure === 2 ? raw : raw - 0.1,
    note: `\`${p.base}\` takes its object without \`${preposition}\`.`,
  });
}

function checkPerson(document: Document, token: Token, base: string, other: string, report: Put): void {
  const at = token.index + 2;
  const first = wordAt(document, at, token.sentence);
  if (first === undefined || !startsObject(document, at, token.sentence)) return;
  const before = document.tokens[token.index - 1];
  if (!before || before.sentence !== token.sentence || BE.has(before.word.folded)) return;
  if (infinitiveBehindObject(document, at, token.sentence) < 0) return;
  if (!activeVerb(document, token, token.word.folded.endsWith('ing') ? 'ing' : token.word.folded === base ? 'base' : baseOfThird(token.word.folded) === base ? 'third' : 'past') && !(before.word.folded === 'and' && posOf(document, token) === 'VERB')) return;
  const verb = token.word.folded === base ? {asked: 'ask', urged: 'urge', ordered: 'order', forced: 'force'}[other] : token.word.folded === thirdOf(base) ? {asked: 'asks', urged: 'urges', ordered: 'orders', forced: 'forces'}[other] : other;
  report({start: token.start, end: document.tokens[token.index + 1]!.end, proposals: other ? [verb ?? other, 'called on'] : [token.text], confidence: 0.8, note: `English says: ${other ? 'ask' : base} someone to do something, without \`to\` before the person.`});
}

/** "the situation worsened itself" */
function checkSelf(document: Document, token: Token, base: string, report: Put): void {
  const self = document.tokens[token.index + 1]!;
  const next = wordAt(document, self.index + 1, token.sentence);
  const before = document.before(token);
  if (before?.kind !== 'word' || next !== undefined && /^(?:off|up|out|thin|down|to|as|with|from|more|in|into|a|an|the|that)$/.test(next) && (SELDOM_SELF.test(base) || next === 'that')) return;
  // "The band themselves decided", "the man who started himself"
  if (token.word.folded.endsWith('ing') && !BE.has(before.word.folded) || base === 'decide' || base === 'remember' && !/^(?:the|his|her|their|its|this|these|how|when)$/.test(next ?? '')) return;
  report({start: token.end, end: self.end, proposals: [''], confidence: SELDOM_SELF.test(base) ? 0.4 : 0.76, note: `\`${base}\` has no reflexive pronoun in English.`});
}

/** "He said the reporters that" */
function checkTold(document: Document, token: Token, report: Put): void {
  const first = wordAt(document, token.index + 1, token.sentence);
  if (first === undefined) return;
  let that = token.index + 2;
  if (!OBJECTS.has(first)) {
    const person = wordAt(document, token.index + (first === 'the' || first === 'a' || first === 'his' || first === 'her' ? 2 : 1), token.sentence);
    if (person === undefined || !/^(?:reporters|journalists|parliament|lawmakers|deputies|court|police|investigators|newspaper|audience|crowd|public|press|voters|supporters|media|judge|prosecutors|viewers|workers|residents|citizens|agency|broadcaster|channel|daily)$/.test(person)) return;
    that = token.index + (first === 'the' || first === 'a' || first === 'his' || first === 'her' ? 3 : 2);
  }
  const stop = document.tokens[that];
  const ends = !OBJECTS.has(first) && token.word.folded === 'explained' && (!stop || stop.sentence !== token.sentence || /^[.,]$/.test(stop.text) || /^(?:why|how|what|where|when|whether)$/.test(stop.word.folded));
  if (wordAt(document, that, token.sentence) !== 'that' && !ends) return;
  const before = document.before(token);
  if (!before || BE.has(before.word.folded)) return;
  const object = document.tokens[that - 1]!;
  const w = token.word.folded;
  report({start: token.start, end: token.end, proposals: [w === 'said' ? 'told' : w === 'says' ? 'tells' : `${token.text} to`], confidence: w === 'said' || w === 'says' ? 0.85 : 0.6, note: `One says something, and tells ${object.text} something.`});
}

const ASKS = /^(?:ask|asks|asked|urge|urges|urged|order|orders|ordered|invite|invites|invited|beg|begs|begged|encourage|encourages|encouraged|advise|advises|advised)$/;

/** "asked protesters that they let the aid pass": the subjunctive of Romance and Slavic languages. */
function checkAskThat(document: Document, token: Token, report: Put): void {
  const {sentence} = token;
  const before = document.before(token);
  if (!before || BE.has(before.word.folded)) return;
  for (let k = token.index + 1; k < token.index + 5; k++) {
    const w = wordAt(document, k, sentence);
    if (w === undefined || /^(?:for|to|in|on|whether|if|about|of|at|why|how|what|not)$/.test(w)) return;
    if (w !== 'that') continue;
    const pronoun = wordAt(document, k + 1, sentence) ?? '';
    const verb = document.tokens[k + 2];
    if (k === token.index + 1 || !/^(?:they|he|she|it)$/.test(pronoun) || verb?.kind !== 'word' || !isInfinitive(verb.word.folded) || !activeVerb(document, token, baseOfThird(token.word.folded) ? 'third' : 'past')) return;
    report({start: document.tokens[k]!.start, end: verb.end, proposals: [`to ${verb.text}`], confidence: 0.6, note: `English says: ${token.text} someone to do something.`});
    return;
  }
}

/** "Putin told that Russia is ready", "“It is false,” told Zakharov": told without anybody who is told. */
function checkNobodyTold(document: Document, token: Token, report: Put): void {
  const {tokens} = document;
  const before = document.before(token);
  if (!before) return;
  const next = tokens[token.index + 1];
  const note = 'One tells somebody something, and says something.';
  if (/^[”"]$/.test(before.text) && next?.kind === 'word' && next.sentence === token.sentence) {
    // A name or a noun phrase, and the end: it is the speaker.
    let k = next.index;
    while (k < next.index + 4 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === token.sentence && !/^(?:that|to|on|in|he|she|they|him|them|us|me|reporters|journalists)$/.test(tokens[k]!.word.folded)) k++;
    const stop = tokens[k];
    if (k > next.index && (!stop || /^[.,]$/.test(stop.text)) && (next.word.shape === 'capital' || /^(?:a|an|the|one|his|her)$/.test(next.word.folded))) report({start: token.start, end: token.end, proposals: ['said'], confidence: 0.62, note});
    return;
  }
  if (next?.word.folded === 'about' && next.sentence === token.sentence) return checkAboutAlone(document, token, report);
  const that = next?.word.folded === 'that' && next.sentence === token.sentence;
  const end = !next || next.sentence !== token.sentence || /^[.;]$/.test(next.text);
  if (!that && !(end && before.word.shape === 'capital')) return;
  if (before.kind !== 'word' || BE.has(before.word.folded) || /^(?:story|tale|truth|stories|have|has|had|be|being|get|got|was|been|when|once|if|as|and)$/.test(before.word.folded)) return;
  if (!activeVerb(document, token, 'past') || before.word.shape === 'lower' && !/^(?:he|she|they|who|i|we|it)$/.test(before.word.folded) && !soleVerb(document, token)) return;
  report({start: token.start, end: token.end, proposals: ['said'], confidence: that ? 0.7 : 0.55, note});
}

const INFORMS: Readonly<Record<string, readonly string[]>> = {inform: ['report', 'announce'], informs: ['reports', 'announces'], informed: ['reported', 'announced']};

/** "The actress told about the divorce", "The agency informed about the fire": nobody is told. */
function checkAboutAlone(document: Document, token: Token, report: Put): void {
  const before = document.before(token);
  const what = document.tokens[token.index + 2];
  if (before?.kind !== 'word' || what?.sentence !== token.sentence || BE.has(before.word.folded) || /^(?:story|tale|stories|tales|truth|lies?|joke|jokes|secrets?|have|has|had|be|being|get|gets|got|been|when|once|if|as|and|not|never|people|everyone|anyone|someone|those|others|than|well|better|fully)$/.test(before.word.folded)) return;
  const informs = INFORMS[token.word.folded];
  const person = /^(?:he|she|they|who|i|we|it)$/.test(before.word.folded) || before.word.shape === 'capital' || before.word.shape === 'upper';
  if (informs ? !soleVerb(document, token) && token.word.folded !== 'inform' : !activeVerb(document, token, 'past') || !person && !soleVerb(document, token)) return;
  report({start: token.start, end: document.tokens[token.index + 1]!.end, proposals: informs ?? ['spoke about', 'talked about'], confidence: token.word.folded === 'inform' ? 0.4 : 0.6, note: informs ? 'One informs somebody about something, and reports something.' : 'One tells somebody about something, and speaks about something.'});
}

/** "It took to them four minutes" */
function checkTaken(document: Document, token: Token, report: Put): void {
  if (wordAt(document, token.index + 1, token.sentence) !== 'to' || !OBJECTS.has(wordAt(document, token.index + 2, token.sentence) ?? '') && !/^(?:her|you)$/.test(wordAt(document, token.index + 2, token.sentence) ?? '')) return;
  const next = document.tokens[token.index + 3];
  if (next?.sentence !== token.sentence || !(next.kind === 'number' || /^(?:less|more|almost|nearly|about|only|just|a|an|two|three|four|five|six|ten|several|many|years|months|weeks|days|hours|over|around)$/.test(next.word.folded))) return;
  const to = document.tokens[token.index + 1]!;
  report({start: to.start, end: document.tokens[token.index + 2]!.start, proposals: [''], confidence: 0.82, note: 'English has no “to” before the person here.'});
}
