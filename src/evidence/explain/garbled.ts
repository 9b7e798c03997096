import {DAYS, FUNCTION_WORDS, inCaseOf, MONTHS} from '../../document/english.ts';
import type {Document} from '../../document/document.ts';
import type {Token} from '../../document/token.ts';
import {Flag, isEnglish, languagesOf, lookup, ngramId, surprise, usualCase} from '../../lexicon/lexicon.ts';
import {isAboutComputing} from '../computing.ts';
import {damagedIdioms} from '../idioms.ts';
import {isLoan} from '../loans.ts';
import {fitAt, isCommonWord} from '../near-words.ts';
import type {Explanation, Unknown} from '../triage.ts';
import {sourceLanguageOf} from '../source-language.ts';
import {cutWords} from './fused.ts';

/** Latin endings that engines put on words which do not take them, with what English has on such words instead. */
const HYBRIDS: readonly (readonly [ending: string, instead: readonly string[], agent?: boolean])[] = [
  ['ifications', ['ings', 'ments', 'ifications']], ['ification', ['ing', 'ment', 'ness']], ['izations', ['ings', 'ments', 'ions']], ['ization', ['ing', 'ment', 'ion']], ['isation', ['ing', 'ment', 'ion']],
  ['ations', ['ings', 'ments', 'ions', 'als', 's']], ['ation', ['ing', 'ment', 'ion', 'al', 'age', '']], ['itions', ['ings', 'ions', 's']], ['ition', ['ing', 'ion', '']], ['utions', ['ings', 's']], ['ution', ['ing', '']],
  ['ators', ['ers', 'ors', 'ants', 'ists'], true], ['ator', ['er', 'or', 'ant', 'ist'], true], ['eurs', ['ers', 'ors'], true], ['eur', ['er', 'or'], true], ['ants', ['ers', 'ors'], true], ['istas', ['ists', 'ers'], true], ['ista', ['ist', 'er'], true],
  ['ments', ['ings', 'ions', 'ations', 's']], ['ment', ['ing', 'ion', 'ation', '']], ['ances', ['ings', 'ments', 's']], ['ance', ['ing', 'ment', 'ation', 'ness', '']], ['ences', ['ings', 'ments', 's']], ['ence', ['ing', 'ment', 'ation', '']], ['ency', ['ness', 'ing', 'cy']],
  ['ities', ['nesses', 'ies', 's']], ['ity', ['ness', 'th', 'ship', 'ing', '']], ['itude', ['ness', 'th']], ['atory', ['ing', 'ive', 'able']], ['ative', ['ive', 'ing', 'ful']], ['atives', ['ives', 's']], ['icated', ['ed']], ['ified', ['ed', 'ened']], ['ized', ['ed', 'ened']], ['ated', ['ed', 'ened', 'ised', 'ized']], ['ating', ['ing', 'ening']], ['ates', ['s', 'es', 'ens']],
  ['ical', ['y', 'ish', 'ly', 'al', 'ful']], ['ial', ['al', 'ly', 'ful']], ['ional', ['al', 'ing', 'ful']], ['ous', ['y', 'ful', 'ish', 'some']],
];
/** Endings put one on another, and what stands there in the word that was meant: "detentioned", "qualificated", "importes". */
const RESHAPED: readonly (readonly [ending: RegExp, instead: readonly string[]])[] = [
  [/([iy][sz])ation(ed|ing)$/, ['$1$2']], [/ificat(ed|ing)$/, ['ified', 'ifying']], [/([iy][sz])at(ed|ing)$/, ['$1$2', 'e$2']], [/ation(ed|ing)$/, ['at$1', '$1']], [/ion(ed|ing)$/, ['$1', 'd$1', 'de$1']], [/ator(ed|ing)$/, ['at$1', '$1']], [/(?:i|u)?at(ed|ing)$/, ['$1', 'e$1']],
  [/eded$/, ['ed']], [/sesed$/, ['sed']], [/erer(s?)$/, ['er$1']], [/([^aeious])es$/, ['$1s']], [/istic(?:al|s)?$/, ['ist']], [/ionar(?:y|ies)$/, ['ion', 'ions']], [/entation(s?)$/, ['ent$1', 'ing$1']], [/entental$/, ['ental']],
];
/** Endings of well-formed rare words: such a form may be right though no list has it. */
const FORMED = /(?:ly|ery|eries|ness|less|like|able|ible|ability|ship|hood|ward|wards|wise|esque|proof|free|friendly|gate|core|verse|punk|preneur|fest|ware|ism|isms|ist|ists|ology|ologist|ologists|ological|graphy|metry|scopy|tomy|ectomy|itis|osis|oses|emia|aemia|pathy|phobia|phobic|philia|cide|cidal|vore|vorous|morph|morphic|genic|genesis|lytic|lysis|trophic|plasty|gram|graph|meter|metre|scope|phone|saur|saurus|cene|idae|inae|aceae|iformes|odon|ium|ine|ase|ose|ide|ite|ate|yl|ene|ane|one|mab|nib|vir|cillin|mycin|zole|pril|sartan|statin|stat|caine|oxin|toxin|oid|oids|coin|coins|bot|bots|tech|techs|cast|casts|cam|cams|app|apps|con|athon|naut|nauts|kini|burger|tini|holic|holics)$/;
const PREFIXED = /^(?:anti|auto|bio|circum|co|counter|cyber|de|dis|eco|electro|euro|ex|extra|geo|gig[ao]|hydro|hyper|immuno|infra|inter|intra|kilo|macro|mega|meta|micro|mid|mini|mis|mono|multi|nano|neo|neuro|non|out|over|para|petro|photo|poly|post|pre|pro|pseudo|psycho|quasi|re|semi|socio|sub|super|supra|techno|tele|thermo|trans|tri|ultra|un|under|uni|up|vice|xeno)/;
const MAX_LENGTH = 28;
/** Score of forms that may be right, though no list has them: the least that triage hands out. */
export const WEAK = 0.3;
/** Forms that only nobody knows score less than this, those with a sign of what went wrong more. */
export const UNKNOWN_ONLY = 0.4;
/** A word behind which a text explains a term: "percebeiros, the people who". */
const GLOSS = new Set('a an the or as which who that meaning i.e. aka also'.split(' '));

