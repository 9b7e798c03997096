import type {Document} from '../document/document.ts';
import {CONJUNCTIONS, DAYS, MONTHS, NUMBER_WORDS, PREPOSITIONS, PRONOUNS} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {lookup} from '../lexicon/lexicon.ts';
import {BE, DO, HAVE, MODALS} from './clause.ts';
import {countNoun, nounish, pluralNoun} from './noun-phrase.ts';
import {posOf} from './pos.ts';

/** The noun phrase before a finite verb that is its subject. */
export interface Subject {
  readonly first: Token;
  readonly head: Token;
  /** A body of people may have either. */
  readonly number: 'one' | 'many' | 'either';
}

const PEOPLE = /^(?:people|men|women|children|policemen|fishermen|firefighters)$/;
const ADVERB = /^(?:also|still|often|always|never|now|already|only|then|not|soon|ever|even|just|again|[a-z]{3,}ly)$/;
/** Behind these a clause begins with its subject. */
const OPENS = /^(?:that|because|although|though|while|whereas|where|when|if|unless|but|[“"(:;—–])$/;
/** Sentences that begin so have their subject behind the first comma. */
const FRONTED = /^(?:in|on|at|after|before|during|since|for|with|without|under|over|according|despite|last|next|this|yesterday|today|earlier|meanwhile|however|moreover|now|then|still|until|by|from|among|instead|later|but|monday|tuesday|wednesday|thursday|friday|saturday|sunday|also)$/;
const INNER = /^(?:of|in|at|from|to|for|with|on|by|near|between|against|inside|outside|around|about)$/;
const QUANTITY = /^(?:hundreds|thousands|dozens|tens|millions|scores|percent|cent|%)$/;
const MANY = /^(?:several|many|few|both|these|those|various|numerous|all)$/;
const ONE = /^(?:a|an|every|each|another|this|that|one)$/;
/** Of many people or things, so that either number is heard. */
const EITHER = /^(?:family|team|group|crew|staff|government|party|police|public|majority|minority|number|lot|couple|pair|handful|series|range|variety|host|army|navy|company|band|club|council|committee|board|audience|crowd|jury|generation|press|media|side|union|firm|bank|opposition|population|community|trio|duo|rest|remainder|half|thirds?|quarters?|fifths?|tenths?|dozen|total|raft|string|mix|cabinet|household|squad|gang|clergy|youth|nation|country|cast|choir|orchestra|association|agency|list|set|kind|sort|type|array|mass|section|proportion|percentage|part|bulk|wave|bunch|batch|trust|department|ministry|office|service|parliament|court|commission|panel|faction|elite|leadership|management|administration|delegation|plenty|enough|more|most|none|some|any|what|whatever|other|rather)$/;

/**
 * The subject of the finite verb at token `i`, where it begins its clause, stands right before the verb and has nothing
 * but prepositional phrases inside ("The roads to the city is"); undefined where it is not that plain, or its number not
 * certain. At most twelve tokens back.
 */
export const subjectBefore = (document: Document, i: number): Subject | undefined => subjectUpTo(document, i, i - 1);

/**
 * The subject of the finite verb at token `i` with something said aside or a relative clause between ("The film, which
 * won three prizes, are", "The houses that stand near the river was"); undefined where it is not that plain.
 */
export function subjectAcross(document: Document, i: number): Subject | undefined {
  const {tokens} = document;
  const {first} = document.sentences[tokens[i]!.sentence]!;
  if (tokens[i - 1]?.text === ',') {
    for (let k = i - 2; k > first && i - k < 18; k--) if (tokens[k]!.text === ',') return isAside(document, tokens[k + 1]!) ? subjectUpTo(document, i, k - 1) : undefined;
    return undefined;
  }
  let lead = tokens[i - 1]!;
  while (lead.index > first && (lead.word.folded === 'not' || ADVERB.test(lead.text))) lead = tokens[lead.index - 1]!;
  if (MODALS.has(lead.word.folded) || DO.has(lead.word.folded) || lead.word.folded === 'to' || lead.word.folded.endsWith("n't")) return undefined;
  // Between the relative and the verb there is one finite verb, or one that helps and its other.
  let finite = 0;
  for (let k = i - 1; k > first + 1 && i - k < 10; k--) {
    const t = tokens[k]!;
    if (t.kind !== 'word' && t.kind !== 'number' || CONJUNCTIONS.has(t.word.folded) && t.word.folded !== 'that') return undefined;
    if (/^(?:who|which|that)$/.test(t.word.folded)) return finite === 1 && FINITE(document, tokens[k + 1]!) ? subjectUpTo(document, i, k - 1) : undefined;
    if (FINITE(document, t) && !(tokens[k - 1]!.kind === 'word' && (BE.has(tokens[k - 1]!.word.folded) || HAVE.has(tokens[k - 1]!.word.folded) || MODALS.has(tokens[k - 1]!.word.folded) || tokens[k - 1]!.word.folded === 'to'))) finite++;
  }
  return undefined;
}
const ASIDE = /^(?:which|who|whose|where|with|without|including|along|together|despite|near|home|built|located|born|aged|founded)$/;
/** "estimated at 11 million", "8,044 by October" */
const isAside = (document: Document, t: Token) => ASIDE.test(t.word.folded) || t.kind === 'number' || NUMBER_WORDS.has(t.word.folded) || /[a-z]{3}ed$/.test(t.word.folded) && posOf(document, t) === 'VERB';
const FINITE = (document: Document, t: Token) => t.kind === 'word' && (BE.has(t.word.folded) || HAVE.has(t.word.folded) || MODALS.has(t.word.folded) || DO.has(t.word.folded) || posOf(document, t) === 'VERB' && !t.word.folded.endsWith('ing'));

/** The same, of a subject that ends at token `end` at the latest. */
function subjectUpTo(document: Document, i: number, end: number): Subject | undefined {
  const {tokens} = document;
  const verb = tokens[i]!;
  const open = document.sentences[verb.sentence]!.first;
  while (end > open && tokens[end]!.kind === 'word' && ADVERB.test(tokens[end]!.text)) end--;
  // Back to where the clause begins.
  let start = -1;
  for (let k = end; k >= open && end - k < 12; k--) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind === 'punctuation' && t.text === ',' ) {
      if (!FRONTED.test(tokens[open]!.word.folded) && !/^(?:and|but)$/.test(tokens[k + 1]!.word.folded)) return undefined;
      start = k + 1;
      break;
    }
    if (OPENS.test(t.text.toLowerCase())) {
      // "that" behind a noun is a relative: its clause has another subject.
      if (w === 'that' && k === end) return undefined;
      start = k + 1;
      break;
    }
    if (t.kind !== 'word' && t.kind !== 'number' && t.text !== '-' && t.text !== '%') return undefined;
    if (k === open) start = k;
  }
  if (start < 0 || start > end) return undefined;
  if (tokens[start]!.word.folded === 'and' || tokens[start]!.word.folded === 'but') start++;
  if (start > end) return undefined;
  const first = tokens[start]!;
  if (first.kind === 'word' && (PREPOSITIONS.has(first.word.folded) || /ing$/.test(first.word.folded) || CONJUNCTIONS.has(first.word.folded) || PRONOUNS.has(first.word.folded) && !/^(?:this|that|one|these|those)$/.test(first.word.folded) || DAYS.has(first.word.folded))) return undefined;
  let head: Token | undefined;
  let quantity = false;
  let last: Token | undefined;
  for (let k = start; k <= end; k++) {
    const t = tokens[k]!;
    const w = t.word.folded;
    if (t.kind !== 'word') continue;
    // A sentence that was run into this one.
    if (k > start && /^(?:The|A|An|This|These|His|Her|Its|Their|In|On|At)$/.test(t.text)) return undefined;
    if (BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w) || CONJUNCTIONS.has(w) || /^(?:who|which|whose|what|said|says|it|he|she|they|we|i|you|or|and|as|than|not|to)$/.test(w) && w !== 'to') return undefined;
    if (DAYS.has(w) || MONTHS.has(w) || /^(?:yesterday|today|tomorrow|ago)$/.test(w)) return undefined;
    if (w === 'per' && tokens[k + 1]?.word.folded === 'cent') continue;
    if (PREPOSITIONS.has(w)) {
      if (!INNER.test(w) || !last) return undefined;
      if (!head) {
        head = last;
        if (w === 'of' && QUANTITY.test(head.word.folded)) {
          quantity = true;
          head = undefined;
        }
      }
      last = undefined;
      continue;
    }
    if (last && k > start && t.word.shape === 'lower' && w.length > 3 && !pluralNoun(t) && !countNoun(t) && posOf(document, t) === 'VERB') return undefined;
    last = t;
  }
  if (!last) return undefined;
  head ??= last;
  const w = head.word.folded;
  const opens = head === first && start === open;
  if (head.word.shape !== 'lower' && !opens) return undefined;
  if (EITHER.test(w)) return {first, head, number: 'either'};
  const lead = first.word.folded;
  const many = PEOPLE.test(w) || pluralNoun(head, opens) !== undefined && nounish(w) > (opens ? 5 : -10);
  // Amounts are one: "Ten years is a long time".
  if (many && /^(?:years?|months?|days?|weeks?|hours?|minutes?|dollars?|euros?|pounds?|percent|times?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|degrees?|points?|tons?|tonnes?|cents?|politics|news)$/.test(w)) return undefined;
  if (quantity) return many ? {first, head, number: 'many'} : undefined;
  if (many) return ONE.test(lead) || lead === 'more' || posOf(document, head) === 'VERB' ? undefined : {first, head, number: 'many'};
  if (MANY.test(lead) || first.kind === 'number' || NUMBER_WORDS.has(lead) || lead === 'some' || lead === 'most') return undefined;
  if (!/^(?:the|a|an|this|that|his|her|its|their|our|my|every|each|another)$/.test(lead) || !countNoun(head) || nounish(w) < 15 || lookup(w).frequency < 80) return undefined;
  return {first, head, number: 'one'};
}
