/** What is particular to English outside the rules: closed word classes, abbreviations, affixes, inflection. */
import {isEnglish, lookup} from '../lexicon/lexicon.ts';

const set = (words: string) => new Set(words.split(' '));

export const ARTICLES = set('a an the');
export const PREPOSITIONS = set('about above across after against along amid among amongst around as at before behind below beneath beside besides between beyond by despite down during except for from in inside into like near of off on onto out outside over past per since through throughout till to toward towards under underneath until unto up upon via with within without');
export const CONJUNCTIONS = set('and or but nor so yet for because although though while whereas if unless since when whenever where wherever whether that than as once until before after');
export const PRONOUNS = set('i you he she it we they me him her us them who whom which what that this these those someone somebody something anyone anybody anything everyone everybody everything nobody nothing none one myself yourself himself herself itself ourselves yourselves themselves');
export const POSSESSIVES = set('my your his her its our their whose');
export const DETERMINERS = set('a an the this that these those my your his her its our their some any no every each all both several many few most more another either neither other such');
export const AUXILIARIES = set("is are was were be been being am has have had having do does did will would shall should can could may might must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't");
export const FUNCTION_WORDS = new Set([...ARTICLES, ...PREPOSITIONS, ...CONJUNCTIONS, ...PRONOUNS, ...POSSESSIVES, ...DETERMINERS, ...AUXILIARIES, ...set("not also there here then now just only even still already again ever never how why very too much own same both")]);
export const MONTHS = set('january february march april may june july august september october november december');
export const DAYS = set('monday tuesday wednesday thursday friday saturday sunday');
export const NUMBER_WORDS = set('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen');

/** Lower-cased, without the full stop. After these a full stop does not end a sentence. */
export const ABBREVIATIONS = set('mr mrs ms dr prof pr sr jr st sen rep gov gen col lt sgt capt cmdr adm maj pvt rev hon pres supt insp det msgr fr hr dott sig mme mlle mm me co corp inc ltd plc bros dept univ assn jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun no nos vol pp p fig figs art ed eds vs v cf al ca approx est etc e.g i.e viz resp ave blvd rd ft mt hwy ext tel ph.d m.d b.a m.a u.s u.k u.n e.u d.c');
/** After these a sentence may end all the same, when the next word begins one. */
const MAY_END = set('u.s u.k u.n e.u d.c co corp inc ltd plc etc jr sr no ph.d m.d b.a m.a a.m p.m al dept assn est ft');

export function isAbbreviation(word: string): 'never-ends' | 'may-end' | undefined {
  const bare = word.endsWith('.') ? word.slice(0, -1) : word;
  if (MAY_END.has(bare)) return 'may-end';
  if (ABBREVIATIONS.has(bare) || (bare.length === 1 && bare !== 'i')) return 'never-ends';
  return word.includes('.') && /^(?:\p{L}\.)+\p{L}?$/u.test(word) ? 'may-end' : undefined;
}

const CONTRACTION = /^(.{1,20})'(?:s|ve|ll|re|d|m|t)$/;

/** The word inside a contraction: "they've" gives "they". */
export function contractionBase(word: string): string | undefined {
  const m = CONTRACTION.exec(word);
  if (!m) return undefined;
  const base = word.endsWith("n't") ? word.slice(0, -3) : m[1]!;
  return isEnglish(base) ? base : undefined;
}

const PREFIXES = 'anti auto bio co counter cross cyber eco electro ex extra fore geo hyper infra inter intra macro mega meta micro mid mini mis mono multi nano neo neuro non out over para photo poly post pre pro pseudo psycho radio re self semi sub super tele thermo trans ultra un under up'.split(' ').sort((a, b) => b.length - a.length);
const SUFFIXES: readonly (readonly [string, readonly string[]])[] = [
  ['ness', ['', 'y']], ['like', ['']], ['less', ['']], ['wise', ['']], ['ship', ['']], ['hood', ['']], ['ish', ['', 'e']], ['ly', ['', 'le']], ['able', ['', 'e']], ['ability', ['able']], ['isation', ['ise', 'ize']], ['ization', ['ize']], ['ising', ['ize']], ['ised', ['ize']], ['ises', ['ize']], ['ise', ['ize']], ['iser', ['izer', 'ize']], ['isers', ['izers', 'ize']],
  ['s', ['']], ['es', ['e']], ['ed', ['', 'e']], ['ing', ['', 'e']], ['er', ['', 'e']], ['ers', ['', 'e']], ['ism', ['']], ['ist', ['']], ['ists', ['']],
];

