import {distance} from 'fastest-levenshtein';
import {pluralOf} from '../../document/english.ts';
import {readData} from '../../lexicon/assets.ts';
import type {Word} from '../../document/word.ts';
import {Flag, isEnglish, languagesOf, lookup, plain, surprise} from '../../lexicon/lexicon.ts';
import {isLoan} from '../loans.ts';
import {type Hit, renderingsOf} from '../residue.ts';
import {sourceLanguageOf} from '../source-language.ts';
import type {Explanation, Unknown} from '../triage.ts';

/** English names of languages, for notes. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic', be: 'Belarusian', bg: 'Bulgarian', ca: 'Catalan', cs: 'Czech', da: 'Danish', de: 'German', el: 'Greek', es: 'Spanish', et: 'Estonian', fa: 'Persian', fi: 'Finnish', fr: 'French', he: 'Hebrew', hi: 'Hindi', hr: 'Croatian or Serbian', hu: 'Hungarian',
  hy: 'Armenian', id: 'Indonesian', it: 'Italian', ja: 'Japanese', ka: 'Georgian', ko: 'Korean', lt: 'Lithuanian', lv: 'Latvian', nl: 'Dutch', no: 'Norwegian', pl: 'Polish', pt: 'Portuguese', ro: 'Romanian', ru: 'Russian', sl: 'Slovenian', sv: 'Swedish', th: 'Thai', tr: 'Turkish', uk: 'Ukrainian', zh: 'Chinese',
};

/** Prefixes of the European languages and what English has for them; longest first. */
const PREFIXES: readonly (readonly [string, string])[] = (
  [
    ['électro', 'electro'], ['elektro', 'electro'], ['electro', 'electro'], ['contre', 'counter-'], ['contra', 'counter-'], ['gegen', 'counter-'], ['inter', 'inter'], ['hyper', 'hyper'], ['hiper', 'hyper'], ['super', 'super'], ['ultra', 'ultra'], ['micro', 'micro'], ['mikro', 'micro'], ['macro', 'macro'], ['makro', 'macro'], ['multi', 'multi'],
    ['cyber', 'cyber'], ['hydro', 'hydro'], ['pétro', 'petro'], ['petro', 'petro'], ['narco', 'drug '], ['video', 'video '], ['vidéo', 'video '], ['infra', 'infra'], ['pseudo', 'pseudo-'], ['photo', 'photo'], ['télé', 'tele'], ['tele', 'tele'], ['mini', 'mini'], ['semi', 'semi-'], ['euro', 'euro'], ['anti', 'anti-'], ['auto', 'auto'],
    ['agro', 'agro'], ['aéro', 'aero'], ['vice', 'deputy '], ['vize', 'deputy '], ['wice', 'deputy '], ['post', 'post-'], ['para', 'para'], ['foto', 'photo '], ['éco', 'eco'], ['eco', 'eco'], ['bio', 'bio'], ['pré', 'pre-'], ['néo', 'neo-'], ['neo', 'neo-'], ['sub', 'sub'], ['nano', 'nano'], ['mono', 'mono'],
  ] as [string, string][]
).sort((a, b) => b[0].length - a[0].length);

