/** Which words, names and foreign words exist, and how common they are. */
export {Flag, plain} from './format.ts';
export {languagesOf} from './foreign.ts';
export {letterModels, surprise} from './letters.ts';
export {BEGIN, END, logProbability, ngramId, seenTogether, wordLogProbability} from './ngrams.ts';
export {pairCount} from './pairs.ts';
export {addTo, cosine, normalise, nullVector, product, sumOf, vectorAt} from './vectors.ts';
export {allWords, type Entry, isEnglish, lookup, lookupPlain, usualCase} from './words.ts';