/** Endings of verbs and of who does something. */
const VERBAL = /^(?:ed|ing|ers?)$/;
/** Endings of nouns and participles that take none of them. */
const NOMINAL = /(?:tion|sion|ity|ness|ance|ence|ency|er|ed|ator)$/;

/** The English word from which a productive prefix or suffix makes this one: "unexplained", "rebranding". */
export function derivedFrom(word: string): string | undefined {
  if (word.length < 6 || word.length > 40) return undefined;
  for (const prefix of PREFIXES) if (word.startsWith(prefix) && word.length >= prefix.length + 4) {
    const rest = word.slice(prefix.length);
    if (isEnglish(rest) && lookup(rest).frequency >= 90) return rest;
  }
  for (const [suffix, endings] of SUFFIXES) if (word.endsWith(suffix) && word.length >= suffix.length + 4) {
    const stem = word.slice(0, -suffix.length);
    if (suffix === 's' && /(?:[^aeiou]y|s|x|z|ch|sh)$/.test(stem)) continue;
    if (suffix === 'es' && /(?:s|x|z|ch|sh|o)$/.test(stem) && isEnglish(stem) && lookup(stem).frequency >= 80) return stem;
    // "importes" is no plural, and nouns in -tion and the like make neither verbs nor agents: "detentioned", "memberer".
    if (VERBAL.test(suffix) && NOMINAL.test(stem)) continue;
    // "occured" is a slip of "occurred".
    if (/^[ei]/.test(suffix) && isEnglish(stem + stem.at(-1)! + suffix)) continue;
    for (const ending of endings) if (isEnglish(stem + ending) && lookup(stem + ending).frequency >= 80) return stem + ending;
  }
  return undefined;
}

/** The plural of an English noun. */
export function pluralOf(noun: string): string {
  const irregular: Record<string, string> = {man: 'men', woman: 'women', child: 'children', person: 'people', foot: 'feet', tooth: 'teeth', mouse: 'mice', wife: 'wives', life: 'lives', knife: 'knives', half: 'halves', shelf: 'shelves', leaf: 'leaves', thief: 'thieves', loaf: 'loaves', criterion: 'criteria', phenomenon: 'phenomena', analysis: 'analyses', crisis: 'crises', series: 'series', species: 'species', police: 'police', staff: 'staff', cattle: 'cattle'};
  const last = /[a-z]+$/i.exec(noun)?.[0] ?? '';
  const head = noun.slice(0, noun.length - last.length);
  const special = irregular[last.toLowerCase()];
  if (special) return head + special;
  if (/men$|people$|s$/.test(last) && !/(?:ss|us|is)$/.test(last)) return noun;
  const compound = /^(.*)(man|woman)$/.exec(last);
  if (compound?.[1]) return `${head}${compound[1]}${compound[2] === 'man' ? 'men' : 'women'}`;
  if (/(?:s|x|z|ch|sh)$/i.test(last)) return `${noun}es`;
  if (/[^aeiou]y$/i.test(last)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

/** The likeliest singular of a plural form, if it looks like one. */
export function singularOf(noun: string): string | undefined {
  if (noun.length < 4) return undefined;
  for (const [ending, put] of [['ies', 'y'], ['ches', 'ch'], ['shes', 'sh'], ['sses', 'ss'], ['xes', 'x'], ['men', 'man'], ['s', '']] as const) {
    if (!noun.endsWith(ending) || /(?:ss|us|is)$/.test(noun)) continue;
    const singular = noun.slice(0, -ending.length) + put;
    if (isEnglish(singular)) return singular;
  }
  return undefined;
}

/** Puts `model`'s case on `text`: "Envis" and "woe" give "Woe". Names and acronyms in `text` keep theirs. */
export function inCaseOf(model: string, text: string): string {
  if (text !== text.toLowerCase()) return text;
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return text.toUpperCase();
  const [first = ''] = model;
  return first !== first.toLowerCase() ? text.replace(/^\p{Ll}/u, (c) => c.toUpperCase()) : text;
}