/** Endings of the words that Europe's languages share, with the English ones; languages that have them. */
const COGNATES: readonly (readonly [string, readonly string[], string, boolean?])[] = [
  ['izzazioni', ['izations'], 'it', true], ['izzazione', ['ization'], 'it'], ['izaciones', ['izations'], 'es', true], ['ización', ['ization'], 'es'], ['ização', ['ization'], 'pt'], ['izacja', ['ization'], 'pl'],
  ['aciones', ['ations'], 'es', true], ['ciones', ['tions'], 'es', true], ['siones', ['sions'], 'es', true], ['ción', ['tion'], 'es'], ['sión', ['sion'], 'es'], ['zioni', ['tions'], 'it', true], ['zione', ['tion'], 'it'], ['sioni', ['sions'], 'it', true], ['ções', ['tions'], 'pt', true], ['ção', ['tion'], 'pt'], ['ssão', ['ssion'], 'pt'], ['ació', ['ation'], 'ca'], ['acja', ['ation'], 'pl'], ['acji', ['ation'], 'pl'], ['atie', ['ation'], 'nl'], ['aties', ['ations'], 'nl', true],
  ['idades', ['ities'], 'es pt', true], ['idad', ['ity'], 'es'], ['idade', ['ity'], 'pt'], ['ità', ['ity'], 'it'], ['ité', ['ity'], 'fr'], ['ités', ['ities'], 'fr', true], ['itat', ['ity'], 'ca'], ['ität', ['ity'], 'de'], ['itäten', ['ities'], 'de', true], ['iteit', ['ity'], 'nl'],
  ['amente', ['ly', 'ely', 'ally'], 'es it pt'], ['mente', ['ly', 'lly'], 'es it pt'], ['ement', ['ly', 'ely'], 'fr'],
  ['ismos', ['isms'], 'es pt', true], ['ismo', ['ism'], 'es it pt'], ['isme', ['ism'], 'fr ca nl'], ['ismus', ['ism'], 'de'], ['izm', ['ism'], 'pl'], ['istas', ['ists'], 'es pt', true], ['ista', ['ist'], 'es it pt pl'], ['isti', ['ists'], 'it', true], ['istes', ['ists'], 'fr', true], ['iste', ['ist'], 'fr'],
  ['iques', ['ic', 'ics', 'ical'], 'fr'], ['ique', ['ic', 'ical'], 'fr'], ['isch', ['ic', 'ical'], 'de nl'], ['ische', ['ic', 'ical'], 'de nl'], ['ischen', ['ic', 'ical'], 'de'], ['icos', ['ic', 'ical', 'ics'], 'es pt'], ['icas', ['ic', 'ical', 'ics'], 'es pt'], ['ico', ['ic', 'ical'], 'es it pt'], ['ica', ['ic', 'ical', 'ics'], 'es it pt'], ['iczny', ['ic', 'ical'], 'pl'], ['yczny', ['ic', 'ical'], 'pl'], ['yczna', ['ic', 'ical'], 'pl'], ['iczna', ['ic', 'ical'], 'pl'],
  ['ateurs', ['ators'], 'fr nl', true], ['ateur', ['ator'], 'fr nl'], ['eurs', ['ors', 'ers'], 'fr', true], ['eur', ['or', 'er'], 'fr'], ['adores', ['ators'], 'es pt', true], ['ador', ['ator'], 'es pt'], ['atore', ['ator'], 'it'], ['atori', ['ators'], 'it', true],
  ['aires', ['aries', 'ary'], 'fr'], ['aire', ['ary'], 'fr'], ['arios', ['aries', 'ary'], 'es', true], ['ario', ['ary'], 'es it'], ['ários', ['aries', 'ary'], 'pt', true], ['ário', ['ary'], 'pt'],
  ['ancias', ['ances', 'ancies'], 'es pt', true], ['ancia', ['ance', 'ancy'], 'es'], ['encia', ['ence', 'ency'], 'es'], ['encias', ['ences', 'encies'], 'es', true], ['ância', ['ance', 'ancy'], 'pt'], ['ência', ['ence', 'ency'], 'pt'], ['anza', ['ance'], 'it'], ['enza', ['ence', 'ency'], 'it'], ['anz', ['ance', 'ancy'], 'de'], ['enz', ['ence', 'ency'], 'de'],
  ['ologie', ['ology'], 'fr de nl'], ['ología', ['ology'], 'es'], ['ologia', ['ology'], 'it pt pl'], ['grafía', ['graphy'], 'es'], ['grafia', ['graphy'], 'it pt pl'], ['grafie', ['graphy'], 'de nl'], ['tivo', ['tive'], 'es it pt'], ['tiva', ['tive'], 'es it pt'], ['tivos', ['tive', 'tives'], 'es pt'], ['tivas', ['tive', 'tives'], 'es pt'], ['tif', ['tive'], 'fr'], ['tifs', ['tive', 'tives'], 'fr'], ['tiv', ['tive'], 'de'],
];
const ENGLISH_ENDINGS: readonly (readonly [string, boolean])[] = [['ators', true], ['ator', false], ['ers', true], ['er', false], ['ing', false], ['ed', false], ['s', true]];

