import {Table} from '../lexicon/table.ts';

/** First names of one gender, in lower case: "m" or "f". */
export const FIRST_NAMES = new Table('first-names');
