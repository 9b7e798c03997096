/** People by name, title and kinship: who is spoken of, and the wrong one of he and she for them. */
import type {Token} from '../../src/document/token.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import {Flag} from '../../src/lexicon/lexicon.ts';
import {countNoun} from '../../src/evidence/noun-phrase.ts';
import type {Gender, Mention} from '../../src/evidence/people.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {saidOf} from './said-of.ts';
import {firstNameOf, type Scene, type Found} from './scene.ts';
import {BODIES, COUNTRIES, FEMALE, FEMININE, FIRMS, FOR_WOMEN, genderOfLone, HUMANS, KIN, MALE, MASCULINE, REPORTS, TITLES, TO_PERSONS, WORN} from './words.ts';

export function name(scene: Scene, token: Token): void {
  const {document, tokens, mentions, everyone, mention, held} = scene;
  const {index} = token;
  const next = document.after(token);
  const {base, entry} = token.word;
  // "Health Minister Wes Streeting", "the White House": no first name.
  if (next?.kind === 'word' && TITLES.test(base) && next.word.shape === 'capital' && next.spaced) titled(scene, next.index);
  if (next?.kind === 'word' && (HUMANS.has(base) && next.word.shape === 'capital' || next.text === 'House' || BODIES.has(next.word.base) && !firstNameOf(token.word))) return;
  const met = base.length > 1 ? everyone.genderOf(base) : undefined;
  if (met !== undefined) {
    mention(index, met);
    return;
  }
  // "Anne-Sophie Le Lay"
  if (next?.text === '-' && !next.spaced && tokens[index + 2]?.word.shape === 'capital' && !tokens[index + 2]!.spaced && tokens[index + 3]?.word.shape === 'capital' && tokens[index + 3]!.spaced && tokens[index + 3]!.sentence === token.sentence) {
    const gender = firstNameOf(token.word);
    if (gender && firstNameOf(tokens[index + 2]!.word) === gender) {
      let last = tokens[index + 3]!;
      while (tokens[last.index + 1]?.kind === 'word' && tokens[last.index + 1]!.word.shape === 'capital' && tokens[last.index + 1]!.spaced && tokens[last.index + 1]!.sentence === token.sentence) last = tokens[last.index + 1]!;
      everyone.name(last.word.base, gender);
      const title = mentions.at(-1);
      if (title?.gender === '?' && tokens[title.index]!.sentence === token.sentence && index - title.index <= 2) held(tokens[mentions.pop()!.index]!.word.base, gender);
      mention(index, gender);
      return;
    }
  }
  // "The Italian Elisa Longo", "Opposition Leader Anna Nowak": the first name comes next.
  if (next?.kind === 'word' && next.word.shape === 'capital' && next.spaced && !firstNameOf(token.word) && firstNameOf(next.word) && tokens[index + 2]?.kind === 'word' && tokens[index + 2]!.word.shape === 'capital' && tokens[index + 2]!.spaced && !(entry.flags & Flag.Person && !(entry.flags & (Flag.Place | Flag.Proper)))) return;
  const before = document.before(token);
  if (before?.kind === 'word' && /^(?:mr|mrs|ms|miss|madame|monsieur|lady|lord|sir|sister|brother|king|queen|prince|princess|pope)$/.test(before.word.folded.replace('.', '')) && before.word.shape === 'capital') {
    const gender = MALE.has(before.word.folded) || /^(?:monsieur|lord|sir|brother|king|prince|pope)$/.test(before.word.folded) ? 'm' : 'f';
    everyone.name(base, gender);
    mention(index, gender);
    return;
  }
  if (next?.kind !== 'word' || (next.word.shape !== 'capital' && next.word.shape !== 'mixed') || !next.spaced || FUNCTION_WORDS.has(next.word.folded)) {
    // "Joko Widodo (Jokowi)": another name of the one before.
    const last = mentions.at(-1);
    if (before?.text === '(' && next?.text === ')' && last && index - last.index <= 6 && last.gender !== '?' && tokens[last.index]!.sentence === token.sentence && !(entry.flags & Flag.Place)) {
      everyone.name(base, last.gender);
      return;
    }
    const gender = token.word.shape === 'mixed' ? undefined : genderOfLone(token.word.plain);
    if (gender) {
      everyone.name(base, gender);
      mention(index, gender);
      return;
    }
    // A lone name of a person may be anyone.
    if (entry.flags & Flag.Person && !(entry.flags & (Flag.Place | Flag.Proper))) mention(index, '?');
    return;
  }
  const gender = firstNameOf(token.word);
  const street = tokens[index + 2]?.text;
  let last = next;
  for (let k = index + 2; k < index + 5 && tokens[k]?.kind === 'word' && tokens[k]!.sentence === token.sentence && tokens[k]!.word.shape === 'capital' && tokens[k]!.spaced; k++) last = tokens[k]!;
  if (gender && base === token.word.folded && !(next.word.entry.flags & Flag.Lower && next.word.english && BODIES.has(next.word.folded)) && !/^(?:Street|Avenue|University|Prize|Airport|Stadium|Museum|Institute)$/.test(last.text) && street !== '&') {
    let final: Gender = gender;
    // "Zhao Minghui, a 34-year-old mother of two"
    for (let k = last.index + 1; k < last.index + 9 && tokens[k]?.sentence === token.sentence; k++) {
      if (tokens[k]!.text === '.') break;
      if (/^(?:s?he|him|her|his|h(?:im|er)self)$/.test(tokens[k]!.word.folded)) continue;
      // "Anna Nowak came with his husband": whose he is, is said of her.
      if (/^(?:his|her)$/.test(tokens[k - 1]!.word.folded)) continue;
      if (FEMALE.has(tokens[k]!.word.folded) && gender === 'm' || MALE.has(tokens[k]!.word.folded) && gender === 'f') final = '?';
    }
    everyone.name(base, final);
    everyone.name(last.word.base, final);
    // "the mayor Anna Nowak", "the mayor of the district, Gita Adhikari" are one person.
    const title = mentions.at(-1);
    if (title && title.gender === '?' && tokens[title.index]!.sentence === token.sentence && (index - title.index === 1 || tokens[index - 1]!.text === ',' && [tokens[title.index - 1], tokens[title.index - 2]].some((t) => /^(?:the|a|an|its|his|her|their)$/.test(t?.word.folded ?? '')) && (index - title.index === 2 || index - title.index < 8 && tokens[title.index + 1]!.word.folded === 'of'))) held(tokens[mentions.pop()!.index]!.word.base, final);
    mention(index, final);
  } else if (entry.flags & Flag.Person || next.word.entry.flags & Flag.Person) {
    let final: Gender = '?';
    if (tokens[last.index + 1]?.text === ',' && /^(?:a|an|the)$/.test(tokens[last.index + 2]?.word.folded ?? '')) for (let k = last.index + 3; k < last.index + 9 && tokens[k]?.sentence === token.sentence && tokens[k]!.text !== ','; k++) {
      const w = tokens[k]!.word.folded;
      if (/^(?:mother|actress|grandmother|widow|spokeswoman|businesswoman|woman)$/.test(w)) final = 'f';
      else if (/^(?:father|actor|grandfather|widower|spokesman|businessman|man|fisherman)$/.test(w)) final = 'm';
      else if (/^(?:of|who|whose|from)$/.test(w)) break;
    }
    everyone.name(last.word.base, final);
    everyone.name(base, final);
    mention(index, final);
  }
}

