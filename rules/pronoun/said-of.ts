/** What is said of things and of persons alone: `rules/things.yml`. */
import {readData} from '../../src/lexicon/assets.ts';

/** By the first word, what must stand behind it. */
type Acts = ReadonlyMap<string, readonly (readonly string[])[]>;
export interface SaidOf {
  /** Participles behind a form of be, of things. */
  readonly done: ReadonlySet<string>;
  readonly acts: Acts;
  /** What things and bodies of people do and persons hardly. */
  readonly likely: Acts;
  readonly nouns: ReadonlySet<string>;
  /** What countries and bodies of people have. */
  readonly bodies: ReadonlySet<string>;
  readonly persons: {
    /** What no thing has. */
    readonly alone: ReadonlySet<string>;
    /** What a thing hardly has. */
    readonly belongs: ReadonlySet<string>;
    readonly does: ReadonlySet<string>;
    /** Participles of what is done to persons alone, and of what is done to bodies of people, too. */
    readonly suffers: ReadonlySet<string>;
    readonly done: ReadonlySet<string>;
  };
}

const set = (words: string) => new Set(words.split(' '));
const actsOf = (raw: Record<string, string>): Acts => new Map(Object.entries(raw).map(([verb, behind]) => [verb, behind.split(', ').map((words) => words.split(' '))]));
let known: SaidOf | undefined;

export function saidOf(): SaidOf {
  if (known) return known;
  const raw = readData<{done: string; acts: Record<string, string>; likely: Record<string, string>; nouns: string; bodies: string; persons: Record<keyof SaidOf['persons'], string>}>('things');
  const {alone, belongs, does, suffers, done} = raw.persons;
  return (known = {done: set(raw.done), acts: actsOf(raw.acts), likely: actsOf(raw.likely), nouns: set(raw.nouns), bodies: set(raw.bodies), persons: {alone: set(alone), belongs: set(belongs), does: set(does), suffers: set(suffers), done: set(done)}});
}
