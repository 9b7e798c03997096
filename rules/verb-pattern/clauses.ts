/** Verbs with the clause or the infinitive that other languages put behind them: "He is believed that he fled", "accused of that he lied", "because of it rained", "made that people fled", "saw the man to leave", "asked from him to pay". */
import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {baseOfPast, baseOfThird, ingOf, isInfinitive} from '../../src/document/verbs.ts';
import {activeVerb, infinitiveAt, soleVerb, wordAt} from '../../src/evidence/clause.ts';
import {posOf} from '../../src/evidence/pos.ts';
import type {Report} from '../../src/rule/rule.ts';

type Put = (found: Report) => void;

const SUBJECT = /^(?:he|she|they|we|i|it)$/;
const HELD = /^(?:said|believed|reported|supposed|thought|estimated|rumoured|rumored|assumed|known|alleged|considered|feared|presumed)$/;
/** Words that take a preposition, and with it no clause. */
const WITH_PREPOSITION = /^(?:accused|suspected|afraid|sure|aware|proud|convinced|certain|guilty|insisted|insists|wait|waits|waited|waiting|depends|depended|fought|fight|fighting|ashamed|tired|complained|complains|worried|angry|surprised|responsible|used|led|leads|consists|blamed|thanked|punished|criticised|criticized|content|satisfied|agreed|agrees)$/;
const PREPOSITION = /^(?:of|to|on|for|about|with|at)$/;
const PERSON = /^(?:man|woman|boy|girl|child|children|people|driver|police|soldiers|men|women|suspect|neighbour|neighbor|players|crowd|passengers|workers|attackers|protesters|thief|thieves|rebels|troops)$/;
const FORBIDDEN = /^(?:forbidden|allowed|permitted|prohibited|possible|impossible|necessary|advisable|obligatory|mandatory|compulsory)$/;
/** What one makes somebody do. */
const MADE_TO = /^(?:leave|come|run|laugh|cry|wait|flee|disappear|fall|stop|wake|pay)$/;

/** Forms at which one of these is looked for. */
export const mayTakeClause = (w: string): boolean => w === 'that' || w === 'because' || w === 'made' || w === 'makes' || w === 'make' || w === 'informed' || w === 'assured' || w === 'denounced' || w === 'asked' || w === 'asks' || w === 'demanded' || w === 'thinks' || w === 'proposed' || w === 'suggested' || w === 'see' || w === 'saw' || w === 'watched' || w === 'noticed' || w === 'heard' || w === 'due' || w === 'thanks' || w === 'like' || w === 'likely' || w === 'as' || w === 'than' || w === 'responsible' || w === 'charge' || w === 'trouble' || w === 'problems' || w === 'problem' || w === 'have' || /^expect(?:s|ed)?$/.test(w) || FORBIDDEN.test(w);

const finite = (document: Document, t: Token | undefined, sentence: number): boolean => t?.kind === 'word' && t.sentence === sentence && (/^(?:is|are|was|were|has|have|had|will|would|can|could|did|does)$/.test(t.word.folded) || (baseOfPast(t.word.folded) ?? (t.word.folded.endsWith('s') ? baseOfThird(t.word.folded) : undefined)) !== undefined && posOf(document, t) === 'VERB');