/** Explains an unknown word as part of a damaged idiom. */
export function explainIdiom({document, tokens: [token]}: Unknown): Explanation | undefined {
  const idiom = damagedIdioms(document).find((d) => d.first <= token!.index && token!.index <= d.last);
  return idiom && {cause: 'garbled', score: idiom.score, proposals: idiom.proposals, note: `Part of “${idiom.idiom}”, garbled.`};
}

/** Explains an unknown word as nonsense: part of a damaged idiom, a syllable loop, a hybrid, or letters that make no word. */
export function explainGarbled(unknown: Unknown): Explanation | undefined {
  const {word, document, lower, tokens} = unknown;
  const idiom = explainIdiom(unknown);
  if (idiom) return idiom;
  const form = word.base;
  // Who says that a text is an engine's wants to see what else is no English.
  const bold = document.context.mt === 'yes';
  if (!lower || form.length < (bold ? 3 : 5) || form.length > MAX_LENGTH || /[^a-z]/.test(form) || word.entry.flags & ~Flag.Seen || isLoan(form)) return undefined;
  const looped = unloop(form);
  if (looped && word.entry.frequency === 0) return {cause: 'garbled', score: 0.75, proposals: [looped], note: 'A syllable repeated too often.'};
  const name = looksLikeName(unknown) ? [usualCase(form) + word.text.slice(form.length)] : [];
  const strange = bold && name.length > 0;
  const rare = word.entry.frequency < 75 && form.length > 4;
  const doubtful = bold && isDoubtful(unknown) ? {cause: 'garbled', score: WEAK, doubtful: true, proposals: [], note: NOWHERE} as const : undefined;
  if (form.length < 4 || !rare && !strange || mentioned(unknown, strange)) return doubtful;
  // "Legionella pneumophila": the name of a species.
  if (tokens.every((t) => document.before(t)?.word.shape === 'capital' && !isEnglish(document.before(t)!.word.base)) && /(?:us|um|a|is|ae|i|ens|ata|oides)$/.test(form)) return undefined;
  // Rare words that news has used before are rarely nonsense.
  if (word.entry.frequency > 0) return {cause: 'garbled', score: WEAK, proposals: name, note: name.length ? AS_NAME : 'No word that English readers know.'};
  const many = tokens.length > 2 ? 0.6 : 1;
  const reshaped = RESHAPED.flatMap(([ending, instead]) => (ending.test(form) ? instead.map((end) => form.replace(ending, end)) : [])).filter((w, k, all) => w.length > 4 && all.indexOf(w) === k && isCommonWord(w));
  if (reshaped.length) return {cause: 'garbled', score: 0.74 * many, proposals: reshaped.map((w) => [w, fitAt(document, tokens[0]!, w)] as const).sort((a, b) => b[1] - a[1]).map(([w]) => inCaseOf(word.text, w)).slice(0, 4), note: 'An ending that this word does not take.'};
  const derived = hybrid(unknown);
  if (derived.length) return {cause: 'garbled', score: (/(?:ations?|ators?)$/.test(form) ? 0.87 : 0.68) * many, proposals: derived, note: 'An ending that this word does not take.'};
  const people = otherAgents(form);
  if (people.length) return {cause: 'garbled', score: 0.64 * many, proposals: people.map((w) => [w, fitAt(document, tokens[0]!, w)] as const).sort((a, b) => b[1] - a[1]).map(([w]) => inCaseOf(word.text, w)).slice(0, 4), note: 'An ending that this word does not take.'};
  // Programs and formats have names like no other words.
  if (tokens.slice(0, 8).some((t) => isAboutComputing(document, t))) return undefined;
  if (languagesOf(form).length > 2) return doubtful;
  const parts = cutWords(form)?.parts;
  // "battleline", "infosphere", "biogeochemist": made by the rules of English.
  if (parts?.length === 2 && parts.every((part) => part.length > 3 && !FUNCTION_WORDS.has(part)) || isDerived(form)) return doubtful;
  const formed = FORMED.test(form) || parts?.length === 2;
  const prefixed = PREFIXED.test(form) && form.length > 8;
  const named = !formed && !prefixed && name.length > 0;
  return {cause: 'garbled', score: formed ? WEAK : prefixed ? 0.31 : surprise(form) > 4.4 ? 0.34 : 0.38, proposals: named ? name : [], note: named ? AS_NAME : 'No word of English or of a language that we know.'};
}

