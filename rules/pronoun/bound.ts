/** "The waitress lost his job", "The workers changed her mind": a possessive in an expression in which it can only be the subject's own. */
import type {Token} from '../../src/document/token.ts';
import {baseOfParticiple, baseOfPast, baseOfThird, isInfinitive} from '../../src/document/verbs.ts';
import {wordOf} from '../../src/document/word.ts';
import {pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {firstNameOf, type Scene} from './scene.ts';
import {AGENT, BODIES, COUNTRIES, FEMALE, HUMANS, MALE, NO_AGENT} from './words.ts';

const BOUND = new Map<string, ReadonlySet<string>>();
for (const [verb, nouns] of Object.entries({
  lose: 'life lives job jobs temper way balance patience voice memory sight mind appetite nerve footing grip consciousness homes livelihood livelihoods seat licence license',
  change: 'mind minds name tune', do: 'best utmost homework', keep: 'promise promises word cool distance nerve head balance', hold: 'breath', make: 'debut way mind living', take: 'seat seats time leave',
  celebrate: 'birthday anniversary', earn: 'living', risk: 'life lives', end: 'career', begin: 'career', start: 'career', shake: 'head heads', clear: 'throat', shrug: 'shoulders', nod: 'head',
  express: 'condolences gratitude regret concern satisfaction disappointment sympathy', announce: 'resignation retirement candidacy departure', defend: 'title', resume: 'duties', fulfil: 'promise promises', fulfill: 'promise promises',
  owe: 'life', devote: 'life', dedicate: 'life', spend: 'childhood holidays youth savings', serve: 'sentence', apologise: 'mistake', break: 'silence promise word', raise: 'voice', bite: 'tongue', tender: 'resignation', submit: 'resignation',
})) BOUND.set(verb, new Set(nouns.split(' ')));

type Owner = 'm' | 'f' | 'it' | 'they';
const OWN: Readonly<Record<Owner, string>> = {m: 'his', f: 'her', it: 'its', they: 'their'};

/** Whose a possessive is that stands behind a verb whose subject ends at token `i`. */
function ownerAt({document, tokens, everyone}: Scene, i: number, sentence: number, bodies = false): Owner | undefined {
  const subject = tokens[i];
  if (subject?.kind !== 'word' || subject.sentence !== sentence) return undefined;
  const {folded, base, shape} = subject.word;
  if (/['’]/.test(subject.text)) return undefined;
  if (folded === 'he') return 'm';
  if (folded === 'she') return 'f';
  const before = tokens[i - 1];
  if (shape === 'capital' && !document.opensSentence(subject) || shape === 'capital' && subject.word.isName && !subject.word.english) {
    const given = before?.word.shape === 'capital' && before.sentence === sentence ? firstNameOf(before.word) : '';
    const gender = given || everyone.genderOf(base);
    return gender === 'm' || gender === 'f' ? gender : COUNTRIES.has(folded) ? 'it' : undefined;
  }
  if (shape !== 'lower' || posOf(document, subject) !== 'NOUN') return undefined;
  let k = i - 1;
  while (k >= 0 && i - k < 3 && tokens[k]!.kind === 'word' && tokens[k]!.sentence === sentence && posOf(document, tokens[k]!) === 'ADJ') k--;
  // It must be the subject itself: the sentence or a clause begins with it.
  const determiner = /^(?:the|a|an|this|these|those|his|her|its|their|both|all|many|some|several|two|three|four|five|six|ten|hundreds)$/.test(tokens[k]?.word.folded ?? '');
  const lead = tokens[determiner ? k - 1 : k];
  if (lead && lead.sentence === sentence && !/^(?:[,“"—–]|that|and|but|because|while|when|after|before|where|as|if)$/.test(lead.text.toLowerCase())) return undefined;
  if (pluralNoun(subject) !== undefined || /^(?:people|men|women|children)$/.test(folded)) return 'they';
  if (!determiner) return undefined;
  if (FEMALE.has(base)) return 'f';
  if (MALE.has(base)) return 'm';
  return BODIES.has(base) && !HUMANS.has(base) && !(AGENT.test(folded) && !NO_AGENT.has(folded)) && (bodies || !/^(?:ship|vessel|country|team|family|couple|group|band|police|crew|staff)$/.test(base)) ? 'it' : undefined;
}

/** Asked at his, her, its and their. */
export function boundTo(scene: Scene, token: Token): boolean {
  const {document, tokens, flag} = scene;
  const {sentence} = token;
  const noun = document.after(token);
  const verb = document.before(token);
  if (noun?.kind !== 'word' || verb?.kind !== 'word' || verb.sentence !== sentence || noun.sentence !== sentence) return false;
  const w = verb.word.folded;
  const base = [baseOfPast(w), baseOfParticiple(w), w.endsWith('s') ? baseOfThird(w) : undefined, isInfinitive(w) ? w : undefined].find((b) => b !== undefined && BOUND.has(b));
  if (base === undefined || !BOUND.get(base)!.has(noun.word.folded) || wordOf(w).shape !== 'lower') return false;
  let at = verb.index - 1;
  for (let n = 0; n < 3 && /^(?:has|have|had|will|would|also|already|recently|just|then|never|not|could|may|might)$/.test(tokens[at]?.word.folded ?? ''); n++) at--;
  const owner = ownerAt(scene, at, sentence);
  const own = token.word.folded;
  if (!owner || OWN[owner] === own || owner !== 'they' && own === 'their' || owner === 'they' && own === 'its') return false;
  flag(owner === 'they' ? 'several' : owner === 'it' ? 'thing' : 'person', token, OWN[owner], 0.6, 'Here it can only be the subject’s own.');
  return true;
}

/** "The team found himself": himself and herself right behind the verb of a thing or of one of the other gender. */
export function boundSelf(scene: Scene, token: Token): boolean {
  const {document, tokens, flag} = scene;
  const verb = document.before(token);
  if (verb?.kind !== 'word' || verb.sentence !== token.sentence || verb.word.shape !== 'lower') return false;
  const w = verb.word.folded;
  if (!(baseOfPast(w) ?? baseOfParticiple(w) ?? (w.endsWith('s') ? baseOfThird(w) : undefined))) return false;
  let at = verb.index - 1;
  for (let n = 0; n < 3 && /^(?:has|have|had|also|already|recently|just|then|never|not|again)$/.test(tokens[at]?.word.folded ?? ''); n++) at--;
  const owner = ownerAt(scene, at, token.sentence, true);
  const own: Owner = token.word.folded === 'himself' ? 'm' : 'f';
  if (!owner || owner === own) return false;
  flag(owner === 'they' ? 'several' : owner === 'it' ? 'thing' : 'person', token, {m: 'himself', f: 'herself', it: 'itself', they: 'themselves'}[owner], 0.6, 'Here it can only be the subject itself.');
  return true;
}
