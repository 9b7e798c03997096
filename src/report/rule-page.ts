import * as v from 'valibot';
import {optionsSchema} from '../rule/options.ts';
import type {RuleDefinition} from '../rule/rule.ts';
import {count, precision, SIDES, type Side, share} from './precision.ts';

const TIERS = {safe: '`--fix` repairs what is sure, the rest is proposed', suggest: 'proposes, never repairs unseen', report: 'reports without a proposal'} as const;
const quote = (text: string) => text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff\ufffd\0-\x08\x0b-\x1f\x7f-\x9f]/g, (c) => `<U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`).replace(/\n/g, '\n> ');

/** "`auto`, `curly` or `straight`" */
const either = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ').replace(/, (?=[^,]*$)/, ' or ');

/** A value as one line of YAML. */
const shown = (value: unknown): string => (Array.isArray(value) ? `[${value.map(shown).join(', ')}]` : value && typeof value === 'object' ? `{${Object.entries(value).map(([key, one]) => `${key}: ${shown(one)}`).join(', ')}}` : typeof value === 'string' && !/^[\p{L}][\p{L}\d -]*$/u.test(value) ? JSON.stringify(value) : String(value));

/** The options of a rule as Markdown; empty if it takes none. */
function optionsMarkdown(rule: RuleDefinition): string {
  const schema = optionsSchema(rule);
  if (!schema) return '';
  const rows = Object.entries(schema.entries).map(([name, entry]) => {
    const inner = (entry as {wrapped?: v.GenericSchema}).wrapped ?? (entry as v.GenericSchema);
    const known = (inner as {options?: readonly string[]}).options;
    const value = v.getDefault(entry as Parameters<typeof v.getDefault>[0]);
    return `| \`${name}\` | ${value === undefined ? '' : `\`${shown(value)}\``} | ${known ? `${either(known)}: ` : ''}${v.getDescription(inner) ?? ''} |`;
  });
  const kinds = Object.entries(rule.kinds ?? {});
  const example = [...rule.examples.bad, ...rule.examples.good].map((e) => (typeof e === 'string' ? undefined : e.options)).find(Boolean) ?? (kinds.length ? {ignore: [kinds[0]![0]]} : {allow: ['a phrase that is right here']});
  return `\n## Options\n\n| option | default | |\n|---|---|---|\n${rows.join('\n')}\n${kinds.length ? `\nKinds of findings, for \`ignore\`:\n\n${kinds.map(([name, what]) => `- \`${name}\`: ${what}`).join('\n')}\n` : ''}\n\`\`\`yaml\nrules:\n  ${rule.id}: [${rule.severity}, ${shown(example)}]\n\`\`\`\n`;
}

/** How often a rule is right, as Markdown; empty if it was not measured. */
function precisionMarkdown(rule: RuleDefinition): string {
  const {measured, words, rules} = precision();
  const own = rules[rule.id];
  if (!own) return '';
  const rows = (Object.keys(SIDES) as Side[]).map((side) => {
    const [findings, right] = own[side];
    const sound = side === 'native' || side === 'human';
    return `| ${SIDES[side]} | ${count(words[side])} | ${count(findings)} | ${sound ? (findings ? 'all count as wrong' : '–') : share(findings, right)} |`;
  });
  return `\n## How often it is right\n\n| texts | words | findings | right |\n|---|---|---|---|\n${rows.join('\n')}\n\nMeasured on ${measured} by \`scripts/calibrate.ts\`, at the default level of confidence. A finding is right if it lies where an annotator or editor would change something.\n`;
}

/** The documentation of a rule as Markdown, from its definition: `docs/rules/ID.md` and `mtlint explain ID`. */
export function ruleMarkdown(rule: RuleDefinition): string {
  const withOptions = (options: Readonly<Record<string, unknown>> | undefined) => (options ? `With \`${shown(options)}\`:\n\n` : '');
  const bad = rule.examples.bad.map((e) => `${withOptions(e.options)}> ${quote(e.text)}\n\nfinds ${e.flagged.map((f) => `\`${quote(f).trim() || ' '}\``).join(', ')}${e.fixed === undefined ? '' : `, and proposes\n\n> ${quote(e.fixed)}`}`);
  const good = rule.examples.good.map((g) => `- ${typeof g === 'string' ? '' : withOptions(g.options).replace('\n\n', ' ')}${quote(typeof g === 'string' ? g : g.text).replace(/\n> /g, ' ')}`);
  return `# ${rule.id}\n\n${rule.summary}.\n\nCategory: ${rule.category}. Level: ${rule.severity}. Repair: ${TIERS[rule.tier]}. Since ${rule.since}.\n\n## Why\n\n${rule.why}\n${bad.length ? `\n## Finds\n\n${bad.join('\n\n---\n\n')}\n` : ''}${good.length ? `\n## Is silent on\n\n${good.join('\n')}\n` : ''}${optionsMarkdown(rule)}${precisionMarkdown(rule)}`;
}