/** A learned prefix before a word that English has: "biogeochemist"; engines themselves make "delocalised" of words of the source. */
const isDerived = (form: string) => {
  const prefix = PREFIXED.exec(form)?.[0] ?? '';
  const stem = form.slice(prefix.length);
  return prefix.length > 2 && prefix !== 'dis' && stem.length > 5 && isEnglish(stem) && lookup(stem).frequency > 0;
};

/** Words as frequent as this are known to readers. */
const WELL_KNOWN = 100;

/** Whether hardly a text has a form, and no English word is made like it: in an engine's text more than a word that a writer looked for. */
function isDoubtful({word, document, tokens}: Unknown): boolean {
  const form = word.base;
  if (word.entry.frequency >= WELL_KNOWN || ngramId(form) >= 0 || !/[aeiouy]/.test(form) || isDerived(form) || tokens.length > 2) return false;
  const parts = cutWords(form)?.parts;
  // What news has now and then and what is put together of two words people write: "loungewear".
  if (word.entry.frequency > 0 && (FORMED.test(form) || parts && parts.length < 3)) return false;
  return tokens.slice(0, 8).every((t) => !isAboutComputing(document, t) && !hasMark(document, t));
}

/** Whether a token stands between quotation marks, slashes and the like, or is a part of a longer form. */
function hasMark(document: Document, token: Token): boolean {
  const [first, last] = document.hyphenated(token);
  const before = document.tokens[token.index - 1];
  const after = document.tokens[token.index + 1];
  return first !== last || !token.spaced && before !== undefined && before.kind !== 'word' || after !== undefined && !after.spaced && !/^[,.;:!?)]$/.test(after.text);
}

