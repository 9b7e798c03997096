import {detached} from '../document/detached.ts';
import {type Form, formOf, lemmasOf} from '../document/inflection.ts';
import {type Word, wordNote} from '../document/word.ts';
import {joinMemories, Recent} from '../lexicon/recent.ts';
import {type Placed, Table} from '../lexicon/table.ts';

/** What the lexicons say of a sense that may have been meant where a wrong word stands. */
export interface RightEntry {
  readonly topics: string[];
  /** English words that stand near when this sense is meant. */
  readonly cues: string[];
  /** Equally good renderings. */
  readonly also: string[];
  /** The source word by language (ISO 639-1). */
  readonly from: Readonly<Record<string, string>>;
  /** How near it stands to the wrong word in WordNet, above 0 to 1; not there if far. */
  readonly kin?: number;
  /** Dictionaries alone say so: nobody has seen the wrong word printed for it. */
  readonly dictionary?: true;
}

/** A sense that may have been meant where the wrong word stands. */
export interface RightSense extends RightEntry {
  /** English word or expression, base form. */
  readonly word: string;
  /** How likely it is by the two words alone: `groundOf` in `sense-words.ts`, to a thousandth. */
  readonly ground: number;
}

/** What the lexicons of all languages say of one English word that engines print in the wrong place. */
export interface SenseRecord {
  readonly pos: 'noun' | 'verb' | 'adjective' | 'adverb';
  readonly topics: string[];
  readonly cues: string[];
  /** Fixed expressions in which the word is right; lower case. */
  readonly keep: string[];
  /** The likeliest by the words alone first. */
  readonly right: readonly RightSense[];
  /** How many of these more than dictionaries say, at least 1. */
  readonly choices: number;
  /** What `sense-words.ts` makes of it, once. */
  expression?: object | undefined;
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

/** A sense of a line; what the lexicons say of it is decoded when it is asked for: most senses are passed over by {@link ground} and word. */
class Right implements RightSense {
  readonly word: string;
  readonly ground: number;
  readonly #record: DecodedRecord;
  readonly #number: number;
  #entry: RightEntry | undefined;

  constructor(word: string, ground: number, record: DecodedRecord, number: number) {
    this.word = word;
    this.ground = ground;
    this.#record = record;
    this.#number = number;
  }

  get #decoded(): RightEntry {
    return (this.#entry ??= JSON.parse(this.#record.fields[FIELDS + this.#number]!) as RightEntry);
  }

  get topics(): string[] {
    return this.#decoded.topics;
  }

  get cues(): string[] {
    return this.#decoded.cues;
  }

  get also(): string[] {
    return this.#decoded.also;
  }

  get from(): Readonly<Record<string, string>> {
    return this.#decoded.from;
  }

  get kin(): number | undefined {
    return this.#decoded.kin;
  }

  get dictionary(): true | undefined {
    return this.#decoded.dictionary;
  }
}

/** Fields of a line before those of its right senses. */
const FIELDS = 5;

class DecodedRecord implements SenseRecord {
  readonly pos: SenseRecord['pos'];
  readonly keep: string[];
  readonly right: readonly RightSense[];
  expression: object | undefined = undefined;
  readonly #read: () => string;
  #fields: readonly string[] | undefined;
  #own: Own | undefined;

  /** `read` gives its line. */
  constructor(pos: SenseRecord['pos'], read: () => string) {
    this.pos = pos;
    this.#read = read;
    const [, , keep = '', words = ''] = this.fields;
    this.keep = keep ? keep.split('|').map(detached) : [];
    this.right = words.split('|').map((given, i) => {
      const end = given.lastIndexOf('=');
      // A piece would keep the whole line.
      return new Right(detached(given.slice(0, end)), Number(given.slice(end + 1)) / STEPS, this, i);
    });
  }

