import * as v from 'valibot';
import {ask, Question} from '../src/document/ask.ts';
import {detached} from '../src/document/detached.ts';
import {DETERMINERS, pluralOf} from '../src/document/english.ts';
import type {Document} from '../src/document/document.ts';
import {ParagraphEvidence} from '../src/document/paragraph-evidence.ts';
import type {Token} from '../src/document/token.ts';
import {type Word, wordClass, wordOf, wordQuestion} from '../src/document/word.ts';
import {foreignWord, LANGUAGE_NAMES} from '../src/evidence/explain/foreign.ts';
import {isForeign, isWanted} from '../src/evidence/foreign-place.ts';
import {foreignRuns} from '../src/evidence/foreign-run.ts';
import {beginsExpression, expressionAt, renderingsOf} from '../src/evidence/residue.ts';
import {isOtherScript, scriptOf, UNSPACED} from '../src/evidence/script.ts';
import {functionWordOf, sourceLanguageOf} from '../src/evidence/source-language.ts';
import {type Explanation, explanationOf, isKnown} from '../src/evidence/triage.ts';
import {usageIn} from '../src/evidence/usage.ts';
import {FIRST_NAMES} from '../src/evidence/first-names.ts';
import {readData} from '../src/lexicon/assets.ts';
import {Flag, lookup, plain} from '../src/lexicon/lexicon.ts';
import {isLoan} from '../src/evidence/loans.ts';
import {languageList} from '../src/rule/options.ts';
import {defineRule, type Report} from '../src/rule/rule.ts';

/** What titles before names are in English: "Pr Dupont" is Professor Dupont. */
const TITLE = /^(?:Professor|Prof|Dr|Doctor|Mr|Mrs|Ms|Lawyer|Engineer|Sir|Father)\.?$/i;
/** Institutions that take an article: "the Agriculture Ministry says". */
const INSTITUTION = /^(?!the )(?:.* )?(?:ministry|commission|cabinet|government|council|committee|office|agency|service|court|parliament|administrations?|police|directorate|prosecutors|staff|union|bank|assembly|department|institute|fund|watchdog|regulator|authority|bureau|board)(?: of .*)?$/i;
/** Names that take an article. */
const WITH_ARTICLE = /^(?:United (?:States|Nations|Kingdom|Arab Emirates)|Netherlands|Philippines|European Union|UN|US|UK|EU)$/;
/** A run of this many words of another script is a passage: `language-mix` reports it. */
const PASSAGE = 3;
const LONG_UNSPACED = 12;

/** Words with which a foreign expression may begin. */
const opensExpression = wordQuestion((word) => beginsExpression(word.plain));
/**
 * Words that no dictionary of English has: it knows them from names, menus and books alone ("alcalde", "carne"). Where the lists have
 * them and the text is from their language, they were left standing.
 */
