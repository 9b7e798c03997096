import {type Form, lemmasOf} from '../document/inflection.ts';
import {Table} from '../lexicon/table.ts';

/** A sense that may have been meant where the wrong word stands. */
export interface RightSense {
  /** English word or expression, base form. */
  readonly word: string;
  readonly topics: string[];
  /** English words that stand near when this sense is meant. */
  readonly cues: string[];
  /** Equally good renderings. */
  readonly also: string[];
  /** The source word by language (ISO 639-1). */
  readonly from: Readonly<Record<string, string>>;
  /** How near it stands to the wrong word in WordNet, above 0 to 1; not there if far. */
  readonly kin?: number;
}

/** What the lexicons of all languages say of one English word that engines print in the wrong place. */
export interface SenseRecord {
  readonly pos: 'noun' | 'verb' | 'adjective' | 'adverb';
  readonly topics: string[];
  readonly cues: string[];
  /** Fixed expressions in which the word is right; lower case. */
  readonly keep: string[];
  readonly right: RightSense[];
}

/** A word of a text that may be in the wrong sense. */
export interface Wrong {
  /** The wrong word or expression, base form, in lower case. */
  readonly lemma: string;
  /** Its words; the first is the one looked up. */
  readonly words: readonly string[];
  readonly form: Form;
  readonly record: SenseRecord;
}

const TABLE = new Table('senses');
const memo = new Map<string, readonly Wrong[]>();
const parsed = new Map<string, readonly Omit<Wrong, 'form'>[]>();
const NONE: readonly Wrong[] = [];

/** Records whose expression begins with a word (base form). */
function find(key: string): readonly Omit<Wrong, 'form'>[] {
  const known = parsed.get(key);
  if (known) return known;
  const found = TABLE.lines(key).map((line) => {
    const [lemma = '', json = ''] = line.split('\t');
    return {lemma, words: lemma.split(/[ '’-]+/), record: JSON.parse(json) as SenseRecord};
  });
  if (parsed.size > 20_000) parsed.clear();
  parsed.set(key, found);
  return found;
}

/**
 * What a form (lower case) may be in the sense lexicons: single words in any form, expressions that begin with it.
 * The form of a noun expression is that of its last word: see {@link endOf}.
 */
export function wrongSensesOf(form: string): readonly Wrong[] {
  let list = memo.get(form);
  if (list) return list;
  const found: Wrong[] = [];
  for (const {lemma, forms} of lemmasOf(form)) {
    for (const record of find(lemma)) {
      const single = record.words.length === 1;
      for (const f of forms) {
        const fits = f === 'base' || (record.record.pos === 'verb' ? f !== 'plural' : single && record.record.pos === 'noun' && f === 'plural');
        if (fits && !found.some((w) => w.record === record.record)) found.push({...record, form: f});
      }
    }
  }
  list = found.length ? found : NONE;
  if (memo.size > 50_000) memo.clear();
  if (form.length < 60) memo.set(form, list);
  return list;
}