  /** Of the line: read again where they were let go. */
  get fields(): readonly string[] {
    return (this.#fields ??= this.#read().split('\t'));
  }

  /** Lets the line go, of which what was asked for is decoded. */
  rest(): void {
    this.#fields = undefined;
  }

  get #decoded(): Own {
    return (this.#own ??= JSON.parse(this.fields[FIELDS - 1]!) as Own);
  }

  get topics(): string[] {
    return this.#decoded.topics;
  }

  get cues(): string[] {
    return this.#decoded.cues;
  }

  get choices(): number {
    return this.#decoded.choices;
  }
}

type Own = Pick<SenseRecord, 'topics' | 'cues' | 'choices'>;

/** Steps of {@link RightSense.ground} for one logit. */
const STEPS = 1000;

/** Letters that V8 keeps in two bytes are written as escapes: one of them would double the room of a whole line. */
const json = (value: unknown) => JSON.stringify(value).replace(/[^\0-\xff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A line of the table, in fields between tabs: the expression, part of speech, what is kept, the right words and their grounds, JSON of its own topics, cues and choices, JSON of each right sense. */
export const encodeRecord = (lemma: string, {pos, keep, right, topics, cues, choices}: SenseRecord): string => [
  lemma, pos, keep.join('|'), right.map(({word, ground}) => `${word}=${Math.round(ground * STEPS)}`).join('|'), json({topics, cues, choices}), ...right.map(({word, ground, ...entry}) => json(entry)),
].join('\t');

/** The expression of a line and what the lexicons say of it. */
export function decodeRecord(line: string): readonly [lemma: string, record: SenseRecord] {
  const [lemma = '', pos = ''] = line.split('\t', 2);
  return [lemma, new DecodedRecord(pos as SenseRecord['pos'], () => line)];
}

const BETWEEN_WORDS = /[ '’-]+/;

/** A line of the table. It is decoded when a text is weighed: most expressions never are, since other words follow. */
class Line {
  readonly lemma: string;
  /** Its second word; undefined if it is a single one. */
  readonly second: string | undefined;
  readonly pos: SenseRecord['pos'];
  #words: readonly string[] | undefined;
  /** Where it stands in the table. */
  readonly #start: number;
  readonly #end: number;
  #record: DecodedRecord | undefined;
  /** Whether it was asked for since the last time that records were let go, and what it was before that, as long as a text that is kept has it. */
  #asked = false;
  #before: WeakRef<DecodedRecord> | undefined;

  constructor({line, start, end}: Placed) {
    const [lemma = '', pos = ''] = line.split('\t', 2);
    // Pieces of the line would keep all of it.
    this.lemma = detached(lemma);
    this.second = this.lemma.split(BETWEEN_WORDS, 2)[1];
    this.pos = POS[pos as SenseRecord['pos']];
    this.#start = start;
    this.#end = end;
  }

  /** Of an expression of several words most are never asked for. */
  get words(): readonly string[] {
    return (this.#words ??= this.lemma.split(BETWEEN_WORDS));
  }

  get record(): SenseRecord {
    this.#asked = true;
    let record = this.#record;
    if (!record) {
      record = this.#before?.deref() ?? new DecodedRecord(this.pos, () => TABLE.lineAt(this.#start, this.#end));
      this.#record = record;
      decoded.lines.push(this);
    }
    return record;
  }

  /** Lets the record go if nobody asked for it since the last time. Returns whether it is still there. */
  forget(): boolean {
    const asked = this.#asked;
    this.#asked = false;
    this.#record!.rest();
    if (!asked) {
      this.#before = new WeakRef(this.#record!);
      this.#record = undefined;
    }
    return asked;
  }
}
/** The lines with a record. */
const decoded = {
  lines: [] as Line[],
  forget() {
    this.lines = this.lines.filter((line) => line.forget());
  },
};
joinMemories(decoded);
const POS = {noun: 'noun', verb: 'verb', adjective: 'adjective', adverb: 'adverb'} as const;

/** A line as a form of a text may be read. */
class Reading implements Wrong {
  readonly line: Line;
  readonly form: Form;

  constructor(line: Line, form: Form) {
    this.line = line;
    this.form = form;
  }

  get lemma(): string {
    return this.line.lemma;
  }

  get words(): readonly string[] {
    return this.line.words;
  }

  get record(): SenseRecord {
    return this.line.record;
  }
}

/** Made by `scripts/senses.ts`; the key is the first word of the lemma. */
const TABLE = new Table('senses', {aside: true});
const memo = new Recent<Readings>(3000);
const known = new Recent<readonly Line[]>(1000);
const NO_EXPRESSIONS: readonly Reading[] = [];
const NO_READINGS: Readings = {all: [], single: [], expressions: NO_EXPRESSIONS};

function find(key: string): readonly Line[] {
  let found = known.get(key);
  if (!found) {
    known.set(key, (found = TABLE.places(key).map((placed) => new Line(placed))));
  }
  return found;
}

/** The readings of a form: as one word, and as the first of an expression; most forms have few. */
interface Readings {
  readonly all: readonly Reading[];
  readonly single: readonly Reading[];
  readonly expressions: readonly Reading[];
}

function readingsOf(form: string): Readings {
  let readings = memo.get(form);
  if (readings) return readings;
  const all: Reading[] = [];
  for (const {lemma, forms} of lemmasOf(form)) {
    for (const line of find(lemma)) {
      const {pos} = line;
      // "rates" may be cut down to "rat", but that has another plural.
      const fitting = forms.find((f) => f === 'base' || (pos === 'verb' ? f !== 'plural' : pos === 'noun' && f === 'plural' && line.second === undefined && formOf(lemma, 'plural') === form));
      if (fitting && !all.some((reading) => reading.line === line)) all.push(new Reading(line, fitting));
    }
  }
  if (all.length) {
    // Copies, since what grew has room for more.
    const own = all.slice();
    const expressions = all.filter(({line}) => line.second !== undefined).slice();
    readings = expressions.length ? {all: own, single: all.filter(({line}) => line.second === undefined).slice(), expressions} : {all: own, single: own, expressions: NO_EXPRESSIONS};
  } else readings = NO_READINGS;
  if (form.length < 60) memo.set(form, readings);
  return readings;
}

const nouns = new Recent<readonly string[]>(5000);
/** The nouns of which a form is the plural. */
function nounsOf(form: string): readonly string[] {
  let found = nouns.get(form);
  if (!found) {
    found = lemmasOf(form).flatMap(({lemma, forms}) => (lemma !== form && forms.includes('plural') ? [lemma] : []));
    if (form.length < 60) nouns.set(form, found);
  }
  return found;
}

/** What a form (lower case) may be in the sense lexicons: single words in any form, expressions that begin with it. The form of a noun expression is that of its last word. */
export const wrongSensesOf = (form: string): readonly Wrong[] => readingsOf(form).all;

const readingsOfWord = wordNote(({base}) => readingsOf(base));
const nounsOfWord = wordNote(({base}) => nounsOf(base));

/** The same of a word where another one follows: without the expressions that it rules out. */
export function wrongSensesBefore(word: Word, next: Word | undefined): readonly Wrong[] {
  const {single, expressions} = readingsOfWord(word);
  if (!expressions.length || !next) return single;
  const {base} = next;
  let found: Wrong[] | undefined;
  for (const reading of expressions) if (reading.line.second === base) (found ??= [...single]).push(reading);
  // The plural of a noun of two words is that of its second.
  for (const noun of nounsOfWord(next)) for (const reading of expressions) if (reading.line.second === noun && reading.words.length === 2 && reading.line.pos === 'noun') (found ??= [...single]).push(reading);
  return found ?? single;
}
