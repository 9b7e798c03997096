/** "the Basra", "said the Inspector Galina Petrova", "a Professor Lin Yaqing": articles before the names of towns and of persons with their title. */
import {ask, Question} from '../../src/document/ask.ts';
import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {FIRST_NAMES} from '../../src/evidence/first-names.ts';
import {isLeader} from '../../src/evidence/leaders.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {usageIn} from '../../src/evidence/usage.ts';
import {Flag, isEnglish} from '../../src/lexicon/lexicon.ts';
import {Table} from '../../src/lexicon/table.ts';
import type {Report} from '../../src/rule/rule.ts';

const PREPOSITION = /^(?:in|to|from|of|near|through|at|around|outside|via|towards?|for|between|into|across|and)$/;
const TITLE = /^(?:inspector|commissioner|detective|superintendent|minister|marshal|president|chancellor|judge|professor|senator|colonel|major|sergeant|lieutenant|admiral|premier|mayor|governor|doctor|prince|princess|king|queen|mr|mrs|ms|dr|sir|pope)$/;

const cut = (document: Document, article: Token, confidence: number, note: string, put: (found: Report) => void): boolean => {
  const next = document.tokens[article.index + 1]!;
  put({start: article.start, end: next.start, proposals: [''], confidence, note});
  return true;
};

/** Names of regions, rivers, parliaments and parties that stand with "the" in the list of places, and peoples. */
const NO_TOWN = /(?:ian|ish|ese|ean|man)s?$|^(?:donbass?|algarve|alentejo|bosph?orus|bund.*|elysee|matignon|kremlin|hague|netherlands|emirates|azores|lebanon|sudan|congo|crimea|sejm|senate|folketing|storting|riksdag|sejmik|amazonas?|balaton|amur|gambia|philippines|maldives|bronx|ruhr|saar|saarland|moselle|var|gard|jura|vend[ée]e|dordogne|camargue|basque|ukraine|yemen|punjab|transvaal|peloponnese|carabinieri|czechs?|danes|swedes|turks|finns|poles|javanese|banat|ardennes|vatican|louvre|sahara|punjab|cape|veneto|marche|tyrol|palatinate|ribera|rioja)$/;
const PLACES = new Table('places');
const isTown = ({word}: Token) => word.shape === 'capital' && !NO_TOWN.test(word.folded) && !isEnglish(word.folded) && (word.entry.flags & (Flag.Person | Flag.Proper)) === 0 && PLACES.lines(word.folded).length > 0;

const DIRECTION = /^(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|neighbou?ring|upper|lower|rural|occupied|mainland|medieval|contemporary)$/;

