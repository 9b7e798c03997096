import {wordClass} from './word.ts';

/** Punctuation and symbols. */
export const MARKS = wordClass(({shape, text}) => shape === 'none' && !/[\p{L}\p{N}]/u.test(text));
