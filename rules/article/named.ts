/** "the Basra", "said the Inspector Galina Petrova", "a Professor Lin Yaqing": articles before the names of towns and of persons with their title. */
import type {Document} from '../../src/document/document.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {isLeader} from '../../src/evidence/leaders.ts';
import {endsPhrase} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
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
