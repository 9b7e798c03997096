/** He, she, his and her for things, countries and bodies of people. */
import type {Token} from '../../src/document/token.ts';
import {DAYS, FUNCTION_WORDS, MONTHS} from '../../src/document/english.ts';
import {baseOfIng, baseOfPast, baseOfThird} from '../../src/document/verbs.ts';
import {wordAt} from '../../src/evidence/clause.ts';
import {countNoun, endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {FIRST_NAMES} from '../../src/evidence/first-names.ts';
import {Flag} from '../../src/lexicon/lexicon.ts';
import type {Gender} from '../../src/evidence/people.ts';
import {saidOf} from './said-of.ts';
import {type Scene} from './scene.ts';
import {AGENT, BODIES, CAPITALS, COUNTRIES, FIRMS, JOINS, KIN, NEUTER, NO_AGENT, OF_STATES, PERSONAL, PREPOSITIONS_NOT, REPORTS, STATE_ACTS, STATE_VERBS} from './words.ts';

/** "The ministry said he": the subject is a body of people and nobody else is near. */
export function thing(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {folded} = token.word;
  const {first} = sentences[token.sentence]!;
  if (token.index - first > 40) return false;
  const possessive = folded === 'his' || folded === 'her';
  if (folded === 'him' || folded === 'herself' || folded === 'himself') return false;
  const recent = mentions.slice(scene.from);
  if (possessive && PERSONAL.has(document.after(token)?.word.folded ?? '') || possessive && PERSONAL.has(tokens[token.index + 2]?.word.folded ?? '')) return false;
  if (possessive && resumed(scene, token)) return true;
  const near = recent.some((m) => m.index >= first && m.index < token.index);
  const earlier = recent.some((m) => m.index < first);
  // The subject: determiner, up to three words, a body, or a country's or acronym's bare name.
  let subject: Token | undefined;
  for (let k = token.index - 1; k >= first && token.index - k < 14; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word') continue;
    const body = BODIES.has(t.word.base) && !t.text.includes('’s') && !t.text.includes("'s");
    const acronym = t.word.shape === 'upper' && t.text.length >= 3 && tokens[k - 1]?.word.folded === 'the';
    const country = (COUNTRIES.has(t.word.folded) || CAPITALS.has(t.word.folded)) && t.word.shape === 'capital' && (k === first || /^(?:,|that)$/.test(tokens[k - 1]!.text));
    if (!body && !acronym && !country) continue;
    const after = tokens[k + 1];
    if (!after || after.sentence !== token.sentence) return false;
    subject = t;
    if ((folded === 'his' || folded === 'her') && after.text === ',' && tokens[k + 2]?.word.folded === 'which' && token.index - k <= 6) break;
    // It must be the subject itself, not "the spokesman of the company".
    let start = k;
    while (start > first && k - start < 4 && tokens[start - 1]!.kind === 'word' && !/^(?:the|a|an|its|this|our)$/.test(tokens[start]!.word.folded) && !FUNCTION_WORDS.has(tokens[start - 1]!.word.folded)) start--;
    if (start > first && /^(?:the|a|an|this)$/.test(tokens[start - 1]!.word.folded)) start--;
    const lead = tokens[start - 1];
    if (!country && start > first && !(lead && (/^(?:,|“|"|—|–|and|but|that|because|while|after|when)$/.test(lead.text.toLowerCase())))) return false;
    break;
  }
  if (!subject) return false;
  const verb = tokens[subject.index + 1]!;
  if (possessive) {
    if (near) return false;
    // "which had promised her support"
    const which = verb.text === ',' && /^(?:which|whose)$/.test(tokens[subject.index + 2]?.word.folded ?? '');
    const distance = token.index - subject.index;
    if (!which && (verb.kind !== 'word' || FUNCTION_WORDS.has(verb.word.folded) && !/^(?:has|had|have|is|was|will|would|can|could|must|should|may|and)$/.test(verb.word.folded))) return false;
    if (folded === 'her' && (!document.after(token) || document.after(token)!.kind !== 'word' || FUNCTION_WORDS.has(document.after(token)!.word.folded))) return false;
    if (/^(?:ship|vessel|country)$/.test(subject.word.folded)) return false;
    flag('thing', token, 'its', which && distance <= 6 ? 0.75 : !earlier ? (distance <= 8 ? 0.72 : 0.5) : 0.3, 'The word it stands for is a thing.');
    return true;
  }
  // Right behind the reporting verb.
  const gap = tokens[token.index - 1]!;
  let said = gap.word.folded === 'that' ? tokens[token.index - 2] : gap;
  // "said on Friday that he"
  if (said && gap.word.folded === 'that' && DAYS.has(said.word.folded)) said = tokens[said.index - (tokens[said.index - 1]?.word.folded === 'on' ? 2 : 1)];
  if (!said || !REPORTS.has(said.word.folded)) return false;
  if (said.index - subject.index > (CAPITALS.has(subject.word.folded) ? 2 : 4)) return false;
  flag('thing', token, NEUTER[folded]!, near ? 0.3 : earlier ? 0.3 : 0.72, 'The word it stands for is a thing.', folded === 'he' || folded === 'she' ? ['they'] : []);
  return true;
}

/** What teams have. */
const PLAYED = /^(?:season|seasons|match|matches|game|games|streak|tournament|opener|league|unbeaten|winning|squad|opponents?|rivals?|home|victory|win|defeat|loss|lead|campaign)$/;

/** The body of people, country or firm that is the subject of the clause beginning at token `k`, as far as its last token. */
export function bodyAt(scene: Scene, k: number, team = false): Token | undefined {
  const {document, tokens, everyone} = scene;
  const first = tokens[k];
  if (first?.kind !== 'word') return undefined;
  const {sentence} = first;
  if (/^(?:the|its|this|a|an|our)$/.test(first.word.folded)) {
    for (let n = k + 1; n <= k + 4; n++) {
      const t = tokens[n];
      if (t?.kind !== 'word' || t.sentence !== sentence || FUNCTION_WORDS.has(t.word.folded) || t.text.includes('’') || t.text.includes("'")) return undefined;
      const next = tokens[n + 1];
      const ends = !next || next.sentence !== sentence || next.kind !== 'word' || !next.spaced || FUNCTION_WORDS.has(next.word.folded) || next.word.shape === 'lower' && !BODIES.has(next.word.base) && (posOf(document, next) === 'VERB' || posOf(document, next) === 'ADV');
      if (BODIES.has(t.word.base) || t.word.shape === 'upper' && t.text.length > 2) {
        if (ends) return t;
        // "the company Ikea", "the Ministry Of Health"
        if (next && next.word.shape === 'capital' && BODIES.has(t.word.base) && t.word.shape === 'lower') return next;
      } else if (ends) return COUNTRIES.has(t.word.folded) || /^(?:Union|States|Kingdom|Nations|Court|Street|House|Office|Front|Rally|Greens|Republicans|Democrats|Guard|Congress|Duma|Bundestag|Reichstag|Knesset)$/.test(t.text) ? t : undefined;
    }
    return undefined;
  }
  const next = tokens[k + 1];
  if (/^(?:Congress|Parliament)$/.test(first.text)) return first;
  if (first.word.shape === 'capital' && (COUNTRIES.has(first.word.folded) || CAPITALS.has(first.word.folded) || FIRMS.has(first.word.base))) return next?.word.shape === 'capital' && next.spaced ? undefined : first;
  // "Memphis opened his season": a team by the name of its town
  if (team && first.word.shape === 'capital' && first.word.entry.flags & Flag.Place && !(first.word.entry.flags & Flag.Lower) && everyone.genderOf(first.word.base) === undefined) {
    let last = first;
    for (let n = k + 1; n < k + 3 && tokens[n]?.kind === 'word' && tokens[n]!.sentence === sentence && tokens[n]!.word.shape === 'capital' && tokens[n]!.spaced; n++) last = tokens[n]!;
    return FIRST_NAMES.has(first.word.base) && last !== first ? undefined : last;
  }
  // "UEFA announced", "VW wants"
  if (first.word.shape === 'upper' && first.text.length >= 2 && first.text.length <= 7 && first.text !== 'US' && next?.word.shape === 'lower' && everyone.genderOf(first.word.base) === undefined) return first;
  return undefined;
}

/**
 * He, she, his or her in a sentence whose subject is a body of people, a country or a firm, and that names nobody:
 * "London, which took part in the operation, said that he had used planes", "Berlin, for his part".
 */
export function subjectThing(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, quoted, flag} = scene;
  const {folded} = token.word;
  if (folded === 'him' || folded === 'himself' || folded === 'herself') return false;
  const {first} = sentences[token.sentence]!;
  if (token.index === first || token.index - first > 40) return false;
  const possessive = folded === 'his' || folded === 'her';
  const next = document.after(token);
  if (possessive && (next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) || next.word.shape !== 'lower' || PERSONAL.has(next.word.folded) || KIN.has(next.word.folded) || PERSONAL.has(tokens[token.index + 2]?.word.folded ?? ''))) return false;
  let k = first;
  if (/^(?:in|on|at|after|during|for|with|by|according|since|before|last|yesterday|today|meanwhile|however)$/.test(tokens[k]!.word.folded)) {
    while (k < token.index && k < first + 10 && tokens[k]!.text !== ',' && !(k > first && DAYS.has(tokens[k]!.word.folded) && tokens[k + 1]?.word.folded === 'the')) k++;
    k++;
  } else if (/^(?:but|and|also)$/.test(tokens[k]!.word.folded)) k++;
  // Behind a dateline the sentence begins anew.
  if (tokens[first]!.word.shape === 'upper') for (let n = first + 1; n < first + 5; n++) if (/^[—–]$/.test(tokens[n]?.text ?? '')) k = n + 1;
  if (k >= token.index) return false;
  const team = folded === 'his' && [1, 2, 3].some((n) => tokens[token.index + n]?.sentence === token.sentence && PLAYED.test(tokens[token.index + n]!.word.folded));
  const body = bodyAt(scene, k, team);
  if (!body || body.index >= token.index) return false;
  const verb = tokens[body.index + 1];
  if (verb?.kind === 'word' && PREPOSITIONS_NOT.has(verb.word.folded)) return false;
  const people = mentions.slice(scene.from).filter((m) => m.index < token.index && !/^(?:who|whom)$/.test(tokens[m.index]!.word.folded));
  if (people.some((m) => m.index >= first)) return false;
  for (let n = body.index + 1; n < token.index; n++) {
    const t = tokens[n]!;
    const w = t.word.folded;
    if (quoted[n] || /^(?:i|someone|anyone|everyone|nobody|whoever|one)$/.test(w)) return false;
    if (unknownName(scene, t)) return false;
    if (AGENT.test(w) && !NO_AGENT.has(w) && t.word.shape === 'lower' && !/s$/.test(w) && /^(?:a|an|the|this|one|another|its)$/.test(tokens[n - 1]?.word.folded ?? '')) return false;
  }
  const back = sentences[Math.max(0, token.sentence - 1)]!.first;
  const other: Gender = folded === 'he' || folded === 'his' ? 'f' : 'm';
  const theirs = possessive && saidOf().bodies.has(next!.word.folded);
  const justNow = people.some((m) => m.index >= back && (possessive && !theirs || m.gender !== other));
  const part = folded === 'his' && next?.word.folded === 'part' && tokens[token.index - 1]?.word.folded === 'for';
  if (justNow && !possessive && !part) return false;
  // "she" of a ship or a country is English, if rare.
  if (/^(?:ship|vessel)$/.test(body.word.folded) && (folded === 'she' || folded === 'her')) return false;
  flag('thing', token, possessive ? 'its' : 'it', part ? 0.7 : justNow ? (theirs ? 0.45 : 0.3) : people.length ? 0.45 : 0.6, 'The word it stands for is a thing.', possessive ? [] : ['they']);
  return true;
}

/** "to Russia when he celebrates the anniversary", "the Green Party, which says that he": the country or body right before the clause. */
export function country(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {folded} = token.word;
  if (folded !== 'he' && folded !== 'she') return false;
  const {first} = sentences[token.sentence]!;
  const joint = tokens[token.index - 1];
  if (!joint || joint.index <= first + 1) return false;
  const place = tokens[joint.index - 1]!;
  if (JOINS.test(joint.word.folded)) {
    if (place.kind !== 'word' || !(place.word.shape === 'capital' && (COUNTRIES.has(place.word.folded) || CAPITALS.has(place.word.folded)) || /^(?:country|kingdom|republic|nation|state|region)$/.test(place.word.folded))) return false;
    let at = token.index + 1;
    if (/^(?:is|was|has|had|also|will|still)$/.test(wordAt(document, at, token.sentence) ?? '')) at++;
    const verb = tokens[at];
    if (verb?.kind !== 'word' || verb.sentence !== token.sentence) return false;
    const w = verb.word.folded;
    const base = baseOfThird(w) ?? baseOfPast(w) ?? baseOfIng(w) ?? w;
    if (!STATE_ACTS.test(base)) {
      if (!STATE_VERBS.test(base)) return false;
      let found = false;
      for (let k = at + 1; k < at + 9; k++) {
        const object = wordAt(document, k, token.sentence);
        if (object === undefined || /^(?:his|her|him|birthday|that|who|which|to|and)$/.test(object) && object !== 'to') break;
        if (OF_STATES.has(object)) found = true;
      }
      if (!found) return false;
      // Whom else the sentence names may have won as well.
      if (!/^(?:celebrate|suffer)$/.test(base) && (mentions.slice(scene.from).some((m) => m.index >= first && m.index < token.index) || !FUNCTION_WORDS.has(tokens[first]!.word.folded) && posOf(document, tokens[first]!) === 'PROPN' && !COUNTRIES.has(tokens[first]!.word.folded))) return false;
    }
    flag('thing', token, 'it', 0.5, 'The country is spoken of.', ['the country']);
    return true;
  }
  // "the Party, which says that he was elected"
  const said = joint.word.folded === 'that' ? place : joint;
  const which = tokens[said.index - 1];
  const comma = tokens[said.index - 2];
  const body = tokens[said.index - 3];
  if (which?.word.folded !== 'which' || comma?.text !== ',' || body?.kind !== 'word' || body.index < first || !REPORTS.has(said.word.folded) || !BODIES.has(body.word.base)) return false;
  const people = mentions.slice(scene.from).filter((m) => m.index < token.index && tokens[m.index]!.sentence >= token.sentence - 1);
  flag('thing', token, 'it', people.some((m) => m.index >= first) ? 0.3 : people.length ? 0.42 : 0.6, 'The word it stands for is a thing.');
  return true;
}

/** "said that it would cut jobs after losing one of his customers" */
export function resumed(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  if (token.word.folded === 'her' && document.after(token)?.kind !== 'word') return false;
  const {first} = sentences[token.sentence]!;
  for (let k = token.index - 1; k > first && token.index - k < 16; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word' && t.kind !== 'number') return false;
    if (t.word.shape === 'capital' || mentions.at(-1) && mentions.at(-1)!.index >= k) return false;
    if (t.word.folded !== 'it') continue;
    if (!/^(?:that|but|because|and)$/.test(tokens[k - 1]!.word.folded) || !/^(?:would|will|had|has|could)$/.test(tokens[k + 1]!.word.folded) || /^(?:been|be)$/.test(tokens[k + 2]!.word.folded)) return false;
    for (let n = first; n < k; n++) if (/^(?:he|she|his|who|man|woman)$/.test(tokens[n]!.word.folded)) return false;
    flag('thing', token, 'its', 0.55, 'The word it stands for is a thing.');
    return true;
  }
  return false;
}

/** "In his ruling, the court": what is named behind its pronoun. */
export function cataphoric(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {folded} = token.word;
  const {first} = sentences[token.sentence]!;
  if (folded !== 'his' && folded !== 'her' || token.index > first + 1 || token.index === first || !/^(?:in|with|on|at|by|after|during|despite|for|from|under|since|before)$/.test(tokens[first]!.word.folded)) return false;
  if (PERSONAL.has(document.after(token)?.word.folded ?? '') || PERSONAL.has(tokens[token.index + 2]?.word.folded ?? '')) return false;
  let comma = token.index + 2;
  while (comma < token.index + 9 && tokens[comma]?.sentence === token.sentence && tokens[comma]!.kind === 'word') comma++;
  if (tokens[comma]?.text !== ',' || !bodyAt(scene, comma + 1)) return false;
  const back = sentences[token.sentence - 1];
  const near = back !== undefined && mentions.some((m) => m.index >= back.first && m.index < first);
  flag('thing', token, 'its', near ? 0.4 : 0.68, 'The word it stands for is a thing.');
  return true;
}

/** He, she, his, her where three sentences name no one: "The agency spoke of a bitter pill. She urged the government to act." */
export function nobody(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {folded} = token.word;
  if (token.sentence === 0 || folded === 'him' || folded === 'himself' || folded === 'herself') return false;
  const start = sentences[Math.max(0, token.sentence - 3)]!.first;
  if (mentions.some((m) => m.index >= start && m.index < token.index)) return false;
  for (let n = token.sentence; n >= 0 && sentences[n]!.first >= start; n--) {
    const opening = tokens[sentences[n]!.first]!;
    // "Musk bought it": a name that is a word, too.
    if (opening.index < token.index && opening.word.shape === 'capital' && !FUNCTION_WORDS.has(opening.word.folded) && (opening.word.isName || posOf(document, opening) === 'PROPN') && !COUNTRIES.has(opening.word.folded) && !CAPITALS.has(opening.word.folded) && !FIRMS.has(opening.word.base) && posOf(document, tokens[opening.index + 1] ?? opening) === 'VERB') return false;
  }
  for (let k = start; k < token.index; k++) if (unknownName(scene, tokens[k]!) || /^(?:i|me|my|who|whose|someone|anyone|everyone|nobody|he|she|him|himself|herself|his|her|hers)$/.test(tokens[k]!.word.folded) || AGENT.test(tokens[k]!.word.folded) && !NO_AGENT.has(tokens[k]!.word.folded) && [tokens[k - 1], tokens[k - 2]].some((t) => /^(?:a|an|the|this|one|another)$/.test(t?.word.folded ?? ''))) return false;
  const {first} = sentences[token.sentence]!;
  const back = sentences[token.sentence - 1]!;
  if (folded === 'he' || folded === 'she') {
    const opens = token.index === first || token.index === first + 1 && /^(?:instead|however|but|and|then|also|later|meanwhile|yesterday|today|moreover|in)$/.test(tokens[first]!.word.folded) || token.index === first + 2 && tokens[first + 1]!.text === ',';
    if (!opens) return false;
    const subject = subjectOf(scene, back.first, back.last);
    if (!subject) return false;
    flag('thing', token, subject.many ? 'they' : 'it', subject.body ? 0.5 : 0.36, 'The sentence before speaks of a thing.', subject.many ? [] : ['they']);
    return true;
  }
  const next = document.after(token);
  if (next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) || PERSONAL.has(next.word.folded) || next.word.shape !== 'lower') return false;
  const subject = subjectOf(scene, first, token.index - 1);
  if (!subject) return false;
  flag('thing', token, subject.many ? 'their' : 'its', subject.body ? 0.5 : 0.36, 'Nobody is named whose it could be.', [subject.many ? 'its' : 'their']);
  return true;
}

/** "The bridge was closed, and she will not be opened", "We waited for the bus, but he did not come": a clause of a sentence that names nobody. */
export function clauseThing(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, quoted, flag} = scene;
  const {folded} = token.word;
  if (folded !== 'he' && folded !== 'she' || quoted[token.index] && folded === 'she') return false;
  const {first} = sentences[token.sentence]!;
  const joint = tokens[token.index - 1];
  if (!joint || joint.index <= first + 2) return false;
  const comma = tokens[joint.index - 1]!;
  if (!(joint.text === ';' || /^(?:but|and|because|so|yet)$/.test(joint.word.folded) && comma.text === ',' || /^(?:until|because|where)$/.test(joint.word.folded))) return false;
  // The clause goes back to a quotation mark, if one stands in between.
  let open = joint.index;
  while (open > first && Boolean(quoted[open - 1]) === Boolean(quoted[token.index]) && !/^[“”"]$/.test(tokens[open - 1]!.text)) open--;
  let noun: Token | undefined;
  for (let k = open; k < joint.index; k++) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (unknownName(scene, t) && !document.opensSentence(t) || /^(?:who|whose|someone|anyone|everyone|nobody|one|he|she|him|her|his|hers|him|himself|herself|you)$/.test(w) || AGENT.test(w) && !NO_AGENT.has(w)) return false;
    if (t.kind === 'word' && t.word.shape === 'capital' && k > open && !COUNTRIES.has(w) && !DAYS.has(w) && !MONTHS.has(w) && !CAPITALS.has(w)) return false;
    if (/^(?:the|a|an|this|our|its|no|another)$/.test(w)) {
      let n = k + 1;
      while (n < joint.index && n < k + 5 && tokens[n]!.kind === 'word' && !endsPhrase(tokens[n + 1], t.sentence) && posOf(document, tokens[n + 1]!) !== 'VERB') n++;
      if (tokens[n]!.kind === 'word' && countNoun(tokens[n]!) && posOf(document, tokens[n]!) === 'NOUN') noun ??= tokens[n];
    }
  }
  if (!noun || BODIES.has(noun.word.base) && /^(?:ship|vessel|country)$/.test(noun.word.base)) return false;
  const near = mentions.slice(scene.from).filter((m) => m.index < token.index);
  if (near.some((m) => m.index >= open)) return false;
  const back = sentences[Math.max(0, token.sentence - 1)]!.first;
  const own: Gender = folded === 'he' ? 'm' : 'f';
  const justNow = near.some((m) => m.index >= back && (m.gender === own || m.gender === '?'));
  if (justNow) return false;
  flag('thing', token, 'it', near.some((m) => m.gender !== (own === 'm' ? 'f' : 'm')) ? 0.42 : 0.58, 'The sentence names nobody; it speaks of a thing.');
  return true;
}

/** "The players thanked his coach": of several in the same clause. */
export function ofSeveral(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {folded} = token.word;
  const next = document.after(token);
  if (folded !== 'his' && folded !== 'her' || next?.kind !== 'word' || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded)) return false;
  const {first} = sentences[token.sentence]!;
  const near = mentions.slice(scene.from).filter((m) => m.index < token.index);
  if (token.index - first > 12 || near.some((m) => m.index >= first && !pluralNoun(tokens[m.index]!))) return false;
  const subject = subjectOf(scene, first, token.index - 1);
  if (!subject?.many) return false;
  for (let k = first; k < token.index; k++) if (tokens[k]!.text === ',' || unknownName(scene, tokens[k]!) || /^(?:who|that|which|of|by|with|for|from|about|against|to|at|him|her|when|after)$/.test(tokens[k]!.word.folded) && k > first) return false;
  const back = sentences[Math.max(0, token.sentence - 1)]!.first;
  flag('several', token, 'their', near.some((m) => m.index >= back) ? 0.3 : 0.52, 'More than one is spoken of.');
  return true;
}

/** Whether a capital inside a sentence may begin the name of a person whom no list knows. */
export function unknownName(scene: Scene, token: Token): boolean {
  const {document} = scene;
  if (token.kind !== 'word' || token.word.shape !== 'capital' || document.opensSentence(token)) return false;
  const {folded, entry, base} = token.word;
  if (DAYS.has(folded) || MONTHS.has(folded) || COUNTRIES.has(base) || CAPITALS.has(base) || BODIES.has(base) || entry.flags & (Flag.Place | Flag.Proper) && !(entry.flags & Flag.Person)) return false;
  return !(token.word.english && !token.word.isName);
}

/** What a clause between two tokens speaks of, by how it begins: a thing or a body of people, one or many. */
export function subjectOf(scene: Scene, from: number, to: number): {body: boolean; many: boolean} | undefined {
  const {document, tokens} = scene;
  let k = from;
  if (/^(?:in|on|at|after|during|for|with|by|according|since)$/.test(tokens[k]!.word.folded)) {
    while (k < to && k < from + 10 && tokens[k]!.text !== ',') k++;
    k++;
  }
  const first = tokens[k];
  if (!first || k > to || !/^(?:the|this|a|an|its|that|these|those|their)$/.test(first.word.folded)) return undefined;
  for (let n = k + 1; n <= Math.min(to, k + 5); n++) {
    const t = tokens[n]!;
    if (t.kind !== 'word') return undefined;
    const end = endsPhrase(tokens[n + 1], t.sentence) || /^(?:VERB|AUX)$/.test(posOf(document, tokens[n + 1] ?? t) ?? '');
    if (!end) continue;
    const body = BODIES.has(t.word.base);
    const many = pluralNoun(t) !== undefined;
    return body || many || countNoun(t) || saidOf().nouns.has(t.word.folded) || t.word.shape === 'upper' ? {body, many} : undefined;
  }
  return undefined;
}

/** How sure it is that what the sentence before speaks of, a thing or a body of people, goes on at a token: 0 if somebody else may be meant. */
export function goesOn(scene: Scene, token: Token): number {
  const {tokens, sentences, mentions, quoted} = scene;
  const {first, segment} = sentences[token.sentence]!;
  const own: Gender = /^(?:he|his|him)$/.test(token.word.folded) ? 'm' : 'f';
  const back = sentences[token.sentence - 1];
  const opens = token.index - first <= 2 && back !== undefined && back.segment === segment;
  const from = opens ? back.first : first;
  const subject = subjectOf(scene, from, token.index - 1);
  const body = bodyAt(scene, from);
  if (!subject && !body || subject?.many || tokens[from]!.sentence === token.sentence && token.index - from < 3) return 0;
  const people = mentions.slice(scene.from).filter((m) => m.index >= from && m.index < token.index);
  if (people.some((m) => (m.gender === own || m.gender === '?') && !attributed(scene, m.index))) return 0;
  for (let k = from; k < token.index; k++) {
    const {word} = tokens[k]!;
    const before = tokens[k - 1]?.word.folded ?? '';
    if (unknownName(scene, tokens[k]!) && !/^(?:in|at|near)$/.test(before) && !attributed(scene, k) || quoted[k] || /^(?:who|whose|someone|anyone|everyone|nobody)$/.test(word.folded)) return 0;
    if (AGENT.test(word.folded) && !NO_AGENT.has(word.folded) && !BODIES.has(word.base) && !attributed(scene, k) && [before, tokens[k - 2]?.word.folded ?? ''].some((w) => /^(?:a|an|the|this|one|another|its)$/.test(w))) return 0;
  }
  return body ? 0.5 : 0.42;
}

/** Whether somebody is named only as who says it: ", said the minister", "according to Anna Nowak", ", Paul Roux said". */
function attributed({tokens}: Scene, index: number): boolean {
  const {sentence} = tokens[index]!;
  for (let k = index - 1; k > index - 6 && tokens[k]?.sentence === sentence; k--) {
    if (/^(?:[,”"])$/.test(tokens[k]!.text)) {
      let end = index + 1;
      while (tokens[end]?.sentence === sentence && tokens[end]!.word.shape === 'capital') end++;
      return REPORTS.has(tokens[end]?.word.folded ?? '') && !/^(?:that|it)$/.test(tokens[end + 1]?.word.folded ?? '') || REPORTS.has(tokens[k + 1]!.word.folded) || tokens[k + 1]!.word.folded === 'according';
    }
  }
  return false;
}

/** "Her economy shrank", behind a sentence about a country: what only countries and bodies have. */
export function ofBody(scene: Scene, token: Token): boolean {
  const {document, flag} = scene;
  const {folded} = token.word;
  const noun = document.after(token);
  if (folded !== 'his' && folded !== 'her' || noun?.kind !== 'word' || !saidOf().bodies.has(noun.word.folded)) return false;
  const confidence = goesOn(scene, token);
  if (!confidence) return false;
  flag('thing', token, 'its', confidence, 'The word it stands for is a thing.');
  return true;
}