/** Whether a form is an English noun's plural that is used about as often as its singular. */
function usualPlural(english: string): string {
  const of = english.indexOf(' of ');
  const head = of > 0 ? english.slice(0, of) : english;
  const plural = pluralOf(head);
  if (plural === head) return english;
  const last = (text: string) => text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
  const a = lookup(last(head));
  const b = lookup(last(plural));
  // Participles and adjectives have no plural: "arrested", "Spanish".
  if (/(?:ed|ous|ful|less|able|ible|ish|ese|al|ic)$/.test(last(head)) && b.frequency < a.frequency - 25) return english;
  return b.frequency >= Math.max(60, a.frequency - 60) || /\p{Lu}/u.test(head) && /(?:ian|ean|can|er|i)$/.test(head) ? plural + english.slice(head.length) : english;
}

/** Abbreviations that English has by itself, in another or the same sense. */
const ENGLISH_ABBREVIATIONS = new Set('BCE TGV UAE PM PS AD CE CV DNA EU UN AI IT TV CD DVD PC PR HQ ID VIP CEO GDP NGO UFO ISO FIFA UEFA IMF NATO ONE SMS GPS USB'.split(' '));
const isAcronym = (key: string) => key.length > 1 && key === key.toUpperCase() && key !== key.toLowerCase();

/** How much a capitalised form is known from English news, where it stands in names: 0 (not) to 0.5. */
function knownness({entry}: Word): number {
  const {frequency, flags} = entry;
  // A place that English news writes this way: "Granada", "the Congo".
  if (flags & (Flag.Place | Flag.Name) && frequency > 82) return 0.6;
  const often = frequency > 100 ? 0.4 : frequency > 90 ? 0.28 : frequency > 80 ? 0.15 : frequency > 72 ? 0.06 : 0;
  return often + (flags & Flag.Person ? 0.25 : flags & Flag.Name ? 0.05 : 0);
}

const accented = (text: string) => /[^\0-\x7f]/.test(text);

/** Whether two words differ by a letter or two at the end. */
function nearly(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= 4 && Math.max(a.length, b.length) - same <= 2;
}

/** What may stand for one language's hit, in the case of the word. */
function english(hit: Hit): string[] {
  const {rendering, plural} = hit;
  return plural ? rendering.english.map(usualPlural) : [...rendering.english];
}

interface Found {readonly score: number; readonly language: string; readonly proposals: string[]; readonly inferred?: boolean; readonly cause?: 'garbled'; readonly note?: string}

