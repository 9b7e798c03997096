/** Verbs with the form of another verb behind them: "preferred sign", "need being paid", "waits that somebody comes", "was banned to drive", "the first woman winning the cup", "promised that to rebuild", "does not exclude to pay"; and what English says without an object or another word: "remember themselves the smell", "steal them their land", "considered like responsible", "reacted reserved". */
import type {Document} from '../../src/document/document.ts';
import {ARTICLES} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfIng, baseOfPast, baseOfThird, ingOf, isInfinitive} from '../../src/document/verbs.ts';
import {BE, DO, infinitiveAt, MODALS, soleVerb, wordAt} from '../../src/evidence/clause.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {isEnglish} from '../../src/lexicon/lexicon.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;

const FORMS: ReadonlyMap<string, string> = new Map(Object.entries({
  prefer: 'prefer prefers preferred', need: 'need needs', wait: 'wait waits waited waiting', ban: 'banned barred prohibited disqualified', comment: 'comment comments commented', remember: 'remember remembers remembered',
  steal: 'steal steals stole rob robs robbed', consider: 'considered regarded', react: 'react reacts reacted respond responds responded behave behaves behaved', become: 'become becomes', promise: 'promised decided agreed refused threatened offered',
  exclude: 'exclude excludes excluded', first: 'first second third last only', mind: 'mind', demand: 'demand demands demanded', add: 'adding saying declaring claiming explaining stating admitting', say: 'said says declared declares', let: 'let lets', bring: 'bring brings brought bringing take takes took taken taking carry carries carried carrying',
}).flatMap(([kind, forms]) => forms.split(' ').map((form): [string, string] => [form, kind])));

/** Forms at which one of these is looked for. */
export const mayGovern = (w: string): boolean => FORMS.has(w);

const OBJECT = /^(?:the|this|these|his|her|its|their|our|my|a|an)$/;
/** What one may demand to do oneself. */
const OWN_DEMAND = /^(?:know|see|speak|talk|hear|meet|have|be|get|read|return|go|leave|stay|enter|join|inspect|receive|keep|take|use|participate|search|come|play)$/;
/** What somebody was the first to do, and not what she is while she is named. */
const DEED = /^(?:win|reach|become|receive|cross|score|beat|visit|achieve|sign|finish|complete|climb|break|obtain|land|publish|approve|introduce|enter|qualify|adopt|ban|recognise|recognize|legalise|legalize|conquer|lift|set|pass|ratify|join|overcome|defeat|occupy|hold|lead|host|vote)$/;
const PERSONAL = /^(?:confident|happy|satisfied|ready|sure|convinced|proud|optimistic|worried|ashamed|innocent|willing|glad|grateful|surprised|disappointed|against|afraid|certain|available|sorry|angry|shocked|concerned)$/;

