import type {Root} from 'nlcst';
import {type Plugin, unified} from 'unified';
import * as v from 'valibot';
import {VFile} from 'vfile';
import {defineRule, type Rule} from '../rule/rule.ts';

/** What a plugin's module may export by default: a rule made by `defineRule`, a list of such rules, or a retext plugin. */
export type PluginExport = Rule | readonly Rule[] | Plugin<[unknown?], Root>;

/** Who installs a plugin wants its messages in sound texts, too. */
const CONFIDENCE = 0.93;

const isRule = (value: unknown): value is Rule => typeof value === 'function' && typeof (value as Partial<Rule>).rule?.check === 'function';

/**
 * The rules that a plugin brings. A retext plugin becomes one rule under `name`, whose findings are the plugin's messages;
 * it gets the tree of retext-english. Throws where the export is neither.
 */
export async function rulesOfPlugin(name: string, exported: unknown, options: unknown): Promise<Rule[]> {
  if (isRule(exported)) return [exported];
  if (Array.isArray(exported) && exported.length && exported.every(isRule)) return exported;
  if (typeof exported !== 'function') throw new TypeError('its default export is neither a rule of `defineRule`, a list of such rules, nor a retext plugin');
  const {default: english} = await import('retext-english');
  const parser = unified().use(english).freeze();
  const processor = unified().use(exported as Plugin<[unknown?], Root>, ...(options === undefined ? [] : [options])).freeze();
  return [defineRule({
    id: name, summary: `Messages of the retext plugin ${name}`, why: `See the documentation of ${name}.`, category: 'plugin', tier: 'suggest', severity: 'warn', since: '0.2.0', evidence: 0,
    options: v.object({}), examples: {bad: [], good: []},
    check(document, report) {
      const file = new VFile(document.text);
      processor.runSync(parser.parse(file) as Root, file);
      const {opaque = []} = document.prose;
      let next = 0;
      const found = file.messages.flatMap((message) => {
        const place = message.place && 'start' in message.place ? message.place : undefined;
        const start = place?.start.offset;
        const end = place?.end.offset;
        return start === undefined || end === undefined ? [] : [{message, start, end}];
      }).sort((a, b) => a.start - b.start);
      for (const {message, start, end} of found) {
        while (next < opaque.length && opaque[next]![1] <= start) next++;
        if (next < opaque.length && opaque[next]![0] < end) continue;
        report({start, end, proposals: message.expected ?? [], message: message.reason, ...(message.note ? {note: message.note.split('\n')[0]} : {}), confidence: CONFIDENCE});
      }
    },
  })];
}
