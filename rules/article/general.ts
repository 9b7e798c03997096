/** "The Mount Etna", "the president Macron", "in the nature", "at the 4.40": a the before what has its own name or is meant in general. */
import type {Document} from '../../src/document/document.ts';
import {DAYS, MONTHS} from '../../src/document/english.ts';
import type {Token} from '../../src/document/token.ts';
import {FIRST_NAMES} from '../../src/evidence/first-names.ts';
import {countNoun, endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {gainOf} from '../../src/evidence/fluency.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {Flag, isEnglish} from '../../src/lexicon/lexicon.ts';

/** Words that name a place with the word behind them. */
const LANDFORMS = /^(?:Mount|Lake|Cape|Fort|Port|Monte|Mont)$/;
/** Titles that stand right before a name. */
const TITLES = /^(?:president|chancellor|professor|pope|king|queen|general|colonel|senator|governor|bishop|cardinal|captain|prince|princess|emperor|sheikh|archbishop|commander|lieutenant|sergeant)$/;
/** An hour with its minutes. */
const HOUR = /^\d{1,2}[.:]\d\d$/;

/** Verbs and prepositions before what is meant in general. */
const GENERAL = /^(?:need|needs|needed|have|has|had|having|want|wants|wanted|for|of|about|against|with|without|by|love|loves|loved|bring|brings|brought|give|gives|gave|create|creates|created|cause|caused|causes|promote|promotes|ensure|ensures|guarantee|guarantees|protect|protects|fight|fights|combat|demand|demanded|demands|provide|provides|provided|show|shows|showed|spread|spreads|sow|sowed|achieve|achieved|achieving|reduce|reduces|reduced|increase|increases|avoid|prevent|restore|restored|making|seek|sought|express|expressed|into|through)$/;

/** Offices of several words, by their last one, and what stands before it. */
const OFFICES: Readonly<Record<string, RegExp>> = {
  president: /^(?:vice|deputy|ex|former)$/, chancellor: /^(?:vice|deputy|ex|former)$/, premier: /^(?:vice|deputy|ex|former)$/, governor: /^(?:vice|deputy|ex|former)$/, mayor: /^(?:vice|deputy|ex)$/,
  minister: /^(?:prime|foreign|interior|finance|defence|defense|justice|health|education|economy|labour|labor|trade|energy|transport|agriculture|environment|culture|home|deputy)$/,
};
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const isGiven = (token: Token): boolean => /^(?:capital|upper)$/.test(token.word.shape) && FIRST_NAMES.lines(token.word.plain).length > 0;

/** The last token of an office of two words that begins with a token, a hyphen between or none: "vice-president". */
function officeAt({tokens}: Document, first: Token): Token | undefined {
  const hyphen = tokens[first.index + 1]?.text === '-';
  const last = tokens[first.index + (hyphen ? 2 : 1)];
  return last?.kind === 'word' && last.sentence === first.sentence && Object.hasOwn(OFFICES, last.word.folded) && OFFICES[last.word.folded]!.test(first.word.folded) ? last : undefined;
}

/** Why a "the" is not needed, and how sure that is; undefined where it may be. */
export function withoutThe(document: Document, the: Token): {readonly confidence: number; readonly note: string; readonly title?: {readonly end: number; readonly text: string}} | undefined {
  const {tokens} = document;
  const next = document.after(the);
  if (!next?.spaced || next.sentence !== the.sentence) return undefined;
  const {sentence} = the;
  const before = document.before(the)?.word.folded ?? '';
  const second = tokens[next.index + 1];
  const third = tokens[next.index + 2];
  const attribute = (t: Token | undefined) => t !== undefined && t.sentence === sentence && (t.kind === 'word' && (t.word.shape === 'capital' || t.word.shape === 'lower' && posOf(document, t) === 'NOUN') || t.text === '-' && !t.spaced || /^['’]/.test(t.text) && !t.spaced);
  if (next.kind === 'number') {
    // "at the 4.40 on Monday": no train or score.
    if (before === 'at' && HOUR.test(next.text) && (endsPhrase(second, sentence) || /^(?:am|pm|a|p|yesterday|today)$/.test(second!.word.folded)) && !/^(?:mark|from|to)$/.test(second?.word.folded ?? '')) return {confidence: 0.7, note: 'An hour has no article.'};
    return undefined;
  }
  if (next.kind !== 'word') return undefined;
  if (LANDFORMS.test(next.text)) {
    if (second?.sentence !== sentence || second.kind !== 'word' || second.word.shape !== 'capital' || !second.spaced || attribute(third) || /^(?:District|Region|County|Worth|Shore)$/.test(second.text) || /['’]s$/.test(second.text)) return undefined;
    return {confidence: 0.66, note: 'The name of a mountain, a lake or a cape has no article.'};
  }
  // "the vice-president Gibran Rakabuming", "the prime minister Imran Khan said"
  const office = officeAt(document, next);
  if (office) {
    const [given, surname, behind] = [tokens[office.index + 1], tokens[office.index + 2], tokens[office.index + 3]];
    if (given?.sentence === sentence && given.spaced && isGiven(given) && surname?.sentence === sentence && surname.spaced && surname.kind === 'word' && /^(?:capital|upper)$/.test(surname.word.shape) && !/['’]s?$/.test(surname.text) && !/^['’]/.test(behind?.text ?? '')) return {confidence: 0.52, note: 'A title before a name has no article.', title: {end: office.end, text: `${/^(?:ex|former)$/.test(next.word.folded) ? next.text : capital(next.text)} ${capital(office.text)}`}};
    return undefined;
  }
  // "According to the Anna Nowak, the case is closed": the name of a person.
  if (next.word.shape === 'capital' && isGiven(next) && second?.sentence === sentence && second.kind === 'word' && second.word.shape === 'capital' && second.spaced && !/['’]s?$/.test(second.text) && (endsPhrase(third, sentence) || /^(?:VERB|AUX)$/.test(posOf(document, third!) ?? '')) && !/^(?:of|and|['’]s?)$/.test(third?.text ?? '') && third?.text !== '-') {
    const {flags, frequency} = second.word.entry;
    if (flags & Flag.Person && !(flags & Flag.Place) || !(flags & (Flag.Place | Flag.Proper)) && !second.word.english || frequency === 0) if (!(flags & Flag.Lower && frequency >= 90)) return {confidence: 0.5, note: 'The name of a person has no article.'};
    return undefined;
  }
  if (TITLES.test(next.text)) {
    if (second?.sentence !== sentence || second.kind !== 'word' || !/^(?:capital|upper)$/.test(second.word.shape) || second.text.length < 3 || !second.spaced || /['’]s?$/.test(second.text)) return undefined;
    const {flags} = second.word.entry;
    const first = FIRST_NAMES.lines(second.word.plain).length > 0 && third?.word.shape === 'capital' && third.sentence === sentence;
    if (!first && (attribute(third) || (DAYS.has(second.word.folded) || MONTHS.has(second.word.folded) || isEnglish(second.word.folded) && !(flags & Flag.Person) && !(third?.sentence === sentence && third.word.shape === 'lower' && /^(?:VERB|AUX)$/.test(posOf(document, third) ?? ''))) || flags & Flag.Place && !(flags & Flag.Person))) return undefined;
    return {confidence: 0.52, note: 'A title before a name has no article.'};
  }
  // "in the nature", "The nature is"
  if (next.word.folded === 'nature' && next.word.shape === 'lower' && (/^(?:in|into|with|from|love|loves|protect|respect|destroy|against)$/.test(before) || document.opensSentence(the)) && endsPhrase(second, sentence) && !/^(?:of|which|that|who)$/.test(second?.word.folded ?? '')) return {confidence: 0.5, note: 'What is meant in general has no article.'};
  if (next.word.folded === 'life' && document.opensSentence(the) && /^(?:is|was|goes|became|becomes|has|will)$/.test(second?.word.folded ?? '')) return {confidence: 0.45, note: 'What is meant in general has no article.'};
  // "lived in the London", "came from the Syria": a place that hardly has it.
  if (next.word.shape === 'capital' && next.word.entry.flags & Flag.Place && !isEnglish(next.word.folded) && /^(?:in|from|to|near|towards|via|left|reached|visited)$/.test(before) && endsPhrase(second, sentence) && !/^(?:of|that|which|who|where|to)$/.test(second?.word.folded ?? '') && gainOf(document, the.index, the.index, []) >= 1.8) return {confidence: 0.5, note: 'The name of this place has no article.'};
  // "on the Saturday at eight"
  if (before === 'on' && DAYS.has(next.word.folded) && next.word.shape === 'capital' && second?.sentence === sentence && second.word.folded === 'at') return {confidence: 0.42, note: 'The name of a day has no article.'};
  // "the FC Barcelona"
  if (/^(?:FC|CF|AC|AS|SC|FK|Real|Inter|Atl[eé]tico|Sporting)$/.test(next.text) && second?.kind === 'word' && second.sentence === sentence && second.word.shape === 'capital' && !attribute(third) && !/['’]s?$/.test(second.text)) return {confidence: 0.6, note: 'The name of this club has no article.'};
  // "having the dinner", "to achieve the victory": meant in general, and English has it so far more often.
  if (next.word.shape === 'lower' && the.word.shape === 'lower' && (GENERAL.test(before) || /^(?:breakfast|lunch|dinner|supper)$/.test(next.word.folded) && /^(?:eat|eats|ate|eating|at|during|after|before)$/.test(before)) && endsPhrase(second, sentence) && !/^(?:of|that|which|who|whose|where|he|she|they|we|it|you|in|at|between|for|to|from|on)$/.test(second?.word.folded ?? '') && (/^(?:breakfast|lunch|dinner|supper)$/.test(next.word.folded) || countNoun(next) === undefined && !pluralNoun(next) && !/^(?:wounded|injured|dead|poor|rich|elderly|sick|young|old|homeless|unemployed|goods|public|police|military|press|media|missing|blind|deaf|needy)$/.test(next.word.folded)) && gainOf(document, the.index, the.index, []) >= 1.2 && posOf(document, next) === 'NOUN') return {confidence: 0.34, note: 'What is meant in general has no article.'};
  return undefined;
}