/** Judges the renderings of a form by how they match and whether the form may be a name. */
function fromHits(word: Word, hits: readonly Hit[], lower: boolean, inside: boolean, source: string | undefined, sure: number): Found | undefined {
  let best: Found | undefined;
  const proposals: string[] = [];
  const scored = hits.flatMap((hit) => {
    const {key, language, country} = hit.rendering;
    const small = key === key.toLowerCase();
    // The same but for accents, or a spelling that English has had too ("Donbass"): no foreign word.
    if (hit.rendering.english.some((e) => plain(e) === word.plain)) return [];
    if (!lower && word.entry.frequency > 72 && hit.rendering.english.some((e) => nearly(plain(e), word.plain))) return [];
    // Two romanisations of one name are a matter of taste.
    if (!lower && (language === 'ru' || language === 'uk') && hit.rendering.english.some((e) => distance(plain(e), word.plain) < 3)) return [];
    let score: number;
    if (isAcronym(key)) {
      if (country || ENGLISH_ABBREVIATIONS.has(key) || key !== word.text && key !== word.text.replace(/['’]s$/, '')) return [];
      const {flags, frequency} = word.entry;
      score = flags & (Flag.Acronym | Flag.Proper | Flag.Place) ? 0.25 : frequency > 105 ? 0.3 : frequency > 90 ? 0.5 : frequency > 82 ? 0.65 : 0.74;
    } else if (word.shape === 'upper' && word.text.length > 1 && !small) return [];
    else if (lower) score = {exact: accented(key) || key.length > 6 ? 0.92 : 0.86, case: language === 'de' ? 0.75 : 0.65, accents: key.length < 5 ? 0.4 : 0.68, inflected: accented(key) && !accented(word.base) ? 0.5 : 0.84, romanised: 0.75}[hit.match] - (word.entry.frequency > 95 ? 0.15 : 0) - (word.base.length < 4 && word.entry.frequency > 70 ? 0.2 : 0) - (word.entry.flags & Flag.Person ? 0.15 : 0);
    else if (small) {
      // A capital inside a sentence makes a name of it.
      if (inside || word.shape !== 'capital') return [];
      score = {exact: 0.75, case: 0.75, accents: 0.45, inflected: 0.6, romanised: 0.4}[hit.match] - 1.4 * knownness(word);
    } else {
      if (word.shape === 'upper' || hit.match === 'case' || (hit.match === 'accents' && hit.rendering.english.some((e) => distance(plain(e), word.plain) < 4))) return [];
      score = {exact: country ? 0.78 : 0.82, case: 0, accents: 0.3, inflected: language === 'de' && accented(key) === accented(word.base) ? 0.6 : 0.3, romanised: 0.72}[hit.match] - knownness(word) - (word.base.length < 4 ? 0.25 : 0);
    }
    if (source === language) score += (1 - score) * (isAcronym(key) ? 0.6 : 0.45) * sure;
    else if (isAcronym(key) || (source && sure > 0.5)) score -= sure > 0.6 ? 0.35 : source && isAcronym(key) ? 0.3 : 0.15;
    if (lower && !small && language !== 'de' && key.length < 5) score -= 0.5;
    // News in English calls parties by their initials.
    if (isAcronym(key) && /\b[Pp]arty\b|\bUnion\b/.test(hit.rendering.english[0] ?? '')) score *= 0.6;
    return [{hit, score}];
  }).sort((a, b) => b.score - a.score);
  for (const {hit, score} of scored) {
    if (best && score < best.score - 0.3) continue;
    for (const p of english(hit)) if (!proposals.includes(p) && p.toLowerCase() !== word.base) proposals.push(p);
    best ??= {score, language: hit.rendering.language, proposals};
  }
  return best && proposals.length ? best : undefined;
}

/** Explains a word by what its parts, ending or letters say, where no list has it. */
function inferred(word: Word, source: string | undefined, sure: number): Found | undefined {
  const form = word.base;
  const agree = (language: string, score: number) => (source === language ? score + (1 - score) * 0.4 * sure : score);
  for (const [prefix, put] of PREFIXES) {
    if (!form.startsWith(prefix) || form.length < prefix.length + 4) continue;
    const hits = renderingsOf(form.slice(prefix.length)).filter((h) => h.match !== 'romanised' && h.match !== 'accents' && !h.rendering.country);
    if (!hits.length) continue;
    const hit = hits.find((h) => h.rendering.language === source) ?? hits[0]!;
    const whole = english(hit).map((e) => (isEnglish(put + e) || lookup(put + e).frequency ? put + e : `${put.replace(/(\w)$/, /^(?:mini|euro|super|ultra|anti)$/.test(put) ? '$1-' : '$1')}${e}`));
    whole.sort((a, b) => Number(lookup(b).frequency > 0) - Number(lookup(a).frequency > 0));
    return {score: agree(hit.rendering.language, hit.match === 'exact' || hit.match === 'inflected' ? 0.85 : 0.7), language: hit.rendering.language, proposals: whole};
  }
  const members = languagesOf(form);
  for (const [ending, puts, spoken] of COGNATES) {
    if (!form.endsWith(ending) || form.length < ending.length + 3) continue;
    const languages = spoken.split(' ');
    const language = languages.find((l) => l === source) ?? languages.find((l) => members.includes(l)) ?? languages[0]!;
    const stem = plain(form.slice(0, -ending.length));
    for (const put of puts) for (const base of [stem, stem.replace(/f/g, 'ph'), stem.replace(/zz$/, 'z'), stem.replace(/tt$/, 'ct'), stem.replace(/k/g, 'c'), stem.replace(/z/g, 'c')]) {
      const candidate = base + put;
      if (!isEnglish(candidate) || lookup(candidate).frequency < 85 || candidate === form) continue;
      return {score: agree(language, members.some((l) => languages.includes(l)) ? 0.78 : 0.55), language, proposals: [candidate]};
    }
  }
  return hybrid(word, source) ?? compound(word, source, sure) ?? halfCompound(word, source, sure) ?? (form.length >= 5 && members.length > 0 && members.length < 5 ? member(word, members, source, sure) : undefined);
}

/** Two nouns of a Germanic language in one: "Autobahnbrücke", "motorway bridge". */
function compound(word: Word, source: string | undefined, sure: number): Found | undefined {
  const form = word.base;
  if (form.length < 9 || form.length > 34 || (word.shape !== 'lower' && (word.entry.flags & (Flag.Person | Flag.Place | Flag.Name) || word.entry.frequency > 60))) return undefined;
  for (let at = form.length - 4; at >= 4; at--) {
    const heads = renderingsOf(form.slice(at)).filter(({match, rendering: r}) => (match === 'exact' || match === 'case' || match === 'inflected') && (r.language === 'de' || r.language === 'nl' || r.language === 'sv') && !r.country && (word.shape === 'lower' || /^\p{Lu}/u.test(r.key)));
    if (!heads.length) continue;
    const left = form.slice(0, at);
    for (const first of [left, left.replace(/s$/, ''), left.replace(/e?n$/, ''), left.replace(/e$/, ''), `${left}e`]) {
      if (first.length < 4) continue;
      for (const head of heads) {
        const modifier = renderingsOf(first, false).find((h) => (h.match === 'exact' || h.match === 'case') && h.rendering.language === head.rendering.language && !h.rendering.country);
        if (!modifier) continue;
        const {language} = head.rendering;
        const proposals = english(head).slice(0, 2).map((e) => `${modifier.rendering.english[0]!} ${e}`);
        return {score: (word.shape === 'lower' ? 0.8 : 0.6) + (language === source ? 0.15 * sure : 0), language, proposals};
      }
    }
  }
  return undefined;
}

/** Frequency from which on an English word may be the half of a compound. */
const USUAL_HALF = 115;

/** A compound of a Germanic language of which one half was translated: "Stadtbridge", "Wohnungsmarket". */
function halfCompound(word: Word, source: string | undefined, sure: number): Found | undefined {
  const form = word.base;
  if (form.length < 8 || form.length > 30 || word.entry.frequency > 0 || word.entry.flags & ~Flag.Seen) return undefined;
  for (let at = form.length - 4; at >= 4; at--) {
    const right = form.slice(at);
    const {flags, frequency} = lookup(right);
    if (!(flags & Flag.Lower) || frequency < USUAL_HALF) continue;
    const left = form.slice(0, at);
    for (const first of [left, left.replace(/s$/, ''), left.replace(/e?n$/, ''), left.replace(/es$/, '')]) {
      if (first.length < 4 || isEnglish(first) && lookup(first).flags & Flag.Lower) continue;
      const hit = renderingsOf(first, false).find(({match, rendering: {language, country}}) => (match === 'exact' || match === 'case') && !country && GERMANIC.test(language));
      if (!hit) continue;
      const {language, english: put} = hit.rendering;
      return {score: (word.shape === 'lower' ? 0.55 : 0.4) + (language === source ? 0.3 * sure : 0), language, proposals: put.slice(0, 2).map((e) => `${e} ${right}`), cause: 'garbled', note: `${LANGUAGE_NAMES[language] ?? 'Foreign'} “${left}” with an English word.`};
    }
  }
  return undefined;
}
const GERMANIC = /^(?:de|nl|sv)$/;

let left: ReadonlyMap<string, {readonly word: string; readonly language: string}> | undefined;
/** The word of another language of which a form is what is left in ASCII: "intrts". */
function lostFrom(form: string): {readonly word: string; readonly language: string} | undefined {
  if (!left) {
    const made = new Map<string, {word: string; language: string}>();
    for (const [language, words] of Object.entries(readData<Record<string, string>>('lost-letters'))) for (const word of words.split(' ')) {
      const form = word.replace(/[^\0-\x7f]/g, '');
      if (form.length > 3 && form !== word.toLowerCase() && !made.has(form)) made.set(form, {word, language});
    }
    left = made;
  }
  return left.get(form);
}

/** What French and Italian leave out before a vowel, without its apostrophe, and what English has for it. */
const ELIDED: readonly (readonly [start: string, language: string, before: string])[] = [['l', 'fr', 'the '], ['d', 'fr', 'of '], ['qu', 'fr', 'that '], ['s', 'fr', ''], ['n', 'fr', ''], ['dell', 'it', 'of the '], ['nell', 'it', 'in the '], ['all', 'it', 'to the '], ['dall', 'it', 'from the '], ['sull', 'it', 'on the ']];
/** What those words score that lack letters, and those whose apostrophe is lost; less with a capital, since they may be somebody's name. */
const LETTERS_LOST = 0.74;
const APOSTROPHE_LOST = 0.66;
const LESS_CAPITAL = 0.12;
/** Letters of the word behind a lost apostrophe. */
const MIN_ELIDED = 4;

/** A word that has lost the letters that ASCII lacks, or an apostrophe: "mdia", "Lancien", "Dintrts". Only forms that nothing else has. */
function lost(word: Word, source: string | undefined, sure: number, inside: boolean): Found | undefined {
  const form = word.base;
  const {frequency, flags} = word.entry;
  if (frequency || flags || form.length < 4 || form.length > 20 || word.shape !== 'lower' && word.shape !== 'capital' || accented(form)) return undefined;
  const of = (language: string, score: number) => (source === language ? score + (1 - score) * 0.5 * sure : score) - (inside ? LESS_CAPITAL : 0);
  const whole = lostFrom(form);
  if (whole) {
    const {language} = whole;
    const proposals = renderingsOf(whole.word).filter((hit) => hit.rendering.language === language).flatMap(english);
    return {score: of(language, LETTERS_LOST), language, proposals: [...new Set(proposals)].slice(0, 4), note: `${LANGUAGE_NAMES[language]} “${whole.word}” without its accents.`};
  }
  for (const [start, language, before] of ELIDED) {
    if (!form.startsWith(start) || form.length < start.length + 3) continue;
    const rest = form.slice(start.length);
    const restored = lostFrom(rest);
    if (!restored && (rest.length < MIN_ELIDED || !/^[aeiouyh]/.test(rest))) continue;
    const hits = renderingsOf(restored?.language === language ? restored.word : rest).filter((hit) => hit.rendering.language === language && hit.match !== 'romanised');
    if (!hits.length) continue;
    const proposals = [...new Set(hits.flatMap(english))].slice(0, 3);
    return {score: of(language, APOSTROPHE_LOST), language, proposals: before === 'of ' ? proposals.flatMap((p) => [before + p, p]) : proposals.map((p) => before + p), note: `${LANGUAGE_NAMES[language]} without its apostrophe.`};
  }
  return undefined;
}

/** A foreign stem with an English ending: "vendangers". */
function hybrid(word: Word, source: string | undefined): Found | undefined {
  const form = word.base;
  for (const [ending, plural] of ENGLISH_ENDINGS) {
    if (!form.endsWith(ending) || form.length < ending.length + 4) continue;
    const stem = form.slice(0, -ending.length);
    for (const base of [stem, `${stem}e`, `${stem}er`, `${stem}ar`, `${stem}are`, `${stem}en`, `${stem}a`]) {
      const hit = renderingsOf(base, false).find((h) => (h.match === 'exact' || h.match === 'case') && !h.rendering.country && !isAcronym(h.rendering.key));
      if (!hit || base.length < 5) continue;
      const {language} = hit.rendering;
      const agent = /^(?:ers?|ators?)$/.test(ending);
      const proposals = hit.rendering.english.flatMap((e) => {
        const last = e.slice(e.lastIndexOf(' ') + 1);
        if (!agent) return [plural ? usualPlural(e) : e];
        const made = ['er', 'or', 'r', 'ator'].map((end) => (last.endsWith('e') && end !== 'r' ? last.slice(0, -1) : last) + end).filter((w) => lookup(w).frequency > 75).map((w) => e.slice(0, e.length - last.length) + w);
        return (made.length ? made.slice(0, 1) : [`${e} worker`]).map((w) => (plural ? pluralOf(w) : w));
      });
      return {score: language === source ? 0.62 : 0.45, language, proposals, cause: 'garbled', note: `${LANGUAGE_NAMES[language] ?? 'Foreign'} “${base}” with an English ending.`};
    }
  }
  return undefined;
}

/** Only the vocabulary and the letters of a language speak for it: nothing to propose. */
function member(word: Word, members: readonly string[], source: string | undefined, sure: number): Found | undefined {
  const form = word.base;
  const language = members.find((l) => l === source) ?? members.toSorted((a, b) => surprise(form, a) - surprise(form, b))[0]!;
  const stranger = surprise(form, 'en') - surprise(form, language);
  const marked = /[^\0-\x7f]/.test(form);
  if (word.entry.frequency > 70 || (marked && isEnglish(word.plain))) return undefined;
  // Filters answer wrongly once in a hundred words and language: what looks English, or like nothing at all, is not believed.
  const home = language === source && sure > 0.2;
  if (!marked && (members.length > 2 || /(?:ing|ed|ly|ers?|ness|isms?|able|ian|[^aeiou]s)$/.test(form) || stranger < (home ? 0.3 : 1.3) || surprise(form, language) > 3.4)) return undefined;
  const score = 0.22 + (marked ? 0.15 : 0) + (home ? 0.1 + 0.3 * sure : 0);
  return {score, language, proposals: [], inferred: true, note: `A ${LANGUAGE_NAMES[language] ?? 'foreign'} word that was left untranslated.`};
}

/** Explains a word form of a document as a foreign word. `lower`: all its places are in lower case; `inside`: it has a capital inside of a sentence. */
export function foreignWord(word: Word, document: Unknown['document'], lower: boolean, inside: boolean, listed = false): Explanation | undefined {
  const text = word.text.replace(/['’]s$/, '');
  if (text.length < 2 || text.length > 40 || (/[^\0-\u02af]/.test(text) && /\p{Script=Latin}/u.test(text) && /[^\p{Script=Latin}\p{M}'’.]/u.test(text))) return undefined;
  if (isLoan(text)) return undefined;
  const hits = renderingsOf(text, lower || word.shape === 'capital');
  const elided = hits.length || !/['’]/.test(text) ? undefined : /^(?:[ldnsjm]|qu|dell|all|nell|dall|sull|un)['’](\p{Ll}{3,30})$/u.exec(text)?.[1];
  const found = elided ? renderingsOf(elided) : hits;
  const german = word.shape === 'capital' && inside && !listed;
  const less = found.length > 0 || listed ? undefined : lost;
  const guess = found.length || less || (lower && !listed) || german;
  if (!guess) return undefined;
  const guessed = sourceLanguageOf(document);
  const source = guessed?.language;
  // The word itself has voted.
  const sure = Math.max(0, ((guessed?.score ?? 0) - 0.3) / 0.7);
  const best = fromHits(word, found, lower, inside, source, sure) ?? less?.(word, source, sure, inside) ?? (lower && !listed ? inferred(word, source, sure) : german ? (source === 'de' ? compound(word, source, sure) : undefined) ?? halfCompound(word, source, sure) : undefined);
  if (!best || best.score <= 0.05) return undefined;
  const {language} = best;
  // "putin": a name that news has is no foreign word unless the text is from that language.
  if (lower && word.entry.flags & Flag.Name && word.entry.frequency > 110 && language !== source) return undefined;
  const first = best.proposals[0];
  return {
    cause: best.cause ?? 'foreign', score: Math.min(0.94, best.score), proposals: best.proposals, language,
    note: best.note ?? (first ? `${LANGUAGE_NAMES[language] ?? 'Foreign'} for “${first}”.` : undefined),
  };
}

/** Explains an unknown word as one that was left untranslated. */
export function explainForeign({word, document, lower, capitalInside}: Unknown): Explanation | undefined {
  return foreignWord(word, document, lower, capitalInside);
}