/** "President Xi Jinping": each part may stand alone for the person later. */
export function titled(scene: Scene, i: number): void {
  const {tokens, everyone} = scene;
  const part = tokens[i]!;
  const last = tokens[i + 1];
  if (firstNameOf(part.word) || last?.kind !== 'word' || last.word.shape !== 'capital' || !last.spaced || last.sentence !== part.sentence || tokens[i + 2]?.word.shape === 'capital') return;
  for (const t of [part, last]) if (everyone.genderOf(t.word.base) === undefined && t.word.base.length > 1 && !COUNTRIES.has(t.word.base)) everyone.name(t.word.base, '?');
}

/** He for a woman, his for a woman's. */
export function person(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, everyone, quoted, flag} = scene;
  const {folded} = token.word;
  const own: Gender = folded in FEMININE ? 'm' : 'f';
  const other: Gender = own === 'm' ? 'f' : 'm';
  const {first} = sentences[token.sentence]!;
  const window = mentions.slice(scene.from).filter((m) => m.index < token.index && m.index >= (sentences[Math.max(0, token.sentence - 2)]?.first ?? 0));
  // Behind a quotation the speaker is meant, nobody of whom he speaks.
  const speaker = /^[”"]$/.test(tokens[token.index - 1]?.text ?? '') && REPORTS.has(document.after(token)?.word.folded ?? '');
  const people = window.filter((m) => !m.pronoun && !(speaker && quoted[m.index]));
  const here = people.filter((m) => m.index >= first);
  const pool = here.length ? here : people;
  if (!pool.length) return false;
  const last = pool.at(-1)!;
  const close = last.gender === other && (tokens[last.index]!.word.shape !== 'lower' || /^(?:mother|father|grandmother|grandfather|actress|widow)$/.test(tokens[last.index]!.word.folded));
  const next = document.after(token);
  const spouse = close && next !== undefined && (folded === 'her' && next.word.folded === 'wife' || folded === 'his' && next.word.folded === 'husband');
  // "the watchman Gennaro Mennella, said she"; "said Zhao Minghui, a mother of two. He predicted"
  const bound = close && (here.length ? token.index - last.index <= 4 && REPORTS.has(document.before(token)?.word.folded ?? '') : token.index === first && tokens[last.index]!.sentence === token.sentence - 1 && /^(?:mother|father)$/.test(tokens[last.index]!.word.folded));
  // In its own sentence a woman by name is nearer than a man of the sentence before.
  const rivals = window.some((m) => m.gender === own);
  const first5 = here.length > 0 && here.every((m) => m.gender === other) && here[0]!.index - first <= 8 && tokens[here[0]!.index]!.word.shape !== 'lower';
  if (rivals && !(bound && here.length && !here.some((m) => m.gender === own)) && !(first5 && !window.some((m) => m.index >= first && m.gender === own))) return false;
  if (!spouse && !bound && pool.some((m) => m.gender !== other)) return false;
  const named = pool.some((m) => m.gender === other && (tokens[m.index]!.word.shape !== 'lower' || HUMANS.has(tokens[m.index]!.word.base)));
  if (!named && !/^(?:woman|man|girl|boy|actress|mother|father|spokeswoman|spokesman|grandmother|widow)$/.test(tokens[pool.at(-1)!.index]!.word.folded)) return false;
  // A pronoun of the other gender in the same window agrees with the person: then this one means someone else or is wrong.
  const strangers = everyone.hasSeen(own);
  const unknown = window.some((m) => m.gender === '?');
  let to = (own === 'm' ? FEMININE : MASCULINE)[folded]!;
  if (folded === 'her' && (next?.kind !== 'word' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'own')) to = 'him';
  const confidence = spouse && named ? 0.8 : rivals && !bound ? 0.32 : bound && !strangers ? 0.75 : bound ? 0.45 : !named ? 0.35 : here.length ? (strangers || unknown ? 0.4 : 0.72) : strangers || unknown ? 0.3 : 0.7;
  flag('person', token, to, confidence, own === 'm' ? 'The person spoken of is a woman.' : 'The person spoken of is a man.');
  return true;
}

