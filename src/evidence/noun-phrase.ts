import type {Document} from '../document/document.ts';
import {AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, pluralOf, singularOf} from '../document/english.ts';
import type {Token} from '../document/token.ts';
import {wordNote, wordOf} from '../document/word.ts';
import {isEnglish, lookup, pairCount} from '../lexicon/lexicon.ts';

const STOPS = new Set([...PREPOSITIONS, ...CONJUNCTIONS, ...AUXILIARIES, 'who', 'whom', 'whose', 'which', 'said', 'says', 'he', 'she', 'they', 'we', 'i', 'it', 'not']);

/** Whether a noun phrase cannot go on with this token: a mark, a preposition, a conjunction, an auxiliary, a relative, the end. */
export function endsPhrase(token: Token | undefined, sentence: number): boolean {
  if (!token || token.sentence !== sentence) return true;
  if (token.kind === 'punctuation') return /^[.,;:!?)\]”"…—–]$/.test(token.text);
  return token.kind === 'word' && STOPS.has(token.word.folded);
}

/** Nouns whose plural is the same, or that name many by themselves. */
const UNCHANGED = new Set('people police staff cattle sheep deer fish salmon trout cod tuna squid shrimp aircraft spacecraft hovercraft craft series species offspring personnel crew youth public poor rich dead elderly media data criteria bacteria alumni men women children feet teeth mice geese percent cent per pound hundred thousand million billion trillion dozen score pair head horsepower hertz hz gallows barracks headquarters means swiss dice quid sterling yen yuan won baht rand ringgit renminbi real euro lot bit more less other others one ones time much many few several half third quarter fifth former latter same own next last first second past such each both all some any kind sort type twin infantry cavalry artillery livestock poultry game bison carp elk moose grouse swine yuan peso minority majority'.split(' '));

/** The plural of a word that is a count noun in the singular and hardly a verb or an adjective; undefined for all others. Lexicon only. */
export const countNoun = ({kind, word}: Pick<Token, 'kind' | 'word'>): string | undefined => (kind === 'word' ? counted(word) || undefined : undefined);
/** "" for all others. */
const counted = wordNote(({folded, shape, entry}) => {
  if (shape !== 'lower' || folded.length < 3 || folded.endsWith('s') || UNCHANGED.has(folded) || STOPS.has(folded) || /(?:ing|ed|(?<!fami|assemb|al|supp|rep|monopo)ly|men|ese|'s)$/.test(folded) || entry.frequency < 70 || !isEnglish(folded)) return '';
  const plural = pluralOf(folded);
  if (plural === folded || !isEnglish(plural) || lookup(plural).frequency < 75 || lookup(plural).frequency < entry.frequency - 52) return '';
  return plural;
});

/** Nouns that stand without an article in phrases that the counts of pairs do not show. */
const SOMETIMES_BARE = new Set('panic hunger drought injustice site way idea matter position condition notice effort manner quest duty standard base function level scale course end face hand foot heart mind word name line point form part place turn share return exchange control office order favor favour key home single special final royal senior short independent positive negative conservative regular innocent warm solid dramatic fax email phone mail telephone radio television internet web rain snow wind love hope faith character detail profit theory nature law custom record suit chance choice quality quantity length size speed height depth weight distance shape colour color style design experience practice practise pain fun luck'.split(' '));

/**
 * Whether a singular noun is so much more common behind "a" than bare behind "of", "with", "for" or "in" that it hardly
 * stands without a determiner. Lexicon only; ask for its part of speech besides.
 */
export const needsDeterminer = ({word}: Pick<Token, 'kind' | 'word'>): boolean => needy(word);
const needy = wordNote((word): boolean => {
  const {folded} = word;
  // A capital says nothing of the noun.
  if (word.text !== folded) return needy(wordOf(folded));
  const a = Math.max(pairCount('a', folded), pairCount('an', folded));
  const bare = ['of', 'with', 'for', 'in'].map((before) => pairCount(before, folded)).sort((x, y) => y - x);
  return !SOMETIMES_BARE.has(folded) && a >= 84 && a - (bare[0]! + bare[1]!) / 2 >= 18 && a - pairCount('to', folded) >= 8 && counted(word) !== '' && lookup(`${folded}ly`).frequency < 80;
});

/** How much rather a noun than a verb, by what stands before it elsewhere: over 0, a noun. */
export function nounish(word: string): number {
  return Math.max(pairCount('the', word), pairCount('a', word), pairCount('an', word)) - pairCount('to', word);
}

/** Whether the counts of pairs have a word neither behind an article nor behind "to": too rare for {@link nounish} to say anything. */
export const isRare = (word: string): boolean => ['the', 'a', 'an', 'to'].every((before) => pairCount(before, word) === 0);

const PLURAL_LIKE = new Set('news series species means headquarters crossroads barracks works gallows innings politics economics physics mathematics statistics athletics gymnastics ethics tactics logistics dynamics genetics linguistics electronics robotics measles mumps diabetes rabies gas bus lens arms sales sports earnings savings goods customs thanks pants trousers glasses scissors jeans shorts clothes premises grounds proceeds outskirts whereabouts odds alms aerobics acoustics aesthetics mechanics optics analytics semantics tennis chess business class access process success congress press glass mass loss boss princess address stress dress process progress this his its less us plus yes thus always perhaps towards sometimes has was is does goes says gets makes takes 1990s years days hours minutes months weeks times billiards darts cards dominoes draughts drugs needs savings links rights systems communications operations services relations affairs human women men'.split(' '));

/** The singular of a plural count noun, else undefined. One with a capital only where it is said to open a sentence. */
export const pluralNoun = ({kind, word}: Token, opens = false): string | undefined => (kind === 'word' && (word.shape === 'lower' || (opens && word.shape === 'capital')) ? plural(word) || undefined : undefined);
/** "" for what is no plural count noun. */
const plural = wordNote(({folded}) => {
  if (folded.length < 5 || PLURAL_LIKE.has(folded) || !/[a-z]s$/.test(folded) || /(?:ss|us|is|ics)$/.test(folded) || !isEnglish(folded)) return '';
  const singular = singularOf(folded);
  return singular && singular !== folded && lookup(folded).frequency >= 80 && lookup(singular).frequency >= 80 ? singular : '';
});

/** Whether the words before a token leave it as the subject of a clause: sentence or quotation start, "that", "because", a comma. */
export function opensClause(document: Document, first: Token): boolean {
  const before = document.before(first);
  return !before || /^[“"(—–:;]$/.test(before.text) || /^(?:that|because|although|though|while|whereas|since|if|unless|and|but)$/.test(before.word.folded);
}
