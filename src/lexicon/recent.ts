/** Limits are those of an editor's server, which lives long in little memory; a run over many files remembers more. */
let times = 8;

/** From now on, what is remembered keeps to the limits as they are given. */
export function rememberLess(): void {
  times = 1;
}

/** What a limit is at present. */
export const limitNow = (limit: number): number => limit * times;

/** What can forget. */
export interface Memory {
  /** Forgets what was not asked for since the last time. */
  forget(): void;
}
const memories = new Set<WeakRef<Memory>>();

/** Has something forget with all else: as long as somebody has it. */
export function joinMemories(memory: Memory): void {
  memories.add(new WeakRef(memory));
}

/** Has everything forget what was not asked for since the last time: for a server that clears its heap, and for a run over many files, now and then. */
export function forgetUnused(): void {
  for (const reference of memories) {
    const memory = reference.deref();
    if (memory) memory.forget();
    else memories.delete(reference);
  }
}

/**
 * Remembers what was made of texts, of those that were asked for last: as many as make up `limit`, at most twice as many. What lints many texts, or
 * one again and again while it is written, meets ever new words; those that nobody asked for meanwhile are forgotten. Keys are kept: they
 * may be no pieces of long texts.
 */
export class Recent<T extends NonNullable<unknown> | null> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #size = 0;
  readonly #limit: number;
  readonly #sizeOf: (key: string) => number;

  /** `sizeOf`: what a key counts for the limit; 1 if absent. */
  constructor(limit: number, sizeOf: (key: string) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
    joinMemories(this);
  }

  protected get limit(): number {
    return limitNow(this.#limit);
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key);
    if (young !== undefined || !this.#old.size) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: T): void {
    this.#size += this.#sizeOf(key);
    if (this.#size > this.limit) {
      this.forget();
      this.#size = this.#sizeOf(key);
    }
    this.#young.set(key, value);
  }

  /** Forgets what was not asked for since the last time. */
  forget(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#size = 0;
  }

  /** Forgets everything. */
  clear(): void {
    this.forget();
    this.#old = new Map();
  }

  /** What `make` gives for a key, made once. */
  of(key: string, make: (key: string) => T): T {
    let known = this.get(key);
    if (known === undefined) this.set(key, (known = make(key)));
    return known;
  }
}