export function governed(document: Document, token: Token, missing: Put, superfluous: Put, reflexive: Put): void {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const w = token.word.folded;
  const at = (n: number) => wordAt(document, i + n, sentence) ?? '';
  const put = (report: Put, first: Token, last: Token, proposals: string[], confidence: number, note: string) => report({start: first.start, end: last.end, proposals, confidence, note});
  const next = tokens[i + 1];
  if (next?.sentence !== sentence) return;
  const before = document.before(token);
  const b = before?.word.folded ?? '';
  switch (FORMS.get(w)) {
    case 'prefer': {
      // "They preferred sign."
      const behind = tokens[i + 2];
      if (next.word.shape !== 'lower' || !isInfinitive(next.word.folded) || baseOfPast(next.word.folded) !== undefined || posOf(document, next) !== 'VERB' || behind && behind.sentence === sentence && behind.text !== '.' && !OBJECT.test(behind.word.folded) || before?.kind !== 'word' && before) return;
      return put(missing, next, next, [`to ${next.text}`, ingOf(next.word.folded)], 0.66, 'English says: prefer to do something.');
    }
    case 'need': {
      const participle = tokens[i + 2];
      if (at(1) !== 'being' || participle?.sentence !== sentence || baseOfPast(participle.word.folded) === undefined && !/(?:ed|en|wn)$/.test(participle.word.folded) || /^(?:the|a|no|every|this|that)$/.test(b)) return;
      return put(superfluous, next, next, ['to be'], 0.72, 'English says: need to be done.');
    }
    case 'wait': {
      // "waiting that somebody says sorry"
      if (at(1) !== 'that' && !(at(1) === 'until' && at(3) === 'will')) return;
      if (at(1) === 'until') return;
      for (let k = i + 3; k < i + 7; k++) {
        const t = tokens[k];
        if (t?.kind !== 'word' || t.sentence !== sentence) return;
        const base = baseOfThird(t.word.folded) ?? baseOfPast(t.word.folded);
        if (/^(?:will|would|can|could|may|might)$/.test(t.word.folded)) {
          const verb = tokens[k + 1];
          if (verb?.sentence === sentence && isInfinitive(verb.word.folded)) put(superfluous, next, verb, [`for ${document.slice(i + 2, k - 1)} to ${verb.text}`], 0.68, 'English says: wait for somebody to do something.');
          return;
        }
        if (base === undefined && !(isInfinitive(t.word.folded) && posOf(document, t) === 'VERB') || posOf(document, t) !== 'VERB' && posOf(document, t) !== 'AUX') continue;
        return put(superfluous, next, t, [`for ${document.slice(i + 2, k - 1)} to ${base ?? t.text}`], 0.68, 'English says: wait for somebody to do something.');
      }
      return;
    }
    case 'ban': {
      const verb = tokens[i + 2];
      if (!infinitiveAt(document, i + 1, sentence) || !verb || !BE.has(b) || /^(?:be|protect|prevent|avoid|make|stop|help|keep)$/.test(verb.word.folded)) return;
      return put(superfluous, next, verb, [`from ${ingOf(verb.word.folded)}`], 0.66, `English says: ${w} from doing something.`);
    }
    case 'comment': {
      if (!before || !(MODALS.has(b) || DO.has(b) || /^(?:to|not|he|she|they|has|have|had|never|we|i)$/.test(b) || before.word.shape === 'capital')) return;
      if (at(1) === 'whether' || at(1) === 'if') return put(missing, next, next, ['on whether'], 0.72, 'English says: comment on something.');
      return;
    }
    case 'remember': {
      // "Older ones remember themselves the smell"
      if (!/^(?:himself|herself|themselves|ourselves|myself)$/.test(at(1)) || !/^(?:the|his|her|their|its|this|these|how|when|of)$/.test(at(2)) || !before || before.kind !== 'word' || posOf(document, token) !== 'VERB') return;
      return reflexive({start: token.end, end: next.end, proposals: [''], confidence: 0.62, note: '`remember` has no reflexive pronoun in English.'});
    }
    case 'steal': {
      if (!/^(?:him|them|us|me|her|you)$/.test(at(1)) || !/^(?:the|his|her|their|our|my|your|a|two|three)$/.test(at(2)) || tokens[i + 3]?.sentence !== sentence) return;
      if (/^rob/.test(w)) return put(missing, next, next, [`${next.text} of`], 0.6, 'English says: rob somebody of something.');
      return put(superfluous, token, next, [token.text], at(1) === 'her' ? 0.3 : 0.6, 'English says: steal something from somebody.');
    }
    case 'consider': {
      if (!BE.has(b) || at(1) !== 'like' || /^(?:an?|the)$/.test(at(2)) || tokens[i + 2]?.sentence !== sentence || posOf(document, tokens[i + 2]!) !== 'ADJ') return;
      return superfluous({start: next.start, end: w === 'considered' ? tokens[i + 2]!.start : next.end, proposals: [w === 'considered' ? '' : 'as'], confidence: 0.66, note: `English says: ${w === 'considered' ? 'considered responsible' : 'regarded as responsible'}.`});
    }
    case 'react': {
      const behind = tokens[i + 2];
      if (posOf(document, token) !== 'VERB' || next.word.shape !== 'lower' || behind && behind.sentence === sentence && !/^(?:to|on|when|after|at|and|in|with|[.,;])$/.test(behind.text)) return;
      if (!/^(?:reserved|positive|negative|calm|cautious|sceptical|skeptical|nervous|cool|critical|different|similar|correct|strange|violent|angry|aggressive|bad|quick|slow|immediate|sharp|professional|responsible|irresponsible|hysterical|sensitive|strong|normal|appropriate|indignant|enthusiastic|restrained|polite|friendly|fair)$/.test(next.word.folded)) return;
      const manner: Readonly<Record<string, string>> = {reserved: 'with reserve', restrained: 'with restraint', bad: 'badly', cool: 'coolly', friendly: 'in a friendly way', angry: 'angrily', responsible: 'responsibly', irresponsible: 'irresponsibly', sensitive: 'sensitively', appropriate: 'appropriately', immediate: 'immediately', different: 'differently'};
      const ly = next.word.folded.endsWith('ical') ? `${next.word.folded}ly` : /ic$/.test(next.word.folded) ? `${next.word.folded}ally` : `${next.word.folded}ly`;
      const said = manner[next.word.folded] ?? (isEnglish(ly) ? ly : undefined);
      if (said) put(superfluous, next, next, [said], 0.66, 'How somebody acts, an adverb says.');
      return;
    }
    case 'become': {
      const verb = tokens[i + 2];
      if (!infinitiveAt(document, i + 1, sentence) || !verb || !/^(?:feel|know|understand|see|like|love|hate|believe|think|have|realise|realize)$/.test(verb.word.folded)) return;
      return put(superfluous, token, token, [w === 'become' ? 'come' : 'comes'], 0.62, 'English says: come to feel.');
    }
    case 'promise': {
      // "promised that to rebuild"
      const verb = tokens[i + 3];
      if (at(1) !== 'that' || !infinitiveAt(document, i + 2, sentence) || !verb) return;
      const {last} = document.sentences[sentence]!;
      for (let k = i + 4; k <= last && k < i + 16; k++) if (tokens[k]!.text === ',' || MODALS.has(tokens[k]!.word.folded) || BE.has(tokens[k]!.word.folded)) return;
      return superfluous({start: next.start, end: tokens[i + 2]!.start, proposals: [''], confidence: 0.66, note: 'Before an infinitive English has no “that”.'});
    }
    case 'exclude': {
      const verb = tokens[i + 2];
      if (!infinitiveAt(document, i + 1, sentence) || !verb || BE.has(b) || /^(?:people|those|was|were|been|countries|players)$/.test(b)) return;
      const out = w === 'exclude' ? 'rule out' : w === 'excludes' ? 'rules out' : 'ruled out';
      return put(superfluous, token, verb, [`${out} ${ingOf(verb.word.folded)}`], w === 'excluded' ? 0.5 : 0.7, 'English says: rule out doing something.');
    }
    case 'first': {
      // "is the first woman winning the cup"
      const verb = tokens[i + 2];
      const the = tokens[i - 1];
      const be = tokens[i - 2];
      if (the?.word.folded !== 'the' || !be || !/^(?:is|was|are|were|became|becomes|become)$/.test(be.word.folded) || next.word.shape !== 'lower' || verb?.kind !== 'word' || verb.sentence !== sentence || posOf(document, next) !== 'NOUN') return;
      const base = verb.word.folded.endsWith('ing') ? baseOfIng(verb.word.folded) : undefined;
      if (!base || !DEED.test(base) || !(ARTICLES.has(at(3)) || /^(?:its|his|her|their|this|two|three|president|champion)$/.test(at(3)) || tokens[i + 3]?.word.shape === 'capital')) return;
      return put(superfluous, verb, verb, [`to ${base}`], 0.64, 'After “the first” English says what somebody did with an infinitive.');
    }
    case 'mind': {
      const verb = tokens[i + 2];
      if (!infinitiveAt(document, i + 1, sentence) || !verb || !(b === 'not' || /^(?:don't|doesn't|didn't|wouldn't)$/.test(b)) || posOf(document, token) === 'NOUN') return;
      return put(superfluous, next, verb, [ingOf(verb.word.folded)], 0.66, 'English says: mind doing something.');
    }
    case 'demand': {
      const verb = tokens[i + 2];
      if (!infinitiveAt(document, i + 1, sentence) || !verb || OWN_DEMAND.test(verb.word.folded) || posOf(document, token) !== 'VERB' || /^(?:a|the|no|high|strong|this)$/.test(b) || !OBJECT.test(at(3))) return;
      let end = i + 3;
      while (end < i + 8 && tokens[end + 1]?.kind === 'word' && tokens[end + 1]!.sentence === sentence && /^(?:NOUN|ADJ|PROPN)$/.test(posOf(document, tokens[end + 1]!) ?? '')) end++;
      if (end === i + 3 || baseOfPast(`${verb.word.folded}ed`) === undefined) return;
      const object = document.slice(i + 3, end);
      return put(superfluous, next, tokens[Math.min(end, i + 6)]!, [`that ${object} be ${verb.word.folded.endsWith('e') ? `${verb.word.folded}d` : `${verb.word.folded}ed`}`], 0.5, 'Who demands that others act, says that it be done.');
    }
    case 'add': {
      // "adding of wanting to stay"
      const verb = tokens[i + 2];
      if (at(1) !== 'of' || verb?.kind !== 'word' || verb.sentence !== sentence || !verb.word.folded.endsWith('ing') || baseOfIng(verb.word.folded) === undefined || posOf(document, verb) === 'NOUN') return;
      return put(superfluous, next, verb, [`that he is ${verb.text}`, `that she is ${verb.text}`], 0.66, 'One adds that something is so.');
    }
    case 'say': {
      // "Its leader, Ana Prado, said to be confident"
      if (at(1) !== 'to' || at(2) !== 'be' || !PERSONAL.test(at(3)) || !before || !(before.text === ',' || /^(?:he|she|who|they)$/.test(b) || before.word.shape === 'capital') || !soleVerb(document, token)) return;
      const he = b === 'they' ? ['they were'] : b === 'she' ? ['she was'] : b === 'he' ? ['he was'] : ['he was', 'she was', 'it was'];
      return put(superfluous, next, tokens[i + 2]!, he, 0.62, 'Who speaks of himself says that he is so.');
    }
    case 'let': {
      // "Let them at least to name it"
      if (!/^(?:them|him|her|us|me|people)$/.test(at(1))) return;
      for (let k = i + 2; k < i + 6; k++) {
        if (k > i + 2 && infinitiveAt(document, k, sentence)) return superfluous({start: tokens[k]!.start, end: tokens[k + 1]!.start, proposals: [''], confidence: 0.6, note: 'Behind “let” and an object the verb has no “to”.'});
        if (!/^(?:at|least|also|now|even|only|just|all)$/.test(wordAt(document, k, sentence) ?? '')) return;
      }
      return;
    }
    case 'bring': {
      // "bring water with yourself"
      for (let k = i + 1; k < i + 7; k++) {
        const word = wordAt(document, k, sentence);
        if (word === undefined || /^(?:and|who|that|to)$/.test(word)) return;
        if (word !== 'with') continue;
        const self = wordAt(document, k + 1, sentence) ?? '';
        const plain: Readonly<Record<string, string>> = {yourself: 'you', himself: 'him', herself: 'her', themselves: 'them', ourselves: 'us', myself: 'me', yourselves: 'you'};
        if (self in plain) put(reflexive, tokens[k + 1]!, tokens[k + 1]!, [plain[self]!], 0.7, 'English says: bring something with you.');
        return;
      }
    }
  }
}
