/** What is known of words, by their forms. Many forms share an entry, which is stored once. */
export interface StoredForms<T> {
  readonly entries: readonly T[];
  /** Each form with the place of its entry. */
  readonly forms: readonly (readonly [form: string, place: number])[];
}

/** How the build stores what is known of each form. */
export function storeForms<T>(known: ReadonlyMap<string, T>): StoredForms<T> {
  const places = new Map<string, number>();
  const entries: T[] = [];
  const forms: [string, number][] = [];
  for (const [form, entry] of known) {
    const json = JSON.stringify(entry);
    let place = places.get(json);
    if (place === undefined) places.set(json, (place = entries.push(entry) - 1));
    forms.push([form, place]);
  }
  return {entries, forms};
}

export class Forms<T> {
  readonly #entries: readonly T[];
  readonly #places: ReadonlyMap<string, number>;

  constructor({entries, forms}: StoredForms<T>) {
    this.#entries = entries;
    this.#places = new Map(forms);
  }

  get(form: string): T | undefined {
    const place = this.#places.get(form);
    return place === undefined ? undefined : this.#entries[place];
  }

  has(form: string): boolean {
    return this.#places.has(form);
  }
}