const NOWHERE = 'Hardly an English text has this word: check it against the original.';
const AS_NAME = 'No word of English or of a language that we know: probably a name, which takes a capital.';
/** By how many bits a letter a form must be likelier as a name than as an English word. */
const NAME_LIKE = 0.2;

/** Whether a form in lower case is spelled like a name and stands where one may. */
function looksLikeName({word, document, tokens}: Unknown): boolean {
  const form = word.base;
  const source = sourceLanguageOf(document);
  if (source && surprise(form, source.language) < surprise(form, 'names')) return false;
  if (surprise(form) - surprise(form, 'names') < NAME_LIKE || /(?:ed|ing|ly|ness|ation|ism|ive|brus)$/.test(form) || !/[aeiouy]/.test(form) || cutWords(form)?.parts.length === 2) return false;
  // "a sarafan": names of people and places take no article of their own.
  return tokens.slice(0, 8).every((token) => !/^(?:an?|every|each|two|three|many|several|some|these|those|small|x|[_/>])$/.test(document.before(token)?.text ?? '') && !/^[_/]$/.test(document.after(token)?.text ?? ''));
}

/** By how many bits a letter a name may be likelier as a word. */
const LIKE_A_WORD = -0.2;
/** Bits a letter of a form that is like no name. */
const LIKE_NOTHING = 4.2;
/** Endings of Slavic names, which are written in many ways. */
const SLAVIC = /(?:[oe]vs?|in|sk[yij]+|enko|[oe]v(?:na|ich)|ova|eva|ykh|yuk|chuk)$/;

/** Whether a capitalised form that stands in a text once is spelled as names are not: "Influenated", "Twistory". */
export function isStrangeName({word, document, tokens}: Unknown): boolean {
  const form = word.base;
  if (word.shape !== 'capital' || tokens.length > 1 || form.length < 5 || form.length > MAX_LENGTH || word.entry.frequency > 0 || word.entry.flags & ~Flag.Seen || SLAVIC.test(form) || hasMark(document, tokens[0]!)) return false;
  // "Jack Grealish": the rest of the name says what it is.
  const before = document.before(tokens[0]!);
  if (before?.kind === 'word' && before.word.shape === 'capital' && before.word.entry.flags & Flag.Person) return false;
  const asName = surprise(form, 'names');
  return asName >= LIKE_NOTHING || surprise(form) - asName < LIKE_A_WORD;
}

/** "bananana", "representatatative": a syllable three times and more; the word with one of them, if there is one. */
function unloop(form: string): string | undefined {
  for (let size = 1; size <= 4; size++) {
    for (let at = size > 2 ? 1 : 0; at + (size > 2 ? 2 : 3) * size <= form.length; at++) {
      const unit = form.slice(at, at + size);
      let end = at + size;
      while (form.startsWith(unit, end)) end += size;
      const times = (end - at) / size;
      if (times < (size > 2 ? 2 : 3)) continue;
      for (let keep = times - 1; keep >= 1; keep--) {
        const word = form.slice(0, at) + unit.repeat(keep) + form.slice(end);
        if (isCommonWord(word) && word.length > 4) return word;
      }
    }
  }
  return undefined;
}