/** "He was in hospital, according to her wife": whose spouse it is, where nobody else was spoken of. */
export function spouse(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {folded} = token.word;
  const next = document.after(token);
  if (!(folded === 'her' && /^(?:wife|girlfriend)$/.test(next?.word.folded ?? '') || folded === 'his' && /^(?:husband|boyfriend)$/.test(next?.word.folded ?? ''))) return false;
  const own: Gender = folded === 'his' ? 'm' : 'f';
  const back = sentences[Math.max(0, token.sentence - 1)]!.first;
  const near = mentions.slice(scene.from).filter((m) => m.index < token.index && m.index >= back);
  if (near.some((m) => m.gender === own || m.gender === '?' && !m.pronoun && tokens[m.index]!.word.shape !== 'lower') || !near.some((m) => m.gender !== own && m.gender !== '?')) return false;
  flag('person', token, own === 'm' ? 'her' : 'his', 0.72, own === 'm' ? 'The person spoken of is a woman.' : 'The person spoken of is a man.');
  return true;
}

/** "Wes Streeting did not raise it. Instead she promised", "He paid and, according to her lawyer, left": the subject goes on. */
export function continued(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, everyone, flag} = scene;
  const {folded} = token.word;
  const own: Gender = folded in FEMININE ? 'm' : 'f';
  const other: Gender = own === 'm' ? 'f' : 'm';
  const {first} = sentences[token.sentence]!;
  const window = mentions.slice(scene.from).filter((m) => m.index < token.index && tokens[m.index]!.sentence >= token.sentence - 3);
  if (window.some((m) => m.gender === own)) return false;
  if (folded === 'his' || folded === 'her') {
    // A pronoun opens the sentence, and nobody of the other gender is about.
    const next = document.after(token);
    const subject = [tokens[first], tokens[first + 1]].find((t) => t && t.index < token.index && (t.word.folded === 'he' || t.word.folded === 'she'));
    if (!subject || (subject.word.folded === 'he') === (own === 'm') || next?.kind !== 'word' || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'own') return false;
    if (/^(?:wife|husband|mother|girlfriend|boyfriend|mother-in-law)$/.test(next.word.folded) || window.some((m) => m.gender === '?' && m.index > subject.index)) return false;
    flag('person', token, (own === 'm' ? FEMININE : MASCULINE)[folded]!, 0.45, 'The sentence speaks of one person, with two genders.');
    return true;
  }
  if ((folded !== 'he' && folded !== 'she') || token.index > first + 2 || token.sentence === 0) return false;
  if (token.index > first && !/^(?:instead|however|but|and|then|also|later|meanwhile|,)$/.test(tokens[token.index - 1]!.text.toLowerCase())) return false;
  const back = sentences[token.sentence - 1]!;
  const people = window.filter((m) => !m.pronoun && m.index >= back.first && m.index <= back.last && tokens[m.index]!.word.shape !== 'lower');
  const subject = people[0];
  if (!subject || people.some((m) => m.gender === '?' && everyone.genderOf(tokens[m.index]!.word.base) !== other) && subject.gender !== '?') return false;
  if (subject.gender === other && subject.index - back.first <= 4) {
    flag('person', token, own === 'm' ? 'she' : 'he', 0.42, own === 'm' ? 'The person spoken of is a woman.' : 'The person spoken of is a man.');
    return true;
  }
  // A name that no list knows, spoken of as he so far.
  if (subject.gender === '?' && people.every((m) => m.gender === '?') && window.some((m) => m.pronoun && m.gender === other) && !everyone.hasSeen(own) && REPORTS.has(document.after(token)?.word.folded ?? '')) {
    flag('person', token, own === 'm' ? 'she' : 'he', 0.4, 'The person was spoken of with the other pronoun before.');
    return true;
  }
  return false;
}

