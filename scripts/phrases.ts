/** Compiles `rules/phrases/LANG/THEME.yml` into the tables of `src/evidence/phrases.ts`; every mistake of an author comes with file, line and text. */
import {LANGUAGES} from '../src/engine/languages.ts';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap} from 'yaml';
import {Document} from '../src/document/document.ts';
import {pluralOf, singularOf} from '../src/document/english.ts';
import {type Inflection, formsOf} from '../src/document/inflection.ts';
import {decodePhrases, PhraseAutomaton, type PhraseEntry, type PhrasePack, SLOTS} from '../src/evidence/phrases.ts';

/** What tests need of a pack and the tables do not hold. */
export interface PackExamples {
  readonly file: string;
  readonly from: string | undefined;
  readonly bad: readonly {readonly text: string; readonly fixed?: string; readonly line: number}[];
  readonly good: readonly string[];
  /** Examples of single phrases. */
  readonly phrases: readonly {readonly text: string; readonly entry: number; readonly line: number}[];
}
export interface CompiledPhrases {
  readonly packs: readonly PhrasePack[];
  readonly entries: readonly PhraseEntry[];
  readonly slots: readonly string[];
  /** `phrases.bin`; see `decodePhrases`. */
  readonly bytes: Buffer;
  /** "form TAB symbol TAB lemmas", a line a form. */
  readonly forms: readonly string[];
  readonly examples: readonly PackExamples[];
}

const PACK_KEYS = new Set(['summary', 'why', 'from', 'when', 'certain', 'phrases', 'examples']);
const PHRASE_KEYS = new Set(['match', 'use', 'from', 'when', 'unless', 'certain', 'cased', 'why', 'example']);
const MAX_VARIANTS = 96;
const MAX_LENGTH = 14;

/** The sequences of elements that a `match` stands for: `(a|b)` and `word?` written out. Throws an error without a place. */
export function expand(match: string): string[][] {
  const parts = match.match(/\([^()]*\)\??|[^\s()]+/g) ?? [];
  let all: string[][] = [[]];
  for (const part of parts) {
    const optional = part.endsWith('?');
    const body = optional ? part.slice(0, -1) : part;
    const options = (body.startsWith('(') ? body.slice(1, -1).split('|') : [body]).map((o) => elements(o.trim()));
    if (optional) options.push([]);
    all = all.flatMap((head) => options.map((tail) => [...head, ...tail]));
    if (all.length > MAX_VARIANTS) throw new Error(`stands for more than ${MAX_VARIANTS} phrases: split it`);
  }
  for (const one of all) if (one.length < 2 || one.length > MAX_LENGTH) throw new Error(`has a variant of ${one.length} ${one.length === 1 ? 'word' : 'words'}: 2 to ${MAX_LENGTH} are possible`);
  return all;
}

