import {toJsonSchema} from '@valibot/to-json-schema';
import {optionsSchema} from '../src/rule/options.ts';
import type {RuleDefinition} from '../src/rule/rule.ts';
import {schema} from '../src/settings/schema.ts';

/** Options that all rules have, written once. */
const COMMON = ['allow', 'minConfidence', 'fix'];

interface Node {[key: string]: unknown; properties?: Record<string, Node>; items?: Node; anyOf?: Node[]}

/** The JSON Schema of settings files, for editors: the schema that mtlint checks them with, and the rules with their options. */
export function settingsSchema(rules: readonly RuleDefinition[]): string {
  const root = toJsonSchema(schema, {target: 'draft-07', errorMode: 'ignore', typeMode: 'input'}) as unknown as Node;
  const level = {$ref: '#/definitions/level'};
  const rule = (options?: Node) => ({anyOf: [level, {type: 'array', items: [level, ...(options ? [options] : [])], minItems: 1, maxItems: options ? 2 : 1}]});
  const shared: Record<string, Node> = {};
  const properties = Object.fromEntries(rules.map((definition) => {
    const schema = optionsSchema(definition);
    if (!schema) return [definition.id, {description: definition.summary, allOf: [{$ref: '#/definitions/rule'}]}];
    const options = toJsonSchema(schema, {target: 'draft-07', errorMode: 'ignore', typeMode: 'input'}) as unknown as Node;
    delete options.$schema;
    for (const name of COMMON) if (options.properties![name]) {
      shared[name] ??= options.properties![name];
      options.properties![name] = {$ref: `#/definitions/${name}`};
    }
    if (definition.kinds) Object.assign(options.properties!.ignore!.items!, {description: Object.entries(definition.kinds).map(([kind, what]) => `${kind}: ${what}`).join('\n')});
    return [definition.id, {description: definition.summary, ...rule(options)}];
  }));
  const {description} = root.properties!.rules!;
  for (const holder of [root, root.properties!.overrides!.items!]) holder.properties!.rules = {$ref: '#/definitions/rules'};
  const definitions = {
    level: {enum: ['off', 'warn', 'error']},
    rule: rule(),
    ...shared,
    rules: {type: 'object', description, properties, additionalProperties: false},
  };
  return `${JSON.stringify({...root, title: 'Settings of mtlint', definitions}, null, 1)}\n`;
}
