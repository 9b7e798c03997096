import {type Form, formOf, lemmasOf} from '../document/inflection.ts';
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
const memo = new Map<string, Readings>();
const parsed = new Map<string, readonly Omit<Wrong, 'form'>[]>();
const NO_READINGS: Readings = {all: [], single: [], bySecond: new Map()};

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

/** The readings of a form: as one word, and as the first of an expression, by the next word as it may stand there. */
interface Readings {
  readonly all: readonly Wrong[];
  readonly single: readonly Wrong[];
  readonly bySecond: ReadonlyMap<string, readonly Wrong[]>;
}

function readingsOf(form: string): Readings {
  let readings = memo.get(form);
  if (readings) return readings;
  const all: Wrong[] = [];
  for (const {lemma, forms} of lemmasOf(form)) {
    for (const record of find(lemma)) {
      const single = record.words.length === 1;
      for (const f of forms) {
        const fits = f === 'base' || (record.record.pos === 'verb' ? f !== 'plural' : single && record.record.pos === 'noun' && f === 'plural');
        if (fits && !all.some((w) => w.record === record.record)) all.push({...record, form: f});
      }
    }
  }
  const bySecond = new Map<string, Wrong[]>();
  for (const wrong of all) {
    const [, second, third] = wrong.words;
    if (second === undefined) continue;
    for (const word of third === undefined && wrong.record.pos === 'noun' ? [second, formOf(second, 'plural')] : [second]) {
      const list = bySecond.get(word);
      if (list) list.push(wrong);
      else bySecond.set(word, [wrong]);
    }
  }
  readings = all.length ? {all, single: bySecond.size ? all.filter(({words}) => words.length === 1) : all, bySecond} : NO_READINGS;
  if (memo.size > 50_000) memo.clear();
  if (form.length < 60) memo.set(form, readings);
  return readings;
}

/** What a form (lower case) may be in the sense lexicons: single words in any form, expressions that begin with it. The form of a noun expression is that of its last word. */
export const wrongSensesOf = (form: string): readonly Wrong[] => readingsOf(form).all;

/** The same where another word follows: without the expressions that it rules out. */
export function wrongSensesBefore(form: string, next: string): readonly Wrong[] {
  const {single, bySecond} = readingsOf(form);
  const expressions = bySecond.get(next);
  return expressions ? [...single, ...expressions] : single;
}