/** Words, `<lemma>`, `{slot}`, hyphens and commas. */
function elements(text: string): string[] {
  const found = text.match(/<[a-z-]+>|\{[a-z]+\}|[\p{L}\p{N}\p{M}'’.]+|[-,&%]/gu) ?? [];
  if (found.join('') !== text.replace(/\s+/g, '')) throw new Error('has characters that stand for nothing: words, <lemma>, {slot}, (a|b), word?, hyphens and commas are possible');
  for (const e of found) if (e.startsWith('{') && !SLOTS[e.slice(1, -1)]) throw new Error(`has the unknown slot ${e}: ${Object.keys(SLOTS).map((s) => `{${s}}`).join(', ')} are possible`);
  return found.map((e) => (/^[<{]/.test(e) ? e : e.replaceAll('’', "'")));
}

/** The options of several words that the first or the last part of a pattern has, their elements joined by spaces, the longest first: what `{first}` or `{last}` stands for there. */
function longEnds(match: string, at: 0 | -1): string[] | undefined {
  const parts = match.match(/\([^()]*\)\??|[^\s()]+/g) ?? [];
  const part = parts.at(at) ?? '';
  if (parts.length < 2 || !part.startsWith('(')) return undefined;
  const long = part.replace(/^\(|\)\??$/g, '').split('|').map((option) => elements(option.trim())).filter((option) => option.length > 1).sort((a, b) => b.length - a.length);
  return long.length ? long.map((option) => option.join(' ').toLowerCase()) : undefined;
}

/** What the rule wants to know of a pattern, so that the tables need not hold it. */
function traits(match: string, use: string): Pick<PhraseEntry, 'raised' | 'article' | 'counted'> {
  const first = /\p{L}/u.exec(match)?.[0] ?? '';
  const bare = (text: string) => text.replace(/\([^)]*\)/g, '{last}').split(' ').filter((word) => !/^(?:an?|the|\{first\}|\{last\})$/.test(word)).join(' ');
  const words = new Set(match.toLowerCase().split(/[^a-z'’]+/));
  const counted = [...words].filter((word) => {
    const one = singularOf(word);
    return word && words.has(one ?? pluralOf(word)) && (pluralOf(word) !== word || one);
  });
  return {
    raised: first === first.toLowerCase() ? undefined : true,
    article: /\b(?:an?|the) /.test(use) && bare(match) === bare(use) ? true : undefined,
    counted: counted.length ? counted : undefined,
  };
}

/** Compiles a folder of packs. Throws one error with all that is wrong, a line each: `rules/phrases/fr/x.yml:12: text`. */
export function compilePhrases(folder: string, shown = 'rules/phrases'): CompiledPhrases {
  const problems: string[] = [];
  const packs: {file: string; summary: string; why: string}[] = [];
  const entries: PhraseEntry[] = [];
  /** Of each entry, as its author wrote it. */
  const matches: string[] = [];
  const examples: PackExamples[] = [];
  const places: string[] = [];
  const seen = new Map<string, {place: string; entry: number}>();
  /** Entries a variant of which another language's file has already, and that entry. */
  const shared = new Map<number, number>();
  const symbols: string[] = [];
  const symbolOf = new Map<string, number>();
  const slots = Object.keys(SLOTS);
  const nodes: Map<number, number>[] = [new Map()];
  const finals: number[] = [];
  const symbol = (text: string) => {
    let id = symbolOf.get(text);
    if (id === undefined) {
      id = symbols.push(text) - 1;
      symbolOf.set(text, id);
    }
    return id;
  };
  for (const name of slots) symbol(`{${name}}`);
  const languages = existsSync(folder) ? readdirSync(folder, {withFileTypes: true}).filter((d) => d.isDirectory()).map((d) => d.name).sort() : [];
  for (const language of languages) for (const name of readdirSync(path.join(folder, language)).filter((f) => f.endsWith('.yml')).sort()) {
    const file = `${shown}/${language}/${name}`;
    const lines = new LineCounter();
    const doc = parseDocument(readFileSync(path.join(folder, language, name), 'utf8'), {lineCounter: lines, uniqueKeys: true});
    const lineOf = (node: unknown) => lines.linePos((node as Node | undefined)?.range?.[0] ?? 0).line;
    const problem = (node: unknown, text: string) => problems.push(`${file}:${lineOf(node)}: ${text}`);
    for (const error of doc.errors.slice(0, 1)) problems.push(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`);
    if (doc.errors.length) continue;
    if (!isMap(doc.contents)) {
      problem(undefined, 'a pack is a mapping with summary, why, phrases and examples');
      continue;
    }
    const top = doc.contents;
    const keys = (map: YAMLMap, known: ReadonlySet<string>) => {
      for (const {key} of map.items) if (!known.has(String(isScalar(key) ? key.value : key))) problem(key, `unknown key \`${String(isScalar(key) ? key.value : key)}\`: ${[...known].join(', ')} are possible`);
    };
    const text = (map: YAMLMap, key: string, needed: boolean): string | undefined => {
      const node = map.get(key, true) as Node | undefined;
      if (isScalar(node) && typeof node.value === 'string' && node.value.trim()) return node.value.trim();
      if (node || needed) problem(node ?? map, `\`${key}\` must be a text`);
      return undefined;
    };
    const list = (map: YAMLMap, key: string): string[] | undefined => {
      const node = map.get(key, true) as Node | undefined;
      if (!node) return undefined;
      const items = isSeq(node) ? node.items : [node];
      return items.flatMap((item) => {
        if (isScalar(item) && (typeof item.value === 'string' || typeof item.value === 'number')) return [String(item.value).trim()];
        problem(item, `\`${key}\` must be a list of texts`);
        return [];
      });
    };
    const certainty = (map: YAMLMap): number | undefined => {
      const node = map.get('certain', true) as Node | undefined;
      if (!node) return undefined;
      if (isScalar(node) && typeof node.value === 'number' && node.value > 0 && node.value < 1) return node.value;
      problem(node, '`certain` must be a number between 0 and 1');
      return undefined;
    };
    keys(top, PACK_KEYS);
    const pack = packs.push({file: `${language}/${name}`, summary: text(top, 'summary', true) ?? '', why: text(top, 'why', true) ?? ''}) - 1;
    const from = list(top, 'from') ?? [];
    if (language === 'any' ? from.length : !from.includes(language)) problem(top.get('from', true) ?? top, language === 'any' ? 'a pack in `any` has no `from`' : `\`from\` must name \`${language}\``);
    const when = list(top, 'when') ?? [];
    const sure = certainty(top) ?? 0.9;
    const given = top.get('phrases', true) as Node | undefined;
    const own: {entry: number; node: unknown; match: string}[] = [];
    const phraseExamples: {text: string; entry: number; line: number}[] = [];
    if (!isSeq(given)) problem(given ?? top, '`phrases` must be a list');
    else for (const item of given.items) {
      if (!isMap(item)) {
        problem(item, 'a phrase is a mapping with match and use');
        continue;
      }
      keys(item, PHRASE_KEYS);
      const match = text(item, 'match', true);
      const use = list(item, 'use');
      if (!use?.length) problem(item, '`use` must name at least one replacement');
      if (!match || !use?.length) continue;
      let sequences: string[][];
      try {
        sequences = expand(match);
        const lemmas = match.match(/<[a-z-]+>/g)?.length ?? 0;
        for (const one of use) {
          if ((one.match(/<[a-z-]+>/g)?.length ?? 0) > 0 && lemmas === 0) throw new Error(`has no <lemma> whose inflection \`${one}\` could take`);
          for (const slot of one.match(/\{[a-z]+\}/g) ?? []) if (slot !== '{first}' && slot !== '{last}' && sequences.some((s) => !s.includes(slot))) throw new Error(`has no ${slot} for \`${one}\` in every variant`);
        }
      } catch (error) {
        problem(item.get('match', true), `\`${match}\` ${(error as Error).message}`);
        continue;
      }
      const id = entries.length;
      const entryFrom = list(item, 'from') ?? from;
      for (const code of entryFrom) if (!LANGUAGES.includes(code)) problem(item.get('from', true) ?? item, `there is no source language \`${code}\``);
      if (language === 'any' && entryFrom.length) problem(item.get('from', true), 'a phrase in `any` has no `from`');
      const near = (list(item, 'when') ?? when).map((w) => w.toLowerCase());
      for (const w of near) if (/[\s-]/.test(w)) problem(item.get('when', true) ?? top.get('when', true), `\`when\` looks for single words: \`${w}\` is none`);
      const cased = item.get('cased') === true;
      matches.push(match);
      const puts = (slot: string) => use.some((one) => one.includes(slot));
      entries.push({id, pack, ...traits(match, use[0]!), heads: puts('{first}') ? longEnds(match, 0) : undefined, tails: puts('{last}') ? longEnds(match, -1) : undefined, cased: cased ? match.replaceAll(' ,', ',') : undefined, use, from: entryFrom, certain: certainty(item) ?? sure, when: [...new Set(near.flatMap((w) => Object.values(formsOf(w)).flat()))], unless: (list(item, 'unless') ?? []).map((u) => u.toLowerCase()), why: text(item, 'why', false)});
      places.push(`${file}:${lineOf(item)}`);
      own.push({entry: id, node: item, match});
      const example = text(item, 'example', false);
      if (example) phraseExamples.push({text: example, entry: id, line: lineOf(item.get('example', true))});
      for (const sequence of sequences) {
        const key = `${cased ? sequence.join(' ') : sequence.join(' ').toLowerCase()}`;
        const here = `${file}:${lineOf(item)}`;
        const other = seen.get(key);
        if (other?.place === here) continue;
        if (other) {
          const known = entries[other.entry]!;
          // Another language that has the phrase: what the first file says holds for both.
          if (known.from.length && entryFrom.length && !other.place.startsWith(`${shown}/${language}/`)) {
            entries[other.entry] = {...known, from: [...new Set([...known.from, ...entryFrom])]};
            shared.set(id, other.entry);
            continue;
          }
          problem(item.get('match', true), `\`${key}\` stands in ${other.place} already`);
        }
        seen.set(key, {place: here, entry: id});
        let node = 0;
        for (const element of sequence) {
          const s = symbol(element.toLowerCase());
          let next = nodes[node]!.get(s);
          if (next === undefined) {
            next = nodes.push(new Map()) - 1;
            nodes[node]!.set(s, next);
          }
          node = next;
        }
        finals.push(node, id);
      }
    }
    const box = top.get('examples', true) as Node | undefined;
    const bad: {text: string; fixed?: string; line: number}[] = [];
    let good: string[] = [];
    if (!isMap(box)) problem(box ?? top, '`examples` must be a mapping with `good` (and `bad`)');
    else {
      keys(box, new Set(['bad', 'good']));
      good = list(box, 'good') ?? [];
      if (!good.length) problem(box, 'a pack needs `good`: near misses that must stay silent');
      const items = box.get('bad', true) as Node | undefined;
      if (items && !isSeq(items)) problem(items, '`bad` must be a list of {text, fixed}');
      else if (isSeq(items)) for (const item of items.items) {
        if (!isMap(item)) {
          problem(item, 'an example is a mapping with text and fixed');
          continue;
        }
        keys(item, new Set(['text', 'fixed']));
        const sample = text(item, 'text', true);
        if (sample) bad.push({text: sample, fixed: text(item, 'fixed', false), line: lineOf(item)});
      }
    }
    examples.push({file, from: from[0], bad, good, phrases: phraseExamples});
  }
  const lemmas = new Map<string, string[]>();
  for (const [s, id] of symbolOf) {
    if (!s.startsWith('<')) continue;
    const byForm = formsOf(s.slice(1, -1));
    const known = new Map<string, Inflection>();
    for (const feature of Object.keys(byForm) as Inflection[]) for (const form of byForm[feature]) if (!known.has(form)) known.set(form, feature);
    for (const [form, feature] of known) lemmas.set(form, [...(lemmas.get(form) ?? []), feature, String(id)]);
  }
  const literal = symbols.filter((s) => !/^[<{]/.test(s));
  const forms = [...new Set([...literal, ...lemmas.keys()])].map((form) => `${form}\t${symbolOf.get(form) ?? ''}\t${(lemmas.get(form) ?? []).join(' ')}`);
  if (symbols.length > 65_535) problems.push(`${shown}: there are more than 65,535 different words`);
  const bytes = encode(shareEndings(nodes, finals));
  const formLines = new Map(forms.map((line) => [line.slice(0, line.indexOf('\t')), [line.slice(line.indexOf('\t') + 1)]]));
  const automaton = new PhraseAutomaton({...decodePhrases(bytes), slots, formLines: (form) => formLines.get(form) ?? [], entry: (index) => entries[index]!, pack: (index) => packs[index]!});
  const hit = new Set<number>();
  for (const {file, bad, phrases} of examples) {
    for (const {text, entry, line} of phrases) {
      const found = entriesIn(automaton, text);
      if (found.has(entry) || found.has(shared.get(entry) ?? -1)) hit.add(entry);
      else problems.push(`${file}:${line}: the example does not have the phrase \`${matches[entry]}\``);
    }
    for (const {text, line} of bad) {
      const found = entriesIn(automaton, text);
      if (!found.size) problems.push(`${file}:${line}: the example has no phrase of the packs`);
      for (const entry of found) hit.add(entry);
    }
  }
  for (const [id, match] of matches.entries()) if (!hit.has(id) && !problems.some((p) => p.includes(`\`${match}\``))) problems.push(`${places[id]}: no example has \`${match}\``);
  if (problems.length) throw new Error(problems.join('\n'));
  return {packs, entries, slots, bytes, forms, examples};
}

/** One node for all nodes from which the same phrases end in the same way: the variants of a phrase share their endings. A child's number is above its parent's. */
function shareEndings(nodes: readonly ReadonlyMap<number, number>[], finals: readonly number[]): {edges: number[]; finals: number[]; nodes: number} {
  const entriesAt = new Map<number, number[]>();
  for (let i = 0; i < finals.length; i += 2) entriesAt.set(finals[i]!, [...(entriesAt.get(finals[i]!) ?? []), finals[i + 1]!]);
  const shared: number[] = [];
  const bySignature = new Map<string, number>();
  for (let node = nodes.length - 1; node >= 0; node--) {
    const signature = `${entriesAt.get(node) ?? ''}|${[...nodes[node]!].map(([s, to]) => [s, shared[to]!] as const).sort(([a], [b]) => a - b).join(' ')}`;
    const same = bySignature.get(signature);
    shared[node] = same ?? node;
    if (same === undefined) bySignature.set(signature, node);
  }
  const kept = nodes.map((_, node) => node).filter((node) => shared[node] === node);
  const numberOf = new Map(kept.map((node, i) => [node, i]));
  const number = (node: number) => numberOf.get(shared[node]!)!;
  return {
    nodes: kept.length,
    edges: kept.flatMap((node) => [...nodes[node]!].flatMap(([s, to]) => [number(node), s, number(to)])),
    finals: kept.flatMap((node) => (entriesAt.get(node) ?? []).flatMap((entry) => [number(node), entry])),
  };
}

/** `phrases.bin` of edges (from, symbol, to) and finals (node, entry). */
function encode({edges, finals, nodes}: {edges: readonly number[]; finals: readonly number[]; nodes: number}): Buffer {
  const sorted: [number, number, number][] = [];
  for (let i = 0; i < edges.length; i += 3) sorted.push([edges[i]!, edges[i + 1]!, edges[i + 2]!]);
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const ends: [number, number][] = [];
  for (let i = 0; i < finals.length; i += 2) ends.push([finals[i]!, finals[i + 1]!]);
  ends.sort((a, b) => a[0] - b[0]);
  const starts = (rows: readonly (readonly number[])[]) => {
    const from = new Uint32Array(nodes + 1);
    for (const [node] of rows) from[node! + 1]!++;
    for (let n = 0; n < nodes; n++) from[n + 1]! += from[n]!;
    return from;
  };
  const part = (array: Uint32Array | Uint16Array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  return Buffer.concat([part(Uint32Array.of(nodes, sorted.length, ends.length)), part(starts(sorted)), part(Uint32Array.from(sorted, ([, , to]) => to)), part(starts(ends)), part(Uint32Array.from(ends, ([, entry]) => entry)), part(Uint16Array.from(sorted, ([, symbol]) => symbol))]);
}

function entriesIn(automaton: PhraseAutomaton, text: string): Set<number> {
  const document = Document.fromText(text);
  return new Set(document.tokens.flatMap((t) => automaton.at(document, t.index).map((m) => m.entry.id)));
}