/** "in the central Tunisia", "from the neighbouring Poland": a country by one of its parts. At "the"; `isCountry` knows names without an article. */
export function partOfCountry(document: Document, the: Token, isCountry: (name: string) => boolean, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const {sentence} = the;
  const part = document.after(the);
  let name = part && tokens[part.index + 1];
  // "the north-eastern Ukraine"
  if (name?.text === '-' && !name.spaced && /^(?:eastern|western)$/.test(tokens[name.index + 1]?.word.folded ?? '')) name = tokens[name.index + 2];
  if (part?.kind !== 'word' || part.sentence !== sentence || !DIRECTION.test(part.word.folded) || part.word.shape !== 'lower' || name?.kind !== 'word' || name.sentence !== sentence || name.word.shape !== 'capital' || !isCountry(name.word.folded) && !isTown(name)) return false;
  const before = document.before(the);
  const behind = tokens[name.index + 1];
  if (!(before?.kind === 'word' && PREPOSITION.test(before.word.folded)) && !document.opensSentence(the) || behind?.sentence === sentence && (/^[-–’'/&]/.test(behind.text) || /^(?:of|and|or)$/.test(behind.word.folded)) || !endsPhrase(behind, sentence) && !(behind?.kind === 'word' && behind.word.shape === 'lower' && posOf(document, behind) === 'VERB')) return false;
  put({start: the.start, end: the.word.shape === 'capital' ? part.end : part.start, proposals: [the.word.shape === 'capital' ? part.text[0]!.toUpperCase() + part.text.slice(1) : ''], confidence: 0.62, note: 'The part of a country that is named so has no article.'});
  return true;
}

/** Whether a text has somebody's surname or first name beside the other one, without an article. */
const PERSON_OF_TEXT = new Question((whole: Document, name: string) => (usageIn(whole).get(name)?.tokens ?? []).some((token) => {
  const {tokens} = whole;
  const beside = (t: Token | undefined) => t?.kind === 'word' && t.sentence === token.sentence && t.word.shape === 'capital';
  const [before, after] = [tokens[token.index - 1], tokens[token.index + 1]];
  const isGiven = (t: Token) => FIRST_NAMES.lines(t.word.plain).length > 0;
  return beside(before) && token.spaced && isGiven(before!) && tokens[before!.index - 1]?.word.folded !== 'the' || beside(after) && after!.spaced && isGiven(token) && !isEnglish(after!.word.folded) && tokens[token.index - 1]?.word.folded !== 'the';
}));

/** "the Jéssica said", "according to the Scholz": somebody whom the text names without "the". At "the". */
export function beforePerson(document: Document, the: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const name = document.after(the);
  if (name?.kind !== 'word' || name.sentence !== the.sentence || !name.spaced || name.word.shape !== 'capital' || name.text.length < 4 || isEnglish(name.word.folded) && !(name.word.entry.flags & Flag.Person) || name.word.entry.flags & Flag.Place || /s$|['’]/.test(name.text)) return false;
  const behind = tokens[name.index + 1];
  if (behind?.sentence === the.sentence && (/^[-–’'/&]/.test(behind.text) || /^(?:of|who|which|that|and|or)$/.test(behind.word.folded)) || !(behind?.sentence !== the.sentence || /^[.,;:!?]$/.test(behind!.text) || behind!.kind === 'word' && behind!.word.shape === 'lower' && /^(?:VERB|AUX)$/.test(posOf(document, behind!) ?? ''))) return false;
  return ask(document, PERSON_OF_TEXT, name.word.folded) ? cut(document, the, 0.56, 'The name of a person has no article.', put) : false;
}

/** At "the", "a" or "an". */
export function beforeName(document: Document, article: Token, put: (found: Report) => void): boolean {
  const {tokens} = document;
  const {sentence} = article;
  const name = document.after(article);
  if (name?.kind !== 'word' || name.sentence !== sentence || !name.spaced || name.word.shape !== 'capital') return false;
  const behind = tokens[name.index + 1];
  const before = document.before(article);
  if (article.word.folded === 'the' && isTown(name)) {
    if (!(before?.kind === 'word' && PREPOSITION.test(before.word.folded)) || behind?.sentence === sentence && (behind.text === '-' || behind.kind === 'word' && behind.word.shape !== 'lower' || behind.text.startsWith('’'))) return false;
    if (!endsPhrase(behind, sentence) && !(behind?.kind === 'word' && posOf(document, behind) === 'VERB') || behind?.sentence === sentence && /^(?:of|that|which|who|where|and|or|as)$/.test(behind.word.folded)) return false;
    return cut(document, article, 0.5, 'The name of a town has no article.', put);
  }
  if (!TITLE.test(name.word.folded) || behind?.kind !== 'word' || behind.sentence !== sentence || behind.word.shape !== 'capital' || !behind.spaced || FUNCTION_WORDS.has(behind.word.folded)) return false;
  const second = tokens[behind.index + 1];
  const two = second?.sentence === sentence && second.kind === 'word' && second.word.shape === 'capital' && second.spaced;
  const end = tokens[behind.index + (two ? 2 : 1)];
  const person = (behind.word.entry.flags & Flag.Person) !== 0 || isLeader(behind.word.folded);
  const possessive = (t: Token) => t.text.includes('’') || t.text.includes("'");
  if (possessive(behind) || two && possessive(second) || !endsPhrase(end, sentence) && !(end?.kind === 'word' && posOf(document, end) === 'VERB') || end?.sentence === sentence && end.word.folded === 'of') return false;
  // "a President Macron could do it"
  if (article.word.folded !== 'the' && !(two && person && (before?.kind === 'word' && /^(?:said|says|added|explained|told|asked)$/.test(before.word.folded)))) return false;
  if (!(two ? person || !isEnglish(second.word.folded) : person && !(behind.word.entry.flags & Flag.Place) && document.before(article)?.kind === 'word')) return false;
  return cut(document, article, two ? 0.56 : 0.45, 'A title before a name has no article.', put);
}
