import type {Root} from 'nlcst';
import {type Plugin, type Processor, type Transformer, unified} from 'unified';
import * as v from 'valibot';
import {VFile} from 'vfile';
import {defineRule, type Rule} from '../rule/rule.ts';

/** What a plugin's module may export by default: a rule made by `defineRule`, a list of such rules, or a retext plugin. */
export type PluginExport = Rule | readonly Rule[] | Plugin<[unknown?], Root>;

/** Who installs a plugin wants its messages in sound texts, too. */
const CONFIDENCE = 0.93;

const isRule = (value: unknown): value is Rule => typeof value === 'function' && typeof (value as Partial<Rule>).rule?.check === 'function';

const WAITS = 'it waits for something (a promise or a callback), and mtlint runs only plugins that do not';
const isPromise = (value: unknown): boolean => typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
/** Functions that wait by how they are written. */
const waits = (transformer: Transformer<Root>) => transformer.length > 2 || transformer.constructor.name === 'AsyncFunction';

/** A plugin that fails where it would not be waited for, instead of saying nothing. */
function withoutWaiting(plugin: Plugin<[unknown?], Root>): Plugin<[unknown?], Root> {
  return function (this: Processor, ...options) {
    const transformer = (plugin as (this: Processor, ...options: readonly unknown[]) => Transformer<Root> | undefined).apply(this, options);
    if (isPromise(transformer)) throw new TypeError(WAITS);
    if (typeof transformer !== 'function') return undefined;
    if (waits(transformer)) throw new TypeError(WAITS);
    return (tree, file) => {
      const result = (transformer as (tree: Root, file: VFile) => unknown)(tree, file);
      if (isPromise(result)) throw new TypeError(WAITS);
      if (result instanceof Error) throw result;
    };
  };
}

/** From where to where a message is about: the word at a point, the first one of the text where it says nothing. */
function stretchOf({place}: VFile['messages'][number], text: string): {start: number; end: number} | undefined {
  if (place && 'start' in place && place.start.offset !== undefined && place.end.offset !== undefined) return {start: place.start.offset, end: place.end.offset};
  const at = place && 'offset' in place ? place.offset : place ? undefined : 0;
  if (at === undefined) return undefined;
  const word = /[^\s\ufffc]+/gu;
  word.lastIndex = at;
  const found = word.exec(text);
  return found ? {start: found.index, end: found.index + found[0].length} : undefined;
}

/**
 * The rules that a plugin brings. A retext plugin becomes one rule under `name`, whose findings are the plugin's messages;
 * it gets the tree of retext-english. Throws where the export is neither, or waits.
 */
export async function rulesOfPlugin(name: string, exported: unknown, options: unknown): Promise<Rule[]> {
  if (isRule(exported)) return [exported];
  if (Array.isArray(exported) && exported.length && exported.every(isRule)) return exported;
  if (typeof exported !== 'function') throw new TypeError('its default export is neither a rule of `defineRule`, a list of such rules, nor a retext plugin');
  const {default: english} = await import('retext-english');
  const parser = unified().use(english).freeze();
  const processor = unified().use(withoutWaiting(exported as Plugin<[unknown?], Root>), ...(options === undefined ? [] : [options])).freeze();
  return [defineRule({
    id: name, summary: `Messages of the retext plugin ${name}`, why: `See the documentation of ${name}.`, category: 'plugin', tier: 'suggest', severity: 'warn', since: '0.2.0', evidence: 0,
    options: v.object({}), examples: {bad: [], good: []},
    check(document, report) {
      const file = new VFile(document.text);
      processor.runSync(parser.parse(file) as Root, file);
      const {opaque = []} = document.prose;
      let next = 0;
      const found = file.messages.flatMap((message) => {
        const stretch = stretchOf(message, document.text);
        return stretch ? [{message, ...stretch}] : [];
      }).sort((a, b) => a.start - b.start);
      for (const {message, start, end} of found) {
        while (next < opaque.length && opaque[next]![1] <= start) next++;
        if (next < opaque.length && opaque[next]![0] < end) continue;
        report({start, end, proposals: message.expected ?? [], message: message.reason, ...(message.note ? {note: message.note.split('\n')[0]} : {}), confidence: CONFIDENCE});
      }
    },
  })];
}
