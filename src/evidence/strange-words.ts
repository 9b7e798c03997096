/** Words of which next to no English text knows: nonsense more often than rare words, where an engine wrote the text. */
import {type Word, wordQuestion} from '../document/word.ts';
import {Flag, ngramId} from '../lexicon/lexicon.ts';
import {isLoan} from './loans.ts';

/** Forms of English words that nobody is known to have written: "easiestly". */
export const isUnheard = wordQuestion(({shape, english, entry, base, text}) => shape === 'lower' && english && entry.flags === 0 && entry.frequency === 0 && base.length > 5 && /^[a-z]+$/.test(text) && !isLoan(base) && ngramId(base) < 0);

/** A name that English took over and dictionaries have as a word of English too, but with a capital alone: "durga", "sahel". */
export const isBorrowedName = ({english, entry: {flags, frequency}, base}: Word): boolean => english && (flags & Flag.Name) !== 0 && !(flags & (Flag.Lower | Flag.Common)) && frequency < 112 && base.length > 3;

/** A word in small letters that English readers hardly know. */
export const isStrange = wordQuestion((word) => word.shape === 'lower' && /^\p{L}{3,}$/u.test(word.text) && (isUnheard(word) || isBorrowedName(word) || (!word.english && word.entry.frequency < 110 && ngramId(word.base) < 0)));