export function clauseBehind(document: Document, token: Token, missing: Put, superfluous: Put): void {
  const {tokens} = document;
  const {index: i, sentence} = token;
  const w = token.word.folded;
  const at = (n: number) => wordAt(document, i + n, sentence) ?? '';
  const put = (report: Put, first: Token, last: Token, proposals: string[], confidence: number, note: string) => report({start: first.start, end: last.end, proposals, confidence, note});
  if (w === 'that') {
    // "He is believed that he fled"
    const held = document.before(token);
    const be = held && document.before(held);
    const who = be && document.before(be);
    if (held && HELD.test(held.word.folded) && be && /^(?:is|was|are|were)$/.test(be.word.folded) && who?.sentence === sentence && /^(?:he|she|they)$/.test(who.word.folded)) {
      if (/^(?:what|as|than|which|whom|how)$/.test(document.before(who)?.word.folded ?? '')) return;
      put(superfluous, who, be, [`${who.word.shape === 'capital' ? 'It' : 'it'} ${/^w/.test(be.word.folded) ? 'was' : 'is'}`], held.word.folded === 'known' || held.word.folded === 'considered' ? 0.5 : 0.72, 'What is said is said of nobody: “it is said that”.');
      return;
    }
    // "accused of that he lied", "due to that the road is closed"
    const preposition = held;
    const word = be;
    if (!preposition || !PREPOSITION.test(preposition.word.folded) || word?.kind !== 'word' || word.sentence !== sentence) return;
    const cause = preposition.word.folded === 'to' && /^(?:due|thanks)$/.test(word.word.folded);
    const subject = SUBJECT.test(at(1));
    if (!cause && !WITH_PREPOSITION.test(word.word.folded) || !(subject && finite(document, tokens[i + 2], sentence) || (cause || /^(?:accused|suspected|afraid|sure|aware|proud|convinced|fought|fight|fighting|waiting|wait|waited)$/.test(word.word.folded)) && /^(?:the|his|her|their|its|there)$/.test(at(1)))) return;
    if (cause) put(superfluous, word, token, [word.word.shape === 'capital' ? 'Because' : 'because'], 0.66, 'A clause that gives the reason begins with “because”.');
    else put(superfluous, preposition, token, ['that', `${preposition.text} the fact that`], 0.62, 'A clause does not stand behind a preposition.');
    return;
  }
  const b = document.before(token);
  const before = b?.word.folded ?? '';
  if (w === 'like') {
    // "would like that you come", "is considered like a hero", "looks like that it rains"
    const subject = /^(?:he|she|they|we|you|i|it|the|his|her|their)$/.test(at(2));
    if (at(1) === 'that' && subject && (/^(?:would|'d)$/.test(before) || /^(?:we|they|i|he|she)'d$/.test(before))) {
      const them: Readonly<Record<string, string>> = {he: 'him', she: 'her', they: 'them', we: 'us', i: 'me'};
      // The subject, and the verb that becomes an infinitive.
      let k = i + 3;
      while (!(at(2) in them) && at(2) !== 'you' && at(2) !== 'it' && k < i + 6 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === sentence && (k === i + 3 || !finite(document, tokens[k], sentence) && posOf(document, tokens[k]!) !== 'VERB')) k++;
      const verb = tokens[k];
      if (verb?.sentence !== sentence || verb.kind !== 'word') return;
      const v = verb.word.folded;
      const base = /^(?:is|are|was|were)$/.test(v) ? 'be' : /^(?:has|have)$/.test(v) ? 'have' : baseOfThird(v) ?? (isInfinitive(v) ? v : undefined);
      const who = at(2) in them ? them[at(2)]! : document.slice(i + 2, k - 1);
      if (base && !/^(?:will|would|can|could)$/.test(v)) put(superfluous, tokens[i + 1]!, verb, [`${who} to ${base}`], 0.68, 'English says: would like somebody to do something.');
    } else if (at(1) === 'that' && subject && /^(?:looks?|looked|seems?|seemed)$/.test(before)) put(superfluous, token, tokens[i + 1]!, ['like', 'as if'], 0.66, 'English has no “that” behind “like”.');
    else if (b && /^(?:an?|the)$/.test(at(1)) && /^(?:considered|regarded|known|recognised|recognized|described|defined|identified|classified|perceived|elected|appointed|hired|employed)$/.test(before) && /^(?:is|was|are|were|been|be|being)$/.test(document.before(b)?.word.folded ?? '')) put(superfluous, token, token, ['as'], before === 'described' ? 0.45 : 0.62, `English says: ${before} as something.`);
    return;
  }
  if (w === 'likely') {
    // "He is likely that he comes"
    const who = b && document.before(b);
    if (at(1) === 'that' && b && who && /^(?:is|was)$/.test(before) && /^(?:he|she)$/.test(who.word.folded)) put(superfluous, who, b, [`${who.word.shape === 'capital' ? 'It' : 'it'} ${b.text}`], 0.7, 'English says: it is likely that.');
    return;
  }
  if (w === 'as') {
    // "called him as a hero"
    const verb = b && document.before(b);
    if (b && verb && /^(?:him|her|them|it|us|me|himself|herself|themselves|itself)$/.test(before) && /^(?:call|calls|called|calling|dub|dubs|dubbed|declared|declare|declares|termed|deemed|deem|deems)$/.test(verb.word.folded) && /^(?:an?|the)$/.test(at(1)) && !/^(?:witness|witnesses)$/.test(at(2))) superfluous({start: token.start, end: tokens[i + 1]!.start, proposals: [''], confidence: 0.62, note: `English says: ${verb.text} somebody something.`});
    return;
  }
  if (w === 'than') {
    // "prefers tea than coffee"
    for (let k = i - 1; k > i - 6; k--) {
      const t = tokens[k];
      if (t?.kind !== 'word' || t.sentence !== sentence || /^(?:rather|more|less|other|better|fewer|else|worse|later|sooner)$/.test(t.word.folded) || /[a-z]{2}er$/.test(t.word.folded) && posOf(document, t) === 'ADJ') return;
      if (!/^(?:prefer|prefers|preferred)$/.test(t.word.folded)) continue;
      if (k < i - 1) put(superfluous, token, token, tokens[k + 1]!.word.folded === 'to' ? ['rather than'] : ['to', 'rather than'], 0.64, 'English says: prefer one thing to another.');
      return;
    }
    return;
  }
  if (w === 'responsible' || w === 'charge') {
    const verb = tokens[i + 2];
    if (!infinitiveAt(document, i + 1, sentence) || !verb || !(w === 'charge' ? before === 'in' : /^(?:is|was|are|were|be|been)$/.test(before)) || /^(?:be|ensure|act)$/.test(verb.word.folded) && w === 'responsible') return;
    put(superfluous, tokens[i + 1]!, verb, [`${w === 'charge' ? 'of' : 'for'} ${ingOf(verb.word.folded)}`], w === 'charge' ? 0.7 : 0.62, `English says: ${w === 'charge' ? 'in charge of' : 'responsible for'} doing something.`);
    return;
  }
  if (w === 'trouble' || w === 'problems' || w === 'problem') {
    const verb = tokens[i + 2];
    if (!infinitiveAt(document, i + 1, sentence) || !verb || !/^(?:has|have|had|having|no|big|serious|great)$/.test(before) || !/^(?:walk|breathe|sleep|find|get|understand|pay|reach|speak|see|hear|move|sell|recruit|keep|adapt|swallow|eat|concentrate|learn|read|write|remember|access|obtain|finance|survive|cope)$/.test(verb.word.folded)) return;
    put(superfluous, tokens[i + 1]!, verb, [ingOf(verb.word.folded)], 0.66, `English says: have ${w} doing something.`);
    return;
  }
  if (w === 'have') {
    // "thanked them to have come"
    const whom = b && document.before(b);
    const thanks = whom && document.before(whom);
    const done = tokens[i + 1];
    if (before !== 'to' || !whom || !/^(?:him|her|them|us|me)$/.test(whom.word.folded) || !thanks || !/^(?:thank(?:s|ed)?|forgave|forgives?|congratulat(?:ed|es|e)|criticis(?:ed|es|e)|criticiz(?:ed|es|e)|blam(?:ed|es|e)|reproach(?:ed|es)|prais(?:ed|es|e)|punish(?:ed|es))$/.test(thanks.word.folded) || done?.kind !== 'word' || done.sentence !== sentence) return;
    put(superfluous, b, token, ['for having'], 0.72, `English says: ${thanks.text} somebody for doing something.`);
    return;
  }
  if (/^expect(?:s|ed)?$/.test(w)) {
    if (at(1) !== 'from' || !/^(?:him|them|her|us|me|the|his|its)$/.test(at(2))) return;
    for (let k = /^(?:the|his|its)$/.test(at(2)) ? i + 4 : i + 3; k < i + 6; k++) {
      if (infinitiveAt(document, k, sentence)) return superfluous({start: tokens[i + 1]!.start, end: tokens[i + 2]!.start, proposals: [''], confidence: 0.64, note: 'English says: expect somebody to do something.'});
      if (tokens[k]?.kind !== 'word' || tokens[k]!.sentence !== sentence) return;
    }
    return;
  }
  if (w === 'because') {
    const [of, subject, verb] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
    if (of?.word.folded !== 'of' || !subject || !/^(?:he|she|they|we|i|it)$/.test(subject.word.folded) || !finite(document, verb, sentence)) return;
    put(superfluous, token, of, [token.text], 0.72, 'Before a clause English has “because” alone.');
    return;
  }
  if (/^make[s]?$|^made$/.test(w)) {
    const verb = tokens[i + 1];
    // "made leave the protesters"
    if (verb && MADE_TO.test(at(1)) && /^(?:the|his|her|their|all|its)$/.test(at(2)) && posOf(document, verb) === 'VERB') {
      const noun = tokens[i + 3];
      if (noun?.sentence === sentence && noun.kind === 'word') put(superfluous, verb, noun, [`${document.slice(i + 2, i + 3)} ${verb.text}`], 0.6, 'English puts who does it before the verb.');
    } else if (at(1) === 'that' && /^(?:he|she|they|we|people|many|thousands|hundreds|dozens)$/.test(at(2)) && finite(document, tokens[i + 3], sentence) && !/^(?:it|he|she|they|we|i|you|who|what|points?|claims?|promise|statement|comments?|decision|mistakes?|remarks?)$/.test(document.before(token)?.word.folded ?? 'it')) put(superfluous, token, tokens[i + 1]!, [w === 'made' ? 'meant that' : 'means that', w === 'made' ? 'caused' : 'causes'], 0.5, 'English says: make somebody do something.');
    return;
  }
  if (w === 'informed' || w === 'assured' || w === 'denounced') {
    if (at(1) !== 'that' || !document.before(token) || !activeVerb(document, token, 'past') || !soleVerb(document, token)) return;
    if (w === 'informed') put(missing, token, token, ['announced', 'said'], 0.6, 'One informs somebody, and announces something.');
    else if (w === 'assured') put(missing, token, token, ['said', 'insisted'], 0.6, 'One assures somebody, and insists that something is so.');
    else if (finite(document, tokens[i + 4], sentence) || finite(document, tokens[i + 3], sentence)) put(superfluous, token, token, ['complained', 'said'], 0.6, 'One denounces something, and complains that something is so.');
    return;
  }
  if (w === 'asked' || w === 'asks' || w === 'demanded') {
    // "asked from the mayor to act"
    if (at(1) !== 'from' || w === 'demanded' || !/^(?:him|them|her|us|me|the)$/.test(at(2))) return;
    for (let k = at(2) === 'the' ? i + 4 : i + 3; k < i + 6; k++) {
      if (infinitiveAt(document, k, sentence)) return superfluous({start: tokens[i + 1]!.start, end: tokens[i + 2]!.start, proposals: [''], confidence: 0.7, note: 'English says: ask somebody to do something.'});
      if (tokens[k]?.kind !== 'word' || tokens[k]!.sentence !== sentence || at(2) !== 'the') return;
    }
    return;
  }
  if (w === 'thinks') {
    const verb = tokens[i + 2];
    if (!infinitiveAt(document, i + 1, sentence) || !verb || /^(?:be|have|ask|look|check|do)$/.test(verb.word.folded)) return;
    put(superfluous, token, verb, [`is thinking of ${ingOf(verb.word.folded)}`, `intends to ${verb.text}`], 0.6, 'English says: think of doing something.');
    return;
  }
  if (w === 'proposed' || w === 'suggested') {
    if (at(1) !== 'to' || !/^(?:them|him|her|us|me)$/.test(at(2)) || !infinitiveAt(document, i + 3, sentence)) return;
    const they = {them: 'they', him: 'he', her: 'she', us: 'we', me: 'I'}[at(2)]!;
    put(superfluous, token, tokens[i + 3]!, [`${token.text} that ${they}`], w === 'suggested' ? 0.68 : 0.5, `English says: ${w === 'suggested' ? 'suggest' : 'propose'} that somebody does something.`);
    return;
  }
  if (FORBIDDEN.test(w)) {
    // "It is forbidden entering the park"
    const be = document.before(token);
    const verb = tokens[i + 1];
    if (!be || !/^(?:is|was|be)$/.test(be.word.folded) || document.before(be)?.word.folded !== 'it' || verb?.kind !== 'word' || verb.sentence !== sentence || !verb.word.folded.endsWith('ing') || FUNCTION_WORDS.has(verb.word.folded)) return;
    const base = [verb.word.folded.slice(0, -3), `${verb.word.folded.slice(0, -3)}e`].find(isInfinitive);
    if (base) put(superfluous, verb, verb, [`to ${base}`], 0.68, 'English has the infinitive with “to” here.');
    return;
  }
  // "saw the man to leave"
  if (at(1) !== 'the' || !PERSON.test(at(2)) || !infinitiveAt(document, i + 3, sentence) || !activeVerb(document, token, w === 'see' ? 'base' : 'past')) return;
  const verb = tokens[i + 4]!;
  if (/^(?:be|have)$/.test(verb.word.folded)) return;
  put(superfluous, tokens[i + 3]!, verb, [verb.text, ingOf(verb.word.folded)], 0.62, `Behind “${token.text}” and an object the verb has no “to”.`);
}