/** "dedicated his victory to her grandfather": one sentence and one person, with two genders. */
export function twoGenders(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, everyone, quoted, flag} = scene;
  const {folded} = token.word;
  const next = document.after(token);
  if (folded !== 'his' && folded !== 'her' || next?.kind !== 'word' || next.word.shape !== 'lower' || FUNCTION_WORDS.has(next.word.folded) && next.word.folded !== 'own' || /^(?:wife|husband|girlfriend|boyfriend|mother|daughter|sister)$/.test(next.word.folded) && folded === 'her' || /ing$/.test(next.word.folded)) return false;
  const own: Gender = folded === 'his' ? 'm' : 'f';
  const other: Gender = own === 'm' ? 'f' : 'm';
  const {first} = sentences[token.sentence]!;
  const window = mentions.slice(scene.from).filter((m) => m.index < token.index && !(quoted[m.index] && !m.pronoun));
  if (window.some((m) => m.gender === own || m.gender === '?' && m.index >= first)) return false;
  if (!window.some((m) => m.pronoun && m.gender === other && m.index >= first && token.index - m.index < 16)) return false;
  // "to draw her attention to himself": two people.
  for (let k = token.index + 1; k <= sentences[token.sentence]!.last && k < token.index + 10; k++) if (/^(?:him|her)self$/.test(tokens[k]!.word.folded)) return false;
  flag('person', token, own === 'm' ? 'her' : 'his', everyone.hasSeen(own) ? 0.4 : 0.6, 'The sentence speaks of one person, with two genders.');
  return true;
}