/** An English stem with a Latin ending that it does not take: what the stem takes instead, best first, at most five. */
function hybrid({word, document, tokens}: Unknown): string[] {
  const form = word.base;
  for (const [ending, instead, agent] of HYBRIDS) {
    if (!form.endsWith(ending) || form.length < ending.length + 3) continue;
    const left = form.slice(0, -ending.length);
    const stem = [left, `${left}e`, `${left}y`, left.replace(/(.)\1$/, '$1')].find((s) => s.length >= 3 && isEnglish(s) && lookup(s).frequency >= (s.length < 4 ? 95 : 90) && isVerb(s));
    if (!stem || PREFIXED.test(form) && stem.length < 4) continue;
    const made = new Set(instead.flatMap((end) => join(stem, end)));
    const proposals = [...made].filter((w) => w !== form && isCommonWord(w) && (w !== stem || !agent));
    const place = tokens[0]!;
    return proposals.map((w) => [w, fitAt(document, place, w)] as const).sort((a, b) => b[1] - a[1]).map(([w]) => inCaseOf(word.text, w)).slice(0, 5);
  }
  return [];
}

/** Endings of words for people by what they do. */
const AGENT = /(?:eer|er|or|ist|yst|ian|ant|ee|eur)(s?)$/;
const AGENTS = ['ist', 'ee', 'er', 'or', 'ian', 'eur', 'ant'];

/** A word for people with an ending that English does not put there: "canoeers", "absentists", "restaurators"; those with the endings that it does. */
function otherAgents(form: string): string[] {
  const m = AGENT.exec(form);
  if (!m || m.index < 4) return [];
  const stem = form.slice(0, m.index);
  return AGENTS.flatMap((ending) => [`${stem}${ending}${m[1]}`, `${stem}e${ending}${m[1]}`]).filter((w) => w !== form && isCommonWord(w));
}

/** Whether English inflects a form as a verb. */
const isVerb = (stem: string) => join(stem, 'ing').some((w) => isEnglish(w) && lookup(w).frequency > 70);

function join(stem: string, ending: string): string[] {
  const vowel = /^[aeiou]/.test(ending);
  if (!vowel) return [stem + ending];
  if (stem.endsWith('e')) return [stem.slice(0, -1) + ending];
  return /[^aeiou][aeiou][^aeiouwxy]$/.test(stem) ? [stem + stem.at(-1)! + ending, stem + ending] : [stem + ending];
}

/** Whether the text presents the word as a term: quoted, in brackets, behind "called", with an explanation behind it, or as part of a longer form. */
function mentioned({document, tokens}: Unknown, strange: boolean): boolean {
  return tokens.slice(0, 8).some((token) => {
    const [first, last] = document.hyphenated(token);
    if (first !== last) return true;
    const before = document.tokens[token.index - 1];
    const after = document.tokens[token.index + 1];
    const next = document.tokens[token.index + 2];
    if (before && /^["“‘'«(*/_.]$/.test(before.text) && !token.spaced) return true;
    if (after && !after.spaced && (/^["”’'»)*/_@]$/.test(after.text) || (after.text === '.' && next && !next.spaced))) return true;
    // What a text introduces so is a name all the more: "a place called karunavati".
    if (!strange && (after?.text === '(' || (after && (after.text === ',' || after.text === '–' || after.text === '—') && next && GLOSS.has(next.word.folded)))) return true;
    // A title or a phrase of a few words in quotation marks.
    const opening = document.tokens.slice(Math.max(0, token.index - 6), token.index).findLastIndex((t) => /^[“"«‘„]$/.test(t.text));
    if (opening >= 0 && document.tokens.slice(token.index + 1, token.index + 4).some((t) => /^[”"»’“]$/.test(t.text))) return true;
    if (strange) return false;
    if (before?.kind === 'word' && /^(?:called|named|termed|dubbed|nicknamed|so-called|known|word|term|species|genus)$/.test(before.word.folded)) return true;
    // In a list of foreign words or between names and numbers it is no English word gone wrong.
    return before?.kind === 'word' && !FUNCTION_WORDS.has(before.word.folded) && !DAYS.has(before.word.base) && !MONTHS.has(before.word.base) && before.word.shape === 'lower' && !before.word.english && before.word.entry.frequency > 0;
  });
}