const isBorrowed = wordQuestion((word) => word.english && word.text.length > 2 && word.text === word.text.replace(/['’].*$/, '') && (!(word.entry.flags & Flag.Lower) || (word.entry.flags & Flag.Loan) !== 0 && word.entry.frequency < 90) && (word.shape === 'lower' || word.shape === 'capital') && !(lookup(word.plain).flags & Flag.Lower && word.plain !== word.base) && meaningOf(word.text).length > 0);
/** What the lists have for a word as it is written, be it without its accents or in the plural; but places. */
const meaningOf = (text: string) => renderingsOf(text).filter(({match, rendering: {key, country, english}}) => (match === 'exact' || match === 'inflected' || match === 'accents' && key.length > 4 && text === text.toLowerCase() && key === key.toLowerCase()) && !country && !english.some((put) => plain(put.toLowerCase()) === plain(text.toLowerCase())));
/** Its language must be as likely as this. */
const SPOKEN = 0.3;
/** What the rule looks at: words that English lacks or that begin an expression, and those of the lists, such as foreign titles, that English has too. */
const STRANGE = wordClass((word) => !word.english || isBorrowed(word) || titleOf(word.text) !== undefined || /[^\0-\x7f]/.test(word.text) || opensExpression(word) || (word.shape !== 'lower' && knownAs(word.text).length > 0));
/** What a foreign title before names is in English: "Herr", "Mme". */
let titles: ReadonlyMap<string, {readonly language: string; readonly english: readonly string[]}> | undefined;
const titleOf = (text: string) => (titles ??= new Map(Object.entries(readData<Record<string, {language: string; english: string[]}>>('titles')))).get(text);
/** Small words inside of a name. */
const PARTICLE = /^(?:de|da|do|dos|del|di|van|von|el|la)$/;
/** What is counted in another language: the scale or unit behind a number, with its English. */
const COUNTED: Readonly<Record<string, string>> = {mil: 'thousand', tausend: 'thousand', mille: 'thousand', duizend: 'thousand', kilometer: 'kilometers', kilomètres: 'kilometers', kilómetros: 'kilometers', quilômetros: 'kilometers', chilometri: 'kilometers', meter: 'meters', mètres: 'meters', metros: 'meters', metri: 'meters', quadratmeter: 'square meters', hektar: 'hectares', prozent: 'percent', procent: 'percent', stunden: 'hours', heures: 'hours', horas: 'hours', jahre: 'years', ans: 'years', años: 'years', anos: 'years', anni: 'years'};
/** What a form that English has is in the lists as it is written. */
const knownAs = (text: string) => (text.length > 1 && text.length < 7 ? renderingsOf(text, false).filter(({rendering}) => rendering.key === text && !rendering.country && !rendering.english.includes(text)) : []);

/** Whether a text has a word with a capital behind a first name. */
const SURNAME = new Question((whole, word) => usageIn(whole).get(word)?.tokens.some((t) => {
  const first = t.word.shape === 'capital' ? whole.before(t) : undefined;
  return first?.word.shape === 'capital' && (FIRST_NAMES.has(first.word.base) || !first.word.english && (first.word.entry.flags & Flag.Person) !== 0);
}) ?? false);

export default defineRule({
  id: 'untranslated',
  summary: 'A word of another language that was not translated',
  why: `Engines copy what they do not know: \`62 prélèvements\`, \`the home hinchada\`, \`cars for Venedig\`, \`the ЦВК\`, \`48 mlrd tenge\`. The word is looked up in lists of news vocabulary, by itself, without its ending, and behind international prefixes (\`micropuces\`); words of which only the vocabulary of a language knows are reported without a proposal. Sites that keep no letters but those of ASCII lose accents and apostrophes: \`mdia\` (média), \`Lancien\` (l’ancien), \`Dintrts\` (d’intérêts).

Silent on words that English has borrowed, on names and titles of works (a foreign word beside a capitalised one), on words in quotation marks or brackets, and where the writer says what the word means (\`hromada, as the enlarged municipalities are called\`).`,
  category: 'untranslated',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.8,
  options: v.object({
    allowLanguages: languageList('Languages whose words may stand, by their codes.'),
  }),
  kinds: {
    word: 'A word of another language in Latin letters',
    expression: 'An expression of several words of another language',
    script: 'A word in other letters',
    title: 'A title or an abbreviation that means something else in English',
  },
  examples: {
    bad: [
      {text: 'The laboratory examined 40 prélèvements from the river.', flagged: ['prélèvements'], fixed: 'The laboratory examined 40 samples from the river.'},
      {text: 'The firm buys its micropuces from suppliers in Asia.', flagged: ['micropuces'], fixed: 'The firm buys its microchips from suppliers in Asia.'},
      {text: 'The night train from Zagreb to Venedig was late again.', flagged: ['Venedig'], fixed: 'The night train from Zagreb to Venice was late again.'},
      {text: 'The mdia spoke with Lancien director about the intrts of the daily.', flagged: ['mdia', 'Lancien', 'intrts'], fixed: 'The media outlet spoke with the former director about the interests of the daily.', mt: 'yes'},
      {text: 'A bombeiro was hurt when the roof fell in.', flagged: ['bombeiro'], fixed: 'A firefighter was hurt when the roof fell in.', mt: 'yes'},
      {text: '"The barn burned down," said bombeiro Rui Costa. "Nobody was hurt."', flagged: ['bombeiro'], fixed: '"The barn burned down," said firefighter Rui Costa. "Nobody was hurt."', mt: 'yes'},
      {text: 'Miners went on strike in the kopalniach near Katowice.', flagged: ['kopalniach'], fixed: 'Miners went on strike in the mines near Katowice.'},
      {text: 'Prosecutors in Cluj questioned the rudelor of the driver.', flagged: ['rudelor'], fixed: 'Prosecutors in Cluj questioned the relatives of the driver.'},
      {text: 'Most of the refurtiva was found in a garage.', flagged: ['refurtiva'], fixed: 'Most of the loot was found in a garage.'},
      {text: 'The Minobrnauki refused. Minobrnauki did not say why.', flagged: ['Minobrnauki', 'Minobrnauki'], fixed: 'The Science and Higher Education Ministry refused. The Science and Higher Education Ministry did not say why.', mt: 'yes'},
      {text: 'The train from Moscow to Польша was late.', flagged: ['Польша'], fixed: 'The train from Moscow to Poland was late.'},
      {text: 'The lawyer spoke with Pr Dupont on Monday.', flagged: ['Pr'], fixed: 'The lawyer spoke with Professor Dupont on Monday.', mt: 'yes'},
      {text: 'Herr Schmidt met Mme Royal and Sr. García some 30 Kilometer from the border, where 200 mil workers live.', flagged: ['Herr', 'Mme', 'Sr.', 'Kilometer', 'mil'], fixed: 'Mr. Schmidt met Ms. Royal and Mr. García some 30 kilometers from the border, where 200 thousand workers live.', mt: 'yes'},
      {text: 'His lawyer, Me Odile Vergnaud, asked for a delay.', flagged: ['Me'], fixed: 'His lawyer, Odile Vergnaud, asked for a delay.', mt: 'yes'},
      {text: 'In Sevilla the alcalde of the town sold carne. The unions of Zaragoza and Bilbao want a huelga.', flagged: ['alcalde', 'carne', 'huelga'], fixed: 'In Sevilla the mayor of the town sold meat. The unions of Zaragoza and Bilbao want a strike.', mt: 'yes'},
      {text: 'The general of the fuerzas armadas resigned.', flagged: ['fuerzas armadas'], fixed: 'The general of the armed forces resigned.'},
    ],
    good: [
      {text: 'The firm buys its micropuces from suppliers in Asia.', options: {allowLanguages: ['fr']}},
      'The percebeiros, the men and women who gather barnacles, lost their gear.',
      'The opera “La Nuit des vendangeurs” was heard again.',
      'Mr Lancien and Pauline Davenir ran for the ltat, a small boat.',
      'The alcalde smiled, and the vino was good.',
      'Every sailor in town goes to the Kieler Woche in June.',
      'The phone maker Xiaomi (小米) will follow.',
      'Farmers (agricultores) blocked the roads with “tractoradas”.',
      'Each hromada, as the enlarged municipalities are called, keeps a share. One small hromada protested.',
      'Le Monde and Der Spiegel reported on the Champs-Élysées.',
      'The angle α is larger than β, he wrote. In the formula, π, α and β are parameters.',
    ],
  },
  check(document, report, {allowLanguages}) {
    const {tokens} = document;
    const words = new Map<string, {wanted: boolean; placed: Placed[]}>();
    for (const {key, wanted, placed, language} of sightings.in(document)) {
      if (language !== undefined && allowLanguages.includes(language)) continue;
      let word = words.get(key);
      if (!word) words.set(key, (word = {wanted: false, placed: []}));
      if (wanted) word.wanted = true;
      else if (placed) word.placed.push(placed);
    }
    for (const {wanted, placed} of words.values()) if (!wanted) for (const {first, last, confidence, proposals, ...rest} of placed) {
      const {start} = tokens[first]!;
      // A title that English has nothing for goes with its space.
      report({start, end: tokens[last]!.end, ...rest, proposals: proposals?.map((put) => (put === '' ? {start, end: tokens[last + 1]!.start, text: ''} : put)), confidence: placed.length > 4 ? confidence * 0.85 : confidence});
    }
  },
});

type Kinded = Report & {readonly kind: 'word' | 'expression' | 'script' | 'title'};
/** A report of words from one token to another. */
type Placed = Omit<Kinded, 'start' | 'end'> & {readonly first: number; readonly last: number};

/** A word of another language at a place, which may mean it as it stands (`wanted`): then it is right everywhere. */
interface Sighting {
  readonly key: string;
  readonly wanted: boolean;
  readonly placed?: Placed;
  /** That of the word; absent where it does not matter. */
  readonly language?: string;
}
type Draft = (key: string, wanted: boolean, placed?: Placed, language?: string) => void;

const sightings = new ParagraphEvidence((document): readonly Sighting[] => {
  const found: Sighting[] = [];
  const {tokens} = document;
  const explained = new Map<Word, Explanation | undefined>();
  const draft: Draft = (key, wanted, placed, language) => void found.push({key: detached(key), wanted, placed, language});
  // Whole clauses are the business of `language-mix`.
  const runs = foreignRuns(document);
  let run = 0;
  let seen = -1;
  let segment = -1;
  for (const token of document.where(STRANGE)) {
    const {index: i} = token;
    // A paragraph is looked at by itself.
    if (token.segment === segment && i <= seen) continue;
    ({segment} = token);
    while (run < runs.length && runs[run]!.last.index < i) run++;
    if (token.kind !== 'word' || (run < runs.length && runs[run]!.first.index <= i)) continue;
    const {word} = token;
    if (token.text.charCodeAt(0) >= 0x370 && isOtherScript(token.text)) {
      seen = otherScript(document, i, draft);
      continue;
    }
    const counted = token.index > 0 && token.spaced && tokens[i - 1]!.kind === 'number' && tokens[i - 1]!.segment === token.segment ? countedAs(document, token) : undefined;
    if (counted) {
      draft(word.base, false, counted);
      continue;
    }
    const title = titleOf(token.text);
    const named = title && addressed(document, token);
    if (title && named) {
      draft(token.text, false, {...place(document, token, named.mark, title.english, {kind: 'title', confidence: sourceLanguageOf(document)?.language === title.language ? 0.8 : 0.62, note: `A title of ${LANGUAGE_NAMES[title.language] ?? 'another language'}.`})});
      continue;
    }
    const phrase = !opensExpression(word) ? undefined : expressionAt(document.text, token.start, word.text);
    if (phrase) {
      const end = phraseEnd(document, i, phrase.end);
      if (end >= 0 && (phrase.exact || !word.english) && anyForeign(tokens, i, end)) {
        expression(document, token, tokens[end]!, phrase, draft);
        seen = end;
        continue;
      }
    }
    // "Täter" is taken for "tater" with accents: the lists have it exactly so.
    const accented = word.english && word.shape !== 'upper' && /[^\0-\x7f]/.test(word.base) && !lookup(word.base).frequency && renderingsOf(token.text).some((h) => h.match === 'exact' || h.match === 'inflected' && h.rendering.key !== plain(h.rendering.key));
    if (word.english && !accented) {
      if (isBorrowed(word)) borrowed(document, token, draft);
      else known(document, token, draft);
      continue;
    }
    if (!accented && !explained.has(word)) explained.set(word, explanationOf(document, word) ?? (isKnown(document, word) && word.shape === 'lower' ? foreignWord(word, document, true, false, true) : undefined));
    const explanation = accented ? foreignWord(word, document, word.shape === 'lower', word.shape === 'capital' && !document.opensSentence(token), true) : explained.get(word);
    if (explanation?.cause !== 'foreign') continue;
    const key = word.base;
    const acronym = word.shape === 'upper';
    // Pinyin of what a company does stands inside of its name: "Lingyun Keji".
    const pinyin = explanation.language === 'zh' && word.shape === 'capital' && /^\p{Lu}/u.test(explanation.proposals[0] ?? '');
    const surname = pinyin ? document.before(token) : undefined;
    // "Chen Guangfu": the name of a person; "the TAR, the regional court": explained.
    if (surname?.kind === 'word' && surname.word.shape === 'capital' && surname.word.entry.flags & Flag.Person || isGlossed(document, token, explanation.proposals)) {
      draft(key, true);
      continue;
    }
    if (pinyin ? sourceLanguageOf(document)?.language !== 'zh' : !isOffice(document, token, explanation) && isWanted(document, token, token, acronym)) {
      draft(key, true);
      continue;
    }
    const possessive = /['’]s$/.exec(token.text)?.[0] ?? '';
    // "the talks with mirny" beside "Petro Mirny": the name of somebody, whatever it means.
    if (word.shape === 'lower' && ask(document, SURNAME, key)) {
      draft(key, false, place(document, token, token, [key[0]!.toUpperCase() + key.slice(1) + possessive], {kind: 'word', confidence: 0.75, note: 'The text writes this name with a capital elsewhere.'}), explanation.language);
      continue;
    }
    const [first, last] = document.hyphenated(token);
    if (first !== last) {
      let strange = false;
      for (let k = first; k <= last; k += 2) if (k !== i && (isForeign(tokens[k]) || tokens[k]!.word.shape === 'capital')) strange = true;
      if (strange) continue;
    }
    // "ministra de Defensa": replacing the first word alone would not do.
    const next = document.after(token);
    const leads = next?.kind === 'word' && next.spaced && isForeign(next) && functionWordOf(next.word.folded).includes(explanation.language ?? '');
    const usable = leads ? [] : explanation.proposals;
    const confidence = explanation.score * (first !== last || pinyin ? 0.75 : 1);
    draft(key, false, place(document, token, token, usable.map((p) => p + possessive), {kind: 'word', confidence, note: explanation.note, tier: usable.length ? undefined : 'report', evidence: explanation.proposals.length ? undefined : 0.4}), explanation.language);
  }
  return found;
}, (sighting, by) => (sighting.placed ? {...sighting, placed: {...sighting.placed, first: sighting.placed.first + by, last: sighting.placed.last + by}} : sighting));

/** What an office or a rank is called, whose word for it is no part of the name behind it: "Wamenkeu Anna Weber". */
const OFFICE = /\b(?:ministers?|secretary|chairman|commissioner|governor|mayor|regent|candidate|president|treasurer|inspector|brigadier)\b/i;
function isOffice(document: Document, token: Token, {language, proposals}: Explanation): boolean {
  const next = document.after(token);
  return token.word.shape === 'capital' && proposals.length > 0 && proposals.every((put) => OFFICE.test(put)) && next?.kind === 'word' && next.spaced && next.word.shape === 'capital' && sourceLanguageOf(document)?.language === language && document.before(token)?.word.shape !== 'capital';
}

/** Whether a title stands before a name: "Me Dupont", "Sr. García"; the last token of the title, with its full stop. */
function addressed(document: Document, token: Token): {readonly mark: Token} | undefined {
  const before = document.before(token);
  if (before?.kind === 'word' && (before.word.shape !== 'lower' && !document.opensSentence(before) || PARTICLE.test(before.text))) return undefined;
  const next = document.after(token);
  const mark = next?.text === '.' && !next.spaced ? next : token;
  const name = mark === token ? next : document.tokens[mark.index + 1];
  if (name?.kind !== 'word' || !name.spaced || name.segment !== token.segment || name.word.shape !== 'capital' || (name.word.english && !name.word.isName)) return undefined;
  return {mark};
}

/** "200 mil", "30 Kilometer": what is counted, in another language. */
function countedAs(document: Document, token: Token): Placed | undefined {
  const english = COUNTED[token.word.folded];
  if (!english || (token.word.shape !== 'lower' && token.word.shape !== 'capital')) return undefined;
  // English has "a meter" and "mil", but not many of them without an s, nor behind a number.
  if (token.word.shape === 'capital' ? !/^(?:Kilometer|Meter|Quadratmeter|Hektar|Prozent|Stunden|Jahre)$/.test(token.text) : !/^(?:mil|mille|tausend|duizend)$/.test(token.text) && token.word.english) return undefined;
  const next = document.after(token);
  if (token.text === 'mil' && !(next?.kind === 'word' && next.word.shape === 'lower' && /s$|^(?:people|of)$/.test(next.word.folded))) return undefined;
  return place(document, token, token, [english], {kind: 'word', confidence: 0.88, note: `“${english}” in another language.`});
}

/** A report with its proposals fitted to the place: capital where a sentence opens, article before. */
function place(document: Document, first: Token, last: Token, proposals: readonly string[], rest: Omit<Placed, 'first' | 'last' | 'proposals'>): Placed {
  const before = first.index > 0 && first.spaced ? document.before(first) : undefined;
  const opens = document.opensSentence(first) && (first.word.shape !== 'lower' || first.word.shape === 'lower' && !before);
  const article = before?.kind === 'word' && /^(?:an?|the)$/i.test(before.text) ? before : undefined;
  const free = before?.kind !== 'word' || (!DETERMINERS.has(before.word.folded) && !/['’]s$/.test(before.text) && before.word.shape === 'lower' && /^(?:that|and|but|by|from|in|of|to|at|with|for|said|when|while|which|whom|as|if)$/.test(before.text));
  const fitted = proposals.map((p) => {
    let text = p;
    if (article?.text.toLowerCase() === 'the') text = text.replace(/^the /, '');
    else if (free && first.word.shape !== 'lower' && (INSTITUTION.test(text) || WITH_ARTICLE.test(text))) text = `the ${text}`;
    const heads = before?.text === 'of' ? document.before(before) : undefined;
    if (heads?.kind === 'word' && /[^s]s$/.test(heads.text) && heads.word.english && INSTITUTION.test(p) && p === p.toLowerCase()) text = pluralOf(p.replace(/^the /, ''));
    return opens && first.word.shape !== 'lower' ? text.replace(/^\p{Ll}/u, (c) => c.toUpperCase()) : text;
  });
  return {first: first.index, last: last.index, proposals: fitted, ...rest};
}

/** Whether what a word means stands behind it: ", the regional administrative court". */
function isGlossed(document: Document, {end}: Token, meanings: readonly string[]): boolean {
  const behind = /^(?:,| \(| [–—]) ?(?:(?:the|an?|or|that is,) )*(.{0,60})/i.exec(document.text.slice(end, end + 90))?.[1]?.toLowerCase();
  return behind !== undefined && meanings.some((meaning) => behind.startsWith(meaning.toLowerCase().replace(/^(?:the|an?) /, '')));
}

function anyForeign(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (isForeign(tokens[i])) return true;
  return false;
}

/** Index of the token that ends at an offset, or -1. */
function phraseEnd(document: Document, from: number, end: number): number {
  for (let i = from; i < from + 20 && i < document.tokens.length; i++) if (document.tokens[i]!.end === end) return i;
  return -1;
}

/** An expression of several words from the lists: "mise en examen". */
function expression(document: Document, first: Token, last: Token, phrase: NonNullable<ReturnType<typeof expressionAt>>, draft: Draft): void {
  const [best] = phrase.renderings;
  if (!best) return;
  const {key} = best;
  const capital = key !== key.toLowerCase();
  const wanted = isWanted(document, first, last, false);
  // Names of institutions and places in several capitalised words are what English news quotes as they are.
  const capitals = key.split(/[ -]/).filter((w) => /^\p{Lu}/u.test(w)).length;
  if (first.word.shape !== 'lower' && !capital && !document.opensSentence(first)) return;
  const source = sourceLanguageOf(document);
  const same = phrase.renderings.find((r) => r.language === source?.language);
  const {language, english} = same ?? best;
  // Institutions keep their names in English news (Guardia di Finanza), places do not.
  const isPlace = best.country || (/^(?:\p{Lu}[\p{L}'.-]*(?: (?:of |the )*(?=\p{Lu})|$))+$/u.test(english[0]!) && english[0]!.split(/[ -]/).some((w) => wordOf(w).entry.flags & Flag.Place || /^(?:Sea|River|Islands?|City|Mountains|Coast|Gulf|Canal|Lake|Alps|Bay|Cape|Peninsula)$/.test(w)));
  if (capitals > 1 && (!isPlace || INSTITUTION.test(english[0]!))) return;
  let confidence = capitals > 1 ? 0.7 : capital ? 0.6 : 0.88;
  if (!phrase.exact) confidence -= 0.15;
  if (same && confidence > 0.5) confidence += (1 - confidence) * 0.4 * (source?.score ?? 0);
  draft(key, wanted, place(document, first, last, english, {kind: 'expression', confidence, note: `${LANGUAGE_NAMES[language] ?? 'Foreign'} for “${english[0]}”.`}), language);
}

/** Words that English has too: foreign titles before names, and abbreviations in a text that is surely from that language. */
function known(document: Document, token: Token, draft: Draft): void {
  const {text, word} = token;
  if (word.shape === 'lower') return;
  const upper = word.shape === 'upper';
  if (!upper && word.shape !== 'capital') return;
  const hits = knownAs(text);
  if (!hits.length) return;
  const source = sourceLanguageOf(document);
  const hit = hits.find((h) => h.rendering.language === source?.language) ?? hits[0]!;
  const {language, english} = hit.rendering;
  const note = `${LANGUAGE_NAMES[language] ?? 'Foreign'} for “${english[0]}”.`;
  if (!upper) {
    if (!TITLE.test(english[0]!)) return;
    const next = document.after(token);
    const name = next?.text === '.' ? document.after(next) : next;
    if (!name?.spaced || name.word.shape !== 'capital' || name.word.english && !name.word.isName) return;
    if (document.before(token)?.word.shape === 'capital') return;
    draft(text, false, place(document, token, token, english, {kind: 'title', confidence: language === source?.language ? 0.8 : 0.6, note}), language);
    return;
  }
  if (source?.language !== language || source.score < 0.35) return;
  const {flags, frequency} = word.entry;
  if (document.before(token)?.word.shape === 'capital' || document.isTitle(token.sentence)) return;
  const ambiguous = (flags & Flag.Acronym) !== 0 || frequency > 120;
  draft(text, isWanted(document, token, token, true), place(document, token, token, english, {kind: 'title', confidence: (ambiguous ? 0.3 : 0.6) + (source.score > 0.6 ? 0.1 : 0), note, evidence: ambiguous ? 0.2 : undefined}), language);
}

/** A word that English has borrowed without putting it into its dictionaries, in a text from its language. */
function borrowed(document: Document, token: Token, draft: Draft): void {
  const {text, word: {shape, entry: {flags, frequency}}} = token;
  const source = sourceLanguageOf(document);
  if (!source || source.score < SPOKEN) return;
  // A capital inside of a sentence makes a name of it, but of German.
  if (shape === 'capital' && (source.language !== 'de' || document.opensSentence(token) || flags & Flag.Place && frequency > 75)) return;
  const hit = meaningOf(text).find(({rendering: {language}}) => language === source.language);
  if (!hit) return;
  const {language, english: singular} = hit.rendering;
  const english = hit.plural ? singular.map(pluralOf) : singular;
  const loan = isLoan(text);
  const confidence = (loan ? 0.3 : 0.42) + 0.3 * (source.score - SPOKEN) - (frequency > 100 ? 0.25 : frequency > 92 ? 0.15 : 0);
  draft(text, isWanted(document, token, token), place(document, token, token, english, {kind: 'word', confidence, note: `${LANGUAGE_NAMES[language] ?? 'Foreign'} for “${english[0]}”.`, evidence: loan ? 0.2 : undefined}), language);
}

/** A run of words in another script from token `i` on; returns the index of its last token. */
function otherScript(document: Document, i: number, draft: Draft): number {
  const {tokens} = document;
  const first = tokens[i]!;
  let last = i;
  let words = 1;
  for (let k = i + 1; k < tokens.length && tokens[k]!.segment === first.segment && k < i + 200; k++) {
    const t = tokens[k]!;
    if (t.kind === 'word') {
      if (!isOtherScript(t.text)) break;
      last = k;
      words++;
    } else if (t.kind !== 'punctuation' && t.kind !== 'number') break;
    else if (t.kind === 'punctuation' && /^[()«»“”"]$/.test(t.text)) break;
  }
  const end = tokens[last]!;
  const text = document.text.slice(first.start, end.end);
  const unspaced = UNSPACED.test(text);
  const script = scriptOf(text);
  if (!script || words >= PASSAGE || (unspaced && text.length >= LONG_UNSPACED)) return last;
  const letters = [...text].length;
  // Letters by themselves are symbols: "π, α and β".
  if (letters < 2 || /^[\u0370-\u03ff](?:[\s,]+[\u0370-\u03ff])*$/.test(text)) return last;
  const before = tokens[i - 1];
  const after = tokens[last + 1];
  const bracketed = before?.text === '(' || before?.text === '[' || before?.text === '/' || after?.text === '/' || (after?.text === '(' && tokens[last + 2]?.kind === 'word') || after?.text === ')';
  const marked = /^[“"«‘„'《「（]$/.test(before?.text ?? '') || /^(?:word|words|character|characters|letter|letters|name|hashtag|term|phrase|symbol)$/.test(before?.word.folded ?? '');
  if (bracketed || marked) {
    draft(text, true);
    return last;
  }
  const {english, language} = rendering(text, unspaced);
  const name = LANGUAGE_NAMES[language ?? ''] ?? script.name;
  draft(text, false, place(document, first, end, english, {kind: 'script', confidence: letters < 3 && script.language === 'el' ? 0.3 : 0.9, tier: english.length ? undefined : 'report', note: english.length ? `${name} for “${english[0]}”.` : `Left in ${script.name}.`}), language ?? script.language);
  return last;
}

/** English for a word or two in another script, from the lists; for scripts without spaces, part by part. */
function rendering(text: string, unspaced: boolean): {english: string[]; language?: string} {
  const phrase = expressionAt(text, 0, /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? text);
  if (phrase && phrase.end === text.length) return {english: [...phrase.renderings[0]!.english], language: phrase.renderings[0]!.language};
  const whole = renderingsOf(text).filter((h) => h.match !== 'accents' || plain(h.rendering.key) === plain(text));
  if (whole.length) return {english: whole.flatMap((h) => h.rendering.english), language: whole[0]!.rendering.language};
  if (!unspaced || text.length > 24) return {english: []};
  const parts: string[] = [];
  let language: string | undefined;
  for (let at = 0; at < text.length; ) {
    let size = Math.min(8, text.length - at);
    for (; size > 0; size--) {
      const hit = renderingsOf(text.slice(at, at + size), false)[0];
      if (!hit) continue;
      parts.push(hit.rendering.english[0]!);
      language = hit.rendering.language;
      break;
    }
    if (!size) return {english: []};
    at += size;
  }
  return {english: [parts.join(' ')], language};
}