/** "…,” said the spokeswoman, Anna Nowak. He added", "said Chen Guangfu. Her wife": who spoke goes on. */
export function speaker(scene: Scene, token: Token): boolean {
  const {document, tokens, sentences, mentions, everyone, quoted, flag} = scene;
  const {folded} = token.word;
  const {first, segment} = sentences[token.sentence]!;
  if (!/^(?:he|she|his|her)$/.test(folded) || token.index !== first || token.sentence === 0) return false;
  const back = sentences[token.sentence - 1]!;
  if (back.segment !== segment || tokens[back.first]!.text !== '“' && tokens[back.first]!.text !== '"' && !quoted[back.first]) return false;
  // The attribution: behind the last quotation mark.
  let open = back.last;
  while (open > back.first && !quoted[open] && !/^[”"]$/.test(tokens[open]!.text)) open--;
  if (open === back.last || !tokens.slice(open + 1, back.last + 1).some((t) => REPORTS.has(t.word.folded))) return false;
  const own: Gender = folded in FEMININE ? 'm' : 'f';
  const other: Gender = own === 'm' ? 'f' : 'm';
  const people = mentions.filter((m) => m.index > open && m.index <= back.last);
  const named = people.filter((m) => !m.pronoun);
  const next = document.after(token);
  if ((folded === 'his' || folded === 'her') && next && /^(?:wife|husband|girlfriend|boyfriend)$/.test(next.word.folded)) {
    if ((next.word.folded === 'wife' || next.word.folded === 'girlfriend') !== (folded === 'her') || named.some((m) => m.gender === own) || !named.length) return false;
    flag('person', token, folded === 'her' ? 'his' : 'her', 0.6, 'Who spoke is spoken of.');
    return true;
  }
  if (folded === 'his' || folded === 'her' || !named.some((m) => m.gender === other) || people.some((m) => m.gender === own) || next?.kind !== 'word') return false;
  // What they do besides: only where nobody else was spoken of, such as the son of a mother who speaks.
  if (!REPORTS.has(next.word.folded) && everyone.hasSeen(own)) return false;
  flag('person', token, own === 'm' ? 'she' : 'he', REPORTS.has(next.word.folded) ? 0.74 : 0.6, own === 'm' ? 'The person who spoke is a woman.' : 'The person who spoke is a man.');
  return true;
}

/** "Coralie Vidal, a salesman", "spokesman Anna Nowak", "best actor for her part" */
export function ofWoman(scene: Scene, token: Token): void {
  const {document, tokens, mentions, flag} = scene;
  const {folded} = token.word;
  if (folded === 'actor') {
    if (tokens[token.index - 1]?.word.folded === 'best' && /^(?:for|in|with)$/.test(tokens[token.index + 1]?.word.folded ?? '') && tokens[token.index + 2]?.word.folded === 'her') flag('person', token, 'actress', 0.6, 'The person spoken of is a woman.');
    return;
  }
  const next = document.after(token);
  const surname = next && tokens[next.index + 1];
  const before = next?.kind === 'word' && next.word.shape === 'capital' && firstNameOf(next.word) === 'f' && surname?.kind === 'word' && surname.word.shape === 'capital' && surname.spaced;
  const last = mentions.slice(-8).filter((m) => m.index < token.index && m.index >= token.index - 6 && tokens[m.index]!.sentence === token.sentence).at(-1);
  const article = tokens[token.index - 1];
  let name = last && tokens[last.index + 1];
  while (name && name.index < token.index && name.kind === 'word' && name.word.shape === 'capital') name = tokens[name.index + 1];
  const behind = last !== undefined && tokens[last.index]!.word.shape === 'capital' && [last.index, last.index - 1].some((k) => k >= 0 && firstNameOf(tokens[k]!.word) === 'f') && /^(?:a|an|the)$/.test(article?.word.folded ?? '') && name?.text === ',' && name.index === token.index - 2;
  if (!before && !behind) return;
  flag('person', token, FOR_WOMEN[folded]!, folded === 'chairman' ? 0.25 : 0.55, 'The person spoken of is a woman.');
}

/** "You" where nobody else speaks to the reader. */
export function spokenTo(scene: Scene, token: Token): Found | undefined {
  const {document, tokens, sentences, mentions, flagged} = scene;
  const {first} = sentences[token.sentence]!;
  const note = 'Nobody else in this text speaks to the reader.';
  if (token.word.folded === 'your') {
    const who = mentions.filter((m) => m.index >= first && m.index < token.index).at(-1);
    return who && flagged('person', token, who.gender === 'f' ? 'her' : 'his', 0.5, note, [who.gender === 'f' ? 'his' : 'her', 'their']);
  }
  if (!/^(?:[,;]|and|because|that)$/.test(tokens[token.index - 1]?.text.toLowerCase() ?? '') || /^(?:can|could|need|have|want|get|might|may|will|would|must|should|are|know|see|do|don't)$/.test(document.after(token)?.word.folded ?? '') || mentions.some((m) => m.index >= first && m.index < token.index)) return undefined;
  return flagged('person', token, 'they', 0.45, note);
}

/** "its wife", "wrapped in its jacket", "showed its original diploma": a person's. */
export function owned(scene: Scene, token: Token): void {
  const {document, tokens, sentences, mentions, flag} = scene;
  const next = document.after(token);
  if (next?.kind !== 'word') return;
  const {first} = sentences[token.sentence]!;
  const here = mentions.slice(scene.from).filter((m) => m.index >= first && m.index < token.index);
  const {alone, belongs} = saidOf().persons;
  const second = !belongs.has(next.word.folded) && !alone.has(next.word.folded) && (/^(?:original|own|old|eldest|youngest|older|younger|false|fake|first|second|former|personal|political|late|private|facial|beloved|defence|defense|right|left)$/.test(next.word.folded) || next.word.shape === 'capital' || posOf(document, next) === 'ADJ') ? tokens[next.index + 1] : undefined;
  const noun = second?.sentence === token.sentence && second.kind === 'word' ? second : next;
  const account = ACCOUNT.test(next.word.folded) && /^(?:account|profile|page|feed|timeline)s?$/.test(tokens[next.index + 1]?.word.folded ?? '');
  const behind = tokens[noun.index + 1];
  // "its sister company"
  if (behind?.kind === 'word' && behind.sentence === token.sentence && (BODIES.has(behind.word.base) || behind.word.shape === 'lower' && posOf(document, behind) === 'NOUN' && !KIN.has(noun.word.folded) && !account || /^(?:site|paper|publication|title|city|species|tribe)$/.test(behind.word.base))) return;
  const his = (found: Mention, confidence: number) => flag('it', token, found.gender === 'f' ? 'her' : 'his', confidence, 'It belongs to a person.', [found.gender === 'f' ? 'his' : 'her']);
  if (KIN.has(noun.word.folded) || WORN.test(noun.word.folded)) {
    if (!here.length || /^(?:child|baby)$/.test(tokens[here.at(-1)!.index]!.word.base)) return;
    const gender = here.at(-1)!.gender;
    flag('it', token, gender === 'f' ? 'her' : 'his', 0.85, 'It belongs to a person.', [gender === 'f' ? 'his' : 'her']);
  } else if ((belongs.has(noun.word.folded) || alone.has(noun.word.folded) || account) && here.length && (/^(?:he|she|man|woman|boy|girl|president|minister|pope|king|queen|singer|actor|actress|striker|driver|chancellor|mayor|writer|author)$/.test(tokens[here.at(-1)!.index]!.word.folded) || tokens[here.at(-1)!.index]!.word.shape !== 'lower' && here.at(-1)!.gender !== '?') && !bodyBetween(scene, here.at(-1)!.index + 1, token.index) && !tokens.slice(first, here.at(-1)!.index).some((t) => (isBody(t) || COUNTRIES.has(t.word.folded)) && !within(scene, t))) {
    const {gender} = here.at(-1)!;
    flag('it', token, gender === 'f' ? 'her' : 'his', 0.4, 'It belongs to a person.');
  } else if (inOffice(scene, token, first)) {
    const gender = here.findLast((m) => m.gender !== '?')?.gender;
    flag('it', token, gender === 'f' ? 'her' : 'his', 0.55, 'It belongs to a person.', [gender === 'f' ? 'his' : 'her']);
  } else if (!here.length && token.index - first < 8 && (alone.has(noun.word.folded) || belongs.has(noun.word.folded) || account)) {
    const subject = subjectBefore(scene, token);
    if (subject && !(alone.has(noun.word.folded) ? bodyBetween(scene, subject.index + 1, token.index) : otherThing(scene, subject.index + 1, token.index))) his(subject, alone.has(noun.word.folded) ? 0.5 : 0.42);
  }
}

const ACCOUNT = /^(?:twitter|facebook|instagram|tiktok|youtube|telegram|weibo|linkedin|truth|social|x)$/;

const OFFICE = /^(?:president|minister|chancellor|premier|secretary|governor|senator|chairman|chairwoman|ambassador|speaker|mayor|pope|judge|lawyer|attorney|prosecutor|spokesman|spokeswoman|spokesperson|director|lawmaker|deputy|lawyer|general|coach|writer|actor|actress|singer|candidate|congressman|congresswoman)$/;

/** Whether a possessive belongs to the object of what somebody in office does: "The judge, Anna Nowak, issued its order", "Justice Minister Anna Nowak has presented its plan". */
function inOffice({document, tokens}: Scene, token: Token, first: number): boolean {
  let at = token.index - 1;
  if (tokens[at]?.kind !== 'word' || posOf(document, tokens[at]!) !== 'VERB' || /ing$/.test(tokens[at]!.word.folded)) return false;
  at--;
  while (at > first && /^(?:has|had|will|would|also|already|then|not|never)$/.test(tokens[at]!.word.folded)) at--;
  const apposed = tokens[at]?.text === ',';
  if (apposed) at--;
  const last = at;
  while (at >= first && tokens[at]!.kind === 'word' && (tokens[at]!.word.shape === 'capital' || tokens[at]!.word.shape === 'mixed') && tokens[at]!.word.base === tokens[at]!.word.folded && !OFFICE.test(tokens[at]!.word.folded)) at--;
  if (last - at < 2 || last - at > 3 || !apposed && !tokens.slice(at + 1, last + 1).some((t) => firstNameOf(t.word) || t.word.entry.flags & Flag.Person)) return false;
  if (apposed && (tokens[at]?.text !== ',' || --at < first)) return false;
  // "the minister of justice, Anna Nowak,"
  const office = apposed && tokens[at - 1]?.word.folded === 'of' ? tokens[at - 2] : tokens[at];
  return office !== undefined && office.index >= first && OFFICE.test(office.word.folded);
}

/** The person who is the subject of the sentence before that of a token: a name, with what stands before it. */
function subjectBefore({document, tokens, sentences, mentions, from}: Scene, token: Token): Mention | undefined {
  const back = sentences[token.sentence - 1];
  if (!back || back.segment !== sentences[token.sentence]!.segment) return undefined;
  let k = back.first;
  // "In May, Anna Nowak"
  if (/^(?:in|on|at|after|during|since|before|last|yesterday|today|meanwhile)$/.test(tokens[k]!.word.folded)) {
    while (k < back.first + 8 && k < back.last && tokens[k]!.text !== ',') k++;
    if (tokens[k]!.text !== ',') return undefined;
    k++;
  }
  const subject = mentions.slice(from).find((m) => m.index >= k && m.index <= back.last);
  if (!subject || subject.index - k > 6) return undefined;
  for (let n = k; n < subject.index; n++) {
    const t = tokens[n]!;
    if (t.kind !== 'word' && t.text !== '-' || n > k && FUNCTION_WORDS.has(t.word.folded) || /^(?:VERB|AUX)$/.test(posOf(document, t) ?? '') || /['’]s$/.test(t.text)) return undefined;
  }
  let end = subject.index;
  while (end < back.last && tokens[end + 1]!.kind === 'word' && tokens[end + 1]!.word.shape === 'capital') end++;
  const named = end > subject.index || tokens[subject.index]!.word.shape !== 'lower' || /^(?:man|woman|boy|girl|actor|actress|singer|pope|king|queen|writer|author|striker|driver|president|minister|mayor)$/.test(tokens[subject.index]!.word.base);
  return named && !subject.pronoun && !tokens.slice(subject.index, end + 2).some((t) => /['’]s?$/.test(t.text) || t.text === 's') ? subject : undefined;
}

/** Whether a thing or a body of people, of which "it" may speak, stands between two tokens. */
function otherThing(scene: Scene, from: number, to: number): boolean {
  const {tokens} = scene;
  if (bodyBetween(scene, from, to)) return true;
  for (let k = from + 1; k < to; k++) {
    const t = tokens[k]!;
    if (FIRMS.has(t.word.base) || t.text === 'X') return true;
    if (t.kind === 'word' && t.word.shape === 'lower' && countNoun(t) && !HUMANS.has(t.word.base) && !TIMES.test(t.word.base) && /^(?:the|a|an|this|that|its|new|own|another|one)$/.test(tokens[k - 1]!.word.folded)) return true;
  }
  return false;
}

const TIMES = /^(?:day|week|month|year|morning|evening|night|noon|weekend|hour|moment|time)$/;

/** Whether a body or country stands in a title: "the president of the Republic of Indonesia". */
function within({tokens}: Scene, {index}: Token): boolean {
  const before = tokens[index - 1]?.word.folded === 'the' ? tokens[index - 2] : tokens[index - 1];
  const noun = before && tokens[before.index - 1];
  return before?.word.folded === 'of' && noun !== undefined && (HUMANS.has(noun.word.base) || BODIES.has(noun.word.base));
}

/** Of several bodies nobody says "its". */
const isBody = ({word}: Token) => BODIES.has(word.base) && (word.folded === word.base || !word.folded.endsWith('s'));

/** Whether a body of people, a country or an acronym, of which "it" may speak, stands between two tokens. */
function bodyBetween({tokens}: Scene, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const t = tokens[k]!;
    if (isBody(t) || t.word.shape === 'upper' && t.text.length > 1 || COUNTRIES.has(t.word.folded)) return true;
  }
  return false;
}

/** "it was arrested", "because it thinks", "informed it of the plan": it for a person who was just named. */
export function itForPerson(scene: Scene, token: Token): void {
  const {document, tokens, sentences, mentions, flag} = scene;
  const {sentence} = token;
  const {first} = sentences[sentence]!;
  const here = mentions.slice(scene.from).filter((m) => m.index < token.index && tokens[m.index]!.sentence >= sentence - 1);
  const last = here.at(-1);
  if (!last) return;
  const him = last.gender === 'f' ? ['her', 'him'] : ['him', 'her'];
  const he = last.gender === 'f' ? ['she', 'he'] : ['he', 'she'];
  const before = document.before(token);
  if (before && before.sentence === sentence && TO_PERSONS.test(before.word.folded)) {
    const behind = tokens[token.index + 1];
    if (!behind || bodyBetween(scene, first, token.index) || behind.word.folded === 'self' || tokens[last.index]!.word.shape === 'lower' || tokens[last.index]!.sentence !== sentence || tokens[before.index - 1]?.index === last.index) return;
    flag('it', token, him[0]!, 0.45, 'This is done to persons.', [him[1]!]);
    return;
  }
  let at = token.index + 1;
  const verb = tokens[at];
  if (verb?.sentence !== sentence || verb.kind !== 'word') return;
  if (/^(?:is|was|has|had|will|would)$/.test(verb.word.folded)) {
    at++;
    while (at < token.index + 5 && /^(?:been|be|also|then|not|already|immediately|subsequently|currently|still|being|in)$/.test(tokens[at]?.word.folded ?? '')) at++;
    const done = tokens[at];
    if (done?.sentence !== sentence) return;
    const confined = tokens[at - 1]!.word.folded === 'in' && (/^(?:custody|prison|jail|detention)$/.test(done.word.folded) || done.word.folded === 'solitary' && tokens[at + 1]?.word.folded === 'confinement');
    const {suffers: alone, done: others} = saidOf().persons;
    const suffers = (alone.has(done.word.folded) || others.has(done.word.folded) && itsOwn(scene, token, done)) && tokens[at - 1]!.word.folded !== 'in';
    if (!confined && !suffers) return;
    flag('it', token, he[0]!, 0.55, 'This is done to persons.', [he[1]!]);
    return;
  }
  // "because it thinks": no body of people that might, and no "it" of what follows.
  const acts = /^(?:never|also|once|still|later|first|only|then)$/.test(verb.word.folded) ? (tokens[at + 1] ?? verb) : verb;
  if (!saidOf().persons.does.has(acts.word.folded) || tokens[last.index]!.word.shape === 'lower' || bodyBetween(scene, Math.max(sentences[Math.max(0, sentence - 1)]!.first, last.index + 1), token.index) || before?.kind === 'word' && !/^(?:that|because|if|when|while|although|and|but|since|as|where)$/.test(before.word.folded)) return;
  flag('it', token, he[0]!, 0.42, 'This is what persons do.', [he[1]!]);
}

/** "It is expected to sign" after a sentence about a person. */
export function started(scene: Scene, token: Token): void {
  const {document, tokens, sentences, flag} = scene;
  const verb = document.after(token);
  const {first} = sentences[token.sentence]!;
  if (!verb || first !== token.index || token.sentence === 0) return;
  const speaks = /^(?:said|added|recalled|explained|thanked|told|wrote|argued|stressed|insisted|recounted|admitted|confessed|hoped|hopes|thinks|thought|felt|believes|wants|wanted|refused|denied|died|studied|married|visited|met|lives|lived|works|worked|plays|played|scored|resigned|travelled|traveled|regretted|apologised|apologized)$/.test(verb.word.folded);
  const expected = verb.word.folded === 'is' && /^(?:expected|due|scheduled)$/.test(tokens[token.index + 2]?.word.folded ?? '') && tokens[token.index + 3]?.word.folded === 'to' && /^(?:sign|meet|visit|travel|speak|attend|hold)$/.test(tokens[token.index + 4]?.word.folded ?? '');
  // "It announced its candidacy", "It told reporters"
  const object = tokens[token.index + 3];
  const alone = saidOf().persons.does.has(verb.word.folded) && !/^(?:thought|thinks)$/.test(verb.word.folded);
  const own = /^(?:announced|withdrew|declared|ended|began|started|lost|spent|celebrated|published|defended|posted|wrote)$/.test(verb.word.folded) && tokens[token.index + 2]?.word.folded === 'its' && object?.kind === 'word' && (saidOf().persons.belongs.has(object.word.folded) || saidOf().persons.alone.has(object.word.folded));
  const office = verb.word.folded === 'took' && tokens[token.index + 2]?.word.folded === 'office' || verb.word.folded === 'grew' && tokens[token.index + 2]?.word.folded === 'up' && object?.word.folded === 'in';
  if (!speaks && !expected && !alone && !own && !office) return;
  const subject = subjectBefore(scene, token);
  if (!subject) return;
  // What else was spoken of may lie in wait, or speak if it is a body of people.
  if (!expected && (/^(?:died|works|worked|plays|played|lives|lived|scored|met)$/.test(verb.word.folded) ? otherThing : bodyBetween)(scene, subject.index + 1, token.index)) return;
  flag('it', token, subject.gender === 'f' ? 'she' : 'he', expected ? 0.4 : 0.45, 'The sentence before speaks of a person.', [subject.gender === 'f' ? 'he' : 'she']);
}

/** "It was born in Kazan", "it was elected mayor" behind a sentence about a person that speaks of nothing else. */
function itsOwn(scene: Scene, token: Token, done: Token): boolean {
  const {tokens, sentences} = scene;
  if (token.index !== sentences[token.sentence]!.first) return false;
  const behind = tokens[done.index + 1];
  const third = tokens[done.index + 2];
  if (!behind || behind.sentence !== token.sentence || behind.word.folded === 'that') return false;
  if (done.word.folded === 'born' && !(/^(?:in|on)$/.test(behind.word.folded) && third && (third.word.shape === 'capital' || third.kind === 'number' || third.word.folded === 'the'))) return false;
  const subject = subjectBefore(scene, token);
  return subject !== undefined && !(done.word.folded === 'born' ? bodyBetween : otherThing)(scene, subject.index + 1, token.index);
}
