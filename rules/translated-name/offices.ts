/** Offices of a country that has its own words for them, under the names that most others have: "the Ministry of Justice" in Washington, "deputies" of the House of Commons. */
import type {Document} from '../../src/document/document.ts';
import {inCaseOf} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {type Word, wordClass, wordNote} from '../../src/document/word.ts';
import {readData} from '../../src/lexicon/assets.ts';
import {Table} from '../../src/lexicon/table.ts';
import type {Report} from '../../src/rule/rule.ts';

type Country = 'us' | 'uk';

/** What `rules/offices.yml` says of a country. */
interface Own {
  readonly signs: ReadonlySet<string>;
  /** What an office is for, and what who holds it and where that is are called. */
  readonly offices: Readonly<Record<string, readonly [holder: readonly string[], house: readonly string[]]>>;
}
let known: Readonly<Record<Country, Own>> | undefined;
function saysOf(country: Country): Own {
  if (!known) {
    const read = ({signs, offices}: {readonly signs: string; readonly offices: Readonly<Record<string, string>>}): Own => ({
      signs: new Set(signs.split(' ')), offices: Object.fromEntries(Object.entries(offices).map(([field, names]) => {
        const [holder = [], house = []] = names.split('/').map((part) => part.trim().split('|').filter(Boolean));
        return [field, [holder, house] as const];
      })),
    });
    const {us, uk} = readData<Record<Country, Parameters<typeof read>[0]>>('offices');
    known = {us: read(us), uk: read(uk)};
  }
  return known[country];
}
/** Signs that are told by their case: "us" is a pronoun. */
const AMERICAN = /^(?:American|Americans|US|U\.S|USA)$/;
const OFFICES = wordClass(({folded}) => /^(?:minister|ministers|ministry|deputy|deputies|labor)$/.test(folded));

/** See `rules/places.yml`: countries of other languages, their people and capitals, and what else is told by its name. */
const PLACES = new Table('places');
const DEMONYMS = new Table('demonyms');
/** Whether a word names another country, its people, its capital or its institutions. */
const isAbroad = wordNote(({shape, folded, text}: Word): boolean => {
  const name = folded.replace(/['’]s$/, '');
  return shape !== 'lower' && !saysOf('uk').signs.has(name) && !AMERICAN.test(text) && (PLACES.lines(name).length > 0 || DEMONYMS.lines(name).length > 0);
});

/** Tokens on each side in which a country is looked for. */
const REACH = 90;
/** Signs of a country from which on an office is taken for its own. */
const ENOUGH = 2;
/** Tokens within which another country's name says whose office it is. */
const BESIDE = 5;

/** The country, of the two, that a place of a text speaks of: it alone of them is named near by, and nearer than any other. `alone`: no other country is named in the sentence. */
function countryAt({tokens}: Document, index: number, alone: boolean): Country | undefined {
  const seen: Record<Country, number> = {us: 0, uk: 0};
  let own = REACH;
  let other = REACH;
  for (let k = Math.max(0, index - REACH); k <= Math.min(tokens.length - 1, index + REACH); k++) {
    const {kind, word, text, sentence} = tokens[k]!;
    if (kind !== 'word' || word.shape === 'lower') continue;
    const country = saysOf('us').signs.has(word.folded) || AMERICAN.test(text) ? 'us' : saysOf('uk').signs.has(word.folded) ? 'uk' : undefined;
    const far = Math.abs(k - index);
    if (country) {
      seen[country]++;
      own = Math.min(own, far);
    } else if (isAbroad(word)) other = alone && sentence === tokens[index]!.sentence ? 0 : Math.min(other, far);
  }
  if (seen.us && seen.uk || other <= BESIDE || own > other) return undefined;
  return seen.us >= ENOUGH ? 'us' : seen.uk >= ENOUGH ? 'uk' : undefined;
}

/** Reports the offices of a document under foreign names. */
export function checkOffices(document: Document, report: (found: Report) => void): void {
  for (const token of document.where(OFFICES)) if (token.kind === 'word' && !document.isTitle(token.sentence)) {
    const w = token.word.folded;
    if (w === 'labor') labour(document, token, report);
    else if (w.startsWith('deput')) deputies(document, token, report);
    else ministers(document, token, report);
  }
}

/** "the Ministry of Justice", "Minister of the Interior Yvette Cooper", "the finance ministry" */
function ministers(document: Document, token: Token, report: (found: Report) => void): void {
  const {tokens} = document;
  const {sentence, index} = token;
  const at = (k: number) => (tokens[k]?.sentence === sentence ? tokens[k] : undefined);
  const house = token.word.folded === 'ministry';
  let last = index;
  let field: string | undefined;
  if (at(index + 1)?.word.folded === 'of') {
    last = at(index + 2)?.word.folded === 'the' ? index + 3 : index + 2;
    field = at(last)?.word.folded;
    if (field === 'foreign') last++;
    else if (field === 'internal') [field, last] = ['interior', last + 1];
    else if (field === 'health' || field === 'education' || field === 'agriculture') {
      if (at(last + 1)?.word.folded === 'and') return;
    }
  } else if (house) field = at(index - 1)?.word.folded === 'affairs' ? undefined : at(index - 1)?.word.folded;
  const isOffice = field !== undefined && Object.hasOwn(saysOf('us').offices, field);
  if (!isOffice || !at(last) || at(last + 1)?.text === '-' || token.word.folded === 'ministers') return;
  const first = last > index ? index : index - 1;
  const country = countryAt(document, index, field === 'foreign' || field?.startsWith('defen') === true);
  if (!country) return;
  const put = saysOf(country).offices[field!]![house ? 1 : 0];
  if (!put.length || /^(?:prime|deputy|former|first|junior|shadow)$/.test(at(first - 1)?.word.folded ?? '')) return;
  const raised = token.word.shape === 'capital' && !house;
  report({
    start: tokens[first]!.start, end: tokens[last]!.end, confidence: last > index ? 0.5 : 0.35,
    proposals: put.map((name) => (raised ? name.replace(/\b(?!of|the)[a-z]/g, (letter) => letter.toUpperCase()) : name)),
    note: country === 'us' ? 'American government has departments and secretaries.' : 'British government has its own names for its offices.',
  });
}

/** "the deputies in Westminster" */
function deputies(document: Document, token: Token, report: (found: Report) => void): void {
  const next = document.after(token);
  const before = document.before(token);
  if (token.word.folded !== 'deputies' || token.word.shape !== 'lower' || before && /^(?:sheriff|sheriff's|sheriffs|his|her|their|two|three|county|police)$/.test(before.word.folded) || next?.word.folded === 'to') return;
  const country = countryAt(document, token.index, true);
  if (!country || country === 'us') return;
  report({start: token.start, end: token.end, proposals: ['MPs', 'lawmakers'], confidence: 0.42, note: 'Members of the House of Commons are MPs.'});
}

/** "Labor MPs in Westminster" */
function labour(document: Document, token: Token, report: (found: Report) => void): void {
  const next = document.after(token);
  if (token.word.shape !== 'capital' || !next || !/^(?:mp|mps|party|leader|government|deputies|deputy|lawmakers|representatives|politicians|members|minister|ministers|prime|chief|manifesto|rebels|backbenchers|lawmaker)$/.test(next.word.folded) || countryAt(document, token.index, false) !== 'uk') return;
  report({start: token.start, end: token.end, proposals: [inCaseOf(token.text, 'labour')], confidence: 0.6, note: 'The British party writes itself with a u.'});
}
